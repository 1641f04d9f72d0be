/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/findings.h"

#include "report/github.h"
#include "report/json.h"
#include "report/page.h"
#include "report/sarif.h"
#include "report/wording.h"

static size_t count_of(const pt_report *report, pt_severity severity)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += report->findings[i].severity == severity;
    return count;
}

void pt_findings_show(pt_text *out, const pt_report *report, const pt_style *style)
{
    for (size_t i = 0; i < report->count; i++) {
        if (i > 0)
            pt_text_add_char(out, '\n');
        pt_finding_show(out, &report->findings[i], style->language, style->coloured);
    }
}

static void add_count(pt_page *page, pt_message message, pt_tone tone, size_t count)
{
    if (count == 0)
        return;
    if (page->pending.length > 0)
        pt_page_put(page, PT_TONE_PLAIN, ", ");
    pt_page_say(page, tone, message, PT_ARGS(pt_format(page->out->arena, "%zu", count)));
}

static void show_counts(pt_text *out, const pt_report *report, const pt_style *style)
{
    pt_page page = pt_page_create(out, style->language, style->coloured);
    if (report->count == 0) {
        pt_page_say(&page, PT_TONE_GOOD, PT_TEXT_FINDINGS_NONE, NULL);
    } else {
        pt_page_blank(&page);
        add_count(&page, PT_TEXT_FINDINGS_ERRORS, PT_TONE_BAD, count_of(report, PT_ERROR));
        add_count(&page, PT_TEXT_FINDINGS_WARNINGS, PT_TONE_DOUBT, count_of(report, PT_WARNING));
        add_count(&page, PT_TEXT_FINDINGS_NOTES, PT_TONE_PLAIN, count_of(report, PT_NOTE));
        add_count(&page, PT_TEXT_FINDINGS_DROPPED, PT_TONE_PLAIN, report->dropped);
    }
    pt_page_end(&page, 0);
}

static void add_finding(pt_json *json, const pt_finding *finding, pt_language language)
{
    static const char *const severities[] = {
        [PT_ERROR] = "fout", [PT_WARNING] = "waarschuwing", [PT_NOTE] = "opmerking"};
    pt_arena *arena = json->out->arena;
    const pt_position *at = &finding->at;
    pt_json_object(json, NULL);
    pt_json_text(json, "code", pt_code_describe(finding->code)->name);
    pt_json_text(json, "ernst", severities[finding->severity]);
    pt_json_text(json, "tekst", pt_finding_sentence(arena, finding, language));
    pt_json_text(json, "hulp", pt_finding_hint(arena, finding, language));
    pt_json_text(json, "bestand", at->source == NULL ? NULL : at->source->path);
    pt_json_number(json, "regel", at->line);
    pt_json_number(json, "kolom", at->column);
    pt_json_number(json, "lengte", at->length);
    pt_json_close(json);
}

static void write_json(pt_text *out, const pt_report *report, pt_language language)
{
    pt_json json = pt_json_create(out);
    pt_json_object(&json, NULL);
    pt_json_list(&json, "bevindingen");
    for (size_t i = 0; i < report->count; i++)
        add_finding(&json, &report->findings[i], language);
    pt_json_close(&json);
    pt_json_number(&json, "fouten", (int64_t)report->errors);
    pt_json_number(&json, "waarschuwingen", (int64_t)count_of(report, PT_WARNING));
    pt_json_number(&json, "niet_getoond", (int64_t)report->dropped);
    pt_json_close(&json);
    pt_text_add_char(out, '\n');
}

void pt_findings_write(pt_text *out, const pt_report *report, const pt_style *style)
{
    switch (style->medium) {
    case PT_MEDIUM_PEOPLE:
    case PT_MEDIUM_CSV:
    case PT_MEDIUM_XLSX:
    case PT_MEDIUM_JUNIT:
        pt_findings_show(out, report, style);
        show_counts(out, report, style);
        break;
    case PT_MEDIUM_JSON: write_json(out, report, style->language); break;
    case PT_MEDIUM_SARIF: pt_sarif_write(out, report, style->language); break;
    case PT_MEDIUM_GITHUB:
        for (size_t i = 0; i < report->count; i++)
            pt_github_finding(out, &report->findings[i], style->language);
        break;
    }
}
