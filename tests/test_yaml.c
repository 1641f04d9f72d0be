/* SPDX-License-Identifier: EUPL-1.2 */
#include "io_support.h"

#include "base/limits.h"
#include "io/yaml.h"

typedef struct fixture {
    pt_arena *arena;
    pt_report report;
    pt_source source;
} fixture;

static fixture read_length(const char *text, size_t length, pt_yaml_node **root)
{
    fixture made = {.arena = pt_arena_create()};
    made.report = pt_report_create(made.arena);
    pt_source *source = PT_NEW(made.arena, pt_source);
    *source = (pt_source){.path = "proef.yaml", .text = text, .length = length};
    pt_yaml_node *tree = pt_yaml_read(made.arena, source, &made.report);
    if (root != NULL)
        *root = tree;
    return made;
}

static fixture read_text(const char *text, pt_yaml_node **root)
{
    return read_length(text, strlen(text), root);
}

static void finish(fixture *made)
{
    pt_arena_destroy(made->arena);
}

typedef struct row {
    const char *text;
    const char *findings;
} row;

static const row refused[] = {
    /* Y001: what has no words of its own */
    {"a: |0\n  b\n", "Y001:1:5"},
    {"%FOO\n", "Y001:1:5"},
    {"%YAML 3.0\n---\na: 1\n", "Y001:1:1"},
    {"? a\n? b\n: : c", "Y009:3:3"},
    /* Y002: bytes */
    {"a: \xFF\n", "Y002:1:4"},
    {"a: 1\nb: \xC3(\n", "Y002:2:4"},
    {"a: \xE2\x80\xAE geheim\n", "Y002:1:4"},
    {"a: b\x01\n", "Y002:1:5"},
    {"caf\xC3\xA9: \x1B[31m\n", "Y002:1:7"},
    {"a: \xED\xA0\x80\n", "Y002:1:4"},
    {"a: \xC2\x85\n", "Y002:1:4"},
    {"\xFF\xFE"
     "a",
     "Y002:1:1"},
    {"a: \xF5\x80\x80\x80\n", "Y002:1:4"},
    {"a: \xC0\x80\n", "Y002:1:4"},
    {"a: \xE2\x80\xA8 b\n", "Y002:1:4"},
    /* Y003: quotes */
    {"a: \"b\n", "Y003:1:4"},
    {"a: 'b\nc: d\n", "Y003:1:4"},
    {"a: \"b\n---\n", "Y003:1:4"},
    {"\"", "Y003:1:1"},
    /* Y004: brackets */
    {"a: [b, c\nd: e\n", "Y004:1:4"},
    {"a: {b: c\n", "Y004:1:4"},
    {"a: [b}\n", "Y004:1:4"},
    {"a: [[b]\n", "Y004:1:4"},
    /* Y005: signs that begin nothing */
    {"a: @b\n", "Y005:1:4"},
    {"a: `b`\n", "Y005:1:4"},
    {"a: %b\n", "Y005:1:4"},
    /* Y006: tabs */
    {"a:\n\tb: c\n", "Y006:2:1"},
    {"a:\n  - b\n\t- c\n", "Y006:3:1"},
    /* Y007: a second colon */
    {"a: b: c\n", "Y007:1:5"},
    {"a: b\n  c: d\n", "Y007:2:4"},
    {"- a\n  b: c\n", "Y007:2:4"},
    /* Y008: a key without a colon */
    {"a: b\nc\nd: e\n", "Y008:2:1"},
    {"titel een besluit\nvan: 3\n", "Y007:2:4"},
    /* Y009: indentation */
    {"a:\n  b: 1\n c: 2\n", "Y009:3:2"},
    {"a:\n  - b\n  c: d\n", "Y009:3:3"},
    {"- a\nb: c\n", "Y009:2:1"},
    {"a: - b\n", "Y009:1:4"},
    {"a: b\n]\n", "Y009:2:1"},
    {"[a]\nb\n", "Y009:2:1"},
    {"{a: ]}", "Y009:1:5"},
    /* Y010: escapes that YAML does not know */
    {"a: \"b\\qc\"\n", "Y010:1:6"},
    {"a: \"\\xZZ\"\n", "Y010:1:7"},
    {"a: \"\\uD800\"\n", "Y010:1:7"},
    /* Y011: escapes that hide */
    {"a: \"b\\0c\"\n", "Y011:1:4"},
    {"a: \"\\e[31m\"\n", "Y011:1:4"},
    {"\"\\u202e\": 1\n", "Y011:1:1"},
    {"a: \"\\N\"\n", "Y011:1:4"},
    /* Y016: duplicate keys, each reported once */
    {"a: 1\nb: 2\na: 3\n", "Y016:3:1"},
    {"a: {b: 1, b: 2, b: 3}\n", "Y016:1:11 Y016:1:17"},
    {"a: 1\n\"a\": 2\n'a': 3\n", "Y016:2:1 Y016:3:1"},
    /* Y017: keys that are no word */
    {"[a, b]: c\n", "Y017:1:1"},
    {"{a: b}: c\n", "Y017:1:1"},
    {"? - a\n: b\n", "Y017:1:3"},
    {"a: {{b}}\n", "Y017:1:5"},
    /* Y018: documents */
    {"a: 1\n---\nb: 2\n", "Y018:2:1"},
    {"a\n...\n---\n", "Y018:3:1"},
    {"---\n---\n", "Y018:2:1"},
    /* Y020: anchors and aliases */
    {"a: &x b\nc: *x\n", "Y020:1:4 Y020:2:4"},
    {"a: &x [b]\n", "Y020:1:4"},
    {"&x a: b\n", "Y020:1:1"},
    {"a: &x {b: *x}\n", "Y020:1:4 Y020:1:11"},
    {"a: *\n", "Y020:1:5"},
    {"*a : b\n", "Y020:1:1"},
    /* Y021: tags */
    {"a: !!int 5\n", "Y021:1:4"},
    {"a: ! b\n", "Y021:1:4"},
    {"a: !foo!bar b\n", "Y021:1:4"},
    {"a: !<tag:yaml.org,2002:str> b\n", "Y021:1:4"},
    {"!!set {a: 1}\n", "Y021:1:1"},
    {"- !!binary [a]\n", "Y021:1:3"},
    /* Y022: merge keys */
    {"<<: {a: 1}\n", "Y022:1:1"},
    {"a: 1\n<<: b\n", "Y022:2:1"},
    /* Y023: nothing */
    {"", "Y023:0:0"},
    {"# alleen toelichting\n", "Y023:0:0"},
    {"\xEF\xBB\xBF", "Y023:0:0"},
    /* columns count characters, lines end in LF or CRLF */
    {"\xC3\xA9\xC3\xA9n: \xE2\x82\xAC\n\xC3\xA9\xC3\xA9n: 2\n", "Y016:2:1"},
    {"{\xC3\xA9: \xF0\x9F\x98\x80, \xC3\xA9: 2}\n", "Y016:1:8"},
    {"a: 1\r\nb: 2\r\na: 3\r\n", "Y016:3:1"},
    {"\xEF\xBB\xBF"
     "a: 1\na: 2\n",
     "Y016:2:1"},
};

