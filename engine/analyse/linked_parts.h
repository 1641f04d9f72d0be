/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the files of linked.h share, and nobody else: a question that is put together, the place at
 * which a function is asked in it, and what stands there for each of its inputs.
 *
 *     linked.c          meets every input of both sides
 *     linked_places.c   names of inputs, and what stands in their place
 *     linked_days.c     days of law
 *     linked_trees.c    the question as trees; linked_terms.c: of a term or a bearer
 *     linked_answer.c   the same question reckoned on values, without trees
 *
 * Texts live in the arena of the forest. Keys run along references from the subject of the
 * question: ".leerling.school.soort".
 */
#ifndef PT_ANALYSE_LINKED_PARTS_H
#define PT_ANALYSE_LINKED_PARTS_H

#include "analyse/linked.h"

enum { PT_LINKED_FARTHEST = 12, PT_LINKED_CLOSE = 16 };

/* A mover as an input of its own. */
typedef struct pt_close_input {
    const char *key;
    const char *name;
    const pt_mover *mover;
    bool asked[2];  /* in the close question; in the far one */
    pt_move *words; /* by word of the input */
    uint16_t input; /* how it moves */
    uint16_t was;   /* the amounts, when it is one; PT_NO_INDEX else */
    uint16_t becomes;
    const pt_input *own[PT_SIDES]; /* in a function of that side, or NULL */
} pt_close_input;

struct pt_linked {
    pt_forest *forest;
    pt_matter matters[PT_SIDES];
    pt_aspect aspect;
    const pt_movers *movers;
    const pt_tree_reading *trees;
    pt_stretch stretch;
    bool base;
    bool unseen;
    pt_map inputs; /* key of an input to its number in the forest */
    pt_map roots;  /* of rules that were put in */
    pt_close_input closes[PT_LINKED_CLOSE];
    size_t close_count;
    bool close_asks[PT_FOREST_INPUTS];
    bool far_asks[PT_FOREST_INPUTS];
    const pt_value *values; /* while an answer is reckoned */
};

/* Where a function is asked: from the subject of the question along references. */
typedef struct pt_spot {
    pt_linked *linked;
    pt_side side;
    const char *key; /* "" or ".leerling.school" */
    unsigned depth;
    bool far;
    const pt_function *function; /* while it is met or answered */
} pt_spot;

/* What stands in the place of an input. */
typedef enum pt_put {
    PT_PUT_PARAMETER,
    PT_PUT_PLAIN,
    PT_PUT_UNSEEN,
    PT_PUT_CLOSE,
    PT_PUT_FAR
} pt_put;

/* --- linked_places.c --- */

const char *pt_input_own_name(const pt_pack *pack, const pt_input *input);
/* The key of the subject that a path leads to. */
const char *pt_place_behind(pt_arena *arena, const pt_pack *pack, const char *key, uint16_t subject,
                            const pt_path *path);
pt_arena *pt_spot_arena(const pt_spot *at);
const pt_pack *pt_spot_pack(const pt_spot *at);
const char *pt_spot_key(const pt_spot *at, const pt_function *function, const pt_input *input);
/* As it is written in the question itself, or along the references: leerling_school_soort. */
const char *pt_spot_shown(const pt_spot *at, const pt_input *input, const char *key);
/* The name that the input, so put, has in the forest. */
const char *pt_spot_name(const pt_spot *at, const pt_function *function, const pt_input *input,
                         pt_put put);
/* NULL: it does not move. */
pt_mover *pt_mover_of(const pt_movers *movers, const pt_pack *after, const pt_pack *own,
                      const pt_input *input);
pt_mover *pt_spot_mover(const pt_spot *at, const pt_input *input);
pt_put pt_spot_put(const pt_spot *at, const pt_input *input);
pt_spot pt_spot_behind(const pt_spot *at, const pt_function *function, const pt_input *input);
pt_matter pt_spot_rule(const pt_spot *at, const pt_input *input);
/* Is there a subject behind optional references? */
const char *pt_spot_presence(const pt_spot *behind);
/* NULL: none has this key. */
pt_close_input *pt_linked_close(pt_linked *l, const char *key);
bool pt_close_is_near(const pt_close_input *close);
/* Does it move on some days alone? */
bool pt_mover_is_dated(const pt_mover *mover);
bool pt_moved_is_amount(const pt_moved *value);
bool pt_move_is_still(const pt_move *move);
bool pt_asks_existence(const pt_matter *matter);
/* The duty of a side on the day of the stretch; NULL: none. */
const pt_duty *pt_linked_duty(const pt_linked *l, pt_side side);
/* With a start of its own, not after the end of another. */
bool pt_duty_starts_itself(const pt_duty *duty);
pt_matter pt_linked_start(const pt_linked *l, pt_side side);

/* --- linked_days.c --- */

/* What says the day of law of a block: "vandaag", ".ontvangen_op", or ".op|" when vandaag stands in
   for it as long as it is not known. */
const char *pt_law_key(pt_arena *arena, const pt_pack *pack, const char *key,
                       const pt_block *block);
/* Is its law that of the stretch? */
bool pt_spot_is_cut(const pt_spot *at, const pt_matter *matter);

/* --- linked_trees.c and linked_terms.c --- */

uint32_t pt_spot_root(pt_spot *at, const pt_matter *matter);
/* What a mover cannot do has the same leaf on both sides, and so is no difference. */
uint32_t pt_linked_behind_movers(const pt_linked *l, uint32_t root, bool far);
uint32_t pt_linked_aspect_root(pt_spot *at);
/* A leaf of the start of a term, with the words of that term. */
uint32_t pt_linked_labelled_start(pt_linked *l, pt_side side, uint32_t leaf);

#endif
