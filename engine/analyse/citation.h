/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * From what a rule gives as its source ("WPO art. 40 lid 12 en 63 lid 3; Awb art. 6:7") to the
 * articles in the public register of law.
 *
 * Read is: a law that the pack names under `wetten`, then perhaps `art.` and an article with its
 * lid; after `en` a further article or lid; after `;` the next law. Of a range ("lid 3-5") the
 * first is linked; letters (`onder a`) and what stands between brackets are passed over. What does
 * not fit, or may mean two things ("lid 1 en 3"), is not linked.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_CITATION_H
#define PT_ANALYSE_CITATION_H

#include "model/pack.h"

typedef struct pt_citation {
    const pt_statute *statute;
    const char *article; /* "8.8", "6:7"; NULL: the law as a whole */
    const char *member;  /* lid; NULL: the whole article */
} pt_citation;

/* The articles that `source` names, in its order; their number is returned. */
size_t pt_citation_read(pt_arena *arena, const pt_pack *pack, const char *source,
                        pt_citation **citations);

/* The address of an article as it stands on `day`, or on the last day of its law. */
const char *pt_citation_link(pt_arena *arena, const pt_citation *citation, pt_date day);

#endif
