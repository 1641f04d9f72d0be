/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/walk.h"

#include <string.h>

#include "reader/asked.h"
#include "reader/statements.h"

/* --- atoms and questions ---------------------------------------------------------------------- */

static bool same_atom(const pt_atom *a, const pt_atom *b)
{
    return a->operation == b->operation && a->input == b->input && a->constant == b->constant &&
           pt_form_equal(&a->arguments[0], &b->arguments[0]) &&
           pt_form_equal(&a->arguments[1], &b->arguments[1]);
}

static bool form_moves(const pt_walk *walk, const pt_form *form)
{
    bool moves = false;
    for (size_t i = 0; i < form->count; i++)
        moves = moves || walk->atoms[form->terms[i].atom].moves;
    return moves;
}

static uint16_t atom_index(pt_walk *walk, pt_atom atom)
{
    for (size_t i = 0; i < walk->atom_count; i++) {
        if (same_atom(&walk->atoms[i], &atom))
            return (uint16_t)i;
    }
    if (walk->atom_count == PT_MOST_ATOMS) {
        pt_walk_fail(walk, PT_R043, walk->function->at, NULL, NULL);
        return 0;
    }
    walk->atoms[walk->atom_count] = atom;
    return (uint16_t)walk->atom_count++;
}

uint16_t pt_walk_input_atom(pt_walk *walk, uint16_t input)
{
    const pt_input *from = &walk->function->inputs[input];
    pt_atom atom = {.operation = PT_OP_INPUT,
                    .input = input,
                    .type = from->type,
                    .moves = from->kind == PT_INPUT_TODAY};
    uint16_t index = atom_index(walk, atom);
    pt_constraints_meet(&walk->known, walk->atoms, walk->atom_count);
    return index;
}

pt_symbol pt_walk_call(pt_walk *walk, pt_atom atom, pt_position at)
{
    atom.moves = form_moves(walk, &atom.arguments[0]) || form_moves(walk, &atom.arguments[1]);
    if (atom.type.low < -PT_LIMIT_NUMBER || atom.type.high > PT_LIMIT_NUMBER)
        return pt_walk_fail(walk, PT_R036, at, NULL, NULL);
    uint16_t index = atom_index(walk, atom);
    pt_constraints_meet(&walk->known, walk->atoms, walk->atom_count);
    return (pt_symbol){
        .kind = PT_SYMBOL_FORM, .type = atom.type, .form = pt_form_atom(walk->arena, index)};
}

bool pt_walk_ask(pt_walk *walk, pt_test test)
{
    if (walk->failed)
        return false;
    bool yes = pt_constraints_allow(&walk->known, &test, true);
    bool no = pt_constraints_allow(&walk->known, &test, false);
    /* When neither seems possible the path itself is not; which way it goes is then all one. */
    walk->impossible = walk->impossible || (!yes && !no);
    if (!yes || !no)
        return yes;
    bool outcome = true;
    if (walk->cursor < walk->decision_count) {
        outcome = walk->decisions[walk->cursor++].outcome;
    } else {
        if (walk->decision_count == PT_LIMIT_TREE_DEPTH) {
            pt_walk_fail(walk, PT_R043, walk->function->at, NULL, NULL);
            return false;
        }
        test.opaque = pt_constraints_opaque(&walk->known, walk->atoms, &test);
        walk->opaque_count += test.opaque;
        walk->decisions[walk->decision_count++] = (pt_decision){test, true};
        walk->cursor = walk->decision_count;
    }
    pt_constraints_learn(&walk->known, &test, outcome);
    return outcome;
}

/* --- the tree ----------------------------------------------------------------------------------
 */

typedef struct growing_tree {
    pt_arena *arena;
    pt_node *nodes;
    size_t count;
    size_t capacity;
    uint32_t paths;
    uint32_t yes[PT_LIMIT_TREE_DEPTH]; /* finished yes-branch of each open decision */
    bool has_yes[PT_LIMIT_TREE_DEPTH];
} growing_tree;

static bool same_position(const pt_position *a, const pt_position *b)
{
    return a->source == b->source && a->line == b->line && a->column == b->column;
}

