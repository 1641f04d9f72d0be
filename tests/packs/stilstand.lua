-- SPDX-License-Identifier: EUPL-1.2
-- Een termijn die stilstaat vanaf een dag die een regel geeft.
onderwerp "school" {}
onderwerp "besluit" {
  hoort_bij = { school = "school" },
  gegevens  = { op = datum { "dag" }, klaar_op = datum { "klaar", optioneel = true } },
}
onderwerp "geschil" {
  hoort_bij = { besluit = "besluit" },
  gegevens  = {
    ingediend_op = datum { "ingediend" },
    bevoegd      = ja_nee { "de commissie gaat erover", optioneel = true },
    oordeel_op   = datum { "oordeel", optioneel = true },
  },
}
regel "stil_vanaf" {
  over = "geschil", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(bevoegd, ingediend_op)
    if bevoegd ~= ja then return geen, "de commissie gaat er niet over" end
    return ingediend_op + dagen(1), "vanaf de dag erna"
  end,
}
plicht "beslissen" {
  over = "besluit", wie = "school", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(op) return op end, lengte = weken(2), recht = wet,
    staat_stil = { bij = "geschil", van = "stil_vanaf", tot = "oordeel_op" } },
  vervuld = function(klaar_op) return klaar_op end,
}
gebeurtenis "voorgelegd" { maakt = "geschil", zet = { ingediend_op = vandaag } }
gebeurtenis "bevoegd_gebleken" { over = "geschil", zet = { bevoegd = ja } }
gebeurtenis "beoordeeld" { over = "geschil", zet = { oordeel_op = vandaag } }
