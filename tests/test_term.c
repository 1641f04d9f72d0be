/* SPDX-License-Identifier: EUPL-1.2 */
#include "calendar_support.h"

#include "model/term.h"

enum { MOST_SUSPENSIONS = 3, BACK = PT_BACKWARD, FIXED = PT_FIXED };

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

/* A row of a table; what is left out is a term forward, rounded down, in a wet; region noord. */
typedef struct term_row {
    const char *why;
    const char *trigger;
    int32_t amount;
    pt_unit unit;
    const char *unshifted;
    const char *end;
    pt_rounding rounding;
    int direction;
    pt_law law;
    pt_termijnenwet termijnenwet;
    int32_t extension;
    pt_unit extension_unit;
    const char *suspensions[MOST_SUSPENSIONS][2]; /* from, until; "altijd" for FOREVER */
} term_row;

static size_t read_suspensions(const term_row *row, pt_suspension *out)
{
    size_t count = 0;
    for (; count < MOST_SUSPENSIONS && row->suspensions[count][0] != NULL; count++) {
        const char *until = row->suspensions[count][1];
        out[count].from = day(row->suspensions[count][0]);
        out[count].until = strcmp(until, "altijd") == 0 ? PT_DATE_FOREVER : day(until);
    }
    return count;
}

static pt_term_result compute(const term_row *row)
{
    pt_suspension suspensions[MOST_SUSPENSIONS];
    const pt_term term = {
        .trigger = day(row->trigger),
        .direction = (pt_direction)row->direction,
        .length = {row->amount, row->unit, row->rounding},
        .extension = {row->extension, row->extension_unit, row->rounding},
        .suspensions = suspensions,
        .suspension_count = read_suspensions(row, suspensions),
        .law = row->law,
        .termijnenwet = row->termijnenwet,
        .region = pt_calendar_region(calendar, "noord"),
    };
    return pt_term_compute(arena, calendar, &term);
}

static void expect_rows(const term_row *rows, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        pt_term_result result = compute(&rows[i]);
        expect_day(result.unshifted_end, rows[i].unshifted, rows[i].why);
        expect_day(result.end, rows[i].end, rows[i].why);
    }
}

#define EXPECT_ROWS(rows) expect_rows(rows, sizeof(rows) / sizeof *(rows))

static bool has_step(const pt_term_result *result, pt_term_step_kind kind)
{
    bool found = false;
    for (size_t i = 0; i < result->step_count; i++)
        found = found || result->steps[i].kind == kind;
    return found;
}

#define WEEKS    PT_UNIT_WEEKS
#define DAYS     PT_UNIT_DAYS
#define MONTHS   PT_UNIT_MONTHS
#define SCHOOL   PT_UNIT_SCHOOLDAYS
#define LESWEKEN PT_UNIT_LESWEKEN
#define WORK     PT_UNIT_WORKDAYS

/* Awb art. 6:8 lid 1: "De termijn [...] vangt aan met ingang van de dag na die waarop [...]". */
static void weeks_end_on_the_weekday_of_the_trigger(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"15 juni + 42", "2026-06-15", 6, WEEKS, "2026-07-27", .end = "2026-07-27"},
        {"on friday", "2026-06-12", 6, WEEKS, "2026-07-24", .end = "2026-07-24"},
        {"in the summer holiday", "2026-06-29", 6, WEEKS, "2026-08-10", .end = "2026-08-10"},
        {"over new year", "2026-12-01", 10, WEEKS, "2027-02-09", .end = "2027-02-09"},
    };
    EXPECT_ROWS(rows);
}

/* Algemene termijnenwet art. 1 lid 1 and art. 3. */
static void a_term_that_ends_on_a_rest_day_runs_to_the_next_working_day(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"saturday", "2026-06-13", 6, WEEKS, "2026-07-25", .end = "2026-07-27"},
        {"sunday", "2026-06-14", 6, WEEKS, "2026-07-26", .end = "2026-07-27"},
        {"the day before Bevrijdingsdag", "2027-03-23", 6, WEEKS, "2027-05-04",
         .end = "2027-05-04"},
        {"5 May 2027, up to 9 May all rest", "2027-03-24", 6, WEEKS, "2027-05-05",
         .end = "2027-05-10"},
        {"Hemelvaartsdag", "2027-03-25", 6, WEEKS, "2027-05-06", .end = "2027-05-10"},
        {"put on a par", "2027-03-26", 6, WEEKS, "2027-05-07", .end = "2027-05-10"},
        {"after them", "2027-03-29", 6, WEEKS, "2027-05-10", .end = "2027-05-10"},
        {"5 May outside a lustrum", "2026-03-24", 6, WEEKS, "2026-05-05", .end = "2026-05-06"},
        {"Goede Vrijdag, to after Easter", "2026-02-20", 6, WEEKS, "2026-04-03",
         .end = "2026-04-07"},
        {"Eerste Kerstdag", "2026-11-13", 6, WEEKS, "2026-12-25", .end = "2026-12-28"},
        {"Nieuwjaarsdag, 2 January on a par", "2025-11-20", 6, WEEKS, "2026-01-01",
         .end = "2026-01-05"},
        {"Koningsdag on Saturday", "2025-03-15", 6, WEEKS, "2025-04-26", .end = "2025-04-28"},
        {"Koningsdag on Monday", "2026-03-16", 6, WEEKS, "2026-04-27", .end = "2026-04-28"},
        {"Tweede Pinksterdag", "2026-04-13", 6, WEEKS, "2026-05-25", .end = "2026-05-26"},
    };
    EXPECT_ROWS(rows);
}

