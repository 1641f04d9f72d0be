-- SPDX-License-Identifier: EUPL-1.2
-- Leerwegondersteuning (lwoo) en praktijkonderwijs (pro). WVO art. 10e, 10g en 17a1 en Inrichtingsbesluit WVO art. 15d-15f tot
-- 1 augustus 2022, daarna WVO 2020 art. 2.30, 2.42, 2.43 en 2.48 en Uitvoeringsbesluit WVO 2020 art. 2.46-2.48.

-- De criteria (Uitvoeringsbesluit WVO 2020 art. 2.46; eerder Inrichtingsbesluit WVO art. 15d).
-- Leerachterstand = 1 - DLE / DL. Minstens een half is dus DL >= 2 x DLE; minstens een kwart is 3 x DL >= 4 x DLE.

regel "leerachterstand" {
  over        = "lwoo_pro_beoordeling",
  titel       = "Hoe groot is de leerachterstand op twee domeinen, waaronder rekenen of begrijpend lezen?",
  toelichting = "Dat precies een half bij het praktijkonderwijs hoort, is een lezing van de tekst.",
  gronden     = {
    { bron = "Inrichtingsbesluit WVO art. 15d lid 3-5", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "Uitvoeringsbesluit WVO 2020 art. 2.46 lid 3-5", vanaf = "2022-08-01" },
  },
  levert      = keuze { "leerachterstand", "kleiner_dan_kwart", "kwart_tot_half", "half_of_meer" },
  bepaal      = function(didactische_leeftijd, dle_rekenen, dle_begrijpend, dle_technisch, dle_spellen)
    local dl = didactische_leeftijd
    local function half(dle) if dl >= 2 * dle then return 1 end return 0 end
    local function kwart(dle) if 3 * dl >= 4 * dle then return 1 end return 0 end
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

regel "pro_of_lwoo" {
  over        = "lwoo_pro_beoordeling",
  titel       = "Past de leerling bij praktijkonderwijs, leerwegondersteuning, of beslist de motivering van de school?",
  toelichting = "Bij IQ 75 tot en met 80 voldoet een leerling op een onderdeel aan beide; naar de letter beslist dan de motivering van de school.",
  gronden     = {
    { bron = "Inrichtingsbesluit WVO art. 15d lid 4-6", vanaf = "2016-01-01", tot = "2022-07-31" },
    { bron = "Uitvoeringsbesluit WVO 2020 art. 2.46 lid 4-6", vanaf = "2022-08-01" },
  },
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

-- Gebeurtenissen

gebeurtenis "lwoo_pro_beoordeeld" { titel = "Beoordeling voor lwoo of praktijkonderwijs", maakt = "lwoo_pro_beoordeling" }
