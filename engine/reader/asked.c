/* SPDX-License-Identifier: EUPL-1.2 */
#include "reader/asked.h"

/* Conditions that stand together in the list. */
typedef struct range {
    uint32_t first;
    uint32_t count;
} range;

/* What holds for the conditions inside one expression. */
typedef struct inside {
    range guard;
    bool negated;
    bool part;
    bool later;
    bool given;
} inside;

typedef struct collection {
    pt_draft *draft;
    size_t capacity;
    uint32_t function;
} collection;

static void collect_block(collection *c, const pt_syntax *block, range guard);

static const pt_syntax *bare(const pt_syntax *text)
{
    while (text->kind == PT_SYNTAX_PAREN)
        text = text->items[0];
    return text;
}

static bool joins(const pt_syntax *text)
{
    return text->kind == PT_SYNTAX_BINARY &&
           (text->operation == PT_TOKEN_AND || text->operation == PT_TOKEN_OR);
}

static bool inverts(const pt_syntax *text)
{
    return text->kind == PT_SYNTAX_UNARY && text->operation == PT_TOKEN_NOT;
}

static void add(collection *c, const pt_asked *question)
{
    pt_pack *pack = c->draft->pack;
    pack->questions = pt_arena_grow(c->draft->arena, pack->questions, pack->question_count,
                                    &c->capacity, sizeof *question);
    pack->questions[pack->question_count++] = *question;
}

static void collect_condition(collection *c, const pt_syntax *text, inside where)
{
    pt_pack *pack = c->draft->pack;
    uint32_t first = pack->question_count;
    text = bare(text);
    if (inverts(text)) {
        where.negated = !where.negated;
        collect_condition(c, text->items[0], where);
    } else if (joins(text)) {
        where.part = true;
        collect_condition(c, text->items[0], where);
        where.guard = (range){first, pack->question_count - first};
        collect_condition(c, text->items[1], where);
    } else if (!where.given || text->kind == PT_SYNTAX_BINARY || text->kind == PT_SYNTAX_CALL) {
        add(c, &(pt_asked){.at = text->at,
                           .function = c->function,
                           .negated = where.negated,
                           .part = where.part,
                           .later = where.later,
                           .given = where.given,
                           .guard = where.guard.first,
                           .guard_count = where.guard.count});
    }
}

/* The conditions of a value, and the functions in it. */
static void collect_value(collection *c, const pt_syntax *text, range guard)
{
    text = bare(text);
    if (text->kind == PT_SYNTAX_FUNCTION)
        collect_block(c, text->items[text->count - 1], (range){0});
    else if (text->kind == PT_SYNTAX_BINARY || text->kind == PT_SYNTAX_UNARY ||
             text->kind == PT_SYNTAX_CALL)
        collect_condition(c, text, (inside){.guard = guard, .given = true});
}

/* The range that leads to what follows. */
static range collect_if(collection *c, const pt_syntax *statement, range guard, bool later)
{
    range last = guard;
    size_t at = 0;
    for (; at + 1 < statement->count; at += 2) {
        uint32_t first = c->draft->pack->question_count;
        collect_condition(c, statement->items[at],
                          (inside){.guard = last, .later = later || at > 0});
        last = (range){first, c->draft->pack->question_count - first};
        collect_block(c, statement->items[at + 1], last);
    }
    if (at == statement->count)
        return last;
    collect_block(c, statement->items[at], last);
    return guard;
}

static void collect_statement(collection *c, const pt_syntax *statement, range guard)
{
    const pt_syntax *last = statement->count > 0 ? statement->items[statement->count - 1] : NULL;
    switch ((pt_syntax_kind)statement->kind) {
    case PT_SYNTAX_BLOCK: collect_block(c, statement, guard); break;
    case PT_SYNTAX_LOCAL_FUNCTION: collect_value(c, last, (range){0}); break;
    case PT_SYNTAX_LOCAL:
    case PT_SYNTAX_ASSIGN:
        for (size_t i = 0; last != NULL && i < last->count; i++)
            collect_value(c, last->items[i], guard);
        break;
    case PT_SYNTAX_RETURN:
        add(c, &(pt_asked){.at = statement->at,
                           .function = c->function,
                           .is_return = true,
                           .guard = guard.first,
                           .guard_count = guard.count});
        if (statement->count > 0)
            collect_value(c, statement->items[0], guard);
        break;
    default: break;
    }
}

static void collect_block(collection *c, const pt_syntax *block, range guard)
{
    bool later = false;
    for (size_t i = 0; i < block->count; i++) {
        const pt_syntax *statement = block->items[i];
        if (statement->kind == PT_SYNTAX_IF) {
            guard = collect_if(c, statement, guard, later);
            later = true;
        } else {
            collect_statement(c, statement, guard);
        }
    }
}

