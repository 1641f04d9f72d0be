/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Findings as SARIF 2.1.0 (OASIS), which forges and editors show beside the code: one run, the
 * codes that were found as its rules, each finding a result with its region in characters.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_SARIF_H
#define PT_REPORT_SARIF_H

#include "base/diagnostics.h"

void pt_sarif_write(pt_text *out, const pt_report *report, pt_language language);

#endif
