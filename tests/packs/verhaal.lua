-- SPDX-License-Identifier: EUPL-1.2
onderwerp "bestuur" {}
onderwerp "school" { hoort_bij = { bestuur = "bestuur" } }
onderwerp "leerling" { gegevens = {
  geboren = datum { "geboren" },
  ingeschreven = ja_nee { "ingeschreven", begin = nee },
  gemeld_op = datum { "gemeld", optioneel = true },
} }
onderwerp "verzuimdag" { hoort_bij = { leerling = "leerling" }, gegevens = {
  dag_op = datum { "dag" }, uren = getal { "uren", van = 0, tot = 8 } } }
onderwerp "melding" { hoort_bij = { leerling = "leerling" }, gegevens = { op = datum { "dag" } } }
onderwerp "aanmelding" {
  hoort_bij = { leerling = "leerling", school = "school" }, via = { bestuur = "school.bestuur" },
  gegevens = {
    ontvangen_op = datum { "ontvangen" },
    schriftelijk = ja_nee { "schriftelijk", begin = ja },
    verlengd_op = datum { "verlengd", optioneel = true },
    besluit_op = datum { "besluit", optioneel = true },
    ingetrokken_op = datum { "ingetrokken", optioneel = true },
    plaatsing = keuze { "plaatsing", "tijdelijk", "vast", optioneel = true },
    bezwaar_op = datum { "bezwaar", optioneel = true },
    uitkomst = keuze { "uitkomst", "toegelaten", "geweigerd", optioneel = true },
  } }
onderwerp "aanvulverzoek" { hoort_bij = { aanmelding = "aanmelding" }, gegevens = {
  gevraagd_op = datum { "gevraagd" }, aangevuld_op = datum { "aangevuld", optioneel = true },
  aanvullen_tot = datum { "uiterste dag", optioneel = true } } }
plicht "besluit_nemen" {
  over = "aanmelding", wie = "bestuur", bron = "WPO art. 40 lid 6", geldig = { vanaf = "2014-08-01" }, peildatum = "ontvangen_op",
  bereik = function(schriftelijk) return schriftelijk end,
  termijn = { vanaf = function(ontvangen_op) return ontvangen_op end, lengte = weken "beslistermijn",
    staat_stil = { bij = "aanvulverzoek", van = "gevraagd_op", tot = eerste("aangevuld_op", "aanvullen_tot") },
    verlenging = { mededeling = "verlengd_op", hoogstens = weken "verlenging" }, recht = wet },
  vervuld = function(besluit_op) return besluit_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
  bij_verzuim = { gebeurtenis = "beslistermijn_verstreken" },
}
mogelijkheid "bezwaar_maken" {
  over = "aanmelding", wie = "ouders", bron = "Awb art. 6:7", geldig = { vanaf = "2014-08-01" },
  bereik = function(uitkomst) return uitkomst == geweigerd end,
  termijn = { vanaf = function(besluit_op) return besluit_op end, lengte = weken(6), recht = wet },
  vervuld = function(bezwaar_op) return bezwaar_op end,
}
regel "tijdelijk_te_plaatsen" {
  over = "aanmelding", bron = "WPO art. 40 lid 7", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  veroorzaakt = { gebeurtenis = "tijdelijke_plaatsing", eenmaal = true },
  bepaal = function(vandaag, ontvangen_op, besluit_op, leerling_ingeschreven)
    local grens = ontvangen_op + weken(10)
    if leerling_ingeschreven then return nee, "de leerling staat ingeschreven" end
    if bekend(besluit_op) and besluit_op <= grens then return nee, "er is op tijd besloten" end
    if vandaag <= grens then return nee, "de termijn loopt tot en met {grens}" end
    return ja, "tien weken zonder besluit"
  end }
venster "uren_in_vier_lesweken" { over = "leerling", van = "verzuimdag", dag = "dag_op", telt = "uren", lengte = lesweken(4), neem = hoogste, sinds = "gemeld_op" }
venster "uren_nu" { over = "leerling", van = "verzuimdag", dag = "dag_op", telt = "uren", lengte = dagen(7), neem = laatste_venster }
regel "veel_nu" { over = "leerling", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(uren_nu) return uren_nu >= 10 end }
regel "melden" { over = "leerling", bron = "LPW art. 21a", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  veroorzaakt = { gebeurtenis = "melding" },
  bepaal = function(uren_in_vier_lesweken) if uren_in_vier_lesweken >= 16 then return ja, "{uren_in_vier_lesweken} uren in vier lesweken" end return nee end }
lijst "aantal_meldingen" { over = "leerling", van = "melding", neem = aantal, tot = 20 }
lijst "open_aanmeldingen" { over = "leerling", van = "aanmelding", neem = aantal, tot = 20,
  waar = function(besluit_op) return not bekend(besluit_op) end }
regel "drie_meldingen" { over = "leerling", bron = "verzonnen", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(aantal_meldingen) return aantal_meldingen >= 3 end }
regel "leerplichtig" { over = "leerling", bron = "LPW art. 3", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(vandaag, geboren)
    if vandaag < begin_maand(maanden_later(verjaardag(geboren, 5), 1, omlaag)) then return nee, "nog geen vijf" end
    if leeftijd_op(geboren, vandaag) >= 16 and vandaag > einde_schooljaar(verjaardag(geboren, 16)) then return nee, "zestien" end
    return ja end }
gebeurtenis "aanmelding" { maakt = "aanmelding", zet = { ontvangen_op = vandaag } }
gebeurtenis "besluit" { over = "aanmelding", vraagt = { uitkomst = keuze { "besluit", "toegelaten", "geweigerd" } },
  zet = { besluit_op = vandaag, uitkomst = vraag "uitkomst" } }
gebeurtenis "verlenging" { over = "aanmelding", zet = { verlengd_op = vandaag } }
gebeurtenis "intrekking" { over = "aanmelding", zet = { ingetrokken_op = vandaag } }
gebeurtenis "beslistermijn_verstreken" { over = "aanmelding" }
gebeurtenis "tijdelijke_plaatsing" { over = "aanmelding", zet = { plaatsing = tijdelijk } }
gebeurtenis "aanvulverzoek" { maakt = "aanvulverzoek", zet = { gevraagd_op = vandaag } }
gebeurtenis "aanvulling" { over = "aanvulverzoek", zet = { aangevuld_op = vandaag } }
gebeurtenis "verzuim" { maakt = "verzuimdag", zet = { dag_op = vandaag } }
gebeurtenis "melding" { maakt = "melding", zet = { op = vandaag } }
gebeurtenis "gemeld" { over = "leerling", zet = { gemeld_op = vandaag } }
