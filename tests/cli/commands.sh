#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The commands as a policymaker uses them: new files that work at once, an edited rule, accepted
# outcomes, variants, choices, a results store.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
cp -R rules "$work/"
cd "$work" || exit 2

# --- nieuw ---
exits 0 'a new scenario is made' nieuw scenario mijn-plan
exits 0 'a new scenario comes true' toets scenarios/mijn-plan.yaml
exits 0 'a new variant is made' nieuw variant mijn-variant
exits 0 'a new variant has no errors' controleer rules/varianten/mijn-variant
says out 'mijn-variant' 'a variant is checked with its pack'
exits 1 'a new variant makes a difference' toets scenarios/mijn-plan.yaml --variant mijn-variant
exits 0 'a new pack is made' nieuw pakket ons-beleid
exits 0 'a new pack has no errors' controleer ons-beleid
exits 0 'the example of a new pack comes true' toets rules/ons-beleid
for kind in scenario variant pakket; do
    name=mijn-plan
    [ $kind = variant ] && name=mijn-variant
    [ $kind = pakket ] && name=ons-beleid
    exits 2 "a $kind that is there is not written over" nieuw $kind $name
done
exits 0 'the new scenario can still be played' speel scenarios/mijn-plan.yaml

# --- an edited rule, without building anything ---
sed -i '/^antwoordtermijn:/,/waarde:/s/waarde: 3/waarde: 5/' rules/ons-beleid/parameters.yaml
exits 0 'a pack with another parameter is played' speel rules/ons-beleid/voorbeelden/eerste.yaml
says out 'uiterlijk dinsdag 14 april 2026' 'an edited parameter moves the last day'
sed -i 's/uren < overleg_vanaf/uren <= overleg_vanaf/' rules/ons-beleid/regels.lua
exits 1 'an edited condition changes the outcome' toets rules/ons-beleid
cat >>rules/ons-beleid/regels.lua <<'LUA'
regel "lang_verzoek" {
  over = "verzoek", titel = "Is het een lang verzoek?", bron = "eigen afspraak", geldig = { vanaf = "2024-08-01" }, levert = ja_nee,
  bepaal = function(spoed) if spoed then return nee, "er is spoed bij" end return ja, "er is geen spoed bij" end,
}
LUA
exits 3 'a fact that is not there yet is named' speel rules/ons-beleid/voorbeelden/eerste.yaml
says err "spoed" 'the unknown fact stands in the message'
sed -i 's/    beantwoord_op /    spoed          = ja_nee { "spoed", begin = nee },\n    beantwoord_op /' rules/ons-beleid/gegevens.lua
exits 0 'a new rule with a new fact is played at once' speel rules/ons-beleid/voorbeelden/eerste.yaml --alles
says out 'Is het een lang verzoek' 'the new rule shows'

# --- vastleggen ---
cp rules/ons-beleid/voorbeelden/eerste.yaml voor.yaml
exits 0 'what came out is accepted' toets rules/ons-beleid --vastleggen
says out '^  + .*2026-04-14' 'what is accepted is shown first'
exits 0 'what was accepted comes true' toets rules/ons-beleid
[ "$(diff voor.yaml rules/ons-beleid/voorbeelden/eerste.yaml | grep -c '^>')" -eq 2 ]
judge 'only the lines that were wrong have changed' $?
grep -q '# 10 maart + 21 dagen' rules/ons-beleid/voorbeelden/eerste.yaml
judge 'comments stay' $?
cp rules/ons-beleid/voorbeelden/eerste.yaml voor.yaml
exits 0 'accepting what is right is fine' toets rules/ons-beleid --vastleggen
cmp -s voor.yaml rules/ons-beleid/voorbeelden/eerste.yaml
judge 'accepting what is right changes nothing' $?

# --- a results store ---
exits 0 'a run is stored' toets scenarios/mijn-plan.yaml --db uit.db
exits 0 'a second run is stored beside it' speel scenarios/mijn-plan.yaml --db uit.db
if command -v sqlite3 >/dev/null; then
    [ "$(sqlite3 uit.db 'SELECT count(*) FROM run WHERE complete = 1')" = 2 ]
    judge 'both runs are whole' $?
    [ -n "$(sqlite3 uit.db 'SELECT * FROM tijdlijn LIMIT 1')" ]
    judge 'the timeline can be asked for' $?
    [ "$(sqlite3 uit.db 'PRAGMA integrity_check; PRAGMA foreign_key_check')" = ok ]
    judge 'the file is sound' $?
fi
echo 'geen database' >uit.txt
exits 5 'a file that is no store is not written over' toets scenarios/mijn-plan.yaml --db uit.txt
grep -q 'geen database' uit.txt
judge 'it is as it was' $?

# --- help, languages, forms ---
for command in speel toets controleer verklaar uitleg nieuw schema diagnose help; do
    exits 0 "$command has help" $command --help
    says out "proeftuin $command" "the help of $command has an example"
    exits 0 "$command has help in English" help $command --taal en
    says out 'Exit codes' "the help of $command is in English"
done
# What an example reads is there, in a folder as it is cloned; what it writes has a folder.
for command in speel takken toets controleer verklaar vergelijk overzicht dekking muteer grensgevallen regels schema; do
    for language in nl en; do
        "$program" help $command --taal $language 2>"$work/err" | grep '^  proeftuin [^[]*$' >"$work/out"
        [ -s "$work/out" ]
        judge "the help of $command has examples ($language)" $?
        grep -oE '(-o|--output|--schrijf) [^ ]+' "$work/out" | while read -r _ made; do
            case $made in scenarios/grenzen) continue ;; esac
            [ -d "$root/$(dirname "$made")" ] || echo "$made"
        done >"$work/err"
        sed -E 's/(-o|--output|--schrijf) [^ ]+//' "$work/out" | grep -oE ' (scenarios|rules)[^ ]*' |
            while read -r read; do [ -e "$root/$read" ] || echo "$read"; done >>"$work/err"
        grep -oE -- '--(variant|naast) [^ ]+' "$work/out" | cut -d' ' -f2 | tr ',' '\n' |
            while read -r variant; do [ -d "$root/rules/varianten/$variant" ] || echo "$variant"; done >>"$work/err"
        [ ! -s "$work/err" ]
        judge "what the examples of $command name is there ($language)" $?
    done
done
exits 0 'a case is shown in English' speel scenarios/mijn-plan.yaml --taal en
says out 'by Monday 27 July 2026' 'fixed words are English'
NO_COLOR=1 "$program" speel scenarios/mijn-plan.yaml --kleur altijd >"$work/out" 2>"$work/err"
grep -q "$(printf '\033')" "$work/out"
judge 'colour that is asked for is given' $?
exits 0 'what goes to a pipe has no colour' speel scenarios/mijn-plan.yaml
! grep -q "$(printf '\033')" "$work/out"
judge 'and so no escape' $?
chmod 600 voor.yaml
exits 0 'an output is written over a file' speel scenarios/mijn-plan.yaml --uitvoer=voor.yaml
[ "$(stat -c %a voor.yaml)" = 600 ]
judge 'the file keeps its mode' $?
exits 0 'every code is listed' uitleg
[ "$(grep -cE '^[A-Z][0-9]{3} ' "$work/out")" -gt 200 ]
judge 'and there are many' $?
exits 0 'words behind -- are no options' toets -- scenarios/mijn-plan.yaml
finish
