/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * muteer: for a fault that no scenario notices, a case that would. Sought among the cases that
 * reach the paths and boundaries of what holds the fault (run/frontier), and those cases moved to
 * the days on which its law begins or ends.
 */
#ifndef PT_API_WITNESS_H
#define PT_API_WITNESS_H

#include "analyse/mutate.h"
#include "api_story_file.h"

typedef struct pt_witnesses pt_witnesses;

/* Puts a fault into the pack, and takes it out again; false when the reader refuses it. */
typedef struct pt_fault_switch {
    bool (*put_in)(void *context, const pt_mutant *mutant);
    void (*take_out)(void *context);
    void *context;
} pt_fault_switch;

/* Nothing sought yet; `plan` must have room for the trees of every mutant. In the arena of the
 * item. */
pt_witnesses *pt_witnesses_create(pt_worker *worker, pt_loaded *loaded, const pt_plan *plan,
                                  const pt_mutants *mutants, pt_fault_switch fault);

/* In words: the case, what comes out now and what with the fault; NULL when none was found, which
 * proves nothing. */
const char *pt_witness_find(pt_witnesses *witnesses, const pt_mutant *mutant);

/* Makes files of the cases found so far; then ends. */
void pt_witnesses_end(pt_witnesses *witnesses, bool writes);

#endif
