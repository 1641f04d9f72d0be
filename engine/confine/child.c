/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/child.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "confine/zygote.h"

/* The zygote answers within milliseconds; one that does not is as good as gone. */
enum { ZYGOTE_ANSWER_MS = 10000, LAST_BREATH_MS = 5000 };
/* Supervision: how often is looked, and how many times longer the wall limit is. */
enum { SHORTEST_LOOK_MS = 5, LONGEST_LOOK_MS = 100, WALL_FACTOR = 5 };
enum {
    EXIT_NO_MEMORY = 70,
    BYTES_PER_MIB = 1024 * 1024,
    MS_PER_SECOND = 1000,
    NS_PER_MS = 1000000
};

struct pt_zygote {
    pt_arena *arena;
    int control;
    pid_t pid;
    bool gone;
};

/* When the counter last moved, as seen from here. */
typedef struct watch {
    bool pending;
    uint64_t counter;
    int64_t cpu_ms;    /* of the child, at that moment */
    int64_t idle_ms;   /* wall time since, without what the program itself was away */
    int64_t looked_ms; /* the last look */
} watch;

struct pt_child {
    pt_arena *arena;
    pt_zygote *zygote;
    pt_channel *channel;
    pt_progress *progress;
    pid_t pid;
    clockid_t clock;
    pt_fence_limits limits;
    pt_fence_state fence;
    watch watch;
    bool stalled;
    bool killed;
};

static int64_t read_clock_ms(clockid_t clock)
{
    struct timespec now;
    if (clock_gettime(clock, &now) != 0)
        return 0;
    return (int64_t)now.tv_sec * MS_PER_SECOND + now.tv_nsec / NS_PER_MS;
}

pt_zygote *pt_zygote_start(pt_work work, void *context)
{
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0)
        return NULL;
    pid_t program = getpid();
    pid_t pid = fork();
    if (pid == 0)
        pt_zygote_serve(ends[1], program, work, context);
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return NULL;
    }
    pt_arena *arena = pt_arena_create();
    pt_zygote *zygote = PT_NEW(arena, pt_zygote);
    *zygote = (pt_zygote){.arena = arena, .control = ends[0], .pid = pid};
    return zygote;
}

void pt_zygote_stop(pt_zygote *zygote)
{
    if (zygote == NULL)
        return;
    shutdown(zygote->control, SHUT_RDWR); /* also when somebody forked us and holds a copy */
    close(zygote->control);
    while (waitpid(zygote->pid, NULL, 0) < 0 && errno == EINTR)
        continue;
    pt_arena_destroy(zygote->arena);
}

pid_t pt_zygote_pid(const pt_zygote *zygote)
{
    return zygote->pid;
}

/* The gaps between the fields go over the socket too, so they are not left as they were. */
static void set_request(pt_zygote_request *request, pt_zygote_verb verb, pid_t pid)
{
    memset(request, 0, sizeof *request);
    request->verb = verb;
    request->pid = pid;
}

static bool send_request(const pt_zygote *zygote, pt_zygote_request *request,
                         const int *descriptors)
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int) * PT_ZYGOTE_DESCRIPTORS)];
    } extra;
    memset(&extra, 0, sizeof extra);
    struct iovec part = {.iov_base = request, .iov_len = sizeof *request};
    struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1};
    if (descriptors != NULL) {
        message.msg_control = extra.bytes;
        message.msg_controllen = sizeof extra.bytes;
        struct cmsghdr *header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * PT_ZYGOTE_DESCRIPTORS);
        memcpy(CMSG_DATA(header), descriptors, sizeof(int) * PT_ZYGOTE_DESCRIPTORS);
    }
    ssize_t sent;
    do
        sent = sendmsg(zygote->control, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)sizeof *request;
}

static bool receive_reply(const pt_zygote *zygote, pt_zygote_reply *reply)
{
    struct pollfd ready = {.fd = zygote->control, .events = POLLIN};
    int count;
    do
        count = poll(&ready, 1, ZYGOTE_ANSWER_MS);
    while (count < 0 && errno == EINTR);
    return count == 1 &&
           recv(zygote->control, reply, sizeof *reply, MSG_DONTWAIT) == (ssize_t)sizeof *reply;
}

