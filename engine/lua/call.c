/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/call.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "lua/convert.h"
#include "lua/state.h"
#include "lua/words.h"

/* --- Findings --------------------------------------------------------------------------------- */

/* Where %1 is the rule itself, and not a word in it. */
static bool names_rule(pt_code code)
{
    return code != PT_U005 && code != PT_U006 && code != PT_U014 && code != PT_U015 &&
           code != PT_U017 && code != PT_U023;
}

/* The text of a line, without the spaces around it. */
static pt_position on_line(const pt_source *source, uint32_t line)
{
    const char *at = source->text;
    const char *end = source->text + source->length;
    for (uint32_t i = 1; i < line && at < end; at++)
        i += *at == '\n';
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    stop = stop == NULL ? end : stop;
    const char *first = at;
    while (first < stop && (*first == ' ' || *first == '\t'))
        first++;
    while (stop > first && (stop[-1] == ' ' || stop[-1] == '\r'))
        stop--;
    return (pt_position){
        .source = source,
        .line = line,
        .column = (uint32_t)pt_utf8_count(at, (size_t)(first - at)) + 1,
        .length = (uint32_t)pt_utf8_count(first, (size_t)(stop - first)),
    };
}

static const char *nearest_word(const pt_lua *lua, pt_arena *arena, const char *written)
{
    size_t word_count = 0;
    const pt_word *words = pt_words(&word_count);
    size_t count = word_count;
    for (uint16_t set = 0; set < lua->pack->choice_count; set++)
        count += lua->pack->choices[set].count;
    const char **names = PT_NEW_ARRAY(arena, count, const char *);
    size_t filled = 0;
    for (uint16_t set = 0; set < lua->pack->choice_count; set++)
        for (uint16_t i = 0; i < lua->pack->choices[set].count; i++)
            names[filled++] = lua->pack->choices[set].words[i];
    for (size_t i = 0; i < word_count; i++)
        names[filled++] = words[i].name;
    return pt_suggest(written, names, filled);
}

void pt_lua_report(pt_lua *lua, const char *name, pt_position at)
{
    const pt_failure *failure = &lua->sandbox.failure;
    const pt_pack *pack = lua->pack;
    if (failure->source < pack->source_count && failure->line > 0)
        at = on_line(&pack->sources[failure->source], failure->line);
    const char *first = names_rule(failure->code) ? name : failure->arguments[0];
    const char *hint = NULL;
    if (failure->code == PT_U005)
        hint = nearest_word(lua, lua->report->arena, first);
    pt_find(lua->report, failure->code, at,
            PT_ARGS(first, failure->arguments[1], failure->arguments[2]), hint);
}

static uint64_t bit_of(pt_code code)
{
    return 1ULL << (code - PT_U001);
}

/* Each code once a function and report, as a rule fails for one case after another. */
static bool fail(pt_lua *lua, const pt_function *function)
{
    pt_lua_function *entry = &lua->functions[function->number];
    uint64_t bit = bit_of(lua->sandbox.failure.code);
    if ((entry->reported & bit) == 0)
        pt_lua_report(lua, pt_lua_block(lua, function)->name, function->at);
    entry->reported |= bit;
    return false;
}

static bool fail_with(pt_lua *lua, const pt_function *function, pt_code code, const char *detail)
{
    pt_failure *failure = &lua->sandbox.failure;
    *failure = (pt_failure){.code = code, .source = PT_NO_SOURCE};
    pt_failure_argument(failure, 1, detail, strlen(detail));
    const char *wanted = pt_kind_word(function->result.kind);
    pt_failure_argument(failure, 2, wanted, strlen(wanted));
    return fail(lua, function);
}

/* The value at `index` is not what the function should give. */
static bool fail_value(pt_lua *lua, const pt_function *function, pt_code code, int index)
{
    lua_State *state = lua->sandbox.thread;
    char number[40];
    if (code == PT_U009 || lua_type(state, index) != LUA_TNUMBER)
        return fail_with(lua, function, code, pt_value_describe(state, index));
    if (lua_isinteger(state, index))
        snprintf(number, sizeof number, LUA_INTEGER_FMT, lua_tointeger(state, index));
    else
        snprintf(number, sizeof number, "%.14g", lua_tonumber(state, index));
    return fail_with(lua, function, code, number);
}

/* --- Calls ------------------------------------------------------------------------------------ */

/* Puts back what a free function changed outside itself, and says so. */
static bool check_kept(pt_lua *lua, const pt_function *function)
{
    lua_State *state = lua->sandbox.thread;
    const char *changed = NULL;
    const pt_kept *kept = lua->functions[function->number].kept;
    if (kept == NULL)
        return true;
    int top = lua_gettop(state);
    lua_rawgeti(state, LUA_REGISTRYINDEX, PT_SLOT_KEPT);
    for (; kept != NULL; kept = kept->next) {
        lua_rawgeti(state, top + 1, kept->closure);
        lua_rawgeti(state, top + 1, kept->closure + 1); // kept closure value
        (void)lua_getupvalue(state, top + 2, kept->upvalue);
        if (!lua_rawequal(state, -1, -2)) {
            changed = kept->name;
            lua_settop(state, top + 3);
            lua_setupvalue(state, top + 2, kept->upvalue);
        }
        lua_settop(state, top + 1);
    }
    lua_settop(state, top);
    return changed == NULL || fail_with(lua, function, PT_U021, changed);
}

