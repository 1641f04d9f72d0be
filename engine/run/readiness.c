/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/readiness.h"

#include "run/evaluate.h"
#include "run/reason.h"

typedef struct looking {
    pt_arena *arena;
    pt_world *world;
    uint16_t kind;
    uint16_t item;
    uint16_t link;
    uint16_t present;
    uint16_t verdict; /* rule group */
    uint16_t group;   /* reference, or PT_NO_INDEX */
} looking;

static bool wrong(pt_report *report, pt_position at, const char *name, const char *key)
{
    return pt_find(report, PT_P035, at, PT_ARGS(name, key), NULL);
}

static bool resolve(looking *l, const pt_readiness_view *view, pt_report *report)
{
    const pt_pack *pack = l->world->pack;
    pt_name verdict;
    l->kind = pt_pack_kind(pack, view->kind);
    l->item = pt_pack_kind(pack, view->item);
    l->link = pt_pack_kind(pack, view->link);
    l->group = PT_NO_INDEX;
    if (l->kind == PT_NO_INDEX)
        return wrong(report, view->at, view->kind, "over");
    if (l->item == PT_NO_INDEX)
        return wrong(report, view->at, view->item, "wat");
    if (l->link == PT_NO_INDEX)
        return wrong(report, view->at, view->link, "koppeling");
    l->present = pt_pack_fact(pack, l->link, view->present);
    if (l->present == PT_NO_INDEX)
        return wrong(report, view->at, view->present, "is_er");
    if (!pt_pack_name(pack, l->kind, view->verdict, &verdict) || verdict.kind != PT_NAME_RULE)
        return wrong(report, view->at, view->verdict, "oordeel");
    l->verdict = verdict.index;
    if (view->group != NULL)
        l->group = pt_pack_reference(pack, l->kind, view->group);
    return view->group == NULL || l->group != PT_NO_INDEX ||
           wrong(report, view->at, view->group, "onder");
}

static bool refers_to(const pt_world *world, uint32_t subject, uint32_t target)
{
    const pt_subject *from = &world->subjects[subject];
    for (uint16_t i = 0; i < world->pack->kinds[from->kind].reference_count; i++)
        if (target != PT_NOBODY && from->references[i] == target)
            return true;
    return false;
}

static bool is_wanted(const looking *l, uint32_t subject, uint32_t item)
{
    const pt_subject *own = &l->world->subjects[subject];
    for (uint16_t i = 0; i < l->world->pack->kinds[l->kind].reference_count; i++)
        if (refers_to(l->world, item, own->references[i]))
            return true;
    return false;
}

static bool is_there(const looking *l, uint32_t subject, uint32_t item)
{
    const pt_world *world = l->world;
    for (uint32_t i = 0; i < world->subject_count; i++)
        if (world->subjects[i].alive && world->subjects[i].kind == l->link &&
            refers_to(world, i, subject) && refers_to(world, i, item) &&
            pt_is_yes(world->subjects[i].facts[l->present].value))
            return true;
    return false;
}

static void look(looking *l, uint32_t subject, pt_readiness_row *row)
{
    pt_world *world = l->world;
    const pt_subject *own = &world->subjects[subject];
    uint32_t group = l->group == PT_NO_INDEX ? PT_NOBODY : own->references[l->group];
    row->name = own->name;
    row->group = group == PT_NOBODY ? "" : world->subjects[group].name;
    row->missing = PT_NEW_ARRAY(l->arena, world->subject_count, const char *);
    for (uint32_t i = 0; i < world->subject_count; i++) {
        if (!world->subjects[i].alive || world->subjects[i].kind != l->item ||
            !is_wanted(l, subject, i))
            continue;
        row->wanted++;
        if (is_there(l, subject, i))
            row->there++;
        else
            row->missing[row->missing_count++] = world->subjects[i].name;
    }
    row->verdict = pt_rule_outcome(world, subject, l->verdict)->value;
    row->reason = pt_rule_reason(world, l->arena, subject, l->verdict);
}

const pt_readiness_table *pt_readiness_of(pt_arena *arena, pt_world *world, const char *story,
                                          pt_report *report)
{
    const pt_readiness_view *view = world->pack->readiness;
    looking l = {.arena = arena, .world = world};
    if (view == NULL) {
        wrong(report, (pt_position){0}, world->pack->name, "overzicht");
        return NULL;
    }
    if (!resolve(&l, view, report))
        return NULL;
    const pt_group *group = &world->pack->rule_groups[l.verdict];
    pt_readiness_table *table = PT_NEW(arena, pt_readiness_table);
    *table = (pt_readiness_table){
        .story = story,
        .title = world->pack->blocks[world->pack->rules[group->versions[0]].block].title,
        .day = world->today,
        .rows = PT_NEW_ARRAY(arena, world->subject_count, pt_readiness_row)};
    for (uint32_t i = 0; i < world->subject_count; i++)
        if (world->subjects[i].alive && world->subjects[i].kind == l.kind)
            look(&l, i, &table->rows[table->count++]);
    return table;
}
