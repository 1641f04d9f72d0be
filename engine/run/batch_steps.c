/* SPDX-License-Identifier: EUPL-1.2 */
/* Nodes to steps: what is needed, in what slot, and which comparisons stand inside their users. */
#include <string.h>

#include "run/batch_nodes.h"

enum { NO_SLOT = 0xFFFF, FOREVER = 0xFFFF };

/* One byte for each lane of the scratch: the last node that reads what stands there. */
typedef struct scratch_cell {
    uint16_t last_use;
    uint16_t slot; /* that begins here, or NO_SLOT */
} scratch_cell;

typedef struct planner {
    const batch_nodes *nodes;
    pt_batch *batch;
    pt_batch_step *steps;
    size_t count;
    const uint16_t *uses; /* of nodes: how many nodes and results read it */
    bool *needed;
    bool *raw;          /* of nodes: read as they are, not as a condition */
    bool *inverted;     /* of nodes: their slot holds the opposite */
    uint16_t *slots;    /* of nodes */
    uint16_t *last_use; /* of nodes: the last node that reads it */
    scratch_cell *cells;
    uint32_t *offsets;
} planner;

/* What asks of lanes of one byte; IF_TRUTH of a column of truths. */
typedef enum question { IF_TRUTH, IF_EQUAL, IF_AT_MOST, IF_IN_RANGE, IF_ORDERED } question;

/* A truth as a condition inside another step. */
typedef struct condition {
    question asks;
    bool flip;
    uint16_t node; /* whose lanes are read */
    uint16_t than; /* IF_ORDERED: node <= than */
    int64_t low;
    int64_t span;
} condition;

static bool in_bytes(const planner *p, const batch_node *node)
{
    return p->nodes->nodes[node->a].bytes == 1;
}

static condition condition_of(const planner *p, uint16_t truth)
{
    const batch_node *node = &p->nodes->nodes[truth];
    condition c = {.node = truth};
    if (node->kind == BATCH_NOT) {
        c.flip = true;
        c.node = node->a;
        node = &p->nodes->nodes[c.node];
    }
    if (node->kind == BATCH_RANGE && in_bytes(p, node)) {
        c.asks = IF_IN_RANGE;
        c.node = node->a;
        c.low = node->k;
        c.span = node->m - node->k;
    }
    c.flip ^= p->inverted[c.node] && c.asks == IF_TRUTH;
    return c;
}

/* For a select there are cheaper questions than a whole range. */
static condition select_condition(const planner *p, uint16_t truth)
{
    condition c = condition_of(p, truth);
    const batch_node *node = &p->nodes->nodes[c.node];
    if (c.asks == IF_TRUTH && node->kind == BATCH_AT_MOST && in_bytes(p, node) &&
        !p->inverted[c.node]) {
        c.asks = IF_ORDERED;
        c.node = node->a;
        c.than = node->b;
    } else if (c.asks == IF_IN_RANGE && c.low == node->low) {
        c.asks = IF_AT_MOST;
        c.low += c.span;
    } else if (c.asks == IF_IN_RANGE && c.low + c.span == node->high) {
        c.asks = IF_AT_MOST;
        c.low--;
        c.flip = !c.flip;
    } else if (c.asks == IF_IN_RANGE && c.span == 0)
        c.asks = IF_EQUAL;
    return c;
}

/* A select between two ranges, which are asked about in its own step. */
static bool chooses_ranges(const planner *p, const batch_node *node)
{
    return condition_of(p, node->a).asks == IF_IN_RANGE &&
           condition_of(p, node->b).asks == IF_IN_RANGE;
}

static bool is_constant(const planner *p, uint16_t node)
{
    return p->nodes->nodes[node].kind == BATCH_CONSTANT;
}

/* --- Chains --------------------------------------------------------------------------------- */

