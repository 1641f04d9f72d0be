/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Why something is so: a tree of nodes from an outcome down to the facts that were given, for
 * `proeftuin verklaar`. Made by run/explain in the run arena; shown by report/.
 *
 *     rule  zorgplicht_geldt = ja                        reason, ground
 *       condition  not schriftelijk            no        text of the rule, position
 *       condition  steun_nodig == nee          no
 *       fact  steun_nodig = ja                 since 16 June, by event onderzoek
 *       rule  leerling.leerplichtig = ja       ...
 */
#ifndef PT_MODEL_EXPLANATION_H
#define PT_MODEL_EXPLANATION_H

#include "model/outcome.h"
#include "model/situation.h"

typedef enum pt_explanation_kind {
    PT_EXPLAIN_RULE,      /* outcome, function */
    PT_EXPLAIN_EXCEPTION, /* one that was looked at: value of its condition; source, reason */
    PT_EXPLAIN_DUTY,      /* duty, with duty->term when it has one */
    PT_EXPLAIN_PART,      /* a function of a duty or ground: role says which */
    PT_EXPLAIN_CONDITION, /* text, answer, at */
    PT_EXPLAIN_FACT,      /* value, since, event, set_on */
    PT_EXPLAIN_TODAY,
    PT_EXPLAIN_PARAMETER, /* row */
    PT_EXPLAIN_WINDOW,    /* value, stretch; children are the referrers that counted */
    PT_EXPLAIN_LIST,      /* value; children are the referrers */
    PT_EXPLAIN_SHARE,     /* value, share; children: the whole, the weight, the ground */
    PT_EXPLAIN_REFERRER   /* one of those: subject, value of what was counted, since: its day */
} pt_explanation_kind;

/* How a share was reckoned, as people read it. */
typedef struct pt_share_shown {
    const char *weight;
    const char *weights;
    const char *whole;
    const char *floor;
    const char *unit;
    int64_t remainder; /* of `divisor` parts of a unit */
    int64_t divisor;
    int64_t rank; /* among `parts` */
    int64_t parts;
    int64_t left; /* units that the first ranks got */
} pt_share_shown;

typedef struct pt_explanation {
    uint8_t kind;
    bool assumed;
    bool repeated;    /* explained earlier in the tree: children are left out */
    const char *role; /* what it is to its parent: input name, "bereik", "termijn.vanaf", or NULL */
    const char *name; /* of the rule, duty, fact, parameter, window, list; NULL for conditions */
    const char *title; /* or NULL */
    uint32_t subject;  /* UINT32_MAX: none */
    const char *subject_name;
    pt_value value;
    const char *shown;   /* the value as a person reads it; a status for duties */
    const char *reason;  /* filled in, or NULL */
    const char *source;  /* article, or NULL */
    const char *variant; /* that brought the rule, duty, exception or value; NULL: the pack */
    pt_position at;      /* in the text of the pack, or of the story for facts it gives */

    const pt_outcome *outcome;     /* RULE, else NULL */
    const pt_duty_state *duty;     /* DUTY, else NULL */
    const char *bearer;            /* DUTY: name of the bearer or role, NULL when not known */
    const char *text;              /* CONDITION: in words of the rule language */
    bool answer;                   /* CONDITION */
    const pt_parameter_value *row; /* PARAMETER; NULL when it has no value on that day */
    pt_date since;                 /* FACT: from when it holds, NONE when never set */
    pt_date set_on;                /* FACT: the day of the story on which it became known */
    const char *event;             /* FACT: the event that set it; NULL: given */
    const char *nobody;            /* FACT: of nobody, for this reference is empty; else NULL */
    bool told;                     /* FACT: `at` is the line of the story that gives it */
    bool judgement;                /* FACT: a professional decides it */
    bool initial;                  /* FACT: the pack gives it to whoever comes to be */
    pt_period stretch;             /* WINDOW */
    const pt_share_shown *share;   /* SHARE, NULL when nothing was divided */

    const pt_situation *situation; /* of the rule that was asked about, for its leeway */
    const pt_leeway *leeway;       /* what judgement leaves open; NULL: not looked for */

    struct pt_explanation **children;
    size_t child_count;
    size_t child_capacity;
} pt_explanation;

#endif
