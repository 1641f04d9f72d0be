/* SPDX-License-Identifier: EUPL-1.2 */
/* Declarations: what a rule file may say, and the finding for everything else. */
#include "support.h"

#include "pack_support.h"

static void the_shipped_pack_reads_without_a_finding(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, "rules/passend-onderwijs", &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    for (uint32_t i = 0; i < pack->function_count; i++)
        assert_true(pack->functions[i]->period_count > 0 ||
                    pack->blocks[pack->functions[i]->block].free);
    pt_arena_destroy(arena);
}

static const char base[] =
    "onderwerp \"school\" { gegevens = { soort = keuze { \"soort\", \"bao\", \"vo\" } } }\n"
    "onderwerp \"vraag_om_meer\" { hoort_bij = { aanmelding = \"aanmelding\" }, gegevens = {\n"
    "  gevraagd_op = datum { \"g\" }, klaar_op = datum { \"k\", optioneel = true } } }\n"
    "onderwerp \"aanmelding\" { hoort_bij = { school = \"school\" }, gegevens = {\n"
    "  op = datum { \"op\" }, besluit_op = datum { \"b\", optioneel = true }, uren = getal { "
    "\"u\", van = 0, tot = 9 } } }\n"
    "gebeurtenis \"besluit\" { over = \"aanmelding\", zet = { besluit_op = vandaag } }\n";

enum { FIRST_LINE = 7 };

static const char parameters[] = "termijn: { titel: t, eenheid: weken, waarden: [ { vanaf: "
                                 "2014-08-01, waarde: 6, bron: b, status: wet } ] }\n";

