/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The parts of pt_compare_packs (analyse/changes.h), and the comparison that they add to.
 */
#ifndef PT_ANALYSE_CHANGES_PARTS_H
#define PT_ANALYSE_CHANGES_PARTS_H

#include "analyse/changes.h"

/* A comparison in the making, with the room that its lists have. */
typedef struct pt_making {
    pt_arena *arena;
    pt_comparison *made;
    size_t parameter_capacity;
    size_t block_capacity;
    size_t duty_capacity;
    size_t difference_capacity;
    size_t steady_capacity;
    size_t later_capacity;
    pt_movers movers; /* by number in the later pack; rules come before their users */
} pt_making;

/* Parameters of which a value or source differs (changes_texts.c). */
void pt_changes_parameters(pt_making *m);

/* Blocks of which the text differs, and those that only one pack has. */
void pt_changes_blocks(pt_making *m);

/* The term, law, bearer and recurrence of a duty that both packs have. */
void pt_changes_duty(pt_making *m, const pt_group *old, const pt_group *group);

/* The answers of all rules and duties (changes_answers.c). */
void pt_changes_answers(pt_making *m, const pt_differing *given);

/* The group of the other pack with the name of `group`, or PT_NO_INDEX. */
uint16_t pt_changes_group_in(const pt_pack *pack, bool duties, const pt_pack *of,
                             const pt_group *group);

/* Adds a name to a list of names. */
void pt_changes_add_name(pt_making *m, const char ***names, size_t *count, size_t *capacity,
                         const char *name);

#endif
