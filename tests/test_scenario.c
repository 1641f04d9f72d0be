/* SPDX-License-Identifier: EUPL-1.2 */
#include "scenario_support.h"

#define HEAD "scenario: proef\npakket: voorbeeld\n"
#define DAYS "van: 2026-06-01\ntot: 2026-12-31\n"
#define WORLD                                                                                      \
    "wereld:\n"                                                                                    \
    "  bestuur: { esdoorn: {} }\n"                                                                 \
    "  school: { wilg: { soort: bao, bestuur: esdoorn } }\n"                                       \
    "  leerling: { l1: { geboren: van-4j-1m } }\n"
#define APPLIES                                                                                    \
    "verloop:\n"                                                                                   \
    "  - op: 2026-06-15\n"                                                                         \
    "    gebeurtenis: aanmelding\n"                                                                \
    "    als: a1\n"                                                                                \
    "    leerling: l1\n"                                                                           \
    "    school: wilg\n"
/* APPLIES in STORY ends with line 14. */
#define STORY HEAD DAYS WORLD APPLIES

typedef struct fixture {
    pt_arena *arena;
    pt_report report;
    pt_source source;
    pt_pack *pack;
    pt_story *story;
} fixture;

static fixture *open_story(const char *text)
{
    pt_arena *arena = pt_arena_create();
    fixture *made = PT_NEW(arena, fixture);
    made->arena = arena;
    made->report = pt_report_create(arena);
    made->source = source_of(text);
    made->pack = example_pack(arena);
    made->story = pt_story_read(arena, &made->source, &made->report);
    return made;
}

static pt_scenario *play(fixture *from, size_t index)
{
    return pt_story_play(from->arena, from->story, from->pack, NULL, index, &from->report);
}

static void close_story(fixture *made)
{
    pt_arena_destroy(made->arena);
}

static pt_scenario *only_play(fixture *from)
{
    pt_scenario *scenario = from->story == NULL ? NULL : play(from, 0);
    if (scenario == NULL)
        fail_msg("%s", findings_of(from->arena, &from->report));
    assert_int_equal(from->report.errors, 0);
    return scenario;
}

static pt_date day(int year, int month, int number)
{
    return pt_date_from(year, month, number);
}

/* --- What a story becomes --------------------------------------------------------------------- */

/* A story with some of everything; the example of the page is played in test_documentation.c. */
static const char example[] =
    "scenario: besluit-op-tijd\n"
    "titel: Een besluit binnen de termijn\n"
    "pakket: voorbeeld\n"
    "variant: korter-beslissen\n"
    "van: 2026-06-01\n"
    "tot: 2026-12-31\n"
    "vakantieregio: noord\n"
    "dagen: { zomer: 2026-07-04 }\n"
    "wereld:\n"
    "  bestuur:  { esdoorn: {} }\n"
    "  school:   { wilg: { soort: bao, bestuur: esdoorn } }\n"
    "  leerling: { l1: { geboren: van-4j-1m, ingeschreven: nee } }\n"
    "  zetel:\n"
    "    - { school: wilg }\n"
    "verloop:\n"
    "  - op: 2026-06-15\n"
    "    gebeurtenis: aanmelding\n"
    "    als: a1\n"
    "    leerling: l1\n"
    "    school: wilg\n"
    "    steun_nodig: onbekend\n"
    "  - op: +1d\n"
    "    verwacht:\n"
    "      a1.besluit_nemen: { status: open, wie: esdoorn, uiterlijk: 2026-07-27, bron: \"WPO art. "
    "40 lid 6\" }\n"
    "      a1.zorgplicht_geldt: onbekend\n"
    "      a1.plichten: { bevat: [besluit_nemen] }\n"
    "  - op: a1+5w\n"
    "    gebeurtenis: besluit\n"
    "    aanmelding: a1\n"
    "    uitkomst: toegelaten\n"
    "  - op: +0d\n"
    "    verwacht:\n"
    "      a1.besluit_nemen: vervuld\n"
    "      gebeurd: { besluit: 1 }\n"
    "      niet_gebeurd: [beslistermijn_verstreken]\n";

static void the_head_of_a_story_is_taken_over(void **state)
{
    (void)state;
    fixture *from = open_story(example);
    assert_string_equal(pt_story_name(from->story), "besluit-op-tijd");
    assert_string_equal(pt_story_pack(from->story), "voorbeeld");
    assert_string_equal(pt_story_variant(from->story), "korter-beslissen");
    assert_int_equal(pt_story_play_count(from->story), 1);
    const pt_scenario *scenario = only_play(from);
    assert_string_equal(scenario->name, "besluit-op-tijd");
    assert_string_equal(scenario->title, "Een besluit binnen de termijn");
    assert_int_equal(scenario->from, day(2026, 6, 1));
    assert_int_equal(scenario->until, day(2026, 12, 31));
    assert_string_equal(pt_calendar_region_name(from->pack->calendar, scenario->region), "noord");
    assert_int_not_equal(scenario->hash, 0);
    close_story(from);
}

static void the_world_comes_first_and_events_make_the_rest(void **state)
{
    (void)state;
    fixture *from = open_story(example);
    const pt_scenario *scenario = only_play(from);
    static const char *const names[] = {"esdoorn", "wilg", "l1", "zetel 1", "a1"};
    assert_int_equal(scenario->subject_count, 5);
    for (uint32_t i = 0; i < 5; i++) {
        assert_string_equal(scenario->subjects[i].name, names[i]);
        assert_int_equal(scenario->subjects[i].in_world, i < 4);
    }
    assert_int_equal(scenario->subjects[1].references[0], 0);
    assert_int_equal(scenario->subjects[3].references[0], 1);
    const pt_scenario_subject *pupil = &scenario->subjects[2];
    assert_int_equal(pupil->fact_count, 2);
    assert_int_equal(pupil->facts[0].value.kind, PT_DATE);
    assert_int_equal(pupil->facts[0].value.amount, day(2022, 5, 1));
    const pt_scenario_subject *made = &scenario->subjects[4];
    assert_int_equal(made->references[0], 2);
    assert_int_equal(made->references[1], 1);
    assert_int_equal(made->references[2], UINT32_MAX);
    assert_int_equal(made->fact_count, 1);
    assert_int_equal(made->facts[0].fact, 1);
    assert_int_equal(made->facts[0].value.kind, PT_UNKNOWN);
    close_story(from);
}

static void steps_have_absolute_days_in_order(void **state)
{
    (void)state;
    fixture *from = open_story(example);
    const pt_scenario *scenario = only_play(from);
    assert_int_equal(scenario->step_count, 4);
    assert_int_equal(scenario->steps[0].day, day(2026, 6, 15));
    assert_int_equal(scenario->steps[1].day, day(2026, 6, 16));
    assert_int_equal(scenario->steps[2].day, day(2026, 7, 20));
    assert_int_equal(scenario->steps[3].day, day(2026, 7, 20));
    const pt_occurrence *decision = &scenario->steps[2].occurrence;
    assert_int_equal(decision->event, DECIDE);
    assert_int_equal(decision->subject, 4);
    assert_int_equal(decision->holds_from, day(2026, 7, 20));
    assert_int_equal(decision->asked_count, 1);
    assert_int_equal(decision->asked[0].fact, 0);
    assert_int_equal(decision->asked[0].value.amount, 0);
    close_story(from);
}

