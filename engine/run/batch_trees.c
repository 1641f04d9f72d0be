/* SPDX-License-Identifier: EUPL-1.2 */
/* One function: each test a truth over columns, each inner node a select, each leaf an outcome. */
#include <assert.h>

#include "run/batch_compile.h"

/* --- Tests ---------------------------------------------------------------------------------- */

static int64_t common_divisor(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

/* One lane against a bound: lane <= bound, or -lane <= bound. */
static uint16_t bound_truth(batch_nodes *nodes, uint16_t node, bool positive, int64_t bound)
{
    const batch_node *of = &nodes->nodes[node];
    return positive ? batch_range(nodes, node, of->low, bound)
                    : batch_range(nodes, node, -bound, of->high);
}

/* left <= right, in the narrowest lanes that hold both; left < right is not right <= left. */
static uint16_t order_truth(batch_nodes *nodes, batch_sum *left, batch_sum *right)
{
    if (left->constant == 0 && right->constant == -1) {
        right->constant = 0;
        return batch_not(nodes, order_truth(nodes, right, left));
    }
    int64_t low =
        left->low < right->low + right->constant ? left->low : right->low + right->constant;
    int64_t high =
        left->high > right->high + right->constant ? left->high : right->high + right->constant;
    uint8_t bytes = batch_bytes_for(low, high);
    if (bytes > 1 && high - low <= UINT8_MAX) {
        bytes = 1;
        left->constant -= low;
        right->constant -= low;
    }
    bytes = batch_widest(nodes, right, batch_widest(nodes, left, bytes));
    uint16_t one = batch_reckon(nodes, left, bytes);
    return batch_at_most(nodes, one, batch_reckon(nodes, right, bytes));
}

/* What all factors can be divided by; there is at least one, and none is 0. */
static int64_t divisor_of(const batch_sum *sum)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < sum->count; i++)
        divisor = common_divisor(divisor, sum->factors[i]);
    assert(divisor > 0);
    return divisor;
}

static bool at_most_truth(batch_reduction *r, const pt_form *form, uint16_t *truth)
{
    batch_sum sum;
    batch_nodes *nodes = &r->c->nodes;
    if (!batch_sum_of(r, form, &sum))
        return false;
    if (sum.count == 0) {
        *truth = batch_constant(nodes, 1, sum.constant <= 0);
        return true;
    }
    int64_t divisor = divisor_of(&sum);
    batch_sum left = {0};
    batch_sum right = {.constant = batch_floor_divided(-sum.constant, divisor)};
    for (size_t i = 0; i < sum.count; i++) {
        int64_t factor = sum.factors[i] / divisor;
        batch_add_term(factor > 0 ? &left : &right, nodes, sum.nodes[i],
                       factor > 0 ? factor : -factor);
    }
    *truth = sum.count == 1 ? bound_truth(nodes, sum.nodes[0], sum.factors[0] > 0, right.constant)
                            : order_truth(nodes, &left, &right);
    return true;
}

/* A set of words is a union of ranges; the ranges of what is not in it may be fewer. */
static uint16_t word_truth(batch_nodes *nodes, uint16_t node, uint64_t mask)
{
    const batch_node *of = &nodes->nodes[node];
    int64_t low = of->low;
    int64_t high = of->high > 63 ? 63 : of->high;
    bool outside = (mask >> low & 1) != 0 && (mask >> high & 1) != 0;
    uint16_t any = batch_constant(nodes, 1, 0);
    for (int64_t first = low; first <= high; first++) {
        if ((mask >> first & 1) == outside)
            continue;
        int64_t last = first;
        while (last < high && (mask >> (last + 1) & 1) != outside)
            last++;
        any = batch_or(nodes, any, batch_range(nodes, node, first, last));
        first = last;
    }
    return outside ? batch_not(nodes, any) : any;
}

static bool set_truth(batch_reduction *r, const pt_test *test, const batch_quantity *of,
                      uint16_t *truth)
{
    batch_nodes *nodes = &r->c->nodes;
    bool yesno = of->column.type.kind == PT_YESNO;
    if (!yesno)
        *truth = word_truth(nodes, of->node, test->mask);
    else if ((test->mask & 3) == 0 || (test->mask & 3) == 3)
        *truth = batch_constant(nodes, 1, (test->mask & 1) != 0);
    else
        *truth = (test->mask & 1) != 0 ? batch_not(nodes, of->node) : of->node;
    uint16_t absent = batch_or(nodes, of->unknown, of->none);
    *truth = batch_and(nodes, batch_not(nodes, absent), *truth);
    return true;
}

static bool test_truth(batch_reduction *r, const pt_test *test, uint16_t *truth)
{
    batch_quantity of = {0};
    if (test->kind == PT_TEST_AT_MOST)
        return at_most_truth(r, &test->form, truth);
    if (!batch_atom(r, test->atom, &of))
        return false;
    if (test->kind == PT_TEST_IN)
        return set_truth(r, test, &of, truth);
    *truth = test->kind == PT_TEST_KNOWN ? batch_not(&r->c->nodes, of.unknown) : of.none;
    return true;
}

