/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/composed.h"

/* --- What is in force on a day -------------------------------------------------------------------
 */

enum { MOST_EXCEPTIONS = 12 };

static const pt_group *group_of(const pt_matter *q)
{
    if (q->group == PT_NO_INDEX || q->filter != NULL)
        return NULL;
    return q->of_duty ? &q->pack->duty_groups[q->group] : &q->pack->rule_groups[q->group];
}

static uint16_t version_on(const pt_matter *q, pt_date day)
{
    const pt_group *group = group_of(q);
    if (group == NULL)
        return PT_NO_INDEX;
    if (q->of_version)
        return q->version;
    return q->of_duty ? pt_duty_version(q->pack, group, day) : pt_rule_version(q->pack, group, day);
}

static uint32_t block_index(const pt_matter *q, uint16_t version)
{
    return q->of_duty ? q->pack->duties[version].block : q->pack->rules[version].block;
}

const pt_block *pt_matter_block(const pt_matter *q, pt_date day)
{
    uint16_t version = version_on(q, day);
    return version == PT_NO_INDEX ? NULL : &q->pack->blocks[block_index(q, version)];
}

/* The function behind grounds and exceptions; NULL: always ja for a duty, geen for its parts. */
static const pt_function *own_function(const pt_matter *q, uint16_t version)
{
    if (!q->of_duty)
        return q->pack->rules[version].decide;
    const pt_duty *duty = &q->pack->duties[version];
    switch (q->part) {
    case PT_PART_OUTCOME: return duty->scope;
    case PT_PART_START: return duty->term.start;
    case PT_PART_FIXED: return duty->term.fixed;
    case PT_PART_FULFILLED: return duty->fulfilled;
    case PT_PART_LAPSES: return duty->lapses;
    }
    return NULL;
}

static bool in_period(const pt_ground *ground, pt_date day)
{
    return ground->from <= day && day <= ground->until;
}

static bool any_ground(const pt_block *block, pt_date day)
{
    bool any = false;
    for (size_t i = 0; i < block->ground_count; i++)
        any = any || in_period(&block->grounds[i], day);
    return any;
}

/* The exceptions in force, in order; more than fit are left to the caller to notice. */
static size_t exceptions_on(const pt_matter *q, pt_date day, const pt_exception **found)
{
    const pt_group *group = group_of(q);
    size_t count = 0;
    for (uint16_t i = 0; group != NULL && i < group->exception_count && q->part == PT_PART_OUTCOME;
         i++) {
        const pt_exception *exception = &q->pack->exceptions[group->exceptions[i]];
        if (!any_ground(&q->pack->blocks[exception->block], day))
            continue;
        if (count < MOST_EXCEPTIONS)
            found[count] = exception;
        count++;
    }
    return count;
}

/* --- Visiting ------------------------------------------------------------------------------------
 */

static void visit_grounds(const pt_block *block, pt_date day, pt_matter_visit visit, void *context)
{
    for (size_t i = 0; i < block->ground_count; i++)
        if (in_period(&block->grounds[i], day) && block->grounds[i].applies != NULL)
            visit(context, block->grounds[i].applies, day);
}

void pt_matter_functions(const pt_matter *q, pt_date day, pt_matter_visit visit, void *context)
{
    uint16_t version = version_on(q, day);
    if (q->filter != NULL)
        visit(context, q->filter, day);
    if (version == PT_NO_INDEX)
        return;
    if (q->part == PT_PART_OUTCOME)
        visit_grounds(&q->pack->blocks[block_index(q, version)], day, visit, context);
    const pt_exception *exceptions[MOST_EXCEPTIONS] = {NULL};
    size_t count = exceptions_on(q, day, exceptions);
    for (size_t i = 0; i < count && i < MOST_EXCEPTIONS; i++) {
        visit_grounds(&q->pack->blocks[exceptions[i]->block], day, visit, context);
        visit(context, exceptions[i]->condition, day);
    }
    if (own_function(q, version) != NULL)
        visit(context, own_function(q, version), day);
}

static void visit_all_grounds(const pt_block *block, pt_matter_visit visit, void *context)
{
    for (size_t i = 0; i < block->ground_count; i++)
        if (block->grounds[i].applies != NULL)
            visit(context, block->grounds[i].applies, block->grounds[i].from);
}

