/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/store_rows.h"

const char *const pt_store_statements[PT_STORE_STATEMENTS] = {
    [PT_STORE_BEGIN] = "BEGIN IMMEDIATE",
    [PT_STORE_COMMIT] = "COMMIT",
    [PT_STORE_SAVEPOINT] = "SAVEPOINT scenario",
    [PT_STORE_RELEASE] = "RELEASE scenario",
    [PT_STORE_BACK] = "ROLLBACK TO scenario",
    [PT_STORE_INSERT_RUN] =
        "INSERT INTO run (program_version, pack, pack_version, pack_hash, variant, scenario, title,"
        " file, scenario_hash, first_day, last_day, region) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_SUBJECT] = "INSERT INTO subject VALUES (?,?,?,?)",
    [PT_STORE_INSERT_EVENT] = "INSERT INTO event VALUES (?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_FACT] = "INSERT INTO fact_change VALUES (?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_EVALUATION] = "INSERT INTO evaluation VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_DUTY] = "INSERT INTO duty VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_DECISION] = "INSERT INTO decision VALUES (?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_EXPECTATION] = "INSERT INTO expectation VALUES (?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_FINDING] = "INSERT INTO finding VALUES (?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_MEETING] =
        "INSERT INTO meeting VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_ATTENDANCE] = "INSERT INTO attendance VALUES (?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_POINT] = "INSERT INTO agenda_point VALUES"
                              " (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_VOTE] = "INSERT INTO vote VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
    [PT_STORE_INSERT_OTHER_COUNT] = "INSERT INTO other_count VALUES (?,?,?,?,?)",
    [PT_STORE_FINISH_RUN] = "UPDATE run SET passed = ?2, failed = ?3, unjudged = ?4, broken = ?5,"
                            " complete = 1 WHERE number = ?1",
};

typedef struct place {
    pt_database *base;
    const char *program_version;
    int64_t run;
} place;

/* --- What many rows have ---------------------------------------------------------------------- */

static void bind_value(pt_binder *to, const pt_row_value *value)
{
    static const char *const kinds[] = {
        [PT_UNKNOWN] = "onbekend", [PT_NONE] = "geen",     [PT_YESNO] = "ja_nee",
        [PT_NUMBER] = "getal",     [PT_MONEY] = "bedrag",  [PT_PERCENT] = "percentage",
        [PT_DATE] = "datum",       [PT_DURATION] = "duur", [PT_CHOICE] = "keuze",
        [PT_SUBJECT] = "onderwerp"};
    pt_bind_text(to, value->shown);
    pt_bind_word(to, kinds[value->kind]);
    if (value->kind == PT_UNKNOWN || value->kind == PT_NONE)
        pt_bind_null(to);
    else
        pt_bind_number(to, value->amount);
}

static void bind_place(pt_binder *to, const pt_row_place *at)
{
    pt_bind_text(to, at->file);
    pt_bind_number(to, at->line);
    pt_bind_number(to, at->column);
}

/* --- Rows ------------------------------------------------------------------------------------- */

/* Run, number, day and, for most, subject: what every record begins with. */
static pt_binder bind_head(const place *into, pt_store_statement which, const pt_row *row,
                           bool subject)
{
    pt_binder to = pt_bind(into->base, which);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, row->number);
    pt_bind_date(&to, row->day);
    if (subject && row->subject == UINT32_MAX)
        pt_bind_null(&to);
    else if (subject)
        pt_bind_number(&to, row->subject);
    return to;
}

static bool add_run(const place *into, const pt_row *row)
{
    pt_binder to = pt_bind(into->base, PT_STORE_INSERT_RUN);
    pt_bind_word(&to, into->program_version);
    pt_bind_text(&to, row->of.run.pack);
    pt_bind_text(&to, row->of.run.pack_version);
    pt_bind_hash(&to, row->of.run.pack_hash);
    pt_bind_text(&to, row->of.run.variant);
    pt_bind_text(&to, row->of.run.scenario);
    pt_bind_text(&to, row->of.run.title);
    pt_bind_text(&to, row->of.run.file);
    pt_bind_hash(&to, row->of.run.scenario_hash);
    pt_bind_date(&to, row->of.run.from);
    pt_bind_date(&to, row->of.run.until);
    pt_bind_text(&to, row->of.run.region);
    return pt_database_insert(&to);
}

