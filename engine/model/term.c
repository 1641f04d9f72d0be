/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/term.h"

#include <assert.h>
#include <stdlib.h>

enum { HOURS_A_DAY = 24, DAYS_A_WEEK = 7, DAYS_OF_ARTICLE_2 = 3, WORKING_DAYS_OF_ARTICLE_2 = 2 };

static const char article_1_1[] = "Algemene termijnenwet art. 1 lid 1";
static const char article_1_2[] = "Algemene termijnenwet art. 1 lid 2";
static const char article_2[] = "Algemene termijnenwet art. 2";
static const char article_4[] = "Algemene termijnenwet art. 4";

/* A computation under way. */
typedef struct computation {
    pt_arena *arena;
    const pt_calendar *calendar;
    const pt_term *term;
    pt_suspension *standstills; /* in order, apart from each other, all after the trigger */
    size_t standstill_count;
    size_t counted; /* standstills that the end has been moved for */
    pt_date end;
    pt_term_step *steps;
    size_t step_count;
    size_t step_capacity;
    unsigned flags;
} computation;

/* --- Lengths --- */

static int64_t whole_days(int64_t hours)
{
    return (hours + (hours < 0 ? 1 - HOURS_A_DAY : HOURS_A_DAY - 1)) / HOURS_A_DAY;
}

pt_date pt_date_add(const pt_calendar *calendar, pt_region region, pt_date date,
                    pt_duration duration)
{
    int32_t amount = duration.amount;
    switch (duration.unit) {
    case PT_UNIT_DAYS: return pt_date_add_days(date, amount);
    case PT_UNIT_WEEKS: return pt_date_add_days(date, (int64_t)amount * DAYS_A_WEEK);
    case PT_UNIT_MONTHS: return pt_date_add_months(date, amount, duration.rounding);
    case PT_UNIT_YEARS: return pt_date_add_years(date, amount, duration.rounding);
    case PT_UNIT_SCHOOLDAYS: return pt_calendar_schooldagen_later(calendar, region, date, amount);
    case PT_UNIT_LESWEKEN: return pt_calendar_lesweken_later(calendar, region, date, amount);
    case PT_UNIT_WORKDAYS: return pt_calendar_working_days_later(calendar, date, amount);
    case PT_UNIT_HOURS: return pt_date_add_days(date, whole_days(amount));
    case PT_UNIT_COUNT: break;
    }
    assert(!"a unit");
    return PT_DATE_NONE;
}

bool pt_termijnenwet_covers(pt_duration length)
{
    switch (length.unit) {
    case PT_UNIT_DAYS:
    case PT_UNIT_SCHOOLDAYS:
    case PT_UNIT_WORKDAYS: return length.amount <= 90;
    case PT_UNIT_WEEKS:
    case PT_UNIT_LESWEKEN: return length.amount <= 12;
    case PT_UNIT_MONTHS: return length.amount <= 3;
    case PT_UNIT_YEARS:
    case PT_UNIT_HOURS: return length.amount == 0;
    case PT_UNIT_COUNT: break;
    }
    assert(!"a unit");
    return false;
}

static bool counts_in_days(pt_unit unit)
{
    return unit == PT_UNIT_DAYS || unit == PT_UNIT_SCHOOLDAYS || unit == PT_UNIT_WORKDAYS;
}

/* Article 2 is for a term of at least three days. */
static bool lasts_three_days(const pt_term *term)
{
    const pt_duration lengths[] = {term->length, term->extension};
    int64_t days = 0;
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
        days +=
            (int64_t)lengths[i].amount * (counts_in_days(lengths[i].unit) ? 1 : DAYS_OF_ARTICLE_2);
    return days >= DAYS_OF_ARTICLE_2;
}

/* --- Steps --- */

static pt_term_step *add_step(computation *c, pt_term_step_kind kind, pt_date before, pt_date after)
{
    c->steps =
        pt_arena_grow(c->arena, c->steps, c->step_count, &c->step_capacity, sizeof *c->steps);
    pt_term_step *step = &c->steps[c->step_count++];
    *step = (pt_term_step){
        .kind = kind,
        .before = before,
        .after = after,
        .from = PT_DATE_NONE,
        .until = PT_DATE_NONE,
    };
    return step;
}

