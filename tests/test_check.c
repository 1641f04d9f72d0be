/* SPDX-License-Identifier: EUPL-1.2 */
/* Small rule texts with what is wrong in them, and good ones in which nothing is. */
#include "support.h"

#include "analyse/check.h"
#include "pack_support.h"
#include "run/tree_reader.h"

/* One line, so that a rule text begins on line 2. */
static const char subjects[] =
    "onderwerp \"kind\" { gegevens = { a = ja_nee { \"a\" }, b = ja_nee { \"b\" }, "
    "o = ja_nee { \"o\", optioneel = true }, n = getal { \"n\", van = 0, tot = 40 }, "
    "m = getal { \"m\", van = 0, tot = 40 }, s = keuze { \"s\", \"po\", \"vo\", \"so\" }, "
    "d = datum { \"d\" }, e = datum { \"e\" }, f = datum { \"f\", optioneel = true } } }\n";

static const char parameters[] =
    "grens: { titel: g, eenheid: getal, waarden: [ { vanaf: 2014-08-01, waarde: 16, bron: b, "
    "status: wet } ] }\n"
    "lager: { titel: l, eenheid: getal, waarden: [ { vanaf: 2014-08-01, waarde: 10, bron: b, "
    "status: wet } ] }\n"
    "schakelaar: { titel: s, eenheid: ja_nee, waarden: [ { vanaf: 2014-08-01, waarde: nee, bron: "
    "b, status: beleid } ] }\n";

static const char gebruik[] = "gebeurtenis \"zet_f\" { over = \"kind\", zet = { f = vandaag } }\n";

#define RULE(gives, body)                                                                          \
    "regel \"r\" { over = \"kind\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, levert "    \
    "= " gives ",\n  bepaal = " body " }\n"
#define EXCEPTION(name, result, body)                                                              \
    "uitzondering \"" name "\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" }, "  \
    "dan = " result ", reden = \"x\", indien = " body " }\n"
#define GROUNDS(list)                                                                              \
    "regel \"r\" { over = \"kind\", gronden = {\n" list                                            \
    " }, levert = ja_nee, bepaal = function(a) return a end }\n"
#define DUTY(fields)                                                                               \
    "plicht \"p\" { over = \"kind\", wie = \"ouders\", bron = \"b\", geldig = { vanaf = "          \
    "\"2014-08-01\" },\n" fields " }\n"
#define TERM "termijn = { vanaf = function(d) return d end, lengte = weken(6), recht = wet },\n"

/* `found`: the warnings, each as CODE@LINE; `noted`: notes that must be among them. */
typedef struct sample {
    const char *text, *found, *noted;
} sample;

