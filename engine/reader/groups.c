/* SPDX-License-Identifier: EUPL-1.2 */
/* Versions under one name, and the order in which rules lean on each other. */
#include <string.h>

#include "reader/blocks.h"

static pt_group *group_of(pt_draft *draft, const pt_block *block, bool duty)
{
    pt_pack *pack = draft->pack;
    pt_group **groups = duty ? &pack->duty_groups : &pack->rule_groups;
    uint16_t *count = duty ? &pack->duty_group_count : &pack->rule_group_count;
    for (uint16_t i = 0; i < *count; i++) {
        if ((*groups)[i].subject == block->subject && strcmp((*groups)[i].name, block->name) == 0)
            return &(*groups)[i];
    }
    size_t *capacity = duty ? &draft->duty_group_capacity : &draft->rule_group_capacity;
    *groups = pt_arena_grow(draft->arena, *groups, *count, capacity, sizeof **groups);
    pt_group *made = &(*groups)[(*count)++];
    *made = (pt_group){.name = block->name, .subject = block->subject};
    return made;
}

static uint32_t block_of(const pt_pack *pack, bool duty, uint16_t version)
{
    return duty ? pack->duties[version].block : pack->rules[version].block;
}

static void add_version(pt_draft *draft, bool duty, uint16_t version)
{
    pt_pack *pack = draft->pack;
    const pt_block *block = &pack->blocks[block_of(pack, duty, version)];
    if (block->subject == PT_NO_INDEX)
        return;
    pt_group *group = group_of(draft, block, duty);
    uint16_t *versions = PT_NEW_ARRAY(draft->arena, group->version_count + 1u, uint16_t);
    uint16_t at = 0;
    while (at < group->version_count &&
           pack->blocks[block_of(pack, duty, group->versions[at])].from <= block->from) {
        versions[at] = group->versions[at];
        at++;
    }
    versions[at] = version;
    for (uint16_t i = at; i < group->version_count; i++)
        versions[i + 1] = group->versions[i];
    group->versions = versions;
    group->version_count++;
}

/* Versions without a ground are those that an overlay replaced whole: they hold on no day. */
static void check_overlap(pt_draft *draft, const pt_group *group, bool duty)
{
    const pt_pack *pack = draft->pack;
    const pt_block *before = NULL;
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *after = &pack->blocks[block_of(pack, duty, group->versions[i])];
        char from[PT_DATE_TEXT];
        if (after->ground_count == 0)
            continue;
        if (before != NULL && before->until >= after->from)
            pt_find(draft->report, PT_R012, after->at,
                    PT_ARGS(after->name, pt_date_format(after->from, from)), NULL);
        before = after;
    }
}

static void merge_types(pt_draft *draft, pt_group *group)
{
    const pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_rule *rule = &pack->rules[group->versions[i]];
        if (i == 0)
            group->type = rule->result;
        if (group->type.kind != rule->result.kind || group->type.set != rule->result.set)
            pt_find(draft->report, PT_R051, pack->blocks[rule->block].at, PT_ARGS(group->name),
                    NULL);
        if (rule->result.low < group->type.low)
            group->type.low = rule->result.low;
        if (rule->result.high > group->type.high)
            group->type.high = rule->result.high;
        if (rule->result.fraction_bits > group->type.fraction_bits)
            group->type.fraction_bits = rule->result.fraction_bits;
    }
}

static void check_names(pt_draft *draft)
{
    const pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < pack->rule_group_count; i++) {
        const pt_group *group = &pack->rule_groups[i];
        pt_position at = pack->blocks[pack->rules[group->versions[0]].block].at;
        bool taken = pt_pack_fact(pack, group->subject, group->name) != PT_NO_INDEX ||
                     pt_duty_group_named(pack, group->name, group->subject) != PT_NO_INDEX;
        if (taken)
            pt_find(draft->report, PT_R006, at, PT_ARGS(group->name), NULL);
    }
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *block = &pack->blocks[i];
        for (uint32_t j = 0;
             j < i && (block->kind == PT_BLOCK_WINDOW || block->kind == PT_BLOCK_LIST ||
                       block->kind == PT_BLOCK_DIVISION);
             j++) {
            if (pack->blocks[j].subject == block->subject &&
                strcmp(pack->blocks[j].name, block->name) == 0)
                pt_find(draft->report, PT_R006, block->at, PT_ARGS(block->name), NULL);
        }
    }
}

void pt_group_versions(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    for (uint16_t i = 0; i < pack->rule_count; i++)
        add_version(draft, false, i);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        add_version(draft, true, i);
    for (uint16_t i = 0; i < pack->rule_group_count; i++) {
        check_overlap(draft, &pack->rule_groups[i], false);
        merge_types(draft, &pack->rule_groups[i]);
    }
    for (uint16_t i = 0; i < pack->duty_group_count; i++)
        check_overlap(draft, &pack->duty_groups[i], true);
    check_names(draft);
}

enum { UNSEEN, OPEN, DONE };

/* What can lean on others: the groups of rules first, then the lists. */
typedef struct ordering {
    pt_draft *draft;
    uint8_t *state;
    uint16_t *order; /* old indexes of groups, in the new order */
    uint16_t count;
    uint32_t *trail; /* what is now open */
    uint32_t depth;
} ordering;

