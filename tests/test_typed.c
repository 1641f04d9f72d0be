/* SPDX-License-Identifier: EUPL-1.2 */
#include "io_support.h"

#include "io/typed.h"

static const char *const school_words[] = {"bao", "sbo", "so", "vso"};
static pt_choice choices[] = {{school_words, 4}};
static const pt_pack pack = {.choices = choices, .choice_count = 1};

static const pt_type yesno = {.kind = PT_YESNO};
static const pt_type optional = {.kind = PT_YESNO, .may_be_unknown = true};
static const pt_type absent = {.kind = PT_DATE, .may_be_none = true};
static const pt_type word = {.kind = PT_CHOICE};
static const pt_type whole = {.kind = PT_NUMBER, .low = 0, .high = 40 * 16};
static const pt_type quarter = {.kind = PT_NUMBER, .fraction_bits = 2, .low = -16, .high = 40 * 16};
static const pt_type fine = {.kind = PT_NUMBER, .fraction_bits = 4};
static const pt_type money = {.kind = PT_MONEY, .low = -100000, .high = 10000000};
static const pt_type open_money = {.kind = PT_MONEY};
static const pt_type percent = {.kind = PT_PERCENT, .high = 10000};
static const pt_type date = {.kind = PT_DATE};
static const pt_type weeks = {.kind = PT_DURATION, .unit = PT_UNIT_WEEKS, .high = 52};

static void values_are_read_exactly_by_their_type(void **state)
{
    static const struct {
        const char *text;
        const pt_type *type;
        pt_kind kind;
        int64_t amount;
    } rows[] = {
        {"ja", &yesno, PT_YESNO, 1},
        {"nee", &yesno, PT_YESNO, 0},
        {"onbekend", &optional, PT_UNKNOWN, 0},
        {"geen", &absent, PT_NONE, 0},
        {"vso", &word, PT_CHOICE, 3},
        {"15", &whole, PT_NUMBER, 240},
        {"015", &whole, PT_NUMBER, 240},
        {"15,0", &whole, PT_NUMBER, 240},
        {"0", &whole, PT_NUMBER, 0},
        {"40", &whole, PT_NUMBER, 640},
        {"15,5", &quarter, PT_NUMBER, 248},
        {"15.5", &quarter, PT_NUMBER, 248},
        {"15,25", &quarter, PT_NUMBER, 244},
        {"-1", &quarter, PT_NUMBER, -16},
        {"-0,75", &quarter, PT_NUMBER, -12},
        {"0,0625", &fine, PT_NUMBER, 1},
        {"0.125", &fine, PT_NUMBER, 2},
        {"1.234,5", &fine, PT_NUMBER, 19752},
        {"1,50000000", &fine, PT_NUMBER, 24},
        {"12345,0625", &fine, PT_NUMBER, 197521},
        {"1234", &money, PT_MONEY, 123400},
        {"1.234", &money, PT_MONEY, 123400},
        {"1.234,50", &money, PT_MONEY, 123450},
        {"1234,50", &money, PT_MONEY, 123450},
        {"€ 1.234,50", &money, PT_MONEY, 123450},
        {"€1", &money, PT_MONEY, 100},
        {"-12,05", &money, PT_MONEY, -1205},
        {"0,99", &money, PT_MONEY, 99},
        {"1.000.000,00", &open_money, PT_MONEY, 100000000},
        {"5,5", &percent, PT_PERCENT, 550},
        {"5.25", &percent, PT_PERCENT, 525},
        {"5,5 %", &percent, PT_PERCENT, 550},
        {"100%", &percent, PT_PERCENT, 10000},
        {"1970-01-02", &date, PT_DATE, 1},
        {"6", &weeks, PT_DURATION, 6},
        {"6 weken", &weeks, PT_DURATION, 6},
        {"1 week", &weeks, PT_DURATION, 1},
    };
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_report report = pt_report_create(arena);
        pt_source source = source_of(rows[i].text);
        pt_yaml_node *node = pt_yaml_read(arena, &source, &report);
        pt_value value = {0};
        if (!pt_typed_value(node, rows[i].type, &pack, &report, &value) ||
            value.kind != rows[i].kind || value.amount != rows[i].amount)
            fail_msg("%s: kind %d, amount %lld, findings %s", rows[i].text, value.kind,
                     (long long)value.amount, findings_of(arena, &report));
    }
    pt_arena_destroy(arena);
}

