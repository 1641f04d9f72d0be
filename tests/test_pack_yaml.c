/* SPDX-License-Identifier: EUPL-1.2 */
#include "io_support.h"

#include "io/pack_yaml.h"

typedef struct row {
    const char *text;
    const char *findings;
    const char *suggestion; /* of the first finding */
} row;

typedef bool (*read_file)(pt_pack *pack, const pt_source *source, pt_report *report);

static void check_rows(const row *rows, size_t count, read_file read)
{
    bool wrong = false;
    for (size_t i = 0; i < count; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack pack = {.arena = arena, .name = "voorbeeld"};
        pt_source source = source_of(rows[i].text);
        bool fine = read(&pack, &source, &report);
        const char *found = findings_of(arena, &report);
        const char *suggested = report.count == 0 ? NULL : report.findings[0].suggestion;
        if (strcmp(found, rows[i].findings) != 0 || fine != (rows[i].findings[0] == '\0') ||
            !pt_text_equal(suggested, rows[i].suggestion)) {
            print_error("%s\n  expected %s, found %s (%s)\n", rows[i].text, rows[i].findings, found,
                        suggested == NULL ? "" : suggested);
            wrong = true;
        }
        assert_sentences_are_whole(arena, &report);
        pt_arena_destroy(arena);
    }
    assert_false(wrong);
}

#define CHECK_ROWS(rows, read) check_rows(rows, sizeof(rows) / sizeof *(rows), read)

/* --- pakket.yaml ------------------------------------------------------------------------------ */

#define PACK_HEAD                                                                                  \
    "pakket: voorbeeld\ntitel: Een klein voorbeeld\nversie: \"1.0\"\neigenaar: De Kade\n"
#define PACK_LAW "recht: { van: 2014-08-01, tot: 2028-07-31 }\n"

static void a_pack_file_gives_the_head_of_the_pack(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    pt_source source =
        source_of(PACK_HEAD PACK_LAW "rollen: [ouders, inspectie]\n"
                                     "bestanden: [gegevens.lua, regels.lua]\n"
                                     "wetten:\n  WPO: BWBR0003420\n"
                                     "  WVO: { nummer: BWBR0002399, tot: 2022-07-31 }\n");
    assert_true(pt_pack_yaml_read(&pack, &source, &report));
    assert_string_equal(pack.name, "voorbeeld");
    assert_string_equal(pack.title, "Een klein voorbeeld");
    assert_string_equal(pack.version, "1.0");
    assert_string_equal(pack.owner, "De Kade");
    assert_int_equal(pack.law_from, pt_date_from(2014, 8, 1));
    assert_int_equal(pack.law_until, pt_date_from(2028, 7, 31));
    assert_true(pt_pack_role(&pack, "inspectie"));
    assert_int_equal(pack.statute_count, 2);
    assert_string_equal(pack.statutes[0].name, "WPO");
    assert_string_equal(pack.statutes[0].identifier, "BWBR0003420");
    assert_int_equal(pack.statutes[0].until, PT_DATE_FOREVER);
    assert_string_equal(pack.statutes[1].identifier, "BWBR0002399");
    assert_int_equal(pack.statutes[1].until, pt_date_from(2022, 7, 31));
    assert_int_equal(pack.file_count, 2);
    assert_string_equal(pack.files[1], "regels.lua");
    pt_arena_destroy(arena);
}

