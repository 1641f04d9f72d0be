/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The two pages of the language are true: every example on them is run. The blocks of
 * rules/README.md, each under the name of its file, are together the pack "voorbeeld"; the blocks
 * of scenarios/README.md play on it. What the pages name in running text alone is used here.
 */
#include "support.h"

#include "analyse/agree.h"
#include "io/scenario.h"
#include "lua/call.h"
#include "lua/words.h"
#include "pack_support.h"
#include "run/replay.h"
#include "run/tree_reader.h"

enum { RULES_BLOCKS = 14, SCENARIO_BLOCKS = 6, MOST_BLOCKS = 32 };

typedef struct fenced {
    const char *language; /* "lua", "yaml" */
    const char *file;     /* named by the comment on its first line, or "" */
    const char *text;
    size_t line; /* of its first line on the page, from 1 */
} fenced;

typedef struct page {
    pt_arena *arena;
    const pt_source *source;
    fenced blocks[MOST_BLOCKS];
    size_t block_count;
    pt_text prose; /* all that stands outside the blocks */
} page;

/* --- Pages ---------------------------------------------------------------------------------- */

static const char *word_after(pt_arena *arena, const char *text, const char *mark)
{
    if (strncmp(text, mark, strlen(mark)) != 0)
        return "";
    text += strlen(mark);
    return pt_arena_copy(arena, text, strcspn(text, " \n"));
}

static fenced block_of(pt_arena *arena, const char *opening, const char *text, const char *end,
                       size_t line)
{
    fenced block = {.language = word_after(arena, opening, "```"),
                    .text = pt_arena_copy(arena, text, (size_t)(end - text)),
                    .line = line};
    bool lua = strcmp(block.language, "lua") == 0;
    block.file = word_after(arena, block.text, lua ? "-- " : "# ");
    return block;
}

static page read_page(pt_arena *arena, const char *folder)
{
    page read = {.arena = arena, .source = file_of(arena, folder, "README.md")};
    read.prose = pt_text_create(arena);
    const char *opening = NULL;
    const char *text = NULL;
    size_t line = 1;
    size_t first = 0;
    for (const char *at = read.source->text; *at != '\0'; line++) {
        const char *next = strchr(at, '\n') + 1;
        if (strncmp(at, "```", 3) != 0) {
            if (opening == NULL)
                pt_text_add_bytes(&read.prose, at, (size_t)(next - at));
        } else if (opening == NULL) {
            opening = at;
            text = next;
            first = line + 1;
        } else {
            assert_true(read.block_count < MOST_BLOCKS);
            read.blocks[read.block_count++] = block_of(arena, opening, text, at, first);
            opening = NULL;
        }
        at = next;
    }
    assert_null(opening);
    return read;
}

/*
 * A file of the example pack: its blocks in order, each on the lines that it has on the page, so
 * that a finding points there. NULL when the page has none.
 */
static const pt_source *file_on(const page *from, const char *name)
{
    pt_text text = pt_text_create(from->arena);
    size_t line = 1;
    for (size_t i = 0; i < from->block_count; i++) {
        const fenced *block = &from->blocks[i];
        if (strcmp(block->file, name) != 0)
            continue;
        for (; line < block->line; line++)
            pt_text_add_char(&text, '\n');
        pt_text_add(&text, block->text);
        for (const char *at = block->text; *at != '\0'; at++)
            line += *at == '\n';
    }
    const char *path = pt_format(from->arena, "rules/README.md/%s", name);
    return text.length == 0 ? NULL : source_of(from->arena, path, text.bytes);
}

/* --- The example pack ------------------------------------------------------------------------ */

static const char variant_rules[] = "varianten/korter-beslissen/regels.lua";

/* What the pages name without an example of their own stands here, in files of the same names. */
static const char further_folder[] = "tests/packs/voorbeeld";

static const char *further_text(pt_arena *arena, const char *name)
{
    const pt_source *source = file_of(arena, further_folder, name);
    assert_non_null(source);
    return source->text;
}

typedef struct example {
    pt_arena *arena;
    pt_report report;
    page rules;
    pt_pack *pack;
    pt_lua *lua;
} example;

static const pt_source *rule_file(const page *rules, const char *name, bool further)
{
    const pt_source *source = file_on(rules, name);
    assert_non_null(source);
    if (!further)
        return source;
    return source_of(
        rules->arena, source->path,
        pt_format(rules->arena, "%s%s", source->text, further_text(rules->arena, name)));
}

