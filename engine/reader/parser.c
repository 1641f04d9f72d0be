/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/parser_state.h"

#include <string.h>

#include "base/limits.h"

/* Longest chain of suffixes, operators of one level, or elseif: each costs Lua's own parser more.
 */
enum { LONGEST_CHAIN = 256, MOST_ITEMS = 4096 };

typedef struct items {
    pt_syntax **items;
    size_t count;
    size_t capacity;
} items;

static pt_syntax *parse_expression(pt_parser *p, int limit);
static pt_syntax *parse_block(pt_parser *p);

void pt_parser_next(pt_parser *p)
{
    p->last_line = p->token.end_line;
    p->last_column = p->token.end_column;
    p->token = pt_lexer_next(&p->lexer);
    if (p->token.kind == PT_TOKEN_BAD)
        p->failed = true;
}

pt_syntax *pt_parser_fail(pt_parser *p, pt_code code, const char *const *arguments)
{
    if (!p->failed)
        pt_find(p->report, code, p->token.at, arguments, NULL);
    p->failed = true;
    return NULL;
}

void pt_parser_expect(pt_parser *p, pt_token_kind kind)
{
    if (p->token.kind == kind) {
        pt_parser_next(p);
        return;
    }
    const char *found = p->token.text != NULL ? p->token.text : pt_token_name(p->token.kind);
    pt_parser_fail(p, PT_L003, PT_ARGS(pt_token_name(kind), found));
}

bool pt_parser_accept(pt_parser *p, pt_token_kind kind)
{
    if (p->token.kind != kind)
        return false;
    pt_parser_next(p);
    return true;
}

static bool enter(pt_parser *p)
{
    if (p->failed)
        return false;
    if (p->depth >= PT_LIMIT_SYNTAX_DEPTH) {
        pt_parser_fail(p, PT_L005, NULL);
        return false;
    }
    p->depth++;
    return true;
}

static pt_syntax *node(pt_parser *p, pt_syntax_kind kind, pt_position at)
{
    pt_syntax *made = PT_NEW(p->arena, pt_syntax);
    made->kind = (uint8_t)kind;
    made->at = at;
    return made;
}

/* Closes a node: its items, and its extent up to the token before the present one. */
static pt_syntax *close_node(pt_parser *p, pt_syntax *made, const items *list)
{
    made->items = list->items;
    made->count = (uint16_t)list->count;
    if (p->last_line == made->at.line && p->last_column > made->at.column)
        made->at.length = p->last_column - made->at.column;
    return made;
}

static void add(pt_parser *p, items *list, pt_syntax *item)
{
    if (list->count >= MOST_ITEMS) {
        pt_parser_fail(p, PT_L005, NULL);
        return;
    }
    list->items =
        pt_arena_grow(p->arena, list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = item;
}

static pt_syntax *parse_name(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_NAME, p->token.at);
    made->text = p->token.text;
    pt_parser_expect(p, PT_TOKEN_NAME);
    return made;
}

static pt_syntax *parse_list(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LIST, p->token.at);
    items list = {0};
    do
        add(p, &list, parse_expression(p, 0));
    while (!p->failed && pt_parser_accept(p, PT_TOKEN_COMMA));
    return close_node(p, made, &list);
}

