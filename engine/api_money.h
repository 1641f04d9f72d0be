/* SPDX-License-Identifier: EUPL-1.2 */
/* vergelijk: the money of one story under two packs, as a table (model/money.h). */
#ifndef PT_API_MONEY_H
#define PT_API_MONEY_H

#include "api_child.h"
#include "io/scenario.h"

/* One of two packs, and the same play of a story under it. */
typedef struct pt_money_side {
    pt_loaded *loaded;
    const pt_scenario *scenario;
    const char *name; /* of the variant, or of the pack */
} pt_money_side;

/*
 * Plays to the end of each year of the story under both, in worker->play, and takes down the
 * amounts, and on the last day the effects of small changes. NULL when the later pack shows no
 * money, when nobody in the story has any, or when nothing differs.
 */
const pt_money_table *pt_money_compare(pt_worker *worker, const pt_money_side sides[2],
                                       pt_report *report);

/*
 * What the pack shows year by year, on every 31 December of the story, in worker->play. NULL when
 * it shows nothing, when nobody in the story has any money, or when no such day is in the story.
 * What breaks in it breaks in the play itself, and is told there.
 */
const pt_money_years *pt_money_by_year(pt_worker *worker, pt_loaded *loaded,
                                       const pt_scenario *scenario);

#endif
