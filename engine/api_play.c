/* SPDX-License-Identifier: EUPL-1.2 */
/* speel, toets and verklaar in a child: a story is read, its plays are replayed, and shown. */
#include <string.h>

#include "api_child.h"
#include "api_money.h"
#include "base/text.h"
#include "io/accept.h"
#include "io/rows.h"
#include "io/scenario.h"
#include "report/explanation.h"
#include "report/json.h"
#include "report/outcome_json.h"
#include "report/readiness_page.h"
#include "report/summary.h"
#include "report/timeline_page.h"
#include "run/explain.h"
#include "run/readiness.h"
#include "run/replay.h"
#include "run/tally.h"
#include "run/voting.h"

/* One scenario file in hand. */
typedef struct playing {
    pt_worker *worker;
    const pt_item *item;
    pt_story *story;
    pt_loaded *loaded;
    pt_report report;
    pt_status_report status;
    pt_accept *accept;
    size_t shown;          /* plays that stand in the result */
    pt_summary_plays fine; /* and those that one line will tell of */
} playing;

/* --- Showing one play ------------------------------------------------------------------------- */

static void separate(playing *of, pt_text *out)
{
    const pt_job *job = &of->worker->job;
    if (of->shown++ == 0)
        return;
    if (job->kind == PT_TASK_TEST)
        pt_summary_between(out, &job->style);
    else
        pt_text_add(out, job->style.medium == PT_MEDIUM_JSON ? ",\n" : "\n");
}

static void show_timeline(playing *of, pt_text *out, const pt_run_result *result)
{
    const pt_job *job = &of->worker->job;
    if (job->style.medium == PT_MEDIUM_JSON) {
        pt_json json = pt_json_create(out);
        json.indent = 1;
        pt_outcome_json_run(&json, result);
        return;
    }
    pt_timeline_options options = {job->style.language, job->style.coloured, job->everything,
                                   false};
    pt_timeline_write(out, result, &options);
}

static bool send_rows(void *context, const char *bytes, size_t length)
{
    pt_worker *worker = context;
    pt_progress_step(worker->progress);
    return pt_channel_write(worker->channel, PT_SAY_ROWS, bytes, length);
}

/* The program makes those of the rows that follow. */
static bool as_tables(const pt_job *job)
{
    return job->kind == PT_TASK_PLAY &&
           (job->style.medium == PT_MEDIUM_CSV || job->style.medium == PT_MEDIUM_XLSX);
}

static void show(playing *of, const pt_run_result *result, const pt_report *findings)
{
    pt_worker *worker = of->worker;
    pt_text out = pt_text_create(worker->play);
    if (as_tables(&worker->job)) {
        of->shown++;
    } else {
        separate(of, &out);
        if (worker->job.kind == PT_TASK_TEST)
            pt_summary_play(&out, result, &worker->job.style, &of->fine);
        else
            show_timeline(of, &out, result);
        pt_worker_out(worker, &out);
    }
    if (worker->job.rows) {
        pt_text scratch = pt_text_create(worker->play);
        pt_rows_write(&scratch, result, findings, send_rows, worker);
    }
}

static pt_date day_asked(const playing *of, const pt_scenario *scenario)
{
    const char *written = of->worker->job.until;
    pt_date day = scenario->until;
    if (written != NULL)
        pt_date_parse(written, strlen(written), &day);
    return day;
}

static void show_explanation(playing *of, const pt_scenario *scenario)
{
    pt_worker *worker = of->worker;
    const pt_job *job = &worker->job;
    pt_date day = day_asked(of, scenario);
    const pt_explanation *why =
        pt_explain(worker->play, of->loaded->pack, scenario, pt_lua_reading(of->loaded->lua),
                   &of->report, job->what, day);
    if (why == NULL) {
        of->status.misused = true;
        return;
    }
    pt_text out = pt_text_create(worker->play);
    separate(of, &out);
    pt_explanation asked = *why;
    pt_worker_leeway(worker, of->loaded, scenario, day, &asked);
    pt_explanation_write(&out, &asked, day, &job->style);
    pt_worker_out(worker, &out);
}

