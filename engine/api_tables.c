/* SPDX-License-Identifier: EUPL-1.2 */
/* speel as CSV or XLSX: what is played goes into a passing store, and its tables come out of it. */
#include "api_task.h"
#include "io/files.h"
#include "io/store.h"
#include "io/tables.h"
#include "io/xlsx.h"

bool pt_task_tables_wanted(const pt_task *task)
{
    pt_medium medium = task->job.style.medium;
    return task->job.kind == PT_TASK_PLAY && (medium == PT_MEDIUM_CSV || medium == PT_MEDIUM_XLSX);
}

bool pt_task_tables_open(pt_task *task)
{
    if (!pt_task_tables_wanted(task))
        return true;
    if (task->job.style.medium == PT_MEDIUM_XLSX && task->output_path == NULL) {
        pt_task_worsen(task, PT_EXIT_USE);
        return pt_find(&task->report, PT_A038, (pt_position){0}, PT_ARGS(NULL), NULL);
    }
    const char *shown = task->output_path == NULL ? "-" : task->output_path;
    pt_store_options options = {.program_version = pt_version(), .passing = true};
    task->passing = pt_store_open(task->arena, shown, &options, &task->report);
    if (task->passing == NULL)
        pt_task_worsen(task, PT_EXIT_WRITING);
    return task->passing != NULL;
}

/* A path that does not end in .csv is a folder, with a file for each table. */
static bool is_folder(const pt_task *task)
{
    return task->job.style.medium == PT_MEDIUM_CSV && task->output_path != NULL &&
           !pt_path_ends(task->output_path, ".csv") &&
           pt_entry_kind_of(task->output_path) != PT_ENTRY_OTHER;
}

static bool write_folder(pt_task *task, const pt_table tables[PT_TABLES])
{
    const char *folder = task->output_path;
    bool written = pt_folder_make(folder, &task->report);
    for (size_t i = 0; i < PT_TABLES && written; i++) {
        pt_text text = pt_text_create(task->arena);
        const char *name = pt_format(task->arena, "%s.csv", tables[i].name);
        pt_tables_csv(&text, &tables[i]);
        written = pt_file_write(pt_path_join(task->arena, folder, name), text.bytes, text.length,
                                &task->report);
    }
    task->output_path = NULL; /* nothing more goes there */
    return written;
}

static bool show(pt_task *task, const pt_table tables[PT_TABLES])
{
    if (task->job.style.medium == PT_MEDIUM_XLSX)
        return pt_xlsx_write(&task->output, tables, PT_TABLES, &task->report);
    if (is_folder(task))
        return write_folder(task, tables);
    pt_tables_csv_together(&task->output, tables);
    return true;
}

void pt_task_tables_close(pt_task *task)
{
    pt_table tables[PT_TABLES];
    if (task->passing == NULL)
        return;
    bool fine = pt_store_commit(task->passing) &&
                pt_tables_gather(task->arena, task->passing, PT_TABLE_ROWS, tables) &&
                show(task, tables);
    if (!pt_store_close(task->passing) || !fine) {
        pt_task_worsen(task, PT_EXIT_WRITING);
        task->output_path = NULL;
    }
    task->passing = NULL;
}
