/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

static const char parameters[] =
    "beslistermijn:\n  titel: Termijn\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO art. 40 lid 6\", status: wet }\n"
    "    - { vanaf: 2026-08-01, waarde: 4, bron: \"verzonnen\", status: aanname }\n";

/* One application of 15 June 2026, looked at on `day`. */
static told *applied(const char *day, const char *pairs)
{
    told *t = tell("tests/packs/zorgplicht.lua", parameters);
    there_is(t, "leerling", "l1", "");
    there_is(t, "school", "wilg", "soort=bao");
    there_is(t, "aanmelding", "a1", pt_format(t->arena, "leerling=l1 school=wilg %s", pairs));
    t->scenario.until = on(day);
    replay_told(t, NULL);
    return t;
}

static const pt_outcome *outcome_of(told *t, const char *rule)
{
    return pt_rule_outcome(t->world, who(t, "a1"), named(t, "aanmelding", rule).index);
}

static const char *reason_of(told *t, const char *rule)
{
    return pt_rule_reason(t->world, t->arena, who(t, "a1"), named(t, "aanmelding", rule).index);
}

static void a_rule_gives_the_reason_of_its_path(void **state)
{
    (void)state;
    static const struct {
        const char *pairs;
        const char *shown;
        const char *reason;
    } rows[] = {
        {"schriftelijk=nee", "nee", "er is nog niet schriftelijk aangemeld"},
        {"steun_nodig=nee", "nee", "er is geen extra ondersteuning nodig"},
        {"", "onbekend", "de school onderzoekt nog"},
        {"steun_nodig=ja", "ja", "de school biedt een passende plek of zoekt die"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = applied("2026-06-01", rows[i].pairs);
        pt_text shown = pt_text_create(t->arena);
        pt_world_show(&shown, t->world, outcome_of(t, "zorgplicht")->value);
        assert_string_equal(shown.bytes, rows[i].shown);
        assert_string_equal(reason_of(t, "zorgplicht"), rows[i].reason);
        assert_int_equal(outcome_of(t, "zorgplicht")->way, PT_WAY_RULE);
        assert_string_equal(outcome_of(t, "zorgplicht")->ground->source, "WPO art. 40 lid 4");
        no_findings(t);
        told_end(t);
    }
}

static void an_exception_applies_from_its_first_day(void **state)
{
    (void)state;
    told *t = tell("tests/packs/zorgplicht.lua", parameters);
    there_is(t, "leerling", "l1", "asiel=ja");
    there_is(t, "school", "wilg", "soort=bao");
    there_is(t, "aanmelding", "a1", "leerling=l1 school=wilg steun_nodig=ja");
    t->scenario.until = on("2026-06-11");
    replay_told(t, NULL);
    assert_int_equal(outcome_of(t, "zorgplicht")->holds_until, on("2026-06-11"));
    assert_true(pt_is_yes(outcome_of(t, "zorgplicht")->value));
    t->world->today = on("2026-06-12");
    const pt_outcome *outcome = outcome_of(t, "zorgplicht");
    assert_int_equal(outcome->way, PT_WAY_EXCEPTION);
    assert_string_equal(outcome->ground->source, "WPO art. 40 lid 15");
    assert_string_equal(reason_of(t, "zorgplicht"), "voor dit kind geldt een eigen regeling");
    assert_int_equal(outcome->holds_until, on("2026-09-30"));
    told_end(t);
}

static void two_exceptions_that_differ_are_a_conflict(void **state)
{
    (void)state;
    told *t = applied("2026-10-01", "steun_nodig=ja");
    pt_world_set(t->world, who(t, "l1"), named(t, "leerling", "asiel").index, pt_yesno(true),
                 t->world->today, PT_NO_INDEX);
    assert_int_equal(outcome_of(t, "zorgplicht")->way, PT_WAY_CONFLICT);
    assert_int_equal(outcome_of(t, "zorgplicht")->value.kind, PT_UNKNOWN);
    told_end(t);
}

static void a_required_fact_that_is_not_known_is_named(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "");
    const pt_outcome *outcome = outcome_of(t, "te_laat");
    assert_int_equal(outcome->way, PT_WAY_MISSING);
    assert_int_equal(outcome->value.kind, PT_UNKNOWN);
    assert_string_equal(outcome->missing->name, "beslisdag");
    assert_string_equal(outcome_of(t, "beslisdag")->missing->name, "ontvangen_op");
    assert_null(reason_of(t, "beslisdag"));
    told_end(t);
}

static void the_peildatum_chooses_the_parameters(void **state)
{
    (void)state;
    static const struct {
        const char *received;
        const char *day;
        bool assumed;
    } rows[] = {
        {"2026-07-31", "2026-09-11", false}, /* six weeks */
        {"2026-08-01", "2026-08-29", true},  /* four, from a parameter that is an assumption */
    };
    for (size_t i = 0; i < 2; i++) {
        char pairs[64];
        snprintf(pairs, sizeof pairs, "ontvangen_op=%s", rows[i].received);
        told *t = applied("2026-12-01", pairs);
        const pt_outcome *outcome = outcome_of(t, "beslisdag");
        assert_int_equal(outcome->value.amount, on(rows[i].day));
        assert_int_equal(outcome->assumed, rows[i].assumed);
        assert_int_equal(outcome_of(t, "te_laat")->assumed, rows[i].assumed);
        no_findings(t);
        told_end(t);
    }
}

