-- SPDX-License-Identifier: EUPL-1.2
-- De onderwerpen van het pakket: wie er zijn, wat er gebeurt, en welke feiten de regels nodig hebben.

-- Wie er zijn

onderwerp "samenwerkingsverband" {
  titel    = "Samenwerkingsverband passend onderwijs",
  gegevens = {
    sector       = keuze { "sector", "po", "vo" },
    eigen_vermogen = bedrag { "eigen vermogen volgens de laatste jaarrekening", van = euro "-100.000.000", tot = euro "100.000.000", optioneel = true, eigenaar = "samenwerkingsverband" },
    verevening_uitkomst = bedrag { "oude min genormeerde middelen, telling 1 oktober 2011", van = euro "-100.000.000", tot = euro "100.000.000", begin = euro "0", eigenaar = "wet" },
    toezicht_vanaf = datum { "dag vanaf wanneer het bestuur en toezicht van dit samenwerkingsverband worden gevolgd", optioneel = true, eigenaar = "samenwerkingsverband" },
    doorzettingsmacht_belegd = ja_nee { "een regionale afspraak wijst buiten de statuten om aan wie de knoop doorhakt", begin = nee, eigenaar = "samenwerkingsverband" },
    steunpunt_op = datum { "dag waarop het ouder- en jeugdsteunpunt is ingericht", optioneel = true, of_geen = true, eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "gemeente" {
  titel    = "Gemeente (burgemeester en wethouders)",
  gegevens = {},
}

onderwerp "bestuur" {
  titel    = "Bevoegd gezag",
  gegevens = {},
}

onderwerp "school" {
  titel     = "School of instelling",
  hoort_bij = {
    bestuur              = "bestuur",
    samenwerkingsverband = { "samenwerkingsverband", optioneel = true },
    gemeente             = { "gemeente", optioneel = true },
  },
  gegevens  = {
    -- bao: basisschool; sbo: speciale school voor basisonderwijs; sovso: school voor so en vso; instelling: cluster 1 of 2
    soort    = keuze  { "soort school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", eigenaar = "wet" },
    openbaar = ja_nee { "openbare school (anders bijzonder)", eigenaar = "bestuur" },
    cluster  = getal  { "cluster", van = 1, tot = 4, optioneel = true, eigenaar = "wet" },
  },
}

onderwerp "leerling" {
  titel     = "Leerling of kind",
  hoort_bij = { gemeente = { "gemeente", optioneel = true } },
  gegevens  = {
    geboren         = datum  { "geboortedatum" },
    asielprocedure  = ja_nee { "verzoekt om internationale bescherming", begin = nee, gevoelig = true },
    doof            = ja_nee { "doof of slechthorend", begin = nee, gevoelig = true },
    -- leerplicht
    eerste_volle_schooljaar  = datum { "begin van het eerste volle schooljaar op een school", optioneel = true },
    basisschool_jaren_minder = getal { "schooljaren dat de basisschool korter duurde dan acht", van = 0, tot = 4, begin = 0 },
    startkwalificatie_op     = datum { "dag van het diploma havo, vwo of mbo niveau 2 of hoger", optioneel = true },
    pro_afgerond_op          = datum { "dag van het schooldiploma of de verklaring praktijkonderwijs", optioneel = true },
    vso_afgerond_op          = datum { "einde van vso met uitstroom arbeidsmarkt of dagbesteding", optioneel = true },
  },
}

-- Aanmelden en inschrijven

onderwerp "aanmelding" {
  titel     = "Aanmelding bij een school",
  hoort_bij = { leerling = "leerling", school = "school" },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    -- het verzoek
    ontvangen_op          = datum  { "dag van ontvangst door de school", eigenaar = "ouders" },
    gedaan_op             = datum  { "dag waarop het verzoek is gedaan (verzonden), als dat een andere is", optioneel = true, eigenaar = "ouders" },
    schriftelijk          = ja_nee { "schriftelijk aangemeld", begin = ja, eigenaar = "ouders" },
    eerste_voorkeur       = ja_nee { "school van eerste voorkeur", begin = ja, eigenaar = "ouders" },
    andere_scholen_genoemd = ja_nee { "ouders noemen de andere scholen van aanmelding, of dat er geen zijn", begin = ja, eigenaar = "ouders" },
    gewenst_vanaf         = datum  { "dag waarop de leerling zou beginnen", optioneel = true, eigenaar = "ouders" },
    brugklas              = ja_nee { "van po of so naar het eerste leerjaar van het vo", begin = nee },
    -- het onderzoek
    ondersteuning_nodig   = ja_nee { "extra ondersteuning nodig", optioneel = true, oordeel = true, eigenaar = "bestuur", gevoelig = true },
    alleen_taal           = ja_nee { "alleen taalondersteuning tegen onderwijsachterstand", begin = nee, oordeel = true, eigenaar = "bestuur" },
    plaatsruimte          = ja_nee { "plaatsruimte volgens vast en bekend beleid", optioneel = true, oordeel = true, eigenaar = "bestuur" },
    grondslag_geweigerd   = ja_nee { "ouders weigeren desgevraagd de grondslag te respecteren", begin = nee, eigenaar = "ouders" },
    aan_voorwaarden       = ja_nee { "voldoet aan de toelatingsvoorwaarden van het vo", optioneel = true, eigenaar = "bestuur" },
    rechtmatig_verblijf   = ja_nee { "Nederlander of rechtmatig verblijf, voor zover de wet dat vraagt", begin = ja, gevoelig = true },
    overleg_op            = datum  { "overleg met de ouders over een andere school", optioneel = true, eigenaar = "bestuur" },
    bereid_op             = datum  { "dag waarop een andere school zich bereid verklaart", optioneel = true, eigenaar = "bestuur" },
    bereide_soort         = keuze  { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo", optioneel = true, eigenaar = "bestuur" },
    -- aanvullen
    aanvulling_gevraagd_op = datum { "dag van het verzoek om aanvulling", optioneel = true, eigenaar = "bestuur" },
    aanvullen_tot         = datum  { "laatste dag om aan te vullen", optioneel = true, eigenaar = "bestuur" },
    aangevuld_op          = datum  { "dag waarop de aanmelding is aangevuld", optioneel = true, eigenaar = "ouders" },
    -- het besluit
    verlengd_op           = datum  { "dag waarop de ouders horen dat het later wordt", optioneel = true, eigenaar = "bestuur" },
    verlengd_met          = getal  { "genoemde verlenging in weken", van = 1, tot = 52, optioneel = true, eigenaar = "bestuur" },
    uitkomst              = keuze  { "besluit", "toegelaten", "geweigerd", "buiten_behandeling", optioneel = true, eigenaar = "bestuur" },
    besluit_op            = datum  { "dag waarop het besluit bekend is gemaakt", optioneel = true, eigenaar = "bestuur" },
    ingetrokken_op        = datum  { "dag waarop de ouders de aanmelding intrekken", optioneel = true, eigenaar = "ouders" },
    tijdelijk_geplaatst_op = datum { "dag van tijdelijke plaatsing", optioneel = true },
    van_rechtswege_op     = datum  { "dag van toelating zonder besluit (asielkind)", optioneel = true },
    -- bezwaar tegen het besluit
    bezwaar_op            = datum  { "dag van ontvangst van het bezwaarschrift", optioneel = true, eigenaar = "ouders" },
    bezwaar_gehoord_op    = datum  { "dag waarop ouders of leerling over het bezwaar zijn gehoord", optioneel = true, eigenaar = "bestuur" },
    bezwaar_inspecteur_op = datum  { "dag van het overleg met de inspecteur over het bezwaar", optioneel = true, eigenaar = "bestuur" },
    bezwaar_beslist_op    = datum  { "dag van de beslissing op bezwaar", optioneel = true, eigenaar = "bestuur" },
  },
}

onderwerp "inschrijving" {
  titel     = "Inschrijving op een school",
  hoort_bij = { leerling = "leerling", school = "school", aanmelding = { "aanmelding", optioneel = true } },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    gestart_op         = datum  { "eerste dag waarop de leerling de school bezoekt" },
    op_eerste_schooldag = ja_nee { "dat is de eerste schooldag van het schooljaar", begin = nee },
    tijdelijk          = ja_nee { "tijdelijke plaatsing", begin = nee },
    definitief_op      = datum  { "dag waarop een tijdelijke plaatsing definitief wordt", optioneel = true, eigenaar = "school" },
    laatste_dag_op     = datum  { "laatste dag waarop de leerling de school bezoekt", optioneel = true, eigenaar = "school" },
    op_laatste_schooldag = ja_nee { "dat is de laatste schooldag van het schooljaar", begin = nee },
    elders_ingeschreven_op = datum { "dag van inschrijving op een andere school", optioneel = true },
    elders_bericht_op  = datum  { "dag waarop het register die inschrijving meldt", optioneel = true },
    uitgeschreven_op   = datum  { "dag van uitschrijving", optioneel = true, eigenaar = "school" },
    register_op        = datum  { "dag van levering van de inschrijving aan het register", optioneel = true, eigenaar = "school" },
    onderwijskundig_rapport_op = datum { "dag van het onderwijskundig rapport voor de nieuwe school", optioneel = true, eigenaar = "school" },
    uitstel_tot        = datum  { "einde van het uitstel dat de inspectie geeft (vso, praktijkonderwijs)", optioneel = true },
    zonder_grond       = ja_nee { "toegelaten zonder de verklaring of het besluit dat het (v)so vraagt", begin = nee, eigenaar = "bestuur" },
    verwijderverzoek_op = datum { "dag waarop de inspecteur het bestuur verzoekt de leerling te verwijderen", optioneel = true, eigenaar = "inspectie" },
    verzoek_geweigerd_op = datum { "dag waarop het bestuur dat weigert", optioneel = true, eigenaar = "bestuur" },
    -- extra ondersteuning
    steunbehoefte      = keuze  { "welke ondersteuning de leerling nodig heeft", "geen_ondersteuning", "basis", "lwoo", "extra",
                                  optioneel = true, oordeel = true, eigenaar = "bestuur", gevoelig = true },
    steunbehoefte_op   = datum  { "dag waarop blijkt dat extra ondersteuning nodig is", optioneel = true, eigenaar = "school" },
    -- verzuim
    grens_bereikt_op   = datum  { "dag waarop de uren ongeoorloofd verzuim de meldgrens bereiken", optioneel = true },
    verzuim_gemeld_op  = datum  { "dag van de laatste verzuimmelding", optioneel = true, eigenaar = "school" },
  },
}

onderwerp "schorsing" {
  titel     = "Schorsing",
  hoort_bij = { inschrijving = "inschrijving", vorige = { "schorsing", optioneel = true } },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    eerste_dag     = datum  { "eerste dag van de schorsing", eigenaar = "bestuur" },
    laatste_dag    = datum  { "laatste dag van de schorsing", eigenaar = "bestuur" },
    schriftelijk   = ja_nee { "schriftelijk en met redenen medegedeeld", begin = ja, eigenaar = "bestuur" },
    tijdens_overleg = ja_nee { "tijdens het overleg met de inspectie over verwijdering", begin = nee, eigenaar = "bestuur" },
    gemeld_op      = datum  { "dag van de melding aan de inspectie", optioneel = true, eigenaar = "bestuur" },
  },
}

onderwerp "verwijdering" {
  titel     = "Verwijdering van school",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    voornemen_op      = datum  { "dag van het voornemen tot verwijdering", eigenaar = "bestuur" },
    leraar_gehoord_op = datum  { "dag waarop de leraar of leraren zijn gehoord", optioneel = true, eigenaar = "bestuur" },
    ouders_gehoord_op = datum  { "dag waarop de ouders zijn gehoord", optioneel = true, eigenaar = "bestuur" },
    leerling_gehoord_op = datum { "dag waarop de leerling is gehoord", optioneel = true, eigenaar = "bestuur" },
    bereid_op         = datum  { "dag waarop een andere school zich bereid verklaart", optioneel = true, eigenaar = "bestuur" },
    bereide_soort     = keuze  { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo", optioneel = true, eigenaar = "bestuur" },
    gezocht_sinds     = datum  { "dag vanaf wanneer aantoonbaar een andere school is gezocht", optioneel = true, eigenaar = "bestuur" },
    om_vorderingen    = ja_nee { "wegens onvoldoende vorderingen", begin = nee, eigenaar = "bestuur" },
    tijdens_schooljaar = ja_nee { "in de loop van het schooljaar", begin = ja, eigenaar = "bestuur" },
    inspectie_overleg_op = datum { "dag van het overleg met de inspectie", optioneel = true, eigenaar = "bestuur" },
    besluit_op        = datum  { "dag waarop het besluit bekend is gemaakt", optioneel = true, eigenaar = "bestuur" },
    inspectie_bericht_op = datum { "dag van het bericht aan de inspectie", optioneel = true, eigenaar = "bestuur" },
    gemeente_bericht_op = datum { "dag van de melding aan burgemeester en wethouders", optioneel = true, eigenaar = "bestuur" },
    ingetrokken_op    = datum  { "dag waarop het voornemen of besluit is ingetrokken", optioneel = true, eigenaar = "bestuur" },
    bezwaar_op        = datum  { "dag van ontvangst van het bezwaarschrift", optioneel = true, eigenaar = "ouders" },
    bezwaar_gehoord_op = datum { "dag waarop ouders of leerling over het bezwaar zijn gehoord", optioneel = true, eigenaar = "bestuur" },
    bezwaar_inspecteur_op = datum { "dag van het overleg met de inspecteur over het bezwaar", optioneel = true, eigenaar = "bestuur" },
    bezwaar_beslist_op = datum { "dag van de beslissing op bezwaar", optioneel = true, eigenaar = "bestuur" },
  },
}

onderwerp "geschil" {
  titel     = "Geschil bij de geschillencommissie passend onderwijs",
  hoort_bij = {
    leerling = "leerling", school = "school",
    aanmelding = { "aanmelding", optioneel = true }, verwijdering = { "verwijdering", optioneel = true },
    ontwikkelingsperspectief = { "ontwikkelingsperspectief", optioneel = true },
  },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    waarover        = keuze  { "waar het geschil over gaat", "weigering", "verwijdering", "ontwikkelingsperspectief", "toelaatbaarheid", "schorsing", "anders", eigenaar = "ouders" },
    indiener        = keuze  { "wie het geschil voorlegt", "ouders", "leerling", "bestuur", eigenaar = "ouders" },
    ingediend_op    = datum  { "dag waarop het geschil is voorgelegd", eigenaar = "ouders" },
    oordeel_op      = datum  { "dag van het oordeel", optioneel = true, eigenaar = "geschillencommissie" },
    ingetrokken_op  = datum  { "dag waarop het geschil is ingetrokken", optioneel = true, eigenaar = "ouders" },
    medegedeeld_op  = datum  { "dag waarop het bestuur meldt wat het met het oordeel doet", optioneel = true, eigenaar = "bestuur" },
  },
}

