/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a compiled batch is: steps over slots. A slot is a column of lanes: of the caller (inputs,
 * then outputs) or of the scratch. Truths are bytes of 0 or 1. Private to batch*.c.
 *
 * Steps of an 8-bit comparison with constants stand inside the step that uses them: `low` and
 * `span` give the range of lanes of `x` (modulo 256) for which it is true.
 */
#ifndef PT_RUN_BATCH_PROGRAM_H
#define PT_RUN_BATCH_PROGRAM_H

#include "run/batch.h"

/* Lanes in a block: what is between inputs and outputs then stays in the first cache. */
enum { PT_BATCH_BLOCK = 2048, PT_BATCH_TILE = 64 };

/* The four selects by one kind of condition: k is a constant for both arms, v a column. */
#define PT_BATCH_SELECTS_OF(X, name, W)                                                            \
    X(name##_kk_##W) /* out = condition ? k : m */                                                 \
    X(name##_kv_##W) /* out = condition ? k : b */                                                 \
    X(name##_vk_##W) /* out = condition ? a : k */                                                 \
    X(name##_vv_##W) /* out = condition ? a : b */

/* First hit of N questions about columns of bytes: the constant of the first that is true, else
   the last constant (k) or a column (v). */
#define PT_BATCH_CHAINS_OF(X, N, W)                                                                \
    X(chain_##N##_k_##W) /* out = asks[0] ? ks[0] : asks[1] ? ks[1] ... : k */                     \
    X(chain_##N##_v_##W) /* the same ... : b */                                                    \
    X(equal_##N##_k_##W) /* the same for asks without a span */                                    \
    X(equal_##N##_v_##W)

/* For each width: W is 8, 16, 32 or 64. */
#define PT_BATCH_KERNELS_OF(X, W)                                                                  \
    X(fill_##W)                            /* out = k */                                           \
    X(range_##W)                           /* out8 = low <= a <= low + span */                     \
    X(at_most_##W)                         /* out8 = a <= b */                                     \
    X(scale_##W)                           /* out = a * m + k */                                   \
    X(plus_##W)                            /* out = a + k */                                       \
    X(add_##W)                             /* out = a + b + k */                                   \
    X(subtract_##W)                        /* out = a - b + k */                                   \
    PT_BATCH_SELECTS_OF(X, if_truth, W)    /* x */                                                 \
    PT_BATCH_SELECTS_OF(X, if_equal, W)    /* x == low */                                          \
    PT_BATCH_SELECTS_OF(X, if_at_most, W)  /* x <= low */                                          \
    PT_BATCH_SELECTS_OF(X, if_in_range, W) /* low <= x <= low + span */                            \
    PT_BATCH_SELECTS_OF(X, if_ordered, W)  /* x <= y */                                            \
    PT_BATCH_CHAINS_OF(X, 2, W)                                                                    \
    PT_BATCH_CHAINS_OF(X, 3, W)                                                                    \
    PT_BATCH_CHAINS_OF(X, 4, W)                                                                    \
    PT_BATCH_CHAINS_OF(X, 5, W)

/* For each pair of widths, narrow to wide: convert a. */
#define PT_BATCH_KERNELS(X)                                                                        \
    PT_BATCH_KERNELS_OF(X, 8)                                                                      \
    PT_BATCH_KERNELS_OF(X, 16)                                                                     \
    PT_BATCH_KERNELS_OF(X, 32)                                                                     \
    PT_BATCH_KERNELS_OF(X, 64)                                                                     \
    X(convert_8_16)                                                                                \
    X(convert_8_32)                                                                                \
    X(convert_8_64)                                                                                \
    X(convert_16_8)                                                                                \
    X(convert_16_32)                                                                               \
    X(convert_16_64)                                                                               \
    X(convert_32_8)                                                                                \
    X(convert_32_16)                                                                               \
    X(convert_32_64)                                                                               \
    X(convert_64_8)                                                                                \
    X(convert_64_16)                                                                               \
    X(convert_64_32)                                                                               \
    X(multiply_16_8)  /* out32 = a16 * b8 */                                                       \
    X(multiply_16_16) /* out32 = a16 * b16 */                                                      \
    X(look_up)        /* out32 = table[a32 - low], a within low..low + span */                     \
    X(copy_8)         /* out8 = a ^ flip */                                                        \
    X(and_tt)         /* out8 = ((a ^ flip) & (b ^ other)) ^ last */                               \
    X(and_rt)         /* the same with x in a range for a */                                       \
    X(and_rr)         /* and y in another for b */                                                 \
    X(all_3)          /* out8 = (asks[0] & asks[1] & asks[2]) ^ last */                            \
    X(choose_trr)     /* out8 = x ? (y in a range) ^ flip : (z in another) ^ other */              \
    X(choose_rrr)     /* the same with x in a range */

#define PT_BATCH_NAME(name) PT_BATCH_STEP_##name,
typedef enum pt_batch_kernel {
    PT_BATCH_KERNELS(PT_BATCH_NAME) PT_BATCH_KERNEL_COUNT
} pt_batch_kernel;
#undef PT_BATCH_NAME

/* Steps of a width follow each other: kernel of width 8 + this for each doubling. */
enum { PT_BATCH_PER_WIDTH = PT_BATCH_STEP_fill_16 - PT_BATCH_STEP_fill_8 };

enum { PT_BATCH_LINKS = 5 };

/* Is the lane of a column of bytes within low..low + span, modulo 256? */
typedef struct pt_batch_ask {
    uint16_t slot;
    uint8_t low;
    uint8_t span;
} pt_batch_ask;

typedef struct pt_batch_step {
    uint16_t kernel; /* pt_batch_kernel */
    uint16_t out;    /* slots */
    uint16_t a;
    uint16_t b;
    uint16_t x;
    uint16_t y;
    uint16_t z;
    uint8_t flip;
    uint8_t other;
    uint8_t last;
    int64_t low;
    int64_t span;
    int64_t low_y;
    int64_t span_y;
    int64_t low_z;
    int64_t span_z;
    int64_t k;
    int64_t m;
    pt_batch_ask asks[PT_BATCH_LINKS]; /* of chains */
    int64_t ks[PT_BATCH_LINKS];
    const int32_t *table;
} pt_batch_step;

/* What a step asks memory for meanwhile: the line at `from`, and for every tile `stride` further.
 */
typedef struct pt_batch_ahead {
    const char *from;
    size_t stride;
} pt_batch_ahead;

typedef void (*pt_batch_function)(const pt_batch_step *step, void *const *slots, size_t lanes,
                                  pt_batch_ahead ahead);

/* The kernels of an instruction set, by pt_batch_kernel. */
const pt_batch_function *pt_batch_kernels(pt_batch_set set);

/*
 * Copies past the caches: `bytes` is whole lines of 64, both are aligned to one. Each
 * pt_batch_streamed makes what was copied before it visible in order. Copies as usual where the
 * set has no such stores.
 */
void pt_batch_stream(pt_batch_set set, void *to, const void *from, size_t bytes);
void pt_batch_streamed(pt_batch_set set);

struct pt_batch {
    const pt_batch_column *inputs;
    const pt_batch_column *outputs;
    uint16_t input_count;
    uint16_t output_count;
    uint16_t slot_count;     /* inputs, outputs, then these in the scratch: */
    const uint32_t *offsets; /* of each slot, in bytes for each lane */
    uint32_t lane_bytes;     /* of all slots in the scratch together */
    const pt_batch_step *steps;
    size_t step_count;
    const uint16_t *finished; /* outputs in the order in which steps are done with them */
    const uint16_t *done;     /* of each of those, the last step that names it */
};

#endif
