/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/boxes.h"

#include <string.h>

#include "model/test_words.h"

enum { MOST_JOINED = 800 }; /* every box is held against every other */

/* --- Bounds --------------------------------------------------------------------------------------
 */

/* How far apart the values of a form lie. */
static int64_t grain_of(const pt_boxes *boxes, const pt_form *form)
{
    int64_t grain = 0;
    for (uint16_t i = 0; i < form->count; i++) {
        int64_t next = form->terms[i].coefficient * boxes->start->step[form->terms[i].atom];
        while (next != 0) {
            int64_t rest = grain % next;
            grain = next;
            next = rest;
        }
    }
    return grain < 0 ? -grain : grain;
}

static pt_form canonical(pt_arena *arena, const pt_form *form)
{
    int64_t sign = form->terms[0].coefficient < 0 ? -1 : 1;
    pt_term_of_form *terms = PT_NEW_ARRAY(arena, form->count, pt_term_of_form);
    for (uint16_t i = 0; i < form->count; i++)
        terms[i] = (pt_term_of_form){sign * form->terms[i].coefficient, form->terms[i].atom};
    return (pt_form){terms, form->count, 0, 0};
}

static bool same_terms(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static pt_bounded_form *bound_of(const pt_box *box, const pt_form *form)
{
    for (size_t i = 0; i < box->bound_count; i++)
        if (same_terms(&box->bounds[i].form, form))
            return &box->bounds[i];
    return NULL;
}

static void add_bound(pt_arena *arena, const pt_boxes *boxes, pt_box *box, const pt_test *test,
                      bool answer)
{
    if (test->form.count == 0)
        return;
    pt_form form = canonical(arena, &test->form);
    pt_bounded_form *bound = bound_of(box, &form);
    if (bound == NULL) {
        bound = &box->bounds[box->bound_count++];
        *bound = (pt_bounded_form){form, -PT_BOX_OPEN, PT_BOX_OPEN};
    }
    bool turned = test->form.terms[0].coefficient < 0;
    int64_t grain = grain_of(boxes, &form), constant = test->form.constant;
    int64_t low = turned && answer ? constant : !turned && !answer ? grain - constant : bound->low;
    int64_t high = !turned && answer   ? -constant
                   : turned && !answer ? constant - grain
                                       : bound->high;
    bound->low = low > bound->low ? low : bound->low;
    bound->high = high < bound->high ? high : bound->high;
}

void pt_boxes_add(pt_arena *arena, pt_boxes *boxes, const pt_test *const *tests,
                  const bool *answers, size_t count, const pt_constraints *known, uint32_t before,
                  uint32_t after)
{
    boxes->items =
        pt_arena_grow(arena, boxes->items, boxes->count, &boxes->capacity, sizeof *boxes->items);
    pt_box *box = &boxes->items[boxes->count++];
    *box = (pt_box){.before = before, .after = after};
    box->bounds = PT_NEW_ARRAY(arena, count, pt_bounded_form);
    for (size_t i = 0; i < boxes->forest->atom_count; i++) {
        box->can_be[i] = known->can_be[i];
        box->words[i] = (known->can_be[i] & PT_CAN_BE_VALUE) != 0 ? known->words[i] : 0;
    }
    for (size_t i = 0; i < count; i++)
        if (tests[i]->kind == PT_TEST_AT_MOST)
            add_bound(arena, boxes, box, tests[i], answers[i]);
}

/* --- What follows from the rest ------------------------------------------------------------------
 */

static pt_test at_most(const pt_form *form, int64_t most)
{
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = *form};
    test.form.constant = -most;
    return test;
}

static void learn_bound(const pt_boxes *boxes, const pt_bounded_form *bound, pt_constraints *known)
{
    if (bound->high < PT_BOX_OPEN) {
        pt_test test = at_most(&bound->form, bound->high);
        pt_constraints_learn(known, &test, true);
    }
    if (bound->low > -PT_BOX_OPEN) {
        pt_test test = at_most(&bound->form, bound->low - grain_of(boxes, &bound->form));
        pt_constraints_learn(known, &test, false);
    }
}

