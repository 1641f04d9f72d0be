/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/possible.h"

#include <string.h>

enum { MOST_STEPS = 400 };

typedef struct asking {
    const pt_pack *pack;
    int steps;               /* left; at none everything is possible */
    uint16_t reference_date; /* of the block that asked first */
    pt_date day;
} asking;

static const pt_possible anything = {.can_be = PT_CAN_BE_UNKNOWN | PT_CAN_BE_NONE | PT_CAN_BE_VALUE,
                                     .words = UINT64_MAX,
                                     .unknown_alone = true};

/* --- Places ----------------------------------------------------------------------------------- */

static bool step_on(pt_place *place, const pt_path *path)
{
    if (place->hops + path->hops > PT_PLACE_HOPS)
        return false;
    for (uint8_t i = 0; i < path->hops; i++)
        place->references[place->hops++] = path->references[i];
    return true;
}

pt_place pt_place_of(const pt_input *input)
{
    pt_place place = {.fact = input->index};
    step_on(&place, &input->path);
    return place;
}

bool pt_place_equal(const pt_place *a, const pt_place *b)
{
    bool same = a->fact == b->fact && a->hops == b->hops;
    for (uint8_t i = 0; same && i < a->hops; i++)
        same = a->references[i] == b->references[i];
    return same;
}

/* --- Taking together -------------------------------------------------------------------------- */

static void unknown_alone(pt_possible *all)
{
    all->can_be |= PT_CAN_BE_UNKNOWN;
    all->unknown_alone = true;
}

static void unknown_with(pt_possible *all, const pt_place *place)
{
    all->can_be |= PT_CAN_BE_UNKNOWN;
    for (size_t i = 0; i < all->place_count; i++)
        if (pt_place_equal(&all->unknown_with[i], place))
            return;
    if (all->place_count == PT_MOST_PLACES)
        all->unknown_alone = true;
    else
        all->unknown_with[all->place_count++] = *place;
}

static void add_unknown(pt_possible *all, const pt_possible *more)
{
    if ((more->can_be & PT_CAN_BE_UNKNOWN) == 0)
        return;
    for (size_t i = 0; i < more->place_count; i++)
        unknown_with(all, &more->unknown_with[i]);
    if (more->unknown_alone)
        unknown_alone(all);
}

static void add_all(pt_possible *all, const pt_possible *more)
{
    add_unknown(all, more);
    all->can_be |= more->can_be;
    all->words |= more->words;
}

static pt_possible of_input(asking *a, const pt_input *input, const pt_place *at);

/* An input that the function does not ask whether it is there: without it, the outcome is so. */
static void add_strict(asking *a, const pt_function *function, const pt_place *at, pt_possible *all)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        pt_possible of = of_input(a, input, at);
        if (!input->type.may_be_unknown)
            add_unknown(all, &of);
        if (!input->type.may_be_none)
            all->can_be |= of.can_be & PT_CAN_BE_NONE;
    }
}

/* --- Functions -------------------------------------------------------------------------------- */

static void add_value(pt_possible *all, pt_value value)
{
    if (value.kind == PT_UNKNOWN)
        unknown_alone(all);
    else if (value.kind == PT_NONE)
        all->can_be |= PT_CAN_BE_NONE;
    else
        all->can_be |= PT_CAN_BE_VALUE;
    if (value.kind == PT_YESNO || value.kind == PT_CHOICE)
        all->words |= (uint64_t)1 << value.amount;
}

static void add_leaf(asking *a, const pt_function *function, const pt_tree *tree,
                     const pt_leaf *leaf, const pt_place *at, pt_possible *all)
{
    const pt_atom *atom = leaf->kind == PT_LEAF_ATOM ? &tree->atoms[leaf->atom] : NULL;
    if (leaf->kind == PT_LEAF_VALUE) {
        add_value(all, leaf->value);
    } else if (atom != NULL && atom->operation == PT_OP_INPUT) {
        pt_possible of = of_input(a, &function->inputs[atom->input], at);
        add_all(all, &of);
    } else {
        all->can_be |= PT_CAN_BE_VALUE;
        all->words = UINT64_MAX;
    }
}

static void add_tree(asking *a, const pt_function *function, const pt_tree *tree,
                     const pt_place *at, pt_possible *all)
{
    for (size_t i = 0; i < tree->node_count; i++)
        if (tree->nodes[i].is_leaf)
            add_leaf(a, function, tree, &tree->nodes[i].leaf, at, all);
}

/* What a function gives on `day`; NONE: on any. */
static void add_function(asking *a, const pt_function *function, pt_date day, const pt_place *at,
                         pt_possible *all)
{
    if (function->period_count == 0)
        add_all(all, &anything);
    for (size_t i = 0; i < function->period_count; i++) {
        const pt_tree_period *period = &function->periods[i];
        if (day == PT_DATE_NONE || (period->from <= day && day <= period->until))
            add_tree(a, function, period->tree, at, all);
    }
    add_strict(a, function, at, all);
}

