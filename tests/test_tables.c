/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables for a spreadsheet: what they hold, as CSV, and as a workbook. */
#include "support.h"

#include "base/csv.h"
#include "io/rows.h"
#include "io/tables.h"
#include "io/xlsx.h"
#include "meeting_fixture.h"

static const struct {
    const char *text;
    const char *cell;
} cells[] = {
    {"besluit", "besluit"},
    {"", ""},
    {"ada, eva", "ada, eva"},
    {"a; b", "\"a; b\""},
    {"zij zei \"nee\"", "\"zij zei \"\"nee\"\"\""},
    {"een\r\ntwee", "\"een\r\ntwee\""},
    {" vooraan", "\" vooraan\""},
    {"co\xC3\xB6peratie", "co\xC3\xB6peratie"},
    /* what a spreadsheet would reckon or run */
    {"=1+1", "\"'=1+1\""},
    {"+31", "\"'+31\""},
    {"-1", "\"'-1\""},
    {"@som", "\"'@som\""},
    {"\tx", "\"'\tx\""},
    {"=HYPERLINK(\"x\";\"y\")", "\"'=HYPERLINK(\"\"x\"\";\"\"y\"\")\""},
};

static void a_text_is_one_cell_and_never_a_formula(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        pt_text out = pt_text_create(arena);
        pt_csv_cell(&out, cells[i].text, strlen(cells[i].text));
        assert_string_equal(out.bytes, cells[i].cell);
    }
    pt_text out = pt_text_create(arena);
    pt_csv_decimal(&out, "-6345.20");
    assert_string_equal(out.bytes, "-6345,20");
    pt_arena_destroy(arena);
}

static const pt_store_options passing = {.program_version = "1.0", .passing = true};

static bool add(void *context, const char *bytes, size_t length)
{
    return pt_store_add(context, bytes, length);
}

/* A passing store with the fixture in it, whose school gets money and whose proposal is a formula.
 */
static pt_store *store_of(report_fixture *one, pt_report *report)
{
    meeting_fixture_add(one);
    one->result.meetings->items[1].points[0].name = "=cmd|' /C calc'!A0";
    fixture_outcome(one, fixture_day(2026, 12, 1), CARE_GROUP, pt_value_of(PT_MONEY, -634520),
                    "zo veel");
    pt_text scratch = pt_text_create(one->arena);
    pt_store *store = pt_store_open(one->arena, "uit", &passing, report);
    assert_non_null(store);
    assert_true(pt_rows_write(&scratch, &one->result, NULL, add, store));
    assert_true(pt_store_commit(store));
    return store;
}

static void the_tables_of_a_run_are_its_decisions_duties_and_money(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    pt_store *store = store_of(one, &report);
    pt_table tables[PT_TABLES];
    assert_true(pt_tables_gather(one->arena, store, 10, tables));
    static const char *const wanted[PT_TABLES] = {
        "\r\nte-laat-besloten;;2026-06-16;v1;ab;bestuur;arrangement_wilg;arrangement_toekennen;"
        "40000,50;1;1;1;gewone;aangenomen;de stem van de voorzitter beslist;vernietigbaar;een "
        "belang is niet gemeld;BW art. 2:15;2026-06-01;15;ada;twee_derde: verworpen;3;4;ja\r\n"
        "te-laat-besloten;;2026-07-15;v2;ab;bestuur;\"'=cmd|' /C calc'!A0\";"
        "begroting_vaststellen;;0;0;0;;niet_gestemd;niet gestemd;geen_besluit;;;;;;;0;4;nee\r\n",
        "\r\nte-laat-besloten;;esdoorn;besluit_nemen;a1;te_laat_vervuld;2026-07-27;2026-08-25;29;;"
        "WPO art. 40 lid 6;nee\r\n",
        "\r\nte-laat-besloten;;2026;aanmelding;a1;zorgplicht_geldt;-6345,20;2026-12-01;zo veel;"
        "WPO art. 40 lid 4\r\n"};
    for (size_t i = 0; i < PT_TABLES; i++) {
        pt_text out = pt_text_create(one->arena);
        pt_tables_csv(&out, &tables[i]);
        assert_int_equal(strncmp(out.bytes, "\xEF\xBB\xBFscenario;variant;", 20), 0);
        assert_string_equal(strstr(out.bytes, "\r\n"), wanted[i]);
    }
    assert_true(pt_store_close(store));
    assert_int_equal(report.count, 0);
}

