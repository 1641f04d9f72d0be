-- SPDX-License-Identifier: EUPL-1.2
-- Verwijderen. WPO art. 40 lid 11 (eerder lid 10); WEC art. 40 lid 18; WVO art. 27 en Inrichtingsbesluit WVO tot 1 augustus 2022,
-- daarna WVO 2020 art. 8.15; Leerplichtwet 1969 art. 18.

regel "onder_leerplichtwet" {
  over        = "verwijdering",
  titel       = "Geldt de Leerplichtwet voor de leerling op de dag van het besluit?",
  toelichting = "Zolang er geen besluit is, telt vandaag. Een verwijdering wordt niet alsnog in orde als de leerling daarna achttien wordt.",
  bron        = "LPW art. 3, 4a en 4b",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(vandaag, besluit_op, leerling_leerplicht_vanaf, leerling_leerplicht_tot, leerling_geboren,
                         leerling_startkwalificatie_op, leerling_pro_afgerond_op, leerling_vso_afgerond_op)
    local function bereikt(d, dag) return bekend(d) and d <= dag end
    local function klaar(dag) return bereikt(leerling_startkwalificatie_op, dag) or bereikt(leerling_pro_afgerond_op, dag) or bereikt(leerling_vso_afgerond_op, dag) end
    local function geldt(dag) return dag >= leerling_leerplicht_vanaf and (dag <= leerling_leerplicht_tot or (dag < verjaardag(leerling_geboren, 18) and not klaar(dag))) end
    if bekend(besluit_op) and geldt(besluit_op) then return ja, "op de dag van het besluit gold de Leerplichtwet voor deze leerling" end
    if bekend(besluit_op) then return nee, "op de dag van het besluit gold de Leerplichtwet niet voor deze leerling" end
    if geldt(vandaag) then return ja, "de Leerplichtwet geldt voor deze leerling" end
    return nee, "de Leerplichtwet geldt niet voor deze leerling"
  end,
}

