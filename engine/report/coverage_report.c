/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/coverage_report.h"

#include <string.h>

#include "report/json.h"
#include "report/overview.h"
#include "report/page.h"
#include "report/wording.h"

enum { SHARE_COLUMN = 38, PERCENT_COLUMN = 54, WHAT_COLUMN = 60, MOST_LISTED = 10 };
enum { WIDE = 4000 }; /* lines of rule files are not wrapped */

typedef struct writing {
    pt_page page;
    pt_arena *arena;
    const pt_covered *covered;
    const pt_coverage_wish *wish;
} writing;

static const pt_message kind_names[PT_COVERED_KINDS] = {
    [PT_COVERED_RULE] = PT_TEXT_COVER_KIND_RULE,
    [PT_COVERED_DUTY] = PT_TEXT_COVER_KIND_DUTY,
    [PT_COVERED_ANSWER] = PT_TEXT_COVER_KIND_ANSWER,
    [PT_COVERED_PATH] = PT_TEXT_COVER_KIND_PATH,
    [PT_COVERED_ARTICLE] = PT_TEXT_COVER_KIND_ARTICLE,
    [PT_COVERED_EVENT] = PT_TEXT_COVER_KIND_EVENT,
    [PT_COVERED_PARAMETER] = PT_TEXT_COVER_KIND_PARAMETER,
};

static const char *number(const writing *w, uint64_t amount)
{
    return pt_format(w->arena, "%llu", (unsigned long long)amount);
}

static const char *words(const writing *w, pt_message message, const char *const *arguments)
{
    return pt_message_filled(w->arena, message, w->page.language, arguments);
}

/* In tenths of a percent, downwards: 100 is said of all alone. */
static size_t per_mille(const pt_covered_share *share)
{
    return share->total == 0 ? 1000 : share->reached * 1000 / share->total;
}

bool pt_coverage_short(const pt_covered *covered, uint32_t minimum)
{
    const pt_covered_share *paths = &covered->shares[PT_COVERED_PATH];
    return paths->reached * 100 < paths->total * minimum;
}

/* --- For people ------------------------------------------------------------------------------- */

static void write_head(writing *w)
{
    const pt_covered *covered = w->covered;
    pt_overview_heading(&w->page, words(w, PT_TEXT_COVER_OF, PT_ARGS(covered->pack->name)));
    pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_COVER_PLAYED,
                PT_ARGS(number(w, covered->scenarios), number(w, covered->plays)));
    if (covered->elsewhere > 0)
        pt_page_say(&w->page, PT_TONE_DOUBT, PT_TEXT_COVER_ELSEWHERE,
                    PT_ARGS(number(w, covered->elsewhere)));
    pt_page_end(&w->page, 2);
    if (covered->free > 0) {
        pt_page_say(&w->page, PT_TONE_DOUBT, PT_TEXT_COVER_FREE, PT_ARGS(number(w, covered->free)));
        pt_page_end(&w->page, 2);
    }
}

static void write_share(writing *w, pt_covered_kind kind)
{
    const pt_covered_share *share = &w->covered->shares[kind];
    size_t tenths = per_mille(share);
    char point = w->page.language == PT_DUTCH ? ',' : '.';
    bool whole = share->reached == share->total;
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_say(&w->page, PT_TONE_PLAIN, kind_names[kind], NULL);
    pt_page_pad(&w->page, SHARE_COLUMN);
    pt_page_say(&w->page, PT_TONE_PLAIN, PT_TEXT_COVER_SHARE,
                PT_ARGS(number(w, share->reached), number(w, share->total)));
    pt_page_pad(&w->page, PERCENT_COLUMN);
    pt_page_put(&w->page, whole ? PT_TONE_GOOD : PT_TONE_STRONG,
                pt_format(w->arena, "%3zu%c%zu %%", tenths / 10, point, tenths % 10));
    if (kind == PT_COVERED_PATH && pt_coverage_short(w->covered, w->wish->minimum)) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_BAD, PT_TEXT_COVER_MINIMUM_MISSED,
                    PT_ARGS(number(w, w->wish->minimum)));
    }
    pt_page_end(&w->page, PERCENT_COLUMN);
}

static const char *status_word(const writing *w, uint8_t status)
{
    static const pt_message words_of[PT_DUTY_STATUSES] = {
        [PT_DUTY_ABSENT] = PT_TEXT_COVER_NO,
        [PT_DUTY_OPEN] = PT_TEXT_STATUS_OPEN,
        [PT_DUTY_STANDS_STILL] = PT_TEXT_STATUS_STILL,
        [PT_DUTY_FULFILLED] = PT_TEXT_STATUS_MET,
        [PT_DUTY_LATE] = PT_TEXT_COVER_STATUS_LATE,
        [PT_DUTY_FULFILLED_LATE] = PT_TEXT_STATUS_MET_LATE,
        [PT_DUTY_LAPSED] = PT_TEXT_STATUS_LAPSED,
    };
    return words(w, words_of[status], NULL);
}

