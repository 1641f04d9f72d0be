/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "analyse/equivalent.h"
#include "analyse/mutate.h"
#include "golden.h"
#include "io/scenario.h"
#include "pack_support.h"
#include "report/mutation_report.h"
#include "run/replay.h"

static const char rules[] =
    "onderwerp \"kind\" { titel = \"Kind\", gegevens = {\n"
    "  soort     = keuze { \"soort school\", \"bao\", \"vo\" },\n"
    "  ziek      = ja_nee { \"ziek\", begin = nee },\n"
    "  weg       = getal { \"dagen weg\", van = 0, tot = 20, begin = 0 },\n"
    "  weg_sinds = datum { \"eerste dag weg\", optioneel = true },\n"
    "  gemeld_op = datum { \"gemeld op\", optioneel = true },\n"
    "} }\n"
    "regel \"te_melden\" { over = \"kind\", levert = ja_nee,\n"
    "  gronden = { { bij = function(soort) return soort == bao end, bron = \"A\", vanaf = "
    "\"2014-08-01\" },\n"
    "              { bij = function(soort) return soort == vo end, bron = \"B\", vanaf = "
    "\"2015-08-01\" } },\n"
    "  bepaal = function(ziek, weg, grens)\n"
    "    if ziek then return nee, \"ziek\" end\n"
    "    if weg > 15 then return ja, \"te lang weg\" end\n"
    "    if weg > grens then return ja, \"te lang weg\" end\n"
    "    return nee, \"kort weg\"\n"
    "  end }\n"
    "plicht \"melden\" { over = \"kind\", wie = \"ouders\", bron = \"A\",\n"
    "  geldig = { vanaf = \"2014-08-01\" },\n"
    "  bereik = function(te_melden) return te_melden == ja end,\n"
    "  termijn = { vanaf = function(weg_sinds) return weg_sinds end, lengte = weken(2), recht = "
    "beleid },\n"
    "  vervuld = function(gemeld_op) return gemeld_op end }\n"
    "uitzondering \"heel_kort\" { op = \"melden\", bron = \"A\", geldig = { vanaf = \"2014-08-01\" "
    "},\n"
    "  indien = function(weg) return weg < 2 end, dan = nee, reden = \"te kort\" }\n"
    "gebeurtenis \"weg\" { over = \"kind\",\n"
    "  vraagt = { aantal = getal { \"aantal dagen\", van = 0, tot = 20 } },\n"
    "  zet = { weg = vraag \"aantal\", weg_sinds = vandaag } }\n";

static const char parameters[] = "grens:\n  titel: Grens\n  eenheid: getal\n  waarden:\n"
                                 "    - { vanaf: 2014-08-01, waarde: 3, bron: A, status: wet }\n"
                                 "    - { vanaf: 2024-08-01, waarde: 4, bron: A, status: wet }\n";

static const char story[] =
    "scenario: weg\ntitel: Weg\npakket: proef\nvan: 2026-01-05\n"
    "tot: 2026-03-01\nwereld:\n  kind: { k1: { soort: bao } }\nverloop:\n"
    "  - op: 2026-01-06\n    gebeurtenis: weg\n    kind: k1\n    aantal: 5\n"
    "  - op: 2026-01-07\n    verwacht:\n      k1.te_melden: ja\n"
    "      k1.melden: { status: open, uiterlijk: 2026-01-20 }\n";

typedef struct trial {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    pt_mutants *mutants;
    const pt_scenario *scenario;
} trial;

static void begin(trial *of)
{
    of->arena = pt_arena_create();
    of->report = pt_report_create(of->arena);
    of->pack = pack_of(of->arena, parameters, rules, &of->report);
    of->pack->law_from = pt_date_from(2014, 8, 1);
    show_findings(&of->report);
    assert_int_equal(of->report.count, 0);
    of->mutants =
        pt_mutants_find(of->arena, of->pack, pt_coverage_plan_create(of->arena, of->pack));
    pt_story *read = pt_story_read(of->arena, source_of(of->arena, "weg.yaml", story), &of->report);
    of->scenario = pt_story_play(of->arena, read, of->pack, NULL, 0, &of->report);
    show_findings(&of->report);
    assert_non_null(of->scenario);
}

static bool green(trial *of)
{
    pt_report report = pt_report_create(of->arena);
    pt_replay_options options = {.trees_alone = true, .stops_at_failure = true};
    const pt_run_result *result =
        pt_replay(of->arena, of->pack, of->scenario, (pt_reading){0}, &report, &options);
    return result->failed == 0 && !result->broken;
}

