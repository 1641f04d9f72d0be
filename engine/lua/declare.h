/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The declaring words: they write down, in order, what a rule file declares. Internal to
 * engine/lua/.
 */
#ifndef PT_LUA_DECLARE_H
#define PT_LUA_DECLARE_H

#include "lua/sandbox.h"

/* `regel "naam" { ... }`: upvalue 1 is the kind. Gives a function that takes the table. */
int pt_declare(lua_State *state);

#endif
