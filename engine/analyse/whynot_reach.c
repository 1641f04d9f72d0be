/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/whynot_reach.h"

#include "model/constraints.h"

/* What a fact or rule can be, at most: a set that holds all it can be and perhaps more. */
typedef struct extent {
    uint8_t can_be;
    uint64_t words; /* YESNO and CHOICE */
    int64_t low;    /* other values */
    int64_t high;
    bool wanted; /* rules: the wanted value may be among them */
} extent;

typedef struct reacher {
    pt_arena *scratch;
    pt_trial *trial;
    pt_value wanted;
    extent *extents; /* by rule */
    bool *done;
    pt_constraints *known;
} reacher;

/* One function as it is walked. */
typedef struct tracker {
    reacher *of;
    const pt_situated_function *function;
    extent *to;
    uint32_t loose;                   /* inputs that may be something else */
    pt_value inputs[PT_LIMIT_INPUTS]; /* those that stand still */
    extent extents[PT_LIMIT_INPUTS];
    bool pinned[PT_MOST_ATOMS]; /* calls on inputs that stand still, with their value */
    int64_t pins[PT_MOST_ATOMS];
    const pt_test *tests[PT_LIMIT_TREE_DEPTH];
    bool answers[PT_LIMIT_TREE_DEPTH];
    size_t depth;
} tracker;

static const extent empty = {0, 0, INT64_MAX, INT64_MIN, false};

static bool is_word(uint8_t kind)
{
    return kind == PT_YESNO || kind == PT_CHOICE;
}

static void join_value(const reacher *r, extent *to, pt_value value)
{
    to->wanted = to->wanted || pt_value_equal(value, r->wanted);
    to->can_be |= value.kind == PT_UNKNOWN ? PT_CAN_BE_UNKNOWN
                  : value.kind == PT_NONE  ? PT_CAN_BE_NONE
                                           : PT_CAN_BE_VALUE;
    if (!pt_is_value(value))
        return;
    if (is_word(value.kind))
        to->words |= (uint64_t)1 << value.amount;
    to->low = value.amount < to->low ? value.amount : to->low;
    to->high = value.amount > to->high ? value.amount : to->high;
}

static void join(extent *to, const extent *more)
{
    to->can_be |= more->can_be;
    to->words |= more->words;
    to->low = more->low < to->low ? more->low : to->low;
    to->high = more->high > to->high ? more->high : to->high;
    to->wanted = to->wanted || more->wanted;
}

static extent whole_type(const pt_type *type)
{
    extent made = {PT_CAN_BE_VALUE, 0, type->low, type->high, true};
    if (is_word(type->kind))
        made.words = type->high < 63 ? ((uint64_t)2 << type->high) - 1 : UINT64_MAX;
    return made;
}

static extent fact_extent(const reacher *r, const pt_situated_fact *fact)
{
    extent made = empty;
    join_value(r, &made, fact->value);
    if (!fact->changes)
        return made;
    const pt_type *type = &fact->fact->type;
    extent all = whole_type(type);
    int64_t day = r->trial->situation->day;
    if (type->kind == PT_DATE && all.low < day)
        all.low = day;
    if (type->may_be_none)
        all.can_be |= PT_CAN_BE_NONE;
    join(&made, &all);
    return made;
}

static extent rule_extent(reacher *r, uint32_t rule);

static extent input_extent(reacher *r, const pt_situated_input *input)
{
    if (input->kind == PT_SITUATED_FACT)
        return fact_extent(r, &r->trial->situation->facts[input->index]);
    if (input->kind == PT_SITUATED_RULE)
        return rule_extent(r, input->index);
    extent made = empty;
    join_value(r, &made, input->value);
    return made;
}

static bool is_loose(const reacher *r, const pt_situated_input *input)
{
    return (input->kind == PT_SITUATED_FACT && r->trial->situation->facts[input->index].changes) ||
           (input->kind == PT_SITUATED_RULE && r->trial->live[input->index]);
}

/* --- The constraints of a path ---------------------------------------------------------------- */

static void bound(pt_constraints *known, size_t atom, int64_t low, int64_t high)
{
    pt_term_of_form term = {1, (uint16_t)atom};
    pt_test above = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -high}};
    pt_test below = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -low + known->step[atom]}};
    if (pt_constraints_allow(known, &above, true))
        pt_constraints_learn(known, &above, true);
    if (pt_constraints_allow(known, &below, false))
        pt_constraints_learn(known, &below, false);
}

static bool at_most(const tracker *t, uint16_t atom, int64_t bound_on)
{
    pt_term_of_form term = {1, atom};
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -bound_on}};
    pt_tree_reading trees = t->of->trial->trees;
    return trees.test(trees.context, t->function->function, t->function->tree, &test, t->inputs);
}

