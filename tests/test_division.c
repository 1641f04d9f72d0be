/* SPDX-License-Identifier: EUPL-1.2 */
/* Sums over rules, and divisions of an amount: of a verband over schools, of a school over klassen.
 */
#include "run_support.h"

#include "base/random.h"
#include "run/explain.h"

static told *region(const char *income)
{
    told *t = tell("tests/packs/verdeling.lua", NULL);
    there_is(t, "verband", "kade", pt_format(t->arena, "inkomsten=%s", income));
    there_is(t, "bestuur", "els", "");
    there_is(t, "school", "wilg", "verband=kade bestuur=els");
    there_is(t, "school", "iep", "verband=kade bestuur=els");
    there_is(t, "school", "berk", "verband=kade");
    there_is(t, "klas", "w1", "school=wilg leerlingen=20");
    there_is(t, "klas", "w2", "school=wilg leerlingen=13");
    there_is(t, "klas", "i1", "school=iep leerlingen=33");
    there_is(t, "klas", "b1", "school=berk leerlingen=33");
    return t;
}

static pt_outcome outcome_of(told *t, const char *subject, const char *name)
{
    uint32_t index = who(t, subject);
    pt_name found;
    if (!pt_pack_name(&t->pack, t->subjects[index].kind, name, &found))
        fail_msg("wat is %s", name);
    return found.kind == PT_NAME_RULE ? *pt_rule_outcome(t->world, index, found.index)
                                      : *pt_list_value(t->world, index, found.index);
}

static void check_amount(told *t, const char *subject, const char *name, int64_t amount)
{
    pt_value value = outcome_of(t, subject, name).value;
    if (!pt_is_value(value) || value.amount != amount)
        fail_msg("%s.%s is %d/%lld, niet %lld", subject, name, value.kind, (long long)value.amount,
                 (long long)amount);
}

/* Weights 99, 99, 99 over 100,00: 33,33 each and one cent for the first. */
static void shares_follow_rules_and_lists_and_close(void **state)
{
    (void)state;
    told *t = region("10000");
    replay_told(t, NULL);
    no_findings(t);
    check_amount(t, "kade", "gewicht_samen", 297 * PT_NUMBER_SCALE);
    check_amount(t, "wilg", "deel", 3334);
    check_amount(t, "iep", "deel", 3333);
    check_amount(t, "berk", "deel", 3333);
    check_amount(t, "kade", "deel_samen", 10000);
    check_amount(t, "els", "deel_van_bestuur", 6667);
    check_amount(t, "wilg", "ruimte", 6668);
    /* 33,34 x 20/33 = 20,2060..., x 13/33 = 13,1339...: the cent left goes to the second */
    check_amount(t, "w1", "deel_van_klas", 2021);
    check_amount(t, "w2", "deel_van_klas", 1313);
    told_end(t);
}

static void a_cut_is_divided_too(void **state)
{
    (void)state;
    told *t = region("-10000");
    replay_told(t, NULL);
    no_findings(t);
    check_amount(t, "wilg", "deel", -3334);
    check_amount(t, "iep", "deel", -3333);
    check_amount(t, "kade", "deel_samen", -10000);
    told_end(t);
}

static void a_changed_count_changes_all_shares_the_same_day(void **state)
{
    (void)state;
    told *t = region("10000");
    expects(t, "2026-03-01", "iep.deel", PT_FIELD_VALUE, "3333");
    happens(t, "2026-03-02", "telling", "b1", "aantal_nu=0");
    expects(t, "2026-03-02", "wilg.deel", PT_FIELD_VALUE, "5000");
    expects(t, "2026-03-02", "berk.deel", PT_FIELD_VALUE, "0");
    expects(t, "2026-03-02", "els.deel_van_bestuur", PT_FIELD_VALUE, "10000");
    expects(t, "2026-03-02", "iep.ruimte", PT_FIELD_VALUE, "10000");
    happens(t, "2026-03-03", NULL, "berk", "mee=nee");
    expects(t, "2026-03-03", "berk.deel", PT_FIELD_VALUE, "geen");
    expects(t, "2026-03-03", "kade.deel_samen", PT_FIELD_VALUE, "10000");
    comes_true(t);
    told_end(t);
}

