/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/calendar.h"

#include <assert.h>
#include <string.h>

#include "base/limits.h"
#include "base/text.h"

enum {
    DAYS = PT_DATE_LAST - PT_DATE_FIRST + 1,
    WORDS = (DAYS + 63) / 64,
    DAYS_A_WEEK = 7,
    WEEKS = (DAYS + DAYS_A_WEEK - 1) / DAYS_A_WEEK,
    ALL_VACATIONS = (1 << PT_VACATION_COUNT) - 1
};

static bool is_set(const uint64_t *bits, pt_date date)
{
    uint32_t day = (uint32_t)(date - PT_DATE_FIRST);
    return (bits[day / 64] >> (day % 64) & 1) != 0;
}

static void set(uint64_t *bits, pt_date date)
{
    uint32_t day = (uint32_t)(date - PT_DATE_FIRST);
    bits[day / 64] |= UINT64_C(1) << (day % 64);
}

static bool is_weekend(pt_date date)
{
    return pt_date_weekday(date) >= 6;
}

static int week_of(pt_date date)
{
    return (date - PT_DATE_FIRST) / DAYS_A_WEEK; /* PT_DATE_FIRST is a Monday */
}

/* --- Building --- */

pt_calendar *pt_calendar_create(pt_arena *arena)
{
    pt_calendar *calendar = PT_NEW(arena, pt_calendar);
    calendar->arena = arena;
    return calendar;
}

static const char *const vacation_names[PT_VACATION_COUNT] = {
    [PT_VACATION_HERFST] = "herfst",     [PT_VACATION_KERST] = "kerst",
    [PT_VACATION_VOORJAAR] = "voorjaar", [PT_VACATION_MEI] = "mei",
    [PT_VACATION_ZOMER] = "zomer",
};

pt_vacation pt_vacation_find(const char *name)
{
    int kind = 0;
    while (kind < PT_VACATION_COUNT && !pt_text_equal(name, vacation_names[kind]))
        kind++;
    return (pt_vacation)kind;
}

const char *pt_vacation_name(pt_vacation kind)
{
    return kind < PT_VACATION_COUNT ? vacation_names[kind] : "";
}

static const char *keep(pt_calendar *calendar, const char *text)
{
    return pt_arena_copy(calendar->arena, text, strlen(text));
}

static pt_region add_region(pt_calendar *calendar, const char *name)
{
    pt_region region = pt_calendar_region(calendar, name);
    if (region != PT_REGION_NONE || calendar->region_count == PT_REGION_LIMIT)
        return region;
    calendar->regions[calendar->region_count] = keep(calendar, name);
    return calendar->region_count++;
}

/* The summer after a schooljaar begins in it too: every holiday does. */
static bool holiday_makes_sense(pt_date schoolyear, pt_vacation kind, pt_date first, pt_date last)
{
    return kind < PT_VACATION_COUNT && pt_date_valid(first) && pt_date_valid(last) &&
           first <= last && pt_date_valid(schoolyear) && pt_schoolyear_begin(first) == schoolyear;
}

static bool holiday_given(const pt_calendar *calendar, pt_date schoolyear, pt_vacation kind,
                          pt_region region)
{
    for (size_t i = 0; i < calendar->vacation_count; i++) {
        const pt_school_holiday *given = &calendar->vacations[i];
        if (given->schoolyear == schoolyear && given->kind == kind && given->region == region)
            return true;
    }
    return false;
}

bool pt_calendar_add_holiday(pt_calendar *calendar, pt_date schoolyear, pt_vacation kind,
                             const char *region, pt_date first, pt_date last, const char *source)
{
    assert(!calendar->finished);
    if (!holiday_makes_sense(schoolyear, kind, first, last))
        return false;
    pt_region at = add_region(calendar, region);
    if (at == PT_REGION_NONE || holiday_given(calendar, schoolyear, kind, at))
        return false;
    calendar->vacations =
        pt_arena_grow(calendar->arena, calendar->vacations, calendar->vacation_count,
                      &calendar->vacation_capacity, sizeof *calendar->vacations);
    calendar->vacations[calendar->vacation_count++] = (pt_school_holiday){
        .schoolyear = schoolyear,
        .kind = kind,
        .region = at,
        .first = first,
        .last = last,
        .source = keep(calendar, source),
    };
    return true;
}

static const pt_decreed_day *find_decreed(const pt_calendar *calendar, pt_date day)
{
    for (size_t i = 0; i < calendar->decreed_count; i++) {
        if (calendar->decreed[i].day == day)
            return &calendar->decreed[i];
    }
    return NULL;
}