static void expectations_keep_their_fields_and_the_place_of_each_scalar(void **state)
{
    (void)state;
    fixture *from = open_story(example);
    const pt_scenario *scenario = only_play(from);
    const pt_step *step = &scenario->steps[1];
    assert_int_equal(step->expectation_count, 3);
    const pt_expectation *duty = &step->expectations[0];
    assert_string_equal(duty->written, "a1.besluit_nemen");
    assert_int_equal(duty->kind, PT_EXPECT_NAME);
    assert_int_equal(duty->name.kind, PT_NAME_DUTY);
    assert_int_equal(duty->subject, 4);
    assert_int_equal(duty->field_count, 4);
    assert_int_equal(duty->fields[0].kind, PT_FIELD_STATUS);
    assert_string_equal(duty->fields[0].text, "open");
    assert_string_equal(duty->fields[1].text, "esdoorn");
    assert_int_equal(duty->fields[2].kind, PT_FIELD_DUE);
    assert_int_equal(duty->fields[2].value.amount, day(2026, 7, 27));
    assert_int_equal(duty->fields[2].at.line, 24);
    assert_int_equal(duty->fields[2].at.column, 66);
    assert_int_equal(duty->fields[2].at.length, 10);
    assert_string_equal(duty->fields[3].text, "WPO art. 40 lid 6");
    assert_int_equal(step->expectations[1].fields[0].kind, PT_FIELD_VALUE);
    assert_int_equal(step->expectations[1].fields[0].value.kind, PT_UNKNOWN);
    const pt_expectation *duties = &step->expectations[2];
    assert_int_equal(duties->kind, PT_EXPECT_DUTIES);
    assert_int_equal(duties->fields[0].kind, PT_FIELD_CONTAINS);
    assert_string_equal(duties->fields[0].texts[0], "besluit_nemen");
    const pt_expectation *happened = &scenario->steps[3].expectations[1];
    assert_int_equal(happened->kind, PT_EXPECT_HAPPENED);
    assert_int_equal(happened->event, DECIDE);
    assert_int_equal(happened->fields[0].value.amount, 16);
    assert_int_equal(scenario->steps[3].expectations[2].kind, PT_EXPECT_NOT_HAPPENED);
    assert_int_equal(scenario->steps[3].expectations[2].event, EXPIRE);
    close_story(from);
}

static void days_are_read_in_every_way_that_they_can_be_written(void **state)
{
    static const struct {
        const char *written;
        int expected[3];
    } rows[] = {
        {"2026-06-15", {2026, 6, 15}}, {"+1d", {2026, 6, 16}},       {"+0d", {2026, 6, 15}},
        {"van+14d", {2026, 6, 15}},    {"tot-1w", {2026, 12, 24}},   {"zomer+2w", {2026, 7, 18}},
        {"zomer", {2026, 7, 4}},       {"a1", {2026, 6, 15}},        {"a1+5w", {2026, 7, 20}},
        {"fase-2", {2026, 8, 31}},     {"fase-2-3d", {2026, 8, 28}}, {"zomer-1w+3d", {2026, 6, 30}},
        {"fase-2+1m", {2026, 9, 30}},  {"van+1j-11m", {2026, 7, 1}},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        const char *text = pt_format(arena,
                                     "%sdagen: { zomer: 2026-07-04, fase-2: 2026-08-31 }\n"
                                     "%s  - op: %s\n    verwacht: { gebeurd: { besluit: 0 } }\n",
                                     HEAD DAYS WORLD, APPLIES, rows[i].written);
        fixture *from = open_story(text);
        const pt_scenario *scenario = only_play(from);
        if (scenario->steps[1].day !=
            day(rows[i].expected[0], rows[i].expected[1], rows[i].expected[2]))
            fail_msg("%s", rows[i].written);
        close_story(from);
        pt_arena_destroy(arena);
    }
}

static void a_series_happens_on_its_days_and_its_steps_stand_by_day(void **state)
{
    static const struct {
        const char *every;
        size_t count;
    } rows[] = {{"dag", 14}, {"werkdag", 10}, {"schooldag", 5}, {"week", 2}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        fixture *from = open_story(
            pt_format(arena,
                      HEAD DAYS "vakantieregio: noord\n" WORLD "verloop:\n"
                                "  - reeks: { van: 2026-10-05, tot: 2026-10-18, per: %s }\n"
                                "    gebeurtenis: verzuim\n"
                                "    leerling: l1\n"
                                "    datum: op\n"
                                "    uren: 5\n"
                                "  - op: 2026-10-06\n"
                                "    verwacht: { gebeurd: { verzuim: 1 } }\n"
                                "  - op: +1d\n"
                                "    verwacht: { gebeurd: { verzuim: 3 } }\n",
                      rows[i].every));
        const pt_scenario *scenario =
            pt_story_play(arena, from->story, from->pack, NULL, 0, &from->report);
        assert_non_null(scenario);
        assert_int_equal(scenario->subject_count, 3 + rows[i].count);
        assert_int_equal(scenario->step_count, rows[i].count + 2);
        for (size_t j = 1; j < scenario->step_count; j++)
            assert_true(scenario->steps[j - 1].day <= scenario->steps[j].day);
        const pt_scenario_subject *first = &scenario->subjects[3];
        assert_string_equal(first->name, "verzuimdag 1");
        assert_int_equal(first->facts[0].value.amount, day(2026, 10, 5));
        close_story(from);
        pt_arena_destroy(arena);
    }
}

static void a_series_on_school_days_warns_of_unknown_holidays(void **state)
{
    (void)state;
    fixture *from = open_story(HEAD DAYS WORLD
                               "verloop:\n"
                               "  - reeks: { van: 2026-09-07, tot: 2026-09-11, per: schooldag }\n"
                               "    gebeurtenis: verzuim\n"
                               "    leerling: l1\n");
    assert_non_null(play(from, 0));
    assert_string_equal(findings_of(from->arena, &from->report), "S029:10:53");
    assert_int_equal(from->report.errors, 0);
    close_story(from);
}

static void a_change_sets_facts_without_an_event(void **state)
{
    (void)state;
    fixture *from = open_story(STORY "  - op: 2026-07-01\n"
                                     "    wijzig: l1\n"
                                     "    geldt_vanaf: op-3d\n"
                                     "    ingeschreven: ja\n");
    const pt_occurrence *change = &only_play(from)->steps[1].occurrence;
    assert_int_equal(change->event, PT_NO_INDEX);
    assert_int_equal(change->subject, 2);
    assert_int_equal(change->holds_from, day(2026, 6, 28));
    assert_int_equal(change->fact_count, 1);
    assert_true(pt_is_yes(change->facts[0].value));
    close_story(from);
}

