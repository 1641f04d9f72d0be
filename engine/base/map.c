/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/map.h"

#include <string.h>

pt_map pt_map_create(pt_arena *arena)
{
    return (pt_map){.arena = arena};
}

/* FNV-1a; the number of keys is bounded by the limits on files, so flooding costs little. */
static uint32_t hash_of(const char *key)
{
    uint32_t hash = 2166136261u;
    for (; *key != '\0'; key++)
        hash = (hash ^ (unsigned char)*key) * 16777619u;
    return hash;
}

static uint32_t *slot_of(const pt_map *map, const char *key, uint32_t hash)
{
    size_t at = hash & (map->slot_count - 1);
    while (map->slots[at] != 0) {
        const pt_map_entry *entry = &map->entries[map->slots[at] - 1];
        if (entry->hash == hash && strcmp(entry->key, key) == 0)
            break;
        at = (at + 1) & (map->slot_count - 1);
    }
    return &map->slots[at];
}

static void rehash(pt_map *map)
{
    map->slot_count = map->slot_count == 0 ? 16 : map->slot_count * 2;
    map->slots = PT_NEW_ARRAY(map->arena, map->slot_count, uint32_t);
    for (size_t i = 0; i < map->count; i++)
        *slot_of(map, map->entries[i].key, map->entries[i].hash) = (uint32_t)i + 1;
}

bool pt_map_add(pt_map *map, const char *key, uint32_t value)
{
    if ((map->count + 1) * 2 > map->slot_count)
        rehash(map);
    uint32_t hash = hash_of(key);
    uint32_t *slot = slot_of(map, key, hash);
    if (*slot != 0)
        return false;
    map->entries =
        pt_arena_grow(map->arena, map->entries, map->count, &map->capacity, sizeof *map->entries);
    map->entries[map->count] = (pt_map_entry){.key = key, .value = value, .hash = hash};
    *slot = (uint32_t)++map->count;
    return true;
}

bool pt_map_find(const pt_map *map, const char *key, uint32_t *value)
{
    if (map->slot_count == 0)
        return false;
    uint32_t slot = *slot_of(map, key, hash_of(key));
    if (slot != 0 && value != NULL)
        *value = map->entries[slot - 1].value;
    return slot != 0;
}
