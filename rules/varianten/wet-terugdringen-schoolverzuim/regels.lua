-- SPDX-License-Identifier: EUPL-1.2
-- De voorgenomen inhoud in vijf punten: verzuimbeleid, alle verzuim registreren, eerder hulp van leerplicht, een regionaal beeld, en een
-- strengere vrijstelling onder a. De tekst van het voorstel is hier niet gelezen: dagen en termijnen zijn aannamen.

-- Verzuimbeleid van elke school

onderwerp "verzuimbeleid" {
  titel     = "Verzuimbeleid van een school",
  hoort_bij = { school = "school" },
  gegevens  = { vastgesteld_op = datum { "dag van vaststelling" } },
}

lijst "verzuimbeleid_sinds" { over = "school", van = "verzuimbeleid", neem = eerste "vastgesteld_op", tot = 20 }

plicht "verzuimbeleid_vaststellen" {
  over    = "school",
  titel   = "Verzuimbeleid vaststellen",
  wie     = "bestuur",
  bron    = "Kamerstuk 36663",
  status  = "aanname",
  geldig  = { vanaf = "2027-08-01" },
  termijn = { uiterlijk = function() return datum "2027-08-01" end, recht = wet },
  vervuld = function(verzuimbeleid_sinds) return verzuimbeleid_sinds end,
}

-- Alle verzuim registreren, ook geoorloofd

plicht "afwezigheid_registreren" {
  over        = "afwezigheid",
  titel       = "Elke afwezigheid registreren, ook als zij geoorloofd is",
  toelichting = "De termijn is die van de praktijk voor het melden van verzuim.",
  wie         = "directeur",
  bron        = "Kamerstuk 36663",
  status      = "aanname",
  geldig      = { vanaf = "2027-08-01" },
  peildatum   = "eerste_dag",
  bereik      = function(reden) return reden ~= school_gesloten end,
  termijn     = {
    vanaf  = function(eerste_dag) return eerste_dag end,
    lengte = werkdagen "verzuim_melden_binnen",
    recht  = wet,
  },
  vervuld     = function(register_op) return register_op end,
}

-- Eerder hulp

regel "hulp_van_leerplicht" {
  over   = "thuiszitperiode",
  titel  = "Kan de leerplichtambtenaar al helpen?",
  bron   = "Kamerstuk 36663",
  status = "aanname",
  geldig = { vanaf = "2027-08-01" },
  levert = ja_nee,
  bepaal = function(teruggekeerd_op, leerling_onder_leerplichtwet)
    if bekend(teruggekeerd_op) then return nee, "de leerling volgt weer onderwijs sinds {teruggekeerd_op}" end
    if not leerling_onder_leerplichtwet then return nee, "de Leerplichtwet geldt niet voor deze leerling" end
    return ja, "helpen kan vanaf de eerste dag, ook zonder melding en ook bij geoorloofd verzuim"
  end,
}

-- Het regionale beeld

lijst "zit_thuis" {
  over = "leerling", van = "thuiszitperiode", neem = er_is, tot = 20,
  waar = function(teruggekeerd_op) return not bekend(teruggekeerd_op) end,
}

lijst "zonder_onderwijs_in_gemeente" {
  over = "gemeente", van = "leerling", neem = aantal, tot = 1000,
  waar = function(zit_thuis, absoluut_verzuim) return zit_thuis or absoluut_verzuim == ja end,
}

-- Vrijstelling onder a: niet zonder onderwijskundig perspectief

onderwerp "onderwijskundig_perspectief" {
  titel     = "Onderwijskundig perspectief bij een beroep op vrijstelling",
  hoort_bij = { vrijstelling = "vrijstelling" },
  gegevens  = { gegeven_op = datum { "dag waarop het er is" } },
}

lijst "perspectieven" { over = "vrijstelling", van = "onderwijskundig_perspectief", neem = aantal, tot = 20 }

uitzondering "perspectief_ontbreekt" {
  op     = "stukken_in_orde",
  bron   = "Kamerstuk 36663",
  status = "aanname",
  geldig = { vanaf = "2027-08-01" },
  indien = function(grond, kennisgeving_op, perspectieven)
    return grond == onder_a and kennisgeving_op >= datum "2027-08-01" and perspectieven == 0
  end,
  dan    = nee,
  reden  = "een onderwijskundig perspectief ontbreekt",
}

gebeurtenis "verzuimbeleid_vastgesteld" { titel = "Vaststelling van verzuimbeleid", maakt = "verzuimbeleid", zet = { vastgesteld_op = vandaag } }
gebeurtenis "afwezigheid_geregistreerd" { titel = "Registratie van een afwezigheid", over = "afwezigheid", zet = { register_op = vandaag } }
gebeurtenis "perspectief_gegeven" { titel = "Er is een onderwijskundig perspectief", maakt = "onderwijskundig_perspectief", zet = { gegeven_op = vandaag } }
