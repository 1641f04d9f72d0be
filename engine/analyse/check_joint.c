/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "analyse/check_parts.h"
#include "analyse/witness.h"
#include "base/text.h"

enum {
    MOST_STEPS = 20000,
    SETTING_UP = 64,
    MOST_DEPTH = PT_MOST_JOINT * (PT_LIMIT_TREE_DEPTH + 1)
};

/* One function among the several: its tree, and where its inputs and atoms are in the whole. */
typedef struct member {
    const pt_function *function;
    const pt_tree *tree;
    uint16_t inputs[PT_LIMIT_INPUTS];
    uint16_t atoms[PT_MOST_ATOMS];
} member;

/* The functions as one: their inputs and atoms put together, each once. */
typedef struct whole {
    pt_check *check;
    member members[PT_MOST_JOINT];
    size_t member_count;
    pt_input inputs[PT_MOST_JOINT * PT_LIMIT_INPUTS];
    pt_atom atoms[PT_MOST_ATOMS];
    pt_function function;
    pt_tree tree;
    pt_tree_period period;
    pt_constraints *states[MOST_DEPTH + 1];
    size_t steps;
    bool undecided; /* a path may be none, or was not followed */
    pt_value *found;
} whole;

/* --- putting together ---------------------------------------------------------------------------
 */

static bool same_path(const pt_path *a, const pt_path *b)
{
    return a->hops == b->hops &&
           memcmp(a->references, b->references, a->hops * sizeof *a->references) == 0;
}

static uint16_t take_input(whole *w, const pt_input *input)
{
    uint16_t at = 0;
    while (at < w->function.input_count &&
           (w->inputs[at].kind != input->kind || w->inputs[at].index != input->index ||
            !same_path(&w->inputs[at].path, &input->path)))
        at++;
    if (at == w->function.input_count)
        w->inputs[w->function.input_count++] = *input;
    return at;
}

static pt_form moved_form(whole *w, const member *of, pt_form form)
{
    pt_term_of_form *terms = PT_NEW_ARRAY(w->check->joints, form.count, pt_term_of_form);
    uint16_t filled = 0;
    for (uint16_t i = 0; i < form.count; i++) {
        pt_term_of_form term = form.terms[i];
        term.atom = of->atoms[term.atom];
        uint16_t at = filled++;
        for (; at > 0 && terms[at - 1].atom > term.atom; at--)
            terms[at] = terms[at - 1];
        terms[at] = term;
    }
    form.terms = terms;
    return form;
}

