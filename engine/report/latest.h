/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The latest record of each thing: of a rule for a subject, of (a period of) a duty for a subject.
 *
 * Threads: one table, one thread.
 */
#ifndef PT_REPORT_LATEST_H
#define PT_REPORT_LATEST_H

#include "base/arena.h"
#include "model/outcome.h"

typedef struct pt_latest {
    const pt_run_result *result;
    size_t *slots; /* record index + 1; 0 is empty */
    size_t mask;
} pt_latest;

/* A table in `arena` for the outcomes and duties of a result, empty. */
pt_latest pt_latest_create(pt_arena *arena, const pt_run_result *result);

/*
 * Makes an OUTCOME or DUTY record the latest of its thing; the one before it, or NULL when it is
 * the first.
 */
const pt_record *pt_latest_replace(pt_latest *latest, const pt_record *record);

/* Is this OUTCOME or DUTY record the latest of its thing so far? */
bool pt_latest_is(const pt_latest *latest, const pt_record *record);

#endif
