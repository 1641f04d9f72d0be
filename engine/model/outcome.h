/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a run gives: records in the order in which they come about, for reports, stores and tests.
 * Records point into the pack, the scenario and the run arena and end with the first of them.
 */
#ifndef PT_MODEL_OUTCOME_H
#define PT_MODEL_OUTCOME_H

#include "model/pack.h"
#include "model/scenario.h"

/* How an outcome came about. */
typedef enum pt_way {
    PT_WAY_RULE,         /* by the function of the rule */
    PT_WAY_EXCEPTION,    /* by an exception */
    PT_WAY_MISSING,      /* a required input is onbekend or geen: `missing` */
    PT_WAY_NOT_IN_FORCE, /* no version or ground holds: geen */
    PT_WAY_CONFLICT,     /* two exceptions hold with different results: onbekend */
    PT_WAY_FAILED        /* the rule failed (limit, disagreement): onbekend */
} pt_way;

/* The outcome of one rule for one subject on one day. */
typedef struct pt_outcome {
    pt_value value;
    uint8_t way; /* pt_way */
    uint16_t group;
    uint16_t version;        /* rule, or PT_NO_INDEX */
    uint16_t exception;      /* or PT_NO_INDEX */
    const char *reason;      /* filled in, in Dutch; NULL when there is none */
    const pt_ground *ground; /* NULL when not in force */
    const pt_input *missing; /* the input that is not known */
    pt_date holds_until;     /* last day (inclusive) on which it holds while no fact changes */
    bool assumed;            /* rests on a parameter or ground with status aanname */
} pt_outcome;

typedef enum pt_duty_status {
    PT_DUTY_ABSENT, /* it does not exist (yet) */
    PT_DUTY_OPEN,
    PT_DUTY_STANDS_STILL,
    PT_DUTY_FULFILLED,
    PT_DUTY_LATE,
    PT_DUTY_FULFILLED_LATE,
    PT_DUTY_LAPSED
} pt_duty_status;

/* The state of one duty (one period of a recurring one) for one subject on one day. */
typedef struct pt_duty_state {
    uint8_t status; /* pt_duty_status */
    uint16_t group;
    uint16_t version;
    uint16_t exception; /* that takes the duty away, or PT_NO_INDEX */
    const pt_ground *ground;
    pt_date period; /* first day of the period of a recurring duty, else PT_DATE_NONE */
    pt_date start;
    pt_date due;       /* last day on which it can be met in time; PT_DATE_FOREVER when not known */
    pt_date fulfilled; /* or PT_DATE_NONE */
    pt_date lapsed;    /* or PT_DATE_NONE, also for a faculty that lapses by passing its last day */
    uint32_t bearer;   /* subject index, or UINT32_MAX */
    const char *bearer_role; /* or NULL */
    pt_date holds_until;     /* as in pt_outcome */
    const pt_input *missing;
    const pt_term_result *term; /* the computation, when asked for; else NULL */
    bool assumed;
    bool calendar_unknown; /* leans on days that the calendar does not know */
} pt_duty_state;

typedef enum pt_record_kind {
    PT_RECORD_EVENT,       /* something happened */
    PT_RECORD_FACT,        /* a fact changed */
    PT_RECORD_OUTCOME,     /* a rule gave another outcome than before */
    PT_RECORD_DUTY,        /* a duty came into being or changed status or due date */
    PT_RECORD_DECISION,    /* a decision point was passed */
    PT_RECORD_EXPECTATION, /* one field of an expectation was judged */
    PT_RECORD_PROBLEM      /* the run could not go on as written: a finding was added */
} pt_record_kind;

typedef struct pt_record {
    uint8_t kind;
    pt_date day;
    uint32_t subject;    /* UINT32_MAX: the whole run */
    const pt_step *step; /* that brought it about, or NULL */
    union {
        struct {
            uint16_t event;
            pt_date holds_from;
            uint32_t cause_block; /* rule or duty that raised it, or UINT32_MAX: the story */
            const char *cause_reason;
            uint8_t depth;
        } event;
        struct {
            uint16_t fact;
            pt_value before;
            pt_value after;
            pt_date since;
        } fact;
        pt_outcome outcome;
        pt_duty_state duty;
        struct {
            size_t chosen;
        } decision;
        struct {
            const pt_expectation *expectation;
            const pt_expected_field *field;
            bool passed;
            bool unjudged;
            const char *expected; /* as shown */
            const char *found;
            const char *reason; /* of the rule it is about, when it failed; or NULL */
            const char *source; /* article of the rule or duty, when it failed; or NULL */
        } expectation;
    } of;
} pt_record;

typedef struct pt_run_result {
    const pt_pack *pack;
    const pt_scenario *scenario;
    pt_record *records;
    size_t record_count;
    size_t record_capacity;
    const char **subject_names; /* by subject index, those made during the run included */
    uint16_t *subject_kinds;
    uint32_t subject_count;
    size_t passed; /* expectation fields */
    size_t failed;
    size_t unjudged;
    const struct pt_meetings *meetings; /* model/meeting.h; NULL: none, or nobody asked */
    const struct pt_tally *tally;       /* model/tally.h; NULL: nobody asked */
    const struct pt_money_years *years; /* model/money.h; NULL: no money, or nobody asked */
    const struct pt_tries *tries;       /* of improvements, in the same header; or NULL */
    bool discreet;                      /* sensitive facts were left out */
    bool broken; /* a rule failed, the two readings disagreed or a limit was hit */
} pt_run_result;

/* Is this fact of this kind marked gevoelig in a run from which such facts were left out? */
bool pt_run_hides(const pt_run_result *result, uint16_t kind, uint16_t fact);

/* Leaves out the records of facts that are marked gevoelig (health, conduct), before a report. */
void pt_run_make_discreet(pt_run_result *result);

#endif
