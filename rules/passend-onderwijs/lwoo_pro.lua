-- SPDX-License-Identifier: EUPL-1.2
-- Leerwegondersteuning (lwoo) en praktijkonderwijs (pro). WVO art. 10e, 10g en 17a1 en Inrichtingsbesluit WVO art. 15d-15f tot
-- 1 augustus 2022, daarna WVO 2020 art. 2.30, 2.42, 2.43 en 2.48 en Uitvoeringsbesluit WVO 2020 art. 2.46-2.48.

-- De criteria (Uitvoeringsbesluit WVO 2020 art. 2.46; eerder Inrichtingsbesluit WVO art. 15d).
-- Leerachterstand = 1 - DLE / DL (de didactische leeftijd). Minstens een half is dus DL >= 2 x DLE; minstens een kwart is 3 x DL >= 4 x DLE.

local achterstand_gronden = {
  { bron = "Inrichtingsbesluit WVO art. 15d lid 3-5", vanaf = "2016-01-01", tot = "2022-07-31" },
  { bron = "Uitvoeringsbesluit WVO 2020 art. 2.46 lid 3-5", vanaf = "2022-08-01" },
}

regel "leerachterstand" {
  over        = "lwoo_pro_beoordeling",
  titel       = "Hoe groot is de leerachterstand op twee domeinen, waaronder rekenen of begrijpend lezen?",
  toelichting = "Dat precies een half bij het praktijkonderwijs hoort, is een lezing van de tekst.",
  gronden     = achterstand_gronden,
  levert      = keuze { "leerachterstand", "kleiner_dan_kwart", "kwart_tot_half", "half_of_meer" },
  bepaal      = function(didactische_leeftijd, dle_rekenen, dle_begrijpend, dle_technisch, dle_spellen)
    local function half(dle) if didactische_leeftijd >= 2 * dle then return 1 end return 0 end
    local function kwart(dle) if 3 * didactische_leeftijd >= 4 * dle then return 1 end return 0 end
    local kern_half = half(dle_rekenen) + half(dle_begrijpend)
    if kern_half >= 1 and kern_half + half(dle_technisch) + half(dle_spellen) >= 2 then
      return half_of_meer, "de achterstand is een half of meer op twee domeinen, waaronder rekenen of begrijpend lezen"
    end
    local kern_kwart = kwart(dle_rekenen) + kwart(dle_begrijpend)
    if kern_kwart >= 1 and kern_kwart + kwart(dle_technisch) + kwart(dle_spellen) >= 2 then
      return kwart_tot_half, "de achterstand is een kwart of meer op twee domeinen, waaronder rekenen of begrijpend lezen, maar niet een half"
    end
    return kleiner_dan_kwart, "de achterstand is niet op twee domeinen, waaronder rekenen of begrijpend lezen, een kwart of meer"
  end,
}

local criteria_gronden = {
  { bron = "Inrichtingsbesluit WVO art. 15d lid 4-6", vanaf = "2016-01-01", tot = "2022-07-31" },
  { bron = "Uitvoeringsbesluit WVO 2020 art. 2.46 lid 4-6", vanaf = "2022-08-01" },
}

