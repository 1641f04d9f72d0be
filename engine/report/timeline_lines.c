/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/timeline_lines.h"

#include <stdlib.h>

#include "report/duty_wording.h"
#include "report/minutes.h"
#include "report/term_wording.h"
#include "report/wording.h"

pt_timeline_lines pt_timeline_lines_create(pt_text *out, const pt_run_result *result,
                                           const pt_timeline_options *options)
{
    return (pt_timeline_lines){.page = pt_page_create(out, options->language, options->coloured),
                               .arena = out->arena,
                               .result = result,
                               .options = *options,
                               .latest = pt_latest_create(out->arena, result),
                               .relevance = pt_relevance_create(out->arena, result)};
}

static void begin(pt_timeline_lines *to, pt_message mark, pt_tone tone)
{
    pt_page_put(&to->page, PT_TONE_PLAIN, "  ");
    pt_page_say(&to->page, tone, mark, NULL);
    pt_page_pad(&to->page, PT_TIMELINE_COLUMN);
}

static void end(pt_timeline_lines *to)
{
    pt_page_end(&to->page, PT_TIMELINE_COLUMN);
}

/* A further line under the text; nothing when there is nothing to say. */
static void further(pt_timeline_lines *to, pt_tone tone, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    pt_page_pad(&to->page, PT_TIMELINE_COLUMN);
    pt_page_put(&to->page, tone, text);
    end(to);
}

static const char *say(const pt_timeline_lines *to, pt_message message,
                       const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->options.language, arguments);
}

static const char *value(const pt_timeline_lines *to, pt_value shown)
{
    return pt_wording_value(to->arena, to->result, shown, to->options.language);
}

/* A reason as running text: days in full. */
static const char *prose(const pt_timeline_lines *to, const char *reason)
{
    return pt_wording_prose(to->arena, reason, to->options.language);
}

static void add_piece(pt_text *pieces, const char *separator, const char *piece)
{
    if (piece == NULL)
        return;
    pt_text_add(pieces, pieces->length > 0 ? separator : "");
    pt_text_add(pieces, piece);
}

/* A tag behind what was put, explained at the end of the page. */
static void add_tag(pt_timeline_lines *to, pt_message tag, bool tagged, bool *used)
{
    if (!tagged)
        return;
    pt_page_put(&to->page, PT_TONE_PLAIN, " ");
    pt_page_say(&to->page, PT_TONE_DOUBT, tag, NULL);
    *used = true;
}

/* Reason or computation, article and tags on one line: what stands under an outcome or a duty. */
static void add_grounds(pt_timeline_lines *to, const char *const *pieces, size_t count,
                        bool assumed, bool calendar)
{
    pt_text line = pt_text_create(to->arena);
    for (size_t i = 0; i < count; i++)
        add_piece(&line, " · ", pieces[i]);
    if (line.length == 0 && !assumed && !calendar)
        return;
    pt_page_pad(&to->page, PT_TIMELINE_COLUMN - (line.length == 0));
    pt_page_put(&to->page, PT_TONE_FAINT, line.bytes);
    add_tag(to, PT_TEXT_TAG_ASSUMED, assumed, &to->assumed);
    add_tag(to, PT_TEXT_TAG_CALENDAR, calendar, &to->calendar);
    end(to);
}

/* --- Events and facts ------------------------------------------------------------------------- */

/* "leerling l1, school wilg": what a subject of the story refers to; NULL when it is not known. */
static const char *references(const pt_timeline_lines *to, uint32_t subject)
{
    const pt_scenario *scenario = to->result->scenario;
    if (subject >= scenario->subject_count || scenario->subjects[subject].references == NULL)
        return NULL;
    const pt_scenario_subject *found = &scenario->subjects[subject];
    const pt_subject_kind *kind = &to->result->pack->kinds[found->kind];
    pt_text out = pt_text_create(to->arena);
    for (uint16_t i = 0; i < kind->reference_count; i++) {
        if (found->references[i] == UINT32_MAX)
            continue;
        add_piece(&out, ", ", pt_wording_name(to->arena, kind->references[i].name));
        add_piece(&out, " ", pt_wording_subject(to->result, found->references[i]));
    }
    return out.length > 0 ? out.bytes : NULL;
}

