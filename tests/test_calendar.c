/* SPDX-License-Identifier: EUPL-1.2 */
#include "calendar_support.h"

#include "base/limits.h"

static pt_arena *arena;
static pt_calendar *calendar;

static int load(void **state)
{
    (void)state;
    arena = pt_arena_create();
    calendar = pack_calendar(arena);
    return 0;
}

static int unload(void **state)
{
    (void)state;
    pt_arena_destroy(arena);
    return 0;
}

/*
 * Easter from python-dateutil; Koninginnedag before 2014 is 30 April, Koningsdag 27 April, both a
 * day earlier when that is a Sunday (2025, 2031, 2036).
 */
static const char *const holiday_names[PT_HOLIDAYS_A_YEAR] = {
    "Nieuwjaarsdag",  "Goede Vrijdag",      "Tweede Paasdag",  "Koningsdag",     "Bevrijdingsdag",
    "Hemelvaartsdag", "Tweede Pinksterdag", "Eerste Kerstdag", "Tweede Kerstdag"};
static const struct {
    int year;
    const char *days[PT_HOLIDAYS_A_YEAR]; /* in the order of holiday_names */
} holiday_table[] = {
    {2010, {"01-01", "04-02", "04-05", "04-30", "05-05", "05-13", "05-24", "12-25", "12-26"}},
    {2011, {"01-01", "04-22", "04-25", "04-30", "05-05", "06-02", "06-13", "12-25", "12-26"}},
    {2012, {"01-01", "04-06", "04-09", "04-30", "05-05", "05-17", "05-28", "12-25", "12-26"}},
    {2013, {"01-01", "03-29", "04-01", "04-30", "05-05", "05-09", "05-20", "12-25", "12-26"}},
    {2014, {"01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"}},
    {2015, {"01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"}},
    {2016, {"01-01", "03-25", "03-28", "04-27", "05-05", "05-05", "05-16", "12-25", "12-26"}},
    {2017, {"01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"}},
    {2018, {"01-01", "03-30", "04-02", "04-27", "05-05", "05-10", "05-21", "12-25", "12-26"}},
    {2019, {"01-01", "04-19", "04-22", "04-27", "05-05", "05-30", "06-10", "12-25", "12-26"}},
    {2020, {"01-01", "04-10", "04-13", "04-27", "05-05", "05-21", "06-01", "12-25", "12-26"}},
    {2021, {"01-01", "04-02", "04-05", "04-27", "05-05", "05-13", "05-24", "12-25", "12-26"}},
    {2022, {"01-01", "04-15", "04-18", "04-27", "05-05", "05-26", "06-06", "12-25", "12-26"}},
    {2023, {"01-01", "04-07", "04-10", "04-27", "05-05", "05-18", "05-29", "12-25", "12-26"}},
    {2024, {"01-01", "03-29", "04-01", "04-27", "05-05", "05-09", "05-20", "12-25", "12-26"}},
    {2025, {"01-01", "04-18", "04-21", "04-26", "05-05", "05-29", "06-09", "12-25", "12-26"}},
    {2026, {"01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"}},
    {2027, {"01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"}},
    {2028, {"01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"}},
    {2029, {"01-01", "03-30", "04-02", "04-27", "05-05", "05-10", "05-21", "12-25", "12-26"}},
    {2030, {"01-01", "04-19", "04-22", "04-27", "05-05", "05-30", "06-10", "12-25", "12-26"}},
    {2031, {"01-01", "04-11", "04-14", "04-26", "05-05", "05-22", "06-02", "12-25", "12-26"}},
    {2032, {"01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"}},
    {2033, {"01-01", "04-15", "04-18", "04-27", "05-05", "05-26", "06-06", "12-25", "12-26"}},
    {2034, {"01-01", "04-07", "04-10", "04-27", "05-05", "05-18", "05-29", "12-25", "12-26"}},
    {2035, {"01-01", "03-23", "03-26", "04-27", "05-05", "05-03", "05-14", "12-25", "12-26"}},
    {2036, {"01-01", "04-11", "04-14", "04-26", "05-05", "05-22", "06-02", "12-25", "12-26"}},
    {2037, {"01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"}},
    {2038, {"01-01", "04-23", "04-26", "04-27", "05-05", "06-03", "06-14", "12-25", "12-26"}},
    {2039, {"01-01", "04-08", "04-11", "04-27", "05-05", "05-19", "05-30", "12-25", "12-26"}},
    {2040, {"01-01", "03-30", "04-02", "04-27", "05-05", "05-10", "05-21", "12-25", "12-26"}},
};

