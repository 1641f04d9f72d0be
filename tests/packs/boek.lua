-- SPDX-License-Identifier: EUPL-1.2
-- Een klein pakket waarin alles op elkaar leunt, om in te bladeren.

onderwerp "school" { titel = "School", gegevens = { soort = keuze { "soort school", "bao", "vo" } } }

onderwerp "leerling" { titel = "Leerling", gegevens = {
  geboren = datum { "geboortedatum" },
  -- Alleen voor wie ten minste vier jaar is.
  geplaatst = ja_nee { "geplaatst", begin = nee },
} }

onderwerp "verzuimdag" { hoort_bij = { leerling = "leerling" }, gegevens = {
  datum_verzuim = datum { "dag van verzuim" },
  uren = getal { "uren", van = 0, tot = 8 },
} }

onderwerp "aanmelding" {
  titel     = "Aanmelding",
  hoort_bij = { leerling = "leerling", school = "school" },
  gegevens  = {
    ontvangen_op = datum  { "dag van ontvangst" },
    steun_nodig  = ja_nee { "extra steun nodig", optioneel = true, oordeel = true, eigenaar = "school", gevoelig = true },
    besluit_op   = datum  { "dag van het besluit", optioneel = true },
  },
}

-- De zorgplicht, tot en met 31 juli 2022 en daarna.
regel "zorgplicht" {
  over        = "aanmelding",
  titel       = "Moet de school een plek zoeken?",
  toelichting = "De school onderzoekt eerst of steun nodig is.",
  gronden     = {
    { bron = "WPO art. 40 lid 4", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_soort) return school_soort == bao end },
    { bron = "reglement { van de kade }", vanaf = "2014-08-01", tot = "2022-07-31", status = "beleid" },
  },
  levert      = ja_nee,
  bepaal      = function(steun_nodig) return steun_nodig == ja, "steun: {steun_nodig}" end,
}

regel "zorgplicht" {
  over   = "aanmelding",
  titel  = "Moet de school een plek zoeken?",
  bron   = "WPO art. 40 lid 4; WVO 2020 art. 8.9",
  geldig = { vanaf = "2022-08-01" },
  levert = ja_nee,
  bepaal = function(steun_nodig, leerling_verzuim, grens)
    if steun_nodig ~= ja then return nee, "er is geen steun nodig" end
    if leerling_verzuim > grens then return ja, "meer dan {grens} uren verzuim" end
    return ja, "er is steun nodig"
  end,
}

uitzondering "al_geplaatst" {
  op = "zorgplicht", bron = "praktijk", status = "overgeleverd", geldig = { vanaf = "2014-08-01" },
  indien = function(leerling_geplaatst) return leerling_geplaatst end, dan = nee, reden = "het kind heeft al een plek",
}

plicht "beslissen" {
  over      = "aanmelding",
  titel     = "Beslissen op de aanmelding",
  wie       = "school",
  bron      = "WPO art. 40 lid 6",
  geldig    = { vanaf = "2014-08-01" },
  peildatum = "ontvangen_op",
  bereik    = function(zorgplicht) return zorgplicht == ja end,
  termijn   = { vanaf = function(ontvangen_op) return ontvangen_op end, lengte = weken "beslistermijn", recht = wet },
  vervuld   = function(besluit_op) return besluit_op end,
  bij_verzuim = { gebeurtenis = "plaatsing" },
}

mogelijkheid "klagen" {
  over = "aanmelding", titel = "Klagen", wie = "ouders", bron = "praktijk", status = "aanname", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = einde_van "beslissen", lengte = weken(6), recht = beleid },
  vervuld = function(besluit_op) return besluit_op end,
}

gebeurtenis "aanmelding" { titel = "Aanmelding", maakt = "aanmelding", zet = { ontvangen_op = vandaag } }
gebeurtenis "plaatsing" { titel = "Plaatsing", over = "aanmelding", zet = { besluit_op = vandaag } }
gebeurtenis "verzuim" { maakt = "verzuimdag", vraagt = { uren = getal { "uren", van = 0, tot = 8 } }, zet = { datum_verzuim = vandaag, uren = vraag "uren" } }

venster "verzuim" { over = "leerling", van = "verzuimdag", dag = "datum_verzuim", telt = "uren", lengte = weken(4), neem = hoogste }
lijst "lopend" { over = "leerling", van = "aanmelding", neem = aantal, tot = 9, waar = function(besluit_op) return not bekend(besluit_op) end }
