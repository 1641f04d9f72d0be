/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/probe.h"

#include <string.h>

#include "run/duties.h"
#include "run/reason.h"
#include "run/window.h"

pt_probe pt_probe_create(pt_arena *arena, const pt_plan *plan, const pt_coverage_plan *counters,
                         pt_reading second)
{
    return (pt_probe){.pack = plan->pack,
                      .plan = plan,
                      .counters = counters,
                      .second = second,
                      .trial = pt_arena_create(),
                      .coverage = pt_coverage_create(arena, counters)};
}

/* --- The world of a case ---------------------------------------------------------------------- */

static void build(pt_probe *probe, const pt_made_case *made)
{
    pt_arena_reset(probe->trial);
    probe->report = pt_report_create(probe->trial);
    pt_world *world = pt_world_create(probe->trial, probe->plan,
                                      pt_calendar_region(probe->pack->calendar, "midden"),
                                      made->day, made->subject_count);
    world->report = &probe->report;
    world->second = probe->second;
    world->second_for_free = true;
    for (uint8_t i = 0; i < made->subject_count; i++)
        pt_world_add(world, i, made->subjects[i].kind, "");
    for (uint8_t i = 0; i < made->subject_count; i++)
        for (int r = 0; r < PT_CASE_REFERENCES; r++)
            if (made->subjects[i].references[r] != PT_CASE_NOBODY)
                pt_world_refer(world, i, (uint16_t)r, made->subjects[i].references[r]);
    for (uint8_t i = 0; i < made->given_count; i++)
        pt_world_set(world, made->givens[i].subject, made->givens[i].fact, made->givens[i].value,
                     made->day, PT_NO_INDEX);
    probe->world = world;
}

/* --- Asking ----------------------------------------------------------------------------------- */

static void ask_owner(pt_probe *probe)
{
    pt_world *world = probe->world;
    memset(probe->coverage.counts, 0, probe->counters->count * sizeof *probe->coverage.counts);
    world->coverage = &probe->coverage;
    probe->outcome = pt_unknown();
    if (probe->owner.kind == PT_OWNER_RULE) {
        const pt_outcome *outcome = pt_rule_outcome(world, 0, probe->owner.index);
        probe->outcome = outcome->value;
        probe->missing = outcome->missing;
    } else if (probe->owner.kind == PT_OWNER_DUTY) {
        probe->missing = pt_duty_state_of(world, 0, probe->owner.index)->missing;
    } else {
        const pt_list *list = &probe->pack->lists[probe->owner.index];
        uint32_t over = world->subjects[0].references[list->reference];
        if (over != PT_NOBODY)
            pt_list_value(world, over, probe->owner.index);
    }
    world->coverage = NULL;
}

/* An exception without a peildatum of its own is taken on the day of what it excepts. */
static pt_law_day law_of(pt_probe *probe)
{
    const pt_pack *pack = probe->pack;
    const pt_block *block = &pack->blocks[probe->function->block];
    if (probe->owner.kind == PT_OWNER_LIST)
        return pt_law_today(probe->world);
    if (block->kind != PT_BLOCK_EXCEPTION || block->reference_date != PT_NO_INDEX)
        return pt_law_day_of(probe->world, probe->function->block, 0);
    bool duty = probe->owner.kind == PT_OWNER_DUTY;
    const pt_group *group =
        duty ? &pack->duty_groups[probe->owner.index] : &pack->rule_groups[probe->owner.index];
    pt_version_choice version = pt_version_for(probe->world, group, duty, 0);
    return version.version == PT_NO_INDEX ? pt_law_today(probe->world) : version.law;
}

static uint32_t path_of(const pt_probe *probe, const pt_coverage_tree *shared)
{
    uint32_t path = 0;
    for (size_t i = 0; i < probe->step_count; i++) {
        const pt_node *node = &probe->period->tree->nodes[probe->steps[i].node];
        path += probe->steps[i].answer ? 0 : shared->below[node->yes];
    }
    return path;
}

static bool ask_function(pt_probe *probe)
{
    const pt_function *function = probe->function;
    pt_trace trace = {.steps = probe->steps, .capacity = PT_LIMIT_TREE_DEPTH};
    probe->law = law_of(probe);
    if (probe->law.missing != NULL) {
        probe->missing = probe->law.missing;
        return true;
    }
    const pt_tree_period *period = pt_function_period(function, probe->law.day);
    if (period == NULL)
        return true;
    pt_reply reply =
        pt_function_reply(probe->world, function, 0, probe->law, probe->inputs, &trace);
    probe->missing = reply.missing;
    if (reply.failed || reply.missing != NULL)
        return !reply.failed;
    probe->period = period;
    size_t index = (size_t)(period - function->periods);
    probe->shared = probe->counters->functions[function->number].of_period[index];
    probe->step_count = trace.count;
    probe->path = path_of(probe, pt_coverage_tree_of(probe->counters, function, index));
    return true;
}

