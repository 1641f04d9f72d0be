/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Makes a state: runs the rule files, finds in what they declared the blocks that the reader found,
 * and in each block its functions.
 */
#include <string.h>

#include "base/limits.h"
#include "lua/state.h"
#include "lua/words.h"

/* How deep functions that share functions are followed. */
enum { KEEP_DEPTH = 32, STACK_NEEDED = 8 };

/* --- Files ------------------------------------------------------------------------------------ */

static bool ends_with(const char *text, const char *end)
{
    size_t length = strlen(text);
    size_t tail = strlen(end);
    return length >= tail && strcmp(text + length - tail, end) == 0;
}

static bool is_file(const pt_source *source, const char *name)
{
    size_t length = strlen(source->path);
    size_t tail = strlen(name);
    return ends_with(source->path, name) &&
           (length == tail || source->path[length - tail - 1] == '/');
}

static pt_position whole_file(const pt_source *source)
{
    return (pt_position){.source = source};
}

static void run_file(pt_lua *lua, uint32_t index)
{
    const pt_source *source = &lua->pack->sources[index];
    if (lua->watch.entering != NULL)
        lua->watch.entering(lua->watch.context, PT_LUA_LOADING | index, 1);
    pt_sandbox_ready(&lua->sandbox);
    lua->loading = true;
    if (!pt_sandbox_load(&lua->sandbox, index, source->text, source->length) ||
        !pt_sandbox_run(&lua->sandbox, 0, 0))
        pt_lua_report(lua, source->path, whole_file(source));
    lua->loading = false;
    if (lua->watch.leaving != NULL)
        lua->watch.leaving(lua->watch.context);
}

/* The files of the pack in their order, then those of an overlay in theirs. */
static void run_files(pt_lua *lua)
{
    const pt_pack *pack = lua->pack;
    bool *done = PT_NEW_ARRAY(lua->arena, pack->source_count, bool);
    for (size_t file = 0; file < pack->file_count; file++) {
        for (uint32_t i = 0; i < pack->source_count; i++) {
            if (done[i] || !is_file(&pack->sources[i], pack->files[file]))
                continue;
            done[i] = true;
            run_file(lua, i);
            break;
        }
    }
    for (uint32_t i = 0; i < pack->source_count; i++)
        if (!done[i] && ends_with(pack->sources[i].path, ".lua"))
            run_file(lua, i);
}

/* --- Blocks ----------------------------------------------------------------------------------- */

static bool is_block(const pt_lua *lua, const pt_declared *declared, const pt_block *block)
{
    const pt_source *source = &lua->pack->sources[declared->source];
    return !declared->taken && declared->kind == block->kind &&
           (source == block->at.source || strcmp(source->path, block->at.source->path) == 0) &&
           strcmp(declared->name, block->name) == 0;
}

/* The declaration on the line of the block, or else the first that is left. `start` is a guess. */
static pt_declared *find_declared(pt_lua *lua, const pt_block *block, size_t start)
{
    pt_declared *first = NULL;
    for (size_t i = 0; i < lua->declared_count; i++) {
        pt_declared *declared = &lua->declared[(start + i) % lua->declared_count];
        if (!is_block(lua, declared, block))
            continue;
        if (declared->line == block->at.line)
            return declared;
        if (first == NULL || declared < first)
            first = declared;
    }
    return first;
}

/* By block: entry of PT_SLOT_DECLARED, 0 when Lua did not see it. */
static lua_Integer *match_blocks(pt_lua *lua)
{
    const pt_pack *pack = lua->pack;
    lua_Integer *entries = PT_NEW_ARRAY(lua->arena, pack->block_count, lua_Integer);
    size_t start = 0;
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *block = &pack->blocks[i];
        if (block->resumes != 0) {
            entries[i] = entries[block->resumes - 1];
            continue;
        }
        pt_declared *declared = block->at.source == NULL ? NULL : find_declared(lua, block, start);
        if (declared == NULL) {
            pt_find(lua->report, PT_U018, block->at, PT_ARGS(block->name), NULL);
            continue;
        }
        declared->taken = true;
        start = (size_t)(declared - lua->declared) + 1;
        entries[i] = (lua_Integer)start;
    }
    return entries;
}

/* What Lua saw and the reader did not. With an overlay the reader leaves out what is replaced. */
static void check_declared(pt_lua *lua)
{
    if (lua->pack->variant != NULL)
        return;
    for (size_t i = 0; i < lua->declared_count; i++) {
        const pt_declared *declared = &lua->declared[i];
        if (declared->taken || declared->kind < 0)
            continue;
        pt_position at = {.source = &lua->pack->sources[declared->source],
                          .line = declared->line,
                          .column = 1,
                          .length = 1};
        pt_find(lua->report, PT_U018, at, PT_ARGS(declared->name), NULL);
    }
}

/* --- Functions -------------------------------------------------------------------------------- */

