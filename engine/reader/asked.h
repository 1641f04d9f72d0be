/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Keeps, for every condition and return of the rule text, whether a path came by it and how it came
 * out (pt_asked of model/pack.h). What no path came by, or what came out one way only, the tree
 * no longer shows: the walk does not ask what it knows.
 */
#ifndef PT_READER_ASKED_H
#define PT_READER_ASKED_H

#include "reader/symbols.h"

/* Makes the list of all questions of functions that will be walked and of helpers. */
void pt_collect_questions(pt_draft *draft);

/*
 * The condition `text` gave `symbol`, which came out as `outcome`. Notes the part that was asked
 * last; parts of `and`, `or`, `not` before it were noted when they were asked.
 */
void pt_walk_note(pt_walk *walk, const pt_syntax *text, const pt_symbol *symbol, bool outcome);

/* The path came by this return. */
void pt_walk_note_return(pt_walk *walk, const pt_syntax *statement);

#endif
