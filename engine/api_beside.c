/* SPDX-License-Identifier: EUPL-1.2 */
/* vergelijk --naast in a child: a story is played under each law by itself, and counted. */
#include "api_child.h"
#include "io/scenario.h"
#include "model/stack.h"
#include "report/beside_page.h"
#include "run/replay.h"
#include "run/tally.h"

typedef struct besides {
    pt_worker *worker;
    const pt_item *item;
    pt_story *story;
    pt_loaded *packs[PT_MOST_BESIDE + 1];
    const char *laws[PT_MOST_BESIDE + 1];
    size_t count;
    size_t shown;
    bool fits; /* the play is told: one made for a variant may have no sense under others */
    pt_status_report status;
    pt_report report;
} besides;

/* A column lies over the base, which it may name itself. */
static const char *law_over(const besides *of, const char *base, const char *column)
{
    pt_arena *arena = of->worker->scratch;
    const char *law = base;
    for (size_t i = 0; i < pt_stack_count(column); i++) {
        const char *name = pt_stack_name(arena, column, i);
        if (!pt_stack_has(base, name))
            law = pt_stack_add(arena, law, name);
    }
    return law;
}

static bool load(besides *of, const char *law)
{
    pt_pack_key key = {of->item->root, pt_story_pack(of->story), law};
    pt_loaded *loaded = pt_worker_pack(of->worker, &key);
    pt_worker_find(of->worker, &loaded->report, true);
    of->laws[of->count] = law;
    of->packs[of->count++] = loaded;
    return loaded->usable;
}

static bool load_all(besides *of)
{
    const pt_job *job = &of->worker->job;
    const char *base = job->variant;
    bool fine = load(of, base);
    for (size_t i = 0; i < job->beside_count; i++)
        fine = load(of, law_over(of, base, job->beside[i])) && fine;
    return fine;
}

static void play(besides *of, size_t column, size_t index, pt_beside *made)
{
    pt_worker *worker = of->worker;
    const pt_loaded *loaded = of->packs[column];
    pt_beside_column *into = &made->columns[made->count++];
    *into = (pt_beside_column){.law = of->laws[column]};
    pt_report report = pt_report_create(worker->play);
    pt_choices_given given = {worker->job.choices, worker->job.choice_count};
    pt_story_under(of->story, of->laws[column]);
    const pt_scenario *scenario =
        pt_story_play(worker->play, of->story, loaded->pack, &given, index, &report);
    pt_progress_step(worker->progress);
    if (scenario != NULL) {
        made->story = scenario->name;
        made->title = scenario->title;
        pt_world *world = NULL;
        pt_lua_set_region(loaded->lua, scenario->region);
        pt_lua_set_report(loaded->lua, &report);
        pt_replay_options options = {
            .plan = loaded->plan, .trees_alone = true, .record_outcomes = true};
        const pt_run_result *result =
            pt_replay_world(worker->play, loaded->pack, scenario, pt_lua_reading(loaded->lua),
                            &report, &options, &world);
        if (!result->broken)
            into->tally = pt_tally_of(worker->play, world, result);
    }
    if (into->tally == NULL) {
        into->obstacle = report.count == 0 ? NULL
                                           : pt_finding_sentence(worker->play, &report.findings[0],
                                                                 worker->job.style.language);
        of->fits = pt_story_variant(of->story) == NULL;
        if (of->fits) {
            pt_report_add(&of->report, &report);
            of->status.unreadable = true;
        }
    }
}

static bool is_worth(const besides *of, const pt_beside *made, bool differs)
{
    bool meets = false;
    for (size_t i = 0; i < made->count; i++)
        meets = meets || (made->columns[i].tally != NULL && made->columns[i].tally->meetings > 0);
    return differs || meets || of->worker->job.everything;
}

static void compare_play(besides *of, size_t index)
{
    pt_worker *worker = of->worker;
    pt_beside made = {.story = pt_story_name(of->story)};
    of->fits = true;
    for (size_t i = 0; i < of->count && of->fits; i++)
        play(of, i, index, &made);
    if (!of->fits) {
        of->status.compared.skipped++;
        pt_arena_reset(worker->play);
        return;
    }
    bool differs = pt_beside_differs(&made), json = worker->job.style.medium == PT_MEDIUM_JSON;
    of->status.compared.stories++;
    of->status.compared.differ += differs;
    if (is_worth(of, &made, differs)) {
        pt_text out = pt_text_create(worker->play);
        if (of->shown++ > 0)
            pt_text_add(&out, json ? ",\n  " : "\n");
        if (json)
            pt_beside_json(&out, &made);
        else
            pt_beside_write(&out, &made, &worker->job.style, worker->job.markdown);
        pt_worker_out(worker, &out);
    }
    pt_arena_reset(worker->play);
}

void pt_worker_beside(pt_worker *worker, const pt_item *item)
{
    besides of = {.worker = worker, .item = item, .report = pt_report_create(worker->scratch)};
    of.status.unreadable = true;
    if (item->readable)
        of.story = pt_story_read(worker->scratch, &item->source, &of.report);
    if (of.story != NULL && load_all(&of)) {
        of.status.unreadable = false;
        for (size_t i = 0; i < pt_story_play_count(of.story); i++)
            compare_play(&of, i);
    }
    pt_worker_find(worker, &of.report, false);
    pt_worker_status(worker, &of.status);
}