/* Art. 1 lid 1 is for a wet, art. 5 for an amvb; a statute or plan may declare it. */
static void only_terms_of_wet_and_amvb_are_shifted(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"wet", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-10", .law = PT_LAW_WET},
        {"amvb", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-10", .law = PT_LAW_AMVB},
        {"regeling", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-05",
         .law = PT_LAW_REGELING},
        {"statuut", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-05",
         .law = PT_LAW_STATUUT},
        {"beleid", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-05", .law = PT_LAW_BELEID},
        {"statuut that declares it", "2027-03-24", 6, WEEKS, "2027-05-05", .end = "2027-05-10",
         .law = PT_LAW_STATUUT, .termijnenwet = PT_TERMIJNENWET_APPLIES},
        {"article 4 holds there too", "2026-06-13", 13, WEEKS, "2026-09-12", .end = "2026-09-12",
         .law = PT_LAW_STATUUT, .termijnenwet = PT_TERMIJNENWET_APPLIES},
        {"42 days of Awb 4:17 lid 1", "2027-03-24", 42, DAYS, "2027-05-05", .end = "2027-05-05",
         .termijnenwet = PT_TERMIJNENWET_EXCLUDED},
    };
    EXPECT_ROWS(rows);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_term_result result = compute(&rows[i]);
        bool shifted = strcmp(rows[i].unshifted, rows[i].end) != 0;
        assert_int_equal((result.flags & PT_TERM_SHIFTED) != 0, shifted);
        assert_int_equal(has_step(&result, PT_STEP_SHIFT), shifted);
    }
}

/* Art. 4: not for terms in hours, of more than 90 days, 12 weeks or 3 months, or in years. */
static void long_terms_end_on_any_day(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"12 weeks", "2026-06-13", 12, WEEKS, "2026-09-05", .end = "2026-09-07"},
        {"13 weeks", "2026-06-13", 13, WEEKS, "2026-09-12", .end = "2026-09-12"},
        {"90 days", "2026-06-14", 90, DAYS, "2026-09-12", .end = "2026-09-14"},
        {"91 days", "2026-06-13", 91, DAYS, "2026-09-12", .end = "2026-09-12"},
        {"3 months", "2026-06-12", 3, MONTHS, "2026-09-12", .end = "2026-09-14"},
        {"4 months", "2026-05-12", 4, MONTHS, "2026-09-12", .end = "2026-09-12"},
        {"1 year", "2025-09-12", 1, PT_UNIT_YEARS, "2026-09-12", .end = "2026-09-12"},
        {"48 hours", "2026-09-10", 48, PT_UNIT_HOURS, "2026-09-12", .end = "2026-09-12"},
        {"25 hours are two days", "2026-09-10", 25, PT_UNIT_HOURS, "2026-09-12",
         .end = "2026-09-12"},
        {"12 and 6 weeks, Awb 7:10", "2026-06-13", 12, WEEKS, "2026-10-17", .end = "2026-10-19",
         .extension = 6, .extension_unit = WEEKS},
        {"6 and 13 weeks", "2026-06-13", 6, WEEKS, "2026-10-24", .end = "2026-10-24",
         .extension = 13, .extension_unit = WEEKS},
    };
    EXPECT_ROWS(rows);
}

static void article_4_has_its_bounds(void **state)
{
    (void)state;
    static const struct {
        pt_unit unit;
        int32_t most;
    } rows[] = {
        {DAYS, 90},     {WORK, 90},  {SCHOOL, 90},       {WEEKS, 12},
        {LESWEKEN, 12}, {MONTHS, 3}, {PT_UNIT_YEARS, 0}, {PT_UNIT_HOURS, 0},
    };
    assert_int_equal(sizeof rows / sizeof *rows, PT_UNIT_COUNT);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(pt_termijnenwet_covers((pt_duration){rows[i].most, rows[i].unit, 0}));
        assert_false(pt_termijnenwet_covers((pt_duration){rows[i].most + 1, rows[i].unit, 0}));
    }
}

