/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parser at work, shared by parser.c (the grammar) and rule_file.c (the declarations of a
 * file). Once it has failed it reads nothing more until whoever drives it has found a place to go
 * on.
 */
#ifndef PT_READER_PARSER_STATE_H
#define PT_READER_PARSER_STATE_H

#include "reader/syntax.h"

typedef struct pt_parser {
    pt_arena *arena;
    pt_report *report;
    pt_lexer lexer;
    pt_token token; /* the one looked at */
    uint32_t last_line;
    uint32_t last_column; /* behind the token before it */
    size_t depth;
    bool failed; /* the declaration being read is lost */
} pt_parser;

/* Goes on to the next token. */
void pt_parser_next(pt_parser *p);

/* Adds a finding at the present token, the first time; gives NULL. */
pt_syntax *pt_parser_fail(pt_parser *p, pt_code code, const char *const *arguments);

/* Passes a token of this kind; otherwise fails, or says false. */
void pt_parser_expect(pt_parser *p, pt_token_kind kind);
bool pt_parser_accept(pt_parser *p, pt_token_kind kind);

/* A table, and a `local` statement, from the present token on. */
pt_syntax *pt_parse_table(pt_parser *p);
pt_syntax *pt_parse_local(pt_parser *p);

#endif
