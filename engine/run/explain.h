/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Explains something of a scenario as it stood at the end of a day: replays up to that day, then
 * works it out once more, keeping the path, the inputs, and theirs, down to the facts given.
 */
#ifndef PT_RUN_EXPLAIN_H
#define PT_RUN_EXPLAIN_H

#include "model/explanation.h"
#include "model/reading.h"

/*
 * Explains `what` ("a1.besluit_nemen": a subject and a fact, rule, duty, window or list of it) on
 * `day` (PT_DATE_NONE: the last day of the story). The tree is in `arena`.
 *
 * NULL with a finding when the subject or the name is not there, or the day lies outside the story.
 */
const pt_explanation *pt_explain(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                                 pt_reading second, pt_report *report, const char *what,
                                 pt_date day);

#endif
