/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include <string.h>

#include "api_message.h"

static pt_arena *arena;

static int setup(void **state)
{
    (void)state;
    arena = pt_arena_create();
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    pt_arena_destroy(arena);
    return 0;
}

static pt_frame frame_of(const pt_text *body, size_t length)
{
    return (pt_frame){.length = (uint32_t)length, .body = (const unsigned char *)body->bytes};
}

static pt_text some_job(void)
{
    static pt_chosen choices[] = {{"knoop", "overleg"}, {"wie", "wilg"}};
    static const char *names[] = {"zorgplicht_geldt", "uren"};
    pt_job job = {.kind = PT_TASK_EXPLAIN,
                  .style = {PT_MEDIUM_JSON, PT_ENGLISH, true},
                  .accept = true,
                  .variant = "korter",
                  .what = "a1.besluit",
                  .samples = 7,
                  .seed = 1ull << 40,
                  .choices = choices,
                  .choice_count = 2,
                  .assumptions = true,
                  .names = names,
                  .name_count = 2};
    pt_text out = pt_text_create(arena);
    pt_job_pack(&out, &job);
    return out;
}

static void a_job_arrives_as_it_was_sent(void **state)
{
    (void)state;
    pt_text body = some_job();
    pt_frame frame = frame_of(&body, body.length);
    pt_job job;
    assert_true(pt_job_unpack(arena, &frame, &job));
    assert_int_equal(job.kind, PT_TASK_EXPLAIN);
    assert_int_equal(job.style.medium, PT_MEDIUM_JSON);
    assert_int_equal(job.style.language, PT_ENGLISH);
    assert_true(job.style.coloured && job.accept && !job.everything);
    assert_string_equal(job.variant, "korter");
    assert_string_equal(job.what, "a1.besluit");
    assert_null(job.until);
    assert_int_equal(job.seed, 1ull << 40);
    assert_true(job.assumptions);
    assert_int_equal(job.name_count, 2);
    assert_string_equal(job.names[1], "uren");
    assert_int_equal(job.choice_count, 2);
    assert_string_equal(job.choices[1].branch, "wilg");
}

static pt_text some_item(void)
{
    static const uint32_t excluded[] = {3, 9};
    pt_item item = {.kind = PT_ITEM_SCENARIO,
                    .root = ".",
                    .source = {"plan.yaml", "a\0b", 3},
                    .readable = true,
                    .excluded = excluded,
                    .excluded_count = 2};
    pt_text out = pt_text_create(arena);
    pt_item_pack(&out, &item);
    return out;
}

static void an_item_arrives_with_every_byte(void **state)
{
    (void)state;
    pt_text body = some_item();
    pt_frame frame = frame_of(&body, body.length);
    pt_item item;
    assert_true(pt_item_unpack(arena, &frame, &item));
    assert_int_equal(item.source.length, 3);
    assert_memory_equal(item.source.text, "a\0b", 4);
    assert_null(item.name);
    assert_int_equal(item.excluded_count, 2);
    assert_int_equal(item.excluded[1], 9);
}

static pt_text some_files(void)
{
    static pt_pack_file files[] = {{"pakket.yaml", false, {"rules/p/pakket.yaml", "x", 1}},
                                   {"variant.yaml", true, {"rules/v/variant.yaml", "", 0}}};
    pt_pack_files all = {.found = true, .files = files, .count = 2};
    pt_text out = pt_text_create(arena);
    pt_pack_files_pack(&out, &all);
    return out;
}

static void files_of_a_pack_arrive(void **state)
{
    (void)state;
    pt_text body = some_files();
    pt_frame frame = frame_of(&body, body.length);
    pt_pack_files files;
    assert_true(pt_pack_files_unpack(arena, &frame, &files));
    assert_true(files.found && files.files[1].layer == 1);
    assert_string_equal(files.files[0].source.path, "rules/p/pakket.yaml");
}

static pt_text some_finding(uint32_t line, uint32_t column)
{
    pt_source source = {.path = "plan.yaml"};
    pt_finding finding = {.code = PT_A001,
                          .severity = PT_ERROR,
                          .at = {&source, line, column, 4},
                          .arguments = {"een", "twee"},
                          .suggestion = "drie"};
    pt_text out = pt_text_create(arena);
    pt_finding_pack(&out, &finding, true);
    return out;
}

static void a_finding_arrives_with_its_place(void **state)
{
    (void)state;
    pt_text body = some_finding(12, 5);
    pt_frame frame = frame_of(&body, body.length);
    pt_finding finding = {0};
    bool of_pack = false;
    assert_true(pt_finding_unpack(arena, &frame, &finding, &of_pack));
    assert_true(of_pack);
    assert_int_equal(finding.code, PT_A001);
    assert_string_equal(finding.at.source->path, "plan.yaml");
    assert_int_equal(finding.at.line, 12);
    assert_string_equal(finding.arguments[1], "twee");
    assert_null(finding.arguments[2]);
    assert_string_equal(finding.suggestion, "drie");
}

static void a_hostile_place_can_not_fill_the_screen(void **state)
{
    (void)state;
    pt_text body = some_finding(UINT32_MAX, UINT32_MAX);
    pt_frame frame = frame_of(&body, body.length);
    pt_finding finding = {0};
    bool of_pack = false;
    assert_true(pt_finding_unpack(arena, &frame, &finding, &of_pack));
    assert_true(finding.at.column <= 5000);
    pt_text shown = pt_text_create(arena);
    pt_finding_show(&shown, &finding, PT_DUTCH, false);
    assert_true(shown.length < 20000);
}

