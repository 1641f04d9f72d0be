/* SPDX-License-Identifier: EUPL-1.2 */
#include "book_support.h"

#include "golden.h"
#include "report/page.h"
#include "report/rulebook.h"

/*
 * A pupil applies at a school for bao on 1 June of `year`, with need of support or without. What is
 * expected: the rule, the duty, the faculty.
 */
static const pt_run_result *play(told *t, const char *year, const char *support)
{
    const char *day = pt_format(t->arena, "%s-06-01", year);
    const char *status = strcmp(support, "ja") == 0 ? "open" : "geen";
    t->scenario.subject_count = 0;
    t->scenario.step_count = 0;
    t->scenario.from = on(pt_format(t->arena, "%s-01-01", year));
    t->scenario.until = on(pt_format(t->arena, "%s-12-31", year));
    there_is(t, "school", "wilg", "soort=bao");
    there_is(t, "leerling", "l1", "");
    happens(t, day, "aanmelding", "a1",
            pt_format(t->arena, "leerling=l1 school=wilg steun_nodig=%s", support));
    expects(t, day, "a1.zorgplicht", PT_FIELD_VALUE, support);
    expects(t, day, "a1.beslissen", PT_FIELD_STATUS, status);
    expects(t, day, "a1.klagen", PT_FIELD_STATUS, status);
    pt_replay_options options = {.record_outcomes = true};
    const pt_run_result *result = replay_told(t, &options);
    no_findings(t);
    return result;
}

typedef struct book {
    told *t;
    pt_uses *uses;
    pt_touched touched[2];
    pt_rulebook book;
} book;

static pt_touched touched_by(const book *b, const pt_doubts *doubts, const char *path,
                             const char *year)
{
    pt_touch_log *log = pt_touch_log_create(b->t->arena, b->uses, doubts);
    pt_touch_log_add(log, play(b->t, year, "ja"));
    pt_touch_log_add(log, play(b->t, year, "nee"));
    return pt_touch_log_close(log, path);
}

static book *open_book(void)
{
    told *t = tell_book();
    book *b = PT_NEW(t->arena, book);
    b->t = t;
    b->uses = pt_uses_read(t->arena, &t->pack);
    pt_doubts doubts = pt_doubts_find(t->arena, b->uses);
    b->touched[0] = touched_by(b, &doubts, "scenarios/2016.yaml", "2016");
    b->touched[1] = touched_by(b, &doubts, "scenarios/2026.yaml", "2026");
    b->book = (pt_rulebook){b->uses, b->touched, 2, t->pack.law_until};
    return b;
}

static pt_sheet *sheet_of(book *b, const char *name)
{
    uint32_t *found = NULL;
    size_t count = pt_uses_find(b->t->arena, b->uses, name, &found);
    assert_true(count > 0);
    return pt_sheet_make(b->t->arena, &b->book, found, count);
}

static void no_line_is_too_wide(const char *text)
{
    while (*text != '\0') {
        size_t length = strcspn(text, "\n");
        if (pt_text_columns(text, length) > PT_PAGE_WIDTH)
            fail_msg("te breed: %.*s", (int)length, text);
        text += length + (text[length] == '\n');
    }
}

/* --- What scenarios show ---------------------------------------------------------------------- */

static pt_thing_touch touch_of(const book *b, size_t file, const char *name, size_t n)
{
    uint32_t thing = thing_named(b->t, b->uses, name, n);
    for (size_t i = 0; i < b->touched[file].touch_count; i++) {
        if (b->touched[file].touches[i].thing == thing)
            return b->touched[file].touches[i];
    }
    return (pt_thing_touch){.thing = thing};
}

