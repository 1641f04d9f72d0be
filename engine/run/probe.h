/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Asks what a made-up case comes to: the outcome of a rule, duty or list on its day, and the path
 * that one function takes on the way there.
 *
 * Normal use:
 *     pt_probe probe = pt_probe_create(arena, plan, counters, second);
 *     probe.owner = owner;
 *     probe.function = function;
 *     if (pt_probe_ask(&probe, &made) && probe.asked) ... probe.steps ...
 *
 * Threads: one probe, one thread. What it gives is good until it asks again.
 */
#ifndef PT_RUN_PROBE_H
#define PT_RUN_PROBE_H

#include "model/made_case.h"
#include "run/evaluate.h"

typedef enum pt_owner_kind { PT_OWNER_RULE, PT_OWNER_DUTY, PT_OWNER_LIST } pt_owner_kind;

/* What functions belong to: a rule group, a duty group, a list. */
typedef struct pt_owner {
    uint8_t kind;
    uint16_t index;
} pt_owner;

typedef struct pt_probe {
    const pt_pack *pack;
    const pt_plan *plan;
    const pt_coverage_plan *counters;
    pt_reading second;
    pt_arena *trial;
    pt_coverage coverage; /* of the last case: what its owner came by */
    pt_report report;
    pt_world *world;
    size_t count; /* cases asked so far */
    pt_owner owner;
    const pt_function *function; /* NULL: the owner alone */
    pt_value outcome;            /* rules and lists */
    bool asked;                  /* the owner came to the function */
    const pt_input *missing;     /* that the function, or else the owner, waits for */
    pt_law_day law;
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_trace_step steps[PT_LIMIT_TREE_DEPTH];
    size_t step_count;
    const pt_tree_period *period; /* of the function; NULL: it gave no path */
    uint32_t shared;              /* which of its trees, as counters have them */
    uint32_t path;                /* number of the path in it */
} pt_probe;

/* Lives in `arena`, but for `trial`, which whoever creates it destroys. */
pt_probe pt_probe_create(pt_arena *arena, const pt_plan *plan, const pt_coverage_plan *counters,
                         pt_reading second);

/* False when a rule failed on the way. */
bool pt_probe_ask(pt_probe *probe, const pt_made_case *made);

/* What a case comes to, as an expectation could have it. */
typedef struct pt_probed {
    bool failed;
    pt_value value;     /* rules and lists */
    const char *reason; /* rules; or NULL */
    const char *source; /* the article of its ground, or NULL */
    uint8_t status;     /* duties: pt_duty_status */
    pt_date due;
} pt_probed;

/* Asks the owner alone, counting nothing, so that the trees may be others than counters know. */
pt_probed pt_probe_outcome(pt_probe *probe, pt_arena *arena, const pt_made_case *made);

bool pt_probed_equal(const pt_probed *a, const pt_probed *b);

/* The answer to a test of the tree of the last case, with other inputs and another today. */
bool pt_probe_test(pt_probe *probe, const pt_test *test, const pt_value *inputs, pt_date today);

/* The functions of an owner, in the order in which they are asked; at most `most`. */
size_t pt_owner_functions(const pt_pack *pack, pt_owner owner, const pt_function **functions,
                          size_t most);

#endif
