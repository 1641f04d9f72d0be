/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/statements.h"

#include <string.h>

#include "reader/asked.h"

enum { DEEPEST_CALL = 16 };

/* How a run of statements ended: it went on, or returned with a value and a reason. */
typedef struct flow {
    bool returned;
    pt_symbol value;
    pt_symbol reason;
    pt_binding *names;          /* in force at the return: {name} is looked up in them */
    const pt_syntax *statement; /* the return */
} flow;

static flow run_block(pt_walk *walk, const pt_syntax *block, pt_binding **names);

static pt_binding *bind(pt_walk *walk, const char *name, pt_symbol symbol, pt_binding *outer)
{
    pt_binding *made = PT_NEW(walk->scratch, pt_binding);
    *made = (pt_binding){name, symbol, outer};
    return made;
}

/* A block of a called function ends in a flow; its two results become symbols. */
static flow call_function(pt_walk *walk, const pt_symbol *function, const pt_syntax *call,
                          pt_binding *names)
{
    const pt_syntax *text = function->syntax;
    size_t parameters = text->count - 1u, given = call->count - 1u;
    flow none = {.value = {.kind = PT_SYMBOL_NOTHING}};
    if (walk->depth >= DEEPEST_CALL || parameters != given) {
        pt_walk_fail(walk, parameters != given ? PT_R059 : PT_R060, call->at, NULL, NULL);
        return none;
    }
    pt_binding *inner = function->names;
    for (size_t i = 0; i < parameters && !walk->failed; i++) {
        if (text->items[i]->kind != PT_SYNTAX_NAME) {
            pt_walk_fail(walk, PT_R035, text->items[i]->at, PT_ARGS("..."), NULL);
            return none;
        }
        pt_symbol argument = pt_walk_expression(walk, call->items[i + 1], names);
        inner = bind(walk, text->items[i]->text, argument, inner);
    }
    if (walk->failed)
        return none;
    walk->depth++;
    flow ended = run_block(walk, text->items[parameters], &inner);
    walk->depth--;
    if (!ended.returned && !walk->failed)
        pt_walk_fail(walk, PT_R038, text->at, NULL, NULL);
    ended.value.settled = false;
    return ended;
}

static const pt_symbol *bound(pt_binding *names, const char *name)
{
    for (pt_binding *each = names; each != NULL; each = each->outer) {
        if (strcmp(each->name, name) == 0)
            return &each->symbol;
    }
    return NULL;
}

pt_symbol pt_walk_call_expression(pt_walk *walk, const pt_syntax *call, pt_binding *names,
                                  pt_symbol *second)
{
    const pt_syntax *callee = call->items[0];
    if (callee->kind != PT_SYNTAX_NAME)
        return pt_walk_fail(walk, PT_R035, call->at, PT_ARGS("deze aanroep"), NULL);
    const pt_symbol *function = bound(names, callee->text);
    if (function == NULL) {
        bool is_word = false;
        return pt_walk_word(walk, callee->text, call, names, &is_word);
    }
    if (function->kind != PT_SYMBOL_FUNCTION)
        return pt_walk_fail(walk, PT_R061, callee->at, PT_ARGS(callee->text), NULL);
    flow ended = call_function(walk, function, call, names);
    if (second != NULL)
        *second = ended.reason;
    return ended.value;
}

static void run_local(pt_walk *walk, const pt_syntax *statement, pt_binding **names)
{
    size_t count = statement->count - 1u;
    const pt_syntax *values = statement->items[count];
    pt_binding *before = *names;
    if (values->count > count) {
        pt_walk_fail(walk, PT_R059, statement->at, NULL, NULL);
        return;
    }
    for (size_t i = 0; i < count && !walk->failed; i++) {
        pt_symbol value = {.kind = PT_SYMBOL_NOTHING};
        if (i < values->count)
            value = pt_walk_expression(walk, values->items[i], before);
        *names = bind(walk, statement->items[i]->text, value, *names);
    }
}

static void run_assignment(pt_walk *walk, const pt_syntax *statement, pt_binding *names)
{
    const pt_syntax *targets = statement->items[0], *values = statement->items[1];
    if (targets->count != 1 || values->count != 1 || targets->items[0]->kind != PT_SYNTAX_NAME) {
        pt_walk_fail(walk, PT_R035, statement->at, PT_ARGS("deze toekenning"), NULL);
        return;
    }
    for (pt_binding *each = names; each != NULL; each = each->outer) {
        if (strcmp(each->name, targets->items[0]->text) == 0) {
            each->symbol = pt_walk_expression(walk, values->items[0], names);
            return;
        }
    }
    pt_walk_fail(walk, PT_R062, targets->at, PT_ARGS(targets->items[0]->text), NULL);
}

