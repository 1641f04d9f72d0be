/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Scenarios as JUnit XML: a suite each, a test case per field of an expectation. Unjudged ones are
 * skipped tests; a scenario that was not played to its end has an error. No times: the same input
 * gives the same bytes.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_JUNIT_H
#define PT_REPORT_JUNIT_H

#include "base/text.h"
#include "model/outcome.h"

void pt_junit_open(pt_text *out);
void pt_junit_suite(pt_text *out, const pt_run_result *result, pt_language language);
void pt_junit_unplayed(pt_text *out, const char *path, pt_language language);
void pt_junit_close(pt_text *out);

#endif
