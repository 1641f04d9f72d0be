/* SPDX-License-Identifier: EUPL-1.2 */
#include "base/csv.h"

#include <string.h>

static bool is_formula(const char *bytes, size_t length)
{
    return length > 0 && bytes[0] != '\0' && strchr("=+-@\t\r", bytes[0]) != NULL;
}

static bool needs_quotes(const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] != '\0' && strchr(";\"\r\n", bytes[i]) != NULL)
            return true;
    }
    return is_formula(bytes, length) ||
           (length > 0 && (bytes[0] == ' ' || bytes[length - 1] == ' '));
}

void pt_csv_cell(pt_text *out, const char *bytes, size_t length)
{
    if (!needs_quotes(bytes, length)) {
        pt_text_add_bytes(out, bytes, length);
        return;
    }
    pt_text_add(out, is_formula(bytes, length) ? "\"'" : "\"");
    for (size_t i = 0; i < length; i++) {
        if (bytes[i] == '"')
            pt_text_add_char(out, '"');
        pt_text_add_char(out, bytes[i]);
    }
    pt_text_add_char(out, '"');
}

void pt_csv_decimal(pt_text *out, const char *number)
{
    const char *point = strchr(number, '.');
    if (point == NULL) {
        pt_text_add(out, number);
        return;
    }
    pt_text_add_bytes(out, number, (size_t)(point - number));
    pt_text_add_char(out, ',');
    pt_text_add(out, point + 1);
}
