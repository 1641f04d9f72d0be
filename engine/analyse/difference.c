/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/difference.h"

#include <string.h>

#include "analyse/boxes.h"
#include "base/random.h"

enum { MOST_DEPTH = 256, MOST_VISITS = 400000, MOST_BOXES = 4000, TRIES = 400 };

/* One period of law in hand. */
typedef struct search {
    pt_arena *arena;   /* of the result */
    pt_arena *scratch; /* of this period */
    const pt_matter *matters;
    pt_aspect aspect;
    const pt_differing *how;
    pt_stretch stretch;
    pt_forest *forest;
    pt_linked *linked;
    bool far; /* what is walked */
    pt_boxes boxes;
    size_t paths;
    pt_constraints *start;
    pt_constraints *levels[MOST_DEPTH]; /* one for each depth that was reached */
    const pt_test *tests[MOST_DEPTH];
    bool answers[MOST_DEPTH];
    size_t depth;
    size_t visits;
    bool incomplete;
} search;

/* --- Walking both --------------------------------------------------------------------------------
 */

static bool same_test(const pt_test *a, const pt_test *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind != PT_TEST_AT_MOST)
        return a->atom == b->atom && (a->kind != PT_TEST_IN || a->mask == b->mask);
    bool same = a->form.count == b->form.count && a->form.constant == b->form.constant;
    for (uint16_t i = 0; same && i < a->form.count; i++)
        same = a->form.terms[i].atom == b->form.terms[i].atom &&
               a->form.terms[i].coefficient == b->form.terms[i].coefficient;
    return same;
}

/* Which answers can this test still have on this path? Bit 1: yes, bit 0: no. */
static unsigned answers_left(const search *s, const pt_constraints *known, const pt_test *test)
{
    for (size_t i = 0; i < s->depth; i++)
        if (same_test(s->tests[i], test))
            return s->answers[i] ? 2u : 1u;
    return (pt_constraints_allow(known, test, true) ? 2u : 0u) |
           (pt_constraints_allow(known, test, false) ? 1u : 0u);
}

/* Down as far as the path decides; false when it has become impossible. */
static bool settle(const search *s, const pt_constraints *known, uint32_t *node)
{
    const pt_forest_node *nodes = s->forest->nodes;
    while (!nodes[*node].is_leaf) {
        unsigned left = answers_left(s, known, &nodes[*node].test);
        if (left == 0)
            return false;
        if (left == 3)
            return true;
        *node = left == 2 ? nodes[*node].yes : nodes[*node].no;
    }
    return true;
}

static void walk(search *s, uint32_t before, uint32_t after, const pt_constraints *known);

static pt_constraints *level(search *s)
{
    if (s->levels[s->depth] == NULL)
        s->levels[s->depth] = PT_NEW(s->scratch, pt_constraints);
    return s->levels[s->depth];
}

static void take(search *s, const pt_test *test, bool answer, uint32_t before, uint32_t after,
                 const pt_constraints *known)
{
    pt_constraints *next = level(s);
    *next = *known;
    pt_constraints_learn(next, test, answer);
    s->tests[s->depth] = test;
    s->answers[s->depth++] = answer;
    walk(s, before, after, next);
    s->depth--;
}

static void split(search *s, const pt_test *test, uint32_t before, uint32_t after,
                  const pt_constraints *known)
{
    pt_test kept = *test; /* nodes may move while new ones are made */
    pt_test *own = PT_NEW(s->scratch, pt_test);
    *own = kept;
    if (s->depth + 1 >= MOST_DEPTH) {
        s->incomplete = true;
        return;
    }
    take(s, own, true, before, after, known);
    take(s, own, false, before, after, known);
}

static void add_box(search *s, uint32_t before, uint32_t after, const pt_constraints *known)
{
    if (s->boxes.count >= MOST_BOXES) {
        s->incomplete = true;
        return;
    }
    pt_boxes_add(s->scratch, &s->boxes, s->tests, s->answers, s->depth, known, before, after);
}

/* A leaf as a form, when it is an amount. */
static bool as_form(const pt_forest_leaf *leaf, pt_form *form)
{
    bool word = leaf->value.kind == PT_YESNO || leaf->value.kind == PT_CHOICE ||
                leaf->value.kind == PT_SUBJECT;
    *form = leaf->is_form ? leaf->form : (pt_form){NULL, 0, 0, leaf->value.amount};
    return !word && pt_is_value(leaf->value);
}

