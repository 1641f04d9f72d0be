/* SPDX-License-Identifier: EUPL-1.2 */
/* vergelijk on the program's side: which packs are compared, and the summary above the parts. */
#include <string.h>

#include "api_task.h"
#include "io/files.h"
#include "model/stack.h"
#include "report/beside_page.h"
#include "report/comparison_json.h"
#include "report/money_page.h"

static const pt_position nowhere;

static bool refuse(pt_task *task, pt_exit outcome, pt_code code, const char *what,
                   const char *where)
{
    pt_task_worsen(task, outcome);
    return pt_find(&task->report, code, nowhere, PT_ARGS(what, where), NULL);
}

static bool is_folder(pt_task *task, const char *folder, const char *name)
{
    return pt_entry_kind_of(pt_path_join(task->arena, folder, name)) == PT_ENTRY_FOLDER;
}

static bool is_pack(pt_task *task, const char *folder)
{
    return pt_entry_kind_of(pt_path_join(task->arena, folder, "pakket.yaml")) == PT_ENTRY_FILE;
}

/* Stories of other packs are not played. */
static void add_name(pt_task *task, const char *name)
{
    pt_job *job = &task->job;
    job->names = pt_arena_grow(task->arena, job->names, job->name_count, &task->name_capacity,
                               sizeof *job->names);
    job->names[job->name_count++] = name;
}

static void add_first(pt_task *task, pt_item_kind kind, const char *path, const char *name)
{
    if (kind == PT_ITEM_PACK)
        add_name(task, name);
    task->items = pt_arena_grow(task->arena, task->items, task->item_count, &task->item_capacity,
                                sizeof *task->items);
    task->items[task->item_count++] = (pt_work_item){.item = {.kind = kind,
                                                              .root = pt_task_root(task, path),
                                                              .name = name,
                                                              .source = {.path = path}},
                                                     .report = pt_report_create(task->arena)};
}

/* Every pack that stands both here and there; of a folder that is itself a pack, that one. */
static bool add_packs(pt_task *task, const char *given)
{
    const char *here = pt_path_join(task->arena, pt_task_root(task, "."), "rules");
    const char *real = pt_path_real(task->arena, given);
    pt_entry *entries = NULL;
    size_t count = 0, added = 0;
    if (real != NULL && is_pack(task, real) &&
        strcmp(pt_path_name(pt_path_folder(task->arena, real)), "rules") == 0) {
        const char *rules = pt_path_folder(task->arena, real);
        task->job.other = pt_path_shown(task->arena, pt_path_folder(task->arena, rules));
        add_first(task, PT_ITEM_PACK, pt_path_join(task->arena, here, pt_path_name(real)),
                  pt_path_name(real));
        return true;
    }
    if (real == NULL || !is_folder(task, given, "rules") ||
        !pt_folder_read(task->arena, here, &task->report, &entries, &count))
        return false;
    task->job.other = given;
    const char *there = pt_path_join(task->arena, given, "rules");
    for (size_t i = 0; i < count; i++) {
        const char *own = pt_path_join(task->arena, here, entries[i].name);
        if (!is_pack(task, own) ||
            !is_pack(task, pt_path_join(task->arena, there, entries[i].name)))
            continue;
        add_first(task, PT_ITEM_PACK, own, entries[i].name);
        added++;
    }
    return added > 0;
}

/* The lowest of the stack names the pack that they change. */
static bool add_variants(pt_task *task, const char *stack)
{
    const char *root =
        pt_task_root(task, task->item_count > 0 ? task->items[0].item.source.path : "scenarios");
    const char *all = pt_path_join(task->arena, root, "rules/varianten"), *lowest = NULL;
    for (size_t i = pt_stack_count(stack); i-- > 0;) {
        const char *name = pt_stack_name(task->arena, stack, i);
        lowest = pt_path_join(task->arena, pt_path_join(task->arena, all, name), "variant.yaml");
        if (pt_entry_kind_of(lowest) != PT_ENTRY_FILE)
            return refuse(task, PT_EXIT_UNREADABLE, PT_V003, name, all);
    }
    add_first(task, PT_ITEM_VARIANT, lowest, stack);
    return true;
}

/* A variant that is not there yet is new: there the pack is as it was. */
static const char *stack_there(pt_task *task)
{
    const char *all = pt_path_join(task->arena, task->job.other, "rules/varianten"), *there = NULL;
    for (size_t i = 0; i < pt_stack_count(task->job.variant); i++) {
        const char *name = pt_stack_name(task->arena, task->job.variant, i);
        const char *folder = pt_path_join(task->arena, all, name);
        if (pt_entry_kind_of(pt_path_join(task->arena, folder, "variant.yaml")) == PT_ENTRY_FILE)
            there = pt_stack_add(task->arena, there, name);
    }
    return there;
}

