/* SPDX-License-Identifier: EUPL-1.2 */
/* From the paths that a user names to the scenarios, packs and variants to work on. */
#include <string.h>

#include "api_task.h"
#include "base/limits.h"
#include "io/files.h"
#include "model/stack.h"

enum { DEEPEST_FOLDER = 16, MOST_ITEMS = 200000 };

static const char *keep(pt_task *task, const char *text)
{
    return pt_arena_copy(task->arena, text, strlen(text));
}

static void add_item(pt_task *task, pt_item_kind kind, const char *path, const char *name)
{
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

static const char *find_root(pt_task *task, const char *folder)
{
    folder = pt_path_real(task->arena, folder);
    while (folder != NULL) {
        if (holds(task, folder, "rules", PT_ENTRY_FOLDER))
            return pt_path_shown(task->arena, folder);
        if (strcmp(folder, "/") == 0)
            break;
        folder = pt_path_folder(task->arena, folder);
    }
    return ".";
}

/* Files come folder by folder, so the last answer is mostly the next one. */
const char *pt_task_root(pt_task *task, const char *path)
{
    const char *folder = pt_path_folder(task->arena, path);
    if (task->last_folder == NULL || strcmp(folder, task->last_folder) != 0) {
        task->last_folder = folder;
        task->last_root = find_root(task, folder);
    }
    return task->last_root;
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
        holds(task, pack, "pakket.yaml", PT_ENTRY_FILE))
        return collect_folder(task, pack);
    if (kind == PT_ENTRY_FOLDER)
        return collect_folder(task, path);
    return collect_file(task, path);
}

/* --- regels ------------------------------------------------------------------------------------
 */

/* The one pack in a folder of packs; NULL, with a finding, when there are several, or none. */
static const char *only_pack(pt_task *task, const char *folder)
{
    const char *found = NULL;
    pt_entry *entries = NULL;
    size_t count = 0;
    pt_folder_read(task->arena, folder, &task->report, &entries, &count);
    for (size_t i = 0; i < count; i++) {
        const char *path = pt_path_join(task->arena, folder, entries[i].name);
        if (entries[i].kind != PT_ENTRY_FOLDER || !holds(task, path, "pakket.yaml", PT_ENTRY_FILE))
            continue;
        if (found != NULL) {
            pt_find(&task->report, PT_A021, (pt_position){0},
                    PT_ARGS(pt_path_name(found), entries[i].name), NULL);
            return NULL;
        }
        found = path;
    }
    if (found == NULL)
        pt_find(&task->report, PT_F009, (pt_position){0}, PT_ARGS(folder), NULL);
    return found;
}

/* What a word says of the pack: its folder; NULL when it says nothing of it. */
static const char *pack_named(pt_task *task, const char *word)
{
    const char *path = without_slash(task, word);
    const char *rules = pt_path_join(task->arena, pt_task_root(task, "."), "rules");
    const char *known = pt_path_join(task->arena, rules, path);
    if (holds(task, path, "pakket.yaml", PT_ENTRY_FILE))
        return named(task, path);
    if (strchr(path, '/') == NULL && holds(task, known, "pakket.yaml", PT_ENTRY_FILE))
        return known;
    if (holds(task, path, "rules", PT_ENTRY_FOLDER))
        return only_pack(task, pt_path_join(task->arena, path, "rules"));
    if (holds(task, pt_path_folder(task->arena, path), "pakket.yaml", PT_ENTRY_FILE) &&
        pt_entry_kind_of(path) == PT_ENTRY_FILE)
        return named(task, pt_path_folder(task->arena, path));
    if (strchr(path, '/') != NULL || strcmp(pt_path_name(path), "rules") == 0)
        return only_pack(task, path);
    return NULL;
}

