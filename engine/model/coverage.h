/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What of a pack was reached by evaluating it: a counter for everything that can be.
 *
 * The counters of a pack stand in one row, numbered from its structure alone, so that counts of the
 * same pack from different processes can be added up position by position:
 *
 *     functions | trees: answers and leaves, paths | rules | exceptions | grounds | duties x status
 *     | events | windows | lists | values of parameters
 *
 * A tree has two counters a node (for a test its no and its yes; a leaf uses the first), and one a
 * path. Paths are numbered from the left: a yes adds nothing, a no adds the paths below the yes.
 * Trees of one function that ask the same at the same places, though with other constants, share
 * their counters.
 *
 * Threads: a plan is constant once made; one pt_coverage, one thread.
 */
#ifndef PT_MODEL_COVERAGE_H
#define PT_MODEL_COVERAGE_H

#include "model/outcome.h"

enum { PT_DUTY_STATUSES = PT_DUTY_LAPSED + 1 };

typedef struct pt_coverage_tree {
    const pt_tree *tree; /* the first of those that share */
    uint32_t first_node; /* counter of node 0 */
    uint32_t first_path; /* counter of path 0 */
    uint32_t path_count;
    const uint32_t *below; /* by node: the paths from there */
} pt_coverage_tree;

typedef struct pt_coverage_function {
    pt_coverage_tree *trees; /* without doubles */
    size_t tree_count;
    uint32_t *of_period; /* index into trees, by period of the function */
} pt_coverage_function;

typedef struct pt_coverage_plan {
    const pt_pack *pack;
    pt_coverage_function *functions; /* by number */
    uint32_t first_function;
    uint32_t first_rule;
    uint32_t first_exception;
    uint32_t *first_ground; /* by block */
    uint32_t first_duty;    /* PT_DUTY_STATUSES each */
    uint32_t first_event;
    uint32_t first_window;
    uint32_t first_list;
    uint32_t *first_value; /* by parameter */
    uint32_t count;        /* of counters */
} pt_coverage_plan;

typedef struct pt_coverage {
    const pt_coverage_plan *plan;
    uint64_t *counts; /* plan->count of them */
} pt_coverage;

/* Numbers the counters of a pack; in `arena`, constant afterwards. */
const pt_coverage_plan *pt_coverage_plan_create(pt_arena *arena, const pt_pack *pack);

/* All counters at 0. */
pt_coverage pt_coverage_create(pt_arena *arena, const pt_coverage_plan *plan);

/* One more for a counter; `coverage` may be NULL, and then nothing happens. */
static inline void pt_coverage_count(const pt_coverage *coverage, uint32_t counter)
{
    if (coverage != NULL)
        coverage->counts[counter]++;
}

/* The shared tree of the period of a function, given by its index. */
const pt_coverage_tree *pt_coverage_tree_of(const pt_coverage_plan *plan,
                                            const pt_function *function, size_t period);

/* The counter of a value (row) of a parameter of the pack. */
uint32_t pt_coverage_value(const pt_coverage_plan *plan, const pt_parameter *parameter,
                           const pt_parameter_value *row);

/* --- What adding them up gives (analyse/cover) ------------------------------------------------ */

/* Kinds of things to reach, most important first. */
typedef enum pt_covered_kind {
    PT_COVERED_RULE,    /* versions of rules, duties, faculties and exceptions */
    PT_COVERED_DUTY,    /* a status of a duty */
    PT_COVERED_ANSWER,  /* an answer, ja or nee, to a question of the text */
    PT_COVERED_PATH,    /* a path of a tree */
    PT_COVERED_ARTICLE, /* an article as a ground names it */
    PT_COVERED_EVENT,
    PT_COVERED_PARAMETER, /* a value of a parameter */
    PT_COVERED_KINDS
} pt_covered_kind;

typedef struct pt_covered_share {
    size_t reached;
    size_t total;
} pt_covered_share;

/* Something that was never reached. */
typedef struct pt_unreached {
    uint8_t kind;   /* pt_covered_kind */
    uint32_t block; /* UINT32_MAX: none */
    pt_position at;
    uint64_t weight;  /* how often what lies before it was reached */
    uint8_t status;   /* DUTY: pt_duty_status */
    bool answer;      /* ANSWER: the one that was never given */
    bool never_asked; /* ANSWER: nor the other; RULE: never evaluated, else never the outcome */
    size_t missing;   /* PATH: so many of `total` of the function */
    size_t total;
    const char *words; /* ANSWER: the text asked; PATH: the function; ARTICLE: the article;
                          PARAMETER, EVENT: the name; else NULL */
    pt_date from;      /* PARAMETER: from which the value holds */
} pt_unreached;

/* One line of a rule file that can be reached. */
typedef struct pt_covered_line {
    uint32_t line;
    bool asks;      /* a question stands on it */
    bool one_sided; /* one of its questions lacks an answer that the others have */
    uint64_t reached;
    uint64_t yes;
    uint64_t no;
} pt_covered_line;

typedef struct pt_covered_file {
    const pt_source *source;
    pt_covered_line *lines; /* by line */
    size_t line_count;
} pt_covered_file;

typedef struct pt_covered {
    const pt_pack *pack;
    size_t scenarios; /* files */
    size_t plays;
    size_t elsewhere; /* plays left out: under another variant */
    pt_covered_share shares[PT_COVERED_KINDS];
    pt_unreached *unreached; /* by kind, then by weight, then as declared */
    size_t unreached_count;
    pt_covered_file *files;
    size_t file_count;
    size_t free; /* functions that Lua alone evaluates: they have no paths */
} pt_covered;

#endif
