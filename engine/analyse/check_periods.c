/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "analyse/check_parts.h"
#include "base/text.h"

enum { LONGEST_GAP = 92, MOST_GROUNDS = 256 };

static pt_date later_of(pt_date a, pt_date b)
{
    return a > b ? a : b;
}

static pt_date earlier_of(pt_date a, pt_date b)
{
    return a < b ? a : b;
}

/* The first day after `day` on which one of the functions has another tree. */
static pt_date next_tree(const pt_function *const *functions, size_t count, pt_date day)
{
    pt_date next = PT_DATE_FOREVER;
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; functions[i] != NULL && j < functions[i]->period_count; j++) {
            pt_date from = functions[i]->periods[j].from;
            if (from > day && from < next)
                next = from;
        }
    }
    return next;
}

/* Can they give ja together on some day from `from` to `until`? */
static bool meet(pt_check *check, const pt_function *const *functions, size_t count, pt_date from,
                 pt_date until, pt_joint *joint)
{
    pt_date day = from;
    while (day <= until) {
        pt_date days[PT_MOST_JOINT] = {day, day, day, day};
        if (pt_check_joint(check, functions, days, count, joint))
            return true;
        pt_date next = next_tree(functions, count, day);
        if (next == PT_DATE_FOREVER)
            return false;
        day = next;
    }
    return false;
}

static void find_meeting(pt_check *check, pt_code code, pt_position at, const char *first,
                         const char *second, const pt_joint *joint)
{
    /* The order of grounds may be meant: the special before the general. */
    bool doubt = joint->rests_on_rule || (code == PT_C010 && joint->through_rule);
    pt_check_find(check, doubt ? PT_C009 : code, at, PT_ARGS(first, second, joint->words));
}

/* From the first day of any version to the last. */
typedef struct period {
    pt_date from, until;
} period;

static uint32_t block_of(const pt_pack *pack, uint16_t version, bool duties)
{
    return duties ? pack->duties[version].block : pack->rules[version].block;
}

static period law_of(const pt_pack *pack, const pt_group *group, bool duties)
{
    period law = {PT_DATE_FOREVER, PT_DATE_NONE};
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_block *block = &pack->blocks[block_of(pack, group->versions[i], duties)];
        law.from = earlier_of(law.from, block->from);
        law.until = later_of(law.until, block->until);
    }
    return law;
}

/* --- exceptions ---------------------------------------------------------------------------------
 */

static bool exceptions_meet(pt_check *check, const pt_exception *a, const pt_exception *b,
                            const period *law, pt_joint *joint)
{
    const pt_block *first = &check->pack->blocks[a->block],
                   *second = &check->pack->blocks[b->block];
    for (size_t i = 0; i < first->ground_count; i++) {
        for (size_t j = 0; j < second->ground_count; j++) {
            const pt_ground *one = &first->grounds[i], *other = &second->grounds[j];
            const pt_function *functions[] = {a->condition, b->condition, one->applies,
                                              other->applies};
            if (meet(check, functions, 4, later_of(later_of(one->from, other->from), law->from),
                     earlier_of(earlier_of(one->until, other->until), law->until), joint))
                return true;
        }
    }
    return false;
}

/* An exception to what is no law yet, or no more, never comes to pass. */
static void check_in_law(pt_check *check, const pt_group *group, const period *law)
{
    const pt_pack *pack = check->pack;
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_block *block = &pack->blocks[pack->exceptions[group->exceptions[i]].block];
        if (block->until < law->from || law->until < block->from)
            pt_check_find(check, PT_C025, block->at, PT_ARGS(block->name, group->name));
    }
}

static void check_exceptions(pt_check *check, const pt_group *group, bool duties)
{
    const pt_pack *pack = check->pack;
    period law = law_of(pack, group, duties);
    check_in_law(check, group, &law);
    for (uint16_t i = 0; i < group->exception_count; i++) {
        for (uint16_t j = 0; j < i; j++) {
            const pt_exception *a = &pack->exceptions[group->exceptions[j]],
                               *b = &pack->exceptions[group->exceptions[i]];
            pt_joint joint;
            if (!pt_value_equal(a->result, b->result) && exceptions_meet(check, a, b, &law, &joint))
                find_meeting(check, PT_C008, pack->blocks[b->block].at, pack->blocks[a->block].name,
                             pack->blocks[b->block].name, &joint);
        }
    }
}