static bool add_subject(const place *into, const pt_row *row)
{
    pt_binder to = pt_bind(into->base, PT_STORE_INSERT_SUBJECT);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, row->number);
    pt_bind_text(&to, row->of.subject.name);
    pt_bind_text(&to, row->of.subject.kind);
    return pt_database_insert(&to);
}

static bool add_event(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_EVENT, row, true);
    pt_bind_text(&to, row->of.event.name);
    pt_bind_date(&to, row->of.event.holds_from);
    pt_bind_text(&to, row->of.event.cause);
    pt_bind_text(&to, row->of.event.reason);
    return pt_database_insert(&to);
}

static bool add_fact(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_FACT, row, true);
    pt_bind_text(&to, row->of.fact.name);
    bind_value(&to, &row->of.fact.before);
    bind_value(&to, &row->of.fact.after);
    pt_bind_date(&to, row->of.fact.since);
    return pt_database_insert(&to);
}

static bool add_evaluation(const place *into, const pt_row *row)
{
    static const char *const ways[] = {[PT_WAY_RULE] = "regel",
                                       [PT_WAY_EXCEPTION] = "uitzondering",
                                       [PT_WAY_MISSING] = "gegeven_onbekend",
                                       [PT_WAY_NOT_IN_FORCE] = "niet_van_kracht",
                                       [PT_WAY_CONFLICT] = "tegenspraak",
                                       [PT_WAY_FAILED] = "mislukt"};
    pt_binder to = bind_head(into, PT_STORE_INSERT_EVALUATION, row, true);
    pt_bind_text(&to, row->of.evaluation.name);
    bind_value(&to, &row->of.evaluation.value);
    pt_bind_word(&to, ways[row->of.evaluation.way]);
    pt_bind_text(&to, row->of.evaluation.missing);
    pt_bind_text(&to, row->of.evaluation.reason);
    pt_bind_text(&to, row->of.evaluation.source);
    pt_bind_date(&to, row->of.evaluation.holds_until);
    pt_bind_number(&to, row->of.evaluation.assumed);
    return pt_database_insert(&to);
}

static bool add_duty(const place *into, const pt_row *row)
{
    static const char *const statuses[] = {[PT_DUTY_ABSENT] = "geen",
                                           [PT_DUTY_OPEN] = "open",
                                           [PT_DUTY_STANDS_STILL] = "staat_stil",
                                           [PT_DUTY_FULFILLED] = "vervuld",
                                           [PT_DUTY_LATE] = "te_laat",
                                           [PT_DUTY_FULFILLED_LATE] = "te_laat_vervuld",
                                           [PT_DUTY_LAPSED] = "vervallen"};
    pt_binder to = bind_head(into, PT_STORE_INSERT_DUTY, row, true);
    pt_bind_text(&to, row->of.duty.name);
    pt_bind_number(&to, row->of.duty.faculty);
    pt_bind_word(&to, statuses[row->of.duty.status]);
    pt_bind_text(&to, row->of.duty.bearer);
    pt_bind_date(&to, row->of.duty.period);
    pt_bind_date(&to, row->of.duty.start);
    pt_bind_date(&to, row->of.duty.due);
    pt_bind_date(&to, row->of.duty.fulfilled);
    pt_bind_date(&to, row->of.duty.lapsed);
    pt_bind_text(&to, row->of.duty.source);
    pt_bind_number(&to, row->of.duty.assumed);
    pt_bind_number(&to, row->of.duty.calendar_unknown);
    return pt_database_insert(&to);
}

static bool add_decision(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_DECISION, row, false);
    pt_bind_text(&to, row->of.decision.name);
    pt_bind_text(&to, row->of.decision.question);
    pt_bind_text(&to, row->of.decision.by);
    pt_bind_text(&to, row->of.decision.chosen);
    return pt_database_insert(&to);
}

