/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/world.h"

#include <assert.h>
#include <string.h>

static void touch_slot(pt_world *world, uint32_t subject, uint16_t slot);

/* --- Spreading the word --------------------------------------------------------------------- */

static void follow_touch(pt_world *world, uint32_t at, const pt_touch *touch, uint8_t step)
{
    const pt_subject *subject = &world->subjects[at];
    if (step == touch->back_count) {
        if (touch->forward != PT_NO_INDEX)
            at = subject->references[touch->forward];
        if (at != PT_NOBODY)
            touch_slot(world, at, touch->slot);
        return;
    }
    const pt_step_back *back = &touch->back[step];
    const pt_referrers *list = pt_world_referrers(world, at, back->kind, back->reference);
    for (uint32_t i = list->first; i != PT_NOBODY; i = world->subjects[i].next[back->reference])
        follow_touch(world, i, touch, (uint8_t)(step + 1));
}

static void spread(pt_world *world, uint32_t subject, const pt_touches *touches)
{
    for (size_t i = 0; i < touches->count; i++)
        follow_touch(world, subject, &touches->items[i], 0);
}

void pt_world_queue(pt_world *world, uint32_t subject, uint16_t slot)
{
    pt_memory *memory = &world->subjects[subject].memories[slot];
    if ((memory->flags & PT_MEMORY_QUEUED) != 0)
        return;
    memory->flags |= PT_MEMORY_QUEUED;
    world->queue = pt_arena_grow(world->arena, world->queue, world->queue_count,
                                 &world->queue_capacity, sizeof *world->queue);
    world->queue[world->queue_count++] = (uint64_t)subject << 16 | slot;
}

/*
 * What is not fresh has told those who read it already: whoever is fresh has only read what was
 * fresh at the time, so the word need not go further than the first slot that is stale.
 */
static void touch_slot(pt_world *world, uint32_t subject, uint16_t slot)
{
    pt_memory *memory = &world->subjects[subject].memories[slot];
    if ((memory->flags & PT_MEMORY_FRESH) == 0)
        return;
    memory->flags &= (uint8_t)~PT_MEMORY_FRESH;
    const pt_kind_plan *kind = &world->plan->kinds[world->subjects[subject].kind];
    if (world->watch_all || kind->slots[slot].acts)
        pt_world_queue(world, subject, slot);
    spread(world, subject, &kind->of_slot[slot]);
}

void pt_world_forget(pt_world *world)
{
    for (uint32_t s = 0; s < world->subject_count; s++) {
        const pt_subject *subject = &world->subjects[s];
        if (!subject->alive)
            continue;
        const pt_kind_plan *kind = &world->plan->kinds[subject->kind];
        for (uint16_t i = 0; i < kind->slot_count; i++) {
            subject->memories[i].flags &= (uint8_t)~PT_MEMORY_FRESH;
            if (world->watch_all || kind->slots[i].acts)
                pt_world_queue(world, s, i);
        }
    }
}

/* --- Coming to be and changing -------------------------------------------------------------- */

pt_world *pt_world_create(pt_arena *arena, const pt_plan *plan, pt_region region, pt_date first,
                          uint32_t subject_count)
{
    pt_world *world = PT_NEW(arena, pt_world);
    world->arena = arena;
    world->plan = plan;
    world->pack = plan->pack;
    world->region = region;
    world->first = first;
    world->today = first;
    world->subject_count = subject_count;
    world->subject_capacity = subject_count;
    world->subjects = PT_NEW_ARRAY(arena, subject_count, pt_subject);
    world->happened = PT_NEW_ARRAY(arena, plan->pack->event_count, uint32_t);
    world->atoms = PT_NEW_ARRAY(arena, plan->most_atoms, pt_value);
    world->atom_stamps = PT_NEW_ARRAY(arena, plan->most_atoms, uint32_t);
    return world;
}

uint32_t pt_world_reserve(pt_world *world)
{
    world->subjects = pt_arena_grow(world->arena, world->subjects, world->subject_count,
                                    &world->subject_capacity, sizeof *world->subjects);
    memset(&world->subjects[world->subject_count], 0, sizeof *world->subjects);
    return world->subject_count++;
}

void pt_world_refer(pt_world *world, uint32_t index, uint16_t reference, uint32_t target)
{
    pt_subject *subject = &world->subjects[index];
    pt_subject *to = &world->subjects[target];
    const pt_kind_plan *plan = &world->plan->kinds[subject->kind];
    assert(subject->alive && to->alive && subject->references[reference] == PT_NOBODY);
    subject->references[reference] = target;
    pt_referrers *list = &to->referrers[plan->incoming[reference]];
    if (list->count++ == 0)
        list->first = index;
    else
        world->subjects[list->last].next[reference] = index;
    list->last = index;
    spread(world, index, &plan->of_new);
}

