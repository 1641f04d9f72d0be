/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

static told *enrolled(const char *pairs)
{
    told *t = tell("tests/packs/herhaling.lua", NULL);
    there_is(t, "school", "wilg", "");
    there_is(t, "inschrijving", "i1", pt_format(t->arena, "school=wilg %s", pairs));
    t->scenario.until = on("2028-12-31");
    return t;
}

static uint32_t times(const told *t, const char *event)
{
    return t->world->happened[pt_pack_event(&t->pack, event)];
}

/* WPO art. 40a lid 4: at least once each schooljaar. */
static void a_recurring_duty_has_a_state_for_every_school_year(void **state)
{
    (void)state;
    told *t = enrolled("plan_op=2026-02-10");
    expects(t, "2026-01-02", "i1.plan_evalueren", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-01", "i1.plan_evalueren", PT_FIELD_DUE, "2026-07-31");
    happens(t, "2026-07-31", "plan_geevalueerd", "e1", "inschrijving=i1");
    expects(t, "2026-07-31", "i1.plan_evalueren", PT_FIELD_STATUS, "vervuld");
    expects(t, "2026-08-01", "i1.plan_evalueren", PT_FIELD_STATUS, "open");
    expects(t, "2026-08-01", "i1.plan_evalueren", PT_FIELD_DUE, "2027-07-31");
    expects(t, "2027-08-01", "i1.plan_evalueren", PT_FIELD_DUE, "2028-07-31");
    comes_true(t);
    assert_int_equal(times(t, "evaluatie_vergeten"), 2); /* 2026/27 and 2027/28 */
    size_t late = 0;
    for (size_t i = 0; i < t->result->record_count; i++) {
        const pt_record *r = &t->result->records[i];
        if (r->kind != PT_RECORD_DUTY || r->of.duty.status != PT_DUTY_LATE)
            continue;
        if (strcmp(t->pack.duty_groups[r->of.duty.group].name, "plan_evalueren") != 0)
            continue;
        assert_int_equal(r->day, pt_date_add_years(r->of.duty.period, 1, PT_ROUND_DOWN));
        late++;
    }
    assert_int_equal(late, 2);
    told_end(t);
}

static void a_recurring_duty_ends_with_its_last_year(void **state)
{
    (void)state;
    told *t = enrolled("plan_op=2024-02-10");
    happens(t, "2026-05-01", NULL, "i1", "uitgeschreven_op=2026-05-01");
    expects(t, "2026-04-30", "i1.plan_evalueren", PT_FIELD_STATUS, "open");
    expects(t, "2026-05-01", "i1.plan_evalueren", PT_FIELD_STATUS, "vervallen");
    expects(t, "2026-08-01", "i1.plan_evalueren", PT_FIELD_STATUS, "geen");
    comes_true(t);
    assert_int_equal(times(t, "evaluatie_vergeten"), 0);
    told_end(t);
}

static void an_evaluation_that_turns_out_to_be_in_time_mends_the_year(void **state)
{
    (void)state;
    told *t = enrolled("plan_op=2026-02-10");
    pt_occurrence *o = happens(t, "2026-09-15", "plan_geevalueerd", "e1", "inschrijving=i1");
    o->holds_from = on("2026-07-20");
    expects(t, "2026-09-15", "i1.plan_evalueren", PT_FIELD_STATUS, "open");
    t->scenario.until = on("2026-12-31");
    comes_true(t);
    const pt_record *last = NULL;
    for (size_t i = 0; i < t->result->record_count; i++) {
        const pt_record *r = &t->result->records[i];
        if (r->kind == PT_RECORD_DUTY && r->of.duty.period == on("2025-08-01"))
            last = r;
    }
    assert_non_null(last);
    assert_int_equal(last->day, on("2026-09-15"));
    assert_int_equal(last->of.duty.status, PT_DUTY_FULFILLED);
    told_end(t);
}

static void a_date_fulfils_only_the_year_it_falls_in(void **state)
{
    (void)state;
    told *t = enrolled("plan_op=2025-02-10");
    expects(t, "2026-06-30", "i1.plan_bespreken", PT_FIELD_STATUS, "open");
    expects(t, "2026-07-01", "i1.plan_bespreken", PT_FIELD_STATUS, "te_laat");
    happens(t, "2026-07-02", NULL, "i1", "besproken_op=2026-07-02");
    expects(t, "2026-07-02", "i1.plan_bespreken", PT_FIELD_STATUS, "te_laat_vervuld");
    happens(t, "2027-03-01", NULL, "i1", "besproken_op=2027-03-01");
    expects(t, "2027-03-01", "i1.plan_bespreken", PT_FIELD_STATUS, "vervuld");
    expects(t, "2028-01-01", "i1.plan_bespreken", PT_FIELD_DUE, "2028-06-30");
    comes_true(t);
    told_end(t);
}

static void a_term_starts_at_the_shifted_end_of_another(void **state)
{
    (void)state;
    /* 12 December + 14 is tweede kerstdag, a Saturday: Monday the 28th; a week on: 4 January */
    told *t = enrolled("start_op=2026-12-12");
    expects(t, "2026-12-13", "i1.eerst", PT_FIELD_DUE, "2026-12-28");
    expects(t, "2026-12-13", "i1.daarna", PT_FIELD_DUE, "2027-01-04");
    expects(t, "2026-12-13", "i1.daarna", PT_FIELD_STATUS, "open");
    comes_true(t);
    told_end(t);
}

static void back_counted_and_fixed_days_do_not_shift(void **state)
{
    (void)state;
    told *t = enrolled("start_op=2027-08-01"); /* a Sunday; ten weeks before is 23 May, a Sunday */
    expects(t, "2026-12-13", "i1.vooraf", PT_FIELD_DUE, "2027-05-23");
    expects(t, "2026-12-13", "i1.vast", PT_FIELD_DUE, "2027-04-30");
    expects(t, "2027-05-24", "i1.vooraf", PT_FIELD_STATUS, "te_laat");
    comes_true(t);
    told_end(t);
}

static void standing_still_by_its_own_facts_begins_the_day_after(void **state)
{
    (void)state;
    told *t = enrolled("start_op=2026-03-02"); /* + 14 = 16 March */
    happens(t, "2026-03-04", NULL, "i1", "stil_van=2026-03-04");
    expects(t, "2026-03-04", "i1.eerst", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-05", "i1.eerst", PT_FIELD_STATUS, "staat_stil");
    happens(t, "2026-03-10", NULL, "i1", "stil_tot=2026-03-10");
    expects(t, "2026-03-10", "i1.eerst", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-10", "i1.eerst", PT_FIELD_DUE, "2026-03-23"); /* 21 March, a Saturday */
    comes_true(t);
    told_end(t);
}

/* The rule has its own word on each dispute, and may change its mind. */
static void a_rule_says_from_which_day_a_term_stands_still(void **state)
{
    (void)state;
    told *t = tell("tests/packs/stilstand.lua", NULL);
    there_is(t, "school", "wilg", "");
    there_is(t, "besluit", "b1", "school=wilg op=2026-03-02"); /* + 14 = Monday 16 March */
    t->scenario.until = on("2026-12-31");
    happens(t, "2026-03-03", "voorgelegd", "g1", "besluit=b1 bevoegd=nee");
    expects(t, "2026-03-05", "b1.beslissen", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-05", "b1.beslissen", PT_FIELD_DUE, "2026-03-16");
    happens(t, "2026-03-06", "voorgelegd", "g2", "besluit=b1");
    expects(t, "2026-03-07", "b1.beslissen", PT_FIELD_STATUS, "open");
    happens(t, "2026-03-10", "bevoegd_gebleken", "g2", "");
    expects(t, "2026-03-10", "b1.beslissen", PT_FIELD_STATUS, "staat_stil");
    happens(t, "2026-03-12", "beoordeeld", "g2", "");
    /* stands still from the 7th, five days: Saturday the 21st, so Monday the 23rd */
    expects(t, "2026-03-12", "b1.beslissen", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-12", "b1.beslissen", PT_FIELD_DUE, "2026-03-23");
    comes_true(t);
    told_end(t);
}

static void an_extension_is_as_long_as_was_told_and_no_longer_than_the_law_allows(void **state)
{
    (void)state;
    static const struct {
        const char *weeks;
        const char *due;
    } rows[] = {{"verlengd_met=2", "2026-03-30"},
                {"verlengd_met=9", "2026-04-13"},
                {"verlengd_met=onbekend", "2026-04-13"},
                {"verlengd_met=0", "2026-03-16"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = enrolled("start_op=2026-03-02");
        happens(t, "2026-03-16", NULL, "i1",
                pt_format(t->arena, "verlengd_op=2026-03-16 %s", rows[i].weeks));
        expects(t, "2026-03-16", "i1.eerst", PT_FIELD_DUE, rows[i].due);
        comes_true(t);
        told_end(t);
    }
}

static void an_exception_takes_a_duty_away(void **state)
{
    (void)state;
    told *t = enrolled("start_op=2026-03-02");
    happens(t, "2026-03-03", NULL, "i1", "vrijgesteld=ja");
    expects(t, "2026-03-02", "i1.eerst", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-03", "i1.eerst", PT_FIELD_STATUS, "geen");
    expects(t, "2026-03-03", "i1.eerst", PT_FIELD_SOURCE, "verzonnen lid 2");
    expects(t, "2026-03-03", "i1.eerst", PT_FIELD_REASON, "er is vrijstelling");
    happens(t, "2026-03-04", NULL, "i1", "vrijgesteld=nee verplicht=nee");
    expects(t, "2026-03-04", "i1.eerst", PT_FIELD_STATUS, "geen");
    expects(t, "2026-03-04", "i1.eerst", PT_FIELD_SOURCE, "verzonnen");
    comes_true(t);
    told_end(t);
}

static void a_fulfilment_that_lies_ahead_does_not_count_yet(void **state)
{
    (void)state;
    told *t = enrolled("start_op=2026-03-02 klaar_op=2026-03-20");
    expects(t, "2026-03-16", "i1.eerst", PT_FIELD_STATUS, "open");
    expects(t, "2026-03-17", "i1.eerst", PT_FIELD_STATUS, "te_laat");
    expects(t, "2026-03-20", "i1.eerst", PT_FIELD_STATUS, "te_laat_vervuld");
    comes_true(t);
    told_end(t);
}

static void the_duties_of_a_subject_are_those_that_are_open_or_late(void **state)
{
    (void)state;
    told *t = enrolled("start_op=2026-03-02 plan_op=2026-01-01");
    pt_expected_field *field = expects(t, "2026-03-18", "i1.eerst", PT_FIELD_STATUS, "te_laat");
    static const char *const names[] = {"plan_evalueren", "plan_bespreken", "eerst",
                                        "daarna",         "vooraf",         "vast"};
    pt_expectation *duties = &t->steps[t->scenario.step_count - 1].expectations[0];
    duties->kind = PT_EXPECT_DUTIES;
    field->kind = PT_FIELD_EXACTLY;
    field->texts = names;
    field->text_count = 6;
    comes_true(t);
    field->text_count = 5;
    assert_int_equal(replay_told(t, NULL)->failed, 1);
    field->kind = PT_FIELD_CONTAINS_NOT;
    assert_int_equal(replay_told(t, NULL)->failed, 1);
    duties->unjudged = true;
    assert_int_equal(replay_told(t, NULL)->unjudged, 1);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recurring_duty_has_a_state_for_every_school_year),
        cmocka_unit_test(a_recurring_duty_ends_with_its_last_year),
        cmocka_unit_test(an_evaluation_that_turns_out_to_be_in_time_mends_the_year),
        cmocka_unit_test(a_date_fulfils_only_the_year_it_falls_in),
        cmocka_unit_test(a_term_starts_at_the_shifted_end_of_another),
        cmocka_unit_test(back_counted_and_fixed_days_do_not_shift),
        cmocka_unit_test(standing_still_by_its_own_facts_begins_the_day_after),
        cmocka_unit_test(a_rule_says_from_which_day_a_term_stands_still),
        cmocka_unit_test(an_extension_is_as_long_as_was_told_and_no_longer_than_the_law_allows),
        cmocka_unit_test(an_exception_takes_a_duty_away),
        cmocka_unit_test(a_fulfilment_that_lies_ahead_does_not_count_yet),
        cmocka_unit_test(the_duties_of_a_subject_are_those_that_are_open_or_late),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
