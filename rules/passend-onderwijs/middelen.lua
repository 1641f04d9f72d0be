-- SPDX-License-Identifier: EUPL-1.2
-- De middelen van een samenwerkingsverband: wat er binnenkomt, wat de verklaringen ervan afhalen, en wat elke school krijgt.
-- WPO art. 121-125; WVO art. 84-86 tot 1 augustus 2022, daarna WVO 2020 art. 5.13-5.15; de sleutel staat in het ondersteuningsplan
-- (WPO art. 18a lid 8 onder b; WVO 2020 art. 2.47 lid 9 onder b). Alles in hele centen; elke afronding staat er als woord bij.

-- De tellingen

onderwerp "telling" {
  titel     = "Telling van de leerlingen van een school op een dag",
  hoort_bij = { school = "school" },
  gegevens  = {
    geteld_op      = datum { "dag van de telling" },
    leerlingen     = getal { "leerlingen", van = 0, tot = 20000 },
    arrangementen  = getal { "leerlingen met een arrangement", van = 0, tot = 5000, begin = 0, eigenaar = "samenwerkingsverband" },
    lwoo           = getal { "leerlingen met leerwegondersteuning", van = 0, tot = 5000, begin = 0 },
    praktijk       = getal { "leerlingen in het praktijkonderwijs", van = 0, tot = 5000, begin = 0 },
    basis_en_kader = getal { "leerlingen in de basisgerichte en kadergerichte leerweg", van = 0, tot = 5000, begin = 0 },
  },
}

onderwerp "tlv_telling" {
  titel     = "Telling van de leerlingen op verklaringen van een samenwerkingsverband",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    geteld_op  = datum  { "dag van de telling" },
    bestemming = keuze  { "soort plaats", "sbo", "so", "vso" },
    categorie  = keuze  { "ondersteuningscategorie", "categorie_1", "categorie_2", "categorie_3", optioneel = true, of_geen = true, begin = geen },
    leerlingen = getal  { "leerlingen", van = 0, tot = 5000 },
    groei      = ja_nee { "nieuw na 1 februari, geteld op de peildatum van het ondersteuningsplan", begin = nee },
  },
}

-- De teldag (WPO art. 122-125; WVO 2020 art. 5.13 en 5.15)

regel "teldag_bekostiging" {
  over    = "school",
  titel   = "Op welke dag zijn de leerlingen geteld waar het geld van vandaag op berust?",
  gronden = {
    { bron = "telling op 1 oktober, voor het schooljaar daarna", vanaf = "2014-08-01", tot = "2022-12-31", status = "overgeleverd", bij = function(soort) return een_van(soort, bao, sbo) end },
    { bron = "WVO art. 84", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(soort) return een_van(soort, vo, pro) end },
    { bron = "WVO 2020 art. 5.13", vanaf = "2022-08-01", tot = "2022-12-31", bij = function(soort) return een_van(soort, vo, pro) end },
  },
  levert  = datum,
  bepaal  = function(vandaag, soort)
    if een_van(soort, vo, pro) then return op_dag(op_dag(vandaag, 1, 1) - dagen(1), 1, 10), "het voortgezet onderwijs telt op 1 oktober van het jaar ervoor" end
    return op_dag(begin_schooljaar(vandaag) - dagen(300), 1, 10), "tot 2023: 1 oktober voor het begin van het schooljaar"
  end,
}

regel "teldag_bekostiging" {
  over    = "school",
  titel   = "Op welke dag zijn de leerlingen geteld waar het geld van vandaag op berust?",
  gronden = {
    { bron = "WPO art. 122-125", vanaf = "2023-01-01", bij = function(soort) return een_van(soort, bao, sbo) end },
    { bron = "WVO 2020 art. 5.13", vanaf = "2023-01-01", bij = function(soort) return een_van(soort, vo, pro) end },
  },
  levert  = datum,
  bepaal  = function(vandaag, soort)
    if een_van(soort, vo, pro) then return op_dag(op_dag(vandaag, 1, 1) - dagen(1), 1, 10), "het voortgezet onderwijs telt op 1 oktober van het jaar ervoor" end
    return op_dag(op_dag(vandaag, 1, 1) - dagen(1), 1, 2), "het primair onderwijs telt op 1 februari van het jaar ervoor"
  end,
}

regel "teldag_verklaringen" {
  over    = "samenwerkingsverband",
  titel   = "Op welke dag zijn de leerlingen op verklaringen geteld waar het geld van vandaag op berust?",
  gronden = {
    { bron = "telling op 1 oktober", vanaf = "2014-08-01", tot = "2022-12-31", status = "overgeleverd" },
  },
  levert  = datum,
  bepaal  = function(vandaag, sector)
    if sector == vo then return op_dag(op_dag(vandaag, 1, 1) - dagen(1), 1, 10), "1 oktober van het jaar ervoor" end
    return op_dag(begin_schooljaar(vandaag) - dagen(300), 1, 10), "tot 2023: 1 oktober voor het begin van het schooljaar"
  end,
}

