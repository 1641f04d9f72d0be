-- SPDX-License-Identifier: EUPL-1.2
-- De zorgplicht: onderzoeken, een passende plek bieden of een andere school vinden.
-- WPO art. 40 lid 3-5 en 9; WEC art. 40 lid 4-6 en 22; WVO art. 27 tot 1 augustus 2022, daarna WVO 2020 art. 8.9.
-- Of er plaatsruimte is en of extra ondersteuning nodig is, beoordeelt de school; deze regels beslissen dat niet.

regel "uitzondering_op_zorgplicht" {
  over        = "aanmelding",
  titel       = "Welke uitzondering op de zorgplicht doet zich voor?",
  toelichting = "Geen plaatsruimte is er alleen volgens vast en bekend beleid. Zolang de school zich daar niet op beroept, geldt de uitzondering niet.",
  gronden     = {
    { bron = "WPO art. 40 lid 5", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "WEC art. 40 lid 22", vanaf = "2014-08-01", bij = function(school_soort) return school_soort == instelling end },
    { bron = "WEC art. 40 lid 6", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "WVO art. 27 lid 2d", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.9 lid 3", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  levert      = keuze { "uitzondering", "geen_uitzondering", "instelling", "vol", "grondslag", "toelatingsvoorwaarden" }, peildatum = "ontvangen_op",
  bepaal      = function(school_soort, school_onderwijswet, plaatsruimte, grondslag_geweigerd, aan_voorwaarden)
    if school_soort == instelling then return instelling, "over toelating tot een instelling beslist de commissie van onderzoek" end
    if plaatsruimte == nee then return vol, "de school heeft volgens haar vaste beleid geen plaats" end
    if grondslag_geweigerd then return grondslag, "de ouders weigeren de grondslag van de school te respecteren" end
    if school_onderwijswet == wvo and aan_voorwaarden == nee then return toelatingsvoorwaarden, "de leerling voldoet niet aan de toelatingsvoorwaarden" end
    return geen_uitzondering, "er is geen uitzondering gebleken"
  end,
}

local onderzoek_gronden = {
  { bron = "WPO art. 40 lid 3", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.9", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "onderzoeken" {
  over      = "aanmelding",
  titel     = "Moet de school beoordelen of extra ondersteuning nodig is?",
  toelichting = "Geven de ouders geen gegevens, dan doet de school wat zij kan met wat zij heeft (overgeleverd), of behandelt zij de aanmelding niet.",
  gronden   = onderzoek_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(aangemeld, uitzondering_op_zorgplicht)
    if aangemeld ~= ja then return nee, "er is nog geen aanmelding zoals de wet bedoelt" end
    if uitzondering_op_zorgplicht ~= geen_uitzondering then return nee, "er is een uitzondering: {uitzondering_op_zorgplicht}" end
    return ja, "de school beoordeelt of extra ondersteuning nodig is en mag daarvoor gegevens vragen"
  end,
}

regel "extra_ondersteuning" {
  over      = "aanmelding",
  titel     = "Heeft de leerling extra ondersteuning nodig?",
  gronden   = onderzoek_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(ondersteuning_nodig, alleen_taal)
    if alleen_taal then return nee, "hulp bij taal tegen een onderwijsachterstand is geen extra ondersteuning" end
    if ondersteuning_nodig == ja then return ja, "de school oordeelt dat extra ondersteuning nodig is" end
    if ondersteuning_nodig == nee then return nee, "de school oordeelt dat geen extra ondersteuning nodig is" end
    return onbekend, "de school heeft nog niet beoordeeld of extra ondersteuning nodig is"
  end,
}

local zorgplicht_gronden = {
  { bron = "WPO art. 40 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 5", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.9", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "zorgplicht_geldt" {
  over      = "aanmelding",
  titel     = "Moet deze school een passende plek bieden of vinden?",
  gronden   = zorgplicht_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(aangemeld, uitzondering_op_zorgplicht, extra_ondersteuning)
    if aangemeld ~= ja then return nee, "er is nog geen aanmelding zoals de wet bedoelt" end
    if uitzondering_op_zorgplicht ~= geen_uitzondering then return nee, "er is een uitzondering: {uitzondering_op_zorgplicht}" end
    if extra_ondersteuning == nee then return nee, "er is geen extra ondersteuning nodig" end
    if not bekend(extra_ondersteuning) then return onbekend, "de school moet nog onderzoeken of extra ondersteuning nodig is" end
    return ja, "de school biedt een passende plek of vindt een andere school die dat doet"
  end,
}

uitzondering "niet_de_eerste_voorkeur" {
  op     = "zorgplicht_geldt",
  bron   = "WPO art. 40 lid 2; WEC art. 40 lid 3; WVO 2020 art. 8.8 lid 1 (uitleg in de praktijk)",
  status = "overgeleverd",
  geldig = { vanaf = "2014-08-01" },
  indien = function(eerste_voorkeur) return not eerste_voorkeur end,
  dan    = nee,
  reden  = "de zorgplicht ligt bij de school van eerste voorkeur",
}

-- Weigeren (WPO art. 40 lid 4; WEC art. 40 lid 5; WVO 2020 art. 8.9)

regel "andere_school_gevonden" {
  over        = "aanmelding",
  titel       = "Is een andere school bereid die meetelt?",
  toelichting = "Naast scholen van de eigen wet noemt elke wet andere. Of de plek past, is een oordeel: kijk naar de behoefte van de leerling en naar wat de scholen bieden, tot 1 augustus 2025 in hun schoolondersteuningsprofiel, daarna in hun ondersteuningsaanbod.",
  gronden     = zorgplicht_gronden,
  peildatum   = "ontvangen_op",
  levert      = ja_nee,
  bepaal      = function(bereid_op, bereide_soort, school_onderwijswet)
    if not bekend(bereid_op) or not bekend(bereide_soort) then return nee, "geen andere school heeft zich bereid verklaard" end
    if school_onderwijswet == wpo and not een_van(bereide_soort, bao, sbo, so, sovso, instelling) then
      return nee, "voor een basisschool telt deze soort school niet mee: {bereide_soort}"
    end
    if school_onderwijswet == wvo and een_van(bereide_soort, bao, sbo, so) then
      return nee, "voor het voortgezet onderwijs telt deze soort school niet mee: {bereide_soort}"
    end
    return ja, "een andere school is sinds {bereid_op} bereid de leerling toe te laten"
  end,
}

regel "weigeren_mag" {
  over      = "aanmelding",
  titel     = "Laat de zorgplicht een weigering toe?",
  gronden   = zorgplicht_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(zorgplicht_geldt, overleg_op, bereid_op, besluit_op, andere_school_gevonden)
    if zorgplicht_geldt == nee then return ja, "de zorgplicht geldt hier niet; het gewone toelatingsrecht blijft gelden" end
    if not bekend(zorgplicht_geldt) then return onbekend, "de school moet nog onderzoeken of extra ondersteuning nodig is" end
    if not bekend(overleg_op) then return nee, "er is nog geen overleg met de ouders geweest" end
    if andere_school_gevonden ~= ja then return nee, "er is nog geen andere school bereid die meetelt" end
    if bekend(besluit_op) and overleg_op > besluit_op then return nee, "het overleg kwam pas na het besluit" end
    if bekend(besluit_op) and bekend(bereid_op) and bereid_op > besluit_op then return nee, "de andere school was pas na het besluit bereid" end
    return ja, "na overleg is een andere school bereid gevonden"
  end,
}

regel "weigering_in_strijd" {
  over      = "aanmelding",
  titel     = "Is de leerling in strijd met de zorgplicht geweigerd?",
  gronden   = zorgplicht_gronden,
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(uitkomst, weigeren_mag)
    if not bekend(uitkomst) or uitkomst ~= geweigerd then return nee, "de leerling is niet geweigerd" end
    if weigeren_mag == ja then return nee, "de zorgplicht stond de weigering niet in de weg" end
    if weigeren_mag == nee then return ja, "geweigerd zonder dat eerst, na overleg, een andere school was gevonden" end
    return ja, "geweigerd zonder te onderzoeken of extra ondersteuning nodig is"
  end,
}

regel "weigeren_om_richting_mag" {
  over      = "aanmelding",
  titel     = "Mag een speciale school voor basisonderwijs weigeren om haar richting?",
  gronden   = {
    { bron = "WPO art. 40 lid 9", vanaf = "2014-08-01", bij = function(school_soort) return school_soort == sbo end },
  },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(grondslag_geweigerd)
    if grondslag_geweigerd then return ja, "de ouders weigeren de grondslag van de school te respecteren" end
    return nee, "de ouders weigeren niet de grondslag te respecteren"
  end,
}

regel "onmiddellijk_verwijderen" {
  over      = "aanmelding",
  titel     = "Moet de leerling meteen van school omdat toelating niet mocht?",
  gronden   = {
    { bron = "WEC art. 40 lid 19", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(uitkomst, rechtmatig_verblijf)
    if not bekend(uitkomst) or uitkomst ~= toegelaten then return nee, "de leerling is niet toegelaten" end
    if rechtmatig_verblijf then return nee, "aan de eis van nationaliteit of verblijf is voldaan" end
    return ja, "toegelaten in strijd met de eis van nationaliteit of verblijf"
  end,
}

-- Toegelaten zonder verklaring of besluit (WEC art. 42): niet de school zelf meteen, maar de inspecteur komt in actie

regel "ingrijpen_inspecteur" {
  over        = "inschrijving",
  titel       = "Wat doet de inspecteur als een leerling in het (v)so niet had mogen worden toegelaten?",
  toelichting = "Meteen verwijderen hoort alleen bij de eis van nationaliteit of verblijf (artikel 40 lid 19), niet bij een ontbrekende verklaring.",
  gronden     = {
    { bron = "WEC art. 42 lid 1-2", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  },
  levert      = keuze { "wat de inspecteur doet", "niets", "bestuur_verzoeken", "bestuur_beslist", "minister_laten_beslissen" },
  bepaal      = function(zonder_grond, uitgeschreven_op, verwijderverzoek_op, verzoek_geweigerd_op)
    if not zonder_grond then return niets, "er is een verklaring, een plaatsing of een besluit van de commissie" end
    if bekend(uitgeschreven_op) then return niets, "de leerling is uitgeschreven op {uitgeschreven_op}" end
    if bekend(verzoek_geweigerd_op) then return minister_laten_beslissen, "het bestuur weigerde op {verzoek_geweigerd_op}; dan beslist de minister" end
    if bekend(verwijderverzoek_op) then return bestuur_beslist, "de inspecteur verzocht op {verwijderverzoek_op}; het bestuur is aan zet" end
    return bestuur_verzoeken, "de inspecteur verzoekt het bestuur de leerling te verwijderen"
  end,
}

-- Als de leerling al op school zit

regel "zorgplicht_loopt_door" {
  over   = "inschrijving",
  titel  = "Blijft de school verantwoordelijk voor een passende plek?",
  bron   = "WPO art. 40 lid 11 en 40a; WEC art. 40 lid 18 en 41a; WVO 2020 art. 2.44 en 8.15 (uitleg)",
  status = "aanname",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(uitgeschreven_op)
    if bekend(uitgeschreven_op) then return nee, "de leerling is uitgeschreven op {uitgeschreven_op}" end
    return ja, "ook als de behoefte later ontstaat: met ondersteuning, of een andere school die bereid is"
  end,
}

-- Wat er gebeurt

gebeurtenis "onderzoek" {
  titel  = "De school beoordeelt of extra ondersteuning nodig is",
  over   = "aanmelding",
  vraagt = { ondersteuning_nodig = ja_nee { "extra ondersteuning nodig" } },
  zet    = { ondersteuning_nodig = vraag "ondersteuning_nodig" },
}
gebeurtenis "overleg_over_andere_school" { titel = "Overleg met de ouders over een andere school", over = "aanmelding", zet = { overleg_op = vandaag } }
gebeurtenis "andere_school_bereid" {
  titel  = "Een andere school is bereid de leerling toe te laten",
  over   = "aanmelding",
  vraagt = { soort = keuze { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo" } },
  zet    = { bereid_op = vandaag, bereide_soort = vraag "soort" },
}
gebeurtenis "inspecteur_verzoekt_verwijdering" { titel = "De inspecteur verzoekt een leerling te verwijderen", over = "inschrijving", zet = { verwijderverzoek_op = vandaag } }
gebeurtenis "bestuur_weigert_verwijdering" { titel = "Het bestuur weigert dat", over = "inschrijving", zet = { verzoek_geweigerd_op = vandaag } }
