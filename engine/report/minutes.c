/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/minutes.h"

#include <string.h>

#include "report/wording.h"

typedef struct minutes {
    pt_page *page;
    pt_arena *arena;
    const pt_run_result *result;
    const pt_meeting *meeting;
    size_t column;
} minutes;

const pt_meeting *pt_minutes_of(const pt_run_result *result, uint32_t subject)
{
    for (size_t i = 0; result->meetings != NULL && i < result->meetings->count; i++) {
        if (result->meetings->items[i].subject == subject)
            return &result->meetings->items[i];
    }
    return NULL;
}

static const char *shown(const minutes *to, pt_value value)
{
    return pt_wording_value(to->arena, to->result, value, to->page->language);
}

static const char *day(const minutes *to, pt_date date)
{
    return pt_wording_day(to->arena, date, to->page->language);
}

/* A paragraph under the one before it; the arguments fill the text. */
static void line(minutes *to, pt_tone tone, pt_message message, const char *const *arguments)
{
    pt_page_pad(to->page, to->column);
    pt_page_say(to->page, tone, message, arguments);
    pt_page_end(to->page, to->column);
}

static bool is_word(const minutes *to, pt_value value, const char *word)
{
    return value.kind == PT_CHOICE &&
           strcmp(to->result->pack->choices[value.set].words[value.amount], word) == 0;
}

static void add_name(pt_text *list, const char *name)
{
    pt_text_format(list, "%s%s", list->length > 0 ? ", " : "", name);
}

/* --- Who was there ---------------------------------------------------------------------------- */

static const char *people(const minutes *to, const char *how)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < to->meeting->attendee_count; i++) {
        const pt_attendee *one = &to->meeting->attendees[i];
        if (!is_word(to, one->how, how) || !one->member)
            continue;
        add_name(&list, one->person);
        if (one->chair)
            pt_text_format(
                &list, " (%s)",
                pt_message_filled(to->arena, PT_TEXT_MINUTES_CHAIR, to->page->language, NULL));
    }
    return list.length == 0 ? NULL : list.bytes;
}

static void add_people(minutes *to, const char *how, pt_message message)
{
    const char *names = people(to, how);
    if (names != NULL)
        line(to, PT_TONE_PLAIN, message, PT_ARGS(names));
}

static void add_guests(minutes *to)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < to->meeting->guest_count; i++)
        add_name(&list, to->meeting->guests[i]);
    if (list.length > 0)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_GUESTS, PT_ARGS(list.bytes));
}

static void add_told(minutes *to, pt_message message, const pt_told *told, bool good)
{
    if (!pt_is_value(told->value))
        return;
    line(to, good ? PT_TONE_PLAIN : PT_TONE_BAD, message,
         PT_ARGS(shown(to, told->value),
                 told->reason == NULL
                     ? ""
                     : pt_wording_prose(to->arena, told->reason, to->page->language),
                 told->source == NULL ? "" : told->source));
}

static void add_decisive_members(minutes *to)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < to->meeting->attendee_count; i++) {
        if (to->meeting->attendees[i].decisive)
            add_name(&list, to->meeting->attendees[i].person);
    }
    if (list.length > 0)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_DECISIVE_MEMBERS, PT_ARGS(list.bytes));
}

static void add_opening(minutes *to)
{
    const pt_meeting *meeting = to->meeting;
    pt_page_put(to->page, PT_TONE_PLAIN, "  ");
    pt_page_say(to->page, PT_TONE_HEADING, PT_TEXT_MINUTES_MARK, NULL);
    pt_page_pad(to->page, to->column);
    pt_page_say(to->page, PT_TONE_STRONG,
                meeting->second ? PT_TEXT_MINUTES_SECOND_OF : PT_TEXT_MINUTES_OF,
                PT_ARGS(meeting->name, shown(to, meeting->organ_kind), meeting->organ));
    if (meeting->minutes.kind == PT_NUMBER)
        pt_page_say(to->page, PT_TONE_FAINT, PT_TEXT_MINUTES_LENGTH,
                    PT_ARGS(shown(to, meeting->minutes)));
    pt_page_end(to->page, to->column);
    if (!pt_is_yes(meeting->in_time.value))
        add_told(to, PT_TEXT_MINUTES_LATE, &meeting->in_time, false);
    else if (meeting->called.kind == PT_DATE)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_CALLED,
             PT_ARGS(day(to, (pt_date)meeting->called.amount)));
    add_people(to, "zelf", PT_TEXT_MINUTES_PRESENT);
    add_people(to, "bij_volmacht", PT_TEXT_MINUTES_PROXY);
    add_people(to, "afwezig", PT_TEXT_MINUTES_ABSENT);
    add_guests(to);
    bool enough = pt_is_yes(meeting->quorum.value);
    add_told(to, enough ? PT_TEXT_MINUTES_QUORUM : PT_TEXT_MINUTES_NO_QUORUM, &meeting->quorum,
             enough);
    add_decisive_members(to);
}

