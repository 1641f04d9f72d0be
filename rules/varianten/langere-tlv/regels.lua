-- SPDX-License-Identifier: EUPL-1.2
-- Twee hele schooljaren in plaats van een; wie in de loop van een schooljaar een verklaring krijgt, houdt de rest van dat jaar erbij.

regel "vroegste_einde" {
  over      = "toelaatbaarheidsverklaring",
  titel     = "Wanneer kan de verklaring op zijn vroegst eindigen?",
  gronden   = {
    { bron = "voorstel: WPO art. 40 lid 13 met twee hele schooljaren", vanaf = "2027-08-01", status = "beleid", bij = function(bestemming) return bestemming == sbo end },
    { bron = "voorstel: WEC art. 40 lid 15 met twee hele schooljaren", vanaf = "2027-08-01", status = "beleid", bij = function(bestemming) return een_van(bestemming, so, vso) end },
  },
  peildatum = "afgegeven_op",
  levert    = datum,
  bepaal    = function(afgegeven_op, geldig_vanaf)
    if geldig_vanaf == begin_schooljaar(geldig_vanaf) then
      return einde_schooljaar(einde_schooljaar(geldig_vanaf) + dagen(1)), "de periode begint op 1 augustus, dus ten minste dat hele schooljaar en het volgende"
    end
    if afgegeven_op == begin_schooljaar(afgegeven_op) then
      return einde_schooljaar(einde_schooljaar(afgegeven_op) + dagen(1)), "afgegeven op 1 augustus, dus ten minste dat hele schooljaar en het volgende"
    end
    local volgend = einde_schooljaar(einde_schooljaar(afgegeven_op) + dagen(1))
    return einde_schooljaar(volgend + dagen(1)), "afgegeven in de loop van een schooljaar: de rest daarvan en ten minste twee hele schooljaren"
  end,
}
