/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The program's side of a task, with children that misbehave on purpose: they die while a pack is
 * loaded, while an item is worked on, or send what makes no sense.
 */
#include "support.h"

#include <signal.h>
#include <string.h>

#include "api_task.h"

#define SMALL PT_TEST_ROOT "/tests/cli/small/"

static const pt_pack_key klein = {PT_TEST_ROOT "/tests/cli/small", "klein", NULL};

/* --- A child that dies where the name of the item says -----------------------------------------
 */

static bool has(const uint32_t *blocks, size_t count, uint32_t block)
{
    for (size_t i = 0; i < count; i++) {
        if (blocks[i] == block)
            return true;
    }
    return false;
}

static void send(pt_channel *channel, uint16_t type, const pt_text *body)
{
    pt_channel_write(channel, type, body->bytes, body->length);
}

static void tell_places(pt_arena *arena, pt_channel *channel, bool complete)
{
    static const pt_block_place places[] = {{"eerste_regel", SMALL "rules/klein/regels.lua", 3},
                                            {"tweede_regel", SMALL "rules/klein/regels.lua", 18}};
    pt_text body = pt_text_create(arena);
    pt_places_pack(&body, &klein, complete, places, 2);
    send(channel, PT_SAY_PACK, &body);
    pt_channel_flush(channel);
}

static void die_in(pt_progress *progress, uint32_t block)
{
    pt_progress_enter(progress, block, 7 + block);
    raise(SIGSEGV);
    raise(SIGKILL);
}

static pt_pack_files load_pack(pt_arena *arena, pt_channel *channel, pt_progress *progress,
                               const pt_item *item)
{
    pt_text body = pt_text_create(arena);
    pt_frame frame = {0};
    pt_pack_files files = {0};
    pt_pack_key_pack(&body, &klein);
    send(channel, PT_SAY_NEED, &body);
    while (pt_channel_read(channel, &frame) == PT_READ_FRAME && frame.type != PT_ASK_FILES)
        continue;
    if (!pt_pack_files_unpack(arena, &frame, &files) || !files.found)
        return files;
    tell_places(arena, channel, false);
    if (strstr(item->source.path, "laden") != NULL && !has(files.excluded, files.excluded_count, 0))
        die_in(progress, 0);
    if (strstr(item->source.path, "file") != NULL)
        die_in(progress, PT_PLACE_FILE | 1);
    tell_places(arena, channel, true);
    return files;
}

static void send_nonsense(pt_arena *arena, pt_channel *channel)
{
    pt_text body = pt_text_create(arena);
    pt_text_add(&body, "\001\002\003");
    send(channel, PT_SAY_FINDING, &body);
    send(channel, PT_SAY_STATUS, &body);
    send(channel, PT_SAY_CHANGE, &body);
    send(channel, 999, &body);
}

static void work_on(pt_arena *arena, pt_channel *channel, pt_progress *progress,
                    const pt_item *item)
{
    pt_item_begin(channel, progress);
    load_pack(arena, channel, progress, item);
    if (strstr(item->source.path, "spelen") != NULL &&
        !has(item->excluded, item->excluded_count, 1))
        die_in(progress, 1);
    if (strstr(item->source.path, "altijd") != NULL)
        raise(SIGKILL);
    pt_text body = pt_text_create(arena);
    pt_text_format(&body, "%s: \033[2Jgedaan\n", strrchr(item->source.path, '/') + 1);
    send(channel, PT_SAY_OUT, &body);
    if (strstr(item->source.path, "onzin") != NULL) {
        send_nonsense(arena, channel);
    } else {
        pt_text status = pt_text_create(arena);
        pt_status_pack(&status, &(pt_status_report){.totals = {.scenarios = 1, .passed = 1}});
        send(channel, PT_SAY_STATUS, &status);
    }
    pt_item_end(channel, progress);
}

static int misbehave(pt_channel *channel, pt_progress *progress, void *context)
{
    (void)context;
    pt_frame frame;
    pt_read got = pt_channel_read(channel, &frame);
    for (; got == PT_READ_FRAME; got = pt_channel_read(channel, &frame)) {
        pt_arena *arena = pt_arena_create();
        pt_item item;
        if (frame.type == PT_ASK_ITEM && pt_item_unpack(arena, &frame, &item))
            work_on(arena, channel, progress, &item);
        pt_arena_destroy(arena);
    }
    return got == PT_READ_CLOSED ? 0 : 1;
}

/* --- The tests ---------------------------------------------------------------------------------
 */

static pt_session session;

static int open_session(void **state)
{
    (void)state;
    session.zygote = pt_zygote_start(misbehave, NULL);
    return session.zygote == NULL;
}

