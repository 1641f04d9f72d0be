/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * JSON Schema (draft-07) of a YAML file, for editors: written from the layout by which the loader
 * reads that file, so that the two agree on keys, shapes and forms. What needs more than one place
 * of the file (names that are defined elsewhere, the order of days) the loader alone judges.
 */
#ifndef PT_REPORT_SCHEMA_H
#define PT_REPORT_SCHEMA_H

#include "base/text.h"
#include "model/layout.h"
#include "model/pack.h"

/*
 * Adds the schema of `layout` under a title in Dutch. `pack` may be NULL: with a pack its kinds,
 * facts, events and parameters are known. `scenario`: columns and relative days may stand in it.
 */
void pt_schema_write(pt_text *out, const pt_layout *layout, const char *title, bool scenario,
                     const pt_pack *pack);

#endif
