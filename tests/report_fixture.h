/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A small pack, scenario and result made by hand, for the tests of report/ and of the store: an
 * application that is decided upon too late, with something of every kind of record.
 */
#ifndef PT_TESTS_REPORT_FIXTURE_H
#define PT_TESTS_REPORT_FIXTURE_H

#include "base/arena.h"
#include "model/outcome.h"

enum { BOARD_KIND, SCHOOL_KIND, PUPIL_KIND, APPLICATION_KIND };
enum { ESDOORN, WILG, L1, A1, FIXTURE_SUBJECTS };
enum { RECEIVED_ON, IN_WRITING, SUPPORT_NEEDED, RESULT, HOURS };
enum { CARE_GROUP, TEMPORARY_GROUP };
enum { DECIDE_DUTY, OBJECT_FACULTY };
enum { APPLY_EVENT, DECIDE_EVENT, OVERDUE_EVENT };
enum {
    CARE_BLOCK,
    TEMPORARY_BLOCK,
    DECIDE_BLOCK,
    OBJECT_BLOCK,
    APPLY_BLOCK,
    DECIDED_BLOCK,
    OVERDUE_BLOCK
};

typedef struct report_fixture {
    pt_arena *arena;
    pt_pack pack;
    pt_scenario scenario;
    pt_run_result result;
    pt_step decision;
    pt_expectation expectation;
    pt_expected_field field;
} report_fixture;

static pt_date fixture_day(int year, int month, int day)
{
    return pt_date_from(year, month, day);
}

static pt_value fixture_date(int year, int month, int day)
{
    return pt_value_of(PT_DATE, pt_date_from(year, month, day));
}

static const char *const fixture_results[] = {"toegelaten", "geweigerd"};
static const pt_choice fixture_choices[] = {{.words = fixture_results, .count = 2}};

static pt_fact fixture_school_facts[] = {{.name = "soort", .title = "soort school"}};
static pt_fact fixture_pupil_facts[] = {{.name = "geboren", .title = "geboortedatum"}};
static pt_fact fixture_facts[] = {
    [RECEIVED_ON] = {.name = "ontvangen_op", .title = "datum van ontvangst"},
    [IN_WRITING] = {.name = "schriftelijk",
                    .title = "schriftelijk aangemeld",
                    .has_initial = true,
                    .initial = {.kind = PT_YESNO, .amount = 1}},
    [SUPPORT_NEEDED] = {.name = "ondersteuning_nodig", .title = "extra ondersteuning nodig"},
    [RESULT] = {.name = "uitkomst", .title = "besluit"},
    [HOURS] = {.name = "uren", .title = "gevraagde uren"}};
static pt_reference fixture_school_references[] = {{.name = "bestuur", .target = BOARD_KIND}};
static pt_reference fixture_references[] = {{.name = "leerling", .target = PUPIL_KIND},
                                            {.name = "school", .target = SCHOOL_KIND}};
static pt_subject_kind fixture_kinds[] = {
    [BOARD_KIND] = {.name = "bestuur", .title = "Bevoegd gezag"},
    [SCHOOL_KIND] = {.name = "school",
                     .title = "School",
                     .facts = fixture_school_facts,
                     .fact_count = 1,
                     .references = fixture_school_references,
                     .reference_count = 1},
    [PUPIL_KIND] = {.name = "leerling",
                    .title = "Leerling",
                    .facts = fixture_pupil_facts,
                    .fact_count = 1},
    [APPLICATION_KIND] = {.name = "aanmelding",
                          .title = "Aanmelding bij een school",
                          .facts = fixture_facts,
                          .fact_count = 5,
                          .references = fixture_references,
                          .reference_count = 2}};

static pt_ground fixture_grounds[] = {{.source = "WPO art. 40 lid 4"},
                                      {.source = "WPO art. 40 lid 7"},
                                      {.source = "WPO art. 40 lid 6"},
                                      {.source = "Awb art. 6:7", .status = PT_STATUS_ASSUMPTION}};

