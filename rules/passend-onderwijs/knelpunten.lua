-- SPDX-License-Identifier: EUPL-1.2
-- Knelpunten in het bestuur: elke regel geeft ja met de reden, of nee. Geen wet: wie iets een knelpunt vindt, schrijft er een regel bij.
-- Wat achter knelpunt staat, zet de regel in de lijst onder een gespeeld verhaal; een verbetering wordt dan ook gespeeld.

regel "oproep_te_laat" {
  over = "vergadering", titel = "Kwam de oproep te laat?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "De oproep kwam te laat" },
  bepaal = function(op_tijd_opgeroepen)
    if op_tijd_opgeroepen then return nee, "op tijd opgeroepen" end
    return ja, "de oproep kwam te laat of bleef uit; elk besluit is vernietigbaar"
  end,
}

regel "quorum_ontbrak" {
  over = "vergadering", titel = "Kon de vergadering niets beslissen?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Het quorum ontbrak", verbetering = { zet = { tweede = ja } } },
  bepaal = function(quorum_aanwezig, leden, aanwezigen)
    if quorum_aanwezig then return nee, "het quorum was er" end
    return ja, "{aanwezigen} van {leden} leden: er moet een nieuwe vergadering komen"
  end,
}

regel "dubbele_pet" {
  over = "zetel", titel = "Draagt dit lid een dubbele pet?", bron = "ondersteuningsplan; WPO art. 17a-17c", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Een lid draagt een dubbele pet", verbetering = { variant = "stichting-met-raad-van-toezicht" } },
  bepaal = function(bestuurt_en_houdt_toezicht, toezicht_namens_bestuur)
    if bestuurt_en_houdt_toezicht == ja then return ja, "houdt toezicht op het bestuur waarin het zelf zit" end
    if toezicht_namens_bestuur == ja then return ja, "houdt toezicht en werkt voor een aangesloten schoolbestuur" end
    return nee, "geen dubbele pet"
  end,
}

regel "stemt_in_eigen_zaak" {
  over = "agendapunt", titel = "Stemde iemand over een school van het eigen bestuur?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Er is gestemd in eigen zaak" },
  bepaal = function(in_eigen_zaak)
    if in_eigen_zaak == 0 then return nee, "niemand stemde in eigen zaak" end
    return ja, "stemmen in eigen zaak: {in_eigen_zaak}"
  end,
}

regel "besluit_ongeldig" {
  over = "agendapunt", titel = "Houdt het besluit geen stand?", bron = "BW art. 2:14, 2:15", status = "overgeleverd", levert = ja_nee,
  knelpunt = { titel = "Een besluit houdt geen stand" },
  bepaal = function(geldigheid)
    if geldigheid == nietig then return ja, "het besluit is nietig" end
    if geldigheid == vernietigbaar then return ja, "het besluit is vernietigbaar" end
    return nee, "het besluit is geldig, of er is er geen"
  end,
}

regel "besluit_te_laat" {
  over = "voorstel", titel = "Is te laat beslist?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Er is te laat beslist" },
  bepaal = function(vandaag, besluit_uiterlijk, genomen_op, ingetrokken_op)
    if not bekend(besluit_uiterlijk) or besluit_uiterlijk == geen then return nee, "er is geen termijn" end
    if bekend(genomen_op) and genomen_op > besluit_uiterlijk then return ja, "beslist op {genomen_op}, na {besluit_uiterlijk}" end
    if bekend(genomen_op) or bekend(ingetrokken_op) then return nee, "op tijd beslist of ingetrokken" end
    if vandaag > besluit_uiterlijk then return ja, "niet beslist voor of op {besluit_uiterlijk}" end
    return nee, "de termijn loopt tot en met {besluit_uiterlijk}"
  end,
}

regel "besluit_blijft_steken" {
  over = "voorstel", titel = "Is beslist, maar ontbreekt instemming of goedkeuring?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Een besluit blijft steken" },
  bepaal = function(genomen_op, instemming_rond, goedkeuring_rond)
    if not bekend(genomen_op) then return nee, "er is nog niet besloten" end
    if not instemming_rond then return ja, "besloten op {genomen_op}, zonder instemming" end
    if not goedkeuring_rond then return ja, "besloten op {genomen_op}, zonder goedkeuring" end
    return nee, "met instemming en goedkeuring, voor zover nodig"
  end,
}

