#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# takken: all ways through the decision points of a story, side by side.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

story=scenarios/dossiers/wie-hakt-de-knoop-door.yaml
exits 0 'all ways through a story are fine' takken "$story"
cmp -s "$work/out" tests/golden/takken.txt
judge 'and read as they should' $?
exits 0 'a way can be fixed by hand' takken "$story" --keuze knoop=overleg
says out '^  2   knoop=overleg, terug=pas_na_de_zomer$' 'then the others are left'
! grep -q 'knoop=doorzetten,' "$work/out"
judge 'and no more' $?
exits 2 'a choice that the story does not have is wrong use' takken "$story" --keuze knoop=weg
exits 0 'takken speaks English' takken "$story" --taal en
says out '^Branches of: ' 'and says so'
exits 0 'takken gives JSON' takken "$story" --formaat json
says out '"beslispunt": "terug"' 'with its points'
says out '"mogelijk": true' 'and its ways'
exits 0 'a story without decision points says so' takken scenarios/dossiers/precies-vier-weken.yaml
says out 'dit verhaal heeft geen beslispunten' 'in a sentence'

# Each way is what speel gives with the same choices.
for knoop in doorzetten overleg; do
    exits 0 "the way $knoop plays by itself" speel "$story" --keuze "knoop=$knoop" --keuze terug=meteen --formaat json
    grep -c '"status": "te_laat"' "$work/out" >"$work/late"
    exits 0 "and among the ways, $knoop" takken "$story" --keuze "knoop=$knoop" --keuze terug=meteen --formaat json
    late=$(sed -n 's/.*"te_laat": \([0-9]*\).*/\1/p' "$work/out")
    [ "$late" = "$(cat "$work/late")" ]
    judge "is late as often: $late times" $?
done

# Seven points of two branches are more than is listed; one of them chooses what another needs.
cp -R tests/cli/small/rules "$work/rules"
sed '/^verloop:/q' tests/cli/small/goed.yaml >"$work/veel.yaml"
cp "$work/veel.yaml" "$work/anders.yaml"
grep -n . tests/cli/small/goed.yaml >"$work/err"
for point in a b c d e f g; do
    cat >>"$work/veel.yaml" <<END
  - op: +0d
    beslispunt: $point
    vraag: welke
    standaard: ja
    keuzes: { ja: [], nee: [] }
END
done
sed -i '0,/op: +0d/s//op: van/' "$work/veel.yaml"
exits 2 'more ways than can be listed is said' takken "$work/veel.yaml"
says err 'U049' 'with what to do'
exits 0 'one of them fixed is enough' takken "$work/veel.yaml" --keuze a=ja
says out '^  64  a=ja, b=nee, c=nee, d=nee, e=nee, f=nee, g=nee$' 'for sixty-four ways'
says out 'alle wegen eindigen gelijk' 'that end the same are told so'
finish
