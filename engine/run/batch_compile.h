/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Trees to nodes, in four files: batch_columns.c (what stands in columns), batch_sums.c (forms and
 * words over lanes), batch_trees.c (one function), batch_compile.c (versions, grounds, exceptions,
 * the batch). Private to those.
 *
 * Everything that can be absent is three nodes: its lanes, and two truths, onbekend and geen; where
 * one of these is true the lanes mean nothing. What the declarations rule out is a constant, and
 * costs nothing.
 */
#ifndef PT_RUN_BATCH_COMPILE_H
#define PT_RUN_BATCH_COMPILE_H

#include "run/batch_nodes.h"

/* Lanes and what they mean: amount = (lane + base) * unit. */
typedef struct batch_quantity {
    bool made;
    uint16_t node;
    uint16_t unknown;
    uint16_t none;
    pt_batch_column column;
} batch_quantity;

/* A column that the caller fills, and the one of its absences. */
typedef struct batch_source {
    const pt_input *input;
    batch_quantity value;
    uint16_t state_node; /* BATCH_NO_NODE: always there */
    pt_batch_column state;
} batch_source;

enum { BATCH_MOST_SOURCES = 256 };

typedef struct batch_compiler {
    pt_arena *arena;
    const pt_pack *pack;
    pt_report *report;
    uint16_t kind;
    pt_date day;
    batch_nodes nodes;
    batch_source *sources;
    uint16_t source_count;
    batch_quantity *rules; /* by group */
    bool refused;
} batch_compiler;

/* The answer of one function to the law of one day. */
typedef struct batch_answer {
    uint16_t node;
    uint16_t unknown;
    uint16_t none;
    uint16_t missing; /* a strict input is not there; unknown or none says how */
} batch_answer;

/* One function read into nodes. */
typedef struct batch_reduction {
    batch_compiler *c;
    const pt_function *function;
    const pt_tree *tree;
    const char *rule;
    pt_batch_column out;
    uint16_t *of_nodes;
    bool *reached;
} batch_reduction;

/* A sum of lanes. */
typedef struct batch_sum {
    uint16_t nodes[PT_LIMIT_INPUTS];
    int64_t factors[PT_LIMIT_INPUTS];
    size_t count;
    int64_t constant;
    int64_t low; /* without the constant */
    int64_t high;
} batch_sum;

/* Adds the finding `code` about a block, once for each batch; false. */
bool batch_refuse(batch_compiler *c, pt_code code, const char *rule, pt_position at,
                  const char *input);
bool batch_refuse_in(const batch_reduction *r, pt_code code, const char *input);

/* --- batch_columns.c */
pt_batch_column batch_column_of(const pt_pack *pack, pt_type type);
bool batch_has_bounds(const pt_type *type);
const batch_quantity *batch_fact(batch_reduction *r, const pt_input *input);
const batch_quantity *batch_input_quantity(batch_reduction *r, const pt_input *input);
void batch_number_inputs(batch_compiler *c, pt_batch *batch);

/* --- batch_sums.c */
int64_t batch_floor_divided(int64_t a, int64_t b);
bool batch_add_term(batch_sum *sum, const batch_nodes *nodes, uint16_t node, int64_t factor);
bool batch_sum_of(batch_reduction *r, const pt_form *form, batch_sum *sum);
uint16_t batch_reckon(batch_nodes *nodes, const batch_sum *sum, uint8_t bytes);
uint8_t batch_widest(const batch_nodes *nodes, const batch_sum *sum, uint8_t bytes);
bool batch_atom(batch_reduction *r, uint16_t index, batch_quantity *quantity);

/* --- batch_trees.c: the function under the law of `day`, into lanes as `out` has them. */
bool batch_function(batch_compiler *c, const pt_function *function, const char *rule, pt_date day,
                    const pt_batch_column *out, batch_answer *answer);

/* --- batch_compile.c */
bool batch_group(batch_compiler *c, uint16_t group);

#endif