regel "pro_of_lwoo" {
  over        = "lwoo_pro_beoordeling",
  titel       = "Past de leerling bij praktijkonderwijs, leerwegondersteuning, of beslist de motivering van de school?",
  toelichting = "Bij IQ 75 tot en met 80 voldoet een leerling op een onderdeel aan beide; naar de letter beslist dan de motivering van de school.",
  gronden     = criteria_gronden,
  levert      = keuze { "uitkomst van de criteria", "praktijkonderwijs", "leerwegondersteuning", "school_motiveert", "geen_van_beide" },
  bepaal      = function(iq, leerachterstand, sociaal_emotioneel)
    if leerachterstand == kleiner_dan_kwart then return geen_van_beide, "de leerachterstand is te klein" end
    if iq < 55 or iq > 120 then return geen_van_beide, "een IQ van {iq} valt buiten de grenzen 55 en 120" end
    if iq < 75 and leerachterstand == half_of_meer then return praktijkonderwijs, "IQ en leerachterstand passen bij het praktijkonderwijs" end
    if iq < 75 then return school_motiveert, "het IQ past bij praktijkonderwijs, de leerachterstand bij leerwegondersteuning" end
    if iq <= 80 then return school_motiveert, "het IQ past bij beide; de school motiveert wat de leerling nodig heeft" end
    if iq <= 90 and leerachterstand == half_of_meer then return school_motiveert, "het IQ past bij leerwegondersteuning, de leerachterstand bij praktijkonderwijs" end
    if iq <= 90 then return leerwegondersteuning, "IQ en leerachterstand passen bij leerwegondersteuning" end
    if not bekend(sociaal_emotioneel) then return onbekend, "het is niet bekend of sociaal-emotionele problemen het leren hinderen" end
    if sociaal_emotioneel == nee then return geen_van_beide, "bij een IQ boven 90 zijn ook sociaal-emotionele problemen nodig" end
    if leerachterstand == half_of_meer then return school_motiveert, "IQ en problemen passen bij leerwegondersteuning, de leerachterstand bij praktijkonderwijs" end
    return leerwegondersteuning, "IQ, leerachterstand en sociaal-emotionele problemen passen bij leerwegondersteuning"
  end,
}

