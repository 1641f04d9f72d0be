/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Proves that no change of facts can give an outcome: over every path of every tree of a situation,
 * with the facts that change left free and what is held as it stood. Never wrong when it says so;
 * it may fail to see it, where constraints are too generous or rules share a fact.
 */
#ifndef PT_ANALYSE_WHYNOT_REACH_H
#define PT_ANALYSE_WHYNOT_REACH_H

#include "analyse/whynot_trial.h"

/* True: proved. `scratch` is used up. */
bool pt_why_not_excluded(pt_arena *scratch, pt_trial *trial, pt_value wanted);

#endif
