/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/branches.h"

#include <string.h>

#include "base/map.h"

typedef struct comparing {
    pt_arena *arena;
    pt_branches *branches;
    pt_map index; /* of rows, by kind, subject and name */
    size_t capacity;
} comparing;

static const char *subject_of(const pt_run_result *result, uint32_t subject)
{
    return subject < result->subject_count ? result->subject_names[subject] : "";
}

static const pt_block *block_of(const pt_run_result *result, const pt_record *record)
{
    const pt_pack *pack = result->pack;
    switch (record->kind) {
    case PT_RECORD_OUTCOME:
        return &pack->blocks[pack->rules[pack->rule_groups[record->of.outcome.group].versions[0]]
                                 .block];
    case PT_RECORD_DUTY:
        return &pack->blocks[pack->duties[pack->duty_groups[record->of.duty.group].versions[0]]
                                 .block];
    case PT_RECORD_EVENT:
        return record->of.event.event == PT_NO_INDEX
                   ? NULL
                   : &pack->blocks[pack->events[record->of.event.event].block];
    default: return NULL;
    }
}

static pt_branch_row *row_of(comparing *c, const pt_run_result *result, const pt_record *record,
                             const pt_block *block)
{
    pt_branches *branches = c->branches;
    pt_date period = record->kind == PT_RECORD_DUTY ? record->of.duty.period : 0;
    const char *subject = subject_of(result, record->subject);
    const char *key = pt_format(c->arena, "%u %s.%s %d", (unsigned)record->kind, subject,
                                block->name, (int)period);
    uint32_t index = (uint32_t)branches->row_count;
    if (!pt_map_add(&c->index, key, index)) {
        pt_map_find(&c->index, key, &index);
        return &branches->rows[index];
    }
    branches->rows = pt_arena_grow(c->arena, branches->rows, branches->row_count, &c->capacity,
                                   sizeof *branches->rows);
    pt_branch_row *row = &branches->rows[branches->row_count++];
    *row = (pt_branch_row){.subject = subject, .name = block->name, .title = block->title};
    row->kind = record->kind == PT_RECORD_OUTCOME ? PT_BRANCH_OUTCOME
                : record->kind == PT_RECORD_DUTY  ? PT_BRANCH_DUTY
                                                  : PT_BRANCH_EVENT;
    row->records = PT_NEW_ARRAY(c->arena, branches->path_count, const pt_record *);
    row->times = PT_NEW_ARRAY(c->arena, branches->path_count, size_t);
    return row;
}

static void gather(comparing *c, size_t path)
{
    pt_branch_path *of = &c->branches->paths[path];
    for (size_t i = 0; of->result != NULL && i < of->result->record_count; i++) {
        const pt_record *record = &of->result->records[i];
        const pt_block *block = block_of(of->result, record);
        if (block == NULL)
            continue;
        pt_branch_row *row = row_of(c, of->result, record, block);
        row->records[path] = record;
        row->times[path]++;
        of->late += record->kind == PT_RECORD_DUTY && record->of.duty.status == PT_DUTY_LATE;
    }
}

static bool same_end(const pt_branch_row *row, size_t a, size_t b)
{
    const pt_record *left = row->records[a], *right = row->records[b];
    if (left == NULL || right == NULL)
        return left == right;
    switch ((pt_branch_row_kind)row->kind) {
    case PT_BRANCH_EVENT: return row->times[a] == row->times[b] && left->day == right->day;
    case PT_BRANCH_OUTCOME: return pt_value_equal(left->of.outcome.value, right->of.outcome.value);
    case PT_BRANCH_DUTY:
        return left->of.duty.status == right->of.duty.status &&
               left->of.duty.due == right->of.duty.due &&
               left->of.duty.fulfilled == right->of.duty.fulfilled;
    }
    return true;
}

static bool differs(const pt_branches *branches, const pt_branch_row *row)
{
    size_t first = branches->path_count;
    for (size_t i = 0; i < branches->path_count; i++) {
        if (branches->paths[i].result == NULL)
            continue;
        if (first == branches->path_count)
            first = i;
        else if (!same_end(row, first, i))
            return true;
    }
    return false;
}

void pt_branches_compare(pt_arena *arena, pt_branches *branches)
{
    comparing c = {.arena = arena, .branches = branches, .index = pt_map_create(arena)};
    for (size_t i = 0; i < branches->path_count; i++)
        gather(&c, i);
    size_t kept = 0;
    for (size_t i = 0; i < branches->row_count; i++) {
        if (differs(branches, &branches->rows[i]))
            branches->rows[kept++] = branches->rows[i];
    }
    branches->row_count = kept;
}
