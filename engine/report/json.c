/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/json.h"

#include <assert.h>
#include <string.h>

#include "report/escape.h"

pt_json pt_json_create(pt_text *out)
{
    return (pt_json){.out = out};
}

static void add_line(pt_json *json)
{
    pt_text_add_char(json->out, '\n');
    for (unsigned level = 0; level < json->depth + json->indent; level++)
        pt_text_add(json->out, "  ");
}

/* What stands before any value: comma, new line, key. */
static void begin_value(pt_json *json, const char *key)
{
    if (json->filled[json->depth])
        pt_text_add_char(json->out, ',');
    json->filled[json->depth] = true;
    if (json->depth > 0)
        add_line(json);
    if (key != NULL)
        pt_text_format(json->out, "\"%s\": ", key);
}

static void open_level(pt_json *json, const char *key, char opening, char closing)
{
    assert(json->depth < PT_JSON_DEPTH);
    begin_value(json, key);
    pt_text_add_char(json->out, opening);
    json->depth++;
    json->filled[json->depth] = false;
    json->closing[json->depth] = closing;
}

void pt_json_object(pt_json *json, const char *key)
{
    open_level(json, key, '{', '}');
}

void pt_json_list(pt_json *json, const char *key)
{
    open_level(json, key, '[', ']');
}

void pt_json_close(pt_json *json)
{
    assert(json->depth > 0);
    bool filled = json->filled[json->depth];
    char closing = json->closing[json->depth--];
    if (filled)
        add_line(json);
    pt_text_add_char(json->out, closing);
}

void pt_json_text_bytes(pt_json *json, const char *key, const char *bytes, size_t length)
{
    begin_value(json, key);
    pt_text_add_char(json->out, '"');
    pt_escape_json(json->out, bytes, length);
    pt_text_add_char(json->out, '"');
}

void pt_json_text(pt_json *json, const char *key, const char *text)
{
    if (text == NULL)
        pt_json_null(json, key);
    else
        pt_json_text_bytes(json, key, text, strlen(text));
}

void pt_json_number(pt_json *json, const char *key, int64_t number)
{
    begin_value(json, key);
    pt_text_add_number(json->out, number);
}

void pt_json_fraction(pt_json *json, const char *key, int64_t amount, int64_t scale)
{
    enum { DECIMALS = 10000 };
    begin_value(json, key);
    if (amount < 0)
        pt_text_add_char(json->out, '-');
    amount = amount < 0 ? -amount : amount;
    pt_text_add_number(json->out, amount / scale);
    int64_t rest = amount % scale * DECIMALS / scale;
    if (rest == 0)
        return;
    pt_text_add_char(json->out, '.');
    for (int64_t unit = DECIMALS / 10; rest > 0; unit /= 10) {
        pt_text_add_char(json->out, (char)('0' + rest / unit));
        rest %= unit;
    }
}

void pt_json_truth(pt_json *json, const char *key, bool truth)
{
    begin_value(json, key);
    pt_text_add(json->out, truth ? "true" : "false");
}

void pt_json_null(pt_json *json, const char *key)
{
    begin_value(json, key);
    pt_text_add(json->out, "null");
}

void pt_json_date(pt_json *json, const char *key, pt_date date)
{
    char written[PT_DATE_TEXT];
    if (pt_date_valid(date))
        pt_json_text(json, key, pt_date_format(date, written));
    else
        pt_json_null(json, key);
}
