/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The language of rules and the names of a pack as a definition file of the Lua language server, so
 * that an editor completes and explains them. Made of the table of words that rules run with.
 */
#ifndef PT_LUA_DEFINITIONS_H
#define PT_LUA_DEFINITIONS_H

#include "base/text.h"
#include "model/pack.h"

/* Adds the file: words, words of choices, facts by kind, parameters, events. Never run. */
void pt_lua_definitions(pt_text *out, const pt_pack *pack);

#endif
