/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Confined children: processes that parse and run what strangers wrote.
 *
 * The program forks a small *zygote* first of all, before files, threads, sockets and SQLite. The
 * zygote forks children on request; a child has one socket to the program and one shared page of
 * progress, is fenced in (fence.h), runs the `work` given at the start, and ends with a closing
 * frame. A child that ends in any other way has failed, whatever its exit code.
 *
 * Normal use, for one child; for many, see pool.h:
 *     pt_zygote *zygote = pt_zygote_start(work, context);      first thing in main
 *     pt_child_spawn(zygote, NULL, &child);
 *     pt_channel_write(pt_child_channel(child), MY_REQUEST, bytes, length);
 *     while (pt_child_read(child, &frame) == PT_READ_FRAME) ...
 *     pt_ending ending = pt_child_finish(child);
 *
 * When the program dies, so do zygote and children. Only the zygote reaps and kills, on the
 * program's word, so a process number can not have passed to somebody else.
 *
 * Threads: start the zygote in the main thread (it dies with the thread that forked it); all calls
 * on one zygote and its children come from one thread at a time.
 */
#ifndef PT_CONFINE_CHILD_H
#define PT_CONFINE_CHILD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "confine/fence.h"
#include "confine/frame.h"
#include "confine/progress.h"

typedef struct pt_zygote pt_zygote;
typedef struct pt_child pt_child;

/*
 * What a child does: read requests until PT_READ_CLOSED, write results. Returning 0 sends the
 * closing frame; another value ends the child as failed with that exit code. `context` is as it was
 * when the zygote started. Memory ends with the process.
 */
typedef int (*pt_work)(pt_channel *channel, pt_progress *progress, void *context);

/* Starts the zygote. NULL when the system refuses, with errno. The caller stops it. */
pt_zygote *pt_zygote_start(pt_work work, void *context);

/* Ends the zygote and every child that is left. NULL is fine. */
void pt_zygote_stop(pt_zygote *zygote);

/* The process number, for tests and diagnosis. */
pid_t pt_zygote_pid(const pt_zygote *zygote);

typedef enum pt_spawn {
    PT_SPAWN_DONE,
    PT_SPAWN_UNCONFINED, /* the system refuses the filter and limits do not say to go on */
    PT_SPAWN_NO_ZYGOTE,  /* the zygote is gone */
    PT_SPAWN_FAILED      /* no process, descriptor or memory; errno says which */
} pt_spawn;

/*
 * Starts a child and waits until its fence stands. `limits` may be NULL for all defaults. On
 * PT_SPAWN_DONE `*child` must be given to pt_child_finish before the zygote is stopped.
 */
pt_spawn pt_child_spawn(pt_zygote *zygote, const pt_fence_limits *limits, pt_child **child);

/* The channel to the child; the child owns it. It does not wait. */
pt_channel *pt_child_channel(pt_child *child);

pid_t pt_child_pid(const pt_child *child);

/* The state of the child's fence, for `proeftuin diagnose`. */
const pt_fence_state *pt_child_fence(const pt_child *child);

/* What the child's shared page says now. */
pt_progress_seen pt_child_progress(const pt_child *child);

/* Says whether the child owes something. A new child does; one that owes nothing can not stall. */
void pt_child_expect(pt_child *child, bool pending);

/*
 * Waits until one of `count` children has something to read or has stalled, or `wait_ms` is over
 * (negative: no limit), and sends what is queued to them. A stalled child is killed here, so that
 * its channel ends and the next read says so. Entries may be NULL. False when none had anything.
 */
bool pt_child_poll(pt_child *const *children, size_t count, int wait_ms);

/* The next frame from one child, waiting for it under supervision. Never PT_READ_LATER. */
pt_read pt_child_read(pt_child *child, pt_frame *frame);

/* Kills the child now. It must still be finished. */
void pt_child_kill(pt_child *child);

typedef enum pt_ending_kind {
    PT_ENDED_WELL,      /* closing frame and exit code 0 */
    PT_ENDED_SILENT,    /* exit without closing frame, detail = exit code */
    PT_ENDED_SIGNAL,    /* died of a signal, detail = its number */
    PT_ENDED_STALLED,   /* stood still and was killed, detail = limit in milliseconds */
    PT_ENDED_MEMORY,    /* over its memory, detail = limit in MiB */
    PT_ENDED_FORBIDDEN, /* asked the system for what the fence forbids */
    PT_ENDED_GARBLED,   /* sent what is not a frame and was killed, detail = pt_fault */
    PT_ENDED_KILLED     /* pt_child_kill, or the zygote went */
} pt_ending_kind;

typedef struct pt_ending {
    pt_ending_kind kind;
    int detail;
    pt_progress_seen last; /* where it was */
} pt_ending;

/*
 * Kills the child if it still runs, unless its closing frame has come; reaps it and ends its
 * memory. To end a child well: pt_channel_close its channel, read to PT_READ_CLOSED, then this.
 */
pt_ending pt_child_finish(pt_child *child);

#endif
