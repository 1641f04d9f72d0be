/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/conflicts.h"

#include <string.h>

#include "analyse/uses.h"
#include "base/text.h"

typedef struct finding_conflicts {
    const pt_pack *pack;
    pt_report *report;
    pt_arena *arena;
    const pt_uses *uses;
    bool none;
} finding_conflicts;

static const pt_layer *layer_of(const finding_conflicts *f, uint16_t layer)
{
    return &f->pack->layers[layer - 1];
}

static bool names(const pt_layer *layer, const char *name)
{
    for (size_t i = 0; i < layer->after_count; i++) {
        if (strcmp(layer->after[i], name) == 0)
            return true;
    }
    return false;
}

/* Does the upper of two layers say that it comes after the lower? */
static bool settled(const finding_conflicts *f, uint16_t one, uint16_t other)
{
    uint16_t low = one < other ? one : other, high = one < other ? other : one;
    return low == high || names(layer_of(f, high), layer_of(f, low)->name);
}

static const char *place(const finding_conflicts *f, pt_position at)
{
    return pt_format(f->arena, "%s:%u", at.source == NULL ? "" : at.source->path, at.line);
}

/* `upper` stands at `at`; `lower` stands elsewhere. */
static void find(finding_conflicts *f, pt_code code, uint16_t upper, pt_position at, uint16_t lower,
                 pt_position elsewhere, const char *what)
{
    f->none = pt_find(
        f->report, code, at,
        PT_ARGS(layer_of(f, upper)->name, what, layer_of(f, lower)->name, place(f, elsewhere)),
        NULL);
}

static bool overlap(pt_date from, pt_date until, pt_date other_from, pt_date other_until)
{
    return from <= other_until && other_from <= until;
}

/* --- The order ---------------------------------------------------------------------------------
 */

static void check_order(finding_conflicts *f)
{
    for (uint16_t high = 2; high <= f->pack->layer_count; high++) {
        for (uint16_t low = 1; low < high; low++) {
            const pt_layer *lower = layer_of(f, low), *upper = layer_of(f, high);
            if (names(lower, upper->name))
                f->none =
                    pt_find(f->report, PT_P045, lower->at, PT_ARGS(lower->name, upper->name), NULL);
        }
    }
}

/* --- The same thing changed twice --------------------------------------------------------------
 */

static void check_parameter(finding_conflicts *f, const pt_parameter *parameter)
{
    for (size_t i = 0; i < parameter->override_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const pt_override *upper = &parameter->overrides[i], *lower = &parameter->overrides[j];
            if (!settled(f, upper->layer, lower->layer) &&
                !pt_value_equal(upper->value, lower->value) &&
                overlap(upper->from, upper->until, lower->from, lower->until))
                find(f, PT_P040, upper->layer, upper->at, lower->layer, lower->at, parameter->name);
        }
    }
}

static void check_replaced(finding_conflicts *f)
{
    const pt_pack *pack = f->pack;
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *block = &pack->blocks[i];
        if (block->layer == 0 || block->resumes != 0 || block->replaced_by == 0)
            continue;
        const pt_block *by = &pack->blocks[block->replaced_by - 1];
        if (block->statutes && by->statutes)
            continue; /* the upper one was written out with what the lower one says */
        if (!settled(f, by->layer, block->layer))
            find(f, PT_P041, by->layer, by->at, block->layer, block->at, block->name);
    }
}

static void check_bylaws(finding_conflicts *f)
{
    const pt_pack *pack = f->pack;
    for (size_t i = 0; i < pack->bylaw_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const pt_bylaw *upper = &pack->bylaws[i], *lower = &pack->bylaws[j];
            if (strcmp(upper->word, lower->word) == 0 && strcmp(upper->name, lower->name) == 0 &&
                !settled(f, upper->layer, lower->layer) &&
                overlap(upper->from, upper->until, lower->from, lower->until))
                find(f, PT_P041, upper->layer, upper->at, lower->layer, lower->at, upper->name);
        }
    }
}

