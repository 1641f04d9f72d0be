/* SPDX-License-Identifier: EUPL-1.2 */
#define _GNU_SOURCE
#include "support.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "confine/pool.h"

/* Frames between this test and its children. */
enum { SETUP = 1, ITEM, RESULT, NEED, GIVEN, PROCESS };

/* What a child does with an item. */
typedef enum deed {
    PLAIN,
    LARGE,  /* 20,000 bytes of result */
    SLOW,   /* about a tenth of a millisecond */
    SLOWER, /* about 100 milliseconds */
    ASKS,
    CRASH,
    LOOP,
    LEAVE,
    CLOSE_EARLY,
    END_TWICE,
    BEGIN_TWICE,
    SAY_HELLO,
    FLOOD,
    HIDE /* clears its page before it crashes */
} deed;

enum { MOST_ITEMS = 6000, BLOCK = 3, LINE = 17, LARGE_BYTES = 20000 };

static pt_zygote *zygote;
/* Where children say what they have in hand; only this test has it, a real child shares one page.
 */
static _Atomic int *in_hand;

static void pack_frame(pt_channel *channel, uint16_t type, const uint32_t *numbers, size_t count,
                       size_t padding)
{
    static const char zeroes[LARGE_BYTES];
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    for (size_t i = 0; i < count; i++)
        pt_pack_u32(&body, numbers[i]);
    pt_pack_bytes(&body, zeroes, padding);
    pt_channel_write(channel, type, body.bytes, body.length);
    pt_arena_destroy(arena);
}

static void pack_number(pt_channel *channel, uint16_t type, uint32_t number)
{
    pack_frame(channel, type, &number, 1, 0);
}

static uint32_t number_in(const pt_frame *frame, size_t index)
{
    pt_unpacker in = pt_unpack(frame);
    uint32_t number = 0;
    for (size_t i = 0; i <= index; i++)
        number = pt_unpack_u32(&in);
    return number;
}

/* The right answer for an item, under the setup of the run. */
static uint32_t expected(size_t item, uint32_t factor)
{
    return (uint32_t)item * factor + 1;
}

static void spin(pt_progress *progress, long microseconds)
{
    struct timespec now, start;
    clock_gettime(CLOCK_MONOTONIC, &start);
    do {
        pt_progress_step(progress);
        clock_gettime(CLOCK_MONOTONIC, &now);
    } while ((now.tv_sec - start.tv_sec) * 1000000 + (now.tv_nsec - start.tv_nsec) / 1000 <
             microseconds);
}

static void flood(pt_channel *channel)
{
    for (size_t sent = 0; sent <= PT_POOL_ITEM_BYTES; sent += LARGE_BYTES)
        pack_frame(channel, RESULT, NULL, 0, LARGE_BYTES);
}

/* The answer to a question in the middle of an item. */
static uint32_t ask_program(pt_channel *channel, uint32_t item)
{
    pt_frame frame;
    pack_number(channel, NEED, item);
    if (pt_channel_await(channel, GIVEN, &frame) != PT_READ_FRAME)
        _exit(8);
    return number_in(&frame, 0);
}

static void do_deed(deed what, pt_channel *channel, pt_progress *progress)
{
    switch (what) {
    case PLAIN:
    case LARGE:
    case ASKS: break;
    case SLOW: spin(progress, 100); break;
    case SLOWER: spin(progress, 100000); break;
    case CRASH: abort();
    case LOOP:
        for (volatile int turns = 0;; turns = !turns)
            continue;
    case LEAVE: _exit(0);
    case CLOSE_EARLY: pt_channel_close(channel); _exit(0);
    case END_TWICE: pt_channel_write(channel, PT_FRAME_END, NULL, 0); break;
    case BEGIN_TWICE: pt_channel_write(channel, PT_FRAME_BEGIN, NULL, 0); break;
    case SAY_HELLO: pt_channel_write(channel, PT_FRAME_HELLO, NULL, 0); break;
    case FLOOD: flood(channel); break;
    case HIDE: pt_progress_end_item(progress); abort();
    }
}

