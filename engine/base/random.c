/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/random.h"

pt_random_block pt_random(const uint32_t counter[4], const uint32_t key[2])
{
    uint32_t a = counter[0], b = counter[1], c = counter[2], d = counter[3], k = key[0], l = key[1];
    for (int round = 0; round < 10; round++) {
        uint64_t first = (uint64_t)0xD2511F53u * a, second = (uint64_t)0xCD9E8D57u * c;
        uint32_t next_a = (uint32_t)(second >> 32) ^ b ^ k,
                 next_c = (uint32_t)(first >> 32) ^ d ^ l;
        b = (uint32_t)second;
        d = (uint32_t)first;
        a = next_a;
        c = next_c;
        k += 0x9E3779B9u;
        l += 0xBB67AE85u;
    }
    return (pt_random_block){{a, b, c, d}};
}

pt_random_stream pt_random_stream_create(uint64_t seed, uint32_t purpose, uint32_t subject)
{
    return (pt_random_stream){.key = {(uint32_t)seed, (uint32_t)(seed >> 32)},
                              .counter = {purpose, subject, 0, 0},
                              .used = 4};
}

static uint32_t next_word(pt_random_stream *stream)
{
    if (stream->used == 4) {
        stream->block = pt_random(stream->counter, stream->key);
        stream->counter[3] += ++stream->counter[2] == 0;
        stream->used = 0;
    }
    return stream->block.word[stream->used++];
}

int64_t pt_random_between(pt_random_stream *stream, int64_t low, int64_t high)
{
    uint64_t range = (uint64_t)high - (uint64_t)low + 1;
    uint64_t drawn = (uint64_t)next_word(stream) << 32;
    drawn |= next_word(stream);
    return (int64_t)((uint64_t)low + (range == 0 ? drawn : drawn % range));
}
