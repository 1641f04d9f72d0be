/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the judgement of professionals leaves open: the outcomes that a rule can have when facts
 * marked `oordeel` come out otherwise and all else stays, each with the smallest sets of judgements
 * that lead to it.
 *
 * Method. The rule is evaluated with every combination of the judgements that any path reads, so
 * what is said is exact. From single combinations up, a set of opinions is certain of an outcome
 * when each word of a judgement left open is. The smallest of those are kept, and those that differ
 * in one word only are taken together.
 */
#ifndef PT_ANALYSE_JUDGEMENT_H
#define PT_ANALYSE_JUDGEMENT_H

#include "analyse/agree.h"
#include "model/situation.h"

/* Combinations, each judgement left open counted as a word more: eight of ja/nee are 6,561. */
enum { PT_JUDGEMENT_POINTS = 20000 };

/* The answer lives in `arena`. */
const pt_leeway *pt_leeway_find(pt_arena *arena, const pt_situation *situation,
                                pt_tree_reading trees);

#endif
