-- SPDX-License-Identifier: EUPL-1.2
-- Het kernteam beslist binnen twee weken waar een kind terechtkan, als niemand er een beargumenteerd bezwaar tegen heeft; overleg met de ouders hoort erbij.

orgaan "kernteam" {
  titel = "Kernteam", rol = uitvoerend, zetels = 4, quorum = meer_dan_helft, meerderheid = consent, bron = "voorstel kernteam", status = "beleid",
}
bevoegdheid "knoop_doorhakken" {
  titel = "De knoop doorhakken", beslist = kernteam, overleg_met = ouders, binnen = 14, gevolg = vernietigbaar, bron = "voorstel kernteam", status = "beleid",
}
