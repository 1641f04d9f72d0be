/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The compiled-in catalogue: every finding and every fixed text the engine can say, nl and en.
 *
 * Findings stand in messages_*.def, one file per area, as
 *     PT_FINDING(code, severity, nl, en, explanation, wrong, right)
 * where %1 to %4 in nl and en are the arguments, explanation is a paragraph in Dutch for
 * `proeftuin uitleg`, and wrong and right are a short example of each (may be "").
 * Fixed texts stand in messages_texts.def as PT_MESSAGE(name, nl, en). In all of them
 * "{1:scenario|scenario's}" is the word that goes with a number in argument 1.
 */
#ifndef PT_BASE_MESSAGES_H
#define PT_BASE_MESSAGES_H

#include <stddef.h>

typedef enum pt_language { PT_DUTCH, PT_ENGLISH } pt_language;

typedef enum pt_code {
#define PT_FINDING(code, severity, nl, en, explanation, wrong, right) PT_##code,
#include "base/messages.def"
#undef PT_FINDING
    PT_CODE_COUNT
} pt_code;

typedef enum pt_message {
#define PT_MESSAGE(name, nl, en) PT_TEXT_##name,
#include "base/messages_texts.def"
#undef PT_MESSAGE
    PT_TEXT_COUNT
} pt_message;

typedef struct pt_code_entry {
    const char *name; /* "L001" */
    int severity;     /* pt_severity of diagnostics.h */
    const char *sentence[2];
    const char *explanation;
    const char *wrong;
    const char *right;
} pt_code_entry;

/* The catalogue entry of a code; lives for ever. */
const pt_code_entry *pt_code_describe(pt_code code);

/* The code with this name, case-insensitive; PT_CODE_COUNT when there is none. */
pt_code pt_code_find(const char *name);

/* A fixed text. */
const char *pt_message_text(pt_message message, pt_language language);

#endif