static const sample conditions[] = {
    /* always or never */
    {RULE("ja_nee", "function(n)\n if n >= 16 then return ja end\n if n >= 20 then return ja end\n "
                    "return nee end"),
     "C002@5", ""},
    {RULE("ja_nee", "function(n, a)\n if n >= 16 then return ja end\n if n < 16 and a then return "
                    "ja end\n return nee end"),
     "C001@5", ""},
    {RULE("ja_nee", "function(n)\n if n >= 0 then return ja end\n return nee end"), "C006@2 C001@4",
     ""},
    {RULE("ja_nee", "function(n, a)\n if n > 40 then return nee end\n return a end"), "C002@4", ""},
    {RULE("ja_nee", "function(a)\n if bekend(a) then return a end\n return onbekend end"), "C001@4",
     ""},
    {RULE("ja_nee", "function(a, b)\n if not a then return nee end\n if b then return nee end\n if "
                    "not a then return nee end\n return ja end"),
     "C001@6", ""},
    {RULE("ja_nee", "function(s, a)\n if s == po and s == vo then return a end\n return nee end"),
     "C006@2 C002@4", ""},
    {RULE("ja_nee", "function(s, a)\n if s ~= po or s ~= vo then return a end\n return nee end"),
     "C001@4", ""},
    {RULE("ja_nee",
          "function(d, e)\n if d <= e then return ja end\n if e >= d then return ja end\n "
          "return nee end"),
     "C002@5", ""},
    {RULE("ja_nee",
          "function(d, e)\n if d + weken(6) < e then return ja end\n if d + dagen(42) < e "
          "then return ja end\n return nee end"),
     "C002@5", ""},
    {RULE("ja_nee",
          "function(n, m)\n if n < m then return ja end\n if m <= n then return nee end\n "
          "end"),
     "", "C003@5"},
    {RULE("ja_nee",
          "function(n, m)\n if n == m then return ja end\n if n == m then return ja end\n "
          "return nee end"),
     "C002@5", ""},
    {RULE("ja_nee",
          "function(o)\n if o == ja then return ja end\n if o == nee then return nee end\n "
          "if bekend(o) then return nee end\n return onbekend end"),
     "C002@6", ""},
    {RULE("ja_nee",
          "function(a, b)\n local beide = a and b\n if beide then return ja end\n if a and "
          "b then return ja end\n return nee end"),
     "C002@6", ""},
    {RULE("ja_nee", "function(n, grens, lager)\n if n >= lager then return nee end\n if n >= grens "
                    "then return ja end\n return nee end"),
     "C006@2 C002@5", ""},
    {RULE("ja_nee", "function(a)\n if ja then return a end\n return nee end"), "C001@4", ""},
    /* what no case comes by */
    {RULE("ja_nee",
          "function(s, a)\n if s == po then return a elseif s == vo then return ja elseif "
          "s == so then return nee else\n return onbekend end end"),
     "C004@5", "C003@4"},
    {RULE("ja_nee",
          "function(a, b)\n if a then return b else return nee end\n return onbekend end"),
     "C004@5", ""},
    {RULE("ja_nee",
          "function(a, s)\n if s == po then return a end\n if s ~= po then return nee end\n"
          " return ja end"),
     "C004@6", "C003@5"},
    {RULE("ja_nee",
          "function(a)\n local function nooit(x) if x then return ja end return nee end\n "
          "return a end"),
     "C004@4", ""},
    {"local function soms(x, y)\n  if x and y then return ja end\n  return nee\nend\n" RULE(
         "ja_nee", "function(a, b) if not a then return nee end return soms(a, b) end"),
     "C001@3", ""},
    {"local function soms(x, y)\n  if x and y then return ja end\n  return nee\nend\n" RULE(
         "ja_nee", "function(a, b) if not a then return soms(a, b) end return soms(a, b) end"),
     "", ""},
};

static const sample good[] = {
    {RULE("ja_nee", "function(a, b) return a and b end"), "", ""},
    {RULE("ja_nee", "function(a, b) return not (a and not b) or b end"), "", ""},
    {RULE("ja_nee", "function(n, grens) return n >= grens end"), "", ""},
    {RULE("ja_nee", "function(n, schakelaar, a)\n if schakelaar and n == 3 then return a end\n "
                    "return n <= 5 end"),
     "", ""},
    {RULE("ja_nee", "function(a, grens) if grens > 12 then return a end return nee end"), "", ""},
    {RULE("ja_nee", "function(s) if s == po then return ja elseif s == vo then return nee else "
                    "return nee end end"),
     "", ""},
    {RULE("ja_nee", "function(s) if s == po then return ja elseif s == vo then return nee elseif s "
                    "== so then return nee end end"),
     "", "C003@3"},
    {RULE("ja_nee", "function(n) if n < 10 then return ja elseif n < 20 then return nee elseif n < "
                    "30 then return ja end return nee end"),
     "", ""},
    {RULE("ja_nee", "function(f, d) if not bekend(f) then return onbekend end return f <= d end"),
     "", ""},
    {RULE("ja_nee", "function(f, d) return bekend(f) and f <= d end"), "", ""},
    {RULE("ja_nee", "function(d, e) if e < d then return nee end return e <= d + weken(6) end"), "",
     ""},
    {RULE("ja_nee", "function(o) if o == ja then return ja elseif o == nee then return nee end "
                    "return onbekend end"),
     "", ""},
    {RULE("keuze { \"k\", \"veel\", \"weinig\" }",
          "function(n) if n > 9 then return veel end return weinig end"),
     "", ""},
    {RULE("ja_nee", "function(a, b) local x = a or b if x then return ja end return nee end"), "",
     ""},
    {RULE("ja_nee", "function(n, m) if n == m then return ja end if n < m then return nee end "
                    "return ja end"),
     "", ""},
    {RULE("getal { van = 0, tot = 9 }",
          "function(s) local t = tabel { po = 1, vo = 2, so = 3 } return t[s] end"),
     "", ""},
};

