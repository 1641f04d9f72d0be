/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The second reading: Lua runs the very text of the rules. It shares no code with reader/, so that
 * their agreement means something.
 *
 * Normal use: pt_lua_create, pt_lua_set_region, pt_lua_reading, and hand the reading to whoever
 * evaluates. Meant for a confined process: the bounds here hold whatever the VM of Lua runs, but
 * not its parser (see confine/).
 *
 * A call depends on its function, its inputs, the region and the pack alone. A function that hits a
 * limit is not run again until pt_lua_set_report.
 *
 * Threads: one pt_lua, one thread.
 */
#ifndef PT_LUA_CALL_H
#define PT_LUA_CALL_H

#include "model/reading.h"

typedef struct pt_lua pt_lua;

/* In `block` of pt_lua_watch: the file with this index in pack->sources is being run. */
#define PT_LUA_LOADING 0x80000000u

/* Told before and after every piece of work that a stranger's text can make slow; each may be NULL.
 */
typedef struct pt_lua_watch {
    void (*entering)(void *context, uint32_t block, uint32_t line);
    void (*leaving)(void *context);
    void *context;
} pt_lua_watch;

/*
 * Runs the rule files of `pack` and looks up its functions. What is wrong becomes a finding; what
 * is right can be called all the same. `watch` may be NULL. Never NULL. Whoever reads the files
 * sees to PT_LIMIT_RULE_FILE_BYTES: the parser of Lua crashes on what is much larger.
 *
 * Owns: lives in `arena`, but ends with pt_lua_destroy; keeps `pack` and `report`.
 * Errors: no memory for a state at all ends the process, as in base/arena.h.
 */
pt_lua *pt_lua_create(pt_arena *arena, const pt_pack *pack, pt_report *report,
                      const pt_lua_watch *watch);

/* Frees the memory of Lua. NULL is fine. */
void pt_lua_destroy(pt_lua *lua);

/* The holiday region for schooldagen; PT_REGION_NONE at first. */
void pt_lua_set_region(pt_lua *lua, pt_region region);

/* From now on findings go to `report`, each once a function; functions that hit a limit are tried
 * again. For the next case. */
void pt_lua_set_report(pt_lua *lua, pt_report *report);

/* The reading; its calls add findings to the report. */
pt_reading pt_lua_reading(pt_lua *lua);

/*
 * Everything that a rule can reach: a line for each path from a function or the environment,
 * through tables, upvalues and metatables, always in the same order. For a test and for diagnose.
 */
const char *pt_lua_reachable(pt_arena *arena, pt_lua *lua);

#endif
