/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/excerpt.h"

#include <string.h>

static const char *line_end(const char *at)
{
    return at + strcspn(at, "\n");
}

static const char *next_line(const char *at)
{
    const char *end = line_end(at);
    return *end == '\n' ? end + 1 : end;
}

/* --- Rule files ------------------------------------------------------------------------------- */

/* Behind a long bracket ([[ ]], [==[ ]==]) that begins at `at`; `at` itself when none does. */
static const char *skip_long(const char *at)
{
    size_t level = strspn(at + 1, "=");
    if (*at != '[' || at[1 + level] != '[')
        return at;
    for (const char *end = at + 2 + level; *end != '\0'; end++) {
        if (*end == ']' && strspn(end + 1, "=") == level && end[1 + level] == ']')
            return end + 2 + level;
    }
    return at + strlen(at);
}

static const char *skip_quoted(const char *at)
{
    char quote = *at++;
    while (*at != '\0' && *at != quote && *at != '\n')
        at += *at == '\\' && at[1] != '\0' ? 2 : 1;
    return *at == quote ? at + 1 : at;
}

/* Behind a string or comment that begins at `at`; `at` itself when none does. */
static const char *skip_dead(const char *at)
{
    if (*at == '"' || *at == '\'')
        return skip_quoted(at);
    if (*at == '[')
        return skip_long(at);
    if (at[0] != '-' || at[1] != '-')
        return at;
    const char *behind = skip_long(at + 2);
    return behind != at + 2 ? behind : line_end(at);
}

static const char *table_end(const char *at)
{
    int depth = 0;
    while (*at != '\0') {
        const char *behind = skip_dead(at);
        if (behind != at) {
            at = behind;
            continue;
        }
        depth += (*at == '{') - (*at == '}');
        if (*at++ == '}' && depth <= 0)
            break;
    }
    return line_end(at);
}

/* --- YAML ------------------------------------------------------------------------------------- */

/* Comments before the next key belong to that key. */
static const char *entry_end(const char *at)
{
    const char *end = line_end(at);
    for (const char *line = next_line(at); *line != '\0'; line = next_line(line)) {
        if (*line == '#' || *line == '\n')
            continue;
        if (*line != ' ')
            break;
        end = line_end(line);
    }
    return end;
}

/* --- Both ------------------------------------------------------------------------------------- */

static bool is_comment(const char *line, bool yaml)
{
    const char *words = line + strspn(line, " ");
    size_t length = (size_t)(line_end(words) - words);
    bool comment = yaml ? *words == '#' : words[0] == '-' && words[1] == '-';
    for (size_t i = 0; comment && i + 4 <= length; i++)
        comment = strncmp(words + i, "SPDX", 4) != 0;
    return comment;
}

static const char *line_before(const char *text, const char *line)
{
    const char *at = line - 1;
    while (at > text && at[-1] != '\n')
        at--;
    return at;
}

pt_excerpt pt_excerpt_at(pt_position at)
{
    pt_excerpt excerpt = {.text = "", .first_line = at.line};
    if (at.source == NULL || at.source->text == NULL || at.line == 0)
        return (pt_excerpt){.text = ""};
    const char *path = at.source->path;
    size_t length = strlen(path);
    bool yaml = length > 5 && strcmp(path + length - 5, ".yaml") == 0;
    const char *line = at.source->text;
    for (uint32_t i = 1; i < at.line && *line != '\0'; i++)
        line = next_line(line);
    const char *end = yaml ? entry_end(line) : table_end(line);
    while (line > at.source->text && is_comment(line_before(at.source->text, line), yaml)) {
        line = line_before(at.source->text, line);
        excerpt.first_line--;
    }
    excerpt.text = line;
    excerpt.length = (size_t)(end - line);
    return excerpt;
}
