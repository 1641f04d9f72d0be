/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "io/scenario.h"
#include "pack_support.h"
#include "report/made_story.h"
#include "run/frontier.h"

/* Everything that cases can be sought for in a pack, sought. */
typedef struct sought {
    pt_arena *arena;
    pt_pack *pack;
    const pt_plan *plan;
    const pt_coverage_plan *counters;
    pt_frontier_search *search;
    const pt_frontier *all[1000];
    size_t count;
} sought;

static void seek_kind(sought *s, pt_owner_kind kind, uint16_t count)
{
    const pt_function *any = NULL;
    for (uint16_t i = 0; i < count; i++) {
        pt_owner owner = {(uint8_t)kind, i};
        if (pt_owner_functions(s->pack, owner, &any, 1) > 0)
            s->all[s->count++] = pt_frontier_of(s->search, owner);
    }
}

static sought seek_all(pt_arena *arena, const char *folder)
{
    pt_report report = pt_report_create(arena);
    sought s = {.arena = arena, .pack = pack_in(arena, folder, &report)};
    assert_int_equal(report.errors, 0);
    s.plan = pt_plan_create(arena, s.pack);
    s.counters = pt_coverage_plan_create(arena, s.pack);
    s.search = pt_frontier_search_create(arena, s.plan, s.counters, (pt_reading){0}, NULL, NULL);
    seek_kind(&s, PT_OWNER_RULE, s.pack->rule_group_count);
    seek_kind(&s, PT_OWNER_DUTY, s.pack->duty_group_count);
    seek_kind(&s, PT_OWNER_LIST, s.pack->list_count);
    return s;
}

static void end(sought *s)
{
    pt_frontier_search_end(s->search);
}

static const char *const shipped = "rules/passend-onderwijs";

/* --- Paths ------------------------------------------------------------------------------------ */

/* Plays the cases that were kept, and counts the paths of the owner's functions that they take. */
static size_t paths_taken(sought *s, const pt_frontier *found)
{
    const pt_function *functions[64];
    size_t count = pt_owner_functions(s->pack, found->owner, functions, 64);
    pt_arena *arena = pt_arena_create();
    bool *taken = PT_NEW_ARRAY(arena, s->counters->count, bool);
    pt_probe probe = pt_probe_create(arena, s->plan, s->counters, (pt_reading){0});
    probe.owner = found->owner;
    size_t reached = 0;
    for (size_t i = 0; i < found->case_count; i++) {
        assert_true(pt_probe_ask(&probe, found->cases[i]));
        for (uint32_t c = 0; c < s->counters->count; c++)
            taken[c] |= probe.coverage.counts[c] > 0;
    }
    for (size_t f = 0; f < count; f++) {
        const pt_coverage_function *of = &s->counters->functions[functions[f]->number];
        for (size_t t = 0; t < of->tree_count; t++)
            for (uint32_t p = 0; p < of->trees[t].path_count; p++)
                reached += taken[of->trees[t].first_path + p];
    }
    pt_arena_destroy(probe.trial);
    pt_arena_destroy(arena);
    return reached;
}

static void the_cases_kept_take_the_paths_that_are_said_to_be_reached(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    sought s = seek_all(arena, shipped);
    size_t reached = 0;
    size_t total = 0;
    size_t cases = 0;
    for (size_t i = 0; i < s.count; i++) {
        assert_int_equal(paths_taken(&s, s.all[i]), s.all[i]->paths.reached);
        reached += s.all[i]->paths.reached;
        total += s.all[i]->paths.total;
        cases += s.all[i]->case_count;
    }
    print_message("%zu of %zu paths in %zu cases\n", reached, total, cases);
    assert_true(reached * 100 >= total * 80);
    end(&s);
    pt_arena_destroy(arena);
}

static void every_path_is_reached_or_named_as_not_found(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    sought s = seek_all(arena, shipped);
    for (size_t i = 0; i < s.count; i++) {
        const pt_frontier *found = s.all[i];
        size_t missed = 0;
        for (size_t m = 0; m < found->miss_count; m++)
            missed += found->misses[m].paths;
        if (found->paths.reached + missed != found->paths.total)
            fail_msg("owner %u %u: %zu + %zu of %zu", found->owner.kind, found->owner.index,
                     found->paths.reached, missed, found->paths.total);
    }
    end(&s);
    pt_arena_destroy(arena);
}

/* --- Boundaries ------------------------------------------------------------------------------- */

