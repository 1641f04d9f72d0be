/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/duty_wording.h"

#include "report/wording.h"

typedef struct sayer {
    pt_arena *arena;
    const pt_run_result *result;
    pt_language language;
    bool faculty;
} sayer;

bool pt_duty_is_faculty(const pt_pack *pack, const pt_duty_state *duty)
{
    uint32_t block = pt_wording_duty_block(pack, duty->group, duty->version);
    return block < pack->block_count && pack->blocks[block].kind == PT_BLOCK_FACULTY;
}

bool pt_duty_predates(const pt_run_result *result, const pt_duty_state *duty)
{
    return duty->status == PT_DUTY_LATE && pt_date_valid(duty->due) &&
           duty->due + 1 < result->scenario->from;
}

static const char *say(const sayer *by, pt_message message, const char *const *arguments)
{
    return pt_message_filled(by->arena, message, by->language, arguments);
}

static const char *long_day(const sayer *by, pt_date day)
{
    return pt_wording_long_day(by->arena, day, by->language);
}

static const char *day_of(const sayer *by, pt_date day)
{
    return pt_wording_day(by->arena, day, by->language);
}

static const char *bearer(const sayer *by, const pt_duty_state *duty)
{
    return pt_wording_bearer(by->arena, by->result, duty, by->language);
}

static pt_duty_wording worded(pt_message mark, pt_tone tone, const char *text)
{
    return (pt_duty_wording){.worth = true, .mark = mark, .tone = tone, .text = text};
}

static const char *say_new(const sayer *by, const pt_duty_state *now)
{
    if (now->status == PT_DUTY_STANDS_STILL)
        return say(by, PT_TEXT_DUTY_STILL, PT_ARGS(bearer(by, now)));
    if (!pt_date_valid(now->due))
        return say(by, PT_TEXT_DUTY_NO_DATE, PT_ARGS(bearer(by, now)));
    return say(by, by->faculty ? PT_TEXT_FACULTY_NEW : PT_TEXT_DUTY_NEW,
               PT_ARGS(bearer(by, now), long_day(by, now->due)));
}

static bool exists(const pt_duty_state *duty)
{
    return duty != NULL && duty->status != PT_DUTY_ABSENT;
}

static const char *say_moved(const sayer *by, const pt_duty_state *before, const pt_duty_state *now)
{
    if (!pt_date_valid(now->due))
        return say(by, PT_TEXT_DUTY_DATE_GONE, PT_ARGS(day_of(by, before->due)));
    if (!pt_date_valid(before->due) || before->due == now->due)
        return say(by, PT_TEXT_DUTY_DATED, PT_ARGS(long_day(by, now->due)));
    return say(by, PT_TEXT_DUTY_MOVED,
               PT_ARGS(long_day(by, now->due),
                       pt_wording_short_day(by->arena, before->due, by->language)));
}

static pt_duty_wording say_open(const sayer *by, const pt_duty_state *before,
                                const pt_duty_state *now)
{
    pt_message mark = by->faculty ? PT_TEXT_MARK_FACULTY : PT_TEXT_MARK_DUTY;
    bool carried_over =
        exists(before) && before->bearer == now->bearer && before->bearer_role == now->bearer_role;
    if (!carried_over)
        return worded(mark, PT_TONE_STRONG, say_new(by, now));
    if (before->status == PT_DUTY_STANDS_STILL)
        return worded(PT_TEXT_MARK_RUNS, PT_TONE_STRONG, say_moved(by, before, now));
    if (before->status != PT_DUTY_OPEN)
        return worded(mark, PT_TONE_STRONG, say_new(by, now));
    if (before->due == now->due)
        return (pt_duty_wording){.worth = false};
    return worded(mark, PT_TONE_STRONG, say_moved(by, before, now));
}

