/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What can be counted of a run that has ended: decisions and whether they hold, duties kept and
 * broken, meetings, double roles, work by bearer, and bottlenecks. Made by run/tally, shown by
 * report/tally_page and compared by run/improve; all in one arena.
 *
 * Decisions are about subjects of kind `voorstel` and come from points of kind `agendapunt`, by
 * the rules `uitslag`, `rol_van_orgaan` and `geldigheid` (model/meeting.h). Minutes are counted in
 * the units of PT_NUMBER.
 */
#ifndef PT_MODEL_TALLY_H
#define PT_MODEL_TALLY_H

#include "model/outcome.h"

typedef enum pt_decided {
    PT_DECIDED_VALID,
    PT_DECIDED_VOIDABLE,
    PT_DECIDED_VOID,
    PT_DECIDED_NOT /* put forward, and not taken by who may take it */
} pt_decided;

typedef struct pt_tally_decision {
    uint32_t subject; /* the proposal */
    const char *name;
    pt_value sort;       /* fact `besluit` */
    uint8_t decided;     /* pt_decided */
    pt_date put_forward; /* NONE: not known */
    pt_date taken;       /* NONE: not */
    bool late;           /* a duty about it was broken */
    const char *rule;    /* that says so: "geldigheid", "uitslag"; NULL: never voted on */
    const char *reason;  /* or NULL */
    const char *source;  /* or NULL */
} pt_tally_decision;

/* Work of one bearer: as assumed, and at the ends of what was assumed. */
typedef struct pt_tally_burden {
    const char *bearer;
    int64_t minutes, least, most;
    int64_t cents; /* of what has a rate */
    size_t times;  /* events */
    bool assumed;
} pt_tally_burden;

/* A rule marked as a bottleneck that was ja for a subject. */
typedef struct pt_tally_bottleneck {
    uint16_t group;
    const pt_bottleneck *mark;
    uint32_t subject;
    const char *name; /* of the subject */
    const char *reason;
    const char *source;
    pt_date since; /* first day */
    int days;      /* on which it was ja, within the story */
    bool still;    /* on its last day */
} pt_tally_bottleneck;

typedef struct pt_tally {
    pt_tally_decision *decisions; /* as they came into being */
    size_t decision_count;
    size_t decided[PT_DECIDED_NOT + 1]; /* how many, by pt_decided */
    size_t decided_late;
    size_t duties_kept;
    size_t duties_late; /* at some time, each period of a recurring one for itself */
    size_t meetings;
    size_t own_matters;       /* votes that counted, about a school of the voter's own board */
    size_t incompatible;      /* seats whose rule `onverenigbaar` was ja */
    pt_tally_burden *burdens; /* by bearer, in order of appearance */
    size_t burden_count;
    pt_tally_burden total;            /* bearer NULL */
    pt_tally_bottleneck *bottlenecks; /* in order of appearance */
    size_t bottleneck_count;
    size_t bottlenecks_asked; /* groups of the pack that are marked */
} pt_tally;

/* What an improvement is: a variant, or facts of the subjects for which a rule was ja. */
typedef struct pt_try {
    const pt_improvement *improvement;
    uint16_t group;        /* the first bottleneck that names it */
    const char *shown;     /* "variant onafhankelijke-voorzitter", "voorzitter = nee" */
    const pt_tally *tally; /* of the story with it; NULL: it can not be played */
    const pt_pack *pack;   /* under which it was played */
    const char *obstacle;  /* then why, or NULL */
    int64_t days;          /* fewer days on which the bottlenecks that name it were ja */
    int64_t valid;         /* more decisions that hold */
    int64_t late;          /* fewer duties late */
    int64_t minutes;       /* fewer, in the units of PT_NUMBER */
    bool helps;            /* it takes away days of its bottlenecks */
} pt_try;

typedef struct pt_tries {
    pt_try *items; /* by effect, the strongest first */
    size_t count;
} pt_tries;

#endif
