/* SPDX-License-Identifier: EUPL-1.2 */
/* The page of one name. */
#include <string.h>

#include "report/overview.h"
#include "report/rulebook_lines.h"
#include "report/rulebook_wording.h"
#include "report/wording.h"

static const pt_thing *thing_of(const pt_book *book, const pt_sheet *sheet)
{
    return &book->uses->things[sheet->versions[0].thing];
}

static void heading(pt_book *book, pt_message message)
{
    pt_overview_heading(&book->page, pt_book_say(book, message, NULL));
}

/* --- What it is ------------------------------------------------------------------------------- */

static const char *subject_of(const pt_book *book, const pt_thing *thing)
{
    return thing->subject < book->uses->pack->kind_count
               ? book->uses->pack->kinds[thing->subject].name
               : NULL;
}

static const char *title_of(const pt_book *book, const pt_thing *thing)
{
    if (thing->title != NULL)
        return thing->title;
    return pt_wording_name(book->arena, thing->name);
}

static void add_place(pt_book *book, const pt_version_sheet *version)
{
    pt_position at = book->uses->things[version->thing].at;
    if (at.source != NULL)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_FAINT,
                     pt_format(book->arena, "%s:%u", at.source->path, at.line));
}

static void add_said(pt_book *book, pt_message message, const char *argument)
{
    if (argument != NULL)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_PLAIN,
                     pt_book_say(book, message, PT_ARGS(argument)));
}

static void add_fact(pt_book *book, const pt_thing *thing)
{
    const pt_fact *fact = &book->uses->pack->kinds[thing->subject].facts[thing->index];
    if (fact->judgement)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_DOUBT,
                     pt_book_say(book, PT_TEXT_BOOK_JUDGEMENT, NULL));
    add_said(book, PT_TEXT_BOOK_OWNER, fact->owner);
    if (fact->sensitive)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_PLAIN,
                     pt_book_say(book, PT_TEXT_BOOK_SENSITIVE, NULL));
}

static void add_notes(pt_book *book, const pt_sheet *sheet)
{
    for (size_t i = 0; i < sheet->version_count; i++) {
        const pt_thing *thing = &book->uses->things[sheet->versions[i].thing];
        const pt_block *block = &book->uses->pack->blocks[thing->index];
        if (block->note != NULL)
            pt_book_line(book, PT_BOOK_INDENT, PT_TONE_PLAIN, block->note);
    }
}

static void add_head(pt_book *book, const pt_sheet *sheet)
{
    const pt_thing *thing = thing_of(book, sheet);
    const pt_type *type = pt_book_type_of(book->uses, thing);
    pt_overview_heading(&book->page, title_of(book, thing));
    pt_page_pad(&book->page, PT_BOOK_INDENT);
    pt_page_say(&book->page, PT_TONE_PLAIN, pt_book_label(thing), NULL);
    pt_page_put(&book->page, PT_TONE_STRONG, pt_format(book->arena, " %s", thing->name));
    if (subject_of(book, thing) != NULL) {
        pt_page_put(&book->page, PT_TONE_PLAIN, " ");
        pt_page_say(&book->page, PT_TONE_PLAIN, PT_TEXT_BOOK_OF, PT_ARGS(subject_of(book, thing)));
    }
    pt_page_end(&book->page, PT_BOOK_INDENT);
    for (size_t i = 0; i < sheet->version_count; i++)
        add_place(book, &sheet->versions[i]);
    static const pt_message typed[] = {[PT_THING_FACT] = PT_TEXT_BOOK_KIND,
                                       [PT_THING_PARAMETER] = PT_TEXT_BOOK_UNIT,
                                       [PT_THING_BLOCK] = PT_TEXT_BOOK_GIVES};
    if (type != NULL)
        add_said(book, typed[thing->kind],
                 pt_book_type(book->arena, book->uses->pack, type, book->language));
    add_said(book, PT_TEXT_BOOK_BEARER, pt_book_bearer(book->uses, thing));
    add_said(book, PT_TEXT_BOOK_TARGET, pt_book_target(book->uses, thing));
    if (thing->kind == PT_THING_FACT)
        add_fact(book, thing);
    if (thing->kind == PT_THING_BLOCK)
        add_notes(book, sheet);
}

/* --- Law, inputs, users ----------------------------------------------------------------------- */