regel "pro_aanvraag_compleet" {
  over    = "lwoo_pro_beoordeling",
  titel   = "Zijn rapport en zienswijze bij de aanvraag voor praktijkonderwijs aanwezig?",
  gronden = {
    { bron = "Inrichtingsbesluit WVO art. 15d", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 2.30; Uitvoeringsbesluit WVO 2020 art. 2.46", vanaf = "2022-08-01" },
  },
  levert  = ja_nee,
  bepaal  = function(rapport_op, zienswijze_op)
    if not bekend(rapport_op) then return nee, "het onderwijskundig rapport ontbreekt" end
    if not bekend(zienswijze_op) then return nee, "de schriftelijke zienswijze van de ouders ontbreekt" end
    return ja, "rapport en zienswijze zijn er"
  end,
}

regel "pro_na_eerdere_steun" {
  over    = "lwoo_pro_beoordeling",
  titel   = "Kan de leerling naar het praktijkonderwijs vanwege eerdere ondersteuning?",
  gronden = {
    { bron = "Inrichtingsbesluit WVO art. 15e", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "Uitvoeringsbesluit WVO 2020 art. 2.47", vanaf = "2022-08-01" },
  },
  levert  = ja_nee,
  bepaal  = function(eerdere_steun, zienswijze_op, ouders_instemming_op)
    if not eerdere_steun then return nee, "de leerling heeft geen lwoo, verklaring voor (v)so of ontwikkelingsperspectief" end
    if not bekend(zienswijze_op) then return nee, "de schriftelijke zienswijze van de ouders ontbreekt" end
    if not bekend(ouders_instemming_op) then return nee, "de ouders hebben niet ingestemd" end
    return ja, "er is eerdere ondersteuning, een zienswijze en instemming van de ouders"
  end,
}

-- Afwijken van de landelijke regels voor lwoo (WVO 2020 art. 2.48; eerder WVO art. 17a1)

regel "afwijken_van_lwoo_mag" {
  over    = "lwoo_afwijking",
  titel   = "Mag het samenwerkingsverband op dit punt van de landelijke regels voor lwoo afwijken?",
  gronden = {
    { bron = "WVO art. 17a1", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 2.48 lid 1", vanaf = "2022-08-01", bij = function(waarvan) return waarvan == criteria end },
    { bron = "WVO 2020 art. 2.48 lid 2", vanaf = "2022-08-01", bij = function(waarvan) return waarvan == duur end },
    { bron = "WVO 2020 art. 2.48 lid 3", vanaf = "2022-08-01", bij = function(waarvan) return waarvan == licenties end },
  },
  levert  = ja_nee,
  bepaal  = function(besturen_stemmen_in)
    if besturen_stemmen_in then return ja, "alle besturen in het samenwerkingsverband stemmen in" end
    return nee, "niet alle besturen in het samenwerkingsverband stemmen in"
  end,
}

lijst "eigen_lwoo_criteria" {
  over = "samenwerkingsverband", van = "lwoo_afwijking", neem = er_is, tot = 20,
  waar = function(waarvan, afwijken_van_lwoo_mag) return waarvan == criteria and afwijken_van_lwoo_mag == ja end,
}

lijst "eigen_lwoo_duur" {
  over = "samenwerkingsverband", van = "lwoo_afwijking", neem = er_is, tot = 20,
  waar = function(waarvan, afwijken_van_lwoo_mag) return waarvan == duur and afwijken_van_lwoo_mag == ja end,
}

regel "lwoo_criteria_van" {
  over    = "lwoo_pro_beoordeling",
  titel   = "Wiens criteria gelden voor leerwegondersteuning?",
  gronden = {
    { bron = "WVO art. 17a1; Inrichtingsbesluit WVO art. 15d", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "WVO 2020 art. 2.48 lid 1; Uitvoeringsbesluit WVO 2020 art. 2.46", vanaf = "2022-08-01" },
  },
  levert  = keuze { "wiens criteria", "landelijk", "eigen_van_samenwerkingsverband" },
  bepaal  = function(samenwerkingsverband_eigen_lwoo_criteria)
    if samenwerkingsverband_eigen_lwoo_criteria == ja then return eigen_van_samenwerkingsverband, "het samenwerkingsverband heeft eigen criteria; een landelijke beoordeling is niet nodig" end
    return landelijk, "het samenwerkingsverband wijkt niet af van de landelijke criteria"
  end,
}

-- De duur bij een eigen regeling (Uitvoeringsbesluit WVO 2020 art. 2.48; eerder Inrichtingsbesluit WVO art. 15f)

local lwoo_duur_gronden = {
  { bron = "Inrichtingsbesluit WVO art. 15f", vanaf = "2016-01-01", tot = "2022-07-31" },
  { bron = "Uitvoeringsbesluit WVO 2020 art. 2.48", vanaf = "2022-08-01" },
}

regel "lwoo_vroegste_einde" {
  over      = "lwoo_aanwijzing",
  titel     = "Wanneer kan een aanwijzing voor lwoo met een eigen duur op zijn vroegst eindigen?",
  gronden   = lwoo_duur_gronden,
  peildatum = "afgegeven_op",
  levert    = datum,
  bepaal    = function(afgegeven_op, samenwerkingsverband_eigen_lwoo_duur)
    if not samenwerkingsverband_eigen_lwoo_duur then return geen, "het samenwerkingsverband heeft geen eigen duur" end
    if afgegeven_op == begin_schooljaar(afgegeven_op) then return einde_schooljaar(afgegeven_op), "gegeven op 1 augustus, dus ten minste dat hele schooljaar" end
    return einde_schooljaar(einde_schooljaar(afgegeven_op) + dagen(1)), "gegeven in de loop van een schooljaar: de rest daarvan en ten minste het hele volgende"
  end,
}

regel "lwoo_duur_rechtmatig" {
  over      = "lwoo_aanwijzing",
  titel     = "Beslaat de aanwijzing voor lwoo hele schooljaren?",
  gronden   = lwoo_duur_gronden,
  peildatum = "afgegeven_op",
  levert    = ja_nee,
  bepaal    = function(geldig_tot, lwoo_vroegste_einde)
    if not bekend(lwoo_vroegste_einde) or lwoo_vroegste_einde == geen then return geen, "het samenwerkingsverband heeft geen eigen duur" end
    if not bekend(geldig_tot) then return nee, "de aanwijzing noemt geen laatste dag" end
    if geldig_tot ~= einde_schooljaar(geldig_tot) then return nee, "een aanwijzing beslaat hele schooljaren en eindigt op 31 juli" end
    if geldig_tot < lwoo_vroegste_einde then return nee, "de aanwijzing loopt ten minste tot en met {lwoo_vroegste_einde}" end
    return ja, "de aanwijzing loopt tot en met 31 juli en lang genoeg"
  end,
}

-- Gebeurtenissen

gebeurtenis "lwoo_aangewezen" { titel = "Aanwijzing voor leerwegondersteuning", maakt = "lwoo_aanwijzing", zet = { afgegeven_op = vandaag } }
gebeurtenis "lwoo_pro_beoordeeld" { titel = "Beoordeling voor lwoo of praktijkonderwijs", maakt = "lwoo_pro_beoordeling" }
