#!/bin/sh
# SPDX-License-Identifier: EUPL-1.2
# `make install` puts program, library, header, pkg-config file, rules and scenarios in their places,
# and a stranger's program can be built against them.
cd "$(dirname "$0")/../.." || exit 2
. tests/cli/support.inc
make --no-print-directory VARIANT=release DESTDIR="$work/place" PREFIX=/usr/local install >"$work/out" 2>"$work/err"
judge 'make install succeeds' $?
place=$work/place/usr/local
for file in bin/proeftuin lib/libproeftuin.a include/proeftuin.h lib/pkgconfig/proeftuin.pc \
    share/proeftuin/rules/passend-onderwijs/pakket.yaml share/proeftuin/scenarios/README.md; do
    [ -s "$place/$file" ]
    judge "$file is installed" $?
done
"$place/bin/proeftuin" --versie | grep -q '^proeftuin [0-9]'
judge 'the installed program runs' $?

cat >"$work/use.c" <<'C'
#include <proeftuin.h>
#include <stdio.h>
int main(int count, char *words[])
{
    pt_session *session = pt_session_create();
    pt_task *task = pt_task_create(session, "toets");
    for (int i = 1; i < count; i++)
        pt_task_add_path(task, words[i]);
    int outcome = pt_task_run(task);
    printf("%s%s", pt_task_output(task, NULL), pt_task_messages(task, NULL));
    pt_task_destroy(task);
    pt_session_destroy(session);
    return outcome;
}
C
# The file is relocated, as packagers do, for the place it stands in now.
flags=$(PKG_CONFIG_PATH=$place/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR= pkg-config --define-variable=prefix="$place" --cflags --libs proeftuin)
# shellcheck disable=SC2086
gcc -std=c11 -Wall -Wextra -Wpedantic -Werror -o "$work/use" "$work/use.c" $flags >"$work/out" 2>"$work/err"
judge "a stranger's program is built with the flags of pkg-config" $?
"$work/use" scenarios/dossiers/besluit-over-de-zomer.yaml >"$work/out" 2>"$work/err"
judge "a stranger's program judges a scenario" $?
if command -v g++ >/dev/null; then
    echo '#include <proeftuin.h>' | g++ -Wall -Wextra -Werror -x c++ -fsyntax-only -I "$place/include" - >"$work/out" 2>"$work/err"
    judge 'the header can be used from C++' $?
fi
finish
