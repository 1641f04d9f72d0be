/* SPDX-License-Identifier: EUPL-1.2 */
/* Expressions of rule text, on symbols. */
#include <string.h>

#include "reader/asked.h"
#include "reader/fields.h"
#include "reader/symbols.h"

/* Lua gives the operand itself back; only ja/nee may be asked for, anything else is simply there.
 */
static bool is_question(const pt_symbol *symbol)
{
    return symbol->kind == PT_SYMBOL_TEST || symbol->kind == PT_SYMBOL_NOTHING ||
           (symbol->kind == PT_SYMBOL_ATOM && symbol->type.kind == PT_YESNO) ||
           (symbol->kind == PT_SYMBOL_CONSTANT && symbol->value.kind == PT_YESNO);
}

/* An answer with which `and`, `or` or `not` ends before its last part. */
static pt_symbol settled(bool yes)
{
    pt_symbol answer = pt_symbol_answer(yes);
    answer.settled = true;
    return answer;
}

/* The truth of a part, noted at its place. */
static bool part_truth(pt_walk *walk, const pt_symbol *symbol, const pt_syntax *part)
{
    bool truth = pt_walk_truth(walk, *symbol, part->at);
    if (!walk->failed)
        pt_walk_note(walk, part, symbol, truth);
    return truth;
}

static pt_symbol both(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    pt_symbol left = pt_walk_expression(walk, expression->items[0], names);
    if (!part_truth(walk, &left, expression->items[0]))
        return walk->failed ? pt_symbol_nothing() : settled(false);
    return pt_walk_expression(walk, expression->items[1], names);
}

static pt_symbol either(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    const pt_syntax *first = expression->items[0];
    while (first->kind == PT_SYNTAX_PAREN)
        first = first->items[0];
    pt_symbol left = pt_walk_expression(walk, expression->items[0], names);
    bool chosen = first->kind == PT_SYNTAX_BINARY &&
                  (first->operation == PT_TOKEN_AND || first->operation == PT_TOKEN_OR);
    if (chosen && !is_question(&left)) {
        if (pt_walk_may_be_absent(walk, &left))
            return pt_walk_fail(walk, PT_R032, first->items[1]->at,
                                PT_ARGS(walk->function->inputs[walk->atoms[left.atom].input].name),
                                NULL);
        return left;
    }
    if (part_truth(walk, &left, first))
        return settled(true);
    if (walk->failed)
        return pt_symbol_nothing();
    return pt_walk_expression(walk, expression->items[1], names);
}

static pt_symbol invert(pt_walk *walk, pt_symbol operand, const pt_syntax *at)
{
    if (operand.kind == PT_SYMBOL_TEST) {
        operand.negated = !operand.negated;
        return operand;
    }
    bool truth = part_truth(walk, &operand, at->items[0]);
    return walk->failed ? pt_symbol_nothing() : settled(!truth);
}

/* `~=`: one question, although it is the opposite of another. */
static pt_symbol unequal(pt_symbol same)
{
    if (same.kind == PT_SYMBOL_TEST) {
        same.test.wording = PT_WORDING_OPPOSITE;
        same.negated = !same.negated;
    } else if (same.kind == PT_SYMBOL_CONSTANT) {
        same.value = pt_yesno(!pt_is_yes(same.value));
    }
    return same;
}

static pt_symbol binary(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    pt_token_kind operation = (pt_token_kind)expression->operation;
    if (operation == PT_TOKEN_AND)
        return both(walk, expression, names);
    if (operation == PT_TOKEN_OR)
        return either(walk, expression, names);
    pt_symbol left = pt_walk_expression(walk, expression->items[0], names);
    pt_symbol right = pt_walk_expression(walk, expression->items[1], names);
    if (walk->failed)
        return pt_symbol_nothing();
    switch (operation) {
    case PT_TOKEN_EQUAL: return pt_walk_equal(walk, left, right, expression);
    case PT_TOKEN_NOT_EQUAL: return unequal(pt_walk_equal(walk, left, right, expression));
    case PT_TOKEN_AT_MOST:
    case PT_TOKEN_AT_LEAST:
    case PT_TOKEN_LESS:
    case PT_TOKEN_MORE: return pt_walk_order(walk, operation, left, right, expression);
    case PT_TOKEN_PLUS: return pt_walk_add(walk, left, right, false, expression);
    case PT_TOKEN_MINUS: return pt_walk_add(walk, left, right, true, expression);
    case PT_TOKEN_TIMES: return pt_walk_multiply(walk, left, right, expression);
    case PT_TOKEN_FLOOR: return pt_walk_divide(walk, left, right, false, expression);
    case PT_TOKEN_REMAINDER: return pt_walk_divide(walk, left, right, true, expression);
    case PT_TOKEN_CONCAT: return pt_walk_fail(walk, PT_R054, expression->at, NULL, NULL);
    case PT_TOKEN_DIVIDE:
    case PT_TOKEN_POWER:
        return pt_walk_fail(walk, PT_R055, expression->at, PT_ARGS(pt_token_name(operation)), NULL);
    default:
        return pt_walk_fail(walk, PT_R035, expression->at, PT_ARGS(pt_token_name(operation)), NULL);
    }
}

