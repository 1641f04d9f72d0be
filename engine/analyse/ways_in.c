/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/ways_in.h"

#include <string.h>

#include "analyse/boxes.h"

enum { MOST_DEPTH = 200, MOST_VISITS = 60000, MOST_FOLLOWED = 64, MOST_NODES = 60000 };

/* A rule that stands in the place of an input of the forest. */
typedef struct link {
    pt_matter matter;
    const char *prefix;
    uint16_t input; /* of the forest; PT_NO_INDEX: the root */
    uint32_t root;
} link;

typedef struct composer {
    pt_arena *scratch;
    pt_forest *forest;
    pt_ways_in *made;
    pt_arena *arena;
    pt_date day;
    bool deep;
    link links[MOST_FOLLOWED];
    size_t link_count;
    size_t at;      /* the link whose functions are being met */
    uint32_t *done; /* by node: with all rules in their place, plus 1 */
    size_t done_count;
    bool incomplete;

    void (*moves)(void *context);
    void *context;
    pt_boxes boxes;
    pt_constraints *levels;
    const pt_test *tests[MOST_DEPTH];
    bool answers[MOST_DEPTH];
    size_t depth;
    size_t visits;
} composer;

/* --- Which rules ------------------------------------------------------------------------------ */

static void keep_name(composer *c, const char *name)
{
    for (size_t i = 0; i < c->made->kept_count; i++)
        if (strcmp(c->made->kept[i], name) == 0)
            return;
    const char **kept = PT_NEW_ARRAY(c->arena, c->made->kept_count + 1, const char *);
    if (c->made->kept_count > 0)
        memcpy(kept, c->made->kept, c->made->kept_count * sizeof *kept);
    kept[c->made->kept_count++] = pt_arena_copy(c->arena, name, strlen(name));
    c->made->kept = kept;
}

static bool can_follow(const composer *c, const pt_input *input)
{
    uint8_t kind = c->links[0].matter.pack->rule_groups[input->index].type.kind;
    return (kind == PT_YESNO || kind == PT_CHOICE) && !input->path.optional &&
           c->link_count < MOST_FOLLOWED;
}

static const char *prefix_behind(const composer *c, const pt_input *input)
{
    const char *prefix = c->forest->prefix;
    if (input->path.hops == 0)
        return prefix;
    return prefix == NULL ? input->path.name
                          : pt_format(c->scratch, "%s_%s", prefix, input->path.name);
}

static void follow(composer *c, const pt_input *input)
{
    uint16_t index = pt_forest_input(c->forest, pt_forest_name(c->forest, input));
    for (size_t i = 0; i < c->link_count; i++)
        if (c->links[i].input == index)
            return;
    if (index == PT_NO_INDEX)
        return;
    if (!can_follow(c, input)) {
        keep_name(c, c->forest->inputs[index].name);
        return;
    }
    link *made = &c->links[c->link_count++];
    *made = (link){.matter = c->links[0].matter, .prefix = prefix_behind(c, input), .input = index};
    made->matter.of_duty = false;
    made->matter.group = input->index;
    made->matter.part = PT_PART_OUTCOME;
}

static void meet(void *context, const pt_function *function, pt_date day)
{
    composer *c = context;
    (void)day;
    pt_forest_meet(c->forest, c->links[c->at].matter.side, function);
    for (uint16_t i = 0; c->deep && i < function->input_count; i++)
        if (function->inputs[i].kind == PT_INPUT_RULE)
            follow(c, &function->inputs[i]);
}

static uint32_t ask(void *context, const pt_function *function, pt_date day, const pt_forks *forks)
{
    composer *c = context;
    return pt_forest_add(c->forest, c->links[0].matter.side, function, day, NULL, forks);
}

static void meet_all(composer *c)
{
    pt_matter_ways ways = {.ask = ask, .context = c};
    for (c->at = 0; c->at < c->link_count; c->at++) {
        c->forest->prefix = c->links[c->at].prefix;
        pt_matter_functions(&c->links[c->at].matter, c->day, meet, c);
    }
    for (size_t i = 0; i < c->link_count; i++) {
        c->forest->prefix = c->links[i].prefix;
        c->links[i].root = pt_matter_root(&c->links[i].matter, c->forest, c->day, &ways);
    }
    c->forest->prefix = NULL;
}

