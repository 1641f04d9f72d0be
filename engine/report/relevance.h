/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How much of an outcome a reader of a timeline wants to see. A story that says what it expects
 * says with that what matters in it; the rest is there to get at those.
 *
 * Threads: pure functions once made.
 */
#ifndef PT_REPORT_RELEVANCE_H
#define PT_REPORT_RELEVANCE_H

#include "base/arena.h"
#include "model/outcome.h"

typedef enum pt_relevance_degree {
    PT_RELEVANCE_NONE,  /* nothing new: the same value, or nothing known yet, or its event tells */
    PT_RELEVANCE_COUNT, /* only that there are such outcomes */
    PT_RELEVANCE_NAME,  /* nee from the start: its name, together with others */
    PT_RELEVANCE_LINE,  /* what it is, and what it was, on one line */
    PT_RELEVANCE_FULL   /* with its reason and article */
} pt_relevance_degree;

typedef struct pt_relevance {
    const pt_run_result *result;
    bool expects;       /* the story expects anything at all */
    uint64_t *expected; /* of rules: subject << 16 | rule group, sorted */
    size_t expected_count;
} pt_relevance;

/* Gathers what the story expects. */
pt_relevance pt_relevance_create(pt_arena *arena, const pt_run_result *result);

/*
 * How much of an OUTCOME record is worth telling; `before` is the record of the same thing before
 * it (NULL: the first), `stop` the end of the records of its day.
 */
pt_relevance_degree pt_relevance_of(const pt_relevance *relevance, const pt_record *before,
                                    const pt_record *record, const pt_record *stop);

#endif