/* A text below the base, the code it must give and the line (counted from 1 in the text). */
static const struct {
    const char *text, *code;
    uint32_t line;
} bad[] = {
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee,\n  bepaalt = function() "
     "return ja end }",
     "R001", 2},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee }", "R002", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = 3, levert = ja_nee, bepaal = function() return "
     "ja end }",
     "R003", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = 3 }", "R003", 1},
    {"regel \"r\" { over = \"aanmelding\", gronden = wet, levert = ja_nee, bepaal = function() "
     "return ja end }\n"
     "local wet = { { bron = \"b\" } }",
     "R003", 1},
    {"local wet = function() return ja end\n"
     "regel \"r\" { over = \"aanmelding\", gronden = wet, levert = ja_nee, bepaal = function() "
     "return ja end }",
     "R003", 2},
    {"local wet = { { bron = \"b\" } }\n"
     "regel \"r\" { over = \"aanmelding\", gronden = wet, levert = ja_nee, bepaal = function() "
     "return wet end }",
     "R034", 2},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { vanaf = \"2014\" }, levert = "
     "ja_nee, bepaal = function() return ja end }",
     "R003", 1},
    {"regel \"Zorgplicht\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
     "function() return ja end }",
     "R004", 1},
    {"regel \"vandaag\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
     "function() return ja end }",
     "R005", 1},
    {"onderwerp \"x\" { gegevens = { datum = datum { \"d\" } } }", "R005", 1},
    {"onderwerp \"school\" { }", "R006", 1},
    {"regel \"op\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = function() "
     "return ja end }",
     "R006", 1},
    {"regel \"r\" { over = \"aanmeldingen\", bron = \"b\", levert = ja_nee, bepaal = function() "
     "return ja end }",
     "R007", 1},
    {"onderwerp \"x\" { hoort_bij = { s = \"schol\" } }", "R007", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", peildatum = \"ontvangen\", levert = "
     "ja_nee, bepaal = function() return ja end }",
     "R008", 1},
    {"onderwerp \"x\" { hoort_bij = { a = \"aanmelding\" }, via = { s = \"a.skool\" } }", "R008",
     1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee,\n\n  bepaal = "
     "function(uuren) return ja end }",
     "R009", 3},
    {"regel \"termijn\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
     "function() return ja end }\n"
     "regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
     "function(termijn) return termijn end }",
     "R010", 2},
    {"regel \"r\" { over = \"aanmelding\", levert = ja_nee, bepaal = function() return ja end }",
     "R011", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { tot = \"2022-08-01\" }, levert "
     "= ja_nee, bepaal = function() return ja end }\n"
     "regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { vanaf = \"2022-08-01\" }, "
     "levert = ja_nee, bepaal = function() return ja end }",
     "R012", 2},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = function(s) "
     "return s end }\n"
     "regel \"s\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = function(r) "
     "return r end }",
     "R013", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { vanaf = \"2025-08-01\", tot = "
     "\"2025-07-31\" }, levert = ja_nee, bepaal = function() return ja end }",
     "R014", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, veroorzaakt = { "
     "gebeurtenis = \"beslut\" }, bepaal = function() return ja end }",
     "R015", 1},
    {"plicht \"p\" { over = \"aanmelding\", wie = \"school\", bron = \"b\", vervuld = "
     "function(besluit_op) return besluit_op end,\n"
     "  termijn = { vanaf = function(op) return op end, lengte = weken \"termijnn\" } }",
     "R016", 2},
    {"onderwerp \"x\" { gegevens = { k = keuze { \"k\", \"a\", \"a\" } } }", "R017", 1},
    {"onderwerp \"x\" { gegevens = { n = getal { \"n\" } } }", "R018", 1},
    {"onderwerp \"x\" { gegevens = { n = getal { \"n\", van = 0, tot = 1, stap = 0.1 } } }", "R019",
     1},
    {"plicht \"p\" { over = \"aanmelding\", wie = \"schol\", bron = \"b\", vervuld = "
     "function(besluit_op) return besluit_op end,\n"
     "  termijn = { vanaf = function(op) return op end, lengte = weken(6) } }",
     "R021", 1},
    {"uitzondering \"u\" { op = \"nergens\", bron = \"b\", indien = function() return ja end, dan "
     "= nee, reden = \"r\" }",
     "R022", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", bron = \"c\", levert = ja_nee, bepaal = "
     "function() return ja end }",
     "R023", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = janee, bepaal = function() "
     "return ja end }",
     "R024", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", status = \"wett\", levert = ja_nee, "
     "bepaal = function() return ja end }",
     "R024", 1},
    {"gebeurtenis \"g\" { over = \"vraag_om_meer\", zet = { klaar_op = vandaag } }\n"
     "regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, veroorzaakt = { "
     "gebeurtenis = \"g\" }, bepaal = function() return ja end }",
     "R026", 2},
    {"plicht \"p\" { over = \"aanmelding\", wie = \"school\", bron = \"b\", vervuld = "
     "function(besluit_op) return besluit_op end,\n"
     "  termijn = { vanaf = function(op) return op end, lengte = dagen \"termijn\" } }",
     "R027", 2},
    {"plicht \"p\" { over = \"aanmelding\", wie = \"school\", bron = \"b\", vervuld = "
     "function(besluit_op) return besluit_op end,\n"
     "  termijn = { vanaf = function(op) return op end, lengte = weken(6), staat_stil = { van = "
     "\"nergens\", tot = \"op\" } } }",
     "R008", 2},
    {"plicht \"p\" { over = \"aanmelding\", wie = \"school\", bron = \"b\", vervuld = "
     "function(besluit_op) return besluit_op end,\n"
     "  termijn = { vanaf = function(op) return op end, lengte = weken(6), staat_stil = { van = "
     "\"mag\", tot = \"op\" } } }\n"
     "regel \"mag\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = function() "
     "return ja end }",
     "R003", 2},
    {"venster \"v\" { over = \"school\", van = \"vraag_om_meer\", dag = \"gevraagd_op\", telt = "
     "\"klaar_op\", lengte = weken(4) }",
     "R028", 1},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = som \"urne\" }", "R008", 1},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = som \"op\" }", "R003", 1},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = eerste \"uren\" }", "R003", 1},
    {"regel \"veel\" { over = \"aanmelding\", bron = \"b\", levert = getal { van = 0, tot = "
     "281000000000000 }, bepaal = function() return 1 end }\n"
     "lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = som \"veel\" }",
     "R036", 2},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = som \"r\" }\n"
     "regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = getal { van = 0, tot = 9 },\n"
     "  bepaal = function(school_l) return 1 end }",
     "R013", 2},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = aantal, waar = "
     "function(school_l) return school_l > 0 end }",
     "R013", 1},
    {"verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"school_l\", naar = "
     "\"uren\" }\nlijst \"l\" { over = \"school\", van = \"aanmelding\", neem = aantal }",
     "R002", 1},
    {"verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"l\", naar = \"uren\", "
     "afronding = grootste_rest }",
     "R063", 1},
    {"onderwerp \"deel\" { hoort_bij = { ver = \"nergens\" }, gegevens = { x = getal { \"x\", van "
     "= "
     "0, tot = 9 } } }\nverdeling \"d\" { over = \"deel\", bron = \"b\", geheel = \"ver_x\", naar "
     "= "
     "\"x\", afronding = grootste_rest }",
     "R007", 1},
    {"verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"school_soort\", naar = "
     "\"uren\", afronding = grootste_rest }",
     "R003", 1},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = aantal }\n"
     "verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"school_l\", naar = "
     "\"op\", afronding = grootste_rest }",
     "R003", 2},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = aantal }\n"
     "regel \"min\" { over = \"aanmelding\", bron = \"b\", levert = getal { van = -1, tot = 9 }, "
     "bepaal = function() return 1 end }\n"
     "verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"school_l\", naar = "
     "\"min\", afronding = grootste_rest }",
     "R064", 3},
    {"lijst \"l\" { over = \"school\", van = \"aanmelding\", neem = aantal }\n"
     "verdeling \"d\" { over = \"aanmelding\", bron = \"b\", geheel = \"school_l\", naar = "
     "\"uren\", afronding = omlaag }",
     "R003", 2},
    {"gebeurtenis \"g\" { over = \"aanmelding\", vraagt = { u = datum { \"d\" } }, zet = { op = "
     "vraag \"v\" } }",
     "R029", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { tot = \"2022-07-31\" }, levert "
     "= ja_nee, bepaal = function() return ja end }\n"
     "regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { vanaf = \"2022-08-01\" }, "
     "levert = datum, bepaal = function(op) return op end }",
     "R051", 2},
    {"regel \"r\" { over = \"aanmelding\", bron = \"b\", geldig = { vanaf = \"2010-08-01\" }, "
     "levert = datum, bepaal = function(op, termijn) return op + termijn end }",
     "R052", 1},
    {"regel \"r\" { over = \"aanmelding\", bron = “b” }", "L001", 1},
    {"regel \"r\" { over = \"aanmelding }", "L002", 1},
    {"regel \"r\" { over = \"aanmelding\" bron = \"b\" }", "L003", 1},
    {"regel \"r\" { over = \"aan\\qmelding\" }", "L004", 1},
    {"regel \"r\" { over = , }", "L006", 1},
    {"local x <const> = 3", "L007", 1},
    {"regle \"r\" { }", "L008", 1},
    {"x = 3", "L008", 1},
};