/* --- Rules in their place --------------------------------------------------------------------- */

static bool leaf_answers(const composer *c, const pt_test *test, const pt_forest_leaf *leaf)
{
    if (test->kind == PT_TEST_KNOWN)
        return leaf->value.kind != PT_UNKNOWN;
    if (test->kind == PT_TEST_NONE)
        return leaf->value.kind == PT_NONE;
    if (leaf->value.kind == PT_YESNO)
        return (test->mask >> leaf->value.amount & 1) != 0;
    if (leaf->value.kind != PT_CHOICE)
        return false;
    const pt_type *type = &c->forest->atoms[test->atom].type;
    const char *word = c->forest->known_words.entries[leaf->value.amount].key;
    uint16_t index = pt_choice_index(&c->forest->choices[type->set], word);
    return index != PT_NO_INDEX && (test->mask >> index & 1) != 0;
}

typedef struct decision {
    const pt_test *test;
    uint32_t yes;
    uint32_t no;
    uint32_t *known; /* by node, plus 1 */
    size_t count;
} decision;

static bool is_too_large(composer *c)
{
    c->incomplete = c->incomplete || c->forest->full || c->forest->node_count > MOST_NODES;
    return c->incomplete;
}

/* The tree of a rule with what comes behind the test in the place of its outcomes. */
static uint32_t decide(composer *c, decision *d, uint32_t node)
{
    if (is_too_large(c))
        return node;
    pt_forest_node at = c->forest->nodes[node];
    if (at.is_leaf)
        return leaf_answers(c, d->test, &at.leaf) ? d->yes : d->no;
    if (node < d->count && d->known[node] > 0)
        return d->known[node] - 1;
    uint32_t yes = decide(c, d, at.yes), no = decide(c, d, at.no);
    uint32_t made = pt_forest_branch(c->forest, &at.test, yes, no);
    if (node < d->count)
        d->known[node] = made + 1;
    return made;
}

static const link *link_of(const composer *c, const pt_test *test)
{
    if (test->kind == PT_TEST_AT_MOST)
        return NULL;
    const pt_atom *atom = &c->forest->atoms[test->atom];
    for (size_t i = 1; i < c->link_count && atom->operation == PT_OP_INPUT; i++)
        if (c->links[i].input == atom->input)
            return &c->links[i];
    return NULL;
}

/* Recursion is as deep as the tree with its rules; those have no cycles. */
static uint32_t place(composer *c, uint32_t node)
{
    if (is_too_large(c) || c->forest->nodes[node].is_leaf)
        return node;
    if (node < c->done_count && c->done[node] > 0)
        return c->done[node] - 1;
    pt_forest_node at = c->forest->nodes[node];
    uint32_t yes = place(c, at.yes), no = place(c, at.no);
    const link *rule = link_of(c, &at.test);
    uint32_t made;
    if (rule == NULL) {
        made = pt_forest_branch(c->forest, &at.test, yes, no);
    } else {
        uint32_t root = place(c, rule->root);
        decision d = {&at.test, yes, no, NULL, c->forest->node_count};
        d.known = PT_NEW_ARRAY(c->scratch, d.count, uint32_t);
        made = decide(c, &d, root);
    }
    if (node < c->done_count)
        c->done[node] = made + 1;
    return made;
}

/* --- Paths ------------------------------------------------------------------------------------ */

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

static bool can_answer(const composer *c, const pt_constraints *known, const pt_test *test,
                       bool answer)
{
    for (size_t i = 0; i < c->depth; i++)
        if (same_test(c->tests[i], test))
            return c->answers[i] == answer;
    return pt_constraints_allow(known, test, answer);
}

static void walk(composer *c, uint32_t node, const pt_constraints *known);

static void take(composer *c, const pt_forest_node *node, bool answer, const pt_constraints *known)
{
    pt_constraints *next = &c->levels[c->depth];
    *next = *known;
    pt_constraints_learn(next, &node->test, answer);
    c->tests[c->depth] = &node->test;
    c->answers[c->depth++] = answer;
    walk(c, answer ? node->yes : node->no, next);
    c->depth--;
}