static void visit(ordering *o, uint32_t node);

static void visit_input(ordering *o, const pt_input *input)
{
    if (input == NULL)
        return;
    if (input->kind == PT_INPUT_RULE)
        visit(o, input->index);
    if (input->kind == PT_INPUT_LIST)
        visit(o, (uint32_t)o->draft->pack->rule_group_count + input->index);
}

static void visit_inputs(ordering *o, const pt_function *function)
{
    for (uint16_t i = 0; function != NULL && i < function->input_count; i++)
        visit_input(o, &function->inputs[i]);
}

static void visit_grounds(ordering *o, const pt_block *block)
{
    for (size_t i = 0; i < block->ground_count; i++)
        visit_inputs(o, block->grounds[i].applies);
}

static const pt_block *block_of_node(const pt_pack *pack, uint32_t node)
{
    if (node >= pack->rule_group_count)
        return &pack->blocks[pack->lists[node - pack->rule_group_count].block];
    return &pack->blocks[pack->rules[pack->rule_groups[node].versions[0]].block];
}

static void report_circle(ordering *o, uint32_t node)
{
    const pt_pack *pack = o->draft->pack;
    pt_text circle = pt_text_create(o->draft->arena);
    uint32_t first = 0;
    while (o->trail[first] != node)
        first++;
    for (uint32_t i = first; i < o->depth; i++)
        pt_text_format(&circle, "%s -> ", block_of_node(pack, o->trail[i])->name);
    pt_text_add(&circle, block_of_node(pack, node)->name);
    pt_find(o->draft->report, PT_R013, block_of_node(pack, node)->at, PT_ARGS(circle.bytes), NULL);
}

static void visit_group(ordering *o, uint16_t group)
{
    const pt_pack *pack = o->draft->pack;
    const pt_group *each = &pack->rule_groups[group];
    for (uint16_t i = 0; i < each->version_count; i++) {
        visit_inputs(o, pack->rules[each->versions[i]].decide);
        visit_grounds(o, &pack->blocks[pack->rules[each->versions[i]].block]);
    }
    for (uint16_t i = 0; i < each->exception_count; i++) {
        visit_inputs(o, pack->exceptions[each->exceptions[i]].condition);
        visit_grounds(o, &pack->blocks[pack->exceptions[each->exceptions[i]].block]);
    }
    o->order[o->count++] = group;
}

static void visit_list(ordering *o, pt_list *list)
{
    visit_inputs(o, list->filter);
    visit_input(o, list->counted);
    visit_input(o, list->whole);
    visit_grounds(o, &o->draft->pack->blocks[list->block]);
    pt_type_list(o->draft, list);
}

static void visit(ordering *o, uint32_t node)
{
    pt_pack *pack = o->draft->pack;
    if (o->state[node] == OPEN)
        report_circle(o, node);
    if (o->state[node] != UNSEEN)
        return;
    o->state[node] = OPEN;
    o->trail[o->depth++] = node;
    if (node < pack->rule_group_count)
        visit_group(o, (uint16_t)node);
    else
        visit_list(o, &pack->lists[node - pack->rule_group_count]);
    o->depth--;
    o->state[node] = DONE;
}

static void renumber_input(pt_input *input, const uint16_t *now)
{
    if (input != NULL && input->kind == PT_INPUT_RULE)
        input->index = now[input->index];
}

static void renumber(pt_pack *pack, const uint16_t *now)
{
    for (uint32_t i = 0; i < pack->function_count; i++) {
        for (uint16_t j = 0; j < pack->functions[i]->input_count; j++)
            renumber_input(&pack->functions[i]->inputs[j], now);
    }
    for (uint16_t i = 0; i < pack->list_count; i++) {
        renumber_input(pack->lists[i].counted, now);
        renumber_input(pack->lists[i].whole, now);
    }
    for (uint16_t i = 0; i < pack->duty_count; i++) {
        for (uint8_t j = 0; j < pack->duties[i].term.standstill_count; j++)
            renumber_input(pack->duties[i].term.standstills[j].from_rule, now);
    }
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        pt_exception *exception = &pack->exceptions[i];
        if (!exception->on_duty && exception->target != PT_NO_INDEX)
            exception->target = now[exception->target];
    }
}

void pt_order_groups(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    uint16_t count = pack->rule_group_count;
    size_t nodes = (size_t)count + pack->list_count;
    ordering o = {.draft = draft,
                  .state = PT_NEW_ARRAY(draft->arena, nodes, uint8_t),
                  .order = PT_NEW_ARRAY(draft->arena, count, uint16_t),
                  .trail = PT_NEW_ARRAY(draft->arena, nodes, uint32_t)};
    for (uint32_t i = 0; i < nodes; i++)
        visit(&o, i);
    pt_group *groups = PT_NEW_ARRAY(draft->arena, count, pt_group);
    uint16_t *now = PT_NEW_ARRAY(draft->arena, count, uint16_t);
    for (uint16_t i = 0; i < count; i++) {
        groups[i] = pack->rule_groups[o.order[i]];
        now[o.order[i]] = i;
    }
    pack->rule_groups = groups;
    renumber(pack, now);
}
