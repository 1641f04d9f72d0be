/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Reads the rule files of a pack into declarations and decision trees: the first reading.
 *
 * Before: name, roles, files, parameters, calendar and law period of the pack are filled in (they
 * stand in its YAML files). After: everything else of pt_pack. Everything lives in the pack arena.
 */
#ifndef PT_READER_READ_H
#define PT_READER_READ_H

#include "model/pack.h"

typedef struct pt_rule_text {
    const pt_source *source;
    const char *variant; /* the overlay that brings it, or NULL */
    pt_date from;        /* from which day it overlays */
} pt_rule_text;

/* In `block` of a watch: the text with this index is being parsed. */
#define PT_READING_FILE 0x40000000u

/* Told what the reader does, for a process that may die of it; each may be NULL. */
typedef struct pt_read_watch {
    /* All blocks are there; those that the listener now marks excluded get no trees. */
    void (*declared)(void *context, const pt_pack *pack);
    /* Before and after every text and every function of a block. */
    void (*entering)(void *context, uint32_t block, uint32_t line);
    void (*leaving)(void *context);
    void *context;
} pt_read_watch;

/*
 * Reads `texts` in order: the pack's own first, then those of the overlay. What the blocks `orgaan`
 * and `bevoegdheid` in them stand for is added to pack->sources, for the lua reading. False when a
 * finding of severity PT_ERROR was added; the pack must then not be evaluated, but what was read of
 * it can be looked at.
 */
bool pt_read_rules(pt_pack *pack, const pt_rule_text *texts, size_t count, pt_report *report);

/* The same, under watch. */
bool pt_read_rules_watched(pt_pack *pack, const pt_rule_text *texts, size_t count,
                           const pt_read_watch *watch, pt_report *report);

#endif
