/* SPDX-License-Identifier: EUPL-1.2 */
#include "run/division.h"

#include "run/evaluate.h"
#include "run/reached.h"

/* One division of one whole, today. */
typedef struct dividing {
    pt_world *world;
    const pt_list *list;
    uint32_t whole; /* the subject */
    pt_value amount;
    pt_value none; /* what every share is when nothing can be divided: onbekend or geen */
    bool open;     /* a weight is not known */
    bool failed;
    bool assumed;
    pt_date holds_until;
    uint32_t parts; /* with a weight */
    pt_share *shares;
    pt_shares total;
} dividing;

static pt_date earlier(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

static int64_t unit_of(const pt_list *list)
{
    return list->type.kind == PT_NUMBER ? PT_NUMBER_SCALE >> list->type.fraction_bits : 1;
}

static bool stands(const pt_world *world, const pt_memory *memory)
{
    return (memory->flags & PT_MEMORY_FRESH) != 0 && world->today <= memory->of.outcome.holds_until;
}

static pt_input_value read_input(dividing *d, const pt_input *input, uint32_t subject)
{
    pt_input_value found = pt_input_for(d->world, input, subject, pt_law_today(d->world));
    d->holds_until = earlier(d->holds_until, found.holds_until);
    d->assumed |= found.assumed;
    d->failed |= found.failed;
    return found;
}

static uint32_t first_part(const dividing *d)
{
    return pt_world_referrers(d->world, d->whole, d->list->of, d->list->reference)->first;
}

static uint32_t next_part(const dividing *d, uint32_t part)
{
    return d->world->subjects[part].next[d->list->reference];
}

/* All that is asked of others, before any room is taken that they may need themselves. */
static void gather(dividing *d)
{
    pt_input_value amount = read_input(d, d->list->whole, d->whole);
    d->amount = amount.value;
    for (uint32_t i = first_part(d); i != PT_NOBODY; i = next_part(d, i)) {
        pt_value weight = read_input(d, d->list->counted, i).value;
        d->open |= weight.kind == PT_UNKNOWN;
        d->parts += pt_is_value(weight);
        pt_ground_for(d->world, d->list->block, i, pt_law_today(d->world));
    }
}

static void nothing_to_divide_by(dividing *d)
{
    const pt_block *block = &d->world->pack->blocks[d->list->block];
    pt_text shown = pt_text_create(d->world->report->arena);
    pt_world_show(&shown, d->world, d->amount);
    pt_find(d->world->report, PT_U048, block->at,
            PT_ARGS(block->name, shown.bytes, d->world->subjects[d->whole].name,
                    d->list->counted->name),
            NULL);
    d->world->broken = true;
    d->failed = true;
}

/* False when there are no shares. */
static bool divide(dividing *d)
{
    size_t at = 0;
    gather(d);
    if (d->failed || d->open || !pt_is_value(d->amount)) {
        d->none = !d->failed && !d->open && d->amount.kind == PT_NONE ? pt_none() : pt_unknown();
        return false;
    }
    d->shares = pt_world_scratch(d->world, d->parts, sizeof *d->shares);
    for (uint32_t i = first_part(d); i != PT_NOBODY; i = next_part(d, i)) {
        pt_value weight = read_input(d, d->list->counted, i).value;
        if (pt_is_value(weight))
            d->shares[at++] = (pt_share){.weight = weight.amount};
    }
    if (pt_shares_divide(d->amount.amount / unit_of(d->list), d->shares, d->parts, &d->total))
        return true;
    nothing_to_divide_by(d);
    return false;
}

static void keep(dividing *d, uint32_t part, uint16_t slot, pt_value value)
{
    pt_memory *memory = &d->world->subjects[part].memories[slot];
    pt_ground_choice ground = pt_ground_for(d->world, d->list->block, part, pt_law_today(d->world));
    bool failed = d->failed || ground.failed;
    bool holds = ground.ground != NULL;
    memory->of.outcome = (pt_outcome){.value = failed                   ? pt_unknown()
                                               : holds                  ? value
                                               : ground.missing != NULL ? pt_unknown()
                                                                        : pt_none(),
                                      .way = failed  ? PT_WAY_FAILED
                                             : holds ? PT_WAY_RULE
                                                     : PT_WAY_NOT_IN_FORCE,
                                      .ground = ground.ground,
                                      .version = PT_NO_INDEX,
                                      .exception = PT_NO_INDEX,
                                      .holds_until = earlier(d->holds_until, ground.holds_until),
                                      .assumed = d->assumed || ground.assumed};
    memory->flags |= PT_MEMORY_FRESH;
}

static void keep_all(dividing *d, uint16_t list, bool divided)
{
    size_t at = 0;
    uint16_t slot = d->world->plan->slot_of_list[list];
    const pt_type *type = &d->list->type;
    for (uint32_t i = first_part(d); i != PT_NOBODY; i = next_part(d, i)) {
        pt_value value = d->none;
        if (divided && pt_is_value(read_input(d, d->list->counted, i).value))
            value = (pt_value){.kind = type->kind,
                               .unit = type->unit,
                               .amount = d->shares[at++].share * unit_of(d->list)};
        else if (divided)
            value = pt_none();
        keep(d, i, slot, value);
    }
}

static dividing division_of(pt_world *world, uint32_t part, uint16_t list)
{
    const pt_list *of = &world->pack->lists[list];
    return (dividing){.world = world,
                      .list = of,
                      .whole = world->subjects[part].references[of->reference],
                      .none = pt_unknown(),
                      .holds_until = PT_DATE_FOREVER};
}

const pt_outcome *pt_share_value(pt_world *world, uint32_t part, uint16_t list)
{
    pt_memory *memory = &world->subjects[part].memories[world->plan->slot_of_list[list]];
    if (stands(world, memory))
        return &memory->of.outcome;
    pt_reached_list(world, list);
    dividing d = division_of(world, part, list);
    if (d.whole == PT_NOBODY) {
        d.none = pt_none();
        keep(&d, part, world->plan->slot_of_list[list], d.none);
        return &memory->of.outcome;
    }
    keep_all(&d, list, divide(&d));
    pt_memory *of_whole = &world->subjects[d.whole].memories[world->plan->slot_of_division[list]];
    of_whole->of.outcome = (pt_outcome){.value = d.amount,
                                        .version = PT_NO_INDEX,
                                        .exception = PT_NO_INDEX,
                                        .holds_until = d.holds_until};
    of_whole->flags |= PT_MEMORY_FRESH;
    return &memory->of.outcome;
}

pt_share_account pt_share_account_of(pt_world *world, uint32_t part, uint16_t list)
{
    pt_share_account account = {.unit = unit_of(&world->pack->lists[list])};
    dividing d = division_of(world, part, list);
    if (d.whole == PT_NOBODY || !divide(&d))
        return account;
    size_t at = 0;
    for (uint32_t i = first_part(&d); i != PT_NOBODY && i != part; i = next_part(&d, i))
        at += pt_is_value(read_input(&d, d.list->counted, i).value);
    if (!pt_is_value(read_input(&d, d.list->counted, part).value))
        return account;
    account.divided = true;
    account.total = d.total;
    account.share = d.shares[at];
    account.parts = d.parts;
    return account;
}