static pt_syntax *parse_function(pt_parser *p, pt_position at)
{
    pt_syntax *made = node(p, PT_SYNTAX_FUNCTION, at);
    items list = {0};
    pt_parser_expect(p, PT_TOKEN_OPEN);
    while (!p->failed && p->token.kind != PT_TOKEN_CLOSE) {
        if (p->token.kind == PT_TOKEN_DOTS) {
            add(p, &list, node(p, PT_SYNTAX_VARARG, p->token.at));
            pt_parser_next(p);
        } else {
            add(p, &list, parse_name(p));
        }
        if (p->token.kind != PT_TOKEN_CLOSE)
            pt_parser_expect(p, PT_TOKEN_COMMA);
    }
    pt_parser_expect(p, PT_TOKEN_CLOSE);
    add(p, &list, parse_block(p));
    pt_parser_expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

static pt_syntax *parse_field(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_FIELD, p->token.at);
    items list = {0};
    pt_syntax *key = NULL;
    if (pt_parser_accept(p, PT_TOKEN_OPEN_BRACKET)) {
        key = parse_expression(p, 0);
        pt_parser_expect(p, PT_TOKEN_CLOSE_BRACKET);
        pt_parser_expect(p, PT_TOKEN_ASSIGN);
    } else if (p->token.kind == PT_TOKEN_NAME) {
        pt_syntax *first = parse_expression(p, 0);
        if (first != NULL && first->kind == PT_SYNTAX_NAME &&
            pt_parser_accept(p, PT_TOKEN_ASSIGN)) {
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

pt_syntax *pt_parse_table(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_TABLE, p->token.at);
    items list = {0};
    pt_parser_expect(p, PT_TOKEN_OPEN_BRACE);
    while (!p->failed && p->token.kind != PT_TOKEN_CLOSE_BRACE) {
        add(p, &list, parse_field(p));
        if (!pt_parser_accept(p, PT_TOKEN_COMMA) && !pt_parser_accept(p, PT_TOKEN_SEMICOLON))
            break;
    }
    pt_parser_expect(p, PT_TOKEN_CLOSE_BRACE);
    return close_node(p, made, &list);
}

static pt_syntax *parse_string(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_STRING, p->token.at);
    made->text = p->token.text;
    pt_parser_next(p);
    return made;
}

static void add_arguments(pt_parser *p, items *list)
{
    if (p->token.kind == PT_TOKEN_STRING) {
        add(p, list, parse_string(p));
    } else if (p->token.kind == PT_TOKEN_OPEN_BRACE) {
        add(p, list, pt_parse_table(p));
    } else {
        pt_parser_expect(p, PT_TOKEN_OPEN);
        while (!p->failed && p->token.kind != PT_TOKEN_CLOSE) {
            add(p, list, parse_expression(p, 0));
            if (!pt_parser_accept(p, PT_TOKEN_COMMA))
                break;
        }
        pt_parser_expect(p, PT_TOKEN_CLOSE);
    }
}

static pt_syntax *parse_primary(pt_parser *p)
{
    if (p->token.kind == PT_TOKEN_NAME)
        return parse_name(p);
    pt_syntax *made = node(p, PT_SYNTAX_PAREN, p->token.at);
    items list = {0};
    pt_parser_expect(p, PT_TOKEN_OPEN);
    add(p, &list, parse_expression(p, 0));
    pt_parser_expect(p, PT_TOKEN_CLOSE);
    return close_node(p, made, &list);
}

static bool starts_suffix(pt_token_kind kind)
{
    return kind == PT_TOKEN_DOT || kind == PT_TOKEN_OPEN_BRACKET || kind == PT_TOKEN_COLON ||
           kind == PT_TOKEN_OPEN || kind == PT_TOKEN_STRING || kind == PT_TOKEN_OPEN_BRACE;
}

static pt_syntax *parse_one_suffix(pt_parser *p, pt_syntax *object)
{
    items list = {0};
    add(p, &list, object);
    pt_syntax *made = node(p, PT_SYNTAX_CALL, object->at);
    if (pt_parser_accept(p, PT_TOKEN_DOT)) {
        made->kind = PT_SYNTAX_INDEX;
        pt_syntax *key = parse_name(p);
        key->kind = PT_SYNTAX_STRING;
        add(p, &list, key);
    } else if (pt_parser_accept(p, PT_TOKEN_OPEN_BRACKET)) {
        made->kind = PT_SYNTAX_INDEX;
        add(p, &list, parse_expression(p, 0));
        pt_parser_expect(p, PT_TOKEN_CLOSE_BRACKET);
    } else {
        if (pt_parser_accept(p, PT_TOKEN_COLON)) {
            made->kind = PT_SYNTAX_METHOD;
            made->text = p->token.text;
            pt_parser_expect(p, PT_TOKEN_NAME);
        }
        add_arguments(p, &list);
    }
    return close_node(p, made, &list);
}

static pt_syntax *parse_suffixed(pt_parser *p)
{
    pt_syntax *made = parse_primary(p);
    size_t chain = 0;
    while (!p->failed && starts_suffix(p->token.kind)) {
        if (++chain > PT_LIMIT_SYNTAX_DEPTH)
            return pt_parser_fail(p, PT_L005, NULL);
        made = parse_one_suffix(p, made);
    }
    return made;
}

static pt_syntax *parse_simple(pt_parser *p)
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
    case PT_TOKEN_OPEN_BRACE: return pt_parse_table(p);
    case PT_TOKEN_FUNCTION: pt_parser_next(p); return parse_function(p, made->at);
    case PT_TOKEN_NAME:
    case PT_TOKEN_OPEN: return parse_suffixed(p);
    default:
        return pt_parser_fail(
            p, PT_L006, PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
    }
    pt_parser_next(p);
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

static pt_syntax *parse_operand(pt_parser *p)
{
    pt_token_kind kind = p->token.kind;
    if (kind != PT_TOKEN_NOT && kind != PT_TOKEN_MINUS && kind != PT_TOKEN_LENGTH &&
        kind != PT_TOKEN_BIT_NOT)
        return parse_simple(p);
    pt_syntax *made = node(p, PT_SYNTAX_UNARY, p->token.at);
    made->operation = (uint8_t)kind;
    items list = {0};
    pt_parser_next(p);
    add(p, &list, parse_expression(p, UNARY_LEVEL));
    return close_node(p, made, &list);
}

static pt_syntax *parse_expression(pt_parser *p, int limit)
{
    if (!enter(p))
        return NULL;
    pt_syntax *left = parse_operand(p);
    int left_level = 0, right_level = 0;
    size_t chain = 0;
    while (!p->failed && binding(p->token.kind, &left_level, &right_level) && left_level > limit) {
        if (++chain > LONGEST_CHAIN) {
            pt_parser_fail(p, PT_L005, NULL);
            break;
        }
        pt_syntax *made = node(p, PT_SYNTAX_BINARY, left->at);
        made->operation = (uint8_t)p->token.kind;
        items list = {0};
        pt_parser_next(p);
        add(p, &list, left);
        add(p, &list, parse_expression(p, right_level));
        left = close_node(p, made, &list);
    }
    p->depth--;
    return left;
}

static pt_syntax *parse_if(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_IF, p->token.at);
    items list = {0};
    do {
        pt_parser_next(p);
        add(p, &list, parse_expression(p, 0));
        pt_parser_expect(p, PT_TOKEN_THEN);
        add(p, &list, parse_block(p));
        if (list.count > LONGEST_CHAIN)
            pt_parser_fail(p, PT_L005, NULL);
    } while (!p->failed && p->token.kind == PT_TOKEN_ELSEIF);
    if (pt_parser_accept(p, PT_TOKEN_ELSE))
        add(p, &list, parse_block(p));
    pt_parser_expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

pt_syntax *pt_parse_local(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LOCAL, p->token.at);
    items list = {0};
    pt_parser_next(p);
    if (p->token.kind == PT_TOKEN_FUNCTION) {
        made->kind = PT_SYNTAX_LOCAL_FUNCTION;
        pt_position at = p->token.at;
        pt_parser_next(p);
        add(p, &list, parse_name(p));
        add(p, &list, parse_function(p, at));
        return close_node(p, made, &list);
    }
    do {
        add(p, &list, parse_name(p));
        if (pt_parser_accept(p, PT_TOKEN_LESS)) {
            pt_parser_fail(p, PT_L007, PT_ARGS("<const>"));
            break;
        }
    } while (!p->failed && pt_parser_accept(p, PT_TOKEN_COMMA));
    add(p, &list,
        pt_parser_accept(p, PT_TOKEN_ASSIGN) ? parse_list(p)
                                             : node(p, PT_SYNTAX_LIST, p->token.at));
    return close_node(p, made, &list);
}

