/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Finds the mutants of a pack, and puts one at a time into its trees, declarations and parameters.
 *
 * Normal use:
 *     pt_mutants *mutants = pt_mutants_find(arena, pack, plan);
 *     pt_undo undo = pt_undo_create(scratch);
 *     pt_mutant_apply(mutants, &mutants->items[i], &undo);
 *     ... replay by trees alone; no world from before may be asked again ...
 *     pt_undo_all(&undo);
 *
 * A parameter is a constant of the trees: change it with pt_mutant_change in a pack whose YAML was
 * read again, let the reader make its trees, and graft those.
 *
 * The order of mutants depends on the pack alone. Threads: one pack, one thread.
 */
#ifndef PT_ANALYSE_MUTATE_H
#define PT_ANALYSE_MUTATE_H

#include "analyse/questions.h"
#include "model/mutation.h"

typedef struct pt_mutants {
    pt_pack *pack;
    const pt_coverage_plan *plan;
    pt_questions *questions; /* by function */
    pt_mutant *items;
    size_t count;
    size_t capacity;
} pt_mutants;

/* All mutants; texts and lists in `arena`. */
pt_mutants *pt_mutants_find(pt_arena *arena, pt_pack *pack, const pt_coverage_plan *plan);

/* Leaves `most` of them, drawn by `seed`, in the order in which they stood. */
void pt_mutants_sample(pt_arena *arena, pt_mutants *mutants, size_t most, uint64_t seed);

/* Could a play with these counts tell? False only when it can not. */
bool pt_mutant_touched(const pt_mutants *mutants, const pt_mutant *mutant, const uint64_t *counts);

/* The smallest amount by which the bound of a question can move; the unit that is mistaken for
 * another; the value of a parameter after a fault of one of the VALUE kinds. */
int64_t pt_bound_step(const pt_question *question);
uint8_t pt_other_unit(uint8_t unit);
void pt_change_value(pt_fault_kind kind, const pt_type *type, pt_parameter_value *row);

/* Does another ground, of this or another version, begin on the day after this one ends? */
bool pt_is_followed(const pt_pack *pack, uint32_t block, uint32_t ground);

/* What was overwritten, to be put back. */
typedef struct pt_undo {
    pt_arena *arena;
    struct pt_undo_step *last;
} pt_undo;

pt_undo pt_undo_create(pt_arena *arena);
void pt_undo_all(pt_undo *undo);

/* Is the fault in a parameter? Then the trees must be made again. */
bool pt_mutant_of_parameter(const pt_mutant *mutant);

/* Puts the fault into the pack; of a parameter the value alone. */
void pt_mutant_apply(const pt_mutants *mutants, const pt_mutant *mutant, pt_undo *undo);

/* Puts a fault in a parameter into another reading of the same pack. */
void pt_mutant_change(const pt_mutant *mutant, pt_pack *again);

/* Takes over the trees that lean on the parameter from that reading. */
void pt_mutant_graft(const pt_mutants *mutants, const pt_mutant *mutant, const pt_pack *again,
                     pt_undo *undo);

#endif
