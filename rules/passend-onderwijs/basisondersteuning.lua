-- SPDX-License-Identifier: EUPL-1.2
-- Basisondersteuning: wat het ondersteuningsplan belooft en wat scholen bieden.
-- WPO art. 11-13b, 18a en 19; WVO art. 17a en 17b tot 1 augustus 2022, daarna WVO 2020 art. 2.41, 2.47 en 2.47a; WMS art. 11 en 13.
-- Er is geen landelijke norm voor basisondersteuning. Wat basis is, verschilt per samenwerkingsverband en per plan.

-- De voorzieningen in het plan (WPO art. 18a lid 8 onder a)

lijst "voorzieningen_in_plan" { over = "samenwerkingsverband", van = "voorziening", neem = aantal, tot = 100 }

lijst "voorzieningen_aanwezig" {
  over = "school", van = "aanbod", neem = aantal, tot = 100,
  waar = function(aanwezig) return aanwezig end,
}

lijst "scholen_met_voorziening" {
  over = "voorziening", van = "aanbod", neem = aantal, tot = 500,
  waar = function(aanwezig) return aanwezig end,
}

regel "alle_voorzieningen_aanwezig" {
  over        = "school",
  titel       = "Biedt de school alles wat het plan basisondersteuning noemt?",
  bron        = "WPO art. 18a lid 8 onder a; WVO 2020 art. 2.47 lid 9 onder a (tot 1 augustus 2022: WVO art. 17a lid 8 onder a)",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  toelichting = "Een feit over het aanbod. Of de wet dat eist, zegt basisondersteuning_voldoet.",
  bepaal      = function(voorzieningen_aanwezig, samenwerkingsverband_voorzieningen_in_plan)
    if not bekend(samenwerkingsverband_voorzieningen_in_plan) or samenwerkingsverband_voorzieningen_in_plan == geen then
      return onbekend, "de school hoort bij geen samenwerkingsverband met een plan"
    end
    if samenwerkingsverband_voorzieningen_in_plan == 0 then return onbekend, "het plan noemt nog geen voorzieningen" end
    if voorzieningen_aanwezig < samenwerkingsverband_voorzieningen_in_plan then
      return nee, "{voorzieningen_aanwezig} van de {samenwerkingsverband_voorzieningen_in_plan} voorzieningen uit het plan zijn aanwezig"
    end
    return ja, "alle {samenwerkingsverband_voorzieningen_in_plan} voorzieningen uit het plan zijn aanwezig"
  end,
}

regel "basisondersteuning_voldoet" {
  over    = "school",
  titel   = "Voldoet de school aan het plan voor basisondersteuning?",
  gronden = {
    { bron = "WPO art. 18a lid 8 onder a", vanaf = "2014-08-01", tot = "2025-07-31", bij = function(soort) return een_van(soort, bao, sbo, so) end },
    { bron = "WVO art. 17a lid 8 onder a", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(soort) return een_van(soort, vo, pro, vso) end },
    { bron = "WVO 2020 art. 2.47 lid 9 onder a", vanaf = "2022-08-01", tot = "2025-07-31", bij = function(soort) return een_van(soort, vo, pro, vso) end },
  },
  levert  = ja_nee,
  bepaal  = function(alle_voorzieningen_aanwezig)
    if not bekend(alle_voorzieningen_aanwezig) then return onbekend, "het plan of het aanbod is niet bekend" end
    if alle_voorzieningen_aanwezig == nee then return nee, "de voorzieningen uit het plan moeten op elke vestiging aanwezig zijn" end
    return ja, "de voorzieningen uit het plan zijn op de school aanwezig"
  end,
}

regel "basisondersteuning_voldoet" {
  over    = "school",
  titel   = "Voldoet de school aan het plan voor basisondersteuning?",
  gronden = {
    { bron = "WPO art. 18a lid 8 onder a", vanaf = "2025-08-01", bij = function(soort) return een_van(soort, bao, sbo, so) end },
    { bron = "WVO 2020 art. 2.47 lid 9 onder a", vanaf = "2025-08-01", bij = function(soort) return een_van(soort, vo, pro, vso) end },
  },
  levert  = ja_nee,
  bepaal  = function(alle_voorzieningen_aanwezig)
    if not bekend(alle_voorzieningen_aanwezig) then return onbekend, "het plan of het aanbod is niet bekend" end
    if alle_voorzieningen_aanwezig == nee then
      return ja, "niet alles is aanwezig, maar sinds 1 augustus 2025 eist de wet dat niet meer van elke vestiging"
    end
    return ja, "de voorzieningen uit het plan zijn op de school aanwezig"
  end,
}

