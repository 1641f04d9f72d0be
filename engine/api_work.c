/* SPDX-License-Identifier: EUPL-1.2 */
/* A task at work: items go out to children, and what they say comes together in order of items. */
#include <stdlib.h>
#include <string.h>

#include "api_task.h"
#include "base/limits.h"
#include "confine/endings.h"
#include "io/files.h"
#include "report/findings.h"
#include "report/junit.h"
#include "report/summary.h"

static const pt_position nowhere;

/* --- What children are asked ------------------------------------------------------------------ */

static void send_text(pt_channel *channel, uint16_t type, const pt_text *body)
{
    pt_channel_write(channel, type, body->bytes, body->length);
}

static void setup(void *context, pt_channel *channel)
{
    const pt_task *task = context;
    pt_arena *scratch = pt_arena_create();
    pt_text body = pt_text_create(scratch);
    pt_job_pack(&body, &task->job);
    send_text(channel, PT_ASK_JOB, &body);
    pt_arena_destroy(scratch);
}

/* Bytes are read when they are first sent, so that ten thousand files are never held at once. */
static void read_item(pt_work_item *work)
{
    if (work->arena == NULL)
        work->arena = pt_arena_create();
    if (work->item.kind == PT_ITEM_PACK || work->given || work->item.source.text != NULL)
        return;
    pt_source *source =
        pt_file_read(work->arena, work->item.source.path, PT_LIMIT_YAML_BYTES,
                     work->item.kind == PT_ITEM_SCENARIO && work->named, &work->report);
    if (source != NULL) {
        work->item.source.text = source->text;
        work->item.source.length = source->length;
    }
}

static void request(void *context, size_t item, pt_channel *channel)
{
    pt_task *task = context;
    pt_work_item *work = &task->items[item];
    read_item(work);
    for (size_t i = 0; work->item.kind == PT_ITEM_PACK && i < task->touch_count; i++)
        send_text(channel, PT_ASK_TOUCHES, &task->touches[i]);
    pt_arena *scratch = pt_arena_create();
    pt_text body = pt_text_create(scratch);
    pt_item asked = work->item;
    asked.readable = asked.kind == PT_ITEM_PACK || asked.source.text != NULL;
    if (!asked.readable)
        asked.source.text = "";
    asked.excluded = work->excluded;
    asked.excluded_count = work->excluded_count;
    pt_item_pack(&body, &asked);
    send_text(channel, PT_ASK_ITEM, &body);
    pt_arena_destroy(scratch);
}

/* --- What children ask and say at once -------------------------------------------------------- */

static bool answer_need(pt_task *task, size_t item, const pt_frame *frame, pt_channel *channel)
{
    pt_pack_key key;
    pt_arena *scratch = pt_arena_create();
    pt_text body = pt_text_create(scratch);
    if (pt_pack_key_unpack(frame, &key)) {
        pt_known_pack *pack = pt_task_pack(task, &key);
        task->items[item].pack = pack;
        task->items[item].loading = true;
        pt_pack_files files = pack->files;
        files.excluded = pack->excluded;
        files.excluded_count = pack->excluded_count;
        pt_pack_files_pack(&body, &files);
    } else {
        pt_pack_files_pack(&body, &(pt_pack_files){.found = false});
    }
    send_text(channel, PT_ASK_FILES, &body);
    pt_arena_destroy(scratch);
    return true;
}

/* The pack that an item works with, and where its blocks stand once it is loaded. */
static bool note_pack(pt_task *task, size_t item, const pt_frame *frame)
{
    pt_pack_key key;
    pt_block_place *places = NULL;
    size_t count = 0;
    bool complete = false;
    pt_arena *scratch = pt_arena_create();
    if (pt_places_unpack(scratch, frame, &key, &complete, &places, &count)) {
        pt_known_pack *pack = pt_task_pack(task, &key);
        task->items[item].pack = pack;
        task->items[item].loading = !complete;
        if (count > pack->place_count)
            pt_places_unpack(task->arena, frame, &key, &complete, &pack->places,
                             &pack->place_count);
    }
    pt_arena_destroy(scratch);
    return true;
}

static bool asked(void *context, size_t item, const pt_frame *frame, pt_channel *channel)
{
    pt_task *task = context;
    if (item == PT_POOL_NO_ITEM)
        return false;
    if (frame->type == PT_SAY_NEED)
        return answer_need(task, item, frame, channel);
    if (frame->type == PT_SAY_PACK)
        return note_pack(task, item, frame);
    return false;
}

/* --- What children bring, in order of items --------------------------------------------------- */

