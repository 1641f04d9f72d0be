/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A list of findings, for `controleer` and for what every command writes on stderr: as people read
 * them with a closing count, as JSON, or as workflow annotations.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_FINDINGS_H
#define PT_REPORT_FINDINGS_H

#include "base/diagnostics.h"
#include "report/style.h"

/* Appends all findings. PT_MEDIUM_JUNIT is taken as PT_MEDIUM_PEOPLE. */
void pt_findings_write(pt_text *out, const pt_report *report, const pt_style *style);

/* The findings alone, as people read them, without the closing count. */
void pt_findings_show(pt_text *out, const pt_report *report, const pt_style *style);

#endif
