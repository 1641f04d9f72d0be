/* SPDX-License-Identifier: EUPL-1.2 */
/* Loads a pack in a child: its YAML, the first reading of its rules, and the second. */
#include <string.h>

#include "analyse/conflicts.h"
#include "api_child.h"
#include "base/hash.h"
#include "base/text.h"
#include "io/pack_yaml.h"
#include "model/stack.h"
#include "reader/read.h"

static const char *keep(pt_arena *arena, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(arena, text, strlen(text));
}

static const pt_source *file_named(const pt_pack_files *files, const char *name, uint32_t layer)
{
    for (size_t i = 0; i < files->count; i++) {
        if (files->files[i].layer == layer && strcmp(files->files[i].name, name) == 0)
            return &files->files[i].source;
    }
    return NULL;
}

static uint64_t hash_of(const pt_pack_files *files)
{
    uint64_t hash = PT_HASH_START;
    for (size_t i = 0; i < files->count; i++) {
        const pt_pack_file *each = &files->files[i];
        hash = pt_hash_bytes(hash, each->name, strlen(each->name) + 1);
        hash = pt_hash_bytes(hash, each->source.text, each->source.length + 1);
    }
    return hash;
}

/* --- Where its blocks stand, for the program to name when this child dies ----------------------
 */

static void tell_places(pt_worker *worker, const pt_loaded *loaded, bool complete)
{
    const pt_pack *pack = loaded->pack;
    size_t count = pack == NULL ? 0 : pack->block_count;
    pt_block_place *places = PT_NEW_ARRAY(worker->scratch, count, pt_block_place);
    for (size_t i = 0; i < count; i++) {
        const pt_block *block = &pack->blocks[i];
        const pt_source *source = block->at.source;
        places[i] =
            (pt_block_place){block->name, source == NULL ? "" : source->path, block->at.line};
    }
    pt_text body = pt_text_create(worker->scratch);
    pt_places_pack(&body, &loaded->key, complete, places, count);
    pt_channel_write(worker->channel, PT_SAY_PACK, body.bytes, body.length);
    pt_channel_flush(worker->channel); /* what is still queued dies with the process */
}

/* --- The files -------------------------------------------------------------------------------- */

typedef struct loading {
    pt_worker *worker;
    pt_loaded *loaded;
    const pt_pack_files *files;
    pt_variant *variants[PT_LIMIT_LAYERS]; /* from the lowest */
    uint32_t layers;
    bool again; /* the program knows of this pack already */
} loading;

/* Both readings number the texts they read; the program knows files. */
static uint32_t place_of(const loading *of, uint32_t block)
{
    const pt_pack *pack = of->loaded->pack;
    if ((block & (PT_READING_FILE | PT_LUA_LOADING)) == 0)
        return block;
    uint32_t text = block & ~(PT_READING_FILE | PT_LUA_LOADING);
    for (size_t i = 0; text < pack->source_count && i < of->files->count; i++) {
        if (of->files->files[i].source.text == pack->sources[text].text)
            return PT_PLACE_FILE | (uint32_t)i;
    }
    return PT_PLACE_ITEM;
}

static void enter_block(void *context, uint32_t block, uint32_t line)
{
    const loading *of = context;
    pt_progress_enter(of->worker->progress, place_of(of, block), line);
}

static void leave_block(void *context)
{
    const loading *of = context;
    pt_progress_leave(of->worker->progress);
}

static void blocks_are_there(void *context, const pt_pack *pack)
{
    const loading *of = context;
    for (size_t i = 0; i < of->files->excluded_count; i++) {
        if (of->files->excluded[i] < pack->block_count)
            pack->blocks[of->files->excluded[i]].excluded = true;
    }
    if (!of->again)
        tell_places(of->worker, of->loaded, false);
}

/* What is in a variant.yaml can not be read without its pack, but for the order. */
static pt_variant *read_variant(loading *of, pt_arena *arena, uint32_t layer, pt_report *report)
{
    const pt_source *source = file_named(of->files, "variant.yaml", layer);
    if (source != NULL)
        return pt_variant_yaml_read(arena, source, report);
    const char *name = pt_stack_name(arena, of->loaded->key.variant, layer - 1);
    pt_find(report, PT_F011, (pt_position){0}, PT_ARGS(name), NULL);
    return NULL;
}

