/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reads the table of a declaration: which fields it may have, which it must, and of what form.
 * Every function that finds something wrong adds a finding and gives the value that lets reading
 * go on (NULL, false, PT_NO_INDEX).
 */
#ifndef PT_READER_FIELDS_H
#define PT_READER_FIELDS_H

#include "reader/draft.h"

typedef struct pt_fields {
    pt_draft *draft;
    const pt_syntax *table;
    const char *what; /* for messages: "regel 'zorgplicht_geldt'" */
} pt_fields;

/* The fields of `table`, of which only `allowed` (count) may occur, each once. */
pt_fields pt_fields_create(pt_draft *draft, const pt_syntax *table, const char *what,
                           const char *const *allowed, size_t count);

#define PT_FIELDS(draft, table, what, ...)                                                         \
    pt_fields_create((draft), (table), (what), (const char *const[]){__VA_ARGS__},                 \
                     sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

/* The value of a field, or NULL when it is not there. */
const pt_syntax *pt_field(const pt_fields *fields, const char *name);

/* The value of a field that must be there. */
const pt_syntax *pt_field_needed(const pt_fields *fields, const char *name);

/* A text; NULL when absent or not a text. `pt_field_text_needed` reports absence too. */
const char *pt_field_text(const pt_fields *fields, const char *name);
const char *pt_field_text_needed(const pt_fields *fields, const char *name);

/* ja, nee, true or false; `otherwise` when absent. */
bool pt_field_flag(const pt_fields *fields, const char *name, bool otherwise);

/* A day written as a text; `otherwise` when absent or wrong. */
pt_date pt_field_date(const pt_fields *fields, const char *name, pt_date otherwise);

/* The text of a string node, or the word of a bare name; NULL and a finding otherwise. */
const char *pt_text_of(pt_draft *draft, const pt_syntax *value, const char *field);

/* A bare word of the language in this position ("wet", "dag_erna"); index in words or `otherwise`.
 */
size_t pt_field_word(const pt_fields *fields, const char *name, const char *const *words,
                     size_t count, size_t otherwise);

/* The positional items of a table, in order: `at` from 0; NULL behind the last. */
const pt_syntax *pt_positional(const pt_syntax *table, size_t at);

/* Is it a call of the word `name` with one argument? Then that argument, else NULL. */
const pt_syntax *pt_word_call(const pt_syntax *value, const char *name);

/* Exact number as written (digits, one point) in sixteenths; false when it is not one. */
bool pt_number_of(const pt_syntax *value, int64_t *sixteenths);

/* A constant of the given type: ja, euro "5", datum "...", 3, a word of its choice, geen. */
bool pt_constant_of(pt_draft *draft, const pt_syntax *value, const pt_type *type,
                    pt_value *constant);

/* A type: `ja_nee`, `datum { "titel" }`, `keuze { "titel", "a", "b" }`, `getal { van = 0, tot = 3
 * }`. */
typedef struct pt_type_declaration {
    pt_type type;
    const char *title;
    const pt_syntax *table; /* its attributes, or NULL */
} pt_type_declaration;
bool pt_type_of(pt_draft *draft, const pt_syntax *value, const char *what,
                pt_type_declaration *made);

#endif
