/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_whole.h"

#include <string.h>

#include "analyse/witness.h"
#include "base/text.h"

static bool same_path(const pt_path *a, const pt_path *b)
{
    return a->hops == b->hops &&
           memcmp(a->references, b->references, a->hops * sizeof *a->references) == 0;
}

/* Puts `path` before the path of an input that is about a subject. */
static bool reach(pt_whole *w, const pt_path *path, pt_input *input)
{
    bool of_subject = input->kind != PT_INPUT_PARAMETER && input->kind != PT_INPUT_TODAY;
    if (path == NULL || path->hops == 0 || !of_subject)
        return true;
    if (path->hops + input->path.hops > PT_LIMIT_REFERENCE_HOPS)
        return false;
    pt_path whole = *path;
    for (uint8_t i = 0; i < input->path.hops; i++)
        whole.references[whole.hops++] = input->path.references[i];
    whole.target = input->path.target;
    whole.optional = path->optional || input->path.optional;
    input->path = whole;
    input->name = pt_format(w->check->joints, "%s_%s", path->name, input->name);
    return true;
}

/* The number of an input as `path` reaches it from the subject of the whole; PT_NO_INDEX: full. */
static uint16_t take_input(pt_whole *w, const pt_input *input, const pt_path *path)
{
    pt_input reached = *input;
    if (!reach(w, path, &reached))
        return PT_NO_INDEX;
    uint16_t at = 0;
    while (at < w->function.input_count &&
           (w->inputs[at].kind != input->kind || w->inputs[at].index != input->index ||
            !same_path(&w->inputs[at].path, &reached.path)))
        at++;
    if (at == PT_WHOLE_INPUTS)
        return PT_NO_INDEX;
    if (at == w->function.input_count)
        w->inputs[w->function.input_count++] = reached;
    return at;
}

pt_form pt_whole_form(pt_whole *w, const pt_member *of, pt_form form)
{
    pt_term_of_form *terms = PT_NEW_ARRAY(w->check->joints, form.count, pt_term_of_form);
    uint16_t filled = 0;
    for (uint16_t i = 0; i < form.count; i++) {
        pt_term_of_form term = form.terms[i];
        term.atom = of->atoms[term.atom];
        uint16_t at = filled++;
        for (; at > 0 && terms[at - 1].atom > term.atom; at--)
            terms[at] = terms[at - 1];
        terms[at] = term;
    }
    form.terms = terms;
    return form;
}

static bool same_form(const pt_form *a, const pt_form *b)
{
    bool same = a->count == b->count && a->shift == b->shift && a->constant == b->constant;
    for (uint16_t i = 0; same && i < a->count; i++)
        same = a->terms[i].atom == b->terms[i].atom &&
               a->terms[i].coefficient == b->terms[i].coefficient;
    return same;
}

static bool same_atom(const pt_atom *a, const pt_atom *b)
{
    return a->operation == b->operation && a->input == b->input && a->constant == b->constant &&
           same_form(&a->arguments[0], &b->arguments[0]) &&
           same_form(&a->arguments[1], &b->arguments[1]);
}

static bool take_atom(pt_whole *w, pt_member *of, size_t index)
{
    pt_atom atom = of->tree->atoms[index];
    if (atom.operation == PT_OP_INPUT) {
        atom.input = of->inputs[atom.input];
    } else {
        atom.arguments[0] = pt_whole_form(w, of, atom.arguments[0]);
        atom.arguments[1] = pt_whole_form(w, of, atom.arguments[1]);
    }
    size_t at = 0;
    while (at < w->tree.atom_count && !same_atom(&w->atoms[at], &atom))
        at++;
    if (at == PT_MOST_ATOMS)
        return false;
    if (at == w->tree.atom_count)
        w->atoms[w->tree.atom_count++] = atom;
    of->atoms[index] = (uint16_t)at;
    return true;
}

static bool take(pt_whole *w, const pt_function *function, pt_date day, const pt_path *path)
{
    const pt_tree *tree = function == NULL ? NULL : pt_function_tree(function, day);
    if (tree == NULL || w->member_count == PT_WHOLE_MEMBERS)
        return false;
    pt_member *made = &w->members[w->member_count];
    *made = (pt_member){.function = function, .tree = tree};
    for (uint16_t i = 0; i < function->input_count; i++) {
        made->inputs[i] = take_input(w, &function->inputs[i], path);
        if (made->inputs[i] == PT_NO_INDEX)
            return false;
    }
    for (size_t i = 0; i < tree->atom_count; i++) {
        if (!take_atom(w, made, i))
            return false;
    }
    w->member_count++;
    return true;
}

bool pt_whole_take(pt_whole *w, const pt_function *function, pt_date day)
{
    bool taken = take(w, function, day, NULL);
    w->root_count = w->member_count;
    return taken;
}

pt_test pt_whole_test(pt_whole *w, const pt_member *of, const pt_test *test)
{
    pt_test moved = *test;
    if (moved.kind == PT_TEST_AT_MOST)
        moved.form = pt_whole_form(w, of, moved.form);
    else
        moved.atom = of->atoms[moved.atom];
    return moved;
}

/* --- behind links -------------------------------------------------------------------------------
 */

static bool stands_still(const pt_function *function)
{
    return function->period_count == 1;
}

