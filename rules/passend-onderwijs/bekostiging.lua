-- SPDX-License-Identifier: EUPL-1.2
-- Tellen en betalen: wie draagt de kosten van een leerling met een toelaatbaarheidsverklaring, en vanaf wanneer.
-- WPO art. 121-125; WVO art. 84-86 tot 1 augustus 2022, daarna WVO 2020 art. 5.13-5.15; Besluit bekostiging WEC art. 33a tot 2023;
-- Regeling register onderwijsdeelnemers art. 1. De uitkeringen van een samenwerkingsverband als geheel staan hier niet.

-- De teldag (Regeling register onderwijsdeelnemers art. 1; WVO 2020 art. 5.13)

regel "teldag" {
  over        = "school",
  titel       = "Op welke dag van dit kalenderjaar worden de leerlingen van deze school geteld?",
  toelichting = "Het jaar 2023 is het eerste met een telling op 1 februari van het jaar ervoor; in 2022 telde po en (v)so dus voor het eerst op 1 februari.",
  gronden     = {
    { bron = "telling op 1 oktober per schooljaar", vanaf = "2014-08-01", tot = "2021-12-31", status = "overgeleverd", bij = function(soort) return een_van(soort, bao, sbo, so, vso, sovso) end },
    { bron = "Regeling register onderwijsdeelnemers art. 1", vanaf = "2022-01-01", bij = function(soort) return een_van(soort, bao, sbo, so, vso, sovso) end },
    { bron = "WVO art. 84", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(soort) return een_van(soort, vo, pro) end },
    { bron = "WVO 2020 art. 5.13", vanaf = "2022-08-01", bij = function(soort) return een_van(soort, vo, pro) end },
  },
  levert      = datum,
  bepaal      = function(vandaag, soort, laatste_telling_oktober)
    if een_van(soort, vo, pro) then return op_dag(vandaag, 1, 10), "het voortgezet onderwijs telt op 1 oktober" end
    if jaar(vandaag) <= jaar(laatste_telling_oktober) then return op_dag(vandaag, 1, 10), "tot en met 2021 telde 1 oktober" end
    return op_dag(vandaag, 1, 2), "primair onderwijs en (v)so tellen op 1 februari"
  end,
}

-- Wie betaalt (WPO art. 124 lid 4; WVO art. 86; WVO 2020 art. 5.15)