static void a_pack_says_what_of_its_money_is_shown(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    pt_source source = source_of(
        PACK_HEAD PACK_LAW
        "bestanden: [regels.lua]\n"
        "geld:\n  over: school\n  bedrag: deel\n  per: leerlingen\n  onder: bestuur\n"
        "  naast: { onderwerp: verband, bedrag: rest }\n"
        "  jaren: { over: verband, blokken: [{ titel: Binnen, bedragen: [a, b] }] }\n"
        "  prikkels: [{ titel: een erbij, verandert: [{ onderwerp: klas, gegeven: n, erbij: -2, "
        "waar: [so] }] }]\n"
        "  risicos: [{ titel: vijf erbij, verandert: [{ onderwerp: klas, gegeven: n, erbij: 5 }] "
        "}]\n");
    assert_true(pt_pack_yaml_read(&pack, &source, &report));
    const pt_money_view *view = pack.money;
    assert_non_null(view);
    assert_string_equal(view->kind, "school");
    assert_string_equal(view->amount, "deel");
    assert_string_equal(view->per, "leerlingen");
    assert_string_equal(view->group, "bestuur");
    assert_string_equal(view->beside, "verband");
    assert_string_equal(view->stays, "rest");
    assert_string_equal(view->years_kind, "verband");
    assert_int_equal(view->block_count, 1);
    assert_string_equal(view->blocks[0].title, "Binnen");
    assert_int_equal(view->blocks[0].amount_count, 2);
    assert_string_equal(view->blocks[0].amounts[1], "b");
    assert_int_equal(view->what_if_count, 2);
    assert_true(view->what_ifs[0].of_each);
    assert_int_equal(view->what_ifs[0].steps[0].more, -2);
    assert_int_equal(view->what_ifs[0].steps[0].word_count, 1);
    assert_false(view->what_ifs[1].of_each);
    pt_arena_destroy(arena);
}

static void errors_of_a_pack_file_are_all_reported(void **state)
{
    static const row rows[] = {
        {PACK_HEAD PACK_LAW "bestanden: []\n", "", NULL},
        {PACK_HEAD PACK_LAW, "Y031:1:1", NULL},
        {PACK_HEAD PACK_LAW "bestand: [a.lua]\n", "Y031:1:1 Y030:6:1", NULL},
        {PACK_HEAD "recht: { van: 2014-08-01, tot: 2014-07-31 }\nbestanden: []\n", "P001:5:32",
         NULL},
        {PACK_HEAD "recht: { van: 2014-08-01, tot: 2014-08-01 }\nbestanden: []\n", "", NULL},
        {PACK_HEAD "recht: { van: 2014 }\nbestanden: []\n", "Y031:5:8", NULL},
        {PACK_HEAD "recht: 2014\nbestanden: []\n", "Y034:5:8", NULL},
        {PACK_HEAD PACK_LAW "bestanden: [../a.lua, /etc/passwd, A.lua, a.lua.exe, .lua, a b.lua]\n",
         "P002:6:13 P002:6:23 P002:6:36 P002:6:43 P002:6:54 P002:6:60", NULL},
        {PACK_HEAD PACK_LAW "bestanden: [a.lua, b.lua, a.lua]\n", "P003:6:27", NULL},
        {PACK_HEAD PACK_LAW "rollen: [ouders, ouders]\nbestanden: []\n", "P003:6:18", NULL},
        {PACK_HEAD PACK_LAW "wetten: { WPO: 3420 }\nbestanden: []\n", "P005:6:16", NULL},
        {PACK_HEAD PACK_LAW "wetten: { A: BWBR000342, B: BWBX0003420, C: bwbr0003420 }\n"
                            "bestanden: []\n",
         "P005:6:14 P005:6:29 P005:6:45", NULL},
        {PACK_HEAD PACK_LAW "wetten: { A: { nummer: 1, tot: nooit }, B: { tot: 2022-07-31 } }\n"
                            "bestanden: []\n",
         "P005:6:24 Y042:6:32 Y031:6:44", NULL},
        {PACK_HEAD PACK_LAW "wetten: { A: [] }\nbestanden: []\n", "Y034:6:14", NULL},
        {PACK_HEAD PACK_LAW "wetten: [WPO]\nbestanden: []\n", "Y034:6:9", NULL},
        {PACK_HEAD PACK_LAW "rollen: ouders\nbestanden: regels.lua\n", "Y033:6:9 Y033:7:12", NULL},
        {PACK_HEAD PACK_LAW "rolen: [ouders]\nbestanden: []\n", "Y030:6:1", "rollen"},
        {"pakket: Een naam\ntitel:\nversie: 1\neigenaar: [x]\n" PACK_LAW "bestanden: []\n",
         "Y032:4:11 Y048:1:9 Y035:2:7", NULL},
        {"- pakket\n", "Y034:1:1", NULL},
        {"", "Y023:0:0", NULL},
    };
    (void)state;
    CHECK_ROWS(rows, pt_pack_yaml_read);
}

