/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "lua/inspect.h"
#include "lua_pack.h"

static pt_value number(int64_t sixteenths)
{
    return pt_value_of(PT_NUMBER, sixteenths);
}

static pt_value word(uint16_t set, int64_t index)
{
    return (pt_value){.kind = PT_CHOICE, .set = set, .amount = index};
}

static pt_value length(pt_unit unit, int64_t amount)
{
    return (pt_value){.kind = PT_DURATION, .unit = (uint8_t)unit, .amount = amount};
}

static pt_type type_of(pt_value value)
{
    pt_type type = made_type((pt_kind)value.kind);
    type.unit = value.unit;
    type.set = value.set;
    return type;
}

/* --- Values ----------------------------------------------------------------------------------- */

static void values_come_back_as_they_went(void **state)
{
    (void)state;
    const pt_value values[] = {
        pt_yesno(true),
        pt_yesno(false),
        number(0),
        number(16),
        number(-16),
        number(248), /* 15,5 */
        number(1),
        number(-1),
        number(PT_LIMIT_NUMBER),
        number(-PT_LIMIT_NUMBER),
        number(PT_LIMIT_NUMBER - 1),
        pt_value_of(PT_MONEY, 2500000),
        pt_value_of(PT_MONEY, PT_LIMIT_NUMBER),
        pt_value_of(PT_PERCENT, -550),
        pt_value_of(PT_DATE, PT_DATE_FIRST),
        pt_value_of(PT_DATE, PT_DATE_LAST),
        pt_value_of(PT_SUBJECT, 99999),
        length(PT_UNIT_DAYS, 10),
        length(PT_UNIT_WEEKS, 6),
        length(PT_UNIT_MONTHS, 3),
        length(PT_UNIT_SCHOOLDAYS, 5),
        word(0, 0),
        word(0, 4),
        word(1, 0),
        word(1, 1),
    };
    for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
        made *m = made_rule("function(x) return x end", type_of(values[i]), 1, true);
        pt_answer answer;
        assert_true(made_call(m, 0, &values[i], &answer));
        assert_true(pt_value_equal(answer.value, values[i]));
        assert_int_equal(answer.value.unit, values[i].unit);
        assert_int_equal(answer.value.set, values[i].set);
        assert_null(answer.reason);
        made_end(m);
    }
}

static void absences_come_back_whatever_the_type(void **state)
{
    (void)state;
    const pt_kind kinds[] = {PT_YESNO, PT_NUMBER, PT_MONEY, PT_PERCENT, PT_DATE, PT_CHOICE};
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        made *m = made_rule("function(x) return x end", made_type(kinds[i]), 1, true);
        pt_answer answer;
        assert_true(made_call(m, 0, (pt_value[]){pt_unknown()}, &answer));
        assert_int_equal(answer.value.kind, PT_UNKNOWN);
        assert_true(made_call(m, 0, (pt_value[]){pt_none()}, &answer));
        assert_int_equal(answer.value.kind, PT_NONE);
        made_end(m);
    }
}

static void weeks_are_added_to_dates_as_days(void **state)
{
    (void)state;
    made *m = made_rule("function(d, w) return d + w end", made_type(PT_DATE), 2, false);
    pt_answer answer;
    pt_value inputs[] = {pt_value_of(PT_DATE, pt_date_from(2026, 6, 15)), length(PT_UNIT_WEEKS, 6)};
    assert_true(made_call(m, 0, inputs, &answer));
    assert_int_equal(answer.value.amount, pt_date_from(2026, 7, 27));
    made_end(m);
}

typedef struct wrong_answer {
    const char *body;
    pt_type type;
    const char *code;
    const char *shown; /* part of the sentence */
} wrong_answer;

