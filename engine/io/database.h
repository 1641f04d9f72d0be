/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One SQLite file, opened with everything that is not needed switched off, and the prepared
 * statements that write it. The only file that knows SQLite; io/store says what is written.
 *
 * Normal use:
 *     base = pt_database_open(arena, path, &kind, &options, report);
 *     pt_binder to = pt_bind(base, INSERT_NAME);
 *     pt_bind_number(&to, 1);
 *     pt_bind_word(&to, "naam");
 *     pt_database_insert(&to);
 *     pt_database_close(base);
 *
 * Errors: findings B030 to B038 in the report given to pt_database_open. After an error of the file
 * whatever was not committed is gone, and every call but close does nothing and returns false.
 * Threads: one database, one thread.
 */
#ifndef PT_IO_DATABASE_H
#define PT_IO_DATABASE_H

#include "base/diagnostics.h"
#include "io/rows.h"
#include "io/store.h"

typedef struct pt_database pt_database;

/* Whose file it is and what stands in it; lives as long as the database. */
typedef struct pt_database_kind {
    int application;               /* mark in the file */
    int layout;                    /* a later one only adds tables and views */
    const char *schema;            /* SQL */
    const char *const *statements; /* prepared, by index */
    size_t statement_count;
} pt_database_kind;

/*
 * Opens or makes the file; a file of an earlier layout gets the tables and views that it lacks.
 * NULL with a finding when that is not possible; an existing file is then as it was. Only a passing
 * one can be asked (pt_database_ask).
 */
pt_database *pt_database_open(pt_arena *arena, const char *path, const pt_database_kind *kind,
                              const pt_store_options *options, pt_report *report);

/* False when closing itself fails. NULL is fine. */
bool pt_database_close(pt_database *base);

/* Did the file fail? */
bool pt_database_broken(const pt_database *base);

/* Adds a finding about the file; `detail` may be NULL. Returns false. */
bool pt_database_find(pt_database *base, pt_code code, const char *detail);

/* The report that findings go into. */
pt_report *pt_database_report(const pt_database *base);
const pt_source *pt_database_source(const pt_database *base);

/* Runs a statement without parameters. */
bool pt_database_run(pt_database *base, size_t statement);

/* The number of the row that was inserted last. */
int64_t pt_database_last(const pt_database *base);

/* Binds the parameters of a statement one after the other; the first failure is kept. */
typedef struct pt_binder {
    pt_database *base;
    struct sqlite3_stmt *to;
    size_t statement;
    int index;
    int result;
} pt_binder;

pt_binder pt_bind(pt_database *base, size_t statement);
void pt_bind_number(pt_binder *to, int64_t number);
void pt_bind_word(pt_binder *to, const char *word); /* lives until pt_database_insert */
void pt_bind_text(pt_binder *to, pt_row_text text); /* likewise; NULL bytes: no value */
void pt_bind_null(pt_binder *to);
void pt_bind_date(pt_binder *to, pt_date date); /* no value unless it is a day */
void pt_bind_hash(pt_binder *to, uint64_t hash);

/* Runs the statement with what was bound. */
bool pt_database_insert(pt_binder *bound);

/* As pt_store_ask. */
bool pt_database_ask(pt_database *base, const char *question, pt_store_listener listener,
                     void *context);

/* The version of the library beneath; lives for ever. */
const char *pt_database_version(void);

#endif
