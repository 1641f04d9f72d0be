/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "base/random.h"
#include "model/shares.h"

enum { MOST = 12 };

typedef struct row {
    int64_t whole;
    int64_t weights[MOST];
    int64_t shares[MOST];
    size_t count;
} row;

/* By hand: 100 over 1, 1, 1 is 33 1/3 each; the one cent left goes to the first. */
static void shares_worked_by_hand(void **state)
{
    (void)state;
    static const row rows[] = {
        {100, {1, 1, 1}, {34, 33, 33}, 3},
        {200, {1, 1, 1}, {67, 67, 66}, 3},
        {-100, {1, 1, 1}, {-34, -33, -33}, 3},
        {100, {5, 0, 5}, {50, 0, 50}, 3},
        /* 100 x 2/7 = 28 4/7, 100 x 3/7 = 42 6/7, 28 4/7: two left, to 6/7 and the first 4/7 */
        {100, {2, 3, 2}, {29, 43, 28}, 3},
        {1, {1, 2}, {0, 1}, 2},
        {0, {4, 2}, {0, 0}, 2},
        {0, {0, 0}, {0, 0}, 2},
        {7, {9}, {7}, 1},
        /* 4.5e15 x 4e15 leaves 64 bits; halves come out exactly */
        {4500000000000000,
         {4000000000000000, 4000000000000000},
         {2250000000000000, 2250000000000000},
         2},
    };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        pt_share shares[MOST] = {{0}};
        pt_shares total;
        for (size_t i = 0; i < rows[r].count; i++)
            shares[i].weight = rows[r].weights[i];
        assert_true(pt_shares_divide(rows[r].whole, shares, rows[r].count, &total));
        for (size_t i = 0; i < rows[r].count; i++)
            assert_int_equal(shares[i].share, rows[r].shares[i]);
    }
}

static void something_over_nothing_is_refused(void **state)
{
    (void)state;
    pt_share shares[2] = {{0}};
    pt_shares total;
    assert_false(pt_shares_divide(1, shares, 2, &total));
    assert_false(pt_shares_divide(-1, shares, 0, &total));
    shares[0].weight = INT64_MAX;
    shares[1].weight = 1;
    assert_false(pt_shares_divide(1, shares, 2, &total));
}

static void ranks_go_by_remainder_and_then_by_order(void **state)
{
    (void)state;
    pt_share shares[4] = {{.weight = 2}, {.weight = 3}, {.weight = 2}, {.weight = 0}};
    pt_shares total;
    assert_true(pt_shares_divide(100, shares, 4, &total));
    static const uint32_t ranks[] = {2, 1, 3, 4};
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(shares[i].rank, ranks[i]);
    assert_int_equal(total.left, 2);
    assert_int_equal(total.weights, 7);
    assert_int_equal(shares[0].floor, 28);
    assert_int_equal(shares[0].remainder, 4);
}

enum { ROUNDS = 2000, MOST_PARTS = 400 };

/* Nobody is a unit or more from the exact share, and all together are the whole. */
static void random_wholes_close_to_the_unit(void **state)
{
    (void)state;
    static pt_share shares[MOST_PARTS];
    pt_random_stream stream = pt_random_stream_create(20, 0, 0);
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t count = (size_t)pt_random_between(&stream, 1, MOST_PARTS);
        int64_t most = pt_random_between(&stream, 1, 1000000000);
        int64_t whole = pt_random_between(&stream, -1000000000, 1000000000);
        for (size_t i = 0; i < count; i++)
            shares[i] = (pt_share){.weight = pt_random_between(&stream, i == 0, most)};
        pt_shares total;
        assert_true(pt_shares_divide(whole, shares, count, &total));
        int64_t sum = 0;
        for (size_t i = 0; i < count; i++) {
            sum += shares[i].share;
            double exact = (double)whole * (double)shares[i].weight / (double)total.weights;
            assert_true((double)shares[i].share - exact < 1.001);
            assert_true(exact - (double)shares[i].share < 1.001);
        }
        assert_int_equal(sum, whole);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shares_worked_by_hand),
        cmocka_unit_test(something_over_nothing_is_refused),
        cmocka_unit_test(ranks_go_by_remainder_and_then_by_order),
        cmocka_unit_test(random_wholes_close_to_the_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
