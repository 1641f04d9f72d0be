/* SPDX-License-Identifier: EUPL-1.2 */
/* The exact difference of the answers of each rule and duty, rules before what leans on them. */
#include <string.h>

#include "analyse/changes_parts.h"
#include "analyse/list_moves.h"
#include "analyse/surroundings.h"

uint16_t pt_changes_group_in(const pt_pack *pack, bool duties, const pt_pack *of,
                             const pt_group *group)
{
    const pt_group *groups = duties ? pack->duty_groups : pack->rule_groups;
    uint16_t count = duties ? pack->duty_group_count : pack->rule_group_count;
    const char *kind = of->kinds[group->subject].name;
    for (uint16_t i = 0; i < count; i++)
        if (strcmp(groups[i].name, group->name) == 0 &&
            strcmp(pack->kinds[groups[i].subject].name, kind) == 0)
            return i;
    return PT_NO_INDEX;
}

static const pt_block *last_block(const pt_pack *pack, bool duties, uint16_t group)
{
    const pt_group *of = duties ? &pack->duty_groups[group] : &pack->rule_groups[group];
    uint16_t version = of->versions[of->version_count - 1];
    return &pack->blocks[duties ? pack->duties[version].block : pack->rules[version].block];
}

static void keep_difference(pt_making *m, const pt_difference *difference)
{
    pt_comparison *made = m->made;
    made->differences = pt_arena_grow(m->arena, made->differences, made->difference_count,
                                      &m->difference_capacity, sizeof *made->differences);
    made->differences[made->difference_count++] = *difference;
}

/* The names of the movers that stand in functions of these matters. */
static bool is_told(const pt_difference *difference, const char *name);

static void add_movers_in(const pt_making *m, pt_text *out, const pt_function *function,
                          const pt_difference *difference)
{
    static const char *const words[] = {
        [PT_INPUT_RULE] = "regel ", [PT_INPUT_WINDOW] = "venster ", [PT_INPUT_LIST] = "lijst "};
    for (uint16_t i = 0; i < function->input_count; i++) {
        const pt_input *input = &function->inputs[i];
        const pt_mover *mover = input->kind == PT_INPUT_RULE     ? m->movers.rules[input->index]
                                : input->kind == PT_INPUT_WINDOW ? m->movers.windows[input->index]
                                : input->kind == PT_INPUT_LIST   ? m->movers.lists[input->index]
                                                                 : NULL;
        if (mover == NULL || (difference != NULL && !is_told(difference, mover->name)))
            continue;
        const char *said = pt_format(m->arena, "%s%s", words[input->kind], mover->name);
        if (out->bytes == NULL || strstr(out->bytes, said) == NULL)
            pt_text_format(out, "%s%s", out->length == 0 ? "" : ", ", said);
    }
}

/* Does a condition say how it moves: "thuiszitter gaat van nee naar ja"? */
static bool says_move(const char *condition, const char *name)
{
    static const char *const verbs[] = {" gaat ", " wordt ", " (was)", " (wordt)"};
    bool any = false;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        const char *at = condition;
        while (!any && (at = strstr(at, name)) != NULL) {
            at += strlen(name);
            any = strncmp(at, verbs[i], strlen(verbs[i])) == 0 || strstr(at, " of gaat ") != NULL;
        }
    }
    return any;
}

static bool is_told(const pt_difference *difference, const char *name)
{
    bool told = false;
    for (size_t i = 0; i < difference->period_count; i++)
        for (size_t j = 0; j < difference->periods[i].region_count; j++)
            for (size_t k = 0; k < difference->periods[i].regions[j].condition_count; k++)
                told = told || says_move(difference->periods[i].regions[j].conditions[k], name);
    return told;
}

typedef struct gathering {
    const pt_making *m;
    const pt_difference *difference;
    pt_text *out;
} gathering;

static void gather(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const gathering *g = context;
    add_movers_in(g->m, g->out, function, g->difference);
}

