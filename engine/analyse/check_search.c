/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_whole.h"

bool pt_check_spend(pt_check *check, size_t steps)
{
    enum { PACE = 256 };
    size_t left = check->steps < steps ? 0 : check->steps - steps;
    if (left / PACE != check->steps / PACE && check->how->moved != NULL)
        check->how->moved(check->how->context);
    check->steps = left;
    return left > 0;
}

pt_search *pt_search_create(pt_whole *w, size_t steps)
{
    pt_search *search = PT_NEW(w->check->joints, pt_search);
    search->w = w;
    search->steps = steps;
    search->wanted = pt_yesno(true);
    w->function.inputs = w->inputs;
    w->tree.atoms = w->atoms;
    search->states[0] = PT_NEW(w->check->joints, pt_constraints);
    pt_constraints_start(search->states[0]);
    pt_constraints_meet(search->states[0], w->atoms, w->tree.atom_count);
    return search;
}

bool pt_search_learn(pt_search *search, const pt_test *test, bool outcome)
{
    bool allowed = pt_constraints_allow(search->states[0], test, outcome);
    if (allowed)
        pt_constraints_learn(search->states[0], test, outcome);
    return allowed;
}

/* --- what a path asks ---------------------------------------------------------------------------
 */

static uint64_t atoms_of(const pt_whole *w, const pt_form *form);

static uint64_t atoms_behind(const pt_whole *w, uint16_t atom)
{
    uint64_t found = (uint64_t)1 << atom;
    if (w->atoms[atom].operation != PT_OP_INPUT)
        found |=
            atoms_of(w, &w->atoms[atom].arguments[0]) | atoms_of(w, &w->atoms[atom].arguments[1]);
    return found;
}

static uint64_t atoms_of(const pt_whole *w, const pt_form *form)
{
    uint64_t found = 0;
    for (uint16_t i = 0; i < form->count; i++)
        found |= atoms_behind(w, form->terms[i].atom);
    return found;
}

/* The state at the next depth, as it is now. */
static bool deepen(pt_search *s, size_t depth)
{
    if (depth == PT_WHOLE_DEPTH) {
        s->undecided = true;
        return false;
    }
    if (s->states[depth + 1] == NULL)
        s->states[depth + 1] = PT_NEW(s->w->check->joints, pt_constraints);
    *s->states[depth + 1] = *s->states[depth];
    s->asked[depth + 1] = s->asked[depth];
    s->opened[depth + 1] = s->opened[depth];
    return true;
}

/* Goes one deeper with the outcome taken in; false when it cannot be. */
static bool learn(pt_search *s, size_t depth, const pt_test *test, bool outcome)
{
    if (!pt_constraints_allow(s->states[depth], test, outcome) || !deepen(s, depth))
        return false;
    pt_constraints_learn(s->states[depth + 1], test, outcome);
    s->asked[depth + 1] |= test->kind == PT_TEST_AT_MOST ? atoms_of(s->w, &test->form)
                                                         : atoms_behind(s->w, test->atom);
    return true;
}

/* --- behind a link ------------------------------------------------------------------------------
 */

/* Where a walk goes on: the next root, or the way behind the atom that was opened. */
typedef struct walk {
    size_t member;
    uint16_t atom; /* behind a link: what the member gives */
} walk;

static bool look(pt_search *s, const walk *at, uint32_t index, size_t depth);
static bool look_behind(pt_search *s, size_t depth);

/* How far apart the values of a form lie. */
static int64_t grain_of(const pt_constraints *known, const pt_form *form)
{
    int64_t grain = 0;
    for (uint16_t i = 0; i < form->count; i++) {
        int64_t next = form->terms[i].coefficient * known->step[form->terms[i].atom];
        while (next != 0) {
            int64_t rest = grain % next;
            grain = next;
            next = rest;
        }
    }
    return grain < 0 ? -grain : grain;
}

/* `form` is nought. */
static bool level(pt_search *s, pt_form form, size_t depth)
{
    int64_t grain = grain_of(s->states[depth], &form);
    if (grain == 0 || form.constant % grain != 0)
        return form.constant == 0 && look_behind(s, depth);
    pt_test below = {.kind = PT_TEST_AT_MOST, .form = form};
    pt_test short_of = below;
    short_of.form.constant += grain;
    return learn(s, depth, &below, true) && learn(s, depth + 1, &short_of, false) &&
           look_behind(s, depth + 2);
}

