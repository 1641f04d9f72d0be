/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Legal terms: from the day that sets a term off to the last day that is in time, with every step
 * kept so that the computation can be shown.
 *
 * How a term is computed:
 *   1. the day of the trigger does not count: N weeks end on trigger + 7N days (Awb art. 6:8; WVO
 *      2020 art. 8.8 lid 2; elsewhere by analogy);
 *   2. every day on which the term stands still while it runs moves the end by a day;
 *   3. an extension is counted from that end, not yet shifted, and can stand still in its turn;
 *   4. a term that would end on a rest day runs on to the next working day, and a term of at least
 *      three days holds at least two working days (Algemene termijnenwet art. 1 and 2), once, at
 *      the end of the whole term.
 *
 * Step 4 is for terms in a wet or amvb alone, and not for terms in hours, of more than 90 days, 12
 * weeks or 3 months, or of a year or more (art. 4; exactly 12 weeks is covered). Article 1 is not
 * for terms counted back from a moment (art. 1 lid 2); article 2 has no such exception, and moves
 * the day of a term counted back to an earlier one.
 *
 * Assumptions where the statutes are silent: the lengths of term and extension are each held
 * against article 4 by themselves; a term in schooldagen or werkdagen is held against it as days,
 * in lesweken as weeks; a standstill that begins on a day gained by the shift finds the term
 * running, so it is counted from the shifted end; days of standstill do not count for the two
 * working days of article 2; in a term in schooldagen or werkdagen only such days stand still.
 *
 * Threads: pure functions on a finished calendar.
 */
#ifndef PT_MODEL_TERM_H
#define PT_MODEL_TERM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "model/calendar.h"
#include "model/date.h"

typedef enum pt_direction {
    PT_FORWARD,  /* `trigger` sets the term off */
    PT_BACKWARD, /* counted back from the moment `trigger`: "ten weeks before" */
    PT_FIXED     /* `trigger` is the last day itself: "before 1 May" is 30 April; never shifted */
} pt_direction;

/* Where the term is laid down. */
typedef enum pt_law {
    PT_LAW_WET,
    PT_LAW_AMVB,
    PT_LAW_REGELING,
    PT_LAW_STATUUT,
    PT_LAW_BELEID
} pt_law;

/* Does the Algemene termijnenwet apply? Its own articles say, unless the text itself does. */
typedef enum pt_termijnenwet {
    PT_TERMIJNENWET_BY_LAW,  /* articles 1 to 4 */
    PT_TERMIJNENWET_APPLIES, /* a statute or plan that declares it so; article 4 still holds */
    PT_TERMIJNENWET_EXCLUDED /* Awb art. 4:17 lid 1 does, for the 42 days of the dwangsom */
} pt_termijnenwet;

/*
 * The term stands still on the days [from, until); `until` FOREVER: it still does. Days up to and
 * including the trigger do not count; an interval without `from`, or empty, is skipped.
 */
typedef struct pt_suspension {
    pt_date from;
    pt_date until;
} pt_suspension;

typedef struct pt_term {
    pt_date trigger;
    pt_direction direction;
    pt_duration length;               /* not read when PT_FIXED */
    pt_duration extension;            /* amount 0: none; forward alone */
    const pt_suspension *suspensions; /* any order, may overlap; forward alone; NULL when none */
    size_t suspension_count;
    pt_law law;
    pt_termijnenwet termijnenwet;
    pt_region region; /* for schooldagen and lesweken */
} pt_term;

typedef enum pt_term_step_kind {
    PT_STEP_LENGTH,       /* the length, from the trigger: amount, unit */
    PT_STEP_BACK,         /* the length, back from the moment: amount, unit */
    PT_STEP_FIXED,        /* a fixed last day; before = after */
    PT_STEP_MONTH_END,    /* the month lacks the day: `after` was taken; follows LENGTH, BACK,
                             EXTENSION */
    PT_STEP_SUSPENDED,    /* stood still on [from, until), amount of unit that counted */
    PT_STEP_STANDS_STILL, /* stands still from `from` with no end: `after` is FOREVER */
    PT_STEP_EXTENSION,    /* the extension: amount, unit */
    PT_STEP_SHIFT,        /* a rest day skipped, one a step: name and source say which */
    PT_STEP_TWO_DAYS,     /* stretched to hold two working days */
    PT_STEP_NOT_BACK,     /* not shifted from a rest day: counted back */
    PT_STEP_NOT_FIXED,    /* not shifted from a rest day: a fixed day */
    PT_STEP_NOT_LONG,     /* not shifted from a rest day: article 4 excludes this length */
    PT_STEP_NOT_LAW,      /* not shifted from a rest day: no wet or amvb */
    PT_STEP_NOT_DECLARED, /* not shifted from a rest day: the text excludes the Termijnenwet */
    PT_STEP_KIND_COUNT
} pt_term_step_kind;

/* One step. Fields that a kind does not mention are 0, NULL or PT_DATE_NONE. */
typedef struct pt_term_step {
    pt_term_step_kind kind;
    pt_date before;
    pt_date after;
    int32_t amount;
    pt_unit unit;
    pt_date from;       /* the standstill, as far as it lies within the term */
    pt_date until;      /* its first day after */
    const char *name;   /* of the rest day: "Bevrijdingsdag", "zaterdag" */
    const char *source; /* article of the step, or of the rest day */
} pt_term_step;

/* Flags of a result. */
enum {
    PT_TERM_DECREES_UNKNOWN = 1, /* a day taken for a working day could have been put on a par */
    PT_TERM_SCHOOL_UNKNOWN = 2,  /* school holidays between trigger and end are not all known */
    PT_TERM_STANDS_STILL = 4,    /* end is FOREVER */
    PT_TERM_OUT_OF_RANGE = 8,    /* no trigger, a negative length, past 2200 or refused: end NONE */
    PT_TERM_SHIFTED = 16         /* end differs from unshifted_end */
};

typedef struct pt_term_result {
    pt_date first_end;     /* of the term without its extension, standstill counted, unshifted */
    pt_date unshifted_end; /* of the whole term */
    pt_date end;           /* the last day, inclusive: what is done on it is in time */
    const pt_term_step *steps;
    size_t step_count;
    unsigned flags;
} pt_term_result;

/*
 * Computes a term. Steps are in `arena`; texts in them live for ever or as long as the calendar. A
 * length of 0 is no term: its end is the trigger, whatever day that is.
 */
pt_term_result pt_term_compute(pt_arena *arena, const pt_calendar *calendar, const pt_term *term);

/*
 * `date` plus (or minus, when the amount is negative) a length, without the Termijnenwet: what
 * `datum + duur` means in a rule. Hours round away from `date` to whole days. `calendar` may be
 * NULL unless the unit is schooldagen, lesweken or werkdagen.
 */
pt_date pt_date_add(const pt_calendar *calendar, pt_region region, pt_date date,
                    pt_duration duration);

/* Does article 4 of the Algemene termijnenwet leave a term of this length to articles 1 to 3? */
bool pt_termijnenwet_covers(pt_duration length);

#endif
