-- SPDX-License-Identifier: EUPL-1.2
-- Leerplicht, vrijstelling en verzuim: Leerplichtwet 1969 (LPW), in de volgorde van de artikelen; Wet register onderwijsdeelnemers art. 12.

-- Begin en einde (LPW art. 3)

regel "leerplicht_vanaf" {
  over   = "leerling",
  titel  = "Vanaf welke dag is het kind leerplichtig?",
  bron   = "LPW art. 3 lid 1",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(geboren)
    local vijf = verjaardag(geboren, 5)
    return schooldag_vanaf(einde_maand(vijf) + dagen(1)), "de eerste schooldag van de maand na de vijfde verjaardag op {vijf}"
  end,
}

regel "twaalf_volle_jaren_tot" {
  over        = "leerling",
  titel       = "Wanneer eindigt het twaalfde volle schooljaar?",
  toelichting = "Wie de basisschool in minder dan acht schooljaren doorliep, telt daar voor acht (lid 2).",
  bron        = "LPW art. 3 lid 1-2",
  geldig      = { vanaf = "2014-08-01" },
  levert      = datum,
  bepaal      = function(eerste_volle_schooljaar, basisschool_jaren_minder)
    if not bekend(eerste_volle_schooljaar) then return onbekend, "wanneer het eerste volle schooljaar begon, is niet bekend" end
    local begin = begin_schooljaar(eerste_volle_schooljaar)
    if basisschool_jaren_minder == 0 then return maanden_later(begin, 144, omlaag) - dagen(1), "twaalf schooljaren vanaf {begin}" end
    if basisschool_jaren_minder == 1 then return maanden_later(begin, 132, omlaag) - dagen(1), "elf schooljaren vanaf {begin}; de basisschool telt voor acht" end
    if basisschool_jaren_minder == 2 then return maanden_later(begin, 120, omlaag) - dagen(1), "tien schooljaren vanaf {begin}; de basisschool telt voor acht" end
    if basisschool_jaren_minder == 3 then return maanden_later(begin, 108, omlaag) - dagen(1), "negen schooljaren vanaf {begin}; de basisschool telt voor acht" end
    return maanden_later(begin, 96, omlaag) - dagen(1), "acht schooljaren vanaf {begin}; de basisschool telt voor acht"
  end,
}

regel "leerplicht_tot" {
  over        = "leerling",
  titel       = "Tot en met welke dag is het kind leerplichtig?",
  bron        = "LPW art. 3 lid 1-2",
  geldig      = { vanaf = "2014-08-01" },
  levert      = datum,
  bepaal      = function(geboren, twaalf_volle_jaren_tot)
    local zestien = einde_schooljaar(verjaardag(geboren, 16))
    if not bekend(twaalf_volle_jaren_tot) or twaalf_volle_jaren_tot == geen then
      return zestien, "het einde van het schooljaar waarin het kind zestien wordt; wanneer het eerste volle schooljaar begon, is niet bekend"
    end
    if twaalf_volle_jaren_tot < zestien then return twaalf_volle_jaren_tot, "het einde van het twaalfde volle schooljaar" end
    return zestien, "het einde van het schooljaar waarin het kind zestien wordt"
  end,
}

regel "leerplichtig" {
  over   = "leerling",
  titel  = "Is het kind vandaag leerplichtig?",
  bron   = "LPW art. 3 lid 1",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(vandaag, leerplicht_vanaf, leerplicht_tot)
    if vandaag < leerplicht_vanaf then return nee, "de leerplicht begint op {leerplicht_vanaf}" end
    if vandaag > leerplicht_tot then return nee, "de leerplicht liep tot en met {leerplicht_tot}" end
    return ja, "de leerplicht loopt tot en met {leerplicht_tot}"
  end,
}

-- Vervangende leerplicht (LPW art. 3a en 3b)

