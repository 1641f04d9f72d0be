/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/judgement.h"

#include <string.h>

#include "analyse/whynot_trial.h"

enum { NO_OUTCOME = -1, MOST_JUDGEMENTS = 14 };

typedef struct weigher {
    pt_arena *arena;
    const pt_situation *situation;
    pt_trial trial;
    pt_leeway *leeway;
    size_t sizes[MOST_JUDGEMENTS];   /* words of each judgement; that digit: left open */
    size_t strides[MOST_JUDGEMENTS]; /* of a number with a digit for each judgement */
    size_t count;                    /* of such numbers */
    pt_value *outcomes;
    size_t outcome_count;
    int16_t *certain; /* by number: the outcome it is certain of, or NO_OUTCOME */
} weigher;

static const pt_type *type_of(const weigher *w, uint32_t fact)
{
    return &w->situation->facts[fact].fact->type;
}

static bool is_word(const pt_type *type)
{
    return type->kind == PT_YESNO || type->kind == PT_CHOICE;
}

static size_t digit_of(const weigher *w, size_t number, size_t judgement)
{
    return number / w->strides[judgement] % (w->sizes[judgement] + 1);
}

static bool is_open(const weigher *w, size_t number, size_t judgement)
{
    return digit_of(w, number, judgement) == w->sizes[judgement];
}

/* The same number with another digit for one judgement. */
static size_t with_digit(const weigher *w, size_t number, size_t judgement, size_t digit)
{
    return number + digit * w->strides[judgement] -
           digit_of(w, number, judgement) * w->strides[judgement];
}

/* --- Which judgements ------------------------------------------------------------------------- */

static bool is_listed(const uint32_t *facts, size_t count, uint32_t fact)
{
    for (size_t i = 0; i < count; i++)
        if (facts[i] == fact)
            return true;
    return false;
}

static void list(weigher *w, uint32_t **facts, size_t *count, uint32_t fact)
{
    uint32_t *more = PT_NEW_ARRAY(w->arena, *count + 1, uint32_t);
    size_t at = 0;
    for (; at < *count && (*facts)[at] < fact; at++)
        more[at] = (*facts)[at];
    more[at] = fact;
    for (; at < *count; at++)
        more[at + 1] = (*facts)[at];
    *facts = more;
    ++*count;
}

/* Adds the judgements that the path of now reads; false when all of them were known. */
static bool found_more(weigher *w)
{
    bool found = false;
    pt_leeway *l = w->leeway;
    bool *read = PT_NEW_ARRAY(w->arena, w->situation->fact_count, bool);
    pt_trial_read(&w->trial, read);
    for (uint32_t i = 0; i < w->situation->fact_count; i++) {
        const pt_situated_fact *fact = &w->situation->facts[i];
        if (!read[i] || !fact->fact->judgement || !fact->changes)
            continue;
        bool word = is_word(type_of(w, i));
        if (is_listed(word ? l->facts : l->amounts, word ? l->fact_count : l->amount_count, i))
            continue;
        list(w, word ? &l->facts : &l->amounts, word ? &l->fact_count : &l->amount_count, i);
        found = found || word;
    }
    return found;
}

static bool measure(weigher *w)
{
    const pt_leeway *l = w->leeway;
    w->count = 1;
    if (l->fact_count > MOST_JUDGEMENTS)
        return false;
    for (size_t i = 0; i < l->fact_count; i++) {
        const pt_type *type = type_of(w, l->facts[i]);
        w->sizes[i] = (size_t)(type->high - type->low) + 1;
        w->strides[i] = w->count;
        w->count *= w->sizes[i] + 1;
        if (w->count > PT_JUDGEMENT_POINTS)
            return false;
    }
    return true;
}

/* --- Every combination ------------------------------------------------------------------------ */

static int16_t outcome_index(weigher *w, pt_value value)
{
    for (size_t i = 0; i < w->outcome_count; i++)
        if (pt_value_equal(w->outcomes[i], value))
            return (int16_t)i;
    w->outcomes[w->outcome_count] = value;
    return (int16_t)w->outcome_count++;
}

static bool is_combination(const weigher *w, size_t number)
{
    for (size_t i = 0; i < w->leeway->fact_count; i++)
        if (is_open(w, number, i))
            return false;
    return true;
}

static void judge_so(weigher *w, size_t number)
{
    for (size_t i = 0; i < w->leeway->fact_count; i++) {
        uint32_t fact = w->leeway->facts[i];
        const pt_type *type = type_of(w, fact);
        pt_value value = {.kind = type->kind,
                          .set = type->set,
                          .amount = type->low + (int64_t)digit_of(w, number, i)};
        pt_trial_set(&w->trial, fact, value);
    }
}

/* False when a path read a judgement that was not known yet. */
static bool weigh_all(weigher *w)
{
    w->certain = PT_NEW_ARRAY(w->arena, w->count, int16_t);
    w->outcomes = PT_NEW_ARRAY(w->arena, w->count, pt_value);
    w->outcome_count = 0;
    for (size_t number = 0; number < w->count; number++) {
        if (!is_combination(w, number))
            continue;
        judge_so(w, number);
        w->certain[number] = outcome_index(w, pt_trial_rule(&w->trial, 0));
        if (found_more(w))
            return false;
    }
    return true;
}

