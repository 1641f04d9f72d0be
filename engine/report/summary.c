/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/summary.h"

#include "report/github.h"
#include "report/json.h"
#include "report/junit.h"
#include "report/outcome_json.h"
#include "report/page.h"
#include "report/wording.h"

enum { STATUS_COLUMN = 2, NAME_COLUMN = 14, FIELD_COLUMN = 16, VALUE_COLUMN = 27 };

void pt_summary_count(pt_summary_totals *totals, const pt_run_result *result)
{
    totals->scenarios++;
    totals->passed += result->passed;
    totals->failed += result->failed + result->broken;
    totals->unjudged += result->unjudged;
    totals->broken += result->broken;
}

void pt_summary_count_unplayed(pt_summary_totals *totals)
{
    totals->scenarios++;
    totals->failed++;
    totals->broken++;
}

void pt_summary_add(pt_summary_totals *totals, const pt_summary_totals *more)
{
    totals->scenarios += more->scenarios;
    totals->passed += more->passed;
    totals->failed += more->failed;
    totals->unjudged += more->unjudged;
    totals->broken += more->broken;
}

/* --- The grounds of what was expected --------------------------------------------------------- */

static bool is_about(const pt_record *record, const pt_expectation *expectation)
{
    if (record->subject != expectation->subject)
        return false;
    if (expectation->name.kind == PT_NAME_RULE)
        return record->kind == PT_RECORD_OUTCOME &&
               record->of.outcome.group == expectation->name.index;
    return expectation->name.kind == PT_NAME_DUTY && record->kind == PT_RECORD_DUTY &&
           record->of.duty.group == expectation->name.index;
}

pt_grounds pt_summary_grounds(pt_arena *arena, const pt_run_result *result, const pt_record *record,
                              pt_language language)
{
    const pt_expectation *expectation = record->of.expectation.expectation;
    pt_grounds given = {record->of.expectation.reason, record->of.expectation.source};
    if (expectation->kind != PT_EXPECT_NAME || given.reason != NULL || given.source != NULL)
        return given;
    const pt_record *at = record;
    while (at > result->records && !is_about(at, expectation))
        at--;
    if (!is_about(at, expectation))
        return (pt_grounds){0};
    const pt_ground *ground =
        at->kind == PT_RECORD_OUTCOME ? at->of.outcome.ground : at->of.duty.ground;
    return (pt_grounds){.reason = at->kind == PT_RECORD_OUTCOME
                                      ? pt_wording_reason(arena, &at->of.outcome, language)
                                      : NULL,
                        .source = ground == NULL ? NULL : ground->source};
}

/* --- For people ------------------------------------------------------------------------------- */

static const char *shown_count(pt_arena *arena, size_t number)
{
    return pt_format(arena, "%zu", number);
}

static void add_field(pt_page *page, pt_message label, pt_tone tone, const char *text)
{
    if (text == NULL)
        return;
    pt_page_pad(page, FIELD_COLUMN);
    pt_page_say(page, PT_TONE_FAINT, label, NULL);
    pt_page_pad(page, VALUE_COLUMN);
    pt_page_put(page, tone, text);
    pt_page_end(page, VALUE_COLUMN);
}

static void add_failed(pt_page *page, const pt_run_result *result, const pt_record *record)
{
    pt_arena *arena = page->out->arena;
    const pt_expected_field *field = record->of.expectation.field;
    pt_page_pad(page, NAME_COLUMN);
    pt_page_put(page, PT_TONE_STRONG, record->of.expectation.expectation->written);
    pt_page_put(page, PT_TONE_PLAIN,
                pt_format(arena, ", %s, %s", pt_wording_field((pt_expected_field_kind)field->kind),
                          pt_wording_long_day(arena, record->day, page->language)));
    pt_page_end(page, NAME_COLUMN);
    pt_page_pad(page, NAME_COLUMN);
    pt_page_put(page, PT_TONE_FAINT, pt_wording_place(arena, field->at));
    pt_page_end(page, NAME_COLUMN);
    pt_grounds grounds = pt_summary_grounds(arena, result, record, page->language);
    add_field(page, PT_TEXT_SUMMARY_EXPECTED, PT_TONE_PLAIN, record->of.expectation.expected);
    add_field(page, PT_TEXT_SUMMARY_FOUND, PT_TONE_BAD, record->of.expectation.found);
    const char *reason = grounds.reason != NULL && grounds.source != NULL
                             ? pt_format(arena, "%s · %s", grounds.reason, grounds.source)
                         : grounds.reason != NULL ? grounds.reason
                                                  : grounds.source;
    add_field(page, PT_TEXT_SUMMARY_REASON, PT_TONE_PLAIN, reason);
}

