/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Linear forms over atoms: the arithmetic of the walker. Exact; what could leave 64 bits is refused
 * by the caller through pt_form_bounds before it is used.
 */
#ifndef PT_READER_FORMS_H
#define PT_READER_FORMS_H

#include "model/tree.h"

pt_form pt_form_constant(int64_t amount);
pt_form pt_form_atom(pt_arena *arena, uint16_t atom);

/* a + factor * b; factor is 1 or -1. */
pt_form pt_form_add(pt_arena *arena, pt_form a, pt_form b, int factor);

/* form * numerator / 2^shift. */
pt_form pt_form_scale(pt_arena *arena, pt_form form, int64_t numerator, int shift);

/*
 * Smallest and largest value of (form * 2^shift) by the bounds of its atoms; false when that could
 * leave PT_LIMIT_NUMBER * 65536, which keeps every product inside 64 bits.
 */
bool pt_form_bounds(const pt_form *form, const pt_atom *atoms, int64_t *low, int64_t *high);

/*
 * Turns `form <= 0` into its tightest equal over whole numbers: shift 0, coefficients without a
 * common divisor, the bound rounded to what the steps of the atoms can reach.
 */
pt_form pt_form_tighten(pt_arena *arena, pt_form form, const pt_atom *atoms);

bool pt_form_equal(const pt_form *a, const pt_form *b);

/* Rounded down, also below nought; `by` is above it. */
int64_t pt_floor_divide(int64_t amount, int64_t by);

#endif
