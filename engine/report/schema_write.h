/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the files of the schema writer share: schema.c (what any file has), schema_scenario.c
 * (blocks and the world) and schema_expected.c (expectations). "Members" are written into an object
 * that is open already.
 */
#ifndef PT_REPORT_SCHEMA_WRITE_H
#define PT_REPORT_SCHEMA_WRITE_H

#include "model/layout.h"
#include "model/pack.h"
#include "report/json.h"

typedef struct pt_schema {
    pt_json json;
    const pt_pack *pack; /* or NULL */
    const char *prefix;  /* of its definitions: those without a pack stand beside those with one */
    bool scenario;       /* a cell of a table may stand for any scalar, in part or whole */
} pt_schema;

/* An object with the members of `layout`, described by `help` (may be NULL). */
void pt_schema_layout(pt_schema *to, const char *key, const pt_layout *layout, const char *help);

/* An object for a value of `type`, as far as it may be onbekend or geen. */
void pt_schema_value(pt_schema *to, const char *key, const pt_type *type, const char *help);

/* The members of a mapping with `keys`. */
void pt_schema_keys(pt_schema *to, const pt_key *keys, size_t count, size_t least);

/* Closes a mapping: no other keys than those written, but for keys made of columns. */
void pt_schema_no_others(pt_schema *to);

/* "required", unless nothing is; bits by index of key. */
void pt_schema_required(pt_schema *to, const pt_key *keys, size_t count, uint32_t wanted);

/* Opens the object of a definition. */
void pt_schema_define(pt_schema *to, const char *name);

/* { "$ref": "#/definitions/NAME" } */
void pt_schema_reference(pt_schema *to, const char *key, const char *name);

/* Members, by kind of layout. */
void pt_schema_world(pt_schema *to);
void pt_schema_block(pt_schema *to);
void pt_schema_branches(pt_schema *to);
void pt_schema_expected(pt_schema *to, const pt_layout_expected *expected);

/* What of a scenario stands in "definitions"; that of expectations is part of it. */
void pt_schema_definitions(pt_schema *to, const pt_layout *block);
void pt_schema_define_expected(pt_schema *to, const pt_layout_expected *expected);

#endif
