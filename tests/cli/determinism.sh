#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The same input gives the same bytes: whatever the locale, the time zone, the number of children, the
# order in which files are named, and whether addresses are random.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

files=$(ls scenarios/dossiers/*.yaml | head -n 12)
upside_down=$(echo "$files" | sort -r)

# outcome FILE ARGUMENT...: everything that a run says, with its exit code.
outcome() {
    into=$1
    shift
    timeout 300 "$@" >"$into" 2>&1
    echo "exit $?" >>"$into"
}

same() {
    cmp -s "$work/first" "$work/other"
    judge "$1" $?
}

for words in 'speel' 'speel --formaat json' 'toets' 'toets --formaat json' 'toets --formaat junit' \
    'toets --formaat github'; do
    # shellcheck disable=SC2086
    outcome "$work/first" "$program" $words --kinderen 1 $files
    outcome "$work/other" "$program" $words --kinderen 2 $files
    same "$words gives the same with two children"
    outcome "$work/other" "$program" $words --kinderen 3 $upside_down
    same "$words gives the same with the files in another order"
    for locale in C C.UTF-8 nl_NL.UTF-8 tr_TR.UTF-8 de_DE.ISO-8859-1; do
        outcome "$work/other" env LC_ALL=$locale LANG=$locale "$program" $words $files
        same "$words gives the same under $locale"
    done
    for zone in Europe/Amsterdam Pacific/Kiritimati America/Adak; do
        outcome "$work/other" env TZ=$zone "$program" $words $files
        same "$words gives the same in $zone"
    done
    if command -v setarch >/dev/null && setarch -R true 2>/dev/null; then
        outcome "$work/other" setarch -R "$program" $words $files
        same "$words gives the same with fixed addresses"
    fi
done

outcome "$work/first" "$program" controleer --kinderen 1
outcome "$work/other" "$program" controleer --kinderen 2
same 'controleer gives the same with two children'

# What a store holds, too.
for children in 1 2; do
    rm -f "$work/uit.db"
    "$program" toets $files --kinderen $children --db "$work/uit.db" >/dev/null 2>&1
    cp "$work/uit.db" "$work/uit$children.db" 2>/dev/null
done
if command -v sqlite3 >/dev/null; then
    sqlite3 "$work/uit1.db" .dump >"$work/first"
    sqlite3 "$work/uit2.db" .dump >"$work/other"
    [ -s "$work/first" ]
    judge 'a store holds something' $?
    same 'a store holds the same with two children'
fi
finish
