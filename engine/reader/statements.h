/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One pass through the statements of a function, from its inputs to a return.
 */
#ifndef PT_READER_STATEMENTS_H
#define PT_READER_STATEMENTS_H

#include "reader/symbols.h"

/*
 * Runs the function being walked once; follows walk->decisions, adds new ones. `helpers` are the
 * names that stand above it in its file. False when a finding was added.
 */
bool pt_walk_once(pt_walk *walk, pt_leaf *leaf);

#endif
