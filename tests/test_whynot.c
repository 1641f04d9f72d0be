/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "analyse/whynot.h"
#include "golden.h"
#include "report/whynot_report.h"
#include "run/situation.h"
#include "run/tree_reader.h"

enum { DAYS = 40, MOST_CHANGING = 8 };

static told *story(void)
{
    told *t = tell("tests/packs/waarom.lua", NULL);
    t->scenario.from = t->scenario.until = on("2026-03-02");
    there_is(t, "plek", "p1", "open=nee soort=po");
    there_is(t, "geval", "g1",
             "plek=p1 a=nee b=ja w=nee n=2 m=3 h=0 s=po geboren=2015-04-01 voorbij=2026-02-01 "
             "straks=2026-03-05");
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

static const pt_why_not *why_not(told *t, const pt_situation *situation, pt_value wanted)
{
    pt_tree_reader *reader =
        pt_tree_reader_create(t->arena, &t->pack, (pt_region)t->scenario.region);
    pt_tree_reading trees = {pt_tree_reader_answer, pt_tree_reader_test, reader};
    return pt_why_not_find(t->arena, situation, trees, wanted);
}

/* --- Brute force: every value of every fact that changes, each told as a story of its own ------
 */

typedef struct brute {
    told *t;
    pt_arena *arena;
    const pt_situation *situation;
    pt_value wanted;
    uint32_t facts[MOST_CHANGING];
    size_t fact_count;
    pt_value values[64];
    size_t least_count;
    uint64_t least_distance;
    size_t tried;
} brute;

static void put(told *t, const pt_situated_fact *fact, pt_value value)
{
    pt_scenario_subject *subject = &t->subjects[fact->subject];
    size_t at = 0;
    while (at < subject->fact_count && subject->facts[at].fact != fact->index)
        at++;
    if (at == subject->fact_count)
        subject->fact_count++;
    subject->facts[at] = (pt_assignment){.fact = fact->index, .value = value};
}

static pt_value told_outcome(brute *b)
{
    pt_world *world = NULL;
    pt_replay_options options = {.plan = b->t->plan, .trees_alone = true};
    pt_replay_world(b->arena, &b->t->pack, &b->t->scenario, pt_lua_reading(b->t->lua),
                    &b->t->report, &options, &world);
    const pt_situated_rule *root = &b->situation->rules[0];
    pt_value value = pt_rule_outcome(world, root->subject, root->group)->value;
    pt_arena_reset(b->arena);
    return value;
}

/* Written apart from the engine: a word is one, a number or day its steps. */
static uint64_t moved(const pt_situated_fact *fact, pt_value to, pt_date day)
{
    if (pt_value_equal(fact->value, to))
        return 0;
    if (to.kind == PT_YESNO || to.kind == PT_CHOICE)
        return 1;
    int64_t from = pt_is_value(fact->value) ? fact->value.amount : day;
    int64_t step = to.kind == PT_NUMBER ? PT_NUMBER_SCALE >> fact->fact->type.fraction_bits : 1;
    uint64_t unknown = pt_is_value(fact->value) ? 0 : 1;
    return (uint64_t)llabs(to.amount - from) / (uint64_t)step + unknown;
}

static void judge(brute *b)
{
    size_t count = 0;
    uint64_t distance = 0;
    b->tried++;
    for (size_t i = 0; i < b->fact_count; i++) {
        const pt_situated_fact *fact = &b->situation->facts[b->facts[i]];
        uint64_t away = moved(fact, b->values[i], b->situation->day);
        count += away > 0;
        distance += away;
    }
    if (count > b->least_count || (count == b->least_count && distance >= b->least_distance))
        return;
    for (size_t i = 0; i < b->fact_count; i++)
        put(b->t, &b->situation->facts[b->facts[i]], b->values[i]);
    if (!pt_value_equal(told_outcome(b), b->wanted))
        return;
    b->least_count = count;
    b->least_distance = distance;
}

static void enumerate(brute *b, size_t depth)
{
    if (depth == b->fact_count) {
        judge(b);
        return;
    }
    const pt_situated_fact *fact = &b->situation->facts[b->facts[depth]];
    const pt_type *type = &fact->fact->type;
    int64_t low = type->low, high = type->high;
    int64_t step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    if (type->kind == PT_DATE) {
        low = b->situation->day;
        high = low + DAYS;
    }
    b->values[depth] = fact->value;
    enumerate(b, depth + 1);
    for (int64_t amount = low; amount <= high; amount += step) {
        b->values[depth] = (pt_value){.kind = type->kind, .set = type->set, .amount = amount};
        if (!pt_value_equal(b->values[depth], fact->value))
            enumerate(b, depth + 1);
    }
}

static void set_back(brute *b)
{
    for (size_t i = 0; i < b->situation->fact_count; i++)
        put(b->t, &b->situation->facts[i], b->situation->facts[i].value);
}

static brute by_force(told *t, const pt_situation *situation, pt_value wanted)
{
    brute b = {.t = t,
               .arena = pt_arena_create(),
               .situation = situation,
               .wanted = wanted,
               .least_count = SIZE_MAX,
               .least_distance = UINT64_MAX};
    for (uint32_t i = 0; i < situation->fact_count; i++)
        if (situation->facts[i].changes)
            b.facts[b.fact_count++] = i;
    assert_true(b.fact_count <= 4);
    enumerate(&b, 0);
    set_back(&b);
    return b;
}

static pt_value told_with(brute *b, const pt_way_out *way)
{
    for (size_t i = 0; i < way->count; i++)
        put(b->t, &b->situation->facts[way->changes[i].fact], way->changes[i].to);
    pt_value value = told_outcome(b);
    set_back(b);
    return value;
}

static const struct {
    const char *rule;
    const char *wanted;
    size_t facts; /* 0: impossible, and proved so */
} cases[] = {
    {"en", "ja", 1},
    {"oordeel", "ja", 1},
    {"grens", "ja", 1},
    {"verschil", "ja", 1},
    {"samen", "ja", 1},
    {"of_zo", "ja", 1},
    {"keten", "ja", 2},
    {"gedeeld", "ja", 1},
    {"onmogelijk", "ja", 0},
    {"met_uitzondering", "ja", 1},
    {"tien_dagen", "ja", 1},
    {"ooit_gezet", "ja", 1},
    {"te_laat", "ja", 0},
    {"dubbel", "19", 1},
    {"dubbel", "20", 2},
    {"dubbel", "24", 2},
    {"dubbel", "38", 0},
    {"woord", "so", 1},
    {"woord", "vo", 1},
    {"einde", "2026-03-30", 1},
    {"einde", "2026-03-03", 0},
    {"open_daar", "ja", 2},
    {"op_de_kop", "ja", 2},
    {"rest", "ja", 2},
    {"tussen", "ja", 1},
    {"met_grond", "ja", 1},
    {"met_grond", "nee", 2},
    {"drie", "ja", 3},
};

static void what_is_found_is_what_brute_force_finds(void **state)
{
    (void)state;
    told *t = story();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *rule = cases[i].rule, *wanted_text = cases[i].wanted;
        const pt_situation *situation = situation_of(t, pt_format(t->arena, "g1.%s", rule));
        pt_value wanted = value_read(t, situation->type, wanted_text);
        const pt_why_not *found = why_not(t, situation, wanted);
        brute b = by_force(t, situation, wanted);
        size_t wanted_count = cases[i].facts == 0 ? SIZE_MAX : cases[i].facts;
        if (b.least_count != wanted_count)
            fail_msg("%s %s: the case itself: brute force finds %zu", rule, wanted_text,
                     b.least_count);
        if (found->impossible != (cases[i].facts == 0))
            fail_msg("%s %s: impossible %d", rule, wanted_text, found->impossible);
        if (cases[i].facts > 0) {
            if (found->way_count == 0)
                fail_msg("%s %s: nothing found", rule, wanted_text);
            if (found->ways[0].count != b.least_count ||
                found->ways[0].distance != b.least_distance)
                fail_msg("%s %s: found %zu facts at %d, brute force %zu at %d", rule, wanted_text,
                         found->ways[0].count, (int)found->ways[0].distance, b.least_count,
                         (int)b.least_distance);
        }
        for (size_t way = 0; way < found->way_count; way++)
            assert_true(pt_value_equal(told_with(&b, &found->ways[way]), wanted));
        pt_arena_destroy(b.arena);
    }
    told_end(t);
}