static pt_block fixture_blocks[] = {
    [CARE_BLOCK] = {.kind = PT_BLOCK_RULE,
                    .name = "zorgplicht_geldt",
                    .title = "Moet deze school een passende plek bieden of zoeken?"},
    [TEMPORARY_BLOCK] = {.kind = PT_BLOCK_RULE, .name = "tijdelijk_te_plaatsen"},
    [DECIDE_BLOCK] = {.kind = PT_BLOCK_DUTY,
                      .name = "besluit_nemen",
                      .title = "Besluit op de aanmelding"},
    [OBJECT_BLOCK] = {.kind = PT_BLOCK_FACULTY,
                      .name = "bezwaar_maken",
                      .title = "Bezwaar maken tegen het besluit"},
    [APPLY_BLOCK] = {.kind = PT_BLOCK_EVENT, .name = "aanmelding", .title = "Ouders melden aan"},
    [DECIDED_BLOCK] = {.kind = PT_BLOCK_EVENT, .name = "besluit", .title = "Bestuur besluit"},
    [OVERDUE_BLOCK] = {.kind = PT_BLOCK_EVENT, .name = "beslistermijn_verstreken"}};

static pt_rule fixture_rules[] = {{.block = CARE_BLOCK}, {.block = TEMPORARY_BLOCK}};
static pt_duty fixture_duties[] = {{.block = DECIDE_BLOCK},
                                   {.block = OBJECT_BLOCK, .faculty = true}};
static pt_event fixture_events[] = {
    {.block = APPLY_BLOCK, .makes = true}, {.block = DECIDED_BLOCK}, {.block = OVERDUE_BLOCK}};
static uint16_t fixture_versions[] = {0, 1};
static pt_group fixture_rule_groups[] = {
    {.name = "zorgplicht_geldt", .versions = &fixture_versions[0], .version_count = 1},
    {.name = "tijdelijk_te_plaatsen", .versions = &fixture_versions[1], .version_count = 1}};
static pt_group fixture_duty_groups[] = {
    {.name = "besluit_nemen", .versions = &fixture_versions[0], .version_count = 1},
    {.name = "bezwaar_maken", .versions = &fixture_versions[1], .version_count = 1}};

static void fixture_pack(report_fixture *one)
{
    one->pack = (pt_pack){.arena = one->arena,
                          .name = "passend-onderwijs",
                          .version = "0.1",
                          .hash = 0x123456789ABCDEF0u,
                          .choices = (pt_choice *)fixture_choices,
                          .choice_count = 1,
                          .kinds = fixture_kinds,
                          .kind_count = 4,
                          .blocks = fixture_blocks,
                          .block_count = 7,
                          .rules = fixture_rules,
                          .rule_count = 2,
                          .duties = fixture_duties,
                          .duty_count = 2,
                          .events = fixture_events,
                          .event_count = 3,
                          .rule_groups = fixture_rule_groups,
                          .rule_group_count = 2,
                          .duty_groups = fixture_duty_groups,
                          .duty_group_count = 2};
}

static pt_source fixture_source = {.path = "scenarios/dossiers/te-laat.yaml"};
static uint32_t fixture_wilg[] = {ESDOORN};
static uint32_t fixture_a1[] = {L1, WILG};

static void fixture_scenario(report_fixture *one)
{
    pt_scenario_subject *subjects = PT_NEW_ARRAY(one->arena, FIXTURE_SUBJECTS, pt_scenario_subject);
    pt_assignment *born = PT_NEW(one->arena, pt_assignment);
    *born = (pt_assignment){.value = fixture_date(2022, 5, 2)};
    subjects[ESDOORN] =
        (pt_scenario_subject){.name = "esdoorn", .kind = BOARD_KIND, .in_world = true};
    subjects[WILG] = (pt_scenario_subject){
        .name = "wilg", .kind = SCHOOL_KIND, .in_world = true, .references = fixture_wilg};
    subjects[L1] = (pt_scenario_subject){
        .name = "l1", .kind = PUPIL_KIND, .in_world = true, .facts = born, .fact_count = 1};
    subjects[A1] =
        (pt_scenario_subject){.name = "a1", .kind = APPLICATION_KIND, .references = fixture_a1};
    one->scenario = (pt_scenario){.name = "te-laat-besloten",
                                  .title = "Een besluit dat te laat komt",
                                  .pack = "passend-onderwijs",
                                  .from = fixture_day(2026, 6, 1),
                                  .until = fixture_day(2026, 12, 31),
                                  .region = -1,
                                  .subjects = subjects,
                                  .subject_count = FIXTURE_SUBJECTS,
                                  .source = &fixture_source,
                                  .hash = 0xFEDCBA9876543210u};
}

