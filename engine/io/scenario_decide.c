/* SPDX-License-Identifier: EUPL-1.2 */
#include <string.h>

#include "base/text.h"
#include "io/scenario_play.h"

/* --- Decision points -------------------------------------------------------------------------- */

/* What reading a branch leaves behind, so that one that is not chosen leaves nothing. */
typedef struct mark {
    uint32_t subjects;
    size_t occurrences;
    uint32_t *nameless;
} mark;

static mark set_mark(pt_play *play)
{
    mark made = {play->scenario->subject_count, play->occurrences, NULL};
    made.nameless = PT_NEW_ARRAY(play->arena, play->pack->kind_count, uint32_t);
    memcpy(made.nameless, play->nameless, play->pack->kind_count * sizeof *made.nameless);
    return made;
}

static void go_back(pt_play *play, const mark *to, const char *branch)
{
    for (size_t i = 0; i < play->name_count; i++) {
        pt_named *named = &play->names[i];
        bool made = named->subject != PT_NOBODY_NAMED && named->subject >= to->subjects;
        if (made && named->branch == NULL)
            named->branch = branch;
    }
    play->scenario->subject_count = to->subjects;
    while (play->scenario->open_count > 0 &&
           play->scenario->open_meetings[play->scenario->open_count - 1].meeting >= to->subjects)
        play->scenario->open_count--;
    play->occurrences = to->occurrences;
    memcpy(play->nameless, to->nameless, play->pack->kind_count * sizeof *to->nameless);
}

static bool read_inside(pt_play *play, const pt_yaml_node *node, pt_occurrences *into)
{
    pt_story_block inside;
    if (!pt_story_block_read(play, node, true, &inside))
        return false;
    if (inside.sort == PT_KEY_EXPECT || inside.sort == PT_KEY_DECISION)
        return pt_find(play->report, PT_S035, node->at, NULL, NULL);
    return pt_play_occurrences(play, &inside, into);
}

static bool read_branch(pt_play *play, const pt_yaml_node *node, pt_branch *branch)
{
    branch->name = node->key->text;
    if (!pt_typed_shape(node, PT_SHAPE_MAPPING | PT_SHAPE_LIST, play->report))
        return false;
    bool fine = true;
    pt_occurrences happens = {0};
    if (node->kind == PT_YAML_MAPPING)
        fine = read_inside(play, node, &happens);
    for (const pt_yaml_node *item = node->first; node->kind == PT_YAML_SEQUENCE && item != NULL;
         item = item->next)
        fine &= read_inside(play, item, &happens);
    branch->occurrences = happens.items;
    branch->occurrence_count = happens.count;
    return fine;
}

static bool read_unchosen(pt_play *play, const pt_yaml_node *node, pt_branch *branch)
{
    mark before = set_mark(play);
    bool fine = read_branch(play, node, branch);
    go_back(play, &before, branch->name);
    branch->occurrences = NULL;
    branch->occurrence_count = 0;
    return fine;
}

static const char *suggest_branch(pt_play *play, const pt_yaml_node *branches, const char *word)
{
    if (!pt_play_suggests(play))
        return NULL;
    const char **names = PT_NEW_ARRAY(play->arena, branches->count, const char *);
    size_t count = 0;
    for (const pt_yaml_node *node = branches->first; node != NULL; node = node->next)
        names[count++] = node->key->text;
    return pt_suggest(word, names, count);
}

static const char *given_branch(const pt_play *play, const char *decision)
{
    const char *branch = NULL;
    for (size_t i = 0; play->given != NULL && i < play->given->count; i++) {
        if (strcmp(play->given->chosen[i].decision, decision) == 0)
            branch = play->given->chosen[i].branch;
    }
    return branch;
}

