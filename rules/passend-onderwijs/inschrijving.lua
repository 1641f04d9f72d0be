-- SPDX-License-Identifier: EUPL-1.2
-- In- en uitschrijven. Besluit bekostiging WPO 2022 art. 9 en 10; WPO art. 39; WEC art. 39; WVO 2020 art. 8.7.
-- De dagtelling van artikel 9 en 10 is die van het primair onderwijs; voor andere scholen geldt zij hier niet.

regel "inschrijvingsdatum" {
  over    = "inschrijving",
  titel   = "Vanaf welke dag staat de leerling ingeschreven?",
  gronden = {
    { bron = "Besluit bekostiging WPO 2022 art. 9", vanaf = "2023-01-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "Besluit bekostiging WPO (oud)", vanaf = "2014-08-01", tot = "2022-12-31", status = "aanname", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "eerste dag van bezoek (WEC en WVO: naar analogie)", vanaf = "2014-08-01", status = "aanname", bij = function(school_onderwijswet) return school_onderwijswet ~= wpo end },
  },
  peildatum = "gestart_op",
  levert  = datum,
  bepaal  = function(gestart_op, op_eerste_schooldag, leerling_geboren, school_onderwijswet, toelatingsleeftijd)
    local begin = begin_schooljaar(gestart_op)
    if school_onderwijswet ~= wpo or not op_eerste_schooldag then return gestart_op, "de eerste dag waarop de leerling de school bezoekt" end
    if verjaardag(leerling_geboren, toelatingsleeftijd) > begin then
      return gestart_op, "de leerling was op 1 augustus nog geen {toelatingsleeftijd} jaar, dus telt de eerste dag van bezoek"
    end
    return begin, "begonnen op de eerste schooldag, dus ingeschreven vanaf 1 augustus"
  end,
}

regel "uitschrijvingsdatum" {
  over    = "inschrijving",
  titel   = "Tot en met welke dag staat de leerling ingeschreven?",
  gronden = {
    { bron = "Besluit bekostiging WPO 2022 art. 10", vanaf = "2023-01-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "Besluit bekostiging WPO (oud)", vanaf = "2014-08-01", tot = "2022-12-31", status = "aanname", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  levert  = datum,
  bepaal  = function(laatste_dag_op, op_laatste_schooldag, elders_ingeschreven_op, elders_bericht_op, bericht_elders_binnen)
    if not bekend(laatste_dag_op) then return onbekend, "de leerling bezoekt de school nog" end
    if op_laatste_schooldag then return einde_schooljaar(laatste_dag_op), "de laatste schooldag van het jaar: ingeschreven tot en met 31 juli" end
    if not bekend(elders_ingeschreven_op) or not bekend(elders_bericht_op) then
      return laatste_dag_op, "de laatste dag waarop de leerling de school bezocht"
    end
    if elders_bericht_op > laatste_dag_op + bericht_elders_binnen then
      return laatste_dag_op, "het bericht van het register kwam later dan {bericht_elders_binnen} na de laatste dag"
    end
    return elders_ingeschreven_op - dagen(1), "de dag voor de inschrijving op de andere school"
  end,
}

plicht "inschrijving_leveren" {
  over    = "inschrijving",
  titel   = "De inschrijving leveren aan het register",
  wie     = "bestuur",
  bron    = "Regeling register onderwijsdeelnemers",
  geldig  = { vanaf = "2020-07-01" },
  termijn = {
    vanaf  = function(gestart_op) return gestart_op end,
    lengte = dagen "register_leveren_binnen",
    recht  = regeling,
  },
  vervuld = function(register_op) return register_op end,
}

local schoolverlaten_gronden = {
  { bron = "WPO art. 39 lid 4", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 39 lid 4", vanaf = "2014-08-01", bij = function(school_soort) return een_van(school_soort, so, vso) end },
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_soort) return school_soort == pro end },
  { bron = "WVO 2020 art. 8.7", vanaf = "2022-08-01", bij = function(school_soort) return school_soort == pro end },
}

regel "uiterlijk_van_school" {
  over      = "inschrijving",
  titel     = "Wanneer verlaat de leerling uiterlijk de school?",
  toelichting = "De inspectie kan in het vso en het praktijkonderwijs telkens een jaar uitstel geven (praktijkonderwijs: twee keer).",
  gronden   = schoolverlaten_gronden,
  levert    = datum,
  bepaal    = function(leerling_geboren, school_soort, uitstel_tot, uiterste_leeftijd_basisschool, uiterste_leeftijd_vso, uiterste_leeftijd_pro)
    if bekend(uitstel_tot) and een_van(school_soort, vso, pro) then return einde_schooljaar(uitstel_tot), "de inspectie gaf uitstel" end
    if school_soort == vso then
      return einde_schooljaar(verjaardag(leerling_geboren, uiterste_leeftijd_vso)), "het einde van het schooljaar waarin de leerling {uiterste_leeftijd_vso} wordt"
    end
    if school_soort == pro then
      return einde_schooljaar(verjaardag(leerling_geboren, uiterste_leeftijd_pro)), "het einde van het schooljaar waarin de leerling {uiterste_leeftijd_pro} wordt"
    end
    return einde_schooljaar(verjaardag(leerling_geboren, uiterste_leeftijd_basisschool)),
      "het einde van het schooljaar waarin de leerling {uiterste_leeftijd_basisschool} wordt"
  end,
}

regel "rapport_nodig" {
  over      = "inschrijving",
  titel     = "Is nog een onderwijskundig rapport nodig voor de nieuwe school?",
  gronden   = {
    { bron = "WPO art. 42", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  },
  levert    = ja_nee,
  bepaal    = function(laatste_dag_op, onderwijskundig_rapport_op)
    if not bekend(laatste_dag_op) then return nee, "de leerling bezoekt de school nog" end
    if bekend(onderwijskundig_rapport_op) then return nee, "het rapport is er sinds {onderwijskundig_rapport_op}" end
    return ja, "de leerling verlaat de school en er is nog geen rapport"
  end,
}

-- Wat er gebeurt

gebeurtenis "inschrijving" { titel = "De leerling begint op school", maakt = "inschrijving", zet = { gestart_op = vandaag } }
gebeurtenis "uitschrijving" { titel = "Uitschrijving", over = "inschrijving", zet = { uitgeschreven_op = vandaag } }
gebeurtenis "definitieve_plaatsing" { titel = "Een tijdelijke plaatsing wordt definitief", over = "inschrijving", zet = { definitief_op = vandaag } }