/* Two leaves of which one is a form: they may be equal for some cases. */
static void compare_leaves(search *s, uint32_t before, uint32_t after, const pt_constraints *known)
{
    const pt_forest_leaf *a = &s->forest->nodes[before].leaf, *b = &s->forest->nodes[after].leaf;
    pt_form one, other, difference;
    if (!pt_text_equal(a->label, b->label) || (!a->is_form && !b->is_form) ||
        a->value.kind != b->value.kind || !as_form(a, &one) || !as_form(b, &other) ||
        !pt_forest_subtract(s->forest, &one, &other, &difference)) {
        add_box(s, before, after, known);
        return;
    }
    pt_form opposite = {0};
    pt_form zero = {NULL, 0, 0, 0};
    pt_forest_subtract(s->forest, &zero, &difference, &opposite);
    pt_test at_most = {.kind = PT_TEST_AT_MOST, .form = difference};
    pt_test at_least = {.kind = PT_TEST_AT_MOST, .form = opposite};
    unsigned most = answers_left(s, known, &at_most), least = answers_left(s, known, &at_least);
    if (most == 3)
        split(s, &at_most, before, after, known);
    else if (least == 3)
        split(s, &at_least, before, after, known);
    else if (most == 1 || least == 1)
        add_box(s, before, after, known);
}

static void move(const search *s)
{
    if (s->how->moves != NULL)
        s->how->moves(s->how->context);
}

static void walk(search *s, uint32_t before, uint32_t after, const pt_constraints *known)
{
    move(s);
    if (before == after || s->incomplete)
        return;
    if (++s->visits > MOST_VISITS) {
        s->incomplete = true;
        return;
    }
    if (!settle(s, known, &before) || !settle(s, known, &after) || before == after)
        return;
    const pt_forest_node *nodes = s->forest->nodes;
    if (!nodes[before].is_leaf)
        split(s, &nodes[before].test, before, after, known);
    else if (!nodes[after].is_leaf)
        split(s, &nodes[after].test, before, after, known);
    else
        compare_leaves(s, before, after, known);
}

/* --- A case of a box -----------------------------------------------------------------------------
 */

static pt_value near(const pt_type *type, int64_t wanted)
{
    int64_t step = type->kind == PT_NUMBER ? PT_NUMBER_SCALE >> type->fraction_bits : 1;
    wanted = wanted < type->low ? type->low : wanted > type->high ? type->high : wanted;
    wanted -= (wanted - type->low) % step;
    return (pt_value){.kind = type->kind, .unit = type->unit, .set = type->set, .amount = wanted};
}

/* 1 August 2026: a day on which most law holds. */
enum { PLAIN_DAY = 20666, SEARCHED_DAYS = 5000 };

static int64_t plain_amount(const pt_type *type)
{
    return type->kind == PT_DATE ? PLAIN_DAY : 0;
}

/* Days on which much of the law turns: around the ends of months and school years. */
static int64_t turning_day(pt_random_stream *stream)
{
    int year = (int)pt_random_between(stream, 2022, 2030),
        month = (int)pt_random_between(stream, 1, 12);
    pt_date first = pt_date_from(year, pt_random_between(stream, 0, 2) == 0 ? month : 8, 1);
    return first + pt_random_between(stream, -1, 1);
}

static int64_t wanted_amount(const pt_type *type, int64_t low, int64_t high,
                             pt_random_stream *stream)
{
    if (stream == NULL)
        return plain_amount(type);
    int64_t least = low, most = high;
    if (type->kind == PT_DATE && pt_random_between(stream, 0, 2) == 0)
        return turning_day(stream);
    if (type->kind == PT_DATE && low < PLAIN_DAY + SEARCHED_DAYS &&
        high > PLAIN_DAY - SEARCHED_DAYS && pt_random_between(stream, 0, 9) < 8) {
        least = low > PLAIN_DAY - SEARCHED_DAYS ? low : PLAIN_DAY - SEARCHED_DAYS;
        most = high < PLAIN_DAY + SEARCHED_DAYS ? high : PLAIN_DAY + SEARCHED_DAYS;
    }
    return pt_random_between(stream, least, most);
}

