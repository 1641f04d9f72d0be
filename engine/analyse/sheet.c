/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/sheet.h"

#include "analyse/excerpt.h"
#include "analyse/sources.h"
#include "analyse/uses.h"

/* --- One version ------------------------------------------------------------------------------ */

static pt_tree_sheet trees_of(const pt_function *function, bool free)
{
    pt_tree_sheet sheet = {.path = function->path, .free = free, .least = UINT32_MAX};
    for (size_t i = 0; i < function->period_count; i++) {
        const pt_tree *tree = function->periods[i].tree;
        if (tree == NULL)
            continue;
        sheet.least = tree->path_count < sheet.least ? tree->path_count : sheet.least;
        sheet.most = tree->path_count > sheet.most ? tree->path_count : sheet.most;
        sheet.opaque = tree->opaque_count > sheet.opaque ? tree->opaque_count : sheet.opaque;
    }
    if (sheet.least == UINT32_MAX)
        sheet.least = 0;
    return sheet;
}

static void add_trees(pt_arena *arena, const pt_pack *pack, uint32_t block, pt_version_sheet *sheet)
{
    size_t capacity = 0;
    for (uint32_t i = 0; i < pack->function_count; i++) {
        if (pack->functions[i]->block != block)
            continue;
        sheet->trees =
            pt_arena_grow(arena, sheet->trees, sheet->tree_count, &capacity, sizeof *sheet->trees);
        sheet->trees[sheet->tree_count++] = trees_of(pack->functions[i], pack->blocks[block].free);
    }
}

static pt_version_sheet version_of(pt_arena *arena, const pt_rulebook *book, uint32_t thing)
{
    const pt_thing *one = &book->uses->things[thing];
    pt_excerpt excerpt = pt_excerpt_at(one->at);
    pt_version_sheet sheet = {.thing = thing,
                              .first_line = excerpt.first_line,
                              .text = excerpt.text,
                              .text_length = excerpt.length};
    sheet.source_count = pt_sources_of(arena, book, thing, &sheet.sources);
    if (one->kind == PT_THING_BLOCK)
        add_trees(arena, book->uses->pack, one->index, &sheet);
    return sheet;
}

/* --- What it leans on, and what leans on it --------------------------------------------------- */

static bool is_among(const pt_sheet *sheet, uint32_t thing)
{
    for (size_t i = 0; i < sheet->version_count; i++) {
        if (sheet->versions[i].thing == thing)
            return true;
    }
    return false;
}

static uint32_t other_end(const pt_use *use, bool inputs)
{
    return inputs ? use->of : use->by;
}

static size_t gather(pt_arena *arena, const pt_uses *uses, const pt_sheet *sheet, bool inputs,
                     const pt_use ***found)
{
    size_t count = 0;
    size_t capacity = 0;
    *found = NULL;
    for (size_t i = 0; i < uses->use_count; i++) {
        const pt_use *use = &uses->uses[i];
        if (!is_among(sheet, other_end(use, !inputs)))
            continue;
        bool known = false;
        for (size_t j = 0; j < count && !known; j++)
            known = pt_uses_same(uses, other_end((*found)[j], inputs), other_end(use, inputs));
        if (known)
            continue;
        *found = pt_arena_grow(arena, *found, count, &capacity, sizeof **found);
        (*found)[count++] = use;
    }
    return count;
}

static bool asks_today(const pt_rulebook *book, const pt_sheet *sheet)
{
    const pt_pack *pack = book->uses->pack;
    for (uint32_t i = 0; i < pack->function_count; i++) {
        const pt_function *function = pack->functions[i];
        if (!is_among(sheet, pt_uses_block(book->uses, function->block)))
            continue;
        for (uint16_t j = 0; j < function->input_count; j++) {
            if (function->inputs[j].kind == PT_INPUT_TODAY)
                return true;
        }
    }
    return false;
}

