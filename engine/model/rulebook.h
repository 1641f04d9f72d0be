/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A pack to read in: its things (facts, parameters, blocks), which of them leans on which, what the
 * scenarios show of each, and what rests on an assumption. Made by analyse/, shown by report/.
 *
 * A thing is known by its number: facts first, by kind of subject, then parameters, then blocks,
 * all as they stand in the pack. Versions of a rule or duty are blocks, so things, of their own.
 */
#ifndef PT_MODEL_RULEBOOK_H
#define PT_MODEL_RULEBOOK_H

#include "model/pack.h"

typedef enum pt_thing_kind { PT_THING_FACT, PT_THING_PARAMETER, PT_THING_BLOCK } pt_thing_kind;

typedef struct pt_thing {
    uint8_t kind;     /* pt_thing_kind */
    uint8_t block;    /* pt_block_kind, blocks alone */
    uint16_t subject; /* kind of subject; PT_NO_INDEX: of none */
    uint32_t index;   /* fact of the subject, parameter, or block */
    const char *name;
    const char *title; /* or NULL */
    pt_position at;
} pt_thing;

/* One thing leans on another. */
typedef struct pt_use {
    uint32_t by;
    uint32_t of;
    const char *role;      /* where it does so: "bepaal", "termijn.lengte", "peildatum", "zet" */
    const pt_input *input; /* as the function names it; NULL: not an input of a function */
} pt_use;

typedef struct pt_uses {
    const pt_pack *pack;
    pt_thing *things;
    uint32_t thing_count;
    uint32_t first_parameter; /* number of the first of them */
    uint32_t first_block;
    uint32_t *first_facts; /* by kind of subject */
    uint32_t *same;        /* by thing: the first version of it */
    pt_use *uses;
    size_t use_count;
    size_t use_capacity;
    uint32_t *users;      /* indexes of uses, by what they lean on */
    uint32_t *first_user; /* by thing: where its users begin; one more behind the last */
} pt_uses;

/* --- What scenarios show ---------------------------------------------------------------------- */

/* A thing in one scenario file. */
typedef struct pt_thing_touch {
    uint32_t thing;
    uint32_t plays;    /* in which it gave something: see analyse/touches.h */
    uint32_t expected; /* fields of expectations about it */
    uint32_t resting;  /* fields of expectations that may rest on it; of what is not law alone */
    uint64_t grounds;  /* of a block: bit i, something was given under ground i */
} pt_thing_touch;

/* What one scenario file shows of a pack. */
typedef struct pt_touched {
    const char *path;
    uint32_t plays;
    pt_thing_touch *touches; /* by thing */
    size_t touch_count;
} pt_touched;

/* --- One thing, whole ------------------------------------------------------------------------- */

/* A ground of a block or a value of a parameter: what it is from when, and where that is read. */
typedef struct pt_source_sheet {
    const pt_ground *ground;       /* of a block, else NULL */
    const pt_parameter_value *row; /* of a parameter, else NULL */
    const char *source;
    pt_status status;
    pt_date from;
    pt_date until;
    const char *const *links; /* to the articles in the public register; may be none */
    size_t link_count;
} pt_source_sheet;

/* The decision trees of one function; the least and most paths of its periods of law. */
typedef struct pt_tree_sheet {
    const char *path; /* "bepaal" */
    bool free;        /* read by Lua alone: there are no trees */
    uint32_t least;
    uint32_t most;
    uint32_t opaque; /* the most in one period */
} pt_tree_sheet;

typedef struct pt_version_sheet {
    uint32_t thing;
    pt_source_sheet *sources;
    size_t source_count;
    pt_tree_sheet *trees;
    size_t tree_count;
    uint32_t first_line; /* of the text; 0: there is none */
    const char *text;    /* as it stands in the file, comments above it included */
    size_t text_length;
} pt_version_sheet;

typedef struct pt_scenario_sheet {
    const char *path;
    uint32_t plays; /* of the file */
    uint32_t touched;
    uint32_t expected;
} pt_scenario_sheet;

/* All of one name: the versions of a rule or duty, or one fact, parameter, event, window, list. */
typedef struct pt_sheet {
    pt_version_sheet *versions;
    size_t version_count;
    const pt_use **inputs; /* what it leans on, each thing once, versions as one */
    size_t input_count;
    bool today;           /* it asks what day it is */
    const pt_use **users; /* what leans on it, likewise */
    size_t user_count;
    pt_version_sheet *parameters; /* among the inputs */
    size_t parameter_count;
    pt_scenario_sheet *scenarios; /* that touch it or expect something of it, by path */
    size_t scenario_count;
} pt_sheet;

/* --- All of them ------------------------------------------------------------------------------ */

typedef struct pt_line {
    uint32_t thing; /* a block */
    pt_source_sheet *sources;
    size_t source_count;
    uint32_t touching;  /* scenario files */
    uint32_t expecting; /* likewise */
    uint64_t grounds;   /* under which any of them touches it */
} pt_line;

typedef struct pt_listing {
    pt_line *lines; /* in the order of the pack */
    size_t line_count;
    size_t scenarios; /* files played; 0: nobody has looked */
} pt_listing;

/* --- What is not law -------------------------------------------------------------------------- */

/* A thing with grounds or values that are not read in a law, or a fact that is a judgement. */
typedef struct pt_assumption {
    uint32_t thing;
    pt_source_sheet *sources; /* those alone; none for a judgement */
    size_t source_count;
    uint32_t *outcomes; /* other rules, duties, faculties that hang on it; one version of each */
    size_t outcome_count;
    size_t expected; /* fields of expectations that may rest on it */
    size_t scenarios;
} pt_assumption;

typedef struct pt_assumptions {
    pt_assumption *all; /* blocks and parameters, then judgements, as they stand in the pack */
    size_t count;
} pt_assumptions;

/* --- When a rule gives which outcome (analyse/ways_in) ---------------------------------------- */

typedef struct pt_way_in {
    const char *outcome; /* "ja", "ontvangen_op + 42 dagen" */
    const char **conditions;
    size_t condition_count; /* 0: every case */
} pt_way_in;

typedef struct pt_ways_in {
    const pt_block *block; /* in force on the day; NULL: none is */
    pt_way_in *ways;       /* those with one outcome together */
    size_t count;
    bool deep;         /* the rules it rests on were asked to be put in their place */
    size_t followed;   /* rules that were put in their place */
    const char **kept; /* rules that were not */
    size_t kept_count;
    bool too_large; /* more regions, or inputs than fit: nothing is told */
    bool free;      /* rests on a function that only Lua can answer, which stays an input */
} pt_ways_in;

#endif
