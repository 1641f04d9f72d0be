-- SPDX-License-Identifier: EUPL-1.2
-- Model C (monistisch): de niet-uitvoerende bestuurders zien toe op de uitvoerende. Een bindende voordracht hoort hier niet bij (WPO art. 17a lid 2).

orgaan "ledenvergadering" { vervalt = ja, bron = "statuten van het model", status = "beleid" }
orgaan "bestuur" { vervalt = ja, bron = "statuten van het model", status = "beleid" }
orgaan "directie" { titel = "Uitvoerend bestuur", rol = besturend, zetels = 2, quorum = voltallig, meerderheid = unaniem, bron = "statuten van het model", status = "beleid" }
orgaan "niet_uitvoerend_bestuur" {
  titel = "Niet-uitvoerende bestuurders", rol = toezichthoudend, zetels = 5, quorum = meer_dan_helft, meerderheid = gewone, stakende_stemmen = voorzitter_beslist,
  oproeptermijn = 7, onverenigbaar = { "directie" }, bron = "statuten van het model", status = "beleid",
}
orgaan "deelnemersraad" { titel = "Deelnemersraad", rol = adviserend, zetels = 9, quorum = helft, volmachten = 1, oproeptermijn = 7, bron = "statuten van het model", status = "beleid" }

bevoegdheid "ondersteuningsplan_vaststellen" {
  titel = "Het ondersteuningsplan vaststellen", voorbereiding = directie, beslist = directie, instemming_van = ondersteuningsplanraad, overleg_met = gemeenten,
  goedkeuring_van = niet_uitvoerend_bestuur, binnen = 180, gevolg = vernietigbaar, bron = "statuten van het model; WMS art. 14a; WPO art. 18a lid 9; WVO 2020 art. 2.47 lid 10", status = "beleid",
}
bevoegdheid "begroting_vaststellen" {
  titel = "De begroting vaststellen", voorbereiding = directie, beslist = directie, goedkeuring_van = niet_uitvoerend_bestuur, binnen = 60,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "jaarverslag_goedkeuren" {
  titel = "Het jaarverslag vaststellen", voorbereiding = directie, beslist = directie, goedkeuring_van = niet_uitvoerend_bestuur, binnen = 90,
  bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "accountant_benoemen" {
  titel = "De accountant benoemen", voorbereiding = directie, beslist = niet_uitvoerend_bestuur, bron = "statuten van het model; WPO art. 17c", status = "beleid",
}
bevoegdheid "bestuurder_benoemen" {
  titel = "Een bestuurder benoemen", voorbereiding = directie, beslist = niet_uitvoerend_bestuur, advies_van = ondersteuningsplanraad, binnen = 90,
  bron = "statuten van het model; WMS art. 11a", status = "beleid",
}
bevoegdheid "statuten_wijzigen" {
  titel = "De statuten wijzigen", voorbereiding = directie, beslist = niet_uitvoerend_bestuur, meerderheid = twee_derde, advies_van = deelnemersraad, binnen = 120, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "verdeelsleutel_wijzigen" {
  titel = "De verdeling van de middelen wijzigen", voorbereiding = directie, beslist = directie, instemming_van = ondersteuningsplanraad, advies_van = deelnemersraad,
  goedkeuring_van = niet_uitvoerend_bestuur, binnen = 120, gevolg = vernietigbaar, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "taken_verdelen" {
  titel = "Taken verdelen tussen samenwerkingsverband en scholen", voorbereiding = directie, beslist = directie, advies_van = deelnemersraad,
  goedkeuring_van = niet_uitvoerend_bestuur, binnen = 120, bron = "statuten van het model", status = "beleid",
}
bevoegdheid "arrangement_toekennen" {
  titel = "Arrangement voor een school toekennen", voorbereiding = toewijzingscommissie, beslist = directie, binnen = 42, bron = "statuten van het model", status = "beleid",
}
