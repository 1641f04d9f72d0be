/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/declare.h"

#include "base/limits.h"
#include "lua/state.h"
#include "lua/words.h"

/* More than twice the blocks of a pack, as a variant may bring as many again. */
enum { DECLARED_LIMIT = 3 * PT_LIMIT_PACK_BLOCKS, NAME_LIMIT = 256 };

/* Upvalues: kind, name, source, line. */
static int declare_table(lua_State *state)
{
    pt_lua *lua = pt_lua_of(state);
    if (lua_type(state, 1) != LUA_TTABLE || !lua->loading || lua->declared_count >= DECLARED_LIMIT)
        return pt_stop(state, PT_U015, lua_tostring(state, lua_upvalueindex(2)),
                       pt_value_describe(state, 1));
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_DECLARED);
    lua_pushvalue(state, 1);
    lua_rawseti(state, -2, (lua_Integer)lua->declared_count + 1);
    lua->declared = pt_arena_grow(lua->arena, lua->declared, lua->declared_count,
                                  &lua->declared_capacity, sizeof *lua->declared);
    size_t length = 0;
    const char *name = lua_tolstring(state, lua_upvalueindex(2), &length);
    lua->declared[lua->declared_count++] = (pt_declared){
        .kind = (int)lua_tointeger(state, lua_upvalueindex(1)),
        .name = pt_arena_copy(lua->arena, name, length),
        .source = (uint32_t)lua_tointeger(state, lua_upvalueindex(3)),
        .line = (uint32_t)lua_tointeger(state, lua_upvalueindex(4)),
    };
    return 0;
}

int pt_declare(lua_State *state)
{
    pt_failure here = {.source = PT_NO_SOURCE};
    pt_calling_place(state, &here);
    if (lua_type(state, 1) != LUA_TSTRING || lua_rawlen(state, 1) > NAME_LIMIT ||
        !pt_lua_of(state)->loading || here.source == PT_NO_SOURCE)
        return pt_stop(state, PT_U015, "{", pt_value_describe(state, 1));
    lua_pushvalue(state, lua_upvalueindex(1));
    lua_pushvalue(state, 1);
    lua_pushinteger(state, here.source);
    lua_pushinteger(state, here.line);
    lua_pushcclosure(state, declare_table, 4);
    return 1;
}
