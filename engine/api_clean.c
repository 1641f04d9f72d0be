/* SPDX-License-Identifier: EUPL-1.2 */
/* The last look at what a child wrote, before it can reach a terminal. */
#include <string.h>

#include "api_task.h"

/* The length of an SGR sequence (colours alone: ESC [ digits ; digits m), or 0. */
static size_t colour_at(const char *bytes, size_t length)
{
    if (length < 3 || bytes[0] != '\033' || bytes[1] != '[')
        return 0;
    size_t at = 2;
    while (at < length && at < 20 && strchr("0123456789;", bytes[at]) != NULL && bytes[at] != '\0')
        at++;
    return at < length && bytes[at] == 'm' ? at + 1 : 0;
}

static bool is_clean(uint32_t point)
{
    return point == '\n' || point == '\t' || pt_utf8_showable(point);
}

void pt_task_clean(pt_task *task, size_t from)
{
    const char *bytes = task->output.bytes;
    size_t length = task->output.length;
    char *out = task->output.bytes + from;
    for (size_t at = from; at < length;) {
        uint32_t point = 0;
        size_t took = task->job.style.coloured ? colour_at(bytes + at, length - at) : 0;
        if (took == 0) {
            took = pt_utf8_decode(bytes + at, length - at, &point);
            if (took == 0 || !is_clean(point)) {
                *out++ = '?';
                at += took == 0 ? 1 : took;
                continue;
            }
        }
        memmove(out, bytes + at, took);
        out += took;
        at += took;
    }
    task->output.length = (size_t)(out - task->output.bytes);
    task->output.bytes[task->output.length] = '\0';
}
