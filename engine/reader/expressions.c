/* SPDX-License-Identifier: EUPL-1.2 */
/* Expressions of rule text, on symbols. */
#include <string.h>

#include "reader/fields.h"
#include "reader/symbols.h"

pt_symbol pt_walk_fail(pt_walk *walk, pt_code code, pt_position at, const char *const *arguments,
                       const char *suggestion)
{
    pt_report *report = walk->draft->report;
    bool said = false;
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *other = &report->findings[i];
        said = said || (other->code == code && other->at.source == at.source &&
                        other->at.line == at.line && other->at.column == at.column);
    }
    if (!said)
        pt_find(report, code, at, arguments, suggestion);
    walk->failed = true;
    return pt_symbol_nothing();
}

const char *pt_kind_shown(pt_kind kind)
{
    static const char *const shown[] = {"onbekend",   "geen",           "ja of nee", "een getal",
                                        "een bedrag", "een percentage", "een datum", "een duur",
                                        "een keuze",  "een onderwerp"};
    return shown[kind];
}

const char *pt_symbol_shown(const pt_symbol *symbol)
{
    switch ((pt_symbol_kind)symbol->kind) {
    case PT_SYMBOL_NOTHING: return "niets";
    case PT_SYMBOL_CONSTANT: return pt_kind_shown((pt_kind)symbol->value.kind);
    case PT_SYMBOL_WORD: return "een woord van een keuze";
    case PT_SYMBOL_TEST: return "ja of nee";
    case PT_SYMBOL_TEXT: return "een tekst";
    case PT_SYMBOL_TABLE: return "een tabel";
    case PT_SYMBOL_FUNCTION: return "een functie";
    case PT_SYMBOL_ATOM:
    case PT_SYMBOL_FORM: break;
    }
    return pt_kind_shown((pt_kind)symbol->type.kind);
}

pt_symbol pt_symbol_constant(pt_value value)
{
    return (pt_symbol){.kind = PT_SYMBOL_CONSTANT, .value = value};
}

static uint8_t fraction_bits_of(int64_t sixteenths)
{
    uint8_t bits = 0;
    while (sixteenths % (PT_NUMBER_SCALE >> bits) != 0)
        bits++;
    return bits;
}

pt_symbol pt_symbol_amount(pt_kind kind, int64_t amount)
{
    pt_type type = {.kind = (uint8_t)kind, .low = amount, .high = amount};
    if (kind == PT_NUMBER)
        type.fraction_bits = fraction_bits_of(amount);
    return (pt_symbol){.kind = PT_SYMBOL_FORM, .type = type, .form = pt_form_constant(amount)};
}

static bool number_like(pt_kind kind)
{
    return kind == PT_NUMBER || kind == PT_MONEY || kind == PT_PERCENT || kind == PT_DATE ||
           kind == PT_DURATION;
}

static pt_symbol test_symbol(pt_test test, bool negated)
{
    pt_type type = {.kind = PT_YESNO, .high = 1};
    return (pt_symbol){.kind = PT_SYMBOL_TEST, .negated = negated, .test = test, .type = type};
}

bool pt_walk_truth(pt_walk *walk, pt_symbol symbol, pt_position at)
{
    if (symbol.kind == PT_SYMBOL_TEST)
        return pt_walk_ask(walk, symbol.test) != symbol.negated;
    if (symbol.kind == PT_SYMBOL_CONSTANT && symbol.value.kind == PT_YESNO)
        return symbol.value.amount == 1;
    if (symbol.kind == PT_SYMBOL_ATOM && symbol.type.kind == PT_YESNO) {
        if (walk->atoms[symbol.atom].type.may_be_unknown ||
            walk->atoms[symbol.atom].type.may_be_none) {
            const pt_input *input = &walk->function->inputs[walk->atoms[symbol.atom].input];
            pt_walk_fail(walk, PT_R030, at, PT_ARGS(input->name), NULL);
            return false;
        }
        pt_test test = {.kind = PT_TEST_IN, .atom = symbol.atom, .mask = 2, .at = at};
        return pt_walk_ask(walk, test);
    }
    if (symbol.kind != PT_SYMBOL_NOTHING)
        pt_walk_fail(walk, PT_R031, at, PT_ARGS(pt_symbol_shown(&symbol)), NULL);
    return false;
}