static void before_its_first_day_a_division_gives_geen(void **state)
{
    (void)state;
    told *t = region("10000");
    expects(t, "2026-01-31", "wilg.deel", PT_FIELD_VALUE, "geen");
    expects(t, "2026-01-31", "kade.deel_samen", PT_FIELD_VALUE, "0");
    expects(t, "2026-02-01", "wilg.deel", PT_FIELD_VALUE, "3334");
    expects(t, "2026-02-01", "kade.deel_samen", PT_FIELD_VALUE, "10000");
    comes_true(t);
    told_end(t);
}

static void a_school_of_no_verband_has_no_share(void **state)
{
    (void)state;
    told *t = region("10000");
    there_is(t, "school", "eik", "");
    replay_told(t, NULL);
    no_findings(t);
    assert_int_equal(outcome_of(t, "eik", "deel").value.kind, PT_NONE);
    told_end(t);
}

static void one_unknown_weight_leaves_all_shares_open(void **state)
{
    (void)state;
    told *t = region("10000");
    there_is(t, "klas", "b2", "school=berk");
    replay_told(t, NULL);
    no_findings(t);
    assert_int_equal(outcome_of(t, "wilg", "deel").value.kind, PT_UNKNOWN);
    assert_int_equal(outcome_of(t, "kade", "deel_samen").value.kind, PT_UNKNOWN);
    told_end(t);
}

static void money_over_pupils_that_are_not_there_is_a_finding(void **state)
{
    (void)state;
    told *t = tell("tests/packs/verdeling.lua", NULL);
    there_is(t, "verband", "kade", "inkomsten=10000");
    there_is(t, "school", "wilg", "verband=kade");
    replay_told(t, NULL);
    assert_int_equal(outcome_of(t, "wilg", "deel").value.kind, PT_UNKNOWN);
    assert_int_equal(outcome_of(t, "wilg", "deel").way, PT_WAY_FAILED);
    assert_string_equal(last_code(t), "U048");
    assert_true(t->world->broken);
    told_end(t);
}

static void nothing_over_nobody_is_nothing(void **state)
{
    (void)state;
    told *t = tell("tests/packs/verdeling.lua", NULL);
    there_is(t, "verband", "kade", "inkomsten=0");
    there_is(t, "school", "wilg", "verband=kade");
    replay_told(t, NULL);
    check_amount(t, "wilg", "deel", 0);
    no_findings(t);
    told_end(t);
}

/* Half hours: 7,5 over weights 1 and 1 is 4 and 3,5. */
static void numbers_are_divided_by_their_step(void **state)
{
    (void)state;
    told *t = region("0");
    happens(t, "2026-03-02", NULL, "wilg", "vast=1");
    happens(t, "2026-03-02", NULL, "iep", "vast=1");
    pt_occurrence *hours = happens(t, "2026-03-02", NULL, "kade", "uren=7");
    hours->facts[0].value.amount += PT_NUMBER_SCALE / 2;
    replay_told(t, NULL);
    no_findings(t);
    check_amount(t, "wilg", "uren_van_school", 4 * PT_NUMBER_SCALE);
    check_amount(t, "iep", "uren_van_school", 7 * PT_NUMBER_SCALE / 2);
    told_end(t);
}

static void a_share_explains_itself(void **state)
{
    (void)state;
    told *t = region("10000");
    const pt_explanation *why = pt_explain(t->arena, &t->pack, &t->scenario, pt_lua_reading(t->lua),
                                           &t->report, "wilg.deel", PT_DATE_NONE);
    no_findings(t);
    assert_int_equal(why->kind, PT_EXPLAIN_SHARE);
    assert_string_equal(why->source, "statuten");
    assert_string_equal(why->share->weight, "99");
    assert_string_equal(why->share->weights, "297");
    assert_string_equal(why->share->whole, "€ 100,00");
    assert_string_equal(why->share->floor, "€ 33,33");
    assert_int_equal(why->share->remainder, 1); /* a third of a cent */
    assert_int_equal(why->share->divisor, 3);
    assert_int_equal(why->share->rank, 1);
    assert_int_equal(why->share->left, 1);
    assert_int_equal(why->child_count, 2);
    assert_string_equal(why->children[0]->name, "te_verdelen");
    assert_string_equal(why->children[1]->name, "gewicht");
    told_end(t);
}