/* Is this fault noticed by the story? */
static bool noticed(trial *of, const pt_mutant *mutant)
{
    pt_undo undo = pt_undo_create(of->arena);
    pt_mutant_apply(of->mutants, mutant, &undo);
    bool told = !green(of);
    pt_undo_all(&undo);
    return told;
}

static const pt_mutant *find(const trial *of, pt_fault_kind kind, const char *before)
{
    for (size_t i = 0; i < of->mutants->count; i++) {
        const pt_mutant *mutant = &of->mutants->items[i];
        if (mutant->kind == kind && (before == NULL || pt_text_equal(mutant->before, before)))
            return mutant;
    }
    fail_msg("geen fout van soort %d op %s", (int)kind, before == NULL ? "iets" : before);
    return NULL;
}

static bool equivalent(trial *of, const pt_mutant *mutant)
{
    pt_function *function = of->pack->functions[mutant->function];
    bool same = true;
    for (size_t i = 0; i < function->period_count; i++) {
        const pt_tree *before = function->periods[i].tree;
        pt_excluded_words taken[PT_LIMIT_INPUTS];
        size_t count = pt_words_taken_before(of->pack, function, before, taken);
        pt_undo undo = pt_undo_create(of->arena);
        pt_mutant_apply(of->mutants, mutant, &undo);
        same = same && pt_trees_equivalent(before, function->periods[i].tree, taken, count);
        pt_undo_all(&undo);
        assert_ptr_equal(function->periods[i].tree, before);
    }
    return same;
}

static void every_mutant_can_be_put_back(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    assert_true(green(&of));
    for (size_t i = 0; i < of.mutants->count; i++) {
        noticed(&of, &of.mutants->items[i]);
        assert_true(green(&of));
    }
    assert_int_equal(of.pack->blocks[0].ground_count, 2);
    pt_arena_destroy(of.arena);
}

static void a_fault_on_the_way_of_the_story_is_noticed(void **state)
{
    (void)state;
    static const struct {
        pt_fault_kind kind;
        const char *before;
        bool noticed;
    } table[] = {
        {PT_FAULT_FLIPPED, "ziek", true},
        {PT_FAULT_ALWAYS, "ziek", true},
        {PT_FAULT_NEVER, "ziek", false}, /* nobody is ill in the story */
        {PT_FAULT_NEVER, "weg > grens", true},
        {PT_FAULT_ALWAYS, "weg > grens", false},
        {PT_FAULT_UNIT, "2 weken", true},
        {PT_FAULT_LONGER, "2 weken", true},
        {PT_FAULT_SHORTER, "2 weken", true},
        {PT_FAULT_SWAPPED, NULL, false}, /* of the ill with the very long away */
        {PT_FAULT_NO_EXCEPTION, NULL, false},
        {PT_FAULT_LATER, "2015-08-01", false},
    };
    trial of;
    begin(&of);
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        assert_int_equal(noticed(&of, find(&of, table[i].kind, table[i].before)), table[i].noticed);
    pt_arena_destroy(of.arena);
}

/* Five days, more than four: six would not be. */
static void a_bound_moves_by_the_step_of_its_type_in_every_period(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    const pt_mutant *stricter = NULL;
    for (size_t i = 0; i < of.mutants->count; i++) {
        const pt_mutant *mutant = &of.mutants->items[i];
        if (mutant->kind == PT_FAULT_STRICTER && noticed(&of, mutant))
            stricter = mutant;
    }
    assert_non_null(stricter);
    assert_int_equal(stricter->at.line, 14);
    const pt_function *function = of.pack->functions[stricter->function];
    const pt_question *question =
        &of.mutants->questions[stricter->function].items[stricter->question];
    assert_int_equal(function->period_count, 2);
    assert_int_equal(pt_bound_step(question), PT_NUMBER_SCALE);
    pt_arena_destroy(of.arena);
}

static void what_no_case_can_tell_is_proved(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    /* more than fifteen is more than the limit, and says the same */
    assert_true(equivalent(&of, find(&of, PT_FAULT_NEVER, "weg > 15")));
    assert_false(equivalent(&of, find(&of, PT_FAULT_ALWAYS, "weg > 15")));
    assert_false(equivalent(&of, find(&of, PT_FAULT_NEVER, "weg > grens")));
    pt_arena_destroy(of.arena);
}

static void the_last_ground_may_as_well_take_all_that_is_left(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    assert_true(equivalent(&of, find(&of, PT_FAULT_ALWAYS, "soort == vo")));
    assert_false(equivalent(&of, find(&of, PT_FAULT_NEVER, "soort == vo")));
    assert_false(equivalent(&of, find(&of, PT_FAULT_ALWAYS, "soort == bao")));
    pt_arena_destroy(of.arena);
}

