-- SPDX-License-Identifier: EUPL-1.2
-- Toelating tot sbo, so, vso en praktijkonderwijs: de toelaatbaarheidsverklaring; en de instellingen van cluster 1 en 2.
-- WPO art. 18a en 40; WEC art. 40 en 41; WVO art. 10e, 10g en 17a tot 1 augustus 2022, daarna WVO 2020 art. 2.30, 2.42, 2.43 en 2.47;
-- Besluit bekostiging WPO art. 34.8; Algemene wet bestuursrecht art. 4:5, 4:8, 4:13-4:18, 6:7-6:12, 7:10 en 7:13.

-- Wie beslist over de toegang (WPO art. 40 lid 8; WEC art. 40 lid 10-13, 22 en 41; WVO 2020 art. 2.30)

local toegang_gronden = {
  { bron = "WPO art. 40 lid 8", vanaf = "2014-08-01", bij = function(soort) return soort == sbo end },
  { bron = "WPO art. 40 lid 1", vanaf = "2014-08-01", bij = function(soort) return soort == bao end },
  { bron = "WEC art. 40 lid 10-13", vanaf = "2014-08-01", bij = function(soort) return een_van(soort, so, vso, sovso) end },
  { bron = "WEC art. 40 lid 22 en 41", vanaf = "2014-08-01", bij = function(soort) return soort == instelling end },
  { bron = "WVO art. 10g", vanaf = "2016-01-01", tot = "2022-07-31", bij = function(soort) return soort == pro end },
  { bron = "WVO 2020 art. 2.30", vanaf = "2022-08-01", bij = function(soort) return soort == pro end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(soort) return soort == vo end },
  { bron = "WVO 2020 art. 8.8", vanaf = "2022-08-01", bij = function(soort) return soort == vo end },
}

regel "toegang_door" {
  over    = "school",
  titel   = "Wie beslist of een leerling tot deze soort school toelaatbaar is?",
  gronden = toegang_gronden,
  levert  = keuze { "wie over de toegang beslist", "bevoegd_gezag", "samenwerkingsverband_po", "samenwerkingsverband_vo", "beide_samenwerkingsverbanden",
                    "commissie_van_onderzoek" },
  bepaal  = function(soort)
    if soort == instelling then return commissie_van_onderzoek, "bij cluster 1 en 2 beslist de commissie van onderzoek; het samenwerkingsverband staat erbuiten" end
    if een_van(soort, sbo, so) then return samenwerkingsverband_po, "hier is een toelaatbaarheidsverklaring van het samenwerkingsverband po nodig" end
    if een_van(soort, vso, pro) then return samenwerkingsverband_vo, "hier is een toelaatbaarheidsverklaring van het samenwerkingsverband vo nodig" end
    if soort == sovso then return beide_samenwerkingsverbanden, "voor so beslist het samenwerkingsverband po, voor vso dat van vo" end
    return bevoegd_gezag, "voor deze school is geen toelaatbaarheidsverklaring nodig"
  end,
}

-- De aanvraag (WPO art. 18a lid 6 onder c; WVO 2020 art. 2.47)

regel "aanvrager_bevoegd" {
  over      = "tlv_aanvraag",
  titel     = "Kan deze aanvrager een verklaring vragen?",
  gronden   = {
    { bron = "WPO art. 18a lid 6 onder c", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, sbo, so) end },
    { bron = "WVO art. 17a lid 6 onder c", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(bestemming) return een_van(bestemming, vso, pro, lwoo) end },
    { bron = "WVO 2020 art. 2.47", vanaf = "2022-08-01", bij = function(bestemming) return een_van(bestemming, vso, pro, lwoo) end },
  },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(aanvrager)
    if aanvrager == ouders then return nee, "ouders kunnen geen verklaring aanvragen; zij kunnen de school vragen dat te doen" end
    if aanvrager == bevoegd_gezag then return ja, "het bevoegd gezag van de school van inschrijving of aanmelding vraagt aan" end
    return nee, "alleen het bevoegd gezag van de school van inschrijving of aanmelding kan aanvragen"
  end,
}

-- Is een nieuwe verklaring nodig? (WEC art. 40 lid 14, tweede zin)

regel "verklaring_nodig" {
  over      = "tlv_aanvraag",
  titel     = "Is voor deze overstap een nieuwe verklaring nodig?",
  bron      = "WPO art. 40 lid 8; WEC art. 40 lid 10-14; WVO 2020 art. 2.30",
  geldig    = { vanaf = "2014-08-01" },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(bestemming, herkomst, lopende_tlv)
    if bestemming == lwoo then return nee, "voor leerwegondersteuning is een aanwijzing nodig, geen toelaatbaarheidsverklaring" end
    if bestemming == vso and lopende_tlv and een_van(herkomst, vso, sovso) then
      return nee, "de leerling komt met een lopende verklaring van het vso; die blijft gelden"
    end
    return ja, "zonder verklaring kan deze school de leerling niet toelaten"
  end,
}

