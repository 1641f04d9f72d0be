-- SPDX-License-Identifier: EUPL-1.2
-- Handhaving van de Leerplichtwet 1969 (LPW): straf voor ouders en leerling (art. 26), boete voor het hoofd van de school (art. 27).

-- Straf (LPW art. 26)

regel "strafbaar" {
  over        = "afwezigheid",
  titel       = "Voor wie is deze afwezigheid strafbaar, zolang zij duurt?",
  toelichting = "Hechtenis van ten hoogste een maand of een geldboete van de tweede categorie. Of er wordt vervolgd, beslist de officier van justitie.",
  bron        = "LPW art. 2 en 26",
  geldig      = { vanaf = "2014-08-01" },
  levert      = keuze { "voor wie strafbaar", "niemand", "de_ouders", "de_ouders_en_de_leerling" },
  bepaal      = function(geoorloofd, leerling_wie_is_verantwoordelijk)
    if geoorloofd == ja then return niemand, "de afwezigheid is geoorloofd" end
    if leerling_wie_is_verantwoordelijk == ouders_en_leerling then return de_ouders_en_de_leerling, "vanaf twaalf jaar is ook de leerling zelf verantwoordelijk" end
    if leerling_wie_is_verantwoordelijk == alleen_ouders then return de_ouders, "de leerling is jonger dan twaalf; alleen de ouders zijn verantwoordelijk" end
    return niemand, "de Leerplichtwet geldt niet voor deze leerling"
  end,
}

-- Boete voor het hoofd van de school (LPW art. 27)

regel "boete_mogelijk" {
  over        = "overtreding",
  titel       = "Kan voor deze overtreding een boete worden opgelegd?",
  toelichting = "Een onterechte uitschrijving (artikel 10) staat niet bij de gronden; zij telt alleen als ook een van de andere zich voordoet. Wat voor 1 juli 2020 op niet melden stond, is niet gelezen.",
  gronden     = {
    { bron = "LPW art. 27 en 13a lid 2", vanaf = "2014-08-01", bij = function(wat) return wat == vakantieverlof_ten_onrechte end },
    { bron = "LPW art. 27 en 14 lid 3", vanaf = "2014-08-01", bij = function(wat) return wat == gewichtig_verlof_ten_onrechte end },
    { bron = "LPW art. 27 en 18", vanaf = "2014-08-01", bij = function(wat) return wat == verwijdering_niet_gemeld end },
    { bron = "LPW art. 27; Wet register onderwijsdeelnemers art. 12 lid 3", vanaf = "2020-07-01", bij = function(wat) return wat == verzuim_niet_gemeld end },
    { bron = "LPW art. 27", vanaf = "2014-08-01", bij = function(wat) return een_van(wat, onjuiste_inlichtingen, ten_onrechte_uitgeschreven) end },
  },
  peildatum   = "begaan_op",
  levert      = ja_nee,
  bepaal      = function(wat)
    if wat == ten_onrechte_uitgeschreven then return nee, "artikel 10 staat niet bij de gronden voor een boete" end
    return ja, "dit is een van de gronden voor een boete"
  end,
}

lijst "overtredingen_dit_schooljaar" {
  over = "school", van = "overtreding", neem = aantal, tot = 500,
  waar = function(begaan_op, boete_mogelijk, vandaag) return boete_mogelijk == ja and begaan_op >= begin_schooljaar(vandaag) end,
}

regel "boete_dit_schooljaar" {
  over   = "school",
  titel  = "Hoe hoog kunnen de boetes voor het hoofd van deze school in dit schooljaar samen zijn?",
  bron   = "LPW art. 27",
  geldig = { vanaf = "2014-08-01" },
  levert = bedrag { van = euro "0", tot = euro "1.000.000" },
  bepaal = function(overtredingen_dit_schooljaar, boete_per_overtreding, boete_hoogstens)
    if overtredingen_dit_schooljaar == 0 then return euro "0", "er is dit schooljaar geen overtreding waarop een boete staat" end
    local samen = overtredingen_dit_schooljaar * boete_per_overtreding
    if samen > boete_hoogstens then return boete_hoogstens, "{overtredingen_dit_schooljaar} overtredingen; samen nooit meer dan {boete_hoogstens} per schooljaar" end
    return samen, "{overtredingen_dit_schooljaar} maal {boete_per_overtreding}"
  end,
}

-- Gebeurtenissen

gebeurtenis "overtreding_vastgesteld" { titel = "Overtreding van de Leerplichtwet door het hoofd van de school", maakt = "overtreding", zet = { begaan_op = vandaag } }