bool pt_walk_form(pt_walk *walk, pt_symbol *symbol, pt_position at)
{
    if (symbol->kind == PT_SYMBOL_NOTHING)
        return false;
    bool atom = symbol->kind == PT_SYMBOL_ATOM;
    if (!(atom || symbol->kind == PT_SYMBOL_FORM) || !number_like((pt_kind)symbol->type.kind)) {
        pt_walk_fail(walk, PT_R033, at,
                     PT_ARGS(pt_symbol_shown(symbol), "een getal, bedrag of datum"), NULL);
        return false;
    }
    if (!atom)
        return true;
    if (walk->known.can_be[symbol->atom] != PT_CAN_BE_VALUE) {
        const pt_input *input = &walk->function->inputs[walk->atoms[symbol->atom].input];
        bool none = (walk->known.can_be[symbol->atom] & PT_CAN_BE_UNKNOWN) == 0;
        pt_walk_fail(walk, none ? PT_R053 : PT_R032, at, PT_ARGS(input->name), NULL);
        return false;
    }
    symbol->form = pt_form_atom(walk->arena, symbol->atom);
    symbol->kind = PT_SYMBOL_FORM;
    return true;
}

pt_symbol pt_walk_made(pt_walk *walk, pt_form form, pt_type type, pt_position at)
{
    int64_t low = 0, high = 0;
    if (form.shift > 8 || !pt_form_bounds(&form, walk->atoms, &low, &high))
        return pt_walk_fail(walk, PT_R036, at, NULL, NULL);
    type.low = low >> form.shift;
    type.high = high >> form.shift;
    type.may_be_unknown = type.may_be_none = false;
    return (pt_symbol){.kind = PT_SYMBOL_FORM, .type = type, .form = form};
}

/* --- comparing ------------------------------------------------------------------------------ */

/* Days stand in a NUMBER as sixteenths and in a DURATION as days; a comparison of the two is in
 * days. */
static bool align_kinds(pt_walk *walk, pt_symbol *left, pt_symbol *right)
{
    if (left->type.kind == right->type.kind)
        return left->type.kind != PT_DURATION || left->type.unit == right->type.unit;
    pt_symbol *days = left->type.kind == PT_DURATION ? left : right;
    pt_symbol *number = days == left ? right : left;
    if (days->type.kind != PT_DURATION || number->type.kind != PT_NUMBER)
        return false;
    days->form = pt_form_scale(walk->arena, days->form, PT_NUMBER_SCALE, 0);
    days->type.kind = PT_NUMBER;
    return true;
}

/* left <= right as a test. */
static pt_test difference_test(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
                               pt_position at)
{
    pt_form form = pt_form_add(walk->arena, left->form, right->form, -1);
    pt_test test = {.kind = PT_TEST_AT_MOST, .at = at};
    test.form = pt_form_tighten(walk->arena, form, walk->atoms);
    return test;
}

/* left < right: a difference of whole smallest parts is then at most minus one of them. */
static pt_test strict_test(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
                           pt_position at)
{
    pt_form form = pt_form_add(walk->arena, left->form, right->form, -1);
    form.constant += 1;
    pt_test test = {.kind = PT_TEST_AT_MOST, .at = at};
    test.form = pt_form_tighten(walk->arena, form, walk->atoms);
    return test;
}