static const char *movers_in(const pt_making *m, const pt_difference *difference,
                             const pt_matter *after, pt_aspect aspect)
{
    pt_text out = pt_text_create(m->arena);
    gathering g = {m, m->made->base ? NULL : difference, &out};
    pt_matter matter = *after;
    pt_matter_every_function(&matter, gather, &g);
    matter.part = aspect == PT_ASPECT_DUE ? PT_PART_START : matter.part;
    pt_matter_every_function(&matter, gather, &g);
    matter.part = aspect == PT_ASPECT_DUE ? PT_PART_FIXED : matter.part;
    pt_matter_every_function(&matter, gather, &g);
    return out.length == 0 ? NULL : out.bytes;
}

/* What came of one question. */
typedef struct outcome {
    bool differs;
    bool leans;
    bool complete;
    bool proved;
} outcome;

/* Do its own text, term and parameters make a difference, with all inputs the same? */
static bool differs_itself(const pt_making *m, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                           const pt_differing *how)
{
    pt_differing alone = *how;
    alone.movers = NULL;
    alone.base = false;
    return pt_differ(m->arena, matters, aspect, &alone, NULL).count > 0;
}

static outcome compare_matter(pt_making *m, pt_matter matters[PT_SIDES], pt_aspect aspect,
                              const pt_group *group, const pt_differing *how, pt_mover *mover)
{
    static const char *const paths[] = {"", "termijn.vanaf", "termijn.uiterlijk", "vervuld",
                                        "vervalt"};
    static const char *const aspects[] = {"", "uiterlijk", "wie"};
    const pt_matter *before = &matters[PT_BEFORE], *after = &matters[PT_AFTER];
    pt_difference found = {.of_duty = after->of_duty, .name = group->name};
    found.path = aspect == PT_ASPECT_PART ? paths[after->part] : aspects[aspect];
    pt_differed differed = pt_differ(m->arena, matters, aspect, how, mover);
    m->made->compared++;
    found.periods = differed.periods;
    found.period_count = differed.count;
    found.free = differed.free;
    found.unseen = differed.unseen;
    outcome came = {differed.count > 0, differed.leans || differed.unseen, true, true};
    for (size_t i = 0; i < found.period_count; i++)
        came.complete = came.complete && !found.periods[i].incomplete;
    came.proved = came.complete && !differed.free;
    m->made->proved = m->made->proved && came.complete;
    if (!came.differs)
        return came;
    if (after->group != PT_NO_INDEX)
        found.causes = movers_in(m, &found, after, aspect);
    found.itself = found.causes == NULL || differs_itself(m, matters, aspect, how);
    if (before->group != PT_NO_INDEX)
        found.block_before = last_block(before->pack, before->of_duty, before->group);
    if (after->group != PT_NO_INDEX)
        found.block_after = last_block(after->pack, after->of_duty, after->group);
    keep_difference(m, &found);
    return came;
}

void pt_changes_add_name(pt_making *m, const char ***names, size_t *count, size_t *capacity,
                         const char *name)
{
    *names = pt_arena_grow(m->arena, *names, *count, capacity, sizeof **names);
    (*names)[(*count)++] = name;
}

static void add_steady(pt_making *m, const pt_group *group)
{
    pt_changes_add_name(m, &m->made->steady, &m->made->steady_count, &m->steady_capacity,
                        group->name);
}

static void compare_rule(pt_making *m, uint16_t old, uint16_t new, const pt_differing *how)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    const pt_group *group = &after->rule_groups[new];
    pt_mover *mover = PT_NEW(m->arena, pt_mover);
    *mover = (pt_mover){.name = group->name};
    pt_matter matters[PT_SIDES] = {{.pack = before, .side = PT_BEFORE, .group = old},
                                   {.pack = after, .side = PT_AFTER, .group = new}};
    size_t first = m->made->difference_count;
    outcome came = compare_matter(m, matters, PT_ASPECT_PART, group, how, mover);
    /* What was not followed to the end may move in ways that were not seen. */
    mover->unseen = !came.complete;
    if (came.differs)
        m->movers.rules[new] = mover;
    if (came.leans && !came.differs && came.proved)
        add_steady(m, group);
    m->made->beyond_count += came.differs && !m->made->differences[first].itself;
    m->made->rules_differ += came.differs && m->made->differences[first].itself;
}

