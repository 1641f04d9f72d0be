/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/plan.h"

typedef struct maker {
    pt_arena *arena;
    const pt_pack *pack;
    pt_plan *plan;
} maker;

/* --- Slots ---------------------------------------------------------------------------------- */

uint32_t pt_slot_block(const pt_pack *pack, const pt_slot *slot)
{
    switch ((pt_slot_kind)slot->kind) {
    case PT_SLOT_RULE: return pack->rules[pack->rule_groups[slot->index].versions[0]].block;
    case PT_SLOT_DUTY: return pack->duties[pack->duty_groups[slot->index].versions[0]].block;
    case PT_SLOT_WINDOW: return pack->windows[slot->index].block;
    case PT_SLOT_LIST:
    case PT_SLOT_DIVISION: break;
    }
    return pack->lists[slot->index].block;
}

static bool rule_raises(const pt_pack *pack, const pt_group *group)
{
    for (uint16_t i = 0; i < group->version_count; i++)
        if (pack->rules[group->versions[i]].raises != PT_NO_INDEX)
            return true;
    return false;
}

static uint16_t kind_of_slot(const pt_pack *pack, const pt_slot *slot)
{
    const pt_list *list = &pack->lists[slot->index];
    if (slot->kind == PT_SLOT_DIVISION)
        return pack->kinds[list->of].references[list->reference].target;
    return pack->blocks[slot->order].subject;
}

/* One slot of each group, window and list, with no order yet. */
static size_t gather_slots(const pt_pack *pack, pt_slot *all)
{
    size_t count = 0;
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        all[count++] = (pt_slot){
            .kind = PT_SLOT_RULE, .index = i, .acts = rule_raises(pack, &pack->rule_groups[i])};
    for (uint16_t i = 0; i < pack->duty_group_count; i++)
        all[count++] = (pt_slot){.kind = PT_SLOT_DUTY, .index = i, .acts = true};
    for (uint16_t i = 0; i < pack->window_count; i++)
        all[count++] = (pt_slot){.kind = PT_SLOT_WINDOW, .index = i};
    for (uint16_t i = 0; i < pack->list_count; i++) {
        all[count++] = (pt_slot){.kind = PT_SLOT_LIST, .index = i};
        if (pack->lists[i].take == PT_TAKE_SHARE)
            all[count++] = (pt_slot){.kind = PT_SLOT_DIVISION, .index = i};
    }
    return count;
}

static uint16_t *map_of_slot(const pt_plan *plan, const pt_slot *slot)
{
    switch ((pt_slot_kind)slot->kind) {
    case PT_SLOT_RULE: return &plan->slot_of_rule[slot->index];
    case PT_SLOT_DUTY: return &plan->slot_of_duty[slot->index];
    case PT_SLOT_WINDOW: return &plan->slot_of_window[slot->index];
    case PT_SLOT_DIVISION: return &plan->slot_of_division[slot->index];
    case PT_SLOT_LIST: break;
    }
    return &plan->slot_of_list[slot->index];
}

/* Blocks are visited in order, so that the slots of a kind come out in order of declaration. */
static void place_slots(maker *m)
{
    const pt_pack *pack = m->pack;
    size_t room = (size_t)pack->rule_group_count + pack->duty_group_count + pack->window_count +
                  2U * (size_t)pack->list_count;
    pt_slot *all = PT_NEW_ARRAY(m->arena, room, pt_slot);
    pt_slot **by_block = PT_NEW_ARRAY(m->arena, pack->block_count, pt_slot *);
    size_t count = gather_slots(pack, all);
    for (size_t i = 0; i < count; i++) {
        all[i].order = pt_slot_block(pack, &all[i]);
        if (by_block[all[i].order] == NULL)
            by_block[all[i].order] = &all[i];
        m->plan->kinds[kind_of_slot(pack, &all[i])].slot_count++;
    }
    for (uint16_t k = 0; k < pack->kind_count; k++) {
        pt_kind_plan *kind = &m->plan->kinds[k];
        kind->slots = PT_NEW_ARRAY(m->arena, kind->slot_count, pt_slot);
        kind->of_slot = PT_NEW_ARRAY(m->arena, kind->slot_count, pt_touches);
        kind->slot_count = 0;
    }
    for (uint32_t b = 0; b < pack->block_count; b++) {
        for (pt_slot *slot = by_block[b]; slot != NULL && slot < all + count && slot->order == b;
             slot++) {
            pt_kind_plan *kind = &m->plan->kinds[kind_of_slot(pack, slot)];
            *map_of_slot(m->plan, slot) = kind->slot_count;
            kind->slots[kind->slot_count++] = *slot;
        }
    }
}

