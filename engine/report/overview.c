/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/overview.h"

#include <stdlib.h>
#include <string.h>

#include "base/diagnostics.h"
#include "base/map.h"
#include "report/duty_wording.h"
#include "report/latest.h"
#include "report/wording.h"

enum { STATUS_COLUMN = 4, DATE_COLUMN = 21, TITLE_COLUMN = 45, LAST_RANK = 7 };

void pt_overview_heading(pt_page *page, const char *text)
{
    pt_page_blank(page);
    pt_page_put(page, PT_TONE_HEADING, text);
    size_t columns = pt_text_columns(page->pending.bytes, page->pending.length);
    pt_page_end(page, 0);
    for (size_t i = 0; i < columns && i < page->width; i++)
        pt_text_add(page->out, "─");
    pt_text_add_char(page->out, '\n');
}

/* One duty as it ended. */
typedef struct ending {
    const pt_record *record;
    const char *bearer;
    uint32_t bearer_order; /* by first appearance */
    uint8_t rank;
} ending;

static uint8_t rank_of(const pt_duty_state *duty)
{
    static const uint8_t ranks[] = {
        [PT_DUTY_ABSENT] = 6,    [PT_DUTY_OPEN] = 1,           [PT_DUTY_STANDS_STILL] = 2,
        [PT_DUTY_FULFILLED] = 4, [PT_DUTY_FULFILLED_LATE] = 3, [PT_DUTY_LATE] = 0,
        [PT_DUTY_LAPSED] = 5};
    return ranks[duty->status];
}

static int compare(const void *left, const void *right)
{
    const ending *a = left;
    const ending *b = right;
    if (a->bearer_order != b->bearer_order)
        return a->bearer_order < b->bearer_order ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank < b->rank ? -1 : 1;
    pt_date due_a = a->record->of.duty.due;
    pt_date due_b = b->record->of.duty.due;
    if (due_a != due_b)
        return due_a < due_b ? -1 : 1;
    return a->record < b->record ? -1 : a->record > b->record;
}

static size_t gather(pt_page *page, const pt_run_result *result, ending **found)
{
    pt_arena *arena = page->out->arena;
    pt_latest latest = pt_latest_create(arena, result);
    pt_map bearers = pt_map_create(arena);
    size_t count = 0;
    size_t capacity = 0;
    for (size_t i = 0; i < result->record_count; i++) {
        if (result->records[i].kind == PT_RECORD_DUTY)
            pt_latest_replace(&latest, &result->records[i]);
    }
    *found = NULL;
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind != PT_RECORD_DUTY || !pt_latest_is(&latest, record) ||
            record->of.duty.status == PT_DUTY_ABSENT)
            continue;
        *found = pt_arena_grow(arena, *found, count, &capacity, sizeof **found);
        ending *one = &(*found)[count++];
        *one = (ending){.record = record, .rank = rank_of(&record->of.duty)};
        if (pt_duty_predates(result, &record->of.duty))
            one->rank = LAST_RANK;
        one->bearer = pt_wording_bearer(arena, result, &record->of.duty, page->language);
        pt_map_add(&bearers, one->bearer, (uint32_t)bearers.count);
        pt_map_find(&bearers, one->bearer, &one->bearer_order);
    }
    return count;
}

static pt_message status_text(const pt_duty_state *duty, bool faculty, pt_tone *tone)
{
    *tone = PT_TONE_PLAIN;
    switch ((pt_duty_status)duty->status) {
    case PT_DUTY_ABSENT: break;
    case PT_DUTY_OPEN: *tone = PT_TONE_STRONG; return PT_TEXT_STATUS_OPEN;
    case PT_DUTY_STANDS_STILL: *tone = PT_TONE_DOUBT; return PT_TEXT_STATUS_STILL;
    case PT_DUTY_FULFILLED:
        *tone = PT_TONE_GOOD;
        return faculty ? PT_TEXT_STATUS_USED : PT_TEXT_STATUS_MET;
    case PT_DUTY_LATE:
        *tone = faculty ? PT_TONE_PLAIN : PT_TONE_BAD;
        return faculty ? PT_TEXT_STATUS_PAST : PT_TEXT_STATUS_LATE;
    case PT_DUTY_FULFILLED_LATE: *tone = PT_TONE_BAD; return PT_TEXT_STATUS_MET_LATE;
    case PT_DUTY_LAPSED: *tone = PT_TONE_FAINT; break;
    }
    return faculty && !pt_date_valid(duty->lapsed) ? PT_TEXT_STATUS_PAST : PT_TEXT_STATUS_LAPSED;
}

