#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# Proves the layers by grep: who may include whom, where third-party headers may stand, what is banned.
cd "$(dirname "$0")/.." || exit 2
checks=0
faults=0

none() { # what must be so, then the lines that say otherwise
    found=$2
    checks=$((checks + 1))
    if [ -n "$found" ]; then
        faults=$((faults + 1))
        printf 'fault: %s\n%s\n' "$1" "$found"
    fi
}

includes() { # folder, forbidden folders as a pattern
    grep -rnE "#include \"($2)/" "engine/$1" --include='*.[ch]' --include='*.def'
}

none 'base knows nothing above it' "$(includes base 'model|reader|lua|run|confine|analyse|io|report|cli')"
none 'model includes base alone' "$(includes model 'reader|lua|run|confine|analyse|io|report|cli')"
for middle in reader lua run analyse io report; do
    others=$(printf '%s\n' reader lua run analyse io report | grep -vx "$middle" | paste -sd '|')
    none "$middle includes model and base alone" "$(includes "$middle" "$others|confine|cli")"
done
none 'confine knows processes, not law' "$(includes confine 'reader|lua|run|analyse|io|report|cli|model')"
none 'the command line speaks through the api' "$(grep -nE '#include "(reader|lua|run|analyse|io|report|confine|model)/' engine/cli/*.[ch])"
none 'lua.h only in engine/lua' "$(grep -rlE '#include <(lua|lauxlib|lualib)\.h>' engine include | grep -v '^engine/lua/')"
none 'yaml.h in one file' "$(grep -rl '#include <yaml.h>' engine include | grep -vx 'engine/io/yaml.c')"
none 'sqlite3.h in one file' "$(grep -rl '#include <sqlite3.h>' engine include | tail -n +2)"
none 'xlsxwriter.h in one file' "$(grep -rl '#include <xlsxwriter.h>' engine include | grep -vx 'engine/io/xlsx.c')"
none 'banned functions' "$(grep -rnwE 'sprintf|strcpy|strcat|strtok|gets|atoi|alloca|rand|localtime|setlocale|strtod' engine --include='*.c' |
    grep -vE ':[0-9]+: *(\*|/\*)|"[^"]*(sprintf|strcpy|strcat|strtok|gets|atoi|alloca|rand|localtime|setlocale)')"
none 'no clock in a result' "$(grep -rnwE 'time\(|clock\(' engine --include='*.c' | grep -v '^engine/\(cli\|confine\)/')"
none 'malloc in the arena and in the allocator of Lua alone' "$(grep -rnE '\b(malloc|calloc|realloc)\(' engine --include='*.c' |
    grep -vE '^engine/(base/arena|lua/sandbox)\.c')"
none 'no floating point in a legal outcome' "$(grep -rnwE 'double|float' engine/model engine/run engine/reader engine/analyse --include='*.[ch]' |
    grep -vE ':[0-9]+: *(\*|/\*)|/\*.*(double|float).*\*/')"
none 'every file names its licence' "$(for file in $(git ls-files '*.c' '*.h' '*.lua' '*.def' '*.sql' 2>/dev/null); do
    head -n 2 "$file" | grep -q 'SPDX-License-Identifier: EUPL-1.2' || echo "$file"
done)"
none 'the top level is agreed' "$(git ls-files 2>/dev/null | cut -d/ -f1 | sort -u |
    grep -vxE 'engine|rules|scenarios|include|tests|Makefile|README\.md|LICENSE|\..*')"
none 'file names are unique across folders' "$(find engine -name '*.c' -printf '%f\n' | sort | uniq -d)"

echo "$((checks - faults)) passed, $faults failed"
[ "$faults" -eq 0 ]