static void what_a_rule_may_not_give_is_a_finding(void **state)
{
    (void)state;
    const pt_type yesno = made_type(PT_YESNO);
    const pt_type amount = made_type(PT_NUMBER);
    const pt_type money = made_type(PT_MONEY);
    const pt_type day = made_type(PT_DATE);
    pt_type school = made_type(PT_CHOICE);
    pt_type weeks = made_type(PT_DURATION);
    weeks.unit = PT_UNIT_WEEKS;
    pt_type forty = amount;
    forty.low = 0;
    forty.high = 40 * PT_NUMBER_SCALE;
    const wrong_answer answers[] = {
        {"return", yesno, "U008", "'r'"},
        {"return 1", yesno, "U009", "geeft getal, maar hoort ja_nee"},
        {"return omlaag", yesno, "U009", "geeft omlaag"},
        {"return bao", yesno, "U009", "geeft bao"},
        {"return {}", yesno, "U009", "geeft tabel"},
        {"return bekend", yesno, "U009", "geeft function"},
        {"return ja", amount, "U009", "geeft ja_nee, maar hoort getal"},
        {"return \"3\"", amount, "U009", "geeft 3"},
        {"return 0.1", amount, "U010", "0.1"},
        {"return 0.03125", amount, "U010", "0.03125"},
        {"return 281474976710657", amount, "U011", "281474976710657"},
        {"return -281474976710656.0625", amount, "U011", "-2.8147497671066e+14"},
        {"return 0 / 0", amount, "U011", "nan"},
        {"return 41", forty, "U011", "41"},
        {"return -0.0625", forty, "U011", "-0.0625"},
        {"return 1.5", money, "U010", "1.5"},
        {"return ja", money, "U009", "hoort bedrag"},
        {"return 4503599627370497", money, "U011", "4503599627370497"},
        {"return 1.5", day, "U010", "1.5"},
        {"return \"2026-08-01\"", day, "U009", "hoort datum"},
        {"return 8", weeks, "U010", "8"},
        {"return toegelaten", school, "U012", "'toegelaten'"},
        {"return \"onzin\"", school, "U012", "'onzin'"},
        {"return 1", school, "U009", "hoort keuze"},
        {"return ja, 3", yesno, "U013", "'r'"},
        {"return ja, \"\\27[2J\"", yesno, "U013", "'r'"},
    };
    for (size_t i = 0; i < sizeof answers / sizeof answers[0]; i++) {
        pt_arena *arena = pt_arena_create();
        made *m = made_rule(pt_format(arena, "function(x) %s end", answers[i].body),
                            answers[i].type, 0, true);
        pt_answer answer;
        assert_false(made_call(m, 0, NULL, &answer));
        assert_int_equal(m->report.count, 1);
        const char *sentence = pt_finding_sentence(arena, &m->report.findings[0], PT_DUTCH);
        if (strcmp(made_code(m), answers[i].code) != 0 ||
            strstr(sentence, answers[i].shown) == NULL)
            fail_msg("%s gives %s: %s", answers[i].body, made_code(m), sentence);
        made_end(m);
        pt_arena_destroy(arena);
    }
}

/* --- Reasons ---------------------------------------------------------------------------------- */

static void a_reason_is_given_as_written(void **state)
{
    (void)state;
    made *m =
        made_rule("function(a, b) if a then return b end return nee, \"geen plaats voor {a}\" end",
                  made_type(PT_YESNO), 2, false);
    pt_answer answer;
    assert_true(made_call(m, 0, (pt_value[]){pt_yesno(true), pt_yesno(true)}, &answer));
    assert_true(pt_is_yes(answer.value));
    assert_null(answer.reason);
    assert_true(made_call(m, 0, (pt_value[]){pt_yesno(false), pt_yesno(true)}, &answer));
    assert_true(pt_value_equal(answer.value, pt_yesno(false)));
    assert_string_equal(answer.reason, "geen plaats voor {a}");
    assert_int_equal(m->report.count, 0);
    made_end(m);
}

/* --- Findings --------------------------------------------------------------------------------- */

static void a_failure_points_at_its_line(void **state)
{
    (void)state;
    made *m = made_rule("function(besluit_op)\n"
                        "  local grens = 5\n"
                        "  if besluit_op <= grens then return ja end\n"
                        "  return nee\n"
                        "end",
                        made_type(PT_YESNO), 1, false);
    pt_answer answer;
    assert_false(made_call(m, 0, (pt_value[]){pt_unknown()}, &answer));
    assert_string_equal(made_code(m), "U004");
    const pt_finding *finding = &m->report.findings[0];
    assert_ptr_equal(finding->at.source, &m->sources[0]);
    assert_int_equal(finding->at.line, 3);
    assert_int_equal(finding->at.column, 3);
    assert_int_equal(finding->at.length, 41);
    assert_string_equal(finding->arguments[0], "r");
    made_end(m);
}

