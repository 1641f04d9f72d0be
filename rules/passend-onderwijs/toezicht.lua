-- SPDX-License-Identifier: EUPL-1.2
-- Bestuur en toezicht van het samenwerkingsverband (WPO art. 17a-17c; de WVO 2020 kent hetzelfde, die artikelen zijn hier niet gelezen).

lijst "bestuurszetels" { over = "persoon", van = "zetel", neem = aantal, tot = 50, waar = function(bezet, orgaan_rol) return bezet and orgaan_rol == besturend end }
lijst "scholen_van_bestuur" { over = "bestuur", van = "school", neem = aantal, tot = 500 }

-- Een persoon telt met al zijn zetels, ook in een ander samenwerkingsverband.
regel "bestuurt_en_houdt_toezicht" {
  over = "zetel", titel = "Houdt dit lid toezicht op een bestuur waarin het zelf zit?", bron = "WPO art. 17a-17c", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(bezet, orgaan_rol, persoon_bestuurszetels)
    if not bezet then return nee, "de zetel is niet bezet" end
    if orgaan_rol ~= toezichthoudend then return nee, "dit orgaan houdt geen toezicht" end
    if persoon_bestuurszetels > 0 then return ja, "zit ook in het bestuur" end
    return nee, "zit niet in het bestuur"
  end,
}

regel "toezicht_namens_bestuur" {
  over = "zetel", titel = "Houdt dit lid toezicht en werkt het voor een aangesloten schoolbestuur?", bron = "WPO art. 17a", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  toelichting = "De wet verbiedt het niet; het is de dubbele rol waarop de kritiek zich richt.",
  bepaal = function(bezet, orgaan_rol, bestuur_scholen_van_bestuur)
    if not bezet or orgaan_rol ~= toezichthoudend then return nee, "houdt geen toezicht" end
    if bestuur_scholen_van_bestuur == geen or bestuur_scholen_van_bestuur == 0 then return nee, "werkt niet voor een aangesloten schoolbestuur" end
    return ja, "houdt toezicht en werkt voor een aangesloten schoolbestuur"
  end,
}

lijst "ook_in_bestuur"  { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(bestuurt_en_houdt_toezicht) return bestuurt_en_houdt_toezicht == ja end }
lijst "namens_bestuur"  { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(toezicht_namens_bestuur) return toezicht_namens_bestuur == ja end }
lijst "onafhankelijken" { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(bezet, onafhankelijk) return bezet and onafhankelijk end }

-- Van alle organen samen die volgens de statuten toezicht houden. Een onafhankelijk lid is geen wet (een sectorafspraak van 2018 tot 2021, een
-- voornemen van de minister in 2023): hier wordt het geteld, en een variant vraagt het.
lijst "toezichtzetels"       { over = "samenwerkingsverband", van = "orgaan", neem = som "zetels_bezet", tot = 20, waar = function(rol) return rol == toezichthoudend end }
lijst "toezicht_in_bestuur"  { over = "samenwerkingsverband", van = "orgaan", neem = som "ook_in_bestuur", tot = 20, waar = function(rol) return rol == toezichthoudend end }
lijst "toezicht_dubbele_rol" { over = "samenwerkingsverband", van = "orgaan", neem = som "namens_bestuur", tot = 20, waar = function(rol) return rol == toezichthoudend end }
lijst "toezicht_onafhankelijk" { over = "samenwerkingsverband", van = "orgaan", neem = som "onafhankelijken", tot = 20, waar = function(rol) return rol == toezichthoudend end }

regel "bestuur_en_toezicht_gescheiden" {
  over = "samenwerkingsverband", titel = "Zijn bestuur en toezicht gescheiden?", bron = "WPO art. 17a-17c", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(toezichtzetels, toezicht_in_bestuur)
    if toezichtzetels == 0 then return onbekend, "van een toezichthouder is niets bekend" end
    if toezicht_in_bestuur > 0 then return nee, "{toezicht_in_bestuur} van {toezichtzetels} toezichthouders zitten ook in het bestuur" end
    return ja, "geen van de {toezichtzetels} toezichthouders zit in het bestuur"
  end,
}

-- De bindende voordracht is er alleen bij een raad van toezicht: niet bij een ledenvergadering, een deelnemersraad of niet-uitvoerende bestuurders.
regel "voordracht_opr_verplicht" {
  over = "orgaan", titel = "Doet de ondersteuningsplanraad een bindende voordracht voor een lid?", bron = "WPO art. 17a lid 2", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(soort, rol)
    if soort ~= raad_van_toezicht then return nee, "alleen voor een raad van toezicht" end
    if rol ~= toezichthoudend then return nee, "de statuten geven deze raad geen toezicht" end
    return ja, "de raad van toezicht houdt toezicht"
  end,
}

lijst "voorgedragen_leden" { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(bezet, voorgedragen_door_opr) return bezet and voorgedragen_door_opr end }

