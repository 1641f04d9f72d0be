/* SPDX-License-Identifier: EUPL-1.2 */
/* What variants replace of the layers below them, and what comes back when they end. */
#include <string.h>

#include "reader/blocks.h"

/* Leaves of a block what lies in a period. */
static void keep_period(pt_block *block, pt_date first, pt_date last)
{
    size_t kept = 0;
    for (size_t i = 0; i < block->ground_count; i++) {
        pt_ground ground = block->grounds[i];
        if (ground.from < first)
            ground.from = first;
        if (ground.until > last)
            ground.until = last;
        if (ground.from <= ground.until)
            block->grounds[kept++] = ground;
    }
    block->ground_count = kept;
    if (block->from < first)
        block->from = first;
    if (block->until > last)
        block->until = last;
}

/* The same text once more; what is wrong with it has been said. */
static uint32_t declare_again(pt_draft *draft, uint32_t block)
{
    pt_pack *pack = draft->pack;
    uint32_t made = pack->block_count, original = pack->blocks[block].resumes;
    if (made >= PT_LIMIT_PACK_BLOCKS) {
        pt_find(draft->report, PT_R025, pack->blocks[block].at, NULL, NULL);
        return UINT32_MAX;
    }
    pt_report unused = pt_report_create(draft->arena), *report = draft->report;
    draft->report = &unused;
    draft->overlay = draft->overlays[pack->blocks[block].layer];
    pt_declare_block(draft, draft->declarations[block]);
    draft->report = report;
    pack->blocks[made].resumes = original != 0 ? original : block + 1;
    return made;
}

/* Grounds of exceptions are read when they are linked. */
static void finish_later(pt_draft *draft, uint32_t made)
{
    pt_block *block = &draft->pack->blocks[made];
    if (block->kind == PT_BLOCK_EXCEPTION) {
        pt_fields fields = {draft, draft->block_tables[made], pt_block_what(draft, made)};
        block->subject = draft->pack->blocks[block->resumes - 1].subject;
        pt_read_grounds(draft, made, &fields);
    }
}

static bool meet(const pt_block *later, const pt_block *earlier)
{
    return later->layer > earlier->layer && earlier->ground_count > 0 && later->ground_count > 0 &&
           earlier->until >= later->from && earlier->from <= later->until;
}

uint32_t pt_lay_over_one(pt_draft *draft, uint32_t later, uint32_t earlier)
{
    pt_pack *pack = draft->pack;
    pt_block after = pack->blocks[later], before = pack->blocks[earlier];
    uint32_t made = UINT32_MAX;
    if (!meet(&after, &before))
        return made;
    if (before.until > after.until)
        made = declare_again(draft, earlier);
    if (made != UINT32_MAX) {
        finish_later(draft, made);
        pt_date first = before.from > after.until ? before.from : after.until + 1;
        keep_period(&pack->blocks[made], first, before.until);
    }
    keep_period(&pack->blocks[earlier], PT_DATE_NONE, after.from - 1);
    pack->blocks[earlier].replaced_by = later + 1;
    return made;
}

static bool is_duty(const pt_block *block)
{
    return block->kind == PT_BLOCK_DUTY || block->kind == PT_BLOCK_FACULTY;
}

static bool same_group(const pt_block *a, const pt_block *b)
{
    bool kinds = is_duty(a) ? is_duty(b) : a->kind == PT_BLOCK_RULE && b->kind == PT_BLOCK_RULE;
    return kinds && a->subject != PT_NO_INDEX && a->subject == b->subject &&
           strcmp(a->name, b->name) == 0;
}

void pt_lay_over(pt_draft *draft)
{
    pt_pack *pack = draft->pack;
    uint32_t written = pack->block_count;
    for (uint32_t i = 0; i < written; i++) {
        for (uint32_t j = 0; j < pack->block_count && pack->blocks[i].layer > 0; j++) {
            if (same_group(&pack->blocks[i], &pack->blocks[j]))
                pt_lay_over_one(draft, i, j);
        }
    }
}
