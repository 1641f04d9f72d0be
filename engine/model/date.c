/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/date.h"

#include "base/limits.h"

enum { MONTHS_A_YEAR = 12, DAYS_A_WEEK = 7, FIRST_SCHOOL_MONTH = 8 };

static bool leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int days_in_month(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && leap(year));
}

/* Days before the first of March of a year, counted from 0000-03-01: leap days come last. */
static int32_t days_before_march(int year)
{
    return 365 * year + year / 4 - year / 100 + year / 400;
}

static int32_t count_days(int year, int month, int day)
{
    const int32_t epoch = 719468; /* 1970-01-01 counted from 0000-03-01 */
    int shifted = month > 2 ? month - 3 : month + 9;
    int from = month > 2 ? year : year - 1;
    return days_before_march(from) + (153 * shifted + 2) / 5 + day - 1 - epoch;
}

bool pt_date_valid(pt_date date)
{
    return date >= PT_DATE_FIRST && date <= PT_DATE_LAST;
}

pt_date pt_date_from(int year, int month, int day)
{
    if (year < PT_LIMIT_FIRST_YEAR || year > PT_LIMIT_LAST_YEAR)
        return PT_DATE_NONE;
    if (month < 1 || month > MONTHS_A_YEAR || day < 1 || day > days_in_month(year, month))
        return PT_DATE_NONE;
    return count_days(year, month, day);
}

pt_year_month_day pt_date_split(pt_date date)
{
    if (!pt_date_valid(date))
        return (pt_year_month_day){0, 0, 0};
    int32_t days = date + 719468;
    int32_t era = days / 146097;
    int32_t of_era = days % 146097;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t shifted = (5 * of_year + 2) / 153;
    int32_t month = shifted < 10 ? shifted + 3 : shifted - 9;
    return (pt_year_month_day){
        .year = year + era * 400 + (month <= 2),
        .month = month,
        .day = of_year - (153 * shifted + 2) / 5 + 1,
    };
}

/* The number in `count` digits, or -1. */
static int read_digits(const char *text, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        number = number * 10 + (text[i] - '0');
    }
    return number;
}

static void write_digits(char *out, int number, int count)
{
    for (int i = count - 1; i >= 0; i--) {
        out[i] = (char)('0' + number % 10);
        number /= 10;
    }
}

bool pt_date_parse(const char *text, size_t length, pt_date *date)
{
    if (length != PT_DATE_TEXT - 1 || text[4] != '-' || text[7] != '-')
        return false;
    pt_date found =
        pt_date_from(read_digits(text, 4), read_digits(text + 5, 2), read_digits(text + 8, 2));
    if (found == PT_DATE_NONE)
        return false;
    *date = found;
    return true;
}

char *pt_date_format(pt_date date, char out[PT_DATE_TEXT])
{
    pt_year_month_day at = pt_date_split(date);
    out[0] = '\0';
    if (at.year == 0)
        return out;
    write_digits(out, at.year, 4);
    out[4] = '-';
    write_digits(out + 5, at.month, 2);
    out[7] = '-';
    write_digits(out + 8, at.day, 2);
    out[10] = '\0';
    return out;
}

int pt_date_weekday(pt_date date)
{
    if (!pt_date_valid(date))
        return 0;
    return (date - PT_DATE_FIRST) % DAYS_A_WEEK + 1; /* PT_DATE_FIRST is a Monday */
}

pt_date pt_date_add_days(pt_date date, int64_t days)
{
    if (date == PT_DATE_NONE || date == PT_DATE_FOREVER)
        return date;
    const int64_t span = (int64_t)PT_DATE_LAST - PT_DATE_FIRST;
    if (!pt_date_valid(date) || days > span || days < -span)
        return PT_DATE_NONE;
    pt_date sum = (pt_date)(date + days);
    return pt_date_valid(sum) ? sum : PT_DATE_NONE;
}

static pt_date round_month(int year, int month, pt_rounding rounding)
{
    pt_date last = pt_date_from(year, month, days_in_month(year, month));
    switch (rounding) {
    case PT_ROUND_DOWN: return last;
    case PT_ROUND_UP: return pt_date_add_days(last, 1);
    case PT_ROUND_REFUSE: return PT_DATE_NONE;
    }
    return PT_DATE_NONE;
}

pt_date pt_date_add_months(pt_date date, int64_t months, pt_rounding rounding)
{
    if (date == PT_DATE_NONE || date == PT_DATE_FOREVER)
        return date;
    const int64_t span = (PT_LIMIT_LAST_YEAR - PT_LIMIT_FIRST_YEAR + 1) * MONTHS_A_YEAR;
    if (!pt_date_valid(date) || months > span || months < -span)
        return PT_DATE_NONE;
    pt_year_month_day at = pt_date_split(date);
    int64_t sum = (int64_t)at.year * MONTHS_A_YEAR + at.month - 1 + months;
    int year = (int)(sum / MONTHS_A_YEAR);
    int month = (int)(sum % MONTHS_A_YEAR) + 1;
    if (year < PT_LIMIT_FIRST_YEAR || year > PT_LIMIT_LAST_YEAR)
        return PT_DATE_NONE;
    if (at.day > days_in_month(year, month))
        return round_month(year, month, rounding);
    return pt_date_from(year, month, at.day);
}

