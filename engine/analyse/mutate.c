/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/mutate.h"

#include <string.h>

/* --- Putting back ----------------------------------------------------------------------------- */

typedef struct pt_undo_step {
    struct pt_undo_step *before;
    void *at;
    const void *bytes;
    size_t size;
} pt_undo_step;

pt_undo pt_undo_create(pt_arena *arena)
{
    return (pt_undo){.arena = arena};
}

static void keep(pt_undo *undo, void *at, size_t size)
{
    pt_undo_step *step = PT_NEW(undo->arena, pt_undo_step);
    *step = (pt_undo_step){undo->last, at, pt_arena_copy(undo->arena, at, size), size};
    undo->last = step;
}

void pt_undo_all(pt_undo *undo)
{
    for (; undo->last != NULL; undo->last = undo->last->before)
        memcpy(undo->last->at, undo->last->bytes, undo->last->size);
}

/* --- What is one step off --------------------------------------------------------------------- */

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static int64_t step_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

int64_t pt_bound_step(const pt_question *question)
{
    const pt_form *form = &question->test->form;
    int64_t step = 0;
    for (uint16_t i = 0; i < form->count; i++)
        step = common_divisor(form->terms[i].coefficient *
                                  step_of(&question->tree->atoms[form->terms[i].atom].type),
                              step);
    return step == 0 ? 1 : step;
}

uint8_t pt_other_unit(uint8_t unit)
{
    static const uint8_t others[PT_UNIT_COUNT] = {
        [PT_UNIT_DAYS] = PT_UNIT_WORKDAYS,   [PT_UNIT_WEEKS] = PT_UNIT_DAYS,
        [PT_UNIT_MONTHS] = PT_UNIT_WEEKS,    [PT_UNIT_YEARS] = PT_UNIT_MONTHS,
        [PT_UNIT_SCHOOLDAYS] = PT_UNIT_DAYS, [PT_UNIT_LESWEKEN] = PT_UNIT_WEEKS,
        [PT_UNIT_WORKDAYS] = PT_UNIT_DAYS,   [PT_UNIT_HOURS] = PT_UNIT_DAYS};
    return others[unit];
}

static void change_amount(const pt_type *type, int step, pt_value *value)
{
    int64_t highest = type->high;
    if (value->kind == PT_YESNO)
        value->amount = !value->amount;
    else if (value->kind == PT_CHOICE)
        value->amount = step > 0 && value->amount < highest ? value->amount + 1
                        : value->amount > 0                 ? value->amount - 1
                                                            : value->amount + 1;
    else if (pt_is_value(*value))
        value->amount += step * step_of(type);
}

void pt_change_value(pt_fault_kind kind, const pt_type *type, pt_parameter_value *row)
{
    switch (kind) {
    case PT_FAULT_VALUE_UP: change_amount(type, 1, &row->value); break;
    case PT_FAULT_VALUE_DOWN: change_amount(type, -1, &row->value); break;
    case PT_FAULT_VALUE_LATER: row->from++; break;
    case PT_FAULT_VALUE_EARLIER: row->from--; break;
    default: break;
    }
}

/* --- Trees ------------------------------------------------------------------------------------ */

