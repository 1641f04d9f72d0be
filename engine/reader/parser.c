/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/parser.h"

#include <string.h>

#include "base/limits.h"

/* Longest chain of suffixes, operators of one level, or elseif: each costs Lua's own parser more.
 */
enum { LONGEST_CHAIN = 256, MOST_ITEMS = 4096 };

typedef struct parser {
    pt_arena *arena;
    pt_report *report;
    pt_lexer lexer;
    pt_token token; /* the one looked at */
    uint32_t last_line;
    uint32_t last_column; /* behind the token before it */
    size_t depth;
    bool failed; /* the declaration being read is lost */
} parser;

typedef struct items {
    pt_syntax **items;
    size_t count;
    size_t capacity;
} items;

static pt_syntax *parse_expression(parser *p, int limit);
static pt_syntax *parse_block(parser *p);

static void next(parser *p)
{
    p->last_line = p->token.end_line;
    p->last_column = p->token.end_column;
    p->token = pt_lexer_next(&p->lexer);
    if (p->token.kind == PT_TOKEN_BAD)
        p->failed = true;
}

static pt_syntax *fail(parser *p, pt_code code, const char *const *arguments)
{
    if (!p->failed)
        pt_find(p->report, code, p->token.at, arguments, NULL);
    p->failed = true;
    return NULL;
}

static void expect(parser *p, pt_token_kind kind)
{
    if (p->token.kind == kind) {
        next(p);
        return;
    }
    const char *found = p->token.text != NULL ? p->token.text : pt_token_name(p->token.kind);
    fail(p, PT_L003, PT_ARGS(pt_token_name(kind), found));
}

static bool accept(parser *p, pt_token_kind kind)
{
    if (p->token.kind != kind)
        return false;
    next(p);
    return true;
}

static bool enter(parser *p)
{
    if (p->failed)
        return false;
    if (p->depth >= PT_LIMIT_SYNTAX_DEPTH) {
        fail(p, PT_L005, NULL);
        return false;
    }
    p->depth++;
    return true;
}

static pt_syntax *node(parser *p, pt_syntax_kind kind, pt_position at)
{
    pt_syntax *made = PT_NEW(p->arena, pt_syntax);
    made->kind = (uint8_t)kind;
    made->at = at;
    return made;
}

/* Closes a node: its items, and its extent up to the token before the present one. */
static pt_syntax *close_node(parser *p, pt_syntax *made, const items *list)
{
    made->items = list->items;
    made->count = (uint16_t)list->count;
    if (p->last_line == made->at.line && p->last_column > made->at.column)
        made->at.length = p->last_column - made->at.column;
    return made;
}

static void add(parser *p, items *list, pt_syntax *item)
{
    if (list->count >= MOST_ITEMS) {
        fail(p, PT_L005, NULL);
        return;
    }
    list->items =
        pt_arena_grow(p->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = item;
}

static pt_syntax *parse_name(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_NAME, p->token.at);
    made->text = p->token.text;
    expect(p, PT_TOKEN_NAME);
    return made;
}

static pt_syntax *parse_list(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LIST, p->token.at);
    items list = {0};
    do
        add(p, &list, parse_expression(p, 0));
    while (!p->failed && accept(p, PT_TOKEN_COMMA));
    return close_node(p, made, &list);
}

static pt_syntax *parse_function(parser *p, pt_position at)
{
    pt_syntax *made = node(p, PT_SYNTAX_FUNCTION, at);
    items list = {0};
    expect(p, PT_TOKEN_OPEN);
    while (!p->failed && p->token.kind != PT_TOKEN_CLOSE) {
        if (p->token.kind == PT_TOKEN_DOTS) {
            add(p, &list, node(p, PT_SYNTAX_VARARG, p->token.at));
            next(p);
        } else {
            add(p, &list, parse_name(p));
        }
        if (p->token.kind != PT_TOKEN_CLOSE)
            expect(p, PT_TOKEN_COMMA);
    }
    expect(p, PT_TOKEN_CLOSE);
    add(p, &list, parse_block(p));
    expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

static pt_syntax *parse_field(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_FIELD, p->token.at);
    items list = {0};
    pt_syntax *key = NULL;
    if (accept(p, PT_TOKEN_OPEN_BRACKET)) {
        key = parse_expression(p, 0);
        expect(p, PT_TOKEN_CLOSE_BRACKET);
        expect(p, PT_TOKEN_ASSIGN);
    } else if (p->token.kind == PT_TOKEN_NAME) {
        pt_syntax *first = parse_expression(p, 0);
        if (first != NULL && first->kind == PT_SYNTAX_NAME && accept(p, PT_TOKEN_ASSIGN)) {
            key = node(p, PT_SYNTAX_STRING, first->at);
            key->text = first->text;
        } else {
            add(p, &list, NULL);
            add(p, &list, first);
            return close_node(p, made, &list);
        }
    }
    add(p, &list, key);
    add(p, &list, parse_expression(p, 0));
    return close_node(p, made, &list);
}

