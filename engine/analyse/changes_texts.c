/* SPDX-License-Identifier: EUPL-1.2 */
/* Which parameters, texts of blocks, and terms and bearers of duties differ. */
#include <string.h>

#include "analyse/block_text.h"
#include "analyse/changes_parts.h"

/* --- Parameters ----------------------------------------------------------------------------------
 */

static bool same_value(const pt_pack *before, pt_value a, const pt_pack *after, pt_value b)
{
    if (a.kind != b.kind || a.unit != b.unit)
        return false;
    if (a.kind != PT_CHOICE)
        return a.amount == b.amount;
    return strcmp(before->choices[a.set].words[a.amount], after->choices[b.set].words[b.amount]) ==
           0;
}

static pt_value value_on(const pt_parameter *parameter, pt_date day, const char **source)
{
    const pt_parameter_value *row = NULL;
    *source = NULL;
    if (parameter == NULL)
        return pt_unknown();
    pt_value value = pt_parameter_on(parameter, day, &row);
    *source = row == NULL ? NULL : row->source;
    return value;
}

/* The first day after `day` on which either has another row; FOREVER when none is. */
static pt_date next_row(const pt_parameter *a, const pt_parameter *b, pt_date day)
{
    const pt_parameter *both[] = {a, b};
    pt_date next = PT_DATE_FOREVER;
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; both[i] != NULL && j < both[i]->value_count; j++)
            if (both[i]->values[j].from > day && both[i]->values[j].from < next)
                next = both[i]->values[j].from;
    return next;
}

static void add_parameter(pt_making *m, const pt_parameter_change *change)
{
    pt_comparison *made = m->made;
    pt_parameter_change *last =
        made->parameter_count == 0 ? NULL : &made->parameters[made->parameter_count - 1];
    if (last != NULL && last->before == change->before && last->after == change->after &&
        last->until + 1 == change->from &&
        pt_value_equal(last->value_before, change->value_before) &&
        pt_value_equal(last->value_after, change->value_after)) {
        last->until = change->until;
        return;
    }
    made->parameters = pt_arena_grow(m->arena, made->parameters, made->parameter_count,
                                     &m->parameter_capacity, sizeof *made->parameters);
    made->parameters[made->parameter_count++] = *change;
}

static void compare_parameter(pt_making *m, const pt_parameter *before, const pt_parameter *after)
{
    pt_date from = PT_DATE_NONE;
    while (from != PT_DATE_FOREVER) {
        pt_date next = next_row(before, after, from);
        pt_parameter_change change = {.before = before, .after = after, .from = from};
        change.until = next == PT_DATE_FOREVER ? next : next - 1;
        change.value_before = value_on(before, from, &change.source_before);
        change.value_after = value_on(after, from, &change.source_after);
        if (!same_value(m->made->before, change.value_before, m->made->after, change.value_after))
            add_parameter(m, &change);
        from = next;
    }
}

void pt_changes_parameters(pt_making *m)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    for (uint16_t i = 0; i < after->parameter_count; i++) {
        uint16_t old = pt_pack_parameter(before, after->parameters[i].name);
        compare_parameter(m, old == PT_NO_INDEX ? NULL : &before->parameters[old],
                          &after->parameters[i]);
    }
    for (uint16_t i = 0; i < before->parameter_count; i++)
        if (pt_pack_parameter(after, before->parameters[i].name) == PT_NO_INDEX)
            compare_parameter(m, &before->parameters[i], NULL);
}

/* --- Texts of blocks -----------------------------------------------------------------------------
 */

static bool same_name(const pt_block *a, const pt_block *b)
{
    return a->kind == b->kind && strcmp(a->name, b->name) == 0;
}

/* The block of `pack` with the same name and, when `text` is not NULL, the same text. */
static const pt_block *fellow(pt_arena *arena, const pt_pack *pack, const pt_block *block,
                              const char *text)
{
    const pt_block *found = NULL;
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *other = &pack->blocks[i];
        if (!same_name(other, block))
            continue;
        if (text != NULL && pt_block_text_equal(text, pt_block_text(arena, other)))
            return other;
        bool in_force = other->from <= block->from && block->from <= other->until;
        if (text == NULL && (found == NULL || in_force))
            found = other;
    }
    return found;
}

static bool is_listed(const pt_comparison *made, const pt_block *before)
{
    for (size_t i = 0; i < made->block_count; i++)
        if (made->blocks[i].before == before)
            return true;
    return false;
}

