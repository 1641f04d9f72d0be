/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A pool: many independent items over several confined children, results in order of items.
 *
 * Each child gets the setup frames and then items, several in flight. In the child, work handles
 * them in the order received and marks each:
 *     pt_item_begin(channel, progress);
 *     ... pt_channel_write results ...
 *     pt_item_end(channel, progress);
 * Frames between the two marks belong to that item. They are kept until the item has ended and
 * every earlier item has been dealt with, and are then given to `result`. A child that dies takes
 * only the item in its hand: `died` hears which, and where; its other items go to a fresh child.
 *
 * Which child has an item depends on the machine, so nothing in a result may depend on the items
 * before it in the same child. What changes after a death (a rule left out) therefore belongs in
 * the request of that item, not in the setup.
 *
 * Threads: all callbacks come from the thread that called pt_pool_run.
 */
#ifndef PT_CONFINE_POOL_H
#define PT_CONFINE_POOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "confine/child.h"

/* No item: a frame or a death outside the marks. */
#define PT_POOL_NO_ITEM SIZE_MAX

typedef enum pt_pool_verdict {
    PT_POOL_GIVE_UP, /* the item counts as failed, the others go on; in the setup: stop */
    PT_POOL_AGAIN,   /* send the item (or the setup) again */
    PT_POOL_STOP     /* end the job */
} pt_pool_verdict;

typedef struct pt_pool_death {
    size_t item;      /* or PT_POOL_NO_ITEM */
    bool in_setup;    /* the child had not begun any item */
    uint32_t times;   /* deaths on this item (or in setup) so far, this one included */
    pt_ending ending; /* block, line and reason */
} pt_pool_death;

typedef struct pt_pool_job {
    pt_zygote *zygote;
    const pt_fence_limits *limits; /* NULL: defaults */
    size_t children;               /* 0: one per processor online */
    size_t items;
    size_t in_flight; /* per child at most; 0: 16 */
    void *context;    /* first argument of all callbacks */

    /* Queues the setup frames of a fresh child. NULL: none. */
    void (*setup)(void *context, pt_channel *channel);
    /* Queues the request of one item: one or more frames. Called again when it is sent again. */
    void (*request)(void *context, size_t item, pt_channel *channel);
    /*
     * Sees each frame when it comes, and may queue answers for that child. True: dealt with; false:
     * a result, to be kept (outside an item: dropped). NULL: all are results.
     */
    bool (*asked)(void *context, size_t item, const pt_frame *frame, pt_channel *channel);
    /* One result frame, in order of items, and within an item in the order written. */
    void (*result)(void *context, size_t item, const pt_frame *frame);
    /* An item is complete (`well`) or given up, in order of items. NULL: nobody asks. */
    void (*ended)(void *context, size_t item, bool well);
    /* A child died. NULL: give up. After PT_POOL_DEATHS on one item it is given up all the same. */
    pt_pool_verdict (*died)(void *context, const pt_pool_death *death);
} pt_pool_job;

/* Deaths on one item before it is given up whatever `died` says; and in the setup, without success.
 */
enum { PT_POOL_DEATHS = 100 };

/* Bytes of results that one item may give; more counts as garbled. */
#define PT_POOL_ITEM_BYTES (64u * 1024 * 1024)

typedef enum pt_pool_outcome {
    PT_POOL_DONE,    /* every item ended well */
    PT_POOL_PARTLY,  /* some items were given up */
    PT_POOL_STOPPED, /* by a verdict, or the setup could not be done; later items did not end */
    PT_POOL_NO_CHILD /* no child could be started; `spawn` of the summary says why */
} pt_pool_outcome;

typedef struct pt_pool_summary {
    pt_pool_outcome outcome;
    pt_spawn spawn;
    size_t well; /* items */
    size_t given_up;
    size_t deaths; /* of children */
} pt_pool_summary;

/* Runs the job to its end. After PT_POOL_NO_CHILD errno is as pt_find_spawn wants it. */
pt_pool_summary pt_pool_run(const pt_pool_job *job);

/* For work in the child: marks of an item. */
void pt_item_begin(pt_channel *channel, pt_progress *progress);
void pt_item_end(pt_channel *channel, pt_progress *progress);

/* Processors online, at least 1. */
size_t pt_pool_processors(void);

#endif