regel "teldag_verklaringen" {
  over    = "samenwerkingsverband",
  titel   = "Op welke dag zijn de leerlingen op verklaringen geteld waar het geld van vandaag op berust?",
  gronden = {
    { bron = "WPO art. 124", vanaf = "2023-01-01", bij = function(sector) return sector == po end },
    { bron = "WVO 2020 art. 5.15", vanaf = "2023-01-01", bij = function(sector) return sector == vo end },
  },
  levert  = datum,
  bepaal  = function(vandaag)
    return op_dag(op_dag(vandaag, 1, 1) - dagen(1), 1, 2), "sbo, so en vso tellen op 1 februari van het jaar ervoor"
  end,
}

regel "telt_nu" {
  over   = "telling",
  titel  = "Berust het geld van vandaag op deze telling?",
  bron   = "WPO art. 121-125; WVO art. 84; WVO 2020 art. 5.13",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(geteld_op, school_teldag_bekostiging)
    if not bekend(school_teldag_bekostiging) or school_teldag_bekostiging == geen then return nee, "deze school telt niet mee" end
    if geteld_op ~= school_teldag_bekostiging then return nee, "de teldag is {school_teldag_bekostiging}" end
    return ja, "geteld op de teldag"
  end,
}

lijst "tellingen_op_teldag" { over = "school", van = "telling", neem = aantal, tot = 60, waar = function(telt_nu) return telt_nu == ja end }
lijst "leerlingen_op_teldag" { over = "school", van = "telling", neem = som "leerlingen", tot = 1, waar = function(telt_nu) return telt_nu == ja end }
lijst "arrangementen_op_teldag" { over = "school", van = "telling", neem = som "arrangementen", tot = 1, waar = function(telt_nu) return telt_nu == ja end }
lijst "lwoo_op_teldag" { over = "school", van = "telling", neem = som "lwoo", tot = 1, waar = function(telt_nu) return telt_nu == ja end }
lijst "praktijk_op_teldag" { over = "school", van = "telling", neem = som "praktijk", tot = 1, waar = function(telt_nu) return telt_nu == ja end }
lijst "basis_en_kader_op_teldag" { over = "school", van = "telling", neem = som "basis_en_kader", tot = 1, waar = function(telt_nu) return telt_nu == ja end }

regel "bekostigde_leerlingen" {
  over   = "school",
  titel  = "Voor hoeveel leerlingen van deze school komt er vandaag geld binnen?",
  bron   = "WPO art. 121-125; WVO art. 84; WVO 2020 art. 5.13",
  geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 20000 },
  bepaal = function(teldag_bekostiging, tellingen_op_teldag, leerlingen_op_teldag)
    if not bekend(teldag_bekostiging) or teldag_bekostiging == geen then return geen, "voor deze school telt het samenwerkingsverband niet mee" end
    if tellingen_op_teldag == 0 then return onbekend, "van {teldag_bekostiging} is geen telling bekend" end
    return leerlingen_op_teldag, "geteld op {teldag_bekostiging}"
  end,
}

lijst "leerlingen_basisscholen" { over = "samenwerkingsverband", van = "school", neem = som "bekostigde_leerlingen", tot = 500, waar = function(soort) return soort == bao end }
lijst "leerlingen_sbo" { over = "samenwerkingsverband", van = "school", neem = som "bekostigde_leerlingen", tot = 100, waar = function(soort) return soort == sbo end }
lijst "leerlingen_voortgezet" { over = "samenwerkingsverband", van = "school", neem = som "bekostigde_leerlingen", tot = 500, waar = function(soort) return een_van(soort, vo, pro) end }

-- Wat er binnenkomt

regel "lichte_ondersteuning" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel komt er dit jaar binnen voor lichte ondersteuning (po)?",
  bron   = "WPO art. 121-123",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "0", tot = euro "100.000.000.000" },
  bepaal = function(sector, leerlingen_basisscholen, licht_per_leerling, indexering)
    if sector == vo then return euro "0", "lichte ondersteuning is er alleen in het primair onderwijs" end
    local bedrag_nu = leerlingen_basisscholen * licht_per_leerling
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{leerlingen_basisscholen} leerlingen van basisscholen, {licht_per_leerling} elk"
  end,
}

regel "zware_ondersteuning" {
  over    = "samenwerkingsverband",
  titel   = "Hoeveel komt er dit jaar binnen voor zware ondersteuning?",
  gronden = {
    { bron = "WPO art. 124", vanaf = "2014-08-01", bij = function(sector) return sector == po end },
    { bron = "WVO art. 86", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(sector) return sector == vo end },
    { bron = "WVO 2020 art. 5.15", vanaf = "2022-08-01", bij = function(sector) return sector == vo end },
  },
  levert  = bedrag { van = euro "0", tot = euro "100.000.000.000" },
  bepaal  = function(sector, leerlingen_basisscholen, leerlingen_sbo, leerlingen_voortgezet, zwaar_per_leerling_po, zwaar_per_leerling_vo, indexering)
    if sector == vo then
      local voor_vo = leerlingen_voortgezet * zwaar_per_leerling_vo
      return voor_vo + procent_van(voor_vo, indexering, afgerond), "{leerlingen_voortgezet} leerlingen, {zwaar_per_leerling_vo} elk"
    end
    local voor_po = (leerlingen_basisscholen + leerlingen_sbo) * zwaar_per_leerling_po
    return voor_po + procent_van(voor_po, indexering, afgerond), "{leerlingen_basisscholen} leerlingen van basisscholen en {leerlingen_sbo} van het sbo, {zwaar_per_leerling_po} elk"
  end,
}

