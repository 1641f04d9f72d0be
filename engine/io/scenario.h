/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Scenarios (scenarios/README.md): one file is a story, and a story has one or more plays: one for
 * each row of its table, and all of those again for each day of `speel_vanaf`.
 *
 * Normal use: read the story, load the pack and variant that it names, then play each of its plays
 * against that pack. What needs no pack is checked by pt_story_read, the rest by pt_story_play; the
 * same finding in several plays is reported once.
 *
 * The source must live as long as the story, and the story as long as its plays.
 * Threads: a story may be played by one thread at a time.
 */
#ifndef PT_IO_SCENARIO_H
#define PT_IO_SCENARIO_H

#include "base/diagnostics.h"
#include "model/layout.h"
#include "model/pack.h"
#include "model/scenario.h"

typedef struct pt_story pt_story;

/* Branches chosen by hand: --keuze decision=branch. */
typedef struct pt_chosen {
    const char *decision;
    const char *branch;
} pt_chosen;

typedef struct pt_choices_given {
    const pt_chosen *chosen;
    size_t count;
} pt_choices_given;

/* The form of the file. */
extern const pt_layout pt_layout_of_scenario;

/* Reads a file. NULL when it has errors, which are in the report. */
pt_story *pt_story_read(pt_arena *arena, const pt_source *source, pt_report *report);

/* The names it gives; the variant is a stack (model/stack.h). */
const char *pt_story_name(const pt_story *story);
const char *pt_story_pack(const pt_story *story);
const char *pt_story_variant(const pt_story *story);

/*
 * The laws that it is to be played under: its own variant, or the pack (NULL), and then those that
 * its expectations name. At least 1, at most PT_LIMIT_LAWS and its own.
 */
size_t pt_story_law_count(const pt_story *story);
const char *pt_story_law(const pt_story *story, size_t index);

bool pt_story_has_law(const pt_story *story, const char *stack);

/* From now on it is played under this stack, which must outlive it; at first under its own. */
void pt_story_under(pt_story *story, const char *stack);

/* How often it is to be played at least 1, at most PT_LIMIT_TABLE_ROWS. */
size_t pt_story_play_count(const pt_story *story);

/*
 * The name of one play: "naam", "naam[3]" for row 3 of its table, "naam@2016-08-01" for a starting
 * day, "naam[3]@2016-08-01" for both; with "+variant" behind it when there are more laws.
 */
const char *pt_story_play_name(pt_arena *arena, const pt_story *story, size_t index);

/*
 * One play in `arena`, with all its days absolute and its branches chosen. `given` may be NULL.
 * NULL when there are errors. A decision or branch that `given` names and the story lacks is one.
 */
pt_scenario *pt_story_play(pt_arena *arena, const pt_story *story, const pt_pack *pack,
                           const pt_choices_given *given, size_t index, pt_report *report);

/*
 * Warns of what looks like data of a real person: a citizen service number (nine digits that pass
 * the elfproef), an e-mail address, a Dutch telephone number.
 */
void pt_story_check_privacy(const pt_story *story, pt_report *report);

#endif
