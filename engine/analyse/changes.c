/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/changes.h"

#include <string.h>

#include "analyse/block_text.h"
#include "analyse/list_moves.h"
#include "analyse/surroundings.h"

typedef struct making {
    pt_arena *arena;
    pt_comparison *made;
    size_t parameter_capacity;
    size_t block_capacity;
    size_t duty_capacity;
    size_t difference_capacity;
    size_t steady_capacity;
    size_t later_capacity;
    pt_movers movers; /* by number in the later pack; rules come before their users */
} making;

/* --- Parameters ----------------------------------------------------------------------------------
 */

static bool same_value(const pt_pack *before, pt_value a, const pt_pack *after, pt_value b)
{
    if (a.kind != b.kind || a.unit != b.unit)
        return false;
    if (a.kind != PT_CHOICE)
        return a.amount == b.amount;
    return strcmp(before->choices[a.set].words[a.amount], after->choices[b.set].words[b.amount]) ==
           0;
}

static pt_value value_on(const pt_parameter *parameter, pt_date day, const char **source)
{
    const pt_parameter_value *row = NULL;
    *source = NULL;
    if (parameter == NULL)
        return pt_unknown();
    pt_value value = pt_parameter_on(parameter, day, &row);
    *source = row == NULL ? NULL : row->source;
    return value;
}

/* The first day after `day` on which either has another row; FOREVER when none is. */
static pt_date next_row(const pt_parameter *a, const pt_parameter *b, pt_date day)
{
    const pt_parameter *both[] = {a, b};
    pt_date next = PT_DATE_FOREVER;
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; both[i] != NULL && j < both[i]->value_count; j++)
            if (both[i]->values[j].from > day && both[i]->values[j].from < next)
                next = both[i]->values[j].from;
    return next;
}

static void add_parameter(making *m, const pt_parameter_change *change)
{
    pt_comparison *made = m->made;
    pt_parameter_change *last =
        made->parameter_count == 0 ? NULL : &made->parameters[made->parameter_count - 1];
    if (last != NULL && last->before == change->before && last->after == change->after &&
        last->until + 1 == change->from &&
        pt_value_equal(last->value_before, change->value_before) &&
        pt_value_equal(last->value_after, change->value_after)) {
        last->until = change->until;
        return;
    }
    made->parameters = pt_arena_grow(m->arena, made->parameters, made->parameter_count,
                                     &m->parameter_capacity, sizeof *made->parameters);
    made->parameters[made->parameter_count++] = *change;
}

static void compare_parameter(making *m, const pt_parameter *before, const pt_parameter *after)
{
    pt_date from = PT_DATE_NONE;
    while (from != PT_DATE_FOREVER) {
        pt_date next = next_row(before, after, from);
        pt_parameter_change change = {.before = before, .after = after, .from = from};
        change.until = next == PT_DATE_FOREVER ? next : next - 1;
        change.value_before = value_on(before, from, &change.source_before);
        change.value_after = value_on(after, from, &change.source_after);
        if (!same_value(m->made->before, change.value_before, m->made->after, change.value_after))
            add_parameter(m, &change);
        from = next;
    }
}

static void compare_parameters(making *m)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    for (uint16_t i = 0; i < after->parameter_count; i++) {
        uint16_t old = pt_pack_parameter(before, after->parameters[i].name);
        compare_parameter(m, old == PT_NO_INDEX ? NULL : &before->parameters[old],
                          &after->parameters[i]);
    }
    for (uint16_t i = 0; i < before->parameter_count; i++)
        if (pt_pack_parameter(after, before->parameters[i].name) == PT_NO_INDEX)
            compare_parameter(m, &before->parameters[i], NULL);
}

/* --- Texts of blocks -----------------------------------------------------------------------------
 */

static bool same_name(const pt_block *a, const pt_block *b)
{
    return a->kind == b->kind && strcmp(a->name, b->name) == 0;
}

/* The block of `pack` with the same name and, when `text` is not NULL, the same text. */
static const pt_block *fellow(pt_arena *arena, const pt_pack *pack, const pt_block *block,
                              const char *text)
{
    const pt_block *found = NULL;
    for (uint32_t i = 0; i < pack->block_count; i++) {
        const pt_block *other = &pack->blocks[i];
        if (!same_name(other, block))
            continue;
        if (text != NULL && pt_block_text_equal(text, pt_block_text(arena, other)))
            return other;
        bool in_force = other->from <= block->from && block->from <= other->until;
        if (text == NULL && (found == NULL || in_force))
            found = other;
    }
    return found;
}