/* First hit: ks[0] when conditions[0] holds, and so on; else `rest`. */
typedef struct chain {
    condition conditions[PT_BATCH_LINKS];
    int64_t ks[PT_BATCH_LINKS];
    uint16_t count;
    uint16_t rest;
} chain;

static bool can_link(const planner *p, uint16_t select)
{
    const batch_node *node = &p->nodes->nodes[select];
    return node->kind == BATCH_SELECT && (is_constant(p, node->a) || is_constant(p, node->b)) &&
           !chooses_ranges(p, node) && select_condition(p, node->x).asks != IF_ORDERED;
}

/* Selects that nobody else reads, each the other arm of the one before. */
static chain chain_of(const planner *p, uint16_t select)
{
    chain all = {.rest = select};
    while (all.count < PT_BATCH_LINKS && can_link(p, all.rest) &&
           (all.count == 0 || p->uses[all.rest] == 1)) {
        const batch_node *node = &p->nodes->nodes[all.rest];
        bool hit = is_constant(p, node->a);
        all.conditions[all.count] = condition_of(p, node->x);
        all.conditions[all.count].flip ^= !hit;
        all.ks[all.count++] = p->nodes->nodes[hit ? node->a : node->b].k;
        all.rest = hit ? node->b : node->a;
    }
    return all;
}

/* Three conditions of an AND and one that only it reads; false: there is no such one. */
static bool three_conditions(const planner *p, const batch_node *node, condition all[3])
{
    for (int inner_is_a = 0; inner_is_a < 2; inner_is_a++) {
        uint16_t inner = inner_is_a ? node->a : node->b;
        const batch_node *of = &p->nodes->nodes[inner];
        if (of->kind != BATCH_AND || p->uses[inner] != 1)
            continue;
        all[0] = condition_of(p, of->a);
        all[1] = condition_of(p, of->b);
        all[2] = condition_of(p, inner_is_a ? node->b : node->a);
        return true;
    }
    return false;
}

/* --- What is needed ------------------------------------------------------------------------- */

static void need(planner *p, uint16_t node, uint16_t user)
{
    p->needed[node] = true;
    if (p->last_use[node] < user)
        p->last_use[node] = user;
}

static void need_raw(planner *p, uint16_t node, uint16_t user)
{
    need(p, node, user);
    p->raw[node] = true;
}

static void need_condition(planner *p, uint16_t truth, uint16_t user)
{
    need(p, condition_of(p, truth).node, user);
}

static void need_arm(planner *p, uint16_t arm, uint16_t user)
{
    if (!is_constant(p, arm))
        need_raw(p, arm, user);
}

static void need_of_chain(planner *p, const chain *all, uint16_t user)
{
    for (uint16_t i = 0; i < all->count; i++)
        need(p, all->conditions[i].node, user);
    need_arm(p, all->rest, user);
}

static void need_of_and(planner *p, const batch_node *node, uint16_t user)
{
    condition three[3];
    if (three_conditions(p, node, three)) {
        for (int i = 0; i < 3; i++)
            need(p, three[i].node, user);
        return;
    }
    need_condition(p, node->b, user);
    need_condition(p, node->a, user);
}

static void need_of_select(planner *p, const batch_node *node, uint16_t user)
{
    chain all = chain_of(p, user);
    if (all.count > 1) {
        need_of_chain(p, &all, user);
        return;
    }
    if (chooses_ranges(p, node)) {
        need_condition(p, node->x, user);
        need_condition(p, node->a, user);
        need_condition(p, node->b, user);
        return;
    }
    condition c = select_condition(p, node->x);
    need(p, c.node, user);
    if (c.asks == IF_ORDERED)
        need(p, c.than, user);
    need_arm(p, node->a, user);
    need_arm(p, node->b, user);
}