/* Numbers rise with what is left open, so what they are made of is certain or not already. */
static void leave_open(weigher *w)
{
    for (size_t number = 0; number < w->count; number++) {
        size_t open = 0;
        while (open < w->leeway->fact_count && !is_open(w, number, open))
            open++;
        if (open == w->leeway->fact_count)
            continue;
        int16_t first = w->certain[with_digit(w, number, open, 0)];
        for (size_t digit = 1; digit < w->sizes[open]; digit++)
            if (w->certain[with_digit(w, number, open, digit)] != first)
                first = NO_OUTCOME;
        w->certain[number] = first;
    }
}

/* --- The smallest sets ------------------------------------------------------------------------ */

static bool is_smallest(const weigher *w, size_t number)
{
    for (size_t i = 0; i < w->leeway->fact_count; i++)
        if (!is_open(w, number, i) &&
            w->certain[with_digit(w, number, i, w->sizes[i])] != NO_OUTCOME)
            return false;
    return w->certain[number] != NO_OUTCOME;
}

static pt_opinions opinions_of(weigher *w, size_t number)
{
    pt_opinions made = {.outcome = w->outcomes[w->certain[number]]};
    made.opinions = PT_NEW_ARRAY(w->arena, w->leeway->fact_count, pt_opinion);
    for (size_t i = 0; i < w->leeway->fact_count; i++) {
        if (is_open(w, number, i))
            continue;
        uint32_t fact = w->leeway->facts[i];
        uint64_t word = (uint64_t)type_of(w, fact)->low + digit_of(w, number, i);
        made.opinions[made.count++] = (pt_opinion){fact, (uint64_t)1 << word};
    }
    return made;
}

/* Joins `more` into `set` when they differ in the words of one judgement alone. */
static bool joined(pt_opinions *set, const pt_opinions *more)
{
    size_t different = 0, at = 0;
    if (set->count != more->count || !pt_value_equal(set->outcome, more->outcome))
        return false;
    for (size_t i = 0; i < set->count; i++) {
        if (set->opinions[i].fact != more->opinions[i].fact)
            return false;
        if (set->opinions[i].words != more->opinions[i].words) {
            different++;
            at = i;
        }
    }
    if (different != 1)
        return false;
    set->opinions[at].words |= more->opinions[at].words;
    return true;
}

static bool joined_two(pt_leeway *l)
{
    for (size_t i = 0; i < l->set_count; i++)
        for (size_t j = i + 1; j < l->set_count; j++)
            if (joined(&l->sets[i], &l->sets[j])) {
                memmove(&l->sets[j], &l->sets[j + 1], (--l->set_count - j) * sizeof *l->sets);
                return true;
            }
    return false;
}

static int rank(pt_value value)
{
    return value.kind == PT_UNKNOWN ? 2 : value.kind == PT_NONE ? 1 : 0;
}

static bool comes_before(const pt_opinions *a, const pt_opinions *b)
{
    if (rank(a->outcome) != rank(b->outcome))
        return rank(a->outcome) < rank(b->outcome);
    if (a->outcome.amount != b->outcome.amount)
        return a->outcome.amount < b->outcome.amount;
    return a->count < b->count;
}

static void sort_sets(pt_leeway *l)
{
    for (size_t i = 1; i < l->set_count; i++)
        for (size_t j = i; j > 0 && comes_before(&l->sets[j], &l->sets[j - 1]); j--) {
            pt_opinions moved = l->sets[j];
            l->sets[j] = l->sets[j - 1];
            l->sets[j - 1] = moved;
        }
}

static void keep_smallest(weigher *w)
{
    pt_leeway *l = w->leeway;
    size_t count = 0;
    for (size_t number = 0; number < w->count; number++)
        count += is_smallest(w, number);
    l->sets = PT_NEW_ARRAY(w->arena, count, pt_opinions);
    for (size_t number = 0; number < w->count; number++)
        if (is_smallest(w, number))
            l->sets[l->set_count++] = opinions_of(w, number);
    while (joined_two(l))
        ;
    sort_sets(l);
    l->outcomes = w->outcome_count;
}

/* --- The whole -------------------------------------------------------------------------------- */

const pt_leeway *pt_leeway_find(pt_arena *arena, const pt_situation *situation,
                                pt_tree_reading trees)
{
    pt_leeway *leeway = PT_NEW(arena, pt_leeway);
    weigher *w = PT_NEW(arena, weigher);
    *w = (weigher){.arena = arena, .situation = situation, .leeway = leeway};
    if (situation->without_law)
        return leeway;
    w->trial = pt_trial_create(arena, situation, trees);
    pt_trial_rule(&w->trial, 0);
    found_more(w);
    bool fits = measure(w);
    while (fits && !weigh_all(w))
        fits = measure(w);
    leeway->too_many = !fits;
    if (fits) {
        leave_open(w);
        keep_smallest(w);
    }
    return leeway;
}
