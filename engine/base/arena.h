/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Memory by lifetime: an arena hands out memory that ends all at once.
 *
 * Normal use: one arena per pack, per run and per case; functions that return memory take the
 * arena as their first argument, and that is the statement of ownership. Nothing in a longer-lived
 * arena may point into a shorter-lived one.
 *
 * Errors: running out of memory ends the process with one line on stderr and exit code 70; inside
 * a confined child that is an ordinary death, reported by the parent.
 * Threads: one arena, one thread.
 */
#ifndef PT_BASE_ARENA_H
#define PT_BASE_ARENA_H

#include <stddef.h>

typedef struct pt_arena pt_arena;

/* A new, empty arena. The caller destroys it. */
pt_arena *pt_arena_create(void);

/* Ends all memory of the arena. NULL is fine. */
void pt_arena_destroy(pt_arena *arena);

/* Forgets all memory but keeps the blocks, so that the next case allocates nothing. */
void pt_arena_reset(pt_arena *arena);

/* `size` bytes, zeroed, aligned for any type. Never NULL; size 0 gives a valid pointer. */
void *pt_arena_alloc(pt_arena *arena, size_t size);

/* `count` elements of `size` bytes, zeroed; the product is checked. */
void *pt_arena_array(pt_arena *arena, size_t count, size_t size);

/* A copy of `length` bytes of `text` with a closing NUL. */
char *pt_arena_copy(pt_arena *arena, const char *text, size_t length);

/* Bytes handed out since creation or the last reset. */
size_t pt_arena_used(const pt_arena *arena);

#define PT_NEW(arena, type)              ((type *)pt_arena_alloc((arena), sizeof(type)))
#define PT_NEW_ARRAY(arena, count, type) ((type *)pt_arena_array((arena), (count), sizeof(type)))

/*
 * Makes room for one more element in a growing array kept in an arena: doubles `items` when
 * `count` has reached `*capacity`. The old storage stays in the arena until it ends.
 */
void *pt_arena_grow(pt_arena *arena, void *items, size_t count, size_t *capacity, size_t size);

#endif