#define DECISION                                                                                   \
    "  - op: 2026-07-01\n"                                                                         \
    "    beslispunt: knoop\n"                                                                      \
    "    vraag: Wie hakt de knoop door?\n"                                                         \
    "    bij: wilg\n"                                                                              \
    "    standaard: besluiten\n"                                                                   \
    "    keuzes:\n"                                                                                \
    "      besluiten: { gebeurtenis: besluit, aanmelding: a1, uitkomst: geweigerd }\n"             \
    "      opnieuw:\n"                                                                             \
    "        - { gebeurtenis: aanmelding, als: a2, leerling: l1, school: wilg }\n"                 \
    "        - { gebeurtenis: besluit, aanmelding: a2, uitkomst: geweigerd }\n"                    \
    "      nog_eens:\n"                                                                            \
    "        - { gebeurtenis: verzuim, leerling: l1 }\n"                                           \
    "        - { gebeurtenis: aanmelding, als: a2, leerling: l1, school: wilg }\n"                 \
    "      wachten: []\n"

static void a_branch_that_is_not_chosen_makes_nothing(void **state)
{
    static const struct {
        const char *branch; /* NULL: standaard */
        size_t chosen;
        size_t occurrences;
        uint32_t subjects;
        const char *last;
        size_t expectations; /* of the step behind the decision */
    } rows[] = {
        {NULL, 0, 1, 4, "a1", 1},      {"besluiten", 0, 1, 4, "a1", 1},
        {"opnieuw", 1, 2, 5, "a2", 2}, {"nog_eens", 2, 2, 6, "a2", 2},
        {"wachten", 3, 0, 4, "a1", 1},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture *from = open_story(STORY DECISION "  - op: +1d\n"
                                                  "    verwacht:\n"
                                                  "      a1.onderzoeken: open\n"
                                                  "      a2.onderzoeken: open\n");
        pt_chosen chosen = {"knoop", rows[i].branch};
        pt_choices_given given = {&chosen, rows[i].branch == NULL ? 0 : 1};
        const pt_scenario *scenario =
            pt_story_play(from->arena, from->story, from->pack, &given, 0, &from->report);
        if (scenario == NULL)
            fail_msg("%s", findings_of(from->arena, &from->report));
        const pt_step *step = &scenario->steps[1];
        assert_string_equal(step->decision, "knoop");
        assert_string_equal(step->by, "wilg");
        assert_int_equal(step->branch_count, 4);
        assert_int_equal(step->chosen, rows[i].chosen);
        for (size_t j = 0; j < 4; j++)
            assert_int_equal(step->branches[j].occurrence_count,
                             j == rows[i].chosen ? rows[i].occurrences : 0);
        assert_int_equal(scenario->subject_count, rows[i].subjects);
        assert_string_equal(scenario->subjects[rows[i].subjects - 1].name, rows[i].last);
        assert_int_equal(scenario->steps[2].expectation_count, rows[i].expectations);
        close_story(from);
    }
}

