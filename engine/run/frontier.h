/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Seeks cases that together take every path of the functions of a rule, duty or list, and stand on
 * both sides of every boundary that those paths ask about.
 *
 * A tree is walked from its root. A case that comes by a question is changed until the question
 * gets its other answer while all before it keep theirs: facts to the first value beyond the
 * boundary, words one by one, and where a question is about another rule, the facts around that
 * rule to those of a case that was found for it. So a question is traced link by link down to base
 * facts. Every case is asked anew, and counts only for what it is seen to reach; what was not found
 * within bounds may still be possible.
 *
 * Which cases are kept is a greedy choice: the one that adds most first, then the next; the set is
 * small, but need not be the smallest.
 */
#ifndef PT_RUN_FRONTIER_H
#define PT_RUN_FRONTIER_H

#include "run/probe.h"

/* Paths, or a side of a boundary, for which no case was found. */
typedef struct pt_frontier_miss {
    const pt_function *function;
    const pt_tree *tree;
    const pt_test *test; /* that did not get its answer; NULL: the function was never asked */
    bool answer;
    bool of_edge;        /* the boundary was not reached on both sides; no path lies behind that */
    uint32_t first_path; /* number of the first path behind it */
    uint32_t paths;      /* so many lie behind it and were not reached otherwise */
    uint32_t counter;    /* of path 0 of the tree */
} pt_frontier_miss;

typedef struct pt_frontier_share {
    size_t reached;
    size_t total;
} pt_frontier_share;

/* What was found for one rule, duty or list. */
typedef struct pt_frontier {
    pt_owner owner;
    const pt_made_case **cases; /* those kept, what adds most first */
    size_t case_count;
    pt_frontier_share paths;
    pt_frontier_share edges; /* boundaries reached on both sides, of those that paths come by */
    pt_frontier_miss *misses;
    size_t miss_count;
    size_t miss_capacity;
    bool free; /* one of its functions is for Lua alone */
} pt_frontier;

typedef struct pt_frontier_search pt_frontier_search;

/* Nothing sought yet; in `arena`. `step` (may be NULL) is told now and then that work goes on. */
pt_frontier_search *pt_frontier_search_create(pt_arena *arena, const pt_plan *plan,
                                              const pt_coverage_plan *counters, pt_reading second,
                                              void (*step)(void *context), void *context);

/* Ends what lives beside the arena. */
void pt_frontier_search_end(pt_frontier_search *search);

/* What was found for an owner, sought when first asked for; with it, for what it rests on. */
const pt_frontier *pt_frontier_of(pt_frontier_search *search, pt_owner owner);

/* All cases that were found for an owner, the ones kept among them; in the arena of the search. */
size_t pt_frontier_cases(pt_frontier_search *search, pt_owner owner,
                         const pt_made_case *const **cases);

#endif
