/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Values over the border between C and Lua, exact both ways. Internal to engine/lua/.
 *
 * ja/nee are truths; onbekend and geen light userdata; words of a choice texts; numbers integers
 * when whole and floats else (sixteenths are exact in both); dates days; amounts cents; percentages
 * basis points; lengths in weeks days, other lengths a count; subjects their index.
 */
#ifndef PT_LUA_CONVERT_H
#define PT_LUA_CONVERT_H

#include "lua/state.h"

/* Pushes a value on the thread. */
void pt_push_value(pt_lua *lua, pt_value value);

/*
 * Takes the value at `index` of the thread as `type`. PT_CODE_COUNT when that went well, else what
 * is wrong with it. A free function must stay within the bounds of its type.
 */
pt_code pt_take_value(pt_lua *lua, int index, const pt_type *type, bool bounded, pt_value *value);

/* The word of the rule language for a kind: "getal". Lives for ever. */
const char *pt_kind_word(uint8_t kind);

#endif