static pt_syntax *parse_table(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_TABLE, p->token.at);
    items list = {0};
    expect(p, PT_TOKEN_OPEN_BRACE);
    while (!p->failed && p->token.kind != PT_TOKEN_CLOSE_BRACE) {
        add(p, &list, parse_field(p));
        if (!accept(p, PT_TOKEN_COMMA) && !accept(p, PT_TOKEN_SEMICOLON))
            break;
    }
    expect(p, PT_TOKEN_CLOSE_BRACE);
    return close_node(p, made, &list);
}

static pt_syntax *parse_string(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_STRING, p->token.at);
    made->text = p->token.text;
    next(p);
    return made;
}

static void add_arguments(parser *p, items *list)
{
    if (p->token.kind == PT_TOKEN_STRING) {
        add(p, list, parse_string(p));
    } else if (p->token.kind == PT_TOKEN_OPEN_BRACE) {
        add(p, list, parse_table(p));
    } else {
        expect(p, PT_TOKEN_OPEN);
        while (!p->failed && p->token.kind != PT_TOKEN_CLOSE) {
            add(p, list, parse_expression(p, 0));
            if (!accept(p, PT_TOKEN_COMMA))
                break;
        }
        expect(p, PT_TOKEN_CLOSE);
    }
}

static pt_syntax *parse_primary(parser *p)
{
    if (p->token.kind == PT_TOKEN_NAME)
        return parse_name(p);
    pt_syntax *made = node(p, PT_SYNTAX_PAREN, p->token.at);
    items list = {0};
    expect(p, PT_TOKEN_OPEN);
    add(p, &list, parse_expression(p, 0));
    expect(p, PT_TOKEN_CLOSE);
    return close_node(p, made, &list);
}

static bool starts_suffix(pt_token_kind kind)
{
    return kind == PT_TOKEN_DOT || kind == PT_TOKEN_OPEN_BRACKET || kind == PT_TOKEN_COLON ||
           kind == PT_TOKEN_OPEN || kind == PT_TOKEN_STRING || kind == PT_TOKEN_OPEN_BRACE;
}

static pt_syntax *parse_one_suffix(parser *p, pt_syntax *object)
{
    items list = {0};
    add(p, &list, object);
    pt_syntax *made = node(p, PT_SYNTAX_CALL, object->at);
    if (accept(p, PT_TOKEN_DOT)) {
        made->kind = PT_SYNTAX_INDEX;
        pt_syntax *key = parse_name(p);
        key->kind = PT_SYNTAX_STRING;
        add(p, &list, key);
    } else if (accept(p, PT_TOKEN_OPEN_BRACKET)) {
        made->kind = PT_SYNTAX_INDEX;
        add(p, &list, parse_expression(p, 0));
        expect(p, PT_TOKEN_CLOSE_BRACKET);
    } else {
        if (accept(p, PT_TOKEN_COLON)) {
            made->kind = PT_SYNTAX_METHOD;
            made->text = p->token.text;
            expect(p, PT_TOKEN_NAME);
        }
        add_arguments(p, &list);
    }
    return close_node(p, made, &list);
}

static pt_syntax *parse_suffixed(parser *p)
{
    pt_syntax *made = parse_primary(p);
    size_t chain = 0;
    while (!p->failed && starts_suffix(p->token.kind)) {
        if (++chain > PT_LIMIT_SYNTAX_DEPTH)
            return fail(p, PT_L005, NULL);
        made = parse_one_suffix(p, made);
    }
    return made;
}

