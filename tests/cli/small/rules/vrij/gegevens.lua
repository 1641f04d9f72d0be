-- SPDX-License-Identifier: EUPL-1.2
-- De onderwerpen waar de regels over gaan, en hun gegevens.
onderwerp "school" {
  titel    = "School",
  gegevens = {
    openbaar = ja_nee { "openbare school" },
  },
}

onderwerp "verzoek" {
  titel     = "Verzoek om hulp",
  hoort_bij = { school = "school" },
  gegevens  = {
    ontvangen_op   = datum  { "datum van ontvangst" },
    uren           = getal  { "gevraagde uren per week", van = 0, tot = 40, optioneel = true },
    beantwoord_op  = datum  { "datum van het antwoord", optioneel = true },
  },
}

gebeurtenis "verzoek" { titel = "Verzoek", maakt = "verzoek", zet = { ontvangen_op = vandaag } }
gebeurtenis "antwoord" { titel = "Antwoord", over = "verzoek", zet = { beantwoord_op = vandaag } }
