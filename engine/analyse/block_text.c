/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/block_text.h"

#include <string.h>

enum { MOST_LINES = 400 }; /* the table below is lines by lines */

/* --- Where a block ends --------------------------------------------------------------------------
 */

/* Behind a quoted text or a comment that begins at `at`; `at` itself when none does. */
static size_t behind_quoted(const char *text, size_t length, size_t at)
{
    if (text[at] == '-' && at + 1 < length && text[at + 1] == '-') {
        while (at < length && text[at] != '\n')
            at++;
    } else if (text[at] == '"' || text[at] == '\'') {
        char quote = text[at++];
        while (at < length && text[at] != quote && text[at] != '\n')
            at += text[at] == '\\' ? 2u : 1u;
        at = at < length ? at + 1 : length;
    }
    return at < length ? at : length;
}

static size_t end_of_block(const char *text, size_t length, size_t at)
{
    int depth = 0;
    while (at < length) {
        size_t behind = behind_quoted(text, length, at);
        if (behind > at) {
            at = behind;
            continue;
        }
        depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        at++;
        if (depth == 0 && text[at - 1] == '}')
            break;
    }
    return at;
}

static const char *text_at(pt_arena *arena, const pt_position *place)
{
    const pt_source *source = place->source;
    if (source == NULL || source->text == NULL || place->line == 0)
        return "";
    size_t at = 0;
    for (uint32_t line = 1; line < place->line && at < source->length; line++) {
        const char *end = memchr(source->text + at, '\n', source->length - at);
        at = end == NULL ? source->length : (size_t)(end - source->text) + 1;
    }
    return pt_arena_copy(arena, source->text + at,
                         end_of_block(source->text, source->length, at) - at);
}

const char *pt_block_text(pt_arena *arena, const pt_block *block)
{
    const char *own = text_at(arena, &block->at);
    if (block->grounds_at.source == NULL)
        return own;
    return pt_format(arena, "%s\n%s", own, text_at(arena, &block->grounds_at));
}

/* --- Lines ---------------------------------------------------------------------------------------
 */

typedef struct line {
    const char *text;
    size_t length; /* without blanks at its end */
} line;

static line next_line(const char **at)
{
    line found = {*at, strcspn(*at, "\n")};
    *at += found.length + ((*at)[found.length] == '\n' ? 1u : 0u);
    while (found.length > 0 && strchr(" \t\r", found.text[found.length - 1]) != NULL)
        found.length--;
    return found;
}

static bool same_line(const line *a, const line *b)
{
    return a->length == b->length && memcmp(a->text, b->text, a->length) == 0;
}

static line without_indent(line of)
{
    while (of.length > 0 && (of.text[0] == ' ' || of.text[0] == '\t')) {
        of.text++;
        of.length--;
    }
    return of;
}

bool pt_block_text_equal(const char *a, const char *b)
{
    while (*a != '\0' || *b != '\0') {
        line one = without_indent(next_line(&a)), other = without_indent(next_line(&b));
        if (!same_line(&one, &other))
            return false;
    }
    return true;
}

static line *lines_of(pt_arena *arena, const char *text, size_t *count)
{
    line *lines = PT_NEW_ARRAY(arena, MOST_LINES, line);
    *count = 0;
    while (text != NULL && *text != '\0' && *count < MOST_LINES)
        lines[(*count)++] = next_line(&text);
    return lines;
}

/* common[i][j]: the most lines that a from i and b from j have in common, in order. */
static uint16_t *common_lines(pt_arena *arena, const line *a, size_t a_count, const line *b,
                              size_t b_count)
{
    size_t wide = b_count + 1;
    uint16_t *common = PT_NEW_ARRAY(arena, (a_count + 1) * wide, uint16_t);
    for (size_t i = a_count; i-- > 0;) {
        for (size_t j = b_count; j-- > 0;) {
            uint16_t down = common[(i + 1) * wide + j], right = common[i * wide + j + 1];
            common[i * wide + j] = same_line(&a[i], &b[j])
                                       ? (uint16_t)(common[(i + 1) * wide + j + 1] + 1)
                                   : down > right ? down
                                                  : right;
        }
    }
    return common;
}

static const char *marked(pt_arena *arena, char mark, const line *shown)
{
    return pt_format(arena, "%c%.*s", mark, (int)shown->length, shown->text);
}

const char **pt_block_text_lines(pt_arena *arena, const char *before, const char *after,
                                 size_t *count)
{
    size_t a_count = 0, b_count = 0, i = 0, j = 0;
    const line *a = lines_of(arena, before, &a_count), *b = lines_of(arena, after, &b_count);
    const uint16_t *common = common_lines(arena, a, a_count, b, b_count);
    const char **lines = PT_NEW_ARRAY(arena, a_count + b_count, const char *);
    *count = 0;
    while (i < a_count || j < b_count) {
        size_t here = i * (b_count + 1) + j;
        if (i < a_count && j < b_count && same_line(&a[i], &b[j])) {
            lines[(*count)++] = marked(arena, ' ', &a[i++]);
            j++;
        } else if (j == b_count ||
                   (i < a_count && common[here + b_count + 1] >= common[here + 1])) {
            lines[(*count)++] = marked(arena, '-', &a[i++]);
        } else {
            lines[(*count)++] = marked(arena, '+', &b[j++]);
        }
    }
    return lines;
}
