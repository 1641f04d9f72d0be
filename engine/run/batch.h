/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Evaluates rules for many cases at once: the reduced trees of a list of rules over one kind of
 * subject become a straight list of select operations over columns of whole numbers.
 *
 * Normal use: pt_batch_compile once, a scratch of pt_batch_scratch_bytes for each thread, then
 * pt_batch_run with one column for each of pt_batch_inputs and of pt_batch_outputs. A run allocates
 * nothing, calls no Lua, and gives the same bytes with every instruction set.
 *
 * This form knows required facts of the subject itself and other rules over it. It has no place for
 * onbekend and geen, so every fact must be filled in, with a value inside its declared range; what
 * a range leaves out gives an outcome without meaning. What it cannot do is refused by name
 * (pt_batch_refusal), never approximated; the tree of each case (run/tree_evaluate.h) is then the
 * way to go.
 *
 * Threads: a batch is constant after compiling; one scratch, one thread.
 */
#ifndef PT_RUN_BATCH_H
#define PT_RUN_BATCH_H

#include "model/pack.h"

typedef struct pt_batch pt_batch;

/* How the lanes of a column hold amounts: amount = (lane + base) * unit. */
typedef struct pt_batch_column {
    uint16_t index; /* inputs: fact of the kind; outputs: rule group of the pack */
    uint8_t bytes;  /* of a lane: 1 is uint8_t, 2, 4 and 8 are int16_t, int32_t and int64_t */
    int64_t unit;   /* in the units of model/value.h: 16 for whole numbers, 4 for quarters */
    int64_t base;   /* 0 but for lanes of one byte whose domain is not within 0..255 */
    pt_type type;
} pt_batch_column;

typedef enum pt_batch_obstacle {
    PT_BATCH_FITS,
    PT_BATCH_OTHER_KIND,   /* a rule over another kind of subject */
    PT_BATCH_NOT_IN_FORCE, /* no version holds on the day */
    PT_BATCH_FREE,         /* vrij: only Lua can read it */
    PT_BATCH_OWN_DATE,     /* peildatum: each case may have its own version */
    PT_BATCH_EXCEPTIONS,   /* uitzonderingen, or grounds that hold for some cases */
    PT_BATCH_INPUT,        /* a reference, window, list or vandaag; `input` names it */
    PT_BATCH_OPTIONAL,     /* a fact that may be unknown or none; `input` names it */
    PT_BATCH_ABSENT,       /* an outcome may be onbekend or geen */
    PT_BATCH_WORD,         /* a calendar or rounding word */
    PT_BATCH_RANGE,        /* a domain without bounds, or an outcome finer than its declared step */
    PT_BATCH_SIZE          /* more operations than a batch holds */
} pt_batch_obstacle;

/* Why a list of rules was refused. */
typedef struct pt_batch_refusal {
    pt_batch_obstacle obstacle;
    const char *rule;
    const char *input; /* or NULL */
} pt_batch_refusal;

/*
 * Compiles the versions that hold on `day` of `count` rule groups over `kind`, with the rules they
 * lean on. NULL and `*refusal` when one of them does not fit.
 */
const pt_batch *pt_batch_compile(pt_arena *arena, const pt_pack *pack, uint16_t kind,
                                 const uint16_t *groups, size_t count, pt_date day,
                                 pt_batch_refusal *refusal);

/* The columns to fill, facts in the order of the kind, and those to give, in the order asked. */
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
