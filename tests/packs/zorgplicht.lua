-- SPDX-License-Identifier: EUPL-1.2
onderwerp "leerling" { gegevens = { ingeschreven = ja_nee { "ingeschreven", begin = nee },
  asiel = ja_nee { "asielkind", begin = nee } } }
onderwerp "school" { gegevens = { soort = keuze { "soort", "bao", "sbo", "vo" } } }
onderwerp "aanmelding" {
  hoort_bij = { leerling = "leerling", school = "school", vorige = { "school", optioneel = true } },
  gegevens = {
    ontvangen_op = datum { "ontvangen" },
    schriftelijk = ja_nee { "schriftelijk", begin = ja },
    steun_nodig = ja_nee { "steun", optioneel = true },
  } }
regel "zorgplicht" { over = "aanmelding", bron = "WPO art. 40 lid 4", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(schriftelijk, steun_nodig, leerling_ingeschreven)
    if not schriftelijk then return nee, "er is nog niet schriftelijk aangemeld" end
    if steun_nodig == nee then return nee, "er is geen extra ondersteuning nodig" end
    if not bekend(steun_nodig) then return onbekend, "de school onderzoekt nog" end
    if leerling_ingeschreven then return nee, "de leerling staat al ingeschreven" end
    return ja, "de school biedt een passende plek of zoekt die"
  end }
uitzondering "asielkind" { op = "zorgplicht", bron = "WPO art. 40 lid 15", geldig = { vanaf = "2026-06-12" },
  indien = function(leerling_asiel) return leerling_asiel end, dan = nee, reden = "voor dit kind geldt een eigen regeling" }
uitzondering "toch" { op = "zorgplicht", bron = "verzonnen", geldig = { vanaf = "2026-10-01" },
  indien = function(leerling_asiel) return leerling_asiel end, dan = ja, reden = "toch" }
regel "beslisdag" { over = "aanmelding", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = datum, peildatum = "ontvangen_op",
  bepaal = function(ontvangen_op, beslistermijn) return ontvangen_op + beslistermijn, "{beslistermijn} na {ontvangen_op}" end }
regel "te_laat" { over = "aanmelding", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, beslisdag) if vandaag > beslisdag then return ja, "het is na {beslisdag}" end return nee end }
regel "soort_recht" { over = "aanmelding", levert = ja_nee,
  gronden = { { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_soort) return school_soort == vo end },
              { bron = "WVO 2020 art. 8.9", vanaf = "2022-08-01", bij = function(school_soort) return school_soort == vo end } },
  bepaal = function(schriftelijk) return schriftelijk end }
regel "uren" { over = "aanmelding", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100 }, vrij = true,
  bepaal = function(schriftelijk) local n = 0 for i = 1, 4 do n = n + i end return n, "samen {schriftelijk}" end }
regel "van_vorige" { over = "aanmelding", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vorige_soort) if vorige_soort == geen then return nee, "er is geen vorige school" end return ja end }
