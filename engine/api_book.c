/* SPDX-License-Identifier: EUPL-1.2 */
/* regels in a child: scenarios are replayed for what they show of a pack; then the pack is shown.
 */
#include <string.h>

#include "analyse/assumptions.h"
#include "analyse/touches.h"
#include "analyse/uses.h"
#include "analyse/ways_in.h"
#include "api_child.h"
#include "report/rulebook.h"
#include "report/ways_report.h"
#include "run/replay.h"

static pt_uses *uses_of(pt_loaded *loaded)
{
    if (loaded->uses == NULL) {
        loaded->uses = pt_uses_read(loaded->arena, loaded->pack);
        loaded->doubts = pt_doubts_find(loaded->arena, loaded->uses);
    }
    return loaded->uses;
}

/* --- A scenario ------------------------------------------------------------------------------- */

static void touch_play(pt_worker *worker, pt_loaded *loaded, const pt_story *story, size_t index,
                       pt_touch_log *log, pt_report *report)
{
    pt_progress_step(worker->progress);
    const pt_scenario *scenario =
        pt_story_play(worker->play, story, loaded->pack, NULL, index, report);
    if (scenario != NULL) {
        pt_report findings = pt_report_create(worker->play);
        pt_lua_set_region(loaded->lua, scenario->region);
        pt_lua_set_report(loaded->lua, &findings);
        pt_replay_options options = {.plan = loaded->plan, .record_outcomes = true};
        pt_touch_log_add(log, pt_replay(worker->play, loaded->pack, scenario,
                                        pt_lua_reading(loaded->lua), &findings, &options));
        pt_report_add(report, &findings);
        pt_lua_set_report(loaded->lua, &loaded->report);
    }
    pt_arena_reset(worker->play);
}

static void exclude(const pt_loaded *loaded, const pt_item *item, bool excluded)
{
    for (size_t i = 0; i < item->excluded_count; i++) {
        if (item->excluded[i] < loaded->pack->block_count)
            loaded->pack->blocks[item->excluded[i]].excluded = excluded;
    }
}

/* A story of another pack, or of a variant that was not asked for, shows nothing of this one. */
static bool is_about(const pt_worker *worker, const pt_item *item, const pt_story *story)
{
    return strcmp(pt_story_pack(story), item->name) == 0 &&
           (pt_story_variant(story) == NULL || pt_story_has_law(story, worker->job.variant));
}

static void touch(pt_worker *worker, const pt_item *item, pt_status_report *status,
                  pt_report *report)
{
    pt_story *story = pt_story_read(worker->scratch, &item->source, report);
    status->unreadable = story == NULL;
    if (story == NULL || !is_about(worker, item, story))
        return;
    pt_pack_key key = {item->root, item->name, worker->job.variant};
    pt_loaded *loaded = pt_worker_pack(worker, &key);
    pt_worker_find(worker, &loaded->report, true);
    status->unreadable = !loaded->usable;
    if (!loaded->usable)
        return;
    pt_touch_log *log = pt_touch_log_create(worker->scratch, uses_of(loaded), &loaded->doubts);
    exclude(loaded, item, true);
    pt_story_under(story, worker->job.variant);
    size_t count = pt_story_play_count(story);
    for (size_t i = 0; i < count; i++)
        touch_play(worker, loaded, story, i, log, report);
    exclude(loaded, item, false);
    pt_touched touched = pt_touch_log_close(log, item->source.path);
    pt_text body = pt_text_create(worker->scratch);
    pt_touched_pack(&body, &touched);
    pt_channel_write(worker->channel, PT_SAY_TOUCHES, body.bytes, body.length);
}

/* --- The pack --------------------------------------------------------------------------------- */

bool pt_worker_touches(pt_worker *worker, const pt_frame *frame)
{
    pt_touched touched;
    if (!pt_touched_unpack(worker->arena, frame, &touched))
        return false;
    worker->touched = pt_arena_grow(worker->arena, worker->touched, worker->touched_count,
                                    &worker->touched_capacity, sizeof *worker->touched);
    worker->touched[worker->touched_count++] = touched;
    return true;
}

