/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/situation.h"

#include <string.h>

#include "run/evaluate.h"
#include "run/question.h"
#include "run/replay.h"

typedef struct cutter {
    pt_world *world;
    pt_arena *arena;
    pt_situation *to;
    uint32_t at; /* the rule in hand */
} cutter;

/* --- Facts, and what is held ------------------------------------------------------------------ */

static bool may_change(const pt_world *world, const pt_fact *fact, pt_value value)
{
    if (pt_text_equal(fact->owner, "wet") || strcmp(fact->name, "geboren") == 0)
        return false;
    return value.kind != PT_DATE || value.amount >= world->today;
}

static void hold(cutter *c, const char *name, uint32_t subject)
{
    const char *who = c->world->subjects[subject].name;
    for (size_t i = 0; i < c->to->held_count; i++)
        if (strcmp(c->to->held[i].name, name) == 0 &&
            pt_text_equal(c->to->held[i].subject_name, who))
            return;
    c->to->held = pt_arena_grow(c->arena, c->to->held, c->to->held_count, &c->to->held_capacity,
                                sizeof *c->to->held);
    c->to->held[c->to->held_count++] = (pt_situated_held){name, who};
}

static uint32_t fact_of(cutter *c, uint32_t subject, uint16_t index)
{
    pt_situation *to = c->to;
    for (size_t i = 0; i < to->fact_count; i++)
        if (to->facts[i].subject == subject && to->facts[i].index == index)
            return (uint32_t)i;
    const pt_subject *of = &c->world->subjects[subject];
    const pt_fact *fact = &c->world->pack->kinds[of->kind].facts[index];
    pt_value value = of->facts[index].value;
    to->facts =
        pt_arena_grow(c->arena, to->facts, to->fact_count, &to->fact_capacity, sizeof *to->facts);
    to->facts[to->fact_count] = (pt_situated_fact){.subject = subject,
                                                   .index = index,
                                                   .changes = may_change(c->world, fact, value),
                                                   .subject_name = of->name,
                                                   .fact = fact,
                                                   .value = value};
    return (uint32_t)to->fact_count++;
}

/* Another peildatum would be other law; that is not searched. */
static void hold_reference_date(cutter *c, uint32_t block, uint32_t subject)
{
    uint16_t index = c->world->pack->blocks[block].reference_date;
    if (index == PT_NO_INDEX)
        return;
    const pt_subject *of = &c->world->subjects[subject];
    const pt_fact *fact = &c->world->pack->kinds[of->kind].facts[index];
    if (may_change(c->world, fact, of->facts[index].value))
        hold(c, fact->name, subject);
}

/* --- Functions -------------------------------------------------------------------------------- */

static const char *title_of(const pt_pack *pack, const pt_group *group)
{
    return pack->blocks[pack->rules[group->versions[0]].block].title;
}

/* Rules are taken in one level after the other, so each is followed from as near as it stands. */
static uint32_t rule_of(cutter *c, uint32_t subject, uint16_t group)
{
    pt_situation *to = c->to;
    for (size_t i = 0; i < to->rule_count; i++)
        if (to->rules[i].subject == subject && to->rules[i].group == group)
            return (uint32_t)i;
    uint16_t depth = to->rule_count == 0 ? 0 : (uint16_t)(to->rules[c->at].depth + 1);
    to->rules =
        pt_arena_grow(c->arena, to->rules, to->rule_count, &to->rule_capacity, sizeof *to->rules);
    const pt_group *named = &c->world->pack->rule_groups[group];
    to->rules[to->rule_count] =
        (pt_situated_rule){.subject = subject,
                           .group = group,
                           .depth = depth,
                           .value = pt_rule_outcome(c->world, subject, group)->value,
                           .name = named->name,
                           .title = title_of(c->world->pack, named),
                           .subject_name = c->world->subjects[subject].name};
    return (uint32_t)to->rule_count++;
}

static pt_situated_input input_of(cutter *c, const pt_input *input, uint32_t subject,
                                  pt_law_day law)
{
    pt_situated_input made = {.kind = PT_SITUATED_FIXED};
    uint32_t at = subject;
    if (input->kind != PT_INPUT_TODAY && input->kind != PT_INPUT_PARAMETER)
        at = pt_world_follow(c->world, subject, &input->path);
    if (at != PT_NOBODY && input->kind == PT_INPUT_FACT)
        return (pt_situated_input){.kind = PT_SITUATED_FACT, .index = fact_of(c, at, input->index)};
    if (at != PT_NOBODY && input->kind == PT_INPUT_RULE)
        return (pt_situated_input){.kind = PT_SITUATED_RULE, .index = rule_of(c, at, input->index)};
    if (at != PT_NOBODY && (input->kind == PT_INPUT_WINDOW || input->kind == PT_INPUT_LIST))
        hold(c, input->name, at);
    made.value = pt_input_for(c->world, input, subject, law).value;
    return made;
}

/* False when there is no tree to search. */
static bool cut_function(cutter *c, const pt_function *function, uint32_t subject, pt_law_day law,
                         pt_situated_function *made)
{
    const pt_tree_period *period = pt_function_period(function, law.day);
    if (period == NULL || c->world->pack->blocks[function->block].excluded)
        return false;
    pt_situated_input *inputs = PT_NEW_ARRAY(c->arena, function->input_count, pt_situated_input);
    for (uint16_t i = 0; i < function->input_count; i++)
        inputs[i] = input_of(c, &function->inputs[i], subject, law);
    *made = (pt_situated_function){function, period->tree, inputs};
    return true;
}