/* --- Grounds ---------------------------------------------------------------------------------- */

static bool in_period(const pt_ground *ground, pt_date day)
{
    return ground->from <= day && day <= ground->until;
}

/* The words of its only input for which a tree says ja; 0 when it asks anything else. */
static uint64_t words_with_yes(const pt_tree *tree)
{
    uint64_t words = 0;
    if (tree->atom_count != 1 || tree->atoms[0].operation != PT_OP_INPUT)
        return 0;
    for (size_t i = 0; i < tree->node_count; i++)
        if (!tree->nodes[i].is_leaf && tree->nodes[i].test.kind != PT_TEST_IN)
            return 0;
    for (unsigned word = 0; word < PT_LIMIT_CHOICE_WORDS; word++) {
        uint32_t at = tree->root;
        while (!tree->nodes[at].is_leaf)
            at = (tree->nodes[at].test.mask >> word & 1) != 0 ? tree->nodes[at].yes
                                                              : tree->nodes[at].no;
        const pt_leaf *leaf = &tree->nodes[at].leaf;
        if (leaf->kind == PT_LEAF_VALUE && pt_is_yes(leaf->value))
            words |= (uint64_t)1 << word;
    }
    return words;
}

static const pt_tree *tree_on(const pt_function *function, pt_date day)
{
    for (size_t i = 0; i < function->period_count; i++)
        if (function->periods[i].from <= day && day <= function->periods[i].until)
            return function->periods[i].tree;
    return NULL;
}

static bool same_input(const pt_input *a, const pt_input *b)
{
    pt_place one = pt_place_of(a), other = pt_place_of(b);
    return a->kind == b->kind && pt_place_equal(&one, &other);
}

static bool complete(asking *a, const pt_block *block, pt_date day, const pt_place *at)
{
    const pt_input *asked = NULL;
    uint64_t covered = 0;
    for (size_t i = 0; i < block->ground_count; i++) {
        const pt_ground *ground = &block->grounds[i];
        if (!in_period(ground, day))
            continue;
        if (ground->applies == NULL)
            return true;
        const pt_tree *tree = tree_on(ground->applies, day);
        if (tree == NULL || ground->applies->input_count != 1 ||
            (asked != NULL && !same_input(asked, &ground->applies->inputs[0])))
            continue;
        asked = &ground->applies->inputs[0];
        covered |= words_with_yes(tree);
    }
    if (asked == NULL || (asked->type.kind != PT_CHOICE && asked->type.kind != PT_YESNO))
        return false;
    uint64_t all = ((uint64_t)2 << asked->type.high) - 1;
    return (of_input(a, asked, at).words & all & ~covered) == 0;
}

static bool unconditional(const pt_block *block, pt_date day)
{
    for (size_t i = 0; i < block->ground_count; i++)
        if (in_period(&block->grounds[i], day) && block->grounds[i].applies == NULL)
            return true;
    return false;
}

static void add_grounds(asking *a, const pt_block *block, pt_date day, const pt_place *at,
                        pt_possible *all)
{
    if (day == PT_DATE_NONE || !complete(a, block, day, at))
        all->can_be |= PT_CAN_BE_NONE;
    if (day != PT_DATE_NONE && unconditional(block, day))
        return;
    for (size_t i = 0; i < block->ground_count; i++) {
        pt_possible of = {0};
        if (block->grounds[i].applies == NULL)
            continue;
        add_strict(a, block->grounds[i].applies, at, &of);
        add_unknown(all, &of);
        if ((of.can_be & PT_CAN_BE_NONE) != 0)
            unknown_alone(all); /* a ground that cannot be asked leaves it open */
    }
}

/* --- Rules ------------------------------------------------------------------------------------ */

/* The day of law of a block asked from here; NONE: it may be any. */
static pt_date law_of(const asking *a, const pt_block *block, const pt_place *at)
{
    bool same = block->reference_date == a->reference_date &&
                (a->reference_date == PT_NO_INDEX || at->hops == 0);
    return same ? a->day : PT_DATE_NONE;
}

static void add_exceptions(const asking *a, const pt_group *group, pt_possible *all)
{
    for (uint16_t i = 0; i < group->exception_count; i++)
        add_value(all, a->pack->exceptions[group->exceptions[i]].result);
    if (group->exception_count > 1)
        unknown_alone(all);
}

