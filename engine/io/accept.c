/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/accept.h"

#include <string.h>

#include "base/map.h"
#include "base/text.h"
#include "io/patch.h"

struct pt_accept {
    pt_arena *arena;
    const pt_source *source;
    pt_replacement *replacements;
    size_t count;
    size_t capacity;
    size_t left;
    pt_map held; /* places of what came true in some play */
};

pt_accept *pt_accept_create(pt_arena *arena, const pt_source *source)
{
    pt_accept *accept = PT_NEW(arena, pt_accept);
    accept->arena = arena;
    accept->source = source;
    accept->held = pt_map_create(arena);
    return accept;
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

static const char *key_of(pt_accept *accept, const pt_record *record)
{
    const pt_position *at = &record->of.expectation.field->at;
    return pt_format(accept->arena, "%u:%u", at->line, at->column);
}

/* It came true in this play, so what another play would write in its place can not be written. */
static void hold(pt_accept *accept, const pt_record *record, pt_report *report)
{
    const pt_expected_field *field = record->of.expectation.field;
    size_t kept = 0;
    pt_map_add(&accept->held, key_of(accept, record), 0);
    for (size_t i = 0; i < accept->count; i++) {
        const pt_replacement *each = &accept->replacements[i];
        if (each->at.line == field->at.line && each->at.column == field->at.column)
            leave(accept, record, report);
        else
            accept->replacements[kept++] = *each;
    }
    accept->count = kept;
}

static void add(pt_accept *accept, const pt_record *record, pt_report *report)
{
    const pt_expected_field *field = record->of.expectation.field;
    const char *found = record->of.expectation.found;
    uint32_t unused = 0;
    bool held = pt_map_find(&accept->held, key_of(accept, record), &unused);
    if (held || !can_be_written(field, found)) {
        leave(accept, record, report);
        return;
    }
    for (size_t i = 0; i < accept->count; i++) {
        const pt_replacement *each = &accept->replacements[i];
        if (each->at.line != field->at.line || each->at.column != field->at.column)
            continue;
        if (strcmp(each->text, found) != 0)
            leave(accept, record, report);
        return;
    }
    accept->replacements = pt_arena_grow(accept->arena, accept->replacements, accept->count,
                                         &accept->capacity, sizeof *accept->replacements);
    accept->replacements[accept->count++] =
        (pt_replacement){field->at, pt_arena_copy(accept->arena, found, strlen(found))};
}

void pt_accept_add(pt_accept *accept, const pt_run_result *result, pt_report *report)
{
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        if (record->kind != PT_RECORD_EXPECTATION || record->of.expectation.unjudged)
            continue;
        if (record->of.expectation.passed)
            hold(accept, record, report);
        else
            add(accept, record, report);
    }
}

size_t pt_accept_changed(const pt_accept *accept)
{
    return accept->count;
}

size_t pt_accept_left(const pt_accept *accept)
{
    return accept->left;
}

const char *pt_accept_text(pt_arena *arena, const pt_accept *accept, pt_report *report)
{
    return pt_patch(arena, accept->source, accept->replacements, accept->count, report);
}

static size_t line_length(const char *text)
{
    return strcspn(text, "\n");
}

/* Replacements stay on their line, so the two texts differ line by line. */
void pt_accept_show(pt_text *out, const pt_accept *accept, const char *text)
{
    const char *old = accept->source->text;
    for (unsigned line = 1; *old != '\0' && *text != '\0'; line++) {
        size_t before = line_length(old);
        size_t after = line_length(text);
        if (before != after || memcmp(old, text, before) != 0) {
            pt_text_format(out, "  %s:%u\n  - ", accept->source->path, line);
            pt_text_add_bytes(out, old, before);
            pt_text_add(out, "\n  + ");
            pt_text_add_bytes(out, text, after);
            pt_text_add_char(out, '\n');
        }
        old += before + (old[before] == '\n');
        text += after + (text[after] == '\n');
    }
}
