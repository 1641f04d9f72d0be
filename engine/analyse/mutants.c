/* SPDX-License-Identifier: EUPL-1.2 */
/* Which faults a pack could have had. */
#include "analyse/mutate.h"
#include "base/random.h"
#include "model/test_words.h"

typedef struct finder {
    pt_arena *arena;
    pt_mutants *mutants;
    const pt_pack *pack;
} finder;

static pt_mutant *add(finder *f, pt_fault_kind kind, uint32_t block, pt_position at)
{
    pt_mutants *all = f->mutants;
    all->items =
        pt_arena_grow(f->arena, all->items, all->count, &all->capacity, sizeof *all->items);
    pt_mutant *made = &all->items[all->count++];
    *made = (pt_mutant){.kind = (uint8_t)kind, .block = block, .at = at};
    return made;
}

/* --- Questions -------------------------------------------------------------------------------- */

static const char *words_of(finder *f, const pt_function *function, const pt_question *question,
                            const pt_test *test)
{
    pt_text words = pt_text_create(f->arena);
    pt_test_words(&words, f->pack, function, question->tree, test);
    return words.bytes;
}

static void add_about(finder *f, pt_fault_kind kind, const pt_function *function, uint32_t index)
{
    const pt_question *question = &f->mutants->questions[function->number].items[index];
    pt_mutant *made = add(f, kind, function->block, question->test->at);
    made->function = function->number;
    made->question = index;
    made->before = pt_question_words(f->arena, f->pack, function, question);
    if (kind != PT_FAULT_STRICTER && kind != PT_FAULT_LOOSER)
        return;
    pt_test moved = *question->test;
    moved.form.constant += (kind == PT_FAULT_STRICTER ? 1 : -1) * pt_bound_step(question);
    made->before = words_of(f, function, question, question->test);
    made->after = words_of(f, function, question, &moved);
}

static void add_questions(finder *f, const pt_function *function)
{
    const pt_questions *questions = &f->mutants->questions[function->number];
    for (uint32_t i = 0; i < questions->count; i++) {
        if (questions->items[i].test->kind == PT_TEST_AT_MOST) {
            add_about(f, PT_FAULT_STRICTER, function, i);
            add_about(f, PT_FAULT_LOOSER, function, i);
        }
        add_about(f, PT_FAULT_FLIPPED, function, i);
        add_about(f, PT_FAULT_ALWAYS, function, i);
        add_about(f, PT_FAULT_NEVER, function, i);
    }
}

/* --- Returns ---------------------------------------------------------------------------------- */

static const char *outcome_words(finder *f, const pt_leaf *leaf)
{
    if (leaf->kind != PT_LEAF_VALUE)
        return pt_position_text(f->arena, leaf->at);
    pt_text words = pt_text_create(f->arena);
    pt_value_show(&words, f->pack, leaf->value);
    return words.bytes;
}

