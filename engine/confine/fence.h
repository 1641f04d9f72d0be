/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The fence: what a child gives up, for good, before it looks at a stranger's bytes.
 *
 * Allowed afterwards: to read and write the one socket to the program, to use memory up to its
 * limit, to ask the clock and random bytes, and to end. Every other system call kills the process.
 *
 * Linux on x86-64 and aarch64; elsewhere there is no seccomp filter and the fence is refused.
 * Source: reliability targets D1 and D25; seccomp(2), landlock(7).
 */
#ifndef PT_CONFINE_FENCE_H
#define PT_CONFINE_FENCE_H

#include <stdbool.h>
#include <stdint.h>

/* Limits of one child. Zero means the default in each field. */
typedef struct pt_fence_limits {
    uint64_t memory_bytes;    /* address space; PT_LIMIT_CHILD_BYTES. Not in sanitizer builds */
    uint32_t cpu_seconds;     /* processor time of its whole life; 3600 */
    uint32_t stall_ms;        /* without progress, see progress.h; PT_LIMIT_STALL_MS */
    bool without_confinement; /* go on where the system refuses the filter (--zonder-opsluiting) */
} pt_fence_limits;

/* `given` (may be NULL) with every zero replaced by its default. */
pt_fence_limits pt_fence_limits_of(const pt_fence_limits *given);

/* Which defences are in force in a child, as read back from the kernel where it can be asked. */
typedef struct pt_fence_state {
    bool seccomp; /* the system call filter */
    bool no_new_privileges;
    bool not_dumpable; /* no core, no ptrace by other programs of the same user */
    bool dies_with_parent;
    bool no_environment;
    bool no_descriptors;       /* none but the socket to the program */
    bool limits;               /* files of 0 bytes, no new files, no core, processor time, stack */
    bool memory_limit;         /* false in sanitizer builds */
    bool landlock;             /* files (and network, from version 4) also closed by Landlock */
    uint32_t landlock_version; /* 0: the kernel has none */
    int32_t seccomp_error;     /* errno of the refusal, or 0 */
} pt_fence_state;

/*
 * Fences the calling process in; it must have one thread. `socket` is the one descriptor that may
 * be read and written, `parent` the process whose death ends this one. Fills `state`. False when
 * the filter was refused and limits do not say to go on: the caller must then leave.
 */
bool pt_fence_raise(int socket, int32_t parent, const pt_fence_limits *limits,
                    pt_fence_state *state);

/* Closes every descriptor except `kept` (and stderr in builds that report there). */
void pt_fence_close_all_but(int kept);

/* Wipes and empties the environment. */
void pt_fence_forget_environment(void);

#endif
