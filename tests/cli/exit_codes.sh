#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The table of exit codes: 0 fine, 1 findings, 2 wrong use, 3 unreadable input, 4 a rule failed or hit
# a limit, 5 writing failed, 130 Ctrl-C. `proeftuin help` prints the same table.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
cp -R tests/cli/small "$work/small"
cd "$work/small" || exit 2

exits 0 'speel of a good scenario is fine' speel goed.yaml
exits 0 'speel shows what does not come true and is fine' speel fout.yaml
exits 0 'toets of what comes true is fine' toets goed.yaml
exits 0 'controleer of a good pack is fine' controleer klein
exits 0 'verklaar of something there is fine' verklaar goed.yaml v1.antwoorden --op 2026-03-11
exits 0 'uitleg of a code is fine' uitleg Y001
exits 0 'uitleg of a code in small letters is fine' uitleg y001
exits 0 'diagnose is fine' diagnose
exits 0 'help is fine' help
exits 0 'help of a command is fine' help toets
exits 0 '--help behind a command is fine' toets --help
exits 0 '-h alone is fine' -h
exits 0 '--versie is fine' --versie
for code in 0 1 2 3 4 5 70 130; do
    "$program" help >"$work/out" 2>/dev/null
    grep -qE "^ +$code  " "$work/out"
    judge "help names exit code $code" $?
done

exits 1 'toets of what does not come true finds something' toets fout.yaml
exits 1 'controleer of a broken scenario finds something' controleer stuk.yaml
exits 1 'controleer of a broken pack finds something' controleer kapot

exits 2 'no command at all is wrong use'
exits 2 'an unknown command is wrong use' spel
says err "bedoelde u 'speel'" 'an unknown command gets a suggestion'
exits 2 'an unknown option is wrong use' toets --formaatt json
says err "bedoelde u 'formaat'" 'an unknown option gets a suggestion'
exits 2 'an abbreviated option is wrong use' toets --form json
exits 2 'an unknown value is wrong use' toets --formaat jsn goed.yaml
says err "bedoelde u 'json'" 'an unknown value gets a suggestion'
exits 2 'an option without its value is wrong use' toets goed.yaml --formaat
exits 2 'a value for an option that takes none is wrong use' speel goed.yaml --alles=ja
exits 2 'an option of another command is wrong use' controleer --vastleggen
exits 2 'the same option twice is wrong use' toets --formaat json --formaat json
exits 2 'no scenario to play is wrong use' speel
exits 2 'too many arguments are wrong use' uitleg Y001 Y002
exits 2 'an unknown code is wrong use' uitleg Q123
exits 2 'an unknown language is wrong use' speel goed.yaml --taal fr
exits 2 'a choice that is no choice is wrong use' speel goed.yaml --keuze knoop
exits 2 'a choice that the story lacks is wrong use' speel goed.yaml --keuze knoop=ja
exits 2 'a day that is no day is wrong use' verklaar goed.yaml v1.antwoorden --op 2026-02-30
exits 2 'a day outside the story is wrong use' verklaar goed.yaml v1.antwoorden --op 2030-01-01
exits 2 'something that is not there is wrong use' verklaar goed.yaml v1.antworden
says err "bedoelde u 'antwoorden'" 'something that is not there gets a suggestion'
exits 2 'a name that can be no name is wrong use' nieuw scenario 'Mijn plan'
exits 2 'a kind that can not be made is wrong use' nieuw regel plan

exits 3 'a file that is not there is unreadable' speel nergens.yaml
exits 3 'a scenario with errors is unreadable' speel stuk.yaml
exits 3 'a scenario with errors is unreadable for toets too' toets stuk.yaml
exits 3 'a scenario among good ones is still unreadable' toets goed.yaml stuk.yaml
exits 3 'a scenario of a broken pack is unreadable' speel kapot.yaml
exits 3 'a pack that is not there is unreadable' speel weg.yaml
says err "bedoelde u 'klein'" 'a pack that is not there gets a suggestion'
exits 3 'a variant that is not there is unreadable' speel goed.yaml --variant nergens
exits 3 'a folder with nothing to do is unreadable' toets leeg
exits 3 'a folder instead of a scenario is searched' speel leeg
mkfifo pijp.yaml
exits 3 'a pipe is unreadable, and not waited for' speel pijp.yaml
rm pijp.yaml
mkdir koppelingen
ln -s /etc/passwd koppelingen/wacht.yaml
exits 3 'a link in a folder is not followed' toets koppelingen
! grep -q root "$work/err"
judge 'nothing of what a link points to is shown' $?

exits 4 'a rule that never ends hits its limit' toets eindeloos.yaml
says err 'eindeloos' 'the rule that never ends is named'
says out '^1 passed, ' 'the other rules still ran'

if [ "$(id -u)" -ne 0 ]; then
    mkdir vast && chmod a-w vast
    exits 5 'a folder that can not be written to fails' speel goed.yaml -o vast/uit.txt
fi
exits 5 'a folder that is not there can not be written to' speel goed.yaml -o nergens/uit.txt
exits 5 'a database in a folder that is not there can not be written' toets goed.yaml --db nergens/uit.db
if [ -w /dev/full ]; then
    timeout 60 "$program" speel goed.yaml >/dev/full 2>"$work/err"
    [ $? -eq 5 ]
    judge 'a full disk behind stdout is a failure to write' $?
fi

exits 0 'a result goes to a file' speel goed.yaml -o uit.txt
[ -s uit.txt ] && [ ! -s "$work/out" ]
judge 'what goes to a file does not go to stdout' $?
ls -a | grep -q '^\.uit'
[ $? -ne 0 ]
judge 'no half-written file is left' $?

"$program" speel goed.yaml | head -n 1 >"$work/out" 2>"$work/err"
[ ! -s "$work/err" ]
judge 'whoever closes the pipe is not bothered' $?

# Ctrl-C while a child reckons: a thousand times a rule that runs into its limit.
{
    sed 's/uren: 8/uren: {uren}/; s/: eindeloos$/: traag/' eindeloos.yaml
    echo 'tabel:'
    echo '  kolommen: [uren]'
    echo '  rijen:'
    for row in $(seq 1000); do echo "    - [$((row % 40))]"; done
} >traag.yaml
"$program" toets traag.yaml -o traag.txt >"$work/out" 2>"$work/err" &
pid=$!
sleep 0.4
kill -INT "$pid"
wait "$pid"
code=$?
[ "$code" -eq 130 ]
judge "an interrupted run says so (exit $code, wanted 130)" $?
[ ! -e traag.txt ]
judge 'an interrupted run leaves no half result' $?
finish