static bool same_leaf(const pt_leaf *a, const pt_leaf *b)
{
    bool same = a->kind == b->kind && same_position(&a->at, &b->at) &&
                pt_text_equal(a->reason, b->reason) && a->piece_count == b->piece_count;
    if (same && a->kind == PT_LEAF_VALUE)
        same = pt_value_equal(a->value, b->value);
    if (same && a->kind == PT_LEAF_ATOM)
        same = a->atom == b->atom;
    if (same && a->kind == PT_LEAF_FORM)
        same = pt_form_equal(&a->form, &b->form);
    for (size_t i = 0; same && i < a->piece_count; i++)
        same = a->pieces[i].is_atom == b->pieces[i].is_atom &&
               a->pieces[i].atom == b->pieces[i].atom &&
               pt_form_equal(&a->pieces[i].form, &b->pieces[i].form);
    return same;
}

static bool same_test(const pt_test *a, const pt_test *b)
{
    return a->kind == b->kind && a->atom == b->atom && a->mask == b->mask &&
           pt_form_equal(&a->form, &b->form) && same_position(&a->at, &b->at);
}

static uint32_t add_node(growing_tree *tree, const pt_node *node)
{
    for (uint32_t i = 0; i < tree->count; i++) {
        const pt_node *other = &tree->nodes[i];
        if (other->is_leaf != node->is_leaf)
            continue;
        if (node->is_leaf ? same_leaf(&other->leaf, &node->leaf)
                          : other->yes == node->yes && other->no == node->no &&
                                same_test(&other->test, &node->test))
            return i;
    }
    tree->nodes =
        pt_arena_grow(tree->arena, tree->nodes, tree->count, &tree->capacity, sizeof *node);
    tree->nodes[tree->count] = *node;
    return (uint32_t)tree->count++;
}

/* Closes decisions from the deepest up; true when another path is left, with its decisions set. */
static bool next_path(pt_walk *walk, growing_tree *tree, uint32_t *finished)
{
    while (walk->decision_count > 0) {
        size_t last = walk->decision_count - 1;
        pt_decision *decision = &walk->decisions[last];
        if (decision->outcome) {
            tree->yes[last] = *finished;
            decision->outcome = false;
            return true;
        }
        pt_node node = {.test = decision->test, .yes = tree->yes[last], .no = *finished};
        if (node.yes != node.no)
            *finished = add_node(tree, &node);
        walk->decision_count--;
    }
    return false;
}

static pt_tree *finish_tree(pt_walk *walk, const growing_tree *grown, uint32_t root)
{
    pt_tree *tree = PT_NEW(walk->arena, pt_tree);
    pt_atom *atoms = PT_NEW_ARRAY(walk->arena, walk->atom_count, pt_atom);
    if (walk->atom_count > 0)
        memcpy(atoms, walk->atoms, walk->atom_count * sizeof *atoms);
    *tree = (pt_tree){.atoms = atoms,
                      .atom_count = walk->atom_count,
                      .nodes = grown->nodes,
                      .node_count = grown->count,
                      .root = root,
                      .path_count = grown->paths,
                      .opaque_count = walk->opaque_count};
    return tree;
}

/* All paths of the function as the law stands on `day`; NULL when a finding was added. */
static pt_tree *walk_period(pt_walk *walk, pt_date day)
{
    growing_tree grown = {.arena = walk->arena};
    uint32_t finished = 0;
    walk->day = day;
    walk->atom_count = walk->decision_count = walk->opaque_count = 0;
    pt_constraints_start(&walk->domain);
    do {
        pt_node node = {.is_leaf = true};
        walk->cursor = 0;
        walk->impossible = false;
        pt_constraints_start(&walk->known);
        pt_constraints_meet(&walk->known, walk->atoms, walk->atom_count);
        pt_arena_reset(walk->scratch);
        if (!pt_walk_once(walk, &node.leaf))
            return NULL;
        if (++grown.paths > PT_LIMIT_TREE_PATHS) {
            pt_walk_fail(walk, PT_R043, walk->function->at, NULL, NULL);
            return NULL;
        }
        finished = add_node(&grown, &node);
    } while (next_path(walk, &grown, &finished));
    return finish_tree(walk, &grown, finished);
}

