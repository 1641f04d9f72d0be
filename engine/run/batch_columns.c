/* SPDX-License-Identifier: EUPL-1.2 */
/* What stands in columns: their lanes, and which the caller fills. */
#include <string.h>

#include "run/batch_compile.h"

/* Sums of whole numbers below this cannot leave 64 bits on the way. */
#define MOST_AMOUNT (INT64_C(1) << 60)

static int64_t unit_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

static pt_type with_bounds(const pt_pack *pack, pt_type type)
{
    if (type.kind == PT_YESNO || type.kind == PT_CHOICE) {
        type.low = 0;
        type.high = type.kind == PT_YESNO ? 1 : pack->choices[type.set].count - 1;
    }
    return type;
}

/* The narrowest column for a type. */
pt_batch_column batch_column_of(const pt_pack *pack, pt_type type)
{
    type = with_bounds(pack, type);
    pt_batch_column column = {.index = PT_NO_INDEX, .unit = unit_of(&type), .type = type};
    int64_t low = batch_floor_divided(type.low, column.unit);
    int64_t high = batch_floor_divided(type.high, column.unit);
    column.bytes = batch_bytes_for(low, high);
    if (column.bytes > 1 && high - low <= UINT8_MAX) {
        column.bytes = 1;
        column.base = low;
    }
    return column;
}

bool batch_has_bounds(const pt_type *type)
{
    if (type->kind == PT_YESNO || type->kind == PT_CHOICE)
        return true;
    return type->kind > PT_YESNO && type->kind < PT_CHOICE && type->low <= type->high &&
           type->low > -MOST_AMOUNT && type->high < MOST_AMOUNT;
}

/* --- What the caller fills ------------------------------------------------------------------- */

static bool same_source(const pt_input *a, const pt_input *b)
{
    return a->kind == b->kind && a->index == b->index && a->path.hops == b->path.hops &&
           memcmp(a->path.references, b->path.references,
                  a->path.hops * sizeof a->path.references[0]) == 0;
}

/* Which absences such a column may hold. Outcomes over other subjects, windows and lists may always
   be absent. */
static void find_absences(const batch_compiler *c, const pt_input *input, bool *unknown, bool *none)
{
    *unknown = *none = true;
    if (input->kind != PT_INPUT_FACT)
        return;
    const pt_type *type = &c->pack->kinds[input->path.hops == 0 ? c->kind : input->path.target]
                               .facts[input->index]
                               .type;
    *unknown = type->may_be_unknown;
    *none = type->may_be_none || input->path.optional;
}

static pt_type type_of_source(const batch_compiler *c, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_FACT:
        return c->pack->kinds[input->path.hops == 0 ? c->kind : input->path.target]
            .facts[input->index]
            .type;
    case PT_INPUT_RULE: return c->pack->rule_groups[input->index].type;
    case PT_INPUT_WINDOW:
    case PT_INPUT_LIST:
    case PT_INPUT_PARAMETER:
    case PT_INPUT_TODAY: break;
    }
    return input->type;
}

static void add_states(batch_compiler *c, batch_source *source)
{
    bool unknown = false;
    bool none = false;
    batch_nodes *nodes = &c->nodes;
    find_absences(c, source->input, &unknown, &none);
    source->state_node = BATCH_NO_NODE;
    source->value.unknown = source->value.none = batch_constant(nodes, 1, 0);
    if (!unknown && !none)
        return;
    source->state = (pt_batch_column){.index = source->value.column.index,
                                      .input = source->input,
                                      .is_state = true,
                                      .bytes = 1,
                                      .unit = 1,
                                      .type = {.kind = PT_CHOICE, .high = none ? 2 : 1}};
    source->state_node = batch_input(nodes, (uint16_t)(2 * c->source_count + 1), &source->state);
    source->value.unknown =
        unknown ? batch_range(nodes, source->state_node, 1, 1) : source->value.unknown;
    source->value.none = none ? batch_range(nodes, source->state_node, 2, 2) : source->value.none;
}

static const batch_quantity *source_quantity(batch_reduction *r, const pt_input *input)
{
    batch_compiler *c = r->c;
    for (uint16_t s = 0; s < c->source_count; s++)
        if (same_source(c->sources[s].input, input))
            return &c->sources[s].value;
    pt_type type = type_of_source(c, input);
    if (!batch_has_bounds(&type)) {
        batch_refuse_in(r, PT_U062, input->name);
        return NULL;
    }
    if (c->source_count == BATCH_MOST_SOURCES) {
        batch_refuse_in(r, PT_U064, NULL);
        return NULL;
    }
    batch_source *source = &c->sources[c->source_count];
    source->input = input;
    source->value.column = batch_column_of(c->pack, type);
    source->value.column.index = input->index;
    source->value.column.input = input;
    source->value.node =
        batch_input(&c->nodes, (uint16_t)(2 * c->source_count), &source->value.column);
    add_states(c, source);
    c->source_count++;
    return &source->value;
}

/* vandaag is the day of the batch. */
static const batch_quantity *today(batch_compiler *c)
{
    batch_quantity *made = PT_NEW(c->arena, batch_quantity);
    made->column = batch_column_of(
        c->pack, (pt_type){.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST});
    made->node = batch_constant(&c->nodes, made->column.bytes, c->day);
    made->unknown = made->none = batch_constant(&c->nodes, 1, 0);
    return made;
}

const batch_quantity *batch_input_quantity(batch_reduction *r, const pt_input *input)
{
    if (input->kind == PT_INPUT_TODAY)
        return today(r->c);
    if (input->kind == PT_INPUT_RULE && input->path.hops == 0)
        return batch_group(r->c, input->index) ? &r->c->rules[input->index] : NULL;
    return source_quantity(r, input);
}

/* --- Numbers -------------------------------------------------------------------------------- */

static void number(batch_compiler *c, pt_batch *batch, pt_batch_column *columns,
                   const batch_source *source)
{
    c->nodes.nodes[source->value.node].k = batch->input_count;
    columns[batch->input_count++] = source->value.column;
    if (source->state_node == BATCH_NO_NODE)
        return;
    c->nodes.nodes[source->state_node].k = batch->input_count;
    columns[batch->input_count++] = source->state;
}

static bool is_own_fact(const pt_input *input)
{
    return input->kind == PT_INPUT_FACT && input->path.hops == 0;
}

/* Own facts in their order, then the rest as it was asked for; nodes learn their column. */
void batch_number_inputs(batch_compiler *c, pt_batch *batch)
{
    pt_batch_column *columns = PT_NEW_ARRAY(c->arena, 2 * (size_t)c->source_count, pt_batch_column);
    for (uint16_t f = 0; f < c->pack->kinds[c->kind].fact_count; f++)
        for (uint16_t s = 0; s < c->source_count; s++)
            if (is_own_fact(c->sources[s].input) && c->sources[s].input->index == f)
                number(c, batch, columns, &c->sources[s]);
    for (uint16_t s = 0; s < c->source_count; s++)
        if (!is_own_fact(c->sources[s].input))
            number(c, batch, columns, &c->sources[s]);
    batch->inputs = columns;
}
