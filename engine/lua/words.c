/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/words.h"

#include <string.h>

#include "lua/declare.h"
#include "lua/state.h"
#include "model/date.h"

static char sentinels[PT_SENTINEL_COUNT]; /* only their addresses count */

void *pt_sentinel_address(pt_sentinel sentinel)
{
    return &sentinels[sentinel];
}

#define CALL(name, function)                                                                       \
    {                                                                                              \
        name, function, 0, PT_WORD_CALL                                                            \
    }
#define RECORDED(name)                                                                             \
    {                                                                                              \
        name, pt_word_recorded, 0, PT_WORD_CALL                                                    \
    }
#define SENTINEL(name, sentinel)                                                                   \
    {                                                                                              \
        name, NULL, PT_SENTINEL_##sentinel, PT_WORD_SENTINEL                                       \
    }
#define TRUTH(name, truth)                                                                         \
    {                                                                                              \
        name, NULL, truth, PT_WORD_TRUTH                                                           \
    }
#define DECLARES(name, kind)                                                                       \
    {                                                                                              \
        name, NULL, kind, PT_WORD_DECLARES                                                         \
    }

static const pt_word words[] = {
    RECORDED("aantal"),
    CALL("afgerond", pt_word_afgerond),
    SENTINEL("amvb", RECORDED),
    RECORDED("bedrag"),
    CALL("begin_maand", pt_word_begin_maand),
    CALL("begin_schooljaar", pt_word_begin_schooljaar),
    CALL("bekend", pt_word_bekend),
    SENTINEL("beleid", RECORDED),
    CALL("dag", pt_word_dag),
    SENTINEL("dag_erna", RECORDED),
    SENTINEL("dag_zelf", RECORDED),
    CALL("dagen", pt_word_count),
    CALL("datum", pt_word_datum),
    CALL("deel_omhoog", pt_word_deel_omhoog),
    CALL("deel_omlaag", pt_word_deel_omlaag),
    CALL("een_van", pt_word_een_van),
    RECORDED("eerste"),
    RECORDED("eerste_in_tijdvak"),
    CALL("einde_maand", pt_word_einde_maand),
    CALL("einde_schooljaar", pt_word_einde_schooljaar),
    RECORDED("einde_van"),
    SENTINEL("er_is", RECORDED),
    CALL("euro", pt_word_euro),
    DECLARES("gebeurtenis", PT_BLOCK_EVENT),
    SENTINEL("geen", NONE),
    RECORDED("getal"),
    CALL("hoogste", pt_word_hoogste),
    CALL("ipairs", pt_word_ipairs),
    TRUTH("ja", 1),
    RECORDED("ja_nee"),
    CALL("jaar", pt_word_jaar),
    CALL("jaren", pt_word_count),
    RECORDED("keuze"),
    CALL("laagste", pt_word_laagste),
    RECORDED("laatste"),
    SENTINEL("laatste_venster", RECORDED),
    CALL("leeftijd_op", pt_word_leeftijd_op),
    CALL("lesweken", pt_word_count),
    DECLARES("lijst", PT_BLOCK_LIST),
    CALL("maand", pt_word_maand),
    CALL("maanden", pt_word_count),
    CALL("maanden_later", pt_word_maanden_later),
    CALL("maanden_tussen", pt_word_maanden_tussen),
    DECLARES("mogelijkheid", PT_BLOCK_FACULTY),
    TRUTH("nee", 0),
    SENTINEL("omhoog", UP),
    SENTINEL("omlaag", DOWN),
    SENTINEL("onbekend", UNKNOWN),
    DECLARES("onderwerp", PT_DECLARED_SUBJECT),
    CALL("op_dag", pt_word_op_dag),
    RECORDED("per_kalenderjaar"),
    RECORDED("per_schooljaar"),
    RECORDED("percentage"),
    DECLARES("plicht", PT_BLOCK_DUTY),
    CALL("procent", pt_word_procent),
    CALL("procent_van", pt_word_procent_van),
    DECLARES("regel", PT_BLOCK_RULE),
    SENTINEL("regeling", RECORDED),
    CALL("schooldag_vanaf", pt_word_schooldag_vanaf),
    CALL("schooldagen", pt_word_count),
    CALL("schooldagen_later", pt_word_schooldagen_later),
    RECORDED("som"),
    SENTINEL("statuut", RECORDED),
    CALL("tabel", pt_word_tabel),
    DECLARES("uitzondering", PT_BLOCK_EXCEPTION),
    CALL("uren", pt_word_count),
    SENTINEL("vandaag", TODAY),
    DECLARES("venster", PT_BLOCK_WINDOW),
    CALL("verjaardag", pt_word_verjaardag),
    SENTINEL("voor_ieder", RECORDED),
    RECORDED("vraag"),
    CALL("weken", pt_word_weken),
    CALL("werkdag_vanaf", pt_word_werkdag_vanaf),
    CALL("werkdagen", pt_word_count),
    CALL("werkdagen_later", pt_word_werkdagen_later),
    SENTINEL("wet", RECORDED),
};

const pt_word *pt_words(size_t *count)
{
    *count = sizeof words / sizeof words[0];
    return words;
}

static void push_word(lua_State *state, const pt_word *word)
{
    switch (word->kind) {
    case PT_WORD_CALL:
        lua_pushlightuserdata(state, (void *)(uintptr_t)word);
        lua_pushcclosure(state, word->call, 1);
        return;
    case PT_WORD_SENTINEL:
        lua_pushlightuserdata(state, pt_sentinel_address((pt_sentinel)word->value));
        return;
    case PT_WORD_TRUTH: lua_pushboolean(state, word->value); return;
    case PT_WORD_DECLARES:
        lua_pushinteger(state, word->value);
        lua_pushcclosure(state, pt_declare, 1);
        return;
    }
}

