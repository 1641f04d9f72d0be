/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Small faults that a rule pack could have had, and whether its scenarios would have told.
 *
 * A mutant is one fault at one place of the text or of the parameters; it holds in every period of
 * law in which that place does. Bounds of periods on the first day of the law that the pack
 * describes are not moved: what lies before that day is not described.
 */
#ifndef PT_MODEL_MUTATION_H
#define PT_MODEL_MUTATION_H

#include "model/pack.h"

typedef enum pt_fault_kind {
    PT_FAULT_STRICTER,     /* a bound one step in: `<` for `<=`, one day less */
    PT_FAULT_LOOSER,       /* one step out */
    PT_FAULT_FLIPPED,      /* the answer to a question turned round */
    PT_FAULT_ALWAYS,       /* a question dropped: its answer is always ja */
    PT_FAULT_NEVER,        /* or always nee */
    PT_FAULT_SWAPPED,      /* the outcomes of two returns changed places */
    PT_FAULT_NO_EXCEPTION, /* an exception left out */
    PT_FAULT_UNIT,         /* a term in another unit: days for working days */
    PT_FAULT_LONGER,       /* a term of a fixed length, one longer or shorter */
    PT_FAULT_SHORTER,
    PT_FAULT_NO_STANDSTILL, /* a standing still left out */
    PT_FAULT_NO_EXTENSION,  /* an extension of a term left out */
    PT_FAULT_LATER,         /* a period of law that begins a day later or earlier */
    PT_FAULT_EARLIER,
    PT_FAULT_ENDS_LATER, /* one that nothing follows, that ends a day later or earlier */
    PT_FAULT_ENDS_EARLIER,
    PT_FAULT_VALUE_UP, /* a value of a parameter one step up or down */
    PT_FAULT_VALUE_DOWN,
    PT_FAULT_VALUE_LATER, /* that holds from a day later or earlier */
    PT_FAULT_VALUE_EARLIER,
    PT_FAULT_KINDS
} pt_fault_kind;

typedef struct pt_mutant {
    uint8_t kind;   /* pt_fault_kind */
    uint32_t block; /* UINT32_MAX: a parameter */
    pt_position at;
    uint32_t function;  /* questions and returns: number of the function */
    uint32_t question;  /* index among its questions */
    pt_position other;  /* SWAPPED: the other return */
    uint16_t index;     /* exception, duty; parameter */
    uint32_t row;       /* ground of the block; value of the parameter; standstill of the duty */
    const char *before; /* what stands there, in words */
    const char *after;  /* what it became */
} pt_mutant;

typedef enum pt_fate {
    PT_FATE_NOTICED,
    PT_FATE_SURVIVED,   /* scenarios come by it, and none tells */
    PT_FATE_UNREACHED,  /* no scenario comes by it */
    PT_FATE_EQUIVALENT, /* proved: no case can tell */
    PT_FATE_STILLBORN,  /* the reader refuses the pack: anybody would notice */
    PT_FATES
} pt_fate;

typedef struct pt_judged_mutant {
    const pt_mutant *mutant;
    uint8_t fate;        /* pt_fate */
    size_t passed;       /* SURVIVED: so many plays came by it */
    const char *witness; /* SURVIVED, UNREACHED: a case that would tell, in words; NULL: none was
                            found, and none is proved not to be there */
} pt_judged_mutant;

typedef struct pt_mutation {
    const pt_pack *pack;
    size_t scenarios;
    size_t plays;
    size_t elsewhere; /* plays left out: under another variant */
    size_t red;       /* plays left out: they fail as it is */
    size_t possible;  /* mutants there are; more than count after sampling */
    pt_judged_mutant *mutants;
    size_t count;
    size_t fates[PT_FATES];
    size_t undecided; /* of those that nobody noticed: without a witness */
    size_t of_kind[PT_FAULT_KINDS]
                  [2]; /* not noticed; noticed: equivalent and stillborn in neither */
} pt_mutation;

#endif