static void each_version_is_touched_by_the_plays_of_its_time(void **state)
{
    (void)state;
    static const struct {
        size_t file; /* 0: 2016, 1: 2026 */
        const char *name;
        size_t n;
        uint32_t plays;
        uint32_t expected;
    } rows[] = {
        {0, "zorgplicht", 0, 2, 2},
        {0, "zorgplicht", 1, 0, 0},
        {1, "zorgplicht", 0, 0, 0},
        {1, "zorgplicht", 1, 2, 2},
        {0, "beslissen", 0, 1, 2},
        {1, "klagen", 0, 1, 2}, /* without support there is no duty */
        {0, "beslistermijn", 0, 1, 0},
        {0, "grens", 0, 0, 0}, /* the old law knows no limit */
        {1, "grens", 0, 2, 0},
        {1, "steun_nodig", 0, 2, 0},
        {1, "geboren", 0, 0, 0},
        {1, "al_geplaatst", 0, 0, 0},
        {1, "aanmelding", 0, 2, 0},
        {1, "plaatsing", 0, 1, 0}, /* the breach raises it */
    };
    book *b = open_book();
    assert_int_equal(b->touched[0].plays, 2);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_thing_touch touch = touch_of(b, rows[i].file, rows[i].name, rows[i].n);
        if (touch.plays != rows[i].plays || touch.expected != rows[i].expected)
            fail_msg("%s in %zu: %u keer, %u verwacht", rows[i].name, rows[i].file, touch.plays,
                     touch.expected);
    }
    told_end(b->t);
}

/* WPO art. 40 lid 4 is the first ground of the old version, and the only one for bao. */
static void a_touch_says_under_which_ground(void **state)
{
    (void)state;
    book *b = open_book();
    assert_true(touch_of(b, 0, "zorgplicht", 0).grounds == 1);
    assert_true(touch_of(b, 0, "zorgplicht", 1).grounds == 0);
    assert_true(touch_of(b, 1, "zorgplicht", 1).grounds == 1);
    assert_true(touch_of(b, 1, "beslistermijn", 0).grounds == 0);
    told_end(b->t);
}

static void expectations_rest_only_on_what_plays_a_part(void **state)
{
    (void)state;
    static const struct {
        size_t file;
        const char *name;
        size_t n;
        uint32_t resting;
    } rows[] = {
        /* beleid is the second ground of the old version; bao stands under the first, which is law
         */
        {0, "zorgplicht", 0, 0},
        /* the judgement: rule, duty and faculty in the play with a duty, the rule in the other */
        {0, "steun_nodig", 0, 4},
        {1, "steun_nodig", 0, 4},
        /* derived, and of the new version alone */
        {0, "grens", 0, 0},
        {1, "grens", 0, 4},
        /* from 1 August 2026, after the peildatum: the value holds in the play, the duty is law */
        {0, "beslistermijn", 0, 0},
        {1, "beslistermijn", 0, 1},
        /* an assumption by itself: one expectation under that very ground in each file */
        {0, "klagen", 0, 1},
        {1, "klagen", 0, 1},
        {1, "al_geplaatst", 0, 0},
    };
    book *b = open_book();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        pt_thing_touch touch = touch_of(b, rows[i].file, rows[i].name, rows[i].n);
        if (touch.resting != rows[i].resting)
            fail_msg("op %s in %zu rusten er %u, niet %u", rows[i].name, rows[i].file,
                     touch.resting, rows[i].resting);
    }
    told_end(b->t);
}

/* --- Pages ------------------------------------------------------------------------------------ */

static const char *sheets_as(book *b, const char *name, pt_medium medium, pt_language language)
{
    pt_text out = pt_text_create(b->t->arena);
    const pt_sheet *sheet = sheet_of(b, name);
    pt_rulebook_sheets(&out, b->uses, &sheet, 1, &(pt_style){medium, language, false});
    return out.bytes;
}

static void the_page_of_a_rule_has_both_versions(void **state)
{
    (void)state;
    book *b = open_book();
    const char *page = sheets_as(b, "zorgplicht", PT_MEDIUM_PEOPLE, PT_DUTCH);
    no_line_is_too_wide(page);
    golden_check(b->t->arena, "regels-regel.txt", page);
    told_end(b->t);
}

static void the_page_of_a_parameter_has_its_values_by_date(void **state)
{
    (void)state;
    book *b = open_book();
    const char *page = sheets_as(b, "beslistermijn", PT_MEDIUM_PEOPLE, PT_DUTCH);
    no_line_is_too_wide(page);
    golden_check(b->t->arena, "regels-parameter.txt", page);
    told_end(b->t);
}

static void a_page_in_english_keeps_the_words_of_the_pack(void **state)
{
    (void)state;
    book *b = open_book();
    const char *page = sheets_as(b, "beslissen", PT_MEDIUM_PEOPLE, PT_ENGLISH);
    no_line_is_too_wide(page);
    assert_non_null(strstr(page, "What depends on it"));
    assert_non_null(strstr(page, "who: school"));
    assert_non_null(strstr(page, "Beslissen op de aanmelding"));
    assert_null(strstr(page, "Wat hiervan afhangt"));
    told_end(b->t);
}

