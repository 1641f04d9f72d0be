/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A comparison of two packs as JSON, part by part. Each function writes one object.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_COMPARISON_JSON_H
#define PT_REPORT_COMPARISON_JSON_H

#include "report/comparison_page.h"

void pt_comparison_json_summary(pt_text *out, const pt_comparison_totals *totals);

void pt_comparison_json(pt_text *out, const pt_comparison *comparison);

void pt_story_comparison_json(pt_text *out, const pt_story_comparison *story);

#endif
