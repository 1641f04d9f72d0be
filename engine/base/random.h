/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Random numbers by counter: Philox4x32-10 (Salmon et al., "Parallel random numbers: as easy as
 * 1, 2, 3", SC 2011). The same key and counter give the same numbers on every machine, in any
 * order.
 */
#ifndef PT_BASE_RANDOM_H
#define PT_BASE_RANDOM_H

#include <stdint.h>

typedef struct pt_random_block {
    uint32_t word[4];
} pt_random_block;

/* The block of random words for a counter under a key. */
pt_random_block pt_random(const uint32_t counter[4], const uint32_t key[2]);

/* A stream: the blocks of counters `purpose`, `subject`, 0, 1, 2, ... under `seed`. */
typedef struct pt_random_stream {
    uint32_t key[2];
    uint32_t counter[4];
    pt_random_block block;
    unsigned used;
} pt_random_stream;

pt_random_stream pt_random_stream_create(uint64_t seed, uint32_t purpose, uint32_t subject);

/* A number from low to high, both inclusive; low <= high. The bias of 64 bits over the range stays.
 */
int64_t pt_random_between(pt_random_stream *stream, int64_t low, int64_t high);

#endif
