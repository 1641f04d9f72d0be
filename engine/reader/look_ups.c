/* SPDX-License-Identifier: EUPL-1.2 */
/* Looking up in a tabel: by a word of a choice, in a range, by a fixed word. */
#include "reader/fields.h"
#include "reader/symbols.h"

static const pt_syntax *otherwise_of(const pt_syntax *table)
{
    for (size_t i = 0; i < table->count; i++) {
        const pt_syntax *key = table->items[i]->items[0];
        if (key != NULL && pt_text_equal(key->text, "anders"))
            return table->items[i]->items[1];
    }
    return NULL;
}

static pt_symbol look_up_word(pt_walk *walk, const pt_symbol *table, const pt_symbol *key,
                              const pt_syntax *at)
{
    const pt_choice *choice = &walk->draft->pack->choices[key->type.set];
    uint64_t left = choice->count < 64 ? ((uint64_t)1 << choice->count) - 1 : UINT64_MAX;
    if (walk->known.can_be[key->atom] != PT_CAN_BE_VALUE)
        return pt_walk_fail(walk, PT_R032, at->items[1]->at,
                            PT_ARGS(walk->function->inputs[walk->atoms[key->atom].input].name),
                            NULL);
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *field = table->syntax->items[i];
        if (field->items[0] == NULL || pt_text_equal(field->items[0]->text, "anders"))
            continue;
        const char *word = field->items[0]->text == NULL ? "" : field->items[0]->text;
        uint16_t index = pt_choice_index(choice, word);
        if (index == PT_NO_INDEX)
            return pt_walk_fail(walk, PT_R034, field->items[0]->at, PT_ARGS(word),
                                pt_suggest(word, choice->words, choice->count));
        left &= ~((uint64_t)1 << index);
        pt_test test = {
            .kind = PT_TEST_IN, .atom = key->atom, .mask = (uint64_t)1 << index, .at = at->at};
        if (pt_walk_ask(walk, pt_walk_part_of(test)))
            return pt_walk_expression(walk, field->items[1], table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    if (otherwise != NULL)
        return pt_walk_expression(walk, otherwise, table->names);
    uint16_t missing = 0;
    while (missing + 1 < choice->count && (left >> missing & 1) == 0)
        missing++;
    return pt_walk_fail(walk, PT_R042, table->syntax->at, PT_ARGS(choice->words[missing]), NULL);
}

static pt_symbol look_up_range(pt_walk *walk, const pt_symbol *table, pt_symbol key,
                               const pt_syntax *at)
{
    if (!pt_walk_form(walk, &key, at->items[1]->at))
        return pt_symbol_nothing();
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *row = table->syntax->items[i]->items[1];
        if (table->syntax->items[i]->items[0] != NULL)
            continue;
        pt_fields fields = PT_FIELDS(walk->draft, row, "tabel", "tot");
        const pt_syntax *limit = pt_field_needed(&fields, "tot"),
                        *value = pt_positional(fields.table, 0);
        if (limit == NULL || value == NULL)
            return pt_walk_fail(walk, PT_R003, row->at, PT_ARGS("tabel", "{ tot = grens, waarde }"),
                                NULL);
        pt_symbol bound = pt_walk_expression(walk, limit, table->names);
        if (!pt_walk_form(walk, &bound, limit->at))
            return bound;
        if (!pt_symbol_align_kinds(walk, &key, &bound))
            return pt_walk_fail(walk, PT_R033, limit->at,
                                PT_ARGS(pt_symbol_shown(&key), pt_symbol_shown(&bound)), NULL);
        if (pt_walk_ask(walk, pt_walk_part_of(pt_walk_difference(walk, &key, &bound, limit->at))))
            return pt_walk_expression(walk, value, table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    return otherwise != NULL
               ? pt_walk_expression(walk, otherwise, table->names)
               : pt_walk_fail(walk, PT_R042, table->syntax->at, PT_ARGS("anders"), NULL);
}

static pt_symbol look_up_fixed(pt_walk *walk, const pt_symbol *table, const char *word,
                               const pt_syntax *at)
{
    for (size_t i = 0; i < table->syntax->count; i++) {
        const pt_syntax *field = table->syntax->items[i];
        if (field->items[0] != NULL && pt_text_equal(field->items[0]->text, word))
            return pt_walk_expression(walk, field->items[1], table->names);
    }
    const pt_syntax *otherwise = otherwise_of(table->syntax);
    return otherwise != NULL ? pt_walk_expression(walk, otherwise, table->names)
                             : pt_walk_fail(walk, PT_R042, at->at, PT_ARGS(word), NULL);
}

pt_symbol pt_walk_look_up(pt_walk *walk, const pt_syntax *expression, pt_binding *names)
{
    pt_symbol table = pt_walk_expression(walk, expression->items[0], names);
    const pt_syntax *index = expression->items[1];
    while (index->kind == PT_SYNTAX_PAREN)
        index = index->items[0];
    /* Lua 5.4.4 compiles an index that is a comparison wrongly when the table is an upvalue. */
    if (index->kind == PT_SYNTAX_BINARY && index->operation != PT_TOKEN_PLUS &&
        index->operation != PT_TOKEN_MINUS && index->operation != PT_TOKEN_TIMES)
        return pt_walk_fail(walk, PT_R049, index->at, NULL, NULL);
    if (table.kind != PT_SYMBOL_TABLE)
        return table.kind == PT_SYMBOL_NOTHING
                   ? table
                   : pt_walk_fail(walk, PT_R057, expression->at, PT_ARGS(pt_symbol_shown(&table)),
                                  NULL);
    if (index->kind == PT_SYNTAX_STRING)
        return look_up_fixed(walk, &table, index->text, expression);
    pt_symbol key = pt_walk_expression(walk, index, names);
    if (key.kind == PT_SYMBOL_WORD)
        return look_up_fixed(walk, &table, key.text, expression);
    if (key.kind == PT_SYMBOL_ATOM && key.type.kind == PT_CHOICE)
        return look_up_word(walk, &table, &key, expression);
    return key.kind == PT_SYMBOL_NOTHING ? key : look_up_range(walk, &table, key, expression);
}
