/* SPDX-License-Identifier: EUPL-1.2 */
/* `geld` in pakket.yaml: what is shown of the money in a story (model/money.h). */
#ifndef PT_IO_MONEY_YAML_H
#define PT_IO_MONEY_YAML_H

#include "io/typed.h"
#include "model/money.h"

extern const pt_layout pt_layout_of_money;

/* Reads the mapping into `*view`, in the arena of the pack. False with findings when it is wrong;
 * whether the names mean anything is not looked at. */
bool pt_money_yaml_read(pt_pack *pack, const pt_yaml_node *node, pt_report *report,
                        const pt_money_view **view);

#endif