/* The packs, or the one that the variants say they change. */
static bool add_there(pt_task *task, const char *given)
{
    size_t before = task->item_count;
    if (!add_packs(task, given))
        return refuse(task, PT_EXIT_UNREADABLE, PT_V002, given, NULL);
    if (task->job.variant == NULL)
        return true;
    task->item_count = before;
    task->job.other_variant = stack_there(task);
    return add_variants(task, task->job.variant);
}

/* vergelijk --naast: stories alone are played, under variants that must be there. */
static bool are_there(pt_task *task)
{
    const char *root =
        pt_task_root(task, task->item_count > 0 ? task->items[0].item.source.path : "scenarios");
    const char *all = pt_path_join(task->arena, root, "rules/varianten");
    size_t kept = 0;
    for (size_t c = 0; c < task->job.beside_count; c++) {
        const char *column = task->job.beside[c];
        for (size_t i = 0; i < pt_stack_count(column); i++) {
            const char *name = pt_stack_name(task->arena, column, i);
            const char *folder = pt_path_join(task->arena, all, name);
            if (pt_entry_kind_of(pt_path_join(task->arena, folder, "variant.yaml")) !=
                PT_ENTRY_FILE)
                return refuse(task, PT_EXIT_UNREADABLE, PT_V003, name, all);
        }
    }
    if (task->job.other != NULL)
        return refuse(task, PT_EXIT_USE, PT_A037, NULL, NULL);
    if (task->job.style.medium == PT_MEDIUM_CSV) {
        pt_task_worsen(task, PT_EXIT_USE);
        return pt_find(&task->report, PT_A002, nowhere,
                       PT_ARGS("formaat", "csv", "mens, json, markdown"), NULL);
    }
    for (size_t i = 0; i < task->item_count; i++) {
        if (task->items[i].item.kind == PT_ITEM_SCENARIO)
            task->items[kept++] = task->items[i];
    }
    task->item_count = kept;
    return true;
}

bool pt_task_against(pt_task *task)
{
    const char *given = task->job.other;
    if (task->job.beside_count > 0)
        return are_there(task);
    if (given == NULL && task->job.variant == NULL)
        return refuse(task, PT_EXIT_USE, PT_V001, NULL, NULL);
    return given == NULL ? add_variants(task, task->job.variant) : add_there(task, given);
}

void pt_task_add_compared(pt_task *task, const pt_comparison_totals *more)
{
    pt_comparison_totals *all = &task->compared;
    all->parameters += more->parameters;
    all->blocks += more->blocks;
    all->rules += more->rules;
    all->duties += more->duties;
    all->beyond += more->beyond;
    all->stories += more->stories;
    all->differ += more->differ;
    all->skipped += more->skipped;
    all->proved = all->proved && more->proved;
}

static void close_beside(pt_task *task, pt_text *whole)
{
    const pt_job *job = &task->job;
    bool json = job->style.medium == PT_MEDIUM_JSON;
    pt_text_add(whole, json ? "[\n  " : "");
    pt_text_add_bytes(whole, task->output.bytes, task->output.length);
    if (json)
        pt_text_add(whole, "\n]\n");
    else
        pt_beside_sum(whole, task->compared.stories, task->compared.differ, &job->style,
                      job->markdown);
    task->output = *whole;
}

void pt_task_close_compared(pt_task *task)
{
    const pt_job *job = &task->job;
    pt_comparison_style how = {job->style, job->markdown, job->everything, job->whom};
    pt_text whole = pt_text_create(task->arena);
    if (job->beside_count > 0) {
        close_beside(task, &whole);
        return;
    }
    task->compared.proved = task->compared.proved && task->worst == PT_EXIT_FINE;
    if (how.style.medium == PT_MEDIUM_JSON) {
        pt_text_add(&whole, "{\n  \"samenvatting\": ");
        pt_comparison_json_summary(&whole, &task->compared);
        pt_text_add(&whole, ",\n  \"delen\": [\n    ");
        pt_text_add_bytes(&whole, task->output.bytes, task->output.length);
        pt_text_add(&whole, "\n  ]\n}\n");
    } else if (how.style.medium == PT_MEDIUM_CSV) {
        pt_money_csv_head(&whole);
        pt_text_add_bytes(&whole, task->output.bytes, task->output.length);
    } else {
        pt_comparison_summary(&whole, &task->compared, &how);
        pt_text_add(&whole, "\n");
        pt_text_add_bytes(&whole, task->output.bytes, task->output.length);
    }
    task->output = whole;
}
