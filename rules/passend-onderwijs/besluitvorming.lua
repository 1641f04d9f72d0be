-- SPDX-License-Identifier: EUPL-1.2
-- Vergaderen en stemmen: wie meetelt, of het quorum er is, wat de uitslag is, en of het besluit geldt.
-- Boek 2 BW is hier niet in de tekst gelezen: wat ervan komt is overgeleverd.

-- Zetels

regel "bezet" {
  over = "zetel", titel = "Is de zetel vandaag bezet?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(vandaag, bezet_vanaf, bezet_tot)
    if vandaag < bezet_vanaf then return nee, "de zetel is bezet vanaf {bezet_vanaf}" end
    if bekend(bezet_tot) and vandaag > bezet_tot then return nee, "de zetel was bezet tot en met {bezet_tot}" end
    return ja, "de zetel is bezet"
  end,
}

lijst "zetels_bezet" { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(bezet) return bezet end }

-- Aanwezigheid

regel "is_lid" {
  over = "aanwezigheid", titel = "Had dit lid zitting op de dag van de vergadering?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(vergadering_gehouden_op, zetel_bezet_vanaf, zetel_bezet_tot)
    if vergadering_gehouden_op < zetel_bezet_vanaf then return nee, "zitting vanaf {zetel_bezet_vanaf}, dus nog niet op {vergadering_gehouden_op}" end
    if bekend(zetel_bezet_tot) and vergadering_gehouden_op > zetel_bezet_tot then
      return nee, "zitting tot en met {zetel_bezet_tot}, dus niet meer op {vergadering_gehouden_op}"
    end
    return ja, "had zitting op {vergadering_gehouden_op}"
  end,
}

regel "volmacht_geldt" {
  over = "aanwezigheid", titel = "Geldt de volmacht?", bron = "BW art. 2:38 lid 4; statuten", status = "overgeleverd", levert = ja_nee,
  bepaal = function(vergadering_gehouden_op, vergadering_volmachten, volmacht_nummer, gemachtigde_bezet_vanaf, gemachtigde_bezet_tot)
    if vergadering_volmachten == 0 then return nee, "dit orgaan kent geen volmachten" end
    if gemachtigde_bezet_vanaf ~= geen and bekend(gemachtigde_bezet_vanaf) and vergadering_gehouden_op < gemachtigde_bezet_vanaf then return nee, "de gemachtigde had nog geen zitting" end
    if gemachtigde_bezet_tot ~= geen and bekend(gemachtigde_bezet_tot) and vergadering_gehouden_op > gemachtigde_bezet_tot then return nee, "de gemachtigde had geen zitting meer" end
    if bekend(volmacht_nummer) and vergadering_volmachten ~= geen and bekend(vergadering_volmachten) and volmacht_nummer > vergadering_volmachten then
      return nee, "volmacht {volmacht_nummer} van de gemachtigde, die er {vergadering_volmachten} mag dragen"
    end
    return ja, "gegeven aan een lid dat haar mag dragen"
  end,
}

regel "telt_voor_quorum" {
  over = "aanwezigheid", titel = "Telt dit lid mee voor het quorum?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(is_lid, hoe, volmacht_geldt)
    if not is_lid then return nee, "had geen zitting op die dag" end
    if hoe == afwezig then return nee, "was er niet en gaf geen volmacht" end
    if hoe == bij_volmacht and not volmacht_geldt then return nee, "was er niet, en de volmacht geldt niet" end
    return ja, "was er, zelf of bij volmacht"
  end,
}

lijst "leden" { over = "vergadering", van = "aanwezigheid", neem = aantal, tot = 200, waar = function(is_lid) return is_lid end }
lijst "aanwezigen" { over = "vergadering", van = "aanwezigheid", neem = aantal, tot = 200, waar = function(telt_voor_quorum) return telt_voor_quorum end }

-- De vergadering

