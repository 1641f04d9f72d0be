/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The text of one block as its author wrote it, from its word to the brace that closes it, and two
 * such texts held against each other line by line.
 */
#ifndef PT_ANALYSE_BLOCK_TEXT_H
#define PT_ANALYSE_BLOCK_TEXT_H

#include "model/pack.h"

/* The text, in `arena`, and below it that of the local its grounds stand in; "" when its place is
 * not known. */
const char *pt_block_text(pt_arena *arena, const pt_block *block);

/* Are the texts equal but for blanks at the beginnings and ends of lines? */
bool pt_block_text_equal(const char *a, const char *b);

/*
 * The lines of both in one list, each behind ' ' (in both), '-' (in `before` alone) or '+' (in
 * `after` alone); NULL stands for a text without lines. `*count` gets their number.
 */
const char **pt_block_text_lines(pt_arena *arena, const char *before, const char *after,
                                 size_t *count);

#endif
