/* SPDX-License-Identifier: EUPL-1.2 */
/* Rules to nodes: which version, ground and exception answers for which cases; and the batch. */
#include <assert.h>
#include <stdlib.h>

#include "run/batch_compile.h"

bool batch_refuse(batch_compiler *c, pt_code code, const char *rule, pt_position at,
                  const char *input)
{
    if (!c->refused)
        pt_find(c->report, code, at, PT_ARGS(rule, input), NULL);
    c->refused = true;
    return false;
}

bool batch_refuse_in(const batch_reduction *r, pt_code code, const char *input)
{
    return batch_refuse(r->c, code, r->rule, r->c->pack->blocks[r->function->block].at, input);
}

/* --- The law of a case ---------------------------------------------------------------------- */

/* One rule group on its way into nodes. */
typedef struct ruling {
    batch_compiler *c;
    const pt_group *group;
    pt_batch_column out;
    const pt_rule *rule;
    const pt_block *block;
    const batch_quantity *date; /* peildatum, or NULL: the day of the batch */
} ruling;

static bool in_force(pt_date from, pt_date until, pt_date day)
{
    return from <= day && day <= until;
}

/* Is the day of the law within a period? Without an optional peildatum it is the day of the batch.
 */
static uint16_t law_within(const ruling *r, pt_date from, pt_date until)
{
    batch_nodes *nodes = &r->c->nodes;
    uint16_t today = batch_constant(nodes, 1, in_force(from, until, r->c->day));
    if (r->date == NULL)
        return today;
    uint16_t absent = batch_or(nodes, r->date->unknown, r->date->none);
    return batch_choose(nodes, absent, today, batch_range(nodes, r->date->node, from, until));
}

static batch_answer select_answer(const ruling *r, uint16_t x, const batch_answer *a,
                                  const batch_answer *b)
{
    batch_nodes *nodes = &r->c->nodes;
    batch_answer one = {.missing = batch_constant(nodes, 1, 0)};
    one.node = r->out.type.kind == PT_YESNO ? batch_choose(nodes, x, a->node, b->node)
                                            : batch_select(nodes, x, a->node, b->node);
    one.unknown = batch_choose(nodes, x, a->unknown, b->unknown);
    one.none = batch_choose(nodes, x, a->none, b->none);
    return one;
}

static batch_answer fixed_answer(const ruling *r, pt_value value)
{
    batch_nodes *nodes = &r->c->nodes;
    int64_t amount = pt_is_value(value) ? value.amount : r->out.type.low;
    return (batch_answer){
        .node = batch_constant(nodes, r->out.bytes, amount / r->out.unit - r->out.base),
        .unknown = batch_constant(nodes, 1, value.kind == PT_UNKNOWN),
        .none = batch_constant(nodes, 1, value.kind == PT_NONE),
        .missing = batch_constant(nodes, 1, 0)};
}

/* --- Grounds and exceptions, under the law of one day ---------------------------------------- */

static bool says_yes(ruling *r, const pt_function *function, pt_date day, uint16_t *yes,
                     uint16_t *missing)
{
    batch_nodes *nodes = &r->c->nodes;
    pt_batch_column truth = batch_column_of(r->c->pack, (pt_type){.kind = PT_YESNO});
    batch_answer answer;
    if (!batch_function(r->c, function, r->group->name, day, &truth, &answer))
        return false;
    uint16_t absent = batch_or(nodes, answer.unknown, answer.none);
    *yes = batch_and(nodes, batch_not(nodes, absent), answer.node);
    *missing = answer.missing;
    return true;
}