regel "samenstelling_in_orde" {
  over = "orgaan", titel = "Zit er een lid op voordracht van de ondersteuningsplanraad, waar dat moet?", bron = "WPO art. 17a lid 2", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(voordracht_opr_verplicht, voorgedragen_leden)
    if voordracht_opr_verplicht ~= ja then return ja, "een voordracht hoeft hier niet" end
    if voorgedragen_leden == 0 then return nee, "geen lid is voorgedragen door de ondersteuningsplanraad" end
    return ja, "{voorgedragen_leden} op voordracht van de ondersteuningsplanraad"
  end,
}

regel "profielen_bekendgemaakt" {
  over = "orgaan", titel = "Zijn de profielen van toezichthouders en bestuurders openbaar?", bron = "WPO art. 17a-17c", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(rol, profielen_openbaar_op)
    if rol ~= toezichthoudend and rol ~= besturend then return ja, "voor dit orgaan hoeven er geen te zijn" end
    if bekend(profielen_openbaar_op) then return ja, "openbaar sinds {profielen_openbaar_op}" end
    return nee, "van openbare profielen blijkt niet"
  end,
}

-- Twee keer per jaar spreken toezichthouder en ondersteuningsplanraad elkaar.

lijst "toezichtoverleggen_dit_jaar" {
  over = "samenwerkingsverband", van = "toezichtoverleg", neem = aantal, tot = 200, waar = function(vandaag, overlegd_op) return jaar(overlegd_op) == jaar(vandaag) end,
}

regel "tweemaal_overlegd" {
  over = "samenwerkingsverband", titel = "Spraken toezichthouder en ondersteuningsplanraad elkaar dit jaar twee keer?", bron = "WPO art. 17c lid 5", geldig = { vanaf = "2014-08-01" },
  levert = ja_nee, veroorzaakt = { gebeurtenis = "tweemaal_overlegd" },
  bepaal = function(toezichtoverleggen_dit_jaar)
    if toezichtoverleggen_dit_jaar < 2 then return nee, "{toezichtoverleggen_dit_jaar} keer dit jaar" end
    return ja, "{toezichtoverleggen_dit_jaar} keer dit jaar"
  end,
}

plicht "overleggen_met_ondersteuningsplanraad" {
  over = "samenwerkingsverband", titel = "Twee keer per jaar overleg van toezichthouder en ondersteuningsplanraad", wie = "samenwerkingsverband",
  bron = "WPO art. 17c lid 5", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_kalenderjaar { vanaf = "toezicht_vanaf" }, vervuld = eerste_in_tijdvak "tweemaal_overlegd",
}

-- De toezichthouder keurt begroting en jaarverslag goed.

regel "keurt_begroting_goed" {
  over = "voorstel", titel = "Is hiermee de begroting goedgekeurd?", bron = "WPO art. 17c", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  veroorzaakt = { gebeurtenis = "begroting_goedgekeurd", eenmaal = true },
  bepaal = function(besluit, goedgekeurd_op)
    if besluit == begroting_vaststellen and bekend(goedgekeurd_op) then return ja, "goedgekeurd op {goedgekeurd_op}" end
    return nee, "er is geen begroting goedgekeurd"
  end,
}
regel "keurt_jaarverslag_goed" {
  over = "voorstel", titel = "Is hiermee het jaarverslag goedgekeurd?", bron = "WPO art. 17c", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  veroorzaakt = { gebeurtenis = "jaarverslag_goedgekeurd", eenmaal = true },
  bepaal = function(besluit, goedgekeurd_op)
    if besluit == jaarverslag_goedkeuren and bekend(goedgekeurd_op) then return ja, "goedgekeurd op {goedgekeurd_op}" end
    return nee, "er is geen jaarverslag goedgekeurd"
  end,
}

plicht "begroting_goedkeuren" {
  over = "samenwerkingsverband", titel = "Elk jaar de begroting door het toezicht laten goedkeuren", wie = "samenwerkingsverband", bron = "WPO art. 17c", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_kalenderjaar { vanaf = "toezicht_vanaf" }, vervuld = eerste_in_tijdvak "begroting_goedgekeurd",
}
plicht "jaarverslag_laten_goedkeuren" {
  over = "samenwerkingsverband", titel = "Elk jaar het jaarverslag door het toezicht laten goedkeuren", wie = "samenwerkingsverband", bron = "WPO art. 17c", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_kalenderjaar { vanaf = "toezicht_vanaf" }, vervuld = eerste_in_tijdvak "jaarverslag_goedgekeurd",
}

gebeurtenis "toezichtoverleg" { titel = "Overleg van toezicht en ondersteuningsplanraad", maakt = "toezichtoverleg", zet = { overlegd_op = vandaag } }
gebeurtenis "tweemaal_overlegd" { titel = "Tweede overleg van toezicht en ondersteuningsplanraad dit jaar", over = "samenwerkingsverband" }
gebeurtenis "begroting_goedgekeurd" { titel = "Begroting goedgekeurd door het toezicht", over = "samenwerkingsverband" }
gebeurtenis "jaarverslag_goedgekeurd" { titel = "Jaarverslag goedgekeurd door het toezicht", over = "samenwerkingsverband" }
gebeurtenis "profielen_openbaar" { titel = "Profielen openbaar gemaakt", over = "orgaan", zet = { profielen_openbaar_op = vandaag } }