static void choices_by_hand_are_checked(void **state)
{
    static const struct {
        pt_chosen chosen;
        const char *findings;
        const char *suggestion;
    } rows[] = {
        {{"knop", "wachten"}, "S032:0:0", "knoop"},
        {{"knoop", "wacht"}, "S033:20:5", "wachten"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        fixture *from = open_story(STORY DECISION);
        pt_choices_given given = {&rows[i].chosen, 1};
        assert_null(pt_story_play(from->arena, from->story, from->pack, &given, 0, &from->report));
        assert_string_equal(findings_of(from->arena, &from->report), rows[i].findings);
        assert_string_equal(from->report.findings[0].suggestion, rows[i].suggestion);
        assert_sentences_are_whole(from->arena, &from->report);
        close_story(from);
    }
}

#define TABLE                                                                                      \
    HEAD DAYS WORLD "verloop:\n"                                                                   \
                    "  - op: {ontvangen}\n"                                                        \
                    "    gebeurtenis: aanmelding\n"                                                \
                    "    als: a1\n"                                                                \
                    "    leerling: l1\n"                                                           \
                    "    school: wilg\n"                                                           \
                    "    uren: {uren}\n"                                                           \
                    "  - op: \"{ontvangen}\"\n"                                                    \
                    "    verwacht:\n"                                                              \
                    "      a1.besluit_nemen: { uiterlijk: {uiterlijk}, bron: \"WPO {lid}\" }\n"    \
                    "tabel:\n"                                                                     \
                    "  kolommen: [ontvangen, uiterlijk, uren, lid]\n"                              \
                    "  rijen:\n"                                                                   \
                    "    - [2026-06-15, 2026-07-27, 5, a]\n"                                       \
                    "    - [2026-06-16, 2026-07-28, \"5,5\", b]\n"

static void each_row_of_a_table_is_a_play_with_its_cells_filled_in(void **state)
{
    (void)state;
    fixture *from = open_story(TABLE);
    assert_non_null(from->story);
    assert_int_equal(pt_story_play_count(from->story), 2);
    const pt_scenario *first = play(from, 0);
    const pt_scenario *second = play(from, 1);
    if (first == NULL || second == NULL)
        fail_msg("%s", findings_of(from->arena, &from->report));
    assert_string_equal(first->name, "proef[1]");
    assert_string_equal(second->name, "proef[2]");
    assert_int_not_equal(first->hash, second->hash);
    assert_int_equal(first->steps[0].day, day(2026, 6, 15));
    assert_int_equal(second->steps[0].day, day(2026, 6, 16));
    assert_int_equal(second->subjects[3].facts[0].value.amount, 88);
    const pt_expectation *expectation = &second->steps[1].expectations[0];
    assert_int_equal(expectation->fields[0].value.amount, day(2026, 7, 28));
    assert_string_equal(expectation->fields[1].text, "WPO b");
    close_story(from);
}

static void an_expected_cell_stands_in_the_table_and_a_part_of_a_text_nowhere(void **state)
{
    (void)state;
    fixture *from = open_story(TABLE);
    const pt_expectation *expectation = &play(from, 1)->steps[1].expectations[0];
    assert_int_equal(expectation->fields[0].at.line, 23);
    assert_int_equal(expectation->fields[0].at.column, 20);
    assert_int_equal(expectation->fields[0].at.length, 10);
    assert_int_equal(expectation->fields[1].at.line, 0);
    close_story(from);
}

#define SHIFTED                                                                                    \
    HEAD "van: 2026-06-01\ntot: van+6m\n" WORLD "verloop:\n"                                       \
         "  - op: van+2w\n"                                                                        \
         "    gebeurtenis: aanmelding\n"                                                           \
         "    als: a1\n"                                                                           \
         "    leerling: l1\n"                                                                      \
         "    school: wilg\n"                                                                      \
         "  - op: +1d\n"                                                                           \
         "    alleen: { tot: 2020-12-31 }\n"                                                       \
         "    verwacht: { a1.onderzoeken: open }\n"                                                \
         "  - op: +1d\n"                                                                           \
         "    nog_niet_beoordeeld: ja\n"                                                           \
         "    verwacht: { a1.onderzoeken: { uiterlijk: a1+6w } }\n"                                \
         "speel_vanaf: [2016-08-01, 2019-08-01]\n"

static void a_story_is_played_again_from_other_days(void **state)
{
    static const struct {
        const char *name;
        int from[3];
        int until[3];
        size_t steps;
    } rows[] = {
        {"proef", {2026, 6, 1}, {2026, 12, 1}, 2},
        {"proef@2016-08-01", {2016, 8, 1}, {2017, 2, 1}, 3},
        {"proef@2019-08-01", {2019, 8, 1}, {2020, 2, 1}, 3},
    };
    (void)state;
    fixture *from = open_story(SHIFTED);
    assert_non_null(from->story);
    assert_int_equal(pt_story_play_count(from->story), 3);
    for (size_t i = 0; i < 3; i++) {
        const pt_scenario *scenario = play(from, i);
        if (scenario == NULL)
            fail_msg("%s", findings_of(from->arena, &from->report));
        assert_string_equal(scenario->name, rows[i].name);
        assert_int_equal(scenario->from, day(rows[i].from[0], rows[i].from[1], rows[i].from[2]));
        assert_int_equal(scenario->until,
                         day(rows[i].until[0], rows[i].until[1], rows[i].until[2]));
        assert_int_equal(scenario->step_count, rows[i].steps);
        const pt_expectation *last = &scenario->steps[rows[i].steps - 1].expectations[0];
        assert_true(last->unjudged);
        assert_int_equal(last->fields[0].value.amount, scenario->from + 14 + 42);
    }
    close_story(from);
}

static void rows_and_days_multiply(void **state)
{
    (void)state;
    static const char *const names[] = {"proef[1]", "proef[2]", "proef[1]@2016-08-01",
                                        "proef[2]@2016-08-01"};
    fixture *from = open_story(HEAD "van: 2026-06-01\ntot: van+{m}m\n"
                                    "verloop: []\n"
                                    "speel_vanaf: [2016-08-01]\n"
                                    "tabel: { kolommen: [m], rijen: [[1], [2]] }\n");
    assert_int_equal(pt_story_play_count(from->story), 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(play(from, i)->name, names[i]);
    assert_int_equal(play(from, 3)->until, day(2016, 10, 1));
    close_story(from);
}

static void a_margin_is_read_in_the_units_of_the_value(void **state)
{
    (void)state;
    fixture *from = open_story(STORY "  - op: +1d\n"
                                     "    verwacht:\n"
                                     "      a1.bedrag: { waarde: \"1.234,50\", marge: \"0,05\" }\n"
                                     "      l1.open_aanmeldingen: { waarde: 1, marge: 1 }\n"
                                     "      a1.besluit_op: geen\n"
                                     "      a1.vanaf: van+3w\n");
    const pt_step *step = &only_play(from)->steps[1];
    assert_int_equal(step->expectations[0].fields[0].value.amount, 123450);
    assert_int_equal(step->expectations[0].fields[0].margin, 5);
    assert_int_equal(step->expectations[1].fields[0].margin, 16);
    assert_int_equal(step->expectations[2].fields[0].value.kind, PT_NONE);
    assert_int_equal(step->expectations[3].fields[0].value.amount, day(2026, 6, 22));
    close_story(from);
}

/* --- The page of the language ----------------------------------------------------------------- */

/* --- What is refused -------------------------------------------------------------------------- */

typedef struct row {
    const char *text;
    const char *findings;
    const char *suggestion; /* of the first finding */
} row;

static const row refused[] = {
    /* the story itself */
    {"", "Y023:0:0", NULL},
    {"[]", "Y034:1:1", NULL},
    {"scenario: proef\n", "Y031:1:1 Y031:1:1 Y031:1:1 Y031:1:1", NULL},
    {"scenario: een proef\npakket: voor beeld\n" DAYS "verloop: []\n", "Y048:1:11 Y048:2:9", NULL},
    {HEAD DAYS "verloop: []\nregles: []\n", "Y030:6:1", NULL},
    {HEAD DAYS "verloop: []\nverlop: []\n", "Y030:6:1", "verloop"},
    {HEAD DAYS "verloop: {}\n", "Y033:5:10", NULL},
    {HEAD DAYS "verloop: [besluit]\n", "Y034:5:11", NULL},
    {HEAD "van: 2026-06-01\ntot: 2026-05-31\nverloop: []\n", "S022:4:6", NULL},
    {HEAD "van: 2026-06-01\ntot: 2086-07-01\nverloop: []\n", "", NULL},
    {HEAD "van: 2026-06-01\ntot: 2086-08-01\nverloop: []\n", "S023:4:6", NULL},
    {HEAD "van: 1-6-2026\ntot: 2026-05-31\nverloop: []\n", "Y042:3:6", "2026-06-01"},
    {HEAD "van: 2026-06-01\ntot: zomer\nverloop: []\n", "S024:4:6", NULL},
    {HEAD DAYS "vakantieregio: nord\nverloop: []\n", "S028:5:16", "noord"},
    {HEAD DAYS "vakantieregio: [noord]\nverloop: []\n", "Y032:5:16", NULL},
    {HEAD DAYS "dagen: { zomer: 2026-07-04, zomer: 2026-07-05 }\nverloop: []\n", "Y016:5:29", NULL},
    {HEAD DAYS "dagen: { op: 2026-07-04, a b: 2026-07-05 }\nverloop: []\n", "S004:5:10 Y048:5:26",
     NULL},
    /* who there is */
    {HEAD DAYS "wereld: { scool: { wilg: {} } }\nverloop: []\n", "S001:5:11", "school"},
    {HEAD DAYS "wereld: { school: wilg }\nverloop: []\n", "Y033:5:19", NULL},
    {HEAD DAYS "wereld: { school: { wilg: bao } }\nverloop: []\n", "Y034:5:27", NULL},
    {HEAD DAYS "wereld: { school: { wilg: {} } }\nverloop: []\n", "S007:5:27", NULL},
    {HEAD DAYS "wereld: { school: { wilg: { bestuur: geen } } }\nverloop: []\n", "S008:5:38", NULL},
    {HEAD DAYS
     "wereld: { school: { wilg: { bestuur: iep } }, bestuur: { iepen: {} } }\nverloop: []\n",
     "S005:5:38", "iepen"},
    {HEAD DAYS "wereld: { school: { wilg: { bestuur: l1 } }, leerling: { l1: {} } }\nverloop: []\n",
     "S006:5:38", NULL},
    {HEAD DAYS "wereld: { bestuur: { iep: { soort: bao } } }\nverloop: []\n", "S002:5:29", NULL},
    {HEAD DAYS "wereld: { leerling: { l1: { geborne: 2020-01-01 } } }\nverloop: []\n", "S002:5:29",
     "geboren"},
    {HEAD DAYS "wereld: { leerling: { l1: { ingeschreven: true } } }\nverloop: []\n", "Y036:5:43",
     "ja"},
    {HEAD DAYS "wereld: { leerling: { l1: { ingeschreven: geen } } }\nverloop: []\n", "Y045:5:43",
     NULL},
    {HEAD DAYS "wereld: { leerling: { l1: { geboren: van-400j } } }\nverloop: []\n", "S025:5:38",
     NULL},
    {HEAD DAYS "wereld: { leerling: { l1: { geboren: van-4 } } }\nverloop: []\n", "S056:5:38",
     NULL},
    {HEAD DAYS "wereld: { leerling: { l1: { geboren: van-9999999d } } }\nverloop: []\n",
     "S056:5:38", NULL},
    {HEAD DAYS "wereld: { leerling: { l1: { geboren: 5-5 } } }\nverloop: []\n", "Y042:5:38", NULL},
    {HEAD DAYS "wereld: { leerling: { l1: {} }, bestuur: { l1: {} } }\nverloop: []\n", "S003:5:44",
     NULL},
    {HEAD DAYS "wereld: { leerling: { geen: {}, 1x: {} } }\nverloop: []\n", "S004:5:23 Y048:5:33",
     NULL},
    {HEAD DAYS "wereld: { leerling: [{ geboren: 2020-01-01 }, l2] }\nverloop: []\n", "Y034:5:47",
     NULL},
    {HEAD DAYS "wereld: { scool: { wilg: {} }, zetel: [{ school: wilg }] }\nverloop: []\n",
     "S001:5:11", "school"},
    /* blocks */
    {STORY "  - op: +1d\n", "S014:15:5", NULL},
    {STORY "  - op: +1d\n    gebeurtenissen: besluit\n", "S014:15:5", "gebeurtenis"},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    verwacht: {}\n", "S014:15:5", NULL},
    {STORY "  - gebeurtenis: besluit\n    aanmelding: a1\n    uitkomst: toegelaten\n", "S036:15:5",
     NULL},
    {STORY "  - op: +1d\n    reeks: { van: +1d, tot: +2d, per: dag }\n    gebeurtenis: verzuim\n",
     "S036:15:5", NULL},
    {STORY "  - op: 2026-06-14\n    wijzig: l1\n    ingeschreven: ja\n", "S020:15:9", NULL},
    {STORY "  - op: -1d\n    wijzig: l1\n    ingeschreven: ja\n", "S020:15:9", NULL},
    {STORY "  - op: 2026-05-31\n    wijzig: l1\n    ingeschreven: ja\n", "S021:15:9", NULL},
    {STORY "  - op: tot+1d\n    wijzig: l1\n    ingeschreven: ja\n", "S021:15:9", NULL},
    {STORY "  - op: tot\n    wijzig: l1\n    ingeschreven: ja\n", "", NULL},
    {STORY "  - op: zommer+2w\n    wijzig: l1\n    ingeschreven: ja\n", "S024:15:9", NULL},
    {STORY "  - op: va+2w\n    wijzig: l1\n    ingeschreven: ja\n", "S024:15:9", "van"},
    {STORY "  - op: l1+2w\n    wijzig: l1\n    ingeschreven: ja\n", "S024:15:9", "a1"},
    {STORY "  - op: van+2x\n    wijzig: l1\n    ingeschreven: ja\n", "S056:15:9", NULL},
    {STORY "  - op: [van]\n    wijzig: l1\n    ingeschreven: ja\n", "Y032:15:9", NULL},
    {STORY "  - op:\n    wijzig: l1\n    ingeschreven: ja\n", "Y035:15:8", NULL},
    {STORY "  - op: +1d\n    geldt_vanaf: 2026-06-17\n    wijzig: l1\n    ingeschreven: ja\n",
     "S027:16:18", NULL},
    {STORY "  - op: +1d\n    geldt_vanaf: op\n    wijzig: l1\n    ingeschreven: ja\n", "", NULL},
    /* events */
    {STORY "  - op: +1d\n    gebeurtenis: besluiten\n    aanmelding: a1\n", "S010:16:18",
     "besluit"},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: a1\n", "S013:15:5", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    uitkomst: geweigerd\n", "S011:15:5", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: l1\n    uitkomst: geweigerd\n",
     "S006:17:17", "a1"},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: b1\n    uitkomst: geweigerd\n",
     "S005:17:17", "a1"},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: a1\n    uitkomst: afgewezen\n",
     "Y037:18:15", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: a1\n    uitkomst: onbekend\n",
     "Y044:18:15", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: besluit\n    als: b1\n    aanmelding: a1\n    uitkomst: "
           "geweigerd\n",
     "S012:17:5", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n", "S007:15:5", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: l1\n",
     "S006:18:13", NULL},
    {STORY
     "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: wilg\n    vorige: "
     "geen\n",
     "", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    als: a1\n    leerling: l1\n    school: "
           "wilg\n",
     "S003:17:10", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    als: wilg\n    leerling: l1\n    school: "
           "wilg\n",
     "S003:17:10", NULL},
    {STORY
     "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: wilg\n    uren: "
     "41\n    kosten: veel\n",
     "Y043:19:11 Y040:20:13", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: wilg\n    "
           "uuren: 4\n",
     "S002:19:5", "uren"},
    {STORY
     "  - { op: +1d, gebeurtenis: aanmelding, leerling: l1, school: wilg, kosten: 1.234,50 }\n",
     "Y047:15:83", NULL},
    {STORY "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: [wilg]\n",
     "Y032:18:13", NULL},
    {STORY
     "  - op: +1d\n    gebeurtenis: aanmelding\n    leerling: l1\n    school: wilg\n    vraag: "
     "x\n",
     "S002:19:5", NULL},
    {STORY "  - op: +1d\n    wijzig: l1\n", "S018:15:5", NULL},
    {STORY "  - op: +1d\n    wijzig: a1\n    school: wilg\n    steun_nodig: ja\n", "S060:17:5",
     NULL},
    {STORY "  - op: +1d\n    wijzig: l2\n    ingeschreven: ja\n", "S005:16:13", "l1"},
    {STORY "  - op: +1d\n    wijzig: l1\n    als: x\n    ingeschreven: ja\n", "S002:17:5", NULL},
    /* series */
    {STORY "  - reeks: { van: +1d, tot: +2d, per: maand }\n    gebeurtenis: verzuim\n    leerling: "
           "l1\n",
     "S016:15:39", NULL},
    {STORY "  - reeks: { van: +1d, tot: +2d, per: werkdgen }\n    gebeurtenis: verzuim\n    "
           "leerling: l1\n",
     "S016:15:39", "werkdag"},
    {STORY "  - reeks: { van: +2d, tot: +1d, per: dag }\n    gebeurtenis: verzuim\n    leerling: "
           "l1\n",
     "S022:15:29", NULL},
    {STORY "  - reeks: { van: 2026-06-20, tot: 2026-06-21, per: werkdag }\n    gebeurtenis: "
           "verzuim\n    leerling: l1\n",
     "S015:15:12", NULL},
    {STORY
     "  - reeks: { van: +1d, tot: tot+1d, per: dag }\n    gebeurtenis: verzuim\n    leerling: "
     "l1\n",
     "S021:15:29", NULL},
    {STORY "  - reeks: { van: +1d, tot: +3d }\n    gebeurtenis: verzuim\n    leerling: l1\n",
     "Y031:15:12", NULL},
    {STORY
     "  - reeks: { van: +1d, tot: +3d, per: dag }\n    gebeurtenis: verzuim\n    als: v1\n    "
     "leerling: l1\n",
     "S017:17:5", NULL},
    {STORY "  - reeks: { van: +1d, tot: +3d, per: dag }\n    gebeurtenis: verzuim\n    leerling: "
           "l2\n",
     "S005:17:15", "l1"},
    {STORY "  - reeks: { van: +1d, tot: +3d, per: dag }\n    verwacht: { a1.onderzoeken: open }\n",
     "Y030:15:5", NULL},
    /* decision points */
    {STORY "  - op: +1d\n    beslispunt: knoop\n", "Y031:15:5 Y031:15:5 Y031:15:5", NULL},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: a\n    keuzes: {}\n",
     "S034:19:13", NULL},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: wacht\n    keuzes: { "
     "wachten: [] }\n",
     "S030:18:16", "wachten"},
    {STORY
     "  - op: +1d\n    beslispunt: de knoop\n    vraag: Wie?\n    bij: niemand\n    standaard: "
     "w\n    keuzes: { w: [] }\n",
     "Y048:16:17 S005:18:10", NULL},
    {STORY "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    bij: ouders\n    standaard: "
           "w\n    keuzes: { w: [] }\n",
     "", NULL},
    {STORY DECISION DECISION, "S031:30:17", NULL},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: w\n    keuzes: { w: "
     "[{ verwacht: { a1.onderzoeken: open } }] }\n",
     "S035:19:19", NULL},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: w\n    keuzes: { w: "
     "{ op: +1d, wijzig: l1, ingeschreven: ja } }\n",
     "S002:19:20", NULL},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: w\n    keuzes: { w: "
     "[], v: { gebeurtenis: besluitt } }\n",
     "S010:19:40", "besluit"},
    {STORY
     "  - op: +1d\n    beslispunt: knoop\n    vraag: Wie?\n    standaard: w\n    keuzes: { w: "
     "wachten }\n",
     "Y033:19:18", NULL},
    {STORY DECISION "  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: a2\n    uitkomst: "
                    "geweigerd\n",
     "S009:31:17", NULL},
    {STORY DECISION "  - op: a2+1d\n    wijzig: l1\n    ingeschreven: ja\n", "S009:29:9", NULL},
    /* expectations */
    {STORY "  - op: +1d\n    verwacht: {}\n", "S046:16:15", NULL},
    {STORY "  - op: +1d\n    verwacht_onder: { a: {x: ja}, b: {x: ja}, c: {x: ja}, d: {x: ja}, "
           "e: {x: ja}, f: {x: ja}, g: {x: ja}, h: {x: ja}, i: {x: ja}, j: {x: ja}, k: {x: ja}, "
           "l: {x: ja}, m: {x: ja}, n: {x: ja}, o: {x: ja}, p: {x: ja} }\n",
     "S047:16:203", NULL},
    {STORY "  - op: +1d\n    verwacht: []\n", "Y034:16:15", NULL},
    {STORY "  - op: +1d\n    verwacht: { besluit_nemen: open }\n", "S040:16:17", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.: open, .x: open, a1.b.c: open }\n",
     "S040:16:17 S040:16:28 S040:16:38", NULL},
    {STORY "  - op: +1d\n    verwacht: { a2.besluit_nemen: open }\n", "S005:16:17", "a1"},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_neme: open }\n", "S041:16:17", "besluit_nemen"},
    {STORY "  - op: +1d\n    verwacht: { l1.besluit_nemen: open }\n", "S048:16:17", NULL},
    {STORY "  - op: +1d\n    verwacht: { l1.besluit_neme: open }\n", "S041:16:17", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: vervult }\n", "S042:16:35", "vervuld"},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: { wie: esdorn } }\n", "S005:16:42",
     "esdoorn"},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: { wie: ouders, uiterlijk: geen } }\n",
     "", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: { uiterlijk: onbekend } }\n",
     "Y044:16:48", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: { waarde: ja } }\n", "Y030:16:37", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.besluit_nemen: {} }\n", "S046:16:35", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.zorgplicht_geldt: 3 }\n", "Y036:16:38", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.zorgplicht_geldt: { status: open } }\n", "Y030:16:40",
     NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.zorgplicht_geldt: { waarde: ja, marge: 1 } }\n",
     "S045:16:52", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.bedrag: { marge: 1 } }\n", "S045:16:30", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.bedrag: { waarde: 3, marge: -1 } }\n", "Y043:16:48",
     NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.uren: { waarde: 3, bron: x } }\n", "Y030:16:39", NULL},
    {STORY "  - op: +1d\n    verwacht: { a1.plichten: { bevat: [besluiten] } }\n", "S044:16:40",
     "besluit_nemen"},
    {STORY
     "  - op: +1d\n    verwacht: { a1.plichten: { precies: [besluit_nemn, zorgplicht_geldt] } "
     "}\n",
     "S044:16:42 S044:16:56", "besluit_nemen"},
    {STORY "  - op: +1d\n    verwacht: { a1.plichten: [besluit_nemen] }\n", "Y034:16:30", NULL},
    {STORY "  - op: +1d\n    verwacht: { gebeurd: { besluitt: 1 } }\n", "S010:16:28", "besluit"},
    {STORY "  - op: +1d\n    verwacht: { gebeurd: { besluit: ja } }\n", "Y038:16:37", NULL},
    {STORY "  - op: +1d\n    verwacht: { gebeurd: { besluit: -1 } }\n", "Y043:16:37", NULL},
    {STORY "  - op: +1d\n    verwacht: { gebeurd: [besluit] }\n", "Y034:16:26", NULL},
    {STORY "  - op: +1d\n    verwacht: { niet_gebeurd: besluit }\n", "Y033:16:31", NULL},
    {STORY "  - op: +1d\n    verwacht: { niet_gebeurd: [besluitt, [besluit]] }\n",
     "S010:16:32 Y032:16:42", "besluit"},
    {STORY "  - op: +1d\n    alleen: { vanaf: 2026-01-02, tot: 2026-01-01 }\n    verwacht: { "
           "a1.onderzoeken: open }\n",
     "S022:16:39", NULL},
    {STORY "  - op: +1d\n    alleen: { van: 2026-01-02 }\n    verwacht: { a1.onderzoeken: open }\n",
     "Y030:16:15", "vanaf"},
    {STORY "  - op: +1d\n    nog_niet_beoordeeld: true\n    verwacht: { a1.onderzoeken: open }\n",
     "Y036:16:26", "ja"},
    /* one mistake, one finding: what hangs on it stays silent */
    {STORY "  - op: +1d\n    gebeurtenis: aanmeldign\n    als: a2\n    leerling: l1\n    school: "
           "wilg\n  - op: +1d\n    verwacht: { a2.besluit_nemen: open }\n",
     "S010:16:18", "aanmelding"},
    {STORY "  - op: nooit\n    gebeurtenis: aanmelding\n    als: a2\n    leerling: l1\n    school: "
           "wilg\n  - op: +1d\n    gebeurtenis: besluit\n    aanmelding: a2\n    uitkomst: "
           "geweigerd\n",
     "S024:15:9", NULL},
    /* tables */
    {HEAD DAYS "verloop: []\ntabel: { kolommen: [a], rijen: [] }\n", "S054:6:32", NULL},
    {HEAD DAYS "verloop: []\ntabel: { kolommen: [a, a], rijen: [[1, 2]] }\n", "S051:6:24", NULL},
    {HEAD DAYS "verloop: []\ntabel: { kolommen: [a], rijen: [[1, 2], [], 3, [[4]]] }\n",
     "S052:6:33 S052:6:41 Y033:6:45 Y032:6:49", NULL},
    {HEAD DAYS "verloop: []\ntabel: { kolommen: [a b], rijen: [[1]] }\n", "Y048:6:21", NULL},
    {HEAD DAYS "verloop: []\ntabel: { rijen: [[1]] }\n", "Y031:6:8", NULL},
    {HEAD DAYS "titel: over {dagg}\nverloop: []\ntabel: { kolommen: [dag], rijen: [[1]] }\n",
     "S050:5:8", "dag"},
    {HEAD DAYS "vakantieregio: {regio}\nverloop: []\ntabel: { kolommen: [regio], rijen: [[noord], "
               "[nord], [zud]] }\n",
     "S028:7:47 S028:7:55", "noord"},
    /* other years */
    {HEAD "van: 2026-06-01\ntot: 2026-12-31\nverloop: []\nspeel_vanaf: [2016-08-01]\n", "S026:4:6",
     NULL},
    {HEAD "van: 2026-06-01\ntot: van+1m\ndagen: { zomer: 2026-07-04 }\nverloop: []\nspeel_vanaf: "
          "[2016-08-01]\n",
     "S026:5:17", NULL},
    {HEAD "van: 2026-06-01\ntot: van+1m\nverloop: []\nspeel_vanaf: [2016-08-01, 2016-08-01, "
          "2026-06-01]\n",
     "S055:6:27 S055:6:39", NULL},
    {HEAD "van: 2026-06-01\ntot: van+1m\nverloop: []\nspeel_vanaf: 2016-08-01\n", "Y033:6:14",
     NULL},
    {HEAD "van: 2026-06-01\ntot: van+1m\nverloop: []\nspeel_vanaf: [vorig jaar]\n", "Y042:6:15",
     NULL},
    /* YAML's own */
    {HEAD DAYS "verloop: &x []\nwereld: *x\n", "Y020:5:10 Y020:6:9", NULL},
    {STORY "  - op: +1d\n    op: +2d\n    wijzig: l1\n    ingeschreven: ja\n", "Y016:16:5", NULL},
};

