/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Two replays of one story held against each other: outcomes, duties and events that differ.
 *
 * Things are the same when they bear the same name on the same subject. Both replays must have
 * recorded outcomes.
 */
#ifndef PT_RUN_COMPARE_H
#define PT_RUN_COMPARE_H

#include "model/comparison.h"
#include "model/outcome.h"

/* What differs, by first day and then in order of appearance, in `arena`; causes are left open. */
pt_story_comparison *pt_compare_runs(pt_arena *arena, const pt_run_result *before,
                                     const pt_run_result *after);

#endif
