/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/relevance.h"

#include <stdlib.h>

static uint64_t key_of(uint32_t subject, uint16_t group)
{
    return (uint64_t)subject << 16 | group;
}

static int compare(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;
    return a < b ? -1 : a > b;
}

static bool names_rule(const pt_expectation *expectation)
{
    return expectation->kind == PT_EXPECT_NAME && expectation->name.kind == PT_NAME_RULE;
}

pt_relevance pt_relevance_create(pt_arena *arena, const pt_run_result *result)
{
    pt_relevance made = {.result = result};
    const pt_scenario *scenario = result->scenario;
    size_t capacity = 0;
    for (size_t i = 0; i < scenario->step_count; i++) {
        const pt_step *step = &scenario->steps[i];
        for (size_t e = 0; step->kind == PT_STEP_EXPECTATIONS && e < step->expectation_count; e++) {
            made.expects = true;
            if (!names_rule(&step->expectations[e]))
                continue;
            made.expected = pt_arena_grow(arena, made.expected, made.expected_count, &capacity,
                                          sizeof *made.expected);
            made.expected[made.expected_count++] =
                key_of(step->expectations[e].subject, step->expectations[e].name.index);
        }
    }
    if (made.expected_count > 0)
        qsort(made.expected, made.expected_count, sizeof *made.expected, compare);
    return made;
}

static bool is_expected(const pt_relevance *relevance, const pt_record *record)
{
    uint64_t key = key_of(record->subject, record->of.outcome.group);
    return relevance->expected_count > 0 &&
           bsearch(&key, relevance->expected, relevance->expected_count, sizeof key, compare) !=
               NULL;
}

/* Does an event of the same day tell of it, as its cause? */
static bool told_by_event(const pt_relevance *relevance, const pt_record *record,
                          const pt_record *stop)
{
    const pt_pack *pack = relevance->result->pack;
    uint16_t version = record->of.outcome.version;
    if (version >= pack->rule_count || pack->rules[version].raises == PT_NO_INDEX ||
        !pt_is_yes(record->of.outcome.value))
        return false;
    for (const pt_record *at = record + 1; at < stop; at++) {
        if (at->kind == PT_RECORD_EVENT && at->of.event.cause_block == pack->rules[version].block)
            return true;
    }
    return false;
}

static bool says_nothing_yet(const pt_outcome *outcome)
{
    return outcome->way == PT_WAY_MISSING || outcome->way == PT_WAY_NOT_IN_FORCE;
}

/* In the world from the first day: what holds for it then is not what the story is about. */
static bool is_background(const pt_relevance *relevance, const pt_record *record)
{
    const pt_scenario *scenario = relevance->result->scenario;
    return record->day == scenario->from && record->subject < scenario->subject_count &&
           scenario->subjects[record->subject].in_world;
}

static pt_relevance_degree first_degree(const pt_relevance *relevance, const pt_record *record)
{
    if (is_expected(relevance, record))
        return PT_RELEVANCE_FULL;
    if (relevance->expects || is_background(relevance, record))
        return PT_RELEVANCE_COUNT;
    bool no = record->of.outcome.value.kind == PT_YESNO && !pt_is_yes(record->of.outcome.value);
    return no ? PT_RELEVANCE_NAME : PT_RELEVANCE_LINE;
}

pt_relevance_degree pt_relevance_of(const pt_relevance *relevance, const pt_record *before,
                                    const pt_record *record, const pt_record *stop)
{
    const pt_outcome *now = &record->of.outcome;
    if (before != NULL && pt_value_equal(before->of.outcome.value, now->value))
        return PT_RELEVANCE_NONE;
    bool first = before == NULL || says_nothing_yet(&before->of.outcome);
    if (first && says_nothing_yet(now))
        return PT_RELEVANCE_NONE;
    if (!is_expected(relevance, record) && told_by_event(relevance, record, stop))
        return PT_RELEVANCE_NONE;
    if (first)
        return first_degree(relevance, record);
    bool matters = !relevance->expects || is_expected(relevance, record);
    return matters ? PT_RELEVANCE_FULL : PT_RELEVANCE_LINE;
}
