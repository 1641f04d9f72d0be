/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two packs held against each other as a whole: parameters, texts of blocks, terms and bearers of
 * duties, and for each rule and duty the exact difference of its answers.
 */
#ifndef PT_ANALYSE_CHANGES_H
#define PT_ANALYSE_CHANGES_H

#include "analyse/difference.h"

/* Everything that differs, in `arena`. */
const pt_comparison *pt_compare_packs(pt_arena *arena, const pt_pack *before, const pt_pack *after,
                                      const pt_differing *how);

/*
 * Parameters and blocks alone, without trees: enough to say what a difference in a story leans on.
 */
const pt_comparison *pt_compare_texts(pt_arena *arena, const pt_pack *before, const pt_pack *after);

/*
 * What was changed that the rule, duty or event called `name` leans on, nearest first and
 * at most three: kind and name in words of the rules ("parameter x, regel y"); NULL: nothing.
 */
const char *pt_cause_of(pt_arena *arena, const pt_comparison *comparison, const char *name);

#endif
