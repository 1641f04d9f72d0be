#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# schema: every file of tests/schema/ gets the same verdict from the loader and from the schema, and no
# file that is shipped is refused by one. Needs python3 with jsonschema and yaml for the second half.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

# What the loader says of a file of the corpus: of a scenario itself, of another in its place.
loader() { # kind, file: 0 when it is good
    rm -rf "$work/corpus"
    mkdir "$work/corpus"
    cp -R tests/cli/small/rules "$work/corpus/"
    case $1 in
    scenario) cp "$2" "$work/corpus/verhaal.yaml" && what=$work/corpus/verhaal.yaml ;;
    variant) mkdir -p "$work/corpus/rules/varianten/proef" && cp "$2" "$work/corpus/rules/varianten/proef/variant.yaml" &&
        what=$work/corpus/rules/varianten/proef ;;
    *) cp "$2" "$work/corpus/rules/klein/$1.yaml" && what=$work/corpus/rules/klein ;;
    esac
    timeout 60 "$program" controleer --proeven 0 "$what" >"$work/out" 2>"$work/err" </dev/null
}

cp -R tests/cli/small "$work/small"
kinds='scenario pakket parameters kalender variant'
for kind in $kinds; do
    timeout 60 "$program" schema $kind -o "$work/$kind.json" 2>"$work/err"
    judge "the schema of $kind is written" $?
    timeout 60 "$program" schema $kind --pakket "$work/small/rules/klein" -o "$work/klein-$kind.json" 2>"$work/err"
    judge "the schema of $kind is written with the names of a pack" $?
    for file in tests/schema/$kind/goed/*.yaml; do
        loader $kind "$file"
        judge "the loader takes $file" $?
    done
    for file in tests/schema/$kind/fout/*.yaml; do
        ! loader $kind "$file"
        judge "the loader refuses $file" $?
    done
done
exits 2 'a schema of nothing is wrong use' schema scenarios
says err "A030" 'and is named'
exits 2 'schema needs a kind' schema
exits 3 'a pack that is not there is unreadable' schema scenario --pakket rules/weg
exits 0 'a pack is found by its name' schema scenario --pakket passend-onderwijs
says out 'zorgplicht_geldt' 'and its rules are known'

exits 0 'definitions of Lua are written for the pack at hand' schema lua
says out '^---@meta' 'as a definition file'
says out '^begin_maand = nil' 'with the words of the language'
says out '^sbo = nil' 'and the words of choices'
says out '^---@field geboren datum' 'and facts'
if command -v luac5.4 >/dev/null; then
    luac5.4 -p "$work/out" 2>"$work/err"
    judge 'it is Lua' $?
fi
(cd "$work/small" && timeout 60 "$program" schema lua >"$work/out" 2>"$work/err")
[ $? -eq 3 ]
judge 'of several packs one must be named' $?

if python3 -c 'import jsonschema, yaml' 2>/dev/null; then
    for kind in $kinds; do
        python3 tests/schema/oordeel.py "$work/klein-$kind.json" tests/schema/$kind/*/*.yaml >"$work/out" 2>"$work/err"
        for file in tests/schema/$kind/goed/*.yaml; do
            grep -q "^goed $file$" "$work/out"
            judge "the schema takes $file" $?
        done
        for file in tests/schema/$kind/fout/*.yaml; do
            grep -q "^fout $file " "$work/out"
            judge "the schema refuses $file" $?
        done
    done
    python3 tests/schema/oordeel.py "$work/scenario.json" scenarios/*/*.yaml rules/*/voorbeelden/*.yaml >"$work/out" 2>"$work/err" &&
        ! grep -v '^goed' "$work/out"
    judge 'the schema refuses no shipped scenario' $?
    "$program" schema scenario --pakket passend-onderwijs -o "$work/own.json"
    python3 tests/schema/oordeel.py "$work/own.json" scenarios/varianten/*.yaml scenarios/bestuur/*.yaml rules/*/voorbeelden/*.yaml >"$work/out" 2>"$work/err" &&
        ! grep -v '^goed' "$work/out"
    judge 'nor does the schema of its own pack' $?
    for kind in pakket parameters kalender; do
        python3 tests/schema/oordeel.py "$work/$kind.json" rules/passend-onderwijs/$kind.yaml >"$work/out" 2>"$work/err" &&
            ! grep -v '^goed' "$work/out"
        judge "the schema takes the shipped $kind.yaml" $?
    done
    "$program" schema variant --pakket passend-onderwijs -o "$work/own.json"
    python3 tests/schema/oordeel.py "$work/own.json" rules/varianten/*/variant.yaml >"$work/out" 2>"$work/err" &&
        ! grep -v '^goed' "$work/out"
    judge 'the schema takes every shipped variant' $?
else
    echo 'skipped: python3 with jsonschema and yaml is not installed; schemas were not held against the corpus'
fi
finish
