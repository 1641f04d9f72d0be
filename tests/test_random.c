/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <stdbool.h>

#include "base/random.h"

/* Known answers of Philox4x32-10 as its authors publish them with Random123. */
static const struct {
    uint32_t counter[4], key[2], answer[4];
} known[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

static void blocks_are_those_of_the_published_generator(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        pt_random_block block = pt_random(known[i].counter, known[i].key);
        assert_memory_equal(block.word, known[i].answer, sizeof block.word);
    }
}

static void a_stream_repeats_for_its_seed_and_differs_by_purpose_and_subject(void **state)
{
    (void)state;
    pt_random_stream a = pt_random_stream_create(7, 1, 2), b = pt_random_stream_create(7, 1, 2);
    pt_random_stream purpose = pt_random_stream_create(7, 2, 2),
                     subject = pt_random_stream_create(7, 1, 3);
    size_t same_purpose = 0, same_subject = 0;
    for (int i = 0; i < 100; i++) {
        int64_t drawn = pt_random_between(&a, 0, 999999);
        assert_int_equal(drawn, pt_random_between(&b, 0, 999999));
        same_purpose += drawn == pt_random_between(&purpose, 0, 999999);
        same_subject += drawn == pt_random_between(&subject, 0, 999999);
    }
    assert_true(same_purpose < 3 && same_subject < 3);
}

static void draws_stay_within_their_bounds_and_reach_both(void **state)
{
    (void)state;
    pt_random_stream stream = pt_random_stream_create(1, 1, 1);
    bool low = false, high = false;
    for (int i = 0; i < 1000; i++) {
        int64_t drawn = pt_random_between(&stream, -3, 4);
        assert_in_range(drawn + 3, 0, 7);
        low = low || drawn == -3;
        high = high || drawn == 4;
    }
    assert_true(low && high);
    assert_int_equal(pt_random_between(&stream, 5, 5), 5);
    pt_random_between(&stream, INT64_MIN, INT64_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_are_those_of_the_published_generator),
        cmocka_unit_test(a_stream_repeats_for_its_seed_and_differs_by_purpose_and_subject),
        cmocka_unit_test(draws_stay_within_their_bounds_and_reach_both),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
