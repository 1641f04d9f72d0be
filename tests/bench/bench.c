/* SPDX-License-Identifier: EUPL-1.2 */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/rows.h"
#include "io/scenario.h"
#include "io/store.h"
#include "pack_support.h"
#include "run/replay.h"
#include "run/tree_reader.h"

/* --- Reading dossiers ----------------------------------------------------------------------- */

static void *begin_arena(const bench_case *c)
{
    (void)c;
    return pt_arena_create();
}

static void read_one(const bench_case *c, pt_arena *arena, const pt_source *source)
{
    pt_arena_reset(arena);
    pt_report report = pt_report_create(arena);
    const pt_story *story = pt_story_read(arena, source, &report);
    if (pt_story_play(arena, story, c->pack, NULL, 0, &report) == NULL)
        abort();
}

static void read_bare(const bench_case *c, void *arena, size_t index)
{
    read_one(c, arena, &c->bare[index]);
}

static void read_shipped(const bench_case *c, void *arena, size_t index)
{
    read_one(c, arena, &c->files[index]);
}

/* --- Replaying ------------------------------------------------------------------------------ */

static void replay_one(const bench_case *c, pt_arena *arena, size_t index, pt_reading second,
                       bool record_outcomes)
{
    pt_arena_reset(arena);
    pt_report report = pt_report_create(arena);
    const pt_scenario *scenario = c->plays[index].scenario;
    pt_replay_options options = {.plan = c->plan, .record_outcomes = record_outcomes};
    if (second.call != NULL) {
        pt_lua_set_region(c->lua, (pt_region)scenario->region);
        pt_lua_set_report(c->lua, &report);
    }
    if (pt_replay(arena, c->pack, scenario, second, &report, &options)->broken)
        abort();
}

static void replay_trees(const bench_case *c, void *arena, size_t index)
{
    replay_one(c, arena, index, (pt_reading){0}, false);
}

static void replay_recording(const bench_case *c, void *arena, size_t index)
{
    replay_one(c, arena, index, (pt_reading){0}, true);
}

static void replay_both(const bench_case *c, void *arena, size_t index)
{
    replay_one(c, arena, index, pt_lua_reading(c->lua), false);
}

/* The questions of a replay to Lua, and nothing else. */
static void lua_calls(const bench_case *c, void *arena, size_t index)
{
    (void)arena;
    const bench_play *play = &c->plays[index];
    pt_reading lua = pt_lua_reading(c->lua);
    pt_answer answer;
    for (size_t i = 0; i < play->reading_count; i++) {
        const bench_reading *r = &c->readings[play->first_reading + i];
        lua.call(lua.context, r->function, r->inputs, &answer);
    }
}

static void *begin_trees(const bench_case *c)
{
    return pt_tree_reader_create(pt_arena_create(), c->pack, PT_REGION_NONE);
}

/* The same questions to the trees of the latest law. */
static void tree_calls(const bench_case *c, void *reader, size_t index)
{
    const bench_play *play = &c->plays[index];
    pt_answer answer;
    for (size_t i = 0; i < play->reading_count; i++) {
        const bench_reading *r = &c->readings[play->first_reading + i];
        if (r->function->period_count > 0)
            pt_tree_reader_answer(reader, r->function,
                                  r->function->periods[r->function->period_count - 1].tree,
                                  r->inputs, &answer);
    }
}

/* --- Storing -------------------------------------------------------------------------------- */

typedef struct storing {
    pt_arena *arena;
    pt_report report;
    pt_store *store;
    char path[64];
} storing;

static void *begin_store(const bench_case *c)
{
    (void)c;
    pt_arena *arena = pt_arena_create();
    storing *s = PT_NEW(arena, storing);
    s->arena = arena;
    s->report = pt_report_create(arena);
    snprintf(s->path, sizeof s->path, "/tmp/proeftuin-store-%ld.db", (long)getpid());
    pt_store_options options = {.program_version = "bench"};
    s->store = pt_store_open(arena, s->path, &options, &s->report);
    return s;
}

static void store_one(const bench_case *c, void *state, size_t index)
{
    storing *s = state;
    if (!pt_store_add(s->store, c->plays[index].rows, c->plays[index].rows_bytes))
        abort();
}

static void end_store(const bench_case *c, void *state)
{
    (void)c;
    storing *s = state;
    if (!pt_store_close(s->store))
        abort();
    unlink(s->path);
}

/* --- Print ---------------------------------------------------------------------------------- */

typedef struct figure {
    const char *name;
    bench_work work;
    const char *limit_name;
    bench_work limit;
    const char *goal; /* a core */
} figure;

static void print_figure(const bench_case *c, const figure *f, int processes)
{
    bool limited = f->limit.unit != NULL;
    bench_rates rates = bench_measure(c, &f->work, limited ? &f->limit : NULL, processes);
    printf("%-44s %9.0f %9.0f %8s", f->name, rates.one, rates.all, f->goal);
    if (limited)
        printf("  %-30s %9.0f %5.2f", f->limit_name, rates.limit, rates.one / rates.limit);
    printf("\n");
}

