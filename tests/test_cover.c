/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "analyse/cover.h"
#include "golden.h"
#include "io/scenario.h"
#include "pack_support.h"
#include "report/coverage_report.h"
#include "run/replay.h"

static const char rules[] =
    "onderwerp \"kind\" { titel = \"Kind\", gegevens = {\n"
    "  ziek  = ja_nee { \"ziek\", begin = nee },\n"
    "  dagen_weg = getal { \"dagen weg\", van = 0, tot = 20, begin = 0 },\n"
    "  weg_sinds   = datum { \"eerste dag weg\", optioneel = true },\n"
    "  gemeld_op   = datum { \"gemeld op\", optioneel = true },\n"
    "} }\n"
    "regel \"te_melden\" { over = \"kind\", levert = ja_nee,\n"
    "  gronden = { { bron = \"LPW art. 21\", vanaf = \"2014-08-01\", tot = \"2019-12-31\" },\n"
    "              { bron = \"LPW art. 21a\", vanaf = \"2020-01-01\" } },\n"
    "  bepaal = function(ziek, dagen_weg, grens)\n"
    "    if ziek then return nee, \"ziek\" end\n"
    "    if dagen_weg > grens then return ja, \"te lang weg\" end\n"
    "    return nee, \"kort weg\"\n"
    "  end }\n"
    "plicht \"melden\" { over = \"kind\", wie = \"ouders\", bron = \"LPW art. 21a\",\n"
    "  geldig = { vanaf = \"2014-08-01\" },\n"
    "  bereik = function(te_melden) return te_melden end,\n"
    "  termijn = { vanaf = function(weg_sinds) return weg_sinds end, lengte = dagen(7), recht = "
    "wet },\n"
    "  vervuld = function(gemeld_op) return gemeld_op end }\n"
    "gebeurtenis \"weg\" { over = \"kind\",\n"
    "  vraagt = { aantal = getal { \"aantal dagen\", van = 0, tot = 20 } },\n"
    "  zet = { dagen_weg = vraag \"aantal\", weg_sinds = vandaag } }\n"
    "gebeurtenis \"gemeld\" { over = \"kind\", zet = { gemeld_op = vandaag } }\n";

static const char parameters[] = "grens:\n  titel: Grens\n  eenheid: getal\n  waarden:\n"
                                 "    - { vanaf: 2014-08-01, waarde: 3, bron: LPW, status: wet }\n"
                                 "    - { vanaf: 2024-08-01, waarde: 4, bron: LPW, status: wet }\n";

static const char story[] =
    "scenario: weg\ntitel: Weg\npakket: proef\nvan: 2026-01-05\n"
    "tot: 2026-03-01\nwereld:\n  kind: { k1: { } }\nverloop:\n"
    "  - op: 2026-01-06\n    gebeurtenis: weg\n    kind: k1\n    aantal: 5\n"
    "  - op: 2026-01-09\n    gebeurtenis: gemeld\n    kind: k1\n"
    "  - op: 2026-01-10\n    verwacht:\n"
    "      k1.melden: { status: vervuld }\n";

typedef struct covered_story {
    pt_arena *arena;
    pt_pack *pack;
    pt_coverage coverage;
    pt_covered covered;
} covered_story;

static void cover_this(covered_story *of, bool played)
{
    of->arena = pt_arena_create();
    pt_report report = pt_report_create(of->arena);
    of->pack = pack_of(of->arena, parameters, rules, &report);
    show_findings(&report);
    assert_int_equal(report.count, 0);
    of->coverage = pt_coverage_create(of->arena, pt_coverage_plan_create(of->arena, of->pack));
    if (played) {
        pt_story *read = pt_story_read(of->arena, source_of(of->arena, "weg.yaml", story), &report);
        assert_non_null(read);
        const pt_scenario *scenario = pt_story_play(of->arena, read, of->pack, NULL, 0, &report);
        show_findings(&report);
        assert_non_null(scenario);
        pt_replay_options options = {.trees_alone = true, .coverage = &of->coverage};
        const pt_run_result *result =
            pt_replay(of->arena, of->pack, scenario, (pt_reading){0}, &report, &options);
        assert_int_equal(result->passed, 1);
    }
    of->covered = *pt_cover(of->arena, &of->coverage);
    of->covered.scenarios = of->covered.plays = played;
}

static size_t reached(const covered_story *of, pt_covered_kind kind)
{
    return of->covered.shares[kind].reached;
}

static const pt_unreached *find(const covered_story *of, pt_covered_kind kind, const char *words)
{
    for (size_t i = 0; i < of->covered.unreached_count; i++) {
        const pt_unreached *each = &of->covered.unreached[i];
        if (each->kind == kind && (words == NULL || pt_text_equal(each->words, words)))
            return each;
    }
    return NULL;
}

static void a_pack_that_nobody_plays_is_reached_nowhere(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, false);
    for (int kind = 0; kind < PT_COVERED_KINDS; kind++) {
        assert_int_equal(reached(&of, (pt_covered_kind)kind), 0);
        assert_int_not_equal(of.covered.shares[kind].total, 0);
    }
    assert_null(find(&of, PT_COVERED_ANSWER, NULL)); /* its functions are listed, once */
    pt_arena_destroy(of.arena);
}

