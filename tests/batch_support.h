/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules over one subject answered case by case, by any reading: what a batch is held against. */
#ifndef PT_TESTS_BATCH_SUPPORT_H
#define PT_TESTS_BATCH_SUPPORT_H

#include "lua/call.h"
#include "pack_support.h"
#include "run/batch.h"
#include "run/tree_reader.h"

enum { CASE_FACTS = 64, CASE_RULES = 64 };

typedef struct case_values {
    pt_value facts[CASE_FACTS];
    pt_value rules[CASE_RULES]; /* by rule group; of other kinds untouched */
} case_values;

static inline pt_value case_input(const pt_pack *pack, const pt_input *input,
                                  const case_values *values, pt_date day)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT: return values->facts[input->index];
    case PT_INPUT_RULE: return values->rules[input->index];
    case PT_INPUT_PARAMETER: return pt_parameter_on(&pack->parameters[input->index], day, NULL);
    case PT_INPUT_TODAY: return pt_value_of(PT_DATE, day);
    case PT_INPUT_WINDOW:
    case PT_INPUT_LIST: break;
    }
    return pt_unknown();
}

/* The trees of `reader`, or when `lua` is not NULL that reading. */
typedef struct case_reader {
    const pt_pack *pack;
    uint16_t kind;
    pt_date day;
    pt_tree_reader *trees;
    const pt_reading *lua;
} case_reader;

static inline const pt_tree *case_tree(const pt_function *function, pt_date day)
{
    size_t p = 0;
    while (function->periods[p].until < day)
        p++;
    return function->periods[p].tree;
}

static inline bool case_rule(const case_reader *reader, uint16_t group, case_values *values)
{
    const pt_pack *pack = reader->pack;
    uint16_t version = pt_rule_version(pack, &pack->rule_groups[group], reader->day);
    const pt_function *function = pack->rules[version].decide;
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_answer answer = {.value = pt_unknown()};
    for (uint16_t i = 0; i < function->input_count; i++)
        inputs[i] = case_input(pack, &function->inputs[i], values, reader->day);
    bool done = reader->lua != NULL
                    ? reader->lua->call(reader->lua->context, function, inputs, &answer)
                    : pt_tree_reader_answer(reader->trees, function,
                                            case_tree(function, reader->day), inputs, &answer);
    values->rules[group] = answer.value;
    return done;
}

/* All rules over the kind, in the order of the pack: inputs before their users. */
static inline bool case_answer(const case_reader *reader, case_values *values)
{
    bool done = true;
    for (uint16_t g = 0; g < reader->pack->rule_group_count; g++)
        if (reader->pack->rule_groups[g].subject == reader->kind)
            done = case_rule(reader, g, values) && done;
    return done;
}

/* A fact of this type and amount. */
static inline pt_value case_value(const pt_type *type, int64_t amount)
{
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
}

/* The columns of a batch with room for `cases`, in `arena`. */
typedef struct case_columns {
    const pt_batch_column *inputs;
    const pt_batch_column *outputs;
    size_t input_count;
    size_t output_count;
    void *given[CASE_FACTS];
    void *made[CASE_RULES];
    void *scratch;
} case_columns;

static inline case_columns case_columns_for(pt_arena *arena, const pt_batch *batch, size_t cases)
{
    case_columns c = {0};
    c.inputs = pt_batch_inputs(batch, &c.input_count);
    c.outputs = pt_batch_outputs(batch, &c.output_count);
    size_t lanes = pt_batch_lanes(cases);
    for (size_t i = 0; i < c.input_count; i++)
        c.given[i] = pt_arena_array(arena, lanes, c.inputs[i].bytes);
    for (size_t o = 0; o < c.output_count; o++)
        c.made[o] = pt_arena_array(arena, lanes, c.outputs[o].bytes);
    c.scratch = pt_arena_alloc(arena, pt_batch_scratch_bytes(batch));
    return c;
}

static inline void case_columns_run(const case_columns *c, const pt_batch *batch, pt_batch_set set,
                                    size_t cases)
{
    const void *given[CASE_FACTS];
    for (size_t i = 0; i < c->input_count; i++)
        given[i] = c->given[i];
    pt_batch_run(batch, set, cases, given, c->made, c->scratch);
}

#endif