/* From other starting points: what is claimed for certain must be so, wherever one starts. */
static void no_claim_is_wrong_from_other_starting_points(void **state)
{
    (void)state;
    static const char *const starts[] = {
        "a=ja b=nee n=0 m=8 h=2 s=so o=nee", "a=ja b=ja n=8 m=0 h=-2 s=vo o=ja",
        "a=nee b=nee n=5 m=5 h=0 s=so", "a=nee b=ja n=6 m=1 h=1 s=vo o=nee ooit=2026-03-04"};
    size_t exact = 0;
    for (size_t i = 0; i < 4 * (sizeof cases / sizeof *cases); i++) {
        told *t = story();
        t->scenario.subject_count = 1;
        there_is(t, "geval", "g1",
                 pt_format(t->arena,
                           "plek=p1 w=nee geboren=2015-04-01 voorbij=2026-02-01 straks=2026-03-%s "
                           "%s",
                           i % 4 == 1 ? "12" : "06", starts[i % 4]));
        const char *rule = cases[i / 4].rule;
        const pt_situation *situation = situation_of(t, pt_format(t->arena, "g1.%s", rule));
        pt_value wanted = value_read(t, situation->type, cases[i / 4].wanted);
        const pt_why_not *found = why_not(t, situation, wanted);
        brute b = by_force(t, situation, wanted);
        assert_int_equal(found->already, b.least_count == 0);
        if (found->impossible != (b.least_count == SIZE_MAX))
            fail_msg("%s %s at %zu: impossible %d", rule, cases[i / 4].wanted, i % 4,
                     found->impossible);
        if (found->way_count > 0 && found->exact) {
            exact++;
            if (found->ways[0].count != b.least_count ||
                found->ways[0].distance != b.least_distance)
                fail_msg("%s %s at %zu: found %zu at %d, brute force %zu at %d", rule,
                         cases[i / 4].wanted, i % 4, found->ways[0].count,
                         (int)found->ways[0].distance, b.least_count, (int)b.least_distance);
        }
        for (size_t way = 0; way < found->way_count; way++)
            assert_true(pt_value_equal(told_with(&b, &found->ways[way]), wanted));
        pt_arena_destroy(b.arena);
        told_end(t);
    }
    assert_true(exact > 20);
}