regel "regionale_ondersteuning" {
  over    = "samenwerkingsverband",
  titel   = "Hoeveel komt er dit jaar binnen voor regionale ondersteuning (vo)?",
  gronden = {
    { bron = "WVO art. 84 lid 5", vanaf = "2014-08-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 5.13 lid 5", vanaf = "2022-08-01" },
  },
  levert  = bedrag { van = euro "0", tot = euro "100.000.000.000" },
  bepaal  = function(sector, leerlingen_voortgezet, regionaal_per_leerling, indexering)
    if sector == po then return euro "0", "regionale ondersteuning is er alleen in het voortgezet onderwijs" end
    local bedrag_nu = leerlingen_voortgezet * regionaal_per_leerling
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{leerlingen_voortgezet} leerlingen, {regionaal_per_leerling} elk"
  end,
}

-- Leerwegondersteuning en praktijkonderwijs: de leerlingen van nu in de verhouding van 1 oktober 2012.

local lwoo_middelen_gronden = {
  { bron = "WVO art. 84 lid 3", vanaf = "2014-08-01", tot = "2022-07-31" },
  { bron = "WVO 2020 art. 5.13 lid 3", vanaf = "2022-08-01" },
}

local praktijk_middelen_gronden = {
  { bron = "WVO art. 84 lid 4", vanaf = "2014-08-01", tot = "2022-07-31" },
  { bron = "WVO 2020 art. 5.13 lid 4", vanaf = "2022-08-01" },
}

onderwerp "aandeel_2012" {
  titel     = "Leerlingen van een soort op 1 oktober 2012",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    soort_leerling  = keuze { "soort leerling", "lwoo", "praktijk", "overig", eigenaar = "wet" },
    leerlingen_2012 = getal { "leerlingen op 1 oktober 2012", van = 0, tot = 1000000, eigenaar = "wet" },
  },
}

verdeling "in_verhouding_van_2012" {
  over = "aandeel_2012", titel = "De leerlingen van nu in de verhouding van 2012, in hele leerlingen",
  gronden = {
    { bron = "WVO art. 84 lid 3-4", vanaf = "2014-08-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 5.13 lid 3-4", vanaf = "2022-08-01" },
  },
  geheel = "samenwerkingsverband_leerlingen_voortgezet", naar = "leerlingen_2012", tot = 3, afronding = grootste_rest,
}

lijst "norm_lwoo" { over = "samenwerkingsverband", van = "aandeel_2012", neem = som "in_verhouding_van_2012", tot = 1, waar = function(soort_leerling) return soort_leerling == lwoo end }
lijst "norm_praktijk" { over = "samenwerkingsverband", van = "aandeel_2012", neem = som "in_verhouding_van_2012", tot = 1, waar = function(soort_leerling) return soort_leerling == praktijk end }

regel "lwoo_middelen" {
  over    = "samenwerkingsverband",
  titel   = "Hoeveel is er dit jaar voor leerwegondersteuning?",
  gronden = lwoo_middelen_gronden,
  levert  = bedrag { van = euro "0", tot = euro "200.000.000.000" },
  bepaal  = function(norm_lwoo, bedrag_lwoo_pro, indexering)
    local bedrag_nu = norm_lwoo * bedrag_lwoo_pro
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{norm_lwoo} leerlingen, {bedrag_lwoo_pro} elk"
  end,
}

regel "praktijk_middelen" {
  over    = "samenwerkingsverband",
  titel   = "Hoeveel is er dit jaar voor praktijkonderwijs?",
  gronden = praktijk_middelen_gronden,
  levert  = bedrag { van = euro "0", tot = euro "200.000.000.000" },
  bepaal  = function(norm_praktijk, bedrag_lwoo_pro, indexering)
    local bedrag_nu = norm_praktijk * bedrag_lwoo_pro
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{norm_praktijk} leerlingen, {bedrag_lwoo_pro} elk"
  end,
}

-- Wat de verklaringen ervan afhalen (WPO art. 121-124; WVO 2020 art. 5.15)

regel "telt_in_dit_jaar" {
  over        = "tlv_telling",
  titel       = "Haalt deze telling dit jaar iets van het geld af?",
  toelichting = "Groei na 1 februari draagt het samenwerkingsverband in het kalenderjaar na de telling, op de peildatum uit het ondersteuningsplan.",
  bron        = "WPO art. 121-125; Besluit bekostiging WPO 2022 art. 20; WVO 2020 art. 5.15",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(vandaag, groei, geteld_op, samenwerkingsverband_teldag_verklaringen)
    if groei and jaar(geteld_op) + 1 == jaar(vandaag) then return ja, "groei, geteld op {geteld_op}" end
    if groei then return nee, "groei van een ander jaar" end
    if geteld_op == samenwerkingsverband_teldag_verklaringen then return ja, "geteld op de teldag" end
    return nee, "de teldag is {samenwerkingsverband_teldag_verklaringen}"
  end,
}

