/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Cuts one rule of a story loose from the world, as it stood at the end of a day, for analyses that
 * ask what other facts would have given.
 *
 * A rule is followed into the rules it rests on, over references too, at most
 * PT_SITUATION_DEPTH links deep. Held as they stood: windows, lists, free rules, rules beyond that
 * depth, and a peildatum that could still change; `held` of the situation names them. A fact
 * changes unless its eigenaar is wet, it is a day of birth, or it is a day that has passed.
 */
#ifndef PT_RUN_SITUATION_H
#define PT_RUN_SITUATION_H

#include "model/reading.h"
#include "model/scenario.h"
#include "model/situation.h"

enum { PT_SITUATION_DEPTH = 8, PT_SITUATION_RULES = 300 };

/*
 * Plays the story up to `day` and gives the situation of `what` ("a1.zorgplicht_geldt"), in
 * `arena`. NULL with a finding when there is no such thing, when it is no rule (U045), or when it
 * cannot be searched (U046: a free rule, or one that leans on one for its grounds or exceptions).
 */
const pt_situation *pt_situation_of(pt_arena *arena, const pt_pack *pack,
                                    const pt_scenario *scenario, pt_reading second,
                                    pt_report *report, const char *what, pt_date day);

#endif
