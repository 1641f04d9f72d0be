/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/shares.h"

/* a * b / by without leaving 64 bits: schoolbook, bit by bit of `a`, when the product does not fit;
   b <= by < 2^63. */
static uint64_t multiply_divide(uint64_t a, uint64_t b, uint64_t by, uint64_t *remainder)
{
    uint64_t quotient = 0, rest = 0, product = 0;
    if (!__builtin_mul_overflow(a, b, &product)) {
        *remainder = product % by;
        return product / by;
    }
    for (int bit = 63; bit >= 0; bit--) {
        quotient *= 2;
        rest *= 2;
        if ((a >> bit & 1) != 0)
            rest += b;
        quotient += rest / by;
        rest %= by;
    }
    *remainder = rest;
    return quotient;
}

static bool add_weights(const pt_share *shares, size_t count, int64_t *sum)
{
    *sum = 0;
    for (size_t i = 0; i < count; i++)
        if (__builtin_add_overflow(*sum, shares[i].weight, sum) || *sum > INT64_MAX / 4)
            return false;
    return true;
}

/* Does the part at `a` come before that at `b`? */
static bool before(const pt_share *shares, uint32_t a, uint32_t b)
{
    if (shares[a].remainder != shares[b].remainder)
        return shares[a].remainder > shares[b].remainder;
    return a < b;
}

/* Gaps of Ciura; past the last, each is two and a quarter times the one before. */
static void rank(pt_share *shares, size_t count)
{
    size_t gap = 701;
    while (gap < count / 3)
        gap = gap * 9 / 4;
    for (size_t i = 0; i < count; i++)
        shares[i].order = (uint32_t)i;
    for (; gap > 0; gap = gap == 1 ? 0 : gap <= 4 ? 1 : gap * 4 / 9)
        for (size_t i = gap; i < count; i++) {
            uint32_t moved = shares[i].order;
            size_t at = i;
            for (; at >= gap && before(shares, moved, shares[at - gap].order); at -= gap)
                shares[at].order = shares[at - gap].order;
            shares[at].order = moved;
        }
    for (size_t i = 0; i < count; i++)
        shares[shares[i].order].rank = (uint32_t)i + 1;
}

bool pt_shares_divide(int64_t whole, pt_share *shares, size_t count, pt_shares *total)
{
    *total = (pt_shares){.whole = whole};
    if (!add_weights(shares, count, &total->weights) || (total->weights == 0 && whole != 0))
        return false;
    int64_t sign = whole < 0 ? -1 : 1;
    uint64_t amount = whole < 0 ? 0 - (uint64_t)whole : (uint64_t)whole;
    uint64_t left = amount, sum = (uint64_t)total->weights;
    for (size_t i = 0; i < count; i++) {
        uint64_t remainder = 0, floor = 0;
        if (sum > 0)
            floor = multiply_divide(amount, (uint64_t)shares[i].weight, sum, &remainder);
        left -= floor;
        shares[i].floor = sign * (int64_t)floor;
        shares[i].remainder = (int64_t)remainder;
    }
    rank(shares, count);
    for (size_t i = 0; i < count; i++)
        shares[i].share = shares[i].floor + (shares[i].rank <= left ? sign : 0);
    total->left = (int64_t)left;
    return true;
}