/* --- Leaves --------------------------------------------------------------------------------- */

static bool divided(int64_t *amount, int64_t divisor)
{
    bool whole = *amount % divisor == 0;
    *amount /= divisor;
    return whole;
}

/* A leaf as a sum over lanes that gives lanes of the outcome. */
static bool leaf_sum(batch_reduction *r, const pt_leaf *leaf, batch_sum *sum)
{
    int64_t divisor = r->out.unit;
    bool absent = leaf->kind == PT_LEAF_VALUE && !pt_is_value(leaf->value);
    *sum = (batch_sum){.constant = absent ? r->out.type.low : leaf->value.amount};
    if (leaf->kind == PT_LEAF_FORM) {
        divisor *= INT64_C(1) << leaf->form.shift;
        if (!batch_sum_of(r, &leaf->form, sum))
            return false;
    }
    if (leaf->kind == PT_LEAF_ATOM) {
        pt_term_of_form term = {1, leaf->atom};
        pt_form form = {.terms = &term, .count = 1};
        if (!batch_sum_of(r, &form, sum))
            return false;
    }
    bool whole = divided(&sum->constant, divisor);
    for (size_t i = 0; i < sum->count; i++)
        whole = divided(&sum->factors[i], divisor) && whole;
    sum->constant -= r->out.base;
    return whole || batch_refuse_in(r, PT_U069, NULL);
}

static bool leaf_node(batch_reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    batch_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = batch_reckon(&r->c->nodes, &sum, r->out.bytes);
    return true;
}

/* --- Trees ---------------------------------------------------------------------------------- */

static void find_reached(batch_reduction *r)
{
    r->reached[r->tree->root] = true;
    for (size_t i = r->tree->node_count; i-- > 0;)
        if (r->reached[i] && !r->tree->nodes[i].is_leaf) {
            r->reached[r->tree->nodes[i].yes] = true;
            r->reached[r->tree->nodes[i].no] = true;
        }
}

static bool join(batch_reduction *r, const pt_node *node, bool truths, uint16_t *joined)
{
    uint16_t truth = 0;
    if (!test_truth(r, &node->test, &truth))
        return false;
    uint16_t yes = r->of_nodes[node->yes];
    uint16_t no = r->of_nodes[node->no];
    *joined = truths ? batch_choose(&r->c->nodes, truth, yes, no)
                     : batch_select(&r->c->nodes, truth, yes, no);
    return true;
}

/* What a leaf gives to a reduction. */
typedef bool (*leaf_reader)(batch_reduction *r, const pt_leaf *leaf, uint16_t *node);

static bool reduce(batch_reduction *r, leaf_reader read, bool truths, uint16_t *root)
{
    for (size_t i = 0; i < r->tree->node_count; i++) {
        const pt_node *node = &r->tree->nodes[i];
        if (!r->reached[i])
            continue;
        bool fits = node->is_leaf ? read(r, &node->leaf, &r->of_nodes[i])
                                  : join(r, node, truths, &r->of_nodes[i]);
        if (!fits)
            return false;
    }
    *root = r->of_nodes[r->tree->root];
    return true;
}

/* --- Rates: one lane times a factor that depends on the case -----------------------------------
 */

static bool factor_leaf(batch_reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    batch_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = batch_constant(&r->c->nodes, 2, sum.count == 0 ? 0 : sum.factors[0]);
    return true;
}

static bool constant_leaf(batch_reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    batch_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = batch_constant(&r->c->nodes, r->out.bytes, sum.constant);
    return true;
}

/* Several leaves that each multiply the same narrow lane, in lanes of four bytes: *rated is it. */
static bool find_rate(batch_reduction *r, uint16_t *rated)
{
    int leaves = 0;
    *rated = BATCH_NO_NODE;
    for (size_t i = 0; i < r->tree->node_count && r->out.bytes == 4; i++) {
        batch_sum sum;
        if (!r->reached[i] || !r->tree->nodes[i].is_leaf)
            continue;
        if (!leaf_sum(r, &r->tree->nodes[i].leaf, &sum))
            return false;
        if (sum.count == 0)
            continue;
        bool fits = sum.count == 1 && r->c->nodes.nodes[sum.nodes[0]].bytes <= 2 &&
                    batch_bytes_for(sum.factors[0], sum.factors[0]) <= 2 &&
                    (leaves == 0 || *rated == sum.nodes[0]);
        *rated = fits ? sum.nodes[0] : BATCH_NO_NODE;
        if (!fits)
            return true;
        leaves++;
    }
    *rated = leaves < 3 ? BATCH_NO_NODE : *rated;
    return true;
}