void pt_matter_every_function(const pt_matter *q, pt_matter_visit visit, void *context)
{
    const pt_group *group = group_of(q);
    if (q->filter != NULL)
        visit(context, q->filter, PT_DATE_NONE);
    for (uint16_t i = 0; group != NULL && i < group->version_count; i++) {
        uint16_t version = group->versions[i];
        const pt_block *block = &q->pack->blocks[block_index(q, version)];
        if (q->part == PT_PART_OUTCOME)
            visit_all_grounds(block, visit, context);
        if (own_function(q, version) != NULL)
            visit(context, own_function(q, version), block->from);
    }
    for (uint16_t i = 0; group != NULL && q->part == PT_PART_OUTCOME && i < group->exception_count;
         i++) {
        const pt_exception *exception = &q->pack->exceptions[group->exceptions[i]];
        const pt_block *block = &q->pack->blocks[exception->block];
        visit_all_grounds(block, visit, context);
        visit(context, exception->condition, block->from);
    }
}

uint16_t pt_matter_subject(const pt_matter *q)
{
    return q->filter != NULL ? q->filter->subject
           : q->of_duty      ? q->pack->duty_groups[q->group].subject
                             : q->pack->rule_groups[q->group].subject;
}

uint16_t pt_matter_versions(const pt_matter *q, const uint16_t **versions)
{
    const pt_group *group = group_of(q);
    *versions = group == NULL ? NULL : group->versions;
    return group == NULL ? 0 : group->version_count;
}

const pt_block *pt_matter_version_block(const pt_matter *q, uint16_t version)
{
    return &q->pack->blocks[block_index(q, version)];
}

typedef void (*bound_visit)(void *context, pt_date from);

static void bound_function(const pt_function *function, bound_visit visit, void *context)
{
    for (size_t i = 0; function != NULL && i < function->period_count; i++) {
        visit(context, function->periods[i].from);
        if (function->periods[i].until != PT_DATE_FOREVER)
            visit(context, function->periods[i].until + 1);
    }
}

static void bound_block(const pt_block *block, bound_visit visit, void *context)
{
    for (size_t i = 0; i < block->ground_count; i++) {
        visit(context, block->grounds[i].from);
        if (block->grounds[i].until != PT_DATE_FOREVER)
            visit(context, block->grounds[i].until + 1);
        bound_function(block->grounds[i].applies, visit, context);
    }
}

void pt_matter_bounds(const pt_matter *q, bound_visit visit, void *context)
{
    const pt_group *group = group_of(q);
    if (q->filter != NULL)
        bound_function(q->filter, visit, context);
    for (uint16_t i = 0; group != NULL && i < group->version_count; i++) {
        bound_block(&q->pack->blocks[block_index(q, group->versions[i])], visit, context);
        bound_function(own_function(q, group->versions[i]), visit, context);
    }
    for (uint16_t i = 0; group != NULL && i < group->exception_count; i++) {
        const pt_exception *exception = &q->pack->exceptions[group->exceptions[i]];
        bound_block(&q->pack->blocks[exception->block], visit, context);
        bound_function(exception->condition, visit, context);
    }
}

/* --- As a tree -----------------------------------------------------------------------------------
 */

typedef struct composing {
    const pt_matter *question;
    pt_forest *forest;
    const pt_matter_ways *ways;
    pt_date day;
    const pt_exception *exceptions[MOST_EXCEPTIONS];
    size_t exception_count;
    const pt_function *own;
} composing;

static uint32_t constant(const composing *c, pt_value value)
{
    return pt_forest_value(c->forest, c->question->side, value);
}

static uint32_t ask(const composing *c, const pt_function *function, const pt_forks *forks)
{
    return c->ways->ask(c->ways->context, function, c->day, forks);
}

static uint32_t own_root(const composing *c)
{
    bool exists = c->question->of_duty && c->question->part == PT_PART_OUTCOME;
    uint32_t unknown = constant(c, pt_unknown()), none = constant(c, pt_none());
    if (c->own == NULL)
        return exists ? constant(c, pt_yesno(true)) : none;
    pt_forks forks = {.outcome = true, .unknown = unknown, .none = none};
    if (exists)
        forks = (pt_forks){.yes = constant(c, pt_yesno(true)),
                           .no = constant(c, pt_yesno(false)),
                           .unknown = unknown,
                           .none = constant(c, pt_yesno(false))};
    return ask(c, c->own, &forks);
}

