#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# overzicht: what each school offers of the plan, as text and as CSV; wrong names.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
story=scenarios/regio/basisondersteuning.yaml

exits 0 'an overview is shown' overzicht $story
cmp -s tests/golden/overzicht.txt "$work/out"
judge 'it is the one on record' $?
exits 0 'also as CSV' overzicht $story --formaat csv
cmp -s tests/golden/overzicht.csv "$work/out"
judge 'which is the one on record' $?
exits 0 'and in English' overzicht $story --taal en
says out 'missing: taalklas, leerlijn' 'with what is missing'
exits 0 'two stories have one line of headings' overzicht $story scenarios/regio/twintigduizend-leerlingen.yaml --formaat csv
[ "$(wc -l <"$work/out")" -eq 10 ]
judge 'four schools, five schools and the headings' $?
exits 2 'no other form' overzicht $story --formaat json

cp -R rules "$work/"
mkdir "$work/scenarios"
cp $story "$work/scenarios/"
cd "$work" || exit 2
sed -i 's/is_er: aanwezig/is_er: aanwezg/' rules/passend-onderwijs/pakket.yaml
exits 2 'a name under overzicht that means nothing is refused' overzicht scenarios/basisondersteuning.yaml
says err "P035.*'aanwezg'" 'and is named'
finish
