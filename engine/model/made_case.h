/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A case that was made up to reach something: who there are on one day, and what holds of them.
 * Subject 0 is the one that the case is about. What is not given is unknown, or as a fact begins.
 *
 * Plain data of a fixed size, so that a search can copy and keep them; pure functions.
 */
#ifndef PT_MODEL_MADE_CASE_H
#define PT_MODEL_MADE_CASE_H

#include "model/pack.h"

enum { PT_CASE_SUBJECTS = 24, PT_CASE_REFERENCES = 10, PT_CASE_GIVENS = 80, PT_CASE_NOBODY = 0xFF };

typedef struct pt_made_subject {
    uint16_t kind;
    uint8_t references[PT_CASE_REFERENCES]; /* subjects; PT_CASE_NOBODY: none */
} pt_made_subject;

typedef struct pt_given_fact {
    uint8_t subject;
    uint16_t fact;
    pt_value value;
} pt_given_fact;

typedef struct pt_made_case {
    pt_date day;
    uint8_t subject_count;
    uint8_t given_count;
    pt_made_subject subjects[PT_CASE_SUBJECTS];
    pt_given_fact givens[PT_CASE_GIVENS]; /* by subject, then fact; each once */
} pt_made_case;

/* One subject of `kind`, with what it must refer to. False when that does not fit. */
bool pt_case_start(pt_made_case *made, const pt_pack *pack, uint16_t kind, pt_date day);

/* Adds a subject with what it must refer to, taking those of the kind that are there already;
 * PT_CASE_NOBODY when it does not fit. */
uint8_t pt_case_add(pt_made_case *made, const pt_pack *pack, uint16_t kind);

/* Makes the subject refer to a new one, or to one of that kind that is there. */
bool pt_case_refer(pt_made_case *made, const pt_pack *pack, uint8_t subject, uint16_t reference);

/* What holds of a fact; NULL when nothing was given. */
const pt_value *pt_case_given(const pt_made_case *made, uint8_t subject, uint16_t fact);

/* Gives a fact, in place of what was given before. False when it does not fit. */
bool pt_case_give(pt_made_case *made, uint8_t subject, uint16_t fact, pt_value value);

void pt_case_take_back(pt_made_case *made, uint8_t subject, uint16_t fact);

/* How a graft treats days. */
typedef enum pt_graft_days {
    PT_GRAFT_SHIFTED, /* the days of `other` move along to the day of the case */
    PT_GRAFT_AS_IS    /* the case is on the day of `other` from then on */
} pt_graft_days;

/*
 * Makes `subject` of the case stand as subject 0 of `other` does, with everybody around it.
 * `replaces`: what was given of them and is not given in `other` is taken back.
 */
bool pt_case_graft(pt_made_case *made, uint8_t subject, const pt_made_case *other,
                   pt_graft_days days, bool replaces);

bool pt_case_equal(const pt_made_case *a, const pt_made_case *b);

/* Are they alike but for the day and the values given? */
bool pt_case_alike(const pt_made_case *a, const pt_made_case *b);

#endif