bool pt_calendar_add_decreed(pt_calendar *calendar, pt_date day, const char *source)
{
    assert(!calendar->finished);
    if (!pt_date_valid(day) || calendar->decreed_count == PT_DECREED_LIMIT ||
        find_decreed(calendar, day) != NULL)
        return false;
    calendar->decreed = pt_arena_grow(calendar->arena, calendar->decreed, calendar->decreed_count,
                                      &calendar->decreed_capacity, sizeof *calendar->decreed);
    calendar->decreed[calendar->decreed_count++] =
        (pt_decreed_day){.day = day, .source = keep(calendar, source)};
    return true;
}

bool pt_calendar_add_unknown(pt_calendar *calendar, pt_date first, pt_date last)
{
    assert(!calendar->finished);
    if (!pt_date_valid(first) || !pt_date_valid(last) || last < first ||
        calendar->unknown_count == PT_UNKNOWN_LIMIT)
        return false;
    calendar->unknown = pt_arena_grow(calendar->arena, calendar->unknown, calendar->unknown_count,
                                      &calendar->unknown_capacity, sizeof *calendar->unknown);
    calendar->unknown[calendar->unknown_count++] = (pt_period){.first = first, .last = last};
    return true;
}

static void build_rest(pt_calendar *calendar, uint64_t *school_free)
{
    for (pt_date date = PT_DATE_FIRST; date <= PT_DATE_LAST; date++) {
        if (is_weekend(date)) {
            set(calendar->rest, date);
            set(school_free, date);
        }
    }
    for (int year = PT_LIMIT_FIRST_YEAR; year <= PT_LIMIT_LAST_YEAR; year++) {
        pt_holiday holidays[PT_HOLIDAYS_A_YEAR];
        pt_holidays_of(year, holidays);
        for (int i = 0; i < PT_HOLIDAYS_A_YEAR; i++) {
            set(calendar->rest, holidays[i].day);
            if (holidays[i].school_free)
                set(school_free, holidays[i].day);
        }
    }
    for (size_t i = 0; i < calendar->decreed_count; i++)
        set(calendar->rest, calendar->decreed[i].day);
}

static void set_days(uint64_t *bits, pt_date first, pt_date last)
{
    for (pt_date date = first; date <= last && date <= PT_DATE_LAST; date++)
        set(bits, date);
}

/* The kinds given for a schooljaar of a region, as bits. */
static int kinds_given(const pt_calendar *calendar, pt_region region, pt_date schoolyear)
{
    int kinds = 0;
    for (int kind = 0; kind < PT_VACATION_COUNT; kind++) {
        if (holiday_given(calendar, schoolyear, (pt_vacation)kind, region))
            kinds |= 1 << kind;
    }
    return kinds;
}

static void build_region(pt_calendar *calendar, pt_region region)
{
    uint64_t *known = calendar->school_known[region + 1];
    for (size_t i = 0; i < calendar->vacation_count; i++) {
        const pt_school_holiday *given = &calendar->vacations[i];
        if (given->region != region)
            continue;
        set_days(calendar->school_free[region + 1], given->first, given->last);
        set_days(known, given->first, given->last);
        pt_date before = pt_date_add_years(given->schoolyear, -1, PT_ROUND_REFUSE);
        if (given->kind == PT_VACATION_ZOMER &&
            holiday_given(calendar, before, PT_VACATION_ZOMER, region) &&
            kinds_given(calendar, region, given->schoolyear) == ALL_VACATIONS)
            set_days(known, given->schoolyear, pt_schoolyear_end(given->schoolyear));
    }
}

static bool week_has_lessons(const uint64_t *school_free, int week)
{
    pt_date monday = PT_DATE_FIRST + week * DAYS_A_WEEK;
    for (pt_date date = monday; date < monday + DAYS_A_WEEK && date <= PT_DATE_LAST; date++) {
        if (!is_set(school_free, date))
            return true;
    }
    return false;
}

static void count_lesweken(const uint64_t *school_free, int32_t *lesweken)
{
    int32_t count = 0;
    for (int week = 0; week < WEEKS; week++) {
        count += week_has_lessons(school_free, week);
        lesweken[week] = count;
    }
}

void pt_calendar_finish(pt_calendar *calendar)
{
    assert(!calendar->finished);
    calendar->rest = PT_NEW_ARRAY(calendar->arena, WORDS, uint64_t);
    for (int i = 0; i <= calendar->region_count; i++) {
        calendar->school_free[i] = PT_NEW_ARRAY(calendar->arena, WORDS, uint64_t);
        calendar->school_known[i] = PT_NEW_ARRAY(calendar->arena, WORDS, uint64_t);
        calendar->lesweken[i] = PT_NEW_ARRAY(calendar->arena, WEEKS, int32_t);
    }
    build_rest(calendar, calendar->school_free[0]);
    for (pt_region region = 0; region < calendar->region_count; region++) {
        memcpy(calendar->school_free[region + 1], calendar->school_free[0],
               WORDS * sizeof(uint64_t));
        build_region(calendar, region);
    }
    for (int i = 0; i <= calendar->region_count; i++)
        count_lesweken(calendar->school_free[i], calendar->lesweken[i]);
    calendar->finished = true;
}