void pt_box_learn(const pt_boxes *boxes, const pt_box *box, pt_constraints *known)
{
    *known = *boxes->start;
    for (size_t i = 0; i < boxes->forest->atom_count; i++) {
        known->can_be[i] = box->can_be[i];
        known->words[i] = box->words[i];
    }
    for (size_t i = 0; i < box->bound_count; i++)
        learn_bound(boxes, &box->bounds[i], known);
}

static void drop_bound(pt_box *box, size_t index)
{
    box->bound_count--;
    for (size_t i = index; i < box->bound_count; i++)
        box->bounds[i] = box->bounds[i + 1];
}

/* An open end in place of one that no case could pass anyway. */
static void loosen(const pt_boxes *boxes, pt_box *box, size_t index, pt_constraints *known)
{
    pt_bounded_form *bound = &box->bounds[index], kept = *bound;
    bound->high = PT_BOX_OPEN;
    pt_box_learn(boxes, box, known);
    pt_test above = at_most(&kept.form, kept.high);
    if (kept.high < PT_BOX_OPEN && pt_constraints_allow(known, &above, false))
        bound->high = kept.high;
    bound->low = -PT_BOX_OPEN;
    pt_box_learn(boxes, box, known);
    pt_test below = at_most(&kept.form, kept.low - grain_of(boxes, &kept.form));
    if (kept.low > -PT_BOX_OPEN && pt_constraints_allow(known, &below, true))
        bound->low = kept.low;
}

static bool is_open(const pt_bounded_form *bound)
{
    return bound->low <= -PT_BOX_OPEN && bound->high >= PT_BOX_OPEN;
}

static void reduce(const pt_boxes *boxes, pt_box *box, pt_constraints *known)
{
    for (size_t i = box->bound_count; i-- > 0;) {
        loosen(boxes, box, i, known);
        if (is_open(&box->bounds[i]))
            drop_bound(box, i);
    }
}

/* --- Joining -------------------------------------------------------------------------------------
 */

static bool same_state(const pt_box *a, const pt_box *b, size_t atom)
{
    return a->can_be[atom] == b->can_be[atom] && a->words[atom] == b->words[atom];
}

/* In which atoms and forms do they differ? Stops counting at two. */
static size_t differing(const pt_boxes *boxes, const pt_box *a, const pt_box *b, size_t *atom,
                        const pt_form **form)
{
    size_t count = 0;
    for (size_t i = 0; i < boxes->forest->atom_count && count < 2; i++) {
        if (!same_state(a, b, i)) {
            *atom = i;
            count++;
        }
    }
    for (size_t i = 0; i < a->bound_count && count < 2; i++) {
        const pt_bounded_form *one = &a->bounds[i], *other = bound_of(b, &one->form);
        if (other == NULL || one->low != other->low || one->high != other->high) {
            *form = &one->form;
            count++;
        }
    }
    for (size_t i = 0; i < b->bound_count && count < 2; i++) {
        if (bound_of(a, &b->bounds[i].form) == NULL) {
            *form = &b->bounds[i].form;
            count++;
        }
    }
    return count;
}

static bool join_bounds(const pt_boxes *boxes, pt_box *a, const pt_box *b, const pt_form *form)
{
    pt_bounded_form *one = bound_of(a, form);
    const pt_bounded_form *other = bound_of(b, form);
    if (one == NULL || other == NULL) {
        if (one != NULL)
            drop_bound(a, (size_t)(one - a->bounds));
        return true;
    }
    int64_t grain = grain_of(boxes, form);
    if (other->low > one->high + grain || one->low > other->high + grain)
        return false;
    one->low = other->low < one->low ? other->low : one->low;
    one->high = other->high > one->high ? other->high : one->high;
    if (is_open(one))
        drop_bound(a, (size_t)(one - a->bounds));
    return true;
}

