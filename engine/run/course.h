/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The course of one replay: what happens in it, told to the world and put on record. For the files
 * of run/ that replay; others use run/replay.h.
 */
#ifndef PT_RUN_COURSE_H
#define PT_RUN_COURSE_H

#include "model/outcome.h"
#include "run/world.h"

typedef struct pt_course {
    pt_world *world;
    const pt_scenario *scenario;
    pt_run_result *result;
    const pt_step *step; /* in hand, or NULL */
    bool stopped;        /* a limit was hit: nothing more happens */
} pt_course;

/* An event that a rule or a breach raises. */
typedef struct pt_raise {
    uint16_t event;
    uint32_t subject;   /* of the rule or duty */
    uint32_t block;     /* of the rule or duty */
    const char *reason; /* or NULL */
    uint8_t depth;      /* 1: raised by what the story itself brought about */
} pt_raise;

/* Adds a record of today, zeroed but for its head. */
pt_record *pt_course_record(pt_course *course, pt_record_kind kind, uint32_t subject);

/* Brings the subjects of the world to life, with their references and facts. */
void pt_course_begin(pt_course *course);

/* Lets what a step says happen; expectations are not judged here. */
void pt_course_play(pt_course *course, const pt_step *step);

/* Lets a raised event happen. */
void pt_course_raise(pt_course *course, const pt_raise *raise);

/* Judges the expectations of a step. */
void pt_course_judge(pt_course *course, const pt_step *step);

#endif