static void compare_duty_answers(pt_making *m, uint16_t old, uint16_t new, const pt_differing *how)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    const pt_group *group =
        new == PT_NO_INDEX ? &before->duty_groups[old] : &after->duty_groups[new];
    pt_matter matters[PT_SIDES] = {
        {.pack = before, .side = PT_BEFORE, .of_duty = true, .group = old},
        {.pack = after, .side = PT_AFTER, .of_duty = true, .group = new}};
    bool one_sided = old == PT_NO_INDEX || new == PT_NO_INDEX, leans = false, proved = true;
    size_t first = m->made->difference_count;
    static const struct {
        pt_part part;
        pt_aspect aspect;
    } asked[] = {{PT_PART_OUTCOME, PT_ASPECT_PART},
                 {PT_PART_OUTCOME, PT_ASPECT_BEARER},
                 {PT_PART_OUTCOME, PT_ASPECT_DUE},
                 {PT_PART_FULFILLED, PT_ASPECT_PART},
                 {PT_PART_LAPSES, PT_ASPECT_PART}};
    for (size_t i = 0; i < (one_sided ? 1 : sizeof asked / sizeof *asked); i++) {
        matters[PT_BEFORE].part = matters[PT_AFTER].part = asked[i].part;
        outcome came = compare_matter(m, matters, asked[i].aspect, group, how, NULL);
        leans = leans || came.leans;
        proved = proved && came.proved;
    }
    bool any = m->made->difference_count > first, itself = false;
    for (size_t i = first; i < m->made->difference_count; i++)
        itself = itself || m->made->differences[i].itself;
    m->made->duties_differ += itself;
    m->made->beyond_count += any && !itself;
    if (leans && !any && proved)
        add_steady(m, group);
}

/* --- Windows and lists ---------------------------------------------------------------------------
 */

static pt_mover *unseen_mover(pt_making *m, const char *name)
{
    pt_mover *mover = PT_NEW(m->arena, pt_mover);
    *mover = (pt_mover){.name = name, .unseen = true, .until = PT_DATE_FOREVER};
    return mover;
}

static bool block_is_new(const pt_comparison *made, const pt_block *block)
{
    for (size_t i = 0; i < made->block_count; i++)
        if (made->blocks[i].after == block)
            return true;
    return false;
}

static bool parameter_is_other(const pt_comparison *made, uint16_t parameter)
{
    for (size_t i = 0; parameter != PT_NO_INDEX && i < made->parameter_count; i++)
        if (made->parameters[i].after == &made->after->parameters[parameter])
            return true;
    return false;
}

static bool filter_may_move(const pt_making *m, const pt_function *filter)
{
    pt_text found = pt_text_create(m->arena);
    if (filter == NULL)
        return false;
    add_movers_in(m, &found, filter, NULL);
    for (uint16_t i = 0; i < filter->input_count; i++)
        if (filter->inputs[i].kind == PT_INPUT_PARAMETER &&
            parameter_is_other(m->made, filter->inputs[i].index))
            return true;
    return found.length > 0;
}

