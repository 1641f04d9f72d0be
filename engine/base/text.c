/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/text.h"

#include <stdio.h>
#include <string.h>

pt_text pt_text_create(pt_arena *arena)
{
    pt_text text = {.arena = arena, .capacity = 64};
    text.bytes = pt_arena_alloc(arena, text.capacity);
    return text;
}

static void reserve(pt_text *text, size_t added)
{
    size_t needed = text->length + added + 1;
    if (needed <= text->capacity)
        return;
    size_t capacity = text->capacity * 2;
    if (capacity < needed)
        capacity = needed;
    char *grown = pt_arena_alloc(text->arena, capacity);
    memcpy(grown, text->bytes, text->length + 1);
    text->bytes = grown;
    text->capacity = capacity;
}

void pt_text_add_bytes(pt_text *text, const char *bytes, size_t length)
{
    if (length == 0)
        return;
    reserve(text, length);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

void pt_text_add(pt_text *text, const char *added)
{
    pt_text_add_bytes(text, added, strlen(added));
}

void pt_text_add_char(pt_text *text, char c)
{
    pt_text_add_bytes(text, &c, 1);
}

void pt_text_add_number(pt_text *text, int64_t number)
{
    char digits[32];
    int length = snprintf(digits, sizeof digits, "%lld", (long long)number);
    pt_text_add_bytes(text, digits, (size_t)length);
}

static void add_formatted(pt_text *text, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    if (length <= 0)
        return;
    reserve(text, (size_t)length);
    vsnprintf(text->bytes + text->length, (size_t)length + 1, format, arguments);
    text->length += (size_t)length;
}

void pt_text_format(pt_text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_formatted(text, format, arguments);
    va_end(arguments);
}

char *pt_format(pt_arena *arena, const char *format, ...)
{
    pt_text text = pt_text_create(arena);
    va_list arguments;
    va_start(arguments, format);
    add_formatted(&text, format, arguments);
    va_end(arguments);
    return text.bytes;
}

bool pt_text_equal(const char *a, const char *b)
{
    if (a == NULL || b == NULL)
        return a == b;
    return strcmp(a, b) == 0;
}

static size_t sequence_length(unsigned char first)
{
    if (first < 0x80)
        return 1;
    return first >> 5 == 6 ? 2 : first >> 4 == 14 ? 3 : first >> 3 == 30 ? 4 : 0;
}

size_t pt_utf8_decode(const char *bytes, size_t left, uint32_t *point)
{
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const unsigned char *at = (const unsigned char *)bytes;
    size_t length = sequence_length(at[0]);
    if (length == 0 || length > left)
        return 0;
    uint32_t value = length == 1 ? at[0] : at[0] & (0xFFu >> (length + 1));
    for (size_t i = 1; i < length; i++) {
        if (at[i] >> 6 != 2)
            return 0;
        value = value << 6 | (at[i] & 0x3F);
    }
    if (value < smallest[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *point = value;
    return length;
}

bool pt_utf8_showable(uint32_t point)
{
    if (point < 0x20)
        return point == '\t' || point == '\n' || point == '\r';
    if (point >= 0x7F && point < 0xA0)
        return false;
    if ((point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069))
        return false;
    return point != 0x2028 && point != 0x2029 && point != 0x200E && point != 0x200F &&
           point != 0xFEFF;
}

size_t pt_utf8_check(const char *bytes, size_t length)
{
    size_t at = 0;
    while (at < length) {
        if (bytes[at] >= ' ' && bytes[at] < 0x7F) {
            at++;
            continue;
        }
        uint32_t point = 0;
        size_t step = pt_utf8_decode(bytes + at, length - at, &point);
        if (step == 0 || !pt_utf8_showable(point))
            return at;
        at += step;
    }
    return length;
}

size_t pt_utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;
    for (size_t i = 0; i < length; i++)
        count += ((unsigned char)bytes[i] & 0xC0) != 0x80;
    return count;
}

enum { LONGEST_WORD = 63 };

static size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t row[LONGEST_WORD + 1];
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            diagonal = row[j];
            row[j] = changed < shorter ? changed : shorter;
        }
    }
    return row[b_length];
}

const char *pt_suggest(const char *word, const char *const *candidates, size_t count)
{
    size_t length = strlen(word);
    if (length > LONGEST_WORD)
        return NULL;
    size_t nearest = length / 3 + 1;
    if (nearest > 4)
        nearest = 4;
    const char *best = NULL;
    nearest += 1;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(candidates[i]);
        if (other > LONGEST_WORD)
            continue;
        size_t distance = edit_distance(word, length, candidates[i], other);
        if (distance < nearest && distance < other) {
            nearest = distance;
            best = candidates[i];
        }
    }
    return best;
}