static bool same_place(pt_position a, pt_position b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static uint32_t past(const pt_node *nodes, const uint32_t *questions, uint32_t question,
                     bool answer, uint32_t at)
{
    while (!nodes[at].is_leaf && questions[at] == question)
        at = answer ? nodes[at].yes : nodes[at].no;
    return at;
}

/* Every way into the question leads past it. */
static uint32_t drop(pt_node *nodes, const pt_tree *tree, const uint32_t *questions,
                     uint32_t question, bool answer)
{
    for (size_t i = 0; i < tree->node_count; i++) {
        if (nodes[i].is_leaf)
            continue;
        nodes[i].yes = past(tree->nodes, questions, question, answer, nodes[i].yes);
        nodes[i].no = past(tree->nodes, questions, question, answer, nodes[i].no);
    }
    return past(tree->nodes, questions, question, answer, tree->root);
}

static void alter(pt_node *node, pt_fault_kind kind, int64_t step)
{
    uint32_t yes = node->yes;
    if (kind == PT_FAULT_STRICTER)
        node->test.form.constant += step;
    else if (kind == PT_FAULT_LOOSER)
        node->test.form.constant -= step;
    else if (kind == PT_FAULT_FLIPPED) {
        node->yes = node->no;
        node->no = yes;
    }
}

static const pt_leaf *leaf_at(const pt_tree *tree, pt_position at)
{
    for (size_t i = 0; i < tree->node_count; i++)
        if (tree->nodes[i].is_leaf && same_place(tree->nodes[i].leaf.at, at))
            return &tree->nodes[i].leaf;
    return NULL;
}

/* The values alone: the reasons stay where they are. */
static void swap_outcomes(pt_node *nodes, const pt_tree *tree, const pt_mutant *mutant)
{
    const pt_leaf *one = leaf_at(tree, mutant->at);
    const pt_leaf *other = leaf_at(tree, mutant->other);
    for (size_t i = 0; one != NULL && other != NULL && i < tree->node_count; i++) {
        if (!nodes[i].is_leaf)
            continue;
        const pt_leaf *from = same_place(nodes[i].leaf.at, mutant->at)      ? other
                              : same_place(nodes[i].leaf.at, mutant->other) ? one
                                                                            : &tree->nodes[i].leaf;
        nodes[i].leaf.kind = from->kind;
        nodes[i].leaf.value = from->value;
        nodes[i].leaf.atom = from->atom;
        nodes[i].leaf.form = from->form;
        nodes[i].leaf.type = from->type;
    }
}

static const pt_tree *altered(const pt_mutants *mutants, const pt_mutant *mutant,
                              const pt_function *function, size_t period, pt_arena *arena)
{
    const pt_questions *questions = &mutants->questions[function->number];
    uint32_t shared = mutants->plan->functions[function->number].of_period[period];
    const uint32_t *of_node = questions->of_node[shared];
    const pt_tree *tree = function->periods[period].tree;
    pt_tree *made = PT_NEW(arena, pt_tree);
    pt_node *nodes = PT_NEW_ARRAY(arena, tree->node_count, pt_node);
    memcpy(nodes, tree->nodes, tree->node_count * sizeof *nodes);
    *made = *tree;
    made->nodes = nodes;
    if (mutant->kind == PT_FAULT_SWAPPED) {
        swap_outcomes(nodes, tree, mutant);
        return made;
    }
    const pt_question *question = &questions->items[mutant->question];
    if (mutant->kind == PT_FAULT_ALWAYS || mutant->kind == PT_FAULT_NEVER) {
        bool answer = (mutant->kind == PT_FAULT_ALWAYS) != question->opposite;
        made->root = drop(nodes, tree, of_node, mutant->question, answer);
        return made;
    }
    for (size_t i = 0; i < tree->node_count; i++)
        if (of_node[i] == mutant->question)
            alter(&nodes[i], (pt_fault_kind)mutant->kind, pt_bound_step(question));
    return made;
}

static void alter_trees(const pt_mutants *mutants, const pt_mutant *mutant, pt_undo *undo)
{
    pt_function *function = mutants->pack->functions[mutant->function];
    for (size_t i = 0; i < function->period_count; i++) {
        keep(undo, &function->periods[i].tree, sizeof function->periods[i].tree);
        function->periods[i].tree = altered(mutants, mutant, function, i, undo->arena);
    }
}

/* --- Periods ---------------------------------------------------------------------------------- */

/* Blocks that take turns: versions of one name. */
static bool same_group(const pt_pack *pack, uint32_t a, uint32_t b)
{
    const pt_block *one = &pack->blocks[a];
    const pt_block *other = &pack->blocks[b];
    return a == b || (one->kind == other->kind && one->subject == other->subject &&
                      pt_text_equal(one->name, other->name));
}

bool pt_is_followed(const pt_pack *pack, uint32_t block, uint32_t ground)
{
    pt_date until = pack->blocks[block].grounds[ground].until;
    for (uint32_t b = 0; b < pack->block_count; b++)
        for (size_t g = 0; same_group(pack, block, b) && g < pack->blocks[b].ground_count; g++)
            if (pack->blocks[b].grounds[g].from == until + 1)
                return true;
    return false;
}

static void stretch_functions(pt_pack *pack, uint32_t block, pt_undo *undo)
{
    const pt_block *of = &pack->blocks[block];
    for (uint32_t i = 0; i < pack->function_count; i++) {
        pt_function *function = pack->functions[i];
        if (function->block != block || function->period_count == 0)
            continue;
        keep(undo, function->periods, function->period_count * sizeof *function->periods);
        pt_tree_period *last = &function->periods[function->period_count - 1];
        if (function->periods[0].from > of->from)
            function->periods[0].from = of->from;
        if (last->until < of->until)
            last->until = of->until;
    }
}

static void set_period(pt_pack *pack, uint32_t block, uint32_t ground, pt_date from, pt_date until,
                       pt_undo *undo)
{
    pt_block *of = &pack->blocks[block];
    keep(undo, of, sizeof *of);
    keep(undo, &of->grounds[ground], sizeof of->grounds[ground]);
    of->grounds[ground].from = from;
    of->grounds[ground].until = until;
    of->from = PT_DATE_FOREVER;
    of->until = PT_DATE_NONE;
    for (size_t g = 0; g < of->ground_count; g++) {
        of->from = of->grounds[g].from < of->from ? of->grounds[g].from : of->from;
        of->until = of->grounds[g].until > of->until ? of->grounds[g].until : of->until;
    }
    stretch_functions(pack, block, undo);
}

/* Whatever ended the day before still does, so that there is no gap. */
static void move_begin(pt_pack *pack, const pt_mutant *mutant, int step, pt_undo *undo)
{
    pt_date from = pack->blocks[mutant->block].grounds[mutant->row].from;
    for (uint32_t b = 0; b < pack->block_count; b++) {
        const pt_block *block = &pack->blocks[b];
        for (uint32_t g = 0; same_group(pack, mutant->block, b) && g < block->ground_count; g++)
            if (block->grounds[g].until == from - 1)
                set_period(pack, b, g, block->grounds[g].from, from - 1 + step, undo);
    }
    const pt_ground *ground = &pack->blocks[mutant->block].grounds[mutant->row];
    set_period(pack, mutant->block, mutant->row, from + step, ground->until, undo);
}

static void move_end(pt_pack *pack, const pt_mutant *mutant, int step, pt_undo *undo)
{
    const pt_ground *ground = &pack->blocks[mutant->block].grounds[mutant->row];
    set_period(pack, mutant->block, mutant->row, ground->from, ground->until + step, undo);
}

/* --- Declarations and parameters -------------------------------------------------------------- */

static void alter_term(pt_pack *pack, const pt_mutant *mutant, pt_undo *undo)
{
    pt_length *length = &pack->duties[mutant->index].term.length;
    keep(undo, length, sizeof *length);
    if (mutant->kind == PT_FAULT_UNIT)
        length->unit = pt_other_unit(length->unit);
    else
        length->amount += mutant->kind == PT_FAULT_LONGER ? 1 : -1;
}

/* The last takes the place of the one that is left out: their order says nothing. */
static void drop_standstill(pt_pack *pack, const pt_mutant *mutant, pt_undo *undo)
{
    pt_term_rule *term = &pack->duties[mutant->index].term;
    keep(undo, term, sizeof *term);
    keep(undo, &term->standstills[mutant->row], sizeof *term->standstills);
    term->standstill_count--;
    term->standstills[mutant->row] = term->standstills[term->standstill_count];
}

static void drop_extension(pt_pack *pack, const pt_mutant *mutant, pt_undo *undo)
{
    pt_term_rule *term = &pack->duties[mutant->index].term;
    keep(undo, term, sizeof *term);
    term->extended_on = PT_NO_INDEX;
}

static void drop_exception(pt_pack *pack, const pt_mutant *mutant, pt_undo *undo)
{
    pt_block *block = &pack->blocks[mutant->block];
    keep(undo, block, sizeof *block);
    block->ground_count = 0;
}

bool pt_mutant_of_parameter(const pt_mutant *mutant)
{
    return mutant->block == UINT32_MAX;
}

void pt_mutant_change(const pt_mutant *mutant, pt_pack *again)
{
    pt_parameter *parameter = &again->parameters[mutant->index];
    pt_change_value((pt_fault_kind)mutant->kind, &parameter->type, &parameter->values[mutant->row]);
}

void pt_mutant_apply(const pt_mutants *mutants, const pt_mutant *mutant, pt_undo *undo)
{
    pt_pack *pack = mutants->pack;
    switch ((pt_fault_kind)mutant->kind) {
    case PT_FAULT_NO_EXCEPTION: drop_exception(pack, mutant, undo); break;
    case PT_FAULT_NO_STANDSTILL: drop_standstill(pack, mutant, undo); break;
    case PT_FAULT_NO_EXTENSION: drop_extension(pack, mutant, undo); break;
    case PT_FAULT_UNIT:
    case PT_FAULT_LONGER:
    case PT_FAULT_SHORTER: alter_term(pack, mutant, undo); break;
    case PT_FAULT_LATER: move_begin(pack, mutant, 1, undo); break;
    case PT_FAULT_EARLIER: move_begin(pack, mutant, -1, undo); break;
    case PT_FAULT_ENDS_LATER: move_end(pack, mutant, 1, undo); break;
    case PT_FAULT_ENDS_EARLIER: move_end(pack, mutant, -1, undo); break;
    case PT_FAULT_VALUE_UP:
    case PT_FAULT_VALUE_DOWN:
    case PT_FAULT_VALUE_LATER:
    case PT_FAULT_VALUE_EARLIER:
        keep(undo, &pack->parameters[mutant->index].values[mutant->row],
             sizeof *pack->parameters[mutant->index].values);
        pt_mutant_change(mutant, pack);
        break;
    case PT_FAULT_STRICTER:
    case PT_FAULT_LOOSER:
    case PT_FAULT_FLIPPED:
    case PT_FAULT_ALWAYS:
    case PT_FAULT_NEVER:
    case PT_FAULT_SWAPPED:
    case PT_FAULT_KINDS: alter_trees(mutants, mutant, undo); break;
    }
}

static bool leans_on(const pt_function *function, uint16_t parameter)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_PARAMETER &&
            function->inputs[i].index == parameter)
            return true;
    return false;
}