static void need_operands(planner *p, uint16_t user)
{
    const batch_node *node = &p->nodes->nodes[user];
    switch ((batch_node_kind)node->kind) {
    case BATCH_CONSTANT:
    case BATCH_INPUT: return;
    case BATCH_NOT: need(p, node->a, user); return;
    case BATCH_AND: need_of_and(p, node, user); return;
    case BATCH_SELECT: need_of_select(p, node, user); return;
    case BATCH_AT_MOST:
    case BATCH_ADD:
    case BATCH_SUBTRACT:
    case BATCH_MULTIPLY: need_raw(p, node->b, user); break;
    case BATCH_RANGE:
    case BATCH_SCALE:
    case BATCH_LOOK_UP:
    case BATCH_CONVERT: break;
    }
    need_raw(p, node->a, user);
}

/* --- Slots ---------------------------------------------------------------------------------- */

static uint16_t callers_slots(const planner *p)
{
    return (uint16_t)(p->batch->input_count + p->batch->output_count);
}

static bool cells_free(const planner *p, uint32_t first, uint8_t bytes, uint16_t node)
{
    bool all = true;
    for (uint8_t i = 0; i < bytes; i++)
        all = all && p->cells[first + i].last_use < node;
    return all;
}

/* A slot for `node`, not one that a column it is made from still stands in. */
static uint16_t slot_for(planner *p, uint16_t node)
{
    uint8_t bytes = p->nodes->nodes[node].bytes;
    uint32_t first = 0;
    while (!cells_free(p, first, bytes, node))
        first += bytes;
    for (uint8_t i = 0; i < bytes; i++)
        p->cells[first + i].last_use = p->last_use[node];
    if (first + bytes > p->batch->lane_bytes)
        p->batch->lane_bytes = first + bytes;
    scratch_cell *cell = &p->cells[first];
    if (cell->slot == NO_SLOT) {
        cell->slot = p->batch->slot_count++;
        p->offsets[cell->slot] = first;
    }
    return cell->slot;
}

static void place(planner *p, uint16_t node)
{
    if (p->nodes->nodes[node].kind == BATCH_INPUT)
        p->slots[node] = (uint16_t)p->nodes->nodes[node].k;
    else if (p->slots[node] == NO_SLOT)
        p->slots[node] = slot_for(p, node);
}

/* --- Steps ---------------------------------------------------------------------------------- */

static uint16_t kernel_for(uint16_t kernel_of_8, uint8_t bytes)
{
    int doublings = bytes == 1 ? 0 : bytes == 2 ? 1 : bytes == 4 ? 2 : 3;
    return (uint16_t)(kernel_of_8 + doublings * PT_BATCH_PER_WIDTH);
}

static pt_batch_step *add_step(planner *p, uint16_t kernel, uint16_t out)
{
    p->steps[p->count] = (pt_batch_step){.kernel = kernel, .out = out};
    return &p->steps[p->count++];
}

static void set_condition(const planner *p, pt_batch_step *step, const condition *c)
{
    step->x = p->slots[c->node];
    step->low = c->low;
    step->span = c->span;
}

static void choose_step(planner *p, const batch_node *node, uint16_t out)
{
    condition c = condition_of(p, node->x);
    condition a = condition_of(p, c.flip ? node->b : node->a);
    condition b = condition_of(p, c.flip ? node->a : node->b);
    uint16_t kernel = c.asks == IF_IN_RANGE ? PT_BATCH_STEP_choose_rrr : PT_BATCH_STEP_choose_trr;
    pt_batch_step *step = add_step(p, kernel, out);
    set_condition(p, step, &c);
    step->y = p->slots[a.node];
    step->z = p->slots[b.node];
    step->low_y = a.low;
    step->span_y = a.span;
    step->low_z = b.low;
    step->span_z = b.span;
    step->flip = a.flip;
    step->other = b.flip;
}

