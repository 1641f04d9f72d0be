/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The forms of the YAML files: which keys a mapping may have, and what stands behind each. Loaders
 * (io/) read by these tables and schemas (report/schema.h) are written from them, so that the two
 * say the same. Help is in Dutch, like the keys.
 *
 * Everything here is constant and lives for ever.
 */
#ifndef PT_MODEL_LAYOUT_H
#define PT_MODEL_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "model/value.h"

/* Shapes of a node, or-ed. */
enum { PT_SHAPE_SCALAR = 1, PT_SHAPE_MAPPING = 2, PT_SHAPE_LIST = 4, PT_SHAPE_ANY = 7 };

typedef enum pt_layout_kind {
    PT_LAYOUT_TEXT,    /* not empty */
    PT_LAYOUT_NAME,    /* what can bear a reference */
    PT_LAYOUT_DATE,    /* 2026-06-15 */
    PT_LAYOUT_DAY,     /* a date, or a day of the scenario: zomer+2w */
    PT_LAYOUT_YESNO,   /* ja, nee */
    PT_LAYOUT_COUNT,   /* a whole number from 0 */
    PT_LAYOUT_WHOLE,   /* a whole number, below zero too */
    PT_LAYOUT_WORD,    /* one of `word` */
    PT_LAYOUT_PATTERN, /* a text like `pattern` */
    PT_LAYOUT_CELL,    /* any scalar, also nothing */
    PT_LAYOUT_AMOUNT,  /* a value in the unit of a mapping above */
    PT_LAYOUT_KEYS,    /* a mapping with `keys` */
    PT_LAYOUT_NAMED,  /* a mapping with keys like `pattern` (NULL: any name), and `each` behind them
                       */
    PT_LAYOUT_LIST,   /* of `each` */
    PT_LAYOUT_EITHER, /* `each` or `other` */
    /* What depends on the pack. */
    PT_LAYOUT_REGION,     /* of its calendar */
    PT_LAYOUT_PARAMETERS, /* its parameters, and a new value of each */
    PT_LAYOUT_WORLD,      /* its kinds of subject, and who there are of each */
    PT_LAYOUT_BLOCK,      /* a block of `verloop`, of one of `sorts` */
    PT_LAYOUT_BRANCHES,   /* by name, one or more blocks without a day */
    PT_LAYOUT_EXPECTED    /* what must hold: `each` (a scalar), `other` (its fields) */
} pt_layout_kind;

/* One key that a mapping may have. */
typedef struct pt_key {
    const char *name;
    uint8_t shapes; /* PT_SHAPE_*, or-ed */
    bool required;
    const struct pt_layout *layout;
    const char *help; /* in Dutch */
} pt_key;

/* What of the pack a block may name beside its own keys. */
typedef enum pt_layout_details {
    PT_DETAILS_NONE,
    PT_DETAILS_EVENT,
    PT_DETAILS_CHANGE
} pt_layout_details;

/* A sort of block: the key that tells it, and which keys it may and must have beside that. */
typedef struct pt_layout_sort {
    uint8_t key;
    uint8_t details;  /* pt_layout_details */
    bool inside;      /* it may stand in a branch */
    uint32_t allowed; /* bits by index of key, its own among them */
    uint32_t needed;
    uint32_t days;  /* exactly one of these, and none in a branch */
    uint32_t names; /* these only when the event makes a subject, and on one day */
} pt_layout_sort;

/* The words of a kind, by index; NULL beyond the last. */
typedef const char *(*pt_layout_words)(size_t index);

/* What fields an expectation may have, by what it is about. */
typedef struct pt_layout_expected {
    const pt_key *measure; /* facts, windows, lists */
    size_t measure_count;
    const pt_key *rule;
    size_t rule_count;
    const pt_key *duty;
    size_t duty_count;
    const pt_key *duties; /* all duties of a subject */
    size_t duties_count;
    pt_layout_words statuses;
} pt_layout_expected;

typedef struct pt_layout {
    uint8_t kind; /* pt_layout_kind */
    size_t least; /* keys or items that there must be */
    size_t most;  /* 0: no bound */
    const pt_key *keys;
    size_t count;
    const struct pt_layout *each;
    const struct pt_layout *other;
    pt_layout_words word;
    const char *pattern; /* a regular expression of ECMAScript */
    const pt_layout_sort *sorts;
    size_t sort_count;
    const pt_layout_expected *expected;
    const char *pack_key;    /* KEYS: the key that names the pack it is about */
    const char *variant_key; /* KEYS: the key that names a variant, which knows more names */
    const char *unit_key;    /* KEYS: the key that names the unit of the amounts below it */
    bool (*unit)(size_t index, const char **word, pt_type *type); /* PARAMETERS, AMOUNT */
} pt_layout;

extern const pt_layout pt_layout_text;
extern const pt_layout pt_layout_name;
extern const pt_layout pt_layout_names; /* a list of them, each once */
extern const pt_layout pt_layout_date;
extern const pt_layout pt_layout_day;
extern const pt_layout pt_layout_yesno;

#endif
