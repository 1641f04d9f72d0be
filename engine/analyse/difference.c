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
    const pt_matter *questions[PT_SIDES];
    const pt_differing *how;
    pt_forest *forest;
    pt_date day;
    pt_boxes boxes;
    pt_constraints *start;
    pt_constraints *levels; /* one for each depth that was reached */
    size_t level_count;
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
    return &s->levels[s->depth];
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
    if (s->depth + 1 >= s->level_count) {
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
    if ((!a->is_form && !b->is_form) || a->value.kind != b->value.kind || !as_form(a, &one) ||
        !as_form(b, &other) || !pt_forest_subtract(s->forest, &one, &other, &difference)) {
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

static int64_t wanted_amount(const pt_type *type, int64_t low, int64_t high,
                             pt_random_stream *stream)
{
    if (stream == NULL)
        return plain_amount(type);
    int64_t least = low, most = high;
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

static pt_value chosen(pt_constraints *known, const pt_type *type, size_t atom,
                       pt_random_stream *stream)
{
    if ((known->can_be[atom] & PT_CAN_BE_VALUE) == 0)
        return (known->can_be[atom] & PT_CAN_BE_UNKNOWN) != 0 ? pt_unknown() : pt_none();
    if (type->kind == PT_CHOICE || type->kind == PT_YESNO) {
        int64_t word = type->low;
        while (word < type->high && (known->words[atom] >> word & 1) == 0)
            word++;
        return near(type, word);
    }
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

static void make_case(const search *s, const pt_box *box, pt_constraints *known,
                      pt_random_stream *stream, pt_value *inputs)
{
    const pt_forest *forest = s->forest;
    pt_box_learn(&s->boxes, box, known);
    for (uint16_t i = 0; i < forest->inputs_of.input_count; i++)
        inputs[i] = near(&forest->inputs[i].type, plain_amount(&forest->inputs[i].type));
    for (size_t i = 0; i < forest->atom_count; i++)
        if (forest->atoms[i].operation == PT_OP_INPUT)
            inputs[forest->atoms[i].input] = chosen(known, &forest->atoms[i].type, i, stream);
}

/* Do both sides, asked themselves, say what the box says? */
static bool holds(const search *s, const pt_box *box, const pt_value *inputs, pt_answer *answers)
{
    const uint32_t leaves[PT_SIDES] = {box->before, box->after};
    uint32_t said[PT_SIDES];
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        if (!pt_matter_answer(s->questions[side], s->forest, &s->how->trees[side], s->day, inputs,
                              &answers[side]))
            return false;
        said[side] = pt_forest_value(s->forest, side, answers[side].value);
        if (!s->forest->nodes[leaves[side]].leaf.is_form && said[side] != leaves[side])
            return false;
    }
    return said[PT_BEFORE] != said[PT_AFTER];
}

static const char *copy(const search *s, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(s->arena, text, strlen(text));
}

static void keep_case(const search *s, const pt_value *inputs, const pt_answer *answers,
                      pt_zone *region)
{
    const pt_forest *forest = s->forest;
    uint16_t count = forest->inputs_of.input_count;
    region->witness = PT_NEW_ARRAY(s->arena, count, const char *);
    region->witness_count = count;
    for (uint16_t i = 0; i < count; i++) {
        pt_text out = pt_text_create(s->arena);
        pt_text_format(&out, "%s = ", forest->inputs[i].name);
        pt_value_show(&out, &forest->words, inputs[i]);
        region->witness[i] = out.bytes;
    }
    region->reason_before = copy(s, answers[PT_BEFORE].reason);
    region->reason_after = copy(s, answers[PT_AFTER].reason);
}

static void find_case(search *s, const pt_box *box, pt_zone *region)
{
    pt_constraints *known = PT_NEW(s->scratch, pt_constraints);
    pt_value inputs[PT_FOREST_INPUTS];
    pt_answer answers[PT_SIDES];
    pt_random_stream stream = pt_random_stream_create(s->how->seed, 2, 0);
    for (int i = 0; i < TRIES; i++) {
        make_case(s, box, known, i == 0 ? NULL : &stream, inputs);
        if (holds(s, box, inputs, answers)) {
            keep_case(s, inputs, answers, region);
            return;
        }
    }
    region->opaque = true;
}

/* --- One period ----------------------------------------------------------------------------------
 */

typedef struct meeting {
    pt_forest *forest;
    pt_side side;
} meeting;

static void meet(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const meeting *of = context;
    pt_forest_meet(of->forest, of->side, function);
}

static void describe(search *s, pt_difference_period *period)
{
    period->regions = PT_NEW_ARRAY(s->arena, s->boxes.count, pt_zone);
    for (size_t i = 0; i < s->boxes.count; i++) {
        move(s);
        const pt_box *box = &s->boxes.items[i];
        pt_zone *region = &period->regions[period->region_count++];
        region->conditions = pt_box_words(s->arena, &s->boxes, box, &region->condition_count);
        region->before =
            copy(s, pt_forest_leaf_words(s->forest, &s->forest->nodes[box->before].leaf));
        region->after =
            copy(s, pt_forest_leaf_words(s->forest, &s->forest->nodes[box->after].leaf));
        find_case(s, box, region);
    }
}

static void compare_roots(search *s, uint32_t before, uint32_t after)
{
    s->start = PT_NEW(s->scratch, pt_constraints);
    s->levels = PT_NEW_ARRAY(s->scratch, MOST_DEPTH, pt_constraints);
    s->level_count = MOST_DEPTH;
    pt_constraints_start(s->start);
    pt_constraints_meet(s->start, s->forest->atoms, s->forest->atom_count);
    s->boxes = (pt_boxes){.forest = s->forest, .start = s->start};
    walk(s, before, after, s->start);
    pt_boxes_join(s->scratch, &s->boxes);
}

static void differ_on(search *s, pt_difference_period *period, bool *free)
{
    move(s);
    s->forest =
        pt_forest_create(s->scratch, s->questions[PT_BEFORE]->pack, s->questions[PT_AFTER]->pack);
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        meeting of = {s->forest, side};
        pt_matter_functions(s->questions[side], s->day, meet, &of);
    }
    uint32_t before = pt_matter_root(s->questions[PT_BEFORE], s->forest, s->day);
    uint32_t after = pt_matter_root(s->questions[PT_AFTER], s->forest, s->day);
    *free = *free || s->forest->free;
    period->incomplete = s->forest->full || s->forest->atom_count > PT_MOST_ATOMS;
    if (period->incomplete || before == after)
        return;
    compare_roots(s, before, after);
    period->incomplete = s->incomplete;
    describe(s, period);
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
    bool same = a->region_count == b->region_count && a->incomplete == b->incomplete;
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

const pt_difference_period *pt_differ(pt_arena *arena, const pt_matter *before,
                                      const pt_matter *after, const pt_differing *how,
                                      size_t *count, bool *free)
{
    pt_arena *scratch = pt_arena_create();
    bounds days = {.arena = arena};
    add_day(&days, PT_DATE_NONE);
    pt_matter_bounds(before, add_day, &days);
    pt_matter_bounds(after, add_day, &days);
    pt_difference_period *periods = PT_NEW_ARRAY(arena, days.count, pt_difference_period);
    *count = 0;
    for (size_t i = 0; i < days.count; i++) {
        search s = {.arena = arena, .scratch = scratch, .questions = {before, after}, .how = how};
        pt_difference_period period = {.from = days.days[i], .until = PT_DATE_FOREVER};
        if (i + 1 < days.count)
            period.until = days.days[i + 1] - 1;
        s.day = period.from != PT_DATE_NONE       ? period.from
                : period.until != PT_DATE_FOREVER ? period.until
                                                  : PLAIN_DAY;
        differ_on(&s, &period, free);
        *count = keep_period(periods, *count, &period);
        pt_arena_reset(scratch);
    }
    pt_arena_destroy(scratch);
    return periods;
}
