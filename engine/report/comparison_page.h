/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A comparison of two packs for people: as text for a terminal, or as Markdown for a merge request.
 *
 * Threads: pure functions.
 */
#ifndef PT_REPORT_COMPARISON_PAGE_H
#define PT_REPORT_COMPARISON_PAGE_H

#include "model/comparison.h"
#include "report/style.h"

typedef struct pt_comparison_style {
    pt_style style;
    bool markdown;
    bool everything;  /* all regions, and the texts of blocks in full */
    const char *whom; /* for whom it is told; NULL: for everybody */
} pt_comparison_style;

/* Counts over the whole of a comparison. */
typedef struct pt_comparison_totals {
    size_t parameters;
    size_t blocks;
    size_t rules;   /* that give another outcome themselves */
    size_t duties;  /* also: that have another term or bearer */
    size_t beyond;  /* rules and duties that lean on what differs */
    size_t stories; /* played under both */
    size_t differ;  /* of which something comes out differently */
    size_t skipped;
    bool proved; /* nothing was approximated */
} pt_comparison_totals;

/* The three lines at the top. */
void pt_comparison_summary(pt_text *out, const pt_comparison_totals *totals,
                           const pt_comparison_style *how);

/* What changes in the rules, and for which cases. */
void pt_comparison_write(pt_text *out, const pt_comparison *comparison,
                         const pt_comparison_style *how);

/* What one story shows of it; nothing when nothing differs. */
void pt_story_comparison_write(pt_text *out, const pt_story_comparison *story,
                               const pt_comparison_style *how);

#endif