static pt_duty_wording say_still(const sayer *by, const pt_duty_state *before,
                                 const pt_duty_state *now)
{
    if (exists(before) && before->status == PT_DUTY_STANDS_STILL && before->bearer == now->bearer)
        return (pt_duty_wording){.worth = false};
    return worded(PT_TEXT_MARK_STILL, PT_TONE_DOUBT, say_new(by, now));
}

static const char *say_days(const sayer *by, int64_t days)
{
    if (days == 1)
        return say(by, PT_TEXT_ONE_DAY, NULL);
    return say(by, PT_TEXT_DAYS, PT_ARGS(pt_format(by->arena, "%lld", (long long)days)));
}

static pt_duty_wording say_met(const sayer *by, const pt_duty_state *now)
{
    const char *text = pt_date_valid(now->due)
                           ? say(by, PT_TEXT_DUTY_MET, PT_ARGS(day_of(by, now->due)))
                           : say(by, PT_TEXT_DUTY_MET_FREE, NULL);
    return worded(by->faculty ? PT_TEXT_MARK_USED : PT_TEXT_MARK_MET, PT_TONE_GOOD, text);
}

static pt_duty_wording say_met_late(const sayer *by, const pt_duty_state *now)
{
    bool dated = pt_date_valid(now->fulfilled) && pt_date_valid(now->due);
    int64_t days = dated ? (int64_t)now->fulfilled - now->due : 0;
    return worded(
        PT_TEXT_MARK_MET, PT_TONE_BAD,
        say(by, PT_TEXT_DUTY_MET_LATE, PT_ARGS(say_days(by, days), day_of(by, now->due))));
}

static pt_duty_wording say_late(const sayer *by, const pt_duty_state *now)
{
    if (by->faculty)
        return worded(PT_TEXT_MARK_PAST, PT_TONE_DOUBT,
                      say(by, PT_TEXT_FACULTY_PAST, PT_ARGS(long_day(by, now->due))));
    return worded(PT_TEXT_MARK_LATE, PT_TONE_BAD,
                  say(by, PT_TEXT_DUTY_LATE, PT_ARGS(bearer(by, now), long_day(by, now->due))));
}

static bool same_state(const pt_duty_state *before, const pt_duty_state *now)
{
    return before != NULL && before->status == now->status && before->due == now->due &&
           before->fulfilled == now->fulfilled;
}

static pt_duty_wording say_lapsed(const sayer *by, const pt_duty_state *now)
{
    /* A faculty lapses by the passing of its last day as well as by its own `vervalt`. */
    if (by->faculty && !pt_date_valid(now->lapsed) && pt_date_valid(now->due))
        return say_late(by, now);
    return worded(PT_TEXT_MARK_LAPSED, PT_TONE_FAINT, say(by, PT_TEXT_DUTY_LAPSED, NULL));
}

pt_duty_wording pt_duty_wording_of(pt_arena *arena, const pt_run_result *result,
                                   const pt_duty_state *before, const pt_duty_state *now,
                                   pt_language language)
{
    sayer by = {.arena = arena,
                .result = result,
                .language = language,
                .faculty = pt_duty_is_faculty(result->pack, now)};
    bool news = !same_state(before, now);
    switch ((pt_duty_status)now->status) {
    case PT_DUTY_ABSENT:
        if (!exists(before))
            break;
        return worded(PT_TEXT_MARK_LAPSED, PT_TONE_FAINT, say(&by, PT_TEXT_DUTY_GONE, NULL));
    case PT_DUTY_OPEN: return say_open(&by, before, now);
    case PT_DUTY_STANDS_STILL: return say_still(&by, before, now);
    case PT_DUTY_FULFILLED:
        if (news)
            return say_met(&by, now);
        break;
    case PT_DUTY_FULFILLED_LATE:
        if (news)
            return say_met_late(&by, now);
        break;
    case PT_DUTY_LATE:
        if (news)
            return say_late(&by, now);
        break;
    case PT_DUTY_LAPSED:
        if (before == NULL || before->status != PT_DUTY_LAPSED)
            return say_lapsed(&by, now);
        break;
    }
    return (pt_duty_wording){.worth = false};
}
