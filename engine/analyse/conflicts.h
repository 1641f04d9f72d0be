/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Where variants that lie over one pack get in each other's way: both give a parameter a value,
 * both replace a block, one makes an exception on what the other replaces, one no longer reads what
 * the other changes; or they lie in an order that one of them does not want (codes P040 and on).
 *
 * What a variant says of its place (na, bouwt_op) settles what it shares with the variants named.
 * No finding means that no day has two variants that change the same thing.
 *
 * Errors: findings alone. Threads: pure functions.
 */
#ifndef PT_ANALYSE_CONFLICTS_H
#define PT_ANALYSE_CONFLICTS_H

#include "base/diagnostics.h"
#include "model/pack.h"

/* False when a finding was added. A pack with fewer than two variants has no conflicts. */
bool pt_find_conflicts(const pt_pack *pack, pt_report *report);

#endif
