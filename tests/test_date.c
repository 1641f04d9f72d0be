/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "model/date.h"

static pt_date day(const char *text)
{
    pt_date date = PT_DATE_NONE;
    if (!pt_date_parse(text, strlen(text), &date))
        fail_msg("no such day: %s", text);
    return date;
}

/* "-" for no date. */
static void expect_day(pt_date found, const char *expected)
{
    char text[PT_DATE_TEXT];
    if (strcmp(expected, "-") == 0)
        assert_int_equal(found, PT_DATE_NONE);
    else
        assert_string_equal(pt_date_format(found, text), expected);
}

static void every_day_from_1900_to_2200_makes_a_round_trip(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    pt_date expected = PT_DATE_FIRST;
    for (int year = 1900; year <= 2200; year++) {
        bool leap = year % 4 == 0 && (year % 100 != 0 || year == 2000);
        for (int month = 1; month <= 12; month++) {
            int length = lengths[month - 1] + (month == 2 && leap);
            for (int d = 1; d <= length; d++, expected++) {
                char text[PT_DATE_TEXT];
                char written[32];
                pt_date parsed = PT_DATE_NONE;
                pt_year_month_day split = pt_date_split(expected);
                assert_int_equal(pt_date_from(year, month, d), expected);
                assert_true(split.year == year && split.month == month && split.day == d);
                snprintf(written, sizeof written, "%04d-%02d-%02d", year, month, d);
                assert_string_equal(pt_date_format(expected, text), written);
                assert_true(pt_date_parse(text, 10, &parsed));
                assert_int_equal(parsed, expected);
                assert_int_equal(pt_date_weekday(expected), (expected - PT_DATE_FIRST) % 7 + 1);
            }
            assert_int_equal(pt_date_from(year, month, length + 1), PT_DATE_NONE);
        }
    }
    assert_int_equal(expected, PT_DATE_LAST + 1);
}

static void days_count_from_1970(void **state)
{
    (void)state;
    assert_int_equal(day("1970-01-01"), 0);
    assert_int_equal(day("2000-03-01"), 11017);
    assert_int_equal(day("2026-08-01"), 20666);
}

static void weekdays_are_those_of_the_almanac(void **state)
{
    (void)state;
    assert_int_equal(pt_date_weekday(day("1900-01-01")), 1);
    assert_int_equal(pt_date_weekday(day("1970-01-01")), 4);
    assert_int_equal(pt_date_weekday(day("2000-02-29")), 2);
    assert_int_equal(pt_date_weekday(day("2026-08-01")), 6);
    assert_int_equal(pt_date_weekday(day("2027-05-05")), 3);
    assert_int_equal(pt_date_weekday(PT_DATE_NONE), 0);
    assert_int_equal(pt_date_weekday(PT_DATE_FOREVER), 0);
}

static void only_a_whole_written_date_is_read(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "",           "2026-8-01",  "2026-08-1",  "20260801",   "2026-08-01 ", " 2026-08-01",
        "2026/08/01", "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00",  "2026-04-31",
        "1899-12-31", "2201-01-01", "+026-08-01", "2026-08-0x", "2O26-08-01",  "-026-01-01",
        "2026-08-+1", "2026--8-01", "0000-00-00", "9999-12-31",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pt_date date = 42;
        if (pt_date_parse(wrong[i], strlen(wrong[i]), &date) || date != 42)
            fail_msg("read as a date: '%s'", wrong[i]);
    }
}

static void reading_a_date_looks_at_its_length_alone(void **state)
{
    (void)state;
    const char bytes[10] = {'2', '0', '2', '6', '-', '0', '8', '-', '0', '1'};
    pt_date date = PT_DATE_NONE;
    assert_true(pt_date_parse(bytes, 10, &date));
    assert_false(pt_date_parse("2026-08-011", 11, &date));
    assert_true(pt_date_parse("2026-08-011", 10, &date));
    assert_int_equal(date, 20666);
}

static void what_is_no_day_is_written_as_nothing(void **state)
{
    (void)state;
    char text[PT_DATE_TEXT] = "x";
    assert_string_equal(pt_date_format(PT_DATE_NONE, text), "");
    assert_string_equal(pt_date_format(PT_DATE_FOREVER, text), "");
    assert_string_equal(pt_date_format(PT_DATE_LAST + 1, text), "");
    assert_string_equal(pt_schoolyear_format(PT_DATE_NONE, text), "");
}

