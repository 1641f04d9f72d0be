/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/store.h"

#include "io/database.h"
#include "io/rows.h"
#include "io/schema.sql.h"
#include "io/store_rows.h"

enum { APPLICATION_ID = 0x50525446 /* "PRTF" */, LAYOUT = 2 };

static const pt_database_kind results = {.application = APPLICATION_ID,
                                         .layout = LAYOUT,
                                         .schema = (const char *)schema_sql,
                                         .statements = pt_store_statements,
                                         .statement_count = PT_STORE_STATEMENTS};

struct pt_store {
    pt_database *base;
    const char *program_version;
    pt_rows_reader reader;
    int64_t run;
    bool in_transaction;
    bool in_run;
    bool lost;      /* the rows of a run made no sense: skip to the next run */
    size_t waiting; /* ended in this transaction */
    size_t saved;
    size_t unsaved;
};

/* --- Runs and transactions -------------------------------------------------------------------- */

/* The file failed: everything since the last commit is gone. Returns false. */
static bool fail(pt_store *store)
{
    if (!pt_database_broken(store->base))
        return false;
    store->unsaved += store->waiting + store->in_run;
    store->waiting = 0;
    store->in_run = false;
    store->in_transaction = false;
    return false;
}

static bool run(pt_store *store, pt_store_statement statement)
{
    return pt_database_run(store->base, statement) || fail(store);
}

static bool insert(pt_store *store, const pt_row *row)
{
    return pt_store_insert(store->base, store->program_version, store->run, row) || fail(store);
}

static bool begin_run(pt_store *store, const pt_row *row)
{
    store->in_run = true;
    if (!store->in_transaction && !run(store, PT_STORE_BEGIN))
        return false;
    store->in_transaction = true;
    if (!run(store, PT_STORE_SAVEPOINT) || !insert(store, row))
        return false;
    store->run = pt_database_last(store->base);
    return true;
}

static bool end_run(pt_store *store, const pt_row *row)
{
    if (!insert(store, row) || !run(store, PT_STORE_RELEASE))
        return false;
    store->in_run = false;
    store->waiting++;
    return store->waiting < PT_STORE_BATCH || pt_store_commit(store);
}

static bool add_row(pt_store *store, const pt_row *row)
{
    return row->kind == PT_ROW_RUN   ? begin_run(store, row)
           : row->kind == PT_ROW_END ? end_run(store, row)
                                     : insert(store, row);
}

bool pt_store_drop(pt_store *store)
{
    bool broken = pt_database_broken(store->base);
    store->reader = pt_rows_reader_create();
    if (broken || !store->in_run)
        return !broken;
    if (!run(store, PT_STORE_BACK) || !run(store, PT_STORE_RELEASE))
        return false;
    store->in_run = false;
    store->unsaved++;
    return true;
}

static bool refuse_rows(pt_store *store)
{
    pt_database_find(store->base, PT_B039, NULL);
    store->lost = true;
    if (!store->in_run)
        store->unsaved++;
    pt_store_drop(store);
    return false;
}

bool pt_store_add(pt_store *store, const void *bytes, size_t length)
{
    bool begins = length > 0 && *(const unsigned char *)bytes == PT_ROW_RUN;
    if (pt_database_broken(store->base)) {
        store->unsaved += begins;
        return false;
    }
    if (store->lost && !begins)
        return false;
    store->lost = false;
    pt_row row;
    pt_rows_read read;
    pt_rows_feed(&store->reader, bytes, length);
    while ((read = pt_rows_next(&store->reader, &row)) == PT_ROWS_ROW) {
        if (!add_row(store, &row))
            return false;
    }
    return read == PT_ROWS_MORE || refuse_rows(store);
}

bool pt_store_commit(pt_store *store)
{
    bool broken = pt_database_broken(store->base);
    if (broken || !store->in_transaction)
        return !broken;
    if (store->in_run)
        return true; /* when that run has ended */
    if (!run(store, PT_STORE_COMMIT))
        return false;
    store->in_transaction = false;
    store->saved += store->waiting;
    store->waiting = 0;
    return true;
}

size_t pt_store_saved(const pt_store *store)
{
    return store->saved;
}

/* --- Opening and closing ---------------------------------------------------------------------- */

pt_store *pt_store_open(pt_arena *arena, const char *path, const pt_store_options *options,
                        pt_report *report)
{
    pt_store *store = PT_NEW(arena, pt_store);
    store->program_version = options->program_version;
    store->reader = pt_rows_reader_create();
    store->base = pt_database_open(arena, path, &results, options, report);
    return store->base == NULL ? NULL : store;
}

static void note_unsaved(pt_store *store)
{
    pt_report *report = pt_database_report(store->base);
    pt_position at = {.source = pt_database_source(store->base)};
    pt_find(report, PT_B040, at,
            PT_ARGS(at.source->path, pt_format(report->arena, "%zu", store->saved),
                    pt_format(report->arena, "%zu", store->unsaved)),
            NULL);
}

bool pt_store_close(pt_store *store)
{
    if (store == NULL)
        return true;
    pt_store_drop(store);
    pt_store_commit(store);
    bool closed = pt_database_close(store->base);
    if (store->unsaved > 0)
        note_unsaved(store);
    return closed && !pt_database_broken(store->base) && store->unsaved == 0;
}

bool pt_store_ask(pt_store *store, const char *question, pt_store_listener listener, void *context)
{
    return pt_database_ask(store->base, question, listener, context);
}

bool pt_store_find(pt_store *store, pt_code code, const char *detail)
{
    return pt_database_find(store->base, code, detail);
}

const char *pt_store_version(void)
{
    return pt_database_version();
}
