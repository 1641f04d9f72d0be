/* SPDX-License-Identifier: EUPL-1.2 */
#define _GNU_SOURCE
#include "support.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/limits.h"
#include "confine/endings.h"
#include "confine/filter.h"

#ifdef PT_COVERAGE
static const bool writes_profile = true;
#else
static const bool writes_profile = false;
#endif

/* What the child is asked to do; the body says which, or how much. */
enum {
    ASK_CALL = 1,
    ASK_READ_OTHERS,
    ASK_WRITE_OTHERS,
    ASK_ENVIRONMENT,
    ASK_ALLOCATE,
    ASK_FILL_ARENA,
    ASK_LOOP,
    ASK_SLEEP,
    ASK_WORK_LONG,
    ASK_EXIT,
    ASK_RETURN,
    ASK_ABORT,
    ASK_RECURSE,
    ASK_SORT,
    ASK_LOOK_AWAY,
    ASK_BURST,
    ASK_GARBAGE,
    ANSWER = 100
};

typedef struct forbidden_call {
    const char *name;
    long number;
    long arguments[6];
} forbidden_call;

static const char *const no_words[] = {NULL};

/* Chosen so that each would do something if it were let through. */
static const forbidden_call forbidden[] = {
    {"open a file", SYS_openat, {AT_FDCWD, (long)"/etc/hostname", O_RDONLY}},
    {"make a file",
     SYS_openat,
     {AT_FDCWD, (long)"/tmp/proeftuin-escaped", O_CREAT | O_WRONLY, 0600}},
    {"remove a file", SYS_unlinkat, {AT_FDCWD, (long)"/tmp/proeftuin-escaped"}},
    {"make a socket", SYS_socket, {AF_INET, SOCK_STREAM}},
    {"connect", SYS_connect, {3}},
    {"send a descriptor", SYS_sendmsg, {3}},
    {"receive a descriptor", SYS_recvmsg, {3}},
    {"fork", SYS_clone, {SIGCHLD}},
    {"clone3", SYS_clone3, {0}},
    {"start a program", SYS_execve, {(long)"/bin/true", (long)no_words, (long)no_words}},
    {"signal others", SYS_kill, {1, SIGCONT}},
    {"abort others", SYS_tgkill, {1, 1, SIGABRT}},
    {"queue a signal", SYS_rt_sigqueueinfo, {1, SIGCONT}},
    {"trace", SYS_ptrace, {0}},
    {"read other memory", SYS_process_vm_readv, {1}},
    {"io_uring", SYS_io_uring_setup, {8}},
    {"undo limits", SYS_prlimit64, {0}},
    {"control itself", SYS_prctl, {PR_SET_DUMPABLE, 1}},
    {"bpf", SYS_bpf, {0}},
    {"make memory executable", SYS_mprotect, {0, 4096, PROT_READ | PROT_EXEC}},
    {"map executable memory",
     SYS_mmap,
     {0, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0}},
    {"share memory", SYS_memfd_create, {(long)"x"}},
    {"copy a descriptor", SYS_dup, {3}},
    {"poll", SYS_ppoll, {0}},
    {"sleep", SYS_nanosleep, {0}},
    {"change user", SYS_setuid, {65534}},
    {"mount", SYS_mount, {0}},
    {"catch signals", SYS_rt_sigaction, {SIGSEGV}},
#if defined(__x86_64__)
    {"the other numbering", 0x40000000 + SYS_openat, {AT_FDCWD, (long)"/etc/hostname", O_RDONLY}},
#endif
};

enum { FORBIDDEN = sizeof forbidden / sizeof *forbidden };

/* Under valgrind there is no filter and no limit of memory: what shows them is skipped. */
static bool filtered;

static pt_zygote *zygote;
static char *secret;        /* inside the environment of the program */
static int open_descriptor; /* of the program, to be closed in children */

static void answer_number(pt_channel *channel, uint32_t number)
{
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    pt_pack_u32(&body, number);
    pt_channel_write(channel, ANSWER, body.bytes, body.length);
    pt_arena_destroy(arena);
}

