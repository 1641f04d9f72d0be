/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What report/rulebook.h shows, as JSON: one object each. Threads: pure functions on their text.
 */
#ifndef PT_REPORT_RULEBOOK_JSON_H
#define PT_REPORT_RULEBOOK_JSON_H

#include "base/text.h"
#include "model/rulebook.h"

void pt_rulebook_json_list(pt_text *out, const pt_uses *uses, const pt_listing *listing);
void pt_rulebook_json_sheets(pt_text *out, const pt_uses *uses, const pt_sheet *const *sheets,
                             size_t count);
void pt_rulebook_json_assumptions(pt_text *out, const pt_uses *uses,
                                  const pt_assumptions *assumptions);

#endif