uitzondering "van_so_naar_so" {
  op = "verklaring_nodig", bron = "WEC art. 40 lid 14, naar analogie", geldig = { vanaf = "2014-08-01" }, status = "aanname",
  indien = function(bestemming, herkomst, lopende_tlv) return bestemming == so and lopende_tlv and een_van(herkomst, so, sovso) end,
  dan = nee, reden = "de letter noemt alleen het vso; aangenomen is dat ook een lopende verklaring voor so blijft gelden",
}

-- Welk samenwerkingsverband bevoegd is (WPO art. 40 lid 8; WEC art. 40 lid 11 en 13)

local bevoegdheid_gronden = {
  { bron = "WPO art. 40 lid 8", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == sbo end },
  { bron = "WEC art. 40 lid 11", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == so end },
  { bron = "WEC art. 40 lid 13", vanaf = "2014-08-01", bij = function(bestemming, herkomst) return bestemming == vso and herkomst ~= so end },
  { bron = "praktijk; WEC art. 40 lid 13 noemt dit geval niet", vanaf = "2014-08-01", status = "overgeleverd",
    bij = function(bestemming, herkomst) return bestemming == vso and herkomst == so end },
  { bron = "WVO art. 10e en 10g", vanaf = "2016-01-01", tot = "2022-07-31", status = "overgeleverd", bij = function(bestemming) return een_van(bestemming, pro, lwoo) end },
  { bron = "WVO 2020 art. 2.30 en 2.43", vanaf = "2022-08-01", status = "overgeleverd", bij = function(bestemming) return een_van(bestemming, pro, lwoo) end },
}

regel "bevoegd_samenwerkingsverband" {
  over      = "tlv_aanvraag",
  titel     = "Welk samenwerkingsverband beslist?",
  gronden   = bevoegdheid_gronden,
  peildatum = "ontvangen_op",
  levert    = keuze { "bevoegd samenwerkingsverband", "van_school_van_inschrijving", "van_woonplaats", "van_gevraagde_school", "landelijk" },
  bepaal    = function(bestemming, herkomst, landelijke_school, woont_in_buitenland)
    if een_van(bestemming, pro, lwoo) then return van_gevraagde_school, "het samenwerkingsverband van de school die de aanvraag doet" end
    if bestemming == sbo and herkomst == bao then return van_school_van_inschrijving, "de leerling staat op een basisschool; die bepaalt, niet de woonplaats" end
    if bestemming == so and een_van(herkomst, bao, sbo, so, sovso) then return van_school_van_inschrijving, "de leerling staat al op een school die hier meetelt" end
    if bestemming == vso and een_van(herkomst, vo, pro, vso, sovso) then return van_school_van_inschrijving, "de leerling staat al op een school die hier meetelt" end
    if landelijke_school then return landelijk, "de gevraagde school hoort bij een landelijk samenwerkingsverband" end
    if woont_in_buitenland then return van_gevraagde_school, "de leerling woont in het buitenland" end
    if bestemming == vso and herkomst == so then return van_woonplaats, "de wet noemt de leerling van het so niet; in de praktijk telt de woonplaats" end
    return van_woonplaats, "de leerling staat niet op een school die hier meetelt"
  end,
}

regel "voor_deze_school_mogelijk" {
  over        = "tlv_aanvraag",
  titel       = "Kan een verklaring worden gegeven voor een school buiten het samenwerkingsverband dat beslist?",
  toelichting = "In de tekst van 2014 gold een verklaring voor sbo alleen binnen het eigen samenwerkingsverband. Wanneer dat ophield, is niet gelezen.",
  bron        = "WPO art. 40 lid 8",
  geldig      = { vanaf = "2014-08-01" },
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  bepaal      = function(bestemming, sbo_elders, ontvangen_op, sbo_eigen_verband_tot)
    if bestemming ~= sbo then return ja, "deze grens gold alleen voor sbo" end
    if not sbo_elders then return ja, "de school ligt in het samenwerkingsverband dat beslist" end
    if ontvangen_op <= sbo_eigen_verband_tot then return nee, "tot en met {sbo_eigen_verband_tot} kon het alleen voor sbo in het eigen samenwerkingsverband" end
    return ja, "na {sbo_eigen_verband_tot} maakt het niet uit waar de school ligt"
  end,
}

-- Deskundigen (Besluit bekostiging WPO art. 34.8; WVO 2020 art. 2.47 lid 14; Uitvoeringsbesluit WVO 2020 art. 2.51)

lijst "adviezen_gedragskundige" {
  over = "tlv_aanvraag", van = "deskundigenadvies", neem = aantal, tot = 10,
  waar = function(discipline) return een_van(discipline, orthopedagoog, psycholoog, jeugdpsycholoog) end,
}

lijst "adviezen_tweede" {
  over = "tlv_aanvraag", van = "deskundigenadvies", neem = aantal, tot = 10,
  waar = function(discipline, aanvraag_bestemming)
    if discipline == deskundige_vmbo_pro then return een_van(aanvraag_bestemming, pro, lwoo) end
    return een_van(discipline, jeugdpsycholoog, orthopedagoog, pedagoog, kinderpsychiater, maatschappelijk_werker, arts)
  end,
}

