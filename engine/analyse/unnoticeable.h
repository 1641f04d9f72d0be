/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Proves that a fault changes nothing that anybody could see: on every day of law, whatever stands
 * in the block of the fault gives the same outcome, reason and article with it as without. What an
 * input can be is taken from the rules that give it (analyse/possible.h), so that a test of what
 * never happens may be anything.
 *
 *     pt_unnoticeable *proof = pt_unnoticeable_begin(arena, pack, mutant);
 *     ... put the fault in ...
 *     bool proved = pt_unnoticeable_holds(proof);
 *     ... take it out ...
 *
 * Faults in a function, an exception or a period of law; not in a term or a parameter.
 */
#ifndef PT_ANALYSE_UNNOTICEABLE_H
#define PT_ANALYSE_UNNOTICEABLE_H

#include "model/mutation.h"

typedef struct pt_unnoticeable pt_unnoticeable;

/* How it is without the fault; NULL when that cannot be said. Everything in `arena`. */
pt_unnoticeable *pt_unnoticeable_begin(pt_arena *arena, const pt_pack *pack,
                                       const pt_mutant *mutant);

/* Is it the same now? False when it is not, or not proved within a bounded walk. */
bool pt_unnoticeable_holds(pt_unnoticeable *proof);

#endif
