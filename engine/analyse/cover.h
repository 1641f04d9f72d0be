/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Adds up what was reached of a pack: shares by kind, what was never reached, and each line of the
 * rule files.
 *
 * What can be reached: every version of a rule, duty or faculty that is in force for somebody, and
 * every exception that holds; every status that the declaration of a duty makes possible; both
 * answers to every question of the text; every path of every tree; every article that a ground
 * names; every event; every value of a parameter. What lies in a function that was never asked is
 * counted as missing, but only the function is listed.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_COVER_H
#define PT_ANALYSE_COVER_H

#include "model/coverage.h"

/* `scenarios`, `plays` and `elsewhere` of the result are the caller's to fill in. */
const pt_covered *pt_cover(pt_arena *arena, const pt_coverage *coverage);

#endif