/* What a ground gives, marked with its article when reasons are marked. */
static uint32_t under(const composing *c, const pt_ground *ground, uint32_t found)
{
    return c->forest->marks_reasons ? pt_forest_marked(c->forest, found, ground->source) : found;
}

/* `found` behind a ground that applies, `not_found` behind none; `missing` when that is not known.
 * The grounds of an exception are marked with its outcome (`is_own` is false). */
static uint32_t ground_root(const composing *c, const pt_block *block, bool is_own, uint32_t found,
                            uint32_t not_found, uint32_t missing)
{
    uint32_t after = not_found, after_missing = missing;
    for (size_t i = block->ground_count; i-- > 0;) {
        const pt_ground *ground = &block->grounds[i];
        if (!in_period(ground, c->day))
            continue;
        uint32_t own = is_own ? under(c, ground, found) : found;
        if (ground->applies == NULL) {
            after = after_missing = own;
            continue;
        }
        pt_forks sure = {false, own, after, after_missing, after_missing};
        pt_forks unsure = {false, own, after_missing, after_missing, after_missing};
        after = ask(c, ground->applies, &sure);
        after_missing = ask(c, ground->applies, &unsure);
    }
    return after;
}

enum { NO_EXCEPTION = MOST_EXCEPTIONS, CONFLICT };

/* The outcome of an exception, marked with its reason and its articles in force that day. */
static uint32_t excepted(const composing *c, size_t state)
{
    if (state == CONFLICT)
        return constant(c, pt_unknown());
    const pt_exception *exception = c->exceptions[state];
    uint32_t leaf = constant(c, c->question->of_duty ? pt_yesno(false) : exception->result);
    const pt_block *block = &c->question->pack->blocks[exception->block];
    if (!c->forest->marks_reasons)
        return leaf;
    leaf = pt_forest_marked(c->forest, leaf, exception->reason == NULL ? "-" : exception->reason);
    size_t grounds = 0;
    for (size_t i = 0; i < block->ground_count; i++) {
        if (!in_period(&block->grounds[i], c->day))
            continue;
        leaf = under(c, &block->grounds[i], leaf);
        c->forest->full = c->forest->full || ++grounds > 1; /* which of them is not told apart */
    }
    return leaf;
}

static uint32_t behind_exceptions(const composing *c, size_t state)
{
    const pt_matter *q = c->question;
    if (state == NO_EXCEPTION)
        return own_root(c);
    if (!q->of_duty)
        return excepted(c, state);
    bool kept = state != CONFLICT && pt_is_yes(c->exceptions[state]->result);
    if (kept)
        return own_root(c);
    return state == CONFLICT ? constant(c, pt_yesno(false)) : excepted(c, state);
}

static uint32_t exception_root(const composing *c, size_t at, size_t state)
{
    if (at == c->exception_count)
        return behind_exceptions(c, state);
    const pt_exception *exception = c->exceptions[at];
    size_t next =
        state == NO_EXCEPTION ? at
        : state == CONFLICT || !pt_value_equal(exception->result, c->exceptions[state]->result)
            ? (size_t)CONFLICT
            : state;
    uint32_t not_held = exception_root(c, at + 1, state);
    uint32_t held = next == state ? not_held : exception_root(c, at + 1, next);
    pt_forks forks = {false, held, not_held, not_held, not_held};
    const pt_block *block = &c->question->pack->blocks[exception->block];
    return ground_root(c, block, false, ask(c, exception->condition, &forks), not_held, not_held);
}

uint32_t pt_matter_root(const pt_matter *q, pt_forest *forest, pt_date day,
                        const pt_matter_ways *ways)
{
    composing c = {.question = q, .forest = forest, .ways = ways, .day = day};
    uint16_t version = version_on(q, day);
    bool exists = q->of_duty && q->part == PT_PART_OUTCOME;
    uint32_t none = constant(&c, exists ? pt_yesno(false) : pt_none());
    c.own = q->filter;
    if (q->filter != NULL)
        return own_root(&c);
    if (version == PT_NO_INDEX)
        return none;
    c.own = own_function(q, version);
    c.exception_count = exceptions_on(q, day, c.exceptions);
    if (c.exception_count > MOST_EXCEPTIONS) {
        forest->full = true;
        return none;
    }
    uint32_t found = exception_root(&c, 0, NO_EXCEPTION);
    if (q->part != PT_PART_OUTCOME)
        return found;
    return ground_root(&c, &q->pack->blocks[block_index(q, version)], true, found, none,
                       constant(&c, pt_unknown()));
}

