/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "lua_pack.h"

/* A word in use, and what it gives: a number, a day, ja or nee, geen, onbekend, or a finding. */
typedef struct use {
    const char *written;
    const char *gives;
} use;

static const char *finding_of(const made *m)
{
    return m->report.count == 0 ? "no finding" : made_code(m);
}

static const char *show(const made *m, pt_answer answer)
{
    char day[PT_DATE_TEXT];
    switch ((pt_kind)answer.value.kind) {
    case PT_UNKNOWN: return "onbekend";
    case PT_NONE: return "geen";
    case PT_YESNO: return answer.value.amount ? "ja" : "nee";
    case PT_DATE:
        return pt_format(m->arena, "%s", pt_date_format((pt_date)answer.value.amount, day));
    case PT_NUMBER: return pt_format(m->arena, "%.15g", (double)answer.value.amount / 16.0);
    default: return "?";
    }
}

/* Holidays of one school year in one region, and the summer before it. */
static pt_calendar *calendar(pt_arena *arena)
{
    pt_calendar *days = pt_calendar_create(arena);
    pt_date year = pt_date_from(2026, 8, 1);
    pt_calendar_add_holiday(days, pt_date_from(2025, 8, 1), PT_VACATION_ZOMER, "noord",
                            pt_date_from(2026, 7, 4), pt_date_from(2026, 8, 16), "");
    pt_calendar_add_holiday(days, year, PT_VACATION_HERFST, "noord", pt_date_from(2026, 10, 10),
                            pt_date_from(2026, 10, 18), "");
    pt_calendar_finish(days);
    return days;
}

static void each_gives(const use *uses, size_t count, pt_kind kind)
{
    for (size_t i = 0; i < count; i++) {
        pt_arena *arena = pt_arena_create();
        const char *text =
            pt_format(arena,
                      "local function dag_na(d) return d + 1 end regel \"r\" { bepaal = function() "
                      "%s%s end }",
                      strstr(uses[i].written, "return") == NULL ? "return " : "", uses[i].written);
        made *m = made_pack(text, strlen(text));
        m->pack.calendar = calendar(m->arena);
        made_function(m, made_block(m, PT_BLOCK_RULE, "r", 1, false), "bepaal", made_type(kind), 0);
        made_start(m);
        pt_lua_set_region(m->lua, pt_calendar_region(m->pack.calendar, "noord"));
        pt_answer answer;
        const char *given = made_call(m, 0, NULL, &answer) ? show(m, answer) : finding_of(m);
        if (strcmp(given, uses[i].gives) != 0)
            fail_msg("%s gives %s, not %s", uses[i].written, given, uses[i].gives);
        made_end(m);
        pt_arena_destroy(arena);
    }
}

#define EACH_GIVES(uses, kind) each_gives(uses, sizeof(uses) / sizeof((uses)[0]), kind)

static void constants_are_exact(void **state)
{
    (void)state;
    static const use uses[] = {
        {"euro \"25.000\"", "2500000"},
        {"euro \"1.234,50\"", "123450"},
        {"euro \"0\"", "0"},
        {"euro \"7,5\"", "750"},
        {"euro \"-3,25\"", "-325"},
        {"euro \"1234567,89\"", "123456789"},
        {"euro \"1.23\"", "U015"},
        {"euro \"12.3456\"", "U015"},
        {"euro \"1,234\"", "U015"},
        {"euro \"\"", "U015"},
        {"euro \"veel\"", "U015"},
        {"euro(5)", "U015"},
        {"euro()", "U015"},
        {"euro \"99999999999999999999\"", "U015"},
        {"procent \"5,5\"", "550"},
        {"procent \"100\"", "10000"},
        {"procent \"0,01\"", "1"},
        {"procent \"5.5\"", "U015"},
        {"dagen(3)", "3"},
        {"weken(6)", "42"},
        {"maanden(3)", "3"},
        {"jaren(2)", "2"},
        {"schooldagen(5)", "5"},
        {"lesweken(4)", "4"},
        {"werkdagen(2)", "2"},
        {"uren(48)", "48"},
        {"weken(1.5)", "U015"},
        {"weken(onbekend)", "U015"},
        {"weken \"beslistermijn\"", "U009"},
        {"15.5", "15.5"},
        {"0.0625", "0.0625"},
    };
    EACH_GIVES(uses, PT_NUMBER);
}

