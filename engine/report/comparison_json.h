/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A comparison of two packs as JSON, part by part. Each function writes one object.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_COMPARISON_JSON_H
#define PT_REPORT_COMPARISON_JSON_H

#include "model/money.h"
#include "report/comparison_page.h"

void pt_comparison_json_summary(pt_text *out, const pt_comparison_totals *totals);

void pt_comparison_json(pt_text *out, const pt_comparison *comparison);

/* `money`: the table of the same story; NULL: it has none. */
void pt_story_comparison_json(pt_text *out, const pt_story_comparison *story,
                              const pt_money_table *money);

#endif
