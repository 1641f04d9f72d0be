/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "golden.h"
#include "report/explanation.h"
#include "report/term_wording.h"
#include "report_fixture.h"

static pt_explanation *node(pt_arena *arena, pt_explanation_kind kind, const char *name,
                            const char *shown)
{
    pt_explanation *made = PT_NEW(arena, pt_explanation);
    *made = (pt_explanation){.kind = (uint8_t)kind,
                             .name = name,
                             .subject = UINT32_MAX,
                             .shown = shown,
                             .since = PT_DATE_NONE,
                             .set_on = PT_DATE_NONE,
                             .stretch = {PT_DATE_NONE, PT_DATE_NONE}};
    return made;
}

static pt_explanation *adopt(pt_arena *arena, pt_explanation *parent, pt_explanation *child)
{
    parent->children =
        (pt_explanation **)pt_arena_grow(arena, parent->children, parent->child_count,
                                         &parent->child_capacity, sizeof *parent->children);
    parent->children[parent->child_count++] = child;
    return child;
}

static pt_explanation *duty(report_fixture *one)
{
    pt_arena *arena = one->arena;
    pt_duty_state *state = PT_NEW(arena, pt_duty_state);
    *state = (pt_duty_state){.status = PT_DUTY_LATE,
                             .due = fixture_day(2026, 7, 27),
                             .holds_until = PT_DATE_FOREVER,
                             .term = &fixture_term};
    pt_explanation *top = node(arena, PT_EXPLAIN_DUTY, "besluit_nemen", "te_laat");
    top->title = "Besluit op de aanmelding";
    top->subject_name = "a1";
    top->source = "WPO art. 40 lid 6";
    top->duty = state;
    top->bearer = "esdoorn";
    top->at = (pt_position){.source = &fixture_source, .line = 12, .column = 1};
    pt_explanation *start = adopt(arena, top, node(arena, PT_EXPLAIN_PART, NULL, "2026-06-15"));
    start->role = "termijn.vanaf";
    start->value = fixture_date(2026, 6, 15);
    pt_explanation *received =
        adopt(arena, start, node(arena, PT_EXPLAIN_FACT, "ontvangen_op", "2026-06-15"));
    received->subject_name = "a1";
    received->value = fixture_date(2026, 6, 15);
    received->since = fixture_day(2026, 6, 15);
    received->set_on = fixture_day(2026, 6, 17);
    received->event = "aanmelding";
    received->role = "peildatum";
    pt_explanation *length =
        adopt(arena, top, node(arena, PT_EXPLAIN_PARAMETER, "beslistermijn", "6 weken"));
    pt_parameter_value *row = PT_NEW(arena, pt_parameter_value);
    *row = (pt_parameter_value){.from = fixture_day(2014, 8, 1), .source = "WPO art. 40 lid 6"};
    length->row = row;
    length->source = row->source;
    length->assumed = true;
    pt_explanation *rule =
        adopt(arena, top, node(arena, PT_EXPLAIN_RULE, "zorgplicht_geldt", "ja"));
    rule->title = "Moet deze school een passende plek bieden of zoeken?";
    rule->subject_name = "a1";
    rule->reason = "de school biedt een passende plek of zoekt die";
    rule->source = "WPO art. 40 lid 4";
    pt_explanation *condition = adopt(arena, rule, node(arena, PT_EXPLAIN_CONDITION, NULL, "nee"));
    condition->text = "not schriftelijk";
    pt_explanation *unset =
        adopt(arena, rule, node(arena, PT_EXPLAIN_FACT, "plaatsruimte", "onbekend"));
    unset->subject_name = "a1";
    pt_explanation *exception =
        adopt(arena, rule, node(arena, PT_EXPLAIN_EXCEPTION, "vo_voorwaarden", "nee"));
    exception->value = pt_yesno(false);
    pt_explanation *window =
        adopt(arena, rule, node(arena, PT_EXPLAIN_WINDOW, "uren_in_vier_lesweken", "16"));
    window->stretch = (pt_period){fixture_day(2026, 9, 7), fixture_day(2026, 10, 2)};
    pt_explanation *counted = adopt(arena, window, node(arena, PT_EXPLAIN_REFERRER, NULL, "5"));
    counted->subject_name = "verzuimdag 3";
    counted->since = fixture_day(2026, 9, 7);
    adopt(arena, rule, node(arena, PT_EXPLAIN_LIST, "open_meldingen", "2"));
    pt_explanation *today = adopt(arena, rule, node(arena, PT_EXPLAIN_TODAY, NULL, "2026-07-28"));
    today->value = fixture_date(2026, 7, 28);
    adopt(arena, rule, node(arena, PT_EXPLAIN_RULE, "leerplichtig", "ja"))->repeated = true;
    return top;
}

static const char *written(report_fixture *one, const pt_explanation *top, pt_medium medium)
{
    pt_style style = {.medium = medium};
    pt_text out = pt_text_create(one->arena);
    pt_explanation_write(&out, top, fixture_day(2026, 7, 28), &style);
    return out.bytes;
}

static void a_duty_is_explained_down_to_the_facts(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "verklaar.txt", written(one, duty(one), PT_MEDIUM_PEOPLE));
}

static void the_same_tree_is_there_for_programs(void **state)
{
    report_fixture *one = *state;
    golden_check(one->arena, "verklaar.json", written(one, duty(one), PT_MEDIUM_JSON));
}