static void read_rule_files(example *e, const pt_variant *variant, bool further)
{
    size_t own = e->pack->file_count;
    size_t count = own + (variant == NULL ? 0 : variant->file_count);
    pt_rule_text *texts = PT_NEW_ARRAY(e->arena, count, pt_rule_text);
    pt_source *sources = PT_NEW_ARRAY(e->arena, count, pt_source);
    for (size_t i = 0; i < count; i++) {
        sources[i] =
            *rule_file(&e->rules, i < own ? e->pack->files[i] : variant_rules, further && i < own);
        texts[i] = (pt_rule_text){&sources[i], i < own ? NULL : variant->name,
                                  i < own ? PT_DATE_NONE : variant->from};
    }
    e->pack->sources = sources;
    e->pack->source_count = count;
    pt_read_rules(e->pack, texts, count, &e->report);
}

/* The pack of the page, with its variant and what is named in running text when asked for. */
static example *example_pack(bool with_variant, bool further)
{
    pt_arena *arena = pt_arena_create();
    example *e = PT_NEW(arena, example);
    e->arena = arena;
    e->report = pt_report_create(arena);
    e->rules = read_page(arena, "rules");
    e->pack = new_pack(arena);
    pt_pack_yaml_read(e->pack, file_on(&e->rules, "pakket.yaml"), &e->report);
    pt_parameters_yaml_read(e->pack, file_on(&e->rules, "parameters.yaml"), &e->report);
    pt_calendar_yaml_read(e->pack, file_on(&e->rules, "kalender.yaml"), &e->report);
    pt_variant *variant = NULL;
    if (with_variant) {
        variant = pt_variant_yaml_read(arena, file_on(&e->rules, "variant.yaml"), &e->report);
        assert_non_null(variant);
        assert_true(pt_variant_apply(e->pack, variant, &e->report));
    }
    read_rule_files(e, variant, further);
    e->lua = pt_lua_create(arena, e->pack, &e->report, NULL);
    show_findings(&e->report);
    assert_int_equal(e->report.count, 0);
    return e;
}

static void end_example(example *e)
{
    pt_lua_destroy(e->lua);
    pt_arena_destroy(e->arena);
}

static void readings_agree(example *e, size_t least_functions)
{
    pt_tree_reader *trees = pt_tree_reader_create(e->arena, e->pack, PT_REGION_NONE);
    pt_tree_reading first = {pt_tree_reader_answer, pt_tree_reader_test, trees};
    pt_agreement found =
        pt_agree(e->pack, first, pt_lua_reading(e->lua), 20140801, 100, &e->report);
    show_findings(&e->report);
    assert_int_equal(found.disagreements, 0);
    assert_true(found.functions >= least_functions);
    assert_true(found.points > found.paths);
}

/* --- Scenarios on it ------------------------------------------------------------------------- */

static const char *replaced(pt_arena *arena, const char *text, const char *old, const char *new)
{
    const char *at = strstr(text, old);
    if (at == NULL)
        fail_msg("'%s' does not stand in the example", old);
    return pt_format(arena, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old));
}

/* Plays a story in full on the example pack; nothing fails. Gives how many expectations passed. */
static size_t plays_green(example *e, const char *text, size_t plays, size_t warnings)
{
    size_t passed = 0;
    const pt_source *source = source_of(e->arena, "scenarios/README.md", text);
    pt_story *story = pt_story_read(e->arena, source, &e->report);
    for (size_t i = 0; story != NULL && i < pt_story_play_count(story); i++) {
        const pt_scenario *scenario = pt_story_play(e->arena, story, e->pack, NULL, i, &e->report);
        if (scenario == NULL)
            break;
        pt_lua_set_region(e->lua, (pt_region)scenario->region);
        const pt_run_result *result =
            pt_replay(e->arena, e->pack, scenario, pt_lua_reading(e->lua), &e->report, NULL);
        for (size_t r = 0; r < result->record_count; r++) {
            const pt_record *record = &result->records[r];
            if (record->kind == PT_RECORD_EXPECTATION && !record->of.expectation.passed &&
                !record->of.expectation.unjudged)
                fail_msg("%s: %s: verwacht %s, gevonden %s", scenario->name,
                         record->of.expectation.expectation->written,
                         record->of.expectation.expected, record->of.expectation.found);
        }
        assert_false(result->broken);
        passed += result->passed;
        plays--;
    }
    show_findings(&e->report);
    assert_int_equal(e->report.errors, 0);
    assert_int_equal(e->report.count, warnings);
    assert_int_equal(plays, 0);
    return passed;
}

