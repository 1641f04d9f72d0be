/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

/* --- Steps ------------------------------------------------------------------------------------ */

void pt_play_add_step(pt_play *play, const pt_step *step)
{
    pt_scenario *scenario = play->scenario;
    scenario->steps = pt_arena_grow(play->arena, scenario->steps, scenario->step_count,
                                    &play->step_capacity, sizeof *scenario->steps);
    scenario->steps[scenario->step_count++] = *step;
}

static bool add_occurrence(pt_play *play, const pt_story_block *block)
{
    pt_step step = {.kind = PT_STEP_OCCURRENCE, .day = play->today, .at = block->node->at};
    pt_occurrences happens = {0};
    if (!pt_play_occurrences(play, block, &happens))
        return false;
    for (size_t i = 0; i < happens.count; i++) {
        step.occurrence = happens.items[i];
        pt_play_add_step(play, &step);
    }
    return true;
}

static bool check_day(pt_play *play, const pt_yaml_node *node, pt_date day)
{
    char before[PT_DATE_TEXT];
    char first[PT_DATE_TEXT];
    char last[PT_DATE_TEXT];
    const pt_scenario *scenario = play->scenario;
    if (day < scenario->from || (scenario->until != PT_DATE_NONE && day > scenario->until))
        return pt_find(play->report, PT_S021, node->at,
                       PT_ARGS(node->text, pt_date_format(scenario->from, first),
                               pt_date_format(scenario->until, last)),
                       NULL);
    if (day < play->ordered)
        return pt_find(play->report, PT_S020, node->at,
                       PT_ARGS(node->text, pt_date_format(play->ordered, before)), NULL);
    return true;
}

/* --- Series ----------------------------------------------------------------------------------- */

typedef enum interval {
    EVERY_DAY,
    EVERY_WORKING_DAY,
    EVERY_SCHOOL_DAY,
    EVERY_WEEK,
    EVERY_COUNT
} interval;

static const char *const every_words[EVERY_COUNT] = {"dag", "werkdag", "schooldag", "week"};

static const char *every_word(size_t index)
{
    return index < EVERY_COUNT ? every_words[index] : NULL;
}

static const pt_layout every_layout = {.kind = PT_LAYOUT_WORD, .word = every_word};

enum { SERIES_FROM, SERIES_UNTIL, SERIES_EVERY, SERIES_KEYS };

static const pt_key series_keys[SERIES_KEYS] = {
    [SERIES_FROM] = {"van", PT_SHAPE_SCALAR, true, &pt_layout_day, "de eerste dag"},
    [SERIES_UNTIL] = {"tot", PT_SHAPE_SCALAR, true, &pt_layout_day, "de laatste dag"},
    [SERIES_EVERY] = {"per", PT_SHAPE_SCALAR, true, &every_layout, "op welke dagen daarvan"},
};

const pt_layout pt_layout_of_series = {
    .kind = PT_LAYOUT_KEYS, .keys = series_keys, .count = SERIES_KEYS};

static bool read_every(pt_play *play, const pt_yaml_node *node, interval *every)
{
    for (int i = 0; i < EVERY_COUNT; i++) {
        if (strcmp(node->text, every_words[i]) == 0) {
            *every = (interval)i;
            return true;
        }
    }
    return pt_typed_refuse(play->report, PT_S016, node,
                           pt_suggest(node->text, every_words, EVERY_COUNT));
}

static bool falls_on(const pt_play *play, interval every, pt_date first, pt_date day)
{
    switch (every) {
    case EVERY_DAY: return true;
    case EVERY_WORKING_DAY: return pt_calendar_is_working_day(play->pack->calendar, day);
    case EVERY_SCHOOL_DAY:
        return pt_calendar_is_schooldag(play->pack->calendar, play->scenario->region, day);
    case EVERY_WEEK: return (day - first) % 7 == 0;
    case EVERY_COUNT: break;
    }
    return false;
}

static void warn_of_unknown_holidays(pt_play *play, const pt_yaml_node *node, interval every,
                                     const pt_period *days)
{
    if (every == EVERY_SCHOOL_DAY &&
        !pt_calendar_school_known(play->pack->calendar, play->scenario->region, days->first,
                                  days->last))
        pt_find(play->report, PT_S029, node->at, NULL, NULL);
}

static bool read_series_days(pt_play *play, const pt_story_block *block, pt_period *days,
                             interval *every)
{
    pt_yaml_node *values[SERIES_KEYS];
    if (!pt_typed_mapping(block->values[PT_KEY_SERIES], series_keys, SERIES_KEYS, false,
                          play->report, values))
        return false;
    bool fine = pt_play_date(play, values[SERIES_FROM], &days->first) &&
                check_day(play, values[SERIES_FROM], days->first);
    fine &= pt_play_date(play, values[SERIES_UNTIL], &days->last) &&
            check_day(play, values[SERIES_UNTIL], days->last);
    fine &= read_every(play, values[SERIES_EVERY], every);
    if (fine && days->last < days->first)
        return pt_typed_refuse(play->report, PT_S022, values[SERIES_UNTIL], NULL);
    if (fine)
        warn_of_unknown_holidays(play, values[SERIES_EVERY], *every, days);
    return fine;
}

