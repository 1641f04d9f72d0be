-- SPDX-License-Identifier: EUPL-1.2
-- Vragen aan vandaag, elk met een ander woord van de kalender.
onderwerp "kind" {
  gegevens = {
    geboren = datum { "geboren" },
    vanaf   = datum { "begin" },
    uren    = getal { "uren", van = 0, tot = 40, stap = 0.25 },
    kosten  = bedrag { "bedrag", van = euro "0", tot = euro "1.000" },
    steun   = ja_nee { "steun", optioneel = true },
  },
}
regel "na_zes_weken" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return vandaag > vanaf + weken(6) end }
regel "binnen_zes_weken" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return vandaag - vanaf <= dagen(42) end }
regel "precies_op_de_dag" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return vandaag == vanaf end }
regel "achttien" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, geboren) return leeftijd_op(geboren, vandaag) >= 18 end }
regel "oudste_klas" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, geboren) return leeftijd_op(geboren, einde_schooljaar(vandaag)) >= 12 end }
regel "dit_schooljaar" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return begin_schooljaar(vandaag) <= vanaf and vanaf <= einde_schooljaar(vandaag) end }
regel "zomermaand" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag) return maand(vandaag) >= 7 and maand(vandaag) <= 8 end }
regel "eerste_helft" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag) return dag(vandaag) <= 15 end }
regel "voor_april" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag) return vandaag <= op_dag(vandaag, 31, 3) end }
regel "nog_vijf_schooldagen" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return schooldagen_later(vandaag, 5) <= vanaf end }
regel "werkdag_voorbij" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return werkdag_vanaf(vandaag) > werkdagen_later(vanaf, 3) end }
regel "drie_maanden" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, vanaf) return vanaf <= vandaag and maanden_tussen(vanaf, vandaag) >= 3 end }
regel "maanden_op" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = -1000, tot = 5000 },
  bepaal = function(vandaag, geboren) return maanden_tussen(geboren, vandaag), "sinds {geboren}" end }
regel "even_jaar" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag) return jaar(vandaag) % 2 == 0 end }
regel "dagen_op" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(vandaag, vanaf) if vandaag < vanaf then return vanaf end return einde_maand(vandaag) end }
regel "half_deel" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100 },
  bepaal = function(uren) return deel_omlaag(uren, 2) end }
regel "half_omhoog" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100 },
  bepaal = function(uren) return deel_omhoog(uren, 2) end }
regel "half_afgerond" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100 },
  bepaal = function(uren) return afgerond(uren, 2) end }
regel "helft_heel" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100 },
  bepaal = function(uren) return uren // 2 end }
regel "rest" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100, stap = 0.25 },
  bepaal = function(uren) return uren % 2 end }
regel "anderhalf" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100, stap = 0.125 },
  bepaal = function(uren) return uren * 1.5 end }
regel "deel_bedrag" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = bedrag { van = euro "0", tot = euro "2.000" },
  bepaal = function(kosten) return procent_van(kosten, procent "5,5", afgerond) end }
regel "derde_bedrag" { over = "kind", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = bedrag { van = euro "0", tot = euro "2.000" },
  bepaal = function(kosten) return deel_omlaag(kosten, 3) end }
