/* SPDX-License-Identifier: EUPL-1.2 */
/* grensgevallen in a child: cases that reach every path and boundary, as scenarios. */
#include <string.h>

#include "api_story_file.h"
#include "model/test_words.h"
#include "report/page.h"
#include "run/frontier.h"

typedef struct seeking {
    pt_worker *worker;
    pt_loaded *loaded;
    pt_frontier_search *search;
    const pt_coverage_plan *counters;
    pt_coverage coverage; /* what the files reach, all together */
    pt_report *report;
    pt_status_report *status;
    const pt_frontier **all; /* what was asked for, fewest cases first */
    size_t count;
    pt_story_maker maker;
} seeking;

static const char *words(const seeking *of, pt_message message, const char *const *arguments)
{
    return pt_message_filled(of->worker->scratch, message, of->worker->job.style.language,
                             arguments);
}

static const char *number(const seeking *of, size_t amount)
{
    return pt_format(of->worker->scratch, "%zu", amount);
}

/* --- What was not found ----------------------------------------------------------------------- */

static const char *missed(const seeking *of, const pt_frontier_miss *miss)
{
    pt_arena *arena = of->worker->scratch;
    const char *paths = number(of, miss->paths);
    if (miss->test == NULL)
        return words(of, PT_TEXT_FRONTIER_NEVER_ASKED, PT_ARGS(miss->function->path, paths));
    pt_text asked = pt_text_create(arena);
    pt_test_words(&asked, of->loaded->pack, miss->function, miss->tree, miss->test);
    const char *answer = words(of, miss->answer ? PT_TEXT_COVER_YES : PT_TEXT_COVER_NO, NULL);
    const char *place = pt_format(arena, "%s (%s:%u)", miss->function->path,
                                  miss->test->at.source->path, miss->test->at.line);
    return miss->of_edge
               ? words(of, PT_TEXT_FRONTIER_NO_EDGE, PT_ARGS(place, asked.bytes))
               : words(of, PT_TEXT_FRONTIER_NOT_TURNED, PT_ARGS(place, asked.bytes, answer, paths));
}

static const char *remarks_of(const seeking *of, const pt_frontier *found)
{
    pt_text out = pt_text_create(of->worker->scratch);
    pt_text_format(
        &out, "%s\n",
        words(of, PT_TEXT_FRONTIER_REACHED,
              PT_ARGS(number(of, found->paths.reached), number(of, found->paths.total),
                      number(of, found->edges.reached), number(of, found->edges.total))));
    if (found->free)
        pt_text_format(&out, "%s\n", words(of, PT_TEXT_FRONTIER_FREE, NULL));
    for (size_t i = 0; i < found->miss_count; i++)
        pt_text_format(&out, "%s\n", missed(of, &found->misses[i]));
    return out.bytes;
}

/* --- Files ------------------------------------------------------------------------------------ */

static void write_frontier(seeking *of, const pt_frontier *found)
{
    pt_story_make(&of->maker, found->owner, "grens", remarks_of(of, found), found->cases,
                  found->case_count);
}

/* --- What is asked for ------------------------------------------------------------------------ */

static bool is_named(const seeking *of, const pt_block *block, size_t name)
{
    const char *asked = of->worker->job.names[name];
    const char *kind = of->loaded->pack->kinds[block->subject].name;
    return strcmp(asked, block->name) == 0 ||
           strcmp(asked, pt_format(of->worker->scratch, "%s.%s", kind, block->name)) == 0;
}

static void ask_for(seeking *of, pt_owner owner, bool *known)
{
    const pt_block *block = pt_owner_block(of->loaded->pack, owner);
    const pt_function *any = NULL;
    bool wanted = of->worker->job.name_count == 0;
    for (size_t i = 0; i < of->worker->job.name_count; i++)
        if (is_named(of, block, i))
            wanted = known[i] = true;
    if (wanted && pt_owner_functions(of->loaded->pack, owner, &any, 1) > 0)
        of->all[of->count++] = pt_frontier_of(of->search, owner);
}