static void make_call(uint32_t index)
{
    const forbidden_call *call = &forbidden[index];
    const long *a = call->arguments;
    syscall(call->number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

/* How many of the first descriptors can be used, apart from the one of `channel`. */
static uint32_t usable(pt_channel *channel, bool to_write)
{
    uint32_t count = 0;
    char byte = 0;
    for (int fd = 0; fd < 64; fd++) {
        if (fd == pt_channel_fd(channel) || (pt_filter_for_sanitizer && fd == STDERR_FILENO))
            continue;
        ssize_t done = to_write ? write(fd, &byte, 1) : read(fd, &byte, 1);
        count += done >= 0 || errno != EBADF;
    }
    return count;
}

static uint32_t environment_left(void)
{
    uint32_t left = 0;
    for (char **each = environ; each != NULL && *each != NULL; each++)
        left++;
    for (const char *each = secret; each < secret + strlen("geheim"); each++)
        left += *each != '\0';
    return left;
}

static uint32_t allocated_mib(uint32_t wanted_mib)
{
    uint32_t got = 0;
    while (got < wanted_mib && mmap(NULL, 1024 * 1024, PROT_READ | PROT_WRITE,
                                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
        got++;
    return got;
}

static void fill_arena(void)
{
    for (pt_arena *arena = pt_arena_create();;)
        pt_arena_alloc(arena, 1024 * 1024);
}

static void loop_for_ever(void)
{
    for (volatile int turns = 0;; turns = !turns)
        continue;
}

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void work_long(pt_progress *progress, int64_t length_ms)
{
    for (int64_t end = now_ms() + length_ms; now_ms() < end;)
        pt_progress_step(progress);
}

static uint32_t recurse(volatile uint32_t depth)
{
    volatile char frame[4096];
    frame[depth % sizeof frame] = (char)depth;
    return depth == UINT32_MAX ? 0 : recurse(depth + 1) + (frame[0] != 0);
}

static int compare_numbers(const void *a, const void *b)
{
    const int *left = a;
    const int *right = b;
    return (*left > *right) - (*left < *right);
}

static uint32_t sort_many(void)
{
    static int numbers[100000];
    for (int i = 0; i < 100000; i++)
        numbers[i] = 100000 - i;
    qsort(numbers, 100000, sizeof *numbers, compare_numbers);
    return (uint32_t)numbers[0];
}

static void sleep_for_ever(void)
{
    static uint32_t word;
    syscall(SYS_futex, &word, 0 /* FUTEX_WAIT */, 0, NULL, NULL, 0);
}

static void burst(pt_channel *channel, uint32_t frames)
{
    static const char body[1000];
    for (uint32_t i = 0; i < frames; i++)
        pt_channel_write(channel, ANSWER, body, sizeof body);
}

/* Breaks out of the protocol, as a child would that has lost control of its memory. */
static void write_garbage(pt_channel *channel, uint32_t kind)
{
    static const char *const garbage[] = {
        "not a frame at all, only text",     /* a wild length */
        "\x04\0\0\0\x64\0\0\0\x01\0\0\0abc", /* cut short */
    };
    static const size_t lengths[] = {29, 15};
    pt_channel_flush(channel);
    if (write(pt_channel_fd(channel), garbage[kind], lengths[kind]) < 0)
        _exit(9);
    if (kind == 0)
        loop_for_ever();
    _exit(0);
}

static int misbehave(pt_channel *channel, pt_progress *progress, const pt_frame *frame,
                     uint32_t number)
{
    pt_progress_enter(progress, 7, 42);
    switch (frame->type) {
    case ASK_CALL: make_call(number); break;
    case ASK_LOOP: loop_for_ever(); break;
    case ASK_SLEEP: sleep_for_ever(); break;
    case ASK_FILL_ARENA: fill_arena(); break;
    case ASK_EXIT: _exit((int)number);
    case ASK_RETURN: return (int)number;
    case ASK_ABORT: abort();
    case ASK_RECURSE: number = recurse(0); break;
    case ASK_LOOK_AWAY: return -1;
    case ASK_GARBAGE: write_garbage(channel, number); break;
    case ASK_BURST: burst(channel, number); break;
    case ASK_WORK_LONG: work_long(progress, number); break;
    case ASK_READ_OTHERS: number = usable(channel, false); break;
    case ASK_WRITE_OTHERS: number = usable(channel, true); break;
    case ASK_ENVIRONMENT: number = environment_left(); break;
    case ASK_ALLOCATE: number = allocated_mib(number); break;
    case ASK_SORT: number = sort_many(); break;
    default: break;
    }
    pt_progress_leave(progress);
    answer_number(channel, number);
    return -1;
}

static int work(pt_channel *channel, pt_progress *progress, void *context)
{
    (void)context;
    pt_frame frame;
    pt_read got;
    while ((got = pt_channel_read(channel, &frame)) == PT_READ_FRAME) {
        pt_unpacker in = pt_unpack(&frame);
        uint32_t number = pt_unpack_u32(&in);
        int code = misbehave(channel, progress, &frame, number);
        if (code >= 0)
            return code;
    }
    return got == PT_READ_CLOSED ? 0 : 1;
}

static pt_child *spawn_with(const pt_fence_limits *limits)
{
    pt_child *child = NULL;
    assert_int_equal(pt_child_spawn(zygote, limits, &child), PT_SPAWN_DONE);
    assert_non_null(child);
    return child;
}

static void request(pt_child *child, uint16_t type, uint32_t number)
{
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    pt_pack_u32(&body, number);
    assert_true(pt_channel_write(pt_child_channel(child), type, body.bytes, body.length));
    pt_arena_destroy(arena);
}

static uint32_t answer(pt_child *child)
{
    pt_frame frame;
    assert_int_equal(pt_child_read(child, &frame), PT_READ_FRAME);
    assert_int_equal(frame.type, ANSWER);
    pt_unpacker in = pt_unpack(&frame);
    return pt_unpack_u32(&in);
}

static pt_ending end_well(pt_child *child)
{
    pt_frame frame;
    pt_channel_close(pt_child_channel(child));
    assert_int_equal(pt_child_read(child, &frame), PT_READ_CLOSED);
    return pt_child_finish(child);
}

/* The answer of a fresh child to one request, after which it ends well. */
static uint32_t ask_fresh(uint16_t type, uint32_t number)
{
    pt_child *child = spawn_with(NULL);
    request(child, type, number);
    uint32_t given = answer(child);
    assert_int_equal(end_well(child).kind, PT_ENDED_WELL);
    return given;
}

/* The ending of a fresh child that is asked for something it does not survive. */
static pt_ending provoke(const pt_fence_limits *limits, uint16_t type, uint32_t number)
{
    pt_child *child = spawn_with(limits);
    request(child, type, number);
    pt_frame frame;
    assert_int_equal(pt_child_read(child, &frame), PT_READ_BROKEN);
    return pt_child_finish(child);
}

static void expect_finding(const pt_ending *ending, pt_code code, const char *part)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_find_ending(&report, ending, "zorgplicht_geldt", (pt_position){0});
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, code);
    const char *sentence = pt_finding_sentence(arena, &report.findings[0], PT_DUTCH);
    if (strstr(sentence, part) == NULL)
        fail_msg("'%s' is not in: %s", part, sentence);
    pt_arena_destroy(arena);
}

static void a_child_works_and_ends_with_a_closing_frame(void **state)
{
    (void)state;
    pt_child *child = spawn_with(NULL);
    request(child, 0, 5);
    assert_int_equal(answer(child), 5);
    pt_ending ending = end_well(child);
    assert_int_equal(ending.kind, PT_ENDED_WELL);
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_find_ending(&report, &ending, "x", (pt_position){0});
    pt_find_spawn(&report, PT_SPAWN_DONE);
    assert_int_equal(report.count, 0);
    pt_arena_destroy(arena);
}

static void every_defence_is_in_force(void **state)
{
    (void)state;
    pt_child *child = spawn_with(NULL);
    const pt_fence_state *fence = pt_child_fence(child);
    assert_int_equal(fence->seccomp, filtered);
    assert_int_equal(fence->seccomp_error == 0, filtered);
    assert_true(fence->no_new_privileges);
    assert_true(fence->not_dumpable);
    assert_true(fence->dies_with_parent);
    assert_true(fence->no_environment);
    assert_true(fence->no_descriptors);
    assert_true(fence->limits);
    assert_int_equal(fence->memory_limit, !pt_filter_for_sanitizer && filtered);
    assert_int_equal(fence->landlock, fence->landlock_version > 0 && !writes_profile && filtered);
    end_well(child);
}

static void every_forbidden_call_kills(void **state)
{
    (void)state;
    if (!filtered)
        skip();
    for (uint32_t i = 0; i < FORBIDDEN; i++) {
        bool allowed_here = (pt_filter_for_sanitizer && forbidden[i].number == SYS_prctl) ||
                            (writes_profile && forbidden[i].number == SYS_openat);
        if (allowed_here)
            continue;
        pt_ending ending = provoke(NULL, ASK_CALL, i);
        if (ending.kind != PT_ENDED_FORBIDDEN)
            fail_msg("%s: ended as %d, %d", forbidden[i].name, ending.kind, ending.detail);
        assert_int_equal(ending.last.block, 7);
        expect_finding(&ending, PT_B005, "zorgplicht_geldt");
    }
    assert_int_equal(access("/tmp/proeftuin-escaped", F_OK), -1);
}

static void no_other_descriptor_can_be_read_or_written(void **state)
{
    (void)state;
    if (!filtered)
        skip();
    assert_int_equal(ask_fresh(ASK_READ_OTHERS, 0), 0);
    assert_int_equal(ask_fresh(ASK_WRITE_OTHERS, 0), 0);
}

static void the_environment_is_wiped(void **state)
{
    (void)state;
    assert_string_equal(secret, "geheim");
    assert_int_equal(ask_fresh(ASK_ENVIRONMENT, 0), 0);
}

static void memory_beyond_the_limit_is_refused(void **state)
{
    (void)state;
    if (pt_filter_for_sanitizer || !filtered)
        skip();
    uint32_t limit_mib = (uint32_t)(PT_LIMIT_CHILD_BYTES / (1024 * 1024));
    uint32_t got = ask_fresh(ASK_ALLOCATE, limit_mib * 2);
    assert_in_range(got, limit_mib / 2, limit_mib);
}

static void a_child_that_runs_out_of_memory_is_reported_as_such(void **state)
{
    (void)state;
    if (pt_filter_for_sanitizer || !filtered)
        skip();
    const pt_fence_limits small = {.memory_bytes = 64 * 1024 * 1024};
    pt_ending ending = provoke(&small, ASK_FILL_ARENA, 0);
    assert_int_equal(ending.kind, PT_ENDED_MEMORY);
    assert_int_equal(ending.detail, 64);
    expect_finding(&ending, PT_B003, "64 MiB");
}

static void an_endless_loop_is_killed_and_its_place_reported(void **state)
{
    (void)state;
    const pt_fence_limits hasty = {.stall_ms = 100};
    int64_t start = now_ms();
    pt_ending ending = provoke(&hasty, ASK_LOOP, 0);
    assert_in_range(now_ms() - start, 90, 5000);
    assert_int_equal(ending.kind, PT_ENDED_STALLED);
    assert_int_equal(ending.last.block, 7);
    assert_int_equal(ending.last.line, 42);
    expect_finding(&ending, PT_B002, "bronregel 42");
}

static void a_child_that_sleeps_with_work_pending_is_killed_on_the_wall_clock(void **state)
{
    (void)state;
    const pt_fence_limits hasty = {.stall_ms = 40};
    int64_t start = now_ms();
    pt_ending ending = provoke(&hasty, ASK_SLEEP, 0);
    assert_in_range(now_ms() - start, 150, 5000);
    assert_int_equal(ending.kind, PT_ENDED_STALLED);
}

static void a_child_that_makes_progress_is_let_be(void **state)
{
    (void)state;
    const pt_fence_limits hasty = {.stall_ms = 60};
    pt_child *child = spawn_with(&hasty);
    request(child, ASK_WORK_LONG, 500);
    assert_int_equal(answer(child), 500);
    assert_int_equal(end_well(child).kind, PT_ENDED_WELL);
}

static void a_child_that_owes_nothing_may_wait(void **state)
{
    (void)state;
    const pt_fence_limits hasty = {.stall_ms = 10};
    pt_child *child = spawn_with(&hasty);
    pt_child_expect(child, false);
    assert_false(pt_child_poll(&child, 1, 200));
    pt_child_expect(child, true);
    request(child, 0, 3);
    assert_int_equal(answer(child), 3);
    assert_int_equal(end_well(child).kind, PT_ENDED_WELL);
}

static void processor_time_is_the_last_backstop(void **state)
{
    (void)state;
    const pt_fence_limits second = {.cpu_seconds = 1};
    pt_ending ending = provoke(&second, ASK_WORK_LONG, 60000);
    assert_int_equal(ending.kind, PT_ENDED_STALLED);
    assert_int_equal(ending.detail, 1000);
}

static void leaving_without_a_closing_frame_is_a_failure(void **state)
{
    (void)state;
    static const struct {
        uint16_t type;
        uint32_t code;
    } rows[] = {{ASK_EXIT, 0}, {ASK_EXIT, 3}, {ASK_RETURN, 5}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_ending ending = provoke(NULL, rows[i].type, rows[i].code);
        assert_int_equal(ending.kind, PT_ENDED_SILENT);
        if (filtered) /* valgrind has an exit code of its own for memory that nobody freed */
            assert_int_equal(ending.detail, rows[i].code);
        expect_finding(&ending, PT_B004, "zonder af te sluiten");
    }
}

static void a_crash_is_reported_with_its_signal(void **state)
{
    (void)state;
    pt_ending ending = provoke(NULL, ASK_ABORT, 0);
    assert_int_equal(ending.kind, PT_ENDED_SIGNAL);
    assert_int_equal(ending.detail, SIGABRT);
    expect_finding(&ending, PT_B001, "signaal 6");
    if (pt_filter_for_sanitizer)
        return;
    ending = provoke(NULL, ASK_RECURSE, 0);
    assert_int_equal(ending.kind, PT_ENDED_SIGNAL);
    assert_int_equal(ending.detail, SIGSEGV);
}

static void a_child_may_sort_although_qsort_asks_for_the_size_of_memory(void **state)
{
    (void)state;
    assert_int_equal(ask_fresh(ASK_SORT, 0), 1);
}

static void garbage_from_a_child_is_refused(void **state)
{
    (void)state;
    pt_ending ending = provoke(NULL, ASK_GARBAGE, 0);
    assert_int_equal(ending.kind, PT_ENDED_GARBLED);
    assert_int_equal(ending.detail, PT_FAULT_LENGTH);
    expect_finding(&ending, PT_B006, "onleesbaar");
    ending = provoke(NULL, ASK_GARBAGE, 1);
    assert_int_equal(ending.kind, PT_ENDED_SILENT);
}

static void a_child_killed_by_others_is_a_signal_and_by_us_is_said_so(void **state)
{
    (void)state;
    pt_frame frame;
    pt_child *child = spawn_with(NULL);
    kill(pt_child_pid(child), SIGKILL);
    assert_int_equal(pt_child_read(child, &frame), PT_READ_BROKEN);
    pt_ending ending = pt_child_finish(child);
    assert_int_equal(ending.kind, PT_ENDED_SIGNAL);
    assert_int_equal(ending.detail, SIGKILL);
    child = spawn_with(NULL);
    pt_child_kill(child);
    assert_int_equal(pt_child_finish(child).kind, PT_ENDED_KILLED);
}

static void both_directions_may_be_full_at_once(void **state)
{
    (void)state;
    static const char body[60000];
    pt_child *child = spawn_with(NULL);
    pt_channel *channel = pt_child_channel(child);
    request(child, ASK_BURST, 5000);
    for (int i = 0; i < 100; i++)
        assert_true(pt_channel_write(channel, 0, body, sizeof body));
    for (int i = 0; i < 5000 + 1 + 100; i++)
        answer(child);
    assert_int_equal(pt_channel_queued(channel), 0);
    assert_int_equal(end_well(child).kind, PT_ENDED_WELL);
}

static size_t count_descriptors(const char *folder)
{
    DIR *open = opendir(folder);
    assert_non_null(open);
    size_t count = 0;
    while (readdir(open) != NULL)
        count++;
    closedir(open);
    return count;
}

static void a_hundred_children_leave_nothing_behind(void **state)
{
    (void)state;
    ask_fresh(0, 1);
    size_t before = count_descriptors("/proc/self/fd");
    for (uint32_t i = 0; i < 50; i++) {
        assert_int_equal(ask_fresh(0, i), i);
        provoke(NULL, ASK_EXIT, 0);
    }
    assert_int_equal(count_descriptors("/proc/self/fd"), before);
    char folder[64];
    snprintf(folder, sizeof folder, "/proc/%d/fd", (int)pt_zygote_pid(zygote));
    if (filtered && geteuid() == 0) /* it is not dumpable, so its folder is root's */
        assert_int_equal(count_descriptors(folder), pt_filter_for_sanitizer ? 4 : 3);
    snprintf(folder, sizeof folder, "/proc/%d/task/%d/children", (int)pt_zygote_pid(zygote),
             (int)pt_zygote_pid(zygote));
    FILE *children = fopen(folder, "r");
    if (children != NULL) {
        assert_int_equal(fgetc(children), EOF);
        fclose(children);
    }
}

static void the_zygote_is_out_of_reach_of_the_terminal(void **state)
{
    (void)state;
    assert_int_not_equal(getsid(pt_zygote_pid(zygote)), getsid(0));
}

/* A program that starts a zygote and a child, tells their numbers, and waits to be killed. */
static void be_a_program(int out)
{
    pt_zygote *own = pt_zygote_start(work, NULL);
    pt_child *child = NULL;
    pt_child_spawn(own, NULL, &child);
    request(child, ASK_LOOP, 0);
    pt_channel_flush(pt_child_channel(child));
    pid_t pids[2] = {pt_zygote_pid(own), pt_child_pid(child)};
    if (write(out, pids, sizeof pids) != (ssize_t)sizeof pids)
        _exit(1);
    for (;;)
        pause();
}

static void everything_dies_with_the_program(void **state)
{
    (void)state;
    int ends[2];
    pid_t pids[3];
    prctl(PR_SET_CHILD_SUBREAPER, 1); /* orphans come to us */
    assert_int_equal(pipe(ends), 0);
    pids[0] = fork();
    if (pids[0] == 0)
        be_a_program(ends[1]);
    assert_int_equal(read(ends[0], pids + 1, 2 * sizeof(pid_t)), 2 * sizeof(pid_t));
    close(ends[0]);
    close(ends[1]);
    kill(pids[0], SIGKILL);
    int status = 0;
    for (int i = 0; i < 3; i++) /* the child, which loops for ever, comes last */
        assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    prctl(PR_SET_CHILD_SUBREAPER, 0);
}

static void a_lost_zygote_is_reported(void **state)
{
    (void)state;
    pt_zygote *kept = zygote;
    zygote = pt_zygote_start(work, NULL);
    pt_child *child = spawn_with(NULL);
    kill(pt_zygote_pid(zygote), SIGKILL);
    pt_frame frame;
    assert_int_equal(pt_child_read(child, &frame), PT_READ_BROKEN);
    pt_ending ending = pt_child_finish(child);
    assert_int_equal(ending.kind, PT_ENDED_KILLED);
    expect_finding(&ending, PT_B010, "van buitenaf");
    assert_int_equal(pt_child_spawn(zygote, NULL, &child), PT_SPAWN_NO_ZYGOTE);
    pt_zygote_stop(zygote);
    zygote = kept;
}

static void expect_refusal(pt_spawn spawn, pt_code code)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_find_spawn(&report, spawn);
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, code);
    pt_arena_destroy(arena);
}

