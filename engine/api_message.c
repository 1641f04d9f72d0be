/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_message.h"

#include <string.h>

#include "base/limits.h"

/* Bounds on what a child may make the program show: far above any honest file. */
enum { MOST_LINE = 10000000, MOST_COLUMN = 5000, MOST_NUMBERS = 1 << 20 };

/* So that a reach fits in a frame. */
enum { MOST_COUNTERS = 600000 };

static const char *keep(pt_arena *arena, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(arena, text, strlen(text));
}

static uint32_t at_most(uint32_t number, uint32_t most)
{
    return number > most ? most : number;
}

static void pack_numbers(pt_text *out, const uint32_t *numbers, size_t count)
{
    pt_pack_u32(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++)
        pt_pack_u32(out, numbers[i]);
}

static const uint32_t *unpack_numbers(pt_arena *arena, pt_unpacker *in, size_t *count)
{
    *count = at_most(pt_unpack_u32(in), MOST_NUMBERS);
    uint32_t *numbers = PT_NEW_ARRAY(arena, *count, uint32_t);
    for (size_t i = 0; i < *count && !in->failed; i++)
        numbers[i] = pt_unpack_u32(in);
    return numbers;
}

void pt_job_pack(pt_text *out, const pt_job *job)
{
    pt_pack_u32(out, job->kind);
    pt_pack_u32(out, job->style.medium);
    pt_pack_u32(out, job->style.language);
    pt_pack_u32(out, job->style.coloured);
    pt_pack_u32(out, job->everything);
    pt_pack_u32(out, job->base);
    pt_pack_u32(out, job->accept);
    pt_pack_u32(out, job->discreet);
    pt_pack_u32(out, job->rows);
    pt_pack_u32(out, job->strict);
    pt_pack_u32(out, job->pairs);
    pt_pack_string(out, job->variant);
    pt_pack_string(out, job->what);
    pt_pack_string(out, job->why_not);
    pt_pack_string(out, job->until);
    pt_pack_u32(out, job->by_line);
    pt_pack_u32(out, job->minimum);
    pt_pack_u32(out, job->most);
    pt_pack_u32(out, job->writes);
    pt_pack_u32(out, job->markdown);
    pt_pack_string(out, job->whom);
    pt_pack_string(out, job->other);
    pt_pack_string(out, job->other_variant);
    pt_pack_u32(out, job->samples);
    pt_pack_i64(out, (int64_t)job->seed);
    pt_pack_u32(out, (uint32_t)job->choice_count);
    for (size_t i = 0; i < job->choice_count; i++) {
        pt_pack_string(out, job->choices[i].decision);
        pt_pack_string(out, job->choices[i].branch);
    }
    pt_pack_u32(out, job->asks);
    pt_pack_u32(out, (uint32_t)job->beside_count);
    for (size_t i = 0; i < job->beside_count; i++)
        pt_pack_string(out, job->beside[i]);
    pt_pack_u32(out, job->assumptions);
    pt_pack_u32(out, job->paths);
    pt_pack_u32(out, (uint32_t)job->name_count);
    for (size_t i = 0; i < job->name_count; i++)
        pt_pack_string(out, job->names[i]);
}

