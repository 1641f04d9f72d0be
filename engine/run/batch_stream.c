/* SPDX-License-Identifier: EUPL-1.2 */
/* Stores past the caches, for which C has no words of its own. */
#include <string.h>

#include "run/batch_program.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>

#define LINE_BY(name, instructions, register, load, store)                                         \
    __attribute__((target(instructions))) static void name(char *to, const char *from,             \
                                                           size_t bytes)                           \
    {                                                                                              \
        for (size_t at = 0; at < bytes; at += sizeof(register))                                    \
            store((void *)(to + at), load((const void *)(from + at)));                             \
    }

LINE_BY(by_32, "avx2", __m256i, _mm256_load_si256, _mm256_stream_si256)
LINE_BY(by_64, "avx512f", __m512i, _mm512_load_si512, _mm512_stream_si512)

void pt_batch_stream(pt_batch_set set, void *to, const void *from, size_t bytes)
{
    if (set == PT_BATCH_PLAIN)
        memcpy(to, from, bytes);
    else
        (set == PT_BATCH_AVX512 ? by_64 : by_32)(to, from, bytes);
}

void pt_batch_streamed(pt_batch_set set)
{
    if (set != PT_BATCH_PLAIN)
        _mm_sfence();
}

#else

void pt_batch_stream(pt_batch_set set, void *to, const void *from, size_t bytes)
{
    (void)set;
    memcpy(to, from, bytes);
}

void pt_batch_streamed(pt_batch_set set)
{
    (void)set;
}

#endif
