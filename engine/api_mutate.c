/* SPDX-License-Identifier: EUPL-1.2 */
/* muteer in a child: which mutants one scenario notices; then what became of them all. */
#include <string.h>

#include "analyse/equivalent.h"
#include "analyse/mutate.h"
#include "api_child.h"
#include "io/scenario.h"
#include "model/constraints.h"
#include "report/mutation_report.h"
#include "run/replay.h"

/* The mutants of a loaded pack, and which of them this child has seen noticed. */
typedef struct pt_trials {
    pt_mutants *mutants;
    size_t possible;
    bool *noticed;
    pt_plan plan;    /* with room for the trees of every mutant */
    pt_arena *trial; /* ends with one mutant */
} pt_trials;

typedef struct mutating {
    pt_worker *worker;
    pt_loaded *loaded;
    pt_trials *trials;
    pt_reach reach;
    pt_status_report status;
    pt_report report;
} mutating;

static pt_trials *trials_of(pt_worker *worker, pt_loaded *loaded)
{
    if (loaded->trials != NULL)
        return loaded->trials;
    pt_arena *arena = loaded->arena;
    pt_trials *trials = PT_NEW(arena, pt_trials);
    trials->mutants =
        pt_mutants_find(arena, loaded->pack, pt_coverage_plan_create(arena, loaded->pack));
    trials->possible = trials->mutants->count;
    if (worker->job.most > 0)
        pt_mutants_sample(arena, trials->mutants, worker->job.most, worker->job.seed);
    trials->noticed = PT_NEW_ARRAY(arena, trials->mutants->count, bool);
    trials->plan = *loaded->plan;
    if (trials->plan.most_atoms < PT_MOST_ATOMS)
        trials->plan.most_atoms = PT_MOST_ATOMS;
    trials->trial = pt_arena_create();
    loaded->trials = trials;
    return trials;
}

/* --- One mutant ------------------------------------------------------------------------------- */

static void change_parameter(void *context, pt_pack *again)
{
    pt_mutant_change(context, again);
}

static bool fits(const pt_trials *trials, const pt_pack *again)
{
    for (uint32_t f = 0; f < again->function_count; f++)
        for (size_t p = 0; p < again->functions[f]->period_count; p++)
            if (again->functions[f]->periods[p].tree->atom_count > trials->plan.most_atoms)
                return false;
    return again->function_count == trials->mutants->pack->function_count;
}

/* Puts the mutant in; false when the reader refuses it. */
static bool put_in(mutating *of, const pt_mutant *mutant, pt_undo *undo)
{
    pt_trials *trials = of->trials;
    if (pt_mutant_of_parameter(mutant)) {
        pt_mutant copy = *mutant;
        const pt_pack *again =
            pt_worker_reread(of->worker, of->loaded, trials->trial, change_parameter, &copy);
        if (again == NULL || !fits(trials, again))
            return false;
        pt_mutant_graft(trials->mutants, mutant, again, undo);
    }
    pt_mutant_apply(trials->mutants, mutant, undo);
    return true;
}

static const pt_run_result *replay(mutating *of, const pt_scenario *scenario, pt_arena *arena,
                                   pt_report *report, const pt_coverage *coverage)
{
    pt_loaded *loaded = of->loaded;
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, report);
    pt_replay_options options = {.plan = &of->trials->plan,
                                 .trees_alone = true,
                                 .stops_at_failure = coverage == NULL,
                                 .coverage = coverage};
    const pt_run_result *result =
        pt_replay(arena, loaded->pack, scenario, pt_lua_reading(loaded->lua), report, &options);
    pt_lua_set_report(loaded->lua, &loaded->report);
    pt_progress_step(of->worker->progress);
    return result;
}

static bool notices(mutating *of, const pt_scenario *scenario, const pt_mutant *mutant)
{
    pt_trials *trials = of->trials;
    pt_undo undo = pt_undo_create(trials->trial);
    bool noticed = false;
    if (put_in(of, mutant, &undo)) {
        pt_report report = pt_report_create(trials->trial);
        const pt_run_result *result = replay(of, scenario, trials->trial, &report, NULL);
        noticed = result->failed > 0 || result->broken;
    }
    pt_undo_all(&undo);
    pt_arena_reset(trials->trial);
    return noticed;
}

/* --- A scenario ------------------------------------------------------------------------------- */

static void try_all(mutating *of, const pt_scenario *scenario, const pt_coverage *coverage)
{
    pt_trials *trials = of->trials;
    for (size_t i = 0; i < trials->mutants->count; i++) {
        const pt_mutant *mutant = &trials->mutants->items[i];
        if (!pt_mutant_touched(trials->mutants, mutant, coverage->counts))
            continue;
        of->reach.counts[2 * i + 1]++;
        if (!trials->noticed[i])
            trials->noticed[i] = notices(of, scenario, mutant);
    }
}

static void play(mutating *of, const pt_scenario *scenario)
{
    pt_arena *arena = of->worker->play;
    pt_report findings = pt_report_create(arena);
    pt_coverage coverage = pt_coverage_create(arena, of->trials->mutants->plan);
    const pt_run_result *result = replay(of, scenario, arena, &findings, &coverage);
    of->status.failed = of->status.failed || result->broken;
    pt_report_add(&of->report, &findings);
    if (result->broken || result->failed > 0) {
        of->reach.red++;
        return;
    }
    of->reach.plays++;
    try_all(of, scenario, &coverage);
}

static void play_all(mutating *of, pt_story *story)
{
    const pt_job *job = &of->worker->job;
    pt_choices_given given = {job->choices, job->choice_count};
    size_t count = pt_story_play_count(story);
    for (size_t i = 0; i < count; i++) {
        const pt_scenario *scenario =
            pt_story_play(of->worker->play, story, of->loaded->pack, &given, i, &of->report);
        of->status.unreadable = of->status.unreadable || scenario == NULL;
        if (scenario != NULL)
            play(of, scenario);
        pt_arena_reset(of->worker->play);
    }
}