/* Does a ground of the block apply, and if not, is that because something is not known? */
static bool some_ground(ruling *r, const pt_block *block, pt_date day, uint16_t *applies,
                        uint16_t *missing)
{
    batch_nodes *nodes = &r->c->nodes;
    *applies = *missing = batch_constant(nodes, 1, 0);
    for (size_t g = 0; g < block->ground_count; g++) {
        const pt_ground *ground = &block->grounds[g];
        uint16_t yes = batch_constant(nodes, 1, 1);
        uint16_t open = batch_constant(nodes, 1, 0);
        if (!in_force(ground->from, ground->until, day))
            continue;
        if (ground->applies != NULL && !says_yes(r, ground->applies, day, &yes, &open))
            return false;
        *applies = batch_or(nodes, *applies, yes);
        *missing = batch_or(nodes, *missing, open);
    }
    return true;
}

/* The exceptions so far, first hit first. */
typedef struct weighed {
    uint16_t holds[PT_LIMIT_INPUTS];
    pt_value results[PT_LIMIT_INPUTS];
    size_t count;
} weighed;

static bool weigh_exception(ruling *r, const pt_exception *exception, pt_date day, weighed *all)
{
    batch_nodes *nodes = &r->c->nodes;
    const pt_block *block = &r->c->pack->blocks[exception->block];
    uint16_t applies = 0;
    uint16_t yes = 0;
    uint16_t missing = 0;
    if (block->reference_date != PT_NO_INDEX && block->reference_date != r->block->reference_date)
        return batch_refuse(r->c, PT_U065, r->group->name, block->at, block->name);
    if (!some_ground(r, block, day, &applies, &missing))
        return false;
    if (applies == batch_constant(nodes, 1, 0))
        return true;
    if (all->count == PT_LIMIT_INPUTS)
        return batch_refuse(r->c, PT_U064, r->group->name, block->at, NULL);
    if (!says_yes(r, exception->condition, day, &yes, &missing))
        return false;
    all->holds[all->count] = batch_and(nodes, applies, yes);
    all->results[all->count++] = exception->result;
    return true;
}

/* The first that holds decides; one behind it with another result makes the outcome onbekend. */
static batch_answer heed_exceptions(const ruling *r, const weighed *all, const batch_answer *rule)
{
    batch_answer answer = *rule;
    for (size_t e = all->count; e-- > 0;) {
        batch_answer result = fixed_answer(r, all->results[e]);
        for (size_t later = e + 1; later < all->count; later++)
            if (!pt_value_equal(all->results[e], all->results[later])) {
                batch_answer conflict = fixed_answer(r, pt_unknown());
                result = select_answer(r, all->holds[later], &conflict, &result);
            }
        answer = select_answer(r, all->holds[e], &result, &answer);
    }
    return answer;
}

/* What the version answers under the law of one day. */
static bool answer_on(ruling *r, pt_date day, batch_answer *answer)
{
    batch_nodes *nodes = &r->c->nodes;
    weighed all = {.count = 0};
    uint16_t applies = 0;
    uint16_t missing = 0;
    if (!some_ground(r, r->block, day, &applies, &missing))
        return false;
    batch_answer unknown = fixed_answer(r, pt_unknown());
    batch_answer none = fixed_answer(r, pt_none());
    batch_answer without = select_answer(r, missing, &unknown, &none);
    *answer = without;
    if (applies == batch_constant(nodes, 1, 0))
        return true;
    for (uint16_t e = 0; e < r->group->exception_count; e++)
        if (!weigh_exception(r, &r->c->pack->exceptions[r->group->exceptions[e]], day, &all))
            return false;
    batch_answer rule;
    if (!batch_function(r->c, r->rule->decide, r->group->name, day, &r->out, &rule))
        return false;
    rule = heed_exceptions(r, &all, &rule);
    *answer = select_answer(r, applies, &rule, &without);
    return true;
}

/* --- Periods -------------------------------------------------------------------------------- */

/* The first days of periods in which nothing about a version changes. */
typedef struct days {
    pt_arena *arena;
    pt_date *days;
    size_t count;
    size_t capacity;
} days;

