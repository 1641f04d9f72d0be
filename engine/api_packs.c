/* SPDX-License-Identifier: EUPL-1.2 */
/* The files of a pack, read for the children that ask for them by name. */
#include <string.h>

#include "api_task.h"
#include "base/limits.h"
#include "io/files.h"
#include "model/stack.h"

#ifndef PT_SHARE
#define PT_SHARE "/usr/local/share/proeftuin"
#endif

static const pt_position nowhere;

static bool is_folder_name(const char *name)
{
    size_t length = name == NULL ? 0 : strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return length > 0 && length <= 100 && name[length] == '\0' && name[0] != '-';
}

static bool belongs(const pt_entry *entry)
{
    return entry->kind != PT_ENTRY_FOLDER && entry->kind != PT_ENTRY_NONE &&
           (pt_path_ends(entry->name, ".lua") || pt_path_ends(entry->name, ".yaml"));
}

static bool too_large(pt_known_pack *pack, size_t most, const char *what, const char *folder)
{
    pt_source *source = PT_NEW(pack->report.arena, pt_source);
    source->path = folder;
    return pt_find(&pack->report, PT_F008, (pt_position){.source = source},
                   PT_ARGS(pack->key.name, pt_format(pack->report.arena, "%zu", most), what), NULL);
}

static bool add_file(pt_task *task, pt_known_pack *pack, const char *path, const char *name,
                     uint32_t layer, size_t *capacity)
{
    size_t limit = pt_path_ends(name, ".lua") ? PT_LIMIT_RULE_FILE_BYTES : PT_LIMIT_PACK_BYTES;
    pt_source *source = pt_file_read(task->arena, path, limit, false, &pack->report);
    if (source == NULL)
        return false;
    pt_pack_files *files = &pack->files;
    files->files =
        pt_arena_grow(task->arena, files->files, files->count, capacity, sizeof *files->files);
    files->files[files->count++] = (pt_pack_file){name, layer, *source};
    return true;
}

static bool add_folder(pt_task *task, pt_known_pack *pack, const char *folder, uint32_t layer,
                       size_t *capacity)
{
    pt_entry *entries = NULL;
    size_t count = 0;
    bool right = pt_folder_read(task->arena, folder, &pack->report, &entries, &count);
    size_t bytes = 0;
    for (size_t i = 0; right && i < count; i++) {
        if (!belongs(&entries[i]))
            continue;
        if (pack->files.count >= PT_LIMIT_PACK_FILES)
            return too_large(pack, PT_LIMIT_PACK_FILES, "bestanden", folder);
        right = add_file(task, pack, pt_path_join(task->arena, folder, entries[i].name),
                         entries[i].name, layer, capacity);
        for (size_t j = bytes = 0; j < pack->files.count; j++)
            bytes += pack->files.files[j].source.length;
        if (bytes > PT_LIMIT_PACK_BYTES)
            return too_large(pack, PT_LIMIT_PACK_BYTES / 1024, "KiB", folder);
    }
    return right;
}

/* rules/NAME of the root, or of what was installed with the program. */
static const char *find_folder(pt_task *task, const char *root, const char *below, const char *name)
{
    const char *const roots[] = {root, PT_SHARE};
    for (size_t i = 0; i < sizeof roots / sizeof *roots; i++) {
        const char *folder =
            pt_path_join(task->arena, pt_path_join(task->arena, roots[i], below), name);
        if (pt_entry_kind_of(folder) == PT_ENTRY_FOLDER)
            return folder;
    }
    return NULL;
}

/* The folder whose name comes nearest to `name`, or NULL. */
static const char *suggest(pt_task *task, const char *root, const char *below, const char *name)
{
    pt_report unused = pt_report_create(task->arena);
    pt_entry *entries = NULL;
    size_t count = 0;
    pt_folder_read(task->arena, pt_path_join(task->arena, root, below), &unused, &entries, &count);
    const char **names = PT_NEW_ARRAY(task->arena, count, const char *);
    size_t folders = 0;
    for (size_t i = 0; i < count; i++) {
        if (entries[i].kind == PT_ENTRY_FOLDER)
            names[folders++] = entries[i].name;
    }
    return pt_suggest(name, names, folders);
}

static bool missing(pt_task *task, pt_known_pack *pack, pt_code code, const char *below,
                    const char *name)
{
    const char *folder = pt_path_join(task->arena, pack->key.root, below);
    return pt_find(&pack->report, code, nowhere, PT_ARGS(name, folder),
                   suggest(task, pack->key.root, below, name));
}

static bool add_variant(pt_task *task, pt_known_pack *pack, uint32_t layer, size_t *capacity)
{
    const char *name = pt_stack_name(task->arena, pack->key.variant, layer - 1);
    const char *folder =
        is_folder_name(name) ? find_folder(task, pack->key.root, "rules/varianten", name) : NULL;
    if (folder == NULL)
        return missing(task, pack, PT_F007, "rules/varianten", name);
    return add_folder(task, pack, folder, layer, capacity);
}

static bool read_pack(pt_task *task, pt_known_pack *pack)
{
    size_t capacity = 0;
    const char *name = pack->key.name;
    const char *folder =
        is_folder_name(name) ? find_folder(task, pack->key.root, "rules", name) : NULL;
    if (folder == NULL)
        return missing(task, pack, PT_F006, "rules", name);
    if (!add_folder(task, pack, folder, 0, &capacity))
        return false;
    for (uint32_t layer = 1; layer <= pt_stack_count(pack->key.variant); layer++) {
        if (layer > PT_LIMIT_LAYERS)
            return too_large(pack, PT_LIMIT_LAYERS, "varianten", folder);
        if (!add_variant(task, pack, layer, &capacity))
            return false;
    }
    return true;
}

static const char *keep(pt_task *task, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(task->arena, text, strlen(text));
}

pt_known_pack *pt_task_pack(pt_task *task, const pt_pack_key *key)
{
    pt_known_pack **at = &task->packs;
    while (*at != NULL && !pt_pack_key_equal(&(*at)->key, key))
        at = &(*at)->next;
    if (*at != NULL)
        return *at;
    pt_known_pack *pack = PT_NEW(task->arena, pt_known_pack);
    pack->key =
        (pt_pack_key){keep(task, key->root), keep(task, key->name), keep(task, key->variant)};
    pack->report = pt_report_create(task->arena);
    pack->files.found = read_pack(task, pack);
    if (!pack->files.found)
        pack->files.count = 0;
    *at = pack;
    return pack;
}