regel "peildatum_groei_toegestaan" {
  over   = "tlv_telling",
  titel  = "Ligt de peildatum voor groei tussen 1 februari en 1 juni?",
  bron   = "Besluit bekostiging WPO 2022 art. 20",
  geldig = { vanaf = "2023-01-01" },
  levert = ja_nee,
  bepaal = function(groei, geteld_op)
    if not groei then return geen, "dit is de gewone telling" end
    if geteld_op <= op_dag(geteld_op, 1, 2) then return nee, "op of voor 1 februari" end
    if geteld_op >= op_dag(geteld_op, 1, 6) then return nee, "op of na 1 juni" end
    return ja, "tussen 1 februari en 1 juni"
  end,
}

regel "kosten" {
  over        = "tlv_telling",
  titel       = "Welk bedrag hoort bij deze leerlingen?",
  toelichting = "Voor het vso worden de bedragen van het so gebruikt; die van het vso zijn niet gelezen.",
  bron        = "WPO art. 121-124; WVO art. 86; WVO 2020 art. 5.15",
  geldig      = { vanaf = "2014-08-01" },
  levert      = bedrag { van = euro "0", tot = euro "1.000.000.000" },
  bepaal      = function(bestemming, categorie, leerlingen, bedrag_sbo, bedrag_categorie_1, bedrag_categorie_2, bedrag_categorie_3, indexering)
    local function met_index(bedrag_toen) return bedrag_toen + procent_van(bedrag_toen, indexering, afgerond) end
    if bestemming == sbo then return met_index(leerlingen * bedrag_sbo), "{leerlingen} leerlingen in het sbo, {bedrag_sbo} elk" end
    if categorie == categorie_1 then return met_index(leerlingen * bedrag_categorie_1), "{leerlingen} leerlingen in categorie 1, {bedrag_categorie_1} elk" end
    if categorie == categorie_2 then return met_index(leerlingen * bedrag_categorie_2), "{leerlingen} leerlingen in categorie 2, {bedrag_categorie_2} elk" end
    if categorie == categorie_3 then return met_index(leerlingen * bedrag_categorie_3), "{leerlingen} leerlingen in categorie 3, {bedrag_categorie_3} elk" end
    return onbekend, "de categorie is niet bekend"
  end,
}

lijst "kosten_sbo" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(bestemming, groei, telt_in_dit_jaar) return bestemming == sbo and not groei and telt_in_dit_jaar == ja end }
lijst "kosten_speciaal" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(bestemming, groei, telt_in_dit_jaar) return bestemming ~= sbo and not groei and telt_in_dit_jaar == ja end }
lijst "kosten_categorie_1" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(bestemming, categorie, groei, telt_in_dit_jaar) return bestemming ~= sbo and categorie == categorie_1 and not groei and telt_in_dit_jaar == ja end }
lijst "kosten_categorie_2" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(bestemming, categorie, groei, telt_in_dit_jaar) return bestemming ~= sbo and categorie == categorie_2 and not groei and telt_in_dit_jaar == ja end }
lijst "kosten_categorie_3" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(bestemming, categorie, groei, telt_in_dit_jaar) return bestemming ~= sbo and categorie == categorie_3 and not groei and telt_in_dit_jaar == ja end }
lijst "kosten_groei" { over = "samenwerkingsverband", van = "tlv_telling", neem = som "kosten", tot = 100, waar = function(groei, telt_in_dit_jaar) return groei and telt_in_dit_jaar == ja end }

-- Lwoo: de minister betaalt scholen per leerling met een aanwijzing en houdt dat in. Wie kiest voor populatiebekostiging, verdeelt
-- het zelf (een variant vervangt deze twee regels).

regel "lwoo_van_het_rijk" {
  over    = "school",
  titel   = "Wat krijgt de school per leerling met leerwegondersteuning?",
  gronden = {
    { bron = "WVO art. 84 lid 6", vanaf = "2014-08-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 5.13 lid 6", vanaf = "2022-08-01" },
  },
  levert  = bedrag { van = euro "0", tot = euro "100.000.000" },
  bepaal  = function(lwoo_op_teldag, bedrag_lwoo_pro, indexering)
    local bedrag_nu = lwoo_op_teldag * bedrag_lwoo_pro
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{lwoo_op_teldag} leerlingen met leerwegondersteuning"
  end,
}

regel "praktijk_van_het_rijk" {
  over    = "school",
  titel   = "Wat krijgt de school per leerling in het praktijkonderwijs?",
  gronden = {
    { bron = "WVO art. 84 lid 7", vanaf = "2014-08-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 5.13 lid 7", vanaf = "2022-08-01" },
  },
  levert  = bedrag { van = euro "0", tot = euro "100.000.000" },
  bepaal  = function(praktijk_op_teldag, bedrag_lwoo_pro, indexering)
    local bedrag_nu = praktijk_op_teldag * bedrag_lwoo_pro
    return bedrag_nu + procent_van(bedrag_nu, indexering, afgerond), "{praktijk_op_teldag} leerlingen in het praktijkonderwijs"
  end,
}

lijst "lwoo_op_scholen" { over = "samenwerkingsverband", van = "school", neem = som "lwoo_van_het_rijk", tot = 300, waar = function(soort) return een_van(soort, vo, pro) end }
lijst "praktijk_op_scholen" { over = "samenwerkingsverband", van = "school", neem = som "praktijk_van_het_rijk", tot = 300, waar = function(soort) return een_van(soort, vo, pro) end }