static const sample blocks[] = {
    /* outcomes */
    {RULE("keuze { \"k\", \"veel\", \"weinig\", \"geen_een\" }",
          "function(n) if n > 9 then return veel end return weinig end"),
     "C005@2", ""},
    {RULE("ja_nee", "function(a) if a then return nee, \"x\" end return nee, \"y\" end"), "C006@2",
     ""},
    {RULE("ja_nee", "function() return ja end"), "", "C023@2"},
    {RULE("ja_nee", "function(a) if a then return ja, \"x\" end return ja, \"y\" end")
         EXCEPTION("u", "nee", "function(b) return b end"),
     "", ""},
    {RULE("ja_nee", "function(a) return a end")
         EXCEPTION("u", "nee", "function(n) if n < 3 then return nee end return n < 3 end"),
     "C007@4 C002@4", ""},
    /* exceptions */
    {RULE("ja_nee", "function(a) return a end") EXCEPTION("u", "ja", "function(b) return b end")
         EXCEPTION("v", "nee", "function(n) return n > 30 end"),
     "C008@5", ""},
    {RULE("ja_nee", "function(a) return a end") EXCEPTION("u", "ja", "function(b) return b end")
         EXCEPTION("v", "nee", "function(b, n) return n > 30 and not b end"),
     "", ""},
    {RULE("ja_nee", "function(a) return a end") EXCEPTION("u", "ja", "function(b) return b end")
         EXCEPTION("v", "ja", "function(n) return n > 30 end"),
     "", ""},
    {RULE("ja_nee", "function(a) return a end")
         EXCEPTION("u", "ja", "function(d, e) return d + weken(2) <= e end")
             EXCEPTION("v", "nee", "function(d, e) return e < d + dagen(20) and e > d end"),
     "C008@5", ""},
    {RULE("ja_nee", "function(a) return a end")
         EXCEPTION("u", "ja", "function(d, e) return d + weken(2) <= e end")
             EXCEPTION("v", "nee", "function(d, e) return e < d + dagen(14) and e > d end"),
     "", ""},
    {RULE("ja_nee", "function(a) return a end") "regel \"q\" { over = \"kind\", bron = \"b\", "
                                                "levert = ja_nee, bepaal = function(n) "
                                                "return n < 3 end }\n" EXCEPTION(
                                                    "u", "ja", "function(q) return q == ja end")
                                                    EXCEPTION("v", "nee",
                                                              "function(n) return n > 30 end"),
     "", ""},
    {RULE("ja_nee",
          "function(a) return a end") "regel \"q\" { over = \"kind\", bron = \"b\", "
                                      "levert = ja_nee, vrij = true, bepaal = function(n) "
                                      "return n < 3 end }\n" EXCEPTION(
                                          "u", "ja", "function(q) return q == ja end")
                                          EXCEPTION("v", "nee", "function(n) return n > 30 end"),
     "C019@4", "C009@6"}, /* nobody looks into q */
    {RULE("ja_nee", "function(a) return a end")
         EXCEPTION("u", "ja", "function(n, m) return n + m == 3 end")
             EXCEPTION("v", "nee", "function(n, m) return n - m == 2 end"),
     "", "C021@0"}, /* no whole numbers do this, but the bounds do not tell */
    /* grounds and periods */
    {GROUNDS("{ bron = \"x\", tot = \"2022-08-01\", bij = function(s) return s == po end },\n"
             "{ bron = \"y\", vanaf = \"2022-08-01\", bij = function(s) return s ~= vo end }"),
     "C010@4", ""},
    {GROUNDS("{ bron = \"x\", tot = \"2022-07-31\", bij = function(s) return s == po end },\n"
             "{ bron = \"y\", vanaf = \"2022-08-01\", bij = function(s) return s ~= vo end }"),
     "", ""},
    {GROUNDS("{ bron = \"x\", bij = function(s) return s == po end },\n{ bron = \"y\" }"), "", ""},
    {GROUNDS("{ bron = \"x\" },\n{ bron = \"y\", bij = function(s) return s == po end }"), "C010@4",
     ""},
    {GROUNDS("{ bron = \"x\", tot = \"2022-07-31\" },\n{ bron = \"y\", vanaf = \"2022-08-02\" }"),
     "C011@4", ""},
    {GROUNDS("{ bron = \"x\", tot = \"2022-07-31\", bij = function(s) return s == po end },\n"
             "{ bron = \"y\", vanaf = \"2022-08-02\", bij = function(s) return s == vo end }"),
     "", ""},
    {"regel \"r\" { over = \"kind\", bron = \"b\", geldig = { vanaf = \"2014-08-01\", tot = "
     "\"2022-07-31\" }, levert = ja_nee, bepaal = function(a) return a end }\n"
     "regel \"r\" { over = \"kind\", bron = \"b\", geldig = { vanaf = \"2022-09-01\" }, levert = "
     "ja_nee, bepaal = function(b) return b end }\n",
     "C011@3", ""},
    /* duties */
    {DUTY(TERM " vervuld = function(f) return f end"), "", ""},
    {DUTY(TERM " vervuld = function() return onbekend end"), "C012@4", ""},
    {DUTY("termijn = { vanaf = function(a) if a then return onbekend end return geen end, lengte = "
          "weken(6), recht = wet },\n vervuld = function(f) return f end"),
     "C013@3", ""},
    {DUTY(TERM " vervuld = function(e) return e end"), "", "C014@4"},
    {DUTY("bereik = function(a) if a then return nee end return nee end,\n" TERM
          " vervuld = function(f) return f end"),
     "C007@3", ""},
    {DUTY("termijn = { uiterlijk = function(f, d) if bekend(f) then return f + dagen(300) end "
          "return d end, recht = wet },\n vervuld = function() return onbekend end"),
     "", ""},
    /* what is not used, and what is free */
    {RULE("ja_nee", "function(a) return a end"), "", "C015@2 C016@1 C017@1"},
    {RULE("ja_nee", "function(a) return a end") "gebeurtenis \"stil\" { over = \"kind\" }\n", "",
     "C018@4"},
    {"regel \"r\" { over = \"kind\", bron = \"b\", levert = ja_nee, vrij = true, bepaal = "
     "function(a) return a end }\n",
     "C019@2", ""},
};