static void add_status(pt_page *page, pt_message status, pt_tone tone, const char *name)
{
    pt_page_pad(page, STATUS_COLUMN);
    pt_page_say(page, tone, status, NULL);
    pt_page_pad(page, NAME_COLUMN);
    pt_page_put(page, PT_TONE_PLAIN, name);
}

static void add_counts(pt_page *page, const pt_run_result *result)
{
    static const pt_message messages[] = {PT_TEXT_SUMMARY_PASSED, PT_TEXT_SUMMARY_FAILED,
                                          PT_TEXT_SUMMARY_UNJUDGED};
    static const pt_tone tones[] = {PT_TONE_FAINT, PT_TONE_BAD, PT_TONE_DOUBT};
    const size_t counts[] = {result->passed, result->failed, result->unjudged};
    const char *separator = ": ";
    for (size_t i = 0; i < 3; i++) {
        if (counts[i] == 0)
            continue;
        pt_page_put(page, PT_TONE_FAINT, separator);
        pt_page_say(page, tones[i], messages[i], PT_ARGS(shown_count(page->out->arena, counts[i])));
        separator = ", ";
    }
}

static void show_scenario(pt_text *out, const pt_run_result *result, const pt_style *style)
{
    pt_page page = pt_page_create(out, style->language, style->coloured);
    bool empty = result->passed + result->failed + result->unjudged == 0;
    pt_message status = result->broken       ? PT_TEXT_SUMMARY_BROKEN
                        : result->failed > 0 ? PT_TEXT_SUMMARY_WRONG
                        : empty              ? PT_TEXT_SUMMARY_EMPTY
                                             : PT_TEXT_SUMMARY_FINE;
    pt_tone tone = result->broken || result->failed > 0 ? PT_TONE_BAD
                   : empty                              ? PT_TONE_DOUBT
                                                        : PT_TONE_GOOD;
    add_status(&page, status, tone, result->scenario->name);
    add_counts(&page, result);
    pt_page_end(&page, NAME_COLUMN);
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind == PT_RECORD_EXPECTATION && !record->of.expectation.passed &&
            !record->of.expectation.unjudged)
            add_failed(&page, result, record);
    }
}

static void add_sentence(pt_page *page, pt_message message, const char *const *arguments)
{
    pt_page_say(page, PT_TONE_PLAIN, message, arguments);
    pt_page_end(page, 0);
}

static void show_totals(pt_text *out, const pt_summary_totals *totals, const pt_style *style)
{
    pt_arena *arena = out->arena;
    pt_page page = pt_page_create(out, style->language, style->coloured);
    pt_text_add_char(out, '\n'); /* the scenarios may stand in another text */
    add_sentence(&page, totals->scenarios == 1 ? PT_TEXT_SUMMARY_ONE : PT_TEXT_SUMMARY_MANY,
                 PT_ARGS(shown_count(arena, totals->passed),
                         shown_count(arena, totals->failed - totals->broken),
                         shown_count(arena, totals->scenarios)));
    if (totals->broken > 0)
        add_sentence(&page, PT_TEXT_SUMMARY_BROKEN_COUNT,
                     PT_ARGS(shown_count(arena, totals->broken)));
    if (totals->unjudged > 0)
        add_sentence(&page, PT_TEXT_SUMMARY_NOT_JUDGED,
                     PT_ARGS(shown_count(arena, totals->unjudged)));
    pt_text_format(out, "%zu passed, %zu failed\n", totals->passed, totals->failed);
}

/* --- In every form ---------------------------------------------------------------------------- */

void pt_summary_open(pt_text *out, const pt_style *style)
{
    switch (style->medium) {
    case PT_MEDIUM_JSON: pt_text_add(out, "{\n  \"scenarios\": [\n    "); break;
    case PT_MEDIUM_JUNIT: pt_junit_open(out); break;
    case PT_MEDIUM_PEOPLE:
    case PT_MEDIUM_GITHUB:
    case PT_MEDIUM_SARIF:
    case PT_MEDIUM_CSV:
    case PT_MEDIUM_XLSX: break;
    }
}