static const char *expected_name(int year, int column)
{
    bool queen = year < 2014 && strcmp(holiday_names[column], "Koningsdag") == 0;
    return queen ? "Koninginnedag" : holiday_names[column];
}

static void every_holiday_falls_where_the_almanac_says(void **state)
{
    (void)state;
    for (size_t row = 0; row < sizeof holiday_table / sizeof *holiday_table; row++) {
        int year = holiday_table[row].year;
        pt_holiday found[PT_HOLIDAYS_A_YEAR];
        pt_holidays_of(year, found);
        for (int column = 0; column < PT_HOLIDAYS_A_YEAR; column++) {
            char text[32];
            bool seen = false;
            snprintf(text, sizeof text, "%d-%s", year, holiday_table[row].days[column]);
            for (int i = 0; i < PT_HOLIDAYS_A_YEAR; i++)
                seen = seen || (found[i].day == day(text) &&
                                strcmp(found[i].name, expected_name(year, column)) == 0);
            if (!seen)
                fail_msg("%s is not %s", text, expected_name(year, column));
        }
    }
}

static void holidays_of_a_year_come_in_order(void **state)
{
    (void)state;
    for (int year = PT_LIMIT_FIRST_YEAR; year <= PT_LIMIT_LAST_YEAR; year++) {
        pt_holiday found[PT_HOLIDAYS_A_YEAR];
        pt_holidays_of(year, found);
        for (int i = 0; i < PT_HOLIDAYS_A_YEAR; i++) {
            assert_true(pt_date_split(found[i].day).year == year);
            assert_true(i == 0 || found[i - 1].day <= found[i].day);
            assert_false(pt_calendar_is_working_day(calendar, found[i].day));
        }
    }
}

static void koningsdag_gives_way_to_sunday(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"2025-04-26", "Koningsdag"},    {"2026-04-27", "Koningsdag"},
        {"2014-04-26", "Koningsdag"},    {"2013-04-30", "Koninginnedag"},
        {"2006-04-29", "Koninginnedag"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(pt_calendar_rest(calendar, day(rows[i][0])).name, rows[i][1]);
    assert_int_equal(pt_calendar_rest(calendar, day("2025-04-27")).kind, PT_REST_WEEKEND);
    assert_int_equal(pt_calendar_rest(calendar, day("2014-04-30")).kind, PT_REST_NONE);
}

static void a_rest_day_says_why(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        pt_rest_kind kind;
        const char *name, *source;
    } rows[] = {
        {"2027-05-04", PT_REST_NONE, NULL, NULL},
        {"2027-05-05", PT_REST_HOLIDAY, "Bevrijdingsdag", "Algemene termijnenwet art. 3 lid 1"},
        {"2027-05-06", PT_REST_HOLIDAY, "Hemelvaartsdag", "Algemene termijnenwet art. 3 lid 1"},
        {"2027-05-07", PT_REST_DECREED, "gelijkgestelde dag", "Stcrt. 2025, 24713"},
        {"2027-05-08", PT_REST_WEEKEND, "zaterdag", "Algemene termijnenwet art. 1 lid 1"},
        {"2027-05-09", PT_REST_WEEKEND, "zondag", "Algemene termijnenwet art. 1 lid 1"},
        {"2027-05-10", PT_REST_NONE, NULL, NULL},
        {"2026-04-03", PT_REST_HOLIDAY, "Goede Vrijdag", "Algemene termijnenwet art. 3 lid 2"},
        {"2026-12-26", PT_REST_HOLIDAY, "Tweede Kerstdag", "Algemene termijnenwet art. 3 lid 1"},
        {"2017-04-28", PT_REST_DECREED, "gelijkgestelde dag", "BWBR0038666"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_rest rest = pt_calendar_rest(calendar, day(rows[i].day));
        assert_int_equal(rest.kind, rows[i].kind);
        assert_int_equal(pt_calendar_is_working_day(calendar, day(rows[i].day)),
                         rows[i].kind == PT_REST_NONE);
        if (rows[i].name != NULL) {
            assert_string_equal(rest.name, rows[i].name);
            assert_string_equal(rest.source, rows[i].source);
        } else {
            assert_null(rest.name);
            assert_null(rest.source);
        }
    }
}

