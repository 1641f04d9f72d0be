/* SPDX-License-Identifier: EUPL-1.2 */
/* What the children say that scenarios reach, added up by pack; then each pack is an item. */
#include <string.h>

#include "api_task.h"
#include "io/files.h"

typedef struct pt_gathered {
    pt_reach reach;
    struct pt_gathered *next;
} pt_gathered;

static const char *keep(pt_task *task, const char *text)
{
    return text == NULL ? NULL : pt_arena_copy(task->arena, text, strlen(text));
}

static pt_reach *gathered_for(pt_task *task, const pt_pack_key *key)
{
    pt_gathered **at = &task->gathered;
    while (*at != NULL && !pt_pack_key_equal(&(*at)->reach.key, key))
        at = &(*at)->next;
    if (*at == NULL) {
        *at = PT_NEW(task->arena, pt_gathered);
        (*at)->reach.key =
            (pt_pack_key){keep(task, key->root), keep(task, key->name), keep(task, key->variant)};
    }
    return &(*at)->reach;
}

static void make_room(pt_task *task, pt_reach *reach, size_t count)
{
    if (count <= reach->count)
        return;
    uint64_t *counts = PT_NEW_ARRAY(task->arena, count, uint64_t);
    if (reach->count > 0)
        memcpy(counts, reach->counts, reach->count * sizeof *counts);
    reach->counts = counts;
    reach->count = count;
}

void pt_task_gather(pt_task *task, const pt_frame *frame)
{
    pt_arena *scratch = pt_arena_create();
    pt_reach more = {0};
    if (pt_reach_unpack(scratch, frame, &more)) {
        pt_reach *all = gathered_for(task, &more.key);
        make_room(task, all, more.count);
        all->scenarios += more.scenarios;
        all->plays += more.plays;
        all->elsewhere += more.elsewhere;
        all->red += more.red;
        for (size_t i = 0; i < more.count; i++)
            all->counts[i] += more.counts[i];
    }
    pt_arena_destroy(scratch);
}

static pt_work_item item_for(pt_task *task, const pt_reach *reach)
{
    const char *folder = pt_path_join(task->arena, reach->key.root, "rules");
    pt_item item = {.kind = PT_ITEM_PACK,
                    .root = reach->key.root,
                    .name = reach->key.name,
                    .source = {.path = pt_path_join(task->arena, folder, reach->key.name)},
                    .reach = reach};
    return (pt_work_item){.item = item, .report = pt_report_create(task->arena)};
}

void pt_task_gathered(pt_task *task)
{
    for (size_t i = 0; i < task->item_count; i++)
        pt_arena_destroy(task->items[i].arena);
    size_t count = 0;
    for (const pt_gathered *each = task->gathered; each != NULL; each = each->next)
        count++;
    task->items = PT_NEW_ARRAY(task->arena, count, pt_work_item);
    task->item_count = 0;
    for (const pt_gathered *each = task->gathered; each != NULL; each = each->next)
        task->items[task->item_count++] = item_for(task, &each->reach);
}
