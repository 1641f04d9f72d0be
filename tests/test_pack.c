/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "base/text.h"
#include "model/pack.h"

static const char *const school_words[] = {"bao", "sbo"};
static pt_choice choices[] = {{school_words, 2}};
static pt_fact school_facts[] = {{.name = "soort"}, {.name = "plaatsruimte"}};
static pt_reference school_references[] = {{.name = "bestuur", .target = 1}};
static pt_path school_paths[] = {{.name = "bestuur", .hops = 1}, {.name = "swv", .hops = 2}};
static pt_subject_kind kinds[] = {
    {.name = "school",
     .facts = school_facts,
     .fact_count = 2,
     .references = school_references,
     .reference_count = 1,
     .paths = school_paths,
     .path_count = 2},
    {.name = "bestuur"},
};
static pt_block blocks[] = {
    {.name = "mag", .subject = 0, .from = 100, .until = 199},
    {.name = "mag", .subject = 0, .from = 200, .until = PT_DATE_FOREVER},
    {.name = "besluiten", .subject = 0, .from = PT_DATE_NONE, .until = 10},
    {.name = "melding"},
    {.name = "uren", .subject = 1},
    {.name = "zetels", .subject = 1},
};
static pt_rule rules[] = {{.block = 0}, {.block = 1}};
static pt_duty duties[] = {{.block = 2}};
static pt_event events[] = {{.block = 3}};
static pt_window windows[] = {{.block = 4}};
static pt_list lists[] = {{.block = 5}};
static uint16_t rule_versions[] = {0, 1};
static uint16_t duty_versions[] = {0};
static pt_group rule_groups[] = {{.name = "mag", .versions = rule_versions, .version_count = 2}};
static pt_group duty_groups[] = {
    {.name = "besluiten", .versions = duty_versions, .version_count = 1}};
static pt_parameter_value term_values[] = {
    {.from = 100, .value = {.kind = PT_NUMBER, .amount = 16}},
    {.from = 200, .value = {.kind = PT_NUMBER, .amount = 32}},
};
static pt_parameter parameters[] = {{.name = "termijn", .values = term_values, .value_count = 2}};
static const char *const roles[] = {"ouders"};

static const pt_pack pack = {
    .kinds = kinds,
    .kind_count = 2,
    .choices = choices,
    .choice_count = 1,
    .blocks = blocks,
    .block_count = 6,
    .rules = rules,
    .rule_count = 2,
    .duties = duties,
    .duty_count = 1,
    .events = events,
    .event_count = 1,
    .windows = windows,
    .window_count = 1,
    .lists = lists,
    .list_count = 1,
    .rule_groups = rule_groups,
    .rule_group_count = 1,
    .duty_groups = duty_groups,
    .duty_group_count = 1,
    .parameters = parameters,
    .parameter_count = 1,
    .roles = roles,
    .role_count = 1,
};

static void names_are_found_and_unknown_names_are_not(void **state)
{
    (void)state;
    assert_int_equal(pt_pack_kind(&pack, "bestuur"), 1);
    assert_int_equal(pt_pack_kind(&pack, "leerling"), PT_NO_INDEX);
    assert_int_equal(pt_pack_fact(&pack, 0, "plaatsruimte"), 1);
    assert_int_equal(pt_pack_fact(&pack, 1, "plaatsruimte"), PT_NO_INDEX);
    assert_int_equal(pt_pack_reference(&pack, 0, "bestuur"), 0);
    assert_int_equal(pt_pack_reference(&pack, 0, "swv"), PT_NO_INDEX);
    assert_ptr_equal(pt_pack_path(&pack, 0, "swv"), &school_paths[1]);
    assert_null(pt_pack_path(&pack, 1, "swv"));
    assert_int_equal(pt_pack_event(&pack, "melding"), 0);
    assert_int_equal(pt_pack_event(&pack, "mag"), PT_NO_INDEX);
    assert_int_equal(pt_pack_parameter(&pack, "termijn"), 0);
    assert_int_equal(pt_pack_parameter(&pack, "termijnen"), PT_NO_INDEX);
    assert_true(pt_pack_role(&pack, "ouders"));
    assert_false(pt_pack_role(&pack, "ouder"));
    assert_int_equal(pt_choice_index(&choices[0], "sbo"), 1);
    assert_int_equal(pt_choice_index(&choices[0], "so"), PT_NO_INDEX);
}

