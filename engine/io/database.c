/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/database.h"

#include <sqlite3.h>
#include <string.h>

enum { LONGEST_VALUE = 1024 * 1024, MOST_COLUMNS = 64 };

struct pt_database {
    sqlite3 *base;
    sqlite3_stmt **statements;
    const pt_database_kind *kind;
    pt_report *report;
    pt_source *source; /* the file, for findings; lives as long as the report */
    bool passing;      /* nobody else sees it */
    bool broken;       /* the file failed */
};

/* --- Errors ----------------------------------------------------------------------------------- */

static pt_code code_of(int result)
{
    switch (result & 0xFF) {
    case SQLITE_NOTADB: return PT_B030;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return PT_B033;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH: return PT_B034;
    case SQLITE_FULL: return PT_B035;
    case SQLITE_CORRUPT: return PT_B036;
    default: return PT_B037;
    }
}

bool pt_database_find(pt_database *base, pt_code code, const char *detail)
{
    pt_position at = {.source = base->source};
    return pt_find(base->report, code, at,
                   PT_ARGS(base->source->path, detail == NULL ? "" : detail), NULL);
}

/* The file failed: everything since the last commit is gone. Returns false. */
static bool fail(pt_database *base, int result)
{
    if (base->broken)
        return false;
    const char *detail = base->base != NULL && sqlite3_errcode(base->base) != SQLITE_OK
                             ? sqlite3_errmsg(base->base)
                             : sqlite3_errstr(result);
    pt_database_find(base, code_of(result), detail);
    base->broken = true;
    if (base->base != NULL && sqlite3_get_autocommit(base->base) == 0)
        sqlite3_exec(base->base, "ROLLBACK", NULL, NULL, NULL);
    return false;
}

bool pt_database_broken(const pt_database *base)
{
    return base->broken;
}

pt_report *pt_database_report(const pt_database *base)
{
    return base->report;
}

const pt_source *pt_database_source(const pt_database *base)
{
    return base->source;
}

/* --- Statements ------------------------------------------------------------------------------- */

bool pt_database_run(pt_database *base, size_t statement)
{
    if (base->broken)
        return false;
    sqlite3_stmt *prepared = base->statements[statement];
    int result = sqlite3_step(prepared);
    int reset = sqlite3_reset(prepared);
    if (result == SQLITE_DONE && reset == SQLITE_OK)
        return true;
    return fail(base, result == SQLITE_DONE ? reset : result);
}

int64_t pt_database_last(const pt_database *base)
{
    return sqlite3_last_insert_rowid(base->base);
}

pt_binder pt_bind(pt_database *base, size_t statement)
{
    return (pt_binder){.base = base,
                       .to = base->statements[statement],
                       .statement = statement,
                       .index = 1,
                       .result = SQLITE_OK};
}

static void keep(pt_binder *to, int result)
{
    to->index++;
    if (to->result == SQLITE_OK)
        to->result = result;
}

void pt_bind_number(pt_binder *to, int64_t number)
{
    keep(to, sqlite3_bind_int64(to->to, to->index, number));
}

void pt_bind_text(pt_binder *to, pt_row_text text)
{
    keep(to, sqlite3_bind_text(to->to, to->index, text.bytes, (int)text.length, SQLITE_STATIC));
}

void pt_bind_word(pt_binder *to, const char *word)
{
    keep(to, sqlite3_bind_text(to->to, to->index, word, -1, SQLITE_STATIC));
}

void pt_bind_null(pt_binder *to)
{
    keep(to, sqlite3_bind_null(to->to, to->index));
}

void pt_bind_date(pt_binder *to, pt_date date)
{
    char written[PT_DATE_TEXT];
    if (!pt_date_valid(date))
        pt_bind_null(to);
    else
        keep(to, sqlite3_bind_text(to->to, to->index, pt_date_format(date, written),
                                   PT_DATE_TEXT - 1, SQLITE_TRANSIENT));
}