regel "betaler" {
  over    = "toelaatbaarheidsverklaring",
  titel   = "Wie draagt de kosten van de plaats, ook na verhuizing?",
  gronden = {
    { bron = "WPO art. 121-123", vanaf = "2023-01-01", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WPO art. 124 lid 4", vanaf = "2014-08-01", bij = function(bestemming) return bestemming == so end },
    { bron = "WVO art. 86", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(bestemming) return bestemming == vso end },
    { bron = "WVO 2020 art. 5.15", vanaf = "2022-08-01", bij = function(bestemming) return bestemming == vso end },
  },
  levert  = keuze { "wie betaalt", "afgevend_samenwerkingsverband" },
  bepaal  = function()
    return afgevend_samenwerkingsverband, "het samenwerkingsverband dat de verklaring afgaf, zolang zij loopt, waar de leerling ook woont"
  end,
}

-- Vanaf en tot wanneer (telling op 1 februari van het jaar ervoor)

regel "eerste_telling" {
  over   = "toelaatbaarheidsverklaring",
  titel  = "Op welke dag wordt de leerling op deze plaats voor het eerst geteld?",
  bron   = "WPO art. 121-124; WVO 2020 art. 5.15; Regeling register onderwijsdeelnemers art. 1",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(bestemming, plaats_vanaf, laatste_telling_oktober)
    if bestemming == pro then return geen, "een leerling van het praktijkonderwijs kost het samenwerkingsverband geen bedrag per verklaring" end
    if not bekend(plaats_vanaf) then return onbekend, "de leerling is nog niet op grond van de verklaring geplaatst" end
    local dit_jaar, volgend_jaar = op_dag(plaats_vanaf, 1, 10), op_dag(maanden_later(plaats_vanaf, 12, omlaag), 1, 10)
    if plaats_vanaf <= dit_jaar and dit_jaar <= laatste_telling_oktober then return dit_jaar, "tot 2022 telde 1 oktober" end
    if volgend_jaar <= laatste_telling_oktober then return volgend_jaar, "tot 2022 telde 1 oktober" end
    local februari = op_dag(plaats_vanaf, 1, 2)
    if plaats_vanaf <= februari then return februari, "geplaatst op of voor 1 februari" end
    return op_dag(maanden_later(plaats_vanaf, 12, omlaag), 1, 2), "geplaatst na 1 februari, dus pas geteld in het volgende jaar"
  end,
}

regel "betaalt_vanaf" {
  over   = "toelaatbaarheidsverklaring",
  titel  = "Vanaf welke dag draagt het samenwerkingsverband de kosten van deze plaats?",
  bron   = "WPO art. 121-124; WVO 2020 art. 5.15",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(eerste_telling, plaats_tot, geldig_tot)
    if eerste_telling == geen then return geen, "hier hoort geen bedrag per verklaring bij" end
    if not bekend(eerste_telling) then return onbekend, "de leerling is nog niet op grond van de verklaring geplaatst" end
    if geldig_tot < eerste_telling then return geen, "de verklaring eindigt voor de eerste telling op {eerste_telling}" end
    if bekend(plaats_tot) and plaats_tot < eerste_telling then return geen, "de leerling ging weg voor de eerste telling op {eerste_telling}" end
    if maand(eerste_telling) == 10 then
      return begin_schooljaar(maanden_later(eerste_telling, 12, omlaag)), "geteld op {eerste_telling}, voor het schooljaar dat daarna begint"
    end
    return maanden_later(eerste_telling, 11, omlaag), "geteld op {eerste_telling}, voor het kalenderjaar daarna"
  end,
}

regel "betaalt_tot" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Tot en met welke dag draagt het samenwerkingsverband die kosten?",
  toelichting = "Ook aan het eind loopt de bekostiging achter: de laatste telling draagt het hele volgende kalenderjaar.",
  bron        = "WPO art. 121-124; WVO 2020 art. 5.15",
  geldig      = { vanaf = "2023-01-01" },
  levert      = datum,
  bepaal      = function(betaalt_vanaf, plaats_tot, geldig_tot, laatste_telling_oktober)
    if betaalt_vanaf == geen then return geen, "de leerling wordt op deze plaats niet geteld" end
    if not bekend(betaalt_vanaf) or not bekend(plaats_tot) then return onbekend, "de leerling staat nog op deze plaats" end
    local telling = op_dag(laagste(plaats_tot, geldig_tot) - dagen(31), 1, 2)
    if telling <= laatste_telling_oktober then return onbekend, "de laatste telling was op een 1 oktober voor 2022" end
    return maanden_later(telling, 23, omlaag) - dagen(1), "voor het laatst geteld op {telling}, voor het kalenderjaar daarna"
  end,
}

regel "betaalt_vandaag" {
  over   = "toelaatbaarheidsverklaring",
  titel  = "Draagt het samenwerkingsverband dat de verklaring afgaf vandaag de kosten?",
  bron   = "WPO art. 121-124; WVO 2020 art. 5.15",
  geldig = { vanaf = "2023-01-01" },
  levert = ja_nee,
  bepaal = function(vandaag, betaalt_vanaf, betaalt_tot)
    if betaalt_vanaf == geen then return nee, "de leerling wordt op deze plaats niet geteld" end
    if not bekend(betaalt_vanaf) then return onbekend, "de leerling is nog niet op grond van de verklaring geplaatst" end
    if vandaag < betaalt_vanaf then return nee, "de leerling telt pas mee vanaf {betaalt_vanaf}" end
    if bekend(betaalt_tot) and betaalt_tot ~= geen and vandaag > betaalt_tot then return nee, "de laatste telling droeg de kosten tot en met {betaalt_tot}" end
    return ja, "de leerling telt mee sinds {betaalt_vanaf}"
  end,
}

-- Hoeveel: tot 2023 formatie naar leeftijd, daarna een vast bedrag per categorie

regel "teldag_formatie" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Op welke teldag berust de formatie van dit schooljaar?",
  bron        = "telling op 1 oktober van het jaar voor het schooljaar",
  status      = "overgeleverd",
  geldig      = { vanaf = "2014-08-01", tot = "2022-12-31" },
  levert      = datum,
  bepaal      = function(vandaag)
    return op_dag(begin_schooljaar(vandaag) - dagen(300), 1, 10), "1 oktober voor het begin van dit schooljaar"
  end,
}

