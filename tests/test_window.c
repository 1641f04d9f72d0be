/* SPDX-License-Identifier: EUPL-1.2 */
#include "run_support.h"

static const char parameters[] =
    "beslistermijn:\n  titel: Termijn\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO art. 40 lid 6\", status: wet }\n"
    "verlenging:\n  titel: Verlenging\n  eenheid: weken\n  waarden:\n"
    "    - { vanaf: 2014-08-01, waarde: 4, bron: \"WPO art. 40 lid 6\", status: wet }\n";

static told *pupil(void)
{
    told *t = tell("tests/packs/verhaal.lua", parameters);
    there_is(t, "leerling", "l1", "geboren=2012-01-01");
    return t;
}

static void absent(told *t, const char *day, const char *hours)
{
    happens(t, day, "verzuim", pt_format(t->arena, "v%zu", t->scenario.step_count),
            pt_format(t->arena, "leerling=l1 uren=%s", hours));
}

static pt_outcome window_on(told *t, const char *name, const char *day)
{
    t->scenario.until = on(day);
    replay_told(t, NULL);
    return *pt_window_value(t->world, 0, named(t, "leerling", name).index);
}

/* LPW art. 21a: sixteen hours in four consecutive lesweken; the autumn holiday is no lesweek. */
static void lesweken_skip_the_holidays(void **state)
{
    (void)state;
    static const struct {
        const char *first;
        const char *second;
        int hours;
    } rows[] = {
        {"2026-09-07", "2026-10-02", 10}, /* the first and the fourth week */
        {"2026-09-07", "2026-10-05", 5},  /* the fifth */
        {"2026-10-05", "2026-10-30", 10}, /* midden: 17 to 25 October between: the third */
        {"2026-09-28", "2026-10-30", 10}, /* the fourth, a month and two days later */
        {"2026-09-25", "2026-10-30", 5},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = pupil();
        absent(t, rows[i].first, "5");
        absent(t, rows[i].second, "5");
        pt_outcome window = window_on(t, "uren_in_vier_lesweken", "2026-12-01");
        assert_int_equal(window.value.amount, rows[i].hours * PT_NUMBER_SCALE);
        assert_int_equal(window.holds_until, PT_DATE_FOREVER);
        no_findings(t);
        told_end(t);
    }
}

static void the_highest_stretch_is_found_whatever_the_order(void **state)
{
    (void)state;
    told *t = pupil();
    absent(t, "2026-03-02", "8");
    absent(t, "2026-09-07", "3");
    pt_occurrence *late = happens(t, "2026-09-08", "verzuim", "laat", "leerling=l1 uren=7");
    late->holds_from = on("2026-03-03");
    pt_outcome window = window_on(t, "uren_in_vier_lesweken", "2026-12-01");
    assert_int_equal(window.value.amount, 15 * PT_NUMBER_SCALE);
    pt_period stretch =
        pt_window_stretch(t->world, 0, named(t, "leerling", "uren_in_vier_lesweken").index);
    assert_int_equal(stretch.first, on("2026-03-02"));
    assert_int_equal(stretch.last, on("2026-03-03"));
    told_end(t);
}

static void the_latest_window_says_when_its_first_day_falls_out(void **state)
{
    (void)state;
    told *t = pupil();
    absent(t, "2026-03-02", "8");
    absent(t, "2026-03-05", "4");
    pt_outcome window = window_on(t, "uren_nu", "2026-03-06");
    assert_int_equal(window.value.amount, 12 * PT_NUMBER_SCALE);
    assert_int_equal(window.holds_until, on("2026-03-08")); /* seven days from 2 March */
    assert_int_equal(window_on(t, "uren_nu", "2026-03-09").value.amount, 4 * PT_NUMBER_SCALE);
    window = window_on(t, "uren_nu", "2026-03-12");
    assert_int_equal(window.value.amount, 0);
    assert_int_equal(window.holds_until, PT_DATE_FOREVER);
    told_end(t);
}

static void hours_that_are_not_known_are_not_zero(void **state)
{
    (void)state;
    told *t = pupil();
    absent(t, "2026-03-02", "8");
    happens(t, "2026-03-03", "verzuim", "v", "leerling=l1");
    assert_int_equal(window_on(t, "uren_in_vier_lesweken", "2026-03-04").value.kind, PT_UNKNOWN);
    told_end(t);
}

