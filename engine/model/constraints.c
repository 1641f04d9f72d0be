/* SPDX-License-Identifier: EUPL-1.2 */
#include "model/constraints.h"

#include "base/limits.h"

static const int64_t UNBOUNDED = INT64_MAX / 4;

void pt_constraints_start(pt_constraints *known)
{
    known->atom_count = 0;
    known->form_count = 0;
    known->difference[0][0] = 0;
}

static int64_t plus(int64_t a, int64_t b)
{
    return a >= UNBOUNDED || b >= UNBOUNDED ? UNBOUNDED : a + b;
}

/* Takes in: i - j is at most `most`, and closes the matrix. */
static void close_over(pt_constraints *known, size_t i, size_t j, int64_t most)
{
    size_t size = known->atom_count + 1;
    if (most >= known->difference[i][j])
        return;
    for (size_t a = 0; a < size; a++) {
        int64_t to_i = plus(known->difference[a][i], most);
        /* What is no nearer to j than before is no nearer to what lies beyond it. */
        if (to_i >= UNBOUNDED || (to_i >= known->difference[a][j] && known->difference[j][j] >= 0))
            continue;
        for (size_t b = 0; b < size; b++) {
            int64_t through = plus(to_i, known->difference[j][b]);
            if (through < known->difference[a][b])
                known->difference[a][b] = through;
        }
    }
}

/* A date that a calendar word makes stays near the date it was made of. */
static bool nearness(const pt_atom *atom, int64_t *least, int64_t *most)
{
    switch ((pt_operation)atom->operation) {
    case PT_OP_SCHOOL_YEAR_BEGIN: *least = -365, *most = 0; return true;
    case PT_OP_SCHOOL_YEAR_END: *least = 0, *most = 365; return true;
    case PT_OP_MONTH_BEGIN: *least = -30, *most = 0; return true;
    case PT_OP_MONTH_END: *least = 0, *most = 30; return true;
    case PT_OP_DAY_OF_YEAR: *least = -365, *most = 365; return true;
    case PT_OP_BIRTHDAY:
        *least = 365 * atom->constant, *most = 366 * atom->constant + 1;
        return true;
    case PT_OP_MONTHS_LATER_DOWN:
    case PT_OP_MONTHS_LATER_UP:
        *least = 28 * atom->constant, *most = 31 * atom->constant + 1;
        break;
    case PT_OP_WORKING_DAYS_LATER:
    case PT_OP_SCHOOL_DAYS_LATER: *least = atom->constant, *most = UNBOUNDED; break;
    case PT_OP_NEXT_WORKING_DAY:
    case PT_OP_NEXT_SCHOOL_DAY: *least = 0, *most = UNBOUNDED; return true;
    default: return false;
    }
    return atom->constant >= 0;
}

static void link_to_argument(pt_constraints *known, const pt_atom *atom, size_t index)
{
    int64_t least = 0, most = 0;
    const pt_form *argument = &atom->arguments[0];
    if (atom->operation == PT_OP_INPUT || argument->count != 1 ||
        argument->terms[0].coefficient != 1 || argument->shift != 0 ||
        !nearness(atom, &least, &most))
        return;
    size_t other = argument->terms[0].atom + 1u;
    if (most < UNBOUNDED)
        close_over(known, index, other, most + argument->constant);
    close_over(known, other, index, -(least + argument->constant));
}

/* Words that never give an earlier date for a later one. */
static bool is_rising(const pt_atom *atom)
{
    switch ((pt_operation)atom->operation) {
    case PT_OP_SCHOOL_YEAR_BEGIN:
    case PT_OP_SCHOOL_YEAR_END:
    case PT_OP_MONTH_BEGIN:
    case PT_OP_MONTH_END:
    case PT_OP_MONTHS_LATER_DOWN:
    case PT_OP_MONTHS_LATER_UP:
    case PT_OP_WORKING_DAYS_LATER:
    case PT_OP_SCHOOL_DAYS_LATER:
    case PT_OP_NEXT_WORKING_DAY:
    case PT_OP_NEXT_SCHOOL_DAY: return true;
    default: return false;
    }
}

