/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * All ways through a story side by side: the paths by number, and for everything that does not end
 * the same along all of them, which value along which paths.
 */
#ifndef PT_REPORT_BRANCHES_REPORT_H
#define PT_REPORT_BRANCHES_REPORT_H

#include "model/branches.h"
#include "report/style.h"

/* Adds the report in the form of `style`: mens or json. */
void pt_branches_write(pt_text *out, const pt_branches *branches, const pt_style *style);

#endif
