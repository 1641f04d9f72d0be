-- SPDX-License-Identifier: EUPL-1.2
-- Thuiszitters: begrippen, de ladder van de verzuimaanpak, het Thuiszitterspact en doorzettingsmacht, en de weg terug.
-- Kamerbrief 3 februari 2016 (26695, nr. 108); Thuiszitterspact 13 juni 2016; LPW art. 22; Methodische Aanpak Schoolverzuim (2017);
-- WVO 2020 art. 8.20; WEC art. 47b; Besluit experiment onderwijszorgarrangementen (Stb. 2022, 449).

-- De eerste dag zonder onderwijs telt mee: vier weken vanaf een maandag zijn voorbij op de zondag vier weken later.

regel "langdurig_relatief_verzuim" {
  over        = "thuiszitperiode",
  titel       = "Is er langdurig relatief verzuim?",
  toelichting = "De brief zegt zowel langer dan vier weken als vier weken of langer; de parameter vier_weken_is_genoeg kiest.",
  bron        = "Kamerbrief 3 februari 2016 (26695, nr. 108)",
  status      = "beleid",
  geldig      = { vanaf = "2016-02-03" },
  levert      = ja_nee,
  bepaal      = function(vandaag, sinds, geoorloofd, teruggekeerd_op, leerling_ingeschreven, leerling_onder_leerplichtwet, langdurig_na, vier_weken_is_genoeg)
    if bekend(teruggekeerd_op) then return nee, "de leerling volgt weer onderwijs sinds {teruggekeerd_op}" end
    if not leerling_onder_leerplichtwet then return nee, "de Leerplichtwet geldt niet voor deze leerling" end
    if not leerling_ingeschreven then return nee, "de leerling staat nergens ingeschreven; dat is geen relatief verzuim" end
    if geoorloofd then return nee, "het verzuim is geoorloofd" end
    local voorbij = sinds + langdurig_na
    if vandaag >= voorbij then return ja, "zonder onderwijs sinds {sinds}, langer dan {langdurig_na}" end
    if vier_weken_is_genoeg and vandaag == voorbij - dagen(1) then return ja, "zonder onderwijs sinds {sinds}, vandaag precies {langdurig_na}" end
    return nee, "zonder onderwijs sinds {sinds}; {langdurig_na} zijn nog niet voorbij"
  end,
}

regel "thuiszitter" {
  over   = "thuiszitperiode",
  titel  = "Is de leerling een thuiszitter?",
  bron   = "Kamerbrief 3 februari 2016 (26695, nr. 108)",
  status = "beleid",
  geldig = { vanaf = "2016-02-03" },
  levert = ja_nee,
  bepaal = function(teruggekeerd_op, leerling_vrijgesteld, leerling_absoluut_verzuim, langdurig_relatief_verzuim)
    if bekend(teruggekeerd_op) then return nee, "de leerling volgt weer onderwijs sinds {teruggekeerd_op}" end
    if leerling_vrijgesteld then return nee, "de leerling is vrijgesteld en telt niet mee" end
    if leerling_absoluut_verzuim then return ja, "er is absoluut verzuim" end
    if langdurig_relatief_verzuim == ja then return ja, "er is langdurig relatief verzuim" end
    return nee, "er is geen absoluut en geen langdurig relatief verzuim"
  end,
}

regel "thuiszitter_volgens_ingrado" {
  over        = "thuiszitperiode",
  titel       = "Is de leerling een thuiszitter in de ruimere betekenis van Ingrado?",
  toelichting = "Ook wie ingeschreven en ziek is, telt hier alleen niet mee als de afwezigheid geoorloofd is.",
  bron        = "Ingrado",
  status      = "overgeleverd",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(vandaag, sinds, geoorloofd, teruggekeerd_op, leerling_onder_leerplichtwet, leerling_vrijgesteld, langdurig_na)
    if bekend(teruggekeerd_op) then return nee, "de leerling volgt weer onderwijs sinds {teruggekeerd_op}" end
    if not leerling_onder_leerplichtwet then return nee, "de Leerplichtwet geldt niet voor deze leerling" end
    if leerling_vrijgesteld or geoorloofd then return nee, "er is een grond in de wet" end
    if vandaag < sinds + langdurig_na then return nee, "zonder onderwijs sinds {sinds}; {langdurig_na} zijn nog niet voorbij" end
    return ja, "zonder grond in de wet langer dan {langdurig_na} zonder onderwijs, wel of niet ingeschreven"
  end,
}

