-- SPDX-License-Identifier: EUPL-1.2
-- Het ondersteuningsplan: van ontwerp tot inspectie (WPO art. 18a lid 7-10; WVO 2020 art. 2.47 lid 8-11; WVO art. 17a lid 7-10; WMS art. 14a).

local vierjaar_gronden = {
  { bron = "WPO art. 18a lid 7", vanaf = "2014-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == po end },
  { bron = "WVO art. 17a lid 7", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
  { bron = "WVO 2020 art. 2.47 lid 8", vanaf = "2022-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
}
local overleg_gronden = {
  { bron = "WPO art. 18a lid 9; WMS art. 14a", vanaf = "2014-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == po end },
  { bron = "WVO art. 17a lid 9; WMS art. 14a", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
  { bron = "WVO 2020 art. 2.47 lid 10; WMS art. 14a", vanaf = "2022-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
}
local inspectie_gronden = {
  { bron = "WPO art. 18a lid 10", vanaf = "2014-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == po end },
  { bron = "WVO art. 17a lid 10", vanaf = "2014-08-01", tot = "2022-07-31", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
  { bron = "WVO 2020 art. 2.47 lid 11", vanaf = "2022-08-01", bij = function(samenwerkingsverband_sector) return samenwerkingsverband_sector == vo end },
}

-- Overleg met de gemeenten

regel "overleg_rond" {
  over = "gemeenteoverleg", titel = "Is het overleg met deze gemeente afgerond?", bron = "WPO art. 18a lid 9", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(afgerond_op, geschil_op, beslecht_op)
    if bekend(beslecht_op) then return ja, "het geschil is beslecht op {beslecht_op}" end
    if bekend(geschil_op) then return nee, "er loopt een geschil sinds {geschil_op}" end
    if bekend(afgerond_op) then return ja, "afgerond op {afgerond_op}" end
    return nee, "het overleg loopt nog"
  end,
}

lijst "gemeenten_genodigd" { over = "ondersteuningsplan", van = "gemeenteoverleg", neem = aantal, tot = 50 }
lijst "gemeenten_rond"     { over = "ondersteuningsplan", van = "gemeenteoverleg", neem = aantal, tot = 50, waar = function(overleg_rond) return overleg_rond == ja end }

regel "gemeenten_overlegd" {
  over = "ondersteuningsplan", titel = "Is met alle gemeenten overlegd?", gronden = overleg_gronden, levert = ja_nee,
  bepaal = function(gemeenten_genodigd, gemeenten_rond)
    if gemeenten_genodigd == 0 then return nee, "er is geen gemeente uitgenodigd" end
    if gemeenten_rond < gemeenten_genodigd then return nee, "met {gemeenten_rond} van {gemeenten_genodigd} gemeenten is het overleg afgerond" end
    return ja, "met alle {gemeenten_genodigd} gemeenten is het overleg afgerond"
  end,
}

-- Mag het plan worden vastgesteld?

regel "vaststellen_mag" {
  over = "ondersteuningsplan", titel = "Mag het plan worden vastgesteld?", gronden = overleg_gronden, levert = ja_nee,
  bepaal = function(gemeenten_overlegd, overleg_andere_sector_op, samenwerkingsverband_sector, mbo_uitgenodigd_op, instemming_met_plan, toestemming_voor_plan)
    if gemeenten_overlegd ~= ja then return nee, "het overleg met de gemeenten is niet afgerond" end
    if not bekend(overleg_andere_sector_op) then return nee, "met het samenwerkingsverband van de andere sector is niet overlegd" end
    if samenwerkingsverband_sector == vo and not bekend(mbo_uitgenodigd_op) then return nee, "de mbo-instellingen zijn niet uitgenodigd" end
    if instemming_met_plan then return ja, "de ondersteuningsplanraad stemde in" end
    if toestemming_voor_plan then return ja, "de geschillencommissie gaf toestemming in plaats van de ondersteuningsplanraad" end
    return nee, "de ondersteuningsplanraad stemde niet in, en de geschillencommissie gaf geen toestemming"
  end,
}

lijst "instemming_met_plan" {
  over = "ondersteuningsplan", van = "voorstel", neem = er_is, tot = 20,
  waar = function(besluit, instemming_op) return besluit == ondersteuningsplan_vaststellen and bekend(instemming_op) end,
}
lijst "toestemming_voor_plan" {
  over = "ondersteuningsplan", van = "voorstel", neem = er_is, tot = 20,
  waar = function(besluit, instemming_vervangen_op) return besluit == ondersteuningsplan_vaststellen and bekend(instemming_vervangen_op) end,
}

-- Een besluit waar instemming of goedkeuring ontbreekt, laat het plan nog niet vaststaan.
regel "stelt_plan_vast" {
  over = "voorstel", titel = "Staat hiermee het ondersteuningsplan vast?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "plan_vastgesteld", eenmaal = true },
  bepaal = function(besluit, plan_eerste_dag, genomen_op, instemming_rond, goedkeuring_rond)
    if besluit ~= ondersteuningsplan_vaststellen or plan_eerste_dag == geen then return nee, "het gaat niet over een ondersteuningsplan" end
    if not bekend(genomen_op) then return nee, "er is nog niet besloten" end
    if not instemming_rond then return nee, "de instemming ontbreekt" end
    if not goedkeuring_rond then return nee, "de goedkeuring van het toezicht ontbreekt" end
    return ja, "besloten, met instemming en goedkeuring"
  end,
}

-- Termijnen

regel "plan_bij_inspectie_uiterlijk" {
  over = "ondersteuningsplan", titel = "Wat is de laatste dag om het plan naar de inspectie te sturen?", gronden = inspectie_gronden, levert = datum,
  bepaal = function(eerste_dag) return op_dag(eerste_dag, 30, 4), "voor 1 mei voorafgaand aan het eerste schooljaar van het plan" end,
}

plicht "plan_naar_inspectie" {
  over = "ondersteuningsplan", titel = "Het ondersteuningsplan naar de inspectie sturen", wie = "samenwerkingsverband", gronden = inspectie_gronden,
  termijn = { uiterlijk = function(eerste_dag) return op_dag(eerste_dag, 30, 4) end, recht = wet },
  vervuld = function(inspectie_op) return inspectie_op end,
}

lijst "opgevolgd_op" { over = "ondersteuningsplan", van = "ondersteuningsplan", via = "vorige", neem = eerste "vastgesteld_op", tot = 5 }

plicht "nieuw_plan_vaststellen" {
  over = "ondersteuningsplan", titel = "Binnen vier jaar een nieuw ondersteuningsplan vaststellen", wie = "samenwerkingsverband", gronden = vierjaar_gronden,
  bereik  = function(vastgesteld_op) return bekend(vastgesteld_op) end,
  termijn = { vanaf = function(vastgesteld_op) return vastgesteld_op end, lengte = jaren(4), recht = wet },
  vervuld = function(opgevolgd_op) return opgevolgd_op end,
}

-- Weigert de ondersteuningsplanraad, dan kan het samenwerkingsverband toestemming vragen aan de Landelijke Commissie voor Geschillen WMS.
regel "toestemming_te_vragen" {
  over = "voorstel", titel = "Kan de geschillencommissie om toestemming worden gevraagd?", bron = "WMS", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(instemming_van, instemming_geweigerd_op, instemming_rond, toestemming_geweigerd_op)
    if instemming_van ~= ondersteuningsplanraad then return nee, "de ondersteuningsplanraad heeft hierover geen instemmingsrecht" end
    if instemming_rond then return nee, "de instemming is er, of de toestemming" end
    if bekend(toestemming_geweigerd_op) then return nee, "de commissie weigerde toestemming op {toestemming_geweigerd_op}" end
    if not bekend(instemming_geweigerd_op) then return nee, "de ondersteuningsplanraad heeft niet geweigerd" end
    return ja, "de ondersteuningsplanraad weigerde op {instemming_geweigerd_op}"
  end,
}

-- Geen plan dat geldt is verwaarlozing van een taak

lijst "plannen_bekend"     { over = "samenwerkingsverband", van = "ondersteuningsplan", neem = aantal, tot = 50 }
lijst "plannen_van_kracht" {
  over = "samenwerkingsverband", van = "ondersteuningsplan", neem = aantal, tot = 50,
  waar = function(vandaag, eerste_dag, vastgesteld_op) return bekend(vastgesteld_op) and eerste_dag <= vandaag and vandaag < maanden_later(eerste_dag, 48, omlaag) end,
}
lijst "plannen_begonnen" { over = "samenwerkingsverband", van = "ondersteuningsplan", neem = aantal, tot = 50, waar = function(vandaag, eerste_dag) return eerste_dag <= vandaag end }

regel "taak_verwaarloosd" {
  over = "samenwerkingsverband", titel = "Kan de minister ingrijpen omdat er geen ondersteuningsplan is?", levert = ja_nee,
  gronden = {
    { bron = "WPO, overeenkomstig WVO 2020 art. 2.49", vanaf = "2014-08-01", status = "overgeleverd", bij = function(sector) return sector == po end },
    { bron = "WVO 2020 art. 2.49", vanaf = "2022-08-01", bij = function(sector) return sector == vo end },
  },
  bepaal = function(plannen_bekend, plannen_begonnen, plannen_van_kracht)
    if plannen_bekend == 0 then return onbekend, "van een ondersteuningsplan is niets bekend" end
    if plannen_begonnen > 0 and plannen_van_kracht == 0 then return ja, "er geldt geen ondersteuningsplan" end
    return nee, "er geldt een plan, of het moet nog beginnen"
  end,
}

-- Wat er gebeurt

gebeurtenis "ontwerp_ondersteuningsplan" { titel = "Ontwerp van het ondersteuningsplan", maakt = "ondersteuningsplan", zet = { ontwerp_op = vandaag } }
gebeurtenis "gemeente_uitgenodigd" { titel = "Gemeente uitgenodigd voor overleg", maakt = "gemeenteoverleg", zet = { uitgenodigd_op = vandaag } }
gebeurtenis "gemeente_akkoord" { titel = "Overleg met de gemeente afgerond", over = "gemeenteoverleg", zet = { afgerond_op = vandaag } }
gebeurtenis "geschil_met_gemeente" { titel = "Geschil met de gemeente", over = "gemeenteoverleg", zet = { geschil_op = vandaag } }
gebeurtenis "geschil_met_gemeente_beslecht" { titel = "Geschil met de gemeente beslecht", over = "gemeenteoverleg", zet = { beslecht_op = vandaag } }
gebeurtenis "overleg_andere_sector" { titel = "Overleg met de andere sector", over = "ondersteuningsplan", zet = { overleg_andere_sector_op = vandaag } }
gebeurtenis "mbo_uitgenodigd" { titel = "Mbo-instellingen uitgenodigd", over = "ondersteuningsplan", zet = { mbo_uitgenodigd_op = vandaag } }
gebeurtenis "plan_vastgesteld" { titel = "Het ondersteuningsplan staat vast", over = "ondersteuningsplan", zet = { vastgesteld_op = vandaag } }
gebeurtenis "plan_verstuurd" { titel = "Het ondersteuningsplan is bij de inspectie", over = "ondersteuningsplan", zet = { inspectie_op = vandaag } }
gebeurtenis "toestemming_gevraagd" { titel = "Toestemming gevraagd aan de geschillencommissie", over = "voorstel", zet = { toestemming_gevraagd_op = vandaag } }
gebeurtenis "toestemming_geweigerd" { titel = "De geschillencommissie weigert toestemming", over = "voorstel", zet = { toestemming_geweigerd_op = vandaag } }
