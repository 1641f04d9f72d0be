/* SPDX-License-Identifier: EUPL-1.2 */
/* takken in a child: every way through the decision points of a story is played and compared. */
#include <string.h>

#include "api_child.h"
#include "base/text.h"
#include "report/branches_report.h"
#include "run/branches.h"
#include "run/replay.h"

typedef struct branching {
    pt_worker *worker;
    pt_story *story;
    pt_loaded *loaded;
    size_t index; /* of the play */
    pt_report *report;
    pt_branches *made;
} branching;

static const char *given(const pt_job *job, const char *decision)
{
    const char *branch = NULL;
    for (size_t i = 0; i < job->choice_count; i++) {
        if (strcmp(job->choices[i].decision, decision) == 0)
            branch = job->choices[i].branch;
    }
    return branch;
}

static void add_point(branching *b, const pt_step *step)
{
    pt_branch_point *point = &b->made->points[b->made->point_count++];
    const char **names = PT_NEW_ARRAY(b->worker->play, step->branch_count, const char *);
    const char *chosen = given(&b->worker->job, step->decision);
    *point = (pt_branch_point){.decision = step->decision,
                               .question = step->question,
                               .by = step->by,
                               .day = step->day,
                               .branches = names};
    for (size_t i = 0; i < step->branch_count; i++) {
        if (chosen == NULL || strcmp(chosen, step->branches[i].name) == 0)
            names[point->branch_count++] = step->branches[i].name;
    }
}

/* The points, and how many ways there are through them; more than PT_BRANCH_PATHS is more. */
static size_t find_points(branching *b, const pt_scenario *scenario)
{
    size_t paths = 1;
    b->made->points = PT_NEW_ARRAY(b->worker->play, scenario->step_count, pt_branch_point);
    for (size_t i = 0; i < scenario->step_count; i++) {
        if (scenario->steps[i].kind != PT_STEP_DECISION)
            continue;
        add_point(b, &scenario->steps[i]);
        size_t here = b->made->points[b->made->point_count - 1].branch_count;
        paths = paths > PT_BRANCH_PATHS ? paths : paths * here;
    }
    return paths;
}

static const char *first_sentence(pt_arena *arena, const pt_report *report, pt_language language)
{
    return report->count == 0 ? NULL : pt_finding_sentence(arena, &report->findings[0], language);
}

/* Plays the story along the choices of `path`. */
static void play(branching *b, pt_branch_path *path)
{
    pt_worker *worker = b->worker;
    const pt_loaded *loaded = b->loaded;
    pt_report findings = pt_report_create(worker->play);
    pt_chosen *chosen = PT_NEW_ARRAY(worker->play, b->made->point_count, pt_chosen);
    for (size_t i = 0; i < b->made->point_count; i++)
        chosen[i] = (pt_chosen){b->made->points[i].decision, path->chosen[i]};
    pt_choices_given choices = {chosen, b->made->point_count};
    const pt_scenario *scenario =
        pt_story_play(worker->play, b->story, loaded->pack, &choices, b->index, &findings);
    if (scenario == NULL) {
        path->obstacle = first_sentence(worker->play, &findings, worker->job.style.language);
        return;
    }
    pt_progress_step(worker->progress);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, &findings);
    pt_replay_options options = {.plan = loaded->plan, .record_outcomes = true};
    pt_run_result *result = pt_replay(worker->play, loaded->pack, scenario,
                                      pt_lua_reading(loaded->lua), &findings, &options);
    if (worker->job.discreet)
        pt_run_make_discreet(result);
    path->result = result;
    pt_report_add(b->report, &findings);
}

/* The first point changes slowest, as one would write them down. */
static void choose(const pt_branches *made, size_t number, const char **chosen)
{
    for (size_t i = made->point_count; i-- > 0;) {
        chosen[i] = made->points[i].branches[number % made->points[i].branch_count];
        number /= made->points[i].branch_count;
    }
}

bool pt_worker_branches(pt_worker *worker, pt_loaded *loaded, pt_story *story, size_t index,
                        const pt_scenario *scenario, pt_report *report, pt_text *out)
{
    pt_branches *made = PT_NEW(worker->play, pt_branches);
    branching b = {worker, story, loaded, index, report, made};
    made->name = scenario->name;
    made->story = scenario->title;
    size_t paths = find_points(&b, scenario);
    if (paths > PT_BRANCH_PATHS)
        return pt_find(report, PT_U049, (pt_position){.source = scenario->source},
                       PT_ARGS(pt_format(worker->play, "%d", PT_BRANCH_PATHS)), NULL);
    made->paths = PT_NEW_ARRAY(worker->play, paths, pt_branch_path);
    for (; made->path_count < paths; made->path_count++) {
        pt_branch_path *path = &made->paths[made->path_count];
        path->chosen = PT_NEW_ARRAY(worker->play, made->point_count, const char *);
        choose(made, made->path_count, path->chosen);
        play(&b, path);
    }
    pt_branches_compare(worker->play, made);
    pt_branches_write(out, made, &worker->job.style);
    return true;
}
