/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_story_file.h"

#include <string.h>

#include "io/scenario.h"
#include "report/made_story.h"
#include "report/page.h"
#include "run/replay.h"

const pt_block *pt_owner_block(const pt_pack *pack, pt_owner owner)
{
    switch ((pt_owner_kind)owner.kind) {
    case PT_OWNER_RULE:
        return &pack->blocks[pack->rules[pack->rule_groups[owner.index].versions[0]].block];
    case PT_OWNER_DUTY:
        return &pack->blocks[pack->duties[pack->duty_groups[owner.index].versions[0]].block];
    case PT_OWNER_LIST: break;
    }
    return &pack->blocks[pack->lists[owner.index].block];
}

/* --- Playing what is written ------------------------------------------------------------------ */

typedef struct played {
    const char *fields[PT_STORY_FIELDS]; /* as found */
    size_t passed;
    size_t unjudged;
    bool whole;
} played;

static void take_fields(const pt_run_result *result, played *play, pt_arena *arena)
{
    size_t field = 0;
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind != PT_RECORD_EXPECTATION)
            continue;
        const char *found = record->of.expectation.found;
        if (field < PT_STORY_FIELDS)
            play->fields[field++] = pt_arena_copy(arena, found, strlen(found));
        play->passed += record->of.expectation.passed;
        play->unjudged += record->of.expectation.unjudged;
    }
}

static played play_row(pt_story_maker *maker, pt_story *read, size_t row,
                       const pt_coverage *coverage)
{
    pt_worker *worker = maker->worker;
    pt_loaded *loaded = maker->loaded;
    played play = {.whole = false};
    pt_report report = pt_report_create(worker->play);
    const pt_scenario *scenario =
        pt_story_play(worker->play, read, loaded->pack, NULL, row, &report);
    if (scenario != NULL) {
        pt_lua_set_region(loaded->lua, scenario->region);
        pt_lua_set_report(loaded->lua, &report);
        pt_replay_options options = {.plan = loaded->plan, .coverage = coverage};
        const pt_run_result *result = pt_replay(worker->play, loaded->pack, scenario,
                                                pt_lua_reading(loaded->lua), &report, &options);
        take_fields(result, &play, worker->scratch);
        play.whole = !result->broken;
        pt_lua_set_report(loaded->lua, &loaded->report);
    }
    pt_progress_step(worker->progress);
    pt_arena_reset(worker->play);
    return play;
}

static pt_story *read_story(pt_story_maker *maker, const pt_made_story *made, pt_text *text)
{
    pt_arena *arena = maker->worker->scratch;
    pt_source *source = PT_NEW(arena, pt_source);
    pt_report report = pt_report_create(arena);
    *text = pt_text_create(arena);
    pt_made_story_write(text, made);
    *source = (pt_source){made->name, text->bytes, text->length};
    return pt_story_read(arena, source, &report);
}

/* Fills in what comes out now; leaves the cases that can be played. */
static void fill_in(pt_story_maker *maker, pt_made_story *made, const pt_made_case **cases)
{
    pt_text text;
    size_t kept = 0;
    for (size_t i = 0; i < made->case_count; i++) {
        pt_made_story one = *made;
        one.cases = &cases[i];
        one.case_count = 1;
        pt_story *read = read_story(maker, &one, &text);
        played play = {.whole = false};
        if (read != NULL)
            play = play_row(maker, read, 0, NULL);
        if (!play.whole || play.fields[0] == NULL)
            continue;
        cases[kept] = cases[i];
        memcpy(made->fields[kept++], play.fields, sizeof play.fields);
    }
    made->case_count = kept;
}

/* Every expectation comes true, and none of them counts. */
static bool holds(pt_story_maker *maker, pt_story *read)
{
    for (size_t i = 0; i < pt_story_play_count(read); i++) {
        played play = play_row(maker, read, i, maker->coverage);
        if (!play.whole || play.passed == 0 || play.unjudged != play.passed)
            return false;
    }
    return true;
}

/* --- Files ------------------------------------------------------------------------------------ */

static void send(pt_story_maker *maker, const char *file, const pt_text *text)
{
    pt_text body = pt_text_create(maker->worker->scratch);
    pt_pack_string(&body, file);
    pt_pack_bytes(&body, text->bytes, text->length);
    pt_channel_write(maker->worker->channel, PT_SAY_FILE, body.bytes, body.length);
}

