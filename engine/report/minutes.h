/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A meeting as minutes: who was there, what was proposed, who voted what, what came of it and why
 * it holds or not. Used by report/timeline_lines and read by people around a table.
 */
#ifndef PT_REPORT_MINUTES_H
#define PT_REPORT_MINUTES_H

#include "model/meeting.h"
#include "model/outcome.h"
#include "report/page.h"

/* The meeting that this subject is; NULL when the run has none such. */
const pt_meeting *pt_minutes_of(const pt_run_result *result, uint32_t subject);

/* Writes the minutes as paragraphs whose text begins at `column`. */
void pt_minutes_write(pt_page *page, pt_arena *arena, const pt_run_result *result,
                      const pt_meeting *meeting, size_t column);

#endif
