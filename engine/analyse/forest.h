/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Trees of two packs in one store, so that they can be held against each other: inputs are the same
 * when they bear the same name, words of choices when they are spelt the same, and nodes are shared
 * (hash-consed), so that equal subtrees of the two have the same number.
 *
 * Normal use: create, meet all functions that will be added (that settles the types of inputs),
 * then add them.
 *
 *     side BEFORE: tree of the function --\
 *                                          >-- one array of nodes over one array of atoms
 *     side AFTER:  tree of the function --/
 *
 * Threads: one forest, one thread. Everything lives in the arena of the forest.
 */
#ifndef PT_ANALYSE_FOREST_H
#define PT_ANALYSE_FOREST_H

#include "model/pack.h"

typedef enum pt_side { PT_BEFORE, PT_AFTER, PT_SIDES } pt_side;

enum { PT_FOREST_INPUTS = 128, PT_FOREST_ATOMS = 256 };

/* An outcome: an absence, a word, or a form in the units of `type`. */
typedef struct pt_forest_leaf {
    pt_value value; /* UNKNOWN, NONE or any other; CHOICE: `amount` is a number among all words */
    bool is_form;
    pt_form form;
    pt_type type;
} pt_forest_leaf;

typedef struct pt_forest_node {
    bool is_leaf;
    uint32_t yes;
    uint32_t no;
    pt_test test;
    pt_forest_leaf leaf;
} pt_forest_node;

typedef struct pt_forest {
    pt_arena *arena;
    const pt_pack *packs[PT_SIDES];
    pt_pack words;         /* the later pack, with choices of both: to put conditions into words */
    pt_function inputs_of; /* stands for all functions: the inputs of both sides by name */
    pt_input inputs[PT_FOREST_INPUTS];
    pt_atom atoms[PT_FOREST_ATOMS];
    size_t atom_count;
    pt_tree tree; /* the atoms, to put conditions into words */
    pt_forest_node *nodes;
    size_t node_count;
    size_t node_capacity;
    pt_map known_nodes;
    pt_map known_words;
    pt_choice *choices;
    size_t choice_capacity;
    bool full; /* more inputs or atoms than fit: nothing more is added, nothing is proved */
    bool free; /* leans on a function without trees */
} pt_forest;

/* Where to go on behind the answer of a function. */
typedef struct pt_forks {
    bool outcome; /* its value is the outcome; else `yes` for ja, `no` for all else */
    uint32_t yes;
    uint32_t no;
    uint32_t unknown; /* a strict input is onbekend */
    uint32_t none;    /* or geen */
} pt_forks;

pt_forest *pt_forest_create(pt_arena *arena, const pt_pack *before, const pt_pack *after);

/* Takes in the inputs of a function that will be added. */
void pt_forest_meet(pt_forest *forest, pt_side side, const pt_function *function);

/* The root of the tree of `function` on `day`, with `forks` behind it. */
uint32_t pt_forest_add(pt_forest *forest, pt_side side, const pt_function *function, pt_date day,
                       const pt_forks *forks);

/* The leaf of a constant of `side`. */
uint32_t pt_forest_value(pt_forest *forest, pt_side side, pt_value value);

/* A node that is not of any text. */
uint32_t pt_forest_branch(pt_forest *forest, const pt_test *test, uint32_t yes, uint32_t no);

/* A leaf in words. */
const char *pt_forest_leaf_words(const pt_forest *forest, const pt_forest_leaf *leaf);

/* A value of an input of the forest as a value of `side`; false when it has no such word. */
bool pt_forest_back(const pt_forest *forest, pt_side side, const pt_input *own, pt_value value,
                    pt_value *back);

/* The number of the input with this name; PT_NO_INDEX when there is none. */
uint16_t pt_forest_input(const pt_forest *forest, const char *name);

/* The tree of a function on a day; NULL when there is none. */
const pt_tree *pt_function_tree(const pt_function *function, pt_date day);

/* Adds to, or takes from, what a test of `function` is about; the difference of two forms. */
bool pt_forest_subtract(pt_forest *forest, const pt_form *a, const pt_form *b, pt_form *difference);

#endif