static void show_why_not(playing *of, const pt_scenario *scenario)
{
    pt_worker *worker = of->worker;
    pt_text out = pt_text_create(worker->play);
    separate(of, &out);
    if (!pt_worker_why_not(worker, of->loaded, scenario, day_asked(of, scenario), &of->report,
                           &out))
        of->status.misused = true;
    pt_worker_out(worker, &out);
}

static void show_branches(playing *of, size_t index, const pt_scenario *scenario)
{
    pt_worker *worker = of->worker;
    pt_text out = pt_text_create(worker->play);
    separate(of, &out);
    if (!pt_worker_branches(worker, of->loaded, of->story, index, scenario, &of->report, &out))
        of->status.misused = true;
    pt_worker_out(worker, &out);
}

static void show_readiness(playing *of, const pt_scenario *scenario)
{
    pt_worker *worker = of->worker;
    const pt_style *style = &worker->job.style;
    pt_replay_options options = {.plan = of->loaded->plan};
    pt_world *world = NULL;
    pt_lua_set_region(of->loaded->lua, scenario->region);
    pt_lua_set_report(of->loaded->lua, &of->report);
    pt_replay_world(worker->play, of->loaded->pack, scenario, pt_lua_reading(of->loaded->lua),
                    &of->report, &options, &world);
    const pt_readiness_table *table =
        pt_readiness_of(worker->play, world, scenario->name, &of->report);
    of->status.failed = of->status.failed || world->broken;
    of->status.misused = of->status.misused || table == NULL;
    if (table == NULL)
        return;
    pt_text out = pt_text_create(worker->play);
    if (style->medium != PT_MEDIUM_CSV)
        separate(of, &out);
    pt_readiness_write(&out, of->loaded->pack, table, style);
    pt_worker_out(worker, &out);
}

/* --- Playing ---------------------------------------------------------------------------------- */

static void replay(playing *of, const pt_scenario *scenario, size_t index)
{
    pt_worker *worker = of->worker;
    const pt_loaded *loaded = of->loaded;
    pt_report findings = pt_report_create(worker->scratch);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, &findings);
    bool outcomes = worker->job.kind == PT_TASK_PLAY || worker->job.rows;
    pt_replay_options options = {.plan = loaded->plan, .record_outcomes = outcomes};
    pt_world *world = NULL;
    pt_run_result *result =
        pt_replay_world(worker->play, loaded->pack, scenario, pt_lua_reading(loaded->lua),
                        &findings, &options, &world);
    if (outcomes && !result->broken)
        result->meetings = pt_meetings_of(worker->play, loaded->pack, loaded->plan, scenario);
    if (worker->job.kind == PT_TASK_PLAY && !result->broken) {
        result->tally = pt_tally_of(worker->play, world, result);
        if (!as_tables(&worker->job))
            result->years = pt_money_by_year(worker, of->loaded, scenario);
        result->tries =
            pt_worker_improve(worker, of->loaded, of->story, index, scenario, result->tally);
    }
    if (worker->job.discreet)
        pt_run_make_discreet(result);
    pt_summary_count(&of->status.totals, result);
    of->status.failed = of->status.failed || result->broken;
    show(of, result, &findings);
    if (of->accept != NULL)
        pt_accept_add(of->accept, result, &of->report);
    pt_report_add(&of->report, &findings);
}

/* A choice that the story does not have is the user's mistake, not the story's. */
static bool is_misused(const pt_report *report)
{
    size_t choices = 0;
    for (size_t i = 0; i < report->count; i++)
        choices += report->findings[i].code == PT_S032 || report->findings[i].code == PT_S033;
    return choices > 0 && choices == report->errors;
}

static void play_one(playing *of, size_t index, const pt_choices_given *given)
{
    pt_worker *worker = of->worker;
    pt_progress_step(worker->progress);
    const pt_scenario *scenario =
        pt_story_play(worker->play, of->story, of->loaded->pack, given, index, &of->report);
    if (scenario == NULL) {
        of->status.misused = of->status.misused || is_misused(&of->report);
        of->status.unreadable = !of->status.misused;
        pt_summary_count_unplayed(&of->status.totals);
    } else if (worker->job.kind == PT_TASK_BRANCHES) {
        show_branches(of, index, scenario);
    } else if (worker->job.kind == PT_TASK_READINESS) {
        show_readiness(of, scenario);
    } else if (worker->job.kind == PT_TASK_EXPLAIN) {
        pt_lua_set_region(of->loaded->lua, scenario->region);
        pt_lua_set_report(of->loaded->lua, &of->report);
        if (worker->job.why_not != NULL)
            show_why_not(of, scenario);
        else
            show_explanation(of, scenario);
    } else {
        replay(of, scenario, index);
    }
    pt_lua_set_report(of->loaded->lua, &of->loaded->report);
    pt_arena_reset(worker->play);
}