static const char *block_with(const page *from, const char *start)
{
    for (size_t i = 0; i < from->block_count; i++)
        if (strncmp(from->blocks[i].text, start, strlen(start)) == 0)
            return from->blocks[i].text;
    fail_msg("no example starts with '%s'", start);
    return NULL;
}

static const char story_start[] = "scenario:";
static const char meeting_start[] = "  - op: 2026-03-12\n    vergadering: ab";

/* --- Tests ----------------------------------------------------------------------------------- */

static void every_example_has_a_test(void **state)
{
    (void)state;
    static const char *const files[] = {"pakket.yaml",  "gegevens.lua",  "regels.lua",
                                        "variant.yaml", "kalender.yaml", "parameters.yaml",
                                        variant_rules};
    static const char *const starts[] = {story_start,   "  - op: 2026-09-21\n    beslispunt: knoop",
                                         "tabel:",      "speel_vanaf:",
                                         meeting_start, "  - op: 2026-12-01\n    verwacht_onder:"};
    pt_arena *arena = pt_arena_create();
    page rules = read_page(arena, "rules");
    page scenarios = read_page(arena, "scenarios");
    assert_int_equal(rules.block_count, RULES_BLOCKS);
    assert_int_equal(scenarios.block_count, SCENARIO_BLOCKS);
    for (size_t b = 0; b < rules.block_count; b++) {
        bool known = false;
        for (size_t i = 0; i < sizeof files / sizeof *files; i++)
            known = known || strcmp(rules.blocks[b].file, files[i]) == 0;
        if (!known)
            fail_msg("rules/README.md:%zu: the example names no file that is tested",
                     rules.blocks[b].line);
    }
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        assert_non_null(block_with(&scenarios, starts[i]));
    pt_arena_destroy(arena);
}

static void the_examples_are_a_pack_on_which_both_readings_agree(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    assert_string_equal(e->pack->name, "voorbeeld");
    readings_agree(e, 7);
    end_example(e);
}

static void what_is_named_in_the_text_alone_loads_and_agrees(void **state)
{
    (void)state;
    example *e = example_pack(false, true);
    readings_agree(e, 40);
    end_example(e);
}

static void the_scenario_plays_green_under_the_pack_and_under_the_variant(void **state)
{
    (void)state;
    for (int with_variant = 0; with_variant <= 1; with_variant++) {
        example *e = example_pack(with_variant == 1, false);
        page scenarios = read_page(e->arena, "scenarios");
        assert_int_equal(plays_green(e, block_with(&scenarios, story_start), 1, 0), 9);
        end_example(e);
    }
}

/* Received on 1 October 2027, the decision is due after four weeks instead of six. */
static void the_variant_changes_the_term_from_its_day(void **state)
{
    (void)state;
    static const struct {
        bool with_variant;
        const char *due;
    } rows[] = {{false, "2027-11-12"}, {true, "2027-10-29"}};
    for (size_t i = 0; i < 2; i++) {
        example *e = example_pack(rows[i].with_variant, false);
        page scenarios = read_page(e->arena, "scenarios");
        const char *text = block_with(&scenarios, story_start);
        text = replaced(e->arena, text, "van: 2026-06-01", "van: 2027-09-01");
        text = replaced(e->arena, text, "tot: 2026-12-31", "tot: 2027-12-31");
        text = replaced(e->arena, text, "op: 2026-06-15", "op: 2027-10-01");
        text = replaced(e->arena, text, "uiterlijk: 2026-07-27",
                        pt_format(e->arena, "uiterlijk: %s", rows[i].due));
        text = replaced(e->arena, text, "op: a1+5w", "op: a1+3w");
        assert_int_equal(plays_green(e, text, 1, 0), 9);
        end_example(e);
    }
}

static void the_decision_plays_in_the_scenario(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text = pt_format(e->arena, "%s%s%s", block_with(&scenarios, story_start),
                                 block_with(&scenarios, "  - op: 2026-09-21"),
                                 "  - op: +0d\n    verwacht: { a1.uitkomst: geweigerd }\n");
    assert_int_equal(plays_green(e, text, 1, 0), 10);
    end_example(e);
}