/* --- Touches -------------------------------------------------------------------------------- */

static bool same_touch(const pt_touch *a, const pt_touch *b)
{
    bool same = a->slot == b->slot && a->forward == b->forward && a->back_count == b->back_count;
    for (uint8_t i = 0; same && i < a->back_count; i++)
        same = a->back[i].kind == b->back[i].kind && a->back[i].reference == b->back[i].reference;
    return same;
}

static void add_touch(maker *m, pt_touches *touches, pt_touch touch)
{
    for (size_t i = 0; i < touches->count; i++)
        if (same_touch(&touches->items[i], &touch))
            return;
    touches->items = pt_arena_grow(m->arena, touches->items, touches->count, &touches->capacity,
                                   sizeof *touches->items);
    touches->items[touches->count++] = touch;
}

/* The way back along `path` from `kind`, then forward to the slot. */
static pt_touch touch_along(const pt_pack *pack, uint16_t kind, const pt_path *path,
                            uint16_t forward, uint16_t slot)
{
    pt_touch touch = {
        .slot = slot, .forward = forward, .back_count = path == NULL ? 0 : path->hops};
    for (uint8_t i = 0; path != NULL && i < touch.back_count; i++) {
        touch.back[touch.back_count - 1 - i] = (pt_step_back){kind, path->references[i]};
        kind = pack->kinds[kind].references[path->references[i]].target;
    }
    return touch;
}

/* The slot that is being looked at: where it lives and how a subject read for it leads there. */
typedef struct reader_of {
    uint16_t kind;    /* of the subjects whose inputs are read */
    uint16_t forward; /* reference from those to the subject with the slot, or PT_NO_INDEX */
    uint16_t slot;
} reader_of;

static uint16_t end_of_path(const reader_of *r, const pt_path *path)
{
    return path == NULL || path->hops == 0 ? r->kind : path->target;
}

static void reads_fact(maker *m, const reader_of *r, const pt_path *path, uint16_t fact)
{
    if (fact == PT_NO_INDEX)
        return;
    pt_kind_plan *kind = &m->plan->kinds[end_of_path(r, path)];
    add_touch(m, &kind->of_fact[fact], touch_along(m->pack, r->kind, path, r->forward, r->slot));
}

static void reads_slot(maker *m, const reader_of *r, const pt_path *path, uint16_t slot)
{
    pt_kind_plan *kind = &m->plan->kinds[end_of_path(r, path)];
    add_touch(m, &kind->of_slot[slot], touch_along(m->pack, r->kind, path, r->forward, r->slot));
}

static void reads_input(maker *m, const reader_of *r, const pt_input *input)
{
    const pt_plan *plan = m->plan;
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_TODAY:
    case PT_INPUT_PARAMETER: break;
    case PT_INPUT_FACT: reads_fact(m, r, &input->path, input->index); break;
    case PT_INPUT_RULE: reads_slot(m, r, &input->path, plan->slot_of_rule[input->index]); break;
    case PT_INPUT_WINDOW: reads_slot(m, r, &input->path, plan->slot_of_window[input->index]); break;
    case PT_INPUT_LIST: reads_slot(m, r, &input->path, plan->slot_of_list[input->index]); break;
    }
}

static void reads_function(maker *m, const reader_of *r, const pt_function *function)
{
    for (uint16_t i = 0; function != NULL && i < function->input_count; i++)
        reads_input(m, r, &function->inputs[i]);
}

static void reads_block(maker *m, const reader_of *r, uint32_t block_index)
{
    const pt_block *block = &m->pack->blocks[block_index];
    reads_fact(m, r, NULL, block->reference_date);
    for (size_t i = 0; i < block->ground_count; i++)
        reads_function(m, r, block->grounds[i].applies);
}

static void reads_exceptions(maker *m, const reader_of *r, const pt_group *group)
{
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &m->pack->exceptions[group->exceptions[i]];
        reads_block(m, r, exception->block);
        reads_function(m, r, exception->condition);
    }
}

