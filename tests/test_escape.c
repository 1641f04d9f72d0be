/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "base/arena.h"
#include "report/escape.h"

typedef void (*escape)(pt_text *out, const char *bytes, size_t length);

typedef struct fixture {
    pt_arena *arena;
    uint64_t seed;
} fixture;

static int set_up(void **state)
{
    static fixture one;
    one = (fixture){.arena = pt_arena_create(), .seed = 1};
    *state = &one;
    return 0;
}

static int tear_down(void **state)
{
    pt_arena_destroy(((fixture *)*state)->arena);
    return 0;
}

static uint32_t draw(fixture *one)
{
    one->seed = one->seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(one->seed >> 33);
}

/* Bytes that lean towards what escapes care about. */
static size_t draw_text(fixture *one, char out[64])
{
    static const char *const pieces[] = {"\\u{",
                                         "\\x{",
                                         "\\",
                                         "\n",
                                         "\r",
                                         "\t",
                                         "\033[31m",
                                         "%",
                                         "%0A",
                                         "::",
                                         ",",
                                         "&amp;",
                                         "<",
                                         "\"",
                                         "'",
                                         "]]>",
                                         "}",
                                         "\x7F",
                                         "\xC2\x85",
                                         "\xE2\x80\xAE",
                                         "\xE2\x80\xA8",
                                         "\xEF\xBB\xBF",
                                         "\xEF\xBF\xBE",
                                         "\xF0\x9F\x98\x80",
                                         "\xFF",
                                         "\xC3",
                                         "\xED\xA0\x80",
                                         "\xC3\xAB",
                                         "5C}",
                                         "a"};
    size_t length = 0;
    for (uint32_t left = draw(one) % 8; left > 0; left--) {
        const char *piece = pieces[draw(one) % (sizeof pieces / sizeof *pieces)];
        memcpy(out + length, piece, strlen(piece));
        length += strlen(piece);
        if (draw(one) % 8 == 0)
            out[length++] = (char)draw(one);
    }
    return length;
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

/* Reads \u{..} and \x{..} back, by their definition in escape.h alone. */
static pt_text read_visible(pt_arena *arena, const char *text)
{
    pt_text out = pt_text_create(arena);
    for (const char *at = text; *at != '\0';) {
        if (at[0] == '\\' && (at[1] == 'u' || at[1] == 'x') && at[2] == '{') {
            char *end = NULL;
            unsigned long number = strtoul(at + 3, &end, 16);
            assert_int_equal(*end, '}');
            if (at[1] == 'x')
                pt_text_add_char(&out, (char)number);
            else
                add_point(&out, number);
            at = end + 1;
        } else {
            pt_text_add_char(&out, *at++);
        }
    }
    return out;
}

static pt_text read_percent(pt_arena *arena, const char *text)
{
    pt_text out = pt_text_create(arena);
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '%') {
            char digits[3] = {at[1], at[2], '\0'};
            pt_text_add_char(&out, (char)strtoul(digits, NULL, 16));
            at += 2;
        } else {
            pt_text_add_char(&out, *at);
        }
    }
    return out;
}

static pt_text read_xml(pt_arena *arena, const char *text)
{
    static const char *const names[] = {"&amp;",  "&lt;", "&gt;",  "&quot;",
                                        "&apos;", "&#9;", "&#10;", "&#13;"};
    static const char values[] = "&<>\"'\t\n\r";
    pt_text out = pt_text_create(arena);
    while (*text != '\0') {
        assert_null(strchr("<>\"'\t\n\r", *text));
        size_t i = 0;
        while (i < 8 && strncmp(text, names[i], strlen(names[i])) != 0)
            i++;
        assert_true(*text != '&' || i < 8);
        pt_text_add_char(&out, i < 8 ? values[i] : *text);
        text += i < 8 ? strlen(names[i]) : 1;
    }
    return out;
}

static pt_text escaped(fixture *one, escape function, const char *bytes, size_t length)
{
    pt_text out = pt_text_create(one->arena);
    function(&out, bytes, length);
    return out;
}

static void assert_same(pt_text back, const char *bytes, size_t length)
{
    assert_int_equal(back.length, length);
    assert_memory_equal(back.bytes, bytes, length);
}

enum { ROUNDS = 20000 };

