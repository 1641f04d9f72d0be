-- SPDX-License-Identifier: EUPL-1.2
-- Niet de drie maanden van het Thuiszitterspact, maar de vier weken waarna verzuim langdurig is. Ook hier werkt doorzettingsmacht alleen
-- binnen de afspraak van de regio, en wie tot de doelgroep van het pact hoort, verandert niet.

regel "doorzettingsmacht_inroepen" {
  over        = "thuiszitperiode",
  titel       = "Moet iemand de knoop doorhakken?",
  bron        = "regiogesprek Kennemerland, 3 april 2019: een kernteam met doorzettingsmacht",
  status      = "beleid",
  geldig      = { vanaf = "2027-08-01" },
  levert      = ja_nee,
  veroorzaakt = { gebeurtenis = "doorzettingsmacht_ingeroepen", eenmaal = true },
  bepaal      = function(vandaag, sinds, thuiszitter, passend_aanbod_op, doorzettingsafspraak, langdurig_na)
    if thuiszitter ~= ja then return nee, "de leerling is geen thuiszitter" end
    if bekend(passend_aanbod_op) then return nee, "er is een passend aanbod sinds {passend_aanbod_op}" end
    if not doorzettingsafspraak then return nee, "de regio heeft geen afspraak, en de wet geeft niemand doorzettingsmacht" end
    if vandaag < sinds + langdurig_na then return nee, "zonder onderwijs sinds {sinds}; {langdurig_na} zijn nog niet voorbij" end
    return ja, "thuis sinds {sinds}, langer dan {langdurig_na} zonder passend aanbod; de regionale afspraak wijst aan wie beslist"
  end,
}