static bool is_word(const pt_type *type)
{
    return type->kind == PT_CHOICE || type->kind == PT_YESNO;
}

static bool equals_value(pt_search *s, uint16_t atom, pt_value value, size_t depth)
{
    const pt_type *type = &s->w->atoms[atom].type;
    pt_test test = {.kind = PT_TEST_NONE, .atom = atom};
    if (value.kind == PT_UNKNOWN) {
        test.kind = PT_TEST_KNOWN;
        return learn(s, depth, &test, false) && look_behind(s, depth + 1);
    }
    if (is_word(type) && value.kind == type->kind) {
        test.kind = PT_TEST_IN;
        test.mask = (uint64_t)1 << value.amount;
    }
    if (value.kind == PT_NONE || test.kind == PT_TEST_IN)
        return learn(s, depth, &test, true) && look_behind(s, depth + 1);
    pt_term_of_form term = {1, atom};
    pt_form form = {&term, 1, 0, -value.amount};
    return level(s, form, depth);
}

/* The atom is what another is; both may be absent as well. */
static bool equals_atom(pt_search *s, uint16_t atom, uint16_t other, size_t depth)
{
    const pt_whole *w = s->w;
    const pt_type *type = &w->atoms[atom].type;
    bool same = type->kind == w->atoms[other].type.kind && type->set == w->atoms[other].type.set;
    if (!same || atom == other)
        return look_behind(s, depth);
    for (int64_t word = 0; is_word(type) && word <= type->high; word++) {
        pt_test is = {.kind = PT_TEST_IN, .atom = other, .mask = (uint64_t)1 << word};
        pt_value value = {.kind = type->kind, .amount = word};
        if (learn(s, depth, &is, true) && equals_value(s, atom, value, depth + 1))
            return true;
    }
    if (is_word(type))
        return false;
    bool first = atom < other;
    pt_term_of_form terms[] = {{first ? 1 : -1, first ? atom : other},
                               {first ? -1 : 1, first ? other : atom}};
    return level(s, (pt_form){terms, 2, 0, 0}, depth);
}

/* The atom is what a form gives; a broken form says nothing of it. */
static bool equals_form(pt_search *s, uint16_t atom, const pt_form *form, size_t depth)
{
    if (form->shift != 0)
        return look_behind(s, depth);
    pt_term_of_form *terms = PT_NEW_ARRAY(s->w->check->joints, form->count + 1u, pt_term_of_form);
    uint16_t count = 0;
    for (uint16_t i = 0; i < form->count; i++) {
        if (form->terms[i].atom == atom)
            return look_behind(s, depth);
        if (form->terms[i].atom > atom && (count == 0 || terms[count - 1].atom < atom))
            terms[count++] = (pt_term_of_form){-1, atom};
        terms[count++] = form->terms[i];
    }
    if (count == form->count)
        terms[count++] = (pt_term_of_form){-1, atom};
    return level(s, (pt_form){terms, count, 0, form->constant}, depth);
}

static bool gives(pt_search *s, const walk *at, const pt_leaf *leaf, size_t depth)
{
    const pt_member *of = &s->w->members[at->member];
    if (of->is_exception) {
        pt_test yes = {.kind = PT_TEST_IN, .mask = 2};
        bool never = leaf->kind == PT_LEAF_VALUE && !pt_is_yes(leaf->value);
        if (never || leaf->kind == PT_LEAF_FORM)
            return false;
        if (leaf->kind == PT_LEAF_VALUE)
            return equals_value(s, at->atom, of->given, depth);
        yes.atom = of->atoms[leaf->atom];
        return learn(s, depth, &yes, true) && equals_value(s, at->atom, of->given, depth + 1);
    }
    if (leaf->kind == PT_LEAF_VALUE)
        return equals_value(s, at->atom, leaf->value, depth);
    if (leaf->kind == PT_LEAF_ATOM)
        return equals_atom(s, at->atom, of->atoms[leaf->atom], depth);
    pt_form form = pt_whole_form(s->w, of, leaf->form);
    return equals_form(s, at->atom, &form, depth);
}

