/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Questions put together along what leans on what, with both packs in one forest (forest.h).
 *
 * A *mover* is a rule whose outcome differs between the packs for some cases, with how it moves
 * ("van nee naar ja"); or a window or list of which only that it may be another is known. In a
 * question that asks a mover stands either
 *
 *     close:   an input of its own that says how it moves; or
 *     far:     its tree in both packs, down to inputs that do not move (or, on request, to facts)
 *
 * Grounds, exceptions, versions and days of law (peildatum) are taken in, exactly as an evaluation
 * does. Required facts are taken to be filled in.
 *
 * Threads: one question, one thread. Everything lives in the arena of the forest.
 */
#ifndef PT_ANALYSE_LINKED_H
#define PT_ANALYSE_LINKED_H

#include "analyse/composed.h"

/* An outcome without what it is made of: an absence, a word, or some amount. */
typedef struct pt_moved {
    uint8_t kind;     /* pt_kind */
    int64_t amount;   /* YESNO */
    const char *word; /* CHOICE */
} pt_moved;

typedef struct pt_move {
    pt_moved before;
    pt_moved after;
    int8_t rise; /* of two amounts: 1 the second is more (later), -1 less */
} pt_move;

typedef struct pt_mover {
    const char *name;
    bool unseen;  /* a window or list: no more is known than that it may be another */
    bool of_list; /* a list: how it moves is known, but not for whom */
    pt_date from; /* of a list: the days (vandaag) on which it can move; NONE and FOREVER: open */
    pt_date until;
    pt_move *moves;
    size_t count;
    size_t capacity;
} pt_mover;

/* By number in the later pack: NULL or how it moves. */
typedef struct pt_movers {
    pt_mover **rules;
    pt_mover **windows;
    pt_mover **lists;
} pt_movers;

/* What is asked of a duty beside its functions, where it exists in both packs. */
typedef enum pt_aspect { PT_ASPECT_PART, PT_ASPECT_DUE, PT_ASPECT_BEARER } pt_aspect;

typedef struct pt_linked pt_linked;

/* The days of law over which one question is put together. */
typedef struct pt_stretch {
    pt_date from;
    pt_date until;
    pt_date day;      /* one of them */
    const char *name; /* what says it (pt_linked_days); NULL: they are not cut */
} pt_stretch;

/*
 * The question of two matters over one stretch, with every input met. `movers` may be NULL. `base`
 * goes down to facts. Without `far`, movers stand close alone.
 */
pt_linked *pt_linked_create(pt_forest *forest, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                            const pt_movers *movers, const pt_tree_reading *trees,
                            const pt_stretch *stretch, bool base, bool far);

/* Does a mover stand in it close, and one that can be put in? Anywhere a window or list that may be
   another? */
bool pt_linked_moves(const pt_linked *linked);
bool pt_linked_expands(const pt_linked *linked);
bool pt_linked_unseen(const pt_linked *linked);

/* Its tree of one side. */
uint32_t pt_linked_root(pt_linked *linked, pt_side side, bool far);

/* The leaf that values of the inputs of the forest give, reckoned without it; and the reason. */
bool pt_linked_answer(pt_linked *linked, pt_side side, bool far, const pt_value *inputs,
                      uint32_t *leaf, const char **reason);

/* From values for the far question those for the close one. */
bool pt_linked_closer(pt_linked *linked, const pt_value *inputs, pt_value *closer);

/* Is the input one that is asked in the close question? In the far one? */
bool pt_linked_asks(const pt_linked *linked, uint16_t input, bool far);

/*
 * What says the day of law of both matters, in all their versions; NULL: not one and the same
 * thing. Through `visit` the days on which their law changes, movers (`base`: all rules) with the
 * same day of law among them.
 */
const char *pt_linked_days(pt_arena *arena, const pt_matter matters[PT_SIDES], pt_aspect aspect,
                           const pt_movers *movers, bool base,
                           void (*visit)(void *context, pt_date day), void *context);

/* A number of `name`, if it is an input of the forest; else PT_NO_INDEX. */
uint16_t pt_linked_input(const pt_linked *linked, const char *key);

/* What a leaf is, without what it is made of. */
pt_moved pt_moved_of(const pt_forest *forest, uint32_t leaf);
bool pt_moved_equal(const pt_moved *a, const pt_moved *b);

#endif