static void days_are_days(void **state)
{
    (void)state;
    static const use uses[] = {
        {"datum \"2026-08-01\"", "2026-08-01"},
        {"datum \"2026-02-29\"", "U015"},
        {"datum \"1 augustus\"", "U015"},
        {"datum(20000)", "U015"},
        {"datum \"2026-06-15\" + weken(6)", "2026-07-27"},
        {"datum \"2026-06-15\" - dagen(15)", "2026-05-31"},
        {"dag_na(datum \"2026-12-31\")", "2027-01-01"},
        {"begin_schooljaar(datum \"2026-07-31\")", "2025-08-01"},
        {"begin_schooljaar(datum \"2026-08-01\")", "2026-08-01"},
        {"einde_schooljaar(datum \"2026-08-01\")", "2027-07-31"},
        {"begin_maand(datum \"2026-02-17\")", "2026-02-01"},
        {"einde_maand(datum \"2024-02-17\")", "2024-02-29"},
        {"op_dag(datum \"2026-05-05\", 31, 3)", "2026-03-31"},
        {"op_dag(datum \"2026-05-05\", 31, 2)", "2026-02-28"},
        {"op_dag(datum \"2024-05-05\", 31, 2)", "2024-02-29"},
        {"op_dag(datum \"2026-05-05\", 1, 13)", "U015"},
        {"op_dag(datum \"2026-05-05\", 0, 1)", "U015"},
        {"verjaardag(datum \"2008-02-29\", 18)", "2026-03-01"},
        {"verjaardag(datum \"2008-05-02\", 18)", "2026-05-02"},
        {"maanden_later(datum \"2026-01-31\", 1, omlaag)", "2026-02-28"},
        {"maanden_later(datum \"2026-01-31\", 1, omhoog)", "2026-03-01"},
        {"maanden_later(datum \"2026-01-31\", -2, omlaag)", "2025-11-30"},
        {"maanden_later(datum \"2026-01-31\", 1)", "U015"},
        {"maanden_later(datum \"2026-01-31\", 9000000, omlaag)", "geen"},
        {"werkdagen_later(datum \"2026-06-12\", 1)", "2026-06-15"},
        {"werkdagen_later(datum \"2026-06-15\", -1)", "2026-06-12"},
        {"werkdagen_later(datum \"2026-06-15\", 99999999)", "geen"},
        {"werkdag_vanaf(datum \"2026-06-13\")", "2026-06-15"},
        {"schooldag_vanaf(datum \"2026-08-01\")", "2026-08-17"},
        {"schooldagen_later(datum \"2026-10-09\", 1)", "2026-10-19"},
        {"schooldagen_later(onbekend, 1)", "U015"},
        {"hoogste(datum \"2026-01-01\", datum \"2026-02-01\")", "2026-02-01"},
        {"laagste(datum \"2026-01-01\", datum \"2026-02-01\")", "2026-01-01"},
        {"begin_maand(datum \"2200-12-31\" + 1)", "geen"},
        {"begin_maand(\"2026-01-01\")", "U015"},
        {"begin_maand(1.5)", "U015"},
        {"werkdag_vanaf(datum \"1900-01-01\" - 1)", "geen"},
    };
    EACH_GIVES(uses, PT_DATE);
}

static void numbers_of_days_are_whole(void **state)
{
    (void)state;
    static const use uses[] = {
        {"jaar(datum \"2026-08-01\")", "2026"},
        {"maand(datum \"2026-08-01\")", "8"},
        {"dag(datum \"2026-08-31\")", "31"},
        {"leeftijd_op(datum \"2008-02-29\", datum \"2026-02-28\")", "17"},
        {"leeftijd_op(datum \"2008-02-29\", datum \"2026-03-01\")", "18"},
        {"leeftijd_op(geen, datum \"2026-03-01\")", "U015"},
        {"leeftijd_op(datum \"2200-12-31\" + 1, datum \"2026-03-01\")", "geen"},
        {"maanden_tussen(datum \"2026-01-31\", datum \"2026-02-28\")", "1"},
        {"maanden_tussen(datum \"2026-01-15\", datum \"2026-03-14\")", "1"},
        {"maanden_tussen(datum \"2026-03-15\", datum \"2026-01-15\")", "-2"},
        {"datum \"2026-08-01\" - datum \"2026-07-01\"", "31"},
    };
    EACH_GIVES(uses, PT_NUMBER);
}

