/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/rulebook_lines.h"

#include "report/rulebook_wording.h"

pt_book pt_book_open(pt_text *out, const pt_uses *uses, const pt_style *style)
{
    return (pt_book){.page = pt_page_create(out, style->language, style->coloured),
                     .arena = out->arena,
                     .language = style->language,
                     .uses = uses};
}

const char *pt_book_say(const pt_book *book, pt_message message, const char *const *arguments)
{
    return pt_message_filled(book->arena, message, book->language, arguments);
}

const char *pt_book_count(const pt_book *book, size_t number)
{
    return pt_format(book->arena, "%zu", number);
}

void pt_book_line(pt_book *book, size_t column, pt_tone tone, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    pt_page_pad(&book->page, column);
    pt_page_put(&book->page, tone, text);
    pt_page_end(&book->page, column);
}

void pt_book_thing(pt_book *book, uint32_t thing, const char *name)
{
    const pt_thing *one = &book->uses->things[thing];
    pt_page_pad(&book->page, PT_BOOK_INDENT);
    pt_page_say(&book->page, PT_TONE_FAINT, pt_book_label(one), NULL);
    pt_page_pad(&book->page, PT_BOOK_COLUMN);
    pt_page_put(&book->page, PT_TONE_STRONG, name);
    if (one->title != NULL) {
        pt_page_put(&book->page, PT_TONE_PLAIN, ": ");
        pt_page_put(&book->page, PT_TONE_PLAIN, one->title);
    }
    if (one->kind == PT_THING_FACT &&
        book->uses->pack->kinds[one->subject].facts[one->index].judgement)
        pt_page_put(
            &book->page, PT_TONE_DOUBT,
            pt_format(book->arena, " [%s]", pt_book_say(book, PT_TEXT_BOOK_JUDGEMENT, NULL)));
    pt_page_end(&book->page, PT_BOOK_COLUMN);
}

static void add_range(pt_book *book, size_t column, const pt_parameter_value *row)
{
    if (!pt_is_value(row->low) && !pt_is_value(row->high))
        return;
    const pt_pack *pack = book->uses->pack;
    const char *low = pt_book_value(book->arena, pack, row->low, book->language);
    const char *high = pt_book_value(book->arena, pack, row->high, book->language);
    pt_book_line(book, column, PT_TONE_DOUBT,
                 pt_book_say(book, PT_TEXT_BOOK_RANGE, PT_ARGS(low, high)));
}

void pt_book_source(pt_book *book, size_t column, const pt_source_sheet *sheet, bool links)
{
    pt_page *page = &book->page;
    pt_page_pad(page, column);
    if (sheet->row != NULL) {
        pt_page_put(
            page, PT_TONE_STRONG,
            pt_book_value(book->arena, book->uses->pack, sheet->row->value, book->language));
        pt_page_put(page, PT_TONE_PLAIN, ", ");
    } else {
        pt_page_put(page, PT_TONE_PLAIN, sheet->source);
        pt_page_put(page, PT_TONE_PLAIN, ", ");
    }
    pt_page_put(page, PT_TONE_PLAIN,
                pt_book_period(book->arena, sheet->from, sheet->until, book->language));
    if (sheet->row != NULL) {
        pt_page_put(page, PT_TONE_PLAIN, ": ");
        pt_page_put(page, PT_TONE_PLAIN, sheet->source);
    }
    if (sheet->status != PT_STATUS_LAW || links)
        pt_page_put(page, sheet->status == PT_STATUS_LAW ? PT_TONE_FAINT : PT_TONE_DOUBT,
                    pt_format(book->arena, " [%s]",
                              pt_book_say(book, pt_book_status(sheet->status), NULL)));
    pt_page_end(page, column + 2);
    if (sheet->row != NULL)
        add_range(book, column + 2, sheet->row);
    if (sheet->ground != NULL && sheet->ground->applies != NULL && links)
        pt_book_line(book, column + 2, PT_TONE_FAINT,
                     pt_book_say(book, PT_TEXT_BOOK_ON_CONDITION, NULL));
    for (size_t i = 0; links && i < sheet->link_count; i++)
        pt_book_line(book, column + 2, PT_TONE_FAINT, sheet->links[i]);
}
