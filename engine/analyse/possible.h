/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What an input of a function can be on one day of law, from the texts of the rules that give it:
 * rarely all that its type allows. Never less than what can be.
 */
#ifndef PT_ANALYSE_POSSIBLE_H
#define PT_ANALYSE_POSSIBLE_H

#include "model/constraints.h"
#include "model/pack.h"

enum { PT_MOST_PLACES = 12, PT_PLACE_HOPS = 4 * PT_LIMIT_REFERENCE_HOPS };

/* A fact, seen from the subject of the function that asks. */
typedef struct pt_place {
    uint16_t fact;
    uint16_t references[PT_PLACE_HOPS];
    uint8_t hops;
} pt_place;

typedef struct pt_possible {
    uint8_t can_be;                        /* PT_CAN_BE_...: see model/constraints.h */
    uint64_t words;                        /* choices, ja and nee: those that it can be */
    pt_place unknown_with[PT_MOST_PLACES]; /* when it is onbekend, so is one of these */
    size_t place_count;
    bool unknown_alone; /* or nothing of the sort */
} pt_possible;

/*
 * What `input` can be when it is asked for a block of `reference_date` (PT_NO_INDEX: vandaag) whose
 * law is that of `day`.
 */
pt_possible pt_possible_of(const pt_pack *pack, const pt_input *input, uint16_t reference_date,
                           pt_date day);

/* The place of an input that is a fact. */
pt_place pt_place_of(const pt_input *input);
bool pt_place_equal(const pt_place *a, const pt_place *b);

#endif
