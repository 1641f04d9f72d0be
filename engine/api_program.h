/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the command line needs beside the tasks of proeftuin.h, and nobody else does.
 */
#ifndef PT_API_PROGRAM_H
#define PT_API_PROGRAM_H

#include "api_message.h"
#include "proeftuin.h"

/* Removes a half-written file; for a signal handler. Children end with the process, and the store
 * forgets what is not saved. */
void pt_program_interrupt(void);

/* The page of a finding, or with PT_CODE_COUNT the list of all of them. */
pt_text pt_program_code(pt_arena *arena, pt_code code, pt_language language, bool coloured);

/* speel with `vraag`: the decision point at which the story stands; NULL: all were decided. */
const pt_decision_point *pt_program_point(const pt_task *task);

/* The texts that a child gave, fit for a terminal. */
const char *pt_program_shown(pt_arena *arena, const char *text);

/* Is there anything at `path`? */
bool pt_program_is_there(const char *path);

/* Writes a new file and the folders above it. False with a finding. */
bool pt_program_write(pt_arena *arena, const char *path, const char *bytes, size_t length,
                      pt_report *report);

/* A fixed text with its argument filled in. */
const char *pt_program_text(pt_arena *arena, pt_message message, pt_language language,
                            const char *argument);

/* The same with several, a NULL-ended list. */
const char *pt_program_filled(pt_arena *arena, pt_message message, pt_language language,
                              const char *const *arguments);

#endif
