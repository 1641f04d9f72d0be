-- SPDX-License-Identifier: EUPL-1.2
-- Organen en bevoegdheden volgens de statuten van dit pakket: een vereniging waarvan de ledenvergadering toezicht houdt.
-- Een ander bestuursmodel is een variant die deze blokken vervangt.

orgaan "ledenvergadering" {
  titel = "Algemene ledenvergadering", rol = toezichthoudend, zetels = 9, quorum = helft, meerderheid = gewone, stakende_stemmen = voorstel_verworpen,
  volmachten = 1, tweede_vergadering = ja, oproeptermijn = 7, onverenigbaar = { "bestuur" }, bron = "statuten art. 12", status = "beleid",
}
orgaan "bestuur" {
  titel = "Bestuur", rol = besturend, zetels = 5, quorum = meer_dan_helft, meerderheid = gewone, stakende_stemmen = voorzitter_beslist,
  volmachten = 1, oproeptermijn = 7, bron = "statuten art. 6", status = "beleid",
}
bevoegdheid "arrangement_toekennen" {
  titel = "Arrangement voor een school toekennen", voorbereiding = toewijzingscommissie, beslist = directie, mandaat_tot = euro "25.000", anders = bestuur,
  binnen = 42, bron = "statuten art. 9", status = "beleid",
}
