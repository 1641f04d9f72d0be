/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/replay.h"

#include <stdio.h>

#include "run/course.h"
#include "run/duties.h"
#include "run/reached.h"
#include "run/reason.h"

/* A day on which a watched slot may change by itself. */
typedef struct appointment {
    pt_date day;
    uint32_t subject;
    uint16_t slot;
} appointment;

/* A touched slot, in the order in which slots are looked at. */
typedef struct turn {
    uint64_t order; /* declaration, then subject */
    uint16_t slot;
} turn;

typedef struct replay {
    pt_course course;
    const pt_replay_options *options;
    pt_date last;
    appointment *agenda; /* a heap, earliest first; entries that no longer count are left in it */
    size_t agenda_count;
    size_t agenda_capacity;
    turn *turns;
    size_t turn_count;
    size_t turn_capacity;
    pt_raise *raises;
    size_t raise_count;
    size_t raise_capacity;
} replay;

/* --- The agenda ----------------------------------------------------------------------------- */

static void push(replay *r, appointment new)
{
    r->agenda = pt_arena_grow(r->course.world->arena, r->agenda, r->agenda_count,
                              &r->agenda_capacity, sizeof *r->agenda);
    size_t at = r->agenda_count++;
    for (; at > 0 && r->agenda[(at - 1) / 2].day > new.day; at = (at - 1) / 2)
        r->agenda[at] = r->agenda[(at - 1) / 2];
    r->agenda[at] = new;
}

static void pop(replay *r)
{
    appointment moved = r->agenda[--r->agenda_count];
    size_t at = 0;
    for (size_t child = 1; child < r->agenda_count; child = 2 * at + 1) {
        if (child + 1 < r->agenda_count && r->agenda[child + 1].day < r->agenda[child].day)
            child++;
        if (r->agenda[child].day >= moved.day)
            break;
        r->agenda[at] = r->agenda[child];
        at = child;
    }
    r->agenda[at] = moved;
}

static pt_memory *memory_of(const replay *r, uint32_t subject, uint16_t slot)
{
    return &r->course.world->subjects[subject].memories[slot];
}

static void appoint(replay *r, uint32_t subject, uint16_t slot, pt_date holds_until)
{
    pt_memory *memory = memory_of(r, subject, slot);
    pt_date today = r->course.world->today;
    pt_date day = holds_until >= r->last ? PT_DATE_NONE
                  : holds_until < today  ? today + 1
                                         : holds_until + 1;
    if (day != memory->agenda && day != PT_DATE_NONE)
        push(r, (appointment){day, subject, slot});
    memory->agenda = day;
}

/* The first day for which an entry still counts; PT_DATE_FOREVER when none does. */
static pt_date next_appointment(replay *r)
{
    while (r->agenda_count > 0) {
        const appointment *top = &r->agenda[0];
        if (memory_of(r, top->subject, top->slot)->agenda == top->day)
            return top->day;
        pop(r);
    }
    return PT_DATE_FOREVER;
}

static void queue_appointments(replay *r)
{
    while (next_appointment(r) <= r->course.world->today) {
        appointment top = r->agenda[0];
        memory_of(r, top.subject, top.slot)->agenda = PT_DATE_NONE;
        pt_world_queue(r->course.world, top.subject, top.slot);
        pop(r);
    }
}

/* --- What changed --------------------------------------------------------------------------- */

static void add_raise(replay *r, pt_raise raise)
{
    r->raises = pt_arena_grow(r->course.world->arena, r->raises, r->raise_count, &r->raise_capacity,
                              sizeof *r->raises);
    r->raises[r->raise_count++] = raise;
}

static bool same_outcome(const pt_recorded *before, const pt_outcome *now, const char *written)
{
    return pt_value_equal(before->outcome.value, now->value) && before->outcome.way == now->way &&
           before->outcome.ground == now->ground && before->outcome.exception == now->exception &&
           before->outcome.missing == now->missing && pt_text_equal(before->written, written);
}

static bool worth_first_record(const pt_outcome *outcome)
{
    return outcome->way != PT_WAY_NOT_IN_FORCE && outcome->way != PT_WAY_MISSING;
}