/* Arms in the order of the kernels: constants in both, the first, the second, neither. */
static void one_select_step(planner *p, const batch_node *node, uint16_t out)
{
    static const uint16_t kernels[] = {
        PT_BATCH_STEP_if_truth_kk_8, PT_BATCH_STEP_if_equal_kk_8, PT_BATCH_STEP_if_at_most_kk_8,
        PT_BATCH_STEP_if_in_range_kk_8, PT_BATCH_STEP_if_ordered_kk_8};
    condition c = select_condition(p, node->x);
    uint16_t a = c.flip ? node->b : node->a;
    uint16_t b = c.flip ? node->a : node->b;
    bool constant_a = is_constant(p, a);
    bool constant_b = is_constant(p, b);
    uint16_t arms = (uint16_t)(constant_a ? (constant_b ? 0 : 1) : (constant_b ? 2 : 3));
    pt_batch_step *step =
        add_step(p, kernel_for((uint16_t)(kernels[c.asks] + arms), node->bytes), out);
    set_condition(p, step, &c);
    step->y = c.asks == IF_ORDERED ? p->slots[c.than] : 0;
    step->a = constant_a ? 0 : p->slots[a];
    step->b = constant_b ? 0 : p->slots[b];
    step->k = p->nodes->nodes[constant_a ? a : b].k;
    step->m = p->nodes->nodes[b].k;
}

/* A range that leaves one value of the domain is that value. */
static pt_batch_ask within(const batch_node *of, uint16_t slot, int64_t low, int64_t high)
{
    if (low <= of->low && high == of->low)
        low = high;
    if (high >= of->high && low == of->high)
        high = low;
    return (pt_batch_ask){slot, (uint8_t)low, (uint8_t)(high - low)};
}

/* All questions of a chain have one form: what is outside a range is in another, modulo 256. */
static pt_batch_ask ask_for(const planner *p, const condition *c)
{
    const batch_node *of = &p->nodes->nodes[c->node];
    uint16_t slot = p->slots[c->node];
    int64_t high = c->low + c->span;
    if (c->asks == IF_TRUTH)
        return (pt_batch_ask){slot, !c->flip, 0};
    if (!c->flip)
        return within(of, slot, c->low, high);
    if (c->low <= of->low)
        return within(of, slot, high + 1, of->high);
    if (high >= of->high)
        return within(of, slot, of->low, c->low - 1);
    return (pt_batch_ask){slot, (uint8_t)(high + 1), (uint8_t)(UINT8_MAX - 1 - c->span)};
}

static void chain_step(planner *p, const chain *all, uint8_t bytes, uint16_t out)
{
    static const uint16_t kernels[PT_BATCH_LINKS + 1] = {[2] = PT_BATCH_STEP_chain_2_k_8,
                                                         [3] = PT_BATCH_STEP_chain_3_k_8,
                                                         [4] = PT_BATCH_STEP_chain_4_k_8,
                                                         [5] = PT_BATCH_STEP_chain_5_k_8};
    bool constant = is_constant(p, all->rest);
    bool equal = true;
    pt_batch_step *step = add_step(p, 0, out);
    for (uint16_t i = 0; i < all->count; i++) {
        step->asks[i] = ask_for(p, &all->conditions[i]);
        step->ks[i] = all->ks[i];
        equal = equal && step->asks[i].span == 0;
    }
    step->kernel = kernel_for((uint16_t)(kernels[all->count] + !constant + 2 * equal), bytes);
    step->k = p->nodes->nodes[all->rest].k;
    step->b = constant ? 0 : p->slots[all->rest];
}

static void all_step(planner *p, const condition three[3], uint16_t out, bool last)
{
    pt_batch_step *step = add_step(p, PT_BATCH_STEP_all_3, out);
    for (int i = 0; i < 3; i++)
        step->asks[i] = ask_for(p, &three[i]);
    step->last = last;
}