/* A zygote that fails once is not asked again. */
static bool ask(pt_zygote *zygote, pt_zygote_request *request, const int *descriptors,
                pt_zygote_reply *reply)
{
    if (!zygote->gone && send_request(zygote, request, descriptors) && receive_reply(zygote, reply))
        return true;
    zygote->gone = true;
    return false;
}

/* A page that nobody can shrink under the other's feet. */
static int create_page(void)
{
    int fd = memfd_create("progress", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (fd < 0)
        return -1;
    if (ftruncate(fd, PT_PROGRESS_BYTES) == 0 &&
        fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0)
        return fd;
    close(fd);
    return -1;
}

static pt_spawn fork_child(pt_zygote *zygote, const pt_fence_limits *limits, int socket, int page,
                           pid_t *pid)
{
    const int descriptors[PT_ZYGOTE_DESCRIPTORS] = {socket, page};
    pt_zygote_request request;
    set_request(&request, PT_ZYGOTE_SPAWN, 0);
    request.limits.memory_bytes = limits->memory_bytes;
    request.limits.cpu_seconds = limits->cpu_seconds;
    request.limits.stall_ms = limits->stall_ms;
    request.limits.without_confinement = limits->without_confinement;
    pt_zygote_reply reply;
    if (!ask(zygote, &request, descriptors, &reply))
        return PT_SPAWN_NO_ZYGOTE;
    if (reply.result < 0) {
        errno = -reply.result;
        return PT_SPAWN_FAILED;
    }
    *pid = reply.result;
    return PT_SPAWN_DONE;
}

static pt_child *create_child(pt_zygote *zygote, int socket, pt_progress *progress,
                              const pt_fence_limits *limits)
{
    pt_arena *arena = pt_arena_create();
    pt_child *child = PT_NEW(arena, pt_child);
    child->arena = arena;
    child->zygote = zygote;
    child->channel = pt_channel_create(socket, false);
    child->progress = progress;
    child->limits = *limits;
    pt_progress_clear(progress);
    return child;
}

static void destroy_child(pt_child *child)
{
    pt_channel_destroy(child->channel);
    munmap(child->progress, PT_PROGRESS_BYTES);
    pt_arena_destroy(child->arena);
}

/* The fence stands when the child says so; one that was refused says that and leaves. */
static pt_spawn await_fence(pt_child *child)
{
    pt_frame hello;
    if (pt_child_read(child, &hello) != PT_READ_FRAME || hello.type != PT_FRAME_HELLO ||
        !pt_fence_unpack(&hello, &child->fence)) {
        errno = EIO;
        return child->zygote->gone ? PT_SPAWN_NO_ZYGOTE : PT_SPAWN_FAILED;
    }
    if (!child->fence.seccomp && !child->limits.without_confinement)
        return PT_SPAWN_UNCONFINED;
    return PT_SPAWN_DONE;
}

/* Takes both descriptors: `socket` becomes the child's channel, `page` is closed after use. */
static pt_spawn spawn_on(pt_zygote *zygote, const pt_fence_limits *limits, int ends[2], int page,
                         pt_child **made)
{
    pt_progress *progress =
        page < 0 ? MAP_FAILED
                 : mmap(NULL, PT_PROGRESS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, page, 0);
    if (progress == MAP_FAILED) {
        close(ends[0]);
        return PT_SPAWN_FAILED;
    }
    pt_child *child = create_child(zygote, ends[0], progress, limits);
    pt_spawn spawned = fork_child(zygote, limits, ends[1], page, &child->pid);
    close(ends[1]);
    ends[1] = -1;
    if (spawned != PT_SPAWN_DONE) {
        int why = errno;
        destroy_child(child);
        errno = why;
        return spawned;
    }
    clock_getcpuclockid(child->pid, &child->clock);
    pt_child_expect(child, true);
    spawned = await_fence(child);
    if (spawned == PT_SPAWN_DONE) {
        *made = child;
        return spawned;
    }
    int why = errno;
    pt_child_finish(child);
    errno = why;
    return spawned;
}

pt_spawn pt_child_spawn(pt_zygote *zygote, const pt_fence_limits *limits, pt_child **child)
{
    *child = NULL;
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return PT_SPAWN_FAILED;
    pt_fence_limits whole = pt_fence_limits_of(limits);
    int page = create_page();
    pt_spawn spawned = spawn_on(zygote, &whole, ends, page, child);
    int why = errno;
    if (ends[1] >= 0)
        close(ends[1]);
    if (page >= 0)
        close(page);
    errno = why;
    return spawned;
}

pt_channel *pt_child_channel(pt_child *child)
{
    return child->channel;
}

pid_t pt_child_pid(const pt_child *child)
{
    return child->pid;
}

const pt_fence_state *pt_child_fence(const pt_child *child)
{
    return &child->fence;
}

pt_progress_seen pt_child_progress(const pt_child *child)
{
    return pt_progress_look(child->progress);
}

static void kill_child(pt_child *child)
{
    pt_zygote_request request;
    set_request(&request, PT_ZYGOTE_KILL, child->pid);
    pt_zygote_reply reply;
    ask(child->zygote, &request, NULL, &reply);
}

void pt_child_kill(pt_child *child)
{
    child->killed = true;
    kill_child(child);
}

static void start_watch(pt_child *child)
{
    child->watch.counter = pt_progress_look(child->progress).counter;
    child->watch.cpu_ms = read_clock_ms(child->clock);
    child->watch.idle_ms = 0;
    child->watch.looked_ms = read_clock_ms(CLOCK_MONOTONIC);
}

void pt_child_expect(pt_child *child, bool pending)
{
    if (pending && !child->watch.pending)
        start_watch(child);
    child->watch.pending = pending;
}

static int64_t look_interval_ms(const pt_child *child)
{
    int64_t interval = child->limits.stall_ms / 8;
    if (interval < SHORTEST_LOOK_MS)
        return SHORTEST_LOOK_MS;
    return interval > LONGEST_LOOK_MS ? LONGEST_LOOK_MS : interval;
}

/* Looks at a child; kills it when it has stood still too long. True when it has just been killed.
 */
static bool look(pt_child *child, int64_t now_ms)
{
    watch *seen = &child->watch;
    int64_t interval = look_interval_ms(child);
    int64_t passed = now_ms - seen->looked_ms;
    if (!seen->pending || child->stalled || child->killed || passed < interval)
        return false;
    if (pt_progress_look(child->progress).counter != seen->counter) {
        start_watch(child);
        return false;
    }
    seen->looked_ms = now_ms;
    /* The program may have been stopped, or busy in a callback: that is not the child's doing. */
    seen->idle_ms += passed > 2 * interval ? 2 * interval : passed;
    int64_t limit = child->limits.stall_ms;
    if (read_clock_ms(child->clock) - seen->cpu_ms <= limit && seen->idle_ms <= WALL_FACTOR * limit)
        return false;
    child->stalled = true;
    kill_child(child);
    return true;
}

enum { MOST_CHILDREN = 256 };

/* Waits at most `slice_ms`; true when a child has something to read. */
static bool poll_once(pt_child *const *children, size_t count, int64_t slice_ms)
{
    struct pollfd ready[MOST_CHILDREN];
    for (size_t i = 0; i < count; i++) {
        ready[i] = (struct pollfd){.fd = -1};
        if (children[i] == NULL)
            continue;
        pt_channel *channel = children[i]->channel;
        pt_channel_flush(channel);
        ready[i].fd = pt_channel_fd(channel);
        ready[i].events = pt_channel_queued(channel) > 0 ? POLLIN | POLLOUT : POLLIN;
    }
    if (poll(ready, (nfds_t)count, (int)slice_ms) <= 0)
        return false;
    for (size_t i = 0; i < count; i++) {
        if (ready[i].revents & ~POLLOUT)
            return true;
    }
    return false;
}

static int64_t shortest_look_ms(pt_child *const *children, size_t count)
{
    int64_t shortest = LONGEST_LOOK_MS;
    for (size_t i = 0; i < count; i++) {
        if (children[i] != NULL && look_interval_ms(children[i]) < shortest)
            shortest = look_interval_ms(children[i]);
    }
    return shortest;
}

bool pt_child_poll(pt_child *const *children, size_t count, int wait_ms)
{
    assert(count <= MOST_CHILDREN);
    int64_t slice = shortest_look_ms(children, count);
    int64_t now = read_clock_ms(CLOCK_MONOTONIC);
    int64_t last = wait_ms < 0 ? INT64_MAX : now + wait_ms;
    for (;;) {
        bool any = poll_once(children, count, last - now < slice ? last - now : slice);
        now = read_clock_ms(CLOCK_MONOTONIC);
        for (size_t i = 0; i < count; i++) {
            if (children[i] != NULL && look(children[i], now))
                any = true;
        }
        if (any || now >= last)
            return any;
    }
}

pt_read pt_child_read(pt_child *child, pt_frame *frame)
{
    pt_read got;
    while ((got = pt_channel_read(child->channel, frame)) == PT_READ_LATER)
        pt_child_poll(&child, 1, -1);
    return got;
}

/* After its closing frame a child only has to exit; its socket closes when its exit code is set. */
static void await_exit(const pt_child *child)
{
    struct pollfd closed = {.fd = pt_channel_fd(child->channel)};
    while (poll(&closed, 1, LAST_BREATH_MS) < 0 && errno == EINTR)
        continue;
}

static pt_ending ending_of_status(const pt_child *child, int status, bool well)
{
    int mib = (int)(child->limits.memory_bytes / BYTES_PER_MIB);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0 && well)
        return (pt_ending){.kind = PT_ENDED_WELL};
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NO_MEMORY)
        return (pt_ending){.kind = PT_ENDED_MEMORY, .detail = mib};
    if (WIFEXITED(status))
        return (pt_ending){.kind = PT_ENDED_SILENT, .detail = WEXITSTATUS(status)};
    int number = WTERMSIG(status);
    if (number == SIGSYS)
        return (pt_ending){.kind = PT_ENDED_FORBIDDEN, .detail = number};
    if (number == SIGXCPU)
        return (pt_ending){.kind = PT_ENDED_STALLED,
                           .detail = (int)child->limits.cpu_seconds * MS_PER_SECOND};
    return (pt_ending){.kind = PT_ENDED_SIGNAL, .detail = number};
}

static pt_ending judge(pt_child *child)
{
    pt_frame frame;
    bool well = pt_channel_read(child->channel, &frame) == PT_READ_CLOSED;
    pt_fault fault = pt_channel_fault(child->channel);
    if (well && !child->killed && !child->stalled)
        await_exit(child);
    pt_zygote_request request;
    set_request(&request, PT_ZYGOTE_REAP, child->pid);
    pt_zygote_reply reply = {.result = -1};
    if (!ask(child->zygote, &request, NULL, &reply) || reply.result < 0)
        return (pt_ending){.kind = PT_ENDED_KILLED};
    if (child->stalled)
        return (pt_ending){.kind = PT_ENDED_STALLED, .detail = (int)child->limits.stall_ms};
    if (fault > PT_FAULT_TRUNCATED)
        return (pt_ending){.kind = PT_ENDED_GARBLED, .detail = (int)fault};
    if (child->killed)
        return (pt_ending){.kind = PT_ENDED_KILLED};
    return ending_of_status(child, reply.status, well);
}

pt_ending pt_child_finish(pt_child *child)
{
    pt_ending ending = judge(child);
    ending.last = pt_progress_look(child->progress);
    destroy_child(child);
    return ending;
}
