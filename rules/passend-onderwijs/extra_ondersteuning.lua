-- SPDX-License-Identifier: EUPL-1.2
-- Extra ondersteuning: het ontwikkelingsperspectief, minder uren en plaatsing elders.
-- WPO art. 8, 15, 18a, 40a en 43; WEC art. 40b, 41, 41a en 45; WVO art. 26 en 27c tot 1 augustus 2022, daarna WVO 2020 art. 2.38, 2.44,
-- 2.47 en 12.34; Uitvoeringsbesluit WVO 2020 art. 2.45, 2.49 en 2.50 (tot 1 augustus 2022: Inrichtingsbesluit WVO).

-- Voor wie een ontwikkelingsperspectief (WPO art. 40a lid 1)

local perspectief_gronden = {
  { bron = "WPO art. 40a lid 1", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 41a lid 1", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 26 lid 1", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 2.44 lid 1", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "opp_verplicht" {
  over    = "inschrijving",
  titel   = "Moet er voor deze leerling een ontwikkelingsperspectief zijn?",
  gronden = perspectief_gronden,
  levert  = ja_nee,
  bepaal  = function(school_soort, steunbehoefte)
    if not een_van(school_soort, bao, vo) then return ja, "op deze soort school krijgt iedere leerling een ontwikkelingsperspectief" end
    if steunbehoefte == extra then return ja, "de leerling heeft extra ondersteuning nodig" end
    if steunbehoefte == lwoo then return nee, "voor alleen leerwegondersteuning is geen ontwikkelingsperspectief nodig" end
    if steunbehoefte == basis then return nee, "basisondersteuning is genoeg" end
    if steunbehoefte == geen_ondersteuning then return nee, "de leerling heeft geen ondersteuning nodig" end
    return onbekend, "de school moet nog bepalen welke ondersteuning de leerling nodig heeft"
  end,
}

-- Binnen zes weken (WPO art. 40a lid 3; WEC art. 41a lid 3; WVO 2020 art. 2.44 lid 2)

regel "geplaatst_vanaf" {
  over    = "inschrijving",
  titel   = "Vanaf welke dag is de leerling ingeschreven, of na een tijdelijke plaatsing definitief geplaatst?",
  gronden = {
    { bron = "WPO art. 40a lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 26", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 2.44 lid 2", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  levert  = datum,
  bepaal  = function(tijdelijk, definitief_op, inschrijvingsdatum)
    if tijdelijk and bekend(definitief_op) then return definitief_op, "de tijdelijke plaatsing is definitief op {definitief_op}" end
    if tijdelijk then return onbekend, "de plaatsing is nog tijdelijk; de termijn begint pas bij de definitieve plaatsing" end
    if not bekend(inschrijvingsdatum) or inschrijvingsdatum == geen then return onbekend, "de dag van inschrijving is niet bekend" end
    return inschrijvingsdatum, "de leerling is ingeschreven vanaf {inschrijvingsdatum}"
  end,
}

regel "behoefte_later_gebleken" {
  over   = "inschrijving",
  titel  = "Is de extra ondersteuning pas later nodig gebleken?",
  bron   = "WPO art. 40a lid 3; WEC art. 41a lid 3; WVO 2020 art. 2.44 lid 2",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(school_soort, geplaatst_vanaf, steunbehoefte_op)
    if not een_van(school_soort, bao, vo) then return nee, "het ontwikkelingsperspectief hangt niet af van de behoefte" end
    if not bekend(geplaatst_vanaf) or geplaatst_vanaf == geen then return onbekend, "de dag van plaatsing is niet bekend" end
    if not bekend(steunbehoefte_op) then return nee, "er is geen latere dag waarop de behoefte bleek" end
    if steunbehoefte_op > geplaatst_vanaf then return ja, "de behoefte bleek op {steunbehoefte_op}" end
    return nee, "de behoefte bestond al bij de plaatsing"
  end,
}

local opp_termijn_gronden = {
  { bron = "WPO art. 40a lid 3", vanaf = "2014-08-01",
    bij = function(school_onderwijswet, behoefte_later_gebleken) return school_onderwijswet == wpo and behoefte_later_gebleken ~= ja end },
  { bron = "WEC art. 41a lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 26", vanaf = "2014-08-01", tot = "2022-07-31",
    bij = function(school_onderwijswet, behoefte_later_gebleken) return school_onderwijswet == wvo and behoefte_later_gebleken ~= ja end },
  { bron = "WVO 2020 art. 2.44 lid 2", vanaf = "2022-08-01",
    bij = function(school_onderwijswet, behoefte_later_gebleken) return school_onderwijswet == wvo and behoefte_later_gebleken ~= ja end },
  { bron = "WPO art. 40a lid 3 en WVO 2020 art. 2.44 lid 2, naar analogie", vanaf = "2014-08-01", status = "aanname",
    bij = function(behoefte_later_gebleken) return behoefte_later_gebleken == ja end },
}

plicht "opp_vaststellen" {
  over    = "inschrijving",
  titel   = "Het ontwikkelingsperspectief vaststellen",
  wie     = "bestuur",
  gronden = opp_termijn_gronden,
  toelichting = "Blijkt de behoefte pas later, dan noemt de wet geen termijn; hier telt dan dezelfde termijn vanaf de dag waarop zij bleek.",
  bereik  = function(opp_verplicht) return opp_verplicht == ja end,
  termijn = {
    vanaf  = function(behoefte_later_gebleken, steunbehoefte_op, geplaatst_vanaf)
      if behoefte_later_gebleken == ja then return steunbehoefte_op end
      return geplaatst_vanaf
    end,
    lengte = weken "opp_binnen",
    recht  = wet,
  },
  vervuld = function(opp_vastgesteld_op) return opp_vastgesteld_op end,
  vervalt = function(uitgeschreven_op) return uitgeschreven_op end,
}

lijst "opp_vastgesteld_op" { over = "inschrijving", van = "ontwikkelingsperspectief", neem = eerste "vastgesteld_op", tot = 20 }

-- Overleg, advies en instemming (WPO art. 40a lid 1-2; WEC art. 41a lid 1-2)

regel "opp_na_overleg" {
  over      = "ontwikkelingsperspectief",
  titel     = "Is het ontwikkelingsperspectief vastgesteld na overleg met de ouders?",
  gronden   = perspectief_gronden,
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(overleg_op, vastgesteld_op)
    if not bekend(overleg_op) then return nee, "er was geen op overeenstemming gericht overleg" end
    if overleg_op > vastgesteld_op then return nee, "het overleg was pas na de vaststelling" end
    return ja, "er was op overeenstemming gericht overleg op {overleg_op}"
  end,
}

regel "commissie_geraadpleegd" {
  over      = "ontwikkelingsperspectief",
  titel     = "Adviseerde de commissie voordat het werd vastgesteld?",
  gronden   = {
    { bron = "WEC art. 41a lid 1 en 40b", vanaf = "2014-08-01", bij = function(school_soort) return een_van(school_soort, so, vso, sovso) end },
    { bron = "WEC art. 41a lid 1 en 41", vanaf = "2014-08-01", bij = function(school_soort) return school_soort == instelling end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(commissie_advies_op, vastgesteld_op)
    if not bekend(commissie_advies_op) then return nee, "er is geen advies van de commissie" end
    if commissie_advies_op > vastgesteld_op then return nee, "het advies kwam pas na de vaststelling" end
    return ja, "de commissie adviseerde op {commissie_advies_op}"
  end,
}

regel "wie_stemt_in" {
  over      = "ontwikkelingsperspectief",
  titel     = "Wie overlegt en stemt in: de ouders of de leerling zelf?",
  toelichting = "Wordt de leerling achttien voordat is ingestemd, dan stemt hij zelf in.",
  bron      = "WEC art. 41a; WVO 2020 art. 2.44 (tot 1 augustus 2022: WVO art. 26); WPO art. 40a",
  geldig    = { vanaf = "2014-08-01" },
  peildatum = "vastgesteld_op",
  levert    = keuze { "wie overlegt en instemt", "de_ouders", "de_leerling" },
  bepaal    = function(leerling_geboren, instemming_op, vandaag)
    local achttien = verjaardag(leerling_geboren, 18)
    if vandaag < achttien then return de_ouders, "de leerling is jonger dan achttien" end
    if bekend(instemming_op) and instemming_op < achttien then return de_ouders, "bij de instemming op {instemming_op} was de leerling jonger dan achttien" end
    return de_leerling, "de leerling is meerderjarig en treedt in de plaats van de ouders"
  end,
}

regel "handelingsdeel_vastgesteld" {
  over      = "ontwikkelingsperspectief",
  titel     = "Is ook het handelingsdeel vastgesteld?",
  gronden   = {
    { bron = "WPO art. 40a lid 1", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 1", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 26 lid 1", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function()
    return ja, "tot 1 augustus 2017 was voor het handelingsdeel geen instemming nodig"
  end,
}

regel "handelingsdeel_vastgesteld" {
  over      = "ontwikkelingsperspectief",
  titel     = "Is ook het handelingsdeel vastgesteld?",
  gronden   = {
    { bron = "WPO art. 40a lid 2", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 2", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 26 lid 2", vanaf = "2017-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 2.44 lid 2", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(instemming_op, wie_stemt_in)
    if bekend(instemming_op) then return ja, "er is instemming gegeven op {instemming_op}" end
    if wie_stemt_in == de_leerling then return nee, "de leerling heeft niet ingestemd; dit deel is niet vastgesteld" end
    return nee, "de ouders hebben niet ingestemd; dit deel is niet vastgesteld"
  end,
}

lijst "opp_met_handelingsdeel" {
  over = "inschrijving", van = "ontwikkelingsperspectief", neem = er_is, tot = 20,
  waar = function(handelingsdeel_vastgesteld, beeindigd_op) return handelingsdeel_vastgesteld == ja and not bekend(beeindigd_op) end,
}

regel "inhoud_volledig" {
  over      = "ontwikkelingsperspectief",
  titel     = "Staan uitstroom en onderbouwing in het ontwikkelingsperspectief?",
  gronden   = {
    { bron = "Besluit bekostiging WPO art. 34.7", vanaf = "2014-08-01", tot = "2022-12-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "Inrichtingsbesluit WPO (eerder Besluit bekostiging WPO art. 34.7)", vanaf = "2023-01-01", status = "aanname",
      bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 14 en 41a", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "Uitvoeringsbesluit WVO 2020 art. 2.49", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(bevat_uitstroom, bevat_onderbouwing)
    if not bevat_uitstroom then return nee, "de verwachte uitstroom ontbreekt" end
    if not bevat_onderbouwing then return nee, "de belemmerende en bevorderende factoren ontbreken" end
    return ja, "de uitstroom en de onderbouwing staan erin"
  end,
}

regel "in_register" {
  over    = "inschrijving",
  titel   = "Gaan begin en einde van het ontwikkelingsperspectief naar het register?",
  gronden = {
    { bron = "levering aan het basisregister onderwijs", vanaf = "2014-08-01", tot = "2020-06-30", status = "overgeleverd" },
    { bron = "Besluit register onderwijsdeelnemers art. 8", vanaf = "2020-07-01" },
  },
  levert  = ja_nee,
  bepaal  = function(school_soort, opp_vastgesteld_op)
    if not een_van(school_soort, bao, vo) then return nee, "op deze soort school heeft iedere leerling er een; dat wordt niet apart geleverd" end
    if opp_vastgesteld_op == geen then return nee, "er is geen ontwikkelingsperspectief" end
    return ja, "er is een ontwikkelingsperspectief sinds {opp_vastgesteld_op}"
  end,
}

-- Evalueren en bijstellen (WPO art. 40a lid 4-5; WEC art. 41a lid 4-6; WVO 2020 art. 2.44 lid 3-4)

local evaluatie_gronden = {
  { bron = "WPO art. 40a lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 41a lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 26", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 2.44 lid 3", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

plicht "opp_evalueren" {
  over     = "ontwikkelingsperspectief",
  titel    = "Het ontwikkelingsperspectief elk schooljaar evalueren",
  wie      = "bestuur",
  gronden  = evaluatie_gronden,
  herhaalt = per_schooljaar { vanaf = "vastgesteld_op", tot = "beeindigd_op" },
  vervuld  = eerste_in_tijdvak "opp_geevalueerd",
}

regel "evaluatie_volledig" {
  over    = "ontwikkelingsperspectief",
  titel   = "Is de laatste evaluatie gehouden met wie daarbij hoort?",
  gronden = evaluatie_gronden,
  levert  = ja_nee,
  bepaal  = function(geevalueerd_op, met_ouders, met_leerling, leerling_geboren, evaluatie_met_leerling_vanaf)
    if not bekend(geevalueerd_op) then return onbekend, "er is nog niet geëvalueerd" end
    if leeftijd_op(leerling_geboren, geevalueerd_op) >= 18 then
      if met_leerling then return ja, "er is geëvalueerd met de meerderjarige leerling" end
      return nee, "de meerderjarige leerling deed niet mee"
    end
    if not met_ouders then return nee, "de ouders deden niet mee" end
    if met_leerling then return ja, "er is geëvalueerd met de ouders en de leerling" end
    if geevalueerd_op >= evaluatie_met_leerling_vanaf then return nee, "de leerling deed niet mee, en dat hoort sinds {evaluatie_met_leerling_vanaf}" end
    return ja, "er is geëvalueerd met de ouders; de leerling hoefde nog niet mee te doen"
  end,
}

regel "bijstelling_vastgesteld" {
  over      = "opp_bijstelling",
  titel     = "Is de bijstelling op de juiste manier vastgesteld?",
  gronden   = {
    { bron = "WPO art. 40a lid 4", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WPO art. 40a lid 5", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 5-6", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 26", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 2.44 lid 4", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "bijgesteld_op",
  levert    = ja_nee,
  bepaal    = function(overleg_op, raakt_handelingsdeel, instemming_op, bijgesteld_op, instemming_vanaf)
    if not bekend(overleg_op) or overleg_op > bijgesteld_op then return nee, "er was vooraf geen overleg" end
    if not raakt_handelingsdeel then return ja, "overleg is genoeg; het handelingsdeel verandert niet" end
    if bijgesteld_op < instemming_vanaf then return ja, "voor {instemming_vanaf} was geen instemming nodig" end
    if bekend(instemming_op) then return ja, "er was overleg en er is instemming" end
    return nee, "het handelingsdeel verandert niet zonder instemming"
  end,
}

-- Hoorrecht (WPO art. 40a lid 6-8; WEC art. 41a lid 7-9; WVO 2020 art. 2.44 lid 5-6)

regel "hoorrecht" {
  over      = "ontwikkelingsperspectief",
  titel     = "Krijgt de leerling de gelegenheid gehoord te worden?",
  gronden   = {
    { bron = "WPO art. 40a lid 6", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 7", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO 2020 art. 2.44 lid 5", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(wie_stemt_in)
    if wie_stemt_in == de_leerling then return nee, "de leerling is meerderjarig en overlegt zelf" end
    return ja, "de leerling wordt gehoord op een manier die hij kiest"
  end,
}

regel "inbreng_verantwoord" {
  over      = "ontwikkelingsperspectief",
  titel     = "Staat in het stuk wat de leerling inbracht en wat ermee is gedaan?",
  gronden   = {
    { bron = "WPO art. 40a lid 6-8", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 41a lid 7-9", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO 2020 art. 2.44 lid 5-6", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(hoorrecht, leerling_gehoord_op, inbreng_opgenomen)
    if hoorrecht == nee then return ja, "het hoorrecht geldt niet voor een meerderjarige leerling" end
    if not bekend(leerling_gehoord_op) then return nee, "de leerling is niet gehoord" end
    if not inbreng_opgenomen then return nee, "de inbreng van de leerling staat er niet in" end
    return ja, "de leerling is gehoord en de inbreng staat erin"
  end,
}

-- Geschil (WPO art. 43; WEC art. 45; WVO art. 27c; WVO 2020 art. 12.34)

mogelijkheid "geschil_voorleggen" {
  over        = "ontwikkelingsperspectief",
  titel       = "Een geschil over het ontwikkelingsperspectief voorleggen aan de geschillencommissie",
  toelichting = "Alleen ouders kunnen dit, of een meerderjarige leerling zelf; een bestuur dat niet tot overeenstemming komt, heeft deze weg niet.",
  wie         = "ouders",
  gronden     = {
    { bron = "WPO art. 43", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 45", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27c", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "vastgesteld_op",
  bereik      = function(wie_stemt_in) return wie_stemt_in == de_ouders end,
  termijn     = {
    vanaf  = function(vastgesteld_op) return vastgesteld_op end,
    lengte = weken "geschil_voorleggen_binnen",
    recht  = beleid,
  },
  vervuld     = function(geschil_ingediend_op) return geschil_ingediend_op end,
}

mogelijkheid "geschil_voorleggen_leerling" {
  over        = "ontwikkelingsperspectief",
  titel       = "Een geschil voorleggen door de meerderjarige leerling",
  wie         = "leerling",
  gronden     = {
    { bron = "WEC art. 45", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27c", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 12.34", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "vastgesteld_op",
  bereik      = function(wie_stemt_in) return wie_stemt_in == de_leerling end,
  termijn     = {
    vanaf  = function(vastgesteld_op) return vastgesteld_op end,
    lengte = weken "geschil_voorleggen_binnen",
    recht  = beleid,
  },
  vervuld     = function(geschil_ingediend_op) return geschil_ingediend_op end,
}

lijst "geschil_ingediend_op" { over = "ontwikkelingsperspectief", van = "geschil", neem = eerste "ingediend_op", tot = 20 }

-- Minder uren (WPO art. 8 lid 10; WVO 2020 art. 2.38 lid 11)

regel "minder_uren_toegestaan" {
  over    = "urenvermindering",
  titel   = "Mag de leerling minder uren onderwijs krijgen?",
  gronden = {
    { bron = "WPO art. 8 lid 10", vanaf = "2018-08-01", bij = function(school_onderwijswet) return school_onderwijswet ~= wvo end },
    { bron = "WVO 2020 art. 2.38 lid 11", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "aangevraagd_op",
  levert  = ja_nee,
  bepaal  = function(vandaag, school_soort, reden, inschrijving_opp_met_handelingsdeel, opbouwplan, instemming_op)
    if school_soort == pro then return nee, "de wet noemt de uren van het praktijkonderwijs hier niet" end
    if reden == gewone_ziekte then return nee, "voor gewone ziekte is geen verzoek nodig" end
    if reden == anders then return nee, "het kan alleen om lichamelijke of psychische redenen" end
    if not inschrijving_opp_met_handelingsdeel then return nee, "er is geen ontwikkelingsperspectief met een ondertekend handelingsdeel" end
    if not opbouwplan then return nee, "er is geen plan om naar de volle tijd te groeien" end
    if not bekend(instemming_op) then return nee, "de inspectie heeft niet ingestemd" end
    if vandaag > einde_schooljaar(instemming_op) then return nee, "de instemming gold alleen in het schooljaar waarin zij is gegeven" end
    return ja, "de inspectie stemde in op {instemming_op}, voor de rest van dat schooljaar"
  end,
}

-- Elders, ingeschreven op de eigen school (Besluit bekostiging WPO art. 34.10 en 34.11; Uitvoeringsbesluit WVO 2020 art. 2.45 en 2.50)

local opdc_gronden = {
  { bron = "Besluit bekostiging WPO art. 34.10", vanaf = "2014-08-01", tot = "2022-12-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "Inrichtingsbesluit WPO (eerder Besluit bekostiging WPO art. 34.10)", vanaf = "2023-01-01", status = "aanname",
    bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "Uitvoeringsbesluit WVO 2020 art. 2.50", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "opdc_uiterlijk" {
  over        = "opdc_plaatsing",
  titel       = "Tot en met welke dag mag de leerling op het centrum blijven?",
  toelichting = "De eerste dag telt mee: een half jaar vanaf 1 september eindigt op de laatste dag van februari. De regels voor po zijn verhuisd naar een besluit dat hier niet is gelezen; aangenomen is dat de inhoud gelijk bleef.",
  gronden     = opdc_gronden,
  levert      = datum,
  bepaal      = function(begonnen_op, bijzonder_geval, school_onderwijswet, opdc_maanden, opdc_maanden_vo)
    if school_onderwijswet == wvo then return maanden_later(begonnen_op, opdc_maanden_vo, omlaag) - dagen(1), "in het voortgezet onderwijs hoogstens twee jaar" end
    if bijzonder_geval then return maanden_later(begonnen_op, 2 * opdc_maanden, omlaag) - dagen(1), "een half jaar en in dit bijzondere geval nog een half jaar" end
    return maanden_later(begonnen_op, opdc_maanden, omlaag) - dagen(1), "hoogstens een half jaar"
  end,
}

plicht "opdc_beeindigen" {
  over    = "opdc_plaatsing",
  titel   = "De plaatsing op het centrum beëindigen",
  wie     = "bestuur",
  gronden = opdc_gronden,
  termijn = { uiterlijk = function(opdc_uiterlijk) return opdc_uiterlijk end, recht = amvb },
  vervuld = function(beeindigd_op) return beeindigd_op end,
}

local observatie_gronden = {
  { bron = "Besluit bekostiging WPO art. 34.11 lid 3", vanaf = "2014-08-01", tot = "2022-12-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "Inrichtingsbesluit WPO (eerder Besluit bekostiging WPO art. 34.11)", vanaf = "2023-01-01", status = "aanname",
    bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "Uitvoeringsbesluit WVO 2020 art. 2.45", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

plicht "observatie_beeindigen" {
  over        = "observatieplaatsing",
  titel       = "De plaatsing ter observatie beëindigen",
  toelichting = "Hoogstens drie maanden achter elkaar; de eerste dag telt mee. De regels voor po zijn verhuisd, zie opdc_uiterlijk.",
  wie         = "bestuur",
  gronden     = observatie_gronden,
  termijn     = {
    uiterlijk = function(begonnen_op, observatie_maanden) return maanden_later(begonnen_op, observatie_maanden, omlaag) - dagen(1) end,
    recht     = amvb,
  },
  vervuld     = function(beeindigd_op) return beeindigd_op end,
}

regel "symbiose_in_orde" {
  over        = "symbiose",
  titel       = "Staat in de overeenkomst wat erin hoort?",
  toelichting = "De regels voor po zijn verhuisd, zie opdc_uiterlijk.",
  gronden     = {
    { bron = "WPO art. 15; Besluit bekostiging WPO art. 34.11 lid 2", vanaf = "2014-08-01", tot = "2022-12-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WPO art. 15; Inrichtingsbesluit WPO (eerder Besluit bekostiging WPO art. 34.11)", vanaf = "2023-01-01", status = "aanname",
      bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  peildatum   = "begonnen_op",
  levert      = ja_nee,
  bepaal      = function(overeenkomst, duur, activiteiten, uren, personeel)
    if not overeenkomst then return nee, "er is geen schriftelijke overeenkomst" end
    if not duur then return nee, "de termijn ontbreekt" end
    if not activiteiten then return nee, "de activiteiten ontbreken" end
    if not uren then return nee, "de uren per week voor elke activiteit ontbreken" end
    if not personeel then return nee, "wie het onderwijs geeft, ontbreekt" end
    return ja, "termijn, activiteiten, uren en personeel staan erin"
  end,
}

regel "observatie_in_orde" {
  over      = "observatieplaatsing",
  titel     = "Is voor de plaatsing ter observatie een volledige overeenkomst gesloten?",
  gronden   = observatie_gronden,
  peildatum = "begonnen_op",
  levert    = ja_nee,
  bepaal    = function(overeenkomst, vergoeding, gesloten)
    if not overeenkomst then return nee, "er is geen schriftelijke overeenkomst" end
    if gesloten then return ja, "er is een overeenkomst; bij een gesloten inrichting hoeft die de vergoeding niet te regelen" end
    if not vergoeding then return nee, "de overeenkomst regelt de vergoeding niet" end
    return ja, "er is een overeenkomst, ook over de vergoeding"
  end,
}

-- Gebeurtenissen

gebeurtenis "steunbehoefte_bepaald" {
  titel  = "De school bepaalt welke ondersteuning nodig is",
  over   = "inschrijving",
  vraagt = { behoefte = keuze { "ondersteuning", "geen_ondersteuning", "basis", "lwoo", "extra" } },
  zet    = { steunbehoefte = vraag "behoefte", steunbehoefte_op = vandaag },
}
gebeurtenis "opp_vastgesteld" {
  titel = "Vaststelling van het ontwikkelingsperspectief", maakt = "ontwikkelingsperspectief", zet = { vastgesteld_op = vandaag },
  belasting = { wie = "school", minuten = "minuten_opp", tarief = "uurtarief_school" },
}
gebeurtenis "handelingsdeel_ingestemd" { titel = "Instemming met het handelingsdeel", over = "ontwikkelingsperspectief", zet = { instemming_op = vandaag } }
gebeurtenis "opp_geevalueerd" {
  titel  = "Evaluatie van het ontwikkelingsperspectief",
  over   = "ontwikkelingsperspectief",
  vraagt = { ouders_erbij = ja_nee { "met de ouders" }, leerling_erbij = ja_nee { "met de leerling" } },
  zet    = { geevalueerd_op = vandaag, met_ouders = vraag "ouders_erbij", met_leerling = vraag "leerling_erbij" },
  belasting = { wie = "school", minuten = "minuten_opp_evaluatie", tarief = "uurtarief_school" },
}
gebeurtenis "opp_bijgesteld" { titel = "Bijstelling van het ontwikkelingsperspectief", maakt = "opp_bijstelling", zet = { bijgesteld_op = vandaag } }
gebeurtenis "opp_beeindigd" { titel = "Einde van het ontwikkelingsperspectief", over = "ontwikkelingsperspectief", zet = { beeindigd_op = vandaag } }
gebeurtenis "minder_uren_gevraagd" { titel = "Verzoek om minder uren", maakt = "urenvermindering", zet = { aangevraagd_op = vandaag } }
gebeurtenis "minder_uren_ingestemd" { titel = "Instemming van de inspectie", over = "urenvermindering", zet = { instemming_op = vandaag } }
gebeurtenis "opdc_begonnen" { titel = "Begin van een plaatsing op het centrum", maakt = "opdc_plaatsing", zet = { begonnen_op = vandaag } }
gebeurtenis "opdc_geeindigd" { titel = "Einde van de plaatsing op het centrum", over = "opdc_plaatsing", zet = { beeindigd_op = vandaag } }
gebeurtenis "observatie_begonnen" { titel = "Begin van de observatie", maakt = "observatieplaatsing", zet = { begonnen_op = vandaag } }
gebeurtenis "observatie_geeindigd" { titel = "Einde van de observatie", over = "observatieplaatsing", zet = { beeindigd_op = vandaag } }
gebeurtenis "symbiose_begonnen" { titel = "Begin van een programma deels op een andere school", maakt = "symbiose", zet = { begonnen_op = vandaag } }