static const char *about(const pt_timeline_lines *to, uint32_t subject, bool made)
{
    const char *name = pt_wording_subject(to->result, subject);
    const char *refers = made ? references(to, subject) : NULL;
    if (refers == NULL)
        return name;
    if (pt_wording_nameless(name))
        return refers;
    return pt_format(to->arena, "%s (%s)", name, refers);
}

static const pt_fact *fact_of(const pt_timeline_lines *to, const pt_record *record)
{
    const pt_run_result *result = to->result;
    if (record->subject >= result->subject_count)
        return NULL;
    const pt_subject_kind *kind = &result->pack->kinds[result->subject_kinds[record->subject]];
    return record->of.fact.fact < kind->fact_count ? &kind->facts[record->of.fact.fact] : NULL;
}

/* Facts that the reader knows already: the day of the event itself, and what a fact begins with. */
static bool repeats_event(const pt_timeline_lines *to, const pt_record *record)
{
    pt_value after = record->of.fact.after;
    const pt_fact *fact = fact_of(to, record);
    if (to->options.everything || fact == NULL)
        return fact == NULL;
    if (after.kind == PT_DATE && after.amount == record->day)
        return true;
    return fact->has_initial && record->of.fact.before.kind == PT_UNKNOWN &&
           pt_value_equal(fact->initial, after);
}

static const char *fact_text(const pt_timeline_lines *to, const pt_record *record)
{
    const pt_fact *fact = fact_of(to, record);
    const char *name = fact == NULL ? "" : pt_wording_name(to->arena, fact->name);
    const char *after = value(to, record->of.fact.after);
    if (record->of.fact.before.kind == PT_UNKNOWN)
        return pt_format(to->arena, "%s: %s", name, after);
    const char *was = say(to, PT_TEXT_FACT_WAS, PT_ARGS(value(to, record->of.fact.before)));
    return pt_format(to->arena, "%s: %s (%s)", name, after, was);
}

/* The facts right behind an event that it changed; returns how many records they are. */
static size_t add_facts_of(pt_timeline_lines *to, const pt_record *event, const pt_record *stop)
{
    pt_text line = pt_text_create(to->arena);
    const pt_record *at = event + 1;
    for (; at < stop && at->kind == PT_RECORD_FACT && at->subject == event->subject; at++) {
        if (!repeats_event(to, at))
            add_piece(&line, "; ", fact_text(to, at));
    }
    further(to, PT_TONE_PLAIN, line.bytes);
    return (size_t)(at - event) - 1;
}

/* The rule or duty that raised an event, as its record of the same day has it; or NULL. */
static const pt_record *cause_of(const pt_timeline_lines *to, const pt_record *event)
{
    const pt_pack *pack = to->result->pack;
    const pt_record *at = event;
    while (at-- > to->result->records && at->day == event->day) {
        uint32_t block = UINT32_MAX;
        if (at->kind == PT_RECORD_OUTCOME)
            block = pt_wording_rule_block(pack, at->of.outcome.group, at->of.outcome.version);
        else if (at->kind == PT_RECORD_DUTY)
            block = pt_wording_duty_block(pack, at->of.duty.group, at->of.duty.version);
        if (block == event->of.event.cause_block)
            return at;
    }
    return NULL;
}

static void add_cause(pt_timeline_lines *to, const pt_record *record)
{
    const pt_pack *pack = to->result->pack;
    uint32_t block = record->of.event.cause_block;
    if (block >= pack->block_count)
        return;
    bool rule = pack->blocks[block].kind == PT_BLOCK_RULE;
    const char *why = rule ? prose(to, record->of.event.cause_reason) : NULL;
    if (why == NULL)
        why = say(to, rule ? PT_TEXT_BECAUSE_RULE : PT_TEXT_BECAUSE_BREACH,
                  PT_ARGS(pt_wording_block(to->arena, pack, block)));
    const pt_record *cause = cause_of(to, record);
    const pt_ground *ground = cause == NULL                      ? NULL
                              : cause->kind == PT_RECORD_OUTCOME ? cause->of.outcome.ground
                                                                 : cause->of.duty.ground;
    bool assumed = cause != NULL && (cause->kind == PT_RECORD_OUTCOME ? cause->of.outcome.assumed
                                                                      : cause->of.duty.assumed);
    const char *const pieces[] = {why, ground == NULL ? NULL : ground->source};
    add_grounds(to, pieces, 2, assumed, false);
}

