/* SPDX-License-Identifier: EUPL-1.2 */
/* Whose vote decided, found in the world of the day, against the whole story played without it. */
#include "support.h"

#include <dirent.h>

#include "io/scenario.h"
#include "pack_support.h"
#include "run/evaluate.h"
#include "run/voting.h"

static const char folder[] = "scenarios/bestuur";

typedef struct shipped {
    pt_arena *arena;
    pt_report report;
    pt_pack *pack;
    const pt_plan *plan;
} shipped;

static int load(void **state)
{
    pt_arena *arena = pt_arena_create();
    shipped *s = PT_NEW(arena, shipped);
    *s = (shipped){.arena = arena, .report = pt_report_create(arena)};
    s->pack = pack_in(arena, "rules/passend-onderwijs", &s->report);
    show_findings(&s->report);
    s->plan = pt_plan_create(arena, s->pack);
    *state = s;
    return s->report.errors > 0;
}

static int unload(void **state)
{
    shipped *s = *state;
    pt_arena_destroy(s->arena);
    return 0;
}

/* --- The other way: the story told otherwise ---------------------------------------------------
 */

static pt_value word(const shipped *s, const char *kind, const char *fact, const char *text,
                     uint16_t *index)
{
    uint16_t of = pt_pack_kind(s->pack, kind);
    *index = pt_pack_fact(s->pack, of, fact);
    uint16_t set = s->pack->kinds[of].facts[*index].type.set;
    pt_value value = pt_value_of(PT_CHOICE, pt_choice_index(&s->pack->choices[set], text));
    value.set = set;
    return value;
}

static pt_scenario *told_otherwise(pt_arena *arena, const pt_scenario *scenario, uint32_t subject,
                                   uint16_t fact, pt_value value)
{
    pt_scenario *made = PT_NEW(arena, pt_scenario);
    *made = *scenario;
    made->subjects = PT_NEW_ARRAY(arena, scenario->subject_count, pt_scenario_subject);
    memcpy(made->subjects, scenario->subjects, scenario->subject_count * sizeof *made->subjects);
    pt_scenario_subject *one = &made->subjects[subject];
    pt_assignment *facts = PT_NEW_ARRAY(arena, one->fact_count, pt_assignment);
    for (size_t i = 0; i < one->fact_count; i++) {
        facts[i] = one->facts[i];
        if (facts[i].fact == fact)
            facts[i].value = value;
    }
    one->facts = facts;
    return made;
}

static pt_value result_of(const shipped *s, pt_arena *arena, const pt_scenario *scenario,
                          uint32_t point, pt_date day)
{
    pt_world *world = NULL;
    pt_name rule;
    pt_report report = pt_report_create(arena);
    pt_replay_options options = {.plan = s->plan, .stops = true, .last = day, .trees_alone = true};
    pt_replay_world(arena, s->pack, scenario, (pt_reading){0}, &report, &options, &world);
    assert_true(pt_pack_name(s->pack, world->subjects[point].kind, "uitslag", &rule));
    return pt_rule_outcome(world, point, rule.index)->value;
}

static size_t compare_ballots(const shipped *s, const pt_scenario *scenario,
                              const pt_meeting *meeting, const pt_meeting_point *point)
{
    uint16_t fact = 0;
    pt_value none = word(s, "stem", "gegeven", "onthouding", &fact);
    for (size_t i = 0; i < point->ballot_count; i++) {
        pt_arena *arena = pt_arena_create();
        const pt_ballot *one = &point->ballots[i];
        pt_value without =
            result_of(s, arena, told_otherwise(arena, scenario, one->subject, fact, none),
                      point->subject, meeting->settled);
        if (one->decisive == pt_value_equal(without, point->result.value))
            fail_msg("%s: %s, %s", scenario->name, point->name, one->person);
        pt_arena_destroy(arena);
    }
    return point->ballot_count;
}

static size_t compare_story(const shipped *s, const char *file, size_t *decisive)
{
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_story *story = pt_story_read(arena, file_of(arena, folder, file), &report);
    size_t count = 0;
    for (size_t play = 0;
         story != NULL && pt_story_variant(story) == NULL && play < pt_story_play_count(story);
         play++) {
        const pt_scenario *scenario = pt_story_play(arena, story, s->pack, NULL, play, &report);
        show_findings(&report);
        assert_non_null(scenario);
        const pt_meetings *meetings = pt_meetings_of(arena, s->pack, s->plan, scenario);
        for (size_t i = 0; meetings != NULL && i < meetings->count; i++) {
            const pt_meeting *meeting = &meetings->items[i];
            for (size_t j = 0; j < meeting->point_count; j++) {
                const pt_meeting_point *point = &meeting->points[j];
                count += compare_ballots(s, scenario, meeting, point);
                for (size_t k = 0; k < point->ballot_count; k++)
                    *decisive += point->ballots[k].decisive;
            }
        }
    }
    pt_arena_destroy(arena);
    return count;
}

static void a_vote_decides_when_the_story_without_it_ends_otherwise(void **state)
{
    const shipped *s = *state;
    DIR *stories = opendir(pt_format(s->arena, "%s/%s", PT_TEST_ROOT, folder));
    const struct dirent *entry = NULL;
    size_t compared = 0, decisive = 0;
    assert_non_null(stories);
    while ((entry = readdir(stories)) != NULL) {
        if (strstr(entry->d_name, ".yaml") != NULL)
            compared += compare_story(s, entry->d_name, &decisive);
    }
    closedir(stories);
    assert_true(compared >= 5);
    assert_true(decisive >= 2);
    assert_true(decisive < compared);
}

/* The gathering asks the world what would have been, and must leave it as it was. */
static void asking_who_decided_leaves_the_world_as_it_was(void **state)
{
    const shipped *s = *state;
    pt_arena *arena = pt_arena_create();
    pt_report report = pt_report_create(arena);
    pt_story *story = pt_story_read(
        arena, file_of(arena, folder, "arrangement-van-de-eigen-school.yaml"), &report);
    const pt_scenario *scenario = pt_story_play(arena, story, s->pack, NULL, 0, &report);
    assert_non_null(scenario);
    pt_world *world = NULL;
    pt_replay_options options = {.plan = s->plan, .trees_alone = true};
    pt_replay_world(arena, s->pack, scenario, (pt_reading){0}, &report, &options, &world);
    const pt_meeting_point *point =
        &pt_meetings_of(arena, s->pack, s->plan, scenario)->items[0].points[0];
    const char **people = NULL;
    for (int again = 0; again < 2; again++) {
        assert_int_equal(pt_meeting_decisive(arena, world, point->subject, &people), 2);
        assert_string_equal(people[0], "ada");
        assert_string_equal(people[1], "eva");
    }
    for (size_t i = 0; i < point->ballot_count; i++) {
        uint16_t fact = pt_pack_fact(s->pack, pt_pack_kind(s->pack, "stem"), "gegeven");
        assert_true(pt_value_equal(world->subjects[point->ballots[i].subject].facts[fact].value,
                                   point->ballots[i].given));
    }
    pt_arena_destroy(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_vote_decides_when_the_story_without_it_ends_otherwise),
        cmocka_unit_test(asking_who_decided_leaves_the_world_as_it_was),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
