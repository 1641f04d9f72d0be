#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# grensgevallen: scenarios for paths and boundaries, which toets does not count until they are judged.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

mkdir "$work/all"
cp -R rules "$work/all/rules"
cd "$work/all" || exit 2
exits 0 'grensgevallen of the shipped pack is fine' grensgevallen -o grenzen
says out 'bestanden: .*, gevallen: ' 'and says how many there are'
exits 0 'nothing in them fails' toets grenzen
says out ': 0 uitgekomen, 0 niet' 'and nothing counts as come true'
says out 'Nog niet beoordeeld, en dus niet meegeteld: [1-9]' 'for nobody has judged it'
exits 0 'the files are in order' controleer grenzen --streng
exits 0 'they reach more than 80 % of all paths' dekking grenzen --minimaal 80
cp -R grenzen judged
sed -i '/nog_niet_beoordeeld: ja/d' judged/*.yaml
exits 0 'without the mark every expectation comes true' toets judged
says out ' uitgekomen, 0 niet' 'all of them'
"$program" grensgevallen -o again >/dev/null 2>&1
diff -r grenzen again >/dev/null
judge 'the same pack gives the same bytes' $?
exits 5 'a file that is there is not written over' grensgevallen zorgplicht_geldt -o grenzen
says err 'F015' 'and is named'
echo '# mine' >>grenzen/grens-aanmelding-zorgplicht-geldt-1.yaml
exits 0 'unless that is asked for' grensgevallen zorgplicht_geldt -o grenzen --overschrijven
diff -r grenzen again >/dev/null
judge 'and then it stands there anew' $?
exits 0 'a variant may lie over the pack' grensgevallen aanmelding.besluit_nemen --variant korter-beslissen -o met
grep -q '^variant: korter-beslissen' met/grens-aanmelding-besluit-nemen-1.yaml
judge 'and the file names it' $?
exits 0 'the file plays under the variant' toets met
exits 2 'a name that is not there is wrong use' grensgevallen zorgplicht_gelt
says err 'A022' 'and is named'

cd "$OLDPWD" || exit 2
cp -R tests/cli/small "$work/small"
cd "$work/small" || exit 2
exits 0 'without a folder they are the result' grensgevallen klein overleg_nodig
says out 'nog_niet_beoordeeld: ja' 'with their mark'
says out '^# .*paden' 'and what they reach'
exits 0 'grensgevallen speaks English' grensgevallen klein overleg_nodig --taal en
says out 'nobody has judged it' 'in its remarks'
finish
