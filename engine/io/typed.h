/* SPDX-License-Identifier: EUPL-1.2 */
/*
 * What a piece of YAML means where it stands: values of the types of a pack, and mappings whose
 * keys are known. Every function adds a finding at the place of what is wrong and returns false;
 * nodes that were refused already (pt_yaml_node.refused) give false without another finding.
 *
 * Texts that come out live as long as the tree. `*value` and the like are written only on success.
 * Threads: pure but for the report.
 */
#ifndef PT_IO_TYPED_H
#define PT_IO_TYPED_H

#include "io/yaml.h"
#include "model/layout.h"
#include "model/pack.h"

/*
 * A value of `type`: ja, nee, a word of the choice, 15,5 or 15.5, "1.234,50", 5,5 (also as shown:
 * "€ 1.234,50", "5,5 %", "6 weken"), 2026-06-15, onbekend and geen where the type lets them.
 * `pack` names the words of choices; NULL will do for other kinds.
 */
bool pt_typed_value(const pt_yaml_node *node, const pt_type *type, const pt_pack *pack,
                    pt_report *report, pt_value *value);

/* A date as YYYY-MM-DD; ja or nee; a text that is not empty. */
bool pt_typed_date(const pt_yaml_node *node, pt_report *report, pt_date *date);
bool pt_typed_yesno(const pt_yaml_node *node, pt_report *report, bool *yes);
bool pt_typed_text(const pt_yaml_node *node, pt_report *report, const char **text);

/* A whole number between `low` and `high`, inclusive. */
bool pt_typed_whole(const pt_yaml_node *node, int64_t low, int64_t high, pt_report *report,
                    int64_t *number);

/* Begins with a letter and has no blanks, dots or signs of YAML: what can bear a reference. */
bool pt_is_name(const char *text);
bool pt_typed_name(const pt_yaml_node *node, pt_report *report, const char **name);

/* A list of names (an empty list is fine), as an array in `arena`. */
bool pt_typed_names(pt_arena *arena, const pt_yaml_node *node, pt_report *report,
                    const char *const **names, size_t *count);

/* Is the node of one of these shapes (PT_SHAPE_*)? */
bool pt_typed_shape(const pt_yaml_node *node, int shapes, pt_report *report);

/*
 * Reads a mapping by a table: `values[i]` becomes the value of `keys[i]`, or NULL when it is not
 * there or of another shape. Keys outside the table are unknown, with a suggestion, unless `open`.
 * False when the node is no mapping, or when anything was found.
 */
bool pt_typed_mapping(const pt_yaml_node *node, const pt_key *keys, size_t count, bool open,
                      pt_report *report, pt_yaml_node **values);

/* Is `name` a key of the table? */
bool pt_key_known(const pt_key *keys, size_t count, const char *name);

/* Adds a finding with the words of a node, and what the author may have meant (or NULL). */
bool pt_typed_refuse(pt_report *report, pt_code code, const pt_yaml_node *node,
                     const char *suggestion);

#endif
