/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The small fence: one Lua state with an environment made from nothing, a budget of steps that no
 * rule can catch, and bounds on memory, on one block, on one text and on depth.
 *
 * Rules see a locked, empty table whose reads fall through to the table of words; no library of Lua
 * is ever opened, so there is no pcall, no metatable function, no coroutine and no loader. What the
 * step hook cannot see in C is charged to the same budget by size. Rules run on a thread of their
 * own whose stack starts at one size, so that the budget of a call depends on that call alone.
 * A deadline for what remains (the parser of Lua) is the business of confine/.
 *
 * Internal to engine/lua/. Threads: one sandbox, one thread.
 */
#ifndef PT_LUA_SANDBOX_H
#define PT_LUA_SANDBOX_H

#include <lua.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/messages.h"

/* Steps between two looks of the hook; the longest text made in a call; the deepest stack. */
enum { PT_HOOK_STEPS = 200, PT_CALL_TEXT_BYTES = 4096, PT_STACK_BYTES = 128 * 1024 };

/* Registry slots. */
enum {
    PT_SLOT_ENVIRONMENT = LUA_RIDX_LAST + 1, /* the locked table that rules see */
    PT_SLOT_WORDS,                           /* name to word */
    PT_SLOT_FUNCTIONS,                       /* number + 1 to function */
    PT_SLOT_CHOICES,                         /* all words of all choices, as texts */
    PT_SLOT_DECLARED,                        /* tables of declarations, in order */
    PT_SLOT_KEPT,                            /* shared values that free rules may not change */
    PT_SLOT_THREAD,
    PT_SLOT_LAST = PT_SLOT_THREAD
};

/* Fixed stack slots of the thread between calls: its own copies of two tables. */
enum { PT_STACK_FUNCTIONS = 1, PT_STACK_CHOICES, PT_STACK_FIXED = PT_STACK_CHOICES };

enum { PT_FAILURE_ARGUMENTS = 3, PT_FAILURE_TEXT = 160 };

/* In `source`: not known. */
#define PT_NO_SOURCE UINT32_MAX

/* Why the last run failed. Line 0: not known. Arguments are the user's words, made showable. */
typedef struct pt_failure {
    pt_code code; /* PT_CODE_COUNT: not set */
    uint32_t source;
    uint32_t line;
    char arguments[PT_FAILURE_ARGUMENTS][PT_FAILURE_TEXT];
} pt_failure;

typedef struct pt_sandbox {
    lua_State *main;
    lua_State *thread;
    void *owner;
    size_t used;
    size_t settled; /* used after the last full collection */
    size_t text_limit;
    int64_t steps_left;
    bool charging; /* a run is going on: blocks cost steps */
    bool finding_stack;
    void *newest; /* the block asked for last */
    size_t newest_bytes;
    void *stack;
    size_t stack_bytes;
    bool too_deep; /* the stack has gone over PT_STACK_BYTES */
    size_t stack_start;
    pt_code refused; /* why the allocator last refused */
    bool worn;       /* a run ended for want of memory: better make a new state */
    pt_failure failure;
} pt_sandbox;

/* A state whose words are filled in by `fill`. No memory for it ends the process. */
void pt_sandbox_open(pt_sandbox *sandbox, void *owner, lua_CFunction fill);

/* Ends the state. Fine on a zeroed or closed sandbox. */
void pt_sandbox_close(pt_sandbox *sandbox);

/*
 * Reads `text` as Lua text, never bytecode, and leaves the chunk on the thread. False: `failure` is
 * set. Errors in what it makes name the file by `source`, a number, as chunk names of Lua are cut.
 */
bool pt_sandbox_load(pt_sandbox *sandbox, uint32_t source, const char *text, size_t length);

/*
 * Brings the thread to its starting point (texts that it still held may end) and returns it.
 */
lua_State *pt_sandbox_ready(pt_sandbox *sandbox);

/*
 * Runs a function of ours on the thread, with `argument` as light userdata, protected but without a
 * budget; then collects. False: no memory.
 */
bool pt_sandbox_settle(pt_sandbox *sandbox, lua_CFunction function, void *argument);

/* Calls what stands on the thread, within the budget. False: `failure` is set. */
bool pt_sandbox_run(pt_sandbox *sandbox, int arguments, int results);

/* The sandbox of a state. */
static inline pt_sandbox *pt_sandbox_of(lua_State *state)
{
    return *(pt_sandbox **)lua_getextraspace(state);
}

/*
 * For words: stops the rule with `code` and the user's words (either may be NULL) at the line of
 * the rule that called the word. Never returns; its type is for `return pt_stop(...)`.
 */
int pt_stop(lua_State *state, pt_code code, const char *first, const char *second);

/* For words: source and line of the rule that called the word, where they can be known. */
void pt_calling_place(lua_State *state, pt_failure *failure);

/* Sets an argument of a failure; what a report cannot show is replaced. */
void pt_failure_argument(pt_failure *failure, int index, const char *text, size_t length);

#endif
