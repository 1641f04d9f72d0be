/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/rows.h"

#include <string.h>

enum { BETWEEN_RUNS, SUBJECTS, RECORDS, GIVEN_UP };

pt_rows_reader pt_rows_reader_create(void)
{
    return (pt_rows_reader){.stage = BETWEEN_RUNS};
}

void pt_rows_feed(pt_rows_reader *reader, const void *bytes, size_t length)
{
    reader->at = bytes;
    reader->end = reader->at + length;
}

static bool read_byte(pt_rows_reader *from, uint8_t most, uint8_t *byte)
{
    if (from->at == from->end || *from->at > most)
        return false;
    *byte = *from->at++;
    return true;
}

static bool read_truth(pt_rows_reader *from, bool *truth)
{
    uint8_t byte = 0;
    if (!read_byte(from, 1, &byte))
        return false;
    *truth = byte == 1;
    return true;
}

static bool read_number(pt_rows_reader *from, uint64_t most, uint64_t *number)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && from->at < from->end; shift += 7) {
        uint64_t part = *from->at++;
        if (shift == 63 && part > 1)
            return false;
        value |= (part & 0x7F) << shift;
        if (part < 0x80) {
            *number = value;
            return value <= most;
        }
    }
    return false;
}

static bool read_small(pt_rows_reader *from, uint32_t *number)
{
    uint64_t value = 0;
    if (!read_number(from, UINT32_MAX, &value))
        return false;
    *number = (uint32_t)value;
    return true;
}

static bool read_signed(pt_rows_reader *from, int64_t *number)
{
    uint64_t value = 0;
    if (!read_number(from, UINT64_MAX, &value))
        return false;
    *number = (int64_t)(value >> 1 ^ ((value & 1) != 0 ? UINT64_MAX : 0));
    return true;
}

/* Any day, none, or for ever. */
static bool read_date(pt_rows_reader *from, pt_date *date)
{
    int64_t value = 0;
    if (!read_signed(from, &value) || value < INT32_MIN || value > INT32_MAX)
        return false;
    *date = (pt_date)value;
    return pt_date_valid(*date) || *date == PT_DATE_NONE || *date == PT_DATE_FOREVER;
}

static bool read_day(pt_rows_reader *from, pt_date *date)
{
    return read_date(from, date) && pt_date_valid(*date);
}

static bool read_text(pt_rows_reader *from, pt_row_text *text)
{
    uint64_t length = 0;
    *text = (pt_row_text){0};
    if (!read_number(from, PT_ROWS_TEXT_BYTES + 1, &length))
        return false;
    if (length == 0)
        return true;
    length--;
    if (length > (size_t)(from->end - from->at))
        return false;
    const char *bytes = (const char *)from->at;
    if (pt_utf8_check(bytes, (size_t)length) != length)
        return false;
    from->at += length;
    *text = (pt_row_text){.bytes = bytes, .length = (uint32_t)length};
    return true;
}

/* A text that must be there. */
static bool read_name(pt_rows_reader *from, pt_row_text *text)
{
    return read_text(from, text) && text->bytes != NULL;
}

static bool read_value(pt_rows_reader *from, pt_row_value *value)
{
    return read_byte(from, PT_SUBJECT, &value->kind) && read_signed(from, &value->amount) &&
           read_name(from, &value->shown);
}

static bool read_place(pt_rows_reader *from, pt_row_place *at)
{
    return read_text(from, &at->file) && read_small(from, &at->line) &&
           read_small(from, &at->column);
}

static bool read_run(pt_rows_reader *from, pt_row *row)
{
    from->subjects = from->records = 0;
    from->meeting = from->point = UINT32_MAX;
    return read_name(from, &row->of.run.pack) && read_text(from, &row->of.run.pack_version) &&
           read_text(from, &row->of.run.variant) && read_name(from, &row->of.run.scenario) &&
           read_text(from, &row->of.run.title) && read_text(from, &row->of.run.file) &&
           read_text(from, &row->of.run.region) &&
           read_number(from, UINT64_MAX, &row->of.run.pack_hash) &&
           read_number(from, UINT64_MAX, &row->of.run.scenario_hash) &&
           read_day(from, &row->of.run.from) && read_day(from, &row->of.run.until);
}

static bool read_subject(pt_rows_reader *from, pt_row *row)
{
    if (from->subjects >= PT_LIMIT_SUBJECTS)
        return false;
    row->number = from->subjects++;
    return read_name(from, &row->of.subject.name) && read_name(from, &row->of.subject.kind);
}

static bool read_event(pt_rows_reader *from, pt_row *row)
{
    return read_name(from, &row->of.event.name) && read_text(from, &row->of.event.cause) &&
           read_text(from, &row->of.event.reason) && read_date(from, &row->of.event.holds_from);
}

