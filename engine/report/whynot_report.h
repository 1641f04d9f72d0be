/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What would have given another outcome, for `verklaar --waarom-niet`: the ways one by one, their
 * changes grouped by who can make them, or that there is none; and what was left as it was.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_WHYNOT_REPORT_H
#define PT_REPORT_WHYNOT_REPORT_H

#include "base/text.h"
#include "model/situation.h"
#include "report/style.h"

/* `leeway` may be NULL. PT_MEDIUM_JSON writes JSON; every other medium is taken as people. */
void pt_why_not_write(pt_text *out, const pt_situation *situation, const pt_why_not *why_not,
                      const pt_leeway *leeway, const pt_style *style);

#endif
