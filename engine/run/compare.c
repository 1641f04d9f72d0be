/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/compare.h"

#include <string.h>

#include "base/map.h"

/* What became of one thing in one replay: its records, by day. */
typedef struct track {
    const pt_record **records;
    size_t count;
    size_t capacity;
} track;

/* One thing in both. */
typedef struct thing {
    uint8_t kind; /* pt_shown_kind */
    const char *subject;
    const char *name;
    const char *title;
    track tracks[2];
} thing;

typedef struct comparing {
    pt_arena *arena;
    const pt_run_result *results[2];
    pt_map index;
    thing *things;
    size_t count;
    size_t capacity;
    pt_story_comparison *made;
    size_t change_capacity;
} comparing;

/* --- Gathering -----------------------------------------------------------------------------------
 */

static const char *subject_of(const pt_run_result *result, uint32_t subject)
{
    return subject < result->subject_count ? result->subject_names[subject] : "";
}

static const pt_block *block_of(const pt_run_result *result, const pt_record *record)
{
    const pt_pack *pack = result->pack;
    const pt_group *group = NULL;
    switch (record->kind) {
    case PT_RECORD_OUTCOME:
        group = &pack->rule_groups[record->of.outcome.group];
        return &pack->blocks[pack->rules[group->versions[0]].block];
    case PT_RECORD_DUTY:
        group = &pack->duty_groups[record->of.duty.group];
        return &pack->blocks[pack->duties[group->versions[0]].block];
    case PT_RECORD_EVENT:
        return record->of.event.event == PT_NO_INDEX
                   ? NULL
                   : &pack->blocks[pack->events[record->of.event.event].block];
    default: return NULL;
    }
}

static thing *thing_of(comparing *c, const pt_run_result *result, const pt_record *record,
                       const pt_block *block)
{
    pt_date period = record->kind == PT_RECORD_DUTY ? record->of.duty.period : 0;
    const char *subject = subject_of(result, record->subject);
    const char *key = pt_format(c->arena, "%u %s.%s %d", (unsigned)record->kind, subject,
                                block->name, (int)period);
    uint32_t index = (uint32_t)c->count;
    if (!pt_map_add(&c->index, key, index)) {
        pt_map_find(&c->index, key, &index);
        return &c->things[index];
    }
    c->things = pt_arena_grow(c->arena, c->things, c->count, &c->capacity, sizeof *c->things);
    c->things[c->count++] = (thing){.subject = subject, .name = block->name, .title = block->title};
    c->things[index].kind = record->kind == PT_RECORD_OUTCOME ? PT_SHOWN_OUTCOME
                            : record->kind == PT_RECORD_DUTY  ? PT_SHOWN_DUTY
                                                              : PT_SHOWN_EVENT;
    return &c->things[index];
}

static void gather(comparing *c, size_t side)
{
    const pt_run_result *result = c->results[side];
    for (size_t i = 0; i < result->record_count; i++) {
        const pt_record *record = &result->records[i];
        const pt_block *block = block_of(result, record);
        if (block == NULL)
            continue;
        track *of = &thing_of(c, result, record, block)->tracks[side];
        of->records =
            pt_arena_grow(c->arena, of->records, of->count, &of->capacity, sizeof *of->records);
        of->records[of->count++] = record;
    }
}

/* --- Values in words -----------------------------------------------------------------------------
 */

static const char *value_words(const comparing *c, size_t side, const pt_record *record)
{
    if (record == NULL)
        return NULL;
    pt_value value = record->of.outcome.value;
    if (value.kind == PT_SUBJECT)
        return subject_of(c->results[side], (uint32_t)value.amount);
    pt_text out = pt_text_create(c->arena);
    pt_value_show(&out, c->results[side]->pack, value);
    return out.bytes;
}

/* The record in force on a day; NULL before the first. */
static const pt_record *record_on(const track *of, pt_date day)
{
    const pt_record *found = NULL;
    for (size_t i = 0; i < of->count && of->records[i]->day <= day; i++)
        found = of->records[i];
    return found;
}

/* The first day from `after` on which either track has a record; FOREVER when there is none. */
static pt_date next_day(const thing *one, pt_date after)
{
    pt_date next = PT_DATE_FOREVER;
    for (size_t side = 0; side < 2; side++)
        for (size_t i = 0; i < one->tracks[side].count; i++) {
            pt_date day = one->tracks[side].records[i]->day;
            if (day > after && day < next)
                next = day;
        }
    return next;
}