static const char *answer_word(const writing *w, bool answer)
{
    return words(w, answer ? PT_TEXT_COVER_YES : PT_TEXT_COVER_NO, NULL);
}

static const char *what_is_missing(const writing *w, const pt_unreached *missing)
{
    switch ((pt_covered_kind)missing->kind) {
    case PT_COVERED_RULE:
        return missing->never_asked
                   ? words(w, PT_TEXT_COVER_NEVER_IN_FORCE, NULL)
                   : words(w, PT_TEXT_COVER_NEVER_HELD, PT_ARGS(number(w, missing->weight)));
    case PT_COVERED_DUTY:
        return words(w, PT_TEXT_COVER_NEVER_STATUS, PT_ARGS(status_word(w, missing->status)));
    case PT_COVERED_ANSWER:
        return missing->never_asked
                   ? words(w, PT_TEXT_COVER_NEVER_ASKED, NULL)
                   : words(w, PT_TEXT_COVER_NEVER_ANSWERED,
                           PT_ARGS(answer_word(w, missing->answer), number(w, missing->weight),
                                   answer_word(w, !missing->answer)));
    case PT_COVERED_PATH:
        return words(w, PT_TEXT_COVER_MISSING_PATHS,
                     PT_ARGS(number(w, missing->missing), number(w, missing->total)));
    case PT_COVERED_PARAMETER:
        return words(w, PT_TEXT_COVER_NEVER_USED,
                     PT_ARGS(pt_wording_day(w->arena, missing->from, w->page.language)));
    case PT_COVERED_ARTICLE:
    case PT_COVERED_EVENT:
    case PT_COVERED_KINDS: break;
    }
    return NULL;
}

static const char *name_of(const writing *w, const pt_unreached *missing)
{
    const char *block =
        missing->block == UINT32_MAX ? NULL : w->covered->pack->blocks[missing->block].name;
    if (missing->kind == PT_COVERED_PATH && strcmp(missing->words, "bepaal") != 0)
        return pt_format(w->arena, "%s, %s", block, missing->words);
    if (missing->kind == PT_COVERED_PATH || missing->words == NULL)
        return block;
    return missing->words;
}

static void write_missing(writing *w, const pt_unreached *missing)
{
    pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
    pt_page_put(&w->page, PT_TONE_STRONG, name_of(w, missing));
    const char *what = what_is_missing(w, missing);
    if (what != NULL) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_put(&w->page, PT_TONE_DOUBT, what);
    }
    const char *place = pt_wording_place(w->arena, missing->at);
    if (place != NULL) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_put(&w->page, PT_TONE_FAINT, place);
    }
    pt_page_end(&w->page, 6);
}

static void write_kind(writing *w, pt_covered_kind kind)
{
    const pt_covered *covered = w->covered;
    size_t count = 0;
    for (size_t i = 0; i < covered->unreached_count; i++) {
        if (covered->unreached[i].kind != kind)
            continue;
        if (count == 0)
            pt_overview_heading(
                &w->page, words(w, PT_TEXT_COVER_NEVER, PT_ARGS(words(w, kind_names[kind], NULL))));
        if (count++ < MOST_LISTED || w->wish->everything)
            write_missing(w, &covered->unreached[i]);
    }
    if (count > MOST_LISTED && !w->wish->everything) {
        pt_page_put(&w->page, PT_TONE_PLAIN, "  ");
        pt_page_say(&w->page, PT_TONE_FAINT, PT_TEXT_COVER_MORE,
                    PT_ARGS(number(w, count - MOST_LISTED)));
        pt_page_end(&w->page, 2);
    }
}

static void write_overview(writing *w)
{
    write_head(w);
    pt_page_blank(&w->page);
    for (int kind = 0; kind < PT_COVERED_KINDS; kind++)
        write_share(w, (pt_covered_kind)kind);
    for (int kind = 0; kind < PT_COVERED_KINDS; kind++)
        write_kind(w, (pt_covered_kind)kind);
}

/* --- Line by line ----------------------------------------------------------------------------- */

static pt_tone tone_of(const pt_covered_line *line, uint64_t times)
{
    if (line->line == 0)
        return PT_TONE_FAINT;
    return times == 0 ? PT_TONE_BAD : line->one_sided ? PT_TONE_DOUBT : PT_TONE_PLAIN;
}

static void write_line(writing *w, const pt_covered_line *line, size_t at, const char *text)
{
    uint64_t times = line->asks ? line->yes + line->no : line->reached;
    const char *mark = line->line == 0 ? " " : times == 0 ? "#" : line->one_sided ? "!" : " ";
    const char *counts = "                       ";
    if (line->line != 0 && line->asks)
        counts = pt_format(w->arena, "%7llu %7llu %7llu", (unsigned long long)times,
                           (unsigned long long)line->yes, (unsigned long long)line->no);
    else if (line->line != 0)
        counts = pt_format(w->arena, "%7llu                ", (unsigned long long)times);
    pt_page_put(&w->page, tone_of(line, times),
                pt_format(w->arena, "%s%s %5zu  %s", mark, counts, at + 1, text));
    pt_page_end(&w->page, 0);
}

