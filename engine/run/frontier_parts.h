/* SPDX-License-Identifier: EUPL-1.2 */
/* What run/frontier.c and run/frontier_moves.c share. */
#ifndef PT_RUN_FRONTIER_PARTS_H
#define PT_RUN_FRONTIER_PARTS_H

#include "run/frontier.h"

enum { PT_FRONTIER_FUNCTIONS = 64 };

/* A case that was found for an owner. */
typedef struct pt_frontier_found {
    pt_made_case made;
    pt_value outcome;
    uint64_t *goals; /* what it was made for, beside the paths it takes */
    size_t goal_count;
    size_t goal_capacity;
} pt_frontier_found;

/* An owner while, and after, it is sought for. */
typedef struct pt_frontier_work {
    bool begun;
    const pt_function *functions[PT_FRONTIER_FUNCTIONS];
    size_t function_count;
    pt_frontier_found **found;
    size_t found_count;
    size_t found_capacity;
    pt_frontier result;
} pt_frontier_work;

struct pt_frontier_search {
    pt_arena *arena;
    const pt_pack *pack;
    pt_probe probe;
    pt_frontier_work *rules;
    pt_frontier_work *duties;
    pt_frontier_work *lists;
    bool *reached; /* by counter: paths that a case kept for their owner takes */
    void (*step)(void *context);
    void *context;
};

/* A walk over one tree of one function, as far as the question in hand. */
typedef struct pt_frontier_walk {
    pt_frontier_search *search;
    pt_frontier_work *work;
    const pt_function *function;
    const pt_tree *tree;
    uint32_t shared; /* which tree, as counters have it */
    pt_date day;     /* on which it holds */
    pt_trace_step steps[PT_LIMIT_TREE_DEPTH];
    size_t depth;
    uint32_t node;      /* the question in hand */
    size_t spent;       /* cases asked for it */
    bool *edged;        /* by node: its boundary was sought */
    pt_made_case other; /* the case with the other answer, when one was found */
} pt_frontier_walk;

pt_frontier_work *pt_frontier_work_of(pt_frontier_search *search, pt_owner owner);

/* Keeps a case for its owner, once; NULL when a rule fails on it. */
pt_frontier_found *pt_frontier_keep(pt_frontier_search *search, pt_frontier_work *work,
                                    const pt_made_case *made);

void pt_frontier_add_goal(pt_frontier_search *search, pt_frontier_found *found, uint64_t goal);

/* A plain value of a fact on a day. */
pt_value pt_frontier_plain(const pt_type *type, pt_date day);

/* Asks, and gives what the function waits for as long as that helps. */
bool pt_frontier_settle(pt_frontier_walk *walk, pt_made_case *made);

/* Does the last case asked come to the function by the path of the walk? */
bool pt_frontier_on_path(const pt_frontier_walk *walk);

/* Settles a copy; is it then on the path, with this answer to the question in hand? */
bool pt_frontier_try(pt_frontier_walk *walk, const pt_made_case *made, bool answer,
                     pt_made_case *settled);

/* Seeks a case like `at` with the answer `wanted`; it is in walk->other then. */
bool pt_frontier_turn(pt_frontier_walk *walk, const pt_made_case *at, bool wanted);

/* Keeps cases on both sides of the boundary of the question in hand, or one for each word. */
void pt_frontier_edge(pt_frontier_walk *walk, const pt_made_case *at);

/* A case with nothing but the day of its law. */
bool pt_frontier_bare(const pt_frontier_walk *walk, pt_made_case *made);

/* The subject at the end of a path of references, made when it is not there; PT_CASE_NOBODY when
   it does not fit. */
uint8_t pt_frontier_reach(const pt_frontier_walk *walk, pt_made_case *made, uint8_t subject,
                          const pt_path *path);

/* Gives a case all that the functions of its owner could know, so that it comes further. */
bool pt_frontier_enrich(pt_frontier_walk *walk, pt_made_case *made);

/* Seeks cases for paths that were not reached, by drawing all inputs of the function at once. */
void pt_frontier_scatter(pt_frontier_walk *walk);

/* A case for each way in which the outcome of a return can be there or not. */
void pt_frontier_vary(pt_frontier_walk *walk, const pt_leaf *leaf, const pt_made_case *at);

/* Keeps cases around the last days of the terms of a duty. */
void pt_frontier_turn_terms(pt_frontier_search *search, pt_frontier_work *work);

/* Goals: a path of a tree, a side of a boundary, a word at a question. */
uint64_t pt_goal_path(uint32_t counter);
uint64_t pt_goal_side(uint32_t counter, bool answer);
uint64_t pt_goal_word(uint32_t counter, uint64_t word);

#endif
