/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/junit.h"

#include <string.h>

#include "report/escape.h"
#include "report/page.h"
#include "report/summary.h"
#include "report/wording.h"

static void add_attribute(pt_text *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    pt_text_format(out, " %s=\"", name);
    pt_escape_xml(out, value, strlen(value));
    pt_text_add_char(out, '"');
}

void pt_junit_open(pt_text *out)
{
    pt_text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
}

void pt_junit_close(pt_text *out)
{
    pt_text_add(out, "</testsuites>\n");
}

static void add_failure(pt_text *out, const pt_run_result *result, const pt_record *record,
                        pt_language language)
{
    pt_grounds grounds = pt_summary_grounds(out->arena, result, record, language);
    const char *message =
        pt_message_filled(out->arena, PT_TEXT_EXPECTED_FOUND, language,
                          PT_ARGS(record->of.expectation.expected, record->of.expectation.found));
    pt_text_add(out, "      <failure");
    add_attribute(out, "message", message);
    pt_text_add_char(out, '>');
    const char *lines[] = {pt_wording_place(out->arena, record->of.expectation.field->at),
                           grounds.reason, grounds.source};
    bool first = true;
    for (size_t i = 0; i < 3; i++) {
        if (lines[i] == NULL)
            continue;
        pt_text_add(out, first ? "" : "\n");
        pt_escape_xml(out, lines[i], strlen(lines[i]));
        first = false;
    }
    pt_text_add(out, "</failure>\n    </testcase>\n");
}

static void add_case(pt_text *out, const pt_run_result *result, const pt_record *record,
                     pt_language language)
{
    const pt_expected_field *field = record->of.expectation.field;
    char day[PT_DATE_TEXT];
    const char *name = pt_format(out->arena, "%s %s %s", pt_date_format(record->day, day),
                                 record->of.expectation.expectation->written,
                                 pt_wording_field((pt_expected_field_kind)field->kind));
    pt_text_add(out, "    <testcase");
    add_attribute(out, "classname", result->scenario->name);
    add_attribute(out, "name", name);
    if (field->at.source != NULL) {
        add_attribute(out, "file", field->at.source->path);
        add_attribute(out, "line", pt_format(out->arena, "%u", field->at.line));
    }
    if (record->of.expectation.unjudged) {
        pt_text_add(out, ">\n      <skipped/>\n    </testcase>\n");
    } else if (record->of.expectation.passed) {
        pt_text_add(out, "/>\n");
    } else {
        pt_text_add(out, ">\n");
        add_failure(out, result, record, language);
    }
}

static void add_error(pt_text *out, const char *name, pt_language language)
{
    pt_text_add(out, "    <testcase");
    add_attribute(out, "classname", name);
    add_attribute(out, "name", name);
    pt_text_add(out, ">\n      <error");
    add_attribute(out, "message",
                  pt_message_filled(out->arena, PT_TEXT_SCENARIO_BROKEN, language, PT_ARGS(name)));
    pt_text_add(out, "/>\n    </testcase>\n");
}

void pt_junit_suite(pt_text *out, const pt_run_result *result, pt_language language)
{
    size_t tests = result->passed + result->failed + result->unjudged + result->broken;
    pt_text_add(out, "  <testsuite");
    add_attribute(out, "name", result->scenario->name);
    pt_text_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%d\" skipped=\"%zu\">\n", tests,
                   result->failed, result->broken, result->unjudged);
    for (size_t i = 0; i < result->record_count; i++) {
        if (result->records[i].kind == PT_RECORD_EXPECTATION)
            add_case(out, result, &result->records[i], language);
    }
    if (result->broken)
        add_error(out, result->scenario->name, language);
    pt_text_add(out, "  </testsuite>\n");
}

void pt_junit_unplayed(pt_text *out, const char *path, pt_language language)
{
    pt_text_add(out, "  <testsuite");
    add_attribute(out, "name", path);
    pt_text_add(out, " tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n");
    add_error(out, path, language);
    pt_text_add(out, "  </testsuite>\n");
}
