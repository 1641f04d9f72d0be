/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The Dutch calendar: rest days under the Algemene termijnenwet, and days with lessons by region.
 *
 * What follows from a statute is computed (weekends, holidays); what was decided from year to year
 * (days put on a par by decree, school holidays) is given from outside and may be missing, so the
 * calendar can be asked whether it knows. Normal use: create, add everything, finish, then ask.
 *
 * Two kinds of free day, kept apart:
 *   rest day      Saturday, Sunday, a holiday of the Algemene termijnenwet art. 3 lid 1, Goede
 *                 Vrijdag (lid 2), a day put on a par by decree (lid 3). The rest is a working day.
 *   school-free   weekend, the list of art. 2.42 Uitvoeringsbesluit WVO 2020 (without Goede Vrijdag
 *                 and without decreed days), and the school holidays of the region. The list is
 *                 that of vo; it is used for every kind of school (assumption).
 *
 * The list of holidays is that of the present statute for every year, but for Koninginnedag before
 * 2014; days before 1980 are not meant to be relied on.
 *
 * Dates that are not valid are never a working day or school day; functions that return a date
 * return PT_DATE_NONE when they leave 1900-2200. Names and sources are copied into the arena.
 * Threads: after pt_calendar_finish the calendar does not change and may be shared.
 */
#ifndef PT_MODEL_CALENDAR_H
#define PT_MODEL_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/date.h"

/* A holiday region (noord, midden, zuid): a small number given by its calendar. */
typedef int pt_region;

/* PT_REGION_NONE: no region; school holidays are then unknown on every day. */
enum { PT_REGION_NONE = -1, PT_REGION_LIMIT = 8, PT_HOLIDAYS_A_YEAR = 9 };

/* Bounds on what a calendar file can ask: decrees name a few days a year. */
enum { PT_DECREED_LIMIT = 2000, PT_UNKNOWN_LIMIT = 500 };

typedef enum pt_vacation {
    PT_VACATION_HERFST,
    PT_VACATION_KERST,
    PT_VACATION_VOORJAAR,
    PT_VACATION_MEI,
    PT_VACATION_ZOMER, /* the summer after the schooljaar it is written under */
    PT_VACATION_COUNT
} pt_vacation;

typedef struct pt_school_holiday {
    pt_date schoolyear; /* its 1 August */
    pt_vacation kind;
    pt_region region;
    pt_date first;
    pt_date last; /* inclusive */
    const char *source;
} pt_school_holiday;

typedef struct pt_decreed_day {
    pt_date day;
    const char *source;
} pt_decreed_day;

typedef struct pt_period {
    pt_date first;
    pt_date last; /* inclusive */
} pt_period;

/* One holiday of a year. Name and article live for ever. */
typedef struct pt_holiday {
    pt_date day;
    const char *name;    /* "Hemelvaartsdag" */
    const char *article; /* "Algemene termijnenwet art. 3 lid 1" */
    bool school_free;
} pt_holiday;

typedef enum pt_rest_kind {
    PT_REST_NONE, /* a working day */
    PT_REST_WEEKEND,
    PT_REST_HOLIDAY,
    PT_REST_DECREED
} pt_rest_kind;

/* Why a day is a rest day. Name and source are NULL for a working day. */
typedef struct pt_rest {
    pt_rest_kind kind;
    const char *name;   /* "zaterdag", "Koningsdag", "gelijkgestelde dag" */
    const char *source; /* article, or the decree */
} pt_rest;

typedef struct pt_calendar {
    pt_arena *arena;
    pt_school_holiday *vacations;
    size_t vacation_count;
    size_t vacation_capacity;
    pt_decreed_day *decreed;
    size_t decreed_count;
    size_t decreed_capacity;
    pt_period *unknown; /* periods for which decreed days are not known */
    size_t unknown_count;
    size_t unknown_capacity;
    const char *regions[PT_REGION_LIMIT];
    int region_count;
    bool finished;
    /* Built by pt_calendar_finish: a bit a day from PT_DATE_FIRST. Index 0 is PT_REGION_NONE. */
    uint64_t *rest;
    uint64_t *school_free[PT_REGION_LIMIT + 1];
    uint64_t *school_known[PT_REGION_LIMIT + 1];
    int32_t *lesweken[PT_REGION_LIMIT + 1]; /* per week: lesweken up to and including it */
} pt_calendar;

/* --- Building ------------------------------------------------------------------------------- */

/* An empty calendar in `arena`. */
pt_calendar *pt_calendar_create(pt_arena *arena);

/* The kind with this Dutch name ("herfst"), or PT_VACATION_COUNT; and back. */
pt_vacation pt_vacation_find(const char *name);
const char *pt_vacation_name(pt_vacation kind);

