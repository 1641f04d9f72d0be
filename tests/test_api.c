/* SPDX-License-Identifier: EUPL-1.2 */
/* The library as a program uses it: through include/proeftuin.h alone. */
#include "support.h"

#include <string.h>

#include "proeftuin.h"

static pt_session *session;

static int open_session(void **state)
{
    (void)state;
    session = pt_session_create();
    return session == NULL;
}

static int close_session(void **state)
{
    (void)state;
    pt_session_destroy(session);
    return 0;
}

/* A story on a pack of the tests; its rules/ lie beside it. */
#define SMALL PT_TEST_ROOT "/tests/cli/small/"

static const char good[] = "scenario: los\n"
                           "titel: Een verzoek\n"
                           "pakket: klein\n"
                           "van: 2026-03-01\n"
                           "tot: 2026-04-30\n"
                           "wereld:\n"
                           "  school: { wilg: { openbaar: nee } }\n"
                           "verloop:\n"
                           "  - op: 2026-03-10\n"
                           "    gebeurtenis: verzoek\n"
                           "    als: v1\n"
                           "    school: wilg\n"
                           "    uren: 8\n"
                           "  - op: +0d\n"
                           "    verwacht:\n"
                           "      v1.overleg_nodig: ja\n"
                           "      v1.antwoorden: { status: open, uiterlijk: 2026-03-31 }\n";

static pt_task *task_on(const char *command, const char *bytes)
{
    pt_task *task = pt_task_create(session, command);
    assert_non_null(task);
    assert_true(pt_task_add_bytes(task, SMALL "los.yaml", bytes, strlen(bytes)));
    return task;
}

static void a_story_that_is_no_file_is_judged(void **state)
{
    (void)state;
    pt_task *task = task_on("toets", good);
    assert_int_equal(pt_task_run(task), PT_EXIT_FINE);
    assert_int_equal(pt_task_count(task, PT_COUNT_SCENARIOS), 1);
    assert_int_equal(pt_task_count(task, PT_COUNT_PASSED), 3);
    assert_int_equal(pt_task_count(task, PT_COUNT_WRONG), 0);
    size_t length = 0;
    const char *output = pt_task_output(task, &length);
    assert_int_equal(strlen(output), length);
    assert_non_null(strstr(output, "3 passed, 0 failed\n"));
    assert_string_equal(pt_task_messages(task, NULL), "");
    pt_task_destroy(task);
}

static void what_is_wrong_stands_in_the_messages(void **state)
{
    (void)state;
    pt_task *task = task_on("speel", "scenario: los\n");
    assert_int_equal(pt_task_run(task), PT_EXIT_UNREADABLE);
    assert_non_null(strstr(pt_task_messages(task, NULL), "pakket"));
    assert_true(pt_task_count(task, PT_COUNT_ERRORS) > 0);
    pt_task_destroy(task);
}

static void a_task_can_be_asked_for_json(void **state)
{
    (void)state;
    pt_task *task = task_on("speel", good);
    assert_true(pt_task_set(task, "formaat", "json"));
    assert_int_equal(pt_task_run(task), PT_EXIT_FINE);
    assert_int_equal(pt_task_output(task, NULL)[0], '[');
    pt_task_destroy(task);
}

typedef struct heard {
    size_t pieces;
    size_t bytes;
    bool refuses;
} heard;

static bool listen(void *context, pt_stream stream, const char *bytes, size_t length)
{
    heard *to = context;
    assert_int_equal(strlen(bytes), length);
    to->pieces += stream == PT_STREAM_RESULT;
    to->bytes += length;
    return !to->refuses;
}

static void a_listener_hears_everything_and_nothing_is_kept(void **state)
{
    (void)state;
    heard to = {0};
    pt_task *task = task_on("toets", good);
    pt_task_listen(task, listen, &to);
    assert_int_equal(pt_task_run(task), PT_EXIT_FINE);
    assert_true(to.pieces > 0 && to.bytes > 0);
    assert_string_equal(pt_task_output(task, NULL), "");
    pt_task_destroy(task);
}

static void a_listener_that_can_not_write_is_a_failure_to_write(void **state)
{
    (void)state;
    heard to = {.refuses = true};
    pt_task *task = task_on("toets", good);
    pt_task_listen(task, listen, &to);
    assert_int_equal(pt_task_run(task), PT_EXIT_WRITING);
    pt_task_destroy(task);
}

