/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Findings: one report, owned by the caller, in which every module gathers what is wrong.
 *
 * A finding has a code from the closed list in messages.h, a place in somebody's file, the user's
 * own words as arguments and, where there is one, a suggestion. Loaders keep going and collect, up
 * to PT_LIMIT_FINDINGS a file; what comes after is counted.
 *
 * Threads: one report, one thread.
 */
#ifndef PT_BASE_DIAGNOSTICS_H
#define PT_BASE_DIAGNOSTICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/messages.h"
#include "base/text.h"

/* One file as read: shown path, bytes (NUL behind the last), and their number. */
typedef struct pt_source {
    const char *path;
    const char *text;
    size_t length;
} pt_source;

/* A place: line and column count from 1, columns and length in characters. Line 0: the whole file.
 */
typedef struct pt_position {
    const pt_source *source; /* NULL: no file */
    uint32_t line;
    uint32_t column;
    uint32_t length;
} pt_position;

typedef enum pt_severity { PT_ERROR, PT_WARNING, PT_NOTE } pt_severity;

enum { PT_FINDING_ARGUMENTS = 4 };

typedef struct pt_finding {
    pt_code code;
    pt_severity severity;
    pt_position at;
    const char *arguments[PT_FINDING_ARGUMENTS]; /* NULL-ended when fewer */
    const char *suggestion;                      /* for "bedoelde u '...'?", or NULL */
} pt_finding;

typedef struct pt_report {
    pt_arena *arena;
    pt_finding *findings; /* in the order found */
    size_t count;
    size_t capacity;
    size_t dropped; /* beyond PT_LIMIT_FINDINGS of one file */
    size_t errors;  /* findings of severity PT_ERROR, dropped ones included */
} pt_report;

/* An empty report whose texts live in `arena`. */
pt_report pt_report_create(pt_arena *arena);

/*
 * Adds a finding with the severity that messages.h gives its code. `arguments` (a NULL-ended list,
 * or NULL) and `suggestion` (may be NULL) are copied. Returns false always, so that a loader can
 * write `return pt_find(...)`.
 */
bool pt_find(pt_report *report, pt_code code, pt_position at, const char *const *arguments,
             const char *suggestion);

/* The words of a file that a position marks; "" when there is no file. */
const char *pt_position_text(pt_arena *arena, pt_position at);

/* Adds what another report holds; its sources must live as long as `report`. */
void pt_report_add(pt_report *report, const pt_report *more);

/* The arguments of pt_find as a literal: PT_ARGS("naam", "veld"). */
#define PT_ARGS(...) ((const char *const[]){__VA_ARGS__, NULL})

/*
 * Adds a text of the catalogue with its arguments (a NULL-ended list, or NULL): %1 to %4, and
 * "{1:scenario|scenario's}" for the word that goes with argument 1, the first when it is "1".
 */
void pt_message_fill(pt_text *out, const char *pattern, const char *const *arguments);

/* The sentence of a finding, with its arguments filled in, in `language`. */
const char *pt_finding_sentence(pt_arena *arena, const pt_finding *finding, pt_language language);

/* The suggestion as a sentence ("bedoelde u 'x'?"), or NULL. */
const char *pt_finding_hint(pt_arena *arena, const pt_finding *finding, pt_language language);

/*
 * Writes a finding as a person reads it: severity, code, sentence, place, source line with the
 * words underlined, hint. Colours only when `coloured`.
 */
void pt_finding_show(pt_text *out, const pt_finding *finding, pt_language language, bool coloured);

#endif