static pt_record *fixture_add(report_fixture *one, pt_record_kind kind, pt_date day,
                              uint32_t subject)
{
    pt_run_result *result = &one->result;
    result->records = pt_arena_grow(one->arena, result->records, result->record_count,
                                    &result->record_capacity, sizeof *result->records);
    pt_record *record = &result->records[result->record_count++];
    *record = (pt_record){.kind = (uint8_t)kind, .day = day, .subject = subject};
    return record;
}

static void fixture_event(report_fixture *one, pt_date day, uint16_t event, uint32_t cause,
                          const char *reason)
{
    pt_record *record = fixture_add(one, PT_RECORD_EVENT, day, A1);
    record->of.event.event = event;
    record->of.event.holds_from = day;
    record->of.event.cause_block = cause;
    record->of.event.cause_reason = reason;
}

static void fixture_fact(report_fixture *one, pt_date day, uint16_t fact, pt_value before,
                         pt_value after)
{
    pt_record *record = fixture_add(one, PT_RECORD_FACT, day, A1);
    record->of.fact.fact = fact;
    record->of.fact.before = before;
    record->of.fact.after = after;
    record->of.fact.since = day;
}

static void fixture_outcome(report_fixture *one, pt_date day, uint16_t group, pt_value value,
                            const char *reason)
{
    pt_record *record = fixture_add(one, PT_RECORD_OUTCOME, day, A1);
    record->of.outcome = (pt_outcome){.value = value,
                                      .group = group,
                                      .version = group,
                                      .exception = PT_NO_INDEX,
                                      .reason = reason,
                                      .ground = &fixture_grounds[group],
                                      .holds_until = PT_DATE_FOREVER};
}

static pt_duty_state *fixture_duty(report_fixture *one, pt_date day, uint16_t group,
                                   pt_duty_status status, pt_date due)
{
    pt_record *record = fixture_add(one, PT_RECORD_DUTY, day, A1);
    record->of.duty = (pt_duty_state){.status = (uint8_t)status,
                                      .group = group,
                                      .version = group,
                                      .exception = PT_NO_INDEX,
                                      .ground = &fixture_grounds[2 + group],
                                      .period = PT_DATE_NONE,
                                      .start = day,
                                      .due = due,
                                      .fulfilled = PT_DATE_NONE,
                                      .lapsed = PT_DATE_NONE,
                                      .bearer = group == DECIDE_DUTY ? ESDOORN : UINT32_MAX,
                                      .bearer_role = group == DECIDE_DUTY ? NULL : "ouders"};
    return &record->of.duty;
}

static void fixture_expected(report_fixture *one, pt_date day, bool passed, bool unjudged)
{
    pt_record *record = fixture_add(one, PT_RECORD_EXPECTATION, day, A1);
    record->of.expectation.expectation = &one->expectation;
    record->of.expectation.field = &one->field;
    record->of.expectation.passed = passed;
    record->of.expectation.unjudged = unjudged;
    record->of.expectation.expected = passed ? "nee" : "ja";
    record->of.expectation.found = "nee";
    one->result.passed += passed && !unjudged;
    one->result.failed += !passed && !unjudged;
    one->result.unjudged += unjudged;
}

static void fixture_decision(report_fixture *one, pt_date day)
{
    pt_branch *branches = PT_NEW_ARRAY(one->arena, 2, pt_branch);
    branches[0].name = "besluiten";
    branches[1].name = "nog_wachten";
    one->decision = (pt_step){.kind = PT_STEP_DECISION,
                              .day = day,
                              .decision = "knoop",
                              .question = "Besluit het bestuur nu?",
                              .by = "esdoorn",
                              .branches = branches,
                              .branch_count = 2};
    fixture_add(one, PT_RECORD_DECISION, day, UINT32_MAX)->step = &one->decision;
}

static const pt_term_step fixture_steps[] = {{.kind = PT_STEP_LENGTH,
                                              .before = 20619, /* 2026-06-15 */
                                              .after = 20661,
                                              .amount = 6,
                                              .unit = PT_UNIT_WEEKS,
                                              .source = "Awb art. 6:8 lid 1"}};