static pt_syntax *parse_loop(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_LOOP, p->token.at);
    made->text = p->token.text;
    pt_token_kind kind = p->token.kind;
    items list = {0};
    pt_parser_next(p);
    if (kind == PT_TOKEN_REPEAT) {
        add(p, &list, parse_block(p));
        pt_parser_expect(p, PT_TOKEN_UNTIL);
        add(p, &list, parse_expression(p, 0));
        return close_node(p, made, &list);
    }
    if (kind == PT_TOKEN_FOR) {
        do
            add(p, &list, parse_name(p));
        while (!p->failed && pt_parser_accept(p, PT_TOKEN_COMMA));
        if (!pt_parser_accept(p, PT_TOKEN_IN))
            pt_parser_expect(p, PT_TOKEN_ASSIGN);
        add(p, &list, parse_list(p));
    } else {
        add(p, &list, parse_expression(p, 0));
    }
    pt_parser_expect(p, PT_TOKEN_DO);
    add(p, &list, parse_block(p));
    pt_parser_expect(p, PT_TOKEN_END_WORD);
    return close_node(p, made, &list);
}

static pt_syntax *parse_return(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_RETURN, p->token.at);
    items list = {0};
    pt_parser_next(p);
    pt_token_kind kind = p->token.kind;
    if (kind != PT_TOKEN_END_WORD && kind != PT_TOKEN_ELSE && kind != PT_TOKEN_ELSEIF &&
        kind != PT_TOKEN_UNTIL && kind != PT_TOKEN_SEMICOLON && kind != PT_TOKEN_END) {
        do
            add(p, &list, parse_expression(p, 0));
        while (!p->failed && pt_parser_accept(p, PT_TOKEN_COMMA));
    }
    pt_parser_accept(p, PT_TOKEN_SEMICOLON);
    return close_node(p, made, &list);
}

