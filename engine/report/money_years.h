/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The money of a run year by year (result->years): a table a subject, years beside each other.
 * Lines in which nothing stands are left out of the text. Without result->years both write nothing.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_MONEY_YEARS_H
#define PT_REPORT_MONEY_YEARS_H

#include "model/outcome.h"
#include "report/json.h"
#include "report/page.h"

void pt_money_years_page(pt_page *page, const pt_run_result *result);

/* As a list "geld_per_jaar"; whole cents, null for what is not known. */
void pt_money_years_json(pt_json *json, const pt_run_result *result);

#endif
