/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/questions.h"

#include "model/test_words.h"

static bool same_place(pt_position a, pt_position b)
{
    return a.source == b.source && a.line == b.line && a.column == b.column;
}

/* Constants are not compared: they may differ from one period of law to the next. */
static bool same_form(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static bool same_test(const pt_test *a, const pt_test *b)
{
    return same_place(a->at, b->at) && a->kind == b->kind && a->wording == b->wording &&
           a->mask == b->mask && (a->kind != PT_TEST_AT_MOST || same_form(&a->form, &b->form));
}

/* How many bounds below its own the same place asks of the same form in this tree. */
static uint32_t part_of(const pt_tree *tree, const pt_test *test)
{
    uint32_t part = 0;
    if (test->kind != PT_TEST_AT_MOST || test->wording != PT_WORDING_PART)
        return 0;
    for (size_t i = 0; i < tree->node_count; i++) {
        const pt_node *other = &tree->nodes[i];
        if (other->is_leaf || !same_test(&other->test, test) ||
            other->test.form.constant <= test->form.constant)
            continue;
        bool counted = false;
        for (size_t j = 0; j < i && !counted; j++)
            counted = !tree->nodes[j].is_leaf && same_test(&tree->nodes[j].test, test) &&
                      tree->nodes[j].test.form.constant == other->test.form.constant;
        part += !counted;
    }
    return part;
}

static uint32_t find(pt_arena *arena, pt_questions *questions, size_t *capacity,
                     const pt_tree *tree, const pt_test *test)
{
    uint32_t part = part_of(tree, test);
    for (size_t i = 0; i < questions->count; i++)
        if (questions->items[i].part == part && same_test(questions->items[i].test, test))
            return (uint32_t)i;
    questions->items = pt_arena_grow(arena, questions->items, questions->count, capacity,
                                     sizeof *questions->items);
    questions->items[questions->count] =
        (pt_question){tree, test, part, test->wording == PT_WORDING_OPPOSITE};
    return (uint32_t)questions->count++;
}

/* From the root down, so that questions come in the order in which they are asked. */
static void visit(pt_arena *arena, pt_questions *questions, size_t *capacity, const pt_tree *tree,
                  uint32_t *of_node, uint32_t at)
{
    const pt_node *node = &tree->nodes[at];
    if (node->is_leaf || of_node[at] != PT_NO_QUESTION)
        return;
    of_node[at] = find(arena, questions, capacity, tree, &node->test);
    visit(arena, questions, capacity, tree, of_node, node->yes);
    visit(arena, questions, capacity, tree, of_node, node->no);
}

pt_questions pt_questions_of(pt_arena *arena, const pt_coverage_function *function)
{
    pt_questions questions = {0};
    size_t capacity = 0;
    questions.of_node = PT_NEW_ARRAY(arena, function->tree_count, uint32_t *);
    for (size_t i = 0; i < function->tree_count; i++) {
        const pt_tree *tree = function->trees[i].tree;
        questions.of_node[i] = PT_NEW_ARRAY(arena, tree->node_count, uint32_t);
        for (size_t j = 0; j < tree->node_count; j++)
            questions.of_node[i][j] = PT_NO_QUESTION;
        visit(arena, &questions, &capacity, tree, questions.of_node[i], tree->root);
    }
    return questions;
}

const char *pt_question_words(pt_arena *arena, const pt_pack *pack, const pt_function *function,
                              const pt_question *question)
{
    if (question->test->wording != PT_WORDING_PART)
        return pt_position_text(arena, question->test->at);
    pt_text words = pt_text_create(arena);
    pt_test_words(&words, pack, function, question->tree, question->test);
    return words.bytes;
}
