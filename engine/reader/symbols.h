/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the walk holds instead of values: constants, atoms, linear forms, open tests, texts, tables
 * and functions of the text; and the walk itself, shared by walk.c, words.c and paths.c.
 */
#ifndef PT_READER_SYMBOLS_H
#define PT_READER_SYMBOLS_H

#include "model/constraints.h"
#include "reader/draft.h"
#include "reader/forms.h"
#include "reader/syntax.h"

typedef enum pt_symbol_kind {
    PT_SYMBOL_NOTHING,  /* no value: nil, or a finding was added */
    PT_SYMBOL_CONSTANT, /* value: ja, nee, onbekend, geen, a word with its set */
    PT_SYMBOL_WORD,     /* a bare word whose set is not known yet: text */
    PT_SYMBOL_ATOM,     /* an input as it is, absences included */
    PT_SYMBOL_FORM,     /* a number, amount, date, ... of `type` */
    PT_SYMBOL_TEST,     /* a question not asked yet; negated: its opposite */
    PT_SYMBOL_TEXT,
    PT_SYMBOL_TABLE,   /* tabel { ... }: syntax, names */
    PT_SYMBOL_FUNCTION /* syntax, names in force where it stands */
} pt_symbol_kind;

typedef struct pt_symbol {
    uint8_t kind;
    bool negated;
    bool settled; /* an answer that came out of and, or, not without the last part being asked */
    bool fixed;   /* an answer that follows from parameters alone */
    uint16_t atom;
    pt_type type;
    pt_value value;
    pt_form form;
    pt_test test;
    const char *text;
    const pt_syntax *syntax;
    struct pt_binding *names;
} pt_symbol;

/* A name and what it stands for; the chain is the scope, innermost first. */
typedef struct pt_binding {
    const char *name;
    pt_symbol symbol;
    struct pt_binding *outer;
} pt_binding;

typedef struct pt_decision {
    pt_test test;
    bool outcome;
} pt_decision;

typedef struct pt_walk {
    pt_draft *draft;
    pt_arena *arena;   /* of the pack: what becomes part of the tree */
    pt_arena *scratch; /* of one path */
    const pt_function *function;
    pt_date day; /* the first day of the period walked */
    pt_atom atoms[PT_MOST_ATOMS];
    size_t atom_count;
    pt_constraints known;
    pt_decision decisions[PT_LIMIT_TREE_DEPTH];
    size_t decision_count; /* decided so far, over all passes */
    size_t cursor;         /* next to be followed in this pass */
    size_t steps;          /* evaluated nodes, over all paths: bounds the time */
    size_t depth;          /* of calls */
    bool failed;           /* a finding was added: the function has no tree */
    bool impossible;       /* this path turned out to be none */
    pt_constraints domain; /* what the declared values of the inputs alone leave */
    uint32_t opaque_count;
} pt_walk;

/* Adds a finding about the function being walked, once per place; gives NOTHING. */
pt_symbol pt_walk_fail(pt_walk *walk, pt_code code, pt_position at, const char *const *arguments,
                       const char *suggestion);

/* Evaluates an expression to one symbol. */
pt_symbol pt_walk_expression(pt_walk *walk, const pt_syntax *expression, pt_binding *names);

/* Asks a test: what the path knows, or the next decision. */
bool pt_walk_ask(pt_walk *walk, pt_test test);

/* Is the symbol ja? Refuses what is no plain ja/nee. */
bool pt_walk_truth(pt_walk *walk, pt_symbol symbol, pt_position at);

/*
 * The symbol as a form of some number-like type (`symbol->type`), refused when it can be onbekend
 * or geen here or is no such type.
 */
bool pt_walk_form(pt_walk *walk, pt_symbol *symbol, pt_position at);

/* ja or nee as a constant; a test as a symbol; a test that is only a step of what the text asks. */
pt_symbol pt_symbol_answer(bool yes);
pt_symbol pt_symbol_test(pt_test test, bool negated);
pt_test pt_walk_part_of(pt_test test);

/* Can this input be onbekend or geen on the path so far? */
bool pt_walk_may_be_absent(const pt_walk *walk, const pt_symbol *symbol);

/* Makes two number-like forms comparable (days against a length); false when they never are. */
bool pt_symbol_align_kinds(pt_walk *walk, pt_symbol *left, pt_symbol *right);

/* left <= right as a test, of two forms. */
pt_test pt_walk_difference(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
                           pt_position at);

/* The operators, on evaluated sides; at is the BINARY or UNARY expression. */
pt_symbol pt_walk_order(pt_walk *walk, pt_token_kind operation, pt_symbol left, pt_symbol right,
                        const pt_syntax *at);
pt_symbol pt_walk_equal(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at);
pt_symbol pt_walk_add(pt_walk *walk, pt_symbol left, pt_symbol right, bool minus,
                      const pt_syntax *at);
pt_symbol pt_walk_multiply(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at);
pt_symbol pt_walk_divide(pt_walk *walk, pt_symbol left, pt_symbol right, bool remainder,
                         const pt_syntax *at);
pt_symbol pt_walk_negate(pt_walk *walk, pt_symbol operand, const pt_syntax *at);

/* An INDEX expression. */
pt_symbol pt_walk_look_up(pt_walk *walk, const pt_syntax *expression, pt_binding *names);

/* Is it a kind that is reckoned with: number, amount, percentage, date, length? */
bool pt_kind_is_number_like(pt_kind kind);

/* A form with its type and place checked against overflow. */
pt_symbol pt_walk_made(pt_walk *walk, pt_form form, pt_type type, pt_position at);

/* The atom that is this call; made when it is new. */
pt_symbol pt_walk_call(pt_walk *walk, pt_atom atom, pt_position at);

/* Calls the word `name` of the language; false in `*is_word` when there is none. */
pt_symbol pt_walk_word(pt_walk *walk, const char *name, const pt_syntax *call, pt_binding *names,
                       bool *is_word);

/*
 * Evaluates a call of a word of the language or of a local function. A function may give a reason
 * as its second result; it goes to `*second` unless that is NULL.
 */
pt_symbol pt_walk_call_expression(pt_walk *walk, const pt_syntax *call, pt_binding *names,
                                  pt_symbol *second);

/* The atom of an input; each input has one. */
uint16_t pt_walk_input_atom(pt_walk *walk, uint16_t input);

/* "een datum", "ja of nee", ...: what a symbol is, for messages. */
const char *pt_symbol_shown(const pt_symbol *symbol);
const char *pt_kind_shown(pt_kind kind);

static inline pt_symbol pt_symbol_nothing(void)
{
    return (pt_symbol){.kind = PT_SYMBOL_NOTHING};
}

/* A symbol for a constant amount of a number-like type. */
pt_symbol pt_symbol_amount(pt_kind kind, int64_t amount);
pt_symbol pt_symbol_constant(pt_value value);

#endif
