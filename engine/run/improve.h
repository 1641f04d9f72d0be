/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the improvements that bottlenecks name would do to a story: which there are to try, the
 * story with facts as an improvement has them, and how two tallies of one story compare.
 */
#ifndef PT_RUN_IMPROVE_H
#define PT_RUN_IMPROVE_H

#include "model/tally.h"

/* More than this are not tried. */
enum { PT_MOST_TRIES = 16 };

/*
 * The improvements of the bottlenecks in `tally`, each once, without tally yet. A variant that lies
 * over the pack already is left out.
 */
pt_tries *pt_improvements_of(pt_arena *arena, const pt_pack *pack, const pt_tally *tally);

/*
 * The story in which the subjects for which the rule of `one` was ja have its facts from the
 * beginning. Events of the story may still change them.
 */
pt_scenario *pt_improved_story(pt_arena *arena, const pt_scenario *scenario, const pt_tally *tally,
                               const pt_try *one);

/* Fills in the effects, and puts the strongest first: decisions that hold, duties, days, hours. */
void pt_improvements_weigh(const pt_pack *pack, const pt_tally *before, pt_tries *tries);

#endif