static const pt_source *source_at(const pt_work_item *work, const char *path)
{
    if (pt_text_equal(path, work->item.source.path))
        return work->item.source.text == NULL ? NULL : &work->item.source;
    for (size_t i = 0; work->pack != NULL && i < work->pack->files.count; i++) {
        const pt_source *source = &work->pack->files.files[i].source;
        if (pt_text_equal(path, source->path))
            return source;
    }
    return NULL;
}

static void take_finding(pt_task *task, pt_work_item *work, const pt_frame *frame)
{
    pt_finding finding = {0};
    bool of_pack = false;
    pt_arena *arena = task->arena;
    if (!pt_finding_unpack(arena, frame, &finding, &of_pack))
        return;
    const pt_source *source = finding.at.source;
    if (source != NULL) {
        const pt_source *known = source_at(work, source->path);
        if (known != NULL)
            finding.at.source = known;
    }
    pt_report *report = &work->report;
    if (of_pack && work->pack != NULL) {
        if (work->pack->reported)
            return;
        report = &work->pack->report;
    }
    pt_find(report, finding.code, finding.at, finding.arguments, finding.suggestion);
}

/* A file may be changed by the child that was given it, and only that file. */
static void take_change(pt_task *task, pt_work_item *work, const pt_frame *frame)
{
    if (!task->job.accept || work->given || work->item.kind != PT_ITEM_SCENARIO)
        return;
    if (!pt_file_write(work->item.source.path, (const char *)frame->body, frame->length,
                       &work->report))
        pt_task_worsen(task, PT_EXIT_WRITING);
    else
        task->changed++;
}

/* One child says it and another will read it; nobody does here. */
static void take_touches(pt_task *task, const pt_frame *frame)
{
    task->touches = pt_arena_grow(task->arena, task->touches, task->touch_count,
                                  &task->touch_capacity, sizeof *task->touches);
    pt_text *kept = &task->touches[task->touch_count++];
    *kept = pt_text_create(task->arena);
    pt_text_add_bytes(kept, (const char *)frame->body, frame->length);
}

static void take_point(pt_task *task, const pt_frame *frame)
{
    pt_decision_point *point = PT_NEW(task->arena, pt_decision_point);
    if (pt_point_unpack(task->arena, frame, point))
        task->point = point;
}

static void begin_output(pt_task *task, pt_work_item *work)
{
    if (work->wrote)
        return;
    work->wrote = true;
    if (task->written_items++ > 0)
        pt_task_between(task);
    work->from = task->output.length;
}

static void result(void *context, size_t item, const pt_frame *frame)
{
    pt_task *task = context;
    pt_work_item *work = &task->items[item];
    switch (frame->type) {
    case PT_SAY_OUT:
        begin_output(task, work);
        pt_text_add_bytes(&task->output, (const char *)frame->body, frame->length);
        break;
    case PT_SAY_FINDING: take_finding(task, work, frame); break;
    case PT_SAY_ROWS: pt_task_store_rows(task, frame->body, frame->length); break;
    case PT_SAY_FILE:
        if (task->folder == NULL)
            begin_output(task, work);
        pt_task_take_file(task, frame);
        break;
    case PT_SAY_CHANGE: take_change(task, work, frame); break;
    case PT_SAY_REACH: pt_task_gather(task, frame); break;
    case PT_SAY_TOUCHES: take_touches(task, frame); break;
    case PT_SAY_POINT: take_point(task, frame); break;
    case PT_SAY_EXPECTED: pt_task_take_expected(task, frame); break;
    case PT_SAY_STATUS: work->has_status = pt_status_unpack(frame, &work->status); break;
    }
}

/* What is wrong with a pack is said with the first item that uses it; a death may add to it later.
 */
static void say_of_pack(pt_task *task, pt_known_pack *pack)
{
    if (pack == NULL)
        return;
    pt_report fresh = pt_report_create(task->arena);
    for (; pack->said < pack->report.count; pack->said++) {
        const pt_finding *each = &pack->report.findings[pack->said];
        pt_find(&fresh, each->code, each->at, each->arguments, each->suggestion);
    }
    pt_task_say(task, &fresh);
    pack->reported = true;
}

static void unplayed(pt_task *task, pt_work_item *work)
{
    work->status = (pt_status_report){.unreadable = true};
    if (task->job.kind != PT_TASK_TEST)
        return;
    pt_summary_count_unplayed(&work->status.totals);
    begin_output(task, work);
    pt_summary_unplayed(&task->output, work->item.source.path, &task->job.style);
}

static bool has_errors(const pt_work_item *work)
{
    return work->report.errors > 0 || (work->pack != NULL && work->pack->report.errors > 0);
}

