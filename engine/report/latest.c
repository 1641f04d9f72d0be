/* SPDX-License-Identifier: EUPL-1.2 */
#include "report/latest.h"

pt_latest pt_latest_create(pt_arena *arena, const pt_run_result *result)
{
    size_t things = 0;
    for (size_t i = 0; i < result->record_count; i++) {
        uint8_t kind = result->records[i].kind;
        things += kind == PT_RECORD_OUTCOME || kind == PT_RECORD_DUTY;
    }
    size_t size = 16;
    while (size < 2 * things)
        size *= 2;
    return (pt_latest){
        .result = result, .slots = PT_NEW_ARRAY(arena, size, size_t), .mask = size - 1};
}

static uint16_t group_of(const pt_record *record)
{
    return record->kind == PT_RECORD_DUTY ? record->of.duty.group : record->of.outcome.group;
}

static pt_date period_of(const pt_record *record)
{
    return record->kind == PT_RECORD_DUTY ? record->of.duty.period : PT_DATE_NONE;
}

static uint64_t hash_of(const pt_record *record)
{
    uint64_t hash =
        (uint64_t)record->subject << 20 | (uint64_t)group_of(record) << 2 | record->kind;
    hash ^= (uint64_t)(uint32_t)period_of(record) << 32;
    hash *= 0x9E3779B97F4A7C15u;
    return hash ^ hash >> 29;
}

static bool same_thing(const pt_record *a, const pt_record *b)
{
    return a->kind == b->kind && a->subject == b->subject && group_of(a) == group_of(b) &&
           period_of(a) == period_of(b);
}

static size_t *slot_of(const pt_latest *latest, const pt_record *record)
{
    size_t at = (size_t)hash_of(record) & latest->mask;
    while (latest->slots[at] != 0 &&
           !same_thing(&latest->result->records[latest->slots[at] - 1], record))
        at = (at + 1) & latest->mask;
    return &latest->slots[at];
}

const pt_record *pt_latest_replace(pt_latest *latest, const pt_record *record)
{
    size_t *slot = slot_of(latest, record);
    const pt_record *before = *slot == 0 ? NULL : &latest->result->records[*slot - 1];
    *slot = (size_t)(record - latest->result->records) + 1;
    return before;
}

bool pt_latest_is(const pt_latest *latest, const pt_record *record)
{
    return *slot_of(latest, record) == (size_t)(record - latest->result->records) + 1;
}