static bool reduce_rate(batch_reduction *r, uint16_t rated, uint16_t *root)
{
    batch_nodes *nodes = &r->c->nodes;
    uint16_t factor = 0;
    uint16_t constant = 0;
    if (!reduce(r, factor_leaf, false, &factor) || !reduce(r, constant_leaf, false, &constant))
        return false;
    *root = batch_multiply(nodes, factor, rated);
    const batch_node *of = &nodes->nodes[constant];
    *root = of->kind == BATCH_CONSTANT ? batch_plus(nodes, *root, of->k)
                                       : batch_add(nodes, *root, constant, 0);
    return true;
}

/* --- Absences ------------------------------------------------------------------------------- */

static bool absent_leaf(batch_reduction *r, const pt_leaf *leaf, pt_kind kind, uint16_t *node)
{
    batch_quantity of = {0};
    *node =
        batch_constant(&r->c->nodes, 1, leaf->kind == PT_LEAF_VALUE && leaf->value.kind == kind);
    if (leaf->kind != PT_LEAF_ATOM)
        return true;
    if (!batch_atom(r, leaf->atom, &of))
        return false;
    *node = kind == PT_UNKNOWN ? of.unknown : of.none;
    return true;
}

static bool unknown_leaf(batch_reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    return absent_leaf(r, leaf, PT_UNKNOWN, node);
}

static bool none_leaf(batch_reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    return absent_leaf(r, leaf, PT_NONE, node);
}

/* Facts that are required, parameters and vandaag are always there. */
static bool may_be_absent(const batch_compiler *c, const pt_input *input)
{
    if (input->kind == PT_INPUT_TODAY || input->kind == PT_INPUT_PARAMETER)
        return false;
    if (input->kind != PT_INPUT_FACT || input->path.hops > 0)
        return true;
    const pt_type *type = &c->pack->kinds[c->kind].facts[input->index].type;
    return type->may_be_unknown || type->may_be_none;
}

/* The first strict input that is absent makes the answer so, whatever the tree says. */
static bool heed_inputs(batch_reduction *r, batch_answer *answer)
{
    batch_nodes *nodes = &r->c->nodes;
    for (uint16_t i = r->function->input_count; i-- > 0;) {
        const pt_input *input = &r->function->inputs[i];
        bool lenient = input->type.may_be_unknown && input->type.may_be_none;
        if (lenient || !may_be_absent(r->c, input))
            continue;
        const batch_quantity *of = batch_input_quantity(r, input);
        if (of == NULL)
            return false;
        uint16_t never = batch_constant(nodes, 1, 0);
        uint16_t missing = batch_or(nodes, input->type.may_be_unknown ? never : of->unknown,
                                    input->type.may_be_none ? never : of->none);
        answer->unknown = batch_choose(nodes, missing, of->unknown, answer->unknown);
        answer->none = batch_choose(nodes, missing, of->none, answer->none);
        answer->missing = batch_or(nodes, missing, answer->missing);
    }
    return true;
}

static const pt_tree *tree_on(const pt_function *function, pt_date day)
{
    for (size_t p = 0; p < function->period_count; p++)
        if (function->periods[p].from <= day && day <= function->periods[p].until)
            return function->periods[p].tree;
    return NULL;
}

static bool reduce_lanes(batch_reduction *r, uint16_t *root)
{
    uint16_t rated = BATCH_NO_NODE;
    if (!find_rate(r, &rated))
        return false;
    return rated == BATCH_NO_NODE ? reduce(r, leaf_node, r->out.type.kind == PT_YESNO, root)
                                  : reduce_rate(r, rated, root);
}

/* Without a tree that day the function is free, or left out, or a parameter has no value yet. */
static bool refuse_function(batch_compiler *c, const pt_function *function, const char *rule,
                            pt_date day)
{
    const pt_block *block = &c->pack->blocks[function->block];
    if (block->excluded)
        return batch_refuse(c, PT_U066, rule, block->at, block->name);
    for (uint16_t i = 0; i < function->input_count && !block->free; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind == PT_INPUT_PARAMETER &&
            !pt_is_value(pt_parameter_on(&c->pack->parameters[input->index], day, NULL)))
            return batch_refuse(c, PT_U067, rule, block->at, input->name);
    }
    return batch_refuse(c, PT_U060, rule, block->at, NULL);
}

bool batch_function(batch_compiler *c, const pt_function *function, const char *rule, pt_date day,
                    const pt_batch_column *out, batch_answer *answer)
{
    const pt_block *block = &c->pack->blocks[function->block];
    const pt_tree *tree = tree_on(function, day);
    if (block->free || block->excluded || tree == NULL)
        return refuse_function(c, function, rule, day);
    batch_reduction r = {.c = c, .function = function, .tree = tree, .rule = rule, .out = *out};
    r.of_nodes = PT_NEW_ARRAY(c->arena, tree->node_count, uint16_t);
    r.reached = PT_NEW_ARRAY(c->arena, tree->node_count, bool);
    find_reached(&r);
    answer->missing = batch_constant(&c->nodes, 1, 0);
    return reduce_lanes(&r, &answer->node) && reduce(&r, unknown_leaf, true, &answer->unknown) &&
           reduce(&r, none_leaf, true, &answer->none) && heed_inputs(&r, answer);
}
