/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/diagnostics.h"

#include <string.h>

#include "base/limits.h"

pt_report pt_report_create(pt_arena *arena)
{
    return (pt_report){.arena = arena};
}

static size_t count_in_file(const pt_report *report, const pt_source *source)
{
    size_t count = 0;
    for (size_t i = 0; i < report->count; i++)
        count += report->findings[i].at.source == source;
    return count;
}

static const char *keep(pt_report *report, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(report->arena, text, strlen(text));
}

bool pt_find(pt_report *report, pt_code code, pt_position at, const char *const *arguments,
             const char *suggestion)
{
    pt_severity severity = (pt_severity)pt_code_describe(code)->severity;
    report->errors += severity == PT_ERROR;
    if (count_in_file(report, at.source) >= PT_LIMIT_FINDINGS) {
        report->dropped++;
        return false;
    }
    report->findings = pt_arena_grow(report->arena, report->findings, report->count,
                                     &report->capacity, sizeof *report->findings);
    pt_finding *finding = &report->findings[report->count++];
    *finding = (pt_finding){.code = code, .severity = severity, .at = at};
    for (size_t i = 0; arguments != NULL && i < PT_FINDING_ARGUMENTS && arguments[i] != NULL; i++)
        finding->arguments[i] = keep(report, arguments[i]);
    finding->suggestion = keep(report, suggestion);
    return false;
}

void pt_report_add(pt_report *report, const pt_report *more)
{
    for (size_t i = 0; i < more->count; i++) {
        const pt_finding *each = &more->findings[i];
        pt_find(report, each->code, each->at, each->arguments, each->suggestion);
    }
    report->dropped += more->dropped;
}

static bool is_argument(char digit)
{
    return digit >= '1' && digit < '1' + PT_FINDING_ARGUMENTS;
}

/* "{1:keer|keren}": the first word when argument 1 is "1"; gives what comes behind it. */
static const char *add_number(pt_text *out, const char *at, const char *argument)
{
    const char *one = at + 3, *many = strchr(one, '|'), *end = strchr(one, '}');
    bool single = argument != NULL && strcmp(argument, "1") == 0;
    pt_text_add_bytes(out, single ? one : many + 1, (size_t)(single ? many - one : end - many - 1));
    return end;
}

void pt_message_fill(pt_text *out, const char *pattern, const char *const *arguments)
{
    const char *given[PT_FINDING_ARGUMENTS] = {NULL};
    for (size_t i = 0; arguments != NULL && i < PT_FINDING_ARGUMENTS && arguments[i] != NULL; i++)
        given[i] = arguments[i];
    for (const char *at = pattern; *at != '\0'; at++) {
        if (at[0] == '%' && is_argument(at[1])) {
            const char *argument = given[*++at - '1'];
            pt_text_add(out, argument == NULL ? "" : argument);
        } else if (at[0] == '{' && is_argument(at[1]) && at[2] == ':') {
            at = add_number(out, at, given[at[1] - '1']);
        } else {
            pt_text_add_char(out, *at);
        }
    }
}

const char *pt_finding_sentence(pt_arena *arena, const pt_finding *finding, pt_language language)
{
    pt_text out = pt_text_create(arena);
    pt_message_fill(&out, pt_code_describe(finding->code)->sentence[language], finding->arguments);
    return out.bytes;
}

const char *pt_finding_hint(pt_arena *arena, const pt_finding *finding, pt_language language)
{
    if (finding->suggestion == NULL)
        return NULL;
    pt_text out = pt_text_create(arena);
    const char *const arguments[PT_FINDING_ARGUMENTS] = {finding->suggestion};
    pt_message_fill(&out, pt_message_text(PT_TEXT_DID_YOU_MEAN, language), arguments);
    return out.bytes;
}

/* The bytes of line `number` (from 1), without its line end. */
static const char *line_of(const pt_source *source, uint32_t number, size_t *length)
{
    const char *at = source->text;
    const char *end = source->text + source->length;
    for (uint32_t line = 1; line < number && at < end; line++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next == NULL ? end : next + 1;
    }
    const char *stop = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
    *length = (size_t)((stop == NULL ? end : stop) - at);
    if (*length > 0 && at[*length - 1] == '\r')
        --*length;
    return at;
}

/* A line may hold anything: bytes that a terminal could obey are shown as '?', tabs as blanks. */
static void add_shown_line(pt_text *out, const char *line, size_t length)
{
    for (size_t i = 0; i < length;) {
        size_t good = i + pt_utf8_check(line + i, length - i);
        for (; i < good; i++)
            pt_text_add_bytes(out, line[i] == '\t' ? " " : &line[i], 1);
        if (i < length) {
            pt_text_add_char(out, '?');
            i++;
        }
    }
}

static void add_source_line(pt_text *out, const pt_position *at)
{
    enum { WIDEST = 300 };
    size_t length = 0;
    const char *line = line_of(at->source, at->line, &length);
    if (length > WIDEST)
        return;
    int width = at->line >= 1000 ? 5 : 3;
    pt_text_format(out, "%*s |\n%*u | ", width, "", width, at->line);
    add_shown_line(out, line, length);
    pt_text_format(out, "\n%*s | ", width, "");
    for (uint32_t i = 1; i < at->column; i++)
        pt_text_add_char(out, ' ');
    for (uint32_t i = 0; i < (at->length == 0 ? 1 : at->length) && i < WIDEST; i++)
        pt_text_add_char(out, '^');
    pt_text_add_char(out, '\n');
}

void pt_finding_show(pt_text *out, const pt_finding *finding, pt_language language, bool coloured)
{
    static const pt_message words[] = {PT_TEXT_ERROR, PT_TEXT_WARNING, PT_TEXT_NOTE};
    static const char *const colours[] = {"\033[1;31m", "\033[1;33m", "\033[1;36m"};
    pt_text_format(out, "%s%s[%s]%s: %s\n", coloured ? colours[finding->severity] : "",
                   pt_message_text(words[finding->severity], language),
                   pt_code_describe(finding->code)->name, coloured ? "\033[0m" : "",
                   pt_finding_sentence(out->arena, finding, language));
    const pt_position *at = &finding->at;
    if (at->source != NULL && at->line > 0) {
        pt_text_format(out, "  --> %s:%u:%u\n", at->source->path, at->line, at->column);
        if (at->source->text != NULL)
            add_source_line(out, at);
    } else if (at->source != NULL) {
        pt_text_format(out, "  --> %s\n", at->source->path);
    }
    const char *hint = pt_finding_hint(out->arena, finding, language);
    if (hint != NULL)
        pt_text_format(out, "   = %s: %s\n", pt_message_text(PT_TEXT_HINT, language), hint);
}

/* --- Places ----------------------------------------------------------------------------------- */

static const char *skip_characters(const char *at, const char *end, uint32_t count)
{
    for (; count > 0 && at < end; count--)
        do
            at++;
        while (at < end && ((unsigned char)*at & 0xC0) == 0x80);
    return at;
}

const char *pt_position_text(pt_arena *arena, pt_position at)
{
    if (at.source == NULL || at.source->text == NULL || at.line == 0 || at.column == 0)
        return "";
    const char *from = at.source->text;
    const char *end = at.source->text + at.source->length;
    for (uint32_t line = 1; line < at.line && from < end; line++) {
        const char *next = memchr(from, '\n', (size_t)(end - from));
        from = next == NULL ? end : next + 1;
    }
    from = skip_characters(from, end, at.column - 1);
    const char *until = skip_characters(from, end, at.length);
    return pt_arena_copy(arena, from, (size_t)(until - from));
}
