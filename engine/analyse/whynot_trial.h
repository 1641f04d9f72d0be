/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A situation with other facts: what the rules then give, and which facts their paths read.
 * Rules are worked out when asked for and kept until a fact changes.
 */
#ifndef PT_ANALYSE_WHYNOT_TRIAL_H
#define PT_ANALYSE_WHYNOT_TRIAL_H

#include "analyse/agree.h"
#include "model/situation.h"

typedef struct pt_trial {
    const pt_situation *situation;
    pt_tree_reading trees;
    pt_value *facts;    /* set through pt_trial_set */
    pt_value *outcomes; /* by rule, those with the stamp of now */
    uint32_t *stamps;
    uint32_t *marks; /* by rule: its path has been read */
    bool *busy;
    bool *live;    /* by rule: a fact that changes may reach it */
    bool *reaches; /* by rule, room for analyse/whynot_values */
    bool *visited;
    uint32_t stamp;
    size_t evaluated; /* functions so far: the measure of work */
} pt_trial;

pt_trial pt_trial_create(pt_arena *arena, const pt_situation *situation, pt_tree_reading trees);

void pt_trial_set(pt_trial *trial, uint32_t fact, pt_value value);

pt_value pt_trial_rule(pt_trial *trial, uint32_t rule);

/* Fills the inputs of a function; false when one that it relies on is not there. */
bool pt_trial_inputs(pt_trial *trial, const pt_situated_function *function, pt_value *inputs);

/* Sets `read` of every fact that could turn what the root gives now. */
void pt_trial_read(pt_trial *trial, bool *read);

/* Does the exception hold now? */
bool pt_trial_exception(pt_trial *trial, const pt_situated_exception *exception);

/* The inputs of the function that an atom or a form is made of, as bits. */
uint32_t pt_inputs_of_atom(const pt_tree *tree, uint16_t atom);
uint32_t pt_inputs_of_form(const pt_tree *tree, const pt_form *form);
uint32_t pt_inputs_of_test(const pt_tree *tree, const pt_test *test);

#endif