/* Fixing one atom keeps the others solvable: the matrix is closed. */
static void fix(pt_constraints *known, size_t atom, int64_t amount)
{
    pt_term_of_form term = {1, (uint16_t)atom};
    pt_test most = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -amount}};
    pt_test least = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -amount + known->step[atom]}};
    if (pt_constraints_allow(known, &most, true))
        pt_constraints_learn(known, &most, true);
    if (pt_constraints_allow(known, &least, false))
        pt_constraints_learn(known, &least, false);
}

/* One of the bits that are set, the first when there is no stream. */
static int64_t one_of(uint64_t bits, int64_t low, int64_t high, pt_random_stream *stream)
{
    int64_t left = 0, found = low;
    for (int64_t bit = low; bit <= high; bit++)
        left += (int64_t)(bits >> bit & 1);
    left = stream == NULL || left == 0 ? 0 : pt_random_between(stream, 0, left - 1);
    for (int64_t bit = low; bit <= high; bit++) {
        if ((bits >> bit & 1) == 0)
            continue;
        found = bit;
        if (left-- == 0)
            break;
    }
    return found;
}

static pt_value absence(unsigned can_be, pt_random_stream *stream)
{
    unsigned both = PT_CAN_BE_UNKNOWN | PT_CAN_BE_NONE;
    if ((can_be & both) == both && stream != NULL)
        return pt_random_between(stream, 0, 1) == 0 ? pt_unknown() : pt_none();
    return (can_be & PT_CAN_BE_UNKNOWN) != 0 ? pt_unknown() : pt_none();
}

static pt_value chosen(pt_constraints *known, const pt_type *type, size_t atom,
                       pt_random_stream *stream)
{
    unsigned can_be = known->can_be[atom];
    bool value = (can_be & PT_CAN_BE_VALUE) != 0, absent = can_be != PT_CAN_BE_VALUE;
    if (!value ||
        (absent && stream != NULL && !known->tested[atom] && pt_random_between(stream, 0, 3) == 0))
        return absence(can_be, stream);
    if (type->kind == PT_CHOICE || type->kind == PT_YESNO)
        return near(type, one_of(known->words[atom], type->low, type->high, stream));
    int64_t low = -known->difference[0][atom + 1], high = known->difference[atom + 1][0];
    low = low < type->low ? type->low : low;
    high = high > type->high ? type->high : high;
    if (low > high)
        return near(type, low);
    int64_t amount = wanted_amount(type, low, high, stream);
    amount = amount < low ? low : amount > high ? high : amount;
    amount = near(type, amount).amount;
    amount += amount < low ? known->step[atom] : 0;
    fix(known, atom, amount);
    return near(type, amount);
}

/* Values within what is known; the rest plain. */
static void make_case(const search *s, pt_constraints *known, pt_random_stream *stream,
                      pt_value *inputs)
{
    const pt_forest *forest = s->forest;
    for (uint16_t i = 0; i < forest->inputs_of.input_count; i++)
        inputs[i] = near(&forest->inputs[i].type, plain_amount(&forest->inputs[i].type));
    for (size_t i = 0; i < forest->atom_count; i++)
        if (forest->atoms[i].operation == PT_OP_INPUT)
            inputs[forest->atoms[i].input] = chosen(known, &forest->atoms[i].type, i, stream);
}

typedef struct said {
    uint32_t leaves[PT_SIDES];
    const char *reasons[PT_SIDES];
} said;

static const char *copy(const search *s, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(s->arena, text, strlen(text));
}

/* Do both sides, asked themselves, say what the box says? */
static bool holds(const search *s, const pt_box *box, const pt_value *inputs, said *says)
{
    const uint32_t leaves[PT_SIDES] = {box->before, box->after};
    if (!pt_box_holds(&s->boxes, box, &s->how->trees[PT_AFTER], inputs))
        return false;
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        const char *reason = NULL;
        if (!pt_linked_answer(s->linked, side, s->far, inputs, &says->leaves[side], &reason))
            return false;
        says->reasons[side] = copy(s, reason);
        if (!s->forest->nodes[leaves[side]].leaf.is_form && says->leaves[side] != leaves[side])
            return false;
    }
    return says->leaves[PT_BEFORE] != says->leaves[PT_AFTER];
}

