/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Progress: one page of memory shared by a confined child (which writes) and the program (which
 * looks). It says that the child moves, and where it was when it died or stood still.
 *
 * Work calls pt_progress_enter and pt_progress_leave around every piece that a stranger's text can
 * make slow (one rule, one file, one block), and pt_progress_step in long loops of our own. A child
 * whose counter stands still for PT_LIMIT_STALL_MS of processor time is killed.
 *
 * The page is a hint: a child that has lost control of its memory can write anything here.
 */
#ifndef PT_CONFINE_PROGRESS_H
#define PT_CONFINE_PROGRESS_H

#include <stdint.h>

/* No block, no item. */
#define PT_PROGRESS_NONE UINT32_MAX

/* Pieces inside pieces that are remembered; deeper ones count as the sixteenth. */
enum { PT_PROGRESS_DEPTH = 16 };

typedef struct pt_progress pt_progress;

/* Size of the page's contents in bytes. */
#define PT_PROGRESS_BYTES 4096

/* Sets up a fresh page. */
void pt_progress_clear(pt_progress *progress);

/* Work enters block `block` (the caller's index) whose text begins at source line `line`. */
void pt_progress_enter(pt_progress *progress, uint32_t block, uint32_t line);

/* Work leaves the block entered last. */
void pt_progress_leave(pt_progress *progress);

/* Work moves, still in the same block. */
void pt_progress_step(pt_progress *progress);

/* Work takes its next item in hand, and lays it down. Items count from 0; see pool.h. */
void pt_progress_begin_item(pt_progress *progress);
void pt_progress_end_item(pt_progress *progress);

/* What the page says; `block` and `item` may be PT_PROGRESS_NONE, `line` is then 0. */
typedef struct pt_progress_seen {
    uint64_t counter;
    uint32_t begun; /* items begun so far */
    uint32_t item;  /* in hand */
    uint32_t block;
    uint32_t line;
} pt_progress_seen;

pt_progress_seen pt_progress_look(const pt_progress *progress);

#endif
