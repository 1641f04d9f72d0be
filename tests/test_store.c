/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "io/rows.h"
#include "io/store.h"
#include "meeting_fixture.h"

typedef struct store_fixture {
    report_fixture *run;
    pt_arena *arena;
    pt_report report;
    char folder[64];
    char path[96];
    pt_text rows; /* of the run */
} store_fixture;

static bool gather(void *context, const char *bytes, size_t length)
{
    pt_text_add_bytes(context, bytes, length);
    return true;
}

static int set_up(void **state)
{
    report_fixture *run = fixture_create();
    store_fixture *one = PT_NEW(run->arena, store_fixture);
    one->run = run;
    one->arena = run->arena;
    one->report = pt_report_create(run->arena);
    strcpy(one->folder, "/tmp/proeftuin-store-XXXXXX");
    assert_non_null(mkdtemp(one->folder));
    snprintf(one->path, sizeof one->path, "%s/uitkomst.db", one->folder);
    one->rows = pt_text_create(run->arena);
    pt_text scratch = pt_text_create(run->arena);
    assert_true(pt_rows_write(&scratch, &run->result, NULL, gather, &one->rows));
    *state = one;
    return 0;
}

static int tear_down(void **state)
{
    store_fixture *one = *state;
    char journal[128];
    snprintf(journal, sizeof journal, "%s-journal", one->path);
    unlink(journal);
    unlink(one->path);
    rmdir(one->folder);
    pt_arena_destroy(one->run->arena);
    return 0;
}

static const pt_store_options options = {.program_version = "1.0", .wait_ms = -1};

static pt_store *open_store(store_fixture *one)
{
    return pt_store_open(one->arena, one->path, &options, &one->report);
}

static bool add(store_fixture *one, pt_store *store)
{
    return pt_store_add(store, one->rows.bytes, one->rows.length);
}

/* One text from the file, or "(none)". */
static const char *ask(store_fixture *one, const char *question)
{
    sqlite3 *base = NULL;
    sqlite3_stmt *asked = NULL;
    assert_int_equal(sqlite3_open(one->path, &base), SQLITE_OK);
    if (sqlite3_prepare_v2(base, question, -1, &asked, NULL) != SQLITE_OK)
        fail_msg("%s: %s", question, sqlite3_errmsg(base));
    const char *answer = "(none)";
    if (sqlite3_step(asked) == SQLITE_ROW && sqlite3_column_type(asked, 0) != SQLITE_NULL)
        answer = pt_format(one->arena, "%s", (const char *)sqlite3_column_text(asked, 0));
    sqlite3_finalize(asked);
    sqlite3_close(base);
    return answer;
}

