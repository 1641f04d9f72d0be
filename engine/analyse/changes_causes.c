/* SPDX-License-Identifier: EUPL-1.2 */
/* What was changed that a rule, duty or event leans on, found by going back along what it asks. */
#include <string.h>

#include "analyse/block_text.h"
#include "analyse/changes.h"

/* Things that can lean on each other: blocks by number, then parameters, then facts by name. */
typedef struct leaning {
    const pt_pack *pack;
    const pt_comparison *comparison;
    bool *seen_blocks;
    bool *seen_parameters;
    uint32_t *queue; /* blocks */
    size_t head;
    size_t tail;
    pt_text causes; /* what was changed, as found */
    size_t cause_count;
} leaning;

static void meet_block(leaning *l, uint32_t block)
{
    if (l->seen_blocks[block])
        return;
    l->seen_blocks[block] = true;
    l->queue[l->tail++] = block;
}

static bool parameter_changed(const leaning *l, uint16_t parameter)
{
    for (size_t i = 0; i < l->comparison->parameter_count; i++)
        if (l->comparison->parameters[i].after == &l->pack->parameters[parameter])
            return true;
    return false;
}

enum { MOST_CAUSES = 3 };

/* Of several variants it matters which of them brought the change. */
static void add_cause(leaning *l, const char *kind, const char *name, const char *variant)
{
    if (l->cause_count++ >= MOST_CAUSES)
        return;
    pt_text_format(&l->causes, "%s%s %s", l->cause_count == 1 ? "" : ", ", kind, name);
    if (variant != NULL && l->pack->layer_count > 1)
        pt_text_format(&l->causes, " [%s]", variant);
}

static void meet_parameter(leaning *l, uint16_t parameter)
{
    if (parameter == PT_NO_INDEX || l->seen_parameters[parameter])
        return;
    l->seen_parameters[parameter] = true;
    if (parameter_changed(l, parameter))
        add_cause(l, "parameter", l->pack->parameters[parameter].name,
                  l->pack->parameters[parameter].variant);
}

static void meet_group(leaning *l, const pt_group *group, bool duty)
{
    for (uint16_t i = 0; i < group->version_count; i++)
        meet_block(l, duty ? l->pack->duties[group->versions[i]].block
                           : l->pack->rules[group->versions[i]].block);
    for (uint16_t i = 0; i < group->exception_count; i++)
        meet_block(l, l->pack->exceptions[group->exceptions[i]].block);
}

/* A fact leans on the events that set it, and they on the rules and duties that raise them. */
static void meet_raisers(leaning *l, uint16_t event)
{
    for (uint16_t i = 0; i < l->pack->rule_count; i++)
        if (l->pack->rules[i].raises == event)
            meet_block(l, l->pack->rules[i].block);
    for (uint16_t i = 0; i < l->pack->duty_count; i++)
        if (l->pack->duties[i].breach_event == event)
            meet_block(l, l->pack->duties[i].block);
}

static void meet_fact(leaning *l, uint16_t kind, uint16_t fact)
{
    for (uint16_t i = 0; i < l->pack->event_count; i++) {
        const pt_event *event = &l->pack->events[i];
        for (uint16_t j = 0; j < event->set_count; j++)
            if (l->pack->blocks[event->block].subject == kind && event->sets[j].fact == fact)
                meet_raisers(l, i);
    }
}

static void meet_input(leaning *l, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_RULE: meet_group(l, &l->pack->rule_groups[input->index], false); break;
    case PT_INPUT_WINDOW: meet_block(l, l->pack->windows[input->index].block); break;
    case PT_INPUT_LIST: meet_block(l, l->pack->lists[input->index].block); break;
    case PT_INPUT_PARAMETER: meet_parameter(l, input->index); break;
    case PT_INPUT_FACT: meet_fact(l, input->path.target, input->index); break;
    case PT_INPUT_TODAY: break;
    }
}

