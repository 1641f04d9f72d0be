/* SPDX-License-Identifier: EUPL-1.2 */
/* The two readings against each other: awkward Lua must agree or be refused. */
#include "support.h"

#include "analyse/agree.h"
#include "lua/call.h"
#include "pack_support.h"
#include "run/tree_evaluate.h"

typedef struct tree_context {
    const pt_calendar *calendar;
    pt_value atoms[256];
    uint32_t stamps[256];
    uint32_t stamp;
} tree_context;

static pt_moment moment_of(tree_context *context, const pt_function *function,
                           const pt_value *inputs)
{
    pt_moment moment = {.calendar = context->calendar,
                        .region = PT_REGION_NONE,
                        .inputs = inputs,
                        .today_input = UINT16_MAX,
                        .atoms = context->atoms,
                        .stamps = context->stamps,
                        .stamp = &context->stamp};
    for (uint16_t i = 0; i < function->input_count; i++) {
        if (function->inputs[i].kind == PT_INPUT_TODAY) {
            moment.today_input = i;
            moment.today = (pt_date)inputs[i].amount;
        }
    }
    return moment;
}

static bool tree_answer(void *context, const pt_function *function, const pt_tree *tree,
                        const pt_value *inputs, pt_answer *answer)
{
    pt_moment moment = moment_of(context, function, inputs);
    pt_tree_result result = pt_tree_evaluate(tree, &moment, NULL);
    if (result.failed)
        return false;
    *answer = (pt_answer){result.value, result.leaf->reason};
    return true;
}

static bool tree_test(void *context, const pt_function *function, const pt_tree *tree,
                      const pt_test *test, const pt_value *inputs)
{
    pt_moment moment = moment_of(context, function, inputs);
    pt_type number = {.kind = PT_NUMBER, .fraction_bits = 4};
    pt_value value = pt_tree_form(tree, &moment, &test->form, number);
    return pt_is_value(value) && value.amount <= 0;
}

static pt_agreement agreement_of(pt_arena *arena, pt_pack *pack, pt_report *report)
{
    tree_context context = {.calendar = pack->calendar};
    pt_lua *lua = pt_lua_create(arena, pack, report, NULL);
    assert_non_null(lua);
    pt_tree_reading trees = {tree_answer, tree_test, &context};
    pt_agreement found = pt_agree(pack, trees, pt_lua_reading(lua), 20140801, 200, report);
    pt_lua_destroy(lua);
    return found;
}

static const char subjects[] =
    "onderwerp \"kind\" { gegevens = {\n"
    "  a = ja_nee { \"a\" }, b = ja_nee { \"b\" }, o = ja_nee { \"o\", optioneel = true },\n"
    "  n = getal { \"n\", van = -50, tot = 50 }, m = getal { \"m\", van = 0, tot = 40, stap = 0.25 "
    "},\n"
    "  q = getal { \"q\", van = 0, tot = 9, optioneel = true },\n"
    "  s = keuze { \"s\", \"po\", \"vo\", \"so\" }, t = keuze { \"t\", \"po\", \"vo\", \"so\", "
    "optioneel = true },\n"
    "  d = datum { \"d\" }, e = datum { \"e\" }, f = datum { \"f\", optioneel = true }, g = datum "
    "{ \"g\", of_geen = true },\n"
    "  k = bedrag { \"k\", van = euro \"0\", tot = euro \"9.000\" },\n"
    "} }\n";

static const char parameters[] = "grens: { titel: g, eenheid: getal, waarden: [ { vanaf: "
                                 "2014-08-01, waarde: 16, bron: b, status: wet } ] }\n"
                                 "termijn: { titel: t, eenheid: weken, waarden: [ { vanaf: "
                                 "2014-08-01, waarde: 6, bron: b, status: wet },"
                                 " { vanaf: 2020-08-01, waarde: 4, bron: b, status: wet } ] }\n"
                                 "deel: { titel: d, eenheid: procent, waarden: [ { vanaf: "
                                 "2014-08-01, waarde: \"8,5\", bron: b, status: wet } ] }\n"
                                 "maanden: { titel: m, eenheid: maanden, waarden: [ { vanaf: "
                                 "2014-08-01, waarde: 3, bron: b, status: wet } ] }\n";