/* --- A point of the agenda -------------------------------------------------------------------- */

/* Voters of a word, with their weight when it is not one. */
static const char *voters(const minutes *to, const pt_meeting_point *point, size_t word)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < point->ballot_count; i++) {
        const pt_ballot *one = &point->ballots[i];
        if (one->given.kind != PT_CHOICE || (size_t)one->given.amount != word)
            continue;
        add_name(&list, one->person);
        if (one->weight.kind == PT_NUMBER && one->weight.amount > PT_NUMBER_SCALE)
            pt_text_format(&list, " (%s)", shown(to, one->weight));
    }
    return list.length == 0 ? NULL : list.bytes;
}

static void add_votes(minutes *to, const pt_meeting_point *point)
{
    if (point->ballot_count == 0 || point->ballots[0].given.kind != PT_CHOICE)
        return;
    const pt_choice *words = &to->result->pack->choices[point->ballots[0].given.set];
    pt_text all = pt_text_create(to->arena);
    for (uint16_t i = 0; i < words->count; i++) {
        const char *names = voters(to, point, i);
        if (names != NULL)
            pt_text_format(&all, "%s%s: %s", all.length > 0 ? "; " : "",
                           pt_wording_name(to->arena, words->words[i]), names);
    }
    pt_page_pad(to->page, to->column);
    pt_page_put(to->page, PT_TONE_PLAIN, all.bytes);
    pt_page_end(to->page, to->column);
}

static void add_oddities(minutes *to, const pt_meeting_point *point)
{
    for (size_t i = 0; i < point->ballot_count; i++) {
        const pt_ballot *one = &point->ballots[i];
        if (pt_is_value(one->counts.value) && !pt_is_yes(one->counts.value))
            line(to, PT_TONE_DOUBT, PT_TEXT_MINUTES_NOT_COUNTED,
                 PT_ARGS(one->person, one->counts.reason == NULL ? "" : one->counts.reason));
        if (is_word(to, one->interest, "ongemeld"))
            line(to, PT_TONE_BAD, PT_TEXT_MINUTES_SILENT, PT_ARGS(one->person));
        else if (one->own_matter && pt_is_yes(one->counts.value))
            line(to, PT_TONE_DOUBT, PT_TEXT_MINUTES_OWN, PT_ARGS(one->person));
    }
}

static void add_decisive(minutes *to, const pt_meeting_point *point)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < point->ballot_count; i++) {
        if (point->ballots[i].decisive)
            add_name(&list, point->ballots[i].person);
    }
    if (list.length > 0)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_DECISIVE, PT_ARGS(list.bytes));
}

static void add_others(minutes *to, const pt_meeting_point *point)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < point->other_count; i++)
        pt_text_format(&list, "%s%s: %s", i == 0 ? "" : "; ",
                       pt_wording_name(to->arena, point->others[i].majority),
                       shown(to, point->others[i].result));
    if (list.length > 0)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_OTHERWISE, PT_ARGS(list.bytes));
}

static void add_point(minutes *to, const pt_meeting_point *point, size_t number)
{
    pt_page_pad(to->page, to->column - 2);
    pt_page_put(to->page, PT_TONE_STRONG,
                pt_format(to->arena, "%zu. %s", number, pt_wording_name(to->arena, point->name)));
    if (pt_is_value(point->decision))
        pt_page_put(to->page, PT_TONE_PLAIN,
                    pt_format(to->arena, " (%s%s%s)", shown(to, point->decision),
                              pt_is_value(point->amount) ? ", " : "",
                              pt_is_value(point->amount) ? shown(to, point->amount) : ""));
    pt_page_end(to->page, to->column);
    int64_t waited = (int64_t)to->meeting->settled - point->put_forward;
    if (point->put_forward != PT_DATE_NONE && waited > 0)
        line(to, PT_TONE_FAINT, PT_TEXT_MINUTES_PUT_FORWARD,
             PT_ARGS(day(to, point->put_forward),
                     pt_wording_length(to->arena, waited, PT_UNIT_DAYS, to->page->language)));
    if (!point->voted)
        return;
    add_votes(to, point);
    add_oddities(to, point);
    add_told(to, PT_TEXT_MINUTES_TOLD, &point->result, true);
    add_decisive(to, point);
    add_others(to, point);
    bool valid = is_word(to, point->validity.value, "geldig") ||
                 is_word(to, point->validity.value, "geen_besluit");
    if (!is_word(to, point->validity.value, "geen_besluit"))
        add_told(to, PT_TEXT_MINUTES_TOLD, &point->validity, valid);
}

void pt_minutes_write(pt_page *page, pt_arena *arena, const pt_run_result *result,
                      const pt_meeting *meeting, size_t column)
{
    minutes to = {page, arena, result, meeting, column};
    add_opening(&to);
    for (size_t i = 0; i < meeting->point_count; i++)
        add_point(&to, &meeting->points[i], i + 1);
}