static void what_a_type_does_not_allow_is_refused_with_what_was_meant(void **state)
{
    static const struct {
        const char *text;
        const pt_type *type;
        const char *findings;
        const char *suggestion;
    } rows[] = {
        {"true", &yesno, "Y036:1:1", "ja"},
        {"no", &yesno, "Y036:1:1", "nee"},
        {"Ja", &yesno, "Y036:1:1", "ja"},
        {"misschien", &yesno, "Y036:1:1", NULL},
        {"[ja]", &yesno, "Y032:1:1", NULL},
        {"{a: b}", &date, "Y032:1:1", NULL},
        {"''", &yesno, "Y035:1:1", NULL},
        {"bso", &word, "Y037:1:1", "bao"},
        {"basisschool", &word, "Y037:1:1", NULL},
        {"vijf", &whole, "Y038:1:1", NULL},
        {"5 uur", &whole, "Y038:1:1", NULL},
        {"0x10", &whole, "Y038:1:1", NULL},
        {"1e3", &whole, "Y038:1:1", NULL},
        {"+5", &whole, "Y038:1:1", NULL},
        {"5,", &whole, "Y038:1:1", NULL},
        {"',5'", &quarter, "Y038:1:1", NULL},
        {"'5 '", &whole, "Y038:1:1", NULL},
        {"1,5,5", &fine, "Y038:1:1", NULL},
        {"1.23,5", &fine, "Y038:1:1", NULL},
        {"--5", &whole, "Y038:1:1", NULL},
        {"'-'", &whole, "Y038:1:1", NULL},
        {"15,5", &whole, "Y039:1:1", NULL},
        {"15,1", &quarter, "Y039:1:1", NULL},
        {"0,00001", &fine, "Y039:1:1", NULL},
        {"1,234", &percent, "Y039:1:1", NULL},
        {"12.50", &money, "Y040:1:1", "12,50"},
        {"12,5", &money, "Y040:1:1", "12,50"},
        {"1.23", &money, "Y040:1:1", "1,23"},
        {"veel", &money, "Y040:1:1", NULL},
        {"12,345", &money, "Y040:1:1", NULL},
        {"€", &money, "Y040:1:1", NULL},
        {"vijf procent", &percent, "Y041:1:1", NULL},
        {"'%'", &percent, "Y041:1:1", NULL},
        {"15-6-2026", &date, "Y042:1:1", "2026-06-15"},
        {"15/06/2026", &date, "Y042:1:1", "2026-06-15"},
        {"2026-02-30", &date, "Y042:1:1", NULL},
        {"2026-6-15", &date, "Y042:1:1", NULL},
        {"1899-12-31", &date, "Y042:1:1", NULL},
        {"2201-01-01", &date, "Y042:1:1", NULL},
        {"31/02/2026", &date, "Y042:1:1", NULL},
        {"41", &whole, "Y043:1:1", NULL},
        {"-1", &whole, "Y043:1:1", NULL},
        {"100.000,01", &money, "Y043:1:1", NULL},
        {"101", &percent, "Y043:1:1", NULL},
        {"53", &weeks, "Y043:1:1", NULL},
        {"99999999999999", &open_money, "Y043:1:1", NULL},
        {"123456789012345", &open_money, "Y043:1:1", NULL},
        {"99999999999999999999999999", &fine, "Y043:1:1", NULL},
        {"99999999999999999999999999", &weeks, "Y043:1:1", NULL},
        {"onbekend", &yesno, "Y044:1:1", NULL},
        {"geen", &yesno, "Y045:1:1", NULL},
        {"geen", &optional, "Y045:1:1", NULL},
        {"6 dagen", &weeks, "Y046:1:1", NULL},
        {"zes weken", &weeks, "Y046:1:1", NULL},
        {"1.125", &fine, "Y049:1:1", NULL},
        {"1.000.000", &fine, "Y049:1:1", NULL},
    };
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_report report = pt_report_create(arena);
        pt_source source = source_of(rows[i].text);
        pt_yaml_node *node = pt_yaml_read(arena, &source, &report);
        pt_value value = {.amount = 77};
        assert_false(pt_typed_value(node, rows[i].type, &pack, &report, &value));
        assert_int_equal(value.amount, 77);
        if (strcmp(findings_of(arena, &report), rows[i].findings) != 0)
            fail_msg("%s: %s", rows[i].text, findings_of(arena, &report));
        if (!pt_text_equal(report.findings[0].suggestion, rows[i].suggestion))
            fail_msg("%s: suggested %s", rows[i].text, report.findings[0].suggestion);
        if (rows[i].text[1] != '\'')
            assert_sentences_are_whole(arena, &report);
    }
    pt_arena_destroy(arena);
}

enum { KEY_NAME, KEY_LIST, KEY_MAP, KEY_EITHER, KEY_COUNT };
static const pt_key keys[KEY_COUNT] = {
    [KEY_NAME] = {"naam", PT_SHAPE_SCALAR, true},
    [KEY_LIST] = {"regels", PT_SHAPE_LIST, false},
    [KEY_MAP] = {"dagen", PT_SHAPE_MAPPING, false},
    [KEY_EITHER] = {"keuze", PT_SHAPE_LIST | PT_SHAPE_MAPPING, false},
};