regel "quorum_aanwezig" {
  over = "vergadering", titel = "Is het quorum aanwezig?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(quorum, tweede_vergadering, tweede, leden, aanwezigen)
    if aanwezigen == 0 then return nee, "er is niemand" end
    if tweede and tweede_vergadering == ja then return ja, "een tweede vergadering beslist met wie er is" end
    if quorum == geen_quorum then return ja, "de statuten vragen geen quorum" end
    if quorum == helft and 2 * aanwezigen < leden then return nee, "{aanwezigen} van {leden} leden: minder dan de helft" end
    if quorum == meer_dan_helft and 2 * aanwezigen <= leden then return nee, "{aanwezigen} van {leden} leden: niet meer dan de helft" end
    if quorum == twee_derde and 3 * aanwezigen < 2 * leden then return nee, "{aanwezigen} van {leden} leden: minder dan twee derde" end
    if quorum == voltallig and aanwezigen < leden then return nee, "{aanwezigen} van {leden} leden: niet voltallig" end
    return ja, "{aanwezigen} van {leden} leden"
  end,
}

regel "op_tijd_opgeroepen" {
  over = "vergadering", titel = "Is op tijd opgeroepen?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(opgeroepen_op, gehouden_op, oproeptermijn)
    if oproeptermijn == geen or not bekend(oproeptermijn) or oproeptermijn == 0 then return ja, "de statuten noemen geen oproeptermijn" end
    if not bekend(opgeroepen_op) then return nee, "van een oproep blijkt niet" end
    if gehouden_op - opgeroepen_op < oproeptermijn then
      return nee, "opgeroepen op {opgeroepen_op}: minder dan {oproeptermijn} dagen voor {gehouden_op}"
    end
    return ja, "opgeroepen op {opgeroepen_op}"
  end,
}

-- De stemmen

regel "telt_mee" {
  over = "stem", titel = "Telt deze stem mee?", bron = "BW art. 2:12, 2:38; sinds 1 juli 2021 ook 2:44, 2:47, 2:291; statuten", status = "overgeleverd", levert = ja_nee,
  bepaal = function(aanwezigheid_is_lid, aanwezigheid_hoe, aanwezigheid_telt_voor_quorum, belang)
    if not aanwezigheid_is_lid then return nee, "had geen zitting op de dag van de vergadering" end
    if aanwezigheid_hoe == afwezig then return nee, "was er niet en gaf geen volmacht" end
    if not aanwezigheid_telt_voor_quorum then return nee, "de volmacht geldt niet" end
    if belang == gemeld then return nee, "meldde een tegenstrijdig belang en doet niet mee" end
    return ja, "lid, aanwezig of vertegenwoordigd"
  end,
}

regel "stemmen_volgens_statuten" {
  over = "aanwezigheid", titel = "Hoeveel stemmen geven de statuten dit lid?", bron = "statuten", status = "beleid", levert = getal { van = 0, tot = 100000 },
  bepaal = function(is_lid, vergadering_stemgewicht, zetel_leerlingen)
    if not is_lid then return 0, "had geen zitting op die dag" end
    if vergadering_stemgewicht == naar_leerlingen then return zetel_leerlingen, "weegt naar {zetel_leerlingen} leerlingen" end
    return 1, "elke zetel een stem"
  end,
}

lijst "stemmen_samen" { over = "vergadering", van = "aanwezigheid", neem = som "stemmen_volgens_statuten", tot = 200 }

-- Sinds de Wet bestuur en toezicht rechtspersonen (1 juli 2021) kan een bestuurder niet meer stemmen uitbrengen dan de anderen samen.
regel "stemmen_van_lid" {
  over = "aanwezigheid", titel = "Hoeveel stemmen heeft dit lid?", bron = "statuten; BW art. 2:44, 2:291", status = "overgeleverd", levert = getal { van = 0, tot = 100000 },
  bepaal = function(stemmen_volgens_statuten, vergadering_stemmen_samen, vergadering_gehouden_op, orgaan_rol)
    local anderen = vergadering_stemmen_samen - stemmen_volgens_statuten
    if vergadering_gehouden_op >= datum "2021-07-01" and orgaan_rol == besturend and anderen > 0 and stemmen_volgens_statuten > anderen then
      return laagste(100000, anderen), "niet meer stemmen dan de andere bestuurders samen: {anderen}"
    end
    return stemmen_volgens_statuten, "{stemmen_volgens_statuten} volgens de statuten"
  end,
}

