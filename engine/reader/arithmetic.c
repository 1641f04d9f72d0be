/* SPDX-License-Identifier: EUPL-1.2 */
/* Reckoning with symbols: sums, products, quotients, each of kinds that go together. */
#include "reader/symbols.h"

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

pt_symbol pt_walk_add(pt_walk *walk, pt_symbol left, pt_symbol right, bool minus,
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

pt_symbol pt_walk_multiply(pt_walk *walk, pt_symbol left, pt_symbol right, const pt_syntax *at)
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

pt_symbol pt_walk_divide(pt_walk *walk, pt_symbol left, pt_symbol right, bool remainder,
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
        atom.type.high = by * PT_NUMBER_SCALE - (PT_NUMBER_SCALE >> atom.type.fraction_bits);
    } else {
        int64_t unit = by * PT_NUMBER_SCALE;
        atom.type.low = pt_floor_divide(left.type.low, unit) * PT_NUMBER_SCALE;
        atom.type.high = pt_floor_divide(left.type.high, unit) * PT_NUMBER_SCALE;
    }
    return pt_walk_call(walk, atom, at->at);
}

pt_symbol pt_walk_negate(pt_walk *walk, pt_symbol operand, const pt_syntax *at)
{
    if (!pt_walk_form(walk, &operand, at->items[0]->at))
        return pt_symbol_nothing();
    if (operand.type.kind == PT_DATE)
        return pt_walk_fail(walk, PT_R033, at->at, PT_ARGS("een datum", "een getal"), NULL);
    return pt_walk_made(walk, pt_form_scale(walk->arena, operand.form, -1, 0), operand.type,
                        at->at);
}