/* controleer looks for errors; to every other command they are in the way. */
static void judge(pt_task *task, const pt_work_item *work, bool well)
{
    const pt_status_report *status = &work->status;
    bool read = work->item.kind == PT_ITEM_PACK || work->item.source.text != NULL;
    if (!well || work->died || status->failed)
        pt_task_worsen(task, PT_EXIT_FAILED);
    else if (status->misused)
        pt_task_worsen(task, PT_EXIT_USE);
    else if (status->unreadable || has_errors(work))
        pt_task_worsen(task, task->job.kind == PT_TASK_CHECK && read ? PT_EXIT_FINDINGS
                                                                     : PT_EXIT_UNREADABLE);
    if (status->falls_short)
        pt_task_worsen(task, PT_EXIT_FINDINGS);
    if (task->job.kind == PT_TASK_TEST &&
        (task->job.accept ? status->left : status->totals.failed) > 0)
        pt_task_worsen(task, PT_EXIT_FINDINGS);
}

static void ended(void *context, size_t item, bool well)
{
    pt_task *task = context;
    pt_work_item *work = &task->items[item];
    if (!well || !work->has_status)
        unplayed(task, work);
    if (well)
        pt_task_write_files(task, &work->report);
    if (work->wrote)
        pt_task_clean(task, work->from);
    pt_task_store_end(task, well);
    pt_summary_add(&task->totals, &work->status.totals);
    if (task->held)
        pt_task_add_compared(task, &work->status.compared);
    judge(task, work, well);
    say_of_pack(task, work->pack);
    pt_task_say(task, &work->report);
    pt_task_flush(task);
    if (work->report.count == 0) {
        pt_arena_destroy(work->arena);
        work->arena = NULL;
    }
}

/* --- Deaths ----------------------------------------------------------------------------------- */

static bool has(const uint32_t *blocks, size_t count, uint32_t block)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i] == block)
            return true;
    }
    return false;
}

static void exclude(pt_task *task, uint32_t **blocks, size_t *count, size_t *capacity,
                    uint32_t block)
{
    *blocks = pt_arena_grow(task->arena, *blocks, *count, capacity, sizeof **blocks);
    (*blocks)[(*count)++] = block;
}

/* What was in hand, as the user knows it: a rule, a file of the pack, or the item itself. */
static const char *in_hand(pt_work_item *work, const pt_progress_seen *seen, pt_position *at,
                           pt_source *place)
{
    const pt_known_pack *pack = work->pack;
    uint32_t file = seen->block & ~PT_PLACE_FILE;
    *place = work->item.source;
    *at = (pt_position){.source = place};
    if (pack == NULL || seen->block == PT_PROGRESS_NONE || seen->block == PT_PLACE_ITEM)
        return work->item.source.path;
    if ((seen->block & PT_PLACE_FILE) != 0) {
        if (file >= pack->files.count)
            return pack->key.name;
        *place = pack->files.files[file].source;
        return place->path;
    }
    if (seen->block >= pack->place_count)
        return pack->key.name;
    *place = (pt_source){.path = pack->places[seen->block].path};
    const pt_source *known = source_at(work, place->path);
    if (known != NULL)
        *place = *known;
    at->line = pack->places[seen->block].line;
    at->column = 1;
    return pack->places[seen->block].name;
}

static void report_death(pt_task *task, pt_work_item *work, const pt_ending *ending)
{
    pt_source *place = PT_NEW(task->arena, pt_source);
    pt_position at;
    const char *name = in_hand(work, &ending->last, &at, place);
    pt_report *report = work->loading && work->pack != NULL ? &work->pack->report : &work->report;
    pt_find_ending(report, ending, name, at);
    work->died = true;
}

static pt_pool_verdict died(void *context, const pt_pool_death *death)
{
    pt_task *task = context;
    if (death->in_setup || death->item == PT_POOL_NO_ITEM) {
        if (death->times < 3)
            return PT_POOL_AGAIN;
        pt_find_ending(&task->report, &death->ending, "proeftuin", nowhere);
        pt_task_worsen(task, PT_EXIT_INTERNAL);
        return PT_POOL_STOP;
    }
    pt_work_item *work = &task->items[death->item];
    pt_known_pack *pack = work->pack;
    uint32_t block = death->ending.last.block;
    bool known = pack != NULL && block < pack->place_count;
    if (known && work->loading && death->times < 3 &&
        has(pack->excluded, pack->excluded_count, block))
        return PT_POOL_AGAIN; /* another child found it first; the next one will pass it by */
    report_death(task, work, &death->ending);
    if (!known || has(work->excluded, work->excluded_count, block))
        return PT_POOL_GIVE_UP;
    if (work->loading)
        exclude(task, &pack->excluded, &pack->excluded_count, &pack->excluded_capacity, block);
    else
        exclude(task, &work->excluded, &work->excluded_count, &work->excluded_capacity, block);
    return PT_POOL_AGAIN;
}