/* Every known decree of the Algemene termijnenwet art. 3 lid 3. */
static void days_put_on_a_par_are_rest_days_but_school_days(void **state)
{
    (void)state;
    static const char *const days[] = {
        "2017-04-28", "2017-05-26", "2018-05-11", "2018-12-24", "2018-12-31", "2019-05-31",
        "2019-12-27", "2022-05-27", "2023-04-28", "2023-05-19", "2024-05-10", "2024-12-27",
        "2025-05-30", "2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26",
    };
    assert_int_equal(calendar->decreed_count, sizeof days / sizeof *days);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal(pt_calendar_rest(calendar, day(days[i])).kind, PT_REST_DECREED);
        assert_true(pt_calendar_is_schooldag(calendar, PT_REGION_NONE, day(days[i])));
    }
}

static void the_nearest_working_day_lies_past_a_row_of_rest_days(void **state)
{
    (void)state;
    assert_int_equal(pt_calendar_working_day_from(calendar, day("2027-05-05")), day("2027-05-10"));
    assert_int_equal(pt_calendar_working_day_until(calendar, day("2027-05-09")), day("2027-05-04"));
    assert_int_equal(pt_calendar_working_day_from(calendar, day("2027-05-04")), day("2027-05-04"));
    assert_int_equal(pt_calendar_working_day_until(calendar, day("2027-05-10")), day("2027-05-10"));
    assert_int_equal(pt_calendar_working_day_from(calendar, PT_DATE_LAST + 1), PT_DATE_NONE);
    assert_int_equal(pt_calendar_working_day_from(calendar, PT_DATE_NONE), PT_DATE_NONE);
    assert_int_equal(pt_calendar_working_day_until(calendar, PT_DATE_FIRST), PT_DATE_NONE);
    assert_int_equal(pt_calendar_working_day_until(calendar, PT_DATE_FOREVER), PT_DATE_NONE);
}

static void working_days_are_counted_without_rest_days(void **state)
{
    (void)state;
    /* 3 and 4 May, then 10 May: the days between are rest days. */
    assert_int_equal(pt_calendar_working_days_later(calendar, day("2027-05-02"), 3),
                     day("2027-05-10"));
    assert_int_equal(pt_calendar_working_days_later(calendar, day("2027-05-11"), -3),
                     day("2027-05-03"));
    assert_int_equal(pt_calendar_working_days_later(calendar, day("2027-05-08"), 0),
                     day("2027-05-08"));
    assert_int_equal(pt_calendar_working_days_later(calendar, PT_DATE_LAST, 1), PT_DATE_NONE);
    assert_int_equal(pt_calendar_working_days(calendar, day("2027-05-03"), day("2027-05-10")), 2);
    assert_int_equal(pt_calendar_working_days(calendar, day("2027-05-03"), day("2027-05-11")), 3);
    assert_int_equal(pt_calendar_working_days(calendar, day("2027-05-11"), day("2027-05-03")), 0);
}

static void counting_forward_and_back_agree(void **state)
{
    (void)state;
    pt_region zuid = pt_calendar_region(calendar, "zuid");
    for (pt_date date = day("2025-01-01"); date < day("2028-07-01"); date++) {
        pt_date later = pt_calendar_working_days_later(calendar, date, 7);
        assert_int_equal(pt_calendar_working_days(calendar, date + 1, later + 1), 7);
        if (pt_calendar_is_schooldag(calendar, zuid, date)) {
            pt_date there = pt_calendar_schooldagen_later(calendar, zuid, date, 11);
            assert_int_equal(pt_calendar_schooldagen_later(calendar, zuid, there, -11), date);
            assert_int_equal(pt_calendar_schooldagen(calendar, zuid, date, there), 11);
        }
    }
}

