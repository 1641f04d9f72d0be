-- SPDX-License-Identifier: EUPL-1.2
-- De geschillencommissie passend onderwijs. WPO art. 43; WEC art. 45; WVO art. 27c tot 1 augustus 2022, daarna WVO 2020 art. 12.34.
-- Haar oordeel is niet bindend. Over een toelaatbaarheidsverklaring gaat zij niet: dat is een besluit van het samenwerkingsverband.

mogelijkheid "geschil_voorleggen" {
  over    = "aanmelding",
  titel   = "De weigering voorleggen aan de geschillencommissie",
  wie     = "ouders",
  bron    = "reglement geschillencommissie passend onderwijs",
  status  = "beleid",
  geldig  = { vanaf = "2014-08-01" },
  bereik  = function(uitkomst) return uitkomst == geweigerd end,
  termijn = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "geschil_voorleggen_binnen",
    recht  = beleid,
  },
  vervuld = function(geschil_ingediend_op) return geschil_ingediend_op end,
}

mogelijkheid "geschil_voorleggen" {
  over    = "verwijdering",
  titel   = "De verwijdering voorleggen aan de geschillencommissie",
  wie     = "ouders",
  bron    = "reglement geschillencommissie passend onderwijs",
  status  = "beleid",
  geldig  = { vanaf = "2014-08-01" },
  termijn = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "geschil_voorleggen_binnen",
    recht  = beleid,
  },
  vervuld = function(geschil_ingediend_op) return geschil_ingediend_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
}

lijst "geschil_ingediend_op" { titel = "Eerste dag waarop een geschil is voorgelegd", over = "aanmelding", van = "geschil", neem = eerste "ingediend_op", tot = 20 }
lijst "geschil_ingediend_op" { titel = "Eerste dag waarop een geschil is voorgelegd", over = "verwijdering", van = "geschil", neem = eerste "ingediend_op", tot = 20 }

regel "commissie_bevoegd" {
  over      = "geschil",
  titel     = "Gaat de geschillencommissie over dit geschil?",
  gronden   = {
    { bron = "WPO art. 43", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 45", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27c", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ingediend_op",
  levert    = ja_nee,
  bepaal    = function(waarover, indiener, ingediend_op, leerling_geboren, school_onderwijswet)
    if waarover == toelaatbaarheid then return nee, "tegen een toelaatbaarheidsverklaring staat bezwaar open bij het samenwerkingsverband" end
    if een_van(waarover, schorsing, anders) then return nee, "dit onderwerp staat niet in de lijst van de wet" end
    if indiener == bestuur then return nee, "een school kan geen geschil voorleggen, alleen de ouders" end
    if indiener == leerling and school_onderwijswet == wpo then return nee, "op een basisschool leggen de ouders het geschil voor" end
    if indiener == leerling and ingediend_op < verjaardag(leerling_geboren, 18) then return nee, "de leerling is nog geen 18 jaar" end
    return ja, "het geschil gaat over weigering, verwijdering of het ontwikkelingsperspectief"
  end,
}

regel "klok_stil_vanaf" {
  over        = "geschil",
  titel       = "Vanaf welke dag staat de termijn om op bezwaar te beslissen stil?",
  toelichting = "Tot de dag van het oordeel of de intrekking. Wat de commissie niet mag behandelen, zet geen termijn stil.",
  gronden     = {
    { bron = "WPO art. 43 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 45", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27c lid 4", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "ingediend_op",
  levert      = datum,
  bepaal      = function(commissie_bevoegd, ingediend_op)
    if commissie_bevoegd ~= ja then return geen, "de commissie gaat niet over dit geschil" end
    return ingediend_op, "vanaf de dag waarop het geschil is voorgelegd"
  end,
}

plicht "oordeel_geven" {
  over      = "geschil",
  titel     = "Oordelen over het geschil",
  wie       = "geschillencommissie",
  gronden   = {
    { bron = "WPO art. 43 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 45", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27c", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ingediend_op",
  bereik    = function(commissie_bevoegd) return commissie_bevoegd == ja end,
  termijn   = {
    vanaf  = function(ingediend_op) return ingediend_op end,
    lengte = weken "geschil_oordeel",
    recht  = wet,
  },
  vervuld   = function(oordeel_op) return oordeel_op end,
  vervalt   = function(ingetrokken_op) return ingetrokken_op end,
}

regel "na_oordeel_mededelen" {
  over        = "geschil",
  titel       = "Moet het bestuur nog melden wat het met het oordeel doet?",
  toelichting = "Schriftelijk aan ouders en commissie, met redenen als het bestuur afwijkt. De wet noemt geen termijn. Na 2022 is de tekst niet gelezen.",
  bron        = "Besluit bekostiging WPO (oud) art. 34.9",
  status      = "overgeleverd",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(oordeel_op, medegedeeld_op)
    if not bekend(oordeel_op) then return nee, "er is nog geen oordeel" end
    if bekend(medegedeeld_op) then return nee, "medegedeeld op {medegedeeld_op}" end
    return ja, "het oordeel bindt niet, maar het bestuur meldt schriftelijk wat het ermee doet"
  end,
}

-- Wat er gebeurt

gebeurtenis "geschil" { titel = "Een geschil bij de geschillencommissie", maakt = "geschil", zet = { ingediend_op = vandaag } }
gebeurtenis "oordeel" { titel = "Oordeel van de geschillencommissie", over = "geschil", zet = { oordeel_op = vandaag } }
gebeurtenis "geschil_ingetrokken" { titel = "Het geschil is ingetrokken", over = "geschil", zet = { ingetrokken_op = vandaag } }
gebeurtenis "mededeling_na_oordeel" { titel = "Het bestuur meldt wat het met het oordeel doet", over = "geschil", zet = { medegedeeld_op = vandaag } }
