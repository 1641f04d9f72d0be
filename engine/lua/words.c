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

#define CALL(name, function, signature, help)                                                      \
    {                                                                                              \
        name, function, 0, PT_WORD_CALL, signature, help                                           \
    }
#define RECORDED(name, signature, help)                                                            \
    {                                                                                              \
        name, pt_word_recorded, 0, PT_WORD_CALL, signature, help                                   \
    }
#define SENTINEL(name, sentinel, signature, help)                                                  \
    {                                                                                              \
        name, NULL, PT_SENTINEL_##sentinel, PT_WORD_SENTINEL, signature, help                      \
    }
#define TRUTH(name, truth, signature, help)                                                        \
    {                                                                                              \
        name, NULL, truth, PT_WORD_TRUTH, signature, help                                          \
    }
#define DECLARES(name, kind, signature, help)                                                      \
    {                                                                                              \
        name, NULL, kind, PT_WORD_DECLARES, signature, help                                        \
    }

static const pt_word words[] = {
    RECORDED("aantal", "woord", "hoeveel onderwerpen het zijn"),
    CALL("afgerond", pt_word_afgerond, "(fun(x: getal, deler: integer): getal)|woord",
         "het deel, afgerond; bij procent_van: rond af"),
    SENTINEL(
        "amvb", RECORDED, "woord",
        "de termijn staat in een algemene maatregel van bestuur: de Algemene termijnenwet werkt"),
    RECORDED("bedrag", "fun(kenmerken: table): soort", "een bedrag in euro, met van en tot"),
    CALL("begin_maand", pt_word_begin_maand, "fun(d: datum): datum",
         "de eerste dag van de maand van d"),
    CALL("begin_schooljaar", pt_word_begin_schooljaar, "fun(d: datum): datum",
         "de eerste dag van het schooljaar van d"),
    CALL("bekend", pt_word_bekend, "fun(x: any): boolean", "is het bekend?"),
    SENTINEL("beleid", RECORDED, "woord", "de termijn is beleid"),
    DECLARES("bevoegdheid", PT_DECLARED_STATUTE, "fun(naam: string): fun(blok: table)",
             "wie over een soort besluit beslist, en wie er iets over te zeggen heeft"),
    CALL("dag", pt_word_dag, "fun(d: datum): getal", "de dag van de maand van d"),
    SENTINEL("dag_erna", RECORDED, "woord", "vanaf de dag erna"),
    SENTINEL("dag_zelf", RECORDED, "woord", "vanaf de dag zelf"),
    CALL("dagen", pt_word_count, "(fun(hoeveel: integer): getal)|(fun(parameter: string): lengte)",
         "zoveel dagen, of de lengte van een termijn"),
    CALL("datum", pt_word_datum, "(fun(dag: string): datum)|(fun(kenmerken: table): soort)",
         "een vaste dag, of een gegeven dat een datum is"),
    CALL("deel_omhoog", pt_word_deel_omhoog, "fun(x: getal, deler: integer): getal",
         "het deel, naar boven afgerond"),
    CALL("deel_omlaag", pt_word_deel_omlaag, "fun(x: getal, deler: integer): getal",
         "het deel, naar beneden afgerond"),
    CALL("een_van", pt_word_een_van, "fun(x: any, ...: any): boolean",
         "is het een van deze woorden?"),
    RECORDED("eerste", "fun(gegeven: string, ...: string): woord", "de vroegste datum"),
    RECORDED("eerste_in_tijdvak", "fun(gebeurtenis: string): woord",
             "vervuld door de eerste keer in het tijdvak"),
    CALL("einde_maand", pt_word_einde_maand, "fun(d: datum): datum",
         "de laatste dag van de maand van d"),
    CALL("einde_schooljaar", pt_word_einde_schooljaar, "fun(d: datum): datum",
         "de laatste dag van het schooljaar van d"),
    RECORDED("einde_van", "fun(plicht: string): lengte",
             "het einde van de termijn van een andere plicht"),
    SENTINEL("er_is", RECORDED, "woord", "is er een onderwerp?"),
    CALL("euro", pt_word_euro, "fun(bedrag: string): bedrag", "een vast bedrag: euro \"25.000\""),
    DECLARES("gebeurtenis", PT_BLOCK_EVENT, "fun(naam: string): fun(blok: table)",
             "een gebeurtenis, die gegevens verandert"),
    SENTINEL("geen", NONE, "any", "bekend dat het er niet is"),
    RECORDED("getal", "fun(kenmerken: table): soort", "een getal, met van, tot en stap"),
    SENTINEL("grootste_rest", RECORDED, "woord",
             "een verdeling: wat na afronden over is, gaat naar de grootste rest"),
    CALL("hoogste", pt_word_hoogste, "(fun(a: any, b: any, ...: any): any)|woord",
         "het grootste; bij een venster: de hoogste waarde"),
    CALL("ipairs", pt_word_ipairs, "fun(t: table): function, table, integer",
         "de waarden op volgorde; in een blok dat vrij is"),
    TRUTH("ja", 1, "boolean", "het is zo"),
    RECORDED("ja_nee", "fun(kenmerken: table): soort", "een gegeven dat ja of nee is"),
    CALL("jaar", pt_word_jaar, "fun(d: datum): getal", "het jaar van d"),
    CALL("jaren", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel jaren, of een parameter"),
    RECORDED("keuze", "fun(kenmerken: table): soort",
             "een gegeven met vaste woorden: een titel, dan de woorden"),
    CALL("laagste", pt_word_laagste, "fun(a: any, b: any, ...: any): any", "het kleinste"),
    RECORDED("laatste", "fun(gegeven: string): woord", "de laatste datum"),
    SENTINEL("laatste_venster", RECORDED, "woord", "de waarde van het venster dat vandaag eindigt"),
    CALL("leeftijd_op", pt_word_leeftijd_op, "fun(geboren: datum, d: datum): getal",
         "de leeftijd in hele jaren"),
    CALL("lesweken", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel lesweken, of een parameter"),
    DECLARES("lijst", PT_BLOCK_LIST, "fun(naam: string): fun(blok: table)",
             "een uitkomst over de onderwerpen die naar dit ene verwijzen"),
    CALL("maand", pt_word_maand, "fun(d: datum): getal", "de maand van d, 1 tot 12"),
    CALL("maanden", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel maanden, of een parameter"),
    CALL("maanden_later", pt_word_maanden_later,
         "fun(d: datum, maanden: integer, afronding: woord): datum",
         "zoveel maanden later; omlaag is de laatste dag van de maand, omhoog de eerste van de "
         "volgende"),
    CALL("maanden_tussen", pt_word_maanden_tussen, "fun(a: datum, b: datum): getal",
         "het aantal hele maanden"),
    DECLARES("mogelijkheid", PT_BLOCK_FACULTY, "fun(naam: string): fun(blok: table)",
             "een recht met een einde; wie het laat lopen breekt niets"),
    TRUTH("nee", 0, "boolean", "het is niet zo"),
    SENTINEL("omhoog", UP, "woord", "naar boven afgerond"),
    SENTINEL("omlaag", DOWN, "woord", "naar beneden afgerond"),
    SENTINEL("onbekend", UNKNOWN, "any", "niet vastgesteld; iets anders dan nee"),
    DECLARES("onderwerp", PT_DECLARED_SUBJECT, "fun(naam: string): fun(blok: table)",
             "een soort onderwerp, met zijn gegevens"),
    CALL("op_dag", pt_word_op_dag, "fun(d: datum, dag: integer, maand: integer): datum",
         "die dag in het kalenderjaar van d"),
    DECLARES("orgaan", PT_DECLARED_STATUTE, "fun(naam: string): fun(blok: table)",
             "een orgaan volgens de statuten: zetels, quorum, meerderheid"),
    RECORDED("per_kalenderjaar", "fun(tijdvak: table): table",
             "elk kalenderjaar opnieuw, met vanaf en tot"),
    RECORDED("per_schooljaar", "fun(tijdvak: table): table",
             "elk schooljaar opnieuw, met vanaf en tot"),
    RECORDED("percentage", "fun(kenmerken: table): soort", "een percentage, met van en tot"),
    DECLARES("plicht", PT_BLOCK_DUTY, "fun(naam: string): fun(blok: table)",
             "een plicht: wie wat moet, tot wanneer"),
    CALL("procent", pt_word_procent, "fun(percentage: string): percentage",
         "een vast percentage: procent \"5,5\""),
    CALL("procent_van", pt_word_procent_van,
         "fun(x: getal|bedrag, p: percentage, afronding: woord): getal|bedrag",
         "een percentage ervan; afronding omlaag, omhoog of afgerond"),
    DECLARES("regel", PT_BLOCK_RULE, "fun(naam: string): fun(blok: table)",
             "een regel: een uitkomst met een reden en een bron"),
    SENTINEL("regeling", RECORDED, "woord", "de termijn staat in een regeling"),
    CALL("schooldag_vanaf", pt_word_schooldag_vanaf, "fun(d: datum): datum",
         "de eerste schooldag op of na d"),
    CALL("schooldagen", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel schooldagen, of een parameter"),
    CALL("schooldagen_later", pt_word_schooldagen_later, "fun(d: datum, dagen: integer): datum",
         "zoveel schooldagen later"),
    RECORDED("som", "fun(naam: string): woord", "de som van een gegeven, regel, venster of lijst"),
    SENTINEL("statuut", RECORDED, "woord", "de termijn staat in een statuut"),
    CALL("tabel", pt_word_tabel, "fun(rijen: table): table<any, any>",
         "een waarde per woord, of per reeks van getallen"),
    DECLARES("uitzondering", PT_BLOCK_EXCEPTION, "fun(naam: string): fun(blok: table)",
             "een uitzondering op een regel of plicht"),
    CALL("uren", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel uren, of een parameter"),
    SENTINEL("vandaag", TODAY, "any", "de dag waarop gevraagd wordt"),
    DECLARES("venster", PT_BLOCK_WINDOW, "fun(naam: string): fun(blok: table)",
             "een venster dat over verwijzende onderwerpen schuift"),
    DECLARES("verdeling", PT_BLOCK_DIVISION, "fun(naam: string): fun(blok: table)",
             "wat elk deel krijgt van een geheel; de delen zijn samen precies het geheel"),
    CALL("verjaardag", pt_word_verjaardag, "fun(geboren: datum, jaren: integer): datum",
         "de dag waarop iemand zo oud wordt"),
    SENTINEL("voor_ieder", RECORDED, "woord", "geldt het voor elk onderwerp?"),
    RECORDED("vraag", "fun(naam: string): any", "wat de gebeurtenis vraagt"),
    CALL("weken", pt_word_weken, "(fun(hoeveel: integer): getal)|(fun(parameter: string): lengte)",
         "zoveel weken, of de lengte van een termijn"),
    CALL("werkdag_vanaf", pt_word_werkdag_vanaf, "fun(d: datum): datum",
         "de eerste werkdag op of na d"),
    CALL("werkdagen", pt_word_count, "fun(hoeveel: integer|string): lengte",
         "een lengte: zoveel werkdagen, of een parameter"),
    CALL("werkdagen_later", pt_word_werkdagen_later, "fun(d: datum, dagen: integer): datum",
         "zoveel werkdagen later"),
    SENTINEL("wet", RECORDED, "woord",
             "de termijn staat in een wet: de Algemene termijnenwet werkt"),
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
