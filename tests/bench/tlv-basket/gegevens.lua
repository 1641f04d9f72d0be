-- SPDX-License-Identifier: EUPL-1.2
onderwerp "leerling" {
  titel    = "Leerling van de werklast",
  gegevens = {
    leeftijd              = getal  { "leeftijd in jaren", van = 4, tot = 18 },
    school                = keuze  { "soort school", "bo", "sbo", "so", "vo", "vso", "pro" },
    cluster               = getal  { "cluster, 0 is geen", van = 0, tot = 4 },
    ingeschreven          = ja_nee { "staat ingeschreven" },
    verzuimuren           = getal  { "ongeoorloofd verzuim in vier weken, in uren", van = 0, tot = 120, stap = 0.5 },
    weken_afwezig         = getal  { "weken afwezig", van = 0, tot = 29 },
    heeft_opp             = ja_nee { "er is een ontwikkelingsperspectief" },
    opp_leeftijd_weken    = getal  { "weken sinds het ontwikkelingsperspectief", van = 0, tot = 79 },
    handelingsdeel_akkoord = ja_nee { "ouders stemmen in met het handelingsdeel" },
    deskundigen           = getal  { "aantal deskundigen", van = 0, tot = 3 },
    orthopedagoog         = ja_nee { "een van hen is orthopedagoog" },
    steunuren             = getal  { "uren steun per week", van = 0, tot = 40, stap = 0.25 },
    dagen_sinds_aanvraag  = getal  { "dagen sinds de aanvraag, -1 is geen aanvraag", van = -1, tot = 100 },
    verlengd              = ja_nee { "de beslistermijn is verlengd" },
    budget                = getal  { "budget dat het samenwerkingsverband over heeft", van = 0, tot = 100000, stap = 0.0625 },
  },
}
