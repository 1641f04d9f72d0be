/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/changes.h"

#include <string.h>

#include "analyse/changes_parts.h"
#include "analyse/surroundings.h"

static bool has_difference(const pt_comparison *made, const char *name)
{
    for (size_t i = 0; i < made->difference_count; i++)
        if (strcmp(made->differences[i].name, name) == 0)
            return true;
    for (size_t i = 0; i < made->duty_count; i++)
        if (strcmp(made->duties[i].name, name) == 0)
            return true;
    return false;
}

/* Of one variant or an earlier version everything is the cause. */
static void find_causes(pt_making *m)
{
    pt_comparison *made = m->made;
    for (size_t i = 0; i < made->difference_count && made->after->layer_count > 1; i++)
        made->differences[i].cause = pt_cause_of(m->arena, made, made->differences[i].name);
}

static bool is_steady(const pt_comparison *made, const char *name)
{
    for (size_t i = 0; i < made->steady_count; i++)
        if (strcmp(made->steady[i], name) == 0)
            return true;
    return false;
}

/* What leans on a change only by what an event sets. */
static void find_later(pt_making *m)
{
    const pt_pack *after = m->made->after;
    pt_comparison *made = m->made;
    size_t most = (size_t)after->rule_group_count + after->duty_group_count;
    for (size_t i = 0; i < most; i++) {
        bool rule = i < after->rule_group_count;
        const pt_group *group =
            rule ? &after->rule_groups[i] : &after->duty_groups[i - after->rule_group_count];
        pt_arena *scratch = pt_arena_create();
        if (!has_difference(made, group->name) && !is_steady(made, group->name) &&
            pt_cause_of(scratch, made, group->name) != NULL)
            pt_changes_add_name(m, &made->later, &made->later_count, &m->later_capacity,
                                group->name);
        pt_arena_destroy(scratch);
    }
}

/* Does a function of another block ask this rule? */
static bool is_asked(const pt_pack *pack, const char *name)
{
    for (uint32_t f = 0; f < pack->function_count; f++)
        for (uint16_t i = 0; i < pack->functions[f]->input_count; i++) {
            const pt_input *input = &pack->functions[f]->inputs[i];
            if (input->kind == PT_INPUT_RULE &&
                strcmp(pack->rule_groups[input->index].name, name) == 0)
                return true;
        }
    return false;
}

static void mark_last(pt_making *m)
{
    for (size_t i = 0; i < m->made->difference_count; i++) {
        pt_difference *difference = &m->made->differences[i];
        difference->last = difference->of_duty || !is_asked(m->made->after, difference->name);
    }
}

/* What a rule brings about when it becomes ja. */
static const char *raised_by(const pt_pack *pack, const pt_block *block)
{
    for (uint16_t i = 0; i < pack->rule_count; i++)
        if (&pack->blocks[pack->rules[i].block] == block && pack->rules[i].raises != PT_NO_INDEX)
            return pt_format(pack->arena, "%s %d",
                             pack->blocks[pack->events[pack->rules[i].raises].block].name,
                             (int)pack->rules[i].raises_once);
    return "";
}

/* Of a changed rule or exception the questions say all there is; of other blocks they do not. */
static bool is_answered(const pt_comparison *made, const pt_block_change *change)
{
    const pt_block *before = change->before, *after = change->after;
    bool rules = before != NULL && after != NULL && after->kind <= PT_BLOCK_EXCEPTION;
    return rules && strcmp(raised_by(made->before, before), raised_by(made->after, after)) == 0;
}

static void judge_texts(pt_comparison *made)
{
    for (size_t i = 0; i < made->block_count; i++)
        made->proved = made->proved && is_answered(made, &made->blocks[i]);
}

static pt_comparison *new_comparison(pt_arena *arena, const pt_pack *before, const pt_pack *after)
{
    pt_comparison *made = PT_NEW(arena, pt_comparison);
    *made = (pt_comparison){.before = before, .after = after, .proved = true};
    return made;
}

const pt_comparison *pt_compare_texts(pt_arena *arena, const pt_pack *before, const pt_pack *after)
{
    pt_making m = {.arena = arena, .made = new_comparison(arena, before, after)};
    pt_changes_parameters(&m);
    pt_changes_blocks(&m);
    return m.made;
}

const pt_comparison *pt_compare_packs(pt_arena *arena, const pt_pack *before, const pt_pack *after,
                                      const pt_differing *how)
{
    pt_making m = {.arena = arena, .made = new_comparison(arena, before, after)};
    pt_changes_parameters(&m);
    pt_changes_blocks(&m);
    for (uint16_t i = 0; i < after->duty_group_count; i++) {
        uint16_t old = pt_changes_group_in(before, true, after, &after->duty_groups[i]);
        if (old != PT_NO_INDEX)
            pt_changes_duty(&m, &before->duty_groups[old], &after->duty_groups[i]);
    }
    m.made->subjects_differ = !pt_same_subjects(before, after);
    m.made->calendars_differ = !pt_same_calendar(before, after);
    m.made->proved = !m.made->subjects_differ && !m.made->calendars_differ;
    m.made->base = how->base;
    judge_texts(m.made);
    pt_changes_answers(&m, how);
    find_causes(&m);
    find_later(&m);
    mark_last(&m);
    return m.made;
}