static void lists_of_a_pack_have_a_limited_length(void **state)
{
    (void)state;
    static const struct {
        const char *before;
        const char *item;
        const char *finding;
    } rows[] = {
        {PACK_HEAD PACK_LAW "bestanden:\n", "  - f%d.lua\n", "P004:7:3"},
        {PACK_HEAD PACK_LAW "bestanden: []\nrollen:\n", "  - r%d\n", "P004:8:3"},
    };
    for (int i = 0; i < 4; i++) {
        int count = PT_LIMIT_PACK_FILES + i % 2;
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack pack = {.arena = arena};
        pt_text text = pt_text_create(arena);
        pt_text_add(&text, rows[i / 2].before);
        for (int j = 0; j < count; j++) {
            const char *item = rows[i / 2].item;
            pt_text_add_bytes(&text, item, (size_t)(strchr(item, '%') - item));
            pt_text_add_number(&text, j);
            pt_text_add(&text, strchr(item, 'd') + 1);
        }
        pt_source source = source_of(text.bytes);
        pt_pack_yaml_read(&pack, &source, &report);
        assert_string_equal(findings_of(arena, &report), i % 2 == 1 ? rows[i / 2].finding : "");
        pt_arena_destroy(arena);
    }
}

/* --- parameters.yaml -------------------------------------------------------------------------- */

#define TERM_HEAD   "beslistermijn:\n  titel: Termijn\n  eenheid: weken\n  waarden:\n"
#define TERM_FIRST  "    - { vanaf: 2014-08-01, waarde: 6, bron: \"WPO\", status: wet }\n"
#define TERM_SECOND "    - { vanaf: 2020-08-01, waarde: 8, bron: \"WPO\", status: wet }\n"

static void parameters_have_dated_values_and_the_hull_as_their_type(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    pt_source source =
        source_of(TERM_HEAD TERM_FIRST TERM_SECOND
                  "melding_na:\n  eenheid: getal\n  waarden:\n"
                  "    - { vanaf: 2014-08-01, waarde: \"15,5\", bron: x, status: aanname, van: 12, "
                  "tot: 20 }\n"
                  "    - { vanaf: 2015-08-01, waarde: 15.25, bron: x, status: overgeleverd }\n"
                  "kans:\n  eenheid: procent\n  waarden:\n"
                  "    - { vanaf: 2010-08-01, waarde: \"55,0\", bron: x, status: afgeleid }\n"
                  "grens:\n  eenheid: euro\n  waarden:\n"
                  "    - { vanaf: 2010-08-01, waarde: \"1.234,50\", bron: x, status: beleid }\n");
    assert_true(pt_parameters_yaml_read(&pack, &source, &report));
    assert_int_equal(pack.parameter_count, 4);
    const pt_parameter *term = &pack.parameters[0];
    assert_string_equal(term->title, "Termijn");
    assert_int_equal(term->type.kind, PT_DURATION);
    assert_int_equal(term->type.unit, PT_UNIT_WEEKS);
    assert_int_equal(term->type.low, 6);
    assert_int_equal(term->type.high, 8);
    assert_int_equal(pt_parameter_on(term, pt_date_from(2020, 7, 31), NULL).amount, 6);
    assert_int_equal(pt_parameter_on(term, pt_date_from(2020, 8, 1), NULL).amount, 8);
    const pt_parameter *hours = &pack.parameters[1];
    assert_string_equal(hours->title, "melding_na");
    assert_int_equal(hours->type.fraction_bits, 2);
    assert_int_equal(hours->type.low, 244);
    assert_int_equal(hours->type.high, 248);
    assert_int_equal(hours->values[0].low.amount, 12 * 16);
    assert_int_equal(hours->values[0].status, PT_STATUS_ASSUMPTION);
    assert_int_equal(hours->values[1].low.kind, PT_UNKNOWN);
    assert_int_equal(pack.parameters[2].values[0].value.amount, 5500);
    assert_int_equal(pack.parameters[3].values[0].value.amount, 123450);
    pt_arena_destroy(arena);
}