static int64_t step_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

/* Are the two the same but for one day, number or amount, and is that one step off? */
static bool one_step_apart(const pt_pack *pack, const pt_made_case *a, const pt_made_case *b)
{
    size_t apart = a->day == b->day ? 0 : 1;
    if (!pt_case_alike(a, b) || (apart == 1 && a->day - b->day != 1 && b->day - a->day != 1))
        return false;
    for (uint8_t i = 0; i < a->given_count; i++) {
        pt_value one = a->givens[i].value;
        pt_value other = b->givens[i].value;
        if (pt_value_equal(one, other))
            continue;
        const pt_type *type =
            &pack->kinds[a->subjects[a->givens[i].subject].kind].facts[a->givens[i].fact].type;
        int64_t off =
            one.amount < other.amount ? other.amount - one.amount : one.amount - other.amount;
        if (one.kind != other.kind || off != step_of(type))
            return false;
        apart++;
    }
    return apart == 1;
}

/* The answer that a case gives at a node of a tree of the function: 1, 0, or -1 when it does not
   come by. */
static int answer_at(pt_probe *probe, const pt_made_case *made, uint32_t shared, uint32_t node)
{
    if (!pt_probe_ask(probe, made) || !probe->asked || probe->period == NULL ||
        probe->shared != shared)
        return -1;
    for (size_t i = 0; i < probe->step_count; i++)
        if (probe->steps[i].node == node)
            return probe->steps[i].answer;
    return -1;
}

static bool has_both_sides(sought *s, pt_probe *probe, const pt_frontier *found, uint32_t shared,
                           uint32_t node)
{
    int answers[1000];
    for (size_t i = 0; i < found->case_count; i++)
        answers[i] = answer_at(probe, found->cases[i], shared, node);
    for (size_t i = 0; i < found->case_count; i++)
        for (size_t j = 0; j < i; j++)
            if (answers[i] >= 0 && answers[j] >= 0 && answers[i] != answers[j] &&
                one_step_apart(s->pack, found->cases[i], found->cases[j]))
                return true;
    return false;
}

/* Boundaries of an owner with cases on both sides, found without what the search noted. */
static size_t edges_of(sought *s, const pt_frontier *found)
{
    const pt_function *functions[64];
    size_t count = pt_owner_functions(s->pack, found->owner, functions, 64);
    pt_arena *arena = pt_arena_create();
    pt_probe probe = pt_probe_create(arena, s->plan, s->counters, (pt_reading){0});
    probe.owner = found->owner;
    size_t edges = 0;
    for (size_t f = 0; f < count; f++) {
        const pt_coverage_function *of = &s->counters->functions[functions[f]->number];
        probe.function = functions[f];
        for (uint32_t t = 0; t < of->tree_count; t++)
            for (uint32_t n = 0; n < of->trees[t].tree->node_count; n++) {
                const pt_node *node = &of->trees[t].tree->nodes[n];
                if (!node->is_leaf && node->test.kind == PT_TEST_AT_MOST)
                    edges += has_both_sides(s, &probe, found, t, n);
            }
    }
    pt_arena_destroy(probe.trial);
    pt_arena_destroy(arena);
    return edges;
}

static void cases_stand_one_step_apart_on_both_sides_of_boundaries(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    sought s = seek_all(arena, shipped);
    size_t seen = 0;
    size_t said = 0;
    size_t total = 0;
    for (size_t i = 0; i < s.count; i++) {
        size_t edges = edges_of(&s, s.all[i]);
        if (edges < s.all[i]->edges.reached)
            fail_msg("owner %u %u: %zu of %zu", s.all[i]->owner.kind, s.all[i]->owner.index, edges,
                     s.all[i]->edges.reached);
        seen += edges;
        said += s.all[i]->edges.reached;
        total += s.all[i]->edges.total;
    }
    print_message("%zu of %zu boundaries, %zu said\n", seen, total, said);
    assert_true(said * 100 >= total * 60);
    end(&s);
    pt_arena_destroy(arena);
}

/* --- Made-up cases ---------------------------------------------------------------------------- */

static void a_case_has_what_its_subjects_must_refer_to(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, shipped, &report);
    pt_made_case made;
    uint16_t kind = pt_pack_kind(pack, "aanmelding");
    assert_true(pt_case_start(&made, pack, kind, 20666));
    assert_int_equal(made.subjects[0].kind, kind);
    for (uint8_t i = 0; i < made.subject_count; i++) {
        const pt_subject_kind *of = &pack->kinds[made.subjects[i].kind];
        for (uint16_t r = 0; r < of->reference_count; r++)
            assert_int_equal(made.subjects[i].references[r] == PT_CASE_NOBODY,
                             of->references[r].optional);
    }
    pt_arena_destroy(arena);
}