static void without_descriptors_no_child_starts_and_nothing_leaks(void **state)
{
    (void)state;
    if (!filtered)
        skip();
    size_t before = count_descriptors("/proc/self/fd");
    int held[4096];
    int count = 0;
    while (count < 4096 && (held[count] = dup(0)) >= 0)
        count++;
    for (int freed = 0; freed < 3 && count < 4096; freed++) {
        pt_child *child = NULL;
        pt_spawn spawn = pt_child_spawn(zygote, NULL, &child);
        if (freed < 3)
            assert_int_equal(spawn, PT_SPAWN_FAILED);
        assert_int_equal(errno, EMFILE);
        expect_refusal(spawn, PT_B009);
        close(held[--count]);
    }
    while (count > 0)
        close(held[--count]);
    assert_int_equal(count_descriptors("/proc/self/fd"), before);
    assert_int_equal(ask_fresh(0, 9), 9);
}

/* Makes this process one for which the system refuses filters, as some containers do. */
static void refuse_filters(void)
{
    struct sock_filter steps[] = {
        {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr)},
        {BPF_JMP | BPF_JEQ | BPF_K, 1, 0, SYS_seccomp},
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 3, SYS_prctl},
        {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, args)},
        {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, PR_SET_SECCOMP},
        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
        {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
    };
    /* The first jump goes past the argument test, straight to the refusal. */
    steps[1].jt = 3;
    struct sock_fprog whole = {.len = sizeof steps / sizeof *steps, .filter = steps};
    assert_int_equal(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
    assert_int_equal(prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole), 0);
}