static bool same_form(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count && a->shift == b->shift && a->constant == b->constant;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static bool same_atom(const pt_atom *a, const pt_atom *b)
{
    return a->operation == b->operation && a->input == b->input && a->constant == b->constant &&
           same_form(&a->arguments[0], &b->arguments[0]) &&
           same_form(&a->arguments[1], &b->arguments[1]);
}

static bool take_atom(whole *w, member *of, size_t index)
{
    pt_atom atom = of->tree->atoms[index];
    if (atom.operation == PT_OP_INPUT) {
        atom.input = of->inputs[atom.input];
    } else {
        atom.arguments[0] = moved_form(w, of, atom.arguments[0]);
        atom.arguments[1] = moved_form(w, of, atom.arguments[1]);
    }
    size_t at = 0;
    while (at < w->tree.atom_count && !same_atom(&w->atoms[at], &atom))
        at++;
    if (at == PT_MOST_ATOMS)
        return false;
    if (at == w->tree.atom_count)
        w->atoms[w->tree.atom_count++] = atom;
    of->atoms[index] = (uint16_t)at;
    return true;
}

static const pt_tree *tree_on(const pt_function *function, pt_date day)
{
    for (size_t i = 0; i < function->period_count; i++) {
        if (function->periods[i].from <= day && day <= function->periods[i].until)
            return function->periods[i].tree;
    }
    return NULL;
}

static bool take_function(whole *w, const pt_function *function, pt_date day)
{
    member *made = &w->members[w->member_count++];
    made->function = function;
    made->tree = tree_on(function, day);
    if (made->tree == NULL)
        return false;
    for (uint16_t i = 0; i < function->input_count; i++)
        made->inputs[i] = take_input(w, &function->inputs[i]);
    for (size_t i = 0; i < made->tree->atom_count; i++) {
        if (!take_atom(w, made, i))
            return false;
    }
    return true;
}

/* Takes steps from those left for the whole pack. */
static bool spend(pt_check *check, size_t steps)
{
    enum { PACE = 256 };
    size_t left = check->steps < steps ? 0 : check->steps - steps;
    if (left / PACE != check->steps / PACE && check->how->moved != NULL)
        check->how->moved(check->how->context);
    check->steps = left;
    return left > 0;
}

/* --- looking ------------------------------------------------------------------------------------
 */

/* Do the trees really say ja to the case that the constraints leave? */
static bool holds_in_case(whole *w, const pt_constraints *known)
{
    pt_check *check = w->check;
    pt_constraints *own = PT_NEW(check->joints, pt_constraints);
    *own = *known;
    pt_witness_point(check->pack, &w->function, &w->period, own, w->found);
    for (size_t i = 0; i < w->member_count; i++) {
        const member *of = &w->members[i];
        pt_value inputs[PT_LIMIT_INPUTS];
        pt_answer answer = {0};
        for (uint16_t j = 0; j < of->function->input_count; j++)
            inputs[j] = w->found[of->inputs[j]];
        const pt_tree_reading *trees = &check->how->trees;
        if (!trees->answer(trees->context, of->function, of->tree, inputs, &answer) ||
            !pt_is_yes(answer.value)) {
            w->undecided = true;
            return false;
        }
    }
    return true;
}

static bool look(whole *w, size_t which, uint32_t index, size_t depth);

static bool look_beyond(whole *w, size_t which, size_t depth)
{
    if (which + 1 < w->member_count)
        return look(w, which + 1, w->members[which + 1].tree->root, depth);
    return holds_in_case(w, w->states[depth]);
}

/* The state at the next depth, with the outcome taken in; NULL when it cannot be. */
static pt_constraints *learned(whole *w, size_t depth, const pt_test *test, bool outcome)
{
    if (depth == MOST_DEPTH || !pt_constraints_allow(w->states[depth], test, outcome))
        return NULL;
    if (w->states[depth + 1] == NULL)
        w->states[depth + 1] = PT_NEW(w->check->joints, pt_constraints);
    *w->states[depth + 1] = *w->states[depth];
    pt_constraints_learn(w->states[depth + 1], test, outcome);
    return w->states[depth + 1];
}

static bool look_at_leaf(whole *w, size_t which, const pt_leaf *leaf, size_t depth)
{
    if (leaf->kind == PT_LEAF_VALUE)
        return pt_is_yes(leaf->value) && look_beyond(w, which, depth);
    if (leaf->kind != PT_LEAF_ATOM)
        return false;
    pt_test is_yes = {.kind = PT_TEST_IN, .atom = w->members[which].atoms[leaf->atom], .mask = 2};
    return learned(w, depth, &is_yes, true) != NULL && look_beyond(w, which, depth + 1);
}

static bool look(whole *w, size_t which, uint32_t index, size_t depth)
{
    const pt_node *node = &w->members[which].tree->nodes[index];
    if (w->steps == 0 || !spend(w->check, 1)) {
        w->undecided = true;
        return false;
    }
    w->steps--;
    if (node->is_leaf)
        return look_at_leaf(w, which, &node->leaf, depth);
    pt_test test = node->test;
    if (test.kind == PT_TEST_AT_MOST)
        test.form = moved_form(w, &w->members[which], test.form);
    else
        test.atom = w->members[which].atoms[test.atom];
    for (int outcome = 1; outcome >= 0; outcome--) {
        if (learned(w, depth, &test, outcome == 1) != NULL &&
            look(w, which, outcome == 1 ? node->yes : node->no, depth + 1))
            return true;
    }
    return false;
}

/* Two outcomes that rest on the same facts are not free of each other. */
static bool rests_on_rule(const whole *w)
{
    size_t derived = 0, others = 0;
    for (size_t i = 0; i < w->tree.atom_count; i++) {
        if (w->atoms[i].operation != PT_OP_INPUT)
            continue;
        uint8_t kind = w->inputs[w->atoms[i].input].kind;
        derived += kind == PT_INPUT_RULE || kind == PT_INPUT_WINDOW || kind == PT_INPUT_LIST;
        others++;
    }
    return derived > 0 && others > 1;
}

bool pt_check_joint(pt_check *check, const pt_function *const *functions, const pt_date *days,
                    size_t count, pt_joint *joint)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || functions[i] != NULL;
    *joint = (pt_joint){.words = "elk geval"};
    if (!any)
        return true;
    if (!spend(check, SETTING_UP)) {
        check->undecided++;
        return false;
    }
    pt_arena_reset(check->joints);
    whole *w = PT_NEW(check->joints, whole);
    *w = (whole){.check = check, .steps = MOST_STEPS};
    for (size_t i = 0; i < count; i++) {
        if (functions[i] != NULL && !take_function(w, functions[i], days[i]))
            return false;
    }
    w->function.inputs = w->inputs;
    w->tree.atoms = w->atoms;
    w->period = (pt_tree_period){days[0], days[0], &w->tree};
    w->found = PT_NEW_ARRAY(check->joints, (size_t)w->function.input_count + 1, pt_value);
    w->states[0] = PT_NEW(check->joints, pt_constraints);
    pt_constraints_start(w->states[0]);
    pt_constraints_meet(w->states[0], w->atoms, w->tree.atom_count);
    if (!look(w, 0, w->members[0].tree->root, 0)) {
        check->undecided += w->undecided;
        return false;
    }
    joint->words = pt_witness_words(check->joints, check->pack, &w->function, w->found);
    joint->rests_on_rule = rests_on_rule(w);
    return true;
}
