#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Static analysis: gcc -fanalyzer, cppcheck and clang-tidy where they are installed. A finding fails.
cd "$(dirname "$0")/.." || exit 2
passed=0
failed=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
flags="-std=c11 -D_POSIX_C_SOURCE=200809L -Iengine -Iinclude $(pkg-config --cflags lua5.4 | sed 's/-I/-isystem /g')"
sources=$(ls engine/*.c engine/*/*.c)

judge() { # name, status
    if [ "$2" -eq 0 ]; then
        passed=$((passed + 1))
        echo "$1: nothing found"
    else
        failed=$((failed + 1))
        echo "$1:"
        cat "$log"
    fi
}

gnu() {
    case $1 in engine/confine/*) echo -D_GNU_SOURCE ;; esac
}

analyse_gcc() {
    status=0
    for file in $sources; do
        # shellcheck disable=SC2086
        gcc $flags $(gnu "$file") -Ibuild/check/generated -O1 -fanalyzer -Werror -c -o /dev/null "$file" || status=1
    done
    return $status
}

tidy() {
    status=0
    for file in $sources; do
        # shellcheck disable=SC2086
        clang-tidy --quiet --warnings-as-errors='*' \
            --checks='-*,clang-analyzer-*,-clang-analyzer-security.insecureAPI.DeprecatedOrUnsafeBufferHandling,bugprone-*,-bugprone-easily-swappable-parameters,-bugprone-assignment-in-if-condition,-bugprone-suspicious-include,-bugprone-branch-clone,-bugprone-sizeof-expression,-bugprone-implicit-widening-of-multiplication-result,-bugprone-suspicious-missing-comma' \
            "$file" -- $flags $(gnu "$file") -Ibuild/check/generated 2>/dev/null || status=1
    done
    return $status
}

analyse_gcc >"$log" 2>&1
judge 'gcc -fanalyzer' $?
if command -v cppcheck >/dev/null; then
    cppcheck --quiet --std=c11 --error-exitcode=1 --inline-suppr --enable=warning,portability \
        --suppress=missingInclude --suppress=normalCheckLevelMaxBranches -Iengine -Iinclude engine >"$log" 2>&1
    judge cppcheck $?
fi
if command -v clang-tidy >/dev/null; then
    tidy >"$log" 2>&1
    judge clang-tidy $?
fi
if command -v clang-format >/dev/null; then
    # shellcheck disable=SC2046
    clang-format --dry-run --Werror $sources $(ls engine/*/*.h include/*.h tests/*.c tests/*.h) >"$log" 2>&1
    judge clang-format $?
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