static bool has(const pt_report *report, const char *code, uint32_t line)
{
    bool found = false;
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *each = &report->findings[i];
        found = found ||
                (strcmp(pt_code_describe(each->code)->name, code) == 0 && each->at.line == line);
    }
    return found;
}

static void what_is_wrong_in_a_declaration_is_found_on_its_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pack_of(arena, parameters, pt_format(arena, "%s%s\n", base, bad[i].text), &report);
        if (!has(&report, bad[i].code, bad[i].line + FIRST_LINE - 1)) {
            show_findings(&report);
            fail_msg("expected %s on line %u of %s", bad[i].code, bad[i].line, bad[i].text);
        }
        pt_arena_destroy(arena);
    }
}

static void a_misspelt_word_gets_a_suggestion(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"regle \"r\" { }", "regel"},
        {"regel \"r\" { over = \"aanmeldin\", bron = \"b\", levert = ja_nee, bepaal = function() "
         "return ja end }",
         "aanmelding"},
        {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
         "function(school_sort) return ja end }",
         "school_soort"},
        {"regel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee, bepaal = "
         "function(school_soort) return school_soort == boa end }",
         "bao"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pack_of(arena, parameters, pt_format(arena, "%s%s\n", base, cases[i][0]), &report);
        assert_true(report.count > 0);
        assert_string_equal(report.findings[0].suggestion, cases[i][1]);
        pt_arena_destroy(arena);
    }
}