static void and_step(planner *p, const batch_node *node, uint16_t out, bool last)
{
    condition three[3];
    if (three_conditions(p, node, three)) {
        all_step(p, three, out, last);
        return;
    }
    condition a = condition_of(p, node->a);
    condition b = condition_of(p, node->b);
    if (b.asks == IF_IN_RANGE && a.asks != IF_IN_RANGE) {
        condition between = a;
        a = b;
        b = between;
    }
    uint16_t kernel = b.asks == IF_IN_RANGE   ? PT_BATCH_STEP_and_rr
                      : a.asks == IF_IN_RANGE ? PT_BATCH_STEP_and_rt
                                              : PT_BATCH_STEP_and_tt;
    pt_batch_step *step = add_step(p, kernel, out);
    set_condition(p, step, &a);
    step->a = p->slots[a.node];
    step->b = step->y = p->slots[b.node];
    step->low_y = b.low;
    step->span_y = b.span;
    step->flip = a.flip;
    step->other = b.flip;
    step->last = last;
}

static void select_step(planner *p, uint16_t index, uint16_t out)
{
    const batch_node *node = &p->nodes->nodes[index];
    chain all = chain_of(p, index);
    if (all.count > 1)
        chain_step(p, &all, node->bytes, out);
    else if (chooses_ranges(p, node))
        choose_step(p, node, out);
    else
        one_select_step(p, node, out);
}

static void range_step(planner *p, const batch_node *node, uint16_t out)
{
    uint8_t bytes = p->nodes->nodes[node->a].bytes;
    pt_batch_step *step = add_step(p, kernel_for(PT_BATCH_STEP_range_8, bytes), out);
    step->a = p->slots[node->a];
    step->low = node->k;
    step->span = node->m - node->k;
}

static void convert_step(planner *p, const batch_node *node, uint16_t out)
{
    static const uint16_t kernels[9][9] = {
        [1] = {[2] = PT_BATCH_STEP_convert_8_16,
               [4] = PT_BATCH_STEP_convert_8_32,
               [8] = PT_BATCH_STEP_convert_8_64},
        [2] = {[1] = PT_BATCH_STEP_convert_16_8,
               [4] = PT_BATCH_STEP_convert_16_32,
               [8] = PT_BATCH_STEP_convert_16_64},
        [4] = {[1] = PT_BATCH_STEP_convert_32_8,
               [2] = PT_BATCH_STEP_convert_32_16,
               [8] = PT_BATCH_STEP_convert_32_64},
        [8] = {[1] = PT_BATCH_STEP_convert_64_8,
               [2] = PT_BATCH_STEP_convert_64_16,
               [4] = PT_BATCH_STEP_convert_64_32},
    };
    uint8_t from = p->nodes->nodes[node->a].bytes;
    add_step(p, kernels[from][node->bytes], out)->a = p->slots[node->a];
}

static void arithmetic_step(planner *p, const batch_node *node, uint16_t kernel, uint16_t out)
{
    pt_batch_step *step = add_step(p, kernel, out);
    step->a = p->slots[node->a];
    step->b = p->slots[node->b];
    step->k = node->k;
    step->m = node->m;
}

static void look_up_step(planner *p, const batch_node *node, uint16_t out)
{
    const batch_table *table = &p->nodes->tables[node->k];
    pt_batch_step *step = add_step(p, PT_BATCH_STEP_look_up, out);
    step->a = p->slots[node->a];
    step->table = table->entries;
    step->low = table->first;
    step->span = (int64_t)table->count - 1;
}

static void not_step(planner *p, const batch_node *node, uint16_t out)
{
    pt_batch_step *step = add_step(p, PT_BATCH_STEP_copy_8, out);
    step->a = p->slots[node->a];
    step->flip = 1;
}