enum { ROUNDS = 60, MOST_SCHOOLS = 15, MOST_CLASSES = 3 };

static void random_region(told *t, pt_random_stream *stream, int64_t whole)
{
    int64_t schools = pt_random_between(stream, 1, MOST_SCHOOLS);
    there_is(t, "verband", "kade", pt_format(t->arena, "inkomsten=%lld", (long long)whole));
    there_is(t, "bestuur", "els", "");
    there_is(t, "bestuur", "linde", "");
    for (int64_t s = 0; s < schools; s++) {
        const char *school = pt_format(t->arena, "s%lld", (long long)s);
        there_is(t, "school", school,
                 pt_format(t->arena, "verband=kade bestuur=%s vast=%lld",
                           pt_random_between(stream, 0, 1) == 0 ? "els" : "linde",
                           (long long)pt_random_between(stream, s == 0, 500)));
        int64_t classes = pt_random_between(stream, 1, MOST_CLASSES);
        for (int64_t k = 0; k < classes; k++)
            there_is(t, "klas", pt_format(t->arena, "%sk%lld", school, (long long)k),
                     pt_format(t->arena, "school=%s leerlingen=%lld", school,
                               (long long)pt_random_between(stream, k == 0, 40)));
    }
}

static int64_t amount_of(told *t, uint32_t subject, const char *name)
{
    return outcome_of(t, t->subjects[subject].name, name).value.amount;
}

/* Every level closes: klassen to their school, schools to boards and to the verband. */
static void random_regions_close_to_the_cent_at_every_level(void **state)
{
    (void)state;
    pt_random_stream stream = pt_random_stream_create(5, 0, 0);
    for (size_t round = 0; round < ROUNDS; round++) {
        told *t = tell("tests/packs/verdeling.lua", NULL);
        int64_t whole = pt_random_between(&stream, -50000000, 50000000);
        random_region(t, &stream, whole);
        replay_told(t, NULL);
        no_findings(t);
        int64_t schools = 0, classes = 0, boards = 0;
        uint16_t school = pt_pack_kind(&t->pack, "school"), klas = pt_pack_kind(&t->pack, "klas");
        for (uint32_t i = 0; i < t->scenario.subject_count; i++) {
            if (t->subjects[i].kind == school)
                schools += amount_of(t, i, "deel");
            if (t->subjects[i].kind == klas)
                classes += amount_of(t, i, "deel_van_klas");
        }
        boards = amount_of(t, who(t, "els"), "deel_van_bestuur") +
                 amount_of(t, who(t, "linde"), "deel_van_bestuur");
        assert_int_equal(schools, whole);
        assert_int_equal(classes, whole);
        assert_int_equal(boards, whole);
        check_amount(t, "kade", "deel_samen", whole);
        told_end(t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_follow_rules_and_lists_and_close),
        cmocka_unit_test(a_cut_is_divided_too),
        cmocka_unit_test(a_changed_count_changes_all_shares_the_same_day),
        cmocka_unit_test(before_its_first_day_a_division_gives_geen),
        cmocka_unit_test(a_school_of_no_verband_has_no_share),
        cmocka_unit_test(one_unknown_weight_leaves_all_shares_open),
        cmocka_unit_test(money_over_pupils_that_are_not_there_is_a_finding),
        cmocka_unit_test(nothing_over_nobody_is_nothing),
        cmocka_unit_test(numbers_are_divided_by_their_step),
        cmocka_unit_test(a_share_explains_itself),
        cmocka_unit_test(random_regions_close_to_the_cent_at_every_level),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
