/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What the two parts of the reading of meetings share: scenario_meeting (who is there, what is
 * voted on) and scenario_power (which organ it is, when the story names a power). Not for others.
 */
#ifndef PT_IO_SCENARIO_CONVENING_H
#define PT_IO_SCENARIO_CONVENING_H

#include "io/scenario_play.h"

/* A kind with the event that makes it. */
typedef struct pt_maker {
    uint16_t kind;
    uint16_t event;
} pt_maker;

typedef struct pt_convening {
    pt_play *play;
    const pt_yaml_node *node; /* the block */
    pt_occurrences *into;
    pt_maker meetings, presences, proposals, points, votes;
    uint16_t seats, persons, organs;
    uint16_t voting; /* the event of a vote being taken */
    uint32_t organ;
    uint32_t subject; /* the meeting */
    const char *name;
    const char *power; /* it was named by this power; or NULL: by its organ */
} pt_convening;

/* Adds a finding that the pack lacks `what`, unless it is there. */
bool pt_convening_need(pt_convening *m, bool there, const char *what);

/* What a subject refers to, or UINT32_MAX. */
uint32_t pt_convening_reference(const pt_convening *m, uint32_t subject, const char *reference);

/* The seat of a person in the organ: of several terms the one that today falls in, or else the
   first; UINT32_MAX: none. */
uint32_t pt_convening_seat(const pt_convening *m, const char *person);

/* --- scenario_power.c ------------------------------------------------------------------------- */

/* The organ that a block names, or that the statutes of the day name for its `bevoegd_voor`;
   UINT32_MAX when they ask nobody for that part: then there is no meeting. */
bool pt_convening_organ(pt_convening *m, const pt_story_block *block);

/* Remembers that who has no seat may be at this meeting. */
void pt_convening_open(pt_convening *m, const pt_yaml_node *present);

/* The power by which a meeting was named, or NULL. */
const char *pt_convening_power(const pt_scenario *scenario, uint32_t subject);

#endif