static pt_pack *rule_pack(pt_arena *arena, const char *gives, const char *text, pt_report *report)
{
    const char *rules = pt_format(
        arena,
        "%sregel \"r\" { over = \"kind\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" },\n"
        "  levert = %s,\n  bepaal = %s }\n",
        subjects, gives, text);
    return pack_of(arena, parameters, rules, report);
}

static const char JA_NEE[] = "ja_nee", GETAL[] = "getal { van = -5000, tot = 5000, stap = 0.0625 }",
                  DATUM[] = "datum",
                  BEDRAG[] = "bedrag { van = euro \"0\", tot = euro \"90.000\" }",
                  KEUZE[] = "keuze { \"u\", \"po\", \"vo\", \"so\" }";

static const struct {
    const char *gives, *text;
} agreeing[] = {
    {JA_NEE, "function(a, b) return a and b end"},
    {JA_NEE, "function(a, b) return a or b end"},
    {JA_NEE, "function(a, b) return not (a and not b) end"},
    {JA_NEE, "function(a, b) return a == b end"},
    {JA_NEE, "function(a, b) return a ~= b, \"zin\" end"},
    {JA_NEE, "function(o) return o == ja end"},
    {JA_NEE, "function(o) return o ~= nee end"},
    {JA_NEE, "function(o) if bekend(o) and o == nee then return nee, \"nee\" end return ja, \"niet "
             "nee\" end"},
    {JA_NEE, "function(o) return o end"},
    {JA_NEE, "function(n) return n <= 3 end"},
    {JA_NEE, "function(n) return n < 3 end"},
    {JA_NEE, "function(n) return not (n >= 3) end"},
    {JA_NEE, "function(n) return n == 3 end"},
    {JA_NEE, "function(n) return 3 ~= n end"},
    {JA_NEE, "function(n, grens) return n == grens end"},
    {JA_NEE, "function(m) return m == 15.25 end"},
    {JA_NEE, "function(m, n) return m == n end"},
    {JA_NEE, "function(m, n) return 2 * m - n > 5 end"},
    {JA_NEE, "function(m, n) return 2 * m - 2 * n > 5 end"},
    {JA_NEE, "function(n, m) return n + m <= 7 and m + n >= 7 end"},
    {JA_NEE, "function(q) return q == 3 end"},
    {JA_NEE, "function(q) if bekend(q) and q > 3 then return ja end return nee end"},
    {JA_NEE,
     "function(q, n) if not bekend(q) then return onbekend, \"nog niet\" end return q >= n end"},
    {JA_NEE, "function(d, e) return (e - d) == 42 end"},
    {JA_NEE, "function(d, e) return e - d > 41 and d + dagen(42) <= e or d == e end"},
    {JA_NEE, "function(d, e, termijn) return e <= d + termijn end"},
    {JA_NEE, "function(d, e, termijn) return e - d <= termijn end"},
    {JA_NEE, "function(d, e) return d + weken(6) + dagen(1) > e end"},
    {JA_NEE,
     "function(d, e) local grens_dag = d + weken(2) return e > grens_dag, \"na {grens_dag}\" end"},
    {JA_NEE, "function(f, d) return bekend(f) and f <= d end"},
    {JA_NEE, "function(f, d) return f == d end"},
    {JA_NEE, "function(g) return g == geen end"},
    {JA_NEE, "function(g, d) if g ~= geen and g < d then return ja end return nee end"},
    {DATUM, "function(f) return f end"},
    {DATUM, "function(g) return g end"},
    {DATUM, "function(d, e) return hoogste(d, e) end"},
    {DATUM, "function(d, e) return laagste(d + dagen(3), e, datum \"2026-08-01\") end"},
    {DATUM, "function(d) return einde_schooljaar(d) end"},
    {DATUM, "function(d) return begin_maand(d) end"},
    {DATUM, "function(d) return op_dag(d, 31, 3) end"},
    {DATUM, "function(d) return verjaardag(d, 18) end"},
    {DATUM, "function(d) return maanden_later(d, 1, omlaag) end"},
    {DATUM, "function(d, maanden) return maanden_later(d, maanden, omhoog) end"},
    {DATUM, "function(d) return werkdagen_later(d, 5) end"},
    {DATUM, "function(d) return werkdag_vanaf(d) end"},
    {JA_NEE, "function(d, vandaag) return leeftijd_op(d, vandaag) >= 5 end"},
    {JA_NEE, "function(d, e) return maanden_tussen(d, e) < 3 end"},
    {JA_NEE, "function(d) return maand(d) == 3 and dag(d) >= 25 end"},
    {JA_NEE, "function(d, vandaag) return einde_schooljaar(d) < vandaag end"},
    {GETAL, "function(n) return n // 7 end"},
    {GETAL, "function(n) return n % 7 end"},
    {GETAL, "function(m) return m // 3 + m % 3 end"},
    {GETAL, "function(n) return -n + 3 end"},
    {GETAL, "function(n, m) return n * 2 - m * 1.5 end"},
    {GETAL, "function(n) return deel_omlaag(n, 3) end"},
    {GETAL, "function(n) return deel_omhoog(n, 3) end"},
    {GETAL, "function(n) return afgerond(n, 4) end"},
    {GETAL, "function(m) return afgerond(m, 3) end"},
    {GETAL, "function(n, m) return hoogste(n, m) end"},
    {GETAL, "function(a, n) return a and n or 3 end"},
    {GETAL, "function(a, b, n, m) return a and n or b and m or 0 end"},
    {GETAL, "function(s) return tabel { po = 4, vo = 3.5, so = 16 }[s] end"},
    {GETAL, "function(s) local t = tabel { po = 4, anders = 3 } return t[s] end"},
    {GETAL, "function(m) return tabel { { tot = 4, 1 }, { tot = 8.25, 2 }, anders = 3 }[m] end"},
    {GETAL, "function(d, e) return hoogste(laagste(d - e, 100), -100) end"},
    {BEDRAG, "function(k, deel) return procent_van(k, deel, omlaag) end"},
    {BEDRAG, "function(k) return procent_van(k, procent \"12,5\", afgerond) end"},
    {BEDRAG, "function(k) return deel_omhoog(k, 7) + k * 2 end"},
    {BEDRAG, "function(n) local x = hoogste(n, 0) return x * euro \"12,34\" + euro \"5\" * 3 end"},
    {JA_NEE, "function(k) return k > euro \"1.234,56\" end"},
    {JA_NEE, "function(s) return een_van(s, po, so) end"},
    {JA_NEE, "function(s, t) return t == so and s ~= po end"},
    {JA_NEE, "function(s, n) local n = 3 return n == 3 and s == po end"},
    {JA_NEE, "function(n) local n = n + 1 do local n = n * 2 if n > 7 then return ja end end "
             "return n > 20 end"},
    {JA_NEE, "function(n) local x = 1 if n > 3 then x = 2 end return x == 2 end"},
    {JA_NEE, "function(n, m) local function f(x) if x > m then return ja end return nee end return "
             "f(n) end"},
    {JA_NEE, "function(n) local function f(x) return x > 3, \"{n} keer\" end return f(n) end"},
    {JA_NEE,
     "function(n) local function f(x) return x > 3, \"weg\" end local y = f(n) return y end"},
    {JA_NEE, "function(n) local te_veel = n > 3 if te_veel then return ja end return te_veel end"},
    {JA_NEE, "function(a) return a, a and \"het is zo\" or \"het is niet zo\" end"},
    {KEUZE, "function(s) return s end"},
    {KEUZE, "function(s, t) if bekend(t) then return t end return s end"},
    {KEUZE, "function(a) if a then return po end return so, \"anders\" end"},
    {JA_NEE,
     "function(vandaag, d) if vandaag <= d then return nee end return ja, \"sinds {d}\" end"},
};