static pt_syntax *parse_simple(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_NIL, p->token.at);
    switch (p->token.kind) {
    case PT_TOKEN_NIL: break;
    case PT_TOKEN_DOTS: made->kind = PT_SYNTAX_VARARG; break;
    case PT_TOKEN_TRUE: made->number = 1; /* fall through */
    case PT_TOKEN_FALSE: made->kind = PT_SYNTAX_BOOLEAN; break;
    case PT_TOKEN_NUMBER:
        made->kind = PT_SYNTAX_NUMBER;
        made->text = p->token.text;
        break;
    case PT_TOKEN_STRING: return parse_string(p);
    case PT_TOKEN_OPEN_BRACE: return parse_table(p);
    case PT_TOKEN_FUNCTION: next(p); return parse_function(p, made->at);
    case PT_TOKEN_NAME:
    case PT_TOKEN_OPEN: return parse_suffixed(p);
    default:
        return fail(p, PT_L006,
                    PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
    }
    next(p);
    return made;
}

enum { UNARY_LEVEL = 12 };

/* Binding of binary operators, left and right, as in the Lua manual section 3.4.8. */
static bool binding(pt_token_kind kind, int *left, int *right)
{
    static const struct {
        pt_token_kind kind;
        int left, right;
    } table[] = {
        {PT_TOKEN_OR, 1, 1},          {PT_TOKEN_AND, 2, 2},         {PT_TOKEN_LESS, 3, 3},
        {PT_TOKEN_MORE, 3, 3},        {PT_TOKEN_AT_MOST, 3, 3},     {PT_TOKEN_AT_LEAST, 3, 3},
        {PT_TOKEN_NOT_EQUAL, 3, 3},   {PT_TOKEN_EQUAL, 3, 3},       {PT_TOKEN_BIT_OR, 4, 4},
        {PT_TOKEN_BIT_NOT, 5, 5},     {PT_TOKEN_BIT_AND, 6, 6},     {PT_TOKEN_SHIFT_LEFT, 7, 7},
        {PT_TOKEN_SHIFT_RIGHT, 7, 7}, {PT_TOKEN_CONCAT, 9, 8},      {PT_TOKEN_PLUS, 10, 10},
        {PT_TOKEN_MINUS, 10, 10},     {PT_TOKEN_TIMES, 11, 11},     {PT_TOKEN_DIVIDE, 11, 11},
        {PT_TOKEN_FLOOR, 11, 11},     {PT_TOKEN_REMAINDER, 11, 11}, {PT_TOKEN_POWER, 14, 13},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        if (table[i].kind == kind) {
            *left = table[i].left;
            *right = table[i].right;
            return true;
        }
    }
    return false;
}

static pt_syntax *parse_operand(parser *p)
{
    pt_token_kind kind = p->token.kind;
    if (kind != PT_TOKEN_NOT && kind != PT_TOKEN_MINUS && kind != PT_TOKEN_LENGTH &&
        kind != PT_TOKEN_BIT_NOT)
        return parse_simple(p);
    pt_syntax *made = node(p, PT_SYNTAX_UNARY, p->token.at);
    made->operation = (uint8_t)kind;
    items list = {0};
    next(p);
    add(p, &list, parse_expression(p, UNARY_LEVEL));
    return close_node(p, made, &list);
}

static pt_syntax *parse_expression(parser *p, int limit)
{
    if (!enter(p))
        return NULL;
    pt_syntax *left = parse_operand(p);
    int left_level = 0, right_level = 0;
    size_t chain = 0;
    while (!p->failed && binding(p->token.kind, &left_level, &right_level) && left_level > limit) {
        if (++chain > LONGEST_CHAIN) {
            fail(p, PT_L005, NULL);
            break;
        }
        pt_syntax *made = node(p, PT_SYNTAX_BINARY, left->at);
        made->operation = (uint8_t)p->token.kind;
        items list = {0};
        next(p);
        add(p, &list, left);
        add(p, &list, parse_expression(p, right_level));
        left = close_node(p, made, &list);
    }
    p->depth--;
    return left;
}

