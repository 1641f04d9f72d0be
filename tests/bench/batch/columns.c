/* SPDX-License-Identifier: EUPL-1.2 */
/* One loop over all columns; the compiler keeps what is between them in registers. Masks instead
   of `?:`, for the compiler makes branches of long chains of those and then no vectors. */
#include "bench/batch/by_hand.h"

#define MASK(condition)      ((uint8_t) - (uint8_t)(condition))
#define SELECT(mask, a, b)   ((uint8_t)(((a) & (mask)) | ((b) & (uint8_t) ~(mask))))
#define RATE(mask, per_hour) ((int16_t)(-(int16_t)(mask) & (per_hour)))
#define IN(type, name, at)   const type *restrict name = inputs[at]
#define OUT(type, name, at)  type *restrict name = outputs[at]

#define BY_HAND(name, target)                                                                      \
    target static void name(size_t cases, const void *const *inputs, void *const *outputs)         \
    {                                                                                              \
        IN(uint8_t, ages, 0);                                                                      \
        IN(uint8_t, schools, 1);                                                                   \
        IN(uint8_t, clusters, 2);                                                                  \
        IN(uint8_t, enrolleds, 3);                                                                 \
        IN(uint8_t, absences, 4);                                                                  \
        IN(uint8_t, weeks, 5);                                                                     \
        IN(uint8_t, plans, 6);                                                                     \
        IN(uint8_t, plan_weeks, 7);                                                                \
        IN(uint8_t, consents, 8);                                                                  \
        IN(uint8_t, experts, 9);                                                                   \
        IN(uint8_t, orthopedagogues, 10);                                                          \
        IN(uint8_t, hours, 11);                                                                    \
        IN(uint8_t, days, 12);                                                                     \
        IN(uint8_t, extendeds, 13);                                                                \
        IN(int32_t, budgets, 14);                                                                  \
        OUT(uint8_t, enough_out, 0);                                                               \
        OUT(uint8_t, level_out, 1);                                                                \
        OUT(uint8_t, arrangement_out, 2);                                                          \
        OUT(uint8_t, needed_out, 3);                                                               \
        OUT(uint8_t, overdue_out, 4);                                                              \
        OUT(int32_t, cost_out, 5);                                                                 \
        OUT(uint8_t, granted_out, 6);                                                              \
        OUT(uint8_t, category_out, 7);                                                             \
        OUT(uint8_t, reason_out, 8);                                                               \
        OUT(uint8_t, late_out, 9);                                                                 \
        OUT(uint8_t, status_out, 10);                                                              \
        OUT(uint8_t, step_out, 11);                                                                \
        _Pragma("GCC ivdep") for (size_t i = 0; i < cases; i++)                                    \
        {                                                                                          \
            uint8_t age = ages[i], school = schools[i], cluster = clusters[i], hour = hours[i];    \
            uint8_t enrolled = MASK(enrolleds[i] != 0), plan = MASK(plans[i] != 0), day = days[i]; \
            uint8_t limit = SELECT(                                                                \
                MASK(school == 0), 16,                                                             \
                SELECT(MASK(school == 1), 40,                                                      \
                       SELECT(MASK(school == 2), 64,                                               \
                              SELECT(MASK(school == 3), 12, SELECT(MASK(school == 4), 56, 32))))); \
            uint8_t half = limit >> 1;                                                             \
            uint8_t within = MASK(hour <= limit);                                                  \
            uint8_t level = (uint8_t) - (uint8_t)(MASK(hour <= half) + within +                    \
                                                  MASK(hour <= (uint8_t)(limit + half)));          \
            uint8_t institute = MASK((uint8_t)(cluster - 1) <= 1);                                 \
            uint8_t enough = within & (uint8_t)~institute;                                         \
            uint8_t extra = (uint8_t)(hour - limit) & (uint8_t)~within;                            \
            uint8_t arrangement = SELECT(                                                          \
                enough, 0,                                                                         \
                SELECT(institute, 4,                                                               \
                       SELECT(MASK(extra <= 8), 1,                                                 \
                              SELECT(MASK(extra <= 32), 2, SELECT(MASK(extra <= 64), 3, 5)))));    \
            uint8_t needed =                                                                       \
                MASK(arrangement >= 2) | (uint8_t) ~(MASK(school == 0) | MASK(school == 3));       \
            uint8_t overdue = needed & SELECT(plan, MASK(plan_weeks[i] > 52), MASK(day > 43));     \
            int16_t rate = RATE(arrangement == 1, 7280) | RATE(arrangement == 2, 8360) |           \
                           RATE(arrangement == 3, 9880) | RATE(arrangement == 5, 12560);           \
            int32_t cost = (int32_t)rate * (int32_t)extra;                                         \
            uint8_t misfit = SELECT(MASK(school <= 2), MASK(age > 14), MASK(age < 11));            \
            uint8_t over = MASK(cost > budgets[i]);                                                \
            uint8_t unadvised = MASK(experts[i] < 2) | MASK(orthopedagogues[i] == 0);              \
            uint8_t reason = SELECT(plan & MASK(consents[i] == 0), 6,                              \
                                    SELECT(MASK(arrangement < 3), 7, SELECT(over, 8, 9)));         \
            reason = SELECT(unadvised, 4, SELECT(needed & (uint8_t)~plan, 5, reason));             \
            reason = SELECT(institute, 1, SELECT(enrolled, SELECT(misfit, 3, reason), 2));         \
            reason = SELECT(MASK(day == 0), 0, reason);                                            \
            uint8_t granted = MASK(reason >= 8);                                                   \
            uint8_t second = MASK(extra > 64) | (MASK(cluster == 4) & MASK(extra > 48));           \
            uint8_t third = MASK(extra > 96) | (MASK(cluster == 3) & MASK(extra > 80));            \
            uint8_t term = SELECT(MASK(extendeds[i] != 0), 71, 43);                                \
            uint8_t late = MASK(reason != 1) & MASK(day > term);                                   \
            uint8_t status =                                                                       \
                SELECT(MASK(weeks[i] > 13), 3, SELECT(MASK(weeks[i] > 4), 2, absences[i] >= 32));  \
            status = MASK((uint8_t)(age - 5) <= 12) & SELECT(enrolled, status, 4);                 \
            uint8_t more = MASK(status != 0) & (overdue | late | MASK(reason == 8));               \
            enough_out[i] = enough & 1;                                                            \
            level_out[i] = level;                                                                  \
            arrangement_out[i] = arrangement;                                                      \
            needed_out[i] = needed & 1;                                                            \
            overdue_out[i] = overdue & 1;                                                          \
            cost_out[i] = cost;                                                                    \
            granted_out[i] = granted & 1;                                                          \
            category_out[i] = granted & SELECT(third, 3, SELECT(second, 2, 1));                    \
            reason_out[i] = reason;                                                                \
            late_out[i] = late & 1;                                                                \
            status_out[i] = status;                                                                \
            step_out[i] = (uint8_t)(SELECT(MASK(status == 4), 3, status) - more);                  \
        }                                                                                          \
    }

BY_HAND(columns_plain, )

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
BY_HAND(columns_avx2, __attribute__((target("avx2"))))
BY_HAND(columns_avx512,
        __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,prefer-vector-width=512"))))

by_hand_columns by_hand_for(pt_batch_set set)
{
    return set == PT_BATCH_AVX512 ? columns_avx512
           : set == PT_BATCH_AVX2 ? columns_avx2
                                  : columns_plain;
}
#else
by_hand_columns by_hand_for(pt_batch_set set)
{
    (void)set;
    return columns_plain;
}
#endif