regel "niemand_met_doorzettingsmacht" {
  over = "voorstel", titel = "Moet een knoop worden doorgehakt waar niemand over gaat?", bron = "Thuiszitterspact 13 juni 2016", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Niemand mag de knoop doorhakken", verbetering = { variant = "kernteam-met-doorzettingsmacht" } },
  bepaal = function(besluit, doorhakken_belegd, samenwerkingsverband_doorzettingsmacht_belegd)
    if besluit ~= knoop_doorhakken then return nee, "er hoeft geen knoop doorgehakt" end
    if doorhakken_belegd then return nee, "de statuten wijzen een orgaan aan" end
    if samenwerkingsverband_doorzettingsmacht_belegd then return nee, "een regionale afspraak wijst iemand aan" end
    return ja, "noch de statuten noch een regionale afspraak geeft iemand doorzettingsmacht"
  end,
}

-- Welke statuten er ook gelden: wat zij over dit besluit zeggen, heeft dan een grond.
regel "doorhakken_belegd" {
  over = "voorstel", titel = "Zeggen de statuten iets over dit soort besluit?", bron = "statuten", status = "beleid", levert = ja_nee,
  bepaal = function(gevolg_van_gebrek)
    if gevolg_van_gebrek == geen then return nee, "de statuten zwijgen erover" end
    return ja, "de statuten zeggen wie erover gaat"
  end,
}

regel "plan_te_laat" {
  over = "ondersteuningsplan", titel = "Is het plan te laat bij de inspectie?", bron = "WPO art. 18a lid 10; WVO 2020 art. 2.47 lid 11", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Het ondersteuningsplan is te laat" },
  bepaal = function(vandaag, eerste_dag, inspectie_op)
    local uiterlijk = op_dag(eerste_dag, 30, 4)
    if bekend(inspectie_op) and inspectie_op > uiterlijk then return ja, "pas op {inspectie_op}, na {uiterlijk}" end
    if not bekend(inspectie_op) and vandaag > uiterlijk then return ja, "het had er op {uiterlijk} moeten zijn" end
    return nee, "op tijd, of de termijn loopt nog"
  end,
}

regel "overleg_stokt" {
  over = "gemeenteoverleg", titel = "Duurt het overleg met de gemeente langer dan drie maanden?", bron = "ondersteuningsplan", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Het overleg met de gemeente stokt" },
  bepaal = function(vandaag, uitgenodigd_op, overleg_rond)
    if overleg_rond == ja then return nee, "afgerond" end
    if vandaag <= maanden_later(uitgenodigd_op, 3, omlaag) then return nee, "nog geen drie maanden" end
    return ja, "uitgenodigd op {uitgenodigd_op}, en nog niet rond"
  end,
}

regel "toezicht_niet_gescheiden" {
  over = "samenwerkingsverband", titel = "Zijn bestuur en toezicht niet gescheiden?", bron = "WPO art. 17a-17c", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Bestuur en toezicht zijn niet gescheiden", verbetering = { variant = "stichting-met-raad-van-toezicht" } },
  bepaal = function(bestuur_en_toezicht_gescheiden)
    if bestuur_en_toezicht_gescheiden == nee then return ja, "toezichthouders zitten ook in het bestuur" end
    return nee, "gescheiden, of er is niets van bekend"
  end,
}

lijst "zetels_afgelopen" { over = "orgaan", van = "zetel", neem = aantal, tot = 200, waar = function(vandaag, bezet_tot) return bekend(bezet_tot) and vandaag > bezet_tot end }

regel "vacature" {
  over = "orgaan", titel = "Is een zetel vrijgekomen en niet vervuld?", bron = "statuten", status = "beleid", levert = ja_nee,
  knelpunt = { titel = "Een zetel blijft leeg" },
  bepaal = function(zetels, zetels_bezet, zetels_afgelopen)
    if zetels == geen then return nee, "de statuten kennen dit orgaan niet" end
    if zetels_afgelopen == 0 then return nee, "er is geen zetel vrijgekomen" end
    if bekend(zetels) and zetels_bezet < zetels then return ja, "{zetels_bezet} van {zetels} zetels bezet" end
    return nee, "alle zetels zijn bezet"
  end,
}