static void walk(composer *c, uint32_t at, const pt_constraints *known)
{
    const pt_forest_node *node = &c->forest->nodes[at];
    if (c->moves != NULL)
        c->moves(c->context);
    c->incomplete = c->incomplete || ++c->visits > MOST_VISITS || c->depth + 1 >= MOST_DEPTH ||
                    c->boxes.count > 4 * PT_WAYS_IN;
    if (c->incomplete)
        return;
    if (node->is_leaf) {
        pt_boxes_add(c->scratch, &c->boxes, c->tests, c->answers, c->depth, known, at, at);
        return;
    }
    bool yes = can_answer(c, known, &node->test, true);
    bool no = can_answer(c, known, &node->test, false);
    if (yes && no) {
        take(c, node, true, known);
        take(c, node, false, known);
    } else if (yes || no) {
        walk(c, yes ? node->yes : node->no, known);
    }
}

/* --- In words --------------------------------------------------------------------------------- */

static const char *copy(const composer *c, const char *text)
{
    return pt_arena_copy(c->arena, text, strlen(text));
}

static void tell(composer *c, const pt_box *box)
{
    pt_way_in *way = &c->made->ways[c->made->count++];
    const char **words = pt_box_words(c->scratch, &c->boxes, box, &way->condition_count);
    way->conditions = PT_NEW_ARRAY(c->arena, way->condition_count, const char *);
    for (size_t i = 0; i < way->condition_count; i++)
        way->conditions[i] = copy(c, words[i]);
    way->outcome = copy(c, pt_forest_leaf_words(c->forest, &c->forest->nodes[box->before].leaf));
}

/* By outcome, in the order in which the text first gives them. */
static void tell_all(composer *c)
{
    c->made->ways = PT_NEW_ARRAY(c->arena, c->boxes.count, pt_way_in);
    bool *told = PT_NEW_ARRAY(c->scratch, c->boxes.count, bool);
    for (size_t i = 0; i < c->boxes.count; i++)
        for (size_t j = i; !told[i] && j < c->boxes.count; j++) {
            if (told[j] || c->boxes.items[j].before != c->boxes.items[i].before)
                continue;
            tell(c, &c->boxes.items[j]);
            told[j] = j != i;
        }
}

static void find(composer *c)
{
    uint32_t root = c->links[0].root;
    if (c->deep) {
        c->done_count = c->forest->node_count;
        c->done = PT_NEW_ARRAY(c->scratch, c->done_count, uint32_t);
        root = place(c, root);
    }
    c->incomplete = c->incomplete || c->forest->full || c->forest->atom_count > PT_MOST_ATOMS;
    if (c->incomplete)
        return;
    pt_constraints *start = PT_NEW(c->scratch, pt_constraints);
    pt_constraints_start(start);
    pt_constraints_meet(start, c->forest->atoms, c->forest->atom_count);
    c->levels = PT_NEW_ARRAY(c->scratch, MOST_DEPTH, pt_constraints);
    c->boxes = (pt_boxes){.forest = c->forest, .start = start};
    walk(c, root, start);
    if (c->incomplete)
        return;
    pt_boxes_join(c->scratch, &c->boxes);
    c->incomplete = c->boxes.count > PT_WAYS_IN;
    if (!c->incomplete)
        tell_all(c);
}

const pt_ways_in *pt_ways_in_find(pt_arena *arena, const pt_matter *matter, pt_date day, bool deep,
                                  void (*moves)(void *context), void *context)
{
    pt_arena *scratch = pt_arena_create();
    pt_ways_in *made = PT_NEW(arena, pt_ways_in);
    composer *c = PT_NEW(scratch, composer);
    *c = (composer){.scratch = scratch, .made = made, .arena = arena, .day = day, .deep = deep};
    c->moves = moves;
    c->context = context;
    made->deep = deep;
    made->block = pt_matter_block(matter, day);
    if (made->block != NULL) {
        c->forest = pt_forest_create(scratch, matter->pack, matter->pack);
        c->links[c->link_count++] = (link){.matter = *matter, .input = PT_NO_INDEX};
        meet_all(c);
        made->free = c->forest->free;
        find(c);
        made->followed = c->link_count - 1;
        made->too_large = c->incomplete;
    }
    pt_arena_destroy(scratch);
    return made;
}
