-- SPDX-License-Identifier: EUPL-1.2
-- De onderwerpen van het pakket: wie er zijn, wat er gebeurt, en welke feiten de regels nodig hebben.

-- Wie er zijn

onderwerp "samenwerkingsverband" {
  titel    = "Samenwerkingsverband passend onderwijs",
  gegevens = {
    sector = keuze { "sector", "po", "vo" },
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
    soort    = keuze  { "soort school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling" },
    openbaar = ja_nee { "openbare school (anders bijzonder)" },
    cluster  = getal  { "cluster", van = 1, tot = 4, optioneel = true },
  },
}

onderwerp "leerling" {
  titel     = "Leerling of kind",
  hoort_bij = { gemeente = { "gemeente", optioneel = true } },
  gegevens  = {
    geboren         = datum  { "geboortedatum" },
    asielprocedure  = ja_nee { "verzoekt om internationale bescherming", begin = nee, gevoelig = true },
    doof            = ja_nee { "doof of slechthorend", begin = nee, gevoelig = true },
  },
}

-- Aanmelden en inschrijven

onderwerp "aanmelding" {
  titel     = "Aanmelding bij een school",
  hoort_bij = { leerling = "leerling", school = "school" },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    -- het verzoek
    ontvangen_op          = datum  { "dag van ontvangst door de school" },
    gedaan_op             = datum  { "dag waarop het verzoek is gedaan (verzonden), als dat een andere is", optioneel = true },
    schriftelijk          = ja_nee { "schriftelijk aangemeld", begin = ja },
    eerste_voorkeur       = ja_nee { "school van eerste voorkeur", begin = ja },
    andere_scholen_genoemd = ja_nee { "ouders noemen de andere scholen van aanmelding, of dat er geen zijn", begin = ja },
    gewenst_vanaf         = datum  { "dag waarop de leerling zou beginnen", optioneel = true },
    brugklas              = ja_nee { "van po of so naar het eerste leerjaar van het vo", begin = nee },
    -- het onderzoek
    ondersteuning_nodig   = ja_nee { "extra ondersteuning nodig", optioneel = true, oordeel = true, eigenaar = "bestuur", gevoelig = true },
    alleen_taal           = ja_nee { "alleen taalondersteuning tegen onderwijsachterstand", begin = nee, oordeel = true, eigenaar = "bestuur" },
    plaatsruimte          = ja_nee { "plaatsruimte volgens vast en bekend beleid", optioneel = true, oordeel = true, eigenaar = "bestuur" },
    grondslag_geweigerd   = ja_nee { "ouders weigeren desgevraagd de grondslag te respecteren", begin = nee },
    aan_voorwaarden       = ja_nee { "voldoet aan de toelatingsvoorwaarden van het vo", optioneel = true },
    rechtmatig_verblijf   = ja_nee { "Nederlander of rechtmatig verblijf, voor zover de wet dat vraagt", begin = ja, gevoelig = true },
    overleg_op            = datum  { "overleg met de ouders over een andere school", optioneel = true },
    bereid_op             = datum  { "dag waarop een andere school zich bereid verklaart", optioneel = true },
    bereide_soort         = keuze  { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo", optioneel = true },
    -- aanvullen
    aanvulling_gevraagd_op = datum { "dag van het verzoek om aanvulling", optioneel = true },
    aanvullen_tot         = datum  { "laatste dag om aan te vullen", optioneel = true },
    aangevuld_op          = datum  { "dag waarop de aanmelding is aangevuld", optioneel = true },
    -- het besluit
    verlengd_op           = datum  { "dag waarop de ouders horen dat het later wordt", optioneel = true },
    verlengd_met          = getal  { "genoemde verlenging in weken", van = 1, tot = 52, optioneel = true },
    uitkomst              = keuze  { "besluit", "toegelaten", "geweigerd", "buiten_behandeling", optioneel = true },
    besluit_op            = datum  { "dag waarop het besluit bekend is gemaakt", optioneel = true },
    ingetrokken_op        = datum  { "dag waarop de ouders de aanmelding intrekken", optioneel = true },
    tijdelijk_geplaatst_op = datum { "dag van tijdelijke plaatsing", optioneel = true },
    -- bezwaar tegen het besluit
    bezwaar_op            = datum  { "dag van ontvangst van het bezwaarschrift", optioneel = true },
    bezwaar_gehoord_op    = datum  { "dag waarop ouders of leerling over het bezwaar zijn gehoord", optioneel = true },
    bezwaar_beslist_op    = datum  { "dag van de beslissing op bezwaar", optioneel = true },
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
    definitief_op      = datum  { "dag waarop een tijdelijke plaatsing definitief wordt", optioneel = true },
    laatste_dag_op     = datum  { "laatste dag waarop de leerling de school bezoekt", optioneel = true },
    op_laatste_schooldag = ja_nee { "dat is de laatste schooldag van het schooljaar", begin = nee },
    elders_ingeschreven_op = datum { "dag van inschrijving op een andere school", optioneel = true },
    elders_bericht_op  = datum  { "dag waarop het register die inschrijving meldt", optioneel = true },
    uitgeschreven_op   = datum  { "dag van uitschrijving", optioneel = true },
    register_op        = datum  { "dag van levering van de inschrijving aan het register", optioneel = true },
  },
}