lijst "adviezen_samen" {
  over = "tlv_aanvraag", van = "deskundigenadvies", neem = aantal, tot = 10,
  waar = function(discipline, aanvraag_bestemming)
    if discipline == deskundige_vmbo_pro then return een_van(aanvraag_bestemming, pro, lwoo) end
    return discipline ~= anders
  end,
}

regel "deskundigen_in_orde" {
  over        = "tlv_aanvraag",
  titel       = "Adviseerden de deskundigen die de wet noemt?",
  toelichting = "Een orthopedagoog is hier ook pedagoog en een kinder- of jeugdpsycholoog ook psycholoog; elk telt voor een van de twee plaatsen.",
  gronden     = {
    { bron = "WPO art. 18a lid 11; Besluit bekostiging WPO art. 34.8", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, sbo, so) end },
    { bron = "WVO art. 17a", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(bestemming) return een_van(bestemming, vso, pro, lwoo) end },
    { bron = "WVO 2020 art. 2.47 lid 14", vanaf = "2022-08-01", bij = function(bestemming) return bestemming == vso end },
    { bron = "Uitvoeringsbesluit WVO 2020 art. 2.51", vanaf = "2022-08-01", bij = function(bestemming) return een_van(bestemming, pro, lwoo) end },
  },
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  bepaal      = function(adviezen_gedragskundige, adviezen_tweede, adviezen_samen)
    if adviezen_gedragskundige == 0 then return nee, "er is geen advies van een orthopedagoog of psycholoog" end
    if adviezen_tweede == 0 then return nee, "er is geen tweede deskundige die de wet noemt" end
    if adviezen_samen < 2 then return nee, "er is maar een advies; een tweede deskundige ontbreekt" end
    return ja, "een orthopedagoog of psycholoog en een tweede deskundige adviseerden"
  end,
}

-- De ouders horen (Awb art. 4:8)

regel "ouders_horen" {
  over   = "tlv_aanvraag",
  titel  = "Moet het samenwerkingsverband de ouders horen voor het besluit?",
  bron   = "Awb art. 4:8",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(aanvrager, ouders_bezwaren, ouders_leverden_feiten)
    if aanvrager == ouders then return nee, "de ouders vroegen zelf aan" end
    if ouders_leverden_feiten then return nee, "de ouders leverden de feiten over hun kind zelf" end
    if not bekend(ouders_bezwaren) then return onbekend, "of de ouders bezwaren zullen hebben, is nog niet beoordeeld" end
    if ouders_bezwaren == nee then return nee, "de ouders zullen naar verwachting geen bezwaar hebben" end
    return ja, "de ouders zullen naar verwachting bezwaar hebben en de feiten komen niet van hen"
  end,
}

-- De beslistermijn (Awb art. 4:13-4:15)

plicht "tlv_beslissen" {
  over        = "tlv_aanvraag", wie = "samenwerkingsverband",
  titel       = "Beslissen op de aanvraag van een verklaring",
  toelichting = "De wet geeft geen vaste termijn. De redelijke termijn is in elk geval na acht weken voorbij, tenzij binnen die tijd een nieuwe termijn is genoemd.",
  bron        = "Awb art. 4:13 en 4:14 lid 3",
  geldig      = { vanaf = "2014-08-01" },
  peildatum   = "ontvangen_op",
  bereik      = function(aanvrager_bevoegd) return aanvrager_bevoegd == ja end,
  termijn     = {
    vanaf = function(ontvangen_op) return ontvangen_op end, lengte = weken "tlv_beslissen_binnen", recht = wet,
    staat_stil = {
      { van = "aanvulling_gevraagd_op", tot = eerste("aangevuld_op", "aanvullen_tot"), vanaf = dag_erna },
      { van = "uitstel_van", tot = eerste("uitstel_tot") },
    },
    verlenging = { mededeling = "mededeling_op", hoogstens = weken "tlv_nieuwe_termijn", duur = "mededeling_weken" },
  },
  vervuld     = function(besluit_op) return besluit_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
  bij_verzuim = { gebeurtenis = "tlv_termijn_verstreken" },
}

mogelijkheid "tlv_niet_behandelen" {
  over        = "tlv_aanvraag",
  titel       = "Besluiten een onvolledige aanvraag niet te behandelen",
  wie         = "samenwerkingsverband",
  bron        = "Awb art. 4:5 lid 4",
  geldig      = { vanaf = "2014-08-01" },
  peildatum   = "ontvangen_op",
  bereik      = function(aanvulling_gevraagd_op) return bekend(aanvulling_gevraagd_op) end,
  termijn     = {
    vanaf  = function(aangevuld_op, aanvullen_tot)
      if bekend(aangevuld_op) and bekend(aanvullen_tot) then return laagste(aangevuld_op, aanvullen_tot) end
      if bekend(aangevuld_op) then return aangevuld_op end
      return aanvullen_tot
    end,
    lengte = weken "tlv_niet_behandelen_binnen",
    recht  = wet,
  },
  vervuld     = function(besluit_op) return besluit_op end,
}

-- Niet op tijd beslist (Awb art. 4:17, 4:18 en 6:12)

