/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/branches_report.h"

#include <string.h>

#include "report/duty_wording.h"
#include "report/json.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { INDENT = 2, VALUE_INDENT = 6 };

typedef struct layout {
    pt_page page;
    pt_arena *arena;
    const pt_branches *branches;
    pt_language language;
} layout;

static const char *say(const layout *to, pt_message message, const char *const *arguments)
{
    return pt_message_filled(to->arena, message, to->language, arguments);
}

static void paragraph(layout *to, size_t indent, pt_tone tone, const char *text)
{
    pt_page_pad(&to->page, indent);
    pt_page_put(&to->page, tone, text);
    pt_page_end(&to->page, indent + 2);
}

/* --- How something ended ---------------------------------------------------------------------- */

static const char *ended(const layout *to, const pt_branch_row *row, size_t path)
{
    const pt_record *record = row->records[path];
    const pt_run_result *result = to->branches->paths[path].result;
    if (row->kind == PT_BRANCH_EVENT)
        return record == NULL ? say(to, PT_TEXT_BRANCHES_NEVER, NULL)
                              : say(to, PT_TEXT_BRANCHES_TIMES,
                                    PT_ARGS(pt_format(to->arena, "%zu", row->times[path]),
                                            pt_wording_day(to->arena, record->day, to->language)));
    if (record == NULL)
        return say(to, PT_TEXT_BRANCHES_NOT_THERE, NULL);
    if (row->kind == PT_BRANCH_OUTCOME)
        return pt_wording_value(to->arena, result, record->of.outcome.value, to->language);
    pt_duty_wording words =
        pt_duty_wording_of(to->arena, result, NULL, &record->of.duty, to->language);
    return pt_format(to->arena, "%s: %s", pt_message_text(words.mark, to->language), words.text);
}

static const char *row_title(const layout *to, const pt_branch_row *row)
{
    const char *title = row->title != NULL ? row->title : pt_wording_name(to->arena, row->name);
    return *row->subject == '\0' ? title : pt_format(to->arena, "%s (%s)", title, row->subject);
}

/* "1, 3": the paths along which it ended as it did along `path`; NULL when one before did so. */
static const char *along(const layout *to, const char *const *values, size_t path)
{
    pt_text list = pt_text_create(to->arena);
    for (size_t i = 0; i < to->branches->path_count; i++) {
        if (values[i] == NULL || strcmp(values[i], values[path]) != 0)
            continue;
        if (i < path)
            return NULL;
        pt_text_format(&list, "%s%zu", list.length > 0 ? ", " : "", i + 1);
    }
    return list.bytes;
}

static void add_row(layout *to, const pt_branch_row *row)
{
    const pt_branches *branches = to->branches;
    const char **values = PT_NEW_ARRAY(to->arena, branches->path_count, const char *);
    for (size_t i = 0; i < branches->path_count; i++)
        values[i] = branches->paths[i].result == NULL ? NULL : ended(to, row, i);
    paragraph(to, INDENT, PT_TONE_STRONG, row_title(to, row));
    for (size_t i = 0; i < branches->path_count; i++) {
        const char *paths = values[i] == NULL ? NULL : along(to, values, i);
        if (paths == NULL)
            continue;
        pt_page_pad(&to->page, VALUE_INDENT - 2);
        pt_page_say(&to->page, PT_TONE_FAINT, PT_TEXT_BRANCHES_ALONG, PT_ARGS(paths));
        pt_page_pad(&to->page, 18);
        pt_page_put(&to->page, PT_TONE_PLAIN, values[i]);
        pt_page_end(&to->page, 18);
    }
}

/* --- The page --------------------------------------------------------------------------------- */

static void add_points(layout *to)
{
    for (size_t i = 0; i < to->branches->point_count; i++) {
        const pt_branch_point *point = &to->branches->points[i];
        pt_text words = pt_text_create(to->arena);
        for (size_t j = 0; j < point->branch_count; j++)
            pt_text_format(&words, "%s%s", j == 0 ? "" : " | ", point->branches[j]);
        pt_page_pad(&to->page, INDENT);
        pt_page_put(&to->page, PT_TONE_STRONG, point->decision);
        pt_page_put(&to->page, PT_TONE_PLAIN,
                    pt_format(to->arena, ": %s", point->question == NULL ? "" : point->question));
        if (point->by != NULL)
            pt_page_put(&to->page, PT_TONE_FAINT, pt_format(to->arena, " (%s)", point->by));
        pt_page_end(&to->page, VALUE_INDENT);
        paragraph(to, VALUE_INDENT - 2, PT_TONE_PLAIN,
                  pt_format(to->arena, "%s: %s",
                            pt_wording_long_day(to->arena, point->day, to->language), words.bytes));
    }
}

