-- SPDX-License-Identifier: EUPL-1.2
-- Wie extra ondersteuning nodig heeft, krijgt een persoon die namens school, samenwerkingsverband, gemeente en jeugdhulp antwoord geeft.
-- Dat de school hem aanwijst en dat zij dat binnen twee weken doet, zijn aannamen van deze variant.

onderwerp "aanspreekpunt" {
  titel     = "Aanspreekpunt voor ouders en leerling",
  hoort_bij = { inschrijving = "inschrijving" },
  gegevens  = {
    aangewezen_op = datum { "dag van aanwijzing" },
    vertrokken_op = datum { "laatste dag", optioneel = true },
  },
}

lijst "aanspreekpunt_sinds" {
  over = "inschrijving", van = "aanspreekpunt", neem = eerste "aangewezen_op", tot = 20,
  waar = function(vertrokken_op) return not bekend(vertrokken_op) end,
}

lijst "aanspreekpunt_vertrokken_op" { over = "inschrijving", van = "aanspreekpunt", neem = laatste "vertrokken_op", tot = 20 }

plicht "aanspreekpunt_aanwijzen" {
  over    = "inschrijving",
  titel   = "Een aanspreekpunt aanwijzen",
  wie     = "bestuur",
  bron    = "regiogesprek Kennemerland, 3 april 2019: een aanspreekpunt",
  status  = "aanname",
  geldig  = { vanaf = "2027-08-01" },
  bereik  = function(steunbehoefte) return steunbehoefte == extra end,
  termijn = {
    lengte = weken(2), recht = beleid,
    vanaf = function(steunbehoefte_op, geplaatst_vanaf, aanspreekpunt_vertrokken_op)
      if aanspreekpunt_vertrokken_op ~= geen then return aanspreekpunt_vertrokken_op end
      if bekend(steunbehoefte_op) then return hoogste(steunbehoefte_op, datum "2027-08-01") end
      if bekend(geplaatst_vanaf) and geplaatst_vanaf ~= geen then return hoogste(geplaatst_vanaf, datum "2027-08-01") end
      return onbekend
    end,
  },
  vervuld = function(aanspreekpunt_sinds) return aanspreekpunt_sinds end,
  vervalt = function(uitgeschreven_op) return uitgeschreven_op end,
}

gebeurtenis "aanspreekpunt_aangewezen" { titel = "Er is een aanspreekpunt", maakt = "aanspreekpunt", zet = { aangewezen_op = vandaag } }
gebeurtenis "aanspreekpunt_vertrokken" { titel = "Het aanspreekpunt vertrekt", over = "aanspreekpunt", zet = { vertrokken_op = vandaag } }
