/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "report/page.h"
#include "report/timeline_page.h"
#include "report_fixture.h"

static const char *written(report_fixture *one, pt_timeline_options options)
{
    pt_text out = pt_text_create(one->arena);
    pt_timeline_write(&out, &one->result, &options);
    return out.bytes;
}

static const pt_timeline_options dutch = {.language = PT_DUTCH};

static void a_case_that_ends_late_reads_as_expected(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "tijdlijn.txt", written(one, dutch));
}

static void the_fixed_words_speak_english_on_request(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "timeline.txt",
                 written(one, (pt_timeline_options){.language = PT_ENGLISH}));
}

static void everything_is_shown_on_request(void **state)
{
    report_fixture *one = *state;
    const char *text = written(one, (pt_timeline_options){.everything = true});
    assert_non_null(strstr(text, "ontvangen op: 15 juni 2026; schriftelijk: ja"));
    assert_null(strstr(written(one, dutch), "schriftelijk"));
}

static void no_line_is_wider_than_the_page_or_ends_in_a_blank(void **state)
{
    report_fixture *one = *state;
    fixture_outcome(
        one, one->scenario.until, CARE_GROUP, pt_yesno(false),
        "een reden die zo lang is dat zij niet op een regel past, met co\xC3\xABrcitie, "
        "na\xC3\xAF"
        "eve woorden en eenheel\xC3\xA9\xC3\xA9\xC3\xA9lwoordzondereindeeenheelwoordzondereinde"
        "eenheelwoordzondereindeeenheelwoordzondereinde");
    const char *text = written(one, dutch);
    for (const char *at = text; *at != '\0';) {
        size_t length = strcspn(at, "\n");
        assert_true(pt_text_columns(at, length) <= PT_PAGE_WIDTH);
        assert_true(length == 0 || at[length - 1] != ' ');
        at += length + 1;
    }
}

static void colour_changes_nothing_but_colour(void **state)
{
    report_fixture *one = *state;
    const char *coloured = written(one, (pt_timeline_options){.coloured = true});
    pt_text bare = pt_text_create(one->arena);
    assert_non_null(strchr(coloured, '\033'));
    for (const char *at = coloured; *at != '\0'; at++) {
        if (*at == '\033')
            at = strchr(at, 'm');
        else
            pt_text_add_char(&bare, *at);
    }
    assert_string_equal(bare.bytes, written(one, dutch));
}

static void an_outcome_with_the_same_value_is_not_told_again(void **state)
{
    report_fixture *one = *state;
    fixture_outcome(one, one->scenario.until, CARE_GROUP, pt_yesno(true), "om een andere reden");
    assert_null(strstr(written(one, dutch), "om een andere reden"));
    fixture_outcome(one, one->scenario.until, CARE_GROUP, pt_yesno(false), "nu niet meer");
    assert_non_null(strstr(written(one, dutch), "nu niet meer"));
}

static void equal_days_in_a_row_are_told_once(void **state)
{
    report_fixture *one = *state;
    for (int day = 7; day <= 11; day++)
        fixture_event(one, fixture_day(2026, 9, day), DECIDE_EVENT, UINT32_MAX, NULL);
    assert_non_null(strstr(written(one, dutch), "maandag 7 september 2026 tot en met vrijdag 11 "
                                                "september 2026, 5 dagen, telkens\n"));
}

static void texts_of_the_scenario_cannot_steer_the_terminal(void **state)
{
    report_fixture *one = *state;
    one->scenario.title = "kwaad\033[2J\nregel \xE2\x80\xAEom";
    const char *text = written(one, dutch);
    assert_null(strchr(text, '\033'));
    assert_memory_equal(text, "kwaad\\u{1B}[2J\\u{A}regel \\u{202E}om\n", 36);
}