regel "doelgroep_thuiszitterspact" {
  over   = "thuiszitperiode",
  titel  = "Zit de leerling langer dan drie maanden thuis zonder passend aanbod?",
  bron   = "Thuiszitterspact 13 juni 2016",
  status = "beleid",
  geldig = { vanaf = "2016-06-13" },
  levert = ja_nee,
  bepaal = function(vandaag, sinds, thuiszitter, passend_aanbod_op, pact_maanden)
    if thuiszitter ~= ja then return nee, "de leerling is geen thuiszitter" end
    if bekend(passend_aanbod_op) then return nee, "er is een passend aanbod sinds {passend_aanbod_op}" end
    local grens = maanden_later(sinds, pact_maanden, omlaag)
    if vandaag >= grens then return ja, "thuis sinds {sinds}, langer dan {pact_maanden} maanden zonder passend aanbod" end
    return nee, "de {pact_maanden} maanden zijn pas voorbij op {grens}"
  end,
}

-- Trede 4 en 5: onderzoek en route (LPW art. 22; Methodische Aanpak Schoolverzuim)

regel "onderzoek_nodig" {
  over        = "thuiszitperiode",
  titel       = "Moet de leerplichtambtenaar onderzoeken en horen?",
  toelichting = "De wet noemt geen termijn voor het onderzoek.",
  bron        = "LPW art. 22",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(teruggekeerd_op, onderzocht_op, leerling_absoluut_verzuim, inschrijving_verzuim_gemeld_op, sinds)
    if bekend(teruggekeerd_op) then return nee, "de leerling volgt weer onderwijs sinds {teruggekeerd_op}" end
    if bekend(onderzocht_op) then return nee, "de leerplichtambtenaar heeft onderzocht op {onderzocht_op}" end
    if leerling_absoluut_verzuim then return ja, "er is absoluut verzuim" end
    if not bekend(inschrijving_verzuim_gemeld_op) or inschrijving_verzuim_gemeld_op == geen then return nee, "er is nog geen melding" end
    if inschrijving_verzuim_gemeld_op < sinds then return nee, "de laatste melding is van voor deze periode" end
    return ja, "het verzuim is gemeld op {inschrijving_verzuim_gemeld_op}"
  end,
}

regel "halt_mogelijk" {
  over   = "thuiszitperiode",
  titel  = "Kan de leerling naar Halt?",
  bron   = "Wetboek van Strafrecht; Methodische Aanpak Schoolverzuim",
  status = "overgeleverd",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(leerling_geboren, vandaag)
    if leeftijd_op(leerling_geboren, vandaag) < 12 then return nee, "een kind onder de twaalf wordt niet vervolgd" end
    return ja, "dat kan vanaf twaalf jaar"
  end,
}

-- Trede 6: de regionale tafel

regel "naar_regionale_tafel" {
  over        = "thuiszitperiode",
  titel       = "Hoort de zaak op de regionale tafel?",
  bron        = "Kamerbrief 3 februari 2016 (26695, nr. 108); ondersteuningsplan",
  status      = "aanname",
  geldig      = { vanaf = "2016-02-03" },
  levert      = ja_nee,
  veroorzaakt = { gebeurtenis = "naar_regionale_tafel", eenmaal = true },
  bepaal      = function(thuiszitter, passend_aanbod_op)
    if thuiszitter ~= ja then return nee, "de leerling is geen thuiszitter" end
    if bekend(passend_aanbod_op) then return nee, "er is een passend aanbod" end
    return ja, "een thuiszitter zonder passend aanbod"
  end,
}