static void awkward_rules_give_the_same_in_both_readings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof agreeing / sizeof *agreeing; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack = rule_pack(arena, agreeing[i].gives, agreeing[i].text, &report);
        pt_agreement found = {0};
        if (report.errors == 0)
            found = agreement_of(arena, pack, &report);
        show_findings(&report);
        if (report.errors > 0 || found.points < 100)
            fail_msg("%s: %zu findings, %zu points", agreeing[i].text, report.errors, found.points);
        pt_arena_destroy(arena);
    }
}

static const struct {
    const char *gives, *text, *code;
} refused[] = {
    {JA_NEE, "function(o) if o then return ja end return nee end", "R030"},
    {JA_NEE, "function(o) return not o end", "R030"},
    {JA_NEE, "function(a, o, b) return a and o or b end", "R030"},
    {JA_NEE, "function(n) if n then return ja end return nee end", "R031"},
    {JA_NEE, "function(d) return d and ja or nee end", "R031"},
    {JA_NEE, "function(f, d) return f <= d end", "R032"},
    {JA_NEE, "function(q) return q + 1 > 3 end", "R032"},
    {JA_NEE,
     "function(f, d) if d > datum \"2026-08-01\" or bekend(f) then return f < d end return nee end",
     "R032"},
    {GETAL, "function(a, q) return a and q or 3 end", "R032"},
    {JA_NEE, "function(g, d) return g < d end", "R053"},
    {DATUM, "function(d) return d + 6 end", "R033"},
    {JA_NEE, "function(n, d) return n > d end", "R033"},
    {JA_NEE, "function(k, n) return k > n end", "R033"},
    {JA_NEE, "function(s) return s == ja end", "R033"},
    {JA_NEE, "function(s) return s == mavo end", "R034"},
    {JA_NEE, "function(n) return n == naam end", "R034"},
    {JA_NEE, "function(s) return s == \"po\" end", "R047"},
    {JA_NEE, "function(s) return een_van(s, \"po\") end", "R047"},
    {JA_NEE, "function(n) for i = 1, 3 do n = n + i end return n > 3 end", "R035"},
    {JA_NEE, "function(n) while n > 3 do n = n - 1 end return ja end", "R035"},
    {JA_NEE, "function(n) ::weer:: if n > 3 then goto weer end return ja end", "R035"},
    {JA_NEE, "function(n) return #n > 3 end", "R035"},
    {JA_NEE, "function(n) return n & 3 == 1 end", "R035"},
    {JA_NEE, "function(n) return nil end", "R035"},
    {JA_NEE, "function(n) return n.x end", "R057"},
    {JA_NEE, "function(n) return n:x() end", "R035"},
    {GETAL, "function(n, m) return n * m end", "R037"},
    {BEDRAG, "function(k) return k * 1.5 end", "R044"},
    {BEDRAG, "function(m) return m * euro \"3\" end", "R044"},
    {DATUM, "function(d) return d * 2 end", "R033"},
    {JA_NEE, "function(n) if n > 3 then return ja end end", "R038"},
    {JA_NEE, "function(n) if n > 3 then return end return ja end", "R038"},
    {JA_NEE, "function(n) return n end", "R039"},
    {GETAL, "function(a) return a end", "R039"},
    {JA_NEE, "function(a, n) return a, n end", "R040"},
    {JA_NEE, "function(a) return a, \"na {grns}\" end", "R041"},
    {GETAL, "function(s) return tabel { po = 4, vo = 3 }[s] end", "R042"},
    {GETAL, "function(m) return tabel { { tot = 4, 1 } }[m] end", "R042"},
    {JA_NEE, "function(m) return m > 15.2 end", "R044"},
    {GETAL, "function(n) return n * 0.03 end", "R044"},
    {GETAL, "function(m) return m * 0.125 end", "R044"},
    {DATUM, "function(d) return verjaardag(d) end", "R045"},
    {GETAL, "function(n) return n // 0 end", "R046"},
    {GETAL, "function(n, m) return n % m end", "R046"},
    {GETAL, "function(n) return 6000 end", "R048"},
    {GETAL, "function(n) local t = tabel { anders = 1 } return t[n > 3] end", "R049"},
    {JA_NEE, "function(a) return a, \"x\" .. \"y\" end", "R054"},
    {GETAL, "function(n) return n / 2 end", "R055"},
    {GETAL, "function(n) return n ^ 2 end", "R055"},
    {GETAL, "function(n) local x if n > 3 then x = 1 end return x end", "R056"},
    {GETAL, "function(s) return ({ po = 1 })[s] end", "R058"},
    {JA_NEE, "function(n) local function f(x) return x end return f(n, 3) > 1 end", "R059"},
    {JA_NEE, "function(n) local function f(x) return f(x) end return f(n) end", "R060"},
    {JA_NEE, "function(n) return n(3) end", "R061"},
    {JA_NEE, "function(n) x = 3 return ja end", "R062"},
    {GETAL, "function(n) local x = n * 5000000000000 return x * 5000000000000 end", "R036"},
    {JA_NEE, "function(n, n) return n > 3 end", "R006"},
    {JA_NEE, "function(...) return ja end", "L007"},
    {JA_NEE, "function(bestaat_niet) return ja end", "R009"},
    {JA_NEE, "function(d, e) return d + 42 <= e end", "R033"},
};

