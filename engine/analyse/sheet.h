/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The pages of a rulebook: one name whole, the list of all blocks, and what is not law.
 *
 * `day` is the day on which linked articles are shown; a ground that does not hold then is linked
 * as it stood on the nearest day on which it did.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_SHEET_H
#define PT_ANALYSE_SHEET_H

#include "model/rulebook.h"

/* What is known before a page is made. */
typedef struct pt_rulebook {
    const pt_uses *uses;
    const pt_touched *touched; /* by path */
    size_t touched_count;
    pt_date day;
} pt_rulebook;

/*
 * The sheet of one thing, all versions of it together: `things` are those of one name, and are the
 * same (pt_uses_same).
 */
pt_sheet *pt_sheet_make(pt_arena *arena, const pt_rulebook *book, const uint32_t *things,
                        size_t count);

/* All blocks, in the order of the pack: by file, then as they stand in it. */
pt_listing *pt_listing_make(pt_arena *arena, const pt_rulebook *book);

#endif
