/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "base/diagnostics.h"
#include "base/limits.h"

static void a_finding_shows_its_place_its_words_and_a_hint(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    const char *text = "regel \"x\" {\n  één = 3, bronn = \"b\" }\n";
    pt_source source = {"rules/x.lua", text, strlen(text)};
    pt_position at = {&source, 2, 12, 5};
    assert_false(pt_find(&report, PT_R001, at, PT_ARGS("bronn", "regel 'x'"), "bron"));
    pt_text out = pt_text_create(arena);
    pt_finding_show(&out, &report.findings[0], PT_DUTCH, false);
    assert_string_equal(out.bytes, "fout[R001]: onbekend veld 'bronn' in regel 'x'\n"
                                   "  --> rules/x.lua:2:12\n"
                                   "    |\n"
                                   "  2 |   één = 3, bronn = \"b\" }\n"
                                   "    |            ^^^^^\n"
                                   "   = hulp: bedoelde u 'bron'?\n");
    out = pt_text_create(arena);
    pt_finding_show(&out, &report.findings[0], PT_ENGLISH, false);
    assert_non_null(strstr(out.bytes, "error[R001]: unknown field 'bronn' in regel 'x'"));
    assert_non_null(strstr(out.bytes, "help: did you mean 'bron'?"));
    pt_arena_destroy(arena);
}

static void a_line_that_could_steer_a_terminal_is_shown_without_its_bytes(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    const char *text = "x\033[31m\ty\r\n";
    pt_source source = {"x", text, strlen(text)};
    pt_find(&report, PT_L010, (pt_position){&source, 1, 2, 1}, NULL, NULL);
    pt_text out = pt_text_create(arena);
    pt_finding_show(&out, &report.findings[0], PT_DUTCH, false);
    assert_non_null(strstr(out.bytes, "| x?[31m y\n"));
    pt_arena_destroy(arena);
}

static void fifty_findings_of_a_file_are_kept_and_the_rest_is_counted(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source one = {"een", "", 0}, two = {"twee", "", 0};
    for (int i = 0; i < PT_LIMIT_FINDINGS + 3; i++)
        pt_find(&report, PT_L010, (pt_position){.source = &one}, NULL, NULL);
    pt_find(&report, PT_L010, (pt_position){.source = &two}, NULL, NULL);
    assert_int_equal(report.count, PT_LIMIT_FINDINGS + 1);
    assert_int_equal(report.dropped, 3);
    assert_int_equal(report.errors, PT_LIMIT_FINDINGS + 4);
    pt_arena_destroy(arena);
}

static void every_code_has_a_sentence_in_both_languages_and_an_explanation(void **state)
{
    (void)state;
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        const pt_code_entry *entry = pt_code_describe((pt_code)code);
        assert_int_equal(pt_code_find(entry->name), code);
        assert_true(strlen(entry->sentence[PT_DUTCH]) > 8);
        assert_true(strlen(entry->sentence[PT_ENGLISH]) > 8);
        assert_string_not_equal(entry->sentence[PT_DUTCH], entry->sentence[PT_ENGLISH]);
        if (strlen(entry->explanation) <= 20)
            fail_msg("%s is hardly explained", entry->name);
    }
    assert_int_equal(pt_code_find("Q999"), PT_CODE_COUNT);
}

static void a_number_takes_its_own_word(void **state)
{
    (void)state;
    static const struct {
        const char *pattern;
        const char *arguments[3];
        const char *filled;
    } rows[] = {
        {"%1 {1:scenario|scenario's}", {"1"}, "1 scenario"},
        {"%1 {1:scenario|scenario's}", {"11"}, "11 scenario's"},
        {"%1 {1:scenario|scenario's}, %2 {2:time|times}", {"2", "1"}, "2 scenario's, 1 time"},
        {"%1 {1:pad|paden}%2", {NULL}, " paden"},
        {"getal { van = %1 } {a|b}", {"0"}, "getal { van = 0 } {a|b}"},
    };
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_text out = pt_text_create(arena);
        pt_message_fill(&out, rows[i].pattern, rows[i].arguments);
        assert_string_equal(out.bytes, rows[i].filled);
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_finding_shows_its_place_its_words_and_a_hint),
        cmocka_unit_test(a_line_that_could_steer_a_terminal_is_shown_without_its_bytes),
        cmocka_unit_test(fifty_findings_of_a_file_are_kept_and_the_rest_is_counted),
        cmocka_unit_test(every_code_has_a_sentence_in_both_languages_and_an_explanation),
        cmocka_unit_test(a_number_takes_its_own_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