static void the_first_day_of_the_law_that_a_pack_describes_is_not_moved(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    size_t moved = 0;
    for (size_t i = 0; i < of.mutants->count; i++)
        moved += of.mutants->items[i].kind == PT_FAULT_LATER;
    assert_int_equal(moved, 1);
    pt_arena_destroy(of.arena);
}

static void a_play_that_does_not_come_by_can_not_tell(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    pt_coverage coverage = pt_coverage_create(of.arena, of.mutants->plan);
    assert_false(pt_mutant_touched(of.mutants, find(&of, PT_FAULT_NEVER, "ziek"), coverage.counts));
    pt_report report = pt_report_create(of.arena);
    pt_replay_options options = {.trees_alone = true, .coverage = &coverage};
    pt_replay(of.arena, of.pack, of.scenario, (pt_reading){0}, &report, &options);
    for (size_t i = 0; i < of.mutants->count; i++) {
        const pt_mutant *mutant = &of.mutants->items[i];
        if (!pt_mutant_touched(of.mutants, mutant, coverage.counts))
            assert_false(noticed(&of, mutant));
    }
    assert_true(pt_mutant_touched(of.mutants, find(&of, PT_FAULT_NEVER, "ziek"), coverage.counts));
    pt_arena_destroy(of.arena);
}

static void a_value_changed_takes_new_trees_along(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    const pt_mutant *up = NULL;
    for (size_t i = 0; i < of.mutants->count; i++)
        if (of.mutants->items[i].kind == PT_FAULT_VALUE_UP && of.mutants->items[i].row == 1)
            up = &of.mutants->items[i];
    assert_non_null(up);
    assert_string_equal(up->before, "4");
    assert_string_equal(up->after, "5");
    pt_pack *again = pack_of(of.arena,
                             "grens:\n  titel: Grens\n  eenheid: getal\n  waarden:\n"
                             "    - { vanaf: 2014-08-01, waarde: 3, bron: A, status: wet }\n"
                             "    - { vanaf: 2024-08-01, waarde: 5, bron: A, status: wet }\n",
                             rules, &of.report);
    pt_undo undo = pt_undo_create(of.arena);
    pt_mutant_graft(of.mutants, up, again, &undo);
    pt_mutant_apply(of.mutants, up, &undo);
    assert_int_equal(of.pack->parameters[0].values[1].value.amount, 5 * PT_NUMBER_SCALE);
    assert_false(green(&of)); /* five days are not more than five */
    pt_undo_all(&undo);
    assert_true(green(&of));
    assert_true(pt_parameter_idle_before(of.pack, 0, pt_date_from(2014, 8, 1)));
    assert_false(pt_parameter_idle_before(of.pack, 0, pt_date_from(2014, 8, 2)));
    pt_arena_destroy(of.arena);
}

static void a_sample_is_drawn_by_its_seed_alone(void **state)
{
    (void)state;
    trial one, other;
    begin(&one);
    begin(&other);
    size_t all = one.mutants->count;
    pt_mutants_sample(one.arena, one.mutants, 7, 5);
    pt_mutants_sample(other.arena, other.mutants, 7, 5);
    assert_int_equal(one.mutants->count, 7);
    for (size_t i = 0; i < 7; i++) {
        assert_int_equal(one.mutants->items[i].kind, other.mutants->items[i].kind);
        assert_int_equal(one.mutants->items[i].at.line, other.mutants->items[i].at.line);
    }
    pt_mutants_sample(other.arena, other.mutants, all, 5);
    assert_int_equal(other.mutants->count, 7);
    pt_arena_destroy(one.arena);
    pt_arena_destroy(other.arena);
}

