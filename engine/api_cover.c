/* SPDX-License-Identifier: EUPL-1.2 */
/* dekking in a child: what one scenario reaches; then what all of them reached of a pack. */
#include <string.h>

#include "analyse/cover.h"
#include "api_child.h"
#include "io/scenario.h"
#include "report/coverage_report.h"
#include "run/replay.h"

/* --- A scenario ------------------------------------------------------------------------------- */

typedef struct covering {
    pt_worker *worker;
    pt_loaded *loaded;
    pt_coverage coverage;
    pt_reach reach;
    pt_status_report status;
    pt_report report;
} covering;

/* Held by trees alone: whether the readings agree is for toets and controleer. */
static void replay(covering *of, const pt_scenario *scenario)
{
    pt_loaded *loaded = of->loaded;
    pt_report findings = pt_report_create(of->worker->play);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, &findings);
    pt_replay_options options = {
        .plan = loaded->plan, .trees_alone = true, .coverage = &of->coverage};
    const pt_run_result *result = pt_replay(of->worker->play, loaded->pack, scenario,
                                            pt_lua_reading(loaded->lua), &findings, &options);
    of->status.failed = of->status.failed || result->broken;
    of->reach.plays++;
    pt_report_add(&of->report, &findings);
    pt_lua_set_report(loaded->lua, &loaded->report);
}

static void play_all(covering *of, pt_story *story)
{
    const pt_job *job = &of->worker->job;
    pt_choices_given given = {job->choices, job->choice_count};
    size_t count = pt_story_play_count(story);
    for (size_t i = 0; i < count; i++) {
        pt_progress_step(of->worker->progress);
        const pt_scenario *scenario =
            pt_story_play(of->worker->play, story, of->loaded->pack, &given, i, &of->report);
        of->status.unreadable = of->status.unreadable || scenario == NULL;
        if (scenario != NULL)
            replay(of, scenario);
        pt_arena_reset(of->worker->play);
    }
}

static void send_reach(covering *of)
{
    pt_text body = pt_text_create(of->worker->scratch);
    pt_reach_pack(&body, &of->reach);
    pt_channel_write(of->worker->channel, PT_SAY_REACH, body.bytes, body.length);
}

static void exclude(const pt_loaded *loaded, const pt_item *item, bool excluded)
{
    for (size_t i = 0; i < item->excluded_count; i++) {
        if (item->excluded[i] < loaded->pack->block_count)
            loaded->pack->blocks[item->excluded[i]].excluded = excluded;
    }
}

static void cover_scenario(covering *of, const pt_item *item)
{
    pt_worker *worker = of->worker;
    pt_story *story = pt_story_read(worker->scratch, &item->source, &of->report);
    if (story == NULL)
        return;
    of->reach.key = (pt_pack_key){item->root, pt_story_pack(story), worker->job.variant};
    pt_story_under(story, worker->job.variant);
    if (worker->job.variant == NULL && !pt_story_has_law(story, NULL)) {
        of->reach.elsewhere = pt_story_play_count(story);
        of->status.unreadable = false;
        send_reach(of);
        return;
    }
    of->loaded = pt_worker_pack(worker, &of->reach.key);
    pt_worker_find(worker, &of->loaded->report, true);
    if (!of->loaded->usable)
        return;
    of->status.unreadable = false;
    of->coverage = pt_coverage_create(worker->scratch,
                                      pt_coverage_plan_create(worker->scratch, of->loaded->pack));
    of->reach.scenarios = 1;
    of->reach.counts = of->coverage.counts;
    of->reach.count = of->coverage.plan->count;
    exclude(of->loaded, item, true);
    play_all(of, story);
    exclude(of->loaded, item, false);
    send_reach(of);
}

/* --- A pack ----------------------------------------------------------------------------------- */

static void show_pack(covering *of, const pt_item *item)
{
    pt_worker *worker = of->worker;
    const pt_job *job = &worker->job;
    of->loaded = pt_worker_pack(worker, &item->reach->key);
    of->status.unreadable = !of->loaded->usable;
    if (!of->loaded->usable)
        return;
    const pt_coverage_plan *plan = pt_coverage_plan_create(worker->scratch, of->loaded->pack);
    pt_coverage coverage = pt_coverage_create(worker->scratch, plan);
    size_t count = item->reach->count < plan->count ? item->reach->count : plan->count;
    if (count > 0)
        memcpy(coverage.counts, item->reach->counts, count * sizeof *coverage.counts);
    pt_covered covered = *pt_cover(worker->scratch, &coverage);
    covered.scenarios = item->reach->scenarios;
    covered.plays = item->reach->plays;
    covered.elsewhere = item->reach->elsewhere;
    pt_text out = pt_text_create(worker->scratch);
    pt_coverage_wish wish = {job->everything, job->by_line, job->minimum};
    pt_coverage_write(&out, &covered, &job->style, &wish);
    pt_worker_out(worker, &out);
    of->status.falls_short = pt_coverage_short(&covered, job->minimum);
}

void pt_worker_cover(pt_worker *worker, const pt_item *item)
{
    covering of = {.worker = worker, .report = pt_report_create(worker->scratch)};
    of.status.unreadable = true;
    if (item->readable && item->reach != NULL)
        show_pack(&of, item);
    else if (item->readable)
        cover_scenario(&of, item);
    pt_worker_find(worker, &of.report, false);
    pt_worker_status(worker, &of.status);
}
