/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "report/findings.h"
#include "report/summary.h"
#include "report_fixture.h"

static const char *summary(report_fixture *one, pt_medium medium)
{
    pt_style style = {.medium = medium};
    pt_summary_totals totals = {0};
    pt_text out = pt_text_create(one->arena);
    pt_summary_open(&out, &style);
    pt_summary_scenario(&out, &one->result, &style);
    pt_summary_count(&totals, &one->result);
    pt_summary_between(&out, &style);
    pt_summary_unplayed(&out, "scenarios/kapot.yaml", &style);
    pt_summary_count_unplayed(&totals);
    pt_summary_close(&out, &totals, &style);
    return out.bytes;
}

static void people_read_what_failed_where_and_why(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "toets.txt", summary(one, PT_MEDIUM_PEOPLE));
}

static void programs_read_the_same_as_json(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "toets.json", summary(one, PT_MEDIUM_JSON));
}

static void the_last_line_for_people_is_fixed(void **state)
{
    report_fixture *one = *state;
    const char *text = summary(one, PT_MEDIUM_PEOPLE);
    const char *last = "\n1 passed, 2 failed\n";
    assert_string_equal(text + strlen(text) - strlen(last), last);
}

static void plays_of_one_story_that_went_well_take_one_line(void **state)
{
    report_fixture *one = *state;
    pt_style style = {.medium = PT_MEDIUM_PEOPLE};
    pt_summary_plays plays = {.several = true};
    pt_text out = pt_text_create(one->arena);
    assert_false(pt_summary_plays_end(&out, "tabel", &style, &plays));
    one->scenario.name = "tabel[1]";
    assert_true(pt_summary_play(&out, &one->result, &style, &plays)); /* it failed */
    one->result.failed = one->result.unjudged = one->result.record_count = 0;
    out = pt_text_create(one->arena);
    assert_false(pt_summary_play(&out, &one->result, &style, &plays));
    one->scenario.name = "tabel[2]@2016-08-01";
    assert_false(pt_summary_play(&out, &one->result, &style, &plays));
    assert_true(pt_summary_plays_end(&out, "tabel", &style, &plays));
    assert_string_equal(out.bytes, "  goed        tabel, 2 keer gespeeld: 2 uitgekomen\n");
    style.medium = PT_MEDIUM_JUNIT;
    assert_true(pt_summary_play(&out, &one->result, &style, &plays));
    plays.several = false;
    style.medium = PT_MEDIUM_PEOPLE;
    assert_true(pt_summary_play(&out, &one->result, &style, &plays));
}

static void what_nobody_judged_never_counts_as_passed(void **state)
{
    report_fixture *one = *state;
    pt_summary_totals totals = {0};
    pt_summary_count(&totals, &one->result);
    assert_int_equal(totals.passed, 1);
    assert_int_equal(totals.failed, 1);
    assert_int_equal(totals.unjudged, 1);
}

static void a_run_that_broke_off_is_a_failure(void **state)
{
    report_fixture *one = *state;
    one->result.failed = 0;
    one->result.broken = true;
    pt_summary_totals totals = {0};
    pt_summary_totals more = {0};
    pt_summary_count(&totals, &one->result);
    pt_summary_count_unplayed(&more);
    pt_summary_add(&totals, &more);
    assert_int_equal(totals.failed, 2);
    assert_int_equal(totals.broken, 2);
    assert_int_equal(totals.scenarios, 2);
}

static void the_reason_is_that_of_the_moment_of_judging(void **state)
{
    report_fixture *one = *state;
    const pt_record *first = one->result.records;
    while (first->kind != PT_RECORD_EXPECTATION)
        first++;
    pt_grounds grounds = pt_summary_grounds(one->arena, &one->result, first, PT_DUTCH);
    assert_string_equal(grounds.reason, "de termijn loopt tot en met 24 augustus 2026");
    assert_string_equal(grounds.source, "WPO art. 40 lid 7");
}

static const char *findings(report_fixture *one, pt_medium medium, bool any)
{
    pt_style style = {.medium = medium};
    pt_report report = pt_report_create(one->arena);
    pt_source *source = PT_NEW(one->arena, pt_source);
    *source = (pt_source){.path = "a.yaml", .text = "x: [\n", .length = 5};
    pt_position at = {.source = source, .line = 1, .column = 4, .length = 1};
    if (any) {
        pt_find(&report, PT_Y001, at, PT_ARGS("een haak"), NULL);
        pt_find(&report, PT_B008, (pt_position){0}, NULL, NULL);
        report.dropped = 3;
    }
    pt_text out = pt_text_create(one->arena);
    pt_findings_write(&out, &report, &style);
    return out.bytes;
}

static void findings_close_with_a_count(void **state)
{
    assert_string_equal(findings(*state, PT_MEDIUM_PEOPLE, true),
                        "fout[Y001]: dit is geen leesbare YAML: een haak\n"
                        "  --> a.yaml:1:4\n"
                        "    |\n  1 | x: [\n    |    ^\n\n"
                        "waarschuwing[B008]: er wordt zonder opsluiting gerekend; gebruik alleen "
                        "regels en scenario's die u vertrouwt\n\n"
                        "fouten: 1, waarschuwingen: 1, en nog 3 die niet worden getoond\n");
    assert_string_equal(findings(*state, PT_MEDIUM_PEOPLE, false), "Niets gevonden.\n");
}

static void findings_have_a_form_for_programs(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "controleer.json", findings(one, PT_MEDIUM_JSON, true));
    const char *annotations = findings(one, PT_MEDIUM_GITHUB, true);
    assert_non_null(strstr(annotations, "::error file=a.yaml,line=1,col=4,title=Y001::dit is"));
    assert_non_null(strstr(annotations, "\n::warning title=B008::er wordt"));
    assert_string_equal(findings(one, PT_MEDIUM_GITHUB, false), "");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(people_read_what_failed_where_and_why),
        TEST(programs_read_the_same_as_json),
        TEST(the_last_line_for_people_is_fixed),
        TEST(plays_of_one_story_that_went_well_take_one_line),
        TEST(what_nobody_judged_never_counts_as_passed),
        TEST(a_run_that_broke_off_is_a_failure),
        TEST(the_reason_is_that_of_the_moment_of_judging),
        TEST(findings_close_with_a_count),
        TEST(findings_have_a_form_for_programs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