static bool has_atom(const pt_forest *forest, uint16_t input)
{
    bool has = false;
    for (size_t i = 0; i < forest->atom_count; i++)
        has = has || (forest->atoms[i].operation == PT_OP_INPUT && forest->atoms[i].input == input);
    return has;
}

static void keep_case(const search *s, const pt_value *inputs, const said *says, pt_zone *region)
{
    const pt_forest *forest = s->forest;
    uint16_t count = forest->inputs_of.input_count;
    region->witness = PT_NEW_ARRAY(s->arena, count, const char *);
    for (uint16_t i = 0; i < count; i++) {
        if (!pt_linked_asks(s->linked, i, s->far) || !has_atom(forest, i))
            continue;
        pt_text out = pt_text_create(s->arena);
        pt_text_format(&out, "%s ", forest->inputs[i].name);
        pt_text value = pt_text_create(s->scratch);
        pt_value_show(&value, &forest->words, inputs[i]);
        if (!forest->moves[i] || !pt_forest_is_verb(value.bytes))
            pt_text_add(&out, "= ");
        pt_text_add(&out, value.bytes);
        region->witness[region->witness_count++] = out.bytes;
    }
    region->reason_before = says->reasons[PT_BEFORE];
    region->reason_after = says->reasons[PT_AFTER];
    region->opaque = false;
}

static void find_case(search *s, const pt_box *box, pt_zone *region)
{
    pt_constraints *known = PT_NEW(s->scratch, pt_constraints);
    pt_value inputs[PT_FOREST_INPUTS];
    said says;
    pt_random_stream stream = pt_random_stream_create(s->how->seed, 2, 0);
    region->opaque = true;
    for (int i = 0; i < TRIES && region->opaque; i++) {
        pt_box_learn(&s->boxes, box, known);
        make_case(s, known, i == 0 ? NULL : &stream, inputs);
        if (holds(s, box, inputs, &says))
            keep_case(s, inputs, &says, region);
    }
}

/* --- Cases of what leans on movers ---------------------------------------------------------------
 */

/* The regions close by, and the boxes of the far question that say which of them exist. */
typedef struct meeting {
    search *close;
    search *far;
    pt_zone *regions;
    pt_random_stream stream;
} meeting;

/* From a far box a real case, as values for the close question; says the close region it is in. */
static bool place_case(meeting *m, const pt_box *box, pt_constraints *known,
                       pt_random_stream *stream)
{
    pt_value inputs[PT_FOREST_INPUTS], closer[PT_FOREST_INPUTS];
    said says;
    make_case(m->far, known, stream, inputs);
    if (!holds(m->far, box, inputs, &says) || !pt_linked_closer(m->far->linked, inputs, closer))
        return false;
    for (size_t i = 0; i < m->close->boxes.count; i++) {
        if (!m->regions[i].opaque || !pt_box_holds(&m->close->boxes, &m->close->boxes.items[i],
                                                   &m->close->how->trees[PT_AFTER], closer))
            continue;
        keep_case(m->close, closer, &says, &m->regions[i]);
        return true;
    }
    return false;
}

static void place_all(meeting *m)
{
    enum { TRIES_EACH = 6 };
    pt_constraints *known = PT_NEW(m->far->scratch, pt_constraints);
    for (size_t i = 0; i < m->far->boxes.count; i++) {
        for (int t = 0; t < TRIES_EACH; t++) {
            pt_box_learn(&m->far->boxes, &m->far->boxes.items[i], known);
            place_case(m, &m->far->boxes.items[i], known, t == 0 ? NULL : &m->stream);
        }
        move(m->far);
    }
}

