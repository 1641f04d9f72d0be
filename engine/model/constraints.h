/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What is known on one path: which absences an atom can still have, which words, and the linear
 * tests taken so far. Decides whether a branch of the next test can be reached at all.
 *
 * Bounds on one atom and on the difference of two are decided exactly over whole numbers (a
 * difference-bound matrix, closed after each step). Other forms are bounded by intervals; a test
 * for which that can be too generous is marked opaque.
 */
#ifndef PT_MODEL_CONSTRAINTS_H
#define PT_MODEL_CONSTRAINTS_H

#include "model/tree.h"

enum { PT_MOST_ATOMS = 64, PT_MOST_FORMS = 32 };

/* What an atom can still be. */
enum { PT_CAN_BE_UNKNOWN = 1, PT_CAN_BE_NONE = 2, PT_CAN_BE_VALUE = 4 };

typedef struct pt_bounded_form {
    pt_form form; /* constant 0, first coefficient positive */
    int64_t low;
    int64_t high;
} pt_bounded_form;

typedef struct pt_constraints {
    size_t atom_count;
    uint8_t can_be[PT_MOST_ATOMS];
    uint64_t words[PT_MOST_ATOMS];
    int64_t step[PT_MOST_ATOMS];   /* its values lie this far apart */
    bool tested[PT_MOST_ATOMS];    /* stands in a linear test of this path */
    bool entangled[PT_MOST_ATOMS]; /* stands in one that is not decided exactly */
    /* difference[i][j]: the most that (atom i-1) - (atom j-1) can be; index 0 is the number 0 */
    int64_t difference[PT_MOST_ATOMS + 1][PT_MOST_ATOMS + 1];
    pt_bounded_form forms[PT_MOST_FORMS];
    size_t form_count;
} pt_constraints;

/* Nothing known, no atoms. */
void pt_constraints_start(pt_constraints *known);

/* Takes in the atoms from `known->atom_count` on, with the bounds of their types. */
void pt_constraints_meet(pt_constraints *known, const pt_atom *atoms, size_t atom_count);

/* Can `test` come out as `outcome`? */
bool pt_constraints_allow(const pt_constraints *known, const pt_test *test, bool outcome);

/* Takes in that `test` came out as `outcome`, which must be allowed. */
void pt_constraints_learn(pt_constraints *known, const pt_test *test, bool outcome);

/* Could the branches of this test be less than they seem? */
bool pt_constraints_opaque(const pt_constraints *known, const pt_atom *atoms, const pt_test *test);

#endif
