/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A scenario as it is played: one story with all dates made absolute, one row of its table and one
 * starting year chosen. Made by io/scenario in the case arena, constant afterwards.
 */
#ifndef PT_MODEL_SCENARIO_H
#define PT_MODEL_SCENARIO_H

#include "model/pack.h"

/* A value given to a fact (or asked field) of a subject. */
typedef struct pt_assignment {
    uint16_t fact; /* fact of the kind, or asked field of the event */
    pt_value value;
    pt_position at;
} pt_assignment;

/* Somebody or something in the story. Subjects of the world come first; events make the others. */
typedef struct pt_scenario_subject {
    const char *name; /* as written; made up for nameless ones: "verzuimdag 3" */
    uint16_t kind;
    bool in_world;        /* there from the first day */
    uint32_t *references; /* subject indexes, one per reference of the kind; UINT32_MAX: none */
    pt_assignment *facts; /* given in the world, or with the event that makes it */
    size_t fact_count;
    pt_position at;
} pt_scenario_subject;

/* One event of the story. */
typedef struct pt_occurrence {
    uint16_t event;       /* PT_NO_INDEX: wijzig, facts alone */
    uint32_t subject;     /* the one it is about, or the one it makes */
    pt_date holds_from;   /* geldt_vanaf; the day itself when not given */
    pt_assignment *asked; /* values of the asked fields */
    size_t asked_count;
    pt_assignment *facts; /* further facts set directly by the block */
    size_t fact_count;
    pt_position at;
} pt_occurrence;

typedef enum pt_expected_kind {
    PT_EXPECT_NAME,         /* a fact, rule, duty, window or list of a subject */
    PT_EXPECT_DUTIES,       /* S.plichten: the names of its duties that are open or late */
    PT_EXPECT_DECISIVE,     /* S.doorslaggevend: without whose vote the result would be another */
    PT_EXPECT_HAPPENED,     /* gebeurd: { event: times } */
    PT_EXPECT_NOT_HAPPENED, /* niet_gebeurd: [event] */
} pt_expected_kind;

typedef enum pt_expected_field_kind {
    PT_FIELD_VALUE,        /* waarde, or the bare scalar (a status, when the name is a duty) */
    PT_FIELD_STATUS,       /* status, or the word geen: the duty does not exist */
    PT_FIELD_BEARER,       /* wie: subject name or role */
    PT_FIELD_DUE,          /* uiterlijk: date */
    PT_FIELD_SOURCE,       /* bron */
    PT_FIELD_REASON,       /* reden */
    PT_FIELD_CONTAINS,     /* bevat */
    PT_FIELD_CONTAINS_NOT, /* bevat_niet */
    PT_FIELD_EXACTLY,      /* precies */
    PT_FIELD_COUNT         /* number of times */
} pt_expected_field_kind;

typedef struct pt_expected_field {
    uint8_t kind;             /* pt_expected_field_kind */
    pt_value value;           /* VALUE; DUE (DATE or NONE); COUNT (NUMBER) */
    int64_t margin;           /* marge: how far VALUE may be off, in the units of the value */
    const char *text;         /* STATUS, BEARER, SOURCE, REASON */
    const char *const *texts; /* lists */
    size_t text_count;
    pt_position at; /* the scalar itself, so that an accepted outcome can be written over it */
} pt_expected_field;

typedef struct pt_expectation {
    uint8_t kind;        /* pt_expected_kind */
    uint32_t subject;    /* UINT32_MAX: the whole run */
    const char *written; /* "a1.besluit_nemen" */
    pt_name name;        /* EXPECT_NAME */
    uint16_t event;      /* HAPPENED, NOT_HAPPENED */
    pt_expected_field *fields;
    size_t field_count;
    bool unjudged; /* nog_niet_beoordeeld: may not count as passed */
    pt_position at;
} pt_expectation;

typedef struct pt_branch {
    const char *name;
    pt_occurrence *occurrences;
    size_t occurrence_count;
} pt_branch;

typedef enum pt_step_kind {
    PT_STEP_OCCURRENCE,
    PT_STEP_EXPECTATIONS,
    PT_STEP_DECISION
} pt_step_kind;

/* One block of the story on one day; steps stand by day, then as written. */
typedef struct pt_step {
    uint8_t kind;
    pt_date day;
    pt_position at;
    pt_occurrence occurrence;
    pt_expectation *expectations;
    size_t expectation_count;
    const char *decision; /* beslispunt: its name */
    const char *question; /* vraag */
    const char *by;       /* bij, or NULL */
    pt_branch *branches;
    size_t branch_count;
    size_t chosen; /* by --keuze or standaard */
} pt_step;

/* A meeting that names a power instead of an organ: who has no seat there may be there, and does
   not vote. */
typedef struct pt_open_meeting {
    uint32_t meeting;
    const char *power;   /* word of voorstel.besluit */
    const char **guests; /* who was there without a seat, in the order of the story */
    size_t guest_count;
} pt_open_meeting;

typedef struct pt_scenario {
    const char *name; /* file's scenario:, with [row] or @year behind it when there are several */
    const char *title;
    const char *pack;
    const char *variant; /* or NULL */
    pt_date from;        /* first and last day played, inclusive */
    pt_date until;
    int region; /* of the calendar */
    pt_scenario_subject *subjects;
    uint32_t subject_count;
    pt_step *steps;
    size_t step_count;
    pt_open_meeting *open_meetings;
    size_t open_count;
    const pt_source *source;
    uint64_t hash;
} pt_scenario;

#endif