static void execute(store_fixture *one, const char *text)
{
    sqlite3 *base = NULL;
    char *message = NULL;
    assert_int_equal(sqlite3_open(one->path, &base), SQLITE_OK);
    if (sqlite3_exec(base, text, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s", message);
    sqlite3_close(base);
}

static void assert_found(const store_fixture *one, pt_code code)
{
    for (size_t i = 0; i < one->report.count; i++) {
        if (one->report.findings[i].code == code)
            return;
    }
    fail_msg("%s is niet gevonden; wel %s", pt_code_describe(code)->name,
             one->report.count == 0
                 ? "niets"
                 : pt_finding_sentence(one->arena, &one->report.findings[0], PT_DUTCH));
}

static void a_run_is_stored_and_read_back(void **state)
{
    static const struct {
        const char *question;
        const char *answer;
    } rows[] = {
        {"SELECT count(*) FROM run WHERE complete = 1 AND passed = 1 AND failed = 1", "1"},
        {"SELECT pack_hash FROM run", "123456789abcdef0"},
        {"SELECT scenario_hash FROM run", "fedcba9876543210"},
        {"SELECT program_version FROM run", "1.0"},
        {"SELECT variant FROM run", "(none)"},
        {"SELECT group_concat(name) FROM (SELECT name FROM subject ORDER BY number)",
         "esdoorn,wilg,l1,a1"},
        {"SELECT cause FROM event WHERE name = 'beslistermijn_verstreken'", "besluit_nemen"},
        {"SELECT value || kind || amount FROM fact_change WHERE fact = 'ontvangen_op'",
         "2026-06-15datum20619"},
        {"SELECT before_amount FROM fact_change WHERE fact = 'ontvangen_op'", "(none)"},
        {"SELECT reason FROM evaluation WHERE rule = 'zorgplicht_geldt'",
         "de school biedt een passende plek of zoekt die"},
        {"SELECT status || fulfilled FROM duty WHERE name = 'besluit_nemen' ORDER BY number DESC",
         "te_laat_vervuld2026-08-25"},
        {"SELECT chosen FROM decision", "besluiten"},
        {"SELECT found FROM expectation WHERE verdict = 'niet_uitgekomen'", "nee"},
        {"PRAGMA integrity_check", "ok"},
        {"PRAGMA foreign_key_check", "(none)"},
        {"PRAGMA journal_mode", "delete"},
        {"PRAGMA user_version", "2"},
        {"PRAGMA application_id", "1347572806"},
        {"SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND strict = 0"
         " AND name NOT LIKE 'sqlite%'",
         "0"},
    };
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_non_null(store);
    assert_true(add(one, store));
    assert_int_equal(pt_store_saved(store), 0);
    assert_true(pt_store_commit(store));
    assert_int_equal(pt_store_saved(store), 1);
    assert_true(pt_store_close(store));
    assert_int_equal(one->report.count, 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(ask(one, rows[i].question), rows[i].answer);
}

static void the_views_answer_what_people_ask(void **state)
{
    static const struct {
        const char *question;
        const char *answer;
    } rows[] = {
        {"SELECT drager || ' ' || plicht || ' ' || dagen_te_laat FROM te_late_plichten",
         "esdoorn besluit_nemen 29"},
        {"SELECT drager || aantal || nog_niet_gedaan FROM te_laat_per_drager", "esdoorn10"},
        {"SELECT group_concat(soort) FROM (SELECT soort FROM tijdlijn WHERE dag = '2026-06-15'"
         " AND onderwerp = 'a1' ORDER BY volgorde)",
         "gebeurtenis,gegeven,gegeven,gegeven,uitkomst,uitkomst,plicht"},
        {"SELECT bron || uitkomst || hoe FROM welke_regel_besliste WHERE regel ="
         " 'tijdelijk_te_plaatsen' ORDER BY dag DESC LIMIT 1",
         "WPO art. 40 lid 7jaregel"},
        {"SELECT group_concat(wat) FROM rust_op_aanname", "tijdelijk_te_plaatsen,bezwaar_maken"},
        {"SELECT plaats FROM niet_uitgekomen", "scenarios/dossiers/te-laat.yaml:31:40"},
        {"SELECT status FROM plichten WHERE plicht = 'besluit_nemen'", "te_laat_vervuld"},
        {"SELECT afgebroken FROM gespeeld", "nee"},
    };
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_true(add(one, store));
    assert_true(pt_store_close(store));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(ask(one, rows[i].question), rows[i].answer);
}

/* Stores the fixture with its meetings, and what is given as money. */
static void store_meetings(store_fixture *one)
{
    meeting_fixture_add(one->run);
    pt_text scratch = pt_text_create(one->arena);
    pt_text rows = pt_text_create(one->arena);
    assert_true(pt_rows_write(&scratch, &one->run->result, NULL, gather, &rows));
    pt_store *store = open_store(one);
    assert_true(pt_store_add(store, rows.bytes, rows.length));
    assert_true(pt_store_close(store));
}

static void decisions_votes_and_mandates_have_views(void **state)
{
    static const struct {
        const char *question;
        const char *answer;
    } rows[] = {
        {"SELECT group_concat(voorstel || ' ' || uitslag || ' ' || geldigheid, '; ')"
         " FROM besluiten",
         "arrangement_wilg aangenomen vernietigbaar; begroting niet_gestemd geen_besluit"},
        {"SELECT bedrag || ' ' || dag || ' ' || dagen || ' ' || reden || ' ' || bron FROM "
         "besluiten",
         "40000.50 2026-06-16 15 een belang is niet gemeld BW art. 2:15"},
        {"SELECT doorslaggevend || ' ' || anders_geteld || ' ' || aanwezigen || '/' || leden"
         " FROM besluiten",
         "ada twee_derde: verworpen 3/4"},
        {"SELECT coalesce(bedrag, dagen, voorgelegd_op, '-') || quorum FROM besluiten"
         " WHERE voorstel = 'begroting'",
         "-nee"},
        {"SELECT group_concat(persoon || ':' || stem || ':' || hoe || ':' || telt_mee) FROM "
         "stemmen",
         "ada:voor:zelf:ja,bas:tegen:zelf:ja,dua:onthouding:bij_volmacht:ja"},
        {"SELECT belang || eigen_zaak || voorzitter || doorslaggevend FROM stemmen",
         "ongemeldjajaja"},
        {"SELECT orgaan || ' ' || bevoegdheid || ' ' || bedrag || ' ' || bron || ' ' || bevoegd"
         " FROM mandaten",
         "ab arrangement_toekennen 40000.50 statuten art. 9 ja"},
        {"SELECT count(*) FROM mandaten", "1"},
        {"PRAGMA foreign_key_check", "(none)"},
    };
    store_fixture *one = *state;
    store_meetings(one);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(ask(one, rows[i].question), rows[i].answer);
}

static void money_stands_by_who_gets_it_and_year(void **state)
{
    static const struct {
        const char *question;
        const char *answer;
    } rows[] = {
        /* 2026 ends at -0.05; 2027 begins with that, until 2 March; in 2028 nothing is known */
        {"SELECT group_concat(jaar || ' ' || bedrag || ' ' || sinds, '; ')"
         " FROM geld_per_school_en_jaar WHERE school = 'wilg'",
         "2026 -0.05 2026-12-01; 2027 1234.00 2027-03-02"},
        {"SELECT count(*) FROM geld_per_jaar WHERE soort <> 'school'", "0"},
        {"SELECT printf('%.2f', sum(bedrag)) FROM geld_per_jaar", "1233.95"},
    };
    store_fixture *one = *state;
    report_fixture *run = one->run;
    run->scenario.until = fixture_day(2028, 6, 30);
    const struct {
        pt_date day;
        pt_value value;
    } given[] = {{fixture_day(2026, 11, 1), pt_value_of(PT_MONEY, 100)},
                 {fixture_day(2026, 12, 1), pt_value_of(PT_MONEY, -5)},
                 {fixture_day(2027, 3, 2), pt_value_of(PT_MONEY, 123400)},
                 {fixture_day(2028, 1, 1), pt_unknown()}};
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        fixture_outcome(run, given[i].day, CARE_GROUP, given[i].value, "zo veel");
        run->result.records[run->result.record_count - 1].subject = WILG;
    }
    store_meetings(one);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(ask(one, rows[i].question), rows[i].answer);
}

static void a_file_of_the_layout_before_gets_what_it_lacks(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_true(add(one, store));
    assert_true(pt_store_close(store));
    execute(one, "DROP VIEW besluiten; DROP VIEW stemmen; DROP VIEW mandaten;"
                 "DROP VIEW geld_per_jaar; DROP VIEW geld_per_school_en_jaar;"
                 "DROP TABLE other_count; DROP TABLE vote; DROP TABLE agenda_point;"
                 "DROP TABLE attendance; DROP TABLE meeting; PRAGMA user_version = 1;"
                 "CREATE VIEW stemmen AS SELECT 'van mij' AS stem");
    store_meetings(one);
    assert_string_equal(ask(one, "PRAGMA user_version"), "2");
    assert_string_equal(ask(one, "SELECT count(*) FROM gespeeld"), "2");
    assert_string_equal(ask(one, "SELECT run FROM mandaten"), "2");
    assert_string_equal(ask(one, "SELECT stem FROM stemmen"), "van mij");
    execute(one, "ALTER TABLE event ADD COLUMN extra TEXT; PRAGMA user_version = 1");
    assert_null(open_store(one));
    assert_found(one, PT_B038);
    assert_string_equal(ask(one, "PRAGMA user_version"), "1");
}

static void what_was_late_before_the_story_is_no_late_duty_of_it(void **state)
{
    store_fixture *one = *state;
    for (size_t i = 0; i < one->run->result.record_count; i++) {
        pt_record *record = &one->run->result.records[i];
        if (record->kind == PT_RECORD_DUTY && record->of.duty.group == DECIDE_DUTY)
            record->of.duty.due = fixture_day(2024, 9, 2);
    }
    pt_text scratch = pt_text_create(one->arena);
    pt_text rows = pt_text_create(one->arena);
    assert_true(pt_rows_write(&scratch, &one->run->result, NULL, gather, &rows));
    pt_store *store = open_store(one);
    assert_true(pt_store_add(store, rows.bytes, rows.length));
    assert_true(pt_store_close(store));
    assert_string_equal(ask(one, "SELECT count(*) FROM te_late_plichten"), "0");
    assert_string_equal(ask(one, "SELECT count(*) FROM plichten"), "1");
}

static void runs_are_added_to_what_was_there(void **state)
{
    store_fixture *one = *state;
    for (int i = 0; i < 2; i++) {
        pt_store *store = open_store(one);
        assert_non_null(store);
        assert_true(add(one, store));
        assert_true(pt_store_close(store));
    }
    assert_string_equal(ask(one, "SELECT group_concat(run) FROM gespeeld"), "1,2");
}

static void a_run_may_come_in_pieces(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    pt_rows_reader reader = pt_rows_reader_create();
    pt_row row;
    pt_rows_feed(&reader, one->rows.bytes, one->rows.length);
    const char *from = one->rows.bytes;
    while (pt_rows_next(&reader, &row) == PT_ROWS_ROW) {
        const char *until = (const char *)reader.at;
        assert_true(pt_store_add(store, from, (size_t)(until - from)));
        assert_true(pt_store_commit(store));
        from = until;
    }
    assert_int_equal(pt_store_saved(store), 1);
    assert_true(pt_store_close(store));
    assert_string_equal(ask(one, "SELECT count(*) FROM tijdlijn"), "15");
}

static void half_a_run_is_not_there_and_the_whole_ones_are(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_true(add(one, store));
    pt_rows_reader reader = pt_rows_reader_create();
    pt_row row;
    pt_rows_feed(&reader, one->rows.bytes, one->rows.length);
    for (int i = 0; i < 9; i++)
        assert_int_equal(pt_rows_next(&reader, &row), PT_ROWS_ROW);
    size_t half = (size_t)((const char *)reader.at - one->rows.bytes);
    assert_true(pt_store_add(store, one->rows.bytes, half));
    assert_true(pt_store_drop(store));
    assert_true(add(one, store));
    assert_true(pt_store_add(store, one->rows.bytes, half));
    assert_false(pt_store_close(store));
    assert_found(one, PT_B040);
    assert_string_equal(one->report.findings[0].arguments[1], "2");
    assert_string_equal(one->report.findings[0].arguments[2], "2");
    assert_string_equal(ask(one, "SELECT count(*) FROM run"), "2");
    assert_string_equal(ask(one, "SELECT count(*) FROM subject"), "8");
}

static void rows_that_make_no_sense_lose_their_own_run_alone(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_true(add(one, store));
    char *broken = pt_arena_copy(one->arena, one->rows.bytes, one->rows.length);
    broken[one->rows.length - 5] = 99;
    assert_false(pt_store_add(store, broken, one->rows.length));
    assert_false(pt_store_add(store, "\x03tail", 5));
    assert_true(add(one, store));
    assert_false(pt_store_close(store));
    assert_found(one, PT_B039);
    assert_int_equal(one->report.count, 2);
    assert_string_equal(ask(one, "SELECT count(*) FROM gespeeld"), "2");
}

static void a_killed_program_leaves_whole_runs_alone(void **state)
{
    store_fixture *one = *state;
    for (int after = 1; after <= 5; after++) {
        fflush(NULL);
        pid_t child = fork();
        if (child == 0) {
            pt_store *store = open_store(one);
            for (int i = 0; store != NULL && i < 3; i++) {
                add(one, store);
                if (i + 1 == 2)
                    pt_store_commit(store);
                if (i + 1 == after)
                    kill(getpid(), SIGKILL);
            }
            pt_store_add(store, one->rows.bytes, one->rows.length / 2);
            kill(getpid(), SIGKILL);
        }
        int status = 0;
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        assert_string_equal(ask(one, "PRAGMA integrity_check"), "ok");
        assert_string_equal(ask(one, "SELECT count(*) FROM run"), after < 2 ? "0" : "2");
        assert_string_equal(ask(one, "SELECT count(*) FROM run WHERE complete = 0"), "0");
        pt_store *store = open_store(one);
        assert_non_null(store);
        assert_true(pt_store_close(store));
        unlink(one->path);
    }
}

static void a_file_that_another_writes_is_said_to_be_in_use(void **state)
{
    store_fixture *one = *state;
    pt_store *first = open_store(one);
    assert_true(add(one, first));
    pt_store *second = open_store(one);
    assert_null(second);
    assert_found(one, PT_B033);
    assert_true(pt_store_close(first));
}

static void a_lock_that_comes_later_loses_no_earlier_run(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    assert_true(add(one, store));
    assert_true(pt_store_commit(store));
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(one->path, &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    assert_false(add(one, store));
    assert_false(add(one, store));
    sqlite3_close(other);
    assert_false(pt_store_close(store));
    assert_found(one, PT_B033);
    assert_found(one, PT_B040);
    assert_string_equal(one->report.findings[1].arguments[1], "1");
    assert_string_equal(one->report.findings[1].arguments[2], "2");
    assert_string_equal(ask(one, "SELECT count(*) FROM gespeeld"), "1");
}

static void write_file(store_fixture *one, const char *bytes, size_t length)
{
    FILE *file = fopen(one->path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    fclose(file);
}

static void something_else_under_that_name_is_left_alone(void **state)
{
    store_fixture *one = *state;
    char text[4096];
    memset(text, 'x', sizeof text);
    write_file(one, text, sizeof text);
    assert_null(open_store(one));
    assert_found(one, PT_B030);
    struct stat found;
    assert_int_equal(stat(one->path, &found), 0);
    assert_int_equal(found.st_size, sizeof text);
}

static void an_empty_file_is_filled(void **state)
{
    store_fixture *one = *state;
    write_file(one, "", 0);
    pt_store *store = open_store(one);
    assert_non_null(store);
    assert_true(pt_store_close(store));
}

static void files_of_others_and_of_later_versions_are_refused(void **state)
{
    static const struct {
        const char *change;
        pt_code code;
    } rows[] = {
        {"PRAGMA application_id = 7", PT_B031},
        {"PRAGMA user_version = 3", PT_B032},
        {"PRAGMA user_version = 0", PT_B032},
        {"CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM run; END", PT_B038},
        {"ALTER TABLE event ADD COLUMN extra TEXT", PT_B038},
        {"DROP TABLE finding", PT_B038},
        {"DROP INDEX run_by_scenario", PT_B038},
    };
    store_fixture *one = *state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_true(pt_store_close(open_store(one)));
        execute(one, rows[i].change);
        assert_null(open_store(one));
        assert_found(one, rows[i].code);
        one->report = pt_report_create(one->arena);
        unlink(one->path);
    }
}

static void a_database_without_a_mark_is_of_somebody_else(void **state)
{
    store_fixture *one = *state;
    execute(one, "CREATE TABLE mine (x)");
    assert_null(open_store(one));
    assert_found(one, PT_B031);
    assert_string_equal(ask(one, "SELECT count(*) FROM sqlite_schema"), "1");
}

static void own_views_and_tables_may_stand_beside_ours(void **state)
{
    store_fixture *one = *state;
    assert_true(pt_store_close(open_store(one)));
    execute(one, "CREATE VIEW v AS SELECT 1; CREATE TABLE mine (x); CREATE INDEX i ON run (title)");
    pt_store *store = open_store(one);
    assert_non_null(store);
    assert_true(add(one, store));
    assert_true(pt_store_close(store));
}

static void damage_is_an_error_and_never_a_crash(void **state)
{
    store_fixture *one = *state;
    pt_store *store = open_store(one);
    for (int i = 0; i < 50; i++)
        assert_true(add(one, store));
    assert_true(pt_store_close(store));
    FILE *file = fopen(one->path, "rb");
    char *whole = malloc(1 << 20);
    size_t length = fread(whole, 1, 1 << 20, file);
    fclose(file);
    uint64_t seed = 3;
    size_t refused = 0;
    for (int round = 0; round < 150; round++) {
        char *copy = malloc(length);
        memcpy(copy, whole, length);
        for (int i = 0; i < 400; i++) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            copy[(seed >> 20) % length] ^= (char)(seed >> 50);
        }
        write_file(one, copy, (seed & 1) != 0 ? length : (size_t)(seed >> 33) % length);
        free(copy);
        one->report = pt_report_create(one->arena);
        store = open_store(one);
        bool fine = store != NULL && add(one, store);
        fine = pt_store_close(store) && fine;
        assert_true(fine || one->report.count > 0);
        refused += !fine;
    }
    free(whole);
    assert_true(refused > 50);
}

static void damage_behind_the_first_page_is_named(void **state)
{
    store_fixture *one = *state;
    assert_true(pt_store_close(open_store(one)));
    FILE *file = fopen(one->path, "r+b");
    assert_int_equal(fseek(file, 4096, SEEK_SET), 0);
    for (int i = 0; i < 15 * 4096; i++)
        fputc(0x5A, file);
    fclose(file);
    pt_store *store = open_store(one);
    if (store != NULL)
        add(one, store);
    pt_store_close(store);
    assert_found(one, PT_B036);
}

static void a_full_disk_keeps_what_was_saved(void **state)
{
    store_fixture *one = *state;
    pt_store_options tight = options;
    tight.most_pages = 40;
    pt_store *store = pt_store_open(one->arena, one->path, &tight, &one->report);
    assert_non_null(store);
    size_t added = 0;
    while (add(one, store) && pt_store_commit(store))
        assert_true(++added < 1000);
    assert_int_equal(pt_store_saved(store), added);
    assert_true(added > 0);
    assert_false(pt_store_close(store));
    assert_found(one, PT_B035);
    assert_found(one, PT_B040);
    assert_string_equal(ask(one, "SELECT count(*) FROM gespeeld"),
                        pt_format(one->arena, "%zu", added));
    assert_string_equal(ask(one, "PRAGMA integrity_check"), "ok");
}

static void a_write_that_the_system_refuses_is_named(void **state)
{
    store_fixture *one = *state;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        struct rlimit tight = {8192, 8192};
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &tight);
        bool said = open_store(one) == NULL && one->report.count == 1 &&
                    one->report.findings[0].code == PT_B037;
        _exit(said ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_true(pt_store_close(open_store(one)));
}

/* As a user without rights: root may write anywhere. */
static int open_as_nobody(store_fixture *one)
{
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0)
            _exit(9);
        pt_store *store = open_store(one);
        bool said =
            store == NULL && one->report.count == 1 && one->report.findings[0].code == PT_B034;
        _exit(said ? 0 : 1);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_folder_or_file_that_may_not_be_written_is_said_so(void **state)
{
    store_fixture *one = *state;
    assert_int_equal(chmod(one->folder, 0555), 0);
    assert_int_equal(open_as_nobody(one), 0);
    assert_int_equal(chmod(one->folder, 0755), 0);
    assert_true(pt_store_close(open_store(one)));
    assert_int_equal(chmod(one->path, 0444), 0);
    assert_int_equal(open_as_nobody(one), 0);
    assert_int_equal(chmod(one->path, 0666), 0);
    assert_int_equal(chmod(one->folder, 0555), 0); /* no place for a journal */
    assert_int_equal(open_as_nobody(one), 0);
    assert_int_equal(chmod(one->folder, 0755), 0);
}

static void a_folder_that_is_not_there_is_said_so(void **state)
{
    store_fixture *one = *state;
    assert_null(pt_store_open(one->arena, "/nergens/uitkomst.db", &options, &one->report));
    assert_found(one, PT_B034);
}

static void names_that_sqlite_takes_for_something_else_are_files(void **state)
{
    static const char *const names[] = {":memory:", "file:x?mode=memory"};
    store_fixture *one = *state;
    char before[256];
    assert_non_null(getcwd(before, sizeof before));
    assert_int_equal(chdir(one->folder), 0);
    for (size_t i = 0; i < 2; i++) {
        pt_store *store = pt_store_open(one->arena, names[i], &options, &one->report);
        assert_non_null(store);
        assert_true(pt_store_close(store));
        assert_int_equal(unlink(names[i]), 0);
    }
    assert_int_equal(chdir(before), 0);
}

static void the_same_rows_give_the_same_tables(void **state)
{
    store_fixture *one = *state;
    const char *question = "SELECT group_concat(hex(wat || uitkomst || reden)) FROM tijdlijn";
    const char *answers[2];
    for (int i = 0; i < 2; i++) {
        pt_store *store = open_store(one);
        assert_true(add(one, store));
        assert_true(pt_store_close(store));
        answers[i] = ask(one, question);
        unlink(one->path);
    }
    assert_string_equal(answers[0], answers[1]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_run_is_stored_and_read_back),
        TEST(the_views_answer_what_people_ask),
        TEST(decisions_votes_and_mandates_have_views),
        TEST(money_stands_by_who_gets_it_and_year),
        TEST(a_file_of_the_layout_before_gets_what_it_lacks),
        TEST(what_was_late_before_the_story_is_no_late_duty_of_it),
        TEST(runs_are_added_to_what_was_there),
        TEST(a_run_may_come_in_pieces),
        TEST(half_a_run_is_not_there_and_the_whole_ones_are),
        TEST(rows_that_make_no_sense_lose_their_own_run_alone),
        TEST(a_killed_program_leaves_whole_runs_alone),
        TEST(a_file_that_another_writes_is_said_to_be_in_use),
        TEST(a_lock_that_comes_later_loses_no_earlier_run),
        TEST(something_else_under_that_name_is_left_alone),
        TEST(an_empty_file_is_filled),
        TEST(files_of_others_and_of_later_versions_are_refused),
        TEST(a_database_without_a_mark_is_of_somebody_else),
        TEST(own_views_and_tables_may_stand_beside_ours),
        TEST(damage_is_an_error_and_never_a_crash),
        TEST(damage_behind_the_first_page_is_named),
        TEST(a_full_disk_keeps_what_was_saved),
        TEST(a_write_that_the_system_refuses_is_named),
        TEST(a_folder_or_file_that_may_not_be_written_is_said_so),
        TEST(a_folder_that_is_not_there_is_said_so),
        TEST(names_that_sqlite_takes_for_something_else_are_files),
        TEST(the_same_rows_give_the_same_tables),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
