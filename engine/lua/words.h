/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The Dutch words of rules/README.md as Lua sees them, in one table. Internal to engine/lua/.
 */
#ifndef PT_LUA_WORDS_H
#define PT_LUA_WORDS_H

#include "lua/sandbox.h"

/* Values that are neither number, text nor truth: light userdata, each its own address. */
typedef enum pt_sentinel {
    PT_SENTINEL_UNKNOWN,  /* onbekend */
    PT_SENTINEL_NONE,     /* geen */
    PT_SENTINEL_DOWN,     /* omlaag */
    PT_SENTINEL_UP,       /* omhoog */
    PT_SENTINEL_TODAY,    /* vandaag, in a declaration */
    PT_SENTINEL_RECORDED, /* what a declaring word gives: of no use in a function */
    PT_SENTINEL_COUNT
} pt_sentinel;

void *pt_sentinel_address(pt_sentinel sentinel);

typedef enum pt_word_kind {
    PT_WORD_CALL,
    PT_WORD_SENTINEL,
    PT_WORD_TRUTH,
    PT_WORD_DECLARES
} pt_word_kind;

typedef struct pt_word {
    const char *name;
    lua_CFunction call; /* CALL */
    int value;          /* SENTINEL: which; TRUTH: 0 or 1; DECLARES: kind of declaration */
    pt_word_kind kind;
    const char *signature; /* its type as LuaLS writes types */
    const char *help;      /* in Dutch, for editors */
} pt_word;

/* All words, sorted by name. */
const pt_word *pt_words(size_t *count);

/* Puts all words, and the words of the choices of the pack, into the environment. */
int pt_words_fill(lua_State *state);

/* Words that only declare give their table back, or a sentinel. */
int pt_word_recorded(lua_State *state);

/* `datum`: a type with a table, a day with a text. */
int pt_word_datum(lua_State *state);

/* Amounts and lengths. */
int pt_word_euro(lua_State *state);
int pt_word_procent(lua_State *state);
int pt_word_count(lua_State *state); /* dagen, maanden, ...: as many */
int pt_word_weken(lua_State *state); /* in days */

/* Parts and comparison. */
int pt_word_deel_omlaag(lua_State *state);
int pt_word_deel_omhoog(lua_State *state);
int pt_word_afgerond(lua_State *state);
int pt_word_procent_van(lua_State *state);
int pt_word_hoogste(lua_State *state);
int pt_word_laagste(lua_State *state);

/* Questions and tables. */
int pt_word_bekend(lua_State *state);
int pt_word_een_van(lua_State *state);
int pt_word_tabel(lua_State *state);
int pt_word_ipairs(lua_State *state);

/* The calendar. */
int pt_word_begin_schooljaar(lua_State *state);
int pt_word_einde_schooljaar(lua_State *state);
int pt_word_begin_maand(lua_State *state);
int pt_word_einde_maand(lua_State *state);
int pt_word_op_dag(lua_State *state);
int pt_word_jaar(lua_State *state);
int pt_word_maand(lua_State *state);
int pt_word_dag(lua_State *state);
int pt_word_leeftijd_op(lua_State *state);
int pt_word_maanden_tussen(lua_State *state);
int pt_word_verjaardag(lua_State *state);
int pt_word_maanden_later(lua_State *state);
int pt_word_werkdagen_later(lua_State *state);
int pt_word_schooldagen_later(lua_State *state);
int pt_word_werkdag_vanaf(lua_State *state);
int pt_word_schooldag_vanaf(lua_State *state);

/* --- For the files of words ------------------------------------------------------------------- */

/* The word that is being called; only inside the functions above. */
const pt_word *pt_word_called(lua_State *state);

/* Argument `index`: a whole number; anything else stops the rule. */
lua_Integer pt_word_integer(lua_State *state, int index);

/* Argument `index` in sixteenths, within PT_LIMIT_NUMBER; anything else stops the rule. */
lua_Integer pt_word_sixteenths(lua_State *state, int index);

/* Stops the rule: the word cannot work with what stands at `index`. */
int pt_word_refuse(lua_State *state, int index);

/* What stands at `index`, in words of the language: "getal", "ja_nee", "onbekend", the text. */
const char *pt_value_describe(lua_State *state, int index);

/* The number at `index` as whole sixteenths; false: no number, or not exact. */
bool pt_sixteenths(lua_State *state, int index, lua_Integer *sixteenths);

#endif
