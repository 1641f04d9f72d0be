/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Counts what a run came to.
 */
#ifndef PT_RUN_TALLY_H
#define PT_RUN_TALLY_H

#include "model/tally.h"
#include "run/world.h"

/*
 * The tally of a run with recorded outcomes, in `arena`. `world` is its world at the end; it is
 * asked for what burdens count, and stays as it is otherwise.
 */
const pt_tally *pt_tally_of(pt_arena *arena, pt_world *world, const pt_run_result *result);

#endif
