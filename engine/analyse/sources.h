/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * The grounds of a block and the values of a parameter, with their periods and links.
 *
 * Threads: pure functions.
 */
#ifndef PT_ANALYSE_SOURCES_H
#define PT_ANALYSE_SOURCES_H

#include "analyse/sheet.h"

/* All of a thing, in its order; none for a fact. Their number is returned. */
size_t pt_sources_of(pt_arena *arena, const pt_rulebook *book, uint32_t thing,
                     pt_source_sheet **sources);

#endif
