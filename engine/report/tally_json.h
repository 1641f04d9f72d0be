/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a run came to as JSON, with Dutch keys: "balans" with decisions, counts and work, and
 * "knelpunten" and "verbeteringen". Minutes are exact decimals, money is in cents.
 *
 * Threads: pure functions on their writer.
 */
#ifndef PT_REPORT_TALLY_JSON_H
#define PT_REPORT_TALLY_JSON_H

#include "model/tally.h"
#include "report/json.h"

/* Nothing is written without result->tally. */
void pt_tally_json(pt_json *json, const pt_run_result *result);

/* The counts, decisions and work of one tally, as fields of the object in hand. */
void pt_tally_json_fields(pt_json *json, const pt_tally *tally);

#endif