/* Art. 2: a term of at least three days holds at least two working days. */
static void a_short_term_holds_two_working_days(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"Christmas: 28 and 29 December", "2026-12-24", 3, DAYS, "2026-12-27", .end = "2026-12-29"},
        {"two days: art. 1 alone", "2026-12-24", 2, DAYS, "2026-12-26", .end = "2026-12-28"},
        {"from friday: Monday is one", "2026-09-11", 3, DAYS, "2026-09-14", .end = "2026-09-15"},
        {"from thursday: Friday and Monday", "2026-09-10", 3, DAYS, "2026-09-13",
         .end = "2026-09-14"},
        {"four days from friday", "2026-09-11", 4, DAYS, "2026-09-15", .end = "2026-09-15"},
        {"from 4 May 2027", "2027-05-04", 3, DAYS, "2027-05-07", .end = "2027-05-11"},
        {"a week from 4 May 2027", "2027-05-04", 1, WEEKS, "2027-05-11", .end = "2027-05-11"},
        {"not in a plan", "2026-12-24", 3, DAYS, "2026-12-27", .end = "2026-12-27",
         .law = PT_LAW_BELEID},
        {"days on both sides of a standstill", "2026-09-09", 3, DAYS, "2026-09-13",
         .end = "2026-09-14", .suspensions = {{"2026-09-11", "2026-09-12"}}},
        {"two days and one more make three", "2026-09-11", 1, DAYS, "2026-09-14",
         .end = "2026-09-15", .extension = 2, .extension_unit = DAYS},
    };
    EXPECT_ROWS(rows);
}

/* Art. 1 lid 2: lid 1 is not for terms counted back; art. 2 makes no such exception. */
static void a_term_counted_back_stays_on_its_day(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"10 weeks before, WPO 40 lid 2", "2027-08-01", 10, WEEKS, "2027-05-23",
         .end = "2027-05-23", .direction = BACK},
        {"1 month before", "2026-03-31", 1, MONTHS, "2026-02-28", .end = "2026-02-28",
         .direction = BACK},
        {"2 days before, LPW 13", "2027-05-10", 2, DAYS, "2027-05-08", .end = "2027-05-08",
         .direction = BACK},
        {"3 days before hold 4 and 10 May", "2027-05-11", 3, DAYS, "2027-05-08",
         .end = "2027-05-04", .direction = BACK},
        {"3 schooldagen before", "2026-10-20", 3, SCHOOL, "2026-10-08", .end = "2026-10-08",
         .direction = BACK},
        {"1 lesweek before", "2026-10-22", 1, LESWEKEN, "2026-10-08", .end = "2026-10-08",
         .direction = BACK},
    };
    EXPECT_ROWS(rows);
    pt_term_result result = compute(&rows[0]);
    assert_int_equal(result.step_count, 2);
    assert_int_equal(result.steps[0].kind, PT_STEP_BACK);
    assert_int_equal(result.steps[0].amount, 10);
    assert_int_equal(result.steps[1].kind, PT_STEP_NOT_BACK);
    assert_string_equal(result.steps[1].name, "zondag");
    assert_string_equal(result.steps[1].source, "Algemene termijnenwet art. 1 lid 2");
}

/* "voor 1 mei": 30 April, whatever day that is. */
static void a_fixed_last_day_is_never_shifted(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"Sunday 30 April", "2028-04-30", 0, DAYS, "2028-04-30", .end = "2028-04-30",
         .direction = FIXED},
        {"Friday 30 April", "2027-04-30", 0, DAYS, "2027-04-30", .end = "2027-04-30",
         .direction = FIXED},
    };
    EXPECT_ROWS(rows);
    pt_term_result sunday = compute(&rows[0]);
    pt_term_result friday = compute(&rows[1]);
    assert_true(has_step(&sunday, PT_STEP_NOT_FIXED));
    assert_false(has_step(&friday, PT_STEP_NOT_FIXED));
}

static void a_term_in_months_says_what_it_does_without_the_day(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"28 February, a Saturday", "2026-01-31", 1, MONTHS, "2026-02-28", .end = "2026-03-02"},
        {"1 March, a Sunday", "2026-01-31", 1, MONTHS, "2026-03-01", .end = "2026-03-02",
         .rounding = PT_ROUND_UP},
        {"refused", "2026-01-31", 1, MONTHS, "-", .end = "-", .rounding = PT_ROUND_REFUSE},
        {"the day exists", "2026-01-30", 2, MONTHS, "2026-03-30", .end = "2026-03-30",
         .rounding = PT_ROUND_REFUSE},
        {"a year after 29 February", "2024-02-29", 1, PT_UNIT_YEARS, "2025-02-28",
         .end = "2025-02-28"},
    };
    EXPECT_ROWS(rows);
    pt_term_result down = compute(&rows[0]);
    pt_term_result refused = compute(&rows[2]);
    pt_term_result exact = compute(&rows[3]);
    assert_int_equal(down.steps[1].kind, PT_STEP_MONTH_END);
    assert_int_equal(down.steps[1].after, day("2026-02-28"));
    assert_int_equal(refused.flags, PT_TERM_OUT_OF_RANGE);
    assert_false(has_step(&exact, PT_STEP_MONTH_END));
}

