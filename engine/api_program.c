/* SPDX-License-Identifier: EUPL-1.2 */
#include "api_program.h"

#include <string.h>

#include "api_task.h"
#include "io/files.h"
#include "report/escape.h"
#include "report/page.h"
#include "report/uitleg.h"

void pt_program_interrupt(void)
{
    pt_file_abandon();
}

pt_text pt_program_code(pt_arena *arena, pt_code code, pt_language language, bool coloured)
{
    pt_text out = pt_text_create(arena);
    pt_style style = {PT_MEDIUM_PEOPLE, language, coloured};
    if (code == PT_CODE_COUNT)
        pt_uitleg_list(&out, &style);
    else
        pt_uitleg_write(&out, code, &style);
    return out;
}

bool pt_program_is_there(const char *path)
{
    return pt_entry_kind_of(path) != PT_ENTRY_NONE;
}

bool pt_program_write(pt_arena *arena, const char *path, const char *bytes, size_t length,
                      pt_report *report)
{
    for (size_t at = 1; path[at] != '\0'; at++) {
        if (path[at] == '/' && !pt_folder_make(pt_arena_copy(arena, path, at), report))
            return false;
    }
    return pt_file_write(path, bytes, length, report);
}

const char *pt_program_text(pt_arena *arena, pt_message message, pt_language language,
                            const char *argument)
{
    return pt_message_filled(arena, message, language, PT_ARGS(argument));
}

const pt_decision_point *pt_program_point(const pt_task *task)
{
    return task->point;
}

const char *pt_program_shown(pt_arena *arena, const char *text)
{
    pt_text out = pt_text_create(arena);
    pt_escape_terminal(&out, text, strlen(text));
    return out.bytes;
}

const char *pt_program_filled(pt_arena *arena, pt_message message, pt_language language,
                              const char *const *arguments)
{
    return pt_message_filled(arena, message, language, arguments);
}
