#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# speel as CSV and as a workbook: the same values, numbers as numbers, the same bytes each time, and
# what can not be written is said.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
stories="scenarios/bestuur/arrangement-van-de-eigen-school.yaml scenarios/regio/tekort-en-groei.yaml
scenarios/dossiers/besluit-over-de-zomer.yaml"

# shellcheck disable=SC2086
{
exits 0 'a folder gets a CSV for each table' speel $stories --formaat csv -o "$work/map"
exits 0 'a workbook is written' speel $stories --formaat xlsx -o "$work/uit.xlsx"
exits 0 'and once more, with two children and elsewhere' speel $stories --formaat xlsx -o "$work/weer.xlsx" --kinderen 2
env TZ=Pacific/Kiritimati LC_ALL=nl_NL.UTF-8 "$program" speel $stories --formaat xlsx -o "$work/daar.xlsx" >"$work/out" 2>"$work/err"
exits 0 'without -o it is one CSV' speel $stories --formaat csv
cp "$work/out" "$work/scherm.csv"
exits 0 'and in a file that is named .csv' speel $stories --formaat csv -o "$work/een.csv"
exits 0 'a store beside it holds the same' speel $stories --formaat csv -o "$work/twee.csv" --db "$work/uit.db"
}
cmp -s "$work/uit.xlsx" "$work/weer.xlsx"
judge 'two runs give the same workbook, byte for byte' $?
cmp -s "$work/uit.xlsx" "$work/daar.xlsx"
judge 'and so does another locale and time zone' $?
cmp -s "$work/scherm.csv" "$work/een.csv" && cmp -s "$work/een.csv" "$work/twee.csv"
judge 'the CSV is the same on the screen, in a file and beside a store' $?
if command -v python3 >/dev/null; then
    python3 tests/cli/tables.py "$work/uit.xlsx" "$work/map" >"$work/out" 2>"$work/err"
    judge 'the workbook reads back as the CSV: numbers, euros, dates, heading' $?
fi
grep -q '^arrangement-van-de-eigen-school;;2026-03-12;v1;.*;40000,00;2;2;1;' "$work/map/besluiten.csv"
judge 'a decision stands with its amount and votes' $?
grep -q '^tekort-en-groei;;2024;school;kade;ondersteuningsmiddelen;-5583,45;2024-01-01;' "$work/map/geld.csv"
judge 'money stands by school and year' $?
grep -q '^tekort-en-groei;;2024;samenwerkingsverband;haven;aftrek;223442,85;2024-01-01;' "$work/map/geld.csv" &&
    grep -q '^tekort-en-groei;;2024;samenwerkingsverband;haven;tekort;-8442,85;2024-01-01;' "$work/map/geld.csv"
judge 'and what the year of a samenwerkingsverband comes to' $?
grep -q ';besluit_nemen;a1;te_laat_vervuld;2026-07-27;' "$work/map/plichten.csv" ||
    grep -q ';besluit_nemen;a1;te_laat' "$work/map/plichten.csv"
judge 'a duty stands with its status' $?

exits 2 'a workbook is not for the screen' speel scenarios/dossiers/precies-vier-weken.yaml --formaat xlsx
says err 'A038' 'and says what is missing'
[ ! -s "$work/out" ]
judge 'and writes nothing' $?
exits 5 'a folder that can not be made is said so' speel scenarios/dossiers/precies-vier-weken.yaml --formaat csv -o /proc/map
exits 5 'as is a workbook in a folder that is not there' speel scenarios/dossiers/precies-vier-weken.yaml --formaat xlsx -o "$work/nergens/uit.xlsx"
exits 2 'toets makes no workbook' toets scenarios/dossiers/precies-vier-weken.yaml --formaat xlsx -o "$work/nee.xlsx"
finish