static void facts_stand_in_order_and_once(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, shipped, &report);
    pt_made_case made;
    assert_true(pt_case_start(&made, pack, pt_pack_kind(pack, "aanmelding"), 20666));
    assert_true(pt_case_give(&made, 0, 2, pt_yesno(true)));
    assert_true(pt_case_give(&made, 0, 0, pt_value_of(PT_DATE, 20000)));
    assert_true(pt_case_give(&made, 0, 2, pt_yesno(false)));
    assert_int_equal(made.given_count, 2);
    assert_int_equal(made.givens[0].fact, 0);
    assert_int_equal(pt_case_given(&made, 0, 2)->amount, 0);
    pt_case_take_back(&made, 0, 0);
    assert_null(pt_case_given(&made, 0, 0));
    assert_int_equal(made.given_count, 1);
    pt_arena_destroy(arena);
}

static void a_graft_moves_days_along(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, shipped, &report);
    uint16_t kind = pt_pack_kind(pack, "aanmelding");
    pt_made_case other;
    pt_made_case made;
    assert_true(pt_case_start(&other, pack, kind, 20000));
    assert_true(pt_case_give(&other, 0, 0, pt_value_of(PT_DATE, 19990)));
    assert_true(pt_case_start(&made, pack, kind, 20666));
    pt_made_case shifted = made;
    assert_true(pt_case_graft(&shifted, 0, &other, PT_GRAFT_SHIFTED, false));
    assert_int_equal(pt_case_given(&shifted, 0, 0)->amount, 20656);
    assert_int_equal(shifted.day, 20666);
    assert_true(pt_case_graft(&made, 0, &other, PT_GRAFT_AS_IS, false));
    assert_true(pt_case_equal(&made, &other));
    pt_arena_destroy(arena);
}

static void what_is_written_is_a_scenario(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, shipped, &report);
    pt_made_case made[2];
    assert_true(pt_case_start(&made[0], pack, pt_pack_kind(pack, "aanmelding"), 20666));
    assert_true(pt_case_give(&made[0], 0, 0, pt_value_of(PT_DATE, 20666)));
    made[1] = made[0];
    assert_true(pt_case_give(&made[1], 0, 0, pt_value_of(PT_DATE, 20667)));
    const pt_made_case *cases[] = {&made[0], &made[1]};
    const char *fields[][PT_STORY_FIELDS] = {{"ja", "\"a\""}, {"ja", "\"b\""}};
    pt_made_story story = {.pack = pack,
                           .name = "grens",
                           .title = "een \"titel\"",
                           .remarks = "een\ntwee",
                           .cases = cases,
                           .case_count = 2,
                           .what = "zorgplicht_geldt",
                           .keys = {"waarde", "reden"},
                           .columns = {"uitkomst", "reden"},
                           .fields = fields};
    pt_text text = pt_text_create(arena);
    pt_made_story_write(&text, &story);
    assert_non_null(strstr(text.bytes, "# een\n# twee\nscenario: grens\n"));
    assert_non_null(strstr(text.bytes, "kolommen: [ontvangen_op, reden]"));
    assert_non_null(strstr(text.bytes, "waarde: ja, reden: {reden}"));
    pt_story *read = pt_story_read(arena, source_of(arena, "grens.yaml", text.bytes), &report);
    show_findings(&report);
    assert_non_null(read);
    assert_int_equal(pt_story_play_count(read), 2);
    const pt_scenario *play = pt_story_play(arena, read, pack, NULL, 1, &report);
    show_findings(&report);
    assert_non_null(play);
    assert_true(play->steps[0].expectations[0].unjudged);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cases_kept_take_the_paths_that_are_said_to_be_reached),
        cmocka_unit_test(every_path_is_reached_or_named_as_not_found),
        cmocka_unit_test(cases_stand_one_step_apart_on_both_sides_of_boundaries),
        cmocka_unit_test(a_case_has_what_its_subjects_must_refer_to),
        cmocka_unit_test(facts_stand_in_order_and_once),
        cmocka_unit_test(a_graft_moves_days_along),
        cmocka_unit_test(what_is_written_is_a_scenario),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
