/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A pack to read in, for `proeftuin regels`: the list of its blocks, the page of one name, and what
 * is not read in a law.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_RULEBOOK_H
#define PT_REPORT_RULEBOOK_H

#include "base/text.h"
#include "model/rulebook.h"
#include "report/style.h"

void pt_rulebook_list(pt_text *out, const pt_uses *uses, const pt_listing *listing,
                      const pt_style *style);

/* Sheets one after the other; as JSON one object with a list of them. */
void pt_rulebook_sheets(pt_text *out, const pt_uses *uses, const pt_sheet *const *sheets,
                        size_t count, const pt_style *style);

void pt_rulebook_assumptions(pt_text *out, const pt_uses *uses, const pt_assumptions *assumptions,
                             const pt_style *style);

#endif