static bool read_fact(pt_rows_reader *from, pt_row *row)
{
    return row->subject != UINT32_MAX && read_name(from, &row->of.fact.name) &&
           read_value(from, &row->of.fact.before) && read_value(from, &row->of.fact.after) &&
           read_date(from, &row->of.fact.since);
}

static bool read_evaluation(pt_rows_reader *from, pt_row *row)
{
    return row->subject != UINT32_MAX && read_name(from, &row->of.evaluation.name) &&
           read_text(from, &row->of.evaluation.missing) &&
           read_text(from, &row->of.evaluation.reason) &&
           read_text(from, &row->of.evaluation.source) &&
           read_value(from, &row->of.evaluation.value) &&
           read_byte(from, PT_WAY_FAILED, &row->of.evaluation.way) &&
           read_date(from, &row->of.evaluation.holds_until) &&
           read_truth(from, &row->of.evaluation.assumed);
}

static bool read_duty(pt_rows_reader *from, pt_row *row)
{
    return row->subject != UINT32_MAX && read_name(from, &row->of.duty.name) &&
           read_text(from, &row->of.duty.bearer) && read_text(from, &row->of.duty.source) &&
           read_byte(from, PT_DUTY_LAPSED, &row->of.duty.status) &&
           read_truth(from, &row->of.duty.faculty) && read_truth(from, &row->of.duty.assumed) &&
           read_truth(from, &row->of.duty.calendar_unknown) &&
           read_date(from, &row->of.duty.period) && read_date(from, &row->of.duty.start) &&
           read_date(from, &row->of.duty.due) && read_date(from, &row->of.duty.fulfilled) &&
           read_date(from, &row->of.duty.lapsed);
}

static bool read_decision(pt_rows_reader *from, pt_row *row)
{
    return read_name(from, &row->of.decision.name) && read_text(from, &row->of.decision.question) &&
           read_text(from, &row->of.decision.by) && read_name(from, &row->of.decision.chosen);
}

static bool read_expectation(pt_rows_reader *from, pt_row *row)
{
    return read_name(from, &row->of.expectation.what) &&
           read_text(from, &row->of.expectation.expected) &&
           read_text(from, &row->of.expectation.found) &&
           read_byte(from, PT_FIELD_COUNT, &row->of.expectation.field) &&
           read_byte(from, PT_VERDICT_UNJUDGED, &row->of.expectation.verdict) &&
           read_place(from, &row->of.expectation.at);
}

static bool read_finding(pt_rows_reader *from, pt_row *row)
{
    return read_name(from, &row->of.finding.code) && read_name(from, &row->of.finding.message) &&
           read_byte(from, PT_NOTE, &row->of.finding.severity) &&
           read_place(from, &row->of.finding.at);
}

/* A count + 1; 0: not known. */
static bool read_count(pt_rows_reader *from, uint64_t *count)
{
    if (!read_number(from, INT64_MAX, count))
        return false;
    *count = *count == 0 ? PT_ROW_NO_COUNT : *count - 1;
    return true;
}

static bool read_told(pt_rows_reader *from, pt_row_told *told)
{
    return read_value(from, &told->value) && read_text(from, &told->reason) &&
           read_text(from, &told->source);
}

static bool read_meeting(pt_rows_reader *from, pt_row *row)
{
    from->meeting = from->records;
    from->point = UINT32_MAX;
    return row->subject != UINT32_MAX && read_name(from, &row->of.meeting.name) &&
           read_name(from, &row->of.meeting.organ) &&
           read_value(from, &row->of.meeting.organ_kind) &&
           read_day(from, &row->of.meeting.settled) && read_date(from, &row->of.meeting.called) &&
           read_count(from, &row->of.meeting.minutes) &&
           read_count(from, &row->of.meeting.members) &&
           read_count(from, &row->of.meeting.present) && read_told(from, &row->of.meeting.quorum) &&
           read_told(from, &row->of.meeting.in_time) && read_truth(from, &row->of.meeting.second);
}

static bool read_attendance(pt_rows_reader *from, pt_row *row)
{
    row->meeting = from->meeting;
    return row->meeting != UINT32_MAX && read_name(from, &row->of.attendance.person) &&
           read_value(from, &row->of.attendance.how) &&
           read_truth(from, &row->of.attendance.chair) &&
           read_truth(from, &row->of.attendance.member) &&
           read_truth(from, &row->of.attendance.decisive);
}

