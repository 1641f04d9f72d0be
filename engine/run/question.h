/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What somebody asks about a story: "a1.besluit_nemen" on a day. Both functions give false with a
 * finding, and a suggestion where there is one, when there is no such thing.
 */
#ifndef PT_RUN_QUESTION_H
#define PT_RUN_QUESTION_H

#include "model/scenario.h"
#include "run/world.h"

/* Is it a day of the story? */
bool pt_question_day(pt_arena *arena, pt_report *report, const pt_scenario *scenario, pt_date day);

/* The subject, and the fact, rule, duty, window or list of it, that `what` names. */
bool pt_question_find(pt_arena *arena, const pt_world *world, const pt_scenario *scenario,
                      const char *what, uint32_t *subject, pt_name *name);

#endif
