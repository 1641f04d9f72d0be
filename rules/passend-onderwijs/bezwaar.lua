-- SPDX-License-Identifier: EUPL-1.2
-- Bezwaar tegen een besluit over toelating of verwijdering. Er zijn drie klokken:
--   bijzonder po: vier weken na ontvangst van het bezwaar (WPO art. 63 lid 3);
--   openbaar po en openbaar (v)so: vier weken na het einde van de bezwaartermijn (WPO art. 40 lid 12; WEC art. 40 lid 20);
--   vo, openbaar en bijzonder: vier weken na ontvangst (WVO art. 27; sinds 1 augustus 2022 WVO 2020 art. 8.8 lid 6 en 8.15 lid 8).
-- Een meerderjarige leerling in vo of vso maakt zelf bezwaar, in de plaats van de ouders.

-- Bezwaar tegen een besluit over de toelating

mogelijkheid "bezwaar_maken" {
  over      = "aanmelding",
  titel     = "Bezwaar maken tegen de weigering",
  wie       = "ouders",
  gronden   = {
    { bron = "Awb art. 6:7 en 6:8", vanaf = "2014-08-01", bij = function(school_openbaar) return school_openbaar end },
    { bron = "WPO art. 63 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
    { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wvo and not school_openbaar end },
    { bron = "WVO 2020 art. 8.8 lid 5", vanaf = "2022-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wvo and not school_openbaar end },
  },
  peildatum = "ontvangen_op",
  bereik    = function(uitkomst) return uitkomst == geweigerd or uitkomst == buiten_behandeling end,
  termijn   = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "bezwaartermijn",
    recht  = wet,
  },
  vervuld   = function(bezwaar_op) return bezwaar_op end,
}

plicht "op_bezwaar_beslissen" {
  over        = "aanmelding",
  titel       = "Beslissen op het bezwaar tegen de weigering",
  toelichting = "De termijn telt vanaf de ontvangst van het bezwaarschrift. Ligt er een geschil bij de geschillencommissie, dan staat zij stil tot de dag van het oordeel.",
  wie         = "bestuur",
  gronden     = {
    { bron = "WPO art. 63 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
    { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 6", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "ontvangen_op",
  bereik      = function(bezwaar_op, school_onderwijswet, school_openbaar) return bekend(bezwaar_op) and (school_onderwijswet == wvo or not school_openbaar) end,
  termijn     = {
    vanaf = function(bezwaar_op) return bezwaar_op end, lengte = weken "beslissen_op_bezwaar", recht = wet,
    staat_stil = { bij = "geschil", van = "klok_stil_vanaf", tot = eerste("oordeel_op", "ingetrokken_op") },
  },
  vervuld     = function(bezwaar_beslist_op) return bezwaar_beslist_op end,
}

local openbaar_bezwaar_gronden = {
  { bron = "WPO art. 40 lid 11", vanaf = "2014-08-01", tot = "2017-07-31", status = "aanname", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and school_openbaar end },
  { bron = "WPO art. 40 lid 12", vanaf = "2017-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and school_openbaar end },
  { bron = "WEC art. 40 lid 20", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and school_openbaar end },
}

plicht "op_bezwaar_beslissen_openbaar" {
  over        = "aanmelding",
  titel       = "Beslissen op het bezwaar tegen de weigering door een openbare school voor po of (v)so",
  toelichting = "De termijn telt vanaf de dag na het einde van de bezwaartermijn, hoe vroeg het bezwaar ook kwam.",
  wie         = "bestuur",
  gronden     = openbaar_bezwaar_gronden,
  peildatum   = "ontvangen_op",
  bereik      = function(bezwaar_op, school_onderwijswet, school_openbaar)
    return bekend(bezwaar_op) and school_onderwijswet ~= wvo and school_openbaar
  end,
  termijn     = {
    vanaf      = einde_van "bezwaar_maken",
    lengte     = weken "beslissen_op_bezwaar",
    staat_stil = { bij = "geschil", van = "klok_stil_vanaf", tot = eerste("oordeel_op", "ingetrokken_op") },
    recht      = wet,
  },
  vervuld     = function(bezwaar_beslist_op) return bezwaar_beslist_op end,
}

local bezwaar_weigering_gronden = {
  { bron = "WPO art. 63 lid 3 en 43 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
  { bron = "Awb art. 7:2; WPO art. 43 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and school_openbaar end },
  { bron = "WEC art. 61 en 45", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
  { bron = "WEC art. 40 lid 21 en 45", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and school_openbaar end },
  { bron = "WVO art. 27 en 27c lid 4", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.8 lid 6 en 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "op_bezwaar_beslissen_mag" {
  over      = "aanmelding",
  titel     = "Mag het bestuur al op het bezwaar beslissen?",
  gronden   = bezwaar_weigering_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(bezwaar_op, bezwaar_gehoord_op, geschil_aanhangig, bezwaar_inspecteur_op, school_onderwijswet, school_openbaar, rechtmatig_verblijf)
    if not bekend(bezwaar_op) then return nee, "er is geen bezwaar" end
    if geschil_aanhangig then return nee, "eerst komt het oordeel van de geschillencommissie" end
    if not bekend(bezwaar_gehoord_op) then return nee, "er is nog niet gehoord over het bezwaar" end
    if school_onderwijswet == wec and school_openbaar and rechtmatig_verblijf and not bekend(bezwaar_inspecteur_op) then
      return nee, "een openbare school voor (v)so overlegt eerst met de inspecteur"
    end
    return ja, "er is gehoord en er loopt geen geschil"
  end,
}

lijst "geschil_aanhangig" {
  titel = "Ligt er een geschil bij de geschillencommissie waar zij over gaat?",
  over = "aanmelding", van = "geschil", neem = er_is, tot = 20,
  waar = function(commissie_bevoegd, oordeel_op, ingetrokken_op) return commissie_bevoegd == ja and not bekend(oordeel_op) and not bekend(ingetrokken_op) end,
}

-- Bezwaar tegen een verwijdering

mogelijkheid "bezwaar_maken" {
  over      = "verwijdering",
  titel     = "Bezwaar maken tegen de verwijdering",
  wie       = "ouders",
  gronden   = {
    { bron = "Awb art. 6:7 en 6:8", vanaf = "2014-08-01", bij = function(school_openbaar) return school_openbaar end },
    { bron = "WPO art. 63 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
    { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wvo and not school_openbaar end },
    { bron = "WVO 2020 art. 8.15 lid 7", vanaf = "2022-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wvo and not school_openbaar end },
  },
  peildatum = "voornemen_op",
  termijn   = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "bezwaartermijn",
    recht  = wet,
  },
  vervuld   = function(bezwaar_op) return bezwaar_op end,
  vervalt   = function(ingetrokken_op) return ingetrokken_op end,
}

plicht "op_bezwaar_beslissen" {
  over        = "verwijdering",
  titel       = "Beslissen op het bezwaar tegen de verwijdering",
  toelichting = "De termijn telt vanaf de ontvangst van het bezwaarschrift. Ligt er een geschil bij de geschillencommissie, dan staat zij stil tot de dag van het oordeel.",
  wie         = "bestuur",
  gronden     = {
    { bron = "WPO art. 63 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
    { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.15 lid 8", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "voornemen_op",
  bereik      = function(bezwaar_op, school_onderwijswet, school_openbaar) return bekend(bezwaar_op) and (school_onderwijswet == wvo or not school_openbaar) end,
  termijn     = {
    vanaf = function(bezwaar_op) return bezwaar_op end, lengte = weken "beslissen_op_bezwaar", recht = wet,
    staat_stil = { bij = "geschil", van = "klok_stil_vanaf", tot = eerste("oordeel_op", "ingetrokken_op") },
  },
  vervuld     = function(bezwaar_beslist_op) return bezwaar_beslist_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
}

plicht "op_bezwaar_beslissen_openbaar" {
  over        = "verwijdering",
  titel       = "Beslissen op het bezwaar tegen de verwijdering door een openbare school voor po of (v)so",
  toelichting = "De termijn telt vanaf de dag na het einde van de bezwaartermijn, hoe vroeg het bezwaar ook kwam.",
  wie         = "bestuur",
  gronden     = openbaar_bezwaar_gronden,
  peildatum   = "voornemen_op",
  bereik      = function(bezwaar_op, school_onderwijswet, school_openbaar)
    return bekend(bezwaar_op) and school_onderwijswet ~= wvo and school_openbaar
  end,
  termijn     = {
    vanaf      = einde_van "bezwaar_maken",
    lengte     = weken "beslissen_op_bezwaar",
    staat_stil = { bij = "geschil", van = "klok_stil_vanaf", tot = eerste("oordeel_op", "ingetrokken_op") },
    recht      = wet,
  },
  vervuld     = function(bezwaar_beslist_op) return bezwaar_beslist_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
}

local bezwaar_verwijdering_gronden = {
  { bron = "WPO art. 63 lid 3 en 43 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and not school_openbaar end },
  { bron = "Awb art. 7:2; WPO art. 43 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wpo and school_openbaar end },
  { bron = "WEC art. 61 en 45", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and not school_openbaar end },
  { bron = "WEC art. 40 lid 21 en 45", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_openbaar) return school_onderwijswet == wec and school_openbaar end },
  { bron = "WVO art. 27 en 27c lid 4", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.15 lid 8 en 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "op_bezwaar_beslissen_mag" {
  over      = "verwijdering",
  titel     = "Mag het bestuur al op het bezwaar beslissen?",
  gronden   = bezwaar_verwijdering_gronden,
  peildatum = "voornemen_op",
  levert    = ja_nee,
  bepaal    = function(bezwaar_op, bezwaar_gehoord_op, geschil_aanhangig, bezwaar_inspecteur_op, school_onderwijswet, school_openbaar)
    if not bekend(bezwaar_op) then return nee, "er is geen bezwaar" end
    if geschil_aanhangig then return nee, "eerst komt het oordeel van de geschillencommissie" end
    if not bekend(bezwaar_gehoord_op) then return nee, "er is nog niet gehoord over het bezwaar" end
    if school_onderwijswet == wec and school_openbaar and not bekend(bezwaar_inspecteur_op) then
      return nee, "een openbare school voor (v)so overlegt eerst met de inspecteur"
    end
    return ja, "er is gehoord en er loopt geen geschil"
  end,
}

lijst "geschil_aanhangig" {
  titel = "Ligt er een geschil bij de geschillencommissie waar zij over gaat?",
  over = "verwijdering", van = "geschil", neem = er_is, tot = 20,
  waar = function(commissie_bevoegd, oordeel_op, ingetrokken_op) return commissie_bevoegd == ja and not bekend(oordeel_op) and not bekend(ingetrokken_op) end,
}

-- Wat er gebeurt

gebeurtenis "bezwaar" {
  titel = "Bezwaar tegen het besluit over de toelating", over = "aanmelding", zet = { bezwaar_op = vandaag },
  belasting = { wie = "bestuur", minuten = "minuten_bezwaar", tarief = "uurtarief_bestuur" },
}
gebeurtenis "hoorzitting" { titel = "Horen over het bezwaar tegen het besluit over de toelating", over = "aanmelding", zet = { bezwaar_gehoord_op = vandaag } }
gebeurtenis "overleg_met_inspecteur" { titel = "Overleg met de inspecteur over het bezwaar tegen het besluit over de toelating", over = "aanmelding", zet = { bezwaar_inspecteur_op = vandaag } }
gebeurtenis "beslissing_op_bezwaar" { titel = "Beslissing op het bezwaar tegen het besluit over de toelating", over = "aanmelding", zet = { bezwaar_beslist_op = vandaag } }
gebeurtenis "bezwaar_verwijdering" {
  titel = "Bezwaar tegen de verwijdering", over = "verwijdering", zet = { bezwaar_op = vandaag },
  belasting = { wie = "bestuur", minuten = "minuten_bezwaar", tarief = "uurtarief_bestuur" },
}
gebeurtenis "hoorzitting_verwijdering" { titel = "Horen over het bezwaar tegen de verwijdering", over = "verwijdering", zet = { bezwaar_gehoord_op = vandaag } }
gebeurtenis "overleg_met_inspecteur_verwijdering" { titel = "Overleg met de inspecteur over het bezwaar tegen de verwijdering", over = "verwijdering", zet = { bezwaar_inspecteur_op = vandaag } }
gebeurtenis "beslissing_op_bezwaar_verwijdering" { titel = "Beslissing op het bezwaar tegen de verwijdering", over = "verwijdering", zet = { bezwaar_beslist_op = vandaag } }
