/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Windows and lists: numbers, dates and yes/no over the subjects that refer to one subject.
 *
 * A window looks at what happened up to and including today, after `sinds`. A window of n dagen or
 * weken is n or 7 n consecutive days; of n lesweken, n consecutive lesweken of the calendar; of n
 * schooldagen or werkdagen, a stretch that holds n of them; of n maanden, from the day after the
 * same day n months earlier. PT_TAKE_HIGHEST is the highest sum over all such stretches;
 * PT_TAKE_LATEST_WINDOW that of the stretch ending today.
 *
 * Onbekend is not zero: a referrer whose counted fact, or whose filter, is not known makes the
 * value onbekend, unless the answer does not depend on it (er_is with one that is). A referrer
 * without its day does not count yet.
 */
#ifndef PT_RUN_WINDOW_H
#define PT_RUN_WINDOW_H

#include "run/world.h"

/* The value on world->today, with holds_until and assumed; kept in the world. Divisions are asked
 * as lists are (run/division.h). */
const pt_outcome *pt_window_value(pt_world *world, uint32_t subject, uint16_t window);
const pt_outcome *pt_list_value(pt_world *world, uint32_t subject, uint16_t list);

/* The days of the stretch that gave a window its value; NONE when nothing counted. */
pt_period pt_window_stretch(pt_world *world, uint32_t subject, uint16_t window);

#endif