static void send_reach(mutating *of)
{
    for (size_t i = 0; 2 * i < of->reach.count; i++)
        of->reach.counts[2 * i] = of->trials->noticed[i];
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

static void try_scenario(mutating *of, const pt_item *item)
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
    of->trials = trials_of(worker, of->loaded);
    of->reach.scenarios = 1;
    of->reach.count = 2 * of->trials->mutants->count;
    of->reach.counts = PT_NEW_ARRAY(worker->scratch, of->reach.count, uint64_t);
    exclude(of->loaded, item, true);
    play_all(of, story);
    exclude(of->loaded, item, false);
    send_reach(of);
}

/* --- A pack ----------------------------------------------------------------------------------- */

static bool of_tree(const pt_mutant *mutant)
{
    return mutant->kind <= PT_FAULT_SWAPPED;
}

static const pt_tree **trees_of(pt_arena *arena, const pt_function *function)
{
    const pt_tree **trees = PT_NEW_ARRAY(arena, function->period_count, const pt_tree *);
    for (size_t i = 0; i < function->period_count; i++)
        trees[i] = function->periods[i].tree;
    return trees;
}

/* Is every tree of the function proved to give what it gives without the mutant? */
static bool changes_nothing(const pt_trials *trials, const pt_mutant *mutant, pt_undo *undo)
{
    const pt_function *function = trials->mutants->pack->functions[mutant->function];
    const pt_tree **before = trees_of(trials->trial, function);
    pt_mutant_apply(trials->mutants, mutant, undo);
    bool same = true;
    for (size_t i = 0; i < function->period_count && same; i++) {
        pt_excluded_words taken[PT_LIMIT_INPUTS];
        size_t count = pt_words_taken_before(trials->mutants->pack, function, before[i], taken);
        same = pt_trees_equivalent(before[i], function->periods[i].tree, taken, count);
    }
    return same;
}

/* The first value of a parameter, earlier than anything that uses it. */
static bool holds_for_nobody(const pt_pack *pack, const pt_mutant *mutant)
{
    return mutant->kind == PT_FAULT_VALUE_EARLIER && mutant->row == 0 &&
           pt_parameter_idle_before(pack, mutant->index,
                                    pack->parameters[mutant->index].values[0].from);
}

/* What became of a mutant that nobody noticed. */
static pt_fate fate_of(mutating *of, const pt_mutant *mutant, uint64_t passed)
{
    pt_trials *trials = of->trials;
    pt_undo undo = pt_undo_create(trials->trial);
    pt_fate fate = passed > 0 ? PT_FATE_SURVIVED : PT_FATE_UNREACHED;
    if (holds_for_nobody(trials->mutants->pack, mutant) ||
        (of_tree(mutant) && changes_nothing(trials, mutant, &undo)))
        fate = PT_FATE_EQUIVALENT;
    else if (!of_tree(mutant) && !put_in(of, mutant, &undo))
        fate = PT_FATE_STILLBORN;
    pt_undo_all(&undo);
    pt_arena_reset(trials->trial);
    pt_progress_step(of->worker->progress);
    return fate;
}

static void judge_all(mutating *of, const pt_reach *reach, pt_mutation *mutation)
{
    const pt_mutants *mutants = of->trials->mutants;
    mutation->count = mutants->count;
    mutation->possible = of->trials->possible;
    mutation->mutants = PT_NEW_ARRAY(of->worker->scratch, mutants->count, pt_judged_mutant);
    for (size_t i = 0; i < mutants->count; i++) {
        const pt_mutant *mutant = &mutants->items[i];
        bool known = 2 * i + 1 < reach->count;
        uint64_t passed = known ? reach->counts[2 * i + 1] : 0;
        bool noticed = known && reach->counts[2 * i] > 0;
        pt_fate fate = noticed ? PT_FATE_NOTICED : fate_of(of, mutant, passed);
        mutation->mutants[i] = (pt_judged_mutant){mutant, (uint8_t)fate, (size_t)passed};
        mutation->fates[fate]++;
        if (fate <= PT_FATE_UNREACHED)
            mutation->of_kind[mutant->kind][noticed]++;
    }
}

static void show_pack(mutating *of, const pt_item *item)
{
    pt_worker *worker = of->worker;
    const pt_job *job = &worker->job;
    const pt_reach *reach = item->reach;
    of->loaded = pt_worker_pack(worker, &reach->key);
    of->status.unreadable = !of->loaded->usable;
    if (!of->loaded->usable)
        return;
    of->trials = trials_of(worker, of->loaded);
    pt_mutation mutation = {.pack = of->loaded->pack,
                            .scenarios = reach->scenarios,
                            .plays = reach->plays,
                            .elsewhere = reach->elsewhere,
                            .red = reach->red};
    judge_all(of, reach, &mutation);
    pt_text out = pt_text_create(worker->scratch);
    pt_mutation_wish wish = {job->everything, job->minimum};
    pt_mutation_write(&out, &mutation, &job->style, &wish);
    pt_worker_out(worker, &out);
    of->status.falls_short = pt_mutation_short(&mutation, job->minimum);
}

void pt_worker_mutate(pt_worker *worker, const pt_item *item)
{
    mutating of = {.worker = worker, .report = pt_report_create(worker->scratch)};
    of.status.unreadable = true;
    if (item->readable && item->reach != NULL)
        show_pack(&of, item);
    else if (item->readable)
        try_scenario(&of, item);
    pt_worker_find(worker, &of.report, false);
    pt_worker_status(worker, &of.status);
}
