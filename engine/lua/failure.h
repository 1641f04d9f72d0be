/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What Lua says when it stops, as one of our findings. Internal to engine/lua/.
 */
#ifndef PT_LUA_FAILURE_H
#define PT_LUA_FAILURE_H

#include "lua/sandbox.h"

/* Turns the error value on the thread, left by lua_load, into `sandbox->failure`; pops it. */
void pt_failure_load(pt_sandbox *sandbox, int status, uint32_t source);

/* The same for an error value left by lua_pcall. */
void pt_failure_run(pt_sandbox *sandbox, int status);

#endif