static bool add_expectation(const place *into, const pt_row *row)
{
    static const char *const fields[] = {
        [PT_FIELD_VALUE] = "waarde",    [PT_FIELD_STATUS] = "status",
        [PT_FIELD_BEARER] = "wie",      [PT_FIELD_DUE] = "uiterlijk",
        [PT_FIELD_SOURCE] = "bron",     [PT_FIELD_REASON] = "reden",
        [PT_FIELD_CONTAINS] = "bevat",  [PT_FIELD_CONTAINS_NOT] = "bevat_niet",
        [PT_FIELD_EXACTLY] = "precies", [PT_FIELD_COUNT] = "aantal"};
    static const char *const verdicts[] = {[PT_VERDICT_PASSED] = "uitgekomen",
                                           [PT_VERDICT_FAILED] = "niet_uitgekomen",
                                           [PT_VERDICT_UNJUDGED] = "nog_niet_beoordeeld"};
    pt_binder to = bind_head(into, PT_STORE_INSERT_EXPECTATION, row, false);
    pt_bind_text(&to, row->of.expectation.what);
    pt_bind_word(&to, fields[row->of.expectation.field]);
    pt_bind_word(&to, verdicts[row->of.expectation.verdict]);
    pt_bind_text(&to, row->of.expectation.expected);
    pt_bind_text(&to, row->of.expectation.found);
    bind_place(&to, &row->of.expectation.at);
    return pt_database_insert(&to);
}

static bool add_finding(const place *into, const pt_row *row)
{
    static const char *const severities[] = {
        [PT_ERROR] = "fout", [PT_WARNING] = "waarschuwing", [PT_NOTE] = "opmerking"};
    pt_binder to = pt_bind(into->base, PT_STORE_INSERT_FINDING);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, row->number);
    pt_bind_text(&to, row->of.finding.code);
    pt_bind_word(&to, severities[row->of.finding.severity]);
    pt_bind_text(&to, row->of.finding.message);
    bind_place(&to, &row->of.finding.at);
    return pt_database_insert(&to);
}

/* A number of things or minutes; no value when it is not known. */
static void bind_count(pt_binder *to, uint64_t count)
{
    if (count == PT_ROW_NO_COUNT)
        pt_bind_null(to);
    else
        pt_bind_number(to, (int64_t)count);
}

/* 'ja' or 'nee' as 1 or 0; no value for what is neither. */
static void bind_told_truth(pt_binder *to, const pt_row_told *told)
{
    if (told->value.kind == PT_YESNO)
        pt_bind_number(to, told->value.amount);
    else
        pt_bind_null(to);
    pt_bind_text(to, told->reason);
    pt_bind_text(to, told->source);
}

static void bind_shown(pt_binder *to, const pt_row_value *value)
{
    if (value->kind == PT_UNKNOWN || value->kind == PT_NONE)
        pt_bind_null(to);
    else
        pt_bind_text(to, value->shown);
}

static void bind_told(pt_binder *to, const pt_row_told *told)
{
    bind_shown(to, &told->value);
    pt_bind_text(to, told->reason);
    pt_bind_text(to, told->source);
}

static bool add_meeting(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_MEETING, row, true);
    pt_bind_text(&to, row->of.meeting.name);
    pt_bind_text(&to, row->of.meeting.organ);
    bind_shown(&to, &row->of.meeting.organ_kind);
    pt_bind_date(&to, row->of.meeting.settled);
    pt_bind_date(&to, row->of.meeting.called);
    bind_count(&to, row->of.meeting.minutes);
    pt_bind_number(&to, row->of.meeting.second);
    bind_count(&to, row->of.meeting.members);
    bind_count(&to, row->of.meeting.present);
    bind_told_truth(&to, &row->of.meeting.quorum);
    bind_told_truth(&to, &row->of.meeting.in_time);
    return pt_database_insert(&to);
}

