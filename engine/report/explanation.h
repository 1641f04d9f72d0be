/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * An explanation as a page, for `verklaar`: the outcome with its reason and article, for a duty the
 * computation of its last day step by step, and the tree of what it rests on, down to the facts
 * given, with since when each value holds.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_EXPLANATION_H
#define PT_REPORT_EXPLANATION_H

#include "base/text.h"
#include "model/explanation.h"
#include "report/style.h"

/*
 * Appends the page of `explanation`, as things stood at the end of `day`. PT_MEDIUM_JSON writes the
 * tree as JSON; every other medium is taken as people.
 */
void pt_explanation_write(pt_text *out, const pt_explanation *explanation, pt_date day,
                          const pt_style *style);

#endif
