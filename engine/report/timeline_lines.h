/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The lines of a timeline: each record of a run as a person reads it. Used by report/timeline.
 *
 * Threads: one set of lines, one thread.
 */
#ifndef PT_REPORT_TIMELINE_LINES_H
#define PT_REPORT_TIMELINE_LINES_H

#include "report/latest.h"
#include "report/page.h"
#include "report/relevance.h"
#include "report/timeline_page.h"

enum { PT_TIMELINE_COLUMN = 16 }; /* where the text behind the mark begins */

typedef struct pt_timeline_lines {
    pt_page page;
    pt_arena *arena;
    const pt_run_result *result;
    pt_timeline_options options;
    pt_latest latest; /* of what came before the records written next */
    pt_relevance relevance;
    size_t left_out;          /* outcomes of the day that are only counted */
    const pt_record **folded; /* of the day: outcomes that are named together */
    size_t folded_count;
    size_t folded_capacity;
    bool assumed;  /* has something been tagged as resting on an assumption? */
    bool calendar; /* or as leaning on days that the calendar does not know? */
} pt_timeline_lines;

/* Lines that append to `out`. */
pt_timeline_lines pt_timeline_lines_create(pt_text *out, const pt_run_result *result,
                                           const pt_timeline_options *options);

/* Writes the records of one day, [first, end), as far as they are worth reading. */
void pt_timeline_lines_day(pt_timeline_lines *lines, size_t first, size_t end);

#endif
