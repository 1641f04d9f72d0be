/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Divisions (verdeling): what each part gets of an amount of the subject that it belongs to, by
 * weight, to the cent (model/shares.h). All shares of one whole are worked out together and kept;
 * they add up to the whole.
 *
 * A weight that is geen takes no part: its share is geen. When the whole, or one of the weights, is
 * onbekend, so are all shares: what one gets depends on all. When there is something to divide and
 * no weight above zero, a finding (U048) says so and the shares fail: the money is not lost from
 * sight.
 */
#ifndef PT_RUN_DIVISION_H
#define PT_RUN_DIVISION_H

#include "model/shares.h"
#include "run/world.h"

/* The share of `part` on world->today; kept in the world. `list` is a division of the pack. */
const pt_outcome *pt_share_value(pt_world *world, uint32_t part, uint16_t list);

/* How a share came about: weights and remainders as they were divided. */
typedef struct pt_share_account {
    bool divided; /* false: nothing was, and the rest is empty */
    pt_shares total;
    pt_share share;
    uint32_t parts;
    int64_t unit; /* one unit of the division in the units of the value */
} pt_share_account;

pt_share_account pt_share_account_of(pt_world *world, uint32_t part, uint16_t list);

#endif
