/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/assumptions.h"

#include "analyse/sources.h"
#include "analyse/uses.h"

/* --- What is not law -------------------------------------------------------------------------- */

typedef struct statuses {
    bool not_law; /* any of them */
    bool assumed; /* of those, all */
} statuses;

static void look_at(statuses *seen, pt_status status)
{
    if (status == PT_STATUS_LAW)
        return;
    seen->assumed = (seen->assumed || !seen->not_law) && status == PT_STATUS_ASSUMPTION;
    seen->not_law = true;
}

static statuses statuses_of(const pt_uses *uses, uint32_t thing)
{
    const pt_pack *pack = uses->pack;
    const pt_thing *one = &uses->things[thing];
    statuses seen = {false, false};
    if (one->kind == PT_THING_FACT) {
        seen.not_law = pack->kinds[one->subject].facts[one->index].judgement;
    } else if (one->kind == PT_THING_PARAMETER) {
        const pt_parameter *parameter = &pack->parameters[one->index];
        for (size_t i = 0; i < parameter->value_count; i++)
            look_at(&seen, parameter->values[i].status);
    } else {
        const pt_block *block = &pack->blocks[one->index];
        for (size_t i = 0; i < block->ground_count; i++)
            look_at(&seen, block->grounds[i].status);
    }
    return seen;
}

typedef struct finding_doubts {
    pt_arena *arena;
    const pt_uses *uses;
    pt_doubts doubts;
    size_t capacity;
} finding_doubts;

static void find_between(finding_doubts *of, uint32_t from, uint32_t until)
{
    for (uint32_t thing = from; thing < until; thing++) {
        statuses seen = statuses_of(of->uses, thing);
        if (!seen.not_law)
            continue;
        pt_doubts *doubts = &of->doubts;
        doubts->all = pt_arena_grow(of->arena, doubts->all, doubts->count, &of->capacity,
                                    sizeof *doubts->all);
        doubts->all[doubts->count++] =
            (pt_doubt){thing, seen.assumed, pt_uses_reach(of->arena, of->uses, thing)};
    }
}

pt_doubts pt_doubts_find(pt_arena *arena, const pt_uses *uses)
{
    finding_doubts of = {.arena = arena, .uses = uses};
    find_between(&of, uses->first_block, uses->thing_count);
    find_between(&of, uses->first_parameter, uses->first_block);
    find_between(&of, 0, uses->first_parameter);
    return of.doubts;
}

/* --- The page --------------------------------------------------------------------------------- */

static bool gives_outcome(const pt_thing *thing)
{
    return thing->kind == PT_THING_BLOCK &&
           (thing->block == PT_BLOCK_RULE || thing->block == PT_BLOCK_DUTY ||
            thing->block == PT_BLOCK_FACULTY);
}

static void add_outcomes(pt_arena *arena, const pt_uses *uses, const pt_doubt *doubt,
                         pt_assumption *one)
{
    size_t capacity = 0;
    bool *listed = PT_NEW_ARRAY(arena, uses->thing_count, bool);
    listed[uses->same[doubt->thing]] = true;
    for (uint32_t thing = uses->first_block; thing < uses->thing_count; thing++) {
        if (!doubt->reached[thing] || !gives_outcome(&uses->things[thing]) ||
            listed[uses->same[thing]])
            continue;
        listed[uses->same[thing]] = true;
        one->outcomes = pt_arena_grow(arena, one->outcomes, one->outcome_count, &capacity,
                                      sizeof *one->outcomes);
        one->outcomes[one->outcome_count++] = thing;
    }
}

static void count_resting(const pt_rulebook *book, pt_assumption *one)
{
    for (size_t i = 0; i < book->touched_count; i++) {
        const pt_touched *touched = &book->touched[i];
        for (size_t j = 0; j < touched->touch_count; j++) {
            const pt_thing_touch *touch = &touched->touches[j];
            if (touch->thing != one->thing || touch->resting == 0)
                continue;
            one->expected += touch->resting;
            one->scenarios++;
        }
    }
}

static void add_sources(pt_arena *arena, const pt_rulebook *book, pt_assumption *one)
{
    size_t count = pt_sources_of(arena, book, one->thing, &one->sources);
    for (size_t i = 0; i < count; i++) {
        if (one->sources[i].status != PT_STATUS_LAW)
            one->sources[one->source_count++] = one->sources[i];
    }
}

pt_assumptions *pt_assumptions_make(pt_arena *arena, const pt_rulebook *book)
{
    pt_doubts doubts = pt_doubts_find(arena, book->uses);
    pt_assumptions *made = PT_NEW(arena, pt_assumptions);
    made->all = PT_NEW_ARRAY(arena, doubts.count, pt_assumption);
    for (size_t i = 0; i < doubts.count; i++) {
        pt_assumption *one = &made->all[made->count++];
        one->thing = doubts.all[i].thing;
        add_sources(arena, book, one);
        add_outcomes(arena, book->uses, &doubts.all[i], one);
        count_resting(book, one);
    }
    return made;
}