/*
 * WPO art. 63 lid 4: suspended from the day of the invitation; Awb art. 4:15 lid 1: from the day
 * after it. Both until the day on which the application is completed.
 */
static void a_private_school_stands_still_a_day_longer(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"none", "2026-09-01", 6, WEEKS, "2026-10-13", .end = "2026-10-13"},
        {"private", "2026-09-01", 6, WEEKS, "2026-10-27", .end = "2026-10-27",
         .suspensions = {{"2026-09-10", "2026-09-24"}}},
        {"public", "2026-09-01", 6, WEEKS, "2026-10-26", .end = "2026-10-26",
         .suspensions = {{"2026-09-11", "2026-09-24"}}},
    };
    EXPECT_ROWS(rows);
}

static void only_days_on_which_the_term_runs_stand_still(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"overlapping count once", "2026-09-01", 6, WEEKS, "2026-10-27", .end = "2026-10-27",
         .suspensions = {{"2026-09-15", "2026-09-24"},
                         {"2026-09-10", "2026-09-20"},
                         {"2026-09-12", "2026-09-13"}}},
        {"touching are one", "2026-09-01", 6, WEEKS, "2026-10-27", .end = "2026-10-27",
         .suspensions = {{"2026-09-17", "2026-09-24"}, {"2026-09-10", "2026-09-17"}}},
        {"empty or backward count nothing", "2026-09-01", 6, WEEKS, "2026-10-13",
         .end = "2026-10-13",
         .suspensions = {{"2026-09-10", "2026-09-10"}, {"2026-09-10", "2026-09-09"}}},
        {"on the last day", "2026-09-01", 6, WEEKS, "2026-10-20", .end = "2026-10-20",
         .suspensions = {{"2026-10-13", "2026-10-20"}}},
        {"the day after the last", "2026-09-01", 6, WEEKS, "2026-10-13", .end = "2026-10-13",
         .suspensions = {{"2026-10-14", "2026-10-20"}}},
        {"the first lets in the second", "2026-09-01", 6, WEEKS, "2026-10-26", .end = "2026-10-26",
         .suspensions = {{"2026-10-22", "2026-10-25"}, {"2026-10-10", "2026-10-20"}}},
        {"only the days after the trigger", "2026-09-01", 6, WEEKS, "2026-10-15",
         .end = "2026-10-15", .suspensions = {{"2026-08-20", "2026-09-04"}}},
        {"over before the first day", "2026-09-01", 6, WEEKS, "2026-10-13", .end = "2026-10-13",
         .suspensions = {{"2026-08-20", "2026-09-02"}}},
        {"shifted at the end alone", "2026-06-13", 6, WEEKS, "2026-07-26", .end = "2026-07-27",
         .suspensions = {{"2026-07-01", "2026-07-02"}}},
        {"still stands still", "2026-09-01", 6, WEEKS, "altijd", .end = "altijd",
         .suspensions = {{"2026-09-10", "altijd"}}, .extension = 4, .extension_unit = WEEKS},
        {"stands still after the end", "2026-09-01", 6, WEEKS, "2026-10-13", .end = "2026-10-13",
         .suspensions = {{"2026-10-14", "altijd"}}},
        {"days that stood still are no days of art. 2", "2026-09-10", 3, DAYS, "2026-09-14",
         .end = "2026-09-15", .suspensions = {{"2026-09-11", "2026-09-12"}}},
    };
    EXPECT_ROWS(rows);
    pt_term_result touching = compute(&rows[1]);
    assert_int_equal(touching.step_count, 2);
    pt_term_result still = compute(&rows[9]);
    assert_int_equal(still.flags, PT_TERM_STANDS_STILL);
    assert_int_equal(still.first_end, PT_DATE_FOREVER);
    assert_int_equal(still.steps[still.step_count - 1].kind, PT_STEP_STANDS_STILL);
}

