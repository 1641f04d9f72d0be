/* SPDX-License-Identifier: EUPL-1.2 */
/* The rules of the workload written in C by hand: the limit that a batch is measured against. */
#ifndef PT_TESTS_BY_HAND_H
#define PT_TESTS_BY_HAND_H

#include "bench/batch/basket.h"
#include "run/batch.h"

/*
 * Over the very columns of a batch: bytes, but for the budget (input 14) and the cost (outcome 5),
 * which are sixteenths in int32_t; hours in quarters, absence in halves, days since the application
 * one higher than they are.
 */
typedef void (*by_hand_columns)(size_t cases, const void *const *inputs, void *const *outputs);

by_hand_columns by_hand_for(pt_batch_set set);

/* Over structs, one case at a time, as a programmer would write it without a thought of lanes. */
typedef struct by_hand_case {
    int32_t budget; /* sixteenths */
    uint8_t age, school, cluster, enrolled, absence, weeks_absent, has_plan, plan_weeks;
    uint8_t consent, experts, orthopedagogue, hours;
    int8_t days;
    uint8_t extended;
} by_hand_case;

typedef struct by_hand_outcome {
    int32_t cost; /* sixteenths */
    uint8_t basic_enough, basic_level, arrangement, plan_needed, plan_overdue, granted, category;
    uint8_t reason, decision_overdue, home_status, level;
} by_hand_outcome;

void by_hand_structs(size_t cases, const by_hand_case *given, by_hand_outcome *made);

#endif
