/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A story under several laws as a table: a column for each law, a row for each thing counted, and
 * under it the decisions that differ, each with the rule behind it. For people, as markdown, as
 * JSON.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_BESIDE_PAGE_H
#define PT_REPORT_BESIDE_PAGE_H

#include "model/beside.h"
#include "report/style.h"

/* Does anything counted, or a decision, differ between two of the columns? */
bool pt_beside_differs(const pt_beside *beside);

void pt_beside_write(pt_text *out, const pt_beside *beside, const pt_style *style, bool markdown);

/* An object; the separators between several are the caller's. */
void pt_beside_json(pt_text *out, const pt_beside *beside);

/* How many stories there were, and in how many something differs. */
void pt_beside_sum(pt_text *out, size_t stories, size_t differ, const pt_style *style,
                   bool markdown);

#endif
