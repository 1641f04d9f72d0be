/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(start, size)   ((void)(start), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(start, size) ((void)(start), (void)(size))
#endif

enum { FIRST_BLOCK = 16 * 1024, LARGEST_STEP = 1024 * 1024 };

typedef struct block {
    struct block *next;
    size_t capacity;
    alignas(max_align_t) unsigned char bytes[];
} block;

struct pt_arena {
    block *first;
    block *current;
    size_t offset; /* in current */
    size_t used;
};

static void *must(void *memory)
{
    if (memory == NULL) {
        fputs("proeftuin: geheugen op (out of memory)\n", stderr);
        _Exit(70);
    }
    return memory;
}

static block *block_create(size_t capacity)
{
    block *made = must(malloc(sizeof(block) + capacity));
    made->next = NULL;
    made->capacity = capacity;
    ASAN_POISON_MEMORY_REGION(made->bytes, capacity);
    return made;
}

pt_arena *pt_arena_create(void)
{
    pt_arena *arena = must(calloc(1, sizeof *arena));
    arena->first = arena->current = block_create(FIRST_BLOCK);
    return arena;
}

void pt_arena_destroy(pt_arena *arena)
{
    if (arena == NULL)
        return;
    for (block *each = arena->first; each != NULL;) {
        block *next = each->next;
        ASAN_UNPOISON_MEMORY_REGION(each->bytes, each->capacity);
        free(each);
        each = next;
    }
    free(arena);
}

void pt_arena_reset(pt_arena *arena)
{
    for (block *each = arena->first; each != NULL; each = each->next)
        ASAN_POISON_MEMORY_REGION(each->bytes, each->capacity);
    arena->current = arena->first;
    arena->offset = 0;
    arena->used = 0;
}

/* Steps to a kept block that is large enough, or links a new one in behind the current block. */
static void next_block(pt_arena *arena, size_t size)
{
    block *following = arena->current->next;
    if (following == NULL || following->capacity < size) {
        size_t grown = arena->current->capacity * 2;
        if (grown > LARGEST_STEP)
            grown = LARGEST_STEP;
        block *made = block_create(size > grown ? size : grown);
        made->next = following;
        arena->current->next = made;
        following = made;
    }
    arena->current = following;
    arena->offset = 0;
}

void *pt_arena_alloc(pt_arena *arena, size_t size)
{
    const size_t align = alignof(max_align_t);
    if (size > SIZE_MAX / 2)
        must(NULL);
    size_t rounded = (size + align - 1) / align * align;
    if (rounded == 0)
        rounded = align;
    if (arena->current->capacity - arena->offset < rounded)
        next_block(arena, rounded);
    void *memory = arena->current->bytes + arena->offset;
    arena->offset += rounded;
    arena->used += rounded;
    ASAN_UNPOISON_MEMORY_REGION(memory, size);
    return memset(memory, 0, size);
}

void *pt_arena_array(pt_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / 2 / size)
        must(NULL);
    return pt_arena_alloc(arena, count * size);
}

char *pt_arena_copy(pt_arena *arena, const char *text, size_t length)
{
    char *copy = pt_arena_alloc(arena, length + 1);
    if (length > 0)
        memcpy(copy, text, length);
    return copy;
}

size_t pt_arena_used(const pt_arena *arena)
{
    return arena->used;
}

void *pt_arena_grow(pt_arena *arena, void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    *capacity = *capacity == 0 ? 8 : *capacity * 2;
    void *grown = pt_arena_array(arena, *capacity, size);
    if (count > 0)
        memcpy(grown, items, count * size);
    return grown;
}
