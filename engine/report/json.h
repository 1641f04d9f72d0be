/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A writer of JSON (RFC 8259): keeps commas, indents and escaping right; the caller opens and
 * closes.
 *
 * Normal use:
 *     pt_json json = pt_json_create(out);
 *     pt_json_object(&json, NULL);
 *     pt_json_text(&json, "naam", name);
 *     pt_json_close(&json);
 * Inside an object every call names its key; inside a list, and for the outermost value, the key is
 * NULL. Keys are ours and plain ASCII; texts may be anything (report/escape.h).
 *
 * Errors: closing too often or nesting deeper than PT_JSON_DEPTH is our own mistake (assert).
 * Threads: one writer, one thread.
 */
#ifndef PT_REPORT_JSON_H
#define PT_REPORT_JSON_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"
#include "model/date.h"

enum { PT_JSON_DEPTH = 128 };

typedef struct pt_json {
    pt_text *out;
    unsigned indent; /* extra levels of indent, for values that will stand inside another text */
    unsigned depth;
    bool filled[PT_JSON_DEPTH + 1]; /* has this level a value yet? */
    char closing[PT_JSON_DEPTH + 1];
} pt_json;

/* A writer that appends to `out`. */
pt_json pt_json_create(pt_text *out);

void pt_json_object(pt_json *json, const char *key);
void pt_json_list(pt_json *json, const char *key);
void pt_json_close(pt_json *json);

/* `text` NULL is written as null. */
void pt_json_text(pt_json *json, const char *key, const char *text);
void pt_json_text_bytes(pt_json *json, const char *key, const char *bytes, size_t length);
void pt_json_number(pt_json *json, const char *key, int64_t number);

/* `amount` over `scale` (a power of two up to 16), as an exact decimal: 15.5. */
void pt_json_fraction(pt_json *json, const char *key, int64_t amount, int64_t scale);

void pt_json_truth(pt_json *json, const char *key, bool truth);
void pt_json_null(pt_json *json, const char *key);

/* "2026-08-01"; null for a date that is none or has not ended. */
void pt_json_date(pt_json *json, const char *key, pt_date date);

#endif