static pt_syntax *parse_if(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_IF, p->token.at);
    items list = {0};
    do {
        next(p);
        add(p, &list, parse_expression(p, 0));
        expect(p, PT_TOKEN_THEN);
        add(p, &list, parse_block(p));
        if (list.count > LONGEST_CHAIN)
            fail(p, PT_L005, NULL);
    } while (!p->failed && p->token.kind == PT_TOKEN_ELSEIF);
    if (accept(p, PT_TOKEN_ELSE))
        add(p, &list, parse_block(p));
    expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

static pt_syntax *parse_local(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LOCAL, p->token.at);
    items list = {0};
    next(p);
    if (p->token.kind == PT_TOKEN_FUNCTION) {
        made->kind = PT_SYNTAX_LOCAL_FUNCTION;
        pt_position at = p->token.at;
        next(p);
        add(p, &list, parse_name(p));
        add(p, &list, parse_function(p, at));
        return close_node(p, made, &list);
    }
    do {
        add(p, &list, parse_name(p));
        if (accept(p, PT_TOKEN_LESS)) {
            fail(p, PT_L007, PT_ARGS("<const>"));
            break;
        }
    } while (!p->failed && accept(p, PT_TOKEN_COMMA));
    add(p, &list,
        accept(p, PT_TOKEN_ASSIGN) ? parse_list(p) : node(p, PT_SYNTAX_LIST, p->token.at));
    return close_node(p, made, &list);
}

static pt_syntax *parse_loop(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LOOP, p->token.at);
    made->text = p->token.text;
    pt_token_kind kind = p->token.kind;
    items list = {0};
    next(p);
    if (kind == PT_TOKEN_REPEAT) {
        add(p, &list, parse_block(p));
        expect(p, PT_TOKEN_UNTIL);
        add(p, &list, parse_expression(p, 0));
        return close_node(p, made, &list);
    }
    if (kind == PT_TOKEN_FOR) {
        do
            add(p, &list, parse_name(p));
        while (!p->failed && accept(p, PT_TOKEN_COMMA));
        if (!accept(p, PT_TOKEN_IN))
            expect(p, PT_TOKEN_ASSIGN);
        add(p, &list, parse_list(p));
    } else {
        add(p, &list, parse_expression(p, 0));
    }
    expect(p, PT_TOKEN_DO);
    add(p, &list, parse_block(p));
    expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

static pt_syntax *parse_return(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_RETURN, p->token.at);
    items list = {0};
    next(p);
    pt_token_kind kind = p->token.kind;
    if (kind != PT_TOKEN_END_WORD && kind != PT_TOKEN_ELSE && kind != PT_TOKEN_ELSEIF &&
        kind != PT_TOKEN_UNTIL && kind != PT_TOKEN_SEMICOLON && kind != PT_TOKEN_END) {
        do
            add(p, &list, parse_expression(p, 0));
        while (!p->failed && accept(p, PT_TOKEN_COMMA));
    }
    accept(p, PT_TOKEN_SEMICOLON);
    return close_node(p, made, &list);
}

static pt_syntax *parse_jump(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_JUMP, p->token.at);
    made->text = pt_token_name(p->token.kind);
    pt_token_kind kind = p->token.kind;
    next(p);
    if (kind == PT_TOKEN_GOTO || kind == PT_TOKEN_LABEL)
        expect(p, PT_TOKEN_NAME);
    if (kind == PT_TOKEN_LABEL)
        expect(p, PT_TOKEN_LABEL);
    return made;
}

static pt_syntax *parse_global_function(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_SET_FUNCTION, p->token.at);
    items list = {0};
    next(p);
    add(p, &list, parse_name(p));
    add(p, &list, parse_function(p, made->at));
    return close_node(p, made, &list);
}

