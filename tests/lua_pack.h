/* SPDX-License-Identifier: EUPL-1.2 */
/* A pack made by hand around one text of rules, for the tests of engine/lua. */
#ifndef PT_TESTS_LUA_PACK_H
#define PT_TESTS_LUA_PACK_H

#include "support.h"

#include "lua/call.h"

enum { MADE_INPUTS = 8 };

/* One pack with one file; blocks and functions are added one at a time, before `start`. */
typedef struct made {
    pt_arena *arena;
    pt_report report;
    pt_pack pack;
    pt_source sources[4];
    const char *files[4];
    pt_block blocks[16];
    pt_function functions[16];
    pt_function *by_number[16];
    pt_input inputs[16][MADE_INPUTS];
    pt_choice choices[2];
    pt_lua *lua;
} made;

static const char *const made_school[] = {"bao", "sbo", "so", "vso", "vo"};
static const char *const made_outcome[] = {"toegelaten", "geweigerd"};

static inline pt_type made_type(pt_kind kind)
{
    return (pt_type){.kind = (uint8_t)kind, .low = -PT_LIMIT_NUMBER, .high = PT_LIMIT_NUMBER};
}

static inline made *made_pack(const char *text, size_t length)
{
    pt_arena *arena = pt_arena_create();
    made *m = PT_NEW(arena, made);
    m->arena = arena;
    m->report = pt_report_create(arena);
    m->sources[0] =
        (pt_source){"rules/proef/regels.lua", pt_arena_copy(arena, text, length), length};
    m->files[0] = "regels.lua";
    m->choices[0] = (pt_choice){made_school, 5};
    m->choices[1] = (pt_choice){made_outcome, 2};
    m->pack = (pt_pack){.arena = arena,
                        .name = "proef",
                        .files = m->files,
                        .file_count = 1,
                        .sources = m->sources,
                        .source_count = 1,
                        .choices = m->choices,
                        .choice_count = 2,
                        .blocks = m->blocks,
                        .functions = m->by_number};
    return m;
}

static inline uint32_t made_block(made *m, pt_block_kind kind, const char *name, uint32_t line,
                                  bool is_free)
{
    uint32_t block = m->pack.block_count++;
    m->blocks[block] =
        (pt_block){.kind = (uint8_t)kind,
                   .name = name,
                   .free = is_free,
                   .at = {.source = &m->sources[0], .line = line, .column = 1, .length = 5}};
    return block;
}

static inline pt_function *made_function(made *m, uint32_t block, const char *path, pt_type result,
                                         uint16_t input_count)
{
    uint32_t number = m->pack.function_count++;
    m->functions[number] = (pt_function){.number = number,
                                         .block = block,
                                         .path = path,
                                         .at = m->blocks[block].at,
                                         .inputs = m->inputs[number],
                                         .input_count = input_count,
                                         .result = result};
    m->by_number[number] = &m->functions[number];
    return &m->functions[number];
}

static inline void made_start(made *m)
{
    m->lua = pt_lua_create(m->arena, &m->pack, &m->report, NULL);
    assert_non_null(m->lua);
}

static inline void made_end(made *m)
{
    pt_lua_destroy(m->lua);
    pt_arena_destroy(m->arena);
}

/* `regel "r" { bepaal = BODY }`, ready to call; BODY is a whole function. */
static inline made *made_rule(const char *body, pt_type result, uint16_t inputs, bool is_free)
{
    pt_arena *arena = pt_arena_create();
    const char *text = pt_format(arena, "regel \"r\" { bepaal = %s }", body);
    made *m = made_pack(text, strlen(text));
    made_function(m, made_block(m, PT_BLOCK_RULE, "r", 1, is_free), "bepaal", result, inputs);
    pt_arena_destroy(arena);
    made_start(m);
    return m;
}

static inline bool made_call(made *m, uint32_t number, const pt_value *inputs, pt_answer *answer)
{
    pt_reading reading = pt_lua_reading(m->lua);
    return reading.call(reading.context, m->by_number[number], inputs, answer);
}

static inline pt_code made_last(const made *m)
{
    return m->report.count == 0 ? PT_CODE_COUNT : m->report.findings[m->report.count - 1].code;
}

/* The code of the last finding by name, for a readable failure: "U005", or "". */
static inline const char *made_code(const made *m)
{
    return m->report.count == 0 ? "" : pt_code_describe(made_last(m))->name;
}

#endif
