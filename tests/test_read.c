/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "pack_support.h"

static void the_shipped_pack_reads_without_a_finding(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, "rules/passend-onderwijs", &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    for (uint32_t i = 0; i < pack->function_count; i++)
        assert_true(pack->functions[i]->period_count > 0 ||
                    pack->blocks[pack->functions[i]->block].free);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shipped_pack_reads_without_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
