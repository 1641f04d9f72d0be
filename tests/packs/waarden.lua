-- SPDX-License-Identifier: EUPL-1.2
-- Van elke soort waarde een, om te zien hoe een uitkomst in een scenario wordt geschreven.
onderwerp "zaak" {
  gegevens = {
    dag_op = datum { "dag", optioneel = true },
    uren   = getal { "uren", van = 0, tot = 40, stap = 0.25 },
    kosten = bedrag { "kosten", van = euro "0", tot = euro "100.000" },
    deel   = percentage { "deel", van = procent "0", tot = procent "100" },
    soort  = keuze { "soort", "rood", "blauw" },
    steun  = ja_nee { "steun", optioneel = true, of_geen = true },
  },
}
regel "zegt_iets" { over = "zaak", bron = "art. 1 \"oud\"", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(soort, kosten) if soort == rood then return ja, "het kost {kosten}" end return nee end }
gebeurtenis "iets" { over = "zaak", zet = { steun = geen } }