static void do_item(const pt_frame *frame, uint32_t factor, pt_channel *channel,
                    pt_progress *progress)
{
    uint32_t item = number_in(frame, 0);
    deed what = (deed)number_in(frame, 1);
    atomic_store(&in_hand[item], 1);
    pt_item_begin(channel, progress);
    pt_progress_enter(progress, BLOCK, LINE);
    uint32_t extra = what == ASKS ? ask_program(channel, item) : 0;
    do_deed(what, channel, progress);
    const uint32_t numbers[] = {(uint32_t)expected(item, factor) + extra};
    pack_frame(channel, RESULT, numbers, 1, what == LARGE ? LARGE_BYTES : 0);
    pt_progress_leave(progress);
    pt_item_end(channel, progress);
    atomic_store(&in_hand[item], 2);
}

static int work(pt_channel *channel, pt_progress *progress, void *context)
{
    (void)context;
    pt_frame frame;
    pt_read got;
    uint32_t factor = 0;
    pack_number(channel, PROCESS, (uint32_t)getpid());
    while ((got = pt_channel_read(channel, &frame)) == PT_READ_FRAME) {
        if (frame.type == ITEM) {
            do_item(&frame, factor, channel, progress);
            continue;
        }
        factor = number_in(&frame, 0);
        if (number_in(&frame, 1) != 0) {
            pt_progress_enter(progress, BLOCK + 1, LINE + 1);
            abort();
        }
    }
    return got == PT_READ_CLOSED ? 0 : 1;
}

/* One run of a pool and everything that was heard of it. */
typedef struct trial {
    size_t items;
    size_t children;
    size_t in_flight;
    deed deeds[MOST_ITEMS];
    uint32_t factor;
    bool bad_setup;
    bool mend_setup;
    bool mend_item; /* on a second sending the item is harmless */
    pt_pool_verdict verdict;

    pt_pool_summary summary;
    uint32_t results[MOST_ITEMS];
    uint8_t frames[MOST_ITEMS];
    uint8_t sent[MOST_ITEMS];
    bool gave_up[MOST_ITEMS];
    uint32_t deaths[MOST_ITEMS];
    uint32_t other_deaths;
    uint32_t setup_deaths;
    uint32_t needs;
    size_t delivered;
    pt_ending last;
} trial;

static int killers[64]; /* handles of children that may be killed */
static volatile sig_atomic_t killer_count;
static volatile sig_atomic_t shots;

static void set_up(void *context, pt_channel *channel)
{
    const trial *of = context;
    const uint32_t numbers[] = {of->factor, of->bad_setup};
    pack_frame(channel, SETUP, numbers, 2, 0);
}

static void request(void *context, size_t item, pt_channel *channel)
{
    trial *of = context;
    deed what = of->mend_item && of->sent[item] > 0 ? PLAIN : of->deeds[item];
    of->sent[item]++;
    const uint32_t numbers[] = {(uint32_t)item, (uint32_t)what};
    pack_frame(channel, ITEM, numbers, 2, what == LARGE ? LARGE_BYTES : 0);
}

static void note_process(uint32_t pid)
{
    /* Its frame is being read, so it has not been reaped: the handle is of the right process. */
    int handle = (int)syscall(SYS_pidfd_open, pid, 0);
    if (handle < 0)
        return;
    int place = killer_count % 64;
    if (killer_count >= 64)
        close(killers[place]);
    killers[place] = handle;
    killer_count = killer_count + 1;
}

static bool asked(void *context, size_t item, const pt_frame *frame, pt_channel *channel)
{
    trial *of = context;
    if (frame->type == PROCESS) {
        assert_true(item == PT_POOL_NO_ITEM);
        note_process(number_in(frame, 0));
        return true;
    }
    if (frame->type != NEED)
        return false;
    assert_int_equal(number_in(frame, 0), item);
    of->needs++;
    pack_number(channel, GIVEN, 1000000);
    return true;
}

static void result(void *context, size_t item, const pt_frame *frame)
{
    trial *of = context;
    assert_int_equal(item, of->delivered);
    assert_int_equal(frame->type, RESULT);
    of->results[item] = number_in(frame, 0);
    of->frames[item]++;
}

static void ended(void *context, size_t item, bool well)
{
    trial *of = context;
    assert_int_equal(item, of->delivered);
    of->gave_up[item] = !well;
    of->delivered++;
}

