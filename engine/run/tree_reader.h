/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Trees as a reading by themselves: one function answered on inputs that somebody made up, without
 * a world. For the analyses that hold the two readings against each other.
 *
 * Threads: one reader, one thread.
 */
#ifndef PT_RUN_TREE_READER_H
#define PT_RUN_TREE_READER_H

#include "model/reading.h"

typedef struct pt_tree_reader {
    const pt_calendar *calendar;
    pt_region region;
    pt_value *atoms;
    uint32_t *stamps;
    uint32_t stamp;
} pt_tree_reader;

/* A reader with room for every tree of the pack, in `arena`. */
pt_tree_reader *pt_tree_reader_create(pt_arena *arena, const pt_pack *pack, pt_region region);

/* Answers a tree of `function`; `reader` is a pt_tree_reader. False when it cannot be reckoned. */
bool pt_tree_reader_answer(void *reader, const pt_function *function, const pt_tree *tree,
                           const pt_value *inputs, pt_answer *answer);

/* The answer of one test of the tree. */
bool pt_tree_reader_test(void *reader, const pt_function *function, const pt_tree *tree,
                         const pt_test *test, const pt_value *inputs);

#endif
