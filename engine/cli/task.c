/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

/* Options of the program that are none of a task, or mean something else there. */
static bool is_for_program(const char *name)
{
    return strcmp(name, "kleur") == 0 || strcmp(name, "help") == 0;
}

static void add_usual(pt_task *task, const char *const *usual)
{
    bool any = false;
    for (size_t i = 0; usual[i] != NULL; i++) {
        if (access(usual[i], F_OK) == 0)
            any = pt_task_add_path(task, usual[i]) || any;
    }
    if (!any)
        pt_task_add_path(task, usual[0]);
}

int pt_call_task(pt_call *call, const char *const *paths, size_t path_count,
                 const char *const *usual)
{
    pt_task *task = pt_task_create(call->session, call->command->name);
    pt_task_listen(task, pt_call_write, NULL);
    pt_task_set(task, "kleur", call->coloured ? "altijd" : "nooit");
    for (size_t i = 0; i < call->given_count; i++) {
        if (!is_for_program(call->given[i].name))
            pt_task_set(task, call->given[i].name, call->given[i].value);
    }
    for (size_t i = 0; i < path_count; i++)
        pt_task_add_path(task, paths[i]);
    if (path_count == 0 && usual != NULL)
        add_usual(task, usual);
    int outcome = pt_task_run(task);
    pt_task_destroy(task);
    return outcome;
}
