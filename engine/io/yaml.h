/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * YAML as a checked tree: every scalar is text with its place; what it means is for the reader of
 * each file to say (io/typed.h). `no`, `010` and `2026-06-15` arrive as written.
 *
 * Refused, each with a finding at its place: anchors, aliases, tags, merge keys, duplicate keys,
 * keys that are no scalar, a second document, bytes that are not clean UTF-8, and whatever goes
 * over the limits of base/limits.h (depth is cut at the event, because libyaml is quadratic in it).
 *
 * Threads: pure but for the arena and the report.
 */
#ifndef PT_IO_YAML_H
#define PT_IO_YAML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diagnostics.h"

typedef enum pt_yaml_kind { PT_YAML_SCALAR, PT_YAML_MAPPING, PT_YAML_SEQUENCE } pt_yaml_kind;

typedef struct pt_yaml_node {
    uint8_t kind;    /* pt_yaml_kind */
    bool quoted;     /* scalar between ' or " */
    bool block;      /* scalar after | or >; collection not in [] or {} */
    bool refused;    /* a finding stands here already: readers pass over it without another */
    bool composed;   /* made out of several scalars by who reads the file: stands nowhere */
    uint32_t count;  /* children */
    uint32_t offset; /* where it begins in the source, in bytes; quotes of a scalar included */
    uint32_t bytes;  /* of a scalar: how many bytes of the source it takes */
    uint32_t text_length;
    const char *text; /* of a scalar, NUL-ended, without NUL inside; "" when nothing is written */
    struct pt_yaml_node *key;   /* in a mapping: the scalar before the ':' */
    struct pt_yaml_node *first; /* children, in the order of the file */
    struct pt_yaml_node *next;
    pt_position at; /* length: characters on its first line */
} pt_yaml_node;

/*
 * Reads one file into `arena`. NULL, with a finding, when it is no YAML or goes over a limit; a
 * tree, perhaps with findings of errors, otherwise.
 */
pt_yaml_node *pt_yaml_read(pt_arena *arena, const pt_source *source, pt_report *report);

/* The value of `key` in a mapping; NULL when it is not there or `node` is no mapping. */
pt_yaml_node *pt_yaml_get(const pt_yaml_node *node, const char *key);

/* The version of the library beneath; lives for ever. */
const char *pt_yaml_version(void);

#endif