static size_t count_of(const char *text, size_t length, char wanted)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += text[i] == wanted;
    return count;
}

static void together_every_row_has_every_column(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    pt_store *store = store_of(one, &report);
    pt_table tables[PT_TABLES];
    assert_true(pt_tables_gather(one->arena, store, 10, tables));
    pt_text out = pt_text_create(one->arena);
    pt_tables_csv_together(&out, tables);
    assert_int_equal(strncmp(out.bytes, "\xEF\xBB\xBFtabel;scenario;variant;dag;", 30), 0);
    size_t lines = 0, columns = 0;
    for (const char *at = out.bytes; *at != '\0'; lines++) {
        size_t length = strcspn(at, "\r");
        if (lines == 0)
            columns = count_of(at, length, ';');
        assert_int_equal(count_of(at, length, ';'), columns);
        at += length + 2;
    }
    assert_int_equal(lines, 1 + 2 + 1 + 1);
    assert_non_null(strstr(out.bytes, "\r\ngeld;te-laat-besloten;"));
    assert_true(pt_store_close(store));
}

static void a_table_of_too_many_rows_is_refused(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    pt_store *store = store_of(one, &report);
    pt_table tables[PT_TABLES];
    assert_false(pt_tables_gather(one->arena, store, 1, tables));
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, PT_B042);
    assert_string_equal(report.findings[0].arguments[1], "besluiten");
    assert_true(pt_store_close(store));
}

static void the_same_tables_give_the_same_workbook(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    pt_store *store = store_of(one, &report);
    pt_table tables[PT_TABLES];
    assert_true(pt_tables_gather(one->arena, store, 10, tables));
    pt_text books[2];
    for (size_t i = 0; i < 2; i++) {
        books[i] = pt_text_create(one->arena);
        assert_true(pt_xlsx_write(&books[i], tables, PT_TABLES, &report));
    }
    assert_int_equal(strncmp(books[0].bytes, "PK", 2), 0);
    assert_int_equal(books[0].length, books[1].length);
    assert_memory_equal(books[0].bytes, books[1].bytes, books[0].length);
    assert_true(pt_store_close(store));
}

static void a_cell_that_is_too_long_is_cut_at_a_character(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    char *text = pt_arena_alloc(one->arena, 40001);
    memset(text, 'a', 40000);
    memcpy(text + 32766, "\xC3\xAB", 2);
    text[40000] = '\0';
    static const pt_column columns[] = {{"tekst", PT_COLUMN_TEXT, 10}};
    const char *row[] = {text};
    pt_table table = {"blad", columns, 1, row, 1, 1};
    pt_text out = pt_text_create(one->arena);
    assert_true(pt_xlsx_write(&out, &table, 1, &report));
    assert_int_equal(report.count, 0);
}

static void a_workbook_that_cannot_be_made_is_said_so(void **state)
{
    report_fixture *one = *state;
    pt_report report = pt_report_create(one->arena);
    static const pt_column columns[] = {{"tekst", PT_COLUMN_TEXT, 10}};
    pt_table table = {"geen/naam", columns, 1, NULL, 0, 0};
    pt_text out = pt_text_create(one->arena);
    assert_false(pt_xlsx_write(&out, &table, 1, &report));
    assert_int_equal(report.count, 1);
    assert_int_equal(report.findings[0].code, PT_B043);
    assert_int_equal(out.length, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_one_cell_and_never_a_formula),
        TEST(the_tables_of_a_run_are_its_decisions_duties_and_money),
        TEST(together_every_row_has_every_column),
        TEST(a_table_of_too_many_rows_is_refused),
        TEST(the_same_tables_give_the_same_workbook),
        TEST(a_cell_that_is_too_long_is_cut_at_a_character),
        TEST(a_workbook_that_cannot_be_made_is_said_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
