/* SPDX-License-Identifier: EUPL-1.2 */
/* vergelijk in a child: two packs held against each other, and each story played under both. */
#include <string.h>

#include "analyse/changes.h"
#include "analyse/concerns.h"
#include "api_child.h"
#include "api_money.h"
#include "io/pack_yaml.h"
#include "io/scenario.h"
#include "report/comparison_json.h"
#include "report/money_page.h"
#include "run/compare.h"
#include "run/replay.h"
#include "run/tally.h"
#include "run/tree_reader.h"

typedef struct comparing {
    pt_worker *worker;
    const pt_item *item;
    pt_loaded *before;
    pt_loaded *after;
    pt_report report;
    pt_status_report status;
    size_t shown;
} comparing;

static pt_comparison_style style_of(const pt_worker *worker)
{
    const pt_job *job = &worker->job;
    return (pt_comparison_style){job->style, job->markdown, job->everything, job->whom};
}

/* --- Both packs ------------------------------------------------------------------------------- */

static bool load_one(comparing *of, const pt_pack_key *key, pt_loaded **loaded)
{
    *loaded = pt_worker_pack(of->worker, key);
    pt_worker_find(of->worker, &(*loaded)->report, true);
    return (*loaded)->usable;
}

static bool load_both(comparing *of, const char *name)
{
    const pt_job *job = &of->worker->job;
    bool other = job->other != NULL;
    pt_pack_key before = {other ? job->other : of->item->root, name,
                          other ? job->other_variant : NULL};
    pt_pack_key after = {of->item->root, name, job->variant};
    return load_one(of, &before, &of->before) && load_one(of, &after, &of->after);
}

static void moves(void *context)
{
    pt_worker *worker = context;
    pt_progress_step(worker->progress);
}

static pt_tree_reading trees_of(pt_worker *worker, const pt_pack *pack)
{
    pt_region region = pack->calendar->region_count > 0 ? 0 : PT_REGION_NONE;
    return (pt_tree_reading){pt_tree_reader_answer, pt_tree_reader_test,
                             pt_tree_reader_create(worker->scratch, pack, region)};
}

static size_t duties_that_differ(const pt_comparison *c)
{
    size_t count = c->duties_differ;
    for (size_t i = 0; i < c->duty_count; i++) {
        bool counted = false;
        for (size_t j = 0; j < c->difference_count; j++)
            counted = counted || strcmp(c->differences[j].name, c->duties[i].name) == 0;
        for (size_t j = 0; j < i; j++)
            counted = counted || strcmp(c->duties[j].name, c->duties[i].name) == 0;
        count += !counted;
    }
    return count;
}

static void show_packs(comparing *of, const pt_comparison *c)
{
    pt_worker *worker = of->worker;
    pt_comparison_style how = style_of(worker);
    pt_text out = pt_text_create(worker->scratch);
    if (how.style.medium == PT_MEDIUM_JSON)
        pt_comparison_json(&out, c);
    else if (how.style.medium != PT_MEDIUM_CSV)
        pt_comparison_write(&out, c, &how);
    of->status.compared.parameters = c->parameter_count;
    of->status.compared.blocks = c->block_count;
    of->status.compared.rules = c->rules_differ;
    of->status.compared.duties = duties_that_differ(c);
    of->status.compared.beyond = c->beyond_count;
    of->status.compared.proved = c->proved;
    pt_worker_out(worker, &out);
}

static void compare_packs(comparing *of, const char *name)
{
    pt_worker *worker = of->worker;
    if (!load_both(of, name))
        return;
    of->status.unreadable = false;
    /* Tables say nothing of the rules, and whoever wants them need not wait for that. */
    if (worker->job.style.medium == PT_MEDIUM_CSV)
        return;
    const pt_pack *before = of->before->pack, *after = of->after->pack;
    pt_tree_reading trees[PT_SIDES] = {trees_of(worker, before), trees_of(worker, after)};
    pt_differing how = {.trees = trees,
                        .seed = worker->job.seed,
                        .moves = moves,
                        .context = worker,
                        .base = worker->job.base};
    const pt_comparison *c = pt_compare_packs(worker->scratch, before, after, &how);
    if (worker->job.whom != NULL)
        c = pt_comparison_for(worker->scratch, c, worker->job.whom);
    show_packs(of, c);
}

/* --- A story ---------------------------------------------------------------------------------- */

/* What was changed in the texts, once for this pair of packs. */
static const pt_comparison *texts_of(comparing *of)
{
    pt_worker *worker = of->worker;
    const pt_pack *before = of->before->pack, *after = of->after->pack;
    if (worker->texts == NULL || worker->texts->before != before || worker->texts->after != after)
        worker->texts = pt_compare_texts(worker->arena, before, after);
    return worker->texts;
}

