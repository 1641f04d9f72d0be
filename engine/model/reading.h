/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A reading of rules: something that can answer a rule function for given inputs. The decision
 * trees are one reading, Lua on the same text the other; whoever evaluates holds both to agree.
 */
#ifndef PT_MODEL_READING_H
#define PT_MODEL_READING_H

#include "model/pack.h"

typedef struct pt_answer {
    pt_value value;     /* onbekend and geen are answers too */
    const char *reason; /* the second result as written, {name} not filled in; NULL: none. Lives
                           until the next call of the same reading */
} pt_answer;

/*
 * Answers `function` for `inputs` (one per input of the function, in its order; strict ones are
 * values). False when it failed: a finding has then been added to the report of the reading.
 */
typedef bool (*pt_reading_call)(void *context, const pt_function *function, const pt_value *inputs,
                                pt_answer *answer);

typedef struct pt_reading {
    pt_reading_call call; /* NULL: there is no such reading */
    void *context;
} pt_reading;

#endif