static void an_unknown_word_comes_with_a_suggestion(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *suggestion;
    } words[] = {
        {"function() return toegelate end", "toegelaten"},
        {"function() return beken(1) end", "bekend"},
        {"function() return geweigert end", "geweigerd"},
        {"function() return qqqqqqqq end", NULL},
    };
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        made *m = made_rule(words[i].body, made_type(PT_YESNO), 0, false);
        pt_answer answer;
        assert_false(made_call(m, 0, NULL, &answer));
        assert_string_equal(made_code(m), "U005");
        if (words[i].suggestion == NULL)
            assert_null(m->report.findings[0].suggestion);
        else
            assert_string_equal(m->report.findings[0].suggestion, words[i].suggestion);
        made_end(m);
    }
}

static void what_lua_says_is_shown_without_control_characters(void **state)
{
    (void)state;
    made *m = made_rule("function() local t = {} return t[\"\\27[2J\\u{202e}x\"].y end",
                        made_type(PT_YESNO), 0, true);
    pt_answer answer;
    assert_false(made_call(m, 0, NULL, &answer));
    assert_string_equal(made_code(m), "U007");
    const char *said = m->report.findings[0].arguments[1];
    assert_null(strchr(said, '\x1b'));
    assert_int_equal(pt_utf8_check(said, strlen(said)), strlen(said));
    assert_non_null(strstr(said, "?[2J"));
    made_end(m);
}

static void a_failing_rule_is_reported_once_a_report(void **state)
{
    (void)state;
    made *m = made_rule("function(x) if x == 1 then return onbekend < 1 end return x.y end",
                        made_type(PT_YESNO), 1, true);
    pt_answer answer;
    for (int i = 0; i < 10; i++)
        for (int x = 0; x < 2; x++)
            assert_false(made_call(m, 0, (pt_value[]){number(x * 16)}, &answer));
    assert_int_equal(m->report.count, 2);
    pt_report next = pt_report_create(m->arena);
    pt_lua_set_report(m->lua, &next);
    assert_false(made_call(m, 0, (pt_value[]){number(0)}, &answer));
    assert_int_equal(m->report.count, 2);
    assert_int_equal(next.count, 1);
    made_end(m);
}

static void a_rule_at_its_limit_is_not_run_again_for_the_same_report(void **state)
{
    (void)state;
    made *m = made_rule("function(x) while x do end return ja end", made_type(PT_YESNO), 1, true);
    pt_answer answer;
    pt_value yes = pt_yesno(true);
    pt_value no = pt_yesno(false);
    assert_true(made_call(m, 0, &no, &answer));
    assert_false(made_call(m, 0, &yes, &answer));
    assert_string_equal(made_code(m), "U001");
    assert_int_equal(m->report.findings[0].at.line, 1);
    assert_false(made_call(m, 0, &no, &answer));
    assert_int_equal(m->report.count, 1);
    pt_lua_set_report(m->lua, &m->report);
    assert_true(made_call(m, 0, &no, &answer));
    made_end(m);
}

static void want_of_memory_does_not_touch_what_comes_after(void **state)
{
    (void)state;
    made *m = made_rule(
        "function(x) local s = \"ab\" while x do s = s .. s end return ja, s .. \"c\" end",
        made_type(PT_YESNO), 1, true);
    for (int i = 0; i < 3; i++) {
        pt_answer answer;
        pt_lua_set_report(m->lua, &m->report);
        assert_false(made_call(m, 0, (pt_value[]){pt_yesno(true)}, &answer));
        assert_string_equal(made_code(m), "U002");
        pt_lua_set_report(m->lua, &m->report);
        assert_true(made_call(m, 0, (pt_value[]){pt_yesno(false)}, &answer));
        assert_string_equal(answer.reason, "abc");
    }
    assert_int_equal(m->report.count, 3);
    made_end(m);
}

/* --- Blocks and functions --------------------------------------------------------------------- */