regel "dwangsom_vanaf" {
  over   = "tlv_aanvraag",
  titel  = "Vanaf welke dag is een dwangsom verschuldigd?",
  bron   = "Awb art. 4:17 lid 3",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(aanvrager_bevoegd, besluit_op, ingetrokken_op, termijn_verstreken_op, ingebrekestelling_op, dwangsom_na)
    if aanvrager_bevoegd ~= ja then return geen, "wie aanvroeg, kan geen verklaring vragen" end
    if not bekend(termijn_verstreken_op) and (bekend(besluit_op) or bekend(ingetrokken_op)) then return geen, "de aanvraag is op tijd afgehandeld of ingetrokken" end
    if not bekend(termijn_verstreken_op) then return onbekend, "de beslistermijn is niet verstreken" end
    if not bekend(ingebrekestelling_op) then return onbekend, "het samenwerkingsverband is niet in gebreke gesteld" end
    return hoogste(termijn_verstreken_op, ingebrekestelling_op) + dwangsom_na, "{dwangsom_na} na ontvangst van de ingebrekestelling, gerekend na het einde van de termijn"
  end,
}

regel "dwangsom_dagen" {
  over        = "tlv_aanvraag",
  titel       = "Over hoeveel dagen is tot en met vandaag een dwangsom verschuldigd?",
  toelichting = "De dag van het besluit telt niet mee. De Algemene termijnenwet geldt niet voor deze dagen.",
  bron        = "Awb art. 4:17 lid 1-3",
  geldig      = { vanaf = "2014-08-01" },
  levert      = getal { van = 0, tot = 42 },
  bepaal      = function(vandaag, dwangsom_vanaf, besluit_op, ingetrokken_op, dwangsom_dagen_hoogstens)
    if not bekend(dwangsom_vanaf) or dwangsom_vanaf == geen then return 0, "er loopt geen dwangsom" end
    if bekend(besluit_op) then
      return hoogste(0, laagste(dwangsom_dagen_hoogstens, besluit_op - dwangsom_vanaf)), "van {dwangsom_vanaf} tot het besluit op {besluit_op}, hoogstens {dwangsom_dagen_hoogstens} dagen"
    end
    if bekend(ingetrokken_op) then
      return hoogste(0, laagste(dwangsom_dagen_hoogstens, ingetrokken_op - dwangsom_vanaf)), "van {dwangsom_vanaf} tot de intrekking op {ingetrokken_op}, hoogstens {dwangsom_dagen_hoogstens} dagen"
    end
    return hoogste(0, laagste(dwangsom_dagen_hoogstens, vandaag - dwangsom_vanaf + 1)), "van {dwangsom_vanaf} tot en met vandaag, hoogstens {dwangsom_dagen_hoogstens} dagen"
  end,
}

regel "dwangsom" {
  over   = "tlv_aanvraag",
  titel  = "Hoe hoog is de dwangsom tot en met vandaag?",
  bron   = "Awb art. 4:17 lid 1-2",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "0", tot = euro "10.000" },
  bepaal = function(dwangsom_dagen, dwangsom_per_dag_1, dwangsom_per_dag_2, dwangsom_per_dag_3)
    if dwangsom_dagen == 0 then return euro "0", "er is geen dwangsom verschuldigd" end
    local eerste_deel = laagste(dwangsom_dagen, 14)
    local tweede_deel = hoogste(0, laagste(dwangsom_dagen - 14, 14))
    local derde_deel = hoogste(0, dwangsom_dagen - 28)
    return eerste_deel * dwangsom_per_dag_1 + tweede_deel * dwangsom_per_dag_2 + derde_deel * dwangsom_per_dag_3,
      "over {dwangsom_dagen} dagen; zij gaat naar de aanvrager, het schoolbestuur, en niet naar de ouders"
  end,
}

plicht "dwangsom_vaststellen" {
  over    = "tlv_aanvraag", wie = "samenwerkingsverband",
  titel   = "De dwangsom vaststellen",
  bron    = "Awb art. 4:18", geldig = { vanaf = "2014-08-01" },
  bereik  = function(dwangsom_vanaf, besluit_op, ingetrokken_op, vandaag)
    if not bekend(dwangsom_vanaf) or dwangsom_vanaf == geen or vandaag < dwangsom_vanaf then return nee end
    if bekend(ingetrokken_op) and ingetrokken_op <= dwangsom_vanaf then return nee end
    return not bekend(besluit_op) or besluit_op > dwangsom_vanaf
  end,
  termijn = {
    lengte = weken "dwangsom_vaststellen_binnen", recht = wet,
    vanaf = function(dwangsom_vanaf, besluit_op, ingetrokken_op, dwangsom_dagen_hoogstens)
      if not bekend(dwangsom_vanaf) or dwangsom_vanaf == geen then return onbekend end
      if bekend(besluit_op) then return laagste(besluit_op - dagen(1), dwangsom_vanaf + dagen(41)) end
      if bekend(ingetrokken_op) then return laagste(ingetrokken_op - dagen(1), dwangsom_vanaf + dagen(41)) end
      return dwangsom_vanaf + dagen(41)
    end,
  },
  vervuld = function(dwangsom_vastgesteld_op) return dwangsom_vastgesteld_op end,
}

