/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_reaching.h"

#include "io/scenario.h"

pt_reaching pt_reaching_create(pt_worker *worker, void *own)
{
    pt_reaching of = {.worker = worker, .report = pt_report_create(worker->scratch), .own = own};
    of.status.unreadable = true;
    return of;
}

const pt_run_result *pt_reaching_replay(pt_reaching *of, pt_arena *arena,
                                        const pt_scenario *scenario, pt_report *report,
                                        const pt_replay_options *options)
{
    pt_loaded *loaded = of->loaded;
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, report);
    const pt_run_result *result =
        pt_replay(arena, loaded->pack, scenario, pt_lua_reading(loaded->lua), report, options);
    pt_lua_set_report(loaded->lua, &loaded->report);
    pt_progress_step(of->worker->progress);
    return result;
}

static void play_all(pt_reaching *of, pt_story *story, const pt_reaching_steps *steps)
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
            steps->play(of, scenario);
        pt_arena_reset(of->worker->play);
    }
}

static void send_reach(pt_reaching *of)
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

bool pt_reaching_pack(pt_reaching *of, const pt_pack_key *key)
{
    of->loaded = pt_worker_pack(of->worker, key);
    of->status.unreadable = !of->loaded->usable;
    return of->loaded->usable;
}

void pt_reaching_story(pt_reaching *of, const pt_item *item, const pt_reaching_steps *steps)
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
    bool usable = pt_reaching_pack(of, &of->reach.key);
    pt_worker_find(worker, &of->loaded->report, true);
    if (!usable)
        return;
    of->reach.scenarios = 1;
    steps->begin(of);
    exclude(of->loaded, item, true);
    play_all(of, story, steps);
    exclude(of->loaded, item, false);
    steps->end(of);
    send_reach(of);
}

void pt_reaching_end(pt_reaching *of)
{
    pt_worker_find(of->worker, &of->report, false);
    pt_worker_status(of->worker, &of->status);
}
