-- SPDX-License-Identifier: EUPL-1.2
-- Ongeschiktheid is geen grond meer voor vrijstelling. Zo'n kind telt dan als absoluut verzuim en krijgt een aanbod.
-- Aannamen van deze variant: wie al was vrijgesteld, blijft dat tot de eerstvolgende 1 juli; het aanbod komt binnen zes weken.

uitzondering "leerrecht_in_plaats_van_vrijstelling" {
  op     = "vrijgesteld_door_de_wet",
  bron   = "regiogesprek Kennemerland, 3 april 2019: leerrecht",
  status = "beleid",
  geldig = { vanaf = "2027-08-01" },
  indien = function(grond, kennisgeving_op, vandaag)
    return grond == onder_a and (kennisgeving_op >= datum "2027-08-01" or vandaag >= datum "2028-07-01")
  end,
  dan    = nee,
  reden  = "met een leerrecht stelt ongeschiktheid niet meer vrij; het kind houdt recht op een passend aanbod",
}

plicht "leeraanbod_doen" {
  over    = "thuiszitperiode",
  titel   = "Een passend aanbod doen aan een kind dat thuiszit",
  wie     = "samenwerkingsverband",
  bron    = "regiogesprek Kennemerland, 3 april 2019: leerrecht",
  status  = "aanname",
  geldig  = { vanaf = "2027-08-01" },
  bereik  = function(geoorloofd, leerling_vrijgesteld) return not geoorloofd and not leerling_vrijgesteld end,
  termijn = {
    vanaf  = function(sinds) return hoogste(sinds, datum "2027-08-01") end,
    lengte = weken(6),
    recht  = wet,
  },
  vervuld = function(passend_aanbod_op) return passend_aanbod_op end,
  vervalt = function(teruggekeerd_op) return teruggekeerd_op end,
}
