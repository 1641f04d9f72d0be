/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Decision trees: what the reader makes of one rule function in one period of law.
 *
 *          [ ontvangen_op - vandaag <= -42 ]           test: a form against a bound, a set, ...
 *              yes /          \ no
 *     leaf: nee, reason      [ school_soort in {so, vso} ] ...
 *
 * An *atom* is an input of the function or a call of a calendar or rounding word on forms.
 * A *form* is (sum of coefficient * atom + constant) / 2^shift, in the units of model/value.h.
 * Nodes are shared (hash-consed) and stand in one array; children come before their parents.
 */
#ifndef PT_MODEL_TREE_H
#define PT_MODEL_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diagnostics.h"
#include "model/date.h"
#include "model/value.h"

typedef enum pt_operation {
    PT_OP_INPUT,          /* the input itself */
    PT_OP_FLOOR_DIVIDE,   /* form // constant, which is in the units of the form; whole numbers */
    PT_OP_REMAINDER,      /* form % constant, sign of the constant as in Lua */
    PT_OP_CEILING_DIVIDE, /* deel_omhoog */
    PT_OP_ROUND_DIVIDE,   /* afgerond: half away from zero */
    PT_OP_PERCENT_DOWN,   /* procent_van(form, constant basis points), rounded down */
    PT_OP_PERCENT_UP,
    PT_OP_PERCENT_ROUND,
    PT_OP_SCHOOL_YEAR_BEGIN, /* begin_schooljaar(date) */
    PT_OP_SCHOOL_YEAR_END,
    PT_OP_MONTH_BEGIN,
    PT_OP_MONTH_END,
    PT_OP_YEAR,              /* jaar(date), a number */
    PT_OP_MONTH,             /* maand(date), 1..12 */
    PT_OP_DAY,               /* dag(date), 1..31 */
    PT_OP_AGE,               /* leeftijd_op(born, date), a number */
    PT_OP_BIRTHDAY,          /* verjaardag(born, constant) */
    PT_OP_MONTHS_LATER_DOWN, /* maanden_later(date, constant, omlaag) */
    PT_OP_MONTHS_LATER_UP,
    PT_OP_MONTHS_BETWEEN,     /* maanden_tussen(from, to): whole months passed */
    PT_OP_WORKING_DAYS_LATER, /* werkdagen_later(date, constant) */
    PT_OP_SCHOOL_DAYS_LATER,
    PT_OP_NEXT_WORKING_DAY, /* werkdag_vanaf(date): the date or the first working day after it */
    PT_OP_NEXT_SCHOOL_DAY,  /* schooldag_vanaf(date) */
    PT_OP_DAY_OF_YEAR /* op_dag(date, day, month): that day in the calendar year of date; constant =
                         month * 100 + day */
} pt_operation;

typedef struct pt_term_of_form {
    int64_t coefficient;
    uint16_t atom;
} pt_term_of_form;

typedef struct pt_form {
    const pt_term_of_form *terms; /* by rising atom, coefficients not 0 */
    uint16_t count;
    uint8_t shift;
    int64_t constant; /* already multiplied by 2^shift */
} pt_form;

typedef struct pt_atom {
    uint8_t operation; /* pt_operation */
    bool moves;        /* changes with vandaag when all facts stand still */
    uint16_t input;    /* PT_OP_INPUT: index into the inputs of the function */
    pt_type type;
    pt_form arguments[2]; /* calls only */
    int64_t constant;     /* calls only; divisors in the units of the form they divide */
} pt_atom;

typedef enum pt_test_kind {
    PT_TEST_AT_MOST, /* form <= 0 */
    PT_TEST_IN,      /* atom (choice or ja/nee) is a value in mask */
    PT_TEST_KNOWN,   /* atom is not onbekend */
    PT_TEST_NONE     /* atom is geen */
} pt_test_kind;

/* How a test stands to the text at its place. */
typedef enum pt_wording {
    PT_WORDING_TEXT,     /* it is what the text asks */
    PT_WORDING_OPPOSITE, /* the text asks the opposite: `soort ~= bao` for the test soort in {bao}
                          */
    PT_WORDING_PART      /* a step of it: half of an equality, one row of a table */
} pt_wording;

typedef struct pt_test {
    uint8_t kind;
    uint8_t wording; /* pt_wording */
    bool opaque;     /* feasibility of its branches was approximated */
    uint16_t atom;   /* all but AT_MOST */
    uint64_t mask;   /* IN: bit i is word i; ja/nee: bit 0 nee, bit 1 ja */
    pt_form form;    /* AT_MOST; shift 0 */
    pt_position at;  /* where the text asks it */
} pt_test;

typedef enum pt_leaf_kind {
    PT_LEAF_VALUE, /* constant value (also onbekend and geen) */
    PT_LEAF_FORM,  /* a form in the units of `type` */
    PT_LEAF_ATOM   /* the atom as it is, absences included */
} pt_leaf_kind;

/* A piece of a reason: fixed text, or a value shown in its place. */
typedef struct pt_reason_piece {
    const char *text; /* NULL for a value */
    size_t length;
    pt_type type;
    bool is_atom; /* show atom `atom`, else the form */
    uint16_t atom;
    pt_form form;
} pt_reason_piece;

typedef struct pt_leaf {
    uint8_t kind; /* pt_leaf_kind */
    pt_value value;
    uint16_t atom;
    pt_form form;
    pt_type type;
    const char *reason; /* as written, with {name}; NULL when the path gives none */
    const pt_reason_piece *pieces;
    size_t piece_count;
    pt_position at; /* the return */
} pt_leaf;

typedef struct pt_node {
    bool is_leaf;
    uint32_t yes; /* node indexes, tests only */
    uint32_t no;
    pt_test test;
    pt_leaf leaf;
} pt_node;

typedef struct pt_tree {
    const pt_atom *atoms;
    size_t atom_count;
    const pt_node *nodes;
    size_t node_count;
    uint32_t root;
    uint32_t path_count;   /* before sharing */
    uint32_t opaque_count; /* tests whose branches were split without proof */
} pt_tree;

/* One period of law (both days inclusive) in which all constants of a function stand still. */
typedef struct pt_tree_period {
    pt_date from;
    pt_date until;
    const pt_tree *tree;
} pt_tree_period;

#endif
