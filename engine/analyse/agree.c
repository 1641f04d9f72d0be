/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/agree.h"

#include <string.h>

#include "analyse/witness.h"
#include "base/random.h"
#include "base/text.h"

typedef struct comparison {
    const pt_pack *pack;
    pt_tree_reading trees;
    pt_reading second;
    pt_report *report;
    pt_arena *scratch;
    pt_agreement *counts;
    const pt_function *function;
    const pt_tree_period *period;
    bool disagreed; /* one case a function is enough */
} comparison;

typedef struct point {
    pt_value inputs[PT_LIMIT_INPUTS];
} point;

/* --- comparing ----------------------------------------------------------------------------------
 */

static bool same_answer(const pt_answer *a, const pt_answer *b)
{
    return pt_value_equal(a->value, b->value) && pt_text_equal(a->reason, b->reason);
}

/* Do the readings differ here? Only when both can answer. */
static bool differ(comparison *c, const point *at, pt_answer *tree, pt_answer *lua)
{
    if (!c->trees.answer(c->trees.context, c->function, c->period->tree, at->inputs, tree))
        return false;
    if (!c->second.call(c->second.context, c->function, at->inputs, lua))
        return false;
    c->counts->points++;
    return !same_answer(tree, lua);
}

static const char *shown(comparison *c, const pt_answer *answer)
{
    pt_text out = pt_text_create(c->scratch);
    pt_value_show(&out, c->pack, answer->value);
    if (answer->reason != NULL)
        pt_text_format(&out, ", \"%s\"", answer->reason);
    return out.bytes;
}

static const char *shown_inputs(comparison *c, const point *at)
{
    pt_text out = pt_text_create(c->scratch);
    for (uint16_t i = 0; i < c->function->input_count; i++) {
        pt_text_format(&out, "%s%s = ", i == 0 ? "" : ", ", c->function->inputs[i].name);
        pt_value_show(&out, c->pack, at->inputs[i]);
    }
    return c->function->input_count == 0 ? "geen invoer" : out.bytes;
}

static pt_value plainest(const comparison *c, const pt_input *input)
{
    return pt_witness_plain(c->pack, input, c->period);
}

static void report_difference(comparison *c, point at)
{
    pt_answer tree, lua;
    for (uint16_t i = 0; i < c->function->input_count; i++) {
        pt_value kept = at.inputs[i];
        at.inputs[i] = plainest(c, &c->function->inputs[i]);
        if (!differ(c, &at, &tree, &lua))
            at.inputs[i] = kept;
    }
    if (!differ(c, &at, &tree, &lua))
        return;
    const char *tree_said = shown(c, &tree), *lua_said = shown(c, &lua);
    const pt_block *block = &c->pack->blocks[c->function->block];
    pt_find(c->report, PT_U030, c->function->at,
            PT_ARGS(block->name, shown_inputs(c, &at), tree_said, lua_said), NULL);
    c->counts->disagreements++;
    c->disagreed = true;
}

static void compare(comparison *c, const point *at)
{
    pt_answer tree, lua;
    if (!c->disagreed && differ(c, at, &tree, &lua))
        report_difference(c, *at);
}

/* --- flipping the tests of a path
 * ----------------------------------------------------------------- */

static void compare_absences(comparison *c, point at, uint16_t input)
{
    const pt_type *type = &c->function->inputs[input].type;
    if (type->may_be_unknown) {
        at.inputs[input] = pt_unknown();
        compare(c, &at);
    }
    if (type->may_be_none) {
        at.inputs[input] = pt_none();
        compare(c, &at);
    }
}

static void compare_words(comparison *c, point at, uint16_t input)
{
    const pt_type *type = &c->function->inputs[input].type;
    compare_absences(c, at, input);
    for (int64_t word = type->low; word <= type->high && word - type->low < PT_LIMIT_CHOICE_WORDS;
         word++) {
        at.inputs[input] = pt_value_near(type, word);
        compare(c, &at);
    }
}

static bool answers(comparison *c, const pt_test *test, point *at, uint16_t input, int64_t amount)
{
    at->inputs[input] = pt_value_near(&c->function->inputs[input].type, amount);
    return c->trees.test(c->trees.context, c->function, c->period->tree, test, at->inputs);
}

/* The furthest value from `from` in the direction of `step` up to which the answer stays, by
   doubling and halving; what a calendar word does in between is found by other points. */
static int64_t last_same(comparison *c, const pt_test *test, point *at, uint16_t input,
                         int64_t from, int64_t step)
{
    const pt_type *type = &c->function->inputs[input].type;
    bool answer = answers(c, test, at, input, from);
    int64_t same = from, reach = step;
    for (;;) {
        int64_t next = same + reach;
        bool outside = next < type->low || next > type->high;
        if (!outside && answers(c, test, at, input, next) == answer) {
            same = next;
            reach *= 2;
        } else if (reach == step) {
            return same;
        } else {
            reach = reach / 2 / step * step;
            if (reach == 0)
                reach = step;
        }
    }
}

static void compare_around(comparison *c, const pt_test *test, point at, uint16_t input)
{
    const pt_type *type = &c->function->inputs[input].type;
    int64_t step = 1, from = at.inputs[input].amount;
    if (!pt_is_value(at.inputs[input]) || !pt_value_step(type, &step))
        return;
    for (int direction = -1; direction <= 1; direction += 2) {
        point moved = at;
        int64_t edge = last_same(c, test, &moved, input, from, direction * step);
        for (int64_t beyond = 0; beyond <= 2; beyond++) {
            moved.inputs[input] = pt_value_near(type, edge + beyond * direction * step);
            compare(c, &moved);
        }
    }
}