static void a_very_deep_tree_stays_on_the_page_and_in_the_writer(void **state)
{
    report_fixture *one = *state;
    pt_explanation *top = node(one->arena, PT_EXPLAIN_RULE, "r", "ja");
    pt_explanation *at = top;
    for (int i = 0; i < 300; i++)
        at = adopt(one->arena, at, node(one->arena, PT_EXPLAIN_RULE, "r", "ja"));
    assert_non_null(strstr(written(one, top, PT_MEDIUM_JSON), "\"afgekapt\": true"));
    const char *text = written(one, top, PT_MEDIUM_PEOPLE);
    for (const char *line = text; *line != '\0'; line += strcspn(line, "\n") + 1)
        assert_true(strcspn(line, "\n") <= 200);
}

static void each_step_of_a_term_is_a_sentence(void **state)
{
    pt_date saturday = fixture_day(2026, 6, 27);
    const pt_term_step steps[] = {
        {.kind = PT_STEP_LENGTH,
         .before = fixture_day(2026, 5, 30),
         .after = saturday,
         .amount = 4,
         .unit = PT_UNIT_WEEKS},
        {.kind = PT_STEP_SHIFT,
         .before = saturday,
         .after = saturday + 1,
         .name = "zaterdag",
         .source = "Algemene termijnenwet art. 1 lid 1"},
        {.kind = PT_STEP_SHIFT,
         .before = saturday + 1,
         .after = saturday + 2,
         .name = "zondag",
         .source = "Algemene termijnenwet art. 1 lid 1"},
        {.kind = PT_STEP_SUSPENDED,
         .after = saturday + 12,
         .from = fixture_day(2026, 6, 8),
         .until = fixture_day(2026, 6, 18),
         .amount = 10,
         .unit = PT_UNIT_DAYS},
        {.kind = PT_STEP_EXTENSION,
         .before = saturday,
         .after = saturday + 28,
         .amount = 1,
         .unit = PT_UNIT_MONTHS},
        {.kind = PT_STEP_BACK,
         .before = saturday,
         .after = saturday - 70,
         .amount = 10,
         .unit = PT_UNIT_WEEKS},
        {.kind = PT_STEP_FIXED, .before = saturday, .after = saturday},
        {.kind = PT_STEP_MONTH_END, .after = fixture_day(2026, 2, 28)},
        {.kind = PT_STEP_STANDS_STILL, .from = saturday, .after = PT_DATE_FOREVER},
        {.kind = PT_STEP_TWO_DAYS, .after = saturday + 3},
        {.kind = PT_STEP_NOT_BACK, .before = saturday},
        {.kind = PT_STEP_NOT_FIXED, .before = saturday},
        {.kind = PT_STEP_NOT_LONG, .before = saturday},
        {.kind = PT_STEP_NOT_LAW, .before = saturday},
        {.kind = PT_STEP_NOT_DECLARED, .before = saturday},
    };
    static const char *const wanted[] = {
        "30 mei 2026 + 4 weken = 27 juni 2026 (zaterdag)",
        "zaterdag, zondag → maandag 29 juni 2026",
        "stond stil van 8 juni 2026 tot 18 juni 2026: 10 dagen erbij, dus donderdag 9 juli 2026",
        "verlengd: 27 juni 2026 + 1 maand = 25 juli 2026 (zaterdag)",
        "27 juni 2026 - 10 weken = 18 april 2026 (zaterdag)",
        "vaste laatste dag: 27 juni 2026 (zaterdag)",
        "die maand heeft deze dag niet: de laatste dag van de maand telt, 28 februari 2026 "
        "(zaterdag)",
        "staat stil sinds 27 juni 2026; de laatste dag is nog niet bekend",
        "ten minste twee werkdagen in de termijn → dinsdag 30 juni 2026",
        "zaterdag 27 juni 2026 blijft de laatste dag: een teruggerekende termijn schuift niet op",
        "zaterdag 27 juni 2026 blijft de laatste dag: een vaste dag schuift niet op",
        "zaterdag 27 juni 2026 blijft de laatste dag: de Termijnenwet geldt niet voor een termijn "
        "van deze lengte",
        "zaterdag 27 juni 2026 blijft de laatste dag: de termijn staat niet in een wet of amvb",
        "zaterdag 27 juni 2026 blijft de laatste dag: de Termijnenwet is hier uitgesloten",
        "er is geen dag te berekenen",
    };
    report_fixture *one = *state;
    pt_term_result term = {
        .steps = steps, .step_count = sizeof steps / sizeof *steps, .flags = PT_TERM_OUT_OF_RANGE};
    pt_term_lines lines = pt_term_wording(one->arena, &term, PT_DUTCH);
    assert_int_equal(lines.count, sizeof wanted / sizeof *wanted);
    for (size_t i = 0; i < lines.count; i++)
        assert_string_equal(lines.lines[i], wanted[i]);
    assert_string_equal(lines.sources[1], "Algemene termijnenwet art. 1 lid 1");
    term.step_count = 5;
    assert_string_equal(pt_term_wording_brief(one->arena, &term, PT_DUTCH),
                        "30 mei 2026 + 4 weken, daarna de eerste werkdag, stond 10 dagen stil + 1 "
                        "maand");
    assert_null(pt_term_wording_brief(one->arena, NULL, PT_DUTCH));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_duty_is_explained_down_to_the_facts),
        TEST(the_same_tree_is_there_for_programs),
        TEST(a_very_deep_tree_stays_on_the_page_and_in_the_writer),
        TEST(each_step_of_a_term_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