regel "lwoo_naar_populatie" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel van het lwoo-geld gaat naar een vaste sleutel, zonder aanwijzing per leerling?",
  bron   = "ondersteuningsplan",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "0", tot = euro "200.000.000.000" },
  bepaal = function() return euro "0", "elke leerling met lwoo heeft een aanwijzing" end,
}

-- Wat er overblijft, en wat een tekort de scholen kost (WPO art. 121-125; WVO art. 85; WVO 2020 art. 5.14)

regel "licht_over" {
  over   = "samenwerkingsverband",
  titel  = "Wat blijft er van de lichte ondersteuning na de leerlingen in het sbo?",
  bron   = "WPO art. 121-123",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-200.000.000.000", tot = euro "200.000.000.000" },
  bepaal = function(lichte_ondersteuning, kosten_sbo) return lichte_ondersteuning - kosten_sbo end,
}

regel "zwaar_over" {
  over   = "samenwerkingsverband",
  titel  = "Wat blijft er van de zware ondersteuning na de leerlingen in het (v)so?",
  bron   = "WPO art. 124; WVO art. 86; WVO 2020 art. 5.15",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-400.000.000.000", tot = euro "400.000.000.000" },
  bepaal = function(zware_ondersteuning, kosten_speciaal, kosten_groei)
    if not bekend(zware_ondersteuning) or zware_ondersteuning == geen then return onbekend, "de zware ondersteuning is niet bekend" end
    return zware_ondersteuning - kosten_speciaal - kosten_groei
  end,
}

regel "lwoo_over" {
  over   = "samenwerkingsverband",
  titel  = "Wat blijft er van het geld voor leerwegondersteuning na de leerlingen die haar krijgen?",
  bron   = "WVO art. 84 lid 6; WVO 2020 art. 5.13 lid 6",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-600.000.000.000", tot = euro "600.000.000.000" },
  bepaal = function(lwoo_middelen, lwoo_op_scholen, lwoo_naar_populatie)
    return lwoo_middelen - lwoo_op_scholen - lwoo_naar_populatie
  end,
}

regel "praktijk_over" {
  over   = "samenwerkingsverband",
  titel  = "Wat blijft er van het geld voor praktijkonderwijs na de leerlingen daar?",
  bron   = "WVO art. 84 lid 7; WVO 2020 art. 5.13 lid 7",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-400.000.000.000", tot = euro "400.000.000.000" },
  bepaal = function(praktijk_middelen, praktijk_op_scholen)
    return praktijk_middelen - praktijk_op_scholen
  end,
}

regel "tekort_licht" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel komt de lichte ondersteuning tekort? Dat gaat van de basisscholen af.",
  bron   = "WPO art. 121-125",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-200.000.000.000", tot = euro "0" },
  bepaal = function(licht_over) return laagste(licht_over, euro "0") end,
}

regel "tekort_zwaar" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel komt er verder tekort? Dat gaat van alle scholen af.",
  bron   = "WPO art. 121-125; WVO art. 85; WVO 2020 art. 5.14",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-1.400.000.000.000", tot = euro "0" },
  bepaal = function(zwaar_over, lwoo_over, praktijk_over)
    if not bekend(zwaar_over) or zwaar_over == geen then return onbekend, "wat overblijft is niet bekend" end
    return laagste(zwaar_over, euro "0") + laagste(lwoo_over, euro "0") + laagste(praktijk_over, euro "0")
  end,
}

regel "weegt_in_tekort_licht" {
  over   = "school",
  titel  = "Voor hoeveel leerlingen draagt deze school een tekort aan lichte ondersteuning?",
  bron   = "WPO art. 121-125",
  geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 20000 },
  bepaal = function(soort, bekostigde_leerlingen)
    if soort ~= bao then return 0, "alleen basisscholen dragen het" end
    if not bekend(bekostigde_leerlingen) or bekostigde_leerlingen == geen then return onbekend, "het aantal leerlingen is niet bekend" end
    return bekostigde_leerlingen
  end,
}

regel "weegt_in_tekort_zwaar" {
  over        = "school",
  titel       = "Voor hoeveel leerlingen draagt deze school een ander tekort?",
  toelichting = "In het voortgezet onderwijs tellen leerlingen met lwoo en in het praktijkonderwijs niet mee.",
  bron        = "WPO art. 121-125; WVO art. 85; WVO 2020 art. 5.14",
  geldig      = { vanaf = "2014-08-01" },
  levert      = getal { van = 0, tot = 20000 },
  bepaal      = function(soort, bekostigde_leerlingen, lwoo_op_teldag, praktijk_op_teldag)
    if not bekend(bekostigde_leerlingen) then return onbekend, "het aantal leerlingen is niet bekend" end
    if bekostigde_leerlingen == geen then return 0, "deze school telt niet mee" end
    if een_van(soort, vo, pro) then return hoogste(bekostigde_leerlingen - lwoo_op_teldag - praktijk_op_teldag, 0), "leerlingen zonder lwoo en praktijkonderwijs" end
    return bekostigde_leerlingen
  end,
}

verdeling "korting_licht" {
  over = "school", titel = "Wat een tekort aan lichte ondersteuning deze school kost", bron = "WPO art. 121-125", geldig = { vanaf = "2014-08-01" },
  geheel = "samenwerkingsverband_tekort_licht", naar = "weegt_in_tekort_licht", tot = 500, afronding = grootste_rest,
}
verdeling "korting_zwaar" {
  over = "school", titel = "Wat een ander tekort deze school kost", bron = "WPO art. 121-125; WVO art. 85; WVO 2020 art. 5.14", geldig = { vanaf = "2014-08-01" },
  geheel = "samenwerkingsverband_tekort_zwaar", naar = "weegt_in_tekort_zwaar", tot = 500, afronding = grootste_rest,
}