/* --- The whole -------------------------------------------------------------------------------- */

static int by_path(const void *a, const void *b)
{
    const pt_work_item *one = a;
    const pt_work_item *other = b;
    int order = strcmp(one->item.source.path, other->item.source.path);
    return order != 0 ? order : (int)one->item.kind - (int)other->item.kind;
}

/* vergelijk: what the packs say comes before what the stories show. */
static int packs_first(const void *a, const void *b)
{
    const pt_work_item *one = a;
    const pt_work_item *other = b;
    int story = one->item.kind == PT_ITEM_SCENARIO;
    int other_story = other->item.kind == PT_ITEM_SCENARIO;
    return story != other_story ? story - other_story : by_path(a, b);
}

/* What was named twice is done once. */
static void put_in_order(pt_task *task)
{
    size_t kept = 0;
    if (task->item_count > 0)
        qsort(task->items, task->item_count, sizeof *task->items,
              task->job.kind == PT_TASK_COMPARE ? packs_first : by_path);
    for (size_t i = 0; i < task->item_count; i++) {
        if (kept > 0 && !task->items[i].given &&
            by_path(&task->items[kept - 1], &task->items[i]) == 0)
            continue;
        task->items[kept++] = task->items[i];
    }
    task->item_count = kept;
}

/* Whoever goes on without a fence is told so, once. */
static void look_at_fence(pt_task *task)
{
    pt_fence_limits limits = {.without_confinement = true};
    pt_child *child = NULL;
    if (pt_child_spawn(task->session->zygote, &limits, &child) != PT_SPAWN_DONE)
        return; /* the pool will say so */
    pt_find_fence(&task->report, pt_child_fence(child));
    pt_child_finish(child);
}

static void run_pool(pt_task *task)
{
    pt_fence_limits limits = {.without_confinement = task->without_confinement};
    pt_pool_job job = {.zygote = task->session->zygote,
                       .limits = &limits,
                       .children = task->children,
                       .items = task->item_count,
                       .context = task,
                       .setup = setup,
                       .request = request,
                       .asked = asked,
                       .result = result,
                       .ended = ended,
                       .died = died};
    pt_pool_summary summary = pt_pool_run(&job);
    if (summary.outcome == PT_POOL_NO_CHILD) {
        pt_find_spawn(&task->report, summary.spawn);
        pt_task_worsen(task, PT_EXIT_FAILED);
    }
}

/* What was said of scenarios by then is shown of packs. */
static void run(pt_task *task)
{
    if (task->without_confinement)
        look_at_fence(task);
    run_pool(task);
    if (task->job.kind == PT_TASK_COVER || task->job.kind == PT_TASK_MUTATE)
        pt_task_gathered(task);
    else if (task->job.kind == PT_TASK_BOOK)
        pt_task_turn_to_pack(task);
    else
        return;
    run_pool(task);
}

static bool prepare(pt_task *task)
{
    bool found = task->job.kind == PT_TASK_BOOK       ? pt_task_collect_book(task)
                 : task->job.kind == PT_TASK_SCHEMA   ? pt_task_collect_schema(task)
                 : task->job.kind == PT_TASK_FRONTIER ? pt_task_collect_pack(task)
                                                      : true;
    if (!found)
        pt_task_worsen(task, PT_EXIT_UNREADABLE);
    if (task->job.kind == PT_TASK_COMPARE && !pt_task_against(task))
        return false;
    put_in_order(task);
    if (task->job.asks && task->item_count > 1) {
        pt_task_worsen(task, PT_EXIT_USE);
        return pt_find(&task->report, PT_A035, nowhere, NULL, NULL);
    }
    if (task->job.pairs)
        pt_task_pair_variants(task);
    return found && pt_task_tables_open(task) && pt_task_store_open(task);
}

void pt_task_work(pt_task *task)
{
    if (!prepare(task)) {
        pt_task_say(task, &task->report);
        return;
    }
    pt_task_open(task);
    run(task);
    pt_task_store_close(task);
    pt_task_tables_close(task);
    if (task->report.errors > 0)
        pt_task_worsen(task, PT_EXIT_UNREADABLE);
    pt_task_say(task, &task->report);
    pt_task_close(task);
}
