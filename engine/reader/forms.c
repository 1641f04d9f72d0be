/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/forms.h"

#include "base/limits.h"

pt_form pt_form_constant(int64_t amount)
{
    return (pt_form){.constant = amount};
}

pt_form pt_form_atom(pt_arena *arena, uint16_t atom)
{
    pt_term_of_form *term = PT_NEW(arena, pt_term_of_form);
    *term = (pt_term_of_form){.coefficient = 1, .atom = atom};
    return (pt_form){.terms = term, .count = 1};
}

/* Halves for as long as everything is even, so that equal forms look equal. */
static pt_form reduced(pt_arena *arena, pt_form form)
{
    while (form.shift > 0) {
        bool even = form.constant % 2 == 0;
        for (size_t i = 0; even && i < form.count; i++)
            even = form.terms[i].coefficient % 2 == 0;
        if (!even)
            break;
        pt_term_of_form *terms = PT_NEW_ARRAY(arena, form.count, pt_term_of_form);
        for (size_t i = 0; i < form.count; i++)
            terms[i] = (pt_term_of_form){form.terms[i].coefficient / 2, form.terms[i].atom};
        form.terms = terms;
        form.constant /= 2;
        form.shift--;
    }
    return form;
}

pt_form pt_form_scale(pt_arena *arena, pt_form form, int64_t numerator, int shift)
{
    pt_term_of_form *terms = PT_NEW_ARRAY(arena, form.count, pt_term_of_form);
    uint16_t count = 0;
    for (size_t i = 0; i < form.count; i++) {
        if (numerator != 0)
            terms[count++] =
                (pt_term_of_form){form.terms[i].coefficient * numerator, form.terms[i].atom};
    }
    pt_form scaled = {terms, count, (uint8_t)(form.shift + shift), form.constant * numerator};
    return reduced(arena, scaled);
}

static int64_t aligned(int64_t amount, const pt_form *form, uint8_t shift)
{
    return amount * ((int64_t)1 << (shift - form->shift));
}

pt_form pt_form_add(pt_arena *arena, pt_form a, pt_form b, int factor)
{
    uint8_t shift = a.shift > b.shift ? a.shift : b.shift;
    pt_term_of_form *terms = PT_NEW_ARRAY(arena, (size_t)a.count + b.count, pt_term_of_form);
    size_t count = 0, i = 0, j = 0;
    while (i < a.count || j < b.count) {
        pt_term_of_form next = {0, 0};
        bool from_a = j == b.count || (i < a.count && a.terms[i].atom <= b.terms[j].atom);
        bool from_b = i == a.count || (j < b.count && b.terms[j].atom <= a.terms[i].atom);
        if (from_a) {
            next.atom = a.terms[i].atom;
            next.coefficient += aligned(a.terms[i++].coefficient, &a, shift);
        }
        if (from_b) {
            next.atom = b.terms[j].atom;
            next.coefficient += factor * aligned(b.terms[j++].coefficient, &b, shift);
        }
        if (next.coefficient != 0)
            terms[count++] = next;
    }
    int64_t constant = aligned(a.constant, &a, shift) + factor * aligned(b.constant, &b, shift);
    return reduced(arena, (pt_form){terms, (uint16_t)count, shift, constant});
}

bool pt_form_bounds(const pt_form *form, const pt_atom *atoms, int64_t *low, int64_t *high)
{
    const int64_t largest = PT_LIMIT_NUMBER;
    *low = *high = form->constant;
    for (size_t i = 0; i < form->count; i++) {
        int64_t c = form->terms[i].coefficient, least, most;
        const pt_type *type = &atoms[form->terms[i].atom].type;
        if (__builtin_mul_overflow(c, c > 0 ? type->low : type->high, &least) ||
            __builtin_mul_overflow(c, c > 0 ? type->high : type->low, &most) ||
            __builtin_add_overflow(*low, least, low) || __builtin_add_overflow(*high, most, high))
            return false;
    }
    return *low >= -largest && *high <= largest;
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b != 0) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

int64_t pt_floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static int64_t step_of(const pt_atom *atom)
{
    return atom->type.kind == PT_NUMBER ? PT_NUMBER_SCALE >> atom->type.fraction_bits : 1;
}

pt_form pt_form_tighten(pt_arena *arena, pt_form form, const pt_atom *atoms)
{
    int64_t common = 0, reach = 0;
    form.shift = 0;
    for (size_t i = 0; i < form.count; i++) {
        common = gcd(common, form.terms[i].coefficient);
        reach = gcd(reach, form.terms[i].coefficient * step_of(&atoms[form.terms[i].atom]));
    }
    if (common == 0 || reach == 0)
        return form;
    int64_t bound = pt_floor_divide(-form.constant, reach) * reach;
    pt_term_of_form *terms = PT_NEW_ARRAY(arena, form.count, pt_term_of_form);
    for (size_t i = 0; i < form.count; i++)
        terms[i] = (pt_term_of_form){form.terms[i].coefficient / common, form.terms[i].atom};
    return (pt_form){terms, form.count, 0, -(bound / common)};
}

bool pt_form_equal(const pt_form *a, const pt_form *b)
{
    bool equal = a->count == b->count && a->shift == b->shift && a->constant == b->constant;
    for (size_t i = 0; equal && i < a->count; i++)
        equal = a->terms[i].atom == b->terms[i].atom &&
                a->terms[i].coefficient == b->terms[i].coefficient;
    return equal;
}