-- Samen een dekkend netwerk (WPO art. 18a lid 2). Of het netwerk dekkend is, blijft een oordeel; dit telt alleen.

lijst "voorzieningen_nergens" {
  over = "samenwerkingsverband", van = "voorziening", neem = aantal, tot = 100,
  waar = function(scholen_met_voorziening) return scholen_met_voorziening == 0 end,
}

lijst "scholen_met_alles" {
  over = "samenwerkingsverband", van = "school", neem = aantal, tot = 500,
  waar = function(alle_voorzieningen_aanwezig) return alle_voorzieningen_aanwezig == ja end,
}

regel "gat_in_netwerk" {
  over    = "samenwerkingsverband",
  titel   = "Belooft het plan iets wat geen enkele school biedt?",
  gronden = {
    { bron = "WPO art. 18a lid 2", vanaf = "2014-08-01", status = "afgeleid", bij = function(sector) return sector == po end },
    { bron = "WVO art. 17a lid 2", vanaf = "2014-08-01", tot = "2022-07-31", status = "afgeleid", bij = function(sector) return sector == vo end },
    { bron = "WVO 2020 art. 2.47", vanaf = "2022-08-01", status = "afgeleid", bij = function(sector) return sector == vo end },
  },
  levert  = ja_nee,
  bepaal  = function(voorzieningen_in_plan, voorzieningen_nergens)
    if voorzieningen_in_plan == 0 then return onbekend, "het plan noemt nog geen voorzieningen" end
    if voorzieningen_nergens > 0 then return ja, "{voorzieningen_nergens} van de {voorzieningen_in_plan} voorzieningen biedt geen enkele school" end
    return nee, "elke voorziening uit het plan is op ten minste een school te vinden"
  end,
}

-- Begrenzen van de wensen van een school (WPO art. 18a lid 7)

