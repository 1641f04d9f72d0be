/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/wording.h"

#include <string.h>

#include "report/page.h"

const char *pt_wording_weekday(pt_date day, pt_language language)
{
    int weekday = pt_date_weekday(day);
    return weekday == 0 ? ""
                        : pt_message_text((pt_message)(PT_TEXT_MONDAY + weekday - 1), language);
}

const char *pt_wording_day(pt_arena *arena, pt_date day, pt_language language)
{
    if (!pt_date_valid(day))
        return pt_message_text(PT_TEXT_NO_DAY, language);
    pt_year_month_day split = pt_date_split(day);
    const char *month = pt_message_text((pt_message)(PT_TEXT_JANUARY + split.month - 1), language);
    return pt_format(arena, "%d %s %d", split.day, month, split.year);
}

const char *pt_wording_long_day(pt_arena *arena, pt_date day, pt_language language)
{
    const char *short_form = pt_wording_day(arena, day, language);
    if (!pt_date_valid(day))
        return short_form;
    return pt_format(arena, "%s %s", pt_wording_weekday(day, language), short_form);
}

const char *pt_wording_short_day(pt_arena *arena, pt_date day, pt_language language)
{
    if (!pt_date_valid(day))
        return pt_message_text(PT_TEXT_NO_DAY, language);
    pt_year_month_day split = pt_date_split(day);
    return pt_format(arena, "%d %s %d", split.day, pt_month_short(split.month, language),
                     split.year);
}

const char *pt_wording_length(pt_arena *arena, int64_t amount, pt_unit unit, pt_language language)
{
    int message = PT_TEXT_UNIT_DAY + 2 * (int)unit + (amount != 1);
    return pt_format(arena, "%lld %s", (long long)amount,
                     pt_message_text((pt_message)message, language));
}

const char *pt_wording_name(pt_arena *arena, const char *name)
{
    char *words = pt_arena_copy(arena, name, strlen(name));
    for (char *at = words; *at != '\0'; at++) {
        if (*at == '_')
            *at = ' ';
    }
    return words;
}

const char *pt_wording_block(pt_arena *arena, const pt_pack *pack, uint32_t block)
{
    if (block >= pack->block_count)
        return "?";
    const pt_block *found = &pack->blocks[block];
    if (found->title != NULL)
        return found->title;
    char *words = pt_arena_copy(arena, pt_wording_name(arena, found->name), strlen(found->name));
    if (words[0] >= 'a' && words[0] <= 'z')
        words[0] = (char)(words[0] - 'a' + 'A');
    return words;
}

static uint16_t version_or_first(const pt_group *groups, uint16_t group_count, uint16_t group,
                                 uint16_t version)
{
    if (version != PT_NO_INDEX || group >= group_count || groups[group].version_count == 0)
        return version;
    return groups[group].versions[0];
}

uint32_t pt_wording_rule_block(const pt_pack *pack, uint16_t group, uint16_t version)
{
    version = version_or_first(pack->rule_groups, pack->rule_group_count, group, version);
    return version < pack->rule_count ? pack->rules[version].block : UINT32_MAX;
}

uint32_t pt_wording_duty_block(const pt_pack *pack, uint16_t group, uint16_t version)
{
    version = version_or_first(pack->duty_groups, pack->duty_group_count, group, version);
    return version < pack->duty_count ? pack->duties[version].block : UINT32_MAX;
}

const char *pt_wording_subject(const pt_run_result *result, uint32_t subject)
{
    return subject < result->subject_count ? result->subject_names[subject] : "?";
}

bool pt_wording_nameless(const char *subject_name)
{
    return strchr(subject_name, ' ') != NULL;
}

const char *pt_wording_value(pt_arena *arena, const pt_run_result *result, pt_value value,
                             pt_language language)
{
    if (value.kind == PT_SUBJECT && value.amount >= 0 && value.amount < UINT32_MAX)
        return pt_wording_subject(result, (uint32_t)value.amount);
    if (value.kind == PT_DATE && value.amount >= PT_DATE_FIRST && value.amount <= PT_DATE_LAST)
        return pt_wording_day(arena, (pt_date)value.amount, language);
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, result->pack, value);
    return value.kind == PT_CHOICE ? pt_wording_name(arena, out.bytes) : out.bytes;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A day written at `at`, not part of a longer number or word. */
static bool day_at(const char *sentence, const char *at, pt_date *day)
{
    enum { LENGTH = PT_DATE_TEXT - 1 };
    if (!is_digit(*at) || (at > sentence && is_digit(at[-1])) || strnlen(at, LENGTH) < LENGTH)
        return false;
    return !is_digit(at[LENGTH]) && pt_date_parse(at, LENGTH, day);
}

const char *pt_wording_prose(pt_arena *arena, const char *sentence, pt_language language)
{
    if (sentence == NULL)
        return NULL;
    pt_text out = pt_text_create(arena);
    for (const char *at = sentence; *at != '\0';) {
        pt_date day;
        if (day_at(sentence, at, &day)) {
            pt_text_add(&out, pt_wording_day(arena, day, language));
            at += PT_DATE_TEXT - 1;
        } else {
            pt_text_add_char(&out, *at++);
        }
    }
    return out.bytes;
}

const char *pt_wording_bearer(pt_arena *arena, const pt_run_result *result,
                              const pt_duty_state *duty, pt_language language)
{
    if (duty->bearer != UINT32_MAX)
        return pt_wording_subject(result, duty->bearer);
    if (duty->bearer_role != NULL)
        return pt_wording_name(arena, duty->bearer_role);
    return pt_message_text(PT_TEXT_NO_BEARER, language);
}

const char *pt_wording_reason(pt_arena *arena, const pt_outcome *outcome, pt_language language)
{
    if (outcome->reason != NULL)
        return outcome->reason;
    switch ((pt_way)outcome->way) {
    case PT_WAY_RULE:
    case PT_WAY_EXCEPTION: return NULL;
    case PT_WAY_MISSING:
        if (outcome->missing == NULL)
            return NULL;
        return pt_message_filled(arena, PT_TEXT_MISSING_INPUT, language,
                                 PT_ARGS(pt_wording_name(arena, outcome->missing->name)));
    case PT_WAY_NOT_IN_FORCE: return pt_message_text(PT_TEXT_NOT_IN_FORCE, language);
    case PT_WAY_CONFLICT: return pt_message_text(PT_TEXT_CONFLICT, language);
    case PT_WAY_FAILED: return pt_message_text(PT_TEXT_RULE_FAILED, language);
    }
    return NULL;
}

const char *pt_wording_field(pt_expected_field_kind kind)
{
    static const char *const words[] = {
        [PT_FIELD_VALUE] = "waarde",    [PT_FIELD_STATUS] = "status",
        [PT_FIELD_BEARER] = "wie",      [PT_FIELD_DUE] = "uiterlijk",
        [PT_FIELD_SOURCE] = "bron",     [PT_FIELD_REASON] = "reden",
        [PT_FIELD_CONTAINS] = "bevat",  [PT_FIELD_CONTAINS_NOT] = "bevat_niet",
        [PT_FIELD_EXACTLY] = "precies", [PT_FIELD_COUNT] = "aantal"};
    return words[kind];
}

const char *pt_wording_place(pt_arena *arena, pt_position at)
{
    if (at.source == NULL)
        return NULL;
    if (at.line == 0)
        return at.source->path;
    return pt_format(arena, "%s:%u:%u", at.source->path, at.line, at.column);
}