static void all_errors_of_a_file_are_collected_and_the_rest_is_read(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena, parameters,
                            pt_format(arena, "%s%s", base,
                                      "regel \"een\" { over = ? }\n"
                                      "regel \"twee\" { over = \"niets\" }\n"
                                      "plicht drie { }\n"
                                      "gebeurtenis \"vier\" { over = \"aanmelding\" }\n"),
                            &report);
    assert_true(has(&report, "L001", FIRST_LINE));
    assert_true(has(&report, "R007", FIRST_LINE + 1));
    assert_true(has(&report, "L003", FIRST_LINE + 2));
    assert_int_equal(pack->event_count, 2);
    pt_arena_destroy(arena);
}

/* 64 KiB of one thing after another: each must end quickly, in a finding or in nothing at all. */
static void hostile_texts_end_in_bounded_depth_and_time(void **state)
{
    (void)state;
    static const char *const pieces[][3] = {
        {"local x = ", "(", ""},
        {"local x = ", "{", ""},
        {"local x = y", ".x", "\n"},
        {"local x = ", "not ", "ja"},
        {"local x = ", "- ", "3"},
        {"local x = 3", " + 3", "\n"},
        {"local x = a", " .. a", "\n"},
        {"local x = 2", " ^ 2", "\n"},
        {"local x = f", "()", "\n"},
        {"local f = function() ", "if ja then ", ""},
        {"local f = function() ", "do ", ""},
        {"local f = ", "function() return ", ""},
        {"local f = function() if ja then ", "elseif ja then ", "end end"},
        {"", "regel \"r\" {} ", ""},
        {"", "[[", ""},
        {"--[==[", "]]", ""},
        {"local t = { ", "1, ", "}"},
        {"local x = \"", "\\\\n", "\""},
        {"", "local x = 3 ", ""},
    };
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_text text = pt_text_create(arena);
        pt_text_add(&text, pieces[i][0]);
        while (text.length < PT_LIMIT_RULE_FILE_BYTES - 64)
            pt_text_add(&text, pieces[i][1]);
        pt_text_add(&text, pieces[i][2]);
        pack_of(arena, NULL, text.bytes, &report);
        assert_true(report.count <= PT_LIMIT_FINDINGS);
        pt_arena_destroy(arena);
    }
}

static void a_file_may_be_64_kib_and_not_a_byte_more(void **state)
{
    (void)state;
    for (size_t over = 0; over < 2; over++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_text text = pt_text_create(arena);
        while (text.length < PT_LIMIT_RULE_FILE_BYTES + over)
            pt_text_add_char(&text, '\n');
        pack_of(arena, NULL, text.bytes, &report);
        assert_int_equal(report.errors, over);
        assert_int_equal(has(&report, "L009", 0), over);
        pt_arena_destroy(arena);
    }
}

static void blocks_may_share_grounds_that_a_local_above_them_names(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(
        arena, NULL,
        "onderwerp \"school\" { gegevens = { open = ja_nee { \"o\" } } }\n"
        "local wet = { { bron = \"oud\" } }\n"
        "local wet = {\n"
        "  { bron = \"A\", tot = \"2020-07-31\", bij = function(open) return open end },\n"
        "  { bron = \"B\", vanaf = \"2020-08-01\" } }\n"
        "regel \"een\" { over = \"school\", gronden = wet, levert = ja_nee, bepaal = function() "
        "return ja end }\n"
        "regel \"twee\" { over = \"school\", gronden = wet, levert = ja_nee, bepaal = function() "
        "return nee end }\n",
        &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    for (uint32_t i = 0; i < 2; i++) {
        const pt_block *block = &pack->blocks[pack->rules[i].block];
        assert_int_equal(block->ground_count, 2);
        assert_string_equal(block->grounds[0].source, "A");
        assert_non_null(block->grounds[0].applies);
        assert_int_equal(block->grounds[1].at.line, 5);
        assert_int_equal(block->grounds_at.line, 3);
    }
    assert_ptr_not_equal(pack->blocks[pack->rules[0].block].grounds[0].applies,
                         pack->blocks[pack->rules[1].block].grounds[0].applies);
    pt_arena_destroy(arena);
}

static void nesting_is_bounded_and_bytes_must_be_plain_text(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, "local x = ");
    for (int i = 0; i < 2 * PT_LIMIT_SYNTAX_DEPTH; i++)
        pt_text_add(&text, "(");
    pack_of(arena, NULL, text.bytes, &report);
    assert_true(has(&report, "L005", 1));
    pt_report bytes = pt_report_create(arena);
    pack_of(arena, NULL, "-- goed\n\033[31m", &bytes);
    assert_true(has(&bytes, "L010", 2));
    pt_report bytecode = pt_report_create(arena);
    pack_of(arena, NULL, "\033Lua", &bytecode);
    assert_true(has(&bytecode, "L010", 1));
    pt_arena_destroy(arena);
}

