-- SPDX-License-Identifier: EUPL-1.2
-- Gevolgen van gevolgen: elke brief lokt een brief uit.
onderwerp "klas" { gegevens = { groot = ja_nee { "groot", begin = nee }, dag_op = datum { "dag", optioneel = true } } }
onderwerp "brief" {
  hoort_bij = { klas = "klas", vorige = { "brief", optioneel = true } },
  gegevens  = { kopie = ja_nee { "kopie", begin = nee }, over_op = datum { "dag", optioneel = true } },
}
regel "beantwoorden" { over = "brief", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  veroorzaakt = { gebeurtenis = "antwoord" },
  bepaal = function(klas_groot, kopie) return klas_groot and not kopie end }
gebeurtenis "brief" { maakt = "brief" }
gebeurtenis "antwoord" { maakt = "brief" }
gebeurtenis "groeien" { over = "klas", zet = { groot = ja, dag_op = vandaag } }
regel "kopie_van_vorige" { over = "brief", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vorige_kopie, kopie) if vorige_kopie == geen then return kopie end return ja end }
regel "lang_geleden" { over = "klas", bron = "proef", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(dag_op) if bekend(dag_op) then return verjaardag(dag_op, 300) end return datum "2026-01-01" end }
lijst "aantal_brieven" { over = "klas", van = "brief", neem = aantal, tot = 3 }
lijst "een_kopie" { over = "klas", van = "brief", neem = er_is, tot = 3, waar = function(kopie) return kopie end }
lijst "alles_kopie" { over = "klas", van = "brief", neem = voor_ieder, tot = 3, waar = function(kopie) return kopie end }
lijst "eerste_brief" { over = "klas", van = "brief", neem = eerste "over_op", tot = 3 }
lijst "laatste_brief" { over = "klas", van = "brief", neem = laatste "over_op", tot = 3 }