lijst "stemgerechtigd" { over = "vergadering", van = "aanwezigheid", neem = som "stemmen_van_lid", tot = 200 }

regel "gewicht" {
  over = "stem", titel = "Hoe zwaar weegt deze stem?", bron = "statuten", status = "beleid", levert = getal { van = 0, tot = 100000 },
  bepaal = function(telt_mee, aanwezigheid_stemmen_van_lid)
    if not telt_mee then return 0, "de stem telt niet mee" end
    return aanwezigheid_stemmen_van_lid, "de stemmen van dit lid"
  end,
}

regel "is_veto" {
  over = "stem", titel = "Houdt deze stem het besluit tegen?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(telt_mee, gegeven, vergadering_veto, zetel_voorzitter)
    if gegeven ~= veto then return nee, "er is geen veto uitgesproken" end
    if not telt_mee then return nee, "de stem telt niet mee" end
    if vergadering_veto == ieder_lid then return ja, "ieder lid kan het besluit tegenhouden" end
    if vergadering_veto == voorzitter and zetel_voorzitter then return ja, "de voorzitter kan het besluit tegenhouden" end
    return nee, "dit lid heeft geen recht van veto; de stem telt als tegen"
  end,
}

lijst "voor"          { over = "agendapunt", van = "stem", neem = som "gewicht", tot = 200, waar = function(gegeven) return gegeven == voor end }
lijst "tegen"         { over = "agendapunt", van = "stem", neem = som "gewicht", tot = 200, waar = function(gegeven) return een_van(gegeven, tegen, bezwaar, veto) end }
lijst "onthoudingen"  { over = "agendapunt", van = "stem", neem = som "gewicht", tot = 200, waar = function(gegeven) return gegeven == onthouding end }
lijst "bezwaren"      { over = "agendapunt", van = "stem", neem = aantal, tot = 200, waar = function(telt_mee, gegeven) return telt_mee and gegeven == bezwaar end }
lijst "vetos"         { over = "agendapunt", van = "stem", neem = aantal, tot = 200, waar = function(is_veto) return is_veto end }
lijst "belang_verzwegen" { over = "agendapunt", van = "stem", neem = aantal, tot = 200, waar = function(belang) return belang == ongemeld end }
lijst "in_eigen_zaak" { over = "agendapunt", van = "stem", neem = aantal, tot = 200, waar = function(telt_mee, eigen_zaak) return telt_mee and eigen_zaak end }
lijst "voorzitter_voor" {
  over = "agendapunt", van = "stem", neem = er_is, tot = 200,
  waar = function(telt_mee, zetel_voorzitter, aanwezigheid_hoe, gegeven) return telt_mee and zetel_voorzitter and aanwezigheid_hoe == zelf and gegeven == voor end,
}

-- De uitslag

local function bij_versterkte_meerderheid(meerderheid, voor, geheel)
  if meerderheid == unaniem and voor < geheel then return verworpen, "{voor} van {geheel} stemmen voor: niet unaniem" end
  if meerderheid == unaniem then return aangenomen, "alle {voor} stemmen voor" end
  if meerderheid == twee_derde and 3 * voor < 2 * geheel then return verworpen, "{voor} van {geheel} stemmen voor: minder dan twee derde" end
  if meerderheid == twee_derde then return aangenomen, "{voor} van {geheel} stemmen voor: ten minste twee derde" end
  if 4 * voor < 3 * geheel then return verworpen, "{voor} van {geheel} stemmen voor: minder dan drie vierde" end
  return aangenomen, "{voor} van {geheel} stemmen voor: ten minste drie vierde"
end

