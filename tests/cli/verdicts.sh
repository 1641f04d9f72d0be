#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# controleer on small packs with what is wrong in them marked on its line, and the same findings for forges.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
python3 -c '' 2>/dev/null || {
    echo 'skipped: python3 is not installed; the verdicts were not judged'
    exit 0
}

python3 tests/verdicts/judge.py "$program" "$work/packs" >"$work/out" 2>"$work/err"
judge 'all bad small packs are flagged by code and line, and no good one' $?
tail -n 1 "$work/out"

cd "$work/packs" || exit 2
"$program" controleer rules scenarios --streng --formaat sarif >"$work/all.sarif" 2>"$work/err"
"$program" controleer rules/composed-2 --formaat sarif >"$work/none.sarif" 2>"$work/err"
"$program" controleer rules scenarios --streng --taal en --formaat sarif >"$work/english.sarif" 2>"$work/err"
"$program" controleer rules scenarios --streng --formaat github >"$work/out" 2>"$work/err"
[ "$(grep -c '^::\(error\|warning\|notice\) file=[^,]*,line=[1-9][0-9]*,' "$work/out")" -gt 500 ]
judge 'many findings are annotations with a file and a line' $?
! grep -v '^::\(error\|warning\|notice\) ' "$work/out" | grep -q '^::'
judge 'an annotation is an error, a warning or a notice' $?

# A name that would end a property or a line of the annotation.
mkdir -p "$work/odd/a,b:c 100%/rules"
cp -r rules/conditions-1 "$work/odd/a,b:c 100%/rules/"
cd "$work/odd" || exit 2
"$program" controleer "a,b:c 100%/rules/conditions-1" --formaat github >"$work/out" 2>"$work/err"
grep -q 'file=a%2Cb%3Ac 100%25/rules/conditions-1/regels.lua,line=3,' "$work/out"
judge 'what ends a property of an annotation is escaped' $?
"$program" controleer "a,b:c 100%/rules/conditions-1" --formaat sarif >"$work/odd.sarif" 2>"$work/err"

cd "$root" || exit 2
if python3 -c 'import jsonschema' 2>/dev/null; then
    python3 tests/schema/sarif.py "$work"/*.sarif >"$work/out" 2>"$work/err"
    judge 'SARIF of many findings, of none, in English and with odd names keeps to the standard' $?
    sed 's/"startLine": [0-9]*/"startLine": 0/; s/"level": "warning"/"level": "warn"/' "$work/all.sarif" >"$work/bad.sarif"
    ! python3 tests/schema/sarif.py "$work/bad.sarif" >"$work/out" 2>"$work/err"
    judge 'and what does not keep to it is refused' $?
else
    echo 'skipped: python3 with jsonschema is not installed; SARIF was not judged'
fi
finish