/* Looks for a case of one close region in every far box; true when none can have one. */
static bool look_for(meeting *m, size_t region)
{
    enum { TRIES_FOR = 40 };
    pt_constraints *shared = PT_NEW(m->far->scratch, pt_constraints),
                   *known = PT_NEW(m->far->scratch, pt_constraints);
    bool impossible = true;
    for (size_t i = 0; i < m->far->boxes.count && m->regions[region].opaque; i++) {
        const pt_box *box = &m->far->boxes.items[i];
        pt_box_learn(&m->far->boxes, box, shared);
        if (!pt_box_meet(&m->close->boxes, &m->close->boxes.items[region], shared))
            continue;
        impossible = false;
        for (int t = 0; t < TRIES_FOR && m->regions[region].opaque; t++) {
            *known = *shared;
            place_case(m, box, known, t == 0 ? NULL : &m->stream);
        }
        move(m->far);
    }
    return impossible;
}

/* --- One period ----------------------------------------------------------------------------------
 */

static void describe(search *s, pt_difference_period *period)
{
    period->paths = s->paths;
    period->regions = PT_NEW_ARRAY(s->arena, s->boxes.count, pt_zone);
    for (size_t i = 0; i < s->boxes.count; i++) {
        const pt_box *box = &s->boxes.items[i];
        pt_zone *region = &period->regions[period->region_count++];
        region->conditions = pt_box_words(s->arena, &s->boxes, box, &region->condition_count);
        region->before =
            copy(s, pt_forest_leaf_words(s->forest, &s->forest->nodes[box->before].leaf));
        region->after =
            copy(s, pt_forest_leaf_words(s->forest, &s->forest->nodes[box->after].leaf));
        region->opaque = true;
    }
}

static void find_cases(search *s, const pt_difference_period *period)
{
    for (size_t i = 0; i < s->boxes.count; i++) {
        move(s);
        find_case(s, &s->boxes.items[i], &period->regions[i]);
    }
}

/* Cases of the close regions; those that cannot be are left out. */
static void find_far_cases(search *close, search *far, pt_difference_period *period)
{
    meeting m = {.close = close, .far = far, .regions = period->regions};
    m.stream = pt_random_stream_create(close->how->seed, 3, 0);
    place_all(&m);
    size_t kept = 0;
    for (size_t i = 0; i < period->region_count; i++)
        close->boxes.items[i].gone = period->regions[i].opaque && look_for(&m, i);
    for (size_t i = 0; i < period->region_count; i++)
        if (!close->boxes.items[i].gone)
            period->regions[kept++] = period->regions[i];
    period->region_count = kept;
}

static void start_constraints(search *s)
{
    uint16_t day = s->stretch.name == NULL || strchr(s->stretch.name, '|') != NULL
                       ? PT_NO_INDEX
                       : pt_linked_input(s->linked, s->stretch.name);
    uint16_t atom = day == PT_NO_INDEX ? day : pt_forest_atom(s->forest, day);
    s->start = PT_NEW(s->scratch, pt_constraints);
    pt_constraints_start(s->start);
    pt_constraints_meet(s->start, s->forest->atoms, s->forest->atom_count);
    if (atom == PT_NO_INDEX)
        return;
    pt_term_of_form term = {1, atom};
    pt_test most = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, -(int64_t)s->stretch.until}};
    pt_test less = {.kind = PT_TEST_AT_MOST, .form = {&term, 1, 0, 1 - (int64_t)s->stretch.from}};
    if (s->stretch.until != PT_DATE_FOREVER && pt_constraints_allow(s->start, &most, true))
        pt_constraints_learn(s->start, &most, true);
    if (s->stretch.from != PT_DATE_NONE && pt_constraints_allow(s->start, &less, false))
        pt_constraints_learn(s->start, &less, false);
}

static void compare_roots(search *s, uint32_t before, uint32_t after)
{
    s->boxes = (pt_boxes){.forest = s->forest, .start = s->start};
    s->depth = 0;
    walk(s, before, after, s->start);
    s->paths = s->boxes.count;
    pt_boxes_join(s->scratch, &s->boxes);
}

static bool overfull(const search *s)
{
    return s->forest->full || s->forest->atom_count >= PT_MOST_ATOMS;
}

static void link_up(search *s, bool far)
{
    const pt_matter *matters = s->matters;
    s->forest = pt_forest_create(s->scratch, matters[PT_BEFORE].pack, matters[PT_AFTER].pack);
    s->linked = pt_linked_create(s->forest, matters, s->aspect, s->how->movers, s->how->trees,
                                 &s->stretch, s->how->base && far, far);
    s->far = far;
}

