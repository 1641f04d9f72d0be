/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/fence.h"

#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/limits.h"
#include "confine/filter.h"

enum { VALGRIND_SLOWNESS = 20 };
enum { DEFAULT_CPU_SECONDS = 3600, STACK_BYTES = 8 * 1024 * 1024, MOST_DESCRIPTORS = 65536 };

#ifdef PT_COVERAGE
static const bool writes_profile = true;
#else
static const bool writes_profile = false;
#endif

/* From linux/landlock.h, whose installed copy may be older than the kernel. */
typedef struct landlock_ruleset {
    uint64_t files;
    uint64_t network;
} landlock_ruleset;

enum {
    LANDLOCK_ASK_VERSION = 1,
    LANDLOCK_FILE_RIGHTS = 13,
    LANDLOCK_NETWORK_VERSION = 4,
    LANDLOCK_TCP = 3
};

pt_fence_limits pt_fence_limits_of(const pt_fence_limits *given)
{
    pt_fence_limits limits = {0};
    if (given != NULL)
        limits = *given;
    if (limits.memory_bytes == 0)
        limits.memory_bytes = PT_LIMIT_CHILD_BYTES;
    if (limits.cpu_seconds == 0)
        limits.cpu_seconds = DEFAULT_CPU_SECONDS;
    if (limits.stall_ms == 0)
        limits.stall_ms = PT_LIMIT_STALL_MS;
    /* Who starts valgrind asks for this by hand; it needs what the filter forbids, and time. */
    if (pt_filter_under_valgrind()) {
        limits.without_confinement = true;
        limits.stall_ms *= VALGRIND_SLOWNESS;
    }
    return limits;
}

/* Sets both limits, the hard one `grace` above the soft one, within what the system lets us. */
static bool limit(int resource, rlim_t wanted, rlim_t grace)
{
    struct rlimit now;
    if (getrlimit((__rlimit_resource_t)resource, &now) != 0)
        return false;
    struct rlimit set = {.rlim_cur = wanted, .rlim_max = wanted + grace};
    if (now.rlim_max != RLIM_INFINITY && now.rlim_max < set.rlim_max)
        set.rlim_max = now.rlim_max;
    if (set.rlim_cur > set.rlim_max)
        set.rlim_cur = set.rlim_max;
    return setrlimit((__rlimit_resource_t)resource, &set) == 0;
}

/* A coverage build writes its profile when the child ends; valgrind its log. */
static bool needs_files(void)
{
    return writes_profile || pt_filter_under_valgrind();
}

/* Processor time has a second of grace, in which the signal says what happened. */
static bool limit_all(const pt_fence_limits *limits)
{
    bool done = limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_CPU, limits->cpu_seconds, 1) &&
                limit(RLIMIT_NPROC, 0, 0) && limit(RLIMIT_STACK, STACK_BYTES, 0);
    return done && (needs_files() || (limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_NOFILE, 0, 0)));
}

/* A sanitizer maps terabytes of shadow memory and aborts under RLIMIT_AS; valgrind likewise. */
static bool limit_memory(const pt_fence_limits *limits)
{
    return !pt_filter_for_sanitizer && !pt_filter_under_valgrind() &&
           limit(RLIMIT_AS, limits->memory_bytes, 0);
}

static uint32_t landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_ASK_VERSION);
    return version > 0 ? (uint32_t)version : 0;
}

/* A ruleset that handles every right the kernel knows and grants none. */
static bool landlock(uint32_t version)
{
    if (version == 0 || needs_files())
        return false;
    int rights = LANDLOCK_FILE_RIGHTS + (version >= 2) + (version >= 3) + (version >= 5);
    landlock_ruleset rules = {.files = (UINT64_C(1) << rights) - 1, .network = LANDLOCK_TCP};
    size_t size = version >= LANDLOCK_NETWORK_VERSION ? sizeof rules : sizeof rules.files;
    int fd = (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
    if (fd < 0)
        return false;
    bool done = syscall(SYS_landlock_restrict_self, fd, 0) == 0;
    close(fd);
    return done;
}

void pt_fence_forget_environment(void)
{
    for (char **each = environ; each != NULL && *each != NULL; each++)
        explicit_bzero(*each, strlen(*each));
    clearenv();
}

static void close_between(unsigned first, unsigned last)
{
    if (first > last || syscall(SYS_close_range, first, last, 0) == 0)
        return;
    for (unsigned fd = first; fd <= last && fd < MOST_DESCRIPTORS; fd++)
        close((int)fd);
}

void pt_fence_close_all_but(int kept)
{
    unsigned first = 0;
    if (pt_filter_for_sanitizer) {
        close_between(0, STDERR_FILENO - 1);
        first = STDERR_FILENO + 1;
    }
    unsigned middle = (unsigned)kept;
    if (middle > first)
        close_between(first, middle - 1);
    close_between(middle + 1, ~0U);
}

/* Low numbers are looked at one by one; above them nothing is ever opened before the fence. */
static bool no_descriptor_but(int socket)
{
    for (int fd = 0; fd < 256; fd++) {
        bool ours = fd == socket || (pt_filter_for_sanitizer && fd == STDERR_FILENO);
        if (!ours && fcntl(fd, F_GETFD) != -1)
            return false;
    }
    return true;
}

static void read_back(int socket, pt_fence_state *state)
{
    int signal_of_parent = 0;
    prctl(PR_GET_PDEATHSIG, &signal_of_parent);
    state->dies_with_parent = signal_of_parent == SIGKILL;
    state->not_dumpable = prctl(PR_GET_DUMPABLE) == 0;
    state->no_new_privileges = prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
    state->no_environment = environ == NULL || *environ == NULL;
    state->no_descriptors = no_descriptor_but(socket);
}

bool pt_fence_raise(int socket, int32_t parent, const pt_fence_limits *limits,
                    pt_fence_state *state)
{
    memset(state, 0, sizeof *state);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        return false; /* it died before the line above */
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    state->landlock_version = pt_filter_under_valgrind() ? 0 : landlock_version();
    state->landlock = landlock(state->landlock_version);
    state->limits = limit_all(limits);
    state->memory_limit = limit_memory(limits);
    read_back(socket, state);
    state->seccomp_error = pt_filter_install(socket);
    state->seccomp = state->seccomp_error == 0;
    return state->seccomp || limits->without_confinement;
}
