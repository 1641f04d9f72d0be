/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "base/map.h"
#include "base/text.h"

static const struct {
    const char *bytes;
    size_t length, good; /* offset of the first bad byte, or length */
} utf8[] = {
    {"gewoon", 6, 6},        {"één ✓", 9, 9},
    {"a\tb\r\n", 5, 5},      {"a\0b", 3, 1},
    {"\033[31m", 5, 0},      {"a\x7f", 2, 1},
    {"\xc2\x85", 2, 0},      {"\xe2\x80\xae", 3, 0},
    {"\xe2\x81\xa6", 3, 0},  {"\xe2\x80\xa8", 3, 0},
    {"\xef\xbb\xbfx", 4, 0}, {"\xc0\x80", 2, 0},
    {"\xed\xa0\x80", 3, 0},  {"\xf4\x90\x80\x80", 4, 0},
    {"ab\xe2\x82", 4, 2},    {"\xf0\x9f\x98\x80", 4, 4},
    {"\xff", 1, 0},
};

static void text_that_a_report_can_show_is_told_from_the_rest(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof utf8 / sizeof *utf8; i++)
        assert_int_equal(pt_utf8_check(utf8[i].bytes, utf8[i].length), utf8[i].good);
    assert_int_equal(pt_utf8_count("één", 5), 3);
}

static void the_nearest_word_is_suggested_and_a_far_one_is_not(void **state)
{
    (void)state;
    static const char *const words[] = {"regel", "plicht", "gebeurtenis", "bron"};
    static const char *const cases[][2] = {
        {"regle", "regel"}, {"plich", "plicht"}, {"gebeurtenissen", "gebeurtenis"}, {"brn", "bron"},
        {"zzz", NULL},      {"", NULL},          {"heel-iets-anders", NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *found = pt_suggest(cases[i][0], words, 4);
        assert_true(pt_text_equal(found, cases[i][1]));
    }
}

static void a_text_grows_and_numbers_are_written_without_a_locale(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text text = pt_text_create(arena);
    for (int i = 0; i < 1000; i++)
        pt_text_add(&text, "tekst ");
    assert_int_equal(text.length, 6000);
    text = pt_text_create(arena);
    pt_text_add_number(&text, INT64_MIN);
    pt_text_format(&text, " %s %d", "en", 3);
    assert_string_equal(text.bytes, "-9223372036854775808 en 3");
    pt_arena_destroy(arena);
}

static void a_map_finds_what_was_added_in_the_order_of_insertion(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_map map = pt_map_create(arena);
    assert_false(pt_map_find(&map, "niets", NULL));
    for (uint32_t i = 0; i < 500; i++)
        assert_true(pt_map_add(&map, pt_format(arena, "naam%u", i), i));
    assert_false(pt_map_add(&map, "naam7", 99));
    uint32_t value = 0;
    for (uint32_t i = 0; i < 500; i++) {
        assert_true(pt_map_find(&map, pt_format(arena, "naam%u", i), &value));
        assert_int_equal(value, i);
        assert_string_equal(map.entries[i].key, pt_format(arena, "naam%u", i));
    }
    assert_false(pt_map_find(&map, "naam500", &value));
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_that_a_report_can_show_is_told_from_the_rest),
        cmocka_unit_test(the_nearest_word_is_suggested_and_a_far_one_is_not),
        cmocka_unit_test(a_text_grows_and_numbers_are_written_without_a_locale),
        cmocka_unit_test(a_map_finds_what_was_added_in_the_order_of_insertion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
