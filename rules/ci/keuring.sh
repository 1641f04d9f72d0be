#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Keurt een wijziging in de regels: fouten, scenario's, dekking, en wat er verandert. Vanuit de map met rules/.
#   MINIMAAL   percentage van de paden dat de scenario's ten minste raken (40)
#   VORIGE     map waarin rules/ van de vorige versie staat; leeg: niets om mee te vergelijken
#   VERSLAG    bestand voor de vergelijking (verschil.md)
#   FORMAAT    vorm van de bevindingen van controleer (mens); github zet ze bij de regel
proeftuin=${PROEFTUIN:-proeftuin}
uitkomst=0
set -- scenarios
for voorbeelden in rules/*/voorbeelden; do
    [ ! -d "$voorbeelden" ] || set -- "$@" "$voorbeelden"
done
"$proeftuin" controleer rules scenarios --formaat "${FORMAAT:-mens}" || uitkomst=1
"$proeftuin" toets "$@" || uitkomst=1
"$proeftuin" dekking "$@" --minimaal "${MINIMAAL:-40}" || uitkomst=1
verslag=${VERSLAG:-verschil.md}
[ -z "${VORIGE:-}" ] || : >"$verslag"
for pakket in rules/*/pakket.yaml; do
    map=${VORIGE:-}/rules/$(basename "$(dirname "$pakket")")
    [ -n "${VORIGE:-}" ] && [ -f "$map/pakket.yaml" ] || continue
    "$proeftuin" vergelijk --met "$map" --formaat markdown >>"$verslag" || uitkomst=1
done
[ -z "${VORIGE:-}" ] || cat "$verslag"
exit $uitkomst
