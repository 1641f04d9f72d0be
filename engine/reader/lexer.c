/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/lexer.h"

#include <ctype.h>
#include <string.h>

static const struct {
    const char *written;
    pt_token_kind kind;
} keywords[] = {
    {"and", PT_TOKEN_AND},     {"break", PT_TOKEN_BREAK},   {"do", PT_TOKEN_DO},
    {"else", PT_TOKEN_ELSE},   {"elseif", PT_TOKEN_ELSEIF}, {"end", PT_TOKEN_END_WORD},
    {"false", PT_TOKEN_FALSE}, {"for", PT_TOKEN_FOR},       {"function", PT_TOKEN_FUNCTION},
    {"goto", PT_TOKEN_GOTO},   {"if", PT_TOKEN_IF},         {"in", PT_TOKEN_IN},
    {"local", PT_TOKEN_LOCAL}, {"nil", PT_TOKEN_NIL},       {"not", PT_TOKEN_NOT},
    {"or", PT_TOKEN_OR},       {"repeat", PT_TOKEN_REPEAT}, {"return", PT_TOKEN_RETURN},
    {"then", PT_TOKEN_THEN},   {"true", PT_TOKEN_TRUE},     {"until", PT_TOKEN_UNTIL},
    {"while", PT_TOKEN_WHILE},
};

static const struct {
    const char *written;
    pt_token_kind kind;
} symbols[] = {
    {"...", PT_TOKEN_DOTS},       {"..", PT_TOKEN_CONCAT},       {"//", PT_TOKEN_FLOOR},
    {"==", PT_TOKEN_EQUAL},       {"~=", PT_TOKEN_NOT_EQUAL},    {"<=", PT_TOKEN_AT_MOST},
    {">=", PT_TOKEN_AT_LEAST},    {"<<", PT_TOKEN_SHIFT_LEFT},   {">>", PT_TOKEN_SHIFT_RIGHT},
    {"::", PT_TOKEN_LABEL},       {"+", PT_TOKEN_PLUS},          {"-", PT_TOKEN_MINUS},
    {"*", PT_TOKEN_TIMES},        {"/", PT_TOKEN_DIVIDE},        {"%", PT_TOKEN_REMAINDER},
    {"^", PT_TOKEN_POWER},        {"#", PT_TOKEN_LENGTH},        {"&", PT_TOKEN_BIT_AND},
    {"~", PT_TOKEN_BIT_NOT},      {"|", PT_TOKEN_BIT_OR},        {"<", PT_TOKEN_LESS},
    {">", PT_TOKEN_MORE},         {"=", PT_TOKEN_ASSIGN},        {"(", PT_TOKEN_OPEN},
    {")", PT_TOKEN_CLOSE},        {"{", PT_TOKEN_OPEN_BRACE},    {"}", PT_TOKEN_CLOSE_BRACE},
    {"[", PT_TOKEN_OPEN_BRACKET}, {"]", PT_TOKEN_CLOSE_BRACKET}, {";", PT_TOKEN_SEMICOLON},
    {":", PT_TOKEN_COLON},        {",", PT_TOKEN_COMMA},         {".", PT_TOKEN_DOT},
};

const char *pt_token_name(pt_token_kind kind)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (keywords[i].kind == kind)
            return keywords[i].written;
    }
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        if (symbols[i].kind == kind)
            return symbols[i].written;
    }
    switch (kind) {
    case PT_TOKEN_NAME: return "een naam";
    case PT_TOKEN_NUMBER: return "een getal";
    case PT_TOKEN_STRING: return "een tekst";
    default: return "het einde van het bestand";
    }
}

pt_lexer pt_lexer_create(pt_arena *arena, pt_report *report, const pt_source *source)
{
    return (pt_lexer){.arena = arena, .report = report, .source = source, .line = 1, .column = 1};
}

static char peek(const pt_lexer *lexer, size_t ahead)
{
    size_t at = lexer->offset + ahead;
    char found = '\0';
    if (at < lexer->source->length)
        found = lexer->source->text[at];
    return found;
}

static void step(pt_lexer *lexer)
{
    unsigned char c = (unsigned char)lexer->source->text[lexer->offset++];
    if (c == '\n') {
        lexer->line++;
        lexer->column = 1;
    } else if ((c & 0xC0) != 0x80) {
        lexer->column++;
    }
}

static void steps(pt_lexer *lexer, size_t count)
{
    while (count-- > 0 && lexer->offset < lexer->source->length)
        step(lexer);
}

static pt_position here(const pt_lexer *lexer)
{
    return (pt_position){lexer->source, lexer->line, lexer->column, 1};
}

/* The number of '=' in an opening long bracket "[==[", or -1 when there is none here. */
static int long_bracket(const pt_lexer *lexer)
{
    if (peek(lexer, 0) != '[')
        return -1;
    size_t level = 0;
    while (peek(lexer, 1 + level) == '=')
        level++;
    return peek(lexer, 1 + level) == '[' ? (int)level : -1;
}

/* Reads a long string or comment; its content goes to `*text` when that is not NULL. */
static bool read_long(pt_lexer *lexer, int level, const char **text)
{
    pt_position start = here(lexer);
    steps(lexer, (size_t)level + 2);
    if (peek(lexer, 0) == '\n')
        step(lexer);
    size_t begin = lexer->offset;
    while (lexer->offset < lexer->source->length) {
        int closing = 0;
        if (peek(lexer, 0) == ']') {
            while (peek(lexer, 1 + (size_t)closing) == '=')
                closing++;
            if (closing == level && peek(lexer, 1 + (size_t)closing) == ']') {
                if (text != NULL)
                    *text = pt_arena_copy(lexer->arena, lexer->source->text + begin,
                                          lexer->offset - begin);
                steps(lexer, (size_t)level + 2);
                return true;
            }
        }
        step(lexer);
    }
    return pt_find(lexer->report, PT_L002, start, NULL, NULL);
}

