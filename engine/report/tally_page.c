/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/tally_page.h"

#include <string.h>

#include "base/diagnostics.h"
#include "report/overview.h"
#include "report/wording.h"

enum { INDENT = 2, DETAIL = 6, LEAST_COLUMN = 12, MOST_COLUMN = 40, MOST_SHOWN = 40 };

typedef struct writing {
    pt_page *page;
    pt_arena *arena;
    const pt_run_result *result;
    const pt_tally *tally;
    pt_language language;
} writing;

static const char *say(const writing *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

static const char *number(const writing *to, size_t count)
{
    return pt_format(to->arena, "%zu", count);
}

static void line(const writing *to, size_t column, pt_tone tone, const char *text)
{
    pt_page_pad(to->page, column);
    pt_page_put(to->page, tone, text);
    pt_page_end(to->page, column);
}

const char *pt_tally_word(pt_decided decided, pt_language language)
{
    static const pt_message words[] = {PT_TEXT_TALLY_VALID, PT_TEXT_TALLY_VOIDABLE,
                                       PT_TEXT_TALLY_VOID, PT_TEXT_TALLY_NOT};
    return pt_message_text(words[decided], language);
}

const char *pt_tally_hours(pt_arena *arena, int64_t minutes, pt_language language)
{
    int64_t tenth = (int64_t)6 * PT_NUMBER_SCALE;
    int64_t size = minutes < 0 ? -minutes : minutes;
    int64_t tenths = (size + tenth / 2) / tenth;
    return pt_format(arena, "%s%lld%c%lld", minutes < 0 && tenths > 0 ? "-" : "",
                     (long long)(tenths / 10), language == PT_ENGLISH ? '.' : ',',
                     (long long)(tenths % 10));
}

const pt_tally_decision *pt_tally_decision_named(const pt_tally *tally, const char *name)
{
    for (size_t i = 0; i < tally->decision_count; i++) {
        if (strcmp(tally->decisions[i].name, name) == 0)
            return &tally->decisions[i];
    }
    return NULL;
}

static const char *days(const writing *to, int64_t count)
{
    return pt_wording_length(to->arena, count, PT_UNIT_DAYS, to->language);
}

/* --- Decisions -------------------------------------------------------------------------------- */

static void add_why(const writing *to, const char *reason, const char *source)
{
    pt_text out = pt_text_create(to->arena);
    if (reason != NULL)
        pt_text_add(&out, pt_wording_prose(to->arena, reason, to->language));
    if (source != NULL)
        pt_text_format(&out, "%s%s", out.length > 0 ? " · " : "", source);
    if (out.length > 0)
        line(to, DETAIL, PT_TONE_FAINT, out.bytes);
}

static void add_when(const writing *to, const pt_tally_decision *one)
{
    if (one->taken != PT_DATE_NONE) {
        pt_page_say(to->page, PT_TONE_PLAIN, PT_TEXT_TALLY_ON,
                    PT_ARGS(pt_wording_day(to->arena, one->taken, to->language)));
        if (one->put_forward != PT_DATE_NONE && one->taken > one->put_forward)
            pt_page_say(to->page, PT_TONE_FAINT, PT_TEXT_TALLY_AFTER,
                        PT_ARGS(days(to, (int64_t)one->taken - one->put_forward)));
    }
    if (one->late)
        pt_page_put(to->page, PT_TONE_BAD,
                    pt_format(to->arena, ", %s", say(to, PT_TEXT_TALLY_LATE, NULL)));
}

static void add_decision(const writing *to, const pt_tally_decision *one)
{
    static const pt_tone tones[] = {PT_TONE_GOOD, PT_TONE_DOUBT, PT_TONE_BAD, PT_TONE_FAINT};
    pt_page_pad(to->page, INDENT);
    pt_page_put(to->page, PT_TONE_STRONG, pt_wording_name(to->arena, one->name));
    if (pt_is_value(one->sort))
        pt_page_put(to->page, PT_TONE_PLAIN,
                    pt_format(to->arena, " (%s)",
                              pt_wording_value(to->arena, to->result, one->sort, to->language)));
    pt_page_put(to->page, PT_TONE_PLAIN, ": ");
    pt_page_put(to->page, tones[one->decided],
                pt_tally_word((pt_decided)one->decided, to->language));
    add_when(to, one);
    pt_page_end(to->page, DETAIL);
    if (one->decided != PT_DECIDED_VALID)
        add_why(to, one->reason, one->source);
}

static void add_decisions(const writing *to)
{
    const pt_tally *tally = to->tally;
    if (tally->decision_count == 0)
        return;
    pt_overview_heading(to->page, say(to, PT_TEXT_TALLY_DECISIONS, NULL));
    for (size_t i = 0; i < tally->decision_count && i < MOST_SHOWN; i++)
        add_decision(to, &tally->decisions[i]);
    line(to, INDENT, PT_TONE_PLAIN,
         say(to, PT_TEXT_TALLY_SUM,
             PT_ARGS(number(to, tally->decided[PT_DECIDED_VALID]),
                     number(to, tally->decided[PT_DECIDED_VOIDABLE]),
                     number(to, tally->decided[PT_DECIDED_VOID]),
                     number(to, tally->decided[PT_DECIDED_NOT]))));
    line(to, INDENT, PT_TONE_PLAIN,
         say(to, PT_TEXT_TALLY_SUM_MEETINGS,
             PT_ARGS(number(to, tally->meetings), number(to, tally->own_matters),
                     number(to, tally->incompatible))));
}

/* --- Work ------------------------------------------------------------------------------------- */

static void add_burden(const writing *to, const pt_tally_burden *one, const char *bearer,
                       size_t column)
{
    pt_page_pad(to->page, INDENT);
    pt_page_put(to->page, PT_TONE_STRONG, bearer);
    pt_page_pad(to->page, column);
    pt_page_say(to->page, PT_TONE_PLAIN, PT_TEXT_TALLY_HOURS,
                PT_ARGS(pt_tally_hours(to->arena, one->minutes, to->language)));
    if (one->least != one->most)
        pt_page_say(to->page, PT_TONE_FAINT, PT_TEXT_TALLY_RANGE,
                    PT_ARGS(pt_tally_hours(to->arena, one->least, to->language),
                            pt_tally_hours(to->arena, one->most, to->language)));
    pt_page_say(to->page, PT_TONE_PLAIN, PT_TEXT_TALLY_TIMES, PT_ARGS(number(to, one->times)));
    if (one->cents != 0)
        pt_page_put(to->page, PT_TONE_PLAIN,
                    pt_format(to->arena, ", %s",
                              pt_wording_value(to->arena, to->result,
                                               pt_value_of(PT_MONEY, one->cents), to->language)));
    if (one->assumed)
        pt_page_put(to->page, PT_TONE_DOUBT,
                    pt_format(to->arena, " %s", say(to, PT_TEXT_TAG_ASSUMED, NULL)));
    pt_page_end(to->page, column);
}

static void add_work(const writing *to)
{
    const pt_tally *tally = to->tally;
    size_t column = LEAST_COLUMN;
    if (tally->burden_count == 0)
        return;
    pt_overview_heading(to->page, say(to, PT_TEXT_TALLY_WORK, NULL));
    for (size_t i = 0; i < tally->burden_count; i++) {
        const char *bearer = tally->burdens[i].bearer;
        size_t wide = pt_text_columns(bearer, strlen(bearer)) + INDENT + 2;
        column = wide > column ? wide : column;
    }
    column = column > MOST_COLUMN ? MOST_COLUMN : column;
    for (size_t i = 0; i < tally->burden_count && i < MOST_SHOWN; i++)
        add_burden(to, &tally->burdens[i], tally->burdens[i].bearer, column);
    if (tally->burden_count > 1)
        add_burden(to, &tally->total, say(to, PT_TEXT_TALLY_TOTAL, NULL), column);
}

/* --- Bottlenecks ------------------------------------------------------------------------------ */

static void add_bottleneck(const writing *to, const pt_tally_bottleneck *one)
{
    pt_page_pad(to->page, INDENT);
    pt_page_put(to->page, PT_TONE_STRONG, one->mark->title);
    pt_page_put(to->page, PT_TONE_PLAIN, pt_format(to->arena, " (%s)", one->name));
    pt_page_end(to->page, DETAIL);
    const char *since =
        say(to, PT_TEXT_TALLY_SINCE,
            PT_ARGS(pt_wording_day(to->arena, one->since, to->language), days(to, one->days)));
    line(to, DETAIL, PT_TONE_PLAIN,
         pt_format(to->arena, "%s%s", since, one->still ? say(to, PT_TEXT_TALLY_STILL, NULL) : ""));
    add_why(to, one->reason, one->source);
}

static const char *decided_word(const writing *to, const pt_tally_decision *one)
{
    return one == NULL ? say(to, PT_TEXT_TALLY_NO_DECISION, NULL)
                       : pt_tally_word((pt_decided)one->decided, to->language);
}

static void add_decision_changes(const writing *to, const pt_tally *after)
{
    for (size_t i = 0; i < to->tally->decision_count; i++) {
        const pt_tally_decision *was = &to->tally->decisions[i];
        const pt_tally_decision *now = pt_tally_decision_named(after, was->name);
        if (now != NULL && now->decided == was->decided)
            continue;
        line(to, DETAIL, PT_TONE_PLAIN,
             say(to, PT_TEXT_TALLY_DECISION_CHANGE,
                 PT_ARGS(pt_wording_name(to->arena, was->name), decided_word(to, was),
                         decided_word(to, now))));
    }
}

static bool was_there(const pt_tally *tally, const pt_tally_bottleneck *other)
{
    for (size_t i = 0; i < tally->bottleneck_count; i++) {
        const pt_tally_bottleneck *one = &tally->bottlenecks[i];
        if (strcmp(one->mark->title, other->mark->title) == 0 &&
            strcmp(one->name, other->name) == 0)
            return true;
    }
    return false;
}

static void add_changes(const writing *to, const pt_try *one)
{
    const pt_tally *was = to->tally, *now = one->tally;
    add_decision_changes(to, now);
    if (was->duties_late != now->duties_late)
        line(to, DETAIL, PT_TONE_PLAIN,
             say(to, PT_TEXT_TALLY_LATE_CHANGE,
                 PT_ARGS(number(to, now->duties_late), number(to, was->duties_late))));
    if (was->total.minutes != now->total.minutes)
        line(to, DETAIL, PT_TONE_PLAIN,
             say(to, PT_TEXT_TALLY_HOURS_CHANGE,
                 PT_ARGS(pt_tally_hours(to->arena, now->total.minutes, to->language),
                         pt_tally_hours(to->arena, was->total.minutes, to->language))));
    for (size_t i = 0; i < now->bottleneck_count; i++) {
        if (!was_there(was, &now->bottlenecks[i]))
            line(to, DETAIL, PT_TONE_DOUBT,
                 say(to, PT_TEXT_TALLY_NEW_BOTTLENECK,
                     PT_ARGS(now->bottlenecks[i].mark->title, now->bottlenecks[i].name)));
    }
}

static void add_try(const writing *to, const pt_try *one, size_t place)
{
    pt_page_pad(to->page, INDENT);
    pt_page_put(to->page, PT_TONE_STRONG, pt_format(to->arena, "%zu. %s", place, one->shown));
    pt_page_end(to->page, DETAIL);
    if (one->tally == NULL) {
        const char *why =
            one->obstacle != NULL ? one->obstacle : say(to, PT_TEXT_TALLY_NO_REASON, NULL);
        line(to, DETAIL, PT_TONE_BAD, say(to, PT_TEXT_TALLY_OBSTACLE, PT_ARGS(why)));
        return;
    }
    if (one->helps)
        line(to, DETAIL, PT_TONE_GOOD, say(to, PT_TEXT_TALLY_HELPS, PT_ARGS(days(to, one->days))));
    else
        line(to, DETAIL, PT_TONE_BAD, say(to, PT_TEXT_TALLY_HELPS_NOT, NULL));
    add_changes(to, one);
}

static void add_bottlenecks(const writing *to)
{
    const pt_tally *tally = to->tally;
    const pt_tries *tries = to->result->tries;
    if (tally->bottleneck_count == 0 && (tally->bottlenecks_asked == 0 || tally->meetings == 0))
        return;
    pt_overview_heading(to->page, say(to, PT_TEXT_TALLY_BOTTLENECKS, NULL));
    if (tally->bottleneck_count == 0)
        line(to, INDENT, PT_TONE_PLAIN,
             say(to, PT_TEXT_TALLY_NO_BOTTLENECKS, PT_ARGS(number(to, tally->bottlenecks_asked))));
    for (size_t i = 0; i < tally->bottleneck_count && i < MOST_SHOWN; i++)
        add_bottleneck(to, &tally->bottlenecks[i]);
    if (tries == NULL)
        return;
    pt_page_blank(to->page);
    line(to, INDENT, PT_TONE_PLAIN, say(to, PT_TEXT_TALLY_TRIED, NULL));
    for (size_t i = 0; i < tries->count; i++)
        add_try(to, &tries->items[i], i + 1);
}

void pt_tally_page(pt_page *page, const pt_run_result *result)
{
    if (result->tally == NULL)
        return;
    writing to = {page, page->out->arena, result, result->tally, page->language};
    add_decisions(&to);
    add_work(&to);
    add_bottlenecks(&to);
}
