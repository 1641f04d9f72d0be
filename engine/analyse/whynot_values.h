/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The values of one fact that can make a difference, all other facts as they are in a trial.
 *
 * Of a number or a day: the boundaries are found function by function, those that others rest on
 * first, so that on each stretch between known boundaries a linear test turns at most once; a
 * calendar word is walked day by day around the present value.
 */
#ifndef PT_ANALYSE_WHYNOT_VALUES_H
#define PT_ANALYSE_WHYNOT_VALUES_H

#include "analyse/whynot_trial.h"

enum { PT_MOST_STRETCHES = 48, PT_MOST_VALUES = 3 * PT_MOST_STRETCHES + 3 };

typedef struct pt_values {
    pt_value values[PT_MOST_VALUES];
    size_t count;
    bool exact; /* no other value can do what none of these does */
} pt_values;

/* `more`: other facts may be changed after this one, so the ends of stretches matter too. */
pt_values pt_values_of(pt_trial *trial, uint32_t fact, pt_value wanted, bool more);

/* How far a fact moves from how it stood. */
uint64_t pt_value_distance(const pt_situation *situation, uint32_t fact, pt_value to);

#endif