static flow run_if(pt_walk *walk, const pt_syntax *statement, pt_binding *names)
{
    flow none = {0};
    size_t at = 0;
    for (; at + 1 < statement->count; at += 2) {
        pt_symbol condition = pt_walk_expression(walk, statement->items[at], names);
        bool holds = pt_walk_truth(walk, condition, statement->items[at]->at);
        if (walk->failed)
            return none;
        pt_walk_note(walk, statement->items[at], &condition, holds);
        if (holds)
            return run_block(walk, statement->items[at + 1], &names);
    }
    return at < statement->count ? run_block(walk, statement->items[at], &names) : none;
}

static flow run_return(pt_walk *walk, const pt_syntax *statement, pt_binding *names)
{
    flow ended = {.returned = true, .names = names, .statement = statement};
    const pt_syntax *first = statement->count > 0 ? statement->items[0] : NULL;
    pt_walk_note_return(walk, statement);
    if (first == NULL || statement->count > 2) {
        pt_walk_fail(walk, first == NULL ? PT_R038 : PT_R059, statement->at, NULL, NULL);
        return ended;
    }
    const pt_symbol *called =
        first->kind == PT_SYNTAX_CALL && first->items[0]->kind == PT_SYNTAX_NAME
            ? bound(names, first->items[0]->text)
            : NULL;
    if (statement->count == 1 && called != NULL && called->kind == PT_SYMBOL_FUNCTION)
        return call_function(walk, called, first, names);
    ended.value = pt_walk_expression(walk, first, names);
    if (statement->count == 2 && !walk->failed)
        ended.reason = pt_walk_expression(walk, statement->items[1], names);
    return ended;
}

static flow run_statement(pt_walk *walk, const pt_syntax *statement, pt_binding **names)
{
    flow none = {0};
    switch ((pt_syntax_kind)statement->kind) {
    case PT_SYNTAX_LOCAL: run_local(walk, statement, names); return none;
    case PT_SYNTAX_LOCAL_FUNCTION: {
        pt_symbol function = {.kind = PT_SYMBOL_FUNCTION, .syntax = statement->items[1]};
        *names = bind(walk, statement->items[0]->text, function, *names);
        (*names)->symbol.names = *names;
        return none;
    }
    case PT_SYNTAX_ASSIGN: run_assignment(walk, statement, *names); return none;
    case PT_SYNTAX_IF: return run_if(walk, statement, *names);
    case PT_SYNTAX_RETURN: return run_return(walk, statement, *names);
    case PT_SYNTAX_BLOCK: {
        pt_binding *inner = *names;
        return run_block(walk, statement, &inner);
    }
    case PT_SYNTAX_SET_FUNCTION:
        pt_walk_fail(walk, PT_R062, statement->at, PT_ARGS(statement->items[0]->text), NULL);
        return none;
    default:
        pt_walk_fail(walk, PT_R035, statement->at,
                     PT_ARGS(statement->text ? statement->text : "deze opdracht"), NULL);
        return none;
    }
}

static flow run_block(pt_walk *walk, const pt_syntax *block, pt_binding **names)
{
    pt_binding *inner = *names;
    for (size_t i = 0; i < block->count && !walk->failed; i++) {
        flow ended = run_statement(walk, block->items[i], &inner);
        if (ended.returned)
            return ended;
    }
    return (flow){0};
}

/* --- the leaf: what a path returns ----------------------------------------------------------- */

static bool wrong_result(pt_walk *walk, const pt_symbol *value, pt_position at)
{
    pt_walk_fail(
        walk, PT_R039, at,
        PT_ARGS(pt_symbol_shown(value), pt_kind_shown((pt_kind)walk->function->result.kind)), NULL);
    return false;
}

static bool atom_leaf(pt_walk *walk, const pt_symbol *value, pt_leaf *leaf)
{
    const pt_type *wanted = &walk->function->result;
    bool fits = value->type.kind == wanted->kind &&
                (wanted->kind != PT_CHOICE || value->type.set == wanted->set);
    if (!fits)
        return wrong_result(walk, value, leaf->at);
    uint8_t can_be = walk->known.can_be[value->atom];
    if (can_be != PT_CAN_BE_VALUE && !wanted->may_be_unknown) {
        const pt_input *input = &walk->function->inputs[walk->atoms[value->atom].input];
        pt_walk_fail(walk, PT_R030, leaf->at, PT_ARGS(input->name), NULL);
        return false;
    }
    leaf->kind = PT_LEAF_ATOM;
    leaf->atom = value->atom;
    leaf->type = value->type;
    leaf->type.may_be_unknown = (can_be & PT_CAN_BE_UNKNOWN) != 0;
    leaf->type.may_be_none = (can_be & PT_CAN_BE_NONE) != 0;
    return true;
}