static bool stands_before(const pt_asked *asked, const pt_position *at)
{
    uintptr_t here = (uintptr_t)asked->at.source, there = (uintptr_t)at->source;
    if (here != there)
        return here < there;
    return asked->at.line < at->line ||
           (asked->at.line == at->line && asked->at.column < at->column);
}

void pt_collect_questions(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    collection c = {.draft = draft};
    for (uint32_t i = 0; i < pack->function_count; i++) {
        pt_function *function = pack->functions[i];
        const pt_block *block = &pack->blocks[function->block];
        function->first_question = pack->question_count;
        c.function = i;
        if (!block->free && !block->excluded)
            collect_block(&c, function->syntax->items[function->syntax->count - 1], (range){0});
        function->question_count = pack->question_count - function->first_question;
    }
    pack->helper_question = pack->question_count;
    c.function = UINT32_MAX;
    for (size_t i = 0; i < draft->helper_count; i++)
        collect_value(&c, draft->helpers[i].value, (range){0});
    draft->helpers_in_order = true;
    for (uint32_t i = pack->helper_question + 1; i < pack->question_count; i++)
        draft->helpers_in_order = draft->helpers_in_order &&
                                  stands_before(&pack->questions[i - 1], &pack->questions[i].at);
}

/* --- noting ------------------------------------------------------------------------------------
 */

static bool stands_at(const pt_asked *question, const pt_position *at)
{
    return question->at.line == at->line && question->at.column == at->column &&
           question->at.source == at->source;
}

/* Between two places of the list that stand in the order of stands_before. */
static pt_asked *asked_between(pt_asked *list, uint32_t low, uint32_t high, const pt_position *at)
{
    uint32_t end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (stands_before(&list[middle], at))
            low = middle + 1;
        else
            high = middle;
    }
    return low < end && stands_at(&list[low], at) ? &list[low] : NULL;
}

/* The sources of a pack stand in one array, so the helpers are in order too; else they are sought
 * one by one. */
static pt_asked *question_at(const pt_walk *walk, const pt_position *at)
{
    pt_pack *pack = walk->draft->pack;
    uint32_t low = walk->function->first_question, helper = pack->helper_question;
    pt_asked *found = asked_between(pack->questions, low, low + walk->function->question_count, at);
    if (found != NULL || walk->draft->helpers_in_order)
        return found != NULL ? found
                             : asked_between(pack->questions, helper, pack->question_count, at);
    for (uint32_t i = helper; i < pack->question_count && found == NULL; i++)
        found = stands_at(&pack->questions[i], at) ? &pack->questions[i] : NULL;
    return found;
}

/* Do the declared values of the inputs alone leave it open? */
static bool open_by_domain(pt_walk *walk, const pt_symbol *symbol)
{
    if (symbol->kind != PT_SYMBOL_TEST)
        return true;
    pt_constraints_meet(&walk->domain, walk->atoms, walk->atom_count);
    return pt_constraints_allow(&walk->domain, &symbol->test, true) &&
           pt_constraints_allow(&walk->domain, &symbol->test, false);
}

/* Without one a constant answer comes from the text alone: a row of a table, a largest of two. */
static bool reads_parameter(const pt_function *function)
{
    bool reads = false;
    for (uint16_t i = 0; i < function->input_count; i++)
        reads = reads || function->inputs[i].kind == PT_INPUT_PARAMETER;
    return reads;
}

void pt_walk_note(pt_walk *walk, const pt_syntax *text, const pt_symbol *symbol, bool outcome)
{
    text = bare(text);
    while (joins(text) || inverts(text)) {
        if (symbol->settled)
            return;
        outcome = outcome != inverts(text);
        text = bare(text->items[text->count - 1]);
    }
    pt_asked *question = walk->impossible ? NULL : question_at(walk, &text->at);
    if (question == NULL)
        return;
    bool constant =
        symbol->fixed || (symbol->kind == PT_SYMBOL_TEST && symbol->test.kind == PT_TEST_AT_MOST &&
                          symbol->test.form.count == 0);
    bool fixed = constant && reads_parameter(walk->function);
    question->reached = true;
    question->fixed = question->fixed || fixed;
    question->yes = question->yes || outcome || fixed;
    question->no = question->no || !outcome || fixed;
    if (question->yes != question->no && !question->by_path)
        question->by_path = open_by_domain(walk, symbol);
}

void pt_walk_note_return(pt_walk *walk, const pt_syntax *statement)
{
    pt_asked *question = walk->impossible ? NULL : question_at(walk, &statement->at);
    if (question != NULL)
        question->reached = true;
}
