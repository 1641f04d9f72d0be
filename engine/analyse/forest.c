/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/forest.h"

#include <string.h>

#include "analyse/block_text.h"
#include "model/test_words.h"

pt_forest *pt_forest_create(pt_arena *arena, const pt_pack *before, const pt_pack *after)
{
    pt_forest *forest = PT_NEW(arena, pt_forest);
    forest->arena = arena;
    forest->packs[PT_BEFORE] = before;
    forest->packs[PT_AFTER] = after;
    forest->words = *after;
    forest->words.choice_count = 0;
    forest->inputs_of.inputs = forest->inputs;
    forest->tree.atoms = forest->atoms;
    forest->known_nodes = pt_map_create(arena);
    forest->known_words = pt_map_create(arena);
    return forest;
}

const pt_tree *pt_function_tree(const pt_function *function, pt_date day)
{
    for (size_t i = 0; i < function->period_count; i++)
        if (function->periods[i].from <= day && day <= function->periods[i].until)
            return function->periods[i].tree;
    return NULL;
}

/* --- Words of choices ---------------------------------------------------------------------------
 */

static uint32_t word_number(pt_forest *forest, const char *word)
{
    uint32_t number = (uint32_t)forest->known_words.count;
    if (!pt_map_add(&forest->known_words, word, number))
        pt_map_find(&forest->known_words, word, &number);
    return number;
}

static const char *word_of(const pt_pack *pack, uint16_t set, int64_t amount)
{
    bool there = set < pack->choice_count && amount >= 0 && amount < pack->choices[set].count;
    return there ? pack->choices[set].words[amount] : "?";
}

/* The words of a set of one side, added to a set of the forest. */
static void add_words(pt_forest *forest, uint16_t set, const pt_choice *more)
{
    pt_choice *all = &forest->choices[set];
    const char **words = PT_NEW_ARRAY(forest->arena, PT_LIMIT_CHOICE_WORDS, const char *);
    memcpy(words, all->words, all->count * sizeof *words);
    for (uint16_t i = 0; i < more->count; i++) {
        *all = (pt_choice){words, all->count};
        if (pt_choice_index(all, more->words[i]) != PT_NO_INDEX)
            continue;
        if (all->count == PT_LIMIT_CHOICE_WORDS)
            forest->full = true;
        else
            words[all->count++] = more->words[i];
    }
    all->words = words;
}

static uint16_t new_choice(pt_forest *forest)
{
    static const char *const no_words[1];
    uint16_t set = forest->words.choice_count++;
    forest->choices = pt_arena_grow(forest->arena, forest->choices, set, &forest->choice_capacity,
                                    sizeof *forest->choices);
    forest->choices[set] = (pt_choice){no_words, 0};
    forest->words.choices = forest->choices;
    return set;
}

/* --- Inputs -------------------------------------------------------------------------------------
 */

