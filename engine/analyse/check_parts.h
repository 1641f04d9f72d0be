/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parts of pt_check_pack (analyse/check.h), and what they share.
 */
#ifndef PT_ANALYSE_CHECK_PARTS_H
#define PT_ANALYSE_CHECK_PARTS_H

#include "analyse/check.h"

typedef struct pt_check {
    const pt_pack *pack;
    const pt_checking *how;
    pt_report *report;
    pt_report *notes;
    pt_arena *scratch;
    pt_arena *joints; /* of one search for a case */
    size_t undecided; /* pairs of which it could not be found out whether they can hold at once */
    size_t steps;     /* left for looking for cases, over the whole pack */
} pt_check;

/* Adds a finding where its severity belongs. */
void pt_check_find(pt_check *check, pt_code code, pt_position at, const char *const *arguments);

/* Does the author say something about the block? What is odd is then meant to be so. */
bool pt_check_explained(const pt_check *check, uint32_t block);

/* "regel 'x'", as messages name a block. */
const char *pt_check_name(pt_check *check, uint32_t block);

/* The condition at a place as it is written, as far as it stands on one line. */
const char *pt_check_written(pt_check *check, const pt_position *at);

/* Conditions and returns that no case needs (check_text.c). */
void pt_check_text(pt_check *check);

/* Outcomes that never come, questions that are always answered alike (check_outcomes.c). */
void pt_check_outcomes(pt_check *check);

/* Conditions with one outcome, by what the rules that they ask can give (check_composed.c). */
void pt_check_composed(pt_check *check);

/* Can the function give this word or ja, on some day? Also true when that was not found out. */
bool pt_check_can_give(pt_check *check, const pt_function *function, pt_value value);

/* Exceptions that collide, grounds that hold at once, gaps between periods (check_periods.c). */
void pt_check_periods(pt_check *check);

/* Duties that cannot be met or begin (check_duties.c). */
void pt_check_duties(pt_check *check);

/* Rules, facts, parameters, events that nothing uses (check_use.c). */
void pt_check_use(pt_check *check);

/* A case for which several functions say ja at once. */
typedef struct pt_joint {
    const char *words;  /* of the case; until the next search */
    bool through_rule;  /* rules that are asked were looked into */
    bool rests_on_rule; /* an outcome of another rule, window or list was taken as free */
} pt_joint;

enum { PT_MOST_JOINT = 4 };

/*
 * Can all these functions (NULL: always ja) give ja for one subject, each under the law of its day?
 * The case was evaluated by the trees, with the rules that they ask when all days are one. False
 * also when that could not be found out (check_joint.c).
 */
bool pt_check_joint(pt_check *check, const pt_function *const *functions, const pt_date *days,
                    size_t count, pt_joint *joint);

#endif
