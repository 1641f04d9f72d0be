/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/read.h"

#include <string.h>

#include "reader/blocks.h"
#include "reader/statutes.h"
#include "reader/walk.h"

static void declare_local(pt_draft *draft, const pt_rule_file *file,
                          const pt_declaration *declaration)
{
    const pt_syntax *statement = declaration->value;
    bool function = statement->kind == PT_SYNTAX_LOCAL_FUNCTION;
    const pt_syntax *value = statement->items[1];
    if (!function) {
        if (statement->count != 2 || value->count != 1) {
            pt_find(draft->report, PT_R035, statement->at,
                    PT_ARGS("meer dan een naam achter local"), NULL);
            return;
        }
        value = value->items[0];
    }
    draft->helpers = pt_arena_grow(draft->arena, draft->helpers, draft->helper_count,
                                   &draft->helper_capacity, sizeof *draft->helpers);
    draft->helpers[draft->helper_count++] =
        (pt_helper){file->source, statement->items[0]->text, value, statement->items[0]->at};
}

/* The texts with their files, and behind the last of the pack or of a variant its statutes. */
typedef struct reading {
    const pt_rule_text **texts;
    pt_rule_file **files;
    bool *statutes;
    size_t count;
} reading;

static void declare_subjects(pt_draft *draft, pt_rule_file *const *files, size_t count)
{
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most += files[i]->count;
    const pt_syntax **tables = PT_NEW_ARRAY(draft->arena, most, const pt_syntax *);
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < files[i]->count; j++) {
            const pt_declaration *each = &files[i]->declarations[j];
            if (each->word == NULL || strcmp(each->word, "onderwerp") != 0)
                continue;
            tables[draft->pack->kind_count] = each->value;
            pt_declare_subject(draft, each);
        }
    }
    pt_link_subjects(draft, tables);
}

/* Without layers in the pack, as when a text is read by itself, a variant is the first. */
static pt_overlay overlay_of(const pt_pack *pack, const pt_rule_text *text)
{
    pt_overlay overlay = {.variant = text->variant,
                          .from = text->from,
                          .until = PT_DATE_FOREVER,
                          .layer = text->variant != NULL};
    for (uint16_t i = 0; i < pack->layer_count; i++) {
        if (text->variant != NULL && strcmp(pack->layers[i].name, text->variant) == 0) {
            overlay.until = pack->layers[i].until;
            overlay.layer = (uint16_t)(i + 1);
        }
    }
    return overlay;
}

/* Subjects come first, and pt_statutes_write makes rules of what the statutes say. */
static bool declared_elsewhere(const char *word)
{
    return strcmp(word, "onderwerp") == 0 || strcmp(word, "orgaan") == 0 ||
           strcmp(word, "bevoegdheid") == 0;
}

static void declare_blocks(pt_draft *draft, const reading *all)
{
    for (size_t i = 0; i < all->count; i++) {
        draft->overlay = overlay_of(draft->pack, all->texts[i]);
        draft->overlay.statutes = all->statutes[i];
        draft->overlays[draft->overlay.layer] = draft->overlay;
        for (size_t j = 0; j < all->files[i]->count; j++) {
            const pt_declaration *each = &all->files[i]->declarations[j];
            if (each->word == NULL)
                declare_local(draft, all->files[i], each);
            else if (!declared_elsewhere(each->word))
                pt_declare_block(draft, each);
        }
    }
}

static void insert(reading *all, const pt_rule_text *text, pt_rule_file *file)
{
    size_t at = all->count;
    while (at > 0 && all->texts[at - 1]->variant != text->variant)
        at--;
    memmove(all->texts + at + 1, all->texts + at, (all->count - at) * sizeof *all->texts);
    memmove(all->files + at + 1, all->files + at, (all->count - at) * sizeof *all->files);
    memmove(all->statutes + at + 1, all->statutes + at, (all->count - at) * sizeof *all->statutes);
    all->texts[at] = text;
    all->files[at] = file;
    all->statutes[at] = true;
    all->count++;
}

static void add_source(pt_pack *pack, const pt_source *source)
{
    pt_source *grown = PT_NEW_ARRAY(pack->arena, pack->source_count + 1, pt_source);
    if (pack->source_count > 0)
        memcpy(grown, pack->sources, pack->source_count * sizeof *grown);
    grown[pack->source_count++] = *source;
    pack->sources = grown;
}

static reading with_statutes(pt_draft *draft, const pt_rule_text *texts, pt_rule_file *const *files,
                             size_t count)
{
    pt_arena *arena = draft->arena;
    reading all = {PT_NEW_ARRAY(arena, 2 * count, const pt_rule_text *),
                   PT_NEW_ARRAY(arena, 2 * count, pt_rule_file *),
                   PT_NEW_ARRAY(arena, 2 * count, bool), count};
    pt_rule_text *made = PT_NEW_ARRAY(arena, count, pt_rule_text);
    for (size_t i = 0; i < count; i++) {
        all.texts[i] = &texts[i];
        all.files[i] = files[i];
    }
    size_t written = pt_statutes_write(draft->pack, texts, files, count, made, draft->report);
    for (size_t i = 0; i < written; i++) {
        insert(&all, &made[i], pt_parse(arena, made[i].source, draft->report));
        add_source(draft->pack, made[i].source);
    }
    return all;
}

void pt_draft_enter(const pt_draft *draft, uint32_t block, uint32_t line)
{
    if (draft->watch->entering != NULL)
        draft->watch->entering(draft->watch->context, block, line);
}

void pt_draft_leave(const pt_draft *draft)
{
    if (draft->watch->leaving != NULL)
        draft->watch->leaving(draft->watch->context);
}

bool pt_read_rules(pt_pack *pack, const pt_rule_text *texts, size_t count, pt_report *report)
{
    return pt_read_rules_watched(pack, texts, count, &(pt_read_watch){0}, report);
}

bool pt_read_rules_watched(pt_pack *pack, const pt_rule_text *texts, size_t count,
                           const pt_read_watch *watch, pt_report *report)
{
    pt_draft draft = {.pack = pack, .arena = pack->arena, .report = report, .watch = watch};
    pt_rule_file **files = PT_NEW_ARRAY(pack->arena, count, pt_rule_file *);
    for (size_t i = 0; i < count; i++) {
        pt_draft_enter(&draft, PT_READING_FILE | (uint32_t)i, 1);
        files[i] = pt_parse(pack->arena, texts[i].source, report);
        pt_draft_leave(&draft);
    }
    reading all = with_statutes(&draft, texts, files, count);
    declare_subjects(&draft, files, count);
    declare_blocks(&draft, &all);
    pt_lay_over(&draft);
    pt_group_versions(&draft);
    pt_link_blocks(&draft);
    pt_resolve_inputs(&draft);
    /* Names that mean nothing would give a hail of further findings in the walk. */
    if (report->errors > 0)
        return false;
    pt_order_groups(&draft);
    pt_check_burdens(&draft);
    if (report->errors > 0)
        return false;
    if (watch->declared != NULL)
        watch->declared(watch->context, pack);
    pt_walk_functions(&draft);
    return report->errors == 0;
}
