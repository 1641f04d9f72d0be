/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A box: all cases in which every atom is in a certain state and every form between two bounds.
 * Paths of a forest end in boxes without overlap; boxes that fit together become one.
 *
 * Threads: one set, one thread.
 */
#ifndef PT_ANALYSE_BOXES_H
#define PT_ANALYSE_BOXES_H

#include "analyse/agree.h"
#include "analyse/forest.h"
#include "model/constraints.h"

typedef struct pt_box {
    uint8_t can_be[PT_MOST_ATOMS]; /* as in pt_constraints */
    uint64_t words[PT_MOST_ATOMS];
    pt_bounded_form *bounds; /* each form once; open ends are +-PT_BOX_OPEN */
    size_t bound_count;
    uint32_t before; /* leaves of the forest */
    uint32_t after;
    bool gone; /* became part of another */
} pt_box;

#define PT_BOX_OPEN (INT64_MAX / 4)

typedef struct pt_boxes {
    const pt_forest *forest;
    const pt_constraints *start; /* all atoms met, nothing known */
    pt_box *items;
    size_t count;
    size_t capacity;
} pt_boxes;

/* Adds the box of a path: the tests taken with their answers, and what they teach. */
void pt_boxes_add(pt_arena *arena, pt_boxes *boxes, const pt_test *const *tests,
                  const bool *answers, size_t count, const pt_constraints *known, uint32_t before,
                  uint32_t after);

/* Drops bounds that follow from the rest, and joins boxes with equal leaves as long as that can be
   done without taking in or leaving out a case. */
void pt_boxes_join(pt_arena *arena, pt_boxes *boxes);

/* What a box teaches. */
void pt_box_learn(const pt_boxes *boxes, const pt_box *box, pt_constraints *known);

/* Are these values of the inputs of the forest in the box? */
bool pt_box_holds(const pt_boxes *boxes, const pt_box *box, const pt_tree_reading *trees,
                  const pt_value *inputs);

/* Takes in what a box says of inputs that do not move; false when that cannot be together. */
bool pt_box_meet(const pt_boxes *boxes, const pt_box *box, pt_constraints *known);

/* The conditions of a box in words, in `arena`. */
const char **pt_box_words(pt_arena *arena, const pt_boxes *boxes, const pt_box *box, size_t *count);

#endif
