/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"
#include "lua/failure.h"

/*
 * CHARGED_BYTES: smaller blocks are cheaper than the steps that make them, and short texts are
 * shared, so charging them would let an earlier call change the cost of a later one.
 * STACK_SLOTS: enough for ordinary rules, so that the stack seldom grows.
 */
enum {
    CHARGED_BYTES = 1024,
    BYTES_A_STEP = 16,
    STACK_STEP = 4096,
    STACK_SLOTS = 250,
    GARBAGE_BYTES = 1024 * 1024
};

static pt_code refusal(pt_sandbox *sandbox, const void *block, size_t old, size_t size)
{
    size_t had = block == NULL ? 0 : old;
    if (sandbox->used - had + size > PT_LIMIT_LUA_BYTES || size > PT_LIMIT_LUA_BLOCK_BYTES)
        return PT_U002;
    /* For a new block Lua passes its kind in place of its old size. */
    if (block == NULL && old == LUA_TSTRING && size > sandbox->text_limit)
        return PT_U002;
    if (sandbox->charging && size >= CHARGED_BYTES) {
        sandbox->steps_left -= (int64_t)(size / BYTES_A_STEP);
        if (sandbox->steps_left < 0)
            return PT_U001;
    }
    return PT_CODE_COUNT;
}

static void stack_is(pt_sandbox *sandbox, void *stack, size_t bytes)
{
    sandbox->stack = stack;
    sandbox->stack_bytes = bytes;
    sandbox->too_deep |= bytes > PT_STACK_BYTES;
}

/*
 * The budget must know the stack of the thread. Lua moves it by asking for a new block and then
 * freeing the old one (5.4.3 and up) or by growing it (before).
 */
static bool is_stack(const pt_sandbox *sandbox, const void *block)
{
    return block != NULL && (block == sandbox->stack || sandbox->finding_stack);
}

static void release(pt_sandbox *sandbox, void *block, size_t had)
{
    sandbox->used -= had;
    if (is_stack(sandbox, block))
        stack_is(sandbox, sandbox->newest, sandbox->newest_bytes);
    free(block);
}

static void *allocate(void *context, void *block, size_t old, size_t size)
{
    pt_sandbox *sandbox = context;
    size_t had = block == NULL ? 0 : old;
    if (size == 0) {
        release(sandbox, block, had);
        return NULL;
    }
    if (size > had) { /* Lua counts on shrinking never to fail */
        pt_code why = refusal(sandbox, block, old, size);
        if (why != PT_CODE_COUNT) {
            sandbox->refused = why;
            return NULL;
        }
    }
    bool moves_stack = is_stack(sandbox, block);
    void *moved = realloc(block, size);
    if (moved == NULL) {
        sandbox->refused = PT_U002;
        return size > had ? NULL : block;
    }
    sandbox->used += size - had;
    if (moves_stack)
        stack_is(sandbox, moved, size);
    sandbox->newest = moved;
    sandbox->newest_bytes = size;
    return moved;
}

static void give_up(void)
{
    fputs("proeftuin: geheugen op (out of memory)\n", stderr);
    _Exit(70);
}

/* Lua calls this for an error outside any protected call; only memory can be the cause. */
static int panic(lua_State *state)
{
    (void)state;
    give_up();
    return 0;
}

static int raise(lua_State *state)
{
    lua_pushlightuserdata(state, &pt_sandbox_of(state)->failure);
    return lua_error(state);
}

static void place(lua_State *state, lua_Debug *at, pt_failure *failure)
{
    lua_getinfo(state, "Sl", at);
    failure->source = at->source[0] == '=' && at->source[1] >= '0' && at->source[1] <= '9'
                          ? (uint32_t)strtoul(at->source + 1, NULL, 10)
                          : PT_NO_SOURCE;
    failure->line = at->currentline > 0 ? (uint32_t)at->currentline : 0;
}