/* An event with its facts; returns how many records were read. */
static size_t add_event(pt_timeline_lines *to, const pt_record *record, const pt_record *stop)
{
    const pt_pack *pack = to->result->pack;
    uint16_t event = record->of.event.event;
    bool known = event < pack->event_count;
    const char *title = known ? pt_wording_block(to->arena, pack, pack->events[event].block)
                              : say(to, PT_TEXT_CHANGE, NULL);
    begin(to, PT_TEXT_MARK_EVENT, PT_TONE_STRONG);
    pt_page_put(&to->page, PT_TONE_STRONG, title);
    if (record->subject != UINT32_MAX) {
        pt_page_put(&to->page, PT_TONE_PLAIN, ": ");
        pt_page_put(&to->page, PT_TONE_PLAIN,
                    about(to, record->subject, known && pack->events[event].makes));
    }
    end(to);
    if (pt_date_valid(record->of.event.holds_from) && record->of.event.holds_from < record->day) {
        const char *since =
            pt_wording_long_day(to->arena, record->of.event.holds_from, to->options.language);
        further(to, PT_TONE_DOUBT, say(to, PT_TEXT_HELD_SINCE, PT_ARGS(since)));
    }
    add_cause(to, record);
    return 1 + add_facts_of(to, record, stop);
}

static void add_fact(pt_timeline_lines *to, const pt_record *record)
{
    bool given = record->step == NULL && record->day == to->result->scenario->from;
    if (repeats_event(to, record) || (given && !to->options.everything))
        return;
    begin(to, PT_TEXT_MARK_FACT, PT_TONE_PLAIN);
    pt_page_put(&to->page, PT_TONE_PLAIN, pt_wording_subject(to->result, record->subject));
    pt_page_put(&to->page, PT_TONE_PLAIN, ", ");
    pt_page_put(&to->page, PT_TONE_PLAIN, fact_text(to, record));
    end(to);
}

/* --- Outcomes --------------------------------------------------------------------------------- */

static const char *outcome_title(const pt_timeline_lines *to, const pt_outcome *outcome)
{
    uint32_t block = pt_wording_rule_block(to->result->pack, outcome->group, outcome->version);
    return pt_wording_block(to->arena, to->result->pack, block);
}

/* "Title (a1): value", with the value before it when there was one. */
static void add_value_line(pt_timeline_lines *to, const pt_record *before, const pt_record *record)
{
    const pt_outcome *outcome = &record->of.outcome;
    begin(to, PT_TEXT_MARK_OUTCOME, PT_TONE_PLAIN);
    pt_page_put(&to->page, PT_TONE_PLAIN,
                pt_format(to->arena, "%s (%s): ", outcome_title(to, outcome),
                          pt_wording_subject(to->result, record->subject)));
    pt_page_put(&to->page, PT_TONE_STRONG, value(to, outcome->value));
    if (before != NULL && before->of.outcome.way != PT_WAY_NOT_IN_FORCE) {
        pt_page_put(&to->page, PT_TONE_PLAIN, " ");
        const char *was = say(to, PT_TEXT_FACT_WAS, PT_ARGS(value(to, before->of.outcome.value)));
        pt_page_put(&to->page, PT_TONE_FAINT, pt_format(to->arena, "(%s)", was));
    }
    add_tag(to, PT_TEXT_TAG_ASSUMED, outcome->assumed, &to->assumed);
    end(to);
}

static void add_outcome(pt_timeline_lines *to, const pt_record *before, const pt_record *record)
{
    const pt_outcome *outcome = &record->of.outcome;
    add_value_line(to, before, record);
    const char *const pieces[] = {
        prose(to, pt_wording_reason(to->arena, outcome, to->options.language)),
        outcome->ground == NULL ? NULL : outcome->ground->source};
    add_grounds(to, pieces, 2, false, false);
}

static void fold(pt_timeline_lines *to, const pt_record *record)
{
    to->folded = pt_arena_grow(to->arena, to->folded, to->folded_count, &to->folded_capacity,
                               sizeof *to->folded);
    to->folded[to->folded_count++] = record;
}

