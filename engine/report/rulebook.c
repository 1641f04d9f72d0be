/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/rulebook.h"

#include "report/overview.h"
#include "report/rulebook_json.h"
#include "report/rulebook_lines.h"
#include "report/rulebook_wording.h"
#include "report/wording.h"

/* --- The list --------------------------------------------------------------------------------- */

static void add_pack(pt_book *book)
{
    const pt_pack *pack = book->uses->pack;
    pt_page *page = &book->page;
    pt_page_say(page, PT_TONE_STRONG, PT_TEXT_BOOK_PACK,
                PT_ARGS(pack->title == NULL ? pack->name : pack->title,
                        pack->version == NULL ? "?" : pack->version,
                        pt_wording_day(book->arena, pack->law_from, book->language),
                        pt_wording_day(book->arena, pack->law_until, book->language)));
    if (pack->variant != NULL)
        pt_page_say(page, PT_TONE_DOUBT, PT_TEXT_BOOK_VARIANT, PT_ARGS(pack->variant));
    pt_page_end(page, 0);
}

static bool is_ruling(const pt_thing *thing)
{
    return thing->block == PT_BLOCK_RULE || thing->block == PT_BLOCK_DUTY ||
           thing->block == PT_BLOCK_FACULTY || thing->block == PT_BLOCK_EXCEPTION;
}

static void add_line(pt_book *book, const pt_listing *listing, const pt_line *line)
{
    const pt_thing *thing = &book->uses->things[line->thing];
    pt_book_thing(book, line->thing, thing->name);
    bool looked = listing->scenarios > 0 && is_ruling(thing);
    for (size_t i = 0; i < line->source_count; i++) {
        pt_book_source(book, PT_BOOK_COLUMN, &line->sources[i], false);
        if (looked && line->touching > 0 && i < 64 && (line->grounds >> i & 1) == 0)
            pt_book_line(book, PT_BOOK_COLUMN + PT_BOOK_INDENT, PT_TONE_DOUBT,
                         pt_book_say(book, PT_TEXT_BOOK_UNTOUCHED_GROUND, NULL));
    }
    if (!looked)
        return;
    if (line->touching == 0)
        pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_DOUBT,
                     pt_book_say(book, PT_TEXT_BOOK_UNTOUCHED, NULL));
    else if (line->expecting == 0 && thing->block != PT_BLOCK_EXCEPTION)
        pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_FAINT,
                     pt_book_say(book, PT_TEXT_BOOK_UNEXPECTED, NULL));
}

static void add_counts(pt_book *book, const pt_listing *listing)
{
    static const pt_message counts[] = {[PT_BLOCK_RULE] = PT_TEXT_BOOK_COUNT_RULES,
                                        [PT_BLOCK_EXCEPTION] = PT_TEXT_BOOK_COUNT_EXCEPTIONS,
                                        [PT_BLOCK_DUTY] = PT_TEXT_BOOK_COUNT_DUTIES,
                                        [PT_BLOCK_FACULTY] = PT_TEXT_BOOK_COUNT_FACULTIES,
                                        [PT_BLOCK_EVENT] = PT_TEXT_BOOK_COUNT_EVENTS,
                                        [PT_BLOCK_WINDOW] = PT_TEXT_BOOK_COUNT_WINDOWS,
                                        [PT_BLOCK_LIST] = PT_TEXT_BOOK_COUNT_LISTS,
                                        [PT_BLOCK_DIVISION] = PT_TEXT_BOOK_COUNT_DIVISIONS};
    enum { KINDS = sizeof counts / sizeof *counts };
    size_t of_kind[KINDS] = {0};
    for (size_t i = 0; i < listing->line_count; i++)
        of_kind[book->uses->things[listing->lines[i].thing].block]++;
    pt_overview_heading(&book->page, pt_book_say(book, PT_TEXT_BOOK_TOTALS, NULL));
    pt_page_pad(&book->page, PT_BOOK_INDENT);
    for (size_t i = 0; i < KINDS; i++) {
        if (of_kind[i] == 0)
            continue;
        pt_page_say(&book->page, PT_TONE_PLAIN, counts[i],
                    PT_ARGS(pt_book_count(book, of_kind[i])));
        pt_page_put(&book->page, PT_TONE_PLAIN, ", ");
    }
    pt_page_say(&book->page, PT_TONE_PLAIN, PT_TEXT_BOOK_COUNT_SCENARIOS,
                PT_ARGS(pt_book_count(book, listing->scenarios)));
    pt_page_end(&book->page, PT_BOOK_INDENT);
}

static void add_untouched(pt_book *book, const pt_listing *listing)
{
    pt_text names = pt_text_create(book->arena);
    for (size_t i = 0; i < listing->line_count; i++) {
        const pt_thing *thing = &book->uses->things[listing->lines[i].thing];
        if (is_ruling(thing) && listing->lines[i].touching == 0)
            pt_text_format(&names, "%s%s", names.length > 0 ? ", " : "", thing->name);
    }
    pt_book_line(book, PT_BOOK_INDENT, names.length > 0 ? PT_TONE_DOUBT : PT_TONE_GOOD,
                 pt_book_say(book,
                             names.length > 0 ? PT_TEXT_BOOK_NOT_TOUCHED : PT_TEXT_BOOK_ALL_TOUCHED,
                             NULL));
    pt_book_line(book, 2 * PT_BOOK_INDENT, PT_TONE_PLAIN, names.bytes);
}

