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

/* --- Cases ---------------------------------------------------------------------------------------
 */

static bool allows(const pt_box *box, const pt_atom *atom, size_t index, pt_value value)
{
    unsigned state = value.kind == PT_UNKNOWN ? PT_CAN_BE_UNKNOWN
                     : value.kind == PT_NONE  ? PT_CAN_BE_NONE
                                              : PT_CAN_BE_VALUE;
    bool word = atom->type.kind == PT_CHOICE || atom->type.kind == PT_YESNO;
    return (box->can_be[index] & state) != 0 &&
           (!word || state != PT_CAN_BE_VALUE || (box->words[index] >> value.amount & 1) != 0);
}

static bool within(const pt_boxes *boxes, const pt_bounded_form *bound,
                   const pt_tree_reading *trees, const pt_value *inputs)
{
    const pt_forest *forest = boxes->forest;
    pt_test most = at_most(&bound->form, bound->high),
            less = at_most(&bound->form, bound->low - grain_of(boxes, &bound->form));
    return (bound->high >= PT_BOX_OPEN ||
            trees->test(trees->context, &forest->inputs_of, &forest->tree, &most, inputs)) &&
           (bound->low <= -PT_BOX_OPEN ||
            !trees->test(trees->context, &forest->inputs_of, &forest->tree, &less, inputs));
}

/* Does a form stand on nothing but values? */
static bool stands_on_values(const pt_forest *forest, const pt_form *form, const pt_value *inputs)
{
    bool all = true;
    for (uint16_t i = 0; all && i < form->count; i++) {
        const pt_atom *atom = &forest->atoms[form->terms[i].atom];
        all = atom->operation == PT_OP_INPUT
                  ? pt_is_value(inputs[atom->input])
                  : stands_on_values(forest, &atom->arguments[0], inputs) &&
                        stands_on_values(forest, &atom->arguments[1], inputs);
    }
    return all;
}

bool pt_box_holds(const pt_boxes *boxes, const pt_box *box, const pt_tree_reading *trees,
                  const pt_value *inputs)
{
    const pt_forest *forest = boxes->forest;
    bool inside = true;
    for (size_t i = 0; inside && i < forest->atom_count; i++)
        if (forest->atoms[i].operation == PT_OP_INPUT)
            inside = allows(box, &forest->atoms[i], i, inputs[forest->atoms[i].input]);
    for (size_t i = 0; inside && i < box->bound_count; i++)
        inside = stands_on_values(forest, &box->bounds[i].form, inputs) &&
                 within(boxes, &box->bounds[i], trees, inputs);
    return inside;
}

/* Is a form over inputs of the close question alone, or one of their moves? */
static bool rests_on_moves(const pt_forest *forest, const pt_form *form)
{
    bool any = false;
    for (uint16_t i = 0; i < form->count; i++) {
        const pt_atom *atom = &forest->atoms[form->terms[i].atom];
        any = any ||
              (atom->operation == PT_OP_INPUT ? forest->near[atom->input]
                                              : rests_on_moves(forest, &atom->arguments[0]) ||
                                                    rests_on_moves(forest, &atom->arguments[1]));
    }
    return any;
}

static bool meet_test(pt_constraints *known, const pt_test *test, bool answer)
{
    if (!pt_constraints_allow(known, test, answer))
        return false;
    pt_constraints_learn(known, test, answer);
    return true;
}

static bool meet_bound(const pt_boxes *boxes, const pt_bounded_form *bound, pt_constraints *known)
{
    pt_test most = at_most(&bound->form, bound->high),
            less = at_most(&bound->form, bound->low - grain_of(boxes, &bound->form));
    return (bound->high >= PT_BOX_OPEN || meet_test(known, &most, true)) &&
           (bound->low <= -PT_BOX_OPEN || meet_test(known, &less, false));
}

