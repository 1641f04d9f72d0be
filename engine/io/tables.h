/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What was played as three tables for a spreadsheet: decisions, duties and money. They are the
 * views `besluiten`, `plichten` and `geld_per_jaar` of the results file (schema.sql), with what
 * each column holds.
 *
 * Normal use:
 *     store = pt_store_open(arena, "uit.xlsx", &(pt_store_options){.passing = true, ...}, report);
 *     pt_store_add(store, bytes, length);                  and pt_store_commit
 *     pt_tables_gather(arena, store, PT_TABLE_ROWS, tables);
 *     pt_tables_csv(&out, &tables[PT_TABLE_MONEY]);
 *
 * Threads: one store, one thread.
 */
#ifndef PT_IO_TABLES_H
#define PT_IO_TABLES_H

#include "base/text.h"
#include "io/store.h"

enum { PT_TABLE_DECISIONS, PT_TABLE_DUTIES, PT_TABLE_MONEY, PT_TABLES };

/* Rows of one table; a sheet of a workbook holds 48,576 more. */
enum { PT_TABLE_ROWS = 1000000 };

typedef enum pt_column_kind {
    PT_COLUMN_TEXT,
    PT_COLUMN_WHOLE, /* digits, perhaps with a minus */
    PT_COLUMN_EUROS, /* with two decimals behind a point: -6345.20 */
    PT_COLUMN_DATE   /* YYYY-MM-DD */
} pt_column_kind;

typedef struct pt_column {
    const char *name;
    pt_column_kind kind;
    int width; /* in characters */
} pt_column;

typedef struct pt_table {
    const char *name; /* of its file and its sheet */
    const pt_column *columns;
    size_t column_count;
    const char **cells; /* row after row; NULL: nothing there */
    size_t row_count;
    size_t row_capacity;
} pt_table;

/*
 * Asks a passing store for all tables. False with a finding: B042 when one has more than
 * `most_rows` (PT_TABLE_ROWS).
 */
bool pt_tables_gather(pt_arena *arena, pt_store *store, size_t most_rows,
                      pt_table tables[PT_TABLES]);

/* One table as CSV, with its heading. */
void pt_tables_csv(pt_text *out, const pt_table *table);

/* All of them as one CSV: which table a row is of stands in front, then every column there is. */
void pt_tables_csv_together(pt_text *out, const pt_table tables[PT_TABLES]);

#endif
