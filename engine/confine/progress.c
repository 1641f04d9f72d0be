/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/progress.h"

#include <stdatomic.h>

typedef struct place {
    _Atomic uint32_t block;
    _Atomic uint32_t line;
} place;

struct pt_progress {
    _Atomic uint64_t counter;
    _Atomic uint32_t begun;
    _Atomic uint32_t item;
    _Atomic uint32_t depth;
    place places[PT_PROGRESS_DEPTH];
};

_Static_assert(sizeof(pt_progress) <= PT_PROGRESS_BYTES, "progress fits its page");

/* There is one writer, so an increment need not be one locked instruction. */
static void count(pt_progress *progress)
{
    uint64_t counter = atomic_load_explicit(&progress->counter, memory_order_relaxed);
    atomic_store_explicit(&progress->counter, counter + 1, memory_order_relaxed);
}

void pt_progress_clear(pt_progress *progress)
{
    atomic_store(&progress->counter, 0);
    atomic_store(&progress->begun, 0);
    atomic_store(&progress->item, PT_PROGRESS_NONE);
    atomic_store(&progress->depth, 0);
}

void pt_progress_enter(pt_progress *progress, uint32_t block, uint32_t line)
{
    uint32_t depth = atomic_load_explicit(&progress->depth, memory_order_relaxed);
    if (depth < PT_PROGRESS_DEPTH) {
        place *here = &progress->places[depth];
        atomic_store_explicit(&here->block, block, memory_order_relaxed);
        atomic_store_explicit(&here->line, line, memory_order_relaxed);
    }
    atomic_store_explicit(&progress->depth, depth + 1, memory_order_release);
    count(progress);
}

void pt_progress_leave(pt_progress *progress)
{
    uint32_t depth = atomic_load_explicit(&progress->depth, memory_order_relaxed);
    if (depth > 0)
        atomic_store_explicit(&progress->depth, depth - 1, memory_order_release);
    count(progress);
}

void pt_progress_step(pt_progress *progress)
{
    count(progress);
}

void pt_progress_begin_item(pt_progress *progress)
{
    uint32_t item = atomic_load_explicit(&progress->begun, memory_order_relaxed);
    atomic_store_explicit(&progress->item, item, memory_order_release);
    atomic_store_explicit(&progress->begun, item + 1, memory_order_release);
    atomic_store_explicit(&progress->depth, 0, memory_order_release);
    count(progress);
}

void pt_progress_end_item(pt_progress *progress)
{
    atomic_store_explicit(&progress->item, PT_PROGRESS_NONE, memory_order_release);
    atomic_store_explicit(&progress->depth, 0, memory_order_release);
    count(progress);
}

pt_progress_seen pt_progress_look(const pt_progress *progress)
{
    pt_progress_seen seen = {
        .counter = atomic_load_explicit(&progress->counter, memory_order_relaxed),
        .begun = atomic_load_explicit(&progress->begun, memory_order_acquire),
        .item = atomic_load_explicit(&progress->item, memory_order_acquire),
        .block = PT_PROGRESS_NONE,
    };
    uint32_t depth = atomic_load_explicit(&progress->depth, memory_order_acquire);
    if (depth == 0)
        return seen;
    uint32_t deepest = depth < PT_PROGRESS_DEPTH ? depth - 1 : PT_PROGRESS_DEPTH - 1;
    const place *here = &progress->places[deepest];
    seen.block = atomic_load_explicit(&here->block, memory_order_relaxed);
    seen.line = atomic_load_explicit(&here->line, memory_order_relaxed);
    return seen;
}