static const char *findings_of_all_plays(fixture *from)
{
    size_t count = from->story == NULL ? 0 : pt_story_play_count(from->story);
    for (size_t i = 0; i < count; i++) {
        size_t before = from->report.errors;
        const pt_scenario *scenario = play(from, i);
        if (count == 1)
            assert_int_equal(scenario == NULL, from->report.errors > before);
    }
    return findings_of(from->arena, &from->report);
}

static void what_is_wrong_is_reported_at_its_place(void **state)
{
    (void)state;
    bool wrong = false;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        fixture *from = open_story(refused[i].text);
        const char *found = findings_of_all_plays(from);
        const char *suggested =
            from->report.count == 0 ? NULL : from->report.findings[0].suggestion;
        if (strcmp(found, refused[i].findings) != 0 ||
            !pt_text_equal(suggested, refused[i].suggestion)) {
            size_t length = strlen(refused[i].text);
            print_error("...%s\n  expected %s (%s)\n  found    %s (%s)\n",
                        refused[i].text + (length > 200 ? length - 200 : 0), refused[i].findings,
                        refused[i].suggestion == NULL ? "" : refused[i].suggestion, found,
                        suggested == NULL ? "" : suggested);
            wrong = true;
        }
        assert_sentences_are_whole(from->arena, &from->report);
        close_story(from);
    }
    assert_false(wrong);
}

