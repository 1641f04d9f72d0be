/* SPDX-License-Identifier: EUPL-1.2 */
#include "lua/definitions.h"

#include <string.h>

#include "lua/words.h"

static const char types[] = "---@meta _\n\n"
                            "---@alias getal number\n\n"
                            "---@class woord\n"
                            "---@class soort\n"
                            "---@class lengte\n\n"
                            "---@class datum\n"
                            "---@operator add(number): datum\n"
                            "---@operator sub(number): datum\n"
                            "---@operator sub(datum): number\n\n"
                            "---@class bedrag\n"
                            "---@operator add(bedrag): bedrag\n"
                            "---@operator sub(bedrag): bedrag\n"
                            "---@operator mul(number): bedrag\n\n"
                            "---@class percentage\n\n";

/* What a pack says stays on the line of its comment. */
static void add_said(pt_text *out, const char *text)
{
    for (; text != NULL && *text != '\0'; text++)
        pt_text_add_bytes(out, (unsigned char)*text < ' ' ? " " : text, 1);
}

static void add_words(pt_text *out)
{
    size_t count = 0;
    const pt_word *words = pt_words(&count);
    for (size_t i = 0; i < count; i++)
        pt_text_format(out, "--- %s\n---@type %s\n%s = nil\n\n", words[i].help, words[i].signature,
                       words[i].name);
}

/* --- Words of choices ------------------------------------------------------------------------- */

static bool is_word(const char *name)
{
    size_t count = 0;
    const pt_word *words = pt_words(&count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i].name, name) == 0)
            return true;
    }
    return false;
}

static bool is_chosen_before(const pt_pack *pack, uint16_t set, const char *word)
{
    for (uint16_t i = 0; i < set; i++) {
        if (pt_choice_index(&pack->choices[i], word) != PT_NO_INDEX)
            return true;
    }
    return false;
}

static void add_choices(pt_text *out, const pt_pack *pack)
{
    for (uint16_t set = 0; set < pack->choice_count; set++) {
        const pt_choice *choice = &pack->choices[set];
        for (uint16_t i = 0; i < choice->count; i++) {
            const char *word = choice->words[i];
            if (is_word(word) || is_chosen_before(pack, set, word))
                continue;
            pt_text_add(out, "--- woord van een keuze:");
            for (uint16_t other = 0; other < choice->count; other++)
                pt_text_format(out, " %s", choice->words[other]);
            pt_text_format(out, "\n---@type woord\n%s = nil\n\n", word);
        }
    }
}

/* --- Names of the pack ------------------------------------------------------------------------ */

static const char *type_name(const pt_type *type)
{
    switch ((pt_kind)type->kind) {
    case PT_YESNO: return "boolean";
    case PT_NUMBER: return "getal";
    case PT_MONEY: return "bedrag";
    case PT_PERCENT: return "percentage";
    case PT_DATE: return "datum";
    case PT_CHOICE: return "woord";
    default: return "any";
    }
}

static void add_kind(pt_text *out, const pt_subject_kind *kind)
{
    pt_text_add(out, "--- ");
    add_said(out, kind->title == NULL ? kind->name : kind->title);
    pt_text_format(out, "\n---@class gegevens_van_%s\n", kind->name);
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        const pt_fact *fact = &kind->facts[i];
        pt_text_format(out, "---@field %s %s ", fact->name, type_name(&fact->type));
        add_said(out, fact->title);
        pt_text_add(out, fact->type.may_be_unknown ? " (mag onbekend blijven)" : "");
        pt_text_add(out, fact->type.may_be_none ? " (mag geen zijn)" : "");
        pt_text_add_char(out, '\n');
    }
    for (uint16_t i = 0; i < kind->reference_count; i++)
        pt_text_format(out, "---@field %s table een verwijzing\n", kind->references[i].name);
    pt_text_add_char(out, '\n');
}

static void add_name(pt_text *out, const char *name, const char *title)
{
    pt_text_format(out, "---| \"%s\" # ", name);
    add_said(out, title == NULL ? name : title);
    pt_text_add_char(out, '\n');
}

static void add_names(pt_text *out, const pt_pack *pack)
{
    if (pack->parameter_count > 0)
        pt_text_add(out, "---@alias parameter\n");
    for (uint16_t i = 0; i < pack->parameter_count; i++)
        add_name(out, pack->parameters[i].name, pack->parameters[i].title);
    if (pack->event_count > 0)
        pt_text_add(out, "\n---@alias naam_van_gebeurtenis\n");
    for (uint16_t i = 0; i < pack->event_count; i++) {
        const pt_block *block = &pack->blocks[pack->events[i].block];
        add_name(out, block->name, block->title);
    }
}

void pt_lua_definitions(pt_text *out, const pt_pack *pack)
{
    pt_text_add(out, types);
    add_words(out);
    add_choices(out, pack);
    for (uint16_t i = 0; i < pack->kind_count; i++)
        add_kind(out, &pack->kinds[i]);
    add_names(out, pack);
}