void pt_calling_place(lua_State *state, pt_failure *failure)
{
    lua_Debug at;
    if (lua_getstack(state, 1, &at))
        place(state, &at, failure);
}

int pt_stop(lua_State *state, pt_code code, const char *first, const char *second)
{
    pt_failure *failure = &pt_sandbox_of(state)->failure;
    *failure = (pt_failure){.code = code, .source = PT_NO_SOURCE};
    pt_calling_place(state, failure);
    if (first != NULL)
        pt_failure_argument(failure, 0, first, strlen(first));
    if (second != NULL)
        pt_failure_argument(failure, 1, second, strlen(second));
    return raise(state);
}

/* Work that copies the stack (varargs) costs the more, the deeper the stack is. */
static void count(lua_State *state, lua_Debug *at)
{
    pt_sandbox *sandbox = pt_sandbox_of(state);
    size_t grown = sandbox->stack_bytes - sandbox->stack_start;
    sandbox->steps_left -= PT_HOOK_STEPS * (int64_t)(1 + grown / STACK_STEP);
    if (sandbox->steps_left >= 0 && !sandbox->too_deep)
        return;
    sandbox->failure =
        (pt_failure){.code = sandbox->too_deep ? PT_U003 : PT_U001, .source = PT_NO_SOURCE};
    place(state, at, &sandbox->failure);
    raise(state);
}

static int unknown_word(lua_State *state)
{
    const char *name = lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "?";
    return pt_stop(state, PT_U005, name, NULL);
}

static int locked(lua_State *state)
{
    const char *name = lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "?";
    return pt_stop(state, PT_U006, name, NULL);
}

static void make_environment(lua_State *state)
{
    lua_createtable(state, 0, 0);
    lua_createtable(state, 0, 256); // environment words
    lua_createtable(state, 0, 2);   // environment words meta
    lua_pushcfunction(state, unknown_word);
    lua_setfield(state, -2, "__index");
    lua_setmetatable(state, -2);
    lua_pushvalue(state, -1); // environment words words
    lua_rawseti(state, LUA_REGISTRYINDEX, PT_SLOT_WORDS);
    lua_createtable(state, 0, 2); // environment words meta
    lua_insert(state, -2);        // environment meta words
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, locked);
    lua_setfield(state, -2, "__newindex");
    lua_setmetatable(state, -2); // environment
    lua_rawseti(state, LUA_REGISTRYINDEX, PT_SLOT_ENVIRONMENT);
}

static int build(lua_State *state)
{
    pt_sandbox *sandbox = pt_sandbox_of(state);
    lua_CFunction fill = *(lua_CFunction *)lua_touserdata(state, 1);
    make_environment(state);
    for (int slot = PT_SLOT_FUNCTIONS; slot <= PT_SLOT_KEPT; slot++) {
        lua_createtable(state, 0, 0);
        lua_rawseti(state, LUA_REGISTRYINDEX, slot);
    }
    sandbox->thread = lua_newthread(state);
    lua_rawseti(state, LUA_REGISTRYINDEX, PT_SLOT_THREAD);
    lua_pushcfunction(state, fill);
    lua_call(state, 0, 0);
    return 0;
}

/* The stack always starts at one size, whatever the call before did to it. */
static bool reset_thread(pt_sandbox *sandbox)
{
    lua_State *thread = sandbox->thread;
    lua_resetthread(thread);
    sandbox->finding_stack = sandbox->stack == NULL;
    bool enough = lua_checkstack(thread, STACK_SLOTS);
    sandbox->finding_stack = false;
    if (!enough)
        return false;
    sandbox->stack_start = sandbox->stack_bytes;
    lua_rawgeti(thread, LUA_REGISTRYINDEX, PT_SLOT_FUNCTIONS);
    lua_rawgeti(thread, LUA_REGISTRYINDEX, PT_SLOT_CHOICES);
    return true;
}