-- Trede 7: doorzettingsmacht. Geen wet regelt haar; zij werkt alleen binnen de afspraak van de regio.

regel "doorzettingsmacht_inroepen" {
  over        = "thuiszitperiode",
  titel       = "Moet iemand de knoop doorhakken?",
  bron        = "Thuiszitterspact 13 juni 2016",
  status      = "beleid",
  geldig      = { vanaf = "2016-06-13" },
  levert      = ja_nee,
  veroorzaakt = { gebeurtenis = "doorzettingsmacht_ingeroepen", eenmaal = true },
  bepaal      = function(doelgroep_thuiszitterspact, doorzettingsafspraak)
    if doelgroep_thuiszitterspact ~= ja then return nee, "de leerling hoort niet tot de doelgroep van het pact" end
    if not doorzettingsafspraak then return nee, "de regio heeft geen afspraak, en de wet geeft niemand doorzettingsmacht" end
    return ja, "te lang thuis zonder passend aanbod; de regionale afspraak wijst aan wie beslist"
  end,
}

plicht "doorzetten" {
  over    = "thuiszitperiode",
  titel   = "Beslissen als de partijen er niet uitkomen",
  wie     = "doorzetter",
  bron    = "Thuiszitterspact 13 juni 2016; regionale afspraak",
  status  = "aanname",
  geldig  = { vanaf = "2016-06-13" },
  bereik  = function(doorzetting_gevraagd_op) return bekend(doorzetting_gevraagd_op) end,
  termijn = {
    vanaf  = function(doorzetting_gevraagd_op) return doorzetting_gevraagd_op end,
    lengte = weken "doorzetten_binnen",
    recht  = beleid,
  },
  vervuld = function(doorgezet_op) return doorgezet_op end,
  vervalt = function(teruggekeerd_op) return teruggekeerd_op end,
}

-- De ladder (Methodische Aanpak Schoolverzuim): welke trede is bereikt

regel "trede" {
  over   = "thuiszitperiode",
  titel  = "Op welke trede van de verzuimaanpak staat de zaak?",
  bron   = "Methodische Aanpak Schoolverzuim; LPW art. 21a en 22; Thuiszitterspact",
  status = "aanname",
  geldig = { vanaf = "2016-06-13" },
  levert = keuze { "trede", "signaal", "gesprek", "melding", "onderzoek", "route_gekozen", "regionale_tafel", "doorzettingsmacht", "opgelost" },
  bepaal = function(teruggekeerd_op, doorzetting_gevraagd_op, regionale_tafel_op, route, onderzocht_op, inschrijving_verzuim_gemeld_op, sinds, gesprek_op)
    if bekend(teruggekeerd_op) then return opgelost, "de leerling volgt weer onderwijs" end
    if bekend(doorzetting_gevraagd_op) then return doorzettingsmacht, "doorzettingsmacht is ingeroepen op {doorzetting_gevraagd_op}" end
    if bekend(regionale_tafel_op) then return regionale_tafel, "de zaak ligt op de regionale tafel sinds {regionale_tafel_op}" end
    if bekend(route) then return route_gekozen, "na het onderzoek is een route gekozen" end
    if bekend(onderzocht_op) then return onderzoek, "de leerplichtambtenaar heeft onderzocht" end
    if bekend(inschrijving_verzuim_gemeld_op) and inschrijving_verzuim_gemeld_op ~= geen then
      if inschrijving_verzuim_gemeld_op >= sinds then return melding, "het verzuim is gemeld" end
    end
    if bekend(gesprek_op) then return gesprek, "de school heeft met leerling en ouders gesproken" end
    return signaal, "er is alleen nog een signaal"
  end,
}

