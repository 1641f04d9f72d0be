/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The dated timeline of one played scenario, for `speel`: what happened, what changed, who must do
 * what by when and why, and how it ended. Meant for people; what repeats itself is left out.
 *
 * Left out unless `everything`: facts that only repeat their event or its day; outcomes that did
 * not change in value; first outcomes that rest on a fact not known yet or that are not in force.
 * Outcomes of which the story expects something are told with reason and article; of others only
 * changes are, on one line, and first outcomes are counted. When it expects nothing, first outcomes
 * take one line and changes are told in full. What holds for the world on the first day is counted.
 * Days in a row on which the same happened are shown once, with their number.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_TIMELINE_PAGE_H
#define PT_REPORT_TIMELINE_PAGE_H

#include "base/text.h"
#include "model/outcome.h"

typedef struct pt_timeline_options {
    pt_language language; /* of the fixed words; texts of the pack stay as written */
    bool coloured;        /* the caller has looked: a terminal, and no NO_COLOR */
    bool everything;
    bool unfinished; /* the story goes on: no closing sections */
} pt_timeline_options;

/* Appends the timeline to `out`; its working memory is in the arena of `out`. */
void pt_timeline_write(pt_text *out, const pt_run_result *result,
                       const pt_timeline_options *options);

#endif
