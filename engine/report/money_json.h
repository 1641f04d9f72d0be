/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What each subject gets under two packs, as JSON: the figures of report/money_page.h, all of them.
 * Amounts are whole cents; null is what is not known.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_MONEY_JSON_H
#define PT_REPORT_MONEY_JSON_H

#include "model/money.h"
#include "report/json.h"

/* One value named `key`: an object, or null when `table` is NULL. */
void pt_money_json(pt_json *json, const char *key, const pt_money_table *table);

#endif
