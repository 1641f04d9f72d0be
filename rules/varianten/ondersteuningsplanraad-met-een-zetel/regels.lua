-- SPDX-License-Identifier: EUPL-1.2
-- De wet geeft de bindende voordracht alleen bij een raad van toezicht (WPO art. 17a lid 2); hier geldt zij voor elk orgaan dat toezicht houdt.

regel "voordracht_opr_verplicht" {
  over = "orgaan", titel = "Doet de ondersteuningsplanraad een bindende voordracht voor een lid?", bron = "voorstel", status = "beleid", geldig = { vanaf = "2026-01-01" },
  levert = ja_nee,
  bepaal = function(rol)
    if rol == toezichthoudend then return ja, "dit orgaan houdt toezicht" end
    return nee, "dit orgaan houdt geen toezicht"
  end,
}