regel "vervangende_leerplicht_mogelijk" {
  over        = "vervangende_leerplicht",
  titel       = "Kan voor dit kind vervangende leerplicht worden gevraagd, en op welk artikel?",
  toelichting = "Artikel 3b is de vorm voor het laatste schooljaar van de leerplicht. Zijn eigen voorwaarden zijn hier niet gelezen; of het kind er gebaat bij is, blijft een oordeel van de gemeente.",
  gronden     = {
    { bron = "LPW art. 3a", vanaf = "2014-08-01", bij = function(aangevraagd_op, leerling_leerplicht_tot) return aangevraagd_op < begin_schooljaar(leerling_leerplicht_tot) end },
    { bron = "LPW art. 3b", vanaf = "2014-08-01", bij = function(aangevraagd_op, leerling_leerplicht_tot) return aangevraagd_op >= begin_schooljaar(leerling_leerplicht_tot) end },
  },
  levert      = ja_nee,
  bepaal      = function(aangevraagd_op, leerling_geboren, leerling_leerplicht_tot, vervangende_leerplicht_leeftijd)
    if leeftijd_op(leerling_geboren, aangevraagd_op) < vervangende_leerplicht_leeftijd then return nee, "het kind is nog geen {vervangende_leerplicht_leeftijd} jaar" end
    if aangevraagd_op > leerling_leerplicht_tot then return nee, "de leerplicht liep tot en met {leerling_leerplicht_tot}" end
    if aangevraagd_op >= begin_schooljaar(leerling_leerplicht_tot) then return ja, "dit is het laatste schooljaar van de leerplicht" end
    return ja, "het kind is {vervangende_leerplicht_leeftijd} jaar of ouder en nog leerplichtig"
  end,
}

plicht "vervangende_leerplicht_beslissen" {
  over      = "vervangende_leerplicht",
  titel     = "Beslissen op een verzoek om vervangende leerplicht",
  wie       = "gemeente",
  bron      = "LPW art. 3a",
  geldig    = { vanaf = "2014-08-01" },
  peildatum = "aangevraagd_op",
  termijn   = {
    vanaf  = function(aangevraagd_op) return aangevraagd_op end,
    lengte = weken "vervangende_leerplicht_beslissen_binnen",
    recht  = wet,
  },
  vervuld   = function(besluit_op) return besluit_op end,
}

regel "verlenging_op_tijd" {
  over   = "vervangende_leerplicht",
  titel  = "Is de verlenging op tijd gevraagd?",
  bron   = "LPW art. 3a",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(verlenging_na, aangevraagd_op, verlenging_vragen_voor)
    if not bekend(verlenging_na) then return ja, "het is een eerste verzoek" end
    local uiterlijk = verlenging_na - verlenging_vragen_voor
    if aangevraagd_op > uiterlijk then return nee, "de verlenging moest uiterlijk op {uiterlijk} zijn gevraagd" end
    return ja, "gevraagd ten minste {verlenging_vragen_voor} voor het einde op {verlenging_na}"
  end,
}

-- Kwalificatieplicht (LPW art. 4a-4b)

regel "kwalificatieplichtig" {
  over   = "leerling",
  titel  = "Is de leerling vandaag kwalificatieplichtig?",
  bron   = "LPW art. 4a en 4b",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(vandaag, geboren, leerplicht_tot, startkwalificatie_op, pro_afgerond_op, vso_afgerond_op)
    local achttien = verjaardag(geboren, 18)
    if vandaag <= leerplicht_tot then return nee, "de leerplicht is nog niet geëindigd" end
    if vandaag >= achttien then return nee, "de leerling is achttien sinds {achttien}" end
    if bekend(startkwalificatie_op) and startkwalificatie_op <= vandaag then return nee, "de leerling heeft een startkwalificatie" end
    if bekend(pro_afgerond_op) and pro_afgerond_op <= vandaag then return nee, "de leerling heeft het diploma of de verklaring van het praktijkonderwijs" end
    if bekend(vso_afgerond_op) and vso_afgerond_op <= vandaag then return nee, "de leerling volgde vso met uitstroom naar arbeidsmarkt of dagbesteding" end
    return ja, "de leerplicht is voorbij, de leerling is nog geen achttien en heeft geen startkwalificatie"
  end,
}

