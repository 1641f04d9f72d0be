/* SPDX-License-Identifier: EUPL-1.2 */
#include "confine/endings.h"

#include <errno.h>
#include <string.h>

static pt_code code_of(pt_ending_kind kind)
{
    switch (kind) {
    case PT_ENDED_WELL: break;
    case PT_ENDED_SIGNAL: return PT_B001;
    case PT_ENDED_STALLED: return PT_B002;
    case PT_ENDED_MEMORY: return PT_B003;
    case PT_ENDED_SILENT: return PT_B004;
    case PT_ENDED_FORBIDDEN: return PT_B005;
    case PT_ENDED_GARBLED: return PT_B006;
    case PT_ENDED_KILLED: return PT_B010;
    }
    return PT_CODE_COUNT;
}

void pt_find_ending(pt_report *report, const pt_ending *ending, const char *name, pt_position at)
{
    pt_code code = code_of(ending->kind);
    if (code == PT_CODE_COUNT)
        return;
    uint32_t line = ending->last.line > 0 ? ending->last.line : at.line;
    pt_find(report, code, at,
            PT_ARGS(name, pt_format(report->arena, "%u", line),
                    pt_format(report->arena, "%d", ending->detail)),
            NULL);
}

void pt_find_spawn(pt_report *report, pt_spawn spawn)
{
    static const pt_position nowhere;
    const char *why = strerror(errno);
    switch (spawn) {
    case PT_SPAWN_DONE: break;
    case PT_SPAWN_UNCONFINED: pt_find(report, PT_B007, nowhere, NULL, NULL); break;
    case PT_SPAWN_NO_ZYGOTE: pt_find(report, PT_B010, nowhere, NULL, NULL); break;
    case PT_SPAWN_FAILED: pt_find(report, PT_B009, nowhere, PT_ARGS(why), NULL); break;
    }
}

void pt_find_fence(pt_report *report, const pt_fence_state *state)
{
    static const pt_position nowhere;
    if (!state->seccomp)
        pt_find(report, PT_B008, nowhere, NULL, NULL);
}
