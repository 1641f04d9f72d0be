/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reasons of outcomes, filled in with the values of the day: made only when somebody asks, since a
 * replay works out far more than it shows.
 */
#ifndef PT_RUN_REASON_H
#define PT_RUN_REASON_H

#include "run/evaluate.h"

/* The reason of what pt_rule_outcome gives today, in `arena`; NULL when it has none. */
const char *pt_rule_reason(pt_world *world, pt_arena *arena, uint32_t subject, uint16_t group);

/* The reason of an exception that holds; NULL when none is written. */
const char *pt_exception_reason(pt_world *world, pt_arena *arena, uint32_t subject,
                                const pt_exception *exception, pt_law_day law);

/* The reason of the exception that takes a duty away today; NULL when there is none. */
const char *pt_duty_reason(pt_world *world, pt_arena *arena, uint32_t subject,
                           const pt_duty_state *state);

/* The reason of a reply; `inputs` are those the reply was given. NULL when it has none. */
const char *pt_reply_reason(pt_world *world, pt_arena *arena, const pt_function *function,
                            pt_law_day law, const pt_reply *reply, const pt_value *inputs);

/* Fills {name} in a written reason with the inputs of that name; others stay as they are. */
const char *pt_reason_fill(pt_world *world, pt_arena *arena, const pt_function *function,
                           const char *written, const pt_value *inputs);

#endif
