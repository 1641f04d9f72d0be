-- SPDX-License-Identifier: EUPL-1.2
-- Regels met kleine domeinen, om elke verandering van gegevens te kunnen nalopen.
onderwerp "plek" { gegevens = { open = ja_nee { "open" }, soort = keuze { "soort", "po", "vo", "so" } } }
onderwerp "geval" {
  hoort_bij = { plek = "plek" },
  gegevens = {
    a = ja_nee { "a" }, b = ja_nee { "b", eigenaar = "ouders" },
    o = ja_nee { "o", optioneel = true, oordeel = true, eigenaar = "school" },
    w = ja_nee { "w", eigenaar = "wet" },
    n = getal { "n", van = 0, tot = 8 }, m = getal { "m", van = 0, tot = 8 },
    h = getal { "h", van = -2, tot = 2, stap = 0.5 },
    s = keuze { "s", "po", "vo", "so" },
    geboren = datum { "geboren" },
    voorbij = datum { "voorbij" },
    straks = datum { "straks" },
    ooit = datum { "ooit", optioneel = true },
  },
}

regel "en" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(a, b) return a and b end }
regel "oordeel" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(o) if o == ja then return ja end return nee end }
regel "grens" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n) return n >= 5 end }
regel "verschil" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n, m) return n - m >= 3 end }
regel "samen" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n, m) return n + m > 10 end }
regel "of_zo" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(s, a, n) if s == so then return ja end if a and n > 3 then return ja end return nee end }
regel "keten" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(grens, s) return grens and s == vo end }
regel "gedeeld" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(grens, verschil, n) return grens and not verschil and n < 7 end }
regel "onmogelijk" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n, w) if n > 4 and n < 3 then return ja end return w end }
regel "met_uitzondering" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n) return n > 1 end }
uitzondering "toch_niet" { op = "met_uitzondering", bron = "b", geldig = { vanaf = "2014-08-01" },
  indien = function(b) return b end, dan = nee, reden = "toch niet" }
regel "tien_dagen" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(vandaag, straks) return straks >= vandaag + dagen(10) end }
regel "ooit_gezet" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(vandaag, ooit) if bekend(ooit) and ooit > vandaag + dagen(2) then return ja end return nee end }
regel "te_laat" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(voorbij, geboren) return voorbij < geboren end }
regel "dubbel" { over = "geval", bron = "b", geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 40 }, bepaal = function(n, m) return 2 * n + m end }
regel "woord" { over = "geval", bron = "b", geldig = { vanaf = "2014-08-01" },
  levert = keuze { "u", "po", "vo", "so" },
  bepaal = function(s, a) if a then return so end return s end }
regel "einde" { over = "geval", bron = "b", geldig = { vanaf = "2014-08-01" },
  levert = datum, bepaal = function(straks) return straks + dagen(7) end }
regel "open_daar" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(plek_open, a) return plek_open and a end }
regel "op_de_kop" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n, m) return n == 6 and m == 2 end }
regel "rest" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(n, h) return n // 3 == 2 and h > 0 end }
regel "tussen" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(dubbel) return dubbel >= 13 and dubbel <= 14 end }
regel "met_grond" { over = "geval", levert = ja_nee,
  gronden = { { bij = function(plek_soort) return plek_soort == vo end, bron = "b", vanaf = "2014-08-01" } },
  bepaal = function(a) return not a end }
regel "drie" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(a, o, s, n) return a and o == ja and s == so and n < 8 end }
regel "los" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" }, vrij = true,
  bepaal = function(a) return a end }
regel "op_los" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(los, b) return los == ja and not b end }
regel "niet_po" { over = "geval", bron = "b", levert = ja_nee, geldig = { vanaf = "2014-08-01" },
  bepaal = function(s) return s ~= po end }