static bool add_attendance(const place *into, const pt_row *row)
{
    pt_binder to = pt_bind(into->base, PT_STORE_INSERT_ATTENDANCE);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, row->number);
    pt_bind_number(&to, row->meeting);
    pt_bind_text(&to, row->of.attendance.person);
    bind_shown(&to, &row->of.attendance.how);
    pt_bind_number(&to, row->of.attendance.chair);
    pt_bind_number(&to, row->of.attendance.member);
    pt_bind_number(&to, row->of.attendance.decisive);
    return pt_database_insert(&to);
}

static bool add_point(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_POINT, row, true);
    pt_bind_number(&to, row->meeting);
    pt_bind_text(&to, row->of.point.name);
    bind_shown(&to, &row->of.point.decision);
    if (row->of.point.amount.kind == PT_MONEY)
        pt_bind_number(&to, row->of.point.amount.amount);
    else
        pt_bind_null(&to);
    pt_bind_date(&to, row->of.point.put_forward);
    pt_bind_number(&to, row->of.point.voted);
    bind_count(&to, row->of.point.in_favour);
    bind_count(&to, row->of.point.against);
    bind_count(&to, row->of.point.abstained);
    bind_told(&to, &row->of.point.part);
    bind_told(&to, &row->of.point.majority);
    bind_told(&to, &row->of.point.result);
    bind_told(&to, &row->of.point.validity);
    return pt_database_insert(&to);
}

static bool add_vote(const place *into, const pt_row *row)
{
    pt_binder to = bind_head(into, PT_STORE_INSERT_VOTE, row, true);
    pt_bind_number(&to, row->point);
    pt_bind_text(&to, row->of.vote.person);
    bind_shown(&to, &row->of.vote.given);
    bind_shown(&to, &row->of.vote.interest);
    bind_count(&to, row->of.vote.weight);
    bind_told_truth(&to, &row->of.vote.counts);
    pt_bind_number(&to, row->of.vote.own_matter);
    pt_bind_number(&to, row->of.vote.chair);
    pt_bind_number(&to, row->of.vote.decisive);
    return pt_database_insert(&to);
}

static bool add_other_count(const place *into, const pt_row *row)
{
    pt_binder to = pt_bind(into->base, PT_STORE_INSERT_OTHER_COUNT);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, row->number);
    pt_bind_number(&to, row->point);
    pt_bind_text(&to, row->of.other_count.majority);
    bind_shown(&to, &row->of.other_count.result);
    return pt_database_insert(&to);
}

static bool add_end(const place *into, const pt_row *row)
{
    pt_binder to = pt_bind(into->base, PT_STORE_FINISH_RUN);
    pt_bind_number(&to, into->run);
    pt_bind_number(&to, (int64_t)row->of.end.passed);
    pt_bind_number(&to, (int64_t)row->of.end.failed);
    pt_bind_number(&to, (int64_t)row->of.end.unjudged);
    pt_bind_number(&to, row->of.end.broken);
    return pt_database_insert(&to);
}

bool pt_store_insert(pt_database *base, const char *program_version, int64_t run, const pt_row *row)
{
    place into = {base, program_version, run};
    switch ((pt_row_kind)row->kind) {
    case PT_ROW_RUN: return add_run(&into, row);
    case PT_ROW_SUBJECT: return add_subject(&into, row);
    case PT_ROW_EVENT: return add_event(&into, row);
    case PT_ROW_FACT: return add_fact(&into, row);
    case PT_ROW_EVALUATION: return add_evaluation(&into, row);
    case PT_ROW_DUTY: return add_duty(&into, row);
    case PT_ROW_DECISION: return add_decision(&into, row);
    case PT_ROW_EXPECTATION: return add_expectation(&into, row);
    case PT_ROW_FINDING: return add_finding(&into, row);
    case PT_ROW_MEETING: return add_meeting(&into, row);
    case PT_ROW_ATTENDANCE: return add_attendance(&into, row);
    case PT_ROW_POINT: return add_point(&into, row);
    case PT_ROW_VOTE: return add_vote(&into, row);
    case PT_ROW_OTHER_COUNT: return add_other_count(&into, row);
    case PT_ROW_END: return add_end(&into, row);
    }
    return false;
}
