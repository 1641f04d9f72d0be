/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "run/tree_reader.h"

static const pt_function *function_of(const told *t, const char *rule)
{
    pt_name name = named(t, "kind", rule);
    return t->pack.rules[t->pack.rule_groups[name.index].versions[0]].decide;
}

/* The inputs of a function, with these values for the facts and `today` for vandaag. */
static void fill(const pt_function *function, pt_date today, pt_value fact, pt_value *inputs)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        inputs[i] = function->inputs[i].kind == PT_INPUT_TODAY ? pt_value_of(PT_DATE, today) : fact;
}

static pt_tree_result evaluate(const told *t, const pt_function *function, pt_date today,
                               pt_value fact, pt_trace *trace)
{
    static uint32_t stamps[64];
    static uint32_t stamp;
    static pt_value atoms[64];
    pt_value inputs[PT_LIMIT_INPUTS];
    fill(function, today, fact, inputs);
    pt_moment moment = {.calendar = t->pack.calendar,
                        .region = t->scenario.region,
                        .today = today,
                        .inputs = inputs,
                        .today_input = UINT16_MAX,
                        .atoms = atoms,
                        .stamps = stamps,
                        .stamp = &stamp};
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_TODAY)
            moment.today_input = i;
    assert_true(t->plan->most_atoms <= 64);
    return pt_tree_evaluate(function->periods[0].tree, &moment, trace);
}

static told *calendar_pack(void)
{
    return tell("tests/packs/kalender.lua", NULL);
}

static void numbers_are_exact_and_rounded_as_the_word_says(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        int64_t input; /* sixteenths, or cents */
        int64_t output;
    } rows[] = {
        {"half_deel", 248, 7 * 16}, /* 15,5 / 2 = 7,75 */
        {"half_omhoog", 248, 8 * 16},    {"half_afgerond", 248, 8 * 16},
        {"half_afgerond", 240, 8 * 16},                     /* 7,5 goes away from zero */
        {"helft_heel", 248, 7 * 16},     {"rest", 248, 24}, /* 1,5 */
        {"anderhalf", 248, 372},                            /* 23,25 */
        {"deel_bedrag", 100010, 5501},                      /* 55,0055 */
        {"derde_bedrag", 100001, 33333},
    };
    told *t = calendar_pack();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const pt_function *function = function_of(t, rows[i].rule);
        pt_value input = pt_value_of((pt_kind)function->inputs[0].type.kind, rows[i].input);
        pt_tree_result result = evaluate(t, function, 0, input, NULL);
        assert_false(result.failed);
        assert_int_equal(result.value.amount, rows[i].output);
        assert_int_equal(result.holds_until, PT_DATE_FOREVER);
        pt_answer lua;
        pt_reading second = pt_lua_reading(t->lua);
        assert_true(second.call(second.context, function, &input, &lua));
        assert_true(pt_value_equal(lua.value, result.value));
    }
    told_end(t);
}

static void a_linear_test_says_its_last_day(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        const char *today;
        const char *until;
    } rows[] = {
        {"na_zes_weken", "2026-06-15", "2026-07-27"},
        {"na_zes_weken", "2026-07-27", "2026-07-27"},
        {"na_zes_weken", "2026-07-28", NULL},
        {"binnen_zes_weken", "2026-06-20", "2026-07-27"},
        {"binnen_zes_weken", "2026-08-01", NULL},
        {"precies_op_de_dag", "2026-06-01", "2026-06-14"},
        {"precies_op_de_dag", "2026-06-15", "2026-06-15"},
        {"precies_op_de_dag", "2026-06-16", NULL},
    };
    told *t = calendar_pack();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_value from = pt_value_of(PT_DATE, on("2026-06-15"));
        pt_tree_result result =
            evaluate(t, function_of(t, rows[i].rule), on(rows[i].today), from, NULL);
        assert_int_equal(result.holds_until,
                         rows[i].until == NULL ? PT_DATE_FOREVER : on(rows[i].until));
    }
    told_end(t);
}

/*
 * Walks four years day by day: as long as an outcome is said to hold it must be what is found, and
 * the days said must add up to few enough evaluations to be worth saying.
 */
