/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "io/rows.h"
#include "model/meeting.h"

typedef struct writer {
    pt_text *out;
    pt_text shown; /* one value at a time */
    const pt_run_result *result;
    pt_rows_sink sink;
    void *context;
    uint32_t number;
    bool stopped;
} writer;

static void add_byte(writer *to, uint8_t byte)
{
    pt_text_add_char(to->out, (char)byte);
}

static void add_number(writer *to, uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        add_byte(to, (uint8_t)(number | 0x80));
    add_byte(to, (uint8_t)number);
}

static void add_signed(writer *to, int64_t number)
{
    add_number(to, (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0));
}

static void add_date(writer *to, pt_date date)
{
    add_signed(to, date);
}

static size_t cut_at_character(const char *text, size_t length)
{
    if (length <= PT_ROWS_TEXT_BYTES)
        return length;
    length = PT_ROWS_TEXT_BYTES;
    while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
        length--;
    return length;
}

/* The other side refuses what cannot be shown, and with it the run: such a byte becomes a '?'. */
static void add_text(writer *to, const char *text)
{
    if (text == NULL) {
        add_number(to, 0);
        return;
    }
    size_t length = cut_at_character(text, strlen(text));
    add_number(to, length + 1);
    size_t start = to->out->length;
    pt_text_add_bytes(to->out, text, length);
    char *bytes = to->out->bytes + start;
    for (size_t bad = pt_utf8_check(bytes, length); bad < length;
         bad += pt_utf8_check(bytes + bad, length - bad))
        bytes[bad] = '?';
}

static void add_value(writer *to, pt_value value)
{
    add_byte(to, value.kind);
    add_signed(to, pt_is_value(value) ? value.amount : 0);
    if (value.kind == PT_SUBJECT && value.amount >= 0 && value.amount < to->result->subject_count) {
        add_text(to, to->result->subject_names[value.amount]);
        return;
    }
    to->shown.length = 0;
    to->shown.bytes[0] = '\0';
    pt_value_show(&to->shown, to->result->pack, value);
    add_text(to, to->shown.bytes);
}

static void add_place(writer *to, pt_position at)
{
    add_text(to, at.source == NULL ? NULL : at.source->path);
    add_number(to, at.line);
    add_number(to, at.column);
}

static void send(writer *to, size_t more_than)
{
    if (to->out->length <= more_than || to->stopped)
        return;
    to->stopped = !to->sink(to->context, to->out->bytes, to->out->length);
    to->out->length = 0;
    to->out->bytes[0] = '\0';
}

static const char *block_name(const writer *to, uint32_t block)
{
    return block < to->result->pack->block_count ? to->result->pack->blocks[block].name : NULL;
}

static void add_run(writer *to)
{
    const pt_scenario *scenario = to->result->scenario;
    const pt_pack *pack = to->result->pack;
    add_byte(to, PT_ROW_RUN);
    add_text(to, pack->name);
    add_text(to, pack->version);
    add_text(to, pack->variant);
    add_text(to, scenario->name);
    add_text(to, scenario->title);
    add_text(to, scenario->source == NULL ? NULL : scenario->source->path);
    add_text(to, pack->calendar == NULL
                     ? NULL
                     : pt_calendar_region_name(pack->calendar, scenario->region));
    add_number(to, pack->hash);
    add_number(to, scenario->hash);
    add_date(to, scenario->from);
    add_date(to, scenario->until);
}

static void add_subjects(writer *to)
{
    const pt_run_result *result = to->result;
    for (uint32_t i = 0; i < result->subject_count; i++) {
        add_byte(to, PT_ROW_SUBJECT);
        add_text(to, result->subject_names[i]);
        add_text(to, result->pack->kinds[result->subject_kinds[i]].name);
        send(to, PT_ROWS_CHUNK_BYTES);
    }
}

static void add_event(writer *to, const pt_record *record)
{
    const pt_pack *pack = to->result->pack;
    uint16_t event = record->of.event.event;
    add_text(to, event < pack->event_count ? block_name(to, pack->events[event].block) : "wijzig");
    add_text(to, block_name(to, record->of.event.cause_block));
    add_text(to, record->of.event.cause_reason);
    add_date(to, record->of.event.holds_from);
}

static void add_fact(writer *to, const pt_record *record)
{
    const pt_run_result *result = to->result;
    const pt_subject_kind *kind = &result->pack->kinds[result->subject_kinds[record->subject]];
    add_text(to, kind->facts[record->of.fact.fact].name);
    add_value(to, record->of.fact.before);
    add_value(to, record->of.fact.after);
    add_date(to, record->of.fact.since);
}

