/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Writes what came out over what was expected, in the text of the scenario: only the scalars that
 * were wrong change, everything around them stays byte for byte. For `toets --vastleggen`.
 *
 * Normal use: create, add the result of every play of the story, then ask for the new text.
 * Threads: one acceptance, one thread.
 */
#ifndef PT_IO_ACCEPT_H
#define PT_IO_ACCEPT_H

#include "model/outcome.h"

typedef struct pt_accept pt_accept;

/* Nothing to change yet. The source must outlive it. */
pt_accept *pt_accept_create(pt_arena *arena, const pt_source *source);

/*
 * Takes over every expected field of `result` that did not come true. What can not be written over
 * (a list, a value that a column fills in part, one place that two plays want differently) is
 * counted, and its place given a finding N001.
 */
void pt_accept_add(pt_accept *accept, const pt_run_result *result, pt_report *report);

/* Fields that changed, and fields that could not. */
size_t pt_accept_changed(const pt_accept *accept);
size_t pt_accept_left(const pt_accept *accept);

/* The text of the file with all changes made; NULL, with findings, when it can not be made. */
const char *pt_accept_text(pt_arena *arena, const pt_accept *accept, pt_report *report);

/* The lines that differ in `text`: "- " and as it was, "+ " and as it becomes, after their place.
 */
void pt_accept_show(pt_text *out, const pt_accept *accept, const char *text);

#endif
