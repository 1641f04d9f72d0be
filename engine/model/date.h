/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Dates as whole days, in the proleptic Gregorian calendar, and the arithmetic that law does with
 * them: months, ages, birthdays, school years, Easter. Holidays are in calendar.h, legal terms in
 * term.h.
 *
 * Every function that returns a date returns PT_DATE_NONE when the outcome does not exist or lies
 * outside 1900-2200; none of them asserts on a date. PT_DATE_NONE and PT_DATE_FOREVER go in where
 * dates go in: arithmetic leaves them as they are.
 *
 * Threads: pure functions.
 */
#ifndef PT_MODEL_DATE_H
#define PT_MODEL_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/messages.h"

/* Days since 1970-01-01; ordinary `<` orders dates, NONE before and FOREVER behind all others. */
typedef int32_t pt_date;

#define PT_DATE_NONE    INT32_MIN /* no date */
#define PT_DATE_FOREVER INT32_MAX /* has not ended */
#define PT_DATE_FIRST   (-25567)  /* 1900-01-01, a Monday */
#define PT_DATE_LAST    84370     /* 2200-12-31 */

/* Room for "2026-08-01" and for "2026/27", closing NUL included. */
enum { PT_DATE_TEXT = 11, PT_SCHOOLYEAR_TEXT = 8 };

/*
 * What happens when a month lacks the day: 31 January + 1 month. DOWN is the rule for legal terms
 * (the last day of the month, general practice); UP is the first day of the next month.
 */
typedef enum pt_rounding { PT_ROUND_DOWN, PT_ROUND_UP, PT_ROUND_REFUSE } pt_rounding;

typedef struct pt_year_month_day {
    int year;
    int month; /* 1..12 */
    int day;   /* 1..31 */
} pt_year_month_day;

/* What a length is counted in. Hours run in whole days: a part of a day counts as a day. */
typedef enum pt_unit {
    PT_UNIT_DAYS,
    PT_UNIT_WEEKS,
    PT_UNIT_MONTHS,
    PT_UNIT_YEARS,
    PT_UNIT_SCHOOLDAYS, /* days with lessons in a holiday region */
    PT_UNIT_LESWEKEN,   /* calendar weeks that have such a day */
    PT_UNIT_WORKDAYS,   /* days that are no rest day under the Algemene termijnenwet */
    PT_UNIT_HOURS,
    PT_UNIT_COUNT
} pt_unit;

/* A length of time. `rounding` is read for months and years alone. */
typedef struct pt_duration {
    int32_t amount;
    pt_unit unit;
    pt_rounding rounding;
} pt_duration;

/* Is this a day of 1900-2200 (so neither NONE nor FOREVER)? */
bool pt_date_valid(pt_date date);

/* The day with these numbers; NONE when there is no such day. */
pt_date pt_date_from(int year, int month, int day);

/* The numbers of a day; all 0 when it is not valid. */
pt_year_month_day pt_date_split(pt_date date);

/* Reads exactly YYYY-MM-DD from `length` bytes; false, `*date` untouched, when it is anything else.
 */
bool pt_date_parse(const char *text, size_t length, pt_date *date);

/* Writes YYYY-MM-DD into `out` and returns it; the empty text for what is not valid. */
char *pt_date_format(pt_date date, char out[PT_DATE_TEXT]);

/* 1 = Monday .. 7 = Sunday; 0 when not valid. */
int pt_date_weekday(pt_date date);

/* `days` later (or earlier, when negative). */
pt_date pt_date_add_days(pt_date date, int64_t days);

/* `months` or `years` later or earlier. REFUSE gives NONE when the month lacks the day. */
pt_date pt_date_add_months(pt_date date, int64_t months, pt_rounding rounding);
pt_date pt_date_add_years(pt_date date, int64_t years, pt_rounding rounding);

/*
 * Months from `from` to `until`, by the last day of the month where a month lacks the day: DOWN is
 * the largest m with from + m months <= until, UP the smallest with from + m months >= until.
 * REFUSE gives INT32_MIN when the two differ; so does a date that is not valid.
 */
int32_t pt_date_months_between(pt_date from, pt_date until, pt_rounding rounding);

pt_date pt_month_begin(pt_date date);
pt_date pt_month_end(pt_date date);

/*
 * Whole years old on day `on`; negative before birth; INT32_MIN when a date is not valid. Somebody
 * born on 29 February is a year older on 1 March of a year without that day: a year is full when
 * its last day, 28 February, has passed.
 */
int32_t pt_date_age(pt_date born, pt_date on);

/* The day on which somebody turns `years`, counted as pt_date_age counts. */
pt_date pt_date_birthday(pt_date born, int32_t years);

/*
 * The schooljaar is 1 August up to and including 31 July, whatever the holidays are (WPO art. 1,
 * WEC art. 1, WVO 2020 art. 1.1): its first and its last day around `date`.
 */
pt_date pt_schoolyear_begin(pt_date date);
pt_date pt_schoolyear_end(pt_date date);

/* Writes "2026/27" into `out` and returns it; the empty text for what is not valid. */
char *pt_schoolyear_format(pt_date date, char out[PT_SCHOOLYEAR_TEXT]);

/* The first day of the schooljaar that "2026/27" names; NONE when the text names none. */
pt_date pt_schoolyear_parse(const char *text, size_t length);

/* Easter Sunday of a year. */
pt_date pt_easter(int year);

/* "ma", "Mon" for 1; "mrt", "Mar" for 3. "" for a number outside the week or year. Lives for ever.
 */
const char *pt_weekday_short(int weekday, pt_language language);
const char *pt_month_short(int month, pt_language language);

#endif
