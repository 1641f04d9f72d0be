/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/store.h"

#include <sqlite3.h>
#include <string.h>

#include "io/rows.h"
#include "io/schema.sql.h"

enum {
    APPLICATION_ID = 0x50525446, /* "PRTF" */
    LAYOUT = 1,
    LONGEST_VALUE = 1024 * 1024
};

typedef enum statement {
    BEGIN,
    COMMIT,
    SAVEPOINT,
    RELEASE,
    BACK,
    INSERT_RUN,
    INSERT_SUBJECT,
    INSERT_EVENT,
    INSERT_FACT,
    INSERT_EVALUATION,
    INSERT_DUTY,
    INSERT_DECISION,
    INSERT_EXPECTATION,
    INSERT_FINDING,
    FINISH_RUN,
    STATEMENT_COUNT
} statement;

static const char *const texts[STATEMENT_COUNT] = {
    [BEGIN] = "BEGIN IMMEDIATE",
    [COMMIT] = "COMMIT",
    [SAVEPOINT] = "SAVEPOINT scenario",
    [RELEASE] = "RELEASE scenario",
    [BACK] = "ROLLBACK TO scenario",
    [INSERT_RUN] =
        "INSERT INTO run (program_version, pack, pack_version, pack_hash, variant, scenario, title,"
        " file, scenario_hash, first_day, last_day, region) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_SUBJECT] = "INSERT INTO subject VALUES (?,?,?,?)",
    [INSERT_EVENT] = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)",
    [INSERT_FACT] = "INSERT INTO fact_change VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_EVALUATION] = "INSERT INTO evaluation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_DUTY] = "INSERT INTO duty VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_DECISION] = "INSERT INTO decision VALUES (?,?,?,?,?,?,?)",
    [INSERT_EXPECTATION] = "INSERT INTO expectation VALUES (?,?,?,?,?,?,?,?,?,?,?)",
    [INSERT_FINDING] = "INSERT INTO finding VALUES (?,?,?,?,?,?,?,?)",
    [FINISH_RUN] = "UPDATE run SET passed = ?2, failed = ?3, unjudged = ?4, broken = ?5,"
                   " complete = 1 WHERE number = ?1",
};

