/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <stdalign.h>

#include "base/arena.h"

static void memory_is_zeroed_aligned_and_apart(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    unsigned char *before = NULL;
    for (size_t size = 0; size < 300; size++) {
        unsigned char *memory = pt_arena_alloc(arena, size);
        assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(memory[i], 0);
        memset(memory, 0xAB, size);
        assert_true(memory != before);
        before = memory;
    }
    pt_arena_destroy(arena);
}

static void a_request_larger_than_a_block_gets_its_own(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    char *small = pt_arena_copy(arena, "blijft", 6);
    unsigned char *large = pt_arena_alloc(arena, 5000000);
    memset(large, 1, 5000000);
    assert_string_equal(small, "blijft");
    assert_true(pt_arena_used(arena) >= 5000000);
    pt_arena_destroy(arena);
}

static void a_reset_hands_out_the_same_blocks_again_zeroed(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    unsigned char *first = pt_arena_alloc(arena, 1000);
    memset(first, 0xFF, 1000);
    for (int i = 0; i < 100; i++)
        pt_arena_alloc(arena, 10000);
    pt_arena_reset(arena);
    assert_int_equal(pt_arena_used(arena), 0);
    unsigned char *again = pt_arena_alloc(arena, 1000);
    assert_ptr_equal(again, first);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(again[i], 0);
    pt_arena_destroy(arena);
}

static void a_growing_array_keeps_what_it_holds(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    int *items = NULL;
    size_t capacity = 0;
    for (size_t count = 0; count < 1000; count++) {
        items = pt_arena_grow(arena, items, count, &capacity, sizeof *items);
        items[count] = (int)count;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(items[i], i);
    pt_arena_destroy(arena);
    pt_arena_destroy(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(a_request_larger_than_a_block_gets_its_own),
        cmocka_unit_test(a_reset_hands_out_the_same_blocks_again_zeroed),
        cmocka_unit_test(a_growing_array_keeps_what_it_holds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
