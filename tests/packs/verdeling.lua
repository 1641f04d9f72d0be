-- SPDX-License-Identifier: EUPL-1.2
-- Sommen over regels en lijsten, en een bedrag dat over scholen gaat en daarna over klassen.

onderwerp "verband" {
  gegevens = {
    inkomsten = bedrag { "inkomsten", van = euro "-1.000.000", tot = euro "1.000.000" },
    uren      = getal { "uren", van = 0, tot = 100000, stap = 0.5, begin = 0 },
  },
}
onderwerp "bestuur" { gegevens = {} }
onderwerp "school" {
  hoort_bij = { verband = { "verband", optioneel = true }, bestuur = { "bestuur", optioneel = true } },
  gegevens  = {
    vast    = getal { "vast gewicht", van = 0, tot = 1000, begin = 0 },
    mee     = ja_nee { "doet mee", begin = ja },
    per_mond = ja_nee { "weegt naar leerlingen", begin = ja },
  },
}
onderwerp "klas" { hoort_bij = { school = "school" }, gegevens = { leerlingen = getal { "leerlingen", van = 0, tot = 40, optioneel = true } } }

-- van beneden naar boven: klas, school, bestuur, verband

lijst "leerlingen" { over = "school", van = "klas", neem = som "leerlingen", tot = 50 }
regel "gewicht" {
  over = "school", bron = "proef", levert = getal { van = 0, tot = 10000 },
  bepaal = function(leerlingen, vast, mee, per_mond)
    if not mee then return geen, "doet niet mee" end
    if per_mond then return leerlingen * 3 + vast end
    return vast
  end,
}
lijst "gewicht_samen" { over = "verband", van = "school", neem = som "gewicht", tot = 100 }
regel "te_verdelen" {
  over = "verband", bron = "proef", levert = bedrag { van = euro "-2.000.000", tot = euro "2.000.000" },
  bepaal = function(inkomsten) return inkomsten, "alles" end,
}

-- van boven naar beneden: verband, school, klas

verdeling "deel" {
  over = "school", bron = "statuten", geldig = { vanaf = "2026-02-01" }, status = "beleid",
  geheel = "verband_te_verdelen", naar = "gewicht", tot = 100, afronding = grootste_rest,
}
verdeling "deel_van_klas" { over = "klas", bron = "proef", geheel = "school_deel", naar = "leerlingen", tot = 50, afronding = grootste_rest }
verdeling "uren_van_school" { over = "school", bron = "proef", geheel = "verband_uren", naar = "vast", tot = 100, afronding = grootste_rest }

lijst "deel_samen" { over = "verband", van = "school", neem = som "deel", tot = 100 }
lijst "deel_van_bestuur" { over = "bestuur", van = "school", neem = som "deel", tot = 100 }
regel "ruimte" {
  over = "school", bron = "proef", levert = bedrag { van = euro "-5.000.000", tot = euro "5.000.000" },
  bepaal = function(deel)
    return deel + deel, "twee keer {deel}"
  end,
}
gebeurtenis "telling" { over = "klas", vraagt = { aantal_nu = getal { "nu", van = 0, tot = 40 } }, zet = { leerlingen = vraag "aantal_nu" } }