/* The branch to follow, by hand or by `standaard`. */
static const pt_yaml_node *choose(pt_play *play, const pt_story_block *block)
{
    const pt_yaml_node *branches = block->values[PT_KEY_BRANCHES];
    const pt_yaml_node *standard = block->values[PT_KEY_DEFAULT];
    const pt_yaml_node *chosen = pt_yaml_get(branches, standard->text);
    if (chosen == NULL)
        pt_typed_refuse(play->report, PT_S030, standard,
                        suggest_branch(play, branches, standard->text));
    const char *given = given_branch(play, block->values[PT_KEY_DECISION]->text);
    if (given == NULL)
        return chosen;
    chosen = pt_yaml_get(branches, given);
    if (chosen == NULL)
        pt_find(play->report, PT_S033, branches->key->at,
                PT_ARGS(given, block->values[PT_KEY_DECISION]->text),
                suggest_branch(play, branches, given));
    return chosen;
}

/* The chosen branch is read last: others may use the same names, and leave them free. */
static bool read_branches(pt_play *play, const pt_story_block *block, const pt_yaml_node *chosen,
                          pt_step *step)
{
    const pt_yaml_node *branches = block->values[PT_KEY_BRANCHES];
    step->branches = PT_NEW_ARRAY(play->arena, branches->count, pt_branch);
    bool fine = chosen != NULL;
    for (const pt_yaml_node *node = branches->first; node != NULL; node = node->next) {
        if (node == chosen)
            step->chosen = step->branch_count;
        else
            fine &= read_unchosen(play, node, &step->branches[step->branch_count]);
        step->branch_count++;
    }
    return fine && read_branch(play, chosen, &step->branches[step->chosen]);
}

static bool read_decision_name(pt_play *play, const pt_yaml_node *node, pt_step *step)
{
    if (!pt_typed_name(node, play->report, &step->decision))
        return false;
    for (size_t i = 0; i < play->decision_count; i++) {
        if (strcmp(play->decisions[i], step->decision) == 0)
            return pt_typed_refuse(play->report, PT_S031, node, NULL);
    }
    play->decisions = pt_arena_grow(play->arena, play->decisions, play->decision_count,
                                    &play->decision_capacity, sizeof *play->decisions);
    play->decisions[play->decision_count++] = step->decision;
    return true;
}

static bool read_by(pt_play *play, const pt_yaml_node *node, pt_step *step)
{
    uint32_t subject = 0;
    if (node == NULL)
        return true;
    step->by = node->text;
    return pt_pack_role(play->pack, node->text) ||
           pt_play_subject(play, node, PT_NO_INDEX, &subject);
}

static bool check_keys(pt_play *play, const pt_story_block *block)
{
    bool fine = true;
    for (size_t i = 0; i < PT_BLOCK_KEYS; i++) {
        if ((block->needed >> i & 1) != 0 && block->values[i] == NULL)
            fine = pt_find(play->report, PT_Y031, block->node->at,
                           PT_ARGS(pt_layout_of_block.keys[i].name), NULL);
    }
    return fine;
}

bool pt_play_decision(pt_play *play, const pt_story_block *block)
{
    pt_step step = {.kind = PT_STEP_DECISION, .day = play->today, .at = block->node->at};
    bool fine = read_decision_name(play, block->values[PT_KEY_DECISION], &step);
    if (!check_keys(play, block))
        return false;
    fine &= pt_typed_text(block->values[PT_KEY_QUESTION], play->report, &step.question);
    fine &= read_by(play, block->values[PT_KEY_BY], &step);
    if (block->values[PT_KEY_BRANCHES]->count == 0)
        return pt_find(play->report, PT_S034, block->values[PT_KEY_BRANCHES]->at, NULL, NULL);
    fine &= read_branches(play, block, choose(play, block), &step);
    pt_play_add_step(play, &step);
    return fine;
}

bool pt_play_check_given(pt_play *play)
{
    bool fine = true;
    for (size_t i = 0; play->given != NULL && i < play->given->count; i++) {
        const char *name = play->given->chosen[i].decision;
        bool known = false;
        for (size_t j = 0; j < play->decision_count; j++)
            known |= strcmp(play->decisions[j], name) == 0;
        if (!known)
            fine = pt_find(play->report, PT_S032, (pt_position){.source = play->scenario->source},
                           PT_ARGS(name), pt_suggest(name, play->decisions, play->decision_count));
    }
    return fine;
}