static void add_parameters(pt_arena *arena, const pt_rulebook *book, pt_sheet *sheet)
{
    sheet->parameters = PT_NEW_ARRAY(arena, sheet->input_count, pt_version_sheet);
    for (size_t i = 0; i < sheet->input_count; i++) {
        uint32_t thing = sheet->inputs[i]->of;
        if (book->uses->things[thing].kind == PT_THING_PARAMETER)
            sheet->parameters[sheet->parameter_count++] = version_of(arena, book, thing);
    }
}

/* --- Scenarios -------------------------------------------------------------------------------- */

static const pt_thing_touch *touch_of(const pt_touched *touched, uint32_t thing)
{
    for (size_t i = 0; i < touched->touch_count; i++) {
        if (touched->touches[i].thing == thing)
            return &touched->touches[i];
    }
    return NULL;
}

/* Of several versions the plays are those of the one that was touched most. */
static pt_scenario_sheet scenario_of(const pt_sheet *sheet, const pt_touched *touched)
{
    pt_scenario_sheet seen = {.path = touched->path, .plays = touched->plays};
    for (size_t i = 0; i < sheet->version_count; i++) {
        const pt_thing_touch *touch = touch_of(touched, sheet->versions[i].thing);
        if (touch == NULL)
            continue;
        seen.touched = touch->plays > seen.touched ? touch->plays : seen.touched;
        seen.expected += touch->expected;
    }
    return seen;
}

static void add_scenarios(pt_arena *arena, const pt_rulebook *book, pt_sheet *sheet)
{
    sheet->scenarios = PT_NEW_ARRAY(arena, book->touched_count, pt_scenario_sheet);
    for (size_t i = 0; i < book->touched_count; i++) {
        pt_scenario_sheet seen = scenario_of(sheet, &book->touched[i]);
        if (seen.touched > 0 || seen.expected > 0)
            sheet->scenarios[sheet->scenario_count++] = seen;
    }
}

pt_sheet *pt_sheet_make(pt_arena *arena, const pt_rulebook *book, const uint32_t *things,
                        size_t count)
{
    pt_sheet *sheet = PT_NEW(arena, pt_sheet);
    sheet->versions = PT_NEW_ARRAY(arena, count, pt_version_sheet);
    for (size_t i = 0; i < count; i++)
        sheet->versions[sheet->version_count++] = version_of(arena, book, things[i]);
    sheet->input_count = gather(arena, book->uses, sheet, true, &sheet->inputs);
    sheet->user_count = gather(arena, book->uses, sheet, false, &sheet->users);
    sheet->today = asks_today(book, sheet);
    add_parameters(arena, book, sheet);
    add_scenarios(arena, book, sheet);
    return sheet;
}

/* --- The list --------------------------------------------------------------------------------- */

pt_listing *pt_listing_make(pt_arena *arena, const pt_rulebook *book)
{
    const pt_uses *uses = book->uses;
    pt_listing *listing = PT_NEW(arena, pt_listing);
    listing->scenarios = book->touched_count;
    listing->lines = PT_NEW_ARRAY(arena, uses->thing_count - uses->first_block, pt_line);
    for (uint32_t thing = uses->first_block; thing < uses->thing_count; thing++) {
        pt_line *line = &listing->lines[listing->line_count++];
        line->thing = thing;
        line->source_count = pt_sources_of(arena, book, thing, &line->sources);
    }
    for (size_t i = 0; i < book->touched_count; i++) {
        for (size_t j = 0; j < book->touched[i].touch_count; j++) {
            const pt_thing_touch *touch = &book->touched[i].touches[j];
            if (touch->thing < uses->first_block)
                continue;
            pt_line *line = &listing->lines[touch->thing - uses->first_block];
            line->touching += touch->plays > 0;
            line->grounds |= touch->grounds;
            line->expecting += touch->expected > 0;
        }
    }
    return listing;
}
