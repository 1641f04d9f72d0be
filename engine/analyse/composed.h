/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A question about a rule or duty of a pack as one tree: what its grounds, exceptions and function
 * give together on one day of law, in the order in which an evaluation asks them.
 *
 *     ground applies? --yes--> exceptions, in order --none--> bepaal (a duty: bereik)
 *           \no: geen                 \ one, or several that agree: its outcome
 *
 * Exceptions are taken on the day of law of what they except.
 */
#ifndef PT_ANALYSE_COMPOSED_H
#define PT_ANALYSE_COMPOSED_H

#include "analyse/agree.h"
#include "analyse/forest.h"

typedef enum pt_part {
    PT_PART_OUTCOME, /* of a duty: does it exist? */
    PT_PART_START,   /* termijn.vanaf */
    PT_PART_FIXED,   /* termijn.uiterlijk */
    PT_PART_FULFILLED,
    PT_PART_LAPSES
} pt_part;

/* One side of a question; `group` may be PT_NO_INDEX: there is no such rule or duty. */
typedef struct pt_matter {
    const pt_pack *pack;
    pt_side side;
    bool of_duty;
    uint16_t group;
    pt_part part;
    bool of_version; /* of one version alone, whatever the day says */
    uint16_t version;
    const pt_function *filter; /* no rule or duty, but what a list asks; `group` says nothing */
} pt_matter;

/* How functions are asked; `ask` gives a node of the forest, `value` one input of a function. */
typedef struct pt_matter_ways {
    uint32_t (*ask)(void *context, const pt_function *function, pt_date day, const pt_forks *forks);
    bool (*value)(void *context, const pt_input *input, pt_date day, pt_value *value);
    void *context;
} pt_matter_ways;

/* Something that the answer on a day rests on: a function, and the tree of it. */
typedef void (*pt_matter_visit)(void *context, const pt_function *function, pt_date day);

/* All functions that the answer may rest on, in a fixed order. */
void pt_matter_functions(const pt_matter *question, pt_date day, pt_matter_visit visit,
                         void *context);

/* All functions that it may rest on, on any day. */
void pt_matter_every_function(const pt_matter *question, pt_matter_visit visit, void *context);

/* The kind of subject that it is about. */
uint16_t pt_matter_subject(const pt_matter *question);

/* Its versions, and the block of one of them. */
uint16_t pt_matter_versions(const pt_matter *question, const uint16_t **versions);
const pt_block *pt_matter_version_block(const pt_matter *question, uint16_t version);

/* The days on which the answer may begin to rest on something else, through `visit`. */
void pt_matter_bounds(const pt_matter *question, void (*visit)(void *context, pt_date from),
                      void *context);

/* The block in force on a day, or NULL. */
const pt_block *pt_matter_block(const pt_matter *question, pt_date day);

/* Its tree on a day; what the functions ask must have been met. */
uint32_t pt_matter_root(const pt_matter *question, pt_forest *forest, pt_date day,
                        const pt_matter_ways *ways);

/* The answer reckoned by `trees` without the forest. False when it cannot be reckoned. */
bool pt_matter_answer(const pt_matter *question, const pt_matter_ways *ways,
                      const pt_tree_reading *trees, pt_date day, pt_answer *answer);

#endif
