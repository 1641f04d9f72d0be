/* SPDX-License-Identifier: EUPL-1.2 */
/* Conditions with one outcome, once the rules that they ask and the days of law are looked into. */
#include <string.h>

#include "analyse/check_whole.h"
#include "base/text.h"

enum { MOST_STEPS = 8000, MOST_DAYS = 24, MOST_PLACES = 128 };

/* A condition of the text, and what its tests came to on some day. */
typedef struct place {
    pt_position at;
    bool yes, no;
    bool unsure; /* a step of a condition: its outcome is not that of the text */
} place;

typedef struct composing {
    pt_check *check;
    const pt_function *function;
    place places[MOST_PLACES];
    size_t place_count;
    const pt_value *wanted; /* NULL: to see which branches cases take */
    bool given;             /* what was wanted, or it was not found out */
} composing;

static bool same_place(const pt_position *a, const pt_position *b)
{
    return a->source == b->source && a->line == b->line && a->column == b->column;
}

static place *place_of(composing *c, const pt_test *test)
{
    for (size_t i = 0; i < c->place_count; i++) {
        if (same_place(&c->places[i].at, &test->at))
            return &c->places[i];
    }
    if (c->place_count == MOST_PLACES)
        return NULL;
    c->places[c->place_count] = (place){.at = test->at};
    return &c->places[c->place_count++];
}

static void note_cover(composing *c, const pt_tree *tree, const bool *covered)
{
    for (uint32_t i = 0; i < tree->node_count && c->wanted == NULL; i++) {
        const pt_node *node = &tree->nodes[i];
        place *at = node->is_leaf ? NULL : place_of(c, &node->test);
        if (at == NULL)
            continue;
        bool opposite = node->test.wording == PT_WORDING_OPPOSITE;
        at->yes = at->yes || covered == NULL || covered[2 * i + !opposite];
        at->no = at->no || covered == NULL || covered[2 * i + opposite];
        at->unsure = at->unsure || node->test.wording == PT_WORDING_PART;
    }
}

static void not_found_out(composing *c, const pt_tree *tree)
{
    c->given = true;
    note_cover(c, tree, NULL);
}

/* --- one day ------------------------------------------------------------------------------------
 */

/* A rule is only asked on the days on which it holds. */
static bool learn_day(pt_search *search, const pt_whole *w, uint16_t input, pt_date from,
                      pt_date until)
{
    for (uint16_t i = 0; i < w->tree.atom_count; i++) {
        if (w->atoms[i].operation != PT_OP_INPUT || w->atoms[i].input != input)
            continue;
        pt_term_of_form term = {1, i};
        pt_test ended = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -(int64_t)until}};
        pt_test early = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, 1 - (int64_t)from}};
        if (until != PT_DATE_FOREVER && !pt_search_learn(search, &ended, true))
            return false;
        if (from != PT_DATE_NONE && !pt_search_learn(search, &early, false))
            return false;
    }
    return true;
}

static bool is_day_of_law(const pt_pack *pack, const pt_function *function, const pt_input *input)
{
    const pt_block *block = &pack->blocks[function->block];
    if (block->kind != PT_BLOCK_RULE || strcmp(function->path, "bepaal") != 0)
        return false;
    if (block->reference_date == PT_NO_INDEX)
        return input->kind == PT_INPUT_TODAY;
    return input->kind == PT_INPUT_FACT && input->path.hops == 0 &&
           input->index == block->reference_date;
}

static bool learn_days(pt_search *search, const pt_whole *w, const pt_function *function,
                       pt_date from, pt_date until)
{
    bool can_be = true;
    for (uint16_t i = 0; i < w->function.input_count && can_be; i++) {
        if (is_day_of_law(w->check->pack, function, &w->inputs[i]))
            can_be = learn_day(search, w, i, from, until);
    }
    return can_be;
}

static void compose_day(composing *c, const pt_tree *tree, pt_date from, pt_date until)
{
    pt_check *check = c->check;
    pt_arena_reset(check->joints);
    pt_whole *w = PT_NEW(check->joints, pt_whole);
    w->check = check;
    if (!pt_whole_take(w, c->function, from)) {
        not_found_out(c, tree);
        return;
    }
    pt_whole_follow(w, from);
    pt_search *search = pt_search_create(w, MOST_STEPS);
    if (c->wanted != NULL)
        search->wanted = *c->wanted;
    else
        search->covered = PT_NEW_ARRAY(check->joints, 2 * tree->node_count, bool);
    if (!learn_days(search, w, c->function, from, until))
        return;
    c->given = pt_search_run(search) || c->given;
    if (search->undecided)
        not_found_out(c, tree);
    else
        note_cover(c, tree, search->covered);
}

/* --- all days -----------------------------------------------------------------------------------
 */

