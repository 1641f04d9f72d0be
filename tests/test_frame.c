/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <stdbool.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"
#include "confine/frame.h"
#include "confine/progress.h"

enum { GREETING = 1, REPLY = 2 };

/* Both ends of a connection: `near` never waits, as in the program; `far` is a bare socket. */
typedef struct wire {
    pt_channel *near;
    int far;
} wire;

static wire connect_bare(void)
{
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    return (wire){.near = pt_channel_create(ends[0], false), .far = ends[1]};
}

static void send_bytes(const wire *to, const void *bytes, size_t length)
{
    assert_int_equal(write(to->far, bytes, length), length);
}

static size_t put_header(unsigned char *at, uint32_t length, uint16_t type, uint16_t flags,
                         uint32_t sequence)
{
    const uint64_t header[2] = {length | (uint64_t)type << 32 | (uint64_t)flags << 48, sequence};
    for (size_t i = 0; i < PT_FRAME_HEADER_BYTES; i++)
        at[i] = (unsigned char)(header[i / 8] >> (8 * (i % 8)));
    return PT_FRAME_HEADER_BYTES;
}

static void frames_arrive_in_order_and_end_with_the_closing_frame(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    pt_channel *near = pt_channel_create(ends[0], false);
    pt_channel *far = pt_channel_create(ends[1], true);
    pt_frame frame;
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_LATER);
    assert_true(pt_channel_write(far, GREETING, "dag", 3));
    assert_true(pt_channel_write(far, REPLY, NULL, 0));
    assert_true(pt_channel_close(far));
    assert_false(pt_channel_write(far, REPLY, NULL, 0));
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_FRAME);
    assert_int_equal(frame.type, GREETING);
    assert_int_equal(frame.length, 3);
    assert_memory_equal(frame.body, "dag", 3);
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_FRAME);
    assert_int_equal(frame.type, REPLY);
    assert_int_equal(frame.length, 0);
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_CLOSED);
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_CLOSED);
    pt_channel_destroy(near);
    pt_channel_destroy(far);
}

static void a_frame_may_come_byte_by_byte(void **state)
{
    (void)state;
    wire line = connect_bare();
    unsigned char bytes[PT_FRAME_HEADER_BYTES + 5];
    size_t length = put_header(bytes, 5, GREETING, 0, 0);
    memcpy(bytes + length, "hallo", 5);
    pt_frame frame;
    for (size_t i = 0; i < sizeof bytes; i++) {
        assert_int_equal(pt_channel_read(line.near, &frame), PT_READ_LATER);
        send_bytes(&line, bytes + i, 1);
    }
    assert_int_equal(pt_channel_read(line.near, &frame), PT_READ_FRAME);
    assert_memory_equal(frame.body, "hallo", 5);
    close(line.far);
    pt_channel_destroy(line.near);
}

static void what_is_not_a_proper_frame_breaks_the_channel_for_good(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        uint32_t length;
        uint16_t type;
        uint16_t flags;
        uint32_t sequence;
        pt_fault fault;
    } rows[] = {
        {"one byte too long", PT_LIMIT_FRAME_BYTES + 1, GREETING, 0, 0, PT_FAULT_LENGTH},
        {"as long as can be", UINT32_MAX, GREETING, 0, 0, PT_FAULT_LENGTH},
        {"a flag", 0, GREETING, 1, 0, PT_FAULT_FLAGS},
        {"a number too high", 0, GREETING, 0, 1, PT_FAULT_SEQUENCE},
        {"a number too low", 0, GREETING, 0, UINT32_MAX, PT_FAULT_SEQUENCE},
        {"the first reserved type", 0, PT_FRAME_RESERVED, 0, 0, PT_FAULT_TYPE},
        {"the last reserved type that is not in use", 0, PT_FRAME_BEGIN - 1, 0, 0, PT_FAULT_TYPE},
        {"a closing frame with a body", 1, PT_FRAME_CLOSE, 0, 0, PT_FAULT_TYPE},
        {"an end of item with a body", 4, PT_FRAME_END, 0, 0, PT_FAULT_TYPE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        wire line = connect_bare();
        unsigned char bytes[2 * PT_FRAME_HEADER_BYTES];
        put_header(bytes, rows[i].length, rows[i].type, rows[i].flags, rows[i].sequence);
        put_header(bytes + PT_FRAME_HEADER_BYTES, 0, GREETING, 0, 0);
        send_bytes(&line, bytes, sizeof bytes);
        pt_frame frame;
        for (int again = 0; again < 2; again++) {
            if (pt_channel_read(line.near, &frame) != PT_READ_BROKEN ||
                pt_channel_fault(line.near) != rows[i].fault)
                fail_msg("%s: fault %d", rows[i].name, pt_channel_fault(line.near));
        }
        close(line.far);
        pt_channel_destroy(line.near);
    }
}