static void add_sources(pt_book *book, const pt_sheet *sheet)
{
    size_t count = 0;
    for (size_t i = 0; i < sheet->version_count; i++)
        count += sheet->versions[i].source_count;
    if (count == 0)
        return;
    heading(book, thing_of(book, sheet)->kind == PT_THING_PARAMETER ? PT_TEXT_BOOK_VALUES
                                                                    : PT_TEXT_BOOK_GROUNDS);
    for (size_t i = 0; i < sheet->version_count; i++) {
        for (size_t j = 0; j < sheet->versions[i].source_count; j++)
            pt_book_source(book, PT_BOOK_INDENT, &sheet->versions[i].sources[j], true);
    }
}

static pt_message inputs_heading(const pt_thing *thing)
{
    if (thing->kind == PT_THING_FACT)
        return PT_TEXT_BOOK_SET_BY;
    return thing->kind == PT_THING_BLOCK && thing->block == PT_BLOCK_EVENT ? PT_TEXT_BOOK_RAISED_BY
                                                                           : PT_TEXT_BOOK_INPUTS;
}

/* Where an input stands with another subject, that subject is named. */
static void add_meaning(pt_book *book, const pt_sheet *sheet, uint32_t thing)
{
    const pt_thing *one = &book->uses->things[thing];
    const pt_type *type = pt_book_type_of(book->uses, one);
    pt_text out = pt_text_create(book->arena);
    if (one->subject != PT_NO_INDEX && one->subject != thing_of(book, sheet)->subject)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_OF, PT_ARGS(subject_of(book, one))));
    if (type != NULL)
        pt_text_format(&out, "%s%s", out.length > 0 ? ": " : "",
                       pt_book_type(book->arena, book->uses->pack, type, book->language));
    pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_FAINT, out.bytes);
}

static void add_inputs(pt_book *book, const pt_sheet *sheet)
{
    if (sheet->input_count == 0 && !sheet->today)
        return;
    heading(book, inputs_heading(thing_of(book, sheet)));
    for (size_t i = 0; i < sheet->input_count; i++) {
        const pt_use *use = sheet->inputs[i];
        pt_book_thing(book, use->of,
                      use->input != NULL ? use->input->name : book->uses->things[use->of].name);
        add_meaning(book, sheet, use->of);
    }
    if (!sheet->today)
        return;
    pt_page_pad(&book->page, PT_BOOK_INDENT);
    pt_page_say(&book->page, PT_TONE_FAINT, PT_TEXT_WHY_TODAY, NULL);
    pt_page_pad(&book->page, PT_BOOK_COLUMN);
    pt_page_put(&book->page, PT_TONE_STRONG, "vandaag");
    pt_page_end(&book->page, PT_BOOK_COLUMN);
}

static void add_users(pt_book *book, const pt_sheet *sheet)
{
    heading(book, PT_TEXT_BOOK_USERS);
    for (size_t i = 0; i < sheet->user_count; i++) {
        uint32_t by = sheet->users[i]->by;
        pt_book_thing(book, by, book->uses->things[by].name);
    }
    if (sheet->user_count == 0)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_FAINT,
                     pt_book_say(book, PT_TEXT_BOOK_NO_USERS, NULL));
}

static void add_parameters(pt_book *book, const pt_sheet *sheet)
{
    if (sheet->parameter_count == 0)
        return;
    heading(book, PT_TEXT_BOOK_PARAMETERS);
    for (size_t i = 0; i < sheet->parameter_count; i++) {
        const pt_version_sheet *parameter = &sheet->parameters[i];
        const pt_thing *thing = &book->uses->things[parameter->thing];
        pt_page_pad(&book->page, PT_BOOK_INDENT);
        pt_page_put(&book->page, PT_TONE_STRONG, thing->name);
        pt_page_put(&book->page, PT_TONE_PLAIN,
                    pt_format(book->arena, ": %s", title_of(book, thing)));
        pt_page_end(&book->page, PT_BOOK_INDENT);
        for (size_t j = 0; j < parameter->source_count; j++)
            pt_book_source(book, 2 * PT_BOOK_INDENT, &parameter->sources[j], true);
    }
}

/* --- Trees, scenarios, text ------------------------------------------------------------------- */

/* Of several versions each function says in which it stands. */
static const char *function_of(const pt_book *book, const pt_sheet *sheet, size_t version,
                               const pt_tree_sheet *tree)
{
    uint32_t line = book->uses->things[sheet->versions[version].thing].at.line;
    if (sheet->version_count == 1)
        return tree->path;
    return pt_book_say(book, PT_TEXT_BOOK_TREE_VERSION,
                       PT_ARGS(tree->path, pt_book_count(book, line)));
}