static void the_regions_are_those_of_the_file(void **state)
{
    (void)state;
    static const char *const names[] = {"noord", "midden", "zuid"};
    assert_int_equal(calendar->region_count, 3);
    for (size_t i = 0; i < 3; i++)
        assert_string_equal(
            pt_calendar_region_name(calendar, pt_calendar_region(calendar, names[i])), names[i]);
    assert_int_equal(pt_calendar_region(calendar, "oost"), PT_REGION_NONE);
    assert_int_equal(pt_calendar_region(calendar, NULL), PT_REGION_NONE);
    assert_null(pt_calendar_region_name(calendar, PT_REGION_NONE));
    assert_null(pt_calendar_region_name(calendar, 3));
}

static void every_holiday_of_the_file_runs_from_saturday_to_sunday(void **state)
{
    (void)state;
    assert_int_equal(calendar->vacation_count, 3 + 4 * 5 * 3);
    for (size_t i = 0; i < calendar->vacation_count; i++) {
        const pt_school_holiday *given = &calendar->vacations[i];
        static const int days[PT_VACATION_COUNT] = {9, 16, 9, 9, 44};
        assert_int_equal(pt_date_weekday(given->first), 6);
        assert_int_equal(given->last - given->first + 1, days[given->kind]);
    }
}

/* UBWVO art. 2.42: Bevrijdingsdag is on the list, Goede Vrijdag is not. */
static void a_school_day_is_not_a_working_day(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        bool schooldag, working;
    } rows[] = {
        {"2026-04-03", true, false},  /* Goede Vrijdag */
        {"2026-04-06", false, false}, /* Tweede Paasdag */
        {"2026-05-05", false, false}, /* Bevrijdingsdag */
        {"2026-05-14", false, false}, /* Hemelvaartsdag */
        {"2026-05-15", true, false},  /* put on a par */
        {"2026-04-28", false, true},  /* meivakantie */
        {"2026-05-06", true, true},   /* an ordinary Wednesday */
        {"2026-05-09", false, false}, /* Saturday */
    };
    pt_region noord = pt_calendar_region(calendar, "noord");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pt_calendar_is_schooldag(calendar, noord, day(rows[i].day)),
                         rows[i].schooldag);
        assert_int_equal(pt_calendar_is_working_day(calendar, day(rows[i].day)), rows[i].working);
    }
    assert_false(pt_calendar_is_schooldag(calendar, noord, PT_DATE_NONE));
    assert_false(pt_calendar_is_working_day(calendar, PT_DATE_FOREVER));
}

static void the_first_schooldag_after_summer_differs_by_region(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"noord", "2026-08-01", "2026-08-17"},  {"midden", "2026-08-01", "2026-08-31"},
        {"zuid", "2026-08-01", "2026-08-24"},   {"noord", "2024-08-01", "2024-09-02"},
        {"midden", "2027-08-01", "2027-08-30"}, {"zuid", "2027-08-01", "2027-09-06"},
        {"noord", "2026-08-17", "2026-08-17"},  {"zuid", "2026-12-19", "2027-01-04"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_region region = pt_calendar_region(calendar, rows[i][0]);
        expect_day(pt_calendar_schooldag_from(calendar, region, day(rows[i][1])), rows[i][2],
                   rows[i][0]);
    }
}

static void schooldagen_later_skip_a_holiday(void **state)
{
    (void)state;
    pt_region noord = pt_calendar_region(calendar, "noord");
    /* Friday 9 October 2026; the herfstvakantie of noord runs from 10 to 18 October. */
    assert_int_equal(pt_calendar_schooldagen_later(calendar, noord, day("2026-10-08"), 1),
                     day("2026-10-09"));
    assert_int_equal(pt_calendar_schooldagen_later(calendar, noord, day("2026-10-09"), 1),
                     day("2026-10-19"));
    assert_int_equal(pt_calendar_schooldagen_later(calendar, noord, day("2026-10-14"), 5),
                     day("2026-10-23"));
    assert_int_equal(pt_calendar_schooldagen_later(calendar, noord, day("2026-10-19"), -1),
                     day("2026-10-09"));
    assert_int_equal(pt_calendar_schooldagen(calendar, noord, day("2026-10-05"), day("2026-10-24")),
                     10);
}

