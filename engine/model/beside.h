/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * One story played under several laws, each by itself, side by side: the pack first, then each
 * variant or stack of variants. Made by api_beside, shown by report/beside_page; in one arena.
 */
#ifndef PT_MODEL_BESIDE_H
#define PT_MODEL_BESIDE_H

#include "model/tally.h"

/* More laws than this are not put side by side. */
enum { PT_MOST_BESIDE = 8 };

typedef struct pt_beside_column {
    const char *law;       /* a stack of variants; NULL: the pack */
    const pt_tally *tally; /* NULL: the story can not be played under it */
    const char *obstacle;  /* then why, or NULL */
} pt_beside_column;

typedef struct pt_beside {
    const char *story; /* name */
    const char *title; /* or NULL */
    pt_beside_column columns[PT_MOST_BESIDE + 1];
    size_t count;
} pt_beside;

#endif
