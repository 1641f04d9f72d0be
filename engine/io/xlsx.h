/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Tables (io/tables) as one XLSX workbook, a sheet each: the heading stands still, numbers are
 * numbers, euros have two decimals, dates are dates. In the program alone, never in a confined
 * child: the library beneath writes files (here one without a name, that goes by itself).
 *
 * Same tables, same bytes: the workbook bears no time of its making.
 *
 * Threads: one call at a time.
 */
#ifndef PT_IO_XLSX_H
#define PT_IO_XLSX_H

#include "io/tables.h"

/* Adds the bytes of the workbook to `out`. False with finding B043. */
bool pt_xlsx_write(pt_text *out, const pt_table *tables, size_t count, pt_report *report);

#endif