/* --- periods and pack --------------------------------------------------------------------------
 */

/* The first day after `day` on which a parameter of the function takes another value. */
static pt_date next_change(const pt_pack *pack, const pt_function *function, pt_date day)
{
    pt_date next = PT_DATE_FOREVER;
    for (uint16_t i = 0; i < function->input_count; i++) {
        if (function->inputs[i].kind != PT_INPUT_PARAMETER)
            continue;
        const pt_parameter *parameter = &pack->parameters[function->inputs[i].index];
        for (size_t j = 0; j < parameter->value_count; j++) {
            if (parameter->values[j].from > day && parameter->values[j].from < next)
                next = parameter->values[j].from;
        }
    }
    return next;
}

static const pt_input *undefined_parameter(const pt_pack *pack, const pt_function *function,
                                           pt_date day)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        if (input->kind == PT_INPUT_PARAMETER &&
            !pt_is_value(pt_parameter_on(&pack->parameters[input->index], day, NULL)))
            return input;
    }
    return NULL;
}

static void walk_function(pt_walk *walk, pt_function *function)
{
    const pt_pack *pack = walk->draft->pack;
    const pt_block *block = &pack->blocks[function->block];
    size_t capacity = 0;
    walk->function = function;
    walk->failed = false;
    walk->steps = 0;
    for (pt_date day = block->from; day <= block->until;) {
        pt_date next = next_change(pack, function, day);
        const pt_input *undefined = undefined_parameter(pack, function, day);
        char shown[PT_DATE_TEXT];
        if (undefined != NULL && (day != PT_DATE_NONE || next == PT_DATE_FOREVER)) {
            pt_walk_fail(walk, PT_R052, undefined->at,
                         PT_ARGS(undefined->name, pt_date_format(day, shown)), NULL);
            return;
        }
        if (undefined == NULL) {
            pt_tree *tree = walk_period(walk, day);
            if (tree == NULL)
                return;
            function->periods =
                pt_arena_grow(walk->arena, function->periods, function->period_count, &capacity,
                              sizeof *function->periods);
            pt_date last = next == PT_DATE_FOREVER || next > block->until ? block->until : next - 1;
            function->periods[function->period_count++] = (pt_tree_period){day, last, tree};
        }
        if (next == PT_DATE_FOREVER)
            return;
        day = next;
    }
}

/* Does the group give a value on every day on which `block` holds, for everybody? */
static bool always_holds(const pt_pack *pack, const pt_group *group, const pt_block *block)
{
    pt_date covered = block->from;
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *version = &pack->blocks[pack->rules[group->versions[i]].block];
        for (size_t j = 0; j < version->ground_count; j++) {
            const pt_ground *ground = &version->grounds[j];
            if (ground->applies == NULL && ground->from <= covered && ground->until >= covered)
                covered = ground->until == PT_DATE_FOREVER ? PT_DATE_FOREVER : ground->until + 1;
        }
    }
    return covered > block->until || covered == PT_DATE_FOREVER;
}

static void refresh_inputs(pt_pack *pack, pt_function *function)
{
    for (uint16_t i = 0; i < function->input_count; i++) {
        pt_input *input = &function->inputs[i];
        const pt_subject_kind *kind = &pack->kinds[input->path.target];
        switch ((pt_input_kind)input->kind) {
        case PT_INPUT_TODAY:
            input->type = (pt_type){.kind = PT_DATE, .low = PT_DATE_FIRST, .high = PT_DATE_LAST};
            break;
        case PT_INPUT_FACT: input->type = kind->facts[input->index].type; break;
        case PT_INPUT_WINDOW: input->type = pack->windows[input->index].type; break;
        case PT_INPUT_LIST: input->type = pack->lists[input->index].type; break;
        case PT_INPUT_PARAMETER: input->type = pack->parameters[input->index].type; break;
        case PT_INPUT_RULE: {
            const pt_group *group = &pack->rule_groups[input->index];
            input->type = group->type;
            bool partial = !always_holds(pack, group, &pack->blocks[function->block]);
            input->type.may_be_unknown = input->type.may_be_none =
                group->type.may_be_unknown || group->type.may_be_none || partial;
            break;
        }
        }
        if (input->path.optional)
            input->type.may_be_unknown = input->type.may_be_none = true;
    }
}

