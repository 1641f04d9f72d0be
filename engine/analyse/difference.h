/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The exact difference of a rule or duty in two packs: for which cases the answer differs.
 *
 * Both are put together into trees over one set of inputs (analyse/linked.h) and walked together
 * under one store of constraints. What is listed is complete and without overlap; for every case in
 * a region both answers are as said. A region for which no case is found may be empty: it says so.
 * Required facts are taken to be filled in.
 *
 * What leans on movers is told in its own inputs and how those move. Which of its regions exist is
 * decided with the movers put in down to what does not move: regions that cannot be are left out,
 * and a case of each is a real one.
 */
#ifndef PT_ANALYSE_DIFFERENCE_H
#define PT_ANALYSE_DIFFERENCE_H

#include "analyse/linked.h"
#include "model/comparison.h"

/* How answers are reckoned. */
typedef struct pt_differing {
    const pt_tree_reading *trees; /* one for each side */
    uint64_t seed;                /* of the search for cases */
    void (*moves)(void *context); /* told now and then that the work goes on; may be NULL */
    void *context;
    const pt_movers *movers; /* or NULL */
    bool base;               /* regions in facts, with all rules put in */
} pt_differing;

typedef struct pt_differed {
    const pt_difference_period *periods; /* by date; neighbours with the same regions are one */
    size_t count;
    bool free;   /* leans on Lua without a tree */
    bool leans;  /* movers stand in it */
    bool unseen; /* a window or list that may be another stands in it */
} pt_differed;

/* The periods of law in which the answer differs, in `arena`; adds to `mover` (may be NULL) how. */
pt_differed pt_differ(pt_arena *arena, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                      const pt_differing *how, pt_mover *mover);

#endif