static void ask_for_all(seeking *of)
{
    const pt_pack *pack = of->loaded->pack;
    const pt_job *job = &of->worker->job;
    bool *known = PT_NEW_ARRAY(of->worker->scratch, job->name_count, bool);
    size_t most = (size_t)pack->rule_group_count + pack->duty_group_count + pack->list_count;
    of->all = PT_NEW_ARRAY(of->worker->scratch, most, const pt_frontier *);
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        ask_for(of, (pt_owner){PT_OWNER_RULE, i}, known);
    for (uint16_t i = 0; i < pack->duty_group_count; i++)
        ask_for(of, (pt_owner){PT_OWNER_DUTY, i}, known);
    for (uint16_t i = 0; i < pack->list_count; i++)
        ask_for(of, (pt_owner){PT_OWNER_LIST, i}, known);
    for (size_t i = 0; i < job->name_count; i++) {
        if (known[i])
            continue;
        of->status->misused = true;
        pt_find(of->report, PT_A022, (pt_position){0}, PT_ARGS(job->names[i], pack->name), NULL);
    }
}

/* Stable: what is as large stays in the order of the pack. */
static void smallest_first(seeking *of)
{
    for (size_t i = 1; i < of->count; i++) {
        const pt_frontier *moved = of->all[i];
        size_t at = i;
        for (; at > 0 && of->all[at - 1]->case_count > moved->case_count; at--)
            of->all[at] = of->all[at - 1];
        of->all[at] = moved;
    }
}

static void say_total(seeking *of)
{
    size_t reached = 0;
    size_t total = 0;
    for (uint32_t f = 0; f < of->loaded->pack->function_count; f++) {
        const pt_coverage_function *function = &of->counters->functions[f];
        for (size_t t = 0; t < function->tree_count; t++)
            for (uint32_t p = 0; p < function->trees[t].path_count; p++, total++)
                reached += of->coverage.counts[function->trees[t].first_path + p] > 0;
    }
    pt_text out = pt_text_create(of->worker->scratch);
    pt_text_format(&out, "# %s\n",
                   words(of, PT_TEXT_FRONTIER_TOTAL,
                         PT_ARGS(number(of, of->maker.files), number(of, of->maker.cases),
                                 number(of, reached), number(of, total))));
    pt_worker_out(of->worker, &out);
}

static void sign_of_life(void *context)
{
    pt_progress_step(context);
}

static void seek(seeking *of)
{
    pt_worker *worker = of->worker;
    pt_arena *arena = worker->scratch;
    of->counters = pt_coverage_plan_create(arena, of->loaded->pack);
    of->coverage = pt_coverage_create(arena, of->counters);
    of->maker = (pt_story_maker){.worker = worker, .loaded = of->loaded, .coverage = &of->coverage};
    of->search =
        pt_frontier_search_create(arena, of->loaded->plan, of->counters,
                                  pt_lua_reading(of->loaded->lua), sign_of_life, worker->progress);
    ask_for_all(of);
    pt_frontier_search_end(of->search);
    if (of->status->misused)
        return;
    smallest_first(of);
    for (size_t i = 0; i < of->count; i++)
        write_frontier(of, of->all[i]);
    say_total(of);
    of->status->failed = of->maker.failed;
}

void pt_worker_frontier(pt_worker *worker, const pt_item *item)
{
    pt_status_report status = {.unreadable = true};
    pt_report report = pt_report_create(worker->scratch);
    seeking of = {.worker = worker, .report = &report, .status = &status};
    pt_pack_key key = {item->root, item->name, worker->job.variant};
    of.loaded = pt_worker_pack(worker, &key);
    pt_worker_find(worker, &of.loaded->report, true);
    status.unreadable = !of.loaded->usable;
    if (of.loaded->usable)
        seek(&of);
    pt_worker_find(worker, &report, false);
    pt_worker_status(worker, &status);
}
