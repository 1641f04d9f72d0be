/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Counts what an evaluation reaches, in world->coverage. With none there (NULL) each of these is
 * one comparison.
 */
#ifndef PT_RUN_REACHED_H
#define PT_RUN_REACHED_H

#include "run/tree_evaluate.h"
#include "run/world.h"

/* A function is asked for; then, when its tree answers, the path that the inputs take. */
void pt_reached_function(const pt_world *world, const pt_function *function);
void pt_reached_path(const pt_world *world, const pt_function *function,
                     const pt_tree_period *period, const pt_moment *moment);

/* The version of a rule is in force; the ground of a block applies; an exception holds. */
void pt_reached_rule(const pt_world *world, uint16_t rule);
void pt_reached_ground(const pt_world *world, uint32_t block, const pt_ground *ground);
void pt_reached_exception(const pt_world *world, uint16_t exception);

/* The state of a duty was worked out. */
void pt_reached_duty(const pt_world *world, const pt_duty_state *state);

void pt_reached_window(const pt_world *world, uint16_t window);
void pt_reached_list(const pt_world *world, uint16_t list);

/* A value of a parameter was used; `row` may be NULL. */
void pt_reached_value(const pt_world *world, const pt_parameter *parameter,
                      const pt_parameter_value *row);

/* Adds the events of the whole run; once, at its end. */
void pt_reached_events(const pt_world *world);

#endif