/* They come from a process that has run a stranger's rules: numbers of nothing are dropped. */
static void keep_known(const pt_uses *uses, pt_touched *touched)
{
    size_t count = 0;
    for (size_t i = 0; i < touched->touch_count; i++) {
        if (touched->touches[i].thing < uses->thing_count)
            touched->touches[count++] = touched->touches[i];
    }
    touched->touch_count = count;
}

typedef struct showing {
    pt_worker *worker;
    pt_rulebook book;
    pt_report *report;
    pt_status_report *status;
    const pt_sheet **sheets;
    size_t sheet_count;
    size_t sheet_capacity;
} showing;

static void find_misnamed(showing *of, const char *name)
{
    of->status->misused = true;
    pt_find(of->report, PT_A020, (pt_position){0}, PT_ARGS(name, of->book.uses->pack->name),
            pt_uses_suggest(of->worker->scratch, of->book.uses, name));
}

/* Versions together, things that merely share a name apart. */
static void add_sheets(showing *of, const char *name)
{
    pt_arena *arena = of->worker->scratch;
    uint32_t *found = NULL;
    size_t left = pt_uses_find(arena, of->book.uses, name, &found);
    if (left == 0)
        find_misnamed(of, name);
    while (left > 0) {
        uint32_t *versions = PT_NEW_ARRAY(arena, left, uint32_t);
        size_t count = 0;
        size_t others = 0;
        uint32_t first = found[0];
        for (size_t i = 0; i < left; i++) {
            if (pt_uses_same(of->book.uses, found[i], first))
                versions[count++] = found[i];
            else
                found[others++] = found[i];
        }
        of->sheets = pt_arena_grow(arena, of->sheets, of->sheet_count, &of->sheet_capacity,
                                   sizeof *of->sheets);
        of->sheets[of->sheet_count++] = pt_sheet_make(arena, &of->book, versions, count);
        left = others;
    }
}

static bool is_asked(showing *of, const bool *asked, uint32_t thing)
{
    return of->worker->job.name_count == 0 || asked[thing];
}

static void show_assumptions(showing *of, pt_text *out)
{
    const pt_job *job = &of->worker->job;
    const pt_uses *uses = of->book.uses;
    bool *asked = PT_NEW_ARRAY(of->worker->scratch, uses->thing_count, bool);
    for (size_t i = 0; i < job->name_count; i++) {
        uint32_t *found = NULL;
        size_t count = pt_uses_find(of->worker->scratch, uses, job->names[i], &found);
        if (count == 0)
            find_misnamed(of, job->names[i]);
        for (size_t j = 0; j < count; j++)
            asked[found[j]] = true;
    }
    pt_assumptions *made = pt_assumptions_make(of->worker->scratch, &of->book);
    size_t kept = 0;
    for (size_t i = 0; i < made->count; i++) {
        if (is_asked(of, asked, made->all[i].thing))
            made->all[kept++] = made->all[i];
    }
    made->count = kept;
    if (!of->status->misused)
        pt_rulebook_assumptions(out, uses, made, &job->style);
}

static void live(void *context)
{
    pt_worker *worker = context;
    pt_progress_step(worker->progress);
}

static bool matter_of(const pt_pack *pack, const pt_thing *thing, pt_matter *matter)
{
    bool duty = thing->block == PT_BLOCK_DUTY || thing->block == PT_BLOCK_FACULTY;
    if (thing->kind != PT_THING_BLOCK || (!duty && thing->block != PT_BLOCK_RULE))
        return false;
    const pt_group *groups = duty ? pack->duty_groups : pack->rule_groups;
    uint16_t count = duty ? pack->duty_group_count : pack->rule_group_count;
    *matter = (pt_matter){.pack = pack, .side = PT_AFTER, .of_duty = duty, .group = PT_NO_INDEX};
    for (uint16_t i = 0; i < count; i++)
        if (groups[i].subject == thing->subject && strcmp(groups[i].name, thing->name) == 0)
            matter->group = i;
    return matter->group != PT_NO_INDEX;
}

