/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/timeline_page.h"

#include <string.h>

#include "report/money_years.h"
#include "report/overview.h"
#include "report/tally_page.h"
#include "report/timeline_lines.h"
#include "report/wording.h"

enum { LABEL_COLUMN = 14, WHO_LIMIT = 40, WIDEST_NAME = 20, WIDEST_KIND = 22 };

typedef struct timeline {
    pt_page page;
    pt_arena *arena;
    const pt_run_result *result;
    pt_language language;
    bool assumed; /* tagged so somewhere in the course of events */
    bool calendar;
} timeline;

static const char *say(const timeline *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

/* --- Header ----------------------------------------------------------------------------------- */

static void add_label(timeline *to, pt_message label, const char *text)
{
    if (text == NULL)
        return;
    pt_page_say(&to->page, PT_TONE_FAINT, label, NULL);
    pt_page_pad(&to->page, LABEL_COLUMN);
    pt_page_put(&to->page, PT_TONE_PLAIN, text);
    pt_page_end(&to->page, LABEL_COLUMN);
}

static const char *region(const timeline *to)
{
    const pt_calendar *calendar = to->result->pack->calendar;
    if (calendar == NULL)
        return NULL;
    const char *name = pt_calendar_region_name(calendar, to->result->scenario->region);
    return name == NULL ? NULL : say(to, PT_TEXT_HEAD_REGION_IS, PT_ARGS(name));
}

static void add_header(timeline *to)
{
    const pt_scenario *scenario = to->result->scenario;
    const pt_pack *pack = to->result->pack;
    pt_overview_heading(&to->page, scenario->title != NULL ? scenario->title : scenario->name);
    add_label(to, PT_TEXT_HEAD_SCENARIO, scenario->name);
    const char *pack_name = pack->version == NULL ? pack->name
                                                  : say(to, PT_TEXT_HEAD_PACK_VERSION,
                                                        PT_ARGS(pack->name, pack->version));
    add_label(to, PT_TEXT_HEAD_PACK, pack_name);
    add_label(to, PT_TEXT_HEAD_VARIANT, pack->variant);
    add_label(to, PT_TEXT_HEAD_PERIOD,
              say(to, PT_TEXT_HEAD_UNTIL,
                  PT_ARGS(pt_wording_long_day(to->arena, scenario->from, to->language),
                          pt_wording_long_day(to->arena, scenario->until, to->language))));
    add_label(to, PT_TEXT_HEAD_REGION, region(to));
}

/* --- Who is who ------------------------------------------------------------------------------- */

static void add_detail(pt_text *out, const char *name, const char *value)
{
    pt_text_format(out, "%s%s %s", out->length > 0 ? ", " : "", name, value);
}

static const char *details_of(const timeline *to, const pt_scenario_subject *subject)
{
    const pt_subject_kind *kind = &to->result->pack->kinds[subject->kind];
    pt_text out = pt_text_create(to->arena);
    for (uint16_t i = 0; subject->references != NULL && i < kind->reference_count; i++) {
        if (subject->references[i] != UINT32_MAX)
            add_detail(&out, pt_wording_name(to->arena, kind->references[i].name),
                       pt_wording_subject(to->result, subject->references[i]));
    }
    for (size_t i = 0; i < subject->fact_count; i++) {
        const pt_assignment *given = &subject->facts[i];
        if (pt_run_hides(to->result, subject->kind, given->fact))
            continue;
        add_detail(&out, pt_wording_name(to->arena, kind->facts[given->fact].name),
                   pt_wording_value(to->arena, to->result, given->value, to->language));
    }
    return out.bytes;
}

static size_t widest(size_t so_far, const char *text, size_t limit)
{
    size_t columns = pt_text_columns(text, strlen(text));
    return columns > limit ? limit : columns > so_far ? columns : so_far;
}

static void add_subject(timeline *to, const pt_scenario_subject *subject, size_t names,
                        size_t kinds)
{
    const char *kind = pt_wording_name(to->arena, to->result->pack->kinds[subject->kind].name);
    pt_page_put(&to->page, PT_TONE_PLAIN, "  ");
    pt_page_put(&to->page, PT_TONE_STRONG, subject->name);
    pt_page_pad(&to->page, names + 4);
    pt_page_put(&to->page, PT_TONE_FAINT, kind);
    pt_page_pad(&to->page, names + kinds + 6);
    pt_page_put(&to->page, PT_TONE_PLAIN, details_of(to, subject));
    pt_page_end(&to->page, names + kinds + 6);
}

static void add_who_is_who(timeline *to)
{
    const pt_scenario *scenario = to->result->scenario;
    size_t names = 0;
    size_t kinds = 0;
    uint32_t count = 0;
    while (count < scenario->subject_count && scenario->subjects[count].in_world) {
        names = widest(names, scenario->subjects[count].name, WIDEST_NAME);
        kinds = widest(kinds, to->result->pack->kinds[scenario->subjects[count].kind].name,
                       WIDEST_KIND);
        count++;
    }
    if (count == 0)
        return;
    pt_overview_heading(&to->page, say(to, PT_TEXT_WHO_IS_WHO, NULL));
    for (uint32_t i = 0; i < count && i < WHO_LIMIT; i++)
        add_subject(to, &scenario->subjects[i], names, kinds);
    if (count > WHO_LIMIT) {
        const char *left = pt_format(to->arena, "%u", count - WHO_LIMIT);
        pt_page_put(&to->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&to->page, PT_TONE_FAINT, PT_TEXT_AND_MORE, PT_ARGS(left));
        pt_page_end(&to->page, 2);
    }
}

/* --- Days ------------------------------------------------------------------------------------- */

/* Days in a row that read the same, not written yet. */
typedef struct same_days {
    pt_text body;
    pt_date first;
    pt_date last;
    unsigned count;
} same_days;

static void write_days(timeline *to, const same_days *days)
{
    if (days->count == 0)
        return;
    pt_page_blank(&to->page);
    const char *first = pt_wording_long_day(to->arena, days->first, to->language);
    const char *last = pt_wording_long_day(to->arena, days->last, to->language);
    const char *count = pt_format(to->arena, "%u", days->count);
    pt_page_put(&to->page, PT_TONE_HEADING,
                days->count == 1 ? first : say(to, PT_TEXT_SAME_DAYS, PT_ARGS(first, last, count)));
    pt_page_end(&to->page, 0);
    pt_text_add_bytes(to->page.out, days->body.bytes, days->body.length);
}

static void empty(pt_text *text)
{
    text->length = 0;
    text->bytes[0] = '\0';
}

static void add_day(timeline *to, same_days *days, pt_text *body, pt_date day)
{
    if (body->length == 0)
        return;
    if (days->count > 0 && pt_text_equal(days->body.bytes, body->bytes)) {
        days->last = day;
        days->count++;
    } else {
        write_days(to, days);
        pt_text kept = days->body;
        days->body = *body;
        days->first = days->last = day;
        days->count = 1;
        *body = kept;
    }
    empty(body);
}

/* What the tags mean that stand on the page: every duty stands in its closing section. */
static void add_notes(timeline *to)
{
    bool assumed = to->assumed;
    bool calendar = to->calendar;
    for (size_t i = 0; i < to->result->record_count; i++) {
        const pt_record *record = &to->result->records[i];
        if (record->kind != PT_RECORD_DUTY || record->of.duty.status == PT_DUTY_ABSENT)
            continue;
        assumed = assumed || record->of.duty.assumed;
        calendar = calendar || record->of.duty.calendar_unknown;
    }
    if (assumed || calendar)
        pt_page_blank(&to->page);
    if (assumed)
        add_label(to, PT_TEXT_TAG_ASSUMED, say(to, PT_TEXT_NOTE_ASSUMED, NULL));
    if (calendar)
        add_label(to, PT_TEXT_TAG_CALENDAR, say(to, PT_TEXT_NOTE_CALENDAR, NULL));
}

static void add_days(timeline *to, const pt_timeline_options *options)
{
    pt_text body = pt_text_create(to->arena);
    pt_timeline_lines lines = pt_timeline_lines_create(&body, to->result, options);
    same_days days = {.body = pt_text_create(to->arena)};
    size_t start = to->page.out->length;
    for (size_t at = 0; at < to->result->record_count;) {
        pt_date day = to->result->records[at].day;
        size_t end = at;
        while (end < to->result->record_count && to->result->records[end].day == day)
            end++;
        pt_timeline_lines_day(&lines, at, end);
        add_day(to, &days, &body, day);
        at = end;
    }
    write_days(to, &days);
    if (to->page.out->length == start) {
        pt_page_say(&to->page, PT_TONE_PLAIN, PT_TEXT_NOTHING_HAPPENS, NULL);
        pt_page_end(&to->page, 0);
    }
    to->assumed = lines.assumed;
    to->calendar = lines.calendar;
}

void pt_timeline_write(pt_text *out, const pt_run_result *result,
                       const pt_timeline_options *options)
{
    timeline to = {.page = pt_page_create(out, options->language, options->coloured),
                   .arena = out->arena,
                   .result = result,
                   .language = options->language};
    add_header(&to);
    add_who_is_who(&to);
    pt_overview_heading(&to.page, say(&to, PT_TEXT_COURSE, NULL));
    add_days(&to, options);
    if (options->unfinished)
        return;
    pt_overview_duties(&to.page, result);
    pt_tally_page(&to.page, result);
    pt_money_years_page(&to.page, result);
    pt_overview_expectations(&to.page, result);
    add_notes(&to);
}