/* The slot looks at the subjects of `kind` that refer to it: new ones, and this fact of theirs. */
static void reads_referrers(maker *m, uint16_t kind, uint16_t reference, uint16_t slot)
{
    add_touch(m, &m->plan->kinds[kind].of_new, touch_along(m->pack, kind, NULL, reference, slot));
}

static void rule_reads(maker *m, const reader_of *r, const pt_group *group)
{
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_rule *rule = &m->pack->rules[group->versions[i]];
        reads_block(m, r, rule->block);
        reads_function(m, r, rule->decide);
    }
    reads_exceptions(m, r, group);
}

static void standstill_reads(maker *m, const reader_of *r, const pt_standstill *still)
{
    reader_of source = *r;
    if (still->by != PT_NO_INDEX) {
        source.kind = still->by;
        source.forward = still->reference;
        reads_referrers(m, still->by, still->reference, r->slot);
    }
    reads_fact(m, &source, NULL, still->from);
    if (still->from_rule != NULL)
        reads_input(m, &source, still->from_rule);
    for (uint8_t i = 0; i < still->until_count; i++)
        reads_fact(m, &source, NULL, still->until[i]);
}

/* The event may be about the subject itself, or make something that refers to it. */
static void event_reads(maker *m, const reader_of *r, uint16_t event)
{
    if (event == PT_NO_INDEX)
        return;
    uint16_t kind = m->pack->blocks[m->pack->events[event].block].subject;
    if (kind == r->kind)
        add_touch(m, &m->plan->kinds[kind].of_event,
                  touch_along(m->pack, kind, NULL, PT_NO_INDEX, r->slot));
    for (uint16_t i = 0; i < m->pack->kinds[kind].reference_count; i++)
        if (m->pack->kinds[kind].references[i].target == r->kind)
            add_touch(m, &m->plan->kinds[kind].of_event,
                      touch_along(m->pack, kind, NULL, i, r->slot));
}

static void duty_reads(maker *m, const reader_of *r, const pt_duty *duty)
{
    const pt_term_rule *term = &duty->term;
    reads_block(m, r, duty->block);
    const pt_function *functions[] = {duty->scope, term->start, term->fixed, duty->fulfilled,
                                      duty->lapses};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        reads_function(m, r, functions[i]);
    if (term->end_of != PT_NO_INDEX)
        reads_slot(m, r, NULL, m->plan->slot_of_duty[term->end_of]);
    for (uint8_t i = 0; i < term->standstill_count; i++)
        standstill_reads(m, r, &term->standstills[i]);
    reads_fact(m, r, NULL, term->extended_on);
    reads_fact(m, r, NULL, term->extended_by);
    if (duty->recurrence != PT_ONCE) {
        reads_fact(m, r, NULL, duty->recurs_from);
        reads_fact(m, r, NULL, duty->recurs_until);
    }
    if (duty->fulfilled == NULL)
        event_reads(m, r, duty->fulfilled_by_event);
}

static void window_reads(maker *m, const reader_of *r, const pt_window *window)
{
    reader_of referrer = {window->of, window->reference, r->slot};
    reads_referrers(m, window->of, window->reference, r->slot);
    reads_fact(m, &referrer, NULL, window->counted);
    reads_fact(m, &referrer, NULL, window->day);
    reads_fact(m, r, NULL, window->since);
}

static void list_reads(maker *m, const reader_of *r, const pt_list *list)
{
    reader_of referrer = {list->of, list->reference, r->slot};
    reads_referrers(m, list->of, list->reference, r->slot);
    if (list->counted != NULL)
        reads_input(m, &referrer, list->counted);
    reads_function(m, &referrer, list->filter);
}

static void division_reads(maker *m, const reader_of *r, const pt_list *list)
{
    list_reads(m, r, list);
    reads_input(m, r, list->whole);
}

static void share_reads(maker *m, const reader_of *r, uint16_t index)
{
    const pt_list *list = &m->pack->lists[index];
    pt_path path = {.hops = 1,
                    .references = {list->reference},
                    .target = m->pack->kinds[list->of].references[list->reference].target};
    reads_block(m, r, list->block);
    reads_slot(m, r, &path, m->plan->slot_of_division[index]);
}

