/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/question.h"

#include <string.h>

static bool refuse(pt_report *report, pt_code code, const pt_scenario *scenario,
                   const char *const *arguments, const char *suggestion)
{
    return pt_find(report, code, (pt_position){.source = scenario->source}, arguments, suggestion);
}

static const char *day_shown(pt_arena *arena, pt_date day)
{
    char text[PT_DATE_TEXT];
    return pt_format(arena, "%s", pt_date_format(day, text));
}

bool pt_question_day(pt_arena *arena, pt_report *report, const pt_scenario *scenario, pt_date day)
{
    if (day >= scenario->from && day <= scenario->until)
        return true;
    return refuse(report, PT_U044, scenario,
                  PT_ARGS(day_shown(arena, day), day_shown(arena, scenario->from),
                          day_shown(arena, scenario->until)),
                  NULL);
}

static const char *subject_like(pt_arena *arena, const pt_scenario *scenario, const char *name)
{
    const char **names = PT_NEW_ARRAY(arena, scenario->subject_count, const char *);
    for (uint32_t i = 0; i < scenario->subject_count; i++)
        names[i] = scenario->subjects[i].name;
    return pt_suggest(name, names, scenario->subject_count);
}

static const char *name_like(pt_arena *arena, const pt_world *world, uint16_t kind,
                             const char *name)
{
    const pt_kind_plan *plan = &world->plan->kinds[kind];
    const pt_subject_kind *facts = &world->pack->kinds[kind];
    size_t count = 0;
    const char **names =
        PT_NEW_ARRAY(arena, (size_t)plan->slot_count + facts->fact_count, const char *);
    for (uint16_t i = 0; i < facts->fact_count; i++)
        names[count++] = facts->facts[i].name;
    for (uint16_t i = 0; i < plan->slot_count; i++)
        names[count++] = world->pack->blocks[plan->slots[i].order].name;
    return pt_suggest(name, names, count);
}

bool pt_question_find(pt_arena *arena, const pt_world *world, const pt_scenario *scenario,
                      const char *what, uint32_t *subject, pt_name *name)
{
    const char *dot = strrchr(what, '.');
    const char *who = dot == NULL ? what : pt_arena_copy(arena, what, (size_t)(dot - what));
    *subject = pt_world_find(world, who);
    if (dot == NULL || *subject == PT_NOBODY)
        return refuse(world->report, PT_U042, scenario, PT_ARGS(what),
                      subject_like(arena, scenario, who));
    uint16_t kind = world->subjects[*subject].kind;
    if (!pt_pack_name(world->pack, kind, dot + 1, name))
        return refuse(world->report, PT_U043, scenario, PT_ARGS(who, dot + 1),
                      name_like(arena, world, kind, dot + 1));
    return true;
}