static void too_many_inputs_and_blocks_are_refused(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, "onderwerp \"x\" { gegevens = {");
    for (int i = 0; i <= PT_LIMIT_INPUTS; i++)
        pt_text_format(&text, " g%d = ja_nee { \"g\" },", i);
    pt_text_add(
        &text,
        " } }\nregel \"r\" { over = \"x\", bron = \"b\", levert = ja_nee, bepaal = function(g0");
    for (int i = 1; i <= PT_LIMIT_INPUTS; i++)
        pt_text_format(&text, ", g%d", i);
    pt_text_add(&text, ") return g0 end }\n");
    pack_of(arena, NULL, text.bytes, &report);
    assert_true(has(&report, "R020", 2));
    pt_report blocks = pt_report_create(arena);
    text = pt_text_create(arena);
    for (int i = 0; i <= PT_LIMIT_PACK_BLOCKS; i++)
        pt_text_format(&text, "lijst \"l%d\" { }\n", i);
    pack_of(arena, NULL, text.bytes, &blocks);
    assert_true(blocks.dropped > 0);
    pt_arena_destroy(arena);
}

/* Seventeen ja/nee asked one after the other are eighteen paths, not 131,072. */
static void paths_are_walked_lazily(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_text text = pt_text_create(arena);
    pt_text_add(&text, "onderwerp \"x\" { gegevens = {");
    for (int i = 0; i < 17; i++)
        pt_text_format(&text, " g%d = ja_nee { \"g\" },", i);
    pt_text_add(
        &text,
        " } }\nregel \"r\" { over = \"x\", bron = \"b\", levert = ja_nee, bepaal = function(g0");
    for (int i = 1; i < 17; i++)
        pt_text_format(&text, ", g%d", i);
    pt_text_add(&text, ")\n");
    for (int i = 0; i < 17; i++)
        pt_text_format(&text, "  if not g%d then return nee, \"g%d is nee\" end\n", i, i);
    pt_text_add(&text, "  return ja, \"alles is ja\" end }\n");
    pt_pack *pack = pack_of(arena, NULL, text.bytes, &report);
    assert_int_equal(report.errors, 0);
    assert_int_equal(pack->functions[0]->periods[0].tree->path_count, 18);
    pt_arena_destroy(arena);
}

