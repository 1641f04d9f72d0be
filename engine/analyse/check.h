/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Finds what is wrong or unlikely in a pack that could be read, without a case: conditions and
 * branches that say nothing, outcomes that never come, exceptions and grounds that collide, gaps
 * between periods, duties that nobody can meet, things that nothing uses (codes C001 and on).
 *
 * Everything rests on the decision trees, so `vrij` blocks are passed by. A finding about a case
 * that can exist carries one, and that case was evaluated; where an outcome of another rule was
 * taken as free, the finding is a note that says so.
 *
 * Errors: findings alone. Threads: one pack, one thread.
 */
#ifndef PT_ANALYSE_CHECK_H
#define PT_ANALYSE_CHECK_H

#include "analyse/agree.h"
#include "model/scenario.h"

typedef struct pt_checking {
    pt_tree_reading trees;        /* evaluates the cases that are found */
    void (*moved)(void *context); /* called now and then; NULL: not */
    void *context;
    bool strict; /* also what cannot be fathomed: vrij blocks */
} pt_checking;

/* Errors and warnings go to `report`, notes to `notes`; both are the caller's. */
void pt_check_pack(const pt_pack *pack, const pt_checking *how, pt_report *report,
                   pt_report *notes);

/* What a scenario asks of rules on days on which they are not in force. */
void pt_check_scenario(const pt_pack *pack, const pt_scenario *scenario, pt_report *report);

#endif
