/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the linked Lua is, for `proeftuin diagnose`: its version and which of its known bugs it has.
 * Threads: none shared.
 */
#ifndef PT_LUA_INSPECT_H
#define PT_LUA_INSPECT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

/* A known bug of some release of Lua, tried out. The reader refuses what it spoils. */
typedef struct pt_lua_probe {
    const char *construct; /* the Lua that goes wrong */
    const char *fix;       /* the change of Lua that mends it */
    bool present;
} pt_lua_probe;

/* Tries them all out, in a state of their own. */
const pt_lua_probe *pt_lua_probes(pt_arena *arena, size_t *count);

/* The version of the library that is linked: "Lua 5.4.4". */
const char *pt_lua_version(pt_arena *arena);

#endif