uint16_t pt_forest_input(const pt_forest *forest, const char *name)
{
    for (uint16_t i = 0; i < forest->inputs_of.input_count; i++)
        if (strcmp(forest->inputs[i].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

const char *pt_forest_name(const pt_forest *forest, const pt_input *input)
{
    bool own = forest->prefix == NULL || input->kind == PT_INPUT_TODAY ||
               input->kind == PT_INPUT_PARAMETER;
    return own ? input->name : pt_format(forest->arena, "%s_%s", forest->prefix, input->name);
}

static void widen(pt_type *type, const pt_type *more)
{
    type->low = more->low < type->low ? more->low : type->low;
    type->high = more->high > type->high ? more->high : type->high;
    type->may_be_unknown = type->may_be_unknown || more->may_be_unknown;
    type->may_be_none = type->may_be_none || more->may_be_none;
    if (more->fraction_bits > type->fraction_bits)
        type->fraction_bits = more->fraction_bits;
}

void pt_forest_meet_as(pt_forest *forest, pt_side side, const pt_input *input, const char *name)
{
    uint16_t index = pt_forest_input(forest, name);
    if (index == PT_NO_INDEX && forest->inputs_of.input_count == PT_FOREST_INPUTS) {
        forest->full = true;
        return;
    }
    if (index == PT_NO_INDEX) {
        index = forest->inputs_of.input_count++;
        forest->inputs[index] = *input;
        forest->inputs[index].name = name;
        if (input->type.kind == PT_CHOICE)
            forest->inputs[index].type.set = new_choice(forest);
    }
    pt_type *type = &forest->inputs[index].type;
    if (type->kind != input->type.kind || type->unit != input->type.unit) {
        forest->full = true; /* one name for two things: not comparable */
        return;
    }
    widen(type, &input->type);
    if (type->kind == PT_CHOICE) {
        add_words(forest, type->set, &forest->packs[side]->choices[input->type.set]);
        type->low = 0;
        type->high = forest->choices[type->set].count - 1;
    }
}

/* What only Lua can answer is an input of its own: the same on both sides when the text is. */
static const char *free_name(const pt_forest *forest, pt_side side, const pt_function *function)
{
    const pt_block *block = &forest->packs[side]->blocks[function->block];
    const pt_pack *other = forest->packs[1 - side];
    const char *text = pt_block_text(forest->arena, block);
    bool same = false;
    for (uint32_t i = 0; i < other->block_count; i++)
        same = same || pt_text_equal(text, pt_block_text(forest->arena, &other->blocks[i]));
    return pt_format(forest->arena, "%s%s%s%s", block->name,
                     function->path[0] == '\0' || strcmp(function->path, "bepaal") == 0 ? "" : ".",
                     strcmp(function->path, "bepaal") == 0 ? "" : function->path,
                     same                ? ""
                     : side == PT_BEFORE ? " (oude tekst)"
                                         : " (nieuwe tekst)");
}

void pt_forest_meet_free(pt_forest *forest, pt_side side, const pt_function *function)
{
    pt_input answer = {.name = free_name(forest, side, function), .type = function->result};
    answer.type.may_be_unknown = answer.type.may_be_none = true;
    answer.kind = PT_INPUT_RULE;
    forest->free = true;
    pt_forest_meet_as(forest, side, &answer, answer.name);
}

uint16_t pt_forest_meet_words(pt_forest *forest, const char *name, const char **words,
                              uint16_t count)
{
    if (forest->inputs_of.input_count == PT_FOREST_INPUTS || count > PT_LIMIT_CHOICE_WORDS) {
        forest->full = true;
        return PT_NO_INDEX;
    }
    uint16_t index = forest->inputs_of.input_count++;
    pt_input *input = &forest->inputs[index];
    *input = (pt_input){.name = name, .kind = PT_INPUT_RULE};
    input->type = (pt_type){.kind = PT_CHOICE, .set = new_choice(forest), .high = count - 1};
    forest->choices[input->type.set] = (pt_choice){words, count};
    forest->moves[index] = true;
    return index;
}

void pt_forest_meet(pt_forest *forest, pt_side side, const pt_function *function)
{
    if (function->period_count == 0)
        pt_forest_meet_free(forest, side, function);
    for (uint16_t i = 0; i < function->input_count; i++)
        if (function->inputs[i].kind != PT_INPUT_PARAMETER)
            pt_forest_meet_as(forest, side, &function->inputs[i],
                              pt_forest_name(forest, &function->inputs[i]));
}

bool pt_forest_back(const pt_forest *forest, pt_side side, const pt_input *own, uint16_t input,
                    pt_value value, pt_value *back)
{
    *back = value;
    if (value.kind != PT_CHOICE)
        return true;
    const pt_choice *words = &forest->packs[side]->choices[own->type.set];
    uint16_t set = forest->inputs[input].type.set;
    uint16_t word = pt_choice_index(words, word_of(&forest->words, set, value.amount));
    back->set = own->type.set;
    back->amount = word;
    return word != PT_NO_INDEX;
}

/* --- Atoms and forms ----------------------------------------------------------------------------
 */

/* What one tree of one side becomes in the forest. Parameters are constants: an atom of one is
   PT_NO_INDEX, for nothing in the tree refers to it. Atoms and nodes are made when they are asked
   for, since a given outcome decides tests. */
typedef struct graft {
    pt_forest *forest;
    pt_side side;
    const pt_function *function;
    const pt_tree *tree;
    pt_date day;
    const pt_forest_places *places;
    const pt_forks *forks;
    uint16_t *atoms; /* by atom of the tree */
    bool *atom_made;
    uint32_t *nodes; /* by node of the tree */
    bool *node_made;
} graft;

static uint16_t graft_atom(const graft *g, uint16_t index);

static bool same_form(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count && a->shift == b->shift && a->constant == b->constant;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static bool same_atom(const pt_atom *a, const pt_atom *b)
{
    if (a->operation != b->operation)
        return false;
    if (a->operation == PT_OP_INPUT)
        return a->input == b->input;
    return a->constant == b->constant && a->type.kind == b->type.kind &&
           same_form(&a->arguments[0], &b->arguments[0]) &&
           same_form(&a->arguments[1], &b->arguments[1]);
}

static uint16_t keep_atom(pt_forest *forest, const pt_atom *atom)
{
    for (size_t i = 0; i < forest->atom_count; i++) {
        if (same_atom(&forest->atoms[i], atom)) {
            widen(&forest->atoms[i].type, &atom->type);
            return (uint16_t)i;
        }
    }
    if (forest->atom_count == PT_FOREST_ATOMS) {
        forest->full = true;
        return 0;
    }
    forest->atoms[forest->atom_count] = *atom;
    forest->tree.atom_count = forest->atom_count + 1;
    return (uint16_t)forest->atom_count++;
}

uint16_t pt_forest_atom(pt_forest *forest, uint16_t input)
{
    pt_atom atom = {.operation = PT_OP_INPUT,
                    .input = input,
                    .type = forest->inputs[input].type,
                    .moves = forest->inputs[input].kind == PT_INPUT_TODAY};
    return keep_atom(forest, &atom);
}

static const char *name_of(const graft *g, uint16_t input)
{
    return g->places == NULL ? pt_forest_name(g->forest, &g->function->inputs[input])
                             : g->places->names[input];
}

/* The outcome in the place of an input, or NULL. */
static const pt_forest_leaf *given_for(const graft *g, uint16_t input)
{
    return g->places == NULL ? NULL : g->places->given[input];
}

static const pt_forest_leaf *given_atom(const graft *g, uint16_t index)
{
    const pt_atom *atom = &g->tree->atoms[index];
    return atom->operation == PT_OP_INPUT ? given_for(g, atom->input) : NULL;
}

/* Adds a term, by rising atom; terms that cancel out are dropped. */
static void add_term(pt_term_of_form *terms, uint16_t *count, pt_term_of_form term)
{
    uint16_t at = *count;
    while (at > 0 && terms[at - 1].atom > term.atom)
        at--;
    if (at > 0 && terms[at - 1].atom == term.atom) {
        terms[at - 1].coefficient += term.coefficient;
        if (terms[at - 1].coefficient != 0)
            return;
        (*count)--;
        for (uint16_t i = (uint16_t)(at - 1); i < *count; i++)
            terms[i] = terms[i + 1];
        return;
    }
    for (uint16_t i = *count; i > at; i--)
        terms[i] = terms[i - 1];
    terms[at] = term;
    (*count)++;
}

static uint16_t most_terms(const graft *g, const pt_form *form)
{
    uint16_t most = 0;
    for (uint16_t i = 0; i < form->count; i++) {
        const pt_forest_leaf *given = given_atom(g, form->terms[i].atom);
        most = (uint16_t)(most + (given != NULL && given->is_form ? given->form.count : 1));
    }
    return most;
}

static pt_form graft_form(const graft *g, const pt_form *form)
{
    pt_form made = {.shift = form->shift, .constant = form->constant};
    pt_term_of_form *terms = PT_NEW_ARRAY(g->forest->arena, most_terms(g, form), pt_term_of_form);
    for (uint16_t i = 0; i < form->count; i++) {
        int64_t coefficient = form->terms[i].coefficient;
        const pt_forest_leaf *given = given_atom(g, form->terms[i].atom);
        if (given == NULL) {
            uint16_t atom = graft_atom(g, form->terms[i].atom);
            g->forest->full = g->forest->full || atom == PT_NO_INDEX;
            add_term(terms, &made.count, (pt_term_of_form){coefficient, atom});
        } else if (given->is_form) {
            g->forest->full = g->forest->full || given->form.shift != 0;
            made.constant += coefficient * given->form.constant;
            for (uint16_t t = 0; t < given->form.count; t++)
                add_term(terms, &made.count,
                         (pt_term_of_form){coefficient * given->form.terms[t].coefficient,
                                           given->form.terms[t].atom});
        } else {
            made.constant += coefficient * given->value.amount;
        }
    }
    made.terms = terms;
    return made;
}

static uint16_t graft_atom(const graft *g, uint16_t index)
{
    if (g->atom_made[index])
        return g->atoms[index];
    g->atom_made[index] = true;
    pt_atom atom = g->tree->atoms[index];
    if (atom.operation == PT_OP_INPUT) {
        uint16_t input = pt_forest_input(g->forest, name_of(g, atom.input));
        g->atoms[index] = input == PT_NO_INDEX ? input : pt_forest_atom(g->forest, input);
        return g->atoms[index];
    }
    atom.arguments[0] = graft_form(g, &atom.arguments[0]);
    atom.arguments[1] = graft_form(g, &atom.arguments[1]);
    g->atoms[index] = keep_atom(g->forest, &atom);
    return g->atoms[index];
}

bool pt_forest_subtract(pt_forest *forest, const pt_form *a, const pt_form *b, pt_form *difference)
{
    pt_term_of_form *terms =
        PT_NEW_ARRAY(forest->arena, (size_t)a->count + b->count, pt_term_of_form);
    uint16_t count = 0, i = 0, j = 0;
    while (i < a->count || j < b->count) {
        bool from_a = j == b->count || (i < a->count && a->terms[i].atom <= b->terms[j].atom);
        bool from_b = i == a->count || (j < b->count && b->terms[j].atom <= a->terms[i].atom);
        terms[count].atom = from_a ? a->terms[i].atom : b->terms[j].atom;
        terms[count].coefficient =
            (from_a ? a->terms[i++].coefficient : 0) - (from_b ? b->terms[j++].coefficient : 0);
        count = (uint16_t)(count + (terms[count].coefficient != 0));
    }
    *difference = (pt_form){terms, count, 0, a->constant - b->constant};
    return a->shift == 0 && b->shift == 0;
}

/* --- Nodes --------------------------------------------------------------------------------------
 */

static void add_form_key(pt_text *key, const pt_form *form)
{
    for (uint16_t i = 0; i < form->count; i++)
        pt_text_format(key, "%lld*%u,", (long long)form->terms[i].coefficient,
                       (unsigned)form->terms[i].atom);
    pt_text_format(key, "%lld>>%u", (long long)form->constant, (unsigned)form->shift);
}

static uint32_t keep_node(pt_forest *forest, const char *key, const pt_forest_node *node)
{
    uint32_t number = (uint32_t)forest->node_count;
    if (!pt_map_add(&forest->known_nodes, key, number)) {
        pt_map_find(&forest->known_nodes, key, &number);
        return number;
    }
    forest->nodes = pt_arena_grow(forest->arena, forest->nodes, forest->node_count,
                                  &forest->node_capacity, sizeof *forest->nodes);
    forest->nodes[forest->node_count++] = *node;
    return number;
}

uint32_t pt_forest_branch(pt_forest *forest, const pt_test *test, uint32_t yes, uint32_t no)
{
    if (yes == no)
        return yes;
    pt_text key = pt_text_create(forest->arena);
    pt_text_format(&key, "%u %u %u %llu ", (unsigned)test->kind,
                   test->kind == PT_TEST_AT_MOST ? 0u : test->atom, (unsigned)yes,
                   (unsigned long long)(test->kind == PT_TEST_IN ? test->mask : 0));
    pt_text_format(&key, "%u ", (unsigned)no);
    if (test->kind == PT_TEST_AT_MOST)
        add_form_key(&key, &test->form);
    pt_forest_node node = {.yes = yes, .no = no, .test = *test};
    return keep_node(forest, key.bytes, &node);
}

static uint32_t keep_leaf(pt_forest *forest, const pt_forest_leaf *leaf)
{
    pt_text key = pt_text_create(forest->arena);
    pt_text_format(&key, "leaf %u %u %lld ", (unsigned)leaf->is_form, (unsigned)leaf->value.kind,
                   (long long)leaf->value.amount);
    if (leaf->is_form)
        add_form_key(&key, &leaf->form);
    if (leaf->label != NULL)
        pt_text_format(&key, " %s", leaf->label);
    pt_forest_node node = {.is_leaf = true, .leaf = *leaf};
    return keep_node(forest, key.bytes, &node);
}

uint32_t pt_forest_value(pt_forest *forest, pt_side side, pt_value value)
{
    pt_forest_leaf leaf = {.value = value};
    if (value.kind == PT_CHOICE)
        leaf.value.amount =
            word_number(forest, word_of(forest->packs[side], value.set, value.amount));
    return keep_leaf(forest, &leaf);
}

uint32_t pt_forest_label(pt_forest *forest, const char *words)
{
    pt_forest_leaf leaf = {.value = {.kind = PT_SUBJECT}, .label = words};
    return keep_leaf(forest, &leaf);
}

uint32_t pt_forest_labelled(pt_forest *forest, uint32_t leaf, const char *words)
{
    pt_forest_leaf made = forest->nodes[leaf].leaf;
    if (!pt_is_value(made.value))
        return leaf;
    made.label = words;
    return keep_leaf(forest, &made);
}

static uint32_t form_leaf(pt_forest *forest, pt_side side, const pt_form *form, pt_type type)
{
    if (form->count == 0 && form->shift == 0)
        return pt_forest_value(
            forest, side,
            (pt_value){.kind = type.kind, .unit = type.unit, .amount = form->constant});
    pt_forest_leaf leaf = {.value = {.kind = type.kind}, .is_form = true, .form = *form};
    leaf.type = type;
    return keep_leaf(forest, &leaf);
}

static pt_form form_of_atom(pt_forest *forest, uint16_t atom)
{
    pt_term_of_form *term = PT_NEW(forest->arena, pt_term_of_form);
    *term = (pt_term_of_form){1, atom};
    return (pt_form){term, 1, 0, 0};
}

uint32_t pt_forest_input_leaf(pt_forest *forest, uint16_t input)
{
    pt_form form = form_of_atom(forest, pt_forest_atom(forest, input));
    return form_leaf(forest, PT_BEFORE, &form, forest->inputs[input].type);
}

/* --- Leaves of a tree ---------------------------------------------------------------------------
 */

static uint32_t after_value(const graft *g, const pt_forks *forks, pt_value value)
{
    if (forks->outcome)
        return pt_forest_value(g->forest, g->side, value);
    return pt_is_yes(value) ? forks->yes : forks->no;
}

static uint32_t word_leaf(pt_forest *forest, const pt_type *type, int64_t word)
{
    pt_forest_leaf leaf = {.value = {.kind = type->kind, .amount = word}};
    if (type->kind == PT_CHOICE)
        leaf.value.amount = word_number(forest, word_of(&forest->words, type->set, word));
    return keep_leaf(forest, &leaf);
}

/* An atom as it is: each word of it by itself, or a form. */
static uint32_t known_atom(const graft *g, const pt_forks *forks, uint16_t atom)
{
    pt_forest *forest = g->forest;
    const pt_type *type = &forest->atoms[atom].type;
    if (type->kind == PT_YESNO || type->kind == PT_CHOICE) {
        uint32_t node = 0;
        for (int64_t word = type->high; word >= type->low; word--) {
            pt_test test = {.kind = PT_TEST_IN, .atom = atom, .mask = (uint64_t)1 << word};
            bool yes = type->kind == PT_YESNO && word == 1;
            uint32_t leaf = forks->outcome ? word_leaf(forest, type, word)
                            : yes          ? forks->yes
                                           : forks->no;
            node = word == type->high ? leaf : pt_forest_branch(forest, &test, leaf, node);
        }
        return node;
    }
    pt_form form = form_of_atom(forest, atom);
    return forks->outcome ? form_leaf(forest, g->side, &form, *type) : forks->no;
}

static uint32_t after_atom(const graft *g, const pt_forks *forks, uint16_t atom)
{
    pt_forest *forest = g->forest;
    uint32_t node = known_atom(g, forks, atom);
    pt_type type = forest->atoms[atom].type;
    if (type.may_be_none) {
        pt_test none = {.kind = PT_TEST_NONE, .atom = atom};
        node = pt_forest_branch(forest, &none, after_value(g, forks, pt_none()), node);
    }
    if (type.may_be_unknown) {
        pt_test known = {.kind = PT_TEST_KNOWN, .atom = atom};
        node = pt_forest_branch(forest, &known, node, after_value(g, forks, pt_unknown()));
    }
    return node;
}

static uint32_t after_given(const graft *g, const pt_forest_leaf *given)
{
    if (g->forks->outcome)
        return keep_leaf(g->forest, given);
    return !given->is_form && pt_is_yes(given->value) ? g->forks->yes : g->forks->no;
}

static uint32_t outcome_of_leaf(const graft *g, const pt_leaf *leaf)
{
    const pt_forks *forks = g->forks;
    switch ((pt_leaf_kind)leaf->kind) {
    case PT_LEAF_VALUE: return after_value(g, forks, leaf->value);
    case PT_LEAF_ATOM:
        if (given_atom(g, leaf->atom) != NULL)
            return after_given(g, given_atom(g, leaf->atom));
        return after_atom(g, forks, graft_atom(g, leaf->atom));
    case PT_LEAF_FORM: break;
    }
    if (!forks->outcome)
        return forks->no;
    pt_form form = graft_form(g, &leaf->form);
    return form_leaf(g->forest, g->side, &form, leaf->type);
}

/* A parameter in a reason: its value of the day. */
static void add_parameter_key(const graft *g, pt_text *key, uint16_t atom)
{
    const pt_input *input = &g->function->inputs[g->tree->atoms[atom].input];
    pt_value value = {.kind = PT_UNKNOWN};
    if (input->kind == PT_INPUT_PARAMETER)
        value = pt_parameter_on(&g->forest->packs[g->side]->parameters[input->index], g->day, NULL);
    pt_text_format(key, "p%u=%u:%lld ", (unsigned)input->index, (unsigned)value.kind,
                   (long long)value.amount);
}

/* The reason of a return, with what is shown in it. */
static const char *reason_mark(const graft *g, const pt_leaf *leaf)
{
    pt_text mark = pt_text_create(g->forest->arena);
    pt_text_add(&mark, leaf->reason == NULL ? "-" : leaf->reason);
    for (size_t i = 0; i < leaf->piece_count; i++) {
        const pt_reason_piece *piece = &leaf->pieces[i];
        if (piece->text != NULL)
            continue;
        uint16_t atom = piece->is_atom ? graft_atom(g, piece->atom) : 0;
        if (atom == PT_NO_INDEX) {
            add_parameter_key(g, &mark, piece->atom);
            continue;
        }
        pt_form form = {0};
        if (!piece->is_atom)
            form = graft_form(g, &piece->form);
        pt_text_format(&mark, "@%u ", (unsigned)atom);
        add_form_key(&mark, &form);
    }
    return mark.bytes;
}

static uint32_t after_leaf(const graft *g, const pt_leaf *leaf)
{
    uint32_t node = outcome_of_leaf(g, leaf);
    if (!g->forest->marks_reasons || !g->forks->outcome)
        return node;
    return pt_forest_marked(g->forest, node, reason_mark(g, leaf));
}

/* --- Tests of a tree ----------------------------------------------------------------------------
 */

/* Words of a mask of this side as a mask of the forest. */
static uint64_t graft_mask(const graft *g, const pt_atom *from, uint16_t to, uint64_t mask)
{
    const pt_type *type = &g->forest->atoms[to].type;
    if (type->kind != PT_CHOICE)
        return mask;
    uint64_t made = 0;
    const pt_choice *words = &g->forest->choices[type->set];
    for (int64_t word = 0; word <= from->type.high && word < PT_LIMIT_CHOICE_WORDS; word++) {
        if ((mask >> word & 1) == 0)
            continue;
        uint16_t same =
            pt_choice_index(words, word_of(g->forest->packs[g->side], from->type.set, word));
        made |= same == PT_NO_INDEX ? 0 : (uint64_t)1 << same;
    }
    return made;
}

/* Is the word of a given outcome among those of a mask of this side? */
static bool given_in(const graft *g, uint16_t atom, const pt_forest_leaf *given, uint64_t mask)
{
    if (!pt_is_value(given->value))
        return false;
    int64_t word = given->value.amount;
    if (given->value.kind == PT_CHOICE)
        word = pt_choice_index(&g->forest->packs[g->side]->choices[g->tree->atoms[atom].type.set],
                               g->forest->known_words.entries[given->value.amount].key);
    return word >= 0 && word < PT_LIMIT_CHOICE_WORDS && (mask >> word & 1) != 0;
}

/* What the test becomes; true when given outcomes decide it, as `*answer`. */
static bool graft_test(const graft *g, const pt_test *test, pt_test *made, bool *answer)
{
    *made = *test;
    if (test->kind == PT_TEST_AT_MOST) {
        made->form = graft_form(g, &test->form);
        *answer = made->form.constant <= 0;
        return made->form.count == 0;
    }
    const pt_forest_leaf *given = given_atom(g, test->atom);
    if (given != NULL) {
        *answer = test->kind == PT_TEST_IN      ? given_in(g, test->atom, given, test->mask)
                  : test->kind == PT_TEST_KNOWN ? given->value.kind != PT_UNKNOWN
                                                : given->value.kind == PT_NONE;
        return true;
    }
    made->atom = graft_atom(g, test->atom);
    if (test->kind == PT_TEST_IN)
        made->mask = graft_mask(g, &g->tree->atoms[test->atom], made->atom, test->mask);
    return false;
}

static uint32_t behind_given(const pt_forks *forks, const pt_input *own,
                             const pt_forest_leaf *given, uint32_t node)
{
    if (given->value.kind == PT_UNKNOWN && !own->type.may_be_unknown)
        return forks->unknown;
    return given->value.kind == PT_NONE && !own->type.may_be_none ? forks->none : node;
}

/* Strict inputs of this function that may be absent on the other side are asked first. */
static uint32_t behind_strict(const graft *g, uint32_t node)
{
    pt_forest *forest = g->forest;
    const pt_forks *forks = g->forks;
    for (uint16_t i = g->function->input_count; i-- > 0;) {
        const pt_input *own = &g->function->inputs[i];
        if (given_for(g, i) != NULL) {
            node = behind_given(forks, own, given_for(g, i), node);
            continue;
        }
        uint16_t input =
            own->kind == PT_INPUT_PARAMETER ? PT_NO_INDEX : pt_forest_input(forest, name_of(g, i));
        if (input == PT_NO_INDEX)
            continue;
        const pt_type *type = &forest->inputs[input].type;
        pt_test known = {.kind = PT_TEST_KNOWN}, none = {.kind = PT_TEST_NONE};
        if (type->may_be_none && !own->type.may_be_none) {
            none.atom = pt_forest_atom(forest, input);
            node = pt_forest_branch(forest, &none, forks->none, node);
        }
        if (type->may_be_unknown && !own->type.may_be_unknown) {
            known.atom = pt_forest_atom(forest, input);
            node = pt_forest_branch(forest, &known, node, forks->unknown);
        }
    }
    return node;
}

static uint32_t graft_node(const graft *g, uint32_t index)
{
    const pt_node *node = &g->tree->nodes[index];
    pt_test test = {0};
    bool answer = false;
    if (g->node_made[index] || g->forest->full)
        return g->nodes[index];
    g->node_made[index] = true;
    if (node->is_leaf) {
        g->nodes[index] = after_leaf(g, &node->leaf);
    } else if (graft_test(g, &node->test, &test, &answer)) {
        g->nodes[index] = graft_node(g, answer ? node->yes : node->no);
    } else {
        uint32_t yes = graft_node(g, node->yes), no = graft_node(g, node->no);
        g->nodes[index] = pt_forest_branch(g->forest, &test, yes, no);
    }
    return g->nodes[index];
}

static uint32_t graft_tree(graft *g)
{
    pt_arena *arena = g->forest->arena;
    g->atoms = PT_NEW_ARRAY(arena, g->tree->atom_count, uint16_t);
    g->atom_made = PT_NEW_ARRAY(arena, g->tree->atom_count, bool);
    g->nodes = PT_NEW_ARRAY(arena, g->tree->node_count, uint32_t);
    g->node_made = PT_NEW_ARRAY(arena, g->tree->node_count, bool);
    return behind_strict(g, graft_node(g, g->tree->root));
}

uint32_t pt_forest_add(pt_forest *forest, pt_side side, const pt_function *function, pt_date day,
                       const pt_forest_places *places, const pt_forks *forks)
{
    graft g = {.forest = forest, .side = side, .function = function};
    g.tree = pt_function_tree(function, day);
    g.day = day;
    g.places = places;
    g.forks = forks;
    if (forest->full)
        return pt_forest_value(forest, side, pt_unknown());
    if (g.tree != NULL)
        return graft_tree(&g);
    if (function->period_count > 0)
        return forks->unknown;
    uint16_t input = pt_forest_input(forest, free_name(forest, side, function));
    return input == PT_NO_INDEX ? forks->unknown
                                : after_atom(&g, forks, pt_forest_atom(forest, input));
}

/* --- Going on -----------------------------------------------------------------------------------
 */

typedef struct going_on {
    pt_forest *forest;
    pt_forest_behind behind;
    void *context;
    uint32_t *made; /* by node, plus one */
} going_on;

static uint32_t go_on(const going_on *g, uint32_t node)
{
    if (g->made[node] != 0)
        return g->made[node] - 1;
    pt_forest_node kept = g->forest->nodes[node]; /* nodes may move while new ones are made */
    uint32_t made = 0;
    if (kept.is_leaf) {
        made = g->behind(g->context, node);
    } else {
        uint32_t yes = go_on(g, kept.yes), no = go_on(g, kept.no);
        made = pt_forest_branch(g->forest, &kept.test, yes, no);
    }
    g->made[node] = made + 1;
    return made;
}

uint32_t pt_forest_continue(pt_forest *forest, uint32_t root, pt_forest_behind behind,
                            void *context)
{
    going_on g = {forest, behind, context, NULL};
    g.made = PT_NEW_ARRAY(forest->arena, (size_t)root + 1, uint32_t); /* children come before */
    return go_on(&g, root);
}

typedef struct marking {
    pt_forest *forest;
    const char *words;
} marking;

static uint32_t mark_leaf(void *context, uint32_t node)
{
    const marking *m = context;
    pt_forest_leaf leaf = m->forest->nodes[node].leaf;
    leaf.label =
        leaf.label == NULL ? m->words : pt_format(m->forest->arena, "%s; %s", m->words, leaf.label);
    return keep_leaf(m->forest, &leaf);
}

uint32_t pt_forest_marked(pt_forest *forest, uint32_t root, const char *words)
{
    marking m = {forest, words};
    if (forest->nodes[root].is_leaf)
        return mark_leaf(&m, root);
    return pt_forest_continue(forest, root, mark_leaf, &m);
}

bool pt_forest_is_verb(const char *word)
{
    return strncmp(word, "gaat ", 5) == 0 || strncmp(word, "wordt ", 6) == 0 ||
           strncmp(word, "blijft ", 7) == 0;
}

const char *pt_forest_leaf_words(const pt_forest *forest, const pt_forest_leaf *leaf)
{
    pt_text out = pt_text_create(forest->arena);
    if (leaf->label != NULL)
        pt_text_add(&out, leaf->label);
    if (leaf->label != NULL && leaf->value.kind == PT_SUBJECT) {
        return out.bytes;
    } else if (leaf->is_form) {
        pt_form_words(&out, &forest->words, &forest->inputs_of, &forest->tree, &leaf->form);
    } else if (leaf->value.kind == PT_CHOICE) {
        const pt_map *words = &forest->known_words;
        pt_text_add(&out, words->entries[leaf->value.amount].key);
    } else {
        pt_value_show(&out, &forest->words, leaf->value);
    }
    return out.bytes;
}
