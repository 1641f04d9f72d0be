-- SPDX-License-Identifier: EUPL-1.2
-- Een onafhankelijk lid is geen wet; hier is het een regel waaraan de samenstelling te toetsen is.

regel "onafhankelijk_lid_ontbreekt" {
  over = "samenwerkingsverband", titel = "Ontbreekt een onafhankelijk lid in het toezicht?", bron = "sectorafspraak 2018-2021", status = "beleid", geldig = { vanaf = "2026-01-01" },
  levert = ja_nee,
  bepaal = function(toezichtzetels, toezicht_onafhankelijk)
    if toezichtzetels == 0 then return nee, "van een toezichthouder is niets bekend" end
    if toezicht_onafhankelijk == 0 then return ja, "geen van de {toezichtzetels} toezichthouders is onafhankelijk" end
    return nee, "{toezicht_onafhankelijk} van {toezichtzetels} toezichthouders zijn onafhankelijk"
  end,
}