static void a_finding_of_an_unknown_code_is_refused(void **state)
{
    (void)state;
    pt_text body = some_finding(1, 1);
    memcpy(strstr(body.bytes + 8, "A001"), "Q999", 4);
    pt_frame frame = frame_of(&body, body.length);
    pt_finding finding = {0};
    bool of_pack = false;
    assert_false(pt_finding_unpack(arena, &frame, &finding, &of_pack));
}

static pt_text some_places(void)
{
    pt_pack_key key = {".", "klein", NULL};
    pt_block_place places[] = {{"een", "r.lua", 3}, {"twee", "r.lua", 9}};
    pt_text out = pt_text_create(arena);
    pt_places_pack(&out, &key, true, places, 2);
    return out;
}

static void places_arrive_with_their_key(void **state)
{
    (void)state;
    pt_text body = some_places();
    pt_frame frame = frame_of(&body, body.length);
    pt_pack_key key;
    pt_block_place *places = NULL;
    size_t count = 0;
    bool complete = false;
    assert_true(pt_places_unpack(arena, &frame, &key, &complete, &places, &count));
    assert_true(complete);
    assert_true(pt_pack_key_equal(&key, &(pt_pack_key){".", "klein", NULL}));
    assert_false(pt_pack_key_equal(&key, &(pt_pack_key){".", "klein", "v"}));
    assert_int_equal(count, 2);
    assert_int_equal(places[1].line, 9);
}

static pt_text some_status(void)
{
    pt_status_report status = {.totals = {1, 2, 3, 4, 5}, .left = 6, .failed = true};
    pt_text out = pt_text_create(arena);
    pt_status_pack(&out, &status);
    return out;
}

static void a_status_arrives_as_it_was_sent(void **state)
{
    (void)state;
    pt_text body = some_status();
    pt_frame frame = frame_of(&body, body.length);
    pt_status_report status = {0};
    assert_true(pt_status_unpack(&frame, &status));
    assert_int_equal(status.totals.broken, 5);
    assert_int_equal(status.left, 6);
    assert_true(status.failed && !status.unreadable && !status.misused);
}

/* What a child with damaged memory may send: every message, cut off at every byte. */
static pt_text some_touches(void)
{
    pt_thing_touch touches[] = {{7, 1, 2, 3, 1ull << 63}, {UINT32_MAX, 4, 5, 6, 0}};
    pt_touched touched = {"scenarios/a.yaml", 9, touches, 2};
    pt_text out = pt_text_create(arena);
    pt_touched_pack(&out, &touched);
    return out;
}

static void what_a_scenario_shows_arrives(void **state)
{
    (void)state;
    pt_text body = some_touches();
    pt_frame frame = frame_of(&body, body.length);
    pt_touched touched;
    assert_true(pt_touched_unpack(arena, &frame, &touched));
    assert_string_equal(touched.path, "scenarios/a.yaml");
    assert_int_equal(touched.plays, 9);
    assert_int_equal(touched.touch_count, 2);
    assert_int_equal(touched.touches[0].expected, 2);
    assert_true(touched.touches[0].grounds == 1ull << 63);
    assert_int_equal(touched.touches[1].resting, 6);
}

static void no_message_is_read_beyond_its_end(void **state)
{
    (void)state;
    pt_text bodies[] = {some_job(),    some_item(),   some_files(),  some_finding(1, 1),
                        some_places(), some_status(), some_touches()};
    for (size_t b = 0; b < sizeof bodies / sizeof *bodies; b++) {
        for (size_t length = 0; length < bodies[b].length; length++) {
            pt_text cut = pt_text_create(arena);
            pt_text_add_bytes(&cut, bodies[b].bytes, length);
            pt_frame frame = frame_of(&cut, length);
            pt_job job;
            pt_item item;
            pt_pack_files files;
            pt_finding finding = {0};
            pt_pack_key key;
            pt_block_place *places = NULL;
            pt_status_report status;
            pt_touched touched;
            size_t count = 0;
            bool flag = false;
            bool read = (b == 0 && pt_job_unpack(arena, &frame, &job)) ||
                        (b == 1 && pt_item_unpack(arena, &frame, &item)) ||
                        (b == 2 && pt_pack_files_unpack(arena, &frame, &files)) ||
                        (b == 3 && pt_finding_unpack(arena, &frame, &finding, &flag)) ||
                        (b == 4 && pt_places_unpack(arena, &frame, &key, &flag, &places, &count)) ||
                        (b == 5 && pt_status_unpack(&frame, &status)) ||
                        (b == 6 && pt_touched_unpack(arena, &frame, &touched));
            assert_false(read);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_job_arrives_as_it_was_sent),
        cmocka_unit_test(an_item_arrives_with_every_byte),
        cmocka_unit_test(files_of_a_pack_arrive),
        cmocka_unit_test(a_finding_arrives_with_its_place),
        cmocka_unit_test(a_hostile_place_can_not_fill_the_screen),
        cmocka_unit_test(a_finding_of_an_unknown_code_is_refused),
        cmocka_unit_test(places_arrive_with_their_key),
        cmocka_unit_test(a_status_arrives_as_it_was_sent),
        cmocka_unit_test(what_a_scenario_shows_arrives),
        cmocka_unit_test(no_message_is_read_beyond_its_end),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