static void add_move(pt_arena *arena, pt_mover *mover, pt_move move)
{
    for (size_t i = 0; i < mover->count; i++) {
        const pt_move *known = &mover->moves[i];
        if (known->rise == move.rise && pt_moved_equal(&known->before, &move.before) &&
            pt_moved_equal(&known->after, &move.after))
            return;
    }
    mover->moves =
        pt_arena_grow(arena, mover->moves, mover->count, &mover->capacity, sizeof *mover->moves);
    mover->moves[mover->count++] = move;
}

/* Can the second of two amounts be more, and less? Bit 1: more, bit 0: less. */
static unsigned rises(const search *s, const pt_box *box)
{
    const pt_forest_leaf *a = &s->forest->nodes[box->before].leaf,
                         *b = &s->forest->nodes[box->after].leaf;
    pt_form one, other, difference, opposite;
    pt_constraints *known = PT_NEW(s->scratch, pt_constraints);
    if (!as_form(a, &one) || !as_form(b, &other) ||
        !pt_forest_subtract(s->forest, &one, &other, &difference) ||
        !pt_forest_subtract(s->forest, &other, &one, &opposite))
        return 3;
    difference.constant++;
    opposite.constant++;
    if (difference.count == 0)
        return difference.constant <= 0 ? 2 : 1;
    pt_test more = {.kind = PT_TEST_AT_MOST, .form = difference},
            less = {.kind = PT_TEST_AT_MOST, .form = opposite};
    pt_box_learn(&s->boxes, box, known);
    return (pt_constraints_allow(known, &more, true) ? 2u : 0u) |
           (pt_constraints_allow(known, &less, true) ? 1u : 0u);
}

static void add_moves(const search *s, pt_mover *mover)
{
    for (size_t i = 0; mover != NULL && i < s->boxes.count; i++) {
        const pt_box *box = &s->boxes.items[i];
        if (box->gone)
            continue;
        pt_move made = {pt_moved_of(s->forest, box->before), pt_moved_of(s->forest, box->after), 0};
        pt_form before, after;
        bool amounts = as_form(&s->forest->nodes[box->before].leaf, &before) &&
                       as_form(&s->forest->nodes[box->after].leaf, &after);
        unsigned ways = amounts ? rises(s, box) : 0;
        for (int rise = -1; rise <= 1; rise++) {
            made.rise = (int8_t)rise;
            if (rise == 0 ? !amounts : (ways >> (rise > 0) & 1) != 0)
                add_move(s->arena, mover, made);
        }
    }
}

/* Told close by alone, for the whole is too much: a region may be empty. */
static void differ_close(search *s, pt_difference_period *period, pt_mover *mover)
{
    s->incomplete = false;
    s->visits = 0;
    link_up(s, false);
    uint32_t before = pt_linked_root(s->linked, PT_BEFORE, false),
             after = pt_linked_root(s->linked, PT_AFTER, false);
    period->incomplete = overfull(s);
    period->unproved = pt_linked_expands(s->linked);
    if (period->incomplete || before == after)
        return;
    start_constraints(s);
    compare_roots(s, before, after);
    period->incomplete = s->incomplete;
    describe(s, period);
    find_cases(s, period);
    add_moves(s, mover);
}

static void tell_close(search *far, pt_difference_period *period, uint32_t before, uint32_t after,
                       pt_mover *mover)
{
    search close = *far;
    close.far = false;
    close.visits = 0;
    memset(close.levels, 0, sizeof close.levels);
    compare_roots(&close, before, after);
    period->incomplete = close.incomplete;
    describe(&close, period);
    find_far_cases(&close, far, period);
    add_moves(far, mover);
}

static void differ_on(search *s, pt_difference_period *period, pt_differed *found, pt_mover *mover)
{
    move(s);
    link_up(s, true);
    bool close = pt_linked_expands(s->linked) && !s->how->base;
    uint32_t roots[PT_SIDES] = {0}, near_by[PT_SIDES] = {0};
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        roots[side] = pt_linked_root(s->linked, side, true);
        if (close)
            near_by[side] = pt_linked_root(s->linked, side, false);
    }
    found->free = found->free || s->forest->free;
    found->leans = found->leans || pt_linked_moves(s->linked);
    found->unseen = found->unseen || pt_linked_unseen(s->linked);
    if (!s->forest->full && roots[PT_BEFORE] == roots[PT_AFTER])
        return;
    if (!overfull(s)) {
        start_constraints(s);
        compare_roots(s, roots[PT_BEFORE], roots[PT_AFTER]);
    }
    if (overfull(s) || s->incomplete) {
        differ_close(s, period, mover);
        return;
    }
    if (s->boxes.count == 0)
        return;
    if (close) {
        tell_close(s, period, near_by[PT_BEFORE], near_by[PT_AFTER], mover);
        return;
    }
    describe(s, period);
    find_cases(s, period);
    add_moves(s, mover);
}

