/* SPDX-License-Identifier: EUPL-1.2 */
#include "analyse/check_whole.h"
#include "analyse/witness.h"
#include "base/text.h"

enum { MOST_STEPS = 20000, SETTING_UP = 64 };

/* Does the tree of a member say ja to the values? */
static bool says_yes(const pt_search *search, const pt_member *of)
{
    pt_value inputs[PT_LIMIT_INPUTS];
    pt_answer answer = {0};
    const pt_tree_reading *trees = &search->w->check->how->trees;
    for (uint16_t i = 0; i < of->function->input_count; i++)
        inputs[i] = search->found[of->inputs[i]];
    return trees->answer(trees->context, of->function, of->tree, inputs, &answer) &&
           pt_is_yes(answer.value);
}

/* Do the trees really say ja to the case that the constraints leave? */
static bool holds_in_case(pt_search *search, const pt_constraints *known)
{
    pt_whole *w = search->w;
    pt_constraints *own = PT_NEW(w->check->joints, pt_constraints);
    *own = *known;
    pt_tree_period now = {w->day, w->day, &w->tree};
    pt_witness_point(w->check->pack, &w->function, &now, own, search->found);
    bool holds = pt_whole_settle(w, search->found);
    for (size_t i = 0; holds && i < w->root_count; i++)
        holds = says_yes(search, &w->members[i]);
    search->undecided = search->undecided || !holds;
    return holds;
}

/* Two outcomes that rest on the same facts are not free of each other. */
static bool rests_on_rule(const pt_whole *w)
{
    size_t derived = 0, others = 0;
    for (size_t i = 0; i < w->tree.atom_count; i++) {
        const pt_atom *atom = &w->atoms[i];
        if (atom->operation != PT_OP_INPUT)
            continue;
        uint8_t kind = w->inputs[atom->input].kind;
        bool rule = kind == PT_INPUT_RULE && !w->links[atom->input].followed;
        derived += rule || kind == PT_INPUT_WINDOW || kind == PT_INPUT_LIST;
        others++;
    }
    return derived > 0 && others > 1;
}

static bool take_all(pt_whole *w, const pt_function *const *functions, const pt_date *days,
                     size_t count)
{
    bool one_day = true;
    for (size_t i = 0; i < count; i++) {
        if (functions[i] != NULL && !pt_whole_take(w, functions[i], days[i]))
            return false;
        one_day = one_day && days[i] == days[0];
    }
    w->day = days[0];
    if (one_day)
        pt_whole_follow(w, days[0]);
    return true;
}

bool pt_check_joint(pt_check *check, const pt_function *const *functions, const pt_date *days,
                    size_t count, pt_joint *joint)
{
    bool any = false;
    for (size_t i = 0; i < count; i++)
        any = any || functions[i] != NULL;
    *joint = (pt_joint){.words = "elk geval"};
    if (!any)
        return true;
    if (!pt_check_spend(check, SETTING_UP)) {
        check->undecided++;
        return false;
    }
    pt_arena_reset(check->joints);
    pt_whole *w = PT_NEW(check->joints, pt_whole);
    w->check = check;
    if (!take_all(w, functions, days, count))
        return false;
    pt_search *search = pt_search_create(w, MOST_STEPS);
    search->ends = holds_in_case;
    search->found = PT_NEW_ARRAY(check->joints, PT_WHOLE_INPUTS, pt_value);
    if (!pt_search_run(search)) {
        check->undecided += search->undecided;
        return false;
    }
    joint->words = pt_witness_words(check->joints, check->pack, &w->function, search->found);
    joint->through_rule = w->member_count > w->root_count;
    joint->rests_on_rule = rests_on_rule(w);
    return true;
}
