/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A case that takes a given path of a tree: a value for every input, from the constraints that the
 * tests of the path leave. Values are as plain as those allow: 0, nee, the first word, 1 August
 * 2026. Calls of calendar words are not solved for, so whoever relies on the case evaluates it.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_WITNESS_H
#define PT_ANALYSE_WITNESS_H

#include "model/constraints.h"
#include "model/pack.h"

/* A value within the bounds of the type and on one of its steps, near `wanted`. */
pt_value pt_value_near(const pt_type *type, int64_t wanted);

/* How far apart the values of a type lie; false for words and ja/nee. */
bool pt_value_step(const pt_type *type, int64_t *step);

/* The plainest value of an input; a parameter has the value of the first day of `period`. */
pt_value pt_witness_plain(const pt_pack *pack, const pt_input *input, const pt_tree_period *period);

/* Fills in `inputs`, one per input of the function; `known`, of a whole path, is narrowed to it. */
void pt_witness_point(const pt_pack *pack, const pt_function *function,
                      const pt_tree_period *period, pt_constraints *known, pt_value *inputs);

/* "school_soort = vo, uren = 16"; without the parameters, for the law says those. */
const char *pt_witness_words(pt_arena *arena, const pt_pack *pack, const pt_function *function,
                             const pt_value *inputs);

#endif
