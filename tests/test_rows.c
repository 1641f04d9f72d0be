/* SPDX-License-Identifier: EUPL-1.2 */
#include "support.h"

#include "io/rows.h"
#include "meeting_fixture.h"

static bool gather(void *context, const char *bytes, size_t length)
{
    pt_text_add_bytes(context, bytes, length);
    return true;
}

static pt_text rows_of(report_fixture *one, const pt_report *findings)
{
    pt_text scratch = pt_text_create(one->arena);
    pt_text out = pt_text_create(one->arena);
    assert_true(pt_rows_write(&scratch, &one->result, findings, gather, &out));
    return out;
}

static bool equals(pt_row_text text, const char *wanted)
{
    if (wanted == NULL || text.bytes == NULL)
        return wanted == text.bytes;
    return text.length == strlen(wanted) && memcmp(text.bytes, wanted, text.length) == 0;
}

static void every_row_comes_back_as_it_was(void **state)
{
    report_fixture *one = *state;
    pt_report findings = pt_report_create(one->arena);
    pt_find(&findings, PT_Y001, one->field.at, PT_ARGS("x"), NULL);
    meeting_fixture_add(one);
    pt_text rows = rows_of(one, &findings);
    pt_rows_reader reader = pt_rows_reader_create();
    pt_rows_feed(&reader, rows.bytes, rows.length);
    pt_row row;
    size_t counts[PT_ROW_END + 1] = {0};
    uint32_t number = 0, point_at = 0;
    const uint32_t meeting_at = 1 + (uint32_t)one->result.record_count; /* counted when seen */
    pt_rows_read read;
    while ((read = pt_rows_next(&reader, &row)) == PT_ROWS_ROW) {
        counts[row.kind]++;
        if (row.kind == PT_ROW_RUN) {
            assert_true(equals(row.of.run.pack, "passend-onderwijs"));
            assert_true(equals(row.of.run.variant, NULL));
            assert_true(equals(row.of.run.scenario, "te-laat-besloten"));
            assert_true(row.of.run.pack_hash == one->pack.hash);
            assert_true(row.of.run.scenario_hash == one->scenario.hash);
            assert_int_equal(row.of.run.from, one->scenario.from);
        } else if (row.kind == PT_ROW_SUBJECT) {
            assert_true(equals(row.of.subject.name, one->result.subject_names[row.number]));
        } else {
            assert_int_equal(row.number, number++);
        }
        if (row.kind == PT_ROW_DUTY && row.of.duty.faculty) {
            assert_true(equals(row.of.duty.bearer, "ouders"));
            assert_int_equal(row.of.duty.due, fixture_day(2026, 10, 6));
            assert_int_equal(row.of.duty.fulfilled, PT_DATE_NONE);
        }
        if (row.kind == PT_ROW_MEETING && number == meeting_at) {
            assert_true(equals(row.of.meeting.organ, "ab"));
            assert_int_equal(row.of.meeting.members, 4);
            assert_int_equal(row.of.meeting.called, fixture_day(2026, 6, 8));
            assert_true(equals(row.of.meeting.quorum.reason, "3 van 4 leden"));
        }
        if (row.kind == PT_ROW_POINT && row.meeting == meeting_at - 1) {
            assert_int_equal(row.of.point.amount.amount, 4000050);
            assert_int_equal(row.of.point.in_favour, 1);
            assert_true(equals(row.of.point.validity.source, "BW art. 2:15"));
            assert_int_equal(row.day, fixture_day(2026, 6, 16));
            point_at = row.number;
        }
        if (row.kind == PT_ROW_VOTE)
            assert_int_equal(row.point, point_at);
        if (row.kind == PT_ROW_END) {
            assert_int_equal(row.of.end.passed, 1);
            assert_int_equal(row.of.end.failed, 1);
            assert_int_equal(row.of.end.unjudged, 1);
        }
    }
    assert_int_equal(read, PT_ROWS_MORE);
    static const size_t wanted[] = {0, 1, 4, 3, 4, 3, 4, 1, 3, 1, 2, 4, 2, 3, 1, 1};
    for (size_t kind = 1; kind <= PT_ROW_END; kind++)
        assert_int_equal(counts[kind], wanted[kind]);
}

