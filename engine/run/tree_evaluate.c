/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/tree_evaluate.h"

#include "model/term.h"

/*
 * How an atom moves when vandaag does: not at all, up, down, or in a way that no single direction
 * describes. Forms whose terms all go one way cross a bound once, so that day can be bisected.
 */
typedef enum direction { STILL, UP, DOWN, MIXED } direction;

/* Steps taken along staircases that move against each other before an early day is good enough. */
enum { STAIR_STEPS = 512 };

typedef struct walk {
    const pt_tree *tree;
    const pt_moment *moment;
    bool failed;
} walk;

static int64_t form_on(walk *w, const pt_form *form, pt_date day);

/* --- Exact arithmetic ----------------------------------------------------------------------- */

/* Divisors are positive: the reader lets no other through, and `quotient` looks once more. */
static int64_t floor_divide(int64_t a, int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

static int64_t ceiling_divide(int64_t a, int64_t b)
{
    return a / b + (a % b > 0 ? 1 : 0);
}

/* Half goes away from zero. */
static int64_t round_divide(int64_t a, int64_t b)
{
    int64_t rest = a % b;
    int64_t size = rest < 0 ? -rest : rest;
    if (size < b - size)
        return a / b;
    return a / b + (a < 0 ? -1 : 1);
}

static int64_t multiply(walk *w, int64_t a, int64_t b)
{
    int64_t product = 0;
    w->failed |= __builtin_mul_overflow(a, b, &product);
    return product;
}

static int64_t add(walk *w, int64_t a, int64_t b)
{
    int64_t sum = 0;
    w->failed |= __builtin_add_overflow(a, b, &sum);
    return sum;
}

/* --- Calls ---------------------------------------------------------------------------------- */

static pt_date as_date(int64_t amount)
{
    return amount < PT_DATE_FIRST || amount > PT_DATE_LAST ? PT_DATE_NONE : (pt_date)amount;
}

static pt_value date_value(pt_date date)
{
    return date == PT_DATE_NONE ? pt_none() : pt_value_of(PT_DATE, date);
}

static pt_value number_value(int32_t number)
{
    if (number == INT32_MIN)
        return pt_none();
    return pt_value_of(PT_NUMBER, (int64_t)number * PT_NUMBER_SCALE);
}

static pt_value typed(const pt_type *type, int64_t amount)
{
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount};
}

/* A quotient of numbers is a whole number, so `steps` of it make one of its units. */
static pt_value quotient(walk *w, const pt_type *type, int64_t numerator, int64_t divisor,
                         int64_t steps, int64_t (*rounded)(int64_t, int64_t))
{
    if (w->failed || divisor <= 0) {
        w->failed = true;
        return pt_unknown();
    }
    return typed(type, multiply(w, rounded(numerator, divisor), steps));
}

static int64_t steps_of(const pt_type *type)
{
    return type->kind == PT_NUMBER ? PT_NUMBER_SCALE : 1;
}

static pt_value divide(walk *w, const pt_atom *atom, int64_t amount,
                       int64_t (*rounded)(int64_t, int64_t))
{
    return quotient(w, &atom->type, amount, atom->constant, steps_of(&atom->type), rounded);
}

static pt_value percent(walk *w, const pt_atom *atom, int64_t amount,
                        int64_t (*rounded)(int64_t, int64_t))
{
    int64_t steps = steps_of(&atom->type);
    return quotient(w, &atom->type, multiply(w, amount, atom->constant), 10000 * steps, steps,
                    rounded);
}

static pt_value remainder_of(walk *w, const pt_atom *atom, int64_t amount)
{
    if (w->failed || atom->constant <= 0) {
        w->failed = true;
        return pt_unknown();
    }
    int64_t whole = floor_divide(amount, atom->constant);
    return typed(&atom->type, amount - whole * atom->constant);
}

static pt_date day_of_year(pt_date date, int64_t month_and_day)
{
    int year = pt_date_split(date).year;
    pt_date first = pt_date_from(year, (int)(month_and_day / 100), 1);
    pt_date day = pt_date_add_days(first, month_and_day % 100 - 1);
    pt_date last = pt_month_end(first);
    return day > last ? last : day;
}

