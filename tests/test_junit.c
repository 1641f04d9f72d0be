/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "report/junit.h"
#include "report_fixture.h"

static void failures_and_skipped_tests_stand_in_a_suite(void **state)
{
    report_fixture *one = *state;
    pt_text out = pt_text_create(one->arena);
    pt_junit_open(&out);
    pt_junit_suite(&out, &one->result, PT_DUTCH);
    pt_junit_unplayed(&out, "scenarios/kapot.yaml", PT_DUTCH);
    pt_junit_close(&out);
    golden_check(one->arena, "toets.xml", out.bytes);
}

static void a_broken_run_is_an_error_and_not_a_pass(void **state)
{
    report_fixture *one = *state;
    one->result.broken = true;
    pt_text out = pt_text_create(one->arena);
    pt_junit_suite(&out, &one->result, PT_DUTCH);
    assert_non_null(strstr(out.bytes, "tests=\"4\" failures=\"1\" errors=\"1\" skipped=\"1\""));
    assert_non_null(strstr(out.bytes, "<error message=\"scenario &apos;te-laat-besloten&apos; "));
}

static void markup_in_texts_stays_text(void **state)
{
    report_fixture *one = *state;
    one->scenario.name = "a<b>&\"c\"\033";
    pt_text out = pt_text_create(one->arena);
    pt_junit_suite(&out, &one->result, PT_DUTCH);
    assert_non_null(strstr(out.bytes, "name=\"a&lt;b&gt;&amp;&quot;c&quot;\\u{1B}\""));
    assert_null(strchr(out.bytes, '\033'));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(failures_and_skipped_tests_stand_in_a_suite),
        TEST(a_broken_run_is_an_error_and_not_a_pass),
        TEST(markup_in_texts_stays_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
