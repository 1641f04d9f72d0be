/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What rules stand in: the kinds of subject with their facts and references, and the calendar.
 * Where that differs between two packs, equal rules may still give another outcome.
 */
#ifndef PT_ANALYSE_SURROUNDINGS_H
#define PT_ANALYSE_SURROUNDINGS_H

#include "model/pack.h"

/* Are the kinds of subject the same by name, with the same facts and references? */
bool pt_same_subjects(const pt_pack *before, const pt_pack *after);

/* Do the calendars give the same working days and school days from 2000 to 2050? */
bool pt_same_calendar(const pt_pack *before, const pt_pack *after);

#endif