static void every_unit_has_its_kind(void **state)
{
    static const struct {
        const char *unit;
        const char *value;
        pt_kind kind;
        pt_unit counted;
    } rows[] = {
        {"dagen", "3", PT_DURATION, PT_UNIT_DAYS},
        {"weken", "3", PT_DURATION, PT_UNIT_WEEKS},
        {"maanden", "3", PT_DURATION, PT_UNIT_MONTHS},
        {"jaren", "3", PT_DURATION, PT_UNIT_YEARS},
        {"schooldagen", "3", PT_DURATION, PT_UNIT_SCHOOLDAYS},
        {"lesweken", "3", PT_DURATION, PT_UNIT_LESWEKEN},
        {"werkdagen", "3", PT_DURATION, PT_UNIT_WORKDAYS},
        {"uren", "3", PT_DURATION, PT_UNIT_HOURS},
        {"getal", "3", PT_NUMBER, 0},
        {"procent", "3", PT_PERCENT, 0},
        {"euro", "3", PT_MONEY, 0},
        {"datum", "2026-10-01", PT_DATE, 0},
        {"ja_nee", "ja", PT_YESNO, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack pack = {.arena = arena};
        pt_source source =
            source_of(pt_format(arena,
                                "p:\n  eenheid: %s\n  waarden: [{ vanaf: 2014-08-01, waarde: %s, "
                                "bron: x, status: wet }]\n",
                                rows[i].unit, rows[i].value));
        assert_true(pt_parameters_yaml_read(&pack, &source, &report));
        assert_int_equal(pack.parameters[0].type.kind, rows[i].kind);
        assert_int_equal(pack.parameters[0].type.unit, rows[i].counted);
        pt_arena_destroy(arena);
    }
}

static void errors_of_parameters_are_all_reported(void **state)
{
    static const row rows[] = {
        {"{}", "", NULL},
        {"beslistermijn: 6\n", "Y034:1:16", NULL},
        {"beslistermijn:\n  eenheid: week\n  waarden: []\n", "P010:2:12", "weken"},
        {"beslistermijn:\n  eenheid: kilo\n  waarden: []\n", "P010:2:12", NULL},
        {"beslistermijn:\n  eenheid: weken\n  waarden: []\n", "P015:3:12", NULL},
        {"beslistermijn:\n  waarden: []\n", "Y031:2:3", NULL},
        {"beslis-termijn:\n  eenheid: weken\n  waarden: []\n", "P016:1:1 P015:3:12", NULL},
        {"Termijn:\n  eenheid: weken\n  waarden: []\n", "P016:1:1 P015:3:12", NULL},
        {TERM_HEAD TERM_SECOND TERM_FIRST, "P013:6:16", NULL},
        {TERM_HEAD TERM_FIRST TERM_FIRST, "P014:6:16", NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: 6, status: wet }\n", "Y031:5:7", NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: 6, bron: '', status: wet }\n", "Y035:5:45",
         NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: 6, bron: x, status: aanamme }\n",
         "P011:5:56", "aanname"},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: zes, bron: x, status: wet }\n", "Y046:5:36",
         NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: -6, bron: x, status: wet }\n", "Y043:5:36",
         NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: onbekend, bron: x, status: wet }\n",
         "Y044:5:36", NULL},
        {TERM_HEAD "    - { vanaf: 1-8-2014, waarde: 6, bron: x, status: wet }\n", "Y042:5:16",
         "2014-08-01"},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: 6, bron: x, status: aanname, van: 7 }\n",
         "P012:5:70", NULL},
        {TERM_HEAD "    - { vanaf: 2014-08-01, waarde: 6, bron: x, status: aanname, tot: 5 }\n",
         "P012:5:70", NULL},
        {TERM_HEAD
         "    - { vanaf: 2014-08-01, waarde: 6, bron: x, status: aanname, van: 6, tot: 6 }\n",
         "", NULL},
        {TERM_HEAD TERM_FIRST "beslistermijn:\n  eenheid: weken\n", "Y016:6:1", NULL},
        {TERM_HEAD "    - { vanaf: 2014, waarde: x, bron: y, status: z }\n",
         "Y042:5:16 P011:5:50 Y046:5:30", NULL},
        {"p:\n  eenheid: euro\n  waarden:\n    - { vanaf: 2014-08-01, waarde: 1,50, bron: x, "
         "status: wet }\n",
         "Y047:4:38", NULL},
    };
    (void)state;
    CHECK_ROWS(rows, pt_parameters_yaml_read);
}