bool pt_probe_ask(pt_probe *probe, const pt_made_case *made)
{
    probe->count++;
    probe->asked = false;
    probe->missing = NULL;
    probe->period = NULL;
    probe->step_count = 0;
    build(probe, made);
    ask_owner(probe);
    if (probe->world->broken)
        return false;
    if (probe->function == NULL)
        return true;
    probe->asked =
        probe->coverage.counts[probe->counters->first_function + probe->function->number] > 0;
    const pt_input *of_owner = probe->missing;
    bool well = ask_function(probe);
    if (probe->missing == NULL && !probe->asked)
        probe->missing = of_owner;
    return well;
}

pt_probed pt_probe_outcome(pt_probe *probe, pt_arena *arena, const pt_made_case *made)
{
    pt_probed found = {.value = pt_unknown()};
    probe->count++;
    build(probe, made);
    pt_world *world = probe->world;
    if (probe->owner.kind == PT_OWNER_RULE) {
        const pt_outcome *outcome = pt_rule_outcome(world, 0, probe->owner.index);
        found.value = outcome->value;
        found.source = outcome->ground == NULL ? NULL : outcome->ground->source;
        found.reason = pt_rule_reason(world, arena, 0, probe->owner.index);
    } else if (probe->owner.kind == PT_OWNER_DUTY) {
        const pt_duty_state *state = pt_duty_state_of(world, 0, probe->owner.index);
        found.status = state->status;
        found.due = state->status == PT_DUTY_ABSENT ? PT_DATE_NONE : state->due;
        found.source = state->ground == NULL ? NULL : state->ground->source;
    } else {
        const pt_list *list = &probe->pack->lists[probe->owner.index];
        uint32_t over = world->subjects[0].references[list->reference];
        if (over != PT_NOBODY)
            found.value = pt_list_value(world, over, probe->owner.index)->value;
    }
    found.failed = world->broken;
    return found;
}

bool pt_probed_equal(const pt_probed *a, const pt_probed *b)
{
    return a->failed == b->failed && pt_value_equal(a->value, b->value) && a->status == b->status &&
           a->due == b->due && pt_text_equal(a->reason, b->reason) &&
           pt_text_equal(a->source, b->source);
}

bool pt_probe_test(pt_probe *probe, const pt_test *test, const pt_value *inputs, pt_date today)
{
    pt_moment moment = pt_function_moment(probe->world, probe->function, inputs);
    moment.today = today;
    return pt_tree_test(probe->period->tree, &moment, test);
}

/* --- What belongs to what --------------------------------------------------------------------- */

typedef struct gathering {
    const pt_function **functions;
    size_t count;
    size_t most;
} gathering;

static void gather(gathering *g, const pt_function *function)
{
    if (function != NULL && g->count < g->most)
        g->functions[g->count++] = function;
}

static void gather_grounds(gathering *g, const pt_block *block)
{
    for (size_t i = 0; i < block->ground_count; i++)
        gather(g, block->grounds[i].applies);
}

static void gather_exceptions(gathering *g, const pt_pack *pack, const pt_group *group)
{
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[group->exceptions[i]];
        gather_grounds(g, &pack->blocks[exception->block]);
        gather(g, exception->condition);
    }
}

static void gather_duty(gathering *g, const pt_duty *duty)
{
    gather(g, duty->scope);
    gather(g, duty->term.start);
    gather(g, duty->term.fixed);
    gather(g, duty->fulfilled);
    gather(g, duty->lapses);
}

size_t pt_owner_functions(const pt_pack *pack, pt_owner owner, const pt_function **functions,
                          size_t most)
{
    gathering g = {.functions = functions, .most = most};
    if (owner.kind == PT_OWNER_LIST) {
        gather(&g, pack->lists[owner.index].filter);
        return g.count;
    }
    bool duty = owner.kind == PT_OWNER_DUTY;
    const pt_group *group =
        duty ? &pack->duty_groups[owner.index] : &pack->rule_groups[owner.index];
    for (uint16_t i = 0; i < group->version_count; i++) {
        uint16_t version = group->versions[i];
        gather_grounds(
            &g, &pack->blocks[duty ? pack->duties[version].block : pack->rules[version].block]);
    }
    gather_exceptions(&g, pack, group);
    for (uint16_t i = 0; i < group->version_count; i++) {
        if (duty)
            gather_duty(&g, &pack->duties[group->versions[i]]);
        else
            gather(&g, pack->rules[group->versions[i]].decide);
    }
    return g.count;
}