bool pt_job_unpack(pt_arena *arena, const pt_frame *frame, pt_job *job)
{
    pt_unpacker in = pt_unpack(frame);
    *job = (pt_job){.kind = pt_unpack_u32(&in)};
    job->style.medium = (pt_medium)pt_unpack_u32(&in);
    job->style.language = (pt_language)pt_unpack_u32(&in);
    job->style.coloured = pt_unpack_u32(&in) != 0;
    job->everything = pt_unpack_u32(&in) != 0;
    job->base = pt_unpack_u32(&in) != 0;
    job->accept = pt_unpack_u32(&in) != 0;
    job->discreet = pt_unpack_u32(&in) != 0;
    job->rows = pt_unpack_u32(&in) != 0;
    job->strict = pt_unpack_u32(&in) != 0;
    job->pairs = pt_unpack_u32(&in) != 0;
    job->variant = keep(arena, pt_unpack_optional(&in));
    job->what = keep(arena, pt_unpack_optional(&in));
    job->why_not = keep(arena, pt_unpack_optional(&in));
    job->until = keep(arena, pt_unpack_optional(&in));
    job->by_line = pt_unpack_u32(&in) != 0;
    job->minimum = pt_unpack_u32(&in);
    job->most = pt_unpack_u32(&in);
    job->writes = pt_unpack_u32(&in) != 0;
    job->markdown = pt_unpack_u32(&in) != 0;
    job->whom = keep(arena, pt_unpack_optional(&in));
    job->other = keep(arena, pt_unpack_optional(&in));
    job->other_variant = keep(arena, pt_unpack_optional(&in));
    job->samples = pt_unpack_u32(&in);
    job->seed = (uint64_t)pt_unpack_i64(&in);
    job->choice_count = at_most(pt_unpack_u32(&in), MOST_NUMBERS);
    job->choices = PT_NEW_ARRAY(arena, job->choice_count, pt_chosen);
    for (size_t i = 0; i < job->choice_count && !in.failed; i++) {
        job->choices[i].decision = keep(arena, pt_unpack_string(&in));
        job->choices[i].branch = keep(arena, pt_unpack_string(&in));
    }
    job->asks = pt_unpack_u32(&in) != 0;
    job->beside_count = at_most(pt_unpack_u32(&in), PT_MOST_BESIDE);
    job->beside = PT_NEW_ARRAY(arena, job->beside_count, const char *);
    for (size_t i = 0; i < job->beside_count && !in.failed; i++)
        job->beside[i] = keep(arena, pt_unpack_string(&in));
    job->assumptions = pt_unpack_u32(&in) != 0;
    job->paths = pt_unpack_u32(&in) != 0;
    job->name_count = at_most(pt_unpack_u32(&in), MOST_NUMBERS);
    job->names = PT_NEW_ARRAY(arena, job->name_count, const char *);
    for (size_t i = 0; i < job->name_count && !in.failed; i++)
        job->names[i] = keep(arena, pt_unpack_string(&in));
    return pt_unpack_done(&in);
}

static void pack_source(pt_text *out, const pt_source *source)
{
    pt_pack_string(out, source->path);
    pt_pack_bytes(out, source->text, source->length);
}

static pt_source unpack_source(pt_arena *arena, pt_unpacker *in)
{
    pt_source source = {.path = keep(arena, pt_unpack_string(in))};
    const unsigned char *bytes = pt_unpack_bytes(in, &source.length);
    source.text = pt_arena_copy(arena, (const char *)bytes, source.length);
    return source;
}

static void pack_key(pt_text *out, const pt_pack_key *key)
{
    pt_pack_string(out, key->root);
    pt_pack_string(out, key->name);
    pt_pack_string(out, key->variant);
}

static void unpack_key(pt_unpacker *in, pt_pack_key *key)
{
    key->root = pt_unpack_string(in);
    key->name = pt_unpack_string(in);
    key->variant = pt_unpack_optional(in);
}

/* --- Reach ------------------------------------------------------------------------------------ */

static size_t counted(const pt_reach *reach)
{
    size_t count = 0;
    for (size_t i = 0; i < reach->count; i++)
        count += reach->counts[i] > 0;
    return count;
}

void pt_reach_pack(pt_text *out, const pt_reach *reach)
{
    pack_key(out, &reach->key);
    pt_pack_u32(out, (uint32_t)reach->scenarios);
    pt_pack_u32(out, (uint32_t)reach->plays);
    pt_pack_u32(out, (uint32_t)reach->elsewhere);
    pt_pack_u32(out, (uint32_t)reach->red);
    pt_pack_u32(out, (uint32_t)reach->count);
    pt_pack_u32(out, (uint32_t)counted(reach));
    for (size_t i = 0; i < reach->count; i++) {
        if (reach->counts[i] == 0)
            continue;
        pt_pack_u32(out, (uint32_t)i);
        pt_pack_i64(out, (int64_t)reach->counts[i]);
    }
}

static void unpack_counts(pt_arena *arena, pt_unpacker *in, pt_reach *reach)
{
    uint32_t pairs = pt_unpack_u32(in);
    in->failed = in->failed || reach->count > MOST_COUNTERS || pairs > reach->count;
    if (in->failed)
        return;
    reach->counts = PT_NEW_ARRAY(arena, reach->count, uint64_t);
    for (uint32_t i = 0; i < pairs && !in->failed; i++) {
        uint32_t index = pt_unpack_u32(in);
        int64_t count = pt_unpack_i64(in);
        in->failed = in->failed || index >= reach->count || count < 0;
        if (!in->failed)
            reach->counts[index] = (uint64_t)count;
    }
}

