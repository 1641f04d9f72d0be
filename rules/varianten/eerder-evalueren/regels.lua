-- SPDX-License-Identifier: EUPL-1.2
-- Naast de evaluatie in elk schooljaar komt een eerste evaluatie. De drie maanden zijn een aanname van deze variant.

plicht "eerste_keer_evalueren" {
  over      = "ontwikkelingsperspectief",
  titel     = "Het ontwikkelingsperspectief voor het eerst evalueren",
  wie       = "bestuur",
  bron      = "regiogesprek Kennemerland, 3 april 2019: eerder evalueren",
  status    = "aanname",
  geldig    = { vanaf = "2027-08-01" },
  peildatum = "vastgesteld_op",
  termijn   = {
    vanaf  = function(vastgesteld_op) return vastgesteld_op end,
    lengte = maanden(3),
    recht  = wet,
  },
  vervuld   = eerste_in_tijdvak "opp_geevalueerd",
  vervalt   = function(beeindigd_op) return beeindigd_op end,
}
