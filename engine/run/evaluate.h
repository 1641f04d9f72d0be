/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The outcome of rules for a subject on the day `world->today`.
 *
 * A rule group is answered by the version in force on its peildatum, under the first of its grounds
 * that holds on that day and applies (`bij`), from its inputs: facts over references, other rules,
 * windows, lists, parameters of the peildatum, vandaag. Inputs that a function relies on without
 * asking must be known: the first that is onbekend or geen makes the outcome so (PT_WAY_MISSING).
 * A peildatum that is not known yet makes the outcome onbekend when the fact is required; when it
 * is optional, the law of today is asked.
 *
 * Both readings: when world->second is there, every function is answered by the decision tree and
 * by the second reading on the same inputs, and value and reason as written must agree. A
 * disagreement adds a finding (U030), gives PT_WAY_FAILED and sets world->broken. Functions that
 * are `vrij` are answered by the second reading alone.
 *
 * Outcomes are kept in the world until they no longer hold; asking again costs nothing.
 */
#ifndef PT_RUN_EVALUATE_H
#define PT_RUN_EVALUATE_H

#include "run/tree_evaluate.h"
#include "run/world.h"

/* How one function answered. */
typedef struct pt_reply {
    pt_value value;
    const pt_leaf *leaf;     /* NULL: not by a tree */
    const char *written;     /* reason as written; NULL: none */
    const pt_input *missing; /* the strict input that is not there; the value is then its absence */
    pt_date holds_until;
    bool assumed;
    bool failed;
} pt_reply;

/* The day whose law holds for a block: its peildatum. */
typedef struct pt_law_day {
    pt_date day;             /* NONE: not known */
    bool moves;              /* it is today, so it changes by itself */
    const pt_input *missing; /* the peildatum, when it is not known */
} pt_law_day;

pt_law_day pt_law_day_of(const pt_world *world, uint32_t block, uint32_t subject);

/* Today as the day of the law: for what has no peildatum. */
pt_law_day pt_law_today(const pt_world *world);

/*
 * Answers `function` for `subject`, with the law of day `law`. Facts, rules and vandaag are those
 * of world->today. `inputs` (may be NULL) receives the values used, PT_LIMIT_INPUTS of room;
 * `trace` may be NULL.
 */
pt_reply pt_function_reply(pt_world *world, const pt_function *function, uint32_t subject,
                           pt_law_day law, pt_value *inputs, pt_trace *trace);

/* Fills `inputs` in their order, as far as the first that is missing or failed; the rest of `reply`
 * says what they rest on. */
void pt_function_inputs(pt_world *world, const pt_function *function, uint32_t subject,
                        pt_law_day law, pt_value *inputs, pt_reply *reply);

/* The tree under the law of a day, NULL when there is none; and what evaluating it takes. */
const pt_tree_period *pt_function_period(const pt_function *function, pt_date day);
pt_moment pt_function_moment(pt_world *world, const pt_function *function, const pt_value *inputs);

/* The value of one input, until when it stands and whether it rests on an assumption. */
typedef struct pt_input_value {
    pt_value value;
    pt_date holds_until; /* vandaag itself: FOREVER, trees look after it */
    bool assumed;
    bool failed;                   /* the rule, window or list failed: nobody may lean on it */
    const pt_parameter_value *row; /* parameters */
} pt_input_value;

pt_input_value pt_input_for(pt_world *world, const pt_input *input, uint32_t subject,
                            pt_law_day law);

/*
 * The outcome of a rule group; its reason is left to run/reason. The pointer is good until the
 * world changes or the day does; copy what must stay.
 */
const pt_outcome *pt_rule_outcome(pt_world *world, uint32_t subject, uint16_t group);

/* The version of a group in force for a subject, by the peildatum of each version. */
typedef struct pt_version_choice {
    uint16_t version; /* rule or duty, PT_NO_INDEX: none */
    uint32_t block;
    pt_law_day law;
    const pt_input *missing; /* none because this peildatum is not known */
    pt_date holds_until;
} pt_version_choice;

pt_version_choice pt_version_for(const pt_world *world, const pt_group *group, bool duties,
                                 uint32_t subject);

/* The ground of a block that applies. */
typedef struct pt_ground_choice {
    const pt_ground *ground; /* NULL: none */
    const pt_input *missing; /* not known because of this input */
    pt_date holds_until;
    bool assumed;
    bool failed;
} pt_ground_choice;

pt_ground_choice pt_ground_for(pt_world *world, uint32_t block, uint32_t subject, pt_law_day law);

/* Which exception of a group holds, if any. */
typedef struct pt_exception_choice {
    uint16_t exception;      /* index, or PT_NO_INDEX */
    bool conflict;           /* two hold with different results */
    const pt_ground *ground; /* of the exception */
    pt_date holds_until;
    bool assumed;
    bool failed;
} pt_exception_choice;

pt_exception_choice pt_exception_for(pt_world *world, const pt_group *group, uint32_t subject,
                                     pt_law_day law);

#endif
