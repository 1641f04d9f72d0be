/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What scenarios reach of a pack, for `dekking`: shares and what was never reached, as people read
 * it or as JSON; or the rule files with counts before every line.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_COVERAGE_REPORT_H
#define PT_REPORT_COVERAGE_REPORT_H

#include "model/coverage.h"
#include "report/style.h"

typedef struct pt_coverage_wish {
    bool everything;  /* list all that was never reached */
    bool by_line;     /* the rule files, for people */
    uint32_t minimum; /* percentage of the paths; 0: none is asked for */
} pt_coverage_wish;

/* Is less than the minimum of the paths reached? */
bool pt_coverage_short(const pt_covered *covered, uint32_t minimum);

void pt_coverage_write(pt_text *out, const pt_covered *covered, const pt_style *style,
                       const pt_coverage_wish *wish);

#endif