static void the_end_of_the_stream_is_a_fault_that_says_where(void **state)
{
    (void)state;
    unsigned char bytes[PT_FRAME_HEADER_BYTES + 3];
    put_header(bytes, 3, GREETING, 0, 0);
    memcpy(bytes + PT_FRAME_HEADER_BYTES, "abc", 3);
    for (size_t cut = 0; cut <= sizeof bytes; cut++) {
        wire line = connect_bare();
        send_bytes(&line, bytes, cut);
        close(line.far);
        pt_frame frame;
        bool whole = cut == sizeof bytes;
        if (whole)
            assert_int_equal(pt_channel_read(line.near, &frame), PT_READ_FRAME);
        assert_int_equal(pt_channel_read(line.near, &frame), PT_READ_BROKEN);
        assert_int_equal(pt_channel_fault(line.near),
                         cut == 0 || whole ? PT_FAULT_ENDED : PT_FAULT_TRUNCATED);
        pt_channel_destroy(line.near);
    }
}

/* A small generator, so that a failing round can be repeated. */
static uint32_t next_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*seed >> 33);
}

static void random_bytes_never_do_more_than_break_the_channel(void **state)
{
    (void)state;
    uint64_t seed = 20140801;
    for (int round = 0; round < 2000; round++) {
        wire line = connect_bare();
        unsigned char bytes[200];
        size_t length = next_random(&seed) % sizeof bytes;
        for (size_t i = 0; i < length; i++)
            bytes[i] = (unsigned char)next_random(&seed);
        if (length >= PT_FRAME_HEADER_BYTES && round % 2 == 0)
            put_header(bytes, next_random(&seed) % 40, (uint16_t)next_random(&seed), 0, 0);
        send_bytes(&line, bytes, length);
        close(line.far);
        pt_frame frame;
        pt_read got;
        while ((got = pt_channel_read(line.near, &frame)) == PT_READ_FRAME)
            assert_in_range(frame.length, 0, length - PT_FRAME_HEADER_BYTES);
        assert_true(got == PT_READ_BROKEN || got == PT_READ_CLOSED);
        pt_channel_destroy(line.near);
    }
}

static void a_body_may_be_as_large_as_the_limit_and_no_larger(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    pt_channel *from = pt_channel_create(ends[0], false);
    pt_channel *to = pt_channel_create(ends[1], false);
    pt_arena *arena = pt_arena_create();
    unsigned char *body = pt_arena_alloc(arena, PT_LIMIT_FRAME_BYTES + 1);
    body[PT_LIMIT_FRAME_BYTES - 1] = 7;
    assert_false(pt_channel_write(from, GREETING, body, PT_LIMIT_FRAME_BYTES + 1));
    assert_int_equal(pt_channel_queued(from), 0);
    assert_true(pt_channel_write(from, GREETING, body, PT_LIMIT_FRAME_BYTES));
    assert_true(pt_channel_write(from, REPLY, body, 1));
    pt_frame frame;
    pt_read got;
    do
        assert_true(pt_channel_flush(from));
    while ((got = pt_channel_read(to, &frame)) == PT_READ_LATER);
    assert_int_equal(got, PT_READ_FRAME);
    assert_int_equal(frame.length, PT_LIMIT_FRAME_BYTES);
    assert_memory_equal(frame.body, body, PT_LIMIT_FRAME_BYTES);
    pt_channel_flush(from);
    assert_int_equal(pt_channel_read(to, &frame), PT_READ_FRAME);
    assert_int_equal(frame.type, REPLY);
    pt_arena_destroy(arena);
    pt_channel_destroy(from);
    pt_channel_destroy(to);
}

static void what_a_dead_peer_sent_is_still_read(void **state)
{
    (void)state;
    int ends[2];
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    pt_channel *near = pt_channel_create(ends[0], false);
    pt_channel *far = pt_channel_create(ends[1], false);
    pt_channel_write(near, GREETING, "nooit gelezen", 13);
    pt_channel_flush(near);
    pt_channel_write(far, REPLY, "laatste woord", 13);
    pt_channel_flush(far);
    pt_channel_destroy(far);
    pt_channel_write(near, GREETING, "te laat", 7);
    assert_false(pt_channel_flush(near));
    assert_false(pt_channel_write(near, GREETING, NULL, 0));
    pt_frame frame;
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_FRAME);
    assert_memory_equal(frame.body, "laatste woord", 13);
    assert_int_equal(pt_channel_read(near, &frame), PT_READ_BROKEN);
    assert_int_equal(pt_channel_fault(near), PT_FAULT_ENDED);
    pt_channel_destroy(near);
}

static pt_frame frame_of(const pt_text *body)
{
    return (pt_frame){.length = (uint32_t)body->length, .body = (const void *)body->bytes};
}

static void fields_come_out_as_they_went_in(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    pt_pack_u32(&body, UINT32_MAX);
    pt_pack_i64(&body, INT64_MIN);
    pt_pack_string(&body, "één");
    pt_pack_string(&body, "");
    pt_pack_string(&body, NULL);
    pt_pack_bytes(&body, "a\0b", 3);
    pt_frame frame = frame_of(&body);
    pt_unpacker in = pt_unpack(&frame);
    size_t length;
    assert_int_equal(pt_unpack_u32(&in), UINT32_MAX);
    assert_int_equal(pt_unpack_i64(&in), INT64_MIN);
    assert_string_equal(pt_unpack_string(&in), "één");
    assert_string_equal(pt_unpack_optional(&in), "");
    assert_null(pt_unpack_optional(&in));
    assert_false(pt_unpack_done(&in));
    assert_memory_equal(pt_unpack_bytes(&in, &length), "a\0b", 3);
    assert_int_equal(length, 3);
    assert_true(pt_unpack_done(&in));
    pt_arena_destroy(arena);
}