static void a_pack_has_a_limited_number_of_parameters(void **state)
{
    (void)state;
    for (int count = PT_LIMIT_PACK_BLOCKS; count <= PT_LIMIT_PACK_BLOCKS + 1; count++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack pack = {.arena = arena};
        pt_text text = pt_text_create(arena);
        for (int i = 0; i < count; i++)
            pt_text_format(&text,
                           "p%d: { eenheid: dagen, waarden: [{ vanaf: 2014-08-01, waarde: 1, "
                           "bron: x, status: wet }] }\n",
                           i);
        pt_source source = source_of(text.bytes);
        pt_parameters_yaml_read(&pack, &source, &report);
        assert_string_equal(findings_of(arena, &report),
                            count > PT_LIMIT_PACK_BLOCKS ? "P017:1:1" : "");
        pt_arena_destroy(arena);
    }
}

static void a_pack_without_parameters_or_calendar_is_fine(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    assert_true(pt_parameters_yaml_read(&pack, NULL, &report));
    assert_true(pt_calendar_yaml_read(&pack, NULL, &report));
    assert_int_equal(pack.parameter_count, 0);
    assert_true(pt_calendar_is_working_day(pack.calendar, pt_date_from(2026, 6, 15)));
    pt_arena_destroy(arena);
}

/* --- kalender.yaml ---------------------------------------------------------------------------- */

#define AUTUMN                                                                                     \
    "  - { schooljaar: 2026/27, vakantie: herfst, regio: noord, van: 2026-10-10, tot: "            \
    "2026-10-18, bron: x }\n"

static void a_calendar_knows_its_holidays_and_decrees(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    pt_source source = source_of("kalender: nederland\nschoolvakanties:\n" AUTUMN
                                 "gelijkgestelde_dagen:\n  - { dag: 2026-05-15, bron: y }\n"
                                 "onbekend:\n  - { van: 2029-01-01, tot: 2200-12-31 }\n");
    assert_true(pt_calendar_yaml_read(&pack, &source, &report));
    pt_region north = pt_calendar_region(pack.calendar, "noord");
    assert_int_not_equal(north, PT_REGION_NONE);
    assert_false(pt_calendar_is_schooldag(pack.calendar, north, pt_date_from(2026, 10, 12)));
    assert_true(pt_calendar_is_schooldag(pack.calendar, north, pt_date_from(2026, 10, 19)));
    assert_false(pt_calendar_is_working_day(pack.calendar, pt_date_from(2026, 5, 15)));
    assert_false(pt_calendar_decrees_known(pack.calendar, pt_date_from(2029, 1, 1),
                                           pt_date_from(2029, 1, 1)));
    pt_arena_destroy(arena);
}

static void errors_of_a_calendar_are_all_reported(void **state)
{
    static const row rows[] = {
        {"kalender: nl\n", "", NULL},
        {"schoolvakanties: []\n", "Y031:1:1", NULL},
        {"kalender: nl\nschoolvakanties:\n" AUTUMN AUTUMN, "P032:4:5", NULL},
        {"kalender: nl\nschoolvakanties:\n  - { schooljaar: 2026, vakantie: herfts, regio: noord, "
         "van: 2026-10-10, tot: 2026-10-09, bron: x }\n",
         "P030:3:19 P031:3:35 P001:3:79", NULL},
        {"kalender: nl\nschoolvakanties:\n  - { schooljaar: 2026/27, vakantie: herfts, regio: "
         "noord, "
         "van: 2026-10-10, tot: 2026-10-18, bron: x }\n",
         "P031:3:38", "herfst"},
        {"kalender: nl\nschoolvakanties:\n  - { schooljaar: 2025/26, vakantie: herfst, regio: "
         "noord, "
         "van: 2026-10-10, tot: 2026-10-18, bron: x }\n",
         "P032:3:5", NULL},
        {"kalender: nl\ngelijkgestelde_dagen: [{ dag: 2026-05-15, bron: x }, { dag: 2026-05-15, "
         "bron: y }]\n",
         "P033:2:61", NULL},
        {"kalender: nl\ngelijkgestelde_dagen: [{ dag: 2026-05-15 }]\n", "Y031:2:24", NULL},
        {"kalender: nl\nonbekend: [{ van: 2029-01-02, tot: 2029-01-01 }]\n", "P001:2:36", NULL},
        {"kalender: nl\nvakanties: []\n", "Y030:2:1", NULL},
    };
    (void)state;
    CHECK_ROWS(rows, pt_calendar_yaml_read);
}