static void days_added_stay_within_the_years(void **state)
{
    (void)state;
    expect_day(pt_date_add_days(day("2024-02-28"), 2), "2024-03-01");
    expect_day(pt_date_add_days(day("2024-03-01"), -2), "2024-02-28");
    expect_day(pt_date_add_days(PT_DATE_LAST, 0), "2200-12-31");
    expect_day(pt_date_add_days(PT_DATE_LAST, 1), "-");
    expect_day(pt_date_add_days(PT_DATE_FIRST, -1), "-");
    expect_day(pt_date_add_days(0, INT64_MAX), "-");
    expect_day(pt_date_add_days(0, INT64_MIN), "-");
    assert_int_equal(pt_date_add_days(PT_DATE_NONE, 5), PT_DATE_NONE);
    assert_int_equal(pt_date_add_days(PT_DATE_FOREVER, -5), PT_DATE_FOREVER);
}

static void a_month_that_lacks_the_day_asks_for_a_rounding(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int64_t months;
        const char *down, *up, *refuse;
    } rows[] = {
        {"2026-01-31", 1, "2026-02-28", "2026-03-01", "-"},
        {"2024-01-31", 1, "2024-02-29", "2024-03-01", "-"},
        {"2024-01-30", 1, "2024-02-29", "2024-03-01", "-"},
        {"2024-01-29", 1, "2024-02-29", "2024-02-29", "2024-02-29"},
        {"2026-08-31", 1, "2026-09-30", "2026-10-01", "-"},
        {"2026-03-31", -1, "2026-02-28", "2026-03-01", "-"},
        {"2026-12-15", 1, "2027-01-15", "2027-01-15", "2027-01-15"},
        {"2026-01-15", -1, "2025-12-15", "2025-12-15", "2025-12-15"},
        {"2026-01-15", -13, "2024-12-15", "2024-12-15", "2024-12-15"},
        {"2026-01-31", 0, "2026-01-31", "2026-01-31", "2026-01-31"},
        {"2200-12-01", 1, "-", "-", "-"},
        {"1900-01-31", -1, "-", "-", "-"},
        {"2026-01-01", INT64_MAX, "-", "-", "-"},
        {"2026-01-01", INT64_MIN, "-", "-", "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_date from = day(rows[i].from);
        expect_day(pt_date_add_months(from, rows[i].months, PT_ROUND_DOWN), rows[i].down);
        expect_day(pt_date_add_months(from, rows[i].months, PT_ROUND_UP), rows[i].up);
        expect_day(pt_date_add_months(from, rows[i].months, PT_ROUND_REFUSE), rows[i].refuse);
    }
    assert_int_equal(pt_date_add_months(PT_DATE_NONE, 1, PT_ROUND_DOWN), PT_DATE_NONE);
    assert_int_equal(pt_date_add_months(PT_DATE_FOREVER, 1, PT_ROUND_UP), PT_DATE_FOREVER);
}

static void a_year_after_29_february_asks_for_a_rounding(void **state)
{
    (void)state;
    pt_date leap = day("2024-02-29");
    expect_day(pt_date_add_years(leap, 1, PT_ROUND_DOWN), "2025-02-28");
    expect_day(pt_date_add_years(leap, 1, PT_ROUND_UP), "2025-03-01");
    expect_day(pt_date_add_years(leap, 1, PT_ROUND_REFUSE), "-");
    expect_day(pt_date_add_years(leap, 4, PT_ROUND_REFUSE), "2028-02-29");
    expect_day(pt_date_add_years(leap, 76, PT_ROUND_DOWN), "2100-02-28");
    expect_day(pt_date_add_years(leap, -124, PT_ROUND_UP), "1900-03-01");
    expect_day(pt_date_add_years(leap, INT64_MAX, PT_ROUND_UP), "-");
    expect_day(pt_date_add_years(leap, INT64_MIN, PT_ROUND_UP), "-");
    assert_int_equal(pt_date_add_years(PT_DATE_FOREVER, INT64_MIN, PT_ROUND_UP), PT_DATE_FOREVER);
}

static void adding_months_and_taking_them_back_returns_where_the_day_exists(void **state)
{
    (void)state;
    for (pt_date date = day("2019-01-01"); date < day("2025-01-01"); date++) {
        for (int months = -30; months <= 30; months++) {
            pt_date there = pt_date_add_months(date, months, PT_ROUND_REFUSE);
            if (there != PT_DATE_NONE)
                assert_int_equal(pt_date_add_months(there, -months, PT_ROUND_REFUSE), date);
        }
    }
}

