/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/filter.h"

#include <assert.h>
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#if __has_include(<valgrind/valgrind.h>)
#include <valgrind/valgrind.h>
#else
#define RUNNING_ON_VALGRIND 0
#endif

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#define MACHINE 0
#endif

#ifndef __has_feature
#define __has_feature(name) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) ||                               \
    __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#else
#define SANITIZED 0
#endif

const bool pt_filter_for_sanitizer = SANITIZED;

enum { CAPACITY = 192, X32_BIT = 0x40000000 };

typedef struct program {
    struct sock_filter steps[CAPACITY];
    unsigned short count;
} program;

static void add(program *made, unsigned code, uint32_t value, unsigned yes, unsigned no)
{
    assert(made->count < CAPACITY);
    made->steps[made->count++] = (struct sock_filter){
        .code = (uint16_t)code, .jt = (uint8_t)yes, .jf = (uint8_t)no, .k = value};
}

static void answer(program *made, uint32_t action)
{
    add(made, BPF_RET | BPF_K, action, 0, 0);
}

/* The next `length` steps are for system call `number` alone; they must end in answers. */
static void only_for(program *made, long number, unsigned length)
{
    add(made, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)number, 0, length);
}

/* Loads the low half of an argument: both machines are little endian. */
static void load_argument(program *made, unsigned index)
{
    size_t offset = offsetof(struct seccomp_data, args) + index * sizeof(uint64_t);
    add(made, BPF_LD | BPF_W | BPF_ABS, (uint32_t)offset, 0, 0);
}

static void allow(program *made, long number)
{
    only_for(made, number, 1);
    answer(made, SECCOMP_RET_ALLOW);
}

static void allow_on(program *made, long number, int descriptor)
{
    only_for(made, number, 4);
    load_argument(made, 0);
    add(made, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)descriptor, 0, 1);
    answer(made, SECCOMP_RET_ALLOW);
    answer(made, SECCOMP_RET_ERRNO | EBADF);
}

static void allow_without(program *made, long number, unsigned argument, uint32_t bits)
{
    only_for(made, number, 4);
    load_argument(made, argument);
    add(made, BPF_JMP | BPF_JSET | BPF_K, bits, 1, 0);
    answer(made, SECCOMP_RET_ALLOW);
    answer(made, SECCOMP_RET_KILL_PROCESS);
}

/* abort() must end in SIGABRT, so that our own mistakes do not look like forbidden calls. */
static void allow_abort(program *made)
{
    only_for(made, SYS_tgkill, 6);
    load_argument(made, 0);
    add(made, BPF_JMP | BPF_JEQ | BPF_K, (uint32_t)getpid(), 0, 3);
    load_argument(made, 2);
    add(made, BPF_JMP | BPF_JEQ | BPF_K, SIGABRT, 0, 1);
    answer(made, SECCOMP_RET_ALLOW);
    answer(made, SECCOMP_RET_KILL_PROCESS);
}

static const long plain_calls[] = {
    SYS_exit_group,
    SYS_exit,
    SYS_brk,
    SYS_munmap,
    SYS_mremap,
    SYS_madvise,
    SYS_futex,
    SYS_rt_sigreturn,
    SYS_rt_sigprocmask,
    SYS_sigaltstack,
    SYS_getrandom,
    /* Where the vdso has no clock these are real calls. */
    SYS_clock_gettime,
    SYS_gettimeofday,
#ifdef SYS_time
    SYS_time,
#endif
    /* For abort(). */
    SYS_getpid,
    SYS_gettid,
#if SANITIZED
    SYS_sched_yield,
    SYS_prctl, /* names its mappings */
#endif
#ifdef PT_COVERAGE
    /* The profile is written when the child ends. */
    SYS_openat,
    SYS_close,
    SYS_lseek,
    SYS_fcntl,
    SYS_newfstatat,
    SYS_fstat,
    SYS_ftruncate,
    SYS_mkdirat,
#ifdef SYS_open
    SYS_open,
    SYS_mkdir,
    SYS_access,
#endif
#endif
};

static void allow_streams(program *made, int socket)
{
    static const long streams[] = {SYS_read, SYS_write, SYS_readv, SYS_writev};
    for (size_t i = 0; i < sizeof streams / sizeof *streams; i++) {
#ifdef PT_COVERAGE
        (void)socket;
        allow(made, streams[i]);
#else
        allow_on(made, streams[i], socket);
#endif
    }
}

static void build(program *made, int socket)
{
    add(made, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch), 0, 0);
    add(made, BPF_JMP | BPF_JEQ | BPF_K, MACHINE, 1, 0);
    answer(made, SECCOMP_RET_KILL_PROCESS);
    add(made, BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr), 0, 0);
    add(made, BPF_JMP | BPF_JGE | BPF_K, X32_BIT, 0, 1);
    answer(made, SECCOMP_RET_KILL_PROCESS);
    allow_streams(made, socket);
    allow_without(made, SYS_mmap, 2, PROT_EXEC);
    allow_without(made, SYS_mprotect, 2, PROT_EXEC);
    for (size_t i = 0; i < sizeof plain_calls / sizeof *plain_calls; i++)
        allow(made, plain_calls[i]);
    allow_abort(made);
    /* qsort() asks for the size of memory; it manages without. */
    only_for(made, SYS_sysinfo, 1);
    answer(made, SECCOMP_RET_ERRNO | ENOSYS);
    answer(made, SECCOMP_RET_KILL_PROCESS);
}

bool pt_filter_under_valgrind(void)
{
    return RUNNING_ON_VALGRIND != 0;
}

int pt_filter_install(int socket)
{
    if (MACHINE == 0)
        return ENOSYS;
    if (pt_filter_under_valgrind())
        return ENOTSUP;
    program made = {.count = 0};
    build(&made, socket);
    struct sock_fprog whole = {.len = made.count, .filter = made.steps};
    if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &whole) == 0)
        return 0;
    if (errno == ENOSYS && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &whole) == 0)
        return 0;
    return errno;
}