void pt_rulebook_list(pt_text *out, const pt_uses *uses, const pt_listing *listing,
                      const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON) {
        pt_rulebook_json_list(out, uses, listing);
        return;
    }
    pt_book book = pt_book_open(out, uses, style);
    const pt_source *file = NULL;
    add_pack(&book);
    for (size_t i = 0; i < listing->line_count; i++) {
        const pt_source *here = uses->things[listing->lines[i].thing].at.source;
        if (here != file && here != NULL)
            pt_overview_heading(&book.page, here->path);
        file = here;
        add_line(&book, listing, &listing->lines[i]);
    }
    add_counts(&book, listing);
    if (listing->scenarios > 0)
        add_untouched(&book, listing);
}

/* --- Sheets ----------------------------------------------------------------------------------- */

void pt_rulebook_sheets(pt_text *out, const pt_uses *uses, const pt_sheet *const *sheets,
                        size_t count, const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON) {
        pt_rulebook_json_sheets(out, uses, sheets, count);
        return;
    }
    pt_book book = pt_book_open(out, uses, style);
    for (size_t i = 0; i < count; i++)
        pt_book_sheet(&book, sheets[i]);
}

/* --- What is not law -------------------------------------------------------------------------- */

static void add_hanging(pt_book *book, const pt_assumption *one)
{
    if (one->outcome_count == 0) {
        pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_FAINT,
                     pt_book_say(book, PT_TEXT_BOOK_HANGS_NONE, NULL));
        return;
    }
    pt_text out = pt_text_create(book->arena);
    pt_text_add(&out, pt_book_say(book, PT_TEXT_BOOK_HANGS,
                                  PT_ARGS(pt_book_count(book, one->outcome_count))));
    for (size_t i = 0; i < one->outcome_count; i++)
        pt_text_format(&out, "%s%s", i == 0 ? "" : ", ", book->uses->things[one->outcomes[i]].name);
    pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_FAINT, out.bytes);
}

static void add_resting(pt_book *book, const pt_assumption *one)
{
    const char *said = pt_book_say(book, PT_TEXT_BOOK_RESTS_NONE, NULL);
    if (one->expected > 0)
        said = pt_book_say(
            book, PT_TEXT_BOOK_RESTS,
            PT_ARGS(pt_book_count(book, one->expected), pt_book_count(book, one->scenarios)));
    pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_FAINT, said);
}

static void add_assumption(pt_book *book, const pt_assumption *one)
{
    const pt_thing *thing = &book->uses->things[one->thing];
    pt_book_thing(book, one->thing, thing->name);
    if (thing->kind == PT_THING_FACT) {
        const pt_subject_kind *kind = &book->uses->pack->kinds[thing->subject];
        const char *owner = kind->facts[thing->index].owner;
        pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_PLAIN,
                     pt_book_say(book, PT_TEXT_BOOK_OF, PT_ARGS(kind->name)));
        if (owner != NULL)
            pt_book_line(book, PT_BOOK_COLUMN, PT_TONE_PLAIN,
                         pt_book_say(book, PT_TEXT_BOOK_OWNER, PT_ARGS(owner)));
    }
    for (size_t i = 0; i < one->source_count; i++)
        pt_book_source(book, PT_BOOK_COLUMN, &one->sources[i], false);
    add_hanging(book, one);
    add_resting(book, one);
}

static void add_part(pt_book *book, const pt_assumptions *assumptions, pt_thing_kind kind,
                     pt_message title)
{
    bool any = false;
    for (size_t i = 0; i < assumptions->count; i++) {
        const pt_assumption *one = &assumptions->all[i];
        if (book->uses->things[one->thing].kind != kind)
            continue;
        if (!any)
            pt_overview_heading(&book->page, pt_book_say(book, title, NULL));
        any = true;
        add_assumption(book, one);
    }
}

void pt_rulebook_assumptions(pt_text *out, const pt_uses *uses, const pt_assumptions *assumptions,
                             const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON) {
        pt_rulebook_json_assumptions(out, uses, assumptions);
        return;
    }
    pt_book book = pt_book_open(out, uses, style);
    add_pack(&book);
    add_part(&book, assumptions, PT_THING_BLOCK, PT_TEXT_BOOK_ASSUMED_BLOCKS);
    add_part(&book, assumptions, PT_THING_PARAMETER, PT_TEXT_BOOK_ASSUMED_PARAMETERS);
    add_part(&book, assumptions, PT_THING_FACT, PT_TEXT_BOOK_ASSUMED_FACTS);
    if (assumptions->count == 0)
        pt_book_line(&book, 0, PT_TONE_GOOD, pt_book_say(&book, PT_TEXT_BOOK_ASSUMED_NONE, NULL));
}