/* --- variant.yaml ----------------------------------------------------------------------------- */

#define VARIANT_HEAD                                                                               \
    "variant: korter\ntitel: Korter\nbasis: voorbeeld\nvanaf: 2018-08-01\nwaarom: Ouders "         \
    "wachten\n"

static bool read_and_apply(pt_pack *pack, const pt_source *source, pt_report *report)
{
    static const pt_source base = {.path = "parameters.yaml",
                                   .text = TERM_HEAD TERM_FIRST TERM_SECOND,
                                   .length = sizeof(TERM_HEAD TERM_FIRST TERM_SECOND) - 1};
    assert_true(pt_parameters_yaml_read(pack, &base, report));
    const pt_variant *variant = pt_variant_yaml_read(pack->arena, source, report);
    return variant != NULL && pt_variant_apply(pack, variant, report);
}

static void a_variant_holds_from_its_day_and_ends_later_changes(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena, .name = "voorbeeld"};
    pt_source source = source_of(VARIANT_HEAD "parameters: { beslistermijn: 4 }\n");
    assert_true(read_and_apply(&pack, &source, &report));
    const pt_parameter *term = &pack.parameters[0];
    assert_string_equal(pack.variant, "korter");
    assert_string_equal(term->variant, "korter");
    assert_int_equal(term->value_count, 2);
    assert_int_equal(pt_parameter_on(term, pt_date_from(2018, 7, 31), NULL).amount, 6);
    assert_int_equal(pt_parameter_on(term, pt_date_from(2018, 8, 1), NULL).amount, 4);
    assert_int_equal(pt_parameter_on(term, pt_date_from(2021, 8, 1), NULL).amount, 4);
    assert_int_equal(term->type.low, 4);
    assert_int_equal(term->type.high, 6);
    assert_int_equal(term->values[1].status, PT_STATUS_POLICY);
    assert_string_equal(term->values[1].source, "variant korter");
    pt_arena_destroy(arena);
}

/* What a reader is told of a value is who asked for it, and whether it is a guess. */
static void a_variant_may_give_the_source_and_status_of_its_values(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena, .name = "voorbeeld"};
    pt_source source = source_of(VARIANT_HEAD "bron: regiogesprek, april 2019\nstatus: aanname\n"
                                              "parameters: { beslistermijn: 4 }\n");
    assert_true(read_and_apply(&pack, &source, &report));
    const pt_parameter_value *value = &pack.parameters[0].values[1];
    assert_string_equal(value->source, "regiogesprek, april 2019");
    assert_int_equal(value->status, PT_STATUS_ASSUMPTION);
    pt_arena_destroy(arena);
}

static void a_variant_from_the_first_day_replaces_every_value(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena, .name = "voorbeeld"};
    pt_source source = source_of("variant: korter\ntitel: x\nbasis: voorbeeld\nvanaf: 2014-08-01\n"
                                 "waarom: y\nparameters: { beslistermijn: 4 }\n");
    assert_true(read_and_apply(&pack, &source, &report));
    assert_int_equal(pack.parameters[0].value_count, 1);
    assert_int_equal(pack.parameters[0].type.high, 4);
    pt_arena_destroy(arena);
}

static void a_variant_may_only_bring_rules(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_source source = source_of(VARIANT_HEAD "regels: [regels.lua]\n");
    const pt_variant *variant = pt_variant_yaml_read(arena, &source, &report);
    assert_int_equal(variant->file_count, 1);
    assert_string_equal(variant->files[0], "regels.lua");
    assert_string_equal(variant->why, "Ouders wachten");
    assert_int_equal(variant->from, pt_date_from(2018, 8, 1));
    pt_arena_destroy(arena);
}