-- Of een kind op een school staat ingeschreven

lijst "lopende_inschrijving" {
  titel = "Heeft de leerling een inschrijving die nog loopt?",
  over = "leerling", van = "inschrijving", neem = er_is, tot = 20,
  waar = function(uitgeschreven_op) return not bekend(uitgeschreven_op) end,
}

lijst "tijdelijk_ingeschreven" {
  titel = "Is het kind tijdelijk op een school geplaatst?",
  over = "leerling", van = "aanmelding", neem = er_is, tot = 20,
  waar = function(plaatsing) return plaatsing == tijdelijk end,
}

lijst "definitief_na_tijdelijk" {
  titel = "Is een tijdelijke plaatsing van het kind definitief geworden?",
  over = "leerling", van = "aanmelding", neem = er_is, tot = 20,
  waar = function(tijdelijk_geplaatst_op, plaatsing) return bekend(tijdelijk_geplaatst_op) and plaatsing == definitief end,
}

-- Legt de gebeurtenis inschrijving de definitieve plaatsing vast, dan loopt zij via die inschrijving verder.
lijst "inschrijving_vastgelegd" {
  titel = "Is er een inschrijving van de leerling vastgelegd, ook als die is beeindigd?",
  over = "leerling", van = "inschrijving", neem = er_is, tot = 20,
}

