/* SPDX-License-Identifier: EUPL-1.2 */
/* controleer: what a scenario expects something of is used, though nothing in the pack asks it. */
#include <string.h>

#include "api_task.h"
#include "io/files.h"

typedef struct pt_expected {
    const char *rules; /* folder of packs and variants */
    const char *pack;
    const char *rule;
    struct pt_expected *next;
} pt_expected;

static const char *keep(pt_task *task, const char *text)
{
    return pt_arena_copy(task->arena, text, strlen(text));
}

void pt_task_take_expected(pt_task *task, const pt_frame *frame)
{
    pt_unpacker in = pt_unpack(frame);
    const char *root = keep(task, pt_unpack_string(&in)), *pack = keep(task, pt_unpack_string(&in)),
               *rule = keep(task, pt_unpack_string(&in));
    if (!pt_unpack_done(&in))
        return;
    pt_expected *made = PT_NEW(task->arena, pt_expected);
    *made = (pt_expected){pt_path_join(task->arena, root, "rules"), pack, rule, task->expected};
    task->expected = made;
}

/* Does the file lie in the folder? */
static bool lies_in(const char *file, const char *folder)
{
    size_t length = strlen(folder);
    if (strncmp(folder, "./", 2) == 0 && strncmp(file, "./", 2) != 0)
        return lies_in(file, folder + 2);
    return strncmp(file, folder, length) == 0 && file[length] == '/';
}

static bool is_expected(pt_task *task, const pt_finding *finding)
{
    if ((finding->code != PT_C015 && finding->code != PT_C028) || finding->at.source == NULL)
        return false;
    const char *file = finding->at.source->path;
    for (const pt_expected *each = task->expected; each != NULL; each = each->next) {
        bool of_pack = lies_in(file, pt_path_join(task->arena, each->rules, each->pack)) ||
                       lies_in(file, pt_path_join(task->arena, each->rules, "varianten"));
        const char *quoted = pt_format(task->arena, "'%s'", each->rule);
        if (of_pack && (strcmp(each->rule, finding->arguments[0]) == 0 ||
                        strstr(finding->arguments[0], quoted) != NULL))
            return true;
    }
    return false;
}

void pt_task_leave_out_expected(pt_task *task)
{
    size_t kept = 0;
    for (size_t i = 0; i < task->shown.count; i++) {
        if (!is_expected(task, &task->shown.findings[i]))
            task->shown.findings[kept++] = task->shown.findings[i];
    }
    task->shown.count = kept;
}
