/* SPDX-License-Identifier: EUPL-1.2 */
#include "io_support.h"

#include "io/patch.h"
#include "io/yaml.h"

typedef struct row {
    const char *text;
    uint32_t line;
    uint32_t column;
    const char *value;
    const char *expected; /* NULL: refused */
} row;

static void one_scalar_changes_and_all_else_stays(void **state)
{
    static const row rows[] = {
        {"a: open # goed\nb:   2\n", 1, 4, "te_laat", "a: te_laat # goed\nb:   2\n"},
        {"a: 2026-07-27\r\nb: 2\r\n", 1, 4, "2026-07-28", "a: 2026-07-28\r\nb: 2\r\n"},
        {"a: { s: open, u: 2026-07-27 }\n", 1, 18, "2026-07-28", "a: { s: open, u: 2026-07-28 }\n"},
        {"a: [x, y]", 1, 8, "z", "a: [x, z]"},
        {"a: \"x\"\n", 1, 4, "y", "a: \"y\"\n"},
        {"a: 'x'\n", 1, 4, "y's", "a: 'y''s'\n"},
        {"a: 'x'\n", 1, 4, "y\nz", "a: \"y\\nz\"\n"},
        {"a: x\n", 1, 4, "1.234,50", "a: \"1.234,50\"\n"},
        {"a: x\n", 1, 4, "€ 1.234,50", "a: \"€ 1.234,50\"\n"},
        {"a: x\n", 1, 4, "5,5 %", "a: \"5,5 %\"\n"},
        {"a: x\n", 1, 4, "-3", "a: -3\n"},
        {"a: x\n", 1, 4, "- b", "a: \"- b\"\n"},
        {"a: x\n", 1, 4, "b: c", "a: \"b: c\"\n"},
        {"a: x\n", 1, 4, "b #c", "a: \"b #c\"\n"},
        {"a: x\n", 1, 4, "zij zei \"nee\" \\", "a: \"zij zei \\\"nee\\\" \\\\\"\n"},
        {"a: x\n", 1, 4, "", "a: \"\"\n"},
        {"a: x\n", 1, 4, "*b", "a: \"*b\"\n"},
        {"a: x\n", 1, 4, "b ", "a: \"b \"\n"},
        {"a: x\n", 1, 4, "WPO art. 40 lid 6", "a: WPO art. 40 lid 6\n"},
        {"a: x\n", 1, 4, "6 weken", "a: 6 weken\n"},
        {"a: x\n", 1, 4, "één dag", "a: één dag\n"},
        {"é: x\n", 1, 4, "y", "é: y\n"},
        {"a: een\n  lang\n  verhaal\nb: 1\n", 1, 4, "kort", "a: kort\nb: 1\n"},
        {"a: |\n  een\n  twee\n\nb: 1\n", 1, 4, "kort", "a: kort\n\nb: 1\n"},
        {"a: \"een\n  twee\"\nb: 1\n", 1, 4, "kort", "a: \"kort\"\nb: 1\n"},
        {"a:\nb: 1\n", 1, 3, "x", "a: x\nb: 1\n"},
        {"\xEF\xBB\xBF"
         "a: x\n",
         1, 4, "y",
         "\xEF\xBB\xBF"
         "a: y\n"},
        {"a: x", 1, 4, "y", "a: y"},
        {"a: x\n", 1, 5, "y", NULL},
        {"a: x\n", 2, 1, "y", NULL},
        {"a: x\n", 0, 0, "y", NULL},
        {"a: {b: c}\n", 1, 4, "y", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_source source = source_of(rows[i].text);
        pt_replacement replacement = {
            {.source = &source, .line = rows[i].line, .column = rows[i].column}, rows[i].value};
        const char *made = pt_patch(arena, &source, &replacement, 1, &report);
        if (!pt_text_equal(made, rows[i].expected))
            fail_msg("%s with %s: %s", rows[i].text, rows[i].value, made);
        assert_int_equal(report.count, rows[i].expected == NULL);
        assert_true(report.count == 0 || report.findings[0].code == PT_S070);
        pt_arena_destroy(arena);
    }
}

static void replacements_come_in_any_order_and_the_same_one_twice(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of("a: 1 # een\nb: [2, 3]\nc: 4\n");
    const pt_replacement replacements[] = {
        {{.line = 3, .column = 4}, "vier"},
        {{.line = 1, .column = 4}, "een"},
        {{.line = 2, .column = 8}, "drie"},
        {{.line = 1, .column = 4}, "een"},
    };
    const char *made = pt_patch(arena, &source, replacements, 4, &report);
    assert_string_equal(made, "a: een # een\nb: [2, drie]\nc: vier\n");
    assert_string_equal(pt_patch(arena, &source, NULL, 0, &report), source.text);
    pt_arena_destroy(arena);
}

static void two_texts_in_one_place_are_refused(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of("a: 1\n");
    const pt_replacement replacements[] = {
        {{.source = &source, .line = 1, .column = 4}, "open"},
        {{.source = &source, .line = 1, .column = 4}, "te_laat"},
    };
    assert_null(pt_patch(arena, &source, replacements, 2, &report));
    assert_string_equal(findings_of(arena, &report), "S071:1:4");
    assert_sentences_are_whole(arena, &report);
    pt_arena_destroy(arena);
}

static void what_would_not_read_back_is_not_written(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of("a: 1\n");
    const pt_replacement hidden = {{.source = &source, .line = 1, .column = 4}, "x\x01y"};
    assert_null(pt_patch(arena, &source, &hidden, 1, &report));
    assert_string_equal(findings_of(arena, &report), "S072:0:0");
    pt_arena_destroy(arena);
}

static void a_file_with_errors_is_left_alone(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of("a: 1\na: 2\n");
    const pt_replacement replacement = {{.source = &source, .line = 1, .column = 4}, "3"};
    assert_null(pt_patch(arena, &source, &replacement, 1, &report));
    assert_string_equal(findings_of(arena, &report), "Y016:2:1");
    pt_arena_destroy(arena);
}

/* Any text of printable characters, in any context, reads back as itself. */
static void every_printable_text_reads_back(void **state)
{
    static const char *const contexts[] = {"a: x\n", "a: {b: x}\n", "a: [x, y]\n", "a: 'x'\n",
                                           "a: \"x\"\n"};
    static const uint32_t columns[] = {4, 8, 5, 4, 4};
    static const char signs[] = "a1 -:#,[]{}'\"&*!|>%@`?~.=<\\/\n\t";
    (void)state;
    for (size_t i = 0; i < (sizeof signs - 1) * (sizeof signs - 1); i++) {
        char value[] = {signs[i / (sizeof signs - 1)], signs[i % (sizeof signs - 1)], '\0'};
        for (size_t j = 0; j < 5; j++) {
            pt_arena *arena = pt_arena_create();
            pt_report report = pt_report_create(arena);
            pt_source source = source_of(contexts[j]);
            pt_replacement replacement = {{.line = 1, .column = columns[j]}, value};
            if (pt_patch(arena, &source, &replacement, 1, &report) == NULL)
                fail_msg("%s in %s", value, contexts[j]);
            pt_arena_destroy(arena);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_scalar_changes_and_all_else_stays),
        cmocka_unit_test(replacements_come_in_any_order_and_the_same_one_twice),
        cmocka_unit_test(two_texts_in_one_place_are_refused),
        cmocka_unit_test(what_would_not_read_back_is_not_written),
        cmocka_unit_test(a_file_with_errors_is_left_alone),
        cmocka_unit_test(every_printable_text_reads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
