/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How a played scenario ended: every duty by bearer with its status and last day, and how many
 * expectations came true. The closing section of a timeline.
 *
 * Threads: one page, one thread.
 */
#ifndef PT_REPORT_OVERVIEW_H
#define PT_REPORT_OVERVIEW_H

#include "model/outcome.h"
#include "report/page.h"

/* A heading with a line under it and an empty line above. */
void pt_overview_heading(pt_page *page, const char *text);

/* Nothing is written when there are no duties. Late ones come first, then open ones by date. */
void pt_overview_duties(pt_page *page, const pt_run_result *result);

void pt_overview_expectations(pt_page *page, const pt_run_result *result);

#endif