static bool same_arguments(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count && a->shift == b->shift;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

/* The same word of a later date is no earlier. */
static void link_to_fellows(pt_constraints *known, const pt_atom *atoms, size_t index)
{
    const pt_atom *own = &atoms[index - 1];
    for (size_t i = 0; is_rising(own) && i + 1 < index; i++) {
        if (atoms[i].operation != own->operation || atoms[i].constant != own->constant ||
            !same_arguments(&atoms[i].arguments[0], &own->arguments[0]))
            continue;
        bool later = own->arguments[0].constant >= atoms[i].arguments[0].constant;
        close_over(known, later ? i + 1 : index, later ? index : i + 1, 0);
    }
}

void pt_constraints_meet(pt_constraints *known, const pt_atom *atoms, size_t atom_count)
{
    while (known->atom_count < atom_count) {
        const pt_atom *atom = &atoms[known->atom_count];
        size_t index = ++known->atom_count;
        known->can_be[index - 1] =
            (uint8_t)(PT_CAN_BE_VALUE | (atom->type.may_be_unknown ? PT_CAN_BE_UNKNOWN : 0) |
                      (atom->type.may_be_none ? PT_CAN_BE_NONE : 0));
        bool words = atom->type.kind == PT_CHOICE || atom->type.kind == PT_YESNO;
        known->words[index - 1] =
            words && atom->type.high < 63 ? ((uint64_t)2 << atom->type.high) - 1 : UINT64_MAX;
        known->step[index - 1] =
            atom->type.kind == PT_NUMBER ? PT_NUMBER_SCALE >> atom->type.fraction_bits : 1;
        known->tested[index - 1] = known->entangled[index - 1] = false;
        for (size_t i = 0; i < index; i++) {
            known->difference[i][index] = known->difference[index][i] = UNBOUNDED;
        }
        known->difference[index][index] = 0;
        close_over(known, index, 0, atom->type.high);
        close_over(known, 0, index, -atom->type.low);
        link_to_argument(known, atom, index);
        link_to_fellows(known, atoms, index);
    }
}

/* How far apart the values of a form lie. */
static int64_t grain_of(const pt_constraints *known, const pt_form *form)
{
    int64_t grain = 0;
    for (size_t i = 0; i < form->count; i++) {
        int64_t next = form->terms[i].coefficient * known->step[form->terms[i].atom];
        while (next != 0) {
            int64_t rest = grain % next;
            grain = next;
            next = rest;
        }
    }
    return grain < 0 ? -grain : grain;
}

/* `form <= 0` as i - j <= most, when it is about one atom or the difference of two. */
static bool as_difference(const pt_constraints *known, const pt_form *form, bool outcome, size_t *i,
                          size_t *j, int64_t *most)
{
    size_t plus_atom = 0, minus_atom = 0;
    for (size_t t = 0; t < form->count; t++) {
        size_t *place = form->terms[t].coefficient == 1 ? &plus_atom : &minus_atom;
        if ((form->terms[t].coefficient != 1 && form->terms[t].coefficient != -1) || *place != 0)
            return false;
        *place = form->terms[t].atom + 1u;
    }
    *i = outcome ? plus_atom : minus_atom;
    *j = outcome ? minus_atom : plus_atom;
    *most = outcome ? -form->constant : form->constant - grain_of(known, form);
    return form->count > 0;
}

static bool same_terms(const pt_form *a, const pt_form *b, int sign)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == sign * b->terms[i].coefficient;
    return same;
}

/* The interval of the form without its constant: from its atoms, and from earlier tests of it. */
static void interval(const pt_constraints *known, const pt_form *form, int64_t *low, int64_t *high)
{
    *low = *high = 0;
    for (size_t i = 0; i < form->count; i++) {
        size_t atom = form->terms[i].atom + 1u;
        int64_t c = form->terms[i].coefficient;
        int64_t least = -known->difference[0][atom], most = known->difference[atom][0];
        *low += c > 0 ? c * least : c * most;
        *high += c > 0 ? c * most : c * least;
    }
    for (size_t i = 0; i < known->form_count; i++) {
        const pt_bounded_form *other = &known->forms[i];
        bool same = same_terms(&other->form, form, 1),
             opposite = same_terms(&other->form, form, -1);
        int64_t least = opposite ? -other->high : other->low,
                most = opposite ? -other->low : other->high;
        if ((same || opposite) && least > *low)
            *low = least;
        if ((same || opposite) && most < *high)
            *high = most;
    }
}

static bool allow_linear(const pt_constraints *known, const pt_form *form, bool outcome)
{
    size_t i = 0, j = 0;
    int64_t most = 0, low = 0, high = 0;
    if (form->count == 0)
        return (form->constant <= 0) == outcome;
    if (as_difference(known, form, outcome, &i, &j, &most))
        return plus(most, known->difference[j][i]) >= 0;
    interval(known, form, &low, &high);
    return outcome ? low + form->constant <= 0 : high + form->constant > 0;
}

