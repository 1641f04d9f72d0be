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
    const char *label; /* words that stand before it and are part of it; NULL: none */
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
    bool moves[PT_FOREST_INPUTS]; /* its words say how an outcome moves: "gaat van nee naar ja" */
    bool near[PT_FOREST_INPUTS];  /* stands for a mover that is put in elsewhere (linked.h) */
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
    const char *prefix; /* before the names of inputs that are met or grafted; NULL: none */
    bool full; /* more inputs or atoms than fit: nothing more is added, nothing is proved */
    bool free; /* leans on a function without trees */
    bool marks_reasons; /* set by the caller: a leaf of a tree is marked with its reason */
} pt_forest;

/* How the inputs of a function are known to the forest; NULL stands for: by their own names. */
typedef struct pt_forest_places {
    const char **names;                 /* by input */
    const pt_forest_leaf *const *given; /* by input: an outcome that stands in its place, or NULL */
} pt_forest_places;

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

/* Takes in one input of `side` under another name. */
void pt_forest_meet_as(pt_forest *forest, pt_side side, const pt_input *input, const char *name);

/* Takes in what only Lua can answer, as an input. */
void pt_forest_meet_free(pt_forest *forest, pt_side side, const pt_function *function);

/* Takes in an input of words of its own; its number, or PT_NO_INDEX when it does not fit. */
uint16_t pt_forest_meet_words(pt_forest *forest, const char *name, const char **words,
                              uint16_t count);

/* The root of the tree of `function` on `day`, with `forks` behind it; `places` may be NULL. */
uint32_t pt_forest_add(pt_forest *forest, pt_side side, const pt_function *function, pt_date day,
                       const pt_forest_places *places, const pt_forks *forks);

/* The same nodes with another node in the place of each leaf. */
typedef uint32_t (*pt_forest_behind)(void *context, uint32_t leaf);
uint32_t pt_forest_continue(pt_forest *forest, uint32_t root, pt_forest_behind behind,
                            void *context);

/* The atom of an input. */
uint16_t pt_forest_atom(pt_forest *forest, uint16_t input);

/* The leaf of a constant of `side`. */
uint32_t pt_forest_value(pt_forest *forest, pt_side side, pt_value value);

/* A node that is not of any text. */
uint32_t pt_forest_branch(pt_forest *forest, const pt_test *test, uint32_t yes, uint32_t no);

/* The leaf of an input as a form, and a leaf of words that stand for nothing else. */
uint32_t pt_forest_input_leaf(pt_forest *forest, uint16_t input);
uint32_t pt_forest_label(pt_forest *forest, const char *words);

/* A leaf with words before it: "6 weken na ", or what it was when it is an absence. */
uint32_t pt_forest_labelled(pt_forest *forest, uint32_t leaf, const char *words);

/* The same nodes with each leaf marked by words that make it another one: its label begins with
 * them, also when it is an absence. */
uint32_t pt_forest_marked(pt_forest *forest, uint32_t root, const char *words);

/* Does a word of an input that moves say so itself: "gaat van ...", "wordt later"? */
bool pt_forest_is_verb(const char *word);

/* A leaf in words. */
const char *pt_forest_leaf_words(const pt_forest *forest, const pt_forest_leaf *leaf);

/* The value of input number `input` as a value of `own`, of `side`; false: it has no such word. */
bool pt_forest_back(const pt_forest *forest, pt_side side, const pt_input *own, uint16_t input,
                    pt_value value, pt_value *back);

/* What an input of a function is called under the prefix of now: "school" + "soort". */
const char *pt_forest_name(const pt_forest *forest, const pt_input *input);

/* The number of the input with this name; PT_NO_INDEX when there is none. */
uint16_t pt_forest_input(const pt_forest *forest, const char *name);

/* The tree of a function on a day; NULL when there is none. */
const pt_tree *pt_function_tree(const pt_function *function, pt_date day);

/* Adds to, or takes from, what a test of `function` is about; the difference of two forms. */
bool pt_forest_subtract(pt_forest *forest, const pt_form *a, const pt_form *b, pt_form *difference);

#endif