static void a_body_cut_anywhere_fails_and_gives_nothing(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    pt_pack_i64(&body, 5);
    pt_pack_string(&body, "regel");
    for (size_t cut = 0; cut < body.length; cut++) {
        pt_frame frame = frame_of(&body);
        frame.length = (uint32_t)cut;
        pt_unpacker in = pt_unpack(&frame);
        assert_int_equal(pt_unpack_i64(&in), cut < 8 ? 0 : 5);
        assert_string_equal(pt_unpack_string(&in), "");
        assert_string_equal(pt_unpack_optional(&in), "");
        assert_int_equal(pt_unpack_u32(&in), 0);
        assert_false(pt_unpack_done(&in));
    }
    pt_arena_destroy(arena);
}

static void a_string_without_its_nul_or_with_a_wild_length_is_refused(void **state)
{
    (void)state;
    static const unsigned char open_ended[] = {2, 0, 0, 0, 'a', 'b', 'c'};
    static const unsigned char wild[] = {0xFE, 0xFF, 0xFF, 0xFF, 'a', 0};
    static const unsigned char absent[] = {0xFF, 0xFF, 0xFF, 0xFF};
    const pt_frame frames[] = {{.length = sizeof open_ended, .body = open_ended},
                               {.length = sizeof wild, .body = wild},
                               {.length = sizeof absent, .body = absent}};
    for (size_t i = 0; i < sizeof frames / sizeof *frames; i++) {
        pt_unpacker in = pt_unpack(&frames[i]);
        assert_string_equal(pt_unpack_string(&in), "");
        assert_true(in.failed);
    }
}

static void progress_tells_the_innermost_block(void **state)
{
    (void)state;
    static uint64_t page[PT_PROGRESS_BYTES / sizeof(uint64_t)];
    pt_progress *progress = (pt_progress *)(void *)page;
    pt_progress_clear(progress);
    assert_int_equal(pt_progress_look(progress).block, PT_PROGRESS_NONE);
    pt_progress_leave(progress);
    for (uint32_t depth = 0; depth < PT_PROGRESS_DEPTH + 3; depth++) {
        uint64_t before = pt_progress_look(progress).counter;
        pt_progress_enter(progress, depth, 10 * depth);
        pt_progress_seen seen = pt_progress_look(progress);
        uint32_t told = depth < PT_PROGRESS_DEPTH ? depth : PT_PROGRESS_DEPTH - 1;
        assert_int_equal(seen.block, told);
        assert_int_equal(seen.line, 10 * told);
        assert_true(seen.counter > before);
    }
    for (uint32_t depth = PT_PROGRESS_DEPTH + 2; depth > 0; depth--)
        pt_progress_leave(progress);
    assert_int_equal(pt_progress_look(progress).block, 0);
    pt_progress_begin_item(progress);
    assert_int_equal(pt_progress_look(progress).item, 0);
    assert_int_equal(pt_progress_look(progress).begun, 1);
    assert_int_equal(pt_progress_look(progress).block, PT_PROGRESS_NONE);
    pt_progress_end_item(progress);
    assert_int_equal(pt_progress_look(progress).item, PT_PROGRESS_NONE);
    pt_progress_begin_item(progress);
    assert_int_equal(pt_progress_look(progress).item, 1);
}

static void a_page_full_of_nonsense_is_read_without_harm(void **state)
{
    (void)state;
    static uint64_t page[PT_PROGRESS_BYTES / sizeof(uint64_t)];
    memset(page, 0xFF, sizeof page);
    assert_int_equal(pt_progress_look((const pt_progress *)(const void *)page).line, UINT32_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_arrive_in_order_and_end_with_the_closing_frame),
        cmocka_unit_test(a_frame_may_come_byte_by_byte),
        cmocka_unit_test(what_is_not_a_proper_frame_breaks_the_channel_for_good),
        cmocka_unit_test(the_end_of_the_stream_is_a_fault_that_says_where),
        cmocka_unit_test(random_bytes_never_do_more_than_break_the_channel),
        cmocka_unit_test(a_body_may_be_as_large_as_the_limit_and_no_larger),
        cmocka_unit_test(what_a_dead_peer_sent_is_still_read),
        cmocka_unit_test(fields_come_out_as_they_went_in),
        cmocka_unit_test(a_body_cut_anywhere_fails_and_gives_nothing),
        cmocka_unit_test(a_string_without_its_nul_or_with_a_wild_length_is_refused),
        cmocka_unit_test(progress_tells_the_innermost_block),
        cmocka_unit_test(a_page_full_of_nonsense_is_read_without_harm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
