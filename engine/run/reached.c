/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/reached.h"

void pt_reached_function(const pt_world *world, const pt_function *function)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage,
                          world->coverage->plan->first_function + function->number);
}

static void count_path(const pt_coverage *coverage, const pt_coverage_tree *shared,
                       const pt_tree *tree, const pt_trace *trace)
{
    uint32_t at = tree->root;
    uint32_t path = 0;
    for (size_t i = 0; i < trace->count; i++) {
        const pt_trace_step *step = &trace->steps[i];
        const pt_node *node = &tree->nodes[step->node];
        pt_coverage_count(coverage, shared->first_node + 2 * step->node + (step->answer ? 1 : 0));
        path += step->answer ? 0 : shared->below[node->yes];
        at = step->answer ? node->yes : node->no;
    }
    pt_coverage_count(coverage, shared->first_node + 2 * at);
    pt_coverage_count(coverage, shared->first_path + path);
}

/* The tree is walked once more, so that a world without coverage pays for no trace. */
void pt_reached_path(const pt_world *world, const pt_function *function,
                     const pt_tree_period *period, const pt_moment *moment)
{
    if (world->coverage == NULL)
        return;
    pt_trace_step steps[PT_LIMIT_TREE_DEPTH];
    pt_trace trace = {.steps = steps, .capacity = PT_LIMIT_TREE_DEPTH};
    pt_tree_evaluate(period->tree, moment, &trace);
    const pt_coverage_tree *shared =
        pt_coverage_tree_of(world->coverage->plan, function, (size_t)(period - function->periods));
    count_path(world->coverage, shared, period->tree, &trace);
}

void pt_reached_rule(const pt_world *world, uint16_t rule)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage, world->coverage->plan->first_rule + rule);
}

void pt_reached_ground(const pt_world *world, uint32_t block, const pt_ground *ground)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage,
                          world->coverage->plan->first_ground[block] +
                              (uint32_t)(ground - world->pack->blocks[block].grounds));
}

void pt_reached_exception(const pt_world *world, uint16_t exception)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage, world->coverage->plan->first_exception + exception);
}

void pt_reached_duty(const pt_world *world, const pt_duty_state *state)
{
    if (world->coverage != NULL && state->version != PT_NO_INDEX)
        pt_coverage_count(world->coverage, world->coverage->plan->first_duty +
                                               (uint32_t)state->version * PT_DUTY_STATUSES +
                                               state->status);
}

void pt_reached_window(const pt_world *world, uint16_t window)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage, world->coverage->plan->first_window + window);
}

void pt_reached_list(const pt_world *world, uint16_t list)
{
    if (world->coverage != NULL)
        pt_coverage_count(world->coverage, world->coverage->plan->first_list + list);
}

void pt_reached_value(const pt_world *world, const pt_parameter *parameter,
                      const pt_parameter_value *row)
{
    if (world->coverage != NULL && row != NULL)
        pt_coverage_count(world->coverage,
                          pt_coverage_value(world->coverage->plan, parameter, row));
}

void pt_reached_events(const pt_world *world)
{
    for (uint16_t i = 0; world->coverage != NULL && i < world->pack->event_count; i++)
        world->coverage->counts[world->coverage->plan->first_event + i] += world->happened[i];
}
