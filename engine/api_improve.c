/* SPDX-License-Identifier: EUPL-1.2 */
/* speel in a child: a story played again with each improvement that its bottlenecks name. */
#include "api_child.h"
#include "io/scenario.h"
#include "model/stack.h"
#include "run/improve.h"
#include "run/replay.h"
#include "run/tally.h"

typedef struct improving {
    pt_worker *worker;
    pt_loaded *loaded;
    pt_story *story;
    size_t index;
    const pt_scenario *scenario;
    const pt_tally *before;
} improving;

static const char *sentence(const improving *i, const pt_report *report)
{
    return report->count == 0 ? NULL
                              : pt_finding_sentence(i->worker->play, &report->findings[0],
                                                    i->worker->job.style.language);
}

static void play(const improving *i, const pt_loaded *loaded, const pt_scenario *scenario,
                 pt_report *report, pt_try *one)
{
    pt_worker *worker = i->worker;
    pt_world *world = NULL;
    pt_progress_step(worker->progress);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, report);
    pt_replay_options options = {
        .plan = loaded->plan, .trees_alone = true, .record_outcomes = true};
    const pt_run_result *result =
        pt_replay_world(worker->play, loaded->pack, scenario, pt_lua_reading(loaded->lua), report,
                        &options, &world);
    if (result->broken) {
        one->obstacle = sentence(i, report);
        return;
    }
    one->pack = loaded->pack;
    one->tally = pt_tally_of(worker->play, world, result);
}

/* Under the variants that hold, and this one above them. */
static void try_variant(const improving *i, pt_try *one)
{
    pt_worker *worker = i->worker;
    const char *own = i->loaded->key.variant;
    pt_pack_key key = i->loaded->key;
    key.variant = pt_stack_add(worker->scratch, own, one->improvement->variant);
    pt_loaded *loaded = pt_worker_pack(worker, &key);
    pt_report report = pt_report_create(worker->play);
    if (loaded == NULL || !loaded->usable) {
        one->obstacle = loaded == NULL ? NULL : sentence(i, &loaded->report);
        return;
    }
    pt_choices_given given = {worker->job.choices, worker->job.choice_count};
    pt_story_under(i->story, key.variant);
    const pt_scenario *scenario =
        pt_story_play(worker->play, i->story, loaded->pack, &given, i->index, &report);
    pt_story_under(i->story, own);
    if (scenario == NULL)
        one->obstacle = sentence(i, &report);
    else
        play(i, loaded, scenario, &report, one);
}

const pt_tries *pt_worker_improve(pt_worker *worker, pt_loaded *loaded, pt_story *story,
                                  size_t index, const pt_scenario *scenario, const pt_tally *tally)
{
    improving i = {worker, loaded, story, index, scenario, tally};
    pt_tries *tries = pt_improvements_of(worker->play, loaded->pack, tally);
    for (size_t each = 0; each < tries->count; each++) {
        pt_try *one = &tries->items[each];
        pt_report report = pt_report_create(worker->play);
        if (one->improvement->variant != NULL)
            try_variant(&i, one);
        else
            play(&i, loaded, pt_improved_story(worker->play, scenario, tally, one), &report, one);
    }
    pt_improvements_weigh(loaded->pack, tally, tries);
    return tries->count == 0 ? NULL : tries;
}