bool pt_box_meet(const pt_boxes *boxes, const pt_box *box, pt_constraints *known)
{
    const pt_forest *forest = boxes->forest;
    for (size_t i = 0; i < forest->atom_count; i++) {
        if (forest->atoms[i].operation != PT_OP_INPUT || forest->near[forest->atoms[i].input])
            continue;
        known->can_be[i] &= box->can_be[i];
        known->words[i] &= box->words[i] | (box->can_be[i] & PT_CAN_BE_VALUE ? 0 : UINT64_MAX);
        const pt_type *type = &forest->atoms[i].type;
        bool word = type->kind == PT_CHOICE || type->kind == PT_YESNO;
        if (word && known->words[i] == 0)
            known->can_be[i] &= (uint8_t)~PT_CAN_BE_VALUE;
        if (known->can_be[i] == 0)
            return false;
    }
    for (size_t i = 0; i < box->bound_count; i++)
        if (!rests_on_moves(forest, &box->bounds[i].form) &&
            !meet_bound(boxes, &box->bounds[i], known))
            return false;
    return true;
}

/* --- In words ------------------------------------------------------------------------------------
 */

typedef struct wording {
    pt_arena *arena;
    const pt_boxes *boxes;
    const pt_box *box;
    pt_constraints *known; /* room */
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
    bool least = low == NULL && bound->high == type->low,
         most = high == NULL && bound->low == type->high;
    if (least || most) {
        add(w, pt_format(w->arena, "%s = %s", name, least ? high : low));
        return;
    }
    if (low != NULL && high != NULL && bound->low == bound->high)
        add(w, pt_format(w->arena, "%s = %s", name, low));
    else if (low != NULL && high != NULL)
        add(w, pt_format(w->arena, "%s <= %s <= %s", low, name, high));
    else if (low != NULL)
        add(w, pt_format(w->arena, "%s >= %s", name, low));
    else if (high != NULL)
        add(w, pt_format(w->arena, "%s <= %s", name, high));
}

static void add_test(wording *w, const pt_form *form, int64_t sign, int64_t constant,
                     const char *relation)
{
    const pt_forest *forest = w->boxes->forest;
    pt_term_of_form *terms = PT_NEW_ARRAY(w->arena, form->count, pt_term_of_form);
    for (uint16_t i = 0; i < form->count; i++)
        terms[i] = (pt_term_of_form){sign * form->terms[i].coefficient, form->terms[i].atom};
    int64_t grain = grain_of(w->boxes, form);
    bool less = constant == grain && strcmp(relation, "<=") == 0;
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = {terms, form->count, 0, less ? 0 : constant}};
    pt_text out = pt_text_create(w->arena);
    pt_test_words(&out, &forest->words, &forest->inputs_of, &forest->tree, &test);
    char *at = out.bytes == NULL ? NULL : strstr(out.bytes, " <= ");
    if (at == NULL || (!less && strcmp(relation, "<=") == 0)) {
        add(w, out.bytes);
        return;
    }
    add(w, pt_format(w->arena, "%.*s %s %s", (int)(at - out.bytes), out.bytes,
                     less ? "<" : relation, at + 4));
}

/* The only value that the whole box leaves a form. */
static bool is_fixed(const wording *w, const pt_bounded_form *bound, int64_t *value)
{
    pt_constraints *known = w->known;
    int64_t grain = grain_of(w->boxes, &bound->form);
    bool open_low = bound->low <= -PT_BOX_OPEN, open_high = bound->high >= PT_BOX_OPEN;
    if (!open_low && !open_high) {
        *value = bound->low;
        return bound->low == bound->high;
    }
    pt_test low = at_most(&bound->form, bound->high - grain),
            high = at_most(&bound->form, bound->low);
    pt_box_learn(w->boxes, w->box, known);
    *value = open_low ? bound->high : bound->low;
    return open_low ? !pt_constraints_allow(known, &low, true)
                    : !pt_constraints_allow(known, &high, false);
}

/* "x (was) < x (wordt)", where it says already that x rises. */
static bool says_rise(const wording *w, const pt_bounded_form *bound)
{
    const pt_forest *forest = w->boxes->forest;
    int64_t grain = grain_of(w->boxes, &bound->form);
    if (bound->form.count != 2 || (bound->high != -grain && bound->low != grain) ||
        (bound->high < PT_BOX_OPEN && bound->low > -PT_BOX_OPEN))
        return false;
    const char *names[2];
    for (size_t i = 0; i < 2; i++) {
        const pt_atom *atom = &forest->atoms[bound->form.terms[i].atom];
        if (atom->operation != PT_OP_INPUT || !forest->moves[atom->input])
            return false;
        names[i] = forest->inputs[atom->input].name;
    }
    size_t one = strcspn(names[0], " "), other = strcspn(names[1], " ");
    return one == other && strncmp(names[0], names[1], one) == 0;
}