static void both_answers_of_a_question_count_apart(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    assert_int_equal(of.covered.shares[PT_COVERED_ANSWER].total, 4);
    assert_int_equal(reached(&of, PT_COVERED_ANSWER), 3);
    const pt_unreached *missing = find(&of, PT_COVERED_ANSWER, "ziek");
    assert_non_null(missing);
    assert_true(missing->answer);
    assert_false(missing->never_asked);
    assert_null(find(&of, PT_COVERED_ANSWER, "dagen_weg > grens"));
    pt_arena_destroy(of.arena);
}

static void trees_that_ask_the_same_with_another_constant_share_their_paths(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    const pt_function *function = of.pack->rules[0].decide;
    assert_int_equal(function->period_count, 2);
    const pt_coverage_plan *plan = of.coverage.plan;
    assert_ptr_equal(pt_coverage_tree_of(plan, function, 0),
                     pt_coverage_tree_of(plan, function, 1));
    /* te_melden has three; start, scope and fulfilment of the duty have one each */
    assert_int_equal(of.covered.shares[PT_COVERED_PATH].total, 6);
    assert_int_equal(reached(&of, PT_COVERED_PATH), 5);
    pt_arena_destroy(of.arena);
}

static void a_duty_is_reached_status_by_status(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    /* open, met, late, met late: it does not lapse and does not stand still */
    assert_int_equal(of.covered.shares[PT_COVERED_DUTY].total, 4);
    assert_int_equal(reached(&of, PT_COVERED_DUTY), 2);
    assert_int_equal(find(&of, PT_COVERED_DUTY, NULL)->status, PT_DUTY_LATE);
    pt_arena_destroy(of.arena);
}

static void an_article_and_a_value_of_other_years_are_missed(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    assert_non_null(find(&of, PT_COVERED_ARTICLE, "LPW art. 21"));
    assert_null(find(&of, PT_COVERED_ARTICLE, "LPW art. 21a"));
    assert_int_equal(find(&of, PT_COVERED_PARAMETER, "grens")->from, pt_date_from(2014, 8, 1));
    assert_int_equal(reached(&of, PT_COVERED_PARAMETER), 1);
    assert_int_equal(reached(&of, PT_COVERED_EVENT), 2);
    pt_arena_destroy(of.arena);
}

static void without_coverage_a_replay_gives_the_same(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    pt_report report = pt_report_create(of.arena);
    pt_story *read = pt_story_read(of.arena, source_of(of.arena, "weg.yaml", story), &report);
    const pt_scenario *scenario = pt_story_play(of.arena, read, of.pack, NULL, 0, &report);
    pt_replay_options with = {.trees_alone = true, .coverage = &of.coverage};
    const pt_run_result *a = pt_replay(of.arena, of.pack, scenario, (pt_reading){0}, &report, NULL);
    const pt_run_result *b =
        pt_replay(of.arena, of.pack, scenario, (pt_reading){0}, &report, &with);
    assert_int_equal(a->record_count, b->record_count);
    for (size_t i = 0; i < a->record_count; i++)
        assert_int_equal(a->records[i].day, b->records[i].day);
    pt_arena_destroy(of.arena);
}

static void below_the_minimum_is_too_little(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    assert_false(pt_coverage_short(&of.covered, 0));
    assert_false(pt_coverage_short(&of.covered, 83)); /* 5 of 6 is 83.3 % */
    assert_true(pt_coverage_short(&of.covered, 84));
    pt_arena_destroy(of.arena);
}

static void the_report_is_as_agreed(void **state)
{
    (void)state;
    covered_story of;
    cover_this(&of, true);
    pt_style people = {PT_MEDIUM_PEOPLE, PT_DUTCH, false};
    pt_style json = {PT_MEDIUM_JSON, PT_DUTCH, false};
    pt_coverage_wish plain = {.minimum = 90};
    pt_coverage_wish lines = {.by_line = true};
    pt_text out = pt_text_create(of.arena);
    pt_coverage_write(&out, &of.covered, &people, &plain);
    pt_text_add(&out, "\n");
    pt_coverage_write(&out, &of.covered, &people, &lines);
    golden_check(of.arena, "dekking.txt", out.bytes);
    pt_text structured = pt_text_create(of.arena);
    pt_coverage_write(&structured, &of.covered, &json, &plain);
    pt_text_add(&structured, "\n");
    golden_check(of.arena, "dekking.json", structured.bytes);
    pt_arena_destroy(of.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_that_nobody_plays_is_reached_nowhere),
        cmocka_unit_test(both_answers_of_a_question_count_apart),
        cmocka_unit_test(trees_that_ask_the_same_with_another_constant_share_their_paths),
        cmocka_unit_test(a_duty_is_reached_status_by_status),
        cmocka_unit_test(an_article_and_a_value_of_other_years_are_missed),
        cmocka_unit_test(without_coverage_a_replay_gives_the_same),
        cmocka_unit_test(below_the_minimum_is_too_little),
        cmocka_unit_test(the_report_is_as_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