static bool same_place(pt_position a, pt_position b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* Each return with the next one that gives something else. */
static void add_swaps(finder *f, const pt_function *function)
{
    const pt_coverage_function *of = &f->mutants->plan->functions[function->number];
    const pt_leaf *before = NULL;
    for (size_t n = 0; of->tree_count > 0 && n < of->trees[0].tree->node_count; n++) {
        const pt_node *node = &of->trees[0].tree->nodes[n];
        if (!node->is_leaf)
            continue;
        const pt_leaf *leaf = &node->leaf;
        bool differs = before != NULL && !same_place(before->at, leaf->at) &&
                       before->kind == PT_LEAF_VALUE && leaf->kind == PT_LEAF_VALUE &&
                       !pt_value_equal(before->value, leaf->value);
        if (differs) {
            pt_mutant *made = add(f, PT_FAULT_SWAPPED, function->block, before->at);
            made->function = function->number;
            made->other = leaf->at;
            made->before = outcome_words(f, before);
            made->after = outcome_words(f, leaf);
        }
        before = leaf;
    }
}

/* --- Declarations ----------------------------------------------------------------------------- */

static void add_exceptions(finder *f)
{
    for (uint16_t i = 0; i < f->pack->exception_count; i++) {
        uint32_t block = f->pack->exceptions[i].block;
        add(f, PT_FAULT_NO_EXCEPTION, block, f->pack->blocks[block].at)->index = i;
    }
}

static const char *length_words(finder *f, int64_t amount, uint8_t unit)
{
    pt_text words = pt_text_create(f->arena);
    pt_value value = {.kind = PT_DURATION, .unit = unit, .amount = amount};
    pt_value_show(&words, f->pack, value);
    return words.bytes;
}

static void add_length(finder *f, pt_fault_kind kind, uint16_t duty)
{
    const pt_duty *of = &f->pack->duties[duty];
    const pt_length *length = &of->term.length;
    int64_t change = kind == PT_FAULT_LONGER ? 1 : kind == PT_FAULT_SHORTER ? -1 : 0;
    uint8_t unit = kind == PT_FAULT_UNIT ? pt_other_unit(length->unit) : length->unit;
    pt_mutant *made = add(f, kind, of->block, f->pack->blocks[of->block].at);
    int64_t amount = length->amount;
    if (length->parameter != PT_NO_INDEX) {
        const pt_parameter *parameter = &f->pack->parameters[length->parameter];
        pt_value value = parameter->values[parameter->value_count - 1].value;
        amount = value.kind == PT_NUMBER ? value.amount / PT_NUMBER_SCALE : value.amount;
    }
    made->index = duty;
    made->before = length_words(f, amount, length->unit);
    made->after = length_words(f, amount + change, unit);
}

static void add_terms(finder *f)
{
    for (uint16_t i = 0; i < f->pack->duty_count; i++) {
        const pt_duty *duty = &f->pack->duties[i];
        const pt_term_rule *term = &duty->term;
        bool has_length = duty->recurrence == PT_ONCE && term->fixed == NULL &&
                          (term->start != NULL || term->end_of != PT_NO_INDEX);
        bool literal = has_length && term->length.parameter == PT_NO_INDEX;
        if (!has_length || (literal && term->length.amount == 0))
            continue;
        add_length(f, PT_FAULT_UNIT, i);
        if (literal) {
            add_length(f, PT_FAULT_LONGER, i);
            add_length(f, PT_FAULT_SHORTER, i);
        }
    }
}

/* What makes a term longer: each standing still, and the extension. */
static void add_respites(finder *f)
{
    for (uint16_t i = 0; i < f->pack->duty_count; i++) {
        const pt_duty *duty = &f->pack->duties[i];
        pt_position at = f->pack->blocks[duty->block].at;
        for (uint8_t s = 0; s < duty->term.standstill_count; s++) {
            pt_mutant *made = add(f, PT_FAULT_NO_STANDSTILL, duty->block, at);
            made->index = i;
            made->row = s;
        }
        if (duty->term.extended_on != PT_NO_INDEX)
            add(f, PT_FAULT_NO_EXTENSION, duty->block, at)->index = i;
    }
}

/* --- Periods ---------------------------------------------------------------------------------- */

static const char *day_words(finder *f, pt_date day)
{
    char text[PT_DATE_TEXT];
    return pt_format(f->arena, "%s", pt_date_format(day, text));
}

static void add_period(finder *f, pt_fault_kind kind, uint32_t block, uint32_t ground, pt_date day,
                       int step)
{
    pt_mutant *made = add(f, kind, block, f->pack->blocks[block].grounds[ground].at);
    made->row = ground;
    made->before = day_words(f, day);
    made->after = day_words(f, day + step);
}

static void add_periods(finder *f)
{
    for (uint32_t b = 0; b < f->pack->block_count; b++)
        for (uint32_t g = 0; g < f->pack->blocks[b].ground_count; g++) {
            const pt_ground *ground = &f->pack->blocks[b].grounds[g];
            if (ground->from > f->pack->law_from && ground->from != PT_DATE_NONE) {
                add_period(f, PT_FAULT_LATER, b, g, ground->from, 1);
                add_period(f, PT_FAULT_EARLIER, b, g, ground->from, -1);
            }
            if (ground->until < f->pack->law_until && !pt_is_followed(f->pack, b, g)) {
                add_period(f, PT_FAULT_ENDS_LATER, b, g, ground->until, 1);
                add_period(f, PT_FAULT_ENDS_EARLIER, b, g, ground->until, -1);
            }
        }
}

/* --- Parameters ------------------------------------------------------------------------------- */

static const char *value_words(finder *f, pt_value value)
{
    pt_text words = pt_text_create(f->arena);
    pt_value_show(&words, f->pack, value);
    return words.bytes;
}

static void add_value(finder *f, pt_fault_kind kind, uint16_t parameter, uint32_t row)
{
    const pt_parameter *of = &f->pack->parameters[parameter];
    const pt_parameter_value *value = &of->values[row];
    pt_mutant *made = add(f, kind, UINT32_MAX, value->at);
    pt_parameter_value changed = *value;
    pt_change_value(kind, &of->type, &changed);
    bool of_period = kind == PT_FAULT_VALUE_LATER || kind == PT_FAULT_VALUE_EARLIER;
    made->index = parameter;
    made->row = row;
    made->before = of_period ? day_words(f, value->from) : value_words(f, value->value);
    made->after = of_period ? day_words(f, changed.from) : value_words(f, changed.value);
}

static void add_parameters(finder *f)
{
    for (uint16_t p = 0; p < f->pack->parameter_count; p++)
        for (uint32_t v = 0; v < f->pack->parameters[p].value_count; v++) {
            const pt_parameter_value *row = &f->pack->parameters[p].values[v];
            add_value(f, PT_FAULT_VALUE_UP, p, v);
            if (row->value.kind != PT_YESNO)
                add_value(f, PT_FAULT_VALUE_DOWN, p, v);
            if (row->from > f->pack->law_from) {
                add_value(f, PT_FAULT_VALUE_LATER, p, v);
                add_value(f, PT_FAULT_VALUE_EARLIER, p, v);
            }
        }
}

/* --- The whole -------------------------------------------------------------------------------- */

pt_mutants *pt_mutants_find(pt_arena *arena, pt_pack *pack, const pt_coverage_plan *plan)
{
    pt_mutants *mutants = PT_NEW(arena, pt_mutants);
    finder f = {arena, mutants, pack};
    mutants->pack = pack;
    mutants->plan = plan;
    mutants->questions = PT_NEW_ARRAY(arena, pack->function_count, pt_questions);
    for (uint32_t i = 0; i < pack->function_count; i++) {
        mutants->questions[i] = pt_questions_of(arena, &plan->functions[i]);
        add_questions(&f, pack->functions[i]);
        add_swaps(&f, pack->functions[i]);
    }
    add_exceptions(&f);
    add_terms(&f);
    add_respites(&f);
    add_periods(&f);
    add_parameters(&f);
    return mutants;
}

void pt_mutants_sample(pt_arena *arena, pt_mutants *mutants, size_t most, uint64_t seed)
{
    enum { PURPOSE = 77 };
    if (mutants->count <= most)
        return;
    pt_random_stream stream = pt_random_stream_create(seed, PURPOSE, 0);
    bool *drawn = PT_NEW_ARRAY(arena, mutants->count, bool);
    for (size_t i = 0; i < most; i++) {
        int64_t last = (int64_t)(mutants->count - most + i);
        int64_t draw = pt_random_between(&stream, 0, last);
        drawn[drawn[draw] ? last : draw] = true;
    }
    size_t kept = 0;
    for (size_t i = 0; i < mutants->count; i++)
        if (drawn[i])
            mutants->items[kept++] = mutants->items[i];
    mutants->count = kept;
}