static void slot_reads(maker *m, const reader_of *r, const pt_slot *slot)
{
    const pt_pack *pack = m->pack;
    const pt_group *group = NULL;
    switch ((pt_slot_kind)slot->kind) {
    case PT_SLOT_RULE: rule_reads(m, r, &pack->rule_groups[slot->index]); break;
    case PT_SLOT_DUTY:
        group = &pack->duty_groups[slot->index];
        for (uint16_t i = 0; i < group->version_count; i++)
            duty_reads(m, r, &pack->duties[group->versions[i]]);
        reads_exceptions(m, r, group);
        break;
    case PT_SLOT_WINDOW: window_reads(m, r, &pack->windows[slot->index]); break;
    case PT_SLOT_LIST:
        if (pack->lists[slot->index].take == PT_TAKE_SHARE)
            share_reads(m, r, slot->index);
        else
            list_reads(m, r, &pack->lists[slot->index]);
        break;
    case PT_SLOT_DIVISION: division_reads(m, r, &pack->lists[slot->index]); break;
    }
}

static void find_touches(maker *m)
{
    for (uint16_t k = 0; k < m->pack->kind_count; k++)
        for (uint16_t s = 0; s < m->plan->kinds[k].slot_count; s++) {
            reader_of r = {k, PT_NO_INDEX, s};
            slot_reads(m, &r, &m->plan->kinds[k].slots[s]);
        }
}

/* --- The rest ------------------------------------------------------------------------------- */

static void number_references(maker *m)
{
    for (uint16_t k = 0; k < m->pack->kind_count; k++) {
        const pt_subject_kind *kind = &m->pack->kinds[k];
        pt_kind_plan *plan = &m->plan->kinds[k];
        plan->of_fact = PT_NEW_ARRAY(m->arena, kind->fact_count, pt_touches);
        plan->incoming = PT_NEW_ARRAY(m->arena, kind->reference_count, uint16_t);
        for (uint16_t i = 0; i < kind->reference_count; i++)
            plan->incoming[i] = m->plan->kinds[kind->references[i].target].incoming_count++;
    }
}

static void name_reference_dates(maker *m)
{
    const pt_pack *pack = m->pack;
    m->plan->reference_dates = PT_NEW_ARRAY(m->arena, pack->block_count, pt_input);
    for (uint32_t b = 0; b < pack->block_count; b++) {
        const pt_block *block = &pack->blocks[b];
        if (block->reference_date == PT_NO_INDEX)
            continue;
        const pt_fact *fact = &pack->kinds[block->subject].facts[block->reference_date];
        m->plan->reference_dates[b] = (pt_input){.name = fact->name,
                                                 .kind = PT_INPUT_FACT,
                                                 .type = fact->type,
                                                 .path = {.target = block->subject},
                                                 .index = block->reference_date,
                                                 .at = block->at};
    }
}

static void measure_trees(maker *m)
{
    for (uint32_t f = 0; f < m->pack->function_count; f++) {
        const pt_function *function = m->pack->functions[f];
        for (size_t p = 0; p < function->period_count; p++)
            if (function->periods[p].tree->atom_count > m->plan->most_atoms)
                m->plan->most_atoms = function->periods[p].tree->atom_count;
    }
}

const pt_plan *pt_plan_create(pt_arena *arena, const pt_pack *pack)
{
    pt_plan *plan = PT_NEW(arena, pt_plan);
    plan->pack = pack;
    plan->kinds = PT_NEW_ARRAY(arena, pack->kind_count, pt_kind_plan);
    plan->slot_of_rule = PT_NEW_ARRAY(arena, pack->rule_group_count, uint16_t);
    plan->slot_of_duty = PT_NEW_ARRAY(arena, pack->duty_group_count, uint16_t);
    plan->slot_of_window = PT_NEW_ARRAY(arena, pack->window_count, uint16_t);
    plan->slot_of_list = PT_NEW_ARRAY(arena, pack->list_count, uint16_t);
    plan->slot_of_division = PT_NEW_ARRAY(arena, pack->list_count, uint16_t);
    maker m = {arena, pack, plan};
    number_references(&m);
    place_slots(&m);
    find_touches(&m);
    name_reference_dates(&m);
    measure_trees(&m);
    return plan;
}
