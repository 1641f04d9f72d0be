-- SPDX-License-Identifier: EUPL-1.2
-- Een derde in 2024, twee derde in 2025, daarna alles: eerst telt de aanwijzing nog mee, dan alleen de vaste sleutel.

regel "lwoo_naar_populatie" {
  over   = "samenwerkingsverband",
  titel  = "Hoeveel van het lwoo-geld gaat naar een vaste sleutel, zonder aanwijzing per leerling?",
  bron   = "voorstel: populatiebekostiging met een overgang van drie jaar",
  status = "beleid",
  geldig = { vanaf = "2024-01-01" },
  levert = bedrag { van = euro "0", tot = euro "200.000.000.000" },
  bepaal = function(vandaag, lwoo_middelen)
    if jaar(vandaag) == 2024 then return procent_van(lwoo_middelen, procent "33,33", omlaag), "het eerste jaar een derde" end
    if jaar(vandaag) == 2025 then return procent_van(lwoo_middelen, procent "66,67", omlaag), "het tweede jaar twee derde" end
    return lwoo_middelen, "alles naar de vaste sleutel"
  end,
}

regel "lwoo_van_het_rijk" {
  over   = "school",
  titel  = "Wat krijgt de school per leerling met leerwegondersteuning?",
  bron   = "voorstel: populatiebekostiging met een overgang van drie jaar",
  status = "beleid",
  geldig = { vanaf = "2024-01-01" },
  levert = bedrag { van = euro "0", tot = euro "100.000.000" },
  bepaal = function(vandaag, lwoo_op_teldag, bedrag_lwoo_pro, indexering)
    local bedrag_nu = lwoo_op_teldag * bedrag_lwoo_pro
    local met_index = bedrag_nu + procent_van(bedrag_nu, indexering, afgerond)
    if jaar(vandaag) == 2024 then return procent_van(met_index, procent "66,67", omlaag), "het eerste jaar nog twee derde" end
    if jaar(vandaag) == 2025 then return procent_van(met_index, procent "33,33", omlaag), "het tweede jaar nog een derde" end
    return euro "0", "er zijn geen aanwijzingen meer"
  end,
}
