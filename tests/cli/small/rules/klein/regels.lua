-- SPDX-License-Identifier: EUPL-1.2
-- Regels geven een waarde en een zin; plichten hebben een drager en een laatste dag.
regel "overleg_nodig" {
  over   = "verzoek",
  titel  = "Is er overleg nodig?",
  bron   = "eigen afspraak",
  status = "beleid",
  geldig = { vanaf = "2024-08-01" },
  levert = ja_nee,
  bepaal = function(uren, overleg_vanaf)
    if not bekend(uren) then return onbekend, "het aantal uren is nog niet bekend" end
    if uren < overleg_vanaf then return nee, "{uren} uur is minder dan {overleg_vanaf}" end
    return ja, "{uren} uur is {overleg_vanaf} of meer"
  end,
}

plicht "antwoorden" {
  over    = "verzoek",
  titel   = "Antwoorden op het verzoek",
  wie     = "school",
  bron    = "eigen afspraak",
  status  = "beleid",
  geldig  = { vanaf = "2024-08-01" },
  termijn = {
    vanaf  = function(ontvangen_op) return ontvangen_op end,
    lengte = weken "antwoordtermijn",
    recht  = beleid,
  },
  vervuld = function(beantwoord_op) return beantwoord_op end,
}