bool pt_constraints_allow(const pt_constraints *known, const pt_test *test, bool outcome)
{
    uint8_t can_be = test->kind == PT_TEST_AT_MOST ? 0 : known->can_be[test->atom];
    switch ((pt_test_kind)test->kind) {
    case PT_TEST_AT_MOST: return allow_linear(known, &test->form, outcome);
    case PT_TEST_KNOWN:
        return (can_be & (outcome ? PT_CAN_BE_NONE | PT_CAN_BE_VALUE : PT_CAN_BE_UNKNOWN)) != 0;
    case PT_TEST_NONE:
        return (can_be & (outcome ? PT_CAN_BE_NONE : PT_CAN_BE_UNKNOWN | PT_CAN_BE_VALUE)) != 0;
    case PT_TEST_IN: break;
    }
    bool value = (can_be & PT_CAN_BE_VALUE) != 0;
    uint64_t words = known->words[test->atom];
    if (outcome)
        return value && (words & test->mask) != 0;
    return (can_be & ~PT_CAN_BE_VALUE) != 0 || (value && (words & ~test->mask) != 0);
}

static void learn_form(pt_constraints *known, const pt_form *form, bool outcome)
{
    int64_t low = 0, high = 0;
    interval(known, form, &low, &high);
    if (outcome && -form->constant < high)
        high = -form->constant;
    if (!outcome && -form->constant + grain_of(known, form) > low)
        low = -form->constant + grain_of(known, form);
    for (size_t i = 0; i < known->form_count; i++) {
        if (same_terms(&known->forms[i].form, form, 1)) {
            known->forms[i].low = low;
            known->forms[i].high = high;
            return;
        }
    }
    if (known->form_count < PT_MOST_FORMS)
        known->forms[known->form_count++] = (pt_bounded_form){*form, low, high};
}

static void learn_linear(pt_constraints *known, const pt_form *form, bool outcome)
{
    size_t i = 0, j = 0;
    int64_t most = 0;
    bool exact = as_difference(known, form, outcome, &i, &j, &most);
    if (exact)
        close_over(known, i, j, most);
    else
        learn_form(known, form, outcome);
    for (size_t t = 0; t < form->count; t++) {
        known->tested[form->terms[t].atom] = true;
        known->entangled[form->terms[t].atom] = known->entangled[form->terms[t].atom] || !exact;
    }
}

void pt_constraints_learn(pt_constraints *known, const pt_test *test, bool outcome)
{
    uint8_t *can_be = test->kind == PT_TEST_AT_MOST ? NULL : &known->can_be[test->atom];
    switch ((pt_test_kind)test->kind) {
    case PT_TEST_AT_MOST: learn_linear(known, &test->form, outcome); break;
    case PT_TEST_KNOWN:
        *can_be &= (uint8_t)(outcome ? PT_CAN_BE_NONE | PT_CAN_BE_VALUE : PT_CAN_BE_UNKNOWN);
        break;
    case PT_TEST_NONE:
        *can_be &= (uint8_t)(outcome ? PT_CAN_BE_NONE : PT_CAN_BE_UNKNOWN | PT_CAN_BE_VALUE);
        break;
    case PT_TEST_IN:
        known->words[test->atom] &= outcome ? test->mask : ~test->mask;
        if (outcome)
            *can_be = PT_CAN_BE_VALUE;
        else if (known->words[test->atom] == 0)
            *can_be &= (uint8_t)~PT_CAN_BE_VALUE;
        break;
    }
}

/* Does an atom, or what it is computed from, stand in an earlier linear test? */
static bool touched(const pt_constraints *known, const pt_atom *atoms, uint16_t atom,
                    bool entangled, bool through)
{
    if (entangled ? known->entangled[atom] : known->tested[atom])
        return true;
    for (size_t a = 0; a < 2 && atoms[atom].operation != PT_OP_INPUT; a++) {
        for (size_t t = 0; t < atoms[atom].arguments[a].count; t++) {
            if (touched(known, atoms, atoms[atom].arguments[a].terms[t].atom, entangled && !through,
                        through))
                return true;
        }
    }
    return false;
}

bool pt_constraints_opaque(const pt_constraints *known, const pt_atom *atoms, const pt_test *test)
{
    size_t i = 0, j = 0;
    int64_t most = 0;
    if (test->kind != PT_TEST_AT_MOST)
        return false;
    bool exact = as_difference(known, &test->form, true, &i, &j, &most);
    for (size_t t = 0; t < test->form.count; t++) {
        uint16_t atom = test->form.terms[t].atom;
        bool made = atoms[atom].operation != PT_OP_INPUT;
        if (touched(known, atoms, atom, exact && !made, made))
            return true;
    }
    return false;
}
