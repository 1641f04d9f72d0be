/* SPDX-License-Identifier: EUPL-1.2 */
/* Trees to nodes: each test a truth over columns, each inner node a select, each leaf an outcome
   in the lanes of its rule. */
#include <assert.h>

#include "run/batch_nodes.h"

/* Sums of whole numbers below this cannot leave 64 bits on the way. */
#define MOST_AMOUNT (INT64_C(1) << 60)

/* Lanes and what they mean: amount = (lane + base) * unit. */
typedef struct quantity {
    bool made;
    uint16_t node;
    pt_batch_column column;
} quantity;

typedef struct compiler {
    pt_arena *arena;
    const pt_pack *pack;
    uint16_t kind;
    pt_date day;
    batch_nodes nodes;
    quantity *facts;
    quantity *rules;
    pt_batch_refusal *refusal;
} compiler;

/* A sum of lanes. */
typedef struct lane_sum {
    uint16_t nodes[PT_LIMIT_INPUTS];
    int64_t factors[PT_LIMIT_INPUTS];
    size_t count;
    int64_t constant;
    int64_t low; /* without the constant */
    int64_t high;
} lane_sum;

typedef struct reduction {
    compiler *c;
    const pt_function *function;
    const pt_tree *tree;
    const char *rule;
    pt_batch_column out;
    uint16_t *of_nodes;
    bool *reached;
} reduction;

static bool refuse(compiler *c, pt_batch_obstacle obstacle, const char *rule, const char *input)
{
    if (c->refusal->obstacle == PT_BATCH_FITS)
        *c->refusal = (pt_batch_refusal){obstacle, rule, input};
    return false;
}

/* --- Columns -------------------------------------------------------------------------------- */

static int64_t unit_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
}

static pt_type with_bounds(const pt_pack *pack, pt_type type)
{
    if (type.kind == PT_YESNO || type.kind == PT_CHOICE) {
        type.low = 0;
        type.high = type.kind == PT_YESNO ? 1 : pack->choices[type.set].count - 1;
    }
    return type;
}

