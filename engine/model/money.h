/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a pack says about its money, for reports (`geld` in pakket.yaml): which amount of which kind
 * of subject is shown, by what number it is divided, to which subject it is added up; and which
 * small changes are tried out to see what they cost or bring (*what if*). Names are as written;
 * run/money.h gives them their meaning.
 *
 * And the table that comes of it: what each subject gets under two packs.
 */
#ifndef PT_MODEL_MONEY_H
#define PT_MODEL_MONEY_H

#include "base/diagnostics.h"
#include "model/value.h"

/* Adds to a number fact of the subjects of a kind that have all of the words among their facts. */
typedef struct pt_money_step {
    const char *kind;
    const char *fact;
    int64_t more; /* whole numbers; negative: less */
    const char *const *words;
    size_t word_count;
    pt_position at;
} pt_money_step;

typedef struct pt_what_if {
    const char *title;
    bool of_each; /* prikkel: tried for each subject of the table; else risico: once, for all */
    const pt_money_step *steps;
    size_t step_count;
    pt_position at;
} pt_what_if;

/* Amounts that stand together in the table of years. */
typedef struct pt_money_block {
    const char *title;
    const char *const *amounts;
    size_t amount_count;
} pt_money_block;

typedef struct pt_money_view {
    const char *kind;   /* over */
    const char *amount; /* bedrag */
    const char *per;    /* per; or NULL */
    const char *group;  /* onder: a reference; or NULL */
    const char *beside; /* naast: a kind, and what of the same money stays with it; or NULL */
    const char *stays;
    const pt_what_if *what_ifs;
    size_t what_if_count;
    const char *years_kind; /* jaren: a kind, and which of its amounts are shown year by year */
    const pt_money_block *blocks;
    size_t block_count;
    pt_position years_at;
    pt_position at;
} pt_money_view;

/* One subject on one day. Amounts in cents; `known` is false when one of both is onbekend. */
typedef struct pt_money_row {
    const char *name;
    const char *group; /* name of the subject it is added up to; "" none */
    int64_t before;
    int64_t after;
    int64_t per; /* sixteenths, of after; -1: not known */
    bool known;
    bool left_out; /* geen on both sides: no row */
    bool beside;   /* what stays with a subject of view->beside */
} pt_money_row;

typedef struct pt_money_day {
    pt_date day;
    pt_money_row *rows;
    size_t count;
} pt_money_day;

/* What one small change does to one subject, under both packs. */
typedef struct pt_money_effect {
    const char *title;
    const char *name; /* NULL: all together */
    int64_t before;
    int64_t after;
    bool known;
} pt_money_effect;

typedef struct pt_money_table {
    const char *story;
    const char *title;  /* of the amount */
    const char *before; /* names of the packs compared: the variant, or the pack */
    const char *after;
    const pt_money_view *view;
    pt_money_day *days;
    size_t day_count;
    pt_money_effect *effects; /* on the last day */
    size_t effect_count;
    size_t effect_capacity;
} pt_money_table;

/* One amount of one subject, on each day of pt_money_years. */
typedef struct pt_money_line {
    const char *block; /* title */
    const char *name;
    pt_value *values; /* money, geen or onbekend */
} pt_money_line;

typedef struct pt_money_budget {
    const char *name; /* of the subject */
    pt_money_line *lines;
    size_t line_count;
} pt_money_budget;

/* The amounts of a story on every 31 December of it. */
typedef struct pt_money_years {
    const pt_date *days;
    size_t day_count;
    pt_money_budget *budgets;
    size_t budget_count;
} pt_money_years;

#endif