void pt_bind_hash(pt_binder *to, uint64_t hash)
{
    char written[17];
    for (int i = 0; i < 16; i++)
        written[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
    keep(to, sqlite3_bind_text(to->to, to->index, written, 16, SQLITE_TRANSIENT));
}

bool pt_database_insert(pt_binder *bound)
{
    if (bound->result != SQLITE_OK)
        return fail(bound->base, bound->result);
    return pt_database_run(bound->base, bound->statement);
}

/* --- Asking ----------------------------------------------------------------------------------- */

bool pt_database_ask(pt_database *base, const char *question, pt_store_listener listener,
                     void *context)
{
    const char *texts[MOST_COLUMNS];
    sqlite3_stmt *asked = NULL;
    if (base->broken)
        return false;
    int result = sqlite3_prepare_v2(base->base, question, -1, &asked, NULL);
    int count = sqlite3_column_count(asked);
    bool wanted = true;
    while (result == SQLITE_OK && wanted && (result = sqlite3_step(asked)) == SQLITE_ROW) {
        for (int i = 0; i < count && i < MOST_COLUMNS; i++)
            texts[i] = (const char *)sqlite3_column_text(asked, i);
        wanted = listener(context, texts, (size_t)count);
        result = SQLITE_OK;
    }
    int closed = sqlite3_finalize(asked);
    if (result != SQLITE_OK && result != SQLITE_DONE)
        return fail(base, result);
    return closed == SQLITE_OK ? wanted : fail(base, closed);
}

/* --- Opening and closing ---------------------------------------------------------------------- */

/* The first column of the first row as a number; false on an error. No row: `*number` stays. */
static bool ask_number(pt_database *base, const char *question, sqlite3_int64 *number)
{
    sqlite3_stmt *asked = NULL;
    int result = sqlite3_prepare_v2(base->base, question, -1, &asked, NULL);
    if (result == SQLITE_OK && (result = sqlite3_step(asked)) == SQLITE_ROW)
        *number = sqlite3_column_int64(asked, 0);
    int closed = sqlite3_finalize(asked);
    return (result == SQLITE_ROW || result == SQLITE_DONE) && closed == SQLITE_OK
               ? true
               : fail(base, result);
}

static bool execute(pt_database *base, const char *text)
{
    int result = sqlite3_exec(base->base, text, NULL, NULL, NULL);
    return result == SQLITE_OK || fail(base, result);
}

static bool configure(pt_database *base, int wait_ms)
{
    const int switches[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, base->passing},
        {SQLITE_DBCONFIG_DQS_DML, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_RESET_DATABASE, 0}, {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        int result = sqlite3_db_config(base->base, switches[i][0], switches[i][1], NULL);
        if (result != SQLITE_OK)
            return fail(base, result);
    }
    sqlite3_limit(base->base, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_limit(base->base, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(base->base, SQLITE_LIMIT_WORKER_THREADS, 0);
    int wait = wait_ms == 0 ? PT_STORE_WAIT_MS : wait_ms < 0 ? 0 : wait_ms;
    int result = sqlite3_busy_timeout(base->base, wait);
    if (result != SQLITE_OK)
        return fail(base, result);
    /*
     * EXTRA is FULL and syncs the folder too, so that no journal comes back after a power loss. A
     * full transaction is some 10 MB of pages: those that do not fit are written and read again.
     */
    return execute(base, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                         "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
                         "PRAGMA synchronous = EXTRA");
}

/* A layout of before lacks tables and views that a later one has. */
static bool add_missing(pt_database *base, const char *name, const char *text, bool older)
{
    return older ? execute(base, text) : pt_database_find(base, PT_B038, name);
}

/* The text of a table, index or view in the file; NULL when it is not there. */
static const char *text_in_file(sqlite3_stmt *theirs, const char *name, int *found)
{
    sqlite3_bind_text(theirs, 1, name, -1, SQLITE_STATIC);
    *found = sqlite3_step(theirs);
    return *found == SQLITE_ROW ? (const char *)sqlite3_column_text(theirs, 0) : NULL;
}

/* Does each table and index of ours stand in the file as in the schema? Views may be changed. */
static bool compare_tables(pt_database *base, sqlite3_stmt *ours, sqlite3_stmt *theirs, bool older)
{
    int result;
    while ((result = sqlite3_step(ours)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(ours, 0);
        const char *text = (const char *)sqlite3_column_text(ours, 1);
        bool view = sqlite3_column_int(ours, 2) == 1;
        int found = SQLITE_OK;
        const char *other = text_in_file(theirs, name, &found);
        bool same = pt_text_equal(text, other), missing = found == SQLITE_DONE;
        sqlite3_reset(theirs);
        if (found != SQLITE_ROW && found != SQLITE_DONE)
            return fail(base, found);
        if (missing && (older || !view) && !add_missing(base, name, text, older))
            return false;
        if (!missing && !same && !view)
            return pt_database_find(base, PT_B038, name);
    }
    return result == SQLITE_DONE || fail(base, result);
}

static bool compare_with(pt_database *base, sqlite3 *model, bool older)
{
    sqlite3_stmt *ours = NULL;
    sqlite3_stmt *theirs = NULL;
    int result = sqlite3_prepare_v2(model,
                                    "SELECT name, sql, type = 'view' FROM sqlite_schema"
                                    " WHERE sql IS NOT NULL ORDER BY rowid",
                                    -1, &ours, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(base->base, "SELECT sql FROM sqlite_schema WHERE name = ?", -1,
                                    &theirs, NULL);
    bool same =
        result == SQLITE_OK ? compare_tables(base, ours, theirs, older) : fail(base, result);
    sqlite3_finalize(ours);
    sqlite3_finalize(theirs);
    return same;
}

/* Are the tables those of the schema, and is no trigger there? */
static bool check_tables(pt_database *base, bool older)
{
    sqlite3 *model = NULL;
    int result = sqlite3_open_v2(":memory:", &model, SQLITE_OPEN_READWRITE, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_exec(model, base->kind->schema, NULL, NULL, NULL);
    bool same = result == SQLITE_OK ? compare_with(base, model, older) : fail(base, result);
    sqlite3_close(model);
    sqlite3_int64 triggers = 0;
    if (!same ||
        !ask_number(base, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", &triggers))
        return false;
    return triggers == 0 || pt_database_find(base, PT_B038, "trigger");
}

static bool find_newer(pt_database *base, sqlite3_int64 version)
{
    char theirs[24];
    char ours[24];
    sqlite3_snprintf((int)sizeof theirs, theirs, "%lld", version);
    sqlite3_snprintf((int)sizeof ours, ours, "%d", base->kind->layout);
    pt_position at = {.source = base->source};
    return pt_find(base->report, PT_B032, at, PT_ARGS(base->source->path, theirs, ours), NULL);
}

/* Makes the tables in a new file, or sees that those of an existing one are ours. */
static bool settle_tables(pt_database *base)
{
    sqlite3_int64 application = 0;
    sqlite3_int64 version = 0;
    sqlite3_int64 things = 0;
    if (!ask_number(base, "PRAGMA application_id", &application) ||
        !ask_number(base, "PRAGMA user_version", &version) ||
        !ask_number(base, "SELECT count(*) FROM sqlite_schema", &things))
        return false;
    if (application == 0 && version == 0 && things == 0)
        return execute(base, base->kind->schema);
    if (application != base->kind->application)
        return pt_database_find(base, PT_B031, NULL);
    if (version < 1 || version > base->kind->layout)
        return find_newer(base, version);
    return check_tables(base, version < base->kind->layout);
}

/* Writing what is there already shows now, and not after hours, that writing is possible. */
static bool mark(pt_database *base)
{
    char marks[128];
    sqlite3_snprintf((int)sizeof marks, marks,
                     "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
                     base->kind->application, base->kind->layout);
    return execute(base, marks);
}

static bool open_tables(pt_database *base)
{
    sqlite3_int64 ignored = 0;
    if (!execute(base, "BEGIN IMMEDIATE"))
        return false;
    bool settled = settle_tables(base);
    if (base->broken)
        return false;
    if (!settled) {
        sqlite3_exec(base->base, "ROLLBACK", NULL, NULL, NULL);
        return false;
    }
    return mark(base) && ask_number(base, "PRAGMA journal_mode = DELETE", &ignored);
}

static bool limit_pages(pt_database *base, int pages)
{
    char text[64];
    if (pages <= 0)
        return true;
    sqlite3_snprintf((int)sizeof text, text, "PRAGMA max_page_count = %d", pages);
    return execute(base, text);
}

static bool prepare(pt_database *base)
{
    for (size_t i = 0; i < base->kind->statement_count; i++) {
        int result = sqlite3_prepare_v3(base->base, base->kind->statements[i], -1,
                                        SQLITE_PREPARE_PERSISTENT, &base->statements[i], NULL);
        if (result != SQLITE_OK)
            return fail(base, result);
    }
    return true;
}

static bool open_file(pt_database *base, const char *path)
{
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    int result = sqlite3_open_v2(path, &base->base, flags, NULL);
    if (result != SQLITE_OK)
        return fail(base, result);
    if (sqlite3_db_readonly(base->base, "main") == 1)
        return fail(base, SQLITE_READONLY);
    sqlite3_extended_result_codes(base->base, 1);
    return true;
}

static pt_database *create(pt_arena *arena, const char *path, const pt_database_kind *kind,
                           pt_report *report)
{
    pt_database *base = PT_NEW(arena, pt_database);
    base->statements = PT_NEW_ARRAY(arena, kind->statement_count, sqlite3_stmt *);
    base->kind = kind;
    base->report = report;
    base->source = PT_NEW(report->arena, pt_source);
    base->source->path = pt_arena_copy(report->arena, path, strlen(path));
    return base;
}

pt_database *pt_database_open(pt_arena *arena, const char *path, const pt_database_kind *kind,
                              const pt_store_options *options, pt_report *report)
{
    pt_database *base = create(arena, path, kind, report);
    base->passing = options->passing;
    /* "file:..." and ":memory:" are names like any other here; no name is a passing file. */
    const char *plain = options->passing ? ""
                        : path[0] == '/' ? path
                                         : pt_format(arena, "./%s", path);
    if (open_file(base, plain) && configure(base, options->wait_ms) && open_tables(base) &&
        limit_pages(base, options->most_pages) && prepare(base))
        return base;
    pt_database_close(base);
    return NULL;
}

bool pt_database_close(pt_database *base)
{
    if (base == NULL)
        return true;
    for (size_t i = 0; i < base->kind->statement_count; i++)
        sqlite3_finalize(base->statements[i]);
    int result = sqlite3_close(base->base);
    base->base = NULL;
    return result == SQLITE_OK || fail(base, result);
}

const char *pt_database_version(void)
{
    return sqlite3_libversion();
}