/* A term that ends on Saturday is extended to Monday, so on Sunday it still runs. */
static void a_standstill_on_a_day_gained_by_the_shift_counts_from_the_shifted_end(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"on Monday", "2026-06-13", 6, WEEKS, "2026-07-30", .end = "2026-07-30",
         .suspensions = {{"2026-07-27", "2026-07-30"}}},
        {"on Sunday", "2026-06-13", 6, WEEKS, "2026-07-30", .end = "2026-07-30",
         .suspensions = {{"2026-07-26", "2026-07-29"}}},
        {"on Tuesday it is over", "2026-06-13", 6, WEEKS, "2026-07-25", .end = "2026-07-27",
         .suspensions = {{"2026-07-28", "2026-07-30"}}},
        {"shifted again", "2026-06-13", 6, WEEKS, "2026-08-01", .end = "2026-08-03",
         .suspensions = {{"2026-07-27", "2026-08-01"}}},
        {"no shift, no days gained", "2026-06-13", 6, WEEKS, "2026-07-25", .end = "2026-07-25",
         .law = PT_LAW_BELEID, .suspensions = {{"2026-07-27", "2026-07-30"}}},
        {"with no end", "2026-06-13", 6, WEEKS, "altijd", .end = "altijd",
         .suspensions = {{"2026-07-27", "altijd"}}},
    };
    EXPECT_ROWS(rows);
}

/* Counted from the unshifted end of the first term, then shifted once. */
static void an_extension_is_counted_from_the_unshifted_end(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"from 5 May, not from 10 May", "2027-03-24", 6, WEEKS, "2027-06-02", .end = "2027-06-02",
         .extension = 4, .extension_unit = WEEKS},
        {"shifted once", "2027-03-27", 6, WEEKS, "2027-06-05", .end = "2027-06-07", .extension = 4,
         .extension_unit = WEEKS},
        {"stood still in the first term", "2026-09-01", 6, WEEKS, "2026-11-24", .end = "2026-11-24",
         .extension = 4, .extension_unit = WEEKS, .suspensions = {{"2026-09-10", "2026-09-24"}}},
        {"stood still in the extension", "2026-09-01", 6, WEEKS, "2026-11-17", .end = "2026-11-17",
         .extension = 4, .extension_unit = WEEKS, .suspensions = {{"2026-10-20", "2026-10-27"}}},
        {"in months, to the last of November", "2026-10-03", 4, WEEKS, "2026-11-30",
         .end = "2026-11-30", .extension = 1, .extension_unit = MONTHS},
    };
    EXPECT_ROWS(rows);
    assert_int_equal(compute(&rows[0]).first_end, day("2027-05-05"));
    assert_int_equal(compute(&rows[2]).first_end, day("2026-10-27"));
    assert_int_equal(compute(&rows[3]).first_end, day("2026-10-13"));
}

/* Herfstvakantie noord: 10 to 18 October 2026; kerstvakantie: 19 December to 3 January. */
static void schooldagen_and_lesweken_skip_a_holiday(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"5 schooldagen", "2026-10-07", 5, SCHOOL, "2026-10-21", .end = "2026-10-21"},
        {"1 schooldag over Christmas", "2026-12-18", 1, SCHOOL, "2027-01-04", .end = "2027-01-04"},
        {"4 lesweken", "2026-09-24", 4, LESWEKEN, "2026-10-29", .end = "2026-10-29"},
        {"4 weeks do not", "2026-09-24", 4, WEEKS, "2026-10-22", .end = "2026-10-22"},
        {"a schooldag on Goede Vrijdag", "2026-04-02", 1, SCHOOL, "2026-04-03",
         .end = "2026-04-07"},
        {"it stays there in a plan", "2026-04-02", 1, SCHOOL, "2026-04-03", .end = "2026-04-03",
         .law = PT_LAW_BELEID},
        {"8, 9 and 19 October stood still", "2026-10-07", 5, SCHOOL, "2026-10-26",
         .end = "2026-10-26", .suspensions = {{"2026-10-08", "2026-10-20"}}},
        {"the holiday itself stood still", "2026-10-07", 5, SCHOOL, "2026-10-21",
         .end = "2026-10-21", .suspensions = {{"2026-10-10", "2026-10-19"}}},
        {"5 werkdagen in May 2027", "2027-05-03", 5, WORK, "2027-05-13", .end = "2027-05-13"},
        {"4 and 10 May stood still", "2027-05-03", 5, WORK, "2027-05-18", .end = "2027-05-18",
         .suspensions = {{"2027-05-04", "2027-05-11"}}},
    };
    EXPECT_ROWS(rows);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_int_equal(compute(&rows[i]).flags & PT_TERM_SCHOOL_UNKNOWN, 0);
}

