/* SPDX-License-Identifier: EUPL-1.2 */
/* Nodes to steps: what is needed, in what slot, and which comparisons stand inside their users. */
#include <string.h>

#include "run/batch_nodes.h"

enum { NO_SLOT = 0xFFFF, FOREVER = 0xFFFF };

/* A slot of the scratch that may be used again by lanes of the same width. */
typedef struct scratch_slot {
    uint8_t bytes;
    uint16_t free_from; /* the node that may write it, FOREVER while it is read */
} scratch_slot;

typedef struct planner {
    const batch_nodes *nodes;
    pt_batch *batch;
    pt_batch_step *steps;
    size_t count;
    bool *needed;
    uint16_t *slots;    /* of nodes */
    uint16_t *last_use; /* of nodes: the last node that reads it */
    scratch_slot *scratch;
    uint32_t *offsets;
} planner;

/* A truth as a condition: in a range of lanes of one byte, or a column of truths, perhaps not. */
typedef struct condition {
    uint16_t node; /* whose lanes are read */
    bool in_range;
    bool flip;
    int64_t low;
    int64_t span;
} condition;

static condition condition_of(const planner *p, uint16_t truth)
{
    const batch_node *node = &p->nodes->nodes[truth];
    condition c = {.node = truth};
    if (node->kind == BATCH_NOT) {
        c.flip = true;
        c.node = node->a;
        node = &p->nodes->nodes[c.node];
    }
    if (node->kind == BATCH_RANGE && p->nodes->nodes[node->a].bytes == 1) {
        c.in_range = true;
        c.node = node->a;
        c.low = node->k;
        c.span = node->m - node->k;
    }
    return c;
}

static bool is_constant(const planner *p, uint16_t node)
{
    return p->nodes->nodes[node].kind == BATCH_CONSTANT;
}

/* --- What is needed ------------------------------------------------------------------------- */

static void need(planner *p, uint16_t node, uint16_t user)
{
    p->needed[node] = true;
    if (p->last_use[node] < user)
        p->last_use[node] = user;
}

static void need_condition(planner *p, uint16_t truth, uint16_t user)
{
    need(p, condition_of(p, truth).node, user);
}

static void need_arm(planner *p, uint16_t arm, uint16_t user)
{
    if (!is_constant(p, arm))
        need(p, arm, user);
}

static void need_operands(planner *p, uint16_t user)
{
    const batch_node *node = &p->nodes->nodes[user];
    switch ((batch_node_kind)node->kind) {
    case BATCH_CONSTANT:
    case BATCH_INPUT: return;
    case BATCH_AND:
        need_condition(p, node->b, user);
        need_condition(p, node->a, user);
        return;
    case BATCH_SELECT:
        need_condition(p, node->x, user);
        need_arm(p, node->a, user);
        need_arm(p, node->b, user);
        return;
    case BATCH_AT_MOST:
    case BATCH_ADD:
    case BATCH_SUBTRACT:
    case BATCH_MULTIPLY: need(p, node->b, user); break;
    case BATCH_RANGE:
    case BATCH_NOT:
    case BATCH_SCALE:
    case BATCH_CONVERT: break;
    }
    need(p, node->a, user);
}

/* --- Slots ---------------------------------------------------------------------------------- */

static uint16_t callers_slots(const planner *p)
{
    return (uint16_t)(p->batch->input_count + p->batch->output_count);
}

