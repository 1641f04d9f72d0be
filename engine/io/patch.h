/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Writing over single scalars of a YAML file, with everything else left as it was, byte for byte:
 * comments, blank lines, order and quotes. For `toets --vastleggen`.
 *
 * Threads: pure but for the arena and the report.
 */
#ifndef PT_IO_PATCH_H
#define PT_IO_PATCH_H

#include "base/diagnostics.h"

/* What is to stand where a scalar stands now. Line and column are those of its pt_position. */
typedef struct pt_replacement {
    pt_position at;
    const char *text; /* the value itself; quotes are added where YAML needs them */
} pt_replacement;

/*
 * The text of `source` with every replacement made, in `arena`, NUL-ended. Replacements may come in
 * any order, and the same one more than once. A quoted scalar stays quoted in the same way.
 *
 * Errors: NULL, with findings, when two replacements want different texts in one place, when no
 * scalar stands at one of them, or when the outcome would not read back as what was asked.
 */
const char *pt_patch(pt_arena *arena, const pt_source *source, const pt_replacement *replacements,
                     size_t count, pt_report *report);

#endif
