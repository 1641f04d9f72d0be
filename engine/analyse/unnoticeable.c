/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/unnoticeable.h"

#include "analyse/composed.h"
#include "analyse/possible.h"

enum { MOST_DAYS = 400, MOST_VIEWS = 2000, MOST_PAIRS = 4000 };

/* One question on one day of law. */
typedef struct view {
    const pt_matter *matter;
    pt_date day;
    pt_forest *forest;
    pt_possible *possible; /* by input of the forest */
    const pt_block *block; /* in force without the fault; NULL: none, or a list */
    uint32_t before;       /* its root without the fault */
} view;

struct pt_unnoticeable {
    pt_arena *arena;
    const pt_pack *pack;
    view *views;
    size_t count;
    size_t capacity;
};

/* --- The days on which something may change --------------------------------------------------- */

typedef struct days {
    const pt_pack *pack;
    pt_date items[MOST_DAYS];
    size_t count;
    bool around; /* also the days beside them: the fault moves a bound */
    bool *seen;  /* by rule group */
    bool full;
} days;

static void add_day(days *all, pt_date day)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i] == day)
            return;
    all->full = all->full || all->count == MOST_DAYS;
    if (!all->full)
        all->items[all->count++] = day;
}

static void add_bound(void *context, pt_date from)
{
    days *all = context;
    if (from == PT_DATE_NONE || from == PT_DATE_FOREVER)
        return;
    add_day(all, from);
    if (all->around) {
        add_day(all, from - 1);
        add_day(all, from + 1);
    }
}

static void add_matter(days *all, const pt_matter *matter);

/* What its inputs can be may change too. */
static void add_inputs(void *context, const pt_function *function, pt_date day)
{
    days *all = context;
    (void)day;
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind != PT_INPUT_RULE || all->seen[input->index])
            continue;
        all->seen[input->index] = true;
        pt_matter rule = {.pack = all->pack, .side = PT_BEFORE, .group = input->index};
        add_matter(all, &rule);
    }
}

static void add_matter(days *all, const pt_matter *matter)
{
    pt_matter_bounds(matter, add_bound, all);
    pt_matter_every_function(matter, add_inputs, all);
}

/* --- One view --------------------------------------------------------------------------------- */

typedef struct meeting {
    pt_forest *forest;
    const pt_pack *pack;
    uint16_t reference_date;
    pt_date day;
    pt_possible *possible;
} meeting;

static uint64_t in_forest_words(const meeting *m, const pt_input *input, uint16_t index,
                                uint64_t words)
{
    if (input->type.kind != PT_CHOICE)
        return words;
    const pt_choice *own = &m->pack->choices[input->type.set];
    const pt_choice *all = &m->forest->choices[m->forest->inputs[index].type.set];
    uint64_t made = 0;
    for (uint16_t word = 0; word < own->count; word++) {
        uint16_t same = pt_choice_index(all, own->words[word]);
        made |= same == PT_NO_INDEX || (words >> word & 1) == 0 ? 0 : (uint64_t)1 << same;
    }
    return made;
}

static void meet(void *context, const pt_function *function, pt_date day)
{
    meeting *m = context;
    (void)day;
    pt_forest_meet(m->forest, PT_BEFORE, function);
    for (uint16_t i = 0; i < function->input_count && !m->forest->full; i++) {
        const pt_input *input = &function->inputs[i];
        uint16_t index = input->kind == PT_INPUT_PARAMETER
                             ? PT_NO_INDEX
                             : pt_forest_input(m->forest, pt_forest_name(m->forest, input));
        if (index == PT_NO_INDEX)
            continue;
        pt_possible *possible = &m->possible[index];
        *possible = pt_possible_of(m->pack, input, m->reference_date, m->day);
        possible->words = in_forest_words(m, input, index, possible->words);
        pt_type *type = &m->forest->inputs[index].type;
        type->may_be_unknown = (possible->can_be & PT_CAN_BE_UNKNOWN) != 0;
        type->may_be_none = (possible->can_be & PT_CAN_BE_NONE) != 0;
    }
}

