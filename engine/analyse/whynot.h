/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Why was it not so: the smallest changes of facts that would have given another outcome.
 *
 * Method. The rule is evaluated with the path it takes; only a fact that the path reads can turn
 * it, so one of those is changed, and so on, to PT_WHY_NOT_CHANGES deep: first one fact, then two.
 * A word is tried with every word; of a number or day the boundaries are found over all that it
 * reaches, and each stretch between them is tried at its nearest value. What is given has been
 * evaluated in full.
 *
 * Impossible is proved apart from that: no path with the outcome is left under the constraints of
 * model/constraints.h, with all that can change left free. When neither succeeds both are false:
 * no way, and not impossible.
 *
 * Distances: one for a word, ja or nee; for numbers and days the steps moved (from onbekend or
 * geen: one, and the steps from the lowest value that is not below 0, or from the day asked about).
 */
#ifndef PT_ANALYSE_WHYNOT_H
#define PT_ANALYSE_WHYNOT_H

#include "analyse/agree.h"
#include "model/situation.h"

enum { PT_WHY_NOT_CHANGES = 4, PT_WHY_NOT_WAYS = 5 };

/* `wanted` is a value of the type of the rule. The answer lives in `arena`. */
const pt_why_not *pt_why_not_find(pt_arena *arena, const pt_situation *situation,
                                  pt_tree_reading trees, pt_value wanted);

#endif
