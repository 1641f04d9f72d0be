/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What of a pack is not read in a law, and what hangs on it: blocks and values of parameters with a
 * status other than `wet`, and facts that a professional judges.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_ASSUMPTIONS_H
#define PT_ANALYSE_ASSUMPTIONS_H

#include "analyse/sheet.h"

/* One such thing, for who counts what rests on it. */
typedef struct pt_doubt {
    uint32_t thing;
    bool assumed;        /* all that is not law of it is `aanname` */
    const bool *reached; /* pt_uses_reach */
} pt_doubt;

typedef struct pt_doubts {
    pt_doubt *all; /* blocks, parameters, then facts */
    size_t count;
} pt_doubts;

pt_doubts pt_doubts_find(pt_arena *arena, const pt_uses *uses);

/* The page; expectations are those that the scenarios of the book were found to rest on. */
pt_assumptions *pt_assumptions_make(pt_arena *arena, const pt_rulebook *book);

#endif
