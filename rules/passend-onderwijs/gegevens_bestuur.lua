-- SPDX-License-Identifier: EUPL-1.2
-- Wie een samenwerkingsverband besturen, waarover zij vergaderen en wat zij stemmen.

onderwerp "persoon" {
  titel     = "Persoon met een zetel",
  hoort_bij = { bestuur = { "bestuur", optioneel = true } },     -- het schoolbestuur waarvoor hij of zij werkt
  gegevens  = {},
}

onderwerp "orgaan" {
  titel     = "Orgaan van een samenwerkingsverband",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    soort = keuze { "soort orgaan", "directie", "bestuur", "dagelijks_bestuur", "algemeen_bestuur", "ledenvergadering", "deelnemersraad",
                    "raad_van_toezicht", "niet_uitvoerend_bestuur", "ondersteuningsplanraad", "toewijzingscommissie", "kernteam" },
    profielen_openbaar_op = datum { "dag waarop de profielen van de leden openbaar zijn", optioneel = true, eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "zetel" {
  titel     = "Zetel in een orgaan",
  hoort_bij = { orgaan = "orgaan", persoon = "persoon" },
  via       = { samenwerkingsverband = "orgaan.samenwerkingsverband", bestuur = "persoon.bestuur" },
  gegevens  = {
    bezet_vanaf   = datum  { "eerste dag in de zetel" },
    bezet_tot     = datum  { "laatste dag in de zetel", optioneel = true },
    voorzitter    = ja_nee { "zit de vergadering voor", begin = nee },
    onafhankelijk = ja_nee { "komt niet van een aangesloten schoolbestuur", begin = nee },
    voorgedragen_door_opr = ja_nee { "benoemd op bindende voordracht van de ondersteuningsplanraad", begin = nee },
    leerlingen    = getal  { "leerlingen waarvoor de zetel telt, als naar leerlingen wordt gewogen", van = 0, tot = 100000, begin = 0 },
  },
}

onderwerp "vergadering" {
  titel     = "Vergadering van een orgaan",
  hoort_bij = { orgaan = "orgaan" },
  via       = { samenwerkingsverband = "orgaan.samenwerkingsverband" },
  gegevens  = {
    gehouden_op   = datum  { "dag van de vergadering" },
    opgeroepen_op = datum  { "dag van de oproep met de agenda", optioneel = true, eigenaar = "samenwerkingsverband" },
    tweede        = ja_nee { "tweede vergadering, nadat in de eerste het quorum ontbrak", begin = nee },
    minuten       = getal  { "duur in minuten", van = 0, tot = 1440, begin = 120 },
  },
}

onderwerp "aanwezigheid" {
  titel     = "Aanwezigheid van een lid op een vergadering",
  hoort_bij = { vergadering = "vergadering", zetel = "zetel", gemachtigde = { "zetel", optioneel = true } },
  via       = { orgaan = "vergadering.orgaan", persoon = "zetel.persoon" },
  gegevens  = {
    hoe          = keuze { "hoe het lid er is", "zelf", "bij_volmacht", "afwezig" },
    volmacht_nummer = getal { "de hoeveelste volmacht van de gemachtigde", van = 1, tot = 200, optioneel = true },
    draagt_voor  = getal { "volmachten die dit lid in deze vergadering draagt", van = 0, tot = 200, begin = 0 },
  },
}

onderwerp "voorstel" {
  titel     = "Voorstel voor een besluit",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband", school = { "school", optioneel = true }, plan = { "ondersteuningsplan", optioneel = true } },
  gegevens  = {
    besluit        = keuze { "soort besluit", "ondersteuningsplan_vaststellen", "begroting_vaststellen", "jaarverslag_goedkeuren", "verdeelsleutel_wijzigen",
                             "arrangement_toekennen", "bestuurder_benoemen", "accountant_benoemen", "statuten_wijzigen", "taken_verdelen",
                             "toelaatbaarheid_beslissen", "knoop_doorhakken" },
    omvang         = bedrag { "bedrag waarover wordt beslist", van = euro "0", tot = euro "1.000.000.000", optioneel = true },
    voorgelegd_op  = datum { "dag waarop het voorstel is voorgelegd", eigenaar = "samenwerkingsverband" },
    instemming_op  = datum { "dag waarop is ingestemd", optioneel = true },
    instemming_geweigerd_op = datum { "dag waarop instemming is geweigerd", optioneel = true },
    instemming_vervangen_op = datum { "dag waarop de geschillencommissie toestemming gaf in plaats van instemming", optioneel = true },
    toestemming_gevraagd_op = datum { "dag waarop de geschillencommissie om toestemming is gevraagd", optioneel = true, eigenaar = "samenwerkingsverband" },
    toestemming_geweigerd_op = datum { "dag waarop de geschillencommissie toestemming weigerde", optioneel = true },
    advies_op      = datum { "dag van het advies", optioneel = true },
    overleg_op     = datum { "dag waarop het overleg is afgerond", optioneel = true },
    goedgekeurd_op = datum { "dag van de goedkeuring door het toezicht", optioneel = true },
    bekrachtigd_op = datum { "dag waarop wie eerst had moeten beslissen het besluit bekrachtigde", optioneel = true },
    vernietigd_op  = datum { "dag van vernietiging door de rechter", optioneel = true },
    ingetrokken_op = datum { "dag waarop het voorstel is ingetrokken", optioneel = true },
    genomen_op     = datum { "dag waarop het bevoegde orgaan het besluit nam", optioneel = true },
  },
}

onderwerp "agendapunt" {
  titel     = "Voorstel op de agenda van een vergadering",
  hoort_bij = { vergadering = "vergadering", voorstel = "voorstel" },
  via       = { orgaan = "vergadering.orgaan" },
  gegevens  = {
    behandeld_op = datum  { "dag van behandeling" },
    gestemd      = ja_nee { "er is gestemd", begin = nee },
    aangehouden_op = datum { "dag waarop het punt is aangehouden", optioneel = true },
  },
}

onderwerp "stem" {
  titel     = "Stem van een lid over een agendapunt",
  hoort_bij = { agendapunt = "agendapunt", aanwezigheid = "aanwezigheid" },
  via       = { vergadering = "aanwezigheid.vergadering", orgaan = "aanwezigheid.vergadering.orgaan", zetel = "aanwezigheid.zetel" },
  gegevens  = {
    gegeven    = keuze  { "stem", "voor", "tegen", "onthouding", "bezwaar", "veto" },
    belang     = keuze  { "tegenstrijdig belang", "geen_belang", "gemeld", "ongemeld", begin = geen_belang },
    eigen_zaak = ja_nee { "het besluit gaat over een school van het eigen schoolbestuur", begin = nee },
  },
}

onderwerp "ondersteuningsplan" {
  titel     = "Ondersteuningsplan",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband", vorige = { "ondersteuningsplan", optioneel = true } },
  gegevens  = {
    eerste_dag      = datum { "eerste dag van het eerste schooljaar van het plan" },
    ontwerp_op      = datum { "dag van het ontwerp", optioneel = true, eigenaar = "samenwerkingsverband" },
    overleg_andere_sector_op = datum { "dag van het overleg met het samenwerkingsverband van de andere sector", optioneel = true, eigenaar = "samenwerkingsverband" },
    mbo_uitgenodigd_op = datum { "dag waarop de mbo-instellingen zijn uitgenodigd", optioneel = true, eigenaar = "samenwerkingsverband" },
    vastgesteld_op  = datum { "dag waarop het plan vaststond", optioneel = true, eigenaar = "samenwerkingsverband" },
    inspectie_op    = datum { "dag waarop het plan bij de inspectie is", optioneel = true, eigenaar = "samenwerkingsverband" },
  },
}

onderwerp "gemeenteoverleg" {
  titel     = "Overleg met een gemeente over het ondersteuningsplan (op overeenstemming gericht)",
  hoort_bij = { plan = "ondersteuningsplan", gemeente = "gemeente" },
  via       = { samenwerkingsverband = "plan.samenwerkingsverband" },
  gegevens  = {
    uitgenodigd_op = datum { "dag van de uitnodiging", eigenaar = "samenwerkingsverband" },
    afgerond_op    = datum { "dag waarop het overleg is afgerond", optioneel = true, eigenaar = "gemeente" },
    geschil_op     = datum { "dag waarop het geschil volgens de procedure is voorgelegd", optioneel = true, eigenaar = "gemeente" },
    beslecht_op    = datum { "dag waarop het geschil is beslecht", optioneel = true },
  },
}

onderwerp "toezichtoverleg" {
  titel     = "Overleg van toezichthouder en ondersteuningsplanraad",
  hoort_bij = { samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = { overlegd_op = datum { "dag van het overleg", eigenaar = "samenwerkingsverband" } },
}