static bool add_series(pt_play *play, const pt_story_block *block)
{
    pt_period days = {PT_DATE_NONE, PT_DATE_NONE};
    interval every = EVERY_DAY;
    if (!read_series_days(play, block, &days, &every))
        return false;
    size_t before = play->occurrences;
    bool fine = true;
    for (pt_date day = days.first; fine && day <= days.last; day++) {
        if (!falls_on(play, every, days.first, day))
            continue;
        play->today = day;
        fine = add_occurrence(play, block);
    }
    if (play->occurrences == before)
        fine = pt_find(play->report, PT_S015, block->values[PT_KEY_SERIES]->at,
                       PT_ARGS(every_words[every]), NULL);
    play->ordered = days.first;
    play->previous = days.last;
    return fine;
}

/* --- Expectations ----------------------------------------------------------------------------- */

static const pt_key only_keys[] = {
    {"vanaf", PT_SHAPE_SCALAR, false, &pt_layout_date, "alleen op of na deze dag"},
    {"tot", PT_SHAPE_SCALAR, false, &pt_layout_date, "alleen op of voor deze dag"},
};

const pt_layout pt_layout_of_only = {.kind = PT_LAYOUT_KEYS, .keys = only_keys, .count = 2};

/* `alleen`: is the day one on which it is expected? Its days are fixed in every play. */
static bool read_only(pt_play *play, const pt_yaml_node *node, bool *expected)
{
    pt_yaml_node *values[2];
    pt_period days = {PT_DATE_NONE, PT_DATE_FOREVER};
    *expected = true;
    if (node == NULL)
        return true;
    bool fine = pt_typed_mapping(node, only_keys, 2, false, play->report, values);
    if (values[0] != NULL)
        fine &= pt_typed_date(values[0], play->report, &days.first);
    if (values[1] != NULL)
        fine &= pt_typed_date(values[1], play->report, &days.last);
    if (fine && days.last < days.first)
        return pt_typed_refuse(play->report, PT_S022, values[1], NULL);
    *expected = days.first <= play->today && play->today <= days.last;
    return fine;
}

static bool add_expectations(pt_play *play, const pt_story_block *block)
{
    bool expected = true;
    bool unjudged = false;
    bool fine = read_only(play, block->values[PT_KEY_ONLY], &expected);
    if (block->values[PT_KEY_UNJUDGED] != NULL)
        fine &= pt_typed_yesno(block->values[PT_KEY_UNJUDGED], play->report, &unjudged);
    pt_step step = {.kind = PT_STEP_EXPECTATIONS, .day = play->today, .at = block->node->at};
    const pt_yaml_node *here = block->sort == PT_KEY_UNDER
                                   ? pt_laws_expected(play, block->values[PT_KEY_UNDER])
                                   : block->values[PT_KEY_EXPECT];
    if (here != NULL)
        fine &= pt_play_expect(play, here, unjudged, &step);
    if (fine && expected && step.expectation_count > 0)
        pt_play_add_step(play, &step);
    return fine;
}

/* --- verloop ---------------------------------------------------------------------------------- */

static bool take_block(pt_play *play, const pt_story_block *block)
{
    switch (block->sort) {
    case PT_KEY_UNDER:
    case PT_KEY_EXPECT: return add_expectations(play, block);
    case PT_KEY_DECISION: return pt_play_decision(play, block);
    default: return add_occurrence(play, block);
    }
}

static bool read_step(pt_play *play, const pt_yaml_node *node)
{
    pt_story_block block;
    if (!pt_story_block_read(play, node, false, &block))
        return false;
    if ((block.values[PT_KEY_ON] == NULL) == (block.values[PT_KEY_SERIES] == NULL))
        return pt_find(play->report, PT_S036, node->at, NULL, NULL);
    if (block.values[PT_KEY_SERIES] != NULL)
        return add_series(play, &block);
    pt_date day = PT_DATE_NONE;
    if (!pt_play_date(play, block.values[PT_KEY_ON], &day) ||
        !check_day(play, block.values[PT_KEY_ON], day))
        return false;
    play->today = day;
    bool fine = take_block(play, &block);
    play->ordered = play->previous = day;
    return fine;
}

/* What a block that went wrong would have made is not reported again by all who mention it. */
static bool add_block(pt_play *play, const pt_yaml_node *node)
{
    bool fine = read_step(play, node);
    const pt_yaml_node *name = fine ? NULL : pt_yaml_get(node, "als");
    if (name != NULL && name->kind == PT_YAML_SCALAR)
        pt_play_name_broken(play, name);
    play->today = PT_DATE_NONE;
    return fine;
}

/* Series may overlap what follows them: steps go by day, and within a day as written. */
static void sort_steps(pt_play *play)
{
    pt_step *steps = play->scenario->steps;
    size_t count = play->scenario->step_count;
    bool sorted = true;
    for (size_t i = 1; i < count; i++)
        sorted &= steps[i - 1].day <= steps[i].day;
    if (sorted)
        return;
    pt_step *other = PT_NEW_ARRAY(play->arena, count, pt_step);
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t from = 0; from < count; from += 2 * width) {
            size_t middle = from + width < count ? from + width : count;
            size_t end = from + 2 * width < count ? from + 2 * width : count;
            size_t a = from;
            size_t b = middle;
            for (size_t i = from; i < end; i++) {
                bool first = a < middle && (b == end || steps[a].day <= steps[b].day);
                other[i] = first ? steps[a++] : steps[b++];
            }
        }
        pt_step *swap = steps;
        steps = other;
        other = swap;
    }
    play->scenario->steps = steps;
}

bool pt_play_course(pt_play *play)
{
    bool fine = true;
    const pt_yaml_node *course = play->values[PT_STORY_COURSE];
    for (const pt_yaml_node *node = course->first; node != NULL; node = node->next)
        fine &= add_block(play, node);
    sort_steps(play);
    return pt_play_check_given(play) && fine;
}