static void step_for(planner *p, uint16_t index, uint16_t out)
{
    const batch_node *node = &p->nodes->nodes[index];
    const batch_node *of = &p->nodes->nodes[node->a];
    switch ((batch_node_kind)node->kind) {
    case BATCH_CONSTANT:
        add_step(p, kernel_for(PT_BATCH_STEP_fill_8, node->bytes), out)->k = node->k;
        return;
    case BATCH_INPUT: return;
    case BATCH_RANGE: range_step(p, node, out); return;
    case BATCH_AND: and_step(p, node, out, p->inverted[index]); return;
    case BATCH_SELECT: select_step(p, index, out); return;
    case BATCH_CONVERT: convert_step(p, node, out); return;
    case BATCH_LOOK_UP: look_up_step(p, node, out); return;
    case BATCH_NOT: not_step(p, node, out); return;
    case BATCH_AT_MOST:
        arithmetic_step(p, node, kernel_for(PT_BATCH_STEP_at_most_8, of->bytes), out);
        return;
    case BATCH_SCALE:
        arithmetic_step(
            p, node,
            kernel_for(node->m == 1 ? PT_BATCH_STEP_plus_8 : PT_BATCH_STEP_scale_8, node->bytes),
            out);
        return;
    case BATCH_ADD:
        arithmetic_step(p, node, kernel_for(PT_BATCH_STEP_add_8, node->bytes), out);
        return;
    case BATCH_SUBTRACT:
        arithmetic_step(p, node, kernel_for(PT_BATCH_STEP_subtract_8, node->bytes), out);
        return;
    case BATCH_MULTIPLY:
        arithmetic_step(p, node,
                        p->nodes->nodes[node->b].bytes == 1 ? PT_BATCH_STEP_multiply_16_8
                                                            : PT_BATCH_STEP_multiply_16_16,
                        out);
        return;
    }
}

/* --- The plan ------------------------------------------------------------------------------- */

/* The first output that asks for a node gets it made in place; inputs and repeats are copied. */
static bool made_in_place(planner *p, uint16_t node, uint16_t out)
{
    if (p->nodes->nodes[node].kind == BATCH_INPUT)
        return false;
    if (p->slots[node] != NO_SLOT)
        return p->slots[node] == out;
    p->slots[node] = out;
    return true;
}

static void copy_step(planner *p, uint16_t node, uint16_t out)
{
    uint8_t bytes = p->nodes->nodes[node].bytes;
    pt_batch_step *step = add_step(p, kernel_for(PT_BATCH_STEP_plus_8, bytes), out);
    step->a = p->slots[node];
}

/* An outcome that is the opposite of an AND is made by that AND; its other readers know. */
static void invert(planner *p, uint16_t result)
{
    const batch_node *node = &p->nodes->nodes[result];
    bool fits = node->kind == BATCH_NOT && p->nodes->nodes[node->a].kind == BATCH_AND &&
                !p->raw[node->a] && p->slots[node->a] == NO_SLOT;
    if (!fits)
        return;
    p->inverted[node->a] = true;
    p->needed[result] = false;
    p->slots[node->a] = p->slots[result];
}

static size_t operands(const batch_node *node, uint16_t read[3])
{
    switch ((batch_node_kind)node->kind) {
    case BATCH_CONSTANT:
    case BATCH_INPUT: return 0;
    case BATCH_RANGE:
    case BATCH_NOT:
    case BATCH_SCALE:
    case BATCH_LOOK_UP:
    case BATCH_CONVERT: read[0] = node->a; return 1;
    case BATCH_SELECT: read[2] = node->x; break;
    case BATCH_AT_MOST:
    case BATCH_AND:
    case BATCH_ADD:
    case BATCH_SUBTRACT:
    case BATCH_MULTIPLY: break;
    }
    read[0] = node->a;
    read[1] = node->b;
    return node->kind == BATCH_SELECT ? 3 : 2;
}

static void count_uses(const batch_nodes *nodes, const uint16_t *results, size_t result_count,
                       uint16_t *uses)
{
    for (size_t o = 0; o < result_count; o++)
        uses[results[o]]++;
    for (size_t i = nodes->count; i-- > 0;) {
        uint16_t read[3];
        size_t count = uses[i] == 0 ? 0 : operands(&nodes->nodes[i], read);
        for (size_t r = 0; r < count; r++)
            if (uses[read[r]] < FOREVER)
                uses[read[r]]++;
    }
}

