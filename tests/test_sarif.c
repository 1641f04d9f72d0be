/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "report/sarif.h"

static size_t times(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at != NULL; at = strstr(at + 1, part))
        count++;
    return count;
}

static void a_run_without_findings_has_what_the_schema_requires(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_text out = pt_text_create(arena);
    pt_sarif_write(&out, &report, PT_DUTCH);
    static const char *const required[] = {
        "\"version\": \"2.1.0\"",  "\"runs\": [",    "\"tool\": {", "\"driver\": {",
        "\"name\": \"proeftuin\"", "\"results\": []"};
    for (size_t i = 0; i < sizeof required / sizeof *required; i++)
        assert_non_null(strstr(out.bytes, required[i]));
    pt_arena_destroy(arena);
}

static void each_finding_is_a_result_and_each_code_a_rule_once(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = {"rules/mijn pakket/é.lua", "", 0};
    pt_find(&report, PT_C002, (pt_position){&source, 3, 5, 7}, PT_ARGS("n > 40"), NULL);
    pt_find(&report, PT_C002, (pt_position){&source, 4, 5, 0}, PT_ARGS("n < 0"), NULL);
    pt_find(&report, PT_C015, (pt_position){.source = &source}, PT_ARGS("melden"), NULL);
    pt_find(&report, PT_L009, (pt_position){0}, NULL, NULL);
    pt_text out = pt_text_create(arena);
    pt_sarif_write(&out, &report, PT_DUTCH);
    assert_int_equal(times(out.bytes, "\"ruleId\": "), 4);
    assert_int_equal(times(out.bytes, "\"id\": "), 3);
    assert_int_equal(times(out.bytes, "\"locations\": ["), 3); /* the last has no file */
    assert_int_equal(times(out.bytes, "\"region\": {"), 2);    /* the third has no line */
    assert_int_equal(times(out.bytes, "\"endColumn\": 12"), 1);
    assert_int_equal(times(out.bytes, "\"uri\": \"rules/mijn%20pakket/%C3%A9.lua\""), 3);
    assert_int_equal(times(out.bytes, "\"ruleIndex\": 1"), 2); /* after L009 */
    assert_int_equal(times(out.bytes, "\"level\": \"note\""), 2);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_run_without_findings_has_what_the_schema_requires),
        cmocka_unit_test(each_finding_is_a_result_and_each_code_a_rule_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
