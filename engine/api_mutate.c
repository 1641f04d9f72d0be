/* SPDX-License-Identifier: EUPL-1.2 */
/* muteer in a child: which mutants one scenario notices; then what became of them all. */
#include <string.h>

#include "analyse/equivalent.h"
#include "analyse/mutate.h"
#include "analyse/unnoticeable.h"
#include "api_reaching.h"
#include "api_witness.h"
#include "model/constraints.h"
#include "report/mutation_report.h"

/* The mutants of a loaded pack, and which of them this child has seen noticed. */
typedef struct pt_trials {
    pt_mutants *mutants;
    size_t possible;
    bool *noticed;
    pt_plan plan;    /* with room for the trees of every mutant */
    pt_arena *trial; /* ends with one mutant */
} pt_trials;

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
static bool put_in(pt_reaching *of, const pt_mutant *mutant, pt_undo *undo)
{
    pt_trials *trials = of->own;
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

static const pt_run_result *replay(pt_reaching *of, const pt_scenario *scenario, pt_arena *arena,
                                   pt_report *report, const pt_coverage *coverage)
{
    const pt_trials *trials = of->own;
    pt_replay_options options = {.plan = &trials->plan,
                                 .trees_alone = true,
                                 .stops_at_failure = coverage == NULL,
                                 .coverage = coverage};
    return pt_reaching_replay(of, arena, scenario, report, &options);
}

static bool notices(pt_reaching *of, const pt_scenario *scenario, const pt_mutant *mutant)
{
    pt_trials *trials = of->own;
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

static void try_all(pt_reaching *of, const pt_scenario *scenario, const pt_coverage *coverage)
{
    pt_trials *trials = of->own;
    for (size_t i = 0; i < trials->mutants->count; i++) {
        const pt_mutant *mutant = &trials->mutants->items[i];
        if (!pt_mutant_touched(trials->mutants, mutant, coverage->counts))
            continue;
        of->reach.counts[2 * i + 1]++;
        if (!trials->noticed[i])
            trials->noticed[i] = notices(of, scenario, mutant);
    }
}

static void play(pt_reaching *of, const pt_scenario *scenario)
{
    const pt_trials *trials = of->own;
    pt_arena *arena = of->worker->play;
    pt_report findings = pt_report_create(arena);
    pt_coverage coverage = pt_coverage_create(arena, trials->mutants->plan);
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

static void begin(pt_reaching *of)
{
    pt_trials *trials = trials_of(of->worker, of->loaded);
    of->own = trials;
    of->reach.count = 2 * trials->mutants->count;
    of->reach.counts = PT_NEW_ARRAY(of->worker->scratch, of->reach.count, uint64_t);
}

static void end(pt_reaching *of)
{
    const pt_trials *trials = of->own;
    for (size_t i = 0; 2 * i < of->reach.count; i++)
        of->reach.counts[2 * i] = trials->noticed[i];
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

/* Is all that stands in its block proved to come out the same, day by day? */
static bool shows_nowhere(const pt_trials *trials, const pt_mutant *mutant, pt_undo *undo)
{
    pt_unnoticeable *proof = pt_unnoticeable_begin(trials->trial, trials->mutants->pack, mutant);
    if (proof == NULL)
        return false;
    pt_mutant_apply(trials->mutants, mutant, undo);
    bool proved = pt_unnoticeable_holds(proof);
    pt_undo_all(undo);
    return proved;
}

/* The first value of a parameter, earlier than anything that uses it. */
static bool holds_for_nobody(const pt_pack *pack, const pt_mutant *mutant)
{
    return mutant->kind == PT_FAULT_VALUE_EARLIER && mutant->row == 0 &&
           pt_parameter_idle_before(pack, mutant->index,
                                    pack->parameters[mutant->index].values[0].from);
}

/* A value that repeats the one before it may begin on any day. */
static bool repeats_the_last(const pt_pack *pack, const pt_mutant *mutant)
{
    bool of_day = mutant->kind == PT_FAULT_VALUE_LATER || mutant->kind == PT_FAULT_VALUE_EARLIER;
    if (!of_day || mutant->row == 0)
        return false;
    const pt_parameter_value *values = pack->parameters[mutant->index].values;
    return pt_value_equal(values[mutant->row].value, values[mutant->row - 1].value);
}

/* What became of a mutant that nobody noticed. */
static pt_fate fate_of(pt_reaching *of, const pt_mutant *mutant, uint64_t passed)
{
    pt_trials *trials = of->own;
    pt_undo undo = pt_undo_create(trials->trial);
    pt_fate fate = passed > 0 ? PT_FATE_SURVIVED : PT_FATE_UNREACHED;
    if (holds_for_nobody(trials->mutants->pack, mutant) ||
        repeats_the_last(trials->mutants->pack, mutant) || shows_nowhere(trials, mutant, &undo) ||
        (of_tree(mutant) && changes_nothing(trials, mutant, &undo)))
        fate = PT_FATE_EQUIVALENT;
    else if (!of_tree(mutant) && !put_in(of, mutant, &undo))
        fate = PT_FATE_STILLBORN;
    pt_undo_all(&undo);
    pt_arena_reset(trials->trial);
    pt_progress_step(of->worker->progress);
    return fate;
}

/* A fault put in for pt_witness_find, and what it overwrote. */
typedef struct put_fault {
    pt_reaching *of;
    pt_undo undo;
} put_fault;

static void take_out_fault(void *context)
{
    put_fault *fault = context;
    const pt_trials *trials = fault->of->own;
    pt_undo_all(&fault->undo);
    pt_arena_reset(trials->trial);
}

static bool put_in_fault(void *context, const pt_mutant *mutant)
{
    put_fault *fault = context;
    const pt_trials *trials = fault->of->own;
    fault->undo = pt_undo_create(trials->trial);
    if (put_in(fault->of, mutant, &fault->undo))
        return true;
    take_out_fault(fault);
    return false;
}

/* For what nobody noticed a case that would tell. */
static void find_witnesses(pt_reaching *of, pt_mutation *mutation)
{
    const pt_trials *trials = of->own;
    put_fault fault = {.of = of};
    pt_witnesses *witnesses =
        pt_witnesses_create(of->worker, of->loaded, &trials->plan, trials->mutants,
                            (pt_fault_switch){put_in_fault, take_out_fault, &fault});
    for (size_t i = 0; i < mutation->count; i++) {
        pt_judged_mutant *judged = &mutation->mutants[i];
        if (judged->fate != PT_FATE_SURVIVED && judged->fate != PT_FATE_UNREACHED)
            continue;
        judged->witness = pt_witness_find(witnesses, judged->mutant);
        mutation->undecided += judged->witness == NULL;
    }
    pt_witnesses_end(witnesses, of->worker->job.writes);
}

static void judge_all(pt_reaching *of, const pt_reach *reach, pt_mutation *mutation)
{
    const pt_trials *trials = of->own;
    const pt_mutants *mutants = trials->mutants;
    mutation->count = mutants->count;
    mutation->possible = trials->possible;
    mutation->mutants = PT_NEW_ARRAY(of->worker->scratch, mutants->count, pt_judged_mutant);
    for (size_t i = 0; i < mutants->count; i++) {
        const pt_mutant *mutant = &mutants->items[i];
        bool known = 2 * i + 1 < reach->count;
        uint64_t passed = known ? reach->counts[2 * i + 1] : 0;
        bool noticed = known && reach->counts[2 * i] > 0;
        pt_fate fate = noticed ? PT_FATE_NOTICED : fate_of(of, mutant, passed);
        mutation->mutants[i] =
            (pt_judged_mutant){.mutant = mutant, .fate = (uint8_t)fate, .passed = (size_t)passed};
        mutation->fates[fate]++;
        if (fate <= PT_FATE_UNREACHED)
            mutation->of_kind[mutant->kind][noticed]++;
    }
}

static void show_pack(pt_reaching *of, const pt_item *item)
{
    pt_worker *worker = of->worker;
    const pt_job *job = &worker->job;
    const pt_reach *reach = item->reach;
    if (!pt_reaching_pack(of, &reach->key))
        return;
    of->own = trials_of(worker, of->loaded);
    pt_mutation mutation = {.pack = of->loaded->pack,
                            .scenarios = reach->scenarios,
                            .plays = reach->plays,
                            .elsewhere = reach->elsewhere,
                            .red = reach->red};
    judge_all(of, reach, &mutation);
    find_witnesses(of, &mutation);
    pt_text out = pt_text_create(worker->scratch);
    pt_mutation_wish wish = {job->everything, job->minimum};
    pt_mutation_write(&out, &mutation, &job->style, &wish);
    pt_worker_out(worker, &out);
    of->status.falls_short = pt_mutation_short(&mutation, job->minimum);
}

void pt_worker_mutate(pt_worker *worker, const pt_item *item)
{
    static const pt_reaching_steps steps = {begin, play, end};
    pt_reaching of = pt_reaching_create(worker, NULL);
    if (item->readable && item->reach != NULL)
        show_pack(&of, item);
    else if (item->readable)
        pt_reaching_story(&of, item, &steps);
    pt_reaching_end(&of);
}
