/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * When a rule or duty gives which outcome: all cases on one day of law, as regions without overlap,
 * in its own inputs or composed with the rules it rests on, link by link, down to base facts.
 *
 * Composition puts the tree of a rule in the place of every test of its outcome. A rule of another
 * subject is followed through references that are never empty, and its facts bear the name of the
 * reference: school_soort. Rules that give a day or an amount, and those behind a reference that
 * can be empty, stay as they are and are named. Combinations that the declared domains exclude are
 * pruned. Every law is taken on the same day; facts that a rule needs are taken to be known.
 */
#ifndef PT_ANALYSE_WAYS_IN_H
#define PT_ANALYSE_WAYS_IN_H

#include "analyse/composed.h"
#include "model/rulebook.h"

/* Regions, at most; more are too large to be told. */
enum { PT_WAYS_IN = 400 };

/* `moves`, which may be NULL, is called now and then as a sign of life. In `arena`. */
const pt_ways_in *pt_ways_in_find(pt_arena *arena, const pt_matter *matter, pt_date day, bool deep,
                                  void (*moves)(void *context), void *context);

#endif