static void add_block(pt_making *m, const pt_block *before, const pt_block *after)
{
    pt_comparison *made = m->made;
    pt_block_change change = {.before = before, .after = after};
    change.lines = pt_block_text_lines(
        m->arena, before == NULL ? NULL : pt_block_text(m->arena, before),
        after == NULL ? NULL : pt_block_text(m->arena, after), &change.line_count);
    made->blocks = pt_arena_grow(m->arena, made->blocks, made->block_count, &m->block_capacity,
                                 sizeof *made->blocks);
    made->blocks[made->block_count++] = change;
}

static const pt_block *same_text(pt_arena *arena, const pt_pack *pack, const pt_block *block)
{
    const char *text = pt_block_text(arena, block);
    const pt_block *found = fellow(arena, pack, block, text);
    return found != NULL && pt_block_text_equal(text, pt_block_text(arena, found)) ? found : NULL;
}

void pt_changes_blocks(pt_making *m)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    pt_arena *scratch = pt_arena_create();
    for (uint32_t i = 0; i < after->block_count; i++) {
        const pt_block *block = &after->blocks[i];
        if (same_text(scratch, before, block) == NULL)
            add_block(m, fellow(scratch, before, block, NULL), block);
        pt_arena_reset(scratch);
    }
    for (uint32_t i = 0; i < before->block_count; i++) {
        const pt_block *block = &before->blocks[i];
        if (same_text(scratch, after, block) == NULL && !is_listed(m->made, block))
            add_block(m, block, NULL);
        pt_arena_reset(scratch);
    }
    pt_arena_destroy(scratch);
}

/* --- Terms and bearers of duties -----------------------------------------------------------------
 */

static const char *length_words(pt_arena *arena, const pt_pack *pack, const pt_length *length)
{
    pt_value value = {.kind = PT_DURATION, .unit = length->unit, .amount = length->amount};
    if (length->parameter != PT_NO_INDEX) {
        value = pt_parameter_on(&pack->parameters[length->parameter], PT_DATE_LAST, NULL);
        if (value.kind == PT_NUMBER)
            value = (pt_value){.kind = PT_DURATION,
                               .unit = length->unit,
                               .amount = value.amount / PT_NUMBER_SCALE};
    }
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, pack, value);
    return value.kind == PT_DURATION && value.amount == 0 ? "" : out.bytes;
}

static const char *law_words(const pt_duty *duty)
{
    static const char *const words[] = {"wet", "amvb", "regeling", "statuut", "beleid"};
    return duty->term.law < sizeof words / sizeof *words ? words[duty->term.law] : "";
}

static const char *bearer_words(const pt_duty *duty)
{
    return duty->bearer_role != NULL   ? duty->bearer_role
           : duty->bearer.name != NULL ? duty->bearer.name
                                       : "";
}

static const char *recurrence_words(const pt_duty *duty)
{
    static const char *const words[] = {"eenmaal", "per schooljaar", "per kalenderjaar"};
    return words[duty->recurrence];
}

static void add_duty(pt_making *m, const pt_group *group, const char *part, const char *before,
                     const char *after, const pt_block *block)
{
    pt_comparison *made = m->made;
    if (strcmp(before, after) == 0)
        return;
    made->duties = pt_arena_grow(m->arena, made->duties, made->duty_count, &m->duty_capacity,
                                 sizeof *made->duties);
    made->duties[made->duty_count++] = (pt_duty_change){group->name, part, before, after, block};
}

void pt_changes_duty(pt_making *m, const pt_group *old, const pt_group *group)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    uint16_t a = pt_duty_version(before, old, PT_DATE_LAST),
             b = pt_duty_version(after, group, PT_DATE_LAST);
    if (a == PT_NO_INDEX || b == PT_NO_INDEX)
        return;
    const pt_duty *one = &before->duties[a], *other = &after->duties[b];
    const pt_block *block = &after->blocks[other->block];
    add_duty(m, group, "termijn", length_words(m->arena, before, &one->term.length),
             length_words(m->arena, after, &other->term.length), block);
    add_duty(m, group, "verlenging", length_words(m->arena, before, &one->term.extension),
             length_words(m->arena, after, &other->term.extension), block);
    add_duty(m, group, "recht", law_words(one), law_words(other), block);
    add_duty(m, group, "wie", bearer_words(one), bearer_words(other), block);
    add_duty(m, group, "herhaalt", recurrence_words(one), recurrence_words(other), block);
    add_duty(m, group, "staat_stil", pt_format(m->arena, "%u", one->term.standstill_count),
             pt_format(m->arena, "%u", other->term.standstill_count), block);
}