static pt_symbol known_word(pt_walk *walk, const pt_syntax *name)
{
    const pt_pack *pack = walk->draft->pack;
    if (strcmp(name->text, "ja") == 0 || strcmp(name->text, "nee") == 0)
        return pt_symbol_answer(*name->text == 'j');
    if (strcmp(name->text, "onbekend") == 0)
        return pt_symbol_constant(pt_unknown());
    if (strcmp(name->text, "geen") == 0)
        return pt_symbol_constant(pt_none());
    size_t most = 0, count = 0;
    for (uint16_t i = 0; i < pack->choice_count; i++)
        most += pack->choices[i].count;
    const char **words = PT_NEW_ARRAY(walk->scratch, most + PT_LIMIT_INPUTS, const char *);
    for (uint16_t i = 0; i < pack->choice_count; i++) {
        for (uint16_t j = 0; j < pack->choices[i].count; j++)
            words[count++] = pack->choices[i].words[j];
    }
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], name->text) == 0)
            return (pt_symbol){.kind = PT_SYMBOL_WORD, .text = name->text};
    }
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        words[count++] = walk->function->inputs[i].name;
    return pt_walk_fail(walk, PT_R034, name->at, PT_ARGS(name->text),
                        pt_suggest(name->text, words, count));
}

static pt_symbol name_value(pt_walk *walk, const pt_syntax *name, pt_binding *names)
{
    for (const pt_binding *each = names; each != NULL; each = each->outer) {
        if (strcmp(each->name, name->text) != 0)
            continue;
        if (each->symbol.kind == PT_SYMBOL_NOTHING)
            return pt_walk_fail(walk, PT_R056, name->at, PT_ARGS(name->text), NULL);
        pt_symbol symbol = each->symbol;
        symbol.settled = false;
        return symbol;
    }
    return known_word(walk, name);
}

static pt_symbol number_value(pt_walk *walk, const pt_syntax *number)
{
    int64_t sixteenths = 0;
    if (!pt_number_of(number, &sixteenths))
        return pt_walk_fail(walk, PT_R044, number->at, NULL, NULL);
    return pt_symbol_amount(PT_NUMBER, sixteenths);
}

pt_symbol pt_walk_expression(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    enum { MOST_STEPS = 4000000 };
    pt_symbol nothing = pt_symbol_nothing();
    if (walk->failed)
        return nothing;
    if (++walk->steps > MOST_STEPS)
        return pt_walk_fail(walk, PT_R043, walk->function->at, NULL, NULL);
    switch ((pt_syntax_kind)expression->kind) {
    case PT_SYNTAX_PAREN: return pt_walk_expression(walk, expression->items[0], names);
    case PT_SYNTAX_BOOLEAN: return pt_symbol_answer(expression->number == 1);
    case PT_SYNTAX_NUMBER: return number_value(walk, expression);
    case PT_SYNTAX_STRING:
        return (pt_symbol){.kind = PT_SYMBOL_TEXT, .text = expression->text, .syntax = expression};
    case PT_SYNTAX_NAME: return name_value(walk, expression, names);
    case PT_SYNTAX_INDEX: return pt_walk_look_up(walk, expression, names);
    case PT_SYNTAX_FUNCTION:
        return (pt_symbol){.kind = PT_SYMBOL_FUNCTION, .syntax = expression, .names = names};
    case PT_SYNTAX_BINARY: return binary(walk, expression, names);
    case PT_SYNTAX_UNARY: {
        pt_symbol operand = pt_walk_expression(walk, expression->items[0], names);
        if (walk->failed)
            return nothing;
        if (expression->operation == PT_TOKEN_NOT)
            return invert(walk, operand, expression);
        if (expression->operation == PT_TOKEN_MINUS)
            return pt_walk_negate(walk, operand, expression);
        return pt_walk_fail(walk, PT_R035, expression->at,
                            PT_ARGS(pt_token_name((pt_token_kind)expression->operation)), NULL);
    }
    case PT_SYNTAX_CALL: return pt_walk_call_expression(walk, expression, names, NULL);
    case PT_SYNTAX_NIL: return pt_walk_fail(walk, PT_R035, expression->at, PT_ARGS("nil"), NULL);
    case PT_SYNTAX_TABLE: return pt_walk_fail(walk, PT_R058, expression->at, NULL, NULL);
    default:
        return pt_walk_fail(walk, PT_R035, expression->at,
                            PT_ARGS(expression->text ? expression->text : "dit"), NULL);
    }
}