static void print_figures(const bench_case *c, int processes)
{
    size_t files = c->file_count;
    size_t plays = c->play_count;
    bench_work events = bench_bare_events;
    bench_work insert = bench_bare_insert;
    events.count = files;
    insert.count = plays;
    bench_work by_lua = {begin_arena, lua_calls, NULL, plays};
    bench_work by_trees = {begin_trees, tree_calls, NULL, plays};
    const figure figures[] = {
        {"dossiers read, without comments",
         {begin_arena, read_bare, NULL, files},
         "bare libyaml events",
         events,
         "10000"},
        {"dossiers read, as shipped", {begin_arena, read_shipped, NULL, files}, NULL, {0}, ""},
        {"histories replayed, trees alone",
         {begin_arena, replay_trees, NULL, plays},
         "its questions to bare trees",
         by_trees,
         "50000"},
        {"histories replayed, Lua beside",
         {begin_arena, replay_both, NULL, plays},
         "its questions to Lua alone",
         by_lua,
         ""},
        {"histories replayed, all outcomes recorded",
         {begin_arena, replay_recording, NULL, plays},
         NULL,
         {0},
         ""},
        {"runs stored, all outcomes, a file each",
         {begin_store, store_one, end_store, plays},
         "bare inserts of as many rows",
         insert,
         "4000"},
    };
    printf("%-44s %9s %6d x %8s  %-30s %9s %5s\n", "a second", "1 process", processes, "goal",
           "limit, 1 process", "a second", "ratio");
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        print_figure(c, &figures[i], processes);
}

static void print_sizes(const bench_case *c)
{
    size_t shipped = 0;
    size_t bare = 0;
    size_t rows = 0;
    size_t bytes = 0;
    size_t steps = 0;
    for (size_t i = 0; i < c->file_count; i++) {
        shipped += c->files[i].length;
        bare += c->bare[i].length;
    }
    for (size_t i = 0; i < c->play_count; i++) {
        rows += c->plays[i].row_count;
        bytes += c->plays[i].rows_bytes;
        steps += c->plays[i].scenario->step_count;
    }
    printf("dossiers   %zu of %zu bytes (%zu without comments); %zu histories of %zu steps,\n"
           "           %zu questions, %zu rows, %zu bytes of rows (means)\n\n",
           c->file_count, shipped / c->file_count, bare / c->file_count, c->play_count,
           steps / c->play_count, c->reading_count / c->play_count, rows / c->play_count,
           bytes / c->play_count);
}

/* --- Loading a pack ------------------------------------------------------------------------- */

enum { LOADS = 10 };

typedef struct load_times {
    double yaml, reader, plan, lua;
} load_times;

static void least(double *best, double new)
{
    *best = *best == 0 || new < *best ? new : *best;
}

static void load_once(const bench_case *c, load_times *best)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    double start = bench_seconds();
    pt_pack *pack = pack_yaml_in(arena, bench_pack_folder, &report);
    double read = bench_seconds();
    pt_rule_text *texts = PT_NEW_ARRAY(arena, c->pack->source_count, pt_rule_text);
    for (size_t i = 0; i < c->pack->source_count; i++)
        texts[i] = (pt_rule_text){&c->pack->sources[i], NULL, PT_DATE_NONE};
    pack->sources = c->pack->sources;
    pack->source_count = c->pack->source_count;
    pt_read_rules(pack, texts, pack->source_count, &report);
    double known = bench_seconds();
    pt_plan_create(arena, pack);
    double planned = bench_seconds();
    pt_lua *lua = pt_lua_create(arena, pack, &report, NULL);
    double ready = bench_seconds();
    pt_lua_destroy(lua);
    pt_arena_destroy(arena);
    least(&best->yaml, read - start);
    least(&best->reader, known - read);
    least(&best->plan, planned - known);
    least(&best->lua, ready - planned);
}

static void print_loading(const bench_case *c)
{
    load_times best = {0};
    for (int i = 0; i < LOADS; i++)
        load_once(c, &best);
    printf("\npack loaded (best of %d): %.2f ms = YAML %.2f, reader %.2f, plan %.2f, Lua %.2f\n",
           LOADS, (best.yaml + best.reader + best.plan + best.lua) * 1000, best.yaml * 1000,
           best.reader * 1000, best.plan * 1000, best.lua * 1000);
    printf("bare Lua call of a small function: %.0f a second\n", bench_bare_lua_call());
}

/* --- Memory --------------------------------------------------------------------------------- */

/* As a confined child does it: pack and Lua once, one arena for a dossier at a time. */
static void print_memory(void)
{
    enum { DOSSIERS = 10000 };
    fflush(stdout);
    if (fork() == 0) {
        bench_case *c = bench_load();
        pt_arena *arena = pt_arena_create();
        for (size_t i = 0; i < DOSSIERS; i++) {
            read_bare(c, arena, i % c->file_count);
            replay_one(c, arena, i % c->play_count, pt_lua_reading(c->lua), true);
        }
        struct rusage used;
        getrusage(RUSAGE_SELF, &used);
        printf("%-44s %8.1f MiB goal 128 MiB\n", "engine: peak memory, 10,000 dossiers played",
               (double)used.ru_maxrss / 1024);
        fflush(stdout);
        _exit(0);
    }
    wait(NULL);
}

int main(int argc, char **argv)
{
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    int processes = cores < 2 ? 1 : (int)cores;
    bench_print_machine(processes);
    print_memory();
    bench_case *c = bench_load();
    bench_region(c, argc > 1 ? argv[1] : NULL);
    bench_program(c, argc > 1 ? argv[1] : NULL);
    printf("\n");
    print_sizes(c);
    print_figures(c, processes);
    print_loading(c);
    pt_lua_destroy(c->lua);
    pt_arena_destroy(c->arena);
    return 0;
}
