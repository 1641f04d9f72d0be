/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/given.h"

typedef struct search {
    const pt_world *world;
    const pt_scenario *scenario;
    uint32_t subject;
    uint16_t fact;
    const pt_known *known;
} search;

static const pt_assignment *assigned(const search *s, const pt_assignment *facts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (facts[i].fact == s->fact && pt_value_equal(facts[i].value, s->known->value))
            return &facts[i];
    return NULL;
}

static bool set_by(const search *s, const pt_occurrence *occurrence, pt_position *at)
{
    const pt_event *event = &s->world->pack->events[occurrence->event];
    for (uint16_t i = 0; i < event->set_count; i++) {
        if (event->sets[i].fact != s->fact)
            continue;
        *at = occurrence->at;
        for (size_t j = 0; j < occurrence->asked_count; j++)
            if (event->sets[i].source == PT_SET_ASKED &&
                occurrence->asked[j].fact == event->sets[i].asked)
                *at = occurrence->asked[j].at;
        return true;
    }
    return false;
}

static bool found_in(const search *s, const pt_occurrence *occurrence, pt_position *at)
{
    if (occurrence->subject != s->subject || occurrence->event != s->known->event)
        return false;
    const pt_assignment *found = assigned(s, occurrence->facts, occurrence->fact_count);
    if (found != NULL)
        *at = found->at;
    return found != NULL || (occurrence->event != PT_NO_INDEX && set_by(s, occurrence, at));
}

static bool found_on_day(const search *s, pt_position *at)
{
    for (size_t i = 0; i < s->scenario->step_count; i++) {
        const pt_step *step = &s->scenario->steps[i];
        if (step->day != s->known->set_on)
            continue;
        if (step->kind == PT_STEP_OCCURRENCE && found_in(s, &step->occurrence, at))
            return true;
        if (step->kind != PT_STEP_DECISION || step->chosen >= step->branch_count)
            continue;
        const pt_branch *branch = &step->branches[step->chosen];
        for (size_t j = 0; j < branch->occurrence_count; j++)
            if (found_in(s, &branch->occurrences[j], at))
                return true;
    }
    return false;
}

/* With the subject itself: in the world, or with the event that made it. */
static bool found_at_birth(const search *s, pt_position *at)
{
    if (s->subject >= s->scenario->subject_count)
        return false;
    const pt_scenario_subject *subject = &s->scenario->subjects[s->subject];
    const pt_assignment *found = assigned(s, subject->facts, subject->fact_count);
    if (found == NULL || s->known->set_on != s->world->subjects[s->subject].since)
        return false;
    *at = found->at;
    return true;
}

pt_giver pt_fact_given(const pt_world *world, const pt_scenario *scenario, uint32_t subject,
                       uint16_t fact, pt_position *at)
{
    const pt_subject *of = &world->subjects[subject];
    search s = {world, scenario, subject, fact, &of->facts[fact]};
    *at = world->pack->kinds[of->kind].facts[fact].at;
    if (!pt_date_valid(s.known->since))
        return PT_GIVEN_BY_NOBODY;
    if (found_at_birth(&s, at) || found_on_day(&s, at))
        return PT_GIVEN_BY_STORY;
    if (s.known->event == PT_NO_INDEX)
        return PT_GIVEN_BY_PACK;
    *at = world->pack->blocks[world->pack->events[s.known->event].block].at;
    return PT_GIVEN_BY_EVENT;
}