static pt_symbol order(pt_walk *walk, pt_token_kind operation, pt_symbol left, pt_symbol right,
                       const pt_syntax *at)
{
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (!align_kinds(walk, &left, &right))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(&left), pt_symbol_shown(&right)), NULL);
    switch (operation) {
    case PT_TOKEN_AT_MOST: return test_symbol(difference_test(walk, &left, &right, at->at), false);
    case PT_TOKEN_AT_LEAST: return test_symbol(difference_test(walk, &right, &left, at->at), false);
    case PT_TOKEN_LESS: return test_symbol(strict_test(walk, &left, &right, at->at), false);
    default: return test_symbol(strict_test(walk, &right, &left, at->at), false);
    }
}

static pt_symbol answer(bool yes)
{
    return pt_symbol_constant(pt_yesno(yes));
}

/* Gives a bare word the set of what it is compared with. */
static bool settle_word(pt_walk *walk, pt_symbol *word, const pt_symbol *other, pt_position at)
{
    const pt_pack *pack = walk->draft->pack;
    bool choice = (other->kind == PT_SYMBOL_ATOM && other->type.kind == PT_CHOICE) ||
                  (other->kind == PT_SYMBOL_CONSTANT && other->value.kind == PT_CHOICE);
    if (!choice) {
        pt_walk_fail(walk, PT_R034, at, PT_ARGS(word->text), NULL);
        return false;
    }
    uint16_t set = other->kind == PT_SYMBOL_ATOM ? other->type.set : other->value.set;
    const pt_choice *words = &pack->choices[set];
    uint16_t index = pt_choice_index(words, word->text);
    if (index == PT_NO_INDEX) {
        pt_walk_fail(walk, PT_R034, at, PT_ARGS(word->text),
                     pt_suggest(word->text, words->words, words->count));
        return false;
    }
    *word = pt_symbol_constant((pt_value){.kind = PT_CHOICE, .set = set, .amount = index});
    return true;
}

static pt_symbol absence_test(pt_walk *walk, const pt_symbol *asked, pt_kind absence,
                              pt_position at)
{
    if (asked->kind == PT_SYMBOL_CONSTANT)
        return answer(asked->value.kind == absence);
    if (asked->kind != PT_SYMBOL_ATOM)
        return asked->kind == PT_SYMBOL_NOTHING ? *asked : answer(false);
    (void)walk;
    pt_test test = {
        .kind = absence == PT_NONE ? PT_TEST_NONE : PT_TEST_KNOWN, .atom = asked->atom, .at = at};
    return test_symbol(test, absence == PT_UNKNOWN);
}

/* Two inputs that are words or ja/nee: equal when each takes the same one. */
static pt_test part_of(pt_test test)
{
    test.wording = PT_WORDING_PART;
    return test;
}

static pt_symbol equal_atoms(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
                             const pt_syntax *at)
{
    if (left->type.kind != right->type.kind || left->type.set != right->type.set)
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(left), pt_symbol_shown(right)), NULL);
    for (int side = 0; side < 2; side++) {
        const pt_symbol *symbol = side == 0 ? left : right;
        if (walk->known.can_be[symbol->atom] != PT_CAN_BE_VALUE)
            return pt_walk_fail(
                walk, PT_R032, at->items[side]->at,
                PT_ARGS(walk->function->inputs[walk->atoms[symbol->atom].input].name), NULL);
    }
    for (int64_t word = 0; word <= left->type.high; word++) {
        pt_test first = {.kind = PT_TEST_IN,
                         .atom = left->atom,
                         .mask = (uint64_t)1 << word,
                         .at = at->at,
                         .wording = PT_WORDING_PART};
        pt_test second = first;
        second.atom = right->atom;
        if (pt_walk_ask(walk, first))
            return answer(pt_walk_ask(walk, second));
    }
    return answer(false);
}