static void functions_are_found_by_block_and_path(void **state)
{
    (void)state;
    static const char text[] =
        "onderwerp \"r\" { gegevens = {} }\n"
        "regel \"r\" { gronden = { { bij = function() return 1 end },\n"
        "  { bij = function() return 2 end } }, bepaal = function() return 3 end }\n"
        "plicht \"r\" { termijn = { vanaf = function() return 4 end } }\n"
        "regel \"r\" { bepaal = function() return 5 end } regel \"r\" { bepaal = function() "
        "return 6 end }\n";
    made *m = made_pack(text, sizeof text - 1);
    static const struct {
        pt_block_kind kind;
        uint32_t line;
    } blocks[] = {{PT_BLOCK_RULE, 2}, {PT_BLOCK_DUTY, 4}, {PT_BLOCK_RULE, 5}, {PT_BLOCK_RULE, 5}};
    for (size_t i = 0; i < 4; i++)
        made_block(m, blocks[i].kind, "r", blocks[i].line, false);
    static const struct {
        uint32_t block;
        const char *path;
    } functions[] = {{0, "gronden.1.bij"}, {0, "gronden.2.bij"}, {0, "bepaal"},
                     {1, "termijn.vanaf"}, {2, "bepaal"},        {3, "bepaal"}};
    for (size_t i = 0; i < 6; i++)
        made_function(m, functions[i].block, functions[i].path, made_type(PT_NUMBER), 0);
    made_start(m);
    assert_int_equal(m->report.count, 0);
    for (uint32_t i = 0; i < 6; i++) {
        pt_answer answer;
        assert_true(made_call(m, i, NULL, &answer));
        assert_int_equal(answer.value.amount, (i + 1) * 16);
    }
    made_end(m);
}

static void a_version_that_an_overlay_replaces_may_be_missing(void **state)
{
    (void)state;
    static const char text[] = "regel \"a\" { bepaal = function() return 1 end }\n"
                               "regel \"a\" { bepaal = function() return 2 end }\n";
    static const char overlay[] = "regel \"a\" { bepaal = function() return 3 end }\n";
    made *m = made_pack(text, sizeof text - 1);
    m->pack.variant = "anders";
    m->pack.source_count = 3;
    m->sources[1] = (pt_source){"rules/proef/parameters.yaml", "a: b", 4};
    m->sources[2] = (pt_source){"rules/varianten/anders/regels.lua", overlay, sizeof overlay - 1};
    made_block(m, PT_BLOCK_RULE, "a", 2, false);
    made_block(m, PT_BLOCK_RULE, "a", 1, false);
    m->blocks[1].at.source = &m->sources[2];
    made_function(m, 0, "bepaal", made_type(PT_NUMBER), 0);
    made_function(m, 1, "bepaal", made_type(PT_NUMBER), 0);
    made_start(m);
    pt_answer answer;
    assert_int_equal(m->report.count, 0);
    assert_true(made_call(m, 0, NULL, &answer));
    assert_int_equal(answer.value.amount, 2 * 16);
    assert_true(made_call(m, 1, NULL, &answer));
    assert_int_equal(answer.value.amount, 3 * 16);
    made_end(m);
}

static void both_readings_must_see_the_same_blocks(void **state)
{
    (void)state;
    static const char text[] = "regel \"a\" { bepaal = function() return 1 end }\n"
                               "if ja then regel \"b\" {} end\n";
    made *m = made_pack(text, sizeof text - 1);
    made_block(m, PT_BLOCK_RULE, "a", 1, false);
    made_block(m, PT_BLOCK_DUTY, "a", 1, false);
    made_start(m);
    assert_int_equal(m->report.count, 2);
    assert_string_equal(m->report.findings[0].arguments[0], "a");
    assert_string_equal(m->report.findings[1].arguments[0], "b");
    assert_int_equal(m->report.findings[1].at.line, 2);
    assert_string_equal(made_code(m), "U018");
    made_end(m);
}

static void a_function_that_lua_does_not_see_is_a_finding(void **state)
{
    (void)state;
    static const char text[] = "regel \"a\" { bepaal = 3 }\n";
    made *m = made_pack(text, sizeof text - 1);
    made_block(m, PT_BLOCK_RULE, "a", 1, false);
    static const char *const paths[] = {"bepaal", "termijn.vanaf", "gronden.1.bij", "bepaal.x"};
    for (size_t i = 0; i < 4; i++)
        made_function(m, 0, paths[i], made_type(PT_NUMBER), 0);
    made_start(m);
    assert_int_equal(m->report.count, 4);
    pt_answer answer;
    assert_false(made_call(m, 0, NULL, &answer));
    assert_int_equal(m->report.count, 4);
    pt_lua_set_report(m->lua, &m->report);
    assert_false(made_call(m, 0, NULL, &answer));
    assert_int_equal(m->report.count, 5);
    assert_string_equal(made_code(m), "U019");
    made_end(m);
}

