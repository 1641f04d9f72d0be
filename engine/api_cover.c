/* SPDX-License-Identifier: EUPL-1.2 */
/* dekking in a child: what one scenario reaches; then what all of them reached of a pack. */
#include <string.h>

#include "analyse/cover.h"
#include "api_reaching.h"
#include "report/coverage_report.h"

/* --- A scenario ------------------------------------------------------------------------------- */

static void begin(pt_reaching *of)
{
    pt_coverage *coverage = of->own;
    pt_arena *arena = of->worker->scratch;
    *coverage = pt_coverage_create(arena, pt_coverage_plan_create(arena, of->loaded->pack));
}

/* Held by trees alone: whether the readings agree is for toets and controleer. */
static void play(pt_reaching *of, const pt_scenario *scenario)
{
    pt_report findings = pt_report_create(of->worker->play);
    pt_replay_options options = {
        .plan = of->loaded->plan, .trees_alone = true, .coverage = of->own};
    const pt_run_result *result =
        pt_reaching_replay(of, of->worker->play, scenario, &findings, &options);
    of->status.failed = of->status.failed || result->broken;
    of->reach.plays++;
    pt_report_add(&of->report, &findings);
}

static void end(pt_reaching *of)
{
    const pt_coverage *coverage = of->own;
    of->reach.counts = coverage->counts;
    of->reach.count = coverage->plan->count;
}

/* --- A pack ----------------------------------------------------------------------------------- */

static void show_pack(pt_reaching *of, const pt_item *item)
{
    pt_worker *worker = of->worker;
    const pt_job *job = &worker->job;
    if (!pt_reaching_pack(of, &item->reach->key))
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
    static const pt_reaching_steps steps = {begin, play, end};
    pt_coverage coverage;
    pt_reaching of = pt_reaching_create(worker, &coverage);
    if (item->readable && item->reach != NULL)
        show_pack(&of, item);
    else if (item->readable)
        pt_reaching_story(&of, item, &steps);
    pt_reaching_end(&of);
}
