/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Workflow annotations: `::error file=..,line=..,col=..,title=..::text`, one a line, shown by
 * GitHub (and by forges that follow it) beside the line they are about.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_GITHUB_H
#define PT_REPORT_GITHUB_H

#include "base/diagnostics.h"
#include "model/outcome.h"

/* One annotation. Without a file only the title stands beside the text. `title` may be NULL. */
void pt_github_annotate(pt_text *out, pt_severity severity, pt_position at, const char *title,
                        const char *text);

/* What did not come true in a scenario, and that it was not played to its end. */
void pt_github_scenario(pt_text *out, const pt_run_result *result, pt_language language);

void pt_github_unplayed(pt_text *out, const char *path, pt_language language);

/* A finding, titled by its code, with its hint behind it. */
void pt_github_finding(pt_text *out, const pt_finding *finding, pt_language language);

#endif
