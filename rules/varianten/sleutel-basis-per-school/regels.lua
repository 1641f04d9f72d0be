-- SPDX-License-Identifier: EUPL-1.2
-- Elke school weegt even zwaar als 65 leerlingen, en daarboven telt elke leerling. 7.000 per school en 106 per leerling is 66 leerlingen.

regel "sleutel_leerlingen" {
  over   = "school",
  titel  = "Hoe zwaar weegt deze school in het deel naar leerlingen?",
  bron   = "voorstel: een vaste voet per school",
  status = "beleid",
  geldig = { vanaf = "2024-01-01" },
  levert = getal { van = 0, tot = 21000 },
  bepaal = function(soort, bekostigde_leerlingen)
    if not bekend(bekostigde_leerlingen) then return onbekend, "het aantal leerlingen is niet bekend" end
    if bekostigde_leerlingen == geen or soort == sbo then return 0, "een speciale school deelt niet mee" end
    return bekostigde_leerlingen + 66, "66 voor elke school, en een per leerling"
  end,
}
