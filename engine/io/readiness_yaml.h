/* SPDX-License-Identifier: EUPL-1.2 */
/* `overzicht` in pakket.yaml (model/readiness.h). */
#ifndef PT_IO_READINESS_YAML_H
#define PT_IO_READINESS_YAML_H

#include "io/typed.h"
#include "model/readiness.h"

extern const pt_layout pt_layout_of_readiness;

/* Reads the mapping into `*view`, in the arena of the pack; false with findings when it is wrong.
 */
bool pt_readiness_yaml_read(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                            const pt_readiness_view **view);

#endif
