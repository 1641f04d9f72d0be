#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# verklaar --waarom-niet: what would have given another outcome, its forms and its exit codes.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

story=scenarios/dossiers/besluit-over-de-zomer.yaml
exits 0 'a judgement that is missing is fine' verklaar "$story" a1.zorgplicht_geldt --op 2026-07-28 --waarom-niet ja
says out 'extra ondersteuning nodig (a1): ja, in plaats van onbekend \[oordeel\]' 'it is named, and marked'
says out '1  bestuur' 'under who can change it'
exits 0 'what lies in the past can not change' verklaar "$story" a1.plaatsing --op 2026-08-25 --waarom-niet geen_plaats
says out 'Geen verandering van gegevens geeft dit' 'and that is said'
timeout 120 "$program" verklaar "$story" a1.onderzoeken --op 2026-08-25 --waarom-niet nee >"$work/out" 2>"$work/err"
cmp -s tests/golden/waarom_niet_zomer.txt "$work/out"
judge 'the page of a shipped case is as it should be' $?

exits 0 'an open norm leaves outcomes open' verklaar "$story" a1.zorgplicht_geldt --op 2026-07-28
says out '^Wat een oordeel openlaat' 'under a heading'
says out 'als extra ondersteuning nodig (a1): nee' 'each with the judgement that leads to it'
exits 0 'programs get it too' verklaar "$story" a1.zorgplicht_geldt --op 2026-07-28 --formaat json
says out '"oordelen": {' 'as a member'
exits 0 'what rests on no judgement' verklaar "$story" a1.tijdig_aangemeld --op 2026-07-28
! grep -q oordeel "$work/out"
judge 'says nothing of it' $?

cp -R tests/cli/small "$work/small"
cd "$work/small" || exit 2
exits 0 'a number goes to its boundary' verklaar goed.yaml v1.overleg_nodig --waarom-niet nee
says out 'gevraagde uren per week (v1): [0-9]*, in plaats van 8' 'as near as it can'
exits 0 'it speaks English' verklaar goed.yaml v1.overleg_nodig --waarom-niet nee --taal en
says out 'instead of 8' 'in its own words'
exits 0 'it gives JSON' verklaar goed.yaml v1.overleg_nodig --waarom-niet nee --formaat json
says out '"zeker_de_kleinste": true' 'with what is certain'
exits 0 'what was so already is fine' verklaar goed.yaml v1.overleg_nodig --waarom-niet ja
says out 'dat is wat u vraagt' 'and said'
exits 2 'a duty has no outcome to ask for' verklaar goed.yaml v1.antwoorden --waarom-niet open
says err 'U045' 'with its code'
exits 2 'a value that the rule can not have is wrong use' verklaar goed.yaml v1.overleg_nodig --waarom-niet misschien
says err 'U047.*nee, ja' 'with what it can have'
exits 2 'onbekend can not be aimed for' verklaar goed.yaml v1.overleg_nodig --waarom-niet onbekend
exits 2 'the option belongs to verklaar' toets goed.yaml --waarom-niet ja
finish
