/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Gathers the meetings of a story, as they stood at the end of their day, and finds out whose vote
 * decided by playing the story again without it.
 */
#ifndef PT_RUN_VOTING_H
#define PT_RUN_VOTING_H

#include "model/meeting.h"
#include "run/replay.h"

/*
 * The meetings of the scenario in `arena`; NULL when there are none. Trees alone answer, on a world
 * of its own; findings that this gives were given by the replay before and are left out.
 *
 * Cost: a replay up to its day for each day with meetings, each vote and each attendee.
 */
const pt_meetings *pt_meetings_of(pt_arena *arena, const pt_pack *pack, const pt_plan *plan,
                                  const pt_scenario *scenario);

/* The people without whose vote the result about a point would have been another, by name. */
size_t pt_meeting_decisive(pt_arena *arena, const pt_pack *pack, const pt_plan *plan,
                           const pt_scenario *scenario, uint32_t point, pt_date day,
                           const char ***people);

#endif
