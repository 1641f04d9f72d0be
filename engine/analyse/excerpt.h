/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The text of a block, fact or parameter as it stands in its file, whole lines, with the comment
 * lines right above it.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_EXCERPT_H
#define PT_ANALYSE_EXCERPT_H

#include "base/diagnostics.h"

typedef struct pt_excerpt {
    const char *text; /* in the source itself; not NUL-ended */
    size_t length;    /* without the last line feed */
    uint32_t first_line;
} pt_excerpt;

/*
 * From the line of `at`: in a rule file to the end of the line on which its table closes, in a YAML
 * file to the next key of the file itself. Empty, line 0, when `at` has no file.
 */
pt_excerpt pt_excerpt_at(pt_position at);

#endif