static pt_symbol equal_word(pt_walk *walk, const pt_symbol *asked, pt_value word,
                            const pt_syntax *at)
{
    if (asked->kind == PT_SYMBOL_CONSTANT)
        return answer(pt_value_equal(asked->value, word));
    if (asked->kind == PT_SYMBOL_TEST)
        return word.kind == PT_YESNO
                   ? test_symbol(asked->test, asked->negated != (word.amount == 0))
                   : pt_walk_fail(walk, PT_R033, at->at, PT_ARGS("ja of nee", "een woord"), NULL);
    if (asked->kind != PT_SYMBOL_ATOM || asked->type.kind != word.kind ||
        (word.kind == PT_CHOICE && asked->type.set != word.set))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(asked), pt_kind_shown((pt_kind)word.kind)),
                            NULL);
    pt_test test = {
        .kind = PT_TEST_IN, .atom = asked->atom, .mask = (uint64_t)1 << word.amount, .at = at->at};
    return test_symbol(test, false);
}

/* An optional number or date on one side: what is not known equals nothing. */
static bool known_first(pt_walk *walk, const pt_symbol *symbol, pt_position at)
{
    if (symbol->kind != PT_SYMBOL_ATOM || walk->known.can_be[symbol->atom] == PT_CAN_BE_VALUE)
        return true;
    pt_test known = {
        .kind = PT_TEST_KNOWN, .atom = symbol->atom, .at = at, .wording = PT_WORDING_PART};
    pt_test none = {
        .kind = PT_TEST_NONE, .atom = symbol->atom, .at = at, .wording = PT_WORDING_PART};
    return pt_walk_ask(walk, known) && !pt_walk_ask(walk, none);
}

static bool may_be_absent(const pt_walk *walk, const pt_symbol *symbol)
{
    return symbol->kind == PT_SYMBOL_ATOM && walk->known.can_be[symbol->atom] != PT_CAN_BE_VALUE;
}

static pt_symbol equal_numbers(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
{
    if (may_be_absent(walk, &left) && may_be_absent(walk, &right))
        return pt_walk_fail(walk, PT_R032, at->items[1]->at,
                            PT_ARGS(walk->function->inputs[walk->atoms[right.atom].input].name),
                            NULL);
    if (!known_first(walk, &left, at->at) || !known_first(walk, &right, at->at))
        return answer(false);
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (!align_kinds(walk, &left, &right))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(&left), pt_symbol_shown(&right)), NULL);
    if (!pt_walk_ask(walk, part_of(difference_test(walk, &left, &right, at->at))))
        return answer(false);
    return answer(pt_walk_ask(walk, part_of(difference_test(walk, &right, &left, at->at))));
}