/* Of all plays under one law together. */
static const char *name_of(const playing *of)
{
    const char *name = pt_story_name(of->story), *stack = of->loaded->key.variant;
    return stack == NULL || pt_story_law_count(of->story) == 1
               ? name
               : pt_format(of->worker->scratch, "%s+%s", name, stack);
}

/* --- Up to a decision point ------------------------------------------------------------------- */

static bool is_chosen(const pt_job *job, const char *decision)
{
    for (size_t i = 0; i < job->choice_count; i++) {
        if (strcmp(job->choices[i].decision, decision) == 0)
            return true;
    }
    return false;
}

static void send_point(pt_worker *worker, const pt_step *step)
{
    pt_decision_point point = {.decision = step->decision,
                               .question = step->question,
                               .by = step->by,
                               .branch_count = step->branch_count,
                               .standard = step->chosen};
    point.branches = PT_NEW_ARRAY(worker->play, step->branch_count, const char *);
    for (size_t i = 0; i < step->branch_count; i++)
        point.branches[i] = step->branches[i].name;
    pt_text body = pt_text_create(worker->play);
    pt_point_pack(&body, &point);
    pt_channel_write(worker->channel, PT_SAY_POINT, body.bytes, body.length);
}

/* The story before a step. What it expects from then on is not judged, but stays: it decides how
   fully things are told. */
static pt_scenario story_before(pt_arena *arena, const pt_scenario *scenario, size_t step)
{
    pt_scenario before = *scenario;
    before.steps = PT_NEW_ARRAY(arena, scenario->step_count, pt_step);
    before.step_count = 0;
    for (size_t i = 0; i < scenario->step_count; i++) {
        pt_step *kept = &before.steps[before.step_count];
        *kept = scenario->steps[i];
        if (i > step && kept->day == scenario->steps[step].day)
            kept->day++;
        before.step_count += i < step || kept->kind == PT_STEP_EXPECTATIONS;
    }
    return before;
}

/* What came before the step, and the step itself for whoever is to choose. */
static void play_until(playing *of, const pt_scenario *scenario, size_t step)
{
    pt_worker *worker = of->worker;
    const pt_loaded *loaded = of->loaded;
    pt_scenario before = story_before(worker->play, scenario, step);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, &of->report);
    pt_replay_options options = {.plan = loaded->plan,
                                 .record_outcomes = true,
                                 .stops = true,
                                 .last = scenario->steps[step].day};
    pt_run_result *result = pt_replay(worker->play, loaded->pack, &before,
                                      pt_lua_reading(loaded->lua), &of->report, &options);
    if (!result->broken)
        result->meetings = pt_meetings_of(worker->play, loaded->pack, loaded->plan, &before);
    if (worker->job.discreet)
        pt_run_make_discreet(result);
    of->status.failed = of->status.failed || result->broken;
    pt_text out = pt_text_create(worker->play);
    pt_timeline_options how = {worker->job.style.language, worker->job.style.coloured,
                               worker->job.everything, true};
    pt_timeline_write(&out, result, &how);
    pt_worker_out(worker, &out);
    send_point(worker, &scenario->steps[step]);
}

/* All plays of a story have the same decision points; the first of them is shown. */
static void play_to_choice(playing *of)
{
    pt_worker *worker = of->worker;
    pt_choices_given given = {worker->job.choices, worker->job.choice_count};
    const pt_scenario *scenario =
        pt_story_play(worker->play, of->story, of->loaded->pack, &given, 0, &of->report);
    if (scenario == NULL) {
        of->status.misused = is_misused(&of->report);
        of->status.unreadable = !of->status.misused;
        return;
    }
    for (size_t i = 0; i < scenario->step_count; i++) {
        const pt_step *step = &scenario->steps[i];
        if (step->kind == PT_STEP_DECISION && !is_chosen(&worker->job, step->decision)) {
            play_until(of, scenario, i);
            break;
        }
    }
    pt_lua_set_report(of->loaded->lua, &of->loaded->report);
    pt_arena_reset(worker->play);
}

