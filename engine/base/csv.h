/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * CSV as a Dutch spreadsheet opens it by itself: semicolons between cells, a decimal comma, lines
 * that end in CR LF, UTF-8 with a byte order mark (without one, Excel takes it for Windows-1252).
 *
 * Normal use:
 *     pt_text_add(out, PT_CSV_MARK);
 *     pt_csv_cell(out, name, strlen(name));
 *     pt_text_add(out, PT_CSV_BETWEEN);
 *     pt_csv_decimal(out, "40000.50");
 *     pt_text_add(out, PT_CSV_END);
 *
 * Threads: one text, one thread.
 */
#ifndef PT_BASE_CSV_H
#define PT_BASE_CSV_H

#include "base/text.h"

#define PT_CSV_MARK    "\xEF\xBB\xBF"
#define PT_CSV_BETWEEN ";"
#define PT_CSV_END     "\r\n"

/*
 * A text as a cell, quoted where that is needed. One that a spreadsheet would take for a formula
 * (it begins with = + - @ tab or CR) gets an apostrophe before it.
 */
void pt_csv_cell(pt_text *out, const char *bytes, size_t length);

/* A number written with a decimal point, with a comma instead. */
void pt_csv_decimal(pt_text *out, const char *number);

#endif
