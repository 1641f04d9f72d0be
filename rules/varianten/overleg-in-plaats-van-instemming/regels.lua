-- SPDX-License-Identifier: EUPL-1.2
-- Het handelingsdeel wordt vastgesteld zoals de rest van het ontwikkelingsperspectief: na op overeenstemming gericht overleg.

regel "handelingsdeel_vastgesteld" {
  over      = "ontwikkelingsperspectief",
  titel     = "Is ook het handelingsdeel vastgesteld?",
  bron      = "voorstel: overleg in plaats van instemming (WPO art. 40a lid 1-2; WEC art. 41a lid 1-2; WVO 2020 art. 2.44 lid 1-2)",
  status    = "beleid",
  geldig    = { vanaf = "2027-08-01" },
  peildatum = "vastgesteld_op",
  levert    = ja_nee,
  bepaal    = function(opp_na_overleg)
    if opp_na_overleg == ja then return ja, "er was overleg; instemming is niet nodig" end
    return nee, "er was vooraf geen op overeenstemming gericht overleg; dit deel is niet vastgesteld"
  end,
}

regel "bijstelling_vastgesteld" {
  over      = "opp_bijstelling",
  titel     = "Is de bijstelling op de juiste manier vastgesteld?",
  bron      = "voorstel: overleg in plaats van instemming (WPO art. 40a lid 5; WEC art. 41a lid 5-6; WVO 2020 art. 2.44 lid 4)",
  status    = "beleid",
  geldig    = { vanaf = "2027-08-01" },
  peildatum = "bijgesteld_op",
  levert    = ja_nee,
  bepaal    = function(overleg_op, bijgesteld_op)
    if not bekend(overleg_op) or overleg_op > bijgesteld_op then return nee, "er was vooraf geen overleg" end
    return ja, "er was overleg op {overleg_op}; instemming is niet nodig"
  end,
}