static void add_path(layout *to, size_t index)
{
    const pt_branch_path *path = &to->branches->paths[index];
    pt_text words = pt_text_create(to->arena);
    for (size_t i = 0; i < to->branches->point_count; i++)
        pt_text_format(&words, "%s%s=%s", i == 0 ? "" : ", ", to->branches->points[i].decision,
                       path->chosen[i]);
    pt_page_pad(&to->page, INDENT);
    pt_page_put(&to->page, PT_TONE_STRONG, pt_format(to->arena, "%zu", index + 1));
    pt_page_pad(&to->page, VALUE_INDENT);
    pt_page_put(&to->page, PT_TONE_PLAIN, words.bytes);
    pt_page_end(&to->page, VALUE_INDENT);
    if (path->result == NULL)
        paragraph(to, VALUE_INDENT, PT_TONE_BAD,
                  say(to, PT_TEXT_BRANCHES_IMPOSSIBLE,
                      PT_ARGS(path->obstacle == NULL ? "" : path->obstacle)));
    else
        paragraph(to, VALUE_INDENT, path->late > 0 ? PT_TONE_DOUBT : PT_TONE_FAINT,
                  say(to, PT_TEXT_BRANCHES_LATE, PT_ARGS(pt_format(to->arena, "%zu", path->late))));
}

static void add_rows(layout *to, pt_branch_row_kind kind, pt_message heading)
{
    bool begun = false;
    for (size_t i = 0; i < to->branches->row_count; i++) {
        if (to->branches->rows[i].kind != kind)
            continue;
        if (!begun)
            pt_overview_heading(&to->page, pt_message_text(heading, to->language));
        begun = true;
        add_row(to, &to->branches->rows[i]);
    }
}

static void write_page(pt_text *out, const pt_branches *branches, const pt_style *style)
{
    layout to = {.page = pt_page_create(out, style->language, style->coloured),
                 .arena = out->arena,
                 .branches = branches,
                 .language = style->language};
    pt_overview_heading(&to.page,
                        say(&to, PT_TEXT_BRANCHES_TITLE,
                            PT_ARGS(branches->story == NULL ? branches->name : branches->story)));
    if (branches->point_count == 0) {
        paragraph(&to, INDENT, PT_TONE_PLAIN, say(&to, PT_TEXT_BRANCHES_NONE, NULL));
        return;
    }
    add_points(&to);
    pt_overview_heading(&to.page, pt_message_text(PT_TEXT_BRANCHES_PATHS, style->language));
    for (size_t i = 0; i < branches->path_count; i++)
        add_path(&to, i);
    add_rows(&to, PT_BRANCH_DUTY, PT_TEXT_BRANCHES_DUTIES);
    add_rows(&to, PT_BRANCH_OUTCOME, PT_TEXT_BRANCHES_OUTCOMES);
    add_rows(&to, PT_BRANCH_EVENT, PT_TEXT_BRANCHES_EVENTS);
    if (branches->row_count == 0)
        paragraph(&to, INDENT, PT_TONE_PLAIN, say(&to, PT_TEXT_BRANCHES_SAME, NULL));
}

/* --- JSON ------------------------------------------------------------------------------------- */

static void json_points(pt_json *json, const pt_branches *branches)
{
    pt_json_list(json, "beslispunten");
    for (size_t i = 0; i < branches->point_count; i++) {
        const pt_branch_point *point = &branches->points[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "beslispunt", point->decision);
        pt_json_text(json, "vraag", point->question);
        pt_json_text(json, "bij", point->by);
        pt_json_date(json, "op", point->day);
        pt_json_list(json, "keuzes");
        for (size_t j = 0; j < point->branch_count; j++)
            pt_json_text(json, NULL, point->branches[j]);
        pt_json_close(json);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void json_paths(pt_json *json, const pt_branches *branches)
{
    pt_json_list(json, "paden");
    for (size_t i = 0; i < branches->path_count; i++) {
        const pt_branch_path *path = &branches->paths[i];
        pt_json_object(json, NULL);
        pt_json_number(json, "pad", (int64_t)i + 1);
        pt_json_list(json, "keuzes");
        for (size_t j = 0; j < branches->point_count; j++)
            pt_json_text(json, NULL, path->chosen[j]);
        pt_json_close(json);
        pt_json_truth(json, "mogelijk", path->result != NULL);
        pt_json_text(json, "beletsel", path->obstacle);
        pt_json_number(json, "te_laat", (int64_t)path->late);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void json_rows(pt_json *json, const layout *to)
{
    static const char *const kinds[] = {"plicht", "uitkomst", "gebeurtenis"};
    const pt_branches *branches = to->branches;
    pt_json_list(json, "verschillen");
    for (size_t i = 0; i < branches->row_count; i++) {
        const pt_branch_row *row = &branches->rows[i];
        pt_json_object(json, NULL);
        pt_json_text(json, "soort", kinds[row->kind]);
        pt_json_text(json, "onderwerp", row->subject);
        pt_json_text(json, "naam", row->name);
        pt_json_text(json, "titel", row->title);
        pt_json_list(json, "per_pad");
        for (size_t j = 0; j < branches->path_count; j++)
            pt_json_text(json, NULL, branches->paths[j].result == NULL ? NULL : ended(to, row, j));
        pt_json_close(json);
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void write_json(pt_text *out, const pt_branches *branches, const pt_style *style)
{
    layout to = {.arena = out->arena, .branches = branches, .language = style->language};
    pt_json json = pt_json_create(out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "scenario", branches->name);
    pt_json_text(&json, "titel", branches->story);
    json_points(&json, branches);
    json_paths(&json, branches);
    json_rows(&json, &to);
    pt_json_close(&json);
}

void pt_branches_write(pt_text *out, const pt_branches *branches, const pt_style *style)
{
    if (style->medium == PT_MEDIUM_JSON)
        write_json(out, branches, style);
    else
        write_page(out, branches, style);
}