static void record_outcome(replay *r, uint32_t subject, pt_memory *memory)
{
    pt_world *world = r->course.world;
    const pt_outcome *now = &memory->of.outcome;
    if (memory->recorded == NULL && !worth_first_record(now))
        return;
    if (memory->recorded != NULL && same_outcome(memory->recorded, now, memory->written))
        return;
    if (memory->recorded == NULL)
        memory->recorded = PT_NEW(world->arena, pt_recorded);
    memory->recorded->outcome = *now;
    memory->recorded->written = memory->written;
    pt_outcome outcome = *now;
    outcome.reason = pt_rule_reason(world, world->arena, subject, now->group);
    pt_course_record(&r->course, PT_RECORD_OUTCOME, subject)->of.outcome = outcome;
}

/* Once a subject and day, or once ever, and only on the change to ja. */
static void raise_by_rule(replay *r, uint32_t subject, pt_memory *memory, uint8_t depth)
{
    pt_world *world = r->course.world;
    const pt_outcome *outcome = &memory->of.outcome;
    bool yes = pt_is_yes(outcome->value);
    bool became = yes && !memory->was_yes;
    memory->was_yes = yes;
    if (!became || outcome->version == PT_NO_INDEX)
        return;
    const pt_rule *rule = &world->pack->rules[outcome->version];
    bool again = memory->raised_ever && (rule->raises_once || memory->raised_on == world->today);
    if (rule->raises == PT_NO_INDEX || again)
        return;
    memory->raised_ever = true;
    memory->raised_on = world->today;
    const char *reason = pt_rule_reason(world, world->arena, subject, outcome->group);
    add_raise(r, (pt_raise){rule->raises, subject, rule->block, reason, depth});
}

static void look_at_rule(replay *r, uint32_t subject, uint16_t slot, uint16_t group, uint8_t depth)
{
    const pt_outcome *outcome = pt_rule_outcome(r->course.world, subject, group);
    pt_memory *memory = memory_of(r, subject, slot);
    appoint(r, subject, slot, outcome->holds_until);
    if (r->options->record_outcomes)
        record_outcome(r, subject, memory);
    raise_by_rule(r, subject, memory, depth);
}

/* --- Duties --------------------------------------------------------------------------------- */

static bool is_late(uint8_t status)
{
    return status == PT_DUTY_LATE || status == PT_DUTY_FULFILLED_LATE;
}

static bool is_over(uint8_t status)
{
    return status == PT_DUTY_FULFILLED || status == PT_DUTY_FULFILLED_LATE ||
           status == PT_DUTY_LAPSED;
}

static pt_recorded *recorded_period(pt_memory *memory, pt_date period)
{
    pt_recorded *recorded = memory->recorded;
    while (recorded != NULL && recorded->duty.period != period)
        recorded = recorded->before;
    return recorded;
}

static bool same_duty(const pt_duty_state *a, const pt_duty_state *b)
{
    return a->status == b->status && a->due == b->due && a->ground == b->ground &&
           a->exception == b->exception && a->bearer == b->bearer;
}

static void raise_by_breach(replay *r, uint32_t subject, const pt_duty_state *state, uint8_t depth)
{
    const pt_duty *duty = &r->course.world->pack->duties[state->version];
    if (duty->breach_event != PT_NO_INDEX && state->due + 1 >= r->course.world->first)
        add_raise(r, (pt_raise){duty->breach_event, subject, duty->block, NULL, depth});
}

/* How the last day came about, for who reads it; a duty that has ended has told it before. */
static const pt_term_result *term_of(replay *r, uint32_t subject, const pt_duty_state *state)
{
    pt_world *world = r->course.world;
    if (!r->options->record_outcomes || is_over(state->status) || is_late(state->status) ||
        state->status == PT_DUTY_ABSENT)
        return NULL;
    return pt_duty_compute(world, world->arena, subject, state->group, state->period).term;
}

static void note_duty(replay *r, uint32_t subject, pt_memory *memory, const pt_duty_state *state,
                      uint8_t depth)
{
    pt_recorded *before = recorded_period(memory, state->period);
    if (before == NULL && state->status == PT_DUTY_ABSENT)
        return;
    if (before != NULL && same_duty(&before->duty, state))
        return;
    bool was_late = before != NULL && is_late(before->duty.status);
    if (before == NULL) {
        before = PT_NEW(r->course.world->arena, pt_recorded);
        before->before = memory->recorded;
        memory->recorded = before;
    }
    before->duty = *state;
    const pt_term_result *term = term_of(r, subject, state);
    pt_record *record = pt_course_record(&r->course, PT_RECORD_DUTY, subject);
    record->of.duty = *state;
    record->of.duty.term = term;
    if (!was_late && is_late(state->status))
        raise_by_breach(r, subject, state, depth);
}