static int64_t floor_divided(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* The narrowest column for a type. */
static pt_batch_column column_of(const pt_pack *pack, uint16_t index, pt_type type)
{
    type = with_bounds(pack, type);
    pt_batch_column column = {.index = index, .unit = unit_of(&type), .type = type};
    int64_t low = floor_divided(type.low, column.unit);
    int64_t high = floor_divided(type.high, column.unit);
    column.bytes = batch_bytes_for(low, high);
    if (column.bytes > 1 && high - low <= UINT8_MAX) {
        column.bytes = 1;
        column.base = low;
    }
    return column;
}

static bool has_bounds(const pt_type *type)
{
    return type->kind >= PT_YESNO && type->kind <= PT_CHOICE && type->low <= type->high &&
           type->low > -MOST_AMOUNT && type->high < MOST_AMOUNT;
}

static bool compile_group(compiler *c, uint16_t group);

static const quantity *fact_quantity(reduction *r, const pt_input *input)
{
    compiler *c = r->c;
    const pt_fact *fact = &c->pack->kinds[c->kind].facts[input->index];
    quantity *made = &c->facts[input->index];
    if (made->made)
        return made;
    if (fact->type.may_be_unknown || fact->type.may_be_none) {
        refuse(c, PT_BATCH_OPTIONAL, r->rule, input->name);
        return NULL;
    }
    made->column = column_of(c->pack, input->index, fact->type);
    if (!has_bounds(&made->column.type)) {
        refuse(c, PT_BATCH_RANGE, r->rule, input->name);
        return NULL;
    }
    made->node = batch_input(&c->nodes, input->index, &made->column);
    made->made = true;
    return made;
}

static const quantity *input_quantity(reduction *r, const pt_input *input)
{
    compiler *c = r->c;
    bool own = input->path.hops == 0;
    if (own && input->kind == PT_INPUT_FACT)
        return fact_quantity(r, input);
    if (!own || input->kind != PT_INPUT_RULE) {
        refuse(c, PT_BATCH_INPUT, r->rule, input->name);
        return NULL;
    }
    return compile_group(c, input->index) ? &c->rules[input->index] : NULL;
}

static const quantity *atom_quantity(reduction *r, uint16_t index)
{
    const pt_atom *atom = &r->tree->atoms[index];
    if (atom->operation == PT_OP_INPUT)
        return input_quantity(r, &r->function->inputs[atom->input]);
    refuse(r->c, PT_BATCH_WORD, r->rule, NULL);
    return NULL;
}

/* --- Sums ----------------------------------------------------------------------------------- */

static bool counted(int64_t a, int64_t b, int64_t *sum)
{
    int64_t product = 0;
    return !__builtin_mul_overflow(a, b, &product) && !__builtin_add_overflow(*sum, product, sum) &&
           product > -MOST_AMOUNT && product<MOST_AMOUNT && * sum> - MOST_AMOUNT &&
           *sum < MOST_AMOUNT;
}

static bool add_term(lane_sum *sum, const batch_nodes *nodes, uint16_t node, int64_t factor)
{
    const batch_node *of = &nodes->nodes[node];
    if (sum->count == PT_LIMIT_INPUTS)
        return false;
    sum->nodes[sum->count] = node;
    sum->factors[sum->count++] = factor;
    return counted(factor, factor < 0 ? of->high : of->low, &sum->low) &&
           counted(factor, factor < 0 ? of->low : of->high, &sum->high);
}

/* A form over amounts as a sum over lanes, times 2^shift. */
static bool sum_of(reduction *r, const pt_form *form, lane_sum *sum)
{
    *sum = (lane_sum){.constant = form->constant};
    for (uint16_t i = 0; i < form->count; i++) {
        const quantity *of = atom_quantity(r, form->terms[i].atom);
        int64_t factor = 0;
        if (of == NULL)
            return false;
        if (!counted(form->terms[i].coefficient, of->column.unit, &factor) ||
            !counted(factor, of->column.base, &sum->constant) ||
            !add_term(sum, &r->c->nodes, of->node, factor))
            return refuse(r->c, PT_BATCH_RANGE, r->rule, NULL);
    }
    return true;
}

static int64_t without_wrap(int64_t amount, uint8_t bytes)
{
    switch (bytes) {
    case 1: return (uint8_t)amount;
    case 2: return (int16_t)(uint16_t)amount;
    case 4: return (int32_t)(uint32_t)amount;
    default: return amount;
    }
}

static uint8_t widest(const batch_nodes *nodes, const lane_sum *sum, uint8_t bytes)
{
    for (size_t i = 0; i < sum->count; i++)
        if (nodes->nodes[sum->nodes[i]].bytes > bytes)
            bytes = nodes->nodes[sum->nodes[i]].bytes;
    return bytes;
}

/* One more term; the first of all is a positive one when there is any. */
static uint16_t with_term(batch_nodes *nodes, uint16_t all, uint16_t term, int64_t factor,
                          uint8_t bytes)
{
    term = batch_convert(nodes, term, bytes);
    if (all == BATCH_NO_NODE)
        return batch_scale(nodes, term, without_wrap(factor, bytes), 0);
    term = batch_scale(nodes, term, without_wrap(factor < 0 ? -factor : factor, bytes), 0);
    return factor < 0 ? batch_subtract(nodes, all, term, 0) : batch_add(nodes, all, term, 0);
}

/* The sum in lanes of `bytes`, exact wherever the sum itself fits them. */
static uint16_t reckon(batch_nodes *nodes, const lane_sum *sum, uint8_t bytes)
{
    uint8_t wide = widest(nodes, sum, bytes);
    uint16_t all = BATCH_NO_NODE;
    for (size_t i = 0; i < sum->count; i++)
        if (sum->factors[i] > 0)
            all = with_term(nodes, all, sum->nodes[i], sum->factors[i], wide);
    for (size_t i = 0; i < sum->count; i++)
        if (sum->factors[i] < 0)
            all = with_term(nodes, all, sum->nodes[i], sum->factors[i], wide);
    int64_t constant = without_wrap(sum->constant, wide);
    all = all == BATCH_NO_NODE ? batch_constant(nodes, wide, constant)
                               : batch_plus(nodes, all, constant);
    return batch_convert(nodes, all, bytes);
}

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
static uint16_t order_truth(batch_nodes *nodes, lane_sum *left, lane_sum *right)
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
    bytes = widest(nodes, right, widest(nodes, left, bytes));
    uint16_t one = reckon(nodes, left, bytes);
    return batch_at_most(nodes, one, reckon(nodes, right, bytes));
}