static pt_pool_verdict died(void *context, const pt_pool_death *death)
{
    trial *of = context;
    of->last = death->ending;
    if (death->item == PT_POOL_NO_ITEM) {
        of->other_deaths++;
        of->setup_deaths += death->in_setup;
        of->bad_setup = of->bad_setup && !of->mend_setup;
        return death->in_setup && of->mend_setup ? PT_POOL_AGAIN : of->verdict;
    }
    of->deaths[death->item]++;
    assert_int_equal(death->times, of->deaths[death->item]);
    return of->verdict;
}

static trial *create_trial(size_t items, size_t children)
{
    static trial made;
    memset(&made, 0, sizeof made);
    made.items = items;
    made.children = children;
    made.factor = 7;
    return &made;
}

static void run_with(trial *of, const pt_fence_limits *limits,
                     bool (*listener)(void *, size_t, const pt_frame *, pt_channel *))
{
    const pt_pool_job job = {.zygote = zygote,
                             .limits = limits,
                             .children = of->children,
                             .items = of->items,
                             .in_flight = of->in_flight,
                             .context = of,
                             .setup = set_up,
                             .request = request,
                             .asked = listener,
                             .result = result,
                             .ended = ended,
                             .died = died};
    of->summary = pt_pool_run(&job);
    while (killer_count > 0) {
        killer_count = killer_count - 1;
        if (killer_count < 64)
            close(killers[killer_count]);
    }
}

static void run_trial(trial *of)
{
    run_with(of, NULL, asked);
}

/* Every item that was not given up has its one right result; what was given up has none. */
static void expect_rest_right(const trial *of, uint32_t given_up)
{
    uint32_t missing = 0;
    assert_int_equal(of->delivered, of->items);
    for (size_t i = 0; i < of->items; i++) {
        if (of->gave_up[i]) {
            assert_int_equal(of->frames[i], 0);
            missing++;
            continue;
        }
        uint32_t extra = of->deeds[i] == ASKS ? 1000000 : 0;
        if (of->frames[i] != 1 || of->results[i] != expected(i, of->factor) + extra)
            fail_msg("item %zu has %u results, %u", i, of->frames[i], of->results[i]);
    }
    assert_int_equal(missing, given_up);
    assert_int_equal(of->summary.given_up, given_up);
    assert_int_equal(of->summary.well, of->items - given_up);
    assert_int_equal(of->summary.outcome, given_up > 0 ? PT_POOL_PARTLY : PT_POOL_DONE);
}

static void results_come_in_order_whatever_the_number_of_children(void **state)
{
    (void)state;
    static const size_t rows[][2] = {{0, 1},    {1, 4},    {2, 2}, {5000, 1},
                                     {5000, 2}, {5000, 5}, {9, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        trial *of = create_trial(rows[i][0], rows[i][1]);
        run_trial(of);
        expect_rest_right(of, 0);
        assert_int_equal(of->summary.deaths, 0);
    }
}

static void one_slow_item_holds_up_delivery_but_not_the_work(void **state)
{
    (void)state;
    trial *of = create_trial(4000, 2);
    of->deeds[0] = SLOWER;
    run_trial(of);
    expect_rest_right(of, 0);
}

static void large_frames_both_ways_do_not_block(void **state)
{
    (void)state;
    trial *of = create_trial(3000, 2);
    of->in_flight = 64;
    for (size_t i = 0; i < of->items; i++)
        of->deeds[i] = LARGE;
    run_trial(of);
    expect_rest_right(of, 0);
}

static void a_death_takes_only_the_item_in_hand(void **state)
{
    (void)state;
    static const struct {
        deed what;
        pt_ending_kind kind;
        bool places;
    } rows[] = {
        {CRASH, PT_ENDED_SIGNAL, true},       {LOOP, PT_ENDED_STALLED, true},
        {LEAVE, PT_ENDED_SILENT, true},       {CLOSE_EARLY, PT_ENDED_SILENT, true},
        {SAY_HELLO, PT_ENDED_GARBLED, false}, {BEGIN_TWICE, PT_ENDED_GARBLED, false},
    };
    const pt_fence_limits hasty = {.stall_ms = 60};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        for (size_t children = 1; children <= 2; children++) {
            trial *of = create_trial(300, children);
            of->deeds[100] = of->deeds[101] = of->deeds[299] = rows[i].what;
            run_with(of, &hasty, asked);
            expect_rest_right(of, 3);
            assert_int_equal(of->deaths[100] + of->deaths[101] + of->deaths[299], 3);
            assert_int_equal(of->summary.deaths, 3);
            assert_int_equal(of->last.kind, rows[i].kind);
            if (rows[i].places) {
                assert_int_equal(of->last.last.block, BLOCK);
                assert_int_equal(of->last.last.line, LINE);
            }
        }
    }
}

