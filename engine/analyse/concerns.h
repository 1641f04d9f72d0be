/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * Whom a rule or duty concerns: who bears the duty (`wie`), and who owns the facts that it looks at
 * (`eigenaar`). The board answers for its school, so `school` means `bestuur` too.
 */
#ifndef PT_ANALYSE_CONCERNS_H
#define PT_ANALYSE_CONCERNS_H

#include "model/comparison.h"

/* Does a block called `name` in either pack concern `whom`? */
bool pt_concerns(const pt_comparison *comparison, const char *name, const char *whom);

/* The part of a comparison that concerns `whom`, in `arena`. */
const pt_comparison *pt_comparison_for(pt_arena *arena, const pt_comparison *comparison,
                                       const char *whom);

#endif
