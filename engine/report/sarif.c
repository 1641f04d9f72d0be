/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/sarif.h"

#include <string.h>

#include "report/json.h"

static const char *const levels[] = {
    [PT_ERROR] = "error", [PT_WARNING] = "warning", [PT_NOTE] = "note"};

/* A path as a relative reference of RFC 3986. */
static const char *uri_of(pt_arena *arena, const char *path)
{
    pt_text out = pt_text_create(arena);
    for (const char *at = path; *at != '\0'; at++) {
        bool plain = (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                     (*at >= '0' && *at <= '9') || strchr("-._~/", *at) != NULL;
        if (plain)
            pt_text_add_char(&out, *at);
        else
            pt_text_format(&out, "%%%02X", (unsigned)(unsigned char)*at);
    }
    return out.bytes;
}

static void add_text(pt_json *json, const char *key, const char *text)
{
    pt_json_object(json, key);
    pt_json_text(json, "text", text);
    pt_json_close(json);
}

/* --- rules: the codes that were found, in the order of the catalogue ----------------------------
 */

enum { NOT_FOUND = -1 };

/* The place of each code among the rules, or NOT_FOUND. */
static void number_rules(const pt_report *report, int64_t places[PT_CODE_COUNT])
{
    int64_t count = 0;
    for (int code = 0; code < PT_CODE_COUNT; code++)
        places[code] = NOT_FOUND;
    for (size_t i = 0; i < report->count; i++)
        places[report->findings[i].code] = 0;
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        if (places[code] != NOT_FOUND)
            places[code] = count++;
    }
}

static void add_rule(pt_json *json, pt_code code, pt_language language)
{
    const pt_code_entry *entry = pt_code_describe(code);
    pt_finding empty = {.code = code};
    for (size_t i = 0; i < PT_FINDING_ARGUMENTS; i++)
        empty.arguments[i] = "…";
    pt_json_object(json, NULL);
    pt_json_text(json, "id", entry->name);
    add_text(json, "shortDescription", pt_finding_sentence(json->out->arena, &empty, language));
    add_text(json, "fullDescription", entry->explanation);
    pt_json_object(json, "defaultConfiguration");
    pt_json_text(json, "level", levels[entry->severity]);
    pt_json_close(json);
    pt_json_close(json);
}

static void add_tool(pt_json *json, const int64_t *places, pt_language language)
{
    pt_json_object(json, "tool");
    pt_json_object(json, "driver");
    pt_json_text(json, "name", "proeftuin");
    pt_json_list(json, "rules");
    for (int code = 0; code < PT_CODE_COUNT; code++) {
        if (places[code] != NOT_FOUND)
            add_rule(json, (pt_code)code, language);
    }
    pt_json_close(json);
    pt_json_close(json);
    pt_json_close(json);
}

/* --- results ------------------------------------------------------------------------------------
 */

static void add_region(pt_json *json, const pt_position *at)
{
    if (at->line == 0)
        return;
    pt_json_object(json, "region");
    pt_json_number(json, "startLine", at->line);
    if (at->column > 0)
        pt_json_number(json, "startColumn", at->column);
    if (at->column > 0 && at->length > 0)
        pt_json_number(json, "endColumn", (int64_t)at->column + at->length);
    pt_json_close(json);
}

static void add_location(pt_json *json, const pt_position *at)
{
    if (at->source == NULL)
        return;
    pt_json_list(json, "locations");
    pt_json_object(json, NULL);
    pt_json_object(json, "physicalLocation");
    pt_json_object(json, "artifactLocation");
    pt_json_text(json, "uri", uri_of(json->out->arena, at->source->path));
    pt_json_close(json);
    add_region(json, at);
    pt_json_close(json);
    pt_json_close(json);
    pt_json_close(json);
}

static void add_result(pt_json *json, const int64_t *places, const pt_finding *finding,
                       pt_language language)
{
    pt_arena *arena = json->out->arena;
    const char *sentence = pt_finding_sentence(arena, finding, language);
    const char *hint = pt_finding_hint(arena, finding, language);
    pt_json_object(json, NULL);
    pt_json_text(json, "ruleId", pt_code_describe(finding->code)->name);
    pt_json_number(json, "ruleIndex", places[finding->code]);
    pt_json_text(json, "level", levels[finding->severity]);
    add_text(json, "message", hint == NULL ? sentence : pt_format(arena, "%s; %s", sentence, hint));
    add_location(json, &finding->at);
    pt_json_close(json);
}

void pt_sarif_write(pt_text *out, const pt_report *report, pt_language language)
{
    int64_t places[PT_CODE_COUNT];
    pt_json json = pt_json_create(out);
    number_rules(report, places);
    pt_json_object(&json, NULL);
    pt_json_text(&json, "$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    pt_json_text(&json, "version", "2.1.0");
    pt_json_list(&json, "runs");
    pt_json_object(&json, NULL);
    add_tool(&json, places, language);
    pt_json_text(&json, "columnKind", "unicodeCodePoints");
    pt_json_list(&json, "results");
    for (size_t i = 0; i < report->count; i++)
        add_result(&json, places, &report->findings[i], language);
    pt_json_close(&json);
    pt_json_close(&json);
    pt_json_close(&json);
    pt_json_close(&json);
    pt_text_add_char(out, '\n');
}