static bool changes_fact(const pt_situation *situation, const pt_way_out *way, const char *name)
{
    for (size_t i = 0; i < way->count; i++)
        if (strcmp(situation->facts[way->changes[i].fact].fact->name, name) == 0)
            return true;
    return false;
}

static void an_exception_that_held_is_said_to_fall_away(void **state)
{
    (void)state;
    told *t = story();
    const pt_situation *situation = situation_of(t, "g1.met_uitzondering");
    const pt_why_not *found = why_not(t, situation, pt_yesno(true));
    assert_int_equal(found->way_count, 1);
    assert_true(changes_fact(situation, &found->ways[0], "b"));
    assert_int_equal(found->ways[0].fallen_count, 1);
    assert_string_equal(found->ways[0].fallen[0]->block->name, "toch_niet");
    told_end(t);
}

static void no_way_contains_another(void **state)
{
    (void)state;
    told *t = story();
    const pt_situation *situation = situation_of(t, "g1.of_zo");
    const pt_why_not *found = why_not(t, situation, pt_yesno(true));
    assert_int_equal(found->way_count, 2); /* s alone; a and n together */
    assert_int_equal(found->ways[0].count, 1);
    assert_int_equal(found->ways[1].count, 2);
    assert_false(changes_fact(situation, &found->ways[1], "s"));
    told_end(t);
}

static void what_was_so_already_needs_no_change(void **state)
{
    (void)state;
    told *t = story();
    const pt_why_not *found = why_not(t, situation_of(t, "g1.en"), pt_yesno(false));
    assert_true(found->already);
    assert_int_equal(found->way_count, 0);
    told_end(t);
}