void pt_summary_scenario(pt_text *out, const pt_run_result *result, const pt_style *style)
{
    switch (style->medium) {
    case PT_MEDIUM_PEOPLE: show_scenario(out, result, style); break;
    case PT_MEDIUM_JSON: {
        pt_json json = pt_json_create(out);
        json.indent = 2;
        pt_outcome_json_expectations(&json, result);
        break;
    }
    case PT_MEDIUM_JUNIT: pt_junit_suite(out, result, style->language); break;
    case PT_MEDIUM_GITHUB: pt_github_scenario(out, result, style->language); break;
    case PT_MEDIUM_SARIF:
    case PT_MEDIUM_CSV:
    case PT_MEDIUM_XLSX: break;
    }
}

bool pt_summary_play(pt_text *out, const pt_run_result *result, const pt_style *style,
                     pt_summary_plays *plays)
{
    bool fine = result->failed == 0 && result->unjudged == 0 && !result->broken;
    if (style->medium != PT_MEDIUM_PEOPLE || !plays->several || !fine || result->passed == 0) {
        pt_summary_scenario(out, result, style);
        return true;
    }
    plays->count++;
    plays->passed += result->passed;
    return false;
}

bool pt_summary_plays_end(pt_text *out, const char *name, const pt_style *style,
                          const pt_summary_plays *plays)
{
    if (plays->count == 0)
        return false;
    pt_page page = pt_page_create(out, style->language, style->coloured);
    add_status(&page, PT_TEXT_SUMMARY_FINE, PT_TONE_GOOD, name);
    pt_page_put(&page, PT_TONE_FAINT, ", ");
    pt_page_say(&page, PT_TONE_FAINT, PT_TEXT_SUMMARY_TIMES,
                PT_ARGS(shown_count(out->arena, plays->count)));
    pt_page_put(&page, PT_TONE_FAINT, ": ");
    pt_page_say(&page, PT_TONE_FAINT, PT_TEXT_SUMMARY_PASSED,
                PT_ARGS(shown_count(out->arena, plays->passed)));
    pt_page_end(&page, NAME_COLUMN);
    return true;
}

void pt_summary_unplayed(pt_text *out, const char *path, const pt_style *style)
{
    switch (style->medium) {
    case PT_MEDIUM_PEOPLE: {
        pt_page page = pt_page_create(out, style->language, style->coloured);
        add_status(&page, PT_TEXT_SUMMARY_BROKEN, PT_TONE_BAD, path);
        pt_page_end(&page, NAME_COLUMN);
        break;
    }
    case PT_MEDIUM_JSON: {
        pt_json json = pt_json_create(out);
        json.indent = 2;
        pt_json_object(&json, NULL);
        pt_json_text(&json, "bestand", path);
        pt_json_truth(&json, "afgebroken", true);
        pt_json_close(&json);
        break;
    }
    case PT_MEDIUM_JUNIT: pt_junit_unplayed(out, path, style->language); break;
    case PT_MEDIUM_GITHUB: pt_github_unplayed(out, path, style->language); break;
    case PT_MEDIUM_SARIF:
    case PT_MEDIUM_CSV:
    case PT_MEDIUM_XLSX: break;
    }
}

void pt_summary_between(pt_text *out, const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON)
        pt_text_add(out, ",\n    ");
}

static void add_json_totals(pt_text *out, const pt_summary_totals *totals)
{
    pt_text_add(out, "\n  ],\n  \"totaal\": ");
    pt_json json = pt_json_create(out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_number(&json, "scenarios", (int64_t)totals->scenarios);
    pt_json_number(&json, "uitgekomen", (int64_t)totals->passed);
    pt_json_number(&json, "niet_uitgekomen", (int64_t)(totals->failed - totals->broken));
    pt_json_number(&json, "nog_niet_beoordeeld", (int64_t)totals->unjudged);
    pt_json_number(&json, "afgebroken", (int64_t)totals->broken);
    pt_json_truth(&json, "goed", totals->failed == 0);
    pt_json_close(&json);
    pt_text_add(out, "\n}\n");
}

void pt_summary_close(pt_text *out, const pt_summary_totals *totals, const pt_style *style)
{
    switch (style->medium) {
    case PT_MEDIUM_PEOPLE: show_totals(out, totals, style); break;
    case PT_MEDIUM_JSON: add_json_totals(out, totals); break;
    case PT_MEDIUM_JUNIT: pt_junit_close(out); break;
    case PT_MEDIUM_GITHUB:
    case PT_MEDIUM_SARIF:
    case PT_MEDIUM_CSV:
    case PT_MEDIUM_XLSX: break;
    }
}
