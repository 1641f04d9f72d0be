/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The state of a duty (or faculty) of a subject on the day `world->today`.
 *
 * A duty exists when a version is in force on its peildatum, a ground applies, no exception takes
 * it away, its scope is ja, and the start of its term is known. It may exist before the day on
 * which its term starts. Then, in this order: lapsed      by its `vervalt`, on a day before it was
 * fulfilled; fulfilled   on or before its last day, or late; late        its last day has passed (a
 * faculty lapses instead); stands still, or open. A date of fulfilment or lapse that lies ahead
 * does not count until it comes.
 *
 * A recurring duty has a state per schooljaar or kalenderjaar, from the first in which `vanaf`
 * falls to the last before or in which `tot` falls; the state of today is that of the period of
 * today. What happens after a period has ended does not fulfil it any more.
 *
 * Breach: the day after the last day.
 */
#ifndef PT_RUN_DUTIES_H
#define PT_RUN_DUTIES_H

#include "run/evaluate.h"

/* The state on world->today; kept in the world, good until the world or the day changes. */
const pt_duty_state *pt_duty_state_of(pt_world *world, uint32_t subject, uint16_t group);

/*
 * The same, worked out anew with the computation of the term in `arena` (may be NULL: without), for
 * the period that holds day `period` (PT_DATE_NONE: today's; not read for duties that do not
 * recur).
 */
pt_duty_state pt_duty_compute(pt_world *world, pt_arena *arena, uint32_t subject, uint16_t group,
                              pt_date period);

/* First and last day of the period around `day`, or of the whole time when it does not recur. */
pt_period pt_duty_period(const pt_duty *duty, pt_date day);

/* "open", "staat_stil", ... "geen": the words of scenarios. Lives for ever. */
const char *pt_duty_status_word(pt_duty_status status);

#endif