static void every_scenario_finding_has_a_test(void **state)
{
    static const char *const elsewhere = "S019 S029 S032 S033 S053 S057 S058 S061 S062 S063 S064 "
                                         "S065 S066 S067 S068 S069 S070 S071 S075 S076 S077 S078 "
                                         "S072 S090 S091 S092"; /* tests of their own */
    (void)state;
    for (int code = PT_S001; code <= PT_S092; code++) {
        const char *name = pt_code_describe((pt_code)code)->name;
        bool found = strstr(elsewhere, name) != NULL;
        for (size_t i = 0; i < sizeof refused / sizeof *refused && !found; i++)
            found = strstr(refused[i].findings, name) != NULL;
        if (!found)
            fail_msg("%s", name);
    }
}

/* Every story cut short at every line: a scenario or findings, never a crash. */
static void every_beginning_of_a_story_is_read_or_refused(void **state)
{
    (void)state;
    static const char *const texts[] = {example, TABLE, SHIFTED, STORY DECISION};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t length = 0; length <= strlen(texts[i]); length++) {
            pt_arena *arena = pt_arena_create();
            fixture *from = open_story(pt_arena_copy(arena, texts[i], length));
            findings_of_all_plays(from);
            close_story(from);
            pt_arena_destroy(arena);
        }
    }
}