/*
 * Adds a school holiday, both days inclusive; a region not seen before is added. False, nothing
 * changed, when last < first, a date is not valid, `schoolyear` is no 1 August, the holiday does
 * not begin in that schooljaar, it was given already, or there are PT_REGION_LIMIT regions.
 */
bool pt_calendar_add_holiday(pt_calendar *calendar, pt_date schoolyear, pt_vacation kind,
                             const char *region, pt_date first, pt_date last, const char *source);

/* Adds a day put on a par (art. 3 lid 3). False when not valid, given already, or too many. */
bool pt_calendar_add_decreed(pt_calendar *calendar, pt_date day, const char *source);

/* Decreed days between these days, inclusive, are not known. False when last < first, or too many.
 */
bool pt_calendar_add_unknown(pt_calendar *calendar, pt_date first, pt_date last);

/* Computes every day once. Before this nothing may be asked; after it nothing may be added. */
void pt_calendar_finish(pt_calendar *calendar);

/* The region with this name, PT_REGION_NONE when there is none; and back (NULL for none). */
pt_region pt_calendar_region(const pt_calendar *calendar, const char *name);
const char *pt_calendar_region_name(const pt_calendar *calendar, pt_region region);

/* --- Rest days and working days (Algemene termijnenwet) --------------------------------------- */

/* The holidays of a year in order of date, PT_HOLIDAYS_A_YEAR of them; two may share a day. */
void pt_holidays_of(int year, pt_holiday out[PT_HOLIDAYS_A_YEAR]);

/* Why the day is a rest day; a holiday on a weekend day is given as the holiday. */
pt_rest pt_calendar_rest(const pt_calendar *calendar, pt_date date);

bool pt_calendar_is_working_day(const pt_calendar *calendar, pt_date date);

/* The first working day on or after, and the last on or before. */
pt_date pt_calendar_working_day_from(const pt_calendar *calendar, pt_date date);
pt_date pt_calendar_working_day_until(const pt_calendar *calendar, pt_date date);

/* The n-th working day after `date` (before it, when n < 0); `date` itself for 0. */
pt_date pt_calendar_working_days_later(const pt_calendar *calendar, pt_date date, int32_t n);

/* Working days in [from, until). */
int32_t pt_calendar_working_days(const pt_calendar *calendar, pt_date from, pt_date until);

/* --- Days with lessons ------------------------------------------------------------------------ */

/* The school holiday that covers the day, or NULL. Lives as long as the calendar. */
const pt_school_holiday *pt_calendar_vacation(const pt_calendar *calendar, pt_region region,
                                              pt_date date);

bool pt_calendar_is_schooldag(const pt_calendar *calendar, pt_region region, pt_date date);

/* The first schooldag on or after. */
pt_date pt_calendar_schooldag_from(const pt_calendar *calendar, pt_region region, pt_date date);

/* The n-th schooldag after `date` (before it, when n < 0); `date` itself for 0. */
pt_date pt_calendar_schooldagen_later(const pt_calendar *calendar, pt_region region, pt_date date,
                                      int32_t n);

/* Schooldagen in [from, until). */
int32_t pt_calendar_schooldagen(const pt_calendar *calendar, pt_region region, pt_date from,
                                pt_date until);

/*
 * A lesweek is a calendar week, Monday to Sunday, with at least one schooldag in the region. No
 * statute defines the word (LPW art. 21a uses it): an assumption. Weeks without lessons are not
 * counted, so that two lesweken before and two after a holiday follow each other.
 */
bool pt_calendar_is_lesweek(const pt_calendar *calendar, pt_region region, pt_date date);

/*
 * The number of the lesweek of `date`, counted from 1900; in a week without lessons the number of
 * the one before. Four lesweken in a row are the numbers n-3 to n. -1 when not valid.
 */
int32_t pt_calendar_lesweek(const pt_calendar *calendar, pt_region region, pt_date date);

/*
 * The same weekday in the n-th lesweek after the week of `date` (before it, when n < 0); without
 * holidays between, that is 7 * n days later. `date` itself for 0.
 */
pt_date pt_calendar_lesweken_later(const pt_calendar *calendar, pt_region region, pt_date date,
                                   int32_t n);

/* --- What is known ---------------------------------------------------------------------------- */

/* Are the decreed days between these days, inclusive, known? */
bool pt_calendar_decrees_known(const pt_calendar *calendar, pt_date first, pt_date last);

/*
 * Are the school holidays of the region known on every day between these days, inclusive? They are
 * known on a day inside a given holiday, and in a schooljaar of which all kinds are given together
 * with the summer before it.
 */
bool pt_calendar_school_known(const pt_calendar *calendar, pt_region region, pt_date first,
                              pt_date last);

#endif
