/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a person should read when a duty or faculty comes into being or changes.
 *
 * Threads: pure functions on their arena.
 */
#ifndef PT_REPORT_DUTY_WORDING_H
#define PT_REPORT_DUTY_WORDING_H

#include "model/outcome.h"
#include "report/page.h"

typedef struct pt_duty_wording {
    bool worth;      /* false: nothing that a person needs to know */
    pt_message mark; /* "plicht", "te laat", ... */
    pt_tone tone;    /* of the mark */
    const char *text;
} pt_duty_wording;

/* `before` is the state before this one, NULL when this is the first. */
pt_duty_wording pt_duty_wording_of(pt_arena *arena, const pt_run_result *result,
                                   const pt_duty_state *before, const pt_duty_state *now,
                                   pt_language language);

/* Is it a faculty: a right with an end, which nobody breaks by not using it? */
bool pt_duty_is_faculty(const pt_pack *pack, const pt_duty_state *duty);

/*
 * Was it late already before the story began? Such a duty says more of what the story leaves out
 * than of what happens in it.
 */
bool pt_duty_predates(const pt_run_result *result, const pt_duty_state *duty);

#endif