/* --- As values -----------------------------------------------------------------------------------
 */

typedef struct asking {
    const pt_matter *question;
    const pt_matter_ways *ways;
    const pt_tree_reading *trees;
    pt_date day;
    bool failed;
    bool missing; /* the last function asked had an absent strict input */
} asking;

static pt_answer answer_of(asking *a, const pt_function *function)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_answer answer = {pt_unknown(), NULL};
    const pt_tree *tree = pt_function_tree(function, a->day);
    a->missing = false;
    a->failed = a->failed || tree == NULL;
    for (uint16_t i = 0; i < function->input_count && !a->failed; i++) {
        const pt_input *input = &function->inputs[i];
        inputs[i] = pt_unknown();
        a->failed = !a->ways->value(a->ways->context, input, a->day, &inputs[i]);
        a->missing = (inputs[i].kind == PT_UNKNOWN && !input->type.may_be_unknown) ||
                     (inputs[i].kind == PT_NONE && !input->type.may_be_none);
        if (a->failed || a->missing)
            return (pt_answer){inputs[i], NULL};
    }
    if (!a->failed)
        a->failed = !a->trees->answer(a->trees->context, function, tree, inputs, &answer);
    return answer;
}

static bool ground_holds(asking *a, const pt_block *block, bool *missing)
{
    *missing = false;
    for (size_t i = 0; i < block->ground_count && !a->failed; i++) {
        const pt_ground *ground = &block->grounds[i];
        if (!in_period(ground, a->day))
            continue;
        if (ground->applies == NULL || pt_is_yes(answer_of(a, ground->applies).value))
            return true;
        *missing = *missing || a->missing;
    }
    return false;
}

/* The outcome that exceptions give; false when there is none. */
static bool exceptions_give(asking *a, pt_answer *answer)
{
    const pt_exception *exceptions[MOST_EXCEPTIONS] = {NULL};
    size_t count = exceptions_on(a->question, a->day, exceptions);
    bool any = false, missing = false;
    for (size_t i = 0; i < count && i < MOST_EXCEPTIONS; i++) {
        if (!ground_holds(a, &a->question->pack->blocks[exceptions[i]->block], &missing) ||
            !pt_is_yes(answer_of(a, exceptions[i]->condition).value))
            continue;
        if (any && !pt_value_equal(answer->value, exceptions[i]->result))
            *answer = (pt_answer){pt_unknown(), NULL};
        else if (!any)
            *answer = (pt_answer){exceptions[i]->result, exceptions[i]->reason};
        any = true;
    }
    return any;
}

static pt_answer own_answer(asking *a, uint16_t version)
{
    const pt_function *own = own_function(a->question, version);
    bool exists = a->question->of_duty && a->question->part == PT_PART_OUTCOME;
    if (own == NULL)
        return (pt_answer){exists ? pt_yesno(true) : pt_none(), NULL};
    pt_answer answer = answer_of(a, own);
    if (exists && !(a->missing && answer.value.kind == PT_UNKNOWN))
        answer.value = pt_yesno(pt_is_yes(answer.value));
    return answer;
}

bool pt_matter_answer(const pt_matter *q, const pt_matter_ways *ways, const pt_tree_reading *trees,
                      pt_date day, pt_answer *answer)
{
    asking a = {q, ways, trees, day, false, false};
    uint16_t version = version_on(q, day);
    bool exists = q->of_duty && q->part == PT_PART_OUTCOME, missing = false;
    *answer = (pt_answer){exists ? pt_yesno(false) : pt_none(), NULL};
    if (q->filter != NULL)
        *answer = answer_of(&a, q->filter);
    if (version == PT_NO_INDEX)
        return !a.failed;
    if (q->part == PT_PART_OUTCOME &&
        !ground_holds(&a, &q->pack->blocks[block_index(q, version)], &missing)) {
        answer->value = missing ? pt_unknown() : answer->value;
        return !a.failed;
    }
    bool excepted = exceptions_give(&a, answer);
    if (!excepted || (q->of_duty && pt_is_yes(answer->value)))
        *answer = own_answer(&a, version);
    else if (q->of_duty)
        answer->value = pt_yesno(false);
    return !a.failed;
}