-- Verevening 2015-2020 (Staatsblad 2012, 533; Besluit bekostiging WPO art. 35b en Besluit bekostiging WVO art. 27b zoals in 2021).
-- Boven nul: het oude geld was meer dan de norm, en het samenwerkingsverband krijgt overgangsgeld. Onder nul: het wordt gekort.
-- In het dagelijks spraakgebruik is het teken andersom.

regel "verevening" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel overgangsgeld komt erbij of gaat eraf?",
  bron   = "Besluit bekostiging WPO art. 35b; Besluit bekostiging WVO art. 27b",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-100.000.000", tot = euro "100.000.000" },
  bepaal = function(verevening_uitkomst, verevening_boven_nul, verevening_onder_nul)
    if verevening_uitkomst < euro "0" then return procent_van(verevening_uitkomst, verevening_onder_nul, afgerond), "{verevening_onder_nul} van {verevening_uitkomst} gaat eraf" end
    return procent_van(verevening_uitkomst, verevening_boven_nul, afgerond), "{verevening_boven_nul} van {verevening_uitkomst} komt erbij"
  end,
}

-- Verdelen over de scholen: de sleutel uit het ondersteuningsplan

regel "te_verdelen" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel heeft het samenwerkingsverband dit jaar te besteden, na wat de verklaringen kosten?",
  bron   = "WPO art. 18a lid 6; WVO 2020 art. 2.47",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-200.000.000", tot = euro "1.600.000.000.000" },
  bepaal = function(licht_over, zwaar_over, regionale_ondersteuning, lwoo_over, praktijk_over, verevening)
    if not bekend(zwaar_over) or zwaar_over == geen then return onbekend, "wat er overblijft is niet bekend" end
    local vo_deel = hoogste(lwoo_over, euro "0") + hoogste(praktijk_over, euro "0")
    return hoogste(licht_over, euro "0") + hoogste(zwaar_over, euro "0") + regionale_ondersteuning + vo_deel + verevening
  end,
}

regel "naar_leerlingen" {
  over        = "samenwerkingsverband",
  titel       = "Hoeveel daarvan gaat naar de scholen naar het aantal leerlingen (schoolmodel)?",
  toelichting = "Wat geen van beide sleutels verdeelt, houdt het samenwerkingsverband voor gezamenlijke voorzieningen (expertisemodel).",
  bron        = "ondersteuningsplan (WPO art. 18a lid 8 onder b; WVO 2020 art. 2.47 lid 9 onder b)",
  status      = "beleid",
  geldig      = { vanaf = "2014-08-01" },
  levert      = bedrag { van = euro "-400.000.000", tot = euro "1.600.000.000.000" },
  bepaal      = function(te_verdelen, deel_naar_leerlingen)
    if not bekend(te_verdelen) or te_verdelen == geen then return onbekend, "wat er te verdelen is, is niet bekend" end
    return procent_van(te_verdelen, deel_naar_leerlingen, omlaag), "{deel_naar_leerlingen} van {te_verdelen}"
  end,
}

regel "naar_arrangementen" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel daarvan gaat naar de scholen naar leerlingen met een arrangement (leerlingmodel)?",
  bron   = "ondersteuningsplan (WPO art. 18a lid 8 onder b; WVO 2020 art. 2.47 lid 9 onder b)",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-400.000.000", tot = euro "1.600.000.000.000" },
  bepaal = function(te_verdelen, deel_naar_arrangementen)
    if not bekend(te_verdelen) or te_verdelen == geen then return onbekend, "wat er te verdelen is, is niet bekend" end
    return procent_van(te_verdelen, deel_naar_arrangementen, omlaag), "{deel_naar_arrangementen} van {te_verdelen}"
  end,
}

regel "gezamenlijk" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel houdt het samenwerkingsverband voor gezamenlijke voorzieningen (expertisemodel)?",
  bron   = "ondersteuningsplan (WPO art. 18a lid 8 onder b; WVO 2020 art. 2.47 lid 9 onder b)",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-4.000.000.000.000", tot = euro "4.000.000.000.000" },
  bepaal = function(te_verdelen, naar_leerlingen, naar_arrangementen)
    if not bekend(te_verdelen) or te_verdelen == geen or not bekend(naar_leerlingen) or naar_leerlingen == geen or not bekend(naar_arrangementen) or naar_arrangementen == geen then return onbekend, "wat er te verdelen is, is niet bekend" end
    return te_verdelen - naar_leerlingen - naar_arrangementen, "wat niet naar de scholen gaat"
  end,
}

regel "sleutel_leerlingen" {
  over   = "school",
  titel  = "Hoe zwaar weegt deze school in het deel naar leerlingen?",
  bron   = "ondersteuningsplan",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 20000 },
  bepaal = function(soort, bekostigde_leerlingen)
    if not bekend(bekostigde_leerlingen) then return onbekend, "het aantal leerlingen is niet bekend" end
    if bekostigde_leerlingen == geen or soort == sbo then return 0, "een speciale school deelt niet mee" end
    return bekostigde_leerlingen, "elke leerling weegt even zwaar"
  end,
}

