/* SPDX-License-Identifier: EUPL-1.2 */
#include "io/patch.h"

#include <string.h>

#include "base/text.h"
#include "io/yaml.h"

/* The scalars of a file in the order of its text, with what each becomes. */
typedef struct scalar {
    const pt_yaml_node *node;
    const char *text; /* NULL: it stays */
} scalar;

typedef struct scalars {
    scalar *items;
    size_t count;
    size_t capacity;
} scalars;

static void gather_one(pt_arena *arena, scalars *to, const pt_yaml_node *node)
{
    to->items = pt_arena_grow(arena, to->items, to->count, &to->capacity, sizeof *to->items);
    to->items[to->count++] = (scalar){.node = node};
}

static void gather(pt_arena *arena, scalars *to, const pt_yaml_node *node)
{
    if (node->key != NULL)
        gather_one(arena, to, node->key);
    if (node->kind == PT_YAML_SCALAR)
        gather_one(arena, to, node);
    for (const pt_yaml_node *child = node->first; child != NULL; child = child->next)
        gather(arena, to, child);
}

static bool read_scalars(pt_arena *arena, const pt_source *source, pt_report *report, scalars *to)
{
    size_t errors = report->errors;
    const pt_yaml_node *root = pt_yaml_read(arena, source, report);
    if (root == NULL || report->errors > errors)
        return false;
    gather(arena, to, root);
    return true;
}

/* --- Finding the scalar ----------------------------------------------------------------------- */

static int by_place(const pt_position *one, const pt_position *other)
{
    if (one->line != other->line)
        return one->line < other->line ? -1 : 1;
    return (one->column > other->column) - (one->column < other->column);
}

static scalar *find(scalars *in, const pt_position *at)
{
    size_t low = 0;
    size_t high = in->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = by_place(&in->items[middle].node->at, at);
        if (order == 0)
            return &in->items[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static bool mark(scalars *in, const pt_replacement *replacement, pt_report *report)
{
    scalar *found = find(in, &replacement->at);
    if (found == NULL)
        return pt_find(report, PT_S070, replacement->at, PT_ARGS(replacement->text), NULL);
    if (found->text != NULL && strcmp(found->text, replacement->text) != 0)
        return pt_find(report, PT_S071, replacement->at, PT_ARGS(found->text, replacement->text),
                       NULL);
    found->text = replacement->text;
    return true;
}

/* --- Writing it ------------------------------------------------------------------------------- */

static bool is_plain_sign(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* Stricter than YAML: what needs no quotes in any context, so that no context has to be known. */
static bool is_plain(const char *text)
{
    size_t length = strlen(text);
    bool negative = text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    if (length == 0 || (!is_plain_sign(text[0]) && !negative) || text[length - 1] == ' ')
        return false;
    for (size_t i = 1; i < length; i++) {
        if (!is_plain_sign(text[i]) && strchr("_-./+% ()", text[i]) == NULL)
            return false;
    }
    return true;
}

static void add_single(pt_text *out, const char *text)
{
    pt_text_add_char(out, '\'');
    for (; *text != '\0'; text++) {
        if (*text == '\'')
            pt_text_add_char(out, '\'');
        pt_text_add_char(out, *text);
    }
    pt_text_add_char(out, '\'');
}

static void add_double(pt_text *out, const char *text)
{
    pt_text_add_char(out, '"');
    for (; *text != '\0'; text++) {
        switch (*text) {
        case '"':
        case '\\':
            pt_text_add_char(out, '\\');
            pt_text_add_char(out, *text);
            break;
        case '\n': pt_text_add(out, "\\n"); break;
        case '\r': pt_text_add(out, "\\r"); break;
        case '\t': pt_text_add(out, "\\t"); break;
        default: pt_text_add_char(out, *text); break;
        }
    }
    pt_text_add_char(out, '"');
}

static void add_scalar(pt_text *out, const pt_source *source, const scalar *changed)
{
    const pt_yaml_node *node = changed->node;
    bool single = node->quoted && source->text[node->offset] == '\'';
    bool one_line = strpbrk(changed->text, "\n\r\t") == NULL;
    if (node->bytes == 0 && node->offset > 0 && source->text[node->offset - 1] == ':')
        pt_text_add_char(out, ' ');
    if (!node->quoted && is_plain(changed->text))
        pt_text_add(out, changed->text);
    else if (single && one_line)
        add_single(out, changed->text);
    else
        add_double(out, changed->text);
}

/* The end of a scalar. libyaml counts the lines behind a block of text as part of it. */
static size_t end_of(const pt_source *source, const pt_yaml_node *node)
{
    size_t end = (size_t)node->offset + node->bytes;
    while (node->block && end > node->offset && strchr(" \t\r\n", source->text[end - 1]) != NULL)
        end--;
    return end;
}

static const char *written(pt_arena *arena, const pt_source *source, const scalars *from)
{
    pt_text out = pt_text_create(arena);
    size_t at = 0;
    for (size_t i = 0; i < from->count; i++) {
        const scalar *each = &from->items[i];
        if (each->text == NULL)
            continue;
        pt_text_add_bytes(&out, source->text + at, each->node->offset - at);
        add_scalar(&out, source, each);
        at = end_of(source, each->node);
    }
    pt_text_add_bytes(&out, source->text + at, source->length - at);
    return out.bytes;
}

/* Reads the outcome back: nothing may be written that means something else. */
static bool reads_back(pt_arena *arena, const pt_source *source, const char *text,
                       const scalars *wanted)
{
    pt_report report = pt_report_create(arena);
    pt_source made = {.path = source->path, .text = text, .length = strlen(text)};
    scalars found = {0};
    if (!read_scalars(arena, &made, &report, &found) || found.count != wanted->count)
        return false;
    for (size_t i = 0; i < found.count; i++) {
        const scalar *each = &wanted->items[i];
        const char *text_wanted = each->text == NULL ? each->node->text : each->text;
        if (strcmp(found.items[i].node->text, text_wanted) != 0)
            return false;
    }
    return true;
}

const char *pt_patch(pt_arena *arena, const pt_source *source, const pt_replacement *replacements,
                     size_t count, pt_report *report)
{
    scalars in = {0};
    if (!read_scalars(arena, source, report, &in))
        return NULL;
    bool fine = true;
    for (size_t i = 0; i < count; i++)
        fine &= mark(&in, &replacements[i], report);
    if (!fine)
        return NULL;
    const char *text = written(arena, source, &in);
    if (reads_back(arena, source, text, &in))
        return text;
    pt_find(report, PT_S072, (pt_position){.source = source}, NULL, NULL);
    return NULL;
}
