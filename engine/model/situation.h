/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * How one rule stood for one subject on one day, cut loose from the world: the rules that it rests
 * on, link by link, down to the facts, so that it can be asked what other facts would have given.
 *
 *     rule 0 (root)  --input-->  rule 1  --input-->  fact 3
 *                    --input-->  fact 0
 *                    --input-->  fixed: vandaag, parameters, counts, what cannot be followed
 *
 * The law is that of the day: versions, grounds in force and references stand still. Made by
 * run/situation, searched by analyse/whynot, shown by report/whynot_report; all in one arena.
 */
#ifndef PT_MODEL_SITUATION_H
#define PT_MODEL_SITUATION_H

#include "model/pack.h"

typedef enum pt_situated_kind {
    PT_SITUATED_FIXED,
    PT_SITUATED_FACT,
    PT_SITUATED_RULE
} pt_situated_kind;

/* Where one input of a function comes from. */
typedef struct pt_situated_input {
    uint8_t kind;   /* pt_situated_kind */
    uint32_t index; /* fact or rule of the situation */
    pt_value value; /* FIXED */
} pt_situated_input;

typedef struct pt_situated_function {
    const pt_function *function;
    const pt_tree *tree; /* under the law of its peildatum */
    const pt_situated_input *inputs;
} pt_situated_function;

/* Grounds of the right period, in order; NULL: applies to all, and none comes after it. */
typedef struct pt_situated_grounds {
    const pt_situated_function **applies;
    size_t count;
} pt_situated_grounds;

typedef struct pt_situated_exception {
    const pt_exception *exception;
    const pt_block *block;
    pt_situated_grounds grounds;
    pt_situated_function condition;
} pt_situated_exception;

typedef struct pt_situated_rule {
    uint32_t subject;
    uint16_t group;
    uint16_t depth; /* links from the root */
    bool followed;  /* false: it keeps `value` */
    pt_value value; /* as it stood */
    const char *name;
    const char *title; /* or NULL */
    const char *subject_name;
    pt_situated_grounds grounds;
    pt_situated_exception *exceptions;
    size_t exception_count;
    pt_situated_function decide;
} pt_situated_rule;

typedef struct pt_situated_fact {
    uint32_t subject;
    uint16_t index; /* of the fact in its kind */
    bool changes;   /* it could still have become something else on that day */
    const char *subject_name;
    const pt_fact *fact;
    pt_value value; /* as it stood */
} pt_situated_fact;

/* Something that may differ, but was held as it stood: a count, a free rule, a peildatum. */
typedef struct pt_situated_held {
    const char *name;
    const char *subject_name; /* or NULL */
} pt_situated_held;

typedef struct pt_situation {
    const pt_pack *pack;
    pt_date day;
    pt_type type;            /* of the outcome of the root */
    bool without_law;        /* the root was not in force, so there is nothing to follow */
    pt_situated_rule *rules; /* the root first */
    size_t rule_count;
    size_t rule_capacity;
    pt_situated_fact *facts;
    size_t fact_count;
    size_t fact_capacity;
    pt_situated_held *held;
    size_t held_count;
    size_t held_capacity;
} pt_situation;

/* --- What analyse/whynot finds ---------------------------------------------------------------- */

typedef struct pt_fact_change {
    uint32_t fact; /* of the situation */
    pt_value to;
    const pt_value *instead; /* other words that would do in its place, the rest being the same */
    size_t instead_count;
} pt_fact_change;

/* Changes that together give the outcome; with any of them left out they do not. */
typedef struct pt_way_out {
    pt_fact_change *changes; /* by rising fact */
    size_t count;
    uint64_t distance;                    /* steps that numbers and days move, one for a word */
    const pt_situated_exception **fallen; /* held as it stood, no longer with these changes */
    size_t fallen_count;
} pt_way_out;

typedef struct pt_why_not {
    pt_value wanted;
    bool already;     /* the outcome was this */
    bool impossible;  /* proved: no change of facts gives it while what is held stays */
    bool exact;       /* fewest and nearest are certain */
    size_t most;      /* changes at once that were looked for */
    pt_way_out *ways; /* fewest facts first, then nearest */
    size_t way_count;
} pt_why_not;

/* --- What analyse/judgement finds ------------------------------------------------------------- */

/* One judgement, by a fact of ja/nee or words, come out as one of these words. */
typedef struct pt_opinion {
    uint32_t fact;  /* of the situation */
    uint64_t words; /* bit i is word i; ja/nee: bit 0 nee, bit 1 ja */
} pt_opinion;

/* Opinions that give an outcome whatever the other judgements are; none can be left out. */
typedef struct pt_opinions {
    pt_value outcome;
    pt_opinion *opinions; /* by rising fact; none: every judgement gives it */
    size_t count;
} pt_opinions;

typedef struct pt_leeway {
    uint32_t *facts; /* the judgements that the outcome may rest on, by rising index */
    size_t fact_count;
    pt_opinions *sets; /* by outcome, then fewest opinions first */
    size_t set_count;
    size_t outcomes;   /* different ones that judgement leaves open */
    bool too_many;     /* more combinations than PT_JUDGEMENT_POINTS: sets were not made */
    uint32_t *amounts; /* judgements that are a number or a day: left as they stood */
    size_t amount_count;
} pt_leeway;

#endif