regel "onder_leerplichtwet" {
  over   = "leerling",
  titel  = "Geldt de Leerplichtwet vandaag voor deze leerling?",
  bron   = "LPW art. 3, 4a en 4b",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(leerplichtig, kwalificatieplichtig)
    if leerplichtig then return ja, "de leerling is leerplichtig" end
    if kwalificatieplichtig then return ja, "de leerling is kwalificatieplichtig" end
    return nee, "de leerling is niet leerplichtig en niet kwalificatieplichtig"
  end,
}

regel "wie_is_verantwoordelijk" {
  over   = "leerling",
  titel  = "Wie moet ervoor zorgen dat de leerling naar school gaat?",
  bron   = "LPW art. 2 lid 1 en 3",
  geldig = { vanaf = "2014-08-01" },
  levert = keuze { "verantwoordelijk", "alleen_ouders", "ouders_en_leerling" },
  bepaal = function(vandaag, geboren, onder_leerplichtwet)
    if not onder_leerplichtwet then return geen, "de Leerplichtwet geldt niet voor deze leerling" end
    if leeftijd_op(geboren, vandaag) >= 12 then return ouders_en_leerling, "vanaf twaalf jaar is ook de leerling zelf verantwoordelijk" end
    return alleen_ouders, "de leerling is jonger dan twaalf"
  end,
}

-- Vrijstelling (LPW art. 5-9 en 15). Wie aan de grond voldoet en de stukken indient, is vrijgesteld door de wet; niemand verleent dat.

regel "stukken_in_orde" {
  over   = "vrijstelling",
  titel  = "Zijn de stukken bij de kennisgeving in orde?",
  bron   = "LPW art. 7-9",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(grond, verklaring_op, verklaring_door, kennisgeving_op, schoolverklaring, verklaring_maanden)
    if grond == onder_c and not schoolverklaring then return nee, "de verklaring van de school in het buitenland ontbreekt" end
    if grond ~= onder_a then return ja, "voor deze grond is geen verklaring van een arts nodig" end
    if not bekend(verklaring_op) or not bekend(verklaring_door) then return nee, "de verklaring van een arts of gedragskundige ontbreekt" end
    if verklaring_door == behandelend_arts then return nee, "de eigen behandelaar mag de verklaring niet geven" end
    if verklaring_op > kennisgeving_op then return nee, "de verklaring is van na de kennisgeving" end
    if maanden_later(verklaring_op, verklaring_maanden, omlaag) < kennisgeving_op then return nee, "de verklaring is ouder dan drie maanden" end
    return ja, "de verklaring van {verklaring_op} is van een aangewezen deskundige en niet te oud"
  end,
}

regel "kennisgeving_loopt" {
  over        = "vrijstelling",
  titel       = "Is de kennisgeving nog van kracht?",
  toelichting = "De wet zegt dat elk jaar voor 1 juli opnieuw wordt kennisgegeven. Dat het beroep vanaf 1 juli niet meer werkt als dat niet gebeurt, is een lezing.",
  bron        = "LPW art. 6",
  status      = "aanname",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  bepaal      = function(vandaag, blijvend, kennisgeving_uiterlijk)
    if blijvend then return ja, "volgens de verklaring is het kind nooit geschikt; herhalen hoeft niet" end
    if vandaag > kennisgeving_uiterlijk then return nee, "de kennisgeving is niet voor 1 juli herhaald" end
    return ja, "herhalen hoeft pas uiterlijk op {kennisgeving_uiterlijk}"
  end,
}

regel "kennisgeving_uiterlijk" {
  over   = "vrijstelling",
  titel  = "Wanneer moet de kennisgeving uiterlijk opnieuw worden gedaan?",
  bron   = "LPW art. 6",
  geldig = { vanaf = "2014-08-01" },
  levert = datum,
  bepaal = function(kennisgeving_op, herhaald_op)
    if bekend(herhaald_op) then
      return op_dag(maanden_later(herhaald_op, 12, omlaag), 30, 6), "elk jaar voor 1 juli; laatst gedaan op {herhaald_op}"
    end
    return op_dag(maanden_later(kennisgeving_op, 12, omlaag), 30, 6), "elk jaar voor 1 juli; laatst gedaan op {kennisgeving_op}"
  end,
}

