/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "analyse/ways_in.h"
#include "said.h"

/* Regions are held against every case: tests/said.h reads the printed conditions, the replay says
 * what the rule gives. */

typedef struct brute {
    told *t;
    const pt_ways_in *found;
    const char *rule;
    bool deep;
    size_t cases;
} brute;

static told *story(void)
{
    told *t = tell("tests/packs/oordelen.lua", NULL);
    t->scenario.from = t->scenario.until = on("2026-03-02");
    there_is(t, "plek", "p1", "");
    there_is(t, "geval", "g1", "plek=p1 ernst=6 feit=ja");
    return t;
}

static uint16_t group_named(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (strcmp(pack->rule_groups[i].name, name) == 0)
            return i;
    fail_msg("no rule %s", name);
    return PT_NO_INDEX;
}

static const pt_ways_in *ways_in(told *t, const char *rule, bool deep)
{
    pt_matter matter = {.pack = &t->pack, .side = PT_AFTER, .group = group_named(&t->pack, rule)};
    return pt_ways_in_find(t->arena, &matter, on("2026-03-02"), deep, NULL, NULL);
}

static void name_facts(said_names *names, pt_arena *arena, const pt_world *world, uint32_t subject,
                       const char *prefix)
{
    const pt_subject_kind *kind = &world->pack->kinds[world->subjects[subject].kind];
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        pt_text shown = pt_text_create(arena);
        pt_world_show(&shown, world, world->subjects[subject].facts[i].value);
        said_add(names, pt_format(arena, "%s%s", prefix, kind->facts[i].name), shown.bytes);
    }
}

static const char *outcome_of(pt_world *world, pt_arena *arena, const char *rule)
{
    pt_text shown = pt_text_create(arena);
    pt_world_show(&shown, world, pt_rule_outcome(world, 1, group_named(world->pack, rule))->value);
    return shown.bytes;
}

static bool holds(const pt_way_in *way, said_names *names)
{
    char problem[160];
    bool all = true;
    for (size_t i = 0; i < way->condition_count; i++) {
        said answer = said_truth(names, way->conditions[i], problem, sizeof problem);
        if (problem[0] != '\0')
            fail_msg("%s: %s", way->conditions[i], problem);
        all = all && said_is(&answer, "ja");
    }
    return all;
}

static void judge(brute *b)
{
    pt_arena *arena = pt_arena_create();
    pt_world *world = NULL;
    pt_replay_options options = {.plan = b->t->plan, .trees_alone = true};
    pt_replay_world(arena, &b->t->pack, &b->t->scenario, pt_lua_reading(b->t->lua), &b->t->report,
                    &options, &world);
    said_names *names = PT_NEW(arena, said_names);
    name_facts(names, arena, world, 1, "");
    name_facts(names, arena, world, 0, "plek_");
    for (uint16_t i = 0; !b->deep && i < b->t->pack.rule_group_count; i++)
        said_add(names, b->t->pack.rule_groups[i].name,
                 outcome_of(world, arena, b->t->pack.rule_groups[i].name));
    size_t held = 0;
    for (size_t i = 0; i < b->found->count; i++) {
        if (!holds(&b->found->ways[i], names))
            continue;
        held++;
        assert_string_equal(b->found->ways[i].outcome, outcome_of(world, arena, b->rule));
    }
    assert_int_equal(held, 1);
    b->cases++;
    pt_arena_destroy(arena);
}

static void put(told *t, uint32_t subject, uint16_t fact, const pt_value *value)
{
    pt_scenario_subject *of = &t->subjects[subject];
    size_t at = 0;
    while (at < of->fact_count && of->facts[at].fact != fact)
        at++;
    if (value == NULL && at < of->fact_count)
        of->facts[at] = of->facts[--of->fact_count];
    if (value == NULL)
        return;
    of->fact_count += at == of->fact_count;
    of->facts[at] = (pt_assignment){.fact = fact, .value = *value};
}

/* Every value of every fact of both subjects; of a number every third. */
static void enumerate(brute *b, uint32_t subject, uint16_t fact)
{
    const pt_subject_kind *kind = &b->t->pack.kinds[b->t->subjects[subject].kind];
    if (fact == kind->fact_count && subject == 1) {
        judge(b);
        return;
    }
    if (fact == kind->fact_count) {
        enumerate(b, subject + 1, 0);
        return;
    }
    const pt_type *type = &kind->facts[fact].type;
    int64_t step = type->kind == PT_NUMBER ? 3 * PT_NUMBER_SCALE : 1;
    for (int64_t amount = type->low; amount <= type->high; amount += step) {
        pt_value value = {.kind = type->kind, .set = type->set, .amount = amount};
        put(b->t, subject, fact, &value);
        enumerate(b, subject, fact + 1);
    }
    if (!type->may_be_unknown)
        return;
    put(b->t, subject, fact, NULL);
    enumerate(b, subject, fact + 1);
}

static void each_case_lies_in_one_region_with_its_outcome(void **state)
{
    (void)state;
    static const char *const rules[] = {"een",  "zelfde",       "keten",           "soort",
                                        "daar", "zwaar_genoeg", "met_uitzondering"};
    for (size_t i = 0; i < 2 * sizeof rules / sizeof *rules; i++) {
        brute b = {.t = story(), .rule = rules[i / 2], .deep = i % 2 == 1};
        b.found = ways_in(b.t, b.rule, b.deep);
        assert_false(b.found->too_large);
        assert_non_null(b.found->block);
        assert_int_equal(b.found->kept_count, 0);
        enumerate(&b, 0, 0);
        assert_int_equal(b.cases, 3 * 3 * 2 * 5 * 4 * 2);
        told_end(b.t);
    }
}

static bool mentions(const pt_ways_in *found, const char *name)
{
    for (size_t i = 0; i < found->count; i++)
        for (size_t j = 0; j < found->ways[i].condition_count; j++)
            if (strstr(found->ways[i].conditions[j], name) != NULL)
                return true;
    return false;
}

static void deep_goes_down_to_the_facts(void **state)
{
    (void)state;
    told *t = story();
    const pt_ways_in *own = ways_in(t, "daar", false), *deep = ways_in(t, "daar", true);
    assert_true(mentions(own, "soort"));
    assert_int_equal(own->followed, 0);
    assert_false(mentions(deep, "soort") || mentions(deep, "keten"));
    assert_true(mentions(deep, "feit") && mentions(deep, "plek_ruimte"));
    assert_int_equal(deep->followed, 3);
    told_end(t);
}

static void a_rule_out_of_force_has_no_ways(void **state)
{
    (void)state;
    told *t = story();
    pt_matter matter = {.pack = &t->pack, .side = PT_AFTER, .group = group_named(&t->pack, "een")};
    const pt_ways_in *found =
        pt_ways_in_find(t->arena, &matter, on("2010-03-02"), true, NULL, NULL);
    assert_null(found->block);
    assert_int_equal(found->count, 0);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_case_lies_in_one_region_with_its_outcome),
        cmocka_unit_test(deep_goes_down_to_the_facts),
        cmocka_unit_test(a_rule_out_of_force_has_no_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