static void bytes_that_were_given_are_never_written_over(void **state)
{
    (void)state;
    char wrong[sizeof good];
    memcpy(wrong, good, sizeof good);
    memcpy(strstr(wrong, "2026-03-31"), "2026-03-30", 10);
    pt_task *task = task_on("toets", wrong);
    assert_true(pt_task_set(task, "vastleggen", "ja"));
    pt_task_run(task);
    assert_int_equal(pt_task_count(task, PT_COUNT_CHANGED), 0);
    assert_non_null(strstr(pt_task_output(task, NULL), "uiterlijk: 2026-03-31"));
    pt_task_destroy(task);
}

static void options_that_make_no_sense_end_the_task(void **state)
{
    (void)state;
    static const struct {
        const char *option;
        const char *value;
    } wrong[] = {{"formaat", "tap"},       {"taal", "fy"},
                 {"kleur", "soms"},        {"kinderen", "veel"},
                 {"kinderen", "65"},       {"op", "2026-13-01"},
                 {"keuze", "knoop"},       {"keuze", "=tak"},
                 {"variant", "../elders"}, {"proeven", "1000000"},
                 {"zaad", "-1"},           {"vastleggen", "misschien"},
                 {"bestaat-niet", "ja"},   {"zaad", "99999999999999"}};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        pt_task *task = task_on("toets", good);
        assert_false(pt_task_set(task, wrong[i].option, wrong[i].value));
        assert_int_equal(pt_task_run(task), PT_EXIT_USE);
        assert_int_equal(pt_task_count(task, PT_COUNT_SCENARIOS), 0);
        assert_non_null(strstr(pt_task_messages(task, NULL), "fout[A0"));
        pt_task_destroy(task);
    }
}

static void there_are_no_other_commands(void **state)
{
    (void)state;
    assert_null(pt_task_create(session, "vergelijken"));
    assert_null(pt_task_create(session, ""));
}

static void a_file_may_be_as_large_as_the_limit_and_no_larger(void **state)
{
    (void)state;
    enum { LIMIT = 4 * 1024 * 1024 };
    char *bytes = test_malloc(LIMIT + 1);
    memset(bytes, '\n', LIMIT + 1);
    pt_task *task = pt_task_create(session, "speel");
    assert_true(pt_task_add_bytes(task, SMALL "los.yaml", bytes, LIMIT));
    assert_false(pt_task_add_bytes(task, SMALL "los.yaml", bytes, LIMIT + 1));
    pt_task_destroy(task);
    test_free(bytes);
}

static void nothing_to_do_is_found(void **state)
{
    (void)state;
    pt_task *task = pt_task_create(session, "toets");
    assert_false(pt_task_add_path(task, SMALL "leeg"));
    assert_int_equal(pt_task_run(task), PT_EXIT_UNREADABLE);
    assert_non_null(strstr(pt_task_messages(task, NULL), "F009"));
    pt_task_destroy(task);
}

static void one_session_does_many_tasks(void **state)
{
    (void)state;
    for (int i = 0; i < 20; i++) {
        pt_task *task = task_on("toets", good);
        pt_task_set(task, "kinderen", i % 2 == 0 ? "1" : "2");
        assert_int_equal(pt_task_run(task), PT_EXIT_FINE);
        pt_task_destroy(task);
    }
}

static void what_is_read_has_no_byte_that_a_terminal_obeys(void **state)
{
    (void)state;
    pt_task *task = task_on("speel", "scenario: \"\\e[2J\"\ntitel: \"a\\u202Eb\"\n");
    pt_task_run(task);
    const char *said = pt_task_messages(task, NULL);
    assert_null(strchr(said, '\033'));
    assert_null(strstr(said, "\xE2\x80\xAE"));
    pt_task_destroy(task);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_story_that_is_no_file_is_judged),
        cmocka_unit_test(what_is_wrong_stands_in_the_messages),
        cmocka_unit_test(a_task_can_be_asked_for_json),
        cmocka_unit_test(a_listener_hears_everything_and_nothing_is_kept),
        cmocka_unit_test(a_listener_that_can_not_write_is_a_failure_to_write),
        cmocka_unit_test(bytes_that_were_given_are_never_written_over),
        cmocka_unit_test(options_that_make_no_sense_end_the_task),
        cmocka_unit_test(there_are_no_other_commands),
        cmocka_unit_test(a_file_may_be_as_large_as_the_limit_and_no_larger),
        cmocka_unit_test(nothing_to_do_is_found),
        cmocka_unit_test(one_session_does_many_tasks),
        cmocka_unit_test(what_is_read_has_no_byte_that_a_terminal_obeys),
    };
    return cmocka_run_group_tests(tests, open_session, close_session);
}
