/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_child.h"

#include <string.h>

#include "base/limits.h"

/* An item that came before its turn. */
struct pt_waiting {
    pt_waiting *next;
    pt_arena *arena;
    pt_item item;
    bool right;
};

static void send_text(pt_worker *worker, uint16_t type, const pt_text *body)
{
    pt_channel_write(worker->channel, type, body->bytes, body->length);
}

/* A frame has a largest size; text may be cut anywhere, for it is only put together again. */
void pt_worker_out(pt_worker *worker, const pt_text *text)
{
    enum { PIECE = 1024 * 1024 };
    for (size_t at = 0; at < text->length; at += PIECE) {
        size_t left = text->length - at;
        pt_channel_write(worker->channel, PT_SAY_OUT, text->bytes + at,
                         left < PIECE ? left : PIECE);
        pt_progress_step(worker->progress);
    }
}

void pt_worker_find(pt_worker *worker, const pt_report *report, bool of_pack)
{
    for (size_t i = 0; i < report->count; i++) {
        pt_text body = pt_text_create(worker->scratch);
        pt_finding_pack(&body, &report->findings[i], of_pack);
        send_text(worker, PT_SAY_FINDING, &body);
    }
}

void pt_worker_status(pt_worker *worker, const pt_status_report *status)
{
    pt_text body = pt_text_create(worker->scratch);
    pt_status_pack(&body, status);
    send_text(worker, PT_SAY_STATUS, &body);
}

/* --- Items in turn ---------------------------------------------------------------------------- */

static void keep_waiting(pt_worker *worker, const pt_frame *frame)
{
    pt_arena *arena = pt_arena_create();
    pt_waiting *made = PT_NEW(arena, pt_waiting);
    made->arena = arena;
    made->right = pt_item_unpack(arena, frame, &made->item);
    if (worker->last == NULL)
        worker->first = made;
    else
        worker->last->next = made;
    worker->last = made;
}

bool pt_worker_files(pt_worker *worker, pt_arena *arena, const pt_pack_key *key,
                     pt_pack_files *files)
{
    pt_text body = pt_text_create(worker->scratch);
    pt_pack_key_pack(&body, key);
    send_text(worker, PT_SAY_NEED, &body);
    pt_frame frame;
    while (pt_channel_read(worker->channel, &frame) == PT_READ_FRAME) {
        if (frame.type == PT_ASK_FILES)
            return pt_pack_files_unpack(arena, &frame, files);
        if (frame.type == PT_ASK_ITEM)
            keep_waiting(worker, &frame);
    }
    return false;
}

static void work_on(pt_worker *worker, const pt_waiting *waiting)
{
    pt_item_begin(worker->channel, worker->progress);
    pt_progress_enter(worker->progress, PT_PLACE_ITEM, 0);
    if (!waiting->right)
        pt_worker_status(worker, &(pt_status_report){.unreadable = true});
    else if (worker->job.kind == PT_TASK_CHECK)
        pt_worker_check(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_COVER)
        pt_worker_cover(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_MUTATE)
        pt_worker_mutate(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_BOOK)
        pt_worker_book(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_SCHEMA)
        pt_worker_schema(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_FRONTIER)
        pt_worker_frontier(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_COMPARE && worker->job.beside_count > 0)
        pt_worker_beside(worker, &waiting->item);
    else if (worker->job.kind == PT_TASK_COMPARE)
        pt_worker_compare(worker, &waiting->item);
    else
        pt_worker_play(worker, &waiting->item);
    pt_progress_leave(worker->progress);
    pt_item_end(worker->channel, worker->progress);
    pt_arena_reset(worker->scratch);
}

static void work_off(pt_worker *worker)
{
    while (worker->first != NULL) {
        pt_waiting *waiting = worker->first;
        worker->first = waiting->next;
        if (worker->first == NULL)
            worker->last = NULL;
        work_on(worker, waiting);
        pt_arena_destroy(waiting->arena);
    }
}

/* The process ends here; what it leaves is tidied so that a leak elsewhere is not lost in it. */
static void end(pt_worker *worker)
{
    while (worker->packs != NULL) {
        pt_loaded *loaded = worker->packs;
        worker->packs = loaded->next;
        pt_lua_destroy(loaded->lua);
        pt_arena_destroy(loaded->arena);
    }
    pt_arena_destroy(worker->play);
    pt_arena_destroy(worker->scratch);
    pt_arena_destroy(worker->arena);
}

static bool take(pt_worker *worker, const pt_frame *frame)
{
    if (frame->type == PT_ASK_JOB)
        return pt_job_unpack(worker->arena, frame, &worker->job);
    if (frame->type == PT_ASK_TOUCHES)
        return pt_worker_touches(worker, frame);
    if (frame->type == PT_ASK_ITEM) {
        keep_waiting(worker, frame);
        work_off(worker);
    }
    return true;
}

int pt_child_work(pt_channel *channel, pt_progress *progress, void *context)
{
    (void)context;
    pt_worker worker = {.channel = channel,
                        .progress = progress,
                        .arena = pt_arena_create(),
                        .scratch = pt_arena_create(),
                        .play = pt_arena_create()};
    pt_frame frame;
    pt_read got = pt_channel_read(channel, &frame);
    while (got == PT_READ_FRAME && take(&worker, &frame))
        got = pt_channel_read(channel, &frame);
    end(&worker);
    return got == PT_READ_CLOSED ? 0 : 1;
}
