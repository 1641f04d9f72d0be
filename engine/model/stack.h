/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Stacks of variants as one text: their names with commas between, the lowest first:
 * "korter-beslissen,eerder-melden". NULL is the pack itself, without variants.
 *
 * Threads: pure functions.
 */
#ifndef PT_MODEL_STACK_H
#define PT_MODEL_STACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* How many variants there are. */
size_t pt_stack_count(const char *stack);

/* The name of the variant at `index`, from 0, in `arena`; NULL beyond the last. */
const char *pt_stack_name(pt_arena *arena, const char *stack, size_t index);

/* Does the stack have this variant? A name of NULL is in none. */
bool pt_stack_has(const char *stack, const char *name);

/* The stack with one more on top, in `arena`. */
const char *pt_stack_add(pt_arena *arena, const char *stack, const char *name);

#endif