static bool is_listed(const pt_comparison *made, const pt_block *before)
{
    for (size_t i = 0; i < made->block_count; i++)
        if (made->blocks[i].before == before)
            return true;
    return false;
}

static void add_block(making *m, const pt_block *before, const pt_block *after)
{
    pt_comparison *made = m->made;
    pt_block_change change = {.before = before, .after = after};
    change.lines = pt_block_text_lines(
        m->arena, before == NULL ? NULL : pt_block_text(m->arena, before),
        after == NULL ? NULL : pt_block_text(m->arena, after), &change.line_count);
    made->blocks = pt_arena_grow(m->arena, made->blocks, made->block_count, &m->block_capacity,
                                 sizeof *made->blocks);
    made->blocks[made->block_count++] = change;
}

static const pt_block *same_text(pt_arena *arena, const pt_pack *pack, const pt_block *block)
{
    const char *text = pt_block_text(arena, block);
    const pt_block *found = fellow(arena, pack, block, text);
    return found != NULL && pt_block_text_equal(text, pt_block_text(arena, found)) ? found : NULL;
}

static void compare_blocks(making *m)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    pt_arena *scratch = pt_arena_create();
    for (uint32_t i = 0; i < after->block_count; i++) {
        const pt_block *block = &after->blocks[i];
        if (same_text(scratch, before, block) == NULL)
            add_block(m, fellow(scratch, before, block, NULL), block);
        pt_arena_reset(scratch);
    }
    for (uint32_t i = 0; i < before->block_count; i++) {
        const pt_block *block = &before->blocks[i];
        if (same_text(scratch, after, block) == NULL && !is_listed(m->made, block))
            add_block(m, block, NULL);
        pt_arena_reset(scratch);
    }
    pt_arena_destroy(scratch);
}

/* --- Terms and bearers of duties -----------------------------------------------------------------
 */

static const char *length_words(pt_arena *arena, const pt_pack *pack, const pt_length *length)
{
    pt_value value = {.kind = PT_DURATION, .unit = length->unit, .amount = length->amount};
    if (length->parameter != PT_NO_INDEX) {
        value = pt_parameter_on(&pack->parameters[length->parameter], PT_DATE_LAST, NULL);
        if (value.kind == PT_NUMBER)
            value = (pt_value){.kind = PT_DURATION,
                               .unit = length->unit,
                               .amount = value.amount / PT_NUMBER_SCALE};
    }
    pt_text out = pt_text_create(arena);
    pt_value_show(&out, pack, value);
    return value.kind == PT_DURATION && value.amount == 0 ? "" : out.bytes;
}

static const char *law_words(const pt_duty *duty)
{
    static const char *const words[] = {"wet", "amvb", "regeling", "statuut", "beleid"};
    return duty->term.law < sizeof words / sizeof *words ? words[duty->term.law] : "";
}

static const char *bearer_words(const pt_duty *duty)
{
    return duty->bearer_role != NULL   ? duty->bearer_role
           : duty->bearer.name != NULL ? duty->bearer.name
                                       : "";
}

static const char *recurrence_words(const pt_duty *duty)
{
    static const char *const words[] = {"eenmaal", "per schooljaar", "per kalenderjaar"};
    return words[duty->recurrence];
}

static void add_duty(making *m, const pt_group *group, const char *part, const char *before,
                     const char *after, const pt_block *block)
{
    pt_comparison *made = m->made;
    if (strcmp(before, after) == 0)
        return;
    made->duties = pt_arena_grow(m->arena, made->duties, made->duty_count, &m->duty_capacity,
                                 sizeof *made->duties);
    made->duties[made->duty_count++] = (pt_duty_change){group->name, part, before, after, block};
}

static void compare_duty(making *m, const pt_group *old, const pt_group *group)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    uint16_t a = pt_duty_version(before, old, PT_DATE_LAST),
             b = pt_duty_version(after, group, PT_DATE_LAST);
    if (a == PT_NO_INDEX || b == PT_NO_INDEX)
        return;
    const pt_duty *one = &before->duties[a], *other = &after->duties[b];
    const pt_block *block = &after->blocks[other->block];
    add_duty(m, group, "termijn", length_words(m->arena, before, &one->term.length),
             length_words(m->arena, after, &other->term.length), block);
    add_duty(m, group, "verlenging", length_words(m->arena, before, &one->term.extension),
             length_words(m->arena, after, &other->term.extension), block);
    add_duty(m, group, "recht", law_words(one), law_words(other), block);
    add_duty(m, group, "wie", bearer_words(one), bearer_words(other), block);
    add_duty(m, group, "herhaalt", recurrence_words(one), recurrence_words(other), block);
    add_duty(m, group, "staat_stil", pt_format(m->arena, "%u", one->term.standstill_count),
             pt_format(m->arena, "%u", other->term.standstill_count), block);
}

