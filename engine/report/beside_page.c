/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/beside_page.h"

#include <string.h>

#include "base/diagnostics.h"
#include "report/overview.h"
#include "report/tally_json.h"
#include "report/tally_page.h"
#include "report/wording.h"

enum { LABEL_WIDTH = 30, LEAST_WIDTH = 10, INDENT = 2, DETAIL = 4 };

/* What the rows count. */
typedef enum measure {
    MEASURE_VALID,
    MEASURE_VOIDABLE,
    MEASURE_VOID,
    MEASURE_NOT,
    MEASURE_DECIDED_LATE,
    MEASURE_KEPT,
    MEASURE_LATE,
    MEASURE_MEETINGS,
    MEASURE_HOURS,
    MEASURE_CENTS,
    MEASURE_OWN,
    MEASURE_SEATS,
    MEASURE_BOTTLENECKS,
    MEASURES
} measure;

static const pt_message labels[MEASURES] = {
    [MEASURE_VALID] = PT_TEXT_BESIDE_VALID,
    [MEASURE_VOIDABLE] = PT_TEXT_BESIDE_VOIDABLE,
    [MEASURE_VOID] = PT_TEXT_BESIDE_VOID,
    [MEASURE_NOT] = PT_TEXT_BESIDE_NOT,
    [MEASURE_DECIDED_LATE] = PT_TEXT_BESIDE_DECIDED_LATE,
    [MEASURE_KEPT] = PT_TEXT_BESIDE_KEPT,
    [MEASURE_LATE] = PT_TEXT_BESIDE_LATE,
    [MEASURE_MEETINGS] = PT_TEXT_BESIDE_MEETINGS,
    [MEASURE_HOURS] = PT_TEXT_BESIDE_HOURS,
    [MEASURE_CENTS] = PT_TEXT_BESIDE_COST,
    [MEASURE_OWN] = PT_TEXT_BESIDE_OWN,
    [MEASURE_SEATS] = PT_TEXT_BESIDE_SEATS,
    [MEASURE_BOTTLENECKS] = PT_TEXT_BESIDE_BOTTLENECKS,
};

typedef struct writing {
    pt_page page;
    pt_arena *arena;
    const pt_beside *beside;
    pt_language language;
    bool markdown;
} writing;

static int64_t count_of(const pt_tally *tally, measure what)
{
    switch (what) {
    case MEASURE_VALID: return (int64_t)tally->decided[PT_DECIDED_VALID];
    case MEASURE_VOIDABLE: return (int64_t)tally->decided[PT_DECIDED_VOIDABLE];
    case MEASURE_VOID: return (int64_t)tally->decided[PT_DECIDED_VOID];
    case MEASURE_NOT: return (int64_t)tally->decided[PT_DECIDED_NOT];
    case MEASURE_DECIDED_LATE: return (int64_t)tally->decided_late;
    case MEASURE_KEPT: return (int64_t)tally->duties_kept;
    case MEASURE_LATE: return (int64_t)tally->duties_late;
    case MEASURE_MEETINGS: return (int64_t)tally->meetings;
    case MEASURE_HOURS: return tally->total.minutes;
    case MEASURE_CENTS: return tally->total.cents;
    case MEASURE_OWN: return (int64_t)tally->own_matters;
    case MEASURE_SEATS: return (int64_t)tally->incompatible;
    case MEASURE_BOTTLENECKS: return (int64_t)tally->bottleneck_count;
    case MEASURES: break;
    }
    return 0;
}

static bool decision_differs(const pt_beside *beside, const char *name)
{
    int found = -2;
    for (size_t i = 0; i < beside->count; i++) {
        if (beside->columns[i].tally == NULL)
            continue;
        const pt_tally_decision *one = pt_tally_decision_named(beside->columns[i].tally, name);
        int here = one == NULL ? -1 : one->decided;
        if (found != -2 && here != found)
            return true;
        found = here;
    }
    return false;
}

static bool row_differs(const pt_beside *beside, measure what)
{
    const pt_tally *first = NULL;
    for (size_t i = 0; i < beside->count; i++) {
        const pt_tally *here = beside->columns[i].tally;
        if (here == NULL || (first != NULL && count_of(first, what) != count_of(here, what)))
            return true;
        first = here;
    }
    return false;
}

/* The name of a decision in the order of the first column that has it, then of the next; NULL
   beyond the last. */
