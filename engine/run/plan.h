/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What can be known of a pack before any case is played: which things of a subject are worked out
 * and kept (its *slots*), and which of them a changed fact, a new subject or a changed slot
 * touches.
 *
 * A slot is a rule, duty, window or list over one kind of subject. Each kind numbers its slots in
 * order of declaration of their blocks. A division has two: one of the whole, which reads the
 * weights of all its parts, and one of each part, which reads that of the whole. A *touch* leads
 * from a change to a slot it may alter:
 *
 *      changed subject  <--references--  subject  --forward reference-->  subject with the slot
 *                        (walked back)              (may be absent)
 *
 * Made once per pack, in the pack arena; constant afterwards, may be shared between replays.
 */
#ifndef PT_RUN_PLAN_H
#define PT_RUN_PLAN_H

#include "model/pack.h"

typedef enum pt_slot_kind {
    PT_SLOT_RULE,
    PT_SLOT_DUTY,
    PT_SLOT_WINDOW,
    PT_SLOT_LIST,
    PT_SLOT_DIVISION /* of the subject whose amount is divided; PT_SLOT_LIST is a part's share */
} pt_slot_kind;

typedef struct pt_slot {
    uint8_t kind;   /* pt_slot_kind */
    bool acts;      /* may raise an event, or is a duty: always watched */
    uint16_t index; /* rule group, duty group, window or list (also of a division) */
    uint32_t order; /* position of its first block in the pack */
} pt_slot;

/* One step back: from a subject to those of `kind` whose `reference` it is. */
typedef struct pt_step_back {
    uint16_t kind;
    uint16_t reference;
} pt_step_back;

typedef struct pt_touch {
    uint16_t slot;    /* of the kind reached */
    uint16_t forward; /* reference of the last subject, or PT_NO_INDEX */
    uint8_t back_count;
    pt_step_back back[PT_LIMIT_REFERENCE_HOPS];
} pt_touch;

typedef struct pt_touches {
    pt_touch *items;
    size_t count;
    size_t capacity;
} pt_touches;

/* What the plan knows of one kind of subject. */
typedef struct pt_kind_plan {
    pt_slot *slots;
    uint16_t slot_count;
    pt_touches *of_fact;     /* by fact */
    pt_touches *of_slot;     /* by slot */
    pt_touches of_new;       /* a new subject of this kind, through its references */
    pt_touches of_event;     /* something happened to a subject of this kind */
    uint16_t *incoming;      /* by reference of this kind: its list among the target's */
    uint16_t incoming_count; /* lists of referrers that a subject of this kind keeps */
} pt_kind_plan;

typedef struct pt_plan {
    const pt_pack *pack;
    pt_kind_plan *kinds;
    uint16_t *slot_of_rule; /* by rule group: its slot among those of its kind */
    uint16_t *slot_of_duty;
    uint16_t *slot_of_window;
    uint16_t *slot_of_list;
    uint16_t *slot_of_division; /* by list: that of the whole; only for divisions */
    pt_input *reference_dates; /* by block: its peildatum as an input, to name when it is missing */
    size_t most_atoms;         /* of any tree */
} pt_plan;

/* The plan of a pack, in `arena`. */
const pt_plan *pt_plan_create(pt_arena *arena, const pt_pack *pack);

/* The block of a slot's first version; and the events it raises, PT_NO_INDEX for none. */
uint32_t pt_slot_block(const pt_pack *pack, const pt_slot *slot);

#endif
