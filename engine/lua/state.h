/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the files of this folder share about one pt_lua. Internal to engine/lua/.
 */
#ifndef PT_LUA_STATE_H
#define PT_LUA_STATE_H

#include "lua/call.h"
#include "lua/sandbox.h"

/* One declaration as Lua saw it: `regel "naam" { ... }`. Its table is entry index + 1 of
 * PT_SLOT_DECLARED. */
typedef struct pt_declared {
    int kind; /* pt_block_kind, or one of those below */
    const char *name;
    uint32_t source;
    uint32_t line;
    bool taken; /* a block of the pack was found to be this one */
} pt_declared;

enum { PT_DECLARED_SUBJECT = -1, PT_DECLARED_STATUTE = -2 };

/* A shared value of a free function that must stay what it is: upvalue `upvalue` of closure entry
 * `closure` of PT_SLOT_KEPT, whose value is entry closure + 1. */
typedef struct pt_kept {
    int closure;
    int upvalue;
    const char *name;
    struct pt_kept *next;
} pt_kept;

typedef struct pt_lua_function {
    bool found;
    bool limited;      /* hit a limit: not run again for this report */
    uint64_t reported; /* codes from U001 already in this report, a bit each */
    uint64_t turn;     /* the report that the two are about */
    pt_kept *kept;
} pt_lua_function;

struct pt_lua {
    const pt_pack *pack;
    pt_report *report;
    uint64_t turn; /* number of the report */
    pt_lua_watch watch;
    pt_region region;
    pt_sandbox sandbox;
    bool loading;           /* files are being run: words may declare */
    uint32_t *choice_start; /* by set: its first word in PT_SLOT_CHOICES, from 0 */
    pt_lua_function *functions;
    /* The rest ends with the state. */
    pt_arena *arena;
    pt_declared *declared;
    size_t declared_count;
    size_t declared_capacity;
    int kept_count;
};

static inline pt_lua *pt_lua_of(lua_State *state)
{
    return pt_sandbox_of(state)->owner;
}

/* Makes the state, runs all files and looks up all functions. */
void pt_lua_build(pt_lua *lua);

/* The block a function stands in. */
static inline const pt_block *pt_lua_block(const pt_lua *lua, const pt_function *function)
{
    return &lua->pack->blocks[function->block];
}

/* Adds the failure of the sandbox to the report; `name` and `at` say what was being run. */
void pt_lua_report(pt_lua *lua, const char *name, pt_position at);

#endif
