/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

static told *letters(void)
{
    told *t = tell("tests/packs/kring.lua", NULL);
    there_is(t, "klas", "k1", "");
    return t;
}

static void a_reserved_subject_comes_to_life_with_its_first_facts(void **state)
{
    (void)state;
    told *t = letters();
    pt_world *world = pt_world_create(t->arena, t->plan, PT_REGION_NONE, on("2026-01-01"), 1);
    assert_int_equal(pt_world_find(world, "k1"), PT_NOBODY);
    pt_world_add(world, 0, pt_pack_kind(&t->pack, "klas"), "k1");
    assert_int_equal(pt_world_find(world, "k1"), 0);
    const pt_known *large = &world->subjects[0].facts[named(t, "klas", "groot").index];
    assert_true(pt_value_equal(large->value, pt_yesno(false)));
    assert_int_equal(large->since, on("2026-01-01"));
    const pt_known *day = &world->subjects[0].facts[named(t, "klas", "dag_op").index];
    assert_int_equal(day->value.kind, PT_UNKNOWN);
    assert_int_equal(day->since, PT_DATE_NONE);
    told_end(t);
}

static void referrers_stand_in_order_of_creation(void **state)
{
    (void)state;
    told *t = letters();
    uint16_t letter = pt_pack_kind(&t->pack, "brief");
    pt_world *world = pt_world_create(t->arena, t->plan, PT_REGION_NONE, on("2026-01-01"), 4);
    pt_world_add(world, 0, pt_pack_kind(&t->pack, "klas"), "k1");
    for (uint32_t i = 3; i > 0; i--) {
        pt_world_add(world, i, letter, "b");
        pt_world_refer(world, i, pt_pack_reference(&t->pack, letter, "klas"), 0);
    }
    const pt_referrers *list = pt_world_referrers(world, 0, letter, 0);
    assert_int_equal(list->count, 3);
    assert_int_equal(list->first, 3);
    assert_int_equal(world->subjects[3].next[0], 2);
    assert_int_equal(list->last, 1);
    told_end(t);
}

static void the_same_value_is_no_change(void **state)
{
    (void)state;
    told *t = letters();
    pt_world *world = pt_world_create(t->arena, t->plan, PT_REGION_NONE, on("2026-01-01"), 1);
    pt_world_add(world, 0, pt_pack_kind(&t->pack, "klas"), "k1");
    uint16_t large = named(t, "klas", "groot").index;
    world->today = on("2026-02-01");
    assert_false(pt_world_set(world, 0, large, pt_yesno(false), world->today, PT_NO_INDEX));
    assert_int_equal(world->subjects[0].facts[large].since, on("2026-01-01"));
    assert_true(pt_world_set(world, 0, large, pt_yesno(true), on("2026-01-20"), PT_NO_INDEX));
    assert_int_equal(world->subjects[0].facts[large].since, on("2026-01-20"));
    assert_int_equal(world->subjects[0].facts[large].set_on, on("2026-02-01"));
    told_end(t);
}

static void a_change_queues_what_it_touches_and_nothing_else(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-05", "brief", "b1", "klas=k1 kopie=ja");
    replay_told(t, NULL);
    assert_int_equal(t->world->queue_count, 0);
    pt_world_set(t->world, who(t, "b1"), named(t, "brief", "over_op").index,
                 pt_value_of(PT_DATE, on("2026-01-06")), on("2026-01-06"), PT_NO_INDEX);
    assert_int_equal(t->world->queue_count, 0);
    pt_world_set(t->world, who(t, "k1"), named(t, "klas", "groot").index, pt_yesno(true),
                 on("2026-01-06"), PT_NO_INDEX);
    assert_int_equal(t->world->queue_count, 1);
    assert_int_equal(t->world->queue[0] >> 16, who(t, "b1"));
    told_end(t);
}

static void subjects_are_shown_by_name(void **state)
{
    (void)state;
    told *t = letters();
    replay_told(t, NULL);
    pt_text text = pt_text_create(t->arena);
    pt_world_show(&text, t->world, pt_value_of(PT_SUBJECT, 0));
    pt_text_add(&text, " ");
    pt_world_show(&text, t->world, pt_yesno(true));
    assert_string_equal(text.bytes, "k1 ja");
    told_end(t);
}

/* --- Limits and circles --------------------------------------------------------------------- */

static void consequences_end_at_a_depth(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-05", "brief", "b1", "klas=k1");
    happens(t, "2026-01-06", "groeien", "k1", "");
    pt_run_result *result = replay_told(t, NULL);
    assert_string_equal(last_code(t), "U036");
    assert_true(result->broken);
    assert_int_equal(t->world->happened[pt_pack_event(&t->pack, "antwoord")], PT_LIMIT_EVENT_DEPTH);
    const pt_record *last = &result->records[result->record_count - 1];
    assert_int_equal(last->kind, PT_RECORD_PROBLEM);
    told_end(t);
}

static void a_story_may_not_hold_too_many_events(void **state)
{
    (void)state;
    told *t = letters();
    size_t count = PT_LIMIT_RUN_EVENTS + 1;
    pt_step *steps = PT_NEW_ARRAY(t->arena, count, pt_step);
    happens(t, "2026-01-05", "groeien", "k1", "");
    for (size_t i = 0; i < count; i++)
        steps[i] = t->steps[0];
    t->scenario.steps = steps;
    t->scenario.step_count = count - 1;
    replay_told(t, NULL);
    no_findings(t);
    t->scenario.step_count = count;
    assert_true(replay_told(t, NULL)->broken);
    assert_string_equal(last_code(t), "U037");
    told_end(t);
}

