/* SPDX-License-Identifier: EUPL-1.2 */
/* grensgevallen: files that a child made, put in a folder or one after the other in the result. */
#include <string.h>

#include "api_task.h"
#include "io/files.h"

/* A child may name a file, and nothing but that: no folder, no dot but the one of its kind. */
static bool is_file_name(const char *name)
{
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= 200 && name[0] != '-' && strcmp(name + length, ".yaml") == 0;
}

static void keep_file(pt_task *task, const char *name, const char *bytes, size_t length)
{
    task->written = pt_arena_grow(task->arena, task->written, task->written_count,
                                  &task->written_capacity, sizeof *task->written);
    pt_source *kept = &task->written[task->written_count++];
    *kept = (pt_source){.path = pt_arena_copy(task->arena, name, strlen(name)), .length = length};
    if (task->folder != NULL)
        kept->text = pt_arena_copy(task->arena, bytes, length);
}

void pt_task_take_file(pt_task *task, const pt_frame *frame)
{
    pt_unpacker in = pt_unpack(frame);
    size_t length = 0;
    const char *name = pt_unpack_string(&in);
    const char *bytes = (const char *)pt_unpack_bytes(&in, &length);
    bool wanted = task->job.kind == PT_TASK_FRONTIER || task->job.writes;
    if (!wanted || !pt_unpack_done(&in) || !is_file_name(name))
        return;
    if (task->folder == NULL) {
        pt_text_add(&task->output, task->written_count == 0 ? "" : "---\n");
        pt_text_add_bytes(&task->output, bytes, length);
    }
    keep_file(task, name, bytes, length);
}

static bool is_free(pt_task *task, pt_report *report)
{
    for (size_t i = 0; i < task->written_count; i++) {
        const char *path = pt_path_join(task->arena, task->folder, task->written[i].path);
        if (!task->overwrites && pt_entry_kind_of(path) != PT_ENTRY_NONE)
            return pt_find(report, PT_F015, (pt_position){0}, PT_ARGS(path), NULL);
    }
    return true;
}

void pt_task_write_files(pt_task *task, pt_report *report)
{
    if (task->folder == NULL || task->written_count == 0)
        return;
    bool written = is_free(task, report) && pt_folder_make(task->folder, report);
    for (size_t i = 0; i < task->written_count && written; i++)
        written = pt_file_write(pt_path_join(task->arena, task->folder, task->written[i].path),
                                task->written[i].text, task->written[i].length, report);
    if (!written)
        pt_task_worsen(task, PT_EXIT_WRITING);
    task->written_count = 0;
}