-- Basisondersteuning

onderwerp "voorziening" {
  titel     = "Basisondersteuningsvoorziening uit het ondersteuningsplan",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    onderdeel = keuze { "onderdeel", "kwaliteit", "lichte_interventies", "ondersteuningsstructuur", "planmatig_werken", eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "aanbod" {
  titel     = "Voorziening op een school",
  hoort_bij = { voorziening = "voorziening", school = "school" },
  gegevens  = {
    aanwezig = ja_nee { "op deze school aanwezig", begin = ja, eigenaar = "school" },
  },
}

onderwerp "ondersteuningsaanbod" {
  titel     = "Ondersteuningsaanbod van een school (tot 1 augustus 2025: het schoolondersteuningsprofiel)",
  hoort_bij = { school = "school" },
  via       = { bestuur = "school.bestuur", samenwerkingsverband = "school.samenwerkingsverband" },
  gegevens  = {
    vastgesteld_op        = datum  { "dag van vaststelling", eigenaar = "school" },
    opgevolgd_op          = datum  { "dag waarop een nieuw profiel of aanbod is vastgesteld", optioneel = true, eigenaar = "school" },
    mr_advies_op          = datum  { "dag van het advies van de medezeggenschapsraad", optioneel = true, eigenaar = "school" },
    leerlingen_gehoord_op = datum  { "dag waarop de leerlingen zijn gehoord", optioneel = true, eigenaar = "school" },
    onevenredig_beslag    = ja_nee { "onevenredig beslag op de middelen van het samenwerkingsverband", optioneel = true, oordeel = true,
                                     eigenaar = "samenwerkingsverband" },
  },
}

-- Extra ondersteuning

onderwerp "ontwikkelingsperspectief" {
  titel     = "Ontwikkelingsperspectief",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    vastgesteld_op      = datum  { "dag van vaststelling", eigenaar = "school" },
    overleg_op          = datum  { "dag van het op overeenstemming gericht overleg", optioneel = true, eigenaar = "school" },
    instemming_op       = datum  { "dag van de instemming met het handelingsdeel", optioneel = true, eigenaar = "ouders" },
    commissie_advies_op = datum  { "dag van het advies van de commissie voor de begeleiding of van onderzoek", optioneel = true, eigenaar = "school" },
    bevat_uitstroom     = ja_nee { "bevat de verwachte uitstroom", begin = nee, eigenaar = "school" },
    bevat_onderbouwing  = ja_nee { "bevat de belemmerende en bevorderende factoren", begin = nee, eigenaar = "school" },
    leerling_gehoord_op = datum  { "dag waarop de leerling is gehoord", optioneel = true, eigenaar = "school" },
    inbreng_opgenomen   = ja_nee { "de inbreng van de leerling en wat ermee is gedaan staan erin", begin = nee, eigenaar = "school" },
    geevalueerd_op      = datum  { "dag van de laatste evaluatie", optioneel = true, eigenaar = "school" },
    met_ouders          = ja_nee { "laatste evaluatie met de ouders", begin = nee, eigenaar = "school" },
    met_leerling        = ja_nee { "laatste evaluatie met de leerling", begin = nee, eigenaar = "school" },
    beeindigd_op        = datum  { "dag waarop het ontwikkelingsperspectief eindigt", optioneel = true, eigenaar = "school" },
  },
}

onderwerp "opp_bijstelling" {
  titel     = "Bijstelling van een ontwikkelingsperspectief",
  hoort_bij = { ontwikkelingsperspectief = "ontwikkelingsperspectief" },
  via       = { school = "ontwikkelingsperspectief.inschrijving.school" },
  gegevens  = {
    bijgesteld_op        = datum  { "dag van de bijstelling", eigenaar = "school" },
    overleg_op           = datum  { "dag van het overleg", optioneel = true, eigenaar = "school" },
    raakt_handelingsdeel = ja_nee { "de bijstelling raakt het handelingsdeel", begin = nee, eigenaar = "school" },
    instemming_op        = datum  { "dag van de instemming", optioneel = true, eigenaar = "ouders" },
  },
}

onderwerp "urenvermindering" {
  titel     = "Minder uren onderwijs om lichamelijke of psychische redenen",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    aangevraagd_op  = datum  { "dag van het verzoek aan de inspectie", eigenaar = "school" },
    reden           = keuze  { "reden", "lichamelijk", "psychisch", "gewone_ziekte", "anders", gevoelig = true },
    opbouwplan      = ja_nee { "er is een plan om naar de volle tijd te groeien", begin = nee, eigenaar = "school" },
    instemming_op   = datum  { "dag waarop de inspectie instemt", optioneel = true, eigenaar = "inspectie" },
  },
}