static void an_outcome_says_until_when_it_holds(void **state)
{
    (void)state;
    told *t = applied("2026-06-20", "ontvangen_op=2026-06-15");
    assert_int_equal(outcome_of(t, "te_laat")->holds_until, on("2026-07-27"));
    assert_int_equal(outcome_of(t, "te_laat")->value.amount, 0);
    t->world->today = on("2026-07-28");
    assert_true(pt_is_yes(outcome_of(t, "te_laat")->value));
    assert_int_equal(outcome_of(t, "te_laat")->holds_until, PT_DATE_FOREVER);
    assert_string_equal(reason_of(t, "te_laat"), "het is na 2026-07-27");
    assert_string_equal(reason_of(t, "beslisdag"), "6 weken na 2026-06-15");
    told_end(t);
}

static void without_a_ground_a_rule_gives_none(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "");
    const pt_outcome *outcome = outcome_of(t, "soort_recht");
    assert_int_equal(outcome->way, PT_WAY_NOT_IN_FORCE);
    assert_int_equal(outcome->value.kind, PT_NONE);
    pt_name kind = named(t, "school", "soort");
    pt_value vo =
        value_read(t, t->pack.kinds[pt_pack_kind(&t->pack, "school")].facts[kind.index].type, "vo");
    pt_world_set(t->world, who(t, "wilg"), kind.index, vo, t->world->today, PT_NO_INDEX);
    assert_string_equal(outcome_of(t, "soort_recht")->ground->source, "WVO 2020 art. 8.9");
    told_end(t);
}

static void a_change_reaches_what_depends_on_it_over_references(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "steun_nodig=ja");
    assert_true(pt_is_yes(outcome_of(t, "zorgplicht")->value));
    pt_world_set(t->world, who(t, "l1"), named(t, "leerling", "ingeschreven").index, pt_yesno(true),
                 t->world->today, PT_NO_INDEX);
    assert_string_equal(reason_of(t, "zorgplicht"), "de leerling staat al ingeschreven");
    told_end(t);
}

static void an_empty_reference_gives_none(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "");
    assert_string_equal(reason_of(t, "van_vorige"), "er is geen vorige school");
    told_end(t);
}

static void a_free_rule_is_answered_by_the_second_reading(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "");
    assert_int_equal(outcome_of(t, "uren")->value.amount, 10 * PT_NUMBER_SCALE);
    assert_string_equal(reason_of(t, "uren"), "samen ja");
    no_findings(t);
    t->world->second = (pt_reading){0};
    pt_world_forget(t->world);
    assert_int_equal(outcome_of(t, "uren")->way, PT_WAY_FAILED);
    assert_string_equal(last_code(t), "U031");
    told_end(t);
}

/* A second reading that has its own mind about reasons. */
static bool contrary(void *context, const pt_function *function, const pt_value *inputs,
                     pt_answer *answer)
{
    (void)inputs;
    (void)context;
    (void)function;
    *answer = (pt_answer){pt_unknown(), "anders"};
    return true;
}

static void two_readings_that_disagree_stop_the_rule(void **state)
{
    (void)state;
    told *t = applied("2026-06-01", "");
    t->world->second = (pt_reading){contrary, NULL};
    pt_world_forget(t->world);
    assert_int_equal(outcome_of(t, "zorgplicht")->way, PT_WAY_FAILED);
    assert_string_equal(last_code(t), "U030");
    const pt_finding *finding = &t->report.findings[0];
    assert_string_equal(finding->arguments[1], "a1 (schriftelijk = ja, steun_nodig = onbekend, "
                                               "leerling_ingeschreven = nee)");
    assert_string_equal(finding->arguments[2], "onbekend, \"de school onderzoekt nog\"");
    assert_true(t->world->broken);
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_gives_the_reason_of_its_path),
        cmocka_unit_test(an_exception_applies_from_its_first_day),
        cmocka_unit_test(two_exceptions_that_differ_are_a_conflict),
        cmocka_unit_test(a_required_fact_that_is_not_known_is_named),
        cmocka_unit_test(the_peildatum_chooses_the_parameters),
        cmocka_unit_test(an_outcome_says_until_when_it_holds),
        cmocka_unit_test(without_a_ground_a_rule_gives_none),
        cmocka_unit_test(a_change_reaches_what_depends_on_it_over_references),
        cmocka_unit_test(an_empty_reference_gives_none),
        cmocka_unit_test(a_free_rule_is_answered_by_the_second_reading),
        cmocka_unit_test(two_readings_that_disagree_stop_the_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
