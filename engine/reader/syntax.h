/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The syntax of rule text: what the parser makes of a file, with positions. One node type for
 * expressions and statements; all nodes live in the pack arena.
 *
 * `items` by kind: CALL callee, arguments; METHOD object, arguments (text = name); INDEX object,
 * key; BINARY left, right; UNARY and PAREN operand; TABLE fields; FIELD key (NULL: positional),
 * value; FUNCTION parameters (NAME) then one BLOCK; BLOCK statements; LOCAL names (NAME), then one
 * LIST of values; LOCAL_FUNCTION and SET_FUNCTION name, FUNCTION; ASSIGN one LIST of targets, one
 * of values; RETURN values; IF condition, BLOCK, condition, BLOCK, ... [BLOCK]; LOOP anything
 * inside it.
 */
#ifndef PT_READER_SYNTAX_H
#define PT_READER_SYNTAX_H

#include "base/diagnostics.h"
#include "reader/lexer.h"

typedef enum pt_syntax_kind {
    PT_SYNTAX_NIL,
    PT_SYNTAX_BOOLEAN, /* number 0 or 1 */
    PT_SYNTAX_NUMBER,  /* text as written */
    PT_SYNTAX_STRING,  /* text, escapes resolved */
    PT_SYNTAX_VARARG,
    PT_SYNTAX_NAME, /* text */
    PT_SYNTAX_INDEX,
    PT_SYNTAX_CALL,
    PT_SYNTAX_METHOD,
    PT_SYNTAX_FUNCTION,
    PT_SYNTAX_TABLE,
    PT_SYNTAX_FIELD,
    PT_SYNTAX_BINARY, /* operation */
    PT_SYNTAX_UNARY,
    PT_SYNTAX_PAREN,
    PT_SYNTAX_BLOCK,
    PT_SYNTAX_LIST,
    PT_SYNTAX_LOCAL,
    PT_SYNTAX_LOCAL_FUNCTION,
    PT_SYNTAX_SET_FUNCTION, /* function name() ... end: a global */
    PT_SYNTAX_ASSIGN,
    PT_SYNTAX_RETURN,
    PT_SYNTAX_IF,
    PT_SYNTAX_LOOP, /* while, repeat, for: text says which */
    PT_SYNTAX_JUMP  /* goto, break, label: text says which */
} pt_syntax_kind;

typedef struct pt_syntax pt_syntax;
struct pt_syntax {
    uint8_t kind;      /* pt_syntax_kind */
    uint8_t operation; /* pt_token_kind of the operator */
    uint8_t number;
    uint16_t count;
    pt_position at; /* the whole, as far as it stands on its first line */
    const char *text;
    pt_syntax **items;
};

#endif
