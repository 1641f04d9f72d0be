/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The cases of the workload in tests/bench/tlv-basket: 15 facts drawn from a counter, so that any
 * case can be made on its own, and the checksums of their 12 outcomes.
 *
 * Amounts are in the units of model/value.h: sixteenths for numbers, index for a choice, 0 or 1.
 */
#ifndef PT_TESTS_BASKET_H
#define PT_TESTS_BASKET_H

#include <stddef.h>
#include <stdint.h>

enum { BASKET_FACTS = 15, BASKET_RULES = 16, BASKET_OUTCOMES = 12 };

/* The outcomes, in the order of the checksum's description. */
enum {
    BASKET_BASIC_ENOUGH,
    BASKET_BASIC_LEVEL,
    BASKET_ARRANGEMENT,
    BASKET_PLAN_NEEDED,
    BASKET_PLAN_OVERDUE,
    BASKET_COST,
    BASKET_GRANTED,
    BASKET_CATEGORY,
    BASKET_REASON,
    BASKET_DECISION_OVERDUE,
    BASKET_HOME_STATUS,
    BASKET_LEVEL
};

/* Their names in the pack. */
static const char *const basket_outcomes[BASKET_OUTCOMES] = {
    "basis_voldoende", "basisniveau",   "arrangement", "opp_nodig",       "opp_te_laat", "kosten",
    "tlv_toegekend",   "tlv_categorie", "tlv_reden",   "besluit_te_laat", "thuisstatus", "trede"};

static inline uint64_t basket_draw(uint64_t i, unsigned field)
{
    uint64_t z = 20140801u + (i * 16 + field + 1) * UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* The facts of case `i`, in the order of the pack. */
static inline void basket_case(uint64_t i, int32_t facts[BASKET_FACTS])
{
    static const uint8_t young[16] = {0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 1, 3};
    static const uint8_t old[16] = {3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 5, 5, 5, 4, 0};
    static const uint8_t clusters[16] = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 4, 4};
    int32_t hi[BASKET_FACTS];
    int32_t lo[BASKET_FACTS];
    uint32_t high[BASKET_FACTS];
    for (unsigned f = 0; f < BASKET_FACTS; f++) {
        uint64_t drawn = basket_draw(i, f);
        high[f] = (uint32_t)(drawn >> 32);
        hi[f] = 0;
        lo[f] = (int32_t)((uint32_t)drawn % 8);
    }
    static const uint32_t modulus[BASKET_FACTS] = {15, 16, 16, 32, 241, 30, 3,   80,
                                                   4,  4,  2,  41, 101, 4,  8001};
    for (unsigned f = 0; f < BASKET_FACTS; f++)
        hi[f] = (int32_t)(high[f] % modulus[f]);
    int32_t age = 4 + hi[0];
    facts[0] = 16 * age;
    facts[1] = age <= 12 ? young[hi[1]] : old[hi[1]];
    facts[2] = 16 * clusters[hi[2]];
    facts[3] = hi[3] != 0;
    facts[4] = 8 * (lo[4] % 4 == 0 ? hi[4] : (int32_t)(high[4] % 25));
    facts[5] = 16 * (lo[5] != 0 ? 0 : hi[5]);
    facts[6] = hi[6] != 0;
    facts[7] = facts[6] ? 16 * hi[7] : 0;
    facts[8] = facts[6] && hi[8] != 0;
    facts[9] = 16 * hi[9];
    facts[10] = hi[9] > 0 && hi[10] == 1;
    facts[11] = 4 * hi[11] * (lo[11] % 4 + 1);
    facts[12] = 16 * (lo[12] < 3 ? -1 : hi[12]);
    facts[13] = hi[13] == 0;
    facts[14] = 200 * hi[14];
}

typedef struct basket_sum {
    uint64_t a;
    uint64_t b;
} basket_sum;

/* Adds one case; outcomes as plain numbers, the cost in halves. */
static inline void basket_add(basket_sum *sum, uint64_t i, const int64_t out[BASKET_OUTCOMES])
{
    int64_t packed = out[BASKET_BASIC_ENOUGH] + 2 * out[BASKET_BASIC_LEVEL] +
                     8 * out[BASKET_ARRANGEMENT] + 64 * out[BASKET_PLAN_NEEDED] +
                     128 * out[BASKET_PLAN_OVERDUE] + 256 * out[BASKET_GRANTED] +
                     512 * out[BASKET_CATEGORY] + 2048 * out[BASKET_REASON] +
                     32768 * out[BASKET_DECISION_OVERDUE] + 65536 * out[BASKET_HOME_STATUS] +
                     524288 * out[BASKET_LEVEL];
    uint64_t weight = i % 997 + 1;
    sum->a += (uint64_t)packed * weight;
    sum->b += (uint64_t)out[BASKET_COST] * weight;
}

#endif
