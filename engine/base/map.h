/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A map from text to a small number, in an arena; iterates in the order of insertion.
 */
#ifndef PT_BASE_MAP_H
#define PT_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef struct pt_map_entry {
    const char *key; /* NUL-ended, not copied: must live as long as the map */
    uint32_t value;
    uint32_t hash;
} pt_map_entry;

typedef struct pt_map {
    pt_arena *arena;
    pt_map_entry *entries; /* in order of insertion */
    size_t count;
    size_t capacity;
    uint32_t *slots; /* entry index + 1; 0 is empty */
    size_t slot_count;
} pt_map;

/* An empty map in `arena`. */
pt_map pt_map_create(pt_arena *arena);

/* Adds `key`; false, with nothing changed, when it is there already. */
bool pt_map_add(pt_map *map, const char *key, uint32_t value);

/* The value of `key` in `*value` (may be NULL); false when it is not there. */
bool pt_map_find(const pt_map *map, const char *key, uint32_t *value);

#endif