/*
 * Periods that have ended can still turn out otherwise, until they were fulfilled: a date fact
 * holds the last fulfilment alone, so what it said of an earlier period is not asked again.
 */
static void look_back(replay *r, uint32_t subject, uint16_t group, pt_memory *memory,
                      const pt_duty_state *now, uint8_t depth)
{
    pt_world *world = r->course.world;
    const pt_duty *duty = &world->pack->duties[now->version];
    pt_date day = pt_duty_period(duty, world->first).first;
    while (day < now->period) {
        const pt_recorded *before = recorded_period(memory, day);
        if (before == NULL || !is_over(before->duty.status)) {
            pt_duty_state state = pt_duty_compute(world, NULL, subject, group, day);
            note_duty(r, subject, memory, &state, depth);
        }
        day = pt_duty_period(duty, day).last + 1;
    }
}

static void look_at_duty(replay *r, uint32_t subject, uint16_t slot, uint16_t group, uint8_t depth)
{
    pt_world *world = r->course.world;
    pt_duty_state state = *pt_duty_state_of(world, subject, group);
    pt_memory *memory = memory_of(r, subject, slot);
    appoint(r, subject, slot, state.holds_until);
    if (state.version != PT_NO_INDEX && state.period != PT_DATE_NONE)
        look_back(r, subject, group, memory, &state, depth);
    note_duty(r, subject, memory, &state, depth);
}

/* --- One day -------------------------------------------------------------------------------- */

static void look(replay *r, uint32_t subject, uint16_t slot, uint8_t depth)
{
    pt_world *world = r->course.world;
    const pt_slot *what = &world->plan->kinds[world->subjects[subject].kind].slots[slot];
    memory_of(r, subject, slot)->flags &= (uint8_t)~PT_MEMORY_QUEUED;
    if (what->kind == PT_SLOT_RULE)
        look_at_rule(r, subject, slot, what->index, depth);
    if (what->kind == PT_SLOT_DUTY)
        look_at_duty(r, subject, slot, what->index, depth);
}

/* Takes the queue over as turns in order; shell sort, as most come in order. */
static void take_turns(replay *r)
{
    static const size_t gaps[] = {701, 301, 132, 57, 23, 10, 4, 1};
    pt_world *world = r->course.world;
    r->turn_count = 0;
    for (size_t i = 0; i < world->queue_count; i++) {
        uint32_t subject = (uint32_t)(world->queue[i] >> 16);
        uint16_t slot = (uint16_t)world->queue[i];
        uint32_t order = world->plan->kinds[world->subjects[subject].kind].slots[slot].order;
        r->turns = pt_arena_grow(world->arena, r->turns, r->turn_count, &r->turn_capacity,
                                 sizeof *r->turns);
        r->turns[r->turn_count++] = (turn){(uint64_t)order << 32 | subject, slot};
    }
    world->queue_count = 0;
    for (size_t g = 0; g < sizeof gaps / sizeof *gaps; g++)
        for (size_t i = gaps[g]; i < r->turn_count; i++) {
            turn moved = r->turns[i];
            size_t at = i;
            for (; at >= gaps[g] && r->turns[at - gaps[g]].order > moved.order; at -= gaps[g])
                r->turns[at] = r->turns[at - gaps[g]];
            r->turns[at] = moved;
        }
}

static void too_deep(replay *r)
{
    const pt_pack *pack = r->course.world->pack;
    const pt_block *event = &pack->blocks[pack->events[r->raises[0].event].block];
    char depth[8];
    snprintf(depth, sizeof depth, "%d", PT_LIMIT_EVENT_DEPTH);
    pt_find(r->course.world->report, PT_U036, pack->blocks[r->raises[0].block].at,
            PT_ARGS(event->name, depth), NULL);
    r->course.world->broken = true;
    pt_course_record(&r->course, PT_RECORD_PROBLEM, r->raises[0].subject);
    r->course.stopped = true;
}

static void settle(replay *r)
{
    queue_appointments(r);
    for (uint8_t depth = 1; r->course.world->queue_count > 0 && !r->course.stopped; depth++) {
        take_turns(r);
        r->raise_count = 0;
        for (size_t i = 0; i < r->turn_count; i++)
            look(r, (uint32_t)r->turns[i].order, r->turns[i].slot, depth);
        if (r->raise_count > 0 && depth > PT_LIMIT_EVENT_DEPTH)
            too_deep(r);
        for (size_t i = 0; i < r->raise_count; i++)
            pt_course_raise(&r->course, &r->raises[i]);
    }
}