local function bij_gewone_meerderheid(voor, tegen, geheel, grondslag, stakende_stemmen, voorzitter_voor)
  if 2 * voor > geheel then return aangenomen, "stemmen voor: {voor}, tegen: {tegen}" end
  if voor == tegen and 2 * voor == geheel and stakende_stemmen == voorzitter_beslist then
    if voorzitter_voor then return aangenomen, "{voor} voor en {tegen} tegen: de stem van de voorzitter beslist" end
    return verworpen, "{voor} voor en {tegen} tegen, en de voorzitter stemde niet voor"
  end
  if voor == tegen and 2 * voor == geheel and stakende_stemmen == opnieuw then return staakt, "{voor} voor en {tegen} tegen: er wordt opnieuw gestemd" end
  if grondslag == alle_leden then return verworpen, "{voor} van {geheel} stemmen voor: niet meer dan de helft" end
  return verworpen, "stemmen voor: {voor}, tegen: {tegen}"
end

regel "uitslag" {
  over = "agendapunt", titel = "Uitslag van de stemming", bron = "BW art. 2:13, 2:38; statuten", status = "overgeleverd",
  levert = keuze { "uitslag", "aangenomen", "verworpen", "niet_gestemd", "staakt" },
  bepaal = function(gestemd, vergadering_quorum_aanwezig, geldende_meerderheid, vergadering_grondslag, voor, tegen, vergadering_stemgerechtigd, bezwaren, vetos, vergadering_stakende_stemmen, voorzitter_voor)
    if not gestemd then return niet_gestemd, "er is niet gestemd" end
    if not vergadering_quorum_aanwezig then return niet_gestemd, "het quorum ontbreekt" end
    if vetos > 0 then return verworpen, "een lid sprak een veto uit" end
    if geldende_meerderheid == consent then
      if bezwaren > 0 then return verworpen, "een lid maakte een beargumenteerd bezwaar" end
      return aangenomen, "niemand maakte een beargumenteerd bezwaar"
    end
    local geheel = voor + tegen
    if vergadering_grondslag == alle_leden then geheel = vergadering_stemgerechtigd end
    if voor == 0 and tegen == 0 then return niet_gestemd, "er is geen stem uitgebracht die telt" end
    if een_van(geldende_meerderheid, unaniem, twee_derde, drie_vierde) then return bij_versterkte_meerderheid(geldende_meerderheid, voor, geheel) end
    return bij_gewone_meerderheid(voor, tegen, geheel, vergadering_grondslag, vergadering_stakende_stemmen, voorzitter_voor)
  end,
}

-- Het besluit

-- Wat een orgaan over een voorstel zegt, telt zodra het stemt.

regel "geeft_instemming" {
  over = "agendapunt", titel = "Stemt het orgaan dat moet instemmen hiermee in?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "instemming", eenmaal = true },
  bepaal = function(rol_van_orgaan, uitslag)
    if rol_van_orgaan == stemt_in and uitslag == aangenomen then return ja, "aangenomen door wie moet instemmen" end
    return nee, "geen instemming"
  end,
}
regel "weigert_instemming" {
  over = "agendapunt", titel = "Weigert het orgaan dat moet instemmen?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "instemming_geweigerd", eenmaal = true },
  bepaal = function(rol_van_orgaan, uitslag)
    if rol_van_orgaan == stemt_in and uitslag == verworpen then return ja, "verworpen door wie moet instemmen" end
    return nee, "geen weigering"
  end,
}
regel "geeft_goedkeuring" {
  over = "agendapunt", titel = "Keurt het toezicht hiermee goed?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "goedkeuring", eenmaal = true },
  bepaal = function(rol_van_orgaan, uitslag)
    if rol_van_orgaan == keurt_goed and uitslag == aangenomen then return ja, "aangenomen door wie moet goedkeuren" end
    return nee, "geen goedkeuring"
  end,
}
regel "geeft_advies" {
  over = "agendapunt", titel = "Is dit een advies?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "advies", eenmaal = true },
  bepaal = function(rol_van_orgaan, uitslag)
    if rol_van_orgaan == adviseert and een_van(uitslag, aangenomen, verworpen) then return ja, "advies: {uitslag}" end
    return nee, "geen advies"
  end,
}