onderwerp "schorsing" {
  titel     = "Schorsing",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    eerste_dag     = datum  { "eerste dag van de schorsing" },
    laatste_dag    = datum  { "laatste dag van de schorsing" },
    schriftelijk   = ja_nee { "schriftelijk en met redenen medegedeeld", begin = ja },
    tijdens_overleg = ja_nee { "tijdens het overleg met de inspectie over verwijdering", begin = nee },
    gemeld_op      = datum  { "dag van de melding aan de inspectie", optioneel = true },
  },
}

onderwerp "verwijdering" {
  titel     = "Verwijdering van school",
  hoort_bij = { inschrijving = "inschrijving" },
  via       = { leerling = "inschrijving.leerling", school = "inschrijving.school", bestuur = "inschrijving.school.bestuur" },
  gegevens  = {
    voornemen_op      = datum  { "dag van het voornemen tot verwijdering" },
    leraar_gehoord_op = datum  { "dag waarop de leraar of leraren zijn gehoord", optioneel = true },
    ouders_gehoord_op = datum  { "dag waarop de ouders zijn gehoord", optioneel = true },
    leerling_gehoord_op = datum { "dag waarop de leerling is gehoord", optioneel = true },
    bereid_op         = datum  { "dag waarop een andere school zich bereid verklaart", optioneel = true },
    bereide_soort     = keuze  { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo", optioneel = true },
    gezocht_sinds     = datum  { "dag vanaf wanneer aantoonbaar een andere school is gezocht", optioneel = true },
    om_vorderingen    = ja_nee { "wegens onvoldoende vorderingen", begin = nee },
    inspectie_overleg_op = datum { "dag van het overleg met de inspectie", optioneel = true },
    besluit_op        = datum  { "dag waarop het besluit bekend is gemaakt", optioneel = true },
    inspectie_bericht_op = datum { "dag van het bericht aan de inspectie", optioneel = true },
    gemeente_bericht_op = datum { "dag van de melding aan burgemeester en wethouders", optioneel = true },
    ingetrokken_op    = datum  { "dag waarop het voornemen of besluit is ingetrokken", optioneel = true },
    bezwaar_op        = datum  { "dag van ontvangst van het bezwaarschrift", optioneel = true },
    bezwaar_gehoord_op = datum { "dag waarop ouders of leerling over het bezwaar zijn gehoord", optioneel = true },
    bezwaar_inspecteur_op = datum { "dag van het overleg met de inspecteur over het bezwaar", optioneel = true },
    bezwaar_beslist_op = datum { "dag van de beslissing op bezwaar", optioneel = true },
  },
}

onderwerp "geschil" {
  titel     = "Geschil bij de geschillencommissie passend onderwijs",
  hoort_bij = {
    leerling = "leerling", school = "school",
    aanmelding = { "aanmelding", optioneel = true }, verwijdering = { "verwijdering", optioneel = true },
  },
  via       = { bestuur = "school.bestuur" },
  gegevens  = {
    waarover        = keuze  { "waar het geschil over gaat", "weigering", "verwijdering", "ontwikkelingsperspectief", "toelaatbaarheid", "schorsing", "anders" },
    indiener        = keuze  { "wie het geschil voorlegt", "ouders", "leerling", "bestuur" },
    ingediend_op    = datum  { "dag waarop het geschil is voorgelegd" },
    oordeel_op      = datum  { "dag van het oordeel", optioneel = true },
    ingetrokken_op  = datum  { "dag waarop het geschil is ingetrokken", optioneel = true },
    medegedeeld_op  = datum  { "dag waarop het bestuur meldt wat het met het oordeel doet", optioneel = true },
  },
}

-- Of een kind op een school staat ingeschreven

lijst "ingeschreven" {
  over = "leerling", van = "inschrijving", neem = er_is, tot = 20,
  waar = function(uitgeschreven_op) return not bekend(uitgeschreven_op) end,
}
