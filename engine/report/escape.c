/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/escape.h"

static bool plain_ascii(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* How one character is written in a medium; false: as it is. */
typedef bool (*write_character)(pt_text *out, uint32_t point);

static void show_code(pt_text *out, uint32_t point)
{
    pt_text_format(out, "\\u{%X}", (unsigned)point);
}

static void show_byte(pt_text *out, char byte)
{
    pt_text_format(out, "\\x{%02X}", (unsigned)(unsigned char)byte);
}

/* A backslash that would read as the start of one of our own visible forms. */
static bool looks_escaped(const char *bytes, size_t left)
{
    return left >= 3 && bytes[0] == '\\' && (bytes[1] == 'u' || bytes[1] == 'x') && bytes[2] == '{';
}

static void escape_visibly(pt_text *out, const char *bytes, size_t length, write_character write)
{
    for (size_t at = 0; at < length;) {
        uint32_t point = 0;
        size_t step = pt_utf8_decode(bytes + at, length - at, &point);
        if (step == 0) {
            show_byte(out, bytes[at]);
            step = 1;
        } else if (looks_escaped(bytes + at, length - at)) {
            show_code(out, '\\');
        } else if (!write(out, point)) {
            pt_text_add_bytes(out, bytes + at, step);
        }
        at += step;
    }
}

static bool write_terminal(pt_text *out, uint32_t point)
{
    if (point >= 0x20 && pt_utf8_showable(point))
        return false;
    show_code(out, point);
    return true;
}

void pt_escape_terminal(pt_text *out, const char *bytes, size_t length)
{
    escape_visibly(out, bytes, length, write_terminal);
}

static bool write_xml(pt_text *out, uint32_t point)
{
    static const struct {
        uint32_t point;
        const char *reference;
    } references[] = {{'&', "&amp;"},   {'<', "&lt;"},  {'>', "&gt;"},   {'"', "&quot;"},
                      {'\'', "&apos;"}, {'\t', "&#9;"}, {'\n', "&#10;"}, {'\r', "&#13;"}};
    for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
        if (references[i].point == point) {
            pt_text_add(out, references[i].reference);
            return true;
        }
    }
    if (pt_utf8_showable(point) && point != 0xFFFE && point != 0xFFFF)
        return false;
    show_code(out, point);
    return true;
}

void pt_escape_xml(pt_text *out, const char *bytes, size_t length)
{
    escape_visibly(out, bytes, length, write_xml);
}

static bool write_message(pt_text *out, uint32_t point)
{
    if (point == '%' || point == '\r' || point == '\n')
        pt_text_format(out, "%%%02X", (unsigned)point);
    else if (point == '\t' || pt_utf8_showable(point))
        return false;
    else
        show_code(out, point);
    return true;
}

static bool write_property(pt_text *out, uint32_t point)
{
    if (point != ':' && point != ',')
        return write_message(out, point);
    pt_text_format(out, "%%%02X", (unsigned)point);
    return true;
}

void pt_escape_workflow_message(pt_text *out, const char *bytes, size_t length)
{
    escape_visibly(out, bytes, length, write_message);
}

void pt_escape_workflow_property(pt_text *out, const char *bytes, size_t length)
{
    escape_visibly(out, bytes, length, write_property);
}

static void write_json(pt_text *out, uint32_t point, const char *bytes, size_t length)
{
    static const char named[] = "\"\"\\\\\bb\ff\nn\rr\tt";
    for (size_t i = 0; named[i] != '\0'; i += 2) {
        if (point == (unsigned char)named[i]) {
            pt_text_add_char(out, '\\');
            pt_text_add_char(out, named[i + 1]);
            return;
        }
    }
    if (pt_utf8_showable(point))
        pt_text_add_bytes(out, bytes, length);
    else
        pt_text_format(out, "\\u%04x", (unsigned)point);
}

void pt_escape_json(pt_text *out, const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        size_t run = at;
        while (run < length && plain_ascii((unsigned char)bytes[run]) && bytes[run] != '"' &&
               bytes[run] != '\\')
            run++;
        pt_text_add_bytes(out, bytes + at, run - at);
        if (run == length)
            return;
        uint32_t point = 0xFFFD;
        size_t step = pt_utf8_decode(bytes + run, length - run, &point);
        if (step == 0)
            pt_text_add(out, "\xEF\xBF\xBD");
        else
            write_json(out, point, bytes + run, step);
        at = run + (step == 0 ? 1 : step);
    }
}
