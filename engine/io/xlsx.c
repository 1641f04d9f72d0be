/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/xlsx.h"

#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "model/date.h"

/* The library takes 0 for now. */
static const time_t no_time = 1577836800; /* 2020-01-01 */

enum { LONGEST_CELL = 32767, FORMATS = PT_COLUMN_DATE + 1 };

typedef struct book {
    lxw_workbook *workbook;
    lxw_format *heading;
    lxw_format *formats[FORMATS]; /* by pt_column_kind; NULL: plain */
    lxw_error worst;
} book;

static void note(book *to, lxw_error error)
{
    if (to->worst == LXW_NO_ERROR)
        to->worst = error;
}

static lxw_format *format_of(book *to, const char *code)
{
    lxw_format *made = workbook_add_format(to->workbook);
    format_set_num_format(made, code);
    return made;
}

static void set_up(book *to)
{
    lxw_doc_properties properties = {.title = (char *)"Proeftuin", .created = no_time};
    note(to, workbook_set_properties(to->workbook, &properties));
    to->heading = workbook_add_format(to->workbook);
    format_set_bold(to->heading);
    to->formats[PT_COLUMN_WHOLE] = format_of(to, "0");
    to->formats[PT_COLUMN_EUROS] = format_of(to, "#,##0.00");
    to->formats[PT_COLUMN_DATE] = format_of(to, "yyyy-mm-dd");
}

/* --- Cells ------------------------------------------------------------------------------------ */

/* "-6345.20" in hundredths, "12" in ones; a cell is written by schema.sql, so it is no more. */
static int64_t digits_of(const char *cell)
{
    int64_t number = 0;
    for (const char *at = cell; *at != '\0'; at++) {
        if (*at >= '0' && *at <= '9')
            number = number * 10 + (*at - '0');
    }
    return cell[0] == '-' ? -number : number;
}

static lxw_error write_date(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *cell,
                            lxw_format *format)
{
    pt_date date = PT_DATE_NONE;
    if (!pt_date_parse(cell, strlen(cell), &date))
        return worksheet_write_string(sheet, row, column, cell, NULL);
    pt_year_month_day parts = pt_date_split(date);
    lxw_datetime when = {.year = parts.year, .month = parts.month, .day = parts.day};
    return worksheet_write_datetime(sheet, row, column, &when, format);
}

/* A cell holds no more; it is cut at a character. */
static lxw_error write_text(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *cell,
                            pt_arena *arena)
{
    size_t length = strlen(cell);
    if (length <= LONGEST_CELL)
        return worksheet_write_string(sheet, row, column, cell, NULL);
    length = LONGEST_CELL;
    while (length > 0 && ((unsigned char)cell[length] & 0xC0) == 0x80)
        length--;
    return worksheet_write_string(sheet, row, column, pt_arena_copy(arena, cell, length), NULL);
}

static lxw_error write_cell(book *to, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                            pt_column_kind kind, const char *cell, pt_arena *arena)
{
    switch (kind) {
    case PT_COLUMN_TEXT: return write_text(sheet, row, column, cell, arena);
    case PT_COLUMN_DATE: return write_date(sheet, row, column, cell, to->formats[kind]);
    case PT_COLUMN_WHOLE:
        return worksheet_write_number(sheet, row, column, (double)digits_of(cell),
                                      to->formats[kind]);
    case PT_COLUMN_EUROS:
        return worksheet_write_number(sheet, row, column, (double)digits_of(cell) / 100.0,
                                      to->formats[kind]);
    }
    return LXW_NO_ERROR;
}

/* --- Sheets ----------------------------------------------------------------------------------- */

static void write_heading(book *to, lxw_worksheet *sheet, const pt_table *table)
{
    for (size_t i = 0; i < table->column_count; i++) {
        lxw_col_t column = (lxw_col_t)i;
        note(to, worksheet_set_column(sheet, column, column, table->columns[i].width, NULL));
        note(to, worksheet_write_string(sheet, 0, column, table->columns[i].name, to->heading));
    }
    worksheet_freeze_panes(sheet, 1, 0);
    note(to, worksheet_autofilter(sheet, 0, 0, (lxw_row_t)table->row_count,
                                  (lxw_col_t)(table->column_count - 1)));
}

static void write_sheet(book *to, const pt_table *table, pt_arena *arena)
{
    lxw_worksheet *sheet = workbook_add_worksheet(to->workbook, table->name);
    if (sheet == NULL) {
        note(to, LXW_ERROR_PARAMETER_VALIDATION);
        return;
    }
    write_heading(to, sheet, table);
    const char **cell = table->cells;
    for (size_t row = 0; row < table->row_count; row++) {
        for (size_t i = 0; i < table->column_count; i++, cell++) {
            if (*cell != NULL)
                note(to, write_cell(to, sheet, (lxw_row_t)row + 1, (lxw_col_t)i,
                                    table->columns[i].kind, *cell, arena));
        }
    }
}

static lxw_error write_book(const char *path, const pt_table *tables, size_t count, pt_arena *arena)
{
    /* Rows go to disk as they come, so that a large table is not held twice. */
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    book to = {.workbook = workbook_new_opt(path, &options)};
    if (to.workbook == NULL)
        return LXW_ERROR_MEMORY_MALLOC_FAILED;
    set_up(&to);
    for (size_t i = 0; i < count; i++)
        write_sheet(&to, &tables[i], arena);
    note(&to, workbook_close(to.workbook));
    return to.worst;
}

static bool take_bytes(pt_text *out, FILE *file)
{
    char part[8192];
    rewind(file);
    for (size_t got; (got = fread(part, 1, sizeof part, file)) > 0;)
        pt_text_add_bytes(out, part, got);
    return ferror(file) == 0;
}

bool pt_xlsx_write(pt_text *out, const pt_table *tables, size_t count, pt_report *report)
{
    FILE *file = tmpfile();
    lxw_error error = LXW_ERROR_CREATING_TMPFILE;
    if (file != NULL) {
        const char *path = pt_format(out->arena, "/proc/self/fd/%d", fileno(file));
        error = write_book(path, tables, count, out->arena);
        if (error == LXW_NO_ERROR && !take_bytes(out, file))
            error = LXW_ERROR_CREATING_TMPFILE;
        fclose(file);
    }
    return error == LXW_NO_ERROR ||
           pt_find(report, PT_B043, (pt_position){0}, PT_ARGS(lxw_strerror(error)), NULL);
}
