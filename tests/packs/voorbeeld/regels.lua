-- SPDX-License-Identifier: EUPL-1.2
-- What rules/README.md names without an example of its own; it joins regels.lua of that page.

-- Words to reckon with.
regel "w_vast" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(d) return laagste(d + dagen(3) + weken(6), datum "2026-08-01") end }
regel "w_bedrag" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = bedrag { van = euro "0", tot = euro "100.000" },
  bepaal = function(k) return hoogste(procent_van(k, procent "12", omlaag), euro "25,50") end }
regel "w_procent" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = bedrag { van = euro "0", tot = euro "100.000" },
  bepaal = function(k) return procent_van(k, procent "5,5", omhoog) end }
regel "w_schooljaar" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = getal { van = -400, tot = 400 },
  bepaal = function(d) return einde_schooljaar(d) - begin_schooljaar(d) end }
regel "w_maand" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(d)
    if begin_maand(d) == d then return einde_maand(d) end
    return op_dag(d, 31, 3)
  end }
regel "w_jaar" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100000 },
  bepaal = function(d) return jaar(d) + maand(d) + dag(d) end }
regel "w_leeftijd" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(leerling_geboren, d, e)
    return leeftijd_op(leerling_geboren, d) >= 18 or maanden_tussen(d, e) > 3
  end }
regel "w_verjaardag" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(leerling_geboren) return verjaardag(leerling_geboren, 18) end }
regel "w_later" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(d, e)
    return hoogste(maanden_later(d, 3, omlaag), maanden_later(e, 3, omhoog), werkdagen_later(d, 5))
  end }
regel "w_school" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(d) return schooldagen_later(schooldag_vanaf(d), 5) end }
regel "w_werkdag" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = datum,
  bepaal = function(d) return werkdag_vanaf(d) end }
regel "w_deel" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100000 },
  bepaal = function(x) return deel_omlaag(x, 3) + deel_omhoog(x, 3) + afgerond(x, 3) end }
regel "w_afgerond" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = bedrag { van = euro "0", tot = euro "100.000" },
  bepaal = function(k) return procent_van(k, procent "5", afgerond) end }
regel "w_een_van" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(school_soort, klaar_op)
    return een_van(school_soort, so, vo) and bekend(klaar_op), "op {school_soort}"
  end }
regel "w_tabel" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100000 },
  bepaal = function(school_soort)
    local t = tabel { bao = 4, sbo = 10, anders = 3 }
    return t[school_soort]
  end }
regel "w_ranges" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = getal { van = 0, tot = 100000 },
  bepaal = function(x)
    local t = tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 }
    return t[x]
  end }

-- What a rule may say.
regel "r_lua" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(x, d, vandaag)
    local function veel(n) return n > 3 end
    if veel(x) and not (x // 2 == 4 or x % 2 == 1) then return ja end
    return vandaag > d, "{d} is voorbij"
  end }
regel "r_keuze" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = keuze { "soort", "bao", "sbo", "so", "vso", "vo" },
  bepaal = function(school_soort) return school_soort end }
regel "r_geen" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, levert = ja_nee,
  bepaal = function(leerling_gemeld_op) return leerling_gemeld_op == geen end }
regel "r_vrij" { over = "proef", bron = "b", geldig = { vanaf = "2014-08-01" }, vrij = true,
  levert = getal { van = 0, tot = 40 },
  bepaal = function(x)
    local som_van_drie = 0
    for _, n in ipairs { 1, 2 } do som_van_drie = som_van_drie + n end
    for i = 3, 3 do som_van_drie = som_van_drie + i end
    return som_van_drie
  end }
local schorsing_gronden = {
  { bron = "WVO art. 27", vanaf = "2014-08-01", tot = "2022-07-31", status = "overgeleverd",
    bij = function(school_soort) return school_soort == vo end },
  { bron = "WVO 2020 art. 8.9", vanaf = "2022-08-01", status = "aanname" },
}
regel "r_zelfde_gronden" { over = "proef", gronden = schorsing_gronden, levert = ja_nee, bepaal = function() return ja end }
regel "r_gronden" { over = "proef", levert = ja_nee, titel = "t", toelichting = "n", peildatum = "d",
  gronden = schorsing_gronden,
  bepaal = function(x, melding_na) return x > melding_na end,
  veroorzaakt = { gebeurtenis = "tijdelijke_plaatsing", eenmaal = true } }
gebeurtenis "tijdelijke_plaatsing" { over = "proef", zet = { x = 3, klaar_op = vandaag } }
regel "r_openbaar" { over = "aanmelding", bron = "b", status = "afgeleid",
  geldig = { vanaf = "2014-08-01", tot = "2025-07-31" }, levert = ja_nee,
  bepaal = function(bestuur_openbaar)
    if bekend(bestuur_openbaar) then return bestuur_openbaar end
    return onbekend
  end }

-- Terms.
uitzondering "geen_dagen" { over = "proef", op = "t_dagen", bron = "b", geldig = { vanaf = "2014-08-01" },
  indien = function(x) return x > 3 end, dan = nee, reden = "r" }
