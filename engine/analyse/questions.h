/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The questions that the text of a function asks, found back in its trees.
 *
 * One place in the text may stand in a tree as several nodes, and in the tree of every period of
 * law; all of them are one question. Half of an equality and the row of a table are questions of
 * their own. Answers are those of the tests; `opposite` says that the text asks the reverse.
 */
#ifndef PT_ANALYSE_QUESTIONS_H
#define PT_ANALYSE_QUESTIONS_H

#include "model/coverage.h"

#define PT_NO_QUESTION UINT32_MAX

typedef struct pt_question {
    const pt_tree *tree; /* the first in which it stands */
    const pt_test *test;
    uint32_t part; /* of a place that asks the same of several bounds: which of them, by size */
    bool opposite;
} pt_question;

typedef struct pt_questions {
    pt_question *items; /* in order of first appearance */
    size_t count;
    uint32_t **of_node; /* by shared tree, by node; PT_NO_QUESTION for leaves */
} pt_questions;

/* The questions of a function as the coverage plan has it, in `arena`. */
pt_questions pt_questions_of(pt_arena *arena, const pt_coverage_function *function);

/* As the text has it, or in words of the language where that would mislead. */
const char *pt_question_words(pt_arena *arena, const pt_pack *pack, const pt_function *function,
                              const pt_question *question);

#endif