void pt_mutant_graft(const pt_mutants *mutants, const pt_mutant *mutant, const pt_pack *again,
                     pt_undo *undo)
{
    for (uint32_t i = 0; i < mutants->pack->function_count; i++) {
        pt_function *function = mutants->pack->functions[i];
        if (!leans_on(function, mutant->index))
            continue;
        keep(undo, function, sizeof *function);
        function->periods = again->functions[i]->periods;
        function->period_count = again->functions[i]->period_count;
    }
}

/* --- Who could tell --------------------------------------------------------------------------- */

static bool came_by_question(const pt_mutants *mutants, const pt_mutant *mutant,
                             const uint64_t *counts)
{
    const pt_coverage_function *of = &mutants->plan->functions[mutant->function];
    for (size_t t = 0; t < of->tree_count; t++)
        for (size_t n = 0; n < of->trees[t].tree->node_count; n++) {
            const uint64_t *node = &counts[of->trees[t].first_node + 2 * n];
            if (mutants->questions[mutant->function].of_node[t][n] == mutant->question &&
                (node[0] > 0 || node[1] > 0))
                return true;
        }
    return false;
}

static bool came_by_return(const pt_mutants *mutants, const pt_mutant *mutant,
                           const uint64_t *counts)
{
    const pt_coverage_function *of = &mutants->plan->functions[mutant->function];
    for (size_t t = 0; t < of->tree_count; t++)
        for (size_t n = 0; n < of->trees[t].tree->node_count; n++) {
            const pt_node *node = &of->trees[t].tree->nodes[n];
            if (node->is_leaf && counts[of->trees[t].first_node + 2 * n] > 0 &&
                (same_place(node->leaf.at, mutant->at) || same_place(node->leaf.at, mutant->other)))
                return true;
        }
    return false;
}