/* What all factors can be divided by; there is at least one, and none is 0. */
static int64_t divisor_of(const lane_sum *sum)
{
    int64_t divisor = 0;
    for (size_t i = 0; i < sum->count; i++)
        divisor = common_divisor(divisor, sum->factors[i]);
    assert(divisor > 0);
    return divisor;
}

static bool at_most_truth(reduction *r, const pt_form *form, uint16_t *truth)
{
    lane_sum sum;
    batch_nodes *nodes = &r->c->nodes;
    if (!sum_of(r, form, &sum))
        return false;
    if (sum.count == 0) {
        *truth = batch_constant(nodes, 1, sum.constant <= 0);
        return true;
    }
    int64_t divisor = divisor_of(&sum);
    lane_sum left = {0};
    lane_sum right = {.constant = floor_divided(-sum.constant, divisor)};
    for (size_t i = 0; i < sum.count; i++) {
        int64_t factor = sum.factors[i] / divisor;
        add_term(factor > 0 ? &left : &right, nodes, sum.nodes[i], factor > 0 ? factor : -factor);
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

static bool set_truth(reduction *r, const pt_test *test, uint16_t *truth)
{
    const quantity *of = atom_quantity(r, test->atom);
    if (of == NULL)
        return false;
    batch_nodes *nodes = &r->c->nodes;
    bool yesno = of->column.type.kind == PT_YESNO;
    if (!yesno)
        *truth = word_truth(nodes, of->node, test->mask);
    else if ((test->mask & 3) == 0 || (test->mask & 3) == 3)
        *truth = batch_constant(nodes, 1, (test->mask & 1) != 0);
    else
        *truth = (test->mask & 1) != 0 ? batch_not(nodes, of->node) : of->node;
    return true;
}

static bool test_truth(reduction *r, const pt_test *test, uint16_t *truth)
{
    switch ((pt_test_kind)test->kind) {
    case PT_TEST_AT_MOST: return at_most_truth(r, &test->form, truth);
    case PT_TEST_IN: return set_truth(r, test, truth);
    case PT_TEST_KNOWN:
    case PT_TEST_NONE: break;
    }
    *truth = batch_constant(&r->c->nodes, 1, test->kind == PT_TEST_KNOWN);
    return atom_quantity(r, test->atom) != NULL;
}

/* --- Leaves --------------------------------------------------------------------------------- */

static bool divided(int64_t *amount, int64_t divisor)
{
    bool whole = *amount % divisor == 0;
    *amount /= divisor;
    return whole;
}

/* A leaf as a sum over lanes that gives lanes of the outcome. */
static bool leaf_sum(reduction *r, const pt_leaf *leaf, lane_sum *sum)
{
    int64_t divisor = r->out.unit;
    *sum = (lane_sum){.constant = leaf->value.amount};
    if (leaf->kind == PT_LEAF_VALUE && !pt_is_value(leaf->value))
        return refuse(r->c, PT_BATCH_ABSENT, r->rule, NULL);
    if (leaf->kind == PT_LEAF_FORM) {
        divisor *= INT64_C(1) << leaf->form.shift;
        if (!sum_of(r, &leaf->form, sum))
            return false;
    }
    if (leaf->kind == PT_LEAF_ATOM) {
        pt_term_of_form term = {1, leaf->atom};
        pt_form form = {.terms = &term, .count = 1};
        if (!sum_of(r, &form, sum))
            return false;
    }
    bool whole = divided(&sum->constant, divisor);
    for (size_t i = 0; i < sum->count; i++)
        whole = divided(&sum->factors[i], divisor) && whole;
    sum->constant -= r->out.base;
    return whole || refuse(r->c, PT_BATCH_RANGE, r->rule, NULL);
}

static bool leaf_node(reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    lane_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = reckon(&r->c->nodes, &sum, r->out.bytes);
    return true;
}

/* --- Trees ---------------------------------------------------------------------------------- */

static void find_reached(reduction *r)
{
    r->reached[r->tree->root] = true;
    for (size_t i = r->tree->node_count; i-- > 0;)
        if (r->reached[i] && !r->tree->nodes[i].is_leaf) {
            r->reached[r->tree->nodes[i].yes] = true;
            r->reached[r->tree->nodes[i].no] = true;
        }
}

static bool join(reduction *r, const pt_node *node, uint16_t *joined)
{
    uint16_t truth = 0;
    if (!test_truth(r, &node->test, &truth))
        return false;
    uint16_t yes = r->of_nodes[node->yes];
    uint16_t no = r->of_nodes[node->no];
    *joined = r->out.type.kind == PT_YESNO ? batch_choose(&r->c->nodes, truth, yes, no)
                                           : batch_select(&r->c->nodes, truth, yes, no);
    return true;
}

/* What a leaf gives to a reduction. */
typedef bool (*leaf_reader)(reduction *r, const pt_leaf *leaf, uint16_t *node);

static bool reduce(reduction *r, leaf_reader read, uint16_t *root)
{
    for (size_t i = 0; i < r->tree->node_count; i++) {
        const pt_node *node = &r->tree->nodes[i];
        if (!r->reached[i])
            continue;
        bool fits =
            node->is_leaf ? read(r, &node->leaf, &r->of_nodes[i]) : join(r, node, &r->of_nodes[i]);
        if (!fits)
            return false;
    }
    *root = r->of_nodes[r->tree->root];
    return true;
}

/* --- Rates: one lane times a factor that depends on the case -----------------------------------
 */

static bool factor_leaf(reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    lane_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = batch_constant(&r->c->nodes, 2, sum.count == 0 ? 0 : sum.factors[0]);
    return true;
}

static bool constant_leaf(reduction *r, const pt_leaf *leaf, uint16_t *node)
{
    lane_sum sum;
    if (!leaf_sum(r, leaf, &sum))
        return false;
    *node = batch_constant(&r->c->nodes, r->out.bytes, sum.constant);
    return true;
}

/* Several leaves that each multiply the same narrow lane, in lanes of four bytes: *rated is it. */
static bool find_rate(reduction *r, uint16_t *rated)
{
    int leaves = 0;
    *rated = BATCH_NO_NODE;
    for (size_t i = 0; i < r->tree->node_count && r->out.bytes == 4; i++) {
        lane_sum sum;
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

static bool reduce_rate(reduction *r, uint16_t rated, uint16_t *root)
{
    batch_nodes *nodes = &r->c->nodes;
    uint16_t factor = 0;
    uint16_t constant = 0;
    if (!reduce(r, factor_leaf, &factor) || !reduce(r, constant_leaf, &constant))
        return false;
    *root = batch_multiply(nodes, factor, rated);
    const batch_node *of = &nodes->nodes[constant];
    *root = of->kind == BATCH_CONSTANT ? batch_plus(nodes, *root, of->k)
                                       : batch_add(nodes, *root, constant, 0);
    return true;
}

/* --- Rules ---------------------------------------------------------------------------------- */

static bool in_force(const pt_block *block, pt_date day)
{
    return block->from <= day && day <= block->until;
}

static const pt_ground *ground_on(const pt_block *block, pt_date day)
{
    for (size_t g = 0; g < block->ground_count; g++)
        if (block->grounds[g].from <= day && day <= block->grounds[g].until)
            return &block->grounds[g];
    return NULL;
}

static bool has_exceptions(const pt_pack *pack, const pt_group *group, const pt_block *block,
                           pt_date day)
{
    for (uint16_t e = 0; e < group->exception_count; e++)
        if (in_force(&pack->blocks[pack->exceptions[group->exceptions[e]].block], day))
            return true;
    for (size_t g = 0; g < block->ground_count; g++)
        if (block->grounds[g].applies != NULL)
            return true;
    return false;
}

static const pt_tree *tree_on(const pt_function *function, pt_date day)
{
    for (size_t p = 0; p < function->period_count; p++)
        if (function->periods[p].from <= day && day <= function->periods[p].until)
            return function->periods[p].tree;
    return NULL;
}

static pt_batch_obstacle obstacle_of(const compiler *c, const pt_group *group, uint16_t version)
{
    if (group->subject != c->kind)
        return PT_BATCH_OTHER_KIND;
    if (version == PT_NO_INDEX)
        return PT_BATCH_NOT_IN_FORCE;
    const pt_block *block = &c->pack->blocks[c->pack->rules[version].block];
    if (block->free || block->excluded)
        return PT_BATCH_FREE;
    if (block->reference_date != PT_NO_INDEX)
        return PT_BATCH_OWN_DATE;
    if (has_exceptions(c->pack, group, block, c->day))
        return PT_BATCH_EXCEPTIONS;
    bool reads = tree_on(c->pack->rules[version].decide, c->day) != NULL;
    return reads && ground_on(block, c->day) != NULL ? PT_BATCH_FITS : PT_BATCH_NOT_IN_FORCE;
}

static bool reduce_rule(reduction *r, uint16_t *root)
{
    uint16_t rated = BATCH_NO_NODE;
    r->of_nodes = PT_NEW_ARRAY(r->c->arena, r->tree->node_count, uint16_t);
    r->reached = PT_NEW_ARRAY(r->c->arena, r->tree->node_count, bool);
    find_reached(r);
    if (!find_rate(r, &rated))
        return false;
    return rated == BATCH_NO_NODE ? reduce(r, leaf_node, root) : reduce_rate(r, rated, root);
}

static bool compile_group(compiler *c, uint16_t index)
{
    const pt_group *group = &c->pack->rule_groups[index];
    quantity *result = &c->rules[index];
    if (result->made)
        return true;
    uint16_t version = pt_rule_version(c->pack, group, c->day);
    pt_batch_obstacle obstacle = obstacle_of(c, group, version);
    if (obstacle != PT_BATCH_FITS)
        return refuse(c, obstacle, group->name, NULL);
    result->column = column_of(c->pack, index, group->type);
    if (!has_bounds(&result->column.type))
        return refuse(c, PT_BATCH_RANGE, group->name, NULL);
    const pt_function *function = c->pack->rules[version].decide;
    reduction r = {.c = c,
                   .function = function,
                   .tree = tree_on(function, c->day),
                   .rule = group->name,
                   .out = result->column};
    result->made = reduce_rule(&r, &result->node);
    return result->made && (!c->nodes.full || refuse(c, PT_BATCH_SIZE, group->name, NULL));
}

/* --- The batch ------------------------------------------------------------------------------ */

/* Facts that a rule asked for become columns, in their order; nodes learn their column. */
static void number_inputs(compiler *c, pt_batch *batch)
{
    uint16_t count = c->pack->kinds[c->kind].fact_count;
    pt_batch_column *columns = PT_NEW_ARRAY(c->arena, count, pt_batch_column);
    for (uint16_t f = 0; f < count; f++)
        if (c->facts[f].made) {
            c->nodes.nodes[c->facts[f].node].k = batch->input_count;
            columns[batch->input_count++] = c->facts[f].column;
        }
    batch->inputs = columns;
}

static compiler start(pt_arena *arena, const pt_pack *pack, uint16_t kind, pt_date day,
                      pt_batch_refusal *refusal)
{
    compiler c = {.arena = arena, .pack = pack, .kind = kind, .day = day, .refusal = refusal};
    batch_nodes_start(&c.nodes, arena);
    c.facts = PT_NEW_ARRAY(arena, pack->kinds[kind].fact_count, quantity);
    c.rules = PT_NEW_ARRAY(arena, pack->rule_group_count, quantity);
    *refusal = (pt_batch_refusal){PT_BATCH_FITS, NULL, NULL};
    return c;
}

const pt_batch *pt_batch_compile(pt_arena *arena, const pt_pack *pack, uint16_t kind,
                                 const uint16_t *groups, size_t count, pt_date day,
                                 pt_batch_refusal *refusal)
{
    compiler c = start(arena, pack, kind, day, refusal);
    pt_batch *batch = PT_NEW(arena, pt_batch);
    pt_batch_column *outputs = PT_NEW_ARRAY(arena, count, pt_batch_column);
    uint16_t *results = PT_NEW_ARRAY(arena, count, uint16_t);
    for (size_t i = 0; i < count; i++) {
        if (!compile_group(&c, groups[i]))
            return NULL;
        outputs[i] = c.rules[groups[i]].column;
        results[i] = c.rules[groups[i]].node;
    }
    batch->outputs = outputs;
    batch->output_count = (uint16_t)count;
    number_inputs(&c, batch);
    if (batch_steps(arena, &c.nodes, results, batch))
        return batch;
    refuse(&c, PT_BATCH_SIZE, pack->rule_groups[groups[0]].name, NULL);
    return NULL;
}