static bool form_leaf(pt_walk *walk, const pt_symbol *value, pt_leaf *leaf)
{
    const pt_type *wanted = &walk->function->result;
    if (value->type.kind != wanted->kind || value->type.fraction_bits > wanted->fraction_bits)
        return wrong_result(walk, value, leaf->at);
    bool bounded =
        wanted->kind == PT_NUMBER || wanted->kind == PT_MONEY || wanted->kind == PT_PERCENT;
    int64_t low = value->form.constant, high = low;
    pt_form_bounds(&value->form, walk->atoms, &low, &high);
    leaf->kind = value->form.count == 0 ? PT_LEAF_VALUE : PT_LEAF_FORM;
    leaf->form = value->form;
    leaf->type = *wanted;
    leaf->value = pt_value_of((pt_kind)wanted->kind, low >> value->form.shift);
    if (bounded && leaf->kind == PT_LEAF_VALUE &&
        (leaf->value.amount < wanted->low || leaf->value.amount > wanted->high)) {
        pt_walk_fail(walk, PT_R048, leaf->at, NULL, NULL);
        return false;
    }
    return true;
}

static bool constant_leaf(pt_walk *walk, pt_symbol value, pt_leaf *leaf)
{
    const pt_type *wanted = &walk->function->result;
    if (value.kind == PT_SYMBOL_WORD && wanted->kind == PT_CHOICE) {
        const pt_choice *choice = &walk->draft->pack->choices[wanted->set];
        uint16_t index = pt_choice_index(choice, value.text);
        if (index == PT_NO_INDEX) {
            pt_walk_fail(walk, PT_R034, leaf->at, PT_ARGS(value.text),
                         pt_suggest(value.text, choice->words, choice->count));
            return false;
        }
        value =
            pt_symbol_constant((pt_value){.kind = PT_CHOICE, .set = wanted->set, .amount = index});
    }
    bool absent = value.kind == PT_SYMBOL_CONSTANT && !pt_is_value(value.value);
    if (value.kind != PT_SYMBOL_CONSTANT || (!absent && value.value.kind != wanted->kind) ||
        (absent && !wanted->may_be_unknown))
        return wrong_result(walk, &value, leaf->at);
    leaf->kind = PT_LEAF_VALUE;
    leaf->value = value.value;
    leaf->type = *wanted;
    return true;
}

/* A test that is returned is asked at the last. */
static bool test_leaf(pt_walk *walk, const pt_symbol *value, const pt_syntax *text, pt_leaf *leaf)
{
    bool truth = pt_walk_truth(walk, *value, leaf->at);
    pt_walk_note(walk, text, value, truth);
    return constant_leaf(walk, pt_symbol_constant(pt_yesno(truth)), leaf);
}

static bool value_leaf(pt_walk *walk, pt_symbol value, const pt_syntax *text, pt_leaf *leaf)
{
    switch ((pt_symbol_kind)value.kind) {
    case PT_SYMBOL_TEST: return test_leaf(walk, &value, text, leaf);
    case PT_SYMBOL_ATOM: return atom_leaf(walk, &value, leaf);
    case PT_SYMBOL_FORM: return form_leaf(walk, &value, leaf);
    case PT_SYMBOL_CONSTANT:
    case PT_SYMBOL_WORD: return constant_leaf(walk, value, leaf);
    default: return wrong_result(walk, &value, leaf->at);
    }
}

/* An input is shown as what was given (10 weken), not as what the arithmetic made of it (70). */
static bool input_piece(pt_walk *walk, const char *name, const pt_symbol *symbol,
                        pt_reason_piece *piece)
{
    for (uint16_t i = 0; i < walk->function->input_count; i++) {
        const pt_input *input = &walk->function->inputs[i];
        bool constant = symbol->kind == PT_SYMBOL_FORM && symbol->form.count == 0 &&
                        input->kind == PT_INPUT_PARAMETER;
        bool same = strcmp(input->name, name) == 0 && (constant || symbol->kind == PT_SYMBOL_ATOM);
        if (!same)
            continue;
        piece->is_atom = true;
        piece->atom = pt_walk_input_atom(walk, i);
        piece->type = input->type;
        return true;
    }
    return false;
}

