-- SPDX-License-Identifier: EUPL-1.2
-- Model D: het algemeen bestuur ziet toe op het dagelijks bestuur, dat uit zijn midden komt. Dezelfde personen zitten dus in beide.

orgaan "ledenvergadering" { vervalt = ja, bron = "statuten van het model", status = "beleid" }
orgaan "bestuur" { vervalt = ja, bron = "statuten van het model", status = "beleid" }
orgaan "dagelijks_bestuur" {
  titel = "Dagelijks bestuur", rol = besturend, zetels = 3, quorum = meer_dan_helft, meerderheid = gewone, stakende_stemmen = voorzitter_beslist, oproeptermijn = 7, bron = "statuten van het model", status = "beleid",
}
orgaan "algemeen_bestuur" {
  titel = "Algemeen bestuur", rol = toezichthoudend, zetels = 9, quorum = helft, meerderheid = gewone, stakende_stemmen = voorstel_verworpen, volmachten = 1,
  tweede_vergadering = ja, oproeptermijn = 7, bron = "statuten van het model", status = "beleid",
}

bevoegdheid "ondersteuningsplan_vaststellen" {
  titel = "Het ondersteuningsplan vaststellen", voorbereiding = directie, beslist = dagelijks_bestuur, instemming_van = ondersteuningsplanraad, overleg_met = gemeenten,
  goedkeuring_van = algemeen_bestuur, binnen = 180, gevolg = vernietigbaar, bron = "statuten van het model; WMS art. 14a; WPO art. 18a lid 9; WVO 2020 art. 2.47 lid 10", status = "beleid",
}
bevoegdheid "begroting_vaststellen" {
  titel = "De begroting vaststellen", voorbereiding = directie, beslist = dagelijks_bestuur, goedkeuring_van = algemeen_bestuur, binnen = 60,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "jaarverslag_goedkeuren" {
  titel = "Het jaarverslag vaststellen", voorbereiding = directie, beslist = dagelijks_bestuur, goedkeuring_van = algemeen_bestuur, binnen = 90,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "accountant_benoemen" {
  titel = "De accountant benoemen", voorbereiding = dagelijks_bestuur, beslist = algemeen_bestuur, bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "bestuurder_benoemen" {
  titel = "Een bestuurder benoemen", voorbereiding = dagelijks_bestuur, beslist = algemeen_bestuur, advies_van = ondersteuningsplanraad, binnen = 90,
  bron = "statuten van het model; WMS art. 11a", status = "beleid",
}
bevoegdheid "statuten_wijzigen" {
  titel = "De statuten wijzigen", voorbereiding = dagelijks_bestuur, beslist = algemeen_bestuur, meerderheid = twee_derde, binnen = 120, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "verdeelsleutel_wijzigen" {
  titel = "De verdeling van de middelen wijzigen", voorbereiding = dagelijks_bestuur, beslist = algemeen_bestuur, instemming_van = ondersteuningsplanraad, binnen = 120,
  gevolg = vernietigbaar, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "taken_verdelen" {
  titel = "Taken verdelen tussen samenwerkingsverband en scholen", voorbereiding = directie, beslist = algemeen_bestuur, meerderheid = twee_derde, binnen = 120, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "arrangement_toekennen" {
  titel = "Arrangement voor een school toekennen", voorbereiding = toewijzingscommissie, beslist = directie, mandaat_tot = euro "25.000", anders = dagelijks_bestuur,
  binnen = 42, bron = "statuten van het model", status = "beleid",
}