/* On whatever day of the law described it is asked: each day on which its text may change. */
static void add_any_day(asking *a, const pt_block *block, const pt_place *at, pt_possible *all)
{
    for (size_t i = 0; i < 2 * block->ground_count; i++) {
        const pt_ground *ground = &block->grounds[i / 2];
        pt_date day = i % 2 == 0                         ? ground->from
                      : ground->until == PT_DATE_FOREVER ? block->until
                                                         : ground->until + 1;
        day = day < a->pack->law_from ? a->pack->law_from : day;
        if (day >= block->from && day <= block->until)
            add_grounds(a, block, day, at, all);
    }
}

static void add_version(asking *a, const pt_rule *rule, const pt_place *at, pt_possible *all)
{
    const pt_block *block = &a->pack->blocks[rule->block];
    pt_date day = law_of(a, block, at);
    if (day != PT_DATE_NONE && (day < block->from || day > block->until))
        return;
    if (day == PT_DATE_NONE && block->reference_date == PT_NO_INDEX)
        add_any_day(a, block, at, all);
    else
        add_grounds(a, block, day, at, all);
    add_function(a, rule->decide, day, at, all);
    if (block->reference_date != PT_NO_INDEX) {
        pt_place place = *at;
        place.fact = block->reference_date;
        unknown_with(all, &place);
    }
}

/* Is one of the versions in force on this day? */
static bool in_force(const asking *a, const pt_group *group, pt_date day)
{
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *block = &a->pack->blocks[a->pack->rules[group->versions[i]].block];
        if (block->from <= day && day <= block->until)
            return true;
    }
    return false;
}

/* Is there always a version in force on the days on which it can be asked? */
static bool always_in_force(const asking *a, const pt_group *group, const pt_place *at)
{
    bool always = in_force(a, group, a->pack->law_from);
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *block = &a->pack->blocks[a->pack->rules[group->versions[i]].block];
        pt_date day = law_of(a, block, at);
        if (day != PT_DATE_NONE)
            return in_force(a, group, day);
        if (block->reference_date != PT_NO_INDEX)
            return false;
        always =
            always && (block->until >= a->pack->law_until || block->until < a->pack->law_from ||
                       in_force(a, group, block->until + 1));
    }
    return always;
}

static pt_possible of_rule(asking *a, const pt_group *group, const pt_place *at)
{
    pt_possible all = {0};
    if (!always_in_force(a, group, at))
        all.can_be |= PT_CAN_BE_NONE;
    for (uint16_t i = 0; i < group->version_count; i++)
        add_version(a, &a->pack->rules[group->versions[i]], at, &all);
    add_exceptions(a, group, &all);
    return all;
}

/* --- Inputs ----------------------------------------------------------------------------------- */

static pt_possible of_fact(const asking *a, const pt_input *input, const pt_place *place)
{
    const pt_fact *fact = &a->pack->kinds[input->path.target].facts[input->index];
    pt_possible all = {.can_be = PT_CAN_BE_VALUE, .words = UINT64_MAX};
    if (fact->type.may_be_none)
        all.can_be |= PT_CAN_BE_NONE;
    if (fact->type.may_be_unknown || !fact->has_initial)
        unknown_with(&all, place);
    return all;
}

static pt_possible of_parameter(const asking *a, const pt_input *input)
{
    const pt_parameter *parameter = &a->pack->parameters[input->index];
    pt_possible all = {.can_be = PT_CAN_BE_VALUE, .words = UINT64_MAX};
    if (parameter->value_count == 0 || parameter->values[0].from > a->pack->law_from)
        unknown_alone(&all);
    return all;
}

static pt_possible of_list(const pt_input *input)
{
    pt_possible all = anything;
    if (!input->type.may_be_none)
        all.can_be &= (uint8_t)~PT_CAN_BE_NONE;
    return all;
}

static pt_possible of_input(asking *a, const pt_input *input, const pt_place *at)
{
    pt_place place = *at;
    pt_possible all = {.can_be = PT_CAN_BE_VALUE, .words = UINT64_MAX};
    if (a->steps-- <= 0 || !step_on(&place, &input->path))
        return anything;
    place.fact = input->index;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_TODAY: break;
    case PT_INPUT_FACT: all = of_fact(a, input, &place); break;
    case PT_INPUT_RULE: all = of_rule(a, &a->pack->rule_groups[input->index], &place); break;
    case PT_INPUT_WINDOW:
    case PT_INPUT_LIST: all = of_list(input); break;
    case PT_INPUT_PARAMETER: all = of_parameter(a, input); break;
    }
    if (input->path.optional)
        all.can_be |= PT_CAN_BE_NONE;
    return all;
}

pt_possible pt_possible_of(const pt_pack *pack, const pt_input *input, uint16_t reference_date,
                           pt_date day)
{
    asking a = {pack, MOST_STEPS, reference_date, day};
    return of_input(&a, input, &(pt_place){0});
}
