/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What differs between two packs, as data for reports: an earlier (*before*) and a later (*after*)
 * version of the law, or a pack without and with a variant.
 *
 * Conditions, values and witnesses are texts in words of the rule language. Everything lives in the
 * arena of whoever made it, with pointers into both packs.
 */
#ifndef PT_MODEL_COMPARISON_H
#define PT_MODEL_COMPARISON_H

#include "model/pack.h"

/* Cases for which two versions give different outcomes: all conditions hold at once. */
typedef struct pt_zone {
    const char **conditions; /* "uren >= 4", "soort is bao of sbo"; none: every case */
    size_t condition_count;
    const char *before; /* outcome: "ja", "2026-08-01", "ontvangen_op + 42 dagen" */
    const char *after;
    const char *reason_before; /* of the witness; NULL: none */
    const char *reason_after;
    const char **witness; /* "uren = 4", one per input; NULL when no case was found */
    size_t witness_count;
    bool opaque; /* a condition on it was not decided exactly */
} pt_zone;

/* The regions of one stretch of law; together all cases that differ, without overlap. */
typedef struct pt_difference_period {
    pt_date from; /* inclusive; PT_DATE_NONE and PT_DATE_FOREVER are open ends */
    pt_date until;
    const char *law; /* the fact that those days are of; NULL: vandaag */
    pt_zone *regions;
    size_t region_count;
    size_t paths;    /* pairs of paths that end differently, before they were joined to regions */
    bool incomplete; /* too many paths: there may be more, and nothing is proved */
    bool unproved;   /* too much to put together: whether each of these cases exists is not known */
} pt_difference_period;

/* One question about a rule or duty whose answer may differ. */
typedef struct pt_difference {
    bool of_duty;
    const char *name; /* of the group */
    const char *path; /* "" is the outcome (for a duty: does it exist?); else "vervuld", ... */
    const pt_block *block_before; /* a version of it, or NULL when it is not there */
    const pt_block *block_after;
    const pt_difference_period *periods;
    size_t period_count;
    bool itself; /* differs for equal inputs too: its own text, term or parameters changed */
    const char
        *causes;       /* what it leans on that moves in its regions: "regel x, lijst y"; or NULL */
    const char *cause; /* of several variants: what of which of them it comes from; else NULL */
    bool free;         /* leans on Lua that no tree was made of: compared as text alone */
    bool unseen;       /* on a window or list of which it is not known for whom it is another */
    bool last;         /* nothing leans on it */
} pt_difference;

/* One stretch of days on which a parameter differs. */
typedef struct pt_parameter_change {
    const pt_parameter *before; /* NULL: not there */
    const pt_parameter *after;
    pt_date from;
    pt_date until;
    pt_value value_before; /* UNKNOWN: none on those days */
    pt_value value_after;
    const char *source_before;
    const char *source_after;
} pt_parameter_change;

/* A block whose text differs, or that is in one pack alone. */
typedef struct pt_block_change {
    const pt_block *before; /* NULL: added */
    const pt_block *after;  /* NULL: removed */
    const char **lines;     /* the text, each beginning with ' ', '-' or '+' */
    size_t line_count;
} pt_block_change;

/* A part of a duty in words that differs: "termijn" from "6 weken" to "4 weken". */
typedef struct pt_duty_change {
    const char *name;
    const char *part;
    const char *before;
    const char *after;
    const pt_block *block_after;
} pt_duty_change;

/* What one story shows of it: an outcome, a duty or an event that is another. */
typedef enum pt_shown_kind { PT_SHOWN_OUTCOME, PT_SHOWN_DUTY, PT_SHOWN_EVENT } pt_shown_kind;

typedef struct pt_shown_change {
    uint8_t kind; /* pt_shown_kind */
    const char *subject;
    const char *name;   /* of the rule, duty or event */
    const char *title;  /* or NULL */
    const char *bearer; /* of a duty: a name or role; else NULL */
    pt_date day;        /* the first on which it differs */
    const char *before; /* an outcome in words; NULL: none */
    const char *after;
    pt_value last_before; /* an outcome at the end of the story; UNKNOWN: none */
    pt_value last_after;
    uint8_t status_before; /* pt_duty_status at the end, of a duty */
    uint8_t status_after;
    pt_date due_before; /* last day of a duty, day of an event; PT_DATE_NONE: there is none */
    pt_date due_after;
    int64_t times_before; /* of an event */
    int64_t times_after;
    const char *cause; /* what was changed in the law that it leans on; NULL: not known */
} pt_shown_change;

typedef struct pt_story_comparison {
    const char *name;
    const char *title;
    pt_shown_change *changes;
    size_t change_count;
    int64_t minutes_before; /* of work, in the units of PT_NUMBER (model/tally.h) */
    int64_t minutes_after;
} pt_story_comparison;

typedef struct pt_comparison {
    const pt_pack *before;
    const pt_pack *after;
    pt_parameter_change *parameters;
    size_t parameter_count;
    pt_block_change *blocks;
    size_t block_count;
    pt_duty_change *duties;
    size_t duty_count;
    pt_difference *differences;
    size_t difference_count;
    size_t compared;     /* questions held against each other */
    size_t rules_differ; /* rules and duties with a difference of their own */
    size_t duties_differ;
    bool subjects_differ; /* kinds of subject, facts or references */
    bool calendars_differ;
    size_t
        beyond_count; /* rules and duties of which no text changed, and that differ all the same */
    const char **steady; /* rules and duties that lean on what differs, and are proved the same */
    size_t steady_count;
    const char **later; /* those that lean on it by an event alone: for equal facts the same */
    size_t later_count;
    bool base;   /* told in facts */
    bool proved; /* what is not listed is proved equal: no opaque, free or incomplete comparison */
} pt_comparison;

#endif
