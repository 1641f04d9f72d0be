/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "model/outcome.h"

static void facts_about_health_and_conduct_can_be_left_out_of_a_report(void **state)
{
    (void)state;
    pt_fact facts[] = {{.name = "soort"}, {.name = "diagnose", .sensitive = true}};
    pt_subject_kind kind = {.name = "leerling", .facts = facts, .fact_count = 2};
    pt_pack pack = {.kinds = &kind, .kind_count = 1};
    uint16_t kinds[] = {0};
    pt_record records[] = {
        {.kind = PT_RECORD_FACT, .of.fact.fact = 0},
        {.kind = PT_RECORD_FACT, .of.fact.fact = 1},
        {.kind = PT_RECORD_EVENT, .of.event.event = 1},
    };
    pt_run_result result = {.pack = &pack,
                            .records = records,
                            .record_count = 3,
                            .subject_kinds = kinds,
                            .subject_count = 1};
    assert_false(pt_run_hides(&result, 0, 1));
    pt_run_make_discreet(&result);
    assert_int_equal(result.record_count, 2);
    assert_int_equal(result.records[0].of.fact.fact, 0);
    assert_int_equal(result.records[1].kind, PT_RECORD_EVENT);
    assert_true(pt_run_hides(&result, 0, 1));
    assert_false(pt_run_hides(&result, 0, 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(facts_about_health_and_conduct_can_be_left_out_of_a_report)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