static void look_at_outcome(pt_timeline_lines *to, const pt_record *record, const pt_record *stop)
{
    const pt_record *before = pt_latest_replace(&to->latest, record);
    pt_relevance_degree degree = to->options.everything
                                     ? PT_RELEVANCE_FULL
                                     : pt_relevance_of(&to->relevance, before, record, stop);
    switch (degree) {
    case PT_RELEVANCE_NONE: break;
    case PT_RELEVANCE_COUNT: to->left_out++; break;
    case PT_RELEVANCE_NAME: fold(to, record); break;
    case PT_RELEVANCE_LINE: add_value_line(to, before, record); break;
    case PT_RELEVANCE_FULL: add_outcome(to, before, record); break;
    }
}

static int by_subject(const void *left, const void *right)
{
    const pt_record *a = *(const pt_record *const *)left;
    const pt_record *b = *(const pt_record *const *)right;
    if (a->subject != b->subject)
        return a->subject < b->subject ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* The day closes with what is nee from the start, a line for each subject. */
static void add_folded(pt_timeline_lines *to)
{
    qsort(to->folded, to->folded_count, sizeof *to->folded, by_subject);
    for (size_t i = 0; i < to->folded_count;) {
        uint32_t subject = to->folded[i]->subject;
        pt_text titles = pt_text_create(to->arena);
        for (; i < to->folded_count && to->folded[i]->subject == subject; i++)
            add_piece(&titles, "; ", outcome_title(to, &to->folded[i]->of.outcome));
        begin(to, PT_TEXT_MARK_OUTCOME, PT_TONE_FAINT);
        pt_page_say(&to->page, PT_TONE_FAINT, PT_TEXT_ALSO_NO,
                    PT_ARGS(pt_wording_subject(to->result, subject), titles.bytes));
        end(to);
    }
    to->folded_count = 0;
}

/* A day on which nothing else is told is not worth its heading. */
static void add_left_out(pt_timeline_lines *to)
{
    const char *count = pt_format(to->arena, "%zu", to->left_out);
    further(to, PT_TONE_FAINT, say(to, PT_TEXT_LEFT_OUT, PT_ARGS(count)));
}

/* --- Duties, decisions, expectations ---------------------------------------------------------- */

/* Ended before the story began; the closing section still names it. */
static bool is_history(const pt_timeline_lines *to, const pt_duty_state *duty)
{
    pt_date from = to->result->scenario->from;
    bool fulfilled = duty->status == PT_DUTY_FULFILLED || duty->status == PT_DUTY_FULFILLED_LATE;
    return pt_duty_predates(to->result, duty) ||
           (fulfilled && pt_date_valid(duty->fulfilled) && duty->fulfilled < from) ||
           (duty->status == PT_DUTY_LAPSED && pt_date_valid(duty->lapsed) && duty->lapsed < from);
}

static void add_duty(pt_timeline_lines *to, const pt_record *record)
{
    const pt_duty_state *duty = &record->of.duty;
    const pt_record *before = pt_latest_replace(&to->latest, record);
    pt_duty_wording words =
        pt_duty_wording_of(to->arena, to->result, before == NULL ? NULL : &before->of.duty, duty,
                           to->options.language);
    bool history = before == NULL && is_history(to, duty);
    if (!words.worth || (history && !to->options.everything))
        return;
    const pt_pack *pack = to->result->pack;
    uint32_t block = pt_wording_duty_block(pack, duty->group, duty->version);
    begin(to, words.mark, words.tone);
    pt_page_put(&to->page, PT_TONE_PLAIN,
                pt_format(to->arena, "%s (%s): ", pt_wording_block(to->arena, pack, block),
                          pt_wording_subject(to->result, record->subject)));
    pt_page_put(&to->page, words.tone == PT_TONE_FAINT ? PT_TONE_PLAIN : words.tone, words.text);
    end(to);
    const char *period = NULL;
    if (pt_date_valid(duty->period))
        period = say(to, PT_TEXT_FOR_PERIOD,
                     PT_ARGS(pt_wording_day(to->arena, duty->period, to->options.language)));
    const char *const pieces[] = {
        period, pt_term_wording_brief(to->arena, duty->term, to->options.language),
        duty->ground == NULL ? NULL : duty->ground->source};
    add_grounds(to, pieces, 3, duty->assumed, duty->calendar_unknown);
}

static void add_decision(pt_timeline_lines *to, const pt_record *record)
{
    const pt_step *step = record->step;
    if (step == NULL || record->of.decision.chosen >= step->branch_count)
        return;
    begin(to, PT_TEXT_MARK_DECISION, PT_TONE_DOUBT);
    pt_page_put(&to->page, PT_TONE_STRONG,
                step->question != NULL ? step->question : step->decision);
    if (step->by != NULL)
        pt_page_put(&to->page, PT_TONE_PLAIN, pt_format(to->arena, " (%s)", step->by));
    end(to);
    further(
        to, PT_TONE_PLAIN,
        say(to, PT_TEXT_CHOSEN,
            PT_ARGS(pt_wording_name(to->arena, step->branches[record->of.decision.chosen].name))));
    for (size_t i = 0; i < step->branch_count; i++) {
        if (i == record->of.decision.chosen)
            continue;
        const char *name = step->branches[i].name;
        further(to, PT_TONE_FAINT,
                say(to, PT_TEXT_ALSO_POSSIBLE,
                    PT_ARGS(pt_wording_name(to->arena, name), step->decision, name)));
    }
}

static void add_expectation(pt_timeline_lines *to, const pt_record *record)
{
    const pt_expected_field *field = record->of.expectation.field;
    bool failed = !record->of.expectation.passed && !record->of.expectation.unjudged;
    if (!failed)
        return;
    begin(to, PT_TEXT_MARK_WRONG, PT_TONE_BAD);
    pt_page_put(&to->page, PT_TONE_STRONG,
                pt_format(to->arena, "%s, %s: ", record->of.expectation.expectation->written,
                          pt_wording_field((pt_expected_field_kind)field->kind)));
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_EXPECTED_FOUND,
                PT_ARGS(record->of.expectation.expected, record->of.expectation.found));
    end(to);
    further(to, PT_TONE_FAINT, pt_wording_place(to->arena, field->at));
}

