/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Several functions as one: their inputs and atoms put together, and behind an input that is the
 * outcome of a rule the functions of that rule, on the same day of law. A search over the paths of
 * all of them (check_joint.c) then knows what the rules allow.
 *
 *     u: [ veel ] --yes          v: [ uren < 10 ] --yes
 *           \__ rule veel: [ uren > 20 ] --yes: veel is ja        no path leads through all three
 *
 * Not looked into: free rules, rules with a peildatum, windows, lists, and what does not fit. Such
 * an input can be anything.
 */
#ifndef PT_ANALYSE_CHECK_WHOLE_H
#define PT_ANALYSE_CHECK_WHOLE_H

#include "analyse/check_parts.h"
#include "analyse/composed.h"
#include "model/constraints.h"

enum { PT_WHOLE_INPUTS = 96, PT_WHOLE_MEMBERS = 48, PT_WHOLE_DEPTH = 640 };

/* One function: its tree, and where its inputs and atoms are in the whole. */
typedef struct pt_member {
    const pt_function *function;
    const pt_tree *tree;
    uint16_t inputs[PT_LIMIT_INPUTS];
    uint16_t atoms[PT_MOST_ATOMS];
    bool is_exception; /* behind a link: `given` when it says ja */
    pt_value given;
} pt_member;

/* What stands behind an input that is a rule. */
typedef struct pt_link {
    bool followed;
    uint16_t first; /* members */
    uint16_t count;
} pt_link;

typedef struct pt_whole {
    pt_check *check;
    pt_date day;
    pt_member members[PT_WHOLE_MEMBERS];
    size_t member_count;
    size_t root_count; /* the members that were asked about; the rest stands behind links */
    pt_input inputs[PT_WHOLE_INPUTS];
    pt_link links[PT_WHOLE_INPUTS];
    pt_atom atoms[PT_MOST_ATOMS];
    pt_function function;
    pt_tree tree;
} pt_whole;

/* Takes in a function on a day; false: it has no tree then, or does not fit. */
bool pt_whole_take(pt_whole *w, const pt_function *function, pt_date day);

/* Ends the functions that are asked about, and takes in the rules that they lean on. */
void pt_whole_follow(pt_whole *w, pt_date day);

/* A form of a member, in the atoms of the whole. */
pt_form pt_whole_form(pt_whole *w, const pt_member *of, pt_form form);

/* A test of a member, in the atoms of the whole. */
pt_test pt_whole_test(pt_whole *w, const pt_member *of, const pt_test *test);

/* Looks for a case over the paths of all members, and behind the links that these ask. */
typedef struct pt_search {
    pt_whole *w;
    pt_constraints *states[PT_WHOLE_DEPTH + 1];
    uint64_t asked[PT_WHOLE_DEPTH + 1];  /* atoms that the path so far asks, by depth */
    uint64_t opened[PT_WHOLE_DEPTH + 1]; /* of these, the ones that were looked behind */
    size_t steps;
    bool undecided; /* a path may be none, or was not followed */
    /* A path that the constraints allow; true: it is what was looked for. NULL: it always is. */
    bool (*ends)(struct pt_search *search, const pt_constraints *known);
    pt_value wanted; /* what the members are to give: ja at first */
    pt_value *found; /* for `ends` */
    /* Not NULL: every branch of the first member that a case takes is marked, [2 * node + yes]. */
    bool *covered;
    uint32_t path[PT_WHOLE_DEPTH + 1]; /* branches of the first member so far */
    size_t path_length;
} pt_search;

/* Nothing known yet but the declared values. `w` has all its members. */
pt_search *pt_search_create(pt_whole *w, size_t steps);

/* Takes in what is known from the start; false: it cannot be. */
bool pt_search_learn(pt_search *search, const pt_test *test, bool outcome);

/* Looks; true when `ends` was content. With `covered` never. */
bool pt_search_run(pt_search *search);

/* Takes steps from those left for the whole pack; false: none are left. */
bool pt_check_spend(pt_check *check, size_t steps);

/*
 * Reckons what stands behind links from the other values, of which there are PT_WHOLE_INPUTS;
 * false: some cannot be reckoned.
 */
bool pt_whole_settle(pt_whole *w, pt_value *values);

#endif