static void add_day(days *all, pt_date day)
{
    if (day <= PT_DATE_FIRST || day > PT_DATE_LAST)
        return;
    all->days = pt_arena_grow(all->arena, all->days, all->count, &all->capacity, sizeof *all->days);
    all->days[all->count++] = day;
}

static void add_period(days *all, pt_date from, pt_date until)
{
    add_day(all, from);
    if (until < PT_DATE_LAST)
        add_day(all, until + 1);
}

static void add_function(days *all, const pt_function *function)
{
    for (size_t p = 0; function != NULL && p < function->period_count; p++)
        add_period(all, function->periods[p].from, function->periods[p].until);
}

static void add_block(days *all, const pt_block *block)
{
    for (size_t g = 0; g < block->ground_count; g++) {
        add_period(all, block->grounds[g].from, block->grounds[g].until);
        add_function(all, block->grounds[g].applies);
    }
}

static int by_day(const void *a, const void *b)
{
    pt_date one = *(const pt_date *)a;
    pt_date other = *(const pt_date *)b;
    return (one > other) - (one < other);
}

static days days_of(const ruling *r)
{
    const pt_pack *pack = r->c->pack;
    days all = {.arena = r->c->arena};
    add_day(&all, PT_DATE_FIRST + 1);
    add_block(&all, r->block);
    add_function(&all, r->rule->decide);
    for (uint16_t e = 0; e < r->group->exception_count; e++) {
        const pt_exception *exception = &pack->exceptions[r->group->exceptions[e]];
        add_block(&all, &pack->blocks[exception->block]);
        add_function(&all, exception->condition);
    }
    qsort(all.days, all.count, sizeof *all.days, by_day);
    return all;
}

/* Every case under the law of its own day. */
static bool answer_by_period(ruling *r, batch_answer *answer)
{
    days all = days_of(r);
    *answer = fixed_answer(r, pt_none());
    for (size_t i = all.count; i-- > 0;) {
        pt_date from = all.days[i];
        pt_date until = i + 1 < all.count ? all.days[i + 1] - 1 : PT_DATE_LAST;
        batch_answer one;
        if (until < from || !in_force(r->block->from, r->block->until, from))
            continue;
        if (!answer_on(r, from, &one))
            return false;
        *answer =
            select_answer(r, law_within(r, i == 0 ? PT_DATE_FIRST : from, until), &one, answer);
    }
    return true;
}

/* --- Rules ---------------------------------------------------------------------------------- */

static const batch_quantity *reference_date(ruling *r)
{
    pt_input *input = PT_NEW(r->c->arena, pt_input);
    const pt_fact *fact = &r->c->pack->kinds[r->c->kind].facts[r->block->reference_date];
    batch_reduction at = {.c = r->c, .function = r->rule->decide, .rule = r->group->name};
    *input = (pt_input){.name = fact->name,
                        .kind = PT_INPUT_FACT,
                        .type = fact->type,
                        .path = {.target = r->c->kind},
                        .index = r->block->reference_date};
    return batch_input_quantity(&at, input);
}

/* One version before those behind it. */
static bool add_version(ruling *r, uint16_t version, batch_answer *answer)
{
    batch_answer one;
    r->rule = &r->c->pack->rules[version];
    r->block = &r->c->pack->blocks[r->rule->block];
    r->date = NULL;
    if (r->block->free || r->block->excluded)
        return batch_refuse(r->c, r->block->excluded ? PT_U066 : PT_U060, r->group->name,
                            r->block->at, r->block->name);
    if (r->block->reference_date != PT_NO_INDEX && (r->date = reference_date(r)) == NULL)
        return false;
    uint16_t holds = law_within(r, r->block->from, r->block->until);
    if (holds == batch_constant(&r->c->nodes, 1, 0))
        return true;
    if (r->date != NULL ? !answer_by_period(r, &one) : !answer_on(r, r->c->day, &one))
        return false;
    *answer = select_answer(r, holds, &one, answer);
    return true;
}

