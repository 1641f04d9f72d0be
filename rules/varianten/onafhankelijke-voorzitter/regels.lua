-- SPDX-License-Identifier: EUPL-1.2
-- Een voorzitter die niet van een lid komt, heeft geen stem; staken de stemmen en beslissen de statuten dat de voorzitter beslist, dan telt zijn stem wel.

regel "stemmen_volgens_statuten" {
  over = "aanwezigheid", titel = "Hoeveel stemmen geven de statuten dit lid?", bron = "voorstel", status = "beleid", geldig = { vanaf = "2026-01-01" },
  levert = getal { van = 0, tot = 100000 },
  bepaal = function(is_lid, vergadering_stemgewicht, zetel_leerlingen, zetel_voorzitter, zetel_onafhankelijk)
    if not is_lid then return 0, "had geen zitting op die dag" end
    if zetel_voorzitter and zetel_onafhankelijk then return 0, "zit onafhankelijk voor, en stemt alleen als de stemmen staken" end
    if vergadering_stemgewicht == naar_leerlingen then return zetel_leerlingen, "weegt naar {zetel_leerlingen} leerlingen" end
    return 1, "elke zetel een stem"
  end,
}
