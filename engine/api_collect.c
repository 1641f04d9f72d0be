/* SPDX-License-Identifier: EUPL-1.2 */
/* From the paths that a user names to the scenarios, packs and variants to work on. */
#include <string.h>

#include "api_task.h"
#include "base/limits.h"
#include "io/files.h"

enum { DEEPEST_FOLDER = 16, MOST_ITEMS = 200000 };

static const char *keep(pt_task *task, const char *text)
{
    return pt_arena_copy(task->arena, text, strlen(text));
}

static void add_item(pt_task *task, pt_item_kind kind, const char *path, const char *name)
{
    for (size_t i = 0; i < task->item_count; i++) {
        if (task->items[i].item.kind == (uint32_t)kind &&
            pt_text_equal(task->items[i].item.source.path, path))
            return;
    }
    task->items = pt_arena_grow(task->arena, task->items, task->item_count, &task->item_capacity,
                                sizeof *task->items);
    task->items[task->item_count++] = (pt_work_item){.item = {.kind = kind,
                                                              .root = pt_task_root(task, path),
                                                              .name = name,
                                                              .source = {.path = keep(task, path)}},
                                                     .report = pt_report_create(task->arena)};
}

static bool holds(pt_task *task, const char *folder, const char *name, pt_entry_kind kind)
{
    return pt_entry_kind_of(pt_path_join(task->arena, folder, name)) == kind;
}

const char *pt_task_root(pt_task *task, const char *path)
{
    const char *folder = pt_path_real(task->arena, pt_path_folder(task->arena, path));
    while (folder != NULL) {
        if (holds(task, folder, "rules", PT_ENTRY_FOLDER))
            return pt_path_shown(task->arena, folder);
        if (strcmp(folder, "/") == 0)
            break;
        folder = pt_path_folder(task->arena, folder);
    }
    return ".";
}

static bool checks(const pt_task *task)
{
    return task->job.kind == PT_TASK_CHECK;
}

static bool is_scenario_file(const char *name)
{
    static const char *const others[] = {"pakket.yaml", "parameters.yaml", "kalender.yaml",
                                         "variant.yaml"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strcmp(name, others[i]) == 0)
            return false;
    }
    return pt_path_ends(name, ".yaml") || pt_path_ends(name, ".yml");
}

static void walk(pt_task *task, const char *folder, unsigned depth);

static void walk_entry(pt_task *task, const char *folder, const pt_entry *entry, bool whole,
                       unsigned depth)
{
    const char *path = pt_path_join(task->arena, folder, entry->name);
    if (entry->kind == PT_ENTRY_FOLDER && (whole || strcmp(entry->name, "voorbeelden") == 0))
        walk(task, path, depth + 1);
    else if (entry->kind == PT_ENTRY_FILE && whole && is_scenario_file(entry->name))
        add_item(task, PT_ITEM_SCENARIO, path, NULL);
    else if (entry->kind == PT_ENTRY_OTHER && whole && is_scenario_file(entry->name))
        add_item(task, PT_ITEM_SCENARIO, path, NULL); /* a link: refused when it is read */
}

/* Of a pack or variant only voorbeelden/ holds scenarios. */
static void walk(pt_task *task, const char *folder, unsigned depth)
{
    bool pack = holds(task, folder, "pakket.yaml", PT_ENTRY_FILE);
    bool variant = holds(task, folder, "variant.yaml", PT_ENTRY_FILE);
    if (pack && checks(task))
        add_item(task, PT_ITEM_PACK, folder, pt_path_name(folder));
    if (variant && checks(task))
        add_item(task, PT_ITEM_VARIANT, pt_path_join(task->arena, folder, "variant.yaml"),
                 pt_path_name(folder));
    pt_entry *entries = NULL;
    size_t count = 0;
    if (depth > DEEPEST_FOLDER ||
        !pt_folder_read(task->arena, folder, &task->report, &entries, &count))
        return;
    for (size_t i = 0; i < count && task->item_count < MOST_ITEMS; i++)
        walk_entry(task, folder, &entries[i], !pack && !variant, depth);
}

static const char *without_slash(pt_task *task, const char *path)
{
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        length--;
    return pt_arena_copy(task->arena, path, length);
}

/* The folder itself must have a name, for it is the name of the pack. */
static const char *named(pt_task *task, const char *folder)
{
    const char *name = pt_path_name(folder);
    if (strcmp(name, ".") != 0 && strcmp(name, "..") != 0)
        return folder;
    const char *real = pt_path_real(task->arena, folder);
    return real == NULL ? folder : real;
}

static bool collect_folder(pt_task *task, const char *path)
{
    size_t before = task->item_count;
    if (holds(task, path, "pakket.yaml", PT_ENTRY_FILE) ||
        holds(task, path, "variant.yaml", PT_ENTRY_FILE))
        path = named(task, path);
    walk(task, path, 0);
    if (task->item_count > before)
        return true;
    pt_source *source = PT_NEW(task->arena, pt_source);
    source->path = path;
    return pt_find(&task->report, PT_F009, (pt_position){.source = source}, PT_ARGS(path), NULL);
}

/* A file of a pack stands for its pack. */
static bool collect_file(pt_task *task, const char *path)
{
    const char *folder = pt_path_folder(task->arena, path);
    const char *name = pt_path_name(path);
    bool of_pack = !is_scenario_file(name);
    if (checks(task) && of_pack && holds(task, folder, "pakket.yaml", PT_ENTRY_FILE)) {
        folder = named(task, folder);
        add_item(task, PT_ITEM_PACK, folder, pt_path_name(folder));
    } else if (checks(task) && of_pack && holds(task, folder, "variant.yaml", PT_ENTRY_FILE)) {
        folder = named(task, folder);
        add_item(task, PT_ITEM_VARIANT, pt_path_join(task->arena, folder, "variant.yaml"),
                 pt_path_name(folder));
    } else {
        add_item(task, PT_ITEM_SCENARIO, path, NULL);
        task->items[task->item_count - 1].named = true;
    }
    return true;
}

bool pt_task_collect(pt_task *task, const char *given)
{
    const char *path = without_slash(task, given);
    pt_entry_kind kind = pt_entry_kind_of(path);
    const char *pack = pt_path_join(task->arena, "rules", path);
    if (kind == PT_ENTRY_NONE && checks(task) && strchr(path, '/') == NULL &&
        holds(task, pack, "pakket.yaml", PT_ENTRY_FILE)) {
        add_item(task, PT_ITEM_PACK, pack, path);
        return true;
    }
    if (kind == PT_ENTRY_FOLDER)
        return collect_folder(task, path);
    return collect_file(task, path);
}