static bool read_variants(loading *of)
{
    pt_pack *pack = of->loaded->pack;
    bool right = true;
    of->layers = (uint32_t)pt_stack_count(of->loaded->key.variant);
    for (uint32_t i = 0; i < of->layers && right; i++) {
        of->variants[i] = read_variant(of, pack->arena, i + 1, &of->loaded->report);
        right =
            of->variants[i] != NULL && pt_variant_apply(pack, of->variants[i], &of->loaded->report);
    }
    return right;
}

static bool read_yaml(loading *of)
{
    pt_pack *pack = of->loaded->pack;
    pt_report *report = &of->loaded->report;
    const pt_source *about = file_named(of->files, "pakket.yaml", 0);
    if (about == NULL)
        return pt_find(report, PT_F010, (pt_position){0}, PT_ARGS(of->loaded->key.name), NULL);
    if (!pt_pack_yaml_read(pack, about, report))
        return false;
    bool right = pt_parameters_yaml_read(pack, file_named(of->files, "parameters.yaml", 0), report);
    right = pt_calendar_yaml_read(pack, file_named(of->files, "kalender.yaml", 0), report) && right;
    return right && read_variants(of);
}

static bool add_text(loading *of, pt_rule_text *texts, pt_source *sources, size_t *count,
                     const char *name, uint32_t layer)
{
    const pt_source *source = file_named(of->files, name, layer);
    const pt_source *about =
        file_named(of->files, layer > 0 ? "variant.yaml" : "pakket.yaml", layer);
    if (source == NULL)
        return pt_find(&of->loaded->report, PT_F012, (pt_position){.source = about}, PT_ARGS(name),
                       NULL);
    const pt_variant *variant = layer > 0 ? of->variants[layer - 1] : NULL;
    sources[*count] = *source;
    texts[(*count)++] = (pt_rule_text){source, variant == NULL ? NULL : variant->name,
                                       variant == NULL ? PT_DATE_NONE : variant->from};
    return true;
}

/* Files that nobody names are not read, and an author who thinks they are should hear it. */
static void find_unnamed(const loading *of, const pt_source *sources, size_t count)
{
    for (size_t i = 0; i < of->files->count; i++) {
        const pt_pack_file *file = &of->files->files[i];
        bool used = !pt_is_rule_file(file->name);
        for (size_t j = 0; j < count; j++)
            used = used || sources[j].text == file->source.text;
        if (!used)
            pt_find(&of->loaded->report, PT_F013, (pt_position){.source = &file->source},
                    PT_ARGS(file->name, file->layer > 0 ? "variant.yaml" : "pakket.yaml"), NULL);
    }
}

static bool read_rules(loading *of)
{
    pt_pack *pack = of->loaded->pack;
    size_t most = pack->file_count;
    for (uint32_t layer = 0; layer < of->layers; layer++)
        most += of->variants[layer]->file_count;
    pt_rule_text *texts = PT_NEW_ARRAY(pack->arena, most, pt_rule_text);
    pt_source *sources = PT_NEW_ARRAY(pack->arena, most, pt_source);
    size_t count = 0;
    bool right = true;
    for (size_t i = 0; i < pack->file_count; i++)
        right = add_text(of, texts, sources, &count, pack->files[i], 0) && right;
    for (uint32_t layer = 0; layer < of->layers; layer++) {
        const pt_variant *variant = of->variants[layer];
        for (size_t i = 0; i < variant->file_count; i++)
            right = add_text(of, texts, sources, &count, variant->files[i], layer + 1) && right;
    }
    find_unnamed(of, sources, count);
    pack->sources = sources;
    pack->source_count = count;
    pt_read_watch watch = {blocks_are_there, enter_block, leave_block, of};
    return pt_read_rules_watched(pack, texts, count, &watch, &of->loaded->report) && right;
}

static void load(loading *of)
{
    pt_loaded *loaded = of->loaded;
    loaded->pack = PT_NEW(loaded->arena, pt_pack);
    loaded->pack->arena = loaded->arena;
    loaded->pack->hash = hash_of(of->files);
    bool right =
        read_yaml(of) && read_rules(of) && pt_find_conflicts(loaded->pack, &loaded->report);
    if (!right || loaded->report.errors > 0)
        return;
    pt_lua_watch watch = {enter_block, leave_block, of};
    loaded->lua = pt_lua_create(loaded->arena, loaded->pack, &loaded->report, &watch);
    loaded->plan = pt_plan_create(loaded->arena, loaded->pack);
    loaded->usable = loaded->lua != NULL && loaded->report.errors == 0;
}