static bool has_code(const pt_report *report, const char *code)
{
    bool found = false;
    for (size_t i = 0; i < report->count; i++)
        found = found || strcmp(pt_code_describe(report->findings[i].code)->name, code) == 0;
    return found;
}

static void rules_outside_the_language_are_refused_with_their_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        rule_pack(arena, refused[i].gives, refused[i].text, &report);
        if (!has_code(&report, refused[i].code)) {
            show_findings(&report);
            fail_msg("%s: expected %s", refused[i].text, refused[i].code);
        }
        pt_arena_destroy(arena);
    }
}

static void every_rule_of_the_shipped_pack_agrees(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, "rules/passend-onderwijs", &report);
    assert_int_equal(report.errors, 0);
    pt_agreement found = agreement_of(arena, pack, &report);
    show_findings(&report);
    print_message("%zu functions, %zu paths, %zu points, %zu opaque tests, %zu free\n",
                  found.functions, found.paths, found.points, found.opaque, found.free);
    assert_int_equal(found.disagreements, 0);
    assert_true(found.points > found.paths);
    pt_arena_destroy(arena);
}

/* A tree that answers wrongly must be found: the check itself is checked. */
static bool lying_answer(void *context, const pt_function *function, const pt_tree *tree,
                         const pt_value *inputs, pt_answer *answer)
{
    bool good = tree_answer(context, function, tree, inputs, answer);
    if (good && inputs[0].kind == PT_NUMBER && inputs[0].amount == 3 * PT_NUMBER_SCALE)
        answer->value.amount = !answer->value.amount;
    return good;
}

static void a_boundary_that_lies_by_one_is_found_and_named(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = rule_pack(arena, JA_NEE, "function(n) return n <= 3 end", &report);
    tree_context context = {.calendar = pack->calendar};
    pt_lua *lua = pt_lua_create(arena, pack, &report, NULL);
    pt_tree_reading trees = {lying_answer, tree_test, &context};
    pt_agreement found = pt_agree(pack, trees, pt_lua_reading(lua), 1, 0, &report);
    assert_int_equal(found.disagreements, 1);
    assert_true(has_code(&report, "U030"));
    assert_string_equal(report.findings[0].arguments[1], "n = 3");
    pt_lua_destroy(lua);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(awkward_rules_give_the_same_in_both_readings),
        cmocka_unit_test(rules_outside_the_language_are_refused_with_their_code),
        cmocka_unit_test(a_boundary_that_lies_by_one_is_found_and_named),
        cmocka_unit_test(every_rule_of_the_shipped_pack_agrees),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
