/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "run/explain.h"

static const char parameters[] =
    "beslistermijn:\n  titel: Termijn\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO art. 40 lid 6\", status: wet }\n"
    "verlenging:\n  titel: Verlenging\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 4, bron: \"WPO art. 40 lid 6\", status: wet }\n";

static told *application_story(void)
{
    told *t = tell("tests/packs/verhaal.lua", parameters);
    there_is(t, "bestuur", "esdoorn", "");
    there_is(t, "school", "wilg", "bestuur=esdoorn");
    there_is(t, "leerling", "l1", "geboren=2021-11-17");
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-06-22", "aanvulverzoek", "v1", "aanmelding=a1");
    happens(t, "2026-06-29", "aanvulling", "v1", "");
    happens(t, "2026-09-07", "verzuim", "d1", "leerling=l1 uren=5");
    happens(t, "2026-09-08", "verzuim", "d2", "leerling=l1 uren=4");
    order_steps(t);
    return t;
}

static const pt_explanation *explained(told *t, const char *what, const char *day)
{
    return pt_explain(t->arena, &t->pack, &t->scenario, pt_lua_reading(t->lua), &t->report, what,
                      day == NULL ? PT_DATE_NONE : on(day));
}

static const pt_explanation *child(const pt_explanation *node, const char *role)
{
    for (size_t i = 0; i < node->child_count; i++)
        if (node->children[i]->role != NULL && strcmp(node->children[i]->role, role) == 0)
            return node->children[i];
    fail_msg("%s heeft geen %s", node->name, role);
    return NULL;
}

static void a_duty_shows_the_steps_of_its_term(void **state)
{
    (void)state;
    told *t = application_story();
    const pt_explanation *duty = explained(t, "a1.besluit_nemen", "2026-07-01");
    no_findings(t);
    assert_string_equal(duty->shown, "open");
    assert_string_equal(duty->source, "WPO art. 40 lid 6");
    assert_non_null(duty->duty->term);
    assert_int_equal(duty->duty->term->step_count, 2); /* six weeks, a week of standing still */
    assert_int_equal(duty->duty->due, on("2026-08-03"));
    assert_string_equal(child(duty, "termijn.lengte")->shown, "6 weken");
    assert_string_equal(child(duty, "termijn.lengte")->source, "WPO art. 40 lid 6");
    const pt_explanation *since = child(duty, "staat_stil.van");
    assert_string_equal(since->subject_name, "v1");
    assert_string_equal(since->event, "aanvulverzoek");
    assert_int_equal(since->since, on("2026-06-22"));
    assert_string_equal(child(child(duty, "termijn.vanaf"), "ontvangen_op")->shown, "2026-06-15");
    told_end(t);
}

static void a_rule_shows_its_path_down_to_the_facts(void **state)
{
    (void)state;
    told *t = application_story();
    const pt_explanation *rule = explained(t, "a1.tijdelijk_te_plaatsen", "2026-08-25");
    no_findings(t);
    assert_string_equal(rule->shown, "ja");
    assert_string_equal(rule->reason, "tien weken zonder besluit");
    assert_int_equal(rule->children[0]->kind, PT_EXPLAIN_CONDITION);
    assert_string_equal(rule->children[0]->text, "leerling_ingeschreven");
    assert_false(rule->children[0]->answer);
    assert_string_equal(child(rule, "leerling_ingeschreven")->subject_name, "l1");
    assert_null(child(rule, "leerling_ingeschreven")->event);
    assert_string_equal(child(rule, "ontvangen_op")->event, "aanmelding");
    assert_string_equal(child(rule, "vandaag")->shown, "2026-08-25");
    told_end(t);
}

static void a_window_shows_what_it_counted(void **state)
{
    (void)state;
    told *t = application_story();
    const pt_explanation *rule = explained(t, "l1.melden", NULL);
    const pt_explanation *window = child(rule, "uren_in_vier_lesweken");
    assert_string_equal(window->shown, "9");
    assert_int_equal(window->stretch.first, on("2026-09-07"));
    assert_int_equal(window->stretch.last, on("2026-09-08"));
    assert_string_equal(window->children[0]->subject_name, "d1");
    assert_string_equal(window->children[1]->shown, "4");
    told_end(t);
}

static void a_missing_fact_is_all_that_is_shown(void **state)
{
    (void)state;
    told *t = application_story();
    there_is(t, "leerling", "l2", "");
    const pt_explanation *rule = explained(t, "l2.leerplichtig", "2026-07-01");
    assert_string_equal(rule->shown, "onbekend");
    assert_int_equal(rule->child_count, 1);
    assert_string_equal(rule->children[0]->name, "geboren");
    told_end(t);
}

static void what_is_not_there_is_refused_with_a_suggestion(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        const char *day;
        const char *code;
        const char *suggestion;
    } rows[] = {
        {"a11.besluit_nemen", "2026-07-01", "U042", "a1"},
        {"besluit_nemen", "2026-07-01", "U042", NULL},
        {"a1.besluit_nemn", "2026-07-01", "U043", "besluit_nemen"},
        {"a1.besluit_nemen", "2030-01-01", "U044", NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = application_story();
        assert_null(explained(t, rows[i].what, rows[i].day));
        assert_string_equal(last_code(t), rows[i].code);
        if (rows[i].suggestion != NULL)
            assert_string_equal(t->report.findings[0].suggestion, rows[i].suggestion);
        told_end(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_duty_shows_the_steps_of_its_term),
        cmocka_unit_test(a_rule_shows_its_path_down_to_the_facts),
        cmocka_unit_test(a_window_shows_what_it_counted),
        cmocka_unit_test(a_missing_fact_is_all_that_is_shown),
        cmocka_unit_test(what_is_not_there_is_refused_with_a_suggestion),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
