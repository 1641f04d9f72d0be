/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/inspect.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "lua/state.h"

/* --- What a rule can reach -------------------------------------------------------------------- */

enum { WALK_DEPTH = 12 };

typedef struct walk {
    lua_State *state;
    pt_arena *arena;
    pt_text out;
    int seen; /* table: object to the path by which it was first reached */
} walk;

static void visit(walk *w, const char *path, int depth);

static void add_line(walk *w, const char *path, const char *what)
{
    pt_text_add(&w->out, path);
    pt_text_add(&w->out, ": ");
    pt_text_add(&w->out, what);
    pt_text_add_char(&w->out, '\n');
}

/* Is the object on top known already? If not, it is from now on. */
static bool known(walk *w, const char *path)
{
    lua_State *state = w->state;
    lua_pushvalue(state, -1);
    bool found = lua_rawget(state, w->seen) != LUA_TNIL;
    if (found)
        add_line(w, path, pt_format(w->arena, "= %s", lua_tostring(state, -1)));
    lua_pop(state, 1);
    if (!found) {
        lua_pushvalue(state, -1);
        lua_pushstring(state, path);
        lua_rawset(state, w->seen);
    }
    return found;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The text keys of the table on top, sorted, as hash order differs per process. */
static const char **keys_of(walk *w, size_t *count)
{
    lua_State *state = w->state;
    const char **keys = NULL;
    size_t capacity = 0;
    *count = 0;
    for (lua_pushnil(state); lua_next(state, -2); lua_pop(state, 1)) {
        if (lua_type(state, -2) != LUA_TSTRING)
            continue;
        keys = pt_arena_grow(w->arena, keys, *count, &capacity, sizeof *keys);
        keys[(*count)++] = pt_format(w->arena, "%s", lua_tostring(state, -2));
    }
    if (*count > 0)
        qsort(keys, *count, sizeof *keys, by_text);
    return keys;
}

static void visit_table(walk *w, const char *path, int depth)
{
    lua_State *state = w->state;
    size_t count = 0;
    const char **keys = keys_of(w, &count);
    for (size_t i = 0; i < count; i++) {
        lua_pushstring(state, keys[i]);
        lua_rawget(state, -2);
        visit(w, pt_format(w->arena, "%s.%s", path, keys[i]), depth);
        lua_pop(state, 1);
    }
    for (lua_Unsigned i = 1; i <= lua_rawlen(state, -1); i++) {
        lua_rawgeti(state, -1, (lua_Integer)i);
        visit(w, pt_format(w->arena, "%s[%d]", path, (int)i), depth);
        lua_pop(state, 1);
    }
}

static void visit_upvalues(walk *w, const char *path, int depth)
{
    const char *name = NULL;
    for (int i = 1; (name = lua_getupvalue(w->state, -1, i)) != NULL; i++) {
        if (name[0] == '\0')
            name = pt_format(w->arena, "%d", i);
        visit(w, pt_format(w->arena, "%s^%s", path, name), depth);
        lua_pop(w->state, 1);
    }
}

/* The value on top. */
static void visit(walk *w, const char *path, int depth)
{
    lua_State *state = w->state;
    int type = lua_type(state, -1);
    bool object =
        type == LUA_TTABLE || type == LUA_TFUNCTION || type == LUA_TUSERDATA || type == LUA_TTHREAD;
    if (object && known(w, path))
        return;
    add_line(w, path, lua_iscfunction(state, -1) ? "C" : lua_typename(state, type));
    if (depth == 0 || !lua_checkstack(state, 10))
        return;
    if (lua_getmetatable(state, -1)) {
        visit(w, pt_format(w->arena, "%s~", path), depth - 1);
        lua_pop(state, 1);
    }
    if (type == LUA_TTABLE)
        visit_table(w, path, depth - 1);
    else if (type == LUA_TFUNCTION)
        visit_upvalues(w, path, depth - 1);
}

/* Values without fields, for the metatables that all values of a type share. */
static void visit_types(walk *w)
{
    lua_State *state = w->state;
    lua_pushliteral(state, "");
    visit(w, "text", WALK_DEPTH);
    lua_pushinteger(state, 0);
    visit(w, "number", WALK_DEPTH);
    lua_pushboolean(state, 1);
    visit(w, "truth", WALK_DEPTH);
    lua_pushnil(state);
    visit(w, "nil", WALK_DEPTH);
    lua_pop(state, 4);
}

static int walk_all(lua_State *state)
{
    walk *w = lua_touserdata(state, 1);
    const pt_lua *lua = pt_lua_of(state);
    w->state = state;
    lua_createtable(state, 0, 0);
    w->seen = lua_gettop(state);
    visit_types(w);
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_ENVIRONMENT);
    visit(w, "_ENV", WALK_DEPTH);
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_FUNCTIONS);
    for (uint32_t i = 0; i < lua->pack->function_count; i++) {
        const pt_function *function = lua->pack->functions[i];
        if (lua_rawgeti(state, -1, (lua_Integer)i + 1) != LUA_TNIL)
            visit(w,
                  pt_format(w->arena, "%s.%s", pt_lua_block(lua, function)->name, function->path),
                  WALK_DEPTH);
        lua_pop(state, 1);
    }
    return 0;
}

const char *pt_lua_reachable(pt_arena *arena, pt_lua *lua)
{
    walk w = {.arena = arena, .out = pt_text_create(arena)};
    return pt_sandbox_settle(&lua->sandbox, walk_all, &w) ? w.out.bytes : "";
}

/* --- The linked library ----------------------------------------------------------------------- */

static int no_words(lua_State *state)
{
    (void)state;
    return 0;
}

/* Does the text give 1? */
static bool gives_one(const char *text)
{
    pt_sandbox sandbox;
    pt_sandbox_open(&sandbox, NULL, no_words);
    bool one = pt_sandbox_load(&sandbox, 0, text, strlen(text)) && pt_sandbox_run(&sandbox, 0, 1) &&
               lua_tointeger(sandbox.thread, -1) == 1;
    pt_sandbox_close(&sandbox);
    return one;
}

/* Enough constants that an operand no longer fits in an instruction. */
static const char *many_constants(pt_arena *arena)
{
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, "local t = {");
    for (int i = 0; i < 300; i++)
        pt_text_format(&text, "'c%d',", i);
    pt_text_add(&text, "}\nlocal x = 1 | (2 or 3)\nif x == 3 then return 1 end return 0");
    return text.bytes;
}

const pt_lua_probe *pt_lua_probes(pt_arena *arena, size_t *count)
{
    static const char index_by_comparison[] = "local t = { [true] = 1, [false] = 0 }\n"
                                              "local function f(x) return t[x > 3] end\n"
                                              "local a, b = f(5), f(1)\n"
                                              "return a - b";
    pt_lua_probe *probes = PT_NEW_ARRAY(arena, 2, pt_lua_probe);
    probes[0] = (pt_lua_probe){"t[x > 3]", "782ef85b", !gives_one(index_by_comparison)};
    probes[1] = (pt_lua_probe){"1 | (2 or 3)", "c764ca71", !gives_one(many_constants(arena))};
    *count = 2;
    return probes;
}

const char *pt_lua_version(pt_arena *arena)
{
    const char *at = strstr(lua_ident, "Lua 5");
    return at == NULL ? LUA_VERSION : pt_arena_copy(arena, at, strcspn(at + 4, " ") + 4);
}