static void add_evaluation(writer *to, const pt_outcome *outcome)
{
    add_text(to, to->result->pack->rule_groups[outcome->group].name);
    add_text(to, outcome->missing == NULL ? NULL : outcome->missing->name);
    add_text(to, outcome->reason);
    add_text(to, outcome->ground == NULL ? NULL : outcome->ground->source);
    add_value(to, outcome->value);
    add_byte(to, outcome->way);
    add_date(to, outcome->holds_until);
    add_byte(to, outcome->assumed);
}

static void add_duty(writer *to, const pt_duty_state *duty)
{
    const pt_run_result *result = to->result;
    const pt_group *group = &result->pack->duty_groups[duty->group];
    uint16_t version = duty->version != PT_NO_INDEX ? duty->version
                       : group->version_count > 0   ? group->versions[0]
                                                    : PT_NO_INDEX;
    bool faculty = version < result->pack->duty_count && result->pack->duties[version].faculty;
    add_text(to, group->name);
    add_text(to, duty->bearer < result->subject_count ? result->subject_names[duty->bearer]
                                                      : duty->bearer_role);
    add_text(to, duty->ground == NULL ? NULL : duty->ground->source);
    add_byte(to, duty->status);
    add_byte(to, faculty);
    add_byte(to, duty->assumed);
    add_byte(to, duty->calendar_unknown);
    add_date(to, duty->period);
    add_date(to, duty->start);
    add_date(to, duty->due);
    add_date(to, duty->fulfilled);
    add_date(to, duty->lapsed);
}

static void add_decision(writer *to, const pt_record *record)
{
    const pt_step *step = record->step;
    add_text(to, step->decision);
    add_text(to, step->question);
    add_text(to, step->by);
    add_text(to, step->branches[record->of.decision.chosen].name);
}

static void add_expectation(writer *to, const pt_record *record)
{
    pt_verdict verdict = record->of.expectation.unjudged ? PT_VERDICT_UNJUDGED
                         : record->of.expectation.passed ? PT_VERDICT_PASSED
                                                         : PT_VERDICT_FAILED;
    add_text(to, record->of.expectation.expectation->written);
    add_text(to, record->of.expectation.expected);
    add_text(to, record->of.expectation.found);
    add_byte(to, record->of.expectation.field->kind);
    add_byte(to, (uint8_t)verdict);
    add_place(to, record->of.expectation.field->at);
}

static void begin_record(writer *to, pt_row_kind kind, const pt_record *record)
{
    add_byte(to, (uint8_t)kind);
    add_date(to, record->day);
    add_number(to, record->subject == UINT32_MAX ? 0 : (uint64_t)record->subject + 1);
}

static void add_record(writer *to, const pt_record *record)
{
    static const pt_row_kind kinds[] = {
        [PT_RECORD_EVENT] = PT_ROW_EVENT,        [PT_RECORD_FACT] = PT_ROW_FACT,
        [PT_RECORD_OUTCOME] = PT_ROW_EVALUATION, [PT_RECORD_DUTY] = PT_ROW_DUTY,
        [PT_RECORD_DECISION] = PT_ROW_DECISION,  [PT_RECORD_EXPECTATION] = PT_ROW_EXPECTATION,
    };
    if (record->kind == PT_RECORD_PROBLEM)
        return; /* its finding follows */
    begin_record(to, kinds[record->kind], record);
    switch ((pt_record_kind)record->kind) {
    case PT_RECORD_EVENT: add_event(to, record); break;
    case PT_RECORD_FACT: add_fact(to, record); break;
    case PT_RECORD_OUTCOME: add_evaluation(to, &record->of.outcome); break;
    case PT_RECORD_DUTY: add_duty(to, &record->of.duty); break;
    case PT_RECORD_DECISION: add_decision(to, record); break;
    case PT_RECORD_EXPECTATION: add_expectation(to, record); break;
    case PT_RECORD_PROBLEM: break;
    }
}

static void begin_of(writer *to, pt_row_kind kind, pt_date day, uint32_t subject)
{
    add_byte(to, (uint8_t)kind);
    add_date(to, day);
    add_number(to, (uint64_t)subject + 1);
}

/* Whole: heads, votes, minutes. */
static void add_count(writer *to, pt_value value)
{
    bool known = value.kind == PT_NUMBER && value.amount >= 0;
    add_number(to, known ? (uint64_t)(value.amount / PT_NUMBER_SCALE) + 1 : 0);
}