static void a_name_means_something_for_its_own_kind_only(void **state)
{
    static const struct {
        const char *name;
        uint16_t kind;
        bool found;
        pt_name_kind sort;
        uint16_t index;
    } rows[] = {
        {"soort", 0, true, PT_NAME_FACT, 0},     {"mag", 0, true, PT_NAME_RULE, 0},
        {"besluiten", 0, true, PT_NAME_DUTY, 0}, {"uren", 1, true, PT_NAME_WINDOW, 0},
        {"zetels", 1, true, PT_NAME_LIST, 0},    {"mag", 1, false, PT_NAME_FACT, 0},
        {"uren", 0, false, PT_NAME_FACT, 0},     {"melding", 0, false, PT_NAME_FACT, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_name name = {0};
        if (pt_pack_name(&pack, rows[i].kind, rows[i].name, &name) != rows[i].found ||
            (rows[i].found && (name.kind != rows[i].sort || name.index != rows[i].index)))
            fail_msg("%s of kind %u", rows[i].name, rows[i].kind);
    }
}

static void a_version_holds_on_both_of_its_days(void **state)
{
    static const struct {
        pt_date day;
        uint16_t rule;
        uint16_t duty;
    } rows[] = {
        {PT_DATE_FIRST, PT_NO_INDEX, 0}, {10, PT_NO_INDEX, 0},
        {11, PT_NO_INDEX, PT_NO_INDEX},  {99, PT_NO_INDEX, PT_NO_INDEX},
        {100, 0, PT_NO_INDEX},           {199, 0, PT_NO_INDEX},
        {200, 1, PT_NO_INDEX},           {PT_DATE_LAST, 1, PT_NO_INDEX},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(pt_rule_version(&pack, &rule_groups[0], rows[i].day), rows[i].rule);
        assert_int_equal(pt_duty_version(&pack, &duty_groups[0], rows[i].day), rows[i].duty);
    }
}

static void a_parameter_is_unknown_before_its_first_value_and_holds_until_the_next(void **state)
{
    (void)state;
    const pt_parameter_value *row = &term_values[0];
    assert_int_equal(pt_parameter_on(&parameters[0], 99, &row).kind, PT_UNKNOWN);
    assert_null(row);
    assert_int_equal(pt_parameter_on(&parameters[0], 100, &row).amount, 16);
    assert_ptr_equal(row, &term_values[0]);
    assert_int_equal(pt_parameter_on(&parameters[0], 199, NULL).amount, 16);
    assert_int_equal(pt_parameter_on(&parameters[0], 200, NULL).amount, 32);
}

static void values_are_shown_as_a_dutch_reader_writes_them(void **state)
{
    static const struct {
        pt_value value;
        const char *shown;
    } rows[] = {
        {{.kind = PT_UNKNOWN}, "onbekend"},
        {{.kind = PT_NONE}, "geen"},
        {{.kind = PT_YESNO, .amount = 1}, "ja"},
        {{.kind = PT_YESNO, .amount = 0}, "nee"},
        {{.kind = PT_NUMBER, .amount = 248}, "15,5"},
        {{.kind = PT_NUMBER, .amount = 16}, "1"},
        {{.kind = PT_NUMBER, .amount = 1}, "0,0625"},
        {{.kind = PT_NUMBER, .amount = -8}, "-0,5"},
        {{.kind = PT_NUMBER, .amount = INT64_MIN}, "-576460752303423488"},
        {{.kind = PT_MONEY, .amount = 123450}, "€ 1.234,50"},
        {{.kind = PT_MONEY, .amount = 100000000}, "€ 1.000.000,00"},
        {{.kind = PT_MONEY, .amount = 5}, "€ 0,05"},
        {{.kind = PT_MONEY, .amount = -99999}, "€ -999,99"},
        {{.kind = PT_PERCENT, .amount = 550}, "5,5 %"},
        {{.kind = PT_PERCENT, .amount = 10000}, "100 %"},
        {{.kind = PT_PERCENT, .amount = 1}, "0,01 %"},
        {{.kind = PT_DATE, .amount = 0}, "1970-01-01"},
        {{.kind = PT_DATE, .amount = (int64_t)1 << 40}, ""},
        {{.kind = PT_DURATION, .unit = PT_UNIT_WEEKS, .amount = 6}, "6 weken"},
        {{.kind = PT_DURATION, .unit = PT_UNIT_WEEKS, .amount = 1}, "1 week"},
        {{.kind = PT_DURATION, .unit = PT_UNIT_YEARS, .amount = 3}, "3 jaar"},
        {{.kind = PT_CHOICE, .set = 0, .amount = 1}, "sbo"},
        {{.kind = PT_CHOICE, .set = 7, .amount = 1}, "1"},
        {{.kind = PT_SUBJECT, .amount = 12}, "#12"},
    };
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_text out = pt_text_create(arena);
        pt_value_show(&out, &pack, rows[i].value);
        assert_string_equal(out.bytes, rows[i].shown);
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_found_and_unknown_names_are_not),
        cmocka_unit_test(a_name_means_something_for_its_own_kind_only),
        cmocka_unit_test(a_version_holds_on_both_of_its_days),
        cmocka_unit_test(a_parameter_is_unknown_before_its_first_value_and_holds_until_the_next),
        cmocka_unit_test(values_are_shown_as_a_dutch_reader_writes_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
