/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/surroundings.h"

#include <string.h>

static bool same_words(const pt_choice *a, const pt_choice *b)
{
    bool same = a->count == b->count;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = strcmp(a->words[i], b->words[i]) == 0;
    return same;
}

static bool same_type(const pt_pack *before, const pt_type *a, const pt_pack *after,
                      const pt_type *b)
{
    return a->kind == b->kind && a->unit == b->unit && a->fraction_bits == b->fraction_bits &&
           a->may_be_unknown == b->may_be_unknown && a->may_be_none == b->may_be_none &&
           a->low == b->low && a->high == b->high &&
           (a->kind != PT_CHOICE || same_words(&before->choices[a->set], &after->choices[b->set]));
}

static bool same_facts(const pt_pack *before, uint16_t old, const pt_pack *after, uint16_t kind)
{
    const pt_subject_kind *one = &before->kinds[old], *other = &after->kinds[kind];
    bool same = one->fact_count == other->fact_count;
    for (uint16_t i = 0; same && i < other->fact_count; i++) {
        uint16_t fellow = pt_pack_fact(before, old, other->facts[i].name);
        if (fellow == PT_NO_INDEX)
            return false;
        const pt_fact *a = &one->facts[fellow], *b = &other->facts[i];
        same = same_type(before, &a->type, after, &b->type) && a->has_initial == b->has_initial &&
               (!a->has_initial || pt_value_equal(a->initial, b->initial));
    }
    return same;
}

static bool same_references(const pt_pack *before, uint16_t old, const pt_pack *after,
                            uint16_t kind)
{
    const pt_subject_kind *one = &before->kinds[old], *other = &after->kinds[kind];
    bool same =
        one->reference_count == other->reference_count && one->path_count == other->path_count;
    for (uint16_t i = 0; same && i < other->path_count; i++) {
        const pt_path *path = &other->paths[i];
        const pt_path *fellow = pt_pack_path(before, old, path->name);
        same = fellow != NULL && fellow->hops == path->hops && fellow->optional == path->optional &&
               strcmp(before->kinds[fellow->target].name, after->kinds[path->target].name) == 0;
    }
    return same;
}

bool pt_same_subjects(const pt_pack *before, const pt_pack *after)
{
    bool same = before->kind_count == after->kind_count;
    for (uint16_t i = 0; same && i < after->kind_count; i++) {
        uint16_t old = pt_pack_kind(before, after->kinds[i].name);
        same = old != PT_NO_INDEX && same_facts(before, old, after, i) &&
               same_references(before, old, after, i);
    }
    return same;
}

bool pt_same_calendar(const pt_pack *before, const pt_pack *after)
{
    const pt_calendar *one = before->calendar, *other = after->calendar;
    if (one->region_count != other->region_count)
        return false;
    pt_date last = pt_date_from(2050, 12, 31);
    for (pt_date day = pt_date_from(2000, 1, 1); day <= last; day++) {
        if (pt_calendar_working_day_from(one, day) != pt_calendar_working_day_from(other, day))
            return false;
        for (int region = 0; region < (int)one->region_count; region++)
            if (pt_calendar_schooldag_from(one, (pt_region)region, day) !=
                pt_calendar_schooldag_from(other, (pt_region)region, day))
                return false;
    }
    return true;
}