static void write_file(writing *w, const pt_covered_file *file)
{
    pt_overview_heading(&w->page, file->source->path);
    pt_page_say(&w->page, PT_TONE_FAINT, PT_TEXT_COVER_LINES_HEAD, NULL);
    pt_page_end(&w->page, 0);
    const char *at = file->source->text;
    const char *end = at + file->source->length;
    for (size_t i = 0; i < file->line_count && at < end; i++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((next == NULL ? end : next) - at);
        write_line(w, &file->lines[i], i, pt_arena_copy(w->arena, at, length));
        at = next == NULL ? end : next + 1;
    }
}

static void write_lines(writing *w)
{
    w->page.width = WIDE;
    pt_page_say(&w->page, PT_TONE_FAINT, PT_TEXT_COVER_LINES_MARKS, NULL);
    pt_page_end(&w->page, 0);
    for (size_t i = 0; i < w->covered->file_count; i++)
        write_file(w, &w->covered->files[i]);
}

/* --- JSON ------------------------------------------------------------------------------------- */

static const char *const keys[PT_COVERED_KINDS] = {
    [PT_COVERED_RULE] = "regels",         [PT_COVERED_DUTY] = "plichten",
    [PT_COVERED_ANSWER] = "antwoorden",   [PT_COVERED_PATH] = "paden",
    [PT_COVERED_ARTICLE] = "artikelen",   [PT_COVERED_EVENT] = "gebeurtenissen",
    [PT_COVERED_PARAMETER] = "parameters"};

static void json_shares(pt_json *json, const pt_covered *covered)
{
    pt_json_object(json, "aandelen");
    for (int kind = 0; kind < PT_COVERED_KINDS; kind++) {
        pt_json_object(json, keys[kind]);
        pt_json_number(json, "bereikt", (int64_t)covered->shares[kind].reached);
        pt_json_number(json, "totaal", (int64_t)covered->shares[kind].total);
        pt_json_number(json, "promille", (int64_t)per_mille(&covered->shares[kind]));
        pt_json_close(json);
    }
    pt_json_close(json);
}

static void json_missing(writing *w, pt_json *json, const pt_unreached *missing)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "soort", keys[missing->kind]);
    if (missing->block != UINT32_MAX)
        pt_json_text(json, "blok", w->covered->pack->blocks[missing->block].name);
    pt_json_text(json, "naam", name_of(w, missing));
    pt_json_text(json, "wat", what_is_missing(w, missing));
    pt_json_text(json, "plaats", pt_wording_place(w->arena, missing->at));
    pt_json_close(json);
}

static void json_file(pt_json *json, const pt_covered_file *file)
{
    pt_json_object(json, NULL);
    pt_json_text(json, "bestand", file->source->path);
    pt_json_list(json, "regels");
    for (size_t i = 0; i < file->line_count; i++) {
        const pt_covered_line *line = &file->lines[i];
        if (line->line == 0)
            continue;
        pt_json_object(json, NULL);
        pt_json_number(json, "regel", line->line);
        pt_json_number(json, "bereikt",
                       (int64_t)(line->asks ? line->yes + line->no : line->reached));
        if (line->asks) {
            pt_json_number(json, "ja", (int64_t)line->yes);
            pt_json_number(json, "nee", (int64_t)line->no);
        }
        pt_json_close(json);
    }
    pt_json_close(json);
    pt_json_close(json);
}

static void write_json(writing *w)
{
    const pt_covered *covered = w->covered;
    pt_json json = pt_json_create(w->page.out);
    json.indent = 1;
    pt_json_object(&json, NULL);
    pt_json_text(&json, "pakket", covered->pack->name);
    pt_json_text(&json, "variant", covered->pack->variant);
    pt_json_number(&json, "scenarios", (int64_t)covered->scenarios);
    pt_json_number(&json, "spelen", (int64_t)covered->plays);
    pt_json_number(&json, "onder_variant", (int64_t)covered->elsewhere);
    pt_json_number(&json, "vrije_functies", (int64_t)covered->free);
    json_shares(&json, covered);
    pt_json_list(&json, "nooit_bereikt");
    for (size_t i = 0; i < covered->unreached_count; i++)
        json_missing(w, &json, &covered->unreached[i]);
    pt_json_close(&json);
    pt_json_list(&json, "bestanden");
    for (size_t i = 0; i < covered->file_count; i++)
        json_file(&json, &covered->files[i]);
    pt_json_close(&json);
    pt_json_close(&json);
}

void pt_coverage_write(pt_text *out, const pt_covered *covered, const pt_style *style,
                       const pt_coverage_wish *wish)
{
    writing w = {.page = pt_page_create(out, style->language, style->coloured),
                 .arena = out->arena,
                 .covered = covered,
                 .wish = wish};
    if (style->medium == PT_MEDIUM_JSON)
        write_json(&w);
    else if (wish->by_line)
        write_lines(&w);
    else
        write_overview(&w);
}
