#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# vergelijk --naast: a story under several laws, each by itself, in columns.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
mkdir -p "$work/scenarios"
cp -R rules "$work/"
cp scenarios/bestuur/arrangement-van-de-eigen-school.yaml "$work/scenarios/eigen.yaml"
cd "$work" || exit 2

# model NAAM: a variant in which no chair breaks a tie
for name in staken langer; do
    mkdir -p "rules/varianten/$name"
    printf 'variant: %s\ntitel: x\nbasis: passend-onderwijs\nvanaf: 2026-01-01\nwaarom: proef\n' $name >"rules/varianten/$name/variant.yaml"
done
echo 'regels: [regels.lua]' >>rules/varianten/staken/variant.yaml
echo 'parameters: { minuten_voorstel: 540 }' >>rules/varianten/langer/variant.yaml
cat >rules/varianten/staken/regels.lua <<'LUA'
uitzondering "gelijk_is_verworpen" {
  op = "uitslag", bron = "voorstel", status = "beleid", geldig = { vanaf = "2026-01-01" },
  indien = function(gestemd, voor, tegen) return gestemd and voor == tegen end, dan = verworpen, reden = "de stemmen staken",
}
LUA

exits 0 'a story is played side by side' vergelijk --naast staken --naast langer scenarios/eigen.yaml
says out '^  *pakket  *staken  *langer$' 'the pack comes first, then each law'
says out '^  besluiten vernietigbaar  *1  *0  *1$' 'decisions are counted for each'
says out '^  voorstellen niet genomen  *0  *1  *0$' 'and what is not taken'
# een voorstel kost 240 minuten, onder langer 540: vijf uur meer dan 17
says out '^  uren  *17,0  *17,0  *22,0$' 'a variant that asks more hours shows it'
says out '^  arrangement wilg$' 'the decision that differs is named'
says out 'staken: niet genomen (uitslag): de stemmen staken · voorstel' 'with the rule behind it'
says out 'pakket: vernietigbaar (geldigheid): een tegenstrijdig belang is niet gemeld' 'under each law'
says out '^1 verhaal naast elkaar gespeeld, anders: 1$' 'and a sum'


exits 0 'each law stands by itself' vergelijk --naast langer --naast staken scenarios/eigen.yaml
says out '^  uren  *17,0  *22,0  *17,0$' 'whatever the order of the columns'
exits 0 'a stack is one column' vergelijk --naast staken,langer scenarios/eigen.yaml
says out '^  *pakket  *staken,langer$' 'under its own name'
says out '^  uren  *17,0  *22,0$' 'with all that it changes'
exits 0 'as speel counts it' speel scenarios/eigen.yaml --variant staken,langer
says out 'samen  *22,0 uur' 'so the table does'
exits 0 'a variant may lie under all columns' vergelijk --variant langer --naast staken scenarios/eigen.yaml
says out '^  uren  *22,0  *22,0$' 'then they all have it'

exits 0 'as markdown' vergelijk --naast staken scenarios/eigen.yaml --formaat markdown
says out '^| besluiten vernietigbaar | 1 | 0 |$' 'a table'
exits 0 'as JSON' vergelijk --naast staken scenarios/eigen.yaml --formaat json
says out '"variant": "staken"' 'columns have a name'
says out '"andere_besluiten": \[' 'and what differs is listed'
if command -v python3 >/dev/null; then
    python3 -m json.tool <"$work/out" >/dev/null
    judge 'and it is JSON' $?
fi
"$program" vergelijk --naast staken scenarios "$root/scenarios/bestuur" --kinderen 1 >"$work/one" 2>/dev/null
"$program" vergelijk --naast staken scenarios "$root/scenarios/bestuur" --kinderen 4 >"$work/four" 2>/dev/null
cmp -s "$work/one" "$work/four"
judge 'the number of children does not matter' $?

exits 3 'a variant that is not there is named' vergelijk --naast is-er-niet scenarios/eigen.yaml
says err 'V003' 'with the folder'
exits 2 'another version of the pack is another comparison' vergelijk --naast staken --met . scenarios/eigen.yaml
says err 'A037' 'and that is said'
exits 2 'there is no table in CSV' vergelijk --naast staken --formaat csv scenarios/eigen.yaml
exits 0 'an ordinary comparison tells the hours too' vergelijk --variant langer scenarios/eigen.yaml
says out 'uren werk: 17,0 wordt 22,0' 'was and becomes'
exits 0 'as JSON too' vergelijk --variant langer scenarios/eigen.yaml --formaat json
says out '"minuten_wordt": 1320' 'in minutes'
exits 2 'a name is a name' vergelijk --naast ../staken scenarios/eigen.yaml
exits 2 'there is a most' vergelijk --naast a --naast b --naast c --naast d --naast e --naast f --naast g --naast h --naast i scenarios/eigen.yaml
finish