static pt_symbol equal(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
{
    if (left.kind == PT_SYMBOL_TEXT || right.kind == PT_SYMBOL_TEXT) {
        int side = left.kind == PT_SYMBOL_TEXT ? 0 : 1;
        return pt_walk_fail(walk, PT_R047, at->items[side]->at,
                            PT_ARGS(side == 0 ? left.text : right.text), NULL);
    }
    if (left.kind == PT_SYMBOL_WORD && !settle_word(walk, &left, &right, at->items[0]->at))
        return pt_symbol_nothing();
    if (right.kind == PT_SYMBOL_WORD && !settle_word(walk, &right, &left, at->items[1]->at))
        return pt_symbol_nothing();
    for (int side = 0; side < 2; side++) {
        const pt_symbol *one = side == 0 ? &left : &right, *other = side == 0 ? &right : &left;
        if (one->kind == PT_SYMBOL_NOTHING)
            return *one;
        if (one->kind == PT_SYMBOL_CONSTANT && !pt_is_value(one->value))
            return absence_test(walk, other, (pt_kind)one->value.kind, at->at);
        if (one->kind == PT_SYMBOL_CONSTANT)
            return equal_word(walk, other, one->value, at);
    }
    bool atoms = left.kind == PT_SYMBOL_ATOM && right.kind == PT_SYMBOL_ATOM &&
                 !number_like((pt_kind)left.type.kind);
    if (atoms)
        return equal_atoms(walk, &left, &right, at);
    return equal_numbers(walk, left, right, at);
}

/* --- computing ------------------------------------------------------------------------------ */

static bool is_constant(const pt_symbol *symbol)
{
    return symbol->kind == PT_SYMBOL_FORM && symbol->form.count == 0;
}

/* What `a + b` or `a - b` is, by the kinds of its sides; false: it is nothing. */
static bool sum_kind(const pt_symbol *left, const pt_symbol *right, bool minus, pt_kind *kind)
{
    pt_kind a = (pt_kind)left->type.kind, b = (pt_kind)right->type.kind;
    *kind = a;
    if (a == PT_DATE && b == PT_DATE) {
        *kind = PT_NUMBER;
        return minus;
    }
    if (a == PT_DURATION && b == PT_DATE && !minus) {
        *kind = PT_DATE;
        return left->type.unit == PT_UNIT_DAYS;
    }
    if (a == PT_DATE && b == PT_DURATION)
        return right->type.unit == PT_UNIT_DAYS;
    return a == b && (a != PT_DURATION || left->type.unit == right->type.unit);
}

static pt_symbol add(pt_walk *walk, pt_symbol left, pt_symbol right, bool minus,
                     const pt_syntax *at)
{
    pt_kind kind;
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (!sum_kind(&left, &right, minus, &kind))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(&left), pt_symbol_shown(&right)), NULL);
    pt_form form = pt_form_add(walk->arena, left.form, right.form, minus ? -1 : 1);
    if (kind == PT_NUMBER && left.type.kind == PT_DATE)
        form = pt_form_scale(walk->arena, form, PT_NUMBER_SCALE, 0);
    pt_type type = {.kind = (uint8_t)kind, .unit = left.type.unit};
    if (kind == PT_NUMBER && left.type.kind == PT_NUMBER)
        type.fraction_bits = left.type.fraction_bits > right.type.fraction_bits
                                 ? left.type.fraction_bits
                                 : right.type.fraction_bits;
    return pt_walk_made(walk, form, type, at->at);
}

/* What a product is: a number of numbers, of amounts, or of days. */
static bool product_type(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
                         const pt_syntax *at, pt_type *type)
{
    const pt_symbol *number = left->type.kind == PT_NUMBER ? left : right;
    const pt_symbol *other = number == left ? right : left;
    int bits = left->type.fraction_bits + right->type.fraction_bits;
    bool countable = other->type.kind == PT_NUMBER || other->type.kind == PT_MONEY ||
                     other->type.kind == PT_DURATION;
    *type = other->type;
    if (number->type.kind != PT_NUMBER || !countable)
        pt_walk_fail(walk, PT_R033, at->at, PT_ARGS(pt_symbol_shown(left), pt_symbol_shown(right)),
                     NULL);
    else if (bits > (other->type.kind == PT_NUMBER ? 4 : 0))
        pt_walk_fail(walk, PT_R044, at->at, NULL, NULL);
    type->fraction_bits = (uint8_t)bits;
    return !walk->failed;
}

/* A coefficient can grow large although its atom keeps the form small. */
static bool scales(const pt_form *form, int64_t by)
{
    bool good = true;
    for (size_t i = 0; i < form->count; i++) {
        int64_t product = 0;
        good = good && !__builtin_mul_overflow(form->terms[i].coefficient, by, &product) &&
               product <= PT_LIMIT_NUMBER && product >= -PT_LIMIT_NUMBER;
    }
    return good;
}