bool batch_group(batch_compiler *c, uint16_t index)
{
    const pt_group *group = &c->pack->rule_groups[index];
    batch_quantity *result = &c->rules[index];
    pt_position at = c->pack->blocks[c->pack->rules[group->versions[0]].block].at;
    assert(group->subject == c->kind);
    if (result->made || c->refused)
        return result->made;
    if (!batch_has_bounds(&group->type))
        return batch_refuse(c, PT_U062, group->name, at, group->name);
    result->column = batch_column_of(c->pack, group->type);
    result->column.index = index;
    ruling r = {.c = c, .group = group, .out = result->column};
    batch_answer answer = fixed_answer(&r, pt_none());
    for (uint16_t v = group->version_count; v-- > 0;)
        if (!add_version(&r, group->versions[v], &answer))
            return false;
    result->node = answer.node;
    result->unknown = answer.unknown;
    result->none = answer.none;
    result->made = !c->nodes.full || batch_refuse(c, PT_U064, group->name, at, NULL);
    return result->made;
}

/* --- The batch ------------------------------------------------------------------------------ */

static batch_compiler start(pt_arena *arena, const pt_pack *pack, uint16_t kind, pt_date day,
                            pt_report *report)
{
    batch_compiler c = {.arena = arena, .pack = pack, .kind = kind, .day = day, .report = report};
    batch_nodes_start(&c.nodes, arena);
    c.sources = PT_NEW_ARRAY(arena, BATCH_MOST_SOURCES, batch_source);
    c.rules = PT_NEW_ARRAY(arena, pack->rule_group_count, batch_quantity);
    return c;
}

/* 0 a value, 1 onbekend, 2 geen; BATCH_NO_NODE: always a value. */
static uint16_t state_of(batch_nodes *nodes, const batch_quantity *of)
{
    uint16_t none =
        batch_select(nodes, of->none, batch_constant(nodes, 1, 2), batch_constant(nodes, 1, 0));
    uint16_t state = batch_select(nodes, of->unknown, batch_constant(nodes, 1, 1), none);
    return state == batch_constant(nodes, 1, 0) ? BATCH_NO_NODE : state;
}

static void add_output(batch_compiler *c, pt_batch *batch, uint16_t group, uint16_t *results,
                       pt_batch_column *outputs)
{
    const batch_quantity *of = &c->rules[group];
    uint16_t state = state_of(&c->nodes, of);
    results[batch->output_count] = of->node;
    outputs[batch->output_count++] = of->column;
    if (state == BATCH_NO_NODE)
        return;
    results[batch->output_count] = state;
    outputs[batch->output_count++] = (pt_batch_column){.index = group,
                                                       .is_state = true,
                                                       .bytes = 1,
                                                       .unit = 1,
                                                       .type = {.kind = PT_CHOICE, .high = 2}};
}

const pt_batch *pt_batch_compile(pt_arena *arena, const pt_pack *pack, uint16_t kind,
                                 const uint16_t *groups, size_t count, pt_date day,
                                 pt_report *report)
{
    batch_compiler c = start(arena, pack, kind, day, report);
    pt_batch *batch = PT_NEW(arena, pt_batch);
    pt_batch_column *outputs = PT_NEW_ARRAY(arena, 2 * count, pt_batch_column);
    uint16_t *results = PT_NEW_ARRAY(arena, 2 * count, uint16_t);
    for (size_t i = 0; i < count; i++) {
        if (!batch_group(&c, groups[i]))
            return NULL;
        add_output(&c, batch, groups[i], results, outputs);
    }
    batch->outputs = outputs;
    batch_number_inputs(&c, batch);
    if (!c.nodes.full && batch_steps(arena, &c.nodes, results, batch))
        return batch;
    const pt_group *first = &pack->rule_groups[groups[0]];
    batch_refuse(&c, PT_U064, first->name, pack->blocks[pack->rules[first->versions[0]].block].at,
                 NULL);
    return NULL;
}
