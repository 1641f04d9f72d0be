/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Break any file in any way: shipped files with seeded damage must be read to the end, with
 * findings that name a place in them, in bounded time, and never crash. The same seeds give the
 * same damage.
 */
#include "support.h"

#include "base/random.h"
#include "io/scenario.h"
#include "pack_support.h"
#include "run/voting.h"

enum { ROUNDS = 400 };

static const char *const pieces[] = {
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "\"",
    "'",
    "=",
    "==",
    "~=",
    "<=",
    ",",
    ";",
    ":",
    "-",
    "- ",
    "\n",
    "\n  ",
    "\t",
    " ",
    "function",
    "end",
    "if",
    "then",
    "return",
    "local",
    "not",
    "and",
    "or",
    "ja",
    "nee",
    "onbekend",
    "geen",
    "vandaag",
    "bekend",
    "tabel",
    "datum",
    "weken",
    "regel \"x\" ",
    "plicht",
    "over",
    "bron",
    "0",
    "1",
    "-1",
    "99999999999999999999",
    "0.1",
    "1e400",
    "0x7fffffffffffffff",
    "2026-02-30",
    "9999-12-31",
    "~",
    "&a",
    "*a",
    "!!int",
    "---",
    "...",
    "<<",
    "%",
    "\xff",
    "\xc3",
    "\xe2\x80\xae",
    "#",
    "--[[",
    "]]",
    "|",
    ">",
    "?",
    "null",
    "{kolom}",
    "+99999999d",
    "van-9999j",
};

static size_t at_most(pt_random_stream *stream, size_t most)
{
    return (size_t)pt_random_between(stream, 0, (int64_t)most);
}

/* One piece of damage: a stretch is removed, doubled or overwritten. */
static void damage(pt_random_stream *stream, pt_text *text)
{
    const char *piece = pieces[at_most(stream, sizeof pieces / sizeof *pieces - 1)];
    size_t at = at_most(stream, text->length), length = at_most(stream, 40);
    if (length > text->length - at)
        length = text->length - at;
    pt_text made = pt_text_create(text->arena);
    pt_text_add_bytes(&made, text->bytes, at);
    switch (at_most(stream, 3)) {
    case 0: break;
    case 1:
        pt_text_add_bytes(&made, text->bytes + at, length);
        pt_text_add_bytes(&made, text->bytes + at, length);
        break;
    case 2:
        pt_text_add(&made, piece);
        length = 0;
        break;
    default: pt_text_add(&made, piece); break;
    }
    pt_text_add_bytes(&made, text->bytes + at + length, text->length - at - length);
    *text = made;
}

static const pt_source *damaged(pt_arena *arena, const pt_source *whole, uint32_t round)
{
    pt_random_stream stream = pt_random_stream_create(20140801, 7, round);
    pt_text text = pt_text_create(arena);
    pt_text_add_bytes(&text, whole->text, whole->length);
    for (size_t i = at_most(&stream, 3) + 1; i > 0; i--)
        damage(&stream, &text);
    pt_source *source = PT_NEW(arena, pt_source);
    *source = (pt_source){whole->path, text.bytes, text.length};
    return source;
}

/* Every finding can be shown, and its place lies in its file. */
static void check_findings(const pt_report *report)
{
    for (size_t i = 0; i < report->count; i++) {
        const pt_finding *finding = &report->findings[i];
        pt_text shown = pt_text_create(report->arena);
        pt_finding_show(&shown, finding, PT_DUTCH, false);
        assert_int_equal(pt_utf8_check(shown.bytes, shown.length), shown.length);
        size_t lines = 1;
        for (size_t j = 0; finding->at.source != NULL && j < finding->at.source->length; j++)
            lines += finding->at.source->text[j] == '\n';
        assert_true(finding->at.line <= lines);
    }
}

static void damaged_rule_files_are_read_to_the_end(void **state)
{
    (void)state;
    static const char *const files[] = {"schorsing.lua",    "zorgplicht.lua", "inschrijving.lua",
                                        "thuiszitters.lua", "organen.lua",    "besluitvorming.lua",
                                        "bekostiging.lua",  "organen.lua"};
    for (uint32_t round = 0; round < ROUNDS; round++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack = new_pack(arena);
        pt_parameters_yaml_read(pack, file_of(arena, "rules/passend-onderwijs", "parameters.yaml"),
                                &report);
        pt_calendar_yaml_read(pack, NULL, &report);
        const pt_source *subjects = file_of(arena, "rules/passend-onderwijs", "gegevens.lua");
        const pt_source *rules = file_of(arena, "rules/passend-onderwijs", files[round % 8]);
        const pt_source *governing =
            file_of(arena, "rules/passend-onderwijs", "gegevens_bestuur.lua");
        if (round % 5 == 0)
            subjects = damaged(arena, subjects, round);
        if (round % 7 == 0)
            governing = damaged(arena, governing, round);
        pt_rule_text texts[] = {{subjects, NULL, PT_DATE_NONE},
                                {governing, NULL, PT_DATE_NONE},
                                {damaged(arena, rules, round), NULL, PT_DATE_NONE}};
        pt_read_rules(pack, texts, 3, &report);
        check_findings(&report);
        pt_arena_destroy(arena);
    }
}

static void damaged_yaml_files_are_read_to_the_end(void **state)
{
    (void)state;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        pt_pack *pack = new_pack(arena);
        pt_pack_yaml_read(
            pack, damaged(arena, file_of(arena, "rules/passend-onderwijs", "pakket.yaml"), round),
            &report);
        pt_parameters_yaml_read(
            pack,
            damaged(arena, file_of(arena, "rules/passend-onderwijs", "parameters.yaml"), round),
            &report);
        pt_calendar_yaml_read(
            pack, damaged(arena, file_of(arena, "rules/passend-onderwijs", "kalender.yaml"), round),
            &report);
        check_findings(&report);
        pt_arena_destroy(arena);
    }
}

static void damaged_scenarios_are_read_and_laid_out_to_the_end(void **state)
{
    (void)state;
    static const char *const files[] = {
        "dossiers/besluit-over-de-zomer.yaml", "dossiers/tien-weken-zonder-besluit.yaml",
        "bestuur/arrangement-van-de-eigen-school.yaml", "dossiers/zestien-uur-rond-de-herfst.yaml",
        "dossiers/opp-door-de-jaren.yaml"};
    pt_arena *lasting = pt_arena_create();
    pt_report good = pt_report_create(lasting);
    pt_pack *pack = pack_in(lasting, "rules/passend-onderwijs", &good);
    const pt_plan *plan = pt_plan_create(lasting, pack);
    for (uint32_t round = 0; round < 2 * ROUNDS; round++) {
        pt_arena *arena = pt_arena_create();
        pt_report report = pt_report_create(arena);
        const pt_source *source =
            damaged(arena, file_of(arena, "scenarios", files[round % 5]), round);
        pt_story *story = pt_story_read(arena, source, &report);
        size_t plays = story == NULL ? 0 : pt_story_play_count(story);
        for (size_t i = 0; i < plays && i < 3; i++) {
            const pt_scenario *played = pt_story_play(arena, story, pack, NULL, i, &report);
            if (played != NULL)
                pt_meetings_of(arena, pack, plan, played);
        }
        check_findings(&report);
        pt_arena_destroy(arena);
    }
    pt_arena_destroy(lasting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damaged_rule_files_are_read_to_the_end),
        cmocka_unit_test(damaged_yaml_files_are_read_to_the_end),
        cmocka_unit_test(damaged_scenarios_are_read_and_laid_out_to_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