/* --- grounds ------------------------------------------------------------------------------------
 */

/* The first ground that applies is taken; a last one without `bij` is for all others. */
static void check_grounds(pt_check *check, const pt_block *block)
{
    for (size_t i = 1; i < block->ground_count; i++) {
        for (size_t j = 0; j < i; j++) {
            const pt_ground *first = &block->grounds[j], *second = &block->grounds[i];
            const pt_function *functions[] = {first->applies, second->applies};
            pt_joint joint;
            bool rest = second->applies == NULL && first->applies != NULL;
            if (!rest && meet(check, functions, 2, later_of(first->from, second->from),
                              earlier_of(first->until, second->until), &joint))
                find_meeting(check, PT_C010, second->at, first->source, second->source, &joint);
        }
    }
}

/* --- gaps ---------------------------------------------------------------------------------------
 */

typedef struct grounds {
    const pt_ground *items[MOST_GROUNDS];
    size_t count;
} grounds;

static void add_grounds(grounds *all, const pt_block *block)
{
    for (size_t i = 0; i < block->ground_count && all->count < MOST_GROUNDS; i++)
        all->items[all->count++] = &block->grounds[i];
}

/* Is there a case for which the one holds on its last day and the other on its first? */
static bool of_one_case(pt_check *check, const pt_ground *before, const pt_ground *after)
{
    pt_joint joint;
    const pt_function *functions[] = {before->applies, after->applies};
    const pt_date days[] = {before->until, later_of(after->from, before->until)};
    const pt_date first_days[] = {before->until, after->from};
    return pt_check_joint(check, functions, after->from > before->until ? first_days : days, 2,
                          &joint);
}

static void check_gap(pt_check *check, const grounds *all, const pt_ground *before,
                      const char *name)
{
    const pt_ground *next = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const pt_ground *after = all->items[i];
        if (after == before || after->until <= before->until || !of_one_case(check, before, after))
            continue;
        if (after->from <= before->until + 1)
            return;
        if (next == NULL || after->from < next->from)
            next = after;
    }
    if (next == NULL || next->from - before->until - 1 > LONGEST_GAP)
        return;
    char from[PT_DATE_TEXT], until[PT_DATE_TEXT];
    pt_check_find(
        check, PT_C011, next->at,
        PT_ARGS(name, pt_date_format(before->until, until), pt_date_format(next->from, from)));
}

static void check_gaps(pt_check *check, const grounds *all, const char *name)
{
    for (size_t i = 0; i < all->count; i++) {
        if (pt_date_valid(all->items[i]->until))
            check_gap(check, all, all->items[i], name);
    }
}

/* Exceptions of one name are one exception over time. */
static void check_exception_gaps(pt_check *check, const pt_group *group)
{
    const pt_pack *pack = check->pack;
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const char *name = pack->blocks[pack->exceptions[group->exceptions[i]].block].name;
        grounds *all = PT_NEW(check->scratch, grounds);
        bool said = false;
        for (uint16_t j = 0; j < group->exception_count; j++) {
            const pt_block *other = &pack->blocks[pack->exceptions[group->exceptions[j]].block];
            if (strcmp(other->name, name) != 0)
                continue;
            said = said || j < i;
            add_grounds(all, other);
        }
        if (!said)
            check_gaps(check, all, name);
    }
}

static void check_group(pt_check *check, const pt_group *group, bool duties)
{
    const pt_pack *pack = check->pack;
    grounds *all = PT_NEW(check->scratch, grounds);
    /* Days between the blocks of statutes are found where those stand (reader/statutes.c). */
    for (uint16_t i = 0; i < group->version_count; i++) {
        if (pack->blocks[block_of(pack, group->versions[i], duties)].statutes)
            continue;
        add_grounds(all, &pack->blocks[block_of(pack, group->versions[i], duties)]);
    }
    check_gaps(check, all, group->name);
    check_exceptions(check, group, duties);
    check_exception_gaps(check, group);
}

void pt_check_periods(pt_check *check)
{
    const pt_pack *pack = check->pack;
    for (uint32_t i = 0; i < pack->block_count; i++)
        check_grounds(check, &pack->blocks[i]);
    for (uint16_t i = 0; i < pack->rule_group_count; i++)
        check_group(check, &pack->rule_groups[i], false);
    for (uint16_t i = 0; i < pack->duty_group_count; i++)
        check_group(check, &pack->duty_groups[i], true);
}
