/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "analyse/judgement.h"
#include "golden.h"
#include "report/judgement_report.h"
#include "run/situation.h"
#include "run/tree_reader.h"

enum { MOST_JUDGED = 5, MOST_POINTS = 256 };

static told *story(void)
{
    told *t = tell("tests/packs/oordelen.lua", NULL);
    t->scenario.from = t->scenario.until = on("2026-03-02");
    there_is(t, "plek", "p1", "");
    there_is(t, "geval", "g1", "plek=p1 ernst=6 feit=ja");
    return t;
}

static const pt_situation *situation_of(told *t, const char *what)
{
    const pt_situation *situation =
        pt_situation_of(t->arena, &t->pack, &t->scenario, pt_lua_reading(t->lua), &t->report, what,
                        t->scenario.until);
    no_findings(t);
    return situation;
}

static const pt_leeway *leeway_of(told *t, const pt_situation *situation)
{
    pt_tree_reader *reader =
        pt_tree_reader_create(t->arena, &t->pack, (pt_region)t->scenario.region);
    pt_tree_reading trees = {pt_tree_reader_answer, pt_tree_reader_test, reader};
    return pt_leeway_find(t->arena, situation, trees);
}

/* --- Brute force: every combination of every judgement, each told as a story of its own ---------
 */

typedef struct point {
    int64_t words[MOST_JUDGED];
    pt_value outcome;
} point;

typedef struct brute {
    told *t;
    const pt_situation *situation;
    uint32_t facts[MOST_JUDGED]; /* all judgements in words, whether read or not */
    size_t fact_count;
    int64_t words[MOST_JUDGED];
    point points[MOST_POINTS];
    size_t count;
} brute;

static void put(told *t, const pt_situated_fact *fact, int64_t word)
{
    pt_scenario_subject *subject = &t->subjects[fact->subject];
    size_t at = 0;
    while (at < subject->fact_count && subject->facts[at].fact != fact->index)
        at++;
    subject->fact_count += at == subject->fact_count;
    pt_value value = {.kind = fact->fact->type.kind, .set = fact->fact->type.set, .amount = word};
    subject->facts[at] = (pt_assignment){.fact = fact->index, .value = value};
}

static pt_value told_outcome(brute *b)
{
    pt_world *world = NULL;
    pt_arena *arena = pt_arena_create();
    pt_replay_options options = {.plan = b->t->plan, .trees_alone = true};
    pt_replay_world(arena, &b->t->pack, &b->t->scenario, pt_lua_reading(b->t->lua), &b->t->report,
                    &options, &world);
    const pt_situated_rule *root = &b->situation->rules[0];
    pt_value value = pt_rule_outcome(world, root->subject, root->group)->value;
    pt_arena_destroy(arena);
    return value;
}

static void enumerate(brute *b, size_t depth)
{
    if (depth == b->fact_count) {
        point *made = &b->points[b->count++];
        memcpy(made->words, b->words, sizeof made->words);
        made->outcome = told_outcome(b);
        return;
    }
    const pt_situated_fact *fact = &b->situation->facts[b->facts[depth]];
    const pt_type *type = &fact->fact->type;
    for (int64_t word = type->low; word <= type->high; word++) {
        b->words[depth] = word;
        put(b->t, fact, word);
        enumerate(b, depth + 1);
    }
}

static void list_judgements(brute *b)
{
    for (uint32_t i = 0; i < b->situation->fact_count; i++) {
        const pt_fact *fact = b->situation->facts[i].fact;
        if (fact->judgement && fact->type.kind != PT_NUMBER)
            b->facts[b->fact_count++] = i;
    }
}

static bool fits(const brute *b, const point *p, const pt_opinions *set, size_t left_out)
{
    for (size_t i = 0; i < set->count; i++)
        for (size_t j = 0; j < b->fact_count; j++)
            if (i != left_out && b->facts[j] == set->opinions[i].fact &&
                (set->opinions[i].words >> p->words[j] & 1) == 0)
                return false;
    return true;
}