/* Reads until the bytes end or are refused; touches every byte of every text. */
static pt_rows_read read_all(const char *bytes, size_t length)
{
    pt_rows_reader reader = pt_rows_reader_create();
    pt_rows_feed(&reader, bytes, length);
    pt_row row;
    pt_rows_read read;
    unsigned sum = 0;
    while ((read = pt_rows_next(&reader, &row)) == PT_ROWS_ROW) {
        assert_true(row.subject == UINT32_MAX || row.subject < reader.subjects);
        if (row.kind == PT_ROW_EVALUATION)
            for (uint32_t i = 0; i < row.of.evaluation.reason.length; i++)
                sum += (unsigned char)row.of.evaluation.reason.bytes[i];
    }
    assert_true(sum < UINT32_MAX);
    return read;
}

static void broken_bytes_are_refused_and_never_read_past(void **state)
{
    report_fixture *one = *state;
    meeting_fixture_add(one);
    pt_text rows = rows_of(one, NULL);
    uint64_t seed = 7;
    size_t refused = 0;
    for (int round = 0; round < 30000; round++) {
        char *copy = malloc(rows.length); /* of its own, so that a sanitizer sees the edge */
        memcpy(copy, rows.bytes, rows.length);
        for (uint64_t left = 1 + (seed >> 60); left > 0; left--) {
            seed = seed * 6364136223846793005u + 1442695040888963407u;
            copy[(seed >> 20) % rows.length] = (char)(seed >> 50);
        }
        size_t length = (seed & 1) != 0 ? rows.length : (size_t)(seed >> 33) % rows.length;
        refused += read_all(copy, length) == PT_ROWS_BAD;
        free(copy);
    }
    assert_true(refused > 1000);
}

static void a_cut_anywhere_gives_whole_rows_or_a_refusal(void **state)
{
    report_fixture *one = *state;
    meeting_fixture_add(one);
    pt_text rows = rows_of(one, NULL);
    for (size_t length = 0; length < rows.length; length++) {
        char *copy = malloc(length + 1);
        memcpy(copy, rows.bytes, length);
        read_all(copy, length);
        free(copy);
    }
    assert_int_equal(read_all(rows.bytes, rows.length), PT_ROWS_MORE);
}