regel "vrijgesteld_door_de_wet" {
  over   = "vrijstelling",
  titel  = "Is het kind vandaag vrijgesteld?",
  gronden = {
    { bron = "LPW art. 5 onder a", vanaf = "2014-08-01", bij = function(grond) return grond == onder_a end },
    { bron = "LPW art. 5 onder b en 8", vanaf = "2014-08-01", bij = function(grond) return grond == onder_b end },
    { bron = "LPW art. 5 onder c", vanaf = "2014-08-01", bij = function(grond) return grond == onder_c end },
    { bron = "LPW art. 5a", vanaf = "2014-08-01", bij = function(grond) return grond == artikel_5a end },
  },
  levert = ja_nee,
  bepaal = function(grond, aan_grond_voldaan, stukken_in_orde, kennisgeving_loopt, vorig_jaar_op_richting, beeindigd_op)
    if bekend(beeindigd_op) then return nee, "het beroep op vrijstelling is geëindigd op {beeindigd_op}" end
    if not bekend(aan_grond_voldaan) then return onbekend, "of de grond zich voordoet, is nog niet beoordeeld" end
    if aan_grond_voldaan == nee then return nee, "de grond doet zich niet voor" end
    if grond == onder_b and vorig_jaar_op_richting then return nee, "het kind stond in het jaar ervoor op een school van die richting" end
    if not stukken_in_orde then return nee, "de stukken bij de kennisgeving zijn niet in orde" end
    if not kennisgeving_loopt then return nee, "de kennisgeving is niet op tijd herhaald" end
    return ja, "de vrijstelling werkt door de wet; de gemeente ziet alleen na of de stukken kloppen"
  end,
}

regel "vrijgesteld_door_gemeente" {
  over   = "vrijstelling",
  titel  = "Is de leerling vrijgesteld omdat ander onderwijs genoeg is?",
  bron   = "LPW art. 15",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(grond, besluit_op, leerling_kwalificatieplichtig, beeindigd_op)
    if grond ~= artikel_15 then return nee, "het beroep gaat niet over artikel 15" end
    if bekend(beeindigd_op) then return nee, "de vrijstelling is geëindigd op {beeindigd_op}" end
    if not leerling_kwalificatieplichtig then return nee, "artikel 15 geldt alleen voor de kwalificatieplicht" end
    if not bekend(besluit_op) then return nee, "burgemeester en wethouders hebben niet besloten" end
    return ja, "burgemeester en wethouders besloten op {besluit_op}"
  end,
}

lijst "vrijgesteld" {
  over = "leerling", van = "vrijstelling", neem = er_is, tot = 20,
  waar = function(vrijgesteld_door_de_wet, vrijgesteld_door_gemeente) return vrijgesteld_door_de_wet == ja or vrijgesteld_door_gemeente == ja end,
}

plicht "eerste_kennisgeving" {
  over        = "vrijstelling",
  titel       = "Kennisgeven voordat de leerplicht begint",
  toelichting = "De maand telt terug en schuift dus niet (Algemene termijnenwet art. 1 lid 2).",
  wie         = "ouders",
  bron        = "LPW art. 6",
  geldig      = { vanaf = "2014-08-01" },
  bereik      = function(kennisgeving_op, leerling_leerplicht_vanaf, grond) return grond ~= artikel_15 and kennisgeving_op < leerling_leerplicht_vanaf end,
  termijn     = {
    vanaf  = function(leerling_leerplicht_vanaf) return leerling_leerplicht_vanaf end,
    lengte = maanden "kennisgeving_vooraf",
    terug  = true,
    recht  = wet,
  },
  vervuld     = function(kennisgeving_op) return kennisgeving_op end,
}

plicht "kennisgeving_herhalen" {
  over    = "vrijstelling",
  titel   = "De kennisgeving elk jaar voor 1 juli herhalen",
  wie     = "ouders",
  bron    = "LPW art. 6",
  geldig  = { vanaf = "2014-08-01" },
  bereik  = function(grond, blijvend) return grond ~= artikel_15 and not blijvend end,
  termijn = { uiterlijk = function(kennisgeving_uiterlijk) return kennisgeving_uiterlijk end, recht = wet },
  vervuld = function() return onbekend end,
  vervalt = function(beeindigd_op) return beeindigd_op end,
}

