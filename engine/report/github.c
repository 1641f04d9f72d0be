/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/github.h"

#include <string.h>

#include "report/escape.h"
#include "report/page.h"
#include "report/summary.h"
#include "report/wording.h"

static void add_property(pt_text *out, bool *any, const char *name, const char *value)
{
    pt_text_format(out, "%s%s=", *any ? "," : " ", name);
    pt_escape_workflow_property(out, value, strlen(value));
    *any = true;
}

static void add_number(pt_text *out, bool *any, const char *name, uint32_t number)
{
    if (number > 0)
        add_property(out, any, name, pt_format(out->arena, "%u", number));
}

void pt_github_annotate(pt_text *out, pt_severity severity, pt_position at, const char *title,
                        const char *text)
{
    static const char *const commands[] = {
        [PT_ERROR] = "::error", [PT_WARNING] = "::warning", [PT_NOTE] = "::notice"};
    bool any = false;
    pt_text_add(out, commands[severity]);
    if (at.source != NULL) {
        add_property(out, &any, "file", at.source->path);
        add_number(out, &any, "line", at.line);
        add_number(out, &any, "col", at.column);
        if (at.column > 0 && at.length > 1)
            add_number(out, &any, "endColumn", at.column + at.length - 1);
    }
    if (title != NULL)
        add_property(out, &any, "title", title);
    pt_text_add(out, "::");
    pt_escape_workflow_message(out, text, strlen(text));
    pt_text_add_char(out, '\n');
}

static void add_failed(pt_text *out, const pt_run_result *result, const pt_record *record,
                       pt_language language)
{
    const pt_expected_field *field = record->of.expectation.field;
    pt_grounds grounds = pt_summary_grounds(out->arena, result, record, language);
    pt_text text = pt_text_create(out->arena);
    const char *subject =
        pt_format(out->arena, "%s, %s", record->of.expectation.expectation->written,
                  pt_wording_field((pt_expected_field_kind)field->kind));
    pt_text_add(&text, pt_message_filled(out->arena, PT_TEXT_EXPECTATION_FAILED, language,
                                         PT_ARGS(subject, record->of.expectation.expected,
                                                 record->of.expectation.found)));
    const char *further[] = {grounds.reason, grounds.source};
    for (size_t i = 0; i < 2; i++) {
        if (further[i] != NULL)
            pt_text_format(&text, "\n%s", further[i]);
    }
    pt_github_annotate(out, PT_ERROR, field->at, result->scenario->name, text.bytes);
}

static void add_broken(pt_text *out, const pt_source *source, const char *name,
                       pt_language language)
{
    pt_github_annotate(
        out, PT_ERROR, (pt_position){.source = source}, name,
        pt_message_filled(out->arena, PT_TEXT_SCENARIO_BROKEN, language, PT_ARGS(name)));
}

void pt_github_scenario(pt_text *out, const pt_run_result *result, pt_language language)
{
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind == PT_RECORD_EXPECTATION && !record->of.expectation.passed &&
            !record->of.expectation.unjudged)
            add_failed(out, result, record, language);
    }
    if (result->broken)
        add_broken(out, result->scenario->source, result->scenario->name, language);
}

void pt_github_unplayed(pt_text *out, const char *path, pt_language language)
{
    pt_source source = {.path = path};
    add_broken(out, &source, path, language);
}

void pt_github_finding(pt_text *out, const pt_finding *finding, pt_language language)
{
    const char *sentence = pt_finding_sentence(out->arena, finding, language);
    const char *hint = pt_finding_hint(out->arena, finding, language);
    if (hint != NULL)
        sentence = pt_format(out->arena, "%s\n%s", sentence, hint);
    pt_github_annotate(out, finding->severity, finding->at, pt_code_describe(finding->code)->name,
                       sentence);
}
