#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# vergelijk: the money of a story under two keys, as text and as CSV; what small changes do; wrong names.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
story=scenarios/regio/twintigduizend-leerlingen.yaml

exits 0 'a key is compared as text' vergelijk --variant sleutel-schoolmodel $story
sed -n '/^Hoeveel heeft deze school/,$p' "$work/out" >"$work/table"
cmp -s tests/golden/geld.txt "$work/table"
judge 'the table is the one on record' $?
exits 0 'a key is compared as CSV' vergelijk --variant sleutel-schoolmodel --formaat csv $story
cmp -s tests/golden/geld.csv "$work/out"
judge 'the CSV is the one on record' $?
tr -d '\r' <"$work/out" | awk -F';' 'NR > 1 && $3 != "prikkel" && $3 != "risico" {
    gsub(",", "", $7); gsub(",", "", $8)
    if ($3 == "totaal") { was = $7; wordt = $8 } else if ($3 != "bestuur") { a += $7; b += $8 }
} END { exit !(was == a && wordt == b && was > 0) }'
judge 'the rows add up to the total, before and after' $?
awk -F';' 'NR > 1 && NF != 11 { bad = 1 } END { exit bad }' "$work/out"
judge 'every line has eleven cells' $?

# figures COLUMN: that column of the CSV on record, in whole cents.
figures() {
    tr -d '\r' <tests/golden/geld.csv | awk -F';' -v column="$1" 'NR > 1 { if ($column == "onbekend") { print "null"; next } gsub(",", "", $column); printf "%.0f\n", $column }'
}
exits 0 'a key is compared as JSON' vergelijk --variant sleutel-schoolmodel --formaat json $story
sed -n '/"geld": {/,$p' "$work/out" >"$work/json"
for pair in 7:was 8:wordt 9:verschil; do
    figures "${pair%:*}" >"$work/wanted"
    sed -n "s/^ *\"${pair#*:}\": \([-0-9nul]*\),*$/\1/p" "$work/json" >"$work/got"
    [ -s "$work/got" ] && cmp -s "$work/wanted" "$work/got"
    judge "every '${pair#*:}' in the JSON is that of the CSV, in cents" $?
done
[ "$(grep -c '"gelijk": 2' "$work/json")" -eq 1 ] && grep -q '"samen_vooruit": 197727674' "$work/json"
judge 'and it counts who gains and who keeps the same' $?
exits 0 'no story divides over pupils that are not there' vergelijk --variant langere-tlv --formaat json scenarios
! grep -q '"geld": {' "$work/out" && grep -q '"geld": null' "$work/out"
judge 'and one whose money is the same has none in JSON' $?
exits 0 'English has the same figures' vergelijk --variant sleutel-schoolmodel --taal en $story
says out 'gain: 3, together € 1.977.276,74' 'gains are counted in English'
exits 0 'two keys on top of each other' vergelijk --variant sleutel-schoolmodel --variant sleutel-basis-per-school $story
says out '9.886.383,70' 'and the total stays what it was'
exits 0 'two stories with money' vergelijk --variant sleutel-schoolmodel --formaat csv $story scenarios/regio/lwoo-en-praktijkonderwijs.yaml
[ "$(grep -c '^scenario;' "$work/out")" -eq 1 ] && ! grep -q '^$' "$work/out"
judge 'have one line of headings and nothing between' $?
exits 0 'a story without money shows none' vergelijk --variant sleutel-schoolmodel --formaat csv scenarios/dossiers/jip-komt-terug.yaml
[ "$(wc -l <"$work/out")" -eq 1 ]
judge 'only the line of headings' $?

exits 0 'a played region ends with its years' speel $story
sed -n '/^Geld per jaar/,/^Verwachtingen/p' "$work/out" >"$work/table"
cmp -s tests/golden/geld-per-jaar.txt "$work/table"
judge 'as on record' $?
for region in po-wijde-wad vo-lage-land drie-keer-twee tekort-en-groei twintigduizend-leerlingen; do
    exits 0 "$region is played as JSON" speel --formaat json scenarios/regio/$region.yaml
    sed -n '/"geld_per_jaar"/,/"tijdlijn"/p' "$work/out" | awk -F'[:,]' '
        /"bruto_baten"/ { in_ = $2 } /"aftrek"/ { off = $2 } /"naar_scholen"/ { to = $2 }
        /"tekort"/ { short = $2 }
        /"gezamenlijk"/ && in_ !~ /null/ { years++; bad += in_ - off != to + short + $2 }
        END { exit !(years > 0 && bad == 0) }'
    judge 'what comes in, less what goes off, is what goes to schools, stays or is short, every year' $?
done
exits 0 'a story without a year end has no years' speel scenarios/dossiers/jip-komt-terug.yaml
! grep -q '^Geld per jaar' "$work/out"
judge 'nor has one without money' $?

cp -R rules scenarios "$work/"
cd "$work" || exit 2
rm -rf scenarios/dossiers scenarios/varianten
sed -i 's/bedrag: ondersteuningsmiddelen/bedrag: ondersteuningsmiddel/' rules/passend-onderwijs/pakket.yaml
exits 3 'a name under geld that means nothing is refused' vergelijk --variant sleutel-schoolmodel $story
says err "P034.*'ondersteuningsmiddel'" 'and is named'
sed -i 's/bedrag: ondersteuningsmiddel$/bedrag: ondersteuningsmiddelen/; s/, bruto_baten\]/, sector]/' rules/passend-onderwijs/pakket.yaml
exits 3 'so is what is no amount, year by year' vergelijk --variant sleutel-schoolmodel $story
says err "P034.*jaren.*'sector'" 'and is named'
sed -i 's/, sector\]/, bruto_baten]/' rules/passend-onderwijs/pakket.yaml
sed -i 's/bedrag: ondersteuningsmiddel$/bedrag: ondersteuningsmiddelen/; s/arrangementen: [13]/arrangementen: 0/' rules/passend-onderwijs/pakket.yaml $story
sed -i '/deel_arrangementen/d; /ondersteuningsmiddelen: "3/d' $story
exits 4 'a key over pupils that are not there is refused' toets $story
says err 'U048.*sleutel_arrangementen' 'and is named'
finish