static bool value_piece(pt_walk *walk, const char *name, pt_binding *names, pt_position at,
                        pt_reason_piece *piece)
{
    const pt_symbol *symbol = bound(names, name);
    if (symbol == NULL) {
        pt_walk_fail(walk, PT_R041, at, PT_ARGS(name), NULL);
        return false;
    }
    *piece = (pt_reason_piece){.type = symbol->type};
    if (input_piece(walk, name, symbol, piece))
        return true;
    if (symbol->kind == PT_SYMBOL_ATOM) {
        piece->is_atom = true;
        piece->atom = symbol->atom;
        return true;
    }
    if (symbol->kind != PT_SYMBOL_FORM) {
        pt_walk_fail(walk, PT_R041, at, PT_ARGS(name), NULL);
        return false;
    }
    piece->form = symbol->form;
    return true;
}

/* "de termijn loopt tot {grens}" into text, value, text. */
static bool split_reason(pt_walk *walk, const char *reason, pt_binding *names, pt_leaf *leaf)
{
    size_t capacity = 0;
    pt_reason_piece *pieces = NULL;
    while (*reason != '\0') {
        const char *open = strchr(reason, '{'), *close = open == NULL ? NULL : strchr(open, '}');
        pt_reason_piece piece = {.text = reason};
        if (open == reason && close != NULL) {
            const char *name = pt_arena_copy(walk->scratch, open + 1, (size_t)(close - open) - 1);
            if (!value_piece(walk, name, names, leaf->at, &piece))
                return false;
            reason = close + 1;
        } else {
            piece.length = close != NULL ? (size_t)(open - reason) : strlen(reason);
            reason += piece.length;
        }
        pieces = pt_arena_grow(walk->arena, pieces, leaf->piece_count, &capacity, sizeof piece);
        pieces[leaf->piece_count++] = piece;
    }
    leaf->pieces = pieces;
    return true;
}

/* The names above a function in its file, then its inputs. */
static pt_binding *first_names(pt_walk *walk)
{
    pt_binding *names = NULL;
    const pt_draft *draft = walk->draft;
    for (size_t i = 0; i < draft->helper_count; i++) {
        const pt_helper *helper = &draft->helpers[i];
        if (helper->source != walk->function->at.source ||
            helper->at.line > walk->function->at.line || helper->value->kind == PT_SYNTAX_TABLE)
            continue;
        names = bind(walk, helper->name, pt_symbol_nothing(), names);
        if (helper->value->kind == PT_SYNTAX_FUNCTION)
            names->symbol =
                (pt_symbol){.kind = PT_SYMBOL_FUNCTION, .syntax = helper->value, .names = names};
        else
            names->symbol = pt_walk_expression(walk, helper->value, names->outer);
    }
    return names;
}

static pt_symbol input_symbol(pt_walk *walk, uint16_t index)
{
    const pt_input *input = &walk->function->inputs[index];
    if (input->kind == PT_INPUT_PARAMETER) {
        pt_value value =
            pt_parameter_on(&walk->draft->pack->parameters[input->index], walk->day, NULL);
        if (value.kind == PT_DURATION &&
            (value.unit == PT_UNIT_WEEKS || value.unit == PT_UNIT_DAYS))
            return pt_symbol_amount(PT_DURATION,
                                    value.unit == PT_UNIT_WEEKS ? value.amount * 7 : value.amount);
        if (value.kind == PT_YESNO || value.kind == PT_CHOICE)
            return (pt_symbol){.kind = PT_SYMBOL_CONSTANT, .value = value, .fixed = true};
        pt_symbol symbol = pt_symbol_amount((pt_kind)value.kind, value.amount);
        symbol.type.unit = value.unit;
        return symbol;
    }
    uint16_t atom = pt_walk_input_atom(walk, index);
    return (pt_symbol){.kind = PT_SYMBOL_ATOM, .atom = atom, .type = walk->atoms[atom].type};
}

bool pt_walk_once(pt_walk *walk, pt_leaf *leaf)
{
    pt_binding *names = first_names(walk);
    for (uint16_t i = 0; i < walk->function->input_count; i++)
        names = bind(walk, walk->function->inputs[i].name, input_symbol(walk, i), names);
    const pt_syntax *text = walk->function->syntax;
    flow ended = run_block(walk, text->items[text->count - 1], &names);
    if (walk->failed)
        return false;
    *leaf = (pt_leaf){.at = ended.returned ? ended.statement->at : walk->function->at};
    if (!ended.returned) {
        pt_walk_fail(walk, PT_R038, leaf->at, NULL, NULL);
        return false;
    }
    if (!value_leaf(walk, ended.value, ended.statement->items[0], leaf))
        return false;
    if (ended.reason.kind == PT_SYMBOL_NOTHING)
        return !walk->failed;
    if (ended.reason.kind != PT_SYMBOL_TEXT) {
        pt_walk_fail(walk, PT_R040, leaf->at, NULL, NULL);
        return false;
    }
    leaf->reason = ended.reason.text;
    return split_reason(walk, leaf->reason, ended.names, leaf) && !walk->failed;
}
