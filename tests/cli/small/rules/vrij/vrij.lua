-- SPDX-License-Identifier: EUPL-1.2
-- Een regel zonder einde: alleen Lua leest haar, en zij raakt haar grens.
regel "eindeloos" {
  over   = "school",
  bron   = "eigen afspraak",
  status = "beleid",
  geldig = { vanaf = "2024-08-01" },
  levert = ja_nee,
  vrij   = true,
  bepaal = function(openbaar)
    while true do end
    return openbaar
  end,
}