static pt_value call_on_date(const pt_moment *moment, const pt_atom *atom, pt_date date)
{
    int32_t amount = (int32_t)atom->constant;
    switch ((pt_operation)atom->operation) {
    case PT_OP_SCHOOL_YEAR_BEGIN: return date_value(pt_schoolyear_begin(date));
    case PT_OP_SCHOOL_YEAR_END: return date_value(pt_schoolyear_end(date));
    case PT_OP_MONTH_BEGIN: return date_value(pt_month_begin(date));
    case PT_OP_MONTH_END: return date_value(pt_month_end(date));
    case PT_OP_YEAR: return number_value(pt_date_split(date).year);
    case PT_OP_MONTH: return number_value(pt_date_split(date).month);
    case PT_OP_DAY: return number_value(pt_date_split(date).day);
    case PT_OP_BIRTHDAY: return date_value(pt_date_birthday(date, amount));
    case PT_OP_MONTHS_LATER_DOWN:
        return date_value(pt_date_add_months(date, amount, PT_ROUND_DOWN));
    case PT_OP_MONTHS_LATER_UP: return date_value(pt_date_add_months(date, amount, PT_ROUND_UP));
    case PT_OP_WORKING_DAYS_LATER:
        return date_value(pt_calendar_working_days_later(moment->calendar, date, amount));
    case PT_OP_SCHOOL_DAYS_LATER:
        return date_value(
            pt_calendar_schooldagen_later(moment->calendar, moment->region, date, amount));
    case PT_OP_NEXT_WORKING_DAY:
        return date_value(pt_calendar_working_day_from(moment->calendar, date));
    case PT_OP_NEXT_SCHOOL_DAY:
        return date_value(pt_calendar_schooldag_from(moment->calendar, moment->region, date));
    case PT_OP_DAY_OF_YEAR: return date_value(day_of_year(date, atom->constant));
    case PT_OP_INPUT:
    case PT_OP_FLOOR_DIVIDE:
    case PT_OP_REMAINDER:
    case PT_OP_CEILING_DIVIDE:
    case PT_OP_ROUND_DIVIDE:
    case PT_OP_PERCENT_DOWN:
    case PT_OP_PERCENT_UP:
    case PT_OP_PERCENT_ROUND:
    case PT_OP_AGE:
    case PT_OP_MONTHS_BETWEEN: break;
    }
    return pt_unknown();
}

static pt_value call_on(walk *w, const pt_atom *atom, pt_date day)
{
    int64_t amount = form_on(w, &atom->arguments[0], day);
    switch ((pt_operation)atom->operation) {
    case PT_OP_FLOOR_DIVIDE: return divide(w, atom, amount, floor_divide);
    case PT_OP_CEILING_DIVIDE: return divide(w, atom, amount, ceiling_divide);
    case PT_OP_ROUND_DIVIDE: return divide(w, atom, amount, round_divide);
    case PT_OP_REMAINDER: return remainder_of(w, atom, amount);
    case PT_OP_PERCENT_DOWN: return percent(w, atom, amount, floor_divide);
    case PT_OP_PERCENT_UP: return percent(w, atom, amount, ceiling_divide);
    case PT_OP_PERCENT_ROUND: return percent(w, atom, amount, round_divide);
    case PT_OP_AGE:
        return number_value(
            pt_date_age(as_date(amount), as_date(form_on(w, &atom->arguments[1], day))));
    case PT_OP_MONTHS_BETWEEN:
        return number_value(pt_date_months_between(
            as_date(amount), as_date(form_on(w, &atom->arguments[1], day)), PT_ROUND_DOWN));
    case PT_OP_INPUT: return w->moment->inputs[atom->input];
    default: return call_on_date(w->moment, atom, as_date(amount));
    }
}

/* --- Atoms and forms ------------------------------------------------------------------------ */

