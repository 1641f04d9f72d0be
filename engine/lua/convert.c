/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/convert.h"

#include <string.h>

#include "base/limits.h"
#include "lua/words.h"

enum { DAYS_A_WEEK = 7 };

const char *pt_kind_word(uint8_t kind)
{
    static const char *const words[] = {"onbekend",   "geen",  "ja_nee", "getal", "bedrag",
                                        "percentage", "datum", "dagen",  "keuze", "onderwerp"};
    return kind < sizeof words / sizeof words[0] ? words[kind] : "?";
}

static void push_number(lua_State *state, int64_t sixteenths)
{
    if (sixteenths % PT_NUMBER_SCALE == 0)
        lua_pushinteger(state, sixteenths / PT_NUMBER_SCALE);
    else
        lua_pushnumber(state, (lua_Number)sixteenths / PT_NUMBER_SCALE);
}

void pt_push_value(pt_lua *lua, pt_value value)
{
    lua_State *state = lua->sandbox.thread;
    switch ((pt_kind)value.kind) {
    case PT_UNKNOWN: lua_pushlightuserdata(state, pt_sentinel_address(PT_SENTINEL_UNKNOWN)); return;
    case PT_NONE: lua_pushlightuserdata(state, pt_sentinel_address(PT_SENTINEL_NONE)); return;
    case PT_YESNO: lua_pushboolean(state, value.amount != 0); return;
    case PT_NUMBER: push_number(state, value.amount); return;
    case PT_CHOICE:
        lua_rawgeti(state, PT_STACK_CHOICES,
                    (lua_Integer)lua->choice_start[value.set] + value.amount + 1);
        return;
    case PT_DURATION:
        lua_pushinteger(state,
                        value.unit == PT_UNIT_WEEKS ? value.amount * DAYS_A_WEEK : value.amount);
        return;
    case PT_MONEY:
    case PT_PERCENT:
    case PT_DATE:
    case PT_SUBJECT: lua_pushinteger(state, value.amount); return;
    }
}

/* A whole number of the units of `type`. */
static pt_code take_whole(lua_State *state, int index, const pt_type *type, pt_value *value)
{
    if (lua_type(state, index) != LUA_TNUMBER)
        return PT_U009;
    lua_Number rough = lua_tonumber(state, index);
    /* Written so that what is no number at all fails too. */
    if (!(rough <= (lua_Number)PT_LIMIT_NUMBER && rough >= -(lua_Number)PT_LIMIT_NUMBER))
        return PT_U011;
    int whole = 0;
    value->amount = lua_tointegerx(state, index, &whole);
    if (!whole)
        return PT_U010;
    if (type->kind == PT_DURATION && type->unit == PT_UNIT_WEEKS) {
        if (value->amount % DAYS_A_WEEK != 0)
            return PT_U010;
        value->amount /= DAYS_A_WEEK;
    }
    return PT_CODE_COUNT;
}

static pt_code take_number(lua_State *state, int index, pt_value *value)
{
    if (lua_type(state, index) != LUA_TNUMBER)
        return PT_U009;
    lua_Integer sixteenths = 0;
    if (pt_sixteenths(state, index, &sixteenths)) {
        value->amount = sixteenths;
        return PT_CODE_COUNT;
    }
    const lua_Integer whole = PT_LIMIT_NUMBER / PT_NUMBER_SCALE;
    const lua_Number limit = (lua_Number)whole;
    lua_Number rough = lua_tonumber(state, index);
    return rough <= limit && rough >= -limit ? PT_U010 : PT_U011;
}

static pt_code take_word(lua_State *state, int index, const pt_pack *pack, pt_value *value)
{
    if (lua_type(state, index) != LUA_TSTRING)
        return PT_U009;
    uint16_t word = pt_choice_index(&pack->choices[value->set], lua_tostring(state, index));
    value->amount = word;
    return word == PT_NO_INDEX ? PT_U012 : PT_CODE_COUNT;
}

static pt_code take_plain(pt_lua *lua, int index, const pt_type *type, pt_value *value)
{
    lua_State *state = lua->sandbox.thread;
    switch ((pt_kind)type->kind) {
    case PT_YESNO:
        value->amount = lua_toboolean(state, index);
        return lua_type(state, index) == LUA_TBOOLEAN ? PT_CODE_COUNT : PT_U009;
    case PT_NUMBER: return take_number(state, index, value);
    case PT_CHOICE: return take_word(state, index, lua->pack, value);
    case PT_MONEY:
    case PT_PERCENT:
    case PT_DATE:
    case PT_DURATION:
    case PT_SUBJECT: return take_whole(state, index, type, value);
    case PT_UNKNOWN:
    case PT_NONE: break;
    }
    return PT_U009;
}

pt_code pt_take_value(pt_lua *lua, int index, const pt_type *type, bool bounded, pt_value *value)
{
    lua_State *state = lua->sandbox.thread;
    if (lua_isnil(state, index))
        return PT_U008;
    const void *sentinel = lua_touserdata(state, index);
    if (sentinel != NULL && sentinel == pt_sentinel_address(PT_SENTINEL_UNKNOWN)) {
        *value = pt_unknown();
        return PT_CODE_COUNT;
    }
    if (sentinel != NULL && sentinel == pt_sentinel_address(PT_SENTINEL_NONE)) {
        *value = pt_none();
        return PT_CODE_COUNT;
    }
    *value = (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set};
    pt_code code = take_plain(lua, index, type, value);
    bool ordered = type->kind != PT_YESNO && type->kind != PT_CHOICE && type->low < type->high;
    if (code == PT_CODE_COUNT && bounded && ordered &&
        (value->amount < type->low || value->amount > type->high))
        return PT_U011;
    return code;
}