static uint32_t ask_forest(void *context, const pt_function *function, pt_date day,
                           const pt_forks *forks)
{
    return pt_forest_add(context, PT_BEFORE, function, day, NULL, forks);
}

static uint32_t root_of(const view *of)
{
    pt_matter_ways ways = {.ask = ask_forest, .context = of->forest};
    return pt_matter_root(of->matter, of->forest, of->day, &ways);
}

static const pt_block *block_of(const pt_matter *matter, pt_date day)
{
    return matter->filter != NULL ? NULL : pt_matter_block(matter, day);
}

static void add_view(pt_unnoticeable *proof, const pt_matter *matter, pt_date day)
{
    proof->views = pt_arena_grow(proof->arena, proof->views, proof->count, &proof->capacity,
                                 sizeof *proof->views);
    view *of = &proof->views[proof->count++];
    *of = (view){.matter = matter, .day = day, .block = block_of(matter, day)};
    of->forest = pt_forest_create(proof->arena, proof->pack, proof->pack);
    of->forest->marks_reasons = true;
    of->possible = PT_NEW_ARRAY(proof->arena, PT_FOREST_INPUTS, pt_possible);
    uint16_t reference_date = of->block == NULL ? PT_NO_INDEX : of->block->reference_date;
    meeting m = {of->forest, proof->pack, reference_date, day, of->possible};
    pt_matter_every_function(matter, meet, &m);
    of->before = root_of(of);
}

/* --- What the fault can touch ----------------------------------------------------------------- */

static bool of_group(const pt_pack *pack, const pt_group *group, bool duties, uint32_t block)
{
    for (uint16_t i = 0; i < group->version_count; i++) {
        uint16_t version = group->versions[i];
        if ((duties ? pack->duties[version].block : pack->rules[version].block) == block)
            return true;
    }
    for (uint16_t i = 0; i < group->exception_count; i++)
        if (pack->exceptions[group->exceptions[i]].block == block)
            return true;
    return false;
}

/* A day before the law described matters only to who has it as a peildatum. */
static bool is_described(const pt_matter *matter, pt_date day)
{
    const pt_block *block = block_of(matter, day);
    return day >= matter->pack->law_from || (block != NULL && block->reference_date != PT_NO_INDEX);
}

static bool add_views(pt_unnoticeable *proof, pt_matter about, bool around)
{
    pt_matter *matter = PT_NEW(proof->arena, pt_matter);
    days *all = PT_NEW(proof->arena, days);
    *matter = about;
    *all = (days){.pack = proof->pack, .around = around};
    all->seen = PT_NEW_ARRAY(proof->arena, proof->pack->rule_group_count, bool);
    add_day(all, proof->pack->law_from); /* in force without a first day */
    add_matter(all, matter);
    for (size_t i = 0; i < all->count && !all->full && proof->count < MOST_VIEWS; i++)
        if (is_described(matter, all->items[i]))
            add_view(proof, matter, all->items[i]);
    return !all->full && proof->count < MOST_VIEWS;
}

static bool add_groups(pt_unnoticeable *proof, bool duties, const pt_mutant *mutant, bool around)
{
    const pt_pack *pack = proof->pack;
    uint16_t count = duties ? pack->duty_group_count : pack->rule_group_count;
    pt_part last = duties ? PT_PART_LAPSES : PT_PART_OUTCOME;
    bool fine = true;
    for (uint16_t g = 0; g < count && fine; g++) {
        const pt_group *group = duties ? &pack->duty_groups[g] : &pack->rule_groups[g];
        if (!of_group(pack, group, duties, mutant->block))
            continue;
        for (int part = PT_PART_OUTCOME; part <= (int)last && fine; part++)
            fine = add_views(proof,
                             (pt_matter){.pack = pack,
                                         .side = PT_BEFORE,
                                         .of_duty = duties,
                                         .group = g,
                                         .part = (pt_part)part},
                             around);
    }
    return fine;
}