static void a_story_may_not_change_on_too_many_days(void **state)
{
    (void)state;
    told *t = letters();
    size_t count = PT_LIMIT_RUN_DAYS + 1;
    pt_step *steps = PT_NEW_ARRAY(t->arena, count, pt_step);
    happens(t, "2026-01-01", "groeien", "k1", "");
    for (size_t i = 0; i < count; i++) {
        steps[i] = t->steps[0];
        steps[i].day += (pt_date)i;
    }
    t->scenario.steps = steps;
    t->scenario.step_count = count;
    t->scenario.until = steps[count - 2].day;
    replay_told(t, NULL);
    no_findings(t);
    t->scenario.until = steps[count - 1].day;
    assert_true(replay_told(t, NULL)->broken);
    assert_string_equal(last_code(t), "U039");
    told_end(t);
}

static void an_event_about_nobody_and_a_second_birth_are_refused(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-06", "brief", "b1", "klas=k1");
    pt_occurrence *again = &step_on(t, "2026-01-07", PT_STEP_OCCURRENCE)->occurrence;
    *again = t->steps[0].occurrence;
    pt_occurrence *early = &step_on(t, "2026-01-05", PT_STEP_OCCURRENCE)->occurrence;
    *early = (pt_occurrence){.event = PT_NO_INDEX, .subject = who(t, "b1")};
    pt_run_result *result = replay_told(t, NULL);
    assert_int_equal(t->report.count, 2);
    assert_int_equal(t->report.findings[0].code, PT_U038);
    assert_string_equal(t->report.findings[0].arguments[1], "2026-01-05");
    assert_int_equal(t->report.findings[1].code, PT_U040);
    assert_true(result->broken);
    told_end(t);
}

static void an_event_that_reaches_nobody_is_refused(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-05", "brief", "b1", "klas=k1 vorige=k1");
    t->subjects[who(t, "b1")].references[1] = PT_NOBODY;
    /* the reader lets no such pack through: the event is about a class that a letter may lack */
    pt_event *answer = &t->pack.events[pt_pack_event(&t->pack, "antwoord")];
    answer->makes = false;
    t->pack.blocks[answer->block].subject = pt_pack_kind(&t->pack, "klas");
    t->subjects[who(t, "b1")].references[0] = PT_NOBODY;
    uint16_t copy = named(t, "brief", "beantwoorden").index;
    pt_rule *rule = &t->pack.rules[t->pack.rule_groups[copy].versions[0]];
    rule->decide =
        t->pack.rules[t->pack.rule_groups[named(t, "brief", "kopie_van_vorige").index].versions[0]]
            .decide;
    t->subjects[who(t, "b1")].facts =
        &(pt_assignment){.fact = named(t, "brief", "kopie").index, .value = pt_yesno(true)};
    t->subjects[who(t, "b1")].fact_count = 1;
    t->plan = pt_plan_create(t->arena, &t->pack);
    replay_told(t, NULL);
    assert_string_equal(last_code(t), "U041");
    told_end(t);
}

static void a_rule_that_leads_back_to_itself_fails(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-05", "brief", "b1", "klas=k1");
    uint16_t group = named(t, "brief", "kopie_van_vorige").index;
    pt_function *function = t->pack.rules[t->pack.rule_groups[group].versions[0]].decide;
    /* the reader refuses such a circle: the input becomes the rule itself, of the letter itself */
    function->inputs[0].kind = PT_INPUT_RULE;
    function->inputs[0].index = group;
    function->inputs[0].path.hops = 0;
    t->plan = pt_plan_create(t->arena, &t->pack);
    replay_told(t, NULL);
    const pt_outcome *outcome = pt_rule_outcome(t->world, who(t, "b1"), group);
    assert_int_equal(outcome->value.kind, PT_UNKNOWN);
    assert_string_equal(last_code(t), "U034");
    told_end(t);
}

static void a_date_past_the_calendar_fails(void **state)
{
    (void)state;
    told *t = letters();
    happens(t, "2026-01-06", "groeien", "k1", "");
    pt_replay_options options = {.plan = t->plan};
    pt_replay_world(t->arena, &t->pack, &t->scenario, (pt_reading){0}, &t->report, &options,
                    &t->world);
    uint16_t group = named(t, "klas", "lang_geleden").index;
    const pt_outcome *outcome = pt_rule_outcome(t->world, 0, group);
    assert_int_equal(outcome->way, PT_WAY_FAILED);
    assert_string_equal(last_code(t), "U032");
    told_end(t);
}

static void a_law_without_a_tree_is_refused(void **state)
{
    (void)state;
    told *t = letters();
    uint16_t group = named(t, "klas", "lang_geleden").index;
    t->pack.rules[t->pack.rule_groups[group].versions[0]].decide->periods[0].from =
        on("2027-01-01");
    replay_told(t, NULL);
    assert_int_equal(pt_rule_outcome(t->world, 0, group)->way, PT_WAY_FAILED);
    assert_string_equal(last_code(t), "U033");
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_reserved_subject_comes_to_life_with_its_first_facts),
        cmocka_unit_test(referrers_stand_in_order_of_creation),
        cmocka_unit_test(the_same_value_is_no_change),
        cmocka_unit_test(a_change_queues_what_it_touches_and_nothing_else),
        cmocka_unit_test(subjects_are_shown_by_name),
        cmocka_unit_test(consequences_end_at_a_depth),
        cmocka_unit_test(a_story_may_not_hold_too_many_events),
        cmocka_unit_test(a_story_may_not_change_on_too_many_days),
        cmocka_unit_test(an_event_about_nobody_and_a_second_birth_are_refused),
        cmocka_unit_test(an_event_that_reaches_nobody_is_refused),
        cmocka_unit_test(a_rule_that_leads_back_to_itself_fails),
        cmocka_unit_test(a_date_past_the_calendar_fails),
        cmocka_unit_test(a_law_without_a_tree_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
