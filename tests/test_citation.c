/* SPDX-License-Identifier: EUPL-1.2 */
#include "book_support.h"

#include "analyse/citation.h"
#include "analyse/excerpt.h"

/* "WPO 40/6 WPO 63/3": law, article, lid. */
static const char *read_back(const told *t, const char *source)
{
    pt_citation *citations = NULL;
    pt_text out = pt_text_create(t->arena);
    size_t count = pt_citation_read(t->arena, &t->pack, source, &citations);
    for (size_t i = 0; i < count; i++) {
        pt_text_format(&out, "%s%s", i == 0 ? "" : " + ", citations[i].statute->name);
        if (citations[i].article != NULL)
            pt_text_format(&out, " %s", citations[i].article);
        if (citations[i].member != NULL)
            pt_text_format(&out, "/%s", citations[i].member);
    }
    return out.bytes;
}

static void a_source_is_read_as_far_as_it_is_certain(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        const char *read;
    } rows[] = {
        {"WPO art. 40 lid 6", "WPO 40/6"},
        {"WPO art. 40", "WPO 40"},
        {"WPO art. 40a lid 3", "WPO 40a/3"},
        {"WVO 2020 art. 8.8 lid 2", "WVO 2020 8.8/2"},
        {"WVO art. 27", "WVO 27"},
        {"WVO art. 27 lid 2d", "WVO 27/2d"},
        {"Awb art. 6:7 en 6:8 lid 1", "Awb 6:7 + Awb 6:8/1"},
        {"WPO art. 40 lid 8-9", "WPO 40/8"},
        {"WPO art. 18a lid 8 onder a", "WPO 18a/8"},
        {"LPW art. 11 onder d en 12", "LPW 11 + LPW 12"},
        {"LPW art. 3, 4a en 4b", "LPW 3 + LPW 4a + LPW 4b"},
        {"WPO art. 63 lid 3 en 43 lid 4", "WPO 63/3 + WPO 43/4"},
        {"WVO 2020 art. 8.8 lid 6 en 12.34", "WVO 2020 8.8/6 + WVO 2020 12.34"},
        {"WVO 2020 art. 8.8 lid 1 en 8", "WVO 2020 8.8/1"}, /* lid 8, or article 8? */
        {"LPW art. 2 lid 1 en 3; Awb art. 7:1", "LPW 2/1 + Awb 7:1"},
        {"WPO art. 39 (3 jaar en 10 maanden)", "WPO 39"},
        {"WPO art. 40 lid 7; WVO 2020 art. 8.13 (tot 1 augustus 2022: WVO art. 27)",
         "WPO 40/7 + WVO 2020 8.13"},
        {"WPO art. 40a lid 3 en WVO 2020 art. 2.44 lid 2, naar analogie",
         "WPO 40a/3 + WVO 2020 2.44/2"},
        {"praktijk; WPO art. 40 lid 13 noemt dit geval niet", "WPO 40/13"},
        {"WPO", "WPO"},
        {"WPO (oud); LPW", "WPO + LPW"},
        {"WPO 1998 art. 4", ""},
        {"de WPO art. 4", ""},
        {"WPO lid 4", ""},
        {"WPO art. vier", ""},
        {"praktijk", ""},
        {"", ""},
        {";;", ""},
        {"WPO art. 40 en", "WPO 40"},
        {"WPO art. 40 lid", "WPO 40"},
    };
    told *t = tell_book();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *read = read_back(t, rows[i].source);
        if (strcmp(read, rows[i].read) != 0)
            fail_msg("'%s': verwacht '%s', gelezen '%s'", rows[i].source, rows[i].read, read);
    }
    told_end(t);
}

static void a_link_names_law_article_lid_and_day(void **state)
{
    (void)state;
    static const struct {
        const char *source;
        const char *day;
        const char *link;
    } rows[] = {
        {"WPO art. 40 lid 6", "2026-08-01", "BWBR0003420&artikel=40&lid=6&g=2026-08-01"},
        {"Awb art. 6:7", "2026-08-01", "BWBR0005537&artikel=6:7&g=2026-08-01"},
        {"WPO", "2026-08-01", "BWBR0003420&g=2026-08-01"},
        /* The WVO was repealed on 1 August 2022: it is shown as it last stood. */
        {"WVO art. 27", "2026-08-01", "BWBR0002399&artikel=27&g=2022-07-31"},
        {"WVO art. 27", "2016-08-01", "BWBR0002399&artikel=27&g=2016-08-01"},
    };
    told *t = tell_book();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_citation *citations = NULL;
        assert_int_equal(pt_citation_read(t->arena, &t->pack, rows[i].source, &citations), 1);
        assert_string_equal(
            pt_citation_link(t->arena, citations, on(rows[i].day)),
            pt_format(t->arena, "https://wetten.overheid.nl/jci1.3:c:%s", rows[i].link));
    }
    told_end(t);
}

/* The text of what begins on the line that holds `from`. */
static const char *excerpt_of(pt_arena *arena, const char *path, const char *text, const char *from)
{
    const pt_source *source = file_of(arena, path, text);
    pt_position at = {.source = source, .line = 1, .column = 1};
    for (const char *c = text; c < strstr(text, from); c++)
        at.line += *c == '\n';
    pt_excerpt excerpt = pt_excerpt_at(at);
    return pt_arena_copy(arena, excerpt.text, excerpt.length);
}

static void a_block_is_cut_out_with_the_comment_above_it(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        const char *text;
        const char *from;
        const char *cut;
    } rows[] = {
        {"r.lua", "regel \"a\" { b = 1 }\nregel \"c\" {\n d = { 2 },\n}\nregel \"e\" {}\n",
         "regel \"c\"", "regel \"c\" {\n d = { 2 },\n}"},
        {"r.lua", "-- SPDX-License-Identifier: EUPL-1.2\n-- over a\nregel \"a\" {}\n", "regel",
         "-- over a\nregel \"a\" {}"},
        {"r.lua", "-- Afdeling\n\nregel \"a\" {}", "regel", "regel \"a\" {}"},
        {"r.lua", "regel \"a\" { x = \"}\", -- } \n y = '\\'}', z = [[ } ]], --[==[ } ]==]\n}\nq\n",
         "regel", "regel \"a\" { x = \"}\", -- } \n y = '\\'}', z = [[ } ]], --[==[ } ]==]\n}"},
        {"r.lua", "regel \"a\" { nooit dicht", "regel", "regel \"a\" { nooit dicht"},
        {"p.yaml", "# Kop\n\na:\n  b: 1\n\n  c: 2\n\n# over d\nd:\n  e: 3\n",
         "a:", "a:\n  b: 1\n\n  c: 2"},
        {"p.yaml", "a:\n  b: 1\n# over d\nd:\n  e: 3\n", "d:", "# over d\nd:\n  e: 3"},
    };
    (void)state;
    pt_arena *arena = pt_arena_create();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(excerpt_of(arena, rows[i].path, rows[i].text, rows[i].from),
                            rows[i].cut);
    assert_int_equal(pt_excerpt_at((pt_position){0}).length, 0);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_source_is_read_as_far_as_it_is_certain),
        cmocka_unit_test(a_link_names_law_article_lid_and_day),
        cmocka_unit_test(a_block_is_cut_out_with_the_comment_above_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
