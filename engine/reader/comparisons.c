/* SPDX-License-Identifier: EUPL-1.2 */
/* Comparing symbols: order, equality, absence. */
#include "reader/symbols.h"

/* Days stand in a NUMBER as sixteenths and in a DURATION as days; a comparison of the two is in
 * days. */
bool pt_symbol_align_kinds(pt_walk *walk, pt_symbol *left, pt_symbol *right)
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
pt_test pt_walk_difference(pt_walk *walk, const pt_symbol *left, const pt_symbol *right,
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

pt_symbol pt_walk_order(pt_walk *walk, pt_token_kind operation, pt_symbol left, pt_symbol right,
                        const pt_syntax *at)
{
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (!pt_symbol_align_kinds(walk, &left, &right))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(&left), pt_symbol_shown(&right)), NULL);
    switch (operation) {
    case PT_TOKEN_AT_MOST:
        return pt_symbol_test(pt_walk_difference(walk, &left, &right, at->at), false);
    case PT_TOKEN_AT_LEAST:
        return pt_symbol_test(pt_walk_difference(walk, &right, &left, at->at), false);
    case PT_TOKEN_LESS: return pt_symbol_test(strict_test(walk, &left, &right, at->at), false);
    default: return pt_symbol_test(strict_test(walk, &right, &left, at->at), false);
    }
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
        return pt_symbol_answer(asked->value.kind == absence);
    if (asked->kind != PT_SYMBOL_ATOM)
        return asked->kind == PT_SYMBOL_NOTHING ? *asked : pt_symbol_answer(false);
    (void)walk;
    pt_test test = {
        .kind = absence == PT_NONE ? PT_TEST_NONE : PT_TEST_KNOWN, .atom = asked->atom, .at = at};
    return pt_symbol_test(test, absence == PT_UNKNOWN);
}

/* Two inputs that are words or ja/nee: equal when each takes the same one. */
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
            return pt_symbol_answer(pt_walk_ask(walk, second));
    }
    return pt_symbol_answer(false);
}

static pt_symbol fixed_answer(bool yes, bool fixed)
{
    pt_symbol answer = pt_symbol_answer(yes);
    answer.fixed = fixed;
    return answer;
}

static pt_symbol equal_word(pt_walk *walk, const pt_symbol *asked, pt_value word,
                            const pt_syntax *at)
{
    if (asked->kind == PT_SYMBOL_CONSTANT)
        return fixed_answer(pt_value_equal(asked->value, word), asked->fixed);
    if (asked->kind == PT_SYMBOL_TEST)
        return word.kind == PT_YESNO
                   ? pt_symbol_test(asked->test, asked->negated != (word.amount == 0))
                   : pt_walk_fail(walk, PT_R033, at->at, PT_ARGS("ja of nee", "een woord"), NULL);
    if (asked->kind != PT_SYMBOL_ATOM || asked->type.kind != word.kind ||
        (word.kind == PT_CHOICE && asked->type.set != word.set))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(asked), pt_kind_shown((pt_kind)word.kind)),
                            NULL);
    pt_test test = {
        .kind = PT_TEST_IN, .atom = asked->atom, .mask = (uint64_t)1 << word.amount, .at = at->at};
    return pt_symbol_test(test, false);
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

static pt_symbol equal_numbers(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
{
    if (pt_walk_may_be_absent(walk, &left) && pt_walk_may_be_absent(walk, &right))
        return pt_walk_fail(walk, PT_R032, at->items[1]->at,
                            PT_ARGS(walk->function->inputs[walk->atoms[right.atom].input].name),
                            NULL);
    if (!known_first(walk, &left, at->at) || !known_first(walk, &right, at->at))
        return pt_symbol_answer(false);
    if (!pt_walk_form(walk, &left, at->items[0]->at) ||
        !pt_walk_form(walk, &right, at->items[1]->at))
        return pt_symbol_nothing();
    if (!pt_symbol_align_kinds(walk, &left, &right))
        return pt_walk_fail(walk, PT_R033, at->at,
                            PT_ARGS(pt_symbol_shown(&left), pt_symbol_shown(&right)), NULL);
    bool fixed = left.form.count == 0 && right.form.count == 0;
    if (!pt_walk_ask(walk, pt_walk_part_of(pt_walk_difference(walk, &left, &right, at->at))))
        return fixed_answer(false, fixed);
    return fixed_answer(
        pt_walk_ask(walk, pt_walk_part_of(pt_walk_difference(walk, &right, &left, at->at))), fixed);
}

pt_symbol pt_walk_equal(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
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
                 !pt_kind_is_number_like((pt_kind)left.type.kind);
    if (atoms)
        return equal_atoms(walk, &left, &right, at);
    return equal_numbers(walk, left, right, at);
}