static void what_is_wrong_in_a_file_stands_at_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *code;
        uint32_t line;
    } files[] = {
        {"-- een\nregel \"a\" {\n", "U017", 3},
        {"\n\nlocal x = grens\n", "U005", 3},
        {"\ngrens = 1", "U006", 2},
        {"\nlocal t = tabel { { 1 } }", "U023", 2},
        {"\nwhile true do end", "U001", 2},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        made *m = made_pack(files[i].text, strlen(files[i].text));
        made_start(m);
        assert_int_equal(m->report.count, 1);
        assert_string_equal(made_code(m), files[i].code);
        assert_int_equal(m->report.findings[0].at.line, files[i].line);
        made_end(m);
    }
}

/* --- The rest --------------------------------------------------------------------------------- */

typedef struct seen {
    uint32_t blocks[8];
    uint32_t lines[8];
    int entered;
    int left;
} seen;

static void note_entering(void *context, uint32_t block, uint32_t line)
{
    seen *s = context;
    s->blocks[s->entered] = block;
    s->lines[s->entered++] = line;
}

static void note_leaving(void *context)
{
    ((seen *)context)->left++;
}

static void a_watcher_is_told_of_every_piece_of_work(void **state)
{
    (void)state;
    static const char text[] = "\nregel \"a\" { bepaal = function() return 1 end }\n";
    made *m = made_pack(text, sizeof text - 1);
    made_function(m, made_block(m, PT_BLOCK_RULE, "a", 2, false), "bepaal", made_type(PT_NUMBER),
                  0);
    seen s = {0};
    m->lua = pt_lua_create(m->arena, &m->pack, &m->report,
                           &(pt_lua_watch){note_entering, note_leaving, &s});
    assert_int_equal(s.entered, 1);
    assert_int_equal(s.left, 1);
    assert_int_equal(s.blocks[0], PT_LUA_LOADING);
    pt_answer answer;
    assert_true(made_call(m, 0, NULL, &answer));
    assert_int_equal(s.entered, 2);
    assert_int_equal(s.left, 2);
    assert_int_equal(s.blocks[1], 0);
    assert_int_equal(s.lines[1], 2);
    made_end(m);
}

static void an_empty_pack_has_a_reading_too(void **state)
{
    (void)state;
    made *m = made_pack("", 0);
    m->pack.choice_count = 0;
    m->pack.source_count = 0;
    m->pack.file_count = 0;
    made_start(m);
    assert_int_equal(m->report.count, 0);
    made_end(m);
    pt_lua_destroy(NULL);
}

static void the_linked_lua_says_what_it_is(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    assert_int_equal(strncmp(pt_lua_version(arena), "Lua 5.4.", 8), 0);
    size_t count = 0;
    const pt_lua_probe *probes = pt_lua_probes(arena, &count);
    assert_int_equal(count, 2);
    bool old = strcmp(pt_lua_version(arena), "Lua 5.4.4") == 0;
    for (size_t i = 0; i < count; i++)
        assert_true(probes[i].present || !old);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_come_back_as_they_went),
        cmocka_unit_test(absences_come_back_whatever_the_type),
        cmocka_unit_test(weeks_are_added_to_dates_as_days),
        cmocka_unit_test(what_a_rule_may_not_give_is_a_finding),
        cmocka_unit_test(a_reason_is_given_as_written),
        cmocka_unit_test(a_failure_points_at_its_line),
        cmocka_unit_test(an_unknown_word_comes_with_a_suggestion),
        cmocka_unit_test(what_lua_says_is_shown_without_control_characters),
        cmocka_unit_test(a_failing_rule_is_reported_once_a_report),
        cmocka_unit_test(a_rule_at_its_limit_is_not_run_again_for_the_same_report),
        cmocka_unit_test(want_of_memory_does_not_touch_what_comes_after),
        cmocka_unit_test(functions_are_found_by_block_and_path),
        cmocka_unit_test(a_version_that_an_overlay_replaces_may_be_missing),
        cmocka_unit_test(both_readings_must_see_the_same_blocks),
        cmocka_unit_test(a_function_that_lua_does_not_see_is_a_finding),
        cmocka_unit_test(what_is_wrong_in_a_file_stands_at_its_line),
        cmocka_unit_test(a_watcher_is_told_of_every_piece_of_work),
        cmocka_unit_test(an_empty_pack_has_a_reading_too),
        cmocka_unit_test(the_linked_lua_says_what_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
