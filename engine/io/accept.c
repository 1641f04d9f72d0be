/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/accept.h"

#include <stdlib.h>
#include <string.h>

/* One scalar to write over: bytes [from, until) of the source. */
typedef struct change {
    size_t from;
    size_t until;
    const char *text;
    uint32_t line;
} change;

struct pt_accept {
    pt_arena *arena;
    const pt_source *source;
    change *changes;
    size_t count;
    size_t capacity;
    size_t left;
};

pt_accept *pt_accept_create(pt_arena *arena, const pt_source *source)
{
    pt_accept *accept = PT_NEW(arena, pt_accept);
    accept->arena = arena;
    accept->source = source;
    return accept;
}

/* The offset of a line and column, which count from 1, in characters. */
static size_t offset_of(const pt_source *source, uint32_t line, uint32_t column)
{
    size_t at = 0;
    for (uint32_t i = 1; i < line && at < source->length; i++) {
        const char *end = memchr(source->text + at, '\n', source->length - at);
        at = end == NULL ? source->length : (size_t)(end - source->text) + 1;
    }
    for (uint32_t i = 1; i < column && at < source->length; i++) {
        uint32_t point = 0;
        size_t bytes = pt_utf8_decode(source->text + at, source->length - at, &point);
        at += bytes == 0 ? 1 : bytes;
    }
    return at;
}

static bool is_plain(const char *text)
{
    static const char safe[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    static const char inside[] =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-. ";
    size_t length = strlen(text);
    return length > 0 && strchr(safe, text[0]) != NULL && strspn(text, inside) == length &&
           text[length - 1] != ' ';
}

/* As YAML wants it: plain when it can be, else between double quotes. */
static const char *scalar(pt_arena *arena, const char *text)
{
    if (is_plain(text))
        return pt_arena_copy(arena, text, strlen(text));
    pt_text quoted = pt_text_create(arena);
    pt_text_add_char(&quoted, '"');
    for (const char *at = text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\')
            pt_text_add_char(&quoted, '\\');
        pt_text_add_char(&quoted, *at);
    }
    pt_text_add_char(&quoted, '"');
    return quoted.bytes;
}

static bool can_be_written(const pt_expected_field *field, const char *found)
{
    bool list = field->kind == PT_FIELD_CONTAINS || field->kind == PT_FIELD_CONTAINS_NOT ||
                field->kind == PT_FIELD_EXACTLY;
    return !list && field->at.line > 0 && found != NULL && found[0] != '\0' &&
           strchr(found, '\n') == NULL;
}

static bool leave(pt_accept *accept, const pt_record *record, pt_report *report)
{
    const pt_expectation *expectation = record->of.expectation.expectation;
    accept->left++;
    return pt_find(report, PT_N001, expectation->at,
                   PT_ARGS(expectation->written, record->of.expectation.found), NULL);
}

static void add(pt_accept *accept, const pt_record *record, pt_report *report)
{
    const pt_expected_field *field = record->of.expectation.field;
    const char *found = record->of.expectation.found;
    if (!can_be_written(field, found)) {
        leave(accept, record, report);
        return;
    }
    size_t from = offset_of(accept->source, field->at.line, field->at.column);
    size_t until = offset_of(accept->source, field->at.line, field->at.column + field->at.length);
    const char *text = scalar(accept->arena, found);
    for (size_t i = 0; i < accept->count; i++) {
        if (accept->changes[i].from != from)
            continue;
        if (strcmp(accept->changes[i].text, text) != 0)
            leave(accept, record, report);
        return;
    }
    accept->changes = pt_arena_grow(accept->arena, accept->changes, accept->count,
                                    &accept->capacity, sizeof *accept->changes);
    accept->changes[accept->count++] = (change){from, until, text, field->at.line};
}

static int by_place(const void *a, const void *b)
{
    const change *one = a;
    const change *other = b;
    return (one->from > other->from) - (one->from < other->from);
}

void pt_accept_add(pt_accept *accept, const pt_run_result *result, pt_report *report)
{
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind == PT_RECORD_EXPECTATION && !record->of.expectation.passed &&
            !record->of.expectation.unjudged)
            add(accept, record, report);
    }
    if (accept->count > 0)
        qsort(accept->changes, accept->count, sizeof *accept->changes, by_place);
}

size_t pt_accept_changed(const pt_accept *accept)
{
    return accept->count;
}

size_t pt_accept_left(const pt_accept *accept)
{
    return accept->left;
}

/* Adds the bytes [from, until) of the source with the changes in them made. */
static void add_changed(pt_text *out, const pt_accept *accept, size_t from, size_t until)
{
    for (size_t i = 0; i < accept->count; i++) {
        const change *each = &accept->changes[i];
        if (each->from < from || each->from >= until)
            continue;
        pt_text_add_bytes(out, accept->source->text + from, each->from - from);
        pt_text_add(out, each->text);
        from = each->until;
    }
    if (from < until)
        pt_text_add_bytes(out, accept->source->text + from, until - from);
}

pt_text pt_accept_text(pt_arena *arena, const pt_accept *accept)
{
    pt_text out = pt_text_create(arena);
    add_changed(&out, accept, 0, accept->source->length);
    return out;
}

void pt_accept_show(pt_text *out, const pt_accept *accept)
{
    const pt_source *source = accept->source;
    uint32_t shown = 0;
    for (size_t i = 0; i < accept->count; i++) {
        uint32_t line = accept->changes[i].line;
        if (line == shown)
            continue;
        shown = line;
        size_t from = offset_of(source, line, 1);
        const char *end = memchr(source->text + from, '\n', source->length - from);
        size_t until = end == NULL ? source->length : (size_t)(end - source->text);
        pt_text_format(out, "  %s:%u\n  - ", source->path, line);
        pt_text_add_bytes(out, source->text + from, until - from);
        pt_text_add(out, "\n  + ");
        add_changed(out, accept, from, until);
        pt_text_add_char(out, '\n');
    }
}
