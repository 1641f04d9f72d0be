#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs every test program of a build, the shell tests, the scenarios and the rule examples, and adds up.
# usage: tests/run.sh build/VARIANT
cd "$(dirname "$0")/.." || exit 2
build=$1
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT

count() { # label: adds what the log says; a program that says nothing has failed
    good=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test(s)\..*/\1/p; s/^\([0-9]*\) passed, [0-9]* failed$/\1/p' "$log" | tail -n 1)
    bad=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test(s).*/\1/p; s/^[0-9]* passed, \([0-9]*\) failed$/\1/p' "$log" | tail -n 1)
    if [ "$2" -ne 0 ] && [ "${bad:-0}" -eq 0 ]; then bad=1; fi
    if [ "${good:-0}" -eq 0 ] && [ "${bad:-0}" -eq 0 ]; then bad=1; fi
    passed=$((passed + ${good:-0}))
    failed=$((failed + ${bad:-0}))
    printf '%-34s %5s passed' "$1" "${good:-0}"
    if [ "${bad:-0}" -gt 0 ]; then
        printf ', %s failed\n' "$bad"
        cat "$log"
    else
        printf '\n'
    fi
}

for program in "$build"/tests/test_*; do
    [ -x "$program" ] && [ ! -d "$program" ] || continue
    case $program in *.d | *.o) continue ;; esac
    timeout 300 "$program" >"$log" 2>&1
    count "$(basename "$program")" $?
done
for script in tests/cli/*.sh; do
    [ -f "$script" ] || continue
    PROEFTUIN=$build/proeftuin timeout 600 sh "$script" >"$log" 2>&1
    count "$script" $?
done
timeout 300 tests/check_layers.sh >"$log" 2>&1
count tests/check_layers.sh $?
timeout 600 "$build/proeftuin" controleer rules scenarios >"$log" 2>&1
status=$?
[ $status -eq 0 ] && echo "1 passed, 0 failed" >>"$log"
count "controleer rules scenarios" $status
timeout 600 "$build/proeftuin" toets scenarios rules >"$log" 2>&1
count "toets scenarios rules" $?

echo
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
