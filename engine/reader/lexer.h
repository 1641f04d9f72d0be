/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Cuts rule text into tokens, with positions. It reads all tokens of Lua 5.4, so that whatever a
 * file holds can be pointed at; which of them a rule may use is the walker's business.
 */
#ifndef PT_READER_LEXER_H
#define PT_READER_LEXER_H

#include "base/diagnostics.h"

typedef enum pt_token_kind {
    PT_TOKEN_END,
    PT_TOKEN_BAD, /* a finding has been added */
    PT_TOKEN_NAME,
    PT_TOKEN_NUMBER,
    PT_TOKEN_STRING,
    /* keywords, in the order of the table in lexer.c */
    PT_TOKEN_AND,
    PT_TOKEN_BREAK,
    PT_TOKEN_DO,
    PT_TOKEN_ELSE,
    PT_TOKEN_ELSEIF,
    PT_TOKEN_END_WORD,
    PT_TOKEN_FALSE,
    PT_TOKEN_FOR,
    PT_TOKEN_FUNCTION,
    PT_TOKEN_GOTO,
    PT_TOKEN_IF,
    PT_TOKEN_IN,
    PT_TOKEN_LOCAL,
    PT_TOKEN_NIL,
    PT_TOKEN_NOT,
    PT_TOKEN_OR,
    PT_TOKEN_REPEAT,
    PT_TOKEN_RETURN,
    PT_TOKEN_THEN,
    PT_TOKEN_TRUE,
    PT_TOKEN_UNTIL,
    PT_TOKEN_WHILE,
    /* symbols, likewise; longer ones before their beginnings */
    PT_TOKEN_DOTS,
    PT_TOKEN_CONCAT,
    PT_TOKEN_FLOOR,
    PT_TOKEN_EQUAL,
    PT_TOKEN_NOT_EQUAL,
    PT_TOKEN_AT_MOST,
    PT_TOKEN_AT_LEAST,
    PT_TOKEN_SHIFT_LEFT,
    PT_TOKEN_SHIFT_RIGHT,
    PT_TOKEN_LABEL,
    PT_TOKEN_PLUS,
    PT_TOKEN_MINUS,
    PT_TOKEN_TIMES,
    PT_TOKEN_DIVIDE,
    PT_TOKEN_REMAINDER,
    PT_TOKEN_POWER,
    PT_TOKEN_LENGTH,
    PT_TOKEN_BIT_AND,
    PT_TOKEN_BIT_NOT,
    PT_TOKEN_BIT_OR,
    PT_TOKEN_LESS,
    PT_TOKEN_MORE,
    PT_TOKEN_ASSIGN,
    PT_TOKEN_OPEN,
    PT_TOKEN_CLOSE,
    PT_TOKEN_OPEN_BRACE,
    PT_TOKEN_CLOSE_BRACE,
    PT_TOKEN_OPEN_BRACKET,
    PT_TOKEN_CLOSE_BRACKET,
    PT_TOKEN_SEMICOLON,
    PT_TOKEN_COLON,
    PT_TOKEN_COMMA,
    PT_TOKEN_DOT,
    PT_TOKEN_KINDS
} pt_token_kind;

typedef struct pt_token {
    pt_token_kind kind;
    pt_position at;
    const char *text; /* NAME and NUMBER as written, STRING with escapes resolved; in the arena */
    size_t end;       /* byte offset behind it */
    uint32_t end_column;
    uint32_t end_line;
} pt_token;

typedef struct pt_lexer {
    pt_arena *arena;
    pt_report *report;
    const pt_source *source;
    size_t offset;
    uint32_t line;
    uint32_t column;
} pt_lexer;

/* Starts at the beginning of `source`. */
pt_lexer pt_lexer_create(pt_arena *arena, pt_report *report, const pt_source *source);

/* The next token. After the end it is END for ever. */
pt_token pt_lexer_next(pt_lexer *lexer);

/* How a token kind is written, for messages: "'then'", "een naam". */
const char *pt_token_name(pt_token_kind kind);

#endif