static void what_holds_under_a_law_is_judged_there_alone(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text =
        replaced(e->arena, block_with(&scenarios, story_start), "variant: korter-beslissen", "");
    text = pt_format(e->arena, "%s%s", text,
                     replaced(e->arena, block_with(&scenarios, "  - op: 2026-12-01"),
                              "vervuld }   # a,b", "open }   # a,b"));
    assert_int_equal(plays_green(e, text, 1, 0), 10);
    end_example(e);
}

static void the_table_plays_the_scenario_for_each_row(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text = block_with(&scenarios, story_start);
    text = replaced(e->arena, text, "op: 2026-06-15", "op: {ontvangen}");
    text = replaced(e->arena, text, "uiterlijk: 2026-07-27", "uiterlijk: {uiterlijk}");
    text = pt_format(e->arena, "%s%s", text, block_with(&scenarios, "tabel:"));
    assert_int_equal(plays_green(e, text, 2, 0), 18);
    end_example(e);
}

static void the_scenario_with_relative_days_plays_from_other_years(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text = block_with(&scenarios, story_start);
    text = replaced(e->arena, text, "tot: 2026-12-31", "tot: van+6m");
    text = replaced(e->arena, text, "zomer: 2026-07-04", "zomer: van+33d");
    text = replaced(e->arena, text, "op: 2026-06-15", "op: van+14d");
    text = replaced(e->arena, text, "uiterlijk: 2026-07-27", "uiterlijk: a1+6w");
    text = pt_format(e->arena, "%s%s", text, block_with(&scenarios, "speel_vanaf:"));
    assert_int_equal(plays_green(e, text, 3, 0), 27);
    end_example(e);
}

static void what_scenarios_name_in_the_text_alone_plays(void **state)
{
    (void)state;
    example *e = example_pack(false, false);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text = pt_format(e->arena, "%s%s", block_with(&scenarios, story_start),
                                 further_text(e->arena, "verloop.yaml"));
    assert_int_equal(plays_green(e, text, 1, 1), 18);
    assert_int_equal(e->report.findings[0].code, PT_S029); /* the example has one holiday */
    end_example(e);
}

/* The meeting of the page, among people who have a seat. */
static void the_meeting_plays(void **state)
{
    (void)state;
    static const char before[] =
        "scenario: s\ntitel: t\npakket: voorbeeld\nvan: 2026-01-01\ntot: 2026-12-31\nwereld:\n"
        "  samenwerkingsverband: { kade: {} }\n  bestuur: { esdoorn: {} }\n"
        "  school: { wilg: { soort: bao, bestuur: esdoorn } }\n"
        "  persoon: { ada: {}, bas: {}, cor: {}, dua: {}, eva: {} }\n"
        "  orgaan: { ab: { samenwerkingsverband: kade, soort: bestuur }, "
        "leden: { samenwerkingsverband: kade, soort: ledenvergadering } }\n  zetel:\n"
        "    - { orgaan: leden, persoon: ada, bezet_vanaf: van }\n"
        "    - { orgaan: leden, persoon: dua, bezet_vanaf: van }\n"
        "    - { orgaan: leden, persoon: eva, bezet_vanaf: van }\n"
        "    - { orgaan: ab, persoon: ada, bezet_vanaf: van }\n"
        "    - { orgaan: ab, persoon: bas, bezet_vanaf: van }\n"
        "    - { orgaan: ab, persoon: cor, bezet_vanaf: van }\n"
        "    - { orgaan: ab, persoon: dua, bezet_vanaf: van }\n"
        "    - { orgaan: ab, persoon: eva, bezet_vanaf: van }\n"
        "verloop:\n  - op: 2026-02-01\n    gebeurtenis: voorstel\n    als: begroting_2027\n"
        "    samenwerkingsverband: kade\n    besluit: begroting\n";
    example *e = example_pack(false, true);
    page scenarios = read_page(e->arena, "scenarios");
    const char *text = pt_format(e->arena, "%s%s", before, block_with(&scenarios, meeting_start));
    assert_int_equal(plays_green(e, text, 1, 0), 8);
    end_example(e);
}

/* --- No word is left out --------------------------------------------------------------------- */

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || c == '_';
}

/* Does `word` stand in `text` by itself? */
static bool stands_in(const char *text, const char *word, size_t length)
{
    for (const char *at = strchr(text, word[0]); at != NULL; at = strchr(at + 1, word[0]))
        if (strncmp(at, word, length) == 0 && !letter(at[length]) &&
            (at == text || !letter(at[-1])))
            return true;
    return false;
}

