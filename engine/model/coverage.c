/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/coverage.h"

/* --- Trees ------------------------------------------------------------------------------------ */

static bool same_place(pt_position a, pt_position b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

static bool same_node(const pt_node *a, const pt_node *b)
{
    if (a->is_leaf != b->is_leaf)
        return false;
    if (a->is_leaf)
        return same_place(a->leaf.at, b->leaf.at);
    return a->yes == b->yes && a->no == b->no && same_place(a->test.at, b->test.at) &&
           a->test.kind == b->test.kind && a->test.wording == b->test.wording &&
           a->test.mask == b->test.mask;
}

static bool same_shape(const pt_tree *a, const pt_tree *b)
{
    bool same = a->node_count == b->node_count && a->root == b->root;
    for (size_t i = 0; same && i < a->node_count; i++)
        same = same_node(&a->nodes[i], &b->nodes[i]);
    return same;
}

/* Children stand before their parents, so one pass is enough. */
static const uint32_t *count_paths(pt_arena *arena, const pt_tree *tree)
{
    uint32_t *below = PT_NEW_ARRAY(arena, tree->node_count, uint32_t);
    for (size_t i = 0; i < tree->node_count; i++) {
        const pt_node *node = &tree->nodes[i];
        below[i] = node->is_leaf ? 1 : below[node->yes] + below[node->no];
    }
    return below;
}

static uint32_t take(uint32_t *next, size_t count)
{
    uint32_t first = *next;
    *next += (uint32_t)count;
    return first;
}

static uint32_t place_tree(pt_arena *arena, pt_coverage_function *of, const pt_tree *tree,
                           uint32_t *next)
{
    for (size_t i = 0; i < of->tree_count; i++)
        if (same_shape(of->trees[i].tree, tree))
            return (uint32_t)i;
    pt_coverage_tree *made = &of->trees[of->tree_count];
    made->tree = tree;
    made->below = count_paths(arena, tree);
    made->path_count = made->below[tree->root];
    made->first_node = take(next, 2 * tree->node_count);
    made->first_path = take(next, made->path_count);
    return (uint32_t)of->tree_count++;
}

static void place_function(pt_arena *arena, pt_coverage_function *of, const pt_function *function,
                           uint32_t *next)
{
    of->trees = PT_NEW_ARRAY(arena, function->period_count, pt_coverage_tree);
    of->of_period = PT_NEW_ARRAY(arena, function->period_count, uint32_t);
    for (size_t i = 0; i < function->period_count; i++)
        of->of_period[i] = place_tree(arena, of, function->periods[i].tree, next);
}

/* --- The whole -------------------------------------------------------------------------------- */

const pt_coverage_plan *pt_coverage_plan_create(pt_arena *arena, const pt_pack *pack)
{
    pt_coverage_plan *plan = PT_NEW(arena, pt_coverage_plan);
    uint32_t next = 0;
    plan->pack = pack;
    plan->first_function = take(&next, pack->function_count);
    plan->functions = PT_NEW_ARRAY(arena, pack->function_count, pt_coverage_function);
    for (uint32_t i = 0; i < pack->function_count; i++)
        place_function(arena, &plan->functions[i], pack->functions[i], &next);
    plan->first_rule = take(&next, pack->rule_count);
    plan->first_exception = take(&next, pack->exception_count);
    plan->first_ground = PT_NEW_ARRAY(arena, pack->block_count, uint32_t);
    for (uint32_t i = 0; i < pack->block_count; i++)
        plan->first_ground[i] = take(&next, pack->blocks[i].ground_count);
    plan->first_duty = take(&next, (size_t)pack->duty_count * PT_DUTY_STATUSES);
    plan->first_event = take(&next, pack->event_count);
    plan->first_window = take(&next, pack->window_count);
    plan->first_list = take(&next, pack->list_count);
    plan->first_value = PT_NEW_ARRAY(arena, pack->parameter_count, uint32_t);
    for (uint16_t i = 0; i < pack->parameter_count; i++)
        plan->first_value[i] = take(&next, pack->parameters[i].value_count);
    plan->count = next;
    return plan;
}

pt_coverage pt_coverage_create(pt_arena *arena, const pt_coverage_plan *plan)
{
    return (pt_coverage){plan, PT_NEW_ARRAY(arena, plan->count, uint64_t)};
}

const pt_coverage_tree *pt_coverage_tree_of(const pt_coverage_plan *plan,
                                            const pt_function *function, size_t period)
{
    const pt_coverage_function *of = &plan->functions[function->number];
    return &of->trees[of->of_period[period]];
}

uint32_t pt_coverage_value(const pt_coverage_plan *plan, const pt_parameter *parameter,
                           const pt_parameter_value *row)
{
    return plan->first_value[parameter - plan->pack->parameters] +
           (uint32_t)(row - parameter->values);
}
