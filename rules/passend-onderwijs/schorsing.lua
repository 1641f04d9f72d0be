-- SPDX-License-Identifier: EUPL-1.2
-- Schorsen. WPO art. 40c; WEC art. 40a; Inrichtingsbesluit WVO tot 1 augustus 2022, daarna WVO 2020 art. 8.14.

local schorsing_gronden = {
  { bron = "WPO art. 40c", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40a", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.14", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "schorsing_toegestaan" {
  over    = "schorsing",
  titel   = "Blijft de schorsing binnen de wet?",
  gronden = schorsing_gronden,
  peildatum = "eerste_dag",
  levert  = ja_nee,
  bepaal  = function(eerste_dag, laatste_dag, schriftelijk, tijdens_overleg, school_onderwijswet, schorsing_hoogstens)
    if laatste_dag < eerste_dag then return nee, "de laatste dag ligt voor de eerste" end
    if not schriftelijk then return nee, "de schorsing is niet schriftelijk en met redenen medegedeeld" end
    if laatste_dag < eerste_dag + schorsing_hoogstens then return ja, "niet langer dan {schorsing_hoogstens}, schriftelijk en met redenen" end
    if school_onderwijswet == wvo and tijdens_overleg then
      return onbekend, "tijdens het overleg met de inspectie mag worden geschorst; de wet zegt niet of de week dan ook geldt"
    end
    return nee, "langer dan {schorsing_hoogstens}; weekenden tellen mee"
  end,
}

uitzondering "aansluitende_schorsing" {
  op          = "schorsing_toegestaan",
  toelichting = "De tekst verbiedt schorsingen achter elkaar niet; de week ermee ontgaan geldt in de praktijk als onrechtmatig.",
  bron        = "WPO art. 40c; WEC art. 40a; WVO 2020 art. 8.14 (uitleg in de praktijk)",
  status      = "overgeleverd",
  geldig      = { vanaf = "2014-08-01" },
  indien      = function(eerste_dag, laatste_dag, vorige_eerste_dag, vorige_laatste_dag, schorsing_hoogstens)
    if not bekend(vorige_laatste_dag) or vorige_laatste_dag == geen then return nee end
    if not bekend(vorige_eerste_dag) or vorige_eerste_dag == geen then return nee end
    return eerste_dag <= vorige_laatste_dag + dagen(1) and laatste_dag >= vorige_eerste_dag + schorsing_hoogstens
  end,
  dan         = nee,
  reden       = "met de schorsing die eraan voorafging duurt zij langer dan een week",
}

regel "schorsing_te_melden" {
  over    = "schorsing",
  titel   = "Moet de inspectie van de schorsing weten?",
  gronden = schorsing_gronden,
  peildatum = "eerste_dag",
  levert  = ja_nee,
  bepaal  = function(eerste_dag, laatste_dag, schorsing_melden_boven_dagen)
    if laatste_dag - eerste_dag + 1 > schorsing_melden_boven_dagen then return ja, "langer dan een dag" end
    return nee, "niet langer dan een dag"
  end,
}

plicht "schorsing_melden" {
  over        = "schorsing",
  titel       = "De schorsing melden aan de inspectie",
  toelichting = "De wet zegt onverwijld en noemt geen termijn (de tekst van de WPO uit 2014 zei ook dat niet). De lengte is een aanname.",
  wie         = "bestuur",
  gronden     = schorsing_gronden,
  peildatum   = "eerste_dag",
  bereik      = function(schorsing_te_melden) return schorsing_te_melden == ja end,
  termijn     = {
    vanaf  = function(eerste_dag) return eerste_dag end,
    lengte = werkdagen "onverwijld",
    recht  = beleid,
  },
  vervuld     = function(gemeld_op) return gemeld_op end,
}

regel "geschorst" {
  over   = "schorsing",
  titel  = "Is de leerling vandaag geschorst (en daarmee geoorloofd afwezig)?",
  bron   = "Leerplichtwet 1969 art. 11 onder c",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(vandaag, eerste_dag, laatste_dag)
    if vandaag < eerste_dag then return nee, "de schorsing begint op {eerste_dag}" end
    if vandaag > laatste_dag then return nee, "de schorsing eindigde op {laatste_dag}" end
    return ja, "afwezig wegens schorsing is geoorloofd verzuim"
  end,
}

-- Wat er gebeurt

gebeurtenis "schorsing" {
  titel  = "Schorsing",
  maakt  = "schorsing",
  vraagt = { laatste_dag = datum { "laatste dag" } },
  zet    = { eerste_dag = vandaag, laatste_dag = vraag "laatste_dag" },
}
gebeurtenis "schorsing_gemeld" { titel = "Melding van de schorsing aan de inspectie", over = "schorsing", zet = { gemeld_op = vandaag } }