regel "formatie_leraren" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Hoeveel formatie voor leraren hoort bij deze plaats (tienduizendsten van een voltijdbaan)?",
  toelichting = "Dat de leeftijd op de teldag telt, is een lezing. Bij de formatie kwam een vaste som; die staat hier niet.",
  bron        = "Besluit bekostiging WEC art. 33a lid 1",
  geldig      = { vanaf = "2014-08-01", tot = "2022-12-31" },
  levert      = getal { van = 0, tot = 3000 },
  bepaal      = function(bestemming, categorie, leerling_geboren, teldag_formatie)
    local jonger_dan_acht = tabel { categorie_1 = 637, categorie_2 = 616, categorie_3 = 1304 }
    local acht_en_ouder = tabel { categorie_1 = 800, categorie_2 = 788, categorie_3 = 1476 }
    local in_vso = tabel { categorie_1 = 1029, categorie_2 = 1254, categorie_3 = 1297 }
    if not een_van(bestemming, so, vso) or categorie == geen then return geen, "deze formatie hoort bij een categorie in het (v)so" end
    if not bekend(categorie) then return onbekend, "de categorie is niet bekend" end
    if bestemming == vso then return in_vso[categorie], "in het vso maakt de leeftijd niet uit" end
    if leeftijd_op(leerling_geboren, teldag_formatie) < 8 then return jonger_dan_acht[categorie], "op {teldag_formatie} nog geen acht jaar" end
    return acht_en_ouder[categorie], "op {teldag_formatie} acht jaar of ouder"
  end,
}

regel "formatie_ondersteuning" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Hoeveel formatie voor onderwijsondersteuning hoort bij deze plaats (tienduizendsten van een voltijdbaan)?",
  toelichting = "Alleen in categorie 1 maakt de leeftijd uit.",
  bron        = "Besluit bekostiging WEC art. 33a lid 1",
  geldig      = { vanaf = "2014-08-01", tot = "2022-12-31" },
  levert      = getal { van = 0, tot = 3000 },
  bepaal      = function(bestemming, categorie, leerling_geboren, teldag_formatie)
    local jonger_dan_acht = tabel { categorie_1 = 1180, categorie_2 = 2287, categorie_3 = 2896 }
    local acht_en_ouder = tabel { categorie_1 = 688, categorie_2 = 2287, categorie_3 = 2896 }
    local in_vso = tabel { categorie_1 = 529, categorie_2 = 1962, categorie_3 = 2892 }
    if not een_van(bestemming, so, vso) or categorie == geen then return geen, "deze formatie hoort bij een categorie in het (v)so" end
    if not bekend(categorie) then return onbekend, "de categorie is niet bekend" end
    if bestemming == vso then return in_vso[categorie], "in het vso maakt de leeftijd niet uit" end
    if leeftijd_op(leerling_geboren, teldag_formatie) < 8 then return jonger_dan_acht[categorie], "op {teldag_formatie} nog geen acht jaar" end
    return acht_en_ouder[categorie], "op {teldag_formatie} acht jaar of ouder"
  end,
}

regel "bedrag_per_jaar" {
  over        = "toelaatbaarheidsverklaring",
  titel       = "Welk bedrag per jaar hoort bij deze plaats, boven de basisbekostiging?",
  toelichting = "Een vast bedrag per categorie, zonder leeftijd. Bedragen van voor 2024 en voor het vso zijn niet gelezen.",
  gronden     = {
    { bron = "WPO art. 121", vanaf = "2024-01-01", bij = function(bestemming) return bestemming == sbo end },
    { bron = "WPO art. 124 lid 4", vanaf = "2024-01-01", bij = function(bestemming) return bestemming == so end },
  },
  levert      = bedrag { van = euro "0", tot = euro "100.000" },
  bepaal      = function(bestemming, categorie, bedrag_sbo, bedrag_categorie_1, bedrag_categorie_2, bedrag_categorie_3)
    if bestemming == sbo then return bedrag_sbo, "het ondersteuningsbedrag voor een leerling van het sbo" end
    if categorie == categorie_1 then return bedrag_categorie_1, "categorie 1, ongeacht de leeftijd" end
    if categorie == categorie_2 then return bedrag_categorie_2, "categorie 2, ongeacht de leeftijd" end
    if categorie == categorie_3 then return bedrag_categorie_3, "categorie 3, ongeacht de leeftijd" end
    return onbekend, "de categorie is niet bekend"
  end,
}

-- Gebeurtenissen

gebeurtenis "plaats_begint" { titel = "Plaatsing op grond van de verklaring", over = "toelaatbaarheidsverklaring", zet = { plaats_vanaf = vandaag } }
gebeurtenis "plaats_eindigt" { titel = "Laatste dag op die plaats", over = "toelaatbaarheidsverklaring", zet = { plaats_tot = vandaag } }
