#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# dekking: what scenarios reach, its forms and its exit codes.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

shipped=$work/shipped
timeout 120 "$program" dekking --kinderen 1 >"$shipped" 2>"$work/err"
judge 'dekking of what is shipped is fine' $?
timeout 120 "$program" dekking --kinderen 3 >"$work/out" 2>"$work/err"
cmp -s "$shipped" "$work/out"
judge 'the number of children reaches no result' $?
timeout 120 "$program" dekking scenarios/dossiers --formaat json >"$work/one" 2>"$work/err"
timeout 120 "$program" dekking scenarios/dossiers scenarios/dossiers/precies-vier-weken.yaml --formaat json >"$work/out" 2>"$work/err"
cmp -s "$work/one" "$work/out"
judge 'a scenario that is named twice counts once' $?

cp -R tests/cli/small "$work/small"
cd "$work/small" || exit 2
exits 0 'dekking of one scenario is fine' dekking goed.yaml
says out 'paden  *3 van 5' 'dekking counts paths'
says out 'antwoorden  nooit te laat' 'dekking names the outcome of a duty that never came'
says out 'uren < overleg_vanaf  nooit ja, 1 keer nee' 'dekking names the answer that was never given'
exits 0 'dekking speaks English' dekking goed.yaml --taal en
says out 'never ja\|never yes' 'and says what is missing in it'
exits 0 'the minimum that is reached is fine' dekking goed.yaml --minimaal 60
exits 1 'below the minimum is a finding' dekking goed.yaml --minimaal 61
says out 'minder dan de gevraagde 61 %' 'and says so'
exits 2 'more than all is wrong use' dekking goed.yaml --minimaal 101
exits 2 'a form of another command is wrong use' dekking goed.yaml --formaat junit
exits 3 'a scenario without its pack is unreadable' dekking weg.yaml
exits 0 'dekking shows the rule files line by line' dekking goed.yaml --formaat regels
says out '^!  *[0-9][0-9]*  *0  *[0-9][0-9]*  *12 ' 'with a mark where an answer was never given'
exits 0 'dekking gives JSON' dekking goed.yaml --formaat json
says out '"promille": 600' 'with its shares'
cp -R rules/klein rules/ander
sed -i 's/^pakket: klein/pakket: ander/' rules/ander/pakket.yaml
sed 's/^pakket: klein/pakket: ander/' goed.yaml >ander.yaml
exits 0 'every pack has a report of its own' dekking goed.yaml ander.yaml
says out 'Dekking van ander' 'the one'
says out 'Dekking van klein' 'and the other'
finish