static void note_month_end(computation *c, pt_date from, pt_duration length)
{
    pt_duration exact = length;
    exact.rounding = PT_ROUND_REFUSE;
    if (length.unit != PT_UNIT_MONTHS && length.unit != PT_UNIT_YEARS)
        return;
    if (pt_date_add(c->calendar, c->term->region, from, exact) == PT_DATE_NONE)
        add_step(c, PT_STEP_MONTH_END, PT_DATE_NONE, c->end);
}

/* Moves the end from `from` by a length; `shown` is the amount as the text has it. */
static void add_length(computation *c, pt_term_step_kind kind, pt_date from, pt_duration length,
                       int32_t shown)
{
    c->end = pt_date_add(c->calendar, c->term->region, from, length);
    if (c->end == PT_DATE_NONE)
        return;
    pt_term_step *step = add_step(c, kind, from, c->end);
    step->amount = shown;
    step->unit = length.unit;
    note_month_end(c, from, length);
}

/* --- Standing still --- */

static int compare_suspensions(const void *left, const void *right)
{
    const pt_suspension *a = left;
    const pt_suspension *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->until > b->until) - (a->until < b->until);
}

/* The part of a suspension after the trigger; empty (until <= from) when there is none. */
static pt_suspension after_trigger(pt_suspension given, pt_date trigger)
{
    if (given.from == PT_DATE_NONE ||
        (!pt_date_valid(given.until) && given.until != PT_DATE_FOREVER))
        return (pt_suspension){trigger, trigger};
    if (given.from <= trigger)
        given.from = trigger + 1;
    return given;
}

/* Sorts, clips and joins the suspensions, so that no day counts twice. */
static void gather_standstills(computation *c)
{
    const pt_term *term = c->term;
    pt_suspension *sorted = PT_NEW_ARRAY(c->arena, term->suspension_count, pt_suspension);
    size_t count = 0;
    for (size_t i = 0; i < term->suspension_count; i++) {
        pt_suspension part = after_trigger(term->suspensions[i], term->trigger);
        if (part.from < part.until)
            sorted[count++] = part;
    }
    qsort(sorted, count, sizeof *sorted, compare_suspensions);
    c->standstills = sorted;
    for (size_t i = 0; i < count; i++) {
        pt_suspension *last = sorted + c->standstill_count - (c->standstill_count > 0);
        if (c->standstill_count == 0 || sorted[i].from > last->until)
            sorted[c->standstill_count++] = sorted[i];
        else if (sorted[i].until > last->until)
            last->until = sorted[i].until;
    }
}

/* The days of a standstill that move the end, in the unit of the term. */
static pt_duration standstill_length(const computation *c, pt_suspension span, pt_unit unit)
{
    pt_duration length = {.amount = span.until - span.from, .unit = PT_UNIT_DAYS};
    if (unit == PT_UNIT_SCHOOLDAYS) {
        length.unit = unit;
        length.amount =
            pt_calendar_schooldagen(c->calendar, c->term->region, span.from, span.until);
    } else if (unit == PT_UNIT_WORKDAYS) {
        length.unit = unit;
        length.amount = pt_calendar_working_days(c->calendar, span.from, span.until);
    }
    return length;
}

static bool stands_still_next(const computation *c)
{
    return c->counted < c->standstill_count && c->end != PT_DATE_NONE &&
           c->standstills[c->counted].from <= c->end;
}

static void count_standstill(computation *c, pt_suspension span, pt_unit unit)
{
    pt_date before = c->end;
    pt_term_step *step;
    if (span.until == PT_DATE_FOREVER) {
        c->end = PT_DATE_FOREVER;
        c->flags |= PT_TERM_STANDS_STILL;
        step = add_step(c, PT_STEP_STANDS_STILL, before, c->end);
    } else {
        pt_duration length = standstill_length(c, span, unit);
        c->end = pt_date_add(c->calendar, c->term->region, before, length);
        step = add_step(c, PT_STEP_SUSPENDED, before, c->end);
        step->amount = length.amount;
        step->unit = length.unit;
    }
    step->from = span.from;
    step->until = span.until;
}

/* Every standstill that begins while the term runs moves the end, and so may let in the next. */
static void stand_still(computation *c, pt_unit unit)
{
    while (stands_still_next(c))
        count_standstill(c, c->standstills[c->counted++], unit);
}

