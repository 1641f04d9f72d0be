/* SPDX-License-Identifier: EUPL-1.2 */
/* controleer in a child: a pack by both readings on every boundary, a scenario by all that reads
 * it. */
#include <string.h>

#include "analyse/agree.h"
#include "analyse/check.h"
#include "api_child.h"
#include "io/pack_yaml.h"
#include "io/scenario.h"
#include "report/page.h"
#include "run/replay.h"
#include "run/tree_reader.h"

/* --- The first reading, for the analysis: it must say that it moves -----------------------------
 */

typedef struct trees {
    pt_progress *progress;
    pt_tree_reader *reader;
} trees;

static bool answer_by_tree(void *context, const pt_function *function, const pt_tree *tree,
                           const pt_value *inputs, pt_answer *answer)
{
    trees *of = context;
    pt_progress_step(of->progress);
    return pt_tree_reader_answer(of->reader, function, tree, inputs, answer);
}

static bool answer_test(void *context, const pt_function *function, const pt_tree *tree,
                        const pt_test *test, const pt_value *inputs)
{
    trees *of = context;
    return pt_tree_reader_test(of->reader, function, tree, test, inputs);
}

/* --- A pack ------------------------------------------------------------------------------------
 */

static void say(pt_page *page, pt_message message, pt_tone tone, size_t count)
{
    pt_page_put(page, PT_TONE_PLAIN, ", ");
    const char *shown = pt_format(page->out->arena, "%zu", count);
    pt_page_say(page, tone, message, PT_ARGS(shown));
}

/* Which functions hold tests whose branches were split without proof, and how many. */
static void list_opaque(const pt_pack *pack, pt_page *page)
{
    pt_page_put(page, PT_TONE_PLAIN, ": ");
    const char *between = "";
    for (uint32_t i = 0; i < pack->function_count; i++) {
        const pt_function *function = pack->functions[i];
        uint32_t opaque = 0;
        for (size_t j = 0; j < function->period_count; j++)
            opaque += function->periods[j].tree->opaque_count;
        if (opaque == 0)
            continue;
        pt_page_put(page, PT_TONE_PLAIN,
                    pt_format(page->out->arena, "%s%s (%u)", between,
                              pack->blocks[function->block].name, opaque));
        between = ", ";
    }
}

static void show_agreement(pt_worker *worker, const pt_loaded *loaded, const pt_agreement *agreed,
                           size_t hidden_notes)
{
    const pt_style *style = &worker->job.style;
    if (style->medium != PT_MEDIUM_PEOPLE)
        return;
    pt_text out = pt_text_create(worker->scratch);
    pt_page page = pt_page_create(&out, style->language, style->coloured);
    const pt_pack *pack = loaded->pack;
    pt_page_put(&page, PT_TONE_STRONG, pack->name);
    if (pack->variant != NULL)
        pt_page_put(&page, PT_TONE_STRONG, pt_format(worker->scratch, " + %s", pack->variant));
    pt_page_put(&page, PT_TONE_PLAIN, ": ");
    pt_page_say(&page, PT_TONE_PLAIN, PT_TEXT_CHECK_BLOCKS,
                PT_ARGS(pt_format(worker->scratch, "%u", pack->block_count)));
    say(&page, PT_TEXT_CHECK_FUNCTIONS, PT_TONE_PLAIN, agreed->functions);
    say(&page, PT_TEXT_CHECK_PATHS, PT_TONE_PLAIN, agreed->paths);
    say(&page, PT_TEXT_CHECK_POINTS, agreed->disagreements > 0 ? PT_TONE_BAD : PT_TONE_GOOD,
        agreed->points);
    if (agreed->free > 0)
        say(&page, PT_TEXT_CHECK_FREE, PT_TONE_DOUBT, agreed->free);
    if (hidden_notes > 0)
        say(&page, PT_TEXT_CHECK_NOTES, PT_TONE_PLAIN, hidden_notes);
    if (agreed->opaque > 0) {
        say(&page, PT_TEXT_CHECK_OPAQUE, PT_TONE_DOUBT, agreed->opaque);
        list_opaque(pack, &page);
    }
    pt_page_end(&page, 2);
    pt_worker_out(worker, &out);
}

static void moved(void *context)
{
    pt_progress_step(context);
}

/* Static findings; the number of notes that are not shown. */
static size_t check_text(pt_worker *worker, const pt_loaded *loaded, pt_tree_reading reading,
                         pt_report *report)
{
    pt_report notes = pt_report_create(worker->scratch);
    bool strict = worker->job.strict;
    pt_checking how = {reading, moved, worker->progress, strict};
    pt_check_pack(loaded->pack, &how, report, &notes);
    if (strict)
        pt_report_add(report, &notes);
    return strict ? 0 : notes.count + notes.dropped;
}

static void check_pack(pt_worker *worker, const pt_item *item, const pt_pack_key *key,
                       pt_status_report *status, pt_report *report)
{
    pt_loaded *loaded = pt_worker_pack(worker, key);
    pt_worker_find(worker, &loaded->report, true);
    status->unreadable = !loaded->usable;
    if (!loaded->usable)
        return;
    for (size_t i = 0; i < item->excluded_count; i++) {
        if (item->excluded[i] < loaded->pack->block_count)
            loaded->pack->blocks[item->excluded[i]].excluded = true;
    }
    pt_region region = loaded->pack->calendar->region_count > 0 ? 0 : PT_REGION_NONE;
    trees first = {worker->progress, pt_tree_reader_create(worker->scratch, loaded->pack, region)};
    pt_report lua_report = pt_report_create(worker->scratch);
    pt_lua_set_region(loaded->lua, region);
    pt_lua_set_report(loaded->lua, &lua_report);
    pt_tree_reading reading = {answer_by_tree, answer_test, &first};
    pt_agreement agreed = pt_agree(loaded->pack, reading, pt_lua_reading(loaded->lua),
                                   worker->job.seed, worker->job.samples, report);
    pt_lua_set_report(loaded->lua, &loaded->report);
    status->failed = agreed.disagreements > 0;
    size_t hidden_notes = check_text(worker, loaded, reading, report);
    show_agreement(worker, loaded, &agreed, hidden_notes);
}