static void a_school_holiday_can_be_shown(void **state)
{
    (void)state;
    pt_region noord = pt_calendar_region(calendar, "noord");
    const pt_school_holiday *found = pt_calendar_vacation(calendar, noord, day("2026-10-18"));
    assert_non_null(found);
    assert_string_equal(pt_vacation_name(found->kind), "herfst");
    assert_int_equal(found->schoolyear, day("2026-08-01"));
    assert_null(pt_calendar_vacation(calendar, noord, day("2026-10-19")));
    assert_null(pt_calendar_vacation(calendar, PT_REGION_NONE, day("2026-10-18")));
}

/* LPW art. 21a counts four lesweken in a row; a holiday between does not break the row. */
static void two_lesweken_before_and_two_after_a_holiday_follow_each_other(void **state)
{
    (void)state;
    pt_region noord = pt_calendar_region(calendar, "noord");
    int32_t last = pt_calendar_lesweek(calendar, noord, day("2026-10-26"));
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-10-19")), last - 1);
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-10-14")), last - 2);
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-10-05")), last - 2);
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-10-04")), last - 3);
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-11-01")), last);
    assert_int_equal(pt_calendar_lesweek(calendar, noord, day("2026-11-02")), last + 1);
    assert_false(pt_calendar_is_lesweek(calendar, noord, day("2026-10-14")));
    assert_true(pt_calendar_is_lesweek(calendar, noord, day("2026-10-10"))); /* its Saturday */
    assert_int_equal(pt_calendar_lesweek(calendar, noord, PT_DATE_NONE), -1);
    assert_false(pt_calendar_is_lesweek(calendar, noord, PT_DATE_NONE));
}

static void lesweken_later_keep_the_weekday(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        int32_t n;
        const char *to;
    } rows[] = {
        {"2026-09-03", 4, "2026-10-01"},  {"2026-10-01", 1, "2026-10-08"},
        {"2026-10-01", 2, "2026-10-22"},  {"2026-10-14", 1, "2026-10-21"},
        {"2026-10-22", -1, "2026-10-08"}, {"2026-10-14", -1, "2026-10-07"},
        {"2026-10-14", 0, "2026-10-14"},  {"2026-12-15", 1, "2027-01-05"},
    };
    pt_region noord = pt_calendar_region(calendar, "noord");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_day(pt_calendar_lesweken_later(calendar, noord, day(rows[i].from), rows[i].n),
                   rows[i].to, rows[i].from);
    assert_int_equal(pt_calendar_lesweken_later(calendar, noord, PT_DATE_LAST, 1), PT_DATE_NONE);
    assert_int_equal(pt_calendar_lesweken_later(calendar, noord, PT_DATE_FIRST, -1), PT_DATE_NONE);
}