static void months_between_say_how_they_round(void **state)
{
    (void)state;
    static const struct {
        const char *from, *until;
        int down, up;
    } rows[] = {
        {"2026-01-15", "2026-01-15", 0, 0},   {"2026-01-15", "2026-02-14", 0, 1},
        {"2026-01-15", "2026-02-15", 1, 1},   {"2026-01-15", "2026-02-16", 1, 2},
        {"2026-01-31", "2026-02-27", 0, 1},   {"2026-01-31", "2026-02-28", 1, 1},
        {"2026-01-31", "2026-03-30", 1, 2},   {"2026-01-31", "2026-03-31", 2, 2},
        {"2024-02-29", "2025-02-28", 12, 12}, {"2026-02-15", "2026-01-15", -1, -1},
        {"2026-02-15", "2026-01-16", -1, 0},  {"2026-02-15", "2026-01-14", -2, -1},
        {"2026-02-16", "2026-02-15", -1, 0},  {"1900-01-01", "2200-12-31", 3611, 3612},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_date from = day(rows[i].from);
        pt_date until = day(rows[i].until);
        int exact = rows[i].down == rows[i].up ? rows[i].down : INT32_MIN;
        assert_int_equal(pt_date_months_between(from, until, PT_ROUND_DOWN), rows[i].down);
        assert_int_equal(pt_date_months_between(from, until, PT_ROUND_UP), rows[i].up);
        assert_int_equal(pt_date_months_between(from, until, PT_ROUND_REFUSE), exact);
    }
    assert_int_equal(pt_date_months_between(PT_DATE_NONE, 0, PT_ROUND_DOWN), INT32_MIN);
    assert_int_equal(pt_date_months_between(0, PT_DATE_FOREVER, PT_ROUND_DOWN), INT32_MIN);
}

static void months_between_is_the_largest_number_that_fits(void **state)
{
    (void)state;
    pt_date until = day("2024-03-01");
    for (pt_date from = day("2022-12-01"); from < day("2025-06-01"); from++) {
        int32_t down = pt_date_months_between(from, until, PT_ROUND_DOWN);
        int32_t up = pt_date_months_between(from, until, PT_ROUND_UP);
        assert_true(pt_date_add_months(from, down, PT_ROUND_DOWN) <= until);
        assert_true(pt_date_add_months(from, down + 1, PT_ROUND_DOWN) > until);
        assert_true(pt_date_add_months(from, up, PT_ROUND_DOWN) >= until);
        assert_true(pt_date_add_months(from, up - 1, PT_ROUND_DOWN) < until);
    }
}

static void an_age_changes_on_the_birthday(void **state)
{
    (void)state;
    static const struct {
        const char *born, *on;
        int age;
    } rows[] = {
        {"2022-05-02", "2026-05-01", 3},  {"2022-05-02", "2026-05-02", 4},
        {"2022-05-02", "2022-05-02", 0},  {"2022-05-02", "2022-05-01", -1},
        {"2020-02-29", "2025-02-28", 4},  {"2020-02-29", "2025-03-01", 5},
        {"2020-02-29", "2024-02-28", 3},  {"2020-02-29", "2024-02-29", 4},
        {"2008-12-31", "2026-12-30", 17}, {"2008-12-31", "2026-12-31", 18},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pt_date_age(day(rows[i].born), day(rows[i].on)), rows[i].age);
    assert_int_equal(pt_date_age(PT_DATE_NONE, 0), INT32_MIN);
    assert_int_equal(pt_date_age(0, PT_DATE_FOREVER), INT32_MIN);
}

static void somebody_is_n_years_old_from_birthday_n(void **state)
{
    (void)state;
    expect_day(pt_date_birthday(day("2020-02-29"), 5), "2025-03-01");
    expect_day(pt_date_birthday(day("2020-02-29"), 4), "2024-02-29");
    expect_day(pt_date_birthday(day("2020-02-29"), 0), "2020-02-29");
    expect_day(pt_date_birthday(day("2190-01-01"), 11), "-");
    for (pt_date born = day("2019-12-25"); born < day("2021-01-05"); born++) {
        for (int32_t years = 1; years <= 18; years++) {
            pt_date birthday = pt_date_birthday(born, years);
            assert_int_equal(pt_date_age(born, birthday), years);
            assert_int_equal(pt_date_age(born, birthday - 1), years - 1);
        }
    }
}