-- Uitschrijven (LPW art. 10)

regel "uitschrijven_mag" {
  over   = "uitschrijving",
  titel  = "Mag de directeur deze leerling uitschrijven?",
  bron   = "LPW art. 10",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(leerling_onder_leerplichtwet, leerling_vrijgesteld, verzoek_ouders, reden)
    if not leerling_onder_leerplichtwet then return ja, "de Leerplichtwet geldt niet (meer) voor deze leerling" end
    if reden == verzuim then return nee, "verzuim is geen grond om uit te schrijven" end
    if reden == anders then return nee, "dit is geen grond die de wet noemt" end
    if not verzoek_ouders then return nee, "het kan alleen op verzoek van de ouders" end
    if reden == andere_school then return ja, "de leerling is ingeschreven op een andere school, en de ouders verzoeken erom" end
    if not leerling_vrijgesteld then return nee, "van een vrijstelling is niet gebleken" end
    return ja, "er is een vrijstelling, en de ouders verzoeken erom"
  end,
}

regel "boete_directeur_mogelijk" {
  over   = "uitschrijving",
  titel  = "Kan de inspectie de directeur beboeten om deze uitschrijving zelf?",
  toelichting = "De uitkomst is altijd nee: artikel 10 staat niet bij de gronden voor een boete.",
  bron   = "LPW art. 27",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(uitschrijven_mag)
    if uitschrijven_mag then return nee, "de uitschrijving mag" end
    return nee, "de uitschrijving mag niet, maar artikel 10 staat niet bij de gronden voor een boete"
  end,
}

-- Geoorloofd verzuim (LPW art. 11-14)

regel "op_tijd_gemeld" {
  over   = "afwezigheid",
  titel  = "Is de afwezigheid op tijd gemeld?",
  bron   = "LPW art. 12 en 13",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(reden, eerste_dag, gemeld_op, ziekte_melden_binnen, godsdienst_melden_voor)
    if not een_van(reden, ziekte, godsdienst) then return ja, "voor deze reden geldt geen meldtermijn" end
    if not bekend(gemeld_op) then return nee, "er is niet gemeld" end
    if reden == ziekte and gemeld_op > eerste_dag + ziekte_melden_binnen then return nee, "de ziekte is later gemeld dan {ziekte_melden_binnen} na het begin" end
    if reden == godsdienst and gemeld_op > eerste_dag - godsdienst_melden_voor then return nee, "dit moest uiterlijk {godsdienst_melden_voor} vooraf worden gemeld" end
    return ja, "op tijd gemeld, op {gemeld_op}"
  end,
}

local afwezigheid_gronden = {
  { bron = "LPW art. 11 onder a", vanaf = "2014-08-01", bij = function(reden) return reden == school_gesloten end },
  { bron = "LPW art. 11 onder b", vanaf = "2014-08-01", bij = function(reden) return reden == verbod end },
  { bron = "LPW art. 11 onder c", vanaf = "2014-08-01", bij = function(reden) return reden == schorsing end },
  { bron = "LPW art. 11 onder d en 12", vanaf = "2014-08-01", bij = function(reden) return reden == ziekte end },
  { bron = "LPW art. 11 onder e en 13", vanaf = "2014-08-01", bij = function(reden) return reden == godsdienst end },
  { bron = "LPW art. 11 onder f en 13a", vanaf = "2014-08-01", bij = function(reden) return reden == vakantie_beroep end },
  { bron = "LPW art. 11 onder g en 14", vanaf = "2014-08-01", bij = function(reden) return reden == gewichtig end },
  { bron = "LPW art. 11a", vanaf = "2014-08-01", bij = function(reden) return reden == jonger_dan_zes end },
  { bron = "LPW art. 2", vanaf = "2014-08-01", bij = function(reden) return een_van(reden, luxe, zonder_reden) end },
}