static void add_tree(pt_book *book, const pt_tree_sheet *tree, const char *function)
{
    pt_text out = pt_text_create(book->arena);
    const char *least = pt_book_count(book, tree->least);
    const char *most = pt_book_count(book, tree->most);
    if (tree->free)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_TREE_FREE, PT_ARGS(function)));
    else if (tree->least == tree->most)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_TREE, PT_ARGS(function, most)));
    else
        pt_text_add(&out,
                    pt_book_say(book, PT_TEXT_BOOK_TREE_RANGE, PT_ARGS(function, least, most)));
    if (tree->opaque > 0)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_TREE_OPAQUE,
                                      PT_ARGS(pt_book_count(book, tree->opaque))));
    pt_book_line(book, PT_BOOK_INDENT, PT_TONE_PLAIN, out.bytes);
}

static void add_trees(pt_book *book, const pt_sheet *sheet)
{
    bool any = false;
    for (size_t i = 0; i < sheet->version_count; i++) {
        for (size_t j = 0; j < sheet->versions[i].tree_count; j++) {
            if (!any)
                heading(book, PT_TEXT_BOOK_TREES);
            any = true;
            const pt_tree_sheet *tree = &sheet->versions[i].trees[j];
            add_tree(book, tree, function_of(book, sheet, i, tree));
        }
    }
}

static void add_scenario(pt_book *book, const pt_scenario_sheet *scenario)
{
    pt_text out = pt_text_create(book->arena);
    if (scenario->touched > 0 && scenario->plays == 1)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_TOUCHED, NULL));
    else if (scenario->touched > 0)
        pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_TOUCHED_SOME,
                                      PT_ARGS(pt_book_count(book, scenario->touched),
                                              pt_book_count(book, scenario->plays))));
    if (scenario->expected > 0)
        pt_text_format(&out, "%s%s", out.length > 0 ? ", " : "",
                       pt_book_say(book, PT_TEXT_BOOK_EXPECTED,
                                   PT_ARGS(pt_book_count(book, scenario->expected))));
    pt_page_pad(&book->page, PT_BOOK_INDENT);
    pt_page_put(&book->page, PT_TONE_PLAIN, scenario->path);
    pt_page_put(&book->page, PT_TONE_FAINT, pt_format(book->arena, ": %s", out.bytes));
    pt_page_end(&book->page, 2 * PT_BOOK_INDENT);
}

static void add_scenarios(pt_book *book, const pt_sheet *sheet)
{
    heading(book, PT_TEXT_BOOK_SCENARIOS);
    for (size_t i = 0; i < sheet->scenario_count; i++)
        add_scenario(book, &sheet->scenarios[i]);
    if (sheet->scenario_count == 0)
        pt_book_line(book, PT_BOOK_INDENT, PT_TONE_DOUBT,
                     pt_book_say(book, PT_TEXT_BOOK_NO_SCENARIOS, NULL));
}

static void add_text(pt_book *book, const pt_version_sheet *version)
{
    enum { TEXT_COLUMN = 8 };
    const char *at = version->text;
    const char *end = at + version->text_length;
    for (uint32_t line = version->first_line; line > 0 && at < end; line++) {
        const char *feed = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((feed == NULL ? end : feed) - at);
        const char *number = pt_format(book->arena, "%u", line);
        pt_page_pad(&book->page, 5 - (strlen(number) < 5 ? strlen(number) : 5));
        pt_page_put(&book->page, PT_TONE_FAINT, number);
        pt_page_pad(&book->page, TEXT_COLUMN);
        pt_page_put(&book->page, PT_TONE_PLAIN, pt_arena_copy(book->arena, at, length));
        pt_page_end(&book->page, TEXT_COLUMN + 4);
        at += length + 1;
    }
}

void pt_book_sheet(pt_book *book, const pt_sheet *sheet)
{
    add_head(book, sheet);
    add_sources(book, sheet);
    add_inputs(book, sheet);
    add_users(book, sheet);
    add_parameters(book, sheet);
    add_trees(book, sheet);
    add_scenarios(book, sheet);
    heading(book, PT_TEXT_BOOK_TEXT);
    for (size_t i = 0; i < sheet->version_count; i++) {
        if (i > 0)
            pt_page_blank(&book->page);
        add_text(book, &sheet->versions[i]);
    }
}