onderwerp "opdc_plaatsing" {
  titel     = "Plaatsing op een orthopedagogisch-didactisch centrum",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    begonnen_op      = datum  { "eerste dag", eigenaar = "samenwerkingsverband" },
    bijzonder_geval  = ja_nee { "bijzonder geval dat een tweede half jaar vraagt", begin = nee, oordeel = true, eigenaar = "samenwerkingsverband" },
    beeindigd_op     = datum  { "laatste dag", optioneel = true, eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "observatieplaatsing" {
  titel     = "Plaatsing elders ter observatie",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    begonnen_op  = datum  { "eerste dag", eigenaar = "school" },
    beeindigd_op = datum  { "laatste dag", optioneel = true, eigenaar = "school" },
    overeenkomst = ja_nee { "er is een schriftelijke overeenkomst", begin = ja, eigenaar = "school" },
    vergoeding   = ja_nee { "de overeenkomst regelt ook de vergoeding", begin = ja, eigenaar = "school" },
    gesloten     = ja_nee { "bij een school in een justitiële of gesloten inrichting", begin = nee },
  },
}

onderwerp "symbiose" {
  titel     = "Een deel van het programma op een andere school",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { school = "inschrijving.school" },
  gegevens  = {
    begonnen_op  = datum  { "eerste dag", eigenaar = "school" },
    overeenkomst = ja_nee { "er is een schriftelijke overeenkomst", begin = ja, eigenaar = "school" },
    duur         = ja_nee { "de overeenkomst noemt de termijn", begin = ja, eigenaar = "school" },
    activiteiten = ja_nee { "de overeenkomst noemt de activiteiten", begin = ja, eigenaar = "school" },
    uren         = ja_nee { "de overeenkomst noemt de uren per week voor elke activiteit", begin = ja, eigenaar = "school" },
    personeel    = ja_nee { "de overeenkomst noemt wie het onderwijs geeft", begin = ja, eigenaar = "school" },
  },
}

onderwerp "lwoo_pro_beoordeling" {
  titel     = "Beoordeling voor leerwegondersteuning of praktijkonderwijs",
  hoort_bij = { leerling = "leerling", school = "school" },
  via       = { samenwerkingsverband = "school.samenwerkingsverband" },
  gegevens  = {
    iq                 = getal  { "intelligentiequotient", van = 40, tot = 160, gevoelig = true },
    didactische_leeftijd = getal { "maanden onderwijs vanaf groep 3 (september tot en met juni)", van = 1, tot = 70 },
    dle_rekenen        = getal  { "didactisch leeftijdsequivalent inzichtelijk rekenen", van = 0, tot = 70, gevoelig = true },
    dle_begrijpend     = getal  { "didactisch leeftijdsequivalent begrijpend lezen", van = 0, tot = 70, gevoelig = true },
    dle_technisch      = getal  { "didactisch leeftijdsequivalent technisch lezen", van = 0, tot = 70, gevoelig = true },
    dle_spellen        = getal  { "didactisch leeftijdsequivalent spellen", van = 0, tot = 70, gevoelig = true },
    sociaal_emotioneel = ja_nee { "sociaal-emotionele problematiek die het leren wezenlijk hindert, blijkend uit tests", optioneel = true,
                                  oordeel = true, gevoelig = true },
    rapport_op         = datum  { "dag van het onderwijskundig rapport", optioneel = true, eigenaar = "school" },
    zienswijze_op      = datum  { "dag van de schriftelijke zienswijze van de ouders", optioneel = true, eigenaar = "ouders" },
    ouders_instemming_op = datum { "dag van de instemming van de ouders", optioneel = true, eigenaar = "ouders" },
    eerdere_steun      = ja_nee { "heeft lwoo, een toelaatbaarheidsverklaring voor (v)so of een ontwikkelingsperspectief", begin = nee },
  },
}

onderwerp "lwoo_afwijking" {
  titel     = "Keuze van een samenwerkingsverband vo om voor leerwegondersteuning van de landelijke regels af te wijken",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    waarvan             = keuze  { "waarvan wordt afgeweken", "criteria", "duur", "licenties", eigenaar = "samenwerkingsverband" },
    besturen_stemmen_in = ja_nee { "alle besturen stemmen in", begin = nee, eigenaar = "bestuur" },
  },
}