static void a_term_says_when_it_leans_on_what_is_not_known(void **state)
{
    (void)state;
    static const struct {
        term_row row;
        unsigned flags;
    } rows[] = {
        {{"decrees of 2015", "2015-03-02", 6, WEEKS, "2015-04-13", .end = "2015-04-13"},
         PT_TERM_DECREES_UNKNOWN},
        {{"decrees of 2018", "2018-03-05", 6, WEEKS, "2018-04-16", .end = "2018-04-16"}, 0},
        {{"decrees of 2029", "2028-11-21", 6, WEEKS, "2029-01-02", .end = "2029-01-02"},
         PT_TERM_DECREES_UNKNOWN},
        {{"into 2023", "2022-11-21", 6, WEEKS, "2023-01-02", .end = "2023-01-02"}, 0},
        {{"two days, one of 2022", "2022-12-29", 3, DAYS, "2023-01-01", .end = "2023-01-02"},
         PT_TERM_DECREES_UNKNOWN | PT_TERM_SHIFTED},
        {{"no Termijnenwet", "2015-03-02", 6, WEEKS, "2015-04-13", .end = "2015-04-13",
          .law = PT_LAW_BELEID},
         0},
        {{"werkdagen of 2030", "2030-09-02", 5, WORK, "2030-09-09", .end = "2030-09-09",
          .law = PT_LAW_BELEID},
         PT_TERM_DECREES_UNKNOWN},
        {{"werkdagen of 2026", "2026-09-07", 5, WORK, "2026-09-14", .end = "2026-09-14",
          .law = PT_LAW_BELEID},
         0},
        {{"schooldagen of 2029", "2029-09-03", 5, SCHOOL, "2029-09-10", .end = "2029-09-10",
          .law = PT_LAW_BELEID},
         PT_TERM_SCHOOL_UNKNOWN},
        {{"an extension in lesweken of 2029", "2029-09-03", 1, WEEKS, "2029-09-17",
          .end = "2029-09-17", .law = PT_LAW_BELEID, .extension = 1, .extension_unit = LESWEKEN},
         PT_TERM_SCHOOL_UNKNOWN},
        {{"werkdagen after 2022", "2022-12-31", 3, WORK, "2023-01-04", .end = "2023-01-04",
          .law = PT_LAW_BELEID},
         0},
        {{"schooldagen of 2029, back", "2029-09-10", 5, SCHOOL, "2029-09-03", .end = "2029-09-03",
          .direction = BACK, .law = PT_LAW_BELEID},
         PT_TERM_SCHOOL_UNKNOWN},
        {{"grown into 2022, back", "2023-01-03", 3, DAYS, "2022-12-31", .end = "2022-12-30",
          .direction = BACK},
         PT_TERM_DECREES_UNKNOWN | PT_TERM_SHIFTED},
        {{"past 2200", "2200-12-01", 6, WEEKS, "-", .end = "-"}, PT_TERM_OUT_OF_RANGE},
        {{"a negative length", "2026-09-01", -1, WEEKS, "-", .end = "-"}, PT_TERM_OUT_OF_RANGE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_term_result result = compute(&rows[i].row);
        expect_rows(&rows[i].row, 1);
        if (result.flags != rows[i].flags)
            fail_msg("%s: flags %u, expected %u", rows[i].row.why, result.flags, rows[i].flags);
    }
}

static void without_a_region_or_a_trigger_the_outcome_says_so(void **state)
{
    (void)state;
    pt_term term = {.trigger = day("2026-09-01"),
                    .length = {2, SCHOOL, PT_ROUND_DOWN},
                    .region = PT_REGION_NONE};
    pt_term_result result = pt_term_compute(arena, calendar, &term);
    assert_int_equal(result.end, day("2026-09-03"));
    assert_int_equal(result.flags, PT_TERM_SCHOOL_UNKNOWN);
    term.trigger = PT_DATE_NONE;
    result = pt_term_compute(arena, calendar, &term);
    assert_int_equal(result.end, PT_DATE_NONE);
    assert_int_equal(result.flags, PT_TERM_OUT_OF_RANGE);
    assert_int_equal(result.step_count, 0);
}

static void a_length_of_nothing_is_no_term(void **state)
{
    (void)state;
    static const term_row rows[] = {
        {"forward", "2026-09-12", 0, DAYS, "2026-09-12", .end = "2026-09-12"},
        {"back", "2026-09-12", 0, DAYS, "2026-09-12", .end = "2026-09-12", .direction = BACK},
    };
    EXPECT_ROWS(rows);
}

static void every_step_of_a_computation_can_be_shown(void **state)
{
    (void)state;
    static const term_row row = {"steps",
                                 "2027-03-10",
                                 6,
                                 WEEKS,
                                 "2027-05-05",
                                 .end = "2027-05-10",
                                 .suspensions = {{"2027-03-15", "2027-03-22"}},
                                 .extension = 7,
                                 .extension_unit = DAYS};
    static const struct {
        pt_term_step_kind kind;
        const char *before, *after;
        int32_t amount;
        const char *name, *source;
    } expected[] = {
        {PT_STEP_LENGTH, "2027-03-10", "2027-04-21", 6, NULL, NULL},
        {PT_STEP_SUSPENDED, "2027-04-21", "2027-04-28", 7, NULL, NULL},
        {PT_STEP_EXTENSION, "2027-04-28", "2027-05-05", 7, NULL, NULL},
        {PT_STEP_SHIFT, "2027-05-05", "2027-05-06", 0, "Bevrijdingsdag",
         "Algemene termijnenwet art. 3 lid 1"},
        {PT_STEP_SHIFT, "2027-05-06", "2027-05-07", 0, "Hemelvaartsdag",
         "Algemene termijnenwet art. 3 lid 1"},
        {PT_STEP_SHIFT, "2027-05-07", "2027-05-08", 0, "gelijkgestelde dag", "Stcrt. 2025, 24713"},
        {PT_STEP_SHIFT, "2027-05-08", "2027-05-09", 0, "zaterdag",
         "Algemene termijnenwet art. 1 lid 1"},
        {PT_STEP_SHIFT, "2027-05-09", "2027-05-10", 0, "zondag",
         "Algemene termijnenwet art. 1 lid 1"},
    };
    pt_term_result result = compute(&row);
    expect_rows(&row, 1);
    assert_int_equal(result.step_count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < result.step_count; i++) {
        const pt_term_step *step = &result.steps[i];
        assert_int_equal(step->kind, expected[i].kind);
        expect_day(step->before, expected[i].before, "before");
        expect_day(step->after, expected[i].after, "after");
        assert_int_equal(step->amount, expected[i].amount);
        if (expected[i].name != NULL) {
            assert_string_equal(step->name, expected[i].name);
            assert_string_equal(step->source, expected[i].source);
        }
    }
    assert_int_equal(result.steps[1].from, day("2027-03-15"));
    assert_int_equal(result.steps[1].until, day("2027-03-22"));
}

static void a_term_that_stays_on_a_rest_day_says_why(void **state)
{
    (void)state;
    static const struct {
        term_row row;
        pt_term_step_kind kind;
        const char *source;
    } rows[] = {
        {{"long", "2026-06-13", 13, WEEKS, "2026-09-12", .end = "2026-09-12"},
         PT_STEP_NOT_LONG,
         "Algemene termijnenwet art. 4"},
        {{"plan", "2026-06-13", 1, WEEKS, "2026-06-20", .end = "2026-06-20", .law = PT_LAW_BELEID},
         PT_STEP_NOT_LAW,
         "Algemene termijnenwet art. 1 lid 1"},
        {{"excluded", "2026-06-13", 1, WEEKS, "2026-06-20", .end = "2026-06-20",
          .termijnenwet = PT_TERMIJNENWET_EXCLUDED},
         PT_STEP_NOT_DECLARED,
         NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_term_result result = compute(&rows[i].row);
        const pt_term_step *last = &result.steps[result.step_count - 1];
        assert_int_equal(last->kind, rows[i].kind);
        assert_string_equal(last->name, "zaterdag");
        if (rows[i].source != NULL)
            assert_string_equal(last->source, rows[i].source);
        else
            assert_null(last->source);
    }
    pt_term_result stretched =
        compute(&(term_row){"art. 2", "2026-09-11", 3, DAYS, "2026-09-14", .end = "2026-09-15"});
    assert_string_equal(stretched.steps[stretched.step_count - 1].source,
                        "Algemene termijnenwet art. 2");
}

static bool counts(pt_unit unit, pt_region region, pt_date date)
{
    if (unit == SCHOOL)
        return pt_calendar_is_schooldag(calendar, region, date);
    return unit == WORK ? pt_calendar_is_working_day(calendar, date) : true;
}

/* The n-th day of its kind after the trigger on which the term does not stand still. */
static pt_date walk(const pt_term *term)
{
    pt_date date = term->trigger;
    for (int32_t left = term->length.amount; left > 0;) {
        bool still = false;
        date++;
        for (size_t i = 0; i < term->suspension_count; i++)
            still =
                still || (term->suspensions[i].from <= date && date < term->suspensions[i].until);
        left -= !still && counts(term->length.unit, term->region, date);
    }
    return date;
}

static uint32_t next_number(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 16) % below;
}

static void the_end_is_where_a_walk_by_day_arrives(void **state)
{
    (void)state;
    static const pt_unit units[] = {DAYS, SCHOOL, WORK};
    pt_arena *each = pt_arena_create();
    uint32_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        pt_suspension suspensions[5];
        pt_term term = {.trigger = day("2025-01-01") + (pt_date)next_number(&seed, 1000),
                        .length = {1 + (int32_t)next_number(&seed, 60), units[round % 3], 0},
                        .suspensions = suspensions,
                        .suspension_count = next_number(&seed, 6),
                        .law = PT_LAW_BELEID,
                        .region = round % 4 - 1};
        for (size_t i = 0; i < term.suspension_count; i++) {
            suspensions[i].from = term.trigger - 20 + (pt_date)next_number(&seed, 120);
            suspensions[i].until = suspensions[i].from + (pt_date)next_number(&seed, 30);
        }
        pt_term_result result = pt_term_compute(each, calendar, &term);
        if (result.end != walk(&term))
            fail_msg("round %d: %d, walked to %d", round, result.end, walk(&term));
        pt_arena_reset(each);
    }
    pt_arena_destroy(each);
}

