/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Proves that two trees over the same atoms give the same on every case: both are walked at once,
 * and a pair of paths that the declared domains leave open must end alike.
 */
#ifndef PT_ANALYSE_EQUIVALENT_H
#define PT_ANALYSE_EQUIVALENT_H

#include "model/pack.h"

/* Words that an atom is known not to have. */
typedef struct pt_excluded_words {
    uint16_t atom;
    uint64_t words;
} pt_excluded_words;

/*
 * True when proved; false when they differ, or when it is not known within a bounded walk. Cases
 * with `excluded` words are left out.
 */
bool pt_trees_equivalent(const pt_tree *a, const pt_tree *b, const pt_excluded_words *excluded,
                         size_t excluded_count);

/*
 * The words that cannot come before a tree of `function`, because it says whether a ground applies
 * and an earlier one, in force throughout, takes them. Room for PT_LIMIT_INPUTS; gives their
 * number.
 */
size_t pt_words_taken_before(const pt_pack *pack, const pt_function *function, const pt_tree *tree,
                             pt_excluded_words *excluded);

/* Is nothing in force before `day` that uses the parameter? Then it may as well hold earlier. */
bool pt_parameter_idle_before(const pt_pack *pack, uint16_t parameter, pt_date day);

#endif