static void check_exception(finding_conflicts *f, const pt_exception *exception)
{
    const pt_pack *pack = f->pack;
    const pt_block *own = &pack->blocks[exception->block];
    const pt_group *group = exception->on_duty ? &pack->duty_groups[exception->target]
                                               : &pack->rule_groups[exception->target];
    for (uint16_t i = 0; i < group->version_count && own->layer > 0 && own->resumes == 0; i++) {
        uint16_t version = group->versions[i];
        uint32_t number =
            exception->on_duty ? pack->duties[version].block : pack->rules[version].block;
        const pt_block *block = &pack->blocks[number];
        if (block->layer == 0 || block->resumes != 0 || settled(f, own->layer, block->layer) ||
            !overlap(own->from, own->until, block->from, block->until))
            continue;
        if (own->layer > block->layer)
            find(f, PT_P042, own->layer, own->at, block->layer, block->at, block->name);
        else
            find(f, PT_P043, block->layer, block->at, own->layer, own->at, block->name);
    }
}

/* --- What no longer reaches anybody ------------------------------------------------------------
 */

static bool in_force(const pt_block *block, pt_date from, pt_date until)
{
    return (block->ground_count > 0 || block->kind > PT_BLOCK_FACULTY) &&
           overlap(block->from, block->until, from, until);
}

/* The layer that took the place of a block while a change of `layer` held, or 0. */
static uint16_t taken_by(const finding_conflicts *f, const pt_block *block, uint16_t layer,
                         pt_date from, pt_date until)
{
    const pt_pack *pack = f->pack;
    if (block->replaced_by == 0)
        return 0;
    const pt_block *by = &pack->blocks[block->replaced_by - 1];
    if (block->statutes && by->statutes)
        return 0;
    return by->layer != layer && overlap(by->from, by->until, from, until) ? by->layer : 0;
}

/* What `thing` was changed for is all replaced: nothing in force reads it any more. */
static void check_reach(finding_conflicts *f, uint32_t thing, uint16_t layer, pt_position at,
                        pt_date from, pt_date until)
{
    const pt_pack *pack = f->pack;
    const pt_block *taker = NULL;
    bool read = false;
    for (size_t i = 0; i < f->uses->use_count; i++) {
        const pt_use *use = &f->uses->uses[i];
        if (use->of != thing || use->by < f->uses->first_block)
            continue;
        const pt_block *block = &pack->blocks[use->by - f->uses->first_block];
        read = read || in_force(block, from, until);
        if (taken_by(f, block, layer, from, until) != 0)
            taker = &pack->blocks[block->replaced_by - 1];
    }
    if (!read && taker != NULL && !settled(f, layer, taker->layer))
        find(f, PT_P044, taker->layer, taker->at, layer, at, f->uses->things[thing].name);
}

static void check_reaches(finding_conflicts *f)
{
    const pt_pack *pack = f->pack;
    for (uint16_t i = 0; i < pack->parameter_count; i++) {
        const pt_parameter *parameter = &pack->parameters[i];
        for (size_t j = 0; j < parameter->override_count; j++) {
            const pt_override *each = &parameter->overrides[j];
            check_reach(f, f->uses->first_parameter + i, each->layer, each->at, each->from,
                        each->until);
        }
    }
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *block = &pack->blocks[i];
        if (block->layer > 0 && block->resumes == 0 && block->kind == PT_BLOCK_RULE)
            check_reach(f, pt_uses_block(f->uses, i), block->layer, block->at, block->from,
                        block->until);
    }
}

bool pt_find_conflicts(const pt_pack *pack, pt_report *report)
{
    if (pack->layer_count < 2)
        return true;
    pt_arena *arena = pt_arena_create();
    finding_conflicts f = {pack, report, arena, pt_uses_read(arena, pack), true};
    check_order(&f);
    for (uint16_t i = 0; i < pack->parameter_count; i++)
        check_parameter(&f, &pack->parameters[i]);
    check_replaced(&f);
    check_bylaws(&f);
    for (uint16_t i = 0; i < pack->exception_count; i++)
        check_exception(&f, &pack->exceptions[i]);
    check_reaches(&f);
    pt_arena_destroy(arena);
    return f.none;
}