/* Every expectation with what a scenario would have that knows nothing. */
static void set_fields(pt_made_story *made, pt_arena *arena, pt_owner_kind kind)
{
    bool duty = kind == PT_OWNER_DUTY;
    made->keys[0] = duty ? "status" : "waarde";
    made->keys[1] = duty ? "uiterlijk" : kind == PT_OWNER_RULE ? "reden" : NULL;
    made->columns[0] = duty ? "status" : "uitkomst";
    made->columns[1] = duty ? "uiterlijk" : "reden";
    made->fields = pt_arena_array(arena, made->case_count, sizeof *made->fields);
    for (size_t i = 0; i < made->case_count; i++) {
        made->fields[i][0] = duty ? "geen" : "onbekend";
        made->fields[i][1] = "geen";
    }
}

/* Of a list the expectation is about whom it is a list of. */
static uint8_t about(const pt_pack *pack, pt_owner owner, const pt_made_case *made)
{
    if (owner.kind != PT_OWNER_LIST)
        return 0;
    return made->subjects[0].references[pack->lists[owner.index].reference];
}

/* Lower case, digits and dashes: a name for a scenario and for its file. */
static const char *plain_name(pt_arena *arena, const char *stem, const char *kind, const char *name,
                              size_t part)
{
    char *made = pt_format(arena, "%s-%s-%s-%zu", stem, kind, name, part);
    for (char *at = made; *at != '\0'; at++)
        if (*at == '_')
            *at = '-';
    return made;
}

static pt_made_story story_of(const pt_story_maker *maker, pt_owner owner)
{
    const pt_pack *pack = maker->loaded->pack;
    const pt_block *block = pt_owner_block(pack, owner);
    const char *title = block->title != NULL ? block->title : block->name;
    const pt_worker *worker = maker->worker;
    return (pt_made_story){.pack = pack,
                           .variant = worker->job.variant,
                           .what = block->name,
                           .title = pt_message_filled(worker->scratch, PT_TEXT_FRONTIER_TITLE,
                                                      worker->job.style.language, PT_ARGS(title))};
}

static void make_file(pt_story_maker *maker, pt_owner owner, const char *stem, size_t part,
                      const char *remarks, const pt_made_case **cases, size_t count)
{
    pt_arena *arena = maker->worker->scratch;
    const pt_pack *pack = maker->loaded->pack;
    const pt_block *block = pt_owner_block(pack, owner);
    pt_text text;
    pt_made_story made = story_of(maker, owner);
    made.name = plain_name(arena, stem, pack->kinds[block->subject].name, block->name, part);
    made.remarks = remarks;
    made.cases = cases;
    made.case_count = count;
    made.about = about(pack, owner, cases[0]);
    set_fields(&made, arena, (pt_owner_kind)owner.kind);
    fill_in(maker, &made, cases);
    if (made.case_count == 0)
        return;
    pt_story *read = read_story(maker, &made, &text);
    if (read == NULL || !holds(maker, read)) {
        maker->failed = true; /* the same cases came out one by one */
        return;
    }
    maker->files++;
    maker->cases += made.case_count;
    send(maker, pt_format(arena, "%s.yaml", made.name), &text);
}

/* The cases with the subjects of the first that is left; it takes them out. */
static size_t take_alike(const pt_made_case **left, size_t *count, const pt_made_case **taken)
{
    size_t kept = 0;
    size_t found = 0;
    const pt_made_case *first = left[0];
    for (size_t i = 0; i < *count; i++) {
        if (pt_made_story_fits(first, left[i]) && found < PT_LIMIT_TABLE_ROWS)
            taken[found++] = left[i];
        else
            left[kept++] = left[i];
    }
    *count = kept;
    return found;
}

void pt_story_make(pt_story_maker *maker, pt_owner owner, const char *stem, const char *remarks,
                   const pt_made_case *const *cases, size_t count)
{
    const pt_worker *worker = maker->worker;
    const pt_made_case **left = PT_NEW_ARRAY(worker->scratch, count, const pt_made_case *);
    const pt_made_case **taken = PT_NEW_ARRAY(worker->scratch, count, const pt_made_case *);
    const char *unjudged = pt_message_filled(worker->scratch, PT_TEXT_FRONTIER_UNJUDGED,
                                             worker->job.style.language, NULL);
    for (size_t i = 0; i < count; i++)
        left[i] = cases[i];
    for (size_t part = 1; count > 0; part++) {
        size_t alike = take_alike(left, &count, taken);
        const char *above =
            part == 1 ? pt_format(worker->scratch, "%s\n%s", unjudged, remarks) : unjudged;
        make_file(maker, owner, stem, part, above, taken, alike);
    }
}
