/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a batch computes, as expressions that are shared: equal ones are made once, and what the
 * declared ranges decide is decided here. Truths are nodes of one byte, 0 or 1. Between
 * batch_compile.c (trees to nodes) and batch_steps.c (nodes to steps).
 */
#ifndef PT_RUN_BATCH_NODES_H
#define PT_RUN_BATCH_NODES_H

#include "base/arena.h"
#include "run/batch_program.h"

typedef enum batch_node_kind {
    BATCH_CONSTANT, /* k */
    BATCH_INPUT,    /* column k of the inputs */
    BATCH_RANGE,    /* k <= a <= m */
    BATCH_AT_MOST,  /* a <= b */
    BATCH_NOT,      /* of a */
    BATCH_AND,      /* a and b */
    BATCH_SELECT,   /* x ? a : b */
    BATCH_SCALE,    /* a * m + k */
    BATCH_ADD,      /* a + b + k */
    BATCH_SUBTRACT, /* a - b + k */
    BATCH_MULTIPLY, /* a * b: 4 bytes of 2 and 1 or 2 */
    BATCH_CONVERT,  /* a in another width */
    BATCH_LOOK_UP   /* entry a of table k; 4 bytes of 4 */
} batch_node_kind;

typedef struct batch_node {
    uint8_t kind;  /* batch_node_kind */
    uint8_t bytes; /* of a lane */
    uint16_t a;
    uint16_t b;
    uint16_t x;
    int64_t k;
    int64_t m;
    int64_t low; /* lanes lie within these wherever they matter */
    int64_t high;
} batch_node;

enum {
    BATCH_MOST_NODES = 8192,
    BATCH_MOST_TABLES = 256,
    BATCH_MOST_ENTRIES = 1 << 17,
    BATCH_NO_NODE = 0xFFFF
};

/* What a word gives for each lane of a column. */
typedef struct batch_table {
    const int32_t *entries;
    int64_t first; /* lane of the first entry */
    size_t count;
} batch_table;

typedef struct batch_nodes {
    batch_node *nodes; /* a node comes after those it uses */
    uint16_t count;
    uint16_t *buckets; /* hash table of indexes, BATCH_NO_NODE is empty */
    batch_table *tables;
    uint16_t table_count;
    bool full; /* more were asked for: nothing made since counts */
} batch_nodes;

void batch_nodes_start(batch_nodes *nodes, pt_arena *arena);

uint16_t batch_constant(batch_nodes *nodes, uint8_t bytes, int64_t k);
uint16_t batch_input(batch_nodes *nodes, uint16_t index, const pt_batch_column *column);

/* Truths. */
uint16_t batch_range(batch_nodes *nodes, uint16_t a, int64_t low, int64_t high);
uint16_t batch_at_most(batch_nodes *nodes, uint16_t a, uint16_t b);
uint16_t batch_not(batch_nodes *nodes, uint16_t a);
uint16_t batch_and(batch_nodes *nodes, uint16_t a, uint16_t b);
uint16_t batch_or(batch_nodes *nodes, uint16_t a, uint16_t b);
uint16_t batch_choose(batch_nodes *nodes, uint16_t x, uint16_t a, uint16_t b); /* all three */

/* Numbers; a and b have the width of the result, which is modulo that width. */
uint16_t batch_select(batch_nodes *nodes, uint16_t x, uint16_t a, uint16_t b);
uint16_t batch_scale(batch_nodes *nodes, uint16_t a, int64_t m, int64_t k);
uint16_t batch_add(batch_nodes *nodes, uint16_t a, uint16_t b, int64_t k);
uint16_t batch_subtract(batch_nodes *nodes, uint16_t a, uint16_t b, int64_t k);
uint16_t batch_plus(batch_nodes *nodes, uint16_t a, int64_t k);
uint16_t batch_multiply(batch_nodes *nodes, uint16_t a, uint16_t b);
uint16_t batch_convert(batch_nodes *nodes, uint16_t a, uint8_t bytes);

/* `entries`, one for each lane of the domain of `a`, lie within low..high; 4 bytes. */
uint16_t batch_look_up(batch_nodes *nodes, uint16_t a, const int32_t *entries, int64_t low,
                       int64_t high);

/* The narrowest lane that holds low..high: bytes 1 is unsigned. */
uint8_t batch_bytes_for(int64_t low, int64_t high);

/* Steps that put `results` (one per output column of the batch) in place, with their slots. False:
   more slots than a step can name. */
bool batch_steps(pt_arena *arena, const batch_nodes *nodes, const uint16_t *results,
                 pt_batch *batch);

#endif
