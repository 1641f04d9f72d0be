/* SPDX-License-Identifier: EUPL-1.2 */
#include <stdbool.h>

#include "bench/batch/by_hand.h"

enum { BO, SBO, SO, VO, VSO, PRO };

static uint8_t basic_level(uint8_t hours, uint8_t limit)
{
    return hours * 2 <= limit ? 3 : hours <= limit ? 2 : hours * 2 <= limit * 3 ? 1 : 0;
}

static uint8_t arrangement_for(bool enough, bool institute, uint8_t extra)
{
    if (enough)
        return 0;
    if (institute)
        return 4;
    return extra <= 8 ? 1 : extra <= 32 ? 2 : extra <= 64 ? 3 : 5;
}

static bool fits_age(const by_hand_case *c)
{
    return c->school <= SO ? c->age <= 14 : c->age >= 11;
}

static uint8_t reason_for(const by_hand_case *c, const by_hand_outcome *o, bool institute)
{
    if (c->days < 0)
        return 0;
    if (institute)
        return 1;
    if (!c->enrolled)
        return 2;
    if (!fits_age(c))
        return 3;
    if (c->experts < 2 || !c->orthopedagogue)
        return 4;
    if (o->plan_needed && !c->has_plan)
        return 5;
    if (c->has_plan && !c->consent)
        return 6;
    if (o->arrangement < 3)
        return 7;
    return o->cost > c->budget ? 8 : 9;
}

static uint8_t category_for(const by_hand_case *c, bool granted, uint8_t extra)
{
    if (!granted)
        return 0;
    if (extra > 96 || (c->cluster == 3 && extra > 80))
        return 3;
    return extra > 64 || (c->cluster == 4 && extra > 48) ? 2 : 1;
}

static uint8_t status_for(const by_hand_case *c)
{
    if (c->age < 5 || c->age > 17)
        return 0;
    if (!c->enrolled)
        return 4;
    if (c->weeks_absent > 4)
        return c->weeks_absent > 13 ? 3 : 2;
    return c->absence >= 32;
}

static void decide(const by_hand_case *c, by_hand_outcome *o)
{
    static const uint8_t limits[] = {16, 40, 64, 12, 56, 32};
    static const int32_t rates[] = {0, 7280, 8360, 9880, 0, 12560};
    uint8_t limit = limits[c->school];
    bool institute = c->cluster == 1 || c->cluster == 2;
    o->basic_level = basic_level(c->hours, limit);
    o->basic_enough = o->basic_level >= 2 && !institute;
    uint8_t extra = c->hours > limit ? (uint8_t)(c->hours - limit) : 0;
    o->arrangement = arrangement_for(o->basic_enough, institute, extra);
    o->plan_needed = o->arrangement >= 2 || (c->school != BO && c->school != VO);
    o->plan_overdue = o->plan_needed && (c->has_plan ? c->plan_weeks > 52 : c->days > 42);
    o->cost = extra * rates[o->arrangement];
    o->reason = reason_for(c, o, institute);
    o->granted = o->reason >= 8;
    o->category = category_for(c, o->granted, extra);
    o->decision_overdue = c->days >= 0 && o->reason != 1 && c->days > (c->extended ? 70 : 42);
    o->home_status = status_for(c);
    o->level = o->home_status == 4 ? 3 : o->home_status;
    if (o->home_status > 0 && (o->plan_overdue || o->decision_overdue || o->reason == 8))
        o->level++;
}

void by_hand_structs(size_t cases, const by_hand_case *given, by_hand_outcome *made)
{
    for (size_t i = 0; i < cases; i++)
        decide(&given[i], &made[i]);
}