static void what_a_path_already_decides_is_not_asked_again(void **state)
{
    (void)state;
    static const struct {
        const char *condition;
        uint32_t paths;
    } cases[] = {
        {"uren > 3 and uren > 2", 2},
        {"uren > 3 and uren < 3", 1},
        {"uren >= 0", 1},
        {"uren == 3 and uren >= 4", 1},
        {"besluit_op == op and bekend(besluit_op)", 4},
        {"school_soort == bao or school_soort == vo", 1},
        {"op <= vandaag and vandaag <= op + dagen(3) and op > vandaag", 1},
        {"op + dagen(3) < vandaag and vandaag <= op + dagen(3)", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack = pack_of(
            arena, parameters,
            pt_format(arena,
                      "%sregel \"r\" { over = \"aanmelding\", bron = \"b\", levert = ja_nee,\n"
                      "  bepaal = function(uren, op, besluit_op, school_soort, vandaag) if %s then "
                      "return ja end return nee end }\n",
                      base, cases[i].condition),
            &report);
        show_findings(&report);
        assert_int_equal(report.errors, 0);
        const pt_tree *tree = pack->functions[0]->periods[0].tree;
        uint32_t leaves = 0;
        for (size_t n = 0; n < tree->node_count; n++)
            leaves += tree->nodes[n].is_leaf;
        if (cases[i].paths == 1 ? leaves != 1 : tree->path_count != cases[i].paths)
            fail_msg("%s: %u paths, %u leaves", cases[i].condition, tree->path_count, leaves);
        pt_arena_destroy(arena);
    }
}

static void a_tree_stands_for_each_period_of_its_parameters(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_of(arena,
                            "termijn: { titel: t, eenheid: weken, waarden: [ { vanaf: 2014-08-01, "
                            "waarde: 6, bron: b, status: wet },"
                            " { vanaf: 2020-08-01, waarde: 4, bron: b, status: wet } ] }\n",
                            pt_format(arena,
                                      "%sregel \"r\" { over = \"aanmelding\", bron = \"b\", geldig "
                                      "= { vanaf = \"2014-08-01\", tot = \"2024-07-31\" },"
                                      " levert = datum, bepaal = function(op, termijn) return op + "
                                      "termijn, \"na {termijn}\" end }\n",
                                      base),
                            &report);
    assert_int_equal(report.errors, 0);
    const pt_function *function = pack->functions[0];
    assert_int_equal(function->period_count, 2);
    assert_int_equal(function->periods[0].from, pt_date_from(2014, 8, 1));
    assert_int_equal(function->periods[0].until, pt_date_from(2020, 7, 31));
    assert_int_equal(function->periods[1].until, pt_date_from(2024, 7, 31));
    assert_int_equal(function->periods[0].tree->nodes[0].leaf.form.constant, 42);
    assert_int_equal(function->periods[1].tree->nodes[0].leaf.form.constant, 28);
    pt_arena_destroy(arena);
}

/* An overlay ends what it replaces on the day before it begins. */
static void a_variant_replaces_a_rule_from_its_day(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = new_pack(arena);
    static const char *const rule = "regel \"r\" { over = \"x\", bron = \"b\", geldig = { vanaf = "
                                    "\"2014-08-01\" }, levert = ja_nee,"
                                    " bepaal = function() return %s end }\n";
    pt_calendar_yaml_read(pack, NULL, &report);
    pt_rule_text texts[] = {
        {source_of(arena, "a.lua",
                   pt_format(arena, "onderwerp \"x\" { }\n%s", pt_format(arena, rule, "nee"))),
         NULL, PT_DATE_NONE},
        {source_of(arena, "v.lua", pt_format(arena, rule, "ja")), "variant",
         pt_date_from(2027, 8, 1)},
    };
    assert_true(pt_read_rules(pack, texts, 2, &report));
    assert_int_equal(pack->rule_group_count, 1);
    const pt_group *group = &pack->rule_groups[0];
    assert_int_equal(pt_rule_version(pack, group, pt_date_from(2027, 7, 31)), 0);
    assert_int_equal(pt_rule_version(pack, group, pt_date_from(2027, 8, 1)), 1);
    assert_int_equal(pack->blocks[1].from, pt_date_from(2027, 8, 1));
    pt_arena_destroy(arena);
}

/* An exception of the pack keeps its own first day, whatever files the variant has. */
static void a_variant_leaves_exceptions_of_the_pack_alone(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = new_pack(arena);
    static const char *const exception =
        "uitzondering \"%s\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" },"
        " indien = function() return ja end, dan = nee, reden = \"zo\" }\n";
    pt_calendar_yaml_read(pack, NULL, &report);
    pt_rule_text texts[] = {
        {source_of(
             arena, "a.lua",
             pt_format(arena,
                       "onderwerp \"x\" { }\nregel \"r\" { over = \"x\", bron = \"b\", geldig = "
                       "{ vanaf = \"2014-08-01\" }, levert = ja_nee, bepaal = function() return "
                       "ja end }\n%s",
                       pt_format(arena, exception, "e"))),
         NULL, PT_DATE_NONE},
        {source_of(arena, "v.lua", pt_format(arena, exception, "f")), "variant",
         pt_date_from(2027, 8, 1)},
    };
    assert_true(pt_read_rules(pack, texts, 2, &report));
    assert_int_equal(pack->exception_count, 2);
    assert_int_equal(pack->blocks[pack->exceptions[0].block].from, pt_date_from(2014, 8, 1));
    assert_int_equal(pack->blocks[pack->exceptions[1].block].from, pt_date_from(2027, 8, 1));
    pt_arena_destroy(arena);
}