/* Replaces the table on top by its field at `path` ("gronden.2.bij"); false: no function there. */
static bool follow(lua_State *state, const char *path)
{
    for (const char *at = path; *at != '\0';) {
        size_t length = strcspn(at, ".");
        if (lua_type(state, -1) != LUA_TTABLE)
            return false;
        if (at[0] >= '1' && at[0] <= '9') {
            lua_Integer index = 0;
            for (size_t i = 0; i < length && index < PT_LIMIT_LUA_BLOCK_BYTES; i++)
                index = index * 10 + (at[i] - '0');
            lua_rawgeti(state, -1, index);
        } else {
            lua_pushlstring(state, at, length);
            lua_rawget(state, -2);
        }
        lua_remove(state, -2);
        at += length + (at[length] == '.');
    }
    return lua_type(state, -1) == LUA_TFUNCTION;
}

/* Keeps upvalue `upvalue` of the closure on top, whose value lies above it, as it is now. */
static void keep(lua_State *state, pt_lua *lua, pt_lua_function *entry, int upvalue,
                 const char *name)
{
    pt_kept *kept = PT_NEW(lua->arena, pt_kept);
    *kept = (pt_kept){.closure = lua->kept_count + 1,
                      .upvalue = upvalue,
                      .name = pt_arena_copy(lua->arena, name, strlen(name)),
                      .next = entry->kept};
    entry->kept = kept;
    lua->kept_count += 2;
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_KEPT); // closure value kept
    lua_pushvalue(state, -3);
    lua_rawseti(state, -2, kept->closure);
    lua_pushvalue(state, -2);
    lua_rawseti(state, -2, kept->closure + 1);
    lua_pop(state, 1);
}

static bool seen(lua_State *state, const pt_lua_function *entry)
{
    bool found = false;
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_KEPT); // closure kept
    for (const pt_kept *kept = entry->kept; kept != NULL && !found; kept = kept->next) {
        lua_rawgeti(state, -1, kept->closure);
        found = lua_rawequal(state, -1, -3);
        lua_pop(state, 1);
    }
    lua_pop(state, 1);
    return found;
}

/*
 * Keeps what the Lua function on top shares with others: it must be the same after every call.
 * NULL, or the name of what cannot be kept: a table that is no tabel.
 */
static const char *keep_shared(lua_State *state, pt_lua *lua, pt_lua_function *entry, int depth)
{
    if (lua_iscfunction(state, -1) || seen(state, entry))
        return NULL;
    if (depth == 0 || !lua_checkstack(state, STACK_NEEDED))
        return "function";
    const char *wrong = NULL;
    const char *name = NULL;
    for (int i = 1; wrong == NULL && (name = lua_getupvalue(state, -1, i)) != NULL; i++) {
        keep(state, lua, entry, i, name); // closure value
        int value = lua_gettop(state);
        if (lua_type(state, value) == LUA_TFUNCTION)
            wrong = keep_shared(state, lua, entry, depth - 1);
        else if (lua_type(state, value) == LUA_TTABLE && !lua_getmetatable(state, value))
            wrong = name;
        lua_settop(state, value - 1);
    }
    return wrong;
}

static void fetch(lua_State *state, pt_lua *lua, const pt_function *function, lua_Integer block)
{
    const char *name = pt_lua_block(lua, function)->name;
    pt_lua_function *entry = &lua->functions[function->number];
    if (block == 0)
        return; /* said already */
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_DECLARED);
    lua_rawgeti(state, -1, block);
    if (!follow(state, function->path)) {
        pt_find(lua->report, PT_U019, function->at, PT_ARGS(name, function->path), NULL);
        entry->reported |= 1ULL << (PT_U019 - PT_U001);
        return;
    }
    const char *wrong = NULL;
    if (pt_lua_block(lua, function)->free)
        wrong = keep_shared(state, lua, entry, KEEP_DEPTH);
    if (wrong != NULL) {
        pt_find(lua->report, PT_U021, function->at, PT_ARGS(name, wrong), NULL);
        return;
    }
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_FUNCTIONS);
    lua_pushvalue(state, -2);
    lua_rawseti(state, -2, (lua_Integer)function->number + 1);
    entry->found = true;
}

/* Argument: the entries by block. */
static int fetch_all(lua_State *state)
{
    pt_lua *lua = pt_lua_of(state);
    const lua_Integer *entries = lua_touserdata(state, 1);
    for (uint32_t i = 0; i < lua->pack->function_count; i++) {
        const pt_function *function = lua->pack->functions[i];
        fetch(state, lua, function, entries[function->block]);
        lua_settop(state, 1);
    }
    /* Declarations have done their work; only functions stay. */
    lua_createtable(state, 0, 0);
    lua_rawseti(state, LUA_REGISTRYINDEX, PT_SLOT_DECLARED);
    return 0;
}

void pt_lua_build(pt_lua *lua)
{
    pt_sandbox_close(&lua->sandbox);
    pt_arena_reset(lua->arena);
    lua->declared = NULL;
    lua->declared_count = 0;
    lua->declared_capacity = 0;
    lua->kept_count = 0;
    for (uint32_t i = 0; i < lua->pack->function_count; i++) {
        lua->functions[i].found = false;
        lua->functions[i].kept = NULL;
    }
    pt_sandbox_open(&lua->sandbox, lua, pt_words_fill);
    run_files(lua);
    lua_Integer *entries = match_blocks(lua);
    check_declared(lua);
    if (!pt_sandbox_settle(&lua->sandbox, fetch_all, entries))
        pt_find(lua->report, PT_U002, (pt_position){0}, PT_ARGS(lua->pack->name), NULL);
    lua->sandbox.worn = false;
}
