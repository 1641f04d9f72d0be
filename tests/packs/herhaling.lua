-- SPDX-License-Identifier: EUPL-1.2
-- Plichten die elk jaar terugkomen, en termijnen van elke soort.
onderwerp "school" { gegevens = { tot_op = datum { "tot", optioneel = true } } }
onderwerp "inschrijving" {
  hoort_bij = { school = "school" },
  gegevens  = {
    plan_op = datum { "plan", optioneel = true },
    besproken_op = datum { "besproken", optioneel = true },
    uitgeschreven_op = datum { "uitgeschreven", optioneel = true },
    start_op = datum { "start", optioneel = true },
    stil_van = datum { "stil van", optioneel = true },
    stil_tot = datum { "stil tot", optioneel = true },
    vrijgesteld = ja_nee { "vrijgesteld", begin = nee },
    verplicht = ja_nee { "verplicht", begin = ja },
    klaar_op = datum { "klaar", optioneel = true },
    verlengd_op = datum { "verlengd", optioneel = true },
    verlengd_met = getal { "weken", van = 0, tot = 10, optioneel = true },
  },
}
onderwerp "evaluatie" { hoort_bij = { inschrijving = "inschrijving" } }
plicht "plan_evalueren" {
  over = "inschrijving", wie = "school", bron = "WPO art. 40a lid 4", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_schooljaar { vanaf = "plan_op", tot = "uitgeschreven_op" },
  vervuld  = eerste_in_tijdvak "plan_geevalueerd",
  bij_verzuim = { gebeurtenis = "evaluatie_vergeten" },
}
plicht "plan_bespreken" {
  over = "inschrijving", wie = "school", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_kalenderjaar { vanaf = "plan_op", tot = "uitgeschreven_op", uiterlijk = "06-30" },
  vervuld  = function(besproken_op) return besproken_op end,
}
plicht "eerst" {
  over = "inschrijving", wie = "ouders", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  bereik  = function(verplicht) return verplicht end,
  termijn = { vanaf = function(start_op) return start_op end, lengte = weken(2), recht = wet,
    staat_stil = { van = "stil_van", tot = eerste("stil_tot"), vanaf = dag_erna },
    verlenging = { mededeling = "verlengd_op", hoogstens = weken(4), duur = "verlengd_met" } },
  vervuld = function(klaar_op) return klaar_op end,
}
plicht "daarna" {
  over = "inschrijving", wie = "school", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = einde_van "eerst", lengte = weken(1), recht = wet },
  vervuld = function(besproken_op) return besproken_op end,
}
plicht "vooraf" {
  over = "inschrijving", wie = "school", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(start_op) return start_op end, lengte = weken(10), terug = true, recht = wet },
  vervuld = function(besproken_op) return besproken_op end,
}
plicht "vast" {
  over = "inschrijving", wie = "school", bron = "verzonnen", geldig = { vanaf = "2014-08-01" },
  termijn = { uiterlijk = function(start_op) if not bekend(start_op) then return onbekend end return op_dag(start_op - dagen(120), 30, 4) end, recht = wet },
  vervuld = function(besproken_op) return besproken_op end,
}
uitzondering "vrijgesteld_van_eerst" {
  op = "eerst", bron = "verzonnen lid 2", geldig = { vanaf = "2014-08-01" },
  indien = function(vrijgesteld) return vrijgesteld end, dan = nee, reden = "er is vrijstelling",
}
gebeurtenis "plan_geevalueerd" { maakt = "evaluatie" }
gebeurtenis "evaluatie_vergeten" { over = "inschrijving" }