static pt_reach *unpack_reach(pt_arena *arena, pt_unpacker *in)
{
    pt_reach *reach = PT_NEW(arena, pt_reach);
    unpack_key(in, &reach->key);
    reach->key.root = keep(arena, reach->key.root);
    reach->key.name = keep(arena, reach->key.name);
    reach->key.variant = keep(arena, reach->key.variant);
    reach->scenarios = pt_unpack_u32(in);
    reach->plays = pt_unpack_u32(in);
    reach->elsewhere = pt_unpack_u32(in);
    reach->red = pt_unpack_u32(in);
    reach->count = pt_unpack_u32(in);
    unpack_counts(arena, in, reach);
    return reach;
}

bool pt_reach_unpack(pt_arena *arena, const pt_frame *frame, pt_reach *reach)
{
    pt_unpacker in = pt_unpack(frame);
    *reach = *unpack_reach(arena, &in);
    return pt_unpack_done(&in);
}

void pt_item_pack(pt_text *out, const pt_item *item)
{
    pt_pack_u32(out, item->kind);
    pt_pack_string(out, item->root);
    pt_pack_string(out, item->name);
    pack_source(out, &item->source);
    pt_pack_u32(out, item->readable);
    pack_numbers(out, item->excluded, item->excluded_count);
    pt_pack_u32(out, item->reach != NULL);
    if (item->reach != NULL)
        pt_reach_pack(out, item->reach);
}

bool pt_item_unpack(pt_arena *arena, const pt_frame *frame, pt_item *item)
{
    pt_unpacker in = pt_unpack(frame);
    item->kind = pt_unpack_u32(&in);
    item->root = keep(arena, pt_unpack_string(&in));
    item->name = keep(arena, pt_unpack_optional(&in));
    item->source = unpack_source(arena, &in);
    item->readable = pt_unpack_u32(&in) != 0;
    item->excluded = unpack_numbers(arena, &in, &item->excluded_count);
    item->reach = NULL;
    if (pt_unpack_u32(&in) != 0)
        item->reach = unpack_reach(arena, &in);
    return pt_unpack_done(&in);
}

void pt_pack_key_pack(pt_text *out, const pt_pack_key *key)
{
    pack_key(out, key);
}

bool pt_pack_key_unpack(const pt_frame *frame, pt_pack_key *key)
{
    pt_unpacker in = pt_unpack(frame);
    unpack_key(&in, key);
    return pt_unpack_done(&in);
}

bool pt_pack_key_equal(const pt_pack_key *a, const pt_pack_key *b)
{
    return pt_text_equal(a->root, b->root) && pt_text_equal(a->name, b->name) &&
           pt_text_equal(a->variant, b->variant);
}

void pt_pack_files_pack(pt_text *out, const pt_pack_files *files)
{
    pt_pack_u32(out, files->found);
    pt_pack_u32(out, (uint32_t)files->count);
    for (size_t i = 0; i < files->count; i++) {
        pt_pack_string(out, files->files[i].name);
        pt_pack_u32(out, files->files[i].layer);
        pack_source(out, &files->files[i].source);
    }
    pack_numbers(out, files->excluded, files->excluded_count);
}

bool pt_pack_files_unpack(pt_arena *arena, const pt_frame *frame, pt_pack_files *files)
{
    pt_unpacker in = pt_unpack(frame);
    files->found = pt_unpack_u32(&in) != 0;
    files->count = at_most(pt_unpack_u32(&in), MOST_NUMBERS);
    files->files = PT_NEW_ARRAY(arena, files->count, pt_pack_file);
    for (size_t i = 0; i < files->count && !in.failed; i++) {
        files->files[i].name = keep(arena, pt_unpack_string(&in));
        files->files[i].layer = at_most(pt_unpack_u32(&in), PT_LIMIT_LAYERS);
        files->files[i].source = unpack_source(arena, &in);
    }
    files->excluded = unpack_numbers(arena, &in, &files->excluded_count);
    return pt_unpack_done(&in);
}