regel "sleutel_arrangementen" {
  over   = "school",
  titel  = "Hoe zwaar weegt deze school in het deel naar arrangementen?",
  bron   = "ondersteuningsplan",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 5000 },
  bepaal = function(soort, arrangementen_op_teldag)
    if soort == sbo then return 0, "een speciale school deelt niet mee" end
    return arrangementen_op_teldag, "elk arrangement weegt even zwaar"
  end,
}

regel "sleutel_lwoo" {
  over   = "school",
  titel  = "Hoe zwaar weegt deze school in het lwoo-geld zonder aanwijzing?",
  bron   = "ondersteuningsplan",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = getal { van = 0, tot = 5000 },
  bepaal = function(basis_en_kader_op_teldag) return basis_en_kader_op_teldag, "elke leerling in de basisgerichte en kadergerichte leerweg weegt even zwaar" end,
}

verdeling "deel_leerlingen" {
  over = "school", titel = "Deel naar het aantal leerlingen", bron = "ondersteuningsplan", status = "beleid", geldig = { vanaf = "2014-08-01" },
  geheel = "samenwerkingsverband_naar_leerlingen", naar = "sleutel_leerlingen", tot = 500, afronding = grootste_rest,
}
verdeling "deel_arrangementen" {
  over = "school", titel = "Deel naar leerlingen met een arrangement", bron = "ondersteuningsplan", status = "beleid", geldig = { vanaf = "2014-08-01" },
  geheel = "samenwerkingsverband_naar_arrangementen", naar = "sleutel_arrangementen", tot = 500, afronding = grootste_rest,
}
verdeling "deel_lwoo" {
  over = "school", titel = "Deel van het lwoo-geld zonder aanwijzing", bron = "ondersteuningsplan", status = "beleid", geldig = { vanaf = "2014-08-01" },
  geheel = "samenwerkingsverband_lwoo_naar_populatie", naar = "sleutel_lwoo", tot = 500, afronding = grootste_rest,
}

regel "ondersteuningsmiddelen" {
  over        = "school",
  titel       = "Hoeveel heeft deze school dit jaar voor ondersteuning?",
  toelichting = "Wat het samenwerkingsverband en het rijk voor ondersteuning geven, min haar deel van een tekort.",
  bron        = "WPO art. 121-125; WVO 2020 art. 5.13-5.15; ondersteuningsplan",
  geldig      = { vanaf = "2014-08-01" },
  levert      = bedrag { van = euro "-2.000.000.000.000", tot = euro "4.000.000.000.000" },
  bepaal      = function(deel_leerlingen, deel_arrangementen, deel_lwoo, korting_licht, korting_zwaar, lwoo_van_het_rijk, praktijk_van_het_rijk)
    local van_samenwerkingsverband = deel_leerlingen + deel_arrangementen + deel_lwoo
    return van_samenwerkingsverband + lwoo_van_het_rijk + praktijk_van_het_rijk + korting_licht + korting_zwaar
  end,
}

-- Sluit het? Wat de scholen samen krijgen is wat er te verdelen was.

lijst "deel_leerlingen_samen" { over = "samenwerkingsverband", van = "school", neem = som "deel_leerlingen", tot = 1 }
lijst "deel_arrangementen_samen" { over = "samenwerkingsverband", van = "school", neem = som "deel_arrangementen", tot = 1 }

regel "verdeling_sluit" {
  over        = "samenwerkingsverband",
  titel       = "Is alles wat naar de scholen gaat ook bij een school terechtgekomen?",
  toelichting = "Alleen nee als er geen enkele school is om aan te geven.",
  bron        = "ondersteuningsplan",
  status      = "beleid",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(naar_leerlingen, naar_arrangementen, deel_leerlingen_samen, deel_arrangementen_samen)
    if not bekend(naar_leerlingen) or naar_leerlingen == geen or not bekend(naar_arrangementen) or naar_arrangementen == geen then return onbekend, "wat er te verdelen is, is niet bekend" end
    if deel_leerlingen_samen ~= naar_leerlingen then return nee, "de scholen krijgen samen {deel_leerlingen_samen} van {naar_leerlingen}" end
    if deel_arrangementen_samen ~= naar_arrangementen then return nee, "de scholen krijgen samen {deel_arrangementen_samen} van {naar_arrangementen}" end
    return ja, "de delen van de scholen zijn samen precies wat er te verdelen was"
  end,
}

-- Het jaar van een samenwerkingsverband in vier bedragen: binnen, eraf, naar de scholen, en wat blijft (dat is `gezamenlijk`)

regel "aftrek" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel halen verklaringen, lwoo en praktijkonderwijs dit jaar van het geld af?",
  bron   = "WPO art. 121-124; WVO 2020 art. 5.13 lid 6-7; WVO 2020 art. 5.15",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "0", tot = euro "400.000.000.000" },
  bepaal = function(kosten_sbo, kosten_speciaal, kosten_groei, lwoo_op_scholen, praktijk_op_scholen)
    return kosten_sbo + kosten_speciaal + kosten_groei + lwoo_op_scholen + praktijk_op_scholen
  end,
}