static bool start(planner *p, pt_arena *arena, const uint16_t *results)
{
    size_t count = p->nodes->count;
    size_t slots = count + callers_slots(p);
    if (slots >= NO_SLOT)
        return false;
    uint16_t *uses = PT_NEW_ARRAY(arena, count, uint16_t);
    count_uses(p->nodes, results, p->batch->output_count, uses);
    p->uses = uses;
    p->steps = PT_NEW_ARRAY(arena, slots, pt_batch_step);
    p->needed = PT_NEW_ARRAY(arena, count, bool);
    p->slots = PT_NEW_ARRAY(arena, count, uint16_t);
    p->last_use = PT_NEW_ARRAY(arena, count, uint16_t);
    p->raw = PT_NEW_ARRAY(arena, count, bool);
    p->inverted = PT_NEW_ARRAY(arena, count, bool);
    p->cells = PT_NEW_ARRAY(arena, 8 * slots, scratch_cell);
    for (size_t i = 0; i < 8 * slots; i++)
        p->cells[i].slot = NO_SLOT;
    p->offsets = PT_NEW_ARRAY(arena, slots, uint32_t);
    memset(p->slots, 0xFF, count * sizeof *p->slots);
    p->batch->slot_count = callers_slots(p);
    for (uint16_t o = 0; o < p->batch->output_count; o++) {
        need_raw(p, results[o], FOREVER);
        made_in_place(p, results[o], (uint16_t)(p->batch->input_count + o));
    }
    for (size_t i = count; i-- > 0;)
        if (p->needed[i])
            need_operands(p, (uint16_t)i);
    for (uint16_t o = 0; o < p->batch->output_count; o++)
        invert(p, results[o]);
    return true;
}

static bool names(const pt_batch_step *step, uint16_t slot)
{
    bool found = step->out == slot || step->a == slot || step->b == slot || step->x == slot ||
                 step->y == slot || step->z == slot;
    for (int i = 0; i < PT_BATCH_LINKS; i++)
        found = found || step->asks[i].slot == slot;
    return found;
}

/* The outputs in the order of the last step that names them. */
static void find_finished(pt_arena *arena, const planner *p, pt_batch *batch)
{
    uint16_t *finished = PT_NEW_ARRAY(arena, batch->output_count, uint16_t);
    uint16_t *done = PT_NEW_ARRAY(arena, batch->output_count, uint16_t);
    for (uint16_t o = 0; o < batch->output_count; o++) {
        size_t last = p->count - 1;
        while (!names(&p->steps[last], (uint16_t)(batch->input_count + o)))
            last--;
        uint16_t at = o;
        for (; at > 0 && done[at - 1] > last; at--) {
            done[at] = done[at - 1];
            finished[at] = finished[at - 1];
        }
        done[at] = (uint16_t)last;
        finished[at] = o;
    }
    batch->finished = finished;
    batch->done = done;
}

bool batch_steps(pt_arena *arena, const batch_nodes *nodes, const uint16_t *results,
                 pt_batch *batch)
{
    planner p = {.nodes = nodes, .batch = batch};
    if (!start(&p, arena, results))
        return false;
    for (uint16_t i = 0; i < nodes->count; i++)
        if (p.needed[i]) {
            place(&p, i);
            step_for(&p, i, p.slots[i]);
        }
    for (uint16_t o = 0; o < batch->output_count; o++) {
        uint16_t out = (uint16_t)(batch->input_count + o);
        if (p.slots[results[o]] != out)
            copy_step(&p, results[o], out);
    }
    find_finished(arena, &p, batch);
    batch->steps = p.steps;
    batch->step_count = p.count;
    batch->offsets = p.offsets;
    return true;
}
