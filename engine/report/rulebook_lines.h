/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The lines that the pages of a rulebook share. Threads: one book, one thread.
 */
#ifndef PT_REPORT_RULEBOOK_LINES_H
#define PT_REPORT_RULEBOOK_LINES_H

#include "model/rulebook.h"
#include "report/page.h"
#include "report/style.h"

enum { PT_BOOK_INDENT = 2, PT_BOOK_COLUMN = 16 };

typedef struct pt_book {
    pt_page page;
    pt_arena *arena;
    pt_language language;
    const pt_uses *uses;
} pt_book;

pt_book pt_book_open(pt_text *out, const pt_uses *uses, const pt_style *style);

/* A fixed text with its arguments (NULL-ended, or NULL). */
const char *pt_book_say(const pt_book *book, pt_message message, const char *const *arguments);

/* "3". */
const char *pt_book_count(const pt_book *book, size_t number);

/* A paragraph at a column; nothing for NULL or "". */
void pt_book_line(pt_book *book, size_t column, pt_tone tone, const char *text);

/* "  regel         naam: titel", the title under it when it is given. */
void pt_book_thing(pt_book *book, uint32_t thing, const char *name);

/* A ground or value: what, when, status, source, range, links; `links` false leaves those out. */
void pt_book_source(pt_book *book, size_t column, const pt_source_sheet *sheet, bool links);

/* The sheet of one thing. */
void pt_book_sheet(pt_book *book, const pt_sheet *sheet);

#endif
