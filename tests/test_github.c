/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "report/github.h"
#include "report_fixture.h"

static void a_failed_expectation_points_at_its_line(void **state)
{
    report_fixture *one = *state;
    pt_text out = pt_text_create(one->arena);
    pt_github_scenario(&out, &one->result, PT_DUTCH);
    assert_string_equal(out.bytes,
                        "::error file=scenarios/dossiers/te-laat.yaml,line=31,col=40,endColumn=41,"
                        "title=te-laat-besloten::a1.tijdelijk_te_plaatsen, waarde: verwacht ja, "
                        "gevonden nee%0A10 weken zonder besluit%0AWPO art. 40 lid 7\n");
}

static void a_broken_run_is_an_error_of_its_file(void **state)
{
    report_fixture *one = *state;
    one->result.broken = true;
    one->result.record_count = 0;
    pt_text out = pt_text_create(one->arena);
    pt_github_scenario(&out, &one->result, PT_DUTCH);
    assert_string_equal(out.bytes,
                        "::error file=scenarios/dossiers/te-laat.yaml,title=te-laat-besloten::"
                        "scenario 'te-laat-besloten' is niet helemaal gespeeld\n");
    pt_text other = pt_text_create(one->arena);
    pt_github_unplayed(&other, "kapot.yaml", PT_DUTCH);
    assert_string_equal(other.bytes, "::error file=kapot.yaml,title=kapot.yaml::scenario "
                                     "'kapot.yaml' is niet helemaal gespeeld\n");
}

static void no_text_can_end_its_line_or_add_a_property(void **state)
{
    report_fixture *one = *state;
    pt_source source = {.path = "a,line=1::error b%0A.yaml"};
    pt_position at = {.source = &source, .line = 2};
    pt_text out = pt_text_create(one->arena);
    pt_github_annotate(&out, PT_WARNING, at, "t:,\n", "x\n::error::y\r%25");
    assert_string_equal(out.bytes, "::warning file=a%2Cline=1%3A%3Aerror b%250A.yaml,line=2,"
                                   "title=t%3A%2C%0A::x%0A::error::y%0D%2525\n");
}

static void a_finding_without_a_file_still_shows_its_code_and_hint(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    pt_find(&report, PT_Y001, (pt_position){0}, PT_ARGS("een tab"), "twee spaties");
    pt_text out = pt_text_create(one->arena);
    pt_github_finding(&out, &report.findings[0], PT_DUTCH);
    assert_string_equal(out.bytes, "::error title=Y001::dit is geen leesbare YAML: een "
                                   "tab%0Abedoelde u 'twee spaties'?\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_failed_expectation_points_at_its_line),
        TEST(a_broken_run_is_an_error_of_its_file),
        TEST(no_text_can_end_its_line_or_add_a_property),
        TEST(a_finding_without_a_file_still_shows_its_code_and_hint),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
