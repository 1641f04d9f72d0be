/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a run came to, for people: its decisions and whether they hold, work by bearer, bottlenecks,
 * and what improvements do to the story. Closing sections of a timeline.
 *
 * Threads: one page, one thread.
 */
#ifndef PT_REPORT_TALLY_PAGE_H
#define PT_REPORT_TALLY_PAGE_H

#include "model/tally.h"
#include "report/page.h"

/* Sections of which there is nothing to tell are left out; without result->tally all are. */
void pt_tally_page(pt_page *page, const pt_run_result *result);

/* "geldig", "vernietigbaar", "nietig", "niet genomen". */
const char *pt_tally_word(pt_decided decided, pt_language language);

/* Minutes in the units of PT_NUMBER as hours with one decimal, to the nearest: "12,5". */
const char *pt_tally_hours(pt_arena *arena, int64_t minutes, pt_language language);

/* The decision about a proposal of this name; NULL when there is none. */
const pt_tally_decision *pt_tally_decision_named(const pt_tally *tally, const char *name);

#endif