/* --- All periods ---------------------------------------------------------------------------------
 */

typedef struct bounds {
    pt_arena *arena;
    pt_date *days; /* by date, each once */
    size_t count;
    size_t capacity;
} bounds;

static void add_day(void *context, pt_date day)
{
    bounds *of = context;
    size_t at = of->count;
    while (at > 0 && of->days[at - 1] > day)
        at--;
    if (at > 0 && of->days[at - 1] == day)
        return;
    of->days = pt_arena_grow(of->arena, of->days, of->count, &of->capacity, sizeof *of->days);
    memmove(&of->days[at + 1], &of->days[at], (of->count - at) * sizeof *of->days);
    of->days[at] = day;
    of->count++;
}

static bool same_regions(const pt_difference_period *a, const pt_difference_period *b)
{
    bool same = a->region_count == b->region_count && a->incomplete == b->incomplete &&
                a->unproved == b->unproved;
    for (size_t i = 0; same && i < a->region_count; i++) {
        const pt_zone *one = &a->regions[i], *other = &b->regions[i];
        same = one->condition_count == other->condition_count &&
               pt_text_equal(one->before, other->before) && pt_text_equal(one->after, other->after);
        for (size_t j = 0; same && j < one->condition_count; j++)
            same = pt_text_equal(one->conditions[j], other->conditions[j]);
    }
    return same;
}

static size_t keep_period(pt_difference_period *periods, size_t count,
                          const pt_difference_period *period)
{
    pt_difference_period *last = count == 0 ? NULL : &periods[count - 1];
    if (period->region_count == 0 && !period->incomplete)
        return count;
    if (last != NULL && last->until != PT_DATE_FOREVER && last->until + 1 == period->from &&
        same_regions(last, period)) {
        last->until = period->until;
        return count;
    }
    periods[count] = *period;
    return count + 1;
}

/* The name of a day of law that is not vandaag. */
static const char *law_words(pt_arena *arena, const char *name)
{
    if (name == NULL || name[0] != '.')
        return NULL;
    return pt_arena_copy(arena, name + 1, strcspn(name + 1, "|"));
}

pt_differed pt_differ(pt_arena *arena, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                      const pt_differing *how, pt_mover *mover)
{
    pt_arena *scratch = pt_arena_create(), *names = pt_arena_create();
    pt_differed found = {0};
    bounds days = {.arena = arena};
    add_day(&days, PT_DATE_NONE);
    const char *name =
        pt_linked_days(names, matters, aspect, how->movers, how->base, add_day, &days);
    size_t count = name == NULL ? 1 : days.count;
    pt_difference_period *periods = PT_NEW_ARRAY(arena, count, pt_difference_period);
    for (size_t i = 0; i < count; i++) {
        search s = {.arena = arena, .scratch = scratch, .matters = matters, .aspect = aspect};
        s.how = how;
        pt_difference_period period = {.from = days.days[i], .until = PT_DATE_FOREVER};
        if (i + 1 < count)
            period.until = days.days[i + 1] - 1;
        s.stretch = (pt_stretch){period.from, period.until, PLAIN_DAY, name};
        period.law = law_words(arena, name);
        if (name != NULL && (period.from != PT_DATE_NONE || period.until != PT_DATE_FOREVER))
            s.stretch.day = period.from != PT_DATE_NONE ? period.from : period.until;
        differ_on(&s, &period, &found, mover);
        found.count = keep_period(periods, found.count, &period);
        pt_arena_reset(scratch);
    }
    found.periods = periods;
    pt_arena_destroy(scratch);
    pt_arena_destroy(names);
    return found;
}