static void parts_are_rounded_as_they_say_on_both_sides_of_zero(void **state)
{
    (void)state;
    static const use uses[] = {
        {"deel_omlaag(7, 3)", "2"},
        {"deel_omlaag(-7, 3)", "-3"},
        {"deel_omlaag(6, 3)", "2"},
        {"deel_omlaag(-6, 3)", "-2"},
        {"deel_omlaag(7, -3)", "-3"},
        {"deel_omlaag(15.5, 3)", "5"},
        {"deel_omlaag(-15.5, 3)", "-6"},
        {"deel_omhoog(7, 3)", "3"},
        {"deel_omhoog(-7, 3)", "-2"},
        {"deel_omhoog(6, 3)", "2"},
        {"deel_omhoog(0.0625, 3)", "1"},
        {"afgerond(7, 2)", "4"},
        {"afgerond(-7, 2)", "-4"},
        {"afgerond(5, 3)", "2"},
        {"afgerond(4, 3)", "1"},
        {"afgerond(-4, 3)", "-1"},
        {"afgerond(-5, 3)", "-2"},
        {"afgerond(1, 2)", "1"},
        {"afgerond(-1, 2)", "-1"},
        {"afgerond(0, 2)", "0"},
        {"afgerond(2.5, 1)", "3"},
        {"afgerond(-2.5, 1)", "-3"},
        {"deel_omlaag(7, 0)", "U022"},
        {"deel_omlaag(7, 0.5)", "U015"},
        {"deel_omlaag(onbekend, 3)", "U015"},
        {"deel_omlaag(7)", "U015"},
        {"deel_omlaag(1 << 60, 3)", "U015"},
        {"deel_omlaag(0.1, 3)", "U015"},
        {"deel_omlaag(281474976710656, 7)", "40210710958665"},
        {"procent_van(201234, procent \"8,5\", omlaag)", "17104"},
        {"procent_van(201234, procent \"8,5\", omhoog)", "17105"},
        {"procent_van(201234, procent \"8,5\", afgerond)", "17105"},
        {"procent_van(-201234, procent \"8,5\", omlaag)", "-17105"},
        {"procent_van(-201234, procent \"8,5\", omhoog)", "-17104"},
        {"procent_van(-201234, procent \"8,5\", afgerond)", "-17105"},
        {"procent_van(50, procent \"1\", afgerond)", "1"},
        {"procent_van(-50, procent \"1\", afgerond)", "-1"},
        {"procent_van(49, procent \"1\", afgerond)", "0"},
        {"procent_van(15.5, procent \"100\", omlaag)", "15"},
        {"procent_van(281474976710656, procent \"100\", omlaag)", "281474976710656"},
        {"procent_van(281474976710656, procent \"99,99\", omlaag)", "281446829212984"},
        {"procent_van(100, procent \"5\")", "U015"},
        {"procent_van(100, procent \"5\", wet)", "U015"},
        {"procent_van(100, 1 << 50, omlaag)", "U015"},
        {"procent_van(281474976710656, 1 << 40, omlaag)", "U015"},
        {"hoogste(3, 5)", "5"},
        {"hoogste(-3, -5, -4)", "-3"},
        {"laagste(3, 2.5)", "2.5"},
        {"hoogste(3)", "U015"},
        {"hoogste(3, onbekend)", "U015"},
        {"hoogste(3, \"4\")", "U015"},
        {"7 // 2", "3"},
        {"-7 // 2", "-4"},
        {"-7 % 3", "2"},
    };
    EACH_GIVES(uses, PT_NUMBER);
}