void pt_places_pack(pt_text *out, const pt_pack_key *key, bool complete,
                    const pt_block_place *places, size_t count)
{
    pack_key(out, key);
    pt_pack_u32(out, complete);
    pt_pack_u32(out, (uint32_t)count);
    for (size_t i = 0; i < count; i++) {
        pt_pack_string(out, places[i].name);
        pt_pack_string(out, places[i].path);
        pt_pack_u32(out, places[i].line);
    }
}

bool pt_places_unpack(pt_arena *arena, const pt_frame *frame, pt_pack_key *key, bool *complete,
                      pt_block_place **places, size_t *count)
{
    pt_unpacker in = pt_unpack(frame);
    unpack_key(&in, key);
    *complete = pt_unpack_u32(&in) != 0;
    *count = at_most(pt_unpack_u32(&in), PT_LIMIT_PACK_BLOCKS);
    *places = PT_NEW_ARRAY(arena, *count, pt_block_place);
    for (size_t i = 0; i < *count && !in.failed; i++) {
        (*places)[i].name = keep(arena, pt_unpack_string(&in));
        (*places)[i].path = keep(arena, pt_unpack_string(&in));
        (*places)[i].line = at_most(pt_unpack_u32(&in), MOST_LINE);
    }
    return pt_unpack_done(&in);
}

void pt_finding_pack(pt_text *out, const pt_finding *finding, bool of_pack)
{
    const pt_position *at = &finding->at;
    pt_pack_u32(out, of_pack);
    pt_pack_string(out, pt_code_describe(finding->code)->name);
    pt_pack_u32(out, finding->severity);
    pt_pack_string(out, at->source == NULL ? NULL : at->source->path);
    pt_pack_u32(out, at->line);
    pt_pack_u32(out, at->column);
    pt_pack_u32(out, at->length);
    for (size_t i = 0; i < PT_FINDING_ARGUMENTS; i++)
        pt_pack_string(out, finding->arguments[i]);
    pt_pack_string(out, finding->suggestion);
}

bool pt_finding_unpack(pt_arena *arena, const pt_frame *frame, pt_finding *finding, bool *of_pack)
{
    pt_unpacker in = pt_unpack(frame);
    *of_pack = pt_unpack_u32(&in) != 0;
    finding->code = pt_code_find(pt_unpack_string(&in));
    uint32_t severity = pt_unpack_u32(&in);
    const char *path = pt_unpack_optional(&in);
    uint32_t line = at_most(pt_unpack_u32(&in), MOST_LINE);
    uint32_t column = at_most(pt_unpack_u32(&in), MOST_COLUMN);
    finding->at = (pt_position){NULL, line, column, at_most(pt_unpack_u32(&in), MOST_COLUMN)};
    for (size_t i = 0; i < PT_FINDING_ARGUMENTS; i++)
        finding->arguments[i] = keep(arena, pt_unpack_optional(&in));
    finding->suggestion = keep(arena, pt_unpack_optional(&in));
    if (!pt_unpack_done(&in) || finding->code == PT_CODE_COUNT || severity > PT_NOTE)
        return false;
    finding->severity = (pt_severity)severity;
    if (path != NULL) {
        pt_source *source = PT_NEW(arena, pt_source);
        source->path = keep(arena, path);
        finding->at.source = source;
    }
    return true;
}

void pt_touched_pack(pt_text *out, const pt_touched *touched)
{
    pt_pack_string(out, touched->path);
    pt_pack_u32(out, touched->plays);
    pt_pack_u32(out, (uint32_t)touched->touch_count);
    for (size_t i = 0; i < touched->touch_count; i++) {
        pt_pack_u32(out, touched->touches[i].thing);
        pt_pack_u32(out, touched->touches[i].plays);
        pt_pack_u32(out, touched->touches[i].expected);
        pt_pack_u32(out, touched->touches[i].resting);
        pt_pack_i64(out, (int64_t)touched->touches[i].grounds);
    }
}