static uint16_t list_before(const pt_making *m, const char *name)
{
    const pt_pack *before = m->made->before;
    for (uint16_t i = 0; i < before->list_count; i++)
        if (strcmp(before->blocks[before->lists[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

/* Is what a list adds up, or a division divides, itself something that moves? */
static bool amount_moves(const pt_making *m, const pt_input *input)
{
    if (input == NULL)
        return false;
    return (input->kind == PT_INPUT_RULE && m->movers.rules[input->index] != NULL) ||
           (input->kind == PT_INPUT_WINDOW && m->movers.windows[input->index] != NULL) ||
           (input->kind == PT_INPUT_LIST && m->movers.lists[input->index] != NULL);
}

/* How a list moves whose text is the same, by what its filter says of one subject. */
static pt_mover *list_mover(pt_making *m, uint16_t list, const pt_differing *how)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    const pt_list *of = &after->lists[list];
    const char *name = after->blocks[of->block].name;
    uint16_t old = list_before(m, name);
    if (amount_moves(m, of->counted) || amount_moves(m, of->whole) || of->take == PT_TAKE_SHARE)
        return unseen_mover(m, name);
    if (old == PT_NO_INDEX || of->filter == NULL || before->lists[old].filter == NULL)
        return unseen_mover(m, name);
    pt_matter matters[PT_SIDES] = {
        {.pack = before, .side = PT_BEFORE, .filter = before->lists[old].filter},
        {.pack = after, .side = PT_AFTER, .filter = of->filter}};
    pt_mover filter = {.name = name};
    pt_differed differed = pt_differ(m->arena, matters, PT_ASPECT_PART, how, &filter);
    bool known = !differed.free && !differed.unseen;
    for (size_t i = 0; i < differed.count; i++)
        known = known && !differed.periods[i].incomplete;
    if (!known)
        return unseen_mover(m, name);
    if (filter.count == 0 || differed.count == 0)
        return NULL;
    pt_mover *mover = PT_NEW(m->arena, pt_mover);
    *mover = (pt_mover){.name = name, .of_list = true};
    mover->from = differed.periods[0].from;
    mover->until = differed.periods[differed.count - 1].until;
    pt_list_moves(m->arena, of, &filter, mover);
    return mover->count > 0 ? mover : NULL;
}

/* What only the later pack has, no rule of the earlier one leans on. */
static bool was_there(const pt_making *m, const pt_block *block)
{
    const pt_pack *before = m->made->before;
    for (uint32_t i = 0; i < before->block_count; i++)
        if (before->blocks[i].kind == block->kind &&
            strcmp(before->blocks[i].name, block->name) == 0)
            return true;
    return false;
}

/* Marks windows and lists that may be another; one that is new leans on nothing that was. */
static void mark_lists(pt_making *m, const pt_differing *how)
{
    const pt_pack *after = m->made->after;
    bool any = false;
    for (uint16_t i = 0; i < after->window_count; i++) {
        const pt_block *block = &after->blocks[after->windows[i].block];
        if (m->movers.windows[i] == NULL && was_there(m, block) &&
            (block_is_new(m->made, block) ||
             parameter_is_other(m->made, after->windows[i].length.parameter)))
            m->movers.windows[i] = unseen_mover(m, block->name);
    }
    for (uint16_t i = 0; i < after->list_count; i++) {
        const pt_block *block = &after->blocks[after->lists[i].block];
        if (m->movers.lists[i] != NULL || !was_there(m, block))
            continue;
        if (block_is_new(m->made, block))
            m->movers.lists[i] = unseen_mover(m, block->name);
        else if (filter_may_move(m, after->lists[i].filter) ||
                 amount_moves(m, after->lists[i].counted) || amount_moves(m, after->lists[i].whole))
            m->movers.lists[i] = list_mover(m, i, how);
        any = any || m->movers.lists[i] != NULL;
    }
    if (any)
        mark_lists(m, how); /* a list may lean on one that comes after it */
}

void pt_changes_answers(pt_making *m, const pt_differing *given)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    m->movers.rules = PT_NEW_ARRAY(m->arena, after->rule_group_count, pt_mover *);
    m->movers.windows = PT_NEW_ARRAY(m->arena, after->window_count, pt_mover *);
    m->movers.lists = PT_NEW_ARRAY(m->arena, after->list_count, pt_mover *);
    pt_differing with = *given, *how = &with;
    with.movers = &m->movers;
    mark_lists(m, how);
    for (uint16_t i = 0; i < after->rule_group_count; i++) {
        uint16_t old = pt_changes_group_in(before, false, after, &after->rule_groups[i]);
        if (old == PT_NO_INDEX)
            continue;
        compare_rule(m, old, i, how);
        if (m->movers.rules[i] != NULL)
            mark_lists(m, how);
    }
    for (uint16_t i = 0; i < after->duty_group_count; i++)
        compare_duty_answers(m, pt_changes_group_in(before, true, after, &after->duty_groups[i]), i,
                             how);
    for (uint16_t i = 0; i < before->duty_group_count; i++)
        if (pt_changes_group_in(after, true, before, &before->duty_groups[i]) == PT_NO_INDEX)
            compare_duty_answers(m, i, PT_NO_INDEX, how);
}