regel "beroep_niet_tijdig_vanaf" {
  over   = "tlv_aanvraag",
  titel  = "Vanaf welke dag kan de aanvrager beroep instellen omdat niet is beslist?",
  bron   = "Awb art. 6:12 lid 2",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(aanvrager_bevoegd, termijn_verstreken_op, ingebrekestelling_op, besluit_op, ingetrokken_op, dwangsom_na)
    if aanvrager_bevoegd ~= ja then return geen, "wie aanvroeg, kan geen verklaring vragen" end
    if bekend(besluit_op) then return geen, "er is beslist" end
    if bekend(ingetrokken_op) then return geen, "de aanvraag is ingetrokken" end
    if not bekend(termijn_verstreken_op) or not bekend(ingebrekestelling_op) then return onbekend, "de termijn loopt nog of er is geen ingebrekestelling" end
    return hoogste(termijn_verstreken_op, ingebrekestelling_op) + dwangsom_na, "twee weken na de ingebrekestelling"
  end,
}

-- Bezwaar (Awb art. 6:7-6:9, 7:10 en 7:13; WPO art. 18a lid 12). De geschillencommissie gaat niet over een verklaring (WPO art. 43).

regel "weg_van_bezwaar" {
  over      = "tlv_aanvraag",
  titel     = "Waar kan iemand terecht die het niet eens is met het besluit?",
  gronden   = {
    { bron = "WPO art. 40 lid 8; Awb art. 7:1", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WEC art. 40 lid 14; Awb art. 7:1", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, so, vso) end },
    { bron = "WVO art. 10e en 10g; Awb art. 7:1", vanaf = "2016-01-01", tot = "2022-07-31", bij = function(bestemming) return een_van(bestemming, pro, lwoo) end },
    { bron = "WVO 2020 art. 2.30 lid 6 en 2.43 lid 4; Awb art. 7:1", vanaf = "2022-08-01", bij = function(bestemming) return een_van(bestemming, pro, lwoo) end },
  },
  levert    = keuze { "waar naartoe", "nog_nergens", "bezwaar_bij_samenwerkingsverband", "beroep_bij_rechtbank" },
  bepaal    = function(besluit_op, bezwaar_beslist_op)
    if not bekend(besluit_op) then return nog_nergens, "er is nog geen besluit" end
    if bekend(bezwaar_beslist_op) then return beroep_bij_rechtbank, "op het bezwaar is beslist; de geschillencommissie gaat niet over een verklaring" end
    return bezwaar_bij_samenwerkingsverband, "bezwaar bij het samenwerkingsverband; de geschillencommissie gaat niet over een verklaring"
  end,
}

mogelijkheid "tlv_bezwaar" {
  over      = "tlv_aanvraag",
  titel     = "Bezwaar maken tegen het besluit over de verklaring",
  wie       = "ouders",
  bron      = "Awb art. 6:7 en 6:8 lid 1",
  geldig    = { vanaf = "2014-08-01" },
  termijn   = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "bezwaartermijn",
    recht  = wet,
  },
  vervuld   = function(bezwaar_op, bezwaar_verzonden_op)
    if bekend(bezwaar_verzonden_op) then return bezwaar_verzonden_op end
    return bezwaar_op
  end,
}

mogelijkheid "tlv_bezwaar_school" {
  over      = "tlv_aanvraag",
  titel     = "Bezwaar maken door het bevoegd gezag dat aanvroeg",
  wie       = "bestuur",
  bron      = "Awb art. 6:7 en 6:8 lid 1",
  geldig    = { vanaf = "2014-08-01" },
  bereik    = function(uitkomst) return uitkomst == geweigerd end,
  termijn   = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = weken "bezwaartermijn",
    recht  = wet,
  },
  vervuld   = function(bezwaar_school_op) return bezwaar_school_op end,
}

regel "bezwaar_op_tijd" {
  over   = "tlv_aanvraag",
  titel  = "Is het bezwaar van de ouders op tijd?",
  bron   = "Awb art. 6:7-6:9",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(besluit_op, bezwaar_op, bezwaar_verzonden_op, bezwaartermijn, bezwaar_post_na)
    if not bekend(besluit_op) then return onbekend, "er is nog geen besluit" end
    local laatste_dag = werkdag_vanaf(besluit_op + bezwaartermijn)
    if not bekend(bezwaar_op) then return onbekend, "er is nog geen bezwaar ontvangen" end
    if bezwaar_op <= laatste_dag then return ja, "ontvangen op {bezwaar_op}, uiterlijk {laatste_dag}" end
    if not bekend(bezwaar_verzonden_op) or bezwaar_verzonden_op > laatste_dag then return nee, "de termijn liep tot en met {laatste_dag}" end
    if bezwaar_op <= laatste_dag + bezwaar_post_na then return ja, "op tijd op de post en binnen {bezwaar_post_na} na de termijn ontvangen" end
    return nee, "op tijd op de post, maar later dan {bezwaar_post_na} na de termijn ontvangen"
  end,
}