static void the_report_is_as_agreed(void **state)
{
    (void)state;
    trial of;
    begin(&of);
    pt_judged_mutant judged[] = {
        {find(&of, PT_FAULT_FLIPPED, "ziek"), PT_FATE_NOTICED, 3, NULL},
        {find(&of, PT_FAULT_NEVER, "ziek"), PT_FATE_SURVIVED, 3,
         "merkt het: 2026-09-15, kind1.ziek = ja; te_melden is nu nee, met de fout ja"},
        {find(&of, PT_FAULT_UNIT, NULL), PT_FATE_SURVIVED, 2, NULL},
        {find(&of, PT_FAULT_SWAPPED, NULL), PT_FATE_UNREACHED, 0, NULL},
        {find(&of, PT_FAULT_NEVER, "weg > 15"), PT_FATE_EQUIVALENT, 3, NULL},
    };
    pt_mutation mutation = {.pack = of.pack,
                            .scenarios = 1,
                            .plays = 3,
                            .red = 1,
                            .possible = of.mutants->count,
                            .mutants = judged,
                            .count = 5,
                            .fates = {1, 2, 1, 1, 0},
                            .undecided = 2,
                            .of_kind = {[PT_FAULT_FLIPPED] = {0, 1},
                                        [PT_FAULT_NEVER] = {1, 0},
                                        [PT_FAULT_UNIT] = {1, 0},
                                        [PT_FAULT_SWAPPED] = {1, 0}}};
    assert_false(pt_mutation_short(&mutation, 25));
    assert_true(pt_mutation_short(&mutation, 26));
    pt_style people = {PT_MEDIUM_PEOPLE, PT_DUTCH, false};
    pt_style json = {PT_MEDIUM_JSON, PT_DUTCH, false};
    pt_mutation_wish wish = {.minimum = 90};
    pt_text out = pt_text_create(of.arena);
    pt_mutation_write(&out, &mutation, &people, &wish);
    pt_text_add(&out, "\n");
    pt_mutation_write(&out, &mutation, &json, &wish);
    pt_text_add(&out, "\n");
    golden_check(of.arena, "muteer.txt", out.bytes);
    pt_arena_destroy(of.arena);
}

/* A term from Monday 5 January 2026 that stands still for a week and is put off for one more. */
static void respites_left_out_are_noticed(void **state)
{
    (void)state;
    static const char text[] =
        "onderwerp \"kind\" { titel = \"Kind\", gegevens = {\n"
        "  begin_op = datum { \"begin\", optioneel = true },\n"
        "  stil_van = datum { \"stil\", optioneel = true },\n"
        "  stil_tot = datum { \"verder\", optioneel = true },\n"
        "  gemeld_op = datum { \"gemeld\", optioneel = true },\n"
        "  verlengd_op = datum { \"verlengd\", optioneel = true } } }\n"
        "plicht \"melden\" { over = \"kind\", wie = \"ouders\", bron = \"A\",\n"
        "  geldig = { vanaf = \"2014-08-01\" },\n"
        "  termijn = { vanaf = function(begin_op) return begin_op end, lengte = weken(2),\n"
        "    staat_stil = { van = \"stil_van\", tot = \"stil_tot\" },\n"
        "    verlenging = { mededeling = \"verlengd_op\", hoogstens = weken(1) },\n"
        "    recht = beleid },\n"
        "  vervuld = function(gemeld_op) return gemeld_op end }\n";
    static const char told[] =
        "scenario: stil\ntitel: Stil\npakket: proef\nvan: 2026-01-12\ntot: 2026-01-12\n"
        "wereld:\n  kind: { k1: { begin_op: 2026-01-05, stil_van: 2026-01-06, stil_tot: "
        "2026-01-13,\n    verlengd_op: 2026-01-08 } }\nverloop:\n  - op: 2026-01-12\n"
        "    verwacht:\n      k1.melden: { uiterlijk: 2026-02-02 }\n"; /* 5 + 14 + 7 + 7 days */
    trial of;
    of.arena = pt_arena_create();
    of.report = pt_report_create(of.arena);
    of.pack = pack_of(of.arena, NULL, text, &of.report);
    show_findings(&of.report);
    of.mutants = pt_mutants_find(of.arena, of.pack, pt_coverage_plan_create(of.arena, of.pack));
    pt_story *read = pt_story_read(of.arena, source_of(of.arena, "stil.yaml", told), &of.report);
    of.scenario = pt_story_play(of.arena, read, of.pack, NULL, 0, &of.report);
    show_findings(&of.report);
    assert_true(green(&of));
    assert_true(noticed(&of, find(&of, PT_FAULT_NO_STANDSTILL, NULL)));
    assert_true(green(&of));
    assert_true(noticed(&of, find(&of, PT_FAULT_NO_EXTENSION, NULL)));
    assert_true(green(&of));
    pt_arena_destroy(of.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mutant_can_be_put_back),
        cmocka_unit_test(a_fault_on_the_way_of_the_story_is_noticed),
        cmocka_unit_test(a_bound_moves_by_the_step_of_its_type_in_every_period),
        cmocka_unit_test(what_no_case_can_tell_is_proved),
        cmocka_unit_test(the_last_ground_may_as_well_take_all_that_is_left),
        cmocka_unit_test(the_first_day_of_the_law_that_a_pack_describes_is_not_moved),
        cmocka_unit_test(a_play_that_does_not_come_by_can_not_tell),
        cmocka_unit_test(a_value_changed_takes_new_trees_along),
        cmocka_unit_test(a_sample_is_drawn_by_its_seed_alone),
        cmocka_unit_test(respites_left_out_are_noticed),
        cmocka_unit_test(the_report_is_as_agreed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