/* Is the outcome of every combination that fits that of the set? */
static bool certain(const brute *b, const pt_opinions *set, size_t left_out)
{
    for (size_t i = 0; i < b->count; i++)
        if (fits(b, &b->points[i], set, left_out) &&
            !pt_value_equal(b->points[i].outcome, set->outcome))
            return false;
    return true;
}

static bool is_told(const brute *b, const point *p, const pt_leeway *leeway)
{
    for (size_t i = 0; i < leeway->set_count; i++)
        if (pt_value_equal(p->outcome, leeway->sets[i].outcome) &&
            fits(b, p, &leeway->sets[i], SIZE_MAX))
            return true;
    return false;
}

static void every_combination_of_judgements_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *rule;
        size_t judgements;
        size_t outcomes;
        size_t sets;
    } rows[] = {
        {"g1.geen_oordeel", 0, 1, 1}, {"g1.een", 1, 2, 2},
        {"g1.zelfde", 1, 1, 1},       {"g1.keten", 2, 2, 3},
        {"g1.soort", 3, 3, 5},        {"g1.daar", 4, 2, 5},
        {"g1.zwaar_genoeg", 1, 2, 2}, {"g1.met_uitzondering", 2, 2, 3},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = story();
        const pt_situation *situation = situation_of(t, rows[i].rule);
        const pt_leeway *leeway = leeway_of(t, situation);
        brute *b = PT_NEW(t->arena, brute);
        *b = (brute){.t = t, .situation = situation};
        list_judgements(b);
        enumerate(b, 0);
        for (size_t j = 0; j < leeway->set_count; j++) {
            const pt_opinions *set = &leeway->sets[j];
            assert_true(certain(b, set, SIZE_MAX));
            for (size_t k = 0; k < set->count; k++)
                assert_false(certain(b, set, k));
        }
        for (size_t j = 0; j < b->count; j++)
            assert_true(is_told(b, &b->points[j], leeway));
        assert_int_equal(leeway->fact_count, rows[i].judgements);
        assert_int_equal(leeway->outcomes, rows[i].outcomes);
        assert_int_equal(leeway->set_count, rows[i].sets);
        told_end(t);
    }
}

static void a_judgement_that_is_a_number_is_left_and_named(void **state)
{
    (void)state;
    told *t = story();
    const pt_situation *situation = situation_of(t, "g1.zwaar_genoeg");
    const pt_leeway *leeway = leeway_of(t, situation);
    assert_int_equal(leeway->amount_count, 1);
    assert_string_equal(situation->facts[leeway->amounts[0]].fact->name, "ernst");
    told_end(t);
}

static void the_page_tells_what_is_left_open(void **state)
{
    (void)state;
    static const char *const rules[] = {"g1.daar", "g1.zelfde", "g1.zwaar_genoeg"};
    told *t = story();
    pt_text out = pt_text_create(t->arena);
    pt_page page = pt_page_create(&out, PT_DUTCH, false);
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        const pt_situation *situation = situation_of(t, rules[i]);
        pt_leeway_write(&page, situation, leeway_of(t, situation));
    }
    const pt_situation *situation = situation_of(t, "g1.soort");
    pt_json json = pt_json_create(&out);
    pt_json_object(&json, NULL);
    pt_leeway_json(&json, situation, leeway_of(t, situation));
    pt_json_close(&json);
    pt_text_add_char(&out, '\n');
    golden_check(t->arena, "oordelen.txt", out.bytes);
    told_end(t);
}

static void without_judgement_nothing_is_written(void **state)
{
    (void)state;
    told *t = story();
    pt_text out = pt_text_create(t->arena);
    pt_page page = pt_page_create(&out, PT_DUTCH, false);
    const pt_situation *situation = situation_of(t, "g1.geen_oordeel");
    pt_leeway_write(&page, situation, leeway_of(t, situation));
    pt_leeway_write(&page, situation, NULL);
    assert_int_equal(out.length, 0);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_combination_of_judgements_is_told),
        cmocka_unit_test(a_judgement_that_is_a_number_is_left_and_named),
        cmocka_unit_test(the_page_tells_what_is_left_open),
        cmocka_unit_test(without_judgement_nothing_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
