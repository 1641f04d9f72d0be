/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text for people: paragraphs with a hanging indent, wrapped at word ends, coloured when asked.
 *
 * Normal use: put pieces, perhaps pad to a column, then end the paragraph:
 *     pt_page_put(&page, PT_TONE_PLAIN, "  plicht");
 *     pt_page_pad(&page, 14);
 *     pt_page_put(&page, PT_TONE_STRONG, title);
 *     pt_page_end(&page, 14);
 * Everything put is escaped for a terminal (report/escape.h); line feeds in it included, so that a
 * paragraph is only ended here. Columns are counted in character cells.
 *
 * Threads: one page, one thread.
 */
#ifndef PT_REPORT_PAGE_H
#define PT_REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/messages.h"
#include "base/text.h"

enum { PT_PAGE_WIDTH = 100 };

typedef enum pt_tone {
    PT_TONE_PLAIN,
    PT_TONE_STRONG,
    PT_TONE_FAINT,
    PT_TONE_GOOD,
    PT_TONE_BAD,
    PT_TONE_DOUBT, /* needs attention, is not wrong */
    PT_TONE_HEADING,
    PT_TONE_COUNT
} pt_tone;

typedef struct pt_page {
    pt_text *out;
    pt_language language;
    bool coloured;
    size_t width;
    pt_text pending; /* the paragraph being put */
    pt_text tones;   /* a pt_tone for each of its bytes */
} pt_page;

/* A page of PT_PAGE_WIDTH columns that appends to `out`. */
pt_page pt_page_create(pt_text *out, pt_language language, bool coloured);

/* Adds text to the paragraph. NULL adds nothing. */
void pt_page_put(pt_page *page, pt_tone tone, const char *text);

/* Adds a fixed text; %1 to %4 in it become the arguments (a NULL-ended list, or NULL). */
void pt_page_say(pt_page *page, pt_tone tone, pt_message message, const char *const *arguments);

/* Adds blanks up to `column` (from 0), at least one when something stands there already. */
void pt_page_pad(pt_page *page, size_t column);

/* Writes the paragraph and a line end; further lines begin at column `hanging`. */
void pt_page_end(pt_page *page, size_t hanging);

/* Writes an empty line, unless the text is empty or ends in one. */
void pt_page_blank(pt_page *page);

/* A fixed text in a language, with its arguments filled in. */
const char *pt_message_filled(pt_arena *arena, pt_message message, pt_language language,
                              const char *const *arguments);

/* Columns that a text takes: combining marks take none, wide East Asian characters two. */
size_t pt_text_columns(const char *bytes, size_t length);

#endif