/* A word of the language wins from a word of a choice with the same name. */
static void fill_choices(lua_State *state, const pt_pack *pack)
{
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_CHOICES); // words choices
    lua_Integer next = 1;
    for (uint16_t set = 0; set < pack->choice_count; set++) {
        for (uint16_t i = 0; i < pack->choices[set].count; i++) {
            lua_pushstring(state, pack->choices[set].words[i]); // words choices word
            lua_pushvalue(state, -1);
            lua_rawseti(state, -3, next++);
            lua_pushvalue(state, -1); // words choices word word
            if (lua_rawget(state, -4) == LUA_TNIL) {
                lua_pop(state, 1);
                lua_pushvalue(state, -1);
                lua_rawset(state, -4);
            } else {
                lua_pop(state, 2);
            }
        }
    }
    lua_pop(state, 1);
}

int pt_words_fill(lua_State *state)
{
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_WORDS); // words
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        lua_pushstring(state, words[i].name); // words name
        push_word(state, &words[i]);
        lua_rawset(state, -3);
    }
    fill_choices(state, pt_lua_of(state)->pack);
    return 0;
}

const pt_word *pt_word_called(lua_State *state)
{
    return lua_touserdata(state, lua_upvalueindex(1));
}

static const char *describe_sentinel(const void *address)
{
    static const char *const names[] = {"onbekend", "geen", "omlaag", "omhoog", "vandaag", "?"};
    for (size_t i = 0; i < PT_SENTINEL_COUNT; i++)
        if (address == &sentinels[i])
            return names[i];
    return "?";
}

const char *pt_value_describe(lua_State *state, int index)
{
    switch (lua_type(state, index)) {
    case LUA_TBOOLEAN: return "ja_nee";
    case LUA_TNUMBER: return "getal";
    case LUA_TSTRING: return lua_tostring(state, index);
    case LUA_TLIGHTUSERDATA: return describe_sentinel(lua_touserdata(state, index));
    case LUA_TTABLE: return "tabel";
    case LUA_TFUNCTION: return "function";
    default: return "nil";
    }
}

int pt_word_refuse(lua_State *state, int index)
{
    return pt_stop(state, PT_U015, pt_word_called(state)->name, pt_value_describe(state, index));
}

lua_Integer pt_word_integer(lua_State *state, int index)
{
    int whole = 0;
    lua_Integer number = 0;
    if (lua_type(state, index) == LUA_TNUMBER)
        number = lua_tointegerx(state, index, &whole);
    if (!whole || number > PT_LIMIT_NUMBER || number < -PT_LIMIT_NUMBER)
        pt_word_refuse(state, index);
    return number;
}

bool pt_sixteenths(lua_State *state, int index, lua_Integer *sixteenths)
{
    if (lua_isinteger(state, index)) {
        lua_Integer whole = lua_tointeger(state, index);
        if (whole > PT_LIMIT_NUMBER / PT_NUMBER_SCALE ||
            whole < -(PT_LIMIT_NUMBER / PT_NUMBER_SCALE))
            return false;
        *sixteenths = whole * PT_NUMBER_SCALE;
        return true;
    }
    if (lua_type(state, index) != LUA_TNUMBER)
        return false;
    lua_Number scaled = lua_tonumber(state, index) * PT_NUMBER_SCALE;
    /* Written so that what is no number at all fails too. */
    if (!(scaled <= (lua_Number)PT_LIMIT_NUMBER && scaled >= -(lua_Number)PT_LIMIT_NUMBER))
        return false;
    *sixteenths = (lua_Integer)scaled;
    return (lua_Number)*sixteenths == scaled;
}

lua_Integer pt_word_sixteenths(lua_State *state, int index)
{
    lua_Integer sixteenths = 0;
    if (!pt_sixteenths(state, index, &sixteenths))
        pt_word_refuse(state, index);
    return sixteenths;
}

int pt_word_recorded(lua_State *state)
{
    if (lua_type(state, 1) == LUA_TTABLE)
        lua_settop(state, 1);
    else
        lua_pushlightuserdata(state, pt_sentinel_address(PT_SENTINEL_RECORDED));
    return 1;
}

int pt_word_bekend(lua_State *state)
{
    if (lua_isnoneornil(state, 1))
        return pt_word_refuse(state, 1);
    lua_pushboolean(state, lua_touserdata(state, 1) != pt_sentinel_address(PT_SENTINEL_UNKNOWN));
    return 1;
}

int pt_word_een_van(lua_State *state)
{
    int count = lua_gettop(state);
    bool found = false;
    for (int i = 2; i <= count && !found; i++)
        found = lua_rawequal(state, 1, i);
    lua_pushboolean(state, found);
    return 1;
}

static int next_in_order(lua_State *state)
{
    lua_Integer index = lua_tointeger(state, 2) + 1;
    if (lua_type(state, 1) != LUA_TTABLE)
        return pt_stop(state, PT_U015, "ipairs", pt_value_describe(state, 1));
    lua_pushinteger(state, index);
    return lua_rawgeti(state, 1, index) == LUA_TNIL ? 1 : 2;
}

int pt_word_ipairs(lua_State *state)
{
    if (lua_type(state, 1) != LUA_TTABLE)
        return pt_word_refuse(state, 1);
    lua_pushcfunction(state, next_in_order);
    lua_pushvalue(state, 1);
    lua_pushinteger(state, 0);
    return 3;
}
