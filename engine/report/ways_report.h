/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * `regels NAAM --paden`: when rules and duties give which outcome, one after the other; as JSON one
 * object with a list of them.
 *
 * Normal use: begin, add each, end.
 */
#ifndef PT_REPORT_WAYS_REPORT_H
#define PT_REPORT_WAYS_REPORT_H

#include "model/rulebook.h"
#include "report/json.h"
#include "report/page.h"
#include "report/style.h"

typedef struct pt_ways_page {
    pt_page page;
    pt_json json;
    pt_text *out;
    pt_date day;
    bool as_json;
} pt_ways_page;

pt_ways_page pt_ways_begin(pt_text *out, pt_date day, const pt_style *style);

void pt_ways_add(pt_ways_page *page, const pt_uses *uses, const pt_thing *thing,
                 const pt_ways_in *ways);

void pt_ways_end(pt_ways_page *page);

#endif
