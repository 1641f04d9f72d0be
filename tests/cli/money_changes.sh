#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# What vergelijk says that a small change does, against the whole story told anew with that change in it.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
key=sleutel-schoolmodel
more='een leerling met een arrangement erbij'
gone='een leerling verwezen naar het so of vso (categorie 1)'
heavy='vijf verklaringen in categorie 3 erbij'
light='tien verklaringen in categorie 1 erbij'

# cents FILE SORT NAME WHAT COLUMN: an amount on the last day of the table, in cents.
cents() {
    tr -d '\r' <"$1" | awk -F';' -v sort="$2" -v name="$3" -v what="$4" -v column="$5" '
        $3 == sort && (name == "" || $5 == name) && $6 == what { day[$2] += 0; sums[$2] = sums[$2] + whole($column); last = $2 }
        function whole(text) { gsub(",", "", text); return text + 0 }
        END { printf "%.0f\n", sums[last] }'
}

# replayed SORT NAME TITLE: the story in $work/changed.yaml moved by what the table of the first says.
replayed() {
    "$program" vergelijk --variant $key --formaat csv "$work/changed.yaml" >"$work/changed.csv" 2>"$work/err"
    for column in 7 8; do
        said=$(cents "$work/first.csv" "$1" "$2" "$3" $column)
        was=$(cents "$work/first.csv" school "$2" ondersteuningsmiddelen $column)
        is=$(cents "$work/changed.csv" school "$2" ondersteuningsmiddelen $column)
        [ "$said" -ne 0 ] && [ $((is - was)) -eq "$said" ]
        judge "$story, ${2:-all}, $3, column $column: said $said, and it went from $was to $is" $?
    done
}

# erbij FACT MORE LINES: adds to a number on the lines of the story that have this in them.
erbij() {
    awk -v fact="$1: " -v more="$2" -v lines="$3" '
        index($0, lines) && (at = index($0, fact)) {
            rest = substr($0, at + length(fact)); match(rest, /^[0-9]+/)
            $0 = substr($0, 1, at + length(fact) - 1) (substr(rest, 1, RLENGTH) + more) substr(rest, RLENGTH + 1)
        } { print }' "$work/changed.yaml" >"$work/next" && mv "$work/next" "$work/changed.yaml"
}

ln -s "$root/rules" "$work/rules"
for story in twintigduizend-leerlingen po-wijde-wad; do
    # Only what the world begins with: what the story expects would no longer come true.
    start() { sed '/^verloop:/{s/$/ []/;q}' "scenarios/regio/$story.yaml" >"$work/changed.yaml"; }
    start
    "$program" vergelijk --variant $key --formaat csv "$work/changed.yaml" >"$work/first.csv" 2>"$work/err"
    for school in kade werf; do
        start
        erbij leerlingen 1 "{ school: $school, geteld_op"
        erbij arrangementen 1 "{ school: $school, geteld_op"
        replayed prikkel $school "$more"
        start
        erbij leerlingen -1 "{ school: $school, geteld_op"
        erbij leerlingen 1 'categorie: categorie_1'
        replayed prikkel $school "$gone"
    done
    start
    erbij leerlingen 5 'categorie: categorie_3'
    replayed risico '' "$heavy"
    start
    erbij leerlingen 10 'categorie: categorie_1'
    replayed risico '' "$light"
done
finish
