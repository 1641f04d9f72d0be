/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "meeting_fixture.h"
#include "report/json.h"
#include "report/outcome_json.h"
#include "report_fixture.h"

static void objects_and_lists_nest_with_commas_in_place(void **state)
{
    report_fixture *one = *state;
    pt_text out = pt_text_create(one->arena);
    pt_json json = pt_json_create(&out);
    pt_json_object(&json, NULL);
    pt_json_text(&json, "a", "x\"y");
    pt_json_list(&json, "b");
    pt_json_number(&json, NULL, INT64_MIN);
    pt_json_object(&json, NULL);
    pt_json_close(&json);
    pt_json_list(&json, NULL);
    pt_json_close(&json);
    pt_json_close(&json);
    pt_json_truth(&json, "c", true);
    pt_json_null(&json, "d");
    pt_json_text(&json, "e", NULL);
    pt_json_date(&json, "f", fixture_day(2026, 8, 1));
    pt_json_date(&json, "g", PT_DATE_FOREVER);
    pt_json_close(&json);
    assert_string_equal(out.bytes,
                        "{\n  \"a\": \"x\\\"y\",\n  \"b\": [\n    -9223372036854775808,\n"
                        "    {},\n    []\n  ],\n  \"c\": true,\n  \"d\": null,\n"
                        "  \"e\": null,\n  \"f\": \"2026-08-01\",\n  \"g\": null\n}");
}

static void add_point(pt_text *out, unsigned long point)
{
    if (point < 0x80) {
        pt_text_add_char(out, (char)point);
    } else if (point < 0x800) {
        pt_text_add_char(out, (char)(0xC0 | point >> 6));
        pt_text_add_char(out, (char)(0x80 | (point & 0x3F)));
    } else {
        pt_text_add_char(out, (char)(0xE0 | point >> 12));
        pt_text_add_char(out, (char)(0x80 | (point >> 6 & 0x3F)));
        pt_text_add_char(out, (char)(0x80 | (point & 0x3F)));
    }
}

/* Reads the inside of a JSON string by RFC 8259 section 7. */
static pt_text read_string(pt_arena *arena, const char *at)
{
    pt_text out = pt_text_create(arena);
    for (; *at != '\0'; at++) {
        assert_true((unsigned char)*at >= 0x20 && *at != '"');
        if (*at != '\\') {
            pt_text_add_char(&out, *at);
        } else if (*++at == 'u') {
            char digits[5] = {at[1], at[2], at[3], at[4], '\0'};
            add_point(&out, strtoul(digits, NULL, 16));
            at += 4;
        } else {
            static const char names[] = "\"\\/bfnrt";
            static const char values[] = "\"\\/\b\f\n\r\t";
            const char *found = strchr(names, *at);
            assert_non_null(found);
            pt_text_add_char(&out, values[found - names]);
        }
    }
    return out;
}

static void every_character_reads_back_as_itself(void **state)
{
    pt_arena *arena = pt_arena_create();
    (void)state;
    for (unsigned long point = 0; point < 0x10000; point++) {
        if (point >= 0xD800 && point < 0xE000)
            continue;
        pt_text text = pt_text_create(arena);
        add_point(&text, point);
        pt_text out = pt_text_create(arena);
        pt_json json = pt_json_create(&out);
        pt_json_text_bytes(&json, NULL, text.bytes, text.length);
        out.bytes[out.length - 1] = '\0';
        pt_text back = read_string(arena, out.bytes + 1);
        assert_int_equal(back.length, text.length);
        assert_memory_equal(back.bytes, text.bytes, text.length);
        pt_arena_reset(arena);
    }
    pt_arena_destroy(arena);
}

static void a_run_is_written_whole(void **state)
{
    report_fixture *one = *state;
    pt_text out = pt_text_create(one->arena);
    pt_json json = pt_json_create(&out);
    pt_outcome_json_run(&json, &one->result);
    pt_text_add_char(&out, '\n');
    golden_check(one->arena, "speel.json", out.bytes);
}

static void the_meetings_of_a_run_are_a_list_in_it(void **state)
{
    report_fixture *one = *state;
    meeting_fixture_add(one);
    one->result.record_count = 0;
    pt_text out = pt_text_create(one->arena);
    pt_json json = pt_json_create(&out);
    pt_outcome_json_run(&json, &one->result);
    pt_text_add_char(&out, '\n');
    golden_check(one->arena, "vergaderingen.json", out.bytes);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(objects_and_lists_nest_with_commas_in_place),
        TEST(every_character_reads_back_as_itself),
        TEST(a_run_is_written_whole),
        TEST(the_meetings_of_a_run_are_a_list_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
