-- SPDX-License-Identifier: EUPL-1.2
-- Aanmelden, aanvullen en beslissen.
-- WPO art. 39, 40 lid 2, 6, 7, 15, 16 en 63 lid 4; WEC art. 39, 40; WVO art. 27 tot 1 augustus 2022, daarna WVO 2020 art. 8.8 en 8.13.

regel "onderwijswet" {
  over   = "school",
  titel  = "Onder welke onderwijswet valt de school?",
  bron   = "WPO art. 1; WEC art. 1; WVO 2020 art. 1.1",
  geldig = { vanaf = "2014-08-01" },
  levert = keuze { "onderwijswet", "wpo", "wec", "wvo" },
  bepaal = function(soort)
    if een_van(soort, bao, sbo) then return wpo, "basisscholen en speciale scholen voor basisonderwijs vallen onder de WPO" end
    if een_van(soort, vo, pro) then return wvo, "het voortgezet onderwijs valt onder de WVO, sinds 1 augustus 2022 de WVO 2020" end
    return wec, "speciaal onderwijs en instellingen vallen onder de WEC"
  end,
}

-- Vanaf welke leeftijd (WPO art. 39 en 40 lid 2; WEC art. 39 en 40 lid 3)

regel "aanmelden_kan_vanaf" {
  over    = "aanmelding",
  titel   = "Vanaf welke dag kunnen de ouders het kind aanmelden?",
  gronden = {
    { bron = "WPO art. 40 lid 2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  peildatum = "ontvangen_op",
  levert  = datum,
  bepaal  = function(leerling_geboren, leerling_doof, school_onderwijswet, aanmeldleeftijd, aanmeldleeftijd_doof)
    if school_onderwijswet == wec and leerling_doof then
      return verjaardag(leerling_geboren, aanmeldleeftijd_doof), "een doof of slechthorend kind kan vanaf {aanmeldleeftijd_doof} jaar worden aangemeld"
    end
    return verjaardag(leerling_geboren, aanmeldleeftijd), "een kind kan vanaf {aanmeldleeftijd} jaar worden aangemeld"
  end,
}

regel "toelaatbaar_vanaf" {
  over    = "aanmelding",
  titel   = "Vanaf welke dag kan het kind leerling zijn?",
  gronden = {
    { bron = "WPO art. 39 lid 1", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 39 lid 1-2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  peildatum = "ontvangen_op",
  levert  = datum,
  bepaal  = function(leerling_geboren, leerling_doof, school_onderwijswet, toelatingsleeftijd, toelatingsleeftijd_doof)
    if school_onderwijswet == wec and leerling_doof then
      return verjaardag(leerling_geboren, toelatingsleeftijd_doof), "een doof of slechthorend kind kan vanaf {toelatingsleeftijd_doof} jaar leerling zijn"
    end
    return verjaardag(leerling_geboren, toelatingsleeftijd), "een kind kan vanaf {toelatingsleeftijd} jaar leerling zijn"
  end,
}

regel "kennismaken_vanaf" {
  over    = "aanmelding",
  titel   = "Vanaf welke dag kan het kind komen kennismaken?",
  gronden = {
    { bron = "WPO art. 39", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  peildatum = "ontvangen_op",
  levert  = datum,
  bepaal  = function(leerling_geboren, kennismaken_na_maanden, kennismaken_dagen)
    return maanden_later(leerling_geboren, kennismaken_na_maanden, omlaag), "hoogstens {kennismaken_dagen} dagen; het kind is dan nog geen leerling"
  end,
}

-- De aanmelding zelf (WPO art. 40 lid 2; WEC art. 40 lid 3; WVO 2020 art. 8.8 lid 1)

regel "aangemeld" {
  over    = "aanmelding",
  titel   = "Is het kind aangemeld zoals de wet bedoelt?",
  gronden = {
    { bron = "WPO art. 40 lid 2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 1", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  levert  = ja_nee,
  bepaal  = function(schriftelijk, ontvangen_op, aanmelden_kan_vanaf)
    if not schriftelijk then return nee, "er is nog niet schriftelijk aangemeld" end
    if bekend(aanmelden_kan_vanaf) and aanmelden_kan_vanaf ~= geen and ontvangen_op < aanmelden_kan_vanaf then
      return nee, "aanmelden kan pas vanaf {aanmelden_kan_vanaf}"
    end
    return ja, "er is schriftelijk aangemeld"
  end,
}

regel "aanvraagdag" {
  over      = "aanmelding",
  titel     = "Op welke dag is het verzoek om toelating gedaan?",
  bron      = "WPO art. 40 lid 7; WEC art. 40 lid 8-9; WVO 2020 art. 8.13 (tot 1 augustus 2022: WVO art. 27)",
  geldig    = { vanaf = "2014-08-01" },
  levert    = datum,
  bepaal    = function(gedaan_op, ontvangen_op)
    if bekend(gedaan_op) then return gedaan_op, "het verzoek is gedaan op {gedaan_op} en ontvangen op {ontvangen_op}" end
    return ontvangen_op, "het verzoek is gedaan op de dag van ontvangst"
  end,
}

regel "aanmelden_bij_voorkeur_tot" {
  over        = "aanmelding",
  titel       = "Tot en met welke dag melden de ouders zo mogelijk aan?",
  toelichting = "Een zachte norm: te laat aanmelden neemt de zorgplicht niet weg. De termijn telt terug en schuift dus niet (Algemene termijnenwet art. 1 lid 2).",
  gronden     = {
    { bron = "WPO art. 40 lid 2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 8", vanaf = "2023-08-01", bij = function(school_onderwijswet, brugklas) return school_onderwijswet == wvo and brugklas end },
    { bron = "WVO 2020 art. 8.8 lid 1", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  levert      = datum, peildatum = "ontvangen_op",
  bepaal      = function(gewenst_vanaf, brugklas, ontvangen_op, school_onderwijswet, aanmelden_vooraf)
    if not bekend(gewenst_vanaf) then return onbekend, "het is niet bekend wanneer de leerling zou beginnen" end
    if school_onderwijswet == wvo and brugklas and ontvangen_op >= datum "2023-08-01" then
      return op_dag(gewenst_vanaf, 31, 3), "voor de brugklas wordt aangemeld van 25 tot en met 31 maart"
    end
    return gewenst_vanaf - aanmelden_vooraf, "zo mogelijk {aanmelden_vooraf} voor het begin op {gewenst_vanaf}"
  end,
}

regel "tijdig_aangemeld" {
  over      = "aanmelding",
  titel     = "Hebben de ouders op tijd aangemeld?",
  gronden   = {
    { bron = "WPO art. 40 lid 2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 1 en 8", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(aanmelden_bij_voorkeur_tot, aanvraagdag)
    if not bekend(aanmelden_bij_voorkeur_tot) or aanmelden_bij_voorkeur_tot == geen then
      return onbekend, "het is niet bekend wanneer de leerling zou beginnen"
    end
    if aanvraagdag <= aanmelden_bij_voorkeur_tot then return ja, "aangemeld uiterlijk op {aanmelden_bij_voorkeur_tot}" end
    return nee, "later dan {aanmelden_bij_voorkeur_tot}; dat mag, en de zorgplicht blijft"
  end,
}

regel "in_aanmeldweek" {
  over        = "aanmelding",
  titel       = "Is voor de brugklas in de vaste week aangemeld?",
  toelichting = "In maart 2024 gold de week voor het eerst. Toen telde ook wie eerder aanmeldde als tegelijk aangemeld.",
  bron        = "WVO 2020 art. 8.8 lid 8",
  geldig      = { vanaf = "2023-08-01", tot = "2024-07-31" },
  status      = "overgeleverd",
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  bepaal      = function(brugklas, school_onderwijswet, aanvraagdag)
    if not brugklas or school_onderwijswet ~= wvo then return nee, "het is geen aanmelding voor de brugklas" end
    if aanvraagdag > datum "2024-03-31" then return nee, "na 31 maart; de wet verbindt daar geen gevolg aan" end
    return ja, "in dit eerste jaar tellen alle aanmeldingen tot en met 31 maart als gelijktijdig"
  end,
}

regel "in_aanmeldweek" {
  over      = "aanmelding",
  titel     = "Is voor de brugklas in de vaste week aangemeld?",
  bron      = "WVO 2020 art. 8.8 lid 8",
  geldig    = { vanaf = "2024-08-01" },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(brugklas, school_onderwijswet, aanvraagdag)
    if not brugklas or school_onderwijswet ~= wvo then return nee, "het is geen aanmelding voor de brugklas" end
    if aanvraagdag < op_dag(aanvraagdag, 25, 3) then return nee, "voor 25 maart" end
    if aanvraagdag > op_dag(aanvraagdag, 31, 3) then return nee, "na 31 maart; de wet verbindt daar geen gevolg aan" end
    return ja, "van 25 tot en met 31 maart"
  end,
}

-- Aanvullen (WPO art. 63 lid 4; Awb art. 4:5 en 4:15; WVO art. 27; WVO 2020 art. 8.8 lid 3)

regel "opgeschort_vanaf" {
  over        = "aanmelding",
  titel       = "Vanaf welke dag staat de beslistermijn stil omdat de ouders moeten aanvullen?",
  toelichting = "Bij een bijzondere school telt de dag van het verzoek mee, bij een openbare school niet. WVO 2020 art. 8.8 lid 3 noemt geen stilstand; dat zij er bij een bijzondere school toch is, is een aanname. De laatste dag om aan te vullen telt niet meer mee; of de wet dat zo bedoelt, staat er niet.",
  gronden     = {
    { bron = "Awb art. 4:15 lid 1", vanaf = "2014-08-01", bij = function(school_openbaar) return school_openbaar end },
    { bron = "WPO art. 63 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 3", vanaf = "2022-08-01", status = "aanname", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "ontvangen_op",
  levert      = datum,
  bepaal      = function(aanvulling_gevraagd_op, school_openbaar)
    if not bekend(aanvulling_gevraagd_op) then return geen, "er is niet om aanvulling gevraagd" end
    if school_openbaar then return aanvulling_gevraagd_op + dagen(1), "bij een openbare school vanaf de dag na het verzoek van {aanvulling_gevraagd_op}" end
    return aanvulling_gevraagd_op, "bij een bijzondere school vanaf de dag van het verzoek"
  end,
}

local onvolledig_gronden = {
  { bron = "Awb art. 4:5 lid 4", vanaf = "2014-08-01", bij = function(school_openbaar) return school_openbaar end },
  { bron = "WPO art. 63 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 61", vanaf = "2014-08-01", status = "overgeleverd", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.8 lid 3", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

mogelijkheid "niet_behandelen" {
  over    = "aanmelding", wie = "bestuur", peildatum = "ontvangen_op",
  titel   = "Bekendmaken dat een onvolledige aanmelding niet wordt behandeld",
  gronden = onvolledig_gronden,
  bereik  = function(aanvulling_gevraagd_op) return bekend(aanvulling_gevraagd_op) end,
  termijn = {
    lengte = weken "niet_behandelen_binnen", recht = wet,
    vanaf = function(aangevuld_op, aanvullen_tot, vandaag)
      if bekend(aangevuld_op) then return aangevuld_op end
      if bekend(aanvullen_tot) and vandaag > aanvullen_tot then return aanvullen_tot end
      return onbekend
    end,
  },
  vervuld = function(uitkomst, besluit_op) if uitkomst == buiten_behandeling then return besluit_op end return onbekend end,
  vervalt = function(uitkomst, besluit_op, ingetrokken_op)
    if bekend(ingetrokken_op) then return ingetrokken_op end
    if uitkomst == toegelaten or uitkomst == geweigerd then return besluit_op end
    return onbekend
  end,
}

-- Beslissen (WPO art. 40 lid 6; WEC art. 40 lid 7; WVO 2020 art. 8.8 lid 2)

local beslistermijn_gronden = {
  { bron = "WPO art. 40 lid 6", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 7", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.8 lid 2", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

plicht "besluit_nemen" {
  over    = "aanmelding",
  titel   = "Beslissen over de toelating",
  wie     = "bestuur",
  gronden = beslistermijn_gronden,
  peildatum = "ontvangen_op",
  bereik  = function(aangemeld, asielregel) return aangemeld == ja and asielregel ~= ja end,
  termijn = {
    vanaf      = function(ontvangen_op) return ontvangen_op end,
    lengte     = weken "beslistermijn",
    staat_stil = { van = "opgeschort_vanaf", tot = eerste("aangevuld_op", "aanvullen_tot") },
    verlenging = { mededeling = "verlengd_op", hoogstens = weken "beslistermijn_verlenging", duur = "verlengd_met" },
    recht      = wet,
  },
  vervuld = function(besluit_op) return besluit_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
}

-- Kinderen in een asielprocedure (WPO art. 40 lid 15-16; WEC art. 40 lid 23-24; WVO 2020 art. 8.8 lid 9)

regel "asielregel" {
  over        = "aanmelding",
  titel       = "Geldt de eigen termijn voor een kind in een asielprocedure?",
  toelichting = "Voor een aanmelding van voor 12 juni 2026 blijft de gewone termijn gelden; dat is een aanname.",
  gronden     = {
    { bron = "WPO art. 40 lid 15", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 23", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO 2020 art. 8.8 lid 9", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  bepaal      = function(leerling_asielprocedure)
    if leerling_asielprocedure then return ja, "het kind is in een asielprocedure: de termijn kan niet worden verlengd" end
    return nee, "het kind is niet in een asielprocedure"
  end,
}

plicht "besluit_nemen_asielkind" {
  over    = "aanmelding",
  titel   = "Beslissen over een asielkind in po of so; zonder besluit is het toegelaten",
  wie     = "bestuur",
  gronden = {
    { bron = "WPO art. 40 lid 15", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 23", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  peildatum = "ontvangen_op",
  bereik  = function(aangemeld, asielregel, school_soort) return aangemeld == ja and asielregel == ja and een_van(school_soort, bao, sbo, so) end,
  termijn = {
    vanaf      = function(ontvangen_op) return ontvangen_op end,
    lengte     = weken "beslistermijn_asielkind",
    staat_stil = { van = "opgeschort_vanaf", tot = eerste("aangevuld_op", "aanvullen_tot") },
    recht      = wet,
  },
  vervuld     = function(besluit_op) return besluit_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
  bij_verzuim = { gebeurtenis = "toelating_zonder_besluit" },
}

plicht "besluit_nemen_asielkind_vo" {
  over    = "aanmelding",
  titel   = "Beslissen over een asielkind in vo of vso; de wet verbindt geen toelating aan stilte",
  wie     = "bestuur",
  gronden = {
    { bron = "WEC art. 40 lid 23", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO 2020 art. 8.8 lid 9", vanaf = "2026-06-12", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  bereik  = function(aangemeld, asielregel, school_soort) return aangemeld == ja and asielregel == ja and een_van(school_soort, vso, sovso, instelling, vo, pro) end,
  termijn = {
    vanaf      = function(ontvangen_op) return ontvangen_op end,
    lengte     = weken "beslistermijn_asielkind",
    staat_stil = { van = "opgeschort_vanaf", tot = eerste("aangevuld_op", "aanvullen_tot") },
    recht      = wet,
  },
  vervuld = function(besluit_op) return besluit_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
}

-- Tijdelijk plaatsen (WPO art. 40 lid 7; WEC art. 40 lid 8-9; WVO 2020 art. 8.13)

regel "ingeschreven" {
  over   = "leerling",
  titel  = "Staat het kind op een school ingeschreven?",
  bron   = "WPO art. 40 lid 7; WEC art. 40 lid 8-9; WVO 2020 art. 8.13 (tot 1 augustus 2022: WVO art. 27)",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(lopende_inschrijving, tijdelijk_ingeschreven, definitief_na_tijdelijk, inschrijving_vastgelegd)
    if lopende_inschrijving then return ja, "het kind staat op een school ingeschreven" end
    if tijdelijk_ingeschreven then return ja, "het kind is tijdelijk op een school geplaatst en ingeschreven" end
    if definitief_na_tijdelijk and not inschrijving_vastgelegd then return ja, "de tijdelijke plaatsing en inschrijving is definitief geworden" end
    return nee, "het kind staat nergens ingeschreven"
  end,
}

regel "aanmelding_loopt" {
  over      = "aanmelding",
  titel     = "Loopt de aanmelding nog?",
  gronden   = {
    { bron = "WPO art. 40 lid 6-7", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 7-9", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.8 lid 2 en 8.13", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(aangemeld, van_rechtswege_op, ingetrokken_op, besluit_op, vandaag)
    if aangemeld ~= ja then return nee, "er is nog geen aanmelding zoals de wet bedoelt" end
    if bekend(van_rechtswege_op) then return nee, "het kind is zonder besluit toegelaten" end
    if bekend(ingetrokken_op) then return nee, "de aanmelding is ingetrokken" end
    if bekend(besluit_op) and besluit_op < vandaag then return nee, "er is beslist op {besluit_op}" end
    return ja, "de aanmelding wacht op een besluit of kreeg dat vandaag"
  end,
}

local tijdelijke_plaatsing_gronden = {
  { bron = "WPO art. 40 lid 7", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 8", vanaf = "2014-08-01", bij = function(school_onderwijswet, school_soort) return school_onderwijswet == wec and school_soort ~= vso end },
  { bron = "WEC art. 40 lid 9", vanaf = "2014-08-01", bij = function(school_soort) return school_soort == vso end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.13", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "tijdelijk_plaatsen_vanaf" {
  over        = "aanmelding",
  titel       = "Vanaf welke dag wordt het kind tijdelijk geplaatst als er geen besluit is?",
  toelichting = "De tien weken tellen vanaf de dag waarop het verzoek is gedaan, niet vanaf de ontvangst, en lopen door als de beslistermijn stilstaat (aanname: de wet noemt deze termijn daar niet). Eindigen zij op een rustdag, dan eindigen zij op de eerste werkdag (Algemene termijnenwet art. 1).",
  gronden     = tijdelijke_plaatsing_gronden,
  peildatum   = "ontvangen_op",
  levert      = datum,
  bepaal      = function(aanvraagdag, toelaatbaar_vanaf, tijdelijk_plaatsen_na)
    local grens = werkdag_vanaf(aanvraagdag + tijdelijk_plaatsen_na)
    if bekend(toelaatbaar_vanaf) and toelaatbaar_vanaf ~= geen and toelaatbaar_vanaf > grens then
      return toelaatbaar_vanaf, "niet voor het kind de leeftijd voor de school heeft"
    end
    return grens + dagen(1), "de dag na {tijdelijk_plaatsen_na} zonder besluit"
  end,
}

regel "tijdelijk_te_plaatsen" {
  over        = "aanmelding",
  titel       = "Wordt het kind tijdelijk geplaatst?",
  gronden     = tijdelijke_plaatsing_gronden,
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  veroorzaakt = { gebeurtenis = "tijdelijke_plaatsing", eenmaal = true },
  bepaal      = function(aanmelding_loopt, besluit_op, tijdelijk_geplaatst_op, leerling_ingeschreven, vandaag, tijdelijk_plaatsen_vanaf)
    if bekend(tijdelijk_geplaatst_op) then return ja, "het kind is op {tijdelijk_geplaatst_op} tijdelijk geplaatst" end
    if aanmelding_loopt ~= ja then return nee, "er is geen aanmelding die nog loopt" end
    if leerling_ingeschreven then return nee, "het kind staat al op een school ingeschreven" end
    if not bekend(tijdelijk_plaatsen_vanaf) or tijdelijk_plaatsen_vanaf == geen then
      return nee, "de wet noemt voor deze school geen tijdelijke plaatsing"
    end
    if bekend(besluit_op) and besluit_op < tijdelijk_plaatsen_vanaf then return nee, "er is beslist op {besluit_op}" end
    if vandaag < tijdelijk_plaatsen_vanaf then return nee, "tijdelijke plaatsing volgt pas op {tijdelijk_plaatsen_vanaf}" end
    return ja, "voor {tijdelijk_plaatsen_vanaf} is niet beslist en het kind staat nergens ingeschreven"
  end,
}

regel "plaatsing" {
  over      = "aanmelding",
  titel     = "Hoe staat het met de plaatsing?",
  gronden   = {
    { bron = "WPO art. 40 lid 7", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 8-9", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.13", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  levert    = keuze { "stand van de plaatsing", "geen_plaats", "tijdelijk", "definitief", "beeindigd" },
  bepaal    = function(uitkomst, besluit_op, tijdelijk_geplaatst_op, ingetrokken_op, vandaag)
    if uitkomst == toegelaten then return definitief, "de leerling is toegelaten" end
    if not bekend(tijdelijk_geplaatst_op) then return geen_plaats, "er is geen toelating en geen tijdelijke plaatsing" end
    if bekend(ingetrokken_op) then return beeindigd, "de aanmelding is ingetrokken op {ingetrokken_op}" end
    if bekend(besluit_op) and vandaag > besluit_op then return beeindigd, "uitgeschreven op de dag na het besluit van {besluit_op}" end
    return tijdelijk, "tijdelijk geplaatst op {tijdelijk_geplaatst_op}"
  end,
}

-- Wat er gebeurt

gebeurtenis "aanmelding" {
  titel = "Aanmelding", maakt = "aanmelding", zet = { ontvangen_op = vandaag },
  belasting = { wie = "school", minuten = "minuten_aanmelding", tarief = "uurtarief_school" },
}
gebeurtenis "aanvulverzoek" {
  titel  = "De school vraagt om aanvulling",
  over   = "aanmelding",
  vraagt = { aanvullen_tot = datum { "laatste dag om aan te vullen" } },
  zet    = { aanvulling_gevraagd_op = vandaag, aanvullen_tot = vraag "aanvullen_tot" },
}
gebeurtenis "aanvulling" { titel = "De ouders vullen aan", over = "aanmelding", zet = { aangevuld_op = vandaag } }
gebeurtenis "verlenging" {
  titel  = "De school verlengt de beslistermijn",
  over   = "aanmelding",
  vraagt = { verlengd_met = getal { "weken", van = 1, tot = 52 } },
  zet    = { verlengd_op = vandaag, verlengd_met = vraag "verlengd_met" },
}
gebeurtenis "besluit" {
  titel  = "Besluit over de toelating",
  over   = "aanmelding",
  vraagt = { uitkomst = keuze { "besluit", "toegelaten", "geweigerd", "buiten_behandeling" } },
  zet    = { besluit_op = vandaag, uitkomst = vraag "uitkomst" },
}
gebeurtenis "intrekking" { titel = "De ouders trekken de aanmelding in", over = "aanmelding", zet = { ingetrokken_op = vandaag } }
gebeurtenis "tijdelijke_plaatsing" { titel = "Tijdelijke plaatsing en inschrijving", over = "aanmelding", zet = { tijdelijk_geplaatst_op = vandaag } }
gebeurtenis "toelating_zonder_besluit" {
  titel = "Toegelaten omdat er niet op tijd is beslist",
  over  = "aanmelding",
  zet   = { van_rechtswege_op = vandaag, uitkomst = "toegelaten" },
}
