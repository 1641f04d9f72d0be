/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

#include "record_support.h"

static const char story_parameters[] =
    "beslistermijn:\n  titel: Termijn\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO art. 40 lid 6\", status: wet }\n"
    "    - { vanaf: 2026-09-01, waarde: 4, bron: \"verzonnen\", status: beleid }\n"
    "verlenging:\n  titel: Verlenging\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 4, bron: \"WPO art. 40 lid 6\", status: wet }\n";

static told *story(void)
{
    told *t = tell("tests/packs/verhaal.lua", story_parameters);
    there_is(t, "school", "wilg", "");
    there_is(t, "bestuur", "esdoorn", "");
    t->subjects[0].references[0] = 1; /* written before the board it refers to */
    there_is(t, "leerling", "l1", "geboren=2021-11-17");
    return t;
}

static void a_decision_in_time_fulfils(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    expects(t, "2026-06-15", "a1.besluit_nemen", PT_FIELD_STATUS, "open");
    expects(t, "2026-06-16", "a1.besluit_nemen", PT_FIELD_DUE, "2026-07-27"); /* 15 June + 42 */
    expects(t, "2026-06-16", "a1.besluit_nemen", PT_FIELD_BEARER, "esdoorn");
    expects(t, "2026-06-16", "a1.besluit_nemen", PT_FIELD_SOURCE, "WPO art. 40 lid 6");
    expects(t, "2026-07-26", "a1.besluit_nemen", PT_FIELD_STATUS, "open");
    happens(t, "2026-07-27", "besluit", "a1", "uitkomst=geweigerd");
    expects(t, "2026-07-27", "a1.besluit_nemen", PT_FIELD_STATUS, "vervuld");
    expects(t, "2026-07-27", "a1.bezwaar_maken", PT_FIELD_DUE, "2026-09-07");
    expects(t, "2026-07-27", "a1.bezwaar_maken", PT_FIELD_BEARER, "ouders");
    expects(t, "2026-09-08", "a1.bezwaar_maken", PT_FIELD_STATUS, "vervallen");
    comes_true(t);
    assert_int_equal(t->world->happened[pt_pack_event(&t->pack, "beslistermijn_verstreken")], 0);
    told_end(t);
}

static void a_breach_raises_its_event_on_the_day_after(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    expects(t, "2026-07-28", "a1.besluit_nemen", PT_FIELD_STATUS, "te_laat");
    happens(t, "2026-08-03", "besluit", "a1", "uitkomst=toegelaten");
    expects(t, "2026-08-03", "a1.besluit_nemen", PT_FIELD_STATUS, "te_laat_vervuld");
    comes_true(t);
    size_t raised = 0;
    for (size_t i = 0; i < t->result->record_count; i++) {
        const pt_record *r = &t->result->records[i];
        if (r->kind != PT_RECORD_EVENT || r->of.event.cause_block == UINT32_MAX)
            continue;
        raised++;
        assert_int_equal(r->day, on("2026-07-28"));
        assert_string_equal(t->pack.blocks[r->of.event.cause_block].name, "besluit_nemen");
        assert_int_equal(r->of.event.depth, 1);
    }
    assert_int_equal(raised, 1);
    told_end(t);
}

static void a_standstill_and_an_extension_move_the_last_day(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-06-22", "aanvulverzoek", "v1", "aanmelding=a1");
    expects(t, "2026-06-22", "a1.besluit_nemen", PT_FIELD_STATUS, "staat_stil");
    expects(t, "2026-06-22", "a1.besluit_nemen", PT_FIELD_DUE, "geen");
    happens(t, "2026-06-29", "aanvulling", "v1", "");
    expects(t, "2026-06-29", "a1.besluit_nemen", PT_FIELD_STATUS, "open");
    expects(t, "2026-06-29", "a1.besluit_nemen", PT_FIELD_DUE, "2026-08-03"); /* 27 July + 7 */
    happens(t, "2026-08-03", "verlenging", "a1", "");
    expects(t, "2026-08-03", "a1.besluit_nemen", PT_FIELD_DUE, "2026-08-31"); /* + 28 */
    comes_true(t);
    told_end(t);
}

static void an_extension_after_the_first_term_does_not_count(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-07-28", "verlenging", "a1", "");
    expects(t, "2026-07-28", "a1.besluit_nemen", PT_FIELD_DUE, "2026-07-27");
    expects(t, "2026-07-28", "a1.besluit_nemen", PT_FIELD_STATUS, "te_laat");
    comes_true(t);
    told_end(t);
}

static void a_later_law_does_not_touch_a_case_in_flight(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-08-31", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-09-01", "aanmelding", "a2", "leerling=l1 school=wilg");
    expects(t, "2026-09-02", "a1.besluit_nemen", PT_FIELD_DUE, "2026-10-12"); /* six weeks */
    expects(t, "2026-09-02", "a2.besluit_nemen", PT_FIELD_DUE, "2026-09-29"); /* four weeks */
    comes_true(t);
    told_end(t);
}