onderwerp "lwoo_aanwijzing" {
  titel     = "Besluit dat een leerling op leerwegondersteuning is aangewezen",
  hoort_bij = { leerling = "leerling", samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    afgegeven_op = datum { "dag van het besluit", eigenaar = "samenwerkingsverband" },
    geldig_tot   = datum { "laatste dag", optioneel = true, eigenaar = "samenwerkingsverband" },
  },
}

-- Toelating tot speciaal onderwijs

onderwerp "tlv_aanvraag" {
  titel     = "Aanvraag van een toelaatbaarheidsverklaring",
  hoort_bij = { leerling = "leerling", school = "school", samenwerkingsverband = "samenwerkingsverband" },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    -- de aanvraag
    ontvangen_op          = datum  { "dag van ontvangst door het samenwerkingsverband", eigenaar = "bestuur" },
    aanvrager             = keuze  { "wie aanvraagt", "bevoegd_gezag", "ouders", "anders", begin = bevoegd_gezag, eigenaar = "bestuur" },
    bestemming            = keuze  { "soort school die gevraagd wordt", "sbo", "so", "vso", "pro", "lwoo", eigenaar = "bestuur" },
    herkomst              = keuze  { "waar de leerling direct voorafgaand staat ingeschreven",
                                     "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "geen_school" },
    lopende_tlv           = ja_nee { "er loopt nog een toelaatbaarheidsverklaring voor (v)so", begin = nee },
    woont_in_buitenland   = ja_nee { "de leerling woont in het buitenland", begin = nee },
    landelijke_school     = ja_nee { "de gevraagde school hoort bij een landelijk samenwerkingsverband", begin = nee },
    sbo_elders            = ja_nee { "de gevraagde school voor sbo ligt buiten het samenwerkingsverband dat beslist", begin = nee },
    ouders_bezwaren       = ja_nee { "de ouders zullen naar verwachting bezwaar hebben", optioneel = true, oordeel = true,
                                     eigenaar = "samenwerkingsverband" },
    ouders_leverden_feiten = ja_nee { "de ouders leverden de feiten over hun kind zelf", begin = nee },
    -- aanvullen, uitstel en mededeling
    aanvulling_gevraagd_op = datum { "dag van het verzoek om aanvulling", optioneel = true, eigenaar = "samenwerkingsverband" },
    aanvullen_tot         = datum  { "laatste dag om aan te vullen", optioneel = true, eigenaar = "samenwerkingsverband" },
    aangevuld_op          = datum  { "dag waarop de aanvraag is aangevuld", optioneel = true, eigenaar = "bestuur" },
    uitstel_van           = datum  { "begin van uitstel met schriftelijke instemming van de aanvrager", optioneel = true, eigenaar = "bestuur" },
    uitstel_tot           = datum  { "dag waarop dat uitstel ophoudt", optioneel = true, eigenaar = "bestuur" },
    mededeling_op         = datum  { "dag van de mededeling dat het later wordt", optioneel = true, eigenaar = "samenwerkingsverband" },
    mededeling_weken      = getal  { "genoemde nieuwe termijn in weken", van = 1, tot = 26, optioneel = true, eigenaar = "samenwerkingsverband" },
    -- het besluit
    uitkomst              = keuze  { "besluit", "afgegeven", "geweigerd", "buiten_behandeling", optioneel = true, eigenaar = "samenwerkingsverband" },
    besluit_op            = datum  { "dag waarop het besluit bekend is gemaakt", optioneel = true, eigenaar = "samenwerkingsverband" },
    ingetrokken_op        = datum  { "dag waarop de aanvraag is ingetrokken", optioneel = true, eigenaar = "bestuur" },
    termijn_verstreken_op = datum  { "eerste dag na het einde van de beslistermijn", optioneel = true },
    ingebrekestelling_op  = datum  { "dag van ontvangst van de ingebrekestelling", optioneel = true, eigenaar = "bestuur" },
    dwangsom_vastgesteld_op = datum { "dag waarop de dwangsom is vastgesteld", optioneel = true, eigenaar = "samenwerkingsverband" },
    -- bezwaar
    bezwaar_verzonden_op  = datum  { "dag waarop het bezwaarschrift op de post ging", optioneel = true, eigenaar = "ouders" },
    bezwaar_op            = datum  { "dag van ontvangst van het bezwaarschrift", optioneel = true, eigenaar = "ouders" },
    bezwaar_school_op     = datum  { "dag van ontvangst van bezwaar van het bevoegd gezag", optioneel = true, eigenaar = "bestuur" },
    bezwaar_verdaagd_op   = datum  { "dag van het verdagen van de beslissing op bezwaar", optioneel = true, eigenaar = "samenwerkingsverband" },
    herstel_gevraagd_op   = datum  { "dag van het verzoek om een verzuim in het bezwaar te herstellen", optioneel = true, eigenaar = "samenwerkingsverband" },
    herstellen_tot        = datum  { "laatste dag om te herstellen", optioneel = true, eigenaar = "samenwerkingsverband" },
    hersteld_op           = datum  { "dag waarop het verzuim is hersteld", optioneel = true, eigenaar = "ouders" },
    bezwaar_beslist_op    = datum  { "dag van de beslissing op bezwaar", optioneel = true, eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "deskundigenadvies" {
  titel     = "Advies van een deskundige over de toelaatbaarheid",
  hoort_bij = { aanvraag = "tlv_aanvraag" },
  gegevens  = {
    discipline = keuze { "discipline", "orthopedagoog", "psycholoog", "jeugdpsycholoog", "pedagoog", "kinderpsychiater",
                         "maatschappelijk_werker", "arts", "deskundige_vmbo_pro", "anders" },
    gegeven_op = datum { "dag van het advies", eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "toelaatbaarheidsverklaring" {
  titel     = "Toelaatbaarheidsverklaring",
  hoort_bij = { leerling = "leerling", samenwerkingsverband = "samenwerkingsverband", school = { "school", optioneel = true } },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    bestemming         = keuze { "soort school", "sbo", "so", "vso", "pro", eigenaar = "samenwerkingsverband" },
    afgegeven_op       = datum { "dag van afgifte", eigenaar = "samenwerkingsverband" },
    geldig_vanaf       = datum { "eerste dag van de periode", eigenaar = "samenwerkingsverband" },
    geldig_tot         = datum { "laatste dag van de periode", eigenaar = "samenwerkingsverband" },
    categorie          = keuze { "ondersteuningscategorie", "categorie_1", "categorie_2", "categorie_3", optioneel = true, of_geen = true, eigenaar = "samenwerkingsverband" },
    vervolg_geregeld_op = datum { "dag waarop terugplaatsing of een nieuwe verklaring is geregeld", optioneel = true, eigenaar = "samenwerkingsverband" },
    plaats_vanaf       = datum { "eerste dag op de school waarvoor zij geldt", optioneel = true, eigenaar = "school" },
    plaats_tot         = datum { "laatste dag op die school", optioneel = true, eigenaar = "school" },
  },
}

onderwerp "gesloten_plaatsing" {
  titel     = "Plaatsing in een justitiële of gesloten inrichting, of residentieel met overeenkomst",
  hoort_bij = { leerling = "leerling", school = "school" },
  gegevens  = {
    begonnen_op    = datum  { "eerste dag", gevoelig = true },
    beeindigd_op   = datum  { "laatste dag", optioneel = true, gevoelig = true },
    verklaring     = ja_nee { "er is een verklaring van de plaatsing", begin = ja },
    kwam_van_so    = ja_nee { "stond direct daarvoor ingeschreven in het (v)so", begin = nee },
    kwam_van_school = ja_nee { "stond direct daarvoor ingeschreven op een andere school", begin = nee },
  },
}

onderwerp "instellingsbesluit" {
  titel     = "Besluit van de commissie van onderzoek van een instelling (cluster 1 of 2)",
  hoort_bij = { leerling = "leerling", school = "school" },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    soort_hulp   = keuze  { "toelating of begeleiding", "toelating", "begeleiding_op_gewone_school", eigenaar = "school" },
    besluit_op   = datum  { "dag van het besluit", eigenaar = "school" },
    gedragskundige = ja_nee { "psycholoog of pedagoog in de commissie", begin = ja, eigenaar = "school" },
    maatschappelijk_deskundige = ja_nee { "maatschappelijk deskundige in de commissie", begin = ja, eigenaar = "school" },
    arts         = ja_nee { "arts in de commissie", begin = ja, eigenaar = "school" },
    vertegenwoordiger = ja_nee { "vertegenwoordiger van de instelling in de commissie", begin = ja, eigenaar = "school" },
  },
}

-- Leerplicht en verzuim

onderwerp "vrijstelling" {
  titel     = "Beroep op vrijstelling van de Leerplichtwet",
  hoort_bij = { leerling = "leerling" },
  via       = { gemeente = "leerling.gemeente" },
  gegevens  = {
    grond            = keuze  { "grond", "onder_a", "onder_b", "onder_c", "artikel_5a", "artikel_15", gevoelig = true },
    kennisgeving_op  = datum  { "dag van de eerste kennisgeving", eigenaar = "ouders" },
    herhaald_op      = datum  { "dag van de laatste herhaling", optioneel = true, eigenaar = "ouders" },
    aan_grond_voldaan = ja_nee { "de grond doet zich voor", optioneel = true, oordeel = true, gevoelig = true },
    verklaring_op    = datum  { "dag van de verklaring van de deskundige", optioneel = true, gevoelig = true, eigenaar = "ouders" },
    verklaring_door  = keuze  { "wie de verklaring geeft", "aangewezen_arts", "behandelend_arts", "aangewezen_gedragskundige",
                                optioneel = true, gevoelig = true },
    blijvend         = ja_nee { "volgens de verklaring nooit geschikt", begin = nee, gevoelig = true },
    schoolverklaring = ja_nee { "verklaring van het hoofd van de school in het buitenland", begin = nee, eigenaar = "ouders" },
    vorig_jaar_op_richting = ja_nee { "stond het jaar ervoor op een school van die richting", begin = nee },
    besluit_op       = datum  { "dag waarop burgemeester en wethouders vrijstellen (alleen artikel 15)", optioneel = true, eigenaar = "gemeente" },
    beeindigd_op     = datum  { "dag waarop het beroep eindigt", optioneel = true, eigenaar = "ouders" },
  },
}

onderwerp "vervangende_leerplicht" {
  titel     = "Verzoek om vervangende leerplicht",
  hoort_bij = { leerling = "leerling" },
  via       = { gemeente = "leerling.gemeente" },
  gegevens  = {
    aangevraagd_op = datum  { "dag van het verzoek", eigenaar = "ouders" },
    verlenging_na  = datum  { "laatste dag van de lopende toestemming, bij een verzoek om verlenging", optioneel = true },
    besluit_op     = datum  { "dag van het besluit", optioneel = true, eigenaar = "gemeente" },
  },
}

onderwerp "afwezigheid" {
  titel     = "Afwezigheid van een ingeschreven leerling",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school" },
  gegevens  = {
    reden        = keuze  { "reden", "school_gesloten", "verbod", "schorsing", "ziekte", "godsdienst", "vakantie_beroep", "gewichtig",
                            "jonger_dan_zes", "luxe", "zonder_reden", gevoelig = true },
    eerste_dag   = datum  { "eerste dag" },
    laatste_dag  = datum  { "laatste dag", optioneel = true },
    gemeld_op    = datum  { "dag van de melding door de ouders", optioneel = true, eigenaar = "ouders" },
    verlof       = ja_nee { "verlof verleend door wie daarover gaat", begin = nee, eigenaar = "school" },
    uren         = getal  { "uren per week", van = 0, tot = 40, stap = 0.25, begin = 0 },
    register_op  = datum  { "dag van de melding aan het register", optioneel = true, eigenaar = "school" },
  },
}

onderwerp "verlofaanvraag" {
  titel     = "Aanvraag van verlof buiten de schoolvakanties",
  hoort_bij = { inschrijving = "inschrijving" },
  gegevens  = {
    soort           = keuze  { "soort verlof", "vakantie_beroep", "gewichtig", eigenaar = "ouders" },
    dagen_gevraagd  = getal  { "gevraagde schooldagen", van = 1, tot = 200, eigenaar = "ouders" },
    dagen_eerder    = getal  { "al verleende dagen in dit schooljaar op dezelfde grond", van = 0, tot = 200, begin = 0 },
    eerder_vakantie = ja_nee { "dit schooljaar al vakantieverlof gehad", begin = nee },
    eerste_twee_lesweken = ja_nee { "valt in de eerste twee lesweken van het schooljaar", begin = nee, eigenaar = "ouders" },
  },
}

onderwerp "verzuimdag" {
  titel     = "Dag met ongeoorloofd verzuim",
  hoort_bij = { inschrijving = "inschrijving" },
  gegevens  = {
    gemist_op = datum { "dag" },
    uren      = getal { "gemiste uren les of praktijk", van = 0, tot = 10, stap = 0.25, gevoelig = true },
  },
}

onderwerp "uitschrijving" {
  titel     = "Voornemen om een leerling uit te schrijven",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school" },
  gegevens  = {
    voorgenomen_op = datum  { "dag van het voornemen", eigenaar = "school" },
    verzoek_ouders = ja_nee { "de ouders verzoeken erom", begin = nee, eigenaar = "ouders" },
    reden          = keuze  { "reden", "andere_school", "vrijstelling_5", "vrijstelling_5a", "vrijstelling_15", "verzuim", "anders", eigenaar = "school" },
  },
}

onderwerp "overtreding" {
  titel     = "Overtreding van de Leerplichtwet door het hoofd van een school",
  hoort_bij = { school = "school" },
  gegevens  = {
    wat       = keuze { "wat het hoofd naliet of deed", "vakantieverlof_ten_onrechte", "gewichtig_verlof_ten_onrechte", "verwijdering_niet_gemeld",
                        "verzuim_niet_gemeld", "onjuiste_inlichtingen", "ten_onrechte_uitgeschreven", eigenaar = "school" },
    begaan_op = datum { "dag van de overtreding", eigenaar = "school" },
  },
}

-- Thuiszitters

onderwerp "thuiszitperiode" {
  titel     = "Periode zonder onderwijs",
  hoort_bij = {
    leerling = "leerling",
    inschrijving = { "inschrijving", optioneel = true },
    samenwerkingsverband = { "samenwerkingsverband", optioneel = true },
  },
  via       = { gemeente = "leerling.gemeente", school = "inschrijving.school" },
  gegevens  = {
    sinds               = datum  { "eerste dag zonder onderwijs" },
    geoorloofd          = ja_nee { "ziek of een andere grond van artikel 11", begin = nee, gevoelig = true },
    gesprek_op          = datum  { "dag van het gesprek van school met leerling en ouders", optioneel = true, eigenaar = "school" },
    melding_18_op       = datum  { "dag van de melding van een meerderjarige aan de gemeente", optioneel = true },
    onderzocht_op       = datum  { "dag waarop de leerplichtambtenaar heeft onderzocht en gehoord", optioneel = true, eigenaar = "gemeente" },
    route               = keuze  { "route na het onderzoek", "vrijwillige_hulp", "halt", "civielrechtelijk", "strafrechtelijk",
                                   optioneel = true, oordeel = true, eigenaar = "leerplichtambtenaar", gevoelig = true },
    regionale_tafel_op  = datum  { "dag waarop de zaak naar de regionale tafel gaat", optioneel = true, eigenaar = "samenwerkingsverband" },
    doorzettingsafspraak = ja_nee { "de regio heeft een afspraak over doorzettingsmacht", begin = ja, eigenaar = "gemeente" },
    doorzetting_gevraagd_op = datum { "dag waarop doorzettingsmacht is ingeroepen", optioneel = true, eigenaar = "samenwerkingsverband" },
    doorgezet_op        = datum  { "dag waarop wie doorzettingsmacht heeft, beslist", optioneel = true, eigenaar = "gemeente" },
    passend_aanbod_op   = datum  { "dag van een passend aanbod", optioneel = true, oordeel = true, eigenaar = "samenwerkingsverband" },
    teruggekeerd_op     = datum  { "dag waarop de leerling weer onderwijs volgt", optioneel = true },
  },
}

onderwerp "onderwijszorgarrangement" {
  titel     = "Onderwijszorgarrangement",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling" },
  gegevens  = {
    begonnen_op = datum  { "eerste dag", eigenaar = "samenwerkingsverband" },
    experiment  = ja_nee { "neemt deel aan het experiment onderwijszorgarrangementen", begin = nee, eigenaar = "samenwerkingsverband" },
  },
}
