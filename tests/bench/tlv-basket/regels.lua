-- SPDX-License-Identifier: EUPL-1.2

-- Groep A: basisondersteuning

regel "grens_uren" {
  over = "leerling", bron = "werklast R1", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 3, tot = 16 },
  bepaal = function(school)
    local grens = tabel { bo = 4, sbo = 10, so = 16, vo = 3, vso = 14, pro = 8 }
    return grens[school]
  end,
}

regel "basisniveau" {
  over = "leerling", bron = "werklast R2", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 3 },
  bepaal = function(steunuren, grens_uren)
    if steunuren * 2 <= grens_uren then return 3, "{steunuren} is hooguit de helft van {grens_uren} uur" end
    if steunuren <= grens_uren then return 2, "{steunuren} past binnen {grens_uren} uur" end
    if steunuren * 2 <= grens_uren * 3 then return 1, "{steunuren} is hooguit anderhalf maal {grens_uren} uur" end
    return 0, "{steunuren} is meer dan anderhalf maal {grens_uren} uur"
  end,
}

regel "basis_voldoende" {
  over = "leerling", bron = "werklast R3", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(basisniveau, cluster)
    return basisniveau >= 2 and cluster ~= 1 and cluster ~= 2
  end,
}

-- Groep B: extra ondersteuning

regel "extra_uren" {
  over = "leerling", bron = "werklast R4", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 37, stap = 0.25 },
  bepaal = function(steunuren, grens_uren)
    return hoogste(0, steunuren - grens_uren)
  end,
}

regel "arrangement" {
  over = "leerling", bron = "werklast R5", geldig = { vanaf = "2014-08-01" },
  levert = keuze { "arrangement", "basis", "licht", "middel", "zwaar", "instelling", "intensief" },
  bepaal = function(basis_voldoende, cluster, extra_uren)
    if basis_voldoende then return basis, "de basisondersteuning volstaat" end
    if cluster == 1 or cluster == 2 then return instelling, "cluster {cluster} regelt de steun zelf" end
    if extra_uren <= 2 then return licht, "{extra_uren} uur extra" end
    if extra_uren <= 8 then return middel, "{extra_uren} uur extra" end
    if extra_uren <= 16 then return zwaar, "{extra_uren} uur extra" end
    return intensief, "{extra_uren} uur extra"
  end,
}

regel "opp_nodig" {
  over = "leerling", bron = "werklast R6", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(arrangement, school)
    return een_van(arrangement, middel, zwaar, instelling, intensief) or een_van(school, sbo, so, vso, pro)
  end,
}

regel "opp_te_laat" {
  over = "leerling", bron = "werklast R7", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(opp_nodig, heeft_opp, opp_leeftijd_weken, dagen_sinds_aanvraag, opp_geldig_weken, beslistermijn_dagen)
    if not opp_nodig then return nee, "er is geen ontwikkelingsperspectief nodig" end
    if heeft_opp then return opp_leeftijd_weken > opp_geldig_weken end
    return dagen_sinds_aanvraag > beslistermijn_dagen
  end,
}

regel "kosten" {
  over = "leerling", bron = "werklast R8", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 116180, stap = 0.0625 },
  bepaal = function(extra_uren, arrangement, weken_per_jaar)
    local tarief = tabel { basis = 0, licht = 45.5, middel = 52.25, zwaar = 61.75, instelling = 0, intensief = 78.5 }
    return tarief[arrangement] * weken_per_jaar * extra_uren
  end,
}

-- Groep C: toelaatbaarheidsverklaring