static void add_bound_words(wording *w, const pt_bounded_form *bound)
{
    if (bound->form.count == 1 && bound->form.terms[0].coefficient == 1) {
        add_range(w, bound);
        return;
    }
    int64_t value = 0;
    if (says_rise(w, bound))
        return;
    if (is_fixed(w, bound, &value)) {
        add_test(w, &bound->form, 1, -value, "=");
        return;
    }
    if (bound->low > -PT_BOX_OPEN)
        add_test(w, &bound->form, -1, bound->low, "<=");
    if (bound->high < PT_BOX_OPEN)
        add_test(w, &bound->form, 1, -bound->high, "<=");
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

static void add_one_word(pt_text *out, bool *any, const char *word, bool move)
{
    bool goes = move && pt_forest_is_verb(word);
    pt_text_format(out, "%s%s%s", *any ? " of " : " ", *any || goes ? "" : "is ", word);
    *any = true;
}

static void add_chosen(const wording *w, pt_text *out, size_t atom, uint64_t words, uint8_t can_be)
{
    const pt_forest *forest = w->boxes->forest;
    const pt_type *type = &forest->atoms[atom].type;
    bool any = false, move = forest->moves[forest->atoms[atom].input] &&
                             forest->atoms[atom].operation == PT_OP_INPUT;
    for (int64_t word = type->low; word <= type->high && word < PT_LIMIT_CHOICE_WORDS; word++)
        if ((words >> word & 1) != 0)
            add_one_word(out, &any, amount_words(w, type, word), move);
    if ((can_be & PT_CAN_BE_UNKNOWN) != 0)
        add_one_word(out, &any, "onbekend", false);
    if ((can_be & PT_CAN_BE_NONE) != 0)
        add_one_word(out, &any, "geen", false);
}

static unsigned count_bits(uint64_t words)
{
    unsigned count = 0;
    for (; words != 0; words &= words - 1)
        count++;
    return count;
}

/* "soort is bao of sbo", or "soort is niet vo" when that is shorter; absences among them. */
static void add_words(wording *w, size_t atom)
{
    const pt_forest *forest = w->boxes->forest;
    const pt_constraints *start = w->boxes->start;
    uint8_t absences = PT_CAN_BE_UNKNOWN | PT_CAN_BE_NONE;
    uint64_t in = w->box->words[atom], out = start->words[atom] & ~in;
    uint8_t can_be = w->box->can_be[atom] & absences,
            cannot = (uint8_t)(start->can_be[atom] & absences & ~can_be);
    bool move =
        forest->atoms[atom].operation == PT_OP_INPUT && forest->moves[forest->atoms[atom].input];
    unsigned named = count_bits(in) + count_bits(can_be),
             left = count_bits(out) + count_bits(cannot);
    pt_text words = pt_text_create(w->arena);
    pt_text_add(&words, atom_words(w, atom));
    if (move || named <= 2 || left >= named) {
        add_chosen(w, &words, atom, in, can_be);
        add(w, words.bytes);
        return;
    }
    pt_text excluded = pt_text_create(w->arena);
    add_chosen(w, &excluded, atom, out, cannot);
    pt_text_format(&words, " is niet%s", excluded.bytes + strlen(" is"));
    add(w, words.bytes);
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
    w.known = PT_NEW(boxes->forest->arena, pt_constraints);
    w.words = PT_NEW_ARRAY(arena, boxes->forest->atom_count + 2 * box->bound_count, const char *);
    for (size_t i = 0; i < boxes->forest->atom_count; i++)
        add_state(&w, i);
    for (size_t i = 0; i < box->bound_count; i++)
        add_bound_words(&w, &box->bounds[i]);
    *count = w.count;
    return w.words;
}