static void add_told(writer *to, const pt_told *told)
{
    add_value(to, told->value);
    add_text(to, told->reason);
    add_text(to, told->source);
}

static void add_ballot(writer *to, const pt_meeting *meeting, const pt_ballot *one)
{
    begin_of(to, PT_ROW_VOTE, meeting->settled, one->subject);
    add_text(to, one->person);
    add_value(to, one->given);
    add_value(to, one->interest);
    add_count(to, one->weight);
    add_told(to, &one->counts);
    add_byte(to, one->own_matter);
    add_byte(to, one->chair);
    add_byte(to, one->decisive);
}

static void add_point(writer *to, const pt_meeting *meeting, const pt_meeting_point *point)
{
    begin_of(to, PT_ROW_POINT, point->voted ? meeting->settled : meeting->day, point->subject);
    add_text(to, point->name);
    add_value(to, point->decision);
    add_value(to, point->amount);
    add_date(to, point->put_forward);
    add_byte(to, point->voted);
    add_count(to, point->in_favour);
    add_count(to, point->against);
    add_count(to, point->abstained);
    add_told(to, &point->part);
    add_told(to, &point->majority);
    add_told(to, &point->result);
    add_told(to, &point->validity);
    for (size_t i = 0; i < point->ballot_count; i++)
        add_ballot(to, meeting, &point->ballots[i]);
    for (size_t i = 0; i < point->other_count; i++) {
        add_byte(to, PT_ROW_OTHER_COUNT);
        add_text(to, point->others[i].majority);
        add_value(to, point->others[i].result);
    }
}

static void add_attendee(writer *to, const pt_attendee *one)
{
    add_byte(to, PT_ROW_ATTENDANCE);
    add_text(to, one->person);
    add_value(to, one->how);
    add_byte(to, one->chair);
    add_byte(to, one->member);
    add_byte(to, one->decisive);
}

static void add_meeting(writer *to, const pt_meeting *meeting)
{
    begin_of(to, PT_ROW_MEETING, meeting->day, meeting->subject);
    add_text(to, meeting->name);
    add_text(to, meeting->organ);
    add_value(to, meeting->organ_kind);
    add_date(to, meeting->settled);
    add_date(to, meeting->called.kind == PT_DATE ? (pt_date)meeting->called.amount : PT_DATE_NONE);
    add_count(to, meeting->minutes);
    add_count(to, meeting->members);
    add_count(to, meeting->present);
    add_told(to, &meeting->quorum);
    add_told(to, &meeting->in_time);
    add_byte(to, meeting->second);
    for (size_t i = 0; i < meeting->attendee_count; i++)
        add_attendee(to, &meeting->attendees[i]);
    for (size_t i = 0; i < meeting->point_count; i++) {
        add_point(to, meeting, &meeting->points[i]);
        send(to, PT_ROWS_CHUNK_BYTES);
    }
}

static void add_meetings(writer *to)
{
    const pt_meetings *meetings = to->result->meetings;
    for (size_t i = 0; meetings != NULL && i < meetings->count && !to->stopped; i++) {
        add_meeting(to, &meetings->items[i]);
        send(to, PT_ROWS_CHUNK_BYTES);
    }
}

static void add_finding(writer *to, const pt_finding *finding)
{
    add_byte(to, PT_ROW_FINDING);
    add_text(to, pt_code_describe(finding->code)->name);
    add_text(to, pt_finding_sentence(to->out->arena, finding, PT_DUTCH));
    add_byte(to, (uint8_t)finding->severity);
    add_place(to, finding->at);
}

static void add_end(writer *to)
{
    add_byte(to, PT_ROW_END);
    add_number(to, to->result->passed);
    add_number(to, to->result->failed);
    add_number(to, to->result->unjudged);
    add_byte(to, to->result->broken);
}

bool pt_rows_write(pt_text *scratch, const pt_run_result *result, const pt_report *findings,
                   pt_rows_sink sink, void *context)
{
    writer to = {.out = scratch,
                 .shown = pt_text_create(scratch->arena),
                 .result = result,
                 .sink = sink,
                 .context = context};
    scratch->length = 0;
    add_run(&to);
    add_subjects(&to);
    for (size_t i = 0; i < result->record_count && !to.stopped; i++) {
        add_record(&to, &result->records[i]);
        send(&to, PT_ROWS_CHUNK_BYTES);
    }
    add_meetings(&to);
    for (size_t i = 0; findings != NULL && i < findings->count; i++)
        add_finding(&to, &findings->findings[i]);
    add_end(&to);
    send(&to, 0);
    return !to.stopped;
}
