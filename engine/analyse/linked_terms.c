/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <string.h>

static const char *length_words(const pt_linked *l, pt_side side, const pt_length *length)
{
    const pt_pack *pack = l->matters[side].pack;
    pt_value value = {.kind = PT_DURATION, .unit = length->unit, .amount = length->amount};
    if (length->parameter != PT_NO_INDEX) {
        value = pt_parameter_on(&pack->parameters[length->parameter], l->stretch.day, NULL);
        if (value.kind == PT_NUMBER)
            value = (pt_value){.kind = PT_DURATION,
                               .unit = length->unit,
                               .amount = value.amount / PT_NUMBER_SCALE};
    }
    pt_text out = pt_text_create(l->forest->arena);
    pt_value_show(&out, pack, value);
    return value.kind == PT_DURATION && value.amount == 0 ? "" : out.bytes;
}

static bool same_standstill(const pt_duty *a, const pt_duty *b)
{
    return a->term.standstill_count == b->term.standstill_count;
}

/* "6 weken na ", with what else differs between the two terms. */
static const char *term_words(const pt_linked *l, pt_side side)
{
    static const char *const laws[] = {"wet", "amvb", "regeling", "statuut", "beleid"};
    static const char *const recurrences[] = {"eenmaal", "elk schooljaar", "elk kalenderjaar"};
    const pt_duty *own = pt_linked_duty(l, side), *other = pt_linked_duty(l, PT_SIDES - 1 - side);
    const char *extension = length_words(l, side, &own->term.extension);
    pt_text out = pt_text_create(l->forest->arena);
    const char *length = length_words(l, side, &own->term.length);
    if (own->recurrence != other->recurrence)
        pt_text_format(&out, "%s, ", recurrences[own->recurrence]);
    if (own->term.law != other->term.law && own->term.law < sizeof laws / sizeof *laws)
        pt_text_format(&out, "als termijn van %s, ", laws[own->term.law]);
    if (strcmp(extension, length_words(l, PT_SIDES - 1 - side, &other->term.extension)) != 0)
        pt_text_format(&out, "%s%s%s, ", extension[0] == '\0' ? "zonder" : "met ",
                       extension[0] == '\0' ? "" : extension, " verlenging");
    if (!same_standstill(own, other))
        pt_text_format(&out, "%s stilstand, ", own->term.standstill_count > 0 ? "met" : "zonder");
    if (own->term.end_of != PT_NO_INDEX)
        pt_text_format(&out, "%s na het einde van %s", length,
                       l->matters[side].pack->duty_groups[own->term.end_of].name);
    else if (own->term.fixed == NULL)
        pt_text_format(&out, "%s %s ", length, own->term.backward ? "voor" : "na");
    return out.bytes == NULL ? "" : out.bytes;
}

static const char *bearer_words(const pt_linked *l, pt_side side)
{
    const pt_duty *duty = pt_linked_duty(l, side);
    return duty == NULL                ? "?"
           : duty->bearer_role != NULL ? duty->bearer_role
           : duty->bearer.name != NULL ? duty->bearer.name
                                       : "?";
}

typedef struct labelling {
    pt_linked *linked;
    pt_side side;
    uint32_t found;
    uint32_t not_found;
} labelling;

static uint32_t behind_start(void *context, uint32_t leaf)
{
    const labelling *by = context;
    const char *words = term_words(by->linked, by->side);
    return words[0] == '\0' ? leaf : pt_forest_labelled(by->linked->forest, leaf, words);
}

static uint32_t behind_existence(void *context, uint32_t leaf)
{
    const labelling *by = context;
    const pt_forest_leaf *own = &by->linked->forest->nodes[leaf].leaf;
    return pt_is_yes(own->value) ? by->found : by->not_found;
}

uint32_t pt_linked_labelled_start(pt_linked *l, pt_side side, uint32_t leaf)
{
    labelling by = {.linked = l, .side = side};
    return behind_start(&by, leaf);
}

uint32_t pt_linked_aspect_root(pt_spot *at)
{
    pt_linked *l = at->linked;
    labelling by = {.linked = l, .side = at->side};
    if (l->aspect == PT_ASPECT_BEARER)
        return pt_forest_label(l->forest, bearer_words(l, at->side));
    if (!pt_duty_starts_itself(pt_linked_duty(l, at->side)))
        return pt_forest_label(l->forest, term_words(l, at->side));
    pt_matter start = pt_linked_start(l, at->side);
    return pt_forest_continue(l->forest, pt_spot_root(at, &start), behind_start, &by);
}

uint32_t pt_linked_root(pt_linked *l, pt_side side, bool far)
{
    bool whole = far && (pt_linked_expands(l) || l->base);
    pt_spot at = {.linked = l, .side = side, .key = "", .far = whole};
    if (l->aspect == PT_ASPECT_PART)
        return pt_linked_behind_movers(l, pt_spot_root(&at, &l->matters[side]), whole);
    labelling by = {.linked = l, .side = side};
    by.not_found = pt_forest_value(l->forest, side, pt_none());
    if (pt_linked_duty(l, PT_BEFORE) == NULL || pt_linked_duty(l, PT_AFTER) == NULL)
        return by.not_found;
    by.found = pt_linked_aspect_root(&at);
    for (pt_side each = PT_BEFORE; each < PT_SIDES; each++) {
        at.side = each;
        uint32_t exists = pt_spot_root(&at, &l->matters[each]);
        by.found = pt_forest_continue(l->forest, exists, behind_existence, &by);
    }
    return pt_linked_behind_movers(l, by.found, whole);
}