static void walk_if_read(pt_walk *walk, pt_function *function)
{
    if (function == NULL)
        return;
    refresh_inputs(walk->draft->pack, function);
    const pt_block *block = &walk->draft->pack->blocks[function->block];
    if (block->free || block->excluded)
        return;
    pt_draft_enter(walk->draft, function->block, function->at.line);
    walk_function(walk, function);
    pt_draft_leave(walk->draft);
}

static void walk_grounds(pt_walk *walk, const pt_block *block)
{
    for (size_t i = 0; i < block->ground_count; i++)
        walk_if_read(walk, block->grounds[i].applies);
}

/* What the rule can give beside values, by what its paths return. */
static void learn_absences(const pt_pack *pack, pt_group *group, const pt_rule *rule)
{
    if (pack->blocks[rule->block].free)
        group->type.may_be_unknown = group->type.may_be_none = true;
    for (size_t i = 0; rule->decide != NULL && i < rule->decide->period_count; i++) {
        const pt_tree *tree = rule->decide->periods[i].tree;
        for (size_t j = 0; j < tree->node_count; j++) {
            const pt_leaf *leaf = &tree->nodes[j].leaf;
            if (!tree->nodes[j].is_leaf)
                continue;
            bool atom = leaf->kind == PT_LEAF_ATOM, value = leaf->kind == PT_LEAF_VALUE;
            if ((atom && leaf->type.may_be_unknown) || (value && leaf->value.kind == PT_UNKNOWN))
                group->type.may_be_unknown = true;
            if ((atom && leaf->type.may_be_none) || (value && leaf->value.kind == PT_NONE))
                group->type.may_be_none = true;
        }
    }
}

static void walk_group(pt_walk *walk, pt_group *group)
{
    const pt_pack *pack = walk->draft->pack;
    group->type.may_be_unknown = group->type.may_be_none = false;
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_rule *rule = &pack->rules[group->versions[i]];
        walk_grounds(walk, &pack->blocks[rule->block]);
        walk_if_read(walk, rule->decide);
        learn_absences(pack, group, rule);
    }
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[group->exceptions[i]];
        walk_grounds(walk, &pack->blocks[exception->block]);
        walk_if_read(walk, exception->condition);
        if (!pt_is_value(exception->result))
            group->type.may_be_unknown = group->type.may_be_none = true;
    }
}

static void walk_duty(pt_walk *walk, const pt_duty *duty)
{
    walk_grounds(walk, &walk->draft->pack->blocks[duty->block]);
    walk_if_read(walk, duty->scope);
    walk_if_read(walk, duty->term.start);
    walk_if_read(walk, duty->term.fixed);
    walk_if_read(walk, duty->fulfilled);
    walk_if_read(walk, duty->lapses);
}

void pt_walk_functions(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    pt_collect_questions(draft);
    pt_walk *walk = PT_NEW(draft->arena, pt_walk);
    *walk = (pt_walk){.draft = draft, .arena = draft->arena, .scratch = pt_arena_create()};
    for (uint16_t i = 0; i < pack->rule_group_count; i++) {
        /* A list asks rules about other subjects; they come earlier in the order. */
        walk_group(walk, &pack->rule_groups[i]);
    }
    for (uint16_t i = 0; i < pack->list_count; i++)
        walk_if_read(walk, pack->lists[i].filter);
    for (uint16_t i = 0; i < pack->duty_count; i++)
        walk_duty(walk, &pack->duties[i]);
    for (uint16_t i = 0; i < pack->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[i];
        if (exception->on_duty) {
            walk_grounds(walk, &pack->blocks[exception->block]);
            walk_if_read(walk, exception->condition);
        }
    }
    pt_arena_destroy(walk->scratch);
}
