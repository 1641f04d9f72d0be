/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The computation of a legal term in plain words: "15 juni 2026 + 6 weken = 27 juli 2026
 * (maandag)".
 *
 * Threads: pure functions on their arena.
 */
#ifndef PT_REPORT_TERM_WORDING_H
#define PT_REPORT_TERM_WORDING_H

#include "base/messages.h"
#include "model/term.h"
#include "report/json.h"

typedef struct pt_term_lines {
    const char **lines;   /* in order of the computation */
    const char **sources; /* of each line: the article, or NULL */
    pt_term_step_kind *kinds;
    size_t count;
} pt_term_lines;

/*
 * One line a step. Steps that each skip one rest day are one line together: "zaterdag, zondag →
 * maandag 29 juni 2026".
 */
pt_term_lines pt_term_wording(pt_arena *arena, const pt_term_result *term, pt_language language);

/* The same in a few words, without the end: "15 juni 2026 + 6 weken + 4 weken, stond 8 dagen
 * stil". NULL when there is nothing to say. */
const char *pt_term_wording_brief(pt_arena *arena, const pt_term_result *term,
                                  pt_language language);

/* The same lines as the member "berekening" of the object being written, in Dutch. */
void pt_term_wording_json(pt_json *json, const pt_term_result *term);

#endif