static const char *decision_at(const pt_beside *beside, size_t *column, size_t *index)
{
    for (; *column < beside->count; (*column)++, *index = 0) {
        const pt_tally *tally = beside->columns[*column].tally;
        while (tally != NULL && *index < tally->decision_count) {
            const char *name = tally->decisions[(*index)++].name;
            bool before = false;
            for (size_t i = 0; i < *column; i++)
                before =
                    before || (beside->columns[i].tally != NULL &&
                               pt_tally_decision_named(beside->columns[i].tally, name) != NULL);
            if (!before)
                return name;
        }
    }
    return NULL;
}

bool pt_beside_differs(const pt_beside *beside)
{
    size_t column = 0, index = 0;
    for (int i = 0; i < MEASURES; i++) {
        if (row_differs(beside, (measure)i))
            return true;
    }
    for (const char *name = decision_at(beside, &column, &index); name != NULL;
         name = decision_at(beside, &column, &index)) {
        if (decision_differs(beside, name))
            return true;
    }
    return false;
}

/* --- The table -------------------------------------------------------------------------------- */

static const char *law_of(const writing *to, size_t column)
{
    const char *law = to->beside->columns[column].law;
    return law != NULL ? law : pt_message_text(PT_TEXT_BESIDE_PACK, to->language);
}

static const char *shown(const writing *to, const pt_tally *tally, measure what)
{
    int64_t count = tally == NULL ? 0 : count_of(tally, what);
    if (tally == NULL)
        return "-";
    if (what == MEASURE_HOURS)
        return pt_tally_hours(to->arena, count, to->language);
    if (what == MEASURE_CENTS)
        return pt_format(to->arena, "%lld", (long long)((count + 50) / 100));
    return pt_format(to->arena, "%lld", (long long)count);
}

static size_t width_of(const writing *to, size_t column)
{
    const char *law = law_of(to, column);
    size_t wide = pt_text_columns(law, strlen(law)) + 2;
    return wide > LEAST_WIDTH ? wide : LEAST_WIDTH;
}

static void add_right(pt_text *out, const char *text, size_t width)
{
    size_t columns = pt_text_columns(text, strlen(text));
    for (size_t i = columns; i < width; i++)
        pt_text_add_char(out, ' ');
    pt_text_add(out, text);
}

static void add_line(writing *to, const char *label, const char *const *cells)
{
    pt_text out = pt_text_create(to->arena);
    if (to->markdown)
        pt_text_format(&out, "| %s |", label);
    else
        pt_text_format(&out, "  %s", label);
    for (size_t i = pt_text_columns(label, strlen(label)); !to->markdown && i < LABEL_WIDTH; i++)
        pt_text_add_char(&out, ' ');
    for (size_t i = 0; i < to->beside->count; i++) {
        if (to->markdown)
            pt_text_format(&out, " %s |", cells[i]);
        else
            add_right(&out, cells[i], width_of(to, i));
    }
    pt_text_format(to->page.out, "%s\n", out.bytes);
}

static void add_table(writing *to)
{
    const char *cells[PT_MOST_BESIDE + 1];
    for (size_t i = 0; i < to->beside->count; i++)
        cells[i] = law_of(to, i);
    add_line(to, "", cells);
    for (size_t i = 0; i < to->beside->count; i++)
        cells[i] = "---:";
    if (to->markdown)
        add_line(to, "---", cells);
    for (int row = 0; row < MEASURES; row++) {
        bool any = false;
        for (size_t i = 0; i < to->beside->count; i++) {
            const pt_tally *tally = to->beside->columns[i].tally;
            cells[i] = shown(to, tally, (measure)row);
            any = any || (tally != NULL && count_of(tally, (measure)row) != 0);
        }
        if (any)
            add_line(to, pt_message_text(labels[row], to->language), cells);
    }
}

/* --- What differs ----------------------------------------------------------------------------- */

static void add_item(writing *to, size_t depth, const char *text)
{
    if (to->markdown) {
        pt_text_format(to->page.out, "%s- %s\n", depth == 0 ? "" : "  ", text);
        return;
    }
    size_t column = depth == 0 ? INDENT : DETAIL;
    pt_page_pad(&to->page, column);
    pt_page_put(&to->page, depth == 0 ? PT_TONE_STRONG : PT_TONE_PLAIN, text);
    pt_page_end(&to->page, column + 2);
}

