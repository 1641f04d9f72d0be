/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

static told *matter(void)
{
    told *t = tell("tests/packs/waarden.lua", NULL);
    there_is(t, "zaak", "z1", "uren=15 kosten=123450 deel=550 soort=rood steun=ja");
    return t;
}

static const char *found_for(told *t, bool passed)
{
    const pt_run_result *result = replay_told(t, NULL);
    no_findings(t);
    const pt_record *last = &result->records[result->record_count - 1];
    assert_int_equal(last->kind, PT_RECORD_EXPECTATION);
    assert_int_equal(last->of.expectation.passed, passed);
    assert_int_equal(result->passed, passed);
    assert_int_equal(result->failed, !passed);
    return last->of.expectation.found;
}

/* An accepted outcome is written into the scenario as it stands here. */
static void what_is_found_is_written_as_a_scenario_writes_it(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        pt_expected_field_kind kind;
        const char *expected;
        bool passed;
        const char *found;
    } rows[] = {
        {"z1.dag_op", PT_FIELD_VALUE, "onbekend", true, "onbekend"},
        {"z1.dag_op", PT_FIELD_VALUE, "2026-01-01", false, "onbekend"},
        {"z1.uren", PT_FIELD_VALUE, "15", true, "15"},
        {"z1.kosten", PT_FIELD_VALUE, "1", false, "\"1.234,50\""},
        {"z1.deel", PT_FIELD_VALUE, "1", false, "\"5,5\""},
        {"z1.soort", PT_FIELD_VALUE, "blauw", false, "rood"},
        {"z1.steun", PT_FIELD_VALUE, "ja", true, "ja"},
        {"z1.zegt_iets", PT_FIELD_VALUE, "nee", false, "ja"},
        {"z1.zegt_iets", PT_FIELD_SOURCE, "art. 1 \"oud\"", true, "\"art. 1 \\\"oud\\\"\""},
        {"z1.zegt_iets", PT_FIELD_REASON, "het kost € 1.234,50", true, "\"het kost € 1.234,50\""},
        {"z1.zegt_iets", PT_FIELD_REASON, "iets anders", false, "\"het kost € 1.234,50\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = matter();
        expects(t, "2026-02-01", rows[i].what, rows[i].kind, rows[i].expected);
        assert_string_equal(found_for(t, rows[i].passed), rows[i].found);
        told_end(t);
    }
}

static void a_margin_allows_a_number_to_be_off_by_so_much(void **state)
{
    (void)state;
    static const struct {
        const char *cents;
        bool passed;
    } rows[] = {{"123449", false}, {"123450", true}, {"123455", true}, {"123456", false}};
    for (size_t i = 0; i < 4; i++) {
        told *t = matter();
        expects(t, "2026-02-01", "z1.kosten", PT_FIELD_VALUE, rows[i].cents)->margin =
            i == 0 ? 0 : 5;
        found_for(t, rows[i].passed);
        told_end(t);
    }
}

static pt_expectation *expects_times(told *t, const char *day, pt_expected_kind kind, int times)
{
    pt_step *step = step_on(t, day, PT_STEP_EXPECTATIONS);
    pt_expectation *e = step->expectations = PT_NEW(t->arena, pt_expectation);
    step->expectation_count = 1;
    e->kind = (uint8_t)kind;
    e->subject = PT_NOBODY;
    e->event = pt_pack_event(&t->pack, "iets");
    e->fields = PT_NEW(t->arena, pt_expected_field);
    e->field_count = 1;
    e->fields->kind = PT_FIELD_COUNT;
    e->fields->value = pt_value_of(PT_NUMBER, times * PT_NUMBER_SCALE);
    return e;
}

static void events_are_counted_up_to_and_including_the_day(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        pt_expected_kind kind;
        int times;
        bool passed;
        const char *found;
    } rows[] = {
        {"2026-02-01", PT_EXPECT_HAPPENED, 1, true, "1"},
        {"2026-02-01", PT_EXPECT_HAPPENED, 2, false, "1"},
        {"2026-02-02", PT_EXPECT_HAPPENED, 2, true, "2"},
        {"2026-01-31", PT_EXPECT_NOT_HAPPENED, 0, true, "0"},
        {"2026-02-01", PT_EXPECT_NOT_HAPPENED, 0, false, "1"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = matter();
        happens(t, "2026-02-01", "iets", "z1", "");
        happens(t, "2026-02-02", "iets", "z1", "");
        expects_times(t, rows[i].day, rows[i].kind, rows[i].times);
        t->scenario.until = on(rows[i].day);
        assert_string_equal(found_for(t, rows[i].passed), rows[i].found);
        told_end(t);
    }
}

static void nobody_has_nothing(void **state)
{
    (void)state;
    told *t = matter();
    subject_told(t, "zaak", "z2", false, NULL, "");
    expects(t, "2026-02-01", "z2.dag_op", PT_FIELD_VALUE, "geen");
    assert_string_equal(found_for(t, true), "geen");
    told_end(t);
}

static void what_is_not_judged_yet_does_not_count_as_passed(void **state)
{
    (void)state;
    told *t = matter();
    expects(t, "2026-02-01", "z1.steun", PT_FIELD_VALUE, "ja");
    t->steps[0].expectations->unjudged = true;
    const pt_run_result *result = replay_told(t, NULL);
    assert_int_equal(result->unjudged, 1);
    assert_int_equal(result->passed, 0);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_is_written_as_a_scenario_writes_it),
        cmocka_unit_test(a_margin_allows_a_number_to_be_off_by_so_much),
        cmocka_unit_test(events_are_counted_up_to_and_including_the_day),
        cmocka_unit_test(nobody_has_nothing),
        cmocka_unit_test(what_is_not_judged_yet_does_not_count_as_passed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