/* What the pack itself would change later than the overlay begins is gone, for rules and duties. */
static void a_variant_replaces_what_the_pack_changes_later(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = new_pack(arena);
    static const char *const blocks =
        "regel \"r\" { over = \"x\", bron = \"b\", geldig = { vanaf = \"%s\"%s }, levert = ja_nee,"
        " bepaal = function() return nee end }\n"
        "plicht \"p\" { over = \"x\", wie = \"y\", bron = \"b\", geldig = { vanaf = \"%s\"%s },"
        " termijn = { uiterlijk = function() return datum \"2028-01-01\" end, recht = wet },"
        " vervuld = function() return onbekend end }\n";
    static const char until[] = ", tot = \"2025-07-31\"";
    pt_calendar_yaml_read(pack, NULL, &report);
    const char *first = pt_format(arena, blocks, "2014-08-01", until, "2014-08-01", until);
    const char *later = pt_format(arena, blocks, "2025-08-01", "", "2025-08-01", "");
    const char *overlay = pt_format(arena, blocks, "2020-08-01", "", "2020-08-01", "");
    pt_rule_text texts[] = {
        {source_of(arena, "a.lua",
                   pt_format(arena,
                             "onderwerp \"y\" { }\n"
                             "onderwerp \"x\" { hoort_bij = { y = \"y\" } }\n%s%s",
                             first, later)),
         NULL, PT_DATE_NONE},
        {source_of(arena, "v.lua", overlay), "variant", pt_date_from(2020, 8, 1)},
    };
    assert_true(pt_read_rules(pack, texts, 2, &report));
    const pt_group *rules = &pack->rule_groups[0], *duties = &pack->duty_groups[0];
    static const struct {
        int year, month, day;
        uint16_t version;
    } rows[] = {{2020, 7, 31, 0}, {2020, 8, 1, 2}, {2025, 7, 31, 2}, {2025, 8, 1, 2}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_date day = pt_date_from(rows[i].year, rows[i].month, rows[i].day);
        assert_int_equal(pt_rule_version(pack, rules, day), rows[i].version);
        assert_int_equal(pt_duty_version(pack, duties, day), rows[i].version);
    }
    pt_arena_destroy(arena);
}

/* An exception of the same name is a version too: the overlay's takes the place of the pack's. */
static void a_variant_replaces_an_exception_from_its_day(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = new_pack(arena);
    static const char *const exception =
        "uitzondering \"u\" { op = \"r\", bron = \"b\", geldig = { vanaf = \"2014-08-01\" },\n"
        "  indien = function() return ja end, dan = %s, reden = \"zo\" }\n";
    pt_calendar_yaml_read(pack, NULL, &report);
    pt_rule_text texts[] = {
        {source_of(
             arena, "a.lua",
             pt_format(
                 arena,
                 "onderwerp \"x\" { }\nregel \"r\" { over = \"x\", bron = \"b\", levert = ja_nee,"
                 " bepaal = function() return nee end }\n%s",
                 pt_format(arena, exception, "ja"))),
         NULL, PT_DATE_NONE},
        {source_of(arena, "v.lua", pt_format(arena, exception, "nee")), "variant",
         pt_date_from(2027, 8, 1)},
    };
    assert_true(pt_read_rules(pack, texts, 2, &report));
    assert_int_equal(pack->blocks[pack->exceptions[0].block].until, pt_date_from(2027, 7, 31));
    assert_int_equal(pack->blocks[pack->exceptions[1].block].from, pt_date_from(2027, 8, 1));
    pt_report twice = pt_report_create(arena);
    pt_pack *other = new_pack(arena);
    pt_calendar_yaml_read(other, NULL, &twice);
    texts[1].variant = NULL;
    texts[1].from = PT_DATE_NONE;
    assert_false(pt_read_rules(other, texts, 2, &twice));
    assert_true(has(&twice, "R012", 1));
    pt_arena_destroy(arena);
}