static void add_reason(writing *to, size_t column, const pt_tally_decision *one)
{
    const char *word = one == NULL ? pt_message_text(PT_TEXT_TALLY_NO_DECISION, to->language)
                                   : pt_tally_word((pt_decided)one->decided, to->language);
    pt_text out = pt_text_create(to->arena);
    pt_text_format(&out, "%s: %s", law_of(to, column), word);
    if (one != NULL && one->rule != NULL)
        pt_text_format(&out, " (%s)", pt_wording_name(to->arena, one->rule));
    if (one != NULL && one->reason != NULL)
        pt_text_format(&out, ": %s", pt_wording_prose(to->arena, one->reason, to->language));
    if (one != NULL && one->source != NULL)
        pt_text_format(&out, " · %s", one->source);
    add_item(to, 1, out.bytes);
}

static void add_differences(writing *to)
{
    const pt_beside *beside = to->beside;
    size_t column = 0, index = 0;
    for (const char *name = decision_at(beside, &column, &index); name != NULL;
         name = decision_at(beside, &column, &index)) {
        if (!decision_differs(beside, name))
            continue;
        add_item(to, 0, pt_wording_name(to->arena, name));
        for (size_t i = 0; i < beside->count; i++) {
            const pt_tally *tally = beside->columns[i].tally;
            if (tally != NULL)
                add_reason(to, i, pt_tally_decision_named(tally, name));
        }
    }
}

static void add_obstacles(writing *to)
{
    for (size_t i = 0; i < to->beside->count; i++) {
        const pt_beside_column *column = &to->beside->columns[i];
        if (column->tally == NULL)
            add_item(
                to, 0,
                pt_format(to->arena, "%s: %s", law_of(to, i),
                          pt_message_filled(to->arena, PT_TEXT_TALLY_OBSTACLE, to->language,
                                            PT_ARGS(column->obstacle != NULL
                                                        ? column->obstacle
                                                        : pt_message_text(PT_TEXT_TALLY_NO_REASON,
                                                                          to->language)))));
    }
}

void pt_beside_write(pt_text *out, const pt_beside *beside, const pt_style *style, bool markdown)
{
    writing to = {.page = pt_page_create(out, style->language, style->coloured),
                  .arena = out->arena,
                  .beside = beside,
                  .language = style->language,
                  .markdown = markdown};
    const char *title = beside->title == NULL
                            ? beside->story
                            : pt_format(out->arena, "%s (%s)", beside->title, beside->story);
    if (markdown)
        pt_text_format(out, "## %s\n\n", title);
    else
        pt_overview_heading(&to.page, title);
    add_table(&to);
    size_t written = out->length;
    pt_text_add(out, "\n");
    add_differences(&to);
    add_obstacles(&to);
    if (out->length == written + 1)
        out->bytes[--out->length] = '\0';
}

void pt_beside_sum(pt_text *out, size_t stories, size_t differ, const pt_style *style,
                   bool markdown)
{
    pt_text_format(out, "%s%s\n", markdown || out->length > 0 ? "\n" : "",
                   pt_message_filled(out->arena, PT_TEXT_BESIDE_SUM, style->language,
                                     PT_ARGS(pt_format(out->arena, "%zu", stories),
                                             pt_format(out->arena, "%zu", differ))));
}

/* --- JSON ------------------------------------------------------------------------------------- */

void pt_beside_json(pt_text *out, const pt_beside *beside)
{
    pt_json json = pt_json_create(out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "scenario", beside->story);
    pt_json_text(&json, "titel", beside->title);
    pt_json_truth(&json, "verschilt", pt_beside_differs(beside));
    pt_json_list(&json, "kolommen");
    for (size_t i = 0; i < beside->count; i++) {
        const pt_beside_column *column = &beside->columns[i];
        pt_json_object(&json, NULL);
        pt_json_text(&json, "variant", column->law);
        if (column->tally == NULL)
            pt_json_text(&json, "kan_niet", column->obstacle == NULL ? "" : column->obstacle);
        else
            pt_tally_json_fields(&json, column->tally);
        pt_json_close(&json);
    }
    pt_json_close(&json);
    pt_json_list(&json, "andere_besluiten");
    size_t column = 0, index = 0;
    for (const char *name = decision_at(beside, &column, &index); name != NULL;
         name = decision_at(beside, &column, &index)) {
        if (decision_differs(beside, name))
            pt_json_text(&json, NULL, name);
    }
    pt_json_close(&json);
    pt_json_close(&json);
}
