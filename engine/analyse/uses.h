/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which thing of a pack leans on which.
 *
 * A block leans on the inputs of its functions, the fact of its peildatum, the parameters and facts
 * of its term; a rule or duty leans on its exceptions; an event on the rule or duty that raises it;
 * a fact on the events that set it. An input that is a rule is every version of it.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_USES_H
#define PT_ANALYSE_USES_H

#include "model/rulebook.h"

/* The network of a pack, in `arena`. */
pt_uses *pt_uses_read(pt_arena *arena, const pt_pack *pack);

/* The number of a fact or block. */
uint32_t pt_uses_fact(const pt_uses *uses, uint16_t kind, uint16_t fact);
uint32_t pt_uses_block(const pt_uses *uses, uint32_t block);

/* Are they versions of one rule or duty (or one thing)? */
bool pt_uses_same(const pt_uses *uses, uint32_t a, uint32_t b);

/*
 * The things of this name ("besluit_nemen", or "aanmelding.besluit_nemen"), in the order of the
 * pack. 0: there is none.
 */
size_t pt_uses_find(pt_arena *arena, const pt_uses *uses, const char *name, uint32_t **found);

/* The name of the pack that comes nearest, or NULL. */
const char *pt_uses_suggest(pt_arena *arena, const pt_uses *uses, const char *name);

/* For each thing, by number: does it lean on `thing`, however far away? Not itself, unless so. */
bool *pt_uses_reach(pt_arena *arena, const pt_uses *uses, uint32_t thing);

#endif
