/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Which row (io/rows) goes into which table (schema.sql), and the statements for that. Part of
 * io/store.
 */
#ifndef PT_IO_STORE_ROWS_H
#define PT_IO_STORE_ROWS_H

#include "io/database.h"

typedef enum pt_store_statement {
    PT_STORE_BEGIN,
    PT_STORE_COMMIT,
    PT_STORE_SAVEPOINT,
    PT_STORE_RELEASE,
    PT_STORE_BACK,
    PT_STORE_INSERT_RUN,
    PT_STORE_INSERT_SUBJECT,
    PT_STORE_INSERT_EVENT,
    PT_STORE_INSERT_FACT,
    PT_STORE_INSERT_EVALUATION,
    PT_STORE_INSERT_DUTY,
    PT_STORE_INSERT_DECISION,
    PT_STORE_INSERT_EXPECTATION,
    PT_STORE_INSERT_FINDING,
    PT_STORE_INSERT_MEETING,
    PT_STORE_INSERT_ATTENDANCE,
    PT_STORE_INSERT_POINT,
    PT_STORE_INSERT_VOTE,
    PT_STORE_INSERT_OTHER_COUNT,
    PT_STORE_FINISH_RUN,
    PT_STORE_STATEMENTS
} pt_store_statement;

extern const char *const pt_store_statements[PT_STORE_STATEMENTS];

/* Inserts a row of run `run`; a run itself gets its number. False when the file failed. */
bool pt_store_insert(pt_database *base, const char *program_version, int64_t run,
                     const pt_row *row);

#endif