/* Collects at points that depend on the calls alone; in between the collector stands still. */
static void collect(pt_sandbox *sandbox)
{
    lua_gc(sandbox->main, LUA_GCCOLLECT);
    sandbox->settled = sandbox->used;
}

/* The function and its argument run without a budget: they are ours. */
static bool protect(lua_State *state, lua_CFunction function, void *argument)
{
    lua_pushcfunction(state, function);
    lua_pushlightuserdata(state, argument);
    return lua_pcall(state, 1, 0, 0) == LUA_OK;
}

bool pt_sandbox_settle(pt_sandbox *sandbox, lua_CFunction function, void *argument)
{
    pt_sandbox_ready(sandbox);
    sandbox->text_limit = PT_LIMIT_LUA_BLOCK_BYTES;
    if (!protect(sandbox->thread, function, argument))
        return false;
    collect(sandbox);
    return true;
}

void pt_sandbox_open(pt_sandbox *sandbox, void *owner, lua_CFunction fill)
{
    *sandbox = (pt_sandbox){.owner = owner, .text_limit = PT_LIMIT_LUA_BLOCK_BYTES};
    sandbox->main = lua_newstate(allocate, sandbox);
    if (sandbox->main == NULL)
        give_up();
    lua_atpanic(sandbox->main, panic);
    *(pt_sandbox **)lua_getextraspace(sandbox->main) = sandbox;
    lua_gc(sandbox->main, LUA_GCSTOP);
    if (!protect(sandbox->main, build, &fill) || !reset_thread(sandbox))
        give_up();
    collect(sandbox);
}

void pt_sandbox_close(pt_sandbox *sandbox)
{
    if (sandbox->main != NULL)
        lua_close(sandbox->main);
    sandbox->main = NULL;
    sandbox->thread = NULL;
}

lua_State *pt_sandbox_ready(pt_sandbox *sandbox)
{
    lua_settop(sandbox->thread, PT_STACK_FIXED);
    if (sandbox->stack_bytes != sandbox->stack_start)
        (void)reset_thread(sandbox);
    if (sandbox->used > sandbox->settled + GARBAGE_BYTES)
        collect(sandbox);
    return sandbox->thread;
}

typedef struct piece {
    const char *text;
    size_t length;
} piece;

static const char *next_piece(lua_State *state, void *context, size_t *size)
{
    (void)state;
    piece *rest = context;
    *size = rest->length;
    rest->length = 0;
    return rest->text;
}

bool pt_sandbox_load(pt_sandbox *sandbox, uint32_t source, const char *text, size_t length)
{
    lua_State *thread = sandbox->thread;
    char name[16];
    snprintf(name, sizeof name, "=%u", source);
    piece all = {text, length};
    sandbox->failure = (pt_failure){.code = PT_CODE_COUNT, .source = source};
    sandbox->text_limit = PT_LIMIT_LUA_BLOCK_BYTES;
    int status = lua_load(thread, next_piece, &all, name, "t");
    if (status != LUA_OK) {
        pt_failure_load(sandbox, status, source);
        return false;
    }
    lua_rawgeti(thread, LUA_REGISTRYINDEX, PT_SLOT_ENVIRONMENT); // chunk environment
    lua_setupvalue(thread, -2, 1);
    return true;
}

bool pt_sandbox_run(pt_sandbox *sandbox, int arguments, int results)
{
    lua_State *thread = sandbox->thread;
    sandbox->failure.code = PT_CODE_COUNT;
    sandbox->text_limit = PT_CALL_TEXT_BYTES;
    sandbox->steps_left = PT_LIMIT_LUA_STEPS;
    sandbox->too_deep = false;
    sandbox->charging = true;
    lua_sethook(thread, count, LUA_MASKCOUNT, PT_HOOK_STEPS);
    int status = lua_pcall(thread, arguments, results, 0);
    sandbox->charging = false;
    if (status == LUA_OK)
        return true;
    pt_failure_run(sandbox, status);
    return false;
}