bool pt_touched_unpack(pt_arena *arena, const pt_frame *frame, pt_touched *touched)
{
    pt_unpacker in = pt_unpack(frame);
    *touched = (pt_touched){.path = keep(arena, pt_unpack_string(&in))};
    touched->plays = pt_unpack_u32(&in);
    touched->touch_count = at_most(pt_unpack_u32(&in), MOST_NUMBERS);
    touched->touches = PT_NEW_ARRAY(arena, touched->touch_count, pt_thing_touch);
    for (size_t i = 0; i < touched->touch_count && !in.failed; i++) {
        touched->touches[i].thing = pt_unpack_u32(&in);
        touched->touches[i].plays = pt_unpack_u32(&in);
        touched->touches[i].expected = pt_unpack_u32(&in);
        touched->touches[i].resting = pt_unpack_u32(&in);
        touched->touches[i].grounds = (uint64_t)pt_unpack_i64(&in);
    }
    return pt_unpack_done(&in);
}

static void pack_compared(pt_text *out, const pt_comparison_totals *totals)
{
    const size_t counts[] = {totals->parameters, totals->blocks,  totals->rules,  totals->duties,
                             totals->beyond,     totals->stories, totals->differ, totals->skipped};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        pt_pack_u32(out, (uint32_t)counts[i]);
    pt_pack_u32(out, totals->proved);
}

static void unpack_compared(pt_unpacker *in, pt_comparison_totals *totals)
{
    size_t *const counts[] = {&totals->parameters, &totals->blocks, &totals->rules,
                              &totals->duties,     &totals->beyond, &totals->stories,
                              &totals->differ,     &totals->skipped};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        *counts[i] = pt_unpack_u32(in);
    totals->proved = pt_unpack_u32(in) != 0;
}

void pt_point_pack(pt_text *out, const pt_decision_point *point)
{
    pt_pack_string(out, point->decision);
    pt_pack_string(out, point->question);
    pt_pack_string(out, point->by);
    pt_pack_u32(out, (uint32_t)point->standard);
    pt_pack_u32(out, (uint32_t)point->branch_count);
    for (size_t i = 0; i < point->branch_count; i++)
        pt_pack_string(out, point->branches[i]);
}

bool pt_point_unpack(pt_arena *arena, const pt_frame *frame, pt_decision_point *point)
{
    pt_unpacker in = pt_unpack(frame);
    *point = (pt_decision_point){.decision = keep(arena, pt_unpack_string(&in)),
                                 .question = keep(arena, pt_unpack_string(&in)),
                                 .by = keep(arena, pt_unpack_optional(&in))};
    point->standard = pt_unpack_u32(&in);
    point->branch_count = at_most(pt_unpack_u32(&in), MOST_NUMBERS);
    point->branches = PT_NEW_ARRAY(arena, point->branch_count, const char *);
    for (size_t i = 0; i < point->branch_count && !in.failed; i++)
        point->branches[i] = keep(arena, pt_unpack_string(&in));
    return pt_unpack_done(&in) && point->standard < point->branch_count;
}

void pt_status_pack(pt_text *out, const pt_status_report *status)
{
    const size_t counts[] = {status->totals.scenarios, status->totals.passed, status->totals.failed,
                             status->totals.unjudged, status->totals.broken};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        pt_pack_u32(out, (uint32_t)counts[i]);
    pt_pack_u32(out, status->unreadable);
    pt_pack_u32(out, (uint32_t)status->left);
    pt_pack_u32(out, status->misused);
    pt_pack_u32(out, status->falls_short);
    pack_compared(out, &status->compared);
    pt_pack_u32(out, status->failed);
}

bool pt_status_unpack(const pt_frame *frame, pt_status_report *status)
{
    pt_unpacker in = pt_unpack(frame);
    status->totals.scenarios = pt_unpack_u32(&in);
    status->totals.passed = pt_unpack_u32(&in);
    status->totals.failed = pt_unpack_u32(&in);
    status->totals.unjudged = pt_unpack_u32(&in);
    status->totals.broken = pt_unpack_u32(&in);
    status->unreadable = pt_unpack_u32(&in) != 0;
    status->left = pt_unpack_u32(&in);
    status->misused = pt_unpack_u32(&in) != 0;
    status->falls_short = pt_unpack_u32(&in) != 0;
    unpack_compared(&in, &status->compared);
    status->failed = pt_unpack_u32(&in) != 0;
    return pt_unpack_done(&in);
}
