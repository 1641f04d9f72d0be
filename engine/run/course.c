/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/course.h"

#include <stdio.h>
#include <string.h>

/* --- Records -------------------------------------------------------------------------------- */

pt_record *pt_course_record(pt_course *course, pt_record_kind kind, uint32_t subject)
{
    pt_run_result *result = course->result;
    result->records = pt_arena_grow(course->world->arena, result->records, result->record_count,
                                    &result->record_capacity, sizeof *result->records);
    pt_record *record = &result->records[result->record_count++];
    memset(record, 0, sizeof *record);
    record->kind = (uint8_t)kind;
    record->day = course->world->today;
    record->subject = subject;
    record->step = course->step;
    return record;
}

static void problem(pt_course *course, uint32_t subject, pt_code code, pt_position at,
                    const char *const *arguments)
{
    pt_find(course->world->report, code, at, arguments, NULL);
    course->world->broken = true;
    pt_course_record(course, PT_RECORD_PROBLEM, subject);
}

/* --- Facts ---------------------------------------------------------------------------------- */

static void set_fact(pt_course *course, uint32_t subject, uint16_t fact, pt_value value,
                     pt_date since, uint16_t event)
{
    pt_value before = course->world->subjects[subject].facts[fact].value;
    if (!pt_world_set(course->world, subject, fact, value, since, event))
        return;
    pt_record *record = pt_course_record(course, PT_RECORD_FACT, subject);
    record->of.fact.fact = fact;
    record->of.fact.before = before;
    record->of.fact.after = value;
    record->of.fact.since = since;
}

static void set_facts(pt_course *course, uint32_t subject, const pt_assignment *facts, size_t count,
                      pt_date since, uint16_t event)
{
    for (size_t i = 0; i < count; i++)
        set_fact(course, subject, facts[i].fact, facts[i].value, since, event);
}

static const pt_assignment *asked_for(const pt_occurrence *occurrence, uint16_t asked)
{
    for (size_t i = 0; occurrence != NULL && i < occurrence->asked_count; i++)
        if (occurrence->asked[i].fact == asked)
            return &occurrence->asked[i];
    return NULL;
}

/* What was asked and not answered changes nothing: a raised event has no answers. */
static void set_by_event(pt_course *course, uint32_t subject, uint16_t index, pt_date holds_from,
                         const pt_occurrence *occurrence)
{
    const pt_event *event = &course->world->pack->events[index];
    for (uint16_t i = 0; i < event->set_count; i++) {
        const pt_event_set *set = &event->sets[i];
        pt_value value = set->constant;
        if (set->source == PT_SET_TODAY)
            value = pt_value_of(PT_DATE, holds_from);
        if (set->source == PT_SET_ASKED) {
            const pt_assignment *answer = asked_for(occurrence, set->asked);
            if (answer == NULL)
                continue;
            value = answer->value;
        }
        set_fact(course, subject, set->fact, value, holds_from, index);
    }
}

/* --- Subjects ------------------------------------------------------------------------------- */

static bool alive(const pt_course *course, uint32_t subject)
{
    return subject < course->world->subject_count && course->world->subjects[subject].alive;
}

static void not_there(pt_course *course, uint32_t subject, pt_position at)
{
    char day[PT_DATE_TEXT];
    const char *name =
        subject < course->scenario->subject_count ? course->scenario->subjects[subject].name : "?";
    problem(course, subject, PT_U038, at, PT_ARGS(name, pt_date_format(course->world->today, day)));
}

static void refer_as_written(pt_course *course, uint32_t index)
{
    const pt_scenario_subject *written = &course->scenario->subjects[index];
    uint16_t count = course->world->pack->kinds[written->kind].reference_count;
    for (uint16_t r = 0; r < count; r++) {
        uint32_t target = written->references[r];
        if (target == PT_NOBODY)
            continue;
        if (alive(course, target))
            pt_world_refer(course->world, index, r, target);
        else
            not_there(course, target, written->at);
    }
}

void pt_course_begin(pt_course *course)
{
    const pt_scenario *scenario = course->scenario;
    for (uint32_t i = 0; i < scenario->subject_count; i++)
        if (scenario->subjects[i].in_world)
            pt_world_add(course->world, i, scenario->subjects[i].kind, scenario->subjects[i].name);
    for (uint32_t i = 0; i < scenario->subject_count; i++)
        if (scenario->subjects[i].in_world) {
            refer_as_written(course, i);
            set_facts(course, i, scenario->subjects[i].facts, scenario->subjects[i].fact_count,
                      scenario->from, PT_NO_INDEX);
        }
}

/* --- What the story says -------------------------------------------------------------------- */

static bool within_limit(pt_course *course, pt_position at)
{
    if (course->world->happening_count < PT_LIMIT_RUN_EVENTS)
        return true;
    char limit[16];
    snprintf(limit, sizeof limit, "%d", PT_LIMIT_RUN_EVENTS);
    if (!course->stopped)
        problem(course, PT_NOBODY, PT_U037, at, PT_ARGS(limit));
    course->stopped = true;
    return false;
}

static pt_record *note_event(pt_course *course, uint32_t subject, uint16_t event,
                             pt_date holds_from)
{
    pt_record *record = pt_course_record(course, PT_RECORD_EVENT, subject);
    record->of.event.event = event;
    record->of.event.holds_from = holds_from;
    record->of.event.cause_block = UINT32_MAX;
    return record;
}