static const pt_run_result *replay(comparing *of, pt_loaded *loaded, const pt_story *story,
                                   size_t index, pt_report *report)
{
    pt_worker *worker = of->worker;
    pt_choices_given given = {worker->job.choices, worker->job.choice_count};
    const pt_scenario *scenario =
        pt_story_play(worker->play, story, loaded->pack, &given, index, report);
    if (scenario == NULL)
        return NULL;
    pt_progress_step(worker->progress);
    pt_lua_set_region(loaded->lua, scenario->region);
    pt_lua_set_report(loaded->lua, report);
    pt_replay_options options = {
        .plan = loaded->plan, .trees_alone = true, .record_outcomes = true};
    pt_world *world = NULL;
    pt_run_result *result = pt_replay_world(worker->play, loaded->pack, scenario,
                                            pt_lua_reading(loaded->lua), report, &options, &world);
    if (!result->broken)
        result->tally = pt_tally_of(worker->play, world, result);
    pt_lua_set_report(loaded->lua, &loaded->report);
    of->status.failed = of->status.failed || result->broken;
    return result;
}

static bool has_rule(const pt_pack *pack, const char *name)
{
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        if (strcmp(pack->rule_groups[i].name, name) == 0)
            return true;
    return false;
}

/* A rule that is in one of the packs alone gives no other outcome: it is new, or gone. */
static bool one_sided(const pt_comparison *texts, const pt_shown_change *change)
{
    return change->kind == PT_SHOWN_OUTCOME &&
           has_rule(texts->before, change->name) != has_rule(texts->after, change->name);
}

/* What does not concern the reader is left out. */
static void keep_concerns(comparing *of, pt_story_comparison *story)
{
    const char *whom = of->worker->job.whom;
    const pt_comparison *texts = texts_of(of);
    size_t kept = 0;
    for (size_t i = 0; i < story->change_count; i++) {
        pt_shown_change *change = &story->changes[i];
        if (one_sided(texts, change) || (whom != NULL && !pt_concerns(texts, change->name, whom)))
            continue;
        story->changes[kept++] = *change;
    }
    story->change_count = kept;
}

static void name_causes(comparing *of, pt_story_comparison *story)
{
    const pt_comparison *texts = texts_of(of);
    for (size_t i = 0; i < story->change_count; i++)
        story->changes[i].cause = pt_cause_of(of->worker->play, texts, story->changes[i].name);
}

/* Who looks for one reader is told of what that reader must do, not of all work together. */
static void add_hours(const comparing *of, const pt_run_result *before, const pt_run_result *after,
                      pt_story_comparison *story)
{
    if (of->worker->job.whom != NULL || before->tally == NULL || after->tally == NULL)
        return;
    story->minutes_before = before->tally->total.minutes;
    story->minutes_after = after->tally->total.minutes;
}

static bool differs(const pt_story_comparison *story)
{
    return story->change_count > 0 || story->minutes_before != story->minutes_after;
}

static void show_story(comparing *of, const pt_story_comparison *story, const pt_money_table *money)
{
    pt_worker *worker = of->worker;
    pt_comparison_style how = style_of(worker);
    bool json = how.style.medium == PT_MEDIUM_JSON;
    if (!differs(story) && (!json || money == NULL))
        return;
    if (how.style.medium == PT_MEDIUM_CSV)
        return;
    pt_text between = pt_text_create(worker->play), out = pt_text_create(worker->play);
    if (of->shown++ > 0)
        pt_text_add(&between, json ? ",\n    " : "\n");
    pt_worker_out(worker, &between);
    if (json)
        pt_story_comparison_json(&out, story, money);
    else
        pt_story_comparison_write(&out, story, &how);
    pt_worker_out(worker, &out);
}

/* Amounts and numbers stand in the table of the money, once it is shown. */
static void drop_figures(comparing *of, pt_story_comparison *story)
{
    const pt_pack *pack = of->after->pack;
    size_t kept = 0;
    for (size_t i = 0; i < story->change_count; i++) {
        bool figure = false;
        for (uint16_t g = 0; g < pack->rule_group_count && !figure; g++)
            figure = story->changes[i].kind == PT_SHOWN_OUTCOME &&
                     (pack->rule_groups[g].type.kind == PT_MONEY ||
                      pack->rule_groups[g].type.kind == PT_NUMBER) &&
                     strcmp(pack->rule_groups[g].name, story->changes[i].name) == 0;
        if (!figure)
            story->changes[kept++] = story->changes[i];
    }
    story->change_count = kept;
}

static const char *side_name(const char *variant, const pt_loaded *loaded)
{
    return variant != NULL ? variant : loaded->pack->name;
}

static const pt_money_table *money_of(comparing *of, const pt_scenario *before,
                                      const pt_scenario *after)
{
    const pt_job *job = &of->worker->job;
    const pt_money_side sides[2] = {
        {of->before, before, side_name(job->other != NULL ? job->other_variant : NULL, of->before)},
        {of->after, after, side_name(job->variant, of->after)}};
    if (job->whom != NULL)
        return NULL;
    return pt_money_compare(of->worker, sides, &of->report);
}

