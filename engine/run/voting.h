/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Gathers the meetings of a story, as they stood at the end of the day on which was voted, and
 * finds out whose vote decided: the result is asked again with that vote made an abstention, and
 * with that member away, everything else as it was on that day.
 */
#ifndef PT_RUN_VOTING_H
#define PT_RUN_VOTING_H

#include "model/meeting.h"
#include "run/replay.h"

/*
 * The meetings of the scenario in `arena`; NULL when there are none. One more replay, by trees
 * alone; findings that it gives were given by the replay before and are left out.
 */
const pt_meetings *pt_meetings_of(pt_arena *arena, const pt_pack *pack, const pt_plan *plan,
                                  const pt_scenario *scenario);

/*
 * The people without whose vote the result about a point would be another today, by name in
 * `*people`. The world is left as it was.
 */
size_t pt_meeting_decisive(pt_arena *arena, pt_world *world, uint32_t point, const char ***people);

#endif