static pt_symbol multiply(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
{
    pt_type type;
    int64_t low = 0, high = 0, product = 0;
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    const pt_symbol *factor = is_constant(&right) ? &right : &left;
    const pt_symbol *other = factor == &right ? &left : &right;
    if (!is_constant(factor))
        return pt_walk_fail(walk, PT_R037, at->at, NULL, NULL);
    if (!product_type(walk, &left, &right, at, &type))
        return pt_symbol_nothing();
    if (!pt_form_bounds(&other->form, walk->atoms, &low, &high) ||
        __builtin_mul_overflow(low, factor->form.constant, &product) ||
        __builtin_mul_overflow(high, factor->form.constant, &product) ||
        !scales(&other->form, factor->form.constant))
        return pt_walk_fail(walk, PT_R036, at->at, NULL, NULL);
    pt_form form = pt_form_scale(walk->arena, other->form, factor->form.constant, 4);
    return pt_walk_made(walk, form, type, at->at);
}

static pt_symbol divide(pt_walk *walk, pt_symbol left, pt_symbol right, bool remainder,
                        const pt_syntax *at)
{
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (left.type.kind != PT_NUMBER || right.type.kind != PT_NUMBER)
        return pt_walk_fail(walk, PT_R033, at->at, PT_ARGS(pt_symbol_shown(&left), "een getal"),
                            NULL);
    if (!is_constant(&right) || right.form.constant <= 0 || right.type.fraction_bits > 0)
        return pt_walk_fail(walk, PT_R046, at->items[1]->at, NULL, NULL);
    int64_t by = right.form.constant / PT_NUMBER_SCALE;
    pt_atom atom = {.operation = remainder ? PT_OP_REMAINDER : PT_OP_FLOOR_DIVIDE,
                    .type = {.kind = PT_NUMBER},
                    .arguments = {left.form},
                    .constant = right.form.constant};
    if (remainder) {
        atom.type.fraction_bits = left.type.fraction_bits > right.type.fraction_bits
                                      ? left.type.fraction_bits
                                      : right.type.fraction_bits;
        atom.type.high = by * PT_NUMBER_SCALE;
    } else {
        atom.type.low = (left.type.low / PT_NUMBER_SCALE / by - 1) * PT_NUMBER_SCALE;
        atom.type.high = (left.type.high / PT_NUMBER_SCALE / by + 1) * PT_NUMBER_SCALE;
    }
    return pt_walk_call(walk, atom, at->at);
}

static pt_symbol negate(pt_walk *walk, pt_symbol operand, const pt_syntax *at)
{
    if (!pt_walk_form(walk, &operand, at->items[0]->at))
        return pt_symbol_nothing();
    if (operand.type.kind == PT_DATE)
        return pt_walk_fail(walk, PT_R033, at->at, PT_ARGS("een datum", "een getal"), NULL);
    return pt_walk_made(walk, pt_form_scale(walk->arena, operand.form, -1, 0), operand.type,
                        at->at);
}

/* --- and, or, not --------------------------------------------------------------------------- */

/* Lua gives the operand itself back; only ja/nee may be asked for, anything else is simply there.
 */
static bool is_question(const pt_symbol *symbol)
{
    return symbol->kind == PT_SYMBOL_TEST || symbol->kind == PT_SYMBOL_NOTHING ||
           (symbol->kind == PT_SYMBOL_ATOM && symbol->type.kind == PT_YESNO) ||
           (symbol->kind == PT_SYMBOL_CONSTANT && symbol->value.kind == PT_YESNO);
}

static pt_symbol both(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    pt_symbol left = pt_walk_expression(walk, expression->items[0], names);
    if (!pt_walk_truth(walk, left, expression->items[0]->at))
        return walk->failed ? pt_symbol_nothing() : answer(false);
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
        if (may_be_absent(walk, &left))
            return pt_walk_fail(walk, PT_R032, first->items[1]->at,
                                PT_ARGS(walk->function->inputs[walk->atoms[left.atom].input].name),
                                NULL);
        return left;
    }
    if (pt_walk_truth(walk, left, first->at))
        return answer(true);
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
    bool truth = pt_walk_truth(walk, operand, at->items[0]->at);
    return walk->failed ? pt_symbol_nothing() : answer(!truth);
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
    case PT_TOKEN_EQUAL: return equal(walk, left, right, expression);
    case PT_TOKEN_NOT_EQUAL: {
        pt_symbol same = equal(walk, left, right, expression);
        if (same.kind == PT_SYMBOL_TEST)
            same.test.wording = PT_WORDING_OPPOSITE;
        return walk->failed ? same : invert(walk, same, expression);
    }
    case PT_TOKEN_AT_MOST:
    case PT_TOKEN_AT_LEAST:
    case PT_TOKEN_LESS:
    case PT_TOKEN_MORE: return order(walk, operation, left, right, expression);
    case PT_TOKEN_PLUS: return add(walk, left, right, false, expression);
    case PT_TOKEN_MINUS: return add(walk, left, right, true, expression);
    case PT_TOKEN_TIMES: return multiply(walk, left, right, expression);
    case PT_TOKEN_FLOOR: return divide(walk, left, right, false, expression);
    case PT_TOKEN_REMAINDER: return divide(walk, left, right, true, expression);
    case PT_TOKEN_CONCAT: return pt_walk_fail(walk, PT_R054, expression->at, NULL, NULL);
    case PT_TOKEN_DIVIDE:
    case PT_TOKEN_POWER:
        return pt_walk_fail(walk, PT_R055, expression->at, PT_ARGS(pt_token_name(operation)), NULL);
    default:
        return pt_walk_fail(walk, PT_R035, expression->at, PT_ARGS(pt_token_name(operation)), NULL);
    }
}

