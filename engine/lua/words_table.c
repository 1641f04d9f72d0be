/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * `tabel`: a table that can be looked up and not changed. By words it is an empty table over a copy
 * of what was written; by ranges over a search in rows.
 */
#include "lua/words.h"

#include <stdio.h>
#include <string.h>

static int locked(lua_State *state)
{
    return pt_stop(state, PT_U006, lua_type(state, 2) == LUA_TSTRING ? lua_tostring(state, 2) : "?",
                   NULL);
}

/* Upvalue 1: what holds otherwise, or nil. */
static int otherwise(lua_State *state, bool allowed)
{
    if (allowed && !lua_isnil(state, lua_upvalueindex(1))) {
        lua_pushvalue(state, lua_upvalueindex(1));
        return 1;
    }
    char number[40];
    const char *sought = pt_value_describe(state, 2);
    if (lua_isinteger(state, 2))
        snprintf(number, sizeof number, LUA_INTEGER_FMT, lua_tointeger(state, 2));
    else
        snprintf(number, sizeof number, "%.4f", lua_tonumber(state, 2));
    return pt_stop(state, PT_U014, lua_type(state, 2) == LUA_TNUMBER ? number : sought, NULL);
}

static int word_missing(lua_State *state)
{
    return otherwise(state, lua_type(state, 2) == LUA_TSTRING);
}

/* Upvalues: otherwise; rows as bound, value, bound, value, ...; number of rows. A bound belongs to
 * its own row. */
static int find_row(lua_State *state)
{
    if (lua_type(state, 2) != LUA_TNUMBER)
        return otherwise(state, false);
    lua_Integer low = 0;
    lua_Integer high = lua_tointeger(state, lua_upvalueindex(3));
    lua_Integer count = high;
    while (low < high) {
        lua_Integer middle = low + (high - low) / 2;
        lua_rawgeti(state, lua_upvalueindex(2), middle * 2 + 1);
        bool within = lua_compare(state, 2, -1, LUA_OPLE);
        lua_pop(state, 1);
        if (within)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == count)
        return otherwise(state, true);
    lua_rawgeti(state, lua_upvalueindex(2), low * 2 + 2);
    return 1;
}

static bool is_plain(lua_State *state, int index)
{
    int type = lua_type(state, index);
    return type == LUA_TNUMBER || type == LUA_TBOOLEAN || type == LUA_TSTRING ||
           type == LUA_TLIGHTUSERDATA;
}

/* The raw field of the table at `index`, pushed. */
static int raw_field(lua_State *state, int index, const char *name)
{
    lua_pushstring(state, name);
    return lua_rawget(state, index);
}

/* The finished table, from the value or function on top that answers for it. */
static int finish(lua_State *state)
{
    lua_createtable(state, 0, 0);
    lua_createtable(state, 0, 2); // answers object meta
    lua_rotate(state, -3, -1);    // object meta answers
    lua_setfield(state, -2, "__index");
    lua_pushcfunction(state, locked);
    lua_setfield(state, -2, "__newindex");
    lua_setmetatable(state, -2);
    return 1;
}

static int bad_row(lua_State *state, lua_Integer row)
{
    char number[24];
    snprintf(number, sizeof number, LUA_INTEGER_FMT, row);
    return pt_stop(state, PT_U023, number, NULL);
}

static int by_ranges(lua_State *state)
{
    lua_Integer count = (lua_Integer)lua_rawlen(state, 1);
    raw_field(state, 1, "anders");               // 2
    lua_createtable(state, (int)(count * 2), 0); // 3
    for (lua_Integer row = 1; row <= count; row++) {
        if (lua_rawgeti(state, 1, row) != LUA_TTABLE || raw_field(state, 4, "tot") != LUA_TNUMBER)
            return bad_row(state, row);
        lua_rawgeti(state, 4, 1); // row bound value
        if (!is_plain(state, -1))
            return bad_row(state, row);
        lua_rawseti(state, 3, row * 2);
        lua_rawgeti(state, 3, row * 2 - 3); // row bound previous
        if (row > 1 && !lua_compare(state, -1, -2, LUA_OPLT))
            return bad_row(state, row);
        lua_pop(state, 1);
        lua_rawseti(state, 3, row * 2 - 1);
        lua_settop(state, 3);
    }
    lua_pushinteger(state, count);
    lua_pushcclosure(state, find_row, 3);
    return finish(state);
}

static int by_words(lua_State *state)
{
    lua_createtable(state, 0, 8); // 2
    lua_pushnil(state);
    while (lua_next(state, 1)) { // key value
        if (lua_type(state, 3) != LUA_TSTRING || !is_plain(state, 4))
            return pt_stop(state, PT_U023, pt_value_describe(state, 3), NULL);
        lua_pushvalue(state, 3);
        lua_insert(state, 4); // key key value
        lua_rawset(state, 2);
    }
    lua_createtable(state, 0, 1);
    raw_field(state, 2, "anders");
    lua_pushcclosure(state, word_missing, 1);
    lua_setfield(state, -2, "__index");
    lua_setmetatable(state, 2);
    return finish(state);
}

int pt_word_tabel(lua_State *state)
{
    if (lua_type(state, 1) != LUA_TTABLE)
        return pt_word_refuse(state, 1);
    bool has_rows = lua_rawgeti(state, 1, 1) != LUA_TNIL;
    lua_settop(state, 1);
    return has_rows ? by_ranges(state) : by_words(state);
}