static void meet_exceptions(leaning *l, uint32_t block)
{
    for (uint16_t i = 0; i < l->pack->rule_group_count; i++)
        for (uint16_t j = 0; j < l->pack->rule_groups[i].version_count; j++)
            if (l->pack->rules[l->pack->rule_groups[i].versions[j]].block == block)
                meet_group(l, &l->pack->rule_groups[i], false);
    for (uint16_t i = 0; i < l->pack->duty_group_count; i++)
        for (uint16_t j = 0; j < l->pack->duty_groups[i].version_count; j++)
            if (l->pack->duties[l->pack->duty_groups[i].versions[j]].block == block)
                meet_group(l, &l->pack->duty_groups[i], true);
}

static void expand(leaning *l, uint32_t block)
{
    for (uint32_t f = 0; f < l->pack->function_count; f++)
        for (uint16_t i = 0;
             l->pack->functions[f]->block == block && i < l->pack->functions[f]->input_count; i++)
            meet_input(l, &l->pack->functions[f]->inputs[i]);
    for (uint16_t i = 0; i < l->pack->list_count; i++) {
        const pt_list *list = &l->pack->lists[i];
        if (list->block == block && list->counted != NULL)
            meet_input(l, list->counted);
        if (list->block == block && list->whole != NULL)
            meet_input(l, list->whole);
    }
    for (uint16_t i = 0; i < l->pack->duty_count; i++) {
        const pt_duty *duty = &l->pack->duties[i];
        if (duty->block != block)
            continue;
        meet_parameter(l, duty->term.length.parameter);
        meet_parameter(l, duty->term.extension.parameter);
        if (duty->term.end_of != PT_NO_INDEX)
            meet_group(l, &l->pack->duty_groups[duty->term.end_of], true);
        for (uint8_t j = 0; j < duty->term.standstill_count; j++)
            if (duty->term.standstills[j].from_rule != NULL)
                meet_input(l, duty->term.standstills[j].from_rule);
    }
    meet_exceptions(l, block);
}

static const char *kind_word(const pt_block *block)
{
    static const char *const words[] = {"regel",       "uitzondering", "plicht", "mogelijkheid",
                                        "gebeurtenis", "venster",      "lijst",  "verdeling"};
    return words[block->kind];
}

static bool block_changed(const pt_comparison *comparison, const pt_block *block)
{
    for (size_t i = 0; i < comparison->block_count; i++)
        if (comparison->blocks[i].after == block)
            return true;
    return false;
}

static void start_leaning(pt_arena *arena, leaning *l, const pt_comparison *comparison)
{
    *l = (leaning){.pack = comparison->after, .comparison = comparison};
    l->causes = pt_text_create(arena);
    l->seen_parameters = PT_NEW_ARRAY(arena, l->pack->parameter_count, bool);
    l->seen_blocks = PT_NEW_ARRAY(arena, l->pack->block_count, bool);
    l->queue = PT_NEW_ARRAY(arena, l->pack->block_count, uint32_t);
}

static void meet_named(leaning *l, const char *name)
{
    for (uint32_t i = 0; i < l->pack->block_count; i++)
        if (strcmp(l->pack->blocks[i].name, name) == 0)
            meet_block(l, i);
    uint16_t event = pt_pack_event(l->pack, name);
    if (event != PT_NO_INDEX)
        meet_raisers(l, event);
}

const char *pt_cause_of(pt_arena *arena, const pt_comparison *comparison, const char *name)
{
    leaning l;
    start_leaning(arena, &l, comparison);
    meet_named(&l, name);
    while (l.head < l.tail && l.cause_count < MOST_CAUSES) {
        uint32_t index = l.queue[l.head++];
        const pt_block *block = &l.pack->blocks[index];
        if (block_changed(comparison, block))
            add_cause(&l, kind_word(block), block->name, block->variant);
        else
            expand(&l, index);
    }
    return l.cause_count == 0 ? NULL : l.causes.bytes;
}