static int close_session(void **state)
{
    (void)state;
    pt_zygote_stop(session.zygote);
    return 0;
}

/* One child and one item at a time, so that a death takes what the test thinks it takes. */
static pt_task *task_on(const char *const *names, size_t count)
{
    pt_task *task = pt_task_create(&session, "toets");
    pt_task_set(task, "kinderen", "1");
    for (size_t i = 0; i < count; i++) {
        const char *path = pt_format(task->arena, SMALL "%s.yaml", names[i]);
        assert_true(pt_task_add_bytes(task, path, "x", 1));
    }
    return task;
}

static void a_rule_that_breaks_loading_is_named_and_the_rest_goes_on(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"a", "b-laden", "c"}, 3);
    assert_int_equal(pt_task_run(task), PT_EXIT_FAILED);
    const char *said = pt_task_messages(task, NULL);
    assert_non_null(strstr(said, "fout[B0"));
    assert_non_null(strstr(said, "'eerste_regel' (bronregel 7"));
    assert_non_null(strstr(said, "regels.lua:3:1"));
    assert_int_equal(pt_task_count(task, PT_COUNT_PASSED), 3);
    assert_int_equal(pt_task_count(task, PT_COUNT_ERRORS), 1);
    pt_task_destroy(task);
}

static void a_rule_that_breaks_a_story_is_left_out_of_that_story_alone(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"a", "b-spelen", "c-spelen"}, 3);
    assert_int_equal(pt_task_run(task), PT_EXIT_FAILED);
    const char *said = pt_task_messages(task, NULL);
    const char *first = strstr(said, "'tweede_regel'");
    assert_non_null(first);
    assert_non_null(strstr(first + 1, "'tweede_regel'"));
    assert_int_equal(pt_task_count(task, PT_COUNT_PASSED), 3);
    pt_task_destroy(task);
}

static void a_file_that_breaks_loading_is_named(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"a-file"}, 1);
    assert_int_equal(pt_task_run(task), PT_EXIT_FAILED);
    assert_non_null(strstr(pt_task_messages(task, NULL), "rules/klein/"));
    assert_int_equal(pt_task_count(task, PT_COUNT_PASSED), 0);
    assert_int_equal(pt_task_count(task, PT_COUNT_WRONG), 1);
    pt_task_destroy(task);
}

static void an_item_that_always_kills_counts_as_failed(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"a-altijd", "b"}, 2);
    assert_int_equal(pt_task_run(task), PT_EXIT_FAILED);
    assert_non_null(strstr(pt_task_output(task, NULL), "AFGEBROKEN"));
    assert_non_null(strstr(pt_task_output(task, NULL), "1 passed, 1 failed"));
    pt_task_destroy(task);
}

static void what_a_child_says_is_not_believed(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"a-onzin", "b"}, 2);
    pt_task_set(task, "vastleggen", "ja");
    assert_int_equal(pt_task_run(task), PT_EXIT_UNREADABLE);
    assert_int_equal(pt_task_count(task, PT_COUNT_CHANGED), 0);
    assert_int_equal(pt_task_count(task, PT_COUNT_PASSED), 1);
    pt_task_destroy(task);
}

static void no_byte_that_a_terminal_obeys_passes(void **state)
{
    (void)state;
    for (int coloured = 0; coloured < 2; coloured++) {
        pt_task *task = task_on((const char *[]){"a"}, 1);
        pt_task_set(task, "kleur", coloured ? "altijd" : "nooit");
        pt_task_run(task);
        assert_null(strstr(pt_task_output(task, NULL), "\033[2J"));
        assert_non_null(strstr(pt_task_output(task, NULL), "a.yaml: ?[2Jgedaan"));
        pt_task_destroy(task);
    }
}

static void results_stand_by_path(void **state)
{
    (void)state;
    pt_task *task = task_on((const char *[]){"c", "a", "b"}, 3);
    pt_task_run(task);
    const char *out = pt_task_output(task, NULL);
    assert_true(strstr(out, "a.yaml") < strstr(out, "b.yaml"));
    assert_true(strstr(out, "b.yaml") < strstr(out, "c.yaml"));
    pt_task_destroy(task);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rule_that_breaks_loading_is_named_and_the_rest_goes_on),
        cmocka_unit_test(a_rule_that_breaks_a_story_is_left_out_of_that_story_alone),
        cmocka_unit_test(a_file_that_breaks_loading_is_named),
        cmocka_unit_test(an_item_that_always_kills_counts_as_failed),
        cmocka_unit_test(what_a_child_says_is_not_believed),
        cmocka_unit_test(no_byte_that_a_terminal_obeys_passes),
        cmocka_unit_test(results_stand_by_path),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
