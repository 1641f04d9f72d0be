/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Evaluates rules for many cases at once: the reduced trees of a list of rules over one kind of
 * subject become a straight list of select operations over columns of whole numbers.
 *
 * Normal use: pt_batch_compile once, a scratch of pt_batch_scratch_bytes for each thread, then
 * pt_batch_run with one column for each of pt_batch_inputs and of pt_batch_outputs. A run allocates
 * nothing, calls no Lua, and gives the same bytes with every instruction set.
 *
 * What a rule reads from elsewhere is a column too, that the caller fills case by case: facts and
 * outcomes over a reference, windows and lists. Required facts must be filled in, with a value
 * inside the declared range; what a range leaves out gives an outcome without meaning. Calendar and
 * rounding words are tables over the one column that they rest on, without a region for holidays.
 * What a batch cannot do is refused by name (U060 and on), never approximated; the tree of each
 * case (run/evaluate.h) is then the way to go.
 *
 * Threads: a batch is constant after compiling; one scratch, one thread.
 */
#ifndef PT_RUN_BATCH_H
#define PT_RUN_BATCH_H

#include "model/pack.h"

typedef struct pt_batch pt_batch;

/* How the lanes of a column hold amounts: amount = (lane + base) * unit. */
typedef struct pt_batch_column {
    uint16_t index;        /* outputs: rule group of the pack; inputs: `input->index` */
    const pt_input *input; /* inputs: what stands in it; the pack's or the batch's. Outputs: NULL */
    bool is_state;         /* 0: a value, 1: onbekend, 2: geen; belongs to the column before it */
    uint8_t bytes; /* of a lane: 1 is uint8_t, 2, 4 and 8 are int16_t, int32_t and int64_t */
    int64_t unit;  /* in the units of model/value.h: 16 for whole numbers, 4 for quarters */
    int64_t base;  /* 0 but for lanes of one byte whose domain is not within 0..255 */
    pt_type type;
} pt_batch_column;

/*
 * Compiles `count` rule groups over `kind`, with the rules that they lean on, for cases on `day`:
 * it is vandaag, and the day of the law where a rule has no peildatum. NULL and a finding in
 * `report` when one of them does not fit.
 */
const pt_batch *pt_batch_compile(pt_arena *arena, const pt_pack *pack, uint16_t kind,
                                 const uint16_t *groups, size_t count, pt_date day,
                                 pt_report *report);

/*
 * The columns to fill, own facts in the order of the kind and then the rest, and those to give, in
 * the order asked. One that may be absent is followed by its states, and its lanes then only mean
 * something where the state is 0.
 */
const pt_batch_column *pt_batch_inputs(const pt_batch *batch, size_t *count);
const pt_batch_column *pt_batch_outputs(const pt_batch *batch, size_t *count);

/* Operations for each block of cases. */
size_t pt_batch_step_count(const pt_batch *batch);

size_t pt_batch_scratch_bytes(const pt_batch *batch);

typedef enum pt_batch_set {
    PT_BATCH_PLAIN,
    PT_BATCH_AVX2,
    PT_BATCH_AVX512,
    PT_BATCH_SETS
} pt_batch_set;

/* The widest instruction set that this processor has; PLAIN is what every target has. */
pt_batch_set pt_batch_best_set(void);

/* How many lanes every column must have room for; those behind the last case may hold anything,
 * and outputs are written up to there. */
size_t pt_batch_lanes(size_t cases);

/*
 * Evaluates `cases` cases: `inputs` and `outputs` have one column for each described above, of
 * pt_batch_lanes(cases) lanes, aligned to a lane (to 64 bytes is faster); no output overlaps
 * another column. `scratch` is aligned as memory of an arena is. `set` is at most
 * pt_batch_best_set().
 */
void pt_batch_run(const pt_batch *batch, pt_batch_set set, size_t cases, const void *const *inputs,
                  void *const *outputs, void *scratch);

/* One lane of a column as an amount, and back. */
int64_t pt_batch_amount(const pt_batch_column *column, const void *lanes, size_t index);
void pt_batch_put(const pt_batch_column *column, void *lanes, size_t index, int64_t amount);

#endif