static bool add_lists(pt_unnoticeable *proof, const pt_mutant *mutant, bool around)
{
    const pt_pack *pack = proof->pack;
    bool fine = true;
    for (uint16_t i = 0; i < pack->list_count && fine; i++)
        if (pack->lists[i].block == mutant->block && pack->lists[i].filter != NULL)
            fine = add_views(proof,
                             (pt_matter){.pack = pack,
                                         .side = PT_BEFORE,
                                         .group = PT_NO_INDEX,
                                         .filter = pack->lists[i].filter},
                             around);
    return fine;
}

pt_unnoticeable *pt_unnoticeable_begin(pt_arena *arena, const pt_pack *pack,
                                       const pt_mutant *mutant)
{
    pt_unnoticeable *proof = PT_NEW(arena, pt_unnoticeable);
    *proof = (pt_unnoticeable){.arena = arena, .pack = pack};
    bool of_tree = mutant->kind <= PT_FAULT_SWAPPED;
    bool of_period = mutant->kind >= PT_FAULT_LATER && mutant->kind <= PT_FAULT_ENDS_EARLIER;
    if (mutant->block == UINT32_MAX ||
        !(of_tree || of_period || mutant->kind == PT_FAULT_NO_EXCEPTION))
        return NULL;
    bool fine = add_groups(proof, false, mutant, of_period) &&
                add_groups(proof, true, mutant, of_period) && add_lists(proof, mutant, of_period);
    return fine && proof->count > 0 ? proof : NULL;
}

/* --- The walk --------------------------------------------------------------------------------- */

typedef struct walk {
    const view *of;
    pt_arena *arena;
    uint16_t atoms[PT_FOREST_INPUTS]; /* by input of the forest; PT_NO_INDEX: it has none */
    size_t pairs;
} walk;

static bool never(const pt_constraints *known, const pt_form *form)
{
    pt_test test = {.kind = PT_TEST_AT_MOST, .form = *form};
    return !pt_constraints_allow(known, &test, false);
}

static pt_form negated(pt_arena *arena, const pt_form *form)
{
    pt_term_of_form *terms = PT_NEW_ARRAY(arena, form->count, pt_term_of_form);
    for (uint16_t i = 0; i < form->count; i++)
        terms[i] = (pt_term_of_form){-form->terms[i].coefficient, form->terms[i].atom};
    return (pt_form){terms, form->count, form->shift, -form->constant};
}

static pt_form form_of(const pt_forest_leaf *leaf)
{
    return leaf->is_form ? leaf->form : (pt_form){.constant = leaf->value.amount};
}

/* Two outcomes that are reckoned otherwise, but come to the same here. */
static bool same_amount(walk *w, const pt_forest_leaf *a, const pt_forest_leaf *b,
                        const pt_constraints *known)
{
    bool amounts =
        (a->is_form || b->is_form) && a->value.kind == b->value.kind &&
        (a->is_form ? a->type.unit : a->value.unit) == (b->is_form ? b->type.unit : b->value.unit);
    pt_form difference = {0}, one = form_of(a), other = form_of(b);
    if (!amounts || !pt_text_equal(a->label, b->label) ||
        !pt_forest_subtract(w->of->forest, &one, &other, &difference))
        return false;
    pt_form opposite = negated(w->arena, &difference);
    return never(known, &difference) && never(known, &opposite);
}

static bool fact_may_be_unknown(const walk *w, const pt_constraints *known, const pt_place *place)
{
    const pt_forest *forest = w->of->forest;
    for (uint16_t i = 0; i < forest->inputs_of.input_count; i++) {
        if (forest->inputs[i].kind != PT_INPUT_FACT)
            continue;
        pt_place own = pt_place_of(&forest->inputs[i]);
        if (pt_place_equal(&own, place))
            return w->atoms[i] == PT_NO_INDEX ||
                   (known->can_be[w->atoms[i]] & PT_CAN_BE_UNKNOWN) != 0;
    }
    return true;
}