static void what_a_child_may_not_say_is_refused(void **state)
{
    static const struct {
        const char *what;
        const char *bytes;
        size_t length;
    } rows[] = {
        {"nothing but an end", "\x0F\0\0\0\0", 5},
        {"a kind that is not there", "\x10", 1},
        {"kind 0", "\0", 1},
        {"a subject before its run",
         "\x02\x02"
         "a\x02"
         "b",
         5},
        {"a text longer than the bytes",
         "\x01\x7F"
         "abc",
         5},
        {"a text without end", "\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01", 11},
        {"a number of more than 64 bits", "\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 11},
        {"a text that is no UTF-8", "\x01\x02\xFF", 3},
        {"a text with an escape", "\x01\x02\x1B", 3},
        {"a pack without a name", "\x01\0", 2},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (read_all(rows[i].bytes, rows[i].length) != PT_ROWS_BAD)
            fail_msg("aangenomen: %s", rows[i].what);
    }
}

/* The rows of the fixture without the one of this kind that comes first. */
static pt_rows_read read_without(report_fixture *one, pt_row_kind kind)
{
    pt_text rows = rows_of(one, NULL);
    pt_text left = pt_text_create(one->arena);
    pt_rows_reader reader = pt_rows_reader_create();
    pt_row row;
    bool dropped = false;
    pt_rows_feed(&reader, rows.bytes, rows.length);
    const char *from = rows.bytes;
    while (pt_rows_next(&reader, &row) == PT_ROWS_ROW) {
        const char *until = (const char *)reader.at;
        if (dropped || row.kind != kind)
            pt_text_add_bytes(&left, from, (size_t)(until - from));
        dropped = dropped || row.kind == kind;
        from = until;
    }
    assert_true(dropped);
    return read_all(left.bytes, left.length);
}

static void what_a_meeting_is_made_of_comes_after_it(void **state)
{
    report_fixture *one = *state;
    meeting_fixture_add(one);
    assert_int_equal(read_without(one, PT_ROW_VOTE), PT_ROWS_MORE);
    assert_int_equal(read_without(one, PT_ROW_MEETING), PT_ROWS_BAD);
    assert_int_equal(read_without(one, PT_ROW_POINT), PT_ROWS_BAD);
}

static void the_reader_gives_nothing_after_a_refusal(void **state)
{
    report_fixture *one = *state;
    pt_text rows = rows_of(one, NULL);
    pt_rows_reader reader = pt_rows_reader_create();
    pt_row row;
    pt_rows_feed(&reader, "\x10", 1);
    assert_int_equal(pt_rows_next(&reader, &row), PT_ROWS_BAD);
    pt_rows_feed(&reader, rows.bytes, rows.length);
    assert_int_equal(pt_rows_next(&reader, &row), PT_ROWS_BAD);
}

typedef struct chunks {
    size_t count;
    size_t longest;
    pt_rows_reader reader;
    size_t rows;
} chunks;

static bool count_chunk(void *context, const char *bytes, size_t length)
{
    chunks *seen = context;
    pt_row row;
    seen->count++;
    seen->longest = length > seen->longest ? length : seen->longest;
    pt_rows_feed(&seen->reader, bytes, length);
    while (pt_rows_next(&seen->reader, &row) == PT_ROWS_ROW)
        seen->rows++;
    assert_int_equal(seen->reader.at == seen->reader.end, 1);
    return true;
}

static void a_long_run_goes_in_chunks_of_whole_rows(void **state)
{
    report_fixture *one = *state;
    size_t before = one->result.record_count;
    for (int i = 0; i < 20000; i++)
        fixture_event(one, one->scenario.until, DECIDE_EVENT, UINT32_MAX, "een reden");
    chunks seen = {.reader = pt_rows_reader_create()};
    pt_text scratch = pt_text_create(one->arena);
    assert_true(pt_rows_write(&scratch, &one->result, NULL, count_chunk, &seen));
    assert_true(seen.count > 1);
    assert_true(seen.longest < PT_ROWS_CHUNK_BYTES + 4096);
    assert_int_equal(seen.rows, 1 + FIXTURE_SUBJECTS + before + 20000 + 1);
}

static bool refuse(void *context, const char *bytes, size_t length)
{
    (void)bytes;
    (void)length;
    ++*(int *)context;
    return false;
}

static void a_sink_that_refuses_stops_the_writing(void **state)
{
    report_fixture *one = *state;
    for (int i = 0; i < 20000; i++)
        fixture_event(one, one->scenario.until, DECIDE_EVENT, UINT32_MAX, "een reden");
    int calls = 0;
    pt_text scratch = pt_text_create(one->arena);
    assert_false(pt_rows_write(&scratch, &one->result, NULL, refuse, &calls));
    assert_int_equal(calls, 1);
}

static void texts_that_cannot_be_shown_or_are_too_long_are_cut_to_fit(void **state)
{
    report_fixture *one = *state;
    char *title = pt_arena_alloc(one->arena, 2 * PT_ROWS_TEXT_BYTES);
    memset(title, 'a', PT_ROWS_TEXT_BYTES - 1);
    strcat(title, "\xC3\xAB"
                  "bcd");
    title[0] = '\033';
    one->scenario.title = title;
    pt_text rows = rows_of(one, NULL);
    pt_rows_reader reader = pt_rows_reader_create();
    pt_row row;
    pt_rows_feed(&reader, rows.bytes, rows.length);
    assert_int_equal(pt_rows_next(&reader, &row), PT_ROWS_ROW);
    assert_int_equal(row.of.run.title.length, PT_ROWS_TEXT_BYTES - 1);
    assert_int_equal(row.of.run.title.bytes[0], '?');
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_row_comes_back_as_it_was),
        TEST(broken_bytes_are_refused_and_never_read_past),
        TEST(a_cut_anywhere_gives_whole_rows_or_a_refusal),
        TEST(what_a_child_may_not_say_is_refused),
        TEST(what_a_meeting_is_made_of_comes_after_it),
        TEST(the_reader_gives_nothing_after_a_refusal),
        TEST(a_long_run_goes_in_chunks_of_whole_rows),
        TEST(a_sink_that_refuses_stops_the_writing),
        TEST(texts_that_cannot_be_shown_or_are_too_long_are_cut_to_fit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