regel "wensen_te_begrenzen" {
  over    = "ondersteuningsaanbod",
  titel   = "Mag het samenwerkingsverband de wensen van de school begrenzen?",
  gronden = {
    { bron = "WPO art. 18a lid 7", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet ~= wvo end },
    { bron = "WVO art. 17a lid 7", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 2.47 lid 8", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  levert  = ja_nee,
  bepaal  = function(onevenredig_beslag)
    if not bekend(onevenredig_beslag) then return onbekend, "of de wensen te veel van de middelen vragen, moet nog worden beoordeeld" end
    if onevenredig_beslag == nee then return nee, "de wensen vragen geen onevenredig deel van de middelen" end
    return ja, "de wensen vragen een onevenredig deel van de middelen"
  end,
}

-- Het schoolondersteuningsprofiel, tot en met 31 juli 2025 (WPO art. 11; WVO art. 17b; WVO 2020 art. 2.41).
-- Geen peildatum: een profiel van voor die dag hoeft daarna niet meer te worden vernieuwd.

plicht "profiel_vernieuwen" {
  over    = "ondersteuningsaanbod",
  titel   = "Het schoolondersteuningsprofiel opnieuw vaststellen",
  wie     = "bestuur",
  gronden = {
    { bron = "WPO art. 11", vanaf = "2014-08-01", tot = "2025-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WVO art. 17b", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 2.41 lid 2", vanaf = "2022-08-01", tot = "2025-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  termijn = {
    vanaf  = function(vastgesteld_op) return vastgesteld_op end,
    lengte = jaren "profiel_ten_minste_elke",
    recht  = wet,
  },
  vervuld = function(opgevolgd_op) return opgevolgd_op end,
}

-- Het ondersteuningsaanbod in de schoolgids, sinds 1 augustus 2025 (WPO art. 13, 13a en 13b)

plicht "aanbod_in_schoolgids" {
  over     = "ondersteuningsaanbod",
  titel    = "Basisvoorzieningen en ondersteuningsaanbod elk jaar in de schoolgids zetten",
  wie      = "bestuur",
  gronden  = {
    { bron = "WPO art. 13 lid 1 onder c", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  herhaalt = per_schooljaar { vanaf = "vastgesteld_op", tot = "opgevolgd_op" },
  vervuld  = eerste_in_tijdvak "schoolgids_uitgebracht",
}

regel "leerlingen_vooraf_gehoord" {
  over      = "ondersteuningsaanbod",
  titel     = "Zijn de leerlingen gehoord voordat het aanbod werd vastgesteld?",
  gronden   = {
    { bron = "WPO art. 13b", vanaf = "2025-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(leerlingen_gehoord_op, vastgesteld_op)
    if not bekend(leerlingen_gehoord_op) then return nee, "de leerlingen zijn niet gehoord" end
    if leerlingen_gehoord_op > vastgesteld_op then return nee, "de leerlingen zijn pas na de vaststelling gehoord" end
    return ja, "de leerlingen zijn gehoord op {leerlingen_gehoord_op}"
  end,
}

-- Medezeggenschap (WMS art. 11 en 13)

regel "mr_vooraf_geraadpleegd" {
  over      = "ondersteuningsaanbod",
  titel     = "Kon de medezeggenschapsraad adviseren voor de vaststelling?",
  gronden   = {
    { bron = "WMS art. 11", vanaf = "2014-08-01", tot = "2025-07-31", status = "overgeleverd" },
    { bron = "WMS art. 11 lid 1 onder r", vanaf = "2025-08-01" },
  },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(mr_advies_op, vastgesteld_op)
    if not bekend(mr_advies_op) then return nee, "er is geen advies van de medezeggenschapsraad" end
    if mr_advies_op > vastgesteld_op then return nee, "het advies kwam pas na de vaststelling" end
    return ja, "de medezeggenschapsraad adviseerde op {mr_advies_op}"
  end,
}

regel "instemming_oudergeleding_nodig" {
  over        = "ondersteuningsaanbod",
  titel       = "Moet de oudergeleding met het ondersteuningsaanbod instemmen?",
  bron        = "WMS art. 13 lid 1 onder g",
  geldig      = { vanaf = "2025-08-01" },
  peildatum   = "vastgesteld_op",
  levert      = ja_nee,
  bepaal      = function()
    return nee, "de oudergeleding stemt in met de schoolgids, maar niet met het ondersteuningsaanbod daarin"
  end,
}

-- Het ouder- en jeugdsteunpunt (WPO art. 19; WVO 2020 art. 2.47a)

plicht "steunpunt_inrichten" {
  over    = "samenwerkingsverband",
  titel   = "Een ouder- en jeugdsteunpunt in stand houden",
  wie     = "samenwerkingsverband",
  gronden = {
    { bron = "WPO art. 19", vanaf = "2025-08-01", bij = function(sector) return sector == po end },
    { bron = "WVO 2020 art. 2.47a", vanaf = "2025-08-01", bij = function(sector) return sector == vo end },
  },
  bereik  = function(steunpunt_op) return bekend(steunpunt_op) end,   -- zolang niemand weet of het er is, is er niets te verwijten
  termijn = {
    uiterlijk = function(steunpunt_vereist_op) return steunpunt_vereist_op end,
    recht     = wet,
  },
  vervuld = function(steunpunt_op) return steunpunt_op end,
}

-- Gebeurtenissen

gebeurtenis "aanbod_vastgesteld" { titel = "Vaststelling van profiel of ondersteuningsaanbod", maakt = "ondersteuningsaanbod", zet = { vastgesteld_op = vandaag } }
gebeurtenis "aanbod_opgevolgd" { titel = "Een nieuw profiel of aanbod vervangt dit", over = "ondersteuningsaanbod", zet = { opgevolgd_op = vandaag } }
gebeurtenis "schoolgids_uitgebracht" { titel = "Schoolgids met het ondersteuningsaanbod", over = "ondersteuningsaanbod" }
gebeurtenis "beslag_beoordeeld" {
  titel  = "Oordeel over het beslag op de middelen",
  over   = "ondersteuningsaanbod",
  vraagt = { onevenredig = ja_nee { "onevenredig beslag" } },
  zet    = { onevenredig_beslag = vraag "onevenredig" },
}
gebeurtenis "steunpunt_geopend" { titel = "Opening van het steunpunt", over = "samenwerkingsverband", zet = { steunpunt_op = vandaag } }