/* --- The Algemene termijnenwet --- */

/* Why articles 1 and 2 do not apply, or PT_STEP_KIND_COUNT when they do. */
static pt_term_step_kind why_not(const pt_term *term)
{
    if (term->direction == PT_FIXED)
        return PT_STEP_NOT_FIXED;
    if (term->termijnenwet == PT_TERMIJNENWET_EXCLUDED)
        return PT_STEP_NOT_DECLARED;
    if (term->termijnenwet == PT_TERMIJNENWET_BY_LAW && term->law != PT_LAW_WET &&
        term->law != PT_LAW_AMVB)
        return PT_STEP_NOT_LAW;
    if (!pt_termijnenwet_covers(term->length) || !pt_termijnenwet_covers(term->extension))
        return PT_STEP_NOT_LONG;
    return PT_STEP_KIND_COUNT;
}

/* Tells that the end stays on a rest day; silent when it is none. */
static void note_no_shift(computation *c, pt_term_step_kind kind)
{
    pt_rest rest = pt_calendar_rest(c->calendar, c->end);
    if (rest.kind == PT_REST_NONE)
        return;
    pt_term_step *step = add_step(c, kind, c->end, c->end);
    step->name = rest.name;
    if (kind == PT_STEP_NOT_BACK)
        step->source = article_1_2;
    else if (kind == PT_STEP_NOT_LONG)
        step->source = article_4;
    else if (kind == PT_STEP_NOT_LAW)
        step->source = article_1_1;
}

static void note_unknown_decrees(computation *c, pt_date first, pt_date last)
{
    if (!pt_calendar_decrees_known(c->calendar, first, last))
        c->flags |= PT_TERM_DECREES_UNKNOWN;
}

/* Article 1 lid 1. */
static void shift(computation *c)
{
    pt_rest rest;
    while ((rest = pt_calendar_rest(c->calendar, c->end)).kind != PT_REST_NONE) {
        pt_date next = pt_date_add_days(c->end, 1);
        pt_term_step *step = add_step(c, PT_STEP_SHIFT, c->end, next);
        step->name = rest.name;
        step->source = rest.source;
        c->end = next;
    }
}

/*
 * Working days between these days, inclusive, on which the term ran, looking from the last one
 * back. Four that could still be put on a par, or two that could not, are enough to stop.
 */
static int running_working_days(computation *c, pt_date first, pt_date last)
{
    int possible = 0;
    int certain = 0;
    size_t span = c->counted;
    for (pt_date date = last; date >= first && certain < 2 && possible < 4; date--) {
        while (span > 0 && c->standstills[span - 1].from > date)
            span--;
        if (span > 0 && date < c->standstills[span - 1].until) {
            date = c->standstills[span - 1].from;
        } else if (pt_calendar_is_working_day(c->calendar, date)) {
            possible++;
            certain += pt_calendar_decrees_known(c->calendar, date, date);
        }
    }
    if (possible >= 2 && possible < 4 && certain < 2)
        c->flags |= PT_TERM_DECREES_UNKNOWN;
    return possible;
}

/* Article 2; a term counted back grows at its other side. */
static void hold_two_working_days(computation *c)
{
    const bool back = c->term->direction == PT_BACKWARD;
    const pt_date before = c->end;
    if (!lasts_three_days(c->term) || c->end == PT_DATE_NONE)
        return;
    int held = back ? running_working_days(c, c->end, c->term->trigger - 1)
                    : running_working_days(c, c->term->trigger + 1, c->end);
    for (; held < WORKING_DAYS_OF_ARTICLE_2 && c->end != PT_DATE_NONE; held++)
        c->end = back ? pt_calendar_working_day_until(c->calendar, c->end - 1)
                      : pt_calendar_working_day_from(c->calendar, c->end + 1);
    if (c->end == before || c->end == PT_DATE_NONE)
        return;
    note_unknown_decrees(c, c->end, c->end);
    add_step(c, PT_STEP_TWO_DAYS, before, c->end)->source = article_2;
}

/* --- The three directions --- */