regel "tlv_reden" {
  over = "leerling", bron = "werklast R9", geldig = { vanaf = "2014-08-01" },
  levert = keuze { "reden", "geen_aanvraag", "cluster_een_of_twee", "niet_ingeschreven", "leeftijd_past_niet", "te_weinig_deskundigen",
                   "zonder_opp", "zonder_instemming", "te_licht", "boven_budget", "voldoet" },
  bepaal = function(dagen_sinds_aanvraag, cluster, ingeschreven, school, leeftijd, deskundigen, orthopedagoog, opp_nodig, heeft_opp,
                    handelingsdeel_akkoord, arrangement, kosten, budget, so_tot_leeftijd, vo_vanaf_leeftijd, deskundigen_nodig)
    if dagen_sinds_aanvraag < 0 then return geen_aanvraag end
    if cluster == 1 or cluster == 2 then return cluster_een_of_twee end
    if not ingeschreven then return niet_ingeschreven end
    if een_van(school, bo, sbo, so) then
      if leeftijd > so_tot_leeftijd then return leeftijd_past_niet end
    elseif leeftijd < vo_vanaf_leeftijd then
      return leeftijd_past_niet
    end
    if deskundigen < deskundigen_nodig or not orthopedagoog then return te_weinig_deskundigen end
    if opp_nodig and not heeft_opp then return zonder_opp end
    if heeft_opp and not handelingsdeel_akkoord then return zonder_instemming end
    if een_van(arrangement, basis, licht, middel) then return te_licht end
    if kosten > budget then return boven_budget end
    return voldoet
  end,
}

regel "tlv_toegekend" {
  over = "leerling", bron = "werklast R10", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(tlv_reden) return een_van(tlv_reden, boven_budget, voldoet) end,
}

regel "tlv_categorie" {
  over = "leerling", bron = "werklast R11", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 3 },
  bepaal = function(tlv_toegekend, extra_uren, cluster)
    if not tlv_toegekend then return 0 end
    if extra_uren > 24 or (cluster == 3 and extra_uren > 20) then return 3 end
    if extra_uren > 16 or (cluster == 4 and extra_uren > 12) then return 2 end
    return 1
  end,
}

regel "besluit_te_laat" {
  over = "leerling", bron = "werklast R12", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(dagen_sinds_aanvraag, tlv_reden, verlengd, beslistermijn_dagen, verlengde_beslistermijn_dagen)
    if dagen_sinds_aanvraag < 0 or tlv_reden == cluster_een_of_twee then return nee end
    if verlengd then return dagen_sinds_aanvraag > verlengde_beslistermijn_dagen end
    return dagen_sinds_aanvraag > beslistermijn_dagen
  end,
}

-- Groep D: thuiszitter

regel "leerplichtig" {
  over = "leerling", bron = "werklast R13", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(leeftijd) return leeftijd >= 5 and leeftijd <= 17 end,
}

regel "thuisstatus" {
  over = "leerling", bron = "werklast R14", geldig = { vanaf = "2014-08-01" },
  levert = keuze { "stand van verzuim", "in_orde", "te_melden", "langdurig", "zeer_langdurig", "absoluut" },
  bepaal = function(leerplichtig, ingeschreven, weken_afwezig, verzuimuren, zeer_langdurig_weken, langdurig_weken, meldgrens_uren)
    if not leerplichtig then return in_orde, "niet leerplichtig" end
    if not ingeschreven then return absoluut, "niet ingeschreven" end
    if weken_afwezig > zeer_langdurig_weken then return zeer_langdurig, "{weken_afwezig} weken afwezig" end
    if weken_afwezig > langdurig_weken then return langdurig, "{weken_afwezig} weken afwezig" end
    if verzuimuren >= meldgrens_uren then return te_melden, "{verzuimuren} uur verzuim in vier weken" end
    return in_orde, "geen verzuim om te melden"
  end,
}

regel "trede_vooraf" {
  over = "leerling", bron = "werklast R15", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 3 },
  bepaal = function(thuisstatus)
    local trede = tabel { in_orde = 0, te_melden = 1, langdurig = 2, zeer_langdurig = 3, absoluut = 3 }
    return trede[thuisstatus]
  end,
}

regel "trede" {
  over = "leerling", bron = "werklast R16", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 4 },
  bepaal = function(trede_vooraf, thuisstatus, opp_te_laat, besluit_te_laat, tlv_reden)
    if thuisstatus ~= in_orde and (opp_te_laat or besluit_te_laat or tlv_reden == boven_budget) then return trede_vooraf + 1 end
    return trede_vooraf
  end,
}