static void a_duty_tells_each_turn_of_its_term(void **state)
{
    static const struct {
        pt_duty_status before;
        pt_duty_status now;
        int due_day; /* of July */
        const char *told;
    } rows[] = {
        {PT_DUTY_OPEN, PT_DUTY_STANDS_STILL, 0,
         "  staat stil    Besluit op de aanmelding (a1): esdoorn, de termijn staat stil\n"},
        {PT_DUTY_STANDS_STILL, PT_DUTY_OPEN, 30,
         "  loopt weer    Besluit op de aanmelding (a1): uiterlijk nu donderdag 30 juli 2026 (was "
         "27 "
         "jul 2026)\n"},
        {PT_DUTY_OPEN, PT_DUTY_OPEN, 31,
         "  plicht        Besluit op de aanmelding (a1): uiterlijk nu vrijdag 31 juli 2026 (was 27 "
         "jul 2026)\n"},
        {PT_DUTY_OPEN, PT_DUTY_FULFILLED, 27,
         "  vervuld       Besluit op de aanmelding (a1): op tijd (uiterlijk 27 juli 2026)\n"},
        {PT_DUTY_OPEN, PT_DUTY_LAPSED, 27,
         "  vervallen     Besluit op de aanmelding (a1): hoeft niet meer\n"},
        {PT_DUTY_OPEN, PT_DUTY_ABSENT, 27,
         "  vervallen     Besluit op de aanmelding (a1): geldt niet meer\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        report_fixture *one = fixture_create();
        one->result.record_count = 0;
        fixture_duty(one, fixture_day(2026, 7, 1), DECIDE_DUTY, rows[i].before,
                     fixture_day(2026, 7, 27));
        pt_date due =
            rows[i].due_day == 0 ? PT_DATE_FOREVER : fixture_day(2026, 7, rows[i].due_day);
        fixture_duty(one, fixture_day(2026, 7, 10), DECIDE_DUTY, rows[i].now, due);
        const char *text = written(one, dutch);
        if (strstr(text, rows[i].told) == NULL)
            fail_msg("niet gevonden: %s in:\n%s", rows[i].told, text);
        pt_arena_destroy(one->arena);
    }
}

static void a_faculty_is_used_or_passes_and_breaks_nothing(void **state)
{
    static const struct {
        pt_duty_status now;
        const char *told;
        const char *ended;
    } rows[] = {
        {PT_DUTY_FULFILLED,
         "  gebruikt      Bezwaar maken tegen het besluit (a1): op tijd (uiterlijk 27 juli 2026)\n",
         "    gebruikt         "},
        {PT_DUTY_LATE,
         "  voorbij       Bezwaar maken tegen het besluit (a1): kon tot en met maandag",
         "    ongebruikt       "},
        {PT_DUTY_LAPSED,
         "  voorbij       Bezwaar maken tegen het besluit (a1): kon tot en met maandag",
         "    ongebruikt       "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        report_fixture *one = fixture_create();
        pt_date due = fixture_day(2026, 7, 27);
        one->result.record_count = 0;
        fixture_duty(one, fixture_day(2026, 7, 1), OBJECT_FACULTY, PT_DUTY_OPEN, due);
        fixture_duty(one, fixture_day(2026, 7, 28), OBJECT_FACULTY, rows[i].now, due);
        const char *text = written(one, dutch);
        assert_non_null(strstr(text, rows[i].told));
        assert_non_null(strstr(text, rows[i].ended));
        pt_arena_destroy(one->arena);
    }
}

static void a_duty_without_day_or_bearer_says_so(void **state)
{
    report_fixture *one = *state;
    one->result.record_count = 0;
    pt_date first = fixture_day(2026, 7, 1);
    pt_duty_state *duty = fixture_duty(one, first, DECIDE_DUTY, PT_DUTY_OPEN, PT_DATE_FOREVER);
    duty->bearer = UINT32_MAX;
    duty->period = fixture_day(2025, 8, 1);
    duty = fixture_duty(one, first + 1, DECIDE_DUTY, PT_DUTY_OPEN, fixture_day(2026, 8, 3));
    duty->bearer = UINT32_MAX;
    duty->period = fixture_day(2025, 8, 1);
    duty = fixture_duty(one, first + 2, DECIDE_DUTY, PT_DUTY_OPEN, PT_DATE_FOREVER);
    duty->bearer = UINT32_MAX;
    duty->period = fixture_day(2025, 8, 1);
    duty = fixture_duty(one, first + 3, DECIDE_DUTY, PT_DUTY_FULFILLED, PT_DATE_FOREVER);
    duty->bearer = UINT32_MAX;
    duty->period = fixture_day(2025, 8, 1);
    static const char *const told[] = {
        "(a1): drager onbekend, laatste dag nog niet bekend\n",
        "tijdvak vanaf 1 augustus 2025 · WPO art. 40 lid 6\n",
        "(a1): uiterlijk maandag 3 augustus 2026\n",
        "(a1): laatste dag nu niet meer bekend (was 3 augustus 2026)\n",
        "(a1): zonder laatste dag\n",
        "\n  drager onbekend\n    op tijd vervuld "};
    const char *text = written(one, dutch);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (strstr(text, told[i]) == NULL)
            fail_msg("niet gevonden: %s in:\n%s", told[i], text);
    }
}

static void facts_that_change_by_themselves_and_hindsight_are_told(void **state)
{
    report_fixture *one = *state;
    pt_step step = {.kind = PT_STEP_OCCURRENCE};
    pt_date day = fixture_day(2026, 9, 1);
    one->result.record_count = 0;
    fixture_fact(one, one->scenario.from, RESULT, pt_unknown(), pt_yesno(true)); /* the world */
    fixture_fact(one, day, SUPPORT_NEEDED, pt_yesno(false), pt_yesno(true));
    one->result.records[1].step = &step;
    fixture_event(one, day, DECIDE_EVENT, UINT32_MAX, NULL);
    one->result.records[2].of.event.holds_from = fixture_day(2026, 8, 28);
    fixture_event(one, day, OVERDUE_EVENT, TEMPORARY_BLOCK, NULL);
    fixture_add(one, PT_RECORD_PROBLEM, day, UINT32_MAX);
    static const char *const told[] = {
        "  gegeven       a1, ondersteuning nodig: ja (was nee)\n",
        "                gold al vanaf vrijdag 28 augustus 2026\n",
        "                omdat: Tijdelijk te plaatsen ja\n",
        "  probleem      het naspelen kon niet verder zoals het er staat\n"};
    const char *text = written(one, dutch);
    for (size_t i = 0; i < sizeof told / sizeof *told; i++) {
        if (strstr(text, told[i]) == NULL)
            fail_msg("niet gevonden: %s in:\n%s", told[i], text);
    }
    assert_null(strstr(text, "uitkomst: ja"));
}

static void an_outcome_without_reason_says_how_it_came_about(void **state)
{
    static const pt_input missing = {.name = "plaats_ruimte"};
    static const struct {
        pt_way way;
        const char *told;
    } rows[] = {{PT_WAY_MISSING, "'plaats ruimte' is nog niet bekend"},
                {PT_WAY_NOT_IN_FORCE, "geldt niet (meer): geen artikel is op deze dag van"},
                {PT_WAY_CONFLICT, "twee uitzonderingen spreken elkaar tegen"},
                {PT_WAY_FAILED, "de regel kon niet worden berekend"}};
    report_fixture *one = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        one->result.record_count = 0;
        fixture_outcome(one, fixture_day(2026, 7, 1), CARE_GROUP, pt_yesno(true), "eerst");
        fixture_outcome(one, fixture_day(2026, 7, 2), CARE_GROUP, pt_unknown(), NULL);
        one->result.records[1].of.outcome.way = (uint8_t)rows[i].way;
        one->result.records[1].of.outcome.missing = &missing;
        one->result.records[1].of.outcome.version = PT_NO_INDEX;
        assert_non_null(strstr(written(one, dutch), rows[i].told));
    }
}