static void a_mapping_is_read_by_its_table(void **state)
{
    static const struct {
        const char *text;
        bool open;
        const char *findings;
        const char *suggestion;
    } rows[] = {
        {"naam: a\nregels: []\ndagen: {}\nkeuze: []\n", false, "", NULL},
        {"naam: a\nregles: []\n", false, "Y030:2:1", "regels"},
        {"naam: a\nregles: []\n", true, "", NULL},
        {"naam: a\nxyz: []\n", false, "Y030:2:1", NULL},
        {"regels: []\n", false, "Y031:1:1", NULL},
        {"naam: [a]\n", false, "Y032:1:7", NULL},
        {"naam: a\nregels: b\n", false, "Y033:2:9", NULL},
        {"naam: a\ndagen: [b]\n", false, "Y034:2:8", NULL},
        {"naam: a\nkeuze: b\n", false, "Y033:2:8", NULL},
        {"naam: a\nregels:\n", false, "Y035:2:8", NULL},
        {"[a]\n", false, "Y034:1:1", NULL},
        {"naam: a\nregels: *b\n", false, "Y020:2:9", NULL},
        {"{ naam: 1.234,50 }\n", false, "Y047:1:15", NULL},
        {"regels: b\ndaggen: {}\n", false, "Y031:1:1 Y033:1:9 Y030:2:1", NULL},
    };
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_report report = pt_report_create(arena);
        pt_source source = source_of(rows[i].text);
        pt_yaml_node *node = pt_yaml_read(arena, &source, &report);
        pt_yaml_node *values[KEY_COUNT];
        bool read = pt_typed_mapping(node, keys, KEY_COUNT, rows[i].open, &report, values);
        assert_int_equal(read, rows[i].findings[0] == '\0');
        if (strcmp(findings_of(arena, &report), rows[i].findings) != 0)
            fail_msg("%s: %s", rows[i].text, findings_of(arena, &report));
        if (report.count == 1 && !pt_text_equal(report.findings[0].suggestion, rows[i].suggestion))
            fail_msg("%s: suggested %s", rows[i].text, report.findings[0].suggestion);
        assert_sentences_are_whole(arena, &report);
    }
    pt_arena_destroy(arena);
}

static void names_begin_with_a_letter_and_hold_no_signs(void **state)
{
    static const struct {
        const char *text;
        bool name;
    } rows[] = {
        {"l1", true},   {"besluit-op-tijd", true},
        {"Zoë", true},  {"éva", true},
        {"a_b", true},  {"1l", false},
        {"a b", false}, {"a.b", false},
        {"", false},    {"-a", false},
        {"a:", false},  {"{a}", false},
        {"_a", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (pt_is_name(rows[i].text) != rows[i].name)
            fail_msg("%s", rows[i].text);
    }
}

static void a_list_of_names_reports_each_that_is_none(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of("[ouders, 3x, [a], inspectie, a b]");
    const char *const *names = NULL;
    size_t count = 0;
    pt_yaml_node *node = pt_yaml_read(arena, &source, &report);
    assert_false(pt_typed_names(arena, node, &report, &names, &count));
    assert_string_equal(findings_of(arena, &report), "Y048:1:10 Y032:1:14 Y048:1:30");
    source = source_of("[ouders, inspectie]");
    node = pt_yaml_read(arena, &source, &report);
    assert_true(pt_typed_names(arena, node, &report, &names, &count));
    assert_int_equal(count, 2);
    assert_string_equal(names[1], "inspectie");
    pt_arena_destroy(arena);
}

static void whole_numbers_keep_their_bounds(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    static const struct {
        const char *text;
        bool read;
    } rows[] = {{"0", true},   {"9", true},    {"10", false},
                {"-1", false}, {"1,5", false}, {"x", false}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_report report = pt_report_create(arena);
        pt_source source = source_of(rows[i].text);
        int64_t number = -7;
        pt_yaml_node *node = pt_yaml_read(arena, &source, &report);
        assert_int_equal(pt_typed_whole(node, 0, 9, &report, &number), rows[i].read);
        assert_int_equal(number, rows[i].read ? rows[i].text[0] - '0' : -7);
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_read_exactly_by_their_type),
        cmocka_unit_test(what_a_type_does_not_allow_is_refused_with_what_was_meant),
        cmocka_unit_test(a_mapping_is_read_by_its_table),
        cmocka_unit_test(names_begin_with_a_letter_and_hold_no_signs),
        cmocka_unit_test(a_list_of_names_reports_each_that_is_none),
        cmocka_unit_test(whole_numbers_keep_their_bounds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