/* --- Answers -------------------------------------------------------------------------------------
 */

static uint16_t group_in(const pt_pack *pack, bool duties, const pt_pack *of, const pt_group *group)
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

static void keep_difference(making *m, const pt_difference *difference)
{
    pt_comparison *made = m->made;
    made->differences = pt_arena_grow(m->arena, made->differences, made->difference_count,
                                      &m->difference_capacity, sizeof *made->differences);
    made->differences[made->difference_count++] = *difference;
}

/* The names of the movers that stand in functions of these matters. */
static bool is_told(const pt_difference *difference, const char *name);

static void add_movers_in(const making *m, pt_text *out, const pt_function *function,
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
    const making *m;
    const pt_difference *difference;
    pt_text *out;
} gathering;

static void gather(void *context, const pt_function *function, pt_date day)
{
    (void)day;
    const gathering *g = context;
    add_movers_in(g->m, g->out, function, g->difference);
}

static const char *movers_in(const making *m, const pt_difference *difference,
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
static bool differs_itself(const making *m, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                           const pt_differing *how)
{
    pt_differing alone = *how;
    alone.movers = NULL;
    alone.base = false;
    return pt_differ(m->arena, matters, aspect, &alone, NULL).count > 0;
}

static outcome compare_matter(making *m, pt_matter matters[PT_SIDES], pt_aspect aspect,
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

static void add_name(making *m, const char ***names, size_t *count, size_t *capacity,
                     const char *name)
{
    *names = pt_arena_grow(m->arena, *names, *count, capacity, sizeof **names);
    (*names)[(*count)++] = name;
}

static void add_steady(making *m, const pt_group *group)
{
    add_name(m, &m->made->steady, &m->made->steady_count, &m->steady_capacity, group->name);
}

static void compare_rule(making *m, uint16_t old, uint16_t new, const pt_differing *how)
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

static void compare_duty_answers(making *m, uint16_t old, uint16_t new, const pt_differing *how)
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

static pt_mover *unseen_mover(making *m, const char *name)
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

static bool filter_may_move(const making *m, const pt_function *filter)
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

static uint16_t list_before(const making *m, const char *name)
{
    const pt_pack *before = m->made->before;
    for (uint16_t i = 0; i < before->list_count; i++)
        if (strcmp(before->blocks[before->lists[i].block].name, name) == 0)
            return i;
    return PT_NO_INDEX;
}

/* Is what a list adds up, or a division divides, itself something that moves? */
static bool amount_moves(const making *m, const pt_input *input)
{
    if (input == NULL)
        return false;
    return (input->kind == PT_INPUT_RULE && m->movers.rules[input->index] != NULL) ||
           (input->kind == PT_INPUT_WINDOW && m->movers.windows[input->index] != NULL) ||
           (input->kind == PT_INPUT_LIST && m->movers.lists[input->index] != NULL);
}

/* How a list moves whose text is the same, by what its filter says of one subject. */
static pt_mover *list_mover(making *m, uint16_t list, const pt_differing *how)
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
static bool was_there(const making *m, const pt_block *block)
{
    const pt_pack *before = m->made->before;
    for (uint32_t i = 0; i < before->block_count; i++)
        if (before->blocks[i].kind == block->kind &&
            strcmp(before->blocks[i].name, block->name) == 0)
            return true;
    return false;
}

/* Marks windows and lists that may be another; one that is new leans on nothing that was. */
static void mark_lists(making *m, const pt_differing *how)
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

static void compare_answers(making *m, const pt_differing *given)
{
    const pt_pack *before = m->made->before, *after = m->made->after;
    m->movers.rules = PT_NEW_ARRAY(m->arena, after->rule_group_count, pt_mover *);
    m->movers.windows = PT_NEW_ARRAY(m->arena, after->window_count, pt_mover *);
    m->movers.lists = PT_NEW_ARRAY(m->arena, after->list_count, pt_mover *);
    pt_differing with = *given, *how = &with;
    with.movers = &m->movers;
    mark_lists(m, how);
    for (uint16_t i = 0; i < after->rule_group_count; i++) {
        uint16_t old = group_in(before, false, after, &after->rule_groups[i]);
        if (old == PT_NO_INDEX)
            continue;
        compare_rule(m, old, i, how);
        if (m->movers.rules[i] != NULL)
            mark_lists(m, how);
    }
    for (uint16_t i = 0; i < after->duty_group_count; i++)
        compare_duty_answers(m, group_in(before, true, after, &after->duty_groups[i]), i, how);
    for (uint16_t i = 0; i < before->duty_group_count; i++)
        if (group_in(after, true, before, &before->duty_groups[i]) == PT_NO_INDEX)
            compare_duty_answers(m, i, PT_NO_INDEX, how);
}

/* --- What leans on what --------------------------------------------------------------------------
 */

/* Things that can lean on each other: blocks by number, then parameters, then facts by name. */
typedef struct leaning {
    const pt_pack *pack;
    const pt_comparison *comparison;
    bool *seen_blocks;
    bool *seen_parameters;
    uint32_t *queue; /* blocks */
    size_t head;
    size_t tail;
    pt_text causes; /* what was changed, as found */
    size_t cause_count;
} leaning;

static void meet_block(leaning *l, uint32_t block)
{
    if (l->seen_blocks[block])
        return;
    l->seen_blocks[block] = true;
    l->queue[l->tail++] = block;
}

static bool parameter_changed(const leaning *l, uint16_t parameter)
{
    for (size_t i = 0; i < l->comparison->parameter_count; i++)
        if (l->comparison->parameters[i].after == &l->pack->parameters[parameter])
            return true;
    return false;
}

enum { MOST_CAUSES = 3 };

/* Of several variants it matters which of them brought the change. */
static void add_cause(leaning *l, const char *kind, const char *name, const char *variant)
{
    if (l->cause_count++ >= MOST_CAUSES)
        return;
    pt_text_format(&l->causes, "%s%s %s", l->cause_count == 1 ? "" : ", ", kind, name);
    if (variant != NULL && l->pack->layer_count > 1)
        pt_text_format(&l->causes, " [%s]", variant);
}

static void meet_parameter(leaning *l, uint16_t parameter)
{
    if (parameter == PT_NO_INDEX || l->seen_parameters[parameter])
        return;
    l->seen_parameters[parameter] = true;
    if (parameter_changed(l, parameter))
        add_cause(l, "parameter", l->pack->parameters[parameter].name,
                  l->pack->parameters[parameter].variant);
}

static void meet_group(leaning *l, const pt_group *group, bool duty)
{
    for (uint16_t i = 0; i < group->version_count; i++)
        meet_block(l, duty ? l->pack->duties[group->versions[i]].block
                           : l->pack->rules[group->versions[i]].block);
    for (uint16_t i = 0; i < group->exception_count; i++)
        meet_block(l, l->pack->exceptions[group->exceptions[i]].block);
}

/* A fact leans on the events that set it, and they on the rules and duties that raise them. */
static void meet_raisers(leaning *l, uint16_t event)
{
    for (uint16_t i = 0; i < l->pack->rule_count; i++)
        if (l->pack->rules[i].raises == event)
            meet_block(l, l->pack->rules[i].block);
    for (uint16_t i = 0; i < l->pack->duty_count; i++)
        if (l->pack->duties[i].breach_event == event)
            meet_block(l, l->pack->duties[i].block);
}

static void meet_fact(leaning *l, uint16_t kind, uint16_t fact)
{
    for (uint16_t i = 0; i < l->pack->event_count; i++) {
        const pt_event *event = &l->pack->events[i];
        for (uint16_t j = 0; j < event->set_count; j++)
            if (l->pack->blocks[event->block].subject == kind && event->sets[j].fact == fact)
                meet_raisers(l, i);
    }
}

static void meet_input(leaning *l, const pt_input *input)
{
    switch ((pt_input_kind)input->kind) {
    case PT_INPUT_RULE: meet_group(l, &l->pack->rule_groups[input->index], false); break;
    case PT_INPUT_WINDOW: meet_block(l, l->pack->windows[input->index].block); break;
    case PT_INPUT_LIST: meet_block(l, l->pack->lists[input->index].block); break;
    case PT_INPUT_PARAMETER: meet_parameter(l, input->index); break;
    case PT_INPUT_FACT: meet_fact(l, input->path.target, input->index); break;
    case PT_INPUT_TODAY: break;
    }
}

static void meet_exceptions(leaning *l, uint32_t block)
{
    for (uint16_t i = 0; i < l->pack->rule_group_count; i++)
        for (uint16_t j = 0; j < l->pack->rule_groups[i].version_count; j++)
            if (l->pack->rules[l->pack->rule_groups[i].versions[j]].block == block)
                meet_group(l, &l->pack->rule_groups[i], false);
    for (uint16_t i = 0; i < l->pack->duty_group_count; i++)
        for (uint16_t j = 0; j < l->pack->duty_groups[i].version_count; j++)
            if (l->pack->duties[l->pack->duty_groups[i].versions[j]].block == block)
                meet_group(l, &l->pack->duty_groups[i], true);
}

static void expand(leaning *l, uint32_t block)
{
    for (uint32_t f = 0; f < l->pack->function_count; f++)
        for (uint16_t i = 0;
             l->pack->functions[f]->block == block && i < l->pack->functions[f]->input_count; i++)
            meet_input(l, &l->pack->functions[f]->inputs[i]);
    for (uint16_t i = 0; i < l->pack->list_count; i++) {
        const pt_list *list = &l->pack->lists[i];
        if (list->block == block && list->counted != NULL)
            meet_input(l, list->counted);
        if (list->block == block && list->whole != NULL)
            meet_input(l, list->whole);
    }
    for (uint16_t i = 0; i < l->pack->duty_count; i++) {
        const pt_duty *duty = &l->pack->duties[i];
        if (duty->block != block)
            continue;
        meet_parameter(l, duty->term.length.parameter);
        meet_parameter(l, duty->term.extension.parameter);
        if (duty->term.end_of != PT_NO_INDEX)
            meet_group(l, &l->pack->duty_groups[duty->term.end_of], true);
        for (uint8_t j = 0; j < duty->term.standstill_count; j++)
            if (duty->term.standstills[j].from_rule != NULL)
                meet_input(l, duty->term.standstills[j].from_rule);
    }
    meet_exceptions(l, block);
}

static const char *kind_word(const pt_block *block)
{
    static const char *const words[] = {"regel",       "uitzondering", "plicht", "mogelijkheid",
                                        "gebeurtenis", "venster",      "lijst",  "verdeling"};
    return words[block->kind];
}

static bool block_changed(const pt_comparison *comparison, const pt_block *block)
{
    for (size_t i = 0; i < comparison->block_count; i++)
        if (comparison->blocks[i].after == block)
            return true;
    return false;
}

static void start_leaning(pt_arena *arena, leaning *l, const pt_comparison *comparison)
{
    *l = (leaning){.pack = comparison->after, .comparison = comparison};
    l->causes = pt_text_create(arena);
    l->seen_parameters = PT_NEW_ARRAY(arena, l->pack->parameter_count, bool);
    l->seen_blocks = PT_NEW_ARRAY(arena, l->pack->block_count, bool);
    l->queue = PT_NEW_ARRAY(arena, l->pack->block_count, uint32_t);
}

static void meet_named(leaning *l, const char *name)
{
    for (uint32_t i = 0; i < l->pack->block_count; i++)
        if (strcmp(l->pack->blocks[i].name, name) == 0)
            meet_block(l, i);
    uint16_t event = pt_pack_event(l->pack, name);
    if (event != PT_NO_INDEX)
        meet_raisers(l, event);
}

const char *pt_cause_of(pt_arena *arena, const pt_comparison *comparison, const char *name)
{
    leaning l;
    start_leaning(arena, &l, comparison);
    meet_named(&l, name);
    while (l.head < l.tail && l.cause_count < MOST_CAUSES) {
        uint32_t index = l.queue[l.head++];
        const pt_block *block = &l.pack->blocks[index];
        if (block_changed(comparison, block))
            add_cause(&l, kind_word(block), block->name, block->variant);
        else
            expand(&l, index);
    }
    return l.cause_count == 0 ? NULL : l.causes.bytes;
}

/* --- The whole -----------------------------------------------------------------------------------
 */

static bool has_difference(const pt_comparison *made, const char *name)
{
    for (size_t i = 0; i < made->difference_count; i++)
        if (strcmp(made->differences[i].name, name) == 0)
            return true;
    for (size_t i = 0; i < made->duty_count; i++)
        if (strcmp(made->duties[i].name, name) == 0)
            return true;
    return false;
}

/* Of one variant or an earlier version everything is the cause. */
static void find_causes(making *m)
{
    pt_comparison *made = m->made;
    for (size_t i = 0; i < made->difference_count && made->after->layer_count > 1; i++)
        made->differences[i].cause = pt_cause_of(m->arena, made, made->differences[i].name);
}

static bool is_steady(const pt_comparison *made, const char *name)
{
    for (size_t i = 0; i < made->steady_count; i++)
        if (strcmp(made->steady[i], name) == 0)
            return true;
    return false;
}

/* What leans on a change only by what an event sets. */
static void find_later(making *m)
{
    const pt_pack *after = m->made->after;
    pt_comparison *made = m->made;
    size_t most = (size_t)after->rule_group_count + after->duty_group_count;
    for (size_t i = 0; i < most; i++) {
        bool rule = i < after->rule_group_count;
        const pt_group *group =
            rule ? &after->rule_groups[i] : &after->duty_groups[i - after->rule_group_count];
        pt_arena *scratch = pt_arena_create();
        if (!has_difference(made, group->name) && !is_steady(made, group->name) &&
            pt_cause_of(scratch, made, group->name) != NULL)
            add_name(m, &made->later, &made->later_count, &m->later_capacity, group->name);
        pt_arena_destroy(scratch);
    }
}

/* Does a function of another block ask this rule? */
static bool is_asked(const pt_pack *pack, const char *name)
{
    for (uint32_t f = 0; f < pack->function_count; f++)
        for (uint16_t i = 0; i < pack->functions[f]->input_count; i++) {
            const pt_input *input = &pack->functions[f]->inputs[i];
            if (input->kind == PT_INPUT_RULE &&
                strcmp(pack->rule_groups[input->index].name, name) == 0)
                return true;
        }
    return false;
}

static void mark_last(making *m)
{
    for (size_t i = 0; i < m->made->difference_count; i++) {
        pt_difference *difference = &m->made->differences[i];
        difference->last = difference->of_duty || !is_asked(m->made->after, difference->name);
    }
}

/* What a rule brings about when it becomes ja. */
static const char *raised_by(const pt_pack *pack, const pt_block *block)
{
    for (uint16_t i = 0; i < pack->rule_count; i++)
        if (&pack->blocks[pack->rules[i].block] == block && pack->rules[i].raises != PT_NO_INDEX)
            return pt_format(pack->arena, "%s %d",
                             pack->blocks[pack->events[pack->rules[i].raises].block].name,
                             (int)pack->rules[i].raises_once);
    return "";
}

/* Of a changed rule or exception the questions say all there is; of other blocks they do not. */
static bool is_answered(const pt_comparison *made, const pt_block_change *change)
{
    const pt_block *before = change->before, *after = change->after;
    bool rules = before != NULL && after != NULL && after->kind <= PT_BLOCK_EXCEPTION;
    return rules && strcmp(raised_by(made->before, before), raised_by(made->after, after)) == 0;
}

static void judge_texts(pt_comparison *made)
{
    for (size_t i = 0; i < made->block_count; i++)
        made->proved = made->proved && is_answered(made, &made->blocks[i]);
}

static pt_comparison *new_comparison(pt_arena *arena, const pt_pack *before, const pt_pack *after)
{
    pt_comparison *made = PT_NEW(arena, pt_comparison);
    *made = (pt_comparison){.before = before, .after = after, .proved = true};
    return made;
}

const pt_comparison *pt_compare_texts(pt_arena *arena, const pt_pack *before, const pt_pack *after)
{
    making m = {.arena = arena, .made = new_comparison(arena, before, after)};
    compare_parameters(&m);
    compare_blocks(&m);
    return m.made;
}

const pt_comparison *pt_compare_packs(pt_arena *arena, const pt_pack *before, const pt_pack *after,
                                      const pt_differing *how)
{
    making m = {.arena = arena, .made = new_comparison(arena, before, after)};
    compare_parameters(&m);
    compare_blocks(&m);
    for (uint16_t i = 0; i < after->duty_group_count; i++) {
        uint16_t old = group_in(before, true, after, &after->duty_groups[i]);
        if (old != PT_NO_INDEX)
            compare_duty(&m, &before->duty_groups[old], &after->duty_groups[i]);
    }
    m.made->subjects_differ = !pt_same_subjects(before, after);
    m.made->calendars_differ = !pt_same_calendar(before, after);
    m.made->proved = !m.made->subjects_differ && !m.made->calendars_differ;
    m.made->base = how->base;
    judge_texts(m.made);
    compare_answers(&m, how);
    find_causes(&m);
    find_later(&m);
    mark_last(&m);
    return m.made;
}
