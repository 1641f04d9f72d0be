/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * A value of law: sixteen bytes, passed by copy, always exact.
 *
 * Units of `amount`: YESNO 0 or 1; NUMBER sixteenths (so 15,5 is 248, and every step from 1 down to
 * 1/16 is exact); MONEY eurocents; PERCENT basis points; DATE days (model/date.h); DURATION a count
 * of `unit` (pt_unit of model/date.h); CHOICE index of the word in set `set` of the pack; SUBJECT
 * index of a subject.
 */
#ifndef PT_MODEL_VALUE_H
#define PT_MODEL_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "model/date.h"

typedef enum pt_kind {
    PT_UNKNOWN, /* onbekend: not established; neither nee nor zero */
    PT_NONE,    /* geen: known to be absent */
    PT_YESNO,
    PT_NUMBER,
    PT_MONEY,
    PT_PERCENT,
    PT_DATE,
    PT_DURATION,
    PT_CHOICE,
    PT_SUBJECT
} pt_kind;

enum { PT_NUMBER_SCALE = 16 };

typedef struct pt_value {
    uint8_t kind; /* pt_kind */
    uint8_t unit; /* pt_unit, for DURATION */
    uint16_t set; /* for CHOICE */
    int64_t amount;
} pt_value;

/* What a value may be: its kind, its bounds (inclusive, in the units above) and its absences. */
typedef struct pt_type {
    uint8_t kind;          /* pt_kind, never UNKNOWN or NONE */
    uint8_t unit;          /* DURATION */
    uint8_t fraction_bits; /* NUMBER: 0 for whole numbers, up to 4 for sixteenths */
    bool may_be_unknown;
    bool may_be_none;
    uint16_t set; /* CHOICE */
    int64_t low;
    int64_t high;
} pt_type;

static inline pt_value pt_unknown(void)
{
    return (pt_value){.kind = PT_UNKNOWN};
}

static inline pt_value pt_none(void)
{
    return (pt_value){.kind = PT_NONE};
}

static inline pt_value pt_value_of(pt_kind kind, int64_t amount)
{
    return (pt_value){.kind = (uint8_t)kind, .amount = amount};
}

static inline pt_value pt_yesno(bool yes)
{
    return pt_value_of(PT_YESNO, yes);
}

/* Is it a value, neither onbekend nor geen? */
static inline bool pt_is_value(pt_value value)
{
    return value.kind != PT_UNKNOWN && value.kind != PT_NONE;
}

static inline bool pt_is_yes(pt_value value)
{
    return value.kind == PT_YESNO && value.amount == 1;
}

static inline bool pt_value_equal(pt_value a, pt_value b)
{
    return a.kind == b.kind && a.amount == b.amount;
}

#endif