static void a_day_that_lies_ahead_does_not_count_until_it_comes(void **state)
{
    (void)state;
    told *t = pupil();
    happens(t, "2026-03-02", "verzuim", "v", "leerling=l1 uren=8 dag_op=2026-03-20");
    pt_outcome window = window_on(t, "uren_in_vier_lesweken", "2026-03-10");
    assert_int_equal(window.value.amount, 0);
    assert_int_equal(window.holds_until, on("2026-03-19"));
    assert_int_equal(window_on(t, "uren_in_vier_lesweken", "2026-03-20").value.amount,
                     8 * PT_NUMBER_SCALE);
    told_end(t);
}

/* --- Lists ---------------------------------------------------------------------------------- */

static pt_value list_of(const told *t, const char *name)
{
    return pt_list_value(t->world, 0, named(t, "klas", name).index)->value;
}

static void lists_take_what_their_word_says(void **state)
{
    (void)state;
    static const struct {
        const char *first;
        const char *second;
        const char *any;
        const char *all;
    } rows[] = {
        {"kopie=ja", "kopie=nee", "ja", "nee"},
        {"kopie=ja", "kopie=ja", "ja", "ja"},
        {"kopie=nee", "kopie=nee", "nee", "nee"},
        {"kopie=onbekend", "kopie=nee", "onbekend", "nee"},
        {"kopie=onbekend", "kopie=ja", "ja", "onbekend"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        told *t = tell("tests/packs/kring.lua", NULL);
        there_is(t, "klas", "k1", "");
        there_is(t, "brief", "b1", pt_format(t->arena, "klas=k1 %s", rows[i].first));
        there_is(t, "brief", "b2", pt_format(t->arena, "klas=k1 %s", rows[i].second));
        replay_told(t, NULL);
        pt_type yes = {.kind = PT_YESNO};
        assert_true(pt_value_equal(list_of(t, "een_kopie"), value_read(t, yes, rows[i].any)));
        assert_true(pt_value_equal(list_of(t, "alles_kopie"), value_read(t, yes, rows[i].all)));
        assert_int_equal(list_of(t, "aantal_brieven").amount, 2 * PT_NUMBER_SCALE);
        no_findings(t);
        told_end(t);
    }
}

static void first_and_last_take_the_dates_that_are_known(void **state)
{
    (void)state;
    told *t = tell("tests/packs/kring.lua", NULL);
    there_is(t, "klas", "k1", "");
    there_is(t, "brief", "b1", "klas=k1 over_op=2026-03-02");
    there_is(t, "brief", "b2", "klas=k1");
    there_is(t, "brief", "b3", "klas=k1 over_op=2026-01-09");
    replay_told(t, NULL);
    assert_int_equal(list_of(t, "eerste_brief").amount, on("2026-01-09"));
    assert_int_equal(list_of(t, "laatste_brief").amount, on("2026-03-02"));
    told_end(t);
}

static void a_list_beyond_its_range_fails(void **state)
{
    (void)state;
    told *t = tell("tests/packs/kring.lua", NULL);
    static const char *const names[] = {"b1", "b2", "b3", "b4"};
    there_is(t, "klas", "k1", "");
    for (size_t i = 0; i < 4; i++)
        there_is(t, "brief", names[i], "klas=k1");
    replay_told(t, NULL);
    assert_int_equal(list_of(t, "aantal_brieven").kind, PT_UNKNOWN);
    assert_string_equal(last_code(t), "U035");
    assert_string_equal(t->report.findings[0].arguments[2], "4");
    told_end(t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lesweken_skip_the_holidays),
        cmocka_unit_test(the_highest_stretch_is_found_whatever_the_order),
        cmocka_unit_test(the_latest_window_says_when_its_first_day_falls_out),
        cmocka_unit_test(hours_that_are_not_known_are_not_zero),
        cmocka_unit_test(a_day_that_lies_ahead_does_not_count_until_it_comes),
        cmocka_unit_test(lists_take_what_their_word_says),
        cmocka_unit_test(first_and_last_take_the_dates_that_are_known),
        cmocka_unit_test(a_list_beyond_its_range_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