typedef struct checked {
    pt_arena *arena;
    pt_pack *pack;
    pt_report reading, found, notes;
    pt_tree_reader *trees;
} checked;

static checked check_text(const char *text)
{
    checked made = {.arena = pt_arena_create()};
    made.reading = pt_report_create(made.arena);
    made.found = pt_report_create(made.arena);
    made.notes = pt_report_create(made.arena);
    const char *rules = pt_format(made.arena, "%s%s%s", subjects, text, gebruik);
    made.pack = pack_of(made.arena, parameters, rules, &made.reading);
    show_findings(&made.reading);
    assert_int_equal(made.reading.errors, 0);
    made.trees = pt_tree_reader_create(made.arena, made.pack, PT_REGION_NONE);
    pt_checking how = {.trees = {pt_tree_reader_answer, pt_tree_reader_test, made.trees},
                       .strict = true};
    pt_check_pack(made.pack, &how, &made.found, &made.notes);
    return made;
}

static const char *listed(checked *of, const pt_report *report)
{
    pt_text out = pt_text_create(of->arena);
    for (size_t i = 0; i < report->count; i++)
        pt_text_format(&out, "%s%s@%u", i == 0 ? "" : " ",
                       pt_code_describe(report->findings[i].code)->name,
                       report->findings[i].at.line);
    return out.bytes;
}

static void check_sample(const sample *each)
{
    checked of = check_text(each->text);
    const char *found = listed(&of, &of.found), *notes = listed(&of, &of.notes);
    bool same = strcmp(found, each->found) == 0;
    for (const char *word = each->noted; *word != '\0'; word += strspn(word, " ")) {
        char one[16] = {0};
        size_t length = strcspn(word, " ");
        memcpy(one, word, length);
        same = same && strstr(notes, one) != NULL;
        word += length;
    }
    if (!same)
        fail_msg("%s\nfound: %s\nexpected: %s\nnotes: %s\nexpected: %s", each->text, found,
                 each->found, notes, each->noted);
    pt_arena_destroy(of.arena);
}

static void conditions_and_returns_that_say_nothing_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        check_sample(&conditions[i]);
}

static void good_rules_have_no_findings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        check_sample(&good[i]);
}

static void blocks_that_collide_or_never_come_are_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        check_sample(&blocks[i]);
}

/* --- the case in words ------------------------------------------------------------------------ */

static pt_value value_in(const pt_pack *pack, const pt_input *input, const char *words)
{
    char name[64];
    snprintf(name, sizeof name, "%s = ", input->name);
    const char *at = strstr(words, name);
    while (at != NULL && at != words && at[-1] != ' ')
        at = strstr(at + 1, name);
    assert_non_null(at);
    at += strlen(name);
    size_t length = strcspn(at, ",");
    pt_date day = PT_DATE_NONE;
    if (input->type.kind == PT_DATE && pt_date_parse(at, length, &day))
        return pt_value_of(PT_DATE, day);
    if (input->type.kind == PT_YESNO)
        return pt_yesno(strncmp(at, "ja", 2) == 0);
    assert_int_equal(input->type.kind, PT_NUMBER);
    (void)pack;
    return pt_value_of(PT_NUMBER, strtol(at, NULL, 10) * PT_NUMBER_SCALE);
}