/* Is the rule the same on every day on which it is there? */
static bool always_alike(const pt_pack *pack, const pt_group *group)
{
    bool alike = group->version_count == 1 && stands_still(pack->rules[group->versions[0]].decide);
    for (uint16_t i = 0; alike && i < group->exception_count; i++)
        alike = stands_still(pack->exceptions[group->exceptions[i]].condition);
    return alike;
}

/* The version that is asked: on the day, or the only one. `day` becomes one on which it is. */
static const pt_rule *version_on(const pt_pack *pack, const pt_group *group, bool today,
                                 pt_date *day)
{
    const pt_rule *found = NULL;
    bool alike = always_alike(pack, group);
    for (uint16_t i = 0; i < group->version_count; i++) {
        const pt_rule *rule = &pack->rules[group->versions[i]];
        const pt_block *block = &pack->blocks[rule->block];
        /* Statutes are there to be replaced by those of others. */
        if (block->free || block->excluded || block->statutes ||
            (!alike && (!today || block->reference_date != PT_NO_INDEX)))
            return NULL;
        if (alike)
            *day = rule->decide->periods[0].from;
        if (alike || (block->from <= *day && *day <= block->until))
            found = rule;
    }
    return found;
}

static bool take_exceptions(pt_whole *w, const pt_group *group, const pt_date *day,
                            const pt_path *path)
{
    const pt_pack *pack = w->check->pack;
    for (uint16_t i = 0; i < group->exception_count; i++) {
        const pt_exception *exception = &pack->exceptions[group->exceptions[i]];
        const pt_block *block = &pack->blocks[exception->block];
        if (day != NULL && (*day < block->from || block->until < *day))
            continue;
        pt_date own = exception->condition->period_count == 0
                          ? block->from
                          : exception->condition->periods[0].from;
        if (!take(w, exception->condition, day == NULL ? own : *day, path))
            return false;
        w->members[w->member_count - 1].is_exception = true;
        w->members[w->member_count - 1].given = exception->result;
    }
    return true;
}

static void follow(pt_whole *w, uint16_t input, bool today, pt_date day)
{
    const pt_input at = w->inputs[input];
    const pt_group *group = &w->check->pack->rule_groups[at.index];
    const pt_rule *rule = version_on(w->check->pack, group, today, &day);
    size_t first = w->member_count;
    if (rule == NULL)
        return;
    const pt_date *of_day = always_alike(w->check->pack, group) ? NULL : &day;
    if (take(w, rule->decide, day, &at.path) && take_exceptions(w, group, of_day, &at.path))
        w->links[input] = (pt_link){true, (uint16_t)first, (uint16_t)(w->member_count - first)};
    else
        w->member_count = first;
}

void pt_whole_follow(pt_whole *w, pt_date day)
{
    bool today = true;
    w->day = day;
    for (size_t i = 0; i < w->root_count; i++) {
        uint32_t block = w->members[i].function->block;
        today = today && w->check->pack->blocks[block].reference_date == PT_NO_INDEX;
    }
    for (uint16_t i = 0; i < w->function.input_count; i++) {
        if (w->inputs[i].kind == PT_INPUT_RULE)
            follow(w, i, today, day);
    }
}

/* --- reckoning ----------------------------------------------------------------------------------
 */

typedef struct settling {
    pt_whole *whole;
    const pt_path *path; /* of the rule that is reckoned */
    pt_value *values;
    uint16_t count; /* of values that were given */
    bool *settled;
} settling;

static bool settle(settling *s, uint16_t input);

static bool value_of(void *context, const pt_input *input, pt_date day, pt_value *value)
{
    settling *s = context;
    const pt_path *path = s->path;
    uint16_t at = take_input(s->whole, input, path);
    if (at == PT_NO_INDEX || (at < s->count && !settle(s, at)))
        return false;
    s->path = path;
    pt_tree_period now = {day, day, &s->whole->tree};
    bool plain = input->kind != PT_INPUT_RULE && input->kind != PT_INPUT_WINDOW &&
                 input->kind != PT_INPUT_LIST;
    *value = at < s->count ? s->values[at] : pt_witness_plain(s->whole->check->pack, input, &now);
    return at < s->count || plain;
}

static bool settle(settling *s, uint16_t input)
{
    pt_input *of = PT_NEW(s->whole->check->joints, pt_input);
    *of = s->whole->inputs[input];
    if (s->settled[input] || !s->whole->links[input].followed)
        return true;
    pt_check *check = s->whole->check;
    pt_matter matter = {.pack = check->pack, .group = of->index, .part = PT_PART_OUTCOME};
    pt_matter_ways ways = {.value = value_of, .context = s};
    pt_answer answer = {0};
    s->path = &of->path;
    if (!pt_matter_answer(&matter, &ways, &check->how->trees, s->whole->day, &answer))
        return false;
    s->values[input] = answer.value;
    s->settled[input] = true;
    return true;
}

bool pt_whole_settle(pt_whole *w, pt_value *values)
{
    uint16_t count = w->function.input_count;
    settling s = {w, NULL, values, count, PT_NEW_ARRAY(w->check->joints, PT_WHOLE_INPUTS, bool)};
    bool settled = true;
    for (uint16_t i = 0; i < count && settled; i++)
        settled = settle(&s, i);
    w->function.input_count = count;
    return settled;
}