static void check_variant(pt_worker *worker, const pt_item *item, pt_status_report *status,
                          pt_report *report)
{
    /* What is wrong with it comes again with the pack that it changes. */
    pt_report own = pt_report_create(worker->scratch);
    const pt_variant *variant = pt_variant_yaml_read(worker->scratch, &item->source, &own);
    status->unreadable = true;
    if (variant == NULL) {
        pt_report_add(report, &own);
        return;
    }
    pt_pack_key key = {item->root, variant->base, item->name};
    check_pack(worker, item, &key, status, report);
}

/* --- A scenario --------------------------------------------------------------------------------
 */

static const char *expected_name(const pt_pack *pack, const pt_expectation *expectation)
{
    uint16_t index = expectation->name.index;
    switch (expectation->kind == PT_EXPECT_NAME ? (pt_name_kind)expectation->name.kind
                                                : PT_NAME_FACT) {
    case PT_NAME_RULE: return pack->rule_groups[index].name;
    case PT_NAME_WINDOW: return pack->blocks[pack->windows[index].block].name;
    case PT_NAME_LIST: return pack->blocks[pack->lists[index].block].name;
    case PT_NAME_FACT:
    case PT_NAME_DUTY: break;
    }
    return NULL;
}

/* A scenario that expects something of a rule, window or list uses it. */
static void say_expected(pt_worker *worker, const pt_item *item, const pt_pack *pack,
                         const pt_scenario *scenario)
{
    pt_map said = pt_map_create(worker->play);
    for (size_t i = 0; i < scenario->step_count; i++) {
        for (size_t j = 0; j < scenario->steps[i].expectation_count; j++) {
            const char *name = expected_name(pack, &scenario->steps[i].expectations[j]);
            if (name == NULL || !pt_map_add(&said, name, 1))
                continue;
            pt_text body = pt_text_create(worker->scratch);
            pt_pack_string(&body, item->root);
            pt_pack_string(&body, pack->name);
            pt_pack_string(&body, name);
            pt_channel_write(worker->channel, PT_SAY_EXPECTED, body.bytes, body.length);
        }
    }
}

/* Replayed as well: only then do the two readings meet on what the story gives them. */
static void check_play(pt_worker *worker, const pt_item *item, const pt_loaded *loaded,
                       const pt_story *story, size_t index, pt_status_report *status,
                       pt_report *report)
{
    const pt_scenario *scenario =
        pt_story_play(worker->play, story, loaded->pack, NULL, index, report);
    if (scenario != NULL) {
        pt_check_scenario(loaded->pack, scenario, report);
        say_expected(worker, item, loaded->pack, scenario);
        pt_report findings = pt_report_create(worker->play);
        pt_lua_set_region(loaded->lua, scenario->region);
        pt_lua_set_report(loaded->lua, &findings);
        pt_replay_options options = {.plan = loaded->plan};
        const pt_run_result *result = pt_replay(worker->play, loaded->pack, scenario,
                                                pt_lua_reading(loaded->lua), &findings, &options);
        status->failed = status->failed || result->broken;
        pt_report_add(report, &findings);
        pt_lua_set_report(loaded->lua, (pt_report *)&loaded->report);
    }
    status->unreadable = status->unreadable || scenario == NULL;
    pt_arena_reset(worker->play);
}

static void check_under(pt_worker *worker, const pt_item *item, pt_story *story, const char *stack,
                        pt_status_report *status, pt_report *report)
{
    pt_pack_key key = {item->root, pt_story_pack(story), stack};
    pt_loaded *loaded = pt_worker_pack(worker, &key);
    pt_worker_find(worker, &loaded->report, true);
    status->unreadable = status->unreadable || !loaded->usable;
    pt_story_under(story, stack);
    size_t count = loaded->usable ? pt_story_play_count(story) : 0;
    for (size_t i = 0; i < count; i++)
        check_play(worker, item, loaded, story, i, status, report);
}

static void check_scenario(pt_worker *worker, const pt_item *item, pt_status_report *status,
                           pt_report *report)
{
    pt_story *story = pt_story_read(worker->scratch, &item->source, report);
    status->unreadable = story == NULL;
    if (story == NULL)
        return;
    pt_story_check_privacy(story, report);
    bool own = worker->job.variant == NULL;
    size_t laws = own ? pt_story_law_count(story) : 1;
    for (size_t i = 0; i < laws; i++)
        check_under(worker, item, story, own ? pt_story_law(story, i) : worker->job.variant, status,
                    report);
}

void pt_worker_check(pt_worker *worker, const pt_item *item)
{
    pt_status_report status = {.unreadable = true};
    pt_report report = pt_report_create(worker->scratch);
    pt_pack_key key = {item->root, item->name, worker->job.variant};
    if (item->readable && item->kind == PT_ITEM_PACK)
        check_pack(worker, item, &key, &status, &report);
    else if (item->readable && item->kind == PT_ITEM_VARIANT)
        check_variant(worker, item, &status, &report);
    else if (item->readable && item->kind == PT_ITEM_PAIR)
        pt_worker_pair(worker, item, &status, &report);
    else if (item->readable)
        check_scenario(worker, item, &status, &report);
    pt_worker_find(worker, &report, false);
    pt_worker_status(worker, &status);
}