static int live_where_filters_are_refused(void)
{
    refuse_filters();
    zygote = pt_zygote_start(work, NULL);
    pt_child *child = NULL;
    assert_int_equal(pt_child_spawn(zygote, NULL, &child), PT_SPAWN_UNCONFINED);
    assert_null(child);
    expect_refusal(PT_SPAWN_UNCONFINED, PT_B007);
    const pt_fence_limits trusting = {.without_confinement = true};
    child = spawn_with(&trusting);
    assert_false(pt_child_fence(child)->seccomp);
    assert_int_equal(pt_child_fence(child)->seccomp_error, EPERM);
    assert_true(pt_child_fence(child)->limits);
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_find_fence(&report, pt_child_fence(child));
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, PT_B008);
    pt_arena_destroy(arena);
    request(child, 0, 8);
    assert_int_equal(answer(child), 8);
    assert_int_equal(end_well(child).kind, PT_ENDED_WELL);
    pt_zygote_stop(zygote);
    return 0;
}

static void where_filters_are_refused_only_trust_by_hand_goes_on(void **state)
{
    (void)state;
    if (!filtered)
        skip();
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        alarm(60);
        _exit(live_where_filters_are_refused());
    }
    int status = -1;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_int_equal(status, 0);
}

static int start(void **state)
{
    (void)state;
    setenv("PROEFTUIN_GEHEIM", "geheim", 1);
    secret = getenv("PROEFTUIN_GEHEIM");
    open_descriptor = open("/dev/null", O_RDONLY);
    zygote = pt_zygote_start(work, NULL);
    pt_child *child = NULL;
    if (zygote == NULL || pt_child_spawn(zygote, NULL, &child) != PT_SPAWN_DONE)
        return 1;
    filtered = pt_child_fence(child)->seccomp_error != ENOTSUP;
    pt_child_kill(child);
    pt_child_finish(child);
    return 0;
}