static void show_money(comparing *of, const pt_money_table *table)
{
    pt_worker *worker = of->worker;
    pt_text out = pt_text_create(worker->play);
    if (worker->job.style.medium == PT_MEDIUM_CSV)
        pt_money_csv(&out, table);
    else
        pt_money_write(&out, table, &worker->job.style, worker->job.everything);
    of->shown++;
    pt_worker_out(worker, &out);
}

/* A story that cannot be told under the law as it was is not compared. */
static void compare_play(comparing *of, const pt_story *story, size_t index)
{
    pt_worker *worker = of->worker;
    pt_report before_report = pt_report_create(worker->play);
    pt_report *report = pt_story_variant(story) != NULL ? &before_report : &of->report;
    const pt_run_result *before = replay(of, of->before, story, index, report);
    const pt_run_result *after =
        before == NULL ? NULL : replay(of, of->after, story, index, &of->report);
    if (before == NULL && report == &before_report)
        of->status.compared.skipped++;
    else if (before == NULL || after == NULL)
        of->status.unreadable = true;
    if (before != NULL && after != NULL) {
        pt_story_comparison *made = pt_compare_runs(worker->play, before, after);
        const pt_money_table *table = money_of(of, before->scenario, after->scenario);
        keep_concerns(of, made);
        add_hours(of, before, after, made);
        bool json = worker->job.style.medium == PT_MEDIUM_JSON;
        of->status.compared.stories++;
        of->status.compared.differ += differs(made);
        if (table != NULL && !worker->job.everything && !json)
            drop_figures(of, made);
        if (worker->job.style.medium != PT_MEDIUM_CSV)
            name_causes(of, made);
        show_story(of, made, table);
        if (table != NULL && !json)
            show_money(of, table);
    }
    pt_arena_reset(worker->play);
}

/* The pack that the variant is made for, as its variant.yaml says; NULL when that can not be read,
   which is said of the variant itself. */
static const char *variant_base(comparing *of, const char *pack)
{
    pt_worker *worker = of->worker;
    pt_pack_key key = {of->item->root, pack, worker->job.variant};
    pt_pack_files files = {0};
    pt_report unused = pt_report_create(worker->scratch);
    if (worker->variant_base != NULL || !pt_worker_files(worker, worker->arena, &key, &files))
        return worker->variant_base;
    for (size_t i = 0; i < files.count && worker->variant_base == NULL; i++) {
        const pt_pack_file *file = &files.files[i];
        if (file->layer == 0 || strcmp(file->name, "variant.yaml") != 0)
            continue;
        const pt_variant *variant = pt_variant_yaml_read(worker->arena, &file->source, &unused);
        worker->variant_base = variant == NULL ? NULL : variant->base;
    }
    return worker->variant_base;
}

/* Is it a story of the packs that are compared, under no other variant? */
static bool belongs(comparing *of, const pt_story *story)
{
    const pt_job *job = &of->worker->job;
    const char *variant = pt_story_variant(story), *pack = pt_story_pack(story);
    if (variant != NULL && !pt_text_equal(variant, job->variant))
        return false;
    bool compared = job->other == NULL;
    for (size_t i = 0; i < job->name_count; i++)
        compared = compared || strcmp(job->names[i], pack) == 0;
    if (!compared || job->variant == NULL)
        return compared;
    const char *base = variant_base(of, pack);
    return base == NULL || strcmp(base, pack) == 0;
}

static void compare_story(comparing *of)
{
    pt_worker *worker = of->worker;
    pt_story *story = pt_story_read(worker->scratch, &of->item->source, &of->report);
    if (story == NULL)
        return;
    if (!belongs(of, story)) {
        of->status.unreadable = false;
        of->status.compared.skipped++;
        return;
    }
    if (!load_both(of, pt_story_pack(story)))
        return;
    of->status.unreadable = false;
    size_t count = pt_story_play_count(story);
    for (size_t i = 0; i < count; i++)
        compare_play(of, story, i);
}

/* --- The item --------------------------------------------------------------------------------- */

static void compare_variant(comparing *of)
{
    pt_report own = pt_report_create(of->worker->scratch);
    const pt_variant *variant = pt_variant_yaml_read(of->worker->scratch, &of->item->source, &own);
    if (variant == NULL)
        pt_report_add(&of->report, &own);
    else
        compare_packs(of, variant->base);
}

void pt_worker_compare(pt_worker *worker, const pt_item *item)
{
    comparing of = {.worker = worker, .item = item, .report = pt_report_create(worker->scratch)};
    of.status.unreadable = true;
    of.status.compared.proved = true;
    if (item->readable && item->kind == PT_ITEM_SCENARIO)
        compare_story(&of);
    else if (item->readable && item->kind == PT_ITEM_VARIANT)
        compare_variant(&of);
    else if (item->readable)
        compare_packs(&of, item->name);
    pt_worker_find(worker, &of.report, false);
    pt_worker_status(worker, &of.status);
}