pt_region pt_calendar_region(const pt_calendar *calendar, const char *name)
{
    for (pt_region region = 0; region < calendar->region_count; region++) {
        if (pt_text_equal(calendar->regions[region], name))
            return region;
    }
    return PT_REGION_NONE;
}

const char *pt_calendar_region_name(const pt_calendar *calendar, pt_region region)
{
    return region >= 0 && region < calendar->region_count ? calendar->regions[region] : NULL;
}

/* --- Walking over days: the same for working days and for schooldagen --- */

/* The nearest day whose bit is not set, `date` itself included, in steps of 1 or -1. */
static pt_date nearest_clear(const uint64_t *bits, pt_date date, int step)
{
    while (pt_date_valid(date) && is_set(bits, date))
        date += step;
    return pt_date_valid(date) ? date : PT_DATE_NONE;
}

static pt_date nth_clear(const uint64_t *bits, pt_date date, int32_t n)
{
    int step = n < 0 ? -1 : 1;
    for (; n != 0 && pt_date_valid(date); n -= step)
        date = nearest_clear(bits, date + step, step);
    return pt_date_valid(date) ? date : PT_DATE_NONE;
}

static int32_t count_clear(const uint64_t *bits, pt_date from, pt_date until)
{
    int32_t count = 0;
    if (from < PT_DATE_FIRST)
        from = PT_DATE_FIRST;
    for (pt_date date = from; date < until && date <= PT_DATE_LAST; date++)
        count += !is_set(bits, date);
    return count;
}

/* --- Rest days --- */

/* Koningsdag is 27 April since 2014, Koninginnedag was 30 April; a Sunday gives way to Saturday. */
static pt_date royal_day(int year)
{
    pt_date day = year >= 2014 ? pt_date_from(year, 4, 27) : pt_date_from(year, 4, 30);
    return pt_date_weekday(day) == 7 ? day - 1 : day;
}

static void sort_by_day(pt_holiday *holidays, int count)
{
    for (int i = 1; i < count; i++) {
        pt_holiday moving = holidays[i];
        int at = i;
        for (; at > 0 && holidays[at - 1].day > moving.day; at--)
            holidays[at] = holidays[at - 1];
        holidays[at] = moving;
    }
}

void pt_holidays_of(int year, pt_holiday out[PT_HOLIDAYS_A_YEAR])
{
    static const char first[] = "Algemene termijnenwet art. 3 lid 1";
    static const char second[] = "Algemene termijnenwet art. 3 lid 2";
    const pt_date easter = pt_easter(year);
    const pt_holiday holidays[PT_HOLIDAYS_A_YEAR] = {
        {pt_date_from(year, 1, 1), "Nieuwjaarsdag", first, true},
        {pt_date_add_days(easter, -2), "Goede Vrijdag", second, false},
        {pt_date_add_days(easter, 1), "Tweede Paasdag", first, true},
        {royal_day(year), year >= 2014 ? "Koningsdag" : "Koninginnedag", first, true},
        {pt_date_from(year, 5, 5), "Bevrijdingsdag", first, true},
        {pt_date_add_days(easter, 39), "Hemelvaartsdag", first, true},
        {pt_date_add_days(easter, 50), "Tweede Pinksterdag", first, true},
        {pt_date_from(year, 12, 25), "Eerste Kerstdag", first, true},
        {pt_date_from(year, 12, 26), "Tweede Kerstdag", first, true},
    };
    memcpy(out, holidays, sizeof holidays);
    sort_by_day(out, PT_HOLIDAYS_A_YEAR);
}

static pt_rest find_rest(const pt_calendar *calendar, pt_date date)
{
    pt_holiday holidays[PT_HOLIDAYS_A_YEAR];
    pt_holidays_of(pt_date_split(date).year, holidays);
    for (int i = 0; i < PT_HOLIDAYS_A_YEAR; i++) {
        if (holidays[i].day == date)
            return (pt_rest){PT_REST_HOLIDAY, holidays[i].name, holidays[i].article};
    }
    if (is_weekend(date))
        return (pt_rest){PT_REST_WEEKEND, pt_date_weekday(date) == 6 ? "zaterdag" : "zondag",
                         "Algemene termijnenwet art. 1 lid 1"};
    const pt_decreed_day *decreed = find_decreed(calendar, date);
    assert(decreed != NULL);
    return (pt_rest){PT_REST_DECREED, "gelijkgestelde dag", decreed->source};
}