local horen_gronden = {
  { bron = "WPO art. 40 lid 10", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WPO art. 40 lid 11", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 18", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.15 lid 3", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "gehoord" {
  over        = "verwijdering",
  titel       = "Is iedereen gehoord die voor het besluit gehoord moet worden?",
  toelichting = "Of de leerling achttien is, telt op de dag van het besluit, of vandaag als dat er niet is; een meerderjarige leerling in het (v)so treedt in de plaats van de ouders. Lid 10 van artikel 40 WPO is later lid 11 geworden; de dag daarvan is niet gelezen en hier op 1 augustus 2017 gezet.",
  gronden     = horen_gronden,
  peildatum   = "voornemen_op",
  levert      = ja_nee,
  bepaal      = function(school_onderwijswet, leraar_gehoord_op, ouders_gehoord_op, leerling_gehoord_op, besluit_op, vandaag, leerling_geboren)
    local function voor_besluit(d) return bekend(d) and (not bekend(besluit_op) or d <= besluit_op) end
    local function voor(dag) return vandaag < dag or (bekend(besluit_op) and besluit_op < dag) end
    local minderjarig = voor(verjaardag(leerling_geboren, 18))
    if school_onderwijswet ~= wvo and not voor_besluit(leraar_gehoord_op) then return nee, "de leraar is niet vooraf gehoord" end
    if (school_onderwijswet == wvo or not minderjarig) and not voor_besluit(leerling_gehoord_op) then return nee, "de leerling is niet vooraf gehoord" end
    if minderjarig and not voor_besluit(ouders_gehoord_op) then return nee, "de ouders zijn niet vooraf gehoord" end
    if school_onderwijswet == wvo then return ja, "de leerling, en onder de 18 ook de ouders, zijn gehoord" end
    if minderjarig then return ja, "de leraar en de ouders zijn gehoord" end
    return ja, "de leraar en de meerderjarige leerling zijn gehoord"
  end,
}

local andere_school_gronden = {
  { bron = "WPO art. 40 lid 10", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WPO art. 40 lid 11", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 18", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27; Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.15 lid 2", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "andere_school_nodig" {
  over        = "verwijdering",
  titel       = "Moet eerst een andere school bereid zijn?",
  gronden     = andere_school_gronden,
  peildatum   = "voornemen_op",
  levert      = ja_nee,
  bepaal      = function(school_onderwijswet, school_soort, onder_leerplichtwet, gezocht_sinds, besluit_op, vandaag, zoeken_door_instelling)
    local function lang_gezocht(d) return vandaag > d and (not bekend(besluit_op) or besluit_op > d) end
    if school_onderwijswet == wpo then return ja, "bij een basisschool altijd" end
    if onder_leerplichtwet == nee then return nee, "de Leerplichtwet is op deze verwijdering niet van toepassing" end
    if school_soort == instelling and bekend(gezocht_sinds) and lang_gezocht(gezocht_sinds + zoeken_door_instelling) then
      return nee, "de instelling had {zoeken_door_instelling} aantoonbaar zonder gevolg gezocht"
    end
    return ja, "de Leerplichtwet is op deze verwijdering van toepassing"
  end,
}

uitzondering "vrijgestelde_leerling" {
  op          = "andere_school_nodig",
  toelichting = "Of voor een vrijgestelde leerling nog een andere school nodig is, zegt de wet niet.",
  bron        = "WEC art. 40 lid 18; WVO 2020 art. 8.15 lid 2 (uitleg)",
  status      = "aanname",
  geldig      = { vanaf = "2014-08-01" },
  indien      = function(school_onderwijswet, leerling_vrijgesteld) return school_onderwijswet ~= wpo and leerling_vrijgesteld end,
  dan         = nee,
  reden       = "de leerling is vrijgesteld van de Leerplichtwet",
}

regel "andere_school_gevonden" {
  over      = "verwijdering",
  titel     = "Is een andere school bereid die meetelt?",
  gronden   = andere_school_gronden,
  peildatum = "voornemen_op",
  levert    = ja_nee,
  bepaal    = function(bereid_op, bereide_soort, besluit_op, school_onderwijswet)
    if not bekend(bereid_op) or not bekend(bereide_soort) then return nee, "geen andere school heeft zich bereid verklaard" end
    if bekend(besluit_op) and bereid_op > besluit_op then return nee, "de andere school was pas na het besluit bereid" end
    if school_onderwijswet == wpo and bereide_soort == mbo then return nee, "voor een basisschool telt een mbo-instelling niet mee" end
    return ja, "een andere school is sinds {bereid_op} bereid"
  end,
}

regel "inspectie_vooraf_horen" {
  over      = "verwijdering",
  titel     = "Moet de school vooraf met de inspectie overleggen?",
  gronden   = {
    { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.15 lid 4", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WPO art. 40; WEC art. 40", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet ~= wvo end },
  },
  peildatum = "voornemen_op",
  levert    = ja_nee,
  bepaal    = function(school_onderwijswet, onder_leerplichtwet)
    if school_onderwijswet == wpo then return nee, "de WPO vraagt geen overleg met de inspectie" end
    if school_onderwijswet == wec then return nee, "in het speciaal onderwijs komt de inspecteur pas bij een bezwaar, en alleen bij een openbare school" end
    if onder_leerplichtwet == ja then return ja, "de Leerplichtwet is op deze verwijdering van toepassing" end
    return nee, "de Leerplichtwet is op deze verwijdering niet van toepassing"
  end,
}

regel "inspectie_overlegd" {
  over      = "verwijdering",
  titel     = "Is vooraf met de inspectie overlegd, voor zover dat moet?",
  gronden   = {
    { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.15 lid 4", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "voornemen_op",
  levert    = ja_nee,
  bepaal    = function(inspectie_vooraf_horen, inspectie_overleg_op, besluit_op)
    if inspectie_vooraf_horen ~= ja then return ja, "overleg vooraf is hier niet nodig" end
    if not bekend(inspectie_overleg_op) then return nee, "er is nog niet met de inspectie overlegd" end
    if bekend(besluit_op) and inspectie_overleg_op > besluit_op then return nee, "het overleg kwam pas na het besluit" end
    return ja, "overlegd op {inspectie_overleg_op}"
  end,
}

local verwijdering_gronden = {
  { bron = "WPO art. 40 lid 10", vanaf = "2014-08-01", tot = "2017-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WPO art. 40 lid 11", vanaf = "2017-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
  { bron = "WEC art. 40 lid 18", vanaf = "2014-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
  { bron = "WVO art. 27; Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  { bron = "WVO 2020 art. 8.15", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
}

regel "verwijderen_mag" {
  over      = "verwijdering",
  titel     = "Is aan de vormeisen voor verwijdering voldaan?",
  gronden   = verwijdering_gronden,
  peildatum = "voornemen_op",
  levert    = ja_nee,
  bepaal    = function(gehoord, andere_school_nodig, andere_school_gevonden, inspectie_overlegd, school_onderwijswet,
                       om_vorderingen, tijdens_schooljaar)
    if school_onderwijswet == wvo and om_vorderingen and tijdens_schooljaar then return nee, "wegens onvoldoende vorderingen niet in de loop van het schooljaar" end
    if gehoord ~= ja then return nee, "nog niet iedereen is gehoord" end
    if andere_school_nodig ~= nee and andere_school_gevonden ~= ja then
      if andere_school_nodig == ja then return nee, "er is nog geen andere school bereid" end
      return onbekend, "het is niet bekend of een andere school nodig is"
    end
    if inspectie_overlegd == nee then return nee, "er is niet vooraf met de inspectie overlegd" end
    return ja, "aan de vormeisen is voldaan; of er reden genoeg is, blijft een oordeel"
  end,
}

plicht "inspectie_berichten" {
  over        = "verwijdering",
  titel       = "De inspectie schriftelijk en met redenen berichten over de verwijdering",
  toelichting = "De wet noemt geen termijn; de lengte is een aanname.",
  wie         = "bestuur",
  gronden     = {
    { bron = "Inrichtingsbesluit WVO", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
    { bron = "WVO 2020 art. 8.15 lid 5", vanaf = "2022-08-01", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum   = "voornemen_op",
  bereik      = function(school_onderwijswet) return school_onderwijswet == wvo end,
  termijn     = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = werkdagen "onverwijld",
    recht  = beleid,
  },
  vervuld     = function(inspectie_bericht_op) return inspectie_bericht_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
}

plicht "gemeente_berichten" {
  over        = "verwijdering",
  titel       = "De verwijdering melden aan burgemeester en wethouders",
  toelichting = "De wet zegt terstond; de lengte is een aanname. De plicht geldt voor leerlingen op wie de Leerplichtwet van toepassing is.",
  wie         = "directeur",
  bron        = "Leerplichtwet 1969 art. 18",
  geldig      = { vanaf = "2014-08-01" },
  bereik      = function(onder_leerplichtwet) return onder_leerplichtwet == ja end,
  termijn     = {
    vanaf  = function(besluit_op) return besluit_op end,
    lengte = werkdagen "onverwijld",
    recht  = beleid,
  },
  vervuld     = function(gemeente_bericht_op) return gemeente_bericht_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
}

-- Wat er gebeurt

gebeurtenis "voornemen_verwijdering" { titel = "Voornemen tot verwijdering", maakt = "verwijdering", zet = { voornemen_op = vandaag } }
gebeurtenis "leraar_gehoord" { titel = "De leraar is gehoord", over = "verwijdering", zet = { leraar_gehoord_op = vandaag } }
gebeurtenis "ouders_gehoord" { titel = "De ouders zijn gehoord", over = "verwijdering", zet = { ouders_gehoord_op = vandaag } }
gebeurtenis "leerling_gehoord" { titel = "De leerling is gehoord", over = "verwijdering", zet = { leerling_gehoord_op = vandaag } }
gebeurtenis "school_bereid_na_voornemen" {
  titel  = "Een andere school is bereid de leerling toe te laten",
  over   = "verwijdering",
  vraagt = { soort = keuze { "soort van de bereide school", "bao", "sbo", "so", "vso", "sovso", "vo", "pro", "instelling", "mbo" } },
  zet    = { bereid_op = vandaag, bereide_soort = vraag "soort" },
}
gebeurtenis "overleg_met_inspectie" { titel = "Overleg met de inspectie over de verwijdering", over = "verwijdering", zet = { inspectie_overleg_op = vandaag } }
gebeurtenis "besluit_verwijdering" { titel = "Besluit tot verwijdering", over = "verwijdering", zet = { besluit_op = vandaag } }
gebeurtenis "bericht_aan_inspectie" { titel = "Bericht aan de inspectie over de verwijdering", over = "verwijdering", zet = { inspectie_bericht_op = vandaag } }
gebeurtenis "bericht_aan_gemeente" { titel = "Melding van de verwijdering aan de gemeente", over = "verwijdering", zet = { gemeente_bericht_op = vandaag } }
gebeurtenis "verwijdering_ingetrokken" { titel = "Het voornemen of besluit is ingetrokken", over = "verwijdering", zet = { ingetrokken_op = vandaag } }