static bool join(const pt_boxes *boxes, pt_box *a, pt_box *b)
{
    size_t atom = SIZE_MAX;
    const pt_form *form = NULL;
    if (a->gone || b->gone || a->before != b->before || a->after != b->after ||
        differing(boxes, a, b, &atom, &form) != 1)
        return false;
    if (form != NULL && !join_bounds(boxes, a, b, form))
        return false;
    if (form == NULL) {
        a->can_be[atom] |= b->can_be[atom];
        a->words[atom] |= b->words[atom];
    }
    b->gone = true;
    return true;
}

static void join_all(const pt_boxes *boxes)
{
    bool joined = true;
    while (joined) {
        joined = false;
        for (size_t i = 0; i < boxes->count; i++)
            for (size_t j = i + 1; j < boxes->count; j++)
                joined = join(boxes, &boxes->items[i], &boxes->items[j]) || joined;
    }
}

void pt_boxes_join(pt_arena *arena, pt_boxes *boxes)
{
    pt_constraints *known = PT_NEW(arena, pt_constraints);
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < boxes->count; i++)
            if (!boxes->items[i].gone)
                reduce(boxes, &boxes->items[i], known);
        if (boxes->count <= MOST_JOINED)
            join_all(boxes);
    }
    for (size_t i = 0; i < boxes->count; i++)
        if (!boxes->items[i].gone)
            reduce(boxes, &boxes->items[i], known);
    size_t kept = 0;
    for (size_t i = 0; i < boxes->count; i++)
        if (!boxes->items[i].gone)
            boxes->items[kept++] = boxes->items[i];
    boxes->count = kept;
}

/* --- In words ------------------------------------------------------------------------------------
 */

typedef struct wording {
    pt_arena *arena;
    const pt_boxes *boxes;
    const pt_box *box;
    const char **words;
    size_t count;
} wording;

static const char *form_words(const wording *w, const pt_form *form)
{
    const pt_forest *forest = w->boxes->forest;
    pt_text out = pt_text_create(w->arena);
    pt_form_words(&out, &forest->words, &forest->inputs_of, &forest->tree, form);
    return out.bytes;
}

static const char *atom_words(const wording *w, size_t atom)
{
    pt_term_of_form term = {1, (uint16_t)atom};
    pt_form form = {&term, 1, 0, 0};
    return form_words(w, &form);
}

static void add(wording *w, const char *words)
{
    w->words[w->count++] = words;
}

static const char *amount_words(const wording *w, const pt_type *type, int64_t amount)
{
    pt_text out = pt_text_create(w->arena);
    pt_value_show(
        &out, &w->boxes->forest->words,
        (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = amount});
    return out.bytes;
}

/* Bounds of one atom: "4 <= uren <= 8". */
static void add_range(wording *w, const pt_bounded_form *bound)
{
    uint16_t atom = bound->form.terms[0].atom;
    const pt_type *type = &w->boxes->forest->atoms[atom].type;
    const char *name = atom_words(w, atom);
    const char *low = bound->low > -PT_BOX_OPEN ? amount_words(w, type, bound->low) : NULL;
    const char *high = bound->high < PT_BOX_OPEN ? amount_words(w, type, bound->high) : NULL;
    if (low != NULL && high != NULL && bound->low == bound->high)
        add(w, pt_format(w->arena, "%s = %s", name, low));
    else if (low != NULL && high != NULL)
        add(w, pt_format(w->arena, "%s <= %s <= %s", low, name, high));
    else if (low != NULL)
        add(w, pt_format(w->arena, "%s >= %s", name, low));
    else if (high != NULL)
        add(w, pt_format(w->arena, "%s <= %s", name, high));
}

