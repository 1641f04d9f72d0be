/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A played scenario as JSON, with Dutch keys: for `speel --formaat json` with its whole timeline,
 * for `toets --formaat json` with its expectations alone. Dates are "2026-08-01", or null; values
 * stand as a person writes them ("waarde") and exactly ("soort" and "exact", in the units of
 * model/value.h, null for onbekend and geen).
 *
 * Threads: pure functions on their writer.
 */
#ifndef PT_REPORT_OUTCOME_JSON_H
#define PT_REPORT_OUTCOME_JSON_H

#include "model/outcome.h"
#include "report/json.h"

/* The whole run: who, what, the meetings (report/meeting_json.h), every record in order. */
void pt_outcome_json_run(pt_json *json, const pt_run_result *result);

/* Counts and expectations. */
void pt_outcome_json_expectations(pt_json *json, const pt_run_result *result);

/* A value as an object of waarde, soort and exact. */
void pt_outcome_json_value(pt_json *json, const pt_run_result *result, const char *key,
                           pt_value value);

#endif
