/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The exact difference of a rule or duty in two packs: for which cases the answer differs.
 *
 * Both are composed into trees over one set of inputs (analyse/forest.h) and walked together under
 * one store of constraints. What is listed is complete and without overlap; for every case in a
 * region both answers are as said. A region for which no case is found may be empty: it says so.
 * Required facts are taken to be filled in.
 */
#ifndef PT_ANALYSE_DIFFERENCE_H
#define PT_ANALYSE_DIFFERENCE_H

#include "analyse/composed.h"
#include "model/comparison.h"

/* How answers are reckoned. */
typedef struct pt_differing {
    const pt_tree_reading *trees; /* one for each side */
    uint64_t seed;                /* of the search for cases */
    void (*moves)(void *context); /* told now and then that the work goes on; may be NULL */
    void *context;
} pt_differing;

/*
 * The periods of law in which the answer differs, by date, in `arena`; neighbouring periods with
 * the same regions are one. `*free` is set when it leans on Lua without a tree.
 */
const pt_difference_period *pt_differ(pt_arena *arena, const pt_matter *before,
                                      const pt_matter *after, const pt_differing *how,
                                      size_t *count, bool *free);

#endif