/* --- names, tables -------------------------------------------------------------------------- */

static pt_symbol known_word(pt_walk *walk, const pt_syntax *name)
{
    const pt_pack *pack = walk->draft->pack;
    if (strcmp(name->text, "ja") == 0 || strcmp(name->text, "nee") == 0)
        return answer(*name->text == 'j');
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
        return each->symbol;
    }
    return known_word(walk, name);
}

static const pt_syntax *otherwise_of(const pt_syntax *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const pt_syntax *key = table->items[i]->items[0];
        if (key != NULL && pt_text_equal(key->text, "anders"))
            return table->items[i]->items[1];
    }
    return NULL;
}

static pt_symbol look_up_word(pt_walk *walk, const pt_symbol *table, const pt_symbol *key,
                              const pt_syntax *at)
{
    const pt_choice *choice = &walk->draft->pack->choices[key->type.set];
    uint64_t left = choice->count < 64 ? ((uint64_t)1 << choice->count) - 1 : UINT64_MAX;
    if (walk->known.can_be[key->atom] != PT_CAN_BE_VALUE)
        return pt_walk_fail(walk, PT_R032, at->items[1]->at,
                            PT_ARGS(walk->function->inputs[walk->atoms[key->atom].input].name),
                            NULL);
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *field = table->syntax->items[i];
        if (field->items[0] == NULL || pt_text_equal(field->items[0]->text, "anders"))
            continue;
        const char *word = field->items[0]->text == NULL ? "" : field->items[0]->text;
        uint16_t index = pt_choice_index(choice, word);
        if (index == PT_NO_INDEX)
            return pt_walk_fail(walk, PT_R034, field->items[0]->at, PT_ARGS(word),
                                pt_suggest(word, choice->words, choice->count));
        left &= ~((uint64_t)1 << index);
        pt_test test = {
            .kind = PT_TEST_IN, .atom = key->atom, .mask = (uint64_t)1 << index, .at = at->at};
        if (pt_walk_ask(walk, part_of(test)))
            return pt_walk_expression(walk, field->items[1], table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    if (otherwise != NULL)
        return pt_walk_expression(walk, otherwise, table->names);
    uint16_t missing = 0;
    while (missing + 1 < choice->count && (left >> missing & 1) == 0)
        missing++;
    return pt_walk_fail(walk, PT_R042, table->syntax->at, PT_ARGS(choice->words[missing]), NULL);
}

static pt_symbol look_up_range(pt_walk *walk, const pt_symbol *table, pt_symbol key,
                               const pt_syntax *at)
{
    if (!pt_walk_form(walk, &key, at->items[1]->at))
        return pt_symbol_nothing();
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *row = table->syntax->items[i]->items[1];
        if (table->syntax->items[i]->items[0] != NULL)
            continue;
        pt_fields fields = PT_FIELDS(walk->draft, row, "tabel", "tot");
        const pt_syntax *limit = pt_field_needed(&fields, "tot"),
                        *value = pt_positional(fields.table, 0);
        if (limit == NULL || value == NULL)
            return pt_walk_fail(walk, PT_R003, row->at, PT_ARGS("tabel", "{ tot = grens, waarde }"),
                                NULL);
        pt_symbol bound = pt_walk_expression(walk, limit, table->names);
        if (!pt_walk_form(walk, &bound, limit->at))
            return bound;
        if (!align_kinds(walk, &key, &bound))
            return pt_walk_fail(walk, PT_R033, limit->at,
                                PT_ARGS(pt_symbol_shown(&key), pt_symbol_shown(&bound)), NULL);
        if (pt_walk_ask(walk, part_of(difference_test(walk, &key, &bound, limit->at))))
            return pt_walk_expression(walk, value, table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    return otherwise != NULL
               ? pt_walk_expression(walk, otherwise, table->names)
               : pt_walk_fail(walk, PT_R042, table->syntax->at, PT_ARGS("anders"), NULL);
}

static pt_symbol look_up_fixed(pt_walk *walk, const pt_symbol *table, const char *word,
                               const pt_syntax *at)
{
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *field = table->syntax->items[i];
        if (field->items[0] != NULL && pt_text_equal(field->items[0]->text, word))
            return pt_walk_expression(walk, field->items[1], table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    return otherwise != NULL ? pt_walk_expression(walk, otherwise, table->names)
                             : pt_walk_fail(walk, PT_R042, at->at, PT_ARGS(word), NULL);
}

static pt_symbol look_up(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    pt_symbol table = pt_walk_expression(walk, expression->items[0], names);
    const pt_syntax *index = expression->items[1];
    while (index->kind == PT_SYNTAX_PAREN)
        index = index->items[0];
    /* Lua 5.4.4 compiles an index that is a comparison wrongly when the table is an upvalue. */
    if (index->kind == PT_SYNTAX_BINARY && index->operation != PT_TOKEN_PLUS &&
        index->operation != PT_TOKEN_MINUS && index->operation != PT_TOKEN_TIMES)
        return pt_walk_fail(walk, PT_R049, index->at, NULL, NULL);
    if (table.kind != PT_SYMBOL_TABLE)
        return table.kind == PT_SYMBOL_NOTHING
                   ? table
                   : pt_walk_fail(walk, PT_R057, expression->at, PT_ARGS(pt_symbol_shown(&table)),
                                  NULL);
    if (index->kind == PT_SYNTAX_STRING)
        return look_up_fixed(walk, &table, index->text, expression);
    pt_symbol key = pt_walk_expression(walk, index, names);
    if (key.kind == PT_SYMBOL_WORD)
        return look_up_fixed(walk, &table, key.text, expression);
    if (key.kind == PT_SYMBOL_ATOM && key.type.kind == PT_CHOICE)
        return look_up_word(walk, &table, &key, expression);
    return key.kind == PT_SYMBOL_NOTHING ? key : look_up_range(walk, &table, key, expression);
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
    case PT_SYNTAX_BOOLEAN: return answer(expression->number == 1);
    case PT_SYNTAX_NUMBER: return number_value(walk, expression);
    case PT_SYNTAX_STRING:
        return (pt_symbol){.kind = PT_SYMBOL_TEXT, .text = expression->text, .syntax = expression};
    case PT_SYNTAX_NAME: return name_value(walk, expression, names);
    case PT_SYNTAX_INDEX: return look_up(walk, expression, names);
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
            return negate(walk, operand, expression);
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