static void a_duty_that_was_late_before_the_story_is_set_apart(void **state)
{
    report_fixture *one = *state;
    one->result.record_count = 0;
    fixture_duty(one, one->scenario.from, DECIDE_DUTY, PT_DUTY_LATE, fixture_day(2024, 9, 2));
    const char *text = written(one, dutch);
    assert_null(strstr(text, "gemoeten"));
    assert_non_null(strstr(text, "    eerder te laat   uiterlijk 2 sep 2024    Besluit op de"));
    assert_non_null(
        strstr(written(one, (pt_timeline_options){.everything = true}), "  te laat       Besluit"));
}

static void an_empty_run_says_so(void **state)
{
    report_fixture *one = *state;
    one->result.record_count = one->result.passed = one->result.failed = one->result.unjudged = 0;
    const char *text = written(one, dutch);
    assert_non_null(strstr(text, "In deze periode gebeurt er niets.\n"));
    assert_non_null(strstr(text, "Dit scenario bevat geen verwachtingen.\n"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_case_that_ends_late_reads_as_expected),
        TEST(the_fixed_words_speak_english_on_request),
        TEST(everything_is_shown_on_request),
        TEST(no_line_is_wider_than_the_page_or_ends_in_a_blank),
        TEST(colour_changes_nothing_but_colour),
        TEST(an_outcome_with_the_same_value_is_not_told_again),
        TEST(equal_days_in_a_row_are_told_once),
        TEST(texts_of_the_scenario_cannot_steer_the_terminal),
        TEST(a_duty_tells_each_turn_of_its_term),
        TEST(a_faculty_is_used_or_passes_and_breaks_nothing),
        TEST(a_duty_without_day_or_bearer_says_so),
        TEST(facts_that_change_by_themselves_and_hindsight_are_told),
        TEST(an_outcome_without_reason_says_how_it_came_about),
        TEST(a_duty_that_was_late_before_the_story_is_set_apart),
        TEST(an_empty_run_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