static void any_text_for_a_terminal_reads_back_as_itself(void **state)
{
    fixture *one = *state;
    char text[128];
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = draw_text(one, text);
        pt_text out = escaped(one, pt_escape_terminal, text, length);
        assert_int_equal(pt_utf8_check(out.bytes, out.length), out.length);
        assert_null(strpbrk(out.bytes, "\n\r\t"));
        assert_same(read_visible(one->arena, out.bytes), text, length);
        pt_arena_reset(one->arena);
    }
}

static void any_text_for_xml_reads_back_as_itself(void **state)
{
    fixture *one = *state;
    char text[128];
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = draw_text(one, text);
        pt_text out = escaped(one, pt_escape_xml, text, length);
        assert_int_equal(pt_utf8_check(out.bytes, out.length), out.length);
        pt_text once = read_xml(one->arena, out.bytes);
        assert_same(read_visible(one->arena, once.bytes), text, length);
        pt_arena_reset(one->arena);
    }
}

static void any_text_for_a_workflow_reads_back_and_cannot_end_its_line(void **state)
{
    fixture *one = *state;
    char text[128];
    for (int round = 0; round < ROUNDS; round++) {
        size_t length = draw_text(one, text);
        pt_text message = escaped(one, pt_escape_workflow_message, text, length);
        pt_text property = escaped(one, pt_escape_workflow_property, text, length);
        assert_null(strpbrk(message.bytes, "\r\n"));
        assert_null(strpbrk(property.bytes, "\r\n:,"));
        pt_text once = read_percent(one->arena, message.bytes);
        assert_same(read_visible(one->arena, once.bytes), text, length);
        once = read_percent(one->arena, property.bytes);
        assert_same(read_visible(one->arena, once.bytes), text, length);
        pt_arena_reset(one->arena);
    }
}

static void what_a_terminal_obeys_is_shown_instead(void **state)
{
    static const struct {
        const char *given;
        const char *shown;
    } rows[] = {
        {"\033[2J", "\\u{1B}[2J"},
        {"a\nb\tc", "a\\u{A}b\\u{9}c"},
        {"\xC2\x9B"
         "31m",
         "\\u{9B}31m"},
        {"ja \xE2\x80\xAE een", "ja \\u{202E} een"},
        {"\xE2\x81\xA6x", "\\u{2066}x"},
        {"\xFF", "\\x{FF}"},
        {"C:\\u{41}", "C:\\u{5C}u{41}"},
        {"C:\\map", "C:\\map"},
        {"co\xC3\xABn \xE2\x82\xAC 5", "co\xC3\xABn \xE2\x82\xAC 5"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_text out = escaped(*state, pt_escape_terminal, rows[i].given, strlen(rows[i].given));
        assert_string_equal(out.bytes, rows[i].shown);
    }
}

static void json_escapes_what_a_script_or_terminal_would_obey(void **state)
{
    static const struct {
        const char *given;
        const char *shown;
    } rows[] = {
        {"\"\\/", "\\\"\\\\/"},
        {"\b\f\n\r\t", "\\b\\f\\n\\r\\t"},
        {"\x01\x1F\x7F", "\\u0001\\u001f\\u007f"},
        {"\xE2\x80\xA8|\xE2\x80\xA9", "\\u2028|\\u2029"},
        {"\xE2\x80\xAE", "\\u202e"},
        {"\xEF\xBB\xBF", "\\ufeff"},
        {"\xC3(", "\xEF\xBF\xBD("},
        {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_text out = escaped(*state, pt_escape_json, rows[i].given, strlen(rows[i].given));
        assert_string_equal(out.bytes, rows[i].shown);
    }
    pt_text out = escaped(*state, pt_escape_json, "a\0b", 3);
    assert_string_equal(out.bytes, "a\\u0000b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(any_text_for_a_terminal_reads_back_as_itself, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(any_text_for_xml_reads_back_as_itself, set_up, tear_down),
        cmocka_unit_test_setup_teardown(any_text_for_a_workflow_reads_back_and_cannot_end_its_line,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_terminal_obeys_is_shown_instead, set_up, tear_down),
        cmocka_unit_test_setup_teardown(json_escapes_what_a_script_or_terminal_would_obey, set_up,
                                        tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