pt_pack *pt_worker_reread(pt_worker *worker, const pt_loaded *loaded, pt_arena *arena,
                          void (*change)(void *context, pt_pack *pack), void *context)
{
    pt_loaded again = {.key = loaded->key, .arena = arena, .report = pt_report_create(arena)};
    loading of = {.worker = worker, .loaded = &again, .files = loaded->files, .again = true};
    again.pack = PT_NEW(arena, pt_pack);
    again.pack->arena = arena;
    if (!read_yaml(&of))
        return NULL;
    change(context, again.pack);
    return read_rules(&of) && again.report.errors == 0 ? again.pack : NULL;
}

/* The stack with, below each variant, those that it builds on and that are not there yet. */
static const char *whole_stack(loading *of, pt_arena *arena)
{
    const char *given = of->loaded->key.variant, *whole = NULL;
    pt_report unused = pt_report_create(arena);
    for (uint32_t i = 0; i < pt_stack_count(given); i++) {
        const pt_variant *variant = read_variant(of, arena, i + 1, &unused);
        for (size_t j = 0; variant != NULL && j < variant->needed_count; j++) {
            const char *needed = variant->needed[j];
            if (!pt_stack_has(given, needed) && !pt_stack_has(whole, needed))
                whole = pt_stack_add(arena, whole, needed);
        }
        whole = pt_stack_add(arena, whole, pt_stack_name(arena, given, i));
    }
    return whole;
}

/* The pack of the whole stack, when variants were left out that others build on; else NULL. */
static pt_loaded *in_full(pt_worker *worker, loading *of)
{
    const pt_pack_key *key = &of->loaded->key;
    const char *whole = whole_stack(of, of->loaded->arena);
    if (pt_text_equal(whole, key->variant) || pt_stack_count(whole) > PT_LIMIT_LAYERS)
        return NULL;
    return pt_worker_pack(worker, &(pt_pack_key){key->root, key->name, whole});
}

static pt_loaded *tell_loaded(pt_worker *worker, pt_loaded *loaded)
{
    pt_loaded *whole = loaded->instead != NULL ? loaded->instead : loaded;
    tell_places(worker, whole, true);
    return whole;
}

pt_loaded *pt_worker_pack(pt_worker *worker, const pt_pack_key *key)
{
    pt_loaded *loaded = worker->packs;
    while (loaded != NULL && !pt_pack_key_equal(&loaded->key, key))
        loaded = loaded->next;
    if (loaded != NULL)
        return tell_loaded(worker, loaded);
    pt_arena *arena = pt_arena_create();
    loaded = PT_NEW(arena, pt_loaded);
    loaded->arena = arena;
    loaded->key =
        (pt_pack_key){keep(arena, key->root), keep(arena, key->name), keep(arena, key->variant)};
    loaded->report = pt_report_create(arena);
    pt_pack_files *files = PT_NEW(arena, pt_pack_files);
    loading *of = PT_NEW(arena, loading); /* Lua tells its watch of every call, also later */
    *of = (loading){.worker = worker, .loaded = loaded, .files = files};
    loaded->files = files;
    if (pt_worker_files(worker, arena, key, files) && files->found) {
        loaded->instead = in_full(worker, of);
        if (loaded->instead == NULL)
            load(of);
    }
    loaded->next = worker->packs;
    worker->packs = loaded;
    return tell_loaded(worker, loaded);
}

pt_pack *pt_worker_read(pt_worker *worker, const pt_pack_key *key, pt_arena *arena,
                        pt_report *report)
{
    pt_pack_files *files = PT_NEW(arena, pt_pack_files);
    pt_loaded read = {.key = *key, .arena = arena, .files = files};
    read.report = pt_report_create(arena);
    loading of = {.worker = worker, .loaded = &read, .files = files, .again = true};
    if (!pt_worker_files(worker, arena, key, files) || !files->found)
        return NULL;
    read.key.variant = whole_stack(&of, arena);
    if (!pt_text_equal(read.key.variant, key->variant) &&
        (!pt_worker_files(worker, arena, &read.key, files) || !files->found))
        return NULL;
    read.pack = PT_NEW(arena, pt_pack);
    read.pack->arena = arena;
    bool right = read_yaml(&of) && read_rules(&of) && pt_find_conflicts(read.pack, &read.report);
    *report = read.report;
    return right && read.report.errors == 0 ? read.pack : NULL;
}
