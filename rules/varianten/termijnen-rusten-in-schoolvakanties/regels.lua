-- SPDX-License-Identifier: EUPL-1.2
-- Dezelfde aantallen weken, maar alleen weken met les tellen. Een week zonder een enkele schooldag in de regio telt niet; losse vrije dagen
-- maken een termijn niet langer. Begint de termijn in een vakantie, dan is de eerste lesweek daarna de eerste die telt.

plicht "besluit_nemen" {
  over    = "aanmelding",
  titel   = "Beslissen over de toelating",
  wie     = "bestuur",
  gronden = {
    { bron = "voorstel: WPO art. 40 lid 6 in lesweken", vanaf = "2027-08-01", status = "beleid", bij = function(school_onderwijswet) return school_onderwijswet == wpo end },
    { bron = "voorstel: WEC art. 40 lid 7 in lesweken", vanaf = "2027-08-01", status = "beleid", bij = function(school_onderwijswet) return school_onderwijswet == wec end },
    { bron = "voorstel: WVO 2020 art. 8.8 lid 2 in lesweken", vanaf = "2027-08-01", status = "beleid", bij = function(school_onderwijswet) return school_onderwijswet == wvo end },
  },
  peildatum = "ontvangen_op",
  bereik  = function(aangemeld, asielregel) return aangemeld == ja and asielregel ~= ja end,
  termijn = {
    vanaf = function(ontvangen_op) return ontvangen_op end, lengte = lesweken(6), recht = wet,
    staat_stil = { van = "opgeschort_vanaf", tot = eerste("aangevuld_op", "aanvullen_tot") },
    verlenging = { mededeling = "verlengd_op", hoogstens = lesweken(4), duur = "verlengd_met" },
  },
  vervuld = function(besluit_op) return besluit_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
}

plicht "tlv_beslissen" {
  over        = "tlv_aanvraag", wie = "samenwerkingsverband",
  titel       = "Beslissen op de aanvraag van een verklaring",
  bron        = "voorstel: Awb art. 4:13 en 4:14 lid 3 in lesweken",
  status      = "beleid",
  geldig      = { vanaf = "2027-08-01" },
  peildatum   = "ontvangen_op",
  bereik      = function(aanvrager_bevoegd) return aanvrager_bevoegd == ja end,
  termijn     = {
    vanaf = function(ontvangen_op) return ontvangen_op end, lengte = lesweken(8), recht = wet,
    staat_stil = {
      { van = "aanvulling_gevraagd_op", tot = eerste("aangevuld_op", "aanvullen_tot"), vanaf = dag_erna },
      { van = "uitstel_van", tot = eerste("uitstel_tot") },
    },
    verlenging = { mededeling = "mededeling_op", hoogstens = lesweken(26), duur = "mededeling_weken" },
  },
  vervuld     = function(besluit_op) return besluit_op end,
  vervalt     = function(ingetrokken_op) return ingetrokken_op end,
  bij_verzuim = { gebeurtenis = "tlv_termijn_verstreken" },
}