regel "geoorloofd" {
  over    = "afwezigheid",
  titel   = "Is de afwezigheid geoorloofd?",
  gronden = afwezigheid_gronden,
  levert  = ja_nee,
  bepaal  = function(reden, op_tijd_gemeld, verlof, uren, leerling_geboren, eerste_dag, uren_onder_zes)
    if een_van(reden, luxe, zonder_reden) then return nee, "er is geen reden die de wet noemt" end
    if een_van(reden, school_gesloten, verbod, schorsing) then return ja, "de wet noemt deze reden" end
    if een_van(reden, ziekte, godsdienst) and not op_tijd_gemeld then return nee, "de reden is niet op tijd gemeld" end
    if een_van(reden, ziekte, godsdienst) then return ja, "de reden is op tijd gemeld" end
    if een_van(reden, vakantie_beroep, gewichtig) and not verlof then return nee, "er is geen verlof verleend" end
    if een_van(reden, vakantie_beroep, gewichtig) then return ja, "er is verlof verleend" end
    if leeftijd_op(leerling_geboren, eerste_dag) >= 6 then return nee, "het kind is zes of ouder" end
    if uren <= uren_onder_zes then return ja, "de ouders mogen een kind onder de zes {uren_onder_zes} uur per week thuis houden" end
    if uren <= 2 * uren_onder_zes and verlof then return ja, "de directeur stond {uren_onder_zes} uur per week extra toe" end
    return nee, "meer uren dan voor een kind onder de zes mag"
  end,
}

regel "wie_beslist_over_verlof" {
  over   = "verlofaanvraag",
  titel  = "Wie beslist over het verlof?",
  bron   = "LPW art. 13a en 14",
  geldig = { vanaf = "2014-08-01" },
  levert = keuze { "wie beslist", "de_directeur", "de_leerplichtambtenaar" },
  bepaal = function(soort, dagen_gevraagd, dagen_eerder, verlof_directeur)
    if soort == vakantie_beroep then return de_directeur, "over vakantieverlof beslist de directeur" end
    if dagen_gevraagd + dagen_eerder <= verlof_directeur then return de_directeur, "samen niet meer dan {verlof_directeur} dagen in dit schooljaar" end
    return de_leerplichtambtenaar, "samen meer dan {verlof_directeur} dagen in dit schooljaar; de leerplichtambtenaar hoort eerst de directeur"
  end,
}

regel "verlof_mogelijk" {
  over   = "verlofaanvraag",
  titel  = "Laat de wet dit verlof toe?",
  bron   = "LPW art. 13a en 14",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(soort, dagen_gevraagd, eerder_vakantie, eerste_twee_lesweken, verlof_vakantie)
    if soort == gewichtig then return ja, "de wet geeft geen uiterste aantal; of de omstandigheid gewichtig is, blijft een oordeel" end
    if eerder_vakantie then return nee, "vakantieverlof kan maar een keer per schooljaar" end
    if eerste_twee_lesweken then return nee, "vakantieverlof kan niet in de eerste twee lesweken" end
    if dagen_gevraagd > verlof_vakantie then return nee, "vakantieverlof is hoogstens {verlof_vakantie} dagen" end
    return ja, "een keer, hoogstens {verlof_vakantie} dagen en niet in de eerste twee lesweken"
  end,
}

-- Absoluut verzuim (LPW art. 19)

regel "absoluut_verzuim" {
  over   = "leerling",
  titel  = "Is er absoluut verzuim?",
  bron   = "LPW art. 2 en 19; Kamerbrief 3 februari 2016 (26695, nr. 108)",
  geldig = { vanaf = "2014-08-01" },
  levert = ja_nee,
  bepaal = function(onder_leerplichtwet, ingeschreven, vrijgesteld)
    if not onder_leerplichtwet then return nee, "de Leerplichtwet geldt niet voor deze leerling" end
    if ingeschreven then return nee, "de leerling staat ingeschreven" end
    if vrijgesteld then return nee, "de leerling is vrijgesteld" end
    return ja, "de leerling staat nergens ingeschreven en is niet vrijgesteld"
  end,
}

-- Ongeoorloofd verzuim melden (LPW art. 21a; Wet register onderwijsdeelnemers art. 12 lid 3)