regel "instemming_rond" {
  over = "voorstel", titel = "Is de nodige instemming er?", bron = "BW art. 2:14 lid 2", status = "overgeleverd", levert = ja_nee,
  bepaal = function(instemming_van, instemming_op, instemming_vervangen_op)
    if instemming_van == geen or instemming_van == niet_nodig then return ja, "er is geen instemming nodig" end
    if bekend(instemming_op) then return ja, "ingestemd op {instemming_op}" end
    if bekend(instemming_vervangen_op) then return ja, "de geschillencommissie gaf toestemming op {instemming_vervangen_op}" end
    return nee, "de instemming ontbreekt"
  end,
}

regel "goedkeuring_rond" {
  over = "voorstel", titel = "Is de nodige goedkeuring er?", bron = "BW art. 2:14 lid 2", status = "overgeleverd", levert = ja_nee,
  bepaal = function(goedkeuring_van, goedgekeurd_op)
    if goedkeuring_van == geen or goedkeuring_van == niet_nodig then return ja, "er is geen goedkeuring nodig" end
    if bekend(goedgekeurd_op) then return ja, "goedgekeurd op {goedgekeurd_op}" end
    return nee, "de goedkeuring van het toezicht ontbreekt"
  end,
}

regel "inspraak_rond" {
  over = "voorstel", titel = "Zijn advies en overleg geweest?", bron = "BW art. 2:15 lid 1 onder a", status = "overgeleverd", levert = ja_nee,
  bepaal = function(advies_van, advies_op, overleg_met, overleg_op, plan_gemeenten_overlegd)
    if advies_van ~= geen and advies_van ~= niet_nodig and not bekend(advies_op) then return nee, "het advies ontbreekt" end
    if overleg_met ~= geen and overleg_met ~= niet_nodig and not bekend(overleg_op) and plan_gemeenten_overlegd ~= ja then return nee, "het overleg is niet afgerond" end
    return ja, "advies en overleg zijn er, voor zover nodig"
  end,
}

regel "geldigheid" {
  over = "agendapunt", titel = "Geldt het besluit?", bron = "BW art. 2:14, 2:15", status = "overgeleverd",
  levert = keuze { "geldigheid", "geldig", "vernietigbaar", "nietig", "geen_besluit" },
  bepaal = function(uitslag, rol_van_orgaan, voorstel_instemming_rond, voorstel_goedkeuring_rond, voorstel_gevolg_van_gebrek, voorstel_inspraak_rond, voorstel_bekrachtigd_op, vergadering_op_tijd_opgeroepen, belang_verzwegen)
    if uitslag ~= aangenomen then return geen_besluit, "het voorstel is niet aangenomen" end
    if rol_van_orgaan == geen then return nietig, "de statuten kennen deze bevoegdheid niet" end
    if rol_van_orgaan == geen_bevoegdheid and not bekend(voorstel_bekrachtigd_op) then return nietig, "dit orgaan is niet bevoegd" end
    if rol_van_orgaan == beslist and not voorstel_instemming_rond and voorstel_gevolg_van_gebrek == vernietigbaar then return vernietigbaar, "de instemming ontbreekt" end
    if rol_van_orgaan == beslist and not voorstel_instemming_rond then return nietig, "de instemming ontbreekt" end
    if rol_van_orgaan == beslist and not voorstel_goedkeuring_rond and voorstel_gevolg_van_gebrek == vernietigbaar then return vernietigbaar, "de goedkeuring van het toezicht ontbreekt" end
    if rol_van_orgaan == beslist and not voorstel_goedkeuring_rond then return nietig, "de goedkeuring van het toezicht ontbreekt" end
    if rol_van_orgaan == beslist and not voorstel_inspraak_rond then return vernietigbaar, "advies of overleg ontbreekt" end
    if belang_verzwegen > 0 then return vernietigbaar, "een tegenstrijdig belang is niet gemeld" end
    if not vergadering_op_tijd_opgeroepen then return vernietigbaar, "de oproep kwam te laat" end
    return geldig, "bevoegd genomen, op tijd opgeroepen, met wat nodig is"
  end,
}

