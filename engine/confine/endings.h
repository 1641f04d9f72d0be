/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the fence has to say to people: endings, refusals and open fences as findings B001 to B010.
 */
#ifndef PT_CONFINE_ENDINGS_H
#define PT_CONFINE_ENDINGS_H

#include "base/diagnostics.h"
#include "confine/child.h"

/*
 * Adds the finding of a child that did not end well; nothing for PT_ENDED_WELL. `name` is the rule,
 * file or item in hand as the user knows it; `at` its place, or one without a source.
 */
void pt_find_ending(pt_report *report, const pt_ending *ending, const char *name, pt_position at);

/* Adds the finding of a refused spawn, right after it (errno is used); nothing for PT_SPAWN_DONE.
 */
void pt_find_spawn(pt_report *report, pt_spawn spawn);

/* Adds the warning that a child runs without the filter; nothing when it has one. */
void pt_find_fence(pt_report *report, const pt_fence_state *state);

#endif