/* An assignment or a call. */
static pt_syntax *parse_expression_statement(parser *p)
{
    pt_position at = p->token.at;
    pt_syntax *first = parse_suffixed(p);
    if (p->failed || first == NULL)
        return NULL;
    if (p->token.kind != PT_TOKEN_ASSIGN && p->token.kind != PT_TOKEN_COMMA)
        return first->kind == PT_SYNTAX_CALL || first->kind == PT_SYNTAX_METHOD
                   ? first
                   : fail(p, PT_L006,
                          PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
    pt_syntax *made = node(p, PT_SYNTAX_ASSIGN, at);
    pt_syntax *targets = node(p, PT_SYNTAX_LIST, at);
    items target_list = {0}, list = {0};
    add(p, &target_list, first);
    while (!p->failed && accept(p, PT_TOKEN_COMMA))
        add(p, &target_list, parse_suffixed(p));
    expect(p, PT_TOKEN_ASSIGN);
    add(p, &list, close_node(p, targets, &target_list));
    add(p, &list, parse_list(p));
    return close_node(p, made, &list);
}

static pt_syntax *parse_statement(parser *p)
{
    switch (p->token.kind) {
    case PT_TOKEN_IF: return parse_if(p);
    case PT_TOKEN_LOCAL: return parse_local(p);
    case PT_TOKEN_WHILE:
    case PT_TOKEN_REPEAT:
    case PT_TOKEN_FOR: return parse_loop(p);
    case PT_TOKEN_RETURN: return parse_return(p);
    case PT_TOKEN_GOTO:
    case PT_TOKEN_BREAK:
    case PT_TOKEN_LABEL: return parse_jump(p);
    case PT_TOKEN_FUNCTION: return parse_global_function(p);
    case PT_TOKEN_DO: {
        next(p);
        pt_syntax *block = parse_block(p);
        expect(p, PT_TOKEN_END_WORD);
        return block;
    }
    default: return parse_expression_statement(p);
    }
}

static bool ends_block(pt_token_kind kind)
{
    return kind == PT_TOKEN_END || kind == PT_TOKEN_END_WORD || kind == PT_TOKEN_ELSE ||
           kind == PT_TOKEN_ELSEIF || kind == PT_TOKEN_UNTIL;
}

static pt_syntax *parse_block(parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_BLOCK, p->token.at);
    items list = {0};
    if (!enter(p))
        return made;
    while (!p->failed && !ends_block(p->token.kind)) {
        if (accept(p, PT_TOKEN_SEMICOLON))
            continue;
        pt_syntax *statement = parse_statement(p);
        add(p, &list, statement);
        if (statement != NULL && statement->kind == PT_SYNTAX_RETURN)
            break;
    }
    p->depth--;
    return close_node(p, made, &list);
}

static const char *const declaring_words[] = {"onderwerp", "regel",        "uitzondering",
                                              "plicht",    "mogelijkheid", "gebeurtenis",
                                              "venster",   "lijst"};
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
static void recover(parser *p)
{
    p->failed = false;
    p->depth = 0;
    while (p->token.kind != PT_TOKEN_END && !(p->token.at.column == 1 && declares(&p->token)))
        p->token = pt_lexer_next(&p->lexer);
}

static void parse_declaration(parser *p, pt_declaration *made)
{
    made->at = p->token.at;
    if (p->token.kind == PT_TOKEN_LOCAL) {
        made->value = parse_local(p);
        return;
    }
    if (p->token.kind != PT_TOKEN_NAME) {
        fail(p, PT_L008, PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
        return;
    }
    if (!declares(&p->token)) {
        const char *suggestion = pt_suggest(p->token.text, declaring_words, DECLARING_WORDS);
        pt_find(p->report, PT_L008, p->token.at, PT_ARGS(p->token.text), suggestion);
        p->failed = true;
        next(p);
        return;
    }
    made->word = p->token.text;
    next(p);
    made->name = p->token.text;
    made->name_at = p->token.at;
    expect(p, PT_TOKEN_STRING);
    if (!p->failed && p->token.kind != PT_TOKEN_OPEN_BRACE)
        expect(p, PT_TOKEN_OPEN_BRACE);
    if (!p->failed)
        made->value = parse_table(p);
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
    parser p = {.arena = arena, .report = report, .lexer = pt_lexer_create(arena, report, source)};
    size_t capacity = 0;
    next(&p);
    while (p.token.kind != PT_TOKEN_END) {
        if (accept(&p, PT_TOKEN_SEMICOLON))
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