static const pt_term_result fixture_term = {.first_end = 20661,
                                            .unshifted_end = 20661,
                                            .end = 20661,
                                            .steps = fixture_steps,
                                            .step_count = 1};

static void fixture_records(report_fixture *one)
{
    pt_date received = fixture_day(2026, 6, 15);
    pt_date due = fixture_day(2026, 7, 27);
    pt_date overdue = fixture_day(2026, 7, 28);
    pt_date decided = fixture_day(2026, 8, 25);
    fixture_event(one, received, APPLY_EVENT, UINT32_MAX, NULL);
    fixture_fact(one, received, RECEIVED_ON, pt_unknown(), fixture_date(2026, 6, 15));
    fixture_fact(one, received, IN_WRITING, pt_unknown(), pt_yesno(true));
    fixture_fact(one, received, SUPPORT_NEEDED, pt_unknown(), pt_yesno(true));
    fixture_outcome(one, received, CARE_GROUP, pt_yesno(true),
                    "de school biedt een passende plek of zoekt die");
    fixture_outcome(one, received, TEMPORARY_GROUP, pt_yesno(false),
                    "de termijn loopt tot en met 24 augustus 2026");
    fixture_duty(one, received, DECIDE_DUTY, PT_DUTY_OPEN, due)->term = &fixture_term;
    fixture_expected(one, received, true, false);
    fixture_duty(one, overdue, DECIDE_DUTY, PT_DUTY_LATE, due);
    fixture_event(one, overdue, OVERDUE_EVENT, DECIDE_BLOCK, NULL);
    fixture_outcome(one, decided, TEMPORARY_GROUP, pt_yesno(true), "10 weken zonder besluit");
    one->result.records[one->result.record_count - 1].of.outcome.assumed = true;
    fixture_decision(one, decided);
    fixture_event(one, decided, DECIDE_EVENT, UINT32_MAX, NULL);
    fixture_fact(one, decided, RESULT, pt_unknown(), (pt_value){.kind = PT_CHOICE, .amount = 1});
    fixture_duty(one, decided, DECIDE_DUTY, PT_DUTY_FULFILLED_LATE, due)->fulfilled = decided;
    pt_duty_state *object =
        fixture_duty(one, decided, OBJECT_FACULTY, PT_DUTY_OPEN, fixture_day(2026, 10, 6));
    object->assumed = true;
    object->calendar_unknown = true;
    fixture_expected(one, decided, false, false);
    fixture_expected(one, decided, false, true);
}

/* The whole fixture, in an arena of its own. */
static report_fixture *fixture_create(void)
{
    static const char *names[] = {"esdoorn", "wilg", "l1", "a1"};
    static uint16_t kinds[] = {BOARD_KIND, SCHOOL_KIND, PUPIL_KIND, APPLICATION_KIND};
    pt_arena *arena = pt_arena_create();
    report_fixture *one = PT_NEW(arena, report_fixture);
    one->arena = arena;
    fixture_pack(one);
    fixture_scenario(one);
    pt_position at = {.source = &fixture_source, .line = 31, .column = 40, .length = 2};
    one->field = (pt_expected_field){.kind = PT_FIELD_VALUE, .at = at};
    one->expectation = (pt_expectation){.kind = PT_EXPECT_NAME,
                                        .subject = A1,
                                        .written = "a1.tijdelijk_te_plaatsen",
                                        .name = {.kind = PT_NAME_RULE, .index = TEMPORARY_GROUP},
                                        .fields = &one->field,
                                        .field_count = 1,
                                        .at = at};
    one->result = (pt_run_result){.pack = &one->pack,
                                  .scenario = &one->scenario,
                                  .subject_names = names,
                                  .subject_kinds = kinds,
                                  .subject_count = FIXTURE_SUBJECTS};
    fixture_records(one);
    return one;
}

static inline int fixture_set_up(void **state)
{
    *state = fixture_create();
    return 0;
}

static inline int fixture_tear_down(void **state)
{
    pt_arena_destroy(((report_fixture *)*state)->arena);
    return 0;
}

#endif