static pt_syntax *parse_jump(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_JUMP, p->token.at);
    made->text = pt_token_name(p->token.kind);
    pt_token_kind kind = p->token.kind;
    pt_parser_next(p);
    if (kind == PT_TOKEN_GOTO || kind == PT_TOKEN_LABEL)
        pt_parser_expect(p, PT_TOKEN_NAME);
    if (kind == PT_TOKEN_LABEL)
        pt_parser_expect(p, PT_TOKEN_LABEL);
    return made;
}

static pt_syntax *parse_global_function(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_SET_FUNCTION, p->token.at);
    items list = {0};
    pt_parser_next(p);
    add(p, &list, parse_name(p));
    add(p, &list, parse_function(p, made->at));
    return close_node(p, made, &list);
}

/* An assignment or a call. */
static pt_syntax *parse_expression_statement(pt_parser *p)
{
    pt_position at = p->token.at;
    pt_syntax *first = parse_suffixed(p);
    if (p->failed || first == NULL)
        return NULL;
    if (p->token.kind != PT_TOKEN_ASSIGN && p->token.kind != PT_TOKEN_COMMA)
        return first->kind == PT_SYNTAX_CALL || first->kind == PT_SYNTAX_METHOD
                   ? first
                   : pt_parser_fail(
                         p, PT_L006,
                         PT_ARGS(p->token.text ? p->token.text : pt_token_name(p->token.kind)));
    pt_syntax *made = node(p, PT_SYNTAX_ASSIGN, at);
    pt_syntax *targets = node(p, PT_SYNTAX_LIST, at);
    items target_list = {0}, list = {0};
    add(p, &target_list, first);
    while (!p->failed && pt_parser_accept(p, PT_TOKEN_COMMA))
        add(p, &target_list, parse_suffixed(p));
    pt_parser_expect(p, PT_TOKEN_ASSIGN);
    add(p, &list, close_node(p, targets, &target_list));
    add(p, &list, parse_list(p));
    return close_node(p, made, &list);
}

static pt_syntax *parse_statement(pt_parser *p)
{
    switch (p->token.kind) {
    case PT_TOKEN_IF: return parse_if(p);
    case PT_TOKEN_LOCAL: return pt_parse_local(p);
    case PT_TOKEN_WHILE:
    case PT_TOKEN_REPEAT:
    case PT_TOKEN_FOR: return parse_loop(p);
    case PT_TOKEN_RETURN: return parse_return(p);
    case PT_TOKEN_GOTO:
    case PT_TOKEN_BREAK:
    case PT_TOKEN_LABEL: return parse_jump(p);
    case PT_TOKEN_FUNCTION: return parse_global_function(p);
    case PT_TOKEN_DO: {
        pt_parser_next(p);
        pt_syntax *block = parse_block(p);
        pt_parser_expect(p, PT_TOKEN_END_WORD);
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

static pt_syntax *parse_block(pt_parser *p)
{
    pt_syntax *made = node(p, PT_SYNTAX_BLOCK, p->token.at);
    items list = {0};
    if (!enter(p))
        return made;
    while (!p->failed && !ends_block(p->token.kind)) {
        if (pt_parser_accept(p, PT_TOKEN_SEMICOLON))
            continue;
        pt_syntax *statement = parse_statement(p);
        add(p, &list, statement);
        if (statement != NULL && statement->kind == PT_SYNTAX_RETURN)
            break;
    }
    p->depth--;
    return close_node(p, made, &list);
}
