/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_parts.h"
#include "base/text.h"

/* What can come out: words of a choice (or nee and ja), and whether onbekend or geen can. */
typedef struct outcomes {
    uint64_t words;
    bool absent;
    bool all;     /* something was not read: anything can come */
    bool handed;  /* some come as they are from a fact or another rule */
    bool nonzero; /* a number or amount that is not nought */
} outcomes;

static void add_value(outcomes *out, pt_value value)
{
    out->nonzero = out->nonzero || (pt_is_value(value) && value.amount != 0);
    if (value.kind == PT_CHOICE || value.kind == PT_YESNO)
        out->words |= (uint64_t)1 << value.amount;
    else if (pt_is_value(value))
        out->all = true;
    else
        out->absent = true;
}

static void add_function(outcomes *out, const pt_function *function)
{
    bool unread = function == NULL || function->period_count == 0;
    out->all = out->all || unread;
    out->nonzero = out->nonzero || unread;
    for (size_t i = 0; function != NULL && i < function->period_count; i++) {
        const pt_tree *tree = function->periods[i].tree;
        for (size_t j = 0; j < tree->node_count; j++) {
            const pt_leaf *leaf = &tree->nodes[j].leaf;
            if (tree->nodes[j].is_leaf && leaf->kind == PT_LEAF_VALUE)
                add_value(out, leaf->value);
            else if (tree->nodes[j].is_leaf && leaf->kind == PT_LEAF_ATOM)
                out->handed = out->nonzero = true;
            else if (tree->nodes[j].is_leaf)
                out->all = out->nonzero = true;
        }
    }
}

static outcomes outcomes_of(const pt_pack *pack, const pt_group *group)
{
    outcomes out = {0};
    for (uint16_t i = 0; i < group->version_count; i++)
        add_function(&out, pack->rules[group->versions[i]].decide);
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[group->exceptions[i]];
        outcomes holds = {0};
        add_function(&holds, exception->condition);
        if (holds.all || holds.handed || (holds.words & 2) != 0)
            add_value(&out, exception->result);
    }
    return out;
}

/* The one value that always comes, or NULL. */
static const char *always(const outcomes *out)
{
    if (out->all || out->handed || (out->words != 0 && out->absent))
        return NULL;
    return out->words == 0 ? "onbekend" : out->words == 1 ? "nee" : out->words == 2 ? "ja" : NULL;
}

/* Does a version give the word as it comes from elsewhere? */
static bool hands_on(pt_check *check, const pt_group *group, pt_value word)
{
    bool gives = false;
    for (uint16_t i = 0; i < group->version_count && !gives; i++)
        gives = pt_check_can_give(check, check->pack->rules[group->versions[i]].decide, word);
    return gives;
}

static void check_words(pt_check *check, const pt_group *group, const outcomes *out)
{
    /* The words of the statutes are fixed; those of this pack need not use them all. */
    if (check->pack->blocks[check->pack->rules[group->versions[0]].block].statutes)
        return;
    const pt_choice *choice = &check->pack->choices[group->type.set];
    pt_text missing = pt_text_create(check->scratch);
    for (uint16_t i = 0; i < choice->count; i++) {
        pt_value word = {.kind = PT_CHOICE, .set = group->type.set, .amount = i};
        if ((out->words >> i & 1) == 0 && !(out->handed && hands_on(check, group, word)))
            pt_text_format(&missing, "%s%s", missing.length == 0 ? "" : ", ", choice->words[i]);
    }
    uint32_t block = check->pack->rules[group->versions[0]].block;
    if (missing.length > 0)
        pt_check_find(check, PT_C005, check->pack->blocks[block].at,
                      PT_ARGS(group->name, missing.bytes));
}

static bool asks_anything(const pt_pack *pack, const pt_group *group)
{
    bool asks = false;
    for (uint16_t i = 0; i < group->version_count; i++)
        asks = asks || pack->rules[group->versions[i]].decide->input_count > 0;
    return asks;
}

static void check_group(pt_check *check, const pt_group *group)
{
    outcomes out = outcomes_of(check->pack, group);
    uint32_t block = check->pack->rules[group->versions[0]].block;
    if (group->type.kind == PT_CHOICE && !out.all)
        check_words(check, group, &out);
    if (group->type.kind != PT_YESNO || always(&out) == NULL)
        return;
    /* A rule without inputs cannot be meant to give anything else. */
    bool meant = pt_check_explained(check, block) || !asks_anything(check->pack, group) ||
                 check->pack->blocks[block].statutes;
    pt_check_find(check, meant ? PT_C023 : PT_C006, check->pack->blocks[block].at,
                  PT_ARGS(group->name, always(&out)));
}

/* A function that only says for whom or when a block holds. */
static void check_gate(pt_check *check, const pt_function *function)
{
    outcomes out = {0};
    if (function == NULL)
        return;
    add_function(&out, function);
    if (always(&out) != NULL)
        pt_check_find(check, PT_C007, function->at,
                      PT_ARGS(function->path, pt_check_name(check, function->block), always(&out)));
}

/* What is divided goes to weights above nought. */
static void check_weight(pt_check *check, const pt_list *list)
{
    const pt_pack *pack = check->pack;
    if (list->take != PT_TAKE_SHARE || list->counted->kind != PT_INPUT_RULE)
        return;
    const pt_group *group = &pack->rule_groups[list->counted->index];
    outcomes out = outcomes_of(pack, group);
    if (!out.nonzero)
        pt_check_find(check, PT_C026, pack->blocks[pack->rules[group->versions[0]].block].at,
                      PT_ARGS(group->name, pack->blocks[list->block].name));
}

void pt_check_outcomes(pt_check *check)
{
    const pt_pack *pack = check->pack;
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        check_group(check, &pack->rule_groups[i]);
    for (uint16_t i = 0; i < pack->exception_count; i++)
        check_gate(check, pack->exceptions[i].condition);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        check_gate(check, pack->duties[i].scope);
    for (uint16_t i = 0; i < pack->list_count; i++) {
        check_gate(check, pack->lists[i].filter);
        check_weight(check, &pack->lists[i]);
    }
    for (uint32_t i = 0; i < pack->block_count; i++) {
        for (size_t j = 0; j < pack->blocks[i].ground_count; j++)
            check_gate(check, pack->blocks[i].grounds[j].applies);
    }
}