plicht "tlv_beslissen_op_bezwaar" {
  over        = "tlv_aanvraag",
  titel       = "Beslissen op het bezwaar, na advies van de commissie",
  wie         = "samenwerkingsverband",
  bron        = "Awb art. 7:10 lid 1 en 3; WPO art. 18a lid 12; WVO 2020 art. 2.47 lid 15",
  geldig      = { vanaf = "2014-08-01" },
  bereik      = function(bezwaar_op) return bekend(bezwaar_op) end,
  termijn     = {
    vanaf      = einde_van "tlv_bezwaar",
    lengte     = weken "beslissen_op_bezwaar_awb",
    staat_stil = { van = "herstel_gevraagd_op", tot = eerste("hersteld_op", "herstellen_tot"), vanaf = dag_erna },
    verlenging = { mededeling = "bezwaar_verdaagd_op", hoogstens = weken "bezwaar_verdagen_met" },
    recht      = wet,
  },
  vervuld     = function(bezwaar_beslist_op) return bezwaar_beslist_op end,
}

-- De duur (WPO art. 40 lid 13; WEC art. 40 lid 15)

local duur_gronden = {
  { bron = "WPO art. 40 lid 13", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == sbo end },
  { bron = "WEC art. 40 lid 15", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, so, vso) end },
}

regel "vroegste_einde" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Wanneer kan de verklaring op zijn vroegst eindigen?",
  toelichting = "Een of meer hele schooljaren; bij afgifte in de loop van een schooljaar komt de rest van dat jaar erbij. Dat een verklaring op of voor 1 augustus aan het eind van dat schooljaar mag eindigen, is een aanname over de grens.",
  gronden     = duur_gronden,
  peildatum   = "afgegeven_op",
  levert      = datum,
  bepaal      = function(afgegeven_op, geldig_vanaf)
    if geldig_vanaf == begin_schooljaar(geldig_vanaf) then
      return einde_schooljaar(geldig_vanaf), "de periode begint op 1 augustus, dus ten minste dat hele schooljaar"
    end
    if afgegeven_op == begin_schooljaar(afgegeven_op) then
      return einde_schooljaar(afgegeven_op), "afgegeven op 1 augustus, dus ten minste dat hele schooljaar"
    end
    return einde_schooljaar(einde_schooljaar(afgegeven_op) + dagen(1)), "afgegeven in de loop van een schooljaar: de rest daarvan en ten minste het hele volgende"
  end,
}

regel "duur_rechtmatig" {
  over      = "toelaatbaarheidsverklaring",
  titel     = "Eindigt de verklaring op een dag die mag?",
  gronden   = duur_gronden,
  peildatum = "afgegeven_op",
  levert    = ja_nee,
  bepaal    = function(geldig_tot, vroegste_einde)
    if not bekend(vroegste_einde) or vroegste_einde == geen then return onbekend, "het vroegste einde is niet bekend" end
    if geldig_tot ~= einde_schooljaar(geldig_tot) then return nee, "een verklaring eindigt altijd op 31 juli" end
    if geldig_tot < vroegste_einde then return nee, "de verklaring loopt ten minste tot en met {vroegste_einde}" end
    return ja, "de verklaring loopt tot en met 31 juli en lang genoeg"
  end,
}

