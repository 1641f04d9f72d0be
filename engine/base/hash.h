/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A fingerprint of bytes, the same on every machine: FNV-1a, 64 bits. Tells versions of files
 * apart; proves nothing against somebody who wants two files to look alike.
 */
#ifndef PT_BASE_HASH_H
#define PT_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define PT_HASH_START 0xCBF29CE484222325u

static inline uint64_t pt_hash_bytes(uint64_t hash, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ at[i]) * 0x100000001B3u;
    return hash;
}

#endif