/* --- Limits ----------------------------------------------------------------------------------- */

static void plays_are_limited(void **state)
{
    (void)state;
    for (size_t rows = PT_LIMIT_TABLE_ROWS; rows <= PT_LIMIT_TABLE_ROWS + 1; rows++) {
        pt_arena *arena = pt_arena_create();
        pt_text text = pt_text_create(arena);
        pt_text_add(&text, HEAD DAYS "verloop: []\ntabel:\n  kolommen: [a]\n  rijen:\n");
        for (size_t i = 0; i < rows; i++)
            pt_text_add(&text, "    - [1]\n");
        fixture *from = open_story(text.bytes);
        assert_string_equal(findings_of(from->arena, &from->report),
                            rows > PT_LIMIT_TABLE_ROWS ? "S053:9:5" : "");
        close_story(from);
        pt_arena_destroy(arena);
    }
}

static void columns_are_limited(void **state)
{
    (void)state;
    for (size_t columns = PT_LIMIT_TABLE_COLUMNS; columns <= PT_LIMIT_TABLE_COLUMNS + 1;
         columns++) {
        pt_arena *arena = pt_arena_create();
        pt_text names = pt_text_create(arena);
        pt_text cells = pt_text_create(arena);
        for (size_t i = 0; i < columns; i++) {
            pt_text_format(&names, "%sk%zu", i == 0 ? "" : ", ", i);
            pt_text_add(&cells, i == 0 ? "1" : ", 1");
        }
        fixture *from = open_story(
            pt_format(arena, HEAD DAYS "verloop: []\ntabel:\n  kolommen: [%s]\n  rijen: [[%s]]\n",
                      names.bytes, cells.bytes));
        assert_string_equal(findings_of(from->arena, &from->report),
                            columns > PT_LIMIT_TABLE_COLUMNS ? "S057:7:13" : "");
        close_story(from);
        pt_arena_destroy(arena);
    }
}