/* The value of a call on what stands still, by halving: a reading answers tests, not atoms. */
static void pin(tracker *t, uint16_t index)
{
    const pt_atom *atom = &t->function->tree->atoms[index];
    uint32_t used = pt_inputs_of_atom(t->function->tree, index);
    bool there = atom->operation != PT_OP_INPUT && (used & t->loose) == 0;
    for (uint16_t i = 0; there && i < t->function->function->input_count; i++)
        there = (used >> i & 1) == 0 || pt_is_value(t->inputs[i]);
    int64_t low = atom->type.low, high = atom->type.high;
    if (!there || !at_most(t, index, high) || at_most(t, index, low - 1))
        return;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        if (at_most(t, index, middle))
            high = middle;
        else
            low = middle + 1;
    }
    t->pinned[index] = true;
    t->pins[index] = low;
}

static void begin(const tracker *t, pt_constraints *known)
{
    const pt_tree *tree = t->function->tree;
    pt_constraints_start(known);
    pt_constraints_meet(known, tree->atoms, tree->atom_count);
    for (size_t i = 0; i < tree->atom_count; i++) {
        if (t->pinned[i])
            bound(known, i, t->pins[i], t->pins[i]);
        if (tree->atoms[i].operation != PT_OP_INPUT)
            continue;
        const extent *may = &t->extents[tree->atoms[i].input];
        known->can_be[i] &= may->can_be;
        if (is_word(tree->atoms[i].type.kind))
            known->words[i] &= may->words;
        else if ((may->can_be & PT_CAN_BE_VALUE) != 0)
            bound(known, i, may->low, may->high);
    }
}

static void relearn(const tracker *t, pt_constraints *known)
{
    begin(t, known);
    for (size_t i = 0; i < t->depth; i++)
        pt_constraints_learn(known, t->tests[i], t->answers[i]);
}

/* --- Leaves ----------------------------------------------------------------------------------- */

static bool may_equal(const pt_constraints *known, const pt_form *form, int64_t wanted)
{
    pt_form moved = *form;
    moved.constant -= wanted;
    pt_test at_most = {.kind = PT_TEST_AT_MOST, .form = moved};
    moved.constant += 1;
    pt_test below = {.kind = PT_TEST_AT_MOST, .form = moved};
    return form->shift != 0 || (pt_constraints_allow(known, &at_most, true) &&
                                pt_constraints_allow(known, &below, false));
}

/* All that a form can be, by the bounds of its atoms; rounded outwards. */
static extent form_extent(const pt_constraints *known, const pt_leaf *leaf, int64_t wanted)
{
    extent made = whole_type(&leaf->type);
    int64_t low = leaf->form.constant, high = low, unit = (int64_t)1 << leaf->form.shift;
    for (uint16_t i = 0; i < leaf->form.count; i++) {
        size_t atom = leaf->form.terms[i].atom + 1u;
        int64_t c = leaf->form.terms[i].coefficient;
        int64_t least = -known->difference[0][atom], most = known->difference[atom][0];
        low += c > 0 ? c * least : c * most;
        high += c > 0 ? c * most : c * least;
    }
    low = low / unit - (low % unit < 0);
    high = high / unit + (high % unit > 0);
    made.low = low > made.low ? low : made.low;
    made.high = high < made.high ? high : made.high;
    made.wanted = low <= wanted && wanted <= high && may_equal(known, &leaf->form, wanted);
    return made;
}

static extent atom_extent(const tracker *t, const pt_constraints *known, uint16_t atom)
{
    const pt_value *wanted = &t->of->wanted;
    const pt_type *type = &t->function->tree->atoms[atom].type;
    extent made = whole_type(type);
    made.can_be = known->can_be[atom];
    made.words &= known->words[atom];
    made.low = -known->difference[0][atom + 1];
    made.high = known->difference[atom + 1][0];
    if (!pt_is_value(*wanted))
        made.wanted = (made.can_be & ~PT_CAN_BE_VALUE) != 0;
    else if (is_word(type->kind))
        made.wanted = (made.words >> wanted->amount & 1) != 0;
    else
        made.wanted = made.low <= wanted->amount && wanted->amount <= made.high;
    return made;
}

static void arrive(tracker *t, const pt_leaf *leaf)
{
    pt_constraints *known = t->of->known;
    if (leaf->kind == PT_LEAF_VALUE) {
        join_value(t->of, t->to, leaf->value);
        return;
    }
    relearn(t, known);
    extent made = leaf->kind == PT_LEAF_ATOM ? atom_extent(t, known, leaf->atom)
                                             : form_extent(known, leaf, t->of->wanted.amount);
    join(t->to, &made);
}

/* --- Paths ------------------------------------------------------------------------------------ */