static void the_calendar_knows_which_school_holidays_it_has(void **state)
{
    (void)state;
    static const struct {
        const char *region, *first, *last;
        bool known;
    } rows[] = {
        {"noord", "2024-08-01", "2028-08-27", true},  /* summer 2024 up to summer 2028 */
        {"noord", "2024-07-20", "2024-07-20", true},  /* the summer itself is given */
        {"noord", "2024-07-19", "2024-07-19", false}, /* the schooljaar before it is not */
        {"noord", "2028-08-27", "2028-08-28", false}, {"zuid", "2028-09-03", "2028-09-03", true},
        {"zuid", "2028-09-04", "2028-09-04", false},  {"midden", "2020-01-01", "2020-01-01", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_region region = pt_calendar_region(calendar, rows[i].region);
        if (pt_calendar_school_known(calendar, region, day(rows[i].first), day(rows[i].last)) !=
            rows[i].known)
            fail_msg("%s %s", rows[i].region, rows[i].first);
    }
    assert_false(
        pt_calendar_school_known(calendar, PT_REGION_NONE, day("2026-09-01"), day("2026-09-01")));
    assert_false(pt_calendar_school_known(calendar, 0, day("2026-09-01"), PT_DATE_FOREVER));
    assert_false(pt_calendar_school_known(calendar, 0, PT_DATE_NONE, day("2026-09-01")));
}

/* A schooljaar of which a kind, or the summer before, is missing is known on its holidays alone. */
static void an_incomplete_schooljaar_is_not_known(void **state)
{
    (void)state;
    static const char *const days[PT_VACATION_COUNT][2] = {
        {"2026-10-10", "2026-10-18"}, {"2026-12-19", "2027-01-03"}, {"2027-02-20", "2027-02-28"},
        {"2027-04-24", "2027-05-02"}, {"2027-07-10", "2027-08-22"},
    };
    for (int missing = 0; missing <= PT_VACATION_COUNT + 1; missing++) {
        pt_calendar *fresh = pt_calendar_create(arena);
        for (int kind = 0; kind < PT_VACATION_COUNT; kind++)
            if (kind != missing)
                pt_calendar_add_holiday(fresh, day("2026-08-01"), (pt_vacation)kind, "noord",
                                        day(days[kind][0]), day(days[kind][1]), "bron");
        if (missing != PT_VACATION_COUNT)
            pt_calendar_add_holiday(fresh, day("2025-08-01"), PT_VACATION_ZOMER, "noord",
                                    day("2026-07-04"), day("2026-08-16"), "bron");
        pt_calendar_finish(fresh);
        assert_int_equal(pt_calendar_school_known(fresh, 0, day("2026-11-02"), day("2026-11-02")),
                         missing == PT_VACATION_COUNT + 1);
        assert_int_equal(pt_calendar_school_known(fresh, 0, day("2026-10-12"), day("2026-10-12")),
                         missing != PT_VACATION_HERFST);
    }
}

static void the_calendar_knows_which_decrees_it_has(void **state)
{
    (void)state;
    static const struct {
        const char *first, *last;
        bool known;
    } rows[] = {
        {"2013-06-01", "2013-06-01", false}, {"2014-08-01", "2014-08-01", false},
        {"2016-12-31", "2016-12-31", false}, {"2017-01-01", "2019-12-31", true},
        {"2019-12-31", "2020-01-01", false}, {"2021-06-01", "2021-06-01", false},
        {"2022-12-31", "2022-12-31", false}, {"2023-01-01", "2028-12-31", true},
        {"2029-01-01", "2029-01-01", false}, {"2025-01-01", "2035-01-01", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (pt_calendar_decrees_known(calendar, day(rows[i].first), day(rows[i].last)) !=
            rows[i].known)
            fail_msg("%s", rows[i].first);
}

static void a_holiday_that_makes_no_sense_is_refused(void **state)
{
    (void)state;
    pt_calendar *fresh = pt_calendar_create(arena);
    static const struct {
        const char *schoolyear;
        pt_vacation kind;
        const char *first, *last;
        bool accepted;
    } rows[] = {
        {"2026-08-01", PT_VACATION_HERFST, "2026-10-17", "2026-10-25", true},
        {"2026-08-01", PT_VACATION_HERFST, "2026-11-17", "2026-11-25", false}, /* given already */
        {"2026-08-01", PT_VACATION_KERST, "2027-01-03", "2026-12-19", false},  /* ends first */
        {"2026-08-02", PT_VACATION_KERST, "2026-12-19", "2027-01-03", false},  /* no schooljaar */
        {"2025-08-01", PT_VACATION_KERST, "2026-12-19", "2027-01-03", false},  /* another one */
        {"2026-08-01", PT_VACATION_COUNT, "2026-12-19", "2027-01-03", false},  /* no kind */
        {"2026-08-01", PT_VACATION_ZOMER, "2027-07-24", "2027-09-05", true},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(pt_calendar_add_holiday(fresh, day(rows[i].schoolyear), rows[i].kind,
                                                 "zuid", day(rows[i].first), day(rows[i].last),
                                                 "bron"),
                         rows[i].accepted);
    assert_false(pt_calendar_add_holiday(fresh, PT_DATE_NONE, PT_VACATION_MEI, "zuid", PT_DATE_NONE,
                                         PT_DATE_NONE, "bron"));
    assert_int_equal(fresh->vacation_count, 2);
    assert_int_equal(fresh->region_count, 1);
}

static void there_are_no_more_regions_than_the_limit(void **state)
{
    (void)state;
    pt_calendar *fresh = pt_calendar_create(arena);
    char name[] = "a";
    for (int i = 0; i <= PT_REGION_LIMIT; i++, name[0]++)
        assert_int_equal(pt_calendar_add_holiday(fresh, day("2026-08-01"), PT_VACATION_MEI, name,
                                                 day("2027-05-01"), day("2027-05-02"), "bron"),
                         i < PT_REGION_LIMIT);
    pt_calendar_finish(fresh);
    assert_false(pt_calendar_is_schooldag(fresh, PT_REGION_LIMIT - 1, day("2027-05-01")));
}

static void decrees_and_unknown_periods_are_checked_and_bounded(void **state)
{
    (void)state;
    pt_calendar *fresh = pt_calendar_create(arena);
    assert_true(pt_calendar_add_decreed(fresh, 0, "bron"));
    assert_false(pt_calendar_add_decreed(fresh, 0, "bron"));
    assert_false(pt_calendar_add_decreed(fresh, PT_DATE_NONE, "bron"));
    for (int i = 1; i <= PT_DECREED_LIMIT; i++)
        assert_int_equal(pt_calendar_add_decreed(fresh, i, "bron"), i < PT_DECREED_LIMIT);
    assert_false(pt_calendar_add_unknown(fresh, 5, 4));
    assert_false(pt_calendar_add_unknown(fresh, PT_DATE_NONE, 4));
    assert_false(pt_calendar_add_unknown(fresh, 4, PT_DATE_FOREVER));
    for (int i = 0; i <= PT_UNKNOWN_LIMIT; i++)
        assert_int_equal(pt_calendar_add_unknown(fresh, i, i), i < PT_UNKNOWN_LIMIT);
}

static void kinds_of_holiday_have_names(void **state)
{
    (void)state;
    for (int kind = 0; kind < PT_VACATION_COUNT; kind++)
        assert_int_equal(pt_vacation_find(pt_vacation_name((pt_vacation)kind)), kind);
    assert_int_equal(pt_vacation_find("pinkster"), PT_VACATION_COUNT);
    assert_string_equal(pt_vacation_name(PT_VACATION_COUNT), "");
}

static void an_empty_calendar_still_knows_the_statute(void **state)
{
    (void)state;
    pt_calendar *fresh = pt_calendar_create(arena);
    pt_calendar_finish(fresh);
    assert_false(pt_calendar_is_working_day(fresh, day("2026-12-25")));
    assert_true(pt_calendar_is_working_day(fresh, day("2026-05-15")));
    assert_true(pt_calendar_is_schooldag(fresh, PT_REGION_NONE, day("2026-08-03")));
    assert_false(pt_calendar_is_schooldag(fresh, PT_REGION_NONE, day("2026-12-25")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_holiday_falls_where_the_almanac_says),
        cmocka_unit_test(holidays_of_a_year_come_in_order),
        cmocka_unit_test(koningsdag_gives_way_to_sunday),
        cmocka_unit_test(a_rest_day_says_why),
        cmocka_unit_test(days_put_on_a_par_are_rest_days_but_school_days),
        cmocka_unit_test(the_nearest_working_day_lies_past_a_row_of_rest_days),
        cmocka_unit_test(working_days_are_counted_without_rest_days),
        cmocka_unit_test(counting_forward_and_back_agree),
        cmocka_unit_test(the_regions_are_those_of_the_file),
        cmocka_unit_test(every_holiday_of_the_file_runs_from_saturday_to_sunday),
        cmocka_unit_test(a_school_day_is_not_a_working_day),
        cmocka_unit_test(the_first_schooldag_after_summer_differs_by_region),
        cmocka_unit_test(schooldagen_later_skip_a_holiday),
        cmocka_unit_test(a_school_holiday_can_be_shown),
        cmocka_unit_test(two_lesweken_before_and_two_after_a_holiday_follow_each_other),
        cmocka_unit_test(lesweken_later_keep_the_weekday),
        cmocka_unit_test(the_calendar_knows_which_school_holidays_it_has),
        cmocka_unit_test(an_incomplete_schooljaar_is_not_known),
        cmocka_unit_test(the_calendar_knows_which_decrees_it_has),
        cmocka_unit_test(a_holiday_that_makes_no_sense_is_refused),
        cmocka_unit_test(there_are_no_more_regions_than_the_limit),
        cmocka_unit_test(decrees_and_unknown_periods_are_checked_and_bounded),
        cmocka_unit_test(kinds_of_holiday_have_names),
        cmocka_unit_test(an_empty_calendar_still_knows_the_statute),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