static void add_date(pt_page *page, const pt_duty_state *duty)
{
    pt_arena *arena = page->out->arena;
    bool done = pt_date_valid(duty->fulfilled) &&
                (duty->status == PT_DUTY_FULFILLED || duty->status == PT_DUTY_FULFILLED_LATE);
    pt_date day = done ? duty->fulfilled : duty->due;
    if (!pt_date_valid(day))
        return;
    pt_page_say(page, PT_TONE_PLAIN, done ? PT_TEXT_DONE_ON : PT_TEXT_DUTY_DATED,
                PT_ARGS(pt_wording_short_day(arena, day, page->language)));
}

static void add_tag(pt_page *page, pt_message tag, bool tagged)
{
    if (!tagged)
        return;
    pt_page_put(page, PT_TONE_PLAIN, " ");
    pt_page_say(page, PT_TONE_DOUBT, tag, NULL);
}

static void add_ending(pt_page *page, const pt_run_result *result, const ending *one)
{
    const pt_duty_state *duty = &one->record->of.duty;
    uint32_t block = pt_wording_duty_block(result->pack, duty->group, duty->version);
    pt_tone tone;
    pt_message status = status_text(duty, pt_duty_is_faculty(result->pack, duty), &tone);
    if (pt_duty_predates(result, duty)) {
        status = PT_TEXT_STATUS_PREDATES;
        tone = PT_TONE_FAINT;
    }
    pt_page_pad(page, STATUS_COLUMN);
    pt_page_say(page, tone, status, NULL);
    pt_page_pad(page, DATE_COLUMN);
    add_date(page, duty);
    pt_page_pad(page, TITLE_COLUMN);
    pt_page_put(page, PT_TONE_PLAIN,
                pt_format(page->out->arena, "%s (%s)",
                          pt_wording_block(page->out->arena, result->pack, block),
                          pt_wording_subject(result, one->record->subject)));
    add_tag(page, PT_TEXT_TAG_ASSUMED, duty->assumed);
    add_tag(page, PT_TEXT_TAG_CALENDAR, duty->calendar_unknown);
    pt_page_end(page, TITLE_COLUMN);
}

void pt_overview_duties(pt_page *page, const pt_run_result *result)
{
    ending *endings = NULL;
    size_t count = gather(page, result, &endings);
    if (count == 0)
        return;
    qsort(endings, count, sizeof *endings, compare);
    pt_overview_heading(page, pt_message_text(PT_TEXT_DUTIES_BY_BEARER, page->language));
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || endings[i].bearer_order != endings[i - 1].bearer_order) {
            pt_page_put(page, PT_TONE_PLAIN, "  ");
            pt_page_put(page, PT_TONE_STRONG, endings[i].bearer);
            pt_page_end(page, 4);
        }
        add_ending(page, result, &endings[i]);
    }
}

static const char *shown_count(const pt_page *page, size_t number)
{
    return pt_format(page->out->arena, "%zu", number);
}

void pt_overview_expectations(pt_page *page, const pt_run_result *result)
{
    pt_overview_heading(page, pt_message_text(PT_TEXT_EXPECTATIONS, page->language));
    pt_page_put(page, PT_TONE_PLAIN, "  ");
    if (result->passed + result->failed + result->unjudged == 0) {
        pt_page_say(page, PT_TONE_FAINT, PT_TEXT_EXPECTATIONS_NONE, NULL);
    } else {
        pt_page_say(page, result->failed > 0 ? PT_TONE_BAD : PT_TONE_GOOD,
                    PT_TEXT_EXPECTATIONS_COUNT,
                    PT_ARGS(shown_count(page, result->passed), shown_count(page, result->failed)));
    }
    if (result->unjudged > 0) {
        pt_page_put(page, PT_TONE_PLAIN, ", ");
        pt_page_say(page, PT_TONE_DOUBT, PT_TEXT_EXPECTATIONS_UNJUDGED,
                    PT_ARGS(shown_count(page, result->unjudged)));
    }
    pt_page_end(page, 2);
}
