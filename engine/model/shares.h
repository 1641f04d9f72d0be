/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Divides an amount over parts by weight so that nothing is lost: the method of the largest
 * remainder. Every part first gets its exact share rounded towards zero; the units that are then
 * left go one by one to the parts with the largest remainder, the earlier of two that are equal.
 * A negative amount (a cut) is divided as its opposite, with the sign put back.
 *
 * Threads: any. Memory: the caller's.
 */
#ifndef PT_MODEL_SHARES_H
#define PT_MODEL_SHARES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct pt_share {
    int64_t weight;    /* in: at least 0 */
    int64_t floor;     /* the exact share, rounded towards zero */
    int64_t remainder; /* what was cut off, in units divided by the sum of weights */
    uint32_t rank;     /* place by remainder, from 1 */
    int64_t share;     /* floor, with one unit more (or less, of a cut) for the first ranks */
    uint32_t order;    /* workspace */
} pt_share;

typedef struct pt_shares {
    int64_t whole;
    int64_t weights; /* all together */
    int64_t left;    /* units that went by rank */
} pt_shares;

/*
 * Divides `whole` units over `count` parts (fewer than 2^31). False when there is something to
 * divide and nothing to divide it by, or when the weights together leave 63 bits; nothing is then
 * filled in but `*total`. The shares add up to `whole`.
 */
bool pt_shares_divide(int64_t whole, pt_share *shares, size_t count, pt_shares *total);

#endif