plicht "t_dagen" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = dagen(3), terug = true, recht = amvb }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_maanden" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = maanden(3), recht = regeling,
    staat_stil = { { van = "rust_van", tot = "rust_tot", vanaf = dag_zelf } } }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_jaren" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = jaren(1), recht = statuut }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_schooldagen" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = schooldagen(3), recht = beleid }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_lesweken" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = lesweken(3) }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_werkdagen" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = werkdagen(3) }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_uren" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = function(d) return d end, lengte = uren(30) }, vervuld = function(klaar_op) return klaar_op end }
plicht "bezwaartermijn" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { uiterlijk = function(d) return d end }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_erna" { over = "proef", wie = "inspectie", bron = "b", geldig = { vanaf = "2014-08-01" },
  termijn = { vanaf = einde_van "bezwaartermijn", lengte = weken(1) }, vervuld = function(klaar_op) return klaar_op end }
plicht "t_jaarlijks" { over = "proef", wie = "leerling", bron = "b", geldig = { vanaf = "2014-08-01" },
  herhaalt = per_kalenderjaar { vanaf = "d", uiterlijk = "06-30" }, vervuld = function(klaar_op) return klaar_op end }

-- Windows and lists.
venster "laatste_uren" { over = "leerling", van = "verzuimdag", dag = "gemist_op", telt = "uren",
  lengte = weken(4), neem = laatste_venster }
lijst "l_som"     { over = "leerling", van = "proef", via = "maat", neem = som "x", tot = 9 }
lijst "l_er_is"   { over = "leerling", van = "verzuimdag", neem = er_is, tot = 9, waar = function(uren) return uren > 3 end }
lijst "l_ieder"   { over = "leerling", van = "verzuimdag", neem = voor_ieder, tot = 9, waar = function(uren) return uren > 3 end }
lijst "l_eerste"  { over = "leerling", van = "verzuimdag", neem = eerste "gemist_op", tot = 9 }
lijst "l_laatste" { over = "leerling", van = "verzuimdag", neem = laatste "gemist_op", tot = 9 }

-- Statutes and meetings.
orgaan "directie" { rol = uitvoerend, zetels = 1, quorum = geen_quorum, meerderheid = unaniem, grondslag = alle_leden, stakende_stemmen = opnieuw,
  stemgewicht = naar_leerlingen, veto = voorzitter, voordracht = bindend_opr, tweede_vergadering = ja, bron = "b", status = "beleid" }
lijst "leden" { over = "vergadering", van = "aanwezigheid", neem = aantal }
regel "quorum_aanwezig" { over = "vergadering", bron = "b", levert = ja_nee, bepaal = function(leden, quorum) return leden > 2 and quorum == meer_dan_helft end }
regel "telt_mee" { over = "stem", bron = "b", levert = ja_nee, bepaal = function(belang) return belang ~= gemeld end }
lijst "voor" { over = "agendapunt", van = "stem", neem = aantal, waar = function(telt_mee, gegeven) return telt_mee and gegeven == voor end }
regel "uitslag" { over = "agendapunt", bron = "b", levert = keuze { "uitslag", "aangenomen", "verworpen" }, bepaal = function(voor, geldende_meerderheid, vergadering_veto, vergadering_quorum)
  if vergadering_veto == ieder_lid or vergadering_quorum == voltallig then return verworpen end
  if voor > 1 and vergadering_veto == geen_veto and geldende_meerderheid == gewone then return aangenomen end
  return verworpen end }
regel "geldigheid" { over = "agendapunt", bron = "b", levert = keuze { "geldigheid", "geldig", "vernietigbaar", "nietig" },
  bepaal = function(rol_van_orgaan, voorstel_instemming_van, voorstel_advies_van, voorstel_overleg_met, voorstel_goedkeuring_van, voorstel_gevolg_van_gebrek)
    if rol_van_orgaan ~= beslist or voorstel_gevolg_van_gebrek ~= nietig then return nietig end
    if voorstel_instemming_van == niet_nodig and voorstel_advies_van == niet_nodig and voorstel_overleg_met == niet_nodig and voorstel_goedkeuring_van == niet_nodig then
      return vernietigbaar
    end
    return geldig
  end }
regel "is_laat" { over = "voorstel", bron = "b", levert = ja_nee, bepaal = function(vandaag, besluit_uiterlijk)
  return bekend(besluit_uiterlijk) and besluit_uiterlijk ~= geen and vandaag > besluit_uiterlijk end }
gebeurtenis "vergadering" { maakt = "vergadering", zet = { gehouden_op = vandaag } }
gebeurtenis "aanwezigheid" { maakt = "aanwezigheid" }
gebeurtenis "voorstel" { maakt = "voorstel", zet = { voorgelegd_op = vandaag } }
gebeurtenis "agendapunt" { maakt = "agendapunt", zet = { behandeld_op = vandaag } }
gebeurtenis "stem" { maakt = "stem" }
gebeurtenis "stemming" { over = "agendapunt" }