/* Is the subject there, or can it be made? */
static bool ready(pt_course *course, const pt_occurrence *occurrence, bool makes)
{
    if (alive(course, occurrence->subject) != makes)
        return true;
    if (!makes)
        not_there(course, occurrence->subject, occurrence->at);
    else
        problem(course, occurrence->subject, PT_U040, occurrence->at,
                PT_ARGS(course->world->subjects[occurrence->subject].name));
    return false;
}

static void make_as_written(pt_course *course, uint32_t index)
{
    const pt_scenario_subject *written = &course->scenario->subjects[index];
    pt_world_add(course->world, index, written->kind, written->name);
    refer_as_written(course, index);
}

static void play_occurrence(pt_course *course, const pt_occurrence *occurrence)
{
    uint32_t subject = occurrence->subject;
    uint16_t event = occurrence->event;
    bool known = event != PT_NO_INDEX;
    bool makes = known && course->world->pack->events[event].makes;
    if (!within_limit(course, occurrence->at) || !ready(course, occurrence, makes))
        return;
    if (makes)
        make_as_written(course, subject);
    if (known) {
        note_event(course, subject, event, occurrence->holds_from);
        pt_world_log(course->world, subject, event, occurrence->holds_from);
        set_by_event(course, subject, event, occurrence->holds_from, occurrence);
    }
    if (makes)
        set_facts(course, subject, course->scenario->subjects[subject].facts,
                  course->scenario->subjects[subject].fact_count, occurrence->holds_from, event);
    set_facts(course, subject, occurrence->facts, occurrence->fact_count, occurrence->holds_from,
              event);
}

static void play_decision(pt_course *course, const pt_step *step)
{
    if (step->chosen >= step->branch_count)
        return;
    pt_course_record(course, PT_RECORD_DECISION, PT_NOBODY)->of.decision.chosen = step->chosen;
    const pt_branch *branch = &step->branches[step->chosen];
    for (size_t i = 0; i < branch->occurrence_count; i++)
        play_occurrence(course, &branch->occurrences[i]);
}

void pt_course_play(pt_course *course, const pt_step *step)
{
    course->step = step;
    switch ((pt_step_kind)step->kind) {
    case PT_STEP_OCCURRENCE: play_occurrence(course, &step->occurrence); break;
    case PT_STEP_DECISION: play_decision(course, step); break;
    case PT_STEP_EXPECTATIONS: break;
    }
    course->step = NULL;
}

/* --- What follows from it ------------------------------------------------------------------- */

/* The subject itself when it is of the kind, else the first of that kind that it leads to. */
static uint32_t reached(const pt_world *world, uint32_t subject, uint16_t kind)
{
    const pt_subject_kind *from = &world->pack->kinds[world->subjects[subject].kind];
    if (world->subjects[subject].kind == kind)
        return subject;
    for (uint16_t i = 0; i < from->path_count; i++)
        if (from->paths[i].target == kind) {
            uint32_t target = pt_world_follow(world, subject, &from->paths[i]);
            if (target != PT_NOBODY)
                return target;
        }
    return PT_NOBODY;
}

/* What a made subject refers to: whatever of that name the cause leads to, else the cause itself.
 */
static uint32_t inherited(const pt_world *world, uint32_t cause, const pt_reference *reference)
{
    const pt_path *path = pt_pack_path(world->pack, world->subjects[cause].kind, reference->name);
    if (path != NULL && path->target == reference->target)
        return pt_world_follow(world, cause, path);
    return world->subjects[cause].kind == reference->target ? cause : PT_NOBODY;
}

static uint32_t make_for(pt_world *world, uint32_t cause, uint16_t kind_index)
{
    const pt_subject_kind *kind = &world->pack->kinds[kind_index];
    uint32_t made = pt_world_reserve(world);
    pt_world_add(world, made, kind_index,
                 pt_format(world->arena, "%s %lu", kind->name, (unsigned long)made + 1));
    for (uint16_t r = 0; r < kind->reference_count; r++) {
        uint32_t target = inherited(world, cause, &kind->references[r]);
        if (target != PT_NOBODY)
            pt_world_refer(world, made, r, target);
    }
    return made;
}

void pt_course_raise(pt_course *course, const pt_raise *raise)
{
    pt_world *world = course->world;
    const pt_event *event = &world->pack->events[raise->event];
    const pt_block *block = &world->pack->blocks[event->block];
    const pt_block *cause = &world->pack->blocks[raise->block];
    if (course->stopped || !within_limit(course, cause->at))
        return;
    uint32_t about = event->makes ? make_for(world, raise->subject, block->subject)
                                  : reached(world, raise->subject, block->subject);
    if (about == PT_NOBODY) {
        problem(course, raise->subject, PT_U041, cause->at,
                PT_ARGS(cause->name, block->name, world->subjects[raise->subject].name));
        return;
    }
    pt_record *record = note_event(course, about, raise->event, world->today);
    record->of.event.cause_block = raise->block;
    record->of.event.cause_reason = raise->reason;
    record->of.event.depth = raise->depth;
    pt_world_log(world, about, raise->event, world->today);
    set_by_event(course, about, raise->event, world->today, NULL);
}
