/* SPDX-License-Identifier: EUPL-1.2 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "io/rows.h"
#include "io/scenario.h"
#include "pack_support.h"
#include "run/replay.h"

const char bench_pack_folder[] = "rules/passend-onderwijs";
static const char dossier_folder[] = "scenarios/dossiers";

static void must_be_clean(const pt_report *report)
{
    if (report->errors == 0)
        return;
    show_findings(report);
    exit(1);
}

/* --- Files ---------------------------------------------------------------------------------- */

static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static size_t dossier_names(pt_arena *arena, const char ***names)
{
    size_t count = 0;
    size_t capacity = 0;
    DIR *folder = opendir(pt_format(arena, "%s/%s", PT_TEST_ROOT, dossier_folder));
    for (const struct dirent *e; folder != NULL && (e = readdir(folder)) != NULL;) {
        const char *end = strrchr(e->d_name, '.');
        if (end == NULL || strcmp(end, ".yaml") != 0)
            continue;
        *names = pt_arena_grow(arena, *names, count, &capacity, sizeof **names);
        (*names)[count++] = pt_format(arena, "%s", e->d_name);
    }
    if (folder != NULL)
        closedir(folder);
    if (count > 0)
        qsort(*names, count, sizeof **names, by_name);
    return count;
}

/* Where the comment of a line begins, or its end: # after a blank, outside quotes. */
static const char *comment_in(const char *line, const char *end)
{
    char quote = '\0';
    for (const char *at = line; at < end; at++) {
        if (quote != '\0')
            quote = *at == quote ? '\0' : quote;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '#' && (at == line || at[-1] == ' '))
            return at;
    }
    return end;
}

static pt_source without_comments(pt_arena *arena, const pt_source *source)
{
    pt_text text = pt_text_create(arena);
    const char *end = source->text + source->length;
    for (const char *line = source->text; line < end;) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        stop = stop == NULL ? end : stop;
        const char *last = comment_in(line, stop);
        while (last > line && last[-1] == ' ')
            last--;
        if (last > line) {
            pt_text_add_bytes(&text, line, (size_t)(last - line));
            pt_text_add_char(&text, '\n');
        }
        line = stop + (stop < end ? 1 : 0);
    }
    return (pt_source){source->path, text.bytes, text.length};
}

static void load_files(bench_case *c)
{
    const char **names = NULL;
    c->file_count = dossier_names(c->arena, &names);
    pt_source *files = PT_NEW_ARRAY(c->arena, c->file_count, pt_source);
    pt_source *bare = PT_NEW_ARRAY(c->arena, c->file_count, pt_source);
    for (size_t i = 0; i < c->file_count; i++) {
        files[i] = *file_of(c->arena, dossier_folder, names[i]);
        bare[i] = without_comments(c->arena, &files[i]);
    }
    c->files = files;
    c->bare = bare;
}

/* --- Plays ---------------------------------------------------------------------------------- */

/* Passes a question on to Lua and keeps it. */
static bool listen(void *context, const pt_function *function, const pt_value *inputs,
                   pt_answer *answer)
{
    bench_case *c = context;
    pt_value *kept = PT_NEW_ARRAY(c->arena, function->input_count, pt_value);
    if (function->input_count > 0)
        memcpy(kept, inputs, function->input_count * sizeof *inputs);
    c->readings = pt_arena_grow(c->arena, c->readings, c->reading_count, &c->reading_capacity,
                                sizeof *c->readings);
    c->readings[c->reading_count++] = (bench_reading){function, kept};
    pt_reading lua = pt_lua_reading(c->lua);
    return lua.call(lua.context, function, inputs, answer);
}

static bool keep_rows(void *context, const char *bytes, size_t length)
{
    pt_text_add_bytes(context, bytes, length);
    return true;
}

static void count_rows(bench_play *play)
{
    pt_row row;
    pt_rows_reader reader = pt_rows_reader_create();
    pt_rows_feed(&reader, play->rows, play->rows_bytes);
    while (pt_rows_next(&reader, &row) == PT_ROWS_ROW)
        play->row_count++;
}

static void play_once(bench_case *c, bench_play *play)
{
    pt_arena *arena = pt_arena_create();
    pt_text scratch = pt_text_create(arena);
    pt_text rows = pt_text_create(c->arena);
    pt_replay_options all = {.plan = c->plan, .record_outcomes = true};
    pt_lua_set_region(c->lua, (pt_region)play->scenario->region);
    const pt_run_result *result =
        pt_replay(arena, c->pack, play->scenario, (pt_reading){0}, &c->report, &all);
    pt_rows_write(&scratch, result, NULL, keep_rows, &rows);
    play->rows = rows.bytes;
    play->rows_bytes = rows.length;
    count_rows(play);
    play->first_reading = c->reading_count;
    pt_replay_options plain = {.plan = c->plan};
    pt_replay(arena, c->pack, play->scenario, (pt_reading){listen, c}, &c->report, &plain);
    play->reading_count = c->reading_count - play->first_reading;
    pt_arena_destroy(arena);
}

static void play_all(bench_case *c)
{
    size_t capacity = 0;
    for (size_t i = 0; i < c->file_count; i++) {
        pt_story *story = pt_story_read(c->arena, &c->bare[i], &c->report);
        must_be_clean(&c->report);
        for (size_t p = 0; p < pt_story_play_count(story); p++) {
            c->plays =
                pt_arena_grow(c->arena, c->plays, c->play_count, &capacity, sizeof *c->plays);
            c->plays[c->play_count] = (bench_play){
                .scenario = pt_story_play(c->arena, story, c->pack, NULL, p, &c->report)};
            must_be_clean(&c->report);
            play_once(c, &c->plays[c->play_count++]);
        }
    }
    must_be_clean(&c->report);
}

bench_case *bench_load(void)
{
    pt_arena *arena = pt_arena_create();
    bench_case *c = PT_NEW(arena, bench_case);
    c->arena = arena;
    c->report = pt_report_create(arena);
    c->pack = pack_in(arena, bench_pack_folder, &c->report);
    must_be_clean(&c->report);
    c->plan = pt_plan_create(arena, c->pack);
    c->lua = pt_lua_create(arena, c->pack, &c->report, NULL);
    load_files(c);
    play_all(c);
    return c;
}