static void mark_inputs(const pt_tree *tree, const pt_form *form, bool *marked)
{
    for (size_t i = 0; i < form->count; i++) {
        const pt_atom *atom = &tree->atoms[form->terms[i].atom];
        if (atom->operation == PT_OP_INPUT) {
            marked[atom->input] = true;
        } else {
            mark_inputs(tree, &atom->arguments[0], marked);
            mark_inputs(tree, &atom->arguments[1], marked);
        }
    }
}

static void flip(comparison *c, const pt_test *test, const point *at)
{
    const pt_tree *tree = c->period->tree;
    if (test->kind != PT_TEST_AT_MOST) {
        const pt_atom *atom = &tree->atoms[test->atom];
        if (atom->type.kind == PT_CHOICE || atom->type.kind == PT_YESNO)
            compare_words(c, *at, atom->input);
        else
            compare_absences(c, *at, atom->input);
        return;
    }
    bool marked[PT_LIMIT_INPUTS] = {false};
    mark_inputs(tree, &test->form, marked);
    for (uint16_t i = 0; i < c->function->input_count; i++) {
        if (marked[i] && c->function->inputs[i].kind != PT_INPUT_PARAMETER)
            compare_around(c, test, *at, i);
    }
}

/* --- paths
 * ----------------------------------------------------------------------------------------- */

static void compare_path(comparison *c, const pt_test *const *tests, size_t count,
                         const pt_constraints *known)
{
    point at;
    pt_constraints *own = PT_NEW(c->scratch, pt_constraints);
    *own = *known;
    pt_witness_point(c->pack, c->function, c->period, own, at.inputs);
    compare(c, &at);
    for (size_t i = 0; i < count && !c->disagreed; i++)
        flip(c, tests[i], &at);
    c->counts->paths++;
}

typedef struct descent {
    const pt_test *tests[PT_LIMIT_TREE_DEPTH];
    bool outcomes[PT_LIMIT_TREE_DEPTH];
    size_t depth;
} descent;

/* Each path anew from the root: a path is short, and a copy of the constraints is not. */
static void relearn(comparison *c, const descent *path, pt_constraints *known)
{
    const pt_tree *tree = c->period->tree;
    pt_constraints_start(known);
    pt_constraints_meet(known, tree->atoms, tree->atom_count);
    for (size_t i = 0; i < path->depth; i++)
        pt_constraints_learn(known, path->tests[i], path->outcomes[i]);
}

static void descend(comparison *c, descent *path, uint32_t index)
{
    const pt_node *node = &c->period->tree->nodes[index];
    if (c->disagreed || c->counts->paths > 200000)
        return;
    if (node->is_leaf || path->depth == PT_LIMIT_TREE_DEPTH) {
        pt_constraints *known = PT_NEW(c->scratch, pt_constraints);
        relearn(c, path, known);
        compare_path(c, path->tests, path->depth, known);
        pt_arena_reset(c->scratch);
        return;
    }
    for (int outcome = 1; outcome >= 0; outcome--) {
        path->tests[path->depth] = &node->test;
        path->outcomes[path->depth++] = outcome == 1;
        descend(c, path, outcome == 1 ? node->yes : node->no);
        path->depth--;
    }
}

/* --- random points -------------------------------------------------------------------------------
 */

static pt_value random_value(comparison *c, pt_random_stream *stream, const pt_input *input)
{
    if (input->kind == PT_INPUT_PARAMETER)
        return plainest(c, input);
    int64_t draw = pt_random_between(stream, 0, 9);
    if (input->type.may_be_unknown && draw == 0)
        return pt_unknown();
    if (input->type.may_be_none && draw == 1)
        return pt_none();
    int64_t low = input->type.low, high = input->type.high;
    /* Dates within a few years of each other meet more boundaries than dates centuries apart. */
    if (input->type.kind == PT_DATE && draw < 8)
        low = 16283, high = 22000;
    return pt_value_near(&input->type, pt_random_between(stream, low, high));
}

static void compare_random(comparison *c, uint64_t seed, size_t points)
{
    pt_random_stream stream = pt_random_stream_create(seed, 1, c->function->number);
    for (size_t i = 0; i < points && !c->disagreed; i++) {
        point at;
        for (uint16_t j = 0; j < c->function->input_count; j++)
            at.inputs[j] = random_value(c, &stream, &c->function->inputs[j]);
        compare(c, &at);
    }
}

pt_agreement pt_agree(const pt_pack *pack, pt_tree_reading trees, pt_reading second, uint64_t seed,
                      size_t random_points, pt_report *report)
{
    pt_agreement counts = {0};
    comparison c = {
        .pack = pack, .trees = trees, .second = second, .report = report, .counts = &counts};
    c.scratch = pt_arena_create();
    for (uint32_t i = 0; i < pack->function_count; i++) {
        if (pack->blocks[pack->functions[i]->block].excluded)
            continue;
        c.function = pack->functions[i];
        c.disagreed = false;
        counts.functions += c.function->period_count > 0;
        counts.free += pack->blocks[c.function->block].free;
        for (size_t j = 0; j < c.function->period_count && !c.disagreed; j++) {
            descent path = {.depth = 0};
            c.period = &c.function->periods[j];
            counts.trees++;
            counts.opaque += c.period->tree->opaque_count;
            descend(&c, &path, c.period->tree->root);
            compare_random(&c, seed, random_points);
            pt_arena_reset(c.scratch);
        }
    }
    pt_arena_destroy(c.scratch);
    return counts;
}