static bool skip_blanks(pt_lexer *lexer)
{
    for (;;) {
        while (lexer->offset < lexer->source->length && strchr(" \t\r\n", peek(lexer, 0)) != NULL)
            step(lexer);
        if (peek(lexer, 0) != '-' || peek(lexer, 1) != '-')
            return true;
        steps(lexer, 2);
        int level = long_bracket(lexer);
        if (level >= 0) {
            if (!read_long(lexer, level, NULL))
                return false;
            continue;
        }
        while (lexer->offset < lexer->source->length && peek(lexer, 0) != '\n')
            step(lexer);
    }
}

static bool read_escape(pt_lexer *lexer, pt_text *out)
{
    static const char from[] = "abfnrtv\\\"'\n";
    static const char to[] = "\a\b\f\n\r\t\v\\\"'\n";
    pt_position at = here(lexer);
    step(lexer);
    const char *found = peek(lexer, 0) == '\0' ? NULL : strchr(from, peek(lexer, 0));
    if (found == NULL)
        return pt_find(lexer->report, PT_L004, at, NULL, NULL);
    pt_text_add_char(out, to[found - from]);
    step(lexer);
    return true;
}

static bool read_string(pt_lexer *lexer, const char **text)
{
    pt_position start = here(lexer);
    char quote = peek(lexer, 0);
    pt_text out = pt_text_create(lexer->arena);
    step(lexer);
    while (peek(lexer, 0) != quote) {
        if (lexer->offset >= lexer->source->length || peek(lexer, 0) == '\n')
            return pt_find(lexer->report, PT_L002, start, NULL, NULL);
        if (peek(lexer, 0) == '\\') {
            if (!read_escape(lexer, &out))
                return false;
        } else {
            pt_text_add_char(&out, peek(lexer, 0));
            step(lexer);
        }
    }
    step(lexer);
    *text = out.bytes;
    return true;
}

static void read_number(pt_lexer *lexer)
{
    bool hexadecimal = peek(lexer, 0) == '0' && (peek(lexer, 1) == 'x' || peek(lexer, 1) == 'X');
    for (;;) {
        char c = peek(lexer, 0);
        bool exponent = hexadecimal ? c == 'p' || c == 'P' : c == 'e' || c == 'E';
        if (exponent && (peek(lexer, 1) == '+' || peek(lexer, 1) == '-'))
            step(lexer);
        else if (!isalnum((unsigned char)c) && c != '.')
            break;
        step(lexer);
    }
}

static void read_name(pt_lexer *lexer)
{
    while (isalnum((unsigned char)peek(lexer, 0)) || peek(lexer, 0) == '_')
        step(lexer);
}

static pt_token_kind keyword(const char *name)
{
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (keywords[i].written[0] == name[0] && strcmp(keywords[i].written, name) == 0)
            return keywords[i].kind;
    }
    return PT_TOKEN_NAME;
}

static pt_token_kind read_symbol(pt_lexer *lexer)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        size_t same = 0;
        while (symbols[i].written[same] != '\0' && symbols[i].written[same] == peek(lexer, same))
            same++;
        if (same > 0 && symbols[i].written[same] == '\0') {
            steps(lexer, same);
            return symbols[i].kind;
        }
    }
    char shown[8] = {0};
    size_t at = lexer->offset;
    do {
        shown[lexer->offset - at] = peek(lexer, 0);
        step(lexer);
    } while (((unsigned char)peek(lexer, 0) & 0xC0) == 0x80 && lexer->offset - at < 4);
    pt_position position = {lexer->source, lexer->line, lexer->column - 1, 1};
    pt_find(lexer->report, PT_L001, position, PT_ARGS(shown), NULL);
    return PT_TOKEN_BAD;
}

static pt_token_kind read_token(pt_lexer *lexer, const char **text)
{
    size_t begin = lexer->offset;
    char c = peek(lexer, 0);
    int level = long_bracket(lexer);
    if (level >= 0)
        return read_long(lexer, level, text) ? PT_TOKEN_STRING : PT_TOKEN_BAD;
    if (c == '"' || c == '\'')
        return read_string(lexer, text) ? PT_TOKEN_STRING : PT_TOKEN_BAD;
    bool number = isdigit((unsigned char)c) || (c == '.' && isdigit((unsigned char)peek(lexer, 1)));
    if (number)
        read_number(lexer);
    else if (isalpha((unsigned char)c) || c == '_')
        read_name(lexer);
    else
        return read_symbol(lexer);
    *text = pt_arena_copy(lexer->arena, lexer->source->text + begin, lexer->offset - begin);
    return number ? PT_TOKEN_NUMBER : keyword(*text);
}

pt_token pt_lexer_next(pt_lexer *lexer)
{
    pt_token token = {.kind = PT_TOKEN_BAD};
    if (skip_blanks(lexer)) {
        token.at = here(lexer);
        token.kind = PT_TOKEN_END;
        if (lexer->offset < lexer->source->length)
            token.kind = read_token(lexer, &token.text);
    } else {
        lexer->offset = lexer->source->length;
        token.at = here(lexer);
    }
    token.end = lexer->offset;
    token.end_line = lexer->line;
    token.end_column = lexer->column;
    if (token.end_line == token.at.line && token.end_column > token.at.column)
        token.at.length = token.end_column - token.at.column;
    return token;
}
