/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "report/relevance.h"
#include "report_fixture.h"

/* The story expects something of the rule about temporary placement, not of the zorgplicht. */
static void expect_temporary(report_fixture *one)
{
    pt_step *step = PT_NEW(one->arena, pt_step);
    *step = (pt_step){.kind = PT_STEP_EXPECTATIONS,
                      .day = one->scenario.from,
                      .expectations = &one->expectation,
                      .expectation_count = 1};
    one->scenario.steps = step;
    one->scenario.step_count = 1;
}

static pt_relevance_degree degree(report_fixture *one, size_t index, const pt_record *before)
{
    pt_relevance relevance = pt_relevance_create(one->arena, &one->result);
    return pt_relevance_of(&relevance, before, &one->result.records[index],
                           one->result.records + one->result.record_count);
}

static void only_outcomes(report_fixture *one)
{
    pt_date day = fixture_day(2026, 6, 15);
    one->result.record_count = 0;
    fixture_outcome(one, day, CARE_GROUP, pt_yesno(true), NULL);
    fixture_outcome(one, day, CARE_GROUP, pt_yesno(false), NULL);
    fixture_outcome(one, day, TEMPORARY_GROUP, pt_yesno(false), NULL);
    fixture_outcome(one, day, TEMPORARY_GROUP, pt_yesno(true), NULL);
}

static void what_the_story_expects_is_told_in_full_and_the_rest_briefly(void **state)
{
    report_fixture *one = *state;
    only_outcomes(one);
    expect_temporary(one);
    const pt_record *records = one->result.records;
    assert_int_equal(degree(one, 0, NULL), PT_RELEVANCE_COUNT);
    assert_int_equal(degree(one, 1, &records[0]), PT_RELEVANCE_LINE);
    assert_int_equal(degree(one, 2, NULL), PT_RELEVANCE_FULL);
    assert_int_equal(degree(one, 3, &records[2]), PT_RELEVANCE_FULL);
}

static void a_story_that_expects_nothing_is_told_its_changes_in_full(void **state)
{
    report_fixture *one = *state;
    only_outcomes(one);
    const pt_record *records = one->result.records;
    assert_int_equal(degree(one, 0, NULL), PT_RELEVANCE_LINE);
    assert_int_equal(degree(one, 1, NULL), PT_RELEVANCE_NAME);
    assert_int_equal(degree(one, 1, &records[0]), PT_RELEVANCE_FULL);
}

static void a_story_that_expects_something_of_duties_alone_counts_its_rules(void **state)
{
    report_fixture *one = *state;
    only_outcomes(one);
    one->expectation.name.kind = PT_NAME_DUTY;
    expect_temporary(one);
    assert_int_equal(degree(one, 2, NULL), PT_RELEVANCE_COUNT);
}

static void what_holds_for_the_world_on_the_first_day_is_background(void **state)
{
    report_fixture *one = *state;
    one->result.record_count = 0;
    fixture_outcome(one, one->scenario.from, CARE_GROUP, pt_yesno(true), NULL);
    one->result.records[0].subject = L1;
    assert_int_equal(degree(one, 0, NULL), PT_RELEVANCE_COUNT);
    one->result.records[0].day++;
    assert_int_equal(degree(one, 0, NULL), PT_RELEVANCE_LINE);
}

static void what_says_nothing_new_is_not_told(void **state)
{
    report_fixture *one = *state;
    only_outcomes(one);
    pt_record *records = one->result.records;
    assert_int_equal(degree(one, 0, &records[3]), PT_RELEVANCE_NONE);
    records[0].of.outcome.way = PT_WAY_MISSING;
    records[0].of.outcome.value = pt_unknown();
    assert_int_equal(degree(one, 0, NULL), PT_RELEVANCE_NONE);
    assert_int_equal(degree(one, 1, &records[0]), PT_RELEVANCE_NAME);
}

static void a_rule_is_not_told_twice_when_its_event_tells_it(void **state)
{
    report_fixture *one = *state;
    only_outcomes(one);
    fixture_event(one, fixture_day(2026, 6, 15), OVERDUE_EVENT, TEMPORARY_BLOCK, "reden");
    const pt_record *records = one->result.records;
    uint16_t before = fixture_rules[TEMPORARY_GROUP].raises;
    fixture_rules[TEMPORARY_GROUP].raises = OVERDUE_EVENT;
    assert_int_equal(degree(one, 3, &records[2]), PT_RELEVANCE_NONE);
    expect_temporary(one);
    assert_int_equal(degree(one, 3, &records[2]), PT_RELEVANCE_FULL);
    fixture_rules[TEMPORARY_GROUP].raises = before;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_the_story_expects_is_told_in_full_and_the_rest_briefly),
        TEST(a_story_that_expects_nothing_is_told_its_changes_in_full),
        TEST(a_story_that_expects_something_of_duties_alone_counts_its_rules),
        TEST(what_holds_for_the_world_on_the_first_day_is_background),
        TEST(what_says_nothing_new_is_not_told),
        TEST(a_rule_is_not_told_twice_when_its_event_tells_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