/* Examples as they are run: what follows -- or # on a line is no use of a word. */
static const char *without_comments(pt_arena *arena, const char *text)
{
    pt_text left = pt_text_create(arena);
    bool comment = false;
    for (const char *at = text; *at != '\0'; at++) {
        comment =
            *at != '\n' && (comment || strncmp(at, "-- ", 3) == 0 || strncmp(at, "# ", 2) == 0);
        if (!comment)
            pt_text_add_char(&left, *at);
    }
    return left.bytes;
}

static const char *all_examples(const page *from, const char *further)
{
    pt_text all = pt_text_create(from->arena);
    for (size_t i = 0; i < from->block_count; i++)
        pt_text_add(&all, without_comments(from->arena, from->blocks[i].text));
    pt_text_add(&all, without_comments(from->arena, further));
    return all.bytes;
}

/* Every word between backticks is used in an example, in `further`, or stands in `other`. */
static void words_are_used(const page *from, const char *further, const char *other)
{
    const char *examples = all_examples(from, further);
    pt_text missing = pt_text_create(from->arena);
    bool code = false;
    for (const char *at = from->prose.bytes; *at != '\0';) {
        size_t length = 0;
        while (letter(at[length]))
            length++;
        if (code && length > 1 && !stands_in(examples, at, length) && !stands_in(other, at, length))
            pt_text_format(&missing, " %.*s", (int)length, at);
        code = *at == '`' ? !code : code;
        at += length > 0 ? length : 1;
    }
    if (missing.length > 0)
        fail_msg("not used in an example or a test:%s", missing.bytes);
}

static void every_word_of_the_pages_is_used(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    page rules = read_page(arena, "rules");
    page scenarios = read_page(arena, "scenarios");
    const char *further = pt_format(arena, "%s%s", further_text(arena, "gegevens.lua"),
                                    further_text(arena, "regels.lua"));
    words_are_used(
        &rules, further,
        "yaml lua README md rules voorbeelden scenarios varianten variant regels naam "
        "woord gegeven "
        "verwijzing grens proeftuin controleer toets speel SCENARIO korter beslissen "
        "open staat_stil vervuld te_laat te_laat_vervuld vervallen schema scenario pakket "
        "kalender verklaar formaat csv naast overzicht wat koppeling is_er oordeel json vscode "
        "settings ci keuring sh dekking minimaal "
        "vergelijk met "
        "github gitlab yml pre commit adviserend medezeggenschap twee_derde voltallig "
        "drie_vierde consent uitgebracht voorstel_verworpen per_zetel geen_voordracht "
        "voorbereiding "
        "gevolg passend onderwijs instemming_van advies_van overleg_met gevolg_van_gebrek "
        "onderling");
    words_are_used(&scenarios, further_text(arena, "verloop.yaml"),
                   "proeftuin speel toets takken SCENARIO verklaar grensgevallen rules varianten "
                   "vastleggen keuze knoop "
                   "overleg yaml noord midden zuid onderwerp naam keer open staat_stil te_laat "
                   "te_laat_vervuld vervallen d w m j op");
    pt_arena_destroy(arena);
}

static void every_word_that_rules_know_stands_on_the_page(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    page rules = read_page(arena, "rules");
    size_t count = 0;
    const pt_word *words = pt_words(&count);
    for (size_t i = 0; i < count; i++)
        if (!stands_in(rules.source->text, words[i].name, strlen(words[i].name)))
            fail_msg("'%s' does not stand on rules/README.md", words[i].name);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_has_a_test),
        cmocka_unit_test(the_examples_are_a_pack_on_which_both_readings_agree),
        cmocka_unit_test(what_is_named_in_the_text_alone_loads_and_agrees),
        cmocka_unit_test(the_scenario_plays_green_under_the_pack_and_under_the_variant),
        cmocka_unit_test(the_variant_changes_the_term_from_its_day),
        cmocka_unit_test(the_decision_plays_in_the_scenario),
        cmocka_unit_test(what_holds_under_a_law_is_judged_there_alone),
        cmocka_unit_test(the_table_plays_the_scenario_for_each_row),
        cmocka_unit_test(the_scenario_with_relative_days_plays_from_other_years),
        cmocka_unit_test(what_scenarios_name_in_the_text_alone_plays),
        cmocka_unit_test(the_meeting_plays),
        cmocka_unit_test(every_word_of_the_pages_is_used),
        cmocka_unit_test(every_word_that_rules_know_stands_on_the_page),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