static void descend(tracker *t, uint32_t index)
{
    const pt_situated_function *of = t->function;
    const pt_node *node = &of->tree->nodes[index];
    if (node->is_leaf) {
        arrive(t, &node->leaf);
        return;
    }
    bool stands = (pt_inputs_of_test(of->tree, &node->test) & t->loose) == 0;
    bool answer = stands && t->of->trial->trees.test(t->of->trial->trees.context, of->function,
                                                     of->tree, &node->test, t->inputs);
    for (int outcome = 1; outcome >= 0; outcome--) {
        if (stands && answer != (outcome == 1))
            continue;
        relearn(t, t->of->known);
        if (!stands && !pt_constraints_allow(t->of->known, &node->test, outcome == 1))
            continue;
        /* What stands still is decided; learning it could only repeat it. */
        bool learns = !stands && t->depth < PT_LIMIT_TREE_DEPTH;
        if (learns) {
            t->tests[t->depth] = &node->test;
            t->answers[t->depth++] = outcome == 1;
        }
        descend(t, outcome == 1 ? node->yes : node->no);
        t->depth -= learns;
    }
}

/* Adds all that the function may give. */
static void add_function(reacher *r, const pt_situated_function *of, extent *to)
{
    tracker *t = PT_NEW(r->scratch, tracker);
    *t = (tracker){.of = r, .function = of, .to = to};
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        const pt_type *type = &of->function->inputs[i].type;
        extent may = input_extent(r, &of->inputs[i]);
        if ((may.can_be & PT_CAN_BE_UNKNOWN) != 0 && !type->may_be_unknown)
            join_value(r, to, pt_unknown());
        if ((may.can_be & PT_CAN_BE_NONE) != 0 && !type->may_be_none)
            join_value(r, to, pt_none());
        may.can_be &= (uint8_t)(PT_CAN_BE_VALUE | (type->may_be_unknown ? PT_CAN_BE_UNKNOWN : 0) |
                                (type->may_be_none ? PT_CAN_BE_NONE : 0));
        if (may.can_be == 0)
            return;
        t->extents[i] = may;
        t->loose |= (uint32_t)is_loose(r, &of->inputs[i]) << i;
    }
    for (uint16_t i = 0; i < of->function->input_count; i++) {
        const pt_situated_input *input = &of->inputs[i];
        t->inputs[i] = input->kind == PT_SITUATED_FACT   ? r->trial->facts[input->index]
                       : input->kind == PT_SITUATED_RULE ? pt_trial_rule(r->trial, input->index)
                                                         : input->value;
    }
    for (size_t i = 0; i < of->tree->atom_count; i++)
        pin(t, (uint16_t)i);
    descend(t, of->tree->root);
}

static bool may_be_yes(reacher *r, const pt_situated_function *of)
{
    extent may = empty;
    add_function(r, of, &may);
    return (may.words & 2) != 0;
}

static bool may_apply(reacher *r, const pt_situated_grounds *grounds)
{
    for (size_t i = 0; i < grounds->count; i++)
        if (grounds->applies[i] == NULL || may_be_yes(r, grounds->applies[i]))
            return true;
    return false;
}

static extent work_out(reacher *r, const pt_situated_rule *rule)
{
    extent made = empty;
    bool always = rule->grounds.count > 0 && rule->grounds.applies[rule->grounds.count - 1] == NULL;
    if (!always) {
        join_value(r, &made, pt_none());
        join_value(r, &made, pt_unknown());
    }
    if (!may_apply(r, &rule->grounds))
        return made;
    for (size_t i = 0; i < rule->exception_count; i++) {
        const pt_situated_exception *exception = &rule->exceptions[i];
        if (!may_apply(r, &exception->grounds) || !may_be_yes(r, &exception->condition))
            continue;
        join_value(r, &made, exception->exception->result);
        join_value(r, &made, pt_unknown());
    }
    add_function(r, &rule->decide, &made);
    return made;
}

static extent rule_extent(reacher *r, uint32_t index)
{
    const pt_situated_rule *rule = &r->trial->situation->rules[index];
    if (r->done[index])
        return r->extents[index];
    r->done[index] = true;
    r->extents[index] = empty;
    if (rule->followed && r->trial->live[index])
        r->extents[index] = work_out(r, rule);
    /* What it gives now is among what it can give, also where it could not be reckoned. */
    join_value(r, &r->extents[index], pt_trial_rule(r->trial, index));
    return r->extents[index];
}

bool pt_why_not_excluded(pt_arena *scratch, pt_trial *trial, pt_value wanted)
{
    size_t count = trial->situation->rule_count;
    reacher r = {.scratch = scratch,
                 .trial = trial,
                 .wanted = wanted,
                 .extents = PT_NEW_ARRAY(scratch, count, extent),
                 .done = PT_NEW_ARRAY(scratch, count, bool),
                 .known = PT_NEW(scratch, pt_constraints)};
    return !rule_extent(&r, 0).wanted;
}
