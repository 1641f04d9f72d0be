/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Holds the replays of all ways through a story against each other: what ends differently.
 */
#ifndef PT_RUN_BRANCHES_H
#define PT_RUN_BRANCHES_H

#include "model/branches.h"

/*
 * Fills in `rows` and `late` from the results of the paths, which must have recorded outcomes.
 * Things are the same when they bear the same name on the same subject.
 */
void pt_branches_compare(pt_arena *arena, pt_branches *branches);

#endif