static void every_covered_term_of_weeks_ends_on_the_first_working_day(void **state)
{
    (void)state;
    pt_arena *each = pt_arena_create();
    for (pt_date trigger = day("2023-01-01"); trigger < day("2028-09-01"); trigger++) {
        for (int32_t weeks = 1; weeks <= 12; weeks++) {
            const pt_term term = {.trigger = trigger, .length = {weeks, WEEKS, PT_ROUND_DOWN}};
            pt_term_result result = pt_term_compute(each, calendar, &term);
            assert_int_equal(result.unshifted_end, trigger + 7 * weeks);
            assert_int_equal(result.end,
                             pt_calendar_working_day_from(calendar, trigger + 7 * weeks));
            assert_int_equal(result.flags & ~(unsigned)PT_TERM_SHIFTED, 0);
        }
        pt_arena_reset(each);
    }
    pt_arena_destroy(each);
}

static void a_date_plus_a_duration_knows_no_termijnenwet(void **state)
{
    (void)state;
    static const struct {
        const char *from;
        pt_duration length;
        const char *to;
    } rows[] = {
        {"2026-06-15", {10, WEEKS, PT_ROUND_DOWN}, "2026-08-24"},
        {"2026-06-13", {6, WEEKS, PT_ROUND_DOWN}, "2026-07-25"},
        {"2026-06-15", {-10, DAYS, PT_ROUND_DOWN}, "2026-06-05"},
        {"2026-08-31", {1, MONTHS, PT_ROUND_DOWN}, "2026-09-30"},
        {"2026-08-31", {1, MONTHS, PT_ROUND_UP}, "2026-10-01"},
        {"2024-02-29", {1, PT_UNIT_YEARS, PT_ROUND_REFUSE}, "-"},
        {"2026-09-10", {24, PT_UNIT_HOURS, PT_ROUND_DOWN}, "2026-09-11"},
        {"2026-09-10", {25, PT_UNIT_HOURS, PT_ROUND_DOWN}, "2026-09-12"},
        {"2026-09-10", {-24, PT_UNIT_HOURS, PT_ROUND_DOWN}, "2026-09-09"},
        {"2026-09-10", {-25, PT_UNIT_HOURS, PT_ROUND_DOWN}, "2026-09-08"},
        {"2026-09-10", {INT32_MAX, WEEKS, PT_ROUND_DOWN}, "-"},
        {"2026-09-10", {INT32_MIN, PT_UNIT_HOURS, PT_ROUND_DOWN}, "-"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_day(pt_date_add(NULL, PT_REGION_NONE, day(rows[i].from), rows[i].length), rows[i].to,
                   rows[i].from);
    pt_region zuid = pt_calendar_region(calendar, "zuid");
    expect_day(pt_date_add(calendar, zuid, day("2026-10-16"), (pt_duration){1, SCHOOL, 0}),
               "2026-10-26", "zuid");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(weeks_end_on_the_weekday_of_the_trigger),
        cmocka_unit_test(a_term_that_ends_on_a_rest_day_runs_to_the_next_working_day),
        cmocka_unit_test(only_terms_of_wet_and_amvb_are_shifted),
        cmocka_unit_test(long_terms_end_on_any_day),
        cmocka_unit_test(article_4_has_its_bounds),
        cmocka_unit_test(a_short_term_holds_two_working_days),
        cmocka_unit_test(a_term_counted_back_stays_on_its_day),
        cmocka_unit_test(a_fixed_last_day_is_never_shifted),
        cmocka_unit_test(a_term_in_months_says_what_it_does_without_the_day),
        cmocka_unit_test(a_private_school_stands_still_a_day_longer),
        cmocka_unit_test(only_days_on_which_the_term_runs_stand_still),
        cmocka_unit_test(a_standstill_on_a_day_gained_by_the_shift_counts_from_the_shifted_end),
        cmocka_unit_test(an_extension_is_counted_from_the_unshifted_end),
        cmocka_unit_test(schooldagen_and_lesweken_skip_a_holiday),
        cmocka_unit_test(a_term_says_when_it_leans_on_what_is_not_known),
        cmocka_unit_test(without_a_region_or_a_trigger_the_outcome_says_so),
        cmocka_unit_test(a_length_of_nothing_is_no_term),
        cmocka_unit_test(every_step_of_a_computation_can_be_shown),
        cmocka_unit_test(a_term_that_stays_on_a_rest_day_says_why),
        cmocka_unit_test(the_end_is_where_a_walk_by_day_arrives),
        cmocka_unit_test(every_covered_term_of_weeks_ends_on_the_first_working_day),
        cmocka_unit_test(a_date_plus_a_duration_knows_no_termijnenwet),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