static void what_is_refused_is_reported_at_its_place(void **state)
{
    (void)state;
    bool wrong = false;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        fixture made = read_text(refused[i].text, NULL);
        const char *found = findings_of(made.arena, &made.report);
        if (strcmp(found, refused[i].findings) != 0) {
            print_error("%s\n  expected %s, found %s\n", refused[i].text, refused[i].findings,
                        found);
            wrong = true;
        }
        finish(&made);
    }
    assert_false(wrong);
}

static void scalars_stay_text_whatever_yaml_would_make_of_them(void **state)
{
    static const char *const rows[] = {"no",   "010",      "1e2",        "0x1F", "~",   "null",
                                       ".inf", "12:30:45", "2026-06-15", "ja",   "3,5", "=",
                                       "+1d",  "15.50",    "Yes",        "-0"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_yaml_node *root = NULL;
        fixture made = read_text(rows[i], &root);
        assert_int_equal(made.report.count, 0);
        assert_int_equal(root->kind, PT_YAML_SCALAR);
        assert_string_equal(root->text, rows[i]);
        finish(&made);
    }
}

static void a_tree_keeps_the_order_and_the_places_of_the_file(void **state)
{
    (void)state;
    pt_yaml_node *root = NULL;
    fixture made =
        read_text("b: 1\n\xC3\xA9: [x, \"y z\", {}]\nc:\nd: |\n  lang\n  verhaal\n", &root);
    assert_int_equal(made.report.count, 0);
    assert_int_equal(root->kind, PT_YAML_MAPPING);
    assert_int_equal(root->count, 4);
    assert_true(root->block);
    assert_string_equal(root->first->key->text, "b");
    const pt_yaml_node *list = pt_yaml_get(root, "\xC3\xA9");
    assert_int_equal(list->count, 3);
    assert_false(list->block);
    const pt_yaml_node *quoted = list->first->next;
    assert_true(quoted->quoted);
    assert_string_equal(quoted->text, "y z");
    assert_int_equal(quoted->at.line, 2);
    assert_int_equal(quoted->at.column, 8);
    assert_int_equal(quoted->at.length, 5);
    assert_int_equal(quoted->offset, 13);
    assert_int_equal(quoted->bytes, 5);
    assert_int_equal(quoted->next->kind, PT_YAML_MAPPING);
    assert_int_equal(quoted->next->count, 0);
    assert_string_equal(pt_yaml_get(root, "c")->text, "");
    assert_string_equal(pt_yaml_get(root, "d")->text, "lang\nverhaal\n");
    assert_true(pt_yaml_get(root, "d")->block);
    assert_null(pt_yaml_get(root, "e"));
    assert_null(pt_yaml_get(list, "x"));
    finish(&made);
}

static void refused_nodes_are_marked_so_that_they_are_reported_once(void **state)
{
    (void)state;
    pt_yaml_node *root = NULL;
    fixture made = read_text("a: 1\na: 2\nb: *x\n", &root);
    assert_false(root->first->refused);
    assert_true(root->first->next->refused);
    assert_true(pt_yaml_get(root, "b")->refused);
    finish(&made);
}