/* A cell of 1,000 bytes, named 65 and 66 times: below and above 65,536 bytes. */
static void texts_that_columns_make_are_limited(void **state)
{
    (void)state;
    for (int times = 65; times <= 66; times++) {
        pt_arena *arena = pt_arena_create();
        pt_text title = pt_text_create(arena);
        pt_text cell = pt_text_create(arena);
        for (int i = 0; i < times; i++)
            pt_text_add(&title, "{a}");
        for (int i = 0; i < 1000; i++)
            pt_text_add_char(&cell, 'x');
        fixture *from = open_story(pt_format(
            arena,
            HEAD DAYS "verloop: []\ntitel: \"%s\"\ntabel: { kolommen: [a], rijen: [[%s]] }\n",
            title.bytes, cell.bytes));
        assert_int_equal(play(from, 0) == NULL, times == 66);
        assert_string_equal(findings_of(from->arena, &from->report), times == 66 ? "S058:6:8" : "");
        close_story(from);
        pt_arena_destroy(arena);
    }
}

/* Twenty thousand names, and as many that are nearly one of them. */
static void suggestions_stop_where_findings_do(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, HEAD DAYS "wereld:\n  bestuur:\n");
    for (int i = 0; i < 20000; i++)
        pt_text_format(&text, "    bestuur_met_een_lange_naam_%d: {}\n", i);
    pt_text_add(&text, "  school:\n");
    for (int i = 0; i < 20000; i++)
        pt_text_format(&text, "    s%d: { bestuur: bestuur_met_een_langen_aam_%d }\n", i, i);
    pt_text_add(&text, "verloop: []\n");
    fixture *from = open_story(text.bytes);
    assert_null(play(from, 0));
    assert_int_equal(from->report.count, PT_LIMIT_FINDINGS);
    assert_non_null(from->report.findings[0].suggestion);
    close_story(from);
    pt_arena_destroy(arena);
}

/* A series of 60 years of days, five times: 109,575 events. */
static void events_are_limited(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, HEAD "van: 2026-06-01\ntot: 2086-05-31\n"
                            "wereld: { leerling: { l1: {} } }\nverloop:\n");
    for (int i = 0; i < 5; i++)
        pt_text_add(&text, "  - reeks: { van: van, tot: tot, per: dag }\n"
                           "    wijzig: l1\n    ingeschreven: ja\n");
    fixture *from = open_story(text.bytes);
    assert_null(play(from, 0));
    assert_string_equal(findings_of(from->arena, &from->report), "S019:19:5");
    close_story(from);
    pt_arena_destroy(arena);
}

/* --- Data of real people ---------------------------------------------------------------------- */

static void what_looks_like_data_of_a_real_person_is_warned_of(void **state)
{
    static const struct {
        const char *text;
        const char *findings;
    } rows[] = {
        {"leerling 111222333", "S090:6:8"},
        {"123456782", "S090:6:8"},
        {"1234.56.782", "S090:6:8"},
        {"123456789", ""},
        {"000000000", ""},
        {"1112223334", ""},
        {"art111222333", ""},
        {"mail naar jan@voorbeeld.nl", "S091:6:8"},
        {"jan.de-vries+x@post.voorbeeld.nl", "S091:6:8"},
        {"'@voorbeeld'", ""},
        {"jan@thuis", ""},
        {"bel 06-12345678", "S092:6:8"},
        {"bel 020 123 4567", "S092:6:8"},
        {"bel 0612345678", "S092:6:8"},
        {"bel +31 6 12345678", "S092:6:8"},
        {"0012345678", ""},
        {"van 2026-06-15 tot 2026-07-27", ""},
        {"op 2026-06-15", ""},
        {"BWBR0038666", ""},
        {"Stb. 2014, 95", ""},
        {"bedrag 1.234,50", ""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        fixture *from =
            open_story(pt_format(arena, HEAD DAYS "verloop: []\ntitel: %s\n", rows[i].text));
        assert_non_null(from->story);
        pt_story_check_privacy(from->story, &from->report);
        if (strcmp(findings_of(arena, &from->report), rows[i].findings) != 0)
            fail_msg("%s: %s", rows[i].text, findings_of(arena, &from->report));
        assert_int_equal(from->report.errors, 0);
        close_story(from);
        pt_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_head_of_a_story_is_taken_over),
        cmocka_unit_test(the_world_comes_first_and_events_make_the_rest),
        cmocka_unit_test(steps_have_absolute_days_in_order),
        cmocka_unit_test(expectations_keep_their_fields_and_the_place_of_each_scalar),
        cmocka_unit_test(days_are_read_in_every_way_that_they_can_be_written),
        cmocka_unit_test(a_series_happens_on_its_days_and_its_steps_stand_by_day),
        cmocka_unit_test(a_series_on_school_days_warns_of_unknown_holidays),
        cmocka_unit_test(a_change_sets_facts_without_an_event),
        cmocka_unit_test(a_branch_that_is_not_chosen_makes_nothing),
        cmocka_unit_test(choices_by_hand_are_checked),
        cmocka_unit_test(each_row_of_a_table_is_a_play_with_its_cells_filled_in),
        cmocka_unit_test(an_expected_cell_stands_in_the_table_and_a_part_of_a_text_nowhere),
        cmocka_unit_test(a_story_is_played_again_from_other_days),
        cmocka_unit_test(rows_and_days_multiply),
        cmocka_unit_test(a_margin_is_read_in_the_units_of_the_value),
        cmocka_unit_test(what_is_wrong_is_reported_at_its_place),
        cmocka_unit_test(every_scenario_finding_has_a_test),
        cmocka_unit_test(every_beginning_of_a_story_is_read_or_refused),
        cmocka_unit_test(plays_are_limited),
        cmocka_unit_test(columns_are_limited),
        cmocka_unit_test(texts_that_columns_make_are_limited),
        cmocka_unit_test(suggestions_stop_where_findings_do),
        cmocka_unit_test(events_are_limited),
        cmocka_unit_test(what_looks_like_data_of_a_real_person_is_warned_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
