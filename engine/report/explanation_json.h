/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * An explanation as JSON, with Dutch keys: the tree as it is, children in "omdat".
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_EXPLANATION_JSON_H
#define PT_REPORT_EXPLANATION_JSON_H

#include "base/text.h"
#include "model/explanation.h"

/* A tree deeper than the writer can nest is cut off there; "afgekapt" then stands in its node. */
void pt_explanation_json(pt_text *out, const pt_explanation *explanation, pt_date day);

#endif