static bool is_today(const walk *w, const pt_atom *atom)
{
    return atom->operation == PT_OP_INPUT && atom->input == w->moment->today_input;
}

static pt_value atom_on(walk *w, uint16_t index, pt_date day)
{
    const pt_atom *atom = &w->tree->atoms[index];
    const pt_moment *moment = w->moment;
    if (atom->operation == PT_OP_INPUT)
        return is_today(w, atom) ? pt_value_of(PT_DATE, day) : moment->inputs[atom->input];
    if (day != moment->today && atom->moves)
        return call_on(w, atom, day);
    if (moment->stamps[index] != *moment->stamp) {
        moment->atoms[index] = call_on(w, atom, moment->today);
        moment->stamps[index] = *moment->stamp;
    }
    return moment->atoms[index];
}

static int64_t form_on(walk *w, const pt_form *form, pt_date day)
{
    int64_t sum = form->constant;
    for (uint16_t i = 0; i < form->count; i++) {
        pt_value value = atom_on(w, form->terms[i].atom, day);
        w->failed |= !pt_is_value(value);
        sum = add(w, sum, multiply(w, form->terms[i].coefficient, value.amount));
    }
    return form->shift == 0 ? sum : floor_divide(sum, (int64_t)1 << form->shift);
}

/* --- Movement ------------------------------------------------------------------------------- */

static direction opposite(direction d)
{
    return d == UP ? DOWN : d == DOWN ? UP : d;
}

static direction together(direction a, direction b)
{
    if (a == STILL || b == STILL)
        return a == STILL ? b : a;
    return a == b ? a : MIXED;
}

static direction form_direction(const walk *w, const pt_form *form);

static direction atom_direction(const walk *w, const pt_atom *atom)
{
    if (is_today(w, atom))
        return UP;
    if (atom->operation == PT_OP_INPUT || !atom->moves)
        return STILL;
    direction first = form_direction(w, &atom->arguments[0]);
    switch ((pt_operation)atom->operation) {
    case PT_OP_AGE:
    case PT_OP_MONTHS_BETWEEN:
        return together(opposite(first), form_direction(w, &atom->arguments[1]));
    case PT_OP_REMAINDER:
    case PT_OP_MONTH:
    case PT_OP_DAY: return first == STILL ? STILL : MIXED;
    case PT_OP_FLOOR_DIVIDE:
    case PT_OP_CEILING_DIVIDE:
    case PT_OP_ROUND_DIVIDE:
    case PT_OP_PERCENT_DOWN:
    case PT_OP_PERCENT_UP:
    case PT_OP_PERCENT_ROUND: return atom->constant < 0 ? opposite(first) : first;
    default: return first;
    }
}

static direction form_direction(const walk *w, const pt_form *form)
{
    direction all = STILL;
    for (uint16_t i = 0; i < form->count; i++) {
        direction one = atom_direction(w, &w->tree->atoms[form->terms[i].atom]);
        all = together(all, form->terms[i].coefficient < 0 ? opposite(one) : one);
    }
    return all;
}

/* Something about a day that stays as it is and then changes, once or at steps in one direction. */
typedef bool (*same_as_now)(walk *w, const void *what, pt_date now, pt_date day);

/* The last day from `now` on which it is the same; FOREVER when it never changes. */
static pt_date last_same(walk *w, same_as_now same, const void *what, pt_date now)
{
    int64_t low = now;
    int64_t high = PT_DATE_LAST;
    for (int64_t step = 1; low + step < PT_DATE_LAST; step *= 2) {
        if (!same(w, what, now, (pt_date)(low + step))) {
            high = low + step;
            break;
        }
        low += step;
    }
    if (high == PT_DATE_LAST && same(w, what, now, PT_DATE_LAST))
        return PT_DATE_FOREVER;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (same(w, what, now, (pt_date)middle))
            low = middle;
        else
            high = middle;
    }
    return (pt_date)low;
}

