/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/outcome.h"

bool pt_run_hides(const pt_run_result *result, uint16_t kind, uint16_t fact)
{
    const pt_subject_kind *of = &result->pack->kinds[kind];
    return result->discreet && fact < of->fact_count && of->facts[fact].sensitive;
}

void pt_run_make_discreet(pt_run_result *result)
{
    size_t kept = 0;
    result->discreet = true;
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        bool hidden =
            record->kind == PT_RECORD_FACT &&
            pt_run_hides(result, result->subject_kinds[record->subject], record->of.fact.fact);
        if (!hidden)
            result->records[kept++] = *record;
    }
    result->record_count = kept;
}
