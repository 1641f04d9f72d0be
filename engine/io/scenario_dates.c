/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool begins_offset(const char *text)
{
    return (text[0] == '+' || text[0] == '-') && is_digit(text[1]);
}

/* One "+2w" at `*text`, which goes behind it. False: it cannot be read. */
static bool add_offset(const char **text, pt_date *day)
{
    enum { MOST_DIGITS = 6 };
    if (!begins_offset(*text))
        return false;
    int sign = **text == '-' ? -1 : 1;
    int amount = 0;
    const char *at = *text + 1;
    for (int digits = 0; is_digit(*at); at++, digits++) {
        if (digits == MOST_DIGITS)
            return false;
        amount = amount * 10 + (*at - '0');
    }
    switch (*at) {
    case 'd': *day = pt_date_add_days(*day, sign * amount); break;
    case 'w': *day = pt_date_add_days(*day, sign * amount * 7); break;
    case 'm': *day = pt_date_add_months(*day, sign * amount, PT_ROUND_DOWN); break;
    case 'j': *day = pt_date_add_years(*day, sign * amount, PT_ROUND_DOWN); break;
    default: return false;
    }
    *text = at + 1;
    return true;
}

/* The day that a name stands for; NONE when it stands for none here. */
static pt_date day_named(const pt_play *play, const char *name)
{
    if (name[0] == '\0')
        return play->previous;
    if (strcmp(name, "van") == 0)
        return play->scenario->from;
    if (strcmp(name, "tot") == 0)
        return play->scenario->until;
    if (strcmp(name, "op") == 0)
        return play->today;
    const pt_named *named = pt_play_named(play, name);
    return named == NULL || named->branch != NULL ? PT_DATE_NONE : named->day;
}

static const char *suggest_day(const pt_play *play, const char *word)
{
    const char *names[PT_MOST_SUGGESTED] = {"van", "tot", "op"};
    size_t count = 3;
    if (!pt_play_suggests(play))
        return NULL;
    for (size_t i = 0; i < play->name_count && count < PT_MOST_SUGGESTED; i++) {
        if (play->names[i].day != PT_DATE_NONE && play->names[i].branch == NULL)
            names[count++] = play->names[i].name;
    }
    return pt_suggest(word, names, count);
}

static bool refuse_name(pt_play *play, const pt_yaml_node *node, const char *name)
{
    const pt_named *named = pt_play_named(play, name);
    if (named != NULL && named->branch != NULL)
        return pt_find(play->report, PT_S009, node->at, PT_ARGS(name, named->branch), NULL);
    return pt_find(play->report, PT_S024, node->at, PT_ARGS(name), suggest_day(play, name));
}

static const char *prefix(pt_play *play, const char *text, const char *end)
{
    return pt_arena_copy(play->arena, text, (size_t)(end - text));
}

/*
 * Names may hold hyphens and digits (fase-2), so that fase-2-3d can be read in several ways: the
 * longest name that is known wins. Returns where the offsets begin; NULL: no name is known.
 */
static const char *read_base(pt_play *play, const char *text, pt_date *day)
{
    for (const char *end = text + strlen(text); end >= text; end--) {
        if (*end != '\0' && !begins_offset(end))
            continue;
        *day = day_named(play, prefix(play, text, end));
        if (*day != PT_DATE_NONE)
            return end;
    }
    return NULL;
}

static bool refuse_base(pt_play *play, const pt_yaml_node *node)
{
    const char *end = node->text;
    while (*end != '\0' && !begins_offset(end))
        end++;
    return refuse_name(play, node, prefix(play, node->text, end));
}

static bool read_relative(pt_play *play, const pt_yaml_node *node, pt_date *date)
{
    pt_date day = PT_DATE_NONE;
    const char *at = read_base(play, node->text, &day);
    if (at == NULL)
        return refuse_base(play, node);
    while (*at != '\0') {
        if (!add_offset(&at, &day))
            return pt_find(play->report, PT_S056, node->at, PT_ARGS(at), NULL);
        if (day == PT_DATE_NONE)
            return pt_typed_refuse(play->report, PT_S025, node, NULL);
    }
    *date = day;
    return true;
}

bool pt_play_date(pt_play *play, const pt_yaml_node *node, pt_date *date)
{
    if (!pt_typed_shape(node, PT_SHAPE_SCALAR, play->report))
        return false;
    if (node->text[0] != '\0' && !is_digit(node->text[0]))
        return read_relative(play, node, date);
    pt_date day = PT_DATE_NONE;
    if (!pt_typed_date(node, play->report, &day))
        return false;
    if (play->shifted)
        return pt_typed_refuse(play->report, PT_S026, node, NULL);
    *date = day;
    return true;
}

bool pt_play_value(pt_play *play, const pt_yaml_node *node, const pt_type *type, pt_value *value)
{
    bool absent = strcmp(node->text, "onbekend") == 0 || strcmp(node->text, "geen") == 0;
    if (type->kind != PT_DATE || absent || node->text[0] == '\0')
        return pt_typed_value(node, type, play->pack, play->report, value);
    pt_date date = PT_DATE_NONE;
    if (!pt_play_date(play, node, &date))
        return false;
    *value = pt_value_of(PT_DATE, date);
    return true;
}

static bool read_until(pt_play *play)
{
    const pt_yaml_node *node = play->values[PT_STORY_UNTIL];
    pt_date until = PT_DATE_NONE;
    if (!pt_play_date(play, node, &until))
        return false;
    if (until < play->scenario->from)
        return pt_typed_refuse(play->report, PT_S022, node, NULL);
    if (until - play->scenario->from >= PT_LIMIT_RUN_DAYS)
        return pt_find(play->report, PT_S023, node->at,
                       PT_ARGS(pt_format(play->arena, "%d", PT_LIMIT_RUN_DAYS)), NULL);
    play->scenario->until = until;
    return true;
}

bool pt_play_days(pt_play *play, pt_date start)
{
    play->scenario->from = start;
    play->scenario->until = PT_DATE_NONE;
    play->previous = play->ordered = start;
    bool fine = read_until(play);
    const pt_yaml_node *days = play->values[PT_STORY_DAYS];
    for (const pt_yaml_node *node = days == NULL ? NULL : days->first; node != NULL;
         node = node->next) {
        pt_date day = PT_DATE_NONE;
        fine &= pt_play_date(play, node, &day);
        fine &= pt_play_name(play, node->key, PT_NOBODY_NAMED, day);
    }
    return fine;
}
