-- SPDX-License-Identifier: EUPL-1.2
-- De norm bestaat nog niet. Hier vraagt zij op elke school ten minste een voorziening van elk van de vier onderdelen die plannen nu
-- gewoonlijk hebben (referentiekader passend onderwijs, 2012), wat het plan van het samenwerkingsverband ook noemt.

lijst "biedt_kwaliteit" {
  over = "school", van = "aanbod", neem = er_is, tot = 100,
  waar = function(aanwezig, voorziening_onderdeel) return aanwezig and voorziening_onderdeel == kwaliteit end,
}

lijst "biedt_lichte_interventies" {
  over = "school", van = "aanbod", neem = er_is, tot = 100,
  waar = function(aanwezig, voorziening_onderdeel) return aanwezig and voorziening_onderdeel == lichte_interventies end,
}

lijst "biedt_ondersteuningsstructuur" {
  over = "school", van = "aanbod", neem = er_is, tot = 100,
  waar = function(aanwezig, voorziening_onderdeel) return aanwezig and voorziening_onderdeel == ondersteuningsstructuur end,
}

lijst "biedt_planmatig_werken" {
  over = "school", van = "aanbod", neem = er_is, tot = 100,
  waar = function(aanwezig, voorziening_onderdeel) return aanwezig and voorziening_onderdeel == planmatig_werken end,
}

regel "basisondersteuning_voldoet" {
  over        = "school",
  titel       = "Voldoet de school aan de landelijke norm voor basisondersteuning?",
  toelichting = "Welke voorzieningen de norm gaat noemen, is niet bekend; een van elk onderdeel is een aanname.",
  gronden     = {
    { bron = "landelijke norm basisondersteuning (AOb, 2016; Kamerbrief 24 april 2025, 31497 nr. 497)", vanaf = "2027-08-01", status = "aanname",
      bij = function(soort) return soort ~= instelling and soort ~= sovso end },
  },
  levert      = ja_nee,
  bepaal      = function(biedt_kwaliteit, biedt_lichte_interventies, biedt_ondersteuningsstructuur, biedt_planmatig_werken)
    if not biedt_kwaliteit then return nee, "de landelijke norm vraagt een voorziening voor kwaliteit" end
    if not biedt_lichte_interventies then return nee, "de landelijke norm vraagt lichte interventies" end
    if not biedt_ondersteuningsstructuur then return nee, "de landelijke norm vraagt een ondersteuningsstructuur" end
    if not biedt_planmatig_werken then return nee, "de landelijke norm vraagt planmatig werken" end
    return ja, "de school biedt van elk onderdeel van de landelijke norm ten minste een voorziening"
  end,
}
