#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The quick test programs under valgrind; children, deadlines and endless rules are left to the sanitizers.
# usage: tests/valgrind.sh build/VARIANT
cd "$(dirname "$0")/.." || exit 2
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
judge() { # name, status
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
        echo "$1: clean"
    else
        failed=$((failed + 1))
        echo "$1:"
        cat "$log"
    fi
}

under_valgrind() {
    timeout 900 valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,indirect \
        "$@" >"$log" 2>&1
}

for name in test_message test_date test_term test_pack test_yaml test_typed test_pack_yaml test_scenario test_read test_call \
    test_tree_evaluate test_evaluate test_duties test_window test_replay test_agree test_outcome test_json test_rows test_store; do
    program=$1/tests/$name
    [ -x "$program" ] || continue
    under_valgrind "$program"
    judge "$name" $?
done
# The program with its children, who are not the parent's to free.
story=scenarios/dossiers/twee-deskundigen.yaml
for words in "speel $story" "toets $story" "verklaar $story t1.advies" "uitleg A001" "diagnose"; do
    # shellcheck disable=SC2086
    under_valgrind --trace-children=yes "$1/proeftuin" $words
    status=$?
    [ "$status" -ne 99 ]
    judge "$words" $?
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
