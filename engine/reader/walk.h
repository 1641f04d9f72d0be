/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Walks every path of a rule function and makes its decision tree.
 *
 * The text is executed on symbols. Where it asks something that the path so far leaves open, the
 * walk takes yes, and comes back later for no; what the path already decides is not asked again.
 * One walk per path, one tree per period in which the parameters of the function stand still.
 */
#ifndef PT_READER_WALK_H
#define PT_READER_WALK_H

#include "reader/draft.h"

/* Walks all functions of the pack in the order of their dependence; fills in `periods`. */
void pt_walk_functions(pt_draft *draft);

#endif