static void add_problem(pt_timeline_lines *to)
{
    begin(to, PT_TEXT_MARK_PROBLEM, PT_TONE_BAD);
    pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_RUN_BROKEN, NULL);
    end(to);
}

/* Is it told in the minutes of a meeting? Those stand where the meeting itself comes about. */
static bool add_meeting(pt_timeline_lines *to, const pt_record *record)
{
    const pt_run_result *result = to->result;
    if (result->meetings == NULL || record->kind == PT_RECORD_EXPECTATION ||
        record->kind == PT_RECORD_DUTY || record->subject >= result->subject_count ||
        !pt_meeting_made_of(result->pack, result->subject_kinds[record->subject]))
        return false;
    const pt_meeting *meeting = pt_minutes_of(result, record->subject);
    if (record->kind == PT_RECORD_EVENT && meeting != NULL)
        pt_minutes_write(&to->page, to->arena, result, meeting, PT_TIMELINE_COLUMN);
    return true;
}

void pt_timeline_lines_day(pt_timeline_lines *lines, size_t first, size_t end_of_day)
{
    const pt_record *at = lines->result->records + first;
    const pt_record *stop = lines->result->records + end_of_day;
    size_t written = lines->page.out->length;
    while (at < stop) {
        size_t read = 1;
        if (add_meeting(lines, at)) {
            at++;
            continue;
        }
        switch ((pt_record_kind)at->kind) {
        case PT_RECORD_EVENT: read = add_event(lines, at, stop); break;
        case PT_RECORD_FACT: add_fact(lines, at); break;
        case PT_RECORD_OUTCOME: look_at_outcome(lines, at, stop); break;
        case PT_RECORD_DUTY: add_duty(lines, at); break;
        case PT_RECORD_DECISION: add_decision(lines, at); break;
        case PT_RECORD_EXPECTATION: add_expectation(lines, at); break;
        case PT_RECORD_PROBLEM: add_problem(lines); break;
        }
        at += read;
    }
    if (lines->folded_count > 0)
        add_folded(lines);
    if (lines->left_out > 0 && lines->page.out->length > written)
        add_left_out(lines);
    lines->left_out = 0;
}
