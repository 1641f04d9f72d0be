#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Runs all tests of a coverage build and prints the line coverage of engine/ by folder and in all.
# usage: tests/cover.sh build/VARIANT
cd "$(dirname "$0")/.." || exit 2
build=$1
find "$build" -name '*.gcda' -delete
tests/run.sh "$build" >"$build/cover.log" 2>&1
tail -n 1 "$build/cover.log"
find "$build/engine" -name '*.gcno' | sort | while read -r note; do
    (cd "$build" && gcov -n -o "$(dirname "../../$note")" "../../$note" 2>/dev/null)
done | awk '
    /^File /  { file = $2; gsub("\x27", "", file); keep = file ~ /^engine\/.*\.c$/ }
    /^Lines executed:/ && keep {
        split($0, part, /[:% ]+/)
        hit = part[3] * part[5] / 100
        folder = file; sub(/\/[^\/]*$/, "", folder)
        if (!(file in seen)) { seen[file] = 1; lines[folder] += part[5]; hits[folder] += hit; all += part[5]; got += hit }
        keep = 0
    }
    END {
        for (folder in lines) printf "%-20s %6d lines %6.1f %%\n", folder, lines[folder], 100 * hits[folder] / lines[folder] | "sort"
        close("sort")
        printf "%-20s %6d lines %6.1f %%\n", "engine", all, all ? 100 * got / all : 0
    }'