venster "uren_in_vier_lesweken" {
  over = "inschrijving", van = "verzuimdag", dag = "gemist_op", telt = "uren", lengte = lesweken(4), neem = hoogste, sinds = "verzuim_gemeld_op",
}

regel "meldgrens_bereikt" {
  over        = "inschrijving",
  titel       = "Is in vier lesweken achter elkaar de meldgrens bereikt?",
  toelichting = "Alleen lesweken tellen: twee lesweken voor en twee na een vakantie volgen op elkaar. Na een melding begint het tellen opnieuw.",
  bron        = "LPW art. 21a lid 1",
  geldig      = { vanaf = "2014-08-01" },
  levert      = ja_nee,
  veroorzaakt = { gebeurtenis = "meldgrens_bereikt" },
  bepaal      = function(uren_in_vier_lesweken, meldgrens_uren, leerling_onder_leerplichtwet)
    if not leerling_onder_leerplichtwet then return nee, "de Leerplichtwet geldt niet voor deze leerling" end
    if uren_in_vier_lesweken >= meldgrens_uren then return ja, "{uren_in_vier_lesweken} uren in vier lesweken; de grens is {meldgrens_uren}" end
    return nee, "{uren_in_vier_lesweken} uren in vier lesweken; de grens is {meldgrens_uren}"
  end,
}

plicht "verzuim_melden" {
  over        = "inschrijving",
  titel       = "Ongeoorloofd verzuim melden aan het register",
  toelichting = "De wet noemt geen termijn; vijf werkdagen is de praktijk.",
  wie         = "directeur",
  bron        = "LPW art. 21a lid 1; Wet register onderwijsdeelnemers art. 12 lid 3",
  geldig      = { vanaf = "2014-08-01" },
  bereik      = function(grens_bereikt_op) return bekend(grens_bereikt_op) end,
  termijn     = {
    vanaf  = function(grens_bereikt_op) return grens_bereikt_op end,
    lengte = werkdagen "verzuim_melden_binnen",
    recht  = beleid,
  },
  vervuld     = function(verzuim_gemeld_op, grens_bereikt_op)
    if bekend(verzuim_gemeld_op) and bekend(grens_bereikt_op) and verzuim_gemeld_op >= grens_bereikt_op then return verzuim_gemeld_op end
    return onbekend
  end,
}

plicht "luxeverzuim_melden" {
  over        = "afwezigheid",
  titel       = "Luxeverzuim apart melden",
  toelichting = "Luxeverzuim is een eigen soort melding, los van de zestien uren. De termijn is de praktijk.",
  wie         = "directeur",
  bron        = "LPW art. 21a; Regeling register onderwijsdeelnemers art. 21",
  geldig      = { vanaf = "2020-07-01" },
  peildatum   = "eerste_dag",
  bereik      = function(reden, geoorloofd) return een_van(reden, luxe, vakantie_beroep) and geoorloofd == nee end,
  termijn     = {
    vanaf  = function(eerste_dag) return eerste_dag end,
    lengte = werkdagen "verzuim_melden_binnen",
    recht  = beleid,
  },
  vervuld     = function(register_op) return register_op end,
}

regel "soort_melding" {
  over        = "afwezigheid",
  titel       = "Welke soort verzuimmelding hoort vandaag bij deze afwezigheid?",
  toelichting = "De melding van zestien uur in vier lesweken telt per inschrijving en staat hier los van.",
  bron        = "LPW art. 21a; Regeling register onderwijsdeelnemers art. 21",
  geldig      = { vanaf = "2020-07-01" },
  levert      = keuze { "soort melding", "geen_melding", "luxeverzuim", "maand_of_langer", "overig" },
  bepaal      = function(vandaag, reden, geoorloofd, eerste_dag, laatste_dag, maand_verzuim)
    if geoorloofd ~= nee then return geen_melding, "de afwezigheid is geoorloofd" end
    if een_van(reden, luxe, vakantie_beroep) then return luxeverzuim, "luxeverzuim is een eigen soort melding" end
    local maand_om = maanden_later(eerste_dag, maand_verzuim, omlaag)
    if bekend(laatste_dag) and laatste_dag < maand_om - dagen(1) then return overig, "korter dan een maand: melden mag, maar hoeft niet" end
    if vandaag < maand_om then return overig, "de maand is pas om op {maand_om}; eerder melden mag, maar hoeft niet" end
    return maand_of_langer, "een maand of langer afwezig sinds {eerste_dag}"
  end,
}