/* An atom that is asked and stands for a rule that was not looked into yet. */
static bool next_link(const pt_search *s, size_t depth, uint16_t *atom)
{
    uint64_t open = s->asked[depth] & ~s->opened[depth];
    for (size_t i = 0; i < s->w->tree.atom_count; i++) {
        const pt_atom *each = &s->w->atoms[i];
        if ((open >> i & 1) != 0 && each->operation == PT_OP_INPUT &&
            s->w->links[each->input].followed) {
            *atom = (uint16_t)i;
            return true;
        }
    }
    return false;
}

/* A rule gives what a path of it gives, or an exception; or nothing, when a fact is missing. */
static bool look_behind(pt_search *s, size_t depth)
{
    uint16_t atom = 0;
    if (!next_link(s, depth, &atom))
        return s->ends == NULL || s->ends(s, s->states[depth]);
    const pt_link *link = &s->w->links[s->w->atoms[atom].input];
    if (!deepen(s, depth))
        return s->covered != NULL;
    s->opened[depth + 1] |= (uint64_t)1 << atom;
    for (uint16_t i = 0; i < link->count; i++) {
        walk at = {(size_t)link->first + i, atom};
        if (look(s, &at, s->w->members[at.member].tree->root, depth + 1))
            return true;
    }
    s->opened[depth + 1] = s->opened[depth] | (uint64_t)1 << atom;
    return equals_value(s, atom, pt_unknown(), depth + 1) ||
           equals_value(s, atom, pt_none(), depth + 1);
}

/* --- the members that were asked about ----------------------------------------------------------
 */

static bool adds_cover(const pt_search *s)
{
    bool adds = false;
    for (size_t i = 0; i < s->path_length; i++)
        adds = adds || !s->covered[s->path[i]];
    return adds;
}

/* Not to be sure counts as covered. */
static void cover(pt_search *s, size_t depth)
{
    if (!adds_cover(s) || (!look_behind(s, depth) && !s->undecided))
        return;
    for (size_t i = 0; i < s->path_length; i++)
        s->covered[s->path[i]] = true;
}

static bool look_beyond(pt_search *s, size_t member, size_t depth)
{
    walk next = {member + 1, 0};
    if (next.member < s->w->root_count)
        return look(s, &next, s->w->members[next.member].tree->root, depth);
    return look_behind(s, depth);
}

static bool gives_wanted(pt_search *s, size_t member, const pt_leaf *leaf, size_t depth)
{
    if (s->covered != NULL) {
        cover(s, depth);
        return false;
    }
    if (leaf->kind == PT_LEAF_VALUE)
        return pt_value_equal(leaf->value, s->wanted) && look_beyond(s, member, depth);
    if (leaf->kind != PT_LEAF_ATOM)
        return false;
    pt_test is = {.kind = PT_TEST_IN,
                  .atom = s->w->members[member].atoms[leaf->atom],
                  .mask = (uint64_t)1 << s->wanted.amount};
    return learn(s, depth, &is, true) && look_beyond(s, member, depth + 1);
}

static bool look(pt_search *s, const walk *at, uint32_t index, size_t depth)
{
    const pt_node *node = &s->w->members[at->member].tree->nodes[index];
    bool of_root = at->member < s->w->root_count;
    if (s->steps == 0 || !pt_check_spend(s->w->check, 1)) {
        s->undecided = true;
        return false;
    }
    s->steps--;
    if (node->is_leaf)
        return of_root ? gives_wanted(s, at->member, &node->leaf, depth)
                       : gives(s, at, &node->leaf, depth);
    pt_test test = pt_whole_test(s->w, &s->w->members[at->member], &node->test);
    for (uint32_t yes = 2; yes-- > 0;) {
        s->path[s->path_length] = 2 * index + yes;
        s->path_length += of_root;
        bool found = learn(s, depth, &test, yes == 1) &&
                     look(s, at, yes == 1 ? node->yes : node->no, depth + 1);
        s->path_length -= of_root;
        if (found)
            return true;
    }
    return false;
}

bool pt_search_run(pt_search *search)
{
    walk first = {0, 0};
    return look(search, &first, search->w->members[0].tree->root, 0);
}
