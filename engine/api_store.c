/* SPDX-License-Identifier: EUPL-1.2 */
/* The results store of a task: opened before the work, fed scenario by scenario. */
#include "api_task.h"
#include "io/store.h"

bool pt_task_store_open(pt_task *task)
{
    if (task->database == NULL)
        return true;
    pt_store_options options = {.program_version = pt_version()};
    task->store = pt_store_open(task->arena, task->database, &options, &task->report);
    if (task->store == NULL)
        pt_task_worsen(task, PT_EXIT_WRITING);
    return task->store != NULL;
}

void pt_task_store_rows(pt_task *task, const void *bytes, size_t length)
{
    if (task->store != NULL && !pt_store_add(task->store, bytes, length))
        pt_task_worsen(task, PT_EXIT_WRITING);
    if (task->passing != NULL && !pt_store_add(task->passing, bytes, length))
        pt_task_worsen(task, PT_EXIT_WRITING);
}

void pt_task_store_end(pt_task *task, bool well)
{
    if (task->store != NULL && !well && !pt_store_drop(task->store))
        pt_task_worsen(task, PT_EXIT_WRITING);
    if (task->passing != NULL && !well && !pt_store_drop(task->passing))
        pt_task_worsen(task, PT_EXIT_WRITING);
}

void pt_task_store_close(pt_task *task)
{
    if (task->store != NULL && !pt_store_close(task->store))
        pt_task_worsen(task, PT_EXIT_WRITING);
    task->store = NULL;
}