static void errors_of_a_variant_are_all_reported(void **state)
{
    static const row rows[] = {
        {VARIANT_HEAD, "", NULL},
        {VARIANT_HEAD "parameters: { beslistermijnen: 4 }\n", "P021:6:15", "beslistermijn"},
        {VARIANT_HEAD "parameters: { beslistermijn: vier, x: 4 }\n", "Y046:6:30 P021:6:36", NULL},
        {VARIANT_HEAD "parameters: { beslistermijn: [4] }\n", "Y032:6:30", NULL},
        {VARIANT_HEAD "regels: [map/regels.lua]\n", "P002:6:10", NULL},
        {VARIANT_HEAD "status: aanneming\n", "P011:6:9", "aanname"},
        {VARIANT_HEAD "bron: [x]\n", "Y032:6:7", NULL},
        {VARIANT_HEAD "regel: [regels.lua]\n", "Y030:6:1", "regels"},
        {"variant: korter\n", "Y031:1:1 Y031:1:1 Y031:1:1 Y031:1:1", NULL},
        {"variant: korter\ntitel: x\nbasis: ander\nvanaf: 2018-08-01\nwaarom: y\n", "P020:1:1",
         NULL},
        {"variant: korter\ntitel: x\nbasis: voorbeeld\nvanaf: morgen\nwaarom: y\n", "Y042:4:8",
         NULL},
    };
    (void)state;
    CHECK_ROWS(rows, read_and_apply);
}

/* --- The page of the language -------------------------------------------------------------------
 */

static void the_examples_of_the_page_are_read_as_they_stand(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack pack = {.arena = arena};
    pt_source head = source_of(yaml_block_of(arena, "rules/README.md", 0));
    pt_source parameters = source_of(yaml_block_of(arena, "rules/README.md", 1));
    pt_source overlay = source_of(yaml_block_of(arena, "rules/README.md", 2));
    bool read = pt_pack_yaml_read(&pack, &head, &report) &&
                pt_parameters_yaml_read(&pack, &parameters, &report);
    const pt_variant *variant = pt_variant_yaml_read(arena, &overlay, &report);
    if (!read || variant == NULL || !pt_variant_apply(&pack, variant, &report))
        fail_msg("%s", findings_of(arena, &report));
    assert_string_equal(pack.name, "voorbeeld");
    assert_string_equal(pack.variant, "korter-beslissen");
    uint16_t term = pt_pack_parameter(&pack, "beslistermijn");
    pt_date late = pt_date_from(2027, 8, 1);
    assert_int_equal(pt_parameter_on(&pack.parameters[term], late - 1, NULL).amount, 6);
    assert_int_equal(pt_parameter_on(&pack.parameters[term], late, NULL).amount, 4);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_file_gives_the_head_of_the_pack),
        cmocka_unit_test(a_pack_says_what_of_its_money_is_shown),
        cmocka_unit_test(errors_of_a_pack_file_are_all_reported),
        cmocka_unit_test(lists_of_a_pack_have_a_limited_length),
        cmocka_unit_test(parameters_have_dated_values_and_the_hull_as_their_type),
        cmocka_unit_test(every_unit_has_its_kind),
        cmocka_unit_test(errors_of_parameters_are_all_reported),
        cmocka_unit_test(a_pack_has_a_limited_number_of_parameters),
        cmocka_unit_test(a_pack_without_parameters_or_calendar_is_fine),
        cmocka_unit_test(a_calendar_knows_its_holidays_and_decrees),
        cmocka_unit_test(errors_of_a_calendar_are_all_reported),
        cmocka_unit_test(a_variant_holds_from_its_day_and_ends_later_changes),
        cmocka_unit_test(a_variant_may_give_the_source_and_status_of_its_values),
        cmocka_unit_test(a_variant_from_the_first_day_replaces_every_value),
        cmocka_unit_test(a_variant_may_only_bring_rules),
        cmocka_unit_test(errors_of_a_variant_are_all_reported),
        cmocka_unit_test(the_examples_of_the_page_are_read_as_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