pt_rest pt_calendar_rest(const pt_calendar *calendar, pt_date date)
{
    assert(calendar->finished);
    if (!pt_date_valid(date) || !is_set(calendar->rest, date))
        return (pt_rest){PT_REST_NONE, NULL, NULL};
    return find_rest(calendar, date);
}

bool pt_calendar_is_working_day(const pt_calendar *calendar, pt_date date)
{
    assert(calendar->finished);
    return pt_date_valid(date) && !is_set(calendar->rest, date);
}

pt_date pt_calendar_working_day_from(const pt_calendar *calendar, pt_date date)
{
    assert(calendar->finished);
    return nearest_clear(calendar->rest, date, 1);
}

pt_date pt_calendar_working_day_until(const pt_calendar *calendar, pt_date date)
{
    assert(calendar->finished);
    return nearest_clear(calendar->rest, date, -1);
}

pt_date pt_calendar_working_days_later(const pt_calendar *calendar, pt_date date, int32_t n)
{
    assert(calendar->finished);
    return nth_clear(calendar->rest, date, n);
}

int32_t pt_calendar_working_days(const pt_calendar *calendar, pt_date from, pt_date until)
{
    assert(calendar->finished);
    return count_clear(calendar->rest, from, until);
}

/* --- Days with lessons --- */

static int slot(const pt_calendar *calendar, pt_region region)
{
    assert(calendar->finished && region >= PT_REGION_NONE && region < calendar->region_count);
    return region + 1;
}

const pt_school_holiday *pt_calendar_vacation(const pt_calendar *calendar, pt_region region,
                                              pt_date date)
{
    for (size_t i = 0; i < calendar->vacation_count; i++) {
        const pt_school_holiday *given = &calendar->vacations[i];
        if (given->region == region && given->first <= date && date <= given->last)
            return given;
    }
    return NULL;
}

bool pt_calendar_is_schooldag(const pt_calendar *calendar, pt_region region, pt_date date)
{
    return pt_date_valid(date) && !is_set(calendar->school_free[slot(calendar, region)], date);
}

pt_date pt_calendar_schooldag_from(const pt_calendar *calendar, pt_region region, pt_date date)
{
    return nearest_clear(calendar->school_free[slot(calendar, region)], date, 1);
}

pt_date pt_calendar_schooldagen_later(const pt_calendar *calendar, pt_region region, pt_date date,
                                      int32_t n)
{
    return nth_clear(calendar->school_free[slot(calendar, region)], date, n);
}

int32_t pt_calendar_schooldagen(const pt_calendar *calendar, pt_region region, pt_date from,
                                pt_date until)
{
    return count_clear(calendar->school_free[slot(calendar, region)], from, until);
}

static bool week_is_lesweek(const int32_t *lesweken, int week)
{
    return lesweken[week] > (week > 0 ? lesweken[week - 1] : 0);
}

bool pt_calendar_is_lesweek(const pt_calendar *calendar, pt_region region, pt_date date)
{
    const int32_t *lesweken = calendar->lesweken[slot(calendar, region)];
    return pt_date_valid(date) && week_is_lesweek(lesweken, week_of(date));
}

int32_t pt_calendar_lesweek(const pt_calendar *calendar, pt_region region, pt_date date)
{
    const int32_t *lesweken = calendar->lesweken[slot(calendar, region)];
    return pt_date_valid(date) ? lesweken[week_of(date)] : -1;
}

pt_date pt_calendar_lesweken_later(const pt_calendar *calendar, pt_region region, pt_date date,
                                   int32_t n)
{
    const int32_t *lesweken = calendar->lesweken[slot(calendar, region)];
    const int step = n < 0 ? -DAYS_A_WEEK : DAYS_A_WEEK;
    while (n != 0 && pt_date_valid(date)) {
        date += step;
        if (pt_date_valid(date) && week_is_lesweek(lesweken, week_of(date)))
            n -= n < 0 ? -1 : 1;
    }
    return pt_date_valid(date) ? date : PT_DATE_NONE;
}

/* --- What is known --- */

bool pt_calendar_decrees_known(const pt_calendar *calendar, pt_date first, pt_date last)
{
    for (size_t i = 0; i < calendar->unknown_count; i++) {
        if (calendar->unknown[i].first <= last && first <= calendar->unknown[i].last)
            return false;
    }
    return true;
}

bool pt_calendar_school_known(const pt_calendar *calendar, pt_region region, pt_date first,
                              pt_date last)
{
    const uint64_t *known = calendar->school_known[slot(calendar, region)];
    for (pt_date date = first; date <= last; date++) {
        if (!pt_date_valid(date) || !is_set(known, date))
            return false;
    }
    return true;
}