static void begin_facts(pt_world *world, pt_subject *subject)
{
    const pt_subject_kind *kind = &world->pack->kinds[subject->kind];
    for (uint16_t i = 0; i < kind->fact_count; i++) {
        bool given = kind->facts[i].has_initial;
        subject->facts[i] = (pt_known){
            .value = given ? kind->facts[i].initial : pt_unknown(),
            .since = given ? world->today : PT_DATE_NONE,
            .set_on = given ? world->today : PT_DATE_NONE,
            .event = PT_NO_INDEX,
        };
    }
}

void pt_world_add(pt_world *world, uint32_t index, uint16_t kind_index, const char *name)
{
    const pt_subject_kind *kind = &world->pack->kinds[kind_index];
    const pt_kind_plan *plan = &world->plan->kinds[kind_index];
    pt_subject *subject = &world->subjects[index];
    assert(!subject->alive);
    *subject = (pt_subject){
        .kind = kind_index,
        .alive = true,
        .since = world->today,
        .name = name,
        .facts = PT_NEW_ARRAY(world->arena, kind->fact_count, pt_known),
        .references = PT_NEW_ARRAY(world->arena, kind->reference_count, uint32_t),
        .next = PT_NEW_ARRAY(world->arena, kind->reference_count, uint32_t),
        .referrers = PT_NEW_ARRAY(world->arena, plan->incoming_count, pt_referrers),
        .memories = PT_NEW_ARRAY(world->arena, plan->slot_count, pt_memory),
    };
    for (uint16_t i = 0; i < plan->incoming_count; i++)
        subject->referrers[i] = (pt_referrers){PT_NOBODY, PT_NOBODY, 0};
    for (uint16_t i = 0; i < kind->reference_count; i++)
        subject->references[i] = subject->next[i] = PT_NOBODY;
    begin_facts(world, subject);
    for (uint16_t i = 0; i < plan->slot_count; i++) {
        subject->memories[i].agenda = PT_DATE_NONE;
        if (world->watch_all || plan->slots[i].acts)
            pt_world_queue(world, index, i);
    }
}

bool pt_world_set(pt_world *world, uint32_t index, uint16_t fact, pt_value value, pt_date since,
                  uint16_t event)
{
    const pt_subject *subject = &world->subjects[index];
    pt_known *known = &subject->facts[fact];
    bool same = pt_value_equal(known->value, value) && known->value.unit == value.unit;
    if (same && known->since != PT_DATE_NONE)
        return false;
    *known = (pt_known){value, since, world->today, event};
    if (!same)
        spread(world, index, &world->plan->kinds[subject->kind].of_fact[fact]);
    return !same;
}

void pt_world_log(pt_world *world, uint32_t index, uint16_t event, pt_date holds_from)
{
    pt_subject *subject = &world->subjects[index];
    pt_happening *happening = PT_NEW(world->arena, pt_happening);
    *happening = (pt_happening){event, holds_from, world->today, world->happening_count++,
                                subject->happenings};
    subject->happenings = happening;
    world->happened[event]++;
    spread(world, index, &world->plan->kinds[subject->kind].of_event);
}

void *pt_world_scratch(pt_world *world, size_t count, size_t size)
{
    if (count > world->scratch_bytes / size) {
        world->scratch = pt_arena_array(world->arena, 2 * count, size);
        world->scratch_bytes = 2 * count * size;
    }
    return world->scratch;
}

/* --- Asking --------------------------------------------------------------------------------- */

uint32_t pt_world_follow(const pt_world *world, uint32_t subject, const pt_path *path)
{
    for (uint8_t i = 0; i < path->hops && subject != PT_NOBODY; i++)
        subject = world->subjects[subject].references[path->references[i]];
    return subject;
}

const pt_referrers *pt_world_referrers(const pt_world *world, uint32_t subject, uint16_t kind,
                                       uint16_t reference)
{
    uint16_t list = world->plan->kinds[kind].incoming[reference];
    return &world->subjects[subject].referrers[list];
}

uint32_t pt_world_find(const pt_world *world, const char *name)
{
    for (uint32_t i = 0; i < world->subject_count; i++)
        if (world->subjects[i].alive && pt_text_equal(world->subjects[i].name, name))
            return i;
    return PT_NOBODY;
}

void pt_world_show(pt_text *out, const pt_world *world, pt_value value)
{
    if (value.kind == PT_SUBJECT && value.amount >= 0 && value.amount < world->subject_count)
        pt_text_add(out, world->subjects[value.amount].name);
    else
        pt_value_show(out, world->pack, value);
}
