/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Where the value that a fact has now was given: the line of the story, or else of the pack.
 */
#ifndef PT_RUN_GIVEN_H
#define PT_RUN_GIVEN_H

#include "model/scenario.h"
#include "run/world.h"

typedef enum pt_giver {
    PT_GIVEN_BY_NOBODY, /* never set: where the pack declares it */
    PT_GIVEN_BY_STORY,
    PT_GIVEN_BY_EVENT, /* one that a rule or duty raised: where the pack declares the event */
    PT_GIVEN_BY_PACK   /* its begin */
} pt_giver;

/* `at` is not NULL and gets the place. */
pt_giver pt_fact_given(const pt_world *world, const pt_scenario *scenario, uint32_t subject,
                       uint16_t fact, pt_position *at);

#endif