static void an_item_may_be_sent_again_and_then_do_well(void **state)
{
    (void)state;
    trial *of = create_trial(200, 2);
    of->verdict = PT_POOL_AGAIN;
    of->mend_item = true;
    of->deeds[20] = CRASH;
    run_trial(of);
    expect_rest_right(of, 0);
    assert_int_equal(of->deaths[20], 1);
}

static void an_item_that_keeps_dying_is_given_up(void **state)
{
    (void)state;
    trial *of = create_trial(20, 1);
    of->verdict = PT_POOL_AGAIN;
    of->deeds[5] = LEAVE;
    run_trial(of);
    expect_rest_right(of, 1);
    assert_true(of->gave_up[5]);
    assert_int_equal(of->deaths[5], PT_POOL_DEATHS);
}

static void an_item_that_hides_its_page_is_found_all_the_same(void **state)
{
    (void)state;
    trial *of = create_trial(60, 1);
    of->deeds[30] = HIDE;
    run_trial(of);
    expect_rest_right(of, 1);
    assert_true(of->gave_up[30]);
    assert_in_range(of->summary.deaths, 3, 3 + 2 * 16);
}

static void a_flood_of_results_is_cut_off(void **state)
{
    (void)state;
    trial *of = create_trial(10, 2);
    of->deeds[4] = FLOOD;
    run_trial(of);
    expect_rest_right(of, 1);
    assert_int_equal(of->last.kind, PT_ENDED_GARBLED);
}

static void an_end_without_a_beginning_spoils_only_its_child(void **state)
{
    (void)state;
    trial *of = create_trial(50, 1);
    of->verdict = PT_POOL_AGAIN;
    of->mend_item = true;
    of->deeds[10] = END_TWICE;
    run_trial(of);
    assert_int_equal(of->last.kind, PT_ENDED_GARBLED);
    assert_int_equal(of->delivered, 50);
    assert_int_equal(of->summary.outcome, PT_POOL_DONE);
}

static void a_child_may_ask_in_the_middle_of_an_item(void **state)
{
    (void)state;
    trial *of = create_trial(300, 2);
    for (size_t i = 0; i < of->items; i += 3)
        of->deeds[i] = ASKS;
    run_trial(of);
    expect_rest_right(of, 0);
    assert_int_equal(of->needs, 100);
}

static void a_setup_that_kills_stops_the_job_unless_it_is_mended(void **state)
{
    (void)state;
    trial *of = create_trial(100, 2);
    of->bad_setup = true;
    run_trial(of);
    assert_int_equal(of->summary.outcome, PT_POOL_STOPPED);
    assert_int_equal(of->delivered, 0);
    assert_in_range(of->setup_deaths, 1, 2);
    assert_int_equal(of->last.last.block, BLOCK + 1);
    of = create_trial(100, 2);
    of->bad_setup = of->mend_setup = true;
    run_trial(of);
    expect_rest_right(of, 0);
    assert_in_range(of->setup_deaths, 1, 2);
}

static void a_verdict_may_stop_the_job(void **state)
{
    (void)state;
    trial *of = create_trial(5000, 2);
    of->deeds[50] = CRASH;
    of->verdict = PT_POOL_STOP;
    run_trial(of);
    assert_int_equal(of->summary.outcome, PT_POOL_STOPPED);
    assert_in_range(of->delivered, 0, 50);
}

static void without_a_zygote_there_is_no_child(void **state)
{
    (void)state;
    pt_zygote *kept = zygote;
    zygote = pt_zygote_start(work, NULL);
    kill(pt_zygote_pid(zygote), SIGKILL);
    trial *of = create_trial(10, 2);
    run_trial(of);
    assert_int_equal(of->summary.outcome, PT_POOL_NO_CHILD);
    assert_int_equal(of->summary.spawn, PT_SPAWN_NO_ZYGOTE);
    pt_zygote_stop(zygote);
    zygote = kept;
}