regel "neemt_besluit" {
  over = "agendapunt", titel = "Is hiermee het besluit genomen?", bron = "statuten", status = "beleid", levert = ja_nee,
  veroorzaakt = { gebeurtenis = "besluit_genomen", eenmaal = true },
  bepaal = function(uitslag, rol_van_orgaan)
    if uitslag == aangenomen and rol_van_orgaan == beslist then return ja, "het bevoegde orgaan nam het voorstel aan" end
    return nee, "het bevoegde orgaan heeft het voorstel niet aangenomen"
  end,
}

gebeurtenis "besluit_genomen" { titel = "Besluit genomen", over = "voorstel", zet = { genomen_op = vandaag } }

plicht "besluit_nemen_over_voorstel" {
  titel = "Op tijd beslissen over een voorstel", over = "voorstel", wie = "samenwerkingsverband", bron = "statuten", status = "beleid",
  termijn = { uiterlijk = function(besluit_uiterlijk) return besluit_uiterlijk end, recht = statuut },
  vervuld = function(genomen_op) return genomen_op end,
  vervalt = function(ingetrokken_op) return ingetrokken_op end,
}

-- Wat er gebeurt

gebeurtenis "voorstel" {
  titel = "Voorstel voorgelegd", maakt = "voorstel", zet = { voorgelegd_op = vandaag },
  belasting = { wie = "samenwerkingsverband", minuten = "minuten_voorstel", tarief = "uurtarief_samenwerkingsverband" },
}
gebeurtenis "vergadering" {
  titel = "Vergadering", maakt = "vergadering", zet = { gehouden_op = vandaag },
  belasting = {
    { wie = "orgaan", minuten = "minuten", maal = "aanwezigen", tarief = "uurtarief_bestuur" },
    { wie = "samenwerkingsverband", minuten = "minuten_vergadering_voorbereiden", tarief = "uurtarief_samenwerkingsverband" },
  },
}
gebeurtenis "aanwezigheid" { titel = "Presentie", maakt = "aanwezigheid" }
gebeurtenis "agendapunt" { titel = "Agendapunt", maakt = "agendapunt", zet = { behandeld_op = vandaag } }
gebeurtenis "aanhouding" { titel = "Punt aangehouden", over = "agendapunt", zet = { aangehouden_op = vandaag } }
gebeurtenis "stem" { titel = "Stem", maakt = "stem" }
gebeurtenis "stemming" { titel = "Stemming", over = "agendapunt", zet = { gestemd = ja } }
gebeurtenis "instemming" { titel = "Instemming", over = "voorstel", zet = { instemming_op = vandaag } }
gebeurtenis "instemming_geweigerd" { titel = "Instemming geweigerd", over = "voorstel", zet = { instemming_geweigerd_op = vandaag } }
gebeurtenis "toestemming_van_de_commissie" { titel = "Toestemming van de geschillencommissie", over = "voorstel", zet = { instemming_vervangen_op = vandaag } }
gebeurtenis "advies" { titel = "Advies", over = "voorstel", zet = { advies_op = vandaag } }
gebeurtenis "overleg_afgerond" { titel = "Overleg afgerond", over = "voorstel", zet = { overleg_op = vandaag } }
gebeurtenis "goedkeuring" { titel = "Goedkeuring", over = "voorstel", zet = { goedgekeurd_op = vandaag } }
gebeurtenis "bekrachtiging" { titel = "Bekrachtiging", over = "voorstel", zet = { bekrachtigd_op = vandaag } }
gebeurtenis "voorstel_ingetrokken" { titel = "Voorstel ingetrokken", over = "voorstel", zet = { ingetrokken_op = vandaag } }
