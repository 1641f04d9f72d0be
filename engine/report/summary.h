/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What came of the expectations of scenarios, for `toets`: a line per scenario, what did not come
 * true and where, and totals; or the same as JSON, JUnit XML or workflow annotations.
 *
 * Normal use, where each scenario may be written in another process and put together later:
 *     pt_summary_open(out, &style);
 *     pt_summary_scenario(out, first, &style);  pt_summary_count(&totals, first);
 *     pt_summary_between(out, &style);
 *     pt_summary_scenario(out, second, &style); pt_summary_count(&totals, second);
 *     pt_summary_close(out, &totals, &style);
 * A story that is played several times (rows of a table, starting days) takes one line for people
 * when its plays go through pt_summary_play, and pt_summary_plays_end when the last was played.
 * For people the last line is always "N passed, N failed" in exactly that form.
 *
 * What is counted are fields of expectations. Unjudged ones are counted apart, never as passed. A
 * scenario that could not be played to its end counts as one failure more.
 *
 * Threads: pure functions on their text and totals.
 */
#ifndef PT_REPORT_SUMMARY_H
#define PT_REPORT_SUMMARY_H

#include "base/diagnostics.h"
#include "base/text.h"
#include "model/outcome.h"
#include "report/style.h"

typedef struct pt_summary_totals {
    size_t scenarios;
    size_t passed;
    size_t failed; /* one for each broken scenario included */
    size_t unjudged;
    size_t broken; /* scenarios not played, or not to the end */
} pt_summary_totals;

void pt_summary_count(pt_summary_totals *totals, const pt_run_result *result);

/* Counts a scenario that could not be read or played at all. */
void pt_summary_count_unplayed(pt_summary_totals *totals);

/* Adds the counts of `more` to `totals`. */
void pt_summary_add(pt_summary_totals *totals, const pt_summary_totals *more);

void pt_summary_open(pt_text *out, const pt_style *style);
void pt_summary_scenario(pt_text *out, const pt_run_result *result, const pt_style *style);

/* Plays of one story that went well and are not written yet. Start with {.several = ...}. */
typedef struct pt_summary_plays {
    bool several; /* the story is played more than once */
    size_t count;
    size_t passed;
} pt_summary_plays;

/*
 * As pt_summary_scenario; for people a play of several that went well is kept for later. True when
 * something was written.
 */
bool pt_summary_play(pt_text *out, const pt_run_result *result, const pt_style *style,
                     pt_summary_plays *plays);

/* Writes what was kept, as one line for the story called `name`; true when there was something. */
bool pt_summary_plays_end(pt_text *out, const char *name, const pt_style *style,
                          const pt_summary_plays *plays);

/* A scenario of which there is no result; its findings are reported elsewhere. */
void pt_summary_unplayed(pt_text *out, const char *path, const pt_style *style);

void pt_summary_between(pt_text *out, const pt_style *style);
void pt_summary_close(pt_text *out, const pt_summary_totals *totals, const pt_style *style);

/*
 * The reason and article (either may be NULL) of the outcome or duty that a judged expectation is
 * about, as they stood when it was judged: from its own record, or else from those before it.
 */
typedef struct pt_grounds {
    const char *reason;
    const char *source;
} pt_grounds;

pt_grounds pt_summary_grounds(pt_arena *arena, const pt_run_result *result,
                              const pt_record *expectation, pt_language language);

#endif