static bool came_by_duty(const pt_mutants *mutants, uint16_t duty, const uint64_t *counts)
{
    uint32_t first = mutants->plan->first_duty + (uint32_t)duty * PT_DUTY_STATUSES;
    for (uint32_t s = 0; s < PT_DUTY_STATUSES; s++)
        if (counts[first + s] > 0)
            return true;
    return false;
}

/* The value itself, or for its first day the one before it. */
static bool came_by_value(const pt_mutants *mutants, const pt_mutant *mutant,
                          const uint64_t *counts)
{
    uint32_t first = mutants->plan->first_value[mutant->index] + mutant->row;
    return counts[first] > 0 || (mutant->row > 0 && counts[first - 1] > 0);
}

bool pt_mutant_touched(const pt_mutants *mutants, const pt_mutant *mutant, const uint64_t *counts)
{
    switch ((pt_fault_kind)mutant->kind) {
    case PT_FAULT_SWAPPED: return came_by_return(mutants, mutant, counts);
    case PT_FAULT_NO_EXCEPTION: return counts[mutants->plan->first_exception + mutant->index] > 0;
    case PT_FAULT_UNIT:
    case PT_FAULT_NO_STANDSTILL:
    case PT_FAULT_NO_EXTENSION:
    case PT_FAULT_LONGER:
    case PT_FAULT_SHORTER: return came_by_duty(mutants, mutant->index, counts);
    case PT_FAULT_ENDS_EARLIER:
    case PT_FAULT_LATER:
        return counts[mutants->plan->first_ground[mutant->block] + mutant->row] > 0;
    case PT_FAULT_EARLIER:
    case PT_FAULT_ENDS_LATER: return true; /* who is not under it yet is not counted */
    case PT_FAULT_VALUE_UP:
    case PT_FAULT_VALUE_DOWN:
    case PT_FAULT_VALUE_LATER:
    case PT_FAULT_VALUE_EARLIER: return came_by_value(mutants, mutant, counts);
    case PT_FAULT_STRICTER:
    case PT_FAULT_LOOSER:
    case PT_FAULT_FLIPPED:
    case PT_FAULT_ALWAYS:
    case PT_FAULT_NEVER:
    case PT_FAULT_KINDS: break;
    }
    return came_by_question(mutants, mutant, counts);
}
