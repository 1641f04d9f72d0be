/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <dirent.h>

#include "io/scenario.h"
#include "lua/call.h"
#include "pack_support.h"
#include "record_support.h"
#include "run/replay.h"

/* Every shipped story of the pack: replayed by jumping, and by visiting every day. */

static const char *const folders[] = {"scenarios/dossiers", "scenarios/regio", "scenarios/bestuur",
                                      "scenarios/bestuur", "rules/passend-onderwijs/voorbeelden"};

/* Answers the few rules that no tree was made of. */
static pt_lua *free_rules;

static const char *replayed(pt_arena *arena, const pt_plan *plan, const pt_scenario *scenario,
                            bool every_day)
{
    pt_report report = pt_report_create(arena);
    pt_replay_options options = {
        .plan = plan, .trees_alone = true, .record_outcomes = true, .every_day = every_day};
    pt_lua_set_region(free_rules, scenario->region);
    const pt_run_result *result =
        pt_replay(arena, plan->pack, scenario, pt_lua_reading(free_rules), &report, &options);
    show_findings(&report);
    assert_false(result->broken);
    pt_text text = pt_text_create(arena);
    for (size_t i = 0; i < result->record_count; i++)
        record_shown(&text, &result->records[i], plan->pack);
    return text.bytes;
}

/* The lines from the first that differs, of either. */
static void compare(const char *name, const char *jumped, const char *visited)
{
    while (*jumped != '\0' && *jumped == *visited) {
        const char *end = strchr(jumped, '\n');
        if (strncmp(jumped, visited, (size_t)(end - jumped) + 1) != 0)
            break;
        visited += end - jumped + 1;
        jumped = end + 1;
    }
    if (strcmp(jumped, visited) != 0)
        fail_msg("%s\n- %.200s\n+ %.200s", name, jumped, visited);
}

/* Two years longer than told, so that terms end, birthdays come and the law moves on. */
static size_t replay_story(const pt_plan *plan, const char *folder, const char *file)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_story *story = pt_story_read(arena, file_of(arena, folder, file), &report);
    show_findings(&report);
    assert_non_null(story);
    size_t count = pt_story_play_count(story);
    for (size_t i = 0; i < count; i += 5) { /* of a long table every fifth row */
        pt_arena *play = pt_arena_create();
        pt_scenario *scenario = pt_story_play(play, story, plan->pack, NULL, i, &report);
        assert_non_null(scenario);
        scenario->until = pt_date_add_years(scenario->until, 2, PT_ROUND_DOWN);
        compare(scenario->name, replayed(play, plan, scenario, false),
                replayed(play, plan, scenario, true));
        pt_arena_destroy(play);
    }
    pt_arena_destroy(arena);
    return count;
}

static size_t replay_folder(const pt_plan *plan, const char *folder)
{
    size_t count = 0;
    DIR *directory = opendir(pt_format(plan->pack->arena, "%s/%s", PT_TEST_ROOT, folder));
    assert_non_null(directory);
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;)
        if (strstr(entry->d_name, ".yaml") != NULL)
            count += replay_story(plan, folder, entry->d_name);
    closedir(directory);
    return count;
}

static void jumping_through_the_shipped_stories_misses_nothing(void **state)
{
    (void)state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_pack *pack = pack_in(arena, "rules/passend-onderwijs", &report);
    show_findings(&report);
    assert_int_equal(report.errors, 0);
    const pt_plan *plan = pt_plan_create(arena, pack);
    free_rules = pt_lua_create(arena, pack, &report, NULL);
    size_t count = 0;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        count += replay_folder(plan, folders[i]);
    assert_true(count >= 100);
    pt_lua_destroy(free_rules);
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jumping_through_the_shipped_stories_misses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
