/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The page of one finding, for `uitleg CODE`: its sentence, why it is there, and a short example of
 * wrong and right.
 *
 * Threads: pure functions on their text.
 */
#ifndef PT_REPORT_UITLEG_H
#define PT_REPORT_UITLEG_H

#include "base/text.h"
#include "report/style.h"

/* Appends the page. The explanation is Dutch in every language. */
void pt_uitleg_write(pt_text *out, pt_code code, const pt_style *style);

/* Appends a line for each code there is, in order of the catalogue. */
void pt_uitleg_list(pt_text *out, const pt_style *style);

#endif
