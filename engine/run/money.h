/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Asks a world for the amounts that its pack shows (model/money.h), and tries small changes on it.
 *
 * A change is tried by setting the facts in the world, reading the amount anew and setting them
 * back: the rules answer as they would have if the facts had been so that day. It is made to the
 * subjects of its kind that refer to the subject in hand, or to what that refers to; of several
 * that refer to the same and have the same dates, to the first. Nothing that would leave the bounds
 * of a fact is tried.
 */
#ifndef PT_RUN_MONEY_H
#define PT_RUN_MONEY_H

#include "model/money.h"
#include "run/world.h"

/* A view in the terms of one pack. */
typedef struct pt_money_names {
    const pt_money_view *view;
    uint16_t kind;
    pt_name amount;
    pt_name per;     /* when view->per */
    uint16_t group;  /* reference, or PT_NO_INDEX */
    uint16_t beside; /* kind, or PT_NO_INDEX */
    pt_name stays;
    const char *title;
} pt_money_names;

/* Gives the names of pack->money their meaning. False with a finding (P034) at the first that means
 * nothing; also false, without one, when the pack shows no money. */
bool pt_money_resolve(const pt_pack *pack, pt_report *report, pt_money_names *names);

/* A fact, rule or list of a kind that is money. */
bool pt_money_find(const pt_pack *pack, uint16_t kind, const char *name, pt_name *found);

/* What a name is of a subject on world->today. */
pt_value pt_money_value(pt_world *world, uint32_t subject, pt_name name);

/* The amount of a subject on world->today: money, or onbekend or geen. */
pt_value pt_money_amount(pt_world *world, const pt_money_names *names, uint32_t subject);

/* What stays with a subject of kind names->beside. */
pt_value pt_money_stays(pt_world *world, const pt_money_names *names, uint32_t subject);

/* The number that it is divided by, in sixteenths; -1 when it is not known or not asked for. */
int64_t pt_money_per(pt_world *world, const pt_money_names *names, uint32_t subject);

/*
 * What a change does to the amount of `subject`, or with PT_NOBODY to those of all together. False
 * when there is nothing to change, or the amount is not known before or after. `before` is the
 * amount as it is, for who has it at hand; NULL: it is reckoned.
 */
bool pt_money_try(pt_world *world, const pt_money_names *names, const pt_what_if *what_if,
                  uint32_t subject, const int64_t *before, int64_t *effect);

#endif