static void kill_one(int number)
{
    (void)number;
    int kept_errno = errno;
    /* One of the two youngest, which are most likely to be alive. */
    int place = (killer_count + 63 - (int)shots % 2) % 64;
    if (killer_count > 1)
        syscall(SYS_pidfd_send_signal, killers[place], SIGKILL, NULL, 0);
    shots = shots + 1;
    errno = kept_errno;
}

static void fire_every(long microseconds)
{
    const struct itimerval every = {.it_interval = {.tv_usec = microseconds},
                                    .it_value = {.tv_usec = microseconds}};
    setitimer(ITIMER_REAL, &every, NULL);
}

static pt_pool_verdict died_at_random(void *context, const pt_pool_death *death)
{
    trial *of = context;
    if (death->item == PT_POOL_NO_ITEM)
        return PT_POOL_AGAIN;
    of->deaths[death->item]++;
    assert_int_equal(atomic_load(&in_hand[death->item]), 1);
    assert_int_equal(death->ending.kind, PT_ENDED_SIGNAL);
    return PT_POOL_GIVE_UP;
}

/* Children die at moments that have nothing to do with what they are doing. */
static void killing_at_random_moments_costs_only_the_item_in_hand(void **state)
{
    (void)state;
    int handle = (int)syscall(SYS_pidfd_open, getpid(), 0);
    if (handle < 0)
        skip(); /* nothing here could tell a child from a stranger with its number */
    close(handle);
    const struct sigaction action = {.sa_handler = kill_one};
    sigaction(SIGALRM, &action, NULL);
    uint32_t deaths = 0;
    for (int round = 0; deaths < 200; round++) {
        trial *of = create_trial(2000, 2);
        for (size_t i = 0; i < of->items; i++) {
            of->deeds[i] = SLOW;
            atomic_store(&in_hand[i], 0);
        }
        const pt_pool_job job = {.zygote = zygote,
                                 .children = 2,
                                 .items = of->items,
                                 .context = of,
                                 .setup = set_up,
                                 .request = request,
                                 .asked = asked,
                                 .result = result,
                                 .ended = ended,
                                 .died = died_at_random};
        fire_every(2300 + 170 * (round % 5));
        of->summary = pt_pool_run(&job);
        fire_every(0);
        uint32_t blamed = 0;
        for (size_t i = 0; i < of->items; i++) {
            assert_int_equal(of->gave_up[i], of->deaths[i]);
            blamed += of->deaths[i];
        }
        expect_rest_right(of, blamed);
        deaths += (uint32_t)of->summary.deaths;
        while (killer_count > 0) {
            killer_count = killer_count - 1;
            if (killer_count < 64)
                close(killers[killer_count]);
        }
    }
    signal(SIGALRM, SIG_DFL);
    print_message("             %u children killed\n", deaths);
}

static int start(void **state)
{
    (void)state;
    in_hand = mmap(NULL, MOST_ITEMS * sizeof *in_hand, PROT_READ | PROT_WRITE,
                   MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    zygote = pt_zygote_start(work, NULL);
    return in_hand == MAP_FAILED || zygote == NULL;
}

static int stop(void **state)
{
    (void)state;
    pt_zygote_stop(zygote);
    return munmap((void *)in_hand, MOST_ITEMS * sizeof *in_hand);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_come_in_order_whatever_the_number_of_children),
        cmocka_unit_test(one_slow_item_holds_up_delivery_but_not_the_work),
        cmocka_unit_test(large_frames_both_ways_do_not_block),
        cmocka_unit_test(a_death_takes_only_the_item_in_hand),
        cmocka_unit_test(an_item_may_be_sent_again_and_then_do_well),
        cmocka_unit_test(an_item_that_keeps_dying_is_given_up),
        cmocka_unit_test(an_item_that_hides_its_page_is_found_all_the_same),
        cmocka_unit_test(a_flood_of_results_is_cut_off),
        cmocka_unit_test(an_end_without_a_beginning_spoils_only_its_child),
        cmocka_unit_test(a_child_may_ask_in_the_middle_of_an_item),
        cmocka_unit_test(a_setup_that_kills_stops_the_job_unless_it_is_mended),
        cmocka_unit_test(a_verdict_may_stop_the_job),
        cmocka_unit_test(without_a_zygote_there_is_no_child),
        cmocka_unit_test(killing_at_random_moments_costs_only_the_item_in_hand),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