static void keep(comparing *c, const thing *one, pt_shown_change *change)
{
    change->kind = one->kind;
    change->subject = one->subject;
    change->name = one->name;
    change->title = one->title;
    pt_story_comparison *made = c->made;
    made->changes = pt_arena_grow(c->arena, made->changes, made->change_count, &c->change_capacity,
                                  sizeof *made->changes);
    size_t at = made->change_count++;
    for (; at > 0 && made->changes[at - 1].day > change->day; at--)
        made->changes[at] = made->changes[at - 1];
    made->changes[at] = *change;
}

static pt_value last_value(const track *of)
{
    return of->count == 0 ? pt_unknown() : of->records[of->count - 1]->of.outcome.value;
}

static void compare_outcome(comparing *c, const thing *one)
{
    for (pt_date day = next_day(one, PT_DATE_NONE); day != PT_DATE_FOREVER;
         day = next_day(one, day)) {
        const char *before = value_words(c, 0, record_on(&one->tracks[0], day));
        const char *after = value_words(c, 1, record_on(&one->tracks[1], day));
        if (!pt_text_equal(before, after)) {
            pt_shown_change change = {.day = day, .before = before, .after = after};
            change.last_before = last_value(&one->tracks[0]);
            change.last_after = last_value(&one->tracks[1]);
            keep(c, one, &change);
            return;
        }
    }
}

/* --- Duties and events ---------------------------------------------------------------------------
 */

static bool same_duty(const pt_record *a, const pt_record *b)
{
    bool none_a = a == NULL || a->of.duty.status == PT_DUTY_ABSENT,
         none_b = b == NULL || b->of.duty.status == PT_DUTY_ABSENT;
    if (none_a || none_b)
        return none_a == none_b;
    return a->of.duty.status == b->of.duty.status && a->of.duty.due == b->of.duty.due;
}

static const char *bearer_of(const comparing *c, size_t side, const pt_record *record)
{
    if (record == NULL)
        return NULL;
    const pt_duty_state *duty = &record->of.duty;
    return duty->bearer_role != NULL ? duty->bearer_role
                                     : subject_of(c->results[side], duty->bearer);
}

static const pt_record *last_of(const track *of)
{
    return of->count == 0 ? NULL : of->records[of->count - 1];
}

static void compare_duty(comparing *c, const thing *one)
{
    pt_date day = next_day(one, PT_DATE_NONE);
    while (day != PT_DATE_FOREVER &&
           same_duty(record_on(&one->tracks[0], day), record_on(&one->tracks[1], day)))
        day = next_day(one, day);
    if (day == PT_DATE_FOREVER)
        return;
    const pt_record *before = last_of(&one->tracks[0]), *after = last_of(&one->tracks[1]);
    pt_shown_change change = {.day = day, .due_before = PT_DATE_NONE, .due_after = PT_DATE_NONE};
    if (before != NULL) {
        change.status_before = before->of.duty.status;
        change.due_before = before->of.duty.due;
    }
    if (after != NULL) {
        change.status_after = after->of.duty.status;
        change.due_after = after->of.duty.due;
    }
    change.bearer = after != NULL ? bearer_of(c, 1, after) : bearer_of(c, 0, before);
    keep(c, one, &change);
}

static void compare_event(comparing *c, const thing *one)
{
    const track *before = &one->tracks[0], *after = &one->tracks[1];
    size_t common = before->count < after->count ? before->count : after->count, first = 0;
    while (first < common && before->records[first]->day == after->records[first]->day)
        first++;
    if (first == before->count && first == after->count)
        return;
    pt_date day_before = first < before->count ? before->records[first]->day : PT_DATE_NONE;
    pt_date day_after = first < after->count ? after->records[first]->day : PT_DATE_NONE;
    pt_shown_change change = {.times_before = (int64_t)before->count,
                              .times_after = (int64_t)after->count,
                              .due_before = day_before,
                              .due_after = day_after};
    change.day = day_before == PT_DATE_NONE || (day_after != PT_DATE_NONE && day_after < day_before)
                     ? day_after
                     : day_before;
    keep(c, one, &change);
}

pt_story_comparison *pt_compare_runs(pt_arena *arena, const pt_run_result *before,
                                     const pt_run_result *after)
{
    comparing c = {.arena = arena, .results = {before, after}, .index = pt_map_create(arena)};
    c.made = PT_NEW(arena, pt_story_comparison);
    c.made->name = after->scenario->name;
    c.made->title = after->scenario->title;
    gather(&c, 0);
    gather(&c, 1);
    for (size_t i = 0; i < c.count; i++) {
        const thing *one = &c.things[i];
        switch ((pt_shown_kind)one->kind) {
        case PT_SHOWN_OUTCOME: compare_outcome(&c, one); break;
        case PT_SHOWN_DUTY: compare_duty(&c, one); break;
        case PT_SHOWN_EVENT: compare_event(&c, one); break;
        }
    }
    return c.made;
}