static bool read_point(pt_rows_reader *from, pt_row *row)
{
    row->meeting = from->meeting;
    from->point = from->records;
    return row->meeting != UINT32_MAX && row->subject != UINT32_MAX &&
           read_name(from, &row->of.point.name) && read_value(from, &row->of.point.decision) &&
           read_value(from, &row->of.point.amount) && read_date(from, &row->of.point.put_forward) &&
           read_truth(from, &row->of.point.voted) && read_count(from, &row->of.point.in_favour) &&
           read_count(from, &row->of.point.against) && read_count(from, &row->of.point.abstained) &&
           read_told(from, &row->of.point.part) && read_told(from, &row->of.point.majority) &&
           read_told(from, &row->of.point.result) && read_told(from, &row->of.point.validity);
}

static bool read_vote(pt_rows_reader *from, pt_row *row)
{
    row->point = from->point;
    return row->point != UINT32_MAX && row->subject != UINT32_MAX &&
           read_name(from, &row->of.vote.person) && read_value(from, &row->of.vote.given) &&
           read_value(from, &row->of.vote.interest) && read_count(from, &row->of.vote.weight) &&
           read_told(from, &row->of.vote.counts) && read_truth(from, &row->of.vote.own_matter) &&
           read_truth(from, &row->of.vote.chair) && read_truth(from, &row->of.vote.decisive);
}

static bool read_other_count(pt_rows_reader *from, pt_row *row)
{
    row->point = from->point;
    return row->point != UINT32_MAX && read_name(from, &row->of.other_count.majority) &&
           read_value(from, &row->of.other_count.result);
}

static bool read_end(pt_rows_reader *from, pt_row *row)
{
    return read_number(from, UINT32_MAX, &row->of.end.passed) &&
           read_number(from, UINT32_MAX, &row->of.end.failed) &&
           read_number(from, UINT32_MAX, &row->of.end.unjudged) &&
           read_truth(from, &row->of.end.broken);
}

static bool read_head(pt_rows_reader *from, pt_row *row)
{
    uint32_t subject = 0;
    if (!read_day(from, &row->day) || !read_small(from, &subject) || subject > from->subjects)
        return false;
    row->subject = subject == 0 ? UINT32_MAX : subject - 1;
    return true;
}

static bool read_body(pt_rows_reader *from, pt_row *row)
{
    switch ((pt_row_kind)row->kind) {
    case PT_ROW_RUN: return read_run(from, row);
    case PT_ROW_SUBJECT: return read_subject(from, row);
    case PT_ROW_EVENT: return read_head(from, row) && read_event(from, row);
    case PT_ROW_FACT: return read_head(from, row) && read_fact(from, row);
    case PT_ROW_EVALUATION: return read_head(from, row) && read_evaluation(from, row);
    case PT_ROW_DUTY: return read_head(from, row) && read_duty(from, row);
    case PT_ROW_DECISION: return read_head(from, row) && read_decision(from, row);
    case PT_ROW_EXPECTATION: return read_head(from, row) && read_expectation(from, row);
    case PT_ROW_FINDING: return read_finding(from, row);
    case PT_ROW_MEETING: return read_head(from, row) && read_meeting(from, row);
    case PT_ROW_ATTENDANCE: return read_attendance(from, row);
    case PT_ROW_POINT: return read_head(from, row) && read_point(from, row);
    case PT_ROW_VOTE: return read_head(from, row) && read_vote(from, row);
    case PT_ROW_OTHER_COUNT: return read_other_count(from, row);
    case PT_ROW_END: return read_end(from, row);
    }
    return false;
}

/* Which row may follow which: a run, its subjects, its records and findings, its end. */
static bool step(pt_rows_reader *from, uint8_t kind)
{
    if (from->stage == BETWEEN_RUNS) {
        from->stage = SUBJECTS;
        return kind == PT_ROW_RUN;
    }
    if (kind == PT_ROW_RUN || kind == 0 || (kind == PT_ROW_SUBJECT && from->stage != SUBJECTS))
        return false;
    if (from->records >= PT_ROWS_RECORDS && kind != PT_ROW_END)
        return false;
    if (kind != PT_ROW_SUBJECT)
        from->stage = kind == PT_ROW_END ? BETWEEN_RUNS : RECORDS;
    return true;
}

pt_rows_read pt_rows_next(pt_rows_reader *reader, pt_row *row)
{
    if (reader->stage == GIVEN_UP)
        return PT_ROWS_BAD;
    if (reader->at == reader->end)
        return PT_ROWS_MORE;
    *row = (pt_row){.subject = UINT32_MAX};
    if (!read_byte(reader, PT_ROW_END, &row->kind) || !step(reader, row->kind) ||
        !read_body(reader, row)) {
        reader->stage = GIVEN_UP;
        return PT_ROWS_BAD;
    }
    if (row->kind != PT_ROW_RUN && row->kind != PT_ROW_SUBJECT)
        row->number = reader->records++;
    return PT_ROWS_ROW;
}
