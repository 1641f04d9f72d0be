-- SPDX-License-Identifier: EUPL-1.2
-- Model E: de leden beslissen naar leerlingen over geld, taken en statuten; een raad van commissarissen ziet toe. Dat de bindende voordracht ook voor
-- zo'n raad geldt (WPO art. 17a lid 2 spreekt van een raad van toezicht) is aangenomen.

orgaan "ledenvergadering" {
  titel = "Ledenvergadering van de coöperatie", rol = adviserend, zetels = 9, quorum = helft, meerderheid = gewone, stemgewicht = naar_leerlingen,
  stakende_stemmen = voorstel_verworpen, volmachten = 1, tweede_vergadering = ja, oproeptermijn = 7, bron = "statuten van het model", status = "beleid",
}
orgaan "raad_van_toezicht" {
  titel = "Raad van commissarissen", rol = toezichthoudend, zetels = 3, quorum = meer_dan_helft, meerderheid = gewone, stakende_stemmen = voorzitter_beslist,
  oproeptermijn = 7, voordracht = bindend_opr, onverenigbaar = { "bestuur", "directie", "ledenvergadering" }, bron = "statuten van het model; WPO art. 17a lid 2", status = "aanname",
}

bevoegdheid "ondersteuningsplan_vaststellen" {
  titel = "Het ondersteuningsplan vaststellen", voorbereiding = directie, beslist = bestuur, instemming_van = ondersteuningsplanraad, overleg_met = gemeenten,
  goedkeuring_van = raad_van_toezicht, binnen = 180, gevolg = vernietigbaar, bron = "statuten van het model; WMS art. 14a; WPO art. 18a lid 9; WVO 2020 art. 2.47 lid 10", status = "beleid",
}
bevoegdheid "begroting_vaststellen" {
  titel = "De begroting vaststellen", voorbereiding = directie, beslist = bestuur, goedkeuring_van = raad_van_toezicht, binnen = 60,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "jaarverslag_goedkeuren" {
  titel = "Het jaarverslag vaststellen", voorbereiding = directie, beslist = bestuur, goedkeuring_van = raad_van_toezicht, binnen = 90,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "accountant_benoemen" {
  titel = "De accountant benoemen", voorbereiding = bestuur, beslist = raad_van_toezicht, bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "bestuurder_benoemen" {
  titel = "Een bestuurder benoemen", voorbereiding = bestuur, beslist = raad_van_toezicht, advies_van = ondersteuningsplanraad, binnen = 90,
  bron = "statuten van het model; WMS art. 11a", status = "beleid",
}
