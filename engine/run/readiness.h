/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What each subject has of what the plan names, in the world of a day (model/readiness.h). An item
 * is wanted of a subject when both refer to the same third; it is there when a link that refers to
 * both says ja.
 */
#ifndef PT_RUN_READINESS_H
#define PT_RUN_READINESS_H

#include "model/readiness.h"
#include "run/world.h"

/* The table on world->today, in `arena`. NULL with a finding (P035) when the pack has no overview,
 * or a name of it means nothing. */
const pt_readiness_table *pt_readiness_of(pt_arena *arena, pt_world *world, const char *story,
                                          pt_report *report);

#endif