/* Takes the words that say which pack it is out of the names; NULL with a finding. */
static const char *take_pack(pt_task *task)
{
    pt_job *job = &task->job;
    const char *pack = NULL;
    size_t left = 0;
    for (size_t i = 0; i < job->name_count; i++) {
        const char *found = pack_named(task, job->names[i]);
        if (task->report.errors > 0)
            return NULL;
        if (found == NULL) {
            job->names[left++] = job->names[i];
            continue;
        }
        if (pack != NULL) {
            pt_find(&task->report, PT_A021, (pt_position){0},
                    PT_ARGS(pt_path_name(pack), pt_path_name(found)), NULL);
            return NULL;
        }
        pack = found;
    }
    job->name_count = left;
    if (pack != NULL)
        return pack;
    return only_pack(task, pt_path_join(task->arena, pt_task_root(task, "."), "rules"));
}

static void walk_if_there(pt_task *task, const char *folder)
{
    if (pt_entry_kind_of(folder) == PT_ENTRY_FOLDER)
        walk(task, folder, 0);
}

bool pt_task_collect_book(pt_task *task)
{
    const char *pack = take_pack(task);
    if (pack == NULL)
        return false;
    const char *name = pt_path_name(pack);
    const char *root = pt_task_root(task, pack);
    walk_if_there(task, pt_path_join(task->arena, root, "scenarios"));
    walk_if_there(task, pack);
    const char *variants = pt_path_join(task->arena, root, "rules/varianten");
    for (size_t i = 0; i < pt_stack_count(task->job.variant); i++) {
        const char *variant = pt_stack_name(task->arena, task->job.variant, i);
        walk_if_there(task, pt_path_join(task->arena, variants, variant));
    }
    for (size_t i = 0; i < task->item_count; i++) {
        task->items[i].item.name = name;
        task->items[i].item.root = root;
    }
    task->book = pack;
    return true;
}

/* --- schema ------------------------------------------------------------------------------------
 */

/* The pack that was named, or the one at hand when rules can not do without. */
static const char *schema_pack(pt_task *task)
{
    if (task->book == NULL)
        return only_pack(task, pt_path_join(task->arena, pt_task_root(task, "."), "rules"));
    const char *pack = pack_named(task, task->book);
    if (pack == NULL && task->report.errors == 0)
        pt_find(&task->report, PT_F009, (pt_position){0}, PT_ARGS(task->book), NULL);
    return pack;
}

bool pt_task_collect_schema(pt_task *task)
{
    if (task->job.what == NULL)
        return true;
    if (task->book == NULL && strcmp(task->job.what, PT_SCHEMA_OF_RULES) != 0) {
        add_item(task, PT_ITEM_PACK, ".", "");
        return true;
    }
    const char *pack = schema_pack(task);
    if (pack != NULL)
        add_item(task, PT_ITEM_PACK, pack, pt_path_name(pack));
    return pack != NULL;
}

bool pt_task_collect_pack(pt_task *task)
{
    const char *pack = take_pack(task);
    if (pack != NULL)
        add_item(task, PT_ITEM_PACK, pack, pt_path_name(pack));
    return pack != NULL;
}

void pt_task_turn_to_pack(pt_task *task)
{
    for (size_t i = 0; i < task->item_count; i++)
        pt_arena_destroy(task->items[i].arena);
    task->items = NULL;
    task->item_count = task->item_capacity = 0;
    add_item(task, PT_ITEM_PACK, task->book, pt_path_name(task->book));
}

/* --- controleer --onderling --------------------------------------------------------------------
 */

void pt_task_pair_variants(pt_task *task)
{
    size_t count = 0, all = task->item_count;
    pt_work_item *variants = PT_NEW_ARRAY(task->arena, all, pt_work_item);
    for (size_t i = 0; i < all; i++) {
        if (task->items[i].item.kind == PT_ITEM_VARIANT)
            variants[count++] = task->items[i];
    }
    task->item_count = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = i + 1; j < count && task->item_count < MOST_ITEMS; j++) {
            const char *below = variants[i].item.name, *above = variants[j].item.name;
            add_item(task, PT_ITEM_PAIR, variants[j].item.source.path,
                     pt_stack_add(task->arena, below, above));
        }
    }
}