/* Probing may leave the calendar; that is a change, not a failure of the evaluation. */
static bool same_atom(walk *w, const void *what, pt_date now, pt_date day)
{
    walk probe = *w;
    uint16_t index = *(const uint16_t *)what;
    pt_value before = atom_on(&probe, index, now);
    return pt_value_equal(before, atom_on(&probe, index, day)) && !probe.failed;
}

static bool same_month(walk *w, const void *what, pt_date now, pt_date day)
{
    walk probe = *w;
    const pt_form *date = what;
    pt_date before = pt_month_begin(as_date(form_on(&probe, date, now)));
    return before == pt_month_begin(as_date(form_on(&probe, date, day))) && !probe.failed;
}

static bool same_answer(walk *w, const void *what, pt_date now, pt_date day)
{
    walk probe = *w;
    bool before = form_on(&probe, what, now) <= 0;
    return before == (form_on(&probe, what, day) <= 0) && !probe.failed;
}

static pt_date earlier(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

static pt_date form_stands(walk *w, const pt_form *form, pt_date day);

/* Until when an atom keeps the value it has on `day`; never too late. */
static pt_date atom_stands(walk *w, uint16_t index, pt_date day)
{
    const pt_atom *atom = &w->tree->atoms[index];
    switch (atom_direction(w, atom)) {
    case STILL: return PT_DATE_FOREVER;
    case UP:
    case DOWN: return is_today(w, atom) ? day : last_same(w, same_atom, &index, day);
    case MIXED: break;
    }
    if (atom->operation == PT_OP_MONTH && form_direction(w, &atom->arguments[0]) != MIXED)
        return last_same(w, same_month, &atom->arguments[0], day);
    return earlier(form_stands(w, &atom->arguments[0], day),
                   form_stands(w, &atom->arguments[1], day));
}

static pt_date form_stands(walk *w, const pt_form *form, pt_date day)
{
    pt_date until = PT_DATE_FOREVER;
    for (uint16_t i = 0; i < form->count; i++)
        until = earlier(until, atom_stands(w, form->terms[i].atom, day));
    return until;
}

/* The coefficient of vandaag itself; `*calls`: something else in the form moves too. */
static int64_t slope(const walk *w, const pt_form *form, bool *calls)
{
    int64_t sum = 0;
    for (uint16_t i = 0; i < form->count; i++) {
        const pt_atom *atom = &w->tree->atoms[form->terms[i].atom];
        if (is_today(w, atom))
            sum += form->terms[i].coefficient;
        else if (atom->moves && atom->operation != PT_OP_INPUT)
            *calls = true;
    }
    return sum;
}

/* The last day on which value + slope * (days from now) <= 0 answers as it does now. */
static pt_date linear_flip(int64_t value, int64_t step, pt_date now)
{
    if (step == 0 || (value <= 0) == (step < 0))
        return PT_DATE_FOREVER;
    int64_t days = value <= 0 ? floor_divide(-value, step) : ceiling_divide(value, -step) - 1;
    return days > PT_DATE_LAST - (int64_t)now ? PT_DATE_FOREVER : (pt_date)(now + days);
}

/* Terms that move against each other: from step to step of the stairs, linear in between. */
static pt_date mixed_flip(walk *w, const pt_form *form, int64_t step, pt_date now)
{
    pt_date day = now;
    for (int i = 0; i < STAIR_STEPS; i++) {
        pt_date until = PT_DATE_FOREVER;
        for (uint16_t t = 0; t < form->count; t++)
            if (!is_today(w, &w->tree->atoms[form->terms[t].atom]))
                until = earlier(until, atom_stands(w, form->terms[t].atom, day));
        walk probe = *w;
        pt_date flip = linear_flip(form_on(&probe, form, day), step, day);
        if (flip <= until || until == PT_DATE_FOREVER)
            return flip;
        if (!same_answer(w, form, now, until + 1))
            return until;
        day = until + 1;
    }
    return day - 1;
}

/* The last day on which `form <= 0` answers as it does now. */
static pt_date bound_stands(walk *w, const pt_form *form, int64_t value)
{
    bool calls = false;
    int64_t step = slope(w, form, &calls);
    pt_date now = w->moment->today;
    if (!calls)
        return linear_flip(value, step, now);
    switch (form_direction(w, form)) {
    case STILL: return PT_DATE_FOREVER;
    case UP: return value > 0 ? PT_DATE_FOREVER : last_same(w, same_answer, form, now);
    case DOWN: return value <= 0 ? PT_DATE_FOREVER : last_same(w, same_answer, form, now);
    case MIXED: break;
    }
    return mixed_flip(w, form, step, now);
}

/* --- The walk ------------------------------------------------------------------------------- */

static bool in_mask(pt_value value, uint64_t mask)
{
    return pt_is_value(value) && value.amount >= 0 && value.amount < 64 &&
           (mask >> value.amount & 1) != 0;
}

static bool test_answer(walk *w, const pt_test *test, pt_date *until)
{
    pt_date today = w->moment->today;
    if (test->kind == PT_TEST_AT_MOST) {
        int64_t value = form_on(w, &test->form, today);
        *until = earlier(*until, bound_stands(w, &test->form, value));
        return value <= 0;
    }
    pt_value value = atom_on(w, test->atom, today);
    if (w->tree->atoms[test->atom].moves)
        *until = earlier(*until, atom_stands(w, test->atom, today));
    switch ((pt_test_kind)test->kind) {
    case PT_TEST_IN: return in_mask(value, test->mask);
    case PT_TEST_KNOWN: return value.kind != PT_UNKNOWN;
    case PT_TEST_NONE: return value.kind == PT_NONE;
    case PT_TEST_AT_MOST: break;
    }
    return false;
}

static pt_value leaf_value(walk *w, const pt_leaf *leaf, pt_date *until)
{
    pt_date today = w->moment->today;
    switch ((pt_leaf_kind)leaf->kind) {
    case PT_LEAF_VALUE: break;
    case PT_LEAF_FORM:
        *until = earlier(*until, form_stands(w, &leaf->form, today));
        return typed(&leaf->type, form_on(w, &leaf->form, today));
    case PT_LEAF_ATOM:
        *until = earlier(*until, atom_stands(w, leaf->atom, today));
        return atom_on(w, leaf->atom, today);
    }
    return leaf->value;
}

static void keep_step(pt_trace *trace, uint32_t node, bool answer)
{
    if (trace != NULL && trace->count < trace->capacity)
        trace->steps[trace->count++] = (pt_trace_step){node, answer};
}

pt_tree_result pt_tree_evaluate(const pt_tree *tree, const pt_moment *moment, pt_trace *trace)
{
    walk w = {tree, moment, false};
    pt_tree_result result = {.holds_until = PT_DATE_FOREVER};
    ++*moment->stamp;
    uint32_t at = tree->root;
    while (!tree->nodes[at].is_leaf) {
        const pt_node *node = &tree->nodes[at];
        bool answer = test_answer(&w, &node->test, &result.holds_until);
        keep_step(trace, at, answer);
        at = answer ? node->yes : node->no;
    }
    result.leaf = &tree->nodes[at].leaf;
    result.value = leaf_value(&w, result.leaf, &result.holds_until);
    result.failed = w.failed;
    return result;
}

bool pt_tree_test(const pt_tree *tree, const pt_moment *moment, const pt_test *test)
{
    walk w = {tree, moment, false};
    pt_date until = PT_DATE_FOREVER;
    ++*moment->stamp;
    return test_answer(&w, test, &until);
}

pt_value pt_tree_atom(const pt_tree *tree, const pt_moment *moment, uint16_t atom)
{
    walk w = {tree, moment, false};
    ++*moment->stamp;
    pt_value value = atom_on(&w, atom, moment->today);
    return w.failed ? pt_unknown() : value;
}

pt_value pt_tree_form(const pt_tree *tree, const pt_moment *moment, const pt_form *form,
                      pt_type type)
{
    walk w = {tree, moment, false};
    ++*moment->stamp;
    int64_t amount = form_on(&w, form, moment->today);
    return w.failed ? pt_unknown() : typed(&type, amount);
}
