-- SPDX-License-Identifier: EUPL-1.2
-- Organen en bevoegdheden volgens de statuten van dit pakket: een vereniging waarvan de ledenvergadering toezicht houdt (model A).
-- De wet noemt geen rechtsvorm (WPO art. 18a lid 4): een ander bestuursmodel is een variant die deze blokken vervangt. Waar de wet wel iets
-- eist, staat het artikel naast dat van de statuten.

orgaan "ledenvergadering" {
  titel = "Algemene ledenvergadering", rol = toezichthoudend, zetels = 9, quorum = helft, meerderheid = gewone, stakende_stemmen = voorstel_verworpen,
  volmachten = 1, tweede_vergadering = ja, oproeptermijn = 7, onverenigbaar = { "bestuur", "directie" }, bron = "statuten art. 12", status = "beleid",
}
orgaan "bestuur" {
  titel = "Bestuur", rol = besturend, zetels = 5, quorum = meer_dan_helft, meerderheid = gewone, stakende_stemmen = voorzitter_beslist,
  volmachten = 1, oproeptermijn = 7, bron = "statuten art. 6", status = "beleid",
}
orgaan "directie" { titel = "Directeur", rol = uitvoerend, zetels = 1, bron = "statuten art. 7", status = "beleid" }
orgaan "toewijzingscommissie" {
  titel = "Toewijzingscommissie", rol = adviserend, zetels = 5, quorum = meer_dan_helft, meerderheid = consent, bron = "statuten art. 10", status = "beleid",
}
orgaan "ondersteuningsplanraad" {
  titel = "Ondersteuningsplanraad", rol = medezeggenschap, zetels = 8, quorum = helft, meerderheid = gewone, stakende_stemmen = voorstel_verworpen,
  oproeptermijn = 7, bron = "medezeggenschapsreglement art. 5; WMS art. 4a", status = "beleid",
}

bevoegdheid "ondersteuningsplan_vaststellen" {
  titel = "Het ondersteuningsplan vaststellen", voorbereiding = directie, beslist = bestuur, instemming_van = ondersteuningsplanraad, overleg_met = gemeenten,
  goedkeuring_van = ledenvergadering, binnen = 180, gevolg = vernietigbaar, bron = "statuten art. 8; WMS art. 14a; WPO art. 18a lid 9; WVO 2020 art. 2.47 lid 10", status = "beleid",
}
bevoegdheid "begroting_vaststellen" {
  titel = "De begroting vaststellen", voorbereiding = directie, beslist = bestuur, goedkeuring_van = ledenvergadering, binnen = 60,
  bron = "statuten art. 8; WPO art. 17c", status = "beleid",
}
bevoegdheid "jaarverslag_goedkeuren" {
  titel = "Het jaarverslag vaststellen", voorbereiding = directie, beslist = bestuur, goedkeuring_van = ledenvergadering, binnen = 90,
  bron = "statuten art. 8; WPO art. 17c", status = "beleid",
}
bevoegdheid "accountant_benoemen" {
  titel = "De accountant benoemen", voorbereiding = bestuur, beslist = ledenvergadering, bron = "statuten art. 13; WPO art. 17c", status = "beleid",
}
bevoegdheid "bestuurder_benoemen" {
  titel = "Een bestuurder benoemen", voorbereiding = bestuur, beslist = ledenvergadering, advies_van = ondersteuningsplanraad, binnen = 90,
  bron = "statuten art. 6; WMS art. 11a", status = "beleid",
}
bevoegdheid "statuten_wijzigen" {
  titel = "De statuten wijzigen", voorbereiding = bestuur, beslist = ledenvergadering, meerderheid = twee_derde, binnen = 120,
  bron = "statuten art. 20; BW art. 2:42, 2:43", status = "overgeleverd",
}
bevoegdheid "verdeelsleutel_wijzigen" {
  titel = "De verdeling van de middelen wijzigen", voorbereiding = bestuur, beslist = ledenvergadering, instemming_van = ondersteuningsplanraad, binnen = 120,
  gevolg = vernietigbaar, bron = "statuten art. 14; WMS art. 14a", status = "beleid",
}
bevoegdheid "taken_verdelen" {
  titel = "Taken verdelen tussen samenwerkingsverband en scholen", voorbereiding = directie, beslist = ledenvergadering, advies_van = ondersteuningsplanraad,
  meerderheid = twee_derde, binnen = 120, bron = "statuten art. 15", status = "beleid",
}
bevoegdheid "arrangement_toekennen" {
  titel = "Arrangement voor een school toekennen", voorbereiding = toewijzingscommissie, beslist = directie, mandaat_tot = euro "25.000", anders = bestuur,
  binnen = 42, bron = "statuten art. 9", status = "beleid",
}
bevoegdheid "toelaatbaarheid_beslissen" {
  titel = "Over toelaatbaarheid beslissen", voorbereiding = toewijzingscommissie, beslist = directie, binnen = 42, bron = "statuten art. 9; WPO art. 18a lid 6", status = "beleid",
}