static void questions_answer_yes_or_no(void **state)
{
    (void)state;
    static const use uses[] = {
        {"ja", "ja"},
        {"nee", "nee"},
        {"onbekend", "onbekend"},
        {"geen", "geen"},
        {"bekend(3)", "ja"},
        {"bekend(nee)", "ja"},
        {"bekend(geen)", "ja"},
        {"bekend(onbekend)", "nee"},
        {"bekend()", "U015"},
        {"een_van(so, so, vso)", "ja"},
        {"een_van(bao, so, vso)", "nee"},
        {"een_van(onbekend, so, vso)", "nee"},
        {"een_van(3, 4, 3)", "ja"},
        {"onbekend == geen", "nee"},
        {"onbekend == nee", "nee"},
        {"geen == geen", "ja"},
        {"so == \"so\"", "ja"},
        {"so == vso", "nee"},
        {"return sbo == toegelaten", "nee"},
        {"omlaag == omhoog", "nee"},
        {"15.5 == 31 / 2", "ja"},
    };
    EACH_GIVES(uses, PT_YESNO);
}

static void a_table_answers_or_says_what_it_lacks(void **state)
{
    (void)state;
    static const use uses[] = {
        {"tabel { bao = 4, sbo = 10 }[bao]", "4"},
        {"(tabel { bao = 4, sbo = 10 })[sbo]", "10"},
        {"(tabel { bao = 4, sbo = 10 })[vo]", "U014"},
        {"(tabel { bao = 4, sbo = 10, anders = 3 })[vo]", "3"},
        {"(tabel { bao = 4, anders = 3 })[onbekend]", "U014"},
        {"(tabel { bao = 4, anders = 3 })[geen]", "U014"},
        {"(tabel { bao = 4, anders = 3 })[7]", "U014"},
        {"(tabel { bao = 4.5 }).bao", "4.5"},
        {"(tabel { bao = {} })[bao]", "U023"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 })[-100]", "1"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 })[4]", "1"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 })[4.0625]", "2"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 })[8]", "2"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, anders = 3 })[9]", "3"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 } })[9]", "U014"},
        {"(tabel { { tot = 4, 1 }, anders = 3 })[onbekend]", "U014"},
        {"(tabel { { tot = 4, 1 }, { tot = 8, 2 }, { tot = 12, 5 } })[11]", "5"},
        {"(tabel { { tot = 8, 1 }, { tot = 4, 2 } })[1]", "U023"},
        {"(tabel { { tot = 8, 1 }, { tot = 8, 2 } })[1]", "U023"},
        {"(tabel { { 1 }, { tot = 8, 2 } })[1]", "U023"},
        {"(tabel { { tot = 8 } })[1]", "U023"},
        {"(tabel { { tot = 8, 1 }, 5 })[1]", "U023"},
        {"(tabel { [bekend] = 1 })[bao]", "U023"},
        {"(tabel {})[bao]", "U014"},
        {"(tabel(5))[bao]", "U015"},
        {"local t = tabel { bao = 4 } t.bao = 5 return t.bao", "U006"},
        {"local t = tabel { bao = 4 } t.sbo = 5 return t.bao", "U006"},
        {"local t = tabel { { tot = 4, 1 } } t[1] = 5 return 1", "U006"},
        {"local s = 0 for i, v in ipairs({ 5, 6, 7 }) do s = s + i * v end return s", "38"},
        {"local s = 0 for i, v in ipairs({}) do s = s + v end return s", "0"},
        {"ipairs(nil)", "U015"},
        {"local n = ipairs({}) return n(3, 4)", "U015"},
    };
    EACH_GIVES(uses, PT_NUMBER);
}

static void words_that_only_declare_are_of_no_use_in_a_function(void **state)
{
    (void)state;
    static const use uses[] = {
        {"vandaag", "U009"},
        {"wet", "U009"},
        {"aantal", "U009"},
        {"som \"uren\"", "U009"},
        {"einde_van \"x\"", "U009"},
        {"vraag \"x\"", "U009"},
        {"ja_nee {}", "U009"},
        {"regel \"x\" {}", "U015"},
        {"laatste_venster", "U009"},
        {"wet + 1", "U004"},
        {"gebeurtenis \"x\"", "U015"},
        {"regel", "U009"},
    };
    EACH_GIVES(uses, PT_NUMBER);
}