static bool cut_grounds(cutter *c, uint32_t block_index, uint32_t subject, pt_law_day law,
                        pt_situated_grounds *made)
{
    const pt_block *block = &c->world->pack->blocks[block_index];
    made->applies = PT_NEW_ARRAY(c->arena, block->ground_count, const pt_situated_function *);
    for (size_t i = 0; i < block->ground_count; i++) {
        const pt_ground *ground = &block->grounds[i];
        if (law.day < ground->from || law.day > ground->until)
            continue;
        pt_situated_function *applies = NULL;
        if (ground->applies != NULL) {
            applies = PT_NEW(c->arena, pt_situated_function);
            if (!cut_function(c, ground->applies, subject, law, applies))
                return false;
        }
        made->applies[made->count++] = applies;
        if (applies == NULL)
            return true;
    }
    return true;
}

/* --- Rules ------------------------------------------------------------------------------------ */

/* `*law` is that of the rule; an exception with a peildatum of its own has its own. */
static bool cut_exception(cutter *c, uint16_t index, uint32_t subject, pt_law_day law,
                          pt_situated_exception *made)
{
    const pt_exception *exception = &c->world->pack->exceptions[index];
    hold_reference_date(c, exception->block, subject);
    *made = (pt_situated_exception){.exception = exception,
                                    .block = &c->world->pack->blocks[exception->block]};
    if (made->block->reference_date != PT_NO_INDEX)
        law = pt_law_day_of(c->world, exception->block, subject);
    if (law.missing != NULL)
        return true;
    if (!cut_grounds(c, exception->block, subject, law, &made->grounds))
        return false;
    return made->grounds.count == 0 ||
           cut_function(c, exception->condition, subject, law, &made->condition);
}

static bool cut_rule(cutter *c, pt_situated_rule *made)
{
    const pt_pack *pack = c->world->pack;
    const pt_group *group = &pack->rule_groups[made->group];
    for (uint16_t i = 0; i < group->version_count; i++)
        hold_reference_date(c, pack->rules[group->versions[i]].block, made->subject);
    pt_version_choice version = pt_version_for(c->world, group, false, made->subject);
    if (version.version == PT_NO_INDEX)
        return false;
    if (!cut_grounds(c, version.block, made->subject, version.law, &made->grounds))
        return false;
    made->exceptions = PT_NEW_ARRAY(c->arena, group->exception_count, pt_situated_exception);
    for (uint16_t i = 0; i < group->exception_count; i++)
        if (!cut_exception(c, group->exceptions[i], made->subject, version.law,
                           &made->exceptions[made->exception_count++]))
            return false;
    return cut_function(c, pack->rules[version.version].decide, made->subject, version.law,
                        &made->decide);
}

/* A rule that no version or peildatum of that day brings into force has nothing to search. */
static bool is_without_law(cutter *c, const pt_situated_rule *rule)
{
    const pt_group *group = &c->world->pack->rule_groups[rule->group];
    return pt_version_for(c->world, group, false, rule->subject).version == PT_NO_INDEX;
}

static void cut_rules(cutter *c)
{
    for (c->at = 0; c->at < c->to->rule_count; c->at++) {
        pt_situated_rule made = c->to->rules[c->at];
        bool near = made.depth <= PT_SITUATION_DEPTH && c->at < PT_SITUATION_RULES;
        made.followed = near && cut_rule(c, &made);
        if (!made.followed && !(near && is_without_law(c, &made)))
            hold(c, made.name, made.subject);
        c->to->rules[c->at] = made;
    }
}

const pt_situation *pt_situation_of(pt_arena *arena, const pt_pack *pack,
                                    const pt_scenario *scenario, pt_reading second,
                                    pt_report *report, const char *what, pt_date day)
{
    if (!pt_question_day(arena, report, scenario, day))
        return NULL;
    pt_replay_options options = {.stops = true, .last = day};
    pt_world *world = NULL;
    pt_replay_world(arena, pack, scenario, second, report, &options, &world);
    uint32_t subject = PT_NOBODY;
    pt_name name = {0};
    if (!pt_question_find(arena, world, scenario, what, &subject, &name))
        return NULL;
    pt_position nowhere = {.source = scenario->source};
    if (name.kind != PT_NAME_RULE) {
        pt_find(report, PT_U045, nowhere, PT_ARGS(what), NULL);
        return NULL;
    }
    cutter c = {.world = world, .arena = arena, .to = PT_NEW(arena, pt_situation)};
    c.to->pack = pack;
    c.to->day = day;
    c.to->type = pack->rule_groups[name.index].type;
    rule_of(&c, subject, name.index);
    cut_rules(&c);
    c.to->without_law = is_without_law(&c, &c.to->rules[0]);
    if (!c.to->rules[0].followed && !c.to->without_law) {
        pt_find(report, PT_U046, nowhere, PT_ARGS(what), NULL);
        return NULL;
    }
    return c.to;
}