struct pt_store {
    sqlite3 *base;
    sqlite3_stmt *statements[STATEMENT_COUNT];
    pt_report *report;
    pt_source *source; /* the file, for findings; lives as long as the report */
    const char *program_version;
    pt_rows_reader reader;
    char scenario[128]; /* of the run being added, perhaps cut */
    sqlite3_int64 run;
    bool in_transaction;
    bool in_run;
    bool lost;      /* the rows of a run made no sense: skip to the next run */
    bool broken;    /* the file failed */
    size_t waiting; /* ended in this transaction */
    size_t saved;
    size_t unsaved;
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

static bool find(pt_store *store, pt_code code, const char *detail)
{
    pt_position at = {.source = store->source};
    return pt_find(store->report, code, at,
                   PT_ARGS(store->source->path, detail == NULL ? "" : detail), NULL);
}

/* The file failed: everything since the last commit is gone. Returns false. */
static bool fail(pt_store *store, int result)
{
    if (store->broken)
        return false;
    const char *detail = store->base != NULL && sqlite3_errcode(store->base) != SQLITE_OK
                             ? sqlite3_errmsg(store->base)
                             : sqlite3_errstr(result);
    find(store, code_of(result), detail);
    store->broken = true;
    store->unsaved += store->waiting + store->in_run;
    store->waiting = 0;
    store->in_run = false;
    if (store->base != NULL && sqlite3_get_autocommit(store->base) == 0)
        sqlite3_exec(store->base, "ROLLBACK", NULL, NULL, NULL);
    store->in_transaction = false;
    return false;
}

/* --- Statements ------------------------------------------------------------------------------- */

/* Runs a prepared statement that gives no rows; parameters are bound already. */
static bool run(pt_store *store, statement which)
{
    sqlite3_stmt *prepared = store->statements[which];
    int result = sqlite3_step(prepared);
    int reset = sqlite3_reset(prepared);
    if (result == SQLITE_DONE && reset == SQLITE_OK)
        return true;
    return fail(store, result == SQLITE_DONE ? reset : result);
}

/* Binds parameters one after the other; the first failure is kept. */
typedef struct binder {
    sqlite3_stmt *to;
    int index;
    int result;
} binder;

static binder bind(const pt_store *store, statement which)
{
    return (binder){.to = store->statements[which], .index = 1, .result = SQLITE_OK};
}

static void keep(binder *to, int result)
{
    to->index++;
    if (to->result == SQLITE_OK)
        to->result = result;
}

static void bind_number(binder *to, sqlite3_int64 number)
{
    keep(to, sqlite3_bind_int64(to->to, to->index, number));
}

static void bind_text(binder *to, pt_row_text text)
{
    keep(to, sqlite3_bind_text(to->to, to->index, text.bytes, (int)text.length, SQLITE_STATIC));
}

static void bind_word(binder *to, const char *word)
{
    keep(to, sqlite3_bind_text(to->to, to->index, word, -1, SQLITE_STATIC));
}

static void bind_null(binder *to)
{
    keep(to, sqlite3_bind_null(to->to, to->index));
}

static void bind_date(binder *to, pt_date date)
{
    char written[PT_DATE_TEXT];
    if (!pt_date_valid(date))
        bind_null(to);
    else
        keep(to, sqlite3_bind_text(to->to, to->index, pt_date_format(date, written),
                                   PT_DATE_TEXT - 1, SQLITE_TRANSIENT));
}

static void bind_hash(binder *to, uint64_t hash)
{
    char written[17];
    for (int i = 0; i < 16; i++)
        written[i] = "0123456789abcdef"[hash >> (60 - 4 * i) & 15];
    keep(to, sqlite3_bind_text(to->to, to->index, written, 16, SQLITE_TRANSIENT));
}

static void bind_value(binder *to, const pt_row_value *value)
{
    static const char *const kinds[] = {
        [PT_UNKNOWN] = "onbekend", [PT_NONE] = "geen",     [PT_YESNO] = "ja_nee",
        [PT_NUMBER] = "getal",     [PT_MONEY] = "bedrag",  [PT_PERCENT] = "percentage",
        [PT_DATE] = "datum",       [PT_DURATION] = "duur", [PT_CHOICE] = "keuze",
        [PT_SUBJECT] = "onderwerp"};
    bind_text(to, value->shown);
    bind_word(to, kinds[value->kind]);
    if (value->kind == PT_UNKNOWN || value->kind == PT_NONE)
        bind_null(to);
    else
        bind_number(to, value->amount);
}

static void bind_place(binder *to, const pt_row_place *at)
{
    bind_text(to, at->file);
    bind_number(to, at->line);
    bind_number(to, at->column);
}

static bool insert(pt_store *store, statement which, const binder *bound)
{
    if (bound->result != SQLITE_OK)
        return fail(store, bound->result);
    return run(store, which);
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* Run, number, day and, for most, subject: what every record begins with. */
static binder bind_head(const pt_store *store, statement which, const pt_row *row, bool subject)
{
    binder to = bind(store, which);
    bind_number(&to, store->run);
    bind_number(&to, row->number);
    bind_date(&to, row->day);
    if (subject && row->subject == UINT32_MAX)
        bind_null(&to);
    else if (subject)
        bind_number(&to, row->subject);
    return to;
}

static void keep_name(pt_store *store, pt_row_text name)
{
    size_t length = name.length < sizeof store->scenario ? name.length : sizeof store->scenario - 1;
    while (length > 0 && length < name.length && ((unsigned char)name.bytes[length] & 0xC0) == 0x80)
        length--;
    memcpy(store->scenario, name.bytes, length);
    store->scenario[length] = '\0';
}

static bool begin_run(pt_store *store, const pt_row *row)
{
    store->in_run = true;
    if (!store->in_transaction && !run(store, BEGIN))
        return false;
    store->in_transaction = true;
    if (!run(store, SAVEPOINT))
        return false;
    keep_name(store, row->of.run.scenario);
    binder to = bind(store, INSERT_RUN);
    bind_word(&to, store->program_version);
    bind_text(&to, row->of.run.pack);
    bind_text(&to, row->of.run.pack_version);
    bind_hash(&to, row->of.run.pack_hash);
    bind_text(&to, row->of.run.variant);
    bind_text(&to, row->of.run.scenario);
    bind_text(&to, row->of.run.title);
    bind_text(&to, row->of.run.file);
    bind_hash(&to, row->of.run.scenario_hash);
    bind_date(&to, row->of.run.from);
    bind_date(&to, row->of.run.until);
    bind_text(&to, row->of.run.region);
    if (!insert(store, INSERT_RUN, &to))
        return false;
    store->run = sqlite3_last_insert_rowid(store->base);
    return true;
}

static bool add_subject(pt_store *store, const pt_row *row)
{
    binder to = bind(store, INSERT_SUBJECT);
    bind_number(&to, store->run);
    bind_number(&to, row->number);
    bind_text(&to, row->of.subject.name);
    bind_text(&to, row->of.subject.kind);
    return insert(store, INSERT_SUBJECT, &to);
}

static bool add_event(pt_store *store, const pt_row *row)
{
    binder to = bind_head(store, INSERT_EVENT, row, true);
    bind_text(&to, row->of.event.name);
    bind_date(&to, row->of.event.holds_from);
    bind_text(&to, row->of.event.cause);
    bind_text(&to, row->of.event.reason);
    return insert(store, INSERT_EVENT, &to);
}

static bool add_fact(pt_store *store, const pt_row *row)
{
    binder to = bind_head(store, INSERT_FACT, row, true);
    bind_text(&to, row->of.fact.name);
    bind_value(&to, &row->of.fact.before);
    bind_value(&to, &row->of.fact.after);
    bind_date(&to, row->of.fact.since);
    return insert(store, INSERT_FACT, &to);
}

static bool add_evaluation(pt_store *store, const pt_row *row)
{
    static const char *const ways[] = {[PT_WAY_RULE] = "regel",
                                       [PT_WAY_EXCEPTION] = "uitzondering",
                                       [PT_WAY_MISSING] = "gegeven_onbekend",
                                       [PT_WAY_NOT_IN_FORCE] = "niet_van_kracht",
                                       [PT_WAY_CONFLICT] = "tegenspraak",
                                       [PT_WAY_FAILED] = "mislukt"};
    binder to = bind_head(store, INSERT_EVALUATION, row, true);
    bind_text(&to, row->of.evaluation.name);
    bind_value(&to, &row->of.evaluation.value);
    bind_word(&to, ways[row->of.evaluation.way]);
    bind_text(&to, row->of.evaluation.missing);
    bind_text(&to, row->of.evaluation.reason);
    bind_text(&to, row->of.evaluation.source);
    bind_date(&to, row->of.evaluation.holds_until);
    bind_number(&to, row->of.evaluation.assumed);
    return insert(store, INSERT_EVALUATION, &to);
}

static bool add_duty(pt_store *store, const pt_row *row)
{
    static const char *const statuses[] = {[PT_DUTY_ABSENT] = "geen",
                                           [PT_DUTY_OPEN] = "open",
                                           [PT_DUTY_STANDS_STILL] = "staat_stil",
                                           [PT_DUTY_FULFILLED] = "vervuld",
                                           [PT_DUTY_LATE] = "te_laat",
                                           [PT_DUTY_FULFILLED_LATE] = "te_laat_vervuld",
                                           [PT_DUTY_LAPSED] = "vervallen"};
    binder to = bind_head(store, INSERT_DUTY, row, true);
    bind_text(&to, row->of.duty.name);
    bind_number(&to, row->of.duty.faculty);
    bind_word(&to, statuses[row->of.duty.status]);
    bind_text(&to, row->of.duty.bearer);
    bind_date(&to, row->of.duty.period);
    bind_date(&to, row->of.duty.start);
    bind_date(&to, row->of.duty.due);
    bind_date(&to, row->of.duty.fulfilled);
    bind_date(&to, row->of.duty.lapsed);
    bind_text(&to, row->of.duty.source);
    bind_number(&to, row->of.duty.assumed);
    bind_number(&to, row->of.duty.calendar_unknown);
    return insert(store, INSERT_DUTY, &to);
}

static bool add_decision(pt_store *store, const pt_row *row)
{
    binder to = bind_head(store, INSERT_DECISION, row, false);
    bind_text(&to, row->of.decision.name);
    bind_text(&to, row->of.decision.question);
    bind_text(&to, row->of.decision.by);
    bind_text(&to, row->of.decision.chosen);
    return insert(store, INSERT_DECISION, &to);
}

static bool add_expectation(pt_store *store, const pt_row *row)
{
    static const char *const fields[] = {
        [PT_FIELD_VALUE] = "waarde",    [PT_FIELD_STATUS] = "status",
        [PT_FIELD_BEARER] = "wie",      [PT_FIELD_DUE] = "uiterlijk",
        [PT_FIELD_SOURCE] = "bron",     [PT_FIELD_REASON] = "reden",
        [PT_FIELD_CONTAINS] = "bevat",  [PT_FIELD_CONTAINS_NOT] = "bevat_niet",
        [PT_FIELD_EXACTLY] = "precies", [PT_FIELD_COUNT] = "aantal"};
    static const char *const verdicts[] = {[PT_VERDICT_PASSED] = "uitgekomen",
                                           [PT_VERDICT_FAILED] = "niet_uitgekomen",
                                           [PT_VERDICT_UNJUDGED] = "nog_niet_beoordeeld"};
    binder to = bind_head(store, INSERT_EXPECTATION, row, false);
    bind_text(&to, row->of.expectation.what);
    bind_word(&to, fields[row->of.expectation.field]);
    bind_word(&to, verdicts[row->of.expectation.verdict]);
    bind_text(&to, row->of.expectation.expected);
    bind_text(&to, row->of.expectation.found);
    bind_place(&to, &row->of.expectation.at);
    return insert(store, INSERT_EXPECTATION, &to);
}

static bool add_finding(pt_store *store, const pt_row *row)
{
    static const char *const severities[] = {
        [PT_ERROR] = "fout", [PT_WARNING] = "waarschuwing", [PT_NOTE] = "opmerking"};
    binder to = bind(store, INSERT_FINDING);
    bind_number(&to, store->run);
    bind_number(&to, row->number);
    bind_text(&to, row->of.finding.code);
    bind_word(&to, severities[row->of.finding.severity]);
    bind_text(&to, row->of.finding.message);
    bind_place(&to, &row->of.finding.at);
    return insert(store, INSERT_FINDING, &to);
}

static bool end_run(pt_store *store, const pt_row *row)
{
    binder to = bind(store, FINISH_RUN);
    bind_number(&to, store->run);
    bind_number(&to, (sqlite3_int64)row->of.end.passed);
    bind_number(&to, (sqlite3_int64)row->of.end.failed);
    bind_number(&to, (sqlite3_int64)row->of.end.unjudged);
    bind_number(&to, row->of.end.broken);
    if (!insert(store, FINISH_RUN, &to) || !run(store, RELEASE))
        return false;
    store->in_run = false;
    store->waiting++;
    return store->waiting < PT_STORE_BATCH || pt_store_commit(store);
}

static bool add_row(pt_store *store, const pt_row *row)
{
    switch ((pt_row_kind)row->kind) {
    case PT_ROW_RUN: return begin_run(store, row);
    case PT_ROW_SUBJECT: return add_subject(store, row);
    case PT_ROW_EVENT: return add_event(store, row);
    case PT_ROW_FACT: return add_fact(store, row);
    case PT_ROW_EVALUATION: return add_evaluation(store, row);
    case PT_ROW_DUTY: return add_duty(store, row);
    case PT_ROW_DECISION: return add_decision(store, row);
    case PT_ROW_EXPECTATION: return add_expectation(store, row);
    case PT_ROW_FINDING: return add_finding(store, row);
    case PT_ROW_END: return end_run(store, row);
    }
    return false;
}

bool pt_store_drop(pt_store *store)
{
    store->reader = pt_rows_reader_create();
    if (store->broken || !store->in_run)
        return !store->broken;
    if (!run(store, BACK) || !run(store, RELEASE))
        return false;
    store->in_run = false;
    store->unsaved++;
    return true;
}

static bool refuse_rows(pt_store *store)
{
    find(store, PT_B039, NULL);
    store->lost = true;
    if (!store->in_run)
        store->unsaved++;
    pt_store_drop(store);
    return false;
}

bool pt_store_add(pt_store *store, const void *bytes, size_t length)
{
    bool begins = length > 0 && *(const unsigned char *)bytes == PT_ROW_RUN;
    if (store->broken) {
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
    if (store->broken || !store->in_transaction)
        return !store->broken;
    if (store->in_run)
        return true; /* when that run has ended */
    if (!run(store, COMMIT))
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

/* The first column of the first row as a number; false on an error. No row: `*number` stays. */
static bool ask_number(pt_store *store, const char *question, sqlite3_int64 *number)
{
    sqlite3_stmt *asked = NULL;
    int result = sqlite3_prepare_v2(store->base, question, -1, &asked, NULL);
    if (result == SQLITE_OK && (result = sqlite3_step(asked)) == SQLITE_ROW)
        *number = sqlite3_column_int64(asked, 0);
    int closed = sqlite3_finalize(asked);
    return (result == SQLITE_ROW || result == SQLITE_DONE) && closed == SQLITE_OK
               ? true
               : fail(store, result);
}

static bool execute(pt_store *store, const char *text)
{
    int result = sqlite3_exec(store->base, text, NULL, NULL, NULL);
    return result == SQLITE_OK || fail(store, result);
}

static bool configure(pt_store *store, int wait_ms)
{
    static const int switches[][2] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},      {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_RESET_DATABASE, 0}, {SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0}};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        int result = sqlite3_db_config(store->base, switches[i][0], switches[i][1], NULL);
        if (result != SQLITE_OK)
            return fail(store, result);
    }
    sqlite3_limit(store->base, SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
    sqlite3_limit(store->base, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(store->base, SQLITE_LIMIT_WORKER_THREADS, 0);
    int wait = wait_ms == 0 ? PT_STORE_WAIT_MS : wait_ms < 0 ? 0 : wait_ms;
    int result = sqlite3_busy_timeout(store->base, wait);
    if (result != SQLITE_OK)
        return fail(store, result);
    /*
     * EXTRA is FULL and syncs the folder too, so that no journal comes back after a power loss. A
     * full transaction is some 10 MB of pages: those that do not fit are written and read again.
     */
    return execute(store, "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                          "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000;"
                          "PRAGMA synchronous = EXTRA");
}

static bool create_tables(pt_store *store)
{
    char marks[96];
    sqlite3_snprintf((int)sizeof marks, marks,
                     "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
                     LAYOUT);
    return execute(store, (const char *)schema_sql) && execute(store, marks);
}

/* Does each table and index of ours stand in the file as in schema.sql, and is no trigger there? */
static bool compare_tables(pt_store *store, sqlite3_stmt *ours, sqlite3_stmt *theirs)
{
    int result;
    while ((result = sqlite3_step(ours)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(ours, 0);
        const char *text = (const char *)sqlite3_column_text(ours, 1);
        sqlite3_bind_text(theirs, 1, name, -1, SQLITE_STATIC);
        int found = sqlite3_step(theirs);
        const char *other =
            found == SQLITE_ROW ? (const char *)sqlite3_column_text(theirs, 0) : NULL;
        bool same = found == SQLITE_ROW && pt_text_equal(text, other);
        if (found != SQLITE_ROW && found != SQLITE_DONE)
            return fail(store, found);
        if (!same)
            return find(store, PT_B038, name);
        sqlite3_reset(theirs);
    }
    return result == SQLITE_DONE || fail(store, result);
}

static bool check_tables(pt_store *store)
{
    sqlite3 *model = NULL;
    sqlite3_stmt *ours = NULL;
    sqlite3_stmt *theirs = NULL;
    int result = sqlite3_open_v2(":memory:", &model, SQLITE_OPEN_READWRITE, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_exec(model, (const char *)schema_sql, NULL, NULL, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(model,
                                    "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                    " AND type IN ('table', 'index')",
                                    -1, &ours, NULL);
    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(store->base, "SELECT sql FROM sqlite_schema WHERE name = ?", -1,
                                    &theirs, NULL);
    bool same = result == SQLITE_OK ? compare_tables(store, ours, theirs) : fail(store, result);
    sqlite3_finalize(ours);
    sqlite3_finalize(theirs);
    sqlite3_close(model);
    sqlite3_int64 triggers = 0;
    if (!same ||
        !ask_number(store, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'", &triggers))
        return false;
    return triggers == 0 || find(store, PT_B038, "trigger");
}

static bool find_newer(pt_store *store, sqlite3_int64 version)
{
    char theirs[24];
    char ours[24];
    sqlite3_snprintf((int)sizeof theirs, theirs, "%lld", version);
    sqlite3_snprintf((int)sizeof ours, ours, "%d", LAYOUT);
    pt_position at = {.source = store->source};
    return pt_find(store->report, PT_B032, at, PT_ARGS(store->source->path, theirs, ours), NULL);
}

/* Makes the tables in a new file, or sees that those of an existing one are ours. */
static bool settle_tables(pt_store *store)
{
    sqlite3_int64 application = 0;
    sqlite3_int64 version = 0;
    sqlite3_int64 things = 0;
    if (!ask_number(store, "PRAGMA application_id", &application) ||
        !ask_number(store, "PRAGMA user_version", &version) ||
        !ask_number(store, "SELECT count(*) FROM sqlite_schema", &things))
        return false;
    if (application == 0 && version == 0 && things == 0)
        return create_tables(store);
    if (application != APPLICATION_ID)
        return find(store, PT_B031, NULL);
    if (version != LAYOUT)
        return find_newer(store, version);
    return check_tables(store);
}

static bool open_tables(pt_store *store)
{
    sqlite3_int64 ignored = 0;
    if (!execute(store, "BEGIN IMMEDIATE"))
        return false;
    bool settled = settle_tables(store);
    if (store->broken)
        return false;
    if (!settled) {
        sqlite3_exec(store->base, "ROLLBACK", NULL, NULL, NULL);
        return false;
    }
    /* Writing what is there already shows now, and not after hours, that writing is possible. */
    return execute(store, "PRAGMA user_version = 1; COMMIT") &&
           ask_number(store, "PRAGMA journal_mode = DELETE", &ignored);
}

static bool limit_pages(pt_store *store, int pages)
{
    char text[64];
    if (pages <= 0)
        return true;
    sqlite3_snprintf((int)sizeof text, text, "PRAGMA max_page_count = %d", pages);
    return execute(store, text);
}

static bool prepare(pt_store *store)
{
    for (int i = 0; i < STATEMENT_COUNT; i++) {
        int result = sqlite3_prepare_v3(store->base, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
                                        &store->statements[i], NULL);
        if (result != SQLITE_OK)
            return fail(store, result);
    }
    return true;
}

static bool open_file(pt_store *store, const char *path)
{
    int flags =
        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE;
    int result = sqlite3_open_v2(path, &store->base, flags, NULL);
    if (result != SQLITE_OK)
        return fail(store, result);
    if (sqlite3_db_readonly(store->base, "main") == 1)
        return fail(store, SQLITE_READONLY);
    sqlite3_extended_result_codes(store->base, 1);
    return true;
}

pt_store *pt_store_open(pt_arena *arena, const char *path, const pt_store_options *options,
                        pt_report *report)
{
    pt_store *store = PT_NEW(arena, pt_store);
    store->report = report;
    store->source = PT_NEW(report->arena, pt_source);
    store->source->path = pt_arena_copy(report->arena, path, strlen(path));
    store->program_version = options->program_version;
    store->reader = pt_rows_reader_create();
    /* "file:..." and ":memory:" are names like any other here. */
    const char *plain = path[0] == '/' ? path : pt_format(arena, "./%s", path);
    if (open_file(store, plain) && configure(store, options->wait_ms) && open_tables(store) &&
        limit_pages(store, options->most_pages) && prepare(store))
        return store;
    pt_store_close(store);
    return NULL;
}

static void note_unsaved(pt_store *store)
{
    pt_arena *arena = store->report->arena;
    pt_position at = {.source = store->source};
    pt_find(store->report, PT_B040, at,
            PT_ARGS(store->source->path, pt_format(arena, "%zu", store->saved),
                    pt_format(arena, "%zu", store->unsaved)),
            NULL);
}

bool pt_store_close(pt_store *store)
{
    if (store == NULL)
        return true;
    pt_store_drop(store);
    pt_store_commit(store);
    for (int i = 0; i < STATEMENT_COUNT; i++)
        sqlite3_finalize(store->statements[i]);
    int result = sqlite3_close(store->base);
    store->base = NULL;
    if (result != SQLITE_OK)
        fail(store, result);
    if (store->unsaved > 0)
        note_unsaved(store);
    return !store->broken && store->unsaved == 0;
}

const char *pt_store_version(void)
{
    return sqlite3_libversion();
}