static void a_withdrawn_application_lapses(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-06-20", "intrekking", "a1", "");
    expects(t, "2026-06-20", "a1.besluit_nemen", PT_FIELD_STATUS, "vervallen");
    expects(t, "2026-12-01", "a1.besluit_nemen", PT_FIELD_STATUS, "vervallen");
    comes_true(t);
    told_end(t);
}

static void a_rule_raises_its_event_on_the_day_it_becomes_ja(void **state)
{
    (void)state;
    told *t = story();
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    expects(t, "2026-08-24", "a1.plaatsing", PT_FIELD_VALUE, "onbekend"); /* 15 June + 70 */
    expects(t, "2026-08-25", "a1.plaatsing", PT_FIELD_VALUE, "tijdelijk");
    expects(t, "2026-08-25", "a1.tijdelijk_te_plaatsen", PT_FIELD_REASON,
            "tien weken zonder besluit");
    comes_true(t);
    told_end(t);
}

static void hours_in_four_lesweken_lead_to_one_report(void **state)
{
    (void)state;
    told *t = story();
    static const char *const days[] = {"2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10"};
    static const char *const names[] = {"v1", "v2", "v3", "v4"};
    for (size_t i = 0; i < 4; i++)
        happens(t, days[i], "verzuim", names[i], "leerling=l1 uren=5");
    expects(t, "2026-09-09", "l1.uren_in_vier_lesweken", PT_FIELD_VALUE, "15");
    expects(t, "2026-09-09", "l1.aantal_meldingen", PT_FIELD_VALUE, "0");
    expects(t, "2026-09-10", "l1.uren_in_vier_lesweken", PT_FIELD_VALUE, "20");
    expects(t, "2026-09-10", "l1.aantal_meldingen", PT_FIELD_VALUE, "1");
    expects(t, "2026-09-10", "l1.melden", PT_FIELD_REASON, "20 uren in vier lesweken");
    happens(t, "2026-09-11", "gemeld", "l1", "");
    happens(t, "2026-09-14", "verzuim", "v5", "leerling=l1 uren=3");
    expects(t, "2026-09-11", "l1.uren_in_vier_lesweken", PT_FIELD_VALUE, "0");
    expects(t, "2026-09-14", "l1.uren_in_vier_lesweken", PT_FIELD_VALUE, "3");
    comes_true(t);
    told_end(t);
}

/* --- Two ways of knowing ------------------------------------------------------------------ */

static const char *play_back(told *t, bool every_day)
{
    pt_replay_options options = {.record_outcomes = true, .every_day = every_day};
    pt_run_result *result = replay_told(t, &options);
    pt_text text = pt_text_create(t->arena);
    for (size_t i = 0; i < result->record_count; i++)
        record_shown(&text, &result->records[i], &t->pack);
    no_findings(t);
    return text.bytes;
}

/* Replay jumps from change to change; visiting every day and keeping nothing must give the same. */
static void jumping_gives_the_records_of_visiting_every_day(void **state)
{
    (void)state;
    told *t = story();
    there_is(t, "leerling", "l2", "geboren=2010-03-04");
    there_is(t, "leerling", "l3", "");
    happens(t, "2026-02-02", "aanmelding", "a0", "leerling=l3 school=wilg schriftelijk=nee");
    happens(t, "2026-02-09", NULL, "l3", "geboren=2021-06-30");
    happens(t, "2026-06-15", "aanmelding", "a1", "leerling=l1 school=wilg");
    happens(t, "2026-06-18", "aanmelding", "a2", "leerling=l2 school=wilg");
    happens(t, "2026-06-22", "aanvulverzoek", "v1", "aanmelding=a1 aanvullen_tot=2026-07-06");
    happens(t, "2026-07-20", "besluit", "a2", "uitkomst=geweigerd");
    static const char *const names[] = {"d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"};
    static const char *const days[] = {"2026-09-07", "2026-09-08", "2026-09-21", "2026-10-01",
                                       "2026-10-05", "2026-10-06", "2026-10-07", "2026-11-30"};
    for (size_t i = 0; i < 8; i++)
        happens(t, days[i], "verzuim", names[i], "leerling=l2 uren=6");
    t->scenario.until = on("2028-09-30");
    const char *jumped = play_back(t, false);
    assert_string_equal(jumped, play_back(t, true));
    assert_non_null(strstr(jumped, "rule leerplichtig"));
    assert_non_null(strstr(jumped, "te_laat"));
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_decision_in_time_fulfils),
        cmocka_unit_test(a_breach_raises_its_event_on_the_day_after),
        cmocka_unit_test(a_standstill_and_an_extension_move_the_last_day),
        cmocka_unit_test(an_extension_after_the_first_term_does_not_count),
        cmocka_unit_test(a_later_law_does_not_touch_a_case_in_flight),
        cmocka_unit_test(a_withdrawn_application_lapses),
        cmocka_unit_test(a_rule_raises_its_event_on_the_day_it_becomes_ja),
        cmocka_unit_test(hours_in_four_lesweken_lead_to_one_report),
        cmocka_unit_test(jumping_gives_the_records_of_visiting_every_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