static int stop(void **state)
{
    (void)state;
    close(open_descriptor);
    pt_zygote_stop(zygote);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_child_works_and_ends_with_a_closing_frame),
        cmocka_unit_test(every_defence_is_in_force),
        cmocka_unit_test(every_forbidden_call_kills),
        cmocka_unit_test(no_other_descriptor_can_be_read_or_written),
        cmocka_unit_test(the_environment_is_wiped),
        cmocka_unit_test(memory_beyond_the_limit_is_refused),
        cmocka_unit_test(a_child_that_runs_out_of_memory_is_reported_as_such),
        cmocka_unit_test(an_endless_loop_is_killed_and_its_place_reported),
        cmocka_unit_test(a_child_that_sleeps_with_work_pending_is_killed_on_the_wall_clock),
        cmocka_unit_test(a_child_that_makes_progress_is_let_be),
        cmocka_unit_test(a_child_that_owes_nothing_may_wait),
        cmocka_unit_test(processor_time_is_the_last_backstop),
        cmocka_unit_test(leaving_without_a_closing_frame_is_a_failure),
        cmocka_unit_test(a_crash_is_reported_with_its_signal),
        cmocka_unit_test(a_child_may_sort_although_qsort_asks_for_the_size_of_memory),
        cmocka_unit_test(garbage_from_a_child_is_refused),
        cmocka_unit_test(a_child_killed_by_others_is_a_signal_and_by_us_is_said_so),
        cmocka_unit_test(both_directions_may_be_full_at_once),
        cmocka_unit_test(a_hundred_children_leave_nothing_behind),
        cmocka_unit_test(the_zygote_is_out_of_reach_of_the_terminal),
        cmocka_unit_test(everything_dies_with_the_program),
        cmocka_unit_test(a_lost_zygote_is_reported),
        cmocka_unit_test(without_descriptors_no_child_starts_and_nothing_leaks),
        cmocka_unit_test(where_filters_are_refused_only_trust_by_hand_goes_on),
    };
    return cmocka_run_group_tests(tests, start, stop);
}
