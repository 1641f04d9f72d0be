-- SPDX-License-Identifier: EUPL-1.2
-- Het advies van een orthopedagoog of psycholoog blijft; een tweede deskundige is niet nodig.

regel "deskundigen_in_orde" {
  over      = "tlv_aanvraag",
  titel     = "Adviseerde de deskundige die nodig is?",
  bron      = "voorstel: WPO art. 18a lid 11 en WVO 2020 art. 2.47 lid 14 met een deskundige",
  status    = "beleid",
  geldig    = { vanaf = "2027-08-01" },
  peildatum = "ontvangen_op",
  levert    = ja_nee,
  bepaal    = function(adviezen_gedragskundige)
    if adviezen_gedragskundige == 0 then return nee, "er is geen advies van een orthopedagoog of psycholoog" end
    return ja, "een orthopedagoog of psycholoog adviseerde; een tweede deskundige is niet nodig"
  end,
}