static void check_rule(const told *t, const pt_function *function, pt_value fact, size_t *visits)
{
    pt_date last = on("2027-12-31");
    pt_tree_result held = {.holds_until = PT_DATE_NONE};
    for (pt_date day = on("2024-01-01"); day <= last; day++) {
        pt_tree_result now = evaluate(t, function, day, fact, NULL);
        if (day <= held.holds_until && !pt_value_equal(now.value, held.value))
            fail_msg("%s: op %s niet meer zo", t->pack.blocks[function->block].name,
                     day_text(t->arena, day));
        if (day > held.holds_until) {
            held = now;
            ++*visits;
        }
        assert_true(held.holds_until >= day);
    }
}

static void an_outcome_never_outlives_the_day_it_says(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        size_t most; /* visits over four facts and four years */
    } rows[] = {
        {"na_zes_weken", 8},    {"achttien", 8},
        {"oudste_klas", 8},     {"dit_schooljaar", 24},
        {"zomermaand", 4 * 12}, {"eerste_helft", 4 * 97},
        {"voor_april", 64},     {"nog_vijf_schooldagen", 8},
        {"werkdag_voorbij", 8}, {"drie_maanden", 12},
        {"maanden_op", 4 * 50}, {"even_jaar", 4 * 4},
        {"dagen_op", 4 * 60},   {"precies_op_de_dag", 12},
    };
    static const char *const facts[] = {"2006-02-28", "2014-12-31", "2025-03-31", "2026-07-31"};
    told *t = calendar_pack();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        size_t visits = 0;
        for (size_t f = 0; f < 4; f++)
            check_rule(t, function_of(t, rows[i].rule), pt_value_of(PT_DATE, on(facts[f])),
                       &visits);
        if (visits > rows[i].most)
            fail_msg("%s: %zu bezoeken", rows[i].rule, visits);
    }
    told_end(t);
}

static void the_trace_is_the_path(void **state)
{
    (void)state;
    told *t = calendar_pack();
    pt_trace_step steps[4];
    pt_trace trace = {.steps = steps, .capacity = 4};
    const pt_function *function = function_of(t, "dit_schooljaar");
    evaluate(t, function, on("2026-06-15"), pt_value_of(PT_DATE, on("2026-06-01")), &trace);
    assert_int_equal(trace.count, 2);
    trace = (pt_trace){.steps = steps, .capacity = 1};
    evaluate(t, function, on("2026-06-15"), pt_value_of(PT_DATE, on("2026-06-01")), &trace);
    assert_int_equal(trace.count, 1);
    told_end(t);
}

static void an_absent_value_in_a_form_fails_instead_of_counting_as_zero(void **state)
{
    (void)state;
    told *t = calendar_pack();
    assert_true(evaluate(t, function_of(t, "half_deel"), 0, pt_unknown(), NULL).failed);
    pt_value huge = pt_value_of(PT_NUMBER, INT64_MAX);
    assert_true(evaluate(t, function_of(t, "anderhalf"), 0, huge, NULL).failed);
    told_end(t);
}

static void a_reader_answers_without_a_world(void **state)
{
    (void)state;
    told *t = calendar_pack();
    pt_tree_reader *reader = pt_tree_reader_create(t->arena, &t->pack, PT_REGION_NONE);
    const pt_function *function = function_of(t, "na_zes_weken");
    const pt_tree *tree = function->periods[0].tree;
    pt_value inputs[2];
    pt_answer answer;
    fill(function, on("2026-08-01"), pt_value_of(PT_DATE, on("2026-06-15")), inputs);
    assert_true(pt_tree_reader_answer(reader, function, tree, inputs, &answer));
    assert_true(pt_is_yes(answer.value));
    const pt_test *test = &tree->nodes[tree->root].test;
    bool before = pt_tree_reader_test(reader, function, tree, test, inputs);
    fill(function, on("2026-07-01"), pt_value_of(PT_DATE, on("2026-06-15")), inputs);
    assert_int_equal(pt_tree_reader_test(reader, function, tree, test, inputs), !before);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_exact_and_rounded_as_the_word_says),
        cmocka_unit_test(a_linear_test_says_its_last_day),
        cmocka_unit_test(an_outcome_never_outlives_the_day_it_says),
        cmocka_unit_test(the_trace_is_the_path),
        cmocka_unit_test(an_absent_value_in_a_form_fails_instead_of_counting_as_zero),
        cmocka_unit_test(a_reader_answers_without_a_world),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