pt_date pt_date_add_years(pt_date date, int64_t years, pt_rounding rounding)
{
    const int64_t span = PT_LIMIT_LAST_YEAR - PT_LIMIT_FIRST_YEAR + 1;
    if (years > span || years < -span)
        years = years > 0 ? span : -span; /* out of range all the same, and it multiplies */
    return pt_date_add_months(date, years * MONTHS_A_YEAR, rounding);
}

int32_t pt_date_months_between(pt_date from, pt_date until, pt_rounding rounding)
{
    if (!pt_date_valid(from) || !pt_date_valid(until))
        return INT32_MIN;
    pt_year_month_day a = pt_date_split(from);
    pt_year_month_day b = pt_date_split(until);
    int32_t months = (b.year - a.year) * MONTHS_A_YEAR + b.month - a.month;
    pt_date reached = pt_date_add_months(from, months, PT_ROUND_DOWN);
    if (reached == until)
        return months;
    int32_t whole = reached < until ? months : months - 1;
    switch (rounding) {
    case PT_ROUND_DOWN: return whole;
    case PT_ROUND_UP: return whole + 1;
    case PT_ROUND_REFUSE: return INT32_MIN;
    }
    return INT32_MIN;
}

pt_date pt_month_begin(pt_date date)
{
    pt_year_month_day at = pt_date_split(date);
    return pt_date_from(at.year, at.month, 1);
}

pt_date pt_month_end(pt_date date)
{
    pt_year_month_day at = pt_date_split(date);
    return at.year == 0 ? PT_DATE_NONE
                        : pt_date_from(at.year, at.month, days_in_month(at.year, at.month));
}

int32_t pt_date_age(pt_date born, pt_date on)
{
    if (!pt_date_valid(born) || !pt_date_valid(on))
        return INT32_MIN;
    pt_year_month_day a = pt_date_split(born);
    pt_year_month_day b = pt_date_split(on);
    bool passed = b.month > a.month || (b.month == a.month && b.day >= a.day);
    return b.year - a.year - (passed ? 0 : 1);
}

pt_date pt_date_birthday(pt_date born, int32_t years)
{
    return pt_date_add_years(born, years, PT_ROUND_UP);
}

static int schoolyear_of(pt_date date)
{
    pt_year_month_day at = pt_date_split(date);
    return at.month >= FIRST_SCHOOL_MONTH ? at.year : at.year - 1;
}

pt_date pt_schoolyear_begin(pt_date date)
{
    return pt_date_from(schoolyear_of(date), FIRST_SCHOOL_MONTH, 1);
}

pt_date pt_schoolyear_end(pt_date date)
{
    return pt_date_from(schoolyear_of(date) + 1, FIRST_SCHOOL_MONTH - 1, 31);
}

char *pt_schoolyear_format(pt_date date, char out[PT_SCHOOLYEAR_TEXT])
{
    int year = schoolyear_of(date);
    out[0] = '\0';
    if (!pt_date_valid(date))
        return out;
    write_digits(out, year, 4);
    out[4] = '/';
    write_digits(out + 5, (year + 1) % 100, 2);
    out[7] = '\0';
    return out;
}

pt_date pt_schoolyear_parse(const char *text, size_t length)
{
    if (length != PT_SCHOOLYEAR_TEXT - 1 || text[4] != '/')
        return PT_DATE_NONE;
    int year = read_digits(text, 4);
    if (year < 0 || read_digits(text + 5, 2) != (year + 1) % 100)
        return PT_DATE_NONE;
    return pt_date_from(year, FIRST_SCHOOL_MONTH, 1);
}

/* The anonymous Gregorian computus, as in Meeus, Astronomical Algorithms, chapter 8. */
pt_date pt_easter(int year)
{
    if (year < PT_LIMIT_FIRST_YEAR || year > PT_LIMIT_LAST_YEAR)
        return PT_DATE_NONE;
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - b / 4 - g + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return pt_date_from(year, n / 31, n % 31 + 1);
}

const char *pt_weekday_short(int weekday, pt_language language)
{
    static const char *const names[2][DAYS_A_WEEK] = {
        [PT_DUTCH] = {"ma", "di", "wo", "do", "vr", "za", "zo"},
        [PT_ENGLISH] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"},
    };
    return weekday >= 1 && weekday <= DAYS_A_WEEK ? names[language][weekday - 1] : "";
}

const char *pt_month_short(int month, pt_language language)
{
    static const char *const names[2][MONTHS_A_YEAR] = {
        [PT_DUTCH] = {"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov",
                      "dec"},
        [PT_ENGLISH] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                        "Dec"},
    };
    return month >= 1 && month <= MONTHS_A_YEAR ? names[language][month - 1] : "";
}