static void a_page_as_json_holds_the_same(void **state)
{
    (void)state;
    book *b = open_book();
    golden_check(b->t->arena, "regels.json", sheets_as(b, "beslissen", PT_MEDIUM_JSON, PT_DUTCH));
    told_end(b->t);
}

static const char *list_as(book *b, pt_medium medium)
{
    pt_text out = pt_text_create(b->t->arena);
    pt_rulebook_list(&out, b->uses, pt_listing_make(b->t->arena, &b->book),
                     &(pt_style){medium, PT_DUTCH, false});
    return out.bytes;
}

static void the_list_says_what_no_scenario_touches(void **state)
{
    (void)state;
    book *b = open_book();
    const char *page = list_as(b, PT_MEDIUM_PEOPLE);
    no_line_is_too_wide(page);
    golden_check(b->t->arena, "regels-lijst.txt", page);
    assert_non_null(strstr(list_as(b, PT_MEDIUM_JSON), "\"geraakt_door\": 1"));
    told_end(b->t);
}

static const char *assumptions_as(book *b, pt_medium medium)
{
    pt_text out = pt_text_create(b->t->arena);
    pt_rulebook_assumptions(&out, b->uses, pt_assumptions_make(b->t->arena, &b->book),
                            &(pt_style){medium, PT_DUTCH, false});
    return out.bytes;
}

static void what_is_not_law_is_listed_with_what_hangs_on_it(void **state)
{
    (void)state;
    book *b = open_book();
    const char *page = assumptions_as(b, PT_MEDIUM_PEOPLE);
    no_line_is_too_wide(page);
    golden_check(b->t->arena, "regels-aannames.txt", page);
    golden_check(b->t->arena, "regels-aannames.json", assumptions_as(b, PT_MEDIUM_JSON));
    told_end(b->t);
}

/* A ground that ended is shown as it last stood, one that has yet to begin as it will begin. */
static void articles_are_linked_as_they_stand_on_the_day_asked(void **state)
{
    (void)state;
    static const struct {
        const char *day;
        size_t version;
        const char *end;
    } rows[] = {
        {"2016-03-01", 0, "&artikel=40&lid=4&g=2016-03-01"},
        {"2026-03-01", 0, "&artikel=40&lid=4&g=2022-07-31"},
        {"2016-03-01", 1, "&artikel=40&lid=4&g=2022-08-01"},
        {"2026-03-01", 1, "&artikel=40&lid=4&g=2026-03-01"},
    };
    book *b = open_book();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        b->book.day = on(rows[i].day);
        const pt_sheet *sheet = sheet_of(b, "zorgplicht");
        const char *link = sheet->versions[rows[i].version].sources[0].links[0];
        assert_non_null(strstr(link, rows[i].end));
    }
    told_end(b->t);
}

static void a_pack_of_law_alone_has_nothing_to_list(void **state)
{
    (void)state;
    book *b = open_book();
    pt_assumptions none = {0};
    pt_text out = pt_text_create(b->t->arena);
    pt_rulebook_assumptions(&out, b->uses, &none, &(pt_style){PT_MEDIUM_PEOPLE, PT_DUTCH, false});
    assert_non_null(strstr(out.bytes, "Alles in dit pakket is uit de wet gelezen."));
    told_end(b->t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_version_is_touched_by_the_plays_of_its_time),
        cmocka_unit_test(a_touch_says_under_which_ground),
        cmocka_unit_test(expectations_rest_only_on_what_plays_a_part),
        cmocka_unit_test(the_page_of_a_rule_has_both_versions),
        cmocka_unit_test(the_page_of_a_parameter_has_its_values_by_date),
        cmocka_unit_test(a_page_in_english_keeps_the_words_of_the_pack),
        cmocka_unit_test(a_page_as_json_holds_the_same),
        cmocka_unit_test(the_list_says_what_no_scenario_touches),
        cmocka_unit_test(what_is_not_law_is_listed_with_what_hangs_on_it),
        cmocka_unit_test(articles_are_linked_as_they_stand_on_the_day_asked),
        cmocka_unit_test(a_pack_of_law_alone_has_nothing_to_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
