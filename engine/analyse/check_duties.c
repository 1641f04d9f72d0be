/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_parts.h"

#include "base/text.h"

/* Can the function give a value at all? Not known when it was not read. */
static bool can_give(const pt_function *function)
{
    bool gives = function->period_count == 0;
    for (size_t i = 0; i < function->period_count; i++) {
        const pt_tree *tree = function->periods[i].tree;
        for (size_t j = 0; j < tree->node_count; j++) {
            const pt_leaf *leaf = &tree->nodes[j].leaf;
            gives = gives || (tree->nodes[j].is_leaf &&
                              (leaf->kind != PT_LEAF_VALUE || pt_is_value(leaf->value)));
        }
    }
    return gives;
}

/* --- what the story can bring about -------------------------------------------------------------
 */

typedef struct tracing {
    const pt_pack *pack;
    bool *seen;   /* rule groups */
    bool moved;   /* something that events bring about is read */
    bool put_off; /* a fact is read that an event sets on a subject that is there */
    pt_text facts;
} tracing;

/* An event sets it; or, when `made`, makes the subject and can be given it. */
static bool set_by_event(const pt_pack *pack, uint16_t kind, uint16_t fact, bool made)
{
    for (uint16_t i = 0; i < pack->event_count; i++) {
        const pt_event *event = &pack->events[i];
        if (pack->blocks[event->block].subject != kind)
            continue;
        if (event->makes && made)
            return true;
        for (uint16_t j = 0; j < event->set_count && !event->makes; j++) {
            if (event->sets[j].fact == fact)
                return true;
        }
    }
    return false;
}

static void trace_function(tracing *t, const pt_function *function);

static void trace_group(tracing *t, uint16_t index)
{
    const pt_group *group = &t->pack->rule_groups[index];
    if (t->seen[index])
        return;
    t->seen[index] = true;
    for (uint16_t i = 0; i < group->version_count; i++)
        trace_function(t, t->pack->rules[group->versions[i]].decide);
    for (uint16_t i = 0; i < group->exception_count; i++)
        trace_function(t, t->pack->exceptions[group->exceptions[i]].condition);
}

static void trace_fact(tracing *t, const pt_input *input)
{
    if (set_by_event(t->pack, input->path.target, input->index, false))
        t->put_off = true;
    if (set_by_event(t->pack, input->path.target, input->index, true))
        t->moved = true;
    else
        pt_text_format(&t->facts, "%s%s", t->facts.length == 0 ? "" : ", ", input->name);
}

static void trace_function(tracing *t, const pt_function *function)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        switch ((pt_input_kind)input->kind) {
        case PT_INPUT_FACT: trace_fact(t, input); break;
        case PT_INPUT_RULE: trace_group(t, input->index); break;
        case PT_INPUT_WINDOW:
        case PT_INPUT_LIST:
        case PT_INPUT_TODAY: t->moved = true; break;
        case PT_INPUT_PARAMETER: break;
        }
    }
}

static void check_fulfilled(pt_check *check, const pt_duty *duty)
{
    const pt_pack *pack = check->pack;
    const char *name = pack->blocks[duty->block].name;
    bool fulfils = can_give(duty->fulfilled);
    tracing t = {.pack = pack,
                 .seen = PT_NEW_ARRAY(check->scratch, pack->rule_group_count, bool),
                 .facts = pt_text_create(check->scratch)};
    /* A last day that events put off again and again needs no end. */
    if (fulfils || duty->term.fixed != NULL)
        trace_function(&t, fulfils ? duty->fulfilled : duty->term.fixed);
    if (!fulfils && !t.put_off)
        pt_check_find(check, PT_C012, duty->fulfilled->at, PT_ARGS(name));
    if (!fulfils)
        return;
    if (!t.moved && t.facts.length > 0)
        pt_check_find(check, PT_C014, duty->fulfilled->at, PT_ARGS(name, t.facts.bytes));
}

void pt_check_duties(pt_check *check)
{
    for (uint16_t i = 0; i < check->pack->duty_count; i++) {
        const pt_duty *duty = &check->pack->duties[i];
        const pt_block *block = &check->pack->blocks[duty->block];
        if (block->free || block->excluded)
            continue;
        if (duty->fulfilled != NULL)
            check_fulfilled(check, duty);
        const pt_function *const starts[] = {duty->term.start, duty->term.fixed};
        for (size_t j = 0; j < 2; j++) {
            if (starts[j] != NULL && !can_give(starts[j]))
                pt_check_find(check, PT_C013, starts[j]->at, PT_ARGS(block->name));
        }
    }
}
