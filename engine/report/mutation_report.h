/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which small faults in a pack its scenarios notice, and which they do not, for `muteer`: as people
 * read it or as JSON.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_MUTATION_REPORT_H
#define PT_REPORT_MUTATION_REPORT_H

#include "model/mutation.h"
#include "report/style.h"

typedef struct pt_mutation_wish {
    bool everything;  /* list all that was not noticed */
    uint32_t minimum; /* percentage noticed; 0: none is asked for */
} pt_mutation_wish;

/* Is less than the minimum noticed? What is equivalent or stillborn does not count. */
bool pt_mutation_short(const pt_mutation *mutation, uint32_t minimum);

void pt_mutation_write(pt_text *out, const pt_mutation *mutation, const pt_style *style,
                       const pt_mutation_wish *wish);

#endif
