/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/improve.h"

#include <string.h>

/* --- Which there are -------------------------------------------------------------------------- */

static bool same_facts(const pt_improvement *a, const pt_improvement *b)
{
    bool same = a->fact_count == b->fact_count;
    for (uint16_t i = 0; same && i < a->fact_count; i++)
        same = a->facts[i].fact == b->facts[i].fact &&
               pt_value_equal(a->facts[i].value, b->facts[i].value);
    return same;
}

static bool same_improvement(const pt_try *known, const pt_improvement *other, uint16_t group)
{
    if (known->improvement->variant != NULL || other->variant != NULL)
        return pt_text_equal(known->improvement->variant, other->variant);
    return known->group == group && same_facts(known->improvement, other);
}

static bool lies_over(const pt_pack *pack, const char *variant)
{
    for (uint16_t i = 0; i < pack->layer_count; i++) {
        if (strcmp(pack->layers[i].name, variant) == 0)
            return true;
    }
    return false;
}

static const char *shown(pt_arena *arena, const pt_pack *pack, uint16_t group,
                         const pt_improvement *improvement)
{
    if (improvement->variant != NULL)
        return pt_format(arena, "variant %s", improvement->variant);
    const pt_subject_kind *kind = &pack->kinds[pack->rule_groups[group].subject];
    pt_text out = pt_text_create(arena);
    for (uint16_t i = 0; i < improvement->fact_count; i++) {
        const pt_improved_fact *one = &improvement->facts[i];
        pt_text_format(&out, "%s%s = ", i == 0 ? "" : ", ", kind->facts[one->fact].name);
        pt_value_show(&out, pack, one->value);
    }
    return out.bytes;
}

static void add(pt_arena *arena, const pt_pack *pack, pt_tries *made, uint16_t group,
                const pt_improvement *improvement)
{
    bool known = made->count == PT_MOST_TRIES ||
                 (improvement->variant != NULL && lies_over(pack, improvement->variant));
    for (size_t i = 0; i < made->count; i++)
        known = known || same_improvement(&made->items[i], improvement, group);
    if (!known)
        made->items[made->count++] = (pt_try){.improvement = improvement,
                                              .group = group,
                                              .shown = shown(arena, pack, group, improvement)};
}

pt_tries *pt_improvements_of(pt_arena *arena, const pt_pack *pack, const pt_tally *tally)
{
    pt_tries *made = PT_NEW(arena, pt_tries);
    made->items = PT_NEW_ARRAY(arena, PT_MOST_TRIES, pt_try);
    for (size_t i = 0; i < tally->bottleneck_count; i++) {
        const pt_tally_bottleneck *one = &tally->bottlenecks[i];
        for (uint16_t j = 0; j < one->mark->improvement_count; j++)
            add(arena, pack, made, one->group, &one->mark->improvements[j]);
    }
    return made;
}

/* --- The story with it ------------------------------------------------------------------------ */

static void improve(pt_arena *arena, pt_scenario_subject *one, const pt_improvement *improvement)
{
    size_t count = 0;
    pt_assignment *facts =
        PT_NEW_ARRAY(arena, one->fact_count + improvement->fact_count, pt_assignment);
    for (size_t i = 0; i < one->fact_count; i++) {
        bool replaced = false;
        for (uint16_t j = 0; j < improvement->fact_count; j++)
            replaced = replaced || improvement->facts[j].fact == one->facts[i].fact;
        if (!replaced)
            facts[count++] = one->facts[i];
    }
    for (uint16_t j = 0; j < improvement->fact_count; j++)
        facts[count++] =
            (pt_assignment){improvement->facts[j].fact, improvement->facts[j].value, one->at};
    one->facts = facts;
    one->fact_count = count;
}

pt_scenario *pt_improved_story(pt_arena *arena, const pt_scenario *scenario, const pt_tally *tally,
                               const pt_try *one)
{
    pt_scenario *made = PT_NEW(arena, pt_scenario);
    *made = *scenario;
    made->subjects = PT_NEW_ARRAY(arena, scenario->subject_count, pt_scenario_subject);
    if (scenario->subject_count > 0)
        memcpy(made->subjects, scenario->subjects,
               scenario->subject_count * sizeof *made->subjects);
    for (size_t i = 0; i < tally->bottleneck_count; i++) {
        const pt_tally_bottleneck *each = &tally->bottlenecks[i];
        if (each->group == one->group && each->subject < made->subject_count)
            improve(arena, &made->subjects[each->subject], one->improvement);
    }
    return made;
}

/* --- What it does ----------------------------------------------------------------------------- */

static bool names_it(const pt_tally_bottleneck *bottleneck, const pt_try *one)
{
    for (uint16_t i = 0; i < bottleneck->mark->improvement_count; i++) {
        if (same_improvement(one, &bottleneck->mark->improvements[i], bottleneck->group))
            return true;
    }
    return false;
}

static int64_t days_of(const pt_tally *tally, const char *rule, const pt_pack *pack,
                       const char *subject)
{
    int64_t days = 0;
    for (size_t i = 0; i < tally->bottleneck_count; i++) {
        const pt_tally_bottleneck *one = &tally->bottlenecks[i];
        if (strcmp(pack->rule_groups[one->group].name, rule) == 0 &&
            strcmp(one->name, subject) == 0)
            days += one->days;
    }
    return days;
}

static void weigh(const pt_pack *pack, const pt_pack *improved, const pt_tally *before, pt_try *one)
{
    const pt_tally *after = one->tally;
    for (size_t i = 0; i < before->bottleneck_count; i++) {
        const pt_tally_bottleneck *each = &before->bottlenecks[i];
        if (names_it(each, one))
            one->days += each->days -
                         days_of(after, pack->rule_groups[each->group].name, improved, each->name);
    }
    one->valid =
        (int64_t)after->decided[PT_DECIDED_VALID] - (int64_t)before->decided[PT_DECIDED_VALID];
    one->late = (int64_t)before->duties_late - (int64_t)after->duties_late;
    one->minutes = before->total.minutes - after->total.minutes;
    one->helps = one->days > 0;
}

/* Is the effect of `a` the stronger? */
static bool stronger(const pt_try *a, const pt_try *b)
{
    if ((a->tally != NULL) != (b->tally != NULL))
        return a->tally != NULL;
    if (a->helps != b->helps)
        return a->helps;
    if (a->valid != b->valid)
        return a->valid > b->valid;
    if (a->late != b->late)
        return a->late > b->late;
    if (a->days != b->days)
        return a->days > b->days;
    return a->minutes > b->minutes;
}

void pt_improvements_weigh(const pt_pack *pack, const pt_tally *before, pt_tries *tries)
{
    for (size_t i = 0; i < tries->count; i++) {
        pt_try one = tries->items[i];
        if (one.tally != NULL)
            weigh(pack, one.pack, before, &one);
        size_t at = i;
        for (; at > 0 && stronger(&one, &tries->items[at - 1]); at--)
            tries->items[at] = tries->items[at - 1];
        tries->items[at] = one;
    }
}
