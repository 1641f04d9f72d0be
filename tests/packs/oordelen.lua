-- SPDX-License-Identifier: EUPL-1.2
-- Regels die op oordelen rusten, met kleine domeinen, om elke combinatie te kunnen nalopen.
onderwerp "plek" { gegevens = { ruimte = ja_nee { "ruimte", optioneel = true, oordeel = true } } }
onderwerp "geval" {
  hoort_bij = { plek = "plek" },
  gegevens = {
    a = ja_nee { "a", optioneel = true, oordeel = true, eigenaar = "school" },
    b = ja_nee { "b", begin = nee, oordeel = true },
    s = keuze { "s", "po", "vo", "so", "sbo", oordeel = true, optioneel = true },
    ernst = getal { "ernst", van = 0, tot = 9, oordeel = true },
    feit = ja_nee { "feit" },
  },
}

regel "geen_oordeel" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(feit) return feit end }
regel "een" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(a) if not bekend(a) then return onbekend end return a end }
regel "zelfde" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(a, feit) if a == ja then return feit end return feit end }
regel "keten" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(een, b, feit) if not bekend(een) then return onbekend end return een == ja and b or not feit end }
regel "soort" { over = "geval", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = keuze { "u", "licht", "zwaar", "anders" },
  bepaal = function(s, keten)
    if not bekend(s) then return onbekend end
    if een_van(s, so, sbo) and keten == ja then return zwaar end
    if s == po or keten == nee then return licht end
    return anders
  end }
regel "daar" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(plek_ruimte, soort) return plek_ruimte == ja or soort == zwaar end }
regel "zwaar_genoeg" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(ernst, b) return b and ernst > 4 end }
regel "met_uitzondering" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(a) return a == ja end }
uitzondering "toch_niet" { op = "met_uitzondering", bron = "b", geldig = { vanaf = "2014-08-01" },
  indien = function(b) return b end, dan = nee, reden = "toch niet" }