/* `count` times `unit`, between `before` and `after`. */
static char *repeated(const char *before, const char *unit, size_t count, const char *after)
{
    size_t width = strlen(unit);
    char *text = test_malloc(strlen(before) + width * count + strlen(after) + 1);
    char *at = text + sprintf(text, "%s", before);
    for (size_t i = 0; i < count; i++, at += width)
        memcpy(at, unit, width);
    strcpy(at, after);
    return text;
}

static void assert_repeated(const char *before, const char *unit, size_t count, const char *after,
                            const char *findings)
{
    char *text = repeated(before, unit, count, after);
    fixture made = read_text(text, NULL);
    assert_string_equal(findings_of(made.arena, &made.report), findings);
    assert_sentences_are_whole(made.arena, &made.report);
    finish(&made);
    test_free(text);
}

static void limits_hold_at_the_limit_and_not_beyond(void **state)
{
    (void)state;
    const size_t depth = PT_LIMIT_YAML_DEPTH;
    const size_t scalar = PT_LIMIT_YAML_SCALAR_BYTES;
    const size_t key = PT_LIMIT_YAML_KEY_BYTES;
    const size_t nodes = PT_LIMIT_YAML_NODES - 1;
    char *closed = repeated("", "]", depth, "");
    assert_repeated("", "[", depth, closed, "");
    assert_repeated("", "[", depth + 1, closed, "Y012:1:33");
    test_free(closed);
    assert_repeated("", "x", scalar, "", "");
    assert_repeated("", "x", scalar + 1, "", "Y014:1:1");
    assert_repeated("", "k", key, ": 1\n", "");
    assert_repeated("", "k", key + 1, ": 1\n", "Y015:1:1");
    assert_repeated("", "- a\n", nodes, "", "");
    assert_repeated("", "- a\n", nodes + 1, "", "Y013:200000:3");
    assert_repeated("a", "#", PT_LIMIT_YAML_BYTES - 1, "", "Y014:1:1");
    assert_repeated("#", "#", PT_LIMIT_YAML_BYTES, "", "Y019:0:0");
}

static void deep_nesting_is_cut_before_it_costs_time(void **state)
{
    (void)state;
    assert_repeated("", "[", 1000000, "", "Y012:1:33");
    assert_repeated("", "- ", 1000000, "", "Y012:1:65");
    assert_repeated("", "{a: ", 300000, "", "Y012:1:129");
}

static void many_duplicate_keys_are_found_in_a_large_mapping(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text text = pt_text_create(arena);
    for (int i = 0; i < 50000; i++)
        pt_text_format(&text, "k%d: 1\n", i);
    pt_text_add(&text, "k7: 2\nk49999: 3\n");
    fixture made = read_text(text.bytes, NULL);
    const char *found = findings_of(made.arena, &made.report);
    assert_string_equal(found, "Y016:50001:1 Y016:50002:1");
    finish(&made);
    pt_arena_destroy(arena);
}

static void a_nul_byte_is_refused_where_it_stands(void **state)
{
    (void)state;
    fixture made = read_length("a: b\0c\n", 7, NULL);
    assert_string_equal(findings_of(made.arena, &made.report), "Y002:1:5");
    finish(&made);
}

/* Every text cut short at every byte: a tree or findings, never a crash. */
static void every_beginning_of_a_file_is_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        for (size_t length = 0; length <= strlen(refused[i].text); length++) {
            pt_yaml_node *root = NULL;
            fixture made = read_length(refused[i].text, length, &root);
            assert_true(root != NULL || made.report.errors > 0);
            finish(&made);
        }
    }
}

static void every_yaml_finding_has_a_row(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    static const char *const elsewhere = "Y012 Y013 Y014 Y015 Y019";
    for (int code = PT_Y001; code <= PT_Y023; code++) {
        const char *name = pt_code_describe((pt_code)code)->name;
        bool found = strstr(elsewhere, name) != NULL;
        for (size_t i = 0; i < sizeof refused / sizeof *refused && !found; i++)
            found = strstr(refused[i].findings, name) != NULL;
        if (!found)
            fail_msg("%s has no row", name);
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_refused_is_reported_at_its_place),
        cmocka_unit_test(scalars_stay_text_whatever_yaml_would_make_of_them),
        cmocka_unit_test(a_tree_keeps_the_order_and_the_places_of_the_file),
        cmocka_unit_test(refused_nodes_are_marked_so_that_they_are_reported_once),
        cmocka_unit_test(limits_hold_at_the_limit_and_not_beyond),
        cmocka_unit_test(deep_nesting_is_cut_before_it_costs_time),
        cmocka_unit_test(many_duplicate_keys_are_found_in_a_large_mapping),
        cmocka_unit_test(a_nul_byte_is_refused_where_it_stands),
        cmocka_unit_test(every_beginning_of_a_file_is_read_or_refused),
        cmocka_unit_test(every_yaml_finding_has_a_row),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