-- Leerlingen van achttien en ouder (WVO 2020 art. 8.20; WEC art. 47b)

plicht "meerderjarige_melden" {
  over    = "thuiszitperiode", wie = "directeur",
  titel   = "Een meerderjarige zonder startkwalificatie melden",
  gronden = {
    { bron = "WVO 2020 art. 8.20", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WEC art. 47b", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  bereik  = function(leerling_geboren, sinds, leerling_startkwalificatie_op, geoorloofd)
    return leeftijd_op(leerling_geboren, sinds) >= 18 and not bekend(leerling_startkwalificatie_op) and not geoorloofd
  end,
  termijn = {
    uiterlijk = function(school_onderwijswet, sinds, melden_18_vo, melden_18_wec)
      if school_onderwijswet == wvo then return sinds + melden_18_vo end
      return maanden_later(sinds, melden_18_wec, omlaag)
    end,
    recht     = wet,
  },
  vervuld = function(melding_18_op) return melding_18_op end,
  vervalt = function(teruggekeerd_op) return teruggekeerd_op end,
}

-- De weg terug: het onderwijszorgarrangement (Stb. 2022, 449)

regel "afwijken_mag" {
  over      = "onderwijszorgarrangement",
  titel     = "Mag van onderwijstijd, inhoud en plaats worden afgeweken?",
  bron      = "Besluit experiment onderwijszorgarrangementen (Stb. 2022, 449)",
  geldig    = { vanaf = "2023-01-01" },
  peildatum = "begonnen_op",
  levert    = ja_nee,
  bepaal    = function(experiment)
    if experiment then return ja, "het arrangement hoort bij het experiment" end
    return nee, "het arrangement hoort niet bij het experiment; dan gelden de gewone regels"
  end,
}

-- Gebeurtenissen

gebeurtenis "thuis_komen_te_zitten" { titel = "De leerling volgt geen onderwijs meer", maakt = "thuiszitperiode", zet = { sinds = vandaag } }
gebeurtenis "gesprek_met_school" { titel = "Gesprek van school met leerling en ouders", over = "thuiszitperiode", zet = { gesprek_op = vandaag } }
gebeurtenis "onderzoek_leerplicht" { titel = "De leerplichtambtenaar onderzoekt en hoort", over = "thuiszitperiode", zet = { onderzocht_op = vandaag } }
gebeurtenis "route_gekozen" {
  titel  = "Keuze van een route",
  over   = "thuiszitperiode",
  vraagt = { gekozen = keuze { "route", "vrijwillige_hulp", "halt", "civielrechtelijk", "strafrechtelijk" } },
  zet    = { route = vraag "gekozen" },
}
gebeurtenis "naar_regionale_tafel" { titel = "De zaak gaat naar de regionale tafel", over = "thuiszitperiode", zet = { regionale_tafel_op = vandaag } }
gebeurtenis "doorzettingsmacht_ingeroepen" { titel = "Doorzettingsmacht is ingeroepen", over = "thuiszitperiode", zet = { doorzetting_gevraagd_op = vandaag } }
gebeurtenis "doorgezet" { titel = "Wie doorzettingsmacht heeft, beslist", over = "thuiszitperiode", zet = { doorgezet_op = vandaag } }
gebeurtenis "passend_aanbod" { titel = "Er is een passend aanbod", over = "thuiszitperiode", zet = { passend_aanbod_op = vandaag } }
gebeurtenis "terug_naar_onderwijs" { titel = "De leerling volgt weer onderwijs", over = "thuiszitperiode", zet = { teruggekeerd_op = vandaag } }
gebeurtenis "meerderjarige_gemeld" { titel = "Melding van een meerderjarige leerling", over = "thuiszitperiode", zet = { melding_18_op = vandaag } }
gebeurtenis "arrangement_begonnen" { titel = "Begin van een onderwijszorgarrangement", maakt = "onderwijszorgarrangement", zet = { begonnen_op = vandaag } }
