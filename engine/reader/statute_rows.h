/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What statutes.c reads of the blocks `orgaan` and `bevoegdheid`, and statute_rules.c writes out.
 */
#ifndef PT_READER_STATUTE_ROWS_H
#define PT_READER_STATUTE_ROWS_H

#include "base/text.h"
#include "reader/fields.h"

typedef enum pt_statute_kind {
    PT_STATUTE_ORGAN,
    PT_STATUTE_POWER,
    PT_STATUTE_KINDS
} pt_statute_kind;

/* One block, in force from `from` to `until`, both inclusive. */
typedef struct pt_statute_row {
    uint8_t kind; /* pt_statute_kind */
    const char *name;
    const char *source; /* bron */
    const char *status; /* or NULL: wet */
    pt_fields fields;
    pt_date from;
    pt_date until;
} pt_statute_row;

/* The rows of one kind that are in force together during one period. */
typedef struct pt_statute_period {
    const pt_statute_row *const *rows;
    size_t count;
    pt_date from;
    pt_date until;
    const struct pt_statute_days *days;
} pt_statute_period;

/*
 * Which day decides about the statutes of a subject: a fact of its kind, or NULL where the pack has
 * none. A meeting and what it voted on keep the statutes of their day.
 */
typedef struct pt_statute_days {
    const char *meeting;  /* of vergadering */
    const char *point;    /* of agendapunt */
    const char *proposal; /* of voorstel */
} pt_statute_days;

/* A set of words that a pack declares for a choice. */
typedef struct pt_statute_words {
    const char *const *words;
    size_t count;
} pt_statute_words;

/* What may be written in the fields of a row; findings at their place. */
void pt_statute_check(const pt_statute_row *row, const pt_statute_words *organs);

/* Adds the rules of one period. */
void pt_statute_organ_rules(pt_text *out, const pt_statute_period *period);
void pt_statute_power_rules(pt_text *out, const pt_statute_period *period,
                            const pt_statute_words *organs);

/* Adds a list over `persoon` for an organ that some row names under `onverenigbaar`. */
void pt_statute_seat_list(pt_text *out, const char *organ);

#endif