/* Letters, digits and the like: no need to look closer. */
static bool is_plain(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (text[i] < ' ' || text[i] > '~')
            return false;
    return true;
}

static bool take_reason(pt_lua *lua, const pt_function *function, int index, pt_answer *answer)
{
    lua_State *state = lua->sandbox.thread;
    size_t length = 0;
    answer->reason = NULL;
    if (lua_isnil(state, index))
        return true;
    if (lua_type(state, index) == LUA_TSTRING) {
        answer->reason = lua_tolstring(state, index, &length);
        if (is_plain(answer->reason, length) || pt_utf8_check(answer->reason, length) == length)
            return true;
    }
    return fail_with(lua, function, PT_U013, "");
}

static bool take_answer(pt_lua *lua, const pt_function *function, pt_answer *answer)
{
    bool bounded = pt_lua_block(lua, function)->free;
    pt_code code =
        pt_take_value(lua, PT_STACK_FIXED + 1, &function->result, bounded, &answer->value);
    if (code != PT_CODE_COUNT)
        return fail_value(lua, function, code, PT_STACK_FIXED + 1);
    return take_reason(lua, function, PT_STACK_FIXED + 2, answer);
}

static bool call(pt_lua *lua, const pt_function *function, const pt_value *inputs,
                 pt_answer *answer)
{
    lua_State *state = pt_sandbox_ready(&lua->sandbox);
    lua_rawgeti(state, PT_STACK_FUNCTIONS, (lua_Integer)function->number + 1);
    for (uint16_t i = 0; i < function->input_count; i++)
        pt_push_value(lua, inputs[i]);
    bool ran = pt_sandbox_run(&lua->sandbox, function->input_count, 2);
    if (!ran) {
        pt_code code = lua->sandbox.failure.code;
        lua->functions[function->number].limited =
            code == PT_U001 || code == PT_U002 || code == PT_U003;
        fail(lua, function);
    }
    return check_kept(lua, function) && ran && take_answer(lua, function, answer);
}

/* Builds again after a want of memory. What is wrong in the files has been said before. */
static void renew(pt_lua *lua)
{
    pt_arena *arena = pt_arena_create();
    pt_report unheard = pt_report_create(arena);
    pt_report *report = lua->report;
    lua->report = &unheard;
    pt_lua_build(lua);
    lua->report = report;
    pt_arena_destroy(arena);
}

static bool answer_call(void *context, const pt_function *function, const pt_value *inputs,
                        pt_answer *answer)
{
    pt_lua *lua = context;
    pt_lua_function *entry = &lua->functions[function->number];
    if (entry->turn != lua->turn) {
        entry->turn = lua->turn;
        entry->limited = false;
        entry->reported = 0;
    }
    if (entry->limited)
        return false;
    if (lua->sandbox.worn)
        renew(lua);
    if (!entry->found)
        return fail_with(lua, function, PT_U019, function->path);
    if (lua->watch.entering != NULL)
        lua->watch.entering(lua->watch.context, function->block, function->at.line);
    bool answered = call(lua, function, inputs, answer);
    if (lua->watch.leaving != NULL)
        lua->watch.leaving(lua->watch.context);
    return answered;
}

/* --- Life ------------------------------------------------------------------------------------- */

static void number_choices(pt_lua *lua, pt_arena *arena)
{
    uint32_t next = 0;
    lua->choice_start = PT_NEW_ARRAY(arena, lua->pack->choice_count, uint32_t);
    for (uint16_t i = 0; i < lua->pack->choice_count; i++) {
        lua->choice_start[i] = next;
        next += lua->pack->choices[i].count;
    }
}

pt_lua *pt_lua_create(pt_arena *arena, const pt_pack *pack, pt_report *report,
                      const pt_lua_watch *watch)
{
    pt_lua *lua = PT_NEW(arena, pt_lua);
    lua->pack = pack;
    lua->report = report;
    lua->region = PT_REGION_NONE;
    if (watch != NULL)
        lua->watch = *watch;
    lua->functions = PT_NEW_ARRAY(arena, pack->function_count, pt_lua_function);
    number_choices(lua, arena);
    lua->arena = pt_arena_create();
    pt_lua_build(lua);
    return lua;
}

void pt_lua_destroy(pt_lua *lua)
{
    if (lua == NULL)
        return;
    pt_sandbox_close(&lua->sandbox);
    pt_arena_destroy(lua->arena);
}

void pt_lua_set_region(pt_lua *lua, pt_region region)
{
    lua->region = region;
}

void pt_lua_set_report(pt_lua *lua, pt_report *report)
{
    lua->report = report;
    lua->turn++;
}

pt_reading pt_lua_reading(pt_lua *lua)
{
    return (pt_reading){.call = answer_call, .context = lua};
}
