/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Readiness at a glance (model/readiness.h), as text or as CSV in the Dutch dialect.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_READINESS_PAGE_H
#define PT_REPORT_READINESS_PAGE_H

#include "model/pack.h"
#include "report/style.h"

/* As people read it, or with the medium PT_MEDIUM_CSV the lines below that of the headings. */
void pt_readiness_write(pt_text *out, const pt_pack *pack, const pt_readiness_table *table,
                        const pt_style *style);
void pt_readiness_csv_head(pt_text *out);

#endif
