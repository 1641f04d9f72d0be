/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Holds the two readings of every rule function against each other: on every boundary point of
 * every path of its trees, and on seeded random points.
 *
 * For each path a point that takes it is made from the constraints of its tests; from there each
 * test is flipped: every word and absence for a choice, and for a linear test the last and first
 * value of every input of it on both sides of where its answer changes.
 *
 * Errors: a disagreement adds finding U030 with the smallest case (as many inputs as possible put
 * back to their plainest value). A point that neither reading can compute counts for nothing.
 */
#ifndef PT_ANALYSE_AGREE_H
#define PT_ANALYSE_AGREE_H

#include "model/reading.h"

/* The first reading, handed in: a tree answered on given inputs, and one of its tests. */
typedef struct pt_tree_reading {
    bool (*answer)(void *context, const pt_function *function, const pt_tree *tree,
                   const pt_value *inputs, pt_answer *answer);
    bool (*test)(void *context, const pt_function *function, const pt_tree *tree,
                 const pt_test *test, const pt_value *inputs);
    void *context;
} pt_tree_reading;

typedef struct pt_agreement {
    size_t functions; /* with trees */
    size_t trees;
    size_t paths;
    size_t points; /* answered by both */
    size_t opaque; /* tests split without proof */
    size_t free;   /* functions of free blocks: read by Lua alone */
    size_t disagreements;
} pt_agreement;

/* `random_points` is per tree; the same seed gives the same points. */
pt_agreement pt_agree(const pt_pack *pack, pt_tree_reading trees, pt_reading second, uint64_t seed,
                      size_t random_points, pt_report *report);

#endif