/* Everything that rules/README.md and the reader know as a declaration runs without a word said. */
static void a_file_of_declarations_runs_without_findings(void **state)
{
    (void)state;
    static const char text[] =
        "onderwerp \"aanmelding\" { titel = \"x\", hoort_bij = { leerling = \"leerling\" },\n"
        "  gegevens = { a = datum { \"x\" }, b = ja_nee { \"x\", begin = ja }, c = keuze { \"x\", "
        "\"so\" },\n"
        "    d = getal { \"x\", van = 0, tot = 40, stap = 0.25 }, e = bedrag { \"x\", tot = euro "
        "\"100.000\" },\n"
        "    f = percentage { \"x\" } } }\n"
        "regel \"r\" { levert = ja_nee, veroorzaakt = { gebeurtenis = \"g\", eenmaal = true },\n"
        "  gronden = { { bron = \"x\" }, { bij = function(s) return s == vo end } }, bepaal = "
        "function(a) return a end }\n"
        "uitzondering \"u\" { op = \"r\", indien = function(a) return a end, dan = nee }\n"
        "plicht \"p\" { termijn = { vanaf = function(d) return d end, lengte = weken \"w\",\n"
        "  staat_stil = { bij = \"b\", tot = eerste(\"c\", \"d\"), vanaf = dag_erna }, recht = "
        "wet,\n"
        "  verlenging = { hoogstens = maanden \"m\" } }, vervuld = eerste_in_tijdvak \"e\",\n"
        "  herhaalt = per_schooljaar { vanaf = \"v\", uiterlijk = \"06-30\" } }\n"
        "mogelijkheid \"m\" { termijn = { vanaf = einde_van \"p\", lengte = dagen(3), recht = amvb "
        "} }\n"
        "gebeurtenis \"g\" { maakt = \"aanmelding\", zet = { a = vandaag, b = vraag \"b\", c = so "
        "} }\n"
        "venster \"v\" { lengte = lesweken(4), neem = hoogste }\n"
        "venster \"w\" { lengte = schooldagen(4), neem = laatste_venster }\n"
        "lijst \"l\" { neem = som \"uren\", waar = function(d) return not bekend(d) end }\n"
        "lijst \"k\" { neem = er_is } lijst \"j\" { neem = voor_ieder } lijst \"i\" { neem = "
        "laatste \"d\" }\n";
    static const struct {
        pt_block_kind kind;
        const char *name;
        uint32_t line;
    } blocks[] = {
        {PT_BLOCK_RULE, "r", 5},     {PT_BLOCK_EXCEPTION, "u", 7}, {PT_BLOCK_DUTY, "p", 8},
        {PT_BLOCK_FACULTY, "m", 12}, {PT_BLOCK_EVENT, "g", 13},    {PT_BLOCK_WINDOW, "v", 14},
        {PT_BLOCK_WINDOW, "w", 15},  {PT_BLOCK_LIST, "l", 16},     {PT_BLOCK_LIST, "k", 17},
        {PT_BLOCK_LIST, "j", 17},    {PT_BLOCK_LIST, "i", 17},
    };
    made *m = made_pack(text, sizeof text - 1);
    for (size_t i = 0; i < sizeof blocks / sizeof blocks[0]; i++)
        made_block(m, blocks[i].kind, blocks[i].name, blocks[i].line, false);
    static const struct {
        uint32_t block;
        const char *path;
    } functions[] = {
        {0, "gronden.2.bij"}, {0, "bepaal"}, {1, "indien"}, {2, "termijn.vanaf"}, {7, "waar"}};
    for (size_t i = 0; i < sizeof functions / sizeof functions[0]; i++)
        made_function(m, functions[i].block, functions[i].path, made_type(PT_YESNO), 1);
    made_start(m);
    assert_string_equal(made_code(m), "");
    pt_answer answer;
    for (uint32_t i = 0; i < 5; i++)
        assert_true(made_call(m, i, (pt_value[]){pt_unknown()}, &answer));
    assert_string_equal(made_code(m), "");
    made_end(m);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(constants_are_exact),
        cmocka_unit_test(days_are_days),
        cmocka_unit_test(numbers_of_days_are_whole),
        cmocka_unit_test(parts_are_rounded_as_they_say_on_both_sides_of_zero),
        cmocka_unit_test(questions_answer_yes_or_no),
        cmocka_unit_test(a_table_answers_or_says_what_it_lacks),
        cmocka_unit_test(words_that_only_declare_are_of_no_use_in_a_function),
        cmocka_unit_test(a_file_of_declarations_runs_without_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