static void play_all(playing *of)
{
    const pt_job *job = &of->worker->job;
    pt_choices_given given = {job->choices, job->choice_count};
    size_t count = pt_story_play_count(of->story);
    of->fine = (pt_summary_plays){.several = count > 1};
    for (size_t i = 0; i < count; i++)
        play_one(of, i, &given);
    pt_text out = pt_text_create(of->worker->scratch);
    if (pt_summary_plays_end(&out, name_of(of), &job->style, &of->fine))
        pt_worker_out(of->worker, &out);
}

/* --- Accepting -------------------------------------------------------------------------------- */

static void send_accepted(playing *of)
{
    pt_worker *worker = of->worker;
    of->status.left = pt_accept_left(of->accept);
    if (of->status.unreadable || of->status.failed) {
        of->status.left += pt_accept_changed(of->accept);
        return;
    }
    if (pt_accept_changed(of->accept) == 0)
        return;
    const char *text = pt_accept_text(worker->scratch, of->accept, &of->report);
    if (text == NULL) {
        of->status.left += pt_accept_changed(of->accept);
        return;
    }
    if (worker->job.style.medium == PT_MEDIUM_PEOPLE) {
        pt_text out = pt_text_create(worker->scratch);
        pt_accept_show(&out, of->accept, text);
        pt_worker_out(worker, &out);
    }
    pt_channel_write(worker->channel, PT_SAY_CHANGE, text, strlen(text));
}

/* --- The file --------------------------------------------------------------------------------- */

static void exclude(const pt_loaded *loaded, const pt_item *item, bool excluded)
{
    for (size_t i = 0; i < item->excluded_count; i++) {
        if (item->excluded[i] < loaded->pack->block_count)
            loaded->pack->blocks[item->excluded[i]].excluded = excluded;
    }
}

static bool play_under(playing *of, const char *stack)
{
    pt_worker *worker = of->worker;
    pt_pack_key key = {of->item->root, pt_story_pack(of->story), stack};
    of->loaded = pt_worker_pack(worker, &key);
    pt_worker_find(worker, &of->loaded->report, true);
    if (!of->loaded->usable)
        return false;
    pt_story_under(of->story, stack);
    exclude(of->loaded, of->item, true);
    if (worker->job.asks)
        play_to_choice(of);
    else
        play_all(of);
    exclude(of->loaded, of->item, false);
    return true;
}

/* toets plays a story under every law that its expectations name, unless one was asked for. */
static void play_file(playing *of)
{
    pt_worker *worker = of->worker;
    of->status.unreadable = true;
    of->story = pt_story_read(worker->scratch, &of->item->source, &of->report);
    if (of->story == NULL)
        return;
    of->status.unreadable = false;
    if (worker->job.accept)
        of->accept = pt_accept_create(worker->scratch, &of->item->source);
    bool own = worker->job.variant == NULL;
    size_t count = own && worker->job.kind == PT_TASK_TEST ? pt_story_law_count(of->story) : 1;
    for (size_t i = 0; i < count; i++) {
        if (!play_under(of, own ? pt_story_law(of->story, i) : worker->job.variant))
            of->status.unreadable = true;
    }
    if (of->accept != NULL)
        send_accepted(of);
}

/* A scenario that gives no play at all still has its line among the others. */
static void show_unplayed(playing *of)
{
    pt_worker *worker = of->worker;
    if (of->shown > 0 || worker->job.kind != PT_TASK_TEST)
        return;
    if (of->status.totals.scenarios == 0)
        pt_summary_count_unplayed(&of->status.totals);
    pt_text out = pt_text_create(worker->scratch);
    pt_summary_unplayed(&out, of->item->source.path, &worker->job.style);
    pt_worker_out(worker, &out);
}

void pt_worker_play(pt_worker *worker, const pt_item *item)
{
    playing of = {.worker = worker, .item = item, .report = pt_report_create(worker->scratch)};
    of.status.unreadable = true;
    if (item->readable)
        play_file(&of);
    show_unplayed(&of);
    pt_worker_find(worker, &of.report, false);
    pt_worker_status(worker, &of.status);
}
