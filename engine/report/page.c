/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/page.h"

#include <string.h>

#include "base/diagnostics.h"
#include "report/escape.h"

pt_page pt_page_create(pt_text *out, pt_language language, bool coloured)
{
    return (pt_page){.out = out,
                     .language = language,
                     .coloured = coloured,
                     .width = PT_PAGE_WIDTH,
                     .pending = pt_text_create(out->arena),
                     .tones = pt_text_create(out->arena)};
}

static size_t columns_of(uint32_t point)
{
    static const uint32_t wide[][2] = {{0x1100, 0x115F},   {0x2E80, 0xA4CF},  {0xAC00, 0xD7A3},
                                       {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},  {0xFF00, 0xFF60},
                                       {0x1F300, 0x1FAFF}, {0x20000, 0x3FFFD}};
    if ((point >= 0x300 && point <= 0x36F) || (point >= 0x200B && point <= 0x200D) ||
        (point >= 0xFE00 && point <= 0xFE0F))
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        if (point >= wide[i][0] && point <= wide[i][1])
            return 2;
    }
    return 1;
}

size_t pt_text_columns(const char *bytes, size_t length)
{
    size_t columns = 0;
    for (size_t at = 0; at < length;) {
        uint32_t point = 0;
        size_t step = pt_utf8_decode(bytes + at, length - at, &point);
        columns += step == 0 ? 1 : columns_of(point);
        at += step == 0 ? 1 : step;
    }
    return columns;
}

static void fill_tones(pt_page *page, pt_tone tone)
{
    while (page->tones.length < page->pending.length)
        pt_text_add_char(&page->tones, (char)tone);
}

void pt_page_put(pt_page *page, pt_tone tone, const char *text)
{
    if (text != NULL)
        pt_escape_terminal(&page->pending, text, strlen(text));
    fill_tones(page, tone);
}

const char *pt_message_filled(pt_arena *arena, pt_message message, pt_language language,
                              const char *const *arguments)
{
    pt_text out = pt_text_create(arena);
    pt_message_fill(&out, pt_message_text(message, language), arguments);
    return out.bytes;
}

void pt_page_say(pt_page *page, pt_tone tone, pt_message message, const char *const *arguments)
{
    pt_page_put(page, tone,
                pt_message_filled(page->out->arena, message, page->language, arguments));
}

void pt_page_pad(pt_page *page, size_t column)
{
    size_t columns = pt_text_columns(page->pending.bytes, page->pending.length);
    if (columns >= column && columns > 0)
        column = columns + 1;
    for (; columns < column; columns++)
        pt_text_add_char(&page->pending, ' ');
    fill_tones(page, PT_TONE_PLAIN);
}

static void set_tone(pt_page *page, pt_tone *current, pt_tone tone)
{
    static const char *const codes[PT_TONE_COUNT] = {
        [PT_TONE_STRONG] = "1", [PT_TONE_FAINT] = "2",  [PT_TONE_GOOD] = "32",
        [PT_TONE_BAD] = "1;31", [PT_TONE_DOUBT] = "33", [PT_TONE_HEADING] = "1;36",
        [PT_TONE_PLAIN] = ""};
    if (!page->coloured || *current == tone)
        return;
    if (*current != PT_TONE_PLAIN)
        pt_text_add(page->out, "\033[0m");
    if (tone != PT_TONE_PLAIN)
        pt_text_format(page->out, "\033[%sm", codes[tone]);
    *current = tone;
}

static void write_range(pt_page *page, size_t from, size_t until)
{
    pt_tone current = PT_TONE_PLAIN;
    for (size_t at = from; at < until; at++) {
        if (page->pending.bytes[at] != ' ')
            set_tone(page, &current, (pt_tone)page->tones.bytes[at]);
        pt_text_add_char(page->out, page->pending.bytes[at]);
    }
    set_tone(page, &current, PT_TONE_PLAIN);
}

/* Where the line that begins at `from` ends: the last word end that fits, or the edge. */
static size_t line_end(const pt_page *page, size_t from, size_t room)
{
    const char *bytes = page->pending.bytes;
    size_t length = page->pending.length;
    size_t columns = 0;
    size_t fits = 0;
    size_t at = from;
    bool begun = false; /* blanks before the first word are no place to break */
    while (at < length) {
        uint32_t point = 0;
        size_t step = pt_utf8_decode(bytes + at, length - at, &point);
        columns += columns_of(point);
        if (point == ' ' && begun)
            fits = at;
        if (columns > room && point != ' ')
            return fits > from ? fits : at > from ? at : at + step;
        begun = begun || point != ' ';
        at += step;
    }
    return length;
}

static size_t skip_blanks(const pt_page *page, size_t at)
{
    while (at < page->pending.length && page->pending.bytes[at] == ' ')
        at++;
    return at;
}

static size_t without_blanks(const pt_page *page, size_t from, size_t until)
{
    while (until > from && page->pending.bytes[until - 1] == ' ')
        until--;
    return until;
}

void pt_page_end(pt_page *page, size_t hanging)
{
    size_t from = 0;
    size_t indent = 0;
    do {
        size_t until = line_end(page, from, page->width > indent ? page->width - indent : 1);
        for (size_t i = 0; i < indent && until > from; i++)
            pt_text_add_char(page->out, ' ');
        write_range(page, from, without_blanks(page, from, until));
        pt_text_add_char(page->out, '\n');
        from = skip_blanks(page, until);
        indent = hanging;
    } while (from < page->pending.length);
    page->pending.length = page->tones.length = 0;
    page->pending.bytes[0] = page->tones.bytes[0] = '\0';
}

void pt_page_blank(pt_page *page)
{
    const pt_text *out = page->out;
    if (out->length == 0 || (out->length >= 2 && out->bytes[out->length - 1] == '\n' &&
                             out->bytes[out->length - 2] == '\n'))
        return;
    pt_text_add_char(page->out, '\n');
}