static void add_test(wording *w, const pt_form *form, int64_t sign, int64_t constant)
{
    const pt_forest *forest = w->boxes->forest;
    pt_term_of_form *terms = PT_NEW_ARRAY(w->arena, form->count, pt_term_of_form);
    for (uint16_t i = 0; i < form->count; i++)
        terms[i] = (pt_term_of_form){sign * form->terms[i].coefficient, form->terms[i].atom};
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = {terms, form->count, 0, constant}};
    pt_text out = pt_text_create(w->arena);
    pt_test_words(&out, &forest->words, &forest->inputs_of, &forest->tree, &test);
    add(w, out.bytes);
}

static void add_bound_words(wording *w, const pt_bounded_form *bound)
{
    if (bound->form.count == 1 && bound->form.terms[0].coefficient == 1) {
        add_range(w, bound);
        return;
    }
    if (bound->low > -PT_BOX_OPEN)
        add_test(w, &bound->form, -1, bound->low);
    if (bound->high < PT_BOX_OPEN)
        add_test(w, &bound->form, 1, -bound->high);
}

static bool stands_in_bound(const wording *w, size_t atom)
{
    for (size_t i = 0; i < w->box->bound_count; i++)
        for (uint16_t t = 0; t < w->box->bounds[i].form.count; t++)
            if (w->box->bounds[i].form.terms[t].atom == atom)
                return true;
    return false;
}

static bool has_words(const pt_type *type)
{
    return type->kind == PT_CHOICE || type->kind == PT_YESNO;
}

/* "soort is bao of sbo", absences among them. */
static void add_words(wording *w, size_t atom)
{
    const pt_type *type = &w->boxes->forest->atoms[atom].type;
    pt_text out = pt_text_create(w->arena);
    const char *between = " is ";
    pt_text_add(&out, atom_words(w, atom));
    for (int64_t word = type->low; word <= type->high && word < PT_LIMIT_CHOICE_WORDS; word++) {
        if ((w->box->words[atom] >> word & 1) == 0)
            continue;
        pt_text_format(&out, "%s%s", between, amount_words(w, type, word));
        between = " of ";
    }
    if ((w->box->can_be[atom] & PT_CAN_BE_UNKNOWN) != 0) {
        pt_text_format(&out, "%sonbekend", between);
        between = " of ";
    }
    if ((w->box->can_be[atom] & PT_CAN_BE_NONE) != 0)
        pt_text_format(&out, "%sgeen", between);
    add(w, out.bytes);
}

static void add_state(wording *w, size_t atom)
{
    uint8_t can_be = w->box->can_be[atom], start = w->boxes->start->can_be[atom];
    uint64_t all = w->boxes->start->words[atom];
    const pt_type *type = &w->boxes->forest->atoms[atom].type;
    if (has_words(type)) {
        if (can_be != start || w->box->words[atom] != all)
            add_words(w, atom);
        return;
    }
    if (can_be == start)
        return;
    bool value = (can_be & PT_CAN_BE_VALUE) != 0, none = (can_be & PT_CAN_BE_NONE) != 0,
         unknown = (can_be & PT_CAN_BE_UNKNOWN) != 0;
    const char *name = atom_words(w, atom);
    if (value && stands_in_bound(w, atom))
        return;
    add(w, pt_format(w->arena, "%s is %s", name,
                     value && !none && !unknown ? "bekend"
                     : value && unknown         ? "niet geen"
                     : value                    ? "bekend of geen"
                     : none && unknown          ? "onbekend of geen"
                     : none                     ? "geen"
                                                : "onbekend"));
}

const char **pt_box_words(pt_arena *arena, const pt_boxes *boxes, const pt_box *box, size_t *count)
{
    wording w = {.arena = arena, .boxes = boxes, .box = box};
    w.words = PT_NEW_ARRAY(arena, boxes->forest->atom_count + 2 * box->bound_count, const char *);
    for (size_t i = 0; i < boxes->forest->atom_count; i++)
        add_state(&w, i);
    for (size_t i = 0; i < box->bound_count; i++)
        add_bound_words(&w, &box->bounds[i]);
    *count = w.count;
    return w.words;
}
