/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a scenario file shows of a pack: which things gave something in its plays, what its
 * expectations are about, and which of them may rest on what is not law.
 *
 * A rule gave something when it was in force and its inputs were known (its own outcome, or that of
 * an exception); a duty when it came into being; an exception when it held; an event when it
 * happened; a fact when it was given or changed; a parameter, window or list when something that
 * leans on it did. What merely could not be known, or was not in force, was not touched.
 *
 * An expectation may rest on a ground that is not law when it is about an outcome under that very
 * ground; or when that ground, a value that holds during the play, or a fact that is a judgement
 * was touched in the play, and it is about a rule or duty that leans on it, however far away. Of
 * what is all `aanname`, only when that outcome was marked as assumed.
 *
 * Threads: one log, one thread.
 */
#ifndef PT_ANALYSE_TOUCHES_H
#define PT_ANALYSE_TOUCHES_H

#include "analyse/assumptions.h"
#include "model/outcome.h"
#include "model/rulebook.h"

typedef struct pt_touch_log pt_touch_log;

/* An empty log in `arena`, for the plays of one scenario file. */
pt_touch_log *pt_touch_log_create(pt_arena *arena, const pt_uses *uses, const pt_doubts *doubts);

/* Adds one play, replayed with record_outcomes against the pack of `uses`. */
void pt_touch_log_add(pt_touch_log *log, const pt_run_result *result);

/* What was seen, in the arena of the log; `path` is kept as it is. */
pt_touched pt_touch_log_close(pt_touch_log *log, const char *path);

#endif