typedef struct days {
    pt_date from, until;
    pt_date starts[MOST_DAYS];
    size_t count;
    bool full;
} days;

static void add_day(days *d, pt_date day)
{
    if (day <= d->from || day > d->until)
        return;
    size_t at = d->count;
    for (size_t i = 0; i < d->count; i++) {
        if (d->starts[i] == day)
            return;
        at = i < at && d->starts[i] > day ? i : at;
    }
    d->full = d->full || d->count == MOST_DAYS;
    if (d->full)
        return;
    memmove(d->starts + at + 1, d->starts + at, (d->count - at) * sizeof *d->starts);
    d->starts[at] = day;
    d->count++;
}

static void add_function_days(days *d, const pt_pack *pack, const pt_function *function)
{
    const pt_block *block = &pack->blocks[function->block];
    add_day(d, block->from);
    if (block->until != PT_DATE_FOREVER)
        add_day(d, block->until + 1);
    for (size_t i = 0; i < function->period_count; i++)
        add_day(d, function->periods[i].from);
}

/* The days on which a rule that is asked, or one behind it, may begin to be otherwise. */
static void add_rule_days(days *d, const pt_pack *pack, const pt_function *function, bool *seen)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind != PT_INPUT_RULE || seen[input->index])
            continue;
        seen[input->index] = true;
        const pt_group *group = &pack->rule_groups[input->index];
        for (uint16_t j = 0; j < group->version_count; j++) {
            add_function_days(d, pack, pack->rules[group->versions[j]].decide);
            add_rule_days(d, pack, pack->rules[group->versions[j]].decide, seen);
        }
        for (uint16_t j = 0; j < group->exception_count; j++) {
            add_function_days(d, pack, pack->exceptions[group->exceptions[j]].condition);
            add_rule_days(d, pack, pack->exceptions[group->exceptions[j]].condition, seen);
        }
    }
}

static void compose_period(composing *c, const pt_tree_period *period)
{
    const pt_pack *pack = c->check->pack;
    days d = {.from = period->from, .until = period->until};
    add_rule_days(&d, pack, c->function,
                  PT_NEW_ARRAY(c->check->scratch, pack->rule_group_count, bool));
    if (d.full) {
        not_found_out(c, period->tree);
        return;
    }
    for (size_t i = 0; i <= d.count; i++) {
        pt_date from = i == 0 ? d.from : d.starts[i - 1];
        compose_day(c, period->tree, from, i == d.count ? d.until : d.starts[i] - 1);
    }
}

bool pt_check_can_give(pt_check *check, const pt_function *function, pt_value value)
{
    composing *c = PT_NEW(check->scratch, composing);
    *c = (composing){.check = check, .function = function, .wanted = &value};
    for (size_t i = 0; i < function->period_count && !c->given; i++)
        compose_period(c, &function->periods[i]);
    return c->given || function->period_count == 0;
}

/* --- findings -----------------------------------------------------------------------------------
 */

static bool can_know_more(const pt_pack *pack, const pt_function *function)
{
    bool more = false;
    for (uint16_t i = 0; i < function->input_count; i++)
        more = more || function->inputs[i].kind == PT_INPUT_RULE ||
               is_day_of_law(pack, function, &function->inputs[i]);
    return more;
}

/* The question of the text at a place; NULL: it stands in a helper that others call as well. */
static const pt_asked *question_at(const pt_pack *pack, const pt_function *function,
                                   const pt_position *at)
{
    const pt_asked *questions = pack->questions + function->first_question;
    for (uint32_t i = 0; i < function->question_count; i++) {
        if (same_place(&questions[i].at, at))
            return &questions[i];
    }
    return NULL;
}

static void report_places(composing *c)
{
    const pt_pack *pack = c->check->pack;
    for (size_t i = 0; i < c->place_count; i++) {
        const place *at = &c->places[i];
        const pt_asked *question = question_at(pack, c->function, &at->at);
        if (at->yes == at->no || at->unsure || question == NULL)
            continue;
        const char *written = pt_check_written(c->check, &at->at);
        if (question->negated)
            written = pt_format(c->check->scratch, "not %s", written);
        pt_check_find(c->check, at->yes != question->negated ? PT_C027 : PT_C024, at->at,
                      PT_ARGS(written));
    }
}

void pt_check_composed(pt_check *check)
{
    const pt_pack *pack = check->pack;
    composing *c = PT_NEW(check->scratch, composing);
    for (uint32_t i = 0; i < pack->function_count; i++) {
        const pt_function *function = pack->functions[i];
        if (function->period_count == 0 || !can_know_more(pack, function))
            continue;
        *c = (composing){.check = check, .function = function};
        for (size_t j = 0; j < function->period_count; j++)
            compose_period(c, &function->periods[j]);
        report_places(c);
    }
}
