/* SPDX-License-Identifier: EUPL-1.2 */
/* What a path can still be, against plain enumeration of small domains. */
#include "support.h"

#include "base/random.h"
#include "model/constraints.h"

enum { ATOMS = 3, LOW = -2, HIGH = 3, TESTS = 5 };

static pt_atom whole_atom(void)
{
    return (pt_atom){.operation = PT_OP_INPUT, .type = {.kind = PT_DATE, .low = LOW, .high = HIGH}};
}

/* One atom against a bound, or the difference of two: what is promised to be exact. */
static pt_test random_test(pt_random_stream *stream, pt_term_of_form *terms)
{
    uint16_t first = (uint16_t)pt_random_between(stream, 0, ATOMS - 1);
    uint16_t second = (uint16_t)pt_random_between(stream, 0, ATOMS - 1);
    int64_t sign = pt_random_between(stream, 0, 1) == 0 ? 1 : -1;
    pt_test test = {.kind = PT_TEST_AT_MOST};
    test.form = (pt_form){terms, 1, 0, pt_random_between(stream, -5, 5)};
    terms[0] = (pt_term_of_form){sign, first};
    if (second != first) {
        uint16_t low = first < second ? first : second, high = first < second ? second : first;
        terms[0] = (pt_term_of_form){sign, low};
        terms[1] = (pt_term_of_form){-sign, high};
        test.form.count = 2;
    }
    return test;
}

static bool holds(const pt_test *test, const int64_t *values)
{
    int64_t sum = test->form.constant;
    for (size_t i = 0; i < test->form.count; i++)
        sum += test->form.terms[i].coefficient * values[test->form.terms[i].atom];
    return sum <= 0;
}

/* Is there a point at which all taken tests came out as they did, and this one as asked? */
static bool exists(const pt_test *tests, const bool *outcomes, size_t count)
{
    int64_t v[ATOMS];
    for (v[0] = LOW; v[0] <= HIGH; v[0]++) {
        for (v[1] = LOW; v[1] <= HIGH; v[1]++) {
            for (v[2] = LOW; v[2] <= HIGH; v[2]++) {
                bool good = true;
                for (size_t i = 0; good && i < count; i++)
                    good = holds(&tests[i], v) == outcomes[i];
                if (good)
                    return true;
            }
        }
    }
    return false;
}

static void bounds_and_differences_are_decided_exactly(void **state)
{
    (void)state;
    const pt_atom atoms[ATOMS] = {whole_atom(), whole_atom(), whole_atom()};
    pt_random_stream stream = pt_random_stream_create(20140801, 3, 1);
    for (int round = 0; round < 4000; round++) {
        static pt_constraints known;
        pt_term_of_form terms[TESTS][2];
        pt_test tests[TESTS];
        bool outcomes[TESTS];
        pt_constraints_start(&known);
        pt_constraints_meet(&known, atoms, ATOMS);
        for (size_t i = 0; i < TESTS; i++) {
            tests[i] = random_test(&stream, terms[i]);
            bool allowed[2];
            for (int outcome = 0; outcome < 2; outcome++) {
                outcomes[i] = outcome == 1;
                allowed[outcome] = pt_constraints_allow(&known, &tests[i], outcomes[i]);
                assert_int_equal(allowed[outcome], exists(tests, outcomes, i + 1));
            }
            outcomes[i] = allowed[1] && (!allowed[0] || pt_random_between(&stream, 0, 1) == 1);
            pt_constraints_learn(&known, &tests[i], outcomes[i]);
        }
    }
}

static void steps_of_a_number_narrow_its_bounds(void **state)
{
    (void)state;
    static pt_constraints known;
    const pt_atom atom = {.operation = PT_OP_INPUT,
                          .type = {.kind = PT_NUMBER, .low = 0, .high = 10 * 16}};
    pt_term_of_form term = {1, 0};
    pt_constraints_start(&known);
    pt_constraints_meet(&known, &atom, 1);
    pt_test at_most_three = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -3 * 16}};
    pt_test below_four = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -4 * 16 + 1}};
    pt_constraints_learn(&known, &at_most_three, false);
    assert_false(pt_constraints_allow(&known, &below_four, true));
}

static void words_and_absences_are_excluded_one_by_one(void **state)
{
    (void)state;
    static pt_constraints known;
    const pt_atom atom = {
        .operation = PT_OP_INPUT,
        .type = {.kind = PT_CHOICE, .high = 2, .may_be_unknown = true, .may_be_none = true}};
    pt_test is_known = {.kind = PT_TEST_KNOWN}, is_none = {.kind = PT_TEST_NONE};
    pt_test is_first = {.kind = PT_TEST_IN, .mask = 1}, is_rest = {.kind = PT_TEST_IN, .mask = 6};
    pt_constraints_start(&known);
    pt_constraints_meet(&known, &atom, 1);
    pt_constraints_learn(&known, &is_first, false);
    assert_true(pt_constraints_allow(&known, &is_rest, true));
    assert_true(pt_constraints_allow(&known, &is_rest, false));
    pt_constraints_learn(&known, &is_known, true);
    assert_false(pt_constraints_allow(&known, &is_known, false));
    pt_constraints_learn(&known, &is_none, false);
    assert_false(pt_constraints_allow(&known, &is_rest, false));
    assert_false(pt_constraints_allow(&known, &is_first, true));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bounds_and_differences_are_decided_exactly),
        cmocka_unit_test(steps_of_a_number_narrow_its_bounds),
        cmocka_unit_test(words_and_absences_are_excluded_one_by_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
