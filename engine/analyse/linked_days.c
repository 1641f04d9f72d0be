/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/linked_parts.h"

#include <string.h>

/* What says the day of law of a block: "vandaag", ".ontvangen_op", or ".op|" when vandaag stands in
   for it as long as it is not known. */
const char *pt_law_key(pt_arena *arena, const pt_pack *pack, const char *key, const pt_block *block)
{
    if (block->reference_date == PT_NO_INDEX)
        return "vandaag";
    const pt_fact *fact = &pack->kinds[block->subject].facts[block->reference_date];
    bool optional = fact->type.may_be_unknown || fact->type.may_be_none;
    return pt_format(arena, "%s.%s%s", key, fact->name, optional ? "|" : "");
}

/* The one key of all versions, or NULL. */
static const char *common_law_key(pt_arena *arena, const pt_matter *matter, const char *key)
{
    const uint16_t *versions = NULL;
    const char *found = matter->filter != NULL ? "vandaag" : NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const char *own =
            pt_law_key(arena, matter->pack, key, pt_matter_version_block(matter, versions[i]));
        if (found != NULL && strcmp(found, own) != 0)
            return NULL;
        found = own;
    }
    return found;
}

bool pt_spot_is_cut(const pt_spot *at, const pt_matter *matter)
{
    const char *stretch = at->linked->stretch.name;
    const char *own = stretch == NULL ? NULL : common_law_key(pt_spot_arena(at), matter, at->key);
    return own != NULL && strcmp(own, stretch) == 0;
}

typedef struct day_search {
    pt_arena *arena;
    const pt_movers *movers;
    const pt_pack *after;
    const pt_pack *pack;
    const char *name;
    const char *key;
    unsigned depth;
    bool base;
    void (*visit)(void *context, pt_date day);
    void *context;
} day_search;

static void days_of(const day_search *d, const pt_matter *matter);

static void visit_ends(const day_search *d, const pt_mover *mover)
{
    if (mover->from != PT_DATE_NONE)
        d->visit(d->context, mover->from);
    if (mover->until != PT_DATE_FOREVER)
        d->visit(d->context, mover->until + 1);
}

static void days_behind(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const day_search *d = context;
    for (uint16_t i = 0; i < function->input_count && d->depth < PT_LINKED_FARTHEST; i++) {
        const pt_input *input = &function->inputs[i];
        const pt_mover *mover = pt_mover_of(d->movers, d->after, d->pack, input);
        if (mover != NULL && mover->of_list && strcmp(d->name, "vandaag") == 0)
            visit_ends(d, mover);
        if (input->kind != PT_INPUT_RULE || (mover == NULL && !d->base))
            continue;
        day_search next = *d;
        next.key = pt_place_behind(d->arena, d->pack, d->key, function->subject, &input->path);
        next.depth++;
        pt_matter rule = {.pack = d->pack, .group = input->index};
        days_of(&next, &rule);
    }
}

static void days_of(const day_search *d, const pt_matter *matter)
{
    const char *own = common_law_key(d->arena, matter, d->key);
    if (own != NULL && strcmp(own, d->name) == 0)
        pt_matter_bounds(matter, d->visit, d->context);
    day_search here = *d;
    pt_matter_every_function(matter, days_behind, &here);
}

static void parameter_days(const day_search *d, uint16_t parameter)
{
    if (parameter == PT_NO_INDEX)
        return;
    const pt_parameter *of = &d->pack->parameters[parameter];
    for (size_t i = 0; i < of->value_count; i++)
        d->visit(d->context, of->values[i].from);
}

static void term_days(const day_search *d, const pt_matter *matter)
{
    const uint16_t *versions = NULL;
    uint16_t count = pt_matter_versions(matter, &versions);
    for (uint16_t i = 0; i < count; i++) {
        const pt_term_rule *term = &matter->pack->duties[versions[i]].term;
        parameter_days(d, term->length.parameter);
        parameter_days(d, term->extension.parameter);
    }
    pt_matter start = *matter;
    start.part = PT_PART_START;
    days_of(d, &start);
    start.part = PT_PART_FIXED;
    days_of(d, &start);
}

const char *pt_linked_days(pt_arena *arena, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                           const pt_movers *movers, bool base,
                           void (*visit)(void *context, pt_date day), void *context)
{
    const char *name = NULL;
    for (pt_side side = PT_BEFORE; side < PT_SIDES; side++) {
        if (matters[side].group == PT_NO_INDEX)
            continue;
        const char *own = common_law_key(arena, &matters[side], "");
        if (own == NULL || (name != NULL && strcmp(own, name) != 0))
            return NULL;
        name = own;
    }
    for (pt_side side = PT_BEFORE; side < PT_SIDES && name != NULL; side++) {
        if (matters[side].group == PT_NO_INDEX)
            continue;
        day_search d = {.arena = arena,
                        .movers = movers,
                        .after = matters[PT_AFTER].pack,
                        .pack = matters[side].pack,
                        .name = name,
                        .key = "",
                        .base = base,
                        .visit = visit,
                        .context = context};
        days_of(&d, &matters[side]);
        if (aspect == PT_ASPECT_DUE)
            term_days(&d, &matters[side]);
    }
    return name;
}
