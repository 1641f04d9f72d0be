/* SPDX-License-Identifier: EUPL-1.2 */
/* A rule file as a row of declarations; what cannot be read is left out and said. */
#include <string.h>

#include "base/limits.h"
#include "reader/parser.h"
#include "reader/parser_state.h"

static const char *const declaring_words[] = {
    "onderwerp", "regel", "uitzondering", "plicht", "mogelijkheid", "gebeurtenis",
    "venster",   "lijst", "verdeling",    "orgaan", "bevoegdheid"};
enum { DECLARING_WORDS = sizeof declaring_words / sizeof *declaring_words };

static bool declares(const pt_token *token)
{
    if (token->kind == PT_TOKEN_LOCAL)
        return true;
    for (size_t i = 0; token->kind == PT_TOKEN_NAME && i < DECLARING_WORDS; i++) {
        if (strcmp(token->text, declaring_words[i]) == 0)
            return true;
    }
    return false;
}

/* After an error: on to the next token at the margin that declares something. */
static void recover(pt_parser *p)
{
    p->failed = false;
    p->depth = 0;
    while (p->token.kind != PT_TOKEN_END && !(p->token.at.column == 1 && declares(&p->token)))
        p->token = pt_lexer_next(&p->lexer);
}

static void parse_declaration(pt_parser *p, pt_declaration *made)
{
    made->at = p->token.at;
    if (p->token.kind == PT_TOKEN_LOCAL) {
        made->value = pt_parse_local(p);
        return;
    }
    if (p->token.kind != PT_TOKEN_NAME) {
        pt_parser_fail(p, PT_L008,
                       PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
        return;
    }
    if (!declares(&p->token)) {
        const char *suggestion = pt_suggest(p->token.text, declaring_words, DECLARING_WORDS);
        pt_find(p->report, PT_L008, p->token.at, PT_ARGS(p->token.text), suggestion);
        p->failed = true;
        pt_parser_next(p);
        return;
    }
    made->word = p->token.text;
    pt_parser_next(p);
    made->name = p->token.text;
    made->name_at = p->token.at;
    pt_parser_expect(p, PT_TOKEN_STRING);
    if (!p->failed && p->token.kind != PT_TOKEN_OPEN_BRACE)
        pt_parser_expect(p, PT_TOKEN_OPEN_BRACE);
    if (!p->failed)
        made->value = pt_parse_table(p);
}

/* Checks what no token can carry: size, bytecode, bytes that are no clean text. */
static bool check_source(const pt_source *source, pt_report *report)
{
    pt_position whole = {.source = source};
    if (source->length > PT_LIMIT_RULE_FILE_BYTES)
        return pt_find(report, PT_L009, whole, NULL, NULL);
    size_t good = pt_utf8_check(source->text, source->length);
    if (good == source->length)
        return true;
    pt_position at = {source, 1, 1, 1};
    for (size_t i = 0, line = 0; i < good; i++) {
        if (source->text[i] == '\n') {
            at.line++;
            line = i + 1;
        }
        at.column = (uint32_t)pt_utf8_count(source->text + line, i + 1 - line) + 1;
        if (source->text[i] == '\n')
            at.column = 1;
    }
    return pt_find(report, PT_L010, at, NULL, NULL);
}

pt_rule_file *pt_parse(pt_arena *arena, const pt_source *source, pt_report *report)
{
    pt_rule_file *file = PT_NEW(arena, pt_rule_file);
    file->source = source;
    if (!check_source(source, report))
        return file;
    pt_parser p = {
        .arena = arena, .report = report, .lexer = pt_lexer_create(arena, report, source)};
    size_t capacity = 0;
    pt_parser_next(&p);
    while (p.token.kind != PT_TOKEN_END) {
        if (pt_parser_accept(&p, PT_TOKEN_SEMICOLON))
            continue;
        pt_declaration made = {0};
        if (!p.failed)
            parse_declaration(&p, &made);
        if (p.failed) {
            recover(&p);
            continue;
        }
        file->declarations =
            pt_arena_grow(arena, file->declarations, file->count, &capacity, sizeof made);
        file->declarations[file->count++] = made;
    }
    return file;
}
