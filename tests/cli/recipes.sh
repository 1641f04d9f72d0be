#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The recipes of rules/ci/ do what they say: the shell parts run, and the files can be read.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

for script in rules/ci/keuring.sh rules/ci/pre-commit; do
    sh -n "$script" 2>"$work/err"
    judge "$script is shell" $?
done
if python3 -c 'import yaml' 2>/dev/null; then
    for file in rules/ci/*.yml.voorbeeld; do
        python3 -c 'import sys, yaml; yaml.safe_load(open(sys.argv[1], encoding="utf-8"))' "$file" 2>"$work/err"
        judge "$file is YAML" $?
    done
    python3 -c 'import json, sys; json.load(open(".vscode/settings.json"))' 2>"$work/err"
    judge 'the settings of the editor are JSON' $?
else
    echo 'skipped: python3 with yaml is not installed; the recipes were not parsed'
fi
for file in rules/ci/*.yml.voorbeeld; do
    grep -q 'sh rules/ci/keuring.sh' "$file"
    judge "$file runs the checks" $?
done

# A small repository: the rules as they were, and an edit.
mkdir -p "$work/map/scenarios"
cp -R tests/cli/small/rules "$work/map/rules"
rm -rf "$work/map/rules/kapot" "$work/map/rules/vrij"
cp -R rules/ci "$work/map/rules/ci"
cp tests/cli/small/goed.yaml "$work/map/scenarios/"
mkdir "$work/vorige"
cp -R "$work/map/rules" "$work/vorige/"
cd "$work/map" || exit 2
check() { # name=value...: runs the checks
    env PROEFTUIN="$program" "$@" sh rules/ci/keuring.sh >"$work/out" 2>"$work/err"
}
check MINIMAAL=40
judge 'rules that are right pass' $?
! check MINIMAAL=100
judge 'rules that scenarios do not reach enough do not' $?
sed -i 's/waarde: 3,/waarde: 4,/' rules/klein/parameters.yaml
! check VORIGE="$work/vorige"
judge 'an edit that a scenario notices does not pass' $?
says out 'antwoordtermijn' 'and the comparison names what was edited'
sed -i 's/uiterlijk: 2026-03-31/uiterlijk: 2026-04-07/' scenarios/goed.yaml
check VORIGE="$work/vorige"
judge 'an edit with its scenario passes' $?
grep -q antwoordtermijn verschil.md
judge 'the comparison is kept' $?
if command -v git >/dev/null; then
    rm -rf rules
    cp -R "$work/vorige/rules" rules
    {
        git init -q . && git add rules scenarios
        git -c user.name=a -c user.email=a@example.invalid commit -qm begin
        sed -i 's/waarde: 3,/waarde: 4,/' rules/klein/parameters.yaml && git add rules
    } >"$work/out" 2>&1
    PROEFTUIN=$program sh rules/ci/pre-commit >"$work/out" 2>"$work/err"
    judge 'the hook lets a good edit pass' $?
    says out 'antwoordtermijn' 'and shows what it changes'
    sed -i 's/eenheid: weken/eenheid: week/' rules/klein/parameters.yaml
    git add rules
    ! PROEFTUIN=$program sh rules/ci/pre-commit >"$work/out" 2>"$work/err"
    judge 'the hook stops what can not be read' $?
fi
finish
