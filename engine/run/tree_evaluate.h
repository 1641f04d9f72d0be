/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Evaluates one decision tree for given inputs, and says until when the outcome stands.
 *
 * The outcome stands as long as the inputs other than vandaag do not change and every test on the
 * path that depends on vandaag answers as it did. For a form that is linear in vandaag that day is
 * exact; calendar words are searched as staircases, and the day found is never too late (it may be
 * too early only when words move against each other for hundreds of steps).
 *
 * Units of calls, where tree.h leaves room: the constant of a division or remainder is in the units
 * of its form (so sixteenths for numbers); a quotient or percentage of type NUMBER is rounded to a
 * whole number, of other types to the smallest unit; numbers of years, months and days are plain.
 *
 * Nothing is allocated. Threads: one workspace, one thread.
 */
#ifndef PT_RUN_TREE_EVALUATE_H
#define PT_RUN_TREE_EVALUATE_H

#include "model/calendar.h"
#include "model/tree.h"

/* One visited node of a path. */
typedef struct pt_trace_step {
    uint32_t node;
    bool answer;
} pt_trace_step;

/* The path of an evaluation, root first; room for PT_LIMIT_TREE_DEPTH steps is enough. */
typedef struct pt_trace {
    pt_trace_step *steps;
    size_t count;
    size_t capacity; /* what does not fit is not kept */
} pt_trace;

/* What an evaluation is given. Atoms and stamps have room for the atoms of the tree. */
typedef struct pt_moment {
    const pt_calendar *calendar;
    pt_region region;
    pt_date today;
    const pt_value *inputs; /* one per input of the function */
    uint16_t today_input;   /* which of them is vandaag, or UINT16_MAX */
    pt_value *atoms;
    uint32_t *stamps;
    uint32_t *stamp; /* raised for each evaluation; stamps and this start at 0 */
} pt_moment;

typedef struct pt_tree_result {
    bool failed; /* arithmetic left 64 bits, or an absent value was reckoned with: no outcome */
    pt_value value;
    const pt_leaf *leaf;
    pt_date holds_until; /* PT_DATE_FOREVER: as long as the inputs stand */
} pt_tree_result;

/* `trace` may be NULL. */
pt_tree_result pt_tree_evaluate(const pt_tree *tree, const pt_moment *moment, pt_trace *trace);

/* The answer of one test, whether or not the path of these inputs comes by it. */
bool pt_tree_test(const pt_tree *tree, const pt_moment *moment, const pt_test *test);

/* The value of one atom, or of a form as `type`; UNKNOWN when it cannot be reckoned. */
pt_value pt_tree_atom(const pt_tree *tree, const pt_moment *moment, uint16_t atom);
pt_value pt_tree_form(const pt_tree *tree, const pt_moment *moment, const pt_form *form,
                      pt_type type);

#endif
