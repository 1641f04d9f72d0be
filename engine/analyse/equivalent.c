/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/equivalent.h"

#include "base/text.h"
#include "model/constraints.h"

enum { MOST_PAIRS = 20000 };

typedef struct proof {
    const pt_tree *a;
    const pt_tree *b;
    const bool *same; /* by node: it and all below it are alike in both */
    pt_arena *arena;
    size_t pairs;
} proof;

static bool same_form(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count && a->constant == b->constant && a->shift == b->shift;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static bool same_leaf(const pt_leaf *a, const pt_leaf *b)
{
    if (a->kind != b->kind || !pt_text_equal(a->reason, b->reason))
        return false;
    switch ((pt_leaf_kind)a->kind) {
    case PT_LEAF_VALUE: return pt_value_equal(a->value, b->value) && a->value.unit == b->value.unit;
    case PT_LEAF_FORM: return same_form(&a->form, &b->form);
    case PT_LEAF_ATOM: return a->atom == b->atom;
    }
    return false;
}

static bool same_test(const pt_test *a, const pt_test *b)
{
    return a->kind == b->kind && a->atom == b->atom && a->mask == b->mask &&
           (a->kind != PT_TEST_AT_MOST || same_form(&a->form, &b->form));
}

static const bool *compare_nodes(pt_arena *arena, const pt_tree *a, const pt_tree *b)
{
    bool *same = PT_NEW_ARRAY(arena, a->node_count, bool);
    for (size_t i = 0; i < a->node_count && i < b->node_count; i++) {
        const pt_node *one = &a->nodes[i];
        const pt_node *other = &b->nodes[i];
        if (one->is_leaf || other->is_leaf)
            same[i] = one->is_leaf && other->is_leaf && same_leaf(&one->leaf, &other->leaf);
        else
            same[i] = one->yes == other->yes && one->no == other->no && same[one->yes] &&
                      same[one->no] && same_test(&one->test, &other->test);
    }
    return same;
}

static bool walk(proof *p, uint32_t a, uint32_t b, const pt_constraints *known)
{
    const pt_node *one = &p->a->nodes[a];
    const pt_node *other = &p->b->nodes[b];
    if (a == b && p->same[a])
        return true;
    if (one->is_leaf && other->is_leaf)
        return same_leaf(&one->leaf, &other->leaf);
    if (++p->pairs > MOST_PAIRS)
        return false;
    const pt_test *test = one->is_leaf ? &other->test : &one->test;
    bool alike = true;
    for (int answer = 0; answer <= 1 && alike; answer++) {
        if (!pt_constraints_allow(known, test, answer == 1))
            continue;
        pt_arena *own = pt_arena_create();
        pt_constraints *learnt = PT_NEW(own, pt_constraints);
        *learnt = *known;
        pt_constraints_learn(learnt, test, answer == 1);
        uint32_t next_a = one->is_leaf ? a : answer == 1 ? one->yes : one->no;
        uint32_t next_b = !one->is_leaf ? b : answer == 1 ? other->yes : other->no;
        alike = walk(p, next_a, next_b, learnt);
        pt_arena_destroy(own);
    }
    return alike;
}

bool pt_trees_equivalent(const pt_tree *a, const pt_tree *b, const pt_excluded_words *excluded,
                         size_t excluded_count)
{
    if (a->atoms != b->atoms || a->node_count != b->node_count || a->atom_count > PT_MOST_ATOMS)
        return false;
    pt_arena *arena = pt_arena_create();
    proof p = {a, b, compare_nodes(arena, a, b), arena, 0};
    pt_constraints *known = PT_NEW(arena, pt_constraints);
    pt_constraints_start(known);
    pt_constraints_meet(known, a->atoms, a->atom_count);
    for (size_t i = 0; i < excluded_count; i++) {
        pt_test test = {.kind = PT_TEST_IN, .atom = excluded[i].atom, .mask = excluded[i].words};
        if (pt_constraints_allow(known, &test, false))
            pt_constraints_learn(known, &test, false);
    }
    bool proved = walk(&p, a->root, b->root, known);
    pt_arena_destroy(arena);
    return proved;
}

/* --- Grounds ---------------------------------------------------------------------------------- */

/* The words of its only input for which a tree says ja; 0 when it asks anything else. */
static uint64_t words_with_yes(const pt_tree *tree, uint16_t *input)
{
    uint64_t words = 0;
    for (size_t i = 0; i < tree->node_count; i++)
        if (!tree->nodes[i].is_leaf && (tree->nodes[i].test.kind != PT_TEST_IN ||
                                        tree->nodes[i].test.atom != 0 || tree->atom_count != 1))
            return 0;
    if (tree->atom_count != 1 || tree->atoms[0].operation != PT_OP_INPUT)
        return 0;
    *input = tree->atoms[0].input;
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

static bool same_input(const pt_input *a, const pt_input *b)
{
    bool same = a->kind == b->kind && a->index == b->index && a->path.hops == b->path.hops;
    for (uint8_t i = 0; same && i < a->path.hops; i++)
        same = a->path.references[i] == b->path.references[i];
    return same;
}

/* What an earlier ground takes, for the atom of the later tree that is the same input. */
static bool taken_by(const pt_function *earlier, const pt_function *later, const pt_tree *tree,
                     pt_excluded_words *taken)
{
    uint16_t input = 0;
    taken->words = UINT64_MAX;
    for (size_t i = 0; i < earlier->period_count; i++)
        taken->words &= words_with_yes(earlier->periods[i].tree, &input);
    /* Another input could be missing, and then the ground does not apply. */
    if (taken->words == 0 || earlier->period_count == 0 || earlier->input_count != 1)
        return false;
    for (size_t i = 0; i < tree->atom_count; i++) {
        const pt_atom *atom = &tree->atoms[i];
        if (atom->operation != PT_OP_INPUT ||
            !same_input(&later->inputs[atom->input], &earlier->inputs[input]))
            continue;
        taken->atom = (uint16_t)i;
        return true;
    }
    return false;
}

size_t pt_words_taken_before(const pt_pack *pack, const pt_function *function, const pt_tree *tree,
                             pt_excluded_words *excluded)
{
    const pt_block *block = &pack->blocks[function->block];
    size_t own = 0;
    while (own < block->ground_count && block->grounds[own].applies != function)
        own++;
    size_t count = 0;
    for (size_t g = 0; own < block->ground_count && g < own && count < PT_LIMIT_INPUTS; g++) {
        const pt_ground *earlier = &block->grounds[g];
        bool throughout = earlier->from <= block->grounds[own].from &&
                          earlier->until >= block->grounds[own].until;
        if (throughout && earlier->applies != NULL &&
            taken_by(earlier->applies, function, tree, &excluded[count]))
            count++;
    }
    return count;
}

/* --- Parameters ------------------------------------------------------------------------------- */

static bool uses(const pt_function *function, uint16_t parameter)
{
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_PARAMETER &&
            function->inputs[i].index == parameter)
            return true;
    return false;
}

bool pt_parameter_idle_before(const pt_pack *pack, uint16_t parameter, pt_date day)
{
    bool idle = true;
    for (uint32_t i = 0; i < pack->function_count; i++)
        if (uses(pack->functions[i], parameter))
            idle = idle && pack->blocks[pack->functions[i]->block].from >= day;
    for (uint16_t i = 0; i < pack->duty_count; i++) {
        const pt_term_rule *term = &pack->duties[i].term;
        if (term->length.parameter == parameter || term->extension.parameter == parameter)
            idle = idle && pack->blocks[pack->duties[i].block].from >= day;
    }
    for (uint16_t i = 0; i < pack->window_count; i++)
        idle = idle && pack->windows[i].length.parameter != parameter;
    return idle;
}
