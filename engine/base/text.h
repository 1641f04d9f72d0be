/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Text: slices of somebody's bytes, a growing buffer in an arena, and what findings need of UTF-8.
 * No function here looks at the locale.
 */
#ifndef PT_BASE_TEXT_H
#define PT_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A growing text; `bytes` always ends in NUL and lives in the arena. */
typedef struct pt_text {
    pt_arena *arena;
    char *bytes;
    size_t length;
    size_t capacity;
} pt_text;

/* An empty text in `arena`. */
pt_text pt_text_create(pt_arena *arena);

void pt_text_add(pt_text *text, const char *added);
void pt_text_add_bytes(pt_text *text, const char *bytes, size_t length);
void pt_text_add_char(pt_text *text, char c);
void pt_text_add_number(pt_text *text, int64_t number);
void pt_text_format(pt_text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Formats into `arena`; never NULL. */
char *pt_format(pt_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Are the two NUL-ended texts equal? Both may be NULL; NULL equals only NULL. */
bool pt_text_equal(const char *a, const char *b);

/*
 * Checks that `length` bytes are UTF-8 that a report can show: no NUL, no C0 control other than
 * tab, line feed and carriage return, no C1 control, no bidirectional control, no surrogate.
 * Returns the offset of the first bad byte, or `length`.
 */
size_t pt_utf8_check(const char *bytes, size_t length);

/*
 * The length in bytes of the character at `bytes` (`length` > 0 bytes are there), its code point in
 * `*point`; 0, `*point` untouched, when it is no UTF-8.
 */
size_t pt_utf8_decode(const char *bytes, size_t length, uint32_t *point);

/* May a report show this character as it is? See pt_utf8_check. */
bool pt_utf8_showable(uint32_t point);

/* Number of characters (code points) in `length` bytes of UTF-8. */
size_t pt_utf8_count(const char *bytes, size_t length);

/*
 * The candidate nearest to `word` (edit distance at most a third of its length, at least 1), or
 * NULL. Ties go to the earlier candidate. For "bedoelde u ...?".
 */
const char *pt_suggest(const char *word, const char *const *candidates, size_t count);

#endif