/* Can the atom be onbekend, when it is so only with facts that may be known by now? */
static bool may_be_unknown(const walk *w, const pt_constraints *known, uint16_t atom)
{
    const pt_atom *of = &w->of->forest->atoms[atom];
    const pt_possible *possible = &w->of->possible[of->input];
    if (of->operation != PT_OP_INPUT || w->of->forest->inputs[of->input].kind != PT_INPUT_RULE ||
        possible->unknown_alone)
        return true;
    for (size_t i = 0; i < possible->place_count; i++)
        if (fact_may_be_unknown(w, known, &possible->unknown_with[i]))
            return true;
    return false;
}

static bool same_from(walk *w, uint32_t a, uint32_t b, const pt_constraints *known);

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

/* The node behind `test`, when that is what it asks. */
static uint32_t behind(const walk *w, uint32_t node, const pt_test *test, bool answer)
{
    const pt_forest_node *of = &w->of->forest->nodes[node];
    if (of->is_leaf || !same_test(&of->test, test))
        return node;
    return answer ? of->yes : of->no;
}

static bool same_behind(walk *w, uint32_t a, uint32_t b, const pt_constraints *known,
                        const pt_test *test, bool answer)
{
    pt_arena *own = pt_arena_create();
    pt_constraints *learnt = PT_NEW(own, pt_constraints);
    *learnt = *known;
    pt_constraints_learn(learnt, test, answer);
    bool same = same_from(w, behind(w, a, test, answer), behind(w, b, test, answer), learnt);
    pt_arena_destroy(own);
    return same;
}

static bool same_from(walk *w, uint32_t a, uint32_t b, const pt_constraints *known)
{
    const pt_forest_node *one = &w->of->forest->nodes[a], *other = &w->of->forest->nodes[b];
    if (a == b)
        return true;
    if (one->is_leaf && other->is_leaf)
        return same_amount(w, &one->leaf, &other->leaf, known);
    if (++w->pairs > MOST_PAIRS)
        return false;
    const pt_test *test = one->is_leaf ? &other->test : &one->test;
    bool same = true;
    for (int answer = 0; answer <= 1 && same; answer++) {
        bool open = pt_constraints_allow(known, test, answer == 1);
        if (open && test->kind == PT_TEST_KNOWN && answer == 0)
            open = may_be_unknown(w, known, test->atom);
        same = !open || same_behind(w, a, b, known, test, answer == 1);
    }
    return same;
}

static void start(walk *w, pt_constraints *known)
{
    const pt_forest *forest = w->of->forest;
    pt_constraints_start(known);
    pt_constraints_meet(known, forest->atoms, forest->atom_count);
    for (size_t i = 0; i < PT_FOREST_INPUTS; i++)
        w->atoms[i] = PT_NO_INDEX;
    for (uint16_t i = 0; i < forest->atom_count; i++) {
        const pt_atom *atom = &forest->atoms[i];
        if (atom->operation != PT_OP_INPUT)
            continue;
        w->atoms[atom->input] = i;
        bool words = atom->type.kind == PT_CHOICE || atom->type.kind == PT_YESNO;
        if (words)
            known->words[i] &= w->of->possible[atom->input].words;
        if ((words && known->words[i] == 0) ||
            (w->of->possible[atom->input].can_be & PT_CAN_BE_VALUE) == 0)
            known->can_be[i] &= (uint8_t)~PT_CAN_BE_VALUE;
    }
}

static bool same_view(const view *of)
{
    uint32_t after = root_of(of);
    if (of->block != block_of(of->matter, of->day)) /* its term, or its peildatum, may differ */
        return false;
    if (of->before == after && !of->forest->full)
        return true;
    if (of->forest->full || of->forest->free || of->forest->atom_count > PT_MOST_ATOMS)
        return false;
    pt_arena *arena = pt_arena_create();
    pt_constraints *known = PT_NEW(arena, pt_constraints);
    walk w = {.of = of, .arena = arena};
    start(&w, known);
    bool same = same_from(&w, of->before, after, known);
    pt_arena_destroy(arena);
    return same;
}

bool pt_unnoticeable_holds(pt_unnoticeable *proof)
{
    for (size_t i = 0; proof != NULL && i < proof->count; i++)
        if (!same_view(&proof->views[i]))
            return false;
    return proof != NULL;
}
