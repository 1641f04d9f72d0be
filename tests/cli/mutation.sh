#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# muteer: which small faults scenarios notice, its forms and its exit codes.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

timeout 300 "$program" muteer --hoogstens 60 --kinderen 1 >"$work/one" 2>"$work/err"
judge 'muteer of what is shipped is fine' $?
timeout 300 "$program" muteer --hoogstens 60 --kinderen 3 >"$work/out" 2>"$work/err"
cmp -s "$work/one" "$work/out"
judge 'the number of children reaches no result' $?
timeout 300 "$program" muteer --hoogstens 60 --zaad 2 >"$work/out" 2>"$work/err"
! cmp -s "$work/one" "$work/out"
judge 'another seed draws another sample' $?

cp -R tests/cli/small "$work/small"
cd "$work/small" || exit 2
exits 0 'muteer of one scenario is fine' muteer goed.yaml
says out 'grens een stap ruimer.*1 van 1' 'muteer counts by kind of fault'
says out 'overleg_nodig  vraag weg, altijd ja: bekend(uren)' 'muteer names what nobody noticed'
says out 'rules/klein/regels.lua:11' 'and where it stands'
exits 0 'muteer leaves the pack as it was' toets goed.yaml
exits 0 'muteer speaks English' muteer goed.yaml --taal en
says out 'noticed: ' 'and says the score in it'
exits 1 'below the minimum is a finding' muteer goed.yaml --minimaal 100
exits 0 'at the minimum is fine' muteer goed.yaml --minimaal 1
exits 0 'a scenario that fails as it is does not count' muteer fout.yaml
says out 'kwam een verwachting al niet uit' 'and is told of'
exits 2 'an unknown form is wrong use' muteer goed.yaml --formaat regels
exits 3 'a scenario without its pack is unreadable' muteer weg.yaml
exits 0 'muteer gives JSON' muteer goed.yaml --formaat json
says out '"lot": "niet_opgemerkt"' 'with what became of each fault that nobody noticed'
exits 0 'muteer writes cases for what nobody noticed' muteer goed.yaml --schrijf merkt
says out 'merkt het: ' 'and says what tells the fault'
cp "$work/out" "$work/before"
exits 0 'they are scenarios' toets merkt
says out 'Nog niet beoordeeld, en dus niet meegeteld: [1-9]' 'that nobody has judged'
sed -i '/nog_niet_beoordeeld: ja/d' merkt/*.yaml
exits 0 'without the mark they come true' toets merkt
exits 0 'and with them more is noticed' muteer goed.yaml merkt
noticed_before=$(sed -n 's/.*opgemerkt: \([0-9]*\) van.*/\1/p' "$work/before")
noticed_after=$(sed -n 's/.*opgemerkt: \([0-9]*\) van.*/\1/p' "$work/out")
[ "$noticed_after" -gt "$noticed_before" ]
judge "than without ($noticed_before, $noticed_after)" $?
! grep -q 'merkt het: ' "$work/out"
judge 'and no case is left that would tell more' $?
exits 5 'what is there is not written over' muteer goed.yaml --schrijf merkt
finish
