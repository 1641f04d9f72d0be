/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How the value of a list can move when its filter says something else of some of its subjects.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_LIST_MOVES_H
#define PT_ANALYSE_LIST_MOVES_H

#include "analyse/linked.h"

/* All moves that the moves of its filter can give, whatever subjects there are. */
void pt_list_moves(pt_arena *arena, const pt_list *list, const pt_mover *filter, pt_mover *made);

#endif
