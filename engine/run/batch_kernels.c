/* SPDX-License-Identifier: EUPL-1.2 */
/* The loops over lanes, once for each instruction set. The Makefile compiles this file with -O3:
   the compiler makes the vectors, the C stays portable. */
#include "run/batch_program.h"

/* Lanes come in whole tiles, so that the compiler needs no loop for what is left over. */
#define WHOLE (lanes & ~(size_t)(PT_BATCH_TILE - 1))

#if defined(__clang__)
#define VECTORS _Pragma("clang loop vectorize(assume_safety)")
#else
#define VECTORS _Pragma("GCC ivdep") _Pragma("GCC unroll 4")
#endif

/* A tile at a time, and for each one line asked for: requests in a row would wait for each other.
 */
#define TILES                                                                                      \
    for (size_t tile = 0; tile < WHOLE;                                                            \
         __builtin_prefetch(ahead.from, 0, 3), ahead.from += ahead.stride, tile += PT_BATCH_TILE)
#define LANES TILES VECTORS for (size_t lane = 0, i = tile; lane < PT_BATCH_TILE; lane++, i++)

#define KERNEL_NAMED(target, name, set)                                                            \
    target static void name##_##set(const pt_batch_step *step, void *const *slots, size_t lanes,   \
                                    pt_batch_ahead ahead)

#define KERNEL(name) KERNEL_NAMED(, name, plain)
#include "run/batch_kernels.inc"
#undef KERNEL

#define ENTRY_PLAIN(name) name##_plain,
static const pt_batch_function plain[] = {PT_BATCH_KERNELS(ENTRY_PLAIN)};

#if defined(__x86_64__) && defined(__GNUC__)

#define KERNEL(name) KERNEL_NAMED(__attribute__((target("avx2"))), name, avx2)
#include "run/batch_kernels.inc"
#undef KERNEL

#if defined(__clang__)
#define AVX512 "avx512f,avx512bw,avx512vl,avx512dq"
#else
#define AVX512 "avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512"
#endif
#define KERNEL(name) KERNEL_NAMED(__attribute__((target(AVX512))), name, avx512)
#include "run/batch_kernels.inc"
#undef KERNEL

#define ENTRY_AVX2(name)   name##_avx2,
#define ENTRY_AVX512(name) name##_avx512,
static const pt_batch_function avx2[] = {PT_BATCH_KERNELS(ENTRY_AVX2)};
static const pt_batch_function avx512[] = {PT_BATCH_KERNELS(ENTRY_AVX512)};

pt_batch_set pt_batch_best_set(void)
{
    if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        return PT_BATCH_AVX512;
    return __builtin_cpu_supports("avx2") ? PT_BATCH_AVX2 : PT_BATCH_PLAIN;
}

const pt_batch_function *pt_batch_kernels(pt_batch_set set)
{
    return set == PT_BATCH_AVX512 ? avx512 : set == PT_BATCH_AVX2 ? avx2 : plain;
}

#else

pt_batch_set pt_batch_best_set(void)
{
    return PT_BATCH_PLAIN;
}

const pt_batch_function *pt_batch_kernels(pt_batch_set set)
{
    (void)set;
    return plain;
}

#endif
