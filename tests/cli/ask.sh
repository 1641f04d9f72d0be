#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# speel --vraag: what it asks, what it takes for an answer, and that the story is the same as with
# --keuze.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
story=scenarios/dossiers/wie-hakt-de-knoop-door.yaml

# asked ANSWERS CODE SENTENCE ARGUMENT...: plays with these answers (printf) on the input.
asked() {
    answers=$1
    wanted=$2
    sentence=$3
    shift 3
    printf "$answers" | timeout 120 "$program" speel --vraag "$@" >"$work/out" 2>"$work/err"
    code=$?
    [ "$code" -eq "$wanted" ]
    judge "$sentence (exit $code, wanted $wanted)" $?
}

# same SENTENCE ARGUMENT...: the last run gave on stdout what this one gives.
same() {
    sentence=$1
    shift
    "$program" speel "$@" >"$work/chosen" 2>/dev/null
    [ -s "$work/out" ] && cmp -s "$work/out" "$work/chosen"
    judge "$sentence" $?
}

asked '2\npas_na_de_zomer\n' 0 'a number and a name are answers' $story
same 'answers give the same bytes as --keuze' $story --keuze knoop=overleg --keuze terug=pas_na_de_zomer
says err 'Beslispunt knoop: De doorzetter kan nu beslissen.*(vaart)' 'the question and who decides are shown'
says err '1\. doorzetten (standaard)' 'branches have a number, and the default is marked'
[ "$(grep -c 'Beslispunt' "$work/err")" -eq 2 ]
judge 'each decision point is asked once' $?
sed '/Beslispunt knoop/,$d' "$work/err" | grep -q 'zondag 11 april 2027'
judge 'the story up to the point comes before the question' $?
sed '/Beslispunt knoop/,$d' "$work/err" | grep -q 'gekozen\|Plichten en mogelijkheden'
[ $? -eq 1 ]
judge 'what comes after the point is not told before it' $?
sed '1,/Beslispunt knoop/d' "$work/err" | grep -q 'zondag 11 april 2027'
[ $? -eq 1 ]
judge 'what was told is not told again' $?

asked '\n\n' 0 'an empty line is an answer' $story
same 'an empty line takes the default' $story
asked '  overleg \r\n2\n' 0 'blanks around an answer do not count' $story
same 'an answer with blanks is the branch' $story --keuze knoop=overleg --keuze terug=pas_na_de_zomer
asked '' 0 'no input at all is no mistake' $story
says err 'er komt geen antwoord meer' 'the end of the input is said'
same 'the end of the input takes the defaults' $story
asked '2' 0 'a last line without an end counts' $story
same 'then the defaults follow' $story --keuze knoop=overleg

asked 'onzin\n3\n0\noverlg\n2\n\n' 0 'a wrong answer is asked again' $story
same 'and the right one then counts' $story --keuze knoop=overleg
says err "'onzin' is geen van de keuzes" 'a wrong answer is named'
says err "bedoelde u 'overleg'" 'a name that is nearly right is suggested'
asked 'a\nb\nc\nd\ne\nf\n2\n' 2 'five wrong answers are enough' $story
says err 'A036' 'and that is a finding'
[ ! -s "$work/out" ]
judge 'nothing is played then' $?
printf '\033[2J\n2\n\n' | "$program" speel --vraag $story >"$work/out" 2>"$work/err"
! grep -q "$(printf '\033')" "$work/err"
judge 'an answer can not steer the terminal' $?

asked '2\n' 0 '--keuze answers beforehand' $story --keuze terug=meteen
[ "$(grep -c 'Beslispunt' "$work/err")" -eq 1 ]
judge 'and that point is not asked' $?
same 'together they are the choices' $story --keuze knoop=overleg --keuze terug=meteen
asked '2\n' 2 'a choice that is not there is refused' $story --keuze knop=overleg
asked '2\n' 2 'two scenarios at once are refused' $story scenarios/bestuur
says err 'A035' 'and that is said'
asked '2\n' 3 'a scenario that is not there is no question' scenarios/niets.yaml

asked '2\n1\n' 0 'JSON comes after the questions' $story --formaat json
same 'as JSON the result is the same too' $story --formaat json --keuze knoop=overleg --keuze terug=meteen
asked '2\n1\n' 0 'the result may go to a file' $story -o "$work/file"
"$program" speel $story --keuze knoop=overleg | cmp -s - "$work/file"
judge 'and is the same there' $?
asked '' 0 'a story without decision points asks nothing' scenarios/bestuur/arrangement-van-de-eigen-school.yaml
[ ! -s "$work/err" ]
judge 'and says nothing' $?
same 'and is played as ever' scenarios/bestuur/arrangement-van-de-eigen-school.yaml

# --- at a terminal ---
if command -v script >/dev/null; then
    printf '2\n\n' | NO_COLOR=1 script -qec "$program speel --vraag $story" /dev/null >"$work/terminal" 2>&1
    tr -d '\r' <"$work/terminal" >"$work/out"
    [ "$(grep -c '^Wie is wie' "$work/out")" -eq 1 ] && [ "$(grep -c '^zondag 11 april 2027' "$work/out")" -eq 1 ]
    judge 'on a terminal the story goes on where it was' $?
    says out 'gekozen: overleg' 'and tells what was chosen'
    says out 'Plichten en mogelijkheden' 'and how it ended'
fi
finish
