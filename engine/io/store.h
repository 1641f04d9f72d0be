/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The results file: one SQLite file with every played scenario, its tables and views as in
 * schema.sql. Used by the program, never in a confined child.
 *
 * Normal use:
 *     store = pt_store_open(arena, "uitkomst.db", &options, report);
 *     pt_store_add(store, bytes, length);      chunks of rows (io/rows.h), scenario after scenario
 *     pt_store_close(store);
 *
 * Whole or not there: a scenario is a savepoint within a transaction, and a transaction holds at
 * most PT_STORE_BATCH scenarios and lasts until pt_store_commit, or until it is full. What a commit
 * has saved survives a crash and a loss of power; the rest is gone without a trace.
 *
 * The journal is a rollback journal, not a write-ahead log: the file is meant to be handed on, and
 * with a log half of it would be in a second file; it works on network folders and read-only media;
 * and with one writer and few large transactions a log would gain nothing.
 *
 * An existing file is written only when it is a results file with exactly our tables (own views,
 * indexes and tables may stand beside them, triggers may not).
 *
 * Errors: findings B030 to B039 in the report given to pt_store_open, with a note B040 that says
 * how many scenarios were saved. After an error of the file every call but close does nothing and
 * returns false.
 * Threads: one store, one thread.
 */
#ifndef PT_IO_STORE_H
#define PT_IO_STORE_H

#include "base/diagnostics.h"

enum { PT_STORE_BATCH = 1000, PT_STORE_WAIT_MS = 5000 };

typedef struct pt_store pt_store;

typedef struct pt_store_options {
    const char *program_version;
    int wait_ms;    /* for another writer; 0: PT_STORE_WAIT_MS, negative: not at all */
    int most_pages; /* of 4096 bytes that the file may grow to; 0: no limit */
    bool passing;   /* a file that nobody else sees and that goes when it is closed */
} pt_store_options;

/*
 * Opens or makes the file; of a passing store `path` is only the name in findings. NULL with a
 * finding when that is not possible; an existing file is then as it was. The store lives in `arena`
 * but must be closed.
 */
pt_store *pt_store_open(pt_arena *arena, const char *path, const pt_store_options *options,
                        pt_report *report);

/*
 * Adds a chunk of rows. Rows that make no sense lose the scenario that they are of, and what
 * follows in the chunk, with a finding; the store goes on with the next chunk.
 */
bool pt_store_add(pt_store *store, const void *bytes, size_t length);

/* Forgets a scenario whose rows have not ended, because whoever sent them died. */
bool pt_store_drop(pt_store *store);

/* Saves every scenario that has ended. */
bool pt_store_commit(pt_store *store);

/* Scenarios that are certain to be in the file. */
size_t pt_store_saved(const pt_store *store);

/* Saves, drops what has not ended, and closes. False when something was not saved. NULL is fine. */
bool pt_store_close(pt_store *store);

/*
 * Asks a passing store, which may use the views, and hands over each row: its texts by column, NULL
 * for no value; they live until the call returns. False when the listener says so, or with a
 * finding.
 */
typedef bool (*pt_store_listener)(void *context, const char *const *texts, size_t count);

bool pt_store_ask(pt_store *store, const char *question, pt_store_listener listener, void *context);

/* Adds a finding about the store; `detail` may be NULL. Returns false. */
bool pt_store_find(pt_store *store, pt_code code, const char *detail);

/* The version of the library beneath; lives for ever. */
const char *pt_store_version(void);

#endif
