#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# The shipped pack and its variants as a text to read: no block over twenty lines, no list of grounds written out twice.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc

# Blocks of more than `most` lines: file, first line, name, lines. A subject is a list of facts and may be longer.
cat >"$work/long.awk" <<'END'
FNR == 1 { begun = 0 }
/^(regel|uitzondering|plicht|mogelijkheid|gebeurtenis|venster|lijst|verdeling) "/ { begun = FNR; name = $2 }
/^}/ { if (begun && FNR - begun + 1 > most) print FILENAME ":" begun ": " name " " FNR - begun + 1; begun = 0 }
END
# Each list of grounds on one line, with its file before it; blanks do not count.
cat >"$work/grounds.awk" <<'END'
FNR == 1 { inside = 0 }
/^ *gronden *= \{$/ { inside = 1; list = ""; next }
inside && /^ *\},$/ { inside = 0; if (list ~ /},.*},/) print FILENAME " " list; next }
inside { gsub(/[ \t]+/, " "); list = list $0 }
END
awk -v most=20 -f "$work/long.awk" rules/passend-onderwijs/*.lua rules/varianten/*/*.lua >"$work/out"
[ ! -s "$work/out" ]
judge 'no block of the shipped rules has more than twenty lines' $?
awk -v most=19 -f "$work/long.awk" rules/passend-onderwijs/*.lua >"$work/out"
[ -s "$work/out" ]
judge 'and the count sees blocks of twenty lines' $?
awk -f "$work/grounds.awk" rules/passend-onderwijs/*.lua | sort | uniq -d >"$work/out"
[ ! -s "$work/out" ]
judge 'no file writes the same list of grounds twice' $?
awk -f "$work/grounds.awk" rules/passend-onderwijs/*.lua >"$work/out"
[ "$(wc -l <"$work/out")" -gt 20 ]
judge 'and the count sees lists of grounds' $?
finish