static void a_schooljaar_runs_from_1_august_to_31_july(void **state)
{
    (void)state;
    static const struct {
        const char *on, *begin, *end, *name;
    } rows[] = {
        {"2026-07-31", "2025-08-01", "2026-07-31", "2025/26"},
        {"2026-08-01", "2026-08-01", "2027-07-31", "2026/27"},
        {"2027-01-01", "2026-08-01", "2027-07-31", "2026/27"},
        {"1999-12-31", "1999-08-01", "2000-07-31", "1999/00"},
        {"2200-12-31", "2200-08-01", "-", "2200/01"},
        {"1900-01-01", "-", "1900-07-31", "1899/00"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[PT_SCHOOLYEAR_TEXT];
        expect_day(pt_schoolyear_begin(day(rows[i].on)), rows[i].begin);
        expect_day(pt_schoolyear_end(day(rows[i].on)), rows[i].end);
        assert_string_equal(pt_schoolyear_format(day(rows[i].on), text), rows[i].name);
    }
    assert_int_equal(pt_schoolyear_begin(PT_DATE_NONE), PT_DATE_NONE);
    assert_int_equal(pt_schoolyear_end(PT_DATE_FOREVER), PT_DATE_NONE);
}

static void the_name_of_a_schooljaar_gives_its_first_day(void **state)
{
    (void)state;
    static const char *const wrong[] = {"2026/28", "2026-27", "2026/2027", "26/27",
                                        "",        "202a/27", "1899/00"};
    expect_day(pt_schoolyear_parse("2026/27", 7), "2026-08-01");
    expect_day(pt_schoolyear_parse("1999/00", 7), "1999-08-01");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        expect_day(pt_schoolyear_parse(wrong[i], strlen(wrong[i])), "-");
}

static void a_month_begins_and_ends(void **state)
{
    (void)state;
    expect_day(pt_month_begin(day("2024-02-29")), "2024-02-01");
    expect_day(pt_month_end(day("2024-02-01")), "2024-02-29");
    expect_day(pt_month_end(day("2100-02-01")), "2100-02-28");
    expect_day(pt_month_end(day("2026-12-31")), "2026-12-31");
    expect_day(pt_month_begin(PT_DATE_NONE), "-");
    expect_day(pt_month_end(PT_DATE_FOREVER), "-");
}

static void easter_falls_where_the_almanac_says(void **state)
{
    (void)state;
    static const char *const easters[] = {
        "1954-04-18", "1961-04-02", "1981-04-19", "2000-04-23", "2008-03-23",
        "2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
        "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19",
    };
    for (size_t i = 0; i < sizeof easters / sizeof *easters; i++)
        expect_day(pt_easter(atoi(easters[i])), easters[i]);
    for (int year = 1900; year <= 2200; year++)
        assert_int_equal(pt_date_weekday(pt_easter(year)), 7);
    expect_day(pt_easter(1899), "-");
    expect_day(pt_easter(2201), "-");
}

static void weekdays_and_months_have_short_names(void **state)
{
    (void)state;
    assert_string_equal(pt_weekday_short(1, PT_DUTCH), "ma");
    assert_string_equal(pt_weekday_short(7, PT_ENGLISH), "Sun");
    assert_string_equal(pt_month_short(3, PT_DUTCH), "mrt");
    assert_string_equal(pt_month_short(10, PT_ENGLISH), "Oct");
    assert_string_equal(pt_weekday_short(0, PT_DUTCH), "");
    assert_string_equal(pt_weekday_short(8, PT_DUTCH), "");
    assert_string_equal(pt_month_short(0, PT_DUTCH), "");
    assert_string_equal(pt_month_short(13, PT_DUTCH), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_from_1900_to_2200_makes_a_round_trip),
        cmocka_unit_test(days_count_from_1970),
        cmocka_unit_test(weekdays_are_those_of_the_almanac),
        cmocka_unit_test(only_a_whole_written_date_is_read),
        cmocka_unit_test(reading_a_date_looks_at_its_length_alone),
        cmocka_unit_test(what_is_no_day_is_written_as_nothing),
        cmocka_unit_test(days_added_stay_within_the_years),
        cmocka_unit_test(a_month_that_lacks_the_day_asks_for_a_rounding),
        cmocka_unit_test(a_year_after_29_february_asks_for_a_rounding),
        cmocka_unit_test(adding_months_and_taking_them_back_returns_where_the_day_exists),
        cmocka_unit_test(months_between_say_how_they_round),
        cmocka_unit_test(months_between_is_the_largest_number_that_fits),
        cmocka_unit_test(an_age_changes_on_the_birthday),
        cmocka_unit_test(somebody_is_n_years_old_from_birthday_n),
        cmocka_unit_test(a_schooljaar_runs_from_1_august_to_31_july),
        cmocka_unit_test(the_name_of_a_schooljaar_gives_its_first_day),
        cmocka_unit_test(a_month_begins_and_ends),
        cmocka_unit_test(easter_falls_where_the_almanac_says),
        cmocka_unit_test(weekdays_and_months_have_short_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