/* A slot for `node`, not one that a column it is made from still stands in. */
static uint16_t slot_for(planner *p, uint16_t node)
{
    uint8_t bytes = p->nodes->nodes[node].bytes;
    uint16_t slot = callers_slots(p);
    while (slot < p->batch->slot_count &&
           (p->scratch[slot].bytes != bytes || p->scratch[slot].free_from >= node))
        slot++;
    if (slot == p->batch->slot_count) {
        p->scratch[slot].bytes = bytes;
        p->offsets[slot] = p->batch->lane_bytes;
        p->batch->lane_bytes += bytes;
        p->batch->slot_count++;
    }
    p->scratch[slot].free_from = p->last_use[node];
    return slot;
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

/* Arms in the order of the kernels; a constant in the first only becomes one in the second. */
static void select_step(planner *p, const batch_node *node, uint16_t out)
{
    condition c = condition_of(p, node->x);
    uint16_t a = c.flip ? node->b : node->a;
    uint16_t b = c.flip ? node->a : node->b;
    bool constant_a = is_constant(p, a);
    bool constant_b = is_constant(p, b);
    uint16_t first = c.in_range ? PT_BATCH_STEP_range_kk_8 : PT_BATCH_STEP_select_kk_8;
    uint16_t arms = (uint16_t)(constant_a ? (constant_b ? 0 : 1) : (constant_b ? 2 : 3));
    pt_batch_step *step = add_step(p, kernel_for((uint16_t)(first + arms), node->bytes), out);
    set_condition(p, step, &c);
    step->a = constant_a ? 0 : p->slots[a];
    step->b = constant_b ? 0 : p->slots[b];
    step->k = p->nodes->nodes[constant_a ? a : b].k;
    step->m = p->nodes->nodes[b].k;
}

static void and_step(planner *p, const batch_node *node, uint16_t out)
{
    condition a = condition_of(p, node->a);
    condition b = condition_of(p, node->b);
    if (b.in_range && !a.in_range) {
        condition between = a;
        a = b;
        b = between;
    }
    uint16_t kernel = b.in_range   ? PT_BATCH_STEP_and_rr
                      : a.in_range ? PT_BATCH_STEP_and_rt
                                   : PT_BATCH_STEP_and_tt;
    pt_batch_step *step = add_step(p, kernel, out);
    set_condition(p, step, &a);
    step->a = p->slots[a.node];
    step->b = step->y = p->slots[b.node];
    step->low_y = b.low;
    step->span_y = b.span;
    step->flip = a.flip;
    step->other = b.flip;
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
    case BATCH_AND: and_step(p, node, out); return;
    case BATCH_SELECT: select_step(p, node, out); return;
    case BATCH_CONVERT: convert_step(p, node, out); return;
    case BATCH_NOT: not_step(p, node, out); return;
    case BATCH_AT_MOST:
        arithmetic_step(p, node, kernel_for(PT_BATCH_STEP_at_most_8, of->bytes), out);
        return;
    case BATCH_SCALE:
        arithmetic_step(p, node, kernel_for(PT_BATCH_STEP_scale_8, node->bytes), out);
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

/* A copy is a select whose arms are one column, of whatever width. */
static void copy_step(planner *p, uint16_t node, uint16_t out)
{
    uint8_t bytes = p->nodes->nodes[node].bytes;
    pt_batch_step *step = add_step(p, kernel_for(PT_BATCH_STEP_scale_8, bytes), out);
    step->a = p->slots[node];
    step->m = 1;
}

static bool start(planner *p, pt_arena *arena, const uint16_t *results)
{
    size_t count = p->nodes->count;
    size_t slots = count + callers_slots(p);
    if (slots >= NO_SLOT)
        return false;
    p->steps = PT_NEW_ARRAY(arena, slots, pt_batch_step);
    p->needed = PT_NEW_ARRAY(arena, count, bool);
    p->slots = PT_NEW_ARRAY(arena, count, uint16_t);
    p->last_use = PT_NEW_ARRAY(arena, count, uint16_t);
    p->scratch = PT_NEW_ARRAY(arena, slots, scratch_slot);
    p->offsets = PT_NEW_ARRAY(arena, slots, uint32_t);
    memset(p->slots, 0xFF, count * sizeof *p->slots);
    p->batch->slot_count = callers_slots(p);
    for (uint16_t o = 0; o < p->batch->output_count; o++) {
        need(p, results[o], FOREVER);
        made_in_place(p, results[o], (uint16_t)(p->batch->input_count + o));
    }
    for (size_t i = count; i-- > 0;)
        if (p->needed[i])
            need_operands(p, (uint16_t)i);
    return true;
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
    batch->steps = p.steps;
    batch->step_count = p.count;
    batch->offsets = p.offsets;
    return true;
}
