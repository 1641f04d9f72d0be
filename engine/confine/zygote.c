/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/zygote.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine/filter.h"

#ifdef PT_COVERAGE
void __gcov_dump(void);
#endif

enum { EXIT_REFUSED = 69, FIRST_DESCRIPTOR = 3 };

typedef struct zygote {
    int control;
    pt_work work;
    void *context;
} zygote;

/* Never exit(): buffers, exit handlers and leak checks are the program's. */
static noreturn void leave(int code)
{
#ifdef PT_COVERAGE
    __gcov_dump();
#endif
    _exit(code);
}

void pt_fence_pack(pt_text *out, const pt_fence_state *state)
{
    const bool flags[] = {state->seccomp,          state->no_new_privileges, state->not_dumpable,
                          state->dies_with_parent, state->no_environment,    state->no_descriptors,
                          state->limits,           state->memory_limit,      state->landlock};
    uint32_t bits = 0;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        bits |= (uint32_t)flags[i] << i;
    pt_pack_u32(out, bits);
    pt_pack_u32(out, state->landlock_version);
    pt_pack_u32(out, (uint32_t)state->seccomp_error);
}

bool pt_fence_unpack(const pt_frame *frame, pt_fence_state *state)
{
    pt_unpacker in = pt_unpack(frame);
    uint32_t bits = pt_unpack_u32(&in);
    bool *flags[] = {&state->seccomp,          &state->no_new_privileges, &state->not_dumpable,
                     &state->dies_with_parent, &state->no_environment,    &state->no_descriptors,
                     &state->limits,           &state->memory_limit,      &state->landlock};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        *flags[i] = (bits >> i & 1) != 0;
    state->landlock_version = pt_unpack_u32(&in);
    state->seccomp_error = (int32_t)pt_unpack_u32(&in);
    return pt_unpack_done(&in);
}

static bool say_hello(pt_channel *channel, const pt_fence_state *state)
{
    pt_arena *arena = pt_arena_create();
    pt_text body = pt_text_create(arena);
    pt_fence_pack(&body, state);
    bool said = pt_channel_write(channel, PT_FRAME_HELLO, body.bytes, body.length) &&
                pt_channel_flush(channel);
    pt_arena_destroy(arena);
    return said;
}

/* The life of a child. A stray printf must not reach the socket, so it lies above stderr. */
static noreturn void live(const zygote *from, const int descriptors[PT_ZYGOTE_DESCRIPTORS],
                          pid_t parent, const pt_fence_limits *limits)
{
    int socket = fcntl(descriptors[0], F_DUPFD, FIRST_DESCRIPTOR);
    pt_progress *progress =
        mmap(NULL, PT_PROGRESS_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, descriptors[1], 0);
    if (socket < 0 || progress == MAP_FAILED)
        leave(EXIT_REFUSED);
    pt_fence_close_all_but(socket);
    pt_channel *channel = pt_channel_create(socket, true);
    pt_fence_state state;
    bool fenced = pt_fence_raise(socket, parent, limits, &state);
    if (!say_hello(channel, &state) || !fenced)
        leave(EXIT_REFUSED);
    int code = from->work(channel, progress, from->context);
    if (code == 0 && !pt_channel_close(channel))
        code = EXIT_REFUSED;
    /* Nobody frees here, unless valgrind looks; the socket stays open until the exit code is set.
     */
    if (pt_filter_under_valgrind() && dup(socket) >= 0)
        pt_channel_destroy(channel);
    leave(code);
}

static void close_both(const int descriptors[PT_ZYGOTE_DESCRIPTORS])
{
    for (int i = 0; i < PT_ZYGOTE_DESCRIPTORS; i++) {
        if (descriptors[i] >= 0)
            close(descriptors[i]);
    }
}

static int32_t spawn(const zygote *from, const int descriptors[PT_ZYGOTE_DESCRIPTORS],
                     const pt_fence_limits *limits)
{
    if (descriptors[0] < 0 || descriptors[1] < 0)
        return -EMFILE;
    pid_t self = getpid();
    pid_t pid = fork();
    if (pid == 0)
        live(from, descriptors, self, limits);
    return pid < 0 ? -errno : pid;
}

static pt_zygote_reply reap(pid_t pid)
{
    int status = 0;
    kill(pid, SIGKILL);
    pid_t reaped;
    do
        reaped = waitpid(pid, &status, 0);
    while (reaped < 0 && errno == EINTR);
    return (pt_zygote_reply){.result = reaped < 0 ? -errno : reaped, .status = status};
}

static pt_zygote_reply serve(const zygote *from, const pt_zygote_request *request,
                             const int descriptors[PT_ZYGOTE_DESCRIPTORS])
{
    pt_zygote_reply reply = {0};
    switch (request->verb) {
    case PT_ZYGOTE_SPAWN: reply.result = spawn(from, descriptors, &request->limits); break;
    case PT_ZYGOTE_KILL: reply.result = kill(request->pid, SIGKILL) == 0 ? 0 : -errno; break;
    case PT_ZYGOTE_REAP: reply = reap(request->pid); break;
    }
    return reply;
}

/* One request and what came with it. False when the program is gone. */
static bool receive(int control, pt_zygote_request *request, int descriptors[PT_ZYGOTE_DESCRIPTORS])
{
    union {
        struct cmsghdr header;
        char bytes[CMSG_SPACE(sizeof(int) * PT_ZYGOTE_DESCRIPTORS)];
    } extra;
    struct iovec part = {.iov_base = request, .iov_len = sizeof *request};
    struct msghdr message = {.msg_iov = &part,
                             .msg_iovlen = 1,
                             .msg_control = extra.bytes,
                             .msg_controllen = sizeof extra.bytes};
    ssize_t got;
    do
        got = recvmsg(control, &message, MSG_CMSG_CLOEXEC);
    while (got < 0 && errno == EINTR);
    descriptors[0] = descriptors[1] = -1;
    const struct cmsghdr *header = CMSG_FIRSTHDR(&message);
    if (header != NULL && header->cmsg_len == CMSG_LEN(sizeof(int) * PT_ZYGOTE_DESCRIPTORS))
        memcpy(descriptors, CMSG_DATA(header), sizeof(int) * PT_ZYGOTE_DESCRIPTORS);
    return got == (ssize_t)sizeof *request;
}

/* Ctrl-C goes to the program alone, which then ends us; otherwise deaths would be blamed on rules.
 */
static void settle(const zygote *self, pid_t program)
{
    static const int restored[] = {SIGCHLD, SIGPIPE, SIGINT,  SIGTERM, SIGHUP,
                                   SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2};
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != program)
        leave(0);
    setsid();
    prctl(PR_SET_DUMPABLE, 0);
    for (size_t i = 0; i < sizeof restored / sizeof *restored; i++)
        signal(restored[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    pt_fence_close_all_but(self->control);
    pt_fence_forget_environment();
}

noreturn void pt_zygote_serve(int control, pid_t program, pt_work work, void *context)
{
    const zygote self = {.control = control, .work = work, .context = context};
    settle(&self, program);
    pt_zygote_request request;
    int descriptors[PT_ZYGOTE_DESCRIPTORS];
    while (receive(control, &request, descriptors)) {
        pt_zygote_reply reply = serve(&self, &request, descriptors);
        close_both(descriptors);
        if (send(control, &reply, sizeof reply, MSG_NOSIGNAL) != (ssize_t)sizeof reply)
            break;
    }
    leave(0);
}
