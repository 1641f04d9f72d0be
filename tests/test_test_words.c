/* SPDX-License-Identifier: EUPL-1.2 */
/* Tests of trees in words, and the wording that tells when the rule's own text would mislead. */
#include "support.h"

#include "model/test_words.h"
#include "pack_support.h"

static const struct {
    const char *condition;
    const char *words; /* of the first test */
    pt_wording wording;
} rows[] = {
    {"n <= 3", "n <= 3", PT_WORDING_TEXT},
    {"n >= 3", "n >= 3", PT_WORDING_TEXT},
    {"n > 3.5", "n >= 3,75", PT_WORDING_TEXT},
    {"n == 3", "n <= 3", PT_WORDING_PART},
    {"s == vo", "s is vo", PT_WORDING_TEXT},
    {"s ~= vo", "s is vo", PT_WORDING_OPPOSITE},
    {"een_van(s, po, so)", "s is po of so", PT_WORDING_TEXT},
    {"a", "a is ja", PT_WORDING_TEXT},
    {"a ~= ja", "a is ja", PT_WORDING_OPPOSITE},
    {"bekend(f)", "bekend(f)", PT_WORDING_TEXT},
    {"f ~= geen", "f == geen", PT_WORDING_OPPOSITE},
    {"d <= e", "d <= e", PT_WORDING_TEXT},
    {"d + weken(6) < e", "d + 43 dagen <= e", PT_WORDING_TEXT},
    {"e - d >= 42", "d + 42 dagen <= e", PT_WORDING_TEXT},
    {"d > datum \"2026-07-31\"", "d >= 2026-08-01", PT_WORDING_TEXT},
    {"leeftijd_op(d, e) >= 5", "leeftijd_op(d, e) >= 5", PT_WORDING_TEXT},
    {"verjaardag(d, 18) <= e", "verjaardag(d, 18) <= e", PT_WORDING_TEXT},
    {"n + m * 2 <= 7", "n + 2 * m <= 7", PT_WORDING_TEXT},
    {"tabel { po = ja, vo = nee, so = ja }[s]", "s is po", PT_WORDING_PART},
};

static void a_test_is_said_in_words_of_the_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack =
            pack_of(arena, NULL,
                    pt_format(arena,
                              "onderwerp \"x\" { gegevens = { n = getal { \"n\", van = 0, tot = "
                              "40, stap = 0.25 }, m = getal { \"m\", van = 0, tot = 9 },\n"
                              "  a = ja_nee { \"a\" }, s = keuze { \"s\", \"po\", \"vo\", \"so\" "
                              "}, d = datum { \"d\" }, e = datum { \"e\" },\n"
                              "  f = datum { \"f\", optioneel = true, of_geen = true } } }\n"
                              "regel \"r\" { over = \"x\", bron = \"b\", levert = ja_nee,\n"
                              "  bepaal = function(n, m, a, s, d, e, f) if %s then return ja end "
                              "return nee end }\n",
                              rows[i].condition),
                    &report);
        show_findings(&report);
        assert_int_equal(report.errors, 0);
        const pt_tree *tree = pack->functions[0]->periods[0].tree;
        const pt_test *test = &tree->nodes[tree->root].test;
        pt_text words = pt_text_create(arena);
        pt_test_words(&words, pack, pack->functions[0], tree, test);
        assert_string_equal(words.bytes, rows[i].words);
        assert_int_equal(test->wording, rows[i].wording);
        pt_arena_destroy(arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_test_is_said_in_words_of_the_language)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