/* From the last day of the overlay on, what it replaced is there again, with all its versions. */
static void what_a_variant_with_an_end_replaced_comes_back(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = new_pack(arena);
    static const char *const blocks =
        "regel \"r\" { over = \"x\", bron = \"%s\", geldig = { vanaf = \"%s\"%s }, levert = ja_nee,"
        " bepaal = function() return nee end }\n"
        "plicht \"p\" { over = \"x\", wie = \"y\", bron = \"%s\", geldig = { vanaf = \"%s\"%s },"
        " termijn = { uiterlijk = function() return datum \"2028-01-01\" end, recht = wet },"
        " vervuld = function() return onbekend end }\n"
        "uitzondering \"u\" { op = \"r\", bron = \"%s\", geldig = { vanaf = \"%s\"%s },"
        " indien = function() return ja end, dan = ja, reden = \"zo\" }\n";
    static const char *const texts_of[][3] = {{"oud", "2014-08-01", ", tot = \"2021-07-31\""},
                                              {"nieuw", "2021-08-01", ""},
                                              {"proef", "2020-08-01", ", tot = \"2022-07-31\""}};
    const char *made[3];
    pt_calendar_yaml_read(pack, NULL, &report);
    for (size_t i = 0; i < 3; i++) {
        const char *const *t = texts_of[i];
        made[i] = pt_format(arena, blocks, t[0], t[1], t[2], t[0], t[1], t[2], t[0], t[1], t[2]);
    }
    pt_rule_text texts[] = {
        {source_of(arena, "a.lua",
                   pt_format(arena,
                             "onderwerp \"y\" { }\n"
                             "onderwerp \"x\" { hoort_bij = { y = \"y\" } }\n%s%s",
                             made[0], made[1])),
         NULL, PT_DATE_NONE},
        {source_of(arena, "v.lua", made[2]), "variant", pt_date_from(2020, 8, 1)},
    };
    assert_true(pt_read_rules(pack, texts, 2, &report));
    static const struct {
        int year, month, day;
        const char *source;
    } rows[] = {{2020, 7, 31, "oud"},   {2020, 8, 1, "proef"}, {2021, 8, 1, "proef"},
                {2022, 7, 31, "proef"}, {2022, 8, 1, "nieuw"}, {2030, 1, 1, "nieuw"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_date day = pt_date_from(rows[i].year, rows[i].month, rows[i].day);
        const pt_group *group = &pack->rule_groups[0];
        const pt_rule *rule = &pack->rules[pt_rule_version(pack, group, day)];
        const pt_duty *duty = &pack->duties[pt_duty_version(pack, &pack->duty_groups[0], day)];
        assert_string_equal(pack->blocks[rule->block].grounds[0].source, rows[i].source);
        assert_string_equal(pack->blocks[duty->block].grounds[0].source, rows[i].source);
        size_t held = 0;
        for (uint16_t j = 0; j < group->exception_count; j++) {
            const pt_block *block = &pack->blocks[pack->exceptions[group->exceptions[j]].block];
            if (block->ground_count == 0 || block->from > day || day > block->until)
                continue;
            assert_string_equal(block->grounds[0].source, rows[i].source);
            held++;
        }
        assert_int_equal(held, 1);
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_wrong_in_a_declaration_is_found_on_its_line),
        cmocka_unit_test(what_a_variant_with_an_end_replaced_comes_back),
        cmocka_unit_test(a_misspelt_word_gets_a_suggestion),
        cmocka_unit_test(all_errors_of_a_file_are_collected_and_the_rest_is_read),
        cmocka_unit_test(hostile_texts_end_in_bounded_depth_and_time),
        cmocka_unit_test(a_file_may_be_64_kib_and_not_a_byte_more),
        cmocka_unit_test(blocks_may_share_grounds_that_a_local_above_them_names),
        cmocka_unit_test(nesting_is_bounded_and_bytes_must_be_plain_text),
        cmocka_unit_test(too_many_inputs_and_blocks_are_refused),
        cmocka_unit_test(paths_are_walked_lazily),
        cmocka_unit_test(what_a_path_already_decides_is_not_asked_again),
        cmocka_unit_test(a_tree_stands_for_each_period_of_its_parameters),
        cmocka_unit_test(a_variant_replaces_a_rule_from_its_day),
        cmocka_unit_test(a_variant_replaces_an_exception_from_its_day),
        cmocka_unit_test(a_variant_leaves_exceptions_of_the_pack_alone),
        cmocka_unit_test(a_variant_replaces_what_the_pack_changes_later),
        cmocka_unit_test(the_shipped_pack_reads_without_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
