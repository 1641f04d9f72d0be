#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# regels: the list, the page of a name, what is not law; where the pack is sought; exit codes.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

# --- The shipped pack -----------------------------------------------------------------------------

timeout 120 "$program" regels --kinderen 1 >"$work/one" 2>"$work/err"
judge 'regels lists the shipped pack' $?
timeout 120 "$program" regels --kinderen 3 >"$work/out" 2>"$work/err"
cmp -s "$work/one" "$work/out"
judge 'the number of children reaches no result' $?
says out 'Elke regel en elke plicht wordt door een scenario of voorbeeld geraakt' \
    'every rule and duty of the shipped pack is touched'
exits 0 'a name gives a page' regels zorgplicht_geldt
says out 'BWBR0003420&artikel=40&lid=4&g=2026-08-01' 'with a link to the article as it stands'
exits 0 'a day may be asked' regels zorgplicht_geldt --op 2019-03-01
says out 'BWBR0003420&artikel=40&lid=4&g=2019-03-01' 'and the link is to the law of that day'
says out 'BWBR0044212&artikel=8.9&g=2022-08-01' 'or to the first day of a later law'
exits 0 'regels lists what is not law' regels --aannames
says out '\[overgeleverd\]' 'with what was recalled'
says out '\[aanname\]' 'with what was assumed'
says out '\[open norm\]' 'with what a professional judges'
for what in '' --aannames zorgplicht_geldt beslistermijn; do
    # shellcheck disable=SC2086
    timeout 120 "$program" regels $what >"$work/out" 2>"$work/err"
    # Characters, not bytes: continuation bytes do not count.
    LC_ALL=C sed 's/[\x80-\xbf]//g' "$work/out" | awk 'length > 100' >"$work/wide"
    [ -s "$work/out" ] && [ ! -s "$work/wide" ]
    judge "no line of 'regels $what' is wider than 100 columns" $?
done

# --- A small pack ---------------------------------------------------------------------------------

mkdir "$work/small" "$work/small/scenarios" "$work/small/deep"
cp -R tests/cli/small/rules "$work/small/rules"
cp tests/cli/small/goed.yaml "$work/small/scenarios/goed.yaml"
cd "$work/small" || exit 2
exits 3 'of several packs one must be named' regels
says err 'A021' 'and the finding names two of them'
exits 0 'a pack is known by its name' regels klein
says out 'antwoorden: Antwoorden op het verzoek' 'and its duties are listed'
says out 'gespeelde scenariobestanden: 1' 'with the scenarios beside rules'
exits 0 'or by its folder' regels rules/klein
exits 0 'or by a file in it' regels rules/klein/regels.lua
exits 3 'two packs are one too many' regels klein vrij
exits 3 'a folder without a pack is not there' regels scenarios/
exits 0 'a name comes behind the pack' regels klein overleg_nodig
says out 'scenarios/goed.yaml: geraakt, verwachtingen: 1' 'with what the scenario shows of it'
exits 0 'a name may have its subject before it' regels klein verzoek.overleg_nodig
exits 2 'a name that is not there is wrong use' regels klein overleg_nodg
says err "bedoelde u 'overleg_nodig'" 'and the nearest is suggested'
[ ! -s "$work/out" ]
judge 'and nothing is shown' $?
exits 2 'a wrong day is wrong use' regels klein --op 1-8-2026
exits 2 'a form of another command is wrong use' regels klein --formaat junit
exits 0 'regels gives JSON' regels klein --formaat json
says out '"geraakt_door": 1' 'with how many scenarios touch a block'
exits 0 'a page as JSON' regels klein antwoordtermijn --formaat json
says out '"soort": "parameter"' 'says what it is'
exits 0 'regels speaks English' regels klein antwoorden --taal en
says out 'What depends on it' 'on its pages'
exits 0 'a name narrows what is not law' regels klein --aannames overleg_nodig
says out 'overleg_nodig' 'to that name'
! grep -q antwoorden "$work/out"
judge 'and leaves out the others' $?
exits 2 'which must be there' regels klein --aannames overleg

# --- A variant ------------------------------------------------------------------------------------

mkdir -p rules/varianten/vlug
cat >rules/varianten/vlug/variant.yaml <<'YAML'
variant: vlug
titel: Vlugger antwoorden
basis: klein
vanaf: 2026-01-01
waarom: om te proberen
parameters: { antwoordtermijn: 1 }
regels: [regels.lua]
YAML
cat >rules/varianten/vlug/regels.lua <<'LUA'
plicht "bevestigen" {
  over = "verzoek", wie = "school", bron = "wens", status = "beleid", geldig = { vanaf = "2026-01-01" },
  termijn = { vanaf = function(ontvangen_op) return ontvangen_op end, lengte = dagen(2), recht = beleid },
  vervuld = function(beantwoord_op) return beantwoord_op end,
}
LUA
sed -e 's/^scenario: goed/scenario: vlug/' -e 's/^pakket: klein/pakket: klein\nvariant: vlug/' \
    -e 's/v1.antwoorden: vervuld/v1.bevestigen: te_laat_vervuld/' -e '/uiterlijk/d' scenarios/goed.yaml >scenarios/vlug.yaml
exits 0 'a story of a variant shows nothing of the pack itself' regels klein antwoorden
grep -q 'vlug.yaml' "$work/out"
[ $? -eq 1 ]
judge 'and is not among its scenarios' $?
exits 2 'what only the variant has is not in the pack' regels klein bevestigen
exits 0 'a variant may be laid over it' regels klein bevestigen antwoordtermijn --variant vlug
says out 'scenarios/vlug.yaml: geraakt, verwachtingen: 1' 'and then its story counts'
says out '1 week, vanaf 1 januari 2026' 'and its values stand with their day'
rm -r rules/varianten scenarios/vlug.yaml

# --- When a rule gives which outcome --------------------------------------------------------------

exits 0 'the paths of a rule and a duty' regels klein overleg_nodig antwoorden --paden --op 2026-03-02
[ -n "$PT_GOLDEN" ] && cp "$work/out" "$root/tests/golden/regels-paden.txt"
cmp -s "$work/out" "$root/tests/golden/regels-paden.txt"
judge 'are as they should be' $?
exits 0 'down to the facts' regels klein overleg_nodig --diep --op 2026-03-02
says out 'uitgewerkt' 'it says how many rules were worked out'
exits 0 'of all rules, as JSON' regels klein --paden --formaat json --op 2026-03-02
says out '"uitkomst": "ja"' 'with outcomes'
exits 2 'a fact has no paths' regels klein uren --paden
says err 'A024' 'with its code'
exits 2 'nor has what is not there' regels klein overleg_nodg --paden
says err 'A020' 'with its code'
exits 0 'before the law there are none' regels klein overleg_nodig --paden --op 2000-01-01
says out 'niet in werking' 'which is said'

# --- Where the pack is sought ---------------------------------------------------------------------

rm -r rules/vrij rules/kapot
cd deep || exit 2
exits 0 'the pack of the nearest parent folder is the usual one' regels overleg_nodig
says out '^  regel overleg_nodig van verzoek' 'and a name is sought in it'
exits 0 'a folder above may be named' regels .. overleg_nodig
cd .. || exit 2
echo 'bepaal = (' >>rules/klein/regels.lua
exits 3 'a pack that can not be read is said' regels
[ ! -s "$work/out" ]
judge 'and nothing of it is shown' $?
rm -r rules/klein
exits 3 'without a pack there is nothing to show' regels
finish