regel "naar_scholen" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel gaat er dit jaar met een sleutel naar de scholen?",
  bron   = "ondersteuningsplan (WPO art. 18a lid 8 onder b; WVO 2020 art. 2.47 lid 9 onder b)",
  status = "beleid",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-800.000.000", tot = euro "3.400.000.000.000" },
  bepaal = function(naar_leerlingen, naar_arrangementen, lwoo_naar_populatie)
    if not bekend(naar_leerlingen) or naar_leerlingen == geen or not bekend(naar_arrangementen) or naar_arrangementen == geen then return onbekend, "wat er te verdelen is, is niet bekend" end
    return naar_leerlingen + naar_arrangementen + lwoo_naar_populatie
  end,
}

regel "tekort" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel komt er dit jaar tekort? Dat gaat van de scholen af.",
  bron   = "WPO art. 121-125; WVO art. 85; WVO 2020 art. 5.14",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-1.600.000.000.000", tot = euro "0" },
  bepaal = function(tekort_licht, tekort_zwaar)
    if not bekend(tekort_zwaar) or tekort_zwaar == geen then return onbekend, "wat overblijft is niet bekend" end
    return tekort_licht + tekort_zwaar
  end,
}

-- De reserve

regel "bruto_baten" {
  over   = "samenwerkingsverband",
  titel  = "Wat komt er in totaal binnen, voor aftrek?",
  bron   = "signaleringswaarde eigen vermogen samenwerkingsverbanden",
  status = "overgeleverd",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "-100.000.000", tot = euro "1.000.000.000.000" },
  bepaal = function(lichte_ondersteuning, zware_ondersteuning, regionale_ondersteuning, lwoo_middelen, praktijk_middelen, verevening)
    if not bekend(zware_ondersteuning) or zware_ondersteuning == geen then return onbekend, "de zware ondersteuning is niet bekend" end
    return lichte_ondersteuning + zware_ondersteuning + regionale_ondersteuning + lwoo_middelen + praktijk_middelen + verevening
  end,
}

regel "signaleringswaarde" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel eigen vermogen mag er zijn zonder bestedingsplan?",
  bron   = "signaleringswaarde eigen vermogen samenwerkingsverbanden",
  status = "overgeleverd",
  geldig = { vanaf = "2021-01-01" },
  levert = bedrag { van = euro "0", tot = euro "1.000.000.000.000" },
  bepaal = function(bruto_baten, reserve_deel, reserve_minstens)
    if not bekend(bruto_baten) or bruto_baten == geen then return onbekend, "de baten zijn niet bekend" end
    return hoogste(procent_van(hoogste(bruto_baten, euro "0"), reserve_deel, afgerond), reserve_minstens), "{reserve_deel} van {bruto_baten}, en ten minste {reserve_minstens}"
  end,
}

regel "ruimte_onder_signaleringswaarde" {
  over        = "samenwerkingsverband",
  titel       = "Hoeveel kan het eigen vermogen nog groeien tot de signaleringswaarde?",
  toelichting = "Onder nul: zoveel is het eigen vermogen hoger dan de signaleringswaarde.",
  bron        = "signaleringswaarde eigen vermogen samenwerkingsverbanden",
  status      = "overgeleverd",
  geldig      = { vanaf = "2021-01-01" },
  levert      = bedrag { van = euro "-100.000.000", tot = euro "1.000.100.000.000" },
  bepaal      = function(eigen_vermogen, signaleringswaarde)
    if not bekend(eigen_vermogen) then return onbekend, "er is nog geen jaarrekening" end
    if not bekend(signaleringswaarde) or signaleringswaarde == geen then return onbekend, "de signaleringswaarde is niet bekend" end
    return signaleringswaarde - eigen_vermogen, "{signaleringswaarde} min {eigen_vermogen}"
  end,
}

regel "bestedingsplan_nodig" {
  over   = "samenwerkingsverband",
  titel  = "Moet het samenwerkingsverband plannen hoe het zijn vermogen besteedt?",
  bron   = "signaleringswaarde eigen vermogen samenwerkingsverbanden",
  status = "overgeleverd",
  geldig = { vanaf = "2021-01-01" },
  levert = ja_nee,
  bepaal = function(eigen_vermogen, signaleringswaarde)
    if not bekend(eigen_vermogen) then return onbekend, "er is nog geen jaarrekening" end
    if not bekend(signaleringswaarde) or signaleringswaarde == geen then return onbekend, "de signaleringswaarde is niet bekend" end
    if eigen_vermogen <= signaleringswaarde then return nee, "{eigen_vermogen} is niet meer dan {signaleringswaarde}" end
    return ja, "{eigen_vermogen} is meer dan {signaleringswaarde}"
  end,
}

gebeurtenis "jaarrekening_vastgesteld" {
  titel  = "Vaststelling van de jaarrekening",
  over   = "samenwerkingsverband",
  vraagt = { vermogen = bedrag { "eigen vermogen op 31 december", van = euro "-100.000.000", tot = euro "100.000.000" } },
  zet    = { eigen_vermogen = vraag "vermogen" },
}
gebeurtenis "geteld" { titel = "Telling van de leerlingen van een school", maakt = "telling" }
gebeurtenis "verklaringen_geteld" { titel = "Telling van de leerlingen op verklaringen", maakt = "tlv_telling" }