static void note_what_counting_leans_on(computation *c, pt_unit unit)
{
    const pt_date trigger = c->term->trigger;
    pt_date first = c->end > trigger ? trigger + 1 : c->end;
    pt_date last = c->end > trigger ? c->end : trigger - 1;
    if (unit == PT_UNIT_WORKDAYS)
        note_unknown_decrees(c, first, last);
    bool lessons = unit == PT_UNIT_SCHOOLDAYS || unit == PT_UNIT_LESWEKEN;
    if (lessons && !pt_calendar_school_known(c->calendar, c->term->region, first, last))
        c->flags |= PT_TERM_SCHOOL_UNKNOWN;
}

/* Once at the end, but a standstill that begins on a day gained here finds the term running. */
static void settle_end(computation *c, pt_unit unit, pt_date *unshifted_end)
{
    pt_term_step_kind reason = why_not(c->term);
    if (pt_date_valid(c->end) && reason != PT_STEP_KIND_COUNT)
        note_no_shift(c, reason);
    while (pt_date_valid(c->end) && reason == PT_STEP_KIND_COUNT) {
        shift(c);
        hold_two_working_days(c);
        if (!stands_still_next(c))
            break;
        stand_still(c, unit);
        *unshifted_end = c->end;
    }
    if (pt_date_valid(c->end) && reason == PT_STEP_KIND_COUNT)
        note_unknown_decrees(c, c->end, c->end);
}

static void count_forward(computation *c, pt_term_result *result)
{
    const pt_term *term = c->term;
    const bool extended = term->extension.amount > 0;
    const pt_unit last_unit = extended ? term->extension.unit : term->length.unit;
    gather_standstills(c);
    add_length(c, PT_STEP_LENGTH, term->trigger, term->length, term->length.amount);
    stand_still(c, term->length.unit);
    result->first_end = c->end;
    if (extended && pt_date_valid(c->end)) {
        add_length(c, PT_STEP_EXTENSION, c->end, term->extension, term->extension.amount);
        stand_still(c, last_unit);
    }
    result->unshifted_end = c->end;
    if (pt_date_valid(c->end)) {
        note_what_counting_leans_on(c, term->length.unit);
        note_what_counting_leans_on(c, last_unit);
    }
    if (term->length.amount > 0 || extended)
        settle_end(c, last_unit, &result->unshifted_end);
}

static void count_back(computation *c, pt_term_result *result)
{
    pt_duration back = c->term->length;
    back.amount = -back.amount;
    add_length(c, PT_STEP_BACK, c->term->trigger, back, c->term->length.amount);
    result->first_end = c->end;
    result->unshifted_end = c->end;
    if (c->end == PT_DATE_NONE || back.amount == 0)
        return;
    note_what_counting_leans_on(c, back.unit);
    pt_term_step_kind reason = why_not(c->term);
    note_no_shift(c, reason == PT_STEP_KIND_COUNT ? PT_STEP_NOT_BACK : reason);
    if (reason == PT_STEP_KIND_COUNT)
        hold_two_working_days(c);
}

static void take_fixed(computation *c, pt_term_result *result)
{
    c->end = c->term->trigger;
    result->first_end = c->end;
    result->unshifted_end = c->end;
    add_step(c, PT_STEP_FIXED, c->end, c->end);
    note_no_shift(c, PT_STEP_NOT_FIXED);
}

static bool can_be_computed(const pt_term *term)
{
    return pt_date_valid(term->trigger) &&
           (term->direction == PT_FIXED ||
            (term->length.amount >= 0 && term->extension.amount >= 0));
}

pt_term_result pt_term_compute(pt_arena *arena, const pt_calendar *calendar, const pt_term *term)
{
    computation c = {.arena = arena, .calendar = calendar, .term = term, .end = PT_DATE_NONE};
    pt_term_result result = {PT_DATE_NONE, PT_DATE_NONE, PT_DATE_NONE, NULL, 0, 0};
    if (can_be_computed(term)) {
        switch (term->direction) {
        case PT_FORWARD: count_forward(&c, &result); break;
        case PT_BACKWARD: count_back(&c, &result); break;
        case PT_FIXED: take_fixed(&c, &result); break;
        }
    }
    if (c.end == PT_DATE_NONE)
        c.flags |= PT_TERM_OUT_OF_RANGE;
    else if (c.end != result.unshifted_end)
        c.flags |= PT_TERM_SHIFTED;
    result.end = c.end;
    result.steps = c.steps;
    result.step_count = c.step_count;
    result.flags = c.flags;
    return result;
}