regel "rechtmatig_einde" {
  over      = "toelaatbaarheidsverklaring",
  titel     = "Tot en met welke dag moet deze verklaring worden gelezen?",
  gronden   = {
    { bron = "WPO art. 40 lid 13; herstel tot de eerstvolgende 31 juli die mag", vanaf = "2014-08-01", status = "aanname", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WEC art. 40 lid 15; herstel tot de eerstvolgende 31 juli die mag", vanaf = "2014-08-01", status = "aanname", bij = function(bestemming) return een_van(bestemming, so, vso) end },
  },
  peildatum = "afgegeven_op",
  levert    = datum,
  bepaal    = function(geldig_tot, duur_rechtmatig, vroegste_einde)
    if duur_rechtmatig == ja then return geldig_tot, "de verklaring eindigt op een dag die mag" end
    if not bekend(vroegste_einde) or vroegste_einde == geen then return onbekend, "het vroegste einde is niet bekend" end
    return hoogste(vroegste_einde, einde_schooljaar(geldig_tot)), "hersteld tot de eerstvolgende 31 juli die mag"
  end,
}

-- De categorie (WEC art. 40 lid 10)

regel "categorie_in_orde" {
  over    = "toelaatbaarheidsverklaring",
  titel   = "Staat er terecht wel of geen categorie in de verklaring?",
  gronden = {
    { bron = "WPO art. 40 lid 8", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WEC art. 40 lid 10 en 12", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, so, vso) end },
    { bron = "WVO art. 10g", vanaf = "2016-01-01", tot = "2022-07-31", bij = function(bestemming) return bestemming == pro end },
    { bron = "WVO 2020 art. 2.30", vanaf = "2022-08-01", bij = function(bestemming) return bestemming == pro end },
  },
  levert  = ja_nee,
  bepaal  = function(bestemming, categorie)
    if not bekend(categorie) then return onbekend, "het is niet bekend of er een categorie in staat" end
    if een_van(bestemming, so, vso) then
      if categorie == geen then return nee, "een verklaring voor so of vso noemt categorie 1, 2 of 3" end
      return ja, "de verklaring noemt een categorie"
    end
    if categorie == geen then return ja, "bij sbo en praktijkonderwijs hoort geen categorie" end
    return nee, "bij sbo en praktijkonderwijs hoort geen categorie"
  end,
}

-- Het laatste jaar (WPO art. 40 lid 14; WEC art. 40 lid 15)

regel "verklaring_geldt" {
  over   = "toelaatbaarheidsverklaring",
  titel  = "Geldt de verklaring vandaag?",
  bron   = "WPO art. 40 lid 13; WEC art. 40 lid 15; WVO 2020 art. 2.30",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(vandaag, geldig_vanaf, geldig_tot)
    if vandaag < geldig_vanaf then return nee, "de periode begint op {geldig_vanaf}" end
    if vandaag > geldig_tot then return nee, "de periode eindigde op {geldig_tot}" end
    return ja, "de periode loopt tot en met {geldig_tot}"
  end,
}

plicht "vervolg_regelen" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "In het laatste jaar terugplaatsing of een nieuwe verklaring regelen",
  wie         = "bestuur",
  gronden     = {
    { bron = "WPO art. 40 lid 14", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WEC art. 40 lid 15", vanaf = "2014-08-01", bij = function(bestemming) return een_van(bestemming, so, vso) end },
  },
  bereik      = function(vandaag, geldig_tot) return vandaag >= begin_schooljaar(geldig_tot) end,
  termijn     = { uiterlijk = function(geldig_tot) return geldig_tot end, recht = wet },
  vervuld     = function(vervolg_geregeld_op) return vervolg_geregeld_op end,
}

-- Plaatsing die als verklaring geldt (WEC art. 40 lid 16)

regel "plaatsing_geldt_als_verklaring" {
  over   = "gesloten_plaatsing",
  titel  = "Geldt de plaatsing vandaag als toelaatbaarheidsverklaring?",
  bron   = "WEC art. 40 lid 16",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(vandaag, begonnen_op, beeindigd_op, verklaring)
    if vandaag < begonnen_op then return nee, "de plaatsing begint op {begonnen_op}" end
    if bekend(beeindigd_op) and vandaag > beeindigd_op then return nee, "de plaatsing eindigde op {beeindigd_op}; daarna is weer een gewone verklaring nodig" end
    if not verklaring then return nee, "er is geen verklaring van de plaatsing" end
    return ja, "zolang de plaatsing duurt, is geen verklaring van een samenwerkingsverband nodig"
  end,
}

regel "toegerekend_aan" {
  over   = "gesloten_plaatsing",
  titel  = "Aan welk samenwerkingsverband wordt de leerling toegerekend?",
  bron   = "WEC art. 40 lid 16; WPO art. 124 lid 6",
  geldig = { vanaf = "2014-08-01" },
  levert = keuze { "toegerekend aan", "verband_van_speciaal_onderwijs", "verband_van_vorige_school", "verband_van_woonplaats" },
  bepaal = function(kwam_van_so, kwam_van_school)
    if kwam_van_so then return verband_van_speciaal_onderwijs, "de leerling stond direct daarvoor in het speciaal onderwijs" end
    if kwam_van_school then return verband_van_vorige_school, "de leerling stond direct daarvoor op een andere school" end
    return verband_van_woonplaats, "de leerling stond direct daarvoor niet op een school"
  end,
}

-- Instellingen van cluster 1 en 2 (WEC art. 41)

regel "commissie_compleet" {
  over   = "instellingsbesluit",
  titel  = "Is de commissie van onderzoek samengesteld zoals de wet vraagt?",
  bron   = "WEC art. 41 lid 2",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(gedragskundige, maatschappelijk_deskundige, arts, vertegenwoordiger)
    if not gedragskundige then return nee, "een psycholoog of pedagoog ontbreekt" end
    if not maatschappelijk_deskundige then return nee, "een maatschappelijk deskundige ontbreekt" end
    if not arts then return nee, "een arts ontbreekt" end
    if not vertegenwoordiger then return nee, "een vertegenwoordiger van de instelling ontbreekt" end
    return ja, "alle vier de leden doen mee"
  end,
}

regel "samenwerkingsverband_beslist_mee" {
  over   = "instellingsbesluit",
  titel  = "Heeft het samenwerkingsverband hier iets te beslissen of te betalen?",
  toelichting = "De uitkomst is altijd nee: de wet geeft het samenwerkingsverband hier geen rol.",
  bron   = "WEC art. 40 lid 22 en 41",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(soort_hulp)
    if soort_hulp == toelating then return nee, "over toelating tot een instelling beslist alleen de commissie van onderzoek" end
    return nee, "ook over begeleiding op een gewone school beslist alleen de commissie van onderzoek"
  end,
}

-- Gebeurtenissen

gebeurtenis "tlv_aangevraagd" {
  titel = "Aanvraag van een verklaring", maakt = "tlv_aanvraag", zet = { ontvangen_op = vandaag },
  belasting = { { wie = "school", minuten = "minuten_tlv_aanvraag", tarief = "uurtarief_school" }, { wie = "samenwerkingsverband", minuten = "minuten_tlv_beoordeling", tarief = "uurtarief_samenwerkingsverband" } },
}
gebeurtenis "deskundige_adviseert" { titel = "Advies van een deskundige", maakt = "deskundigenadvies", zet = { gegeven_op = vandaag } }
gebeurtenis "tlv_aanvulling_gevraagd" {
  titel  = "Verzoek om de aanvraag aan te vullen",
  over   = "tlv_aanvraag",
  vraagt = { tot_en_met = datum { "laatste dag om aan te vullen" } },
  zet    = { aanvulling_gevraagd_op = vandaag, aanvullen_tot = vraag "tot_en_met" },
}
gebeurtenis "tlv_aangevuld" { titel = "De aanvraag is aangevuld", over = "tlv_aanvraag", zet = { aangevuld_op = vandaag } }
gebeurtenis "tlv_uitstel" {
  titel  = "Uitstel met schriftelijke instemming van de aanvrager",
  over   = "tlv_aanvraag",
  vraagt = { tot_dag = datum { "dag waarop het uitstel ophoudt" } },
  zet    = { uitstel_van = vandaag, uitstel_tot = vraag "tot_dag" },
}
gebeurtenis "tlv_later" {
  titel  = "Mededeling dat het besluit later komt",
  over   = "tlv_aanvraag",
  vraagt = { weken_erbij = getal { "nieuwe termijn in weken", van = 1, tot = 26 } },
  zet    = { mededeling_op = vandaag, mededeling_weken = vraag "weken_erbij" },
}
gebeurtenis "tlv_besluit" {
  titel  = "Besluit op de aanvraag",
  over   = "tlv_aanvraag",
  vraagt = { besluit = keuze { "besluit", "afgegeven", "geweigerd", "buiten_behandeling" } },
  zet    = { besluit_op = vandaag, uitkomst = vraag "besluit" },
}
gebeurtenis "tlv_ingetrokken" { titel = "De aanvraag is ingetrokken", over = "tlv_aanvraag", zet = { ingetrokken_op = vandaag } }
gebeurtenis "tlv_termijn_verstreken" { titel = "De beslistermijn is verstreken", over = "tlv_aanvraag", zet = { termijn_verstreken_op = vandaag } }
gebeurtenis "tlv_ingebrekestelling" { titel = "Ingebrekestelling", over = "tlv_aanvraag", zet = { ingebrekestelling_op = vandaag } }
gebeurtenis "tlv_dwangsom_vastgesteld" { titel = "De dwangsom is vastgesteld", over = "tlv_aanvraag", zet = { dwangsom_vastgesteld_op = vandaag } }
gebeurtenis "tlv_bezwaar_ouders" {
  titel = "Bezwaar van de ouders ontvangen", over = "tlv_aanvraag", zet = { bezwaar_op = vandaag },
  belasting = { wie = "samenwerkingsverband", minuten = "minuten_bezwaar", tarief = "uurtarief_samenwerkingsverband" },
}
gebeurtenis "tlv_bezwaar_bestuur" {
  titel = "Bezwaar van het bevoegd gezag ontvangen", over = "tlv_aanvraag", zet = { bezwaar_school_op = vandaag },
  belasting = { wie = "samenwerkingsverband", minuten = "minuten_bezwaar", tarief = "uurtarief_samenwerkingsverband" },
}
gebeurtenis "tlv_herstel_gevraagd" {
  titel  = "Verzoek om een verzuim in het bezwaar te herstellen",
  over   = "tlv_aanvraag",
  vraagt = { tot_en_met = datum { "laatste dag om te herstellen" } },
  zet    = { herstel_gevraagd_op = vandaag, herstellen_tot = vraag "tot_en_met" },
}
gebeurtenis "tlv_hersteld" { titel = "Het verzuim in het bezwaar is hersteld", over = "tlv_aanvraag", zet = { hersteld_op = vandaag } }
gebeurtenis "tlv_bezwaar_verdaagd" { titel = "De beslissing op bezwaar is verdaagd", over = "tlv_aanvraag", zet = { bezwaar_verdaagd_op = vandaag } }
gebeurtenis "tlv_bezwaar_beslist" { titel = "Beslissing op het bezwaar", over = "tlv_aanvraag", zet = { bezwaar_beslist_op = vandaag } }
gebeurtenis "tlv_afgegeven" { titel = "Afgifte van een verklaring", maakt = "toelaatbaarheidsverklaring", zet = { afgegeven_op = vandaag } }
gebeurtenis "tlv_vervolg_geregeld" { titel = "Terugplaatsing of nieuwe verklaring geregeld", over = "toelaatbaarheidsverklaring", zet = { vervolg_geregeld_op = vandaag } }
gebeurtenis "gesloten_plaatsing_begint" { titel = "Begin van een gesloten plaatsing", maakt = "gesloten_plaatsing", zet = { begonnen_op = vandaag } }
gebeurtenis "gesloten_plaatsing_eindigt" { titel = "Einde van de gesloten plaatsing", over = "gesloten_plaatsing", zet = { beeindigd_op = vandaag } }
gebeurtenis "commissie_besluit" { titel = "Besluit van de commissie van onderzoek", maakt = "instellingsbesluit", zet = { besluit_op = vandaag } }