static void only_a_rule_of_that_day_can_be_asked_about(void **state)
{
    (void)state;
    static const struct {
        const char *what, *day, *code;
    } rows[] = {{"g1.n", "2026-03-02", "U045"},
                {"g1.los", "2026-03-02", "U046"},
                {"g1.nee", "2026-03-02", "U043"},
                {"g1.en", "2030-03-02", "U044"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = story();
        t->scenario.from = on("2010-01-01");
        assert_null(pt_situation_of(t->arena, &t->pack, &t->scenario, pt_lua_reading(t->lua),
                                    &t->report, rows[i].what, on(rows[i].day)));
        assert_string_equal(last_code(t), rows[i].code);
        told_end(t);
    }
}

static void a_rule_that_is_not_in_force_is_said_to_be_so(void **state)
{
    (void)state;
    told *t = story();
    t->scenario.from = t->scenario.until = on("2014-03-02");
    const pt_situation *situation = situation_of(t, "g1.en");
    const pt_why_not *found = why_not(t, situation, pt_yesno(true));
    pt_text out = pt_text_create(t->arena);
    pt_why_not_write(&out, situation, found, NULL, &(pt_style){.medium = PT_MEDIUM_PEOPLE});
    assert_true(situation->without_law);
    assert_int_equal(found->way_count, 0);
    assert_non_null(strstr(out.bytes, "niet in werking"));
    told_end(t);
}

static void what_cannot_be_followed_is_held_and_named(void **state)
{
    (void)state;
    told *t = story();
    const pt_situation *situation = situation_of(t, "g1.op_los");
    const pt_why_not *found = why_not(t, situation, pt_yesno(true));
    assert_true(found->impossible);
    assert_int_equal(situation->held_count, 1);
    assert_string_equal(situation->held[0].name, "los");
    told_end(t);
}

static void words_that_do_as_well_are_named(void **state)
{
    (void)state;
    told *t = story();
    const pt_why_not *found = why_not(t, situation_of(t, "g1.niet_po"), pt_yesno(true));
    assert_int_equal(found->way_count, 1);
    const pt_fact_change *change = &found->ways[0].changes[0];
    assert_int_equal(change->to.amount, 1);
    assert_int_equal(change->instead_count, 1);
    assert_int_equal(change->instead[0].amount, 2);
    told_end(t);
}

static void the_page_groups_by_owner_and_marks_judgement(void **state)
{
    (void)state;
    told *t = story();
    const pt_situation *situation = situation_of(t, "g1.drie");
    const pt_why_not *found = why_not(t, situation, pt_yesno(true));
    pt_text out = pt_text_create(t->arena);
    pt_why_not_write(&out, situation, found, NULL, &(pt_style){.medium = PT_MEDIUM_PEOPLE});
    pt_why_not_write(&out, situation, found, NULL, &(pt_style){.medium = PT_MEDIUM_JSON});
    situation = situation_of(t, "g1.onmogelijk");
    found = why_not(t, situation, pt_yesno(true));
    pt_style english = {.medium = PT_MEDIUM_PEOPLE, .language = PT_ENGLISH};
    pt_why_not_write(&out, situation, found, NULL, &english);
    golden_check(t->arena, "waarom_niet.txt", out.bytes);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_found_is_what_brute_force_finds),
        cmocka_unit_test(no_claim_is_wrong_from_other_starting_points),
        cmocka_unit_test(an_exception_that_held_is_said_to_fall_away),
        cmocka_unit_test(no_way_contains_another),
        cmocka_unit_test(what_was_so_already_needs_no_change),
        cmocka_unit_test(only_a_rule_of_that_day_can_be_asked_about),
        cmocka_unit_test(a_rule_that_is_not_in_force_is_said_to_be_so),
        cmocka_unit_test(what_cannot_be_followed_is_held_and_named),
        cmocka_unit_test(words_that_do_as_well_are_named),
        cmocka_unit_test(the_page_groups_by_owner_and_marks_judgement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
