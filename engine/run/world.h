/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The state of one replay: who there is, what holds for them and since when, who refers to whom,
 * what has happened, and what was worked out and still stands.
 *
 * Everything lives in the run arena and ends with it; nothing is freed in between. Subjects keep
 * the index of the scenario; those that events raise by themselves come after.
 *
 * Keeping: every subject has a memory per slot of its kind (run/plan.h). It stands until its
 * `holds_until` has passed or a change touches it. Changes go through pt_world_add, pt_world_set
 * and pt_world_log alone, which spread the word; `watched` slots that were touched are queued.
 *
 * Threads: one world, one thread.
 */
#ifndef PT_RUN_WORLD_H
#define PT_RUN_WORLD_H

#include "model/coverage.h"
#include "model/reading.h"
#include "run/plan.h"

#define PT_NOBODY UINT32_MAX

/* Something that happened to a subject, newest first. */
typedef struct pt_happening {
    uint16_t event;
    pt_date holds_from;
    pt_date day;
    uint32_t number; /* in the whole run, from 0 */
    const struct pt_happening *before;
} pt_happening;

/* One fact of one subject. */
typedef struct pt_known {
    pt_value value;
    pt_date since;  /* from when it holds; NONE: never set */
    pt_date set_on; /* the day of the story on which it became known */
    uint16_t event; /* that set it, or PT_NO_INDEX: given, or `wijzig` */
} pt_known;

/* A list of referrers through one reference, in order of creation. */
typedef struct pt_referrers {
    uint32_t first; /* or PT_NOBODY */
    uint32_t last;
    uint32_t count;
} pt_referrers;

enum { PT_MEMORY_FRESH = 1, PT_MEMORY_BUSY = 2, PT_MEMORY_QUEUED = 4 };

/* What was last put on record of a slot (of one period, for a recurring duty). */
typedef struct pt_recorded {
    pt_outcome outcome;
    const char *written;
    pt_duty_state duty;
    struct pt_recorded *before; /* of other periods */
} pt_recorded;

/* What was worked out for one slot. */
typedef struct pt_memory {
    uint8_t flags;
    bool was_yes; /* rules that raise: the outcome last acted upon */
    bool raised_ever;
    pt_date raised_on;   /* when raised_ever */
    pt_date agenda;      /* the day on which it is looked at again, as the agenda has it */
    pt_date period;      /* recurring duties: the last period that was looked at */
    const pt_leaf *leaf; /* rules: where the tree ended; NULL when not by a tree */
    const char *written; /* rules: the reason as written; NULL: none */
    pt_recorded *recorded;
    union {
        pt_outcome outcome; /* rules; windows and lists: value, holds_until, assumed */
        pt_duty_state duty;
    } of;
} pt_memory;

typedef struct pt_subject {
    uint16_t kind;
    bool alive;
    pt_date since; /* day of the story on which it came to be */
    const char *name;
    pt_known *facts;         /* one per fact of the kind */
    uint32_t *references;    /* subject indexes, PT_NOBODY: none */
    uint32_t *next;          /* per reference: the next referrer of the same target */
    pt_referrers *referrers; /* per incoming reference of the kind */
    pt_memory *memories;     /* per slot */
    const pt_happening *happenings;
} pt_subject;

typedef struct pt_world {
    pt_arena *arena;
    const pt_pack *pack;
    const pt_plan *plan;
    pt_reading second;
    pt_report *report;
    bool second_for_free; /* `second` answers free functions alone: trees are not held to it */
    const pt_coverage *coverage; /* counts what is reached; NULL: nobody asks */
    pt_region region;
    pt_date first;  /* first day of the story */
    pt_date today;  /* set by whoever replays; only ever later */
    bool watch_all; /* queue all slots, not only those that act */
    bool broken;    /* a rule failed, readings disagreed, a limit was hit */
    pt_subject *subjects;
    uint32_t subject_count;
    size_t subject_capacity;
    uint32_t happening_count;
    uint32_t *happened; /* times, by event */
    uint64_t *queue;    /* touched slots: subject << 16 | slot */
    size_t queue_count;
    size_t queue_capacity;
    pt_value *atoms; /* workspace of tree evaluation */
    uint32_t *atom_stamps;
    uint32_t stamp;
    unsigned depth; /* of evaluations within evaluations */
    void *scratch;
    size_t scratch_bytes;
} pt_world;

/* An empty world in `arena` with room for `subject_count` subjects, none of them alive. */
pt_world *pt_world_create(pt_arena *arena, const pt_plan *plan, pt_region region, pt_date first,
                          uint32_t subject_count);

/* Makes room for one more subject and gives its index. */
uint32_t pt_world_reserve(pt_world *world);

/*
 * Brings a reserved subject to life on `today`, without references; facts with a `begin` get it.
 * `name` is kept, not copied.
 */
void pt_world_add(pt_world *world, uint32_t subject, uint16_t kind, const char *name);

/* Makes `subject` refer to a living subject; once for each reference. */
void pt_world_refer(pt_world *world, uint32_t subject, uint16_t reference, uint32_t target);

/* Sets a fact from `since`, through `event` (PT_NO_INDEX: none). False when it had that value. */
bool pt_world_set(pt_world *world, uint32_t subject, uint16_t fact, pt_value value, pt_date since,
                  uint16_t event);

/* Notes that `event` happened to (or made) the subject. */
void pt_world_log(pt_world *world, uint32_t subject, uint16_t event, pt_date holds_from);

/* Queues a slot to be looked at, once. */
void pt_world_queue(pt_world *world, uint32_t subject, uint16_t slot);

/* Forgets all that was worked out and queues all that is watched. */
void pt_world_forget(pt_world *world);

/* Room for `count` elements, good until the next call; for work that leaves nothing behind. */
void *pt_world_scratch(pt_world *world, size_t count, size_t size);

/* The subject at the end of a path, PT_NOBODY when a reference on it is empty. */
uint32_t pt_world_follow(const pt_world *world, uint32_t subject, const pt_path *path);

/* Those that refer to `subject` by `reference` of `kind`. */
const pt_referrers *pt_world_referrers(const pt_world *world, uint32_t subject, uint16_t kind,
                                       uint16_t reference);

/* The living subject of this name, PT_NOBODY when there is none. */
uint32_t pt_world_find(const pt_world *world, const char *name);

/* Shows a value as pt_value_show does, subjects by their names. */
void pt_world_show(pt_text *out, const pt_world *world, pt_value value);

#endif