static void a_case_in_words_makes_both_exceptions_hold(void **state)
{
    (void)state;
    static const char *const texts[] = {
        RULE("ja_nee", "function(a) return a end") EXCEPTION("u", "ja", "function(b) return b end")
            EXCEPTION("v", "nee", "function(n) return n > 30 end"),
        RULE("ja_nee", "function(a) return a end")
            EXCEPTION("u", "ja", "function(n, m) return n + 2 * m > 70 and n ~= 40 end")
                EXCEPTION("v", "nee", "function(n, m) return n > m or m == 40 end"),
        RULE("ja_nee", "function(a) return a end")
            EXCEPTION("u", "ja", "function(d, e) return d + weken(2) <= e end")
                EXCEPTION("v", "nee", "function(d, e) return e < d + dagen(20) and e > d end")};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        checked of = check_text(texts[i]);
        assert_int_equal(of.found.count, 1);
        assert_int_equal(of.found.findings[0].code, PT_C008);
        for (uint16_t j = 0; j < 2; j++) {
            const pt_function *condition = of.pack->exceptions[j].condition;
            pt_value inputs[PT_LIMIT_INPUTS];
            for (uint16_t k = 0; k < condition->input_count; k++)
                inputs[k] =
                    value_in(of.pack, &condition->inputs[k], of.found.findings[0].arguments[2]);
            pt_answer answer;
            assert_true(pt_tree_reader_answer(of.trees, condition, condition->periods[0].tree,
                                              inputs, &answer));
            assert_true(pt_is_yes(answer.value));
        }
        pt_arena_destroy(of.arena);
    }
}

static void a_condition_is_named_as_it_is_written(void **state)
{
    (void)state;
    checked of = check_text(RULE("ja_nee", "function(n, a)\n if n >= 16 then return ja end\n if a "
                                           "and (n < 16) then return ja end\n return nee end"));
    assert_int_equal(of.found.count, 1);
    assert_string_equal(of.found.findings[0].arguments[0], "n < 16");
    assert_int_equal(of.found.findings[0].at.column, 12);
    pt_arena_destroy(of.arena);
}

static void the_shipped_pack_has_neither_errors_nor_warnings(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena), notes = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, "rules/passend-onderwijs", &report);
    pt_tree_reader *trees = pt_tree_reader_create(arena, pack, 0);
    pt_checking how = {.trees = {pt_tree_reader_answer, pt_tree_reader_test, trees}};
    pt_check_pack(pack, &how, &report, &notes);
    show_findings(&report);
    assert_int_equal(report.count, 0);
    assert_true(notes.count > 0);
    pt_arena_destroy(arena);
}

static void an_expectation_of_a_rule_that_is_not_in_force_is_found(void **state)
{
    (void)state;
    checked of = check_text(RULE("ja_nee", "function(a) return a end"));
    static const struct {
        int year;
        pt_kind expected;
        size_t count;
    } cases[] = {{2013, PT_YESNO, 1}, {2013, PT_NONE, 0}, {2015, PT_YESNO, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pt_expected_field field = {.kind = PT_FIELD_VALUE,
                                   .value = {.kind = (uint8_t)cases[i].expected}};
        pt_expectation expectation = {
            .kind = PT_EXPECT_NAME, .name = {PT_NAME_RULE, 0}, .fields = &field, .field_count = 1};
        pt_step step = {.kind = PT_STEP_EXPECTATIONS,
                        .day = pt_date_from(cases[i].year, 9, 1),
                        .expectations = &expectation,
                        .expectation_count = 1};
        pt_scenario scenario = {.steps = &step, .step_count = 1};
        pt_report report = pt_report_create(of.arena);
        pt_check_scenario(of.pack, &scenario, &report);
        assert_int_equal(report.count, cases[i].count);
        if (report.count > 0)
            assert_int_equal(report.findings[0].code, PT_C022);
    }
    pt_arena_destroy(of.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(conditions_and_returns_that_say_nothing_are_found),
        cmocka_unit_test(good_rules_have_no_findings),
        cmocka_unit_test(blocks_that_collide_or_never_come_are_found),
        cmocka_unit_test(a_case_in_words_makes_both_exceptions_hold),
        cmocka_unit_test(a_condition_is_named_as_it_is_written),
        cmocka_unit_test(the_shipped_pack_has_neither_errors_nor_warnings),
        cmocka_unit_test(an_expectation_of_a_rule_that_is_not_in_force_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