plicht "maand_verzuim_melden" {
  over        = "afwezigheid",
  titel       = "Verzuim van een maand of langer melden aan het register",
  toelichting = "De termijn is de praktijk; de wet en de regeling noemen er geen.",
  wie         = "directeur",
  bron        = "LPW art. 21a; Regeling register onderwijsdeelnemers art. 21",
  geldig      = { vanaf = "2020-07-01" },
  bereik      = function(soort_melding) return soort_melding == maand_of_langer end,
  termijn     = {
    vanaf  = function(eerste_dag, maand_verzuim) return maanden_later(eerste_dag, maand_verzuim, omlaag) end,
    lengte = werkdagen "verzuim_melden_binnen",
    recht  = beleid,
  },
  vervuld     = function(register_op) return register_op end,
}

-- Gebeurtenissen

gebeurtenis "maand_verzuim_gemeld" { titel = "Melding van verzuim van een maand of langer", over = "afwezigheid", zet = { register_op = vandaag } }
gebeurtenis "weer_aanwezig" { titel = "De laatste dag van de afwezigheid", over = "afwezigheid", zet = { laatste_dag = vandaag } }
gebeurtenis "vervangende_leerplicht_gevraagd" { titel = "Verzoek om vervangende leerplicht", maakt = "vervangende_leerplicht", zet = { aangevraagd_op = vandaag } }
gebeurtenis "vervangende_leerplicht_besloten" { titel = "Besluit over vervangende leerplicht", over = "vervangende_leerplicht", zet = { besluit_op = vandaag } }
gebeurtenis "startkwalificatie_behaald" { titel = "Diploma havo, vwo of mbo niveau 2", over = "leerling", zet = { startkwalificatie_op = vandaag } }
gebeurtenis "pro_afgerond" { titel = "Diploma of verklaring praktijkonderwijs", over = "leerling", zet = { pro_afgerond_op = vandaag } }
gebeurtenis "kennisgeving_vrijstelling" { titel = "Kennisgeving van een beroep op vrijstelling", maakt = "vrijstelling", zet = { kennisgeving_op = vandaag } }
gebeurtenis "kennisgeving_herhaald" { titel = "Herhaling van de kennisgeving", over = "vrijstelling", zet = { herhaald_op = vandaag } }
gebeurtenis "vrijstelling_beeindigd" { titel = "Einde van het beroep op vrijstelling", over = "vrijstelling", zet = { beeindigd_op = vandaag } }
gebeurtenis "uitschrijven_voorgenomen" { titel = "Voornemen om uit te schrijven", maakt = "uitschrijving", zet = { voorgenomen_op = vandaag } }
gebeurtenis "afwezig" { titel = "Afwezigheid", maakt = "afwezigheid", zet = { eerste_dag = vandaag } }
gebeurtenis "afwezigheid_gemeld" { titel = "Melding van de ouders", over = "afwezigheid", zet = { gemeld_op = vandaag } }
gebeurtenis "luxeverzuim_gemeld" { titel = "Melding van luxeverzuim aan het register", over = "afwezigheid", zet = { register_op = vandaag } }
gebeurtenis "verlof_gevraagd" { titel = "Aanvraag van verlof", maakt = "verlofaanvraag" }
gebeurtenis "verzuim" { titel = "Ongeoorloofd verzuim", maakt = "verzuimdag", zet = { gemist_op = vandaag } }
gebeurtenis "meldgrens_bereikt" { titel = "De meldgrens is bereikt", over = "inschrijving", zet = { grens_bereikt_op = vandaag } }
gebeurtenis "verzuim_gemeld" { titel = "Verzuimmelding aan het register", over = "inschrijving", zet = { verzuim_gemeld_op = vandaag } }
