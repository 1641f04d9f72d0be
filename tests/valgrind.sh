#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The quick test programs under valgrind; children, deadlines and endless rules are left to the sanitizers.
# usage: tests/valgrind.sh build/VARIANT
cd "$(dirname "$0")/.." || exit 2
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for name in test_date test_term test_pack test_yaml test_typed test_pack_yaml test_scenario test_read test_call \
    test_tree_evaluate test_evaluate test_duties test_window test_replay test_agree test_outcome test_json test_rows test_store; do
    program=$1/tests/$name
    [ -x "$program" ] || continue
    if timeout 900 valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite "$program" >"$log" 2>&1; then
        passed=$((passed + 1))
        echo "$name: clean"
    else
        failed=$((failed + 1))
        cat "$log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
