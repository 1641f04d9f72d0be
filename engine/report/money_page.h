/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What each subject gets under two packs: a table a day with subtotals and a total, who gains and
 * who loses, and what small changes do. As text, and as CSV in the Dutch dialect (semicolons,
 * decimal commas, no dots between thousands).
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_MONEY_PAGE_H
#define PT_REPORT_MONEY_PAGE_H

#include "model/money.h"
#include "report/style.h"

/* `everything`: the rows of all days, and all effects; else those of the last day, the largest. */
void pt_money_write(pt_text *out, const pt_money_table *table, const pt_style *style,
                    bool everything);

/* The line of headings, and the lines of one table. */
void pt_money_csv_head(pt_text *out);
void pt_money_csv(pt_text *out, const pt_money_table *table);

#endif