static void find_pathless(showing *of, const char *name)
{
    of->status->misused = true;
    pt_find(of->report, PT_A024, (pt_position){0}, PT_ARGS(name), NULL);
}

/* The rules and duties that are asked for, or all; the first version stands for the others. */
static size_t asked_things(showing *of, uint32_t *things)
{
    const pt_job *job = &of->worker->job;
    const pt_uses *uses = of->book.uses;
    size_t count = 0;
    pt_matter matter;
    for (uint32_t i = 0; job->name_count == 0 && i < uses->thing_count; i++)
        if (uses->same[i] == i && matter_of(uses->pack, &uses->things[i], &matter))
            things[count++] = i;
    for (size_t i = 0; i < job->name_count; i++) {
        uint32_t *found = NULL;
        size_t before = count;
        size_t left = pt_uses_find(of->worker->scratch, uses, job->names[i], &found);
        for (size_t j = 0; j < left && count < uses->thing_count; j++)
            if (uses->same[found[j]] == found[j] &&
                matter_of(uses->pack, &uses->things[found[j]], &matter))
                things[count++] = found[j];
        if (left == 0)
            find_misnamed(of, job->names[i]);
        else if (count == before)
            find_pathless(of, job->names[i]);
    }
    return count;
}

static void show_ways(showing *of, pt_text *out)
{
    const pt_job *job = &of->worker->job;
    const pt_uses *uses = of->book.uses;
    uint32_t *things = PT_NEW_ARRAY(of->worker->scratch, uses->thing_count, uint32_t);
    size_t count = asked_things(of, things);
    if (of->status->misused)
        return;
    pt_ways_page page = pt_ways_begin(out, of->book.day, &job->style);
    for (size_t i = 0; i < count; i++) {
        pt_matter matter;
        matter_of(uses->pack, &uses->things[things[i]], &matter);
        pt_ways_add(&page, uses, &uses->things[things[i]],
                    pt_ways_in_find(of->worker->scratch, &matter, of->book.day, job->base, live,
                                    of->worker));
    }
    pt_ways_end(&page);
}

static void show_sheets(showing *of, pt_text *out)
{
    const pt_job *job = &of->worker->job;
    for (size_t i = 0; i < job->name_count; i++)
        add_sheets(of, job->names[i]);
    if (!of->status->misused)
        pt_rulebook_sheets(out, of->book.uses, of->sheets, of->sheet_count, &job->style);
}

static void show(pt_worker *worker, const pt_item *item, pt_status_report *status,
                 pt_report *report)
{
    const pt_job *job = &worker->job;
    pt_pack_key key = {item->root, item->name, job->variant};
    pt_loaded *loaded = pt_worker_pack(worker, &key);
    pt_worker_find(worker, &loaded->report, true);
    status->unreadable = !loaded->usable;
    if (!loaded->usable)
        return;
    showing of = {.worker = worker, .report = report, .status = status};
    of.book = (pt_rulebook){uses_of(loaded), worker->touched, worker->touched_count,
                            loaded->pack->law_until};
    if (job->until != NULL)
        pt_date_parse(job->until, strlen(job->until), &of.book.day);
    for (size_t i = 0; i < worker->touched_count; i++)
        keep_known(of.book.uses, &worker->touched[i]);
    pt_text out = pt_text_create(worker->scratch);
    if (job->assumptions)
        show_assumptions(&of, &out);
    else if (job->paths || job->base)
        show_ways(&of, &out);
    else if (job->name_count > 0)
        show_sheets(&of, &out);
    else
        pt_rulebook_list(&out, of.book.uses, pt_listing_make(worker->scratch, &of.book),
                         &job->style);
    pt_worker_out(worker, &out);
}

void pt_worker_book(pt_worker *worker, const pt_item *item)
{
    pt_status_report status = {.unreadable = true};
    pt_report report = pt_report_create(worker->scratch);
    if (item->readable && item->kind == PT_ITEM_PACK)
        show(worker, item, &status, &report);
    else if (item->readable)
        touch(worker, item, &status, &report);
    pt_worker_find(worker, &report, false);
    pt_worker_status(worker, &status);
}