/* Plays the steps of today from `step` on; gives the first of a later day. */
static size_t play_day(replay *r, size_t step)
{
    const pt_scenario *scenario = r->course.scenario;
    pt_date today = r->course.world->today;
    size_t end = step;
    if (r->options->every_day)
        pt_world_forget(r->course.world);
    for (; end < scenario->step_count && scenario->steps[end].day <= today; end++)
        pt_course_play(&r->course, &scenario->steps[end]);
    settle(r);
    for (size_t i = step; i < end && !r->course.stopped; i++)
        pt_course_judge(&r->course, &scenario->steps[i]);
    if (r->options->stops_at_failure && r->course.result->failed > 0)
        r->course.stopped = true;
    return end;
}

static pt_date next_day(replay *r, size_t step)
{
    const pt_scenario *scenario = r->course.scenario;
    pt_date next = next_appointment(r);
    if (step < scenario->step_count && scenario->steps[step].day < next)
        next = scenario->steps[step].day;
    return r->options->every_day ? r->course.world->today + 1 : next;
}

static void too_long(replay *r)
{
    char limit[16];
    snprintf(limit, sizeof limit, "%d", PT_LIMIT_RUN_DAYS);
    pt_position at = {.source = r->course.scenario->source};
    pt_find(r->course.world->report, PT_U039, at, PT_ARGS(limit), NULL);
    r->course.world->broken = true;
    r->course.stopped = true;
}

static void play(replay *r)
{
    pt_world *world = r->course.world;
    size_t step = 0;
    uint32_t days = 0;
    pt_course_begin(&r->course);
    for (pt_date day = r->course.scenario->from; day <= r->last; day = next_day(r, step)) {
        world->today = day;
        if (++days > PT_LIMIT_RUN_DAYS)
            too_long(r);
        if (r->course.stopped)
            return;
        step = play_day(r, step);
        if (r->options->day_ended != NULL)
            r->options->day_ended(r->options->context, world);
    }
    world->today = r->last;
}

/* --- The whole ------------------------------------------------------------------------------ */

static void name_subjects(const pt_world *world, pt_run_result *result)
{
    result->subject_count = world->subject_count;
    result->subject_names = PT_NEW_ARRAY(world->arena, world->subject_count, const char *);
    result->subject_kinds = PT_NEW_ARRAY(world->arena, world->subject_count, uint16_t);
    for (uint32_t i = 0; i < world->subject_count; i++) {
        const pt_scenario_subject *written =
            i < result->scenario->subject_count ? &result->scenario->subjects[i] : NULL;
        result->subject_names[i] = written != NULL ? written->name : world->subjects[i].name;
        result->subject_kinds[i] = written != NULL ? written->kind : world->subjects[i].kind;
    }
}

pt_run_result *pt_replay_world(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                               pt_reading second, pt_report *report,
                               const pt_replay_options *options, pt_world **world)
{
    static const pt_replay_options plain = {0};
    replay r = {.options = options != NULL ? options : &plain, .last = scenario->until};
    const pt_plan *plan = r.options->plan != NULL ? r.options->plan : pt_plan_create(arena, pack);
    if (r.options->stops && r.options->last < r.last)
        r.last = r.options->last;
    r.course.scenario = scenario;
    r.course.world = pt_world_create(arena, plan, (pt_region)scenario->region, scenario->from,
                                     scenario->subject_count);
    r.course.world->second = second;
    r.course.world->report = report;
    r.course.world->second_for_free = r.options->trees_alone;
    r.course.world->coverage = r.options->coverage;
    r.course.world->watch_all = r.options->record_outcomes;
    r.course.result = PT_NEW(arena, pt_run_result);
    r.course.result->pack = pack;
    r.course.result->scenario = scenario;
    play(&r);
    pt_reached_events(r.course.world);
    name_subjects(r.course.world, r.course.result);
    r.course.result->broken = r.course.world->broken;
    if (world != NULL)
        *world = r.course.world;
    return r.course.result;
}

pt_run_result *pt_replay(pt_arena *arena, const pt_pack *pack, const pt_scenario *scenario,
                         pt_reading second, pt_report *report, const pt_replay_options *options)
{
    return pt_replay_world(arena, pack, scenario, second, report, options, NULL);
}
