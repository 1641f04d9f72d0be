-- SPDX-License-Identifier: EUPL-1.2
-- Een bedrag per schooljaar op naam van het kind. Het staat bij de school waar het kind is ingeschreven, en bij het samenwerkingsverband
-- zolang het kind nergens is ingeschreven. Dat een school het binnen vier weken overdraagt, is een aanname van deze variant.

onderwerp "ontwikkelbudget" {
  titel     = "Ontwikkelbudget van een leerling",
  hoort_bij = { leerling = "leerling", samenwerkingsverband = "samenwerkingsverband" },
  gegevens  = {
    toegekend_op = datum  { "dag van toekenning" },
    per_jaar     = bedrag { "bedrag per schooljaar", van = euro "0", tot = euro "100.000" },
    beeindigd_op = datum  { "dag waarop het budget eindigt", optioneel = true },
  },
}

onderwerp "budgetoverdracht" {
  titel     = "Overdracht van het ontwikkelbudget door de vorige school",
  hoort_bij = { inschrijving = "inschrijving" },
  gegevens  = { overgedragen_op = datum { "dag van de overdracht" } },
}

lijst "budget_per_jaar" {
  over = "leerling", van = "ontwikkelbudget", neem = som "per_jaar", tot = 5,
  waar = function(beeindigd_op) return not bekend(beeindigd_op) end,
}

lijst "budget_overgedragen_op" { over = "inschrijving", van = "budgetoverdracht", neem = eerste "overgedragen_op", tot = 5 }

regel "budget_staat_bij" {
  over   = "leerling",
  titel  = "Waar staat het ontwikkelbudget van het kind?",
  bron   = "regiogesprek Kennemerland, 3 april 2019: ontwikkelbudget",
  status = "beleid",
  geldig = { vanaf = "2027-08-01" },
  levert = keuze { "waar het budget staat", "nergens", "bij_de_school", "bij_het_samenwerkingsverband" },
  bepaal = function(budget_per_jaar, ingeschreven)
    if budget_per_jaar == euro "0" then return nergens, "het kind heeft geen ontwikkelbudget" end
    if ingeschreven then return bij_de_school, "het budget gaat met het kind mee naar de school waar het staat ingeschreven" end
    return bij_het_samenwerkingsverband, "het kind staat nergens ingeschreven; het budget blijft voor hem beschikbaar"
  end,
}

regel "budget_voor_deze_school" {
  over   = "inschrijving",
  titel  = "Hoeveel ontwikkelbudget heeft deze school per schooljaar voor de leerling?",
  bron   = "regiogesprek Kennemerland, 3 april 2019: ontwikkelbudget",
  status = "beleid",
  geldig = { vanaf = "2027-08-01" },
  levert = bedrag { van = euro "0", tot = euro "500.000" },
  bepaal = function(uitgeschreven_op, leerling_budget_per_jaar)
    if bekend(uitgeschreven_op) then return euro "0", "de leerling is uitgeschreven op {uitgeschreven_op}; het budget ging mee" end
    return leerling_budget_per_jaar, "de leerling staat hier ingeschreven"
  end,
}

plicht "budget_overdragen" {
  over    = "inschrijving",
  titel   = "Het ontwikkelbudget overdragen als de leerling vertrekt",
  wie     = "bestuur",
  bron    = "regiogesprek Kennemerland, 3 april 2019: ontwikkelbudget",
  status  = "aanname",
  geldig  = { vanaf = "2027-08-01" },
  bereik  = function(uitgeschreven_op, leerling_budget_per_jaar)
    return bekend(uitgeschreven_op) and uitgeschreven_op >= datum "2027-08-01" and leerling_budget_per_jaar > euro "0"
  end,
  termijn = {
    vanaf  = function(uitgeschreven_op) return uitgeschreven_op end,
    lengte = weken(4),
    recht  = beleid,
  },
  vervuld = function(budget_overgedragen_op) return budget_overgedragen_op end,
}

gebeurtenis "budget_toegekend" { titel = "Toekenning van een ontwikkelbudget", maakt = "ontwikkelbudget", zet = { toegekend_op = vandaag } }
gebeurtenis "budget_beeindigd" { titel = "Einde van het ontwikkelbudget", over = "ontwikkelbudget", zet = { beeindigd_op = vandaag } }
gebeurtenis "budget_overgedragen" { titel = "Overdracht van het ontwikkelbudget", maakt = "budgetoverdracht", zet = { overgedragen_op = vandaag } }
